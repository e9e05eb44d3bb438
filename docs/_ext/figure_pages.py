"""The page of published figures about carers, written from the code so that it cannot drift."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.application import Sphinx

__all__ = ["page", "setup"]

PAGE: Final = "reference/published-figures.md"
INTRODUCTION: Final = """\
# Published figures about carers

Written from {py:mod}`carerslib.carers.populations.published`. Each figure counts other people than
the next, so none is *the* number of carers, and no two may be mixed:
{doc}`../how-to/estimate-hidden-carers-honestly`. A definition is the key of one in
{doc}`from-the-code/definitions`, or the source's own words.
"""


def page(figures: Iterable[Any], table: Any) -> str:  # noqa: ANN401 - imported again by each build
    """Return the text of the page: every figure, and the census table by band."""
    headings = ("figure", "number", "area", "ages", "definition", "among", "when", "how", "source")
    return "\n".join([INTRODUCTION, _table(headings, map(_row, figures)), *_bands(table)])


def _row(figure: Any) -> Sequence[object]:  # noqa: ANN401
    population = figure.population
    return (
        figure.reference,
        figure,
        population.area,
        population.ages,
        population.definition,
        population.among,
        _when(figure.year),
        figure.certainty,
        _cited(figure.source),
    )


def _bands(table: Any) -> Iterable[str]:  # noqa: ANN401
    yield f"## {table.reference}\n"
    rows = [("no unpaid care", f"{table.none:,}")]
    rows += [(band.title, f"{number:,}") for band, number in table.bands]
    rows += [("all carers", f"{table.carers:,}"), ("everybody counted", f"{table.total:,}")]
    yield _table(("hours a week", "people"), rows)
    yield f"{_cited(table.source)}, {_when(table.year)}.\n"


def _when(day: object) -> str:
    return str(importlib.import_module("carerslib.periods").format_day(day))


def _cited(citation: Any) -> str:  # noqa: ANN401
    words = f"{citation} ({citation.standing})"
    linked = f"[{words}]({citation.url})" if citation.url else words
    return f"{linked}; {citation.note}" if citation.note else linked


def _cell(text: object) -> str:
    return " ".join(str(text).replace("|", r"\|").split()) or "-"


def _table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [list(headings), ["---"] * len(headings), *(list(map(_cell, row)) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _write(app: Sphinx) -> None:
    path = Path(app.srcdir) / PAGE
    published = importlib.import_module("carerslib.carers.populations.published")
    text = page(published.PUBLISHED, published.ENGLAND_2021)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Write the page before the build reads any."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
