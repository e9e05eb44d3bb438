"""What a caller gives: read as several or as pairs, and checked one by one, so that all is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from carerslib.errors import InvalidValueError
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from types import UnionType

__all__ = [
    "are_pairs",
    "check_each",
    "check_flag",
    "check_of_names",
    "check_pairs",
    "check_text",
    "misspelt",
    "pairs_of",
    "several",
]

_PAIR: Final = 2
_PARTS: Final = ("firm", "options", "uplift")
_A_YEAR: Final = "a financial year as in '2025/26'"


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
        return misspelt(field, given)
    return InvalidValueError(field, given, "a name and what it must be, as in {'lot': '1'}")


def misspelt(field: str, pairs: Iterable[tuple[str, str]]) -> InvalidValueError | None:
    """Find a financial year, or a part of a contract, that is not written as the library does.

    Names are compared as they stand, so that one written otherwise would silently be another.
    """
    for name, value in pairs:
        expected = ""
        if name == "year":
            expected = _year(value)
        elif name == "part":
            expected = f"one of {', '.join(_PARTS)}" if value not in _PARTS else value
        if expected not in ("", value):
            return InvalidValueError(f"{field}[{name!r}]", value, expected)
    return None


@lru_cache(maxsize=256)
def _year(value: str) -> str:
    """Give a financial year as the library writes it, or say what one is."""
    try:
        return str(FinancialYear.parse(value))
    except InvalidValueError:
        return _A_YEAR


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
