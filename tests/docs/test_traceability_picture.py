"""The picture of links shows each link once, and what is broken or stands alone as such."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from tests.unit.commissioning.making import intending, whole

from carerslib.commissioning import Trace, trace

DOCS: Final = Path(__file__).parents[2] / "docs"
PICTURES: Final = runpy.run_path(str(DOCS / "_ext" / "traceability_picture.py"))
SVG: Final = "{http://www.w3.org/2000/svg}"


def _drawn(traced: Trace) -> ET.Element:
    return ET.fromstring(PICTURES["picture"]("A < B", traced))  # noqa: S314 - drawn here


def _told(root: ET.Element, name: str) -> list[str | None]:
    return [each.findtext(f"{SVG}title") for each in root.iter(f"{SVG}{name}")]


def test_everything_in_the_chain_has_a_box_and_each_link_a_line() -> None:
    root = _drawn(trace(whole()))
    boxes = _told(root, "rect")
    assert len(boxes) == 7
    assert {"need rest", "fund carers fund", "contract C1", "measure rested"} <= set(boxes)
    lines = _told(root, "path")
    assert "need rest to priority breaks" in lines
    assert len(lines) == len(set(lines)) == 11


def test_what_stands_beside_the_chain_is_left_out() -> None:
    assert not any("timetable" in str(each) for each in _told(_drawn(trace(whole())), "rect"))


def test_a_broken_link_leads_to_a_dashed_box_in_another_colour() -> None:
    root = _drawn(trace(intending(measures="slept")))
    (box,) = [
        each for each in root.iter(f"{SVG}rect") if each.findtext(f"{SVG}title") == "measure slept"
    ]
    assert box.attrib["stroke"] == PICTURES["BROKEN"]
    assert "stroke-dasharray" in box.attrib
    (line,) = [
        each for each in root.iter(f"{SVG}path") if "slept" in each.findtext(f"{SVG}title", "")
    ]
    assert line.attrib["stroke"] == PICTURES["BROKEN"]


def test_the_picture_says_in_words_what_it_shows() -> None:
    root = _drawn(trace(intending(priorities=(), needs=())))
    assert root.findtext(f"{SVG}title") == "A < B"
    told = root.findtext(f"{SVG}desc")
    assert told is not None
    assert "stands alone: priority breaks" in told


def test_nothing_to_draw_stops_the_build() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        PICTURES["places"](Trace((), ()))


def test_every_script_that_gives_a_trace_has_a_picture() -> None:
    drawn = PICTURES["pictures"](DOCS / "examples")
    assert "a_whole_record.svg" in drawn
    assert "stands alone: priority young carers" in drawn["a_whole_record.svg"]


def test_boxes_of_one_column_do_not_overlap() -> None:
    found = PICTURES["places"](trace(whole())).values()
    assert len({(each.left, each.top) for each in found}) == len(list(found))
