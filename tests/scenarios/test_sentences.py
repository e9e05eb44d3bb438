"""Every sentence of both records that states something is held in the model, and stands there."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs
import pytest
from tests.scenarios import (
    halton_2009,
    halton_2009_sentences,
    herefordshire_2017,
    herefordshire_2017_sentences,
)
from tests.sentences import (
    MOST_FREE_TEXT,
    MOST_WORDS,
    Entry,
    at,
    entries,
    in_words,
    only_words,
    problems,
    sentences,
)

from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from carerslib.commissioning import Portfolio

RECORDS: Final = Path(__file__).parent / "records"
MOST_WORDS_OF_A_NAME: Final = 12


class Record(NamedTuple):
    """A record: its text, the table of its sentences, and the whole of it in the model."""

    text: str
    table: tuple[Entry, ...]
    stating_nothing: tuple[str, ...]
    portfolio: Portfolio


def _record(table: ModuleType, portfolio: Portfolio) -> Record:
    text = (RECORDS / table.RECORD).read_text(encoding="utf-8")
    return Record(text, entries(table.HELD, table.FREE_TEXT), table.STATING_NOTHING, portfolio)


HALTON: Final = _record(halton_2009_sentences, halton_2009.portfolio())
HEREFORDSHIRE: Final = _record(herefordshire_2017_sentences, herefordshire_2017.portfolio())
BOTH: Final = pytest.mark.parametrize(
    "record", [HALTON, HEREFORDSHIRE], ids=["Halton", "Herefordshire"]
)


@BOTH
def test_every_sentence_that_states_something_has_an_entry_and_every_entry_a_sentence(
    record: Record,
) -> None:
    assert list(problems(record.text, record.table, record.stating_nothing)) == []


@pytest.mark.parametrize(
    ("record", "entry"),
    [
        *(pytest.param(HALTON, each, id=f"Halton {each.path}") for each in HALTON.table),
        *(
            pytest.param(HEREFORDSHIRE, each, id=f"Herefordshire {each.path}")
            for each in HEREFORDSHIRE.table
        ),
    ],
)
def test_what_the_table_says_stands_there(record: Record, entry: Entry) -> None:
    assert in_words(at(record.portfolio, entry.path)) == entry.value


@BOTH
def test_at_most_one_sentence_in_ten_is_held_as_free_text_only(record: Record) -> None:
    free = {entry.words for entry in record.table if entry.free_text}
    held = {entry.words for entry in record.table}
    assert len(free) * MOST_FREE_TEXT <= len(held)


@BOTH
def test_what_is_held_as_words_alone_is_marked_as_free_text(record: Record) -> None:
    marked = {entry.words for entry in record.table if entry.free_text}
    assert set(only_words(record.portfolio, record.text, record.table)) - marked == set()


@BOTH
def test_no_value_is_a_sentence_in_disguise(record: Record) -> None:
    for entry in record.table:
        value = at(record.portfolio, entry.path)
        parts: Sequence[Any] = value if isinstance(value, tuple) else [value]
        for part in parts:
            if isinstance(part, str) and not isinstance(part, enum.Enum):
                assert len(part.split()) <= MOST_WORDS_OF_A_NAME, part


def test_the_records_are_split_as_a_reader_would() -> None:
    assert len(sentences(HALTON.text)) == 36
    assert len(sentences(HEREFORDSHIRE.text)) == 69
    words = [each.words for each in sentences(HALTON.text)]
    assert "Young Carers." in words
    assert sum("e.g. Parkinson" in each for each in words) == 1


class TestTheCheckItself:
    """What it should find is found: each of these fails where the check is left out."""

    TEXT = "Agenda item\n\nThe Board met. It noted the report;\n\n·   Young Carers.\n"
    MET = Entry("The Board met.", "minutes[board].on", "not stated")
    NOTED = Entry("It noted", "minutes[board].resolved[1].kind", "noted")
    YOUNG = Entry("Young Carers.", "strategy.priorities[young].heading", "Young Carers")
    NOTHING = ("Agenda item",)

    def _problems(self, *table: Entry, nothing: tuple[str, ...] = NOTHING) -> list[str]:
        return list(problems(self.TEXT, table, nothing))

    def test_a_complete_table_has_no_problems(self) -> None:
        assert self._problems(self.MET, self.NOTED, self.YOUNG) == []

    def test_a_sentence_without_an_entry_is_found(self) -> None:
        assert self._problems(self.MET, self.NOTED) == ["held nowhere: 'Young Carers.'"]

    def test_an_entry_whose_words_are_not_in_the_record_is_found(self) -> None:
        wrong = Entry("The Board left.", "minutes[board].on", "not stated")
        found = self._problems(self.MET, self.NOTED, self.YOUNG, wrong)
        assert found == ["0 sentences begin 'The Board left.'"]

    def test_opening_words_of_two_sentences_are_found(self) -> None:
        both = "Again. Agenda item"
        found = list(problems(both, [Entry("Ag", "strategy.title", "")], ()))
        assert found == ["2 sentences begin 'Ag'"]

    def test_a_heading_that_is_not_there_is_found(self) -> None:
        found = self._problems(
            self.MET, self.NOTED, self.YOUNG, nothing=("Agenda item", "Minutes:")
        )
        assert found == ["no sentence is 'Minutes:'"]

    def test_what_states_nothing_and_is_held_is_found(self) -> None:
        heading = Entry("Agenda item", "strategy.title", "")
        found = self._problems(self.MET, self.NOTED, self.YOUNG, heading)
        assert found == ["said to state nothing, and yet held: 'Agenda item'"]

    def test_a_long_quotation_is_found(self) -> None:
        words = " ".join(["word"] * (MOST_WORDS + 1))
        (found,) = problems(words, [Entry(words, "strategy.title", "")], ())
        assert found.startswith("more than 40 words are repeated")
        shorter = " ".join(["word"] * MOST_WORDS)
        assert list(problems(shorter, [Entry(shorter, "strategy.title", "")], ())) == []

    @pytest.mark.parametrize(
        ("path", "alone"),
        [
            ("intentions[widnes-centre].title", True),
            ("minutes[board].points[widnes].kind", True),
            ("minutes[board].points[widnes].by", True),
            ("minutes[board].reports[report].kind", True),
            ("minutes[board].undertakings[contact].kind", True),
            ("minutes[board].resolved[2].kind", True),
            ("sums[breaks-150m].own_share", True),
            ("strategy.choices[balance].rather_than", True),
            ("intentions[widnes-centre].places", True),
            ("minutes[board].points[widnes].about", False),
            ("minutes[board].points[widnes-answer].state", False),
            ("intentions[widnes-centre].type", False),
            ("strategy.is_joint", False),
            ("strategy.period.length", False),
        ],
    )
    def test_words_that_pass_for_more_are_found(self, path: str, *, alone: bool) -> None:
        entry = Entry("The Board met.", path, "")
        found = list(only_words(HALTON.portfolio, self.TEXT, [entry]))
        assert found == (["The Board met."] if alone else [])

    def test_a_name_may_be_held_as_a_name(self) -> None:
        heading = Entry("Young", "strategy.priorities[young].heading", "Young Carers")
        assert list(only_words(HALTON.portfolio, "Young Carers", [heading])) == []
        assert list(only_words(HALTON.portfolio, "Young Carers sing", [heading])) == ["Young"]

    @pytest.mark.parametrize(
        "path",
        [
            "",
            "strategy.",
            "strategy..title",
            "strategy.nothing",
            "strategy.priorities[nothing]",
            "strategy.title[young]",
            "strategy.is_joint[young]",
            "strategy.priorities[young",
            "strategy title",
        ],
    )
    def test_a_path_that_leads_nowhere_is_found(self, path: str) -> None:
        with pytest.raises(LookupError):
            at(HALTON.portfolio, path)

    def test_a_wrong_value_would_be_found(self) -> None:
        assert in_words(at(HALTON.portfolio, "strategy.status")) == "draft"
        changed = attrs.evolve(HALTON.portfolio.strategy, status=None)
        other = attrs.evolve(HALTON.portfolio, strategy=changed)
        assert in_words(at(other, "strategy.status")) == "not stated"

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (None, "not stated"),
            (True, "yes"),
            (False, "no"),
            (Result.NOT_MET, "not met"),
            ((), "none"),
            (("one", "two"), "one, two"),
            (frozenset({"two", "one"}), "one, two"),
            ((("a", 1),), "a, 1"),
            (6, "6"),
        ],
    )
    def test_a_value_is_written_as_the_table_shows_it(self, value: object, words: str) -> None:
        assert in_words(value) == words
