"""An amount of no stated year or lot, where the words allow but one year, or one lot."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.kit import budget, label, stated

from carerslib.awards import AWARD, SPEND, Authority, Proposal, Used, judge, judge_register
from carerslib.citations import Citation
from carerslib.clauses import Cap, Line, Only, Window
from carerslib.contracts import Contract
from carerslib.money import Money

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "a fund for 2022/23")
DAYS: Final = Window("days", MINUTE, date(2022, 4, 1), date(2023, 3, 31))
ONLY: Final = Only("only", MINUTE, "year", "2022/23")
OF_IT: Final = Cap("figure", MINUTE, budget("428070.00"), where={"year": "2022/23"})
OF_EACH: Final = Cap("figure", MINUTE, budget("428070.00"), per=("year",))
MORE: Final = Cap("more", MINUTE, budget("900000.00"))
OVER: Final = Contract("c", value=stated("428070.01"))


def asked(contract: Contract, *clauses: Clause, used: Used | None = None) -> str:
    under = Authority("a", MINUTE, [SPEND, AWARD], clauses)
    return label(judge(Proposal(SPEND, contract), under=under, used=used))


@pytest.mark.parametrize("limits", [(DAYS,), (ONLY,), (DAYS, MORE), (MORE, ONLY)])
@pytest.mark.parametrize("figure", [OF_IT, OF_EACH])
@pytest.mark.parametrize(
    ("pounds", "too_much"), [("428069.99", False), ("428070.00", False), ("428070.01", True)]
)
def test_what_states_no_year_is_of_the_only_one(
    pounds: str, figure: Cap, limits: tuple[Clause, ...], *, too_much: bool
) -> None:
    answer = asked(Contract("c", value=stated(pounds)), figure, *limits)
    assert (answer == "exceeds") is too_much


@pytest.mark.parametrize(("used", "answer"), [("427970.00", "within"), ("427970.01", "exceeds")])
def test_what_was_used_of_that_year_is_not_there_for_it(used: str, answer: str) -> None:
    hundred, amount = Contract("c", value=stated("100.00")), Money.pounds(used)
    in_all, by_year = Used.stated({"figure": amount}), Used.stated({"figure": {"2022/23": amount}})
    for clause, before in ((OF_IT, in_all), (OF_EACH, by_year)):
        found = asked(hundred, clause, DAYS, MORE, used=before)
        assert (found == "exceeds") is (answer == "exceeds")


@pytest.mark.parametrize(
    "clause",
    [
        Window("days", MINUTE, date(2022, 4, 1), date(2023, 4, 1)),
        Window("days", MINUTE, date(2022, 4, 1)),
        Only("only", MINUTE, "year", ("2022/23", "2023/24")),
    ],
)
def test_where_two_years_are_allowed_it_may_be_of_the_other(clause: Clause) -> None:
    assert asked(OVER, OF_IT, clause, MORE) != "exceeds"


def test_an_amount_that_says_of_which_year_it_is_is_not_supposed_to_be_of_that_one() -> None:
    named = [Line(stated("428070.00"), {"year": "2022/23"}), Line(stated("1.00"))]
    before = [Line(stated("428070.00"), {"year": "2022/23"}), Line(stated("0.00"))]
    assert asked(Contract("c", amounts=named), OF_IT, DAYS, MORE) == "exceeds"
    assert asked(Contract("c", amounts=before), OF_IT, DAYS, MORE) == "within"
    other = Contract("c", amounts=[Line(stated("428070.01"), {"year": "2021/22"})])
    assert asked(other, OF_IT, DAYS, MORE) == "out_of_period"


def test_so_it_is_of_the_only_lot_and_the_finding_says_so() -> None:
    lot = Only("lot", MINUTE, "lot", "1")
    figure = Cap("figure", MINUTE, budget("10.00"), where={"lot": "1"})
    contract = Contract("c", value=stated("10.01"))
    assert asked(contract, figure, lot, MORE) == "exceeds"
    assert asked(Contract("c", value=stated("10.00")), figure, lot, MORE) == "within"
    under = Authority("a", MINUTE, [SPEND], (figure, lot, MORE))
    (found,) = judge(Proposal(SPEND, contract), under=under).unmet
    assert found.note.endswith("; of the only lot that the words allow")


def test_a_register_is_judged_alike() -> None:
    under = Authority("a", MINUTE, [AWARD], (OF_IT, DAYS, MORE))
    award = Proposal(AWARD, OVER, on=date(2022, 5, 1))
    assert [label(verdict) for verdict in judge_register([award], under=under)] == ["exceeds"]


def test_what_is_too_much_by_its_own_words_is_said_once() -> None:
    two = [Line(stated("428070.01"), {"year": "2022/23"}), Line(stated("1.00"))]
    under = Authority("a", MINUTE, [SPEND], (OF_IT, DAYS, MORE))
    found = judge(Proposal(SPEND, Contract("c", amounts=two)), under=under).unmet
    assert len(found) == 1


LOT_1: Final = Only("lot", MINUTE, "lot", "1")
TEN_OF_LOT: Final = Cap("figure", MINUTE, budget("10.00"), where={"lot": "1"})
TEN_EACH: Final = Cap("figure", MINUTE, budget("10.00"), per=("year", "lot"))


@pytest.mark.parametrize(("pounds", "answer"), [("10.00", "within"), ("10.01", "exceeds")])
@pytest.mark.parametrize(
    "words",
    [
        (TEN_EACH, LOT_1, ONLY, MORE),
        (attrs.evolve(TEN_OF_LOT, per=("year",)), ONLY, LOT_1, MORE),
    ],
)
def test_what_states_neither_is_of_the_only_year_and_lot(
    words: tuple[Clause, ...], pounds: str, answer: str
) -> None:
    assert asked(Contract("c", value=stated(pounds)), *words) == answer
    assert asked(Contract("c", value=stated(pounds), tags={"lot": "1"}), *words) == answer


@pytest.mark.parametrize(("pounds", "answer"), [("10.00", "within"), ("10.01", "exceeds")])
@pytest.mark.parametrize(
    "limits",
    [
        (Only("lots", MINUTE, "lot", ("1", "2")), LOT_1),
        (Only("lots", MINUTE, "lot", ("3", "1")), Only("others", MINUTE, "lot", ("1", "2"))),
    ],
)
def test_what_all_words_allow_is_the_only_lot_in_whatever_order_they_stand(
    limits: tuple[Clause, ...], pounds: str, answer: str
) -> None:
    contract = Contract("c", value=stated(pounds))
    assert asked(contract, TEN_OF_LOT, MORE, *limits) == answer
    assert asked(contract, *limits[::-1], MORE, TEN_OF_LOT) == answer


def test_an_open_end_does_not_hide_the_only_year() -> None:
    from_day = Window("from", MINUTE, date(2020, 4, 1))
    for limits in ((from_day, ONLY), (ONLY, from_day)):
        assert asked(OVER, OF_EACH, MORE, *limits) == "exceeds"


@pytest.mark.parametrize("figure", [OF_IT, OF_EACH])
def test_what_was_used_and_states_no_year_may_be_all_of_the_only_one(figure: Cap) -> None:
    under = Authority("a", MINUTE, [AWARD], [figure, DAYS, MORE])
    made = [
        Proposal(AWARD, Contract(name, value=stated(pounds)), on=date(2022, 5, 1), sequence=number)
        for number, (name, pounds) in enumerate(
            [("a", "428000.00"), ("b", "70.00"), ("c", "0.01"), ("d", "428070.01")]
        )
    ]
    answers = [label(each) for each in judge_register(made, under=under)]
    assert answers == ["within", "within", "undetermined", "exceeds"]


@pytest.mark.parametrize(
    ("pounds", "answer"), [("214035.00", "met"), ("214035.01", "undetermined")]
)
@pytest.mark.parametrize("figure", [OF_IT, OF_EACH])
def test_of_two_of_one_day_that_fit_only_alone_each_is_open(
    figure: Cap, pounds: str, answer: str
) -> None:
    under = Authority("a", MINUTE, [AWARD], [figure, DAYS, MORE])
    made = [
        Proposal(AWARD, Contract(name, value=stated(pounds)), on=date(2022, 5, 1)) for name in "ab"
    ]
    for each in judge_register(made, under=under):
        assert str(each.as_asked) == answer
        titles = {finding.title for finding in each.findings}
        assert ("Order of the awards" in titles) is (answer == "undetermined")
