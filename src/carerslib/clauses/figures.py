"""Figures as a record states them, and measures: what a figure is held against."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from carerslib.errors import InvalidValueError, require
from carerslib.money import Money
from carerslib.prices import Price, Vat

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["EFFECTS", "READINGS", "Effect", "Figure", "Measure", "Nature"]

Measure: TypeAlias = "int | tuple[int, int, int, int]"
"""Pence (or a count); or, where VAT matters, the least and most net, the least and most gross."""

READINGS: Final[Mapping[Vat, str]] = {
    Vat.NET: "net of VAT",
    Vat.GROSS: "including VAT",
    Vat.UNSTATED: "",
}
"""What a council writes to choose how a figure that states no VAT basis is read."""


class Nature(enum.StrEnum):
    """What kind of figure a record states."""

    CAP = "cap"
    BUDGET = "budget"
    AWARD_VALUE = "award value"
    ESTIMATE = "estimate"
    EXPECTATION = "expectation"
    THRESHOLD = "threshold"
    UNPUBLISHED = "unpublished"


class Effect(enum.StrEnum):
    """What a figure does to a verdict."""

    BINDS = "binds"
    ADVISES = "advises"
    REFERS = "refers"
    UNKNOWN = "unknown"


EFFECTS: Final[Mapping[Nature, Effect]] = {
    Nature.CAP: Effect.BINDS,
    Nature.BUDGET: Effect.BINDS,
    Nature.AWARD_VALUE: Effect.BINDS,
    Nature.ESTIMATE: Effect.ADVISES,
    Nature.EXPECTATION: Effect.ADVISES,
    Nature.THRESHOLD: Effect.REFERS,
    Nature.UNPUBLISHED: Effect.UNKNOWN,
}
"""The one effect of each nature.

Caps, budgets and award values bind; estimates and expectations only advise; above a threshold
something else is needed besides; what an unpublished figure would do is not known.
"""


@final
@attrs.frozen
class Figure:
    """An amount or a number as the record states it.

    ``amount`` is a :class:`~carerslib.prices.Price` (net, gross, both, or unstated), a whole number
    for a count, or None where the figure was not published. ``rounded_to`` is the unit to which the
    record rounds an amount: half of it either side is open.
    """

    amount: Price | int | None
    nature: Nature = Nature.CAP
    rounded_to: Money | None = None
    _open: int = attrs.field(init=False, eq=False, repr=False)
    plain: int | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        known = isinstance(self.nature, Nature)
        require(
            None if known else InvalidValueError("nature", self.nature, "a Nature"),
            self._amount_problem(),
            self._rounding_problem(),
        )
        unit = self.rounded_to.in_pence if self.rounded_to else 0
        object.__setattr__(self, "_open", unit // 2)
        object.__setattr__(self, "plain", self._exact_limit())

    def _amount_problem(self) -> InvalidValueError | None:
        amount, nature = self.amount, self.nature
        if nature is Nature.UNPUBLISHED:
            wrong, expected = amount is not None, "no amount, as the figure is unpublished"
        elif isinstance(amount, Price):
            return None
        else:
            wrong = not isinstance(amount, int) or isinstance(amount, bool) or amount < 0
            expected = "a Price, or a whole number of things that is not negative"
        return InvalidValueError("amount", amount, expected) if wrong else None

    def _rounding_problem(self) -> InvalidValueError | None:
        unit = self.rounded_to
        above = isinstance(unit, Money) and unit.in_pence > 0
        if unit is None or (above and isinstance(self.amount, Price)):
            return None
        return InvalidValueError("rounded_to", unit, "a unit above £0.00, for an amount of money")

    def _exact_limit(self) -> int | None:
        """Give the limit that a plain whole number can be held against, where there is one."""
        if isinstance(self.amount, int):
            return self.amount
        if self.amount is None or self.rounded_to or self.amount.basis is not Vat.UNSTATED:
            return None
        return self.amount.stated.in_pence

    @classmethod
    def pounds(
        cls, text: str, *, nature: Nature = Nature.CAP, rounded_to: Money | None = None
    ) -> Figure:
        """Read an amount of which the record does not say whether it includes VAT."""
        return cls(Price.as_stated(Money.pounds(text)), nature, rounded_to)

    @classmethod
    def unpublished(cls) -> Figure:
        """Record that there is a figure, which was not published."""
        return cls(None, Nature.UNPUBLISHED)

    @property
    def effect(self) -> Effect:
        """What the figure does to a verdict, by its nature."""
        return EFFECTS[self.nature]

    @property
    def is_like(self) -> bool:
        """Whether an amount that leaves VAT unstated is held against it like with like."""
        return not isinstance(self.amount, Price) or self.amount.basis is Vat.UNSTATED

    def limits(self) -> tuple[tuple[Vat, int, int], ...]:
        """Give, for each basis it can stand on, the least and the most that it can mean."""
        if not isinstance(self.amount, Price):
            return ()
        price = self.amount
        bases = {
            Vat.NET: price.net or price.unstated,
            Vat.GROSS: price.gross or price.unstated,
        }
        return tuple(
            # half up: what is rounded to £10 from £5 up to a penny under £15 is written £10
            (vat, money.in_pence - self._open, money.in_pence + max(self._open - 1, 0))
            for vat, money in bases.items()
            if money is not None
        )

    def __str__(self) -> str:
        if self.amount is None:
            return "not published"
        about = f", rounded to {self.rounded_to}" if self.rounded_to else ""
        return f"{self.amount}{about}"
