"""Halton, 2009: what a review of the whole minute finds, and what would settle it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.halton_2009 import BREAKS, portfolio

from carerslib.commissioning import (
    Area,
    Effect,
    IntentionStatus,
    NodeKind,
    Portfolio,
    review,
    trace,
)
from carerslib.commissioning.rules import RULES
from carerslib.explain import as_text
from carerslib.money import Money
from carerslib.verdicts import Finding, Result

if TYPE_CHECKING:
    from carerslib.verdicts import Verdict

ON: Final = date(2009, 6, 1)
RECORD: Final = portfolio()
REVIEW: Final = review(RECORD, on=ON)


def _found(rule: str, subject: str, verdict: Verdict = REVIEW) -> Finding:
    (found,) = [each for each in verdict.findings if (each.rule, each.subject) == (rule, subject)]
    return found


def test_the_review_stays_open_and_refuses_nothing() -> None:
    assert REVIEW.result is Result.UNDETERMINED
    assert REVIEW.unmet == ()


def test_the_minute_calls_it_joint_and_does_not_say_with_whom() -> None:
    found = _found("priorities.bodies", "strategy")
    assert found.result is Result.UNDETERMINED
    assert found.measured == ("Halton Borough Council",)
    assert [each.expected for each in found.missing] == ["with whom it is joint"]


class TestTheYearOfTheRingFence:
    def test_it_has_two_readings(self) -> None:
        found = _found("money.two-readings", "carers' breaks")
        assert found.result is Result.UNDETERMINED
        assert found.permitted == ("2009/10 and 2010/11", "2001 to 2011")
        assert [each.field for each in found.missing] == ["ring-fence.years"]

    @pytest.mark.parametrize("reading", ["2009/10 and 2010/11", "2001 to 2011"])
    def test_the_council_may_settle_it(self, reading: str) -> None:
        basis = RULES.basis(readings={"ring-fence.years": reading})
        found = _found("money.two-readings", "carers' breaks", review(RECORD, on=ON, basis=basis))
        assert found.result is Result.MET
        assert found.measured == reading


class TestTheCentreInWidnes:
    def test_it_is_a_request_to_explore_and_no_commitment(self) -> None:
        found = _found("intentions.explore", "widnes-centre")
        assert found.result is Result.MET
        assert found.measured == "requested"
        assert found.note == "a request to explore, and not a commitment"

    def test_the_resolution_asks_for_it_and_does_not_approve_it(self) -> None:
        found = _found("authority.approved", "widnes-centre")
        assert (found.result, found.title) == (Result.MET, "Asked for")
        assert found.note == "asked for, and not approved"

    def test_whoever_treats_it_as_approved_is_told(self) -> None:
        wrong = [
            attrs.evolve(each, status=IntentionStatus.APPROVED)
            if each.reference == "widnes-centre"
            else each
            for each in RECORD.intentions
        ]
        verdict = review(attrs.evolve(RECORD, intentions=wrong), on=ON)
        found = _found("intentions.explore", "widnes-centre", verdict)
        assert found.result is Result.NOT_MET

    def test_the_resolution_gives_no_power_to_spend(self) -> None:
        (resolution,) = RECORD.resolutions
        assert resolution.authorities == ()
        assert [each.place for each in resolution.paragraphs] == ["(1)", "(2)"]

    def test_whether_its_cost_was_looked_into_is_not_recorded(self) -> None:
        found = _found("intentions.explore-cost", "widnes-centre")
        assert found.result is Result.UNDETERMINED
        assert found.note == ""


class TestTheNationalSum:
    def test_150_million_pounds_is_no_receipt_of_this_pct(self) -> None:
        found = _found("money.national-sum", "breaks-150m")
        assert found.result is Result.UNDETERMINED
        assert found.permitted == Money.pounds("150000000")
        assert found.measured is None
        assert "no receipt of any one body" in found.note

    def test_no_entry_of_the_fund_came_of_it(self) -> None:
        (account,) = RECORD.accounts
        assert account.fund == BREAKS
        assert account.position is None
        assert account.entries == ()


class TestTheSchoolPresentation:
    def test_its_effect_is_unknown(self) -> None:
        found = _found("action.effect", "3.7(c)")
        assert found.result is Result.UNDETERMINED
        assert found.note == "further work may be needed"
        assert [each.field for each in found.missing] == ["effect"]

    def test_that_it_is_known_would_settle_it(self) -> None:
        (plan,) = RECORD.plans
        known = attrs.evolve(plan.action("3.7(c)"), effect=Effect.KNOWN)
        settled = attrs.evolve(RECORD, plans=attrs.evolve(plan, actions=[known]))
        found = _found("action.effect", "3.7(c)", review(settled, on=ON))
        assert found.result is Result.MET


def test_every_heading_answers_to_an_outcome_of_the_national_strategy() -> None:
    found = [each for each in REVIEW.findings if each.rule == "priorities.national-outcomes"]
    assert len(found) == 5
    assert {each.result for each in found} == {Result.MET}


def test_carers_took_part_and_every_question_was_answered() -> None:
    assert _found("engagement.carers", "strategy").is_met
    assert _found("engagement.answered", "board").is_met


def test_two_groups_watch_over_it() -> None:
    assert _found("monitoring.group", "strategy").measured == (
        "Carers Strategy Group",
        "LIT Carer Sub Groups",
    )


def test_the_presentation_is_traced_to_the_priority_it_serves_and_to_no_money() -> None:
    traced = trace(RECORD)
    assert traced.broken == ()
    onward = [node.reference for node in traced.onward(NodeKind.PRIORITY, "young")]
    assert onward == ["3.7(c)"]
    assert traced.onward(NodeKind.FUND, "carers' breaks") == ()


def test_an_officer_reads_the_review_area_by_area() -> None:
    text = as_text(REVIEW)
    areas = [Area.PRIORITIES, Area.INTENTIONS, Area.MONEY, Area.MONITORING]
    places = [text.index(f"- {area.capitalize()}: ") for area in areas]
    assert places == sorted(places)
    assert "no receipt of any one body" in text


def test_the_order_of_the_record_changes_nothing() -> None:
    def _turned(record: Portfolio) -> Portfolio:
        strategy = attrs.evolve(
            record.strategy, priorities=tuple(reversed(record.strategy.priorities))
        )
        return attrs.evolve(
            record, strategy=strategy, intentions=tuple(reversed(record.intentions))
        )

    assert as_text(review(_turned(RECORD), on=ON)) == as_text(REVIEW)
