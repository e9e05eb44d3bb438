"""Lengths and figures for years, where only the words say on which day a contract starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards._spans import only_start, starting
from carerslib.clauses import Cap, Either, For, Length, Readings, Window
from carerslib.clauses._groups import YEARS
from carerslib.clauses._lengths import end_of
from carerslib.clauses.base import EMPTY
from carerslib.periods import latest
from carerslib.verdicts import Finding, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Clause

__all__ = ["from_its_only_start"]

_NOTHING_AGAINST = frozenset((Result.MET, Result.NOT_APPLICABLE))
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
    for clause in authority.clauses:
        if isinstance(clause, Either | For | Readings):
            yield from _of_several(clause, supposed, judged)
            continue
        for found in _found(clause, first, supposed, judged):
            if found.result is Result.NOT_MET:
                yield found._replace(note="; ".join(filter(None, (found.note, _NOTE))))


def _found(
    clause: Clause, first: date, supposed: Proposal, judged: Judgement
) -> tuple[Finding, ...]:
    """Give what is found of a clause that the first day settles."""
    basis = judged.basis
    if isinstance(clause, Cap) and not YEARS.isdisjoint((*clause.per, *dict(clause.where))):
        if clause.result(judged.proposal, judged.held[clause.reference], basis) is Result.NOT_MET:
            return ()
        adds = clause.adds(supposed, basis)
        found = clause.finding(supposed, (adds, tuple(each for _, each in adds)), basis)
        return (found,) if isinstance(found, Finding) else found.findings
    extent = judged.proposal.extent(basis)
    if extent.last is not None or extent.length is not None:
        # a length is held against these already
        return ()
    if isinstance(clause, Length) and clause.of == "whole" and clause.at_most is not None:
        last = latest(end_of(first, clause.at_most))
        return Window(clause.reference, clause.source, last=last).ends(supposed, basis)
    return ()


def _of_several(
    clause: Either | For | Readings, supposed: Proposal, judged: Judgement
) -> Iterator[Part]:
    """Give words that hold others, where they fail or differ from that day, and not as stated."""
    proposal, basis, subject = judged.proposal, judged.basis, judged.subject
    if isinstance(clause, For) and clause.binds(proposal, basis) is not True:
        return
    held = judged.held.get(clause.reference, EMPTY)
    part = clause.finding(proposal, held, basis)
    before = Verdict.all_of([part], title="", subject=subject)
    adds = clause.adds(supposed, basis)
    part = clause.finding(supposed, (adds, tuple(each for _, each in adds)), basis)
    found = Verdict.all_of([part], title=_NOTE.capitalize(), subject=subject, basis=basis)
    if found.as_asked is before.as_asked:
        return
    if found.as_asked is Result.NOT_MET or (found.differs and before.as_asked in _NOTHING_AGAINST):
        yield found
