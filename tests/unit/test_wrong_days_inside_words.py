"""Days, lengths and least figures that contradict one another inside words for some, or apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from carerslib.awards import AWARD, Authority, Resolution, contradictions
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    EventBound,
    Figure,
    Floor,
    For,
    Length,
    Nature,
    Reading,
    Readings,
    Start,
    Step,
    Steps,
    Threshold,
    Window,
)
from carerslib.periods import Term

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
FIRST: Final = date(2024, 4, 1)
LAST: Final = date(2027, 3, 31)
YEAR: Final = Term(years=1)
THREE: Final = Term(years=3)
OTHER: Final = Cap("other", MINUTE, Figure.pounds("1.00"))
START: Final = Start("start", MINUTE, FIRST, FIRST)
LENGTH: Final = Length("length", MINUTE, THREE)
FIRM: Final = Length("firm", MINUTE, THREE, of="firm")
OPTIONS: Final = Steps("options", MINUTE, [YEAR, YEAR])


def wrong(*clauses: Clause) -> list[str]:
    under = Authority("a", MINUTE, [AWARD], clauses)
    resolution = Resolution("r", "Cabinet", MINUTE, authorities=[under])
    return [each.rule for each in contradictions(resolution)]


def until(last: date) -> Window:
    return Window("until", MINUTE, last=last)


def whole(months: int, name: str = "whole") -> Length:
    return Length(name, MINUTE, Term(months=months))


def for_lot(*clauses: Clause, lot: str = "1") -> Clause:
    return For(f"lot {lot} of {len(clauses)}", MINUTE, {"lot": lot}, clauses)


def reading(*clauses: Clause) -> Clause:
    return Readings("r", MINUTE, [Reading("one", clauses), Reading("other", OTHER)])


def above(*clauses: Clause) -> Clause:
    return Threshold("t", MINUTE, Figure.pounds("5.00", nature=Nature.THRESHOLD), clauses)


def in_a_step(*clauses: Clause) -> Clause:
    return Steps("steps", MINUTE, [Step(YEAR, clauses=clauses)])


def limb(*clauses: Clause) -> Clause:
    return Either("e", MINUTE, [Reading("one", clauses), Reading("other", OTHER)])


WITH_WHAT_STANDS_OUTSIDE: Final[list[Callable[..., Clause]]] = [for_lot, reading, above]
BY_ITSELF: Final[list[Callable[..., Clause]]] = [limb, in_a_step]


@pytest.mark.parametrize("inside", [*WITH_WHAT_STANDS_OUTSIDE, *BY_ITSELF])
@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2027, 3, 30), ["length"]), (LAST, []), (date(2027, 4, 1), [])],
)
def test_a_length_that_the_days_beside_it_do_not_hold_is_listed_wherever_it_stands(
    inside: Callable[..., Clause], last: date, expected: list[str]
) -> None:
    assert wrong(inside(START, until(last), LENGTH)) == expected


@pytest.mark.parametrize("inside", WITH_WHAT_STANDS_OUTSIDE)
@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2027, 3, 30), ["length"]), (LAST, []), (date(2027, 4, 1), [])],
)
def test_so_it_is_where_half_of_it_stands_outside(
    inside: Callable[..., Clause], last: date, expected: list[str]
) -> None:
    days = START, until(last), LENGTH
    for number in (1, 2):
        assert wrong(*days[:number], inside(*days[number:])) == expected
        assert wrong(inside(*days[:number]), *days[number:]) == expected


@pytest.mark.parametrize("inside", [*WITH_WHAT_STANDS_OUTSIDE, limb])
@pytest.mark.parametrize(("months", "expected"), [(59, ["whole"]), (60, []), (61, ["whole"])])
def test_a_firm_term_with_options_that_is_not_the_whole_is_listed_wherever_it_stands(
    inside: Callable[..., Clause], months: int, expected: list[str]
) -> None:
    assert wrong(inside(FIRM, OPTIONS, whole(months))) == expected


@pytest.mark.parametrize("inside", WITH_WHAT_STANDS_OUTSIDE)
@pytest.mark.parametrize(("months", "expected"), [(59, ["whole"]), (60, []), (61, ["whole"])])
def test_so_it_is_where_the_firm_term_or_the_options_stand_outside(
    inside: Callable[..., Clause], months: int, expected: list[str]
) -> None:
    parts = FIRM, OPTIONS, whole(months)
    for number in (1, 2):
        assert wrong(*parts[:number], inside(*parts[number:])) == expected
        assert wrong(inside(*parts[:number]), *parts[number:]) == expected


@pytest.mark.parametrize("inside", WITH_WHAT_STANDS_OUTSIDE)
@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2024, 3, 31), ["start"]), (FIRST, []), (date(2024, 4, 2), [])],
)
def test_a_start_after_the_last_day_is_listed_wherever_either_stands(
    inside: Callable[..., Clause], last: date, expected: list[str]
) -> None:
    for end in (until(last), EventBound("event", MINUTE, "the new framework", last)):
        assert wrong(START, inside(end)) == expected
        assert wrong(inside(START), end) == expected
        assert wrong(inside(START, end)) == expected


def test_each_reading_is_held_with_what_stands_outside_and_not_with_the_other() -> None:
    short = [Length(each, MINUTE, Term(months=months)) for each, months in (("a", 37), ("b", 38))]
    readings = [Reading("one", short[0]), Reading("other", short[1])]
    assert wrong(START, until(LAST), Readings("r", MINUTE, readings)) == ["a", "b"]
    assert wrong(START, until(LAST), reading(short[1])) == ["b"]
    late = Reading("one", Start("late", MINUTE, date(2030, 4, 1)))
    assert wrong(Readings("r", MINUTE, [late, Reading("other", until(LAST))])) == []
    split = [Reading("one", START), Reading("other", short[0])]
    assert wrong(Readings("r", MINUTE, split), until(LAST)) == []


@pytest.mark.parametrize("months", [59, 61])
def test_limbs_lots_and_steps_contradict_nothing_of_each_other_nor_of_what_stands_outside(
    months: int,
) -> None:
    late = Start("late", MINUTE, date(2030, 4, 1))
    apart: list[tuple[list[Clause], Clause]] = [
        ([FIRM, OPTIONS], whole(months)),
        ([START, LENGTH], until(FIRST)),
    ]
    for one, other in apart:
        assert wrong(Either("e", MINUTE, [Reading("one", one), Reading("other", other)])) == []
        assert wrong(for_lot(*one), for_lot(other, lot="2")) == []
        assert wrong(*one, limb(other)) == []
        assert wrong(*one[:1], in_a_step(other)) == []
    assert wrong(Either("e", MINUTE, [Reading("one", late), Reading("two", until(LAST))])) == []
    assert wrong(until(LAST), limb(late)) == []


def test_words_for_the_same_lot_are_held_together_and_with_those_for_a_part_of_it() -> None:
    short = until(date(2027, 3, 30))
    assert wrong(for_lot(START), for_lot(short, LENGTH)) == ["length"]
    inner = For("north", MINUTE, {"area": "north"}, [short, LENGTH])
    assert wrong(for_lot(START, inner)) == ["length"]
    both = For("both", MINUTE, {"lot": "1", "area": "north"}, [short, LENGTH])
    assert wrong(both, for_lot(START)) == ["length"]
    assert wrong(inner, for_lot(START)) == []


def test_what_is_narrower_for_one_lot_is_no_contradiction_of_what_is_the_most_for_all() -> None:
    days = START, until(LAST), LENGTH
    later = Start("later", MINUTE, date(2025, 4, 1))
    assert wrong(*days, for_lot(later)) == []
    assert wrong(*days, for_lot(later, whole(36))) == ["whole"]
    assert wrong(*days, for_lot(later, whole(24))) == []
    shorter = Length("shorter", MINUTE, Term(years=2), of="firm")
    assert wrong(FIRM, OPTIONS, whole(60), for_lot(shorter)) == []
    assert wrong(FIRM, OPTIONS, for_lot(shorter, whole(48))) == []


def test_what_is_wrong_for_all_is_listed_once() -> None:
    short = date(2027, 3, 30)
    later = Start("later", MINUTE, date(2025, 4, 1))
    assert wrong(START, until(short), LENGTH, for_lot(later), reading(OTHER)) == ["length"]
    assert wrong(FIRM, OPTIONS, whole(61), for_lot(OTHER), for_lot(later, lot="2")) == ["whole"]


@pytest.mark.parametrize("inside", [for_lot, reading, limb])
@pytest.mark.parametrize(("least", "expected"), [("9.99", []), ("10.00", []), ("10.01", ["least"])])
def test_a_least_figure_above_the_most_is_listed_where_both_are_of_the_same(
    inside: Callable[..., Clause], least: str, expected: list[str]
) -> None:
    floor = Floor("least", MINUTE, Figure.pounds(least))
    most = Cap("most", MINUTE, Figure.pounds("10.00"))
    assert wrong(inside(floor, most)) == expected


def test_a_least_figure_for_all_is_no_more_than_that_for_one_lot_of_several() -> None:
    floor = Floor("least", MINUTE, Figure.pounds("10.01"))
    most = Cap("most", MINUTE, Figure.pounds("10.00"))
    assert wrong(floor, for_lot(most)) == []
    # by each reading, the other of which is £1
    assert wrong(floor, reading(most)) == ["least", "least"]


@pytest.mark.parametrize(
    ("least", "strict", "more", "found"),
    [
        ("9.99", True, False, []),
        ("10.00", True, False, ["least"]),
        ("10.00", False, False, []),
        ("9.99", False, True, []),
        ("10.00", False, True, ["least"]),
        ("9.98", True, True, []),
        ("9.99", True, True, ["least"]),
    ],
)
def test_less_than_a_figure_and_more_than_one_leave_the_figure_itself_out(
    least: str, found: list[str], *, strict: bool, more: bool
) -> None:
    most = Cap("most", MINUTE, Figure.pounds("10.00"), strict=strict)
    assert wrong(most, Floor("least", MINUTE, Figure.pounds(least), strict=more)) == found
