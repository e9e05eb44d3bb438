"""The position of a fund: sums of its entries, by year, head and source.

Entries that were taken give the same position in whatever order they are added, since everything
here is a sum. A position never changes: :meth:`.Position.after` gives another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, final

import attrs

from carerslib.clauses import Group, Measure
from carerslib.errors import InvalidValueError
from carerslib.funds._known import unfounded
from carerslib.funds._moves import COUNTERS, NOT_PAID, NOTHING, Cell
from carerslib.funds._sheet import Sheet
from carerslib.funds.entries import Paid, Times
from carerslib.funds.layers import Layers
from carerslib.funds.model import Fund
from carerslib.funds.rules import RULES
from carerslib.money import Money
from carerslib.periods import ByYear, FinancialYear

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.funds.entries import Entry

__all__ = ["Position", "Sums"]

_NOTHING: Final = (0, [0] * COUNTERS, NOT_PAID)


@final
class Sums(NamedTuple):
    """What was posted to a fund, or to a part of it; every amount is £0.00 or more.

    As known on a day, or on a day, an amount is below £0.00 where a correction counts then and what
    it corrects does not; so may one be of a single year where years are not kept apart, and another
    year's order is delivered in it, or another's payment corrected. What follows from the sums is
    otherwise below zero only where the words say so.
    """

    allocated: Money
    brought_forward: Money
    vired_in: Money
    vired_out: Money
    carried_forward: Money
    returned: Money
    received: Money
    paid: Money
    accruals_made: Money
    ordered: Money
    delivered: Money
    released: Money
    accruals_settled: Money

    @property
    def authorised(self) -> Money:
        """What may be used: allocated, brought forward and vired in, less what is vired out."""
        return self.allocated + self.brought_forward + self.vired_in - self.vired_out

    @property
    def accrued(self) -> Money:
        """What was received and is still to be paid."""
        return self.accruals_made - self.accruals_settled

    @property
    def expenditure(self) -> Money:
        """What was received, paid for or not, once each."""
        return self.paid + self.accrued

    @property
    def open_commitments(self) -> Money:
        """What is ordered and neither delivered nor released."""
        return self.ordered - self.delivered - self.released

    @property
    def unspent(self) -> Money:
        """What is authorised and not spent; open orders do not count as spent."""
        return self.authorised - self.expenditure - self.carried_forward - self.returned

    @property
    def uncommitted(self) -> Money:
        """What may still be committed.

        Below zero only in a year for which more was approved ahead than has been allocated yet, or
        for a head on its own that draws on money which is not allotted to heads.
        """
        return self.unspent - self.open_commitments

    @property
    def cash(self) -> Money:
        """What was received less what was paid or returned: below zero where money comes late."""
        return self.received - self.paid - self.returned


@final
@attrs.frozen(eq=False, repr=False)
class Position:
    """What a fund's entries come to.

    ``closed`` holds the years whose accounts are closed, ``below`` the parts of which more is taken
    off than is known to have been posted: spending is open until that is known. Two positions are
    equal where the fund, the entries' references and every sum are.
    """

    fund: Fund
    closed: frozenset[FinancialYear] = frozenset()
    entries: int = 0
    cells: Layers[tuple[int, str, str], Sequence[int]] = attrs.field(factory=Layers)
    pots: Layers[tuple[int, str, str], int] = attrs.field(factory=Layers)
    heads: Layers[str, int] = attrs.field(factory=Layers)
    balances: Layers[tuple[str, str, int, str, str, tuple[str, ...]], int] = attrs.field(
        factory=Layers
    )
    seen: Layers[str, bool] = attrs.field(factory=Layers)
    documents: Layers[str, Paid] = attrs.field(factory=Layers)
    used: Layers[tuple[str, Group], Measure] = attrs.field(factory=Layers)
    orders: Layers[tuple[str, Group, str], Times] = attrs.field(factory=Layers)
    below: frozenset[tuple[int, str, str] | tuple[str, str, int, str, str, tuple[str, ...]]] = (
        frozenset()
    )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Position):
            return NotImplemented
        return self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash((self.fund.reference, self.entries))

    def __repr__(self) -> str:
        return f"<Position of {self.fund.reference} after {self.entries:,} entries>"

    def _compared(self) -> tuple[Any, ...]:
        parts = (
            self.cells,
            self.pots,
            self.heads,
            self.balances,
            self.seen,
            self.documents,
            self.used,
            self.orders,
        )
        merged = [
            {key: value for key, value in part.merged().items() if value not in _NOTHING}
            for part in parts
        ]
        return (self.fund, self.closed, self.entries, *merged)

    def after(self, *entries: Entry, basis: Basis | None = None) -> Position:
        """Give the position once these entries are taken as well, in any order.

        The rules are not asked. Raises :class:`~carerslib.errors.InvalidValueError` for a reference
        that was taken before.
        """
        sheet = Sheet(self, basis or RULES.basis())
        for entry in entries:
            sheet.take(entry)
        return sheet.into(Position)

    def closing(self, year: FinancialYear) -> Position:
        """Give the position with a year's accounts closed.

        No further entry counts for it but what pays its accruals, releases its orders and returns
        what is owed of it.
        """
        return attrs.evolve(self, closed=self.closed | {year})

    def sums(
        self,
        *,
        year: FinancialYear | str | None = None,
        head: str | None = None,
        source: str | None = None,
    ) -> Sums:
        """Give the sums of a year, a head and a source, or of all where one is not named.

        Money that no head or source was stated for is found under "".
        """
        starts_in = None if year is None else _year(year).starts_in
        totals = list(NOTHING)
        for (in_year, of_head, of_source), sums in self.cells.merged().items():
            wanted = (
                starts_in in (None, in_year)
                and head in (None, of_head)
                and source in (None, of_source)
            )
            if wanted:
                for counter, pence in enumerate(sums):
                    totals[counter] += pence
        return Sums(*map(Money.pence, totals))

    @property
    def years(self) -> tuple[FinancialYear, ...]:
        """The years for which there is an entry, in order."""
        return tuple(FinancialYear(year) for year in sorted({key[0] for key in self._cells()}))

    @property
    def heads_used(self) -> tuple[str, ...]:
        """The heads for which there is an entry, in order."""
        return tuple(sorted({key[1] for key in self._cells()} - {""}))

    @property
    def sources_used(self) -> tuple[str, ...]:
        """The sources for which there is an entry, in order."""
        return tuple(sorted({key[2] for key in self._cells()} - {""}))

    def _cells(self) -> dict[Cell, Sequence[int]]:
        return self.cells.merged()

    def open_on(self, order: str) -> Money:
        """Give what is open on an order; £0.00 where there is none of that reference."""
        return self._open("order").get(order, Money.pence(0))

    @property
    def open_orders(self) -> Mapping[str, Money]:
        """What is open on each order on which something is."""
        return self._open("order")

    @property
    def open_accruals(self) -> Mapping[str, Money]:
        """What is still to be paid on each accrual on which something is."""
        return self._open("accrual")

    def _open(self, kind: str) -> dict[str, Money]:
        found: dict[str, int] = {}
        for (which, reference, *_), pence in self.balances.merged().items():
            if which == kind and pence:
                found[reference] = found.get(reference, 0) + pence
        return {reference: Money.pence(pence) for reference, pence in found.items()}

    def room(
        self,
        *,
        year: FinancialYear | str,
        head: str | None = None,
        source: str | None = None,
    ) -> Money:
        """Give what a head may still commit in a year: its own money, or what is not allotted.

        What is taken off entries that are not known adds nothing to it.
        Raises :class:`~carerslib.errors.InvalidValueError` for a head that the fund does not have.
        """
        if head is not None and self.fund.heads and head not in self.fund.head:
            expected = f"one of {', '.join(self.fund.head)}"
            raise InvalidValueError(field="head", value=head, expected=expected)
        starts_in = _year(year).starts_in if self.fund.by_year else 0
        pot = (starts_in, self.fund.pot(head), source or "")
        left = self.pots.get(pot, 0)
        if self.below:
            left -= unfounded(self.below, Sheet(self, RULES.basis()), self.fund, pot)
        known = self.fund.head.get(head or "")
        if known is not None and known.at_most is not None:
            left = min(left, known.at_most.in_pence - self.heads.get(known.reference, 0))
        return Money.pence(max(left, 0))

    def committed_ahead(self, year: FinancialYear | str) -> ByYear[Money] | None:
        """Give what is ordered in later years beyond what they have been allocated, if anything."""
        after = _year(year).starts_in
        beyond: dict[FinancialYear, Money] = {}
        for (in_year, _, _), pence in self.pots.merged().items():
            if in_year > after and pence < 0:
                held = beyond.get(FinancialYear(in_year), Money.pence(0))
                beyond[FinancialYear(in_year)] = held + Money.pence(-pence)
        return ByYear.of(beyond) if beyond else None

    def used_by(self, clause: str) -> Mapping[Group, Measure]:
        """Give what counts towards a clause, by group, as the clause counts it."""
        return {
            group: measure
            for (reference, group), measure in self.used.merged().items()
            if reference == clause
        }


def _year(year: FinancialYear | str) -> FinancialYear:
    return year if isinstance(year, FinancialYear) else FinancialYear.parse(year)
