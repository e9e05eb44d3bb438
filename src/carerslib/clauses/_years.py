"""Financial years and the years of a contract, and in which of them an amount may lie."""

from __future__ import annotations

from datetime import date, timedelta
from functools import reduce
from itertools import combinations_with_replacement
from operator import add
from typing import TYPE_CHECKING, Final

from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, Day, FinancialYear, Term, earliest, last_day_of, latest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.clauses.requests import Extent, Line

__all__ = ["begun", "certain_years", "is_outside", "place_of", "runs_of", "touched_by", "years_of"]

_MONTHS: Final = 12


def years_of(dimension: str, line: Line | None, extent: Extent) -> tuple[str, ...]:
    """Give the years of one kind that an amount may be of; nothing where they are not known.

    Where it names a year of the other kind, and the first day is known, it is of those in that.
    Else an amount of the firm term, or of an option, is of the years of that part alone.
    """
    financial, first = dimension == "year", extent.first
    named = None if line is None else line.tag("contract year" if financial else "year")
    found: tuple[str, ...] = ()
    if named is not None and isinstance(first, date):
        try:
            found = _financial(named, first) if financial else _of_contract(named, first)
        except (InvalidValueError, ValueError):
            # it is no year as these are written here, or none of this contract
            found = ()
    if found:
        return found
    if financial:
        return touched_by(*_days(line, extent))
    place = place_of(line, extent)
    return extent.contract_years if place is None else _own_years_of_part(place, extent)


def is_outside(year: str, line: Line | None, extent: Extent) -> bool:
    """Say whether a financial year is over before the days of an amount, or begins after them."""
    first, last = _days(line, extent)
    named = FinancialYear.parse(year)
    over = first is not None and named.last_day < earliest(first)
    return over or (last is not None and latest(last) < named.first_day)


def place_of(line: Line | None, extent: Extent) -> range | None:
    """Give the parts in which an amount stands: 0 is the firm term; None where none is known."""
    if line is None or not extent.parts:
        return None
    part, option, there = line.tag("part"), line.tag("option") or "", len(extent.parts)
    if part == "firm":
        return range(1)
    if option.isdecimal():
        number = int(option)
        return range(number, number + 1) if 0 < number < there else None
    return range(1, there) if part == "options" else None


def _days(line: Line | None, extent: Extent) -> tuple[Day | None, Day | None]:
    """Give the first day and the last of the parts in which an amount stands, or else of all."""
    place, first = place_of(line, extent), extent.first
    if place is None:
        return first, extent.last
    if place[0]:
        before = extent.parts[place[0] - 1][0]
        first = None if before is None else earliest(before)
        first = None if first is None or first == date.max else first + timedelta(days=1)
    return first, extent.parts[place[-1]][0]


def touched_by(first: Day | None, last: Day | None) -> tuple[str, ...]:
    """Give the financial years from a first day to a last; none where these are not known."""
    if first is None or last is None:
        return ()
    days = DateRange(earliest(first), latest(last))
    return () if days.is_open else tuple(str(year) for year in FinancialYear.covering(days))


def certain_years(extent: Extent) -> frozenset[str]:
    """Give the financial years that the days touch, whichever of several days they are."""
    ends = [touched_by(day, day) for day in (extent.first, extent.last)]
    found = {year for years in ends if len(years) == 1 for year in years}
    first, last = extent.first_to, extent.last_from
    if first is not None and last is not None and first < last:
        found.update(touched_by(first, last))
    return frozenset(found)


def _own_years_of_part(place: range, extent: Extent) -> tuple[str, ...]:
    """Give the years of the contract in which some parts lie; none where that is not known."""
    until = _length_to(place[-1], extent)
    if until is None:
        return ()
    before = _length_to(place[0] - 1, extent) if place[0] else None
    if place[0] and before is None:
        return begun(until)
    return begun(until)[0 if before is None else before.months // _MONTHS :]


def runs_of(extent: Extent) -> Iterator[tuple[range, int]]:
    """Give parts that follow one another, and how many years of a contract begin in their length.

    So many financial years, and one more, are the most that they can touch.
    """
    terms = [term for _, term in extent.parts]
    for first, last in combinations_with_replacement(range(len(terms)), 2):
        known = [term for term in terms[first : last + 1] if term is not None]
        if len(known) == last + 1 - first:
            yield range(first, last + 1), len(begun(reduce(add, known)))


def _length_to(part: int, extent: Extent) -> Term | None:
    """Give the length from the first day to the end of a part, by the days or else the terms."""
    first, last = extent.first, extent.parts[part][0]
    if isinstance(first, date) and isinstance(last, date):
        return DateRange(first, last).length
    terms = [term for _, term in extent.parts[: part + 1] if term is not None]
    return reduce(add, terms) if len(terms) == part + 1 else None


def begun(length: Term) -> tuple[str, ...]:
    """Give the years of a contract that have begun by the end of a length, from "1"."""
    years = -(-length.months // _MONTHS) + (length.months % _MONTHS == 0 < length.days)
    return tuple(str(number) for number in range(1, years + 1))


def _financial(named: str, first: date) -> tuple[str, ...]:
    """Give the financial years in which a year of a contract lies: one, or two."""
    begun = Term(months=_MONTHS * int(named) - _MONTHS) if int(named) > 1 else None
    start = first if begun is None else last_day_of(first, begun) + timedelta(days=1)
    end = last_day_of(first, Term(months=_MONTHS * int(named)))
    return tuple(str(year) for year in FinancialYear.covering(DateRange(start, end)))


def _of_contract(named: str, first: date) -> tuple[str, ...]:
    """Give the years of a contract that lie in a financial year."""
    year = FinancialYear.parse(named)
    numbers = {_number(first, max(first, year.first_day)), _number(first, year.last_day)}
    return tuple(str(number) for number in sorted(numbers))


def _number(first: date, day: date) -> int:
    """Give the year of a contract in which a day lies, from 1."""
    return len(begun(DateRange(first, day).length))
