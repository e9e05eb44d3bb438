"""What explained eligibility costs, beside a yes or no by hand and beside pydantic's validators.

Run by hand, or by ``.ci/deep``. Each side answers the same 34,200 assessments by the same checks:
every answer yes, no or not recorded, and which condition of regulation 3 is not met or is open. By
hand there is a yes or no and no reason; pydantic says it in the message of an error, this library
in a verdict whose findings are there for the asking.

Two questions, with two figures, and both are printed:

* *What does an answer cost for records that are in memory?* Assessments are determined; pydantic
  validates its own models again. Here this library gives six to nine times pydantic's throughput.
* *What does it cost from plain answers?* Assessments are made, and then determined; pydantic reads
  the answers into a model as it validates. Here this library gives about 0.3 times pydantic's
  throughput where its model is flat, with a field for each of thirty answers, and about half of it
  where its models are nested as the records are: ten attrs objects, each checked in Python, stand
  against a validator written in Rust. An application that asks once and forgets pays that.

The figures are from CPython 3.11 on two shared cores. Nothing is kept of what is made from plain
answers but the result or the message.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import PydanticCustomError
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
LIMB_FIELDS: Final = tuple(f"{outcome}_{limb}" for outcome in OUTCOMES for limb in LIMBS)
FIELDS_OF: Final = tuple(tuple(f"{outcome}_{limb}" for limb in LIMBS) for outcome in OUTCOMES)
PLAIN: Final = (
    "for_an_adult",
    "care_is_necessary",
    "arise_from_caring",
    "physical_health",
    "mental_health",
    "significant_impact",
)

BY_HAND: Final = "by hand, yes or no"
DETERMINED: Final = "determined, from assessments"
READ: Final = "the same, every field of every finding read"
BUILT: Final = "assessments made, and determined"
PYDANTIC: Final = "pydantic, from plain answers"
PYDANTIC_AGAIN: Final = "pydantic, from its models"
PYDANTIC_NESTED: Final = "pydantic, from plain answers, nested alike"


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


class Answers(BaseModel):
    """Thirty answers, each yes, no or not recorded, and nothing else."""

    model_config = ConfigDict(strict=True, extra="forbid", revalidate_instances="always")

    for_an_adult: bool | None = None
    care_is_necessary: bool | None = None
    arise_from_caring: bool | None = None
    physical_health: bool | None = None
    mental_health: bool | None = None
    significant_impact: bool | None = None
    __annotations__ |= dict.fromkeys(LIMB_FIELDS, "bool | None")
    vars().update(dict.fromkeys(LIMB_FIELDS))


WORDS: Final = (
    "condition 1: the needs do not arise from necessary care for an adult",
    "condition 2: neither health nor any outcome",
    "condition 3: no significant impact",
)


def _refuse(causes: tuple[bool | None, ...], effects: Any, impact: bool | None) -> None:  # noqa: ANN401, FBT001 - any answers; a fact
    """Weigh the three conditions of regulation 3 as pydantic's users would, and say which fails."""
    cause = False if False in causes else None if None in causes else True
    effect = True if True in effects else None if None in effects else False
    conditions = (cause, effect, impact)
    for kind, result in (("not_met", False), ("undetermined", None)):
        if result in conditions:
            raise PydanticCustomError(kind, WORDS[conditions.index(result)])


CAUSES_OF: Final = attrgetter("for_an_adult", "care_is_necessary", "arise_from_caring")
EFFECTS_OF: Final = attrgetter("physical_health", "mental_health", *LIMB_FIELDS)


class Eligible(Answers):
    """The same answers, refused with a message for the condition that fails or is open."""

    @model_validator(mode="after")
    def conditions(self) -> Eligible:
        _refuse(CAUSES_OF(self), EFFECTS_OF(self), self.significant_impact)
        return self


class Outcome(BaseModel):
    """One outcome with its limbs, as an OutcomeRecord is."""

    model_config = ConfigDict(strict=True, extra="forbid")

    needs_assistance: bool | None = None
    pain_or_distress: bool | None = None
    danger: bool | None = None
    takes_longer: bool | None = None


class Needs(BaseModel):
    """What a CarerNeeds holds, refused with the same messages."""

    model_config = ConfigDict(strict=True, extra="forbid")

    for_an_adult: bool | None = None
    care_is_necessary: bool | None = None
    arise_from_caring: bool | None = None
    physical_health: bool | None = None
    mental_health: bool | None = None
    significant_impact: bool | None = None
    outcomes: dict[Literal[OUTCOMES], Outcome]  # type: ignore[valid-type] # made above

    @model_validator(mode="after")
    def conditions(self) -> Needs:
        limbs = [
            limb
            for each in self.outcomes.values()
            for limb in (each.needs_assistance, each.pain_or_distress, each.danger)
        ]
        limbs += [self.physical_health, self.mental_health]
        limbs += [None] * (len(OUTCOMES) - len(self.outcomes))
        _refuse(CAUSES_OF(self), limbs, self.significant_impact)
        return self


class Nested(BaseModel):
    """What an Assessment holds."""

    model_config = ConfigDict(strict=True, extra="forbid")

    reference: str
    kind: Literal["carer's assessment"]
    on: date
    person: str
    needs: Needs


def _nested(answers: dict[str, bool], number: int) -> dict[str, Any]:
    """Give the same answers in the shape of the records."""
    outcomes = {name: {limb: answers[f"{name}_{limb}"] for limb in LIMBS} for name in OUTCOMES}
    needs = {field: answers[field] for field in PLAIN} | {"outcomes": outcomes}
    return {
        "reference": f"A-{number}",
        "kind": "carer's assessment",
        "on": DAY,
        "person": f"carer-{number}",
        "needs": needs,
    }


def _record(answers: dict[str, bool]) -> Assessment:
    outcomes = [
        OutcomeRecord(
            outcome,
            needs_assistance=answers[assistance],
            pain_or_distress=answers[pain],
            danger=answers[danger],
        )
        for outcome, (assistance, pain, danger) in zip(CarerOutcome, FIELDS_OF, strict=True)
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
    return Assessment("A-1", Kind.CARER, DAY, "carer-1", needs=needs)


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


def _validated(model: type[BaseModel], given: list[Any]) -> list[str]:
    """Ask pydantic, and keep what it says of each that is refused."""
    found: list[str] = []
    for each in given:
        try:
            model.model_validate(each)
        except ValidationError as error:
            found.append(error.errors(include_url=False, include_input=False)[0]["msg"])
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
    nested = [_nested(each, number) for number, each in enumerate(answers)]
    rows = [Row(each) for each in answers]
    assessments = [_record(each) for each in answers]
    models = [Eligible.model_construct(None, **each) for each in answers]
    by_hand = control(rows)
    assert 0.1 < by_hand.count(False) / CARERS < 0.3
    assert [determine(each).result is Result.MET for each in assessments] == by_hand
    for model, given in ((Eligible, answers), (Eligible, models), (Nested, nested)):
        assert [message == "" for message in _validated(model, given)] == by_hand
    works: dict[str, Any] = {
        BY_HAND: lambda: control(rows),
        DETERMINED: lambda: [determine(each) for each in assessments],
        READ: lambda: _read(assessments),
        BUILT: lambda: [determine(_record(each)).result for each in answers],
        PYDANTIC_AGAIN: lambda: _validated(Eligible, models),
        PYDANTIC: lambda: _validated(Eligible, answers),
        PYDANTIC_NESTED: lambda: _validated(Nested, nested),
    }
    return measure(works, CARERS, ROUNDS)


def test_the_costs_are_shown(costs: dict[str, Cost], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{CARERS:,} carers, for each, and as a multiple of a yes or no by hand:")
        for name, cost in costs.items():
            print(f"  {name:<44}{cost!s:>12}{cost.times(costs[BY_HAND]):>9.1f}")
        without = costs[PYDANTIC_AGAIN].times(costs[DETERMINED])
        with_building = costs[PYDANTIC].times(costs[BUILT])
        alike = costs[PYDANTIC_NESTED].times(costs[BUILT])
        print(f"  from what is in memory:        {without:.2f} times pydantic's throughput")
        print(f"  from plain answers:            {with_building:.2f} times, its model being flat")
        print(f"  from plain answers:            {alike:.2f} times, its models being nested alike")
    assert set(costs) >= {DETERMINED, BUILT, PYDANTIC}


def test_explained_eligibility_is_at_least_twice_as_fast_as_pydantics_validators(
    costs: dict[str, Cost],
) -> None:
    assert costs[PYDANTIC_AGAIN].times(costs[DETERMINED]) >= 2
    assert costs[PYDANTIC].times(costs[DETERMINED]) >= 2


def test_making_the_records_first_costs_a_bounded_multiple_of_pydantics_models(
    costs: dict[str, Cost],
) -> None:
    assert costs[BUILT].times(costs[PYDANTIC]) <= 6
    assert costs[BUILT].times(costs[PYDANTIC_NESTED]) <= 4


def test_reading_every_field_of_every_finding_is_bounded(costs: dict[str, Cost]) -> None:
    assert costs[READ].times(costs[DETERMINED]) <= 150
