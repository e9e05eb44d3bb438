"""A verdict as text, as a table, and as Markdown."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from carerslib import explain
from carerslib.basis import Basis
from carerslib.citations import Citation, Standing
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange, Term
from carerslib.verdicts import Aspect, Finding, Missing, Remedy, Result, Verdict

MINUTE: Final = Citation.record(
    "Cabinet, 22 June 2017", "paragraph (c)", words="not exceeding £1.23m"
)
COUNTED: Final = Citation.convention("How the library counts", "C-1")
BASIS: Final = Basis(
    "carerslib.awards",
    "2026-11",
    {"counts options": "as exercised"},
    {"c.period": "per contract"},
    ("own.rule",),
    (
        Parameter(
            "limit",
            "A limit",
            (Dated(Money.pounds("1.00"), DateRange(date(2018, 4, 1), date(2019, 3, 31)), COUNTED),),
        ),
    ),
)
TOO_MUCH: Final = Finding(
    "c.value",
    "Value",
    Result.NOT_MET,
    Aspect.AMOUNT,
    "A",
    MINUTE,
    Money.pounds("1230000.01"),
    "at most",
    Money.pounds("1230000.00"),
    remedy=Remedy("value", Money.pounds("1230000.00"), "reduce by", Money.pounds("0.01")),
    note="compared like with like",
)
PER_CONTRACT: Final = Finding(
    "c.length",
    "per contract",
    Result.MET,
    Aspect.LENGTH,
    "A",
    COUNTED,
    Term(years=5),
    "at most",
    Term(years=5),
)
ONE_WINDOW: Final = Finding(
    "c.window",
    "a window",
    Result.UNDETERMINED,
    Aspect.DATES,
    "A",
    MINUTE,
    None,
    "on or before",
    date(2023, 3, 31),
    (Missing("contract.last_day", "the exact day"),),
    asked=False,
)
READINGS: Final = Verdict.agree(
    [PER_CONTRACT, ONE_WINDOW], title="Period", subject="A", chosen="per contract"
)
AWARD: Final = Verdict.all_of([TOO_MUCH, READINGS], title="Award", subject="A", basis=BASIS)

AS_TEXT: Final = """\
Not met: Award (A)
All of these must be met:
- Value (c.value): not met. Measured: £1,230,000.01; permitted: at most £1,230,000.00.
  Source: Cabinet, 22 June 2017, paragraph (c)
    “not exceeding £1.23m”
  What would do: reduce by £0.01 (value: £1,230,000.00)
  Note: compared like with like
- Period: met.
  The reading chosen is per contract; a window would have given undetermined.
  - per contract (c.length): met. Measured: 5 years; permitted: at most 5 years.
    Source: How the library counts, C-1 (convention)
  - a window (c.window): undetermined. Measured: not stated; permitted: on or before 31 March 2023.
    Source: Cabinet, 22 June 2017, paragraph (c)
      “not exceeding £1.23m”
    Missing: contract.last_day (the exact day)
    Note: not stated at all, so left out of the answer as asked

Basis: carerslib.awards 2026-11
  counted by choice, counts options: as exercised
  reading chosen for c.period: per contract
  the council's own rule: own.rule
  the council's own value: limit
"""

AS_TABLE: Final = """\
Not met: Award (A)

Result        Test                       Measured       Permitted                   Source
------------  -------------------------  -------------  --------------------------  ------
not met       Value (c.value)            £1,230,000.01  at most £1,230,000.00       (1)
met           Period
met             per contract (c.length)  5 years        at most 5 years             (2)
undetermined    a window (c.window)      not stated     on or before 31 March 2023  (1)"""

AS_MARKDOWN: Final = (
    "**Not met: Award (A)**\n"
    "\n"
    "| Result | Test | Measured | Permitted | Source | What would do | Notes |\n"
    "| --- | --- | --- | --- | --- | --- | --- |\n"
    "| not met | Value (c.value) | £1,230,000.01 | at most £1,230,000.00 | (1) "
    "| reduce by £0.01 (value: £1,230,000.00) | compared like with like |\n"
    "| met | Period |  |  |  |  "
    "| reading chosen is per contract; a window would have given undetermined |\n"
    "| met | &emsp;per contract (c.length) | 5 years | at most 5 years | (2) |  |  |\n"
    "| undetermined | &emsp;a window (c.window) | not stated | on or before 31 March 2023 | (1) "
    "|  | missing: contract.last\\_day (the exact day); "
    "not stated at all, so left out of the answer as asked |\n"
    "\n"
    "**Sources:**\n"
    "\n"
    "- (1) Cabinet, 22 June 2017, paragraph (c): “not exceeding £1.23m”\n"
    "- (2) How the library counts, C-1 (convention)\n"
)


def test_text_says_everything_one_fact_on_a_line() -> None:
    assert explain.as_text(AWARD) == AS_TEXT


def test_a_table_lines_up_and_names_each_source_once() -> None:
    table = explain.as_table(AWARD)
    head, below = table.split("\n\nSources:\n")
    width = head.index("What would do") - head.index("Result  ")
    assert "\n".join(line[:width].rstrip() for line in head.splitlines()) == AS_TABLE
    right = [line[width:].rstrip() for line in head.splitlines()[2:]]
    assert right[0].split("  ")[0] == "What would do"
    assert right[2].startswith("reduce by £0.01 (value: £1,230,000.00)  compared like with like")
    assert below.startswith(
        "  (1) Cabinet, 22 June 2017, paragraph (c): “not exceeding £1.23m”\n"
        "  (2) How the library counts, C-1 (convention)\n"
        "\n"
        "Basis: carerslib.awards 2026-11\n"
    )
    assert below.endswith("  the council's own value: limit\n")


def test_markdown_is_a_table_with_its_sources_below() -> None:
    text = explain.as_markdown(AWARD)
    assert text.startswith(AS_MARKDOWN)
    assert text.removeprefix(AS_MARKDOWN) == (
        "\n**Basis: carerslib.awards 2026-11**\n"
        "\n"
        "- counted by choice, counts options: as exercised\n"
        "- reading chosen for c.period: per contract\n"
        "- the council's own rule: own.rule\n"
        "- the council's own value: limit\n"
    )


EVERY_FORM: Final = pytest.mark.parametrize(
    "form", [explain.as_text, explain.as_table, explain.as_markdown], ids=lambda form: form.__name__
)


def simple(result: Result = Result.MET, title: str = "Test", **others: object) -> Finding:
    fields = {"subject": "A", "citation": Citation("Act"), **others}
    return Finding("", title, result, Aspect.RECORD, **fields)  # type: ignore[arg-type]


class TestHowPartsCombine:
    def test_any_one_is_enough(self) -> None:
        text = explain.as_text(Verdict.any_of([simple(), simple()], title="Award"))
        assert text.splitlines()[:2] == ["Met: Award", "Any one of these is enough:"]

    def test_readings_must_agree(self) -> None:
        text = explain.as_text(Verdict.agree([simple(), simple()], title="Period"))
        assert "These are readings of the same words, and must agree:" in text

    def test_several_may_be_needed(self) -> None:
        limbs = Verdict.any_of([simple(), simple()], title="Outcomes", at_least=2)
        assert "At least 2 of these must be met:" in explain.as_text(limbs)
        table = explain.as_table(Verdict.all_of([limbs, simple()], title="Needs"))
        assert "at least 2 of" in table

    def test_one_part_alone_needs_no_words(self) -> None:
        text = explain.as_text(Verdict.all_of([simple()], title="Award"))
        assert text == "Met: Award\n- Test, A: met.\n  Source: Act\n"

    def test_no_parts_mean_that_nothing_was_tested(self) -> None:
        verdict = Verdict.all_of([], title="Award")
        assert explain.as_text(verdict) == "Not applicable: Award\nNothing was tested.\n"
        assert "Sources" not in explain.as_markdown(verdict)


class TestWhatAPartIsAbout:
    """A whole record is about many things, and each finding names its own."""

    WHOLE: Final = Verdict.all_of(
        [
            simple(subject="strategy"),
            simple(subject="vouchers"),
            Verdict.all_of([simple(subject="p1")], title="Plan p1", subject="p1"),
            Verdict.all_of(
                [simple(subject="strategy"), simple(subject="breaks")], title="Contracts"
            ),
        ],
        title="Review",
        subject="strategy",
    )

    def test_it_is_named_where_the_whole_is_about_something_else(self) -> None:
        lines = explain.as_text(self.WHOLE).splitlines()
        assert [each.strip() for each in lines if each.endswith("met.")] == [
            "- Test: met.",
            "- Test, vouchers: met.",
            "- Plan p1: met.",
            "- Test: met.",
            "- Contracts: met.",
            "- Test: met.",
            "- Test, breaks: met.",
        ]

    def test_a_table_names_it_too(self) -> None:
        rows = explain.as_markdown(self.WHOLE).splitlines()[4:11]
        assert [row.split(" | ")[1].replace("&emsp;", "") for row in rows] == [
            "Test",
            "Test, vouchers",
            "Plan p1",
            "Test",
            "Contracts",
            "Test",
            "Test, breaks",
        ]


class TestWhatIsMissing:
    OPEN: Final = Verdict.all_of([simple(), ONE_WINDOW], title="Award")

    @EVERY_FORM
    def test_an_open_answer_names_what_could_change_it(self, form: object) -> None:
        text = form(self.OPEN)  # type: ignore[operator]
        below = text[text.rindex("Missing, and could change the answer") :]
        assert "contract.last" in below
        assert "day (the exact day)" in below

    def test_the_answer_as_asked_is_given_where_it_differs(self) -> None:
        text = explain.as_text(self.OPEN)
        assert "As asked, without the tests of what is not stated:\n  met\n" in text
        assert "As asked" not in explain.as_text(AWARD)


class TestAFinding:
    def test_is_written_out_by_itself_too(self) -> None:
        headline, found, *_ = explain.as_text(TOO_MUCH).splitlines()
        assert headline == "Not met: Value (A)"
        assert found == AS_TEXT.splitlines()[2]

    @EVERY_FORM
    def test_reads_as_a_verdict_over_it_alone(self, form: object) -> None:
        alone = Verdict.all_of([TOO_MUCH], title="Value", subject="A")
        assert form(TOO_MUCH) == form(alone)  # type: ignore[operator]

    @EVERY_FORM
    def test_anything_else_is_refused_by_name(self, form: object) -> None:
        with pytest.raises(InvalidValueError) as caught:
            form(Result.MET)  # type: ignore[operator]
        assert str(caught.value) == (
            "verdict: expected a Verdict, or a Finding of one, got <Result.MET: 'met'>"
        )

    def test_advice_is_marked_as_advice(self) -> None:
        advice = Verdict.all_of([simple(Result.NOT_MET, binding=False)], title="Award")
        assert "  Note: advice only, which changes no answer\n" in explain.as_text(advice)

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({}, "- Test, A: met.\n"),
            ({"measured": 3}, "- Test, A: met. Measured: 3.\n"),
            (
                {"comparison": "at most"},
                "- Test, A: met. Permitted: at most a figure that is not stated.\n",
            ),
            (
                {"permitted": ("award",)},
                "- Test, A: met. Measured: not stated; permitted: award.\n",
            ),
        ],
    )
    def test_only_what_was_compared_is_shown(self, fields: dict[str, object], words: str) -> None:
        text = explain.as_text(Verdict.all_of([simple(**fields)], title="Award"))  # type: ignore[arg-type]
        assert words in text

    def test_a_source_at_second_hand_its_note_and_its_address_are_shown(self) -> None:
        source = Citation(
            "Act", standing=Standing.SECONDARY, url="https://example.org/", note="read in a summary"
        )
        verdict = Verdict.all_of([simple(citation=source)], title="Award")
        assert explain.as_text(verdict).endswith(
            "  Source: Act (secondary)\n    read in a summary\n    https://example.org/\n"
        )
        assert "(1) Act (secondary) read in a summary https://example.org/\n" in explain.as_table(
            verdict
        )

    def test_words_keep_their_own_lines_in_text(self) -> None:
        source = Citation("Act", words="first line\nsecond line")
        text = explain.as_text(Verdict.all_of([simple(citation=source)], title="Award"))
        assert text.endswith("    “first line\n    second line”\n")


class TestWhatTheRecordHolds:
    HOSTILE: Final = Verdict.all_of(
        [
            simple(
                title="a|b\n- Forged: met.",
                subject="A\nx",
                citation=Citation("Act|1\nNot met", words="<b>*now*</b>"),
                note="x | y\nz",
            )
        ],
        title="Award\nforged",
    )

    def test_no_line_of_text_can_be_forged(self) -> None:
        lines = explain.as_text(self.HOSTILE).splitlines()
        assert lines == [
            "Met: Award forged",
            "- a|b - Forged: met., A x: met.",
            "  Source: Act|1 Not met",
            "    “<b>*now*</b>”",
            "  Note: x | y z",
        ]

    def test_no_cell_of_markdown_can_be_forged(self) -> None:
        row = explain.as_markdown(self.HOSTILE).splitlines()[4]
        assert row == "| met | a\\|b - Forged: met., A x |  |  | (1) |  | x \\| y z |"

    def test_no_mark_is_read_as_markdown(self) -> None:
        assert "“\\<b\\>\\*now\\*\\</b\\>”" in explain.as_markdown(self.HOSTILE)


@EVERY_FORM
def test_every_basis_of_the_tree_is_named_once(form: object) -> None:
    other = Basis("carerslib.procurement", "2025-02")
    parts = [
        Verdict.all_of([simple()], title="one", basis=BASIS),
        Verdict.all_of([simple()], title="two", basis=other),
        Verdict.all_of([simple()], title="three", basis=other),
    ]
    text = form(Verdict.all_of(parts, title="Both"))  # type: ignore[operator]
    assert text.count("Basis: carerslib.awards 2026-11") == 1
    assert text.count("Basis: carerslib.procurement 2025-02") == 1
