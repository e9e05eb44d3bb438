"""What several clauses of an authority say together, where none of them says it alone.

A price for several years is bounded by the figures of all these years; a last day that stands alone
by the longest length, from the first day that the words allow; a length for all by the firm term
and the options together. Only what a proposal leaves out makes any of them ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards._coverage import names_options
from carerslib.awards._only_value import of_its_only_value
from carerslib.awards._parts import of_parts
from carerslib.awards._spans import (
    for_all,
    from_the_start,
    longest_of_both,
    until_the_end,
    with_options,
)
from carerslib.awards._started import from_its_only_start
from carerslib.awards._unnamed import of_one_option, starts_late
from carerslib.awards.powers import EXTEND, MODIFY
from carerslib.clauses import Cap, Length, Of, Only, Taken
from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import alone
from carerslib.clauses._nested import walk
from carerslib.clauses._unnamed import is_unnamed
from carerslib.clauses.base import EMPTY
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.clauses import Clause

__all__ = ["together"]


def together(judged: Judgement) -> Iterator[Part]:
    """Find what the clauses of an authority say together of a proposal."""
    authority, proposal, basis = judged.authority, judged.proposal, judged.basis
    reference, source, clauses = authority.reference, authority.source, authority.clauses
    both = longest_of_both(clauses, proposal)
    longer = _outruns_the_firm_term(clauses, proposal, basis)
    if not names_options(judged):
        yield from _unnamed_option(reference, source, proposal, longer=longer)
    elif longer and not both:
        yield _how_long_with_it(reference, source, proposal)
    # a length that is stated in its parts is held against each
    parts = proposal.extent(basis).length is not None and not _with_the_option(proposal)
    for each in both:
        found = each.finding(proposal, EMPTY, basis)
        outside = found.result is Result.NOT_MET and not parts
        if proposal.contract.in_all or outside or (longer and found.result is not Result.MET):
            yield with_options(found)
    yield from of_one_option(judged)
    yield from starts_late(judged)
    if proposal.firm.first is None:
        yield from from_the_start(clauses, both, proposal, basis)
        yield from until_the_end(clauses, proposal, basis)
        if proposal.power not in (EXTEND, MODIFY):
            # these are of a contract that has started
            yield from from_its_only_start(judged)
    if proposal.contract.number > 1:
        yield from _several_of_none(clauses, proposal, basis)
        yield from _more_than_named(clauses, proposal)
    yield from of_parts(judged)
    yield from of_its_only_value(judged)


# an option that is taken up, where no clause names any


def _with_the_option(proposal: Proposal) -> bool:
    """Say whether what is stated of a length may be that of an option taken up with it."""
    if proposal.takes is None and (proposal.contract.in_all or not is_unnamed(proposal)):
        return False
    return not proposal.contract.options


def _outruns_the_firm_term(clauses: tuple[Clause, ...], proposal: Proposal, basis: Basis) -> bool:
    """Say whether the option makes it longer than the firm term may be, with no length for all."""
    firm = proposal.firm
    stated = firm.last is not None or firm.length is not None
    if not (stated and _with_the_option(proposal)) or for_all(clauses):
        return False
    found = [
        each.result(proposal, EMPTY, basis) for each in walk(clauses) if isinstance(each, Length)
    ]
    # with no first day, or no last, whether it does is not known
    return Result.NOT_APPLICABLE in found or (Result.UNDETERMINED in found and is_unnamed(proposal))


def _how_long_with_it(reference: str, source: Citation, proposal: Proposal) -> Finding:
    return Finding(
        reference,
        "Length with the option",
        Result.UNDETERMINED,
        Aspect.LENGTH,
        proposal.reference,
        source,
        proposal.firm.length or proposal.firm.last,
        "needs",
        "a length for the firm term and the option together",
        missing=(Missing("contract.options", "the option taken, apart from the firm term"),),
    )


def _unnamed_option(
    reference: str, source: Citation, proposal: Proposal, *, longer: bool
) -> Iterator[Finding]:
    takes = proposal.takes or (Taken() if longer else None)
    if takes is None:
        return
    if takes.number is None and takes.times == 1 and not longer:
        return
    if (takes.number or 1) + takes.times - 1 <= len(proposal.contract.options):
        # the contract has it, and it is bounded by what bounds the contract
        return
    yield Finding(
        reference,
        "Number of the option",
        Result.UNDETERMINED,
        Aspect.STEP,
        proposal.reference,
        source,
        takes.number or takes.times,
        "needs",
        "options in the words",
        missing=(Missing(f"authority {reference}", "which options there are"),),
        note="neither the words nor the contract name it, and that is no leave",
    )


# several contracts that name no supplier, recipient or lot


def _several_of_none(
    clauses: tuple[Clause, ...], proposal: Proposal, basis: Basis
) -> Iterator[Part]:
    """Say that a number for each of something limits no number for all."""
    counts = [each for each in clauses if isinstance(each, Cap) and each.of is Of.COUNT]
    if any(not (each.per or each.where or each.distinct) for each in counts):
        return
    for cap in counts:
        adds = cap.adds(proposal, basis)
        unplaced = any(group == NOT_STATED for group, _ in adds)
        found = cap.finding(proposal, alone(adds), basis)
        if unplaced and found.result is Result.UNDETERMINED and isinstance(found, Finding):
            yield found._replace(asked=True)


def _more_than_named(clauses: tuple[Clause, ...], proposal: Proposal) -> Iterator[Finding]:
    """Say that more contracts cannot all be among those that the words name."""
    number = proposal.contract.number
    for clause in clauses:
        if not isinstance(clause, Only) or clause.dimension != "contract":
            continue
        if number > len(clause.values):
            yield Finding(
                clause.reference,
                "Number of the contracts named",
                Result.NOT_MET,
                Aspect.SCOPE,
                proposal.reference,
                clause.source,
                number,
                "at most",
                len(clause.values),
            )
