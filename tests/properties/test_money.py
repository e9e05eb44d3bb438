"""What holds of every amount."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from carerslib.money import ZERO, Money, Rounding
from carerslib.testing.strategies import money

WEIGHTS = st.lists(
    st.integers(0, 10**6) | st.decimals(0, 100, places=3) | st.fractions(0, 100),
    min_size=1,
    max_size=12,
).filter(any)


@given(money(), st.integers(1, 200))
def test_the_parts_of_a_split_add_up_and_differ_by_a_penny_at_most(
    amount: Money, parts: int
) -> None:
    split = amount.split(parts)
    assert len(split) == parts
    assert Money.total(split) == amount
    sizes = [abs(part).in_pence for part in split]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] <= 1


@given(money(), WEIGHTS)
def test_shares_add_up_and_none_is_a_penny_from_its_due(
    amount: Money, weights: list[int | Decimal | Fraction]
) -> None:
    shares = amount.share(weights)
    assert Money.total(shares) == amount
    exact = [Fraction(weight) for weight in weights]
    for share, weight in zip(shares, exact, strict=True):
        assert abs(share.in_pence - amount.in_pence * weight / sum(exact)) < 1


@given(money(), WEIGHTS)
def test_shares_of_what_is_owed_mirror_shares_of_what_is_due(
    amount: Money, weights: list[int | Decimal | Fraction]
) -> None:
    assert (-amount).share(weights) == tuple(-share for share in amount.share(weights))


@given(money())
def test_an_amount_survives_every_way_of_writing_it(amount: Money) -> None:
    assert Money.pounds(amount.to_decimal()) == amount
    assert Money.pounds(str(amount)) == amount
    assert Money.pounds(str(amount.to_decimal())) == amount
    assert eval(repr(amount)) == amount  # noqa: S307 - the text is our own


@given(money(), money(), money())
def test_adding_is_that_of_whole_numbers(a: Money, b: Money, c: Money) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + b - b == a
    assert a + ZERO == a
    assert a - a == ZERO


@given(money(), money())
def test_order_is_that_of_the_pence(a: Money, b: Money) -> None:
    assert (a < b) == (a.in_pence < b.in_pence)
    assert (a <= b) == (not a > b)
    assert (a >= b) == (not a < b)
    assert (a == b) == (a <= b <= a)


@given(st.decimals(-(10**9), 10**9, places=6))
def test_rounding_half_up_agrees_with_decimal(pounds: Decimal) -> None:
    expected = pounds.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    assert Money.rounded(pounds, Rounding.HALF_UP).to_decimal() == expected


@given(money(), st.fractions(-10, 10), st.sampled_from(Rounding))
def test_rounding_by_any_name_is_less_than_a_penny_away(
    amount: Money, factor: Fraction, rounding: Rounding
) -> None:
    assert abs(amount.times(factor, rounding).in_pence - amount.in_pence * factor) < 1
