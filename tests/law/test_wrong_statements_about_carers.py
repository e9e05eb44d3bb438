"""Mistakes about definitions and duties that were found in public, and that are not made here.

And the tests of benefits and counts that go with the worked cases: A-a, A-b and A-c.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from carerslib.assessments.duties import must_assess
from carerslib.assessments.duty_facts import AssessmentFacts
from carerslib.carers import (
    DEFINITIONS,
    Carer,
    CaringRelationship,
    Person,
    PersonCaredFor,
    Tie,
    WhyHelpIsNeeded,
    define,
)
from carerslib.law import carers_allowance
from carerslib.money import Money
from carerslib.verdicts import Aspect, Result

CARER: Final = Carer(
    Person("A", date(1960, 5, 1)),
    net_weekly_earnings=Money.pounds("200.00"),
    in_full_time_education=False,
    meets_residence_rule=True,
    under_pension_age=True,
)
FORTY_HOURS: Final = CaringRelationship(
    "R1",
    CARER,
    PersonCaredFor(Person("B", date(1935, 1, 1)), receives_qualifying_benefit=True),
    provides=True,
    hours_a_week=40,
    under_contract=False,
    voluntary_work=False,
)
NEIGHBOUR: Final = CaringRelationship(
    "R2",
    attrs.evolve(CARER, hours_in_all=3),
    PersonCaredFor(Person("C", date(1940, 1, 1)), needs_help_because=[WhyHelpIsNeeded.OLD_AGE]),
    provides=True,
    hours_a_week=3,
    tie=Tie.NEIGHBOUR,
    under_contract=False,
    paid=False,
    voluntary_work=False,
)
NEEDS: Final = AssessmentFacts(may_need_support=True, refused=False)


@pytest.mark.parametrize(
    ("day", "limit", "expected"),
    [
        (date(2009, 3, 10), "95.00", Result.NOT_MET),
        (date(2017, 8, 1), "116.00", Result.NOT_MET),
        (date(2026, 2, 1), "196.00", Result.NOT_MET),
        (date(2026, 5, 1), "204.00", Result.MET),
    ],
    ids=["A-a March 2009", "A-a August 2017", "A-a February 2026", "A-a May 2026"],
)
def test_40_hours_and_200_pounds_a_week(day: date, limit: str, expected: Result) -> None:
    verdict = define(FORTY_HOURS, on=day)["CA_BEN"]
    (earnings,) = verdict.on(Aspect.AMOUNT).findings
    assert (earnings.result, earnings.permitted) == (expected, Money.pounds(limit))
    assert verdict.result is expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("CEN21", Result.MET),
        ("CA14_S10", Result.MET),
        ("CA_BEN", Result.NOT_MET),
        ("CC_NI", Result.NOT_MET),
    ],
    ids=["A-b census", "A-b Care Act", "A-b Carer's Allowance", "A-b Carer's Credit"],
)
def test_three_hours_a_week_for_a_neighbour(key: str, expected: Result) -> None:
    verdict = define(NEIGHBOUR, on=date(2026, 11, 1))[key]
    assert verdict.result is expected
    if key == "CEN21":
        assert verdict.findings[-1].permitted == "9 hours or less"


@pytest.mark.parametrize("day", [date(2009, 3, 10)], ids=["A-c"])
def test_in_2009_whether_three_hours_are_substantial_is_nobodys_but_the_authoritys_to_say(
    day: date,
) -> None:
    asks = AssessmentFacts(requested=True, may_have_community_care=True)
    verdict = must_assess(NEIGHBOUR, asks, on=day)
    assert verdict.result is Result.UNDETERMINED
    assert {each.field for each in verdict.missing} >= {"substantial", "regular"}


class TestWrongInPublic:
    @pytest.mark.parametrize("tie", Tie)
    def test_young_carers_need_not_be_of_the_same_family(self, tie: Tie) -> None:
        young = attrs.evolve(NEIGHBOUR, carer=Carer(Person("D", date(2011, 1, 1))), tie=tie)
        assert define(young, on=date(2026, 11, 1))["CA89_17ZA"].is_met

    @pytest.mark.parametrize("hours", [0, 1, 168])
    def test_no_lot_of_time_is_needed_for_an_assessment(self, hours: int) -> None:
        relationship = attrs.evolve(NEIGHBOUR, hours_a_week=hours)
        assert must_assess(relationship, NEEDS, on=date(2026, 11, 1)).is_met

    def test_the_earnings_limit_rose_from_151_to_196(self) -> None:
        limit = carers_allowance.EARNINGS_LIMIT
        assert limit.on(date(2025, 4, 6)) == Money.pounds("151.00")
        assert limit.on(date(2025, 4, 7)) == Money.pounds("196.00")

    def test_there_is_no_care_act_of_2026(self) -> None:
        sources = {each.citation.source for each in DEFINITIONS}
        assert "Care Act 2014" in sources
        assert not any("Care Act 2026" in source for source in sources)

    def test_substantial_and_regular_left_the_law_of_adults_in_2015(self) -> None:
        judged_slight = attrs.evolve(NEIGHBOUR, substantial=False, regular=False)
        assert define(judged_slight, on=date(2015, 4, 1))["CA14_S10"].is_met

    def test_receiving_carers_allowance_is_no_contract(self) -> None:
        paid_benefit = attrs.evolve(
            FORTY_HOURS, carer=attrs.evolve(CARER, net_weekly_earnings=Money.pounds("0.00"))
        )
        side_by_side = define(paid_benefit, on=date(2026, 11, 1))
        assert side_by_side["CA_BEN"].is_met
        assert side_by_side["CA14_S10"].is_met

    def test_who_assesses_is_not_settled_by_where_the_carer_lives(self) -> None:
        for in_area in (True, False, None):
            facts = attrs.evolve(NEEDS, in_area=in_area)
            assert must_assess(NEIGHBOUR, facts, on=date(2026, 11, 1)).is_met

    def test_an_adult_safeguarding_concern_does_not_override_a_carers_refusal(self) -> None:
        facts = AssessmentFacts(
            may_need_support=True,
            refused=True,
            requested_since_refusal=False,
            changed_since_refusal=False,
            abuse_or_neglect=True,
        )
        verdict = must_assess(NEIGHBOUR, facts, on=date(2026, 11, 1))
        assert verdict.result is Result.NOT_MET
