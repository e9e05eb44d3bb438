"""Amounts to pay with VAT kept apart: net, gross, or what the record left unstated.

What is not known stays unknown: a net amount whose VAT nobody stated has no gross amount, only
bounds. Rates are per cent, and VAT is rounded half up to the penny.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast, final

import attrs

from carerslib.errors import InvalidValueError, require
from carerslib.money import ZERO, Money, Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["FREE_OF_VAT", "Price", "Vat", "VatTreatment"]

_HUNDRED: Final = Decimal(100)
_RATE: Final = "a rate per cent from 0 to 100, such as '20' or '17.5'"


class Vat(StrEnum):
    """Whether an amount has VAT in it."""

    NET = "net"
    GROSS = "gross"
    UNSTATED = "unstated"


class VatTreatment(StrEnum):
    """How VAT falls on a supply, as far as the record says."""

    TAXED = "taxed"
    EXEMPT = "exempt"
    OUTSIDE_SCOPE = "outside scope"
    UNKNOWN = "unknown"


FREE_OF_VAT: Final[Mapping[VatTreatment, str]] = {
    VatTreatment.EXEMPT: "VAT exempt",
    VatTreatment.OUTSIDE_SCOPE: "outside the scope of VAT",
}
"""What is said of an amount on which no VAT is due, by its treatment."""


def _rate(value: object) -> Decimal:
    """Return a rate per cent given as text, Decimal or int."""
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        try:
            rate = Decimal(value)
        except InvalidOperation:
            rate = Decimal("NaN")
        if rate.is_finite() and 0 <= rate <= _HUNDRED:
            return rate
    raise InvalidValueError(field="rate", value=value, expected=_RATE)


def _to_pay(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, Money) and value.in_pence >= 0:
        return None
    return InvalidValueError(field, value, "Money of £0.00 or more")


def _with_vat(net: Money, rate: Decimal) -> Money:
    return net + net.times(Fraction(rate) / 100, Rounding.HALF_UP)


def _without_vat(gross: Money, rate: Decimal) -> Money:
    return gross.times(100 / (100 + Fraction(rate)), Rounding.HALF_UP)


def _last_that_rounds_to(limit: Money, factor: Fraction) -> Money:
    """Return the greatest whole pence that times ``factor``, rounded half up, come to ``limit``."""
    first_too_many = (limit.in_pence + Fraction(1, 2)) / factor
    return Money.pence(-(-first_too_many.numerator // first_too_many.denominator) - 1)


@final
@attrs.frozen(kw_only=True)
class Price:
    """An amount to pay, on the basis on which it was stated.

    Make one with the constructors named for what the record says. ``net``, ``gross`` and
    ``unstated`` are the amounts that are known; ``basis`` says which of them was stated, and the
    others follow from it. ``rate`` is per cent. Raises :class:`.InvalidValueError` for a negative
    amount and for parts that contradict each other.
    """

    net: Money | None = None
    gross: Money | None = None
    unstated: Money | None = None
    treatment: VatTreatment = VatTreatment.UNKNOWN
    rate: Decimal | None = None
    basis: Vat = attrs.field()

    @basis.default
    def _basis_of_what_is_given(self) -> Vat:
        if self.unstated is not None:
            return Vat.UNSTATED
        return Vat.NET if self.net is not None else Vat.GROSS

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be true of one amount."""
        amounts = {"net": self.net, "gross": self.gross, "unstated": self.unstated}
        require(
            *(_to_pay(name, amount) for name, amount in amounts.items() if amount is not None),
            _one_of("treatment", self.treatment, VatTreatment),
            _one_of("basis", self.basis, Vat),
        )
        if self.rate is not None:
            _rate(self.rate)
        require(self._contradiction())

    def _contradiction(self) -> InvalidValueError | None:
        """Return what cannot be so: the basis first, then the VAT that goes with it."""
        if self.on(self.basis) is None:
            return InvalidValueError(self.basis, None, "the amount on the basis that was stated")
        if self.unstated is not None and (self.net is not None or self.gross is not None):
            return InvalidValueError("unstated", self.unstated, "None beside a net or gross amount")
        if self.net is not None and self.gross is not None:
            return self._wrong_amounts(self.net, self.gross) or self._wrong_rate(
                self.net, self.gross
            )
        if self.rate is not None:
            return InvalidValueError("rate", self.rate, "None where the VAT is not known")
        if self.treatment is not VatTreatment.UNKNOWN:
            return InvalidValueError("treatment", self.treatment, "net and gross amounts beside it")
        return None

    def _wrong_amounts(self, net: Money, gross: Money) -> InvalidValueError | None:
        if gross < net:
            return InvalidValueError("gross", gross, f"at least the net amount, {net}")
        if self.treatment in FREE_OF_VAT and gross != net:
            return InvalidValueError("gross", gross, f"the net amount, {net}, where no VAT is due")
        return None

    def _wrong_rate(self, net: Money, gross: Money) -> InvalidValueError | None:
        if self.rate is None:
            return None
        if self.treatment is not VatTreatment.TAXED:
            return InvalidValueError("rate", self.rate, "None unless the supply is taxed")
        if self.basis is Vat.NET:
            fits = gross == _with_vat(net, self.rate)
        else:
            fits = net == _without_vat(gross, self.rate)
        return None if fits else InvalidValueError("rate", self.rate, f"a rate that makes {self}")

    @classmethod
    def net_of_vat(cls, amount: Money) -> Price:
        """Return an amount stated without VAT, the VAT on it not being known."""
        require(_to_pay("amount", amount))
        return cls(net=amount, basis=Vat.NET)

    @classmethod
    def including_vat(cls, amount: Money, rate: str | Decimal | int | None = None) -> Price:
        """Return an amount stated with VAT in it; the net amount follows where a rate is given."""
        require(_to_pay("amount", amount))
        if rate is None:
            return cls(gross=amount, basis=Vat.GROSS)
        known = _rate(rate)
        return cls(
            net=_without_vat(amount, known),
            gross=amount,
            treatment=VatTreatment.TAXED,
            rate=known,
            basis=Vat.GROSS,
        )

    @classmethod
    def plus_vat(cls, amount: Money, rate: str | Decimal | int) -> Price:
        """Return an amount stated without VAT, and the VAT on it at a rate per cent."""
        require(_to_pay("amount", amount))
        known = _rate(rate)
        return cls(
            net=amount,
            gross=_with_vat(amount, known),
            treatment=VatTreatment.TAXED,
            rate=known,
            basis=Vat.NET,
        )

    @classmethod
    def both(cls, *, net: Money, gross: Money) -> Price:
        """Return an amount of which the record states both, without saying at what rate."""
        require(_to_pay("net", net), _to_pay("gross", gross))
        return _joined(net, gross, Vat.NET)

    @classmethod
    def exempt(cls, amount: Money) -> Price:
        """Return an amount on which no VAT is due because the supply is exempt."""
        require(_to_pay("amount", amount))
        return cls(net=amount, gross=amount, treatment=VatTreatment.EXEMPT, basis=Vat.NET)

    @classmethod
    def outside_scope(cls, amount: Money) -> Price:
        """Return an amount that is no supply for VAT, such as a grant."""
        require(_to_pay("amount", amount))
        return cls(net=amount, gross=amount, treatment=VatTreatment.OUTSIDE_SCOPE, basis=Vat.NET)

    @classmethod
    def as_stated(cls, amount: Money) -> Price:
        """Return an amount of which the record does not say whether VAT is in it."""
        require(_to_pay("amount", amount))
        return cls(unstated=amount, basis=Vat.UNSTATED)

    @property
    def stated(self) -> Money:
        """The figure as the record states it, on its own basis."""
        return cast("Money", self.on(self.basis))  # the constructor refuses a price without it

    @property
    def vat(self) -> Money | None:
        """The VAT in the amount, or None where it is not known."""
        return None if self.net is None or self.gross is None else self.gross - self.net

    def on(self, vat: Vat) -> Money | None:
        """Return the exact amount on a basis, or None where it is not known."""
        if vat is Vat.NET:
            return self.net
        return self.gross if vat is Vat.GROSS else self.unstated

    def bounds(self, vat: Vat) -> tuple[int, int | None]:
        """Return the lowest and highest pence that it can be; no highest where none is known.

        On the unstated basis an unstated amount is itself (like with like), and a stated one lies
        anywhere from its lowest net to its highest gross amount.
        """
        exact = self.on(vat)
        if exact is not None:
            return exact.in_pence, exact.in_pence
        if vat is Vat.UNSTATED:
            return self.bounds(Vat.NET)[0], self.bounds(Vat.GROSS)[1]
        stated = self.stated.in_pence
        return (0, stated) if vat is Vat.NET else (stated, None)

    def at(self, amount: Money) -> Price:
        """Return a price of another amount on the same basis, with the same treatment and rate.

        Where the record states both amounts and no rate, the VAT stays the amount that it is.
        Raises :class:`.InvalidValueError` for a negative amount.
        """
        require(_to_pay("amount", amount))
        if self.basis is Vat.UNSTATED:
            return Price.as_stated(amount)
        if self.rate is not None:
            made = Price.plus_vat if self.basis is Vat.NET else Price.including_vat
            return made(amount, self.rate)
        vat = self.vat
        if vat is None:
            return (
                Price.net_of_vat(amount) if self.basis is Vat.NET else Price.including_vat(amount)
            )
        if self.basis is Vat.NET:
            return attrs.evolve(self, net=amount, gross=amount + vat)
        return attrs.evolve(self, net=max(amount - vat, ZERO), gross=amount)

    def at_most(self, limit: Money, vat: Vat) -> Price | None:
        """Return the nearest price that is certainly not above a limit on a basis.

        It is this price where that is inside already, and None where no amount is certain to be:
        a gross limit and an amount whose VAT is not known, or a limit below £0.00. A limit whose
        VAT is unstated is compared with an unstated amount as it stands, and otherwise gross.
        """
        basis = Vat.GROSS if vat is Vat.UNSTATED and self.unstated is None else vat
        highest = self.bounds(basis)[1]
        if highest is not None and highest <= limit.in_pence:
            return self
        if highest is None or limit < ZERO:
            return None
        amount = self._amount_within(limit, basis)
        return None if amount < ZERO else self.at(amount)

    def _amount_within(self, limit: Money, basis: Vat) -> Money:
        """Return the greatest stated amount that comes to at most ``limit`` on ``basis``."""
        vat = self.vat
        if basis is self.basis or vat is None:
            return limit
        if self.rate is None:
            return limit - vat if basis is Vat.GROSS else limit + vat
        factor = 1 + Fraction(self.rate) / 100
        return _last_that_rounds_to(limit, factor if basis is Vat.GROSS else 1 / factor)

    @classmethod
    def total(cls, prices: Iterable[Price]) -> Price:
        """Add prices up on each basis that all of them know; VAT is never worked out again.

        Raises :class:`.InvalidValueError` for no price at all, which has no basis; where no basis
        is known to all, such as an amount that leaves VAT unstated beside one that states it; and
        for anything that is not a price.
        """
        added = tuple(prices)
        for place, price in enumerate(added):
            if not isinstance(price, Price):
                raise InvalidValueError(field=f"prices[{place}]", value=price, expected="a Price")
        if not added:
            raise InvalidValueError(field="prices", value=(), expected="at least one price")
        return added[0] if len(added) == 1 else _sum(added)

    def __add__(self, other: Price) -> Price:
        """Add two prices as :meth:`total` does."""
        if not isinstance(other, Price):
            return NotImplemented
        return _sum((self, other))

    def __str__(self) -> str:
        if self.treatment in FREE_OF_VAT:
            return f"{self.stated} ({FREE_OF_VAT[self.treatment]})"
        if self.vat is not None:
            return f"{self.net} net, {self.gross} gross"
        return f"{self.stated} {_WORDS[self.basis]}"


_WORDS: Final = {
    Vat.NET: "net of VAT (VAT not known)",
    Vat.GROSS: "including VAT",
    Vat.UNSTATED: "(VAT not stated)",
}


def _one_of(field: str, value: object, kind: type[StrEnum]) -> InvalidValueError | None:
    return (
        None if isinstance(value, kind) else InvalidValueError(field, value, f"a {kind.__name__}")
    )


def _joined(net: Money, gross: Money, basis: Vat) -> Price:
    """Return a price of which both amounts are known and no one rate is."""
    treatment = VatTreatment.TAXED if gross > net else VatTreatment.UNKNOWN
    return Price(net=net, gross=gross, treatment=treatment, basis=basis)


def _added(amounts: Iterable[Money | None]) -> Money | None:
    """Return the sum of amounts, or None where one is not known."""
    in_pence = 0
    for amount in amounts:
        if amount is None:
            return None
        in_pence += amount.in_pence
    return Money.pence(in_pence)


def _sum(prices: tuple[Price, ...]) -> Price:
    unstated = _added(price.unstated for price in prices)
    if unstated is not None:
        return Price.as_stated(unstated)
    net, gross = _added(price.net for price in prices), _added(price.gross for price in prices)
    if net is None and gross is None:
        bases = tuple(dict.fromkeys(price.basis.value for price in prices))
        raise InvalidValueError(
            field="prices", value=bases, expected="amounts that are all known on one basis"
        )
    if net is None or gross is None:
        return Price(net=net, gross=gross)
    first = prices[0]
    if first.treatment in FREE_OF_VAT and all(p.treatment is first.treatment for p in prices):
        return Price(net=net, gross=gross, treatment=first.treatment, basis=Vat.NET)
    alike = all(price.basis is first.basis for price in prices)
    return _joined(net, gross, first.basis if alike else Vat.NET)
