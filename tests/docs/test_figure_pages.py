"""The page of published figures says of each whom it counts, when, and where it stands."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from carerslib.carers.populations.published import ENGLAND_2021, PUBLISHED

if TYPE_CHECKING:
    from carerslib.carers.populations import Statement

DOCS: Final = Path(__file__).parents[2] / "docs"
TEXT: Final[str] = runpy.run_path(str(DOCS / "_ext" / "figure_pages.py"))["page"](
    PUBLISHED, ENGLAND_2021
)


@pytest.mark.parametrize("statement", PUBLISHED, ids=lambda each: each.reference)
def test_every_figure_is_a_row_with_whom_it_counts(statement: Statement) -> None:
    (row,) = [line for line in TEXT.splitlines() if line.startswith(f"| {statement.reference} |")]
    assert f"| {statement} |" in row
    assert f"| {statement.population.ages} | {statement.population.definition} |" in row
    assert statement.source.source in row
    assert f"({statement.source.standing})" in row


@pytest.mark.parametrize(
    "row",
    [
        "| no unpaid care | 48,734,833 |",
        "| 9 hours or less | 1,668,989 |",
        "| 50 hours or more | 1,404,771 |",
        "| all carers | 4,678,265 |",
        "| everybody counted | 53,413,098 |",
    ],
)
def test_the_census_table_stands_there_band_by_band(row: str) -> None:
    assert f"{row}\n" in TEXT


def test_a_day_is_written_as_an_officer_reads_it() -> None:
    assert ", 21 March 2021.\n" in TEXT
    assert "| January 2023 |" in TEXT
