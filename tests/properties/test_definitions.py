"""Whatever is recorded of a relationship, the definitions of care law answer it alike."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carerslib.assessments import AssessmentFacts, duties_to_assess
from carerslib.carers import CaringRelationship, Tie, define
from carerslib.testing.strategies import assessment_facts, caring_relationships
from carerslib.verdicts import Result

DAYS: Final = st.sampled_from(
    [date(1996, 4, 1), date(2009, 3, 10), date(2015, 4, 1), date(2017, 8, 1), date(2026, 11, 1)]
)
CARE_LAW: Final = ("CA14_S10", "CA14_S60", "CA14_S63", "CA89_17ZA", "CA89_17ZD", "C95", "C00")
FACTS: Final = (
    "provides",
    "intends",
    "under_contract",
    "voluntary_work",
    "substantial",
    "regular",
    "parental_responsibility",
)


def results(relationship: CaringRelationship, day: date) -> dict[str, Result]:
    verdicts = define(relationship, on=day)
    return {key: verdicts[key].result for key in CARE_LAW if key in verdicts}


@given(caring_relationships(), DAYS, st.integers(0, 168), st.sampled_from([*Tie, None]))
def test_hours_and_ties_never_change_who_is_a_carer_in_care_law(
    relationship: CaringRelationship, day: date, hours: int, tie: Tie | None
) -> None:
    described = attrs.evolve(relationship, hours_a_week=hours, tie=tie, paid=True)
    assert results(described, day) == results(relationship, day)


@given(caring_relationships(), DAYS)
def test_an_answer_that_is_settled_stays_whatever_is_recorded_later(
    relationship: CaringRelationship, day: date
) -> None:
    before = results(relationship, day)
    unknown = [name for name in FACTS if getattr(relationship, name) is None][:3]
    for answers in product([True, False], repeat=len(unknown)):
        later = attrs.evolve(
            relationship,
            **dict(zip(unknown, answers, strict=True)),  # type: ignore[arg-type]
        )
        # volunteering for an organisation is voluntary work: to record otherwise is no answer
        if later.for_voluntary_organisation and later.voluntary_work is False:
            continue
        for key, result in results(later, day).items():
            assert before[key] in (result, Result.UNDETERMINED)


@given(caring_relationships(), DAYS)
def test_an_open_answer_names_what_is_missing_and_a_settled_one_names_nothing(
    relationship: CaringRelationship, day: date
) -> None:
    for verdict in define(relationship, on=day).values():
        assert bool(verdict.missing) is (verdict.result is Result.UNDETERMINED)
        recorded = {name for name in FACTS if getattr(relationship, name) is not None}
        assert recorded.isdisjoint(each.field for each in verdict.missing)


@pytest.mark.parametrize("day", [date(2015, 4, 1), date(2026, 11, 1)])
@given(caring_relationships())
def test_nobody_is_both_a_carer_and_a_young_carer(
    day: date, relationship: CaringRelationship
) -> None:
    met = {key for key, result in results(relationship, day).items() if result is Result.MET}
    assert not {"CA14_S10", "CA14_S63"} <= met
    assert not {"CA14_S10", "CA14_S60"} <= met
    assert not {"CA89_17ZA", "CA89_17ZD"} <= met


@given(caring_relationships(), assessment_facts(), DAYS)
def test_no_duty_is_owed_to_somebody_whom_its_definition_does_not_cover(
    relationship: CaringRelationship, facts: AssessmentFacts, day: date
) -> None:
    covered = define(relationship, on=day)
    for key, duty in duties_to_assess(relationship, facts, on=day).items():
        assert not duty.is_met or covered[key].is_met
        assert covered[key].result is not Result.NOT_MET or duty.result is Result.NOT_MET


@given(caring_relationships(), assessment_facts(), DAYS)
def test_the_same_facts_give_equal_verdicts_each_time(
    relationship: CaringRelationship, facts: AssessmentFacts, day: date
) -> None:
    once, again = (duties_to_assess(relationship, facts, on=day) for _ in range(2))
    assert {key: duty.findings for key, duty in once.items()} == {
        key: duty.findings for key, duty in again.items()
    }
