"""Offers of support: whose need, to whom, for whose benefit, and who may be charged."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import pytest

from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.law.eligibility_regulations_2015 import CarerOutcome
from carerslib.money import Money
from carerslib.services import (
    OFFER_KINDS,
    RULES,
    WORDS,
    Landing,
    Offer,
    Party,
    Support,
    check,
    check_beneficiary,
    kind_of,
    landing_of,
)
from carerslib.verdicts import Finding, Remedy, Result

if TYPE_CHECKING:
    from collections.abc import Callable

DAY: Final = date(2026, 11, 1)


def _support(**fields: Any) -> Support:  # noqa: ANN401 - fields by name
    given: dict[str, Any] = {
        "reference": "S-1",
        "need_owner": Party.CARER,
        "delivered_to": Party.CARED_FOR,
        **fields,
    }
    return Support(**given)


def _found(rule: str, support: Support) -> Finding:
    return {each.rule: each for each in check(support, on=DAY).findings}[f"support.{rule}"]


@pytest.mark.parametrize(
    ("charged_to", "result"),
    [
        (Party.CARED_FOR, Result.MET),
        (Party.NOBODY, Result.NOT_APPLICABLE),
        (Party.CARER, Result.NOT_MET),
        (Party.BOTH, Result.NOT_MET),
        (None, Result.UNDETERMINED),
    ],
)
@pytest.mark.parametrize("delivered_to", [Party.CARED_FOR, Party.BOTH])
@pytest.mark.parametrize("need_owner", [Party.CARER, Party.BOTH])
def test_the_carer_is_never_charged_for_care_to_the_adult(
    need_owner: Party, delivered_to: Party, charged_to: Party | None, result: Result
) -> None:
    support = _support(need_owner=need_owner, delivered_to=delivered_to, charged_to=charged_to)
    found = _found("who_is_charged", support)
    assert (found.result, found.citation.place) == (result, "section 14(3)")
    asked = ["charged_to"] if result is Result.UNDETERMINED else []
    assert [each.field for each in found.missing] == asked


@pytest.mark.parametrize("charged_to", [None, *Party])
@pytest.mark.parametrize(
    ("need_owner", "delivered_to"),
    [(Party.CARER, Party.CARER), (Party.CARED_FOR, Party.CARED_FOR)],
)
def test_support_to_whoever_has_the_need_may_be_charged_to_either(
    need_owner: Party, delivered_to: Party, charged_to: Party | None
) -> None:
    support = _support(need_owner=need_owner, delivered_to=delivered_to, charged_to=charged_to)
    assert _found("who_is_charged", support).result is Result.NOT_APPLICABLE
    assert _found("agreement", support).result is Result.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("agrees", "result"),
    [(True, Result.MET), (False, Result.NOT_MET), (None, Result.UNDETERMINED)],
)
@pytest.mark.parametrize("need_owner", [Party.CARER, Party.BOTH])
def test_care_to_the_adult_that_meets_a_carers_need_takes_agreement(
    need_owner: Party, *, agrees: bool | None, result: Result
) -> None:
    support = _support(need_owner=need_owner, adult_agrees=agrees)
    assert _found("agreement", support).result is result


@pytest.mark.parametrize(
    ("charge", "result"),
    [("49.99", Result.MET), ("50.00", Result.MET), ("50.01", Result.NOT_MET)],
)
def test_a_charge_covers_the_cost_and_no_more(charge: str, result: Result) -> None:
    support = _support(
        charged_to=Party.CARED_FOR, charge=Money.pounds(charge), cost=Money.pounds("50.00")
    )
    found = _found("no_more_than_cost", support)
    assert found.result is result
    if result is Result.NOT_MET:
        cost, penny = Money.pounds("50.00"), Money.pence(1)
        assert found.remedy == Remedy("charge", cost, "reduce by", penny)


@pytest.mark.parametrize(
    ("charge", "result"),
    [("49.99", Result.MET), ("50.00", Result.MET), ("50.01", Result.NOT_MET)],
)
def test_a_charge_for_preventing_needs_covers_the_cost_and_no_more(
    charge: str, result: Result
) -> None:
    support = _support(
        preventive=True,
        delivered_to=Party.CARER,
        charged_to=Party.CARER,
        charge=Money.pounds(charge),
        cost=Money.pounds("50.00"),
    )
    found = _found("preventive_charge", support)
    assert (found.result, found.citation.place) == (result, "section 2(5)")
    assert _found("no_more_than_cost", support).result is Result.NOT_APPLICABLE


@pytest.mark.parametrize("preventive", [False, None])
def test_a_charge_for_meeting_needs_is_held_to_section_14(*, preventive: bool | None) -> None:
    support = _support(preventive=preventive, charged_to=Party.CARED_FOR)
    assert _found("preventive_charge", support).result is Result.NOT_APPLICABLE
    assert _found("no_more_than_cost", support).citation.place == "section 14(4)"


def test_what_prevents_needs_and_is_free_is_held_to_no_cost() -> None:
    free = _support(preventive=True, charged_to=Party.NOBODY)
    assert _found("preventive_charge", free).result is Result.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("fields", "result", "lacking"),
    [
        ({}, Result.NOT_APPLICABLE, []),
        ({"charged_to": Party.NOBODY}, Result.NOT_APPLICABLE, []),
        ({"charged_to": Party.CARED_FOR}, Result.UNDETERMINED, ["charge", "cost"]),
        ({"charge": Money.pounds("1.00")}, Result.UNDETERMINED, ["cost"]),
        (
            {"charged_to": Party.CARED_FOR, "cost": Money.pounds("1.00")},
            Result.UNDETERMINED,
            ["charge"],
        ),
    ],
)
def test_amounts_that_are_not_stated_are_named(
    fields: dict[str, Any], result: Result, lacking: list[str]
) -> None:
    found = _found("no_more_than_cost", _support(**fields))
    assert (found.result, [each.field for each in found.missing]) == (result, lacking)


def test_respite_with_agreement_charged_to_the_adult_is_as_the_act_has_it() -> None:
    respite = _support(
        charged_to=Party.CARED_FOR,
        adult_agrees=True,
        charge=Money.pounds("5.00"),
        cost=Money.pounds("80.00"),
        benefits_most=Party.CARER,
    )
    assert check(respite, on=DAY).is_met


@pytest.mark.parametrize(("day", "known"), [(date(2015, 3, 31), False), (date(2015, 4, 1), True)])
def test_the_care_act_is_not_known_before_1_april_2015(day: date, *, known: bool) -> None:
    if known:
        assert len(check(_support(), on=day).findings) == len(RULES)
    else:
        with pytest.raises(NotInForceError):
            check(_support(), on=day)


WRONG: Final[dict[str, tuple[Callable[..., object], dict[str, Any], str]]] = {
    "no key": (_support, {"reference": ""}, "reference"),
    "a blank key": (_support, {"reference": " "}, "reference"),
    "a need that is nobody's": (_support, {"need_owner": Party.NOBODY}, "need_owner"),
    "support that goes to nobody": (_support, {"delivered_to": Party.NOBODY}, "delivered_to"),
    "an agreement that is a number": (_support, {"adult_agrees": 1}, "adult_agrees"),
    "no owner of the need": (_support, {"need_owner": None}, "need_owner"),
    "a recipient in words": (_support, {"delivered_to": "her"}, "delivered_to"),
    "a payer in words": (_support, {"charged_to": "him"}, "charged_to"),
    "a charge that is a number": (_support, {"charge": 5}, "charge"),
    "an agreement in words": (_support, {"adult_agrees": "gladly"}, "adult_agrees"),
    "an offer without a key": (Offer, {"reference": "", "kind": OFFER_KINDS[0]}, "reference"),
    "a kind in words": (Offer, {"reference": "O", "kind": "sitting"}, "kind"),
    "an offer that serves a word": (
        Offer,
        {"reference": "O", "kind": OFFER_KINDS[0], "serves": ["work"]},
        "serves",
    ),
}


@pytest.mark.parametrize(("make", "fields", "field"), WRONG.values(), ids=WRONG)
def test_what_can_never_be_right_is_refused(
    make: Callable[..., object], fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    assert caught.value.field == field


def test_only_support_is_checked_and_only_on_a_day() -> None:
    with pytest.raises(InvalidValueError, match="a Support"):
        check(OFFER_KINDS[0], on=DAY)  # type: ignore[arg-type] # refused
    with pytest.raises(InvalidValueError, match="on"):
        check(_support(), on=datetime(2026, 11, 1, 9, 0))


def test_no_kind_of_offer_that_goes_to_the_adult_may_be_charged_to_the_carer() -> None:
    assert len({kind.key for kind in OFFER_KINDS}) == len(OFFER_KINDS) == 13
    for kind in OFFER_KINDS:
        if kind.delivered_to is not Party.CARER:
            assert Party.CARER not in kind.may_charge, kind.key


def test_an_offer_says_what_it_could_help_with() -> None:
    offer = Offer("O-1", OFFER_KINDS[0], [CarerOutcome.WORK, CarerOutcome.WORK])
    assert offer.serves == frozenset({CarerOutcome.WORK})


def test_each_service_has_its_own_word_for_a_break() -> None:
    assert len({word.used_by for word in WORDS}) == len({word.word for word in WORDS}) == 4
    assert str(Party.BOTH) == "both"


@pytest.mark.parametrize(
    ("fee", "asked", "result"),
    [
        (None, None, Result.NOT_APPLICABLE),
        ("0.00", None, Result.NOT_APPLICABLE),
        ("0.01", None, Result.UNDETERMINED),
        ("0.01", False, Result.NOT_MET),
        ("0.01", True, Result.MET),
    ],
)
def test_a_fee_for_arranging_is_only_for_those_above_the_limit_who_asked(
    fee: str | None,
    asked: bool | None,  # noqa: FBT001 - a fact of the table
    result: Result,
) -> None:
    amount = None if fee is None else Money.pounds(fee)
    found = _found("arranging_fee", _support(arranging_fee=amount, on_request=asked))
    lacking = ["on_request"] if result is Result.UNDETERMINED else []
    assert (found.result, [each.field for each in found.missing]) == (result, lacking)


@pytest.mark.parametrize(
    ("cost", "result", "lacking"),
    [
        ("9.99", Result.NOT_MET, []),
        ("10.00", Result.MET, []),
        ("10.01", Result.MET, []),
        (None, Result.UNDETERMINED, ["arranging_cost"]),
    ],
)
def test_a_fee_for_arranging_covers_what_arranging_costs(
    cost: str | None, result: Result, lacking: list[str]
) -> None:
    amount = None if cost is None else Money.pounds(cost)
    support = _support(arranging_fee=Money.pounds("10.00"), arranging_cost=amount)
    found = _found("arranging_cost", support)
    assert (found.result, [each.field for each in found.missing]) == (result, lacking)
    if result is Result.NOT_MET:
        nearest, penny = Money.pounds("9.99"), Money.pence(1)
        assert found.remedy == Remedy("arranging_fee", nearest, "reduce by", penny)


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        ({"delivered_to": Party.CARER}, Result.NOT_APPLICABLE),
        ({"delivered_to": Party.CARED_FOR, "need_owner": Party.CARED_FOR}, Result.NOT_APPLICABLE),
        ({"delivered_to": Party.BOTH, "need_owner": Party.CARED_FOR}, Result.UNDETERMINED),
        ({}, Result.UNDETERMINED),
        ({"benefits_most": Party.CARER}, Result.MET),
        ({"benefits_most": Party.CARED_FOR}, Result.MET),
        ({"benefits_most": Party.BOTH}, Result.NOT_MET),
    ],
)
def test_where_support_helps_both_somebody_judges_who_benefits_most(
    fields: dict[str, Any], result: Result
) -> None:
    found = check_beneficiary(_support(**fields))
    lacking = ["benefits_most"] if result is Result.UNDETERMINED else []
    assert (found.result, found.binding) == (result, False)
    assert [each.field for each in found.missing] == lacking


@pytest.mark.parametrize(
    ("delivered_to", "benefits_most", "landing"),
    [
        (Party.CARER, None, Landing.DIRECT_TO_CARER),
        (Party.CARED_FOR, None, Landing.INVOLVING_CARED_FOR),
        (Party.CARED_FOR, Party.CARER, Landing.INVOLVING_CARED_FOR),
        (Party.BOTH, None, None),
        (Party.BOTH, Party.BOTH, None),
        (Party.BOTH, Party.CARER, Landing.DIRECT_TO_CARER),
        (Party.BOTH, Party.CARED_FOR, Landing.INVOLVING_CARED_FOR),
    ],
)
def test_statistics_go_by_whom_support_is_delivered_to(
    delivered_to: Party, benefits_most: Party | None, landing: Landing | None
) -> None:
    support = _support(delivered_to=delivered_to, benefits_most=benefits_most)
    assert landing_of(support) is landing


def test_a_kind_of_offer_is_found_by_its_key_and_says_where_it_lands() -> None:
    assert kind_of("information").landing is Landing.INFORMATION
    assert kind_of("replacement_care").landing is Landing.INVOLVING_CARED_FOR
    assert str(Landing.NOWHERE) == "nowhere"
    with pytest.raises(InvalidValueError, match="replacement_care"):
        kind_of("sitting")


def test_every_landing_that_was_read_has_its_source() -> None:
    without = {Landing.NOT_READ, Landing.NOT_COUNCIL_DATA, Landing.NOWHERE}
    for kind in OFFER_KINDS:
        assert (kind.landed_by is None) == (kind.landing in without), kind.key
