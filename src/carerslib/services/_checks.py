"""What constructors of this package check of values that types only promise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from carerslib.errors import WITHHELD, InvalidValueError
from carerslib.periods import DateRange, check_day

__all__ = ["day_if_known", "fact", "is_a", "key", "keys", "references", "text", "whole"]


def key(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with a reference, or None."""
    if isinstance(value, str) and value.strip():
        return None
    return InvalidValueError(field, value, "the caller's own key, not empty")


def text(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with words that may be left out, or None."""
    if isinstance(value, str):
        return None
    return InvalidValueError(field, value, "text, empty where nothing is recorded")


def fact(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with yes, no or not recorded, without repeating it."""
    if value is None or isinstance(value, bool):
        return None
    return InvalidValueError(field, WITHHELD, "True, False, or None where it is not recorded")


def is_a(
    field: str, value: object, kind: type, *, missing: bool = False, secret: bool = False
) -> InvalidValueError | None:
    """Return what is wrong with a value of a kind, or None; ``missing`` allows None."""
    if isinstance(value, kind) or (missing and value is None):
        return None
    shown = WITHHELD if secret else value
    article = "an" if kind.__name__[0] in "AEIOU" else "a"
    return InvalidValueError(field, shown, f"{article} {kind.__name__}" + " or None" * missing)


def whole(
    field: str, value: object, *, least: int = 0, missing: bool = False
) -> InvalidValueError | None:
    """Return what is wrong with a count, or None. It may be about a person, and is not shown."""
    if (type(value) is int and value >= least) or (missing and value is None):
        return None
    return InvalidValueError(
        field, WITHHELD, f"a whole number from {least}" + ", or None" * missing
    )


def day_if_known(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with a day, a range in which it lies, or None where it is unknown."""
    if value is None or isinstance(value, DateRange) or check_day(field, value) is None:
        return None
    return InvalidValueError(field, value, "a date without a time, a DateRange, or None")


def references(given: str | Iterable[str]) -> tuple[str, ...]:
    """Read one reference or several as a tuple; what can be neither is for :func:`keys`."""
    several = isinstance(given, Iterable) and not isinstance(given, str)
    return tuple(given) if several else (cast("str", given),)


def keys(field: str, values: tuple[object, ...]) -> InvalidValueError | None:
    """Return what is wrong with references to other records, or None."""
    if all(isinstance(value, str) and value.strip() for value in values):
        return None
    return InvalidValueError(field, values, "references, none of them empty")
