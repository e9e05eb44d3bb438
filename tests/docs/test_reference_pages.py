"""Every public name has a place in the reference, and every page of it belongs to a module."""

from __future__ import annotations

import importlib
import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from types import ModuleType

DOCS: Final = Path(__file__).parents[2] / "docs"
GENERATOR: Final = runpy.run_path(str(DOCS / "_ext" / "reference_pages.py"))
MODULES: Final = GENERATOR["public_modules"]()
PAGES: Final[dict[str, str]] = dict(GENERATOR["pages"]())
SOURCE: Final = DOCS.parent / "src"


def _names(module: ModuleType) -> frozenset[str]:
    return frozenset(module.__all__)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_name_is_shown_on_a_page_that_exists(module: ModuleType) -> None:
    homes = {GENERATOR["home"](module, name) for name in _names(module)}
    assert homes <= set(PAGES)


def test_every_name_is_shown_where_the_page_does_not_leave_it_out() -> None:
    for module in MODULES:
        for name in _names(module):
            text = PAGES[GENERATOR["home"](module, name)]
            left_out = re.findall(r":exclude-members: (.*)", text)
            assert name not in ", ".join(left_out).split(", ")


def test_every_source_file_is_a_module_that_the_reference_knows() -> None:
    known = {module.__name__ for module in MODULES}
    public = set()
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        names = parts[:-1] if parts[-1] == "__init__" else parts
        if not any(name.startswith("_") for name in names):
            public.add(".".join(names))
    assert known == public


def test_every_page_is_reached_from_the_list_of_modules() -> None:
    listed = set(PAGES["index"].splitlines())
    assert set(PAGES) - {"index"} <= listed


def test_a_class_is_shown_by_the_package_that_exports_it() -> None:
    terms = importlib.import_module("carerslib.periods.terms")
    assert GENERATOR["home"](terms, "Term") == "carerslib.periods"


def test_an_alias_is_shown_by_the_module_that_assigns_it() -> None:
    periods = importlib.import_module("carerslib.periods")
    assert GENERATOR["home"](periods, "Day") == "carerslib.periods.ranges"


def test_a_rule_is_shown_by_the_module_that_makes_it_with_what_it_asks() -> None:
    laws = importlib.import_module("carerslib.carers.care_law")
    assert GENERATOR["home"](laws, "young_carer") == "carerslib.carers.care_law"
    page = PAGES["carerslib.carers.care_law"]
    assert "**Young carer under the Children Act 1989, section 17ZA.**" in page
    assert "   Ask for a person under 18 who gives, or intends to give, care" in page
