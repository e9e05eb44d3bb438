from __future__ import annotations

from datetime import date

import pytest

from carerslib.errors import NotInForceError
from carerslib.law import carers_allowance, carers_credit
from carerslib.money import Money


@pytest.mark.parametrize(
    ("day", "limit"),
    [
        (date(2007, 9, 30), "87.00"),
        (date(2007, 10, 1), "95.00"),
        (date(2009, 3, 10), "95.00"),
        (date(2010, 4, 11), "95.00"),
        (date(2010, 4, 12), "100.00"),
        (date(2014, 3, 31), "100.00"),
        (date(2014, 5, 1), "102.00"),
        (date(2015, 4, 5), "102.00"),
        (date(2015, 4, 6), "110.00"),
        (date(2017, 4, 9), "110.00"),
        (date(2017, 4, 10), "116.00"),
        (date(2017, 8, 1), "116.00"),
        (date(2018, 5, 1), "120.00"),
        (date(2019, 5, 1), "123.00"),
        (date(2020, 5, 1), "128.00"),
        (date(2022, 4, 10), "128.00"),
        (date(2022, 4, 11), "132.00"),
        (date(2023, 5, 1), "139.00"),
        (date(2024, 5, 1), "151.00"),
        (date(2025, 4, 6), "151.00"),
        (date(2025, 4, 7), "196.00"),
        (date(2026, 2, 1), "196.00"),
        (date(2026, 5, 1), "204.00"),
        (date(2026, 11, 1), "204.00"),
    ],
)
def test_the_earnings_limit_of_the_day(day: date, limit: str) -> None:
    assert carers_allowance.EARNINGS_LIMIT.on(day) == Money.pounds(limit)


@pytest.mark.parametrize("year", [2007, 2014, 2018, 2019, 2020, 2023, 2024, 2026])
@pytest.mark.parametrize("day", [1, 6, 30])
def test_an_april_in_which_the_day_of_the_rise_was_not_found_is_refused_with_the_reason(
    year: int, day: int
) -> None:
    with pytest.raises(NotInForceError, match=f"rose in April {year}, on a day that was not found"):
        carers_allowance.EARNINGS_LIMIT.on(date(year, 4, day))


@pytest.mark.parametrize("day", [date(2007, 3, 31), date(2027, 4, 1)])
def test_a_limit_that_was_not_checked_is_refused(day: date) -> None:
    with pytest.raises(NotInForceError, match="is known for"):
        carers_allowance.EARNINGS_LIMIT.on(day)


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        (date(2010, 3, 31), "53.10"),
        (date(2010, 4, 11), "53.10"),
        (date(2010, 4, 12), "53.90"),
        (date(2024, 3, 31), "76.75"),
        (date(2025, 3, 31), "81.90"),
        (date(2025, 4, 6), "81.90"),
        (date(2025, 4, 7), "83.30"),
        (date(2026, 11, 1), "86.45"),
    ],
)
def test_the_weekly_rate_where_it_was_checked(day: date, rate: str) -> None:
    assert carers_allowance.WEEKLY_RATE.on(day) == Money.pounds(rate)


@pytest.mark.parametrize("day", [date(2011, 4, 1), date(2017, 8, 1), date(2023, 3, 31)])
def test_rates_of_years_that_were_not_checked_are_refused(day: date) -> None:
    with pytest.raises(NotInForceError, match="the rates of these years were not checked"):
        carers_allowance.WEEKLY_RATE.on(day)


def test_every_value_of_the_limit_says_where_it_comes_from() -> None:
    assert all(dated.citation.source for dated in carers_allowance.EARNINGS_LIMIT.values)


def test_hours_for_the_benefit_and_for_the_credit() -> None:
    assert carers_allowance.HOURS.on(date(2026, 11, 1)) == 35
    assert carers_credit.HOURS.on(date(2026, 11, 1)) == 20
    with pytest.raises(NotInForceError):
        carers_credit.HOURS.on(date(2010, 4, 5))
