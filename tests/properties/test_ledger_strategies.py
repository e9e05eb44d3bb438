"""The strategies for funds build what may be offered, and reach taking as well as refusing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from carerslib.funds import (
    Entry,
    EntryKind,
    Fund,
    Position,
    StipulationKind,
    Unspent,
    check,
    close_year,
    post,
)
from carerslib.money import Money
from carerslib.testing.strategies import entries, funds, stipulations
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from carerslib.funds import Stipulation

T = TypeVar("T")
LOOKING: Final = settings(phases=[Phase.generate], max_examples=2_000, deadline=None)


@given(funds(), st.lists(entries(), max_size=12))
def test_whatever_is_built_is_taken_or_refused_and_can_be_closed(
    fund: Fund, offered: list[Entry]
) -> None:
    posted = post(offered, against=Position(fund))
    assert len(posted.taken) + len(posted.refused) == len(offered)
    for year in posted.position.years:
        end = close_year(posted.position, year)
        settled = Money.total(each.amount for each in end.disposals) + end.undisposed
        assert settled == max(end.unspent, Money.pounds("0.00"))


def _reached(strategy: SearchStrategy[T], wanted: Callable[[T], bool]) -> bool:
    """Look for one that is wanted, and do not look for a simpler one."""
    return wanted(find(strategy, wanted, settings=LOOKING))


@pytest.mark.parametrize("result", [Result.MET, Result.NOT_MET, Result.UNDETERMINED], ids=str)
def test_every_answer_is_reached(result: Result) -> None:
    def answers(pair: tuple[Fund, Entry]) -> bool:
        return check(pair[1], against=Position(pair[0])).result is result

    assert _reached(st.tuples(funds(), entries()), answers)


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_of_entry_is_reached(kind: EntryKind) -> None:
    assert _reached(entries(), lambda entry: entry.kind is kind)


@pytest.mark.parametrize("kind", StipulationKind)
def test_every_kind_of_stipulation_is_reached(kind: StipulationKind) -> None:
    assert _reached(stipulations(), lambda each: each.kind is kind)


@given(stipulations())
def test_only_a_condition_asks_for_a_return(each: Stipulation) -> None:
    assert each.unspent is not Unspent.RETURN or each.kind is StipulationKind.CONDITION
