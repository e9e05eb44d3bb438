"""The page that sets the definitions of a carer side by side says what the code says."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Final

import pytest

from carerslib.carers import DEFINITIONS, Definition

LAW_PAGES: Final = Path(__file__).parents[2] / "docs" / "_ext" / "law_pages.py"
PAGE: Final[str] = runpy.run_path(str(LAW_PAGES))["pages"]([])["definitions"]
ROWS: Final = [line for line in PAGE.splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("each", DEFINITIONS, ids=lambda each: f"{each.key} {each.in_force}")
def test_a_row_sets_each_version_beside_the_others(each: Definition) -> None:
    words = (each.carer, each.cared_for, each.care, each.hours, each.exclusions)
    cells = [f"`{each.key}`", str(each.purpose), *words, str(each.in_force)]
    assert f"| {' | '.join(cells)} |" in ROWS


@pytest.mark.parametrize("each", DEFINITIONS, ids=lambda each: f"{each.key} {each.in_force}")
def test_a_row_names_its_source_and_how_far_to_rely_on_it(each: Definition) -> None:
    source = f"{each.citation} ({each.citation.standing})"
    assert f"| `{each.key}` | {each.title} | {source} |" in ROWS


def test_no_row_is_there_that_the_code_does_not_declare() -> None:
    assert len(ROWS) == 2 * len(DEFINITIONS)
