"""A picture of a fund's year, drawn by the build as plain SVG from an example script.

Any script under ``examples`` with a function ``moments`` has a picture, ``pictures/<script>.svg``.
The function gives, in order, what stood at each moment of the year: its words, then the money
spent, committed and uncommitted. A bar stands for each moment, so that the reader sees money
reserved, then spent, then left. A page shows it as an image and says the same in words.
"""

from __future__ import annotations

import ast
import runpy
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from carerslib.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx

__all__ = ["Moment", "moments_of", "picture", "pictures", "setup"]

EXAMPLES: Final = "examples"
FOLDER: Final = "pictures"
WIDTH: Final = 720
LABELS: Final = 210
FIGURES: Final = 110
BAR: Final = 22
STEP: Final = 36
TOP: Final = 34
BASELINE: Final = 16
SERIES: Final = (("spent", "#1d5b8f"), ("committed", "#e0a526"), ("uncommitted", "#b9c6cf"))
# Grey is read on a light page and on a dark one alike.
STYLE: Final = "font: 13px sans-serif; fill: #7a7f85"


class Moment(NamedTuple):
    """What stood at one moment: its words, and the money by what had become of it."""

    label: str
    spent: Money
    committed: Money
    uncommitted: Money

    @property
    def amounts(self) -> tuple[Money, Money, Money]:
        """The money, in the order of the bars."""
        return (self.spent, self.committed, self.uncommitted)

    @property
    def total(self) -> Money:
        """All of it."""
        return Money.total(self.amounts)


def moments_of(given: Iterable[tuple[str, Money, Money, Money]]) -> tuple[Moment, ...]:
    """Read moments as a script gives them.

    Raises :class:`ValueError` for none at all, for a negative amount, and for no money at any.
    """
    moments = tuple(Moment(*each) for each in given)
    for moment in moments:
        if min(moment.amounts) < ZERO:
            message = f"{moment.label}: an amount below £0.00 cannot be drawn"
            raise ValueError(message)
    if not any(moment.total > ZERO for moment in moments):
        message = "there is no money to draw"
        raise ValueError(message)
    return moments


def picture(title: str, moments: Sequence[Moment]) -> str:
    """Return the picture as SVG, in whole units, the same every time.

    The parts of a bar end exactly where its money does: their widths come from running sums.
    """
    height = TOP + STEP * len(moments)
    told = "; ".join(f"{each.label}: {_told(each)}" for each in moments)
    most = max(moment.total for moment in moments).in_pence
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(told)}</desc>",
            *_key(),
            *(line for place, each in enumerate(moments) for line in _bar(place, each, most)),
            "</svg>",
            "",
        ]
    )


def _told(moment: Moment) -> str:
    amounts = zip(SERIES, moment.amounts, strict=True)
    return ", ".join(f"{amount} {name}" for (name, _), amount in amounts)


def _key() -> Iterator[str]:
    for place, (name, colour) in enumerate(SERIES):
        left = LABELS + 130 * place
        yield f'<rect x="{left}" y="4" width="14" height="14" fill="{colour}"/>'
        yield _text(left + 20, BASELINE, name)


def _bar(place: int, moment: Moment, most: int) -> Iterator[str]:
    room = WIDTH - LABELS - FIGURES
    top, left, so_far = TOP + STEP * place, LABELS, 0
    yield _text(0, top + BASELINE, moment.label)
    for (name, colour), amount in zip(SERIES, moment.amounts, strict=True):
        so_far += amount.in_pence
        right = LABELS + room * so_far // most
        if right > left:
            yield (
                f'<rect x="{left}" y="{top}" width="{right - left}" height="{BAR}" '
                f'fill="{colour}"><title>{name} {amount}</title></rect>'
            )
        left = right
    yield _text(LABELS + room + 8, top + BASELINE, str(moment.total))


def _text(left: int, baseline: int, words: str) -> str:
    return f'<text x="{left}" y="{baseline}" style="{STYLE}">{escape(words)}</text>'


def pictures(examples: Path) -> Mapping[str, str]:
    """Return the picture of each script that gives moments, by its file's name."""
    drawn = {}
    for script in sorted(examples.glob("*.py")):
        tree = ast.parse(script.read_text(encoding="utf-8"))
        functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        if "moments" in functions:
            title = (ast.get_docstring(tree) or script.stem).splitlines()[0].rstrip(".")
            given = runpy.run_path(str(script))["moments"]()
            drawn[f"{script.stem}.svg"] = picture(title, moments_of(given))
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
