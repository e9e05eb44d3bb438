"""A council's own clause is judged, explained and counted wherever it stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib import explain
from carerslib.awards import (
    AWARD,
    EXTEND,
    RULES,
    Authority,
    Proposal,
    Resolution,
    Used,
    headroom,
    judge,
    judge_each,
    judge_register,
    remaining,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    For,
    Nature,
    Reading,
    Readings,
    Room,
    Step,
    Steps,
    Taken,
    Threshold,
    Unlimited,
)
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Adds, Clause, Group, Request, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.prices import Price

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
HUNDRED: Final = 100_00
BREAKS: Final = {"service": "breaks"}


def bounds(measure: Measure) -> tuple[int, int]:
    return (measure, measure) if isinstance(measure, int) else (measure[0], measure[1])


@attrs.frozen
class InAll:
    """At most a hundred pounds in all that was awarded."""

    reference: str = "own"
    source: Citation = MINUTE
    limits: tuple[str, ...] = ("amount",)

    def adds(self, request: Request, basis: Basis) -> Adds:
        prices = [line.price for line in request.extent(basis).lines]
        if None in prices or not prices:
            return (((), (0, 10 * HUNDRED, 0, 10 * HUNDRED)),)
        return (((), sum(each.stated.in_pence for each in prices if each is not None)),)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        del request, basis
        least, most = bounds(tally[1][0])
        if most <= HUNDRED:
            return Result.MET
        return Result.NOT_MET if least > HUNDRED else Result.UNDETERMINED

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        result = self.result(request, tally, basis)
        missing = (Missing("contract.value", "the amount"),)
        return Finding(
            self.reference,
            "Own sum",
            result,
            Aspect.AMOUNT,
            request.reference,
            self.source,
            Money.pence(bounds(tally[1][0])[1]),
            "at most",
            Money.pence(HUNDRED),
            missing if result is Result.UNDETERMINED else (),
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del basis
        left = Money.pence(HUNDRED - bounds(used.get((), 0))[1])
        return (Room(self.reference, "Own sum", (), left, self.source),)


@attrs.frozen
class EvenPounds:
    """An even number of pounds in each amount; nothing is counted."""

    reference: str = "even"
    source: Citation = MINUTE

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        del tally
        prices = [line.price for line in request.extent(basis).lines if line.price is not None]
        even = all(each.stated.in_pence % 2_00 == 0 for each in prices)
        return Result.MET if even else Result.NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        result = self.result(request, tally, basis)
        about = (Aspect.AMOUNT, request.reference, self.source)
        return Finding(self.reference, "Even pounds", result, *about)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del used, basis
        return ()


def at_the_top(clause: Clause) -> Clause:
    return clause


def in_for(clause: Clause) -> Clause:
    return For("f", MINUTE, BREAKS, clause)


def in_either(clause: Clause) -> Clause:
    other = attrs.evolve(clause, reference="other")  # type: ignore[misc]
    return Either("e", MINUTE, [Reading("one", clause), Reading("other", [clause, other])])


def in_readings(clause: Clause) -> Clause:
    other = attrs.evolve(clause, reference="other")  # type: ignore[misc]
    return Readings("r", MINUTE, [Reading("one", clause), Reading("other", other)])


def in_a_threshold(clause: Clause) -> Clause:
    return Threshold("t", MINUTE, Figure.pounds("5.00", nature=Nature.THRESHOLD), clause)


def deep(clause: Clause) -> Clause:
    return in_for(in_readings(clause))


PLACES: Final[list[Callable[[Clause], Clause]]] = [
    at_the_top,
    in_for,
    in_either,
    in_readings,
    in_a_threshold,
    deep,
]


def under(clause: Clause) -> Authority:
    return Authority("a", MINUTE, [AWARD], [clause, Unlimited("u", MINUTE, "amount")])


def award(name: str, pounds: str | None) -> Proposal:
    value = None if pounds is None else stated(pounds)
    contract = Contract(name, value=value, tags=BREAKS)
    return Proposal(AWARD, contract, on=date(2024, 4, 1 if name == "b" else 2))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
)
def test_it_is_judged_and_explained_wherever_it_stands(
    place: Callable[[Clause], Clause], pounds: str, answer: str
) -> None:
    verdict = judge(award("c", pounds), under=under(place(InAll())))
    assert label(verdict) == answer
    assert "own" in {each.rule for each in verdict.findings}
    text = explain.as_text(verdict)
    assert f"Measured: £{pounds}; permitted: at most £100.00." in text
    assert ("Own sum (own): not met" in text) == (answer == "exceeds")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("pounds", "answer"), [("39.99", "within"), ("40.00", "within"), ("40.01", "exceeds")]
)
def test_what_was_used_before_counts_whether_it_was_folded_stated_or_in_a_register(
    place: Callable[[Clause], Clause], pounds: str, answer: str
) -> None:
    authority = under(place(InAll()))
    before, now = award("b", "60.00"), award("c", pounds)
    used = Used().after(before, under=authority)
    assert label(judge(now, under=authority, used=used)) == answer
    assert [label(each) for each in judge_each([before, now], under=authority)] == [
        "within",
        answer,
    ]
    resolution = Resolution("r", "Cabinet", MINUTE, authorities=[authority])
    assert label(judge_register([before, now], under=resolution)[-1]) == answer
    clause = authority.clauses[0]
    sums: dict[str | tuple[str, ...], Money | Price | int] = {
        group: Money.pence(measure)
        for group, measure in used.of(clause.reference).items()
        if isinstance(measure, int) and measure
    }
    by_hand = Used.stated({clause.reference: sums})
    assert label(judge(now, under=authority, used=by_hand)) == answer


@pytest.mark.parametrize("place", PLACES)
def test_what_is_left_under_it_is_told_wherever_it_stands(
    place: Callable[[Clause], Clause],
) -> None:
    authority = under(place(InAll()))
    for pounds, left in (("60.00", "40.00"), ("100.00", "0.00")):
        used = Used().after(award("b", pounds), under=authority)
        rooms = headroom(authority, used)
        assert Money.pounds(left) in {each.left for each in rooms}
        (still,) = remaining(authority, used)
        assert still.rooms == rooms


@pytest.mark.parametrize("place", PLACES)
def test_it_is_the_limit_on_the_amount_wherever_it_stands_and_only_if_it_says_so(
    place: Callable[[Clause], Clause],
) -> None:
    for limits, result in ((("amount",), Result.MET), ((), Result.UNDETERMINED)):
        own = place(InAll(limits=limits))
        alone = Authority("a", MINUTE, [AWARD], [own])
        # a threshold is a limit itself
        expected = Result.MET if isinstance(own, Threshold) else result
        assert judge(award("c", "100.00"), under=alone).result is expected


@pytest.mark.parametrize("place", PLACES)
def test_an_amount_that_is_not_stated_leaves_it_open_wherever_it_stands(
    place: Callable[[Clause], Clause],
) -> None:
    verdict = judge(award("c", None), under=under(place(InAll())))
    assert verdict.result is Result.UNDETERMINED
    assert "contract.value" in {each.field for each in verdict.missing}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("pounds", "answer"), [("8.00", "within"), ("9.00", "exceeds")])
def test_one_that_counts_nothing_is_judged_wherever_it_stands(
    place: Callable[[Clause], Clause], pounds: str, answer: str
) -> None:
    authority = under(place(EvenPounds()))
    assert label(judge(award("c", pounds), under=authority)) == answer
    used = Used().after(award("b", "3.00"), under=authority)
    assert label(judge(award("c", pounds), under=authority, used=used)) == answer


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "field",
    ["where", "without", "whether", "readings", "cap", "per", "steps", "limbs", "at_most", "title"],
)
@pytest.mark.parametrize("value", [{"service": "breaks"}, ("breaks",), "breaks", 1])
def test_a_field_of_its_own_means_nothing_to_the_library_whatever_its_name(
    place: Callable[[Clause], Clause], field: str, value: object
) -> None:
    kept = {field: attrs.field(default=value)}
    own: Clause = attrs.make_class("Own", kept, bases=(EvenPounds,), frozen=True)()
    most = Cap("most", MINUTE, Figure.pounds("10.00"), where=BREAKS)
    authority = Authority("a", MINUTE, [AWARD], [place(own), most])
    for pounds, answer in (("8.00", "within"), ("9.00", "exceeds"), ("12.00", "exceeds")):
        assert label(judge(award("c", pounds), under=authority)) == answer
    remaining(authority, Used().after(award("b", "8.00"), under=authority))


@pytest.mark.parametrize("place", [in_for, deep])
def test_inside_words_for_some_it_binds_no_others_and_may_bind_what_says_nothing(
    place: Callable[[Clause], Clause],
) -> None:
    authority = under(place(InAll()))
    for tags, answer in (({"service": "advice"}, "within"), ({}, "undetermined")):
        contract = Contract("c", value=stated("100.01"), tags=tags)
        result = judge(Proposal(AWARD, contract), under=authority).result
        assert result is (Result.MET if answer == "within" else Result.UNDETERMINED)
        used = Used().after(Proposal(AWARD, contract), under=authority)
        verdict = judge(award("d", "0.01"), under=authority, used=used)
        assert verdict.result is (Result.MET if tags else Result.UNDETERMINED)


def test_the_readings_differ_where_it_stands_in_one_of_them() -> None:
    unlimited = Unlimited("none", MINUTE, "amount")
    words = Readings("r", MINUTE, [Reading("own", InAll()), Reading("none", unlimited)])
    verdict = judge(award("c", "100.01"), under=under(words))
    assert (label(verdict), verdict.differs) == ("ambiguous", True)
    basis = RULES.basis(readings={"r": "own"})
    assert label(judge(award("c", "100.01"), under=under(words), basis=basis)) == "exceeds"


@pytest.mark.parametrize(("pounds", "answer"), [("5.00", "within"), ("5.01", "exceeds")])
def test_above_a_threshold_it_binds_only_what_is_above(pounds: str, answer: str) -> None:
    authority = under(in_a_threshold(InAll()))
    used = Used().after(award("b", "100.00"), under=authority)
    assert label(judge(award("c", pounds), under=authority, used=used)) == answer


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize(
    ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
)
def test_inside_a_step_it_is_of_the_option_alone_whatever_was_used(
    place: Callable[[Clause], Clause], pounds: str, answer: str, *, in_parts: bool
) -> None:
    steps = Steps("s", MINUTE, [Step(YEAR, clauses=place(InAll()))], in_parts=in_parts)
    authority = Authority("a", MINUTE, [EXTEND], [steps])

    def taking(name: str, pounds: str) -> Proposal:
        alone = Contract(name, value=stated(pounds), tags=BREAKS)
        return Proposal(EXTEND, alone, takes=Taken(1, 1, YEAR))

    used = Used().after(taking("b", "100.00"), under=authority)
    verdict = judge(taking("c", pounds), under=authority, used=used)
    assert label(verdict) == answer
    assert "own" in {each.rule for each in verdict.findings}
    assert "permitted: at most £100.00" in explain.as_text(verdict)


def test_the_finding_and_the_result_never_differ() -> None:
    authority = under(deep(InAll()))
    for pounds in ("100.00", "100.01", None):
        verdict = judge(award("c", pounds), under=authority)
        parts = Verdict.all_of(verdict.parts, title="again")
        assert parts.result is verdict.result
