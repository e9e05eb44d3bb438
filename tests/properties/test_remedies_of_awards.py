"""Remedies that do not contradict one another do, all of them taken, in whatever order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st
from tests.properties.award_records import FIRST, MINUTE, OPEN_WORDS, authority, hundreds

from carerslib.awards import AWARD, EXTEND, Proposal, Used, judge
from carerslib.clauses import (
    Cap,
    EventBound,
    Figure,
    Floor,
    Length,
    Line,
    Of,
    Shortest,
    Start,
    Step,
    Steps,
    Taken,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.prices import Price
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from carerslib.awards import Authority
    from carerslib.clauses import Clause
    from carerslib.verdicts import Finding, Remedy

GENERATED: Final = settings(
    max_examples=2000, phases=(Phase.generate,), derandomize=True, database=None
)
_PARTS: Final[tuple[dict[str, str], ...]] = (
    {},
    {"lot": "1"},
    {"part": "options"},
    {"part": "firm"},
)
_PER: Final[tuple[tuple[str, ...], ...]] = ((), ("year",))

months: Final = st.integers(1, 40).map(lambda count: Term(months=count))
days: Final = st.integers(0, 1500).map(lambda count: FIRST + timedelta(days=count))


def _contract(first: date, length: Term | date, amounts: dict[str, Any], number: int) -> Contract:
    until = {"last_day": max(first, length)} if isinstance(length, date) else {"term": length}
    return Contract("A", first, **until, **amounts, number=number)


_ALONE: Final[SearchStrategy[dict[str, Any]]] = hundreds().map(lambda price: {"value": price})
_BY_LOT: Final[SearchStrategy[dict[str, Any]]] = st.tuples(hundreds(), hundreds()).map(
    lambda two: {"amounts": [Line(two[0], {"lot": "1"}), Line(two[1], {"lot": "2"})]}
)
_WITH_OPTIONS: Final[SearchStrategy[dict[str, Any]]] = st.builds(
    lambda price, options: {"value": price, "options": options, "tags": {"lot": "1"}},
    hundreds(),
    st.lists(st.builds(Option, months, hundreds(5)), min_size=1, max_size=3),
)
contracts: Final = st.builds(
    _contract, days, months | days, st.one_of(_ALONE, _BY_LOT, _WITH_OPTIONS), st.integers(1, 3)
)
awards: Final = contracts.map(lambda contract: Proposal(AWARD, contract))
extensions: Final = st.builds(
    lambda number, times, term: Proposal(
        EXTEND, Contract("A"), takes=Taken(number, times, Term(months=term))
    ),
    st.none() | st.integers(1, 3),
    st.integers(1, 4),
    st.integers(1, 50),
)


def _most(key: str) -> SearchStrategy[Clause]:
    """Return words that say how much, how long or how late at most."""
    return st.one_of(
        st.builds(
            lambda most, per, where, strict: Cap(
                key, MINUTE, Figure(most), per, where, strict=strict
            ),
            hundreds().filter(lambda price: price.stated.in_pence > 0),
            st.sampled_from(_PER),
            st.sampled_from(_PARTS),
            st.booleans(),
        ),
        st.integers(1, 2).map(lambda most: Cap(key, MINUTE, Figure(most), of=Of.COUNT)),
        days.map(lambda last: Window(key, MINUTE, last=last)),
        days.map(lambda last: EventBound(key, MINUTE, "new framework", last)),
        months.map(lambda most: Length(key, MINUTE, most)),
        months.map(lambda most: Length(key, MINUTE, most, "firm")),
        st.lists(months, min_size=1, max_size=3).map(lambda steps: Steps(key, MINUTE, steps)),
    )


def _least(key: str) -> SearchStrategy[Clause]:
    """Return words that say how much, how many or how long at least."""
    return st.one_of(
        st.builds(
            lambda least, per, where, strict: Floor(
                key, MINUTE, Figure(least), per, where, strict=strict
            ),
            hundreds(),
            st.sampled_from(_PER),
            st.sampled_from(_PARTS),
            st.booleans(),
        ),
        st.integers(0, 4).map(lambda least: Floor(key, MINUTE, Figure(least), of=Of.COUNT)),
        months.map(lambda least: Shortest(key, MINUTE, least)),
        st.lists(months, min_size=3, max_size=3).map(
            lambda least: Steps(key, MINUTE, [Step(Term(months=50), at_least=one) for one in least])
        ),
    )


def _all_taken(proposal: Proposal, unmet: tuple[Finding, ...], order: list[int]) -> Proposal:
    """Give a proposal with every remedy taken, each once, in some order."""
    remedies = [found.remedy for found in unmet if found.remedy is not None]
    for place in order:
        if place < len(remedies):
            proposal = proposal.amended(remedies[place])
    return proposal


def _assert_mended(
    proposal: Proposal, unmet: tuple[Finding, ...], order: list[int], under: Authority
) -> None:
    mended = judge(_all_taken(proposal, unmet, order), under=under)
    for aspect in {found.aspect for found in unmet}:
        assert mended.on(aspect).result is not Result.NOT_MET, (aspect, unmet)


several_most: Final = st.tuples(_most("a"), _most("b"), _most("c")).map(lambda held: [*held])


def _contradict(held: list[Clause]) -> bool:
    """Say whether the remedy of one asks more of the other.

    What there is must be enough for each of more contracts, or for each year of a longer one.
    """
    floors = [each for each in held if isinstance(each, Floor)]
    longer = any(isinstance(each, Shortest) for each in held)
    return len({each.of for each in floors}) > 1 or (
        longer and any("year" in each.per for each in floors)
    )


several_least: Final = (
    st.tuples(_least("a"), _least("b"))
    .map(lambda held: [*held])
    .filter(lambda held: not _contradict(held))
)
orders: Final = st.permutations(range(8))


@given(several_most, awards, orders)
def test_every_remedy_of_what_is_too_much_taken_leaves_nothing_that_had_one_unmet(
    clauses: list[Clause], proposal: Proposal, order: list[int]
) -> None:
    under = authority(*clauses, *OPEN_WORDS)
    unmet = judge(proposal, under=under).unmet
    # a start that is too late has no remedy, nor has what would be for nothing at all
    assume(all(found.remedy is not None for found in unmet))
    _assert_mended(proposal, unmet, order, under)


@given(several_least, awards, orders)
def test_every_remedy_of_what_is_too_little_taken_leaves_nothing_that_had_one_unmet(
    clauses: list[Clause], proposal: Proposal, order: list[int]
) -> None:
    under = authority(*clauses, *OPEN_WORDS)
    unmet = judge(proposal, under=under).unmet
    assume(all(found.remedy is not None for found in unmet))
    _assert_mended(proposal, unmet, order, under)


def _whole(proposal: Proposal) -> Money:
    """Give all that is stated of a contract, its options included."""
    lines = proposal.contract.whole.lines
    return Money.total(line.price.stated for line in lines if line.price is not None)


@given(st.one_of(_most("a"), _least("a")), awards)
def test_a_remedy_of_an_amount_changes_what_there_is_in_all_by_as_much_as_it_says(
    clause: Clause, proposal: Proposal
) -> None:
    for remedy in _remedies(proposal, authority(clause, *OPEN_WORDS)):
        before, after = _whole(proposal), _whole(proposal.amended(remedy))
        if remedy.action == "reduce by":
            assert before - after == remedy.amount
        if remedy.action == "raise by":
            assert after - before == remedy.amount


EVENT: Final = FIRST + timedelta(days=365)


@pytest.mark.parametrize(
    ("first", "remedied"),
    [
        (EVENT - timedelta(days=1), True),
        (EVENT, True),
        (EVENT + timedelta(days=1), False),
    ],
    ids=["before the event", "on its day", "after it"],
)
def test_what_starts_after_the_event_by_which_it_must_end_is_not_told_to_end_by_it(
    first: date,
    remedied: bool,  # noqa: FBT001 - or not
) -> None:
    under = authority(EventBound("e", MINUTE, "new framework", EVENT), *OPEN_WORDS)
    proposal = Proposal(AWARD, Contract("A", first, term=Term(years=2)))
    (found,) = judge(proposal, under=under).unmet
    assert (found.remedy is not None) is remedied
    if found.remedy is not None:
        assert judge(proposal.amended(found.remedy), under=under).is_met


@pytest.mark.parametrize(
    ("last", "remedied"),
    [
        (EVENT - timedelta(days=1), False),
        (EVENT, True),
        (EVENT + timedelta(days=1), True),
    ],
    ids=["before the event", "on its day", "after it"],
)
def test_what_ends_before_the_event_with_which_it_must_start_is_not_told_to_start_then(
    last: date,
    remedied: bool,  # noqa: FBT001 - or not
) -> None:
    under = authority(EventBound("e", MINUTE, "new framework", EVENT, "first"), *OPEN_WORDS)
    proposal = Proposal(AWARD, Contract("A", FIRST, last))
    (found,) = judge(proposal, under=under).unmet
    assert (found.remedy is not None) is remedied
    if found.remedy is not None:
        assert judge(proposal.amended(found.remedy), under=under).is_met


@pytest.mark.parametrize(
    ("firm_until", "remedied"),
    [
        (EVENT - timedelta(days=1), False),
        (EVENT, True),
        (EVENT + timedelta(days=1), True),
    ],
    ids=["before it may start", "on the day", "after it"],
)
def test_a_firm_term_that_is_over_before_it_may_start_is_not_told_to_start_later(
    firm_until: date,
    remedied: bool,  # noqa: FBT001 - or not
) -> None:
    under = authority(Start("s", MINUTE, EVENT), *OPEN_WORDS)
    with_option = Contract("A", FIRST, firm_until, options=[Option(Term(years=2))])
    proposal = Proposal(AWARD, with_option)
    (found,) = judge(proposal, under=under).unmet
    assert (found.remedy is not None) is remedied
    if found.remedy is not None:
        assert judge(proposal.amended(found.remedy), under=under).unmet == ()


@pytest.mark.parametrize("order", [[0, 1], [1, 0]], ids=["the end first", "the option first"])
def test_an_option_cut_to_end_on_a_day_is_not_put_back_by_the_length_of_its_step(
    order: list[int],
) -> None:
    window = Window("w", MINUTE, last=EVENT)
    under = authority(window, Steps("s", MINUTE, [Term(months=9)]), *OPEN_WORDS)
    contract = Contract("A", FIRST, term=Term(months=6), options=[Option(Term(months=12))])
    proposal = Proposal(AWARD, contract)
    unmet = judge(proposal, under=under).unmet
    assert [found.title for found in unmet] == ["Last day", "Length of the option"]
    mended = _all_taken(proposal, unmet, order)
    assert mended.whole.last == EVENT
    assert judge(mended, under=under).unmet == ()


@pytest.mark.parametrize(
    ("number", "contract", "remedied"),
    [(1, {}, True), (2, {}, False), (2, {"contract": "first"}, True)],
    ids=["one contract", "two together", "one of two, by name"],
)
def test_too_little_for_several_contracts_together_is_not_told_which_sum_would_do(
    number: int,
    contract: dict[str, str],
    remedied: bool,  # noqa: FBT001 - or not
) -> None:
    under = authority(Floor("f", MINUTE, Figure.pounds("400")), *OPEN_WORDS)
    nothing = Line(Price.as_stated(Money.pounds("0")), contract)
    proposal = Proposal(AWARD, Contract("A", amounts=[nothing], number=number))
    (found,) = judge(proposal, under=under).unmet
    assert (found.remedy is not None) is remedied
    if found.remedy is not None:
        assert judge(proposal.amended(found.remedy), under=under).unmet == ()


# every kind of remedy is reached

MANY: Final = authority(
    Cap("most", MINUTE, Figure.pounds("1000")),
    Floor("least", MINUTE, Figure.pounds("500")),
    Cap("number", MINUTE, Figure(2), of=Of.COUNT),
    Floor("fewest", MINUTE, Figure(2), of=Of.COUNT),
    Start("start", MINUTE, FIRST + timedelta(days=100), FIRST + timedelta(days=1000)),
    Window("days", MINUTE, last=FIRST + timedelta(days=2000)),
    Length("length", MINUTE, Term(months=30), "firm"),
    Shortest("shortest", MINUTE, Term(months=3)),
    Steps(
        "steps",
        MINUTE,
        [Step(Term(months=20), at_least=Term(months=5)), Step(Term(months=20))],
    ),
)
ACTIONS: Final = (
    "reduce by",
    "raise by",
    "no more than",
    "no fewer than",
    "start on or after",
    "start on or before",
    "end on or before",
    "end on or after",
    "shorten to",
    "lengthen to",
    "offer no more than",
    "take no more than",
)


def _remedies(proposal: Proposal, under: Authority, used: Used | None = None) -> list[Remedy]:
    unmet = judge(proposal, under=under, used=used).unmet
    return [found.remedy for found in unmet if found.remedy is not None]


@pytest.mark.parametrize("action", ACTIONS)
def test_a_remedy_of_each_kind_is_reached_and_does(action: str) -> None:
    def is_offered(proposal: Proposal) -> bool:
        return action in {remedy.action for remedy in _remedies(proposal, MANY)}

    proposal = find(awards | extensions, is_offered, settings=GENERATED)
    (remedy, *_) = [each for each in _remedies(proposal, MANY) if each.action == action]
    assert remedy not in _remedies(proposal.amended(remedy), MANY)


@given(awards | extensions, st.permutations(range(8)))
def test_no_remedy_is_offered_again_once_it_is_taken(proposal: Proposal, order: list[int]) -> None:
    remedies = _remedies(proposal, MANY)
    assume(remedies)
    (place,) = [each for each in order if each < len(remedies)][:1]
    taken = proposal.amended(remedies[place])
    assert remedies[place] not in _remedies(taken, MANY)


@given(awards)
def test_a_remedy_changes_nothing_but_what_it_names(proposal: Proposal) -> None:
    kept = {"reduce by": ("first_day", "last_day", "term"), "no more than": ("value", "term")}
    for remedy in _remedies(proposal, MANY):
        mended = proposal.amended(remedy)
        fields = kept.get(remedy.action, ())
        was, now = (
            attrs.asdict(proposal.contract, recurse=False),
            attrs.asdict(mended.contract, recurse=False),
        )
        assert {each: was[each] for each in fields} == {each: now[each] for each in fields}
        assert mended.power == proposal.power
