"""A length, or the year of an amount, that cannot be that of the days of something else."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import ENTER_AGREEMENT, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Line, SamePeriod
from carerslib.contracts import Contract, Option
from carerslib.periods import ByYear, DateRange, Term
from carerslib.verdicts import Aspect, Result, Verdict

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
FIRST, LAST = date(2025, 4, 1), date(2028, 3, 31)
SAME: Final = SamePeriod("same", MINUTE, "the contract", DateRange(FIRST, LAST))
LINKED: Final = SamePeriod("same", MINUTE, "the contract")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))


def found(contract: Contract, clause: SamePeriod = SAME, linked: Contract | None = None) -> Verdict:
    links = {} if linked is None else {"the contract": linked}
    proposal = Proposal(ENTER_AGREEMENT, contract, linked=links)
    return judge(proposal, under=Authority("a", MINUTE, [ENTER_AGREEMENT], [clause, TOTAL]))


@pytest.mark.parametrize(
    ("months", "answer"), [(35, "exceeds"), (36, "within"), (37, "exceeds"), (48, "exceeds")]
)
def test_another_length_is_not_the_same_period(months: int, answer: str) -> None:
    verdict = found(Contract("c", term=Term(months=months)))
    assert label(verdict) == answer
    assert verdict.result is (NOT_MET if answer == "exceeds" else OPEN)


def test_it_says_which_length_would_be() -> None:
    (finding,) = found(Contract("c", term=Term(years=4))).unmet
    assert finding.title == "Length, as of the contract"
    assert (finding.measured, finding.permitted) == (Term(years=4), Term(years=3))


def test_options_too_long_without_the_firm_term_are_too_long_with_it() -> None:
    assert found(Contract("c", options=[Option(Term(years=4))])).result is NOT_MET
    assert found(Contract("c", options=[Option(Term(years=2))])).result is OPEN


def test_an_amount_of_a_fourth_year_is_not_of_three() -> None:
    def of_year(number: str) -> Contract:
        return Contract("c", amounts=[Line(stated("1.00"), {"contract year": number})])

    assert found(of_year("4")).result is NOT_MET
    assert found(of_year("3")).result is OPEN


@pytest.mark.parametrize(
    ("year", "answer"),
    [
        ("2024/25", "out_of_period"),
        ("2025/26", "within"),
        ("2027/28", "within"),
        ("2028/29", "out_of_period"),
    ],
)
def test_an_amount_of_a_year_outside_is_out_of_period(year: str, answer: str) -> None:
    verdict = found(Contract("c", by_year=ByYear.of({year: stated("1.00")})))
    assert label(verdict) == answer
    assert [each.measured for each in verdict.unmet] == ([] if answer == "within" else [year])


def test_a_first_day_alone_leaves_the_years_to_be_asked() -> None:
    by_year = ByYear.of({"2028/29": stated("1.00")})
    assert found(Contract("c", FIRST, by_year=by_year)).failing is Aspect.DATES
    assert found(Contract("c", last_day=LAST, by_year=by_year)).failing is Aspect.DATES


class TestDaysOfAnotherContract:
    @pytest.mark.parametrize(
        ("months", "days", "answer"),
        [(35, 0, NOT_MET), (35, 1, OPEN), (36, 0, OPEN), (36, 1, NOT_MET)],
    )
    def test_known_to_the_month_leave_a_month_open(
        self, months: int, days: int, answer: Result
    ) -> None:
        march = DateRange(date(2028, 3, 1), LAST)
        linked = Contract("k", date(2025, 4, 1), march)
        contract = Contract("c", term=Term(months=months, days=days))
        assert found(contract, LINKED, linked).result is answer

    def test_with_no_stated_end_fit_any_length(self) -> None:
        onwards = Contract("k", FIRST, DateRange.onwards(LAST))
        assert found(Contract("c", term=Term(years=9)), LINKED, onwards).result is OPEN
        assert found(Contract("c", term=Term(years=9)), LINKED, Contract("k", FIRST)).result is OPEN
        assert found(Contract("c", term=Term(years=9)), LINKED).result is OPEN


def test_days_that_are_stated_answer_alone() -> None:
    assert found(Contract("c", FIRST, LAST, value=stated("1.00"))).is_met
    late = found(Contract("c", FIRST, date(2028, 4, 1)))
    assert [each.title for each in late.unmet] == ["Last day, as of the contract"]


@pytest.mark.parametrize(
    ("months", "answer"), [(35, NOT_MET), (36, OPEN), (37, NOT_MET), (48, NOT_MET)]
)
def test_a_length_is_held_against_that_of_a_linked_contract_with_no_days(
    months: int, answer: Result
) -> None:
    three_years = Contract("hub", term=Term(years=3))
    by_term = found(Contract("c", term=Term(months=months)), LINKED, three_years)
    by_days = Contract("c", FIRST, term=Term(months=months))
    assert by_term.result is answer
    assert found(by_days, LINKED, three_years).result is answer
    late = Contract("hub", last_day=LAST, term=Term(years=3))
    assert found(Contract("c", term=Term(months=months)), LINKED, late).result is answer


def test_it_says_that_the_length_is_not_that_of_the_linked_contract() -> None:
    verdict = found(Contract("c", term=Term(months=37)), LINKED, Contract("h", term=Term(years=3)))
    (finding,) = verdict.unmet
    assert label(verdict) == "exceeds"
    assert (finding.measured, finding.permitted) == (Term(months=37), Term(years=3))


def test_a_day_more_or_less_than_the_length_of_the_linked_contract_is_not_the_same() -> None:
    three_years = Contract("hub", term=Term(years=3))
    for last, answer in (
        (date(2028, 3, 30), NOT_MET),
        (date(2028, 3, 31), OPEN),
        (date(2028, 4, 1), NOT_MET),
    ):
        assert found(Contract("c", FIRST, last), LINKED, three_years).result is answer


def test_options_alone_are_held_against_the_length_of_the_linked_contract() -> None:
    def options(years: int) -> Contract:
        return Contract("c", options=[Option(Term(years=years))])

    three, linked = Contract("h", term=Term(years=3)), options(4)
    assert found(options(4), LINKED, three).result is NOT_MET
    assert found(options(3), LINKED, three).result is OPEN
    # and the other way round, where only the options of the linked contract have a length
    assert found(Contract("c", term=Term(years=3)), LINKED, linked).result is NOT_MET
    assert found(Contract("c", term=Term(years=5)), LINKED, linked).result is OPEN
    assert found(options(4), LINKED, linked).result is OPEN
    assert found(Contract("c"), LINKED, three).result is OPEN
