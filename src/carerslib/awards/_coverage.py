"""What the clauses of an authority limit, and what they leave open.

An absent limit is no leave: where the words set none on an amount or a period that is proposed,
nothing says that it is within them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.clauses import (
    Cap,
    Effect,
    EventBound,
    Except,
    Floor,
    Holder,
    Includes,
    Joint,
    Length,
    Of,
    Only,
    Precondition,
    SamePeriod,
    Share,
    Shortest,
    Start,
    Steps,
    Threshold,
    Unlimited,
    Window,
)
from carerslib.clauses._nested import walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.clauses import Clause

__all__ = ["AMOUNT", "END", "START", "open_areas"]

AMOUNT: Final = "amount"
"""How much."""
START: Final = "start"
"""From when."""
END: Final = "end"
"""Until when, or how long."""

_ALL: Final = (AMOUNT, START, END)
_NOTHING: Final = (Except, Holder, Includes, Joint, Only, Precondition, Share)
_START: Final = (Shortest, Start)
_PERIOD: Final = (Length, SamePeriod, Steps)


def _covers(clause: Clause) -> tuple[str, ...]:
    """Give what a clause limits; a council's own clause may limit anything."""
    found: tuple[str, ...] = _ALL
    if isinstance(clause, _NOTHING):
        found = ()
    elif isinstance(clause, Cap | Floor):
        figure = clause.at_most if isinstance(clause, Cap) else clause.at_least
        binds = clause.of is Of.AMOUNT and figure.effect is not Effect.ADVISES
        found = (AMOUNT,) if binds else ()
    elif isinstance(clause, Threshold):
        found = (AMOUNT,)
    elif isinstance(clause, Unlimited):
        found = (AMOUNT,) if clause.of == "amount" else (START, END)
    elif isinstance(clause, _START):
        found = (START,)
    elif isinstance(clause, _PERIOD):
        found = (START, END)
    elif isinstance(clause, Window):
        found = (START,) if clause.last is None else (START, END)
    elif isinstance(clause, EventBound):
        found = (START,) if clause.bound == "first" else (START, END)
    elif hasattr(clause, "inner"):
        # what is inside is asked by itself
        found = ()
    return found


def open_areas(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give what no clause limits: the amount, the start, the end."""
    covered = {area for clause in walk(clauses) for area in _covers(clause)}
    return tuple(area for area in _ALL if area not in covered)
