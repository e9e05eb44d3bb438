"""What holds of every assessment, strength, offer and way of meeting needs."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from carerslib.assessments import (
    Assessment,
    Kind,
    Meeting,
    Source,
    Strength,
    check,
    determine,
    duty_to_meet,
    gaps_left,
    outstanding,
    power_to_meet,
    usable,
)
from carerslib.services import Offer, Party, Support
from carerslib.services import check as check_support
from carerslib.testing import strategies as of
from carerslib.verdicts import Result

DAY: Final = date(2026, 11, 1)


@settings(deadline=None)
@given(of.assessments())
def test_every_assessment_is_determined_and_checked_without_an_error(
    assessment: Assessment,
) -> None:
    eligible = determine(assessment)
    has_criteria = assessment.kind in (Kind.CARER, Kind.ADULT_NEEDS)
    assert (eligible.result is not Result.NOT_APPLICABLE) is has_criteria
    assert (eligible.missing != ()) is eligible.is_undetermined
    checked = check(assessment)
    if checked.is_met:
        assert outstanding(assessment) == ()
    if checked.result is Result.NOT_MET:
        assert len(outstanding(assessment)) >= len(checked.unmet) > 0


@settings(deadline=None)
@given(of.meetings())
def test_an_authority_that_must_has_no_power_left_to_use(meeting: Meeting) -> None:
    duty, power = duty_to_meet(meeting), power_to_meet(meeting)
    if duty.is_met:
        assert power.result is Result.NOT_MET
    if power.is_met:
        assert duty.result is Result.NOT_MET


@settings(deadline=None)
@given(of.meetings())
def test_only_the_adults_residence_and_agreement_count_and_not_their_eligibility(
    meeting: Meeting,
) -> None:
    elsewhere = attrs.evolve(meeting, ordinarily_resident=False, present_unsettled=False)
    assert duty_to_meet(elsewhere).result is Result.NOT_MET


@given(of.strengths())
def test_a_recorded_no_rules_a_strength_out_and_the_family_needs_every_yes(
    strength: Strength,
) -> None:
    facts = [strength.willing, strength.able, strength.appropriate, strength.agreed]
    result = usable(strength).result
    if False in facts:
        assert result is Result.NOT_MET
    elif strength.source is Source.NETWORK and None in facts:
        assert result is Result.UNDETERMINED
    else:
        assert result is Result.MET


@settings(deadline=None)
@given(of.assessments(Kind.CARER), st.lists(of.offers(), max_size=4))
def test_a_gap_that_is_closed_needs_no_offer_and_offers_fit_the_need(
    assessment: Assessment, offers: list[Offer]
) -> None:
    for gap in gaps_left(assessment, offers):
        assert all(gap.need in offer.serves for offer in gap.offers)
        assert all(usable(each).is_met for each in gap.strengths)
        if gap.is_left is False:
            assert gap.offers == ()


@given(of.support())
def test_no_support_passes_in_which_the_carer_pays_for_care_to_the_adult(support: Support) -> None:
    verdict = check_support(support, on=DAY)
    for_the_carer = (
        support.need_owner is not Party.CARED_FOR and support.delivered_to is not Party.CARER
    )
    if for_the_carer and support.charged_to in (Party.CARER, Party.BOTH):
        assert verdict.result is Result.NOT_MET
    if verdict.is_met and for_the_carer:
        assert support.adult_agrees is True
