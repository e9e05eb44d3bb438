"""Every public name has a place in the reference, and every page of it belongs to a module."""

from __future__ import annotations

import importlib
import runpy
from pathlib import Path
from typing import Final

import pytest

DOCS: Final = Path(__file__).parents[2] / "docs"
GENERATOR: Final = runpy.run_path(str(DOCS / "_ext" / "reference_pages.py"))
MODULES: Final = GENERATOR["public_modules"]()
PAGES: Final[dict[str, str]] = dict(GENERATOR["pages"]())
SOURCE: Final = DOCS.parent / "src"


def _shown_on(page: str) -> frozenset[str]:
    module = importlib.import_module(page)
    elsewhere: frozenset[str] = GENERATOR["exported_by_package"](module)
    return frozenset(module.__all__) - elsewhere


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_name_is_shown_by_its_module_or_by_the_package_around_it(
    module: object,
) -> None:
    name = str(getattr(module, "__name__", ""))
    package = name.rpartition(".")[0]
    shown = _shown_on(name) if name in PAGES else frozenset[str]()
    if package in PAGES:
        shown |= _shown_on(package)
    assert frozenset(getattr(module, "__all__", ())) <= shown


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


def test_a_page_leaves_out_the_names_that_its_package_exports() -> None:
    for name, text in PAGES.items():
        if name != "index":
            elsewhere = GENERATOR["exported_by_package"](importlib.import_module(name))
            assert all(shown in text for shown in elsewhere)
