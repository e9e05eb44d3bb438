"""Amounts of parts of several years are too much just where there is no room for them."""

from __future__ import annotations

from datetime import date
from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from carerslib.awards import AWARD, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, For, Line, Window
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.prices import Price
from carerslib.verdicts import Result

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
FIRST: Final = date(2024, 4, 1)
YEARS: Final = tuple(f"{year}/{year - 1999}" for year in range(2024, 2034))
FIGURE: Final = 10
WINDOW: Final = Window("w", MINUTE, FIRST, date(2034, 3, 31))
MOST: Final = Figure(Price.as_stated(Money.pence(FIGURE)))
PROFILE: Final = tuple(Cap(year, MINUTE, MOST, where={"year": year}) for year in YEARS)

parts = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 35)), min_size=2, max_size=4)
starts = st.sampled_from((FIRST, date(2024, 10, 1)))
used_up = st.lists(st.integers(0, FIGURE), min_size=len(YEARS), max_size=len(YEARS))


def contract_of(first: date, given_parts: list[tuple[int, int]], both: int) -> Contract:
    """Make a contract of parts with a length and an amount each, and an amount of all options."""
    terms = [Term(months=months) for months, _ in given_parts]
    places = [{"part": "firm"}, *({"option": str(each)} for each in range(1, len(terms)))]
    lines = [
        Line(Price.as_stated(Money.pence(pence)), place)
        for (_, pence), place in zip(given_parts, places, strict=True)
    ]
    lines.append(Line(Price.as_stated(Money.pence(both)), {"part": "options"}))
    options = [Option(term) for term in terms[1:]]
    return Contract("c", first, term=terms[0], options=options, amounts=lines)


def years_of(first: date, given_parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the first and the last financial year of each part, from 0, by counting months."""
    months, found = 0 if first == FIRST else 6, []
    for length, _ in given_parts:
        found.append((months // 12, (months + length - 1) // 12))
        months += length
    return found


def has_room(amounts: list[tuple[int, int, int]], left: list[int]) -> bool:
    """Fill year after year, first with what must be placed soonest."""
    waiting = [[*amount] for amount in amounts]
    for year, most in enumerate(left):
        room = most
        for amount in sorted(waiting, key=lambda amount: amount[1]):
            if amount[0] <= year <= amount[1]:
                placed = min(room, amount[2])
                amount[2] -= placed
                room -= placed
    return not any(amount[2] for amount in waiting)


@given(starts, parts, st.integers(0, 20), used_up)
@example(FIRST, [(24, 21), (12, 0)], 0, [0] * len(YEARS))
@example(date(2024, 10, 1), [(12, 15), (12, 16)], 0, [0] * len(YEARS))
def test_parts_are_too_much_just_where_no_placing_has_room(
    first: date, given_parts: list[tuple[int, int]], both: int, used: list[int]
) -> None:
    spans = years_of(first, given_parts)
    amounts = [(*span, pence) for span, (_, pence) in zip(spans, given_parts, strict=True)]
    amounts.append((spans[1][0], spans[-1][1], both))
    left = [FIGURE - each for each in used]
    proposal = Proposal(AWARD, contract_of(first, given_parts, both))
    each = Cap("each", MINUTE, MOST, per=("year",))
    by_words = [
        For(f"for {cap.reference}", MINUTE, cap.where, Cap(cap.reference, MINUTE, MOST))
        for cap in PROFILE
    ]
    for clauses in ((each,), PROFILE, by_words):
        under = Authority("a", MINUTE, AWARD, (*clauses, WINDOW))
        before = Contract(
            "b",
            amounts=[
                Line(Price.as_stated(Money.pence(pence)), {"year": year})
                for year, pence in zip(YEARS, used, strict=True)
            ],
        )
        so_far = Used().after(Proposal(AWARD, before), under=under)
        found = judge(proposal, under=under, used=so_far).result
        assert (found is Result.NOT_MET) is not has_room(amounts, left)
