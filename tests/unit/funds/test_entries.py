"""Entries: what can never be true is refused at once, with the field that is wrong."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from tests.unit.funds.making import EARLIER, IN_YEAR, entry, spend

from carerslib.clauses import NO_PARTICULARS
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.funds import RULES, Entry, EntryKind, Outlay
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, FinancialYear
from carerslib.verdicts import Remedy

Kind = EntryKind
AMOUNT = Money.pounds("10.00")
YEARS = ByYear.of({"2003/04": Money.pounds("4.00"), "2004/05": Money.pounds("6.00")})


def _wrong(**said: Any) -> str:  # noqa: ANN401
    given: dict[str, Any] = {
        "reference": "E1",
        "kind": Kind.EXPENDITURE,
        "amount": AMOUNT,
        "counts_for": IN_YEAR,
        "recorded_on": IN_YEAR,
    }
    with pytest.raises(InvalidValueError) as caught:
        Entry(**{**given, **said})
    return caught.value.field


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"reference": ""}, "reference"),
            ({"reference": 7}, "reference"),
            ({"kind": "expenditure"}, "kind"),
            ({"amount": Money.pounds("-0.01")}, "amount"),
            ({"amount": 10}, "amount"),
            ({"counts_for": datetime(2003, 10, 1)}, "counts_for"),
            ({"recorded_on": datetime(2003, 10, 1)}, "recorded_on"),
            ({"counts_for": DateRange(date(2004, 3, 31), date(2004, 4, 1))}, "counts_for"),
            ({"counts_for": DateRange(date(2004, 3, 31), date.max)}, "counts_for"),
            ({"by_year": YEARS}, "by_year"),
            ({"kind": Kind.COMMITMENT, "amount": AMOUNT * 2, "by_year": YEARS}, "by_year"),
            ({"to_head": "training"}, "to_head"),
            ({"kind": Kind.VIREMENT}, "to_head"),
            ({"kind": Kind.VIREMENT, "to_head": "a", "out_to": "b"}, "to_head"),
            ({"corrects": Kind.EXPENDITURE}, "corrects"),
            ({"kind": Kind.CORRECTION}, "corrects"),
            ({"kind": Kind.CORRECTION, "corrects": Kind.CORRECTION}, "corrects"),
            ({"kind": Kind.CORRECTION, "corrects": Kind.COMMITMENT}, "order"),
            ({"kind": Kind.CORRECTION, "corrects": Kind.ACCRUAL}, "settles"),
            ({"kind": Kind.RELEASE}, "order"),
            ({"kind": Kind.ALLOCATION, "order": "O1"}, "order"),
            ({"order": "O1", "settles": "A1"}, "settles"),
            ({"kind": Kind.COMMITMENT, "settles": "A1"}, "settles"),
        ],
    )
    def test_the_field_that_is_wrong_is_named(self, said: dict[str, Any], field: str) -> None:
        assert _wrong(**said) == field

    def test_negative_amounts_by_year_are_refused(self) -> None:
        years = ByYear.of({"2003/04": AMOUNT * 2, "2004/05": -AMOUNT})
        assert _wrong(kind=Kind.COMMITMENT, by_year=years) == "by_year"

    def test_several_problems_are_reported_together(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            Entry("", Kind.EXPENDITURE, -AMOUNT, IN_YEAR, IN_YEAR)
        assert [each.field for each in caught.value.problems] == ["reference", "amount"]

    def test_nothing_at_all_is_an_amount(self) -> None:
        assert spend("E1", "0.00").amount == Money.pounds("0.00")


class TestTheYear:
    @pytest.mark.parametrize(
        ("day", "year"),
        [
            (date(2003, 3, 31), "2002/03"),
            (date(2003, 4, 1), "2003/04"),
            (date(2003, 12, 31), "2003/04"),
            (date(2004, 1, 1), "2003/04"),
            (date(2004, 3, 31), "2003/04"),
        ],
    )
    def test_a_day_lies_in_its_financial_year_for_every_kind(self, day: date, year: str) -> None:
        for kind in (Kind.EXPENDITURE, Kind.COMMITMENT, Kind.ACCRUAL, Kind.ALLOCATION):
            assert entry("E1", kind, "1.00", day).year == FinancialYear.parse(year)

    def test_days_of_one_year_count_for_the_last_of_them(self) -> None:
        over = spend("E1", "1.00", DateRange(date(2004, 3, 20), date(2004, 3, 31)))
        assert over.day == date(2004, 3, 31)
        assert str(over.year) == "2003/04"


class TestWhatAClauseSees:
    def test_what_it_is_for_by_dimension(self) -> None:
        tags = spend(
            "E1", "1.00", head="adults", recipient="carer", other_tags={"cost": "service"}
        ).tags
        assert {name: sorted(values) for name, values in tags.items()} == {
            "head": ["adults"],
            "purpose": ["breaks"],
            "recipient": ["carer"],
            "cost": ["service"],
        }

    def test_its_day_and_its_amount(self) -> None:
        extent = spend("E1", "1.00").extent(RULES.basis())
        assert (extent.first, extent.last) == (IN_YEAR, IN_YEAR)
        assert [(line.tag("year"), line.like) for line in extent.lines] == [("2003/04", 100)]

    def test_the_days_over_which_it_was_delivered(self) -> None:
        days = DateRange(date(2004, 3, 20), date(2004, 3, 31))
        extent = spend("E1", "1.00", days).firm
        assert (extent.first, extent.last) == (days.first, days.last)

    def test_an_order_of_several_years_ends_some_day_of_the_last(self) -> None:
        extent = entry("O1", Kind.COMMITMENT, "10.00", by_year=YEARS).firm
        assert extent.last == FinancialYear.parse("2004/05").range
        assert [line.like for line in extent.lines] == [400, 600]

    def test_an_amount_by_year_that_is_all_of_one_year_ends_on_its_day(self) -> None:
        one = ByYear.of({"2003/04": AMOUNT})
        assert entry("O1", Kind.COMMITMENT, "10.00", by_year=one).firm.last == IN_YEAR

    @pytest.mark.parametrize(
        ("kind", "power"),
        [(Kind.EXPENDITURE, "spend"), (Kind.COMMITMENT, "spend"), (Kind.ALLOCATION, "allocation")],
    )
    def test_what_is_done(self, kind: EntryKind, power: str) -> None:
        made = entry("E1", kind, "1.00")
        assert made.power == power
        assert (made.on, made.chain, made.number) == (IN_YEAR, (), 1)
        assert made.particulars is NO_PARTICULARS

    def test_a_correction_is_of_the_kind_that_it_corrects(self) -> None:
        made = entry("E1", Kind.CORRECTION, "1.00", corrects=Kind.EXPENDITURE)
        assert (made.moves, made.power) == (Kind.EXPENDITURE, "spend")


class TestAmending:
    @pytest.mark.parametrize("field", ["amount", "value"])
    def test_an_amount(self, field: str) -> None:
        nearest = Money.pounds("0.99")
        remedy = Remedy(field, nearest, "reduce by", Money.pounds("0.01"))
        assert spend("E1", "1.00").amended(remedy).amount == nearest

    @pytest.mark.parametrize("field", ["first_day", "last_day"])
    def test_a_day(self, field: str) -> None:
        remedy = Remedy(field, EARLIER, "end on or before", EARLIER)
        amended = spend("E1", "1.00", outlay=Outlay.REVENUE).amended(remedy)
        assert (amended.counts_for, amended.in_year) == (EARLIER, 2003)

    @pytest.mark.parametrize(
        "remedy",
        [
            Remedy("term", 12, "shorten to", 12),
            Remedy("amount", 12, "reduce by", 1),
            Remedy("last_day", 12, "end on or before", 1),
        ],
    )
    def test_anything_else_is_refused(self, remedy: Remedy) -> None:
        with pytest.raises(InvalidValueError, match="remedy"):
            spend("E1", "1.00").amended(remedy)

    def test_an_amount_by_year_is_not_spread_by_the_library(self) -> None:
        remedy = Remedy("amount", AMOUNT, "reduce by", AMOUNT)
        with pytest.raises(InvalidValueError, match="remedy"):
            entry("O1", Kind.COMMITMENT, "10.00", by_year=YEARS).amended(remedy)
