"""A review keeps its promises whatever a portfolio holds, however it is listed."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carerslib import explain
from carerslib.commissioning import Portfolio, review, trace
from carerslib.testing.strategies import portfolios
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

PORTFOLIOS: Final = portfolios()
DAY: Final = date(2018, 1, 15)
LINKS: Final = {
    "intentions": (
        "needs",
        "priorities",
        "measures",
        "monitored_by",
        "authorities",
        "approved_by",
        "timetable",
    ),
    "timetables": ("approved_by",),
    "arrangements": ("resolution", "intentions", "funds", "measures"),
    "measures": ("indicator",),
}


def _result(portfolio: Portfolio) -> Result:
    return review(portfolio, on=DAY).result


def _without(held: Any, field: str) -> Iterator[Any]:  # noqa: ANN401 - any record with links
    """Give a record without one of its links, for each link that the field holds."""
    named = getattr(held, field)
    if isinstance(named, str):
        yield from [attrs.evolve(held, **{field: ""})] * bool(named)
        return
    for place in range(len(named)):
        left = (*named[:place], *named[place + 1 :])
        yield attrs.evolve(held, **{field: left})


def _swapped(record: Any, name: str, place: int, other: object) -> Any:  # noqa: ANN401 - as above
    held = list(getattr(record, name))
    held[place] = other
    return attrs.evolve(record, **{name: held})


def _fewer_links(portfolio: Portfolio) -> Iterator[tuple[str, Portfolio]]:
    """Give the portfolio without each of its links in turn."""
    for name, fields in LINKS.items():
        for place, held in enumerate(getattr(portfolio, name)):
            for field in fields:
                for other in _without(held, field):
                    yield f"{name}.{field}", _swapped(portfolio, name, place, other)
    yield from _fewer_of_budgets(portfolio)
    for place, made in enumerate(portfolio.arrangements):
        if made.proposal.relies_on:
            bare = attrs.evolve(made.proposal, relies_on="", reference=made.reference)
            other = attrs.evolve(made, proposal=bare)
            yield "relies_on", _swapped(portfolio, "arrangements", place, other)
    strategy = portfolio.strategy
    for place, priority in enumerate(strategy.priorities):
        for other in _without(priority, "needs"):
            held = _swapped(strategy, "priorities", place, other)
            yield "priorities.needs", attrs.evolve(portfolio, strategy=held)


def _fewer_of_budgets(portfolio: Portfolio) -> Iterator[tuple[str, Portfolio]]:
    for place, intention in enumerate(portfolio.intentions):
        for at, budget in enumerate(intention.budgets):
            for field in ("fund", "authority"):
                for other in _without(budget, field):
                    held = _swapped(intention, "budgets", at, other)
                    yield f"budgets.{field}", _swapped(portfolio, "intentions", place, held)


def _leads_somewhere(portfolio: Portfolio) -> bool:
    return not trace(portfolio).broken


@given(PORTFOLIOS.filter(_leads_somewhere))
def test_removing_a_link_never_makes_a_review_met(portfolio: Portfolio) -> None:
    before = _result(portfolio)
    made_met = [name for name, fewer in _fewer_links(portfolio) if _result(fewer) is Result.MET]
    assert before is Result.MET or made_met == []


def _turned(held: Any, random: Random) -> Any:  # noqa: ANN401 - any record
    """Give a record with everything that it lists in another order."""
    changes = {}
    for field in attrs.fields(type(held)):
        listed = getattr(held, field.name)
        if field.init and isinstance(listed, tuple) and listed:
            changes[field.name] = random.sample(listed, len(listed))
    return attrs.evolve(held, **changes)


@given(PORTFOLIOS, st.randoms(use_true_random=False))
def test_the_order_in_which_a_record_lists_anything_does_not_matter(
    portfolio: Portfolio, random: Random
) -> None:
    other = _turned(portfolio, random)
    other = attrs.evolve(
        other,
        strategy=_turned(portfolio.strategy, random),
        intentions=[_turned(each, random) for each in other.intentions],
        timetables=[_turned(each, random) for each in other.timetables],
        arrangements=[_turned(each, random) for each in other.arrangements],
    )
    verdict = review(portfolio, on=DAY)
    assert review(other, on=DAY) == verdict
    assert explain.as_text(review(other, on=DAY)) == explain.as_text(verdict)


@given(PORTFOLIOS)
def test_a_review_is_pickled_and_compares_equal(portfolio: Portfolio) -> None:
    verdict = review(portfolio, on=DAY)
    stored = pickle.loads(pickle.dumps(verdict))  # noqa: S301 - our own
    assert stored == verdict == review(portfolio, on=DAY)
    assert stored.findings == verdict.findings


@given(PORTFOLIOS)
def test_a_review_says_what_its_areas_say(portfolio: Portfolio) -> None:
    verdict = review(portfolio, on=DAY)
    assert verdict.result is Verdict.all_of(verdict.parts, title="").result
    if verdict.result is Result.UNDETERMINED:
        assert verdict.missing
    if verdict.result is Result.NOT_MET:
        assert verdict.unmet


@given(PORTFOLIOS)
def test_every_link_is_followed_both_ways_or_broken(portfolio: Portfolio) -> None:
    held = trace(portfolio)
    broken = set(held.broken)
    for link in held.links:
        sound = link not in broken
        assert (link.target in held.onward(*link.source)) is sound
        assert (link.source in held.back(*link.target)) is sound
        if sound:
            assert link.target in held.all_onward(*link.source)
            assert link.source in held.all_back(*link.target)
