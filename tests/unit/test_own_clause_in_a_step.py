"""A council's own clause that limits the amount is asked in a step as a built-in figure is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge, judge_each
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    For,
    Holder,
    Length,
    Reading,
    Readings,
    Room,
    Step,
    Steps,
    Taken,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term
from carerslib.verdicts import Aspect, Finding, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Adds, Clause, Group, Request, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.verdicts import Part

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIRM: Final = Length("firm", MINUTE, Term(years=3), of="firm")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("90000.00"))
TAGS: Final = {"service": "breaks"}
HUNDRED: Final = 100_00


@attrs.frozen
class InWholePounds:
    """At most a hundred pounds, counted as a council counts it; with ``split``, in two findings."""

    reference: str = "own"
    source: Citation = MINUTE
    limits: tuple[str, ...] = ("amount",)
    split: bool = False

    def adds(self, request: Request, basis: Basis) -> Adds:
        prices = [line.price for line in request.extent(basis).lines if line.price is not None]
        return (((), sum(price.stated.in_pence for price in prices)),)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        del request, basis
        (total,) = tally[1]
        return Result.MET if isinstance(total, int) and total <= HUNDRED else Result.NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        result = self.result(request, tally, basis)
        about = (Aspect.AMOUNT, request.reference, self.source)
        found = Finding(self.reference, "Whole pounds", result, *about)
        return Verdict.all_of([found, found], title="Own words") if self.split else found

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del used, basis
        return ()


@attrs.frozen
class EachAmount:
    """No amount above a hundred pounds; nothing is counted."""

    reference: str = "own"
    source: Citation = MINUTE
    limits: tuple[str, ...] = ("amount",)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        del tally
        prices = [line.price for line in request.extent(basis).lines if line.price is not None]
        inside = all(price.stated.in_pence <= HUNDRED for price in prices)
        return Result.MET if inside else Result.NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        result = self.result(request, tally, basis)
        about = (Aspect.AMOUNT, request.reference, self.source)
        return Finding(self.reference, "Each amount", result, *about)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del used, basis
        return ()


CAP: Final = Cap("cap", MINUTE, Figure.pounds("100.00"))
FIGURES: Final[list[Clause]] = [CAP, InWholePounds(), EachAmount(), InWholePounds(split=True)]


def wherever(clause: Clause, inside: Literal["", "for", "readings", "either"]) -> Clause:
    if inside == "for":
        return For("f", MINUTE, TAGS, clause)
    readings = [Reading("one", clause), Reading("other", clause)]
    if inside == "readings":
        return Readings("r", MINUTE, readings)
    return Either("e", MINUTE, readings) if inside == "either" else clause


ANYWHERE: Final = [wherever(each, "") for each in FIGURES] + [
    wherever(InWholePounds(), inside) for inside in ("for", "readings", "either")
]


def authority(*steps: Step, in_parts: bool = False, total: bool = True) -> Authority:
    options = Steps("options", MINUTE, steps, in_parts=in_parts)
    return Authority("a", MINUTE, [AWARD, EXTEND], [FIRM, options, *([TOTAL] if total else [])])


def offering(*pounds: str) -> Contract:
    options = [Option(YEAR, stated(each)) for each in pounds]
    days = date(2020, 4, 1), date(2023, 3, 31)
    return Contract("c", *days, value=stated("700.00"), options=options, tags=TAGS)


def taking(name: str, pounds: str, number: int = 1) -> Proposal:
    alone = Contract(name, value=stated(pounds), tags=TAGS)
    takes = Taken(number, 1, YEAR)
    return Proposal(EXTEND, alone, takes=takes, reference=f"{name}, {number}")


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize("clause", ANYWHERE)
@pytest.mark.parametrize(
    ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
)
def test_it_is_asked_of_the_option_alone_when_offered_and_when_taken(
    clause: Clause, pounds: str, answer: str, *, in_parts: bool
) -> None:
    under = authority(Step(YEAR, clauses=clause), in_parts=in_parts)
    made = offering(pounds)
    used = Used().after(Proposal(AWARD, made), under=under)
    for verdict in (
        judge(Proposal(AWARD, made), under=under),
        judge(Proposal.exercising(made), under=under, used=used),
        judge(taking("c", pounds), under=under),
    ):
        assert label(verdict) == answer


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize("clause", ANYWHERE)
@pytest.mark.parametrize(
    ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
)
def test_it_is_no_sum_over_contracts(
    clause: Clause, pounds: str, answer: str, *, in_parts: bool
) -> None:
    under = authority(Step(YEAR, clauses=clause), in_parts=in_parts)
    acts = [taking("c", "100.00"), taking("d", pounds)]
    assert [label(each) for each in judge_each(acts, under=under)] == ["within", answer]


@pytest.mark.parametrize("clause", [each for each in ANYWHERE if each != EachAmount()])
@pytest.mark.parametrize(
    ("pounds", "answer"), [("39.99", "within"), ("40.00", "within"), ("40.01", "exceeds")]
)
def test_parts_of_one_contract_that_are_taken_one_by_one_add_up(
    clause: Clause, pounds: str, answer: str
) -> None:
    under = authority(Step(Term(years=2), clauses=clause), in_parts=True)
    acts = [taking("c", "60.00"), taking("d", "100.00"), taking("c", pounds, 2)]
    assert [label(each) for each in judge_each(acts, under=under)] == ["within", "within", answer]


@pytest.mark.parametrize("clause", FIGURES)
def test_of_parts_that_may_be_of_another_step_too_much_is_open(clause: Clause) -> None:
    for half, beyond in ((Term(months=6), "undetermined"), (YEAR, "exceeds")):
        under = authority(Step(half, clauses=clause), Step(YEAR), in_parts=True)
        for pounds, answer in (("100.00", "within"), ("100.01", beyond)):
            assert label(judge(Proposal(AWARD, offering(pounds)), under=under)) == answer
            assert label(judge(taking("c", pounds), under=under)) == answer


@pytest.mark.parametrize("clause", FIGURES)
def test_it_limits_the_amount_of_its_own_step_and_of_no_other(clause: Clause) -> None:
    own, bare = Step(YEAR, clauses=clause), Step(YEAR)
    for steps, answer in (((own, bare), "within"), ((bare, own), "undetermined")):
        under = authority(*steps, total=False)
        assert label(judge(taking("c", "100.00"), under=under)) == answer


def test_what_limits_no_amount_waits_until_the_option_is_taken() -> None:
    clause = InWholePounds(limits=("end",))
    under = authority(Step(YEAR, clauses=[clause, Holder("h", MINUTE, "director")]))
    made = offering("100.01")
    assert label(judge(Proposal(AWARD, made, "cabinet"), under=under)) == "within"
    taken = Proposal.exercising(made, by="director")
    assert label(judge(taken, under=under)) == "exceeds"
