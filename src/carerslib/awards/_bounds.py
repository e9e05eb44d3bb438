"""What acts of unknown order may leave used, at the least and at the most, with no order tried."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from carerslib.awards._counted import goes_on_with, hold_between, plain
from carerslib.awards._implied import figures_of
from carerslib.awards._order import perhaps_by, span, surely_before
from carerslib.clauses._measures import add, less, spread, up_to
from carerslib.clauses.base import keeps_count

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from carerslib.awards._bench import Bench
    from carerslib.awards._order import Place, Span
    from carerslib.awards.proposals import Proposal
    from carerslib.clauses import Group, Measure
    from carerslib.verdicts import Verdict

__all__ = ["count_all", "goes_on", "may_cross", "verdicts_beside"]

_SEVERAL: Final = 2

_Moves: TypeAlias = "list[tuple[str, Group, Measure]]"
"""By how much what is used of each clause and group may move."""
_Moved: TypeAlias = "list[tuple[str, Group, Measure, Measure]]"
"""What is added to each clause and group, and what is taken back of it."""
_Unit: TypeAlias = "tuple[int, ...]"


@final
class _Bounds(NamedTuple):
    """What a unit leaves for others: at the least, at the most, and once it is made."""

    low: _Moves
    high: _Moves
    made: _Moves


def goes_on(proposal: Proposal) -> bool:
    """Say whether a proposal extends or changes a contract."""
    return bool(goes_on_with(proposal))


def _names(proposal: Proposal) -> set[str]:
    return {proposal.contract.reference, goes_on_with(proposal)} - {""}


def may_cross(tied: dict[int, Proposal]) -> set[int]:
    """Give those that another of their contract may come before or after, with no order known."""
    named = Counter(name for each in tied.values() for name in _names(each))
    paired = {index for unit in _units(tied) if len(unit) > 1 for index in unit}
    return {
        index
        for index, each in tied.items()
        if goes_on(each)
        and index not in paired
        and any(named[name] >= _SEVERAL for name in _names(each))
    }


def verdicts_beside(
    counting: Bench, tied: dict[int, Proposal]
) -> tuple[dict[int, Verdict], dict[int, Verdict]]:
    """Judge each beside the least and beside the most that the others may leave.

    A change comes after the award of its contract. What surely comes before is there, and what
    surely comes after is no part of the most.
    """
    supposed, moves = _supposed(counting, tied)
    crossing, lost = may_cross(tied), _lost(counting, supposed, tied)
    bounds = {
        unit: _bounds([moves[index] for index in unit], alone=crossing.isdisjoint(unit))
        for unit in _units(tied)
    }
    spans = {unit: _around(span(tied[index]) for index in unit) for unit in bounds}
    behind = _behind(tied, {unit[0]: each.low for unit, each in bounds.items()})
    least, most = supposed.copy(), supposed.copy()
    _may_be_less(least, lost)
    for each in bounds.values():
        _shift(least, each.low)
    bare: dict[int, Verdict] = {}
    full: dict[int, Verdict] = {}
    for unit, before in surely_before(spans):
        for one in before:
            kept = [each for each in bounds[one].made if each[0] not in lost]
            left = [each for each in bounds[one].low if each[0] not in lost]
            _shift(least, left, back=True)
            _shift(least, kept)
        own = [*bounds[unit].low, *behind.get(unit[0], [])]
        made = {index: (tied[index], _lowered(_net(moves[index]), lost)) for index in unit}
        bare |= _judged(least, made, own)
    for unit, there in perhaps_by(spans):
        for one in there:
            _shift(most, bounds[one].high)
        made = {index: (tied[index], _net(moves[index])) for index in unit}
        full |= _judged(most, made, bounds[unit].high)
    return bare, full


def _behind(tied: dict[int, Proposal], low: dict[int, _Moves]) -> dict[int, _Moves]:
    """Give for each award what those take back that go on with it, as they come after it."""
    found: dict[str, _Moves] = {}
    for index in low.keys() - _early(tied):
        found.setdefault(goes_on_with(tied[index]), []).extend(low[index])
    awards = [index for index in low if not goes_on(tied[index])]
    return {index: found.get(tied[index].contract.reference, []) for index in awards}


def _around(spans: Iterable[Span]) -> Span:
    first, last = zip(*spans, strict=True)
    return min(first), max(last)


def _judged(
    held: Bench, unit: dict[int, tuple[Proposal, _Moves]], own: _Moves
) -> dict[int, Verdict]:
    """Judge those of a unit, one after another, beside what the others leave."""
    _shift(held, own, back=True)
    found: dict[int, Verdict] = {}
    for index, (proposal, added) in unit.items():
        found[index] = held.judge_alone(proposal)
        # what the award adds is there for the change
        _shift(held, added)
    for _, added in unit.values():
        _shift(held, added, back=True)
    _shift(held, own)
    return found


@final
class _Awards(NamedTuple):
    """The awards of one contract that others go on with, and the last place that one may start."""

    places: list[int]
    start: Place

    def follow(self, proposal: Proposal) -> bool:
        """Say whether one of them surely comes after a proposal."""
        return span(proposal)[1] < self.start


def _awards_of(tied: dict[int, Proposal]) -> dict[str, _Awards]:
    """Give the awards of the contracts that others of them go on with."""
    found: dict[str, list[int]] = {}
    going_on = set(map(goes_on_with, tied.values()))
    for index, each in tied.items():
        if not goes_on(each) and each.contract.reference in going_on:
            found.setdefault(each.contract.reference, []).append(index)
    return {
        name: _Awards(places, max(span(tied[index])[0] for index in places))
        for name, places in found.items()
    }


def _early(tied: dict[int, Proposal]) -> set[int]:
    """Give what surely comes before an award of the contract that it goes on with."""
    awards = _awards_of(tied)
    made = ((index, each, awards.get(goes_on_with(each))) for index, each in tied.items())
    return {index for index, each, own in made if own is not None and own.follow(each)}


def _supposed(counting: Bench, tied: dict[int, Proposal]) -> tuple[Bench, dict[int, _Moved]]:
    """Suppose the contracts made that others go on with; give what each then adds and takes back.

    Where one may go on with any of several awards, or comes before its own, it is the most.
    """
    awards, early, supposed = _awards_of(tied), _early(tied), counting.copy()
    supposed.made.extend(tied[index] for own in awards.values() for index in own.places)
    moves = {index: supposed.moves(each) for index, each in tied.items()}
    of_awards: dict[str, _Moved] = {
        name: _at_most(
            [(ref, group, 0, adds) for index in own.places for ref, group, adds, _ in moves[index]]
        )
        for name, own in awards.items()
    }
    for index, each in tied.items():
        contract = goes_on_with(each)
        if index in early or (contract in awards and len(awards[contract].places) > 1):
            either = [*moves[index], *counting.moves(each), *of_awards[contract]]
            moves[index] = _at_most(either)
    return supposed, moves


def _at_most(moves: _Moved) -> _Moved:
    found: dict[tuple[str, Group], tuple[Measure, Measure]] = {}
    for reference, group, adding, back in moves:
        one, other = found.get((reference, group), (0, 0))
        found[reference, group] = _of_each(max, one, adding), _of_each(max, other, back)
    return [(*key, *both) for key, both in found.items()]


def _lost(counting: Bench, supposed: Bench, tied: dict[int, Proposal]) -> set[str]:
    """Give the clauses of which less may be used, for a change of what is not counted there."""
    early, found = _early(tied), set[str]()
    trial = counting.copy()
    for each in tied.values():
        if not goes_on(each):
            trial.count(each)
    clauses = [each for one in counting.under.authorities for each in one.clauses]
    for index, each in tied.items():
        known = counting if index in early else supposed
        figures = [
            (clause.reference, group)
            for clause in filter(keeps_count, clauses)
            if each.changes and (clause.reference, each.changes) not in known.indexed
            for group, measure in figures_of(clause, each, counting.basis)
            if measure != 0
        ]
        if figures:
            before = [trial.totals[reference].get(group, 0) for reference, group in figures]
            trial.count(each)
            # it is lost only where it counts
            found |= {
                reference
                for (reference, group), used in zip(figures, before, strict=True)
                if trial.totals[reference].get(group, 0) != used
            }
    return found


def _may_be_less(held: Bench, lost: Iterable[str]) -> None:
    for reference in lost:
        used = held.totals[reference]
        used.update({group: up_to(measure) for group, measure in used.items()})


def _back_alone(moves: _Moved) -> _Moved:
    return [(reference, group, 0, back) for reference, group, _, back in moves]


def _lowered(moves: _Moves, lost: Collection[str]) -> _Moves:
    """Give what is added of which less may be used."""
    return [
        (reference, group, up_to(measure) if reference in lost else measure)
        for reference, group, measure in moves
    ]


def _units(tied: dict[int, Proposal]) -> list[_Unit]:
    """Put what goes on with a contract behind its award, where these two alone name it."""
    going_on = {index: goes_on_with(each) for index, each in tied.items()}
    named = Counter(name for each in tied.values() for name in _names(each))
    awards, early = _awards_of(tied), _early(tied)
    after: dict[int, int] = {}
    for index, each in tied.items():
        contract, own = going_on[index], each.contract.reference
        alone = named[contract] == _SEVERAL and named[own] == 1 + (own == contract)
        if alone and contract in awards and index not in early:
            after[awards[contract].places[0]] = index
    behind = set(after.values())
    return [
        (index, after[index]) if index in after else (index,)
        for index in tied
        if index not in behind
    ]


def _bounds(made: list[_Moved], *, alone: bool) -> _Bounds:
    """Give what proposals, one after another, may leave for others, at the least and at the most.

    Before the first is made that is nothing. Of a change that is not ``alone`` it is not known what
    it takes back.
    """
    if not alone:
        changed = [each for moves in made for each in moves]
        least = [(reference, group, less(0, back)) for reference, group, _, back in changed]
        most = [(reference, group, adding) for reference, group, adding, _ in changed]
        return _Bounds(least, most, least)
    low: dict[tuple[str, Group], Measure] = {}
    high: dict[tuple[str, Group], Measure] = {}
    so_far: dict[tuple[str, Group], Measure] = {}
    for reference, group, net in (each for moves in made for each in _net(moves)):
        key = reference, group
        so_far[key] = add(so_far.get(key, 0), net)
        low[key] = _of_each(min, low.get(key, 0), so_far[key])
        high[key] = _of_each(max, high.get(key, 0), so_far[key])
    return _Bounds(*([(*key, each) for key, each in held.items()] for held in (low, high, so_far)))


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


def count_all(counting: Bench, tied: dict[int, Proposal]) -> None:
    """Count awards of one day; where several change one contract, the last is not known.

    What is used then lies between what it is with the one last and with another.
    """
    supposed, moves = _supposed(counting, tied)
    lost, early = _lost(counting, supposed, tied), _early(tied)
    for index in (*early, *(index for index in tied if not goes_on(tied[index]))):
        counting.count(tied[index])
    for several in _of_one_contract(tied):
        made = [tied[index] for index in several if index not in early]
        changing = sum(bool(each.changes) for each in made)
        trials: list[Bench] = []
        if _is_unclear(tied, several, early) or 0 < changing < len(made):
            trials = _at_least_and_most(
                counting,
                # what is early is counted already
                [_back_alone(moves[i]) if i in early else moves[i] for i in several],
            )
        elif changing > 1:
            trials = _each_last(counting, made)
        for each in made:
            counting.count(each)
        if trials:
            found = [counting.totals, *(trial.totals for trial in trials)]
            hold_between(counting.totals, found)
    _may_be_less(counting, lost)


def _is_unclear(tied: dict[int, Proposal], several: list[int], early: set[int]) -> bool:
    """Say whether it is not known what they go on with: several awards, or one another."""
    awards, names = _awards_of(tied), {goes_on_with(tied[index]) for index in several}
    own = [index for name in names if name in awards for index in awards[name].places]
    return len(own) > 1 or len(names) > 1 or not early.isdisjoint(several)


def _of_one_contract(tied: dict[int, Proposal]) -> list[list[int]]:
    """Put together what goes on with one contract, under whatever names."""
    found: dict[str, list[int]] = {}
    for index, each in tied.items():
        if goes_on(each):
            own = [found[name] for name in sorted(_names(each)) if name in found]
            together = [*dict.fromkeys(one for several in own for one in several), index]
            names = {name for one in together for name in _names(tied[one])}
            found.update(dict.fromkeys(sorted(names), together))
    return [*{id(several): several for several in found.values()}.values()]


def _each_last(counting: Bench, changes: list[Proposal]) -> list[Bench]:
    """Count changes of one contract with each of them as the last."""
    takers = [each for each in changes if each.takes is not None]
    trials = [counting.copy() for _ in changes]
    for trial, last in zip(trials, changes, strict=True):
        # of the figures only the last count; of options, all that are taken
        for each in (*(one for one in takers if one is not last), last):
            trial.count(each)
    return trials


def _at_least_and_most(counting: Bench, several: list[_Moved]) -> list[Bench]:
    """Count the least and the most, where options are extended before a change, or after it."""
    least, most = counting.copy(), counting.copy()
    bounds = _bounds(several, alone=False)
    _shift(least, bounds.low)
    _shift(most, bounds.high)
    return [least, most]
