"""Lengths of time in months and days, and the day on which one that starts on a day ends.

Two counts, never to be mixed up. A term "beginning with" or "commencing on" a day has that day as
its first (:func:`~carerslib.periods.last_day_of`). A period "after" or "of" an event does not count
the day of the event (:func:`~carerslib.periods.deadline_after`). Both follow the corresponding date
rule: Dodds v Walker [1981] HL.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final, final

import attrs

from carerslib.errors import InvalidValueError, require
from carerslib.periods.days import check_day, days_in_month, in_words

__all__ = ["Term", "end_of_months", "last_day_of", "too_late"]

_LAST_YEAR: Final = date.max.year
_CYCLE_IN_MONTHS: Final = 4800
_CYCLE_IN_DAYS: Final = 146_097
_FIRST_YEAR_OF_CYCLE: Final = 2000
_SHORTEST_MONTH: Final = 28
_LONGEST_MONTH: Final = 31


def _count(field: str, value: object) -> InvalidValueError | None:
    if type(value) is int and value >= 0:
        return None
    return InvalidValueError(field, value, "a whole number of 0 or more")


def _of(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


@final
@attrs.frozen(init=False, repr=False)
class Term:
    """A length of time: ``months``, with years folded in, and then ``days``.

    Terms add, and are equal where months and days are. They have no order, since 30 days are
    longer than one month and shorter than another: ask :meth:`compare` or :meth:`within`. Raises
    :class:`.InvalidValueError` for a negative count or for no length at all.
    """

    months: int
    days: int

    def __init__(self, *, years: int = 0, months: int = 0, days: int = 0) -> None:
        require(_count("years", years), _count("months", months), _count("days", days))
        if not (years or months or days):
            raise InvalidValueError(field="term", value=0, expected="at least one day")
        self.__attrs_init__(months=12 * years + months, days=days)

    def __add__(self, other: Term) -> Term:
        if not isinstance(other, Term):
            return NotImplemented
        return Term(months=self.months + other.months, days=self.days + other.days)

    def compare(self, other: Term) -> int | None:
        """Return -1, 0 or 1 where this is shorter, as long or longer from every first day.

        None where that depends on the first day, as with 12 months and 365 days.
        """
        least, most = _difference(self, other)
        if least > 0:
            return 1
        if most < 0:
            return -1
        return 0 if least == most == 0 else None

    def within(self, other: Term, first_day: date | None = None) -> bool | None:
        """Return whether this ends no later than ``other`` would, from a first day.

        Without a first day, the answer that holds for every one; None where there is none.
        """
        if first_day is not None:
            return last_day_of(first_day, self) <= last_day_of(first_day, other)
        least, most = _difference(self, other)
        if most <= 0:
            return True
        return False if least > 0 else None

    def _parts(self) -> tuple[tuple[str, int], ...]:
        years, months = divmod(self.months, 12)
        parts = (("year", years), ("month", months), ("day", self.days))
        return tuple((unit, count) for unit, count in parts if count)

    def __str__(self) -> str:
        return " ".join(_of(count, unit) for unit, count in self._parts())

    def __repr__(self) -> str:
        return f"Term({', '.join(f'{unit}s={count}' for unit, count in self._parts())})"


def last_day_of(first_day: date, term: Term) -> date:
    """Return the last day of a term that has ``first_day`` as its first.

    It is the day before the same-numbered day of the later month; where that month has no such
    day, its last day. So five years from 1 April 2018 end on 31 March 2023, and from
    29 February 2020 on 28 February 2025. Days are counted after the months. Raises
    :class:`.InvalidValueError` past the year 9999 and for a ``datetime``.
    """
    if type(first_day) is not date:
        require(check_day("first_day", first_day))
    if not term.months:
        return _days_after(first_day, term.days - 1, first_day, term)
    later = first_day.year * 12 + first_day.month - 1 + term.months
    day = first_day.day - 1
    if not day:  # the day before the first of a month is the last of the month before
        later -= 1
        day = _LONGEST_MONTH
    year, month = later // 12, later % 12 + 1
    if year > _LAST_YEAR:
        raise too_late(first_day, term)
    length = days_in_month(year, month)
    # One comparison for two cases: no same-numbered day, or the last day before the first.
    end = date(year, month, min(day, length))
    return _days_after(end, term.days, first_day, term) if term.days else end


def _days_after(day: date, days: int, first_day: date, term: Term) -> date:
    try:
        return date.fromordinal(day.toordinal() + days)
    except (OverflowError, ValueError):
        raise too_late(first_day, term) from None


def too_late(day: date, term: Term) -> InvalidValueError:
    """Return what is wrong with a term that ends past the last day there is."""
    return InvalidValueError(
        "term", term, f"a length that ends by the year 9999 from {in_words(day)}"
    )


def _difference(one: Term, other: Term) -> tuple[int, int]:
    """Return by how many days ``one`` ends after ``other``, at least and at most, over all starts.

    Exact where the sign depends on it; otherwise bounds that settle the sign.
    """
    months, days = one.months - other.months, one.days - other.days
    if months < 0:
        least, most = _difference(other, one)
        return -most, -least
    least, most = _SHORTEST_MONTH * months + days, _LONGEST_MONTH * months + days
    if months and least <= 0 <= most:
        spans = _over_the_calendar(other.months % _CYCLE_IN_MONTHS, months)
        return spans[0] + days, spans[1] + days
    return least, most


@lru_cache(maxsize=1024)
def _over_the_calendar(fewer: int, extra: int) -> tuple[int, int]:
    """Try every first day that can matter in the 400 years after which the calendar repeats.

    Any two first days up to the 28th of one month give the same number of days between.
    """
    months = range(_FIRST_YEAR_OF_CYCLE * 12, _FIRST_YEAR_OF_CYCLE * 12 + _CYCLE_IN_MONTHS)
    spans = {
        end_of_months(month + fewer + extra, day) - end_of_months(month + fewer, day)
        for month in months
        for day in range(_SHORTEST_MONTH, days_in_month(month // 12, month % 12 + 1) + 1)
    }
    return min(spans), max(spans)


def end_of_months(month: int, day: int) -> int:
    """Return the ordinal of the day before ``day`` of a month counted from year 0, or its last."""
    cycles, year = divmod(month // 12 - _FIRST_YEAR_OF_CYCLE, 400)
    start = date(_FIRST_YEAR_OF_CYCLE + year, month % 12 + 1, 1)
    length = days_in_month(start.year, start.month)
    return cycles * _CYCLE_IN_DAYS + start.toordinal() - 1 + min(day - 1, length)
