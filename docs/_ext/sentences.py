"""The pages that say where each sentence of the two records is held, and what a review finds.

They are written from the tables of the tests and from the records as the tests build them. A
sentence that no entry holds, one that is held as words alone and not marked so, an entry whose
words are not in the record, and a value that does not stand where the table says it does are
warnings, and warnings fail the build.
"""

from __future__ import annotations

import importlib
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.application import Sphinx

__all__ = ["RECORDS", "Record", "page", "pages", "problems", "read", "setup"]

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = "reference"
TEXTS: Final = ROOT / "tests" / "scenarios" / "records"


class Record(NamedTuple):
    """A record: the page about it, the day of its review, and the modules of the tests."""

    page: str
    on: date
    built: Any
    table: Any
    reading: Any

    @property
    def text(self) -> str:
        """The record as it was published."""
        path: Path = TEXTS / self.table.RECORD
        return path.read_text(encoding="utf-8")

    @property
    def entries(self) -> Sequence[Any]:
        """The entries of its table."""
        return tuple(self.reading.entries(self.table.HELD, self.table.FREE_TEXT))


RECORDS: Final = (
    ("halton_2009", date(2009, 6, 1)),
    ("herefordshire_2017", date(2017, 9, 10)),
)
"""The records by the names of their modules, and a day on which each is reviewed."""


def read(name: str, on: date) -> Record:
    """Import what the tests say of a record."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    load = importlib.import_module
    return Record(
        f"{name.replace('_', '-')}-sentences",
        on,
        load(f"tests.scenarios.{name}"),
        load(f"tests.scenarios.{name}_sentences"),
        load("tests.sentences"),
    )


def problems(record: Record) -> Iterator[str]:
    """Say which sentence is held nowhere, which entry fits none, and which value is another."""
    entries = record.entries
    yield from record.reading.problems(record.text, entries, record.table.STATING_NOTHING)
    portfolio, there_are = record.built.portfolio(), []
    for entry in entries:
        try:
            there = record.reading.in_words(record.reading.at(portfolio, entry.path))
        except LookupError as error:
            yield f"{entry.path}: {error}"
        else:
            there_are.append(entry)
            if there != entry.value:
                yield f"{entry.path} is {there!r}, and not {entry.value!r}"
    marked = {entry.words for entry in entries if entry.free_text}
    for words in record.reading.only_words(portfolio, record.text, there_are):
        if words not in marked:
            yield f"held as words alone, and not marked so: {words!r}"


def page(record: Record) -> str:
    """Return the text of the page."""
    return "\n".join([*_head(record), *_review(record), *_sentences(record)])


def _head(record: Record) -> Iterator[str]:
    entries = record.entries
    stating = len({entry.words for entry in entries})
    free = len({entry.words for entry in entries if entry.free_text})
    yield f"# Sentence by sentence: {record.table.TITLE}\n"
    yield (
        "Written from the tests, which read each path and compare what stands there. Of each "
        "sentence only its opening words are repeated; the whole record is kept with the tests, as "
        f"`{record.table.RECORD}`.\n"
    )
    found = len(record.reading.sentences(record.text))
    rows = (
        ("sentences, headings and items", found),
        ("headings, and words that only lead to what follows", found - stating),
        ("sentences that state something", stating),
        ("of these, held in the types of the library", stating - free),
        ("of these, held as free text only", free),
    )
    yield _table(("what", "how many"), rows)


def _review(record: Record) -> Iterator[str]:
    commissioning = importlib.import_module("carerslib.commissioning")
    verdict = commissioning.review(record.built.portfolio(), on=record.on)
    yield "## What a review finds\n"
    on = importlib.import_module("carerslib.periods").format_day(record.on)
    yield (
        f"As things stood on {on}, a day chosen for the example. Advice, which changes no answer, "
        "is marked so.\n"
    )
    rows = (
        (
            f"`{each.rule}`",
            each.subject,
            each.result if each.binding else f"{each.result} (advice)",
            "; ".join([*filter(None, [each.note]), *map(str, each.missing)]),
        )
        for each in verdict.findings
    )
    headings = ("rule", "about", "result", "why, and what is missing")
    yield _table(headings, rows)


def _sentences(record: Record) -> Iterator[str]:
    yield "## Where each sentence is held\n"
    yield "A path names fields, and things in a list by their reference in brackets.\n"
    yield _table(("sentence", "path", "what stands there"), _rows(record))
    yield "## What states nothing\n"
    yield "".join(f"* {words}\n" for words in record.table.STATING_NOTHING)


def _rows(record: Record) -> Iterator[tuple[str, str, str]]:
    for sentence in record.reading.sentences(record.text):
        held = [each for each in record.entries if sentence.words.startswith(each.words)]
        for place, entry in enumerate(held):
            mark = " (free text)" if entry.free_text else ""
            words = f"{sentence.place}. {entry.words} …{mark}" if place == 0 else ""
            yield words, f"`{entry.path}`", entry.value


def _table(headings: Sequence[str], rows: Any) -> str:  # noqa: ANN401 - rows of whatever is shown
    lines = [list(headings), ["---"] * len(headings), *(list(map(_cell, row)) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", r"\|").split()) or " "


def pages() -> Mapping[str, str]:
    """Return the text of each page by its name."""
    records = [read(name, on) for name, on in RECORDS]
    return {record.page: page(record) for record in records}


def _write(app: Sphinx) -> None:
    from sphinx.util import logging  # noqa: PLC0415 - the tests read this file without Sphinx

    for name, on in RECORDS:
        record = read(name, on)
        for problem in problems(record):
            logging.getLogger(__name__).warning("%s: %s", record.table.TITLE, problem)
        path, text = Path(app.srcdir) / FOLDER / f"{record.page}.md", page(record)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Write the pages before the build reads any."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
