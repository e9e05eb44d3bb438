"""What stays the same while one proposal after another is judged, and what has been counted.

Most proposals are plain, and take the quick way: each clause is bound once to what was used under
it. What replaces the figures of an earlier contract, or relies on another authority, or counts in
a clause that several authorities share, takes the long way, which gives the same answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.awards import standing
from carerslib.awards._areas import limits_some
from carerslib.awards._chosen import chosen_problems
from carerslib.awards._counted import adds_beside, goes_on_with, left_of, without
from carerslib.awards._implied import (
    by_award,
    by_convention,
    figures_of,
    going_with,
    not_counted,
    of_option_alone,
    paid_so_far,
)
from carerslib.awards._judging import Judging, judging
from carerslib.awards._recorded import Recorded, keep_figures, keep_option
from carerslib.awards._reliance import relied_on
from carerslib.awards.conventions import CHANGES, COUNTED_AWARDS, PAYMENTS, RELEASE
from carerslib.awards.model import Authority, Resolution
from carerslib.awards.powers import END, EXTEND, Power
from carerslib.awards.proposals import Proposal
from carerslib.awards.verdicts import Judgement, no_power, not_relied_on, own_parts
from carerslib.basis import Basis
from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import add, up_to, worst
from carerslib.clauses._quick import Held, taker, tally, tester, touched
from carerslib.clauses.base import EMPTY, keeps_count
from carerslib.errors import InvalidValueError, require
from carerslib.rules import RuleSet
from carerslib.verdicts import Finding, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from carerslib.clauses import Adds, Clause, CountingClause, Group, Tally
    from carerslib.clauses.figures import Measure

__all__ = ["Bench", "bench"]

_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_NONE: Final = Result.NOT_APPLICABLE


@final
@attrs.frozen
class Bench:
    """An authority or a resolution, with what is used under each clause by reference.

    ``bound`` judges under each authority. ``alone`` does under the only one, where nothing else is
    to be asked of a proposal that is plain. ``made`` holds what was counted and is not yet
    ``indexed`` by the clause and the contract that it counts for, with the ``numbers`` counted of
    it. Of the clauses whose totals were stated ``by_hand`` it is not known what else they count.
    """

    under: Resolution | Authority
    rules: RuleSet[Proposal]
    basis: Basis
    counts: bool
    shared: bool
    totals: dict[str, Held]
    bound: tuple[Judging, ...]
    made: list[Proposal]
    alone: Judging | None
    by_hand: frozenset[str]
    indexed: dict[tuple[str, str], Recorded] = attrs.field(factory=dict)
    wider: dict[tuple[str, ...], Authority] = attrs.field(factory=dict)
    numbers: dict[tuple[str, str], int] = attrs.field(factory=dict)

    def judge(self, proposal: Proposal) -> Verdict:
        """Judge under one authority, or under each of a resolution's; count where that is asked."""
        own = own_parts(proposal, self.rules, self.basis) if self.rules.rules else ()
        under = self.under
        if self.shared or not proposal.is_plain:
            verdict = self._judge_at_length(proposal, own)
            if self.counts:
                self.count(proposal)
            return verdict
        if self.counts:
            self.made.append(proposal)
        if isinstance(under, Authority):
            return self.bound[0](proposal, own)
        own = (*own, *standing.of_resolution(under, proposal))
        counted = relied_on(under, proposal, self.basis)
        found = [
            judge(proposal, own, counts=authority in counted)
            for judge, authority in zip(self.bound, under.authorities, strict=True)
        ]
        return self._any_of(found, proposal)

    def _any_of(self, verdicts: list[Verdict], proposal: Proposal) -> Verdict:
        under = self.under
        parts: list[Part] = [*verdicts]
        if isinstance(under, Resolution) and not parts:
            parts = [no_power(under, proposal)]
        return Verdict.any_of(
            parts, title=str(under.source), subject=proposal.reference, basis=self.basis
        )

    # the long way

    def _judge_at_length(
        self, proposal: Proposal, own: tuple[Part, ...], *, included: bool = False
    ) -> Verdict:
        under = self.under
        if isinstance(under, Authority):
            return self._judge_one(under, proposal, own, included=included)
        own = (*own, *standing.of_resolution(under, proposal))
        relied = relied_on(under, proposal, self.basis) if included else ()
        found = [
            self._judge_one(each, proposal, own, included=each in relied)
            for each in under.authorities
        ]
        return self._any_of(found, proposal)

    def _judge_one(
        self,
        authority: Authority,
        proposal: Proposal,
        own: tuple[Part, ...],
        *,
        included: bool,
    ) -> Verdict:
        if self._elsewhere(authority, proposal):
            return not_relied_on(authority, proposal, self.basis)
        convention = going_with(authority, proposal.power, self.under, self.basis)
        if convention is not None:
            own = (*own, by_convention(authority, proposal, convention))
            authority = self._widened(authority, powers=(proposal.power,))
        limits = self._limits_of_the_award(authority, proposal)
        if limits:
            own = (*own, by_award(authority, proposal, limits[0]))
            authority = self._widened(authority, clauses=limits)
        result = _MET if proposal.power in authority.powers else _NOT_MET
        results, tallies = [result], []
        for clause in authority.clauses:
            held = EMPTY
            if keeps_count(clause):
                if convention is PAYMENTS:
                    held = tally(clause.adds(proposal, self.basis), Held())
                else:
                    held = self._held(clause, proposal, included=included and result is _MET)
                tallies.append(held)
            results.append(clause.result(proposal, held, self.basis))
        own = (*own, *self._beside(authority, proposal, results[1:], paid=convention is PAYMENTS))
        made = Judgement(authority, proposal, self.basis, tuple(tallies))
        own = (*standing.of_authority(made), *own)
        results.append(Verdict.all_of(own, title="").result)
        return Verdict(made._replace(own=own), worst(results))

    def _beside(
        self, authority: Authority, proposal: Proposal, results: list[Result], *, paid: bool
    ) -> tuple[Finding, ...]:
        """Give what is not known of what was done before, where a clause that counts asks it."""
        found: list[Finding] = []
        clauses = authority.clauses
        if _UNDETERMINED in results and any(self._lost(each, proposal) for each in clauses):
            found.append(not_counted(authority, proposal))
        asked = zip(clauses, results, strict=True)
        if paid and any(keeps_count(each) and result is not _NONE for each, result in asked):
            found.append(paid_so_far(authority, proposal))
        return tuple(found)

    def _limits_of_the_award(self, authority: Authority, proposal: Proposal) -> tuple[Clause, ...]:
        """Give the limits of the paragraph that counts a contract, for an option that has none.

        That paragraph counted the option with the award, or counts it now (convention C-1).
        """
        if proposal.power != EXTEND or EXTEND not in authority.powers or authority.is_plain:
            return ()
        counting = filter(keeps_count, authority.clauses)
        tallies = tuple(self._held(each, proposal, included=False) for each in counting)
        opened = standing.left_open(Judgement(authority, proposal, self.basis, tallies))
        areas = [area for area, known in opened.items() if known]
        own = {clause.reference for clause in authority.clauses}
        return tuple(
            clause
            for other in self.under.authorities
            for clause in other.clauses
            if clause.reference not in own
            and limits_some(clause, areas)
            and self._earlier(clause, proposal) is not None
        )

    def _widened(
        self, authority: Authority, powers: tuple[Power, ...] = (), clauses: tuple[Clause, ...] = ()
    ) -> Authority:
        """Give an authority with more powers, or more clauses, the same one every time."""
        key = (authority.reference, *powers, *(each.reference for each in clauses))
        if key not in self.wider:
            self.wider[key] = attrs.evolve(
                authority,
                powers=(*authority.powers, *powers),
                clauses=(*authority.clauses, *clauses),
            )
        return self.wider[key]

    def _lost(self, clause: Clause, proposal: Proposal) -> bool:
        """Say whether what is used may hold the figures of the contract changed, or may not."""
        if not proposal.changes or not keeps_count(clause):
            return False
        used = any(self.totals[clause.reference].values())
        if not used or self._earlier(clause, proposal) is not None:
            return False
        # an option that is taken replaces no figures
        return any(measure != 0 for _, measure in figures_of(clause, proposal, self.basis))

    def _held(self, clause: CountingClause, proposal: Proposal, *, included: bool) -> Tally:
        """Tally what a proposal adds; it may be among what is used already."""
        used = self.totals[clause.reference]
        adds, back = self._moved(clause, proposal)
        if self._lost(clause, proposal):
            groups = (NOT_STATED, *(group for group, _ in touched(adds, used)))
            left = {each: up_to(used[each]) for each in groups if each in used}
            return tally(adds, Held(left))
        if included:
            back = (*back, *adds)
        return tally(adds, without(used, back, touched(adds, used)) if back else used)

    def _moved(self, clause: CountingClause, proposal: Proposal) -> tuple[Adds, Adds]:
        """Give what a proposal adds, and what it takes back of the contract that it changes."""
        earlier = self._earlier(clause, proposal)
        if earlier is None:
            return self._adds(clause, proposal), ()
        if proposal.power == END and self.basis.takes(RELEASE) == RELEASE.default:
            return (), ()
        if of_option_alone(proposal):
            return self._adds(clause, proposal), earlier.of_option(clause, proposal, self.basis)
        # options that were taken stay taken, whatever the figures become
        return clause.adds(proposal, self.basis), earlier.figures(clause, self.basis)

    def _earlier(self, clause: Clause, proposal: Proposal) -> Recorded | None:
        """Find whose figures are counted for the contract that a proposal changes, if any are."""
        changed = proposal.changes
        if of_option_alone(proposal):
            changed = changed or proposal.contract.reference
        if not changed:
            return None
        self._index_made()
        return self.indexed.get((clause.reference, changed))

    def _adds(self, clause: CountingClause, proposal: Proposal) -> Adds:
        """Give what a proposal adds; one that goes on with a contract counted is no further one."""
        counted: int | None = 0
        contract = goes_on_with(proposal)
        if contract and (contract != proposal.changes or of_option_alone(proposal)):
            self._index_made()
            stated = clause.reference in self.by_hand and self.totals[clause.reference]
            counted = self.numbers.get((clause.reference, contract), None if stated else 0)
        return adds_beside(clause, proposal, counted, self.basis)

    def _index_made(self) -> None:
        """Keep what was made where it is looked up."""
        for made in self.made:
            relied = relied_on(self.under, made, self.basis)
            for authority in self.under.authorities:
                self._index(authority, made, given=self._gives(authority, made, relied))
        self.made.clear()

    def _index(self, authority: Authority, made: Proposal, *, given: bool) -> None:
        """Keep the latest figures of a contract, for each clause that they count under."""
        number, alone = made.contract.number, of_option_alone(made)
        for clause in authority.clauses:
            if alone:
                keep_option(self.indexed, clause.reference, made)
            if given or (clause.reference, made.changes) in self.indexed:
                for contract in filter(None, (made.contract.reference, made.changes)):
                    key = clause.reference, contract
                    self.numbers[key] = max(number, self.numbers.get(key, 0))
                    if not alone:
                        keep_figures(self.indexed, key, made)

    def _gives(
        self, authority: Authority, proposal: Proposal, relied: tuple[Authority, ...]
    ) -> bool:
        """Say whether a proposal counts under an authority, which it may have ``relied`` on."""
        given = proposal.power in authority.powers
        if not given:
            given = going_with(authority, proposal.power, self.under, self.basis) is CHANGES
        return given and authority in relied and not self._elsewhere(authority, proposal)

    def _elsewhere(self, authority: Authority, proposal: Proposal) -> bool:
        """Say whether a proposal relies on another authority, and so does not count here."""
        if proposal.relies_on in ("", authority.reference):
            return False
        return self.basis.takes(COUNTED_AWARDS) == COUNTED_AWARDS.default

    def count(self, proposal: Proposal) -> bool:
        """Add what was done to what is used, once under each clause; say whether it counts."""
        done, counts = set[str](), False
        relied = relied_on(self.under, proposal, self.basis)
        for authority in self.under.authorities:
            given = self._gives(authority, proposal, relied)
            counts |= given
            for clause in authority.clauses:
                if not keeps_count(clause) or clause.reference in done:
                    continue
                earlier = self._earlier(clause, proposal)
                if not given and earlier is None:
                    continue
                done.add(clause.reference)
                adds, back = self._moved(clause, proposal)
                used = self.totals[clause.reference]
                if self._lost(clause, proposal):
                    used.update({group: up_to(measure) for group, measure in used.items()})
                for group, measure in back:
                    used[group] = left_of(used[group], measure)
                for group, measure in adds:
                    used[group] = add(used[group], measure)
                for group in [group for group, _ in back if used[group] == 0]:
                    del used[group]
        self.made.append(proposal)
        return counts or bool(done)

    def copy(self) -> Bench:
        """Give one that counts apart, for the long way only: the clauses stay bound to this."""
        totals = {reference: Held(groups) for reference, groups in self.totals.items()}
        return attrs.evolve(
            self,
            totals=totals,
            made=list(self.made),
            indexed=dict(self.indexed),
            numbers=dict(self.numbers),
        )

    def moves(self, proposal: Proposal) -> list[tuple[str, Group, Measure, Measure]]:
        """Give what a proposal adds to each group that it touches, and what it takes back of it."""
        found: list[tuple[str, Group, Measure, Measure]] = []
        clauses = {each.reference: each for one in self.under.authorities for each in one.clauses}
        for reference, clause in clauses.items():
            if keeps_count(clause):
                adds, back = map(dict, self._moved(clause, proposal))
                groups = dict.fromkeys((*adds, *back))
                found += [
                    (reference, group, adds.get(group, 0), back.get(group, 0)) for group in groups
                ]
        return found

    def judge_counted(self, proposal: Proposal) -> Verdict:
        """Judge a proposal that is among what is used already, beside all of that."""
        own = own_parts(proposal, self.rules, self.basis)
        return self._judge_at_length(proposal, own, included=True)

    def judge_alone(self, proposal: Proposal) -> Verdict:
        """Judge a proposal beside what is used, without counting it."""
        return self._judge_at_length(proposal, own_parts(proposal, self.rules, self.basis))


def bench(  # noqa: PLR0913 - what judging rests on, one by one
    under: Resolution | Authority,
    totals: Mapping[str, Mapping[Group, Measure]],
    made: tuple[Proposal, ...],
    basis: Basis,
    rules: RuleSet[Proposal],
    *,
    counts: bool,
    by_hand: Collection[str] = (),
) -> Bench:
    """Bind the clauses of an authority, or of each of a resolution's, to what is used."""
    expected = InvalidValueError("under", under, "a Resolution or an Authority")
    chosen = InvalidValueError("basis", basis, "a Basis, as RULES.basis(...) gives it")
    require(
        None if isinstance(under, Resolution | Authority) else expected,
        None if isinstance(basis, Basis) else chosen,
    )
    clauses = [each for authority in under.authorities for each in authority.clauses]
    require(*chosen_problems(clauses, under.reference, basis))
    own = {each.reference: Held(totals.get(each.reference, {})) for each in clauses}
    bound = []
    for authority in under.authorities:
        judges, others = (
            tuple(
                [
                    taker(each, basis, own[each.reference], counts=counted)
                    if keeps_count(each)
                    else tester(each, basis)
                    for each in authority.clauses
                ]
            )
            for counted in (counts, False)
        )
        bound.append(judging(authority, judges, others, basis))
    shared = len(own) < len(clauses)
    simple = isinstance(under, Authority) and not (shared or rules.rules)
    alone = bound[0] if simple else None
    told = frozenset(by_hand)
    return Bench(under, rules, basis, counts, shared, own, tuple(bound), list(made), alone, told)
