"""A day or a length in a step is that of its own option: a later one does not make it late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    EventBound,
    Figure,
    For,
    Length,
    Step,
    Steps,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
SIX: Final = Term(months=6)
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("1000.00"))
BY_MARCH: Final = Window("window", MINUTE, last=date(2026, 3, 31))
BY_THE_EVENT: Final = EventBound("event", MINUTE, "new framework", on=date(2026, 3, 31))
TWO_YEARS: Final = Length("length", MINUTE, Term(months=24))
AFTER: Final = {BY_MARCH: "out_of_period", BY_THE_EVENT: "out_of_period", TWO_YEARS: "exceeds"}
TAGS: Final = {"lot": "1"}


def step(*clauses: Clause) -> Step:
    # which is asked here is what the clauses say, and not how long an option may be
    return Step(Term(months=12), clauses=clauses)


def authority(*steps: Step, in_parts: bool = False) -> Authority:
    options = Steps("options", MINUTE, steps, in_parts=in_parts)
    return Authority("a", MINUTE, [AWARD, EXTEND], [TOTAL, options])


def contract(firm_to: date, *options: Option) -> Contract:
    return Contract(
        "hub", date(2024, 4, 1), firm_to, value=stated("1.00"), options=options, tags=TAGS
    )


def offering(*terms: Term, firm_to: date = date(2025, 9, 30)) -> Contract:
    return contract(firm_to, *(Option(term, stated("1.00")) for term in terms))


def taking(made: Contract, under: Authority, times: int = 1) -> str:
    return label(judge(Proposal.exercising(made, times=times), under=under))


@pytest.mark.parametrize("clause", AFTER)
def test_the_first_option_may_go_on_to_its_own_last_day_though_a_second_is_offered(
    clause: Clause,
) -> None:
    under = authority(step(clause), step())
    day_less, day_more = Term(months=5, days=30), Term(months=6, days=1)
    assert taking(offering(day_less, SIX), under) == "within"
    assert taking(offering(SIX, SIX), under) == "within"
    assert taking(offering(day_more, SIX), under) == AFTER[clause]


@pytest.mark.parametrize("clause", AFTER)
def test_so_it_is_where_the_option_goes_on_to_a_day(clause: Clause) -> None:
    under = authority(step(clause), step())
    for last, answer in ((30, "within"), (31, "within"), (32, AFTER[clause])):
        until = date(2026, 3, last) if last < 32 else date(2026, 4, 1)
        made = contract(date(2025, 9, 30), Option(last_day=until, value=stated("1.00")))
        assert taking(made, under) == answer
        second = Option(SIX, stated("1.00"))
        assert taking(contract(date(2025, 9, 30), *made.options, second), under) == answer


@pytest.mark.parametrize("clause", AFTER)
def test_the_second_option_is_held_against_the_days_of_its_own_step(clause: Clause) -> None:
    under = authority(step(), step(clause))
    first = Proposal.exercising(offering(Term(months=3), Term(months=3), SIX)).contract
    assert taking(first, under) == "within"
    later = Proposal.exercising(offering(Term(months=3), Term(months=3, days=1), SIX)).contract
    assert taking(later, under) == AFTER[clause]


@pytest.mark.parametrize("clause", AFTER)
def test_of_two_taken_at_once_each_is_held_against_its_own_days(clause: Clause) -> None:
    assert taking(offering(SIX, SIX), authority(step(clause), step()), 2) == "within"
    assert taking(offering(SIX, SIX), authority(step(), step(clause)), 2) == AFTER[clause]


@pytest.mark.parametrize("clause", AFTER)
def test_options_that_are_cut_up_end_with_the_last_part_that_is_taken(clause: Clause) -> None:
    under = authority(step(clause), in_parts=True)
    three = Term(months=3)
    assert taking(offering(three, three, SIX), under) == "within"
    assert taking(offering(three, three, SIX), under, 2) == "within"
    assert taking(offering(three, three, Term(days=1)), under, 3) == AFTER[clause]


@pytest.mark.parametrize("clause", AFTER)
def test_so_it_is_of_words_for_one_lot(clause: Clause) -> None:
    inside = authority(step(For("one", MINUTE, TAGS, clause)), step())
    options = Steps("options", MINUTE, [step(clause), step()])
    around = Authority("a", MINUTE, EXTEND, [TOTAL, For("one", MINUTE, TAGS, options)])
    for under in (inside, around):
        assert taking(offering(SIX, SIX), under) == "within"
        assert taking(offering(Term(months=6, days=1), SIX), under) == AFTER[clause]


@pytest.mark.parametrize("clause", AFTER)
def test_days_outside_the_steps_are_those_of_the_whole(clause: Clause) -> None:
    options = Steps("options", MINUTE, [step(), step()])
    under = Authority("a", MINUTE, EXTEND, [TOTAL, options, clause])
    assert taking(offering(SIX, SIX), under) == AFTER[clause]


@pytest.mark.parametrize(
    ("months", "answer"), [(5, "exceeds"), (6, "undetermined"), (11, "undetermined")]
)
def test_with_no_firm_length_it_is_as_long_at_least_as_the_option_that_is_taken(
    months: int, answer: str
) -> None:
    length = Length("length", MINUTE, Term(months=months))
    made = Contract("hub", value=stated("1.00"), options=[Option(SIX, stated("1.00"))] * 2)
    assert taking(made, authority(step(length), step())) == answer
