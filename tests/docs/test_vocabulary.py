"""Every feature of real resolutions is shown by tests, and their page is read from these."""

from __future__ import annotations

import importlib
import runpy
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[2]
READER: Final = runpy.run_path(str(ROOT / "docs" / "_ext" / "vocabulary.py"))
LISTED: Final = READER["features"]()
MADE: Final = READER["marks"]()
TOTAL_CAP: Final = (
    '@pytest.mark.vocabulary("total_cap", holds="carerslib.clauses.Cap", decides="met")\n'
)


def _found(name: str) -> object:
    """Return what a dotted public name stands for; a field or a method may end it."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(name)


def test_every_feature_has_a_test_where_it_decides_met_and_one_where_it_does_not() -> None:
    assert READER["gaps"](LISTED, MADE) == ()


@pytest.mark.parametrize("holder", sorted({mark.holds for mark in MADE}))
def test_what_holds_a_feature_is_a_name_of_the_library(holder: str) -> None:
    assert holder.startswith("carerslib.")
    assert _found(holder) is not None


def test_no_feature_is_listed_twice_and_each_has_an_area() -> None:
    names = [feature.name for feature in LISTED["FEATURES"]]
    assert len(names) == len(set(names))
    assert {feature.area for feature in LISTED["FEATURES"]} == set(LISTED["AREAS"])


def test_every_feature_is_a_row_of_the_page() -> None:
    text = READER["page"](LISTED, MADE)
    assert all(f"| `{feature.name}` |" in text for feature in LISTED["FEATURES"])


def _read(tmp_path: Path, text: str) -> tuple[tuple[str, str, str, str], ...]:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_one.py").write_text(text, encoding="utf-8")
    return tuple(tuple(mark) for mark in READER["marks"](folder))


def test_a_mark_on_a_test_names_the_test(tmp_path: Path) -> None:
    assert _read(tmp_path, TOTAL_CAP + "def test_it(): ...\n") == (
        ("total_cap", "carerslib.clauses.Cap", "met", "tests/test_one.py::test_it"),
    )


def test_a_mark_on_one_case_of_a_table_names_the_case(tmp_path: Path) -> None:
    text = (
        '@pytest.mark.parametrize("x", [pytest.param(1, id="a penny over", marks='
        'pytest.mark.vocabulary("total_cap", holds="carerslib.clauses.Cap", decides="not met"))])\n'
        "def test_it(x): ...\n"
    )
    ((*_, test),) = _read(tmp_path, text)
    assert test == "tests/test_one.py::test_it[a penny over]"


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param('@pytest.mark.vocabulary("total_cap", holds="x")', id="no-decides"),
        pytest.param('@pytest.mark.vocabulary(holds="x", decides="met")', id="no-feature"),
        pytest.param('@pytest.mark.vocabulary("a", "b", holds="x", decides="met")', id="two"),
        pytest.param('@pytest.mark.vocabulary("a", holds=X, decides="met")', id="not-plain-text"),
    ],
)
def test_a_mark_that_cannot_be_read_is_an_error(tmp_path: Path, mark: str) -> None:
    with pytest.raises(ValueError, match="a mark takes a feature"):
        _read(tmp_path, f"{mark}\ndef test_it(): ...\n")


def _gaps(*decisions: str, feature: str = "total_cap", area: str = "value") -> tuple[str, ...]:
    rows = [LISTED["Feature"]("total_cap", area, "One figure")]
    listed = dict(LISTED, FEATURES=rows)
    made = [READER["Mark"](feature, "carerslib.clauses.Cap", each, "t") for each in decisions]
    gaps: tuple[str, ...] = READER["gaps"](listed, made)
    return gaps


@pytest.mark.parametrize("other", ["not met", "undetermined"])
def test_met_and_either_of_the_others_are_enough(other: str) -> None:
    assert _gaps("met", other) == ()


def test_a_feature_that_is_only_ever_met_is_a_gap() -> None:
    assert _gaps("met") == ("total_cap: no test where it decides not met or undetermined",)


def test_a_feature_that_is_never_met_is_a_gap() -> None:
    assert _gaps("not met", "undetermined") == ("total_cap: no test where it decides met",)


def test_a_feature_that_no_test_shows_is_seen_on_the_page() -> None:
    listed = dict(LISTED, FEATURES=[LISTED["Feature"]("ring_fence", "fund", "Tied money")])
    row = "| `ring_fence` | Tied money | nothing | no test | no test |"
    assert row in READER["page"](listed, ())


def test_a_mark_for_no_feature_is_a_gap() -> None:
    assert "t: no feature is called 'total_cup'" in _gaps("met", feature="total_cup")


def test_a_mark_that_decides_something_else_is_a_gap() -> None:
    assert _gaps("met", "not met", "perhaps") == (
        "t: decides='perhaps' is none of met, not met, undetermined",
    )


def test_the_page_names_the_holder_and_both_tests() -> None:
    mark = READER["Mark"]
    made = [
        mark("total_cap", "carerslib.clauses.Cap", "met", "a::b"),
        mark("total_cap", "carerslib.clauses.Cap", "undetermined", "a::c"),
        mark("total_cap", "carerslib.clauses.Figure", "met", "a::d"),
    ]
    row = next(each for each in READER["page"](LISTED, made).splitlines() if "`total_cap`" in each)
    assert "`carerslib.clauses.Cap`, `carerslib.clauses.Figure`" in row
    assert "| `a::b` and 1 more | undetermined: `a::c` |" in row
