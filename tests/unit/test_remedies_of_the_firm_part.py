"""A remedy for the price of the firm term leaves the options and an uplift as they are."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.kit import stated

from carerslib import explain
from carerslib.awards import AWARD, RULES, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Figure, Floor, For, Unlimited
from carerslib.contracts import COUNTS_OPTIONS, Contract, Option
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.periods import Term

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIRM: Final = {"part": "firm"}
TWO: Final = Figure.pounds("2.00")


def under(clause: Clause) -> Authority:
    any_ = (Unlimited(f"any {each}", MINUTE, each) for each in ("amount", "period"))
    return Authority("a", MINUTE, AWARD, (clause, *any_))


def offer(firm: str, option: str, first: date = date(2018, 4, 1)) -> Proposal:
    options = [Option(YEAR, stated(option))]
    return Proposal(AWARD, Contract("c", first, term=YEAR, value=stated(firm), options=options))


def amounts(proposal: Proposal) -> list[str]:
    lines = proposal.contract.whole.lines
    return [str(line.price.stated) for line in lines if line.price is not None]


@pytest.mark.parametrize(
    ("firm", "remedied"), [("1.99", None), ("2.00", None), ("2.01", "£2.00"), ("3.00", "£2.00")]
)
@pytest.mark.parametrize(
    "clause",
    [
        Cap("c", MINUTE, TWO, where=FIRM),
        Cap("c", MINUTE, TWO, without={"part": "options"}),
        Cap("c", MINUTE, TWO, where={"year": "2018/19"}),
        For("f", MINUTE, FIRM, Cap("c", MINUTE, TWO)),
    ],
    ids=["of the firm part", "without the options", "of its year", "inside words for it"],
)
def test_a_firm_price_that_is_too_much_is_reduced_and_the_option_stays(
    clause: Clause, firm: str, remedied: str | None
) -> None:
    proposal, words = offer(firm, "5.00"), under(clause)
    unmet = judge(proposal, under=words).unmet
    assert [found.remedy and found.remedy.field for found in unmet] == (
        ["firm.value"] if remedied else []
    )
    for found in unmet:
        assert found.remedy is not None
        proposal = proposal.amended(found.remedy)
        assert proposal.amended(found.remedy) == proposal
    assert amounts(proposal) == [f"£{firm}" if remedied is None else remedied, "£5.00"]
    assert judge(proposal, under=words).is_met


@pytest.mark.parametrize(
    ("firm", "remedied"), [("1.00", "£2.00"), ("1.99", "£2.00"), ("2.00", None), ("2.01", None)]
)
def test_a_firm_price_that_is_too_little_is_raised_however_much_the_option_is(
    firm: str, remedied: str | None
) -> None:
    proposal, words = offer(firm, "5.00"), under(Floor("f", MINUTE, TWO, where=FIRM))
    for found in judge(proposal, under=words).unmet:
        assert found.remedy is not None
        proposal = proposal.amended(found.remedy)
    assert amounts(proposal) == [remedied or f"£{firm}", "£5.00"]
    assert judge(proposal, under=words).is_met


def test_a_year_that_is_too_little_is_raised_by_its_own_amount() -> None:
    words = under(Floor("f", MINUTE, Figure.pounds("4.00"), per=("year",)))
    proposal = offer("2.00", "4.00", date(2019, 4, 1))
    (found,) = judge(proposal, under=words).unmet
    assert found.remedy is not None
    assert f"{found.remedy} ({found.remedy.field})" == "raise by £2.00 (firm.value)"
    mended = proposal.amended(found.remedy)
    assert amounts(mended) == ["£4.00", "£4.00"]
    assert judge(mended, under=words).is_met


@pytest.mark.parametrize(
    ("clause", "firm", "remedied"),
    [
        (Cap("c", MINUTE, TWO), "3.00", "reduce by £1.00"),
        (Floor("f", MINUTE, TWO), "1.00", "raise by £1.00"),
    ],
    ids=["too much", "too little"],
)
def test_where_options_count_as_they_are_exercised_the_price_is_that_of_the_firm_term(
    clause: Clause, firm: str, remedied: str
) -> None:
    basis = RULES.basis(conventions={COUNTS_OPTIONS.name: "as exercised"})
    proposal = offer(firm, "5.00")
    (found,) = judge(proposal, under=under(clause), basis=basis).unmet
    assert found.remedy is not None
    assert str(found.remedy) == remedied
    mended = proposal.amended(found.remedy)
    assert amounts(mended) == ["£2.00", "£5.00"]
    assert judge(mended, under=under(clause), basis=basis).is_met


def test_the_price_of_the_whole_is_that_of_all_together_and_the_option_gives_way_first() -> None:
    proposal, words = offer("3.00", "5.00"), under(Cap("c", MINUTE, Figure.pounds("7.00")))
    (found,) = judge(proposal, under=words).unmet
    assert found.remedy is not None
    assert "reduce by £1.00 (value: £7.00)" in explain.as_text(judge(proposal, under=words))
    assert amounts(proposal.amended(found.remedy)) == ["£3.00", "£4.00"]


def test_a_name_of_no_amount_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(InvalidValueError, match=r"one of value, firm\.value, options\[0\]\.value"):
        offer("3.00", "5.00").contract.priced("options[1].value", Money.pounds("1.00"))
