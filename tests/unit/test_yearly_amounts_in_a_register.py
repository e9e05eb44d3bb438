"""Yearly amounts of contracts that state their days, one after another and in a register."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.kit import net, stated

from carerslib.awards import AWARD, Authority, Proposal, Used, judge, judge_each, judge_register
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Window
from carerslib.contracts import Contract
from carerslib.periods import ByYear

MINUTE: Final = Citation.record("An invented council, cabinet", "short breaks, £100 a year")
AUTHORITY: Final = Authority(
    "a",
    MINUTE,
    [AWARD],
    [
        Cap("a year", MINUTE, Figure.pounds("100.00"), per=("year",)),
        Window("days", MINUTE, date(2024, 4, 1), date(2026, 3, 31)),
    ],
)


def contract(number: int, first: str, second: str) -> Proposal:
    by_year = ByYear.of({"2024/25": stated(first), "2025/26": stated(second)})
    days = date(2024, 4, 1), date(2026, 3, 31)
    made = Contract(f"c{number}", *days, by_year=by_year)
    return Proposal(AWARD, made, on=date(2024, 1, number))


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("39.99", "39.99", "met"),
        ("40.00", "40.00", "met"),
        ("40.01", "40.00", "not met"),
        ("40.00", "40.01", "not met"),
    ],
)
def test_each_year_holds_what_was_awarded_before_of_that_year(
    first: str, second: str, answer: str
) -> None:
    made = [contract(1, "60.00", "50.00"), contract(2, "0.00", "10.00"), contract(3, first, second)]
    expected = ["met", "met", answer]
    assert [str(each.result) for each in judge_each(made, under=AUTHORITY)] == expected
    assert [str(each.result) for each in judge_register(made, under=AUTHORITY)] == expected
    used = Used().after(*made[:2], under=AUTHORITY)
    assert str(judge(made[2], under=AUTHORITY, used=used).result) == answer


@pytest.mark.parametrize(
    ("first", "answer"), [("39.99", "met"), ("40.00", "met"), ("40.01", "not met")]
)
def test_a_year_whose_vat_is_not_known_takes_nothing_off_the_others(
    first: str, answer: str
) -> None:
    days = date(2024, 4, 1), date(2026, 3, 31)
    mixed = ByYear.of({"2024/25": stated("60.00"), "2025/26": net("99.00")})
    before = Proposal(AWARD, Contract("c1", *days, by_year=mixed), on=date(2024, 1, 1))
    of_one = ByYear.of({"2024/25": stated(first)})
    made = [before, Proposal(AWARD, Contract("c2", *days, by_year=of_one), on=date(2024, 1, 2))]
    assert str([*judge_each(made, under=AUTHORITY)][1].result) == answer
    assert str(judge_register(made, under=AUTHORITY)[1].result) == answer
