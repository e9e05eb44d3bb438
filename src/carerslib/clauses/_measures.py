"""Measures: what a figure is held against, in whole numbers, and how the two are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.clauses.figures import READINGS
from carerslib.prices import Price, Vat
from carerslib.verdicts import Combining, Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.clauses.base import Adds, Tally
    from carerslib.clauses.figures import Figure, Measure
    from carerslib.clauses.requests import Group

__all__ = [
    "ROUNDED_DOWN",
    "ROUNDED_UP",
    "UNBOUNDED",
    "UNKNOWN",
    "Comparison",
    "add",
    "alone",
    "answer",
    "at_least",
    "comparisons",
    "less",
    "of_price",
    "spread",
    "total_of",
    "up_to",
    "used_before",
    "used_least",
    "worst",
]

# looking a member up on its enum costs more than the comparison that it is for
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_NOT_APPLICABLE: Final = Result.NOT_APPLICABLE

ROUNDED_UP: Final = "rounded up"
ROUNDED_DOWN: Final = "rounded down"

UNBOUNDED: Final = 10**18
"""Stands for "no upper bound is known": far above any sum of public money in pence."""

UNKNOWN: Final[Measure] = (0, UNBOUNDED, 0, UNBOUNDED)
"""The measure of an amount that is not stated: anything at all."""


def add(one: Measure, other: Measure) -> Measure:
    """Add two measures."""
    if one.__class__ is int and other.__class__ is int:
        return one + other
    a, b = spread(one), spread(other)
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3])


def less(one: Measure, other: Measure) -> Measure:
    """Take back a measure that was added."""
    if isinstance(one, int) and isinstance(other, int):
        return one - other
    a, b = spread(one), spread(other)
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3])


def total_of(measures: Iterable[Measure]) -> Measure:
    """Add several measures."""
    total: Measure = 0
    for measure in measures:
        total = add(total, measure)
    return total


def alone(adds: Adds) -> Tally:
    """Set what is added beside nothing that was used before."""
    return adds, tuple(measure for _, measure in adds)


def used_least(tally: Tally) -> dict[Group, Measure]:
    """Give the least that was used of each group before what is added."""
    rows = zip(*tally, strict=True)
    return {group: at_least(less(total, adding)) for (group, adding), total in rows}


def at_least(measure: Measure) -> Measure:
    """Give the least that a measure can be."""
    net, _, gross, _ = spread(measure)
    return (net, net, gross, gross)


def spread(measure: Measure) -> tuple[int, int, int, int]:
    """Give a measure as least and most net, least and most gross."""
    if isinstance(measure, int):
        return (measure, measure, measure, measure)
    return measure


def up_to(measure: Measure) -> Measure:
    """Give the measure of a part that is not known: anything from nothing to the whole."""
    if measure == 0:
        return 0
    _, net, _, gross = spread(measure)
    return (0, net, 0, gross)


def used_before(test: Comparison, tally: tuple[Measure, Measure]) -> int:
    """Give how much was used before what is added, as a comparison counts; 0 if not exact."""
    adding, total = tally
    net, most_net, gross, most_gross = spread(less(total, adding))
    least, most = (gross, most_gross) if test.vat is Vat.GROSS else (net, most_net)
    return least if least == most else 0


def of_price(price: Price | None, *, like: bool) -> Measure:
    """Measure a price in pence.

    With ``like``, an amount that leaves VAT unstated counts as it stands, since what it is held
    against leaves VAT unstated too. A price that is not known is anything from nothing up.
    """
    if price is None:
        return (0, UNBOUNDED, 0, UNBOUNDED)
    if like and price.unstated is not None:
        return price.unstated.in_pence
    net, gross = price.bounds(Vat.NET), price.bounds(Vat.GROSS)
    bounds = (
        net[0],
        UNBOUNDED if net[1] is None else net[1],
        gross[0],
        UNBOUNDED if gross[1] is None else gross[1],
    )
    return bounds[0] if len(set(bounds)) == 1 else bounds


@final
class Comparison(NamedTuple):
    """One comparison: what lies between two bounds against a limit between two bounds.

    It is not to be passed, or with ``floor`` to be reached.
    """

    vat: Vat
    least: int
    most: int
    low: int
    high: int
    rounding: str = ""
    floor: bool = False

    @property
    def result(self) -> Result:
        """Compare: on the limit is inside it."""
        if self.floor:
            if self.least >= self.high:
                return Result.MET
            return Result.NOT_MET if self.most < self.low else Result.UNDETERMINED
        if self.most <= self.low:
            return Result.MET
        return Result.NOT_MET if self.least > self.high else Result.UNDETERMINED

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known of what is compared."""
        return self.least == 0 and self.most >= UNBOUNDED

    @property
    def reading(self) -> str:
        """The reading of the figure that this comparison takes; nothing where there is but one."""
        return self.rounding or READINGS[self.vat]


def comparisons(
    figure: Figure, total: Measure, groups: int = 1, *, shift: int = 0, floor: bool = False
) -> tuple[Combining, tuple[Comparison, ...]]:
    """Give the comparisons to make of a total with a figure, and how their answers combine.

    With ``groups``, the figure stands for that many groups together. ``shift`` is added to the
    figure: a penny less where it must not be reached.
    """
    how, made = _comparisons(figure, total, groups, shift)
    if floor:
        made = tuple(test._replace(floor=True) for test in made)
    only = made[0]
    if len(made) > 1 or only.least != only.most or only.result is not Result.UNDETERMINED:
        return how, made
    # an exact amount inside the rounding: what the record rounded may be either side of it
    return Combining.AGREE, (
        only._replace(high=only.low, rounding=ROUNDED_UP),
        only._replace(low=only.high, rounding=ROUNDED_DOWN),
    )


def _comparisons(
    figure: Figure, total: Measure, groups: int, shift: int
) -> tuple[Combining, tuple[Comparison, ...]]:
    net_least, net_most, gross_least, gross_most = spread(total)
    if not isinstance(figure.amount, Price):
        limit = ((figure.amount or 0) + shift) * groups
        return Combining.ALL_OF, (Comparison(Vat.UNSTATED, net_least, net_most, limit, limit),)
    limits = {
        vat: ((low + shift) * groups, (high + shift) * groups) for vat, low, high in figure.limits()
    }
    net = Comparison(Vat.NET, net_least, net_most, *limits.get(Vat.NET, (0, 0)))
    gross = Comparison(Vat.GROSS, gross_least, gross_most, *limits.get(Vat.GROSS, (0, 0)))
    if figure.amount.basis is Vat.UNSTATED:
        if (net_least, net_most) == (gross_least, gross_most):
            return Combining.ALL_OF, (net._replace(vat=Vat.UNSTATED),)
        return Combining.AGREE, (net, gross)
    stated = tuple(test for test in (net, gross) if test.vat in limits)
    exact = tuple(test for test in stated if test.least == test.most)
    # of what may not count at all, the least gross is less than the most net
    placed = gross_least >= net_most
    if len(stated) == 1 or exact or net_most >= UNBOUNDED or not placed:
        return Combining.ALL_OF, exact or stated
    # a sum that states no basis, against a figure that states both, is either the one or the other
    return Combining.AGREE, (
        net._replace(least=net_most),
        gross._replace(most=gross_least),
    )


def answer(how: Combining, made: Iterable[Comparison], chosen: str | None = None) -> Result:
    """Combine the answers of comparisons, following the reading that a council has chosen."""
    tests = tuple(made)
    followed = [test for test in tests if how is Combining.AGREE and test.reading == chosen]
    results = {test.result for test in followed or tests}
    if how is Combining.AGREE and len(results) > 1:
        return Result.UNDETERMINED
    return worst(results)


def worst(results: Iterable[Result]) -> Result:
    """Give the result that counts where all must be met."""
    found = _NOT_APPLICABLE
    for result in results:
        if result is _NOT_MET:
            return result
        if result is _UNDETERMINED or found is _NOT_APPLICABLE:
            found = result
    return found
