"""Running sums on top of a position, which one owner changes in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, final

from carerslib.errors import InvalidValueError
from carerslib.funds._counts import Counts
from carerslib.funds._facts import in_other_years
from carerslib.funds._known import Below, least
from carerslib.funds._late import comes_late
from carerslib.funds._moves import (
    APART,
    DELIVERED,
    GIVES,
    NOT_PAID,
    NOTHING,
    ORDERED,
    RELEASED,
    USES,
    Balance,
    Cell,
    Pot,
    balance_changes,
    moves,
    paid_on,
    place_of,
    pot_of,
)
from carerslib.funds.offers import Drawn
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carerslib.basis import Basis
    from carerslib.funds.entries import Entry, Paid
    from carerslib.funds.position import Position

__all__ = ["Sheet"]

P = TypeVar("P")


@final
class Sheet(Counts):
    """The sums that entries have changed since a position, and those of the position under them."""

    __slots__ = (
        "balances",
        "below",
        "cells",
        "documents",
        "entries",
        "heads",
        "pots",
        "seen",
    )

    def __init__(self, start: Position, basis: Basis) -> None:
        super().__init__(start, basis)
        self.entries = start.entries
        self.cells: dict[Cell, list[int]] = {}
        self.pots: dict[Pot, int] = {}
        self.heads: dict[str, int] = {}
        self.balances: dict[Balance, int] = {}
        self.seen: dict[str, bool] = {}
        self.documents: dict[str, Paid] = {}
        self.below = start.below

    def into(self, make: Callable[..., P]) -> P:
        """Give what it comes to, as a position that no later entry changes."""
        start = self.start
        return make(
            self.fund,
            start.closed,
            self.entries,
            start.cells.having(
                {
                    cell: list(sums)
                    for cell, sums in self.cells.items()
                    if any(sums) or cell in start.cells  # asking about a cell is no entry for it
                }
            ),
            start.pots.having(dict(self.pots)),
            start.heads.having(dict(self.heads)),
            start.balances.having(dict(self.balances)),
            start.seen.having(dict(self.seen)),
            start.documents.having(dict(self.documents)),
            start.used.having(dict(self.used)),
            start.orders.having(dict(self.orders)),
            self.below,
        )

    # what there is

    def sums(self, cell: Cell) -> list[int]:
        """Give the sums of a cell, to be changed in place."""
        found = self.cells.get(cell)
        if found is None:
            found = self.cells[cell] = list(self.start.cells.get(cell, NOTHING))
        return found

    def room_of(self, pot: Pot) -> int:
        """Give what is uncommitted in a pot."""
        found = self.pots.get(pot)
        return self.start.pots.get(pot, 0) if found is None else found

    def all_cells(self) -> dict[Cell, Sequence[int]]:
        """Give the sums of every cell, those of the position that it starts from with them."""
        return {**self.start.cells.merged(), **self.cells}

    def unspent(self, pot: Pot) -> int:
        """Give what is authorised in a pot and not spent, what is ordered left out."""
        return self.room_of(pot) + sum(
            sums[ORDERED] - sums[DELIVERED] - sums[RELEASED]
            for cell, sums in self.all_cells().items()
            if pot_of(cell, self.fund) == pot
        )

    def taken(self, head: str) -> int:
        """Give what a head has taken of its ceiling."""
        found = self.heads.get(head)
        return self.start.heads.get(head, 0) if found is None else found

    def open_on(self, balance: Balance) -> int:
        """Give what is open on an order or an accrual."""
        found = self.balances.get(balance)
        if found is None:
            return self.start.balances.get(balance, 0) if self.goes_on else 0
        return found

    def repeats(self, reference: str) -> bool:
        """Say whether an entry of that reference was taken."""
        return reference in self.seen or reference in self.start.seen

    def paid_on(self, document: str) -> Paid:
        """Give what stands on a document."""
        found = self.documents.get(document)
        return self.start.documents.get(document, NOT_PAID) if found is None else found

    def posted_before(self, entry: Entry) -> str:
        """Say how the cost of an entry's document is posted already; "" where it is not."""
        return "" if entry.document is None else self.paid_on(entry.document).before(entry)

    def on_document(self, entry: Entry) -> int | None:
        """Give what was paid on the document that a correction names, where the correction counts.

        That is by entries of the kind that it corrects, for the same order or accrual and with the
        same labels. None where it is no correction, or names no document.
        """
        if entry.document is None or entry.corrects is None:
            return None
        balance, _ = paid_on(entry, entry.document, self.fund)
        return self.open_on(balance)

    # what an entry would do

    def undone(self, entry: Entry) -> tuple[Drawn, ...]:
        """Give what was posted of what a correction takes off."""
        if entry.corrects is None:
            return ()
        needs: dict[tuple[Cell, int], int] = {}
        found = []
        for cell, counter, pence in moves(entry):
            key = (place_of(cell, self.fund), counter)
            needs[key] = needs.get(key, 0) - pence
            words = f"was posted before as {entry.corrects}"
            found.append(Drawn(words, needs[key], self._posted(cell, counter)))
        return tuple(found)

    def _posted(self, cell: Cell, counter: int) -> int:
        """Give what may be taken off a sum: of years that are kept together, at no year's end more.

        What counts for one year may be taken off in a later one, and never in an earlier one.
        """
        if self.fund.by_year:
            return self._known(cell)[counter]
        so_far, ends = 0, []
        for each in sorted({*self._cells_like(cell), cell}):
            so_far += self._known(each)[counter]
            if each >= cell:
                ends.append(so_far)
        return min(ends)

    def _known(self, cell: Cell) -> Sequence[int]:
        return self.cells.get(cell) or self.start.cells.get(cell, NOTHING)

    def _cells_like(self, cell: Cell) -> list[Cell]:
        """Give the cells of every year of a head and a source."""
        return [each for each in self.all_cells() if each[1:] == cell[1:]]

    def totals(self, place: Cell) -> Sequence[int]:
        """Give the sums of a cell; of all years where they are not kept apart."""
        if self.fund.by_year:
            return self._known(place)
        return [*map(sum, zip(NOTHING, *map(self._known, self._cells_like(place)), strict=True))]

    def places_of(self, entry: Entry) -> set[Cell]:
        """Give the places of every year that an order or accrual of an entry's words may be in."""
        cells = self._cells_like((0, entry.head or "", entry.source or ""))
        return {place_of(cell, self.fund) for cell in cells}

    def elsewhere(self, entry: Entry, balance: Balance) -> str:
        """Say what is open on an order or accrual in other years, where nothing is in this one."""
        if self.open_on(balance) > 0:
            return ""
        return in_other_years(entry, balance, self.places_of(entry), self.open_on)

    def closes(self, entry: Entry) -> tuple[FinancialYear, ...]:
        """Give the closed years of which an entry changes what they came to."""
        if comes_late(entry, self.fund, self.all_cells):
            return ()
        years = {FinancialYear(cell[0]) for cell, _, _ in moves(entry)}
        return tuple(sorted(years & self.start.closed))

    # taking it

    def take(self, entry: Entry) -> None:
        """Add an entry to the sums, whatever the rules say of it.

        Raises :class:`~carerslib.errors.InvalidValueError` for a reference that was taken before.
        """
        if self.repeats(entry.reference):
            expected = "a reference that no entry taken before has"
            raise InvalidValueError(field="reference", value=entry.reference, expected=expected)
        fund, pots, heads = self.fund, self.pots, self.heads
        for move in moves(entry):
            cell, counter, pence = move
            sums = self.sums(cell)
            sums[counter] += pence
            place = place_of(cell, fund)
            if pence < 0 or place in self.below:
                self._mind(place, least(self.totals(place)))
            pot = pot_of(cell, fund)
            pots[pot] = self.room_of(pot) + GIVES[counter] * pence
            head = cell[1]
            heads[head] = self.taken(head) + USES[counter] * pence
        for balance, change in balance_changes(entry, fund):
            self.balances[balance] = self.open_on(balance) + change
            # what was paid on a document is held against the document itself
            minded = change < 0 and not balance[0].startswith(APART)
            if minded or balance in self.below:
                self._mind(balance, self.balances[balance])
        if fund.counting:
            self.count(entry, self.tallies(entry))
        self.note(entry)

    def _mind(self, key: Below, pence: int) -> None:
        """Keep in mind what more is taken off than was posted, as long as it is."""
        self.below = self.below | {key} if pence < 0 else self.below - {key}

    def note(self, entry: Entry) -> None:
        """Remember the references of an entry that was taken."""
        self.entries += 1
        self.seen[entry.reference] = True
        if entry.document is not None:
            self.documents[entry.document] = self.paid_on(entry.document).after(entry)
