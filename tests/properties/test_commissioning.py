"""A review keeps its promises whatever a portfolio holds, however it is listed."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carerslib import explain
from carerslib.awards import Used
from carerslib.citations import Citation
from carerslib.commissioning import (
    ActionPlan,
    Minutes,
    NationalSum,
    Point,
    PointKind,
    Portfolio,
    SetBeside,
    review,
    trace,
)
from carerslib.commissioning.monitoring import (
    REASONS,
    Ground,
    Measure,
    Move,
    TakeUpLevel,
    TakeUpReport,
)
from carerslib.money import Money
from carerslib.testing import strategies
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
    "sums": ("fund",),
}
MINUTE: Final = Citation.record("Cabinet, 22 June 2017")
PRICE_AND_REASONS: Final = (Measure.SELF_FUNDED_PRICE, *REASONS.values())


def _numbered(drawn: list[Any]) -> tuple[Any, ...]:
    """Give each of several things a reference of its own."""
    return tuple(
        attrs.evolve(each, reference=f"{each.reference} {place}")
        for place, each in enumerate(drawn, start=1)
    )


def _several(held: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(held, min_size=1, max_size=3).map(_numbered)


def _linked(plan: ActionPlan, links: list[tuple[str | None, bool]]) -> tuple[ActionPlan, ...]:
    actions = [
        attrs.evolve(
            action,
            priority=priority,
            intentions=["i1"] * both,
            measures=["m1", "m2"] * both,
        )
        for action, (priority, both) in zip(plan.actions, links, strict=False)
    ]
    return (attrs.evolve(plan, actions=actions),)


def _minutes(kind: PointKind, answers: list[str]) -> tuple[Minutes, ...]:
    asked = Point("q1", kind, "a member"), Point("q2", PointKind.QUESTION)
    answer = Point("answer", PointKind.ANSWER, answers=answers)
    return (Minutes("board", "the board", MINUTE, points=[*asked, answer]),)


def _said(levels: list[TakeUpLevel], service: str) -> tuple[TakeUpReport, ...]:
    return tuple(
        TakeUpReport(reference=f"said {each}", service=service, level=each, said_by="a manager")
        for each in levels
    )


def _sum(share: Money | None, fund: str) -> NationalSum:
    return NationalSum(
        reference="sum",
        amount=Money.pounds("150"),
        by="a department",
        to="all",
        source=MINUTE,
        own_share=share,
        fund=fund,
    )


LINKED: Final = st.lists(
    st.tuples(st.sampled_from(("p1", "p2", None)), st.booleans()), min_size=6, max_size=6
)
TWO_GROUNDS: Final = (Ground.TAKE_UP, Ground.COMPLAINTS)
CLAIMED: Final = _several(
    strategies.failing_claims()
    | strategies.failing_claims().map(lambda each: attrs.evolve(each, grounds=TWO_GROUNDS))
)
STEADY: Final = dict.fromkeys(PRICE_AND_REASONS, Move.STEADY)
MOVED: Final = _several(
    strategies.movements()
    | strategies.movements().map(lambda each: attrs.evolve(each, moves=dict(each.moves) | STEADY))
)
SHARES: Final = st.sampled_from((None, Money.pounds("1"), Money.pounds("150")))
FAILING: Final = st.fixed_dictionaries({"claims": CLAIMED, "movements": MOVED})
SECTIONS: Final = [
    st.fixed_dictionaries(each)
    for each in (
        {"plans": st.builds(_linked, strategies.action_plans(), LINKED)},
        {
            "minutes": st.builds(
                _minutes, st.sampled_from(PointKind), st.lists(st.sampled_from(("q1", "q2")))
            )
        },
        {"sums": _several(st.builds(_sum, SHARES, st.sampled_from(("fund", ""))))},
        {
            "statements": st.tuples(strategies.estimates("A"), strategies.proportions("B")),
            "beside": st.sampled_from(((), (SetBeside("pair", "A", "B"),))),
            "registers": st.none() | strategies.known_lists().map(lambda each: each.registers),
            "estimate": st.sampled_from(("A", "B", "")),
        },
        {"returns": _several(strategies.break_returns())},
        {"claims": CLAIMED},
        {"claims": CLAIMED, "movements": MOVED},
        {"used": st.just({"R": Used()})},
        {
            "take_up": st.builds(
                _said,
                st.lists(st.sampled_from(TakeUpLevel), unique=True),
                strategies.movements().map(lambda each: each.service),
            )
        },
    )
]
SECTION: Final = st.one_of(SECTIONS)
RECORDS: Final = st.builds(
    lambda portfolio, one, other: attrs.evolve(portfolio, **(one | other)),
    PORTFOLIOS,
    SECTION,
    SECTION,
)
"""Portfolios with some of what else a record may hold."""


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
    yield from _fewer_of_actions(portfolio)
    if portfolio.estimate:
        yield "estimate", attrs.evolve(portfolio, estimate="")
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


def _fewer_of_actions(portfolio: Portfolio) -> Iterator[tuple[str, Portfolio]]:
    for plan in portfolio.plans:
        for place, action in enumerate(plan.actions):
            fewer = [
                other for field in ("intentions", "measures") for other in _without(action, field)
            ]
            fewer += [attrs.evolve(action, priority=None)] * (action.priority is not None)
            for other in fewer:
                held = _swapped(plan, "actions", place, other)
                yield "actions", attrs.evolve(portfolio, plans=(held,))


def _leads_somewhere(portfolio: Portfolio) -> bool:
    return not trace(portfolio).broken


@given((PORTFOLIOS | RECORDS).filter(_leads_somewhere))
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


@given(RECORDS, st.randoms(use_true_random=False))
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
        plans=[_turned(each, random) for each in other.plans],
        minutes=[_turned(each, random) for each in other.minutes],
    )
    verdict = review(portfolio, on=DAY)
    assert review(other, on=DAY) == verdict
    assert explain.as_text(review(other, on=DAY)) == explain.as_text(verdict)


@given(st.builds(lambda record, more: attrs.evolve(record, **more), RECORDS, FAILING))
def test_no_review_is_met_by_calling_failing_what_may_be_priced_out(portfolio: Portfolio) -> None:
    """Take-up alone is never enough, nor with other grounds where price or reasons are missing."""
    findings = review(portfolio, on=DAY).findings
    for claim in portfolio.claims:
        known = [each for each in portfolio.movements if each.service == claim.service]
        open_ones = not known or any(
            each.of(measure) is None for each in known for measure in PRICE_AND_REASONS
        )
        alone = set(claim.grounds) <= {Ground.TAKE_UP}
        if alone or (Ground.TAKE_UP in claim.grounds and open_ones):
            held = [each for each in findings if each.subject == claim.reference]
            against = [
                each for each in held if each.result in (Result.NOT_MET, Result.UNDETERMINED)
            ]
            assert against
            assert claim.feared or any(each.binding for each in against)


@given(RECORDS)
def test_a_review_is_pickled_and_compares_equal(portfolio: Portfolio) -> None:
    verdict = review(portfolio, on=DAY)
    stored = pickle.loads(pickle.dumps(verdict))  # noqa: S301 - our own
    assert stored == verdict == review(portfolio, on=DAY)
    assert stored.findings == verdict.findings


@given(RECORDS)
def test_a_review_says_what_its_areas_say(portfolio: Portfolio) -> None:
    verdict = review(portfolio, on=DAY)
    assert verdict.result is Verdict.all_of(verdict.parts, title="").result
    if verdict.result is Result.UNDETERMINED:
        assert verdict.missing
    if verdict.result is Result.NOT_MET:
        assert verdict.unmet


@given(RECORDS)
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
