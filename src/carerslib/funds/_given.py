"""What constructors check of values that types only promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.errors import InvalidValueError
from carerslib.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

__all__ = ["key", "names", "names_if_stated", "not_negative", "one_of", "yes_or_no"]


def key(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with a reference or a name, or None."""
    if isinstance(value, str) and value:
        return None
    return InvalidValueError(field, value, "the caller's own key or a name, not empty")


def one_of(
    field: str, value: object, kind: type[StrEnum], *, optional: bool = False
) -> InvalidValueError | None:
    """Return what is wrong with a choice, or None: plain text is no choice."""
    if isinstance(value, kind) or (optional and value is None):
        return None
    article = "an" if kind.__name__[0] in "AEIOU" else "a"
    or_none = " or None" if optional else ""
    return InvalidValueError(field, value, f"{article} {kind.__name__}{or_none}")


def yes_or_no(field: str, value: object) -> InvalidValueError | None:
    """Return what is wrong with a fact that is True, False, or None where it is not stated."""
    if value is None or isinstance(value, bool):
        return None
    return InvalidValueError(field, value, "True, False, or None where it is not stated")


def not_negative(field: str, value: object, *, optional: bool = False) -> InvalidValueError | None:
    """Return what is wrong with an amount, or None."""
    if (isinstance(value, Money) and value >= ZERO) or (optional and value is None):
        return None
    words = ", or None where it is not known" if optional else ""
    return InvalidValueError(field, value, f"Money of £0.00 or more{words}")


def names(given: str | Iterable[str]) -> tuple[str, ...]:
    """Read one name or several as a tuple."""
    return (given,) if isinstance(given, str) else tuple(given)


def names_if_stated(given: str | Iterable[str] | None) -> tuple[str, ...] | None:
    """Read one name or several as a tuple; None stays None."""
    return None if given is None else names(given)
