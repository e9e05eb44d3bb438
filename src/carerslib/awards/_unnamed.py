"""What an extension states beside an option whose length it does not state.

That may be of the option alone, or of the contract with it. What is too much for any one option is
asked, unless it can only be of the contract; it is refused where it can only be of the option, as
it is where the words say nothing of a contract that it could be held against.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, TypeGuard

import attrs

from carerslib.awards._areas import AMOUNT, END, FIRM, START, covers
from carerslib.awards._spans import start_allowed
from carerslib.awards.powers import AWARD, EXTEND
from carerslib.clauses import Cap, For, Length, Shortest, Start, Steps, Taken
from carerslib.clauses._lengths import may_be_of_option
from carerslib.clauses._measures import less
from carerslib.clauses._nested import NOTHING_AGAINST, walk
from carerslib.clauses._quick import Held, tally
from carerslib.clauses.base import EMPTY, keeps_count
from carerslib.periods import Term
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.basis import Basis
    from carerslib.clauses import Clause, CountingClause, Extent, Tally

__all__ = ["as_option", "of_one_option", "starts_late"]

_OPTIONS: Final = ("part", "options")
_DAYS: Final = {START, END, FIRM}
_CONTRACT: Final = "too much for one option, unless it is of the whole contract"
_SEVERAL: Final = "too much for one option, unless several are taken at once"
_OTHER_DAYS: Final = "too much for one option on some of the days that it may have"


def of_one_option(judged: Judgement) -> Iterator[Part]:
    """Ask what is stated beside an option, where it is too much for any one that may be taken."""
    alone = _is_of_option(judged)
    if not (alone or _may_be_of_option(judged)):
        return
    for clause in judged.authority.clauses:
        steps = [len(each.steps) for each in walk((clause,)) if isinstance(each, Steps)]
        about = bool(steps) or any(map(_is_of_options, walk((clause,))))
        if not (about and keeps_count(clause)):
            continue
        own = judged.held[clause.reference]
        if clause.result(judged.proposal, own, judged.basis) is not Result.NOT_MET:
            yield from _beside(judged, clause, max(steps, default=1), alone=alone)


def _beside(
    judged: Judgement, clause: CountingClause, there: int, *, alone: bool
) -> Iterator[Verdict]:
    extent = judged.proposal.extent(judged.basis)
    shortest, longest = extent.length or extent.shortest, extent.length or extent.longest
    too_much = _too_much(judged, clause, there, shortest)
    if too_much is not None:
        any_number = alone and judged.proposal.takes is None and there > 1
        several = any_number and _too_much(judged, clause, there, shortest, at_once=True) is None
        certain = alone and not several and too_much.as_asked is Result.NOT_MET
        if certain and _may_be_of_all(judged):
            bare = judged._replace(proposal=_without_amounts(judged.proposal))
            too_long = _too_much(bare, clause, there, shortest)
            certain = too_long is not None and too_long.as_asked is Result.NOT_MET
        note = _SEVERAL if several else _CONTRACT
        yield too_much if certain else _open(judged, clause, too_much, note)
    elif alone and longest != shortest:
        too_much = _too_much(judged, clause, there, longest)
        if too_much is not None:
            yield _open(judged, clause, too_much, _OTHER_DAYS)


def _too_much(
    judged: Judgement,
    clause: CountingClause,
    there: int,
    length: Term | None,
    *,
    at_once: bool = False,
) -> Verdict | None:
    """Give what is found of an option so long where no option holds it, nor several at once."""
    found: list[Verdict] = []
    proposal, basis, own = judged.proposal, judged.basis, judged.held[clause.reference]
    for taking in _takings(proposal, there, length, at_once=at_once):
        alone = attrs.evolve(proposal, takes=taking, reference=proposal.reference)
        part = clause.finding(alone, _tallied(clause, own, alone, basis), basis)
        found.append(Verdict.all_of([part], title="As the option alone"))
        if found[-1].as_asked in NOTHING_AGAINST:
            return None
    open_ = [each for each in found if each.as_asked is Result.UNDETERMINED]
    return (open_ or found)[0]


def _may_be_of_option(judged: Judgement) -> bool:
    """Say whether what is stated may be of the option alone, and does not say how long that is.

    It is of the contract where words on the firm term let nothing start before it.
    """
    proposal, clauses = judged.proposal, judged.authority.clauses
    takes = proposal.takes
    if not _states_no_whole(proposal) or (takes is not None and takes.term is not None):
        return False
    if not _tells_the_firm_term(clauses):
        return True
    start, (first, _) = proposal.firm.first_to, start_allowed(clauses, proposal, judged.basis)
    return start is None or first is None or start > first


def _is_of_option(judged: Judgement) -> bool:
    """Say whether what is stated can only be of the option: the words tell of no other days.

    Nor are they of a contract that starts after each day on which one may.
    """
    proposal, clauses = judged.proposal, judged.authority.clauses
    if not _states_no_whole(proposal):
        return False
    start, (_, until) = proposal.firm.first_from, start_allowed(clauses, proposal, judged.basis)
    if start is not None and until is not None and start > until:
        return True
    named = proposal.takes is not None and proposal.takes.term is not None
    others = [each for each in walk(clauses) if not isinstance(each, Steps)]
    return not named and _DAYS.isdisjoint(area for each in others for area in covers(each))


def _may_be_of_all(judged: Judgement) -> bool:
    """Say whether amounts may be those of a contract, which words on all of it hold."""
    start, clauses = judged.proposal.firm.first_from, judged.authority.clauses
    _, until = start_allowed(clauses, judged.proposal, judged.basis)
    if not judged.proposal.firm.lines or (start is not None and until is not None):
        return False
    others = [each for each in clauses if not (isinstance(each, Steps) or _is_of_options(each))]
    return any(AMOUNT in covers(each) for each in walk(others))


def _without_amounts(proposal: Proposal) -> Proposal:
    contract = attrs.evolve(proposal.contract, value=None, by_year=None, amounts=(), uplift=None)
    return attrs.evolve(proposal, contract=contract, reference=proposal.reference)


def _states_no_whole(proposal: Proposal) -> bool:
    whole = proposal.particulars.offered or proposal.changes
    return proposal.power == EXTEND and not whole


def _tells_the_firm_term(clauses: tuple[Clause, ...]) -> bool:
    return any(isinstance(each, Length) and each.of == "firm" for each in walk(clauses))


def as_option(judged: Judgement) -> Judgement:
    """Give it as one of an option of the length stated, where that can be of nothing else."""
    proposal = judged.proposal
    length = proposal.extent(judged.basis).length
    if proposal.takes is not None or length is None or not _is_of_option(judged):
        return judged
    alone = attrs.evolve(proposal, takes=Taken(term=length), reference=proposal.reference)
    return judged._replace(proposal=alone)


def starts_late(judged: Judgement) -> Iterator[Finding]:
    """Hold an extension that starts after all days allowed, or is too short, as a contract is.

    Its days are its own, where the words are on no award and no firm term; and figures that replace
    those of a contract are of the whole of it.
    """
    authority, proposal, basis = judged.authority, judged.proposal, judged.basis
    clauses = authority.clauses
    if proposal.power != EXTEND:
        return
    of_contract = {*authority.powers} != {EXTEND} or _tells_the_firm_term(clauses)
    if of_contract and not proposal.changes:
        return
    started = attrs.evolve(proposal, power=AWARD, reference=proposal.reference)
    for clause in clauses:
        bound = not isinstance(clause, For) or clause.binds(proposal, basis)
        for each in walk((clause,)):
            of_step = isinstance(clause, Steps) and isinstance(each, Shortest)
            if of_step or not _spares_options(each, proposal, basis):
                continue
            found = each.finding(started, EMPTY, basis)
            # a reading, or a limb, may do without
            alone = each in (clause, *(clause.clauses if isinstance(clause, For) else ()))
            certain = alone and bound
            if found.result is Result.NOT_MET:
                yield found if certain else found._replace(result=Result.UNDETERMINED, remedy=None)


def _spares_options(
    clause: Clause, proposal: Proposal, basis: Basis
) -> TypeGuard[Start | Shortest]:
    """Say whether words on the start, or the shortest length, leave the days of an option be."""
    if isinstance(clause, Shortest):
        return may_be_of_option(proposal, proposal.firm)
    none = Result.NOT_APPLICABLE
    return isinstance(clause, Start) and clause.result(proposal, EMPTY, basis) is none


def _is_of_options(clause: Clause) -> bool:
    return isinstance(clause, Cap) and _OPTIONS in clause.where


def _takings(
    proposal: Proposal, there: int, length: Term | None, *, at_once: bool
) -> Iterator[Taken]:
    """Give each option of a length that may be the one taken, or each run of several of them."""
    if proposal.takes is not None:
        each = [proposal.takes]
    elif at_once:
        pairs = product(range(1, there), range(2, there + 1))
        each = [Taken(*pair) for pair in pairs if sum(pair) <= there + 1]
    else:
        each = [Taken(number) for number in range(1, there + 1)]
    for one, term in product(each, _lengths(proposal.whole, length)):
        yield attrs.evolve(one, term=term)


def _lengths(extent: Extent, length: Term | None) -> list[Term | None]:
    """Give how long it is; from day to day, a part of a month is no more than that month too."""
    if length is None or extent.last is None or not length.days:
        return [length]
    return [length, Term(months=length.months + 1)]


def _tallied(clause: CountingClause, held: Tally, alone: Proposal, basis: Basis) -> Tally:
    """Set what the option adds beside what was used before the extension."""
    rows = zip(*held, strict=True)
    used = Held({group: less(total, adding) for (group, adding), total in rows})
    return tally(clause.adds(alone, basis), used)


def _open(judged: Judgement, clause: Clause, found: Verdict, note: str) -> Verdict:
    """Say that it is too much for an option, unless something else is so."""
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
        note=note,
    )
    title = "Stated beside an option"
    return Verdict.any_of([open_, found], title=title, subject=subject, basis=judged.basis)
