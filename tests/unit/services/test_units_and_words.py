"""Units that do not add, and words that do not mean the same."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError
from carerslib.services import (
    CROSSWALK,
    RESPITE_BY_MODE,
    BreakCode,
    Factor,
    MixedUnitsError,
    Mode,
    Quantity,
    System,
    Unit,
    check_total,
    check_words,
    meanings_of,
    totals,
)
from carerslib.verdicts import Result

MINUTE = Citation.record("Cabinet, 22 June 2017")
NIGHT_AS_HOURS = Factor("a night is ten hours", Unit.NIGHT, Unit.HOUR, 10, MINUTE)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (10, "10 hours"),
        (0, "0 hours"),
        (Decimal("2.50"), "2.5 hours"),
        (Fraction(1, 2), "0.5 hours"),
        (Fraction(1, 8), "0.125 hours"),
        (Fraction(1, 3), "1/3 hours"),
        (Fraction(1, 10**5), "1/100000 hours"),
    ],
)
def test_a_quantity_is_exact_and_written_plainly(
    amount: int | Decimal | Fraction, written: str
) -> None:
    assert str(Quantity(amount, Unit.HOUR)) == written


@pytest.mark.parametrize(
    "amount",
    [True, 1.5, "3", None, -1, Decimal("-0.1"), Decimal("NaN"), Decimal("Infinity")],
)
def test_an_amount_that_is_no_exact_number_of_0_or_more_is_refused(amount: Any) -> None:  # noqa: ANN401 - anything
    with pytest.raises(InvalidValueError, match="amount"):
        Quantity(amount, Unit.HOUR)


def test_one_unit_adds_and_two_do_not() -> None:
    assert Quantity(1, Unit.HOUR) + Quantity(2, Unit.HOUR) == Quantity(3, Unit.HOUR)
    with pytest.raises(MixedUnitsError) as caught:
        Quantity(1, Unit.HOUR) + Quantity(2, Unit.NIGHT)
    assert (caught.value.field, caught.value.value, caught.value.expected) == (
        "unit",
        "nights",
        "hours",
    )
    with pytest.raises(TypeError):
        Quantity(1, Unit.HOUR) + 2  # type: ignore[operator] # refused


def test_a_quantity_is_converted_by_a_factor_whose_name_it_keeps() -> None:
    nights = Quantity(3, Unit.NIGHT).converted(NIGHT_AS_HOURS)
    assert nights == Quantity(30, Unit.HOUR, ("a night is ten hours",))
    both = nights + nights + Quantity(5, Unit.HOUR)
    assert both == Quantity(65, Unit.HOUR, ("a night is ten hours",))
    with pytest.raises(MixedUnitsError, match="nights"):
        Quantity(3, Unit.SESSION).converted(NIGHT_AS_HOURS)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (("", Unit.NIGHT, Unit.HOUR, 10, MINUTE), "name"),
        (("f", "night", Unit.HOUR, 10, MINUTE), "source"),
        (("f", Unit.NIGHT, "hour", 10, MINUTE), "target"),
        (("f", Unit.NIGHT, Unit.NIGHT, 10, MINUTE), "target"),
        (("f", Unit.NIGHT, Unit.HOUR, 0, MINUTE), "rate"),
        (("f", Unit.NIGHT, Unit.HOUR, 10, "a minute"), "citation"),
    ],
)
def test_a_factor_says_what_it_converts_and_where_that_is_written(
    fields: tuple[Any, ...], field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Factor(*fields)
    assert caught.value.field == field


def test_a_unit_in_words_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="unit"):
        Quantity(1, "hours")  # type: ignore[arg-type] # refused


@pytest.mark.parametrize(
    ("quantities", "result", "shown"),
    [
        ([], Result.NOT_APPLICABLE, ()),
        ([Quantity(2, Unit.HOUR), Quantity(3, Unit.HOUR)], Result.MET, ("5 hours",)),
        (
            [Quantity(1, Unit.NIGHT), Quantity(2, Unit.HOUR)],
            Result.NOT_MET,
            ("2 hours", "1 nights"),
        ),
    ],
)
def test_each_unit_has_a_total_of_its_own(
    quantities: list[Quantity], result: Result, shown: tuple[str, ...]
) -> None:
    found = check_total("return", quantities)
    assert (found.result, found.measured) == (result, shown)
    assert tuple(map(str, totals(quantities))) == shown


def test_quantities_survive_pickling() -> None:
    quantity = Quantity(3, Unit.NIGHT).converted(NIGHT_AS_HOURS)
    assert pickle.loads(pickle.dumps(quantity)) == quantity  # noqa: S301 - made a line above


@pytest.mark.parametrize(
    ("word", "system", "codes"),
    [
        ("short break", System.CHILDREN, [BreakCode.CHILD_SHORT_BREAK]),
        ("Short Break", System.ADULTS, [BreakCode.ADULT_SHORT_BREAK]),
        ("respite", None, [None]),
        ("respite", System.CHILDREN, []),
        ("a rest", None, []),
    ],
)
def test_a_word_means_what_the_service_that_uses_it_means(
    word: str, system: System | None, codes: list[BreakCode | None]
) -> None:
    assert [term.code for term in meanings_of(word, system)] == codes


def test_a_word_without_a_system_has_every_meaning() -> None:
    assert {term.system for term in meanings_of("short break")} == {
        System.CHILDREN,
        System.ADULTS,
        System.SCOTLAND,
    }


@pytest.mark.parametrize(
    ("used", "result"),
    [
        ([(System.ADULTS, "replacement care")], Result.MET),
        ([(System.ADULTS, "replacement care"), (System.ADULTS, "Replacement care")], Result.MET),
        ([(System.CHILDREN, "short break"), (System.ADULTS, "short break")], Result.UNDETERMINED),
        ([(System.ADULTS, "replacement care"), (System.HEALTH, "respite")], Result.UNDETERMINED),
        ([(System.COMMON, "respite")], Result.UNDETERMINED),
        ([], Result.UNDETERMINED),
    ],
)
def test_figures_under_words_of_several_meanings_are_not_one(
    used: list[tuple[System, str]], result: Result
) -> None:
    found = check_words("return", used)
    assert found.result is result
    assert bool(found.missing) == (result is Result.UNDETERMINED)


def test_every_word_without_a_code_says_why_and_every_mode_of_respite_has_one() -> None:
    assert [term.word for term in CROSSWALK if term.code is None and not term.note] == []
    assert set(RESPITE_BY_MODE) == set(Mode)
    assert RESPITE_BY_MODE[Mode.RESIDENTIAL] is BreakCode.RESIDENTIAL_RESPITE
