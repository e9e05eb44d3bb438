"""What the clauses of a fund have counted, which one owner changes in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import add, less
from carerslib.clauses._quick import touched
from carerslib.funds._counting import (
    Plain,
    amounts_only,
    numbers_of,
    of_other_contracts,
    plain,
)
from carerslib.funds._orders import Change, OrderKey, changes, exactly, with_changes
from carerslib.funds.entries import SPENDING, Entry, EntryKind, Times
from carerslib.funds.shares import ShareOfGrant, of_its_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carerslib.basis import Basis
    from carerslib.clauses import CountingClause, Group, Measure, Tally
    from carerslib.funds._judged import Counted
    from carerslib.funds.position import Position
    from carerslib.funds.stipulations import Stipulation

__all__ = ["Counts"]


class Counts:
    """What has counted towards each clause, by group, since a position and under it."""

    __slots__ = ("basis", "fund", "goes_on", "orders", "plain", "start", "used")

    def __init__(self, start: Position, basis: Basis) -> None:
        self.start = start
        self.fund = start.fund
        self.basis = basis
        self.goes_on = start.entries > 0
        self.used: dict[tuple[str, Group], Measure] = {}
        self.orders: dict[OrderKey, Times] = {}
        self.plain = tuple(plain(clause) for _, clause in start.fund.counting)

    def counts(self, entry: Entry, stipulation: Stipulation | None, clause: CountingClause) -> bool:
        """Say whether a clause counts an entry: spending once, when it is committed."""
        kind = entry.moves
        if stipulation is None:
            return kind is EntryKind.VIREMENT
        if kind in SPENDING:
            accrues = entry.settles is None or kind is EntryKind.ACCRUAL
            spends = kind is EntryKind.COMMITMENT or (entry.order is None and accrues)
            return spends and self._stands(stipulation, entry)
        if kind is EntryKind.RELEASE:
            return self._stands(stipulation, entry)
        of_grant = kind is EntryKind.ALLOCATION and isinstance(clause, ShareOfGrant)
        return of_grant and self._stands(stipulation, entry)

    def _stands(self, stipulation: Stipulation, entry: Entry) -> bool:
        if stipulation.days is None and not self.fund.lifts:
            return True
        return stipulation.stands_on(entry.counts_for, self.fund.lifts)

    def tallies(self, entry: Entry) -> tuple[Tally | None, ...]:
        """Give what an entry adds to each counting clause, beside what is counted already."""
        return tuple(
            [
                self.tally(entry, stipulation, clause, short)
                if self.counts(entry, stipulation, clause)
                else None
                for (stipulation, clause), short in zip(self.fund.counting, self.plain, strict=True)
            ]
        )

    def tally(
        self,
        entry: Entry,
        stipulation: Stipulation | None,
        clause: CountingClause,
        short: Plain | None,
    ) -> Tally | None:
        """Give what an entry adds to a clause that counts it; None where no year of it stands."""
        loose = self.held((clause.reference, NOT_STATED))
        found = None if short is None or loose != 0 else short.adds(entry)
        if found is None:
            adds = clause.adds(entry, self.basis)
            if entry.by_year is not None and stipulation and isinstance(clause, ShareOfGrant):
                adds = of_its_years(adds, stipulation, self.fund.lifts)
                if not adds:
                    return None
        else:
            adds = found
        counts = add
        if entry.corrects is not None or entry.kind is EntryKind.RELEASE:
            if entry.corrects is EntryKind.EXPENDITURE:
                # what was paid on no order is a contract of its own, which nothing can name again
                adds = of_other_contracts(clause, entry, self.basis)
            # a release that is corrected had taken it off
            counts = add if entry.corrects is EntryKind.RELEASE else less
        changed = self._changes(entry, clause, short)
        if changed:
            adds = with_changes(adds, changed, takes_off=counts is less)
        elif entry.corrects is not None and not entry.voids:
            # what is counted by number was done, however much of its amount is taken off
            adds = amounts_only(adds, numbers_of(clause, entry, self.basis))
        if loose != 0 and all(group != NOT_STATED for group, _ in adds):
            adds = (*adds, (NOT_STATED, 0))
        if any(group[-1:] == NOT_STATED and measure != 0 for group, measure in adds):
            adds = touched(adds, self._used_by(clause))
        return adds, tuple(
            [
                exactly(counts(self.held((clause.reference, group)), adding))
                for group, adding in adds
            ]
        )

    def _changes(
        self, entry: Entry, clause: CountingClause, short: Plain | None
    ) -> tuple[Change, ...]:
        return changes(entry, clause, short, self.basis, self._times)

    def _times(self, key: OrderKey) -> Times:
        return self.orders.get(key) or self.start.orders.get(key, Times())

    def _used_by(self, clause: CountingClause) -> dict[Group, Measure]:
        used = {**self.start.used.merged(), **self.used}
        return {group: held for (name, group), held in used.items() if name == clause.reference}

    def held(self, key: tuple[str, Group]) -> Measure:
        """Give what has counted in a group of a clause."""
        found = self.used.get(key)
        if found is None:
            return self.start.used.get(key, 0) if self.goes_on else 0
        return found

    def count(self, entry: Entry, counted: Sequence[Counted]) -> None:
        """Add an entry to what the counting clauses have counted."""
        for (_, clause), short, found in zip(self.fund.counting, self.plain, counted, strict=True):
            if isinstance(found, tuple):
                for (group, _), total in zip(*found, strict=True):
                    self.used[clause.reference, group] = total
                for each in self._changes(entry, clause, short):
                    self.orders[each.key] = each.after
            elif found is not None and short is not None:
                self.used[short.key(entry)] = found
