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
    For,
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

    from carerslib.basis import Basis
    from carerslib.clauses import Clause
    from carerslib.clauses.requests import Request

__all__ = ["AMOUNT", "END", "START", "applies", "doubtful_areas", "open_areas"]

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


def doubtful_areas(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give what is limited only for some: for one lot or one year, or for an option taken up."""
    clauses = tuple(clauses)
    opened = open_areas(clauses)
    return tuple(
        area
        for area in _ALL
        if area not in opened and not any(_always(each, area) for each in clauses)
    )


def _always(clause: Clause, area: str) -> bool:
    """Say whether a clause limits an area whatever is proposed."""
    if isinstance(clause, For | Steps):
        return False
    if isinstance(clause, Cap) and (clause.where or clause.without):
        return False
    return area in _covers(clause) or (
        not isinstance(clause, Threshold)
        and any(_always(each, area) for each in getattr(clause, "inner", ()))
    )


def applies(clause: Clause, area: str, request: Request, basis: Basis) -> bool:
    """Say whether a clause limits an area for one request, or may."""
    if isinstance(clause, For) and clause.binds(request) is False:
        return False
    if isinstance(clause, Steps) and request.particulars.takes is None:
        return False
    if isinstance(clause, Cap):
        return area in _covers(clause) and bool(clause.adds(request, basis))
    return area in _covers(clause) or any(
        applies(each, area, request, basis) for each in getattr(clause, "inner", ())
    )
