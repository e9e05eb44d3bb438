"""What a verdict rests on besides the inputs: rule set, edition, and the choices made."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from carerslib.basis import Basis, Convention
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange

SOURCE = Citation.convention("How the library counts", "C-1")
COUNTED = Convention("counts", "Whether options count", ("always", "once taken"), "always", SOURCE)
IN_FORCE = DateRange(date(2018, 4, 1), date(2023, 3, 31))


def limit(pounds: str, name: str = "limit") -> Parameter[Money]:
    return Parameter(name, "A limit", (Dated(Money.pounds(pounds), IN_FORCE, SOURCE),))


def test_a_basis_is_shown_by_rule_set_and_edition() -> None:
    assert str(Basis("carerslib.awards", "2026-11")) == "carerslib.awards 2026-11"


def test_choices_are_kept_in_the_order_of_their_names_however_they_are_given() -> None:
    one = Basis("rules", "1", {"b": "2", "a": "1"}, [("y", "2"), ("x", "1")])
    other = Basis("rules", "1", [("a", "1"), ("b", "2")], {"x": "1", "y": "2"})
    assert one == other
    assert one.conventions == (("a", "1"), ("b", "2"))
    assert one.readings == (("x", "1"), ("y", "2"))


def test_a_convention_that_is_not_chosen_takes_its_default() -> None:
    assert Basis("rules", "1").takes(COUNTED) == "always"


def test_a_convention_that_is_chosen_is_followed() -> None:
    assert Basis("rules", "1", {"counts": "once taken"}).takes(COUNTED) == "once taken"


def test_a_choice_that_is_no_option_is_refused() -> None:
    with pytest.raises(InvalidValueError) as error:
        Basis("rules", "1", {"counts": "never"}).takes(COUNTED)
    assert str(error.value) == "counts: expected one of always, once taken, got 'never'"


@pytest.mark.parametrize("given", [None, "counts", 7, [("counts", "always", "twice")], ["counts"]])
def test_choices_are_given_by_name(given: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValueError) as error:
        Basis("rules", "1", given)
    assert str(error.value) == f"choices: expected what is chosen, by name, got {given!r}"


@pytest.mark.parametrize("given", [{1: "always"}, {"counts": None}, {("c",): "per contract"}])
def test_a_name_and_a_choice_are_text(given: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValueError) as error:
        Basis("rules", "1", readings=given)
    assert error.value.expected == "a name and what is chosen, both as text"


def test_a_default_that_is_no_option_is_refused() -> None:
    with pytest.raises(InvalidValueError) as error:
        Convention("counts", "Whether options count", ("always",), "never", SOURCE)
    assert str(error.value) == "default: expected one of always, got 'never'"


def test_a_reading_is_found_by_the_clause_that_it_is_of() -> None:
    basis = Basis("rules", "1", readings={"c.term": "per contract"})
    assert basis.reading("c.term") == "per contract"
    assert basis.reading("c.value") is None


def test_a_value_of_the_council_s_own_stands_in_for_that_of_the_same_name() -> None:
    own = limit("500.00")
    basis = Basis("rules", "1", parameters=(limit("1.00", "another"), own))
    assert basis.parameter(limit("100.00")) is own


def test_the_library_s_value_stands_where_the_council_has_none() -> None:
    published = limit("100.00")
    assert Basis("rules", "1").parameter(published) is published
