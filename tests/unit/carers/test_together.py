"""Tests over several facts that are worked out over every way they could turn out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from carerslib.carers.together import settle

if TYPE_CHECKING:
    from collections.abc import Callable

OPEN: Final[dict[str, bool | None]] = {"a": None, "b": None, "c": None}


def _any_or_both(*, a: int, b: int, c: int) -> int:
    return a & b | c


def _all_and_either(*, a: int, b: int, c: int) -> int:
    return (a | b) & c


@pytest.mark.parametrize(("holds", "towards"), [(_any_or_both, True), (_all_and_either, False)])
def test_a_fact_that_settles_it_alone_is_told_from_those_that_could_only_change_it(
    holds: Callable[..., int], *, towards: bool
) -> None:
    settled = settle(holds, OPEN)
    assert (settled.result, settled.lacking, settled.enough) == (None, ("a", "b", "c"), ("c",))
    assert settled.towards is towards


@pytest.mark.parametrize(
    ("facts", "result", "lacking"),
    [
        ({"c": True}, True, ()),
        ({"c": False}, None, ("a", "b")),
        ({"c": False, "a": True}, None, ("b",)),
        ({"c": False, "a": False}, False, ()),
    ],
)
def test_what_is_recorded_leaves_only_the_facts_that_could_still_change_it(
    facts: dict[str, bool],
    result: bool | None,  # noqa: FBT001 - three values
    lacking: tuple[str, ...],
) -> None:
    settled = settle(_any_or_both, OPEN | facts)
    assert (settled.result, settled.lacking) == (result, lacking)


def test_ways_that_contradict_themselves_are_no_ways() -> None:
    def never_both(*, a: int, b: int, **_: int) -> int:
        return ~(a & b)

    settled = settle(_any_or_both, {"a": None, "b": None, "c": False}, never_both)
    assert (settled.result, settled.lacking) == (False, ())
    contradiction = settle(_any_or_both, {"a": True, "b": True, "c": None}, never_both)
    assert contradiction.result is True


def test_what_a_test_came_to_is_not_shown() -> None:
    assert repr(settle(_any_or_both, OPEN)) == "Settled()"
