"""Days, and how many a month has: the calendar that everything else here counts with.

A day is a :class:`datetime.date`. A ``datetime`` is refused, because the day that it lies in
depends on a place.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from carerslib.errors import _MONTH_NAMES, InvalidValueError

__all__ = ["MONTH_NAMES", "check_day", "days_in_month", "in_words"]

MONTH_NAMES: Final = _MONTH_NAMES
"""The names of the months in English, whatever the locale."""

_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2


def check_day(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with a day, for :func:`.require`; None where nothing is."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return None
    return InvalidValueError(field, value, "a date without a time")


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has, from 1 for January."""
    if month == _FEBRUARY and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month - 1]


def in_words(day: date) -> str:
    """Return a day as "31 March 2023"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
