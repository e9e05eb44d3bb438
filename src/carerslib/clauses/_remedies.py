"""The nearest figure that would do: taken off the last amounts, put on to all, or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.basis import Basis
from carerslib.clauses._groups import NOT_STATED, lines_of
from carerslib.clauses._measures import spread
from carerslib.clauses._part_of import PartOf
from carerslib.clauses.figures import READINGS
from carerslib.money import ZERO, Money
from carerslib.prices import Vat
from carerslib.verdicts import Remedy

if TYPE_CHECKING:
    # the module, as it imports this one
    from carerslib.clauses import _limits
    from carerslib.clauses._measures import Comparison
    from carerslib.clauses.requests import Extent, Group, Line, Request
    from carerslib.prices import Price

__all__ = ["FIRM_VALUE", "nearest_that_would_do"]

FIRM_VALUE: Final = "firm.value"
"""What a remedy calls the price of the firm term alone, beside options: the value is all of it."""
_NO_CHOICES: Final = Basis("", "")


def nearest_that_would_do(
    limit: _limits.Limit, test: Comparison, request: Request, extent: Extent, group: Group
) -> Remedy | None:
    """Give the nearest amount that would do, taken off the last amounts first; or number."""
    if test.least != test.most or limit.distinct:
        return None
    if limit.counts:
        # of some of several that are named, no smaller number says which would go
        some = isinstance(request, PartOf) or not limit.grouping.is_whole
        named = some and any(line.tag("contract") for line in extent.lines)
        return None if named else _counted_off(test, request.particulars.number)
    # an exact amount is of some lines
    lines = [] if group == NOT_STATED else lines_of(group, request, extent, limit.grouping)
    if not lines:
        return None
    # a remedy names one field: all together, or of several amounts the last, to give way
    alone = isinstance(request, PartOf) or len(lines) < len(request.extent(_NO_CHOICES).lines)
    field = _named_alone(lines[-1]) if alone else "value"
    if limit.floor:
        # what is too little for several contracts is so for nobody knows which
        named = request.particulars.number == 1 or all(line.tag("contract") for line in lines)
        return _put_on(lines, test, field) if named and (len(lines) == 1 or not alone) else None
    return _taken_off(lines[-1:] if alone else lines, test, field)


def _named_alone(line: Line) -> str:
    return FIRM_VALUE if line.what == "value" else line.what


def _taken_off(lines: list[Line], test: Comparison, field: str) -> Remedy | None:
    """Take what is too much off the last of some amounts first; None where it cannot be said."""
    over = excess = test.least - test.low
    if test.vat is Vat.UNSTATED:
        # like is taken off like, and no VAT is worked out
        stated = [line.price.unstated for line in lines if line.price is not None]
        known = [amount.in_pence for amount in stated if amount is not None]
        if len(known) == len(lines):
            left = sum(known) - over
            nearest, less = Money.pence(left), Money.pence(over)
            return Remedy(field, nearest, "reduce by", less) if left >= 0 else None
    kept: list[Price] = []
    for line in reversed(lines):
        price, counted = line.price, _on(test.vat, line)
        if price is not None and excess > 0:
            price = price.at_most(Money.pence(max(counted - excess, 0)), test.vat)
            excess -= counted
        if price is None:
            return None
        kept.append(price)
    if excess > 0:
        return None
    return _remedy(field, kept, "reduce by", Money.pence(over), test.vat)


def _counted_off(test: Comparison, number: int) -> Remedy | None:
    """Give how many contracts alike would do; None where not even one would."""
    if test.floor:
        nearest = number + test.high - test.least
        return Remedy("number", nearest, "no fewer than", nearest)
    nearest = number + test.low - test.least
    return Remedy("number", nearest, "no more than", nearest) if nearest > 0 else None


def _put_on(lines: list[Line], test: Comparison, field: str) -> Remedy | None:
    """Add what is too little to some amounts together; None where the bases differ."""
    prices = [line.price for line in lines if line.price is not None]
    if len(prices) < len(lines) or any(price.basis is not test.vat for price in prices):
        return None
    short = Money.pence(test.high - test.least)
    made = _remedy(field, prices, "raise by", short, test.vat)
    return made._replace(nearest=Money.total(price.stated for price in prices) + short)


def _remedy(field: str, prices: list[Price], action: str, amount: Money, vat: Vat) -> Remedy:
    """Make a remedy, and say whether its two amounts have VAT in them where they may differ."""
    nearest = Money.total(price.stated for price in prices)
    if vat is Vat.UNSTATED or all(price.vat == ZERO for price in prices):
        return Remedy(field, nearest, action, amount)
    stated = {READINGS[price.basis] for price in prices}
    return Remedy(
        field, nearest, action, amount, READINGS[vat], stated.pop() if len(stated) == 1 else ""
    )


def _on(vat: Vat, line: Line) -> int:
    """Give what a line counts for on the basis compared: if not exact, all net or all gross."""
    if vat is Vat.GROSS:
        return spread(line.bounds)[2]
    return spread(line.like if vat is Vat.UNSTATED else line.bounds)[1]
