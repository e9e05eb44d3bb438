"""What real resolutions limit of funds: each feature, deciding that money may be used and not."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.unit.funds.making import (
    DETERMINATION,
    allocated,
    condition,
    entry,
    fund,
    purposes,
    spend,
    taken,
)

from carerslib.clauses import Cap, Figure
from carerslib.funds import (
    CarryForward,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Outlay,
    check,
)
from carerslib.money import Money
from carerslib.verdicts import Result

FREE: Final = FundType.GENERAL_GRANT
LAST_DAY: Final = date(2004, 3, 31)
CARRIED: Final = entry("C1", EntryKind.CARRY_FORWARD, "1.00", LAST_DAY)


def _result(to: Fund, offered: Entry, *before: Entry) -> Result:
    return check(offered, against=taken(to, *before)).result


class TestMoneyOfAYear:
    GIVEN: Final = allocated("10.00")

    @pytest.mark.vocabulary("fund_in_year", holds="carerslib.funds.Fund.by_year", decides="met")
    def test_pays_for_what_is_received_by_31_march(self) -> None:
        assert _result(fund(type_=FREE), spend("E1", "10.00", LAST_DAY), self.GIVEN) is Result.MET

    @pytest.mark.vocabulary("fund_in_year", holds="carerslib.funds.Fund.by_year", decides="not met")
    def test_does_not_pay_for_what_is_received_on_1_april(self) -> None:
        late = spend("E1", "0.01", date(2004, 4, 1))
        assert _result(fund(type_=FREE), late, self.GIVEN) is Result.NOT_MET


class TestMoneySplitByPurpose:
    SPLIT: Final = fund(
        type_=FREE, heads=(Head("breaks", allotted=True), Head("training", allotted=True))
    )
    GIVEN: Final = (
        allocated("6.00", reference="A1", head="breaks"),
        allocated("4.00", reference="A2", head="training"),
    )

    @pytest.mark.vocabulary("purpose_split", holds="carerslib.funds.Head.allotted", decides="met")
    def test_a_head_spends_all_of_its_own(self) -> None:
        assert _result(self.SPLIT, spend("E1", "6.00", head="breaks"), *self.GIVEN) is Result.MET

    @pytest.mark.vocabulary(
        "purpose_split", holds="carerslib.funds.Head.allotted", decides="not met"
    )
    def test_a_head_spends_nothing_of_anothers(self) -> None:
        over = spend("E1", "6.01", head="breaks")
        assert _result(self.SPLIT, over, *self.GIVEN) is Result.NOT_MET


class TestOneHeadTakesTheRest:
    HEADS: Final = fund(
        type_=FREE,
        heads=(Head("grants", Money.pounds("0.00")), Head("caravan", residual=True)),
    )

    @pytest.mark.vocabulary(
        "residual_allocation", holds="carerslib.funds.Head.residual", decides="met"
    )
    def test_all_that_the_others_leave(self) -> None:
        given = allocated("10.00")
        assert _result(self.HEADS, spend("E1", "10.00", head="caravan"), given) is Result.MET

    @pytest.mark.vocabulary(
        "residual_allocation", holds="carerslib.funds.Head.residual", decides="not met"
    )
    def test_and_not_a_penny_more(self) -> None:
        given = allocated("10.00")
        assert _result(self.HEADS, spend("E1", "10.01", head="caravan"), given) is Result.NOT_MET


class TestMoneyOfSeveralSources:
    JOINT: Final = fund(type_=FREE, sources=("council", "PCT"))
    GIVEN: Final = (
        allocated("6.00", reference="A1", source="council"),
        allocated("4.00", reference="A2", source="PCT"),
    )

    @pytest.mark.vocabulary("multi_source", holds="carerslib.funds.Fund.sources", decides="met")
    def test_each_pays_out_of_its_own(self) -> None:
        assert _result(self.JOINT, spend("E1", "4.00", source="PCT"), *self.GIVEN) is Result.MET

    @pytest.mark.vocabulary("multi_source", holds="carerslib.funds.Fund.sources", decides="not met")
    def test_one_does_not_pay_for_the_other(self) -> None:
        over = spend("E1", "4.01", source="PCT")
        assert _result(self.JOINT, over, *self.GIVEN) is Result.NOT_MET

    @pytest.mark.vocabulary(
        "multi_source", holds="carerslib.funds.Fund.sources", decides="undetermined"
    )
    def test_who_pays_is_not_assumed(self) -> None:
        nothing = spend("E1", "0.00")
        assert _result(self.JOINT, nothing, *self.GIVEN) is Result.UNDETERMINED


class TestARingFence:
    FENCED: Final = fund(condition(purposes("breaks"), ring_fence=True))
    GIVEN: Final = allocated("10.00")

    @pytest.mark.vocabulary("ring_fence", holds="carerslib.funds.Stipulation", decides="met")
    def test_money_goes_to_what_it_is_tied_to(self) -> None:
        assert _result(self.FENCED, spend("E1", "10.00"), self.GIVEN) is Result.MET

    @pytest.mark.vocabulary("ring_fence", holds="carerslib.funds.Stipulation", decides="not met")
    def test_money_goes_to_nothing_else(self) -> None:
        other = spend("E1", "1.00", purpose="highways")
        assert _result(self.FENCED, other, self.GIVEN) is Result.NOT_MET

    @pytest.mark.vocabulary(
        "ring_fence", holds="carerslib.funds.Stipulation.ring_fence", decides="not met"
    )
    def test_money_is_not_moved_out(self) -> None:
        out = entry("V1", EntryKind.VIREMENT, "1.00", out_to="highways", purpose="breaks")
        assert _result(self.FENCED, out, self.GIVEN) is Result.NOT_MET


class TestCapitalAndRevenue:
    CAPITAL: Final = fund(type_=FREE, outlay=Outlay.CAPITAL)
    GIVEN: Final = allocated("10.00")

    @pytest.mark.vocabulary("capital_revenue", holds="carerslib.funds.Fund.outlay", decides="met")
    def test_capital_pays_for_capital(self) -> None:
        bought = spend("E1", "1.00", outlay=Outlay.CAPITAL)
        assert _result(self.CAPITAL, bought, self.GIVEN) is Result.MET

    @pytest.mark.vocabulary(
        "capital_revenue", holds="carerslib.funds.Fund.outlay", decides="not met"
    )
    def test_capital_does_not_pay_wages(self) -> None:
        wages = spend("E1", "1.00", outlay=Outlay.REVENUE)
        assert _result(self.CAPITAL, wages, self.GIVEN) is Result.NOT_MET


class TestWhatIsLeft:
    GIVEN: Final = allocated("10.00")

    @pytest.mark.vocabulary("no_carry_forward", holds="carerslib.funds.CarryForward", decides="met")
    def test_is_carried_where_the_words_allow(self) -> None:
        of = fund(condition(carry_forward=CarryForward.FREE))
        assert _result(of, CARRIED, self.GIVEN) is Result.MET

    @pytest.mark.vocabulary(
        "no_carry_forward", holds="carerslib.funds.CarryForward", decides="not met"
    )
    def test_lapses_where_they_do_not(self) -> None:
        of = fund(condition(carry_forward=CarryForward.NOT_ALLOWED))
        assert _result(of, CARRIED, self.GIVEN) is Result.NOT_MET


class TestAnUnprotectedBudget:
    BUDGET: Final = fund(type_=FundType.UNPROTECTED_BUDGET, wider_budget="the directorate")
    GIVEN: Final = allocated("10.00")

    @pytest.mark.vocabulary("unprotected_budget", holds="carerslib.funds.FundType", decides="met")
    def test_may_be_used_for_something_else(self) -> None:
        out = entry("V1", EntryKind.VIREMENT, "10.00", out_to="highways")
        assert _result(self.BUDGET, out, self.GIVEN) is Result.MET

    @pytest.mark.vocabulary(
        "unprotected_budget", holds="carerslib.funds.FundType", decides="not met"
    )
    def test_is_not_kept_for_carers_when_the_year_ends(self) -> None:
        assert _result(self.BUDGET, CARRIED, self.GIVEN) is Result.NOT_MET


class TestALimitForEachCarer:
    EACH: Final = fund(
        condition(Cap("each", DETERMINATION, Figure.pounds("250.00"), per=("recipient",)))
    )
    GIVEN: Final = (allocated("1000.00"), spend("E1", "249.99", recipient="carer"))

    @pytest.mark.vocabulary("per_recipient_cap", holds="carerslib.clauses.Cap", decides="met")
    def test_up_to_it(self) -> None:
        on = spend("E2", "0.01", recipient="carer")
        assert _result(self.EACH, on, *self.GIVEN) is Result.MET

    @pytest.mark.vocabulary("per_recipient_cap", holds="carerslib.clauses.Cap", decides="not met")
    def test_not_beyond_it(self) -> None:
        over = spend("E2", "0.02", recipient="carer")
        assert _result(self.EACH, over, *self.GIVEN) is Result.NOT_MET
