"""What moved from one quarter to another: up, down or steady, or not known.

What counts as steady is a choice. The choice has a name, and a council gives its own.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import cited, key, yes_or_no
from carerslib.commissioning.monitoring._numbers import exact
from carerslib.commissioning.monitoring.quarters import ServiceQuarter, Stage, UnmetReason
from carerslib.errors import InvalidValueError, require

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from carerslib.money import Money
    from carerslib.services import Quantity, Unit

__all__ = ["REASONS", "TEN_PER_CENT", "Measure", "Move", "Movement", "Thresholds"]


class Move(enum.StrEnum):
    """Which way something moved."""

    UP = "up"
    STEADY = "steady"
    DOWN = "down"


class Measure(enum.StrEnum):
    """What may have moved."""

    NEED = "assessed need"
    OFFERS = "offers made"
    ACCEPTANCE = "share of offers accepted"
    TAKE_UP = "take-up"
    COUNCIL_FUNDED = "users whom the council pays for"
    SELF_FUNDED = "users who pay themselves"
    COUNCIL_PRICE = "price to the council"
    SELF_FUNDED_PRICE = "price to those who pay themselves"
    PLACES = "units available"
    UNDELIVERED = "units not delivered for want of staff"
    INFORMATION = "contacts for information and advice"
    WAITING_ASSESSMENT = "waiting for a first assessment"
    WAITING_START = "waiting for a start"
    WAITING_REVIEW = "waiting for a review"
    COST = "needs unmet because of cost"
    UNWILLING = "needs unmet because the person cared for was not willing"
    NOT_OFFERED = "needs unmet because the care was not on offer"
    QUALITY = "needs unmet because of quality"
    UNAWARE = "needs unmet because of not knowing how"
    WAITING = "needs unmet because of waiting"
    OTHER = "needs unmet for another reason"


REASONS: Final[Mapping[UnmetReason, Measure]] = {
    UnmetReason.COST: Measure.COST,
    UnmetReason.UNWILLING: Measure.UNWILLING,
    UnmetReason.NOT_OFFERED: Measure.NOT_OFFERED,
    UnmetReason.QUALITY: Measure.QUALITY,
    UnmetReason.UNAWARE: Measure.UNAWARE,
    UnmetReason.WAITING: Measure.WAITING,
    UnmetReason.OTHER: Measure.OTHER,
}
"""The measure that counts each reason for a need that is not met."""


def _within(given: object) -> Fraction:
    return exact(given, "steady_within")


@final
@attrs.frozen
class Thresholds:
    """How far something may move and still be called steady: so much per cent either way.

    On the limit is steady. From none to any is up.
    """

    name: str
    steady_within: Fraction = attrs.field(converter=_within)
    citation: Citation

    def __attrs_post_init__(self) -> None:
        below = self.steady_within < 0
        require(
            key("name", self.name),
            InvalidValueError("steady_within", self.steady_within, "0 per cent or more")
            if below
            else None,
            cited("citation", self.citation),
        )

    def move(self, before: Fraction, after: Fraction) -> Move:
        """Say which way a number moved."""
        change = after - before
        if abs(change) * 100 <= abs(before) * self.steady_within:
            return Move.STEADY
        return Move.UP if change > 0 else Move.DOWN


TEN_PER_CENT: Final = Thresholds(
    "ten per cent",
    Fraction(10),
    Citation.convention("How the library counts", "take-up: steady within ten per cent"),
)
"""Taken where a council gives no thresholds of its own. No source says where steady ends."""


def _moves(
    given: Mapping[Measure, Move] | Iterable[tuple[Measure, Move]],
) -> tuple[tuple[Measure, Move], ...]:
    return tuple(sorted(dict(given).items()))


@final
@attrs.frozen(kw_only=True)
class Movement:
    """Which way each measure of a service moved, worked out from figures or as somebody said it.

    A measure that is not named is not known. ``waits`` is whether anybody waits for an assessment
    or a start at the end. ``thresholds`` is None for what somebody said without figures.
    """

    reference: str
    service: str
    moves: tuple[tuple[Measure, Move], ...] = attrs.field(default=(), converter=_moves)
    waits: bool | None = None
    thresholds: Thresholds | None = None
    source: Citation | None = None
    _move: dict[Measure, Move] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for measure, move in self.moves:
            known = isinstance(measure, Measure) and isinstance(move, Move)
            expected = "a Measure and a Move"
            require(None if known else InvalidValueError("moves", (measure, move), expected))
        require(
            key("reference", self.reference),
            key("service", self.service),
            yes_or_no("waits", self.waits),
            cited("source", self.source, optional=True),
        )
        object.__setattr__(self, "_move", dict(self.moves))

    def of(self, measure: Measure) -> Move | None:
        """Return which way a measure moved; None where that is not known."""
        return self._move.get(measure)

    @classmethod
    def between(
        cls,
        earlier: ServiceQuarter,
        later: ServiceQuarter,
        *,
        thresholds: Thresholds = TEN_PER_CENT,
    ) -> Movement:
        """Work out what moved from one quarter to a later one of the same service.

        Amounts in two units, and prices for two units, are not compared: that measure is then not
        known. Raises :class:`~carerslib.errors.InvalidValueError` for two services, and for
        quarters in the wrong order.
        """
        require(
            None
            if later.service == earlier.service
            else InvalidValueError("later", later.service, f"figures of {earlier.service}"),
            None
            if earlier.quarter < later.quarter
            else InvalidValueError("later", str(later.quarter), f"after {earlier.quarter}"),
        )
        moves: dict[Measure, Move] = {}
        for measure, read in _READ.items():
            before, after = read(earlier), read(later)
            if before is not None and after is not None and before.unit is after.unit:
                moves[measure] = thresholds.move(before.number, after.number)
        reference = f"{earlier.reference} to {later.reference}"
        waits = _anybody_waits(later)
        return cls(
            reference=reference,
            service=later.service,
            moves=moves,
            waits=waits,
            thresholds=thresholds,
        )


class _Number(NamedTuple):
    """A number, and the unit that it is of or a price is for, if any."""

    number: Fraction
    unit: Unit | None = None


def _plain(number: Fraction | int | None) -> _Number | None:
    return None if number is None else _Number(Fraction(number))


def _priced(price: Money | None, unit: Unit | None) -> _Number | None:
    return None if price is None else _Number(Fraction(price.in_pence), unit)


def _counted(quantity: Quantity | None) -> _Number | None:
    return None if quantity is None else _Number(quantity.amount, quantity.unit)


def _for_reason(reason: UnmetReason) -> Callable[[ServiceQuarter], _Number | None]:
    return lambda quarter: _plain(quarter.reason(reason))


_READ: Final[Mapping[Measure, Callable[[ServiceQuarter], _Number | None]]] = {
    Measure.NEED: lambda quarter: _plain(quarter.need),
    Measure.OFFERS: lambda quarter: _plain(quarter.offers),
    Measure.ACCEPTANCE: lambda quarter: _plain(quarter.acceptance),
    Measure.TAKE_UP: lambda quarter: _plain(quarter.take_up),
    Measure.COUNCIL_FUNDED: lambda quarter: _plain(quarter.council_funded),
    Measure.SELF_FUNDED: lambda quarter: _plain(quarter.self_funded),
    Measure.COUNCIL_PRICE: lambda quarter: _priced(quarter.council_price, quarter.unit),
    Measure.SELF_FUNDED_PRICE: lambda quarter: _priced(quarter.self_funded_price, quarter.unit),
    Measure.PLACES: lambda quarter: _counted(quarter.available),
    Measure.UNDELIVERED: lambda quarter: _counted(quarter.undelivered),
    Measure.INFORMATION: lambda quarter: _plain(quarter.information),
    Measure.WAITING_ASSESSMENT: lambda quarter: _plain(quarter.waits(Stage.FIRST_ASSESSMENT)),
    Measure.WAITING_START: lambda quarter: _plain(quarter.waits(Stage.START)),
    Measure.WAITING_REVIEW: lambda quarter: _plain(quarter.waits(Stage.REVIEW_OVERDUE)),
    **{measure: _for_reason(reason) for reason, measure in REASONS.items()},
}


def _anybody_waits(quarter: ServiceQuarter) -> bool | None:
    counts = [quarter.waits(stage) for stage in (Stage.FIRST_ASSESSMENT, Stage.START)]
    if any(counts):
        return True
    return None if None in counts else False
