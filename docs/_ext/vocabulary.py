"""The page that names what holds each thing that real resolutions limit, and the tests of it.

It is written from the marks on the tests, which are read and not run, and from the list of features
beside them. A feature without a test where it decides met, or without one where it decides not met
or undetermined, is a warning, and warnings fail the build.
"""

from __future__ import annotations

import ast
import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx

__all__ = ["Mark", "features", "gaps", "marks", "page", "setup"]

PAGE: Final = "reference/vocabulary.md"
TESTS: Final = Path(__file__).parents[2] / "tests"
INTRODUCTION: Final = """\
# What resolutions limit

Each row is something that real decisions of English councils on services for carers limit. It names
what holds it in this library, a test where it decides that a proposal is met, and one where it
decides that it is not met or that the answer is undetermined. The page is written from those tests.
"""


class Mark(NamedTuple):
    """What a test says of itself: the feature it shows, what holds that, and what it decides."""

    feature: str
    holds: str
    decides: str
    test: str


def features(tests: Path = TESTS) -> Mapping[str, Any]:
    """Return the names of the module that lists the features."""
    return runpy.run_path(str(tests / "vocabulary.py"))


def marks(tests: Path = TESTS) -> tuple[Mark, ...]:
    """Return every mark in the tests, in the order of files and lines."""
    found: list[Mark] = []
    for path in sorted(tests.rglob("test_*.py")):
        name = path.relative_to(tests.parent).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), name)
        found += _marks_in(tree, name, "")
    return tuple(found)


def _marks_in(node: ast.AST, place: str, case: str) -> Iterator[Mark]:
    """Look for marks below a node; ``place`` and ``case`` say where in the tests it stands."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        place = f"{place}::{node.name}"
    elif isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        if called == "pytest.mark.vocabulary":
            yield _read(node, f"{place}{case}")
            return
        if called == "pytest.param":
            case = f"[{_texts(node).get('id', '')}]"
    for child in ast.iter_child_nodes(node):
        yield from _marks_in(child, place, case)


def _read(call: ast.Call, test: str) -> Mark:
    named = _texts(call)
    first = call.args[0] if call.args else None
    feature = first.value if isinstance(first, ast.Constant) else None
    wrong = {"holds", "decides"} ^ set(named)
    if not isinstance(feature, str) or len(call.args) != 1 or wrong:
        message = f"{test}: a mark takes a feature, holds= and decides=, as plain text"
        raise ValueError(message)
    return Mark(feature, named["holds"], named["decides"], test)


def _texts(call: ast.Call) -> dict[str, str]:
    """Return the arguments of a call that are given by name as plain text."""
    return {
        each.arg: each.value.value
        for each in call.keywords
        if each.arg and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str)
    }


def gaps(listed: Mapping[str, Any], made: Iterable[Mark]) -> tuple[str, ...]:
    """Say what is wrong: features without both tests, and marks that fit no feature or result."""
    made = tuple(made)
    names = {feature.name for feature in listed["FEATURES"]}
    problems = [
        f"{mark.test}: no feature is called {mark.feature!r}"
        for mark in made
        if mark.feature not in names
    ]
    problems += [
        f"{mark.test}: decides={mark.decides!r} is none of {', '.join(sorted(listed['DECIDES']))}"
        for mark in made
        if mark.decides not in listed["DECIDES"]
    ]
    for feature in listed["FEATURES"]:
        decided = {mark.decides for mark in made if mark.feature == feature.name}
        if "met" not in decided:
            problems.append(f"{feature.name}: no test where it decides met")
        if not decided & {"not met", "undetermined"}:
            problems.append(f"{feature.name}: no test where it decides not met or undetermined")
    return tuple(problems)


def page(listed: Mapping[str, Any], made: Sequence[Mark]) -> str:
    """Return the text of the page."""
    lines = [INTRODUCTION]
    for area, title in listed["AREAS"].items():
        lines += [
            f"## {title}\n",
            "| feature | what it means | held by | decides met | decides otherwise |",
            "| --- | --- | --- | --- | --- |",
        ]
        lines += [
            _row(feature, [mark for mark in made if mark.feature == feature.name])
            for feature in listed["FEATURES"]
            if feature.area == area
        ]
        lines.append("")
    return "\n".join(lines)


def _row(feature: Any, made: Sequence[Mark]) -> str:  # noqa: ANN401 - a row of the tests' own table
    holders = sorted({mark.holds for mark in made})
    met = [mark for mark in made if mark.decides == "met"]
    other = [mark for mark in made if mark.decides != "met"]
    cells = (
        f"`{feature.name}`",
        feature.meaning,
        ", ".join(f"`{holder}`" for holder in holders) or "nothing",
        _first(met),
        _first(other),
    )
    return f"| {' | '.join(cells)} |"


def _first(made: Sequence[Mark]) -> str:
    """Return the first test, and how many more there are."""
    if not made:
        return "no test"
    more = f" and {len(made) - 1} more" if len(made) > 1 else ""
    decides = "" if made[0].decides == "met" else f"{made[0].decides}: "
    return f"{decides}`{made[0].test}`{more}"


def _write(app: Sphinx) -> None:
    from sphinx.util import logging  # noqa: PLC0415 - the tests read this file without Sphinx

    listed, made = features(), marks()
    for gap in gaps(listed, made):
        logging.getLogger(__name__).warning("vocabulary: %s", gap)
    path, text = Path(app.srcdir) / PAGE, page(listed, made)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Write the page before the build reads any."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
