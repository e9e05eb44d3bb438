"""Whether something may be done under a resolution, and why.

Judging is cheap. A judgement keeps its inputs and works out one result for each clause by comparing
whole numbers; findings are made from the inputs when they are asked for, and are equal every time.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.awards.model import Authority, Proposal, Resolution
from carerslib.awards.rules import RULES
from carerslib.awards.used import Used
from carerslib.basis import Basis
from carerslib.clauses._measures import worst
from carerslib.clauses._quick import Taker, taker
from carerslib.errors import InvalidValueError, require
from carerslib.rules import RuleSet
from carerslib.verdicts import (
    Aspect,
    Combining,
    Finding,
    Missing,
    Part,
    Result,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.clauses import Tally

__all__ = ["Judgement", "judge", "judge_each"]

# looking a member up on its enum costs more than the comparison that it is for
_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_POWER: Final = Aspect.POWER


@final
class Judgement(NamedTuple):
    """The inputs of a verdict under one authority, from which its findings are made."""

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

    def parts(self) -> tuple[Part, ...]:
        """Make the finding on the power, one for each clause, and those of a council's rules."""
        authority, proposal, basis = self.authority, self.proposal, self.basis
        made: list[Part] = [_power(authority, proposal)]
        for clause, tally in zip(authority.clauses, self.tallies, strict=True):
            made.append(clause.finding(proposal, tally, basis))
        return (*made, *self.own)


def _power(authority: Authority, proposal: Proposal) -> Finding:
    given = proposal.power in authority.powers
    return Finding(
        authority.reference,
        "Power",
        _MET if given else _NOT_MET,
        _POWER,
        proposal.reference,
        authority.source,
        proposal.power,
        "one of" if len(authority.powers) > 1 else "only",
        authority.powers,
    )


@final
@attrs.frozen
class _Bench:
    """What stays the same while one proposal after another is judged.

    ``bound`` holds each authority with its clauses, bound to what has been used: for proposals that
    count, and for those that do not, as the authority does not give their power.
    """

    under: Resolution | Authority
    rules: RuleSet[Proposal]
    basis: Basis
    bound: tuple[tuple[Authority, tuple[Taker, ...], tuple[Taker, ...]], ...]

    def judge(self, proposal: Proposal) -> Verdict:
        """Judge under one authority, or under each of a resolution's."""
        own = _own_parts(proposal, self.rules, self.basis) if self.rules.rules else ()
        under = self.under
        if isinstance(under, Authority):
            return self.judge_under(*self.bound[0], proposal, own)
        parts: list[Part] = [self.judge_under(*each, proposal, own) for each in self.bound]
        return Verdict.any_of(
            parts or [_no_power(under, proposal)],
            title=str(under.source),
            subject=proposal.reference,
            basis=self.basis,
        )

    def judge_under(
        self,
        authority: Authority,
        takers: tuple[Taker, ...],
        others: tuple[Taker, ...],
        proposal: Proposal,
        own: tuple[Part, ...],
    ) -> Verdict:
        """Work out a result for each clause, and the worst of them."""
        extent = proposal.extent(self.basis)
        result = _MET
        if proposal.power not in authority.powers:
            result, takers = _NOT_MET, others
        tallies: list[Tally] = []
        for take in takers:
            tally, found = take(proposal, extent)
            tallies.append(tally)
            if found is not _MET:
                if found is _NOT_MET:
                    result = _NOT_MET
                elif found is _UNDETERMINED and result is _MET:
                    result = _UNDETERMINED
        if own:
            result = worst((result, Verdict.all_of(own, title="").result))
        return Verdict(Judgement(authority, proposal, self.basis, tuple(tallies), own), result)


def _bench(
    under: Resolution | Authority,
    used: Used | None,
    basis: Basis | None,
    rules: RuleSet[Proposal],
    *,
    counts: bool,
) -> _Bench:
    expected = InvalidValueError("under", under, "a Resolution or an Authority")
    require(None if isinstance(under, Resolution | Authority) else expected)
    rests_on, before = basis or rules.basis(), used or Used()
    bound = []
    for authority in under.authorities:
        own = [(clause, dict(before.of(clause.reference))) for clause in authority.clauses]
        takers, others = (
            tuple([taker(clause, rests_on, totals, counts=each) for clause, totals in own])
            for each in (counts, False)
        )
        bound.append((authority, takers, others))
    return _Bench(under, rules, rests_on, tuple(bound))


def _no_power(resolution: Resolution, proposal: Proposal) -> Finding:
    return Finding(
        resolution.reference,
        "Power",
        Result.NOT_MET,
        Aspect.POWER,
        proposal.reference,
        resolution.source,
        proposal.power,
        "only",
        (),
        note="the resolution gives no power",
    )


def _own_parts(proposal: Proposal, rules: RuleSet[Proposal], basis: Basis) -> tuple[Part, ...]:
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


def _proposal(value: object) -> InvalidValueError | None:
    if isinstance(value, Proposal):
        return None
    return InvalidValueError("proposal", value, "a Proposal")


def judge(
    proposal: Proposal,
    *,
    under: Resolution | Authority,
    used: Used | None = None,
    basis: Basis | None = None,
    rules: RuleSet[Proposal] = RULES,
) -> Verdict:
    """Say whether a proposal may be acted on, and why.

    ``under`` a resolution, one authority that allows it is enough; under an authority, every clause
    must be met. ``used`` is what has been done so far: nothing, where it is not given. ``basis``
    holds the readings and conventions that a council has chosen; ``rules`` are those of this
    library, or a set extended by a council.
    """
    require(_proposal(proposal))
    return _bench(under, used, basis, rules, counts=False).judge(proposal)


def judge_each(
    made: Iterable[Proposal],
    *,
    under: Resolution | Authority,
    used: Used | None = None,
    basis: Basis | None = None,
    rules: RuleSet[Proposal] = RULES,
) -> Iterator[Verdict]:
    """Judge awards that were made, in their order, each beside those before it.

    Every award counts for those after it, whether it was within the authority or not: the award
    that crosses a limit is the breach, and earlier ones stand. The cost grows with their number
    only.
    """
    bench = _bench(under, used, basis, rules, counts=True)
    for proposal in made:
        if not isinstance(proposal, Proposal):
            require(_proposal(proposal))
        yield bench.judge(proposal)
