"""A least figure for a contract, where an extension states the price of an option alone."""

from __future__ import annotations

from typing import Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Power, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Figure, Floor, Steps, Taken
from carerslib.contracts import Contract, Option
from carerslib.periods import Term
from carerslib.verdicts import Result

MINUTE: Final = Citation.record("An invented council, cabinet", "each at least £20")
YEAR: Final = Term(years=1)
STEPS: Final = Steps("steps", MINUTE, [YEAR])
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))
LEAST: Final = Figure.pounds("20.00")
EACH: Final = Floor("least", MINUTE, LEAST, per=("contract",))
IN_ALL: Final = Floor("least", MINUTE, LEAST)
OF_OPTIONS: Final = Floor("least", MINUTE, LEAST, where={"part": "options"})
OF_ONE: Final = Floor("least", MINUTE, LEAST, where={"option": "1"})


def found(contract: Contract, clause: Clause, power: Power = EXTEND) -> tuple[str, Result]:
    under = Authority("a", MINUTE, [AWARD, EXTEND], [clause, TOTAL, STEPS])
    takes = Taken(1, 1, YEAR) if power == EXTEND else None
    used = Used().after(Proposal(AWARD, Contract("c", value=stated("100.00"))), under=under)
    verdict = judge(Proposal(power, contract, takes=takes), under=under, used=used)
    (least,) = [each for each in verdict.findings if each.rule == "least"]
    return label(verdict), least.result


@pytest.mark.parametrize(
    ("pounds", "result"),
    [
        ("19.99", Result.UNDETERMINED),
        ("20.00", Result.MET),
        ("20.01", Result.MET),
    ],
)
@pytest.mark.parametrize("floor", [EACH, IN_ALL])
def test_the_price_of_an_option_is_not_all_that_the_contract_is_worth(
    floor: Floor, pounds: str, result: Result
) -> None:
    assert found(Contract("c", value=stated(pounds)), floor) == ("within", result)


@pytest.mark.parametrize(
    ("pounds", "answer", "result"),
    [
        ("19.99", "below_minimum", Result.NOT_MET),
        ("20.00", "within", Result.MET),
        ("20.01", "within", Result.MET),
    ],
)
class TestWhatIsAsked:
    @pytest.mark.parametrize("floor", [OF_OPTIONS, OF_ONE])
    def test_a_floor_for_the_options_is_for_that_price(
        self, floor: Floor, pounds: str, answer: str, result: Result
    ) -> None:
        assert found(Contract("c", value=stated(pounds)), floor) == (answer, result)

    def test_a_contract_stated_with_its_options_is_worth_what_it_says(
        self, pounds: str, answer: str, result: Result
    ) -> None:
        priced = {"19.99": "9.99", "20.00": "10.00", "20.01": "10.01"}[pounds]
        offering = Contract("c", value=stated(priced), options=[Option(YEAR, stated("10.00"))])
        assert found(offering, EACH) == (answer, result)

    def test_an_award_is_worth_what_it_says(self, pounds: str, answer: str, result: Result) -> None:
        assert found(Contract("d", value=stated(pounds)), EACH, AWARD) == (answer, result)
