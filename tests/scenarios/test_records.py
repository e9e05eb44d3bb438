"""What the example and the pages quote of a record stands in it, word for word."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
RECORDS: Final = Path(__file__).parent / "records"
EXAMPLE: Final = runpy.run_path(str(ROOT / "docs" / "examples" / "herefordshire_2017.py"))
EXPLANATION: Final = ROOT / "docs" / "explanation"
TUTORIAL: Final = ROOT / "docs" / "tutorials" / "from-resolution-to-verdict.md"


def _words_of(record: str) -> str:
    return " ".join((RECORDS / record).read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    "name", ["MINUTE", "BY_WHOM", "WHAT_FOR", "HOW_LONG", "HOW_MUCH"], ids=str.lower
)
def test_the_words_that_a_clause_cites_stand_in_the_minute(name: str) -> None:
    words = EXAMPLE[name].words
    assert words
    assert words in _words_of("herefordshire_2017.txt")


def test_the_words_that_the_tutorial_quotes_stand_in_the_minute() -> None:
    page = TUTORIAL.read_text(encoding="utf-8")
    resolved = " ".join(re.findall(r"^> (.*)$", page, re.MULTILINE))
    cited = re.findall(r'\bquoting\("([^"]*)"\)', page)
    assert len(cited) == 4
    for words in (resolved, *cited):
        assert words in _words_of("herefordshire_2017.txt")


@pytest.mark.parametrize(
    ("name", "record", "quoted"),
    [
        ("halton-2009.md", "halton_2009.txt", 5),
        ("herefordshire-2017.md", "herefordshire_2017.txt", 8),
    ],
)
def test_what_a_worked_record_quotes_stands_in_it(name: str, record: str, quoted: int) -> None:
    page = (EXPLANATION / name).read_text(encoding="utf-8")
    prose = " ".join(re.sub(r"```.*?```", "", page, flags=re.DOTALL).split())
    words = _words_of(record).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    quotations = [each for each in re.findall(r'"([^"]+)"', prose) if " " in each]
    assert len(quotations) == quoted
    assert [each for each in quotations if each.rstrip(".,").lower() not in words.lower()] == []


@pytest.mark.parametrize("record", ["herefordshire_2017.txt", "halton_2009.txt"])
def test_each_record_is_kept_with_its_address(record: str) -> None:
    assert f"`{record}`" in (RECORDS / "README.md").read_text(encoding="utf-8")
    assert _words_of(record).startswith("Agenda item")
