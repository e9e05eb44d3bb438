"""A register of awards in any order: sorted by day and number, and judged one after another."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING, Final, TypeAlias

from carerslib.awards._bench import Bench, bench
from carerslib.awards._counted import goes_on_with, hold_between, plain
from carerslib.awards._implied import of_option_alone
from carerslib.awards.rules import RULES
from carerslib.awards.used import check_proposal, check_used
from carerslib.citations import Citation
from carerslib.clauses._measures import add, less, spread
from carerslib.errors import InvalidValueError, require
from carerslib.periods import earliest, latest
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from carerslib.awards.model import Authority, Resolution
    from carerslib.awards.proposals import Proposal
    from carerslib.awards.used import Used
    from carerslib.basis import Basis
    from carerslib.clauses import Group, Measure
    from carerslib.rules import RuleSet

__all__ = ["judge_register"]

_ORDER: Final = Citation.convention("How the library counts", "C-8")
_MOST_TRIED: Final = 5
"""Of how many awards every order is tried: of five there are 120."""
_SEVERAL: Final = 2

_Moves: TypeAlias = "list[tuple[str, Group, Measure]]"
"""By how much what is used of each clause and group may move."""
_Moved: TypeAlias = "list[tuple[str, Group, Measure, Measure]]"
"""What is added to each clause and group, and what is taken back of it."""


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

    It need not where one of them changes a contract, takes the place of what an option was counted
    for, or goes on with what another makes, or where several take options of one.
    """
    if _may_cross(tied.values()):
        return _changing(counting, tied)
    first = {index: counting.judge_alone(proposal) for index, proposal in tied.items()}
    for proposal in sorted(tied.values(), key=_goes_on):
        counting.count(proposal)
    last = {index: counting.judge_counted(proposal) for index, proposal in tied.items()}
    return {
        index: _between(proposal, first[index], last[index], counting.basis)
        for index, proposal in tied.items()
    }


def _goes_on(proposal: Proposal) -> bool:
    return bool(goes_on_with(proposal))


def _may_cross(tied: Iterable[Proposal]) -> bool:
    """Say whether one may be better off for another that comes before it."""
    made = list(tied)
    taken = [each.contract.reference for each in made if each.takes is not None]
    contracts = {each.contract.reference for each in made if not _goes_on(each)}
    return (
        any(each.changes or of_option_alone(each) for each in made)
        or any(goes_on_with(each) in contracts for each in made)
        or len(taken) > len(set(taken))
    )


def _changing(counting: Bench, tied: dict[int, Proposal]) -> dict[int, Verdict]:
    """Judge each in every order that can be: a change may lower what the others are held beside."""
    # the order in which they were given must not matter
    written = {index: repr(proposal) for index, proposal in tied.items()}
    places = sorted(tied, key=lambda index: (_goes_on(tied[index]), written[index]))
    if len(places) > _MOST_TRIED:
        verdicts = _within_bounds(counting, tied)
        _count_all(counting, [tied[index] for index in places])
        return verdicts
    orders = [order for order in permutations(places) if _can_be(order, tied)] or [tuple(places)]
    # nor which of two that are alike in everything is which
    found: dict[str, list[Verdict]] = {written[index]: [] for index in places}
    trials = [counting.copy() for _ in orders]
    for trial, order in zip(trials, orders, strict=True):
        for index in order:
            found[written[index]].append(trial.judge_alone(tied[index]))
            trial.count(tied[index])
    for index in places:
        counting.count(tied[index])
    hold_between(counting.totals, [trial.totals for trial in trials])
    return {index: _over(tied[index], found[written[index]], counting.basis) for index in places}


def _within_bounds(counting: Bench, tied: dict[int, Proposal]) -> dict[int, Verdict]:
    """Judge each beside the most and the least that the others may leave, with no order tried.

    One that is inside beside the most is inside in any order, and one that is outside beside the
    least is outside in any. A change comes after the award of its contract. Which order an option
    is in its turn otherwise, or a change beside another of its contract, is not known.
    """
    units = _units(tied)
    touched = Counter(goes_on_with(each) or each.contract.reference for each in tied.values())
    counting = counting.copy()
    going_on = {goes_on_with(each) for each in tied.values() if not each.changes}
    counting.made.extend(
        tied[award]
        for award, *changes in units
        if changes or (tied[award].contract.reference in going_on and not _goes_on(tied[award]))
    )
    moves = {index: counting.moves(each) for index, each in tied.items()}
    bounds = {
        unit: _at_least_and_most(
            [moves[index] for index in unit],
            alone=len(unit) > 1 or touched[goes_on_with(tied[unit[0]])] < _SEVERAL,
        )
        for unit in units
    }
    least, most = counting.copy(), counting.copy()
    for low, high in bounds.values():
        _shift(least, low)
        _shift(most, high)
    found: dict[int, Verdict] = {}
    for unit, (low, high) in bounds.items():
        _shift(least, low, back=True)
        _shift(most, high, back=True)
        for place, index in enumerate(unit):
            # what the award adds is there for the change
            before = [each for one in unit[:place] for each in _net(moves[one])]
            _shift(least, before)
            _shift(most, before)
            found[index] = _beside(tied[index], least, most, touched, alone=len(unit) == 1)
            _shift(least, before, back=True)
            _shift(most, before, back=True)
        _shift(least, low)
        _shift(most, high)
    return found


def _units(tied: dict[int, Proposal]) -> list[tuple[int, ...]]:
    """Put what goes on with a contract behind its award, where these two alone name it."""
    going_on = {index: goes_on_with(each) for index, each in tied.items()}
    named = Counter(
        name for index, each in tied.items() for name in {each.contract.reference, going_on[index]}
    )
    awards = {each.contract.reference: index for index, each in tied.items() if not going_on[index]}
    after: dict[int, int] = {}
    for index, each in tied.items():
        contract, own = going_on[index], each.contract.reference
        alone = named[contract] == _SEVERAL and named[own] == 1 + (own == contract)
        if alone and contract in awards:
            after[awards[contract]] = index
    behind = set(after.values())
    return [
        (index, after[index]) if index in after else (index,)
        for index in tied
        if index not in behind
    ]


def _beside(
    proposal: Proposal, least: Bench, most: Bench, touched: Counter[str], *, alone: bool
) -> Verdict:
    """Judge beside the most and the least; where others may come between, neither settles it."""
    bare, full = least.judge_alone(proposal), most.judge_alone(proposal)
    crossing = alone and touched[goes_on_with(proposal)] >= _SEVERAL
    if not crossing and full.result is Result.MET:
        return full
    if not crossing and bare.result is Result.NOT_MET:
        return bare
    return _depends(proposal, ("beside the most", full), ("beside the least", bare), most.basis)


def _at_least_and_most(made: list[_Moved], *, alone: bool) -> tuple[_Moves, _Moves]:
    """Give what proposals, one after another, may leave for others, at the least and at the most.

    Before the first is made that is nothing. Of a change that is not ``alone`` it is not known what
    it takes back.
    """
    if not alone:
        changed = [each for moves in made for each in moves]
        least = [(reference, group, less(0, back)) for reference, group, _, back in changed]
        return least, [(reference, group, adding) for reference, group, adding, _ in changed]
    low: dict[tuple[str, Group], Measure] = {}
    high: dict[tuple[str, Group], Measure] = {}
    so_far: dict[tuple[str, Group], Measure] = {}
    for reference, group, net in (each for moves in made for each in _net(moves)):
        key = reference, group
        so_far[key] = add(so_far.get(key, 0), net)
        low[key] = _of_each(min, low.get(key, 0), so_far[key])
        high[key] = _of_each(max, high.get(key, 0), so_far[key])
    return [(*key, each) for key, each in low.items()], [(*key, each) for key, each in high.items()]


def _net(moves: _Moved) -> _Moves:
    return [(reference, group, less(adding, back)) for reference, group, adding, back in moves]


def _of_each(choose: Callable[[int, int], int], one: Measure, other: Measure) -> Measure:
    a, b = spread(one), spread(other)
    return choose(a[0], b[0]), choose(a[1], b[1]), choose(a[2], b[2]), choose(a[3], b[3])


def _shift(held: Bench, moves: _Moves, *, back: bool = False) -> None:
    """Move what is held as used, or move it back."""
    for reference, group, measure in moves:
        used, change = held.totals[reference], less if back else add
        used[group] = plain(change(used[group], measure))


def _count_all(counting: Bench, made: list[Proposal]) -> None:
    """Count awards of one day; where several change one contract, the last is not known.

    What is used then lies between what it is with the one last and with another.
    """
    going_on: dict[str, list[Proposal]] = {}
    for each in made:
        contract = goes_on_with(each)
        if contract:
            going_on.setdefault(contract, []).append(each)
        else:
            counting.count(each)
    for several in going_on.values():
        changing = sum(bool(each.changes) for each in several)
        trials: list[Bench] = []
        if changing and changing < len(several):
            trials = _before_and_after(counting, several)
        elif changing > 1:
            trials = _each_last(counting, several)
        for each in several:
            counting.count(each)
        if trials:
            found = [counting.totals, *(trial.totals for trial in trials)]
            hold_between(counting.totals, found)


def _each_last(counting: Bench, changes: list[Proposal]) -> list[Bench]:
    """Count changes of one contract with each of them as the last."""
    takers = [each for each in changes if each.takes is not None]
    trials = [counting.copy() for _ in changes]
    for trial, last in zip(trials, changes, strict=True):
        # of the figures only the last count; of options, all that are taken
        for each in (*(one for one in takers if one is not last), last):
            trial.count(each)
    return trials


def _before_and_after(counting: Bench, several: list[Proposal]) -> list[Bench]:
    """Count the least and the most, where options are extended before a change, or after it."""
    least, most = counting.copy(), counting.copy()
    low, high = _at_least_and_most([counting.moves(each) for each in several], alone=False)
    _shift(least, low)
    _shift(most, high)
    return [least, most]


def _can_be(order: tuple[int, ...], tied: dict[int, Proposal]) -> bool:
    """Say whether no contract is changed before it is made."""
    made = [index for index in order if not _goes_on(tied[index])]
    return all(
        order.index(index) < order.index(change)
        for change in order
        for index in made
        if goes_on_with(tied[change]) == tied[index].contract.reference
    )


def _over(proposal: Proposal, found: list[Verdict], basis: Basis) -> Verdict:
    """Give the answer of every order; none is given where they differ."""
    first = found[0]
    other = next((each for each in found if each.result is not first.result), None)
    if other is None:
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
