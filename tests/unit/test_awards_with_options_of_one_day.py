"""Awards and their own options, all of one day and without numbers: an option follows its award."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest
from tests.scenarios.kit import stated

from carerslib.awards import (
    AWARD,
    EXTEND,
    MODIFY,
    Authority,
    Proposal,
    Used,
    headroom,
    judge,
    judge_register,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    Length,
    Of,
    Reading,
    Step,
    Steps,
    Taken,
    Unlimited,
)
from carerslib.contracts import Contract, Option
from carerslib.money import ZERO
from carerslib.periods import Term

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
DAY: Final = date(2024, 4, 1)
FIRM: Final = Length("firm", MINUTE, YEAR, of="firm")
OWN: Final = Cap("each", MINUTE, Figure.pounds("10.00"))
STEPS: Final = Steps("steps", MINUTE, [Step(YEAR, clauses=[OWN])])
MET, NOT_MET, OPEN = "met", "not met", "undetermined"


def words(total: str) -> Authority:
    cap = Cap("total", MINUTE, Figure.pounds(total))
    return Authority("a", MINUTE, [AWARD, EXTEND, MODIFY], [STEPS, FIRM, cap])


def award(name: str, option: str = "10.00") -> Proposal:
    options = [Option(YEAR, stated(option))]
    return Proposal(
        AWARD, Contract(name, DAY, term=YEAR, value=stated("5.00"), options=options), on=DAY
    )


def exercise(made: Proposal) -> Proposal:
    return Proposal.exercising(made.contract, on=DAY, reference=f"{made.reference}, option")


def change(made: Proposal, pounds: str) -> Proposal:
    contract = attrs.evolve(made.contract, value=stated(pounds))
    name = f"{made.reference}, changed"
    return Proposal(MODIFY, contract, on=DAY, reference=name, changes=made.contract.reference)


def with_options(count: int) -> list[Proposal]:
    made = [award(f"c{number}") for number in range(count)]
    return [*made, *(exercise(each) for each in reversed(made))]


def results(made: list[Proposal], total: str) -> list[str]:
    under = words(total)
    found = [str(each.result) for each in judge_register(made, under=under)]
    turned = [str(each.result) for each in judge_register(made[::-1], under=under)]
    assert turned == found[::-1]
    return found


@pytest.mark.parametrize("count", [1, 2, 3, 4, 20])
@pytest.mark.parametrize("pence", ["00", "01"])
def test_what_fits_in_any_order_is_within(count: int, pence: str) -> None:
    assert results(with_options(count), f"{15 * count}.{pence}") == [MET] * 2 * count


@pytest.mark.parametrize("count", [2, 3, 4])
def test_what_fits_only_in_some_orders_is_open_and_says_so(count: int) -> None:
    made, under = with_options(count), words(f"{15 * count - 1}.99")
    verdicts = judge_register(made, under=under)
    assert [str(each.result) for each in verdicts] == [OPEN] * 2 * count
    for each in verdicts:
        assert "Order of the awards" in {finding.title for finding in each.findings}


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_what_fits_in_no_order_is_outside(count: int) -> None:
    assert results(with_options(count), "14.99") == [NOT_MET] * 2 * count


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("pounds", "answer"), [("10.00", MET), ("10.01", NOT_MET)])
def test_an_option_above_its_own_figure_is_outside_and_the_others_are_not(
    count: int, pounds: str, answer: str
) -> None:
    dear = award("dear", pounds)
    found = results([*with_options(count), dear, exercise(dear)], "900.00")
    assert found == [*[MET] * 2 * count, answer, answer]


@pytest.mark.parametrize(
    ("total", "answer"),
    [
        # too much by itself, whatever comes before it
        ("104.99", NOT_MET),
        ("105.00", OPEN),
        ("164.99", OPEN),
        ("165.00", MET),
    ],
)
def test_a_change_takes_the_place_of_its_award(total: str, answer: str) -> None:
    first = award("changed")
    made = [*with_options(3), first, award("last"), change(first, "95.00")]
    assert results(made, total)[-1] == answer


def test_two_changes_of_one_contract_stay_open_beside_pairs_that_are_settled() -> None:
    first = award("twice")
    made = [*with_options(3), first, change(first, "6.00"), exercise(first)]
    assert results(made, "900.00") == [*[MET] * 7, OPEN, OPEN]


def test_what_is_left_and_what_comes_later_is_as_in_any_order() -> None:
    made, under = with_options(4), words("75.00")
    later = attrs.evolve(award("later"), on=date(2024, 4, 2), reference="later")
    *_, verdict = judge_register([later, *made][::-1], under=under)
    assert str(verdict.result) == MET
    assert judge(later, under=under, used=Used().after(*made, under=under)).is_met
    used = Used().after(*made, later, under=under)
    assert [each.left for each in headroom(under, used) if each.clause == "total"] == [ZERO]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_an_extension_of_no_stated_amount_is_as_open_beside_many_of_one_day(count: int) -> None:
    nothing = Figure.pounds("0.00")
    all_lots = Cap("all lots", MINUTE, nothing)
    others = Cap("but lot 2", MINUTE, nothing, without={"lot": "2"})
    either = Either("either", MINUTE, [Reading("for all", all_lots), Reading("or not", others)])
    free = [Unlimited(what, MINUTE, what) for what in ("amount", "period")]
    under = Authority("a", MINUTE, [AWARD, EXTEND], [either, *free])

    def extension(name: str, lot: str) -> Proposal:
        contract = Contract(name, tags={"lot": lot})
        return Proposal(EXTEND, contract, takes=Taken(None, 1, YEAR), on=DAY, reference=f"{name}+")

    made = [extension("another", "2")]
    for name in "ABC"[:count]:
        contract = Contract(name, DAY, term=YEAR, value=stated("0.00"), tags={"lot": "1"})
        made += [Proposal(AWARD, contract, on=DAY), extension(name, "1")]
    for each in (made, made[::-1]):
        verdicts = dict(zip(each, judge_register(each, under=under), strict=True))
        assert str(verdicts[made[0]].result) == OPEN


@pytest.mark.parametrize("count", [0, 3])
def test_beside_a_change_of_what_is_not_counted_less_may_be_used_whatever_comes_first(
    count: int,
) -> None:
    none = Cap("none", MINUTE, Figure(0), where={"lot": "1"}, of=Of.COUNT)
    free = [Unlimited(what, MINUTE, what) for what in ("amount", "period")]
    under = Authority("a", MINUTE, [AWARD, EXTEND], [none, *free])

    def extension(name: str, reference: str, **changed: str) -> Proposal:
        option = Contract(name, value=stated("0.00"), tags={"lot": "1"})
        taken = Taken(None, 1, YEAR)
        return Proposal(EXTEND, option, takes=taken, on=DAY, reference=reference, **changed)  # type: ignore[arg-type]

    def made_of(name: str, lot: str) -> Proposal:
        contract = Contract(name, DAY, term=YEAR, value=stated("0.00"), tags={"lot": lot})
        return Proposal(AWARD, contract, on=DAY)

    used = Used().after(extension("uncounted", "before"), under=under)
    made = [
        extension("c", "option"),
        extension("uncounted", "changed", changes="uncounted"),
        extension("uncounted", "again"),
        made_of("c", "1"),
        *(made_of(f"other {each}", "2") for each in range(count)),
    ]
    found = judge_register(made, under=under, used=used)
    assert [str(each.result) for each in found[:1]] == [OPEN]
