"""Who was a carer under the Acts of 1995 and 2000, and whom the Act of 1995 still reaches.

Both ask for a substantial amount of care on a regular basis and give no number: what is substantial
and regular is the authority's recorded judgement, never worked out from hours.
"""

from __future__ import annotations

from functools import partial, reduce
from operator import and_
from typing import TYPE_CHECKING, Final

from carerslib.carers.care_law import (
    ADULT,
    CARED_FOR_BORN,
    CARER_BORN,
    CONTRACT,
    DISABLED,
    RESPONSIBLE,
    VOLUNTARY,
    Asked,
    gives_care,
    parent_carer,
    young_carer,
)
from carerslib.carers.examination import Examination, years_to_tell
from carerslib.carers.people import aged_at_least
from carerslib.carers.together import as_parts, settle
from carerslib.law import carers_act_1995 as act_1995
from carerslib.law import carers_and_disabled_children_act_2000 as act_2000
from carerslib.rules import rule
from carerslib.verdicts import Finding, Missing, Part, Result, Verdict
from carerslib.verdicts.combining import worst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = [
    "AGE_TO_ASK",
    "carer_of_an_adult",
    "carer_since_1996",
    "carer_since_2015_by_1995_act",
    "carer_under_2000_act",
    "is_assessed_and_not_another",
    "parent_of_a_disabled_child",
    "section_1_or_6",
]

AGE_TO_ASK: Final = 16
"""The age from which the Act of 2000 gives a carer of an adult a right to ask."""

_SUBSTANTIAL = Missing("substantial", "whether the authority judges the care to be substantial")
_REGULAR = Missing("regular", "whether the authority judges the care to be regular")
_VOLUNTEER = Missing(
    "for_voluntary_organisation", "whether the care is given as a volunteer for an organisation"
)
_AS_DISABLED = Missing(
    "cared_for.assessed_as_disabled_child",
    "whether the authority is assessing the child's needs as a disabled child",
)
_AFTER_CARE = Missing(
    "cared_for.assessed_for_after_care",
    "whether the authority is assessing the child for after-care",
)
_FACT = {Result.MET: True, Result.NOT_MET: False}
_TOGETHER = {
    "adult": Missing(CARER_BORN, years_to_tell(ADULT)),
    "child": Missing(CARED_FOR_BORN, years_to_tell(ADULT)),
    "disabled": DISABLED,
    "as_disabled": _AS_DISABLED,
    "after_care": _AFTER_CARE,
    "responsible": RESPONSIBLE,
    "voluntary": VOLUNTARY,
}


def _substantial_and_regular(ask: Examination, source: Citation, asked: Asked) -> Iterator[Part]:
    relationship = asked.relationship
    yield gives_care(ask, source, asked)
    yield ask.fact("The care is substantial", source, relationship.substantial, _SUBSTANTIAL)
    yield ask.fact("The care is regular", source, relationship.regular, _REGULAR)


def _not_excluded(ask: Examination, source: Citation, asked: Asked) -> Iterator[Finding]:
    relationship = asked.relationship
    yield ask.fact(
        "The care is by virtue of a contract",
        source,
        relationship.under_contract,
        CONTRACT,
        wanted=False,
    )
    yield ask.fact(
        "The care is as a volunteer for a voluntary organisation",
        source,
        relationship.volunteers,
        _VOLUNTEER,
        wanted=False,
    )


def _child(ask: Examination, source: Citation, asked: Asked) -> Finding:
    return ask.under(
        "The person cared for is a child",
        source,
        asked.relationship.cared_for.person,
        ADULT,
        CARED_FOR_BORN,
    )


def _disabled_child(ask: Examination, source: Citation, asked: Asked) -> tuple[Finding, Finding]:
    disabled = ask.fact(
        "The child is disabled", source, asked.relationship.cared_for.disabled, DISABLED
    )
    return _child(ask, source, asked), disabled


def _responsible(ask: Examination, source: Citation, asked: Asked) -> Finding:
    return ask.fact(
        "The carer has parental responsibility",
        source,
        asked.relationship.parental_responsibility,
        RESPONSIBLE,
    )


def _disabled_child_being_assessed(ask: Examination, asked: Asked) -> Verdict:
    source = act_1995.SECTION_1_2
    assessed = ask.fact(
        "The authority is assessing the disabled child",
        source,
        asked.relationship.cared_for.assessed_as_disabled_child,
        _AS_DISABLED,
    )
    return Verdict.all_of(
        (*_disabled_child(ask, source, asked), assessed),
        title="A disabled child whose needs are being assessed",
        subject=ask.subject,
    )


@rule(
    id="C95",
    title="Carer under the Carers (Recognition and Services) Act 1995, before the Care Act",
    citation=act_1995.SECTION_1_1,
    in_force=act_1995.BEFORE_THE_CARE_ACT,
)
def carer_since_1996(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for substantial and regular care of someone whose needs are being assessed."""
    cared_for = asked.relationship.cared_for
    ask = Examination("C95", asked.relationship.reference, asked.day, basis)
    yield from _substantial_and_regular(ask, act_1995.SECTION_1_1, asked)
    community_care = ask.fact(
        "The person cared for is being assessed for community care services",
        act_1995.SECTION_1_1,
        cared_for.assessed_for_community_care,
        Missing(
            "cared_for.assessed_for_community_care",
            "whether the authority is assessing the person for community care services",
        ),
    )
    yield Verdict.any_of(
        (community_care, _disabled_child_being_assessed(ask, asked)),
        title="The needs of the person cared for are being assessed",
        subject=ask.subject,
    )
    yield from _not_excluded(ask, act_1995.SECTION_1_3, asked)


@rule(
    id="C95",
    title="Carer of a child under the Carers (Recognition and Services) Act 1995",
    citation=act_1995.SECTION_1_2,
    in_force=act_1995.SINCE_THE_CARE_ACT,
)
def carer_since_2015_by_1995_act(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask the same for a child, of someone who is neither a young carer nor a parent carer."""
    relationship = asked.relationship
    ask = Examination("C95", relationship.reference, asked.day, basis)
    yield from _substantial_and_regular(ask, act_1995.SECTION_1_2, asked)
    after_care = ask.fact(
        "The authority is assessing the child for after-care",
        act_1995.SECTION_1_1,
        relationship.cared_for.assessed_for_after_care,
        _AFTER_CARE,
    )
    child_after_care = Verdict.all_of(
        (_child(ask, act_1995.SECTION_1_1, asked), after_care),
        title="A child being assessed for after-care",
        subject=ask.subject,
    )
    yield from _not_excluded(ask, act_1995.SECTION_1_3, asked)
    assessed = Verdict.any_of(
        (_disabled_child_being_assessed(ask, asked), child_after_care),
        title="The needs of the child are being assessed",
        subject=ask.subject,
    )
    others = []
    for other, words in ((young_carer, "a young carer"), (parent_carer, "a parent carer")):
        covered = Verdict.all_of(other(asked, basis), title=other.title, subject=ask.subject)
        others.append(ask.excludes(f"The carer is {words}", act_1995.SECTION_1_3A, covered))
    parts: tuple[Part, ...] = (assessed, *others)
    if worst([part.result for part in parts]) is Result.UNDETERMINED:
        yield _child_of_somebody_else(ask, asked)
    else:
        yield from parts


def _child_of_somebody_else(ask: Examination, asked: Asked) -> Part:
    """Ask as one what bears on the ages of both, and on the child's disability, from several sides.

    It is asked beside the rest, so it takes for granted that care is given and under no contract.
    """
    relationship, day = asked.relationship, asked.day
    cared_for = relationship.cared_for
    adult = aged_at_least(relationship.carer.person, ADULT, day, ask.basis)
    grown_up = aged_at_least(cared_for.person, ADULT, day, ask.basis)
    regarded = ~0 if relationship.is_regarded_as_carer(day) else 0
    settled = settle(
        partial(is_assessed_and_not_another, regarded=regarded),
        {
            "adult": adult,
            "child": None if grown_up is None else not grown_up,
            "disabled": cared_for.disabled,
            "as_disabled": cared_for.assessed_as_disabled_child,
            "after_care": cared_for.assessed_for_after_care,
            "responsible": relationship.parental_responsibility,
            "voluntary": relationship.works_voluntarily,
        },
    )
    title = "A child whose needs are being assessed, and neither a young nor a parent carer"
    finding = ask.fact(title, act_1995.SECTION_1_3A, settled.result, DISABLED)
    if settled.result is None:
        return as_parts(finding, settled, _TOGETHER)
    return finding._replace(note="however what is not recorded turns out")


def is_assessed_and_not_another(  # noqa: PLR0913 - the facts that bear on one another
    *,
    adult: int,
    child: int,
    disabled: int,
    as_disabled: int,
    after_care: int,
    responsible: int,
    voluntary: int,
    regarded: int,
) -> int:
    """Say where a child is being assessed whose carer is neither a young nor a parent carer."""
    assessed = child & (disabled & as_disabled | after_care)
    young = ~adult & (~voluntary | regarded)
    parent = adult & child & disabled & responsible
    return assessed & ~young & ~parent


@rule(
    id="C00",
    title="Carer under the Carers and Disabled Children Act 2000",
    citation=act_2000.SECTION_1_1,
    in_force=act_2000.IN_FORCE,
)
def carer_under_2000_act(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for a carer of an adult, or for someone with parental responsibility of a child."""
    ask = Examination("C00", asked.relationship.reference, asked.day, basis)
    yield section_1_or_6(ask, asked)


def section_1_or_6(
    ask: Examination,
    asked: Asked,
    besides: tuple[tuple[Finding, ...], tuple[Finding, ...]] = ((), ()),
) -> Verdict:
    """Ask for either section of the Act of 2000, with what a duty asks besides under each."""
    cared_for = asked.relationship.cared_for.person
    if aged_at_least(cared_for, ADULT, asked.day, ask.basis) is None:
        parts = (
            *_substantial_and_regular(ask, act_2000.SECTION_1_1, asked),
            *_either(ask, asked, besides),
        )
        return Verdict.all_of(parts, title="Section 1 or section 6", subject=ask.subject)
    covered = (carer_of_an_adult(ask, asked), parent_of_a_disabled_child(ask, asked))
    both = zip(("Section 1", "Section 6"), covered, besides, strict=True)
    return Verdict.any_of(
        [
            Verdict.all_of((verdict, *more), title=title, subject=ask.subject)
            for title, verdict, more in both
        ],
        title="Section 1 or section 6",
        subject=ask.subject,
    )


def _either(
    ask: Examination, asked: Asked, besides: tuple[tuple[Finding, ...], tuple[Finding, ...]]
) -> Iterator[Part]:
    """Ask as one what turns on the age of the person cared for, where that is not known."""
    source, carer = act_2000.SECTION_1_1, asked.relationship.carer.person
    sixteen = ask.aged("The carer is 16 or over", source, carer, AGE_TO_ASK, CARER_BORN)
    of_an_adult = (sixteen, *_not_excluded(ask, act_2000.SECTION_1_3, asked), *besides[0])
    of_a_child = (
        _disabled_child(ask, act_2000.SECTION_6, asked)[1],
        _responsible(ask, act_2000.SECTION_6, asked),
        *besides[1],
    )
    found = {f"{place}": each for place, each in enumerate((*of_an_adult, *of_a_child))}
    facts: dict[str, bool | None] = {name: _FACT.get(each.result) for name, each in found.items()}
    count = len(of_an_adult)

    def holds(**known: int) -> int:
        *answers, grown_up = known.values()
        of_one, of_the_other = reduce(and_, answers[:count]), reduce(and_, answers[count:])
        return grown_up & of_one | ~grown_up & of_the_other

    settled = settle(holds, {**facts, "grown up": None})
    missing = {name: each.missing[0] for name, each in found.items() if each.missing}
    missing["grown up"] = Missing(CARED_FOR_BORN, years_to_tell(ADULT))
    title = "A carer of an adult, or a person responsible for a disabled child"
    finding = ask.fact(title, source, settled.result, missing["grown up"])
    if settled.result is None:
        yield as_parts(finding, settled, missing)
    else:
        yield finding._replace(note="whatever the age of the person cared for")


def carer_of_an_adult(ask: Examination, asked: Asked) -> Verdict:
    """Ask for a carer within section 1 of the Act of 2000."""
    relationship, source = asked.relationship, act_2000.SECTION_1_1
    carer, cared_for = relationship.carer.person, relationship.cared_for.person
    parts = (
        ask.aged("The carer is 16 or over", source, carer, AGE_TO_ASK, CARER_BORN),
        ask.aged("The person cared for is an adult", source, cared_for, ADULT, CARED_FOR_BORN),
        *_substantial_and_regular(ask, source, asked),
        *_not_excluded(ask, act_2000.SECTION_1_3, asked),
    )
    title = "A carer of 16 or over of a person of 18 or over"
    return Verdict.all_of(parts, title=title, subject=ask.subject)


def parent_of_a_disabled_child(ask: Examination, asked: Asked) -> Verdict:
    """Ask for a person within section 6 of the Act of 2000, which excludes no contract."""
    source = act_2000.SECTION_6
    parts = (
        *_disabled_child(ask, source, asked),
        _responsible(ask, source, asked),
        *_substantial_and_regular(ask, source, asked),
    )
    title = "A person with parental responsibility for a disabled child"
    return Verdict.all_of(parts, title=title, subject=ask.subject)
