"""A limit at length: a figure, what counts against it, and what is found of each group.

A cap judges a register by plain numbers where it can; whatever needs words is made here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.clauses._groups import (
    NOT_STATED,
    PARTS,
    Grouping,
    inside,
    may_be_of,
    reaches,
)
from carerslib.clauses._measures import (
    ROUNDED_DOWN,
    ROUNDED_UP,
    UNBOUNDED,
    Comparison,
    add,
    answer,
    comparisons,
    of_price,
    spread,
    up_to,
    used_before,
    used_least,
)
from carerslib.clauses._remedies import nearest_that_would_do
from carerslib.clauses._unplaced import asks, not_placed, together
from carerslib.clauses.base import Room
from carerslib.clauses.figures import READINGS, Effect, Figure, Measure
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.prices import Vat
from carerslib.verdicts import Aspect, Combining, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.clauses.base import Tally
    from carerslib.clauses.requests import Extent, Group, Request
    from carerslib.verdicts import Value

__all__ = ["Limit", "Row", "rows_of"]

_NAMES: Final = (*filter(None, READINGS.values()), ROUNDED_UP, ROUNDED_DOWN)


@final
class Row(NamedTuple):
    """A group, what the request adds to it, what it then holds, and the least it held before."""

    group: Group
    adding: Measure
    total: Measure
    used: Measure = 0


@final
class Limit(NamedTuple):
    """A figure that is not to be passed, or with ``floor`` to be reached, and what counts.

    With ``partial`` a request states only some of that.
    """

    reference: str
    source: Citation
    title: str
    figure: Figure
    grouping: Grouping
    counts: bool
    like: bool
    strict: bool
    floor: bool = False
    distinct: str = ""
    partial: bool = False

    @property
    def _aspect(self) -> Aspect:
        if self.floor:
            return Aspect.FLOOR
        return Aspect.COUNT if self.counts else Aspect.AMOUNT

    @property
    def comparison(self) -> str:
        """How the figure bounds, in words."""
        if self.floor:
            return "more than" if self.strict else "at least"
        return "less than" if self.strict else "at most"

    def _shift(self) -> int:
        """Give what is added to the figure, where it may not be met exactly."""
        if not self.strict:
            return 0
        return 1 if self.floor else -1

    def compared(self, total: Measure, groups: int = 1) -> tuple[Combining, tuple[Comparison, ...]]:
        """Give the comparisons of a total with the figure, or with that of several groups."""
        return comparisons(self.figure, total, groups, shift=self._shift(), floor=self.floor)

    def chosen(self, basis: Basis) -> str | None:
        """Give the reading of the figure that a council has chosen; refuse a name that is none."""
        chosen = basis.reading(self.reference)
        if chosen is not None and chosen not in _NAMES:
            field, expected = f"reading of {self.reference}", f"one of {', '.join(_NAMES)}"
            raise InvalidValueError(field, chosen, expected)
        return chosen

    def bursting(
        self, request: Request, tally: Tally, basis: Basis
    ) -> tuple[Comparison, int] | None:
        """Find where a request is too much for its groups however it is spread over them.

        With it goes how many groups they are: several contracts alike have a figure each.
        """
        alone = self.distinct or self.partial or not self.grouping.per
        if alone or self._may_be_counted(request, tally):
            return None
        extent = request.extent(basis)
        for groups, held in together(self, request, self._reached(request, tally, extent), extent):
            how, made = self.compared(held, groups)
            if answer(how, made, self.chosen(basis)) is Result.NOT_MET:
                return next(test for test in made if test.result is Result.NOT_MET), groups
        return None

    def _may_be_counted(self, request: Request, tally: Tally) -> bool:
        """Say whether it may go on with a contract that is counted, and be no further one."""
        goes_on = self.counts and request.power in ("extend", "modify")
        return goes_on and not any(isinstance(each, int) and each for _, each in tally[0])

    def rows(self, request: Request, tally: Tally, basis: Basis) -> list[Row]:
        """Give the rows of the groups that a request touches, or may touch."""
        extent = request.extent(basis)
        tally = self._reached(request, tally, extent)
        if not _is_loose(tally):
            return rows_of(tally, floor=self.floor)
        lines = (None,) if self.counts else extent.lines or (None,)
        kept = [
            ((group, adding), total)
            for (group, adding), total in zip(*tally, strict=True)
            if adding
            or group == NOT_STATED
            or any(may_be_of(group, line, request, extent, self.grouping) for line in lines)
        ]
        return rows_of((tuple(each for each, _ in kept), tuple(total for _, total in kept)))

    def _reached(self, request: Request, tally: Tally, extent: Extent) -> Tally:
        """Leave open what others use of a part that a request need not be of at all."""
        adds, totals = tally
        if self.floor or not self.grouping.is_part or tuple(each for _, each in adds) == totals:
            return tally
        lines = (*extent.lines, None) if self.counts else extent.lines or (None,)
        return adds, tuple(
            total
            if group == NOT_STATED
            or any(reaches(group, line, request, extent, self.grouping) for line in lines)
            else up_to(total)
            for (group, _), total in zip(adds, totals, strict=True)
        )

    def at_length(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a finding for each group that is not inside the figure, or for the fullest."""
        used = used_least(tally)
        rows = [
            row._replace(used=used.get(row.group, 0)) for row in self.rows(request, tally, basis)
        ]
        if not rows:
            return self._not_touched(request)
        extent = request.extent(basis)
        parts = [self._group(request, extent, basis, row) for row in rows]
        if all(part.result is not Result.NOT_MET for part in parts):
            bursting = self.bursting(request, tally, basis)
            if bursting:
                test, groups = bursting
                title = f"{self.title}, {groups} together" if groups > 1 else self.title
                return self._finding(request, test, title, None, extent)
        outside = [part for part in parts if part.result is not Result.MET]
        if not outside:
            pick = min if self.floor else max
            nearest = pick(rows, key=lambda row: spread(row.total)[1])
            return self._group(request, extent, basis, nearest)
        if len(outside) == 1:
            return outside[0]
        return Verdict.all_of(outside, title=self.title, subject=request.reference, basis=basis)

    def _group(self, request: Request, extent: Extent, basis: Basis, row: Row) -> Part:
        title = self.titled(row.group)
        how, made = self.compared(row.total)
        parts: list[Part] = [
            self._finding(
                request, test, f"{title}, {test.reading}" if test.reading else title, row, extent
            )
            for test in made
        ]
        if len(parts) == 1:
            return parts[0]
        subject = request.reference
        if how is Combining.ALL_OF:
            return Verdict.all_of(parts, title=title, subject=subject, basis=basis)
        chosen = self.chosen(basis)
        named = f"{title}, {chosen}" if chosen in {test.reading for test in made} else ""
        return Verdict.agree(parts, title=title, subject=subject, basis=basis, chosen=named)

    def titled(self, group: Group) -> str:
        """Name the limit for one group."""
        if len(group) == 1:
            return f"{self.title}: {group[0]}"
        return f"{self.title}: {', '.join(group)}" if group else self.title

    def _finding(
        self, request: Request, test: Comparison, title: str, row: Row | None, extent: Extent
    ) -> Finding:
        """Make a finding; without a row it is about several groups together."""
        result = test.result
        remedy: Remedy | None = None
        missing: tuple[Missing, ...] = ()
        asked = True
        if row is not None and result is Result.NOT_MET:
            remedy = nearest_that_would_do(self, test, request, extent, row.group)
        elif row is not None and result is Result.UNDETERMINED:
            missing = self._missing(test, request, extent, row)
            asked = self._states(extent) and not self.partial and asks(self, request, extent, row)
        count = self.counts
        permitted = (test.low if self.floor else test.high) - self._shift()
        return Finding(
            self.reference,
            title,
            result,
            self._aspect,
            request.reference,
            self.source,
            self._measured(test),
            self.comparison,
            permitted if count else Money.pence(permitted),
            missing,
            remedy,
            self.figure.effect is not Effect.ADVISES,
            asked,
            self._note(test, extent, row),
        )

    def _measured(self, test: Comparison) -> Money | int | None:
        """Give the most that it can be, or the least where there is no most; None for neither."""
        if test.is_unknown:
            return None
        found = test.least if self.floor or test.most >= UNBOUNDED else test.most
        return found if self.counts else Money.pence(found)

    def _note(self, test: Comparison, extent: Extent, row: Row | None) -> str:
        figure = self.figure
        before = 0 if row is None or test.result is Result.MET else used_before(test, row[1:3])
        used = before if self.counts else Money.pence(before)
        notes = [f"{used} of it used before"] if before else []
        if test.vat is Vat.UNSTATED and not (self.counts or test.is_unknown):
            notes.append(extent.on_vat)
        if test.least != test.most and not test.is_unknown:
            notes.append("this much at least" if test.most >= UNBOUNDED else "not known exactly")
        if figure.rounded_to:
            notes.append(f"the record rounds to {figure.rounded_to}")
        if figure.effect is Effect.ADVISES:
            notes.append(f"an {figure.nature}, which does not bind")
        return "; ".join(notes)

    def _states(self, extent: Extent) -> bool:
        """Say whether a request states any of what is counted."""
        return self.counts or any(line.price is not None for line in extent.lines)

    def _missing(
        self, test: Comparison, request: Request, extent: Extent, row: Row
    ) -> tuple[Missing, ...]:
        figure = self.figure
        if figure.rounded_to and test.least == test.most:
            rounded = f"the exact figure, which the record rounds to {figure.rounded_to}"
            return (Missing(f"clause {self.reference}", rounded),)
        unpriced = tuple(
            Missing(f"contract.{line.what}", "the amount")
            for line in extent.lines
            if line.price is None
        )
        if not self.counts and (unpriced or not extent.lines):
            return unpriced or (Missing("contract.value", "the amount"),)
        several = request.particulars.number > 1
        open_ = any(
            inside(line, request, extent, self.grouping) is None for line in extent.lines or (None,)
        )
        left_out = [each for each, _ in self.grouping.without if open_ and each not in PARTS]
        dimensions = (*self.grouping.dimensions, *filter(None, (self.distinct,)), *left_out)
        loose = [each for each in dimensions if several or each != "contract"]
        if loose:
            return tuple(not_placed(each, counts=self.counts) for each in loose)
        stated = [of_price(line.price, like=self.like) for line in extent.lines]
        if not (self.counts or all(isinstance(each, int) for each in stated)):
            return (
                Missing("contract.value", "whether it includes VAT, and how much VAT there is"),
            )
        known = isinstance(row.adding, int)
        if known or self.counts:
            what = "how much of what was used counts here"
            return (Missing("used", what if known else "which contracts are counted already"),)
        return (Missing("contract.amounts", "how much of the amount counts here"),)

    def unpublished(self, request: Request, basis: Basis) -> Finding:
        """Give the finding of a figure that was not published."""
        missing = Missing(f"clause {self.reference}", "the figure, which was not published")
        return Finding(
            self.reference,
            self.title,
            Result.UNDETERMINED,
            self._aspect,
            request.reference,
            self.source,
            comparison=self.comparison,
            missing=(missing,),
            asked=self._states(request.extent(basis)),
            note="the figure was not published",
        )

    def _not_touched(self, request: Request) -> Finding:
        return Finding(
            self.reference,
            self.title,
            Result.NOT_APPLICABLE,
            self._aspect,
            request.reference,
            self.source,
            binding=self.figure.effect is not Effect.ADVISES,
            note="nothing of what is proposed counts here",
        )

    def rooms(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what is left in each group that has been used, and in one that has not."""
        if self.figure.amount is None:
            note = "the figure was not published"
            return (Room(self.reference, self.title, (), None, self.source, note=note),)
        rows = rows_of((tuple((group, 0) for group in used), tuple(used.values())))
        rooms = [self._left(row.group, row.total, basis, "") for row in rows]
        if not self.grouping.per and not rooms:
            return (self._left((), 0, basis, ""),)
        if self.grouping.per:
            rooms.append(self._left((), 0, basis, "each that is not yet used"))
        return tuple(rooms)

    def _left(self, group: Group, total: Measure, basis: Basis, note: str) -> Room:
        _, made = self.compared(total)
        chosen = self.chosen(basis)
        kept = [test for test in made if chosen in (None, test.reading)] or list(made)
        lefts: list[tuple[str, Value]] = []
        for test in kept:
            exact = test.least == test.most and test.low == test.high
            left = test.low - test.least
            value: Value = left if self.counts else Money.pence(left)
            lefts.append((test.reading, value if exact else None))
        agreed = {left for _, left in lefts}
        agreed_left = agreed.pop() if len(agreed) == 1 else None
        advice = "advice only" if self.figure.effect is Effect.ADVISES else ""
        notes = "; ".join(each for each in (note, advice) if each)
        shown = () if agreed_left is not None else tuple(lefts)
        return Room(self.reference, self.title, group, agreed_left, self.source, shown, notes)


def _is_loose(tally: Tally) -> bool:
    """Say whether some of what a request adds is placed in no group."""
    return any(adding for group, adding in tally[0] if group == NOT_STATED)


def rows_of(tally: Tally, *, floor: bool = False) -> list[Row]:
    """Give what each group holds after the request; what has no group may lie in any of them.

    Where that is nothing it is inside any limit, but it reaches no floor.
    """
    adds, totals = tally
    if all(group != NOT_STATED for group, _ in adds):
        return [
            Row(group, adding, total) for (group, adding), total in zip(adds, totals, strict=True)
        ]
    held = dict(zip((group for group, _ in adds), totals, strict=True))
    loose = up_to(held.pop(NOT_STATED))
    rows = [
        Row(group, adding, add(held[group], loose)) for group, adding in adds if group != NOT_STATED
    ]
    if _is_loose(tally):
        # what others use of a group is too much for this only if any of this is of it
        rows = [row if row.adding else row._replace(total=up_to(row.total)) for row in rows]
    return rows or ([Row(NOT_STATED, loose, loose)] if loose or floor else [])
