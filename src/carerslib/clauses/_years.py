"""Financial years and the years of a contract: which lie in which, where its first day is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, FinancialYear, Term, last_day_of

if TYPE_CHECKING:
    from carerslib.clauses.requests import Extent, Line

__all__ = ["years_of"]

_MONTHS: Final = 12


def years_of(dimension: str, line: Line | None, extent: Extent) -> tuple[str, ...]:
    """Give the years of one kind that an amount may be of; nothing where they are not known.

    Where it names a year of the other kind, and the first day is known, it is of those in that.
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
    return found or (extent.years if financial else extent.contract_years)


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
    length = DateRange(first, day).length
    return -(-length.months // _MONTHS) + (length.months % _MONTHS == 0 < length.days)
