"""Each worked case of intentions, monitoring, identification and offers has its number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

HERE: Final = Path(__file__)
TESTS: Final = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(HERE.parent.glob("test_*.py"))
    if path != HERE
)
NUMBERS: Final = [f"M{number:02}" for number in range(1, 31)]


def _stands(number: str, text: str) -> bool:
    """Say whether a case is named as an id, a class or a function."""
    names = rf'"{number}\b|class Test{number}|def test_{number.lower()}_'
    return re.search(names, text) is not None


@pytest.mark.parametrize("number", NUMBERS)
def test_the_case_is_worked(number: str) -> None:
    assert _stands(number, TESTS)


def test_a_number_in_passing_is_no_case() -> None:
    assert not _stands("M01", 'see M01; "M011"; def test_m011_more')
