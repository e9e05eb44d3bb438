"""The worked cases of services and monitoring, each under its number."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest

from carerslib.assessments import Assessment, Kind, Meeting, duty_to_meet
from carerslib.commissioning.actions import Action, ActionStatus, Issues
from carerslib.commissioning.monitoring import (
    ENGLAND,
    Against,
    CarerEvent,
    Category,
    Concept,
    Direction,
    EventKind,
    FailingClaim,
    Ground,
    IndicatorKind,
    IndicatorValue,
    Measure,
    Mechanism,
    Movement,
    Pattern,
    Quarter,
    Question,
    ServiceQuarter,
    Stage,
    UnmetReason,
    categorise,
    check_failing,
    check_trend,
    check_value,
    direct_support,
    latest_survey,
    ni_135,
    publish,
    quality_of_life,
    read_take_up,
    relieved_through_cared_for,
    rounded_count,
)
from carerslib.commissioning.rag import PROGRESS_RAG, RISK_RAG, Rag, RagScheme
from carerslib.commissioning.ratings import INDICATORS_RATE, RATINGS, rate
from carerslib.errors import NotInForceError
from carerslib.money import Money
from carerslib.periods import DateRange, FinancialYear
from carerslib.services import (
    EMERGENCY_SCHEMES,
    PAYMENT_SCHEMES,
    EmergencyCover,
    EmergencyScheme,
    Feature,
    HoursCharged,
    MixedUnitsError,
    OneOffPayment,
    Party,
    PaymentScheme,
    Quantity,
    ShortBreaks,
    Stay,
    Support,
    Unit,
    Voucher,
    chargeable_hours,
    check,
    check_payment,
    check_short_breaks,
    check_short_term,
    check_total,
    check_voucher,
)
from carerslib.verdicts import Finding, Result, Verdict

DAY: Final = date(2026, 3, 2)
A_YEAR: Final = FinancialYear(2024).range


def _found(verdict: Verdict, rule: str) -> Finding:
    return next(each for each in verdict.findings if each.rule == rule)


@pytest.mark.parametrize(
    ("status", "scheme", "colour"),
    [
        pytest.param(ActionStatus.IN_PROGRESS, RISK_RAG, Rag.RED, id="M04-risk"),
        pytest.param(ActionStatus.NOT_STARTED, PROGRESS_RAG, None, id="M04-progress"),
    ],
)
def test_a_significant_risk_is_red_and_what_has_not_started_has_no_colour(
    status: ActionStatus, scheme: RagScheme, colour: Rag | None
) -> None:
    action = Action(
        reference="A", number="1", title="a plan", status=status, issues=Issues.SIGNIFICANT
    )
    assert rate(action, scheme).rag is colour


@pytest.mark.parametrize(
    "chosen",
    [pytest.param("none", id="M05"), pytest.param("performance", id="M05-performance-counts")],
)
def test_a_contextual_indicator_is_red_and_its_action_stays_as_it_is(chosen: str) -> None:
    action = Action(reference="A", number="1", title="a plan", issues=Issues.NONE)
    jobs = Against(
        indicator="carers in work",
        kind=IndicatorKind.CONTEXTUAL,
        direction=Direction.HIGH_IS_GOOD,
        value=55,
        level=60,
    )
    basis = RATINGS.basis(conventions={INDICATORS_RATE.name: chosen})
    assert jobs.rag is Rag.RED
    assert rate(action, RISK_RAG, against=[jobs], basis=basis).rag is Rag.GREEN


def _event(
    carer: str, kind: EventKind, month: int, mechanism: Mechanism | None = None
) -> CarerEvent:
    day = date(2024, month, 1)
    return CarerEvent(carer, kind, DateRange(day, day + timedelta(days=10)), mechanism)


RESPITE: Final = _event("carer", EventKind.SUPPORT_INVOLVING, 5)
PAYMENT: Final = _event("carer", EventKind.SUPPORT_DIRECT, 5, Mechanism.DIRECT_PAYMENT)
ADVICE: Final = _event("carer", EventKind.REQUEST_INFORMATION, 10)


@pytest.mark.parametrize(
    ("events", "category", "relieved"),
    [
        pytest.param([RESPITE], Category.NO_DIRECT_SUPPORT, 1, id="M10"),
        pytest.param([PAYMENT, ADVICE], Category.DIRECT_PAYMENT, 0, id="M11"),
        pytest.param([ADVICE, PAYMENT], Category.DIRECT_PAYMENT, 0, id="M11-other-way-round"),
        pytest.param([RESPITE, ADVICE], Category.INFORMATION, 1, id="M10-and-advice"),
    ],
)
def test_a_carer_counts_once_nationally_and_as_relieved_locally(
    events: list[CarerEvent], category: Category, relieved: int
) -> None:
    assert categorise(events, within=A_YEAR) == (("carer", category),)
    assert relieved_through_cared_for(events, within=A_YEAR) == relieved


WITH_MECHANISM: Final = {
    Category.DIRECT_PAYMENT: 50,
    Category.MANAGED_BUDGET: 30,
    Category.COMMISSIONED: 20,
}
WITHOUT: Final = {Category.UNKNOWN_MECHANISM: 15, Category.INFORMATION: 200}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param(WITH_MECHANISM | WITHOUT, (80, 50, 100), id="M12"),
        pytest.param(WITHOUT, (None, None, 0), id="M12-nobody-with-a-mechanism"),
    ],
)
def test_self_directed_support_is_of_those_with_a_known_mechanism(
    counts: dict[Category, int], expected: tuple[object, ...]
) -> None:
    assert direct_support(counts) == expected


EIGHT: Final = dict(zip(Question, (2, 2, 2, 2, 0, 0), strict=True))
SIX: Final = dict.fromkeys(Question, 1)
TEN: Final = dict(zip(Question, (2, 2, 2, 2, 2, 0), strict=True))
FIVE_ANSWERS: Final = dict.fromkeys(list(Question)[:5], 2)


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        pytest.param([EIGHT, SIX, TEN, FIVE_ANSWERS], (8, 3, 1), id="M13"),
        pytest.param([FIVE_ANSWERS], (None, 0, 1), id="M13-nobody-answered-all"),
    ],
)
def test_quality_of_life_counts_only_those_who_answered_all_six(
    responses: list[dict[Question, int]], expected: tuple[object, ...]
) -> None:
    assert quality_of_life(responses) == expected


@pytest.mark.parametrize(
    ("number", "rounded"),
    [pytest.param(47, 45, id="M14-47"), pytest.param(48, 50, id="M14-48")],
)
def test_counts_are_rounded_to_the_nearest_five(number: int, rounded: int) -> None:
    assert rounded_count(number) == rounded


@pytest.mark.parametrize(
    ("base", "suppressed"),
    [
        pytest.param(2, True, id="M14-base-2"),
        pytest.param(3, False, id="M14-base-3"),
        pytest.param(4, False, id="M14-base-4"),
    ],
)
def test_a_base_below_three_is_not_published(base: int, *, suppressed: bool) -> None:
    found = publish(1, base)
    assert (found.suppressed, found.value is None) == (suppressed, suppressed)


@pytest.mark.parametrize(
    ("year", "collected_in", "stale"),
    [
        pytest.param("2024/25", "2023/24", True, id="M15"),
        pytest.param("2023/24", "2023/24", False, id="M15-the-year-itself"),
    ],
)
def test_a_framework_year_without_a_survey_uses_an_older_one(
    year: str, collected_in: str, *, stale: bool
) -> None:
    value = IndicatorValue(
        reference="V",
        concept=Concept.SATISFACTION,
        year=year,
        area="Halton",
        value=Decimal("36.7"),
        collected_in=latest_survey(year),
    )
    assert value.collected_in == FinancialYear.parse(collected_in)
    assert value.is_stale is stale
    current = _found(check_value(value), "indicator.current").result
    assert current is (Result.NOT_MET if stale else Result.MET)


@pytest.mark.parametrize(
    ("years", "values", "result"),
    [
        pytest.param(("2014/15", "2016/17"), (79, 77), Result.NOT_MET, id="M16"),
        pytest.param(("2012/13", "2014/15"), (81, 79), Result.MET, id="M16-before"),
        pytest.param(("2016/17", "2018/19"), (77, 75), Result.MET, id="M16-after"),
    ],
)
def test_quality_of_life_is_no_trend_across_the_change_of_population(
    years: tuple[str, str], values: tuple[int, int], result: Result
) -> None:
    before, after = (
        next(each for each in ENGLAND if each.reference == f"quality_of_life.{year}")
        for year in years
    )
    assert (before.value, after.value) == tuple(Fraction(value, 10) for value in values)
    found = _found(check_trend(before, after), "indicator.series")
    assert (found.result, "population" in found.note) == (result, result is Result.NOT_MET)


@pytest.mark.parametrize(
    ("carers", "clients", "expected"),
    [pytest.param(420, 3500, 12, id="M17"), pytest.param(7, 5, 140, id="M17-above-a-hundred")],
)
def test_national_indicator_135_divides_two_populations(
    carers: int, clients: int, expected: int
) -> None:
    assert ni_135(carers=carers, clients=clients, year="2009/10") == expected


def _quarters(
    before: dict[str, Any], after: dict[str, Any]
) -> tuple[ServiceQuarter, ServiceQuarter]:
    first, second = (
        ServiceQuarter(
            reference=f"Q{number}",
            service="sitting",
            quarter=Quarter("2017/18", number),
            **figures,
        )
        for number, figures in ((1, before), (2, after))
    )
    return first, second


BEFORE: Final[dict[str, Any]] = {
    "self_funded_price": Money.pounds("10.00"),
    "self_funded": 50,
    "council_funded": 60,
    "need": 200,
    "reasons": {UnmetReason.COST: 4},
}
AFTER: Final[dict[str, Any]] = {
    "self_funded_price": Money.pounds("12.00"),
    "self_funded": 30,
    "council_funded": 61,
    "need": 201,
    "reasons": {UnmetReason.COST: 17},
}
WITHOUT_PRICE_OR_REASONS: Final = {"self_funded_price": None, "reasons": None}


@pytest.mark.parametrize(
    ("before", "after", "label"),
    [
        pytest.param(BEFORE, AFTER, Pattern.PRICED_OUT, id="M18"),
        pytest.param(
            {"offers": 100, "waiting": {Stage.FIRST_ASSESSMENT: 40}},
            {"offers": 60, "waiting": {Stage.FIRST_ASSESSMENT: 110}},
            Pattern.ACCESS_BOTTLENECK,
            id="M19",
        ),
        pytest.param(
            BEFORE | WITHOUT_PRICE_OR_REASONS,
            AFTER | WITHOUT_PRICE_OR_REASONS,
            Pattern.UNDETERMINED,
            id="M20",
        ),
    ],
)
def test_low_take_up_is_read_from_what_moved_and_never_called_failing(
    before: dict[str, Any], after: dict[str, Any], label: Pattern
) -> None:
    reading = read_take_up(Movement.between(*_quarters(before, after)))
    assert reading.labels == (label,)
    claim = FailingClaim(reference="C", service="sitting", grounds=Ground.TAKE_UP)
    assert check_failing(claim, reading).result is Result.NOT_MET
    if label is Pattern.UNDETERMINED:
        lacking = {each.field for each in reading.missing}
        assert {Measure.SELF_FUNDED_PRICE, Measure.COST, Measure.QUALITY} <= lacking


ON_REQUEST: Final[dict[str, Any]] = {
    "charged_to": Party.CARED_FOR,
    "adult_agrees": True,
    "arranging_fee": Money.pounds("10.00"),
    "arranging_cost": Money.pounds("10.00"),
}


@pytest.mark.parametrize(
    ("fields", "rule", "result", "place"),
    [
        pytest.param(
            {"charged_to": Party.CARER},
            "who_is_charged",
            Result.NOT_MET,
            "section 14(3)",
            id="M21",
        ),
        pytest.param(
            {"adult_agrees": False},
            "agreement",
            Result.NOT_MET,
            "section 20(1)(c) and (6)",
            id="M22",
        ),
        pytest.param(
            ON_REQUEST | {"on_request": True},
            "arranging_fee",
            Result.MET,
            "section 14(1)(b)",
            id="M23-fee",
        ),
        pytest.param(
            ON_REQUEST | {"on_request": False},
            "arranging_fee",
            Result.NOT_MET,
            "section 14(1)(b)",
            id="M23-no-request",
        ),
        pytest.param(
            ON_REQUEST, "arranging_fee", Result.UNDETERMINED, "section 14(1)(b)", id="M23-not-said"
        ),
    ],
)
def test_replacement_care_is_charged_as_the_act_allows(
    fields: dict[str, Any], rule: str, result: Result, place: str
) -> None:
    support = Support(reference="S", need_owner=Party.CARER, delivered_to=Party.CARED_FOR, **fields)
    found = _found(check(support, on=DAY), f"support.{rule}")
    assert (found.result, found.citation.place) == (result, place)


@pytest.mark.parametrize(
    ("asks", "result"),
    [
        pytest.param(True, Result.MET, id="M23-condition-4"),
        pytest.param(False, Result.NOT_MET, id="M23-does-not-ask"),
    ],
)
def test_an_adult_above_the_limit_has_to_ask(asks: bool, result: Result) -> None:  # noqa: FBT001
    meeting = Meeting(
        reference="M",
        authority="council",
        assessment=Assessment("A", Kind.CARER, date(2026, 1, 5), "carer"),
        care_to_adult=True,
        adult_charged=True,
        adult_above_limit=True,
        adult_asks=asks,
        adult_excluded=False,
    )
    found = next(
        each for each in duty_to_meet(meeting).findings if each.rule == "meeting.care_to_adult"
    )
    assert found.result is result


def _series(*lengths: int) -> ShortBreaks:
    first = date(2025, 4, 5)
    stays = [
        Stay(
            reference=f"stay {month}",
            first=first + timedelta(days=30 * month),
            last=first + timedelta(days=30 * month + length - 1),
            setting="Elm House",
        )
        for month, length in enumerate(lengths)
    ]
    return ShortBreaks(reference="S", stays=stays, in_care=False, returns_home=True)


@pytest.mark.parametrize(
    ("lengths", "result", "unmet"),
    [
        pytest.param((17,) * 4, Result.MET, [], id="M24-68-days"),
        pytest.param((16,) * 5, Result.NOT_MET, ["in_twelve_months"], id="M24-80-days"),
        pytest.param((18,), Result.NOT_MET, ["longest"], id="M24-18-days"),
        pytest.param((15,) * 5, Result.MET, [], id="M24-on-75-days"),
        pytest.param((16, 15, 15, 15, 15), Result.NOT_MET, ["in_twelve_months"], id="M24-76-days"),
    ],
)
def test_the_lighter_rules_stop_at_17_days_and_at_75_in_twelve_months(
    lengths: tuple[int, ...], result: Result, unmet: list[str]
) -> None:
    verdict = check_short_breaks(_series(*lengths))
    assert verdict.result is result
    assert [each.rule for each in verdict.unmet] == [f"short_breaks.{name}" for name in unmet]


@pytest.mark.parametrize(
    ("nights", "result"),
    [
        pytest.param(55, Result.MET, id="M25-55"),
        pytest.param(56, Result.MET, id="M25-56"),
        pytest.param(57, Result.NOT_MET, id="M25-57"),
    ],
)
def test_a_stay_of_more_than_eight_weeks_is_not_short_term(nights: int, result: Result) -> None:
    assert check_short_term("stay", nights, on=DAY).result is result


def _emergency(council: str) -> EmergencyScheme:
    return next(each for each in EMERGENCY_SCHEMES if each.council == council)


@pytest.mark.parametrize(
    ("council", "charged"),
    [
        pytest.param("Cornwall", 36, id="M26-Cornwall"),
        pytest.param("Brighton & Hove", 12, id="M26-Brighton"),
        pytest.param("Sutton", 0, id="M26-Sutton"),
    ],
)
def test_sixty_hours_in_an_emergency_are_charged_after_the_free_ones(
    council: str, charged: int
) -> None:
    cover = EmergencyCover(reference="E", hours=60, person_assessed=True, parent_carer=False)
    assert chargeable_hours(cover, _emergency(council)) == HoursCharged(charged, charged)


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        pytest.param(("money", "time"), Result.NOT_MET, id="M27-both"),
        pytest.param(("money",), Result.MET, id="M27-money"),
        pytest.param(("time",), Result.MET, id="M27-time"),
    ],
)
def test_a_voucher_is_in_money_or_in_time(fields: tuple[str, ...], result: Result) -> None:
    values = {"money": Money.pounds("50.00"), "time": Quantity(4, Unit.HOUR)}
    voucher = Voucher("V", **{field: values[field] for field in fields})  # type: ignore[arg-type]
    assert check_voucher(voucher, on=date(2009, 4, 1)).result is result


@pytest.mark.parametrize(
    ("day", "known"),
    [
        pytest.param(date(2003, 5, 28), False, id="M27-before"),
        pytest.param(date(2003, 5, 29), True, id="M27-first-day"),
        pytest.param(date(2015, 3, 31), True, id="M27-last-day"),
        pytest.param(date(2015, 4, 1), False, id="M27-after"),
    ],
)
def test_the_rule_on_vouchers_is_asked_only_while_it_was_in_force(
    day: date, *, known: bool
) -> None:
    voucher = Voucher("V", money=Money.pounds("50.00"))
    if known:
        assert check_voucher(voucher, on=day).is_met
    else:
        with pytest.raises(NotInForceError):
            check_voucher(voucher, on=day)


def _payments(council: str) -> PaymentScheme:
    return next(each for each in PAYMENT_SCHEMES if each.council == council)


@pytest.mark.parametrize(
    ("council", "result"),
    [
        pytest.param("East Sussex", Result.NOT_MET, id="M28"),
        pytest.param("Hammersmith & Fulham", Result.MET, id="M28-where-it-is-not-refused"),
    ],
)
def test_a_washing_machine_bought_already_is_refused_where_the_scheme_says_so(
    council: str, result: Result
) -> None:
    washing_machine = OneOffPayment(reference="P", features=[Feature.ALREADY_BOUGHT], evidence=True)
    assert check_payment(washing_machine, _payments(council)).result is result


@pytest.mark.parametrize(
    ("quantities", "result", "measured"),
    [
        pytest.param(
            [Quantity(10, Unit.NIGHT), Quantity(20, Unit.HOUR)],
            Result.NOT_MET,
            ("20 hours", "10 nights"),
            id="M29",
        ),
        pytest.param(
            [Quantity(10, Unit.NIGHT), Quantity(20, Unit.NIGHT)],
            Result.MET,
            ("30 nights",),
            id="M29-one-unit",
        ),
    ],
)
def test_nights_and_hours_are_not_added(
    quantities: list[Quantity], result: Result, measured: tuple[str, ...]
) -> None:
    found = check_total("breaks", quantities)
    assert (found.result, found.measured) == (result, measured)
    if result is Result.NOT_MET:
        with pytest.raises(MixedUnitsError):
            quantities[0] + quantities[1]
