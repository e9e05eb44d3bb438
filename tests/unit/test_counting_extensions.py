"""An extension or a change of a contract that is counted already is no further contract."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import (
    AWARD,
    EXTEND,
    MODIFY,
    Authority,
    Power,
    Proposal,
    Used,
    judge,
    judge_each,
    judge_register,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    Figure,
    For,
    Line,
    Of,
    Reading,
    Readings,
    Step,
    Steps,
    Taken,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term
from carerslib.verdicts import Result

MINUTE: Final = Citation.record("An invented council, cabinet", "one contract, with an option")
DAY: Final = date(2024, 4, 1)
YEAR: Final = Term(years=1)
ONE: Final = Cap("number", MINUTE, Figure(1), of=Of.COUNT)
TWO: Final = Cap("number", MINUTE, Figure(2), of=Of.COUNT)
SPENT: Final = Cap("spent", MINUTE, Figure.pounds("100.00"))
EITHER_WAY: Final = Readings("read", MINUTE, [Reading("a", ONE), Reading("b", ONE)])
FOR_LOT: Final = For("all", MINUTE, {"lot": "1"}, ONE)
PER_LOT: Final = Cap("number", MINUTE, Figure(1), per=("lot",), of=Of.COUNT)
TAKEN: Final = Taken(1, 1, YEAR)


def words(*clauses: Clause) -> Authority:
    steps = Steps("steps", MINUTE, [YEAR, YEAR])
    return Authority("a", MINUTE, [AWARD, EXTEND, MODIFY], [*clauses, SPENT, steps])


def award(name: str = "hub", number: int = 1, lot: str = "1", **given: object) -> Proposal:
    contract = Contract(name, value=stated("10.00"), number=number, tags={"lot": lot})
    return Proposal(AWARD, contract, on=DAY, **given)  # type: ignore[arg-type]


BY_HAND: Final[dict[str, Proposal]] = {
    "that names its option": Proposal(EXTEND, Contract("hub"), on=DAY, takes=TAKEN),
    "that names none": Proposal(EXTEND, Contract("hub"), on=DAY),
    "with a price": Proposal(EXTEND, Contract("hub", value=stated("1.00")), on=DAY, takes=TAKEN),
    "with a length": Proposal(EXTEND, Contract("hub", term=YEAR), on=DAY),
    "with its options": Proposal(EXTEND, Contract("hub", options=[Option(YEAR)]), on=DAY),
    "with a key of its own": Proposal(EXTEND, Contract("hub"), on=DAY, reference="e", takes=TAKEN),
    "that is a change": Proposal(MODIFY, Contract("hub"), on=DAY),
}


def numbers(used: Used) -> object:
    return used.of("number").get(())


@pytest.mark.parametrize("extension", BY_HAND.values(), ids=BY_HAND)
@pytest.mark.parametrize("clause", [ONE, EITHER_WAY, FOR_LOT, PER_LOT])
def test_an_extension_of_the_one_contract_is_no_second(clause: Clause, extension: Proposal) -> None:
    under = words(clause)
    used = Used().after(award(), under=under)
    found = judge(extension, under=under, used=used)
    assert "number" not in {each.rule for each in found.unmet}
    again = Used().after(award(), extension, under=under)
    other = judge(extension, under=under, used=again)
    assert "number" not in {each.rule for each in other.unmet}


@pytest.mark.parametrize("extension", BY_HAND.values(), ids=BY_HAND)
def test_counting_and_judging_one_by_one_are_the_same(extension: Proposal) -> None:
    under = words(ONE)
    used = Used().after(award(), extension, under=under)
    assert numbers(used) == 1
    each = list(judge_each([award(), extension], under=under))
    alone = judge(extension, under=under, used=Used().after(award(), under=under))
    assert each[1].findings == alone.findings
    second = judge(award("second"), under=under, used=used)
    assert [one.rule for one in second.unmet] == ["number"]


@pytest.mark.parametrize(("most", "answer"), [(1, "exceeds"), (2, "within")])
def test_an_extension_of_another_contract_counts_as_one(most: int, answer: str) -> None:
    under = words(Cap("number", MINUTE, Figure(most), of=Of.COUNT))
    used = Used().after(award(), under=under)
    extension = Proposal(EXTEND, Contract("other"), takes=TAKEN)
    assert label(judge(extension, under=under, used=used)) == answer
    after = used.after(extension, under=under)
    assert numbers(after) == 2
    assert numbers(after.after(extension, under=under)) == 2, "the second time it is counted"


@pytest.mark.parametrize(("number", "counted"), [(2, 3), (3, 3), (4, 4)])
def test_an_extension_of_more_contracts_than_are_counted_counts_the_others(
    number: int, counted: int
) -> None:
    under = words(TWO)
    extension = Proposal(EXTEND, Contract("hub", number=number), takes=TAKEN)
    assert numbers(Used().after(award(number=3), extension, under=under)) == counted


@pytest.mark.parametrize(("before", "result"), [(0, "met"), (1, "undetermined"), (3, "not met")])
def test_of_several_that_are_named_any_may_be_counted_already(before: int, result: str) -> None:
    under = words(TWO)
    amounts = [Line(stated("1.00"), {"contract": name}) for name in ("north", "south")]
    extension = Proposal(EXTEND, Contract("hub", number=2, amounts=amounts), takes=TAKEN)
    used = Used.stated({"number": before})
    (number,) = [
        each for each in judge(extension, under=under, used=used).findings if each.rule == "number"
    ]
    assert str(number.result) == result


def test_options_taken_of_a_contract_still_count() -> None:
    under = words(ONE)
    used = Used().after(award(), BY_HAND["that names its option"], under=under)
    again = judge(BY_HAND["that names its option"], under=under, used=used)
    assert {each.rule for each in again.unmet} == {"steps"}


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize(("most", "answer"), [(1, "exceeds"), (2, "within"), (3, "within")])
def test_options_that_words_count_still_count(most: int, answer: str, *, in_parts: bool) -> None:
    number = Cap("options", MINUTE, Figure(most), of=Of.COUNT)
    step = Step(Term(years=2), clauses=number)
    each = Steps("each", MINUTE, [step] if in_parts else [step, step], in_parts=in_parts)
    either = Readings("read", MINUTE, [Reading("a", [ONE, each]), Reading("b", [ONE, each])])
    under = Authority("a", MINUTE, [AWARD, EXTEND], [SPENT, either])
    first = BY_HAND["that names its option"]
    used = Used().after(award(), first, under=under)
    second = Proposal(EXTEND, Contract("hub"), takes=Taken(2, 1, YEAR))
    found = judge(second, under=under, used=used)
    if in_parts:
        assert label(found) == answer
    else:
        # each option has a number of its own
        assert label(found) == "within"


@pytest.mark.parametrize("most", [0, 1])
def test_where_only_a_number_is_stated_it_may_be_among_those_counted(most: int) -> None:
    under = words(Cap("number", MINUTE, Figure(most), of=Of.COUNT))
    extension = BY_HAND["that names its option"]
    found = judge(extension, under=under, used=Used.stated({"number": 1}))
    (number,) = [each for each in found.findings if each.rule == "number"]
    # beyond the number already, it is so whichever contract it is of
    assert str(number.result) == ("not met" if most == 0 else "undetermined")
    if most:
        (missing,) = number.missing
        assert str(missing) == "used (which contracts are counted already)"


@pytest.mark.parametrize(("before", "answer"), [(0, "met"), (1, "met"), (2, "undetermined")])
def test_with_a_number_stated_there_may_be_room_for_one_more(before: int, answer: str) -> None:
    under = words(TWO)
    extension = BY_HAND["that names its option"]
    found = judge(extension, under=under, used=Used.stated({"number": before}))
    (number,) = [each for each in found.findings if each.rule == "number"]
    assert str(number.result) == answer


def test_of_a_contract_that_is_said_to_be_among_those_counted_it_is_known() -> None:
    under = words(ONE)
    used = Used.stated({"number": 1}, includes=[award()])
    found = judge(BY_HAND["that names its option"], under=under, used=used)
    assert label(found) == "within"


@pytest.mark.parametrize("lots", [("1", "2"), ("1",)])
def test_an_extension_of_no_stated_lot_is_no_further_contract_for_any(
    lots: tuple[str, ...],
) -> None:
    under = words(PER_LOT)
    made = [award(f"hub {lot}", lot=lot) for lot in lots]
    both = Contract("hub 1", tags={"lot": ["1", "2"]})
    used = Used().after(*made, under=under)
    for contract in (Contract("hub 1"), both):
        extension = Proposal(EXTEND, contract, takes=TAKEN)
        found = judge(extension, under=under, used=used)
        assert label(found) == "within"


@pytest.mark.parametrize("extension", BY_HAND.values(), ids=BY_HAND)
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("others", [0, 1, 4, 5])
def test_in_a_register_of_one_day_an_extension_follows_its_award(
    extension: Proposal, *, turned: bool, others: int
) -> None:
    most = Cap("number", MINUTE, Figure(1 + others), of=Of.COUNT)
    made = [award(), extension, *(award(f"other {each}") for each in range(others))]
    found = judge_register(reversed(made) if turned else made, under=words(most))
    assert not [each for one in found for each in one.unmet if each.rule == "number"]
    assert not [
        each
        for one in found
        for each in one.findings
        if each.rule == "number" and str(each.result) == "undetermined"
    ]


def test_in_a_register_of_several_days_it_counts_where_nothing_is_counted_before() -> None:
    early = Proposal(EXTEND, Contract("hub"), on=date(2024, 3, 31), takes=TAKEN)
    found = judge_register([award(), early], under=words(ONE))
    assert [[each.rule for each in one.unmet] for one in found] == [["number"], []]


@pytest.mark.parametrize("power", [EXTEND, MODIFY])
def test_it_is_known_under_another_paragraph_only_where_it_counted_there(power: Power) -> None:
    under = words(ONE)
    elsewhere = award(relies_on="b")
    extension = Proposal(power, Contract("hub"), takes=TAKEN if power == EXTEND else None)
    assert numbers(Used().after(elsewhere, extension, under=under)) == 1


@pytest.mark.parametrize("part", [{"where": {"lot": "1"}}, {"without": {"lot": "2"}}])
def test_extensions_of_no_stated_year_are_counted_in_none(part: dict[str, Any]) -> None:
    cap = Cap("yearly", MINUTE, Figure(1), per=("year",), of=Of.COUNT, **part)
    under = Authority("a", MINUTE, [EXTEND], (cap,))
    one, other = (
        Proposal(EXTEND, Contract(name, tags={"lot": "1"}), takes=Taken(term=Term(years=1)))
        for name in "AB"
    )
    used = Used().after(one, under=under)
    assert judge(other, under=under, used=used).result is Result.UNDETERMINED
