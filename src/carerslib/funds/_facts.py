"""What an entry would draw on, worked out from the entry and from how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.funds._moves import (
    APART,
    CARRIED,
    DELIVERED,
    GIVES,
    NO_ORDER,
    ON_ORDER,
    UNDER,
    USES,
    VIRED_OUT,
    WHILE,
    Balance,
    Cell,
    Pot,
    balance_changes,
    labels_of,
    moves,
    pot_of,
)
from carerslib.funds.entries import SPENDING, EntryKind
from carerslib.funds.offers import Drawn
from carerslib.money import Money
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund

__all__ = ["ceilings", "drawn", "in_other_years", "resolved", "voided", "words_of"]


def drawn(
    entry: Entry, fund: Fund, room: Callable[[Pot], int], unspent: Callable[[Pot], int]
) -> tuple[Drawn, ...]:
    """Give the money that an entry draws on."""
    changes: dict[Pot, int] = {}
    for cell, counter, pence in moves(entry):
        pot = pot_of(cell, fund)
        changes[pot] = changes.get(pot, 0) + GIVES[counter] * pence
        # what is carried or vired may leave its pot and come back to it, and has to be there
        if counter in (CARRIED, VIRED_OUT) and pence > 0:
            return (Drawn(_words(pot, entry), pence, room(pot), pot[0]),)
        # what was approved ahead may be ordered without money, and not be spent without it
        if counter == DELIVERED and pence > 0 and room(pot) < 0:
            return (Drawn("is authorised and not spent", pence, unspent(pot), pot[0]),)
    return tuple(
        Drawn(_words(pot, entry), -change, room(pot), pot[0])
        for pot, change in changes.items()
        if change < 0
    )


def _words(pot: Pot, entry: Entry) -> str:
    year, head, source = pot
    words = "is uncommitted"
    words += f" for {head}" if head else ""
    words += f" from {source}" if source else ""
    return words + (f" in {FinancialYear(year)}" if year not in (0, entry.in_year) else "")


def ceilings(entry: Entry, fund: Fund, taken: Callable[[str], int]) -> tuple[Drawn, ...]:
    """Give the ceilings of heads that an entry counts towards."""
    changes: dict[str, int] = {}
    for (_, head, _), counter, pence in moves(entry):
        changes[head] = changes.get(head, 0) + USES[counter] * pence
    found = []
    for head, change in changes.items():
        known = fund.head.get(head)
        if known is not None and known.at_most is not None and change > 0:
            room = known.at_most.in_pence - taken(head)
            found.append(Drawn(f"is left of the most that {head} may take", change, room))
    return tuple(found)


def resolved(
    entry: Entry, fund: Fund, open_on: Callable[[Balance], int], elsewhere: Callable[[Balance], str]
) -> tuple[Drawn, ...]:
    """Give what is open on the order or accrual that an entry resolves."""
    changes: dict[Balance, int] = {}
    for balance, change in balance_changes(entry, fund):
        # what is paid on a document is held against the document itself
        if change < 0 and not balance[0].startswith(APART):
            changes[balance] = changes.get(balance, 0) + change
    return tuple(
        Drawn(words_of(balance, fund) + elsewhere(balance), -change, open_on(balance))
        for balance, change in changes.items()
    )


def in_other_years(
    entry: Entry, balance: Balance, cells: Iterable[Cell], open_on: Callable[[Balance], int]
) -> str:
    """Say what is open on an order or an accrual in other years, and what to do about it.

    What is received in a year is spending of that year, whenever it was ordered.
    """
    kind, reference, year, _, _, said = balance
    found = [
        f"{Money.pence(pence)} in {FinancialYear(cell[0])}"
        for cell in sorted(cells)
        if cell[0] != year and (pence := open_on((kind, reference, *cell, said))) > 0
    ]
    if kind not in ("order", "accrual") or not found:
        return ""
    this = FinancialYear(year)
    delivers = kind == "order" and entry.kind in SPENDING
    then = f"order it again of the money of {this}" if delivers else "date this in that year"
    first = "release that, and " if delivers else ""
    return f" in {this}, and {' and '.join(found)}: {first}{then}"


_NAMED: Final = {
    "order": "is open on order {}",
    "accrual": "is open on accrual {}",
    "spent": "was spent before",
    "delivered": "was delivered on order {} as expenditure",
    "accrued": "was delivered on order {} as an accrual",
    "released": "was released from order {}",
    "voided": "was void of order {}",
    "settled": "was paid on accrual {}",
    "vired": "was moved to {}",
    "vired out": "was moved out to {}",
}


def voided(
    entry: Entry,
    fund: Fund,
    open_on: Callable[[Balance], int],
    places_of: Callable[[Entry], set[Cell]],
) -> tuple[int, int] | None:
    """Give what is open on the order or accrual that an entry makes void, and what was done on it.

    That is in all its years. None where it makes none void.
    """
    if not entry.voids or (entry.moves is EntryKind.RELEASE and entry.corrects is not None):
        return None
    ways: tuple[str, ...] = ("delivered", "accrued")
    kind, reference = "order", entry.order or ""
    if entry.moves is EntryKind.ACCRUAL:
        kind, reference, ways = "accrual", entry.settles or "", ("settled",)
    elif entry.moves not in (EntryKind.COMMITMENT, EntryKind.RELEASE):
        return None
    said = labels_of(entry, fund)
    cells = places_of(entry)
    left = sum(open_on((kind, reference, *cell, said)) for cell in cells)
    return left, sum(open_on((way, reference, *cell, said)) for cell in cells for way in ways)


def words_of(balance: Balance, fund: Fund) -> str:
    """Say which order it is, and for what where the fund counts by it."""
    kind, reference, *_, said = balance
    if kind.startswith(UNDER):
        when = f"in {FinancialYear(balance[2])}" if fund.counts_by_year else "by the day"
        words = f"{f'of {reference} ' if reference else ''}{kind} {when}"
    elif kind.startswith(WHILE):
        words = f"was {reference} {kind}"
    elif kind == NO_ORDER or kind.startswith(ON_ORDER):
        words = f"of {reference} was accrued {kind}"
    else:
        words = _NAMED[kind].format(reference)
    told = zip(fund.counted_by, said, strict=False)  # what is allocated says nothing of these
    return words + "".join(f", {dimension} {value or 'not stated'}" for dimension, value in told)
