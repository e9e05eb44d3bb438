"""Verdicts under one authority: their inputs, from which the findings are made when asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.awards._left_out import found_of, left_out
from carerslib.clauses.base import EMPTY
from carerslib.clauses.scope import one_or_several
from carerslib.verdicts import Aspect, Combining, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from carerslib.awards.model import Authority, Resolution
    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis
    from carerslib.clauses import Tally
    from carerslib.rules import RuleSet

__all__ = ["Judgement", "no_power", "not_relied_on", "own_parts"]

# a tuple made whole costs half of what naming fifteen fields does
_new: Final = tuple.__new__
# looking a member up on its enum costs more than the comparison that it is for
_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_POWER: Final = Aspect.POWER


@final
class Judgement(NamedTuple):
    """The inputs of a verdict under one authority, from which its findings are made.

    There is a tally for each clause that keeps count, in their order.
    """

    authority: Authority
    proposal: Proposal
    basis: Basis
    tallies: tuple[Tally, ...]
    own: tuple[Part, ...] = ()

    @property
    def how(self) -> Combining:
        """All clauses must be met."""
        return Combining.ALL_OF

    @property
    def title(self) -> str:
        """The paragraph that gives the authority."""
        return str(self.authority.source)

    @property
    def subject(self) -> str:
        """The proposal's reference."""
        return self.proposal.reference

    @property
    def chosen(self) -> str:
        """Nothing: these are not readings."""
        return ""

    @property
    def held(self) -> dict[str, Tally]:
        """The tally of each clause, by its reference."""
        held, clauses = (*self.tallies, EMPTY), self.authority.clauses
        places = self.authority.telling.places
        return {each.reference: held[place] for each, place in zip(clauses, places, strict=True)}

    def parts(self) -> tuple[Part, ...]:
        """Make the finding on the power, one for each clause, and those of a council's rules."""
        authority, proposal, basis, tallies, own = self
        made: list[Part] = [_power(authority, proposal)]
        left = left_out(self) if authority.telling.is_for_some else {}
        held = (*tallies, EMPTY)
        for clause, place in zip(authority.clauses, authority.telling.places, strict=True):
            if left:
                made.append(found_of(clause, held[place], self, left))
            else:
                made.append(clause.finding(proposal, held[place], basis))
        return (*made, *own)

    def findings(self) -> tuple[Finding, ...]:
        """Make the findings of these parts, with no verdict around those of one clause."""
        authority, proposal, basis, tallies, own = self
        if authority.telling.is_for_some:
            return Verdict.all_of(self.parts(), title="").findings
        found = [_power(authority, proposal)]
        add, extent = found.append, proposal.extent(basis)
        held = (*tallies, EMPTY)
        for tell, place in authority.telling.placed:
            tell(add, proposal, extent, held[place], basis)
        for each in own:
            found += (each,) if isinstance(each, Finding) else each.findings
        return tuple(found)


def _power(authority: Authority, proposal: Proposal) -> Finding:
    given = proposal.power in authority.powers
    comparison = one_or_several(authority.powers)
    return _new(
        Finding,
        (
            authority.reference,
            "Power",
            _MET if given else _NOT_MET,
            _POWER,
            proposal.reference,
            authority.source,
            proposal.power,
            comparison if authority.powers else "",
            authority.powers,
            (),
            None,
            True,
            True,
            "",
            False,
        ),
    )


def no_power(resolution: Resolution, proposal: Proposal) -> Finding:
    """Say that a resolution gives no power, and what its paragraphs do instead."""
    instead = "; ".join(each.words or each.place for each in resolution.paragraphs)
    return Finding(
        resolution.reference,
        "Power",
        Result.NOT_MET,
        Aspect.POWER,
        proposal.reference,
        resolution.source,
        proposal.power,
        "",
        (),
        note="the resolution gives no power" + (f": {instead}" if instead else ""),
    )


def own_parts(proposal: Proposal, rules: RuleSet[Proposal], basis: Basis) -> tuple[Part, ...]:
    """Ask the rules of the set; each needs the day of the act to know which version is in force."""
    if isinstance(proposal.on, date):
        return tuple(part for rule in rules.on(proposal.on) for part in rule(proposal, basis))
    missing = Missing("proposal.on", "the day of the act, as rules are in force by day")
    return tuple(
        Finding(
            rule.id,
            rule.title,
            Result.UNDETERMINED,
            Aspect.RECORD,
            proposal.reference,
            rule.citation,
            missing=(missing,),
            asked=False,
        )
        for rule in rules
    )


def not_relied_on(authority: Authority, proposal: Proposal, basis: Basis) -> Verdict:
    """Say that an award made in reliance on another authority is no matter for this one."""
    finding = Finding(
        authority.reference,
        "Relied on",
        Result.NOT_APPLICABLE,
        _POWER,
        proposal.reference,
        authority.source,
        proposal.relies_on,
        "only",
        authority.reference,
        note="made in reliance on another authority, and not counted here",
    )
    title = str(authority.source)
    return Verdict.all_of([finding], title=title, subject=proposal.reference, basis=basis)
