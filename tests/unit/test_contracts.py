"""Contracts: a firm term, its options, and amounts by year."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs
import pytest

from carerslib.clauses import Extent, Line
from carerslib.contracts import COUNTS_OPTIONS, Contract, Option
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, Term
from carerslib.prices import Price

FIRST, LAST = date(2018, 4, 1), date(2021, 3, 31)
ONE_YEAR = Term(years=1)
THREE_YEARS = Term(years=3)


def pounds(text: str) -> Price:
    return Price.as_stated(Money.pounds(text))


def by_year(**amounts: str) -> ByYear[Price]:
    return ByYear.of(
        {f"{year[1:]}/{int(year[1:]) - 1999}": pounds(each) for year, each in amounts.items()}
    )


def problem(**fields: object) -> str:
    with pytest.raises(InvalidValueError) as error:
        Contract("A", **fields)  # type: ignore[arg-type]
    return str(error.value)


class TestWhatIsRefused:
    def test_a_contract_needs_the_key_that_its_owner_knows_it_by(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Contract("")
        assert str(error.value) == "reference: expected the caller's own key, not empty, got ''"

    def test_a_number_is_no_price(self) -> None:
        assert problem(value=12.5) == (
            "value: expected a Price, as Price.as_stated(money), got 12.5"
        )

    def test_money_alone_is_no_price(self) -> None:
        assert problem(value=Money.pounds("1.00")) == (
            "value: expected a Price, as Price.as_stated(money), got Money.pounds('1.00')"
        )

    def test_a_datetime_is_no_day(self) -> None:
        assert problem(first_day=datetime(2018, 4, 1, 9, 0)).startswith("first_day: expected ")

    def test_a_contract_does_not_end_before_it_starts(self) -> None:
        assert problem(first_day=LAST, last_day=FIRST) == (
            "last_day: expected a day not before the first day, 31 March 2021, "
            "got datetime.date(2018, 4, 1)"
        )

    @pytest.mark.parametrize("first", [FIRST, None])
    def test_what_has_no_end_has_no_last_day(self, first: date | None) -> None:
        wrong = (
            "last_day: expected a day before 31 December 9999, or None where no end is stated, "
            "got datetime.date(9999, 12, 31)"
        )
        assert problem(first_day=first, last_day=date.max) == wrong
        with pytest.raises(InvalidValueError) as error:
            Extent(first, date.max)
        assert str(error.value) == wrong
        with pytest.raises(InvalidValueError) as error:
            Option(last_day=date.max)
        assert str(error.value) == wrong
        before = date(9999, 12, 30)
        assert Contract("A", first, before).whole.last == before
        assert Option(last_day=before).last_day == before

    def test_wrong_days_and_a_term_are_told_together(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Contract("", "1 April 2018", "2021", THREE_YEARS, value=1)  # type: ignore[arg-type]
        fields = [each.field for each in error.value.problems]
        assert fields == ["reference", "first_day", "last_day", "value"]

    def test_a_term_and_a_last_day_agree(self) -> None:
        Contract("A", FIRST, LAST, THREE_YEARS)
        assert problem(first_day=FIRST, last_day=LAST, term=ONE_YEAR) == (
            "last_day: expected 31 March 2019, as the first day and the term say, or no term, "
            "got datetime.date(2021, 3, 31)"
        )

    def test_a_number_of_years_is_no_term(self) -> None:
        assert problem(term=3) == "term: expected a Term, or None if not stated, got 3"

    def test_several_problems_are_told_together(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Contract("A", value=1, by_year=2, term=3)  # type: ignore[arg-type]
        assert [each.field for each in error.value.problems] == [
            "term",
            "value",
            "by_year",
            "value",
        ]

    def test_amounts_by_year_are_prices_as_one_amount_is(self) -> None:
        years = ByYear.of({"2018/19": Money.pounds("1.00")})
        assert problem(by_year=years).startswith("by_year: expected a ByYear of prices, got ")

    def test_a_value_stands_beside_no_amounts_by_year(self) -> None:
        assert problem(value=pounds("1.00"), by_year=by_year(y2018="1.00")).startswith(
            "value: expected no value beside by_year, whose total it is"
        )


class TestAnOption:
    def test_an_option_goes_on_for_a_term_or_to_a_day_not_both(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Option(ONE_YEAR, last_day=LAST)
        assert error.value.field == "last_day"
        assert error.value.expected == "no last day beside a term"

    def test_an_option_is_of_a_term_and_a_day(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Option(3, last_day=datetime(2018, 4, 1, 9, 0), value=1)  # type: ignore[arg-type]
        assert [each.field for each in error.value.problems] == [
            "last_day",
            "last_day",
            "term",
            "value",
        ]

    def test_an_option_adds_a_day_at_least(self) -> None:
        Contract("A", FIRST, LAST, options=(Option(last_day=date(2021, 4, 1)),))
        assert problem(first_day=FIRST, last_day=LAST, options=(Option(last_day=LAST),)) == (
            "options[0].last_day: expected a day after 31 March 2021, to which the contract runs "
            "without it, got datetime.date(2021, 3, 31)"
        )


class TestDays:
    def test_options_are_one_span_with_the_firm_term(self) -> None:
        contract = Contract("A", FIRST, LAST, options=(Option(ONE_YEAR), Option(ONE_YEAR)))
        assert contract.whole.last == date(2023, 3, 31)
        assert contract.whole.length == Term(years=5)
        assert contract.firm.last == LAST

    def test_ends_that_a_short_month_cuts_are_not_chained(self) -> None:
        # six months and six months from 29 February are a year, not two half years
        contract = Contract(
            "A", date(2020, 2, 29), term=Term(years=1), options=(Option(Term(years=3)),)
        )
        assert contract.whole.last == date(2024, 2, 28)

    def test_months_and_days_count_as_they_are_stated(self) -> None:
        contract = Contract(
            "A", date(2000, 1, 1), term=Term(days=31), options=(Option(Term(months=1)),)
        )
        assert contract.whole.last == date(2000, 3, 2)
        assert contract.exercised().firm.last == date(2000, 3, 2)

    def test_an_option_to_a_day_ends_on_it(self) -> None:
        contract = Contract("A", FIRST, LAST, options=(Option(last_day=date(2022, 6, 30)),))
        assert contract.whole.last == date(2022, 6, 30)

    def test_an_option_after_one_to_a_day_starts_the_day_after(self) -> None:
        options = (Option(last_day=date(2022, 6, 30)), Option(ONE_YEAR))
        assert Contract("A", FIRST, LAST, options=options).whole.last == date(2023, 6, 30)

    def test_an_option_without_a_length_leaves_the_end_open(self) -> None:
        contract = Contract("A", FIRST, LAST, options=(Option(),))
        # it lasts a day at the least
        assert contract.whole.last == DateRange.onwards(LAST + timedelta(days=1))
        assert contract.whole.length is None

    def test_each_option_without_a_length_lasts_a_day_at_the_least(self) -> None:
        year, unstated = Option(ONE_YEAR), Option()
        a_year_and_a_day = DateRange.onwards(date(2022, 4, 1))
        for options in ((year, unstated), (unstated, year)):
            whole = Contract("A", FIRST, LAST, options=options).whole
            assert (whole.last, whole.length) == (a_year_and_a_day, None)
        two = Contract("A", FIRST, LAST, options=(unstated, unstated))
        assert two.whole.last == DateRange.onwards(date(2021, 4, 2))
        # terms after it are counted as one span
        long = Contract("A", FIRST, LAST, options=(unstated, Option(Term(months=1)), year))
        assert long.whole.last == DateRange.onwards(date(2022, 5, 1))

    def test_a_firm_term_to_some_day_on_goes_on_with_its_options(self) -> None:
        some_day = DateRange.onwards(LAST)
        contract = Contract("A", None, some_day, options=(Option(ONE_YEAR), Option()))
        assert contract.whole.last == DateRange.onwards(date(2022, 4, 1))
        for last in (date.max, date(9999, 12, 30)):
            late = Contract("A", None, DateRange.onwards(last), options=(Option(), Option()))
            assert late.whole.last == DateRange.onwards(date.max)

    @pytest.mark.parametrize("last", [date(2021, 4, 1), date(2021, 4, 2)])
    def test_an_option_to_a_day_leaves_a_day_to_each_before_it(self, last: date) -> None:
        options = (Option(), Option(), Option(last_day=last))
        assert "options[2].last_day" in problem(first_day=FIRST, last_day=LAST, options=options)
        later = (*options[:2], Option(last_day=date(2021, 4, 3)))
        assert Contract("A", FIRST, LAST, options=later).whole.last == date(2021, 4, 3)

    def test_an_option_without_a_length_leaves_the_years_and_the_longest_open(self) -> None:
        whole = Contract("A", FIRST, term=ONE_YEAR, options=(Option(),)).whole
        assert (whole.years, whole.contract_years, whole.length) == ((), (), None)
        a_day_more = ONE_YEAR + Term(days=1)
        assert (whole.shortest, whole.longest, whole.at_least) == (a_day_more, None, a_day_more)

    def test_an_option_without_a_length_says_nothing_where_no_end_is_known(self) -> None:
        assert Contract("A", FIRST, options=(Option(),)).whole.last is None

    def test_an_option_runs_from_the_end_where_only_the_end_is_known(self) -> None:
        contract = Contract("A", last_day=LAST, term=THREE_YEARS, options=(Option(ONE_YEAR),))
        assert contract.whole.last == date(2022, 3, 31)
        assert contract.exercised().last_day == date(2022, 3, 31)

    def test_an_option_runs_from_the_end_where_the_first_day_is_known_to_the_month(self) -> None:
        contract = Contract("A", DateRange.month(2018, 4), LAST, options=(Option(ONE_YEAR),))
        assert contract.whole.last == date(2022, 3, 31)

    def test_an_end_known_to_the_month_makes_the_end_of_an_option_so(self) -> None:
        contract = Contract("A", None, DateRange.month(2021, 3), options=(Option(ONE_YEAR),))
        assert contract.whole.last == DateRange(date(2022, 3, 1), date(2022, 3, 31))

    def test_a_length_without_days_gives_no_end(self) -> None:
        contract = Contract("A", term=THREE_YEARS, options=(Option(ONE_YEAR),))
        assert (contract.whole.last, contract.whole.length) == (None, Term(years=4))


class TestAmounts:
    def test_one_amount_is_one_line(self) -> None:
        assert Contract("A", value=pounds("5.00")).whole.lines == (Line(pounds("5.00")),)

    def test_amounts_by_year_are_lines_of_their_years(self) -> None:
        contract = Contract("A", by_year=by_year(y2018="5.00", y2019="6.00"))
        assert contract.whole.lines == (
            Line(pounds("5.00"), (("year", "2018/19"),), "by_year[2018/19]"),
            Line(pounds("6.00"), (("year", "2019/20"),), "by_year[2019/20]"),
        )

    def test_an_amount_that_one_part_lacks_is_a_line_without_a_price(self) -> None:
        priced = Contract("A", options=(Option(ONE_YEAR, pounds("1.00")),))
        assert priced.whole.lines == (Line(None), Line(pounds("1.00"), (), "options[0].value"))
        unpriced = Contract("A", value=pounds("1.00"), options=(Option(ONE_YEAR),))
        assert unpriced.whole.lines == (Line(pounds("1.00")), Line(None, (), "options[0].value"))

    def test_no_amounts_at_all_are_no_lines(self) -> None:
        assert Contract("A", options=(Option(ONE_YEAR),)).whole.lines == ()


class TestTakingUpOptions:
    CONTRACT = Contract(
        "A",
        FIRST,
        LAST,
        value=pounds("300.00"),
        options=(Option(ONE_YEAR, pounds("100.00")), Option(ONE_YEAR, pounds("90.00"))),
    )

    def test_the_next_option_becomes_firm(self) -> None:
        taken = self.CONTRACT.exercised()
        assert (taken.firm.last, taken.value) == (date(2022, 3, 31), pounds("400.00"))
        assert taken.options == self.CONTRACT.options[1:]

    def test_several_are_taken_at_once(self) -> None:
        taken = self.CONTRACT.exercised(2)
        assert (taken.firm.last, taken.value) == (date(2023, 3, 31), pounds("490.00"))
        assert taken.options == ()

    @pytest.mark.parametrize("number", [0, 3])
    def test_no_more_are_taken_than_there_are(self, number: int) -> None:
        with pytest.raises(InvalidValueError) as error:
            self.CONTRACT.exercised(number)
        assert error.value.expected == "a number from 1 to 2, the options there are"

    def test_amounts_by_year_stay_by_year(self) -> None:
        option = Option(ONE_YEAR, by_year=by_year(y2020="1.00", y2021="7.00"))
        contract = Contract("A", FIRST, LAST, by_year=by_year(y2020="5.00"), options=(option,))
        taken = contract.exercised()
        assert taken.value is None
        assert taken.by_year == by_year(y2020="6.00", y2021="7.00")

    def test_amounts_by_year_and_one_amount_make_one_amount(self) -> None:
        option = Option(ONE_YEAR, pounds("7.00"))
        contract = Contract("A", FIRST, LAST, by_year=by_year(y2018="5.00"), options=(option,))
        assert contract.exercised().value == pounds("12.00")

    def test_an_option_without_a_price_leaves_the_whole_without_one(self) -> None:
        contract = Contract("A", value=pounds("5.00"), options=(Option(ONE_YEAR),))
        taken = contract.exercised()
        assert (taken.value, taken.by_year) == (None, None)

    def test_prices_that_cannot_be_added_are_told(self) -> None:
        option = Option(ONE_YEAR, Price.net_of_vat(Money.pounds("1.00")))
        with pytest.raises(InvalidValueError, match="amounts that are all known on one basis"):
            Contract("A", value=pounds("1.00"), options=(option,)).exercised()


class TestWhatARemedyAsksFor:
    CONTRACT = TestTakingUpOptions.CONTRACT

    def test_an_earlier_end_shortens_the_last_option_first(self) -> None:
        ended = self.CONTRACT.ending(date(2022, 12, 31))
        assert ended.options == (
            Option(ONE_YEAR, pounds("100.00")),
            Option(value=pounds("90.00"), last_day=date(2022, 12, 31)),
        )

    def test_an_earlier_end_drops_options_that_would_start_after_it(self) -> None:
        ended = self.CONTRACT.ending(date(2021, 12, 31))
        assert ended.options == (Option(value=pounds("100.00"), last_day=date(2021, 12, 31)),)
        assert self.CONTRACT.ending(LAST).options == ()

    def test_an_end_within_the_firm_term_shortens_that(self) -> None:
        ended = self.CONTRACT.ending(date(2020, 3, 31))
        assert (ended.last_day, ended.options) == (date(2020, 3, 31), ())

    def test_another_first_day_keeps_a_last_day_that_is_stated(self) -> None:
        moved = self.CONTRACT.starting(date(2019, 4, 1))
        assert (moved.first_day, moved.last_day) == (date(2019, 4, 1), LAST)

    def test_another_first_day_keeps_the_length_where_that_is_stated(self) -> None:
        moved = Contract("A", FIRST, term=THREE_YEARS).starting(date(2019, 4, 1))
        assert moved.firm.last == date(2022, 3, 31)

    def test_a_lower_price_is_taken_off_the_last_amounts_first(self) -> None:
        lower = self.CONTRACT.priced("value", Money.pounds("350.00"))
        assert lower.value == pounds("300.00")
        assert [option.value for option in lower.options] == [pounds("50.00"), pounds("0.00")]

    def test_one_amount_is_changed_alone(self) -> None:
        lower = self.CONTRACT.priced("options[0].value", Money.pounds("60.00"))
        assert lower.value == pounds("300.00")
        assert [option.value for option in lower.options] == [pounds("60.00"), pounds("90.00")]

    def test_one_year_is_changed_alone(self) -> None:
        contract = Contract("A", by_year=by_year(y2018="5.00", y2019="6.00"))
        lower = contract.priced("by_year[2019/20]", Money.pounds("1.00"))
        assert lower.by_year == by_year(y2018="5.00", y2019="1.00")

    def test_an_amount_that_is_not_there_is_told(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Contract("A", by_year=by_year(y2018="5.00")).priced("options[0].value", Money.pence(1))
        assert error.value.expected == "one of value, by_year[2018/19]"


class TestAmountsThatNameTheirOptions:
    OPTIONS = (Option(ONE_YEAR), Option(ONE_YEAR))
    FIRM = Line(pounds("100.00"), {"part": "firm"})
    FIRST_OPTION = Line(pounds("50.00"), {"option": "1"})
    SECOND_OPTION = Line(pounds("60.00"), {"option": "2"})
    CONTRACT = Contract(
        "A", FIRST, LAST, amounts=(SECOND_OPTION, FIRM, FIRST_OPTION), options=OPTIONS
    )

    @staticmethod
    def amounts(extent: Extent) -> dict[str, str]:
        return {
            f"{line.tag('part')} {line.tag('option')}": str(line.price and line.price.stated)
            for line in extent.lines
        }

    def test_what_is_committed_has_the_amounts_of_the_options_exercised(self) -> None:
        first = self.CONTRACT.taking()
        assert self.amounts(first.committed) == {"firm none": "£100.00", "options 1": "£50.00"}
        assert first.committed.all_like == (((), 15000),)
        assert first.taking().committed.all_like == (((), 21000),)

    def test_an_exercised_option_leaves_its_amount_to_the_firm_term(self) -> None:
        contract = self.CONTRACT.exercised()
        assert contract.firm.all_like == (((), 15000),)
        assert contract.whole.all_like == (((), 21000),)
        assert {line.tag("option") for line in contract.whole.lines} == {"none", "1"}
        assert self.CONTRACT.exercised(2).firm.all_like == (((), 21000),)

    def test_what_is_of_the_options_together_is_firm_once_all_are_exercised(self) -> None:
        both = Line(pounds("110.00"), {"part": "options"})
        contract = attrs.evolve(self.CONTRACT, amounts=(self.FIRM, both))
        assert contract.exercised(2).firm.all_like == (((), 21000),)
        # of one of them it is not known how much it is
        one = contract.exercised()
        assert [line.price for line in one.firm.lines] == [pounds("100.00"), None]
        assert [line.tag("part") for line in one.whole.lines] == ["firm", None]

    def test_an_option_with_a_price_of_its_own_beside_amounts_keeps_it_as_firm(self) -> None:
        years = Option(ONE_YEAR, by_year=by_year(y2021="50.00"))
        for option in (Option(ONE_YEAR, pounds("50.00")), years):
            contract = Contract("A", FIRST, LAST, amounts=(self.FIRM,), options=(option,))
            assert contract.exercised().firm.all_like == (((), 15000),)

    @pytest.mark.parametrize(
        ("last", "left"),
        [
            (date(2023, 3, 30), 21000),
            (date(2022, 4, 1), 21000),
            (date(2022, 3, 31), 15000),
            (date(2021, 4, 1), 15000),
            (LAST, 10000),
        ],
    )
    def test_an_earlier_end_takes_off_the_amounts_of_the_options_it_drops(
        self, last: date, left: int
    ) -> None:
        assert self.CONTRACT.ending(last).whole.all_like == (((), left),)

    def test_fewer_options_have_fewer_amounts(self) -> None:
        offered = [self.CONTRACT.offering(number) for number in range(4)]
        assert [each.whole.all_like[0][1] for each in offered] == [10000, 15000, 21000, 21000]
        assert [len(each.options) for each in offered] == [0, 1, 2, 2]
        # what is of the options together goes with the last of them
        both = Line(pounds("110.00"), {"part": "options"})
        contract = attrs.evolve(self.CONTRACT, amounts=(self.FIRM, both))
        assert contract.offering(0).whole.all_like == (((), 10000),)
        # without options, such an amount is that of the option that an extension takes
        taken = Contract("A", amounts=(self.SECOND_OPTION,))
        assert taken.ending(LAST).amounts == taken.amounts


def test_tags_are_kept_in_the_order_of_their_names() -> None:
    contract = Contract("A", tags={"service": "carers services", "lot": {"2", "1"}})
    assert contract.tags == (("lot", ("1", "2")), ("service", ("carers services",)))
    assert contract.by_tag["lot"] == frozenset({"1", "2"})


def test_options_count_from_the_award_unless_a_council_counts_otherwise() -> None:
    assert COUNTS_OPTIONS.default == "from the award"
    assert COUNTS_OPTIONS.options == ("from the award", "as exercised")
