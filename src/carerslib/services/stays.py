"""Stays away from home: a child's short breaks under the lighter rules, and short stays in care."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from carerslib.basis import Convention
from carerslib.citations import Citation
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.law.care_planning_regulations_2010 import (
    DAYS_IN_TWELVE_MONTHS,
    IN_FORCE,
    LONGEST_SHORT_BREAK,
    REGULATION_48_2,
)
from carerslib.law.charging_regulations_2014 import SHORT_TERM_NIGHTS
from carerslib.periods import DateRange, Term, check_day
from carerslib.rules import Rule, RuleSet
from carerslib.services._checks import fact, is_a, key, whole
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carerslib.basis import Basis

__all__ = [
    "COUNTED_STAYS",
    "SHORT_BREAKS",
    "ShortBreaks",
    "Stay",
    "check_short_breaks",
    "check_short_term",
]

COUNTED_STAYS: Final = Convention(
    "counted stays",
    "What is counted of a child's short break",
    ("days", "nights"),
    "days",
    Citation.convention("How the library counts", "short breaks, days or nights"),
)
"""The regulations count days, first and last included; one authority counts nights."""

_A_YEAR: Final = Term(months=12)
_RESULT: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}


@final
@attrs.frozen(kw_only=True)
class Stay:
    """One placement for a short break: its first and last day, both included, and where it was.

    ``intended_days`` is how long it was meant to last, None where only the days are recorded.
    """

    reference: str
    first: date = attrs.field(repr=False)
    last: date = attrs.field(repr=False)
    setting: str = attrs.field(default="", repr=False)
    intended_days: int | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        days = (("first", self.first), ("last", self.last))
        require(
            key("reference", self.reference),
            *(
                InvalidValueError(field, WITHHELD, "a date without a time")
                for field, day in days
                if check_day(field, day) is not None
            ),
            None
            if isinstance(self.setting, str)
            else InvalidValueError("setting", WITHHELD, "text"),
            whole("intended_days", self.intended_days, least=1, missing=True),
        )
        if self.last < self.first:
            raise InvalidValueError(field="last", value=WITHHELD, expected="the first day or later")


def _stays(given: Iterable[Stay]) -> tuple[Stay, ...]:
    return tuple(given)


@final
@attrs.frozen(kw_only=True)
class ShortBreaks:
    """A series of short breaks of one child, as one authority arranged them.

    ``in_care`` is whether the child is in the authority's care by an order; ``returns_home`` is
    whether the child goes back to a parent, or to another person with parental responsibility, at
    the end of each stay. Days on which one stay ends and another begins count in both.
    """

    reference: str
    stays: tuple[Stay, ...] = attrs.field(converter=_stays, repr=False)
    in_care: bool | None = attrs.field(default=None, repr=False)
    returns_home: bool | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        known = all(isinstance(stay, Stay) for stay in self.stays)
        require(
            key("reference", self.reference),
            None
            if known and self.stays
            else InvalidValueError("stays", WITHHELD, "one Stay or more"),
            fact("in_care", self.in_care),
            fact("returns_home", self.returns_home),
        )


def _days(stay: Stay) -> range:
    return range(stay.first.toordinal(), stay.last.toordinal() + 1)


def _counted(stay: Stay, basis: Basis) -> range:
    """Give what counts of a stay: its days, or its nights by the day on which each begins."""
    nights = basis.takes(COUNTED_STAYS) == "nights"
    days = _days(stay)
    return days[:-1] if nights else days


def _most_in_a_year(stays: Iterable[Stay], basis: Basis) -> tuple[int, DateRange]:
    """Find the twelve months that hold the most, and how much they hold."""
    counted = sorted(day for stay in stays for day in _counted(stay, basis))
    # the twelve months that hold the most begin on a day of some stay
    starts = sorted({day for stay in stays for day in _days(stay)})
    best = 0, DateRange.starting(date.fromordinal(starts[0]), _A_YEAR)
    for start in starts:
        window = DateRange.starting(date.fromordinal(start), _A_YEAR)
        held = bisect_right(counted, window.last.toordinal()) - bisect_left(counted, start)
        best = max(best, (held, window), key=itemgetter(0))
    return best


def _finding(
    series: ShortBreaks,
    rule: Rule[ShortBreaks],
    result: Result,
    aspect: Aspect,
    **rest: Any,  # noqa: ANN401 - fields of a Finding, by name
) -> Finding:
    about = (rule.id, rule.title, result, aspect, series.reference, rule.citation)
    return Finding(*about, **rest, private=True)


def _not_in_care(series: ShortBreaks, _basis: Basis) -> Iterable[Part]:
    """Leave out a child who is in the authority's care."""
    in_care = series.in_care
    missing = () if in_care is not None else (Missing("in_care", "whether there is a care order"),)
    result = _RESULT[None if in_care is None else not in_care]
    yield _finding(series, _NOT_IN_CARE, result, Aspect.SCOPE, missing=missing)


def _one_setting(series: ShortBreaks, _basis: Basis) -> Iterable[Part]:
    """Ask for the same person or the same accommodation every time."""
    settings = {stay.setting for stay in series.stays}
    known = settings - {""}
    same = False if len(known) > 1 else None if "" in settings else True
    missing = (Missing("setting", "where each stay was"),) if same is None else ()
    yield _finding(
        series,
        _ONE_SETTING,
        _RESULT[same],
        Aspect.SCOPE,
        measured=len(known),
        comparison="only",
        permitted=1,
        missing=missing,
    )


def _longest(series: ShortBreaks, basis: Basis) -> Iterable[Part]:
    """Hold each stay to so many days, as it was intended or else as it was."""
    for stay in series.stays:
        most = basis.parameter(LONGEST_SHORT_BREAK).on(stay.first)
        lasted = len(_counted(stay, basis))
        meant = lasted if stay.intended_days is None else stay.intended_days
        met = meant <= most
        yield _finding(
            series,
            _LONGEST,
            _RESULT[met],
            Aspect.LENGTH,
            measured=meant,
            comparison="at most",
            permitted=most,
            remedy=None if met else Remedy("intended_days", most, "reduce by", meant - most),
            note=f"{stay.reference}: " + ("as recorded" if meant == lasted else "as intended"),
        )


def _returns_home(series: ShortBreaks, _basis: Basis) -> Iterable[Part]:
    """Ask that the child goes home after each stay."""
    home = series.returns_home
    lacks = Missing("returns_home", "whether the child goes home at the end of each stay")
    missing = (lacks,) if home is None else ()
    yield _finding(series, _RETURNS_HOME, _RESULT[home], Aspect.PRECONDITION, missing=missing)


def _in_twelve_months(series: ShortBreaks, basis: Basis) -> Iterable[Part]:
    """Hold the stays in any twelve months to so many days together."""
    held, window = _most_in_a_year(series.stays, basis)
    most = basis.parameter(DAYS_IN_TWELVE_MONTHS).on(window.first)
    yield _finding(
        series,
        _IN_TWELVE_MONTHS,
        _RESULT[held <= most],
        Aspect.COUNT,
        measured=held,
        comparison="at most",
        permitted=most,
        note=f"{basis.takes(COUNTED_STAYS)} in {window}",
    )


def _rule(
    name: str, title: str, place: str, examine: Callable[[ShortBreaks, Basis], Iterable[Part]]
) -> Rule[ShortBreaks]:
    citation = REGULATION_48_2.at(f"regulation 48(2){place}")
    return Rule(f"short_breaks.{name}", title, citation, IN_FORCE, examine)


_NOT_IN_CARE: Final = _rule("not_in_care", "The child is not in care", "(a)", _not_in_care)
_ONE_SETTING: Final = _rule("one_setting", "Every stay is in one place", "(b)", _one_setting)
_LONGEST: Final = _rule("longest", "No stay is meant to last longer", "(c)(i)", _longest)
_RETURNS_HOME: Final = _rule(
    "returns_home", "The child goes home after each stay", "(c)(ii)", _returns_home
)
_IN_TWELVE_MONTHS: Final = _rule(
    "in_twelve_months", "The stays in any twelve months", "(c)(iii)", _in_twelve_months
)

SHORT_BREAKS: Final[RuleSet[ShortBreaks]] = RuleSet(
    "carerslib.services.short_breaks",
    "2026-11",
    (_NOT_IN_CARE, _ONE_SETTING, _LONGEST, _RETURNS_HOME, _IN_TWELVE_MONTHS),
    conventions=(COUNTED_STAYS,),
)
"""What makes placements of a looked-after child short breaks under the lighter rules."""


def check_short_breaks(series: ShortBreaks, *, basis: Basis | None = None) -> Verdict:
    """Say whether the lighter rules of regulation 48 apply to a series of stays, and why.

    Where they do not, the regulations apply in full. Raises :class:`.NotInForceError` for stays
    before 1 April 2011, after the last day checked, and in the months of 2020 in which the
    condition on the length of a stay was taken out.
    """
    require(is_a("series", series, ShortBreaks, secret=True))
    day = min(stay.first for stay in series.stays)
    SHORT_BREAKS.get(_NOT_IN_CARE.id, day)
    title = "Short breaks under the lighter rules"
    return SHORT_BREAKS.judge(series, day=day, title=title, reference=series.reference, basis=basis)


def check_short_term(reference: str, nights: int | None, *, on: date) -> Finding:
    """Say whether a stay in a care home of so many nights in a row leaves a short-term resident.

    Such a resident may be charged as if care were given at home. Raises :class:`.NotInForceError`
    for a day that is not covered, and :class:`.InvalidValueError` for fewer than no nights.
    """
    require(key("reference", reference), whole("nights", nights, missing=True))
    dated = SHORT_TERM_NIGHTS.dated_on(on)
    met = None if nights is None else nights <= dated.value
    remedy = None
    if nights is not None and met is False:
        remedy = Remedy("nights", dated.value, "reduce by", nights - dated.value)
    return Finding(
        "stay.short_term",
        "A short-term resident",
        _RESULT[met],
        Aspect.LENGTH,
        reference,
        dated.citation,
        nights,
        "at most",
        dated.value,
        (Missing("nights", "how many nights in a row"),) if nights is None else (),
        remedy,
        private=True,
    )
