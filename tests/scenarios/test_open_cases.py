"""Thirteen real decisions of English councils, each encoded once, and what was asked of each.

A proposal holds what the question states and nothing more; the answer is the one label of what was
asked. Every label that is right is in the assertion.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.cases import (
    achieving_2025,
    birmingham_2017,
    bristol_2022,
    hackney_2024,
    hammersmith_2019,
    herefordshire_2017,
    kingston_2025,
    peterborough_2014,
    peterborough_2023,
    poole_2008,
    poole_2009,
    southampton_2014,
    southend_2025,
)
from tests.scenarios.kit import label, net, stated

from carerslib.awards import (
    AWARD,
    ENTER_AGREEMENT,
    EXTEND,
    GRANT,
    MODIFY,
    SPEND,
    Proposal,
    Resolution,
    Used,
    judge,
)
from carerslib.clauses import Line, Taken
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import ByYear, Term
from carerslib.prices import Price

MONTHS: Final = {months: Term(months=months) for months in (1, 7, 12, 18, 24, 36, 60)}


def with_vat(pounds: str, rate: str) -> Price:
    return Price.including_vat(Money.pounds(pounds), rate)


def ask(proposal: Proposal, resolution: Resolution, used: Used | None = None) -> str:
    return label(judge(proposal, under=resolution, used=used))


class TestPoole2008GrantByYear:
    def pay(self, year: str, price: Price) -> str:
        contract = Contract("payment", by_year=ByYear.of({year: price}))
        return ask(Proposal(SPEND, contract), poole_2008.RESOLUTION)

    @pytest.mark.probe("poole-2008-cvs.P1")
    @pytest.mark.vocabulary("year_profile", holds="carerslib.clauses.Cap.where", decides="met")
    @pytest.mark.vocabulary("vat_stated", holds="carerslib.prices.Price.net_of_vat", decides="met")
    def test_the_first_years_figure_may_be_paid_in_the_first_year(self) -> None:
        assert self.pay("2008/09", net("65841.00")) == "within"

    @pytest.mark.probe("poole-2008-cvs.P2")
    @pytest.mark.vocabulary("year_profile", holds="carerslib.clauses.Cap.where", decides="not met")
    @pytest.mark.vocabulary("annual_and_total", holds="carerslib.clauses.Cap", decides="not met")
    def test_the_second_years_figure_may_not_be_paid_a_year_early(self) -> None:
        assert self.pay("2008/09", net("67158.00")) == "exceeds"

    @pytest.mark.probe("poole-2008-cvs.P3")
    def test_an_invoice_with_vat_is_held_against_the_figure_without_it(self) -> None:
        assert self.pay("2008/09", with_vat("77363.18", "17.5")) == "within"

    @pytest.mark.probe("poole-2008-cvs.P4")
    @pytest.mark.vocabulary(
        "vat_stated", holds="carerslib.prices.Price.net_of_vat", decides="not met"
    )
    def test_a_penny_over_the_third_years_figure_is_too_much(self) -> None:
        assert self.pay("2010/11", net("68501.01")) == "exceeds"


class TestPoole2009CapitalByHead:
    def spend(self, **heads: str) -> str:
        lines = [
            Line(stated(pounds), (("head", poole_2009.HEADS[head]),))
            for head, pounds in heads.items()
        ]
        contract = Contract("plan", amounts=lines, tags={"fund": poole_2009.FUND})
        return ask(Proposal(SPEND, contract), poole_2009.RESOLUTION)

    @pytest.mark.probe("poole-2009-aiming-high-capital.P1")
    @pytest.mark.vocabulary("purpose_split", holds="carerslib.clauses.Cap.where", decides="met")
    def test_both_heads_at_their_most_leave_the_rest_to_the_caravan(self) -> None:
        spent = self.spend(grants="100000.00", play="30000.00", caravan="46900.00")
        assert spent == "within"

    @pytest.mark.probe("poole-2009-aiming-high-capital.P2")
    @pytest.mark.vocabulary("purpose_split", holds="carerslib.clauses.Cap.where", decides="not met")
    def test_grants_have_a_most_of_their_own_though_the_whole_would_hold_more(self) -> None:
        assert self.spend(grants="100000.01") == "exceeds"

    @pytest.mark.probe("poole-2009-aiming-high-capital.P3")
    @pytest.mark.vocabulary("residual_allocation", holds="carerslib.clauses.Cap", decides="met")
    def test_the_caravan_may_take_what_the_other_heads_leave(self) -> None:
        spent = self.spend(grants="80000.00", play="20000.00", caravan="76900.00")
        assert spent == "within"

    @pytest.mark.vocabulary("residual_allocation", holds="carerslib.clauses.Cap", decides="not met")
    def test_the_caravan_may_not_take_a_penny_more_than_they_leave(self) -> None:
        spent = self.spend(grants="80000.00", play="20000.00", caravan="76900.01")
        assert spent == "exceeds"

    @pytest.mark.probe("poole-2009-aiming-high-capital.P4")
    @pytest.mark.vocabulary("capital_revenue", holds="carerslib.clauses.Only", decides="not met")
    def test_wages_are_not_capital(self) -> None:
        tags = {"fund": poole_2009.FUND, "kind of spending": "revenue"}
        wages = Contract("wages", value=stated("5000.00"), tags=tags)
        assert ask(Proposal(SPEND, wages), poole_2009.RESOLUTION) == "off_purpose"


class TestSouthampton2014AwardAndLinkedAgreement:
    def award(self, last: date) -> str:
        tags = {"provider": southampton_2014.PROVIDER}
        contract = Contract("adult-carers", date(2014, 9, 1), last, tags=tags)
        return ask(Proposal(AWARD, contract), southampton_2014.RESOLUTION)

    def agree(self, first: date, last: date, *, consulted: bool) -> str:
        contract = Contract("s256", first, last, tags={"form": "section 256 agreement"})
        proposal = Proposal(
            ENTER_AGREEMENT,
            contract,
            by=southampton_2014.DIRECTOR,
            facts={southampton_2014.CONSULTED: consulted},
        )
        return ask(proposal, southampton_2014.RESOLUTION)

    @pytest.mark.probe("southampton-2014-adult-carers.P1")
    @pytest.mark.vocabulary("anchored_term", holds="carerslib.clauses.Start", decides="met")
    def test_three_years_from_the_stated_start_are_within(self) -> None:
        assert self.award(date(2017, 8, 31)) == "within"

    @pytest.mark.probe("southampton-2014-adult-carers.P2")
    @pytest.mark.vocabulary("anchored_term", holds="carerslib.clauses.Length", decides="not met")
    def test_a_day_over_three_years_is_not(self) -> None:
        assert self.award(date(2017, 9, 1)) in {"out_of_period", "exceeds"}

    @pytest.mark.probe("southampton-2014-adult-carers.P3")
    @pytest.mark.vocabulary(
        "linked_period", holds="carerslib.clauses.SamePeriod", decides="not met"
    )
    def test_an_agreement_for_other_three_years_is_out_of_period(self) -> None:
        answer = self.agree(date(2014, 4, 1), date(2017, 3, 31), consulted=True)
        assert answer == "out_of_period"

    @pytest.mark.probe("southampton-2014-adult-carers.P4")
    @pytest.mark.vocabulary(
        "in_consultation", holds="carerslib.clauses.Precondition", decides="not met"
    )
    def test_the_director_may_not_agree_without_having_consulted(self) -> None:
        answer = self.agree(date(2014, 9, 1), date(2017, 8, 31), consulted=False)
        assert answer == "condition_unmet"

    @pytest.mark.vocabulary("linked_period", holds="carerslib.clauses.SamePeriod", decides="met")
    @pytest.mark.vocabulary(
        "in_consultation", holds="carerslib.clauses.Precondition", decides="met"
    )
    def test_the_director_may_agree_for_the_same_period_once_consulted(self) -> None:
        assert self.agree(date(2014, 9, 1), date(2017, 8, 31), consulted=True) == "within"


class TestPeterborough2014TermAndOptions:
    def award(self, value: str, *options: str) -> str:
        contract = Contract(
            "carers",
            first_day=date(2014, 7, 1),
            term=MONTHS[36],
            value=stated(value),
            options=[Option(term=MONTHS[12], value=stated(each)) for each in options],
            tags={"provider": peterborough_2014.PROVIDER},
        )
        return ask(Proposal(AWARD, contract), peterborough_2014.RESOLUTION)

    @pytest.mark.probe("peterborough-2014-carers.P1")
    @pytest.mark.vocabulary("total_cap", holds="carerslib.clauses.Cap", decides="met")
    @pytest.mark.vocabulary(
        "initial_plus_options", holds="carerslib.contracts.Contract.options", decides="met"
    )
    @pytest.mark.vocabulary("stepped_options", holds="carerslib.clauses.Steps", decides="met")
    def test_three_years_and_two_single_years_at_the_most_are_within(self) -> None:
        assert self.award("840000.00", "280000.00", "280000.00") == "within"

    @pytest.mark.probe("peterborough-2014-carers.P2")
    @pytest.mark.vocabulary("total_cap", holds="carerslib.clauses.Cap", decides="not met")
    def test_a_penny_over_is_too_much_even_for_the_three_years_alone(self) -> None:
        assert self.award("1400000.01") == "exceeds"

    @pytest.mark.probe("peterborough-2014-carers.P3")
    @pytest.mark.vocabulary("fixed_window", holds="carerslib.clauses.Window", decides="not met")
    def test_a_second_extension_may_not_run_a_day_over(self) -> None:
        contract = Contract("carers", last_day=date(2019, 7, 1))
        proposal = Proposal(EXTEND, contract, takes=Taken(number=2))
        assert ask(proposal, peterborough_2014.RESOLUTION) == "out_of_period"

    @pytest.mark.probe("peterborough-2014-carers.P4")
    @pytest.mark.vocabulary(
        "stepped_options", holds="carerslib.clauses.Steps", decides="undetermined"
    )
    def test_whether_two_periods_may_be_taken_as_one_is_open(self) -> None:
        contract = Contract("carers", date(2017, 7, 1), date(2019, 6, 30))
        proposal = Proposal(EXTEND, contract, takes=Taken(term=MONTHS[24]))
        assert ask(proposal, peterborough_2014.RESOLUTION) == "ambiguous"


class TestHerefordshire2017HubAndEarlierEnd:
    def hub(self, first: date, last: date, value: str) -> str:
        tags = {"provider": herefordshire_2017.HCS}
        contract = Contract("hub", first, last, value=stated(value), tags=tags)
        return ask(Proposal(AWARD, contract), herefordshire_2017.RESOLUTION)

    @pytest.mark.probe("herefordshire-2017-hub.P1")
    @pytest.mark.vocabulary("provider_bound", holds="carerslib.clauses.Only", decides="met")
    def test_the_exact_year_at_the_exact_value_is_within(self) -> None:
        assert self.hub(date(2017, 4, 1), date(2018, 3, 31), "160000.00") == "within"

    @pytest.mark.probe("herefordshire-2017-hub.P2")
    def test_a_penny_more_is_too_much(self) -> None:
        assert self.hub(date(2017, 4, 1), date(2018, 3, 31), "160000.01") == "exceeds"

    @pytest.mark.probe("herefordshire-2017-hub.P3")
    def test_twelve_months_from_another_day_are_out_of_period(self) -> None:
        assert self.hub(date(2017, 5, 1), date(2018, 4, 30), "150000.00") == "out_of_period"

    @pytest.mark.probe("herefordshire-2017-hub.P4")
    @pytest.mark.vocabulary("variation", holds="carerslib.awards.MODIFY", decides="not met")
    def test_the_other_contract_may_not_be_varied_to_a_penny_over_its_lower_figure(self) -> None:
        contract = Contract(
            "health",
            by_year=ByYear.of({"2017/18": stated("223000.01")}),
            tags={"provider": herefordshire_2017.CROSSROADS},
        )
        assert ask(Proposal(MODIFY, contract), herefordshire_2017.RESOLUTION) == "exceeds"


class TestBirmingham2017GrantsToCarers:
    def grant(self, number: int, pounds: str) -> str:
        made = [self.proposal(f"grant-{each}", "250.00") for each in range(1, number)]
        used = Used().after(*made, under=birmingham_2017.RESOLUTION)
        return ask(self.proposal(f"grant-{number}", pounds), birmingham_2017.RESOLUTION, used)

    def proposal(self, reference: str, pounds: str) -> Proposal:
        price = ByYear.of({"2018/19": stated(pounds)})
        return Proposal(GRANT, Contract(reference, by_year=price))

    @pytest.mark.probe("birmingham-2017-carers-grant.P1")
    @pytest.mark.vocabulary("count_limit", holds="carerslib.clauses.Of.COUNT", decides="met")
    @pytest.mark.vocabulary("per_recipient_cap", holds="carerslib.clauses.Cap.per", decides="met")
    @pytest.mark.vocabulary("fund_in_year", holds="carerslib.clauses.Cap.where", decides="met")
    def test_the_last_of_478_grants_is_within(self) -> None:
        assert self.grant(478, "250.00") == "within"

    @pytest.mark.probe("birmingham-2017-carers-grant.P2")
    @pytest.mark.vocabulary("count_limit", holds="carerslib.clauses.Of.COUNT", decides="not met")
    @pytest.mark.vocabulary("fund_in_year", holds="carerslib.clauses.Cap.where", decides="not met")
    def test_one_more_at_the_full_amount_is_too_much(self) -> None:
        assert self.grant(479, "250.00") == "exceeds"

    @pytest.mark.probe("birmingham-2017-carers-grant.P3")
    @pytest.mark.vocabulary(
        "inconsistent_text", holds="carerslib.clauses.Readings", decides="undetermined"
    )
    def test_one_more_for_the_hundred_pounds_left_is_open(self) -> None:
        assert self.grant(479, "100.00") == "ambiguous"

    @pytest.mark.probe("birmingham-2017-carers-grant.P4")
    @pytest.mark.vocabulary(
        "condition_other", holds="carerslib.clauses.Precondition.recorded", decides="not met"
    )
    def test_no_grant_is_made_while_applications_are_suspended(self) -> None:
        price = ByYear.of({"2017/18": stated("250.00")})
        proposal = Proposal(GRANT, Contract("july", by_year=price), on=date(2017, 7, 10))
        assert ask(proposal, birmingham_2017.RESOLUTION) == "condition_unmet"


class TestHammersmith2019YearAndOption:
    def award(self, term: Term, years: int) -> str:
        contract = Contract(
            "direct-payments",
            term=term,
            amounts=[
                Line(stated("150000.00"), (("contract year", str(year)),))
                for year in range(1, years + 1)
            ],
            tags={"provider": hammersmith_2019.PROVIDER},
        )
        return ask(Proposal(AWARD, contract), hammersmith_2019.RESOLUTION)

    def extend(
        self, term: Term, *, consulted: bool, days: tuple[date | None, date | None] = (None, None)
    ) -> str:
        proposal = Proposal(
            EXTEND,
            Contract("direct-payments", *days),
            by=hammersmith_2019.DIRECTOR,
            facts={hammersmith_2019.CONSULTED: consulted},
            takes=Taken(term=term),
        )
        return ask(proposal, hammersmith_2019.RESOLUTION)

    @pytest.mark.probe("lbhf-2019-direct-payments.P1")
    @pytest.mark.vocabulary("annual_value", holds="carerslib.clauses.Cap.per", decides="met")
    def test_the_first_year_at_the_yearly_figure_is_within(self) -> None:
        assert self.award(MONTHS[12], 1) == "within"

    @pytest.mark.probe("lbhf-2019-direct-payments.P2")
    @pytest.mark.vocabulary("up_to_term", holds="carerslib.clauses.Steps.in_parts", decides="met")
    @pytest.mark.vocabulary(
        "option_separate_exercise", holds="carerslib.awards.EXTEND", decides="met"
    )
    def test_the_director_may_extend_by_less_than_two_years_after_consulting(self) -> None:
        assert self.extend(MONTHS[18], consulted=True) == "within"

    def test_the_extension_starts_when_the_first_year_is_over(self) -> None:
        days = date(2020, 12, 1), date(2022, 11, 30)
        assert self.extend(MONTHS[24], consulted=True, days=days) == "within"

    @pytest.mark.probe("lbhf-2019-direct-payments.P3")
    def test_the_director_may_not_extend_without_consulting(self) -> None:
        assert self.extend(MONTHS[12], consulted=False) == "condition_unmet"

    @pytest.mark.probe("lbhf-2019-direct-payments.P4")
    @pytest.mark.vocabulary(
        "initial_plus_options", holds="carerslib.clauses.Length.of", decides="not met"
    )
    def test_three_firm_years_are_not_one_year_and_an_option(self) -> None:
        assert self.award(MONTHS[36], 3) == "exceeds"


class TestBristol2022ExtraCare:
    @pytest.mark.probe("bristol-2022-extra-care.P1")
    @pytest.mark.vocabulary("months_days_term", holds="carerslib.periods.Term", decides="met")
    def test_twelve_contracts_for_seven_months_and_five_single_ones_are_within(self) -> None:
        contracts = Contract(
            "extra-care",
            first_day=date(2022, 4, 1),
            term=MONTHS[7],
            options=[Option(term=MONTHS[1])] * 5,
            number=12,
        )
        assert ask(Proposal(EXTEND, contracts), bristol_2022.RESOLUTION) == "within"

    @pytest.mark.probe("bristol-2022-extra-care.P2")
    @pytest.mark.vocabulary("months_days_term", holds="carerslib.clauses.Steps", decides="not met")
    def test_a_sixth_single_month_is_not(self) -> None:
        month = Contract("extra-care", date(2023, 4, 1), date(2023, 4, 30))
        proposal = Proposal(EXTEND, month, takes=Taken(number=6, term=MONTHS[1]))
        assert ask(proposal, bristol_2022.RESOLUTION) in {"exceeds", "out_of_period"}

    @pytest.mark.probe("bristol-2022-extra-care.P3")
    def test_the_thirteenth_contract_was_not_approved(self) -> None:
        tags = {"contract": "13"}
        contract = Contract("extra-care-13", last_day=date(2022, 10, 31), tags=tags)
        assert ask(Proposal(EXTEND, contract), bristol_2022.RESOLUTION) == "off_purpose"

    @pytest.mark.probe("bristol-2022-extra-care.P4")
    def test_whether_the_cost_covers_the_single_months_is_open(self) -> None:
        spent = Contract(
            "extra-care",
            value=stated("6000000.00"),
            options=[Option(value=stated("3000000.00"))],
        )
        assert ask(Proposal(SPEND, spent), bristol_2022.RESOLUTION) == "ambiguous"


class TestPeterborough2023Lifeline:
    def award(self, *pounds: str) -> str:
        years = {f"{year}/{year - 1999}": stated(each) for year, each in enumerate(pounds, 2024)}
        contract = Contract(
            "lifeline",
            first_day=date(2024, 4, 1),
            last_day=date(2029, 3, 31),
            by_year=ByYear.of(years),
            in_all=True,
        )
        return ask(Proposal(AWARD, contract), peterborough_2023.RESOLUTION)

    @pytest.mark.probe("peterborough-2023-lifeline.P1")
    @pytest.mark.vocabulary("annual_and_total", holds="carerslib.clauses.Cap", decides="met")
    def test_five_years_at_the_yearly_figure_come_to_the_whole(self) -> None:
        assert self.award(*["200000.00"] * 5) == "within"

    @pytest.mark.probe("peterborough-2023-lifeline.P2")
    @pytest.mark.vocabulary("annual_value", holds="carerslib.clauses.Cap.per", decides="not met")
    def test_a_dear_first_year_is_too_much_though_the_whole_is_not(self) -> None:
        assert self.award("220000.00", *["195000.00"] * 4) == "exceeds"

    @pytest.mark.probe("peterborough-2023-lifeline.P3")
    def test_two_years_in_a_single_step_are_not_what_was_approved(self) -> None:
        contract = Contract("lifeline", date(2027, 4, 1), date(2029, 3, 31))
        taken = Taken(term=MONTHS[24])
        proposal = Proposal(EXTEND, contract, by=peterborough_2023.DIRECTOR, takes=taken)
        assert ask(proposal, peterborough_2023.RESOLUTION) in {"exceeds", "ambiguous"}

    @pytest.mark.probe("peterborough-2023-lifeline.P4")
    @pytest.mark.vocabulary(
        "uplift_clause", holds="carerslib.contracts.Contract.uplift", decides="undetermined"
    )
    def test_whether_an_uplift_may_go_over_the_yearly_figure_is_open(self) -> None:
        contract = Contract(
            "lifeline",
            by_year=ByYear.of({"2025/26": stated("200000.00")}),
            uplift=ByYear.of({"2025/26": stated("6000.00")}),
        )
        facts = {peterborough_2023.GOVERNANCE: True}
        proposal = Proposal(MODIFY, contract, by=peterborough_2023.DIRECTOR, facts=facts)
        assert ask(proposal, peterborough_2023.RESOLUTION) == "ambiguous"

    def test_so_it_is_where_the_uplift_is_stated_for_the_second_year_of_the_contract(self) -> None:
        second = {"contract year": "2"}
        price = Line(stated("200000.00"), second)
        uplift = Line(stated("6000.00"), {**second, "part": "uplift"})
        contract = Contract("lifeline", date(2024, 4, 1), amounts=[price, uplift])
        facts = {peterborough_2023.GOVERNANCE: True}
        proposal = Proposal(MODIFY, contract, by=peterborough_2023.DIRECTOR, facts=facts)
        assert ask(proposal, peterborough_2023.RESOLUTION) == "ambiguous"


class TestHackney2024CarersSupport:
    def award(self, contract: Contract) -> str:
        return ask(Proposal(AWARD, contract), hackney_2024.RESOLUTION)

    @pytest.mark.probe("hackney-2024-carers.P1")
    @pytest.mark.vocabulary(
        "total_includes_option", holds="carerslib.clauses.Readings", decides="met"
    )
    def test_the_value_over_all_five_years_is_within_on_either_reading(self) -> None:
        five_years = Contract("support", term=MONTHS[60], value=net("952917.00"), in_all=True)
        assert self.award(five_years) == "within"

    @pytest.mark.probe("hackney-2024-carers.P2")
    def test_a_penny_more_is_too_much_on_either_reading(self) -> None:
        three_years = Contract("support", term=MONTHS[36], value=net("952917.01"))
        assert self.award(three_years) == "exceeds"

    @pytest.mark.probe("hackney-2024-carers.P3")
    def test_the_same_with_vat_is_within(self) -> None:
        contract = Contract("support", value=with_vat("1143500.40", "20"))
        assert self.award(contract) == "within"

    @pytest.mark.probe("hackney-2024-carers.P4")
    @pytest.mark.vocabulary(
        "service_exclusion", holds="carerslib.clauses.Except", decides="not met"
    )
    def test_assessments_under_the_statute_may_not_be_added(self) -> None:
        contract = Contract("support", tags={"service": hackney_2024.ASSESSMENTS})
        assert ask(Proposal(MODIFY, contract), hackney_2024.RESOLUTION) == "off_purpose"


class TestSouthend2025TwoDirectors:
    def award(self, value: str, *by: str) -> str:
        contract = Contract(
            "all-age",
            first_day=date(2026, 4, 1),
            last_day=date(2029, 3, 31),
            options=[Option(last_day=date(2031, 3, 31))],
            amounts=[Line(stated(value))],
        )
        facts = {southend_2025.CONSULTED: True}
        return ask(Proposal(AWARD, contract, by=by, facts=facts), southend_2025.RESOLUTION)

    @pytest.mark.probe("southend-2025-all-age.P1")
    @pytest.mark.vocabulary("joint_holders", holds="carerslib.clauses.Joint", decides="met")
    def test_both_directors_may_award_at_the_most(self) -> None:
        assert self.award("1257065.00", southend_2025.ADULTS, southend_2025.CHILDREN) == "within"

    @pytest.mark.probe("southend-2025-all-age.P2")
    def test_a_penny_more_is_too_much(self) -> None:
        assert self.award("1257065.01", southend_2025.ADULTS, southend_2025.CHILDREN) == "exceeds"

    @pytest.mark.probe("southend-2025-all-age.P3")
    def test_an_extension_may_not_run_a_day_over(self) -> None:
        contract = Contract("all-age", last_day=date(2031, 4, 1))
        both = (southend_2025.ADULTS, southend_2025.CHILDREN)
        assert ask(Proposal(EXTEND, contract, by=both), southend_2025.RESOLUTION) == "out_of_period"

    @pytest.mark.probe("southend-2025-all-age.P4")
    @pytest.mark.vocabulary(
        "joint_holders", holds="carerslib.clauses.Joint", decides="undetermined"
    )
    def test_whether_one_director_may_sign_alone_is_open(self) -> None:
        contract = Contract(
            "all-age",
            first_day=date(2026, 4, 1),
            last_day=date(2029, 3, 31),
            value=stated("1200000.00"),
        )
        facts = {southend_2025.CONSULTED: True}
        proposal = Proposal(AWARD, contract, by=southend_2025.ADULTS, facts=facts)
        assert ask(proposal, southend_2025.RESOLUTION) == "ambiguous"


class TestKingston2025Uplift:
    def price(self, price: Price) -> str:
        contract = Contract("lot-3a", value=price, tags={"lot": kingston_2025.LOT})
        return ask(Proposal(MODIFY, contract), kingston_2025.RESOLUTION)

    def pay_for_two_years(self, price: Price) -> str:
        lot = {"lot": kingston_2025.LOT}
        contract = Contract("lot-3a", term=MONTHS[24], value=price, tags=lot)
        return ask(Proposal(SPEND, contract), kingston_2025.RESOLUTION)

    @pytest.mark.probe("kingston-2025-uplift.P1")
    @pytest.mark.vocabulary("vat_dual", holds="carerslib.prices.Price.both", decides="met")
    @pytest.mark.vocabulary("variation", holds="carerslib.awards.MODIFY", decides="met")
    def test_the_new_price_without_vat_is_within(self) -> None:
        assert self.price(net("1433005.00")) == "within"

    @pytest.mark.probe("kingston-2025-uplift.P2")
    @pytest.mark.vocabulary("vat_dual", holds="carerslib.prices.Price.both", decides="not met")
    def test_the_old_price_with_vat_is_too_much_without_it(self) -> None:
        assert self.price(net("1477020.00")) == "exceeds"

    @pytest.mark.probe("kingston-2025-uplift.P3")
    def test_the_new_price_with_vat_is_within(self) -> None:
        assert self.price(with_vat("1719606.00", "20")) == "within"

    @pytest.mark.probe("kingston-2025-uplift.P4")
    def test_whether_the_price_is_that_of_a_year_is_open(self) -> None:
        assert self.pay_for_two_years(stated("2866010.00")) == "ambiguous"


class TestAchievingForChildren2025Lots:
    def award(self, contract: Contract) -> str:
        return ask(Proposal(AWARD, contract), achieving_2025.RESOLUTION)

    @pytest.mark.probe("achieving-for-children-2025-short-breaks.P1")
    @pytest.mark.vocabulary("lots", holds="carerslib.clauses.Cap.where", decides="met")
    @pytest.mark.vocabulary("per_lot_value", holds="carerslib.clauses.Cap.where", decides="met")
    def test_four_equal_parts_of_the_first_lot_come_to_its_yearly_figure(self) -> None:
        part = Line(stated("20750.00"), (("lot", "1"), ("contract year", "1")))
        assert self.award(Contract("lot-1", amounts=[part] * 4)) == "within"

    @pytest.mark.probe("achieving-for-children-2025-short-breaks.P2")
    def test_five_years_of_the_first_lot_come_to_five_times_that(self) -> None:
        value, lot = stated("415000.00"), {"lot": "1"}
        five_years = Contract("lot-1", term=MONTHS[60], value=value, in_all=True, tags=lot)
        assert self.award(five_years) == "within"

    @pytest.mark.probe("achieving-for-children-2025-short-breaks.P3")
    @pytest.mark.vocabulary("partial_lot", holds="carerslib.clauses.Only", decides="not met")
    def test_a_part_that_was_not_awarded_may_not_be(self) -> None:
        contract = Contract("lot-2b", tags={"lot part": "2b"})
        answer = ask(Proposal(AWARD, contract), achieving_2025.RESOLUTION)
        assert answer in {"off_purpose", "not_authorised"}

    @pytest.mark.probe("achieving-for-children-2025-short-breaks.P4")
    @pytest.mark.vocabulary(
        "mutual_consent", holds="carerslib.clauses.Precondition", decides="not met"
    )
    def test_a_fourth_year_that_the_company_does_not_elect_is_not_due(self) -> None:
        proposal = Proposal(EXTEND, Contract("lot-1"), facts={achieving_2025.ELECTED: False})
        assert ask(proposal, achieving_2025.RESOLUTION) == "condition_unmet"
