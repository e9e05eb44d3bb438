"""An amount of the firm part is of no option, and one of an option is of the options."""

from __future__ import annotations

from typing import Final

import attrs
import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, EXTEND, RULES, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Length, Line, Step, Steps, Taken
from carerslib.contracts import COUNTS_OPTIONS, Contract, Option
from carerslib.periods import Term

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
CLAUSES: Final = (Length("firm", MINUTE, YEAR, of="firm"), Steps("steps", MINUTE, [YEAR, YEAR]))


def answer(figure: str, where: dict[str, str], *amounts: dict[str, str], options: int = 2) -> str:
    lines = [Line(stated("100.00"), each) for each in amounts]
    contract = Contract("c", term=YEAR, amounts=lines, options=[Option(YEAR)] * options)
    total = Cap("total", MINUTE, Figure.pounds("900.00"))
    part = Cap("part", MINUTE, Figure.pounds(figure), where=where)
    under = Authority("a", MINUTE, AWARD, (*CLAUSES, total, part))
    return str(judge(Proposal(AWARD, contract), under=under).result)


@pytest.mark.parametrize(("figure", "expected"), [("99.99", "not met"), ("100.00", "met")])
def test_an_amount_of_an_option_counts_against_the_figure_for_the_options(
    figure: str, expected: str
) -> None:
    amounts = ({"lot": "1", "part": "firm"}, {"lot": "1", "option": "1"})
    assert answer(figure, {"part": "options"}, *amounts) == expected
    assert answer(figure, {"part": "firm"}, *amounts) == expected
    assert answer(figure, {"option": "1"}, *amounts) == expected
    assert answer("0.00", {"option": "2"}, *amounts) == "met"


@pytest.mark.parametrize("part", ["firm", "uplift"])
def test_an_amount_of_the_firm_part_or_the_uplift_is_of_no_option(part: str) -> None:
    assert answer("0.00", {"option": "1"}, {"part": part}) == "met"
    assert answer("99.99", {"option": "none"}, {"part": part}) == "not met"


def test_an_amount_of_some_option_may_be_of_either() -> None:
    assert answer("100.00", {"option": "1"}, {"part": "options"}) == "met"
    assert answer("99.99", {"option": "1"}, {"part": "options"}) == "undetermined"


def test_the_firm_part_has_the_amounts_that_say_so_alone() -> None:
    lines = [Line(stated("1.00"), {"part": "firm"}), Line(stated("2.00"), {"option": "1"})]
    contract = Contract("c", term=YEAR, amounts=lines, options=[Option(YEAR)])
    assert [line.price for line in contract.firm.lines] == [stated("1.00")]


def test_an_extension_may_say_by_its_amount_which_option_it_is_of() -> None:
    amounts = [Line(stated("100.00"), {"option": "1"})]
    taken = Proposal(EXTEND, Contract("c", amounts=amounts), takes=Taken(1, term=YEAR))
    for figure, expected in (("99.99", "not met"), ("100.00", "met")):
        cap = Cap("options", MINUTE, Figure.pounds(figure), where={"part": "options"})
        total = Cap("total", MINUTE, Figure.pounds("900.00"))
        under = Authority("a", MINUTE, EXTEND, (*CLAUSES, cap, total))
        assert str(judge(taken, under=under).result) == expected


@pytest.mark.parametrize(
    ("firm", "option", "expected"),
    [
        ("99.99", "49.99", "met"),
        ("100.00", "50.00", "met"),
        ("100.01", "50.00", "not met"),
        ("100.00", "50.01", "not met"),
    ],
)
def test_where_there_is_one_option_an_amount_of_the_options_is_of_that(
    firm: str, option: str, expected: str
) -> None:
    lines = [Line(stated(firm), {"part": "firm"}), Line(stated(option), {"part": "options"})]
    contract = Contract("c", term=YEAR, amounts=lines, options=[Option(YEAR)])
    most = Cap("most", MINUTE, Figure.pounds("100.00"), where={"part": "firm"})
    step = Step(YEAR, clauses=[Cap("step", MINUTE, Figure.pounds("50.00"))])
    steps = (CLAUSES[0], most, Steps("steps", MINUTE, [step]))
    first = (
        CLAUSES[0],
        most,
        Steps("steps", MINUTE, [YEAR]),
        Cap("first", MINUTE, Figure.pounds("50.00"), where={"option": "1"}),
    )
    for clauses in (steps, first):
        under = Authority("a", MINUTE, AWARD, clauses)
        assert str(judge(Proposal(AWARD, contract), under=under).result) == expected


def test_where_one_of_two_options_is_exercised_an_amount_of_both_may_be_of_the_other() -> None:
    lines = [Line(stated("1.00"), {"part": "firm"}), Line(stated("50.01"), {"part": "options"})]
    contract = Contract("c", term=YEAR, amounts=lines, options=[Option(YEAR)] * 2, taken=1)
    counts = RULES.basis(conventions={COUNTS_OPTIONS.name: "as exercised"})
    total = Cap("total", MINUTE, Figure.pounds("900.00"))
    first = Cap("first", MINUTE, Figure.pounds("50.00"), where={"option": "1"})
    under = Authority("a", MINUTE, AWARD, (*CLAUSES, total, first))
    asked = Proposal(AWARD, contract)
    assert str(judge(asked, under=under, basis=counts).result) == "undetermined"
    alone = attrs.evolve(contract, options=[Option(YEAR)])
    asked = Proposal(AWARD, alone)
    assert str(judge(asked, under=under, basis=counts).result) == "not met"
