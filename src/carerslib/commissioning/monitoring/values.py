"""Values of indicators: when they were collected, which may be compared, what may be published."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import cited, count, key, one_of, text
from carerslib.commissioning.monitoring._numbers import decimal_places, exact, exact_if_known
from carerslib.commissioning.monitoring.indicators import Concept
from carerslib.errors import InvalidValueError, require
from carerslib.law import outcomes_framework
from carerslib.periods import FinancialYear
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

__all__ = [
    "FEWEST_PUBLISHED",
    "SERIES_BREAKS",
    "IndicatorValue",
    "Published",
    "SeriesBreak",
    "check_trend",
    "check_value",
    "publish",
    "rounded_count",
]

FEWEST_PUBLISHED: Final = 3
"""A base below this is not published, by NHS Digital's code."""

_NEAREST: Final = 5


def _year(given: FinancialYear | str) -> FinancialYear:
    return given if isinstance(given, FinancialYear) else FinancialYear.parse(given)


def _year_if_known(given: FinancialYear | str | None) -> FinancialYear | None:
    return None if given is None else _year(given)


@final
@attrs.frozen(kw_only=True)
class IndicatorValue:
    """One value of one indicator for an area, with what it rests on.

    ``year`` is that of the framework which publishes it and ``collected_in`` that in which people
    answered or were counted; the two differ. ``base`` is how many it is out of. ``release`` says
    which issue of the tables it was read in. None is not recorded, never none.
    """

    reference: str
    concept: Concept
    year: FinancialYear = attrs.field(converter=_year)
    area: str
    value: Fraction | None = attrs.field(default=None, converter=exact_if_known)
    collected_in: FinancialYear | None = attrs.field(default=None, converter=_year_if_known)
    base: int | None = None
    numerator: int | None = None
    release: str = ""
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            one_of("concept", self.concept, Concept),
            key("area", self.area),
            count("base", self.base),
            count("numerator", self.numerator),
            text("release", self.release),
            cited("source", self.source, optional=True),
        )

    @property
    def is_stale(self) -> bool | None:
        """Whether it was collected in an earlier year than it is published for; None if unknown."""
        return None if self.collected_in is None else self.collected_in < self.year


def _concepts(given: Iterable[Concept]) -> frozenset[Concept]:
    return frozenset(given)


@final
@attrs.frozen
class SeriesBreak:
    """A year from which values do not compare with earlier ones, and why.

    ``area`` is empty for a break everywhere.
    """

    concepts: frozenset[Concept] = attrs.field(converter=_concepts)
    first: FinancialYear = attrs.field(converter=_year)
    why: str
    citation: Citation
    area: str = ""

    def __attrs_post_init__(self) -> None:
        require(key("why", self.why), cited("citation", self.citation), text("area", self.area))

    def parts(self, earlier: IndicatorValue, later: IndicatorValue) -> bool:
        """Whether it lies between two values of which both years of collection are known."""
        before, after = earlier.collected_in, later.collected_in
        here = self.area in ("", earlier.area) and earlier.concept in self.concepts
        if before is None or after is None:
            return False
        return here and before < self.first <= after


_SURVEYED: Final = (
    Concept.QUALITY_OF_LIFE,
    Concept.SOCIAL_CONTACT,
    Concept.SATISFACTION,
    Concept.INCLUDED,
    Concept.INFORMATION,
    Concept.NO_FINANCIAL_DIFFICULTY,
    Concept.LOOK_AFTER_THEMSELVES,
)

SERIES_BREAKS: Final = (
    SeriesBreak(
        _SURVEYED,
        FinancialYear(2016),
        "carers not assessed or reviewed in the year joined the population",
        outcomes_framework.QUALITY_OF_LIFE_SERIES,
    ),
    SeriesBreak(
        (Concept.SELF_DIRECTED_SUPPORT, Concept.DIRECT_PAYMENTS),
        FinancialYear(2024),
        "client level data replaced the return from councils",
        Citation.convention("How the library counts", "a change of collection breaks a series"),
    ),
    SeriesBreak(
        _SURVEYED,
        FinancialYear(2023),
        "cases of learning disability were 20% of the sample, after 45.7% of the one before",
        outcomes_framework.SURVEY_CAMBRIDGESHIRE,
        "Cambridgeshire",
    ),
)
"""The breaks that are known. A council adds its own, such as a sample that was drawn otherwise."""


def check_value(value: IndicatorValue) -> Verdict:
    """Say whether a value is of the year that it is published for, and which release it is from.

    Both only advise: an old value may be all there is. When it was collected has to be recorded.
    """
    stale = value.is_stale
    source = value.source or outcomes_framework.ASCOF_2024_25
    lacks = Missing("collected_in", "the year in which it was collected")
    recorded = Finding(
        "indicator.collected",
        "It is recorded when it was collected",
        Result.UNDETERMINED if stale is None else Result.MET,
        Aspect.RECORD,
        value.reference,
        source,
        None if value.collected_in is None else str(value.collected_in),
        "given",
        None,
        (lacks,) if stale is None else (),
    )
    current = Finding(
        "indicator.current",
        "It was collected in the year that it is published for",
        {True: Result.NOT_MET, False: Result.MET, None: Result.UNDETERMINED}[stale],
        Aspect.DATES,
        value.reference,
        source,
        None if value.collected_in is None else str(value.collected_in),
        "must be",
        str(value.year),
        (lacks,) if stale is None else (),
        binding=False,
    )
    release = Finding(
        "indicator.release",
        "It is recorded in which release it was read",
        Result.MET if value.release else Result.UNDETERMINED,
        Aspect.RECORD,
        value.reference,
        source,
        value.release or None,
        "given",
        None,
        () if value.release else (Missing("release", "which issue of the tables"),),
        binding=False,
    )
    title = f"{value.concept}, {value.area}, {value.year}"
    return Verdict.all_of([recorded, current, release], title=title, subject=value.reference)


def check_trend(
    earlier: IndicatorValue,
    later: IndicatorValue,
    *,
    breaks: Iterable[SeriesBreak] = SERIES_BREAKS,
) -> Verdict:
    """Say whether one value may be set after another as a trend: one series, without a break.

    Not met where they are of two concepts or areas, where the second was not collected later than
    the first, as where one survey is published for two years, or where a known break lies between
    them; undetermined where it is not recorded when either was collected.
    """
    parts = [
        _same(earlier, later, "concept", "They are about the same thing"),
        _same(earlier, later, "area", "They are of the same area"),
        _collected_later(earlier, later),
        _unbroken(earlier, later, tuple(breaks)),
    ]
    subject = f"{earlier.reference}, {later.reference}"
    return Verdict.all_of(parts, title=f"Trend of {earlier.concept}", subject=subject)


_ONE_SERIES: Final = Citation.convention("How the library counts", "R-MON-2")


def _same(earlier: IndicatorValue, later: IndicatorValue, field: str, title: str) -> Finding:
    before, after = str(getattr(earlier, field)), str(getattr(later, field))
    return Finding(
        f"indicator.same_{field}",
        title,
        Result.MET if before == after else Result.NOT_MET,
        Aspect.SCOPE,
        later.reference,
        _ONE_SERIES,
        after,
        "must be",
        before,
    )


def _lacking(*values: IndicatorValue) -> tuple[Missing, ...]:
    return tuple(
        Missing(f"{each.reference}.collected_in", "the year of collection")
        for each in values
        if each.collected_in is None
    )


def _collected_later(earlier: IndicatorValue, later: IndicatorValue) -> Finding:
    before, after = earlier.collected_in, later.collected_in
    result = Result.UNDETERMINED
    if before is not None and after is not None:
        result = Result.MET if before < after else Result.NOT_MET
    return Finding(
        "indicator.later",
        "The later one was collected later",
        result,
        Aspect.DATES,
        later.reference,
        _ONE_SERIES,
        None if after is None else str(after),
        "after",
        None if before is None else str(before),
        _lacking(earlier, later),
        note="both were collected in one year" if after is not None and before == after else "",
    )


def _unbroken(
    earlier: IndicatorValue, later: IndicatorValue, breaks: tuple[SeriesBreak, ...]
) -> Finding:
    between = [each for each in breaks if each.parts(earlier, later)]
    lacking = _lacking(earlier, later)
    result = Result.NOT_MET if between else Result.UNDETERMINED if lacking else Result.MET
    return Finding(
        "indicator.series",
        "No break lies between them",
        result,
        Aspect.DATES,
        later.reference,
        between[0].citation if between else _ONE_SERIES,
        tuple(str(each.collected_in) for each in (earlier, later)),
        "without a break from",
        tuple(str(each.first) for each in between),
        lacking,
        note="; ".join(each.why for each in between),
    )


@final
class Published(NamedTuple):
    """What may be published of a share: rounded counts and one decimal place, or nothing."""

    numerator: int | None
    base: int | None
    value: Decimal | None
    suppressed: bool


def rounded_count(number: int) -> int:
    """Round a count to the nearest 5, as NHS Digital's code does."""
    require(_counted("number", number))
    return (number + _NEAREST // 2) // _NEAREST * _NEAREST


def _counted(field: str, value: object) -> InvalidValueError | None:
    if type(value) is int and value >= 0:
        return None
    return InvalidValueError(field, value, "a whole number of 0 or more")


def publish(numerator: int, base: int) -> Published:
    """Give what may be published of so many out of so many, per cent.

    Nothing where the base is below three. The share is worked out before the counts are rounded,
    and given to one decimal place, half a tenth rounded up.
    """
    require(_counted("numerator", numerator), _counted("base", base))
    if base < FEWEST_PUBLISHED:
        return Published(None, None, None, suppressed=True)
    share = decimal_places(exact(numerator) * 100 / base, 1)
    return Published(rounded_count(numerator), rounded_count(base), share, suppressed=False)
