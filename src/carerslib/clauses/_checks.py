"""What every clause checks of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from carerslib.citations import Citation
from carerslib.clauses.base import Clause
from carerslib.clauses.figures import Effect, Figure
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, check_day

if TYPE_CHECKING:
    from types import UnionType

__all__ = [
    "are_pairs",
    "check_bounds",
    "check_clause",
    "check_clauses",
    "check_each",
    "check_figure",
    "check_flag",
    "check_of_names",
    "check_pairs",
    "check_per",
    "check_text",
    "pairs_of",
    "several",
]

_PAIR: Final = 2


def several(given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what is wrong is left for a check
    """Read several as a tuple, and what is not several as one, for a check to refuse."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        return (given,)
    return tuple(given)


def are_pairs(given: object) -> TypeGuard[tuple[tuple[str, Any], ...]]:
    """Say whether something is values by name, as pairs."""
    return isinstance(given, tuple) and all(
        isinstance(each, tuple) and len(each) == _PAIR and isinstance(each[0], str)
        for each in given
    )


def pairs_of(given: Any) -> Any:  # noqa: ANN401 - what is wrong is left for a check
    """Read a mapping, or pairs, as pairs in order; leave anything else for a check to refuse."""
    pairs = several(given.items() if isinstance(given, Mapping) else given)
    return tuple(sorted(dict(pairs).items())) if are_pairs(pairs) else given


def check_pairs(field: str, given: object) -> InvalidValueError | None:
    """Check what dimensions must be, by their names."""
    if are_pairs(given) and all(isinstance(value, str) and name and value for name, value in given):
        return None
    return InvalidValueError(field, given, "a name and what it must be, as in {'lot': '1'}")


def check_each(
    field: str, values: tuple[object, ...], kind: type | UnionType, expected: str
) -> tuple[InvalidValueError, ...]:
    """Check that each of several values is of a kind, and tell every one that is not."""
    return tuple(
        InvalidValueError(field, each, expected) for each in values if not isinstance(each, kind)
    )


def check_clauses(field: str, clauses: tuple[object, ...]) -> InvalidValueError | None:
    """Check that there is one clause at least, and nothing else."""
    if clauses and all(isinstance(each, Clause) for each in clauses):
        return None
    return InvalidValueError(field, clauses, "a clause, or several")


def check_of_names(field: str, parts: tuple[object, ...], what: str) -> InvalidValueError | None:
    """Check that there are two parts at least, each of a name of its own."""
    names = [getattr(each, "name", None) for each in parts]
    if len(names) > 1 and len(set(names)) == len(names) and None not in names:
        return None
    given = parts if None in names else names
    return InvalidValueError(field, given, f"two or more {what} of different names")


def check_flag(field: str, value: object) -> InvalidValueError | None:
    """Check that a value is yes or no."""
    return None if isinstance(value, bool) else InvalidValueError(field, value, "True or False")


def check_text(field: str, value: object) -> InvalidValueError | None:
    """Check that a value is text, which may be empty."""
    return None if isinstance(value, str) else InvalidValueError(field, value, "text")


def check_bounds(first: object, last: object) -> tuple[InvalidValueError | None, ...]:
    """Check a first and a last day of which either may be left open, but not both."""
    days = [(name, day) for name, day in (("first", first), ("last", last)) if day is not None]
    if not days:
        return (InvalidValueError("first", None, "a first day, a last day, or both"),)
    problems = tuple(check_day(name, day) for name, day in days)
    if len(days) < _PAIR or any(problems):
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
