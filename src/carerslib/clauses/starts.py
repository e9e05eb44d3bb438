"""Clauses about when it starts, and what else its days depend on.

Start, Shortest and SamePeriod.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_bounds, check_clause
from carerslib.clauses._lengths import (
    APART,
    Unlike,
    either_way,
    ends_before,
    extended,
    is_over_before,
    may_be_of_option,
    of_years,
    unlike_days,
)
from carerslib.clauses.requests import Extent
from carerslib.errors import InvalidValueError, require
from carerslib.periods import (
    DateRange,
    Day,
    Term,
    earliest,
    last_day_of,
    latest,
)
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request

__all__ = ["SamePeriod", "Shortest", "Start"]


@final
@attrs.frozen
class Start:
    """The days on which it may start, both inclusive; either may be left open.

    An exact start has the same first and last day; one known to the month, those of the month. An
    extension that starts after them states the days of its option, and is not asked; one that
    starts before them is. Under an authority to extend alone, which says nothing of a firm term,
    they are the days on which the option may start, and it is held to them; so it is where its
    figures replace those of its contract.
    """

    reference: str
    source: Citation
    first: date | None = None
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        require(*check_clause(self.reference, self.source), *check_bounds(self.first, self.last))

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Compare the first day with both bounds."""
        del tally
        extent = request.extent(basis)
        start = extent.first
        first, last = self.first or date.min, self.last or date.max
        if start is None:
            return Result.NOT_MET if ends_before(extent, first) else Result.UNDETERMINED
        if earliest(start) >= first and latest(start) <= last:
            return Result.MET
        if earliest(start) > last:
            goes_on = request.power == "extend" and not request.particulars.offered
            return Result.NOT_APPLICABLE if goes_on else Result.NOT_MET
        return Result.NOT_MET if latest(start) < first else Result.UNDETERMINED

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        """Give the first day against the days allowed."""
        result = self.result(request, tally, basis)
        extent = request.extent(basis)
        unknown = result is Result.UNDETERMINED
        return Finding(
            self.reference,
            "Start",
            result,
            Aspect.DATES,
            request.reference,
            self.source,
            extent.first,
            *self._permitted(),
            (Missing("contract.first_day", "the exact day"),) if unknown else (),
            self._remedy(request, extent) if result is Result.NOT_MET else None,
            asked=extent.first is not None or result is Result.NOT_MET,
            note="" if extent.first is not None else of_years(extent, self.first, None),
        )

    def _permitted(self) -> tuple[str, Day]:
        first, last = self.first, self.last
        if first is None or last is None:
            return (
                ("on or before", last) if last is not None else ("on or after", first or date.min)
            )
        return ("on", first) if first == last else ("within", DateRange(first, last))

    def _remedy(self, request: Request, extent: Extent) -> Remedy | None:
        start = extent.first
        if start is None:
            return None
        if self.first is not None and latest(start) < self.first:
            if is_over_before(request, extent, self.first):
                return None
            return Remedy("first_day", self.first, "start on or after", self.first)
        nearest = self.last or date.max
        return Remedy("first_day", nearest, "start on or before", nearest)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a start is not used up."""
        del used, basis
        return ()


@final
@attrs.frozen
class Shortest:
    """The shortest that each contract may run from its own first day, that day included.

    ``of`` says whether the whole with its options is bound, as the basis counts them, or the firm
    term alone. Where an extension states the days of its option alone, it is not asked, but under
    an authority to extend alone that says nothing of a firm term.
    """

    reference: str
    source: Citation
    at_least: Term
    of: Literal["whole", "firm"] = "whole"

    def __attrs_post_init__(self) -> None:
        term, of = self.at_least, self.of
        require(
            *check_clause(self.reference, self.source),
            None if isinstance(term, Term) else InvalidValueError("at_least", term, "a Term"),
            None if of in ("whole", "firm") else InvalidValueError("of", of, "'whole' or 'firm'"),
        )

    def _found(self, request: Request, basis: Basis) -> tuple[Extent, Result, bool]:
        extent = request.firm if self.of == "firm" else request.extent(basis)
        if self.of == "firm":
            found = extent, self._held(extent), False
        else:
            found = either_way(request, extent, self._held)
        if found[1] is Result.NOT_MET and may_be_of_option(request, extent):
            # how long the contract was before the option is not stated
            return extent, Result.UNDETERMINED, True
        return found

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Compare the length with the shortest."""
        del tally
        return self._found(request, basis)[1]

    def _held(self, extent: Extent) -> Result:
        if extent.length is None:
            return self._between(extent)
        first = extent.first_from if extent.first_from == extent.first_to else None
        reached = self.at_least.within(extent.length, first)
        if reached is None:
            return Result.UNDETERMINED
        return Result.MET if reached else Result.NOT_MET

    def _between(self, extent: Extent) -> Result:
        """Compare the shortest and the longest that days known only to a range leave open."""
        shortest, longest, stated = extent.shortest, extent.longest, extent.at_least
        if shortest is not None and self.at_least.within(shortest, extent.first_to):
            return Result.MET
        if stated is not None and self.at_least.within(stated):
            return Result.MET
        if longest is not None and self.at_least.within(longest, extent.first_from) is False:
            return Result.NOT_MET
        return Result.UNDETERMINED

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        """Give the length against the shortest, and the last day that would do."""
        del tally
        extent, result, apart = self._found(request, basis)
        remedy: Remedy | None = None
        whole = extent is request.extent(basis) and extended(request, extent) is None
        if result is Result.NOT_MET and whole and isinstance(extent.first, date):
            last = last_day_of(extent.first, self.at_least)
            remedy = Remedy("last_day", last, "end on or after", last)
        missing = (Missing("contract.term", "the length, or the first and last day"),)
        measured = extent.length or extent.shortest or extent.at_least or extent.longest
        exact = extent.length is not None or measured is None
        bound = "this long at least" if extent.longest is None else "not known exactly"
        return Finding(
            self.reference,
            "Shortest length" if self.of == "whole" else "Shortest length of the firm term",
            result,
            Aspect.FLOOR,
            request.reference,
            self.source,
            measured,
            "at least",
            self.at_least,
            APART if apart else missing if result is Result.UNDETERMINED else (),
            remedy,
            asked=measured is not None and not apart,
            note="" if exact else bound,
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a shortest length is not used up."""
        del used, basis
        return ()


def _same(one: Day | None, other: Day | None) -> Result:
    if one is None or other is None:
        return Result.UNDETERMINED
    if latest(one) < earliest(other) or latest(other) < earliest(one):
        return Result.NOT_MET
    exact = earliest(one) == latest(one) and earliest(other) == latest(other)
    return Result.MET if exact else Result.UNDETERMINED


@final
@attrs.frozen
class SamePeriod:
    """It must run for the same days as something else: another contract, as a rule.

    ``linked`` names it; ``period`` is its days where the record states them, both inclusive. Where
    it does not, they are those of the contract that a proposal links under that name.
    """

    reference: str
    source: Citation
    linked: str
    period: DateRange | None = None

    def __attrs_post_init__(self) -> None:
        linked, period = self.linked, self.period
        require(
            *check_clause(self.reference, self.source),
            None if linked else InvalidValueError("linked", linked, "what it runs beside"),
            None
            if period is None or isinstance(period, DateRange)
            else InvalidValueError("period", period, "a DateRange, or None if not stated"),
        )

    def _other(self, request: Request) -> Extent:
        """Give what is stated of the days that it must have."""
        if self.period is not None:
            return Extent(self.period.first, self.period.last)
        return request.particulars.linked.get(self.linked, Extent())

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worse of the two ends."""
        del tally
        other = self._other(request)
        first, last = other.first, other.last
        extent, end, _ = self._last(request, last, basis)
        ends = (_same(extent.first, first), end)
        if Result.NOT_MET in ends or self._unlike(request, basis) is not None:
            return Result.NOT_MET
        return Result.UNDETERMINED if Result.UNDETERMINED in ends else Result.MET

    def _last(
        self, request: Request, last: Day | None, basis: Basis
    ) -> tuple[Extent, Result, bool]:
        return either_way(request, request.extent(basis), lambda days: _same(days.last, last))

    def _unlike(self, request: Request, basis: Basis) -> Unlike | None:
        """Give what cannot be of the same days, with an option taken up or without."""
        extent, other = request.extent(basis), self._other(request)
        more = extended(request, extent)
        held = unlike_days(extent if more is None else more.extent, other)
        return held if more is None or more.certain else held and unlike_days(extent, other)

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a finding for each end."""
        del tally
        other = self._other(request)
        first, last = other.first, other.last
        extent, end, apart = self._last(request, last, basis)
        of_first = self._end(request, "first_day", _same(extent.first, first), extent.first, first)
        of_last = self._end(request, "last_day", end, extent.last, last)
        if apart:
            of_last = of_last._replace(missing=APART, asked=False)
        parts = [of_first, of_last]
        unlike = self._unlike(request, basis)
        if unlike is not None:
            parts.append(self._length_or_year(request, unlike))
        title = f"Same period as {self.linked}"
        return Verdict.all_of(parts, title=title, subject=request.reference, basis=basis)

    def _length_or_year(self, request: Request, unlike: Unlike) -> Finding:
        is_length = isinstance(unlike.stated, Term)
        return Finding(
            self.reference,
            f"{'Length' if is_length else 'Year of an amount'}, as of {self.linked}",
            Result.NOT_MET,
            Aspect.LENGTH if is_length else Aspect.DATES,
            request.reference,
            self.source,
            unlike.stated,
            "the same as" if is_length else "in",
            unlike.permitted,
            note="whatever its days are",
        )

    def _end(
        self, request: Request, field: str, result: Result, own: Day | None, other: Day | None
    ) -> Finding:
        missing: tuple[Missing, ...] = ()
        if result is Result.UNDETERMINED:
            named = f"proposal.linked[{self.linked!r}]" if other is None else f"contract.{field}"
            missing = (Missing(named, "the exact day"),)
        return Finding(
            self.reference,
            f"{'First' if field == 'first_day' else 'Last'} day, as of {self.linked}",
            result,
            Aspect.DATES,
            request.reference,
            self.source,
            own,
            "the same day as",
            other,
            missing,
            asked=own is not None,
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a period is not used up."""
        del used, basis
        return ()
