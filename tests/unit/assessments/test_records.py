"""What the records of assessments accept, refuse, and never show."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import pytest

from carerslib import assessments
from carerslib.assessments import (
    AdultNeeds,
    Assessment,
    CarerNeeds,
    Help,
    Kind,
    Meeting,
    OutcomeRecord,
    PersonalBudget,
    Source,
    Strength,
    SupportPlan,
    determine,
)
from carerslib.errors import InvalidValueError
from carerslib.law.care_act_2014 import WellBeing
from carerslib.law.eligibility_regulations_2015 import AdultOutcome, CarerHealth, CarerOutcome
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.verdicts import Combining

if TYPE_CHECKING:
    from collections.abc import Callable

DAY: Final = date(2026, 11, 1)
PRIVATE: Final = "a broken arm"


def _assessment(**fields: Any) -> Assessment:  # noqa: ANN401 - fields by name
    given = {"reference": "A-1", "kind": Kind.CARER, "on": DAY, "person": "carer-1", **fields}
    return Assessment(**given)


WRONG: Final[dict[str, tuple[Callable[..., object], dict[str, Any], str]]] = {
    "an outcome that is none": (OutcomeRecord, {"outcome": "work"}, "outcome"),
    "a fact that is a word": (
        OutcomeRecord,
        {"outcome": CarerOutcome.WORK, "danger": PRIVATE},
        "danger",
    ),
    "a fact that is a number": (
        OutcomeRecord,
        {"outcome": CarerOutcome.WORK, "danger": 1},
        "danger",
    ),
    "a health fact that is a word": (CarerNeeds, {"physical_health": PRIVATE}, "physical_health"),
    "a view that is no text": (CarerNeeds, {"own_view": 7}, "own_view"),
    "a record that is none": (CarerNeeds, {"outcomes": [PRIVATE]}, "outcomes"),
    "an adult's outcome of a carer": (
        CarerNeeds,
        {"outcomes": [OutcomeRecord(AdultOutcome.HYGIENE)]},
        "outcomes",
    ),
    "a carer's outcome of an adult": (
        AdultNeeds,
        {"outcomes": [OutcomeRecord(CarerOutcome.WORK)]},
        "outcomes",
    ),
    "one outcome twice": (
        CarerNeeds,
        {"outcomes": [OutcomeRecord(CarerOutcome.WORK), OutcomeRecord(CarerOutcome.WORK)]},
        "outcomes",
    ),
    "one record alone": (
        CarerNeeds,
        {"outcomes": OutcomeRecord(CarerOutcome.WORK)},
        "outcomes",
    ),
    "an impact spelt letter by letter": (CarerNeeds, {"affected": PRIVATE}, "affected"),
    "one matter of well-being alone": (CarerNeeds, {"affected": WellBeing.HEALTH}, "affected"),
    "one strength alone": (
        _assessment,
        {"strengths": Strength("S", Source.CARER)},
        "strengths",
    ),
    "one outcome that it helps with alone": (
        Strength,
        {"reference": "S", "source": Source.CARER, "helps": CarerOutcome.WORK},
        "helps",
    ),
    "one help alone": (
        Strength,
        {"reference": "S", "source": Source.CARER, "helps": Help(CarerOutcome.WORK)},
        "helps",
    ),
    "an impact on a word": (CarerNeeds, {"affected": [PRIVATE]}, "affected"),
    "a period that is a day": (AdultNeeds, {"period": DAY}, "period"),
    "an impairment that is a word": (AdultNeeds, {"from_impairment": PRIVATE}, "from_impairment"),
    "no reference": (_assessment, {"reference": ""}, "reference"),
    "a blank reference": (_assessment, {"reference": " "}, "reference"),
    "a name for a reference": (_assessment, {"person": {"name": PRIVATE}}, "person"),
    "somebody who cares for herself": (_assessment, {"cared_for": "carer-1"}, "cared_for"),
    "no answers at all": (_assessment, {"covered": {"able": None}}, "covered[able]"),
    "a kind that is a word": (_assessment, {"kind": "carer"}, "kind"),
    "a moment for a day": (_assessment, {"on": datetime(2026, 11, 1, 9, 0)}, "on"),
    "nobody assessed": (_assessment, {"person": ""}, "person"),
    "an empty reference of the adult": (_assessment, {"cared_for": ""}, "cared_for"),
    "an adult's needs in a carer's assessment": (_assessment, {"needs": AdultNeeds()}, "needs"),
    "needs where no criteria apply": (
        _assessment,
        {"kind": Kind.YOUNG_CARER_NEEDS, "needs": CarerNeeds()},
        "needs",
    ),
    "a strength that is a word": (_assessment, {"strengths": [PRIVATE]}, "strengths"),
    "an answer to what nobody asks": (_assessment, {"covered": {"colour": True}}, "covered"),
    "an answer that is a word": (_assessment, {"covered": {"able": PRIVATE}}, "covered[able]"),
    "a refusal that is a word": (_assessment, {"refused": PRIVATE}, "refused"),
    "a risk that is a word": (_assessment, {"at_risk": PRIVATE}, "at_risk"),
    "fewer hours than none": (_assessment, {"hours_a_week": -1}, "hours_a_week"),
    "more hours than a week has": (_assessment, {"hours_a_week": 169}, "hours_a_week"),
    "hours that are a yes": (_assessment, {"hours_a_week": True}, "hours_a_week"),
    "half hours": (_assessment, {"hours_a_week": 12.5}, "hours_a_week"),
    "a source that is a word": (Strength, {"reference": "S", "source": "family"}, "source"),
    "a strength without a key": (Strength, {"reference": "", "source": Source.CARER}, "reference"),
    "help with something else": (
        Strength,
        {"reference": "S", "source": Source.CARER, "helps": [PRIVATE]},
        "helps",
    ),
    "help that is enough in a word": (
        Strength,
        {
            "reference": "S",
            "source": Source.CARER,
            "helps": [Help(CarerOutcome.WORK, PRIVATE)],  # type: ignore[arg-type] # refused
        },
        "helps",
    ),
    "help that is enough in a number": (
        Strength,
        {
            "reference": "S",
            "source": Source.CARER,
            "helps": [Help(CarerOutcome.WORK, 1)],  # type: ignore[arg-type] # refused
        },
        "helps",
    ),
    "an offer by nobody": (
        Strength,
        {"reference": "S", "source": Source.NETWORK, "offered_by": ""},
        "offered_by",
    ),
    "an agreement by nobody": (
        Strength,
        {"reference": "S", "source": Source.NETWORK, "agreed_by": ["carer-7", None]},
        "agreed_by",
    ),
    "an agreement by one key instead of several": (
        Strength,
        {"reference": "S", "source": Source.NETWORK, "agreed_by": "carer-7"},
        "agreed_by",
    ),
    "words that are a number": (
        Strength,
        {"reference": "S", "source": Source.CARER, "words": 3},
        "words",
    ),
    "a meeting without an assessment": (
        Meeting,
        {"reference": "M", "authority": "Halton", "assessment": None},
        "assessment",
    ),
    "a meeting on a young carer's assessment": (
        Meeting,
        {
            "reference": "M",
            "authority": "Halton",
            "assessment": _assessment(kind=Kind.YOUNG_CARER),
        },
        "assessment",
    ),
    "an agreement that is a word": (
        Meeting,
        {
            "reference": "M",
            "authority": "Halton",
            "assessment": _assessment(),
            "adult_agrees": PRIVATE,
        },
        "adult_agrees",
    ),
    "a cost that is a number": (PersonalBudget, {"cost": 3}, "cost"),
    "a plan with a budget in words": (
        SupportPlan,
        {"reference": "P", "assessment": "A-1", "on": DAY, "budget": PRIVATE},
        "budget",
    ),
    "a plan that states what nobody asks": (
        SupportPlan,
        {"reference": "P", "assessment": "A-1", "on": DAY, "stated": {"colour": True}},
        "stated",
    ),
    "a plan reviewed at a moment": (
        SupportPlan,
        {
            "reference": "P",
            "assessment": "A-1",
            "on": DAY,
            "reviewed_on": datetime(2026, 11, 1, 9, 0),
        },
        "reviewed_on",
    ),
}


@pytest.mark.parametrize(("make", "fields", "field"), WRONG.values(), ids=WRONG)
def test_what_can_never_be_right_is_refused_without_showing_it(
    make: Callable[..., object], fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    assert caught.value.field == field
    assert PRIVATE not in str(caught.value) + repr(caught.value)


def test_several_problems_are_reported_together() -> None:
    with pytest.raises(InvalidValueError) as caught:
        _assessment(reference="", person="", hours_a_week=200)
    assert [each.field for each in caught.value.problems] == ["reference", "person", "hours_a_week"]


def test_hours_at_the_limits_of_a_week_are_accepted() -> None:
    assert [_assessment(hours_a_week=hours).hours_a_week for hours in (0, 168, None)] == [
        0,
        168,
        None,
    ]


def test_only_an_assessment_can_be_determined() -> None:
    with pytest.raises(InvalidValueError, match="an Assessment"):
        determine(CarerNeeds())  # type: ignore[arg-type] # refused


@pytest.mark.parametrize(
    ("facts", "unable"),
    [
        ({}, None),
        ({"needs_assistance": True}, True),
        ({"needs_assistance": False}, None),
        ({"danger": True, "needs_assistance": False}, True),
        ({"needs_assistance": False, "pain_or_distress": False, "danger": False}, False),
    ],
)
def test_what_the_limbs_amount_to_for_a_carer(
    facts: dict[str, bool], *, unable: bool | None
) -> None:
    assert OutcomeRecord(CarerOutcome.WORK, **facts).unable is unable


def test_an_outcome_that_is_achieved_has_no_limb() -> None:
    assert OutcomeRecord.achieved(AdultOutcome.WORK).unable is False


def test_a_strength_is_a_value_however_those_who_agreed_are_listed() -> None:
    listed = Strength("S", Source.NETWORK, agreed_by=["carer-7", "adult-3"], offered_by="aunt-1")
    assert listed == Strength(
        "S", Source.NETWORK, agreed_by=("carer-7", "adult-3"), offered_by="aunt-1"
    )
    assert len({listed, listed}) == 1


def test_a_strength_says_what_it_helps_with() -> None:
    strength = Strength(
        "S", Source.CARER, [CarerOutcome.WORK, Help(CarerHealth.MENTAL, enough=True)]
    )
    assert strength.help_with(CarerOutcome.WORK) == Help(CarerOutcome.WORK)
    assert strength.help_with(CarerHealth.MENTAL) == Help(CarerHealth.MENTAL, enough=True)
    assert strength.help_with(CarerOutcome.HOME) is None


def test_nothing_about_a_person_is_in_a_representation() -> None:
    needs = CarerNeeds(
        physical_health=True,
        outcomes=[OutcomeRecord(CarerOutcome.WORK, danger=True)],
        affected=[WellBeing.CONTROL, WellBeing.CONTROL],
        own_view=PRIVATE,
        fluctuates=True,
        period=DateRange.month(2026, 10),
    )
    strength = Strength(
        "S-1", Source.NETWORK, [CarerOutcome.WORK], willing=True, words=PRIVATE, impact=PRIVATE
    )
    assessment = _assessment(
        needs=needs, strengths=[strength], refused=True, at_risk=True, hours_a_week=50
    )
    plan = SupportPlan(
        "P", "A-1", DAY, stated={"needs": True}, budget=PersonalBudget(Money.pounds("99.00"))
    )
    meeting = Meeting(reference="M", authority="Halton", assessment=assessment, adult_agrees=False)
    verdict = determine(assessment)
    shown = [assessment, needs, strength, plan, meeting, *needs.outcomes, *verdict.findings]
    text = " ".join(map(repr, [*shown, *verdict.parts, verdict]))
    assert needs.affected == frozenset({WellBeing.CONTROL})
    for hidden in (PRIVATE, "CONTROL", "True", "False", "50", "99.00", "2026, 10", "'yes'", "'no'"):
        assert hidden not in text.replace("binding=False", ""), hidden


def test_a_determination_says_what_it_is_about() -> None:
    verdict = determine(_assessment())
    assert verdict.title == "A carer's needs meet the eligibility criteria"
    assert (verdict.subject, verdict.how, verdict.chosen) == ("A-1", Combining.ALL_OF, "")


def test_the_package_offers_what_it_names_and_nothing_else() -> None:
    assert set(dir(assessments)) >= {"determine", "Assessment", "duties_to_assess"}
    with pytest.raises(AttributeError, match="no attribute 'undetermine'"):
        _ = assessments.undetermine


def test_well_being_has_nine_matters_in_the_order_of_the_act() -> None:
    places = [matter.citation.place for matter in WellBeing]
    assert places == [f"section 1(2)({letter})" for letter in "abcdefghi"]
    assert str(WellBeing.CONTRIBUTION) == "contribution to society"


def test_a_kind_of_assessment_is_asked_for_by_the_names_that_there_are() -> None:
    names = ", ".join(kind.name for kind in Kind)
    with pytest.raises(InvalidValueError) as caught:
        _assessment(kind="carer")
    assert caught.value.expected == f"a Kind ({names})"
