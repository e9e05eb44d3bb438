"""Days, terms and ranges of days: which day is the last, and which comes first.

Both ends of a :class:`DateRange` are in it. :func:`last_day_of` counts the first day of a term;
:func:`deadline_after` does not count the day of the event. Five years from 1 April 2018 end on
31 March 2023.
"""

from carerslib.periods.days import check_day
from carerslib.periods.ranges import (
    DateRange,
    Day,
    earliest,
    format_day,
    last_day,
    latest,
    on_or_before,
)
from carerslib.periods.terms import Term, deadline_after, last_day_of
from carerslib.periods.years import ByYear, FinancialYear

__all__ = [
    "ByYear",
    "DateRange",
    "Day",
    "FinancialYear",
    "Term",
    "check_day",
    "deadline_after",
    "earliest",
    "format_day",
    "last_day",
    "last_day_of",
    "latest",
    "on_or_before",
]
