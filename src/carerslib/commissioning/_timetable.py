"""Rules about planned timetables: milestones in their order, and before the service starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.commissioning.reviewed import NOTED_ONLY
from carerslib.commissioning.timetable import RANKS, Milestone, MilestoneKind, Timetable
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.periods import DateRange, Day, earliest, format_day, latest
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.commissioning.intentions import CommissioningIntention
    from carerslib.commissioning.reviewed import Reviewed

__all__ = ["before_start", "in_order", "start_agrees", "timetable_approved"]

_START: Final = RANKS[MilestoneKind.SERVICE_STARTS]


@final
class _Until(NamedTuple):
    """How late the latest of several days is, at least and at most."""

    at_least: date
    at_most: date

    @property
    def day(self) -> Day:
        """The day itself, or the range in which it lies."""
        if self.at_least == self.at_most:
            return self.at_least
        return DateRange(self.at_least, self.at_most)


def _latest_of(milestones: Iterable[Milestone], before: _Until | None = None) -> _Until | None:
    """Give how late the latest of the milestones is, and of those before them."""
    days = [milestone.day for milestone in milestones if milestone.day is not None]
    bounds = [_Until(earliest(day), latest(day)) for day in days]
    known = bounds if before is None else [before, *bounds]
    if not known:
        return None
    return _Until(max(each.at_least for each in known), max(each.at_most for each in known))


def _follows(until: _Until, day: Day) -> Result:
    """Say whether a day is no earlier than what must come before it."""
    if until.at_most <= earliest(day):
        return Result.MET
    return Result.NOT_MET if until.at_least > latest(day) else Result.UNDETERMINED


@rule(
    id="timetable.order",
    title="The milestones come in their order",
    citation=COUNTS.at("the order of milestones"),
    in_force=ALWAYS,
)
def in_order(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Hold each milestone against all that come before it by their kind."""
    for timetable in reviewed.timetables.values():
        ranked: dict[int, list[Milestone]] = {}
        for milestone in sorted(timetable.milestones, key=lambda each: each.reference):
            if milestone.kind in RANKS:
                ranked.setdefault(RANKS[milestone.kind], []).append(milestone)
        until: _Until | None = None
        for rank in sorted(ranked):
            yield from (_milestone(timetable, milestone, until) for milestone in ranked[rank])
            until = _latest_of(ranked[rank], until)


def _milestone(timetable: Timetable, milestone: Milestone, until: _Until | None) -> Finding:
    here = f"timetables[{timetable.reference!r}].milestones[{milestone.reference!r}].day"
    missing: tuple[Missing, ...] = ()
    if milestone.day is None:
        result, missing = Result.UNDETERMINED, (Missing(here, "the day of the milestone"),)
    else:
        result = Result.MET if until is None else _follows(until, milestone.day)
        if result is Result.UNDETERMINED:
            missing = (Missing(here, "the exact day"),)
    return Finding(
        "timetable.order",
        milestone.title,
        result,
        Aspect.DATES,
        timetable.reference,
        milestone.source or timetable.source,
        milestone.day,
        "" if until is None else "on or after",
        None if until is None else until.day,
        missing,
    )


@rule(
    id="timetable.before-start",
    title="The milestones are done before the service starts",
    citation=COUNTS.at("the order of milestones"),
    in_force=ALWAYS,
)
def before_start(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Hold the milestones towards a service against its first day in each intention."""
    done: dict[str, _Until | None] = {
        reference: _latest_of(
            milestone
            for milestone in timetable.milestones
            if RANKS.get(milestone.kind, _START) < _START
        )
        for reference, timetable in reviewed.timetables.items()
    }
    for intention in reviewed.intentions.values():
        if intention.buys and intention.timetable in done:
            yield _start(intention, done[intention.timetable])


def _start(intention: CommissioningIntention, until: _Until | None) -> Finding:
    here = f"intentions[{intention.reference!r}].start"
    missing: tuple[Missing, ...] = ()
    if intention.start is None:
        result, missing = Result.UNDETERMINED, (Missing(here, "the first day of service"),)
    elif until is None:
        field = f"timetables[{intention.timetable!r}].milestones"
        result, missing = Result.UNDETERMINED, (Missing(field, "the days of the milestones"),)
    else:
        result = _follows(until, intention.start)
        if result is Result.UNDETERMINED:
            missing = (Missing(here, "the exact days"),)
    return Finding(
        "timetable.before-start",
        "Service starts after the milestones",
        result,
        Aspect.DATES,
        intention.reference,
        intention.source,
        intention.start,
        "" if until is None else "on or after",
        None if until is None else until.day,
        missing,
    )


@rule(
    id="timetable.start",
    title="The timetable and the intention start the service on one day",
    citation=COUNTS.at("days that agree"),
    in_force=ALWAYS,
)
def start_agrees(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise where an intention starts its service on no day on which its timetable does."""
    for intention in reviewed.intentions.values():
        timetable = reviewed.timetables.get(intention.timetable)
        start = intention.start
        if timetable is None or start is None or not intention.buys:
            continue
        starts = [
            each.day
            for each in timetable.milestones
            if each.kind is MilestoneKind.SERVICE_STARTS and each.day is not None
        ]
        if starts and not any(_may_be_one(start, day) for day in starts):
            yield Finding(
                "timetable.start",
                "Start as in the timetable",
                Result.NOT_MET,
                Aspect.DATES,
                intention.reference,
                timetable.source,
                start,
                "one of",
                tuple(format_day(day) for day in sorted(starts, key=earliest)),
                binding=False,
                note="the record gives two days for one start",
            )


def _may_be_one(one: Day, other: Day) -> bool:
    """Say whether two days, each known to a range at least, may be the same."""
    return earliest(one) <= latest(other) and earliest(other) <= latest(one)


@rule(
    id="timetable.approved",
    title="A resolution approved the timetable",
    citation=COUNTS.at("resolutions"),
    in_force=ALWAYS,
)
def timetable_approved(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask which resolution approved a timetable; to note it does not."""
    for timetable in reviewed.timetables.values():
        noted = reviewed.only_noted(timetable)
        resolution = None if noted else reviewed.resolutions.get(timetable.approved_by)
        field = f"timetables[{timetable.reference!r}].approved_by"
        missing = Missing(field, "the resolution that approved it")
        yield Finding(
            "timetable.approved",
            "Approved",
            Result.UNDETERMINED if resolution is None else Result.MET,
            Aspect.POWER,
            timetable.reference,
            timetable.source if resolution is None else resolution.source,
            timetable.approved_by or None,
            "" if resolution is None else "by",
            None if resolution is None else resolution.body,
            (missing,) if resolution is None else (),
            note=NOTED_ONLY if noted else "",
        )
