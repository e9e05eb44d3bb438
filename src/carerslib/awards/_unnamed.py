"""What an extension states beside an option whose length it does not state.

That may be of the option alone, or of the contract with it. What is too much for any one option is
asked, unless it can only be of the contract.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

import attrs

from carerslib.awards._spans import first_allowed, sums
from carerslib.awards.powers import EXTEND
from carerslib.clauses import Cap, Length, Steps, Taken
from carerslib.clauses._measures import less
from carerslib.clauses._nested import walk
from carerslib.clauses._quick import Held, tally
from carerslib.clauses.base import keeps_count
from carerslib.periods import Term
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.basis import Basis
    from carerslib.clauses import Clause, CountingClause, Extent, Tally

__all__ = ["of_one_option"]

_OPTIONS: Final = ("part", "options")
_INSIDE: Final = {Result.MET, Result.NOT_APPLICABLE}


def of_one_option(judged: Judgement) -> Iterator[Part]:
    """Ask what is stated beside an option, where it is too much for any one that may be taken."""
    if not _may_be_of_option(judged):
        return
    proposal, basis, held = judged.proposal, judged.basis, judged.held
    for clause in judged.authority.clauses:
        steps = [len(each.steps) for each in walk((clause,)) if isinstance(each, Steps)]
        about = bool(steps) or any(map(_is_of_options, walk((clause,))))
        if not (about and keeps_count(clause)):
            continue
        own = held[clause.reference]
        if clause.result(proposal, own, basis) is Result.NOT_MET:
            continue
        found: list[Verdict] = []
        for alone in _alone(proposal, max(steps, default=1), basis):
            part = clause.finding(alone, _tallied(clause, own, alone, basis), basis)
            found.append(Verdict.all_of([part], title="As the option alone"))
            if found[-1].as_asked in _INSIDE:
                break
        else:
            open_ = [each for each in found if each.as_asked is Result.UNDETERMINED]
            yield _open(judged, clause, (open_ or found)[0])


def _may_be_of_option(judged: Judgement) -> bool:
    """Say whether what is stated may be of the option alone, and does not say how long that is.

    It is of the contract where words on the firm term let nothing start before it. Where no days
    say so, it is where it is as long as the firm term, and longer than all options together.
    """
    proposal, clauses = judged.proposal, judged.authority.clauses
    contract, takes = proposal.contract, proposal.takes
    named = takes is not None and takes.term is not None
    whole = contract.options or contract.in_all or proposal.changes
    if proposal.power != EXTEND or named or whole:
        return False
    firm = [each for each in walk(clauses) if isinstance(each, Length) and each.of == "firm"]
    if not firm:
        return True
    start, first = proposal.firm.first_to, first_allowed(clauses, proposal, judged.basis)
    if start is not None and first is not None:
        return start > first
    return not _outlasts(proposal.extent(judged.basis), firm, clauses)


def _outlasts(extent: Extent, firm: list[Length], clauses: tuple[Clause, ...]) -> bool:
    """Say whether a length is shorter than no firm term, and longer than the options together."""
    length = extent.length
    together = [term for each in clauses for term in sums(each)]
    if length is None or None in together:
        return False
    shorter = [each.at_most is None or each.at_most.within(length) is not True for each in firm]
    return not any(shorter) and all(term and length.within(term) is False for term in together)


def _is_of_options(clause: Clause) -> bool:
    return isinstance(clause, Cap) and _OPTIONS in clause.where


def _alone(proposal: Proposal, there: int, basis: Basis) -> Iterator[Proposal]:
    """Give the extension as one that takes an option as long as it states: each that it may be."""
    extent, takes = proposal.extent(basis), proposal.takes
    each = [Taken(number) for number in range(1, there + 1)] if takes is None else [takes]
    for one, length in product(each, _lengths(extent)):
        taking = attrs.evolve(one, term=length)
        yield attrs.evolve(proposal, takes=taking, reference=proposal.reference)


def _lengths(extent: Extent) -> list[Term | None]:
    """Give how long it is; from day to day, a part of a month is no more than that month too."""
    length = extent.length or extent.shortest
    if length is None or extent.last is None or not length.days:
        return [length]
    return [length, Term(months=length.months + 1)]


def _tallied(clause: CountingClause, held: Tally, alone: Proposal, basis: Basis) -> Tally:
    """Set what the option adds beside what was used before the extension."""
    rows = zip(*held, strict=True)
    used = Held({group: less(total, adding) for (group, adding), total in rows})
    return tally(clause.adds(alone, basis), used)


def _open(judged: Judgement, clause: Clause, found: Verdict) -> Verdict:
    """Say that it is too much for an option, unless it is of the contract with it."""
    subject = judged.proposal.reference
    missing = Missing("proposal.takes", "the option taken up, and how long it is")
    open_ = Finding(
        clause.reference,
        "Option or contract",
        Result.UNDETERMINED,
        Aspect.STEP,
        subject,
        clause.source,
        missing=(missing,),
        note="too much for one option, unless it is of the whole contract",
    )
    title = "Stated beside an option"
    return Verdict.any_of([open_, found], title=title, subject=subject, basis=judged.basis)
