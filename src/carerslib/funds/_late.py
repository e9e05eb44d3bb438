"""What still counts for a year once it is closed, as it changes nothing that the year came to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.funds._apart import uncommitted
from carerslib.funds._left import what_is_left
from carerslib.funds._moves import DELIVERED, ORDERED, RELEASED, Cell, pot_of
from carerslib.funds.entries import EntryKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund

__all__ = ["comes_late"]

_ON_ORDER: Final = (ORDERED, DELIVERED, RELEASED)


def comes_late(entry: Entry, fund: Fund, cells: Callable[[], Mapping[Cell, Sequence[int]]]) -> bool:
    """Say whether an entry counts for its year after it is closed.

    To pay what was accrued changes neither what was spent nor what was left, nor does it to release
    what was not delivered; and to return what is owed only does what the year end said.
    """
    if entry.kind is EntryKind.RETURN:
        return _is_owed(entry, fund) and entry.amount.in_pence <= _left(entry, fund, cells())
    pays = entry.settles is not None and entry.kind is EntryKind.EXPENDITURE
    return pays or entry.kind is EntryKind.RELEASE


def _is_owed(entry: Entry, fund: Fund) -> bool:
    place = (fund.pot(entry.head), entry.source or "")
    return bool(what_is_left(fund, entry.year, place).owed)


def _left(entry: Entry, fund: Fund, cells: Mapping[Cell, Sequence[int]]) -> int:
    """Give what was left of the money when its year ended, and at no later year's end less.

    Where years are kept apart, that is what is left of its own.
    """
    first, head, source = entry.in_year, entry.head or "", entry.source or ""
    pot = pot_of((first, head, source), fund)
    so_far: dict[int, int] = {first: 0}
    for cell, sums in cells.items():
        if pot_of(cell, fund) == pot:
            year = max(cell[0], first)
            so_far[year] = so_far.get(year, 0) + uncommitted(sums, _ON_ORDER)
    ends = [sum(so_far[each] for each in so_far if each <= year) for year in so_far]
    return min(ends)
