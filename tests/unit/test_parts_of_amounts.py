"""An amount of the firm part is of no option, and one of an option is of the options."""

from __future__ import annotations

from typing import Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Length, Line, Steps, Taken
from carerslib.contracts import Contract, Option
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
