"""What holds of every price."""

from __future__ import annotations

import operator
from functools import reduce

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carerslib.errors import InvalidValueError
from carerslib.money import ZERO, Money
from carerslib.prices import Price, Vat
from carerslib.testing.strategies import money, prices

PENNY = Money.pence(1)
AMOUNTS = money(ZERO, Money.pounds("1000000.00"))
STATED_BASES = st.sampled_from((Vat.NET, Vat.GROSS))


@given(prices(), st.sampled_from(Vat))
def test_an_amount_that_is_known_is_both_of_its_bounds(price: Price, vat: Vat) -> None:
    lowest, highest = price.bounds(vat)
    assert highest is None or 0 <= lowest <= highest
    exact = price.on(vat)
    if exact is not None:
        assert lowest == highest == exact.in_pence


@given(prices())
def test_net_is_never_above_gross(price: Price) -> None:
    (lowest_net, highest_net), (lowest_gross, highest_gross) = map(
        price.bounds, (Vat.NET, Vat.GROSS)
    )
    assert lowest_net <= lowest_gross
    assert highest_gross is None or (highest_net is not None and highest_net <= highest_gross)


@given(prices())
def test_a_price_at_its_own_amount_is_itself(price: Price) -> None:
    assert price.at(price.stated) == price


@given(prices(), AMOUNTS)
def test_a_price_at_another_amount_keeps_what_it_is(price: Price, amount: Money) -> None:
    moved = price.at(amount)
    assert moved.stated == amount
    assert (moved.basis, moved.rate, moved.treatment) == (
        price.basis,
        price.rate,
        price.treatment,
    )


@given(prices(Money.pounds("3000000.00")), AMOUNTS, st.sampled_from(Vat))
def test_the_nearest_price_is_inside_and_a_penny_more_is_not(
    price: Price, limit: Money, vat: Vat
) -> None:
    nearest = price.at_most(limit, vat)
    assume(nearest is not None)
    assert nearest is not None
    highest = nearest.bounds(vat)[1]
    assert highest is not None
    assert highest <= limit.in_pence
    if nearest != price:
        more = nearest.at(nearest.stated + PENNY).bounds(vat)[1]
        assert more is not None
        assert more > limit.in_pence


@given(prices(), prices())
def test_prices_add_the_same_way_round_or_not_at_all(one: Price, other: Price) -> None:
    try:
        whole = one + other
    except InvalidValueError:
        assert all(one.on(vat) is None or other.on(vat) is None for vat in Vat)
        return
    assert whole == other + one
    for vat in Vat:
        a, b, both = one.on(vat), other.on(vat), whole.on(vat)
        if a is not None and b is not None:
            assert both == a + b
        else:
            assert both is None


@given(st.lists(prices(), min_size=1, max_size=5))
def test_a_total_is_what_adding_one_after_another_gives(added: list[Price]) -> None:
    try:
        one_by_one = reduce(operator.add, added)
    except InvalidValueError:
        with pytest.raises(InvalidValueError):
            Price.total(added)
    else:
        assert Price.total(added) == one_by_one


@given(AMOUNTS, st.integers(0, 100), STATED_BASES)
def test_vat_is_within_half_a_penny_of_its_rate(amount: Money, rate: int, basis: Vat) -> None:
    make = Price.plus_vat if basis is Vat.NET else Price.including_vat
    price = make(amount, rate)
    assert price.net is not None
    assert price.gross is not None
    difference = 100 * price.gross.in_pence - (100 + rate) * price.net.in_pence
    assert abs(difference) <= (100 + rate if basis is Vat.GROSS else 100) / 2
