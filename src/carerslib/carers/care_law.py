"""Who is a carer under the law of today: the Care Act 2014 and the Children Act 1989.

No rule here reads hours: how much care is given is no part of these definitions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.carers.examination import Examination
from carerslib.carers.together import as_parts, settle
from carerslib.law import care_act_2014 as care_act
from carerslib.law import children_act_1989 as children_act
from carerslib.rules import rule
from carerslib.verdicts import Missing, Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.carers.relationships import CaringRelationship
    from carerslib.citations import Citation
    from carerslib.verdicts import Finding

__all__ = [
    "ADULT",
    "CARED_FOR_BORN",
    "CARER_BORN",
    "CARE_INCLUDES",
    "CONTRACT",
    "DISABLED",
    "RESPONSIBLE",
    "VOLUNTARY",
    "Asked",
    "care_act_carer",
    "childs_carer",
    "gives_care",
    "looks_after",
    "parent_carer",
    "young_carer",
    "young_carer_of_an_adult",
]

ADULT: Final = 18
"""The age at which a person is an adult: Care Act 2014, section 2(8); a child is younger."""

CARER_BORN: Final = "carer.person.born"
"""Where the carer's day of birth is recorded."""

CARED_FOR_BORN: Final = "cared_for.person.born"
"""Where the day of birth of the person cared for is recorded."""

CARE_INCLUDES: Final = "practical or emotional support is care"
"""What the Acts of 2014 and 1989 say of the word."""

_GIVEN = Missing("provides", "whether care is given")
_DAYS_OF_CARE = Missing("since", "enough of the first and last day of the care")
_INTENDED = Missing("intends", "whether care is intended")

# What several laws ask for is named alike under each, so that it is asked for once.
CONTRACT: Final = Missing("under_contract", "whether the care is given under a contract")
"""Named where it is not recorded whether a contract excludes somebody."""

VOLUNTARY: Final = Missing("voluntary_work", "whether the care is voluntary work")
"""Named where it is not recorded whether voluntary work excludes somebody."""

DISABLED: Final = Missing("cared_for.disabled", "whether the child is disabled")
"""Named where it is not recorded whether the child cared for is disabled."""

RESPONSIBLE: Final = Missing(
    "parental_responsibility", "whether the carer has parental responsibility for the child"
)
"""Named where it is not recorded whether a carer is responsible for the child as a parent is."""


@final
class Asked(NamedTuple):
    """A relationship, and the day on which a definition is asked whether it covers it."""

    relationship: CaringRelationship
    day: date


def gives_care(
    ask: Examination,
    source: Citation,
    asked: Asked,
    note: str = "",
    title: str = "Gives care, or intends to",
) -> Part:
    """Ask that care is given on the day, or intended."""
    relationship = asked.relationship
    facts = {"given": relationship.provides_on(asked.day), "intends": relationship.intends}
    settled = settle(_gives_or_intends, facts)
    finding = ask.fact(title, source, settled.result, _GIVEN)._replace(note=note)
    if settled.result is not None:
        return finding
    return as_parts(finding, settled, {"given": _missing_of(asked), "intends": _INTENDED})


def _gives_or_intends(*, given: int, intends: int) -> int:
    return given | intends


def looks_after(ask: Examination, source: Citation, asked: Asked) -> Finding:
    """Ask that care is given on the day: to intend it is not enough."""
    given = asked.relationship.provides_on(asked.day)
    return ask.fact("Gives care", source, given, _missing_of(asked))


def _missing_of(asked: Asked) -> Missing:
    """Name what is not known where it is open whether care is given on the day."""
    return _GIVEN if asked.relationship.provides is None else _DAYS_OF_CARE


def _not_excluded(
    ask: Examination, excluded: Citation, override: Citation, asked: Asked
) -> Verdict:
    relationship = asked.relationship
    under_contract = ask.fact(
        "The care is under a contract",
        excluded,
        relationship.under_contract,
        CONTRACT,
        wanted=False,
    )
    voluntary = ask.fact(
        "The care is voluntary work",
        excluded,
        relationship.works_voluntarily,
        VOLUNTARY,
        wanted=False,
    )
    regarded = ask.fact(
        "The authority regards the person as a carer because of the relationship",
        override,
        relationship.is_regarded_as_carer(asked.day),
        Missing("regarded_as_carer", "the authority's reasoned view, and its day"),
    )
    neither = Verdict.all_of(
        (under_contract, voluntary),
        title="Neither a contract nor voluntary work",
        subject=ask.subject,
    )
    return Verdict.any_of(
        (neither, regarded), title="Not excluded as paid or voluntary", subject=ask.subject
    )


@rule(
    id="CA14_S10",
    title="Carer under the Care Act 2014, section 10",
    citation=care_act.SECTION_10_3,
    in_force=care_act.IN_FORCE,
)
def care_act_carer(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for an adult who gives, or intends to give, care for another adult."""
    relationship = asked.relationship
    ask = Examination("CA14_S10", relationship.reference, asked.day, basis)
    adult = care_act.SECTION_2_8
    carer, cared_for = relationship.carer.person, relationship.cared_for.person
    yield ask.aged("The carer is an adult", adult, carer, ADULT, CARER_BORN)
    yield ask.aged("The person cared for is an adult", adult, cared_for, ADULT, CARED_FOR_BORN)
    yield gives_care(ask, care_act.SECTION_10_3, asked, CARE_INCLUDES)
    yield _not_excluded(ask, care_act.SECTION_10_9, care_act.SECTION_10_10, asked)


@rule(
    id="CA14_S60",
    title="Child's carer under the Care Act 2014, section 60",
    citation=care_act.SECTION_60_7,
    in_force=care_act.IN_FORCE,
)
def childs_carer(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for an adult, a parent or not, who gives or intends to give care for a child."""
    relationship = asked.relationship
    ask = Examination("CA14_S60", relationship.reference, asked.day, basis)
    source = care_act.SECTION_60_7
    carer, cared_for = relationship.carer.person, relationship.cared_for.person
    yield ask.aged("The carer is an adult", source, carer, ADULT, CARER_BORN)
    yield ask.under("The person cared for is a child", source, cared_for, ADULT, CARED_FOR_BORN)
    yield gives_care(ask, source, asked, CARE_INCLUDES)
    yield _not_excluded(ask, care_act.SECTION_60_8, care_act.SECTION_60_8, asked)


@rule(
    id="CA14_S63",
    title="Young carer under the Care Act 2014, section 63",
    citation=care_act.SECTION_63_6,
    in_force=care_act.IN_FORCE,
)
def young_carer_of_an_adult(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for a person under 18 who gives, or intends to give, care for an adult."""
    relationship = asked.relationship
    ask = Examination("CA14_S63", relationship.reference, asked.day, basis)
    source = care_act.SECTION_63_6
    carer, cared_for = relationship.carer.person, relationship.cared_for.person
    yield ask.under("The carer is under 18", source, carer, ADULT, CARER_BORN)
    yield ask.aged("The person cared for is an adult", source, cared_for, ADULT, CARED_FOR_BORN)
    yield gives_care(ask, source, asked, CARE_INCLUDES)
    yield _not_excluded(ask, care_act.SECTION_63_7, care_act.SECTION_63_7, asked)


@rule(
    id="CA89_17ZA",
    title="Young carer under the Children Act 1989, section 17ZA",
    citation=children_act.SECTION_17ZA_3,
    in_force=children_act.IN_FORCE,
)
def young_carer(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for a person under 18 who gives, or intends to give, care for anyone of any age."""
    relationship = asked.relationship
    ask = Examination("CA89_17ZA", relationship.reference, asked.day, basis)
    source = children_act.SECTION_17ZA_3
    carer = relationship.carer.person
    yield ask.under("The carer is under 18", source, carer, ADULT, CARER_BORN)
    yield gives_care(ask, source, asked, CARE_INCLUDES)
    yield _not_excluded(ask, children_act.SECTION_17ZB_3, children_act.SECTION_17ZB_4, asked)


@rule(
    id="CA89_17ZD",
    title="Parent carer under the Children Act 1989, section 17ZD",
    citation=children_act.SECTION_17ZD_2,
    in_force=children_act.IN_FORCE,
)
def parent_carer(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for an adult with parental responsibility for the disabled child they care for."""
    relationship = asked.relationship
    ask = Examination("CA89_17ZD", relationship.reference, asked.day, basis)
    source = children_act.SECTION_17ZD_2
    carer, cared_for = relationship.carer.person, relationship.cared_for
    yield ask.aged("The carer is 18 or over", source, carer, ADULT, CARER_BORN)
    yield ask.under(
        "The person cared for is a child", source, cared_for.person, ADULT, CARED_FOR_BORN
    )
    yield ask.fact("The child is disabled", source, cared_for.disabled, DISABLED)
    yield ask.fact(
        "The carer has parental responsibility",
        source,
        relationship.parental_responsibility,
        RESPONSIBLE,
    )
    yield gives_care(ask, source, asked, CARE_INCLUDES)
