"""How long something runs, as far as its days say, and the option that it takes up besides."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.clauses.requests import Extent
from carerslib.periods import DateRange, Day, Term, earliest, last_day, last_day_of, latest
from carerslib.verdicts import Missing, Remedy, Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.clauses.requests import Request

__all__ = [
    "APART",
    "Extended",
    "Unlike",
    "between",
    "day_after",
    "either_way",
    "end_of",
    "ends_before",
    "extended",
    "is_over_before",
    "may_be_of_option",
    "of_years",
    "shorter",
    "sooner",
    "starts_after",
    "taken",
    "unlike_days",
    "within",
]

APART: Final = (Missing("contract.options", "the option taken, apart from the firm term"),)
"""What is missing where days may be those before the option, of it alone, or of both together."""


@final
class Extended(NamedTuple):
    """The days of a contract with the option that is taken up after them.

    It is ``certain`` only where the days that are stated are too few to hold the option: else they
    may be those of the option alone, or those of the contract with it.
    """

    extent: Extent
    certain: bool


def extended(request: Request, extent: Extent) -> Extended | None:
    """Add the option that an extension takes to the days beside it, unless they have options.

    Gives None where there is nothing to add, or nothing to add it to.
    """
    particulars = request.particulars
    term = taken(request)
    if term is None or particulars.offered or request.power != "extend":
        return None
    first, last, length = extent.first, extent.last, extent.length
    if last is None and length is None:
        return None
    whole = None if length is None else length + term
    if first is not None and whole is not None:
        last = end_of(first, whole)
    elif last is not None:
        last = end_of(day_after(last), term)
    certain = length is not None and term.within(length, extent.first_from) is False
    return Extended(Extent(first, last, whole, extent.lines), certain)


def either_way(
    request: Request, extent: Extent, held: Callable[[Extent], Result]
) -> tuple[Extent, Result, bool]:
    """Hold the days of a request against words, with the option that it takes up besides.

    Gives the days that are held, what is found of them, and whether that is open because they may
    be those before the option, or those with it.
    """
    more = extended(request, extent)
    if more is None:
        return extent, held(extent), False
    with_it = held(more.extent)
    if more.certain:
        return more.extent, with_it, False
    found = held(extent)
    return (extent, found, False) if found is with_it else (extent, Result.UNDETERMINED, True)


def may_be_of_option(request: Request, extent: Extent) -> bool:
    """Say whether the days of an extension may be those of its option alone, by their length."""
    if request.power != "extend" or request.particulars.offered:
        return False
    term, length = taken(request), extent.length
    shortest, longest = length or extent.shortest, length or extent.longest
    fits = shortest is None or term is None or shortest.within(term) is not False
    return fits and (longest is None or term is None or term.within(longest) is not False)


def day_after(last: Day) -> Day:
    """Give the next day; one that may be any from a day on stays so."""
    if isinstance(last, date):
        return last + timedelta(days=1)
    if last.is_open:
        return last
    return DateRange(last.first + timedelta(days=1), last.last + timedelta(days=1))


def end_of(start: Day, span: Term) -> Day:
    """Give the last day of a span; from any day on it is any day on."""
    if isinstance(start, DateRange) and start.is_open:
        return start
    return last_day(start, span)


def of_years(extent: Extent, first: date | None, last: date | None) -> str:
    """Say which years amounts name that are over before a first day, or begin after a last."""
    outside = [
        str(year)
        for year in extent.named_years
        if (first is not None and year.last_day < first)
        or (last is not None and year.first_day > last)
    ]
    return f"an amount is of {', '.join(outside)}" if outside else ""


def ends_before(extent: Extent, bound: date) -> bool:
    """Say whether it is over before a day, or some of it is: then it cannot start on that day."""
    over = extent.last_to is not None and extent.last_to < bound
    return over or bool(of_years(extent, bound, None))


def starts_after(extent: Extent, bound: date) -> bool:
    """Say whether it starts after a day, or some of it does: then it cannot end by that day."""
    late = extent.first_from is not None and extent.first_from > bound
    return late or bool(of_years(extent, None, bound))


def is_over_before(request: Request, extent: Extent, day: date) -> bool:
    """Say whether it ends before a day, or its firm term does: then no start on it would do."""
    ends = (request.firm.last_from, extent.last_from)
    return any(last is not None and last < day for last in ends)


def taken(request: Request) -> Term | None:
    """Give the length of the option taken, where one is."""
    takes = request.particulars.takes
    return None if takes is None else takes.term


def within(length: Term, limit: Term, first: date | None) -> bool | None:
    """Compare a length with the longest; None where that depends on a first day."""
    if not limit.days and first is not None:
        # from day to day, the length holds as many whole months as fit: these settle it
        over = length.months - limit.months
        return over < 0 or (over == 0 and not length.days)
    return length.within(limit, first)


def between(extent: Extent, limit: Term) -> Result:
    """Compare the longest and the shortest that days known only to a range leave open."""
    longest, shortest = extent.longest, extent.shortest
    if longest is not None and within(longest, limit, extent.first_from):
        return Result.MET
    if shortest is not None and within(shortest, limit, extent.first_to) is False:
        return Result.NOT_MET
    if extent.at_least is not None and extent.at_least.within(limit) is False:
        return Result.NOT_MET
    return Result.UNDETERMINED


# contracts of one authority share a few first days, and its longest term
@lru_cache(maxsize=64)
def sooner(first: date, longest: Term) -> Remedy:
    """Give the last day that a length from a first day would do with."""
    last = last_day_of(first, longest)
    return Remedy("last_day", last, "end on or before", last)


def shorter(extent: Extent, longest: Term | None) -> Remedy | None:
    """Give the last day or the term that would do; what is too long has a longest."""
    first = extent.first_from
    if longest is None or first is None or first != extent.first_to:
        if extent.length is None and extent.last is not None:
            # the days say how long it is, and which one to change depends on what they are
            return None
        return longest and Remedy("term", longest, "shorten to", longest)
    return sooner(first, longest)


@final
class Unlike(NamedTuple):
    """A length or a year of an amount that does not fit, and what would."""

    stated: Term | str
    permitted: Term | DateRange


def unlike_days(extent: Extent, other: Extent) -> Unlike | None:
    """Give what is stated beside days that are not, where it cannot be of the same days."""
    first, last = other.first, other.last
    if first is None or last is None:
        return _unlike_length(extent, other)
    if extent.first is not None and extent.last is not None:
        return None
    days = DateRange(earliest(first), latest(last))
    if days.is_open:
        return None
    least = DateRange(latest(first), max(latest(first), earliest(last))).length
    own = extent.length
    longest = own or extent.at_least or extent.begun
    if longest is not None and longest.within(days.length) is False:
        return Unlike(longest, days.length)
    if own is not None and least.within(own) is False:
        return Unlike(own, least)
    outside = [
        str(year)
        for year in extent.named_years
        if year.last_day < days.first or year.first_day > days.last
    ]
    return Unlike(outside[0], days) if outside else None


def _unlike_length(extent: Extent, other: Extent) -> Unlike | None:
    """Give a length that is not that of something whose days are not stated, but its length is."""
    own, length = extent.length, other.length
    first = extent.first_from if extent.first_from == extent.first_to else None
    least, of_other = own or extent.at_least or extent.begun, length or other.at_least
    if length is not None and least is not None and least.within(length, first) is False:
        return Unlike(least, length)
    if own is not None and of_other is not None and of_other.within(own, first) is False:
        return Unlike(own, of_other)
    return None
