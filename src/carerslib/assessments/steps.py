"""What an authority owes in an assessment and after it: lists, and how far each is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from carerslib.assessments._lists import Kind
from carerslib.assessments.checklists import Checklist, Item
from carerslib.assessments.contents import CONTENTS
from carerslib.assessments.eligibility import determine
from carerslib.assessments.rules import eased
from carerslib.errors import InvalidValueError
from carerslib.law.care_act_2014 import CARE_ACT_2014
from carerslib.law.children_act_1989 import CHILDREN_ACT_1989
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.assessments.model import Assessment
    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = ["STEPS", "check", "check_steps", "outstanding"]

_ACT: Final = CARE_ACT_2014
_NO_PLAN: Final = attrs.evolve(
    _ACT.at("section 24(1)(a)"),
    note="fault where needs were to be met and no plan was issued: Ombudsman, 23 011 696",
)
_CARER_WEIGHED: Final = attrs.evolve(
    _ACT.at("section 18(7)"),
    note="fault where a plan took no account of a carer who could not go on: Ombudsman, 24 014 694",
)

_AFTER: Final = (
    Item("determined", "eligibility determined", _ACT.at("section 13(1)"), ("needs_found",)),
    Item(
        "determination_given",
        "written record of the determination and its reasons given",
        _ACT.at("section 13(2)"),
        ("needs_found",),
    ),
    Item(
        "advice_given",
        "written advice on meeting, reducing and preventing needs given",
        _ACT.at("section 13(5)"),
        ("needs_found",),
        ("some_eligible",),
    ),
    Item("plan_prepared", "plan prepared", _NO_PLAN, ("going_to_meet",)),
    Item(
        "direct_payments_told",
        "told which needs may be met by direct payments",
        _ACT.at("section 24(1)(b)"),
        ("going_to_meet",),
    ),
    Item(
        "helped_to_decide",
        "helped with deciding how to have the needs met",
        _ACT.at("section 24(1)(c)"),
        ("going_to_meet",),
    ),
    Item(
        "reasons_given",
        "written reasons for not meeting the needs given",
        _ACT.at("section 24(2)(a)"),
        (),
        ("going_to_meet",),
    ),
    Item(
        "advice_on_not_meeting",
        "advice given, unless it was given with the determination",
        _ACT.at("section 24(2)(b)"),
        (),
        ("going_to_meet", "advice_given"),
    ),
)
_CIRCUMSTANCES: Final = (
    ("needs_found", "whether needs were found"),
    ("some_eligible", "whether any of the needs are eligible"),
    ("going_to_meet", "whether the authority must or decides to meet needs"),
)


def _considered(place: str) -> tuple[Item, ...]:
    return (
        Item(
            "meeting_considered",
            "what could be done to meet the eligible needs considered",
            _ACT.at(f"{place}(a)"),
            ("some_eligible",),
        ),
        Item(
            "residence_established",
            "where the adult needing care is ordinarily resident established",
            _ACT.at(f"{place}(c)" if place.endswith("(3)") else f"{place}(b)"),
            ("some_eligible",),
        ),
    )


def _before_18(
    kind: Kind, declined: str, treated: tuple[str, str], who: str, *besides: Item
) -> Checklist:
    """Give what is owed for an assessment before somebody is 18, or to who asked for it in vain."""
    becomes = Kind.ADULT_NEEDS if kind is Kind.CHILD_NEEDS else Kind.CARER
    return Checklist(
        f"What is owed after a {kind}, or where it is declined",
        (
            *besides,
            Item(
                "decline_reasons_given",
                "written reasons for declining the request given",
                _ACT.at(f"{declined}(a)"),
                ("request_declined",),
            ),
            Item(
                "advice_on_declining",
                "advice on preventing or delaying needs given",
                _ACT.at(f"{declined}(b)"),
                ("request_declined",),
            ),
            Item(
                "treatment_decided",
                f"decided whether to treat it as a {becomes}",
                _ACT.at(treated[0]),
                ("has_become_18",),
                ("request_declined",),
            ),
            Item(
                "age_of_assessment_weighed",
                "regard had to when it was carried out, and to changes since",
                _ACT.at(treated[1]),
                ("has_become_18",),
                ("request_declined",),
            ),
            Item(
                "assessed_after_18",
                f"a {becomes} carried out after the 18th birthday",
                CHILDREN_ACT_1989.at("section 17ZH(3)(a)"),
                ("has_become_18", "section_17_services"),
                ("request_declined", "treated"),
            ),
        ),
        (
            ("request_declined", "whether a request for the assessment was declined"),
            ("has_become_18", f"whether {who} has become 18 since"),
            ("section_17_services", f"whether {who} was given services under section 17"),
            ("treated", f"whether it is treated as a {becomes}"),
            *(
                ("meeting_now", "whether meeting needs that the carer has now is considered")
                for item in besides
            ),
        ),
    )


STEPS: Final = {
    Kind.CHILDS_CARER: _before_18(
        Kind.CHILDS_CARER,
        "section 60(6)",
        ("section 61(6)", "section 61(7)"),
        "the child",
        Item(
            "section_17_weighed",
            "regard had to services that the carer gets under section 17",
            _ACT.at("section 62(3)"),
            ("meeting_now",),
            ("request_declined",),
        ),
    ),
    Kind.YOUNG_CARER: _before_18(
        Kind.YOUNG_CARER, "section 63(5)", ("section 64(7)", "section 64(8)"), "the young carer"
    ),
    Kind.CHILD_NEEDS: _before_18(
        Kind.CHILD_NEEDS, "section 58(5)", ("section 59(6)", "section 59(7)"), "the child"
    ),
    Kind.CARER: Checklist(
        "What is owed after a carer's assessment",
        _AFTER + _considered("section 13(4)"),
        _CIRCUMSTANCES,
    ),
    Kind.ADULT_NEEDS: Checklist(
        "What is owed after a needs assessment",
        (
            *_AFTER,
            *_considered("section 13(3)"),
            Item(
                "wish_ascertained",
                "whether the adult wants the authority to meet the needs ascertained",
                _ACT.at("section 13(3)(b)"),
                ("some_eligible",),
            ),
            Item(
                "carer_weighed",
                "whether the carer relied on is still able and willing weighed",
                _CARER_WEIGHED,
                ("relies_on_carer",),
            ),
        ),
        (
            *_CIRCUMSTANCES,
            ("relies_on_carer", "whether the plan counts on a carer to meet needs"),
        ),
    ),
}
"""What is owed after an assessment under the Care Act, or where a request for it is declined."""

_SETTLED: Final = (Result.MET, Result.NOT_MET)
_REFUSALS: Final = {
    Kind.CARER: (_ACT.at("section 11(5)"), False),
    Kind.CHILDS_CARER: (_ACT.at("section 60(3)"), False),
    Kind.YOUNG_CARER: (_ACT.at("section 63(3) and (4)"), True),
    Kind.ADULT_NEEDS: (_ACT.at("section 11(1) and (2)"), True),
    Kind.CHILD_NEEDS: (_ACT.at("section 58(3) and (4)"), True),
}


def check(assessment: Assessment, *, basis: Basis | None = None) -> Verdict:
    """Say whether an assessment contains what the law requires of its kind.

    Where the person has refused it, nothing is required, and the verdict is not applicable; a
    refusal that is not recorded is none. But abuse or neglect, or the risk of it, overrides the
    refusal of a young carer's assessment and of a needs assessment, an adult's or a child's. A
    carer's refusal nothing overrides. Raises :class:`.NotInForceError` for a day before
    1 April 2015.
    """
    contents = CONTENTS[assessment.kind].on(assessment.on)
    required = contents.check(
        dict(assessment.covered), field="covered", subject=assessment.reference, basis=basis
    )
    refused = _refusal(assessment)
    if refused is None:
        return _warned(required, assessment)
    parts = (refused, required) if refused.is_met else (refused,)
    subject = assessment.reference
    found = Verdict.all_of(parts, title=required.title, subject=subject, basis=basis)
    return _warned(found, assessment)


def _warned(found: Verdict, assessment: Assessment) -> Verdict:
    """Add the warning of a day on which a council could step back from its duties."""
    warning = eased(assessment)
    if not warning:
        return found
    about = {"title": found.title, "subject": found.subject}
    return Verdict.all_of((found, *warning), **about, basis=found.basis)


def _refusal(assessment: Assessment) -> Finding | None:
    """Give the finding on a refusal; None where nobody refused, or no refusal counts."""
    citation, can_be_overridden = _REFUSALS.get(assessment.kind, (None, False))
    if citation is None or not assessment.refused:
        return None
    if not can_be_overridden or assessment.at_risk is False:
        return _refused(assessment, Result.NOT_APPLICABLE, citation)
    if assessment.at_risk:
        return _refused(assessment, Result.MET, citation)
    return _refused(assessment, Result.UNDETERMINED, citation)


def _refused(assessment: Assessment, result: Result, citation: Citation) -> Finding:
    lacks = Missing("at_risk", "whether the person is experiencing or at risk of abuse or neglect")
    return Finding(
        "assessment.refusal",
        "Required although it was refused",
        result,
        Aspect.PRECONDITION,
        assessment.reference,
        citation,
        missing=(lacks,) if result is Result.UNDETERMINED else (),
        private=True,
    )


def outstanding(assessment: Assessment) -> tuple[Missing, ...]:
    """Name what the assessment still lacks, whether recorded as not done or not recorded.

    Raises :class:`.NotInForceError` for a day before 1 April 2015.
    """
    if check(assessment).result is Result.NOT_APPLICABLE:
        return ()
    return CONTENTS[assessment.kind].outstanding(dict(assessment.covered), field="covered")


def check_steps(
    assessment: Assessment, taken: Mapping[str, bool], *, basis: Basis | None = None
) -> Verdict:
    """Say whether what is owed after an assessment, or instead of it, was done.

    ``taken`` answers the keys of :data:`.STEPS`; whether any needs are eligible is worked out, and
    is not among them. Raises :class:`.InvalidValueError` for a kind that is not in :data:`.STEPS`,
    and :class:`.NotInForceError` for a day before 1 April 2015.
    """
    steps = STEPS.get(assessment.kind)
    if steps is None:
        expected = "an assessment under the Care Act"
        raise InvalidValueError(field="kind", value=str(assessment.kind), expected=expected)
    if "some_eligible" in taken:
        expected = "no answer: it is worked out from the assessment"
        raise InvalidValueError(field="taken", value="some_eligible", expected=expected)
    eligible = determine(assessment).result
    known = {"some_eligible": eligible is Result.MET} if eligible in _SETTLED else {}
    subject = assessment.reference
    found = steps.check({**taken, **known}, field="taken", subject=subject, basis=basis)
    return _warned(found, assessment)
