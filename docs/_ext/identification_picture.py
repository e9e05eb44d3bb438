"""A picture of what is known of carers, drawn by the build as plain SVG from an example script.

Any script under ``examples`` with a function ``ranges`` has a picture, ``pictures/<script>.svg``.
The function gives, in order, some words and a count, which may be a range. A bar runs to the least
that there are, and goes on, paler, to the most that there may be. A page shows it as an image and
says the same in words.
"""

from __future__ import annotations

import ast
import runpy
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx

__all__ = ["Bar", "bars_of", "picture", "pictures", "setup"]

EXAMPLES: Final = "examples"
FOLDER: Final = "pictures"
WIDTH: Final = 720
LABELS: Final = 240
FIGURES: Final = 130
BAR: Final = 22
STEP: Final = 36
TOP: Final = 34
BASELINE: Final = 16
CERTAIN: Final = ("at least", "#1d5b8f")
POSSIBLE: Final = ("at most", "#b9c6cf")
# Grey is read on a light page and on a dark one alike.
STYLE: Final = "font: 13px sans-serif; fill: #7a7f85"


class Bar(NamedTuple):
    """What is counted, the least and the most that it may be, and how it is written."""

    label: str
    least: int
    most: int
    shown: str


def bars_of(given: Iterable[tuple[str, Any]]) -> tuple[Bar, ...]:
    """Read counts as a script gives them.

    Raises :class:`ValueError` for none at all, for a count without a top, which cannot be drawn,
    and where nobody is counted.
    """
    bars = []
    for label, count in given:
        if count.most is None:
            message = f"{label}: a count without a top cannot be drawn"
            raise ValueError(message)
        bars.append(Bar(label, count.least, count.most, str(count)))
    if not any(bar.most for bar in bars):
        message = "there is nobody to draw"
        raise ValueError(message)
    return tuple(bars)


def picture(title: str, bars: Sequence[Bar]) -> str:
    """Return the picture as SVG, in whole units, the same every time."""
    height = TOP + STEP * len(bars)
    told = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    most = max(bar.most for bar in bars)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(told)}</desc>",
            *_key(),
            *(line for place, bar in enumerate(bars) for line in _bar(place, bar, most)),
            "</svg>",
            "",
        ]
    )


def _key() -> Iterator[str]:
    for place, (name, colour) in enumerate((CERTAIN, POSSIBLE)):
        left = LABELS + 130 * place
        yield f'<rect x="{left}" y="4" width="14" height="14" fill="{colour}"/>'
        yield _text(left + 20, BASELINE, name)


def _bar(place: int, bar: Bar, most: int) -> Iterator[str]:
    room = WIDTH - LABELS - FIGURES
    top, left = TOP + STEP * place, LABELS
    yield _text(0, top + BASELINE, bar.label)
    for end, (name, colour) in ((bar.least, CERTAIN), (bar.most, POSSIBLE)):
        right = LABELS + room * end // most
        if right > left:
            yield (
                f'<rect x="{left}" y="{top}" width="{right - left}" height="{BAR}" '
                f'fill="{colour}"><title>{name} {end:,}</title></rect>'
            )
        left = right
    yield _text(LABELS + room + 8, top + BASELINE, bar.shown)


def _text(left: int, baseline: int, words: str) -> str:
    return f'<text x="{left}" y="{baseline}" style="{STYLE}">{escape(words)}</text>'


def pictures(examples: Path) -> Mapping[str, str]:
    """Return the picture of each script that gives ranges, by its file's name."""
    drawn = {}
    for script in sorted(examples.glob("*.py")):
        tree = ast.parse(script.read_text(encoding="utf-8"))
        functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        if "ranges" in functions:
            title = (ast.get_docstring(tree) or script.stem).splitlines()[0].rstrip(".")
            given = runpy.run_path(str(script))["ranges"]()
            drawn[f"{script.stem}.svg"] = picture(title, bars_of(given))
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
