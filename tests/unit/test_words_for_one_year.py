"""Words for one year bind what is of that year, by its amounts or by its days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, For, Holder, Line, Unlimited
from carerslib.contracts import Contract, Option
from carerslib.periods import DateRange, Term

if TYPE_CHECKING:
    from carerslib.clauses import Clause
    from carerslib.periods import Day
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("1000.00"))
ANY: Final = Unlimited("any", MINUTE, "period")
BY_CABINET: Final = For("f", MINUTE, {"year": "2024/25"}, Holder("h", MINUTE, "cabinet"))
UP_TO_100: Final = For("f", MINUTE, {"year": "2024/25"}, Cap("c", MINUTE, Figure.pounds("100.00")))
MARCH: Final = DateRange(date(2025, 3, 1), date(2025, 3, 31))
SPRING: Final = DateRange(date(2025, 3, 1), date(2025, 4, 30))
YEAR: Final = Term(years=1)


def judged(contract: Contract, *clauses: Clause) -> Verdict:
    under = Authority("a", MINUTE, AWARD, (*clauses, TOTAL, ANY))
    return judge(Proposal(AWARD, contract, "director"), under=under)


def days(first: Day | None, last: Day | None) -> Contract:
    return Contract("c", first, last, value=stated("10.00"))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2023, 4, 1), date(2024, 3, 31), "met"),
        (date(2023, 4, 1), date(2024, 4, 1), "not met"),
        (date(2025, 3, 31), date(2026, 3, 31), "not met"),
        (date(2025, 4, 1), date(2026, 3, 31), "met"),
        (MARCH, date(2026, 3, 31), "not met"),
        (SPRING, date(2026, 3, 31), "undetermined"),
        (MARCH, SPRING, "not met"),
        (date(2024, 6, 1), None, "undetermined"),
        (None, None, "undetermined"),
    ],
)
def test_words_for_a_year_bind_a_contract_that_runs_in_it(
    first: Day | None, last: Day | None, expected: str
) -> None:
    assert str(judged(days(first, last), BY_CABINET).result) == expected


def test_what_is_asked_is_the_year_of_the_amounts() -> None:
    found = judged(days(None, None), BY_CABINET)
    assert [each.field for each in found.missing] == ["contract.by_year"]


@pytest.mark.parametrize(
    ("firm", "option", "expected"),
    [
        ("100.00", "500.00", "met"),
        ("100.01", "500.00", "not met"),
    ],
)
def test_a_figure_inside_words_for_a_year_sees_the_part_that_lies_in_it(
    firm: str, option: str, expected: str
) -> None:
    options = [Option(YEAR, stated(option))]
    contract = Contract("c", date(2024, 4, 1), term=YEAR, value=stated(firm), options=options)
    assert str(judged(contract, UP_TO_100).result) == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [("2024/25", "not met"), ("2025/26", "met")],
)
def test_an_amount_of_a_named_year_is_bound_by_the_words_for_it(year: str, expected: str) -> None:
    line = Line(stated("100.01"), {"year": year})
    assert str(judged(Contract("c", amounts=[line]), UP_TO_100).result) == expected
    other = Line(stated("1.00"))
    beside = Contract("c", date(2024, 4, 1), term=Term(years=2), amounts=[line, other])
    assert str(judged(beside, UP_TO_100).result) == expected
    undated = Contract("c", amounts=[line, other])
    expected = "undetermined"
    assert str(judged(undated, UP_TO_100).result) == expected


@pytest.mark.parametrize(("months", "expected"), [(12, "met"), (13, "not met"), (24, "not met")])
def test_words_for_the_second_year_of_a_contract_bind_it_once_that_has_begun(
    months: int, expected: str
) -> None:
    second = For("f", MINUTE, {"contract year": "2"}, Holder("h", MINUTE, "cabinet"))
    contract = Contract("c", term=Term(months=months), value=stated("10.00"))
    assert str(judged(contract, second).result) == expected
