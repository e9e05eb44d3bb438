"""Strategies for the values: money, prices, terms, days, citations, parameters."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from hypothesis import strategies as st

from carerslib.citations import Citation, Standing
from carerslib.money import ZERO, Money
from carerslib.parameters import Dated, Parameter
from carerslib.periods import ByYear, DateRange, Day, FinancialYear, Term
from carerslib.prices import Price

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = [
    "by_year",
    "citations",
    "date_ranges",
    "days",
    "financial_years",
    "imprecise_days",
    "money",
    "parameters",
    "prices",
    "terms",
]

T = TypeVar("T")
Amount = TypeVar("Amount", Money, Price)

_A_BILLION: Final = Money.pence(100_000_000_000)
_FIRST_DAY: Final = date(1948, 7, 5)
_LAST_DAY: Final = date(2148, 7, 5)
_RATES: Final = ("20", "17.5", "15", "5", "0")
_WORDS: Final = st.text("abcdefgh ()0123456789.", min_size=1, max_size=20).filter(str.strip)


def money(min_value: Money | None = None, max_value: Money | None = None) -> SearchStrategy[Money]:
    """Return amounts between two others, by default from -£1bn to £1bn."""
    lowest = -_A_BILLION if min_value is None else min_value
    highest = _A_BILLION if max_value is None else max_value
    return st.integers(lowest.in_pence, highest.in_pence).map(Money.pence)


def prices(max_stated: Money | None = None) -> SearchStrategy[Price]:
    """Return prices of every kind: taxed at a rate or not, one basis or both, or unstated."""
    amounts = money(ZERO, max_stated)
    rates = st.sampled_from(_RATES) | st.decimals(0, 100, places=2)
    return st.one_of(
        st.builds(Price.as_stated, amounts),
        st.builds(Price.net_of_vat, amounts),
        st.builds(Price.including_vat, amounts),
        st.builds(Price.exempt, amounts),
        st.builds(Price.outside_scope, amounts),
        st.builds(Price.plus_vat, amounts, rates),
        st.builds(Price.including_vat, amounts, rates),
        st.tuples(amounts, amounts).map(lambda pair: Price.both(net=min(pair), gross=max(pair))),
    )


def terms(max_months: int = 480, max_days: int = 800) -> SearchStrategy[Term]:
    """Return lengths of time in months, in days, or in both; never none at all."""
    months = st.integers(1, max_months).map(lambda count: Term(months=count))
    days_only = st.integers(1, max_days).map(lambda count: Term(days=count))
    return st.one_of(months, days_only, st.builds(Term.__add__, months, days_only))


def days(min_value: date = _FIRST_DAY, max_value: date = _LAST_DAY) -> SearchStrategy[date]:
    """Return days, by default in the 200 years from 5 July 1948."""
    return st.dates(min_value, max_value)


def imprecise_days() -> SearchStrategy[Day]:
    """Return days known exactly, to the month, to the year, or to a range."""
    return st.one_of(
        days(),
        days().map(lambda day: DateRange.month(day.year, day.month)),
        days().map(lambda day: DateRange.year(day.year)),
        date_ranges(),
    )


def date_ranges(
    min_value: date = _FIRST_DAY, max_value: date = _LAST_DAY
) -> SearchStrategy[DateRange]:
    """Return ranges with an end, both of whose days lie between two others."""
    ends = st.tuples(days(min_value, max_value), days(min_value, max_value))
    return ends.map(lambda pair: DateRange(min(pair), max(pair)))


def financial_years(first: int = 1990, last: int = 2060) -> SearchStrategy[FinancialYear]:
    """Return financial years that start in one of the calendar years between two others."""
    return st.integers(first, last).map(FinancialYear)


def by_year(values: SearchStrategy[Amount], max_size: int = 6) -> SearchStrategy[ByYear[Amount]]:
    """Return amounts for one to ``max_size`` years, which need not follow each other."""
    amounts = st.dictionaries(financial_years(), values, min_size=1, max_size=max_size)
    return amounts.map(ByYear.of)


def citations() -> SearchStrategy[Citation]:
    """Return citations of every standing, with and without a place and words."""
    return st.builds(
        Citation,
        source=_WORDS,
        place=st.just("") | _WORDS,
        standing=st.sampled_from(Standing),
        words=st.just("") | _WORDS,
    )


def parameters(values: SearchStrategy[T], max_size: int = 4) -> SearchStrategy[Parameter[T]]:
    """Return parameters of one to ``max_size`` dated values, with or without days between them."""
    days_between = st.just(0) | st.integers(0, 400)
    steps = st.lists(
        st.tuples(days_between, st.integers(1, 2000), values, citations()),
        min_size=1,
        max_size=max_size,
    )

    def dated(first: date, held: list[tuple[int, int, T, Citation]]) -> tuple[Dated[T], ...]:
        known = []
        for between, length, value, citation in held:
            in_force = DateRange.starting(first + timedelta(days=between), Term(days=length))
            known.append(Dated(value, in_force, citation))
            first = in_force.last + timedelta(days=1)
        return tuple(known)

    return st.builds(Parameter, _WORDS, _WORDS, st.builds(dated, days(), steps))
