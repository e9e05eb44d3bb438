"""Features of real resolutions that none of the open cases decides both ways: invented, plausible.

Each class is one line of a resolution that a council might pass. The label is what an officer would
call the answer.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import (
    APPROVE,
    AWARD,
    CALL_OFF,
    EXTEND,
    GRANT,
    MODIFY,
    Authority,
    Proposal,
    Resolution,
    Used,
    judge,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Delegation,
    EventBound,
    Except,
    Figure,
    Floor,
    Holder,
    Includes,
    Kind,
    Length,
    Line,
    Nature,
    Of,
    Only,
    Precondition,
    Reading,
    Readings,
    Share,
    Start,
    Step,
    Steps,
    Taken,
    Threshold,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import ByYear, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.awards import Power
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, carers services", "paragraph 1")
YEAR: Final = Term(months=12)


def under(*clauses: Clause, powers: tuple[Power, ...] = (AWARD,)) -> Authority:
    return Authority("authority", MINUTE, powers, clauses)


def ask(proposal: Proposal, authority: Authority | Resolution, used: Used | None = None) -> str:
    return label(judge(proposal, under=authority, used=used))


def worth(pounds: str, reference: str = "contract") -> Proposal:
    return Proposal(AWARD, Contract(reference, value=stated(pounds)))


def lasting(months: int) -> Proposal:
    return Proposal(AWARD, Contract("contract", term=Term(months=months)))


def running(first: date, last: date) -> Proposal:
    return Proposal(AWARD, Contract("contract", first, last))


def tagged(power: Power = AWARD, **tags: str | tuple[str, ...]) -> Proposal:
    names = {name.replace("_", " "): values for name, values in tags.items()}
    return Proposal(power, Contract("contract", tags=names))


def split(dimension: str, **parts: str) -> Proposal:
    lines = [Line(stated(pounds), ((dimension, name),)) for name, pounds in parts.items()]
    return Proposal(AWARD, Contract("contract", amounts=lines))


def knowing(facts: Mapping[str, bool | date], power: Power = AWARD) -> Proposal:
    return Proposal(power, Contract("contract"), on=date(2024, 6, 10), facts=facts)


class TestCallInAndStandstill:
    RESOLUTION: Final = Resolution(
        "resolution",
        "Cabinet",
        MINUTE,
        resolved_on=date(2024, 6, 3),
        effective_on=date(2024, 6, 11),
        authorities=[under(Length("length", MINUTE, YEAR))],
    )

    def on(self, day: date) -> str:
        proposal = Proposal(AWARD, Contract("contract", term=YEAR), on=day)
        return ask(proposal, self.RESOLUTION)

    @pytest.mark.vocabulary(
        "call_in_standstill", holds="carerslib.awards.Resolution.effective_on", decides="met"
    )
    def test_an_award_may_be_made_on_the_day_that_call_in_is_over(self) -> None:
        assert self.on(date(2024, 6, 11)) == "within"

    @pytest.mark.vocabulary(
        "call_in_standstill", holds="carerslib.awards.Resolution.effective_on", decides="not met"
    )
    def test_an_award_may_not_be_made_the_day_before(self) -> None:
        assert self.on(date(2024, 6, 10)) == "condition_unmet"

    def test_an_award_the_day_before_the_resolution_had_no_authority(self) -> None:
        assert self.on(date(2024, 6, 2)) == "not_authorised"


class TestApprovedAfterItsOwnStart:
    """A grant that has run since April is approved in June: the words say from when it may run."""

    RESOLVED: Final = date(2024, 6, 3)
    MARCH: Final = date(2025, 3, 31)

    def since(self, first: date, words_from: date, on: date = RESOLVED) -> str:
        days = under(Window("days", MINUTE, words_from, self.MARCH))
        resolution = Resolution(
            "resolution", "Cabinet", MINUTE, resolved_on=self.RESOLVED, authorities=[days]
        )
        return ask(Proposal(AWARD, Contract("contract", first, self.MARCH), on=on), resolution)

    @pytest.mark.vocabulary("retrospective", holds="carerslib.clauses.Window.first", decides="met")
    def test_what_began_before_the_resolution_is_within_words_that_reach_back_to_it(self) -> None:
        april = date(2024, 4, 1)
        assert self.since(april, words_from=april) == "within"
        assert self.since(april, words_from=april, on=date(2024, 6, 10)) == "within"

    @pytest.mark.vocabulary(
        "retrospective", holds="carerslib.clauses.Window.first", decides="not met"
    )
    def test_what_began_before_the_words_reach_back_is_out_of_period(self) -> None:
        assert self.since(date(2024, 3, 31), words_from=date(2024, 4, 1)) == "out_of_period"
        assert self.since(date(2024, 6, 2), words_from=self.RESOLVED) == "out_of_period"

    def test_what_begins_on_the_day_of_the_resolution_needs_no_words_that_reach_back(self) -> None:
        assert self.since(self.RESOLVED, words_from=self.RESOLVED) == "within"

    def test_words_that_reach_back_give_no_leave_to_act_before_they_were_resolved(self) -> None:
        april = date(2024, 4, 1)
        assert self.since(april, words_from=april, on=date(2024, 6, 2)) == "not_authorised"


class TestConditions:
    FUNDING: Final = under(Precondition("funding", MINUTE, "funding", kind=Kind.FUNDING))
    WAIVER: Final = under(Precondition("waiver", MINUTE, "waiver", kind=Kind.WAIVER))
    OPEN: Final = under(Precondition("open", MINUTE, "applications are open"), powers=(GRANT,))
    CONSENT: Final = under(
        Precondition("consent", MINUTE, "the provider agrees", kind=Kind.CONSENT),
        powers=(EXTEND,),
    )

    @pytest.mark.vocabulary(
        "condition_budget", holds="carerslib.clauses.Precondition", decides="met"
    )
    def test_an_award_may_be_made_once_the_money_is_there(self) -> None:
        assert ask(knowing({"funding": True}), self.FUNDING) == "within"

    @pytest.mark.vocabulary(
        "condition_budget", holds="carerslib.clauses.Precondition", decides="not met"
    )
    def test_an_award_may_not_be_made_without_the_money(self) -> None:
        assert ask(knowing({"funding": False}), self.FUNDING) == "condition_unmet"

    @pytest.mark.vocabulary(
        "waiver_precondition", holds="carerslib.clauses.Precondition", decides="met"
    )
    def test_a_waiver_of_the_day_of_the_award_is_in_time(self) -> None:
        assert ask(knowing({"waiver": date(2024, 6, 10)}), self.WAIVER) == "within"

    @pytest.mark.vocabulary(
        "waiver_precondition", holds="carerslib.clauses.Precondition", decides="not met"
    )
    def test_a_waiver_of_the_day_after_is_too_late(self) -> None:
        assert ask(knowing({"waiver": date(2024, 6, 11)}), self.WAIVER) == "condition_unmet"

    @pytest.mark.vocabulary(
        "condition_other", holds="carerslib.clauses.Precondition", decides="met"
    )
    def test_a_grant_may_be_made_while_applications_are_open(self) -> None:
        assert ask(knowing({"applications are open": True}, GRANT), self.OPEN) == "within"

    @pytest.mark.vocabulary("mutual_consent", holds="carerslib.clauses.Precondition", decides="met")
    def test_an_option_may_be_taken_where_the_provider_agrees(self) -> None:
        assert ask(knowing({"the provider agrees": True}, EXTEND), self.CONSENT) == "within"

    @pytest.mark.vocabulary(
        "mutual_consent", holds="carerslib.clauses.Precondition", decides="not met"
    )
    def test_an_option_may_not_be_taken_where_the_provider_does_not(self) -> None:
        answer = ask(knowing({"the provider agrees": False}, EXTEND), self.CONSENT)
        assert answer == "condition_unmet"


class TestWhoMayAct:
    DIRECTOR: Final = under(Holder("holder", MINUTE, "director"))
    TO_HEAD: Final = Delegation("director", "head of commissioning", MINUTE)
    STRATEGY: Final = under(powers=(APPROVE,))

    def by(self, who: str, *chain: Delegation) -> str:
        proposal = Proposal(AWARD, Contract("contract"), by=who, chain=chain)
        return ask(proposal, self.DIRECTOR)

    @pytest.mark.vocabulary("officer_delegation", holds="carerslib.clauses.Holder", decides="met")
    def test_the_officer_named_may_award(self) -> None:
        assert self.by("director") == "within"

    def test_so_may_one_whom_a_recorded_delegation_reaches(self) -> None:
        assert self.by("head of commissioning", self.TO_HEAD) == "within"

    @pytest.mark.vocabulary(
        "officer_delegation", holds="carerslib.clauses.Holder", decides="not met"
    )
    def test_without_it_that_officer_may_not(self) -> None:
        assert self.by("head of commissioning") == "wrong_holder"

    @pytest.mark.vocabulary("no_award_power", holds="carerslib.awards.APPROVE", decides="met")
    def test_a_strategy_may_be_approved(self) -> None:
        assert ask(tagged(APPROVE), self.STRATEGY) == "within"

    @pytest.mark.vocabulary("no_award_power", holds="carerslib.awards.APPROVE", decides="not met")
    def test_nothing_may_be_awarded_under_a_strategy(self) -> None:
        assert ask(worth("1.00"), self.STRATEGY) == "not_authorised"

    TIERS: Final = under(
        Cap("cap", MINUTE, Figure.pounds("900000.00")),
        Threshold(
            "tier",
            MINUTE,
            above=Figure.pounds("500000.00", nature=Nature.THRESHOLD),
            clauses=[Holder("tier.holder", MINUTE, "cabinet")],
        ),
    )

    def tier(self, pounds: str) -> str:
        contract = Contract("contract", value=stated(pounds))
        return ask(Proposal(AWARD, contract, by="director"), self.TIERS)

    @pytest.mark.vocabulary("tiered_approval", holds="carerslib.clauses.Threshold", decides="met")
    def test_a_director_may_award_on_the_threshold(self) -> None:
        assert self.tier("500000.00") == "within"

    @pytest.mark.vocabulary(
        "tiered_approval", holds="carerslib.clauses.Threshold", decides="not met"
    )
    def test_a_penny_above_it_cabinet_must(self) -> None:
        assert self.tier("500000.01") == "wrong_holder"


class TestWhatItIsFor:
    def only(self, dimension: str, *values: str) -> Authority:
        return under(Only("only", MINUTE, dimension, values))

    @pytest.mark.vocabulary(
        "lead_authority_multi_area", holds="carerslib.clauses.Only", decides="met"
    )
    def test_the_lead_council_may_award_for_both_areas(self) -> None:
        both = tagged(area=("East", "West"))
        assert ask(both, self.only("area", "East", "West")) == "within"

    @pytest.mark.vocabulary(
        "lead_authority_multi_area", holds="carerslib.clauses.Only", decides="not met"
    )
    def test_it_may_not_award_for_a_third(self) -> None:
        three = tagged(area=("East", "North", "West"))
        assert ask(three, self.only("area", "East", "West")) == "off_purpose"

    @pytest.mark.vocabulary("geographic_scope", holds="carerslib.clauses.Only", decides="met")
    def test_a_service_in_the_area_is_within(self) -> None:
        assert ask(tagged(area="East"), self.only("area", "East")) == "within"

    @pytest.mark.vocabulary("geographic_scope", holds="carerslib.clauses.Only", decides="not met")
    def test_a_service_outside_it_is_not(self) -> None:
        assert ask(tagged(area="West"), self.only("area", "East")) == "off_purpose"

    @pytest.mark.vocabulary("other_body_partner", holds="carerslib.clauses.Only", decides="met")
    def test_an_agreement_with_the_health_body_named_is_within(self) -> None:
        assert ask(tagged(partner="NHS East"), self.only("partner", "NHS East")) == "within"

    @pytest.mark.vocabulary("other_body_partner", holds="carerslib.clauses.Only", decides="not met")
    def test_an_agreement_with_another_is_not(self) -> None:
        assert ask(tagged(partner="NHS West"), self.only("partner", "NHS East")) == "off_purpose"

    @pytest.mark.vocabulary("client_scope", holds="carerslib.clauses.Only", decides="met")
    def test_a_service_for_young_carers_is_within(self) -> None:
        young = self.only("client group", "young carers")
        assert ask(tagged(client_group="young carers"), young) == "within"

    @pytest.mark.vocabulary("client_scope", holds="carerslib.clauses.Only", decides="not met")
    def test_a_service_for_adult_carers_as_well_is_not(self) -> None:
        young = self.only("client group", "young carers")
        both = tagged(client_group=("adult carers", "young carers"))
        assert ask(both, young) == "off_purpose"

    @pytest.mark.vocabulary("provider_bound", holds="carerslib.clauses.Only", decides="not met")
    def test_another_provider_is_not_the_one_named(self) -> None:
        assert ask(tagged(provider="Another"), self.only("provider", "Carers")) == "off_purpose"

    @pytest.mark.vocabulary("partial_lot", holds="carerslib.clauses.Only", decides="met")
    def test_a_lot_that_may_be_awarded_is_within(self) -> None:
        assert ask(tagged(lot="2a"), self.only("lot", "2a", "2c")) == "within"

    @pytest.mark.vocabulary("service_exclusion", holds="carerslib.clauses.Except", decides="met")
    def test_a_service_that_is_not_left_out_is_within(self) -> None:
        without = under(Except("except", MINUTE, "service", "home care"))
        assert ask(tagged(service="breaks"), without) == "within"

    @pytest.mark.vocabulary(
        "instrument_bound", holds="carerslib.awards.Authority.powers", decides="met"
    )
    def test_a_grant_may_be_made_where_a_grant_was_approved(self) -> None:
        assert ask(tagged(GRANT), under(powers=(GRANT,))) == "within"

    @pytest.mark.vocabulary(
        "instrument_bound", holds="carerslib.awards.Authority.powers", decides="not met"
    )
    def test_a_contract_may_not_be_awarded_where_a_grant_was_approved(self) -> None:
        assert ask(tagged(AWARD), under(powers=(GRANT,))) == "not_authorised"

    FRAMEWORK: Final = under(
        Only("framework", MINUTE, "framework", "carers breaks"), powers=(CALL_OFF,)
    )

    @pytest.mark.vocabulary("framework_calloff", holds="carerslib.awards.CALL_OFF", decides="met")
    def test_a_call_off_under_the_framework_is_within(self) -> None:
        assert ask(tagged(CALL_OFF, framework="carers breaks"), self.FRAMEWORK) == "within"

    @pytest.mark.vocabulary(
        "framework_calloff", holds="carerslib.awards.CALL_OFF", decides="not met"
    )
    def test_an_award_outside_it_is_not(self) -> None:
        assert ask(tagged(AWARD, framework="carers breaks"), self.FRAMEWORK) == "not_authorised"

    BREAK: Final = under(Includes("break", MINUTE, "terms", "yearly break"))

    @pytest.mark.vocabulary("break_clause", holds="carerslib.clauses.Includes", decides="met")
    def test_a_contract_that_can_be_broken_each_year_is_within(self) -> None:
        assert ask(tagged(terms=("extension", "yearly break")), self.BREAK) == "within"

    @pytest.mark.vocabulary("break_clause", holds="carerslib.clauses.Includes", decides="not met")
    def test_a_contract_that_cannot_is_not(self) -> None:
        assert ask(tagged(terms="extension"), self.BREAK) == "off_purpose"


class TestDaysAndLengths:
    WINDOW: Final = under(Window("window", MINUTE, date(2024, 4, 1), date(2025, 3, 31)))
    END: Final = under(Window("end", MINUTE, last=date(2024, 12, 31)), powers=(MODIFY,))
    SINCE: Final = under(Start("start", MINUTE, first=date(2024, 4, 1)))
    EVENT: Final = under(EventBound("event", MINUTE, "the new framework starts"))
    THREE_YEARS: Final = under(Length("length", MINUTE, Term(years=3)))
    INTERIM: Final = under(
        Length("length", MINUTE, Term(months=6)),
        Cap("once", MINUTE, Figure(1), of=Of.COUNT),
    )

    @pytest.mark.vocabulary("fixed_window", holds="carerslib.clauses.Window", decides="met")
    def test_the_whole_window_is_within(self) -> None:
        assert ask(running(date(2024, 4, 1), date(2025, 3, 31)), self.WINDOW) == "within"

    @pytest.mark.vocabulary("early_end", holds="carerslib.clauses.Window", decides="met")
    def test_a_contract_may_be_ended_on_the_earlier_day(self) -> None:
        ended = Proposal(MODIFY, Contract("contract", last_day=date(2024, 12, 31)))
        assert ask(ended, self.END) == "within"

    @pytest.mark.vocabulary("early_end", holds="carerslib.clauses.Window", decides="not met")
    def test_it_may_not_run_a_day_past_it(self) -> None:
        ended = Proposal(MODIFY, Contract("contract", last_day=date(2025, 1, 1)))
        assert ask(ended, self.END) == "out_of_period"

    @pytest.mark.vocabulary("start_bound", holds="carerslib.clauses.Start", decides="met")
    def test_a_start_on_the_first_day_is_within(self) -> None:
        contract = Contract("contract", first_day=date(2024, 4, 1))
        assert ask(Proposal(AWARD, contract), self.SINCE) == "within"

    @pytest.mark.vocabulary("start_bound", holds="carerslib.clauses.Start", decides="not met")
    def test_a_start_the_day_before_is_not(self) -> None:
        contract = Contract("contract", first_day=date(2024, 3, 31))
        assert ask(Proposal(AWARD, contract), self.SINCE) == "out_of_period"

    def until_the_event(self, last: date, happens: date | None) -> str:
        facts = {} if happens is None else {"the new framework starts": happens}
        contract = Contract("contract", date(2024, 4, 1), last)
        return ask(Proposal(AWARD, contract, facts=facts), self.EVENT)

    @pytest.mark.vocabulary("event_bounded", holds="carerslib.clauses.EventBound", decides="met")
    def test_a_contract_may_run_to_the_day_of_the_event(self) -> None:
        assert self.until_the_event(date(2025, 1, 31), date(2025, 1, 31)) == "within"

    @pytest.mark.vocabulary(
        "event_bounded", holds="carerslib.clauses.EventBound", decides="not met"
    )
    def test_it_may_not_run_a_day_past_it_whatever_was_planned(self) -> None:
        assert self.until_the_event(date(2025, 2, 1), date(2025, 1, 31)) == "out_of_period"

    def test_nothing_is_known_while_the_event_has_no_day(self) -> None:
        assert self.until_the_event(date(2025, 1, 31), None) == "undetermined"

    @pytest.mark.vocabulary("unanchored_term", holds="carerslib.clauses.Length", decides="met")
    def test_a_length_needs_no_start(self) -> None:
        assert ask(lasting(36), self.THREE_YEARS) == "within"

    @pytest.mark.vocabulary(
        "unanchored_term", holds="carerslib.clauses.Length", decides="undetermined"
    )
    def test_days_against_years_do(self) -> None:
        proposal = Proposal(AWARD, Contract("contract", term=Term(days=1096)))
        assert ask(proposal, self.THREE_YEARS) == "undetermined"

    @pytest.mark.vocabulary("up_to_term", holds="carerslib.clauses.Length", decides="not met")
    def test_a_month_over_up_to_three_years_is_too_long(self) -> None:
        assert ask(lasting(37), self.THREE_YEARS) == "exceeds"

    @pytest.mark.vocabulary("interim_chain", holds="carerslib.clauses.Of.COUNT", decides="met")
    def test_one_interim_award_of_six_months_is_within(self) -> None:
        assert ask(lasting(6), self.INTERIM) == "within"

    @pytest.mark.vocabulary("interim_chain", holds="carerslib.clauses.Of.COUNT", decides="not met")
    def test_the_next_needs_a_decision_of_its_own(self) -> None:
        used = Used().after(lasting(6), under=self.INTERIM)
        next_one = Proposal(AWARD, Contract("next", term=Term(months=6)))
        assert ask(next_one, self.INTERIM, used) == "exceeds"


class TestOptions:
    REVIEWED: Final = under(
        Steps(
            "option",
            MINUTE,
            [
                Step(
                    YEAR,
                    clauses=[
                        Precondition("review", MINUTE, "good review", kind=Kind.PERFORMANCE),
                        Holder("option.holder", MINUTE, "director"),
                    ],
                )
            ],
        ),
        powers=(EXTEND,),
    )

    def extend(self, by: str, *, good: bool) -> str:
        proposal = Proposal(
            EXTEND,
            Contract("contract"),
            by=by,
            facts={"good review": good},
            takes=Taken(number=1, term=YEAR),
        )
        return ask(proposal, self.REVIEWED)

    @pytest.mark.vocabulary(
        "option_conditional", holds="carerslib.clauses.Step.clauses", decides="met"
    )
    def test_an_option_may_be_taken_after_a_good_review(self) -> None:
        assert self.extend("director", good=True) == "within"

    @pytest.mark.vocabulary(
        "option_conditional", holds="carerslib.clauses.Step.clauses", decides="not met"
    )
    def test_it_may_not_after_a_bad_one(self) -> None:
        assert self.extend("director", good=False) == "condition_unmet"

    @pytest.mark.vocabulary(
        "option_separate_exercise", holds="carerslib.clauses.Step.clauses", decides="not met"
    )
    def test_it_may_not_be_taken_by_another(self) -> None:
        assert self.extend("manager", good=True) == "wrong_holder"


class TestFigures:
    CAP: Final = Cap("cap", MINUTE, Figure.pounds("100000.00"))
    ESTIMATE: Final = Cap("estimate", MINUTE, Figure.pounds("90000.00", nature=Nature.ESTIMATE))
    ROUNDED: Final = under(
        Cap(
            "rounded",
            MINUTE,
            Figure.pounds("100000.00", rounded_to=Money.pounds("1000.00")),
        )
    )
    EXEMPT: Final = under(
        Cap("exempt", MINUTE, Figure.unpublished()), Length("length", MINUTE, Term(years=3))
    )

    @pytest.mark.vocabulary("estimate_not_cap", holds="carerslib.clauses.Nature", decides="met")
    def test_an_estimate_refuses_nothing_that_the_cap_allows(self) -> None:
        assert ask(worth("100000.00"), under(self.CAP, self.ESTIMATE)) == "within"

    @pytest.mark.vocabulary(
        "estimate_not_cap", holds="carerslib.clauses.Nature", decides="undetermined"
    )
    def test_an_estimate_alone_allows_nothing_either(self) -> None:
        assert ask(worth("90000.00"), under(self.ESTIMATE)) == "undetermined"

    @pytest.mark.vocabulary(
        "rounded_figure", holds="carerslib.clauses.Figure.rounded_to", decides="met"
    )
    def test_below_all_that_the_rounded_figure_may_mean_is_within(self) -> None:
        assert ask(worth("99500.00"), self.ROUNDED) == "within"

    @pytest.mark.vocabulary(
        "rounded_figure", holds="carerslib.clauses.Figure.rounded_to", decides="undetermined"
    )
    @pytest.mark.parametrize("pounds", ["99500.01", "100000.00", "100499.99"])
    def test_inside_the_rounding_is_open(self, pounds: str) -> None:
        assert ask(worth(pounds), self.ROUNDED) == "ambiguous"

    def test_above_all_that_it_may_mean_is_too_much(self) -> None:
        assert ask(worth("100500.00"), self.ROUNDED) == "exceeds"

    @pytest.mark.vocabulary(
        "unpublished_limit", holds="carerslib.clauses.Figure.unpublished", decides="met"
    )
    def test_a_question_about_length_is_answered_though_the_value_is_exempt(self) -> None:
        assert ask(lasting(36), self.EXEMPT) == "within"

    @pytest.mark.vocabulary(
        "unpublished_limit",
        holds="carerslib.clauses.Figure.unpublished",
        decides="undetermined",
    )
    def test_a_question_about_the_exempt_value_is_not(self) -> None:
        assert ask(worth("0.01"), self.EXEMPT) == "undetermined"

    CONTRADICTS: Final = under(
        Readings(
            "total",
            MINUTE,
            [
                Reading("as the total says", Cap("said", MINUTE, Figure.pounds("90000.00"))),
                Reading("as the lots add up", Cap("sum", MINUTE, Figure.pounds("95000.00"))),
            ],
            wrong="the lots do not add up to the total",
        )
    )

    @pytest.mark.vocabulary(
        "inconsistent_text", holds="carerslib.clauses.Readings.wrong", decides="met"
    )
    def test_what_both_readings_of_a_contradiction_allow_is_within(self) -> None:
        assert ask(worth("90000.00"), self.CONTRADICTS) == "within"

    @pytest.mark.vocabulary(
        "inconsistent_text", holds="carerslib.clauses.Readings.wrong", decides="undetermined"
    )
    def test_what_only_one_allows_is_open(self) -> None:
        assert ask(worth("90000.01"), self.CONTRADICTS) == "ambiguous"

    ADVERTISED: Final = under(
        Cap("advertised", MINUTE, Figure.pounds("500000.00")),
        Cap("awarded", MINUTE, Figure.pounds("450000.00", nature=Nature.AWARD_VALUE)),
    )

    @pytest.mark.vocabulary(
        "ceiling_vs_award", holds="carerslib.clauses.Nature.AWARD_VALUE", decides="met"
    )
    def test_the_award_figure_is_inside_the_one_advertised(self) -> None:
        assert ask(worth("450000.00"), self.ADVERTISED) == "within"

    @pytest.mark.vocabulary(
        "ceiling_vs_award", holds="carerslib.clauses.Nature.AWARD_VALUE", decides="not met"
    )
    def test_the_one_advertised_does_not_allow_more_than_was_awarded(self) -> None:
        assert ask(worth("450000.01"), self.ADVERTISED) == "exceeds"

    FLOOR: Final = under(CAP, Floor("floor", MINUTE, Figure.pounds("10000.00")))

    @pytest.mark.vocabulary("floor", holds="carerslib.clauses.Floor", decides="met")
    def test_the_least_figure_itself_is_within(self) -> None:
        assert ask(worth("10000.00"), self.FLOOR) == "within"

    @pytest.mark.vocabulary("floor", holds="carerslib.clauses.Floor", decides="not met")
    def test_a_penny_less_is_below_it(self) -> None:
        assert ask(worth("9999.99"), self.FLOOR) == "below_minimum"


class TestParts:
    TOTAL: Final = Cap("total", MINUTE, Figure.pounds("400000.00"))

    def with_option(self, firm: str, option: str) -> Proposal:
        contract = Contract("contract", value=stated(firm), options=[Option(value=stated(option))])
        return Proposal(AWARD, contract)

    @pytest.mark.vocabulary("total_includes_option", holds="carerslib.clauses.Cap", decides="met")
    def test_a_total_that_includes_the_option_holds_both(self) -> None:
        assert ask(self.with_option("300000.00", "100000.00"), under(self.TOTAL)) == "within"

    @pytest.mark.vocabulary(
        "total_includes_option", holds="carerslib.clauses.Cap", decides="not met"
    )
    def test_a_penny_more_on_the_option_is_too_much(self) -> None:
        assert ask(self.with_option("300000.00", "100000.01"), under(self.TOTAL)) == "exceeds"

    INITIAL: Final = under(
        TOTAL, Cap("initial", MINUTE, Figure.pounds("300000.00"), where={"part": "firm"})
    )

    @pytest.mark.vocabulary(
        "initial_vs_total_value", holds="carerslib.clauses.Cap.where", decides="met"
    )
    def test_the_firm_term_and_the_whole_may_each_be_at_their_figure(self) -> None:
        assert ask(self.with_option("300000.00", "100000.00"), self.INITIAL) == "within"

    @pytest.mark.vocabulary(
        "initial_vs_total_value", holds="carerslib.clauses.Cap.where", decides="not met"
    )
    def test_a_dearer_firm_term_is_too_much_though_the_whole_fits(self) -> None:
        assert ask(self.with_option("300000.01", "99999.99"), self.INITIAL) == "exceeds"

    EXTENSION: Final = under(
        TOTAL, Cap("extension", MINUTE, Figure.pounds("80000.00"), where={"part": "options"})
    )

    @pytest.mark.vocabulary("extension_value", holds="carerslib.clauses.Cap.where", decides="met")
    def test_an_extension_at_its_own_figure_is_within(self) -> None:
        assert ask(self.with_option("300000.00", "80000.00"), self.EXTENSION) == "within"

    @pytest.mark.vocabulary(
        "extension_value", holds="carerslib.clauses.Cap.where", decides="not met"
    )
    def test_a_penny_over_its_figure_is_too_much(self) -> None:
        assert ask(self.with_option("300000.00", "80000.01"), self.EXTENSION) == "exceeds"

    NESTED: Final = under(
        TOTAL, Cap("within", MINUTE, Figure.pounds("20000.00"), where={"head": "evaluation"})
    )

    @pytest.mark.vocabulary("nested_amounts", holds="carerslib.clauses.Cap.where", decides="met")
    def test_a_figure_that_includes_another_holds_both(self) -> None:
        both = split("head", service="380000.00", evaluation="20000.00")
        assert ask(both, self.NESTED) == "within"

    @pytest.mark.vocabulary(
        "nested_amounts", holds="carerslib.clauses.Cap.where", decides="not met"
    )
    def test_the_inner_figure_is_not_put_on_top_of_the_outer_one(self) -> None:
        both = split("head", service="380000.01", evaluation="20000.00")
        assert ask(both, self.NESTED) == "exceeds"

    LOTS: Final = under(Cap("lot", MINUTE, Figure.pounds("50000.00"), per=("lot",)))

    @pytest.mark.vocabulary("per_lot_value", holds="carerslib.clauses.Cap.per", decides="met")
    def test_each_lot_may_be_at_its_figure(self) -> None:
        assert ask(split("lot", one="50000.00", two="50000.00"), self.LOTS) == "within"

    @pytest.mark.vocabulary("per_lot_value", holds="carerslib.clauses.Cap.per", decides="not met")
    @pytest.mark.vocabulary("lots", holds="carerslib.clauses.Cap.per", decides="not met")
    def test_a_lot_may_not_borrow_from_another(self) -> None:
        assert ask(split("lot", one="50000.01", two="49999.99"), self.LOTS) == "exceeds"

    CARERS: Final = under(Cap("carer", MINUTE, Figure.pounds("300.00"), per=("recipient",)))

    @pytest.mark.vocabulary(
        "per_recipient_cap", holds="carerslib.clauses.Cap.per", decides="not met"
    )
    def test_a_carer_may_not_be_paid_a_penny_over_the_figure_in_two_payments(self) -> None:
        first = split("recipient", carer_1="200.00")
        again = Proposal(
            AWARD,
            Contract("again", amounts=[Line(stated("100.01"), (("recipient", "carer_1"),))]),
        )
        used = Used().after(first, under=self.CARERS)
        assert ask(again, self.CARERS, used) == "exceeds"

    SHARES: Final = under(TOTAL, Share("share", MINUTE, where={"lot": "one"}, at_most="60"))

    @pytest.mark.vocabulary("share_split", holds="carerslib.clauses.Share", decides="met")
    def test_a_lot_may_have_its_share_of_the_whole(self) -> None:
        assert ask(split("lot", one="60000.00", two="40000.00"), self.SHARES) == "within"

    @pytest.mark.vocabulary("share_split", holds="carerslib.clauses.Share", decides="not met")
    def test_a_penny_moved_to_it_is_too_much(self) -> None:
        assert ask(split("lot", one="60000.01", two="39999.99"), self.SHARES) == "exceeds"

    @pytest.mark.vocabulary("combined_cap", holds="carerslib.awards.Used.after", decides="met")
    def test_several_contracts_may_come_to_the_figure_together(self) -> None:
        used = Used().after(worth("250000.00", "first"), under=under(self.TOTAL))
        assert ask(worth("150000.00", "second"), under(self.TOTAL), used) == "within"

    @pytest.mark.vocabulary("combined_cap", holds="carerslib.awards.Used.after", decides="not met")
    def test_they_may_not_go_a_penny_over_it_together(self) -> None:
        used = Used().after(worth("250000.00", "first"), under=under(self.TOTAL))
        assert ask(worth("150000.01", "second"), under(self.TOTAL), used) == "exceeds"

    SPENT: Final = Used.stated({"total": Money.pounds("120000.00")})

    @pytest.mark.vocabulary("cumulative_value", holds="carerslib.awards.Used.stated", decides="met")
    def test_what_was_spent_before_leaves_the_rest(self) -> None:
        assert ask(worth("280000.00"), under(self.TOTAL), self.SPENT) == "within"

    @pytest.mark.vocabulary(
        "cumulative_value", holds="carerslib.awards.Used.stated", decides="not met"
    )
    def test_and_not_a_penny_more(self) -> None:
        assert ask(worth("280000.01"), under(self.TOTAL), self.SPENT) == "exceeds"

    UPLIFTED: Final = under(
        Cap("year", MINUTE, Figure.pounds("100000.00"), per=("year",), without={"part": "uplift"})
    )
    INSIDE: Final = under(Cap("year", MINUTE, Figure.pounds("100000.00"), per=("year",)))

    def uplifted(self) -> Proposal:
        contract = Contract(
            "contract",
            by_year=ByYear.of({"2025/26": stated("100000.00")}),
            uplift=ByYear.of({"2025/26": stated("3000.00")}),
        )
        return Proposal(AWARD, contract)

    @pytest.mark.vocabulary("uplift_clause", holds="carerslib.clauses.Cap.without", decides="met")
    def test_an_uplift_beside_the_figure_does_not_count(self) -> None:
        assert ask(self.uplifted(), self.UPLIFTED) == "within"

    @pytest.mark.vocabulary(
        "uplift_clause", holds="carerslib.contracts.Contract.uplift", decides="not met"
    )
    def test_an_uplift_inside_the_figure_does(self) -> None:
        assert ask(self.uplifted(), self.INSIDE) == "exceeds"
