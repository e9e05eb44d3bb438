"""Each real decision and what was asked of it: none is lost, and no answer is changed unseen."""

from __future__ import annotations

import ast
import inspect
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios import test_open_cases
from tests.scenarios.kit import LABELS

from carerslib.awards import Resolution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WITHIN, EXCEEDS, OPEN = "within", "exceeds", "ambiguous"
LATE, OFF, UNMET = "out_of_period", "off_purpose", "condition_unmet"
ANSWERS: Final = {
    "poole-2008-cvs": (WITHIN, EXCEEDS, WITHIN, EXCEEDS),
    "poole-2009-aiming-high-capital": (WITHIN, EXCEEDS, WITHIN, OFF),
    "southampton-2014-adult-carers": (WITHIN, f"{LATE} or {EXCEEDS}", LATE, UNMET),
    "peterborough-2014-carers": (WITHIN, EXCEEDS, LATE, OPEN),
    "herefordshire-2017-hub": (WITHIN, EXCEEDS, LATE, EXCEEDS),
    "birmingham-2017-carers-grant": (WITHIN, EXCEEDS, OPEN, UNMET),
    "lbhf-2019-direct-payments": (WITHIN, WITHIN, UNMET, EXCEEDS),
    "bristol-2022-extra-care": (WITHIN, f"{EXCEEDS} or {LATE}", OFF, OPEN),
    "peterborough-2023-lifeline": (WITHIN, EXCEEDS, f"{EXCEEDS} or {OPEN}", OPEN),
    "hackney-2024-carers": (WITHIN, EXCEEDS, WITHIN, OFF),
    "southend-2025-all-age": (WITHIN, EXCEEDS, LATE, OPEN),
    "kingston-2025-uplift": (WITHIN, EXCEEDS, WITHIN, OPEN),
    "achieving-for-children-2025-short-breaks": (WITHIN, WITHIN, f"{OFF} or not_authorised", UNMET),
}
"""What is right for each probe, in order: the number of a probe is its place here, from 1."""

KNOWN: Final = {*LABELS.values(), WITHIN, OPEN, "undetermined"}
PROBES: Final = {
    f"{case}.P{number}": frozenset(answer.split(" or "))
    for case, answers in ANSWERS.items()
    for number, answer in enumerate(answers, start=1)
}


def _marked() -> Iterator[tuple[str, Callable[..., None]]]:
    for _, held in inspect.getmembers(test_open_cases, inspect.isclass):
        for _, made in inspect.getmembers(held, inspect.isfunction):
            for mark in getattr(made, "pytestmark", ()):
                if mark.name == "probe":
                    yield mark.args[0], made


ASKED: Final = [*_marked()]


def _asserted(test: Callable[..., None]) -> frozenset[str]:
    """Give the labels that a test takes as right, as they are written in it."""
    read = ast.parse(textwrap.dedent(inspect.getsource(test)))
    return frozenset(
        each.value
        for found in ast.walk(read)
        if isinstance(found, ast.Assert) and isinstance(found.test, ast.Compare)
        for right in found.test.comparators
        for each in ast.walk(right)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )


def test_there_are_thirteen_decisions_of_four_probes_each() -> None:
    assert len(ANSWERS) == 13
    assert {len(answers) for answers in ANSWERS.values()} == {4}
    assert len(PROBES) == 52


def test_every_probe_is_asked_once_and_no_other() -> None:
    assert sorted(probe for probe, _ in ASKED) == sorted(PROBES)


@pytest.mark.parametrize(("probe", "asked"), ASKED, ids=[probe for probe, _ in ASKED])
def test_a_probe_is_held_to_every_answer_that_is_right_and_to_no_other(
    probe: str, asked: Callable[..., None]
) -> None:
    assert _asserted(asked) == PROBES[probe]
    assert PROBES[probe] <= KNOWN


def test_each_decision_is_encoded_once_under_its_own_name() -> None:
    folder = Path(test_open_cases.__file__).parent / "cases"
    held = [
        value.reference
        for name in sorted(path.stem for path in folder.glob("[a-z]*.py"))
        for value in vars(getattr(test_open_cases, name)).values()
        if isinstance(value, Resolution)
    ]
    assert sorted(held) == sorted(ANSWERS)
