"""Figures inside words for one lot, or in steps, that do not add up with their total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from carerslib.awards import AWARD, Authority, Resolution, contradictions
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, For, Holder, Of, Only, Step, Steps
from carerslib.periods import Term

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("100.00"))
YEAR: Final = Term(years=1)


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
