"""Stays: the lighter rules for a child's short breaks, and short stays in a care home."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

import pytest

from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.services import (
    COUNTED_STAYS,
    SHORT_BREAKS,
    ShortBreaks,
    Stay,
    check_short_breaks,
    check_short_term,
)
from carerslib.verdicts import Finding, Remedy, Result

NIGHTS: Final = SHORT_BREAKS.basis(conventions={COUNTED_STAYS.name: "nights"})


def _stay(first: date, last: date, setting: str = "Elm House", **fields: Any) -> Stay:  # noqa: ANN401 - fields by name
    return Stay(reference=f"stay of {first}", first=first, last=last, setting=setting, **fields)


def _series(*stays: Stay, **fields: Any) -> ShortBreaks:  # noqa: ANN401 - fields by name
    facts = {"in_care": False, "returns_home": True, **fields}
    return ShortBreaks(reference="S", stays=stays, **facts)


WEEKEND: Final = _stay(date(2025, 5, 2), date(2025, 5, 4))


def _found(series: ShortBreaks, rule: str) -> Finding:
    findings = check_short_breaks(series).findings
    return next(each for each in findings if each.rule == f"short_breaks.{rule}")


@pytest.mark.parametrize(
    ("fields", "rule", "result", "lacking"),
    [
        ({"in_care": True}, "not_in_care", Result.NOT_MET, []),
        ({"in_care": None}, "not_in_care", Result.UNDETERMINED, ["in_care"]),
        ({}, "not_in_care", Result.MET, []),
        ({"returns_home": False}, "returns_home", Result.NOT_MET, []),
        ({"returns_home": None}, "returns_home", Result.UNDETERMINED, ["returns_home"]),
        ({}, "returns_home", Result.MET, []),
    ],
)
def test_the_child_is_not_in_care_and_goes_home(
    fields: dict[str, Any], rule: str, result: Result, lacking: list[str]
) -> None:
    found = _found(_series(WEEKEND, **fields), rule)
    assert (found.result, [each.field for each in found.missing]) == (result, lacking)
    assert found.private


@pytest.mark.parametrize(
    ("settings", "result"),
    [
        (("Elm House", "Elm House"), Result.MET),
        (("Elm House", "Oak House"), Result.NOT_MET),
        (("Elm House", ""), Result.UNDETERMINED),
        (("", ""), Result.UNDETERMINED),
        (("Elm House", "Oak House", ""), Result.NOT_MET),
    ],
)
def test_every_stay_is_in_one_place(settings: tuple[str, ...], result: Result) -> None:
    stays = [
        _stay(date(2025, month, 1), date(2025, month, 2), setting)
        for month, setting in enumerate(settings, 1)
    ]
    assert _found(_series(*stays), "one_setting").result is result


@pytest.mark.parametrize(
    ("intended", "result", "note"),
    [
        (17, Result.MET, "intended"),
        (18, Result.NOT_MET, "intended"),
        (None, Result.NOT_MET, "recorded"),
    ],
)
def test_a_stay_that_ran_on_is_judged_by_what_was_intended(
    intended: int | None, result: Result, note: str
) -> None:
    ran_on = _stay(date(2025, 5, 1), date(2025, 5, 20), intended_days=intended)
    found = _found(_series(ran_on), "longest")
    assert (found.result, note in found.note) == (result, True)


def test_a_stay_that_is_too_long_says_which_length_would_do() -> None:
    found = _found(_series(_stay(date(2025, 5, 1), date(2025, 5, 18))), "longest")
    assert found.remedy == Remedy("intended_days", 17, "reduce by", 1)


FIVE_MONTHS: Final = tuple(
    _stay(date(2025, month, 1), date(2025, month, 16)) for month in range(1, 6)
)


@pytest.mark.parametrize(("basis", "result"), [(None, Result.NOT_MET), (NIGHTS, Result.MET)])
def test_an_authority_that_counts_nights_finds_five_fewer(basis: Any, result: Result) -> None:  # noqa: ANN401 - a Basis or None
    verdict = check_short_breaks(_series(*FIVE_MONTHS), basis=basis)
    assert verdict.result is result


@pytest.mark.parametrize(
    ("last_stay", "held"),
    [
        # the twelve months from 1 January 2024 end on 31 December 2024
        ((date(2024, 12, 30), date(2024, 12, 31)), 12),
        ((date(2024, 12, 31), date(2025, 1, 1)), 11),
        ((date(2025, 1, 1), date(2025, 1, 2)), 10),
    ],
)
def test_any_twelve_months_count_and_not_the_calendar_year(
    last_stay: tuple[date, date], held: int
) -> None:
    series = _series(_stay(date(2024, 1, 1), date(2024, 1, 10)), _stay(*last_stay))
    assert _found(series, "in_twelve_months").measured == held


def test_days_on_which_one_stay_ends_and_the_next_begins_count_in_both() -> None:
    series = _series(
        _stay(date(2025, 5, 1), date(2025, 5, 3)), _stay(date(2025, 5, 3), date(2025, 5, 5))
    )
    assert _found(series, "in_twelve_months").measured == 6


def test_a_stay_without_a_night_counts_none() -> None:
    one_day = _series(_stay(date(2025, 5, 1), date(2025, 5, 1)))
    verdict = check_short_breaks(one_day, basis=NIGHTS)
    found = next(each for each in verdict.findings if each.rule.endswith("in_twelve_months"))
    assert (found.measured, found.note.startswith("nights in")) == (0, True)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2011, 3, 31), False),
        (date(2011, 4, 1), True),
        (date(2020, 4, 23), True),
        (date(2020, 4, 24), False),
        (date(2020, 9, 25), False),
        (date(2020, 9, 26), True),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), False),
    ],
)
def test_the_lighter_rules_are_asked_only_on_days_that_are_known(day: date, *, known: bool) -> None:
    series = _series(_stay(day, day))
    if known:
        assert check_short_breaks(series).findings
    else:
        with pytest.raises(NotInForceError):
            check_short_breaks(series)


WRONG: Final[dict[str, tuple[Any, dict[str, Any], str]]] = {
    "a stay without a key": (_stay, {"first": date(2025, 1, 1), "last": None}, "last"),
    "a time": (
        _stay,
        {"first": datetime(2025, 1, 1, 9, 0), "last": date(2025, 1, 2)},
        "first",
    ),
    "an end before the start": (
        _stay,
        {"first": date(2025, 1, 2), "last": date(2025, 1, 1)},
        "last",
    ),
    "a place that is no text": (
        _stay,
        {"first": date(2025, 1, 1), "last": date(2025, 1, 1), "setting": None},
        "setting",
    ),
    "no day intended": (
        _stay,
        {"first": date(2025, 1, 1), "last": date(2025, 1, 1), "intended_days": 0},
        "intended_days",
    ),
    "no stay": (ShortBreaks, {"reference": "S", "stays": []}, "stays"),
    "a stay in words": (ShortBreaks, {"reference": "S", "stays": ["a week"]}, "stays"),
    "care in words": (
        ShortBreaks,
        {"reference": "S", "stays": [WEEKEND], "in_care": "yes"},
        "in_care",
    ),
}


@pytest.mark.parametrize(("make", "fields", "field"), WRONG.values(), ids=WRONG)
def test_what_can_never_be_right_is_refused(make: Any, fields: dict[str, Any], field: str) -> None:  # noqa: ANN401 - a constructor
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    assert caught.value.field == field


def test_only_a_series_is_checked() -> None:
    with pytest.raises(InvalidValueError, match="a ShortBreaks"):
        check_short_breaks(WEEKEND)  # type: ignore[arg-type] # refused


def test_nights_that_are_not_recorded_are_asked_for() -> None:
    found = check_short_term("stay", None, on=date(2026, 3, 31))
    assert (found.result, [each.field for each in found.missing]) == (
        Result.UNDETERMINED,
        ["nights"],
    )


def test_a_stay_one_night_too_long_says_so() -> None:
    found = check_short_term("stay", 57, on=date(2015, 4, 1))
    assert found.remedy == Remedy("nights", 56, "reduce by", 1)


@pytest.mark.parametrize("day", [date(2015, 3, 31), date(2026, 4, 1)])
def test_short_stays_are_not_known_on_other_days(day: date) -> None:
    with pytest.raises(NotInForceError):
        check_short_term("stay", 56, on=day)


def test_fewer_than_no_nights_are_refused_and_not_repeated() -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_short_term("stay", -3, on=date(2026, 3, 31))
    assert (caught.value.field, "-3" in str(caught.value)) == ("nights", False)
