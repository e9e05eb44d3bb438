"""Indicators by what they are about and the year of the framework, never by their number alone."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.commissioning._given import key, named, names, one_of, text
from carerslib.commissioning.monitoring._numbers import exact
from carerslib.commissioning.rag import Rag
from carerslib.errors import NotInForceError, require
from carerslib.law import outcomes_framework
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from carerslib.parameters import Parameter

__all__ = [
    "NATIONAL_MEASURES",
    "Against",
    "Concept",
    "DataSource",
    "Direction",
    "Indicator",
    "IndicatorKind",
    "NationalMeasure",
    "concepts_numbered",
    "latest_survey",
    "number_of",
]


class Concept(enum.StrEnum):
    """What an indicator is about. Its number changes from framework to framework."""

    QUALITY_OF_LIFE = "carer-reported quality of life"
    SOCIAL_CONTACT = "carers with as much social contact as they want"
    SATISFACTION = "carers' overall satisfaction"
    INCLUDED = "carers included in discussions about the person"
    INFORMATION = "carers who find information easy"
    SELF_DIRECTED_SUPPORT = "carers with self-directed support"
    DIRECT_PAYMENTS = "carers with direct payments"
    NO_FINANCIAL_DIFFICULTY = "carers without financial difficulty"
    LOOK_AFTER_THEMSELVES = "carers who look after themselves"
    HELPED_AFTER_ASSESSMENT = "carers helped after an assessment or review"
    TOOK_A_BREAK = "carers who used support to take a break"
    RELIEVED_THROUGH_CARED_FOR = "carers relieved by services to the person cared for"


class DataSource(enum.StrEnum):
    """Where a national measure comes from."""

    SURVEY = "survey of adult carers"
    COLLECTION = "councils' own data"


class Direction(enum.StrEnum):
    """Which way is better."""

    HIGH_IS_GOOD = "high is good"
    LOW_IS_GOOD = "low is good"


class IndicatorKind(enum.StrEnum):
    """Whether an indicator measures what is done, or what goes on around it."""

    PERFORMANCE = "performance"
    """Held against a target."""
    CONTEXTUAL = "contextual"
    """Held against a forecast; often not in the council's control."""


@final
class NationalMeasure(NamedTuple):
    """A national measure about carers: its source, which way is better, and its number by year."""

    concept: Concept
    source: DataSource
    direction: Direction
    number: Parameter[str]


def _measure(concept: Concept, source: DataSource, number: Parameter[str]) -> NationalMeasure:
    return NationalMeasure(concept, source, Direction.HIGH_IS_GOOD, number)


NATIONAL_MEASURES: Final = (
    _measure(Concept.QUALITY_OF_LIFE, DataSource.SURVEY, outcomes_framework.QUALITY_OF_LIFE_NUMBER),
    _measure(Concept.SOCIAL_CONTACT, DataSource.SURVEY, outcomes_framework.SOCIAL_CONTACT_NUMBER),
    _measure(Concept.SATISFACTION, DataSource.SURVEY, outcomes_framework.SATISFACTION_NUMBER),
    _measure(Concept.INCLUDED, DataSource.SURVEY, outcomes_framework.INCLUDED_NUMBER),
    _measure(Concept.INFORMATION, DataSource.SURVEY, outcomes_framework.INFORMATION_NUMBER),
    _measure(
        Concept.SELF_DIRECTED_SUPPORT,
        DataSource.COLLECTION,
        outcomes_framework.SELF_DIRECTED_NUMBER,
    ),
    _measure(
        Concept.DIRECT_PAYMENTS, DataSource.COLLECTION, outcomes_framework.DIRECT_PAYMENTS_NUMBER
    ),
)
"""The measures about carers in the framework, by what they are about."""


def _year(year: FinancialYear | str) -> FinancialYear:
    return year if isinstance(year, FinancialYear) else FinancialYear.parse(year)


def number_of(concept: Concept, year: FinancialYear | str) -> str:
    """Return the number of a concept in the framework of a year.

    Raises :class:`~carerslib.errors.NotInForceError` for a year whose number was not verified, and
    for a concept that is not in the framework.
    """
    day = _year(year).first_day
    for measure in NATIONAL_MEASURES:
        if measure.concept is concept:
            return measure.number.on(day)
    reason = "it has no number in the framework"
    raise NotInForceError(concept.value, day, reason)


def concepts_numbered(number: str, year: FinancialYear | str) -> tuple[Concept, ...]:
    """Return what a number stands for in the framework of one year: "3D" is two things by then.

    Raises :class:`~carerslib.errors.NotInForceError` where none is known to have it, and some
    numbers of that year are not verified: it might be one of those.
    """
    day = _year(year).first_day
    found: list[Concept] = []
    unsure: list[NotInForceError] = []
    for measure in NATIONAL_MEASURES:
        try:
            held = measure.number.on(day)
        except NotInForceError as error:
            unsure.append(error)
            continue
        if held == number or held.startswith(f"{number}("):
            found.append(measure.concept)
    if unsure and not found:
        asked = f"number {number}"
        raise NotInForceError(asked, day, unsure[0].reason)
    return tuple(found)


def latest_survey(year: FinancialYear | str) -> FinancialYear:
    """Return the year in which carers were last surveyed, as a framework year finds it.

    Raises :class:`~carerslib.errors.NotInForceError` before the first survey and for years that
    were not checked, when there may have been another.
    """
    asked = _year(year)
    held = [each for each in outcomes_framework.SURVEY_YEARS if each <= asked]
    if not held or asked > _LAST_CHECKED:
        first = outcomes_framework.SURVEY_YEARS[0]
        reason = f"surveys were checked for {first} to {_LAST_CHECKED}"
        name = DataSource.SURVEY.value
        raise NotInForceError(name, asked.first_day, reason)
    return held[-1]


_LAST_CHECKED: Final = FinancialYear(2024)


@final
@attrs.frozen(kw_only=True)
class Indicator:
    """An indicator that a plan names, or that somebody asked for.

    ``concept`` is None for one of the council's own. ``about`` links it to services, actions or
    intentions by reference. ``asked_by`` is who asked that it be measured, where somebody did.
    """

    reference: str
    title: str
    concept: Concept | None = None
    kind: IndicatorKind | None = None
    direction: Direction | None = None
    about: tuple[str, ...] = attrs.field(default=(), converter=names)
    asked_by: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            one_of("concept", self.concept, Concept, optional=True),
            one_of("kind", self.kind, IndicatorKind, optional=True),
            one_of("direction", self.direction, Direction, optional=True),
            named("about", self.about),
            text("asked_by", self.asked_by),
        )


def _level(given: object) -> Fraction:
    return exact(given, "level")


@final
@attrs.frozen(kw_only=True)
class Against:
    """A value beside what it is held against: a target, or a forecast for a contextual one."""

    indicator: str
    kind: IndicatorKind
    direction: Direction
    value: Fraction = attrs.field(converter=exact)
    level: Fraction = attrs.field(converter=_level)

    def __attrs_post_init__(self) -> None:
        require(
            key("indicator", self.indicator),
            one_of("kind", self.kind, IndicatorKind),
            one_of("direction", self.direction, Direction),
        )

    @property
    def rag(self) -> Rag:
        """Green at the level or better, and red otherwise: no source says where amber begins."""
        short = self.level - self.value
        if self.direction is Direction.LOW_IS_GOOD:
            short = -short
        return Rag.RED if short > 0 else Rag.GREEN
