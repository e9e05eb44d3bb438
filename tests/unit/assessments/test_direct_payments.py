"""Direct payments under sections 31 to 33 of the Care Act and the regulations of 2014."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import pytest

from carerslib.assessments import (
    DIRECT_PAYMENTS,
    PAYMENT_CONDITIONS,
    PAYMENT_REVIEWS,
    PAYMENTS_GO_ON,
    DirectPayment,
    Requester,
    direct_payment,
    may_pay,
    payment_conditions,
    payment_goes_on,
    review_payment,
)
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.law.direct_payments_regulations_2014 import Payee
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.assessments import Checklist

ADULT, AUTHORISED = Requester
ACT, REGULATIONS = "Care Act 2014", "Care and Support (Direct Payments) Regulations 2014"
PLACES: Final = {
    ("made", ADULT): {
        "amount_in_budget": "section 31(1)(a)",
        "requested": "section 31(1)(b)",
        "has_capacity": "section 31(4)(a)",
        "nominee_agrees": "section 31(4)(b)",
        "not_prohibited": "section 31(5)(a)",
        "not_declined": "section 31(5)(b)",
        "can_manage": "section 31(6)",
        "appropriate": "section 31(7)",
        "weeks_in_care_home": "regulation 6",
    },
    ("made", AUTHORISED): {
        "amount_in_budget": "section 32(1)(a)",
        "lacks_capacity": "section 32(1)(b)",
        "requested": "section 32(1)(c)",
        "authorised": "section 32(4)",
        "request_supported": "section 32(5)",
        "not_prohibited": "section 32(6)(a)",
        "not_declined": "section 32(6)(b)",
        "best_interests": "section 32(7)",
        "can_manage": "section 32(8)",
        "appropriate": "section 32(9)",
        "views_taken": "regulation 5(2)(a)",
        "wishes_considered": "regulation 5(2)(b)",
        "certificate": "regulation 5(2)(c)",
        "weeks_in_care_home": "regulation 6",
    },
    ("go on", ADULT): {
        "has_capacity": "section 31(4)(a)",
        "nominee_agrees": "section 31(4)(b)",
        "not_prohibited": "section 31(5)(a)",
        "not_declined": "section 31(5)(b)",
        "can_manage": "section 31(6)",
        "appropriate": "section 31(7)",
    },
    ("go on", AUTHORISED): {
        "lacks_capacity": "regulation 9",
        "request_supported": "section 32(5)",
        "not_prohibited": "section 32(6)(a)",
        "not_declined": "section 32(6)(b)",
        "best_interests": "section 32(7)",
        "can_manage": "section 32(8)",
        "appropriate": "section 32(9)",
    },
    ("conditions", ADULT): {
        "planned_needs_only": "section 33(3)",
        "close_family_unpaid": "regulation 3(1) and (2)",
        "free_choice": "regulation 4(3)(a)",
        "information_reasonable": "regulation 4(3)(b)(i)",
        "format_practicable": "regulation 4(3)(b)(ii)",
    },
    ("conditions", AUTHORISED): {
        "planned_needs_only": "section 33(3)",
        "close_family_unpaid": "regulation 3(1) and (2)",
        "free_choice": "regulation 4(3)(a)",
        "information_reasonable": "regulation 4(3)(b)(i)",
        "format_practicable": "regulation 4(3)(b)(ii)",
        "capacity_notified": "regulation 3(4)(a)",
        "certificates_obtained": "regulation 3(4)(b) and (5)",
    },
    ("review", ADULT): {
        "reviewed_for_breach": "regulation 7(1)(b)",
        "reviewed_for_capacity": "regulation 7(1)(c)(i)",
        "reviewed_for_conditions": "regulation 7(1)(c)(ii)",
        "adult_involved": "regulation 7(2)(a)",
        "carers_involved": "regulation 7(2)(b)",
        "managers_involved": "regulation 7(2)(d)",
        "others_involved": "regulation 7(2)(e)",
        "agreement_sought": "regulation 7(3)",
    },
    ("review", AUTHORISED): {
        "reviewed_for_breach": "regulation 7(1)(b)",
        "reviewed_for_capacity": "regulation 7(1)(d)(i)",
        "reviewed_for_misuse": "regulation 7(1)(d)(ii)",
        "reviewed_for_conditions": "regulation 7(1)(d)(iii)",
        "adult_involved": "regulation 7(2)(a)",
        "carers_involved": "regulation 7(2)(b)",
        "managers_involved": "regulation 7(2)(d)",
        "others_involved": "regulation 7(2)(e)",
        "agreement_sought": "regulation 7(3)",
        "authorised_person_involved": "regulation 7(2)(c)",
    },
}
LISTS: Final = {
    "made": DIRECT_PAYMENTS,
    "go on": PAYMENTS_GO_ON,
    "conditions": PAYMENT_CONDITIONS,
    "review": PAYMENT_REVIEWS,
}
MADE_ON: Final = date(2026, 1, 15)


def _review(
    reference: str, done: dict[str, bool], *, by: Requester, on: date = date(2026, 3, 1)
) -> Verdict:
    payment = DirectPayment(reference=reference, by=by, made_on=MADE_ON)
    return review_payment(payment, done, on=on)


ASK: Final[dict[str, Callable[..., Verdict]]] = {
    "made": direct_payment,
    "go on": payment_goes_on,
    "conditions": payment_conditions,
    "review": _review,
}


def _needed(checklist: Checklist, key: str) -> dict[str, bool]:
    """Answer everything yes, in the circumstances in which one item is required."""
    (item,) = (each for each in checklist.items if each.key == key)
    wanted = dict.fromkeys((each for each, _ in checklist.circumstances), True)
    return {each.key: True for each in checklist.items} | wanted | dict.fromkeys(item.unless, False)


@pytest.mark.parametrize(("name", "by"), PLACES, ids=lambda each: str(getattr(each, "name", each)))
def test_each_list_asks_what_its_provisions_say(name: str, by: Requester) -> None:
    items = LISTS[name][by].items
    assert {item.key: item.citation.place for item in items} == PLACES[name, by]
    for item in items:
        source = ACT if item.citation.place.startswith("section") else REGULATIONS
        assert item.citation.source.startswith(source)


@pytest.mark.parametrize(
    ("name", "by", "key"), [(*where, key) for where, keys in PLACES.items() for key in keys]
)
def test_each_item_is_needed_and_is_asked_for_by_name(name: str, by: Requester, key: str) -> None:
    answers = _needed(LISTS[name][by], key)
    assert ASK[name]("D-1", answers, by=by).is_met
    (unmet,) = ASK[name]("D-1", {**answers, key: False}, by=by).unmet
    assert unmet.citation.place == PLACES[name, by][key]
    unknown = ASK[name]("D-1", {each: answers[each] for each in answers if each != key}, by=by)
    field = "done" if name == "review" else "facts"
    assert [each.field for each in unknown.missing] == [f"{field}[{key}]"]


@pytest.mark.parametrize(
    ("name", "by", "key", "circumstance", "answer"),
    [
        ("made", ADULT, "nominee_agrees", "has_nominee", False),
        ("made", ADULT, "weeks_in_care_home", "for_care_home", False),
        ("made", ADULT, "weeks_in_care_home", "authority_listed", True),
        ("made", AUTHORISED, "request_supported", "another_holds_authority", False),
        ("made", AUTHORISED, "certificate", "family_or_friend", True),
        ("go on", ADULT, "has_capacity", "regarded_as_capable", True),
        ("go on", AUTHORISED, "lacks_capacity", "regarded_as_lacking", True),
        ("conditions", ADULT, "free_choice", "other_conditions", False),
        ("conditions", ADULT, "information_reasonable", "wants_information", False),
        ("conditions", ADULT, "format_practicable", "wants_information", False),
        ("conditions", AUTHORISED, "certificates_obtained", "family_or_friend", True),
        ("review", ADULT, "reviewed_for_breach", "breach", False),
        ("review", ADULT, "reviewed_for_capacity", "capacity_doubted", False),
        ("review", ADULT, "reviewed_for_conditions", "conditions_doubted", False),
        ("review", AUTHORISED, "reviewed_for_capacity", "capacity_returned", False),
        ("review", AUTHORISED, "reviewed_for_misuse", "misuse_reported", False),
        ("review", ADULT, "adult_involved", "reviewing", False),
        ("review", ADULT, "carers_involved", "has_carer", False),
        ("review", ADULT, "managers_involved", "paid_manager", False),
        ("review", ADULT, "others_involved", "others_to_involve", False),
        ("review", AUTHORISED, "authorised_person_involved", "reviewing", False),
    ],
)
def test_what_is_needed_only_in_some_cases(
    name: str, by: Requester, key: str, circumstance: str, *, answer: bool
) -> None:
    answers = {**_needed(LISTS[name][by], key), key: False}
    assert ASK[name]("D-1", answers, by=by).result is Result.NOT_MET
    assert ASK[name]("D-1", {**answers, circumstance: answer}, by=by).is_met


CLOSE_WHEREVER: Final = ("SPOUSE", "LIVES_AS_SPOUSE")
CLOSE_IN_HOUSEHOLD: Final = (
    "PARENT",
    "CHILD",
    "CHILD_IN_LAW",
    "STEPCHILD",
    "SIBLING",
    "AUNT_OR_UNCLE",
    "GRANDPARENT",
    "SPOUSE_OF_RELATIVE",
    "LIVES_WITH_RELATIVE",
)


def _listed(payee: str, *, in_household: bool) -> bool:
    return payee in CLOSE_WHEREVER or (payee in CLOSE_IN_HOUSEHOLD and in_household)


def test_everyone_is_close_wherever_they_live_in_the_household_or_not_at_all() -> None:
    known = {*CLOSE_WHEREVER, *CLOSE_IN_HOUSEHOLD, "NOT_LISTED"}
    assert {payee.name for payee in Payee} == known


@pytest.mark.parametrize(
    ("payee", "household", "necessary"),
    list(product((*Payee, None), (True, False, None), (True, False, None))),
)
def test_close_family_are_paid_only_where_that_is_necessary(
    payee: Payee | None, *, household: bool | None, necessary: bool | None
) -> None:
    stated = {"payee": payee, "in_household": household, "necessary": necessary}
    choices: dict[str, tuple[Any, ...]] = {
        "payee": tuple(Payee),
        "in_household": (True, False),
        "necessary": (True, False),
    }
    hidden = [name for name, fact in stated.items() if fact is None]

    def allowed(**facts: Any) -> bool:  # noqa: ANN401 - facts by name
        return (
            not _listed(facts["payee"].name, in_household=facts["in_household"])
            or facts["necessary"]
        )

    ways = [
        stated | dict(zip(hidden, way, strict=True))
        for way in product(*(choices[name] for name in hidden))
    ]
    verdict = may_pay("D-1", payee, in_household=household, necessary=necessary)
    answers = {allowed(**way) for way in ways}
    assert verdict.is_undetermined == (len(answers) == 2)
    if not verdict.is_undetermined:
        assert {verdict.is_met} == answers
    changes = {
        name
        for name in hidden
        for way in ways
        if len({allowed(**way | {name: choice}) for choice in choices[name]}) == 2
    }
    assert {each.field for each in verdict.missing} == changes


def test_who_is_paid_is_cited_by_the_place_in_the_list() -> None:
    aunt = may_pay("D-1", Payee.AUNT_OR_UNCLE, in_household=True, necessary=False)
    assert [each.citation.place for each in aunt.unmet] == [
        "regulation 3(3)(c)(vi)",
        "regulation 3(2)",
    ]
    assert str(Payee.AUNT_OR_UNCLE) == "aunt or uncle"


def _of_dates(made_on: date, *reviewed_on: date, on: date) -> dict[str, Result]:
    payment = DirectPayment(reference="D-1", made_on=made_on, reviewed_on=reviewed_on)
    found = review_payment(payment, {}, on=on).findings
    return {each.rule: each.result for each in found if each.rule.startswith("payments.")}


@pytest.mark.parametrize(
    ("reviewed_on", "on", "first"),
    [
        ((), date(2026, 7, 14), Result.MET),
        ((), date(2026, 7, 15), Result.NOT_MET),
        ((date(2026, 7, 13),), date(2026, 9, 1), Result.MET),
        ((date(2026, 7, 14),), date(2026, 9, 1), Result.MET),
        ((date(2026, 7, 15),), date(2026, 9, 1), Result.NOT_MET),
        ((date(2026, 1, 14),), date(2026, 9, 1), Result.NOT_MET),
        ((date(2026, 1, 15),), date(2026, 9, 1), Result.MET),
        ((date(2026, 7, 14),), date(2026, 7, 13), Result.MET),
    ],
)
def test_payments_are_reviewed_within_the_first_six_months(
    reviewed_on: tuple[date, ...], on: date, first: Result
) -> None:
    assert _of_dates(MADE_ON, *reviewed_on, on=on)["payments.first_review"] is first


@pytest.mark.parametrize(
    ("reviewed_on", "on", "again"),
    [
        ((), date(2026, 3, 1), Result.NOT_APPLICABLE),
        ((date(2022, 6, 1),), date(2023, 5, 31), Result.MET),
        ((date(2022, 6, 1),), date(2023, 6, 1), Result.MET),
        ((date(2022, 6, 1),), date(2023, 6, 2), Result.NOT_MET),
        ((date(2023, 6, 1), date(2022, 6, 1)), date(2024, 6, 1), Result.MET),
        ((date(2022, 6, 1), date(2023, 6, 2)), date(2023, 7, 1), Result.NOT_MET),
        ((date(2022, 6, 1), date(2023, 5, 31)), date(2024, 6, 1), Result.NOT_MET),
    ],
)
def test_reviews_are_no_more_than_twelve_months_apart(
    reviewed_on: tuple[date, ...], on: date, again: Result
) -> None:
    found = _of_dates(date(2022, 1, 1), *reviewed_on, on=on)
    assert found["payments.between_reviews"] is again


def test_a_review_that_was_late_says_by_when_it_was_due() -> None:
    payment = DirectPayment(reference="D-1", made_on=date(2022, 1, 1), reviewed_on=(MADE_ON,))
    done = dict.fromkeys(PAYMENT_REVIEWS[ADULT].keys, True)
    (late,) = review_payment(payment, done, on=MADE_ON).unmet
    assert (late.measured, late.permitted) == (MADE_ON, date(2022, 6, 30))
    assert late.citation.place == "regulation 7(1)(a)"


def test_the_regulations_are_not_known_before_they_came_into_force() -> None:
    before, first = date(2015, 3, 31), date(2015, 4, 1)
    assert set(_of_dates(first, on=first).values()) == {Result.MET, Result.NOT_APPLICABLE}
    with pytest.raises(NotInForceError):
        _of_dates(before, on=first)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"reference": " "}, "reference"),
        ({"by": "the adult"}, "by"),
        ({"made_on": "2026-01-15"}, "made_on"),
        ({"reviewed_on": ("2026-01-15",)}, "reviewed_on"),
    ],
)
def test_what_no_direct_payment_can_be(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        DirectPayment(**{"reference": "D-1", "made_on": MADE_ON, **fields})
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (("", Payee.SPOUSE, True, True), "reference"),
        (("D-1", "wife", True, True), "payee"),
        (("D-1", Payee.PARENT, "with her", True), "in_household"),
        (("D-1", Payee.PARENT, True, "yes"), "necessary"),
    ],
)
def test_what_cannot_be_asked_of_a_payee(given: tuple[Any, ...], field: str) -> None:
    reference, payee, household, necessary = given
    with pytest.raises(InvalidValueError) as caught:
        may_pay(reference, payee, in_household=household, necessary=necessary)
    assert caught.value.field == field
    assert all(str(each) not in str(caught.value) for each in given if str(each).startswith("w"))


def test_nothing_about_the_adult_or_the_family_is_shown() -> None:
    verdict = direct_payment("D-1", {"lacks_capacity": True}, by=AUTHORISED)
    paid = may_pay("D-1", Payee.SIBLING, in_household=True, necessary=False)
    shown = repr([verdict, *verdict.findings, *paid.findings])
    assert "yes" not in shown
    assert "NOT_MET" not in shown


def test_whoever_asks_is_named_with_the_section() -> None:
    assert [str(each).rsplit(" ", 1)[-1] for each in Requester] == ["31)", "32)"]


@pytest.mark.parametrize("ask", [direct_payment, payment_goes_on, payment_conditions])
@pytest.mark.parametrize(
    ("reference", "by", "field"), [("D-1", "adult", "by"), (" ", ADULT, "reference")]
)
def test_who_asks_and_a_key_are_asked_for_by_name(
    ask: Callable[..., Verdict], reference: str, by: object, field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        ask(reference, {}, by=by)
    assert caught.value.field == field
