"""Who was a carer under the Acts of 1995 and 2000, and whom the Act of 1995 still reaches.

Both ask for a substantial amount of care on a regular basis and give no number: what is substantial
and regular is the authority's recorded judgement, never worked out from hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.carers.care_law import (
    ADULT,
    CARED_FOR_BORN,
    CARER_BORN,
    Asked,
    gives_care,
    parent_carer,
    young_carer,
)
from carerslib.carers.examination import Examination
from carerslib.law import carers_act_1995 as act_1995
from carerslib.law import carers_and_disabled_children_act_2000 as act_2000
from carerslib.rules import rule
from carerslib.verdicts import Missing, Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = [
    "carer_of_an_adult",
    "carer_since_1996",
    "carer_since_2015_by_1995_act",
    "carer_under_2000_act",
    "parent_of_a_disabled_child",
]

_AGE_TO_ASK = 16
_SUBSTANTIAL = Missing("substantial", "whether the authority judges the care to be substantial")
_REGULAR = Missing("regular", "whether the authority judges the care to be regular")
_CONTRACT = Missing("under_contract", "whether the care is given by virtue of a contract")
_VOLUNTEER = Missing(
    "for_voluntary_organisation", "whether the care is given as a volunteer for an organisation"
)


def _substantial_and_regular(ask: Examination, source: Citation, asked: Asked) -> Iterator[Part]:
    relationship = asked.relationship
    yield gives_care(ask, source, asked)
    yield ask.fact("The care is substantial", source, relationship.substantial, _SUBSTANTIAL)
    yield ask.fact("The care is regular", source, relationship.regular, _REGULAR)


def _not_excluded(ask: Examination, source: Citation, asked: Asked) -> Iterator[Part]:
    relationship = asked.relationship
    # whoever does no voluntary work at all is no volunteer for an organisation
    volunteer = relationship.for_voluntary_organisation
    if volunteer is None and relationship.voluntary_work is False:
        volunteer = False
    yield ask.fact(
        "The care is by virtue of a contract",
        source,
        relationship.under_contract,
        _CONTRACT,
        wanted=False,
    )
    yield ask.fact(
        "The care is as a volunteer for a voluntary organisation",
        source,
        volunteer,
        _VOLUNTEER,
        wanted=False,
    )


def _child(ask: Examination, source: Citation, asked: Asked) -> Part:
    return ask.under(
        "The person cared for is a child",
        source,
        asked.relationship.cared_for.person,
        ADULT,
        CARED_FOR_BORN,
    )


def _disabled_child(ask: Examination, source: Citation, asked: Asked) -> tuple[Part, Part]:
    disabled = ask.fact(
        "The child is disabled",
        source,
        asked.relationship.cared_for.disabled,
        Missing("cared_for.disabled", "whether the child is disabled"),
    )
    return _child(ask, source, asked), disabled


def _disabled_child_being_assessed(ask: Examination, asked: Asked) -> Verdict:
    source = act_1995.SECTION_1_2
    assessed = ask.fact(
        "The authority is assessing the disabled child",
        source,
        asked.relationship.cared_for.assessed_as_disabled_child,
        Missing(
            "cared_for.assessed_as_disabled_child",
            "whether the authority is assessing the child's needs as a disabled child",
        ),
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
        Missing(
            "cared_for.assessed_for_after_care",
            "whether the authority is assessing the child for after-care",
        ),
    )
    child_after_care = Verdict.all_of(
        (_child(ask, act_1995.SECTION_1_1, asked), after_care),
        title="A child being assessed for after-care",
        subject=ask.subject,
    )
    yield Verdict.any_of(
        (_disabled_child_being_assessed(ask, asked), child_after_care),
        title="The needs of the child are being assessed",
        subject=ask.subject,
    )
    yield from _not_excluded(ask, act_1995.SECTION_1_3, asked)
    for other, words in ((young_carer, "a young carer"), (parent_carer, "a parent carer")):
        covered = Verdict.all_of(other(asked, basis), title=other.title, subject=ask.subject)
        yield ask.excludes(f"The carer is {words}", act_1995.SECTION_1_3A, covered)


@rule(
    id="C00",
    title="Carer under the Carers and Disabled Children Act 2000",
    citation=act_2000.SECTION_1_1,
    in_force=act_2000.IN_FORCE,
)
def carer_under_2000_act(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for a carer of an adult, or for someone with parental responsibility of a child."""
    ask = Examination("C00", asked.relationship.reference, asked.day, basis)
    yield Verdict.any_of(
        (carer_of_an_adult(ask, asked), parent_of_a_disabled_child(ask, asked)),
        title="Section 1 or section 6",
        subject=ask.subject,
    )


def carer_of_an_adult(ask: Examination, asked: Asked) -> Verdict:
    """Ask for a carer within section 1 of the Act of 2000."""
    relationship, source = asked.relationship, act_2000.SECTION_1_1
    carer, cared_for = relationship.carer.person, relationship.cared_for.person
    parts = (
        ask.aged("The carer is 16 or over", source, carer, _AGE_TO_ASK, CARER_BORN),
        ask.aged("The person cared for is an adult", source, cared_for, ADULT, CARED_FOR_BORN),
        *_substantial_and_regular(ask, source, asked),
        *_not_excluded(ask, act_2000.SECTION_1_3, asked),
    )
    title = "A carer of 16 or over of a person of 18 or over"
    return Verdict.all_of(parts, title=title, subject=ask.subject)


def parent_of_a_disabled_child(ask: Examination, asked: Asked) -> Verdict:
    """Ask for a person within section 6 of the Act of 2000, which excludes no contract."""
    source = act_2000.SECTION_6
    responsible = ask.fact(
        "The carer has parental responsibility",
        source,
        asked.relationship.parental_responsibility,
        Missing("parental_responsibility", "whether the carer has parental responsibility"),
    )
    parts = (
        *_disabled_child(ask, source, asked),
        responsible,
        *_substantial_and_regular(ask, source, asked),
    )
    title = "A person with parental responsibility for a disabled child"
    return Verdict.all_of(parts, title=title, subject=ask.subject)
