"""The strategies for funds build what may be offered, and reach taking as well as refusing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from carerslib.citations import Citation
from carerslib.clauses import For, Only
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
    YearEnd,
    check,
    close_year,
    post,
)
from carerslib.money import ZERO, Money
from carerslib.periods import DateRange, FinancialYear
from carerslib.testing.strategies import entries, funds, stipulations
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
        lambda kind, unspent, carry_forward, **said: Stipulation(
            reference,
            kind,
            source=Citation.record("Grant determination"),
            unspent=unspent if kind is StipulationKind.CONDITION else None,
            carry_forward=carry_forward
            if kind is StipulationKind.EXPECTATION or carry_forward is not CarryForward.NOT_READ
            else None,
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


SOURCE: Final = Citation.record("Grant determination")
KINDS_OF_MONEY: Final = ("grant", "own")
YEARS: Final = tuple(FinancialYear(year) for year in (2003, 2004, 2005))
PURPOSE: Final = Only("purposes", SOURCE, "purpose", ["breaks"])
BEFORE_LAST: Final = DateRange(date(2003, 4, 1), date(2005, 3, 31))


def _only_of(source: str, words: Stipulation) -> Stipulation:
    """Give the same words, of the money of one source alone."""
    clause = For(f"for {source}", SOURCE, {"source": source}, [PURPOSE])
    return attrs.evolve(words, reference=source, set_by=f"body of {source}", clauses=[clause])


WORDS: Final = st.tuples(*(_terms(source) for source in KINDS_OF_MONEY)).map(
    lambda both: tuple(_only_of(each.reference, each) for each in both)
)
MONEY: Final = st.lists(
    st.tuples(
        st.sampled_from(
            (
                EntryKind.ALLOCATION,
                EntryKind.EXPENDITURE,
                EntryKind.CARRY_FORWARD,
                EntryKind.CARRY_FORWARD,
                EntryKind.RETURN,
            )
        ),
        st.sampled_from(KINDS_OF_MONEY),
        st.sampled_from(YEARS[:2]),
        st.integers(1, 60),
    ),
    max_size=12,
)
AGREED: Final = st.lists(st.lists(st.integers(0, 120), min_size=2, max_size=2), min_size=3)


def _entries_of(moves: Iterable[tuple[EntryKind, str, FinancialYear, int]]) -> list[Entry]:
    given_to = [(EntryKind.ALLOCATION, source, YEARS[0], 100) for source in KINDS_OF_MONEY]
    return [
        Entry(
            f"entry {number}",
            kind,
            Money.pounds(f"{pounds}.00"),
            year.last_day,
            year.last_day,
            source=source,
            purpose="breaks",
            by=f"body of {source}",
        )
        for number, (kind, source, year, pounds) in enumerate((*given_to, *moves))
    ]


def _letters(pounds: list[int]) -> list[Consent]:
    return [
        Consent(source, Money.pounds(f"{each}.00"), f"body of {source}", SOURCE)
        for source, each in zip(KINDS_OF_MONEY, pounds, strict=True)
    ]


def _ends(position: Position, agreed: list[list[int]]) -> list[YearEnd]:
    before: list[Consent] = []
    found = []
    for year, pounds in zip(YEARS, agreed, strict=False):
        letters = _letters(pounds)
        found.append(close_year(position, year, consents=letters, consents_before=before))
        before = letters
    return found


@given(WORDS, st.sampled_from(FundType), st.booleans(), MONEY, AGREED)
def test_money_of_two_sources_is_settled_as_in_two_funds(
    words: tuple[Stipulation, ...],
    type_: FundType,
    by_year: bool,  # noqa: FBT001 - drawn
    moves: list[tuple[EntryKind, str, FinancialYear, int]],
    agreed: list[list[int]],
) -> None:
    fund = Fund("fund", "council", SOURCE, type_, words, by_year=by_year, wider_budget="all")
    posted = post(_entries_of(moves), against=Position(fund))
    both = _ends(posted.position, agreed)
    alone = []
    for each in words:
        of = attrs.evolve(fund, stipulations=[each])
        own = [entry for entry in posted.taken if entry.source == each.reference]
        mine = post(own, against=Position(of))
        assert not mine.refused, "what the one is held to depends on the other"
        alone.append(_ends(mine.position, agreed))
    for end, *parts in zip(both, *alone, strict=True):
        settled = Money.total(each.amount for each in end.disposals) + end.undisposed
        assert settled == max(end.unspent, ZERO)
        assert end.income == Money.total(each.income for each in parts)
        for treatment in Treatment:
            assert end.amount(treatment) == Money.total(each.amount(treatment) for each in parts)
        assert {each.expected for each in end.missing} == {
            each.expected for part in parts for each in part.missing
        }


@given(WORDS, st.booleans(), MONEY, AGREED)
def test_every_penny_is_income_of_one_year_or_is_owed_or_was_returned(
    words: tuple[Stipulation, ...],
    by_year: bool,  # noqa: FBT001 - drawn
    moves: list[tuple[EntryKind, str, FinancialYear, int]],
    agreed: list[list[int]],
) -> None:
    """Nothing is carried out of the last of the years."""
    fund = Fund("fund", "council", SOURCE, FundType.GENERAL_GRANT, words, by_year=by_year)
    position = post(_entries_of(moves), against=Position(fund)).position
    ends = _ends(position, agreed)
    sums = position.sums()
    owed = [each.liability for each in ends]
    left = Money.total(owed if by_year else owed[-1:])
    assert Money.total(each.income for each in ends) == sums.allocated - sums.returned - left


@given(
    st.sampled_from((Unspent.RETURN, None)),
    st.sampled_from((CarryForward.WITH_CONSENT, None)),
    st.booleans(),
    st.booleans(),
    st.integers(0, 100),
    st.integers(0, 100),
    st.integers(0, 120),
)
def test_what_is_agreed_keeps_no_more_than_it_says_with_what_was_carried(  # noqa: PLR0913, PLR0917
    unspent: Unspent | None,
    carry: CarryForward | None,
    goes_on: bool,  # noqa: FBT001 - drawn
    by_year: bool,  # noqa: FBT001 - drawn
    spent: int,
    carried: int,
    agreed: int,
) -> None:
    if unspent is None:
        carry = CarryForward.WITH_CONSENT
    condition = Stipulation(
        "grant",
        StipulationKind.CONDITION,
        "body of grant",
        SOURCE,
        days=BEFORE_LAST if goes_on else None,
        carry_forward=carry,
        unspent=unspent,
    )
    fund = Fund("fund", "council", SOURCE, FundType.RING_FENCED_GRANT, [condition], by_year=by_year)
    moves = [(EntryKind.EXPENDITURE, "grant", YEARS[0], spent)]
    moves += [(EntryKind.CARRY_FORWARD, "grant", YEARS[0], min(carried, 100 - spent))]
    offered = [each for each in _entries_of(moves) if each.source == "grant"]
    posted = post(offered, against=Position(fund))
    assert not posted.refused
    end = close_year(posted.position, YEARS[0], consents=_letters([agreed, 0]))
    left, on = 100 - spent, min(carried, 100 - spent)
    free = unspent is Unspent.RETURN and goes_on and carry is None
    kept = min(agreed, left - on) if free else max(min(agreed, left) - on, 0)
    goes = end.amount(Treatment.CARRY) + end.amount(Treatment.RESERVE)
    assert goes == Money.pounds(f"{kept}.00")
    owed = end.liability if unspent is Unspent.RETURN else end.undisposed
    assert owed == Money.pounds(f"{left - on - kept}.00")
    if unspent is Unspent.RETURN:
        income = min(agreed, left) if goes_on else on + kept
        assert end.income == Money.pounds(f"{spent + income}.00")
