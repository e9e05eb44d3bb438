"""Amounts with and without VAT."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.money import ZERO, Money
from carerslib.prices import Price, Vat, VatTreatment

if TYPE_CHECKING:
    from collections.abc import Callable

PENNY = Money.pence(1)
FIVE = Money.pounds("5.00")
LIMIT = Money.pounds("1230000.00")


def pounds(text: str) -> Money:
    return Money.pounds(text)


@pytest.mark.parametrize(
    ("price", "net", "gross", "vat"),
    [
        (Price.plus_vat(pounds("1100000.00"), "20"), "1100000.00", "1320000.00", "220000.00"),
        (Price.plus_vat(pounds("0.02"), "20"), "0.02", "0.02", "0.00"),
        (Price.plus_vat(pounds("0.03"), 20), "0.03", "0.04", "0.01"),
        (Price.plus_vat(pounds("0.20"), "17.5"), "0.20", "0.24", "0.04"),
        (Price.plus_vat(pounds("5.00"), Decimal(0)), "5.00", "5.00", "0.00"),
        (Price.including_vat(pounds("1.20"), 20), "1.00", "1.20", "0.20"),
        (Price.including_vat(pounds("0.03"), 100), "0.02", "0.03", "0.01"),
        (Price.exempt(pounds("5.00")), "5.00", "5.00", "0.00"),
        (Price.outside_scope(pounds("5.00")), "5.00", "5.00", "0.00"),
        (Price.both(net=pounds("5.00"), gross=pounds("5.99")), "5.00", "5.99", "0.99"),
    ],
)
def test_where_the_vat_is_known_net_and_gross_are(
    price: Price, net: str, gross: str, vat: str
) -> None:
    assert price.on(Vat.NET) == price.net == pounds(net)
    assert price.on(Vat.GROSS) == price.gross == pounds(gross)
    assert price.vat == pounds(vat)
    assert price.on(Vat.UNSTATED) is None


@pytest.mark.parametrize(
    ("price", "basis"),
    [
        (Price.net_of_vat(FIVE), Vat.NET),
        (Price.including_vat(FIVE), Vat.GROSS),
        (Price.as_stated(FIVE), Vat.UNSTATED),
    ],
)
def test_where_the_vat_is_not_known_only_the_stated_amount_is(price: Price, basis: Vat) -> None:
    assert {vat: price.on(vat) for vat in Vat} == {
        vat: FIVE if vat is basis else None for vat in Vat
    }
    assert price.vat is None
    assert price.treatment is VatTreatment.UNKNOWN


@pytest.mark.parametrize(
    ("price", "basis", "text"),
    [
        (Price.plus_vat(FIVE, 20), Vat.NET, "£5.00 net, £6.00 gross"),
        (Price.including_vat(FIVE, 20), Vat.GROSS, "£4.17 net, £5.00 gross"),
        (Price.both(net=FIVE, gross=FIVE + PENNY), Vat.NET, "£5.00 net, £5.01 gross"),
        (Price.net_of_vat(FIVE), Vat.NET, "£5.00 net of VAT (VAT not known)"),
        (Price.including_vat(FIVE), Vat.GROSS, "£5.00 including VAT"),
        (Price.as_stated(FIVE), Vat.UNSTATED, "£5.00 (VAT not stated)"),
        (Price.exempt(FIVE), Vat.NET, "£5.00 (VAT exempt)"),
        (Price.outside_scope(FIVE), Vat.NET, "£5.00 (outside the scope of VAT)"),
    ],
)
def test_a_price_is_stated_on_its_own_basis_and_says_which(
    price: Price, basis: Vat, text: str
) -> None:
    assert price.stated == FIVE
    assert price.basis is basis
    assert str(price) == text


@pytest.mark.parametrize(
    ("price", "net", "gross", "unstated"),
    [
        (Price.net_of_vat(FIVE), (500, 500), (500, None), (500, None)),
        (Price.including_vat(FIVE), (0, 500), (500, 500), (0, 500)),
        (Price.as_stated(FIVE), (0, 500), (500, None), (500, 500)),
        (Price.plus_vat(FIVE, 20), (500, 500), (600, 600), (500, 600)),
        (Price.exempt(FIVE), (500, 500), (500, 500), (500, 500)),
    ],
)
def test_what_is_not_known_has_bounds(
    price: Price,
    net: tuple[int, int | None],
    gross: tuple[int, int | None],
    unstated: tuple[int, int | None],
) -> None:
    assert price.bounds(Vat.NET) == net
    assert price.bounds(Vat.GROSS) == gross
    assert price.bounds(Vat.UNSTATED) == unstated


@pytest.mark.parametrize("make", [Price.net_of_vat, Price.including_vat, Price.as_stated])
def test_an_amount_to_pay_is_nothing_or_more(make: Any) -> None:  # noqa: ANN401 - any constructor
    assert make(ZERO).stated == ZERO
    assert make(PENNY).stated == PENNY
    with pytest.raises(InvalidValueError, match=r"expected Money of £0\.00 or more, got Money"):
        make(-PENNY)


@pytest.mark.parametrize(
    "make",
    [
        Price.as_stated,
        Price.net_of_vat,
        Price.including_vat,
        Price.exempt,
        Price.outside_scope,
    ],
)
@pytest.mark.parametrize("amount", [5.0, "5.00", 5, None])
def test_what_is_no_money_is_refused_under_the_name_that_it_was_given_by(
    make: Any,  # noqa: ANN401 - any constructor
    amount: object,
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make(amount)
    assert str(caught.value) == f"amount: expected Money of £0.00 or more, got {amount!r}"


def test_a_float_is_no_amount() -> None:
    with pytest.raises(InvalidValueError, match=r"^amount: expected Money of £0\.00 or more"):
        Price.plus_vat(5.0, 20)  # type: ignore[arg-type]
    with pytest.raises(InvalidRecordError, match=r"^2 problems"):
        Price.both(net=5.0, gross=6.0)  # type: ignore[arg-type]


@pytest.mark.parametrize("rate", ["0", "100", 0, 100, Decimal("0.01"), "99.99"])
def test_a_rate_is_per_cent(rate: str | int | Decimal) -> None:
    assert Price.plus_vat(FIVE, rate).rate == Decimal(rate)
    assert Price.including_vat(FIVE, rate).rate == Decimal(rate)


@pytest.mark.parametrize("rate", ["-0.01", "100.01", 20.0, True, "NaN", "twenty", "", [], "20%"])
def test_what_is_not_a_rate_per_cent_is_refused(rate: object) -> None:
    expected = r"^rate: expected a rate per cent from 0 to 100, such as '20' or '17\.5', got "
    with pytest.raises(InvalidValueError, match=expected):
        Price.plus_vat(FIVE, rate)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match=expected):
        Price.including_vat(FIVE, rate)  # type: ignore[arg-type]


def test_a_gross_amount_below_the_net_is_refused() -> None:
    assert Price.both(net=FIVE, gross=FIVE).vat == ZERO
    with pytest.raises(InvalidValueError) as caught:
        Price.both(net=FIVE, gross=FIVE - PENNY)
    assert str(caught.value) == (
        "gross: expected at least the net amount, £5.00, got Money.pounds('4.99')"
    )


SIX = Money.pounds("6.00")
TWENTY = Decimal(20)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "gross"),
        ({"net": FIVE, "basis": Vat.GROSS}, "gross"),
        ({"gross": FIVE, "basis": Vat.NET}, "net"),
        ({"net": FIVE, "basis": Vat.UNSTATED}, "unstated"),
        ({"net": FIVE, "unstated": FIVE}, "unstated"),
        ({"gross": FIVE, "unstated": FIVE}, "unstated"),
        ({"net": FIVE, "unstated": FIVE, "basis": Vat.NET}, "unstated"),
        ({"unstated": FIVE, "rate": TWENTY}, "rate"),
        ({"unstated": FIVE, "treatment": VatTreatment.EXEMPT}, "treatment"),
        ({"net": FIVE, "rate": TWENTY}, "rate"),
        ({"gross": FIVE, "treatment": VatTreatment.TAXED}, "treatment"),
        ({"net": FIVE, "gross": SIX, "treatment": VatTreatment.EXEMPT}, "gross"),
        ({"net": FIVE, "gross": SIX, "treatment": VatTreatment.OUTSIDE_SCOPE}, "gross"),
        ({"net": FIVE, "gross": SIX, "rate": TWENTY}, "rate"),
        ({"net": FIVE, "gross": FIVE, "treatment": VatTreatment.TAXED, "rate": TWENTY}, "rate"),
        (
            {
                "net": FIVE,
                "gross": SIX + PENNY,
                "treatment": VatTreatment.TAXED,
                "rate": TWENTY,
                "basis": Vat.GROSS,
            },
            "rate",
        ),
        ({"net": FIVE, "gross": SIX, "rate": Decimal(101)}, "rate"),
        ({"net": FIVE, "treatment": "none"}, "treatment"),
        ({"net": FIVE, "basis": "nett"}, "basis"),
    ],
)
def test_parts_that_contradict_each_other_are_refused(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Price(**given)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("given", "same"),
    [
        ({"net": FIVE}, Price.net_of_vat(FIVE)),
        ({"gross": FIVE}, Price.including_vat(FIVE)),
        ({"unstated": FIVE}, Price.as_stated(FIVE)),
        (
            {"net": FIVE, "gross": SIX, "treatment": VatTreatment.TAXED, "rate": TWENTY},
            Price.plus_vat(FIVE, 20),
        ),
    ],
)
def test_a_price_may_be_made_of_its_parts(given: dict[str, Any], same: Price) -> None:
    assert Price(**given) == same


@pytest.mark.parametrize(
    ("price", "moved"),
    [
        (Price.net_of_vat(FIVE), Price.net_of_vat(SIX)),
        (Price.including_vat(FIVE), Price.including_vat(SIX)),
        (Price.as_stated(FIVE), Price.as_stated(SIX)),
        (Price.plus_vat(FIVE, 20), Price.plus_vat(SIX, 20)),
        (Price.including_vat(FIVE, 20), Price.including_vat(SIX, 20)),
        (Price.exempt(FIVE), Price.exempt(SIX)),
        (Price.outside_scope(FIVE), Price.outside_scope(SIX)),
        (
            Price.both(net=FIVE, gross=FIVE + PENNY),
            Price.both(net=SIX, gross=SIX + PENNY),
        ),
    ],
)
def test_another_amount_keeps_treatment_and_rate(price: Price, moved: Price) -> None:
    assert price.at(SIX) == moved
    assert price.at(price.stated) == price


def test_another_amount_is_nothing_or_more() -> None:
    with pytest.raises(InvalidValueError, match=r"^amount: expected Money of £0\.00 or more"):
        Price.as_stated(FIVE).at(-PENNY)


def test_another_gross_amount_below_the_vat_leaves_nothing_net() -> None:
    gross = Price.including_vat(FIVE, 20) + Price.including_vat(FIVE, 20)
    assert gross.basis is Vat.GROSS
    assert gross.vat == pounds("1.66")
    assert gross.at(pounds("1.67")).net == PENNY
    assert gross.at(pounds("1.66")).net == ZERO
    assert gross.at(pounds("1.65")).net == ZERO


@pytest.mark.parametrize(
    ("price", "vat", "nearest"),
    [
        (
            Price.plus_vat(pounds("1025000.01"), 20),
            Vat.GROSS,
            Price.plus_vat(pounds("1025000"), 20),
        ),
        (
            Price.plus_vat(pounds("1025000.00"), 20),
            Vat.GROSS,
            Price.plus_vat(pounds("1025000"), 20),
        ),
        (Price.plus_vat(pounds("1024999.99"), 20), Vat.GROSS, None),
        (Price.plus_vat(LIMIT + PENNY, 20), Vat.NET, Price.plus_vat(LIMIT, 20)),
        (Price.plus_vat(LIMIT, 20), Vat.UNSTATED, Price.plus_vat(pounds("1025000"), 20)),
        (
            Price.including_vat(pounds("1476000.00"), 20),
            Vat.NET,
            None,
        ),
        (
            Price.including_vat(pounds("1476000.01"), 20),
            Vat.NET,
            Price.including_vat(pounds("1476000.00"), 20),
        ),
        (Price.including_vat(LIMIT + PENNY), Vat.NET, Price.including_vat(LIMIT)),
        (Price.including_vat(LIMIT + PENNY), Vat.GROSS, Price.including_vat(LIMIT)),
        (Price.as_stated(LIMIT + PENNY), Vat.UNSTATED, Price.as_stated(LIMIT)),
        (Price.as_stated(LIMIT + PENNY), Vat.NET, Price.as_stated(LIMIT)),
        (Price.exempt(LIMIT + PENNY), Vat.GROSS, Price.exempt(LIMIT)),
        (
            Price.both(net=LIMIT, gross=LIMIT + PENNY),
            Vat.GROSS,
            Price.both(net=LIMIT - PENNY, gross=LIMIT),
        ),
    ],
)
def test_the_nearest_price_inside_a_limit(price: Price, vat: Vat, nearest: Price | None) -> None:
    assert price.at_most(LIMIT, vat) == (nearest or price)


@pytest.mark.parametrize("limit", [SIX, SIX - PENNY, FIVE])
def test_no_amount_is_certain_to_be_inside_a_gross_limit_where_the_vat_is_not_known(
    limit: Money,
) -> None:
    assert Price.net_of_vat(FIVE).at_most(limit, Vat.GROSS) is None
    assert Price.as_stated(FIVE).at_most(limit, Vat.GROSS) is None


def test_nothing_is_inside_a_limit_below_nothing() -> None:
    assert Price.as_stated(FIVE).at_most(ZERO, Vat.UNSTATED) == Price.as_stated(ZERO)
    assert Price.as_stated(FIVE).at_most(-PENNY, Vat.UNSTATED) is None


def test_a_fixed_vat_above_the_limit_leaves_no_price_inside() -> None:
    fixed = Price.both(net=FIVE, gross=SIX)
    assert fixed.at_most(pounds("1.00"), Vat.GROSS) == Price.both(net=ZERO, gross=pounds("1.00"))
    assert fixed.at_most(pounds("0.99"), Vat.GROSS) is None


def test_a_fixed_vat_stated_gross_is_moved_to_a_net_limit() -> None:
    gross = Price.including_vat(FIVE, 20) + Price.including_vat(FIVE, 20)
    nearest = gross.at_most(FIVE, Vat.NET)
    assert nearest is not None
    assert (nearest.net, nearest.gross) == (FIVE, FIVE + pounds("1.66"))


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        (Price.as_stated(FIVE), Price.as_stated(SIX), Price.as_stated(FIVE + SIX)),
        (Price.net_of_vat(FIVE), Price.net_of_vat(SIX), Price.net_of_vat(FIVE + SIX)),
        (Price.including_vat(FIVE), Price.including_vat(SIX), Price.including_vat(FIVE + SIX)),
        (Price.exempt(FIVE), Price.exempt(SIX), Price.exempt(FIVE + SIX)),
        (Price.outside_scope(FIVE), Price.outside_scope(SIX), Price.outside_scope(FIVE + SIX)),
        (Price.net_of_vat(FIVE), Price.plus_vat(SIX, 20), Price.net_of_vat(FIVE + SIX)),
        (Price.including_vat(FIVE), Price.plus_vat(FIVE, 20), Price.including_vat(FIVE + SIX)),
        (
            Price.exempt(FIVE),
            Price.plus_vat(FIVE, 20),
            Price.both(net=FIVE + FIVE, gross=FIVE + SIX),
        ),
        (
            Price.including_vat(SIX, 20),
            Price.plus_vat(FIVE, 20),
            Price.both(net=FIVE + FIVE, gross=SIX + SIX),
        ),
        (
            Price.exempt(FIVE),
            Price.outside_scope(FIVE),
            Price.both(net=FIVE + FIVE, gross=FIVE + FIVE),
        ),
    ],
)
def test_prices_add_on_each_basis_that_both_know(one: Price, other: Price, whole: Price) -> None:
    assert one + other == whole
    assert other + one == whole
    assert Price.total([one, other]) == whole


def test_the_vat_of_a_sum_is_the_sum_of_the_vat_and_not_worked_out_again() -> None:
    thrice = Price.total([Price.plus_vat(pounds("0.03"), 20)] * 3)
    assert (thrice.net, thrice.gross, thrice.rate) == (pounds("0.09"), pounds("0.12"), None)
    assert Price.plus_vat(pounds("0.09"), 20).gross == pounds("0.11")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Price.as_stated(FIVE), Price.net_of_vat(FIVE)),
        (Price.as_stated(FIVE), Price.plus_vat(FIVE, 20)),
        (Price.net_of_vat(FIVE), Price.including_vat(FIVE)),
    ],
)
def test_prices_that_share_no_basis_are_not_added(one: Price, other: Price) -> None:
    expected = r"^prices: expected amounts that are all known on one basis, got \("
    with pytest.raises(InvalidValueError, match=expected):
        one + other
    with pytest.raises(InvalidValueError, match=expected):
        Price.total([other, one])


def test_the_bases_of_prices_that_cannot_be_added_are_named() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Price.total([Price.net_of_vat(FIVE), Price.as_stated(FIVE), Price.net_of_vat(FIVE)])
    assert caught.value.value == ("net", "unstated")


def test_a_price_and_bare_money_are_not_added() -> None:
    with pytest.raises(TypeError):
        Price.as_stated(FIVE) + FIVE  # type: ignore[operator]


def test_a_total_of_prices_needs_a_price_and_nothing_else() -> None:
    one = Price.plus_vat(FIVE, 20)
    assert Price.total([one]) == one
    with pytest.raises(InvalidValueError, match=r"^prices: expected at least one price"):
        Price.total([])
    with pytest.raises(InvalidValueError, match=r"^prices\[1\]: expected a Price, got Money"):
        Price.total([one, FIVE])  # type: ignore[list-item]


def test_a_price_survives_storing_and_copying() -> None:
    price = Price.plus_vat(FIVE, "17.5")
    assert pickle.loads(pickle.dumps(price)) == price  # noqa: S301 - our own bytes
    assert copy.deepcopy(price) == price
    assert len({price, copy.copy(price)}) == 1


@pytest.mark.parametrize(
    ("rate", "limit", "net"),
    [
        # 20 per cent on £1,025,000.02 is £205,000.004, which is rounded down
        (20, "1230000.02", "1025000.02"),
        # 25 per cent on £0.02 is half a penny, which is rounded up and is above the limit
        (25, "0.02", "0.01"),
        (25, "0.03", "0.02"),
        # 17.5 per cent on £5.40 is 94.5 pence
        ("17.5", "6.34", "5.39"),
        ("17.5", "6.35", "5.40"),
    ],
)
def test_the_most_that_may_be_paid_before_vat_under_a_limit_with_it(
    rate: str | int, limit: str, net: str
) -> None:
    nearest = Price.plus_vat(LIMIT, rate).at_most(pounds(limit), Vat.GROSS)
    assert nearest == Price.plus_vat(pounds(net), rate)
    assert Price.plus_vat(pounds(net) + PENNY, rate).bounds(Vat.GROSS)[0] > pounds(limit).in_pence


def test_a_price_exactly_on_the_limit_is_left_as_it_is() -> None:
    # £0.04 with VAT at 20 per cent in it would be £0.03 net as well
    price = Price.including_vat(pounds("0.03"), 20)
    assert price.net == pounds("0.03")
    assert price.at_most(pounds("0.03"), Vat.NET) is price
    assert Price.including_vat(pounds("0.04"), 20).net == pounds("0.03")


def test_an_amount_on_which_no_vat_is_due_says_why() -> None:
    exempt, grant = Price.exempt(FIVE), Price.outside_scope(FIVE)
    assert (exempt.treatment, exempt.basis) == (VatTreatment.EXEMPT, Vat.NET)
    assert (grant.treatment, grant.basis) == (VatTreatment.OUTSIDE_SCOPE, Vat.NET)
    assert str(exempt) == "£5.00 (VAT exempt)"
    assert str(grant) == "£5.00 (outside the scope of VAT)"


def test_a_total_of_no_price_is_told_as_nothing_given() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Price.total([])
    assert (caught.value.field, caught.value.value) == ("prices", ())


TAXED = {"treatment": VatTreatment.TAXED, "rate": TWENTY}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"net": -PENNY}, ("net", -PENNY, "Money of £0.00 or more")),
        ({"gross": -PENNY}, ("gross", -PENNY, "Money of £0.00 or more")),
        ({"unstated": -PENNY}, ("unstated", -PENNY, "Money of £0.00 or more")),
        ({"net": FIVE, "treatment": "none"}, ("treatment", "none", "a VatTreatment")),
        ({"net": FIVE, "basis": "nett"}, ("basis", "nett", "a Vat")),
        (
            {"net": FIVE, "gross": SIX, "rate": Decimal(101)},
            ("rate", Decimal(101), "a rate per cent from 0 to 100, such as '20' or '17.5'"),
        ),
        (
            {"net": FIVE, "basis": Vat.GROSS},
            ("gross", None, "the amount on the basis that was stated"),
        ),
        (
            {"net": FIVE, "unstated": SIX},
            ("unstated", SIX, "None beside a net or gross amount"),
        ),
        ({"unstated": FIVE, "rate": TWENTY}, ("rate", TWENTY, "None where the VAT is not known")),
        (
            {"unstated": FIVE, "treatment": VatTreatment.EXEMPT},
            ("treatment", VatTreatment.EXEMPT, "net and gross amounts beside it"),
        ),
        ({"net": SIX, "gross": FIVE}, ("gross", FIVE, "at least the net amount, £6.00")),
        (
            {"net": FIVE, "gross": SIX, "treatment": VatTreatment.EXEMPT},
            ("gross", SIX, "the net amount, £5.00, where no VAT is due"),
        ),
        (
            {"net": FIVE, "gross": SIX, "rate": TWENTY},
            ("rate", TWENTY, "None unless the supply is taxed"),
        ),
        (
            {"net": FIVE, "gross": FIVE, **TAXED},
            ("rate", TWENTY, "a rate that makes £5.00 net, £5.00 gross"),
        ),
        (
            {"net": FIVE, "gross": SIX + PENNY, "basis": Vat.GROSS, **TAXED},
            ("rate", TWENTY, "a rate that makes £5.00 net, £6.01 gross"),
        ),
    ],
)
def test_what_contradicts_the_rest_of_a_price_is_told_with_what_would_fit(
    given: dict[str, Any], told: tuple[object, ...]
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Price(**given)
    assert (caught.value.field, caught.value.value, caught.value.expected) == told


@pytest.mark.parametrize(
    ("make", "field", "value"),
    [
        (lambda: Price.both(net=-PENNY, gross=FIVE), "net", -PENNY),
        (lambda: Price.both(net=FIVE, gross=-PENNY), "gross", -PENNY),
        (lambda: Price.plus_vat(-PENNY, 20), "amount", -PENNY),
        (lambda: Price.including_vat(-PENNY, 20), "amount", -PENNY),
        (lambda: Price.including_vat(FIVE, "twenty"), "rate", "twenty"),
        (lambda: Price.as_stated(FIVE).at(-PENNY), "amount", -PENNY),
        (lambda: Price.total([Price.as_stated(FIVE), FIVE]), "prices[1]", FIVE),  # type: ignore[list-item]
    ],
)
def test_a_wrong_amount_or_rate_is_told_by_where_it_was_given(
    make: Callable[[], Price], field: str, value: object
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert (caught.value.field, caught.value.value) == (field, value)
    assert len(caught.value.problems) == 1
