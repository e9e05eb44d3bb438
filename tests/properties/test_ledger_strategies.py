"""The strategies for funds build what may be offered, and reach taking as well as refusing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from carerslib.citations import Citation
from carerslib.funds import (
    CarryForward,
    Consent,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Position,
    Stipulation,
    StipulationKind,
    Treatment,
    Unspent,
    check,
    close_year,
    post,
)
from carerslib.money import Money
from carerslib.periods import DateRange, FinancialYear
from carerslib.testing.strategies import entries, funds, stipulations
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
LOOKING: Final = settings(phases=[Phase.generate], max_examples=2_000, deadline=None)


@given(funds(), st.lists(entries(), max_size=12))
def test_whatever_is_built_is_taken_or_refused_and_can_be_closed(
    fund: Fund, offered: list[Entry]
) -> None:
    posted = post(offered, against=Position(fund))
    assert len(posted.taken) + len(posted.refused) == len(offered)
    assert posted.position.below == frozenset()
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


BODIES: Final = ("one body", "another body")
STANDS: Final = (
    None,
    DateRange(date(2003, 4, 1), date(2003, 6, 20)),
    DateRange(date(2003, 10, 1), date(2004, 3, 31)),
    DateRange(date(2003, 4, 1), date(2005, 3, 31)),
)


def _terms(reference: str) -> SearchStrategy[Stipulation]:
    return st.builds(
        lambda kind, unspent, **said: Stipulation(
            reference,
            kind,
            source=Citation.record("Grant determination"),
            unspent=unspent if kind is StipulationKind.CONDITION else None,
            **said,
        ),
        st.sampled_from(StipulationKind),
        st.sampled_from((None, *Unspent)),
        set_by=st.sampled_from(BODIES),
        days=st.sampled_from(STANDS),
        carry_forward=st.sampled_from((None, *CarryForward)),
    )


@given(
    st.tuples(_terms("a"), _terms("b")),
    st.sampled_from(FundType),
    st.integers(0, 365),
    st.sampled_from((None, *BODIES)),
)
def test_what_may_be_carried_is_what_is_not_owed_and_does_not_lapse_as_the_year_ends(
    words: tuple[Stipulation, ...], type_: FundType, after: int, by: str | None
) -> None:
    money, first, year = Money.pounds("100.00"), date(2003, 4, 1), FinancialYear(2003)
    source = Citation.record("Grant determination")
    fund = Fund("fund", "council", source, type_, words, wider_budget="the directorate")
    given_to = Entry("A1", EntryKind.ALLOCATION, money, first, first)
    position = Position(fund).after(given_to)
    agreed = [Consent(each.reference, money, by, source) for each in words if by]
    end = close_year(position, year, consents=agreed)
    day = first + timedelta(days=after)
    carried = Entry("C1", EntryKind.CARRY_FORWARD, money, day, day, by=by)
    verdict = check(carried, against=position)
    goes_on = end.amount(Treatment.CARRY) + end.amount(Treatment.RESERVE)
    if end.amount(Treatment.LIABILITY) == Money.pounds("0.00"):
        assert verdict.is_met is (goes_on == money)
    if end.amount(Treatment.LAPSE) == money:
        assert verdict.result is Result.NOT_MET
