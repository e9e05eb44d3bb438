"""What the strategies for services and monitoring build: all that they promise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from carerslib.commissioning.actions import Action, ActionPlan, Effect
from carerslib.commissioning.monitoring import (
    Awaited,
    BreakReturn,
    BreakUse,
    CarerEvent,
    FailingClaim,
    Movement,
    Pattern,
    ServiceQuarter,
    check_return,
    read_take_up,
)
from carerslib.services import (
    BreakCode,
    Quantity,
    Service,
    ShortBreaks,
    Stay,
    System,
    Unit,
    Voucher,
    check_short_breaks,
)
from carerslib.testing import strategies
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

PATIENT = settings(max_examples=5000, phases=(Phase.generate,))


@pytest.mark.parametrize(
    ("strategy", "kind"),
    [
        (strategies.quantities(), Quantity),
        (strategies.services(), Service),
        (strategies.stays(), Stay),
        (strategies.short_breaks(), ShortBreaks),
        (strategies.vouchers(), Voucher),
        (strategies.actions(), Action),
        (strategies.action_plans(), ActionPlan),
        (strategies.service_quarters(), ServiceQuarter),
        (strategies.movements(), Movement),
        (strategies.failing_claims(), FailingClaim),
        (strategies.carer_events(), CarerEvent),
        (strategies.break_uses(), BreakUse),
        (strategies.break_returns(), BreakReturn),
    ],
)
def test_a_strategy_builds_what_it_is_named_after(
    strategy: SearchStrategy[object], kind: type
) -> None:
    @settings(max_examples=10)
    @given(strategy)
    def built(value: object) -> None:
        assert isinstance(value, kind)

    built()


@pytest.mark.parametrize(
    ("strategy", "wanted"),
    [
        (strategies.quantities(), lambda found: found.amount.denominator == 2),
        (strategies.stays(), lambda found: (found.last - found.first).days == 20),
        (strategies.vouchers(), lambda found: found.money is not None and found.time is not None),
        (strategies.actions(), lambda found: found.effect is Effect.NOT_KNOWN),
        (strategies.action_plans(), lambda found: len({a.label for a in found.actions}) == 1),
        (strategies.break_returns(), lambda found: isinstance(found.spend, Awaited)),
        (
            strategies.break_returns(),
            lambda found: check_return(found).result is Result.NOT_APPLICABLE,
        ),
        (strategies.movements(), lambda found: Pattern.UNSEEN in read_take_up(found).labels),
        (
            strategies.short_breaks(),
            lambda found: check_short_breaks(found).result is Result.UNDETERMINED,
        ),
    ],
)
def test_what_matters_is_drawn(
    strategy: SearchStrategy[Any], wanted: Callable[[Any], bool]
) -> None:
    assert wanted(find(strategy, wanted, settings=PATIENT))


@given(strategies.quantities(Unit.NIGHT))
def test_a_unit_that_is_asked_for_is_the_only_one(quantity: Quantity) -> None:
    assert quantity.unit is Unit.NIGHT


@given(strategies.break_words())
def test_words_come_with_a_service_and_a_code(drawn: tuple[System, str, BreakCode]) -> None:
    system, word, code = drawn
    assert isinstance(system, System)
    assert isinstance(code, BreakCode)
    assert word


@given(st.data())
def test_quarters_are_of_one_service_in_order(data: st.DataObject) -> None:
    first = data.draw(strategies.service_quarters(1))
    second = data.draw(strategies.service_quarters(2))
    assert first.service == second.service
    assert first.quarter < second.quarter
