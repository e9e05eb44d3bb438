"""Indicators by what they are about, their series and releases, and carers counted once."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest

from carerslib.citations import Citation
from carerslib.commissioning.monitoring import (
    ENGLAND,
    NATIONAL_MEASURES,
    SERIES_BREAKS,
    AgeBand,
    CarerEvent,
    Category,
    Concept,
    DataSource,
    EventKind,
    Indicator,
    IndicatorValue,
    Mechanism,
    Question,
    SeriesBreak,
    age_band,
    categorise,
    category_of,
    check_trend,
    check_value,
    concepts_numbered,
    count_categories,
    latest_survey,
    ni_135,
    number_of,
    publish,
    quality_of_life,
    relieved_through_cared_for,
    rounded_count,
)
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.law.adult_social_care_data import CARERS_COUNTED, CARERS_SPENDING, COLLECTION
from carerslib.money import Money
from carerslib.periods import DateRange, FinancialYear
from carerslib.verdicts import Finding, Result, Verdict

SOURCE: Final = Citation.record("Cambridgeshire, survey of adult carers 2023")
YEAR: Final = FinancialYear(2024).range


@pytest.mark.parametrize(
    ("concept", "year", "number"),
    [
        (Concept.QUALITY_OF_LIFE, "2014/15", "1D"),
        (Concept.QUALITY_OF_LIFE, "2022/23", "1D"),
        (Concept.SOCIAL_CONTACT, "2022/23", "1I(2)"),
        (Concept.SATISFACTION, "2022/23", "3B"),
        (Concept.INCLUDED, "2022/23", "3C"),
        (Concept.INFORMATION, "2022/23", "3D(2)"),
        (Concept.SELF_DIRECTED_SUPPORT, "2022/23", "1C"),
        (Concept.SELF_DIRECTED_SUPPORT, "2023/24", "3D(1b)"),
        (Concept.DIRECT_PAYMENTS, "2024/25", "3D(2b)"),
    ],
)
def test_a_concept_has_a_number_in_each_framework_year(
    concept: Concept, year: str, number: str
) -> None:
    assert number_of(concept, year) == number
    assert concept in concepts_numbered(number, FinancialYear.parse(year))


@pytest.mark.parametrize(
    ("concept", "year"),
    [
        (Concept.QUALITY_OF_LIFE, "2013/14"),
        (Concept.QUALITY_OF_LIFE, "2023/24"),
        (Concept.DIRECT_PAYMENTS, "2025/26"),
        (Concept.TOOK_A_BREAK, "2022/23"),
    ],
)
def test_a_number_that_was_not_verified_is_not_given(concept: Concept, year: str) -> None:
    with pytest.raises(NotInForceError):
        number_of(concept, year)


@pytest.mark.parametrize(
    ("number", "year", "concepts"),
    [
        ("3D", "2022/23", (Concept.INFORMATION,)),
        ("3D", "2023/24", (Concept.SELF_DIRECTED_SUPPORT, Concept.DIRECT_PAYMENTS)),
        ("1C", "2022/23", (Concept.SELF_DIRECTED_SUPPORT, Concept.DIRECT_PAYMENTS)),
        ("9Z", "2022/23", ()),
    ],
)
def test_one_number_stands_for_two_things_in_two_years(
    number: str, year: str, concepts: tuple[Concept, ...]
) -> None:
    assert concepts_numbered(number, year) == concepts


@pytest.mark.parametrize("number", ["1C", "3B", "3C"])
def test_a_number_of_a_year_that_is_only_partly_verified_is_not_guessed(number: str) -> None:
    with pytest.raises(NotInForceError, match="not verified"):
        concepts_numbered(number, "2023/24")


@pytest.mark.parametrize(
    ("year", "surveyed"),
    [
        ("2012/13", "2012/13"),
        ("2013/14", "2012/13"),
        ("2020/21", "2018/19"),
        ("2021/22", "2021/22"),
        ("2024/25", "2023/24"),
    ],
)
def test_a_year_without_a_survey_has_the_one_before(year: str, surveyed: str) -> None:
    assert latest_survey(year) == FinancialYear.parse(surveyed)


@pytest.mark.parametrize("year", ["2011/12", "2025/26"])
def test_surveys_are_known_for_the_years_that_were_checked(year: str) -> None:
    with pytest.raises(NotInForceError, match="survey of adult carers"):
        latest_survey(year)


def _value(reference: str = "V", **fields: Any) -> IndicatorValue:  # noqa: ANN401 - fields by name
    given = {
        "concept": Concept.QUALITY_OF_LIFE,
        "year": "2016/17",
        "area": "England",
        "collected_in": "2016/17",
        **fields,
    }
    return IndicatorValue(reference=reference, **given)


def _found(verdict: Verdict, rule: str) -> Finding:
    return next(each for each in verdict.findings if each.rule == f"indicator.{rule}")


@pytest.mark.parametrize(
    ("collected", "stale", "recorded", "current"),
    [
        ("2015/16", True, Result.MET, Result.NOT_MET),
        ("2016/17", False, Result.MET, Result.MET),
        (None, None, Result.UNDETERMINED, Result.UNDETERMINED),
    ],
)
def test_a_value_says_when_it_was_collected_and_an_old_one_only_advises(
    collected: str | None,
    stale: bool | None,  # noqa: FBT001 - a fact of the table
    recorded: Result,
    current: Result,
) -> None:
    value = _value(collected_in=collected)
    verdict = check_value(value)
    assert value.is_stale is stale
    assert _found(verdict, "collected").result is recorded
    assert (_found(verdict, "current").result, _found(verdict, "current").binding) == (
        current,
        False,
    )
    assert verdict.result is recorded


@pytest.mark.parametrize(
    ("release", "result"),
    [("", Result.UNDETERMINED), ("issued again on 16 April 2025", Result.MET)],
)
def test_a_value_says_which_release_it_was_read_in(release: str, result: Result) -> None:
    found = _found(check_value(_value(release=release, source=SOURCE)), "release")
    assert (found.result, found.binding, found.citation) == (result, False, SOURCE)


@pytest.mark.parametrize(
    ("before", "after", "result"),
    [
        ("2014/15", "2015/16", Result.MET),
        ("2014/15", "2016/17", Result.NOT_MET),
        ("2015/16", "2016/17", Result.NOT_MET),
        ("2016/17", "2018/19", Result.MET),
        (None, "2018/19", Result.UNDETERMINED),
        ("2014/15", None, Result.UNDETERMINED),
    ],
)
def test_a_trend_stops_at_a_break_in_its_series(
    before: str | None, after: str | None, result: Result
) -> None:
    verdict = check_trend(_value("A", collected_in=before), _value("B", collected_in=after))
    found = _found(verdict, "series")
    assert (found.result, verdict.result) == (result, result)
    assert bool(found.missing) == (result is Result.UNDETERMINED)


@pytest.mark.parametrize(
    ("before", "after", "result", "note"),
    [
        ("2021/22", "2023/24", Result.MET, ""),
        ("2023/24", "2023/24", Result.NOT_MET, "both were collected in one year"),
        ("2016/17", "2014/15", Result.NOT_MET, ""),
        (None, "2023/24", Result.UNDETERMINED, ""),
        (None, None, Result.UNDETERMINED, ""),
    ],
)
def test_one_survey_published_for_two_years_is_no_trend_and_nor_is_one_that_runs_back(
    before: str | None, after: str | None, result: Result, note: str
) -> None:
    earlier = _value("A", year="2023/24", collected_in=before)
    verdict = check_trend(earlier, _value("B", year="2024/25", collected_in=after))
    found = _found(verdict, "later")
    assert (found.result, verdict.result, found.note) == (result, result, note)
    assert bool(found.missing) == (result is Result.UNDETERMINED)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [({"concept": Concept.SATISFACTION}, "same_concept"), ({"area": "Halton"}, "same_area")],
)
def test_a_trend_is_of_one_thing_in_one_place(fields: dict[str, Any], rule: str) -> None:
    verdict = check_trend(_value("A"), _value("B", collected_in="2018/19", **fields))
    assert [each.rule for each in verdict.unmet] == [f"indicator.{rule}"]


@pytest.mark.parametrize(
    ("area", "result"),
    [("Cambridgeshire", Result.NOT_MET), ("Halton", Result.NOT_MET), ("England", Result.MET)],
)
def test_a_break_of_one_area_breaks_no_other_series(area: str, result: Result) -> None:
    own = SeriesBreak([Concept.QUALITY_OF_LIFE], "2023/24", "another sample", SOURCE, "Halton")
    before = _value("A", area=area, collected_in="2021/22")
    after = _value("B", area=area, collected_in="2023/24")
    assert check_trend(before, after, breaks=[*SERIES_BREAKS, own]).result is result


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (0, AgeBand.UNDER_18),
        (17, AgeBand.UNDER_18),
        (18, AgeBand.FROM_18),
        (25, AgeBand.FROM_18),
        (26, AgeBand.FROM_26),
        (64, AgeBand.FROM_26),
        (65, AgeBand.FROM_65),
        (84, AgeBand.FROM_65),
        (85, AgeBand.FROM_85),
        (None, AgeBand.UNKNOWN),
    ],
)
def test_an_age_has_its_band(age: int | None, band: AgeBand) -> None:
    assert age_band(age) is band


@pytest.mark.parametrize("age", [-1, "forty", True])
def test_what_is_no_age_is_refused_and_not_repeated(age: Any) -> None:  # noqa: ANN401 - anything
    with pytest.raises(InvalidValueError) as caught:
        age_band(age)
    assert (caught.value.field, str(age) in str(caught.value)) == ("age", False)


@pytest.mark.parametrize(
    ("day", "collection"),
    [
        (date(2021, 4, 1), "SALT"),
        (date(2023, 3, 31), "SALT"),
        (date(2023, 4, 1), "SALT, with client level data beside it"),
        (date(2024, 4, 1), "client level data"),
    ],
)
def test_the_collection_behind_a_count_changes_with_its_day(day: date, collection: str) -> None:
    assert COLLECTION.on(day) == collection


def test_spending_on_carers_is_known_for_two_years_and_no_others() -> None:
    assert CARERS_SPENDING.on(date(2023, 3, 31)) == Money.pounds("195000000.00")
    assert CARERS_SPENDING.on(date(2023, 4, 1)) == Money.pounds("183000000.00")
    assert CARERS_COUNTED.on(date(2020, 4, 1)) == 388_730
    with pytest.raises(NotInForceError):
        CARERS_SPENDING.on(date(2024, 4, 1))


def test_a_change_of_collection_breaks_what_comes_from_it() -> None:
    before = _value("A", concept=Concept.DIRECT_PAYMENTS, collected_in="2023/24")
    after = _value("B", concept=Concept.DIRECT_PAYMENTS, collected_in="2024/25")
    assert check_trend(before, after).result is Result.NOT_MET


@pytest.mark.parametrize(
    ("number", "rounded"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (52, 50), (53, 55)]
)
def test_a_count_goes_to_the_nearest_five(number: int, rounded: int) -> None:
    assert rounded_count(number) == rounded


@pytest.mark.parametrize(
    ("numerator", "base", "share"),
    [
        (0, 3, "0.0"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 8, "12.5"),
        (1, 800, "0.1"),
        (1, 2000, "0.1"),
    ],
)
def test_a_share_is_published_to_one_decimal_place(numerator: int, base: int, share: str) -> None:
    assert str(publish(numerator, base).value) == share


def test_counts_are_rounded_after_the_share_is_worked_out() -> None:
    assert publish(47, 48) == (45, 50, Decimal("97.9"), False)


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda: rounded_count(-1), "number"),
        (lambda: publish(1, True), "base"),  # noqa: FBT003 - what is refused
        (lambda: publish(-1, 3), "numerator"),
        (lambda: ni_135(carers=-1, clients=5, year="2009/10"), "carers"),
        (lambda: ni_135(carers=1, clients=0, year="2009/10"), "clients"),
        (lambda: quality_of_life([{Question.SAFETY: 3}]), "safety"),
        (lambda: quality_of_life([{"safety": 2}]), "question"),  # type: ignore[dict-item]
    ],
)
def test_counts_and_answers_that_cannot_be_are_refused(call: Any, field: str) -> None:  # noqa: ANN401 - a call
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("year", "known"),
    [("2007/08", False), ("2008/09", True), ("2010/11", True), ("2011/12", False)],
)
def test_national_indicator_135_is_known_for_its_three_years(year: str, *, known: bool) -> None:
    if known:
        share = ni_135(carers=1, clients=3, year=FinancialYear.parse(year))
        assert share == Fraction(100, 3)
    else:
        with pytest.raises(NotInForceError, match="NI 135"):
            ni_135(carers=1, clients=3, year=year)


def _event(kind: EventKind, days: DateRange = YEAR, **fields: Any) -> CarerEvent:  # noqa: ANN401 - fields by name
    return CarerEvent("carer", kind, days, **fields)


@pytest.mark.parametrize(
    ("kind", "mechanism", "category"),
    [
        (EventKind.SUPPORT_DIRECT, Mechanism.DIRECT_PAYMENT, Category.DIRECT_PAYMENT),
        (EventKind.SUPPORT_DIRECT, Mechanism.MANAGED_BUDGET, Category.MANAGED_BUDGET),
        (EventKind.SUPPORT_DIRECT, Mechanism.COMMISSIONED, Category.COMMISSIONED),
        (EventKind.SUPPORT_DIRECT, None, Category.UNKNOWN_MECHANISM),
        (EventKind.REQUEST_INFORMATION, None, Category.INFORMATION),
        (EventKind.ASSESSMENT_INFORMATION, None, Category.INFORMATION),
        (EventKind.ASSESSMENT_OTHER, None, Category.NO_DIRECT_SUPPORT),
        (EventKind.SUPPORT_INVOLVING, Mechanism.DIRECT_PAYMENT, Category.NO_DIRECT_SUPPORT),
        (EventKind.REQUEST_OTHER, None, None),
    ],
)
def test_each_event_has_its_category(
    kind: EventKind, mechanism: Mechanism | None, category: Category | None
) -> None:
    assert category_of(_event(kind, mechanism=mechanism)) is category


@pytest.mark.parametrize(
    ("first", "last", "counted"),
    [
        (date(2023, 1, 1), date(2024, 3, 31), 0),
        (date(2023, 1, 1), date(2024, 4, 1), 1),
        (date(2025, 3, 31), date(2026, 1, 1), 1),
        (date(2025, 4, 1), date(2026, 1, 1), 0),
    ],
)
def test_events_count_where_they_touch_the_year(first: date, last: date, counted: int) -> None:
    events = [_event(EventKind.SUPPORT_INVOLVING, DateRange(first, last))]
    assert len(categorise(events, within=YEAR)) == counted
    assert relieved_through_cared_for(events, within=YEAR) == counted


def test_every_category_is_named_best_first_even_where_nobody_is_in_it() -> None:
    counts = count_categories([_event(EventKind.ASSESSMENT_OTHER)], within=YEAR)
    assert list(counts) == sorted(Category, key=lambda each: each.rank)
    assert counts[Category.NO_DIRECT_SUPPORT] == sum(counts.values()) == 1
    assert str(Category.DIRECT_PAYMENT) == "Direct Payment only"


def test_a_row_about_a_carer_shows_nothing_but_the_key() -> None:
    event = _event(EventKind.SUPPORT_DIRECT, mechanism=Mechanism.DIRECT_PAYMENT)
    assert repr(event) == "CarerEvent(carer='carer')"
    assert pickle.loads(pickle.dumps(event)) == event  # noqa: S301 - made a line above


WRONG: Final[dict[str, tuple[Any, dict[str, Any], str]]] = {
    "an indicator without a key": (Indicator, {"reference": "", "title": "t"}, "reference"),
    "a concept in words": (_value, {"concept": "1D"}, "concept"),
    "a value that is a float": (_value, {"value": 7.5}, "value"),
    "a value that is not finite": (_value, {"value": Decimal("NaN")}, "value"),
    "a base below nothing": (_value, {"base": -1}, "base"),
    "a break without a reason": (
        SeriesBreak,
        {"concepts": (), "first": "2016/17", "why": "", "citation": SOURCE},
        "why",
    ),
    "a row without a key": (
        CarerEvent,
        {"carer": " ", "kind": EventKind.REQUEST_OTHER, "days": YEAR},
        "carer",
    ),
    "an event in words": (CarerEvent, {"carer": "c", "kind": "respite", "days": YEAR}, "kind"),
    "a day for days": (
        CarerEvent,
        {"carer": "c", "kind": EventKind.REQUEST_OTHER, "days": date(2024, 4, 1)},
        "days",
    ),
    "a mechanism in words": (
        CarerEvent,
        {"carer": "c", "kind": EventKind.SUPPORT_DIRECT, "days": YEAR, "mechanism": "cash"},
        "mechanism",
    ),
}


@pytest.mark.parametrize(("make", "fields", "field"), WRONG.values(), ids=WRONG)
def test_what_can_never_be_right_is_refused(make: Any, fields: dict[str, Any], field: str) -> None:  # noqa: ANN401 - a constructor
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    assert caught.value.field == field


def test_published_values_for_england_say_where_and_when_they_were_read() -> None:
    assert len({each.reference for each in ENGLAND}) == len(ENGLAND) == 12
    for value in ENGLAND:
        assert value.is_stale is False
        assert value.source is not None
    again = [each.reference for each in ENGLAND if each.release]
    assert again == [
        "satisfaction.2023/24",
        "no_financial_difficulty.2023/24",
        "look_after_themselves.2023/24",
    ]


def test_every_national_measure_says_where_it_comes_from() -> None:
    collected = [m.concept for m in NATIONAL_MEASURES if m.source is DataSource.COLLECTION]
    assert collected == [Concept.SELF_DIRECTED_SUPPORT, Concept.DIRECT_PAYMENTS]
