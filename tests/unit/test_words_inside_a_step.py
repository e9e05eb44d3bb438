"""What a step needs besides, in limbs or for some alone: held against the option, not the whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, RULES, Authority, Proposal, Used, judge, judge_each
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    Either,
    Figure,
    Floor,
    For,
    Holder,
    Length,
    Nature,
    Of,
    Reading,
    Readings,
    Step,
    Steps,
    Taken,
    Threshold,
)
from carerslib.clauses._as_asked import How
from carerslib.contracts import Contract, Option
from carerslib.periods import Term

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIFTY: Final = Cap("fifty", MINUTE, Figure.pounds("50.00"))
EIGHTY: Final[list[Clause]] = [
    Holder("cabinet", MINUTE, "cabinet"),
    Cap("eighty", MINUTE, Figure.pounds("80.00")),
]
EITHER: Final = Either("either", MINUTE, [Reading("small", FIFTY), Reading("large", EIGHTY)])
FOR: Final = For("for", MINUTE, {"service": "breaks"}, FIFTY)
READINGS: Final = Readings(
    "readings",
    MINUTE,
    [Reading("one", FIFTY), Reading("other", Cap("other", MINUTE, Figure.pounds("50.00")))],
)


def authority(*steps: Step, in_parts: bool = False) -> Authority:
    options = Steps("options", MINUTE, steps, in_parts=in_parts)
    total = Cap("total", MINUTE, Figure.pounds("90000.00"))
    return Authority(
        "a", MINUTE, [AWARD, EXTEND], (total, Length("l", MINUTE, Term(years=9)), options)
    )


def contract(*options: str) -> Contract:
    return Contract(
        "c",
        date(2020, 4, 1),
        term=Term(years=3),
        value=stated("1000.00"),
        options=[Option(YEAR, stated(each)) for each in options],
        tags={"service": "breaks"},
    )


def exercised(under: Authority, made: Contract, times: int = 1, by: str = "director") -> str:
    used = Used().after(Proposal(AWARD, made), under=under)
    taking = Proposal.exercising(made, times=times, by=by)
    return label(judge(taking, under=under, used=used))


@pytest.mark.parametrize("clause", [EITHER, FOR, READINGS, FIFTY])
@pytest.mark.parametrize(
    ("pounds", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "exceeds")]
)
def test_a_figure_is_that_of_the_option_and_not_of_the_contract(
    clause: Clause, pounds: str, answer: str
) -> None:
    under = authority(Step(YEAR, clauses=clause), Step(YEAR))
    assert exercised(under, contract(pounds, "700.00")) == answer


@pytest.mark.parametrize(
    ("pounds", "by", "answer"),
    [
        ("80.00", "cabinet", "within"),
        ("80.01", "cabinet", "exceeds"),
        ("80.00", "director", "exceeds"),
    ],
)
def test_so_it_is_in_the_other_limb(pounds: str, by: str, answer: str) -> None:
    under = authority(Step(YEAR, clauses=EITHER))
    assert exercised(under, contract(pounds), by=by) == answer


@pytest.mark.parametrize(
    ("second", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "exceeds")]
)
def test_two_options_at_once_are_each_held_against_their_own(second: str, answer: str) -> None:
    under = authority(Step(YEAR), Step(YEAR, clauses=FOR))
    assert exercised(under, contract("700.00", second), 2) == answer


@pytest.mark.parametrize(
    ("second", "answer"), [("19.99", "within"), ("20.00", "within"), ("20.01", "exceeds")]
)
def test_options_that_are_cut_up_are_held_against_it_together(second: str, answer: str) -> None:
    under = authority(Step(Term(years=2), clauses=FOR), in_parts=True)
    assert exercised(under, contract("30.00", second), 2) == answer
    # the second is only offered while the first alone is taken
    assert exercised(under, contract("30.00", second)) == "within"


@pytest.mark.parametrize("clause", [FOR, READINGS, FIFTY])
def test_of_two_steps_that_are_cut_up_the_other_may_hold_the_rest(clause: Clause) -> None:
    under = authority(Step(Term(months=6)), Step(YEAR, clauses=clause), in_parts=True)
    assert exercised(under, contract("50.00")) == "within"
    assert exercised(under, contract("50.01")) == "undetermined"


@pytest.mark.parametrize(
    ("pounds", "answer"), [("9.99", "below_minimum"), ("10.00", "within"), ("10.01", "within")]
)
def test_the_least_that_an_option_must_be_is_not_reached_by_the_rest(
    pounds: str, answer: str
) -> None:
    least = Floor("least", MINUTE, Figure.pounds("10.00"))
    assert exercised(authority(Step(YEAR, clauses=least)), contract(pounds)) == answer


@pytest.mark.parametrize(("pounds", "answer"), [("50.00", "within"), ("50.01", "exceeds")])
def test_an_extension_that_offers_none_states_its_own_option(pounds: str, answer: str) -> None:
    under = authority(Step(YEAR, clauses=FOR))
    alone = Contract("c", value=stated(pounds), tags={"service": "breaks"})
    assert label(judge(Proposal(EXTEND, alone, takes=Taken(1, 1, YEAR)), under=under)) == answer


ANYWHERE: Final = [EITHER, FOR, READINGS, FIFTY]


def taking(name: str, pounds: str, number: int | None = 1) -> Proposal:
    alone = Contract(name, value=stated(pounds), tags={"service": "breaks"})
    takes = Taken(number, 1, YEAR)
    return Proposal(EXTEND, alone, "director", takes=takes, reference=f"{name}, {pounds}")


def last(under: Authority, *made: Proposal) -> str:
    return [label(each) for each in judge_each(made, under=under)][-1]


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize("clause", ANYWHERE)
@pytest.mark.parametrize(
    ("pounds", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "exceeds")]
)
def test_a_figure_is_for_each_contract_wherever_it_stands(
    clause: Clause, pounds: str, answer: str, *, in_parts: bool
) -> None:
    under = authority(Step(YEAR, clauses=clause), in_parts=in_parts)
    assert last(under, taking("c", "50.00"), taking("d", pounds)) == answer


@pytest.mark.parametrize("clause", ANYWHERE)
def test_an_option_of_no_stated_number_uses_nothing_of_the_next(clause: Clause) -> None:
    under = authority(Step(YEAR, clauses=clause), Step(YEAR, clauses=clause))
    for pounds, answer in (("50.00", "within"), ("50.01", "exceeds")):
        assert last(under, taking("c", "49.00", None), taking("c", pounds, None)) == answer


@pytest.mark.parametrize("clause", ANYWHERE)
@pytest.mark.parametrize(
    ("pounds", "answer"), [("9.99", "within"), ("10.00", "within"), ("10.01", "exceeds")]
)
def test_parts_that_are_taken_one_by_one_add_up_for_their_contract(
    clause: Clause, pounds: str, answer: str
) -> None:
    under = authority(Step(Term(years=2), clauses=clause), in_parts=True)
    assert last(under, taking("c", "40.00"), taking("c", pounds, 2)) == answer


@pytest.mark.parametrize("clause", ANYWHERE)
def test_of_several_steps_it_is_open_which_of_them_a_part_is_of(clause: Clause) -> None:
    for half, beyond in ((Term(months=6), "undetermined"), (YEAR, "exceeds")):
        under = authority(Step(half, clauses=clause), Step(YEAR), in_parts=True)
        for pounds, answer in (("50.00", "within"), ("50.01", beyond)):
            assert last(under, taking("c", pounds)) == answer


@pytest.mark.parametrize("clause", ANYWHERE)
@pytest.mark.parametrize("by", ["director", "cabinet"])
@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize(
    ("pounds", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "exceeds")]
)
def test_what_an_option_costs_is_asked_when_it_is_offered(
    clause: Clause, by: str, pounds: str, answer: str, *, in_parts: bool
) -> None:
    under = authority(Step(YEAR, clauses=clause), in_parts=in_parts)
    # in the other limb of EITHER it may still be as much as the cabinet may take up
    expected = "within" if clause is EITHER else answer
    assert label(judge(Proposal(AWARD, contract(pounds), by), under=under)) == expected


@pytest.mark.parametrize(
    ("pounds", "answer"), [("79.99", "within"), ("80.00", "within"), ("80.01", "exceeds")]
)
def test_an_option_is_offered_inside_the_figure_of_any_limb(pounds: str, answer: str) -> None:
    under = authority(Step(YEAR, clauses=EITHER))
    assert label(judge(Proposal(AWARD, contract(pounds)), under=under)) == answer


def test_what_else_is_asked_waits_until_the_option_is_taken_up() -> None:
    number = Cap("number", MINUTE, Figure(0), of=Of.COUNT)
    both = For("for", MINUTE, {"service": "breaks"}, [*EIGHTY, number])
    limbs = [Reading("small", FIFTY), Reading("agreed", Holder("cabinet", MINUTE, "cabinet"))]
    for clause in (both, Either("either", MINUTE, limbs)):
        under = authority(Step(YEAR, clauses=clause))
        offered = judge(Proposal(AWARD, contract("60.00"), "director"), under=under)
        assert label(offered) == "within"
        assert "asked when the option is taken up" in {each.note for each in offered.findings}
        assert exercised(under, contract("60.00")) != "within"


@pytest.mark.parametrize(
    ("pounds", "answer"),
    [("50.00", "within"), ("50.01", "undetermined"), ("500.00", "undetermined")],
)
@pytest.mark.parametrize("clause", [FOR, READINGS])
def test_two_options_taken_and_priced_together_leave_open_how_much_is_of_each(
    clause: Clause, pounds: str, answer: str
) -> None:
    under = authority(Step(YEAR, clauses=clause), Step(YEAR, clauses=clause))
    alone = Contract("c", value=stated(pounds), tags={"service": "breaks"})
    proposal = Proposal(EXTEND, alone, takes=Taken(1, 2, Term(years=2)))
    assert label(judge(proposal, under=under)) == answer


@pytest.mark.parametrize(("first", "answer"), [("49.99", "within"), ("50.01", "exceeds")])
def test_the_figures_of_the_reading_chosen_are_added_up_as_if_written_so(
    first: str, answer: str
) -> None:
    read = [Reading("capped", FIFTY), Reading("agreed", Holder("cabinet", MINUTE, "cabinet"))]
    words = Readings("words", MINUTE, [Reading("a", Readings("r", MINUTE, read)), read[1]])
    basis = RULES.basis(readings={"words": "a", "r": "capped"})
    both = [Step(Term(months=6), clauses=words), Step(Term(months=18), clauses=FIFTY)]
    offered = contract(first, "50.00")
    for proposal in (Proposal(AWARD, offered), taking("c", str(Decimal(first) + 50))):
        under = authority(*both, in_parts=True)
        verdict = judge(proposal, under=under, basis=basis)
        expected = "undetermined" if answer == "within" else answer
        assert label(verdict) == expected


def test_a_number_above_a_threshold_counts_the_options_of_other_contracts() -> None:
    most = Cap("number", MINUTE, Figure(1), of=Of.COUNT)
    above = Figure.pounds("10.00", nature=Nature.THRESHOLD)
    under = authority(Step(YEAR, clauses=Threshold("above", MINUTE, above, most)))
    assert last(under, taking("c", "10.01"), taking("d", "10.00")) == "within"
    assert last(under, taking("c", "10.01"), taking("d", "10.01")) == "exceeds"


def test_a_threshold_of_number_in_a_step_counts_the_options_of_all_contracts() -> None:
    above = Figure(1, Nature.THRESHOLD)
    cabinet = Holder("cabinet", MINUTE, "cabinet")
    under = authority(Step(YEAR, clauses=Threshold("above", MINUTE, above, cabinet, per=())))
    assert last(under, taking("c", "1.00")) == "within"
    assert last(under, taking("c", "1.00"), taking("d", "1.00")) == "wrong_holder"


def test_words_that_are_asked_of_an_option_leave_room_to_the_steps() -> None:
    basis = RULES.basis()
    for asked in How({}, waits=True).all_asked([FIFTY, *EIGHTY]):
        assert asked.room({}, basis) == ()
