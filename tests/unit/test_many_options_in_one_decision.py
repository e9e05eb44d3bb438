"""More options than orders are tried of, exercised on one day: each is of its own contract."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge_register
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Length, Step, Steps, Taken
from carerslib.contracts import Contract, Option
from carerslib.periods import Term

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
DAY: Final = date(2025, 2, 1)
STEPS: Final = Steps(
    "steps", MINUTE, [Step(YEAR, clauses=[Cap("each", MINUTE, Figure.pounds("10.00"))]), Step(YEAR)]
)
FIRM: Final = Length("firm", MINUTE, YEAR, of="firm")


def words(total: str) -> Authority:
    cap = Cap("total", MINUTE, Figure.pounds(total))
    return Authority("a", MINUTE, [AWARD, EXTEND], [STEPS, FIRM, cap])


def contract(number: int, option: str = "10.00", options: int = 1) -> Contract:
    offered = [Option(YEAR, stated(option))] * options
    return Contract(
        f"c{number}", date(2024, 4, 1), term=YEAR, value=stated("5.00"), options=offered
    )


def exercised(count: int, total: str, *more: Proposal) -> list[str]:
    made = [Proposal(AWARD, contract(number)) for number in range(count)]
    under, used = words(total), Used()
    for each in made:
        used = used.after(each, under=under)
    taken = [Proposal.exercising(each.contract, on=DAY) for each in made]
    given = [attrs.evolve(each, reference=f"t{n}") for n, each in enumerate(taken)]
    verdicts = judge_register([*given, *more], under=under, used=used)
    return [str(each.result) for each in verdicts]


@pytest.mark.parametrize("count", [5, 6, 7])
def test_options_of_as_many_contracts_are_each_settled(count: int) -> None:
    total = str(15 * count)
    assert exercised(count, f"{total}.00") == ["met"] * count
    # the options were counted with the awards, which are above the total together
    assert exercised(count, f"{15 * count - 1}.99") == ["not met"] * count


@pytest.mark.parametrize("count", [6, 7])
def test_an_option_above_its_step_is_outside_and_the_others_are_not(count: int) -> None:
    dear = Proposal(EXTEND, Contract("d", value=stated("10.01")), takes=Taken(1, term=YEAR), on=DAY)
    plain = attrs.evolve(dear, contract=Contract("d", value=stated("10.00")), reference="d")
    assert exercised(count, "900.00", dear) == ["met"] * count + ["not met"]
    assert exercised(count, "900.00", plain) == ["met"] * count + ["met"]


def test_two_options_of_one_contract_taken_on_one_day_stay_open() -> None:
    first = Proposal(EXTEND, Contract("d", value=stated("9.00")), "x", DAY, takes=Taken(term=YEAR))
    later = attrs.evolve(first, reference="later")
    assert exercised(6, "900.00", first, later) == ["met"] * 6 + ["undetermined"] * 2
