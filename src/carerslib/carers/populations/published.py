"""Published figures about carers, each with its source, its year and whom it counts.

They are here so that a figure quoted in a report can be set beside what it came from. None is taken
as the number of carers: each counts other people than the next.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final, final

import attrs

from carerslib.carers.populations.bases import Ages, Group, Inclusion, Population
from carerslib.carers.populations.estimates import Certainty, Estimate, Proportion
from carerslib.carers.wider_words import BANDS_2021, HoursBand
from carerslib.citations import Citation, Standing
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day

__all__ = [
    "CENSUS_DAY_2011",
    "CENSUS_DAY_2021",
    "ENGLAND_2021",
    "HEREFORDSHIRE_2011",
    "HEREFORDSHIRE_2021",
    "HEREFORDSHIRE_SURVEY_2011",
    "PUBLISHED",
    "SCHOOL_CENSUS_2023",
    "SCHOOL_CENSUS_2024",
    "YOUNG_CARERS_2010",
    "YOUNG_CARERS_2010_UK",
    "YOUNG_CARERS_2011",
    "YOUNG_CARERS_2021",
    "CareByHours",
]

CENSUS_DAY_2011: Final = date(2011, 3, 27)
"""The day of the Census of 2011."""

CENSUS_DAY_2021: Final = date(2021, 3, 21)
"""The day of the Census of 2021."""

_FIRST_HOURS: Final = (0, 1)


@final
@attrs.frozen
class CareByHours:
    """A census table of unpaid care: everybody counted, those who give none, and carers by band.

    Raises :class:`.InvalidValueError` where the parts do not add up to the total.
    """

    reference: str
    population: Population
    source: Citation
    year: Day
    total: int
    none: int
    bands: tuple[tuple[HoursBand, int], ...]

    def __attrs_post_init__(self) -> None:
        added = self.none + self.carers
        require(
            None
            if added == self.total
            else InvalidValueError("total", self.total, f"the sum of the parts, {added:,}")
        )

    @property
    def carers(self) -> int:
        """Everybody who gives unpaid care."""
        return sum(number for _, number in self.bands)

    @property
    def share(self) -> Fraction:
        """Carers as a share of everybody counted: crude, not standardised for age."""
        return Fraction(self.carers, self.total)

    def number_in(self, band: HoursBand) -> int:
        """Give the carers of one band. Raises :class:`.InvalidValueError` for another table's."""
        for each, number in self.bands:
            if each == band:
                return number
        raise InvalidValueError(field="band", value=band.title, expected="a band of this table")

    def merged_into(self, bands: tuple[HoursBand, ...]) -> CareByHours:
        """Give the same table in broader bands, each made of whole bands of this one.

        The bands may start lower than those asked for at the bottom only, where the older census
        asked from one hour and the newer from none. Raises :class:`.InvalidValueError` for bands
        that would cut one of this table.
        """
        merged = []
        left = list(self.bands)
        for band in bands:
            number, end = 0, -1 if band.most is None else None
            while left and _lies_in(left[0][0], band):
                narrower, more = left.pop(0)
                number, end = number + more, narrower.most
            if end != band.most:
                raise _cut(bands)
            merged.append((band, number))
        if left:
            raise _cut(bands)
        return attrs.evolve(self, bands=tuple(merged))

    def as_estimate(self) -> Estimate:
        """Give the number of carers as a figure to measure lists against."""
        return Estimate(
            self.reference,
            self.carers,
            self.population,
            self.source,
            self.year,
            certainty=Certainty.COUNTED,
            includes={Group.YOUNG: Inclusion.YES},
        )


def _lies_in(band: HoursBand, broader: HoursBand) -> bool:
    starts = band.least >= broader.least or (band.least, broader.least) == _FIRST_HOURS
    ends = broader.most is None or (band.most is not None and band.most <= broader.most)
    return starts and ends


def _cut(bands: tuple[HoursBand, ...]) -> InvalidValueError:
    titles = tuple(each.title for each in bands)
    return InvalidValueError("bands", titles, "bands that are each made of whole bands of this one")


_TABLE_2021: Final = Citation(
    "Census 2021, England and Wales",
    "table TS039, unpaid care",
    url="https://www.nomisweb.co.uk/datasets/c2021ts039",
    note="people aged 5 and over in England; the sums were checked",
)
_ENGLAND: Final = "England"
_HEREFORDSHIRE: Final = "Herefordshire"
_CENSUS_AGES: Final = Ages(5)
_SCHOOL_AGES: Final = Ages(5, 17)
_BBC: Final = Citation(
    "BBC, survey of young carers",
    "16 November 2010",
    note=(
        "337 of 4,029 pupils in 10 UK secondary schools had given personal care in the past month; "
        "8 per cent of all children in the UK gives about 700,000"
    ),
)
_COUNTY: Final = Citation(
    "Understanding Herefordshire, unpaid carers",
    url="https://understanding.herefordshire.gov.uk",
)
_HEREFORD_TIMES: Final = Citation(
    "Hereford Times, July 2017",
    standing=Standing.SECONDARY,
    note="reported as 16.5 per cent, which does not fit the county's population",
)
_CHILDRENS_SOCIETY: Final = Citation(
    "The Children's Society, report on young carers",
    standing=Standing.SECONDARY,
    url=(
        "https://www.childrenssociety.org.uk/news-and-blogs/press-release/report-reveals-impact-"
        "young-carers"
    ),
)
_ONS: Final = Citation(
    "Office for National Statistics, unpaid care by age, England and Wales: Census 2021",
    url="https://www.ons.gov.uk",
)
_CARERS_TRUST: Final = Citation(
    "Carers Trust, Young carers and the school census",
    standing=Standing.SECONDARY,
    url="https://carers.org/campaigning-for-change/young-carers-and-the-school-census",
)

ENGLAND_2021: Final = CareByHours(
    "England, Census 2021",
    Population(area=_ENGLAND, ages=_CENSUS_AGES, definition="CEN21"),
    _TABLE_2021,
    CENSUS_DAY_2021,
    53_413_098,
    48_734_833,
    tuple(
        zip(BANDS_2021, (1_668_989, 634_736, 452_264, 517_505, 1_404_771), strict=True),
    ),
)
"""Unpaid care in England at the Census of 2021, in its own bands."""

HEREFORDSHIRE_SURVEY_2011: Final = Estimate(
    "Herefordshire, health and wellbeing survey 2011",
    34_200,
    Population(area=_HEREFORDSHIRE, definition="carers by their own account"),
    _HEREFORD_TIMES,
    DateRange.year(2011),
    certainty=Certainty.SURVEYED,
    about=True,
)
"""The figure behind the strategy of 2017: carers by their own account."""

HEREFORDSHIRE_2011: Final = Estimate(
    "Herefordshire, Census 2011",
    21_000,
    Population(area=_HEREFORDSHIRE, definition="CEN11"),
    _COUNTY.quoting("nearly 21,000"),
    CENSUS_DAY_2011,
    certainty=Certainty.COUNTED,
    about=True,
)
"""Nearly 21,000, at one hour a week or more."""

HEREFORDSHIRE_2021: Final = Estimate(
    "Herefordshire, Census 2021",
    17_000,
    Population(area=_HEREFORDSHIRE, ages=_CENSUS_AGES, definition="CEN21"),
    _COUNTY.quoting("nearly 17,000"),
    CENSUS_DAY_2021,
    certainty=Certainty.COUNTED,
    about=True,
    accurate=False,
)
"""Nearly 17,000; the council says that the true number is not known."""

YOUNG_CARERS_2010: Final = Proportion(
    "BBC survey 2010",
    337,
    4_029,
    Population(
        area="United Kingdom",
        definition="personal care given in the past month",
        among="pupils of secondary schools",
    ),
    _BBC,
    DateRange.year(2010),
    certainty=Certainty.SURVEYED,
)
"""About 1 in 12 pupils of ten secondary schools."""

YOUNG_CARERS_2010_UK: Final = Estimate(
    "BBC survey 2010, scaled to the United Kingdom",
    700_000,
    Population(
        area="United Kingdom",
        ages=Ages(0, 17),
        definition="personal care given in the past month",
        among="all children",
    ),
    _BBC,
    DateRange.year(2010),
    certainty=Certainty.DERIVED,
    about=True,
    derived_from="BBC survey 2010",
)
"""The same share taken of all children, of whom the survey had asked only some."""

YOUNG_CARERS_2011: Final = Estimate(
    "young carers in England, Census 2011",
    166_363,
    Population(area=_ENGLAND, ages=_SCHOOL_AGES, definition="CEN11"),
    _CHILDRENS_SOCIETY,
    CENSUS_DAY_2011,
    certainty=Certainty.COUNTED,
    includes={Group.YOUNG: Inclusion.YES},
)
"""Young carers aged 5 to 17 in 2011."""

YOUNG_CARERS_2021: Final = Estimate(
    "young carers in England, Census 2021",
    120_000,
    Population(area=_ENGLAND, ages=_SCHOOL_AGES, definition="CEN21"),
    _ONS,
    CENSUS_DAY_2021,
    certainty=Certainty.COUNTED,
    about=True,
    includes={Group.YOUNG: Inclusion.YES},
)
"""Young carers aged 5 to 17 in 2021, 1.4 per cent."""


def _school_census(year: int, number: int) -> Estimate:
    return Estimate(
        f"school census, January {year}",
        number,
        Population(area=_ENGLAND, definition="CA89_17ZA", among="pupils of state schools"),
        _CARERS_TRUST,
        DateRange.month(year, 1),
        certainty=Certainty.COUNTED,
        includes={Group.YOUNG: Inclusion.YES},
        seldom_recognise_themselves=[Group.YOUNG],
    )


SCHOOL_CENSUS_2023: Final = _school_census(2023, 38_983)
"""Young carers identified in the first spring census that asked; 79 per cent of schools: none."""

SCHOOL_CENSUS_2024: Final = _school_census(2024, 53_976)
"""The second; 72 per cent of schools: none."""

PUBLISHED: Final[tuple[Estimate | Proportion, ...]] = (
    ENGLAND_2021.as_estimate(),
    HEREFORDSHIRE_SURVEY_2011,
    HEREFORDSHIRE_2011,
    HEREFORDSHIRE_2021,
    YOUNG_CARERS_2010,
    YOUNG_CARERS_2010_UK,
    YOUNG_CARERS_2011,
    YOUNG_CARERS_2021,
    SCHOOL_CENSUS_2023,
    SCHOOL_CENSUS_2024,
)
"""Every figure of this module."""
