"""What each kind of entry does to a fund, as sums to add: the same in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from carerslib.funds._purposes import allows, covers
from carerslib.funds.entries import Entry, EntryKind, Paid
from carerslib.funds.shares import ShareOfGrant

if TYPE_CHECKING:
    from carerslib.funds.model import Fund

__all__ = [
    "ACCRUED",
    "ALLOCATED",
    "APART",
    "BROUGHT",
    "CARRIED",
    "COUNTERS",
    "DELIVERED",
    "GIVES",
    "NOTHING",
    "NOT_PAID",
    "NO_ORDER",
    "ON_ORDER",
    "ORDERED",
    "ORDERED_FOR",
    "PAID_ON",
    "PASSED_ON",
    "RECEIVED",
    "RELEASED",
    "RETURNED",
    "SETTLED",
    "SPENT",
    "SPENT_FOR",
    "UNDER",
    "USES",
    "VIRED_IN",
    "VIRED_OUT",
    "WHILE",
    "Balance",
    "Cell",
    "Labels",
    "Move",
    "Pot",
    "balance_changes",
    "beside",
    "for_reserves",
    "labels_of",
    "moves",
    "paid_on",
    "place_of",
    "pot_of",
]

Cell: TypeAlias = "tuple[int, str, str]"
"""The year in which a financial year starts, the head and the source; "" where none is stated."""

Pot: TypeAlias = "tuple[int, str, str]"
"""The money that a cell draws on: the year (0 where years are not kept apart), head, source."""

Labels: TypeAlias = "tuple[str, ...]"
"""What an entry says of each dimension that a fund counts by; "" where it says nothing."""

Balance: TypeAlias = "tuple[str, str, int, str, str, Labels]"
"""What is open on an order or an accrual: which of the two, its reference, cell and labels.

Where a fund does not keep years apart its year is 0, as an order may be delivered in any year.
What an order counts towards is decided by what the order says, so that what resolves it says the
same. Beside what is open stands what was "delivered" on an order as expenditure, what was "accrued"
on it, what was "released" or "voided" of it, what was "settled" of an accrual and on which order it
was made, and what was "vired" to another head or out of the fund, so that a correction takes off no
more, and of nothing else. A fund that counts keeps what
was spent without an order as well, as "spent", so that a correction takes off what was posted with
the labels that it states. What was paid on a document is kept by the kind of entry that paid it and
by the order or accrual that it was paid on, so that it is taken off where it counted.

A fund of which some stipulations count on some days only keeps what counts under each of them, and
what was released, or allocated to be shared, while they stood: so nothing is taken off that was
posted on a day when they did not stand, and nothing comes back without being counted. The same is
kept of each year where stipulations count by the year and the fund does not keep years apart.
"""


NOT_PAID: Final = Paid(0, 0)
"""What stands on a document that no entry has paid, or whose payment is void."""

ALLOCATED: Final = 0
BROUGHT: Final = 1
VIRED_IN: Final = 2
VIRED_OUT: Final = 3
CARRIED: Final = 4
RETURNED: Final = 5
RECEIVED: Final = 6
SPENT: Final = 7
ACCRUED: Final = 8
ORDERED: Final = 9
DELIVERED: Final = 10
RELEASED: Final = 11
SETTLED: Final = 12
COUNTERS: Final = 13

NOTHING: Final = (0,) * COUNTERS
"""The sums of a part of a fund for which there is no entry."""

GIVES: Final = (1, 1, 1, -1, -1, -1, 0, -1, -1, -1, 1, 1, 1)
"""What each sum does to the money that is uncommitted."""

USES: Final = (0, 0, -1, 1, 0, 0, 0, 1, 1, 1, -1, -1, -1)
"""What each sum does to what a head has taken of its ceiling: a virement moves the ceiling."""


@final
class Move(NamedTuple):
    """So many pence added to one sum of one cell."""

    cell: Cell
    counter: int
    pence: int


_ONE_SUM: Final = {
    EntryKind.ALLOCATION: ALLOCATED,
    EntryKind.COMMITMENT: ORDERED,
    EntryKind.RECEIPT: RECEIVED,
    EntryKind.RELEASE: RELEASED,
    EntryKind.RETURN: RETURNED,
}


def pot_of(cell: Cell, fund: Fund) -> Pot:
    """Give the money that a cell draws on."""
    year, head, source = cell
    return (year if fund.by_year else 0, fund.pot(head), source)


def place_of(cell: Cell, fund: Fund) -> Cell:
    """Give where it is kept what is open: in a cell, of no year where years are not kept apart."""
    return cell if fund.by_year else (0, *cell[1:])


def moves(entry: Entry) -> tuple[Move, ...]:
    """Give what an entry adds to each sum; a correction takes the same away."""
    sign = 1 if entry.corrects is None else -1
    kind, year, pence = entry.moves, entry.in_year, entry.amount.in_pence * sign
    head, source = entry.head or "", entry.source or ""
    cell = (year, head, source)
    if kind in _ONE_SUM:
        if entry.by_year is None:
            return (Move(cell, _ONE_SUM[kind], pence),)
        return tuple(
            Move((each.starts_in, head, source), _ONE_SUM[kind], amount.in_pence * sign)
            for each, amount in entry.by_year.items()
        )
    if kind is EntryKind.VIREMENT:
        out = Move(cell, VIRED_OUT, pence)
        there = entry.to_head
        return (out,) if there is None else (out, Move((year, there, source), VIRED_IN, pence))
    if kind is EntryKind.CARRY_FORWARD:
        return (Move(cell, CARRIED, pence), Move((year + 1, head, source), BROUGHT, pence))
    first = Move(cell, SPENT if kind is EntryKind.EXPENDITURE else ACCRUED, pence)
    if entry.order is None and (entry.settles is None or kind is EntryKind.ACCRUAL):
        return (first,)
    return (first, Move(cell, SETTLED if entry.order is None else DELIVERED, pence))


_COUNTS: Final = {ORDERED: 1, SPENT: 1, ACCRUED: 1, RELEASED: -1}

PAID_ON: Final = "paid on "
"""What stands before the kind and the document in the balance of what was paid on it."""

UNDER: Final = "counts under "
"""What stands before the stipulation in the balance of what counts under it."""

WHILE: Final = "while "
"""What stands before the stipulations in the balance of what was released while they stood."""

ON_ORDER: Final = "on order "
"""What stands before the order in the balance of what was accrued on it as one accrual."""

NO_ORDER: Final = "on no order"
"""The same for an accrual on no order."""

SPENT_FOR: Final = "for a reserve, spent for "
"""What stands before the stipulation in the balance of what was spent on its purpose."""

ORDERED_FOR: Final = "for a reserve, ordered for "
"""The same of what is ordered and not delivered."""

PASSED_ON: Final = "for a reserve, passed on"
"""What stands in the balance of what was moved from one pot to another."""

APART: Final = (PAID_ON, "for a reserve, ")
"""What stands before balances of which nothing is said to be open."""

_ON_USE: Final = {
    SPENT: (SPENT_FOR, 1),
    ACCRUED: (SPENT_FOR, 1),
    SETTLED: (SPENT_FOR, -1),
    ORDERED: (ORDERED_FOR, 1),
    DELIVERED: (ORDERED_FOR, -1),
    RELEASED: (ORDERED_FOR, -1),
}
_FIELDS: Final = frozenset({"purpose", "recipient", "outlay"})
_NOTHING_ELSE: Final[dict[str, str]] = {}


def labels_of(entry: Entry, fund: Fund) -> Labels:
    """Give what an entry says of each dimension that a fund counts by."""
    if not fund.counted_by:
        return ()
    other = dict(entry.other_tags) if entry.other_tags else _NOTHING_ELSE
    said: Labels = ()
    for each in fund.counted_by:
        said += ((getattr(entry, each) if each in _FIELDS else other.get(each)) or "",)
    return said


def balance_changes(entry: Entry, fund: Fund) -> tuple[tuple[Balance, int], ...]:
    """Give what an entry adds to what is open on orders and accruals."""
    found: list[tuple[Balance, int]] = []
    said = labels_of(entry, fund)
    for cell, counter, pence in moves(entry):
        place = place_of(cell, fund)
        if counter == ORDERED:
            found.append((("order", entry.order or entry.reference, *place, said), pence))
        elif counter in (DELIVERED, RELEASED):
            kind = "voided" if entry.voids else "released"
            if counter == DELIVERED:
                kind = "delivered" if entry.moves is EntryKind.EXPENDITURE else "accrued"
            found.append((("order", entry.order or "", *place, said), -pence))
            found.append(((kind, entry.order or "", *place, said), pence))
        elif counter == ACCRUED:
            reference = entry.reference if entry.corrects is None else entry.settles or ""
            found.append((("accrual", reference, *place, said), pence))
        elif counter == SPENT and said and entry.order is None and entry.settles is None:
            found.append((("spent", "", *place, said), pence))
        elif counter == VIRED_OUT:
            kind, there = "vired", entry.to_head
            if there is None:
                kind, there = "vired out", entry.out_to or ""
            found.append(((kind, there, *cell, said), pence))
        elif counter == SETTLED:
            found.append((("accrual", entry.settles or "", *place, said), -pence))
            found.append((("settled", entry.settles or "", *place, said), pence))
    found.extend(beside(entry, fund))
    return tuple(found)


def beside(entry: Entry, fund: Fund) -> list[tuple[Balance, int]]:
    """Give what an entry adds to balances that few entries have."""
    found = _by_the_day(entry, fund) if fund.comes_and_goes else []
    if entry.moves is EntryKind.ACCRUAL:
        found.append(_accrued_on(entry, fund))
    if entry.document is not None:
        found.append(paid_on(entry, entry.document, fund))
    if fund.reserves:
        found += for_reserves(entry, fund)
    return found


def for_reserves(entry: Entry, fund: Fund) -> list[tuple[Balance, int]]:
    """Give what an entry adds to what is used of reserves for their purpose, and passed on."""
    served = {
        each.reference
        for each, _ in fund.reserves
        if covers(each, entry.head or "", entry.source or "") and allows(each, entry)
    }
    found: list[tuple[Balance, int]] = []
    for cell, counter, pence in moves(entry):
        if counter in _ON_USE:
            what, sign = _ON_USE[counter]
            found += [((what + each, "", *cell, ()), sign * pence) for each in served]
        elif counter == VIRED_OUT and entry.to_head is not None:
            found.append(((PASSED_ON, fund.pot(entry.to_head), *cell, ()), pence))
    return found


def _accrued_on(entry: Entry, fund: Fund) -> tuple[Balance, int]:
    """Give what an entry adds to what was accrued as one accrual on one order, or on none."""
    cell, _, pence = moves(entry)[0]
    on = NO_ORDER if entry.order is None else f"{ON_ORDER}{entry.order}"
    return (on, _about(entry), *place_of(cell, fund), labels_of(entry, fund)), pence


def paid_on(entry: Entry, document: str, fund: Fund) -> tuple[Balance, int]:
    """Give what an entry adds to what was paid on its document."""
    about = _about(entry)
    if fund.comes_and_goes:
        about = f"{about} {_while(_standing(entry, fund))}"
    place = place_of((entry.in_year, entry.head or "", entry.source or ""), fund)
    balance = (f"{PAID_ON}{entry.moves} {document}", about, *place, labels_of(entry, fund))
    return balance, entry.amount.in_pence * (1 if entry.corrects is None else -1)


def _about(entry: Entry) -> str:
    """Name the order or the accrual that an entry is, or is about; "" where there is none."""
    if entry.moves in (EntryKind.COMMITMENT, EntryKind.RELEASE):
        return f"order {entry.order or entry.reference}"
    if entry.moves is EntryKind.ACCRUAL:
        return f"accrual {entry.reference if entry.corrects is None else entry.settles}"
    if entry.order is not None:
        return f"order {entry.order}"
    return "" if entry.settles is None else f"accrual {entry.settles}"


def _standing(entry: Entry, fund: Fund) -> list[str]:
    """Give those of the stipulations that come and go which stand on an entry's days."""
    return [
        each.reference
        for each in fund.comes_and_goes
        if each.stands_on(entry.counts_for, fund.lifts)
    ]


def _while(standing: list[str]) -> str:
    return WHILE + (f"{', '.join(standing)} stood" if standing else "no such terms stood")


def _by_the_day(entry: Entry, fund: Fund) -> list[tuple[Balance, int]]:
    """Give what an entry adds where stipulations that count stand on some days only."""
    kind, said, about = entry.moves, labels_of(entry, fund), _about(entry)
    on_order = kind is EntryKind.ACCRUAL and entry.order is not None
    found: list[tuple[Balance, int]] = []
    if on_order or (kind is EntryKind.EXPENDITURE and about):
        return found  # it counted when it was ordered or accrued
    standing = _standing(entry, fund)
    shares = any(isinstance(clause, ShareOfGrant) for _, clause in fund.counting)
    for cell, counter, pence in moves(entry):
        place = cell if fund.counts_by_year else place_of(cell, fund)
        if counter == RELEASED:
            words = f"{'void of' if entry.voids else 'released from'} {about}"
            found.append(((_while(standing), words, *place, said), pence))
        elif counter == ALLOCATED and shares:
            found.append(((_while(standing), "allocated", *place, ()), pence))
        sign = _COUNTS.get(counter, 0)
        if sign:
            found.extend(((UNDER + each, about, *place, said), sign * pence) for each in standing)
    return found
