"""Ranges of days with both ends in, and days that are known only to lie in a range."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias, final

import attrs

from carerslib.errors import InvalidValueError, require
from carerslib.periods.days import MONTH_NAMES, check_day, days_in_month, in_words
from carerslib.periods.terms import Term, end_of_months, last_day_of

__all__ = ["DateRange", "Day", "earliest", "format_day", "last_day", "latest", "on_or_before"]


def _whole(field: str, value: object, lowest: int, highest: int) -> InvalidValueError | None:
    if type(value) is int and lowest <= value <= highest:
        return None
    return InvalidValueError(field, value, f"a whole number from {lowest} to {highest}")


@final
@attrs.frozen
class DateRange:
    """The days from ``first`` to ``last``, both included.

    A range whose last day is the last that a ``date`` can be has no end (:attr:`is_open`). Raises
    :class:`.InvalidValueError` for a ``datetime`` and for a range that ends before it starts.
    """

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a range of days."""
        require(check_day("first", self.first), check_day("last", self.last))
        if self.last < self.first:
            raise InvalidValueError(
                field="last", value=self.last, expected=f"{in_words(self.first)} or later"
            )

    @classmethod
    def starting(cls, first_day: date, term: Term) -> DateRange:
        """Return the days of a term that begins with ``first_day``: see :func:`last_day_of`."""
        return cls(first_day, last_day_of(first_day, term))

    @classmethod
    def onwards(cls, first: date) -> DateRange:
        """Return every day from ``first``, without an end."""
        return cls(first, date.max)

    @classmethod
    def month(cls, year: int, month: int) -> DateRange:
        """Return a calendar month, from 1 for January."""
        require(_whole("year", year, 1, date.max.year), _whole("month", month, 1, 12))
        return cls(date(year, month, 1), date(year, month, days_in_month(year, month)))

    @classmethod
    def year(cls, year: int) -> DateRange:
        """Return a calendar year, 1 January to 31 December."""
        require(_whole("year", year, 1, date.max.year))
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def is_open(self) -> bool:
        """Whether the range has no end."""
        return self.last == date.max

    @property
    def days(self) -> int:
        """How many days there are, both ends counted. Raises for a range without an end."""
        self._require_end()
        return self.last.toordinal() - self.first.toordinal() + 1

    @property
    def length(self) -> Term:
        """The most whole months that fit, and the days left: what :meth:`starting` gives back.

        Raises :class:`.InvalidValueError` for a range without an end.
        """
        self._require_end()
        first, last = self.first, self.last.toordinal()
        start = first.year * 12 + first.month - 1
        # At most two months too many: one that has only begun, and one that a short month ends.
        months = self.last.year * 12 + self.last.month - start
        while months and end_of_months(start + months, first.day) > last:
            months -= 1
        days = last - end_of_months(start + months, first.day)
        return Term(months=months, days=days)

    def _require_end(self) -> None:
        if self.is_open:
            raise InvalidValueError(field="last", value=self.last, expected="a range with an end")

    def __contains__(self, day: date) -> bool:
        if type(day) is not date:
            require(check_day("day", day))
        return self.first <= day <= self.last

    def contains(self, other: DateRange) -> bool:
        """Return whether every day of another range is in this one."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: DateRange) -> bool:
        """Return whether any day is in both ranges."""
        return self.first <= other.last and other.first <= self.last

    def overlap(self, other: DateRange) -> DateRange | None:
        """Return the days that are in both ranges, or None where no day is."""
        if not self.overlaps(other):
            return None
        return DateRange(max(self.first, other.first), min(self.last, other.last))

    def __str__(self) -> str:
        if self.is_open:
            return f"from {in_words(self.first)}"
        return f"{in_words(self.first)} to {in_words(self.last)}"


Day: TypeAlias = date | DateRange
"""A day, or the range in which it lies where the record gives only a month or a year."""


def earliest(day: Day) -> date:
    """Return the first day that it can be."""
    return day.first if isinstance(day, DateRange) else day


def latest(day: Day) -> date:
    """Return the last day that it can be."""
    return day.last if isinstance(day, DateRange) else day


def on_or_before(a: Day, b: Day) -> bool | None:
    """Return whether ``a`` is no later than ``b``; None where their ranges do not settle it."""
    if latest(a) <= earliest(b):
        return True
    return False if earliest(a) > latest(b) else None


def last_day(first: Day, term: Term) -> Day:
    """Return the last day of a term whose first day may be known only to a range.

    For a range: every last day that it can be, from the earliest start to the latest.
    """
    if isinstance(first, DateRange):
        return DateRange(last_day_of(first.first, term), last_day_of(first.last, term))
    return last_day_of(first, term)


def format_day(day: Day) -> str:
    """Return a day as "31 March 2023", or as "March 2023", "2023" or a range if less is known."""
    if not isinstance(day, DateRange):
        return in_words(day)
    if day == DateRange.year(day.first.year):
        return str(day.first.year)
    if day == DateRange.month(day.first.year, day.first.month):
        return f"{MONTH_NAMES[day.first.month - 1]} {day.first.year}"
    return str(day)
