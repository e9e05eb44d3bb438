"""Deadlines: the last day of a period that runs after an event.

Apart from the other days, since it needs a calendar step that takes longer to load than all of
them. It is loaded with the first module that counts so, never while something is judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from carerslib.errors import require
from carerslib.periods.days import check_day
from carerslib.periods.terms import too_late

if TYPE_CHECKING:
    from datetime import date

    from carerslib.periods.terms import Term

__all__ = ["deadline_after"]


def deadline_after(event_day: date, term: Term) -> date:
    """Return the last day of a period that runs after an event, whose own day is not counted.

    It is the same-numbered day of the later month, or the last day of a month that has no such
    day: four months after 30 September 1978 end on 30 January 1979 (Dodds v Walker [1981] HL).
    Days are counted after the months. Raises :class:`.InvalidValueError` past the year 9999 and
    for a ``datetime``.
    """
    require(check_day("event_day", event_day))
    try:
        return event_day + relativedelta(months=term.months, days=term.days)
    except (OverflowError, ValueError):
        raise too_late(event_day, term) from None
