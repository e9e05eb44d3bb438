"""What holds of every day, term and range."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from carerslib.periods import (
    ByYear,
    DateRange,
    Day,
    FinancialYear,
    Term,
    deadline_after,
    earliest,
    last_day,
    last_day_of,
    latest,
    on_or_before,
)
from carerslib.testing.strategies import (
    by_year,
    date_ranges,
    days,
    financial_years,
    imprecise_days,
    money,
    terms,
)

if TYPE_CHECKING:
    from carerslib.money import Money

A_DAY = timedelta(days=1)
FIRST_OF_THE_CYCLE = date(2000, 1, 1)
DAYS_IN_THE_CYCLE = 146_097
# Eight years round 2100, which is no leap year, and eight with two that are: all that spans of up
# to five years can meet. Days in the middle of a month are all alike.
STARTS = [
    start
    for year in (*range(2023, 2031), *range(2096, 2104))
    for start in (date(year, 1, 1) + count * A_DAY for count in range(365))
    if start.day in (1, 15, 28, 29, 30, 31) or start.month == 2
]


def corresponding_date_rule(first_day: date, months: int) -> date:
    """The rule in its own words: the day before the same-numbered day, or the end of the month."""
    year, month = first_day.year, first_day.month
    year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    try:
        return date(year, month, first_day.day) - A_DAY
    except ValueError:
        next_month = date(year + month // 12, month % 12 + 1, 1)
        return next_month - A_DAY


def test_every_first_day_of_400_years_obeys_the_corresponding_date_rule() -> None:
    lengths = random.Random(1981)  # noqa: S311 - any lengths will do, the same ones each time
    terms_by_months = [Term(months=months) for months in range(1, 481)]
    first_day = FIRST_OF_THE_CYCLE
    wrong = []
    for _ in range(DAYS_IN_THE_CYCLE):
        term = lengths.choice(terms_by_months)
        if last_day_of(first_day, term) != corresponding_date_rule(first_day, term.months):
            wrong.append((first_day, term))
        first_day += A_DAY
    assert wrong == []
    assert first_day == date(2400, 1, 1)


@given(days(), terms())
def test_a_range_that_starts_on_a_day_is_as_long_as_its_term(first_day: date, term: Term) -> None:
    held = DateRange.starting(first_day, term)
    months_end = corresponding_date_rule(first_day, term.months) if term.months else None
    before_the_days = months_end or first_day - A_DAY
    assert held.last == before_the_days + timedelta(days=term.days)
    assert held.length.within(term, first_day)
    assert term.within(held.length, first_day)


@given(date_ranges())
def test_the_length_of_a_range_gives_the_range_back(held: DateRange) -> None:
    assert DateRange.starting(held.first, held.length) == held
    more_months = Term(months=held.length.months + 1)
    assert last_day_of(held.first, more_months) > held.last


@given(days(), days(), terms())
def test_a_later_start_never_ends_earlier(one: date, other: date, term: Term) -> None:
    first, second = sorted((one, other))
    assert last_day_of(first, term) <= last_day_of(second, term)


@given(days(), terms(), terms())
def test_a_longer_term_never_ends_earlier(first_day: date, term: Term, more: Term) -> None:
    assert last_day_of(first_day, term) < last_day_of(first_day, term + more)


@given(days(), terms())
def test_a_period_after_an_event_ends_a_day_later_unless_the_month_is_short(
    day: date, term: Term
) -> None:
    difference = deadline_after(day, term) - last_day_of(day, term)
    assert difference in (A_DAY, timedelta(0))
    if day.day <= 28:
        assert difference == A_DAY


@given(terms(max_months=60), terms(max_months=60), st.lists(days(), min_size=1, max_size=30))
def test_a_comparison_without_a_first_day_holds_for_every_first_day(
    one: Term, other: Term, starts: list[date]
) -> None:
    compared, within = one.compare(other), one.within(other)
    for start in starts:
        ends, other_ends = last_day_of(start, one), last_day_of(start, other)
        sign = (ends > other_ends) - (ends < other_ends)
        assert compared in (None, sign)
        assert within in (None, ends <= other_ends)


@given(st.integers(0, 30), st.integers(1, 30), st.integers(-3, 3), st.integers(-40, 40))
def test_a_comparison_without_a_first_day_is_exact(
    months: int, extra: int, centre: int, offset: int
) -> None:
    fewer = Term(months=months, days=max(0, 30 * extra + 4 * centre + offset) + 1)
    more = Term(months=months + extra)
    signs, inside = set(), set()
    for start in STARTS:
        ends, other_ends = last_day_of(start, fewer), last_day_of(start, more)
        signs.add((ends > other_ends) - (ends < other_ends))
        inside.add(ends <= other_ends)
    assert fewer.compare(more) == (signs.pop() if len(signs) == 1 else None)
    assert fewer.within(more) == (inside.pop() if len(inside) == 1 else None)


@given(terms(), terms())
def test_comparing_the_other_way_round_gives_the_opposite(one: Term, other: Term) -> None:
    compared, reverse = one.compare(other), other.compare(one)
    assert compared == (None if reverse is None else -reverse)
    assert one.compare(one) == 0


@given(imprecise_days(), imprecise_days())
def test_order_is_told_only_where_every_day_that_it_can_be_agrees(a: Day, b: Day) -> None:
    answers = {
        one <= other for one in (earliest(a), latest(a)) for other in (earliest(b), latest(b))
    }
    assert on_or_before(a, b) == (answers.pop() if len(answers) == 1 else None)


@given(imprecise_days(), terms())
def test_a_start_known_to_a_range_ends_between_both_its_ends(first: Day, term: Term) -> None:
    end = last_day(first, term)
    assert earliest(end) == last_day_of(earliest(first), term)
    assert latest(end) == last_day_of(latest(first), term)


@given(date_ranges(), date_ranges(), days())
def test_a_day_is_in_the_overlap_if_it_is_in_both(a: DateRange, b: DateRange, day: date) -> None:
    overlap = a.overlap(b)
    assert (overlap is not None and day in overlap) == (day in a and day in b)
    assert a.overlaps(b) == (overlap is not None)
    assert a.contains(b) == (overlap == b)


@given(days())
def test_every_day_is_in_one_financial_year(day: date) -> None:
    year = FinancialYear.of(day)
    assert day in year.range
    assert day not in year.next.range
    assert day not in year.previous.range
    assert year.last_day + A_DAY == year.next.first_day


@given(financial_years())
def test_a_financial_year_survives_being_written(year: FinancialYear) -> None:
    assert FinancialYear.parse(str(year)) == year
    assert FinancialYear.parse(f"{year.starts_in}-{year.starts_in + 1}") == year


@given(date_ranges())
def test_the_financial_years_of_a_range_have_all_its_days_and_follow_each_other(
    held: DateRange,
) -> None:
    years = FinancialYear.covering(held)
    assert held.first in years[0].range
    assert held.last in years[-1].range
    assert all(year.next == after for year, after in pairwise(years))


@given(by_year(money()), by_year(money()))
def test_adding_by_year_adds_the_totals(a: ByYear[Money], b: ByYear[Money]) -> None:
    assert (a + b).total == a.total + b.total
    assert a + b == b + a
    assert ByYear.of(dict(a.items())) == a


@given(by_year(money()))
def test_changing_amounts_keeps_the_years(amounts: ByYear[Money]) -> None:
    assert amounts.map(abs).years == amounts.years
    assert amounts.map(lambda amount: -amount).total == -amounts.total
