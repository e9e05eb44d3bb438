"""Exact numbers: values of indicators and rates are kept as fractions, never as floats."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from carerslib.errors import InvalidValueError

__all__ = ["decimal_places", "exact", "exact_if_known", "per_cent"]

_NUMBER: Final = "an int, a Decimal or a Fraction, and no float"


def exact(given: object, field: str = "value") -> Fraction:
    """Return a number as a fraction; refuse floats, booleans and what is not finite."""
    known = isinstance(given, int | Decimal | Fraction) and not isinstance(given, bool)
    if known and (not isinstance(given, Decimal) or given.is_finite()):
        return Fraction(given)  # type: ignore[call-overload, no-any-return] # a number by then
    raise InvalidValueError(field=field, value=given, expected=_NUMBER)


def exact_if_known(given: object) -> Fraction | None:
    """Return a number as a fraction; None stays None."""
    return None if given is None else exact(given)


def per_cent(part: int, whole: int) -> Fraction | None:
    """Return a share per cent, above 100 where it is so; None of nothing."""
    return Fraction(part * 100, whole) if whole else None


def decimal_places(value: Fraction, places: int) -> Decimal:
    """Round to so many decimal places, half away from zero."""
    scaled = abs(value) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    whole += 2 * rest >= scaled.denominator
    return Decimal((int(value < 0), tuple(map(int, str(whole))), -places))
