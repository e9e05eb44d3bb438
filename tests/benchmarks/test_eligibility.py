"""What explained eligibility costs, beside a yes or no by hand and beside pydantic's validators.

Run by hand, or by ``.ci/deep``. Each side answers the same 34,200 assessments, and says which
condition of regulation 3 failed: by hand not at all, pydantic in the messages of its errors, this
library in a verdict whose findings are there for the asking. Each side starts from what it holds in
memory: pydantic from plain answers, which its validators read into a model with one field for each;
this library from assessments. What making those assessments costs is shown as well, and is more
than what pydantic's models cost: thirty facts are kept in ten records, each of which checks itself.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from tests.benchmarks.timing import measure

from carerslib.assessments import Assessment, CarerNeeds, Kind, OutcomeRecord, determine
from carerslib.law.eligibility_regulations_2015 import CarerOutcome
from carerslib.verdicts import Finding, Result

if TYPE_CHECKING:
    from tests.benchmarks.timing import Cost

CARERS: Final = 34_200
ROUNDS: Final = 3
DAY: Final = date(2017, 8, 1)
FIELDS: Final = Finding._fields
LIMBS: Final = ("needs_assistance", "pain_or_distress", "danger")
OUTCOMES: Final = tuple(outcome.name.lower() for outcome in CarerOutcome)
CAUSES: Final = ("for_an_adult", "care_is_necessary", "arise_from_caring")


def _answers(number: int) -> dict[str, bool]:
    """Give all answers of one carer: about one in six is not eligible, each condition by turns."""
    failed = number % 9
    outcomes = {
        f"{outcome}_{limb}": place == failed and limb == LIMBS[number % 3]
        for place, outcome in enumerate(OUTCOMES)
        for limb in LIMBS
    }
    return {
        "for_an_adult": True,
        "care_is_necessary": number % 23 != 0,
        "arise_from_caring": number % 29 != 0,
        "physical_health": number % 5 == 0,
        "mental_health": number % 11 == 0,
        "significant_impact": number % 13 != 0,
        **outcomes,
    }


class Flat(BaseModel):
    """Thirty answers, and nothing else."""

    model_config = ConfigDict(strict=True, extra="forbid")

    for_an_adult: bool
    care_is_necessary: bool
    arise_from_caring: bool
    physical_health: bool
    mental_health: bool
    significant_impact: bool
    __annotations__ |= {f"{outcome}_{limb}": "bool" for outcome in OUTCOMES for limb in LIMBS}


LIMB_FIELDS: Final = tuple(f"{outcome}_{limb}" for outcome in OUTCOMES for limb in LIMBS)


class Eligible(Flat):
    """The same answers, refused with a message for the condition that fails."""

    @model_validator(mode="after")
    def condition_1(self) -> Eligible:
        if not (self.for_an_adult and self.care_is_necessary and self.arise_from_caring):
            message = "condition 1: the needs do not arise from necessary care for an adult"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def condition_2(self) -> Eligible:
        if self.physical_health or self.mental_health:
            return self
        if not any(getattr(self, field) for field in LIMB_FIELDS):
            message = "condition 2: neither health nor any outcome"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def condition_3(self) -> Eligible:
        if not self.significant_impact:
            message = "condition 3: no significant impact"
            raise ValueError(message)
        return self


def _record(answers: dict[str, bool], number: int) -> Assessment:
    outcomes = [
        OutcomeRecord(
            outcome,
            needs_assistance=answers[f"{name}_needs_assistance"],
            pain_or_distress=answers[f"{name}_pain_or_distress"],
            danger=answers[f"{name}_danger"],
        )
        for name, outcome in zip(OUTCOMES, CarerOutcome, strict=True)
    ]
    needs = CarerNeeds(
        for_an_adult=answers["for_an_adult"],
        care_is_necessary=answers["care_is_necessary"],
        arise_from_caring=answers["arise_from_caring"],
        physical_health=answers["physical_health"],
        mental_health=answers["mental_health"],
        significant_impact=answers["significant_impact"],
        outcomes=outcomes,
    )
    return Assessment(f"A-{number}", Kind.CARER, DAY, f"carer-{number}", needs=needs)


class Row:
    """What a loop by hand holds of one carer."""

    __slots__ = ("arise", "health", "impact", "limbs", "necessary")

    def __init__(self, answers: dict[str, bool]) -> None:
        self.necessary = answers["for_an_adult"] and answers["care_is_necessary"]
        self.arise = answers["arise_from_caring"]
        self.health = answers["physical_health"] or answers["mental_health"]
        self.limbs = sum(answers[field] << place for place, field in enumerate(LIMB_FIELDS))
        self.impact = answers["significant_impact"]


def control(rows: list[Row]) -> list[bool]:
    """Answer yes or no by hand, and say nothing about why."""
    return [
        bool(row.necessary and row.arise and (row.health or row.limbs) and row.impact)
        for row in rows
    ]


def _validated(models: list[dict[str, bool]]) -> list[str]:
    """Ask pydantic, and keep what it says of each that is refused."""
    found: list[str] = []
    for answers in models:
        try:
            Eligible.model_validate(answers)
        except ValidationError as error:
            found.append(error.errors()[0]["msg"])
        else:
            found.append("")
    return found


def _read(assessments: list[Assessment]) -> None:
    for assessment in assessments:
        for finding in determine(assessment).findings:
            for field in FIELDS:
                getattr(finding, field)


@pytest.fixture(scope="module")
def costs() -> dict[str, Cost]:
    answers = [_answers(number) for number in range(CARERS)]
    rows = [Row(each) for each in answers]
    assessments = [_record(each, number) for number, each in enumerate(answers)]
    by_hand = control(rows)
    assert 0.1 < by_hand.count(False) / CARERS < 0.3
    assert [determine(each).result is Result.MET for each in assessments] == by_hand
    assert [message == "" for message in _validated(answers)] == by_hand
    works: dict[str, Any] = {
        "by hand, yes or no": lambda: control(rows),
        "determined": lambda: [determine(each) for each in assessments],
        "determined, every field read": lambda: _read(assessments),
        "records made": lambda: [_record(each, 0) for each in answers],
        "pydantic, validated": lambda: _validated(answers),
        "pydantic, without the checks": lambda: [Flat.model_validate(each) for each in answers],
    }
    return measure(works, CARERS, ROUNDS)


def test_the_costs_are_shown(costs: dict[str, Cost], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{CARERS:,} carers, for each:")
        for name, cost in costs.items():
            print(f"  {name:<30}{cost!s:>12}{cost.times(costs['by hand, yes or no']):>9.1f}")
    assert set(costs) >= {"determined", "records made"}


def test_explained_eligibility_is_at_least_twice_as_fast_as_pydantics_validators(
    costs: dict[str, Cost],
) -> None:
    assert costs["pydantic, validated"].times(costs["determined"]) >= 2


def test_reading_every_field_of_every_finding_is_bounded(costs: dict[str, Cost]) -> None:
    assert costs["determined, every field read"].times(costs["determined"]) <= 150
