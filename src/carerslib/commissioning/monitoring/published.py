"""Values for England that were read, each with the year of collection and where it was read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from carerslib.citations import Citation, Standing
from carerslib.commissioning.monitoring.indicators import Concept
from carerslib.commissioning.monitoring.values import IndicatorValue
from carerslib.law.outcomes_framework import SURVEY_2021_22, SURVEY_2023_24
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ENGLAND"]

_SCORES: Final = Citation(
    "QualityWatch, carer-reported quality of life",
    standing=Standing.SECONDARY,
    url="http://www.qualitywatch.org.uk/indicator/carer-reported-quality-life",
)
_RELEASES: Final[Mapping[int, str]] = {2023: "issued again on 16 April 2025"}
_READ: Final = (
    (Concept.QUALITY_OF_LIFE, {2012: "8.1", 2014: "7.9", 2016: "7.7", 2018: "7.5"}),
    (Concept.SATISFACTION, {2018: "38.6", 2021: "36.3", 2023: "36.7"}),
    (Concept.NO_FINANCIAL_DIFFICULTY, {2018: "53.4", 2021: "57.2", 2023: "53.4"}),
    (Concept.LOOK_AFTER_THEMSELVES, {2021: "49.2", 2023: "46.7"}),
)


def _source(concept: Concept, year: int) -> Citation:
    if concept is Concept.QUALITY_OF_LIFE:
        return _SCORES
    return SURVEY_2021_22 if year in (2018, 2021) else SURVEY_2023_24


def _values() -> tuple[IndicatorValue, ...]:
    return tuple(
        IndicatorValue(
            reference=f"{concept.name.lower()}.{FinancialYear(year)}",
            concept=concept,
            year=FinancialYear(year),
            area="England",
            value=Decimal(value),
            collected_in=FinancialYear(year),
            release=_RELEASES.get(year, ""),
            source=_source(concept, year),
        )
        for concept, by_year in _READ
        for year, value in by_year.items()
    )


ENGLAND: Final = _values()
"""Scores of quality of life (0 to 12) to 2018-19, and three shares of the survey, per cent."""
