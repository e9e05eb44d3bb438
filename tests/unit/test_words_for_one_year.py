"""Words for one year bind what is of that year, by its amounts or by its days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, For, Holder, Line, Precondition, Unlimited
from carerslib.contracts import Contract, Option
from carerslib.money import Money
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


FUNDING: Final = For("f", MINUTE, {"year": "2024/25"}, Precondition("funding", MINUTE, "funding"))
AT_MOST_5: Final = Cap("one", MINUTE, Figure.pounds("5.00"), where={"year": "2024/25"})
BUT_FOR_IT: Final = Cap("rest", MINUTE, Figure.pounds("5.00"), without={"year": "2024/25"})


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2025, 3, 31), None, "undetermined"),
        (date(2025, 4, 1), None, "met"),
        (date(2025, 4, 2), None, "met"),
        (SPRING, None, "undetermined"),
        (None, date(2024, 3, 30), "met"),
        (None, date(2024, 3, 31), "met"),
        (None, date(2024, 4, 1), "undetermined"),
        (None, None, "undetermined"),
    ],
)
def test_a_contract_that_begins_after_the_year_or_ends_before_it_is_not_asked(
    first: Day | None, last: Day | None, expected: str
) -> None:
    for clause in (FUNDING, BY_CABINET, AT_MOST_5):
        assert str(judged(days(first, last), clause).result) == expected
    assert str(judged(days(first, last), BUT_FOR_IT).result) == (
        "not met" if expected == "met" else "undetermined"
    )


def test_an_option_after_the_year_is_not_asked_though_its_length_is_not_stated() -> None:
    for firm, expected in (("5.00", "met"), ("5.01", "not met")):
        contract = Contract(
            "c",
            date(2024, 4, 1),
            term=YEAR,
            value=stated(firm),
            options=[Option(None, stated("50.00"))],
        )
        assert str(judged(contract, AT_MOST_5).result) == expected


@pytest.mark.parametrize(("year", "answer"), [("2024/25", "undetermined"), ("2025/26", "met")])
def test_an_amount_that_names_the_year_is_asked_whatever_the_first_day(
    year: str, answer: str
) -> None:
    lines = [Line(stated("1.00"), {"year": year}), Line(stated("1.00"))]
    contract = Contract("c", date(2025, 4, 1), amounts=lines)
    assert str(judged(contract, FUNDING).result) == answer


def test_what_others_used_of_a_year_before_the_first_day_is_nothing_to_a_contract() -> None:
    each = Cap("each", MINUTE, Figure.pounds("10.00"), per=("year",))
    under = Authority("a", MINUTE, AWARD, (each, TOTAL, ANY))
    for year, expected in (("2024/25", "met"), ("2025/26", "undetermined")):
        used = Used.stated({"each": {year: Money.pounds("10.00")}})
        asked = Proposal(AWARD, days(date(2025, 4, 1), None))
        assert str(judge(asked, under=under, used=used).result) == expected
