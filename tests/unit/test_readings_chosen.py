"""A reading that a council has chosen is of words that are there, and is one of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import (
    AWARD,
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
from carerslib.awards._chosen import with_readings_of
from carerslib.citations import Citation
from carerslib.clauses import (
    EMPTY,
    Cap,
    Figure,
    Floor,
    For,
    Holder,
    Of,
    Reading,
    Readings,
    together_or_alone,
)
from carerslib.contracts import Contract
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Finding, Result

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Group, Request, Room, Tally
    from carerslib.clauses.figures import Measure

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
NET: Final = Price.net_of_vat(Money.pounds("900.00"))
ROUNDED: Final = Figure(NET, rounded_to=Money.pounds("10.00"))


class Own:
    """A council's own clause, with readings of its own."""

    reference = "own"
    source = MINUTE

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        del request, tally
        return Result.MET if basis.reading("own") == "wide" else Result.UNDETERMINED

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        found = self.result(request, tally, basis)
        return Finding("own", "Own", found, "scope", request.reference, MINUTE)  # type: ignore[arg-type]

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del used, basis
        return ()


HOLDERS: Final = For(
    "lot", MINUTE, {"lot": "1"}, together_or_alone("holders", MINUTE, ("director", "cabinet"))
)
CLAUSES: Final = (
    Cap("unstated", MINUTE, Figure.pounds("900.00")),
    Cap("rounded", MINUTE, ROUNDED),
    Floor("net", MINUTE, Figure(NET)),
    Cap("number", MINUTE, Figure(3), of=Of.COUNT),
    HOLDERS,
    Own(),
)
UNDER: Final = Authority("a", MINUTE, [AWARD], CLAUSES)
PROPOSAL: Final = Proposal(AWARD, Contract("c", value=stated("950.00"), tags={"lot": "2"}))
KNOWN: Final = "one of holders, own, rounded, unstated"


def refused(readings: dict[str, str]) -> tuple[str, object, str]:
    with pytest.raises(InvalidValueError) as error:
        judge(PROPOSAL, under=UNDER, basis=RULES.basis(readings=readings))
    return error.value.field, error.value.value, error.value.expected


@pytest.mark.parametrize("name", ["holder", "net", "number", "lot", "a"])
def test_a_name_of_no_words_that_are_read_in_several_ways_is_refused(name: str) -> None:
    assert refused({name: "together"}) == ("readings", name, KNOWN)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        # words that are not asked of this award are checked all the same
        ("holders", "together, each alone"),
        ("unstated", "net of VAT, including VAT"),
        ("rounded", "rounded up, rounded down"),
    ],
)
def test_a_choice_that_is_no_reading_of_theirs_is_refused(name: str, names: str) -> None:
    assert refused({name: "whatever"}) == (f"reading of {name}", "whatever", f"one of {names}")


@pytest.mark.parametrize(
    "readings",
    [
        {},
        {"holders": "together", "unstated": "net of VAT", "rounded": "rounded up"},
        # what a council's own clause reads is for it to know
        {"own": "wide"},
    ],
)
def test_a_reading_of_theirs_is_taken(readings: dict[str, str]) -> None:
    verdict = judge(PROPOSAL, under=UNDER, basis=RULES.basis(readings=readings))
    assert verdict.result is Result.NOT_MET


def test_a_figure_by_itself_refuses_what_is_no_reading_of_any_figure() -> None:
    cap, basis = Cap("v", MINUTE, Figure.pounds("9.00")), RULES.basis(readings={"v": "net"})
    with pytest.raises(InvalidValueError) as error:
        cap.result(PROPOSAL, EMPTY, basis)
    assert error.value.field == "reading of v"


def test_every_wrong_choice_is_named_at_once() -> None:
    basis = RULES.basis(readings={"one": "x", "two": "y"})
    with pytest.raises(InvalidRecordError) as error:
        judge(PROPOSAL, under=UNDER, basis=basis)
    assert [each.value for each in error.value.problems] == ["one", "two"]


def test_where_no_words_are_read_in_several_ways_it_says_so() -> None:
    plain = Authority("plain", MINUTE, [AWARD], Holder("h", MINUTE, "director"))
    with pytest.raises(InvalidValueError) as error:
        judge(PROPOSAL, under=plain, basis=RULES.basis(readings={"h": "alone"}))
    assert error.value.expected == "none, as no words of plain are read in several ways"


def test_words_of_any_paragraph_of_the_resolution_may_be_meant() -> None:
    other = Authority("b", MINUTE, [AWARD], Cap("other", MINUTE, Figure.pounds("9.00")))
    both = Resolution("r", "Cabinet", MINUTE, authorities=[UNDER, other])
    basis = RULES.basis(readings={"other": "net of VAT", "holders": "together"})
    assert judge(PROPOSAL, under=both, basis=basis).result is Result.NOT_MET
    # of several records, each has the choices for its own words
    assert with_readings_of(both, basis) is basis
    assert with_readings_of(other, basis).readings == (("other", "net of VAT"),)
    alone = judge(PROPOSAL, under=other, basis=with_readings_of(other, basis))
    assert alone.result is Result.NOT_MET


@pytest.mark.parametrize(
    "ask",
    [
        lambda basis: list(judge_each([PROPOSAL], under=UNDER, basis=basis)),
        lambda basis: judge_register([], under=UNDER, basis=basis),
        lambda basis: headroom(UNDER, basis=basis),
        lambda basis: remaining(UNDER, basis=basis),
        lambda basis: Used().after(PROPOSAL, under=UNDER, basis=basis),
    ],
)
def test_so_it_is_wherever_a_basis_is_taken(ask: Callable[[Basis], object]) -> None:
    with pytest.raises(InvalidValueError) as error:
        ask(RULES.basis(readings={"holder": "together"}))
    assert (error.value.field, error.value.value, error.value.expected) == (
        "readings",
        "holder",
        KNOWN,
    )


def test_the_readings_of_a_reading_are_known_too() -> None:
    inner = Readings(
        "inner",
        MINUTE,
        [Reading("x", Holder("x", MINUTE, "x")), Reading("y", Holder("y", MINUTE, "y"))],
    )
    outer = Readings(
        "outer", MINUTE, [Reading("one", inner), Reading("two", Holder("z", MINUTE, "z"))]
    )
    under = Authority("a", MINUTE, [AWARD], outer)
    basis = RULES.basis(readings={"outer": "one", "inner": "y"})
    assert judge(PROPOSAL, under=under, basis=basis).result is Result.UNDETERMINED
