"""Records of strategies as they may be: some whole, most with something missing or broken."""

from __future__ import annotations

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from carerslib.awards import Used
from carerslib.citations import Citation
from carerslib.commissioning import (
    ActionPlan,
    Minutes,
    NationalSum,
    Point,
    PointKind,
    SetBeside,
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

__all__ = ["FAILING", "PORTFOLIOS", "PRICE_AND_REASONS", "RECORDS"]

PORTFOLIOS: Final = portfolios()
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
