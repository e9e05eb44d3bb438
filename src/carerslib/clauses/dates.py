"""Clauses about days and lengths: Window and Length."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_bounds, check_clause
from carerslib.clauses._lengths import (
    APART,
    between,
    ends_before,
    extended,
    is_over_before,
    of_years,
    shorter,
    sooner,
    starts_after,
    taken,
    within,
)
from carerslib.clauses._measures import worst
from carerslib.clauses._unnamed import is_unnamed
from carerslib.clauses.base import Room
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Term
from carerslib.verdicts import (
    Aspect,
    Combined,
    Combining,
    Finding,
    Missing,
    Part,
    Remedy,
    Result,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["TITLES", "Length", "Window", "days_late", "sooner"]

_FIRST_DAY: Final = (Missing("contract.first_day", "the exact day"),)
_LAST_DAY: Final = (Missing("contract.last_day", "the exact day"),)
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_NOT_APPLICABLE: Final = Result.NOT_APPLICABLE
_MET: Final = Result.MET
_DATES: Final = Aspect.DATES
_LENGTH: Final = Aspect.LENGTH
TITLES: Final = {"whole": "Length", "firm": "Length of the firm term"}
"""What the finding of a length is called, by what it bounds."""


def _not_before(extent: Extent, bound: date | None) -> Result:
    if bound is None:
        return _NOT_APPLICABLE
    if extent.first_from is None or extent.first_to is None:
        return _NOT_MET if ends_before(extent, bound) else _UNDETERMINED
    if extent.first_from >= bound:
        return _MET
    return _NOT_MET if extent.first_to < bound else _UNDETERMINED


def _not_after(extent: Extent, bound: date | None) -> Result:
    if bound is None:
        return _NOT_APPLICABLE
    if extent.last_from is None or extent.last_to is None:
        return _NOT_MET if starts_after(extent, bound) else _UNDETERMINED
    if extent.last_to <= bound:
        return _MET
    return _NOT_MET if extent.last_from > bound else _UNDETERMINED


def _leaves_no_option(request: Request, bound: date) -> bool:
    """Say whether an end by then takes off every option, of which an extension takes one."""
    ends = request.firm.last_from
    taking = request.power == "extend" and taken(request) is not None
    return taking and ends is not None and ends >= bound


@final
@attrs.frozen
class Window:
    """The days within which the whole must lie, both inclusive; either may be left open."""

    reference: str
    source: Citation
    first: date | None = None
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        require(*check_clause(self.reference, self.source), *check_bounds(self.first, self.last))

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worse of the two ends."""
        del tally
        extent, later = self._extents(request, basis)
        end = _not_after(extent, self.last)
        if end is _NOT_MET or (end is _UNDETERMINED and self._overlong(request, extent)):
            return _NOT_MET
        if later is not None and end is _MET:
            end = _UNDETERMINED
        start = _not_before(extent, self.first)
        if start is _MET or start is _NOT_APPLICABLE:
            return start if end is _NOT_APPLICABLE else end
        return start

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a finding for each end that the words fix."""
        del tally
        ends = self.ends(request, basis)
        if len(ends) == 1:
            return ends[0]
        dates = Combined(Combining.ALL_OF, "Dates", request.reference, basis, ends)
        return Verdict.judged(dates, worst([end.result for end in ends]))

    def ends(self, request: Request, basis: Basis) -> tuple[Finding, ...]:
        """Give the finding of each end that the words fix, with no verdict around them."""
        extent, later = self._extents(request, basis)
        if self.last is None:
            return (self._first_day(request, extent, self.first or date.min),)
        end = self._last_day(request, extent, self.last)
        if later is not None and end.result is _MET:
            end = end._replace(result=_UNDETERMINED, missing=APART, asked=False)
        if self.first is None:
            return (end,)
        overlong = self._overlong(request, extent) if end.result is _UNDETERMINED else None
        if overlong is not None:
            end = self._too_long(request, overlong)
        return (self._first_day(request, extent, self.first), end)

    def _extents(self, request: Request, basis: Basis) -> tuple[Extent, Extent | None]:
        """Give the days with an option that is added to them, and those that may go on too late."""
        extent = request.extent(basis)
        more = extended(request, extent)
        if more is None or _not_after(more.extent, self.last) in (_MET, _NOT_APPLICABLE):
            return extent, None
        return (more.extent, None) if more.certain else (extent, more.extent)

    def _overlong(self, request: Request, extent: Extent) -> Term | None:
        """Give a length that does not fit into the days, whenever it starts."""
        length = extent.length or extent.at_least or extent.begun or taken(request)
        if length is None or self.first is None or self.last is None:
            return None
        return length if length.within(DateRange(self.first, self.last).length) is False else None

    def _too_long(self, request: Request, length: Term) -> Finding:
        most = DateRange(self.first or date.min, self.last or date.max).length
        return Finding(
            self.reference,
            "Length of the days allowed",
            _NOT_MET,
            _LENGTH,
            request.reference,
            self.source,
            length,
            "at most",
            most,
            note="it does not fit into them, whenever it starts",
        )

    def _first_day(self, request: Request, extent: Extent, bound: date) -> Finding:
        start, result = extent.first_from, _MET
        missing: tuple[Missing, ...] = ()
        remedy: Remedy | None = None
        if start is None or start < bound:
            result = _not_before(extent, bound)
            if result is _UNDETERMINED:
                missing = _FIRST_DAY
            elif not is_over_before(request, extent, bound):
                remedy = Remedy("first_day", bound, "start on or after", bound)
        return Finding(
            self.reference,
            "First day",
            result,
            _DATES,
            request.reference,
            self.source,
            extent.first,
            "on or after",
            bound,
            missing=missing,
            remedy=remedy,
            asked=extent.first is not None or result is _NOT_MET,
        )

    def _last_day(self, request: Request, extent: Extent, bound: date) -> Finding:
        end, result, note = extent.last_to, _MET, ""
        missing: tuple[Missing, ...] = ()
        remedy: Remedy | None = None
        if end is None or end > bound:
            result = _not_after(extent, bound)
            if result is _UNDETERMINED:
                missing = _LAST_DAY
            else:
                note = days_late(extent.last_from, bound)
                years = of_years(extent, None, bound) if extent.last is None else ""
                if years:
                    note = years
                elif extended(request, extent) is not None or _leaves_no_option(request, bound):
                    remedy = None  # an option that is added goes on from any day
                elif extent.first_to is None or extent.first_to <= bound:
                    remedy = Remedy("last_day", bound, "end on or before", bound)
        return Finding(
            self.reference,
            "Last day",
            result,
            _DATES,
            request.reference,
            self.source,
            extent.last,
            "on or before",
            bound,
            missing=missing,
            remedy=remedy,
            asked=extent.last is not None or result is _NOT_MET,
            note=note,
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give the last day that the words allow."""
        del used, basis
        if self.last is None:
            return ()
        return (Room(self.reference, "Last day", (), self.last, self.source),)


def days_late(last: date | None, bound: date) -> str:
    """Say how many days late a last day is; nothing of one that is not known."""
    if last is None:
        return ""
    days = last.toordinal() - bound.toordinal()
    return f"{days:,} days late" if days > 1 else "1 day late"


@final
@attrs.frozen
class Length:
    """The longest that each contract may run from its own first day, that day included.

    ``at_most`` is None where the length was not published. ``of`` says whether the whole with its
    options is bound, as the basis counts them, or the firm term alone.
    """

    reference: str
    source: Citation
    at_most: Term | None
    of: Literal["whole", "firm"] = "whole"

    def __attrs_post_init__(self) -> None:
        term_problem = InvalidValueError("at_most", self.at_most, "a Term, or None if unpublished")
        of_problem = InvalidValueError("of", self.of, "'whole' or 'firm'")
        require(
            *check_clause(self.reference, self.source),
            None if self.at_most is None or isinstance(self.at_most, Term) else term_problem,
            None if self.of in ("whole", "firm") else of_problem,
        )

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Compare months first: the calendar is asked only where days are left over."""
        del tally
        return self._result_of(request, self._extent(request, basis), basis)

    def _extent(self, request: Request, basis: Basis) -> Extent:
        """Give what is bound: where nothing else says how long, no shorter than an option taken."""
        if self.of == "firm":
            return request.firm
        extent = request.extent(basis)
        more = extended(request, extent)
        if more is not None and more.certain:
            return more.extent
        if extent.length is not None or self.at_most is None:
            return extent
        if extent.at_least is not None or (extent.last is not None and more is None):
            return extent
        for least in (taken(request), extent.begun):
            if least is not None and least.within(self.at_most) is False:
                return attrs.evolve(extent, at_least=least)
        return extent

    def _result_of(self, request: Request, extent: Extent, basis: Basis) -> Result:
        """Leave the firm term alone where an option is taken up and the days may be those of it.

        Those of an extension are; of anything else that takes one, that is not stated.
        """
        found = self._result(extent)
        if self.of == "whole":
            return _UNDETERMINED if self._may_go_on(request, extent, basis) else found
        takes, offered = request.particulars.takes, request.particulars.offered
        unnamed = found is _NOT_MET and is_unnamed(request)
        if found is _MET or (takes is None and not unnamed) or offered:
            return found
        alone = self.at_most is not None and request.power == "extend"
        return _NOT_APPLICABLE if alone else _UNDETERMINED

    def _may_go_on(self, request: Request, extent: Extent, basis: Basis) -> bool:
        """Say whether days that are inside may not be, if the option is still to be added."""
        more = extended(request, request.extent(basis))
        if self.of == "firm" or more is None or more.certain:
            return False
        return self._result(extent) is _MET is not self._result(more.extent)

    def _result(self, extent: Extent) -> Result:
        length, limit = extent.length, self.at_most
        if limit is None:
            return _UNDETERMINED
        if length is None:
            return between(extent, limit)
        first = extent.first_from if extent.first_from == extent.first_to else None
        inside = within(length, limit, first)
        if inside is None:
            return _UNDETERMINED
        return _MET if inside else _NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        """Give the length against the longest, and the day or the term that would do."""
        del tally
        title, extent = TITLES[self.of], self._extent(request, basis)
        result = self._result_of(request, extent, basis)
        missing: tuple[Missing, ...] = ()
        remedy: Remedy | None = None
        if result is _UNDETERMINED:
            open_ = self._may_go_on(request, extent, basis)
            missing = APART if open_ else self._missing(request, extent)
        elif result is _NOT_MET and self._may_shorten(request, extent, basis):
            remedy = shorter(extent, self.at_most)
        measured, note = extent.length, ""
        if measured is None or self.at_most is None:
            measured, note = self._bounded(extent)
        apart = self.of == "whole" and missing is APART
        return Finding(
            self.reference,
            title,
            result,
            _LENGTH,
            request.reference,
            self.source,
            measured,
            "at most",
            self.at_most,
            missing=missing,
            remedy=remedy,
            # a last day alone is held against what the other clauses say of the start
            asked=not apart
            and (measured is not None or (self.at_most is None and extent.last is not None)),
            note=note,
        )

    def _may_shorten(self, request: Request, extent: Extent, basis: Basis) -> bool:
        """Say whether the days may be chosen: an option leaves a firm term as it is."""
        taking = request.particulars.takes is not None
        if taking and (self.of == "firm" or extended(request, extent) is not None):
            return False
        return extent.at_least in (None, request.extent(basis).at_least)

    def _bounded(self, extent: Extent) -> tuple[Term | None, str]:
        """Give the most that the length can be, or the least where there is no most, and say so."""
        length, longest = extent.length, extent.longest
        measured = length or longest or extent.shortest or extent.at_least
        if self.at_most is None:
            return measured, "the length was not published"
        if measured is None:
            return None, ""
        return measured, "this long at least" if longest is None else "not known exactly"

    def _missing(self, request: Request, extent: Extent) -> tuple[Missing, ...]:
        if self.at_most is None:
            return (Missing(f"clause {self.reference}", "the length, which was not published"),)
        if self.of == "firm" and request.particulars.takes is not None and extent.length:
            return APART
        if extent.length is not None:
            return _FIRST_DAY
        if extent.longest is None:
            return (Missing("contract.term", "the length, or the first and last day"),)
        first, last = isinstance(extent.first, DateRange), isinstance(extent.last, DateRange)
        return (*(_FIRST_DAY if first else ()), *(_LAST_DAY if last else ()))

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give the longest length: each contract has it anew."""
        del used, basis
        note = "for each contract" if self.at_most else "the length was not published"
        return (Room(self.reference, "Length", (), self.at_most, self.source, note=note),)
