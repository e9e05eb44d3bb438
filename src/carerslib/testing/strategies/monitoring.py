"""Strategies for action plans, figures of a quarter, movements, and figures on breaks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from carerslib.commissioning.actions import Action, ActionPlan, ActionStatus, Effect, Issues
from carerslib.commissioning.monitoring import (
    Awaited,
    BreakReturn,
    BreakUse,
    CarerEvent,
    EventKind,
    FailingClaim,
    Ground,
    Measure,
    Mechanism,
    Move,
    Movement,
    Quarter,
    ServiceQuarter,
    Stage,
    UnmetReason,
)
from carerslib.commissioning.rag import CONFIDENCE_RAG, PROGRESS_RAG, RISK_RAG, Rag
from carerslib.money import ZERO, Money
from carerslib.services import BreakCode, System, Unit
from carerslib.testing.strategies.of_services import quantities
from carerslib.testing.strategies.values import date_ranges, days, money

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = [
    "action_plans",
    "actions",
    "break_returns",
    "break_uses",
    "carer_events",
    "failing_claims",
    "movements",
    "service_quarters",
]

_FIRST: Final = date(2017, 4, 1)
_LAST: Final = date(2019, 3, 31)
_SERVICE: Final = "sitting"
_MOST: Final = Money.pounds("50.00")
_WORDS: Final = ("short break", "respite", "replacement care", "carer's break")


def actions(reference: str = "action") -> SearchStrategy[Action]:
    """Return actions with few numbers, so that some repeat, and with gaps."""
    return st.builds(
        Action,
        reference=st.just(reference),
        number=st.sampled_from(("3.7", "3.10", "4")),
        title=st.just("a presentation in schools"),
        letter=st.sampled_from(("", "a", "c")),
        lead=st.none() | st.just("development officer"),
        due=st.none() | days(_FIRST, _LAST),
        status=st.none() | st.sampled_from(ActionStatus),
        effect=st.sampled_from(Effect),
        further_work=st.none() | st.booleans(),
        issues=st.none() | st.sampled_from(Issues),
        stated=st.none() | st.sampled_from(Rag),
        added_on=st.none() | days(_FIRST, _LAST),
    )


def action_plans() -> SearchStrategy[ActionPlan]:
    """Return plans of up to six actions, with a scheme of colours or with none."""
    numbered = st.integers(0, 6).flatmap(
        lambda most: st.tuples(*(actions(f"action {number}") for number in range(most)))
    )
    schemes = st.sampled_from((None, RISK_RAG, PROGRESS_RAG, CONFIDENCE_RAG))
    return st.builds(
        ActionPlan,
        reference=st.just("plan"),
        title=st.just("the action plan"),
        actions=numbered,
        scheme=schemes,
    )


def service_quarters(number: int = 1) -> SearchStrategy[ServiceQuarter]:
    """Return figures of one service for a quarter of 2017/18, any of them missing."""
    count = st.none() | st.integers(0, 200)
    return st.builds(
        ServiceQuarter,
        reference=st.just(f"quarter {number}"),
        service=st.just(_SERVICE),
        quarter=st.just(Quarter("2017/18", number)),
        unit=st.sampled_from((None, Unit.HOUR, Unit.NIGHT)),
        eligible=count,
        need=count,
        offers=count,
        accepted=count,
        council_funded=count,
        self_funded=count,
        council_price=st.none() | money(ZERO, _MOST),
        self_funded_price=st.none() | money(ZERO, _MOST),
        available=st.none() | quantities(),
        undelivered=st.none() | quantities(),
        reasons=st.none()
        | st.dictionaries(st.sampled_from(UnmetReason), st.integers(0, 40), max_size=7),
        waiting=st.none() | st.dictionaries(st.sampled_from(Stage), st.integers(0, 40)),
        information=count,
    )


def movements() -> SearchStrategy[Movement]:
    """Return movements of any measures, the rest not known."""
    return st.builds(
        Movement,
        reference=st.just("movement"),
        service=st.just(_SERVICE),
        moves=st.dictionaries(st.sampled_from(Measure), st.sampled_from(Move)),
        waits=st.none() | st.booleans(),
    )


def failing_claims() -> SearchStrategy[FailingClaim]:
    """Return claims that the service of :func:`movements` is failing, on any grounds or none."""
    return st.builds(
        FailingClaim,
        reference=st.just("claim"),
        service=st.just(_SERVICE),
        grounds=st.lists(st.sampled_from(Ground), max_size=3),
        feared=st.none() | st.booleans(),
    )


def carer_events() -> SearchStrategy[CarerEvent]:
    """Return rows about three carers, so that several are about one of them."""
    return st.builds(
        CarerEvent,
        st.sampled_from(("carer 1", "carer 2", "carer 3")),
        st.sampled_from(EventKind),
        date_ranges(_FIRST, _LAST),
        st.none() | st.sampled_from(Mechanism),
    )


def break_uses(reference: str = "use") -> SearchStrategy[BreakUse]:
    """Return what one service gave, of any unit and under any code."""
    return st.builds(
        BreakUse,
        reference=st.just(reference),
        system=st.sampled_from(System),
        word=st.sampled_from(_WORDS),
        code=st.sampled_from(BreakCode),
        quantity=quantities(),
        carer_purpose=st.none() | st.booleans(),
    )


def break_returns() -> SearchStrategy[BreakReturn]:
    """Return figures on breaks, some of them still to be published and some not recorded."""
    to_come = st.none() | st.just(Awaited(before="publication"))
    words = st.tuples(st.sampled_from(System), st.sampled_from(_WORDS))
    return st.builds(
        BreakReturn,
        reference=st.just("return"),
        title=st.just("short breaks and respite"),
        words=st.lists(words, max_size=3),
        places=to_come | st.integers(0, 50),
        units=to_come | st.lists(quantities(), max_size=3),
        people=to_come | st.integers(0, 500),
        spend=to_come | money(ZERO, _MOST),
    )
