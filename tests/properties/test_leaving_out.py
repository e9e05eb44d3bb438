"""What is met with something left out is not refused once it is stated: silence meets no limit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.properties.test_award_rules import (
    ALL,
    AREAS,
    FIRST,
    MINUTE,
    PEOPLE,
    figure,
    small_proposals,
)

from carerslib.awards import Authority, Proposal, judge
from carerslib.clauses import (
    Cap,
    Either,
    Except,
    Figure,
    For,
    Holder,
    Length,
    Nature,
    Of,
    Only,
    Precondition,
    Reading,
    Readings,
    Start,
    Steps,
    Threshold,
    Unlimited,
    Window,
)
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.periods import Term
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from carerslib.clauses import Clause

_areas = st.lists(st.sampled_from(AREAS), min_size=1, max_size=2, unique=True)
_lots = st.sampled_from(("1", "2"))
# often so much that what is proposed is inside, and often so little that it just is not
_pence = st.sampled_from((900, 900, 600, 300)) | st.integers(0, 300)
_months = st.sampled_from((120, 60, 30)).map(lambda count: Term(months=count)) | st.integers(
    1, 60
).map(lambda count: Term(months=count))
_pairs = st.tuples(st.integers(-60, 20), st.sampled_from((4000, 1500)) | st.integers(20, 1500)).map(
    lambda days: [FIRST + timedelta(days=after) for after in days]
)
_PER: Final = ((), ("lot",), ("area",), ("contract",), ("option",), ("year",))
_WHERE: Final[tuple[dict[str, str], ...]] = (
    {},
    {"lot": "1"},
    {"part": "options"},
    {"part": "firm"},
    {"area": "north"},
)
_WITHOUT: Final[tuple[dict[str, str], ...]] = ({}, {"part": "options"})
# beside a limit, so that what it does not limit is no reason to leave the answer open
_OPEN_WORDS: Final = (
    Unlimited("any amount", MINUTE, "amount"),
    Unlimited("any time", MINUTE, "period"),
)
_FOR: Final = ({"lot": "1"}, {"area": "north"}, {"power": "extend"})


def _bounds(key: str, of: type[Start | Window]) -> SearchStrategy[Clause]:
    def bounded(pair: list[date]) -> Clause:
        return of(key, MINUTE, *pair)

    return _pairs.map(bounded)


def _plain(key: str) -> SearchStrategy[Clause]:
    """Build one clause of a kind that most resolutions have."""
    return st.one_of(
        _areas.map(lambda names: Only(key, MINUTE, "area", tuple(names))),
        _lots.map(lambda name: Only(key, MINUTE, "lot", name)),
        _areas.map(lambda names: Except(key, MINUTE, "area", tuple(names))),
        _lots.map(lambda name: Except(key, MINUTE, "lot", name)),
        st.builds(
            lambda most, per, where, without: Cap(
                key, MINUTE, figure(most), per=per, where=where, without=without
            ),
            _pence,
            st.sampled_from(_PER),
            st.sampled_from(_WHERE),
            st.sampled_from(_WITHOUT),
        ),
        st.builds(
            lambda most, per: Cap(key, MINUTE, Figure(most), of=Of.COUNT, per=per),
            st.integers(0, 3),
            st.sampled_from(_PER[:3]),
        ),
        _bounds(key, Window),
        _bounds(key, Start),
        st.builds(lambda most: Length(key, MINUTE, most), _months),
        st.builds(lambda most: Length(key, MINUTE, most, "firm"), _months),
        st.lists(_months, min_size=1, max_size=3).map(lambda steps: Steps(key, MINUTE, steps)),
        st.sampled_from(PEOPLE).map(lambda name: Holder(key, MINUTE, name)),
        st.sampled_from(("waiver", "funding")).map(lambda name: Precondition(key, MINUTE, name)),
    )


def _clauses(key: str) -> SearchStrategy[Clause]:
    """Build a plain clause, or one that holds others."""
    pairs = st.tuples(_plain(f"{key}, one"), _plain(f"{key}, two"))
    parts = pairs.map(lambda two: [Reading("one", two[0]), Reading("two", two[1])])
    return st.one_of(
        _plain(key),
        _plain(key),
        st.builds(
            lambda which, clause: For(key, MINUTE, which, clause),
            st.sampled_from(_FOR),
            _plain(f"{key}, one"),
        ),
        parts.map(lambda limbs: Either(key, MINUTE, limbs)),
        parts.map(lambda readings: Readings(key, MINUTE, readings)),
        st.builds(
            lambda most, clause: Threshold(key, MINUTE, figure(most, Nature.THRESHOLD), clause),
            _pence,
            _plain(f"{key}, one"),
        ),
    )


_authorities = (
    st.integers(1, 3)
    .flatmap(lambda number: st.tuples(*(_clauses(f"clause {each}") for each in range(number))))
    .map(lambda clauses: Authority("c", MINUTE, ALL, (*_OPEN_WORDS, *clauses)))
)


def _again(proposal: Proposal, **said: Any) -> Proposal:  # noqa: ANN401
    return attrs.evolve(proposal, **said, reference=proposal.reference)


def _of_contract(field: str, nothing: object = None) -> Callable[[Proposal, int], Proposal]:
    def leave_out(proposal: Proposal, _: int) -> Proposal:
        changes: dict[str, Any] = {field: nothing}
        return _again(proposal, contract=attrs.evolve(proposal.contract, **changes))

    return leave_out


def _of_one(held: str, field: str, nothing: object = None) -> Callable[[Proposal, int], Proposal]:
    """Leave something out of one of the options, or of one of the amounts."""

    def leave_out(proposal: Proposal, number: int) -> Proposal:
        several = list(getattr(proposal.contract, held))
        assume(several)
        place = number % len(several)
        several[place] = attrs.evolve(several[place], **{field: nothing})
        changes: dict[str, Any] = {held: several}
        return _again(proposal, contract=attrs.evolve(proposal.contract, **changes))

    return leave_out


def _of_taken(field: str) -> Callable[[Proposal, int], Proposal]:
    def leave_out(proposal: Proposal, _: int) -> Proposal:
        taken: Any = proposal.takes
        assume(taken is not None)
        return _again(proposal, takes=attrs.evolve(taken, **{field: None}))

    return leave_out


LEFT_OUT: Final[dict[str, Callable[[Proposal, int], Proposal]]] = {
    "who acts": lambda proposal, _: _again(proposal, by=None),
    "when": lambda proposal, _: _again(proposal, on=None),
    "a condition": lambda proposal, _: _again(proposal, facts=proposal.facts[1:]),
    "the option taken": lambda proposal, _: _again(proposal, takes=None),
    "which option is taken": _of_taken("number"),
    "how long the option taken is": _of_taken("term"),
    "what it is for": _of_contract("tags", ()),
    "the first day": _of_contract("first_day"),
    "the firm term": _of_contract("term"),
    "how long an option is": _of_one("options", "term"),
    "an amount": _of_one("amounts", "price"),
    "what an amount is for": _of_one("amounts", "tags", ()),
}


@given(small_proposals, _authorities, st.sampled_from(sorted(LEFT_OUT)), st.integers(0, 5))
def test_what_is_met_with_something_left_out_is_not_refused_once_it_is_stated(
    proposal: Proposal, authority: Authority, what: str, number: int
) -> None:
    try:
        less = LEFT_OUT[what](proposal, number)
    except (InvalidRecordError, InvalidValueError):
        return  # without it, it would be no proposal
    if judge(less, under=authority).result is Result.MET:
        assert judge(proposal, under=authority).result is not Result.NOT_MET
