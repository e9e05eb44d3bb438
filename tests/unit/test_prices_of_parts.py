"""Options that may be cut up: each part is held against the figure of the step in which it lies."""

from __future__ import annotations

from typing import Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Length, Line, Step, Steps, Taken
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.verdicts import Result

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
FIRM: Final = Length("firm", MINUTE, Term(months=24), of="firm")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))
HUNDRED: Final = Cap("first", MINUTE, Figure.pounds("100.00"))
FIFTY: Final = Cap("second", MINUTE, Figure.pounds("50.00"))


def months(number: int) -> Term:
    return Term(months=number)


def a_year_each(*clauses: Cap) -> Authority:
    steps = [Step(months(12), clauses=each) for each in clauses]
    options = Steps("options", MINUTE, steps, in_parts=True)
    return Authority("a", MINUTE, [AWARD, EXTEND], (FIRM, TOTAL, options))


UNDER: Final = a_year_each(HUNDRED, FIFTY)


def offering(*options: tuple[int, str | None]) -> Contract:
    offered = [
        Option(months(length), None if pounds is None else stated(pounds))
        for length, pounds in options
    ]
    return Contract("c", term=months(24), value=stated("1.00"), options=offered)


def part(number: int | None, length: int | None, pounds: str) -> Proposal:
    term = None if length is None else months(length)
    alone = Contract("c", value=stated(pounds))
    return Proposal(EXTEND, alone, takes=Taken(number, 1, term), reference=f"part {number}")


def after(*parts: Proposal) -> Used:
    return Used().after(*parts, under=UNDER)


class TestPartsThatAContractOffers:
    @pytest.mark.parametrize(
        ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
    )
    def test_the_first_is_held_against_the_first_step_alone(self, pounds: str, answer: str) -> None:
        contract = offering((12, pounds), (6, "50.00"))
        assert label(judge(Proposal.exercising(contract), under=UNDER)) == answer
        assert label(judge(Proposal(AWARD, contract), under=UNDER)) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "exceeds")]
    )
    def test_the_second_against_the_second(self, pounds: str, answer: str) -> None:
        contract = offering((12, "100.00"), (6, pounds))
        first = Proposal.exercising(contract)
        second = Proposal.exercising(first.contract)
        assert label(judge(second, under=UNDER, used=after(first))) == answer
        assert label(judge(Proposal.exercising(contract, times=2), under=UNDER)) == answer
        assert label(judge(Proposal(AWARD, contract), under=UNDER)) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("39.99", "within"), ("40.00", "within"), ("40.01", "exceeds")]
    )
    def test_parts_of_one_step_share_its_figure(self, pounds: str, answer: str) -> None:
        contract = offering((6, "60.00"), (6, pounds), (12, "50.00"))
        first = Proposal.exercising(contract)
        assert label(judge(first, under=UNDER)) == "within"
        second = Proposal.exercising(first.contract)
        assert label(judge(second, under=UNDER, used=after(first))) == answer

    def test_what_is_only_offered_is_none_of_what_is_taken(self) -> None:
        contract = offering((12, "1.00"), (12, "500.00"))
        assert label(judge(Proposal.exercising(contract), under=UNDER)) == "within"
        assert label(judge(Proposal(AWARD, contract), under=UNDER)) == "exceeds"

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [
            ("40.00", Result.MET),
            ("40.01", Result.UNDETERMINED),
            ("90.00", Result.UNDETERMINED),
            ("90.01", Result.NOT_MET),
        ],
    )
    def test_a_part_that_lies_in_two_steps_may_be_of_either(
        self, pounds: str, result: Result
    ) -> None:
        contract = offering((6, "60.00"), (12, pounds))
        assert judge(Proposal(AWARD, contract), under=UNDER).result is result
        both = judge(Proposal.exercising(contract, times=2), under=UNDER)
        assert both.result is result

    def test_one_that_is_too_dear_by_itself_is_so_whatever_lies_in_two(self) -> None:
        contract = offering((6, "100.01"), (12, "1.00"))
        verdict = judge(Proposal(AWARD, contract), under=UNDER)
        (finding,) = verdict.unmet
        assert finding.measured == Money.pounds("100.01")
        assert finding.remedy is not None
        assert (finding.remedy.field, finding.remedy.nearest) == (
            "options[0].value",
            Money.pounds("100.00"),
        )

    def test_one_of_no_stated_amount_leaves_its_own_step_open(self) -> None:
        contract = offering((12, None), (6, "50.00"))
        assert judge(Proposal.exercising(contract), under=UNDER).result is Result.UNDETERMINED
        dear = offering((12, None), (6, "50.01"))
        assert label(judge(Proposal(AWARD, dear), under=UNDER)) == "exceeds"

    def test_where_a_length_is_not_stated_it_is_open_where_the_next_lies(self) -> None:
        contract = attrs.evolve(
            offering((12, "10.00")),
            options=[Option(None, stated("10.00")), Option(months(6), stated("50.01"))],
        )
        verdict = judge(Proposal(AWARD, contract), under=UNDER)
        assert verdict.result is Result.UNDETERMINED

    @pytest.mark.parametrize(
        ("pounds", "result"), [("40.00", Result.MET), ("40.01", Result.UNDETERMINED)]
    )
    def test_what_was_taken_otherwise_than_offered_leaves_open_where_it_lies(
        self, pounds: str, result: Result
    ) -> None:
        contract = offering((12, "60.00"), (6, pounds))
        second = Proposal.exercising(attrs.evolve(contract, taken=1))
        used = after(part(1, 6, "0.00"))
        assert judge(second, under=UNDER, used=used).result is result

    @pytest.mark.parametrize(
        ("times", "pounds", "result"),
        [
            (1, "100.00", Result.MET),
            (1, "100.01", Result.UNDETERMINED),
            (2, "100.00", Result.MET),
            (2, "100.01", Result.NOT_MET),
        ],
    )
    def test_an_amount_for_all_options_may_be_of_any_that_is_taken(
        self, times: int, pounds: str, result: Result
    ) -> None:
        in_one = a_year_each(HUNDRED)
        amounts = [
            Line(stated("1.00"), {"part": "firm"}),
            Line(stated(pounds), {"part": "options"}),
        ]
        options = [Option(months(6)), Option(months(6))]
        contract = Contract("c", term=months(24), amounts=amounts, options=options)
        verdict = judge(Proposal.exercising(contract, times=times), under=in_one)
        (finding,) = [each for each in verdict.findings if each.rule == "first"]
        assert finding.result is result


class TestPartsThatAreStatedOneByOne:
    @pytest.mark.parametrize("number", [None, 1])
    @pytest.mark.parametrize(
        ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
    )
    def test_the_first_is_of_the_first_step(
        self, number: int | None, pounds: str, answer: str
    ) -> None:
        for used in (None, Used()):
            assert label(judge(part(number, 6, pounds), under=UNDER, used=used)) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("39.99", "within"), ("40.00", "within"), ("40.01", "exceeds")]
    )
    def test_the_next_of_that_step_adds_to_it(self, pounds: str, answer: str) -> None:
        used = after(part(1, 6, "60.00"))
        assert label(judge(part(2, 6, pounds), under=UNDER, used=used)) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "exceeds")]
    )
    def test_what_was_taken_of_the_first_step_is_none_of_the_second(
        self, pounds: str, answer: str
    ) -> None:
        used = after(part(1, 12, "100.00"))
        assert label(judge(part(2, 6, pounds), under=UNDER, used=used)) == answer

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("0.00", Result.UNDETERMINED), ("50.00", Result.UNDETERMINED), ("50.01", Result.NOT_MET)],
    )
    def test_what_was_taken_of_either_step_may_be_of_the_second(
        self, pounds: str, result: Result
    ) -> None:
        used = after(part(1, 15, "60.00"))
        assert judge(part(2, 6, pounds), under=UNDER, used=used).result is result

    def test_a_part_of_no_stated_length_may_be_of_either(self) -> None:
        found = [judge(part(1, None, pounds), under=UNDER) for pounds in ("100.01", "150.01")]
        assert [each.result for each in found] == [Result.UNDETERMINED, Result.NOT_MET]

    def test_after_one_of_no_stated_length_it_may_be_of_either(self) -> None:
        used = after(part(1, None, "1.00"))
        verdict = judge(part(2, 6, "99.01"), under=UNDER, used=used)
        assert verdict.result is Result.UNDETERMINED
        assert not verdict.unmet
