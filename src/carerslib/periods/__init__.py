"""Days, terms and ranges of days: which day is the last, and which comes first.

Both ends of a :class:`DateRange` are in it. :func:`last_day_of` counts the first day of a term;
:func:`deadline_after` does not count the day of the event. Five years from 1 April 2018 end on
31 March 2023.

:func:`deadline_after` is loaded when it is first imported from here, as few days are counted so.
"""

from typing import TYPE_CHECKING, Any

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
from carerslib.periods.terms import Term, last_day_of
from carerslib.periods.years import ByYear, FinancialYear

if TYPE_CHECKING:
    from carerslib.periods.deadlines import deadline_after

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


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the one name has its own type, as stated above
    if name != "deadline_after":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from carerslib.periods.deadlines import deadline_after  # noqa: PLC0415 - see above

    return deadline_after


def __dir__() -> list[str]:
    return sorted(__all__)
