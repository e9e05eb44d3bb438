"""The Care and Support (Eligibility Criteria) Regulations 2015, provision by provision."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any, Final

import pytest

from carerslib.assessments import AdultNeeds, Assessment, CarerNeeds, Kind, OutcomeRecord, determine
from carerslib.errors import NotInForceError
from carerslib.law.eligibility_regulations_2015 import IN_FORCE, AdultOutcome, CarerOutcome, Limb
from carerslib.periods import DateRange
from carerslib.verdicts import Result, Verdict

DAY: Final = date(2017, 8, 1)
CARER_LIMBS: Final = (Limb.ASSISTANCE, Limb.PAIN, Limb.DANGER)
ANSWERS: Final = (True, False, None)
WELL: Final[dict[str, Any]] = {
    "for_an_adult": True,
    "care_is_necessary": True,
    "arise_from_caring": True,
    "physical_health": False,
    "mental_health": False,
    "outcomes": tuple(map(OutcomeRecord.achieved, CarerOutcome)),
    "significant_impact": True,
}
RESULTS: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}


def _failing(outcome: CarerOutcome | AdultOutcome, limb: Limb) -> OutcomeRecord:
    facts = {each.value: each is limb for each in Limb}
    return OutcomeRecord(outcome, **facts)


def _carer(
    failed: dict[CarerOutcome, Limb],
    *,
    health: bool | None = False,
    causes: tuple[bool | None, bool | None, bool | None] = (True, True, True),
    impact: bool | None = True,
) -> Verdict:
    outcomes = [
        _failing(outcome, failed[outcome]) if outcome in failed else OutcomeRecord.achieved(outcome)
        for outcome in CarerOutcome
    ]
    for_an_adult, care_is_necessary, arise_from_caring = causes
    needs = CarerNeeds(
        for_an_adult=for_an_adult,
        care_is_necessary=care_is_necessary,
        arise_from_caring=arise_from_caring,
        physical_health=health,
        mental_health=False,
        outcomes=outcomes,
        significant_impact=impact,
    )
    return determine(Assessment("A-1", Kind.CARER, DAY, "carer-1", needs=needs))


def _adult(
    failed: dict[AdultOutcome, Limb],
    *,
    impairment: bool | None = True,
    impact: bool | None = True,
) -> Verdict:
    outcomes = [
        _failing(outcome, failed[outcome]) if outcome in failed else OutcomeRecord.achieved(outcome)
        for outcome in AdultOutcome
    ]
    needs = AdultNeeds(from_impairment=impairment, outcomes=outcomes, significant_impact=impact)
    return determine(Assessment("A-2", Kind.ADULT_NEEDS, DAY, "adult-1", needs=needs))


class TestRegulation1:
    def test_the_criteria_are_not_known_on_the_day_before_they_came_into_force(self) -> None:
        before = Assessment("A-1", Kind.CARER, date(2015, 3, 31), "carer-1")
        with pytest.raises(NotInForceError, match="in force"):
            determine(before)

    @pytest.mark.parametrize("day", [date(2015, 4, 1), date(2015, 4, 2), date(2026, 11, 1)])
    def test_they_are_known_from_1_april_2015(self, day: date) -> None:
        assert determine(Assessment("A-1", Kind.CARER, day, "carer-1")).is_undetermined

    def test_every_day_has_one_rule_or_a_reason_why_not(self) -> None:
        assert IN_FORCE.first == date(2015, 4, 1)
        day, last = date(2015, 3, 1), date(2015, 5, 1)
        while day <= last:
            assessment = Assessment("A-1", Kind.ADULT_NEEDS, day, "adult-1")
            if day in IN_FORCE:
                assert determine(assessment).is_undetermined
            else:
                with pytest.raises(NotInForceError):
                    determine(assessment)
            day += timedelta(days=1)


class TestRegulation2:
    """Adults who need care and support."""

    @pytest.mark.parametrize("number", range(11))
    def test_2_1_b_two_or_more_of_ten_outcomes(self, number: int) -> None:
        failed = dict.fromkeys(list(AdultOutcome)[:number], Limb.ASSISTANCE)
        assert _adult(failed).result is RESULTS[number >= 2]

    @pytest.mark.parametrize("pair", list(itertools.combinations(AdultOutcome, 2)))
    def test_2_2_any_two_outcomes_will_do(self, pair: tuple[AdultOutcome, AdultOutcome]) -> None:
        assert _adult(dict.fromkeys(pair, Limb.PAIN)).is_met

    @pytest.mark.parametrize("limb", Limb)
    def test_2_3_each_of_four_limbs_counts(self, limb: Limb) -> None:
        pair = [AdultOutcome.HYGIENE, AdultOutcome.CLOTHING]
        assert _adult(dict.fromkeys(pair, limb)).is_met

    @pytest.mark.parametrize("impairment", ANSWERS)
    @pytest.mark.parametrize("impact", ANSWERS)
    def test_2_1_all_three_conditions_are_needed(
        self, *, impairment: bool | None, impact: bool | None
    ) -> None:
        failed = dict.fromkeys([AdultOutcome.HOME, AdultOutcome.WORK], Limb.DANGER)
        verdict = _adult(failed, impairment=impairment, impact=impact)
        both = [impairment, impact]
        expected = False if False in both else None if None in both else True
        assert verdict.result is RESULTS[expected]

    def test_with_nothing_recorded_everything_is_missing(self) -> None:
        verdict = determine(Assessment("A-2", Kind.ADULT_NEEDS, DAY, "adult-1"))
        assert verdict.is_undetermined
        assert len(verdict.missing) == 2 + 10 * 4


class TestRegulation3:
    """Carers."""

    @pytest.mark.parametrize("causes", list(itertools.product(ANSWERS, repeat=3)))
    def test_3_1_a_needs_from_providing_necessary_care_for_an_adult(
        self, causes: tuple[bool | None, bool | None, bool | None]
    ) -> None:
        verdict = _carer({CarerOutcome.WORK: Limb.ASSISTANCE}, causes=causes)
        expected = False if False in causes else None if None in causes else True
        assert verdict.result is RESULTS[expected]

    @pytest.mark.parametrize("outcome", CarerOutcome)
    @pytest.mark.parametrize("limb", CARER_LIMBS)
    def test_3_2_b_any_one_outcome_is_enough(self, outcome: CarerOutcome, limb: Limb) -> None:
        assert _carer({outcome: limb}).is_met

    def test_3_2_a_health_alone_is_enough(self) -> None:
        assert _carer({}, health=True).is_met
        mental = CarerNeeds(**{**WELL, "mental_health": True})
        assert determine(Assessment("A-1", Kind.CARER, DAY, "carer-1", needs=mental)).is_met

    def test_3_2_neither_health_nor_an_outcome_is_not_enough(self) -> None:
        verdict = _carer({})
        assert verdict.result is Result.NOT_MET
        assert all(finding.rule.startswith("carer.") for finding in verdict.unmet)

    @pytest.mark.parametrize("outcome", CarerOutcome)
    def test_3_3_taking_longer_is_no_limb_for_a_carer(self, outcome: CarerOutcome) -> None:
        assert _carer({outcome: Limb.LONGER}).result is Result.NOT_MET

    @pytest.mark.parametrize("limb", CARER_LIMBS)
    @pytest.mark.parametrize("health", ANSWERS)
    def test_3_2_and_3_3_every_pattern_of_outcomes(
        self, *, limb: Limb, health: bool | None
    ) -> None:
        for pattern in itertools.product([True, False], repeat=8):
            failed = {
                outcome: limb for outcome, fails in zip(CarerOutcome, pattern, strict=True) if fails
            }
            verdict = _carer(failed, health=health)
            assert verdict.result is RESULTS[True if any(pattern) else health], pattern
            assert Verdict.all_of(verdict.parts, title="").result is verdict.result, pattern

    @pytest.mark.parametrize("impact", ANSWERS)
    def test_3_1_c_a_significant_impact(self, *, impact: bool | None) -> None:
        assert _carer({}, health=True, impact=impact).result is RESULTS[impact]

    @pytest.mark.parametrize(
        ("fluctuates", "period", "result"),
        [
            (False, None, Result.NOT_APPLICABLE),
            (True, None, Result.UNDETERMINED),
            (True, DateRange.month(2017, 7), Result.MET),
            (None, DateRange.month(2017, 7), Result.UNDETERMINED),
        ],
    )
    def test_3_4_fluctuation_is_looked_at_over_a_period_and_decides_nothing_by_itself(
        self, *, fluctuates: bool | None, period: DateRange | None, result: Result
    ) -> None:
        needs = CarerNeeds(
            **{**WELL, "physical_health": True}, fluctuates=fluctuates, period=period
        )
        verdict = determine(Assessment("A-1", Kind.CARER, DAY, "carer-1", needs=needs))
        found = next(each for each in verdict.findings if each.citation.place == "regulation 3(4)")
        assert (found.result, found.binding, verdict.is_met) == (result, False, True)

    def test_with_nothing_recorded_everything_is_missing(self) -> None:
        verdict = determine(Assessment("A-1", Kind.CARER, DAY, "carer-1"))
        assert verdict.is_undetermined
        assert len(verdict.missing) == 3 + 2 + 8 * 3 + 1

    def test_each_finding_cites_its_provision_and_says_what_was_recorded(self) -> None:
        verdict = _carer({CarerOutcome.WORK: Limb.PAIN}, health=None)
        found = {finding.rule: finding for finding in verdict.findings}
        pain = found["carer.work.pain_or_distress"]
        assert (pain.measured, pain.is_met, pain.citation.place) == (
            "yes",
            True,
            "regulation 3(3)(b)",
        )
        assert found["carer.physical_health"].measured is None
        assert found["carer.mental_health"].measured == "no"
        assert verdict.findings == verdict.findings
        assert verdict.basis is not None
        assert str(verdict.basis) == "carerslib.assessments 2026-11"


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (Kind.CHILDS_CARER, "section 61(5)"),
        (Kind.YOUNG_CARER, "section 64(5)"),
        (Kind.CHILD_NEEDS, "section 59(4)"),
        (Kind.YOUNG_CARER_NEEDS, "section 17ZC"),
        (Kind.PARENT_CARER_NEEDS, "section 17ZF"),
    ],
)
def test_no_criteria_apply_to_the_other_kinds(kind: Kind, place: str) -> None:
    verdict = determine(Assessment("A-1", kind, DAY, "carer-1"))
    assert verdict.result is Result.NOT_APPLICABLE
    assert [finding.citation.place for finding in verdict.findings] == [place]


@pytest.mark.parametrize(
    ("day", "warned"),
    [
        (date(2020, 3, 30), False),
        (date(2020, 3, 31), True),
        (date(2021, 7, 16), True),
        (date(2021, 7, 17), False),
    ],
)
def test_a_day_in_the_time_of_the_coronavirus_easements_is_pointed_out(
    day: date, *, warned: bool
) -> None:
    verdict = determine(Assessment("A-1", Kind.CARER, day, "carer-1"))
    assert ("advice.easements" in {finding.rule for finding in verdict.findings}) is warned


def test_section_62_lets_needs_of_a_childs_carer_be_met_before_the_child_is_18() -> None:
    notes = {
        kind: determine(Assessment("A-1", kind, DAY, "carer-1")).findings[0].note
        for kind in (Kind.CHILDS_CARER, Kind.YOUNG_CARER)
    }
    assert "section 62" in notes[Kind.CHILDS_CARER]
    assert "section 62" not in notes[Kind.YOUNG_CARER]
