"""What an entry would draw on, worked out from the entry and from how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.funds._moves import (
    CARRIED,
    GIVES,
    USES,
    Balance,
    Pot,
    balance_changes,
    moves,
    pot_of,
)
from carerslib.funds.offers import Drawn
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund

__all__ = ["ceilings", "drawn", "resolved"]


def drawn(entry: Entry, fund: Fund, room: Callable[[Pot], int]) -> tuple[Drawn, ...]:
    """Give the money that an entry draws on."""
    changes: dict[Pot, int] = {}
    for cell, counter, pence in moves(entry):
        pot = pot_of(cell, fund)
        changes[pot] = changes.get(pot, 0) + GIVES[counter] * pence
        # where years are not kept apart, what is carried leaves its pot and comes back to it
        if counter == CARRIED and not fund.by_year:
            return (Drawn(_words(pot, entry), pence, room(pot)),) if pence > 0 else ()
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


def resolved(entry: Entry, fund: Fund, open_on: Callable[[Balance], int]) -> tuple[Drawn, ...]:
    """Give what is open on the order or accrual that an entry resolves."""
    return tuple(
        Drawn(_named(balance, fund), -change, open_on(balance))
        for balance, change in balance_changes(entry, fund)
        if change < 0
    )


def _named(balance: Balance, fund: Fund) -> str:
    """Say which order it is, and for what where the fund counts by it."""
    kind, reference, *_, said = balance
    words = "was spent before" if kind == "spent" else f"is open on {kind} {reference}"
    told = zip(fund.counted_by, said, strict=True)
    return words + "".join(f", {dimension} {value or 'not stated'}" for dimension, value in told)
