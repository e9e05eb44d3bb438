"""Figures inside words for one lot, or in steps, that do not add up with their total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from carerslib.awards import AWARD, Authority, Resolution, contradictions
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    For,
    Holder,
    Nature,
    Of,
    Only,
    Reading,
    Readings,
    Step,
    Steps,
    Threshold,
)
from carerslib.periods import Term

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("100.00"))
YEAR: Final = Term(years=1)
OTHER: Final = Reading("other", [Holder("other", MINUTE, "cabinet")])


def cap(reference: str, pounds: str, **where: str) -> Cap:
    return Cap(reference, MINUTE, Figure.pounds(pounds), where=where)


def for_lot(lot: str, *clauses: Clause) -> For:
    return For(f"lot {lot}", MINUTE, {"lot": lot}, clauses)


def steps(*pounds: str) -> Steps:
    clauses = [[cap(f"o{number}", each)] if each else [] for number, each in enumerate(pounds)]
    return Steps("steps", MINUTE, [Step(YEAR, clauses=each) for each in clauses])


def wrong(*clauses: Clause) -> list[tuple[str, str, str]]:
    under = Authority("a", MINUTE, [AWARD], clauses)
    resolution = Resolution("r", "Cabinet", MINUTE, authorities=[under])
    found = contradictions(resolution)
    return [(each.title, str(each.measured), str(each.permitted)) for each in found]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("39.99", [("Sum over each lot", "£99.99", "£100.00")]),
        ("40.00", []),
        ("40.01", [("Sum over each lot", "£100.01", "£100.00")]),
    ],
)
def test_figures_inside_words_for_each_lot_add_up_to_the_total(
    second: str, expected: list[tuple[str, str, str]]
) -> None:
    one, two = for_lot("1", cap("c1", "60.00")), for_lot("2", cap("c2", second))
    assert wrong(TOTAL, one, two) == expected
    assert wrong(TOTAL, cap("c1", "60.00", lot="1"), two) == expected


def test_a_lot_without_a_figure_takes_what_the_others_leave() -> None:
    lots = Only("lots", MINUTE, "lot", ["1", "2", "3"])
    holder = for_lot("3", Holder("h", MINUTE, "cabinet"))
    one, two = for_lot("1", cap("c1", "60.00")), for_lot("2", cap("c2", "39.00"))
    assert wrong(TOTAL, lots, one, two, holder) == []


def test_figures_for_heads_of_a_lot_or_for_an_act_are_no_parts_of_the_total() -> None:
    number = Cap("n", MINUTE, Figure(2), of=Of.COUNT)
    by_head = for_lot("1", cap("c1", "60.00", head="advice"), number)
    assert wrong(TOTAL, by_head, for_lot("2", cap("c2", "20.00"))) == []
    acts = [
        For(power, MINUTE, {"power": power}, cap(f"c{power}", "10.00"))
        for power in ("award", "extend")
    ]
    assert wrong(TOTAL, *acts) == []
    two = {"lot": "1", "area": "north"}
    both = For("b", MINUTE, two, cap("c", "1.00")), for_lot("2", cap("c2", "2.00"))
    assert wrong(TOTAL, *both) == []


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("29.99", [("Sum over each option", "£39.99", "£40.00")]),
        ("30.00", []),
        ("30.01", [("Sum over each option", "£40.01", "£40.00")]),
        ("", []),
    ],
)
def test_figures_of_steps_add_up_to_the_figure_for_the_options(
    second: str, expected: list[tuple[str, str, str]]
) -> None:
    assert wrong(cap("options", "40.00", part="options"), steps("10.00", second)) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("29.99", [("Sum over each part", "£99.99", "£100.00")]),
        ("30.00", []),
        ("30.01", [("Sum over each part", "£100.01", "£100.00")]),
        ("", []),
    ],
)
def test_the_firm_part_and_the_figures_of_the_steps_add_up_to_the_total(
    second: str, expected: list[tuple[str, str, str]]
) -> None:
    firm = cap("firm", "60.00", part="firm")
    assert wrong(TOTAL, firm, steps("10.00", second)) == expected


def test_steps_leave_the_rest_of_a_total_to_the_firm_part() -> None:
    assert wrong(TOTAL, steps("50.00", "50.00")) == []
    assert wrong(TOTAL, steps("50.00", "50.01")) == [("Sum over each option", "£100.01", "£100.00")]
    # of two lists of options it is not said which are of which
    other = Steps("other", MINUTE, [Step(YEAR, clauses=[cap("z", "90.00")])])
    assert wrong(TOTAL, steps("50.00", "50.01"), other) == []


def test_figures_for_lots_inside_a_step_add_up_to_that_of_the_step() -> None:
    inside = [TOTAL, cap("c1", "60.00", lot="1"), cap("c2", "30.00", lot="2")]
    found = wrong(Steps("s", MINUTE, [Step(YEAR, clauses=inside)]))
    assert found == [("Sum over each lot", "£90.00", "£100.00")]


def reading(*clauses: Clause) -> Clause:
    return Readings("words", MINUTE, [Reading("these", clauses), OTHER])


def limb(*clauses: Clause) -> Clause:
    return Either("limbs", MINUTE, [Reading("these", clauses), OTHER])


def above(*clauses: Clause) -> Clause:
    over = Figure.pounds("1.00", nature=Nature.THRESHOLD)
    return Threshold("above", MINUTE, over, clauses)


def for_awards(*clauses: Clause) -> Clause:
    return For("awards", MINUTE, {"power": "award"}, clauses)


LOT_1: Final = cap("c1", "60.00", lot="1")


@pytest.mark.parametrize("inside", [reading, limb, above, for_awards])
@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("39.99", [("Sum over each lot", "£99.99", "£100.00")]),
        ("40.00", []),
        ("40.01", [("Sum over each lot", "£100.01", "£100.00")]),
    ],
)
def test_figures_that_stand_together_inside_words_add_up_to_their_total(
    second: str, expected: list[tuple[str, str, str]], inside: Callable[..., Clause]
) -> None:
    assert wrong(inside(TOTAL, LOT_1, cap("c2", second, lot="2"))) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("39.99", [("Sum over each lot", "£99.99", "£100.00")]),
        ("40.00", []),
        ("40.01", [("Sum over each lot", "£100.01", "£100.00")]),
    ],
)
def test_each_reading_adds_up_with_what_stands_outside(
    second: str, expected: list[tuple[str, str, str]]
) -> None:
    two = cap("c2", second, lot="2")
    assert wrong(TOTAL, reading(LOT_1, two)) == expected
    assert wrong(TOTAL, LOT_1, reading(two)) == expected
    assert wrong(reading(TOTAL), LOT_1, two) == expected


@pytest.mark.parametrize("inside", [above, for_awards])
@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("39.99", []),
        ("40.00", []),
        ("40.01", [("Sum over each lot", "£100.01", "£100.00")]),
    ],
)
def test_figures_for_some_leave_the_rest_of_a_total_for_all_to_others(
    second: str, expected: list[tuple[str, str, str]], inside: Callable[..., Clause]
) -> None:
    two = cap("c2", second, lot="2")
    assert wrong(TOTAL, inside(LOT_1, two)) == expected
    assert wrong(TOTAL, LOT_1, inside(two)) == expected
    # what is for all is no part of a total for some
    assert wrong(inside(TOTAL), LOT_1, two) == []


def test_a_limb_is_held_alone_and_a_narrower_figure_for_some_takes_the_place_of_the_wider() -> None:
    two = cap("c2", "40.00", lot="2")
    assert wrong(TOTAL, limb(LOT_1, cap("c2", "60.00", lot="2"))) == []
    assert wrong(TOTAL, LOT_1, two, for_awards(cap("less", "50.00", lot="1"))) == []
    assert wrong(TOTAL, LOT_1, two, for_awards(cap("more", "60.01", lot="1"))) == [
        ("Sum over each lot", "£100.01", "£100.00")
    ]
    # what is found where it stands is not found again inside that
    over = cap("c2", "50.00", lot="2")
    assert wrong(TOTAL, LOT_1, over, for_awards(cap("less", "55.00", lot="1"))) == [
        ("Sum over each lot", "£110.00", "£100.00")
    ]


def test_steps_inside_a_reading_add_up_with_the_firm_part_outside() -> None:
    firm = cap("firm", "60.00", part="firm")
    assert wrong(TOTAL, firm, reading(steps("10.00", "30.00"))) == []
    found = [("Sum over each part", "£100.01", "£100.00")]
    assert wrong(TOTAL, firm, reading(steps("10.00", "30.01"))) == found
    less = [("Sum over each option", "£40.01", "£40.00")]
    assert wrong(cap("o", "40.00", part="options"), reading(steps("10.00", "30.01"))) == less
