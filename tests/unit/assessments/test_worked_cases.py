"""The worked cases on eligibility and on what follows, under their numbers."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date
from typing import Any, Final

import pytest

import carerslib.law
from carerslib.assessments import (
    AdultNeeds,
    Assessment,
    CarerNeeds,
    Kind,
    Meeting,
    OutcomeRecord,
    Source,
    Strength,
    check,
    check_steps,
    determine,
    duty_to_meet,
    gaps_left,
    power_to_meet,
)
from carerslib.citations import Citation
from carerslib.law.eligibility_regulations_2015 import (
    AdultOutcome,
    CareOutcome,
    CarerHealth,
    CarerOutcome,
)
from carerslib.money import Money
from carerslib.parameters import Parameter
from carerslib.periods import DateRange
from carerslib.services import Party, Support
from carerslib.services import check as check_support
from carerslib.verdicts import Result, Verdict

IN_2017: Final = date(2017, 8, 1)
TODAY: Final = date(2026, 11, 1)
YES: Final = Result.MET
NO: Final = Result.NOT_MET

CHILD_CARE, OTHER_CARE, HOME, NUTRITION, RELATIONSHIPS, WORK, FACILITIES, RECREATION = CarerOutcome


def _records(*failing: OutcomeRecord, of: type[CareOutcome]) -> list[OutcomeRecord]:
    named = {record.outcome for record in failing}
    others = [OutcomeRecord.achieved(outcome) for outcome in of if outcome not in named]
    return [*failing, *others]


def _carer(*failing: OutcomeRecord, on: date = TODAY, **facts: Any) -> Assessment:  # noqa: ANN401 - facts by name
    given: dict[str, Any] = {
        "for_an_adult": True,
        "care_is_necessary": True,
        "arise_from_caring": True,
        "physical_health": False,
        "mental_health": False,
        "significant_impact": True,
        **facts,
    }
    needs = CarerNeeds(outcomes=_records(*failing, of=CarerOutcome), **given)
    return Assessment("A-1", Kind.CARER, on, "carer-1", "adult-1", needs=needs)


def _adult(*failing: OutcomeRecord) -> Assessment:
    outcomes = _records(*failing, of=AdultOutcome)
    needs = AdultNeeds(from_impairment=True, outcomes=outcomes, significant_impact=True)
    return Assessment("A-2", Kind.ADULT_NEEDS, TODAY, "adult-1", needs=needs)


def _cannot(outcome: CareOutcome) -> OutcomeRecord:
    return OutcomeRecord(outcome, needs_assistance=True)


def _slowly(outcome: CareOutcome) -> OutcomeRecord:
    return OutcomeRecord(
        outcome, needs_assistance=False, pain_or_distress=False, danger=False, takes_longer=True
    )


ELIGIBILITY: Final = {
    "A-01 sister, 32 years": (
        _carer(
            *map(_cannot, (RELATIONSHIPS, FACILITIES, RECREATION)),
            physical_health=True,
            mental_health=True,
        ),
        YES,
    ),
    "A-02 husband in a bad spell": (
        _carer(
            OutcomeRecord(WORK, pain_or_distress=True),
            mental_health=True,
            fluctuates=True,
            period=DateRange(date(2026, 5, 1), date(2026, 10, 31)),
        ),
        YES,
    ),
    "A-03 gave up college": (_carer(_cannot(WORK)), YES),
    "A-03 one outcome of an adult": (_adult(_cannot(AdultOutcome.WORK)), NO),
    "A-04 risk of breakdown, no outcome failed": (_carer(mental_health=True), YES),
    "A-05 back worsening, neighbour refused assessment": (_carer(physical_health=True), YES),
    "A-05 care not shown to be necessary": (
        _carer(physical_health=True, care_is_necessary=None),
        Result.UNDETERMINED,
    ),
    "A-06 care that is not necessary": (
        _carer(_cannot(RECREATION), care_is_necessary=False),
        NO,
    ),
    "A-07 needs from an illness of her own": (
        _carer(mental_health=True, arise_from_caring=False),
        NO,
    ),
    "A-08 takes twice as long, a carer": (_carer(_slowly(HOME)), NO),
    "A-08 takes twice as long, an adult": (
        _adult(_slowly(AdultOutcome.HOME), _slowly(AdultOutcome.NUTRITION)),
        YES,
    ),
    "A-09 father wanders into the road": (_carer(OutcomeRecord(RELATIONSHIPS, danger=True)), YES),
    "A-10 misses film club now and then": (
        _carer(_cannot(RECREATION), significant_impact=False, own_view="life is fine"),
        NO,
    ),
    "A-20 in 2017": (_carer(_cannot(WORK), on=IN_2017), YES),
    "A-20 in 2026": (_carer(_cannot(WORK), on=TODAY), YES),
}


@pytest.mark.parametrize(("assessment", "result"), ELIGIBILITY.values(), ids=ELIGIBILITY)
def test_worked_cases_on_eligibility(assessment: Assessment, result: Result) -> None:
    assert determine(assessment).result is result


def test_a_01_strengths_of_the_goddaughter_and_sibling_are_used_in_the_plan_only() -> None:
    bare = ELIGIBILITY["A-01 sister, 32 years"][0]
    goddaughter = Strength(
        "S-1",
        Source.NETWORK,
        [RECREATION],
        willing=True,
        able=True,
        appropriate=True,
        agreed=True,
    )
    sibling = Strength("S-2", Source.CARED_FOR, [FACILITIES], able=True)
    helped = Assessment(
        "A-1", Kind.CARER, TODAY, "carer-1", needs=bare.needs, strengths=[goddaughter, sibling]
    )
    assert determine(helped).is_met
    gaps = {gap.need: gap for gap in gaps_left(helped)}
    assert list(gaps) == [*CarerHealth, RELATIONSHIPS, FACILITIES, RECREATION]
    assert gaps[RECREATION].strengths == (goddaughter,)
    assert gaps[FACILITIES].strengths == (sibling,)
    assert gaps[RELATIONSHIPS].strengths == ()


def test_a_02_a_bad_spell_is_judged_over_a_representative_period() -> None:
    verdict = determine(ELIGIBILITY["A-02 husband in a bad spell"][0])
    found = next(each for each in verdict.findings if each.citation.place == "regulation 3(4)")
    assert found.is_met


def test_a_12_and_a_15_children_act_assessments_have_no_criteria() -> None:
    for kind in (Kind.YOUNG_CARER_NEEDS, Kind.PARENT_CARER_NEEDS):
        verdict = determine(Assessment("A-1", kind, TODAY, "carer-1"))
        assert verdict.result is Result.NOT_APPLICABLE
        assert "section 17" in verdict.findings[0].note


def test_a_12_tasks_are_looked_at_and_support_for_the_mother_is_thought_of_first() -> None:
    bathing = Assessment(
        "A-12",
        Kind.YOUNG_CARER_NEEDS,
        TODAY,
        "son",
        "mother",
        covered={"tasks": False, "prevention": False, "decided_needs": False},
    )
    unmet = {each.rule: each.citation.place for each in check(bathing).unmet}
    assert unmet == {
        "tasks": "regulation 4(2)(d)",
        "prevention": "regulation 4(2)(e)",
        "decided_needs": "section 17ZC(a)",
    }


NOT_ELIGIBLE: Final = {
    name: case[0] for name, case in ELIGIBILITY.items() if name.startswith(("A-06", "A-07", "A-10"))
}


@pytest.mark.parametrize("assessment", NOT_ELIGIBLE.values(), ids=NOT_ELIGIBLE)
def test_where_no_need_is_eligible_written_advice_is_owed(assessment: Assessment) -> None:
    (owed,) = check_steps(assessment, {"needs_found": True, "advice_given": False}).unmet
    assert owed.citation.place == "section 13(5)"


@pytest.mark.parametrize(
    ("case", "fact", "route"),
    [
        ("A-06 care that is not necessary", "carer.care_is_necessary", "strengths of the adult"),
        ("A-07 needs from an illness of her own", "carer.arise_from_caring", "needs assessment"),
    ],
)
def test_a_cause_that_is_not_shown_points_to_what_may_help_instead(
    case: str, fact: str, route: str
) -> None:
    found = {each.rule: each for each in determine(ELIGIBILITY[case][0]).findings}
    assert route in found[fact].note
    others = {each.note for rule, each in found.items() if rule != fact}
    assert others == {""}


def test_a_19b_written_reasons_and_advice_are_owed_where_needs_are_not_met() -> None:
    taken = {
        "needs_found": True,
        "determined": True,
        "determination_given": True,
        "going_to_meet": False,
        "reasons_given": False,
        "advice_given": False,
        "advice_on_not_meeting": False,
    }
    owed = check_steps(_carer(_cannot(WORK)), taken).unmet
    assert [each.citation.place for each in owed] == ["section 24(2)(a)", "section 24(2)(b)"]


def _meeting(**facts: Any) -> Meeting:  # noqa: ANN401 - facts by name
    given: dict[str, Any] = {
        "authority": "Halton",
        "ordinarily_resident": True,
        "present_unsettled": False,
        "support_to_carer": True,
        "carer_charged": False,
        "care_to_adult": False,
        **facts,
    }
    return Meeting(reference="M-1", assessment=_carer(_cannot(WORK)), **given)


RESPITE: Final = {
    "support_to_carer": False,
    "care_to_adult": True,
    "adult_charged": False,
    "adult_excluded": False,
}
GYM: Final = {"carer_charged": True, "carer_above_limit": True}

MEETING: Final = {
    "A-17 the father's council": (_meeting(authority="Halton"), YES, NO),
    "A-17 the daughter's council": (
        _meeting(authority="Herefordshire", ordinarily_resident=False),
        NO,
        YES,
    ),
    "A-18 the husband refuses respite": (_meeting(**RESPITE, adult_agrees=False), NO, NO),
    "A-18 the husband agrees": (_meeting(**RESPITE, adult_agrees=True), YES, NO),
    "A-19a above the limit and asks": (_meeting(**GYM, carer_asks=True), YES, NO),
    "A-19b above the limit and does not ask": (_meeting(**GYM, carer_asks=False), NO, YES),
}


@pytest.mark.parametrize(("meeting", "duty", "power"), MEETING.values(), ids=MEETING)
def test_worked_cases_on_meeting_needs(meeting: Meeting, duty: Result, power: Result) -> None:
    assert (duty_to_meet(meeting).result, power_to_meet(meeting).result) == (duty, power)


@pytest.mark.parametrize(
    ("charged_to", "result"),
    [
        pytest.param(Party.CARED_FOR, YES, id="A-18 charge to him"),
        pytest.param(Party.NOBODY, YES, id="A-18 charge to nobody"),
        pytest.param(Party.CARER, NO, id="A-18 charge to her"),
    ],
)
def test_a_18_respite_is_charged_to_him_or_to_nobody(charged_to: Party, result: Result) -> None:
    respite = Support(
        reference="S-1",
        need_owner=Party.CARER,
        delivered_to=Party.CARED_FOR,
        charged_to=charged_to,
        adult_agrees=True,
    )
    found = {each.rule: each for each in check_support(respite, on=TODAY).findings}
    expected = Result.NOT_APPLICABLE if charged_to is Party.NOBODY else result
    assert found["support.who_is_charged"].result is expected


FAULTS: Final = {
    "A-d eligible, to be met, and no plan issued": (
        check_steps(
            _carer(_cannot(WORK)),
            {
                "needs_found": True,
                "determined": True,
                "determination_given": True,
                "going_to_meet": True,
                "plan_prepared": False,
            },
        ),
        "section 24(1)(a)",
        "23 011 696",
    ),
    "A-e a carer never offered an assessment while the adult was assessed": (
        check(
            Assessment(
                "A-2",
                Kind.ADULT_NEEDS,
                date(2020, 12, 7),
                "adult-1",
                covered={
                    "has_carer": True,
                    "carer_may_have_needs": True,
                    "carer_assessed": False,
                },
            )
        ),
        "section 10(1)",
        "19 007 335",
    ),
    "A-f a plan made without weighing that the daughter cannot go on": (
        check_steps(_adult(), {"relies_on_carer": True, "carer_weighed": False}),
        "section 18(7)",
        "24 014 694",
    ),
}


@pytest.mark.parametrize(("verdict", "place", "decision"), FAULTS.values(), ids=FAULTS)
def test_faults_that_the_ombudsman_found_are_found_by_their_provision(
    verdict: Verdict, place: str, decision: str
) -> None:
    assert verdict.result is NO
    (fault,) = verdict.unmet
    assert fault.citation.place == place
    assert decision in fault.citation.note


class TestWrongPublicStatements:
    """What pages of councils and others say, and this library does not."""

    def test_a_carer_does_not_need_two_failed_outcomes(self) -> None:
        assert determine(_carer(_cannot(NUTRITION))).is_met

    def test_a_carer_does_not_need_a_health_effect_and_a_failed_outcome(self) -> None:
        assert determine(_carer(_cannot(HOME), physical_health=False)).is_met
        assert determine(_carer(physical_health=True)).is_met

    def test_the_three_conditions_are_not_alternatives(self) -> None:
        assert determine(_carer(_cannot(HOME), arise_from_caring=False)).result is NO
        assert determine(_carer()).result is NO
        assert determine(_carer(_cannot(HOME), significant_impact=False)).result is NO

    def test_outcomes_are_the_carers_own_life_and_not_the_caring_tasks(self) -> None:
        words = {outcome.words for outcome in CarerOutcome}
        assert len(words) == 8
        assert not any("household" in each for each in words)

    def test_respite_does_not_depend_on_the_adult_being_eligible(self) -> None:
        fields = set(Meeting.__annotations__)
        assert not any("adult_eligible" in field for field in fields)
        assert duty_to_meet(_meeting(**RESPITE, adult_agrees=True)).is_met

    def test_the_regulations_are_of_2015(self) -> None:
        for outcome in (*CarerOutcome, *AdultOutcome):
            assert "2015 (SI 2015/313)" in outcome.citation.source

    def test_no_cap_on_care_costs_and_no_later_care_act_is_among_the_law(self) -> None:
        modules = [
            importlib.import_module(f"carerslib.law.{each.name}")
            for each in pkgutil.iter_modules(carerslib.law.__path__)
        ]
        values = [vars(module)[name] for module in modules for name in module.__all__]
        parameters = [value for value in values if isinstance(value, Parameter)]
        amounts = {dated.value for each in parameters for dated in each.values}
        assert Money.pounds("196.00") in amounts
        assert amounts.isdisjoint({Money.pounds("86000.00"), Money.pounds("100000.00")})
        sources = {value.source for value in values if isinstance(value, Citation)}
        assert "Care Act 2014" in sources
        assert {each for each in sources if each.startswith("Care Act")} == {"Care Act 2014"}

    def test_the_duty_turns_on_where_the_adult_lives(self) -> None:
        residence = duty_to_meet(_meeting(ordinarily_resident=False)).unmet
        assert [each.citation.place for each in residence] == ["section 20(1)(a)"]
        assert "where the carer lives does not count" in residence[0].note

    def test_no_number_of_hours_is_needed(self) -> None:
        assessment = _carer(_cannot(WORK))
        few = Assessment(
            "A-1", Kind.CARER, TODAY, "carer-1", needs=assessment.needs, hours_a_week=1
        )
        assert determine(few).is_met
