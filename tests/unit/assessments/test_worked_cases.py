"""The worked cases on eligibility and on what follows, under their numbers."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date
from typing import Any, Final

import attrs
import pytest

import carerslib.law
from carerslib.assessments import (
    AdultNeeds,
    Assessment,
    AssessmentFacts,
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
    must_assess,
    power_to_meet,
)
from carerslib.carers import Carer, CaringRelationship, Person, PersonCaredFor
from carerslib.citations import Citation
from carerslib.law.care_act_2014 import WellBeing
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
            affected=[WellBeing.RELATIONSHIPS, WellBeing.HEALTH, WellBeing.PARTICIPATION],
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


SHOWN: Final = {
    "A-01 sister, 32 years": {
        "carer.physical_health": "regulation 3(2)(a)",
        "carer.mental_health": "regulation 3(2)(a)",
        "carer.relationships.needs_assistance": "regulation 3(3)(a)",
        "carer.facilities.needs_assistance": "regulation 3(3)(a)",
        "carer.recreation.needs_assistance": "regulation 3(3)(a)",
    },
    "A-02 husband in a bad spell": {
        "carer.mental_health": "regulation 3(2)(a)",
        "carer.work.pain_or_distress": "regulation 3(3)(b)",
    },
    "A-03 gave up college": {"carer.work.needs_assistance": "regulation 3(3)(a)"},
    "A-04 risk of breakdown, no outcome failed": {"carer.mental_health": "regulation 3(2)(a)"},
    "A-05 back worsening, neighbour refused assessment": {
        "carer.physical_health": "regulation 3(2)(a)"
    },
    "A-08 takes twice as long, an adult": {
        "adult.home.takes_longer": "regulation 2(3)(d)",
        "adult.nutrition.takes_longer": "regulation 2(3)(d)",
    },
    "A-09 father wanders into the road": {"carer.relationships.danger": "regulation 3(3)(c)"},
}
CONDITIONS_1_AND_3: Final = frozenset(
    {
        "carer.for_an_adult",
        "carer.care_is_necessary",
        "carer.arise_from_caring",
        "carer.significant_impact",
        "adult.from_impairment",
        "adult.significant_impact",
    }
)


@pytest.mark.parametrize(("case", "shown"), SHOWN.items(), ids=SHOWN)
def test_what_shows_condition_2_is_named_with_its_limb(case: str, shown: dict[str, str]) -> None:
    met = {
        each.rule: each.citation.place
        for each in determine(ELIGIBILITY[case][0]).findings
        if each.is_met and each.binding and each.rule not in CONDITIONS_1_AND_3
    }
    assert met == shown


REFUSED_BY: Final = {
    "A-06 care that is not necessary": "carer.care_is_necessary",
    "A-07 needs from an illness of her own": "carer.arise_from_caring",
    "A-10 misses film club now and then": "carer.significant_impact",
}


@pytest.mark.parametrize(("case", "rule"), REFUSED_BY.items(), ids=REFUSED_BY)
def test_a_no_rests_on_the_one_condition_that_fails(case: str, rule: str) -> None:
    assert [each.rule for each in determine(ELIGIBILITY[case][0]).unmet] == [rule]


def test_a_08_no_limb_of_a_carer_counts_the_time_that_it_takes() -> None:
    unmet = {
        each.rule for each in determine(ELIGIBILITY["A-08 takes twice as long, a carer"][0]).unmet
    }
    assert len(unmet) == 2 + 8 * 3
    assert unmet.isdisjoint(CONDITIONS_1_AND_3)
    assert not any("longer" in each for each in unmet)


def test_a_03_an_adult_who_fails_one_outcome_needs_another() -> None:
    verdict = determine(ELIGIBILITY["A-03 one outcome of an adult"][0])
    outcomes = next(part for part in verdict.parts if part.title == "Two or more outcomes")
    assert isinstance(outcomes, Verdict)
    assert [each.title for each in outcomes.parts if each.result is YES] == [
        "Unable to achieve: work, training, education or volunteering"
    ]


def test_a_01_the_matters_of_well_being_that_are_affected_are_said_with_the_impact() -> None:
    verdict = determine(ELIGIBILITY["A-01 sister, 32 years"][0])
    (impact,) = (each for each in verdict.findings if each.rule == "carer.significant_impact")
    assert impact.note == (
        "recorded as affected: physical and mental health and emotional well-being;"
        " work, education, training or recreation; domestic, family and personal relationships"
    )


def test_a_10_the_carers_own_view_is_looked_at_and_decides_nothing_by_itself() -> None:
    verdict = determine(ELIGIBILITY["A-10 misses film club now and then"][0])
    (view,) = (each for each in verdict.findings if each.rule == "advice.own_view")
    assert (view.result, view.binding, view.citation.place) == (YES, False, "section 1(3)(a)")


@pytest.mark.parametrize("being_assessed", [False, None])
def test_a_05_a_neighbour_who_refuses_assessment_takes_nothing_from_the_duty_to_assess_the_carer(
    *, being_assessed: bool | None
) -> None:
    neighbour = PersonCaredFor(
        Person("neighbour", date(1940, 1, 1)), assessed_for_community_care=being_assessed
    )
    caring = CaringRelationship(
        "R-5",
        Carer(Person("carer-1", date(1965, 1, 1))),
        neighbour,
        provides=True,
        under_contract=False,
        voluntary_work=False,
    )
    facts = AssessmentFacts(may_need_support=True, refused=False)
    assert must_assess(caring, facts, on=TODAY).is_met


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


def test_a_02_family_that_cannot_help_is_no_strength_to_plan_with() -> None:
    family = Strength("S-1", Source.NETWORK, [WORK], willing=True, able=False)
    bad_spell = attrs.evolve(ELIGIBILITY["A-02 husband in a bad spell"][0], strengths=[family])
    gaps = {gap.need: gap for gap in gaps_left(bad_spell)}
    assert list(gaps) == [CarerHealth.MENTAL, WORK]
    assert (gaps[WORK].strengths, gaps[WORK].not_shown, gaps[WORK].is_left) == ((), (), True)


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


def test_a_18_another_way_is_looked_for_where_the_husband_refuses() -> None:
    (refused,) = duty_to_meet(MEETING["A-18 the husband refuses respite"][0]).unmet
    assert refused.rule == "meeting.care_to_adult"
    assert "another is to be found so far as feasible (section 20(8))" in refused.note
    (never_imposed,) = power_to_meet(MEETING["A-18 the husband refuses respite"][0]).unmet
    assert never_imposed.rule == "meeting.agreement"


def test_a_19_the_charge_is_judged_by_conditions_1_and_2() -> None:
    (unmet,) = duty_to_meet(MEETING["A-19b above the limit and does not ask"][0]).unmet
    assert unmet.citation.place == "section 20(1)(b), (2) and (3)"


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
