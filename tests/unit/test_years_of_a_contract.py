"""A year is that of an amount: no tag of a contract, and words for a year ask its amounts."""

from __future__ import annotations

from typing import Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Except, Figure, For, Line, Only
from carerslib.contracts import Contract
from carerslib.errors import InvalidValueError
from carerslib.periods import ByYear

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))


@pytest.mark.parametrize("dimension", ["year", "contract year"])
def test_a_year_is_refused_as_a_tag_of_a_contract(dimension: str) -> None:
    with pytest.raises(InvalidValueError) as error:
        Contract("c", value=stated("1.00"), tags={dimension: "2024/25", "lot": "1"})
    assert error.value.field == f"tags[{dimension!r}]"
    assert error.value.value == ("2024/25",)
    assert error.value.expected == (
        "no tag: a year is said by by_year, by the tags of one amount, or by the days"
    )


def asked(contract: Contract, *clauses: Clause) -> str:
    under = Authority("a", MINUTE, [AWARD], (TOTAL, *clauses))
    return label(judge(Proposal(AWARD, contract), under=under))


def of(*years: str) -> Contract:
    return Contract("c", by_year=ByYear.of({year: stated("10.00") for year in years}))


@pytest.mark.parametrize(
    ("years", "only", "without"),
    [
        (("2024/25",), "within", "out_of_period"),
        (("2025/26",), "out_of_period", "within"),
        (("2024/25", "2025/26"), "out_of_period", "out_of_period"),
    ],
)
def test_words_for_one_year_are_asked_of_the_amounts(
    years: tuple[str, ...], only: str, without: str
) -> None:
    assert asked(of(*years), Only("year", MINUTE, "year", "2024/25")) == only
    assert asked(of(*years), Except("year", MINUTE, "year", "2024/25")) == without


@pytest.mark.parametrize(
    ("first", "answer"), [("9.99", "within"), ("10.00", "within"), ("10.01", "exceeds")]
)
def test_a_figure_for_one_year_sees_the_amount_of_that_year(first: str, answer: str) -> None:
    cap = Cap("cap", MINUTE, Figure.pounds("10.00"))
    clause = For("f", MINUTE, {"year": "2024/25"}, cap)
    prices = {"2024/25": stated(first), "2025/26": stated("700.00")}
    assert asked(Contract("c", by_year=ByYear.of(prices)), clause) == answer
    assert asked(of("2025/26"), clause) == "within"


def test_amounts_of_which_one_names_no_year_leave_it_open() -> None:
    lines = [Line(stated("10.00"), {"year": "2024/25"}), Line(stated("10.00"))]
    verdict = asked(Contract("c", amounts=lines), Only("year", MINUTE, "year", "2024/25"))
    assert verdict == "within"
    under = Authority("a", MINUTE, [AWARD], (TOTAL, Only("year", MINUTE, "year", "2024/25")))
    assert not judge(Proposal(AWARD, Contract("c", amounts=lines)), under=under).is_met
