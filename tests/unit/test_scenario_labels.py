"""Every aspect on which a verdict may fail has a word for an officer."""

from __future__ import annotations

from typing import Final

import pytest
from tests.scenarios.kit import LABELS, label

from carerslib.citations import Citation
from carerslib.verdicts import Aspect, Finding, Result, Verdict

MINUTE: Final = Citation.record("Cabinet, 22 June 2017")


@pytest.mark.parametrize("aspect", Aspect)
def test_a_verdict_that_fails_on_any_aspect_has_a_label(aspect: Aspect) -> None:
    finding = Finding("r", "title", Result.NOT_MET, aspect, "A", MINUTE)
    assert label(Verdict.all_of([finding], title="all")) == LABELS[aspect]


def test_no_two_kinds_of_failure_are_told_apart_by_nothing() -> None:
    assert {LABELS[each] for each in (Aspect.RECORD, Aspect.DETERMINATION)}.isdisjoint(
        LABELS[each] for each in Aspect if each not in {Aspect.RECORD, Aspect.DETERMINATION}
    )
