"""Words by which it may start only once it must be over are a contradiction in the record."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from carerslib.awards import AWARD, Authority, Resolution, contradictions
from carerslib.citations import Citation
from carerslib.clauses import Clause, EventBound, Length, Start, Window
from carerslib.periods import DateRange, Term
from carerslib.verdicts import Aspect

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
LAST: Final = date(2024, 3, 31)
BY_LAST: Final = Window("window", MINUTE, last=LAST)
BY_EVENT: Final = EventBound("event", MINUTE, "the new framework", LAST)
IN_MARCH: Final = EventBound("event", MINUTE, "the new framework", DateRange.month(2024, 3))


def found(*clauses: Clause) -> list[tuple[str, str]]:
    authority = Authority("a", MINUTE, [AWARD], clauses)
    resolution = Resolution("r", "Cabinet", MINUTE, authorities=[authority])
    return [(each.rule, each.title) for each in contradictions(resolution)]


@pytest.mark.parametrize("end", [BY_LAST, BY_EVENT, IN_MARCH])
@pytest.mark.parametrize(
    ("first", "wrong"),
    [(date(2024, 3, 30), False), (LAST, False), (date(2024, 4, 1), True)],
)
def test_a_start_after_the_last_day_is_listed(end: Clause, first: date, *, wrong: bool) -> None:
    length = Length("length", MINUTE, Term(days=1))
    assert found(Start("start", MINUTE, first), end, length) == (
        [("start", "First day")] if wrong else []
    )


def test_so_it_is_between_two_windows() -> None:
    later = Window("later", MINUTE, date(2024, 4, 1), date(2025, 3, 31))
    assert found(later, BY_LAST) == [("later", "First day")]


@pytest.mark.parametrize(
    "end",
    [
        EventBound("event", MINUTE, "the pilot ends", LAST, "first"),
        EventBound("event", MINUTE, "the new framework"),
        Start("other", MINUTE, last=LAST),
    ],
)
def test_what_sets_no_last_day_contradicts_no_start(end: Clause) -> None:
    assert found(Start("start", MINUTE, date(2024, 4, 1)), end) == []


def test_the_finding_says_both_days() -> None:
    authority = Authority("a", MINUTE, [AWARD], [Start("s", MINUTE, date(2024, 4, 1)), BY_LAST])
    (finding,) = contradictions(Resolution("r", "Cabinet", MINUTE, authorities=[authority]))
    assert (finding.measured, finding.permitted) == (date(2024, 4, 1), LAST)
    assert (finding.aspect, finding.binding) == (Aspect.RECORD, False)
