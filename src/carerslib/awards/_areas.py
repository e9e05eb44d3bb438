"""What clauses limit by themselves: the amount, the start, the end, and the options.

It is asked of the words alone, before anything is proposed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from carerslib.clauses import (
    Cap,
    Effect,
    Either,
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
    Readings,
    SamePeriod,
    Share,
    Shortest,
    Start,
    Steps,
    Threshold,
    Unlimited,
    Window,
)
from carerslib.clauses._groups import YEARS
from carerslib.clauses._nested import walk
from carerslib.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carerslib.clauses import Clause

__all__ = [
    "AMOUNT",
    "END",
    "FIRM",
    "OPTIONS",
    "START",
    "covers",
    "doubtful_areas",
    "limits_problems",
    "limits_some",
    "open_areas",
    "parts_of",
    "unplaced",
]

AMOUNT: Final = "amount"
"""How much."""
START: Final = "start"
"""From when."""
END: Final = "end"
"""Until when, or how long."""
FIRM: Final = "firm term"
OPTIONS: Final = "options"

_ALL: Final = (AMOUNT, START, END)
_AREAS: Final = (*_ALL, OPTIONS)
_EXPECTED: Final = "a tuple of any of amount, start, end, options"
# a floor says how much it must be, and not how much it may be
_WHO_AND_WHAT_FOR: Final = (Except, Holder, Includes, Joint, Only, Precondition)
_NOTHING: Final = (*_WHO_AND_WHAT_FOR, Floor, Share)
_LIMITS: Final[tuple[tuple[Any, Callable[[Any], tuple[str, ...]]], ...]] = (
    (Threshold, lambda each: () if each.cap.of is Of.COUNT else (AMOUNT,)),
    (Unlimited, lambda each: (AMOUNT,) if each.of == "amount" else (START, END, OPTIONS)),
    ((Shortest, Start), lambda _: (START,)),
    (Length, lambda each: (START, FIRM if each.of == "firm" else END)),
    (SamePeriod, lambda _: (START, END)),
    (Steps, lambda _: (START, END, OPTIONS)),
    (Window, lambda each: (START,) if each.last is None else (START, END)),
    (EventBound, lambda each: (START,) if each.bound == "first" else (START, END)),
)
"""What each kind of clause limits, but for those that limit nothing, and caps."""


def covers(clause: Clause) -> tuple[str, ...]:
    """Give what a clause limits; a council's own clause limits what it says that it does."""
    if isinstance(clause, Only) and clause.dimension in YEARS:
        return (START, END)
    if isinstance(clause, _NOTHING):
        return ()
    if isinstance(clause, Cap):
        binds = clause.of is Of.AMOUNT and clause.at_most.effect is not Effect.ADVISES
        option = (OPTIONS,) if "option" in dict(clause.where) else ()
        return (AMOUNT, *option) if binds else option
    for kinds, limits in _LIMITS:
        if isinstance(clause, kinds):
            return limits(clause)
    # what is inside another is asked by itself
    return tuple(getattr(clause, "limits", ()))


def limits_problems(clauses: Iterable[Clause]) -> tuple[InvalidValueError | None, ...]:
    """Check what councils' own clauses say that they limit."""
    stated = [(each, getattr(each, "limits", ())) for each in walk(clauses)]
    return tuple(
        None
        if isinstance(limits, tuple) and all(each in _AREAS for each in limits)
        else InvalidValueError(f"clauses[{each.reference!r}].limits", limits, _EXPECTED)
        for each, limits in stated
    )


def open_areas(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give what no clause limits: the amount, the start, the end."""
    covered = {area for clause in walk(clauses) for area in covers(clause)}
    if FIRM in covered:
        covered.add(END)
    return tuple(area for area in _ALL if area not in covered)


def limits_some(clause: Clause, areas: Iterable[str]) -> bool:
    """Say whether a clause sets a limit in some areas, and says nothing of who and what for."""
    wanted = {*areas, FIRM} if END in areas else {*areas}
    limits = any(wanted.intersection(covers(each)) for each in walk((clause,)))
    asks = any(isinstance(each, _WHO_AND_WHAT_FOR) for each in walk((clause,)))
    return limits and (isinstance(clause, Steps) or not asks)


def doubtful_areas(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give what is limited only for some: one lot, one year, an option taken up, one reading."""
    clauses = tuple(clauses)
    opened = open_areas(clauses)
    return tuple(
        area
        for area in _ALL
        if area not in opened and not any(_always(each, area) for each in clauses)
    )


def _always(clause: Clause, area: str) -> bool:
    """Say whether a clause limits an area whatever is proposed, and however it is read."""
    if isinstance(clause, For | Steps) or (isinstance(clause, EventBound) and clause.on is None):
        return False
    if isinstance(clause, Readings | Either):
        several = clause.readings if isinstance(clause, Readings) else clause.limbs
        return all(any(_always(each, area) for each in one.clauses) for one in several)
    held = clause.cap if isinstance(clause, Threshold) else clause
    if isinstance(held, Cap) and (held.where or held.without or parts_of(held)):
        return False
    return area in covers(clause) or (
        not isinstance(clause, Threshold)
        and any(_always(each, area) for each in getattr(clause, "inner", ()))
    )


def unplaced(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give what the caps among some clauses are for each of."""
    caps = [each for each in walk(clauses) if isinstance(each, Cap) and AMOUNT in covers(each)]
    return tuple(sorted(frozenset[str]().union(*map(parts_of, caps))))


def parts_of(clause: Cap) -> frozenset[str]:
    """Give what a cap is for each of, besides each contract."""
    return frozenset(clause.per) - {"contract"}
