"""Where a rule or a figure is written."""

from __future__ import annotations

import pickle

import pytest

from carerslib.citations import Citation, Standing
from carerslib.errors import InvalidRecordError, InvalidValueError

ACT = Citation("Care Act 2014", "s.10(3)")


def test_a_citation_reads_as_source_and_place() -> None:
    assert str(ACT) == "Care Act 2014, s.10(3)"
    assert str(Citation("Care Act 2014")) == "Care Act 2014"


def test_words_are_kept_but_not_part_of_the_reference() -> None:
    quoted = ACT.quoting("the words as they stand")
    assert quoted.words == "the words as they stand"
    assert str(quoted) == str(ACT)
    assert quoted != ACT


def test_another_place_in_the_same_source_has_other_words() -> None:
    elsewhere = ACT.quoting("the words as they stand").at("s.10(1)")
    assert str(elsewhere) == "Care Act 2014, s.10(1)"
    assert elsewhere.words == ""
    assert elsewhere.standing is Standing.PRIMARY


@pytest.mark.parametrize(
    ("standing", "is_law"),
    [
        (Standing.PRIMARY, True),
        (Standing.SECONDARY, True),
        (Standing.RECORD, False),
        (Standing.CONVENTION, False),
    ],
)
def test_law_is_what_states_the_law(standing: Standing, *, is_law: bool) -> None:
    assert standing.is_law is is_law


def test_a_councils_own_record_is_cited_with_its_words() -> None:
    minute = Citation.record("Cabinet minute", "(c)", words="may award", url="https://example.org")
    assert minute.standing is Standing.RECORD
    assert (minute.place, minute.words, minute.url) == ("(c)", "may award", "https://example.org")
    assert Citation.record("Cabinet minute").place == ""


def test_a_convention_is_no_text_of_anybodys() -> None:
    assert Citation.convention("C-1", "options").standing is Standing.CONVENTION
    assert str(Citation.convention("C-1", "options")) == "C-1, options"
    assert str(Citation.convention("C-1")) == "C-1"


@pytest.mark.parametrize("source", ["", " ", None, 3])
def test_a_citation_names_its_source(source: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Citation(source)  # type: ignore[arg-type]
    assert str(caught.value) == f"source: expected the name of a source, got {source!r}"


@pytest.mark.parametrize("field", ["place", "url", "words", "note"])
def test_everything_in_a_citation_is_text(field: str) -> None:
    with pytest.raises(InvalidValueError, match=f"^{field}: expected text, got None$"):
        Citation("Care Act 2014", **{field: None})  # type: ignore[arg-type]


def test_a_standing_is_one_of_the_four() -> None:
    with pytest.raises(InvalidValueError, match=r"^standing: expected a Standing, got 'rumour'$"):
        Citation("Care Act 2014", standing="rumour")  # type: ignore[arg-type]


def test_everything_wrong_is_told_together() -> None:
    with pytest.raises(InvalidRecordError, match=r"^2 problems"):
        Citation("", None)  # type: ignore[arg-type]


def test_a_citation_survives_storing() -> None:
    assert pickle.loads(pickle.dumps(ACT)) == ACT  # noqa: S301 - our own bytes
    assert len({ACT, Citation("Care Act 2014", "s.10(3)")}) == 1


def test_a_record_cited_by_its_name_alone_claims_no_words_and_no_address() -> None:
    minute = Citation.record("Cabinet minute")
    assert (minute.place, minute.url, minute.words, minute.note) == ("", "", "", "")


def test_what_was_given_for_text_is_told() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Citation("Care Act 2014", 10)  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.value, caught.value.expected) == ("place", 10, "text")
