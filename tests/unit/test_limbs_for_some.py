"""A limb for one lot or one year gives leave only to what is known to be of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib import explain
from carerslib.awards import AWARD, EXTEND, RULES, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Except,
    Figure,
    Floor,
    For,
    Holder,
    Line,
    Nature,
    Of,
    Only,
    Precondition,
    Reading,
    Readings,
    Step,
    Steps,
    Taken,
    Threshold,
    Unlimited,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.clauses import Clause
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("1000.00"))
SMALL: Final = Cap("small", MINUTE, Figure.pounds("60.00"))
LARGE: Final = Cap("large", MINUTE, Figure.pounds("120.00"))
OF_LOT_2: Final = Cap("large", MINUTE, Figure.pounds("120.00"), where={"lot": "2"})
FOR_LOT_2: Final = For("for", MINUTE, {"lot": "2"}, LARGE)
NOT_LOT_1: Final = Cap("large", MINUTE, Figure.pounds("120.00"), without={"lot": "1"})
READ: Final = Readings(
    "words",
    MINUTE,
    [Reading("lot", OF_LOT_2), Reading("supplier", Only("who", MINUTE, "who", "A"))],
)
FOR_A_CAP: Final = For("for", MINUTE, {"service": "breaks"}, OF_LOT_2)
NUMBER: Final = Cap("large", MINUTE, Figure(2), where={"lot": "2"}, of=Of.COUNT)
ABOVE: Final = Threshold(
    "large",
    MINUTE,
    Figure.pounds("120.00", nature=Nature.THRESHOLD),
    Holder("cabinet", MINUTE, "cabinet"),
    where={"lot": "2"},
)


def either(*limb: Clause) -> Either:
    return Either("either", MINUTE, [Reading("small", SMALL), Reading("lot 2", limb)])


def judged(contract: Contract, *limb: Clause) -> Verdict:
    under = Authority("a", MINUTE, AWARD, (either(*limb), TOTAL))
    return judge(Proposal(AWARD, contract), under=under)


def of_lot(lot: str, pounds: str = "100.00", **tags: str) -> Contract:
    return Contract("c", value=stated(pounds), tags={**tags, **({"lot": lot} if lot else {})})


@pytest.mark.parametrize("limb", [OF_LOT_2, FOR_LOT_2, NOT_LOT_1, ABOVE, NUMBER])
@pytest.mark.parametrize(
    ("lot", "pounds", "expected"),
    [
        ("1", "100.00", "undetermined"),
        ("2", "100.00", "met"),
        ("", "100.00", "undetermined"),
        ("", "60.01", "undetermined"),
        ("", "60.00", "met"),
    ],
)
def test_a_limb_for_one_lot_gives_leave_only_to_what_is_of_that_lot(
    limb: Clause, lot: str, pounds: str, expected: str
) -> None:
    assert str(judged(of_lot(lot, pounds), limb).result) == expected


@pytest.mark.parametrize("limb", [OF_LOT_2, FOR_LOT_2, NUMBER])
def test_what_is_asked_is_the_lot(limb: Clause) -> None:
    found = judged(of_lot(""), limb)
    assert [each.field for each in found.missing] == ["contract.tags['lot']"]
    assert "lot 2" in explain.as_text(found)


def test_a_limb_for_one_year_gives_leave_only_to_what_is_of_that_year() -> None:
    of_year = Cap("large", MINUTE, Figure.pounds("120.00"), where={"year": "2024/25"})
    found = judged(of_lot(""), of_year)
    assert str(found.result) == "undetermined"
    assert [each.field for each in found.missing] == ["contract.by_year"]
    for year, expected in (("2024/25", "met"), ("2025/26", "undetermined")):
        line = Line(stated("100.00"), {"year": year})
        assert str(judged(Contract("c", amounts=[line]), of_year).result) == expected


def test_an_amount_of_the_lot_beside_one_of_no_stated_lot_has_the_leave_of_the_limb() -> None:
    two = [Line(stated("50.00"), {"lot": "2"}), Line(stated("50.00"))]
    assert str(judged(Contract("c", amounts=two), OF_LOT_2).result) == "met"
    one = [Line(stated("50.00"), {"lot": "1"}), Line(stated("50.00"))]
    assert str(judged(Contract("c", amounts=one), OF_LOT_2).result) == "undetermined"


def test_a_limb_that_asks_more_than_the_lot_gives_leave_whatever_the_lot() -> None:
    assert str(judged(of_lot("", service="breaks"), OF_LOT_2, LARGE).result) == "met"
    assert str(judged(of_lot("", who="A"), READ).result) == "undetermined"
    assert str(judged(of_lot("2", who="A"), READ).result) == "met"


def test_words_for_a_service_inside_which_a_figure_is_for_a_lot_give_leave_for_both() -> None:
    assert str(judged(of_lot("", service="breaks"), FOR_A_CAP).result) == "undetermined"
    assert str(judged(of_lot("2", service="breaks"), FOR_A_CAP).result) == "met"
    assert str(judged(of_lot("2"), FOR_A_CAP).result) == "undetermined"


def test_a_least_figure_for_a_lot_gives_no_leave_to_what_names_no_lot() -> None:
    least = Floor("least", MINUTE, Figure.pounds("0.00"), where={"lot": "2"})
    assert str(judged(of_lot("2"), least).result) == "met"
    assert str(judged(of_lot(""), least).result) == "undetermined"


@pytest.mark.parametrize(
    ("pounds", "answer"), [("59.99", "within"), ("60.00", "within"), ("60.01", "undetermined")]
)
def test_what_is_too_much_by_one_limb_is_open_beside_a_least_figure_for_another_lot(
    pounds: str, answer: str
) -> None:
    least = Floor("least", MINUTE, Figure.pounds("5.00"), where={"lot": "2"})
    assert label(judged(of_lot("1", pounds), least, OF_LOT_2)) == answer


def test_a_limb_for_another_lot_holder_or_day_says_less_than_one_for_such_an_act() -> None:
    cabinet = Holder("cabinet", MINUTE, "cabinet")
    agreed = Precondition("agreed", MINUTE, "waiver")
    proposal = Proposal(AWARD, of_lot("1", "60.01"), "director", facts={"waiver": False})
    for limb in (cabinet, Only("lots", MINUTE, "lot", "2"), agreed):
        under = Authority("a", MINUTE, AWARD, (either(limb), TOTAL))
        assert label(judge(proposal, under=under)) == "exceeds"


def test_a_limb_for_the_firm_part_is_for_every_contract() -> None:
    firm = Cap("large", MINUTE, Figure.pounds("120.00"), where={"part": "firm"})
    amounts = [Line(stated("100.00"))]
    options = [Option(Term(years=1))]
    contract = Contract("c", term=Term(years=1), options=options, amounts=amounts)
    clause = either(firm)
    adds = clause.adds(Proposal(AWARD, contract), RULES.basis())
    tally = (adds, tuple(measure for _, measure in adds))
    found = clause.finding(Proposal(AWARD, contract), tally, RULES.basis())
    assert str(found.result) == "met"


@pytest.mark.parametrize("limb", [OF_LOT_2, FOR_LOT_2])
@pytest.mark.parametrize(
    ("lot", "expected"), [("1", "undetermined"), ("2", "met"), ("", "undetermined")]
)
def test_a_limb_for_one_lot_inside_a_step_gives_leave_only_to_what_is_of_that_lot(
    limb: Clause, lot: str, expected: str
) -> None:
    steps = Steps("steps", MINUTE, [Step(Term(years=1), clauses=[either(limb)])])
    under = Authority("a", MINUTE, EXTEND, (steps,))
    taken = Proposal(EXTEND, of_lot(lot), takes=Taken(1, term=Term(years=1)))
    assert str(judge(taken, under=under).result) == expected


# words that are loosened until they ask nothing do not refuse what they allowed

LATE: Final = Window("late", MINUTE, last=date(2018, 5, 1))
FIVE: Final = Cap("five", MINUTE, Figure.pounds("5.00"))
ADVICE: Final = Cap("five", MINUTE, Figure.pounds("5.00", nature=Nature.ESTIMATE))
ONE_OPTION: Final = Steps("steps", MINUTE, [Term(years=1)])
NOT_DAY_CARE: Final = Except("services", MINUTE, "service", "day care")
FOR_LOT_1: Final = For("lot 1", MINUTE, {"lot": "1"}, LARGE)
DIRECTOR: Final = Holder("director", MINUTE, "director")


def of_lot_3(*limbs: tuple[Clause, ...], pounds: str = "5.00") -> Verdict:
    tags = {"lot": "3", "service": "breaks"}
    contract = Contract("c", date(2018, 4, 1), term=Term(months=6), value=stated(pounds), tags=tags)
    named = [Reading(f"limb {number}", each) for number, each in enumerate(limbs, start=1)]
    any_ = (Unlimited(f"any {each}", MINUTE, each) for each in ("amount", "period"))
    under = Authority("a", MINUTE, AWARD, (Either("either", MINUTE, named), *any_))
    return judge(Proposal(AWARD, contract, "officer"), under=under)


@pytest.mark.parametrize(
    ("stricter", "looser"),
    [
        ([(LATE,), (FIVE,)], [(LATE,), (ADVICE,)]),
        ([(LATE,), (ONE_OPTION, NOT_DAY_CARE)], [(LATE,), (ONE_OPTION,)]),
        ([(FOR_LOT_1,), (FOR_LOT_2,)], [(FOR_LOT_1,), (FOR_LOT_2,), (DIRECTOR,)]),
    ],
    ids=["a figure becomes an estimate", "a clause fewer", "a limb more"],
)
def test_a_limb_loosened_until_it_asks_nothing_leaves_open_what_the_others_refuse(
    stricter: list[tuple[Clause, ...]], looser: list[tuple[Clause, ...]]
) -> None:
    assert of_lot_3(*stricter).is_met
    found = of_lot_3(*looser)
    assert found.is_undetermined
    assert found.as_asked is Result.UNDETERMINED
    assert [each.field for each in found.missing] == ["clause either"] * len(found.missing)
    assert "asks nothing of this" in explain.as_text(found)


@pytest.mark.parametrize(
    ("pounds", "answer"), [("4.99", "met"), ("5.00", "met"), ("5.01", "not met")]
)
def test_what_every_limb_asks_and_refuses_is_refused(pounds: str, answer: str) -> None:
    assert str(of_lot_3((LATE,), (FIVE,), pounds=pounds).result) == answer


@pytest.mark.parametrize(("pounds", "answer"), [("4.99", "met"), ("5.00", "met")])
def test_a_limb_that_is_met_settles_it_beside_one_that_asks_nothing(
    pounds: str, answer: str
) -> None:
    assert str(of_lot_3((LATE,), (FIVE,), (FOR_LOT_1,), pounds=pounds).result) == answer
