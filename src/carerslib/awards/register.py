"""A register of awards in any order: sorted by day and number, and judged one after another."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations
from typing import TYPE_CHECKING, Final

from carerslib.awards._bench import Bench, bench
from carerslib.awards._bounds import count_all, goes_on, may_cross, verdicts_beside
from carerslib.awards._counted import goes_on_with, hold_between
from carerslib.awards._implied import of_option_alone
from carerslib.awards._order import are_ordered, in_order, perhaps_by, precedes, span, surely_before
from carerslib.awards.rules import RULES
from carerslib.awards.used import check_proposal, check_used
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.awards.model import Authority, Resolution
    from carerslib.awards.proposals import Proposal
    from carerslib.awards.used import Used
    from carerslib.basis import Basis
    from carerslib.rules import RuleSet

__all__ = ["judge_register"]

_ORDER: Final = Citation.convention("How the library counts", "C-8")
_MOST_TRIED: Final = 5
"""Of how many awards every order is tried: of five there are 120."""


def judge_register(
    made: Iterable[Proposal],
    *,
    under: Resolution | Authority,
    used: Used | None = None,
    basis: Basis | None = None,
    rules: RuleSet[Proposal] = RULES,
) -> tuple[Verdict, ...]:
    """Judge awards that were made, given in any order, each beside those before it.

    They are taken by the day of the act, which each must state, and within a day by the caller's
    number (``Proposal.sequence``). Where the order is not known, an award that would be within the
    authority only in some orders is undetermined, and says so. The verdicts are in the order in
    which the awards were given.
    """
    before, given = check_used(used, under), list(made)
    require(*(check_proposal(each) for each in given))
    require(*(_dated(each) for each in given))
    counting = bench(
        under,
        before.totals,
        before.made,
        basis or rules.basis(),
        rules,
        counts=True,
        by_hand=before.by_hand,
    )
    verdicts: dict[int, Verdict] = {}
    for tied in in_order(given):
        if len(tied) == 1:
            verdicts[tied[0]] = counting.judge(given[tied[0]])
        else:
            verdicts |= _tied(counting, {index: given[index] for index in tied})
    return tuple(verdicts[index] for index in range(len(given)))


def _dated(proposal: Proposal) -> InvalidValueError | None:
    if proposal.on is not None:
        return None
    expected = f"the day of the act, to put {proposal.reference} in its place"
    return InvalidValueError("on", None, expected)


def _tied(counting: Bench, tied: dict[int, Proposal]) -> dict[int, Verdict]:
    """Judge each as the first that it may be, and as the last: any other order lies between.

    It need not where one of them changes a contract, takes the place of what an option was counted
    for, or goes on with what another makes, or where several take options of one.
    """
    if _may_cross(tied.values()):
        return _changing(counting, tied)
    spans = {index: span(tied[index]) for index in _alike_however_given(tied)}
    # what is used changes only where one is known to come before another
    trial = counting.copy() if are_ordered(spans.values()) else counting
    first: dict[int, Verdict] = {}
    last: dict[int, Verdict] = {}
    for index, before in surely_before(spans):
        for each in before:
            trial.count(tied[each])
        first[index] = trial.judge_alone(tied[index])
    for index, there in perhaps_by(spans):
        for each in there:
            counting.count(tied[each])
        last[index] = counting.judge_counted(tied[index])
    return {
        index: _between(proposal, first[index], last[index], counting.basis)
        for index, proposal in tied.items()
    }


def _alike_however_given(tied: dict[int, Proposal]) -> list[int]:
    """Give them in an order that is the same however they were given, where that may matter."""
    named = Counter(each.contract.reference for each in tied.values())

    def key(index: int) -> tuple[bool, str]:
        each = tied[index]
        return goes_on(each), repr(each) if named[each.contract.reference] > 1 else ""

    return sorted(tied, key=key)


def _may_cross(tied: Iterable[Proposal]) -> bool:
    """Say whether one may be better off for another that comes before it."""
    made = list(tied)
    taken = [each.contract.reference for each in made if each.takes is not None]
    contracts = {each.contract.reference for each in made if not goes_on(each)}
    return (
        any(each.changes or of_option_alone(each) for each in made)
        or any(goes_on_with(each) in contracts for each in made)
        or len(taken) > len(set(taken))
    )


def _changing(counting: Bench, tied: dict[int, Proposal]) -> dict[int, Verdict]:
    """Judge each in every order that can be: a change may lower what the others are held beside."""
    # the order in which they were given must not matter
    written = {index: repr(proposal) for index, proposal in tied.items()}
    places = sorted(tied, key=lambda i: (goes_on(tied[i]), span(tied[i]), written[i]))
    if len(places) > _MOST_TRIED:
        tied = {index: tied[index] for index in places}
        verdicts = _within_bounds(counting, tied)
        count_all(counting, tied)
        return verdicts
    orders = _orders(places, tied)
    # nor which of two that are alike in everything is which
    found: dict[str, list[Verdict]] = {written[index]: [] for index in places}
    trials = [counting.copy() for _ in orders]
    for trial, order in zip(trials, orders, strict=True):
        for index in order:
            found[written[index]].append(trial.judge_alone(tied[index]))
            trial.count(tied[index])
    for index in orders[0]:
        counting.count(tied[index])
    hold_between(counting.totals, [trial.totals for trial in trials])
    return {index: _over(tied[index], found[written[index]], counting.basis) for index in places}


def _within_bounds(counting: Bench, tied: dict[int, Proposal]) -> dict[int, Verdict]:
    """Judge each beside the most and the least that the others may leave, with no order tried.

    One that is inside beside the most is inside in any order, and one that is outside beside the
    least is outside in any. Which order an option is in its turn otherwise, or a change beside
    another of its contract, is not known.
    """
    bare, full = verdicts_beside(counting, tied)
    crossing, found = may_cross(tied), dict[int, Verdict]()
    for index, proposal in tied.items():
        least, most = bare[index], full[index]
        if index not in crossing and most.result is Result.MET:
            found[index] = most
        elif index not in crossing and least.result is Result.NOT_MET:
            found[index] = least
        else:
            two = ("beside the most", most), ("beside the least", least)
            found[index] = _depends(proposal, *two, counting.basis)
    return found


def _orders(places: list[int], tied: dict[int, Proposal]) -> list[tuple[int, ...]]:
    """Give each order that is that of the days, where no contract is changed before it is made."""
    behind = {
        (other, one)
        for one, other in permutations(places, 2)
        if _comes_before(tied[one], tied[other])
    }
    return [each for each in permutations(places) if behind.isdisjoint(combinations(each, 2))]


def _comes_before(one: Proposal, other: Proposal) -> bool:
    """Say whether one comes before the other: by its day, or as the award that the other needs."""
    if precedes(span(one), span(other)):
        return True
    awarded = not goes_on(one) and goes_on_with(other) == one.contract.reference
    return awarded and not precedes(span(other), span(one))


def _over(proposal: Proposal, found: list[Verdict], basis: Basis) -> Verdict:
    """Give the answer of every order; none is given where they differ."""
    first = found[0]
    other = next((each for each in found if not _answer_alike(first, each)), None)
    if other is None:
        return first
    return _depends(proposal, ("in one order", first), ("in another", other), basis)


def _between(proposal: Proposal, first: Verdict, last: Verdict, basis: Basis) -> Verdict:
    """Give the answer of every order, or say that it depends on the order."""
    if last.result is Result.MET:
        return last
    if _answer_alike(first, last):
        return first
    return _depends(proposal, ("made first", first), ("made last", last), basis)


def _answer_alike(one: Verdict, other: Verdict) -> bool:
    """Say whether two verdicts give one answer; where both are open, also as asked."""
    if one.result is not other.result:
        return False
    return one.result is not Result.UNDETERMINED or one.as_asked is other.as_asked


def _depends(
    proposal: Proposal, one: tuple[str, Verdict], other: tuple[str, Verdict], basis: Basis
) -> Verdict:
    """Say that it depends on the order, and what two orders give."""
    order = Finding(
        proposal.reference,
        "Order of the awards",
        Result.UNDETERMINED,
        Aspect.RECORD,
        proposal.reference,
        _ORDER,
        proposal.on,
        missing=(Missing("proposal.sequence", "its number among the awards of the day"),),
        note="several awards of unknown order: it depends on which came first",
    )
    subject = proposal.reference
    title = "Awards of unknown order"
    if one[1].result is other[1].result is Result.NOT_MET:
        # two orders do not settle what a third may give
        return Verdict.all_of([order], title=title, subject=subject, basis=basis)
    readings = Verdict.agree(
        [
            Verdict.all_of([verdict], title=name, subject=subject, basis=basis)
            for name, verdict in (one, other)
        ],
        title=f"{one[0].capitalize()} or {other[0].removeprefix('made ')}",
        subject=subject,
        basis=basis,
    )
    return Verdict.all_of([order, readings], title=title, subject=subject, basis=basis)
