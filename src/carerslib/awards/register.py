"""A register of awards in any order: sorted by day and number, and judged one after another."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING, Final

from carerslib.awards._bench import Bench, bench
from carerslib.awards.rules import RULES
from carerslib.awards.used import check_proposal, check_used
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.periods import earliest, latest
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

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
    counting = bench(under, before.totals, before.made, basis or rules.basis(), rules, counts=True)
    verdicts: dict[int, Verdict] = {}
    for tied in _in_order(given):
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


def _span(proposal: Proposal) -> tuple[date, date]:
    day = proposal.on
    assert day is not None  # noqa: S101 - refused above
    return earliest(day), latest(day)


def _in_order(given: list[Proposal]) -> Iterator[list[int]]:
    """Give the places of the proposals in order, those together whose order is not known."""
    spans = [_span(proposal) for proposal in given]
    tied: list[int] = []
    until: date | None = None
    for index in sorted(range(len(given)), key=lambda each: spans[each]):
        first, last = spans[index]
        if until is not None and first > until:
            yield from _by_number(given, tied)
            tied, until = [], None
        tied.append(index)
        until = last if until is None else max(until, last)
    if tied:
        yield from _by_number(given, tied)


def _by_number(given: list[Proposal], tied: list[int]) -> Iterator[list[int]]:
    """Part those of one day by their numbers, where each has one of its own."""
    numbers = {given[index].sequence for index in tied}
    if None in numbers or len(numbers) < len(tied):
        yield tied
    else:
        yield from ([index] for index in sorted(tied, key=lambda each: given[each].sequence or 0))


def _tied(counting: Bench, tied: dict[int, Proposal]) -> dict[int, Verdict]:
    """Judge each as the first of them and as the last: any other order lies between.

    It need not where one of them changes a contract, or several take options of one.
    """
    if _may_cross(tied.values()):
        return _changing(counting, tied)
    first = {index: counting.judge_alone(proposal) for index, proposal in tied.items()}
    for proposal in tied.values():
        counting.count(proposal)
    last = {index: counting.judge_counted(proposal) for index, proposal in tied.items()}
    return {
        index: _between(proposal, first[index], last[index], counting.basis)
        for index, proposal in tied.items()
    }


def _may_cross(tied: Iterable[Proposal]) -> bool:
    """Say whether one may be better off for another that comes before it."""
    made = list(tied)
    taken = [each.contract.reference for each in made if each.takes is not None]
    return any(each.changes for each in made) or len(taken) > len(set(taken))


def _changing(counting: Bench, tied: dict[int, Proposal]) -> dict[int, Verdict]:
    """Judge each in every order that can be: a change may lower what the others are held beside."""
    # the order in which they were given must not matter
    written = {index: repr(proposal) for index, proposal in tied.items()}
    places = sorted(tied, key=lambda index: (bool(tied[index].changes), written[index]))
    orders: list[tuple[int, ...]] = [tuple(places)]
    if len(places) <= _MOST_TRIED:
        orders = [order for order in permutations(places) if _can_be(order, tied)] or orders
    # nor which of two that are alike in everything is which
    found: dict[str, list[Verdict]] = {written[index]: [] for index in places}
    for order in orders:
        trial = counting.copy()
        for index in order:
            found[written[index]].append(trial.judge_alone(tied[index]))
            trial.count(tied[index])
    _count_all(counting, [tied[index] for index in places])
    sure = len(places) <= _MOST_TRIED
    return {
        index: _over(tied[index], found[written[index]], counting.basis, sure) for index in places
    }


def _count_all(counting: Bench, made: list[Proposal]) -> None:
    """Count awards of one day; where several change one contract, the last is not known.

    What is used then lies between what it is with the one last and with another.
    """
    changes: dict[str, list[Proposal]] = {}
    for each in made:
        if each.changes:
            changes.setdefault(each.changes, []).append(each)
    trials = [counting.copy() for _ in product(*changes.values())]
    for trial, last in zip(trials, product(*changes.values()), strict=True):
        others = [each for each in made if all(each is not one for one in last)]
        for each in (*others, *last):
            trial.count(each)
    for each in made:
        counting.count(each)
    counting.hold_between([trial.totals for trial in trials])


def _can_be(order: tuple[int, ...], tied: dict[int, Proposal]) -> bool:
    """Say whether no contract is changed before it is made."""
    made = [index for index in order if not tied[index].changes]
    return all(
        order.index(index) < order.index(change)
        for change in order
        for index in made
        if tied[change].changes == tied[index].contract.reference
    )


def _over(proposal: Proposal, found: list[Verdict], basis: Basis, sure: bool) -> Verdict:  # noqa: FBT001 - every order tried
    """Give the answer of every order; none is given where they differ or were not all tried."""
    first = found[0]
    other = next((each for each in found if each.result is not first.result), first)
    if other is first and sure:
        return first
    return _depends(proposal, ("in one order", first), ("in another", other), basis)


def _between(proposal: Proposal, first: Verdict, last: Verdict, basis: Basis) -> Verdict:
    """Give the answer of every order, or say that it depends on the order."""
    if last.result is Result.MET:
        return last
    if first.result is last.result:
        return first
    return _depends(proposal, ("made first", first), ("made last", last), basis)


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
    readings = Verdict.agree(
        [
            Verdict.all_of([verdict], title=title, subject=subject, basis=basis)
            for title, verdict in (one, other)
        ],
        title=f"{one[0].capitalize()} or {other[0].removeprefix('made ')}",
        subject=subject,
        basis=basis,
    )
    title = "Awards of unknown order"
    return Verdict.all_of([order, readings], title=title, subject=subject, basis=basis)
