"""Intentions: whether they are complete, what they promise, and whether their money is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.unit.commissioning.making import (
    ACCOUNT,
    CONTRACT,
    DAY,
    FUND,
    INTENTION,
    MINUTE,
    STRATEGY,
    changed,
    contract,
    having,
    intending,
    only,
    pounds,
    reviewed,
    whole,
)

from carerslib.citations import Citation
from carerslib.clauses import Reading, Readings, Window
from carerslib.commissioning import (
    BUYS,
    NO_COMMITMENT,
    RULES,
    Account,
    Budget,
    CommissioningIntention,
    IntentionStatus,
    IntentionType,
    NationalSum,
    Notice,
    OutcomeMeasure,
)
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.funds import Entry, EntryKind, Fund, FundType, Stipulation, StipulationKind, fold
from carerslib.money import ZERO, Money
from carerslib.periods import ByYear, DateRange, FinancialYear
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.commissioning import Portfolio
    from carerslib.periods import Day
    from carerslib.verdicts import Finding


class TestWhatAnIntentionIs:
    def test_there_are_ten_types_of_which_four_buy(self) -> None:
        assert len(IntentionType) == 10
        assert {each for each in IntentionType if each in BUYS} == {
            IntentionType.COMMISSION_NEW,
            IntentionType.RECOMMISSION,
            IntentionType.CONTINUE,
            IntentionType.REDESIGN,
        }

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("reference", ""),
            ("title", ""),
            ("type", "explore"),
            ("source", None),
            ("needs", [""]),
            ("service", None),
            ("cost", Money.pence(-1)),
            ("cost_reviewed", "no"),
            ("budgets", ["fund"]),
            ("start", "April"),
            ("due", 2018),
            ("status", "approved"),
            ("notice", date(2018, 4, 1)),
        ],
    )
    def test_what_can_never_be_is_refused_by_its_field(self, field: str, value: object) -> None:
        with pytest.raises(InvalidValueError) as refused:
            intending(**{field: value})
        assert {each.field for each in refused.value.problems} == {field}

    def test_every_problem_is_reported_at_once(self) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            intending(reference="", lead=None, due="soon")
        assert [each.field for each in refused.value.problems] == ["reference", "lead", "due"]

    def test_a_cost_of_nothing_is_a_cost(self) -> None:
        held = attrs.evolve(INTENTION, cost=ZERO, budgets=())
        assert held.unfunded == ZERO

    @pytest.mark.parametrize(
        ("cost", "budgets", "unfunded"),
        [
            (None, (), "0"),
            ("30000", (), "30000"),
            ("200000", Budget("f", pounds("90000", "110000")), "0"),
            ("200000.01", Budget("f", pounds("90000", "110000")), "0.01"),
            ("199999.99", Budget("f", pounds("90000", "110000")), "0"),
            (None, Budget("", pounds("90000", "110000")), "200000"),
            ("200000", Budget("", pounds("90000", "110000")), "200000"),
            ("250000", (Budget("", pounds("10", "0")), Budget("f")), "250000"),
        ],
    )
    def test_what_of_a_cost_no_fund_is_named_for(
        self, cost: str | None, budgets: Budget | tuple[Budget, ...], unfunded: str
    ) -> None:
        stated = None if cost is None else Money.pounds(cost)
        held = attrs.evolve(INTENTION, cost=stated, budgets=budgets)
        assert held.unfunded == Money.pounds(unfunded)

    def test_a_measure_names_what_is_counted(self) -> None:
        with pytest.raises(InvalidValueError, match="title"):
            OutcomeMeasure("m", "")


class TestBudgets:
    @pytest.mark.parametrize("committed", ["90000", "89999.99", "0"])
    def test_up_to_the_whole_amount_may_be_committed(self, committed: str) -> None:
        assert Budget("f", pounds("90000", "0"), pounds(committed, "0")).fund == "f"

    def test_a_penny_more_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="no more than the amount") as refused:
            Budget("f", pounds("90000", "0"), pounds("90000.01", "0"))
        assert refused.value.field == "committed[2018/19]"

    def test_nothing_is_committed_of_what_is_not_published(self) -> None:
        with pytest.raises(InvalidValueError, match="committed"):
            Budget("f", None, pounds("1", "1"))

    @pytest.mark.parametrize("amounts", [Money.pounds("1"), pounds("-1", "0")])
    def test_amounts_are_by_year_and_never_below_nothing(self, amounts: ByYear[Money]) -> None:
        with pytest.raises(InvalidValueError, match="amounts"):
            Budget("f", amounts)


class TestComplete:
    @pytest.mark.parametrize(("field", "empty"), [("lead", ""), ("due", None), ("measures", ())])
    def test_each_thing_that_lacks_is_named_and_is_no_error(
        self, field: str, empty: object
    ) -> None:
        record = intending(**{field: empty})
        (finding,) = only(record, "intentions.complete")
        assert finding.result is Result.UNDETERMINED
        assert finding.measured == "incomplete"
        assert [each.field for each in finding.missing] == [f"intentions['buy breaks'].{field}"]

    @pytest.mark.parametrize(
        ("cost", "result"),
        [
            ("199999.99", Result.MET),
            ("200000", Result.MET),
            ("200000.01", Result.UNDETERMINED),
        ],
    )
    def test_one_that_costs_more_than_any_fund_pays_is_incomplete(
        self, cost: str, result: Result
    ) -> None:
        (finding,) = only(intending(cost=Money.pounds(cost)), "intentions.complete")
        assert finding.result is result
        lacks = [] if result is Result.MET else ["intentions['buy breaks'].budgets"]
        assert [each.field for each in finding.missing] == lacks

    def test_one_that_lacks_nothing_is_complete(self) -> None:
        (finding,) = only(whole(), "intentions.complete")
        assert (finding.result, finding.measured) == (Result.MET, "complete")

    def test_a_strategy_without_intentions_is_open(self) -> None:
        (finding,) = only(whole(intentions=()), "intentions.recorded")
        assert finding.result is Result.UNDETERMINED


class TestExploring:
    def test_a_request_to_explore_commits_nobody(self) -> None:
        record = intending(type=IntentionType.EXPLORE, budgets=(), cost_reviewed=True)
        record = attrs.evolve(record, arrangements=())
        (finding,) = only(record, "intentions.explore")
        assert finding.result is Result.MET
        assert finding.note == "a request to explore, and not a commitment"

    @pytest.mark.parametrize(
        "status",
        [
            IntentionStatus.NOT_PLANNED,
            IntentionStatus.REQUESTED,
            IntentionStatus.TO_BE_CONSIDERED,
        ],
    )
    def test_neither_does_what_is_only_asked_for(self, status: IntentionStatus) -> None:
        record = intending(status=status)
        assert len(only(record, "intentions.explore")) == 1

    @pytest.mark.parametrize(
        "status",
        [
            None,
            IntentionStatus.PROPOSED,
            IntentionStatus.BEING_FINALISED,
            IntentionStatus.APPROVED,
            IntentionStatus.UNDER_WAY,
            IntentionStatus.DONE,
            IntentionStatus.WITHDRAWN,
        ],
    )
    def test_what_is_intended_more_firmly_is_not_looked_at(
        self, status: IntentionStatus | None
    ) -> None:
        assert only(intending(status=status), "intentions.explore") == []

    @pytest.mark.parametrize("status", [None, *IntentionStatus])
    def test_only_what_somebody_is_committed_to_is_asked_for_authority_and_timetable(
        self, status: IntentionStatus | None
    ) -> None:
        bare = {"timetable": "", "authorities": (), "budgets": (), "start": None}
        record = attrs.evolve(intending(status=status, **bare), arrangements=())
        asked = {
            each.rule
            for each in reviewed(record).findings
            if each.missing and each.subject == INTENTION.reference and each.binding
        }
        wanted = {"authority.award", "authority.joined-up", "money.fund-named"}
        spared = {*NO_COMMITMENT, IntentionStatus.WITHDRAWN}
        assert asked == (set() if status in spared else wanted)

    @pytest.mark.parametrize("status", sorted(NO_COMMITMENT))
    def test_nor_is_the_start_of_what_is_only_asked_for_held_against_a_timetable(
        self, status: IntentionStatus
    ) -> None:
        assert only(intending(status=status, start=None), "timetable.before-start") == []

    @pytest.mark.parametrize(
        ("status", "alone"),
        [
            (IntentionStatus.NOT_PLANNED, ["rest", "breaks"]),
            (IntentionStatus.REQUESTED, []),
            (IntentionStatus.TO_BE_CONSIDERED, []),
            (IntentionStatus.PROPOSED, []),
        ],
    )
    def test_what_is_not_planned_does_nothing_about_a_need_or_a_priority(
        self, status: IntentionStatus, alone: list[str]
    ) -> None:
        priorities = [attrs.evolve(STRATEGY.priorities[0], needs=())]
        record = attrs.evolve(
            intending(status=status), strategy=having(priorities=priorities).strategy
        )
        found = only(record, "traceability.orphaned")
        assert [each.subject for each in found if each.binding] == alone

    def test_what_is_not_planned_is_not_called_a_request(self) -> None:
        record = intending(status=IntentionStatus.NOT_PLANNED)
        (finding,) = only(attrs.evolve(record, arrangements=()), "intentions.explore")
        assert finding.note == "not planned, and not a commitment"

    @pytest.mark.parametrize(
        "changes",
        [
            {"budgets": Budget("carers fund", pounds("1", "1"), pounds("1", "1"))},
            {"status": IntentionStatus.APPROVED},
            {"reference": "buy breaks"},
        ],
    )
    def test_one_that_is_treated_as_a_commitment_is_told(self, changes: dict[str, Any]) -> None:
        plain: dict[str, Any] = {"type": IntentionType.EXPLORE, "reference": "explore"}
        record = intending(**(plain | changes))
        (finding,) = only(record, "intentions.explore")
        assert finding.result is Result.NOT_MET
        assert not finding.binding

    @pytest.mark.parametrize(
        ("looked_into", "result"),
        [(True, Result.MET), (False, Result.UNDETERMINED), (None, Result.UNDETERMINED)],
    )
    def test_its_cost_is_open_until_it_was_looked_into(
        self,
        looked_into: bool | None,  # noqa: FBT001 - or not recorded
        result: Result,
    ) -> None:
        record = intending(type=IntentionType.EXPLORE, cost_reviewed=looked_into)
        (finding,) = only(record, "intentions.explore-cost")
        assert finding.result is result

    def test_the_cost_of_what_is_bought_is_not_asked_so(self) -> None:
        assert only(whole(), "intentions.explore-cost") == []


class TestWithdrawn:
    ANOTHER = attrs.evolve(INTENTION, reference="withdrawn", status=IntentionStatus.WITHDRAWN)
    BARE = attrs.evolve(ANOTHER, lead="", due=None, timetable="", authorities=(), approved_by="")

    def test_its_money_is_not_planned_any_more(self) -> None:
        record = whole(intentions=[INTENTION, self.ANOTHER])
        assert reviewed(record).is_met
        standing = attrs.evolve(self.ANOTHER, status=IntentionStatus.APPROVED)
        assert not reviewed(whole(intentions=[INTENTION, standing])).is_met

    def test_nothing_is_asked_of_it(self) -> None:
        verdict = reviewed(whole(intentions=[INTENTION, self.BARE]))
        assert verdict.is_met
        about = [each.rule for each in verdict.findings if each.subject == "withdrawn"]
        assert about == ["intentions.withdrawn"]

    @pytest.mark.parametrize(
        ("changes", "result"),
        [
            ({}, Result.MET),
            ({"reference": "buy breaks"}, Result.NOT_MET),
            (
                {"budgets": Budget("carers fund", pounds("1", "1"), pounds("1", "1"))},
                Result.NOT_MET,
            ),
        ],
        ids=["nothing for it", "a contract", "money committed"],
    )
    def test_a_contract_or_money_for_it_is_advised(
        self, changes: dict[str, Any], result: Result
    ) -> None:
        record = whole(intentions=[attrs.evolve(self.ANOTHER, **changes)])
        (finding,) = only(record, "intentions.withdrawn")
        assert (finding.result, finding.binding) == (result, False)

    def test_alone_it_is_no_intention_and_carries_out_no_priority(self) -> None:
        record = intending(status=IntentionStatus.WITHDRAWN)
        (recorded,) = only(record, "intentions.recorded")
        assert recorded.result is Result.UNDETERMINED
        alone = [each.measured for each in only(record, "traceability.orphaned") if each.binding]
        assert alone == ["priority breaks"]


class TestNotice:
    def _notice(self, given: Day | None, effective: Day | None) -> Finding:
        record = intending(type=IntentionType.DECOMMISSION, notice=Notice(given, effective))
        (finding,) = only(record, "intentions.notice")
        assert not finding.binding, "good practice is not law"
        return finding

    @pytest.mark.parametrize(
        ("effective", "result"),
        [
            (date(2018, 5, 31), Result.NOT_MET),
            (date(2018, 6, 1), Result.MET),
            (date(2018, 6, 2), Result.MET),
        ],
    )
    def test_three_months_after_1_march(self, effective: date, result: Result) -> None:
        assert self._notice(date(2018, 3, 1), effective).result is result

    def test_the_nearest_day_that_would_do_is_named(self) -> None:
        remedy = self._notice(date(2018, 3, 1), date(2018, 5, 31)).remedy
        assert remedy is not None
        assert (remedy.nearest, str(remedy)) == (date(2018, 6, 1), "put off by 1 day")

    @pytest.mark.parametrize(
        ("given", "effective", "result"),
        [
            (DateRange.month(2018, 3), date(2018, 5, 31), Result.NOT_MET),
            (DateRange.month(2018, 3), date(2018, 6, 1), Result.UNDETERMINED),
            (DateRange.month(2018, 3), date(2018, 6, 30), Result.MET),
            (date(2018, 3, 1), DateRange.month(2018, 5), Result.NOT_MET),
            (date(2018, 3, 2), DateRange.month(2018, 6), Result.UNDETERMINED),
            (date(2018, 3, 1), DateRange.month(2018, 6), Result.MET),
        ],
    )
    def test_days_known_to_the_month(self, given: Day, effective: Day, result: Result) -> None:
        assert self._notice(given, effective).result is result

    @pytest.mark.parametrize(
        ("given", "effective", "missing"),
        [
            (None, date(2018, 4, 30), ["given"]),
            (date(2018, 3, 1), None, ["effective"]),
            (None, None, ["given", "effective"]),
        ],
    )
    def test_a_day_that_is_not_stated_is_named(
        self, given: Day | None, effective: Day | None, missing: list[str]
    ) -> None:
        found = self._notice(given, effective)
        assert found.result is Result.UNDETERMINED
        assert [each.field.rpartition(".")[2] for each in found.missing] == missing

    def test_a_service_that_ends_without_any_notice_recorded(self) -> None:
        (finding,) = only(intending(type=IntentionType.DECOMMISSION), "intentions.notice")
        assert len(finding.missing) == 2

    def test_nothing_is_asked_of_what_does_not_end(self) -> None:
        assert only(whole(), "intentions.notice") == []


class TestBeforeAServiceEnds:
    @pytest.mark.parametrize(
        ("appraised", "consulted", "result", "lacking"),
        [
            (True, True, Result.MET, 0),
            (True, None, Result.UNDETERMINED, 1),
            (None, None, Result.UNDETERMINED, 2),
            (False, None, Result.NOT_MET, 0),
            (True, False, Result.NOT_MET, 0),
        ],
    )
    def test_options_and_people_are_looked_at(
        self,
        appraised: bool | None,  # noqa: FBT001 - or not recorded
        consulted: bool | None,  # noqa: FBT001 - or not recorded
        result: Result,
        lacking: int,
    ) -> None:
        notice = Notice(options_appraised=appraised, users_consulted=consulted)
        record = intending(type=IntentionType.DECOMMISSION, notice=notice)
        (finding,) = only(record, "intentions.ending")
        assert (finding.result, len(finding.missing)) == (result, lacking)
        assert not finding.binding, "good practice is not law"

    def test_without_a_notice_nothing_is_recorded(self) -> None:
        (finding,) = only(intending(type=IntentionType.DECOMMISSION), "intentions.ending")
        assert len(finding.missing) == 2

    def test_it_is_not_asked_of_a_service_that_goes_on(self) -> None:
        assert only(intending(notice=Notice()), "intentions.ending") == []


class TestDaysThatAgree:
    @pytest.mark.parametrize(
        ("due", "told"),
        [
            (date(2018, 3, 31), True),
            (date(2018, 4, 1), False),
            (date(2018, 4, 2), False),
            (DateRange.month(2018, 3), True),
            (DateRange.month(2018, 4), False),
            (None, False),
        ],
    )
    def test_nothing_is_due_before_its_service_starts(self, due: Day | None, *, told: bool) -> None:
        found = only(intending(due=due), "intentions.days")
        assert [each.result for each in found] == [Result.NOT_MET] * told
        assert not any(each.binding for each in found)

    @pytest.mark.parametrize(
        ("due", "told"), [(date(2018, 3, 31), True), (date(2018, 4, 1), False)]
    )
    def test_a_start_known_to_the_month_may_be_its_first_day(
        self, due: date, *, told: bool
    ) -> None:
        found = only(intending(start=DateRange.month(2018, 4), due=due), "intentions.days")
        assert bool(found) is told

    def test_without_a_start_there_is_nothing_to_hold_it_against(self) -> None:
        assert only(intending(start=None, due=date(2001, 1, 1)), "intentions.days") == []


class TestWithinTheYearsOfTheStrategy:
    @pytest.mark.parametrize(
        ("due", "result"),
        [
            (date(2021, 3, 30), Result.MET),
            (date(2021, 3, 31), Result.MET),
            (date(2021, 4, 1), Result.NOT_MET),
            (DateRange(date(2021, 3, 1), date(2021, 4, 30)), Result.UNDETERMINED),
        ],
    )
    def test_due_around_the_last_day(self, due: Day, result: Result) -> None:
        (finding,) = only(intending(due=due), "intentions.within-period")
        assert finding.result is result
        assert not finding.binding
        lacks = ["the exact day"] if result is Result.UNDETERMINED else []
        assert [each.expected for each in finding.missing] == lacks

    def test_nothing_is_said_without_a_day_or_a_period(self) -> None:
        assert only(intending(due=None), "intentions.within-period") == []
        assert only(having(period=None), "intentions.within-period") == []


class TestFundNamed:
    def test_a_cost_without_a_fund_is_incomplete(self) -> None:
        record = intending(cost=Money.pounds("30000"), budgets=())
        (finding,) = only(record, "money.fund-named")
        assert finding.result is Result.UNDETERMINED
        assert finding.measured == Money.pounds("30000")

    def test_what_is_bought_without_any_cost_is_asked_for_one(self) -> None:
        (finding,) = only(intending(budgets=()), "money.fund-named")
        assert [each.field for each in finding.missing] == ["intentions['buy breaks'].cost"]

    def test_nothing_is_asked_of_what_need_not_cost_anything(self) -> None:
        record = intending(type=IntentionType.INFORMATION, budgets=())
        assert only(record, "money.fund-named") == []

    def test_a_sum_that_is_not_published_is_named(self) -> None:
        (finding,) = only(intending(budgets=Budget("carers fund")), "money.fund-named")
        assert [each.expected for each in finding.missing] == ["the amount of each year"]

    def test_neither_a_fund_nor_a_sum(self) -> None:
        (finding,) = only(intending(budgets=Budget()), "money.fund-named")
        assert len(finding.missing) == 2

    def test_a_contract_that_no_fund_pays_for(self) -> None:
        record = whole(arrangements=[contract(funds=())])
        (finding,) = only(record, "money.contracts")
        assert finding.result is Result.UNDETERMINED


class TestContractsWithinTheBudget:
    RULE = "money.contracts-within-budget"

    @pytest.mark.parametrize(
        ("amount", "result"),
        [("199999.99", Result.MET), ("200000", Result.MET), ("200000.01", Result.NOT_MET)],
    )
    def test_around_what_the_intention_plans(self, amount: str, result: Result) -> None:
        (finding,) = only(whole(arrangements=[contract(amount=amount)]), self.RULE)
        assert (finding.result, finding.binding) == (result, False)

    def test_several_contracts_count_together(self) -> None:
        made = [contract("C1", "150000"), contract("C2", "50000.01")]
        (finding,) = only(whole(arrangements=made), self.RULE)
        assert finding.measured == Money.pounds("200000.01")
        assert finding.result is Result.NOT_MET

    def test_a_contract_without_a_value_leaves_it_open(self) -> None:
        bare = attrs.evolve(CONTRACT.proposal.contract, value=None)
        proposal = attrs.evolve(CONTRACT.proposal, contract=bare, reference="C1")
        (finding,) = only(whole(arrangements=[contract(proposal=proposal)]), self.RULE)
        assert finding.result is Result.UNDETERMINED

    def test_a_budget_that_is_not_published_leaves_it_open(self) -> None:
        (finding,) = only(intending(budgets=Budget("carers fund")), self.RULE)
        assert finding.result is Result.UNDETERMINED
        assert [each.expected for each in finding.missing] == ["each amount"]

    @pytest.mark.parametrize("intentions", [("buy breaks", "another"), (), "another"])
    def test_a_contract_of_several_intentions_or_of_none_here_is_not_counted(
        self, intentions: str | tuple[str, ...]
    ) -> None:
        record = whole(arrangements=[contract(intentions=intentions)])
        assert only(record, self.RULE) == []

    def test_nothing_is_said_without_a_budget(self) -> None:
        assert only(intending(budgets=()), self.RULE) == []


class TestWithinTheFunds:
    def _plan(self, first: str, committed: str = "0") -> Portfolio:
        return intending(budgets=Budget("carers fund", pounds(first, "0"), pounds(committed, "0")))

    @pytest.mark.parametrize(
        ("amount", "result"),
        [("99999.99", Result.MET), ("100000", Result.MET), ("100000.01", Result.NOT_MET)],
    )
    def test_around_what_is_authorised_for_the_year(self, amount: str, result: Result) -> None:
        found = only(self._plan(amount), "money.authorised")
        assert [each.result for each in found] == [result, Result.MET]

    def test_what_would_do_is_named_for_one_that_plans_alone(self) -> None:
        first, _ = only(self._plan("100000.01"), "money.authorised")
        assert str(first.remedy) == "reduce by £0.01"

    def test_two_that_plan_too_much_together_share_the_finding(self) -> None:
        other = attrs.evolve(INTENTION, reference="a second")
        first, _ = only(whole(intentions=[INTENTION, other]), "money.uncommitted")
        assert first.result is Result.NOT_MET
        assert first.measured == Money.pounds("180000")
        assert first.remedy is None
        assert first.note == "planned by a second, buy breaks"

    def _spent(self, amount: str) -> Account:
        order = Entry(
            "O1", EntryKind.COMMITMENT, Money.pounds(amount), date(2018, 5, 1), date(2018, 5, 1)
        )
        assert ACCOUNT.position is not None
        return Account(FUND, ACCOUNT.position.after(order))

    @pytest.mark.parametrize(
        ("ordered", "result"),
        [("9999.99", Result.MET), ("10000", Result.MET), ("10000.01", Result.NOT_MET)],
    )
    def test_around_what_is_left_uncommitted(self, ordered: str, result: Result) -> None:
        record = attrs.evolve(self._plan("90000"), accounts=[self._spent(ordered)])
        first, _ = only(record, "money.uncommitted")
        assert first.result is result
        assert only(record, "money.authorised")[0].result is Result.MET

    @pytest.mark.parametrize(
        ("committed", "result"),
        [("49999.99", Result.NOT_MET), ("50000", Result.MET), ("50000.01", Result.MET)],
    )
    def test_what_is_ordered_already_is_not_counted_twice(
        self, committed: str, result: Result
    ) -> None:
        record = attrs.evolve(self._plan("90000", committed), accounts=[self._spent("60000")])
        first, _ = only(record, "money.uncommitted")
        assert first.result is result

    @pytest.mark.parametrize(
        ("committed", "result"),
        [("59999.99", Result.MET), ("60000", Result.MET), ("60000.01", Result.NOT_MET)],
    )
    def test_no_more_is_committed_than_the_fund_holds(self, committed: str, result: Result) -> None:
        record = attrs.evolve(self._plan("90000", committed), accounts=[self._spent("60000")])
        (finding,) = only(record, "money.committed")
        assert finding.result is result
        assert finding.remedy is None

    def test_a_year_without_money_has_none(self) -> None:
        later = Budget("carers fund", ByYear.of({"2020/21": Money.pounds("0.01")}))
        found = only(intending(budgets=later), "money.authorised")
        assert [each.result for each in found] == [Result.NOT_MET]

    def test_a_fund_that_keeps_no_years_apart_is_held_as_a_whole(self) -> None:
        fund = Fund(
            "carers fund", "Anyshire Council", MINUTE, FundType.UNPROTECTED_BUDGET, by_year=False
        )
        given = Entry("A1", EntryKind.ALLOCATION, Money.pounds("200000"), date(2018, 4, 1), DAY)
        record = whole(accounts=[Account(fund, fold([given], fund=fund))])
        (finding,) = only(record, "money.uncommitted")
        assert finding.result is Result.MET
        assert finding.title == "Uncommitted"
        assert finding.measured == Money.pounds("200000")

    def test_a_fund_whose_entries_are_not_known_leaves_it_open(self) -> None:
        found = only(whole(accounts=[Account(FUND)]), "money.uncommitted")
        assert [each.result for each in found] == [Result.UNDETERMINED] * 2

    def test_a_fund_that_nobody_plans_from_is_not_asked(self) -> None:
        record = intending(budgets=Budget("another fund", pounds("1", "1")))
        assert only(record, "money.uncommitted") == []

    def test_a_position_is_that_of_its_fund(self) -> None:
        other = Fund("other", "Anyshire Council", MINUTE, FundType.UNPROTECTED_BUDGET)
        with pytest.raises(InvalidValueError, match="the position of other"):
            Account(other, ACCOUNT.position)

    @pytest.mark.parametrize(
        ("field", "given"), [("fund", "f"), ("position", "p"), ("entries", ["e"])]
    )
    def test_an_account_holds_each_of_its_kind(self, field: str, given: object) -> None:
        with pytest.raises(InvalidValueError) as refused:
            changed(ACCOUNT, **{field: given})
        assert refused.value.problems[0].field == field


class TestEntriesOffered:
    def _offered(self, amount: str) -> Account:
        order = Entry(
            "O1", EntryKind.COMMITMENT, Money.pounds(amount), date(2018, 5, 1), date(2018, 5, 1)
        )
        return Account(FUND, ACCOUNT.position, [order])

    @pytest.mark.parametrize(
        ("amount", "result"),
        [("99999.99", Result.MET), ("100000", Result.MET), ("100000.01", Result.NOT_MET)],
    )
    def test_they_are_judged_by_the_rules_of_funds(self, amount: str, result: Result) -> None:
        record = whole(accounts=[self._offered(amount)], intentions=[], arrangements=[])
        (finding,) = only(record, "fund.uncommitted")
        assert finding.result is result

    def test_what_is_taken_leaves_less_for_what_is_planned(self) -> None:
        first, _ = only(whole(accounts=[self._offered("10000.01")]), "money.uncommitted")
        assert first.result is Result.NOT_MET
        first, _ = only(whole(accounts=[self._offered("10000")]), "money.uncommitted")
        assert first.result is Result.MET

    def test_what_is_refused_leaves_as_much(self) -> None:
        first, _ = only(whole(accounts=[self._offered("100000.01")]), "money.uncommitted")
        assert first.result is Result.MET

    def test_a_fund_without_a_position_starts_from_nothing(self) -> None:
        given = Entry("A1", EntryKind.ALLOCATION, Money.pounds("100000"), date(2018, 4, 1), DAY)
        account = Account(FUND, None, [given])
        first, second = only(whole(accounts=[account]), "money.authorised")
        assert (first.result, second.result) == (Result.MET, Result.NOT_MET)

    def test_they_are_taken_in_the_order_of_their_days(self) -> None:
        given = Entry("A1", EntryKind.ALLOCATION, Money.pounds("5"), date(2018, 4, 1), DAY)
        spent = Entry("E1", EntryKind.EXPENDITURE, Money.pounds("5"), date(2018, 5, 1), DAY)
        record = whole(accounts=[Account(FUND, None, [spent, given])])
        assert [each.result for each in only(record, "fund.uncommitted")] == [Result.MET]


class TestTwoReadings:
    WORDS = Citation.record("a minute", words="during 2001/10")
    YEARS = Readings(
        "years",
        WORDS,
        [
            Reading("2009/10", Window("w9", WORDS, date(2009, 4, 1), date(2010, 3, 31))),
            Reading("2001 to 2010", Window("w1", WORDS, date(2001, 4, 1), date(2010, 3, 31))),
        ],
        title="Years of the ring-fence",
    )
    HELD = Fund(
        "carers fund",
        "PCT",
        MINUTE,
        FundType.LOCAL_RING_FENCE,
        [Stipulation("ring-fence", StipulationKind.RESTRICTION, "PCT", WORDS, clauses=[YEARS])],
    )

    def test_they_are_kept_open_with_both_named(self) -> None:
        (finding,) = only(whole(accounts=[Account(self.HELD)]), "money.two-readings")
        assert finding.result is Result.UNDETERMINED
        assert finding.title == "Years of the ring-fence"
        assert finding.permitted == ("2009/10", "2001 to 2010")

    def test_a_reading_that_the_council_chose_settles_it(self) -> None:
        basis = RULES.basis(readings={"years": "2009/10"})
        (finding,) = only(whole(accounts=[Account(self.HELD)]), "money.two-readings", basis)
        assert (finding.result, finding.measured) == (Result.MET, "2009/10")


class TestNationalSums:
    def _sum(self, **changes: object) -> Finding:
        announced = NationalSum(
            reference="breaks",
            amount=Money.pounds("220000"),
            by="the department",
            to="all trusts",
            source=MINUTE,
            years=["2010/11", FinancialYear(2009)],
        )
        (finding,) = only(whole(sums=[changed(announced, **changes)]), "money.national-sum")
        return finding

    def test_it_is_no_receipt_until_a_share_and_a_fund_are_known(self) -> None:
        found = self._sum()
        assert found.result is Result.UNDETERMINED
        assert [each.expected for each in found.missing] == [
            "what came to this body of it",
            "the fund that it came to",
        ]
        assert "no receipt of any one body" in found.note

    @pytest.mark.parametrize(
        ("share", "result"),
        [
            ("219999.99", Result.UNDETERMINED),
            ("220000", Result.NOT_MET),
            ("220000.01", Result.NOT_MET),
        ],
    )
    def test_the_whole_sum_is_nobodys_share(self, share: str, result: Result) -> None:
        assert self._sum(own_share=Money.pounds(share)).result is result

    @pytest.mark.parametrize(
        ("amount", "result"),
        [
            ("219999.99", Result.MET),
            ("220000", Result.NOT_MET),
            ("220000.01", Result.MET),
        ],
    )
    def test_a_fund_that_holds_just_the_whole_sum_took_it_for_its_own(
        self, amount: str, result: Result
    ) -> None:
        changes = {"amount": Money.pounds(amount), "fund": "carers fund"}
        assert self._sum(own_share=Money.pounds("5"), **changes).result is result

    def test_a_share_in_a_fund_whose_entries_are_not_known(self) -> None:
        announced = NationalSum(
            reference="breaks",
            amount=Money.pounds("220000"),
            by="the department",
            to="all trusts",
            source=MINUTE,
            years="2009/10",
            own_share=Money.pounds("5"),
            fund="carers fund",
        )
        record = whole(sums=[announced], accounts=[Account(FUND)])
        assert [each.result for each in only(record, "money.national-sum")] == [Result.MET]
        assert announced.years == (FinancialYear(2009),)

    def test_years_are_in_their_order(self) -> None:
        announced = NationalSum(
            reference="s",
            amount=ZERO,
            by="d",
            to="t",
            source=MINUTE,
            years=["2010/11", "2009/10"],
        )
        assert [str(each) for each in announced.years] == ["2009/10", "2010/11"]


def test_an_intention_of_a_type_that_buys_nothing_needs_no_authority() -> None:
    informs = attrs.evolve(
        INTENTION,
        reference="inform",
        type=IntentionType.INFORMATION,
        budgets=(),
        authorities=(),
        timetable="",
        start=None,
    )
    assert isinstance(informs, CommissioningIntention)
    assert reviewed(whole(intentions=[INTENTION, informs], arrangements=[CONTRACT])).is_met
