"""Options that may be cut up: each part needs what the step needs into which it reaches."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, headroom, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    Holder,
    Nature,
    Of,
    Precondition,
    Step,
    Steps,
    Taken,
    Threshold,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from carerslib.money import Money
    from carerslib.prices import Price

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("90000.00"))
BY_DIRECTOR: Final = Holder("director", MINUTE, "director")
BY_CABINET: Final = Holder("cabinet", MINUTE, "cabinet")
CONTRACT: Final = Contract("c", value=stated("10.00"))


def months(number: int, days: int = 0) -> Term:
    return Term(months=number, days=days)


def authority(*steps: Step) -> Authority:
    options = Steps("options", MINUTE, steps, in_parts=True)
    return Authority("a", MINUTE, [AWARD, EXTEND], (TOTAL, options))


def part(
    term: Term | None, by: str, number: int | None = None, on: date = date(2024, 1, 1)
) -> Proposal:
    return Proposal(EXTEND, CONTRACT, by, on, takes=Taken(number, 1, term))


def after(under: Authority, *terms: Term | None) -> Used:
    return Used().after(*(part(term, "director") for term in terms), under=under)


class TestPartsOfOneStep:
    """Up to two years, in parts, by the director, if the provider performs."""

    PERFORMS: Final = Precondition("performs", MINUTE, "performance")
    ONE: Final = authority(Step(months(24), clauses=[BY_DIRECTOR, PERFORMS]))

    @pytest.mark.parametrize("number", [None, 2, 3])
    @pytest.mark.parametrize(
        ("by", "performs", "answer"),
        [
            ("director", True, "within"),
            ("manager", True, "wrong_holder"),
            ("director", False, "condition_unmet"),
        ],
    )
    def test_a_later_part_needs_what_the_first_does(
        self, number: int | None, by: str, *, performs: bool, answer: str
    ) -> None:
        proposal = Proposal(
            EXTEND,
            CONTRACT,
            by,
            facts={"performance": performs},
            takes=Taken(number, 1, months(6)),
        )
        used = after(self.ONE, months(6))
        assert label(judge(proposal, under=self.ONE, used=used)) == answer
        # nor is it otherwise where what was taken before is not counted
        assert label(judge(proposal, under=self.ONE)) == answer

    def test_so_it_does_where_the_contract_offers_the_parts(self) -> None:
        options = [Option(months(6), stated("1.00"))] * 4
        contract = Contract("c", date(2020, 4, 1), term=months(36), options=options)
        award = Proposal(AWARD, contract, "cabinet")
        first = Proposal.exercising(contract, by="director", facts={"performance": True})
        second = Proposal.exercising(first.contract, by="manager", facts={"performance": True})
        used = Used().after(award, first, under=self.ONE)
        verdict = judge(second, under=self.ONE, used=used)
        assert [each.rule for each in verdict.unmet] == ["director"]

    @pytest.mark.parametrize(
        ("on", "answer"),
        [
            (date(2024, 3, 30), "within"),
            (date(2024, 3, 31), "within"),
            (date(2024, 4, 1), "exceeds"),
        ],
    )
    def test_and_is_taken_in_the_same_days(self, on: date, answer: str) -> None:
        under = authority(Step(months(24), by=date(2024, 3, 31)))
        used = after(under, months(6))
        assert label(judge(part(months(6), "director", on=on), under=under, used=used)) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("49.99", "within"), ("50.00", "within"), ("50.01", "wrong_holder")]
    )
    def test_and_needs_the_cabinet_above_the_same_figure(self, pounds: str, answer: str) -> None:
        above = Figure.pounds("50.00", nature=Nature.THRESHOLD)
        under = authority(Step(months(24), clauses=Threshold("above", MINUTE, above, BY_CABINET)))
        options = [Option(months(6), stated("1.00")), Option(months(6), stated(pounds))]
        contract = Contract(
            "c", date(2020, 4, 1), term=months(36), value=stated("1.00"), options=options
        )
        first = Proposal.exercising(contract, by="director")
        second = Proposal.exercising(first.contract, by="director")
        used = Used().after(Proposal(AWARD, contract), first, under=under)
        assert label(judge(second, under=under, used=used)) == answer

    def test_and_counts_under_the_same_number(self) -> None:
        most = Cap("parts", MINUTE, Figure(2), of=Of.COUNT)
        under = authority(Step(months(24), clauses=most))
        one, two = after(under, months(6)), after(under, months(6), months(6))
        assert label(judge(part(months(6), "director", 2), under=under, used=one)) == "within"
        assert label(judge(part(months(6), "director", 3), under=under, used=two)) == "exceeds"


class TestPartsOfTwoSteps:
    """A year by the director, then a year by the cabinet, in parts."""

    TWO: Final = authority(
        Step(months(12), clauses=BY_DIRECTOR), Step(months(12), clauses=BY_CABINET)
    )

    def judged(
        self, term: Term | None, by: str, *before: Term | None, number: int | None = None
    ) -> Verdict:
        used = after(self.TWO, *before)
        return judge(part(term, by, number), under=self.TWO, used=used)

    @pytest.mark.parametrize(
        ("term", "before", "answer"),
        [
            (months(12), (), "within"),
            (months(12, 1), (), "wrong_holder"),
            (months(6), (months(6),), "within"),
            (months(7), (months(6),), "wrong_holder"),
            (months(6), (months(11),), "wrong_holder"),
            (months(6), (months(12),), "wrong_holder"),
            (months(6), (months(6), months(6)), "wrong_holder"),
            # past both, the last is asked
            (months(6), (months(24),), "wrong_holder"),
        ],
    )
    def test_the_director_takes_what_lies_in_the_first(
        self, term: Term, before: tuple[Term, ...], answer: str
    ) -> None:
        assert label(self.judged(term, "director", *before)) == answer

    @pytest.mark.parametrize(
        ("term", "before", "answer"),
        [
            (months(6), (months(11),), "wrong_holder"),
            (months(6), (months(12),), "within"),
            (months(12), (months(6), months(6)), "within"),
        ],
    )
    def test_the_cabinet_takes_what_lies_in_the_second(
        self, term: Term, before: tuple[Term, ...], answer: str
    ) -> None:
        assert label(self.judged(term, "cabinet", *before)) == answer

    @pytest.mark.parametrize(
        ("term", "before", "number"),
        [
            # of no stated length
            (None, (), None),
            (months(6), (None,), None),
            # 365 days may be a year, or a day less
            (Term(days=366), (), None),
            (months(6), (Term(days=365),), None),
            # the first part is not counted
            (months(6), (), 2),
        ],
    )
    def test_where_it_is_not_known_how_far_it_reaches_both_are_open(
        self, term: Term | None, before: tuple[Term | None, ...], number: int | None
    ) -> None:
        verdict = self.judged(term, "director", *before, number=number)
        assert verdict.result is Result.UNDETERMINED
        named = [each.title for each in verdict.findings if each.rule == "options"]
        assert "Step of the option" in named

    def test_what_both_allow_is_allowed_wherever_it_lies(self) -> None:
        either = Holder("either", MINUTE, ("director", "cabinet"))
        under = authority(Step(months(12), clauses=either), Step(months(12), clauses=either))
        used = after(under, Term(days=365))
        verdict = judge(part(Term(days=200), "director"), under=under, used=used)
        assert "Step of the option" not in [each.title for each in verdict.findings]
        assert [each.rule for each in verdict.findings].count("either") == len(("one", "two"))

    def test_a_step_of_no_published_length_leaves_open_where_the_next_begins(self) -> None:
        under = authority(Step(None, clauses=BY_DIRECTOR), Step(months(12), clauses=BY_CABINET))
        verdict = judge(part(months(6), "director"), under=under)
        assert label(verdict) == "undetermined"
        assert "Step of the option" in [each.title for each in verdict.findings]


def test_what_is_left_of_parts_is_said_by_contract() -> None:
    under = authority(Step(months(24)))
    rooms = headroom(under, after(under, months(6)))
    assert [(room.group, room.left) for room in rooms[1:]] == [(("c",), 18), ((), 24)]


@pytest.mark.parametrize(
    ("stated_too", "result", "left"),
    [
        ({}, Result.UNDETERMINED, None),
        ({("months", "c"): 12}, Result.MET, 12),
        ({("months", "c"): 13}, Result.NOT_MET, 11),
    ],
)
def test_how_long_an_option_was_that_a_caller_counts_is_not_assumed(
    stated_too: dict[str | tuple[str, ...], Money | Price | int], result: Result, left: int | None
) -> None:
    under = authority(Step(months(24)))
    used = Used.stated({"options": {("taken", "c"): 1, **stated_too}})
    assert judge(part(months(12), "director", 2), under=under, used=used).result is result
    (room,) = [
        each for each in headroom(under, used) if each.clause == "options" and each.group == ("c",)
    ]
    assert room.left == left
