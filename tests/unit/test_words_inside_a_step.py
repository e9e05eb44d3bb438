"""What a step needs besides, in limbs or for some alone: held against the option, not the whole."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    Either,
    Figure,
    Floor,
    For,
    Holder,
    Length,
    Reading,
    Readings,
    Step,
    Steps,
    Taken,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIFTY: Final = Cap("fifty", MINUTE, Figure.pounds("50.00"))
EIGHTY: Final[list[Clause]] = [
    Holder("cabinet", MINUTE, "cabinet"),
    Cap("eighty", MINUTE, Figure.pounds("80.00")),
]
EITHER: Final = Either("either", MINUTE, [Reading("small", FIFTY), Reading("large", EIGHTY)])
FOR: Final = For("for", MINUTE, {"service": "breaks"}, FIFTY)
READINGS: Final = Readings(
    "readings",
    MINUTE,
    [Reading("one", FIFTY), Reading("other", Cap("other", MINUTE, Figure.pounds("50.00")))],
)


def authority(*steps: Step, in_parts: bool = False) -> Authority:
    options = Steps("options", MINUTE, steps, in_parts=in_parts)
    total = Cap("total", MINUTE, Figure.pounds("90000.00"))
    return Authority(
        "a", MINUTE, [AWARD, EXTEND], (total, Length("l", MINUTE, Term(years=9)), options)
    )


def contract(*options: str) -> Contract:
    return Contract(
        "c",
        date(2020, 4, 1),
        term=Term(years=3),
        value=stated("1000.00"),
        options=[Option(YEAR, stated(each)) for each in options],
        tags={"service": "breaks"},
    )


def exercised(under: Authority, made: Contract, times: int = 1, by: str = "director") -> str:
    used = Used().after(Proposal(AWARD, made), under=under)
    taking = Proposal.exercising(made, times=times, by=by)
    return label(judge(taking, under=under, used=used))


@pytest.mark.parametrize("clause", [EITHER, FOR, READINGS, FIFTY])
@pytest.mark.parametrize(
    ("pounds", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "exceeds")]
)
def test_a_figure_is_that_of_the_option_and_not_of_the_contract(
    clause: Clause, pounds: str, answer: str
) -> None:
    under = authority(Step(YEAR, clauses=clause), Step(YEAR))
    assert exercised(under, contract(pounds, "700.00")) == answer


@pytest.mark.parametrize(
    ("pounds", "by", "answer"),
    [
        ("80.00", "cabinet", "within"),
        ("80.01", "cabinet", "exceeds"),
        ("80.00", "director", "exceeds"),
    ],
)
def test_so_it_is_in_the_other_limb(pounds: str, by: str, answer: str) -> None:
    under = authority(Step(YEAR, clauses=EITHER))
    assert exercised(under, contract(pounds), by=by) == answer


@pytest.mark.parametrize(
    ("second", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "exceeds")]
)
def test_two_options_at_once_are_each_held_against_their_own(second: str, answer: str) -> None:
    under = authority(Step(YEAR), Step(YEAR, clauses=FOR))
    assert exercised(under, contract("700.00", second), 2) == answer


@pytest.mark.parametrize(
    ("second", "answer"), [("19.99", "within"), ("20.00", "within"), ("20.01", "exceeds")]
)
def test_options_that_are_cut_up_are_held_against_it_together(second: str, answer: str) -> None:
    under = authority(Step(Term(years=2), clauses=FOR), in_parts=True)
    assert exercised(under, contract("30.00", second)) == answer


def test_of_two_steps_that_are_cut_up_so_are_they() -> None:
    under = authority(Step(Term(months=6)), Step(YEAR, clauses=FOR), in_parts=True)
    assert exercised(under, contract("50.00")) == "within"
    assert exercised(under, contract("50.01")) == "exceeds"


@pytest.mark.parametrize(
    ("pounds", "answer"), [("9.99", "below_minimum"), ("10.00", "within"), ("10.01", "within")]
)
def test_the_least_that_an_option_must_be_is_not_reached_by_the_rest(
    pounds: str, answer: str
) -> None:
    least = Floor("least", MINUTE, Figure.pounds("10.00"))
    assert exercised(authority(Step(YEAR, clauses=least)), contract(pounds)) == answer


@pytest.mark.parametrize(("pounds", "answer"), [("50.00", "within"), ("50.01", "exceeds")])
def test_an_extension_that_offers_none_states_its_own_option(pounds: str, answer: str) -> None:
    under = authority(Step(YEAR, clauses=FOR))
    alone = Contract("c", value=stated(pounds), tags={"service": "breaks"})
    assert label(judge(Proposal(EXTEND, alone, takes=Taken(1, 1, YEAR)), under=under)) == answer
