"""Figures of one service for one quarter, and the rates that follow from them.

Every figure may be missing: None is not recorded, never none. Counts of people are of the quarter.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.commissioning._given import count, key
from carerslib.errors import InvalidValueError, require
from carerslib.money import ZERO, Money
from carerslib.periods import FinancialYear
from carerslib.services import Quantity, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Quarter", "ServiceQuarter", "Stage", "UnmetReason"]

_QUARTERS: Final = (1, 2, 3, 4)


class UnmetReason(enum.StrEnum):
    """Why a need for a break was not met, as carers gave it."""

    COST = "cost"
    UNWILLING = "the person cared for was not willing"
    NOT_OFFERED = "the care needed was not on offer"
    QUALITY = "little confidence in its quality"
    UNAWARE = "not knowing how"
    WAITING = "waiting"
    OTHER = "another reason"


class Stage(enum.StrEnum):
    """What somebody waits for."""

    FIRST_ASSESSMENT = "a first assessment"
    START = "the start of a service or direct payment"
    REVIEW_OVERDUE = "a review that is overdue"


def _year(given: FinancialYear | str) -> FinancialYear:
    return given if isinstance(given, FinancialYear) else FinancialYear.parse(given)


@final
@attrs.frozen(order=True)
class Quarter:
    """A quarter of a financial year: the first is April to June."""

    year: FinancialYear = attrs.field(converter=_year)
    number: int

    def __attrs_post_init__(self) -> None:
        known = type(self.number) is int and self.number in _QUARTERS
        require(None if known else InvalidValueError("number", self.number, "1, 2, 3 or 4"))

    def __str__(self) -> str:
        return f"{self.year} quarter {self.number}"


def _reasons(
    given: Mapping[UnmetReason, int] | tuple[tuple[UnmetReason, int], ...] | None,
) -> tuple[tuple[UnmetReason, int], ...] | None:
    return None if given is None else tuple(sorted(dict(given).items()))


def _stages(
    given: Mapping[Stage, int] | tuple[tuple[Stage, int], ...] | None,
) -> tuple[tuple[Stage, int], ...] | None:
    return None if given is None else tuple(sorted(dict(given).items()))


@final
@attrs.frozen(kw_only=True)
class ServiceQuarter:
    """What was counted of one service in one quarter, council-funded and self-funded apart.

    ``need`` is people with an assessed need for this kind of break, out of ``eligible``;
    ``offers`` were made to them and ``accepted``. A price is for one ``unit``. ``delivered``,
    ``available`` and ``undelivered`` are quantities of the service, the last for want of staff.
    ``reasons`` counts why needs were not met and ``waiting`` who waits, at the end of the quarter;
    a reason or stage that is not named is not recorded. ``information`` counts contacts for
    information and advice.
    """

    reference: str
    service: str
    quarter: Quarter
    unit: Unit | None = None
    eligible: int | None = None
    need: int | None = None
    offers: int | None = None
    accepted: int | None = None
    council_funded: int | None = None
    self_funded: int | None = None
    council_price: Money | None = None
    self_funded_price: Money | None = None
    delivered: Quantity | None = None
    available: Quantity | None = None
    undelivered: Quantity | None = None
    reasons: tuple[tuple[UnmetReason, int], ...] | None = attrs.field(
        default=None, converter=_reasons
    )
    waiting: tuple[tuple[Stage, int], ...] | None = attrs.field(default=None, converter=_stages)
    waited_days: tuple[tuple[Stage, int], ...] | None = attrs.field(default=None, converter=_stages)
    information: int | None = None

    def __attrs_post_init__(self) -> None:
        counts = (
            "eligible",
            "need",
            "offers",
            "accepted",
            "council_funded",
            "self_funded",
            "information",
        )
        quarter = isinstance(self.quarter, Quarter)
        unit = isinstance(self.unit, Unit | None)
        require(
            key("reference", self.reference),
            key("service", self.service),
            None if quarter else InvalidValueError("quarter", self.quarter, "a Quarter"),
            None if unit else InvalidValueError("unit", self.unit, "a Unit or None"),
            *(count(field, getattr(self, field)) for field in counts),
            *(_price(field, getattr(self, field)) for field in _PRICES),
            *(_quantity(field, getattr(self, field)) for field in _QUANTITIES),
            _pairs("reasons", self.reasons, UnmetReason),
            _pairs("waiting", self.waiting, Stage),
            _pairs("waited_days", self.waited_days, Stage),
        )

    @property
    def users(self) -> int | None:
        """How many used it, however it was paid for; None unless both are recorded."""
        if self.council_funded is None or self.self_funded is None:
            return None
        return self.council_funded + self.self_funded

    @property
    def need_rate(self) -> Fraction | None:
        """People with an assessed need, of those eligible."""
        return _share(self.need, self.eligible)

    @property
    def offer_rate(self) -> Fraction | None:
        """Offers made, for each person with an assessed need."""
        return _share(self.offers, self.need)

    @property
    def acceptance(self) -> Fraction | None:
        """Offers accepted, of those made."""
        return _share(self.accepted, self.offers)

    @property
    def take_up(self) -> Fraction | None:
        """Everybody who used it, for each person with an assessed need."""
        return _share(self.users, self.need)

    @property
    def council_take_up(self) -> Fraction | None:
        """Those whom the council paid for, for each person with an assessed need."""
        return _share(self.council_funded, self.need)

    @property
    def self_funded_take_up(self) -> Fraction | None:
        """Those who paid themselves, for each person with an assessed need."""
        return _share(self.self_funded, self.need)

    @property
    def self_funded_share(self) -> Fraction | None:
        """Those who paid themselves, of everybody who used it."""
        return _share(self.self_funded, self.users)

    @property
    def places_used(self) -> Fraction | None:
        """What was delivered, of what was available. Raises where their units differ."""
        if self.delivered is None or self.available is None:
            return None
        self.delivered + self.available
        return _of(self.delivered.amount, self.available.amount)

    @property
    def unmet(self) -> int | None:
        """People with an assessed need who did not use it; below nothing where more used it."""
        if self.need is None or self.users is None:
            return None
        return self.need - self.users

    def reason(self, reason: UnmetReason) -> int | None:
        """How many gave a reason; None where that is not recorded."""
        return dict(self.reasons or ()).get(reason)

    def waits(self, stage: Stage) -> int | None:
        """How many wait at a stage; None where that is not recorded."""
        return dict(self.waiting or ()).get(stage)


_PRICES: Final = ("council_price", "self_funded_price")
_QUANTITIES: Final = ("delivered", "available", "undelivered")


def _price(field: str, value: object) -> InvalidValueError | None:
    if value is None or (isinstance(value, Money) and value >= ZERO):
        return None
    return InvalidValueError(field, value, "Money of £0.00 or more, or None")


def _quantity(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, Quantity | None):
        return None
    return InvalidValueError(field, value, "a Quantity or None")


def _pairs(
    field: str, pairs: tuple[tuple[object, object], ...] | None, kind: type
) -> InvalidValueError | None:
    for name, number in pairs or ():
        if not isinstance(name, kind) or count(field, number) is not None or number is None:
            return InvalidValueError(field, (name, number), f"a count for each {kind.__name__}")
    return None


def _share(part: int | None, whole: int | None) -> Fraction | None:
    if part is None or whole is None:
        return None
    return _of(Fraction(part), Fraction(whole))


def _of(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole if whole else None
