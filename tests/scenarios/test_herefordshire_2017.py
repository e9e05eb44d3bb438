"""Herefordshire, 2017: what a review of the whole minute finds, and what would settle it."""

from __future__ import annotations

import runpy
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from tests.scenarios.herefordshire_2017 import EXAMPLE, RESOLUTION, portfolio

from carerslib.assessments.strengths import Source
from carerslib.carers.populations import Estimate, Keeper, Register, Registers, compare, identify
from carerslib.commissioning import Arrangement, NodeKind, review, trace
from carerslib.commissioning.monitoring import Pattern, check_failing, read_take_up
from carerslib.commissioning.rules import RULES
from carerslib.explain import as_text
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.verdicts import Finding, Result

if TYPE_CHECKING:
    from carerslib.commissioning import Portfolio
    from carerslib.verdicts import Verdict

ON: Final = date(2017, 9, 10)
RECORD: Final = portfolio()
REVIEW: Final = review(RECORD, on=ON)
FIGURES: Final = {each.reference: each for each in RECORD.statements}
QUESTIONS: Final[list[Any]] = list(runpy.run_path(str(EXAMPLE))["questions"]())


def _found(rule: str, subject: str, verdict: Verdict = REVIEW) -> Finding:
    (found,) = [each for each in verdict.findings if (each.rule, each.subject) == (rule, subject)]
    return found


def _intention(**changes: object) -> Portfolio:
    """Give the record with the recommissioning changed."""
    given: dict[str, Any] = changes
    changed = [
        attrs.evolve(each, **given) if each.reference == "recommissioning" else each
        for each in RECORD.intentions
    ]
    return attrs.evolve(RECORD, intentions=changed)


def test_the_review_stays_open_and_refuses_nothing() -> None:
    assert REVIEW.result is Result.UNDETERMINED
    assert REVIEW.unmet == ()


@pytest.mark.parametrize("figure", ["places", "spend"])
def test_places_and_spend_of_breaks_are_not_yet_published(figure: str) -> None:
    found = _found(f"breaks.{figure}", "breaks")
    assert found.result is Result.UNDETERMINED
    assert "not yet published" in f"{found.measured} {found.missing}"
    assert found.note == "promised before the strategy is published"


def test_the_figures_once_published_settle_it() -> None:
    (awaited,) = RECORD.returns
    given = attrs.evolve(awaited, places=40, spend=Money.pounds("250000.00"))
    verdict = review(attrs.evolve(RECORD, returns=[given]), on=ON)
    assert _found("breaks.places", "breaks", verdict).is_met
    assert _found("breaks.spend", "breaks", verdict).is_met


def test_two_of_six_priorities_are_not_named() -> None:
    found = _found("priorities.named", "strategy")
    assert found.result is Result.UNDETERMINED
    assert (found.measured, found.permitted) == (4, 6)
    assert [each.expected for each in found.missing] == ["2 that are not named"]


def test_those_who_were_consulted_are_not_taken_for_those_whose_strategy_it_is() -> None:
    found = _found("priorities.bodies", "strategy")
    assert found.result is Result.UNDETERMINED
    assert found.measured == ("Herefordshire Council",)


class TestTheVoucherScheme:
    def test_it_is_only_to_be_explored(self) -> None:
        found = _found("intentions.explore", "voucher")
        assert found.is_met
        assert found.measured == "to be considered"
        assert found.note == "a request to explore, and not a commitment"

    def test_its_cost_is_unreviewed(self) -> None:
        found = _found("intentions.explore-cost", "voucher")
        assert found.result is Result.UNDETERMINED
        assert found.note == "its cost was not looked into"
        assert [each.field for each in found.missing] == ["intentions['voucher'].cost_reviewed"]


@pytest.mark.parametrize("figure", ["34,000", "34,200"])
def test_the_number_of_carers_is_an_estimate_whose_definition_is_not_stated(figure: str) -> None:
    found = _found("identification.definition-stated", figure)
    assert found.result is Result.UNDETERMINED
    assert found.measured == "none in particular was used"
    assert [each.field for each in found.missing] == ["population.definition"]


def test_34_000_and_34_200_are_compared_and_not_mixed() -> None:
    compared = compare(FIGURES["34,000"], FIGURES["34,200"])
    assert compared.verdict.result is Result.UNDETERMINED
    assert compared.difference is None


class TestJoinedUp:
    def test_intentions_timetable_and_authority_are(self) -> None:
        found = _found("authority.joined-up", "recommissioning")
        assert found.is_met
        assert found.note == "approved by carers-strategy-2017, timed by timetable, under c"

    @pytest.mark.parametrize(
        ("without", "result"),
        [("approved_by", Result.UNDETERMINED), ("timetable", Result.UNDETERMINED)],
    )
    def test_without_a_link_they_are_not(self, without: str, result: Result) -> None:
        verdict = review(_intention(**{without: ""}), on=ON)
        assert _found("authority.joined-up", "recommissioning", verdict).result is result

    def test_of_a_resolution_known_only_to_the_year_nobody_can_say(self) -> None:
        some_day = attrs.evolve(RESOLUTION, resolved_on=DateRange.year(2017))
        verdict = review(attrs.evolve(RECORD, resolutions=some_day), on=ON)
        found = _found("authority.joined-up", "recommissioning", verdict)
        assert found.result is Result.UNDETERMINED

    def test_the_authority_leads_from_and_to_the_intention(self) -> None:
        traced = trace(RECORD)
        assert traced.broken == ()
        onward = {str(node) for node in traced.all_onward(NodeKind.INTENTION, "recommissioning")}
        assert "authority c" in onward
        back = {node.reference for node in traced.back(NodeKind.AUTHORITY, "c")}
        assert back == {"recommissioning"}


class TestYoungCarers:
    def test_their_figures_are_on_two_bases(self) -> None:
        found = _found("identification.two-bases", "young carers")
        assert found.result is Result.NOT_MET
        assert not found.binding, "that somebody set them side by side breaks nothing"
        assert (found.measured, found.permitted) == ("700,000", "1 in 12")
        assert "Among whom" in found.note

    def test_the_county_has_only_an_idea_of_its_own(self) -> None:
        found = _found("identification.number-stated", "young carers here")
        assert found.result is Result.UNDETERMINED

    def test_they_are_included_only_in_principle(self) -> None:
        found = _found("identification.young-carers-included", "34,200")
        assert found.measured == "included in principle"
        assert found.result is Result.UNDETERMINED

    def test_the_source_doubts_its_own_figure(self) -> None:
        found = _found("identification.accuracy", "34,200")
        assert found.result is Result.NOT_MET
        assert found.note == "may miss young carers"
        assert not found.binding


class TestTakeUp:
    def test_rising_prices_and_fewer_self_funders_settle_nothing(self) -> None:
        (movement,) = RECORD.movements
        assert read_take_up(movement).labels == (Pattern.UNDETERMINED,)

    def test_lower_take_up_alone_is_no_ground_for_failing(self) -> None:
        (claim,), (movement,) = RECORD.claims, RECORD.movements
        verdict = check_failing(claim, read_take_up(movement))
        assert verdict.result is Result.NOT_MET
        assert _found("take_up.failing", "seen-as-failing").result is Result.NOT_MET
        assert not _found("take_up.failing", "seen-as-failing").binding

    def test_what_was_said_of_outreach_is_no_measurement(self) -> None:
        for report in RECORD.take_up:
            assert read_take_up(report.movement).labels == (Pattern.UNDETERMINED,)


def test_what_monitoring_there_would_be_and_the_national_norms_were_not_answered() -> None:
    found = _found("engagement.answered", "cabinet")
    assert found.measured == ("monitoring", "norms")
    assert not found.binding


def test_nobody_is_named_who_watches_over_it() -> None:
    assert _found("monitoring.group", "strategy").result is Result.UNDETERMINED


def test_the_length_of_the_contracts_has_two_readings() -> None:
    found = _found("authority.two-readings", "c")
    assert found.result is Result.UNDETERMINED
    assert found.permitted == ("per contract", "one window")


def test_strengths_are_looked_for_where_an_assessment_looks_for_them() -> None:
    (choice,) = [each for each in RECORD.strategy.choices if each.reference == "strengths"]
    places = {str(each) for each in Source}
    assert set(choice.chosen) < places
    assert places - set(choice.chosen) == {"family and network"}, "the minute does not name it"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.words)
def test_each_award_is_judged_in_the_review_as_it_is_alone(question: Any) -> None:  # noqa: ANN401
    arrangement = Arrangement(question.proposal, RESOLUTION.reference, intentions="recommissioning")
    record = attrs.evolve(
        RECORD, arrangements=[arrangement], used={RESOLUTION.reference: question.used()}
    )
    chosen = () if question.basis is None else question.basis.conventions
    verdict = review(record, on=ON, basis=RULES.basis(conventions=chosen))
    (contracts,) = [
        part
        for area in verdict.parts
        for part in getattr(area, "parts", ())
        if part.title == f"Contracts under {RESOLUTION.reference}"
    ]
    assert contracts.result is question.verdict().result


def test_an_officer_reads_what_is_missing() -> None:
    text = as_text(REVIEW)
    for words in (
        "2 that are not named",
        "promised before the strategy is published",
        "its cost was not looked into",
        "they differ in: Among whom",
        "No commitment (intentions.explore), voucher: met.",
        "Joined up (authority.joined-up), recommissioning: met.",
    ):
        assert words in text


def test_known_carers_give_no_rate_against_a_figure_without_a_definition() -> None:
    estimate = FIGURES["34,200"]
    assert isinstance(estimate, Estimate)
    served = Register("carers support", Keeper.CENTRE, 5_500, estimate.population)
    found = identify(Registers([served]), estimate)
    assert found.verdict.result is Result.UNDETERMINED
    assert found.rate is None
