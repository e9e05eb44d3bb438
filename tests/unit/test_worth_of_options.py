"""What an option may cost is asked when it is offered, and not only when it is taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, judge, judge_each
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Length, Of, Precondition, Step, Steps, Taken
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.verdicts import Remedy, Result

if TYPE_CHECKING:
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIRM: Final = Length("firm", MINUTE, Term(years=3), of="firm")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900000.00"))
SECOND: Final = Cap("second", MINUTE, Figure.pounds("100000.00"))
OPTIONS: Final = Steps("options", MINUTE, [YEAR, Step(YEAR, clauses=SECOND)])


def award(*pounds: str | None) -> Proposal:
    options = [Option(YEAR, None if each is None else stated(each)) for each in pounds]
    contract = Contract("c", term=Term(years=3), value=stated("300000.00"), options=options)
    return Proposal(AWARD, contract)


def found(proposal: Proposal, steps: Steps = OPTIONS) -> Verdict:
    return judge(proposal, under=Authority("a", MINUTE, (AWARD, EXTEND), (FIRM, steps, TOTAL)))


@pytest.mark.parametrize(
    ("pounds", "answer"),
    [("99999.99", "within"), ("100000.00", "within"), ("100000.01", "exceeds")],
)
def test_the_second_option_may_not_be_dearer_than_its_own_figure(pounds: str, answer: str) -> None:
    assert label(found(award("200000.00", pounds))) == answer


def test_the_nearest_that_would_do_is_of_that_option() -> None:
    (finding,) = found(award("1.00", "100000.01")).unmet
    assert finding.title == "Value, option 2"
    nearest, less = Money.pounds("100000.00"), Money.pounds("0.01")
    assert finding.remedy == Remedy("options[1].value", nearest, "reduce by", less)


def test_the_figure_is_not_for_the_firm_term_or_for_another_option() -> None:
    assert label(found(award("500000.00"))) == "within"
    assert label(found(award())) == "within"


def test_what_the_option_costs_is_open_where_it_is_not_stated() -> None:
    assert found(award("1.00", None)).result is Result.UNDETERMINED


def test_a_condition_on_the_option_waits_until_it_is_taken_up() -> None:
    agreed = Precondition("agreed", MINUTE, "performance")
    number = Cap("number", MINUTE, Figure(0), of=Of.COUNT)
    steps = Steps("options", MINUTE, [Step(YEAR, clauses=(agreed, number))])
    assert label(found(award("1.00"), steps)) == "within"


def test_options_that_may_be_cut_up_are_of_no_one_step() -> None:
    steps = Steps("options", MINUTE, OPTIONS.steps, in_parts=True)
    assert label(found(award("1.00", "100000.01"), steps)) == "within"


def test_it_is_asked_again_when_the_option_is_taken_up() -> None:
    for pounds, answer in (("100000.00", "within"), ("100000.01", "exceeds")):
        contract = Contract("c", value=stated(pounds))
        taking = Proposal(EXTEND, contract, takes=Taken(2, 1, YEAR))
        under = Authority("a", MINUTE, (AWARD, EXTEND), (OPTIONS, TOTAL))
        first = Proposal(EXTEND, Contract("c", value=stated("0.00")), takes=Taken(1, 1, YEAR))
        assert label([*judge_each([first, taking], under=under)][-1]) == answer


def test_in_a_register_each_award_is_asked_alike() -> None:
    made = [award("1.00", "100000.00"), award("1.00", "100000.01")]
    under = Authority("a", MINUTE, AWARD, (FIRM, OPTIONS, TOTAL))
    results = [label(each) for each in judge_each(made, under=under)]
    assert results == ["within", "exceeds"]


@pytest.mark.parametrize(("pounds", "answer"), [("10.00", "within"), ("10.01", "exceeds")])
def test_one_option_that_is_taken_uses_nothing_of_the_figure_for_another(
    pounds: str, answer: str
) -> None:
    ten = [Cap(each, MINUTE, Figure.pounds("10.00")) for each in ("first", "second")]
    steps = Steps("options", MINUTE, [Step(YEAR, clauses=each) for each in ten])
    made = [
        Proposal(
            EXTEND,
            Contract("c", value=stated(each)),
            takes=Taken(number, 1, YEAR),
            reference=f"option {number}",
        )
        for number, each in ((1, "10.00"), (2, pounds))
    ]
    under = Authority("a", MINUTE, EXTEND, (steps, TOTAL))
    assert [label(each) for each in judge_each(made, under=under)] == ["within", answer]
