"""A verdict as text, as a table, and as Markdown, for whoever has to answer for it.

Nothing here knows what a verdict is about: everything that is shown comes from the findings, their
sources and the basis. The same verdict gives the same words every time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.citations import Standing
from carerslib.errors import InvalidValueError
from carerslib.verdicts import Combining, Finding, Verdict, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.verdicts import Part, Remedy

__all__ = ["as_markdown", "as_table", "as_text"]

_HOW: Final = {
    Combining.ALL_OF: "All of these must be met:",
    Combining.ANY_OF: "Any one of these is enough:",
    Combining.AGREE: "These are readings of the same words, and must agree:",
}
_ADVICE: Final = "advice only, which changes no answer"
_NOT_ASKED: Final = "not stated at all, so left out of the answer as asked"
_INDENT: Final = "  "
_MARKDOWN_INDENT: Final = "&emsp;"


def as_text(verdict: Part) -> str:
    """Write a verdict, or a finding by itself, out in full, one fact on a line.

    What a part is about is named where it is not what the whole is about. Each finding comes with
    what was measured, what is permitted, its source with the words as they stand, what is missing,
    and what would do instead.
    """
    verdict = _verdict(verdict)
    lines = [_headline(verdict), *_combining(verdict)]
    for part in verdict.parts:
        lines += _described(part, "", verdict.subject)
    for heading, facts in _closing(verdict):
        lines += ["", _one_line(heading), *(f"{_INDENT}{_one_line(fact)}" for fact in facts)]
    return "\n".join(lines) + "\n"


def as_table(verdict: Part) -> str:
    """Write a verdict, or a finding by itself, as a table of fixed width.

    There is a line for each finding and each combination. The sources stand below the table under
    the numbers that it cites, each once, with their words.
    """
    verdict = _verdict(verdict)
    sources = _sources(verdict)
    rows = [_HEADINGS, *(row.cells(_INDENT) for row in _rows(verdict, sources))]
    cells = [tuple(_one_line(cell) for cell in row) for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEADINGS))]
    cells.insert(1, tuple("-" * width for width in widths))
    lines = [_headline(verdict), ""]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append("  ".join(padded).rstrip())
    for heading, facts in (*_listed(sources), *_closing(verdict)):
        lines += ["", _one_line(heading), *(f"{_INDENT}{_one_line(fact)}" for fact in facts)]
    return "\n".join(lines) + "\n"


def as_markdown(verdict: Part) -> str:
    """Write a verdict, or a finding by itself, as Markdown.

    It is a table, and below it the sources with their words. What comes from the record stands as
    it is and is never read as Markdown or as HTML.
    """
    verdict = _verdict(verdict)
    sources = _sources(verdict)
    lines = [f"**{_escaped(_headline(verdict))}**", ""]
    lines += [_markdown_row(_HEADINGS), _markdown_row(("---",) * len(_HEADINGS))]
    for row in _rows(verdict, sources):
        result, test, *others = (_escaped(cell) for cell in row.cells(""))
        lines.append(_markdown_row((result, _MARKDOWN_INDENT * row.depth + test, *others)))
    for heading, facts in (*_listed(sources), *_closing(verdict)):
        lines += ["", f"**{_escaped(heading)}**"]
        lines += ["", *(f"- {_escaped(fact)}" for fact in facts)] if facts else []
    return "\n".join(lines) + "\n"


# what a verdict as a whole says


def _verdict(given: object) -> Verdict:
    """Read a finding as the verdict over it alone, and refuse what is neither."""
    if isinstance(given, Verdict):
        return given
    if isinstance(given, Finding):
        return Verdict.all_of([given], title=given.title, subject=given.subject)
    raise InvalidValueError(field="verdict", value=given, expected="a Verdict, or a Finding of one")


def _headline(verdict: Verdict) -> str:
    subject = f" ({verdict.subject})" if verdict.subject else ""
    return _one_line(f"{str(verdict.result).capitalize()}: {verdict.title}{subject}")


def _closing(verdict: Verdict) -> Iterator[tuple[str, list[str]]]:
    """Give what stands below the findings: the answer as asked, what is missing, the basis."""
    if verdict.as_asked is not verdict.result:
        yield "As asked, without the tests of what is not stated:", [str(verdict.as_asked)]
    if verdict.missing:
        yield "Missing, and could change the answer:", [str(each) for each in verdict.missing]
    for basis in _bases(verdict):
        yield f"Basis: {basis}", _choices(basis)


def _bases(verdict: Verdict) -> list[Basis]:
    """Give every basis in the tree once: a verdict may combine those of several rule sets."""
    found = [] if verdict.basis is None else [verdict.basis]
    for part in verdict.parts:
        if isinstance(part, Verdict):
            found += [each for each in _bases(part) if each not in found]
    return found


def _choices(basis: Basis) -> list[str]:
    return [
        *(f"counted by choice, {name}: {option}" for name, option in basis.conventions),
        *(f"reading chosen for {clause}: {reading}" for clause, reading in basis.readings),
        *(f"the council's own rule: {rule}" for rule in basis.own_rules),
        *(f"the council's own value: {each.name}" for each in basis.parameters),
    ]


def _combining(verdict: Verdict) -> list[str]:
    """Say how the parts make the result, and what readings not chosen would have given."""
    parts = verdict.parts
    if not parts:
        return ["Nothing was tested."]
    if verdict.chosen:
        return [_one_line(f"The {_chosen(verdict)}.")]
    if verdict.at_least > 1:
        return [f"At least {verdict.at_least} of these must be met:"]
    return [_HOW[verdict.how]] if len(parts) > 1 else []


def _how_many(verdict: Verdict) -> str:
    return f"at least {verdict.at_least} of" if verdict.at_least > 1 else str(verdict.how)


def _chosen(verdict: Verdict) -> str:
    others = [each for each in verdict.parts if each.title != verdict.chosen]
    otherwise = "".join(f"; {each.title} would have given {each.result}" for each in others)
    return f"reading chosen is {verdict.chosen}{otherwise}"


# one part after another, in full


def _described(part: Part, margin: str, within: str) -> Iterator[str]:
    inner = margin + _INDENT
    name = f"{margin}- {_one_line(_named(part, within))}: {part.result}."
    if isinstance(part, Finding):
        yield name + _one_line(_measured_against(part))
        yield from (f"{inner}{fact}" for fact in _facts(part))
        return
    yield name
    yield from (f"{inner}{line}" for line in _combining(part))
    for each in part.parts:
        yield from _described(each, inner, part.subject or within)


def _named(part: Part, within: str) -> str:
    """Name a part, and what it is about where that is not what it stands in is about."""
    rule = part.rule if isinstance(part, Finding) else ""
    name = f"{part.title} ({rule})" if rule else part.title
    subject = part.subject
    # a title that holds the subject, and no subject at all, need no more words
    return name if subject == within or subject in part.title else f"{name}, {subject}"


def _measured_against(finding: Finding) -> str:
    measured, permitted = _measured(finding), _permitted(finding)
    if not permitted:
        return f" Measured: {measured}." if measured else ""
    if not measured:
        return f" Permitted: {permitted}."
    return f" Measured: {measured}; permitted: {permitted}."


def _measured(finding: Finding) -> str:
    if finding.measured is None and finding.permitted is None:
        return ""
    return show(finding.measured)


def _permitted(finding: Finding) -> str:
    if finding.permitted is None:
        return f"{finding.comparison} a figure that is not stated" if finding.comparison else ""
    return f"{finding.comparison} {show(finding.permitted)}".strip()


def _facts(finding: Finding) -> Iterator[str]:
    citation = finding.citation
    yield f"Source: {_one_line(_source(citation))}"
    if citation.words:
        # the words keep their own lines
        yield from (f"{_INDENT}{line}" for line in f"“{citation.words}”".splitlines())
    for below in filter(None, (citation.note, citation.url)):
        yield f"{_INDENT}{_one_line(below)}"
    yield from (_one_line(f"Missing: {each}") for each in finding.missing)
    if finding.remedy is not None:
        yield f"What would do: {_one_line(_remedy(finding.remedy))}"
    yield from (_one_line(f"Note: {each}") for each in _notes(finding))


def _source(citation: Citation) -> str:
    """Say where it stands, and how far it can be relied on where it is not the text itself."""
    plain = citation.standing in (Standing.PRIMARY, Standing.RECORD)
    return str(citation) if plain else f"{citation} ({citation.standing})"


def _remedy(remedy: Remedy) -> str:
    return f"{remedy} ({remedy.field}: {remedy.would_do})"


def _notes(finding: Finding) -> list[str]:
    return [
        *([finding.note] if finding.note else []),
        *([] if finding.binding else [_ADVICE]),
        *([] if finding.asked else [_NOT_ASKED]),
    ]


# one row after another


_HEADINGS: Final = ("Result", "Test", "Measured", "Permitted", "Source", "What would do", "Notes")


@final
class _Row(NamedTuple):
    """A finding or a combination in a table, under as many combinations as it is deep."""

    depth: int
    result: str
    test: str
    measured: str = ""
    permitted: str = ""
    source: str = ""
    remedy: str = ""
    notes: str = ""

    def cells(self, indent: str) -> tuple[str, ...]:
        """Give the cells in the order of the headings, the test set in by its depth."""
        return (self.result, indent * self.depth + self.test, *self[3:])


def _rows(
    verdict: Verdict, sources: list[Citation], depth: int = 0, within: str = ""
) -> Iterator[_Row]:
    within = verdict.subject or within
    for part in verdict.parts:
        name = _named(part, within)
        if isinstance(part, Finding):
            yield _row(part, name, sources, depth)
            continue
        how = _chosen(part) if part.chosen else _how_many(part)
        yield _Row(depth, str(part.result), name, notes=how if len(part.parts) > 1 else "")
        yield from _rows(part, sources, depth + 1, within)


def _row(finding: Finding, name: str, sources: list[Citation], depth: int) -> _Row:
    missing = [f"missing: {each}" for each in finding.missing]
    return _Row(
        depth,
        str(finding.result),
        name,
        _measured(finding),
        _permitted(finding),
        f"({sources.index(finding.citation) + 1})",
        "" if finding.remedy is None else _remedy(finding.remedy),
        "; ".join((*missing, *_notes(finding))),
    )


def _sources(verdict: Verdict) -> list[Citation]:
    """Give the source of every finding, each once, in the order in which they are cited."""
    return list(dict.fromkeys(finding.citation for finding in verdict.findings))


def _listed(sources: list[Citation]) -> Iterator[tuple[str, list[str]]]:
    if sources:
        yield (
            "Sources:",
            [f"({number}) {_in_full(each)}" for number, each in enumerate(sources, start=1)],
        )


def _in_full(citation: Citation) -> str:
    words = f": “{citation.words}”" if citation.words else ""
    return " ".join(filter(None, (f"{_source(citation)}{words}", citation.note, citation.url)))


def _one_line(text: str) -> str:
    """Put text on one line, its own indent kept."""
    return " ".join(text.splitlines())


_MARKS: Final = re.compile(r"([\\`*_\[\]<>|&~#])")


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", _one_line(text))


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
