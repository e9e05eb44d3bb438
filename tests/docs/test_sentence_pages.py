"""The pages of the two records say what their tables hold, and the picture of ranges adds up."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest
from tests import sentences

from carerslib.carers.populations import Count
from carerslib.commissioning import review

DOCS: Final = Path(__file__).parents[2] / "docs"
WRITER: Final = runpy.run_path(str(DOCS / "_ext" / "sentences.py"))
DRAWER: Final = runpy.run_path(str(DOCS / "_ext" / "identification_picture.py"))
RECORDS: Final[list[Any]] = [WRITER["read"](name, on) for name, on in WRITER["RECORDS"]]
EACH: Final = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.page)
SVG: Final = "{http://www.w3.org/2000/svg}"


@EACH
def test_the_build_finds_nothing_wrong(record: Any) -> None:  # noqa: ANN401 - of the writer's own
    assert list(WRITER["problems"](record)) == []


@EACH
def test_every_entry_is_a_row_and_every_sentence_is_numbered(record: Any) -> None:  # noqa: ANN401
    text = WRITER["page"](record)
    for entry in record.entries:
        assert f"| `{entry.path}` | {entry.value} |" in text
        assert f". {entry.words} …" in text


@EACH
def test_every_finding_of_the_review_is_a_row(record: Any) -> None:  # noqa: ANN401
    text = WRITER["page"](record)
    for finding in review(record.built.portfolio(), on=record.on).findings:
        assert f"| `{finding.rule}` | {finding.subject} | {finding.result}" in text


@EACH
def test_what_is_held_as_free_text_is_counted_and_marked(record: Any) -> None:  # noqa: ANN401
    text = WRITER["page"](record)
    free = {entry.words for entry in record.entries if entry.free_text}
    assert f"| of these, held as free text only | {len(free)} |" in text
    assert text.count("… (free text)") == len(free)


class _Table:
    """A table of the tests with one thing changed."""

    def __init__(self, table: Any, **changes: object) -> None:  # noqa: ANN401
        for name in ("RECORD", "TITLE", "STATING_NOTHING", "HELD", "FREE_TEXT"):
            setattr(self, name, changes.get(name, getattr(table, name)))


class TestWhatTheBuildWouldFind:
    RECORD = RECORDS[0]
    FIRST = next(iter(RECORDS[0].table.HELD))

    def _problems(self, **changes: object) -> list[str]:
        changed = self.RECORD._replace(table=_Table(self.RECORD.table, **changes))
        return list(WRITER["problems"](changed))

    def test_a_sentence_without_an_entry(self) -> None:
        held = dict(self.RECORD.table.HELD)
        del held["Young Carers."]
        assert self._problems(HELD=held) == ["held nowhere: 'Young Carers.'"]

    def test_a_value_that_does_not_stand_there(self) -> None:
        held = self.RECORD.table.HELD | {"Young Carers.": {"strategy.status": "approved"}}
        assert self._problems(HELD=held) == ["strategy.status is 'draft', and not 'approved'"]

    def test_a_path_that_leads_nowhere(self) -> None:
        held = self.RECORD.table.HELD | {"Young Carers.": {"strategy.mood": "hopeful"}}
        assert self._problems(HELD=held) == ["strategy.mood: a Strategy has no mood"]

    def test_a_title_that_passes_for_more_than_words(self) -> None:
        title = {"intentions[widnes-centre].title": "a carers' centre in Widnes"}
        held = self.RECORD.table.HELD | {"(2) Officers contact the Halton Carer Centre": title}
        (found,) = self._problems(HELD=held)
        assert found.startswith("held as words alone, and not marked so: '(2) Officers")

    def test_a_heading_that_is_not_in_the_record(self) -> None:
        nothing = (*self.RECORD.table.STATING_NOTHING, "Apologies")
        assert self._problems(STATING_NOTHING=nothing) == ["no sentence is 'Apologies'"]


def test_each_record_has_a_page_of_its_own() -> None:
    assert set(WRITER["pages"]()) == {
        "halton-2009-sentences",
        "herefordshire-2017-sentences",
    }


def test_no_entry_repeats_more_than_opening_words() -> None:
    for record in RECORDS:
        longest = max(len(entry.words.split()) for entry in record.entries)
        assert longest <= sentences.MOST_WORDS


class TestThePictureOfRanges:
    BARS = DRAWER["bars_of"]([("known", Count(25, 75)), ("estimated", Count.exactly(100))])

    def _rectangles(self) -> list[tuple[int, int]]:
        root = ET.fromstring(DRAWER["picture"]("Carers", self.BARS))  # noqa: S314 - drawn here
        drawn = [each for each in root.iter(f"{SVG}rect") if each.get("height") == "22"]
        return [(int(each.get("x", "")), int(each.get("width", ""))) for each in drawn]

    def test_a_range_goes_on_paler_where_its_least_ends(self) -> None:
        (left, certain), (middle, possible), (_, whole) = self._rectangles()
        assert middle == left + certain
        assert certain == whole * 25 // 100
        assert certain + possible == whole * 75 // 100

    def test_what_is_exact_is_one_bar(self) -> None:
        assert len(self._rectangles()) == 3

    def test_the_same_is_said_in_words(self) -> None:
        text = DRAWER["picture"]("Carers & others", self.BARS)
        assert "<title>Carers &amp; others</title>" in text
        assert "<desc>known: 25 to 75; estimated: 100</desc>" in text

    def test_what_has_no_top_cannot_be_drawn(self) -> None:
        with pytest.raises(ValueError, match="known: a count without a top"):
            DRAWER["bars_of"]([("known", Count.at_least(1))])

    @pytest.mark.parametrize("given", [[], [("known", Count.exactly(0))]], ids=["none", "nobody"])
    def test_nobody_is_no_picture(self, given: list[tuple[str, Count]]) -> None:
        with pytest.raises(ValueError, match="nobody to draw"):
            DRAWER["bars_of"](given)

    def test_the_example_is_drawn(self) -> None:
        drawn = DRAWER["pictures"](DOCS / "examples")
        assert set(drawn) == {"hidden_carers.svg"}
        assert "known, if the lists are not linked: 1,200 to 2,100" in drawn["hidden_carers.svg"]
