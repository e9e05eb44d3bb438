"""What spending in one year was held against, to be put into words when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, final

from carerslib.funds._facts import ceilings, drawn, resolved
from carerslib.funds.offers import Offer
from carerslib.verdicts import Combining, Part

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.clauses import Tally
    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund
    from carerslib.rules import RuleSet

__all__ = ["Counted", "Judged"]

Counted: TypeAlias = "Tally | int | None"
"""What an entry adds to a clause that counts: of a plain cap the total alone; None if nothing."""


@final
class Judged(NamedTuple):
    """What spending in one year was held against: enough to put the answer into words later."""

    fund: Fund
    entry: Entry
    basis: Basis
    rules: RuleSet[Offer]
    repeated: bool
    documented: str
    closed: bool
    room: int
    unspent: int
    taken: int
    open_on: int
    counted: tuple[Counted, ...]
    elsewhere: str

    @property
    def how(self) -> Combining:
        """Every rule and every clause must be met."""
        return Combining.ALL_OF

    @property
    def title(self) -> str:
        """The entry and the fund."""
        return self.offer.title

    @property
    def subject(self) -> str:
        """The entry's reference."""
        return self.entry.reference

    @property
    def chosen(self) -> str:
        """Nothing: these are not readings."""
        return ""

    @property
    def offer(self) -> Offer:
        """The same as the rules see it."""
        entry, fund = self.entry, self.fund
        return Offer(
            fund,
            entry,
            self.basis,
            self.rules,
            self.repeated,
            self.documented,
            (entry.year,) if self.closed else (),
            drawn(entry, fund, lambda _: self.room, lambda _: self.unspent),
            ceilings(entry, fund, lambda _: self.taken),
            resolved(entry, fund, lambda _: self.open_on, lambda _: self.elsewhere),
            (),
            self._tallies(),
        )

    def _tallies(self) -> tuple[Tally | None, ...]:
        return tuple(
            (clause.adds(self.entry, self.basis), (found,)) if isinstance(found, int) else found
            for found, (_, clause) in zip(self.counted, self.fund.counting, strict=False)
        )

    def parts(self) -> tuple[Part, ...]:
        """Ask the rules."""
        return self.offer.parts()
