"""Planned timetables: dated milestones towards a service, whose days may be known only roughly.

The intervals that procurement law sets between milestones are not looked at here.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, Literal, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import (
    cited,
    each,
    key,
    one_of,
    repeated,
    several,
    some_day,
    text,
)
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day, earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["PARTS_OF_A_MONTH", "RANKS", "Milestone", "MilestoneKind", "Timetable", "part_of_month"]

PARTS_OF_A_MONTH: Final = Citation.convention("How the library counts", "parts of a month")
"""Early is the 1st to the 10th, mid the 11th to the 20th, late the 21st to the last day."""

_EARLY_ENDS: Final = 10
_MID_ENDS: Final = 20


def part_of_month(part: Literal["early", "mid", "late"], year: int, month: int) -> DateRange:
    """Give the days meant by "mid September": a third of the month, by convention.

    Raises :class:`~carerslib.errors.InvalidValueError` for another word and for no such month.
    """
    days = DateRange.month(year, month)
    mid, late = (days.first.replace(day=day + 1) for day in (_EARLY_ENDS, _MID_ENDS))
    thirds = {
        "early": DateRange(days.first, days.first.replace(day=_EARLY_ENDS)),
        "mid": DateRange(mid, mid.replace(day=_MID_ENDS)),
        "late": DateRange(late, days.last),
    }
    if part not in thirds:
        raise InvalidValueError(field="part", value=part, expected="early, mid or late")
    return thirds[part]


class MilestoneKind(enum.StrEnum):
    """What a milestone is, in the order in which milestones towards a service come."""

    ENGAGEMENT = "engagement"
    APPROVAL = "approval"
    MARKET = "talks with the market"
    TENDER_OPENS = "tendering begins"
    TENDER_CLOSES = "tenders are due"
    EVALUATION = "evaluation"
    AWARD = "award"
    MOBILISATION = "mobilisation"
    SERVICE_STARTS = "service starts"
    REVIEW = "review"
    OTHER = "another milestone"


_UNRANKED: Final = (MilestoneKind.ENGAGEMENT, MilestoneKind.OTHER)
RANKS: Final[Mapping[MilestoneKind, int]] = {
    kind: rank for rank, kind in enumerate(MilestoneKind) if kind not in _UNRANKED
}
"""The place of each kind of milestone in the order; engagement goes on beside the others."""


@final
@attrs.frozen
class Milestone:
    """One dated milestone. ``day`` is None where none is stated."""

    reference: str
    title: str
    kind: MilestoneKind
    day: Day | None = None
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            one_of("kind", self.kind, MilestoneKind),
            some_day("day", self.day),
            cited("source", self.source, optional=True),
        )


def _milestones(given: Milestone | Iterable[Milestone]) -> tuple[Milestone, ...]:
    return several(given)


@final
@attrs.frozen
class Timetable:
    """A planned timetable. ``approved_by`` is the resolution that approved it, by reference."""

    reference: str
    title: str
    source: Citation
    milestones: tuple[Milestone, ...] = attrs.field(default=(), converter=_milestones)
    approved_by: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            cited("source", self.source),
            each("milestones", self.milestones, Milestone),
            text("approved_by", self.approved_by),
        )
        require(repeated("milestones", [one.reference for one in self.milestones]))

    def first_day(self, kind: MilestoneKind) -> Day | None:
        """Give the day of the first milestone of a kind, or None where none of it has a day."""
        days = [
            milestone.day
            for milestone in self.milestones
            if milestone.kind is kind and milestone.day is not None
        ]
        return min(days, key=lambda day: (earliest(day), latest(day)), default=None)
