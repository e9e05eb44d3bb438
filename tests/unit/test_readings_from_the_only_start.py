"""Words that can be read in several ways, beside the one day on which a contract may start."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    Either,
    Figure,
    For,
    Holder,
    Length,
    Reading,
    Readings,
    Start,
    Window,
)
from carerslib.contracts import Contract
from carerslib.periods import ByYear, Term
from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "18 months, to 30 November")
START: Final = Start("start", MINUTE, date(2022, 7, 1), date(2022, 7, 1))
EARLIER: Final = Start("start", MINUTE, date(2022, 6, 1), date(2022, 7, 1))
LENGTH: Final = Length("length", MINUTE, Term(months=18))
UNTIL: Final = Window("until", MINUTE, None, date(2023, 11, 30))
READ: Final = Readings("read", MINUTE, [Reading("18 months", LENGTH), Reading("to a day", UNTIL)])
EITHER: Final = Either("either", MINUTE, READ.readings)
VALUE: Final = Cap("value", MINUTE, Figure.pounds("9.00"))


def found(contract: Contract, *clauses: Clause) -> Verdict:
    return judge(Proposal(AWARD, contract), under=Authority("a", MINUTE, [AWARD], clauses))


def months(number: int, days: int = 0) -> Contract:
    return Contract("c", term=Term(months=number, days=days))


def until(*last: int) -> Contract:
    return Contract("c", last_day=date(*last))


@pytest.mark.parametrize(
    ("contract", "answer"),
    [
        (months(16, 29), "within"),
        (months(17), "within"),
        (months(17, 1), "ambiguous"),
        (months(18), "ambiguous"),
        (months(18, 1), "exceeds"),
        (months(19), "exceeds"),
        (until(2023, 11, 30), "within"),
        (until(2023, 12, 1), "ambiguous"),
        (until(2023, 12, 31), "ambiguous"),
        (until(2024, 1, 1), "exceeds"),
    ],
)
def test_an_end_is_held_against_each_reading_from_the_day_of_the_start(
    contract: Contract, answer: str
) -> None:
    assert label(found(contract, START, READ)) in {answer, "out_of_period"} - (
        set() if answer == "exceeds" else {"out_of_period"}
    )


@pytest.mark.parametrize(("number", "fits"), [(17, True), (18, True), (19, False)])
def test_either_of_several_is_enough_from_that_day(number: int, *, fits: bool) -> None:
    assert label(found(months(number), START, EITHER)) in (
        {"within"} if fits else {"exceeds", "out_of_period"}
    )


@pytest.mark.parametrize(("lot", "answer"), [("1", "ambiguous"), ("2", "within"), ("", "within")])
def test_words_for_some_are_held_only_against_those(lot: str, answer: str) -> None:
    some = For("some", MINUTE, {"lot": "1"}, READ)
    long = Length("long", MINUTE, Term(years=5))
    contract = attrs.evolve(months(18), tags={"lot": lot} if lot else {})
    assert label(found(contract, START, long, some)) == answer


def test_with_more_than_one_day_to_start_on_it_may_be_inside_both() -> None:
    assert label(found(months(18), EARLIER, READ)) == "within"
    assert label(found(months(17), EARLIER, READ)) == "within"


def test_what_is_too_long_as_stated_is_told_once() -> None:
    both = Readings("read", MINUTE, [Reading("a", LENGTH), Reading("b", [LENGTH, UNTIL])])
    rules = [each.rule for each in found(months(19), START, both).unmet]
    assert rules == ["length", "length"]


@pytest.mark.parametrize(
    ("pounds", "answer"), [("8.99", "within"), ("9.00", "within"), ("9.01", "exceeds")]
)
def test_yearly_figures_inside_words_are_held_from_that_day_as_well(
    pounds: str, answer: str
) -> None:
    yearly = Cap("yearly", MINUTE, Figure.pounds("9.00"), per=("contract year",))
    other = attrs.evolve(yearly, reference="other")
    read = Readings("read", MINUTE, [Reading("a", yearly), Reading("b", other)])
    contract = Contract("c", by_year=ByYear.of({"2022/23": stated(pounds)}))
    assert label(found(contract, START, LENGTH, read)) == answer


def test_what_was_used_before_is_told_by_the_words_themselves() -> None:
    figures = [Cap(each, MINUTE, Figure.pounds(each)) for each in ("9.00", "10.00")]
    read = Readings("read", MINUTE, [Reading(each.reference, each) for each in figures])
    under = Authority("a", MINUTE, [AWARD], [START, LENGTH, read])
    contract = Contract("c", term=Term(months=1), value=stated("1.00"))
    for before, answer in (("8.00", "within"), ("8.01", "ambiguous"), ("9.01", "exceeds")):
        used = Used().after(Proposal(AWARD, Contract("b", value=stated(before))), under=under)
        assert label(judge(Proposal(AWARD, contract), under=under, used=used)) == answer


def test_a_price_is_no_end() -> None:
    assert label(found(Contract("c", value=stated("9.00")), START, READ, VALUE)) == "within"


def test_what_is_open_beside_what_was_used_is_not_told_again_from_that_day() -> None:
    yearly = Cap("yearly", MINUTE, Figure.pounds("9.00"), per=("year",))
    cabinet = Holder("cabinet", MINUTE, "cabinet")
    either = Either("either", MINUTE, [Reading("a", yearly), Reading("b", cabinet)])
    under = Authority("a", MINUTE, [AWARD], [START, LENGTH, either])
    contract = Contract("c", term=Term(months=1), value=stated("1.00"))
    for before, answer in (("8.00", "within"), ("8.01", "undetermined")):
        used = Used().after(Proposal(AWARD, Contract("b", value=stated(before))), under=under)
        verdict = judge(Proposal(AWARD, contract, "director"), under=under, used=used)
        assert label(verdict) == answer
        assert "From the day on which the words let it start" not in {
            part.title for part in verdict.parts if isinstance(part, Verdict)
        }
