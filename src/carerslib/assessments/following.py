"""What follows once it is determined whether needs are eligible: section 20 and the steps after it.

The residence that counts is that of the adult needing care, not the carer's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.assessments._checks import check_facts, check_key
from carerslib.assessments._lists import Kind
from carerslib.assessments.eligibility import determine
from carerslib.assessments.model import Assessment
from carerslib.carers.together import as_parts, settle
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.law.care_act_2014 import CARE_ACT_2014, IN_FORCE
from carerslib.rules import Rule, RuleSet
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = ["FOLLOWING", "Meeting", "duty_to_meet", "power_to_meet"]

_RESULT: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}
_SHOWN: Final = {True: "yes", False: "no", None: None}
_FACTS: Final = {
    "ordinarily_resident": "whether the adult needing care is ordinarily resident in the area",
    "present_unsettled": "whether that adult is present in the area with no settled residence",
    "support_to_carer": "whether meeting the needs involves support to the carer",
    "carer_charged": "whether a charge is made for support to the carer",
    "carer_above_limit": "whether the carer's resources are above the financial limit",
    "carer_asks": "whether the carer nonetheless asks the authority to meet the needs",
    "care_to_adult": "whether meeting the needs involves care and support to the adult",
    "adult_charged": "whether a charge is made for care and support to the adult",
    "adult_above_limit": "whether the adult's resources are above the financial limit",
    "adult_agrees": "whether the adult agrees to the needs being met in that way",
    "adult_asks": "whether the adult nonetheless asks the authority to meet them in that way",
    "adult_excluded": "whether the adult is excluded from benefits by immigration control, and has "
    "needs only because of destitution or its effects",
}
_MISSING: Final = {field: Missing(field, words) for field, words in _FACTS.items()}
_OF_WAY: Final = frozenset(_MISSING.values())


def _fact() -> bool | None:
    found: bool | None = attrs.field(default=None, repr=False)
    return found


@final
@attrs.frozen(kw_only=True)
class Meeting:
    """A way of meeting a carer's eligible needs, as one authority sees it.

    ``assessment`` is a carer's assessment, as section 20 applies to no other kind. The facts are
    those of section 20(1) to (5), each yes, no or not recorded; whether resources are above the
    limit is what the financial assessment found. ``adult_agrees`` includes a best-interests
    decision for an adult who lacks capacity. ``adult_excluded`` is that section 21 bars care to
    that adult: the Immigration and Asylum Act 1999, section 115, applies, and the needs come only
    from destitution or its effects.
    """

    reference: str
    authority: str
    assessment: Assessment
    ordinarily_resident: bool | None = _fact()
    present_unsettled: bool | None = _fact()
    support_to_carer: bool | None = _fact()
    carer_charged: bool | None = _fact()
    carer_above_limit: bool | None = _fact()
    carer_asks: bool | None = _fact()
    care_to_adult: bool | None = _fact()
    adult_charged: bool | None = _fact()
    adult_above_limit: bool | None = _fact()
    adult_agrees: bool | None = _fact()
    adult_asks: bool | None = _fact()
    adult_excluded: bool | None = _fact()

    def __attrs_post_init__(self) -> None:
        assessment = self.assessment
        carers = isinstance(assessment, Assessment) and assessment.kind is Kind.CARER
        require(
            check_key("reference", self.reference),
            check_key("authority", self.authority),
            None
            if carers
            else InvalidValueError("assessment", WITHHELD, "an Assessment, of the kind CARER"),
            *check_facts(_FACTS, [getattr(self, field) for field in _FACTS]),
        )


class _Leg(NamedTuple):
    """A test over several facts that cannot be split without losing what they settle together."""

    rule: str
    title: str
    aspect: Aspect
    citation: Citation
    fields: tuple[str, ...]
    applies: str
    holds: Callable[..., int]
    note: str = ""

    def outcome(self, **facts: int) -> int:
        """Say where the test holds, or does not apply."""
        held = self.holds(*(facts[field] for field in self.fields if field != self.applies))
        return held | ~facts[self.applies] if self.applies else held

    def part(self, meeting: Meeting) -> Part:
        """Give the finding; it lacks exactly the facts that could change it."""
        settled = settle(self.outcome, {field: getattr(meeting, field) for field in self.fields})
        result = _RESULT[settled.result]
        if self.applies and getattr(meeting, self.applies) is False:
            result = Result.NOT_APPLICABLE
        finding = Finding(
            self.rule,
            self.title,
            result,
            self.aspect,
            meeting.reference,
            self.citation,
            note=self.note,
            private=True,
        )
        return finding if settled.result is not None else as_parts(finding, settled, _MISSING)


_RESIDENCE: Final = _Leg(
    "meeting.residence",
    "The adult needing care lives in the area, or is there with no settled residence",
    Aspect.SCOPE,
    CARE_ACT_2014.at("section 20(1)(a)"),
    ("ordinarily_resident", "present_unsettled"),
    "",
    lambda resident, present: resident | present,
    "where the carer lives does not count",
)
_TO_CARER: Final = _Leg(
    "meeting.support_to_carer",
    "Support to the carer: no charge, or condition 1 or 2",
    Aspect.PRECONDITION,
    CARE_ACT_2014.at("section 20(1)(b), (2) and (3)"),
    ("support_to_carer", "carer_charged", "carer_above_limit", "carer_asks"),
    "support_to_carer",
    lambda charged, above, asks: ~charged | ~above | asks,
)
_TO_ADULT: Final = _Leg(
    "meeting.care_to_adult",
    "Care to the adult: not excluded, and no charge and agreement, or condition 3 or 4",
    Aspect.PRECONDITION,
    CARE_ACT_2014.at("section 20(1)(c), (4) and (5), subject to section 21(1) and (4)"),
    (
        "care_to_adult",
        "adult_charged",
        "adult_above_limit",
        "adult_agrees",
        "adult_asks",
        "adult_excluded",
    ),
    "care_to_adult",
    lambda charged, above, agrees, asks, excluded: (
        ~excluded & (charged & above & asks | ~(charged & above) & agrees)
    ),
    "where this way is not feasible, another is to be found so far as feasible (section 20(8))",
)
_AGREEMENT: Final = _Leg(
    "meeting.agreement",
    "Care to the adult: only with the adult's agreement, and not where the adult is excluded",
    Aspect.PRECONDITION,
    CARE_ACT_2014.at("section 20(6), subject to section 21(1) and (4)"),
    ("care_to_adult", "adult_agrees", "adult_excluded"),
    "care_to_adult",
    lambda agrees, excluded: agrees & ~excluded,
)


def _may_and_need_not(*facts: int) -> int:
    return _may_where(eligible=~0, **dict(zip(_FACTS, facts, strict=True)))


def _may_where(*, eligible: int, **facts: int) -> int:
    """Say where the authority may meet needs that it need not meet."""
    required = eligible
    for leg in (_RESIDENCE, _TO_CARER, _TO_ADULT):
        required &= leg.outcome(**{field: facts[field] for field in leg.fields})
    return ~required & _AGREEMENT.outcome(**{each: facts[each] for each in _AGREEMENT.fields})


_POWER: Final = _Leg(
    "meeting.not_required",
    "The authority is not required to meet the needs, and any adult concerned agrees",
    Aspect.POWER,
    CARE_ACT_2014.at("section 20(6), subject to section 21(1) and (4)"),
    tuple(_FACTS),
    "",
    _may_and_need_not,
    "where it is required, it has a duty and needs no power",
)


def _duty(meeting: Meeting, _basis: Basis) -> Iterable[Part]:
    """Give the parts of section 20(1)."""
    yield determine(meeting.assessment)
    yield from (leg.part(meeting) for leg in (_RESIDENCE, _TO_CARER, _TO_ADULT))


def _power(meeting: Meeting, basis: Basis) -> Iterable[Part]:
    """Give the parts of section 20(6): what is not required may be done, with agreement."""
    duty = Verdict.all_of(_duty(meeting, basis), title="", subject=meeting.reference)
    eligible = determine(meeting.assessment).result
    if duty.is_undetermined and eligible is Result.MET:
        # what bears on the duty bears on the agreement too, so the two are asked together
        yield _POWER.part(meeting)
        return
    missing = duty.missing
    if duty.is_undetermined:
        known = {field: getattr(meeting, field) for field in _FACTS}
        bearing = settle(_may_where, {"eligible": None, **known}).lacking
        missing = tuple(each for each in missing if each.field in bearing or each not in _OF_WAY)
    opposite = {Result.MET: Result.NOT_MET, Result.NOT_MET: Result.MET}
    yield Finding(
        "meeting.not_required",
        "The authority is not required to meet the needs",
        opposite.get(duty.result, Result.UNDETERMINED),
        Aspect.POWER,
        meeting.reference,
        CARE_ACT_2014.at("section 20(6)"),
        missing=missing,
        note="where it is required, it has a duty and needs no power",
        private=True,
    )
    yield _AGREEMENT.part(meeting)


_DUTY_RULE: Final[Rule[Meeting]] = Rule(
    "meeting.duty",
    "The authority must meet the carer's eligible needs",
    CARE_ACT_2014.at("section 20(1)"),
    IN_FORCE,
    _duty,
)
_POWER_RULE: Final[Rule[Meeting]] = Rule(
    "meeting.power",
    "The authority may meet the carer's needs",
    CARE_ACT_2014.at("section 20(6)"),
    IN_FORCE,
    _power,
)

FOLLOWING: Final[RuleSet[Meeting]] = RuleSet(
    "carerslib.assessments.following", "2026-11", (_DUTY_RULE, _POWER_RULE)
)
"""Whether an authority must, or may, meet a carer's needs."""


def _judge(asked: Rule[Meeting], meeting: Meeting, basis: Basis | None) -> Verdict:
    rests_on = basis or FOLLOWING.basis()
    parts = asked(meeting, rests_on)
    return Verdict.all_of(parts, title=asked.title, subject=meeting.reference, basis=rests_on)


def duty_to_meet(meeting: Meeting, *, basis: Basis | None = None) -> Verdict:
    """Say whether the authority must meet the carer's needs in this way, under section 20(1)."""
    return _judge(_DUTY_RULE, meeting, basis)


def power_to_meet(meeting: Meeting, *, basis: Basis | None = None) -> Verdict:
    """Say whether the authority may meet the carer's needs in this way, under section 20(6)."""
    return _judge(_POWER_RULE, meeting, basis)
