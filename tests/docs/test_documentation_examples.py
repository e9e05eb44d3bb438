"""Every Python block of the README, the documentation and the docstrings runs, in the page's order.

The blocks of one page share their names. What the ``python`` blocks of a page print is shown in the
``text`` block that follows them, to the letter; a ``pycon`` block holds a session with its output.
"""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from sybil import Document, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.markdown import CodeBlockParser
from sybil.parsers.rest import DocTestParser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sybil import Example, Region

ROOT: Final = Path(__file__).parents[2]
REFERENCE: Final = ROOT / "docs" / "reference"
WRITTEN_BY_THE_BUILD: Final = {REFERENCE / "api", REFERENCE / "from-the-code"}
PAGES: Final = sorted(
    page
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    if WRITTEN_BY_THE_BUILD.isdisjoint(page.parents) and "_build" not in page.parts
)
MODULES: Final = sorted((ROOT / "src").rglob("*.py"))
PRINTED: Final = "what this page has printed and not shown yet"
RUN: Final = frozenset({"python", "pycon", "text"})
SHOWN_ONLY: Final = frozenset({"console", "html+django", "html+jinja", "json", "sql", "toml"})
FENCE: Final = re.compile(r"^ *(?:`{3,}|:{3,})(?P<info>[^`\n]+)$", re.MULTILINE)


def _run(example: Example) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        PythonEvaluator()(example)
    example.namespace[PRINTED] = example.namespace.get(PRINTED, "") + printed.getvalue()


def _compare(example: Example) -> str | None:
    printed = str(example.namespace.pop(PRINTED, ""))
    if _lines(printed) == _lines(str(example.parsed)):
        return None
    return f"The page shows:\n{example.parsed}\nbut it prints:\n{printed}"


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")]


class _SessionParser:
    """Finds ``pycon`` blocks and runs each statement in them."""

    def __init__(self) -> None:
        self._blocks = CodeBlockParser("pycon", _run)
        self._statements = DocTestStringParser(DocTestEvaluator())

    def __call__(self, document: Document) -> Iterable[Region]:
        for block in self._blocks(document):
            for statement in self._statements(block.parsed, document.path):
                statement.adjust(block, block.parsed)
                yield statement


IN_PAGES: Final = Sybil(
    [CodeBlockParser("python", _run), CodeBlockParser("text", _compare), _SessionParser()]
)
IN_DOCSTRINGS: Final = Sybil([DocTestParser()])


def _evaluate(document: Document) -> None:
    document.namespace["__name__"] = "example"
    for example in document.examples():
        example.evaluate()
    assert document.namespace.get(PRINTED, "") == "", "the page prints what it does not show"


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_example_on_the_page_runs_and_prints_what_it_shows(page: Path) -> None:
    _evaluate(IN_PAGES.parse(page))


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_every_example_in_a_docstring_answers_what_it_shows(module: Path) -> None:
    _evaluate(IN_DOCSTRINGS.parse(module))


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_no_block_escapes_by_naming_its_language_in_another_way(page: Path) -> None:
    infos = {match["info"].strip() for match in FENCE.finditer(page.read_text(encoding="utf-8"))}
    directives = {info for info in infos if info.startswith("{")}
    assert {info for info in directives if "code" in info} == set()
    assert infos - directives <= RUN | SHOWN_ONLY


def _evaluate_text(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    _evaluate(IN_PAGES.parse(page))


def test_a_page_that_shows_what_it_prints_passes(tmp_path: Path) -> None:
    _evaluate_text(
        tmp_path, "```python\nx = 2\n```\n\n```python\nprint(x)\n```\n\n```text\n2\n```\n"
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param(
            "```python\nprint(2)\n```\n\n```text\n3\n```\n", "but it prints", id="other-output"
        ),
        pytest.param("```python\nprint(2)\n```\n", "does not show", id="output-not-shown"),
        pytest.param("```pycon\n>>> 1 + 1\n3\n```\n", "Expected", id="other-answer"),
    ],
)
def test_a_page_that_shows_something_else_fails(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        _evaluate_text(tmp_path, text)
