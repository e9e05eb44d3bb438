"""Powers that go with others by convention: to change what was awarded, and to pay for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from carerslib.awards.conventions import CHANGES, PAYMENTS
from carerslib.awards.powers import (
    AWARD,
    CALL_OFF,
    DIRECT_AWARD,
    ENTER_AGREEMENT,
    EXTEND,
    GRANT,
    MODIFY,
    SPEND,
    Power,
)
from carerslib.clauses._taken import counts_options
from carerslib.clauses._unnamed import is_unnamed
from carerslib.verdicts import Aspect, Finding, Missing, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.awards.model import Authority, Resolution
    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis, Convention
    from carerslib.clauses import Adds, Clause, CountingClause, Taken

__all__ = [
    "GOES_WITH",
    "by_award",
    "by_convention",
    "figures_of",
    "going_with",
    "not_counted",
    "of_option_alone",
    "options_of",
    "paid_so_far",
]

_TO_AWARD: Final = frozenset({AWARD, CALL_OFF, DIRECT_AWARD, ENTER_AGREEMENT, GRANT})

GOES_WITH: Final[Mapping[Power, tuple[Convention, frozenset[Power]]]] = {
    MODIFY: (CHANGES, _TO_AWARD),
    SPEND: (PAYMENTS, _TO_AWARD | {EXTEND, MODIFY}),
}
"""The powers that others may carry with them, each with its convention."""


def going_with(
    authority: Authority, power: Power, under: Resolution | Authority, basis: Basis
) -> Convention | None:
    """Give the convention by which an authority has a power that its words do not name, if any.

    A power that another paragraph of the resolution names is given there, and nowhere else.
    """
    entry = GOES_WITH.get(power)
    if entry is None or power in authority.powers:
        return None
    convention, others = entry
    named = any(power in each.powers for each in under.authorities)
    if named or others.isdisjoint(authority.powers):
        return None
    return convention if basis.takes(convention) == convention.default else None


def of_option_alone(proposal: Proposal) -> bool:
    """Say whether what is proposed states the amounts of an option that it takes, and no others."""
    extends = proposal.power == EXTEND and proposal.takes is not None
    return extends and proposal.firm is not proposal.contract.firm


def options_of(earlier: Proposal, takes: Taken) -> frozenset[int] | None:
    """Give the numbers of the options that are taken up of a contract that is counted.

    Of a contract with several options, it is not known which one is taken without a number.
    """
    there = len(earlier.contract.options)
    first = 1 if there == 1 else takes.number
    return None if first is None else frozenset(range(first, min(first + takes.times, there + 1)))


def figures_of(clause: CountingClause, proposal: Proposal, basis: Basis) -> Adds:
    """Give what a proposal counts but for the option that it takes, which stays taken."""
    figures = attrs.evolve(proposal, takes=None, reference=proposal.reference)
    found = clause.adds(figures, basis)
    if not is_unnamed(figures):
        return found
    return tuple(each for each in found if not counts_options(each[0]))


def by_award(authority: Authority, proposal: Proposal, limit: Clause) -> Finding:
    """Say that an option is held against the limits of the paragraph that counts its contract."""
    return Finding(
        authority.reference,
        "Limits of the award",
        Result.MET,
        Aspect.RECORD,
        proposal.reference,
        limit.source,
        proposal.changes or proposal.contract.reference,
        "counted under",
        limit.reference,
        binding=False,
        note="these words set no limit of their own: those of the award bind its options too",
    )


def by_convention(authority: Authority, proposal: Proposal, convention: Convention) -> Finding:
    """Say by what convention the power is taken to be given."""
    return Finding(
        authority.reference,
        "Power by convention",
        Result.MET,
        Aspect.POWER,
        proposal.reference,
        convention.citation,
        proposal.power,
        "goes with",
        authority.powers,
        binding=False,
        note=f"{convention.title.lower()}: {convention.default}",
    )


def paid_so_far(authority: Authority, proposal: Proposal) -> Finding:
    """Say that what was paid before is not known from what was awarded."""
    missing = Missing("used", "what has been paid under it so far, as awards are counted apart")
    return Finding(
        authority.reference,
        "Payments so far",
        Result.UNDETERMINED,
        Aspect.AMOUNT,
        proposal.reference,
        PAYMENTS.citation,
        missing=(missing,),
        comparison="needs",
        permitted="what was paid before",
        asked=False,
        note="this payment alone is held against what may be awarded",
    )


def not_counted(authority: Authority, proposal: Proposal) -> Finding:
    """Say that the contract which is changed is not among those counted."""
    return Finding(
        authority.reference,
        "Contract changed",
        Result.UNDETERMINED,
        Aspect.RECORD,
        proposal.reference,
        authority.source,
        proposal.changes,
        "one of",
        "the contracts counted so far",
        (Missing("used", f"whether it holds the figures of {proposal.changes}"),),
        note="what is used may hold the figures that these replace, or not",
    )
