"""Values and the dates they held."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from carerslib.citations import Citation
from carerslib.errors import InvalidRecordError, InvalidValueError, NotInForceError
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange, format_day
from carerslib.testing.strategies import days, money, parameters

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Citation("The Example Regulations", "reg 3")
A_DAY = timedelta(days=1)


def held(value: str, first: str, last: str) -> Dated[Money]:
    known = DateRange(date.fromisoformat(first), date.fromisoformat(last))
    return Dated(Money.pounds(value), known, SOURCE)


FIRST = held("100.00", "2016-01-01", "2017-12-31")
SECOND = held("110.00", "2018-01-01", "2019-12-31")
FOURTH = held("130.00", "2022-01-01", "2023-12-31")
AROUND_THE_GAP = (
    "it is known for 1 January 2016 to 31 December 2019 and for 1 January 2022 to 31 December 2023"
)
THRESHOLD = Parameter("threshold", "The threshold", (FOURTH, FIRST, SECOND))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2016-01-01", "100.00"),
        ("2017-12-31", "100.00"),
        ("2018-01-01", "110.00"),
        ("2019-12-31", "110.00"),
        ("2022-01-01", "130.00"),
        ("2023-12-31", "130.00"),
    ],
)
def test_a_value_holds_from_its_first_to_its_last_day(day: str, value: str) -> None:
    assert THRESHOLD.on(date.fromisoformat(day)) == Money.pounds(value)


def test_a_value_comes_with_its_days_and_its_source() -> None:
    assert THRESHOLD.dated_on(date(2018, 6, 1)) is SECOND


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2015-12-31", "it is known for 1 January 2016 to 31 December 2019"),
        (
            "2020-01-01",
            AROUND_THE_GAP,
        ),
        (
            "2021-12-31",
            AROUND_THE_GAP,
        ),
        ("2024-01-01", "it is known for 1 January 2022 to 31 December 2023"),
    ],
)
def test_outside_its_days_no_value_is_invented(day: str, reason: str) -> None:
    with pytest.raises(NotInForceError) as caught:
        THRESHOLD.on(date.fromisoformat(day))
    asked = format_day(date.fromisoformat(day))
    assert str(caught.value) == f"threshold is not known on {asked}: {reason}"


def test_a_gap_says_why_a_day_is_not_known() -> None:
    gap = Gap(DateRange.year(2020), "the notice of 2020 was not published")
    parameter = Parameter("threshold", "The threshold", (FIRST, SECOND, FOURTH), (gap,))
    assert parameter.gaps == (gap,)
    with pytest.raises(NotInForceError) as caught:
        parameter.dated_on(date(2020, 12, 31))
    assert caught.value.reason.startswith("the notice of 2020 was not published; it is known for")
    with pytest.raises(NotInForceError) as caught:
        parameter.dated_on(date(2021, 1, 1))
    assert caught.value.reason.startswith("it is known for")


def test_days_that_meet_are_known_as_one_range() -> None:
    assert THRESHOLD.days_known == (
        DateRange(date(2016, 1, 1), date(2019, 12, 31)),
        DateRange(date(2022, 1, 1), date(2023, 12, 31)),
    )


def test_values_are_kept_in_the_order_of_their_days() -> None:
    assert THRESHOLD.values == (FIRST, SECOND, FOURTH)


@pytest.mark.parametrize("last", ["2018-01-01", "2018-06-30"])
def test_values_that_share_a_day_are_refused(last: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Parameter("t", "T", (held("100.00", "2016-01-01", last), SECOND))
    assert caught.value.field == "values"
    assert caught.value.value == "1 January 2018 to 31 December 2019"
    assert caught.value.expected.startswith("days that none shares with 1 January 2016 to")


def test_a_value_without_an_end_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Dated(Money.pence(1), DateRange.onwards(date(2016, 1, 1)), SOURCE)
    assert caught.value.field == "in_force"
    assert caught.value.expected == (
        "an end that is written down, because no value is invented beyond it"
    )


def test_a_dated_value_has_days_and_a_citation() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Dated(1, date(2016, 1, 1), "reg 3")  # type: ignore[arg-type]
    assert [problem.field for problem in caught.value.problems] == ["in_force", "citation"]


@pytest.mark.parametrize(
    ("days_of_the_gap", "fits"),
    [
        ("2019-12-31", False),
        ("2020-01-01", True),
        ("2021-12-31", True),
        ("2022-01-01", False),
    ],
)
def test_a_gap_has_no_day_on_which_a_value_is_known(days_of_the_gap: str, *, fits: bool) -> None:
    day = date.fromisoformat(days_of_the_gap)
    gaps = (Gap(DateRange(day, day), "not published"),)
    if fits:
        assert Parameter("t", "T", (SECOND, FOURTH), gaps).gaps == gaps
        return
    with pytest.raises(InvalidValueError, match=r"^gaps\[0\]: expected no day of 1 January 20"):
        Parameter("t", "T", (SECOND, FOURTH), gaps)


def test_a_gap_has_days_and_a_reason() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Gap(date(2020, 1, 1), " ")  # type: ignore[arg-type]
    assert [problem.field for problem in caught.value.problems] == ["days", "reason"]


def test_a_parameter_has_a_value() -> None:
    with pytest.raises(InvalidValueError, match=r"^values: expected at least one dated value"):
        Parameter("t", "T", ())
    with pytest.raises(InvalidValueError, match=r"^values: expected a tuple of Dated, got \["):
        Parameter("t", "T", [FIRST])  # type: ignore[arg-type]


def test_a_parameter_is_made_of_dated_values_and_gaps() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Parameter("", None, (FIRST, Money.pence(1)), ("2020",))  # type: ignore[arg-type]
    assert [str(problem).split(", got")[0] for problem in caught.value.problems] == [
        "name: expected text that is not empty",
        "title: expected text that is not empty",
        "values: expected a tuple of Dated",
        "gaps: expected a tuple of Gap",
    ]


def test_a_value_is_asked_for_on_a_day() -> None:
    with pytest.raises(InvalidValueError, match="expected a date without a time"):
        THRESHOLD.on(datetime(2018, 1, 1, tzinfo=UTC))


def test_a_parameter_survives_storing() -> None:
    assert pickle.loads(pickle.dumps(THRESHOLD)) == THRESHOLD  # noqa: S301 - our own bytes


@given(parameters(money()), days())
def test_a_day_has_one_value_or_none_at_all(parameter: Parameter[Money], day: date) -> None:
    holding = [dated for dated in parameter.values if day in dated.in_force]
    known = [known for known in parameter.days_known if day in known]
    assert len(holding) == len(known) <= 1
    if holding:
        assert parameter.on(day) == holding[0].value
    else:
        with pytest.raises(NotInForceError):
            parameter.on(day)


@given(parameters(money()))
def test_the_days_known_are_apart_and_hold_every_value(parameter: Parameter[Money]) -> None:
    known = parameter.days_known
    for earlier, later in pairwise(known):
        assert earlier.last + A_DAY < later.first
    assert sum(each.days for each in known) == sum(each.in_force.days for each in parameter.values)


YEAR_2020 = DateRange.year(2020)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (
            lambda: Gap("2020", "not published"),  # type: ignore[arg-type]
            ("days", "2020", "a DateRange"),
        ),
        (lambda: Gap(YEAR_2020, " "), ("reason", " ", "text that is not empty")),
        (
            lambda: Dated(1, YEAR_2020, "reg 3"),  # type: ignore[arg-type]
            ("citation", "reg 3", "a Citation"),
        ),
        (
            lambda: Dated(1, DateRange.onwards(date(2016, 1, 1)), SOURCE),
            (
                "in_force",
                DateRange.onwards(date(2016, 1, 1)),
                "an end that is written down, because no value is invented beyond it",
            ),
        ),
        (lambda: Parameter("t", "T", ()), ("values", (), "at least one dated value")),
        (
            lambda: Parameter("t", "T", (SECOND,), (Gap(DateRange.year(2019), "not published"),)),
            (
                "gaps[0]",
                "1 January 2019 to 31 December 2019",
                "no day of 1 January 2018 to 31 December 2019",
            ),
        ),
    ],
)
def test_what_cannot_be_known_is_told_by_field_value_and_what_was_expected(
    make: Callable[[], object], told: tuple[object, ...]
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert (caught.value.field, caught.value.value, caught.value.expected) == told


def test_a_time_of_day_is_told_as_the_day_that_was_asked_for() -> None:
    noon = datetime(2018, 1, 1, 12, tzinfo=UTC)
    with pytest.raises(InvalidValueError) as caught:
        THRESHOLD.dated_on(noon)
    assert (caught.value.field, caught.value.value) == ("day", noon)
