"""Telling a reserve apart from other money, of which the sums are one.

Sums do not say which money of a year is spent first. What was done fits a reserve as long as there
is some way of saying so by which none of the reserve went to what it is not for. So the reserve is
sent on its way from where it began: it may have been spent on its purpose or returned, be ordered
for its purpose, still be there, or have been moved to another head or carried into the next year,
where the same holds. What finds no place has been eaten.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from carerslib.funds._moves import (
    BROUGHT,
    CARRIED,
    GIVES,
    ORDERED_FOR,
    PASSED_ON,
    RETURNED,
    SPENT_FOR,
    Balance,
    Cell,
    Pot,
    pot_of,
)
from carerslib.funds._purposes import covers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from carerslib.funds.model import Fund
    from carerslib.funds.stipulations import Stipulation
    from carerslib.periods import FinancialYear

__all__ = ["Reserve", "State", "Told", "told_apart", "uncommitted"]

Reserve: TypeAlias = "tuple[Stipulation, FinancialYear]"
_Pence: TypeAlias = "defaultdict[Pot, int]"
_Ways: TypeAlias = "defaultdict[tuple[Pot, Pot], int]"

_ONLY_SAYS_SO: Final = (BROUGHT, CARRIED)


@final
class State(NamedTuple):
    """The sums of every cell of a fund, and what stands in each balance."""

    cells: Mapping[Cell, Sequence[int]]
    balance: Callable[[Balance], int]


@final
class Told(NamedTuple):
    """What was found of a reserve, in pence by pot, and how much was not.

    It is ``free`` or ``ordered`` for its purpose, or was ``carried`` out of the year looked at.
    """

    free: Mapping[Pot, int]
    ordered: Mapping[Pot, int]
    carried: Mapping[Pot, int]
    eaten: int

    def left(self, starts_in: int) -> dict[Pot, int]:
        """Give what is left of it in a year, ordered for its purpose or not."""
        pots = {*self.free, *self.ordered}
        return {
            pot: self.free.get(pot, 0) + self.ordered.get(pot, 0)
            for pot in pots
            if pot[0] == starts_in
        }


def told_apart(  # noqa: PLR0913 - of what, by whom, and what is left out
    state: State,
    fund: Fund,
    reserve: Reserve,
    source: str,
    *,
    until: int | None = None,
    without: Collection[Pot] = (),
) -> Told:
    """Tell a reserve apart among the money of one source.

    With ``until``, as it stood when the year that starts then ended: what was carried out of it is
    taken to be of the reserve first. What there is in the pots ``without`` is left out.
    """
    name, last = reserve[0].reference, reserve[1].starts_in
    began, gone, carried, ordered, there = (_pence() for _ in range(5))
    ways: _Ways = defaultdict(int)
    for cell, sums in state.cells.items():
        if cell[2] != source or (until is not None and cell[0] > until):
            continue
        pot = pot_of(cell, fund)
        there[pot] += 0 if pot in without else uncommitted(sums)
        placed = state.balance((ORDERED_FOR + name, "", *cell, ()))
        began[pot] += _begins(cell, sums, placed, fund, reserve)
        if cell[0] > last:
            spent = state.balance((SPENT_FOR + name, "", *cell, ()))
            gone[pot] += sums[RETURNED] + spent
            _go_on(cell, sums, state, fund, ways)
        if cell[0] > last or not fund.by_year:
            ordered[pot] += placed
        if cell[0] == until:
            carried[pot] += sums[CARRIED]
    for pot, pence in gone.items():
        began[pot] += max(-pence, 0)  # a credit note for what was spent before its last year ended
    flow = _Flow(began, ways)
    flow.into(gone)
    out, found = flow.into(carried), flow.into(ordered)
    return Told(flow.into(there), found, out, sum(flow.waiting.values()))


def _pence() -> _Pence:
    return defaultdict(int)


def uncommitted(sums: Sequence[int], besides: Collection[int] = ()) -> int:
    """Give what is uncommitted, but for what some of the sums do to it."""
    return sum(
        gives * pence
        for counter, (gives, pence) in enumerate(zip(GIVES, sums, strict=True))
        if counter not in besides
    )


def _begins(cell: Cell, sums: Sequence[int], placed: int, fund: Fund, reserve: Reserve) -> int:
    """Give what began as the reserve in a cell.

    That is what was brought out of its last year. Where years are not kept apart, nobody has to
    carry it, and it is what those years left, whatever was ordered of it for its purpose then.
    """
    stipulation, year = reserve
    if not covers(stipulation, *cell[1:]):
        return 0
    if fund.by_year:
        return sums[BROUGHT] if cell[0] == year.starts_in + 1 else 0
    return uncommitted(sums, _ONLY_SAYS_SO) + placed if cell[0] <= year.starts_in else 0


def _go_on(cell: Cell, sums: Sequence[int], state: State, fund: Fund, ways: _Ways) -> None:
    """Add the ways out of a pot: into the next year, and to other heads."""
    pot = pot_of(cell, fund)
    starts_in, _, source = pot
    if fund.by_year:
        ways[pot, (starts_in + 1, *pot[1:])] += sums[CARRIED]
    for head in {fund.pot(each) for each in (None, *fund.head)}:
        ways[pot, (starts_in, head, source)] += state.balance((PASSED_ON, head, *cell, ()))


@final
class _Flow:
    """A reserve on its way: what is not placed yet, and how much may still go from pot to pot."""

    __slots__ = ("waiting", "ways")

    def __init__(self, began: _Pence, ways: _Ways) -> None:
        self.waiting = {pot: pence for pot, pence in began.items() if pence > 0}
        self.ways = ways

    def into(self, places: _Pence) -> dict[Pot, int]:
        """Place as much as there are ways for; in later years first, as it was carried for that."""
        found: dict[Pot, int] = {}
        for pot in sorted(places, reverse=True):
            while found.get(pot, 0) < places[pot] and (path := self._path(pot)):
                steps = list(pairwise(path))
                most = min([self.waiting[path[0]], *(self.ways[step] for step in steps)])
                pence = min(most, places[pot] - found.get(pot, 0))
                found[pot] = found.get(pot, 0) + pence
                self.waiting[path[0]] -= pence
                for one, other in steps:
                    self.ways[one, other] -= pence
                    self.ways[other, one] += pence  # it may be sent another way instead
        return found

    def _path(self, to: Pot) -> list[Pot]:
        """Give the shortest way to a pot from where some of the reserve is not placed yet."""
        paths = [[to]]
        for path in paths:
            if self.waiting.get(path[0], 0) > 0:
                return path
            seen = {each[0] for each in paths}
            ways = [
                one for (one, other), pence in self.ways.items() if other == path[0] and pence > 0
            ]
            paths += [[one, *path] for one in ways if one not in seen]
        return []
