"""Amounts in whole pence."""

from __future__ import annotations

import copy
import operator
import pickle
import types
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from carerslib.errors import InvalidValueError
from carerslib.money import ZERO, Money, Rounding

if TYPE_CHECKING:
    from collections.abc import Callable

PENNY = Money.pence(1)
COMPARED_OR_ADDED: tuple[Callable[..., object], ...] = (
    operator.lt,
    operator.le,
    operator.gt,
    operator.ge,
    operator.add,
    operator.sub,
)
POUNDS = "text such as '1230000.00' or a Decimal, in pounds with at most two decimal places"


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("1230000.00", 123_000_000),
        ("1,230,000.00", 123_000_000),
        ("£1,230,000.00", 123_000_000),
        ("£1,230,000", 123_000_000),
        ("1230000.5", 123_000_050),
        ("0.01", 1),
        ("-0.01", -1),
        ("-£0.01", -1),
        ("0", 0),
        ("-0.00", 0),
        ("999999999999999999.99", 99_999_999_999_999_999_999),
        (Decimal(1230000), 123_000_000),
        (Decimal("1.23E+6"), 123_000_000),
        (Decimal("0.10"), 10),
        (Decimal("0.100"), 10),
        (Decimal("-0.01"), -1),
    ],
)
def test_pounds_are_read_to_the_penny(text: str | Decimal, pence: int) -> None:
    assert Money.pounds(text) == Money.pence(pence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1.00",
        "1.00\n",
        "1.",
        ".50",
        "1.005",
        "1,23,000.00",
        "12,30.00",
        "1230,000.00",
        "£-1.00",
        "--1.00",
        "1e6",
        "1_000",
        "$1.00",
        "\N{ARABIC-INDIC DIGIT ONE}.00",
        "1.23m",
        "1000000000000000000.00",
    ],
)
def test_text_that_is_not_an_amount_in_pounds_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match=r"^money: expected text such as"):
        Money.pounds(text)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1230000.0, "1230000.0"),
        (1230000, "1230000"),
        (True, "True"),
        (None, "None"),
        (Decimal("0.005"), "Decimal('0.005')"),
        (Decimal("NaN"), "Decimal('NaN')"),
        (Decimal("Infinity"), "Decimal('Infinity')"),
        (Decimal("1E+1000000"), "Decimal('1E+1000000')"),
        (Decimal("1E-1000000"), "Decimal('1E-1000000')"),
    ],
)
def test_a_wrong_amount_in_pounds_is_told_what_to_write_instead(value: object, shown: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Money.pounds(value)  # type: ignore[arg-type]
    assert str(caught.value) == f"money: expected {POUNDS}, got {shown}"


@pytest.mark.parametrize("value", [1.0, True, "1", Decimal(1), None])
def test_pence_are_an_int_and_nothing_else(value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Money.pence(value)  # type: ignore[arg-type]
    assert caught.value.field == "in_pence"
    assert caught.value.expected == "a whole number of pence, as an int"


def test_an_amount_prints_as_pounds_with_commas() -> None:
    assert str(Money.pounds("1230000.00")) == "£1,230,000.00"
    assert str(Money.pounds("-0.01")) == "-£0.01"
    assert str(ZERO) == "£0.00"
    assert f"{Money.pounds('1234.5')}" == "£1,234.50"
    assert f"{Money.pounds('1234.5'):,.0f}" == "1,234"
    assert f"{Money.pounds('1234.5'):>10}" == "   1234.50"


def test_an_amount_can_be_written_back_as_it_is_shown() -> None:
    amount = Money.pounds("-1230000.05")
    assert repr(amount) == "Money.pounds('-1230000.05')"
    assert eval(repr(amount)) == amount  # noqa: S307 - the text is our own


def test_an_amount_becomes_a_decimal_of_two_places_however_large() -> None:
    assert str(Money.pounds("1230000").to_decimal()) == "1230000.00"
    assert str(Money.pence(-5).to_decimal()) == "-0.05"
    many_pence = 10**40 + 1
    assert Money.pence(many_pence).to_decimal().as_tuple().digits[-1] == 1


def test_amounts_add_subtract_and_multiply_by_whole_numbers() -> None:
    a, b = Money.pounds("0.10"), Money.pounds("0.20")
    assert a + b == Money.pounds("0.30")
    assert a - b == Money.pounds("-0.10")
    assert 3 * a == a * 3 == Money.pounds("0.30")
    assert -a == Money.pence(-10)
    assert abs(-a) == abs(a) == a


def test_a_sum_is_worth_as_much_as_the_same_amount_written_out() -> None:
    made, written = PENNY + PENNY, Money.pence(2)
    assert made == written
    assert hash(made) == hash(written)
    assert {made: "twopence"}[written] == "twopence"


@pytest.mark.parametrize("other", [1, 1.0, True, Decimal(1), "1.00", None])
def test_an_amount_is_not_compared_or_mixed_with_anything_else(other: object) -> None:
    assert other != PENNY
    for attempt in COMPARED_OR_ADDED:
        with pytest.raises(TypeError):
            attempt(PENNY, other)
        with pytest.raises(TypeError):
            attempt(other, PENNY)


@pytest.mark.parametrize("other", [1.5, True, Decimal(2), "2", PENNY])
def test_an_amount_is_multiplied_by_nothing_but_a_whole_number(other: object) -> None:
    with pytest.raises(TypeError):
        operator.mul(PENNY, other)
    with pytest.raises(TypeError):
        operator.mul(other, PENNY)


def test_an_amount_is_not_divided() -> None:
    with pytest.raises(TypeError):
        operator.truediv(PENNY, 2)


def test_amounts_are_ordered_to_the_penny() -> None:
    limit = Money.pounds("1230000.00")
    below, above = limit - PENNY, limit + PENNY
    assert below < limit < above
    assert not below + PENNY < limit
    assert below <= limit <= below + PENNY
    assert not above <= limit
    assert above > limit > below
    assert not above - PENNY > limit
    assert limit >= above - PENNY >= below
    assert not below >= limit
    assert sorted([above, below, limit]) == [below, limit, above]


def test_a_total_adds_up_and_of_nothing_is_nothing() -> None:
    assert Money.total([]) == ZERO
    assert Money.total(Money.pence(n) for n in (1, 2, 3)) == Money.pence(6)


@pytest.mark.parametrize("wrong", [2.5, 3, None, Decimal(1)])
def test_a_total_names_the_place_of_what_is_not_money(wrong: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Money.total([PENNY, PENNY, wrong])  # type: ignore[list-item]
    assert str(caught.value) == f"amounts[2]: expected Money, got {wrong!r}"


@pytest.mark.parametrize(
    ("half_up", "half_even", "down", "up", "pounds"),
    [
        (0, 0, 0, 1, "0.004"),
        (1, 0, 0, 1, "0.005"),
        (1, 1, 0, 1, "0.006"),
        (2, 2, 1, 2, "0.015"),
        (1, 1, 1, 1, "0.01"),
        (-1, 0, 0, -1, "-0.005"),
        (-2, -2, -1, -2, "-0.015"),
    ],
)
def test_rounding_is_by_name(half_up: int, half_even: int, down: int, up: int, pounds: str) -> None:
    expected = (half_up, half_even, down, up)
    ways = (Rounding.HALF_UP, Rounding.HALF_EVEN, Rounding.DOWN, Rounding.UP)
    for exact in (Decimal(pounds), Fraction(pounds)):
        assert tuple(Money.rounded(exact, way).in_pence for way in ways) == expected


def test_rounding_has_the_names_of_decimal() -> None:
    assert Decimal("0.005").quantize(Decimal("0.01"), rounding=Rounding.HALF_UP) == Decimal("0.01")


def test_an_amount_is_multiplied_by_a_part_only_with_a_rounding() -> None:
    amount = Money.pounds("1.00")
    third = Fraction(1, 3)
    assert amount.times(third, Rounding.DOWN) == Money.pence(33)
    assert amount.times(third, Rounding.UP) == Money.pence(34)
    assert amount.times(Decimal("1.005"), Rounding.HALF_UP) == Money.pence(101)
    assert amount.times(2, Rounding.DOWN) == Money.pounds("2.00")


@pytest.mark.parametrize(
    "factor",
    [0.5, True, "2", None, Decimal("NaN"), Decimal("1E+1000000"), Decimal("1E-1000000")],
)
def test_a_factor_is_exact(factor: object) -> None:
    with pytest.raises(InvalidValueError, match=r"^factor: expected an int, a Decimal or a Frac"):
        PENNY.times(factor, Rounding.UP)  # type: ignore[arg-type]


def test_a_rounding_that_is_not_one_of_the_names_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="rounding: expected a Rounding, got 'nearest'"):
        PENNY.times(1, "nearest")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pence", "parts", "expected"),
    [
        (100, 1, [100]),
        (100, 3, [34, 33, 33]),
        (101, 3, [34, 34, 33]),
        (-100, 3, [-34, -33, -33]),
        (2, 3, [1, 1, 0]),
        (0, 2, [0, 0]),
    ],
)
def test_a_split_gives_the_odd_pence_to_the_earlier_parts(
    pence: int, parts: int, expected: list[int]
) -> None:
    assert [part.in_pence for part in Money.pence(pence).split(parts)] == expected


@pytest.mark.parametrize("parts", [0, -1, True, 2.0, "2"])
def test_a_split_is_into_one_part_or_more(parts: object) -> None:
    with pytest.raises(InvalidValueError, match=r"^parts: expected a whole number of at least 1"):
        PENNY.split(parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pence", "weights", "expected"),
    [
        (100, [1, 1], [50, 50]),
        (101, [1, 1], [51, 50]),
        (100, [1, 2], [33, 67]),
        (-100, [1, 2], [-33, -67]),
        (100, [0, 1, 0], [0, 100, 0]),
        (100, [Fraction(1, 3), Fraction(2, 3)], [33, 67]),
        (10, [Decimal("0.25"), Decimal("0.75")], [3, 7]),
        (5, [3, 1, 1], [3, 1, 1]),
        (10, [6, 6, 1], [5, 4, 1]),
    ],
)
def test_a_share_gives_the_odd_pence_to_whoever_lost_most(
    pence: int, weights: list[Any], expected: list[int]
) -> None:
    assert [part.in_pence for part in Money.pence(pence).share(weights)] == expected


@pytest.mark.parametrize("weights", [[], [0], [0, 0], [2, -1], [-1, -1]])
def test_weights_that_give_nobody_anything_are_refused(weights: list[int]) -> None:
    with pytest.raises(
        InvalidValueError, match=r"^weights: expected weights of 0 or more, not all"
    ):
        PENNY.share(weights)


def test_a_weight_that_is_not_exact_is_named_by_its_place() -> None:
    with pytest.raises(InvalidValueError, match=r"^weights\[1\]: expected an int"):
        PENNY.share([1, 0.5])  # type: ignore[list-item]


def test_an_amount_cannot_be_changed_or_subclassed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        PENNY.in_pence = 2  # type: ignore[misc]
    with pytest.raises(TypeError, match="Money cannot be subclassed"):
        types.new_class("Euro", (Money,))


def test_an_amount_survives_storing_and_copying() -> None:
    amount = Money.pounds("1230000.00")
    assert pickle.loads(pickle.dumps(amount)) == amount  # noqa: S301 - our own bytes
    assert copy.deepcopy(amount) == copy.copy(amount) == amount


@pytest.mark.parametrize(
    ("make", "field", "value"),
    [
        (lambda: Money.pence(1.5), "in_pence", 1.5),  # type: ignore[arg-type]
        (lambda: Money.pounds("1.005"), "money", "1.005"),
        (lambda: Money.pounds(Decimal("0.005")), "money", Decimal("0.005")),
        (lambda: Money.rounded(1.5, Rounding.UP), "pounds", 1.5),  # type: ignore[arg-type]
        (lambda: PENNY.times(1.5, Rounding.UP), "factor", 1.5),  # type: ignore[arg-type]
        (lambda: PENNY.split(0), "parts", 0),
        (lambda: PENNY.share([2, -1]), "weights", [2, -1]),
    ],
)
def test_what_was_wrong_is_told_by_where_it_was_given_and_what_was_given(
    make: Callable[[], object], field: str, value: object
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert (caught.value.field, caught.value.value) == (field, value)


def test_a_decimal_in_pounds_has_no_more_digits_than_text_may_have() -> None:
    assert Money.pounds(Decimal("1E+17")) == Money.pence(10**19)
    with pytest.raises(InvalidValueError, match=r"^money: expected text such as"):
        Money.pounds(Decimal("1E+18"))


def test_no_pounds_are_written_without_a_minus() -> None:
    assert repr(Money.pence(0)) == "Money.pounds('0.00')"
    assert str(Money.pence(0).to_decimal()) == "0.00"
    assert f"{Money.pence(0):.2f}" == "0.00"


def test_who_would_make_a_kind_of_money_is_told_that_there_is_one_only() -> None:
    with pytest.raises(TypeError, match=r"^Money cannot be subclassed$"):
        types.new_class("Euro", (Money,))


def test_half_a_penny_goes_to_the_even_penny() -> None:
    rounded = [Money.rounded(Decimal(each), Rounding.HALF_EVEN) for each in ("0.025", "0.035")]
    assert rounded == [Money.pence(2), Money.pence(4)]


def test_a_factor_has_at_most_a_hundred_noughts() -> None:
    assert ZERO.times(Decimal("1E+100"), Rounding.UP) == ZERO
    with pytest.raises(InvalidValueError, match=r"^factor: expected an int"):
        ZERO.times(Decimal("1E+101"), Rounding.UP)
