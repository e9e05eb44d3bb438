"""What is kept in a reserve stays for what it was given for, after the days of the words are over.

The invariant is one for all entries, and stands in :func:`.told_apart`: whatever an entry does, no
more of a reserve may be eaten after it than before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

from carerslib.funds._apart import Reserve, State, Told, told_apart, uncommitted
from carerslib.funds._moves import GIVES, NOTHING, for_reserves, moves, pot_of
from carerslib.funds._purposes import allows, covers
from carerslib.funds.entries import SPENDING, Entry, EntryKind
from carerslib.funds.offers import ALWAYS, COUNTS, Kept
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.funds._moves import Balance, Cell, Pot
    from carerslib.funds.model import Fund
    from carerslib.funds.offers import Offer
    from carerslib.funds.stipulations import Stipulation
    from carerslib.periods import Day, FinancialYear

__all__ = ["StillKept", "carried_of", "kept", "stays_for_its_purpose", "still_kept"]


def kept(entry: Entry, before: State, fund: Fund) -> tuple[Kept, ...]:
    """Set what an entry needs beside each reserve that it may not, or must not, take."""
    if not fund.reserves or entry.moves is EntryKind.RECEIPT:
        return ()
    changes = _changes(entry, fund)
    after = State(
        _cells_after(entry, before), lambda key: before.balance(key) + changes.get(key, 0)
    )
    found = []
    for reserve in fund.reserves:
        if not _judged_otherwise(entry, reserve, fund):
            one = _Beside(entry, fund, reserve, before, after)
            found += [each for each in (one.late(), one.taken()) if each is not None]
    return tuple(found)


def _changes(entry: Entry, fund: Fund) -> dict[Balance, int]:
    changes: dict[Balance, int] = {}
    for balance, pence in for_reserves(entry, fund):
        changes[balance] = changes.get(balance, 0) + pence
    return changes


def _cells_after(entry: Entry, before: State) -> dict[Cell, list[int]]:
    cells = {cell: list(sums) for cell, sums in before.cells.items()}
    for cell, counter, pence in moves(entry):
        cells.setdefault(cell, list(NOTHING))[counter] += pence
    return cells


def _judged_otherwise(entry: Entry, reserve: Reserve, fund: Fund) -> bool:
    """Say whether the words themselves judge an entry on its days, or have been lifted."""
    stipulation, _ = reserve
    stands = stipulation.stands_on(entry.counts_for, fund.lifts)
    return (stands and entry.kind in SPENDING) or _let_go(stipulation, entry.counts_for, fund)


def _let_go(stipulation: Stipulation, day: Day, fund: Fund) -> bool:
    """Say whether whoever set the purpose has let the money go."""
    first = _first(day)
    return any(lift.on <= first for lift in fund.lifts if lift.lifts(stipulation))


def _first(day: Day) -> date:
    return day.first if isinstance(day, DateRange) else day


@final
class _Beside(NamedTuple):
    """One entry beside one reserve, as things stand before it is taken and after."""

    entry: Entry
    fund: Fund
    reserve: Reserve
    before: State
    after: State

    def _takes(self) -> dict[Pot, int]:
        """Give what the entry takes of each pot."""
        changes: dict[Pot, int] = {}
        for cell, counter, pence in moves(self.entry):
            pot = pot_of(cell, self.fund)
            changes[pot] = changes.get(pot, 0) - GIVES[counter] * pence
        return {pot: pence for pot, pence in changes.items() if pence > 0}

    def _is_for_something_else(self) -> bool:
        entry, (stipulation, _) = self.entry, self.reserve
        uses = entry.kind in SPENDING or entry.out_to is not None
        covered = covers(stipulation, entry.head or "", entry.source or "")
        return uses and entry.corrects is None and not (covered and allows(stipulation, entry))

    def _told(self, state: State, without: tuple[Pot, ...] = ()) -> Told:
        source = self.entry.source or ""
        return told_apart(state, self.fund, self.reserve, source, without=without)

    def late(self) -> Kept | None:
        """Judge an order that is placed late for a year of which all was for the purpose."""
        last = self.reserve[1].starts_in
        if self.entry.in_year <= last or not self._is_for_something_else():
            return None
        needs = sum(
            -GIVES[counter] * pence for cell, counter, pence in moves(self.entry) if cell[0] <= last
        )
        return Kept(self.reserve[0], needs, 0, needs) if needs > 0 else None

    def taken(self) -> Kept | None:
        """Judge what it leaves of the reserve: no more may be eaten than before."""
        before, after = self._told(self.before), self._told(self.after)
        more, takes = after.eaten - before.eaten, self._takes()
        held = sum(before.free.get(pot, 0) for pot in takes)
        if more <= 0 and not (held and self._is_for_something_else()):
            return None
        needs = sum(takes.values())
        if more > 0:
            held = max(held, sum(after.free.values()) + more)
            return Kept(self.reserve[0], needs, needs - more, held)
        none = self._told(self.before, tuple(takes)).eaten - before.eaten
        return Kept(self.reserve[0], needs, max(self._room(takes) - none, needs), held)

    def _room(self, takes: dict[Pot, int]) -> int:
        room = dict.fromkeys(takes, 0)
        for cell, sums in self.before.cells.items():
            pot = pot_of(cell, self.fund)
            if pot in room:
                room[pot] += uncommitted(sums)
        return sum(max(pence, 0) for pence in room.values())


@final
class StillKept(NamedTuple):
    """What is left of a reserve when a later year ends, and what of it was carried on, by pot."""

    stipulation: Stipulation
    left: Mapping[Pot, int]
    carried: Mapping[Pot, int]


def still_kept(state: State, fund: Fund, year: FinancialYear) -> list[StillKept]:
    """Give what is left of each reserve of earlier years when a year ends, the oldest first.

    Money that several stipulations keep is told once.
    """
    found = []
    aside: dict[Pot, int] = {}
    gone: dict[Pot, int] = {}
    for reserve in sorted(fund.reserves, key=lambda each: each[1]):
        stipulation, last = reserve
        if last >= year or _let_go(stipulation, year.last_day, fund):
            continue
        left: dict[Pot, int] = {}
        carried: dict[Pot, int] = {}
        for source in sorted({cell[2] for cell in state.cells}):
            told = told_apart(state, fund, reserve, source, until=year.starts_in)
            left |= told.left(year.starts_in if fund.by_year else 0)
            carried |= told.carried
        found.append(StillKept(stipulation, _untold(left, aside), _untold(carried, gone)))
    return found


def _untold(pots: dict[Pot, int], told: dict[Pot, int]) -> dict[Pot, int]:
    """Give what was not told of these pots yet, which is told with that."""
    found = {pot: max(pence - told.get(pot, 0), 0) for pot, pence in pots.items()}
    told.update({pot: max(pence, told.get(pot, 0)) for pot, pence in pots.items()})
    return found


def carried_of(entry: Entry, state: State, fund: Fund) -> Stipulation | None:
    """Give the stipulation of whose reserve a carry-forward is, where so much is left of it."""
    if entry.kind is not EntryKind.CARRY_FORWARD:
        return None
    pot = pot_of((entry.in_year, entry.head or "", entry.source or ""), fund)
    for reserve in fund.reserves:
        stipulation, last = reserve
        if last < entry.year and not _let_go(stipulation, entry.year.last_day, fund):
            told = told_apart(state, fund, reserve, entry.source or "", until=entry.in_year)
            if 0 < entry.amount.in_pence <= told.free.get(pot, 0):
                return stipulation
    return None


@rule(
    id="fund.reserve",
    title="A reserve stays for its purpose",
    citation=COUNTS.at("the order of treatment at a year's end"),
    in_force=ALWAYS,
)
def stays_for_its_purpose(offer: Offer, _basis: Basis) -> Iterator[Part]:
    """Leave open what a reserve is not for, unless there is enough beside the reserve."""
    how = "spent" if offer.entry.kind in SPENDING else "taken"
    for each in offer.kept:
        fits = each.needs <= each.free
        reference, held = each.stipulation.reference, Money.pence(each.held)
        words = f"from which money it is {how}: {held} was kept for what it says"
        yield Finding(
            reference,
            "What is kept for its purpose",
            Result.MET if fits else Result.UNDETERMINED,
            Aspect.AMOUNT,
            offer.subject,
            each.stipulation.source,
            Money.pence(each.needs),
            "at most",
            Money.pence(max(each.free, 0)),
            missing=() if fits else (Missing(f"stipulation {reference}", words),),
            asked=fits,
            note=f"{held} stays for its purpose",
        )
