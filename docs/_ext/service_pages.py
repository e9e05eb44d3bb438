"""The page of offers, words for breaks and patterns of take-up, written from the code."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.application import Sphinx

__all__ = ["page", "setup"]

PAGE: Final = "reference/offers-and-words.md"
INTRODUCTION: Final = """\
# Offers, words for breaks, and patterns of take-up

Written from {py:mod}`carerslib.services` and {py:mod}`carerslib.commissioning.monitoring`. What is
said of a kind of offer is what councils were found to do, and no rule, unless its source is an Act.
"""
OFFERS: Final = """\
## Kinds of offer

*Lands* is where the national collection of councils' data puts a carer who was given it. What goes
to the person cared for lands under "no direct support", whatever it is worth to the carer.
"""
EXAMPLES: Final = """\
## Examples, with their figures

As they stood when they were read. A council gives its own.
"""
WORDS: Final = """\
## Words for breaks

One word means several things, and several words mean one. The source's word is kept beside the
code.
"""
UNITS: Final = """\
Hours, sessions and nights are never added to one another: a total is of one unit, or of units
converted by a factor that has a name and a source.
"""
PATTERNS: Final = """\
## Patterns of take-up

Each line of a pattern has to be seen. Where a figure is missing the pattern is neither shown nor
ruled out; where none is shown the reading is *undetermined*. No pattern says that a service fails.
"""
NOBODY_WAITS: Final = "nobody waits for an assessment or a start"


def page(services: Any, monitoring: Any) -> str:  # noqa: ANN401 - modules, imported again by each build
    """Return the text of the page."""
    return "\n".join(
        [
            INTRODUCTION,
            OFFERS,
            _offers(services.OFFER_KINDS),
            EXAMPLES,
            _examples(services),
            WORDS,
            _words(services.CROSSWALK),
            _modes(services.RESPITE_BY_MODE),
            UNITS,
            PATTERNS,
            _patterns(monitoring.PATTERNS),
        ]
    )


def _cell(text: object) -> str:
    return " ".join(str(text).replace("|", r"\|").split()) or "-"


def _table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [list(headings), ["---"] * len(headings), *(list(map(_cell, row)) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cited(citation: Any) -> str:  # noqa: ANN401
    words = f"{citation} ({citation.standing})"
    return f"[{words}]({citation.url})" if citation.url else words


def _offers(kinds: Iterable[Any]) -> str:
    headings = ("key", "offer", "goes to", "relieves", "may be charged", "lands", "note", "sources")
    rows = (
        (
            f"`{kind.key}`",
            kind.title,
            kind.delivered_to,
            kind.relieves,
            ", ".join(map(str, kind.may_charge)) or "nobody",
            kind.landing,
            kind.note,
            "; ".join(_cited(each) for each in (kind.citation, kind.landed_by) if each),
        )
        for kind in kinds
    )
    return _table(headings, rows)


def _examples(services: Any) -> str:  # noqa: ANN401
    rows: list[tuple[str, ...]] = [
        (each.kind.title, each.body, each.what, str(each.amount or ""), _cited(each.source))
        for each in services.OFFER_EXAMPLES
    ]
    rows += [
        (
            "an emergency plan or card",
            scheme.council,
            f"{scheme.free_hours} hours free" + (" or more" if scheme.or_more else ""),
            "",
            _cited(scheme.source),
        )
        for scheme in services.EMERGENCY_SCHEMES
    ]
    rows += [
        (
            "a one-off payment or budget",
            scheme.council,
            f"not for {', '.join(sorted(scheme.refuses))}",
            "",
            _cited(scheme.source),
        )
        for scheme in services.PAYMENT_SCHEMES
        if scheme.refuses
    ]
    return _table(("offer", "who", "what", "sum", "source"), sorted(rows))


def _words(terms: Iterable[Any]) -> str:
    headings = ("word", "whose", "meaning there", "counted in", "code", "note", "source")
    rows = (
        (
            term.word,
            term.system,
            term.meaning,
            ", ".join(term.units),
            f"`{term.code.name}`" if term.code else "none",
            term.note,
            _cited(term.citation),
        )
        for term in terms
    )
    return _table(headings, rows)


def _modes(modes: Mapping[Any, Any]) -> str:
    rows = ((mode, f"`{code.name}`", code) for mode, code in modes.items())
    return _table(("respite by", "code", "which is"), rows)


def _patterns(patterns: Mapping[Any, Any]) -> str:
    rows = []
    for pattern, steps in patterns.items():
        asked = ["; or ".join(_step(*each) for each in step.any_of) for step in steps]
        if pattern.name == "LOWER_NEED":
            asked.append(NOBODY_WAITS)
        rows.append((f"`{pattern.name}`", pattern, "<br>".join(asked)))
    return _table(("label", "in words", "what has to be seen"), rows)


def _step(measure: object, moves: Sequence[object]) -> str:
    return f"{measure}: {' or '.join(map(str, moves))}"


def _write(app: Sphinx) -> None:
    path = Path(app.srcdir) / PAGE
    text = page(
        importlib.import_module("carerslib.services"),
        importlib.import_module("carerslib.commissioning.monitoring"),
    )
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Write the page before the build reads any."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
