"""What the records about people check of themselves, without repeating what was given."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final, TypeVar

from carerslib.errors import WITHHELD, InvalidValueError
from carerslib.periods import DateRange, check_day

__all__ = [
    "check_count",
    "check_fact",
    "check_is",
    "check_reference",
    "check_some_day",
    "one_of",
    "several",
]

T = TypeVar("T")

_HELD: Final = (list, tuple)


def several(field: str, values: Iterable[T]) -> tuple[T, ...]:
    """Give what a field holds several of. One of them alone is not several, and neither is text."""
    held = isinstance(values, _HELD)
    if not held and (isinstance(values, str) or not isinstance(values, Iterable)):
        raise InvalidValueError(field, WITHHELD, "several in a list or a tuple, not one alone")
    return tuple(values)


def check_reference(field: str, value: object) -> InvalidValueError | None:
    """Check the caller's own key for a record."""
    if isinstance(value, str) and value.strip():
        return None
    return InvalidValueError(field, WITHHELD, "the caller's own key, not empty")


def check_fact(field: str, value: object) -> InvalidValueError | None:
    """Check a fact that is yes, no or not recorded."""
    if value is None or isinstance(value, bool):
        return None
    return InvalidValueError(field, WITHHELD, "True, False, or None where it is not recorded")


def check_some_day(field: str, value: object) -> InvalidValueError | None:
    """Check a day, a range in which it lies, or None where it is not recorded."""
    if value is None or isinstance(value, DateRange) or check_day(field, value) is None:
        return None
    return InvalidValueError(field, WITHHELD, "a date without a time, a DateRange, or None")


def check_count(field: str, value: object, most: int) -> InvalidValueError | None:
    """Check a whole number from 0, or None where it is not recorded."""
    if value is None or (type(value) is int and 0 <= value <= most):
        return None
    return InvalidValueError(field, WITHHELD, f"a whole number from 0 to {most}, or None")


def check_is(
    field: str, value: object, kind: type, *, missing: bool = False
) -> InvalidValueError | None:
    """Check that a value is of a kind; ``missing`` allows None."""
    if isinstance(value, kind) or (missing and value is None):
        return None
    expected = one_of(kind) if issubclass(kind, Enum) else f"a {kind.__name__}"
    return InvalidValueError(field, WITHHELD, expected + " or None" * missing)


def one_of(kind: type[Enum]) -> str:
    """Say what is expected where a value is one of a few, by the names that code uses."""
    return f"a {kind.__name__} ({', '.join(kind.__members__)})"
