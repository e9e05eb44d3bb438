"""What is not known: entries that others take something off, or resolve, and that are not there.

A position may be asked for as it was known on a day. A correction that was recorded before what it
corrects then stands alone, and would leave more money than there was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from carerslib.funds._facts import words_of
from carerslib.funds._moves import (
    ACCRUED,
    GIVES,
    ORDERED,
    Balance,
    Cell,
    balance_changes,
    moves,
    pot_of,
)
from carerslib.funds.entries import SPENDING
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.money import Money
from carerslib.periods import FinancialYear
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carerslib.basis import Basis
    from carerslib.funds._moves import Pot
    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund
    from carerslib.funds.offers import Offer

__all__ = ["Below", "Sums", "hangs_on", "known", "least", "not_known", "unfounded"]

Below: TypeAlias = "Cell | Balance"
"""A cell, or what is open on an order or accrual, of which something is below zero."""

_SUMS: Final = (
    "was allocated",
    "was brought forward",
    "was moved in",
    "was moved out",
    "was carried forward",
    "was returned",
    "was received",
    "was spent",
    "was accrued",
    "was ordered",
    "was delivered",
    "was released",
    "was settled",
)
_CELL: Final = 3
_OPENED: Final = (ORDERED, ACCRUED)


class Sums(Protocol):
    """What has the sums of each cell, and what is open on each order and accrual."""

    def totals(self, place: Cell) -> Sequence[int]:
        """Give the sums of a cell; of all years where they are not kept apart."""

    def open_on(self, balance: Balance) -> int:
        """Give what is open on an order or accrual."""

    def room_of(self, pot: Pot) -> int:
        """Give what is uncommitted in a pot."""


def least(sums: Sequence[int]) -> int:
    """Give the least of the sums of a cell that money follows from; cash is none of them."""
    return min(pence for pence, gives in zip(sums, GIVES, strict=True) if gives)


def not_known(below: Iterable[Below], known: Sums, fund: Fund) -> tuple[str, ...]:
    """Say what is not known, and how much more is taken off it than is."""
    found = []
    for key in below:
        if len(key) != _CELL:
            found.append(_lacking(words_of(key, fund), known.open_on(key)))
            continue
        year, head, source = key
        of = (f" for {head}" if head else "") + (f" from {source}" if source else "")
        found += [
            _lacking(f"{what}{f' in {FinancialYear(year)}' if fund.by_year else ''}{of}", pence)
            for what, pence, gives in zip(_SUMS, known.totals(key), GIVES, strict=True)
            if pence < 0 and gives
        ]
    return tuple(sorted(found))


def _lacking(what: str, pence: int) -> str:
    return f"what {what}: {Money.pence(-pence)} more is taken off it than is known"


def unfounded(below: Iterable[Below], known: Sums, fund: Fund, pot: Pot) -> int:
    """Give the most that a pot owes to what is taken off and is not known, in pence."""
    found = 0
    for key in below:
        cell = key if len(key) == _CELL else key[2:5]
        if pot_of(cell, fund) != pot:
            continue
        if len(key) == _CELL:
            pairs = enumerate(zip(known.totals(key), GIVES, strict=True))
            # what is open on each order and accrual says so of these
            apart = (min(pence, 0) * gives for at, (pence, gives) in pairs if at not in _OPENED)
            found += max(sum(apart), 0)
        elif key[0] in ("order", "accrual"):
            found -= known.open_on(key)
    return found


_DONE: Final = {"order": ("delivered", "accrued"), "accrual": ("settled",)}


def hangs_on(entry: Entry, below: Iterable[Below], known: Sums, fund: Fund) -> bool:
    """Say whether the answer to an entry hangs on what is not known.

    What leaves as much free for certain does not, nor does the order or accrual itself of which
    more was done than was known, where there is enough for the rest of it.
    """
    counts = fund.counting and entry.kind in SPENDING
    if counts and any(_may_count_less(each, known) for each in below):
        return True
    raised: dict[Pot, int] = {}
    for balance, change in balance_changes(entry, fund):
        if balance[0] in _DONE:
            pot, before = pot_of(balance[2:5], fund), known.open_on(balance)
            found = max(-before, 0) - max(-before - change, 0)
            raised[pot] = raised.get(pot, 0) + found
    free = dict(raised)
    for cell, counter, pence in moves(entry):
        pot = pot_of(cell, fund)
        free[pot] = free.get(pot, 0) + GIVES[counter] * pence
    less = {pot: -pence for pot, pence in free.items() if pence < 0}
    return any(
        raised.get(pot, 0) <= 0 or pence > known.room_of(pot) - unfounded(below, known, fund, pot)
        for pot, pence in less.items()
    )


def _may_count_less(key: Below, known: Sums) -> bool:
    """Say whether something was taken off a count that was not known: what is done counts then."""
    if len(key) == _CELL or key[0] not in _DONE:
        return True
    kind, reference, year, head, source, said = key
    done = sum(known.open_on((each, reference, year, head, source, said)) for each in _DONE[kind])
    return -known.open_on(key) > done


@rule(
    id="fund.known",
    title="What entries are taken off is known",
    citation=COUNTS.at("R-ACC-5"),
    in_force=ALWAYS,
)
def known(offer: Offer, _basis: Basis) -> Iterator[Part]:
    """Leave open what draws on money while more is taken off than is known to have been posted."""
    if offer.not_known and (offer.drawn or offer.entry.kind in SPENDING):
        yield Finding(
            "fund.known",
            "What entries are taken off is known",
            Result.UNDETERMINED,
            Aspect.RECORD,
            offer.subject,
            COUNTS.at("R-ACC-5"),
            missing=tuple(Missing("against", words) for words in offer.not_known),
            asked=False,
        )
