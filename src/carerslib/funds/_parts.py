"""The parts of a fund's money: of which the same words are, and which accounts name alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.funds._left import Left, goes_on, what_is_left
from carerslib.funds._moves import NOTHING, Cell, pot_of
from carerslib.funds._purposes import concerning
from carerslib.funds.model import Fund, Outlay
from carerslib.funds.position import Position, Sums
from carerslib.funds.stipulations import Unspent
from carerslib.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carerslib.funds._moves import Pot
    from carerslib.funds._purposes import Place
    from carerslib.periods import FinancialYear

__all__ = ["Part", "parts_of"]

_HELD_AS: Final = {
    (True, Outlay.REVENUE): "creditor or receipt in advance",
    (True, Outlay.CAPITAL): "capital grants receipts in advance",
    (False, Outlay.REVENUE): "earmarked reserve",
    (False, Outlay.CAPITAL): "Capital Grants Unapplied Account",
}


@final
class Part(NamedTuple):
    """Money of a fund in one place or several, to which the same words apply.

    ``outlays`` says what it may be spent on, capital or revenue, or both where these draw on it.
    """

    fund: Fund
    places: list[Place]
    outlays: tuple[Outlay, ...]
    cells: dict[Cell, Sequence[int]]

    def sums(self, year: FinancialYear) -> Sums:
        """Give the sums of a year; to the end of it, where years are not kept apart."""
        last, by_year = year.starts_in, self.fund.by_year
        found = (
            sums
            for cell, sums in self.cells.items()
            if cell[0] == last or (cell[0] < last and not by_year)
        )
        return Sums(*map(Money.pence, map(sum, zip(NOTHING, *found, strict=True))))

    def carried(self, year: FinancialYear) -> Money:
        """Give what was carried out of a year."""
        sums = self.sums(year)
        if self.fund.by_year:
            return sums.carried_forward
        return sums.carried_forward - sums.brought_forward  # into the years up to this one

    def of(self, pots: Mapping[Pot, int]) -> Money:
        """Give how much of some pots is this money."""
        return Money.pence(sum(pence for pot, pence in pots.items() if pot[1:] in self.places))

    def left(self, year: FinancialYear) -> Left:
        """Give what the words make of it when a year ends."""
        return what_is_left(self.fund, year, self.places[0])

    def is_owed(self, year: FinancialYear) -> bool:
        """Say whether what is left of a year is owed and goes on to be used."""
        standing = self.fund.stipulations_on(year.last_day)
        return any(
            each.unspent is Unspent.RETURN and goes_on(each, year)
            for each in concerning(standing, self.fund, self.places[0])
        )

    def held_as(self, *, owed: bool) -> str:
        """Give what the accounts call it."""
        return " or ".join(_HELD_AS[owed, each] for each in self.outlays)


def parts_of(position: Position) -> tuple[Part, ...]:
    """Tell the money of a fund apart, in the order of its heads and sources."""
    fund = position.fund
    found: dict[object, Part] = {}
    for cell, sums in sorted(position.cells.merged().items(), key=lambda each: each[0][1:]):
        place = pot_of(cell, fund)[1:]
        outlays = _outlays(fund, place[0])
        words = tuple(
            (each.reference, *(clause.reference for clause in each.clauses))
            for each in concerning(fund.stipulations, fund, place)
        )
        part = found.setdefault((words, outlays), Part(fund, [], outlays, {}))
        if place not in part.places:
            part.places.append(place)
        part.cells[cell] = sums
    return tuple(found.values())


def _outlays(fund: Fund, head: str) -> tuple[Outlay, ...]:
    """Give what the heads that draw on some money are for; revenue where it is not said."""
    drawing = [each.outlay for each in fund.heads if fund.pot(each.reference) == head]
    named = {each or fund.outlay or Outlay.REVENUE for each in drawing or [None]}
    return tuple(sorted(named, reverse=True))
