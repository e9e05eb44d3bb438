"""A picture of what leads to what in a record, drawn by the build as plain SVG from a script.

Any script under ``examples`` with a function ``traced`` has a picture, ``pictures/<script>.svg``.
The function gives a :class:`carerslib.commissioning.Trace`. Each kind of the chain, from needs to
measures, is a column; a line is a link. What stands alone has a dashed edge, and so has what a
broken link names, with a line in another colour. A page shows it as an image and says the same in
words.
"""

from __future__ import annotations

import ast
import importlib
import runpy
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.application import Sphinx

__all__ = ["Place", "picture", "pictures", "places", "setup"]

EXAMPLES: Final = "examples"
FOLDER: Final = "pictures"
COLUMN: Final = 150
BOX: Final = 118
HEIGHT: Final = 30
STEP: Final = 48
TOP: Final = 34
BASELINE: Final = 16
LINK: Final = "#1d5b8f"
BROKEN: Final = "#c0392b"
# Grey is read on a light page and on a dark one alike.
STYLE: Final = "font: 13px sans-serif; fill: #7a7f85"


class Place(NamedTuple):
    """Where something stands in the picture, and whether it is not there or stands alone."""

    left: int
    top: int
    missing: bool
    alone: bool

    @property
    def middle(self) -> int:
        """The height at which its lines meet it."""
        return self.top + HEIGHT // 2


def _chain() -> tuple[str, ...]:
    return tuple(importlib.import_module("carerslib.commissioning").CHAIN)


def places(traced: Any) -> Mapping[Any, Place]:  # noqa: ANN401 - a Trace, imported by the build
    """Give each thing of the chain its place: a column for its kind, in order of reference.

    Raises :class:`ValueError` where there is nothing to draw.
    """
    chain = _chain()
    there = set(traced.nodes)
    named = {end for link in traced.broken for end in (link.source, link.target)}
    alone = set(traced.orphaned)
    found: dict[Any, Place] = {}
    rows = dict.fromkeys(chain, 0)
    for node in sorted(there | named, key=lambda each: each.reference):
        if node.kind in rows:
            left, top = COLUMN * chain.index(node.kind), TOP + STEP * rows[node.kind]
            rows[node.kind] += 1
            found[node] = Place(left, top, node not in there, node in alone)
    if not found:
        message = "there is nothing to draw"
        raise ValueError(message)
    return found


def picture(title: str, traced: Any) -> str:  # noqa: ANN401 - as above
    """Return the picture as SVG, in whole units, the same every time."""
    found, chain = places(traced), _chain()
    height = max(place.top for place in found.values()) + STEP
    width = COLUMN * (len(chain) - 1) + BOX
    view = f'viewBox="-2 0 {width + 4} {height}"'
    told = [f"{len(traced.links)} links"]
    told += [f"broken: {link}" for link in traced.broken]
    told += [f"stands alone: {node}" for node in traced.orphaned]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {view} role="img">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape('; '.join(told))}</desc>",
            *(_text(COLUMN * place, BASELINE, kind) for place, kind in enumerate(chain)),
            *_lines(traced, found),
            *(line for node, place in found.items() for line in _box(node, place)),
            "</svg>",
            "",
        ]
    )


def _lines(traced: Any, found: Mapping[Any, Place]) -> Iterator[str]:  # noqa: ANN401 - as above
    broken = set(traced.broken)
    drawn: set[tuple[Any, Any]] = set()
    for link in traced.links:
        ends = (link.source, link.target)
        if ends in drawn or not set(ends) <= set(found):
            continue
        drawn.add(ends)
        start, end = found[link.source], found[link.target]
        colour = BROKEN if link in broken else LINK
        right = start.left + BOX
        yield (
            f'<path d="M {right} {start.middle} C {right + 24} {start.middle}, '
            f'{end.left - 24} {end.middle}, {end.left} {end.middle}" fill="none" '
            f'stroke="{colour}"><title>{escape(str(link))}</title></path>'
        )


def _box(node: Any, place: Place) -> Iterator[str]:  # noqa: ANN401 - as above
    edge = ' stroke-dasharray="4 3"' if place.missing or place.alone else ""
    colour = BROKEN if place.missing else LINK
    yield (
        f'<rect x="{place.left}" y="{place.top}" width="{BOX}" height="{HEIGHT}" rx="6" '
        f'fill="#ffffff" fill-opacity="0.85" stroke="{colour}"{edge}>'
        f"<title>{escape(str(node))}</title></rect>"
    )
    yield _text(place.left + 8, place.top + 20, node.reference)


def _text(left: int, baseline: int, words: str) -> str:
    return f'<text x="{left}" y="{baseline}" style="{STYLE}">{escape(words)}</text>'


def pictures(examples: Path) -> Mapping[str, str]:
    """Return the picture of each script that gives a trace, by its file's name."""
    drawn = {}
    for script in sorted(examples.glob("*.py")):
        tree = ast.parse(script.read_text(encoding="utf-8"))
        functions: Sequence[str] = [
            node.name for node in tree.body if isinstance(node, ast.FunctionDef)
        ]
        if "traced" in functions:
            title = (ast.get_docstring(tree) or script.stem).splitlines()[0].rstrip(".")
            drawn[f"{script.stem}.svg"] = picture(title, runpy.run_path(str(script))["traced"]())
    return drawn


def _write(app: Sphinx) -> None:
    source = Path(app.srcdir)
    folder = source / FOLDER
    folder.mkdir(exist_ok=True)
    for name, text in pictures(source / EXAMPLES).items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Draw the pictures before the build reads any page."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
