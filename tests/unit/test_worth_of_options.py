"""What an option may cost is asked when it is offered, and not only when it is taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, judge, judge_each
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    Length,
    Nature,
    Of,
    Precondition,
    Step,
    Steps,
    Taken,
    Threshold,
)
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.verdicts import Missing, Remedy, Result

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


def parts(*pounds: str | None) -> Steps:
    caps = [
        () if each is None else Cap(f"part {number}", MINUTE, Figure.pounds(each))
        for number, each in enumerate(pounds)
    ]
    # of two steps, the second of two years lies in both
    term = Term(years=2) if len(caps) == 1 else Term(months=18)
    steps = [Step(term, clauses=each) for each in caps]
    return Steps("options", MINUTE, steps, in_parts=True)


@pytest.mark.parametrize(
    ("pounds", "answer"),
    [
        (["60.00", "39.99"], "within"),
        (["60.00", "40.00"], "within"),
        (["60.00", "40.01"], "exceeds"),
        (["100.01"], "exceeds"),
    ],
)
def test_options_cut_up_from_one_step_share_its_figure(pounds: list[str], answer: str) -> None:
    assert label(found(award(*pounds), parts("100.00"))) == answer


@pytest.mark.parametrize(
    ("pounds", "result"),
    [
        ("100.00", Result.MET),
        ("100.01", Result.UNDETERMINED),
        ("250.00", Result.UNDETERMINED),
        ("250.01", Result.NOT_MET),
    ],
)
def test_options_cut_up_from_several_steps_are_of_no_one_step(pounds: str, result: Result) -> None:
    assert found(award("0.00", pounds), parts("100.00", "150.00")).result is result


def test_what_may_be_of_a_step_without_a_figure_is_open() -> None:
    steps = parts(None, "100.00")
    assert found(award("5000.00"), steps).result is Result.MET
    assert found(award("5000.00", "100.00"), steps).result is Result.MET
    assert found(award("0.00", "100.01"), steps).result is Result.UNDETERMINED


def test_without_options_no_part_of_a_step_is_dear() -> None:
    assert label(found(award(), parts("1.00"))) == "within"


@pytest.mark.parametrize(
    ("steps", "pounds", "results"),
    [
        (("100.00",), "40.00", [Result.MET, Result.MET]),
        (("100.00",), "40.01", [Result.MET, Result.NOT_MET]),
        (("100.00", "150.00"), "40.00", [Result.MET, Result.MET]),
        (("100.00", "150.00"), "40.01", [Result.MET, Result.UNDETERMINED]),
        (("100.00", "150.00"), "190.01", [Result.MET, Result.NOT_MET]),
    ],
)
def test_parts_that_are_taken_one_by_one_add_up_for_their_contract(
    steps: tuple[str, ...], pounds: str, results: list[Result]
) -> None:
    made = [taking("60.00", "c", 1), taking(pounds, "c", 2)]
    under = Authority("a", MINUTE, EXTEND, (parts(*steps), TOTAL))
    assert [each.result for each in judge_each(made, under=under)] == results
    other = [taking("60.00", "c", 1), taking("60.00", "other", 1)]
    assert {each.result for each in judge_each(other, under=under)} == {Result.MET}


@pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "exceeds")])
def test_parts_that_a_contract_offers_are_asked_alike_when_they_are_taken(
    pounds: str, answer: str
) -> None:
    contract = award(pounds).contract
    exercise = Proposal.exercising(contract)
    assert label(found(exercise, parts("100.00"))) == answer


def taking(pounds: str, contract: str, number: int | None) -> Proposal:
    return Proposal(
        EXTEND,
        Contract(contract, value=stated(pounds)),
        takes=Taken(number, 1, YEAR),
        reference=f"{contract}, {number}, {pounds}",
    )


@pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "exceeds")])
def test_an_option_that_is_taken_is_asked_alone(pounds: str, answer: str) -> None:
    steps = Steps("o", MINUTE, [Step(YEAR, clauses=Cap("o1", MINUTE, Figure.pounds("100.00")))])
    exercise = Proposal.exercising(award(pounds).contract)
    assert label(found(exercise, steps)) == answer
    assert label(found(award(pounds), steps)) == answer


@pytest.mark.parametrize(
    ("pounds", "result"), [("100.00", Result.MET), ("100.01", Result.UNDETERMINED)]
)
def test_a_threshold_of_a_step_is_asked_of_the_option_alone(pounds: str, result: Result) -> None:
    above = Figure.pounds("100.00", nature=Nature.THRESHOLD)
    agreed = Precondition("agreed", MINUTE, "performance")
    step = Step(YEAR, clauses=Threshold("above", MINUTE, above, agreed, per=()))
    steps = Steps("o", MINUTE, [step])
    assert found(Proposal.exercising(award(pounds).contract), steps).result is result
    assert found(award(pounds), steps).result is Result.MET


def test_the_figure_of_a_step_is_for_each_contract() -> None:
    ten = Cap("o1", MINUTE, Figure.pounds("10.00"))
    under = Authority("a", MINUTE, EXTEND, (Steps("o", MINUTE, [Step(YEAR, clauses=ten)]), TOTAL))
    made = [taking("10.00", "c", 1), taking("10.00", "d", 1), taking("10.01", "e", 1)]
    results = [label(each) for each in judge_each(made, under=under)]
    assert results == ["within", "within", "exceeds"]


def test_an_option_of_no_stated_number_uses_nothing_of_the_next() -> None:
    ten = [Cap(each, MINUTE, Figure.pounds("10.00")) for each in ("first", "second")]
    steps = Steps("options", MINUTE, [Step(YEAR, clauses=each) for each in ten])
    under = Authority("a", MINUTE, EXTEND, (steps, TOTAL))
    for pounds, answer in (("10.00", "within"), ("10.01", "exceeds")):
        made = [taking("9.00", "c", None), taking(pounds, "c", None)]
        assert [label(each) for each in judge_each(made, under=under)] == ["within", answer]


@pytest.mark.parametrize(
    ("pounds", "result"),
    [("100.00", Result.MET), ("200.00", Result.UNDETERMINED), ("200.01", Result.NOT_MET)],
)
def test_two_contracts_alike_have_a_figure_each(pounds: str, result: Result) -> None:
    cap = Cap("o1", MINUTE, Figure.pounds("100.00"))
    for each in (cap, attrs.evolve(cap, per=("contract",))):
        steps = Steps("o", MINUTE, [Step(YEAR, clauses=each)])
        proposal = award(pounds)
        two = attrs.evolve(proposal, contract=attrs.evolve(proposal.contract, number=2))
        assert found(two, steps).result is result


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


def test_the_caps_of_several_steps_are_no_one_figure_where_one_is_by_year_or_unpublished() -> None:
    hundred = Cap("first", MINUTE, Figure.pounds("100.00"))
    yearly = Cap("second", MINUTE, Figure.pounds("100.00"), per=("year",))
    for other in (yearly, Cap("second", MINUTE, Figure.unpublished())):
        held = [Step(Term(months=6), clauses=each) for each in (hundred, other)]
        steps = Steps("options", MINUTE, held, in_parts=True)
        assert found(award("5000.00"), steps).result is Result.UNDETERMINED


@pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "exceeds")])
def test_an_option_beyond_those_offered_is_what_its_extension_states(
    pounds: str, answer: str
) -> None:
    hundred = Cap("second", MINUTE, Figure.pounds("100.00"))
    steps = Steps("options", MINUTE, [YEAR, Step(YEAR, clauses=hundred)])
    contract = Contract("c", term=YEAR, value=stated(pounds), options=[Option(YEAR, stated("0"))])
    extension = Proposal(EXTEND, contract, takes=Taken(2, 1, YEAR), reference="second")
    first = Proposal(EXTEND, Contract("c", value=stated("0.00")), takes=Taken(1, 1, YEAR))
    under = Authority("a", MINUTE, EXTEND, (FIRM, steps, TOTAL))
    assert label([*judge_each([first, extension], under=under)][-1]) == answer


def test_what_is_found_of_options_cut_up_says_what_is_not_known() -> None:
    steps = parts("100.00", "150.00")
    within = found(award("0.00", "100.00"), steps)
    assert "Value, part options" in {each.title for each in within.findings}
    open_ = found(award("0.00", "100.01"), steps)
    assert Missing("contract.options", "of which step each amount is") in open_.missing
    (beyond,) = found(award("0.00", "250.01"), steps).unmet
    assert beyond.permitted == Money.pounds("250.00")
    for verdict, result in ((within, "met"), (open_, "undetermined"), (beyond, "not met")):
        assert str(verdict.result) == result
