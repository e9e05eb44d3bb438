"""A test that says which answer a feature decides is held to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.scenarios.kit import LABELS, label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.verdicts import Verdict


def _decided(answer: str) -> str:
    if answer in LABELS.values():
        return "not met"
    return "met" if answer == "within" else "undetermined"


@pytest.fixture(autouse=True)
def _a_marked_test_decides_what_its_mark_says(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    marks = list(request.node.iter_markers("vocabulary"))
    if not marks or not hasattr(request.module, "label"):
        yield
        return
    answers: list[str] = []

    def labelled(verdict: Verdict) -> str:
        answers.append(label(verdict))
        return answers[-1]

    monkeypatch.setattr(request.module, "label", labelled)
    yield
    assert {_decided(answer) for answer in answers} == {mark.kwargs["decides"] for mark in marks}
