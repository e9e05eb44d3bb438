"""What the constructors of this package check of values that types only promise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError
from carerslib.funds._given import key, not_negative, one_of, yes_or_no
from carerslib.periods import DateRange, check_day

__all__ = [
    "cited",
    "count",
    "each",
    "key",
    "named",
    "names",
    "not_negative",
    "one_of",
    "repeated",
    "several",
    "some_day",
    "text",
    "yes_or_no",
]


def several(given: object) -> tuple[Any, ...]:
    """Read one thing or several as a tuple; what can be neither is for :func:`each` to refuse."""
    if isinstance(given, Iterable) and not isinstance(given, str):
        return tuple(given)
    return (given,)


def names(given: str | Iterable[str]) -> tuple[str, ...]:
    """Read one reference or name, or several, as a tuple; see :func:`several`."""
    return several(given)


def text(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with a reference that may be empty where it is not stated."""
    return None if isinstance(value, str) else InvalidValueError(field, value, "text, or nothing")


def named(field: str, values: Iterable[object]) -> InvalidValueError | None:
    """Return what is wrong with several references or names, or None."""
    held = tuple(values)
    if all(isinstance(one, str) and one for one in held):
        return None
    return InvalidValueError(field, held, "references or names, none of them empty")


def each(
    field: str, values: Iterable[object], kind: type | tuple[type, ...]
) -> InvalidValueError | None:
    """Return what is wrong with several values of one kind, or of a few, or None."""
    for value in values:
        if not isinstance(value, kind):
            kinds = kind if isinstance(kind, tuple) else (kind,)
            expected = " or ".join(one.__name__ for one in kinds)
            return InvalidValueError(field, value, f"{expected}, one or several")
    return None


def cited(field: str, value: object, *, optional: bool = False) -> InvalidValueError | None:
    """Return what is wrong with a citation, or None."""
    if isinstance(value, Citation) or (optional and value is None):
        return None
    return InvalidValueError(field, value, f"a Citation{' or None' if optional else ''}")


def some_day(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with a day, the range in which it lies, or None where not stated."""
    if value is None or isinstance(value, DateRange) or check_day(field, value) is None:
        return None
    return InvalidValueError(field, value, "a date without a time, a DateRange, or None")


def count(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with a whole number, or None where it is not stated."""
    if value is None or (type(value) is int and value >= 0):
        return None
    return InvalidValueError(field, value, "a whole number of 0 or more, or None")


def repeated(field: str, references: Iterable[str]) -> InvalidValueError | None:
    """Return which references are used more than once, or None."""
    seen: set[str] = set()
    twice: set[str] = set()
    for one in references:
        (twice if one in seen else seen).add(one)
    if not twice:
        return None
    return InvalidValueError(field, ", ".join(sorted(twice)), "references that are each used once")
