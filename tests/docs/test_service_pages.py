"""The page of offers, words and patterns says all that the code holds."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from carerslib import services
from carerslib.commissioning import monitoring
from carerslib.commissioning.monitoring import PATTERNS, Pattern
from carerslib.services import CROSSWALK, OFFER_EXAMPLES, OFFER_KINDS, RESPITE_BY_MODE

if TYPE_CHECKING:
    from carerslib.services import BreakTerm, OfferKind

DOCS: Final = Path(__file__).parents[2] / "docs"
TEXT: Final[str] = runpy.run_path(str(DOCS / "_ext" / "service_pages.py"))["page"](
    services, monitoring
)


def _line(*cells: str) -> str:
    return next(line for line in TEXT.splitlines() if all(cell in line for cell in cells))


@pytest.mark.parametrize("kind", OFFER_KINDS, ids=lambda kind: kind.key)
def test_each_kind_of_offer_says_to_whom_it_goes_and_where_it_lands(kind: OfferKind) -> None:
    line = _line(f"| `{kind.key}` |")
    assert f"| {kind.title} | {kind.delivered_to} | {kind.relieves} |" in line
    assert str(kind.landing) in line


@pytest.mark.parametrize("term", CROSSWALK, ids=lambda term: f"{term.word}, {term.system}")
def test_each_word_says_whose_it_is_and_what_it_means(term: BreakTerm) -> None:
    line = _line(f"| {term.word} | {term.system} |")
    assert term.meaning in line
    assert (f"`{term.code.name}`" if term.code else "| none |") in line


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_pattern_says_everything_that_has_to_be_seen(pattern: Pattern) -> None:
    line = _line(f"| `{pattern.name}` |")
    for step in PATTERNS[pattern]:
        for measure, moves in step.any_of:
            assert f"{measure}: {' or '.join(moves)}" in line
    assert ("nobody waits" in line) == (pattern is Pattern.LOWER_NEED)


@pytest.mark.parametrize(
    "words",
    [
        "| a one-off payment or budget | Nottinghamshire | a personal budget of up to so much |",
        "£4,400,000.00",
        "| an emergency plan or card | Hounslow | 48 hours free or more |",
        "| a one-off payment or budget | East Sussex | not for household bills, something already",
    ],
)
def test_examples_stand_with_their_figures(words: str) -> None:
    assert words in TEXT


def test_nothing_that_was_read_is_left_out() -> None:
    assert all(each.source.url in TEXT for each in OFFER_EXAMPLES)
    assert all(f"| {mode} | `{code.name}` |" in TEXT for mode, code in RESPITE_BY_MODE.items())


def test_no_pattern_is_called_failing() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("| `")]
    assert not any("fail" in row for row in rows)
