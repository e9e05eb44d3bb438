"""What many kinds of clauses say of one award after another, in whatever order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st
from tests.properties.award_records import (
    FIRST,
    MINUTE,
    OPEN_WORDS,
    acts,
    authority,
    hundreds,
    years,
)

from carerslib.awards import (
    EXTEND,
    MODIFY,
    Proposal,
    Resolution,
    Used,
    headroom,
    judge,
    judge_register,
    register,
)
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    For,
    Nature,
    Of,
    Reading,
    Readings,
    Step,
    Steps,
    Threshold,
)
from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import spread
from carerslib.money import Money
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from carerslib.awards import Authority
    from carerslib.clauses import Clause, Group, Room
    from carerslib.clauses.figures import Measure

HALF: Final = settings(max_examples=settings().max_examples // 2)
_GROUPS: Final = ((), (), ("lot",), ("year",), ("contract",), ("year", "lot"), ("contract year",))
_PARTS: Final[tuple[dict[str, str], ...]] = ({}, {}, {"lot": "1"}, {"part": "options"})
_LEFT_OUT: Final[tuple[dict[str, str], ...]] = ({}, {}, {"lot": "2"}, {"part": "options"})
_REQUESTS: Final[tuple[dict[str, str], ...]] = (
    {"lot": "1"},
    {"power": "extend"},
    {"power": "award"},
)


def _amounts(key: str) -> SearchStrategy[Cap]:
    return st.builds(
        lambda most, per, where, without, strict: Cap(
            key, MINUTE, Figure(most), per, where, Of.AMOUNT, without, strict
        ),
        hundreds(30),
        st.sampled_from(_GROUPS),
        st.sampled_from(_PARTS),
        st.sampled_from(_LEFT_OUT),
        st.booleans(),
    )


def _numbers(key: str) -> SearchStrategy[Cap]:
    return st.builds(
        lambda most, per, where, distinct: Cap(
            key, MINUTE, Figure(most), per, where, Of.COUNT, distinct=distinct
        ),
        st.integers(0, 4),
        st.sampled_from(((), ("lot",), ("year",))),
        st.sampled_from(_PARTS[:3]),
        st.sampled_from(("", "", "lot", "service")),
    )


def _steps(key: str) -> SearchStrategy[Steps]:
    own = st.one_of(
        st.just(()),
        st.just(()),
        st.tuples(_amounts(f"{key}, value")),
        st.tuples(_numbers(f"{key}, number")),
        st.tuples(_threshold(f"{key}, above")),
    )
    step = st.builds(lambda most, held: Step(most, clauses=held), years(2), own)
    several = st.lists(step, min_size=1, max_size=3)
    return st.builds(lambda steps, parts: Steps(key, MINUTE, steps, parts), several, st.booleans())


def _threshold(key: str) -> SearchStrategy[Threshold]:
    return st.builds(
        lambda above, cap, per: Threshold(key, MINUTE, Figure(above, Nature.THRESHOLD), cap, per),
        hundreds(),
        _amounts(f"{key}, cap"),
        st.sampled_from(((), ("contract",), ("lot",))),
    )


def _two(key: str) -> SearchStrategy[list[Reading]]:
    plain = st.one_of(_amounts(f"{key}, one"), _numbers(f"{key}, one"), _steps(f"{key}, steps"))
    other = st.one_of(_amounts(f"{key}, two"), _numbers(f"{key}, two"))
    return st.tuples(plain, other).map(
        lambda pair: [Reading("one", pair[0]), Reading("two", pair[1])]
    )


def _readings(key: str) -> SearchStrategy[Readings]:
    return _two(key).map(lambda held: Readings(key, MINUTE, held))


def _either(key: str) -> SearchStrategy[Either]:
    return _two(key).map(lambda held: Either(key, MINUTE, held))


def _for(key: str) -> SearchStrategy[For]:
    return st.builds(
        lambda where, held: For(key, MINUTE, where, held),
        st.sampled_from(_REQUESTS),
        _amounts(f"{key}, own") | _numbers(f"{key}, own") | _readings(f"{key}, own"),
    )


def counting(key: str) -> SearchStrategy[Clause]:
    """Return a clause of each kind that keeps count, or that holds some that do."""
    return st.one_of(
        _amounts(key),
        _numbers(key),
        _steps(key),
        _threshold(key),
        _readings(key),
        _either(key),
        _for(key),
    )


several: Final = st.tuples(counting("a"), counting("b"), counting("c"))
under_several: Final = several.map(lambda held: authority(*held, *OPEN_WORDS))


def _changing(proposal: Proposal) -> Proposal:
    """Give a change to a contract in the place of an award of it."""
    power = proposal.power if proposal.power == EXTEND else MODIFY
    return attrs.evolve(
        proposal,
        power=power,
        changes=proposal.contract.reference,
        reference=proposal.reference,
    )


made_before: Final = st.lists(acts(), max_size=3)
taken_and_changed: Final = st.lists(
    acts(("A", "B")) | acts(("A", "B")).map(_changing), min_size=2, max_size=5
)
"""Awards, extensions that name their contract alone, and changes that come after them."""


# headroom


def _rooms(under: Authority, used: Used) -> dict[tuple[str, str, Group], Room]:
    return {(room.clause, room.title, room.group): room for room in headroom(under, used)}


@given(under_several, made_before, acts(("new",)))
def test_one_more_contract_never_leaves_more_under_any_kind_of_clause(
    under: Authority, before: list[Proposal], added: Proposal
) -> None:
    used = Used().after(*before, under=under)
    after = _rooms(under, used.after(added, under=under))
    for key, room in _rooms(under, used).items():
        if room.group == NOT_STATED:
            continue  # it may lie in any group, and is held against each as soon as there is one
        now = after[key]
        if room.left is not None and now.left is not None:
            assert now.left <= room.left  # type: ignore[operator]
    # what nobody had used yet is what each has that is not yet used
    for (clause, title, group), room in after.items():
        fresh = _rooms(under, Used()).get((clause, title, ()))
        if group and fresh is not None and None not in (fresh.left, room.left):
            assert room.left <= fresh.left  # type: ignore[operator]


@HALF
@given(under_several, taken_and_changed)
def test_options_taken_and_changes_never_leave_more_than_there_was(
    under: Authority, made: list[Proposal]
) -> None:
    used, fresh = Used().after(*made, under=under), _rooms(under, Used())
    for held in used.totals.values():
        assert all(min(spread(measure)) >= 0 for measure in held.values())
    for (clause, title, group), room in _rooms(under, used).items():
        first = fresh.get((clause, title, group)) or fresh.get((clause, title, ()))
        if first is not None and None not in (first.left, room.left):
            assert room.left <= first.left  # type: ignore[operator]


KEEPING_COUNT: Final = {
    "amounts": _amounts,
    "numbers": _numbers,
    "steps": _steps,
    "thresholds": _threshold,
    "readings": _readings,
    "either": _either,
    "for": _for,
}
generated: Final = settings(
    max_examples=2000, phases=(Phase.generate,), derandomize=True, database=None
)


@pytest.mark.parametrize("kind", KEEPING_COUNT)
def test_one_more_contract_leaves_less_under_some_clause_of_each_kind(kind: str) -> None:
    def leaves_less(drawn: tuple[Clause, list[Proposal], Proposal]) -> bool:
        clause, before, added = drawn
        under = authority(clause)
        used = Used().after(*before, under=under)
        rooms = _rooms(under, used)
        for (name, title, group), room in _rooms(under, used.after(added, under=under)).items():
            had = rooms.get((name, title, group)) or rooms.get((name, title, ()))
            if had is not None and None not in (had.left, room.left) and room.left < had.left:  # type: ignore[operator]
                return True
        return False

    drawn = st.tuples(KEEPING_COUNT[kind]("a"), st.lists(acts(), max_size=1), acts(("new",)))
    assert find(drawn, leaves_less, settings=generated)


# stated or folded


def _given(measure: Measure, group: Group, *, number: bool) -> Money | int:
    if not isinstance(measure, int):
        # what lies in no group may lie in any: it is stated as a sum, and measured so again
        assume(group[-1:] == NOT_STATED and measure[:2] == measure[2:] and measure[0] == 0)
        measure = measure[1]
    return measure if number else Money.pence(measure)


def _stated(folded: Used, under: Authority) -> dict[str, Any]:
    clauses = {each.reference: each for each in under.clauses}
    found: dict[str, Any] = {}
    for reference, groups in folded.totals.items():
        clause = clauses[reference]
        number = not isinstance(clause, Cap) or clause.of is Of.COUNT
        found[reference] = {
            group: _given(measure, group, number=number) for group, measure in groups.items()
        }
    return found


@given(under_several, made_before, acts())
def test_what_is_used_under_any_kind_of_clause_may_be_stated_or_folded(
    under: Authority, made: list[Proposal], proposal: Proposal
) -> None:
    folded = Used().after(*made, under=under)
    stated = Used.stated(_stated(folded, under), includes=made)
    # of a contract that is not among those included, totals alone do not say whether it counts
    known = {each.contract.reference for each in made}
    assume(proposal.power not in (EXTEND, MODIFY) or proposal.contract.reference in known)
    one = judge(proposal, under=under, used=folded)
    other = judge(proposal, under=under, used=stated)
    assert (one.result, one.as_asked) == (other.result, other.as_asked)
    assert one.findings == other.findings
    assert headroom(under, folded) == headroom(under, stated)


# awards of one day


of_one_day: Final = st.lists(
    acts(("A", "B")) | acts(("A", "B")).map(_changing), min_size=2, max_size=4
).map(lambda made: [attrs.evolve(each, on=FIRST, reference=each.reference) for each in made])


@HALF
@given(under_several, of_one_day, st.lists(acts(("A",)), max_size=1), st.permutations(range(4)))
def test_awards_options_and_changes_of_one_day_are_judged_alike_in_any_order(
    under: Authority, made: list[Proposal], before: list[Proposal], order: list[int]
) -> None:
    places = [place for place in order if place < len(made)]
    used = Used().after(*before, under=under)
    expected = judge_register(made, under=under, used=used)
    found = judge_register([made[place] for place in places], under=under, used=used)
    for place, verdict in zip(places, found, strict=True):
        assert verdict.result is expected[place].result
        assert verdict.findings == expected[place].findings


@HALF
@given(under_several, of_one_day, st.lists(acts(("A",)), max_size=1))
def test_where_no_order_is_tried_an_answer_is_that_of_every_order(
    under: Authority, made: list[Proposal], before: list[Proposal]
) -> None:
    used = Used().after(*before, under=under)
    tried = judge_register(made, under=under, used=used)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(register, "_MOST_TRIED", 1)
        found = judge_register(made, under=under, used=used)
    for one, other in zip(found, tried, strict=True):
        assert one.result in (other.result, Result.UNDETERMINED)


def test_the_order_of_one_day_decides_for_some_award() -> None:
    def depends(drawn: tuple[Authority, list[Proposal]]) -> bool:
        under, made = drawn
        named = [
            each.title for found in judge_register(made, under=under) for each in found.findings
        ]
        return "Order of the awards" in named

    assert find(st.tuples(under_several, of_one_day), depends, settings=generated)


@HALF
@given(several, counting("d"), of_one_day, st.permutations(range(4)))
def test_awards_of_one_day_under_two_authorities_are_judged_alike_in_any_order(
    held: tuple[Clause, ...], other: Clause, made: list[Proposal], order: list[int]
) -> None:
    two = [authority(*held, reference="one"), authority(other, held[0], reference="two")]
    under = Resolution("R", "cabinet", MINUTE, authorities=two)
    places = [place for place in order if place < len(made)]
    expected = judge_register(made, under=under)
    found = judge_register([made[place] for place in places], under=under)
    for place, verdict in zip(places, found, strict=True):
        assert verdict.result is expected[place].result
        assert verdict.findings == expected[place].findings
