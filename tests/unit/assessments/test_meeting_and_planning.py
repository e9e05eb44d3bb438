"""The duty and the power to meet needs, strengths that a plan relies on, and gaps."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carerslib.assessments import (
    TESTED,
    AdultNeeds,
    Assessment,
    CarerNeeds,
    Help,
    Kind,
    Meeting,
    OutcomeRecord,
    Source,
    Strength,
    duty_to_meet,
    gaps_left,
    power_to_meet,
    usable,
)
from carerslib.basis import Basis
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.law.eligibility_regulations_2015 import AdultOutcome, CarerHealth, CarerOutcome
from carerslib.services import OFFER_KINDS, Offer
from carerslib.verdicts import Result

DAY: Final = date(2026, 11, 1)
FIELDS: Final = (
    "ordinarily_resident",
    "present_unsettled",
    "support_to_carer",
    "carer_charged",
    "carer_above_limit",
    "carer_asks",
    "care_to_adult",
    "adult_charged",
    "adult_above_limit",
    "adult_agrees",
    "adult_asks",
    "adult_excluded",
)
WORK, HOME, RECREATION = CarerOutcome.WORK, CarerOutcome.HOME, CarerOutcome.RECREATION


def _assessment(*, impact: bool | None = True, on: date = DAY, **fields: Any) -> Assessment:  # noqa: ANN401 - fields by name
    needs = CarerNeeds(
        for_an_adult=True,
        care_is_necessary=True,
        arise_from_caring=True,
        mental_health=True,
        outcomes=[OutcomeRecord(WORK, danger=True), OutcomeRecord.achieved(HOME)],
        significant_impact=impact,
    )
    return Assessment("A-1", Kind.CARER, on, "carer-1", needs=needs, **fields)


def _meeting(facts: dict[str, bool | None], *, impact: bool | None = True) -> Meeting:
    return Meeting(
        reference="M-1", authority="Halton", assessment=_assessment(impact=impact), **facts
    )


def _owed(facts: dict[str, bool | None]) -> bool:
    """Section 20(1) to (5) on facts that are all known, written out by themselves."""
    to_carer = (
        not facts["carer_charged"]
        or not facts["carer_above_limit"]
        or (facts["carer_above_limit"] and facts["carer_asks"])
    )
    to_adult = (
        (not facts["adult_charged"] and facts["adult_agrees"])
        or (facts["adult_charged"] and not facts["adult_above_limit"] and facts["adult_agrees"])
        or (facts["adult_charged"] and facts["adult_above_limit"] and facts["adult_asks"])
    )
    return bool(
        (facts["ordinarily_resident"] or facts["present_unsettled"])
        and (not facts["support_to_carer"] or to_carer)
        and (not facts["care_to_adult"] or (to_adult and not facts["adult_excluded"]))
    )


@settings(deadline=None, max_examples=200)
@given(st.fixed_dictionaries({field: st.sampled_from([True, False, None]) for field in FIELDS}))
def test_the_duty_is_undetermined_only_where_missing_facts_could_change_it(
    facts: dict[str, bool | None],
) -> None:
    hidden = [field for field in FIELDS if facts[field] is None]
    ways = list(itertools.product([True, False], repeat=len(hidden)))
    owed = {way: _owed(facts | dict(zip(hidden, way, strict=True))) for way in ways}
    verdict = duty_to_meet(_meeting(facts))
    assert verdict.is_undetermined == (len(set(owed.values())) == 2)
    if not verdict.is_undetermined:
        assert verdict.is_met == owed[ways[0]]
    changes = {
        field
        for place, field in enumerate(hidden)
        if any(owed[way] != owed[(*way[:place], not way[place], *way[place + 1 :])] for way in ways)
    }
    assert {missing.field for missing in verdict.missing} == changes


@pytest.mark.parametrize(
    ("eligible", "duty", "power"),
    [
        (True, Result.MET, Result.NOT_MET),
        (False, Result.NOT_MET, Result.MET),
        (None, Result.UNDETERMINED, Result.UNDETERMINED),
    ],
)
def test_the_duty_is_to_eligible_needs_and_the_power_begins_where_it_ends(
    *, eligible: bool | None, duty: Result, power: Result
) -> None:
    facts: dict[str, bool | None] = dict.fromkeys(FIELDS, False)
    meeting = _meeting(facts | {"ordinarily_resident": True}, impact=eligible)
    assert (duty_to_meet(meeting).result, power_to_meet(meeting).result) == (duty, power)


@pytest.mark.parametrize(
    ("care", "agrees", "result"),
    [
        (False, None, Result.MET),
        (True, True, Result.MET),
        (True, False, Result.NOT_MET),
        (True, None, Result.UNDETERMINED),
        (None, True, Result.MET),
        (None, False, Result.UNDETERMINED),
        (None, None, Result.UNDETERMINED),
    ],
)
def test_the_power_over_care_to_the_adult_needs_agreement(
    *, care: bool | None, agrees: bool | None, result: Result
) -> None:
    facts: dict[str, bool | None] = dict.fromkeys(FIELDS, False)
    facts |= {"care_to_adult": care, "adult_agrees": agrees}
    assert power_to_meet(_meeting(facts)).result is result


@pytest.mark.parametrize(
    ("care", "excluded", "duty", "power"),
    [
        (True, True, Result.NOT_MET, Result.NOT_MET),
        (True, False, Result.MET, Result.NOT_MET),
        (True, None, Result.UNDETERMINED, Result.NOT_MET),
        (False, True, Result.MET, Result.NOT_MET),
        (None, True, Result.UNDETERMINED, Result.NOT_MET),
    ],
)
def test_section_21_bars_care_to_an_excluded_adult_and_not_support_to_the_carer(
    *, care: bool | None, excluded: bool | None, duty: Result, power: Result
) -> None:
    facts: dict[str, bool | None] = dict.fromkeys(FIELDS, False)
    facts |= {"ordinarily_resident": True, "adult_agrees": True}
    meeting = _meeting(facts | {"care_to_adult": care, "adult_excluded": excluded})
    assert (duty_to_meet(meeting).result, power_to_meet(meeting).result) == (duty, power)
    barred = [each for each in duty_to_meet(meeting).unmet if "section 21" in each.citation.place]
    assert bool(barred) is (duty is Result.NOT_MET)


@pytest.mark.parametrize(("day", "known"), [(date(2015, 3, 31), False), (date(2015, 4, 1), True)])
def test_section_20_is_not_known_before_1_april_2015(day: date, *, known: bool) -> None:
    meeting = Meeting(reference="M-1", authority="Halton", assessment=_assessment(on=day))
    if known:
        assert duty_to_meet(meeting).is_undetermined
    else:
        with pytest.raises(NotInForceError):
            duty_to_meet(meeting)


YES: Final[dict[str, Any]] = {"willing": True, "able": True, "appropriate": True, "agreed": True}


def _strength(source: Source, reference: str = "S-1", **fields: Any) -> Strength:  # noqa: ANN401 - fields by name
    return Strength(reference, source, fields.pop("helps", [WORK]), **fields)


def test_help_from_the_family_is_relied_on_when_all_four_are_yes() -> None:
    assert usable(_strength(Source.NETWORK, **YES)).is_met


@pytest.mark.parametrize("fact", YES)
@pytest.mark.parametrize(
    ("answer", "result"), [(False, Result.NOT_MET), (None, Result.UNDETERMINED)]
)
def test_help_from_the_family_that_lacks_one_is_not(
    fact: str, *, answer: bool | None, result: Result
) -> None:
    verdict = usable(_strength(Source.NETWORK, **{**YES, fact: answer}))
    assert verdict.result is result
    assert [each.field for each in verdict.missing] == (
        [f"strengths[S-1].{fact}"] if answer is None else []
    )


@pytest.mark.parametrize("source", [Source.CARER, Source.CARED_FOR, Source.COMMUNITY])
def test_other_sources_are_ruled_out_by_a_no_and_not_by_silence(source: Source) -> None:
    assert usable(_strength(source)).is_met
    assert usable(_strength(source, able=False)).result is Result.NOT_MET


def test_a_council_may_test_every_source() -> None:
    basis = Basis("own", "1", conventions={TESTED.name: "every source"})
    assert usable(_strength(Source.CARER), basis=basis).is_undetermined
    assert usable(_strength(Source.CARER, **YES), basis=basis).is_met
    wrong = Basis("own", "1", conventions={TESTED.name: "no source"})
    with pytest.raises(InvalidValueError, match="every source"):
        usable(_strength(Source.CARER), basis=wrong)


@pytest.mark.parametrize(
    ("enough", "left"),
    [
        ([], True),
        ([False], True),
        ([None], None),
        ([False, False], None),
        ([True], False),
        ([False, True], False),
    ],
)
def test_what_is_left_of_a_need(enough: list[bool | None], *, left: bool | None) -> None:
    strengths = [
        _strength(Source.CARER, f"S-{number}", helps=[Help(WORK, each)])
        for number, each in enumerate(enough)
    ]
    gaps = {gap.need: gap for gap in gaps_left(_assessment(strengths=strengths))}
    assert list(gaps) == [CarerHealth.MENTAL, WORK]
    assert gaps[WORK].is_left is left
    assert gaps[CarerHealth.MENTAL].is_left is True


def test_help_that_is_not_shown_yet_leaves_the_gap_open_to_judgement() -> None:
    cousin = _strength(Source.NETWORK, helps=[Help(WORK, enough=True)])
    unwilling = _strength(Source.NETWORK, "S-2", willing=False)
    gap = gaps_left(_assessment(strengths=[cousin, unwilling]))[1]
    assert (gap.strengths, gap.not_shown, gap.is_left) == ((), (cousin,), None)
    assert "S-1" not in repr(gap)


def test_offers_are_set_beside_what_is_left_the_universal_ones_first() -> None:
    sitting = Offer("O-1", OFFER_KINDS[0], [WORK, RECREATION])
    drop_in = Offer("O-2", OFFER_KINDS[5], [WORK], universal=True)
    walks = Offer("O-3", OFFER_KINDS[5], [RECREATION], universal=True)
    gap = gaps_left(_assessment(), [sitting, drop_in, walks])[1]
    assert gap.offers == (drop_in, sitting)
    enough = _strength(Source.CARER, helps=[Help(WORK, enough=True)])
    assert gaps_left(_assessment(strengths=[enough]), [sitting])[1].offers == ()


def test_an_adults_needs_have_gaps_too_and_nothing_recorded_has_none() -> None:
    needs = AdultNeeds(outcomes=[OutcomeRecord(AdultOutcome.HYGIENE, takes_longer=True)])
    adult = Assessment("A-2", Kind.ADULT_NEEDS, DAY, "adult-1", needs=needs)
    assert [gap.need for gap in gaps_left(adult)] == [AdultOutcome.HYGIENE]
    assert gaps_left(Assessment("A-3", Kind.CARER, DAY, "carer-1")) == ()
