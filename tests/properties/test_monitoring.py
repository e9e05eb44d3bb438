"""Monitoring holds for anything: nothing is concluded from what is missing, or from the order."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carerslib.commissioning.action_checks import check_plan
from carerslib.commissioning.actions import Action, ActionPlan, Effect
from carerslib.commissioning.monitoring import (
    PATTERNS,
    REASONS,
    TEN_PER_CENT,
    BreakReturn,
    BreakUse,
    CarerEvent,
    Category,
    FailingClaim,
    Ground,
    Measure,
    Move,
    Movement,
    Pattern,
    ServiceQuarter,
    Thresholds,
    categorise,
    category_of,
    check_failing,
    check_return,
    count_categories,
    direct_support,
    publish,
    read_take_up,
    rounded_count,
    total_breaks,
)
from carerslib.commissioning.rag import CONFIDENCE_RAG, PROGRESS_RAG, RISK_RAG, RagScheme
from carerslib.commissioning.ratings import rate
from carerslib.periods import DateRange
from carerslib.services import (
    MixedUnitsError,
    Quantity,
    ShortBreaks,
    Stay,
    Unit,
    check_short_breaks,
    totals,
)
from carerslib.testing import strategies
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

PRICE_AND_REASONS: Final = (Measure.SELF_FUNDED_PRICE, *REASONS.values())
A_YEAR: Final = DateRange(date(2017, 4, 1), date(2018, 3, 31))
ON: Final = date(2018, 3, 31)


@given(strategies.movements(), strategies.failing_claims())
def test_take_up_is_never_called_failing_where_price_or_reasons_are_missing(
    movement: Movement, claim: FailingClaim
) -> None:
    verdict = check_failing(claim, read_take_up(movement))
    missing = any(movement.of(measure) is None for measure in PRICE_AND_REASONS)
    if Ground.TAKE_UP in claim.grounds and missing:
        assert not verdict.is_met
    if set(claim.grounds) <= {Ground.TAKE_UP}:
        assert not verdict.is_met


@given(strategies.service_quarters(1), strategies.service_quarters(2))
def test_figures_never_say_failing_whatever_they_are(
    before: ServiceQuarter, after: ServiceQuarter
) -> None:
    reading = read_take_up(Movement.between(before, after))
    assert not any("fail" in label for label in reading.labels)
    alone = FailingClaim(reference="claim", service=reading.service, grounds=Ground.TAKE_UP)
    assert check_failing(alone, reading).result is Result.NOT_MET


@given(strategies.movements())
def test_a_pattern_is_shown_only_where_each_of_its_steps_is(movement: Movement) -> None:
    labels = read_take_up(movement).labels
    moves = dict(movement.moves)
    for pattern, steps in PATTERNS.items():
        seen = all(
            any(moves.get(measure) in allowed for measure, allowed in step.any_of) for step in steps
        )
        waits = pattern is Pattern.LOWER_NEED and movement.waits is not False
        assert (pattern in labels) == (seen and not waits)
    assert (labels == (Pattern.UNDETERMINED,)) == (not set(labels) & set(PATTERNS))


@given(strategies.movements(), st.sampled_from(Measure), st.sampled_from(Move))
def test_a_figure_more_never_undoes_a_pattern_that_is_shown(
    movement: Movement, measure: Measure, move: Move
) -> None:
    if movement.of(measure) is None:
        more = attrs.evolve(movement, moves=dict(movement.moves) | {measure: move})
        shown = set(read_take_up(movement).labels) - {Pattern.UNDETERMINED}
        assert shown <= set(read_take_up(more).labels)


@given(strategies.movements())
def test_what_is_named_as_missing_is_not_known_yet(movement: Movement) -> None:
    known = {str(measure) for measure, _ in movement.moves}
    known |= set() if movement.waits is None else {"waiting"}
    missing = [each.field for each in read_take_up(movement).missing]
    assert len(set(missing)) == len(missing)
    assert not known & set(missing)


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(1, 1000), st.integers(0, 100))
def test_a_move_does_not_depend_on_the_unit_it_is_counted_in(
    before: int, after: int, times: int, within: int
) -> None:
    limits = Thresholds("some", within, TEN_PER_CENT.citation)
    once = limits.move(Fraction(before), Fraction(after))
    assert limits.move(Fraction(before * times), Fraction(after * times)) is once
    if before == after:
        assert once is Move.STEADY


def _shuffled(plan: ActionPlan, order: Sequence[Action]) -> ActionPlan:
    return attrs.evolve(plan, actions=order)


@given(strategies.action_plans(), st.data())
def test_the_order_of_a_plan_changes_nothing(plan: ActionPlan, data: st.DataObject) -> None:
    order = data.draw(st.permutations(plan.actions))
    verdict = check_plan(plan, on=ON)
    assert check_plan(_shuffled(plan, order), on=ON) == verdict
    assert pickle.loads(pickle.dumps(verdict)) == verdict  # noqa: S301 - made a line above


@given(strategies.action_plans())
def test_an_effect_that_is_not_known_never_leaves_a_plan_met(plan: ActionPlan) -> None:
    if any(action.effect is Effect.NOT_KNOWN for action in plan.actions):
        assert not check_plan(plan, on=ON).is_met


@given(strategies.action_plans(), strategies.days(date(2017, 1, 1), date(2019, 12, 31)))
def test_a_plan_only_grows(plan: ActionPlan, day: date) -> None:
    then = {action.reference for action in plan.as_at(day).actions}
    later = {action.reference for action in plan.as_at(day + timedelta(days=1)).actions}
    assert then <= later <= {action.reference for action in plan.actions}


@given(strategies.actions(), st.sampled_from((RISK_RAG, PROGRESS_RAG, CONFIDENCE_RAG)))
def test_an_action_has_a_colour_or_a_reason_for_none(action: Action, scheme: RagScheme) -> None:
    rating = rate(action, scheme)
    assert rating.basis is scheme.basis
    assert (rating.rag is None) == bool(rating.finding.missing or rating.finding.note)
    assert not rating.finding.binding


@given(st.lists(strategies.carer_events(), max_size=8), st.data())
def test_each_carer_counts_once_and_in_the_best_category(
    events: list[CarerEvent], data: st.DataObject
) -> None:
    counted = dict(categorise(events, within=A_YEAR))
    for carer, category in counted.items():
        ranks = [
            found.rank
            for event in events
            if event.carer == carer and event.days.overlaps(A_YEAR)
            for found in [category_of(event)]
            if found is not None
        ]
        assert category.rank == min(ranks)
    counts = count_categories(events, within=A_YEAR)
    assert sum(counts.values()) == len(counted)
    assert count_categories(data.draw(st.permutations(events)), within=A_YEAR) == counts


@given(st.dictionaries(st.sampled_from(Category), st.integers(0, 500)))
def test_direct_payments_are_a_part_of_self_directed_support(counts: dict[Category, int]) -> None:
    found = direct_support(counts)
    if found.self_directed is None or found.direct_payments is None:
        assert found == (None, None, 0)
    else:
        assert 0 <= found.direct_payments <= found.self_directed <= 100


@given(st.integers(0, 10**6))
def test_a_rounded_count_is_the_nearest_five(number: int) -> None:
    rounded = rounded_count(number)
    assert rounded % 5 == 0
    assert abs(rounded - number) <= 2


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_what_is_published_never_shows_a_small_base(numerator: int, base: int) -> None:
    found = publish(numerator, base)
    assert found.suppressed == (base < 3)
    if found.value is not None:
        exact = Fraction(numerator * 100, base)
        assert abs(Fraction(found.value) - exact) <= Fraction(1, 20)
    else:
        assert found.suppressed


@given(st.lists(strategies.break_uses(), max_size=6), st.data())
def test_totals_of_breaks_do_not_depend_on_the_order_and_lose_nothing(
    uses: list[BreakUse], data: st.DataObject
) -> None:
    found = total_breaks("breaks", uses)
    again = total_breaks("breaks", data.draw(st.permutations(uses)))
    assert (again.counted, again.with_open) == (found.counted, found.with_open)
    for unit in Unit:
        counted = sum(each.amount for each in found.counted if each.unit is unit)
        with_open = sum(each.amount for each in found.with_open if each.unit is unit)
        everything = sum(use.quantity.amount for use in uses if use.quantity.unit is unit)
        assert counted <= with_open <= everything


@given(strategies.break_returns())
def test_a_figure_still_to_come_is_never_passed_over(given_return: BreakReturn) -> None:
    verdict = check_return(given_return)
    published = [getattr(given_return, field) for field in ("places", "units", "people", "spend")]
    if any(str(figure) == "not yet published" for figure in published):
        assert verdict.result is Result.UNDETERMINED


@given(strategies.quantities(), strategies.quantities())
def test_two_units_are_never_added(one: Quantity, other: Quantity) -> None:
    if one.unit is other.unit:
        assert (one + other).amount == one.amount + other.amount
    else:
        with pytest.raises(MixedUnitsError):
            one + other


@given(st.lists(strategies.quantities(), max_size=6), st.data())
def test_each_unit_has_one_total_whatever_the_order(
    quantities: list[Quantity], data: st.DataObject
) -> None:
    found = totals(quantities)
    assert len({each.unit for each in found}) == len(found)
    assert totals(data.draw(st.permutations(quantities))) == found


START: Final = date(2016, 3, 1)


def _stay(offset: int, length: int) -> Stay:
    first = START + timedelta(days=offset)
    last = first + timedelta(days=length - 1)
    return Stay(reference=f"stay {offset}", first=first, last=last, setting="Elm House")


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(1, 17)), min_size=1, max_size=5))
def test_the_days_in_any_twelve_months_are_as_counted_by_hand(
    lengths: list[tuple[int, int]],
) -> None:
    days = [offset + day for offset, length in lengths for day in range(length)]
    # no window that begins on a day of a stay holds a 29 February: each is 365 days long
    by_hand = max(sum(first <= day < first + 365 for day in days) for first in days)
    stays = [_stay(*each) for each in lengths]
    series = ShortBreaks(reference="series", stays=stays, in_care=False, returns_home=True)
    findings = check_short_breaks(series).findings
    found = next(each for each in findings if each.rule == "short_breaks.in_twelve_months")
    assert found.measured == by_hand
    assert found.is_met == (by_hand <= 75)
