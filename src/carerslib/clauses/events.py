"""EventBound: an end or a start that depends on something that happens."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause
from carerslib.clauses._lengths import (
    APART,
    either_way,
    ends_before,
    extended,
    is_over_before,
    of_years,
    starts_after,
)
from carerslib.clauses.base import Room
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day, check_day, earliest, latest, on_or_before
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["EventBound"]

_ENDS: Final = ("first", "last")


@final
@attrs.frozen
class EventBound:
    """It must end by an event, or start with it: a new framework, say, or the end of a pilot.

    ``on`` is the day of the event where the record states it; where a proposal states the
    ``event`` among its facts, that day counts. ``bound`` is "last" where the last day may not be
    after the event, "first" where the first day may not be before it. An event whose day is not
    known is not asked about, and alone it limits nothing.
    """

    reference: str
    source: Citation
    event: str
    on: Day | None = None
    bound: Literal["first", "last"] = "last"

    def __attrs_post_init__(self) -> None:
        on, exact = self.on, not isinstance(self.on, DateRange)
        require(
            *check_clause(self.reference, self.source),
            None if self.event else InvalidValueError("event", self.event, "what happens"),
            check_day("on", on) if on is not None and exact else None,
            None
            if self.bound in _ENDS
            else InvalidValueError("bound", self.bound, "'first' or 'last'"),
        )

    def day(self, request: Request) -> Day | None:
        """Give the day of the event, as a request states it or the record; None if neither does."""
        fact = request.particulars.facts.get(self.event)
        return fact.on if fact is not None and fact.on is not None else self.on

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Compare the end that is bound with the day of the event."""
        del tally
        return self._found(request, basis)[1]

    def _found(self, request: Request, basis: Basis) -> tuple[Extent, Result, bool]:
        event = self.day(request)
        return either_way(request, request.extent(basis), lambda days: self._held(days, event))

    def _held(self, extent: Extent, event: Day | None) -> Result:
        own = extent.last if self.bound == "last" else extent.first
        if event is None:
            return Result.UNDETERMINED
        if own is None:
            return Result.NOT_MET if self._is_past(extent, event) else Result.UNDETERMINED
        inside = on_or_before(own, event) if self.bound == "last" else on_or_before(event, own)
        if inside is None:
            return Result.UNDETERMINED
        return Result.MET if inside else Result.NOT_MET

    def _is_past(self, extent: Extent, event: Day) -> bool:
        """Say whether it starts after the event by which it ends, or ends before it may start."""
        if self.bound == "last":
            return starts_after(extent, latest(event))
        return ends_before(extent, earliest(event))

    def _may_be_moved(self, request: Request, extent: Extent, event: date) -> bool:
        """Say whether it would still run for a day with its end by the event, or its start then."""
        if self.bound == "last":
            return extent.first_to is None or extent.first_to <= event
        return not is_over_before(request, extent, event)

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give the end that is bound against the day of the event."""
        del tally
        (extent, result, apart), event = self._found(request, basis), self.day(request)
        last = self.bound == "last"
        own, field = (extent.last, "last_day") if last else (extent.first, "first_day")
        missing: tuple[Missing, ...] = APART if apart else ()
        if result is Result.UNDETERMINED and not apart:
            missing = self._missing(own, event, field)
        remedy: Remedy | None = None
        if (
            result is Result.NOT_MET
            and own is not None
            and isinstance(event, date)
            and (not last or extended(request, request.extent(basis)) is None)
            and self._may_be_moved(request, extent, event)
        ):
            words = "end on or before" if last else "start on or after"
            remedy = Remedy(field, event, words, event)
        return Finding(
            self.reference,
            f"{'Last' if last else 'First'} day, by: {self.event}",
            result,
            Aspect.DATES,
            request.reference,
            self.source,
            own,
            "on or before" if last else "on or after",
            event,
            missing,
            remedy,
            asked=result is Result.NOT_MET or not (apart or own is None or event is None),
            note=self._of_years(extent, event) if own is None else "",
        )

    def _missing(self, own: Day | None, event: Day | None, field: str) -> tuple[Missing, ...]:
        missing: list[Missing] = []
        if not isinstance(event, date):
            missing.append(Missing(f"proposal.facts[{self.event!r}]", "the day of the event"))
        if not isinstance(own, date):
            missing.append(Missing(f"contract.{field}", "the exact day"))
        return tuple(missing)

    def _of_years(self, extent: Extent, event: Day | None) -> str:
        if event is None:
            return ""
        last = self.bound == "last"
        bounds = (None, latest(event)) if last else (earliest(event), None)
        return of_years(extent, *bounds)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give the last day that the event allows, where it is known."""
        del used, basis
        if self.bound == "first" or self.on is None:
            return ()
        title = f"Last day, by: {self.event}"
        return (Room(self.reference, title, (), self.on, self.source),)
