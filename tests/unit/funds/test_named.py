"""Named funds: what bound which money on which days, and what was expected of plans."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from carerslib.clauses import Nature
from carerslib.errors import InvalidRecordError, InvalidValueError, NotInForceError
from carerslib.funds.checking import check, fold
from carerslib.funds.conventions import UNREAD_CARRY_FORWARD
from carerslib.funds.disposals import Treatment
from carerslib.funds.entries import Entry, EntryKind
from carerslib.funds.model import Outlay
from carerslib.funds.named import (
    ACCELERATING_REFORM_FUND,
    AIMING_HIGH,
    BETTER_CARE_FUND,
    CARERS_BREAKS,
    CARERS_BREAKS_MONEY,
    CARERS_GRANT,
    CHILDRENS_SERVICES,
    COVID_LOCAL_SUPPORT_GRANT,
    DISABLED_FACILITIES_GRANT,
    DISCHARGE_FUND,
    EARLY_INTERVENTION_GRANT,
    FUNDS,
    IMPROVED_BETTER_CARE_FUND,
    OTHER_CARERS_SERVICES,
    PUBLIC_HEALTH,
    PUBLIC_HEALTH_GRANT,
    SHORT_BREAKS,
    BreaksPlan,
    NamedFund,
    ReformPlan,
    check_breaks_plan,
    check_reform_plan,
    check_shares,
    notional_share,
)
from carerslib.funds.rules import RULES
from carerslib.funds.stipulations import CarryForward, FundType, StipulationKind
from carerslib.funds.year_end import YearEnd, close_year
from carerslib.law import carers_breaks_funding
from carerslib.money import Money
from carerslib.periods import FinancialYear
from carerslib.prices import Price
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from carerslib.funds.position import Position


def year(text: str) -> FinancialYear:
    return FinancialYear.parse(text)


def pounds(text: str) -> Money:
    return Money.pounds(text)


def spending(named: NamedFund, on: str, purpose: str, *, held_on: str | None = None) -> Verdict:
    """Offer £20,000 of spending to a council's £100,000 of a named fund."""
    day, first = date.fromisoformat(on), date.fromisoformat(held_on or on)
    fund = named.fund("our fund", "the council", on=first)
    received = first if not fund.by_year else day
    allocation = Entry("a", EntryKind.ALLOCATION, pounds("100000"), received, received)
    position = fold([allocation], fund=fund)
    entry = Entry(
        "e", EntryKind.EXPENDITURE, pounds("20000"), day, day, purpose=purpose, outlay=fund.outlay
    )
    return check(entry, against=position)


def advice(verdict: Verdict) -> list[str]:
    return [
        finding.rule
        for finding in verdict.findings
        if not finding.binding and finding.result is Result.NOT_MET
    ]


class TestCarersGrant:
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("1999-04-01", FundType.RING_FENCED_GRANT),
            ("2004-03-31", FundType.RING_FENCED_GRANT),
            ("2004-04-01", FundType.TARGETED_GRANT),
            ("2008-03-31", FundType.TARGETED_GRANT),
            ("2008-04-01", FundType.GENERAL_GRANT),
            ("2011-03-31", FundType.GENERAL_GRANT),
        ],
    )
    def test_one_name_stands_for_three_kinds_of_money(self, on: str, expected: FundType) -> None:
        assert CARERS_GRANT.type_on(date.fromisoformat(on)) is expected

    @pytest.mark.parametrize("on", ["1999-03-31", "2011-04-01"])
    def test_it_is_not_known_outside_its_days(self, on: str) -> None:
        with pytest.raises(NotInForceError):
            CARERS_GRANT.type_on(date.fromisoformat(on))

    def test_its_amounts_to_2008_09_agree_with_the_departments_total(self) -> None:
        assert CARERS_GRANT.amounts is not None
        amounts = [
            CARERS_GRANT.amounts.on(FinancialYear(first).first_day) for first in range(1999, 2009)
        ]
        assert Money.total(amounts) == pounds("1229000000")

    @pytest.mark.parametrize(
        ("spent", "expected"),
        [
            pytest.param("150000.00", Result.MET, id="F12"),
            pytest.param("149999.00", Result.NOT_MET, id="F12-a-pound-below"),
            pytest.param("149999.99", Result.NOT_MET, id="a-penny-below"),
            pytest.param("150000.01", Result.MET, id="a-penny-above"),
        ],
    )
    def test_f12_three_quarters_went_on_breaks_in_the_first_year(
        self, spent: str, expected: Result
    ) -> None:
        verdict = check_shares(
            {CARERS_BREAKS: pounds(spent), OTHER_CARERS_SERVICES: pounds("50000")},
            of=CARERS_GRANT,
            year=year("1999/00"),
            grant=pounds("200000"),
        )
        assert verdict.result is expected

    def test_no_share_for_breaks_is_known_after_the_first_year(self) -> None:
        verdict = check_shares(
            {OTHER_CARERS_SERVICES: pounds("200000")},
            of=CARERS_GRANT,
            year=year("2000/01"),
            grant=pounds("200000"),
        )
        assert verdict.result is Result.NOT_APPLICABLE
        assert verdict.parts == ()

    @pytest.mark.parametrize(
        ("spent", "expected"),
        [
            pytest.param("90000.00", Result.NOT_MET, id="F13"),
            pytest.param("99999.99", Result.NOT_MET, id="a-penny-below"),
            pytest.param("100000.00", Result.MET, id="on-the-limit"),
            pytest.param("100000.01", Result.MET, id="a-penny-above"),
        ],
    )
    def test_f13_a_fifth_was_earmarked_for_childrens_services(
        self, spent: str, expected: Result
    ) -> None:
        verdict = check_shares(
            {CHILDRENS_SERVICES: pounds(spent)},
            of=CARERS_GRANT,
            year=year("2003/04"),
            grant=pounds("500000"),
        )
        assert verdict.result is expected

    def test_f13_the_remedy_is_what_was_lacking(self) -> None:
        verdict = check_shares(
            {CHILDRENS_SERVICES: pounds("90000")},
            of=CARERS_GRANT,
            year=year("2003/04"),
            grant=pounds("500000"),
        )
        assert verdict.unmet[0].remedy is not None
        assert verdict.unmet[0].remedy.amount == pounds("10000")

    def test_f14_from_2004_the_share_is_advice_alone(self) -> None:
        verdict = check_shares({}, of=CARERS_GRANT, year=year("2006/07"), grant=pounds("490000"))
        assert verdict.result is Result.NOT_APPLICABLE
        assert advice(verdict) == ["carers-grant.children-expected.least"]

    def test_a_year_in_which_the_fund_is_not_known_is_refused(self) -> None:
        with pytest.raises(NotInForceError):
            check_shares({}, of=CARERS_GRANT, year=year("2011/12"), grant=pounds("1"))

    def test_every_negative_amount_is_reported(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            check_shares(
                {CARERS_BREAKS: pounds("-0.01")},
                of=CARERS_GRANT,
                year=year("1999/00"),
                grant=pounds("-0.01"),
            )
        fields = [problem.field for problem in caught.value.problems]
        assert fields == ["grant", f"spent[{CARERS_BREAKS!r}]"]

    @pytest.mark.parametrize(
        ("on", "expected", "advised"),
        [
            ("2004-03-31", Result.NOT_MET, []),
            ("2004-04-01", Result.MET, ["carers-grant.target.purpose"]),
            ("2008-04-01", Result.MET, []),
        ],
    )
    def test_the_same_spending_is_refused_then_advised_against_then_free(
        self, on: str, expected: Result, advised: list[str]
    ) -> None:
        verdict = spending(CARERS_GRANT, on, "office refurbishment")
        assert verdict.result is expected
        assert [each for each in advice(verdict) if "children" not in each] == advised

    def test_f15_the_area_based_line_may_be_carried_forward(self) -> None:
        (stipulation,) = CARERS_GRANT.stipulations_on(date(2010, 3, 31))
        assert stipulation.carry_forward is CarryForward.FREE
        assert stipulation.kind is StipulationKind.EXPECTATION

    def test_nothing_is_known_of_carrying_forward_before_that(self) -> None:
        before = CARERS_GRANT.stipulations_on(date(2008, 3, 31))
        assert [each.carry_forward for each in before] == [None, CarryForward.NOT_READ]
        ring_fenced = CARERS_GRANT.stipulations_on(date(2004, 3, 31))
        assert {each.carry_forward for each in ring_fenced} == {None}


FREE = RULES.basis(conventions={UNREAD_CARRY_FORWARD.name: "free"})


@pytest.mark.parametrize(
    ("named", "on", "open_on"),
    [
        (CARERS_GRANT, "2005-03-31", "stipulation carers-grant.target"),
        (CARERS_GRANT, "2008-03-31", "stipulation carers-grant.target"),
        (CARERS_GRANT, "2009-03-31", ""),
        (
            EARLY_INTERVENTION_GRANT,
            "2012-03-31",
            "stipulation early-intervention-grant.short-breaks.expected",
        ),
        (
            EARLY_INTERVENTION_GRANT,
            "2015-03-31",
            "stipulation early-intervention-grant.short-breaks.expected",
        ),
        (ACCELERATING_REFORM_FUND, "2024-03-31", ""),
    ],
)
class TestCarryingWhatWasNotRead:
    """£1,000 is left of a grant that nothing binds, and of which no source says what becomes."""

    LEFT = pounds("1000")

    def _entry(self, kind: EntryKind, on: str) -> Entry:
        day = date.fromisoformat(on)
        return Entry(f"the {kind}", kind, self.LEFT, day, day)

    def _position(self, named: NamedFund, on: str) -> Position:
        held = named.fund("our fund", "the council", on=date.fromisoformat(on))
        return fold([self._entry(EntryKind.ALLOCATION, on)], fund=held)

    def test_it_is_open_until_the_words_are_known(
        self, named: NamedFund, on: str, open_on: str
    ) -> None:
        position = self._position(named, on)
        carried = check(self._entry(EntryKind.CARRY_FORWARD, on), against=position)
        end = close_year(position, FinancialYear.of(date.fromisoformat(on)))
        words = "whether it may be carried forward, which was not read"
        missing = [(open_on, words)] if open_on else []
        assert [(each.field, each.expected) for each in carried.missing] == missing
        assert [(each.field, each.expected) for each in end.missing] == missing
        assert carried.is_met is (not open_on)
        assert end.amount(Treatment.CARRY) == pounds("0" if open_on else "1000")

    def test_it_is_carried_where_a_council_chooses_to_treat_it_as_free(
        self, named: NamedFund, on: str, open_on: str
    ) -> None:
        position = self._position(named, on)
        carry = self._entry(EntryKind.CARRY_FORWARD, on)
        assert check(carry, against=position, basis=FREE).is_met, open_on
        end = close_year(position, FinancialYear.of(date.fromisoformat(on)), basis=FREE)
        assert end.amount(Treatment.CARRY) == self.LEFT
        assert end.missing == ()


class TestBreaksMoneyOfPrimaryCareTrusts:
    @pytest.mark.parametrize(
        ("of_year", "expected"),
        [
            pytest.param("2009/10", "500000.00", id="F16-2009"),
            pytest.param("2010/11", "1000000.00", id="F16-2010"),
        ],
    )
    def test_f16_a_trusts_notional_share_is_an_estimate(self, of_year: str, expected: str) -> None:
        national = carers_breaks_funding.AMOUNTS.on(year(of_year).first_day)
        figure = notional_share(national, allocation=pounds("1"), of_all=pounds("100"))
        assert figure.amount == Price.as_stated(pounds(expected))
        assert figure.nature is Nature.ESTIMATE

    def test_f17_a_part_of_the_national_sum(self) -> None:
        national = carers_breaks_funding.AMOUNTS.on(date(2009, 4, 1))
        figure = notional_share(national, allocation=pounds("23"), of_all=pounds("100"))
        assert figure.amount == Price.as_stated(pounds("11500000"))

    def test_half_a_penny_is_rounded_up(self) -> None:
        figure = notional_share(pounds("0.01"), allocation=pounds("1"), of_all=pounds("2"))
        assert figure.amount == Price.as_stated(pounds("0.01"))

    @pytest.mark.parametrize(
        ("allocation", "of_all"), [("-0.01", "1"), ("1.01", "1"), ("0", "0"), ("-1", "-1")]
    )
    def test_a_share_is_from_nothing_to_all(self, allocation: str, of_all: str) -> None:
        with pytest.raises(InvalidValueError, match="allocation"):
            notional_share(pounds("1"), allocation=pounds(allocation), of_all=pounds(of_all))

    def test_the_two_years_make_150_million_together(self) -> None:
        amounts = [carers_breaks_funding.AMOUNTS.on(date(first, 4, 1)) for first in (2009, 2010)]
        assert Money.total(amounts) == pounds("150000000")

    def test_a_year_whose_part_was_not_read_has_no_amount(self) -> None:
        with pytest.raises(NotInForceError, match="four years"):
            carers_breaks_funding.AMOUNTS.on(date(2011, 4, 1))

    def test_it_was_notional(self) -> None:
        on = date(2010, 4, 1)
        assert CARERS_BREAKS_MONEY.type_on(on) is FundType.NOTIONAL_IN_BASELINE
        assert CARERS_BREAKS_MONEY.stipulations_on(on) == ()

    @pytest.mark.parametrize("on", [date(2009, 4, 1), date(2010, 3, 31)])
    def test_a_joint_plan_was_expected_in_the_first_year_and_bound_nothing(self, on: date) -> None:
        (expected,) = CARERS_BREAKS_MONEY.stipulations_on(on)
        assert (expected.kind, expected.clauses) == (StipulationKind.EXPECTATION, ())
        assert [each.reference for each in expected.due] == [
            "carers-breaks-money.joint-plan-2009.published"
        ]
        assert expected.source.place == "paragraph 37"


GOOD_PLAN = BreaksPlan(
    "plan",
    signed_by_council=True,
    signed_by_trust=True,
    states_contributions=True,
    transfers=True,
    transfers_by_s256=True,
    states_spending_on_breaks=True,
    states_number_of_breaks=True,
    published_on=date(2012, 9, 30),
)
IN_2012 = date(2012, 6, 1)


class TestPlansForBreaksIn2012:
    def unmet(self, **changes: Any) -> list[str]:  # noqa: ANN401 - any field
        plan = attrs.evolve(GOOD_PLAN, **changes)
        return [each.rule for each in check_breaks_plan(plan, on=IN_2012).unmet]

    def test_a_plan_may_meet_all_six_tests(self) -> None:
        assert check_breaks_plan(GOOD_PLAN, on=IN_2012).is_met

    @pytest.mark.parametrize(
        ("published_on", "unmet"),
        [
            pytest.param(date(2012, 9, 29), [], id="the-day-before"),
            pytest.param(date(2012, 9, 30), [], id="the-last-day"),
            pytest.param(date(2012, 10, 1), ["funds.breaks-plan.f"], id="F19"),
        ],
    )
    def test_f19_a_plan_is_on_the_website_by_30_september(
        self, published_on: date, unmet: list[str]
    ) -> None:
        assert self.unmet(published_on=published_on) == unmet

    def test_f20_a_plan_that_the_council_has_not_signed_fails_the_first_test(self) -> None:
        unmet = self.unmet(signed_by_council=False, published_on=date(2012, 10, 1))
        assert unmet == ["funds.breaks-plan.a", "funds.breaks-plan.f"]

    @pytest.mark.parametrize(
        ("field", "rule"),
        [
            ("signed_by_trust", "a"),
            ("states_contributions", "b"),
            ("transfers_by_s256", "c"),
            ("states_spending_on_breaks", "d"),
            ("states_number_of_breaks", "e"),
        ],
    )
    def test_each_test_decides(self, field: str, rule: str) -> None:
        assert self.unmet(**{field: False}) == [f"funds.breaks-plan.{rule}"]

    def test_a_plan_without_transfers_needs_no_route_for_them(self) -> None:
        assert self.unmet(transfers=False, transfers_by_s256=None) == []

    def test_a_plan_that_is_on_no_website_fails_the_last_test(self) -> None:
        assert self.unmet(published_on=None, published=False) == ["funds.breaks-plan.f"]

    def test_what_is_not_stated_is_named(self) -> None:
        verdict = check_breaks_plan(BreaksPlan("plan"), on=IN_2012)
        assert verdict.is_undetermined
        assert [each.field for each in verdict.missing] == [
            "plan.signed_by_council",
            "plan.signed_by_trust",
            "plan.states_contributions",
            "plan.transfers_by_s256",
            "plan.states_spending_on_breaks",
            "plan.states_number_of_breaks",
            "plan.published_on",
        ]

    @pytest.mark.parametrize("on", [date(2012, 3, 31), date(2013, 4, 1)])
    def test_the_tests_are_of_one_year(self, on: date) -> None:
        with pytest.raises(NotInForceError):
            check_breaks_plan(GOOD_PLAN, on=on)

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"reference": ""}, "reference"),
            ({"published": False}, "published"),
            ({"signed_by_council": "yes"}, "signed_by_council"),
        ],
    )
    def test_a_plan_that_contradicts_itself_is_refused(
        self, changes: dict[str, Any], field: str
    ) -> None:
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(GOOD_PLAN, **changes)
        assert caught.value.field == field


class TestAcceleratingReformFund:
    def test_f21_money_of_2023_24_may_be_spent_the_year_after(self) -> None:
        verdict = spending(
            ACCELERATING_REFORM_FUND, "2024-06-03", "carers' projects", held_on="2024-03-15"
        )
        assert verdict.is_met

    @pytest.mark.parametrize(
        ("projects", "on_carers", "advised"),
        [
            pytest.param(2, 0, ["funds.reform-plan.on-carers"], id="F22"),
            pytest.param(2, 1, [], id="as-expected"),
            pytest.param(1, 1, ["funds.reform-plan.projects"], id="one-project"),
            pytest.param(3, 2, [], id="more-than-expected"),
        ],
    )
    def test_f22_guidance_on_projects_advises_and_never_refuses(
        self, projects: int, on_carers: int, advised: list[str]
    ) -> None:
        verdict = check_reform_plan(ReformPlan("plan", projects, on_carers))
        assert verdict.result is Result.NOT_APPLICABLE
        assert advice(verdict) == advised

    def test_numbers_that_are_not_stated_are_named_on_the_findings(self) -> None:
        findings = check_reform_plan(ReformPlan("plan")).findings
        assert [each.missing[0].field for each in findings] == ["plan.projects", "plan.on_carers"]

    @pytest.mark.parametrize(("projects", "reference"), [(-1, "plan"), (True, "plan"), (2, "")])
    def test_numbers_count_from_none(self, projects: int, reference: str) -> None:
        with pytest.raises(InvalidValueError):
            ReformPlan(reference, projects)


class TestPublicHealthGrant:
    def test_f24_a_social_care_duty_is_not_its_primary_purpose(self) -> None:
        verdict = spending(PUBLIC_HEALTH_GRANT, "2024-06-03", "adult social care")
        assert [each.rule for each in verdict.unmet] == ["public-health-grant.primary-purpose"]

    def test_f25_public_health_for_carers_is_allowed(self) -> None:
        assert spending(PUBLIC_HEALTH_GRANT, "2024-06-03", PUBLIC_HEALTH).is_met

    def test_f23_what_is_unspent_goes_to_a_ring_fenced_reserve(self) -> None:
        (stipulation,) = PUBLIC_HEALTH_GRANT.stipulations_on(date(2024, 3, 31))
        assert stipulation.carry_forward is CarryForward.RESERVE
        assert stipulation.unspent is None


class TestShortBreaks:
    def test_f47_aiming_high_refuses_other_childrens_services(self) -> None:
        verdict = spending(AIMING_HIGH, "2011-03-31", "other children's services")
        assert [each.rule for each in verdict.unmet] == ["aiming-high.purpose"]

    def test_f47_the_early_intervention_grant_allows_them_with_advice(self) -> None:
        verdict = spending(EARLY_INTERVENTION_GRANT, "2011-04-01", "other children's services")
        assert verdict.is_met
        assert advice(verdict) == ["early-intervention-grant.short-breaks.purpose"]

    @pytest.mark.parametrize(
        ("named", "on"),
        [(AIMING_HIGH, "2011-03-31"), (EARLY_INTERVENTION_GRANT, "2011-04-01")],
    )
    def test_both_are_for_short_breaks(self, named: NamedFund, on: str) -> None:
        verdict = spending(named, on, SHORT_BREAKS)
        assert verdict.is_met
        assert advice(verdict) == []

    def test_f48_the_four_amounts_add_up_to_816_million(self) -> None:
        amounts = EARLY_INTERVENTION_GRANT.amounts
        assert amounts is not None
        four = [amounts.on(FinancialYear(first).first_day) for first in range(2011, 2015)]
        assert Money.total(four) == pounds("816000000")


class TestEligibleDays:
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            pytest.param("2024-03-30", Result.MET, id="the-day-before"),
            pytest.param("2024-03-31", Result.MET, id="the-last-day"),
            pytest.param("2024-04-01", Result.NOT_MET, id="the-day-after"),
            pytest.param("2024-04-03", Result.NOT_MET, id="F26"),
        ],
    )
    def test_f26_the_discharge_fund_ends_on_31_march_2024(self, on: str, expected: Result) -> None:
        fund = DISCHARGE_FUND.fund("our fund", "the council", on=date(2024, 3, 1), by_year=False)
        day = date.fromisoformat(on)
        allocation = Entry(
            "a", EntryKind.ALLOCATION, pounds("100000"), date(2023, 4, 3), date(2023, 4, 3)
        )
        entry = Entry("e", EntryKind.EXPENDITURE, pounds("1"), day, day, purpose="discharge")
        verdict = check(entry, against=fold([allocation], fund=fund))
        assert verdict.result is expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            pytest.param("2021-04-16", Result.NOT_MET, id="F27-the-day-before"),
            pytest.param("2021-04-17", Result.MET, id="F27-the-first-day"),
            pytest.param("2021-06-20", Result.MET, id="F27-the-last-day"),
            pytest.param("2021-06-21", Result.NOT_MET, id="F27-the-day-after"),
        ],
    )
    def test_f27_an_odd_period_is_kept_to_the_day(self, on: str, expected: Result) -> None:
        verdict = spending(COVID_LOCAL_SUPPORT_GRANT, on, "food", held_on="2021-04-17")
        assert verdict.result is expected


class TestYearEnds:
    def closed(self, named: NamedFund, on: str, spent: str) -> YearEnd:
        """Close a year for which a council had £100,000 of a named fund."""
        day = date.fromisoformat(on)
        fund = named.fund("our fund", "the council", on=day)
        entries = [
            Entry("a", EntryKind.ALLOCATION, pounds("100000"), day, day),
            Entry("b", EntryKind.EXPENDITURE, pounds(spent), day, day),
        ]
        return close_year(fold(entries, fund=fund), FinancialYear.of(day))

    def test_f15_the_area_based_line_is_carried_forward_and_nothing_returned(self) -> None:
        end = self.closed(CARERS_GRANT, "2009-06-01", "88000")
        assert end.amount(Treatment.CARRY) == pounds("12000")
        assert end.liability == pounds("0")

    def test_f23_public_health_money_goes_to_its_ring_fenced_reserve(self) -> None:
        end = self.closed(PUBLIC_HEALTH_GRANT, "2024-06-03", "20000")
        assert end.amount(Treatment.RESERVE) == pounds("80000")
        assert end.amount(Treatment.CARRY) == pounds("0")

    def test_what_no_source_says_of_the_ring_fenced_carers_grant_is_named(self) -> None:
        end = self.closed(CARERS_GRANT, "2002-06-03", "80000")
        assert end.undisposed == pounds("20000")
        assert end.missing


class TestEveryNamedFund:
    def test_references_are_each_used_once(self) -> None:
        references = [named.reference for named in FUNDS]
        assert len(references) == len(set(references))

    @pytest.mark.parametrize("named", FUNDS, ids=lambda named: named.reference)
    def test_it_can_be_held_on_every_day_of_its_types_and_on_no_day_beside(
        self, named: NamedFund
    ) -> None:
        for dated in named.types.values:
            for day in (dated.in_force.first, dated.in_force.last):
                fund = named.fund("ours", "the council", on=day)
                assert fund.type is dated.value
                assert fund.source == dated.citation
        beside = named.types.values[-1].in_force.last + timedelta(days=1)
        with pytest.raises(NotInForceError):
            named.fund("ours", "the council", on=beside)
        with pytest.raises(NotInForceError):
            named.stipulations_on(beside)

    @pytest.mark.parametrize("named", FUNDS, ids=lambda named: named.reference)
    def test_it_says_what_was_not_read(self, named: NamedFund) -> None:
        assert named.not_read
        assert all(each.what and each.reason for each in named.not_read)

    @pytest.mark.parametrize("named", FUNDS, ids=lambda named: named.reference)
    def test_its_sources_are_sources_of_law(self, named: NamedFund) -> None:
        sources = [each.source for each in named.stipulations]
        sources += [each.citation for each in named.types.values]
        sources += [each.citation for each in named.amounts.values] if named.amounts else []
        assert all(each.standing.is_law for each in sources)

    @pytest.mark.parametrize(
        ("named", "pooled"),
        [
            (BETTER_CARE_FUND, True),
            (IMPROVED_BETTER_CARE_FUND, True),
            (DISABLED_FACILITIES_GRANT, True),
            (CARERS_GRANT, False),
        ],
        ids=lambda value: value.reference if isinstance(value, NamedFund) else str(value),
    )
    def test_it_says_whether_the_money_has_to_be_pooled(
        self, named: NamedFund, *, pooled: bool
    ) -> None:
        assert (named.pooled is not None) is pooled

    def test_adaptations_are_capital(self) -> None:
        assert DISABLED_FACILITIES_GRANT.outlay is Outlay.CAPITAL

    def test_a_fund_has_a_grantor(self) -> None:
        with pytest.raises(InvalidValueError, match="grantor"):
            attrs.evolve(CARERS_GRANT, grantor="")
