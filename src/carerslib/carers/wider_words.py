"""Who is a carer for the NHS, the Census, benefits and leave from work.

None of these decides what a council owes a carer. They are here so that a figure or a claim made
under one of them is not read as if it were made under another.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.carers.care_law import CARER_BORN, Asked, gives_care, looks_after
from carerslib.carers.examination import Examination
from carerslib.carers.people import WhyHelpIsNeeded
from carerslib.carers.relationships import KindOfCare, Tie
from carerslib.citations import Citation, Standing
from carerslib.errors import NotInForceError
from carerslib.law import carers_allowance, carers_credit, employment_rights_act_1996
from carerslib.periods import DateRange
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis

__all__ = [
    "BANDS_2011",
    "BANDS_2021",
    "HoursBand",
    "band_of",
    "carer_at_nhs_england",
    "carer_in_census_2011",
    "carer_in_census_2021",
    "carer_on_leave",
    "carer_with_allowance",
    "carer_with_credit",
]

_AGE_IN_CENSUS: Final = 5
_AGE_FOR_ALLOWANCE: Final = 16

_NHS_ENGLAND: Final = Citation(
    "NHS England, working definition of a carer",
    standing=Standing.SECONDARY,
    url="https://www.england.nhs.uk/commissioning/comm-carers/carers/",
    note="policy, not law; read in pages that quote it, in 2026",
)
_CENSUS_2011: Final = Citation(
    "Census 2011, England and Wales",
    "question on unpaid care",
    standing=Standing.SECONDARY,
    url="https://www.ons.gov.uk/census/2011census/howourcensusworks/howwetookthe2011census",
    note="a statistic, not law; the question was read in accounts of it",
)
_CENSUS_2021: Final = Citation(
    "Census 2021, England and Wales",
    "question on unpaid care",
    url="https://www.ons.gov.uk/census",
    note="a statistic, not law",
)

_REASON: Final = Missing("cared_for.needs_help_because", "why the person cared for needs help")
_PAID: Final = Missing("paid", "whether the care is paid")
_HOURS: Final = Missing("hours_a_week", "how many whole hours a week the care takes")
_BENEFIT: Final = Missing(
    "cared_for.receives_qualifying_benefit",
    "whether the person cared for gets a qualifying benefit",
)
_FOR_THE_NHS: Final = (
    WhyHelpIsNeeded.ILLNESS,
    WhyHelpIsNeeded.FRAILTY,
    WhyHelpIsNeeded.DISABILITY,
    WhyHelpIsNeeded.MENTAL_HEALTH,
    WhyHelpIsNeeded.ADDICTION,
)
_FOR_THE_CENSUS: Final = (
    WhyHelpIsNeeded.ILLNESS,
    WhyHelpIsNeeded.DISABILITY,
    WhyHelpIsNeeded.MENTAL_HEALTH,
    WhyHelpIsNeeded.OLD_AGE,
)


@final
class HoursBand(NamedTuple):
    """A band of whole hours a week in census tables; ``most`` is None where it has no top."""

    title: str
    least: int
    most: int | None


BANDS_2011: Final = (
    HoursBand("1 to 19 hours", 1, 19),
    HoursBand("20 to 49 hours", 20, 49),
    HoursBand("50 hours or more", 50, None),
)
"""The bands of the Census of 2011."""

BANDS_2021: Final = (
    HoursBand("9 hours or less", 0, 9),
    HoursBand("10 to 19 hours", 10, 19),
    HoursBand("20 to 34 hours", 20, 34),
    HoursBand("35 to 49 hours", 35, 49),
    HoursBand("50 hours or more", 50, None),
)
"""The bands of the Census of 2021."""


def band_of(hours: int, bands: tuple[HoursBand, ...]) -> HoursBand | None:
    """Give the band in which hours a week lie; None below the lowest."""
    for band in reversed(bands):
        if hours >= band.least:
            return band
    return None


def _unpaid(ask: Examination, source: Citation, asked: Asked) -> Finding:
    return ask.fact(
        "The care is paid employment", source, asked.relationship.paid, _PAID, wanted=False
    )


@rule(
    id="NHSE",
    title="Carer in the working definition of NHS England",
    citation=_NHS_ENGLAND,
    in_force=DateRange.onwards(date(2026, 1, 1)),
)
def carer_at_nhs_england(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for someone of any age without whose unpaid care another could not cope."""
    relationship = asked.relationship
    ask = Examination("NHSE", relationship.reference, asked.day, basis)
    close = None
    if relationship.tie is not None:
        close = relationship.tie in (Tie.FAMILY, Tie.PARTNER, Tie.FRIEND)
    yield looks_after(ask, _NHS_ENGLAND, asked)
    yield ask.fact(
        "Family, partner or friend",
        _NHS_ENGLAND,
        close,
        Missing("tie", "what the carer is to the person cared for"),
    )
    yield ask.fact(
        "Help is needed for a reason in the definition",
        _NHS_ENGLAND,
        relationship.cared_for.needs_help_from(*_FOR_THE_NHS),
        _REASON,
    )
    yield ask.fact(
        "The person could not cope without the care",
        _NHS_ENGLAND,
        relationship.could_not_cope_without,
        Missing("could_not_cope_without", "whether the person could cope without the care"),
    )
    yield _unpaid(ask, _NHS_ENGLAND, asked)


def _as_the_census_asks(
    ask: Examination, source: Citation, asked: Asked, bands: tuple[HoursBand, ...]
) -> Iterator[Part]:
    relationship = asked.relationship
    yield looks_after(ask, source, asked)
    yield ask.fact(
        "Help is needed for a reason in the question",
        source,
        relationship.cared_for.needs_help_from(*_FOR_THE_CENSUS),
        _REASON,
    )
    yield _unpaid(ask, source, asked)
    band = None if relationship.hours_a_week is None else band_of(relationship.hours_a_week, bands)
    yield Finding(
        ask.rule,
        "Band of hours",
        Result.MET if band else Result.UNDETERMINED,
        Aspect.COUNT,
        ask.subject,
        source,
        measured=relationship.hours_a_week,
        comparison="counted as",
        permitted=band.title if band else None,
        missing=() if band else (_HOURS,),
        binding=False,
        private=True,
    )


@rule(
    id="CEN11",
    title="Unpaid carer in the Census of 2011",
    citation=_CENSUS_2011,
    in_force=DateRange(date(2011, 3, 27), date(2021, 3, 20)),
)
def carer_in_census_2011(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for unpaid help to anyone for long-term ill-health, disability or old age."""
    ask = Examination("CEN11", asked.relationship.reference, asked.day, basis)
    yield from _as_the_census_asks(ask, _CENSUS_2011, asked, BANDS_2011)


@rule(
    id="CEN21",
    title="Unpaid carer in the Census of 2021",
    citation=_CENSUS_2021,
    in_force=DateRange.onwards(date(2021, 3, 21)),
)
def carer_in_census_2021(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask the same of those aged 5 or over, whom the published tables count."""
    ask = Examination("CEN21", asked.relationship.reference, asked.day, basis)
    yield ask.aged(
        "The carer is 5 or over",
        _CENSUS_2021,
        asked.relationship.carer.person,
        _AGE_IN_CENSUS,
        CARER_BORN,
    )
    yield from _as_the_census_asks(ask, _CENSUS_2021, asked, BANDS_2021)


@rule(
    id="CA_BEN",
    title="Carer for Carer's Allowance",
    citation=carers_allowance.SECTION_70,
    in_force=carers_allowance.IN_FORCE,
)
def carer_with_allowance(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for the conditions of the benefit that are known, the earnings limit of the day too."""
    relationship, section = asked.relationship, carers_allowance.SECTION_70
    ask = Examination("CA_BEN", relationship.reference, asked.day, basis)
    carer = relationship.carer
    yield ask.aged("The carer is 16 or over", section, carer.person, _AGE_FOR_ALLOWANCE, CARER_BORN)
    yield looks_after(ask, section, asked)
    yield _hours_for_allowance(ask, asked)
    yield ask.fact(
        "The person cared for gets a qualifying benefit",
        section,
        relationship.cared_for.receives_qualifying_benefit,
        _BENEFIT,
    )
    yield ask.fact(
        "The carer is in full-time education",
        section,
        carer.in_full_time_education,
        Missing("carer.in_full_time_education", "whether the carer is in full-time education"),
        wanted=False,
    )
    yield _earnings(ask, asked)
    yield ask.fact(
        "The carer meets the rule on presence and residence",
        section,
        carer.meets_residence_rule,
        Missing("carer.meets_residence_rule", "whether the rule on residence is met"),
    )


def _hours_for_allowance(ask: Examination, asked: Asked) -> Finding:
    title, source = "Hours of care a week", carers_allowance.REGULATION_4
    try:
        least = ask.basis.parameter(carers_allowance.HOURS).on(asked.day)
    except NotInForceError as error:
        return ask.not_known(title, source, Aspect.COUNT, error)
    return ask.at_least(title, source, asked.relationship.hours_a_week, least, _HOURS)


def _earnings(ask: Examination, asked: Asked) -> Finding:
    title, source = "Net earnings a week", carers_allowance.REGULATION_8
    try:
        most = ask.basis.parameter(carers_allowance.EARNINGS_LIMIT).on(asked.day)
    except NotInForceError as error:
        return ask.not_known(title, source, Aspect.AMOUNT, error)
    earned = asked.relationship.carer.net_weekly_earnings
    missing = Missing("carer.net_weekly_earnings", "net earnings in the week that counts")
    return ask.at_most(title, source, earned, most, missing)


@rule(
    id="CC_NI",
    title="Carer for Carer's Credit",
    citation=carers_credit.REGULATION_5,
    in_force=carers_credit.IN_FORCE,
)
def carer_with_credit(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for 20 hours in all, under pension age, of care that a benefit or somebody accepts."""
    relationship, source = asked.relationship, carers_credit.REGULATION_5
    ask = Examination("CC_NI", relationship.reference, asked.day, basis)
    yield ask.fact(
        "The carer is under pension age",
        carers_credit.PENSION_AGE,
        relationship.carer.under_pension_age,
        Missing("carer.under_pension_age", "whether the carer is under pension age"),
    )
    yield looks_after(ask, source, asked)
    yield _hours_for_credit(ask, asked)
    accepted = ask.fact(
        "The level of care is accepted as appropriate",
        source,
        relationship.cared_for.level_of_care_accepted,
        Missing("cared_for.level_of_care_accepted", "whether the level of care is accepted"),
    )
    benefit = ask.fact(
        "The person cared for gets a qualifying benefit",
        source,
        relationship.cared_for.receives_qualifying_benefit,
        _BENEFIT,
    )
    yield Verdict.any_of(
        (benefit, accepted), title="A benefit, or the level of care accepted", subject=ask.subject
    )


def _hours_for_credit(ask: Examination, asked: Asked) -> Finding:
    title, source = "Hours of care a week for everyone together", carers_credit.REGULATION_5
    try:
        least = ask.basis.parameter(carers_credit.HOURS).on(asked.day)
    except NotInForceError as error:
        return ask.not_known(title, source, Aspect.COUNT, error)
    hours, in_all = asked.relationship.hours_a_week, asked.relationship.carer.hours_in_all
    # the hours of one relationship can show that there are enough, never that there are too few
    if in_all is None and hours is not None and hours >= least:
        in_all = hours
    missing = Missing("carer.hours_in_all", "whole hours of care a week for everyone together")
    return ask.at_least(title, source, in_all, least, missing)


@rule(
    id="CLEAVE",
    title="Employee with a right to carer's leave",
    citation=employment_rights_act_1996.SECTION_80J,
    in_force=employment_rights_act_1996.IN_FORCE,
)
def carer_on_leave(asked: Asked, basis: Basis) -> Iterator[Part]:
    """Ask for an employee who gives or arranges care for a dependant with a long-term need."""
    relationship, source = asked.relationship, employment_rights_act_1996.SECTION_80J
    ask = Examination("CLEAVE", relationship.reference, asked.day, basis)
    yield ask.fact(
        "The carer is an employee",
        source,
        relationship.carer.employee,
        Missing("carer.employee", "whether the carer is an employee"),
    )
    yield ask.fact(
        "The person cared for is a dependant",
        source,
        relationship.dependant,
        Missing("dependant", "whether the person cared for is a dependant of the employee"),
    )
    yield ask.fact(
        "The dependant has a long-term care need",
        source,
        relationship.cared_for.has_long_term_care_need,
        Missing("cared_for.has_long_term_care_need", "whether there is a long-term care need"),
    )
    if KindOfCare.ARRANGING in relationship.kinds:
        # to arrange care is enough, for as long as the relationship lasts
        asked = asked._replace(relationship=attrs.evolve(relationship, provides=True))
    yield gives_care(ask, source, asked, title="Gives or arranges care")
