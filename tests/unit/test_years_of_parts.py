"""An amount of the firm term is of its years, and one of an option is of the years of that."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Line, Window
from carerslib.contracts import Contract, Option
from carerslib.periods import DateRange, Term

if TYPE_CHECKING:
    from carerslib.clauses import Clause
    from carerslib.periods import Day

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIRST: Final = date(2024, 4, 1)
TWO_YEARS: Final = Window("w", MINUTE, FIRST, date(2026, 3, 31))


def yearly(per: str = "year", pounds: str = "200000.00") -> Cap:
    return Cap("cap", MINUTE, Figure.pounds(pounds), per=(per,))


def asked(contract: Contract, *clauses: Clause) -> str:
    return str(
        judge(Proposal(AWARD, contract), under=Authority("a", MINUTE, AWARD, clauses)).result
    )


def hub(firm: str, option: str, first: Day | None = FIRST) -> Contract:
    return Contract(
        "c", first, term=YEAR, value=stated(firm), options=[Option(YEAR, stated(option))]
    )


@pytest.mark.parametrize("per", ["year", "contract year"])
@pytest.mark.parametrize(
    ("firm", "option", "expected"),
    [
        ("250000.00", "150000.00", "not met"),
        ("150000.00", "250000.00", "not met"),
        ("200000.00", "200000.00", "met"),
        ("199999.99", "200000.00", "met"),
        ("200000.00", "200000.01", "not met"),
        ("200000.01", "0.00", "not met"),
    ],
)
def test_one_year_and_an_option_of_one_have_a_yearly_figure_each(
    firm: str, option: str, per: str, expected: str
) -> None:
    assert asked(hub(firm, option), yearly(per), TWO_YEARS) == expected


def test_the_years_of_a_contract_are_those_of_its_parts_though_no_day_is_stated() -> None:
    cap, length = yearly("contract year"), Window("w", MINUTE, FIRST)
    assert asked(hub("250000.00", "150000.00", None), cap, length) == "not met"
    assert asked(hub("150000.00", "250000.00", None), cap, length) == "not met"


@pytest.mark.parametrize(
    ("year", "firm", "expected"),
    [
        ("2024/25", "200000.00", "met"),
        ("2024/25", "200000.01", "not met"),
        ("2025/26", "200000.01", "met"),
    ],
)
def test_a_figure_for_one_year_is_held_against_the_part_that_lies_in_it(
    year: str, firm: str, expected: str
) -> None:
    total = Cap("total", MINUTE, Figure.pounds("500000.00"))
    one = Cap("one", MINUTE, Figure.pounds("200000.00"), where={"year": year})
    assert asked(hub(firm, "150000.00"), one, total, TWO_YEARS) == expected


@pytest.mark.parametrize(("option", "expected"), [("200000.00", "met"), ("200000.01", "not met")])
def test_an_option_is_taken_up_within_the_figure_of_its_own_year(
    option: str, expected: str
) -> None:
    under = Authority("a", MINUTE, (AWARD, EXTEND), (yearly(), TWO_YEARS))
    made = Proposal(AWARD, hub("150000.00", option), on=FIRST)
    taken = Proposal.exercising(made.contract, on=date(2025, 3, 1))
    used = Used().after(made, under=under)
    assert str(judge(taken, under=under, used=used).result) == expected


def line(pounds: str, **place: str) -> Line:
    return Line(stated(pounds), place)


def of_parts(*amounts: Line, options: int = 2, first: Day | None = FIRST) -> Contract:
    return Contract("c", first, term=YEAR, options=[Option(YEAR)] * options, amounts=amounts)


@pytest.mark.parametrize("per", ["year", "contract year"])
@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([line("200000.00", part="firm"), line("200000.00", option="2")], "met"),
        ([line("200000.00", part="firm"), line("200000.01", option="2")], "not met"),
        # of two options, each may have all of it: together they have no more than two figures
        ([line("200000.00", part="options")], "met"),
        ([line("400000.01", part="options")], "not met"),
        ([line("200000.01", part="options")], "undetermined"),
        # there is no fourth year, and what is of no part may be of any
        ([line("200000.01", option="3")], "undetermined"),
        ([line("200000.01")], "undetermined"),
    ],
)
def test_an_amount_lies_in_the_years_of_the_part_that_it_names(
    amounts: list[Line], per: str, expected: str
) -> None:
    window = Window("w", MINUTE, FIRST, date(2027, 3, 31))
    assert asked(of_parts(*amounts), yearly(per), window) == expected


def test_an_option_that_ends_on_a_day_has_the_years_that_its_days_touch() -> None:
    half = [
        Option(value=stated("1.00"), last_day=date(2025, 9, 30)),
        Option(YEAR, stated("200000.01")),
    ]
    contract = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=half)
    window = Window("w", MINUTE, FIRST, date(2027, 1, 1))
    assert asked(contract, yearly("year"), window) == "undetermined"
    assert asked(contract, yearly("contract year"), window) == "undetermined"
    to_march = Option(value=stated("200000.01"), last_day=date(2026, 3, 31))
    sooner = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=[to_march])
    assert asked(sooner, yearly("contract year"), TWO_YEARS) == "not met"


def test_a_start_known_to_the_month_leaves_a_part_in_the_years_that_it_may_touch() -> None:
    april = DateRange(FIRST, date(2024, 4, 30))
    window = Window("w", MINUTE, FIRST, date(2026, 4, 30))
    assert asked(hub("250000.00", "150000.00", april), yearly(), window) == "undetermined"
    assert asked(hub("1.00", "1.00", april), yearly(), window) == "met"


def test_an_option_after_one_of_no_stated_length_is_of_a_year_that_is_not_known() -> None:
    options = [Option(None, stated("1.00")), Option(YEAR, stated("200000.01"))]
    undated = Contract("c", term=YEAR, value=stated("1.00"), options=options)
    dated = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=options)
    assert asked(undated, yearly("contract year")) == "undetermined"
    assert asked(dated, yearly(), Window("w", MINUTE, FIRST)) == "undetermined"


def test_an_option_to_a_day_after_one_of_no_stated_length_may_be_of_any_year_so_far() -> None:
    options = [
        Option(value=stated("1.00")),
        Option(None, stated("200000.01"), None, date(2026, 3, 31)),
    ]
    contract = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=options)
    assert asked(contract, yearly("contract year"), TWO_YEARS) == "undetermined"
