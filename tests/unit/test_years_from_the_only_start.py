"""Figures for years, where only the words say on which day a contract starts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, MODIFY, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Figure, Length, Line, Start
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.periods import ByYear, Term
from carerslib.prices import Price

if TYPE_CHECKING:
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "a contract from 1 April 2024")
ON_THE_DAY: Final = Start("start", MINUTE, date(2024, 4, 1), date(2024, 4, 1))
BY_THE_DAY: Final = Start("start", MINUTE, date(2024, 3, 1), date(2024, 4, 1))
FIVE_YEARS: Final = Length("length", MINUTE, Term(years=5))
FIGURE: Final = Figure.pounds("100.00")
YEARLY: Final = Cap("yearly", MINUTE, FIGURE, per=("year",))
PER_ANNUM: Final = Cap("per annum", MINUTE, FIGURE, per=("contract year",))
PROFILE: Final = Cap("2024/25", MINUTE, FIGURE, where={"year": "2024/25"})


def found(contract: Contract, *clauses: Clause, start: Start = ON_THE_DAY) -> Verdict:
    under = Authority("a", MINUTE, [AWARD], (start, FIVE_YEARS, *clauses))
    return judge(Proposal(AWARD, contract), under=under)


def of_contract_year(year: str, pounds: str) -> Contract:
    return Contract("c", amounts=[Line(stated(pounds), {"contract year": year})])


def of_year(year: str, pounds: str) -> Contract:
    return Contract("c", by_year=ByYear.of({year: stated(pounds)}))


@pytest.mark.parametrize(
    ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
)
@pytest.mark.parametrize("cap", [YEARLY, PROFILE])
def test_a_year_of_the_contract_is_the_financial_year_in_which_the_words_start_it(
    cap: Cap, pounds: str, answer: str
) -> None:
    assert label(found(of_contract_year("1", pounds), cap)) == answer


@pytest.mark.parametrize(
    ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
)
def test_a_financial_year_is_the_year_of_the_contract_that_the_words_start_in_it(
    pounds: str, answer: str
) -> None:
    assert label(found(of_year("2024/25", pounds), PER_ANNUM)) == answer


@pytest.mark.parametrize(
    ("pounds", "answer"), [("299.99", "within"), ("300.00", "within"), ("300.01", "exceeds")]
)
def test_a_length_from_the_day_on_which_the_words_start_it_is_of_so_many_financial_years(
    pounds: str, answer: str
) -> None:
    contract = Contract("c", term=Term(years=3), value=stated(pounds))
    assert label(found(contract, YEARLY)) == answer


def test_a_year_with_more_than_one_day_to_start_on_may_be_in_either() -> None:
    contract = of_contract_year("1", "100.01")
    assert label(found(contract, YEARLY, start=BY_THE_DAY)) == "undetermined"


@pytest.mark.parametrize(
    ("year", "answer"),
    [("2023/24", "out_of_period"), ("2028/29", "within"), ("2029/30", "out_of_period")],
)
def test_an_amount_of_a_year_in_which_it_may_not_run_is_out_of_period(
    year: str, answer: str
) -> None:
    assert label(found(of_year(year, "100.00"), YEARLY)) == answer


def test_what_the_words_start_is_said_where_it_decides() -> None:
    (finding,) = found(of_contract_year("1", "100.01"), YEARLY).unmet
    assert finding.rule == "yearly"
    assert finding.note.endswith("from the day on which the words let it start")


@pytest.mark.parametrize(
    ("pounds", "answer"),
    [("83.33", "within"), ("83.34", "ambiguous"), ("100.00", "ambiguous"), ("100.01", "exceeds")],
)
def test_a_figure_that_does_not_state_vat_is_read_both_ways_from_that_day(
    pounds: str, answer: str
) -> None:
    price = Price.plus_vat(Money.pounds(pounds), 20)
    contract = Contract("c", amounts=[Line(price, {"contract year": "1"})])
    assert label(found(contract, YEARLY)) == answer


def test_a_last_day_before_that_day_is_told_as_what_it_is() -> None:
    contract = Contract("c", None, date(2024, 3, 31), value=stated("100.01"))
    assert label(found(contract, YEARLY)) == "out_of_period"


def test_a_figure_that_is_passed_in_any_year_is_told_once() -> None:
    verdict = found(of_year("2024/25", "100.01"), YEARLY)
    assert [each.rule for each in verdict.unmet] == ["yearly"]


def test_an_extension_is_of_a_contract_that_has_started() -> None:
    window = Length("firm", MINUTE, Term(years=2), of="firm")
    under = Authority(
        "a", MINUTE, [AWARD, EXTEND, MODIFY], (ON_THE_DAY, window, FIVE_YEARS, YEARLY)
    )
    contract = Contract("c", term=Term(years=1), value=stated("100.01"))
    for power in (EXTEND, MODIFY):
        verdict = judge(Proposal(power, contract), under=under)
        assert not [each for each in verdict.unmet if each.rule == "yearly"]


@pytest.mark.parametrize(
    ("pounds", "stated_first", "otherwise"),
    [
        ("40.00", "within", "within"),
        ("40.01", "exceeds", "undetermined"),
        ("100.00", "exceeds", "undetermined"),
        ("100.01", "exceeds", "exceeds"),
    ],
)
def test_what_was_used_of_the_year_is_not_there_for_what_the_words_start_in_it(
    pounds: str, stated_first: str, otherwise: str
) -> None:
    under = Authority("a", MINUTE, [AWARD], (ON_THE_DAY, FIVE_YEARS, YEARLY))
    contract = Contract("c", term=Term(years=1), value=stated(pounds))
    for first, answer in ((date(2024, 4, 1), stated_first), (None, otherwise)):
        before = Contract("before", first, term=Term(years=1), value=stated("60.00"))
        used = Used().after(Proposal(AWARD, before), under=under)
        assert label(judge(Proposal(AWARD, contract), under=under, used=used)) == answer


def test_each_year_from_that_day_is_told_apart() -> None:
    under = Authority("a", MINUTE, [AWARD], (ON_THE_DAY, FIVE_YEARS, YEARLY))
    before = Contract("before", term=Term(years=1), value=stated("60.00"))
    used = Used().after(Proposal(AWARD, before), under=under)
    for first, second, answer, told in (
        ("40.01", "40.00", "undetermined", ["2024/25"]),
        ("100.01", "40.01", "exceeds", ["2024/25"]),
        ("100.01", "100.01", "exceeds", ["2024/25", "2025/26"]),
    ):
        sums = {"1": first, "2": second}
        lines = [Line(stated(pounds), {"contract year": year}) for year, pounds in sums.items()]
        verdict = judge(Proposal(AWARD, Contract("c", amounts=lines)), under=under, used=used)
        assert label(verdict) == answer
        notes = [each for each in verdict.findings if each.note.endswith("words let it start")]
        assert [each.title for each in notes] == [f"Value per year: {year}" for year in told]


@pytest.mark.parametrize(("year", "answer"), [("2028/29", "within"), ("2029/30", "out_of_period")])
def test_a_firm_term_says_nothing_of_the_last_day_of_the_whole(year: str, answer: str) -> None:
    firm = Length("firm", MINUTE, Term(years=1), of="firm")
    assert label(found(of_year(year, "100.00"), YEARLY, firm)) == answer


@pytest.mark.parametrize(
    ("pounds", "answer"),
    [("23.33", "within"), ("23.34", "ambiguous"), ("40.00", "ambiguous"), ("40.01", "exceeds")],
)
def test_what_was_used_is_read_both_ways_with_it(pounds: str, answer: str) -> None:
    under = Authority("a", MINUTE, [AWARD], (ON_THE_DAY, FIVE_YEARS, YEARLY))
    before, more = (Price.plus_vat(Money.pounds(each), 20) for each in ("60.00", pounds))
    first = Contract("before", date(2024, 4, 1), term=Term(years=1), value=before)
    used = Used().after(Proposal(AWARD, first), under=under)
    contract = Contract("c", term=Term(years=1), value=more)
    assert label(judge(Proposal(AWARD, contract), under=under, used=used)) == answer
