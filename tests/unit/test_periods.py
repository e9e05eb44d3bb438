"""Terms, ranges of days, and financial years."""

from __future__ import annotations

import copy
import operator
import pickle
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from carerslib import periods
from carerslib.errors import InvalidRecordError, InvalidValueError, UnknownYearError
from carerslib.money import Money
from carerslib.periods import (
    ByYear,
    DateRange,
    Day,
    FinancialYear,
    Term,
    check_day,
    deadline_after,
    earliest,
    format_day,
    last_day,
    last_day_of,
    latest,
    on_or_before,
)
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Callable

FIVE_YEARS = Term(years=5)
NOON = datetime(2018, 4, 1, 12, tzinfo=UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


def days(text: str) -> DateRange:
    first, last = text.split(" to ")
    return DateRange(day(first), day(last))


class TestCorrespondingDateRule:
    """A term that begins with a day ends the day before the same-numbered day (A-2, A-4)."""

    @pytest.mark.parametrize(
        ("first", "term", "last"),
        [
            ("2018-04-01", Term(years=5), "2023-03-31"),
            ("2012-05-01", Term(years=10), "2022-04-30"),
            ("2019-04-01", Term(years=5), "2024-03-31"),
            ("2020-02-29", Term(years=5), "2025-02-28"),
            ("2020-02-29", Term(years=4), "2024-02-28"),
            ("2019-03-01", Term(years=5), "2024-02-29"),
            ("2019-03-01", Term(years=4), "2023-02-28"),
            ("2023-01-31", Term(months=1), "2023-02-28"),
            ("2024-01-31", Term(months=1), "2024-02-29"),
            ("2024-01-30", Term(months=1), "2024-02-29"),
            ("2024-01-29", Term(months=1), "2024-02-28"),
            ("2023-03-31", Term(months=1), "2023-04-30"),
            ("2023-03-31", Term(months=2), "2023-05-30"),
            ("2023-12-01", Term(months=1), "2023-12-31"),
            ("2023-12-02", Term(months=1), "2024-01-01"),
            ("2023-12-31", Term(months=12), "2024-12-30"),
            ("2018-04-01", Term(days=1), "2018-04-01"),
            ("2018-04-01", Term(days=365), "2019-03-31"),
            ("2018-04-01", Term(months=1, days=1), "2018-05-01"),
            ("2023-01-31", Term(months=1, days=1), "2023-03-01"),
            ("1900-02-01", Term(months=1), "1900-02-28"),
            ("2000-02-01", Term(months=1), "2000-02-29"),
        ],
    )
    def test_the_first_day_counts(self, first: str, term: Term, last: str) -> None:
        assert last_day_of(day(first), term) == day(last)
        assert DateRange.starting(day(first), term) == DateRange(day(first), day(last))

    @pytest.mark.parametrize(
        ("event", "term", "deadline"),
        [
            ("1978-09-30", Term(months=4), "1979-01-30"),
            ("2012-05-01", Term(years=10), "2022-05-01"),
            ("2023-01-31", Term(months=1), "2023-02-28"),
            ("2024-01-31", Term(months=1), "2024-02-29"),
            ("2023-02-28", Term(months=1), "2023-03-28"),
            ("2020-02-29", Term(years=5), "2025-02-28"),
            ("2023-03-01", Term(days=28), "2023-03-29"),
            ("2023-01-31", Term(months=1, days=2), "2023-03-02"),
        ],
    )
    def test_the_day_of_an_event_does_not_count(
        self, event: str, term: Term, deadline: str
    ) -> None:
        assert deadline_after(day(event), term) == day(deadline)

    @pytest.mark.parametrize(
        ("case", "held", "inside"),
        [
            pytest.param("W-10", "2020-02-29 to 2025-02-28", True, id="W-10"),
            pytest.param("W-11", "2020-02-29 to 2025-03-01", False, id="W-11"),
            pytest.param("W-12", "2019-03-01 to 2024-02-29", True, id="W-12"),
            pytest.param("W-13", "2019-03-01 to 2024-03-01", False, id="W-13"),
        ],
    )
    def test_a_contract_of_up_to_five_years(self, case: str, held: str, *, inside: bool) -> None:
        contract = days(held)
        limit = DateRange.starting(contract.first, FIVE_YEARS)
        assert limit.contains(contract) is inside, case
        assert contract.length.within(FIVE_YEARS, contract.first) is inside, case

    def test_five_years_are_as_many_days_as_the_calendar_has(self) -> None:
        assert DateRange.starting(day("2018-04-01"), FIVE_YEARS).days == 1826
        assert DateRange.starting(day("2019-04-01"), FIVE_YEARS).days == 1827


class TestTheLastYear:
    @pytest.mark.parametrize(
        ("first", "term"),
        [
            ("9999-01-01", Term(years=1)),
            ("9999-12-31", Term(days=1)),
            ("9999-12-01", Term(months=1)),
            ("9999-11-30", Term(months=1, days=2)),
        ],
    )
    def test_a_term_may_end_with_the_year_9999(self, first: str, term: Term) -> None:
        assert last_day_of(day(first), term) == date.max

    @pytest.mark.parametrize(
        ("first", "term"),
        [
            ("9999-01-02", Term(years=1)),
            ("9999-12-31", Term(days=2)),
            ("9999-11-30", Term(months=1, days=3)),
            ("2018-04-01", Term(years=8000)),
            ("2018-04-01", Term(days=10**30)),
        ],
    )
    def test_a_term_may_not_end_after_it(self, first: str, term: Term) -> None:
        with pytest.raises(InvalidValueError, match="expected a length that ends by the year 9999"):
            last_day_of(day(first), term)
        with pytest.raises(InvalidValueError, match="expected a length that ends by the year 9999"):
            deadline_after(day(first), term)

    @pytest.mark.parametrize(
        ("first", "term"),
        [("9999-11-30", Term(months=1, days=3)), ("9999-12-31", Term(days=2))],
    )
    def test_the_error_names_the_day_on_which_it_begins(self, first: str, term: Term) -> None:
        with pytest.raises(InvalidValueError, match=f"9999 from {format_day(day(first))}, got"):
            last_day_of(day(first), term)

    def test_a_range_near_the_end_has_a_length(self) -> None:
        assert days("9998-01-02 to 9999-12-30").length == Term(years=1, months=11, days=29)
        assert days("9999-12-02 to 9999-12-30").length == Term(days=29)

    def test_a_deadline_may_not_be_beyond_what_dates_can_say(self) -> None:
        assert deadline_after(day("9998-12-31"), Term(years=1)) == date.max
        with pytest.raises(InvalidValueError, match="from 1 January 9999, got Term"):
            deadline_after(day("9999-01-01"), Term(years=1))


class TestTerm:
    def test_years_are_folded_into_months(self) -> None:
        assert Term(years=1, months=6) == Term(months=18)
        assert Term(years=1, months=6).months == 18
        assert Term(years=1, days=3).days == 3

    @pytest.mark.parametrize(
        ("term", "text", "written"),
        [
            (Term(years=5), "5 years", "Term(years=5)"),
            (Term(months=42), "3 years 6 months", "Term(years=3, months=6)"),
            (Term(years=1, days=183), "1 year 183 days", "Term(years=1, days=183)"),
            (Term(months=1), "1 month", "Term(months=1)"),
            (Term(days=1), "1 day", "Term(days=1)"),
            (Term(days=400), "400 days", "Term(days=400)"),
        ],
    )
    def test_a_term_is_read_in_years_months_and_days(
        self, term: Term, text: str, written: str
    ) -> None:
        assert str(term) == text
        assert repr(term) == written

    @pytest.mark.parametrize("unit", ["years", "months", "days"])
    @pytest.mark.parametrize("count", [-1, 1.0, True, "1", None])
    def test_a_count_is_whole_and_not_negative(self, unit: str, count: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidValueError) as caught:
            Term(**{unit: count})
        assert str(caught.value) == f"{unit}: expected a whole number of 0 or more, got {count!r}"

    def test_wrong_counts_are_told_together(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"^2 problems"):
            Term(years=-1, days=-1)

    def test_no_length_at_all_is_refused(self) -> None:
        assert Term(days=1).days == 1
        with pytest.raises(InvalidValueError, match=r"^term: expected at least one day, got 0$"):
            Term()

    def test_terms_add_part_by_part(self) -> None:
        whole = Term(years=3) + Term(years=1) + Term(months=12, days=2)
        assert whole == Term(years=5, days=2)
        with pytest.raises(TypeError):
            FIVE_YEARS + 1  # type: ignore[operator]

    def test_terms_have_no_order(self) -> None:
        with pytest.raises(TypeError):
            operator.lt(Term(days=30), Term(months=1))

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (Term(months=59), Term(years=5), -1),
            (Term(months=60), Term(years=5), 0),
            (Term(months=61), Term(years=5), 1),
            (Term(days=364), Term(days=365), -1),
            (Term(days=365), Term(days=365), 0),
            (Term(days=366), Term(days=365), 1),
            (Term(days=27), Term(months=1), -1),
            (Term(days=28), Term(months=1), None),
            (Term(days=31), Term(months=1), None),
            (Term(days=32), Term(months=1), 1),
            (Term(days=364), Term(years=1), -1),
            (Term(days=365), Term(years=1), None),
            (Term(days=366), Term(years=1), None),
            (Term(days=367), Term(years=1), 1),
            (Term(days=1824), Term(years=5), -1),
            # Round 1900 and 2100, which were no leap years, five years may have only 1,825 days.
            (Term(days=1825), Term(years=5), None),
            (Term(days=1827), Term(years=5), None),
            (Term(days=1828), Term(years=5), 1),
            (Term(days=146_097), Term(years=400), 0),
            (Term(months=1, days=1), Term(months=1), 1),
            (Term(months=4801), Term(months=1, days=146_097), 0),
        ],
    )
    def test_mixed_lengths_compare_only_where_every_first_day_agrees(
        self, one: Term, other: Term, expected: int | None
    ) -> None:
        assert one.compare(other) == expected
        assert other.compare(one) == (None if expected is None else -expected)

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (Term(days=364), Term(years=1), True),
            (Term(days=365), Term(years=1), True),
            (Term(days=366), Term(years=1), None),
            (Term(days=367), Term(years=1), False),
            (Term(months=60), Term(years=5), True),
            (Term(months=61), Term(years=5), False),
            (Term(years=5, days=1), Term(years=5), False),
        ],
    )
    def test_within_another_whatever_the_first_day(
        self, one: Term, other: Term, *, expected: bool | None
    ) -> None:
        assert one.within(other) is expected

    def test_within_another_from_a_first_day(self) -> None:
        leap, other = day("2024-01-01"), day("2023-01-01")
        assert Term(days=366).within(Term(years=1), leap) is True
        assert Term(days=366).within(Term(years=1), other) is False
        assert Term(days=365).within(Term(years=1), other) is True

    def test_a_term_survives_storing_and_copying(self) -> None:
        term = Term(years=3, days=2)
        assert pickle.loads(pickle.dumps(term)) == term  # noqa: S301 - our own bytes
        assert copy.deepcopy(term) == term
        assert len({term, copy.copy(term)}) == 1


class TestDateRange:
    def test_both_ends_are_in(self) -> None:
        march = DateRange.month(2023, 3)
        assert day("2023-02-28") not in march
        assert day("2023-03-01") in march
        assert day("2023-03-31") in march
        assert day("2023-04-01") not in march
        assert march.days == 31

    def test_one_day_is_a_range(self) -> None:
        assert DateRange(day("2023-03-01"), day("2023-03-01")).days == 1

    def test_a_range_that_ends_before_it_starts_is_refused(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            DateRange(day("2023-03-02"), day("2023-03-01"))
        assert str(caught.value) == (
            "last: expected 2 March 2023 or later, got datetime.date(2023, 3, 1)"
        )

    def test_a_datetime_is_no_day(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            DateRange(NOON, day("2023-03-31"))
        assert str(caught.value) == (
            "first: expected a date without a time, got "
            "datetime.datetime(2018, 4, 1, 12, 0, tzinfo=datetime.timezone.utc)"
        )
        with pytest.raises(InvalidRecordError, match=r"^2 problems"):
            DateRange("2018-04-01", NOON)  # type: ignore[arg-type]

    @pytest.mark.parametrize("wrong", [NOON, "2018-04-01", None, 20180401])
    def test_no_question_takes_a_datetime_for_a_day(self, wrong: Any) -> None:  # noqa: ANN401
        march = DateRange.month(2023, 3)
        for ask in (
            lambda: wrong in march,
            lambda: last_day_of(wrong, FIVE_YEARS),
            lambda: deadline_after(wrong, FIVE_YEARS),
            lambda: FinancialYear.of(wrong),
        ):
            with pytest.raises(InvalidValueError, match="expected a date without a time"):
                ask()

    def test_a_kind_of_date_is_a_day(self) -> None:
        class ServiceDay(date):
            pass

        start = ServiceDay(2018, 4, 1)
        assert last_day_of(start, FIVE_YEARS) == day("2023-03-31")
        assert start in DateRange.year(2018)
        assert check_day("start", start) is None

    def test_months_and_years_are_ranges(self) -> None:
        assert DateRange.month(2024, 2) == days("2024-02-01 to 2024-02-29")
        assert DateRange.month(2023, 12) == days("2023-12-01 to 2023-12-31")
        assert DateRange.year(2023) == days("2023-01-01 to 2023-12-31")

    @pytest.mark.parametrize("month", [0, 13, 1.0, True])
    def test_a_month_is_one_of_twelve(self, month: Any) -> None:  # noqa: ANN401
        with pytest.raises(
            InvalidValueError, match=r"^month: expected a whole number from 1 to 12"
        ):
            DateRange.month(2023, month)

    @pytest.mark.parametrize("year", [0, 10_000, "2023"])
    def test_a_year_is_one_that_a_date_can_have(self, year: Any) -> None:  # noqa: ANN401
        with pytest.raises(
            InvalidValueError, match=r"^year: expected a whole number from 1 to 9999"
        ):
            DateRange.year(year)
        with pytest.raises(
            InvalidValueError, match=r"^year: expected a whole number from 1 to 9999"
        ):
            DateRange.month(year, 1)

    def test_a_range_may_have_no_end(self) -> None:
        onwards = DateRange.onwards(day("2015-04-01"))
        assert onwards.is_open
        assert date.max in onwards
        assert not DateRange.year(2015).is_open
        assert str(onwards) == "from 1 April 2015"

    def test_a_range_without_an_end_has_no_length(self) -> None:
        onwards = DateRange.onwards(day("2015-04-01"))
        for name in ("days", "length"):
            with pytest.raises(InvalidValueError, match=r"^last: expected a range with an end"):
                getattr(onwards, name)

    @pytest.mark.parametrize(
        ("held", "length"),
        [
            ("2018-04-01 to 2023-03-31", Term(years=5)),
            ("2018-04-01 to 2023-04-01", Term(years=5, days=1)),
            ("2018-04-01 to 2023-03-30", Term(years=4, months=11, days=30)),
            ("2020-02-29 to 2025-02-28", Term(years=5)),
            ("2020-02-29 to 2025-02-27", Term(years=4, months=11, days=30)),
            ("2019-03-01 to 2024-02-29", Term(years=5)),
            ("2023-01-31 to 2023-02-28", Term(months=1)),
            ("2023-01-31 to 2023-02-27", Term(days=28)),
            ("2023-01-15 to 2023-01-15", Term(days=1)),
            ("2023-01-15 to 2023-02-13", Term(days=30)),
            ("2023-01-15 to 2023-02-14", Term(months=1)),
        ],
    )
    def test_the_length_is_whole_months_and_then_days(self, held: str, length: Term) -> None:
        assert days(held).length == length

    @pytest.mark.parametrize(
        ("other", "overlap", "inside"),
        [
            ("2023-02-01 to 2023-02-28", None, False),
            ("2023-02-01 to 2023-03-01", "2023-03-01 to 2023-03-01", False),
            ("2023-03-01 to 2023-03-31", "2023-03-01 to 2023-03-31", True),
            ("2023-03-10 to 2023-03-20", "2023-03-10 to 2023-03-20", True),
            ("2023-03-01 to 2023-04-01", "2023-03-01 to 2023-03-31", False),
            ("2023-02-28 to 2023-03-31", "2023-03-01 to 2023-03-31", False),
            ("2023-03-31 to 2023-04-30", "2023-03-31 to 2023-03-31", False),
            ("2023-04-01 to 2023-04-30", None, False),
        ],
    )
    def test_ranges_share_days_or_do_not(
        self, other: str, overlap: str | None, *, inside: bool
    ) -> None:
        march = DateRange.month(2023, 3)
        shared = None if overlap is None else days(overlap)
        assert march.overlap(days(other)) == days(other).overlap(march) == shared
        assert march.overlaps(days(other)) is days(other).overlaps(march) is (shared is not None)
        assert march.contains(days(other)) is inside

    def test_a_range_is_read_from_first_to_last_day(self) -> None:
        assert str(days("2018-04-01 to 2023-03-31")) == "1 April 2018 to 31 March 2023"


class TestDaysKnownToARange:
    MARCH = DateRange.month(2023, 3)

    @pytest.mark.parametrize(
        ("known", "text"),
        [
            (date(2023, 3, 31), "31 March 2023"),
            (date(2023, 12, 1), "1 December 2023"),
            (DateRange.month(2023, 3), "March 2023"),
            (DateRange.month(2024, 2), "February 2024"),
            (DateRange.year(2017), "2017"),
            (DateRange(date(2018, 4, 1), date(2023, 3, 31)), "1 April 2018 to 31 March 2023"),
            (DateRange(date(2023, 3, 1), date(2023, 3, 30)), "1 March 2023 to 30 March 2023"),
            (DateRange.onwards(date(2015, 4, 1)), "from 1 April 2015"),
        ],
    )
    def test_a_day_is_written_as_precisely_as_it_is_known(self, known: Day, text: str) -> None:
        assert format_day(known) == text

    def test_the_first_and_the_last_that_it_can_be(self) -> None:
        assert earliest(self.MARCH) == date(2023, 3, 1)
        assert latest(self.MARCH) == date(2023, 3, 31)
        assert earliest(NOON.date()) == latest(NOON.date()) == date(2018, 4, 1)

    @pytest.mark.parametrize(
        ("a", "b", "expected"),
        [
            (MARCH, date(2023, 3, 30), None),
            (MARCH, date(2023, 3, 31), True),
            (MARCH, date(2023, 4, 1), True),
            (MARCH, date(2023, 3, 1), None),
            (MARCH, date(2023, 2, 28), False),
            (date(2023, 3, 1), MARCH, True),
            (date(2023, 3, 2), MARCH, None),
            (date(2023, 3, 31), MARCH, None),
            (date(2023, 4, 1), MARCH, False),
            (MARCH, MARCH, None),
            (date(2023, 3, 1), date(2023, 3, 1), True),
            (date(2023, 3, 2), date(2023, 3, 1), False),
        ],
    )
    def test_which_comes_first_may_not_be_known(
        self, a: Day, b: Day, *, expected: bool | None
    ) -> None:
        assert on_or_before(a, b) is expected

    def test_a_term_from_a_month_ends_on_any_day_that_follows_from_it(self) -> None:
        assert last_day(self.MARCH, Term(years=1)) == days("2024-02-29 to 2024-03-30")
        assert last_day(date(2018, 4, 1), FIVE_YEARS) == date(2023, 3, 31)


class TestFinancialYear:
    @pytest.mark.parametrize("text", ["2018/19", "2018/2019", "2018-19", "2018-2019"])
    def test_a_year_is_read_in_each_way_that_it_is_written(self, text: str) -> None:
        assert FinancialYear.parse(text) == FinancialYear(2018)

    def test_the_turn_of_a_century(self) -> None:
        assert FinancialYear.parse("1999/00") == FinancialYear(1999)
        assert str(FinancialYear(1999)) == "1999/00"
        assert repr(FinancialYear(2018)) == "FinancialYear.parse('2018/19')"

    @pytest.mark.parametrize(
        "text", ["2018/18", "2018/20", "2018/2020", "2018", "18/19", "2018/019", "2018/19 ", 2018]
    )
    def test_what_is_not_a_year_after_the_other_is_refused(self, text: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidValueError) as caught:
            FinancialYear.parse(text)
        assert str(caught.value) == (
            f"financial_year: expected a financial year such as '2018/19', got {text!r}"
        )

    @pytest.mark.parametrize(
        ("on", "year"),
        [
            ("2018-03-31", 2017),
            ("2018-04-01", 2018),
            ("2018-12-31", 2018),
            ("2019-01-01", 2018),
            ("2019-03-31", 2018),
            ("2019-04-01", 2019),
        ],
    )
    def test_a_year_runs_from_1_april_to_31_march(self, on: str, year: int) -> None:
        assert FinancialYear.of(day(on)) == FinancialYear(year)
        assert day(on) in FinancialYear(year).range

    def test_a_year_knows_its_days_and_its_neighbours(self) -> None:
        year = FinancialYear(2018)
        assert (year.first_day, year.last_day) == (day("2018-04-01"), day("2019-03-31"))
        assert year.range == days("2018-04-01 to 2019-03-31")
        assert (year.previous, year.next) == (FinancialYear(2017), FinancialYear(2019))

    @pytest.mark.parametrize("wrong", [0, 9999, "2018", True, 2018.0])
    def test_a_year_is_one_whose_days_a_date_can_have(self, wrong: object) -> None:
        assert FinancialYear(1).first_day.year == 1
        assert FinancialYear(9998).last_day.year == 9999
        with pytest.raises(InvalidValueError, match=r"^starts_in: expected a year from 1 to 9998"):
            FinancialYear(wrong)  # type: ignore[arg-type]

    def test_years_are_ordered(self) -> None:
        a, b, c = FinancialYear(2017), FinancialYear(2018), FinancialYear(2018)
        assert a < b
        assert not b < c
        assert b <= c
        assert not b <= a
        assert b > a
        assert not b > c
        assert b >= c
        assert not a >= b

    def test_a_year_is_not_compared_with_a_number(self) -> None:
        year: Any = FinancialYear(2018)
        assert year != 2018
        for compare in (operator.lt, operator.le, operator.gt, operator.ge):
            with pytest.raises(TypeError):
                compare(year, 2018)

    @pytest.mark.parametrize(
        ("held", "years"),
        [
            ("2018-04-01 to 2019-03-31", [2018]),
            ("2018-03-31 to 2019-03-31", [2017, 2018]),
            ("2018-04-01 to 2019-04-01", [2018, 2019]),
            ("2018-04-01 to 2023-03-31", [2018, 2019, 2020, 2021, 2022]),
            ("2019-01-01 to 2019-01-01", [2018]),
        ],
    )
    def test_the_years_that_a_range_touches(self, held: str, years: list[int]) -> None:
        assert [year.starts_in for year in FinancialYear.covering(days(held))] == years

    def test_a_range_without_an_end_touches_no_number_of_years(self) -> None:
        with pytest.raises(InvalidValueError, match=r"^days: expected a range with an end"):
            FinancialYear.covering(DateRange.onwards(day("2018-04-01")))


def test_days_have_no_name_but_those_that_are_listed() -> None:
    assert dir(periods) == sorted(periods.__all__)
    with pytest.raises(AttributeError, match=r"'carerslib\.periods' has no attribute 'deadline'"):
        _ = periods.deadline


class TestByYear:
    BUDGET = ByYear.of({"2019/20": Money.pence(2), "2018/19": Money.pence(1)})

    def test_years_come_in_order_however_they_were_given(self) -> None:
        years = (FinancialYear(2018), FinancialYear(2019))
        assert self.BUDGET.years == tuple(self.BUDGET) == years
        assert self.BUDGET.values() == (Money.pence(1), Money.pence(2))
        assert self.BUDGET.items() == tuple(zip(years, self.BUDGET.values(), strict=True))
        assert len(self.BUDGET) == 2

    def test_a_year_may_be_asked_for_by_its_text(self) -> None:
        assert self.BUDGET["2018/19"] == self.BUDGET[FinancialYear(2018)] == Money.pence(1)
        assert self.BUDGET.get("2018/19") == Money.pence(1)
        assert "2018-19" in self.BUDGET
        assert FinancialYear(2019) in self.BUDGET
        assert "2020/21" not in self.BUDGET

    def test_a_year_without_an_amount_is_not_nothing(self) -> None:
        assert self.BUDGET.get("2020/21") is None
        assert self.BUDGET.get("2020/21", "unknown") == "unknown"
        with pytest.raises(UnknownYearError) as caught:
            self.BUDGET["2020/21"]
        assert str(caught.value) == "year: expected one of 2018/19, 2019/20, got '2020/21'"

    def test_what_is_no_year_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match=r"^financial_year: expected"):
            self.BUDGET["2018"]
        with pytest.raises(InvalidValueError, match=r"^financial_year: expected"):
            ByYear.of({"18/19": Money.pence(1)})

    def test_the_total_adds_up_every_year(self) -> None:
        assert self.BUDGET.total == Money.pence(3)
        prices = self.BUDGET.map(Price.as_stated)
        assert prices.total == Price.as_stated(Money.pence(3))
        assert prices.years == self.BUDGET.years

    def test_two_add_year_by_year(self) -> None:
        more = ByYear.of({"2019/20": Money.pence(10), "2021/22": Money.pence(100)})
        assert self.BUDGET + more == ByYear.of(
            {"2018/19": Money.pence(1), "2019/20": Money.pence(12), "2021/22": Money.pence(100)}
        )
        with pytest.raises(TypeError):
            self.BUDGET + Money.pence(1)  # type: ignore[operator]

    def test_a_year_given_twice_is_refused(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            ByYear.of({"2018/19": Money.pence(1), "2018-19": Money.pence(2)})
        assert str(caught.value) == "by_year: expected each year once, got '2018/19'"

    def test_no_year_at_all_is_refused(self) -> None:
        none: dict[str, Money] = {}
        with pytest.raises(InvalidValueError, match=r"^by_year: expected at least one year"):
            ByYear.of(none)

    @pytest.mark.parametrize(
        "given", [{"2018/19": Money.pence(1)}, ("2018/19", "2019/20"), (("2018/19",),), None]
    )
    def test_a_mapping_is_given_by_its_own_constructor(self, given: object) -> None:
        with pytest.raises(InvalidValueError, match=r"^by_year: expected pairs of year and amount"):
            ByYear(given)

    @pytest.mark.parametrize("given", [[("2018/19", Money.pence(1))], None, "2018/19"])
    def test_what_is_no_mapping_has_no_amounts_by_year(self, given: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidValueError) as caught:
            ByYear.of(given)
        assert str(caught.value) == (
            "by_year: expected a mapping of years and amounts, such as {'2018/19': amount}, "
            f"got {given!r}"
        )

    def test_amounts_by_year_can_be_written_back_as_they_are_shown(self) -> None:
        assert repr(self.BUDGET) == (
            "ByYear.of({'2018/19': Money.pounds('0.01'), '2019/20': Money.pounds('0.02')})"
        )
        assert pickle.loads(pickle.dumps(self.BUDGET)) == self.BUDGET  # noqa: S301 - our own bytes
        assert len({self.BUDGET, copy.copy(self.BUDGET)}) == 1


class TestNoRunOfMonths:
    """No two months are both as short as February, and no three all have 31 days."""

    @pytest.mark.parametrize(
        ("months", "days", "order", "inside"),
        [
            (2, 56, 1, False),
            (2, 58, 1, False),
            (2, 59, None, None),
            (3, 91, None, None),
            (3, 92, None, True),
            (3, 93, -1, True),
        ],
    )
    def test_months_are_compared_with_days_as_the_calendar_has_them(
        self, months: int, days: int, order: int | None, *, inside: bool | None
    ) -> None:
        assert Term(months=months).compare(Term(days=days)) == order
        assert Term(months=months).within(Term(days=days)) is inside


class TestWhatIsTold:
    """A wrong call is told by the field, the value and what was expected there."""

    @pytest.mark.parametrize(
        ("ask", "field"),
        [
            (lambda wrong: wrong in DateRange.month(2023, 3), "day"),
            (lambda wrong: last_day_of(wrong, FIVE_YEARS), "first_day"),
            (lambda wrong: deadline_after(wrong, FIVE_YEARS), "event_day"),
            (FinancialYear.of, "day"),
            (lambda wrong: DateRange(wrong, date.max), "first"),
            (lambda wrong: DateRange(date.min, wrong), "last"),
        ],
    )
    @pytest.mark.parametrize("wrong", [NOON, "2018-04-01"])
    def test_a_wrong_day_is_told_by_what_it_was_given_for(
        self,
        ask: Callable[[Any], object],
        field: str,
        wrong: Any,  # noqa: ANN401
    ) -> None:
        with pytest.raises(InvalidValueError) as caught:
            ask(wrong)
        assert (caught.value.field, caught.value.value) == (field, wrong)

    @pytest.mark.parametrize("count", [last_day_of, deadline_after])
    def test_a_length_that_ends_too_late_is_told(
        self, count: Callable[[date, Term], object]
    ) -> None:
        with pytest.raises(InvalidValueError) as caught:
            count(day("9999-06-01"), FIVE_YEARS)
        assert (caught.value.field, caught.value.value, caught.value.expected) == (
            "term",
            FIVE_YEARS,
            "a length that ends by the year 9999 from 1 June 9999",
        )

    def test_a_number_of_days_that_ends_too_late_is_told(self) -> None:
        days_only, after_months = Term(days=400), Term(months=1, days=400)
        with pytest.raises(InvalidValueError) as caught:
            last_day_of(day("9999-06-01"), days_only)
        assert (caught.value.value, caught.value.expected) == (
            days_only,
            "a length that ends by the year 9999 from 1 June 9999",
        )
        with pytest.raises(InvalidValueError) as caught:
            last_day_of(day("9999-06-01"), after_months)
        assert caught.value.value == after_months

    @pytest.mark.parametrize(
        ("ask", "field", "value", "expected"),
        [
            (lambda: DateRange.month(2023, 13), "month", 13, "a whole number from 1 to 12"),
            (lambda: DateRange.month(0, 1), "year", 0, "a whole number from 1 to 9999"),
            (lambda: DateRange.year(10_000), "year", 10_000, "a whole number from 1 to 9999"),
            (lambda: Term(years=-1), "years", -1, "a whole number of 0 or more"),
            (Term, "term", 0, "at least one day"),
            (lambda: FinancialYear(9999), "starts_in", 9999, "a year from 1 to 9998, as an int"),
        ],
    )
    def test_a_wrong_number_is_told(
        self, ask: Callable[[], object], field: str, value: object, expected: str
    ) -> None:
        with pytest.raises(InvalidValueError) as caught:
            ask()
        assert (caught.value.field, caught.value.value, caught.value.expected) == (
            field,
            value,
            expected,
        )

    def test_deadlines_are_found_beside_the_other_days(self) -> None:
        assert periods.deadline_after is deadline_after

    def test_a_range_without_an_end_is_told_by_its_last_day(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            _ = DateRange.onwards(day("2018-04-01")).length
        assert (caught.value.field, caught.value.value) == ("last", date.max)

    def test_no_number_of_years_is_told_with_the_range_that_was_given(self) -> None:
        onwards = DateRange.onwards(day("2018-04-01"))
        with pytest.raises(InvalidValueError) as caught:
            FinancialYear.covering(onwards)
        assert (caught.value.field, caught.value.value) == ("days", onwards)

    def test_what_is_no_pair_of_year_and_amount_is_told(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            ByYear(("2018/19", "2019/20"))
        assert (caught.value.field, caught.value.value) == ("by_year", ("2018/19", "2019/20"))

    def test_a_year_given_twice_is_refused_where_amounts_have_no_order(self) -> None:
        net, gross = Price.net_of_vat(Money.pence(1)), Price.including_vat(Money.pence(2))
        with pytest.raises(InvalidValueError, match=r"^by_year: expected each year once"):
            ByYear.of({"2018/19": net, "2018-19": gross})
