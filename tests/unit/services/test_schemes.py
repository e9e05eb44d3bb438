"""Schemes of councils' own, vouchers, and services as a record names them."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from carerslib.citations import Citation, Standing
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.services import (
    EMERGENCY_SCHEMES,
    OFFER_EXAMPLES,
    OFFER_KINDS,
    PAYMENT_SCHEMES,
    BenefitView,
    EmergencyCover,
    EmergencyScheme,
    Feature,
    HoursCharged,
    Importance,
    OneOffPayment,
    Party,
    PaymentScheme,
    Quantity,
    Reach,
    Service,
    ServiceStatus,
    Unit,
    Voucher,
    chargeable_hours,
    check_emergency,
    check_payment,
    check_voucher,
)
from carerslib.verdicts import Remedy, Result

SOURCE: Final = Citation.record("the council's pages")


def _emergency(council: str) -> EmergencyScheme:
    return next(each for each in EMERGENCY_SCHEMES if each.council == council)


def _payments(council: str) -> PaymentScheme:
    return next(each for each in PAYMENT_SCHEMES if each.council == council)


def _cover(hours: int = 60, **facts: Any) -> EmergencyCover:  # noqa: ANN401 - fields by name
    return EmergencyCover(reference="E", hours=hours, **facts)


@pytest.mark.parametrize(
    ("hours", "charged"), [(23, 0), (24, 0), (25, 1)], ids=["below", "on", "above"]
)
def test_hours_are_charged_after_the_free_ones(hours: int, charged: int) -> None:
    assert chargeable_hours(_cover(hours), _emergency("Cornwall")) == (charged, charged)


@pytest.mark.parametrize(
    ("council", "parent", "charged"),
    [
        ("Brighton & Hove", True, (0, 0)),
        ("Brighton & Hove", False, (12, 12)),
        ("Brighton & Hove", None, (0, 12)),
        ("Hounslow", None, (0, 12)),
        ("West Cumbria", None, (0, 0)),
    ],
)
def test_what_a_scheme_leaves_open_is_a_range(
    council: str,
    parent: bool | None,  # noqa: FBT001 - a fact of the table
    charged: tuple[int, int],
) -> None:
    found = chargeable_hours(_cover(parent_carer=parent), _emergency(council))
    assert found == HoursCharged(*charged)


@pytest.mark.parametrize(
    ("council", "facts", "result", "lacking"),
    [
        ("Cornwall", {"planned": False}, Result.MET, []),
        ("Cornwall", {"planned": True}, Result.NOT_MET, []),
        ("Cornwall", {}, Result.UNDETERMINED, ["planned"]),
        ("Hounslow", {"planned": False}, Result.UNDETERMINED, ["person_assessed"]),
        ("Hounslow", {"planned": False, "person_assessed": True}, Result.MET, []),
        ("Hounslow", {"planned": False, "person_assessed": False}, Result.NOT_MET, []),
    ],
)
def test_emergency_cover_is_for_emergencies_after_what_the_scheme_asks(
    council: str, facts: dict[str, Any], result: Result, lacking: list[str]
) -> None:
    verdict = check_emergency(_cover(**facts), _emergency(council))
    assert (verdict.result, [each.field for each in verdict.missing]) == (result, lacking)
    assert all(each.private for each in verdict.findings)


@pytest.mark.parametrize(
    ("amount", "result"),
    [
        ("199.99", Result.MET),
        ("200.00", Result.MET),
        ("200.01", Result.NOT_MET),
        (None, Result.UNDETERMINED),
    ],
)
def test_a_payment_is_no_more_than_the_council_pays(amount: str | None, result: Result) -> None:
    asked = None if amount is None else Money.pounds(amount)
    verdict = check_payment(
        OneOffPayment(reference="P", amount=asked), _payments("Nottinghamshire")
    )
    (found,) = verdict.findings
    assert found.result is result
    if result is Result.NOT_MET:
        nearest = Money.pounds("200.00")
        assert found.remedy == Remedy("amount", nearest, "reduce by", Money.pence(1))


@pytest.mark.parametrize(
    ("features", "result"),
    [
        ([Feature.UTILITIES], Result.NOT_MET),
        ([Feature.ALCOHOL], Result.MET),
        ([], Result.MET),
        (None, Result.UNDETERMINED),
    ],
)
def test_a_payment_is_for_what_the_scheme_does_not_refuse(
    features: list[Feature] | None, result: Result
) -> None:
    payment = OneOffPayment(reference="P", features=features)
    assert check_payment(payment, _payments("East Sussex")).result is result


@pytest.mark.parametrize(
    ("council", "field"),
    [("Tower Hamlets", "below_threshold"), ("Hammersmith & Fulham", "evidence")],
)
@pytest.mark.parametrize(
    ("fact", "result"),
    [(True, Result.MET), (False, Result.NOT_MET), (None, Result.UNDETERMINED)],
)
def test_a_scheme_asks_for_facts_of_its_own(
    council: str,
    field: str,
    fact: bool | None,  # noqa: FBT001 - a fact of the table
    result: Result,
) -> None:
    given: dict[str, Any] = {"features": (), "amount": Money.pounds("250.00"), field: fact}
    verdict = check_payment(OneOffPayment(reference="P", **given), _payments(council))
    found = next(each for each in verdict.findings if each.rule == f"payment.{field}")
    assert (found.result, verdict.result) == (result, result)


def test_every_example_of_an_offer_has_its_source_and_some_a_figure() -> None:
    assert all(each.source.url.startswith("http") for each in OFFER_EXAMPLES)
    sums = {each.body: each.amount for each in OFFER_EXAMPLES if each.amount is not None}
    assert sums == {
        "Nottinghamshire": Money.pounds("200.00"),
        "Tower Hamlets": Money.pounds("250.00"),
        "Department of Health": Money.pounds("4400000.00"),
    }


def test_every_scheme_that_is_listed_is_an_example_with_its_page() -> None:
    for scheme in (*EMERGENCY_SCHEMES, *PAYMENT_SCHEMES):
        assert scheme.source.url.startswith("http"), scheme.council
        assert scheme.source.standing is Standing.RECORD


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        ({}, Result.UNDETERMINED),
        ({"money": Money.pence(1)}, Result.MET),
        ({"time": Quantity(1, Unit.HOUR)}, Result.MET),
    ],
)
def test_a_voucher_that_says_nothing_is_open(fields: dict[str, Any], result: Result) -> None:
    verdict = check_voucher(Voucher("V", **fields), on=date(2009, 4, 1))
    assert verdict.result is result
    assert bool(verdict.missing) == (result is Result.UNDETERMINED)


def test_a_service_holds_what_the_record_says_and_no_more() -> None:
    talk = Service(
        reference="let's talk community",
        title="a place to talk",
        status=ServiceStatus.TO_BE_INTRODUCED,
        importance=Importance.ESSENTIAL,
        universal=True,
        open_to=("members of the public", "carers"),
        staffed_by="adult social care",
        starts=DateRange(date(2017, 9, 1), date(2017, 11, 30)),
        part_of="adult social care pathway",
    )
    assert (talk.part_of, talk.kind, talk.place) == (("adult social care pathway",), None, "")


def test_a_view_of_benefit_is_somebodys() -> None:
    view = BenefitView(
        reference="V",
        by="leader of the green group",
        about="respite",
        seen_as=Party.CARED_FOR,
        also_benefits=Party.CARER,
        reach=Reach.NATIONAL,
        shifting=True,
    )
    assert (view.about, view.seen_as) == (("respite",), Party.CARED_FOR)


WRONG: Final[dict[str, tuple[Any, dict[str, Any], str]]] = {
    "a service without a key": (Service, {"reference": "", "title": "t"}, "reference"),
    "a service without a title": (Service, {"reference": "s", "title": " "}, "title"),
    "a kind in words": (Service, {"reference": "s", "title": "t", "kind": "sitting"}, "kind"),
    "a status in words": (Service, {"reference": "s", "title": "t", "status": "on"}, "status"),
    "a place that is none": (Service, {"reference": "s", "title": "t", "place": None}, "place"),
    "openness in words": (
        Service,
        {"reference": "s", "title": "t", "universal": "yes"},
        "universal",
    ),
    "a start in words": (Service, {"reference": "s", "title": "t", "starts": "soon"}, "starts"),
    "a link to nothing": (Service, {"reference": "s", "title": "t", "part_of": [""]}, "part_of"),
    "a view of nothing": (
        BenefitView,
        {"reference": "v", "by": "b", "about": (), "seen_as": Party.CARER},
        "about",
    ),
    "a view in words": (
        BenefitView,
        {"reference": "v", "by": "b", "about": "s", "seen_as": "her"},
        "seen_as",
    ),
    "fewer than no free hours": (
        EmergencyScheme,
        {"council": "c", "free_hours": -1, "source": SOURCE},
        "free_hours",
    ),
    "cover of half an hour": (EmergencyCover, {"reference": "E", "hours": "1/2"}, "hours"),
    "a refusal in words": (
        PaymentScheme,
        {"council": "c", "source": SOURCE, "refuses": ["alcohol"]},
        "refuses",
    ),
    "a sum for no month": (
        PaymentScheme,
        {"council": "c", "source": SOURCE, "months": 0},
        "months",
    ),
    "a payment in words": (OneOffPayment, {"reference": "P", "amount": "£5"}, "amount"),
    "a use in words": (OneOffPayment, {"reference": "P", "features": ["gin"]}, "features"),
    "a voucher in words": (Voucher, {"reference": "V", "money": "£50"}, "money"),
}


@pytest.mark.parametrize(("make", "fields", "field"), WRONG.values(), ids=WRONG)
def test_what_can_never_be_right_is_refused(make: Any, fields: dict[str, Any], field: str) -> None:  # noqa: ANN401 - a constructor
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    assert caught.value.field == field


def test_every_kind_of_offer_can_be_a_services() -> None:
    for kind in OFFER_KINDS:
        assert Service(reference=kind.key, title=kind.title, kind=kind).kind is kind
