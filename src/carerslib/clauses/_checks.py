"""What every clause checks of itself."""

from __future__ import annotations

from typing import Final

from carerslib.citations import Citation
from carerslib.clauses.base import Clause
from carerslib.clauses.figures import Effect, Figure
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, check_day

__all__ = [
    "check_bounds",
    "check_clause",
    "check_clauses",
    "check_figure",
    "check_per",
]

_BOTH: Final = 2


def check_clauses(field: str, clauses: tuple[object, ...]) -> InvalidValueError | None:
    """Check that there is one clause at least, and nothing else."""
    if clauses and all(isinstance(each, Clause) for each in clauses):
        return None
    return InvalidValueError(field, clauses, "a clause, or several")


def check_bounds(first: object, last: object) -> tuple[InvalidValueError | None, ...]:
    """Check a first and a last day of which either may be left open, but not both."""
    days = [(name, day) for name, day in (("first", first), ("last", last)) if day is not None]
    if not days:
        return (InvalidValueError("first", None, "a first day, a last day, or both"),)
    problems = tuple(check_day(name, day) for name, day in days)
    if len(days) < _BOTH or any(problems):
        return problems
    try:
        DateRange(*(day for _, day in days))  # type: ignore[arg-type]
    except InvalidValueError as problem:
        return (problem,)
    return ()


def check_clause(reference: str, source: Citation) -> tuple[InvalidValueError | None, ...]:
    """Check the two members that every clause has."""
    return (
        None
        if isinstance(reference, str) and reference
        else InvalidValueError("reference", reference, "the caller's own key, not empty"),
        None
        if isinstance(source, Citation)
        else InvalidValueError("source", source, "a Citation of the words"),
    )


def check_figure(field: str, figure: object, *, counts: bool) -> InvalidValueError | None:
    """Check that a figure is of money, or of a number where that is counted; no threshold."""
    expected = "a Figure of a whole number" if counts else "a Figure of money"
    if not isinstance(figure, Figure):
        return InvalidValueError(field, figure, expected)
    if figure.effect is Effect.REFERS:
        return InvalidValueError(field, figure, "a figure that bounds: a threshold is a Threshold")
    if figure.amount is None or isinstance(figure.amount, int) == counts:
        return None
    return InvalidValueError(field, figure, expected)


def check_per(per: object) -> InvalidValueError | None:
    """Check the names of the dimensions that make a group."""
    if isinstance(per, tuple) and all(isinstance(name, str) and name for name in per):
        return None
    return InvalidValueError("per", per, "a tuple of names, as in ('year',)")
