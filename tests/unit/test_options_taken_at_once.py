"""Two options taken at once and priced together: their figures bind as one."""

from __future__ import annotations

from typing import Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Step, Steps, Taken
from carerslib.contracts import Contract
from carerslib.periods import Term

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIFTY: Final = Step(YEAR, clauses=Cap("fifty", MINUTE, Figure.pounds("50.00")))
SEVENTY: Final = Step(YEAR, clauses=Cap("seventy", MINUTE, Figure.pounds("70.00")))
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))


def answered(pounds: str, *steps: Step, first: int = 1, times: int = 2) -> str:
    options = Steps("options", MINUTE, steps)
    under = Authority("a", MINUTE, [AWARD, EXTEND], (TOTAL, options))
    takes = Taken(first, times, Term(years=times))
    return label(
        judge(Proposal(EXTEND, Contract("c", value=stated(pounds)), takes=takes), under=under)
    )


@pytest.mark.parametrize(
    ("pounds", "answer"),
    [
        ("50.00", "within"),
        ("50.01", "undetermined"),
        ("120.00", "undetermined"),
        ("120.01", "exceeds"),
    ],
)
def test_what_they_cost_together_is_held_against_both_figures(pounds: str, answer: str) -> None:
    assert answered(pounds, FIFTY, SEVENTY) == answer


@pytest.mark.parametrize(
    ("pounds", "answer"),
    [("50.00", "within"), ("50.01", "undetermined"), ("500.00", "undetermined")],
)
def test_a_step_with_no_figure_may_hold_the_rest(pounds: str, answer: str) -> None:
    assert answered(pounds, FIFTY, Step(YEAR)) == answer


def test_steps_with_no_figures_bind_nothing() -> None:
    assert answered("500.00", Step(YEAR), Step(YEAR)) == "within"


@pytest.mark.parametrize(("pounds", "answer"), [("50.00", "within"), ("50.01", "exceeds")])
def test_one_alone_is_held_against_its_own(pounds: str, answer: str) -> None:
    assert answered(pounds, FIFTY, SEVENTY, times=1) == answer
