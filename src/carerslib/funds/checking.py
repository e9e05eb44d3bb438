"""Checking entries before they are taken, one by one or many at once, and adding up the taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

from carerslib.funds.book import Book
from carerslib.funds.position import Position
from carerslib.funds.rules import RULES
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund
    from carerslib.funds.offers import Offer
    from carerslib.periods import FinancialYear
    from carerslib.rules import RuleSet

__all__ = ["Posted", "Refusal", "check", "fold", "post", "post_each"]


@final
class Refusal(NamedTuple):
    """An entry that was not taken, and why: a rule is not met, or a fact is missing."""

    entry: Entry
    verdict: Verdict


@final
class Posted(NamedTuple):
    """What became of the entries that were offered: each was taken or refused, in their order."""

    position: Position
    taken: tuple[Entry, ...]
    refused: tuple[Refusal, ...]


def check(
    entry: Entry,
    *,
    against: Position,
    basis: Basis | None = None,
    rules: RuleSet[Offer] = RULES,
) -> Verdict:
    """Say whether an entry may be taken as a fund stands, and why."""
    return Book(against, basis=basis, rules=rules).check(entry)


def post_each(
    entries: Iterable[Entry],
    *,
    against: Position,
    basis: Basis | None = None,
    rules: RuleSet[Offer] = RULES,
) -> Iterator[Verdict]:
    """Offer entries in their order, each against the position that those before it left.

    Nothing is kept but running sums and references.
    """
    book = Book(against, basis=basis, rules=rules)
    for entry in entries:
        yield book.offer(entry)


def post(
    entries: Iterable[Entry],
    *,
    against: Position,
    basis: Basis | None = None,
    rules: RuleSet[Offer] = RULES,
) -> Posted:
    """Offer entries in their order, and say what became of each: taken, or refused and why."""
    book = Book(against, basis=basis, rules=rules)
    taken: list[Entry] = []
    refused: list[Refusal] = []
    for entry in entries:
        verdict = book.offer(entry)
        if verdict.result is Result.MET:
            taken.append(entry)
        else:
            refused.append(Refusal(entry, verdict))
    return Posted(book.position, tuple(taken), tuple(refused))


def fold(
    entries: Iterable[Entry],
    *,
    fund: Fund,
    at: date | None = None,
    known_on: date | None = None,
    closed: Iterable[FinancialYear] = (),
) -> Position:
    """Add up entries that were taken, in whatever order they come, without asking the rules again.

    With ``at``, only entries that count for that day or an earlier one; with ``known_on``, only
    those recorded by the end of that day. What was recorded later never changes what was known.
    Raises :class:`~carerslib.errors.InvalidValueError` for a reference that comes twice.
    """
    book = Book(Position(fund, frozenset(closed)))
    for entry in entries:
        counts = at is None or entry.day <= at
        if counts and (known_on is None or entry.recorded_on <= known_on):
            book.take(entry)
    return book.position
