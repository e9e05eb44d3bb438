"""Lengths and figures for years, where only the words say on which day a contract starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards._spans import only_start, starting
from carerslib.awards._supposed import beside, noted, refused_by
from carerslib.clauses import Cap, Either, For, Length, Readings, Window
from carerslib.clauses._groups import YEARS
from carerslib.clauses._lengths import end_of
from carerslib.clauses._measures import alone
from carerslib.clauses._nested import NOTHING_AGAINST
from carerslib.clauses.base import EMPTY
from carerslib.periods import latest
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Tally
    from carerslib.verdicts import Finding, Part

__all__ = ["from_its_only_start"]

_NOTE = "from the day on which the words let it start"


def from_its_only_start(judged: Judgement) -> Iterator[Part]:
    """Hold years and lengths against figures for years, from the one day on which it may start.

    A year of the contract is then so many days, and a financial year is of so many of its own.
    Words that can be read in several ways, or met in several, are held against all that is stated.
    """
    authority, proposal, basis = judged.authority, judged.proposal, judged.basis
    first = only_start(authority.clauses, proposal, basis)
    supposed = proposal if first is None else starting(proposal, first, first)
    if first is None or supposed is proposal:
        return
    extent, held = proposal.extent(basis), judged.held
    # a length that is stated, or follows from a last day, is held already
    ends = extent.last is not None or extent.length is not None
    for clause in authority.clauses:
        own = held.get(clause.reference, EMPTY)
        if isinstance(clause, Either | For | Readings):
            yield from _of_several(clause, supposed, own, judged)
        elif isinstance(clause, Cap) and not YEARS.isdisjoint((*clause.per, *dict(clause.where))):
            if clause.result(proposal, own, basis) is not Result.NOT_MET:
                tally = beside(clause.adds(supposed, basis), own, of_it=False)
                yield from refused_by(clause, supposed, tally, judged, _NOTE)
        elif isinstance(clause, Length) and not ends:
            yield from _too_late(clause, first, supposed, judged)


def _too_late(
    clause: Length, first: date, supposed: Proposal, judged: Judgement
) -> Iterator[Finding]:
    """Find amounts of years that begin after the last day that a length leaves."""
    if clause.of == "whole" and clause.at_most is not None:
        last = latest(end_of(first, clause.at_most))
        window = Window(clause.reference, clause.source, last=last)
        found = window.ends(supposed, judged.basis)
        yield from (noted(each, _NOTE) for each in found if each.result is Result.NOT_MET)


def _of_several(
    clause: Either | For | Readings, supposed: Proposal, own: Tally, judged: Judgement
) -> Iterator[Part]:
    """Give words that hold others, where they fail or differ from that day, and not as stated."""
    proposal, basis, subject = judged.proposal, judged.basis, judged.subject
    if isinstance(clause, For) and clause.binds(proposal, basis) is not True:
        return
    part = clause.finding(proposal, own, basis)
    before = Verdict.all_of([part], title="", subject=subject)
    part = clause.finding(supposed, alone(clause.adds(supposed, basis)), basis)
    found = Verdict.all_of([part], title=_NOTE.capitalize(), subject=subject, basis=basis)
    if found.as_asked is before.as_asked:
        return
    if found.as_asked is Result.NOT_MET or (found.differs and before.as_asked in NOTHING_AGAINST):
        yield found
