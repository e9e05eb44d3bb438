"""Every worked case of carers and assessments stands under its number in some test."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

HERE: Final = Path(__file__)
TESTS: Final = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(HERE.parents[2].rglob("test_*.py"))
    if path.name != HERE.name
)
NUMBERS: Final = [
    *(f"A-{number:02}" for number in range(1, 21)),
    *(f"A-{each}" for each in "abcdef"),
]


def _stands(number: str, text: str) -> bool:
    """Say whether a case is named as an id, a class or a function."""
    name = number.lower().replace("-", "_")
    names = rf'"{number}[abc]?[" ]|class Test{number.replace("-", "")}\b|def test_{name}[abc]?_'
    return re.search(names, text) is not None


@pytest.mark.parametrize("number", NUMBERS)
def test_the_case_is_worked(number: str) -> None:
    assert _stands(number, TESTS)


def test_a_number_in_passing_is_no_case() -> None:
    assert not _stands("A-01", 'see A-01; "A-011 more", def test_a_012_more')
