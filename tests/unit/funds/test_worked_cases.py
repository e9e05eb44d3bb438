"""The worked cases of funds, under their numbers."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import attrs
import pytest
from tests.unit.funds.making import (
    DETERMINATION,
    allocated,
    condition,
    entry,
    fund,
    order,
    posted,
    purposes,
    spend,
    taken,
    window,
)

from carerslib.awards import AWARD, Authority, Proposal, Used, headroom, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Except, Figure, Length
from carerslib.contracts import Contract
from carerslib.funds import (
    Band,
    CarryForward,
    Consent,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Lift,
    Outlay,
    Position,
    ShareOfGrant,
    StipulationKind,
    Treatment,
    Unspent,
    check,
    check_cost,
    close_year,
    found_after_close,
    post,
)
from carerslib.money import Money, Rounding
from carerslib.periods import ByYear, DateRange, FinancialYear, Term
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Result, Verdict

Kind = EntryKind
MET, NOT_MET = Result.MET, Result.NOT_MET
YEAR = FinancialYear.parse("2003/04")
CARERS_GRANT = fund(
    condition(purposes("breaks", "training"), window(date(2003, 4, 1), date(2004, 3, 31))),
    outlay=Outlay.REVENUE,
)


RING_FENCED = fund(
    condition(purposes("breaks", "training"), ring_fence=True),
    heads=(Head("breaks", allotted=True), Head("training", allotted=True)),
    outlay=Outlay.REVENUE,
)


class Case(NamedTuple):
    """A fund with entries already taken, an entry offered, and what is expected of it."""

    fund: Fund
    before: tuple[Entry, ...]
    offered: Entry
    result: Result
    unmet: tuple[str, ...] = ()
    remedy: str = ""


def _spend(pounds: str, day: date = date(2003, 10, 1), **more: Any) -> Entry:  # noqa: ANN401
    return spend("offered", pounds, day, outlay=Outlay.REVENUE, **more)


GIVEN = (allocated("100000.00"),)
DISCHARGE = fund(condition(window(None, date(2024, 3, 31))))
ODD_PERIOD = fund(condition(window(date(2021, 4, 17), date(2021, 6, 20))))
MINUTE = Citation.record("PCT board", "minute 12")
PCT = fund(
    condition(purposes("breaks"), kind=StipulationKind.RESTRICTION, set_by="the PCT"),
    type_=FundType.LOCAL_RING_FENCE,
)
LIFTED = fund(
    *PCT.stipulations,
    type_=FundType.LOCAL_RING_FENCE,
    lifts=(Lift("conditions", "the PCT", date(2010, 1, 15), MINUTE),),
)
PUBLIC_HEALTH = fund(
    condition(
        purposes("public health"), carry_forward=CarryForward.RESERVE, reference="primary purpose"
    )
)
PUBLIC_HEALTH_THAT_YEAR = fund(
    attrs.evolve(PUBLIC_HEALTH.stipulations[0], days=DateRange(date(2021, 4, 1), date(2022, 3, 31)))
)
RESERVE = (
    allocated("80000.00", date(2021, 4, 1)),
    entry("C1", Kind.CARRY_FORWARD, "80000.00", date(2022, 3, 31)),
)
AIMING_HIGH = fund(
    condition(purposes("short breaks"), days=DateRange(date(2008, 4, 1), date(2011, 3, 31)))
)
EIG = fund(
    condition(purposes("short breaks"), kind=StipulationKind.EXPECTATION),
    type_=FundType.GENERAL_GRANT,
)
CAPITAL = fund(condition(kind=StipulationKind.RESTRICTION), outlay=Outlay.CAPITAL)
AHEAD = fund(approves_ahead=("full council",), type_=FundType.GENERAL_GRANT)
THREE_YEARS = ByYear.of(dict.fromkeys(("2010/11", "2011/12", "2012/13"), Money.pounds("90000")))
ELIGIBLE = fund(condition(Except("left out", DETERMINATION, "cost", "recoverable VAT")))
COUNCIL_BUDGET = fund(type_=FundType.UNPROTECTED_BUDGET, wider_budget="the directorate")
OXFORDSHIRE = fund(
    type_=FundType.GENERAL_GRANT,
    heads=(Head("services", outlay=Outlay.REVENUE), Head("buildings", outlay=Outlay.CAPITAL)),
    virement=(
        Band("full council", Citation.record("Oxfordshire, 2003"), crossing=True),
        Band("director", Citation.record("Oxfordshire, 2003"), Money.pounds("250000.00")),
        Band("executive", Citation.record("Oxfordshire, 2003")),
    ),
)


def _vire(pounds: str, **more: Any) -> Entry:  # noqa: ANN401
    return entry("offered", Kind.VIREMENT, pounds, **more)


def _contract(by: str | None) -> Entry:
    return entry(
        "offered", Kind.COMMITMENT, "270000.00", date(2010, 6, 1), by_year=THREE_YEARS, by=by
    )


ALLOTTED = (
    allocated("60000.00", reference="A1", head="breaks"),
    allocated("40000.00", reference="A2", head="training"),
)
CASES = {
    "F01": Case(
        CARERS_GRANT,
        GIVEN,
        order("offered", "40000.00", outlay=Outlay.REVENUE),
        MET,
    ),
    "F02": Case(
        CARERS_GRANT, GIVEN, _spend("5000.00", purpose="refurbishment"), NOT_MET, ("purposes",)
    ),
    "F03": Case(
        CARERS_GRANT,
        GIVEN,
        _spend("5000.00", date(2004, 4, 2)),
        NOT_MET,
        ("fund.uncommitted", "window"),
    ),
    "F04": Case(
        CARERS_GRANT,
        GIVEN,
        entry(
            "offered",
            Kind.ACCRUAL,
            "5000.00",
            DateRange(date(2004, 3, 20), date(2004, 3, 31)),
            purpose="breaks",
            outlay=Outlay.REVENUE,
            known=date(2004, 4, 10),
        ),
        MET,
    ),
    "F05": Case(
        fund(),
        (*GIVEN, spend("E1", "30000.00"), order("O1", "55000.00")),
        order("offered", "20000.00"),
        NOT_MET,
        ("fund.uncommitted",),
        "reduce by £5,000.00",
    ),
    "F08": Case(
        fund(),
        (*GIVEN, spend("E1", "3000.00")),
        entry("offered", Kind.CORRECTION, "3500.00", corrects=Kind.EXPENDITURE),
        NOT_MET,
        ("fund.negative",),
        "reduce by £500.00",
    ),
    "F09": Case(
        RING_FENCED,
        ALLOTTED,
        _vire(
            "10000.00", head="breaks", out_to="highways", purpose="highways", outlay=Outlay.REVENUE
        ),
        NOT_MET,
        ("conditions", "purposes"),
    ),
    "F10": Case(
        RING_FENCED,
        ALLOTTED,
        _vire("10000.00", head="breaks", to_head="training", purpose="training"),
        MET,
    ),
    "F11 without full council": Case(
        OXFORDSHIRE,
        GIVEN,
        _vire("50000.00", head="services", to_head="buildings", by="director"),
        NOT_MET,
        ("fund.virement",),
    ),
    "F11 with full council": Case(
        OXFORDSHIRE,
        GIVEN,
        _vire("50000.00", head="services", to_head="buildings", by="full council"),
        MET,
    ),
    "F18 while it stands": Case(
        PCT,
        (allocated("300000.00", date(2009, 4, 1)),),
        spend("offered", "40000.00", date(2010, 1, 14), purpose="wards"),
        NOT_MET,
        ("purposes",),
    ),
    "F18 the day before the lift": Case(
        LIFTED,
        (allocated("300000.00", date(2009, 4, 1)),),
        spend("offered", "40000.00", date(2010, 1, 14), purpose="wards"),
        NOT_MET,
        ("purposes",),
    ),
    "F18 once lifted": Case(
        LIFTED,
        (allocated("300000.00", date(2009, 4, 1)),),
        spend("offered", "40000.00", date(2010, 1, 15), purpose="wards"),
        MET,
    ),
    "F21": Case(
        fund(condition(kind=StipulationKind.EXPECTATION), type_=FundType.TARGETED_GRANT),
        (
            allocated("50000.00", date(2024, 3, 15)),
            entry("C1", Kind.CARRY_FORWARD, "50000.00", date(2024, 3, 31)),
        ),
        spend("offered", "50000.00", date(2024, 6, 1)),
        MET,
    ),
    "F24": Case(
        PUBLIC_HEALTH,
        (allocated("80000.00", date(2022, 4, 1)),),
        spend("offered", "1000.00", date(2022, 5, 1), purpose="social care"),
        NOT_MET,
        ("purposes",),
    ),
    "F25": Case(
        PUBLIC_HEALTH,
        (allocated("80000.00", date(2022, 4, 1)),),
        spend("offered", "1000.00", date(2022, 5, 1), purpose="public health"),
        MET,
    ),
    "F24 from F23's reserve": Case(
        PUBLIC_HEALTH,
        RESERVE,
        spend("offered", "1000.00", date(2022, 5, 1), purpose="social care"),
        NOT_MET,
        ("purposes",),
    ),
    "F25 from F23's reserve": Case(
        PUBLIC_HEALTH,
        RESERVE,
        spend("offered", "80000.00", date(2022, 5, 1), purpose="public health"),
        MET,
    ),
    "F24 from F23's reserve after the days of the grant": Case(
        PUBLIC_HEALTH_THAT_YEAR,
        RESERVE,
        spend("offered", "1000.00", date(2022, 5, 1), purpose="social care"),
        Result.UNDETERMINED,
    ),
    "F25 from F23's reserve after the days of the grant": Case(
        PUBLIC_HEALTH_THAT_YEAR,
        RESERVE,
        spend("offered", "80000.00", date(2022, 5, 1), purpose="public health"),
        MET,
    ),
    "F26": Case(
        DISCHARGE,
        (allocated("1000.00", date(2023, 4, 1)),),
        spend("offered", "10.00", date(2024, 4, 3)),
        NOT_MET,
        ("fund.uncommitted", "window"),
    ),
    **{
        f"F27 {day:%d %B}": Case(
            ODD_PERIOD,
            (allocated("1000.00", date(2021, 4, 17)),),
            spend("offered", "10.00", day),
            result,
            () if result is MET else ("window",),
        )
        for day, result in (
            (date(2021, 4, 16), NOT_MET),
            (date(2021, 4, 17), MET),
            (date(2021, 6, 20), MET),
            (date(2021, 6, 21), NOT_MET),
        )
    },
    "F32": Case(
        CAPITAL,
        (allocated("30000.00"),),
        spend("offered", "4000.00", outlay=Outlay.REVENUE),
        NOT_MET,
        ("fund.outlay",),
    ),
    "F36 without approval": Case(
        AHEAD,
        (allocated("100000.00", date(2010, 4, 1)),),
        _contract(None),
        NOT_MET,
        ("fund.ahead", "fund.ahead"),
    ),
    "F36 with approval": Case(
        AHEAD,
        (allocated("100000.00", date(2010, 4, 1)),),
        _contract("full council"),
        MET,
    ),
    "F47 ring-fenced": Case(
        AIMING_HIGH,
        (allocated("50000.00", date(2010, 4, 1)),),
        spend("offered", "20000.00", date(2011, 3, 31), purpose="other children's service"),
        NOT_MET,
        ("purposes",),
    ),
    "F47 early intervention grant": Case(
        EIG,
        (allocated("50000.00", date(2011, 4, 1)),),
        spend("offered", "20000.00", date(2011, 4, 1), purpose="other children's service"),
        MET,
    ),
    "F50 recoverable VAT": Case(
        ELIGIBLE,
        GIVEN,
        spend("offered", "1000.00", other_tags={"cost": "recoverable VAT"}),
        NOT_MET,
        ("left out",),
    ),
}


def _judged(case: Case) -> Verdict:
    before = post(case.before, against=Position(case.fund))
    assert before.refused == ()
    return check(case.offered, against=before.position)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_entry_is_taken_or_refused_for_the_reason_expected(case: Case) -> None:
    verdict = _judged(case)
    assert verdict.result is case.result
    assert tuple(finding.rule for finding in verdict.unmet) == case.unmet


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_answer_can_be_copied_and_stored_and_is_the_same(case: Case) -> None:
    verdict = _judged(case)
    assert pickle.loads(pickle.dumps(verdict)) == verdict  # noqa: S301 - our own bytes
    assert copy.deepcopy(verdict) == verdict


@pytest.mark.parametrize("case", [each for each in CASES.values() if each.remedy])
def test_what_would_do_is_worked_out_and_would_do(case: Case) -> None:
    (finding,) = _judged(case).unmet
    assert finding.remedy is not None
    assert str(finding.remedy) == case.remedy
    mended = case._replace(offered=case.offered.amended(finding.remedy))
    assert _judged(mended).is_met


class TestF01:
    def test_sixty_thousand_is_left(self) -> None:
        position = taken(CARERS_GRANT, *GIVEN, CASES["F01"].offered)
        assert position.sums(year=YEAR).uncommitted == Money.pounds("60000.00")


class TestF04:
    def test_the_invoice_of_10_april_is_an_accrual_of_the_year_in_which_it_was_received(
        self,
    ) -> None:
        position = taken(CARERS_GRANT, *GIVEN, CASES["F04"].offered)
        assert position.sums(year=YEAR).accrued == Money.pounds("5000.00")
        assert position.sums(year=YEAR).expenditure == Money.pounds("5000.00")
        assert position.sums(year=YEAR.next).expenditure == Money.pounds("0.00")

    def test_a_service_over_days_that_leave_the_year_is_to_be_split(self) -> None:
        days = DateRange(date(2004, 3, 20), date(2004, 3, 31))
        assert check(
            spend("E1", "10.00", days, outlay=Outlay.REVENUE),
            against=taken(CARERS_GRANT, *GIVEN),
        ).is_met


class TestF05:
    def test_fifteen_thousand_is_uncommitted(self) -> None:
        (finding,) = _judged(CASES["F05"]).unmet
        assert finding.note == "£15,000.00 is uncommitted"


class TestF06AndF07:
    INVOICE = Money.pounds("10000.00")

    def test_one_invoice_at_60_and_60_per_cent_is_charged_twice(self) -> None:
        sixty = self.INVOICE.times(Fraction(60, 100), Rounding.HALF_UP)
        found = check_cost("invoice 7", self.INVOICE, charged={"one": sixty, "other": sixty})
        assert found.result is NOT_MET
        assert found.note.startswith("120% of it")
        assert str(found.remedy) == "reduce by £2,000.00"

    def test_one_invoice_at_60_and_40_per_cent_is_shared(self) -> None:
        shares = self.INVOICE.share((60, 40))
        assert shares == (Money.pounds("6000.00"), Money.pounds("4000.00"))
        charged = dict(zip(("one", "other"), shares, strict=True))
        assert check_cost("invoice 7", self.INVOICE, charged=charged).is_met


def _share(at_least: int, *values: str) -> ShareOfGrant:
    return ShareOfGrant("share", DETERMINATION, "purpose", values, at_least=at_least)


class TestF12:
    FUND = fund(condition(_share(75, "breaks")))

    @pytest.mark.parametrize(
        ("breaks", "other", "result", "note"),
        [
            ("149999.00", "50000.00", NOT_MET, "74.9% of £200,000.00"),
            ("149999.99", "50000.00", NOT_MET, "74.9% of £200,000.00"),
            ("150000.00", "50000.00", MET, "75.0% of £200,000.00"),
            ("150000.01", "49999.99", MET, "75.0% of £200,000.00"),
        ],
    )
    def test_three_quarters_go_on_breaks(
        self, breaks: str, other: str, result: Result, note: str
    ) -> None:
        position = taken(
            self.FUND,
            allocated("200000.00", date(1999, 4, 1)),
            spend("E1", breaks, date(1999, 10, 1)),
            spend("E2", other, date(1999, 10, 1), purpose="other"),
        )
        (found,) = close_year(position, "1999/00").shares.findings
        assert (found.result, found.note) == (result, note)

    def test_other_spending_that_would_leave_less_is_refused_when_it_is_offered(self) -> None:
        position = taken(self.FUND, allocated("200000.00", date(1999, 4, 1)))
        on = spend("E2", "50000.00", date(1999, 10, 1), purpose="other")
        over = spend("E2", "50000.01", date(1999, 10, 1), purpose="other")
        assert check(on, against=position).is_met
        (finding,) = check(over, against=position).unmet
        assert finding.note == "£0.01 too much"


class TestF13:
    def test_ninety_thousand_for_children_is_ten_thousand_short(self) -> None:
        grant = fund(condition(_share(20, "children's services")))
        position = taken(
            grant,
            allocated("500000.00"),
            spend("E1", "90000.00", purpose="children's services"),
        )
        (found,) = close_year(position, "2003/04").shares.findings
        assert found.result is NOT_MET
        assert str(found.remedy) == "spend more by £10,000.00"


class TestF14:
    def test_an_expectation_that_is_not_followed_is_said_and_decides_nothing(self) -> None:
        grant = fund(
            condition(_share(20, "children's services"), kind=StipulationKind.EXPECTATION),
            type_=FundType.TARGETED_GRANT,
        )
        offered = spend("E1", "490000.00", date(2006, 10, 1))
        position = taken(grant, allocated("490000.00", date(2006, 4, 1)))
        verdict = check(offered, against=position)
        assert verdict.is_met
        (advice,) = [each for each in verdict.findings if not each.binding]
        assert advice.result is NOT_MET
        assert advice.note.endswith("expected, not required")
        shares = close_year(position.after(offered), "2006/07").shares
        assert shares.result is Result.NOT_APPLICABLE
        assert shares.findings[0].result is NOT_MET


def _left(to: Fund, given: str, spent: str, **more: Any) -> Position:  # noqa: ANN401
    outlay = to.outlay
    return taken(to, allocated(given), spend("E1", spent, outlay=outlay, **more))


class TestYearEnds:
    def test_f15_what_is_left_of_a_general_grant_is_carried_and_nothing_returned(self) -> None:
        end = close_year(_left(fund(type_=FundType.GENERAL_GRANT), "240000", "228000"), YEAR)
        assert end.amount(Treatment.CARRY) == Money.pounds("12000.00")
        assert end.liability == Money.pounds("0.00")

    def test_f23_what_is_left_goes_to_the_ring_fenced_reserve(self) -> None:
        position = taken(
            PUBLIC_HEALTH, allocated("80000.00"), spend("E1", "0.00", purpose="public health")
        )
        (disposal,) = close_year(position, YEAR).disposals
        assert disposal.amount == Money.pounds("80000.00")
        assert disposal.held_as == "ring-fenced reserve"

    @pytest.mark.parametrize(
        ("consent", "returned"),
        [("0.00", "7250.00"), ("5000.00", "2250.00"), ("7250.00", "0.00"), ("7250.01", "0.00")],
    )
    def test_f28_what_is_left_is_returned_less_what_is_agreed(
        self, consent: str, returned: str
    ) -> None:
        agreement = fund(condition(unspent=Unspent.RETURN), type_=FundType.GRANT_AGREEMENT)
        end = close_year(
            _left(agreement, "50000.00", "42750.00"),
            YEAR,
            consents=[
                Consent("conditions", Money.pounds(consent), "the department", DETERMINATION)
            ],
        )
        assert end.amount(Treatment.RETURN) == Money.pounds(returned)
        assert Money.total(each.amount for each in end.disposals) == Money.pounds("7250.00")

    def test_f29_with_a_duty_to_repay_what_is_left_is_a_liability(self) -> None:
        grant = fund(condition(unspent=Unspent.RETURN), outlay=Outlay.REVENUE)
        end = close_year(_left(grant, "60000.00", "45000.00"), YEAR)
        assert end.liability == Money.pounds("15000.00")
        assert end.income == Money.pounds("45000.00")
        assert end.disposals[0].held_as == "creditor or receipt in advance"

    def test_f30_without_it_what_is_left_is_income_in_an_earmarked_reserve(self) -> None:
        grant = fund(condition(kind=StipulationKind.RESTRICTION), outlay=Outlay.REVENUE)
        end = close_year(_left(grant, "60000.00", "45000.00"), YEAR)
        assert end.income == Money.pounds("60000.00")
        assert end.amount(Treatment.RESERVE) == Money.pounds("15000.00")
        assert end.disposals[0].held_as == "earmarked reserve"

    def test_f31_capital_that_is_left_is_unapplied(self) -> None:
        end = close_year(_left(CAPITAL, "30000.00", "20000.00"), YEAR)
        assert end.disposals[0].amount == Money.pounds("10000.00")
        assert end.disposals[0].held_as == "Capital Grants Unapplied Account"

    def test_f43_what_is_left_of_an_unprotected_budget_lapses(self) -> None:
        end = close_year(_left(COUNCIL_BUDGET, "428070.00", "350000.00"), YEAR)
        assert end.amount(Treatment.LAPSE) == Money.pounds("78070.00")
        assert end.disposals[0].to == "the directorate"

    def test_f43_and_may_not_be_carried(self) -> None:
        position = _left(COUNCIL_BUDGET, "428070.00", "350000.00")
        carried = entry("C1", Kind.CARRY_FORWARD, "78070.00", date(2004, 3, 31))
        (finding,) = check(carried, against=position).unmet
        assert finding.aspect is Aspect.PRECONDITION

    def test_f44_spending_found_outside_the_ring_fence_leaves_the_fund_and_may_be_owed(
        self,
    ) -> None:
        grant = fund(condition(purposes("breaks"), unspent=Unspent.RETURN))
        amount = Money.pounds("25000.00")
        found = found_after_close(grant, "conditions", amount, charged_to="general fund")
        assert found.removed == amount
        assert found.liability == amount
        assert (found.charged_to, found.owed_to) == ("general fund", "the department")


HEREFORDSHIRE = Authority(
    "award",
    Citation.record("Herefordshire cabinet, 2017"),
    [AWARD],
    [
        Length("length", DETERMINATION, Term(years=5)),
        Cap("total", DETERMINATION, Figure.pounds("1230000.00")),
    ],
)


def _award(reference: str, yearly: str, years: int) -> Proposal:
    value = Price.as_stated(Money.pounds(yearly) * years)
    contract = Contract(reference, date(2018, 4, 1), term=Term(years=years), value=value)
    return Proposal(AWARD, contract)


class TestF33ToF35:
    A_AND_B = (_award("A", "180000.00", 5), _award("B", "60000.00", 5))

    def test_f33_both_contracts_are_within_and_thirty_thousand_is_left(self) -> None:
        used = Used()
        for each in self.A_AND_B:
            assert judge(each, under=HEREFORDSHIRE, used=used).is_met
            used = used.after(each, under=HEREFORDSHIRE)
        lefts = {room.clause: room.left for room in headroom(HEREFORDSHIRE, used)}
        assert lefts["total"] == Money.pounds("30000.00")

    def test_f34_a_third_contract_is_over_the_total(self) -> None:
        used = Used().after(*self.A_AND_B, under=HEREFORDSHIRE)
        verdict = judge(_award("C", "40000.00", 1), under=HEREFORDSHIRE, used=used)
        (finding,) = verdict.unmet
        assert finding.measured == Money.pounds("1240000.00")

    def test_f35_six_years_are_too_long(self) -> None:
        verdict = judge(_award("D", "100000.00", 6), under=HEREFORDSHIRE)
        assert [finding.aspect for finding in verdict.unmet] == [Aspect.LENGTH]


class TestF36:
    def test_only_the_first_year_is_committed_within_its_allocation(self) -> None:
        case = CASES["F36 with approval"]
        position = posted(case.fund, *case.before, case.offered).position
        assert position.sums(year="2010/11").uncommitted == Money.pounds("10000.00")
        ahead = position.committed_ahead("2010/11")
        assert ahead is not None
        assert ahead.total == Money.pounds("180000.00")


class TestF47:
    def test_the_early_intervention_grant_is_advised_of_what_was_expected(self) -> None:
        verdict = _judged(CASES["F47 early intervention grant"])
        (advice,) = [each for each in verdict.findings if not each.binding]
        assert advice.result is NOT_MET
        assert advice.note == "expected, not required"


class TestF50:
    def test_five_thousand_of_the_invoice_is_eligible(self) -> None:
        found = posted(
            ELIGIBLE,
            allocated("100000.00"),
            spend("E1", "5000.00", other_tags={"cost": "service"}),
            spend("E2", "1000.00", other_tags={"cost": "recoverable VAT"}),
        )
        assert found.position.sums().expenditure == Money.pounds("5000.00")
        assert [each.entry.reference for each in found.refused] == ["E2"]
