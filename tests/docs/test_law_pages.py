"""What the code declares is on a page, whole: conventions, dated values, rules and sources."""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

import pytest

from carerslib.basis import Basis, Convention
from carerslib.citations import Citation, Standing
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange
from carerslib.rules import RuleSet, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.verdicts import Part

DOCS: Final = Path(__file__).parents[2] / "docs"
PAGES_OF: Final = runpy.run_path(str(DOCS / "_ext" / "law_pages.py"))["pages"]
MODULES: Final = runpy.run_path(str(DOCS / "_ext" / "reference_pages.py"))["public_modules"]()

ACT: Final = Citation("An Act | with a bar", "section 1", url="https://example.org/act")
COUNTED: Final = Convention("c", "How to count", ("so", "otherwise"), "so", ACT.at("C-9"))
AMOUNT: Final = Parameter(
    "an.amount",
    "An amount",
    (Dated(2, DateRange(date(2020, 4, 1), date(2021, 3, 31)), ACT),),
    (Gap(DateRange(date(2019, 4, 1), date(2020, 3, 31)), "not found"),),
)


@rule(id="a.rule", title="A rule", citation=ACT, in_force=DateRange.onwards(date(2020, 4, 1)))
def _a_rule(_subject: str, _basis: Basis) -> Iterable[Part]:
    return ()


def _module() -> ModuleType:
    module = ModuleType("made_up")
    names = {"ACT": ACT, "COUNTED": COUNTED, "AMOUNT": AMOUNT}
    vars(module).update(names, RULES=RuleSet("made-up", "1", (_a_rule,)))
    vars(module)["__all__"] = [*names, "RULES"]
    return module


@pytest.mark.parametrize(
    ("page", "row"),
    [
        ("conventions", "| `made_up.COUNTED` | c | How to count | so, otherwise | so |"),
        ("values", "| 1 April 2020 to 31 March 2021 | 2 | An Act"),
        ("values", "| 1 April 2019 to 31 March 2020 | not known | not found |"),
        ("rules", "| `a.rule` | A rule | from 1 April 2020 | An Act"),
        ("coverage", "| An amount | value | 1 April 2020 to 31 March 2021 |"),
        ("coverage", "| A rule (`a.rule`) | rule | from 1 April 2020 |"),
        ("citations", r"| An Act \| with a bar | section 1 | <https://example.org/act> | - |"),
    ],
)
def test_what_a_module_declares_is_on_the_page(page: str, row: str) -> None:
    assert row in PAGES_OF([_module()])[page]


def test_a_gap_stands_before_the_value_that_follows_it() -> None:
    text = PAGES_OF([_module()])["values"]
    assert text.index("not found") < text.index("1 April 2020 to 31 March 2021")


def test_a_value_that_two_modules_show_is_listed_once() -> None:
    module = _module()
    assert PAGES_OF([module, module])["conventions"].count("How to count") == 1


def test_sources_are_kept_apart_by_how_far_they_may_be_relied_on() -> None:
    module = ModuleType("made_up")
    vars(module).update(
        __all__=["A", "B"], A=ACT, B=Citation("A blog", standing=Standing.SECONDARY)
    )
    text = PAGES_OF([module])["citations"]
    assert text.index("## Primary") < text.index("An Act") < text.index("## Secondary")
    assert text.index("## Secondary") < text.index("A blog")


def test_a_page_with_nothing_on_it_says_so() -> None:
    assert "There are none in this version." in PAGES_OF([])["values"]


def test_every_value_of_the_library_is_on_its_page() -> None:
    text = PAGES_OF(MODULES)["values"]
    names = {
        value.name
        for module in MODULES
        for value in (getattr(module, name) for name in module.__all__)
        if isinstance(value, Parameter)
    }
    assert {name for name in names if f"“{name}”" not in text} == set()
