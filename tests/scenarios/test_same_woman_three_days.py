"""A-20: the same woman, caring 25 hours a week for a mother who refuses any assessment of herself.

She asks the council for help on three days: when Halton's board met in 2009, when Herefordshire's
cabinet member decided in 2017, and in late 2026. She does not change; what the law asks does. Each
day goes the whole way: whether she must be assessed, whether her needs are eligible, and whether
the council must meet them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from carerslib.assessments import (
    Assessment,
    CarerNeeds,
    Kind,
    Meeting,
    OutcomeRecord,
    determine,
    duty_to_meet,
)
from carerslib.assessments.duties import duties_to_assess, must_assess, must_inform
from carerslib.assessments.duty_facts import AssessmentFacts
from carerslib.carers import Carer, CaringRelationship, Person, PersonCaredFor, define
from carerslib.errors import NotInForceError
from carerslib.law import carers_allowance
from carerslib.law.eligibility_regulations_2015 import CarerOutcome
from carerslib.money import Money
from carerslib.verdicts import Aspect, Result

HALTON: Final = date(2009, 3, 10)
HEREFORDSHIRE: Final = date(2017, 8, 1)
TODAY: Final = date(2026, 11, 1)

WOMAN: Final = CaringRelationship(
    "R-20",
    Carer(Person("woman", date(1958, 7, 2)), net_weekly_earnings=Money.pounds("110.00")),
    PersonCaredFor(Person("mother", date(1931, 1, 20)), assessed_for_community_care=False),
    provides=True,
    since=date(2008, 1, 1),
    hours_a_week=25,
    under_contract=False,
    voluntary_work=False,
)
ASKS_FOR_HELP: Final = AssessmentFacts(
    requested=True,
    may_need_support=True,
    refused=False,
    may_have_community_care=True,
    assessed_before=False,
    informed_before=False,
)


# What troubles her: work that she gave up. Nothing else is recorded, and nothing else is needed.
HER_NEEDS: Final = CarerNeeds(
    for_an_adult=True,
    care_is_necessary=True,
    arise_from_caring=True,
    outcomes=[OutcomeRecord(CarerOutcome.WORK, needs_assistance=True)],
    significant_impact=True,
)


def assessed(on: date, needs: CarerNeeds = HER_NEEDS) -> Assessment:
    return Assessment("A-20", Kind.CARER, on, "woman", "mother", needs=needs, hours_a_week=25)


def met_by_support_to_her(on: date) -> Meeting:
    return Meeting(
        reference="M-20",
        authority="the mother's council",
        assessment=assessed(on),
        ordinarily_resident=True,
        support_to_carer=True,
        carer_charged=False,
        care_to_adult=False,
    )


def judged(substantial: bool | None) -> CaringRelationship:  # noqa: FBT001 - a recorded judgement
    return attrs.evolve(WOMAN, substantial=substantial, regular=True)


def missing(on: date) -> set[str]:
    return {each.field for each in must_assess(WOMAN, ASKS_FOR_HELP, on=on).missing}


class TestInHaltonIn2009:
    def test_the_act_of_1995_gives_nothing_because_the_mother_is_not_being_assessed(self) -> None:
        verdict = duties_to_assess(judged(substantial=True), ASKS_FOR_HELP, on=HALTON)["C95"]
        assert verdict.result is Result.NOT_MET
        assert {each.title for each in verdict.unmet} >= {
            "The person cared for is being assessed for community care services"
        }

    @pytest.mark.parametrize(
        ("substantial", "expected"),
        [(True, Result.MET), (False, Result.NOT_MET), (None, Result.UNDETERMINED)],
    )
    def test_the_act_of_2000_does_on_request_if_care_is_judged_substantial_and_regular(
        self,
        substantial: bool | None,  # noqa: FBT001 - a recorded judgement
        expected: Result,
    ) -> None:
        assert must_assess(judged(substantial), ASKS_FOR_HELP, on=HALTON).result is expected

    def test_25_hours_do_not_make_that_judgement(self) -> None:
        assert missing(HALTON) == {"substantial", "regular"}

    def test_without_a_request_there_is_no_duty_to_assess_but_one_to_tell_her(self) -> None:
        silent = attrs.evolve(ASKS_FOR_HELP, requested=False)
        relationship = judged(substantial=True)
        assert must_assess(relationship, silent, on=HALTON).result is Result.NOT_MET
        assert must_inform(relationship, silent, on=HALTON).is_met

    def test_no_criteria_and_no_duty_to_meet_her_needs_are_held_for_that_day(self) -> None:
        with pytest.raises(NotInForceError, match="in force from 1 April 2015"):
            determine(assessed(HALTON))
        with pytest.raises(NotInForceError, match="in force from 1 April 2015"):
            duty_to_meet(met_by_support_to_her(HALTON))


@pytest.mark.parametrize("on", [HEREFORDSHIRE, TODAY], ids=["Herefordshire 2017", "late 2026"])
class TestUnderTheCareAct:
    def test_she_must_be_assessed_because_she_may_have_needs(self, on: date) -> None:
        verdict = must_assess(WOMAN, ASKS_FOR_HELP, on=on)
        assert verdict.is_met
        assert [part.title for part in verdict.parts if part.result is Result.MET] == [
            "Carer's assessment, Care Act 2014"
        ]

    def test_she_need_not_ask(self, on: date) -> None:
        silent = attrs.evolve(ASKS_FOR_HELP, requested=False)
        assert must_assess(WOMAN, silent, on=on).is_met

    def test_neither_hours_nor_her_mothers_refusal_matter(self, on: date) -> None:
        an_hour = attrs.evolve(WOMAN, hours_a_week=1)
        assert must_assess(an_hour, ASKS_FOR_HELP, on=on).is_met

    def test_her_needs_are_eligible_and_the_council_must_meet_them(self, on: date) -> None:
        assert determine(assessed(on)).is_met
        assert duty_to_meet(met_by_support_to_her(on)).is_met

    @pytest.mark.parametrize("condition", ["care_is_necessary", "significant_impact"])
    def test_without_one_of_the_three_conditions_there_is_no_duty(
        self, on: date, condition: str
    ) -> None:
        needs = attrs.evolve(HER_NEEDS, **{condition: False})  # type: ignore[arg-type]
        meeting = attrs.evolve(met_by_support_to_her(on), assessment=assessed(on, needs))
        assert determine(assessed(on, needs)).result is Result.NOT_MET
        assert duty_to_meet(meeting).result is Result.NOT_MET


@pytest.mark.parametrize(
    ("on", "covered"),
    [
        (HALTON, set()),
        (HEREFORDSHIRE, {"CA14_S10"}),
        (TODAY, {"CA14_S10"}),
    ],
)
def test_which_definitions_cover_her(on: date, covered: set[str]) -> None:
    assert {key for key, verdict in define(WOMAN, on=on).items() if verdict.is_met} == covered


@pytest.mark.parametrize(
    ("on", "limit", "within"),
    [
        (HALTON, "95.00", Result.NOT_MET),
        (HEREFORDSHIRE, "116.00", Result.MET),
        (TODAY, "204.00", Result.MET),
    ],
)
def test_her_earnings_meet_the_limit_of_each_day(on: date, limit: str, within: Result) -> None:
    assert carers_allowance.EARNINGS_LIMIT.on(on) == Money.pounds(limit)
    assert define(WOMAN, on=on)["CA_BEN"].on(Aspect.AMOUNT).result is within
