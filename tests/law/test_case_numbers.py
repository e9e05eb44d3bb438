"""Each worked case of awards, intentions, monitoring, identification and offers has its number."""

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
AWARDS: Final = [f"W-{number:02}" for number in range(1, 34)]
NUMBERS: Final = [*AWARDS, *(f"M{number:02}" for number in range(1, 31))]
A_NUMBER: Final = re.compile(r'(?:"|class Test|def test_)([MW][-_]?\d+)(?:\b|_)', re.IGNORECASE)


def _numbers(text: str) -> set[str]:
    """Give the numbers of the cases that are named as an id, a class or a function."""
    return {found.upper().replace("_", "-") for found in A_NUMBER.findall(text)}


@pytest.mark.parametrize("number", NUMBERS)
def test_the_case_is_worked(number: str) -> None:
    assert number in _numbers(TESTS)


def test_no_other_number_is_worked() -> None:
    assert _numbers(TESTS) == set(NUMBERS)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ('pytest.param(1, id="W-15")', {"W-15"}),
        ('"M01": within()', {"M01"}),
        ("def test_w_04_two_contracts_make_it", {"W-04"}),
        ("class TestM02:", {"M02"}),
        ("def test_m03_more", {"M03"}),
        # a number in passing is no case
        ('see M01; "M011"; as in W-15', {"M011"}),
        ("makes_the_award_of_w_23_within", set()),
    ],
)
def test_a_number_is_that_of_a_case_where_a_test_is_named_by_it(
    text: str, numbers: set[str]
) -> None:
    assert _numbers(text) == numbers
