"""Units that breaks are counted in: hours, sessions and nights are never added to one another."""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.services._checks import is_a, key
from carerslib.verdicts import Aspect, Finding, Result

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Factor", "MixedUnitsError", "Quantity", "Unit", "check_total", "totals"]

_MOST_PLACES: Final = 4
_NUMBER: Final = "an int, a Decimal or a Fraction of 0 or more"
_NOT_ADDED: Final = Citation.convention("How the library counts", "R-TERM-1")


class MixedUnitsError(InvalidValueError):
    """Quantities of two units were added or compared; ``expected`` is the unit that was needed."""


@final
class Unit(enum.StrEnum):
    """What is counted."""

    HOUR = "hours"
    SESSION = "sessions"
    NIGHT = "nights"
    DAY = "days"
    BREAK = "breaks"
    PLACE = "places"
    PERSON = "people"


def _exact(given: object) -> Fraction:
    number = isinstance(given, int | Decimal | Fraction) and not isinstance(given, bool)
    finite = number and (not isinstance(given, Decimal) or given.is_finite())
    if not finite or given < 0:  # type: ignore[operator] # a number by then
        raise InvalidValueError(field="amount", value=given, expected=_NUMBER)
    return Fraction(given)  # type: ignore[call-overload, no-any-return] # a number by then


@final
@attrs.frozen
class Quantity:
    """So many of one unit, exactly.

    ``by`` names the factors that converted it, none for what was counted. Two quantities add where
    their units are the same; otherwise :class:`MixedUnitsError` is raised.
    """

    amount: Fraction = attrs.field(converter=_exact)
    unit: Unit
    by: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        require(is_a("unit", self.unit, Unit))

    def __add__(self, other: Quantity) -> Quantity:
        if not isinstance(other, Quantity):
            return NotImplemented
        if other.unit is not self.unit:
            raise MixedUnitsError(field="unit", value=str(other.unit), expected=str(self.unit))
        factors = tuple(dict.fromkeys(self.by + other.by))
        return Quantity(self.amount + other.amount, self.unit, factors)

    def converted(self, factor: Factor) -> Quantity:
        """Return it in another unit, by a factor that has a name and a source.

        Raises :class:`MixedUnitsError` where the factor is for another unit than this.
        """
        if factor.source is not self.unit:
            raise MixedUnitsError(field="unit", value=str(self.unit), expected=str(factor.source))
        return Quantity(self.amount * factor.rate, factor.target, (*self.by, factor.name))

    def __str__(self) -> str:
        exact = self.amount
        number = str(exact.numerator) if exact.denominator == 1 else _decimal(exact)
        return f"{number} {self.unit}"


def _decimal(exact: Fraction) -> str:
    """Write a number by its decimals where they come to an end soon, else as a fraction."""
    for places in range(1, _MOST_PLACES + 1):
        scaled = exact * 10**places
        if scaled.denominator == 1:
            digits = str(scaled.numerator).rjust(places + 1, "0")
            return f"{digits[:-places]}.{digits[-places:]}"
    return str(exact)


@final
@attrs.frozen
class Factor:
    """How many of one unit a council takes one of another to be, by a name and with its source."""

    name: str
    source: Unit
    target: Unit
    rate: Fraction = attrs.field(converter=_exact)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        same = self.source is self.target
        require(
            key("name", self.name),
            is_a("source", self.source, Unit),
            is_a("target", self.target, Unit),
            InvalidValueError("target", self.target, "another unit") if same else None,
            None if self.rate else InvalidValueError("rate", self.rate, "more than 0"),
            is_a("citation", self.citation, Citation),
        )


def totals(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Add up what can be added: one total for each unit, in the order of the units."""
    found: dict[Unit, Quantity] = {}
    for each in quantities:
        found[each.unit] = found[each.unit] + each if each.unit in found else each
    return tuple(found[unit] for unit in Unit if unit in found)


def check_total(reference: str, quantities: Iterable[Quantity]) -> Finding:
    """Say whether quantities may be added up to one total: only where they are of one unit.

    The finding gives the total of each unit. Nothing to add is not applicable.
    """
    each = totals(quantities)
    result = Result.NOT_APPLICABLE
    if each:
        result = Result.MET if len(each) == 1 else Result.NOT_MET
    return Finding(
        "services.units",
        "One unit is added up",
        result,
        Aspect.AMOUNT,
        reference,
        _NOT_ADDED,
        tuple(map(str, each)),
        "only",
        "one unit, or units converted by a factor with a name",
    )
