"""An offer: an entry, and how the fund stood when it was offered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.citations import Citation
from carerslib.periods import DateRange
from carerslib.verdicts import Combining, Part, Result

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.clauses import Tally
    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund
    from carerslib.funds.stipulations import Stipulation
    from carerslib.periods import FinancialYear
    from carerslib.rules import RuleSet

__all__ = ["ALWAYS", "COUNTS", "Drawn", "Kept", "Offer", "result_if"]

ALWAYS: Final = DateRange(date.min, date.max)
"""The days on which a way of counting is in force: every day."""

COUNTS: Final = Citation.convention("How the library counts")
"""The source of rules that follow from how sums are kept, which no text states."""


@final
class Drawn(NamedTuple):
    """What an entry draws on one store of money: how much it needs and how much there is.

    ``what`` says which in words; ``year`` is the one in which a financial year starts, 0 where the
    fund does not keep years apart.
    """

    what: str
    needs: int
    room: int
    year: int = 0


@final
class Kept(NamedTuple):
    """What an entry needs beside a reserve, how much there is, and what is held in the reserve."""

    stipulation: Stipulation
    needs: int
    free: int
    held: int


@final
class Offer(NamedTuple):
    """An entry as it is offered, and how the fund stood: what every rule sees.

    ``documented`` says how the cost of its document is posted already, "" where it is not;
    ``closed`` holds the closed years that it would change, ``drawn`` is the money it draws on,
    ``ceilings`` the ceilings of its head, ``resolved`` what is open on the order or accrual that it
    names, ``undone`` what a correction may take off.
    ``tallies`` stand beside the fund's counting clauses, None where one does not count the entry.
    ``on_document`` is the pence that a correction may take off the document that it names,
    ``voided`` what is open on the order or accrual that it makes void, and what was done on it.
    ``not_known`` says what entries are taken off that is not known to have been posted, ``kept``
    what reserves are kept for something else, ``carried_of`` the stipulation of whose reserve it
    carries no more than is left.
    """

    fund: Fund
    entry: Entry
    basis: Basis
    rules: RuleSet[Offer]
    repeated: bool = False
    documented: str = ""
    closed: tuple[FinancialYear, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    ceilings: tuple[Drawn, ...] = ()
    resolved: tuple[Drawn, ...] = ()
    undone: tuple[Drawn, ...] = ()
    tallies: tuple[Tally | None, ...] = ()
    on_document: int | None = None
    voided: tuple[int, int] | None = None
    not_known: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    carried_of: Stipulation | None = None

    @property
    def how(self) -> Combining:
        """Every rule and every clause must be met."""
        return Combining.ALL_OF

    @property
    def title(self) -> str:
        """The entry and the fund."""
        return f"{self.entry.kind} under {self.fund.reference}"

    @property
    def subject(self) -> str:
        """The entry's reference."""
        return self.entry.reference

    @property
    def chosen(self) -> str:
        """Nothing: these are not readings."""
        return ""

    def parts(self) -> tuple[Part, ...]:
        """Ask each rule that is in force on the day that the entry counts for."""
        return tuple(
            part for each in self.rules.on(self.entry.day) for part in each(self, self.basis)
        )


def result_if(met: bool) -> Result:  # noqa: FBT001 - the test itself, as in result_if(a <= b)
    """Give met or not met."""
    return Result.MET if met else Result.NOT_MET
