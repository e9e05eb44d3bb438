"""The length of an option that is taken says how many yearly figures bound what it costs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated, worth

from carerslib.awards import EXTEND, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Line, Steps, Taken
from carerslib.contracts import Contract, Option
from carerslib.periods import Term

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
TOTAL: Final = Cap("total", MINUTE, worth("754000.00"))
OPTIONS: Final = Steps("options", MINUTE, [YEAR, YEAR])


def yearly(per: str) -> Cap:
    return Cap("each", MINUTE, worth("188500.00"), per=(per,))


def asked(contract: Contract, *clauses: Clause, takes: Taken | None = None) -> str:
    under = Authority("a", MINUTE, [EXTEND], (*clauses, OPTIONS))
    taken = takes or Taken(1, 1, YEAR)
    return label(judge(Proposal(EXTEND, contract, takes=taken), under=under))


def costing(pounds: str, **fields: object) -> Contract:
    return Contract("c", value=stated(pounds), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("total", [(), (TOTAL,)])
@pytest.mark.parametrize(
    ("pounds", "answer"),
    [("188499.99", "within"), ("188500.00", "within"), ("188500.01", "exceeds")],
)
def test_an_option_of_a_year_costs_no_more_than_the_figure_for_a_year_of_the_contract(
    pounds: str, answer: str, total: tuple[Cap, ...]
) -> None:
    each = yearly("contract year")
    assert asked(costing(pounds), each, *total) == answer
    assert asked(costing(pounds, first_day=date(2024, 4, 1)), each, *total) == answer
    assert asked(costing(pounds, term=YEAR), each, *total) == answer


@pytest.mark.parametrize("total", [(), (TOTAL,)])
@pytest.mark.parametrize(
    ("pounds", "answer"),
    [("376999.99", "within"), ("377000.00", "within"), ("377000.01", "exceeds")],
)
def test_two_options_of_a_year_have_two_figures(
    pounds: str, answer: str, total: tuple[Cap, ...]
) -> None:
    both = Taken(1, 2, Term(years=2))
    assert asked(costing(pounds), yearly("contract year"), *total, takes=both) == answer


@pytest.mark.parametrize("total", [(), (TOTAL,)])
@pytest.mark.parametrize(
    ("pounds", "answer"),
    [
        ("188500.00", "within"),
        ("188500.01", "undetermined"),
        ("377000.00", "undetermined"),
        ("377000.01", "exceeds"),
    ],
)
def test_an_option_of_a_year_may_touch_two_financial_years(
    pounds: str, answer: str, total: tuple[Cap, ...]
) -> None:
    assert asked(costing(pounds), yearly("year"), *total) == answer
    assert asked(costing(pounds, term=YEAR), yearly("year"), *total) == answer


def test_the_finding_names_the_figure_for_a_year_or_for_several_together() -> None:
    under = Authority("a", MINUTE, [EXTEND], (yearly("contract year"), OPTIONS))
    for takes, pounds, title in (
        (Taken(1, 1, YEAR), "188500.01", "Value per contract year"),
        (Taken(1, 2, Term(years=2)), "377000.01", "Value per contract year, 2 together"),
    ):
        (finding,) = judge(Proposal(EXTEND, costing(pounds), takes=takes), under=under).unmet
        assert (finding.title, finding.remedy) == (title, None)


def test_what_is_not_known_to_be_the_cost_of_that_option_is_not_bounded_by_its_length() -> None:
    each = yearly("contract year")
    offered = costing("188500.01", options=[Option(YEAR, stated("1.00"))])
    assert asked(offered, each, TOTAL) == "within"
    named = Contract("c", amounts=[Line(stated("200000.00"), {"part": "firm"})])
    assert asked(named, each, TOTAL) == "within"
    assert asked(costing("188500.01"), each, TOTAL, takes=Taken(1, 1)) == "within"


def test_what_was_used_of_the_first_year_is_nothing_to_an_option() -> None:
    under = Authority("a", MINUTE, [EXTEND], (yearly("contract year"), TOTAL, OPTIONS))
    used = Used.stated({"each": {"1": stated("188500.00")}})
    proposed = Proposal(EXTEND, costing("188500.00"), takes=Taken(1, 1, YEAR))
    assert label(judge(proposed, under=under, used=used)) != "exceeds"
