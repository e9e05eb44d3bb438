"""What a caller gives: read as several or as pairs, and checked one by one, so that all is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from carerslib.errors import InvalidValueError

if TYPE_CHECKING:
    from types import UnionType

__all__ = [
    "are_pairs",
    "check_each",
    "check_flag",
    "check_of_names",
    "check_pairs",
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
