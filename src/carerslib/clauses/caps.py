"""Cap: how much, or how many, at most; in all, or in each group.

A total, a yearly figure, a lot, a head, a recipient and a number of contracts are all one clause:
what is counted (``of``), in which groups (``per``), of which part (``where``), and ``at_most``.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import _groups
from carerslib.clauses._checks import check_clause
from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import (
    UNBOUNDED,
    Comparison,
    add,
    answer,
    comparisons,
    less,
    spread,
    up_to,
    worst,
)
from carerslib.clauses.base import Room
from carerslib.clauses.figures import Effect, Figure, Measure
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money
from carerslib.prices import Price, Vat
from carerslib.verdicts import Aspect, Combining, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Tally
    from carerslib.clauses.requests import Extent, Group, Line, Request
    from carerslib.verdicts import Value

__all__ = ["Cap", "Of"]

# looking a member up on its enum costs more than the comparison that it is for
_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_AMOUNT: Final = Aspect.AMOUNT
_COUNT: Final = Aspect.COUNT
_LIKE_WITH_LIKE: Final = "VAT is stated on neither side: compared like with like"


class Of(enum.StrEnum):
    """What a cap counts."""

    AMOUNT = "amount"
    COUNT = "count"


def _where(pairs: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(dict(pairs).items()))


@final
class _Row(NamedTuple):
    """A group, what the request adds to it, and what it then holds."""

    group: Group
    adding: Measure
    total: Measure


@final
@attrs.frozen
class Cap:
    """At most a figure, in all or for each group. On the figure is inside it.

    ``per`` names the dimensions that make a group: ``("year",)`` for each financial year,
    ``("contract",)`` for each contract alone, ``("lot",)``, ``("recipient",)`` or any other that
    the caller's tags use. ``where`` limits what counts to one value of a dimension, as in
    ``{"lot": "1"}``. A yearly figure bounds a contract with no amounts by year only as a whole.
    """

    reference: str
    source: Citation
    at_most: Figure
    per: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_where)
    of: Of = Of.AMOUNT
    title: str = attrs.field(init=False, eq=False, repr=False)
    _like: bool = attrs.field(init=False, eq=False, repr=False)
    _plain: int | None = attrs.field(init=False, eq=False, repr=False)
    _counts: bool = attrs.field(init=False, eq=False, repr=False)
    _total: bool = attrs.field(init=False, eq=False, repr=False)
    _yearly: bool = attrs.field(init=False, eq=False, repr=False)
    _permitted: Money | int | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        figure = self.at_most
        fits = isinstance(figure, Figure) and (
            figure.amount is None or isinstance(figure.amount, int) == (self.of is Of.COUNT)
        )
        expected = "a Figure of money" if self.of is Of.AMOUNT else "a Figure of a whole number"
        per_problem = InvalidValueError("per", self.per, "a tuple of names, as in ('year',)")
        require(
            *check_clause(self.reference, self.source),
            None if fits else InvalidValueError("at_most", figure, expected),
            per_problem if isinstance(self.per, str) else None,
        )
        amount = figure.amount
        like = not isinstance(amount, Price) or amount.basis is Vat.UNSTATED
        fill = object.__setattr__
        fill(self, "_like", like)
        plain = figure.plain if figure.effect is Effect.BINDS else None
        fill(self, "_plain", plain)
        name = "Number" if self.of is Of.COUNT else "Value"
        of = "".join(f", {dimension} {value}" for dimension, value in self.where)
        title = name + "".join(f" per {dimension}" for dimension in self.per) + of
        fill(self, "title", title)
        fill(self, "_counts", self.of is Of.COUNT)
        fill(self, "_total", self.of is Of.AMOUNT and not self.per and not self.where)
        fill(self, "_yearly", self.per == ("year",) and not self.where and like)
        in_money = plain is not None and self.of is Of.AMOUNT
        fill(self, "_permitted", Money.pence(plain or 0) if in_money else plain)

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Give what a request uses in each group that it touches."""
        extent = request.extent(basis)
        if self._counts:
            return _groups.counts(request, extent, self.per, self.where)
        if self._yearly and extent.by_year:
            return extent.by_year
        return _groups.amounts(request, extent, self.per, self.where, like=self._like)

    def take(
        self, request: Request, used: dict[Group, Measure], basis: Basis, *, counts: bool
    ) -> tuple[Tally, Result] | None:
        """Tally, judge and count at once, where plain numbers will do; else None.

        The same as :meth:`adds`, :meth:`result` and adding to ``used`` one after the other, for a
        register of many contracts.
        """
        limit = self._plain
        if limit is None:
            return None
        if self._total:
            adds = request.extent(basis).all_like
            before, adding = used.get((), 0), adds[0][1]
            if not (isinstance(before, int) and isinstance(adding, int)):
                return None
            total = before + adding
            if counts:
                used[()] = total
            return (adds, (total,)), _NOT_MET if total > limit else _MET
        return None if NOT_STATED in used else self._take(request, used, basis, counts=counts)

    def _take(
        self, request: Request, used: dict[Group, Measure], basis: Basis, *, counts: bool
    ) -> tuple[Tally, Result] | None:
        adds = self.adds(request, basis)
        try:
            totals: tuple[Any, ...] = tuple(
                [used.get(group, 0) + adding for group, adding in adds]  # type: ignore[operator]
            )
            result = _NOT_MET if max(totals) > self._plain else _MET
        except (TypeError, ValueError):
            # a measure that is not one number, or nothing that counts here
            return None
        if counts:
            for (group, _), total in zip(adds, totals, strict=True):
                used[group] = total
        return (adds, totals), result

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worst of the groups; advice counts for nothing."""
        if self.at_most.effect is Effect.ADVISES:
            return Result.NOT_APPLICABLE
        if self.at_most.amount is None:
            return Result.UNDETERMINED
        chosen = basis.reading(self.reference)
        found = worst(answer(*comparisons(self.at_most, row.total), chosen) for row in _rows(tally))
        if found is Result.UNDETERMINED and self._bursting(request, tally, basis):
            return Result.NOT_MET
        return found

    def _bursting(self, request: Request, tally: Tally, basis: Basis) -> Comparison | None:
        """Find where a request is too much for its groups however it is spread over them."""
        adds, totals = tally
        known = [
            less(total, adding)
            for (group, adding), total in zip(adds, totals, strict=True)
            if group != NOT_STATED
        ]
        loose = any(adding for group, adding in adds if group == NOT_STATED)
        if len(known) <= 1 or loose or self.where or self._counts:
            return None
        ((_, whole),) = _groups.amounts(request, request.extent(basis), (), (), like=self._like)
        for before in known:
            net, _, gross, _ = spread(before)
            whole = add(whole, (net, net, gross, gross))
        how, made = comparisons(self.at_most, whole, len(known))
        if answer(how, made, basis.reading(self.reference)) is Result.NOT_MET:
            return next(test for test in made if test.result is Result.NOT_MET)
        return None

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a finding for each group that is not inside the figure, or for the fullest.

        A group whose VAT can be read in two ways has a part for each.
        """
        if self.at_most.amount is None:
            return self._unpublished(request)
        plain = None
        if self._plain is not None:
            plain = self._plain_findings(request, tally, basis, self._plain)
        return self._at_length(request, tally, basis) if plain is None else plain

    def _at_length(self, request: Request, tally: Tally, basis: Basis) -> Part:
        rows = _rows(tally)
        if not rows:
            return self._not_touched(request)
        extent = request.extent(basis)
        parts = [self._group(request, extent, basis, row) for row in rows]
        if len(parts) > 1 and all(part.result is not Result.NOT_MET for part in parts):
            bursting = self._bursting(request, tally, basis)
            if bursting:
                title = f"{self.title}, {len(rows)} together"
                return self._finding(request, bursting, title, None, extent)
        outside = [part for part in parts if part.result is not Result.MET]
        if not outside:
            return self._group(request, extent, basis, _fullest(rows))
        if len(outside) == 1:
            return outside[0]
        return Verdict.all_of(outside, title=self.title, subject=request.reference, basis=basis)

    def _plain_findings(
        self, request: Request, tally: Tally, basis: Basis, limit: int
    ) -> Part | None:
        """Give the findings where every measure is one plain number; else None."""
        adds, totals = tally
        try:
            most = max(totals)
            inside = most <= limit  # type: ignore[operator]
        except (TypeError, ValueError):
            return None
        if inside:
            return self._plain_finding(request, adds[totals.index(most)][0], most, None)
        extent = request.extent(basis)
        rows = [row for row in _rows(tally) if row.total > limit]  # type: ignore[operator]
        parts = [self._plain_finding(request, row.group, row.total, extent) for row in rows]
        if len(parts) == 1:
            return parts[0]
        return Verdict.all_of(parts, title=self.title, subject=request.reference, basis=basis)

    def _plain_finding(
        self, request: Request, group: Group, total: Measure, over: Extent | None
    ) -> Finding:
        """Make the finding of one group: inside the figure, or over it for an extent."""
        remedy: Remedy | None = None
        if over is not None:
            limit = self._plain or 0
            made = Comparison(Vat.UNSTATED, total, total, limit, limit)  # type: ignore[arg-type]
            remedy = self._remedy(made, over, group)
        return Finding(
            self.reference,
            self._titled(group),
            _MET if over is None else _NOT_MET,
            _COUNT if self._counts else _AMOUNT,
            request.reference,
            self.source,
            total if self._counts else Money.pence(total),  # type: ignore[arg-type]
            "at most",
            self._permitted,
            (),
            remedy,
            True,  # noqa: FBT003 - by place, as it is made for every contract of a register
            True,  # noqa: FBT003 - likewise
            "" if self._counts else _LIKE_WITH_LIKE,
        )

    def _group(self, request: Request, extent: Extent, basis: Basis, row: _Row) -> Part:
        title = self._titled(row.group)
        exact = self.at_most.plain
        if exact is not None and isinstance(row.total, int):
            plain = Comparison(Vat.UNSTATED, row.total, row.total, exact, exact)
            return self._finding(request, plain, title, row, extent)
        how, made = comparisons(self.at_most, row.total)
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
        chosen = basis.reading(self.reference)
        named = f"{title}, {chosen}" if chosen else ""
        return Verdict.agree(parts, title=title, subject=subject, basis=basis, chosen=named)

    def _titled(self, group: Group) -> str:
        return f"{self.title}: {', '.join(group)}" if group else self.title

    def _finding(
        self, request: Request, test: Comparison, title: str, row: _Row | None, extent: Extent
    ) -> Finding:
        """Make a finding; without a row it is about several groups together."""
        result = test.result
        remedy: Remedy | None = None
        missing: tuple[Missing, ...] = ()
        asked = True
        if row is not None and result is Result.NOT_MET:
            remedy = self._remedy(test, extent, row.group)
        elif row is not None and result is Result.UNDETERMINED:
            missing = self._missing(test, extent)
            asked = self._asks(extent, row)
        count = self._counts
        measured = test.most if test.most < UNBOUNDED else test.least
        return Finding(
            self.reference,
            title,
            result,
            Aspect.COUNT if count else Aspect.AMOUNT,
            request.reference,
            self.source,
            measured if count else Money.pence(measured),
            "at most",
            test.high if count else Money.pence(test.high),
            missing,
            remedy,
            self.at_most.effect is not Effect.ADVISES,
            asked,
            self._note(test),
        )

    def _note(self, test: Comparison) -> str:
        if test.least == test.most and self._plain is not None and test.vat is Vat.UNSTATED:
            return "" if self._counts else _LIKE_WITH_LIKE
        notes = []
        if test.vat is Vat.UNSTATED and not self._counts:
            notes.append(_LIKE_WITH_LIKE)
        if test.least != test.most:
            notes.append("not known exactly")
        if self.at_most.rounded_to:
            notes.append(f"the record rounds to {self.at_most.rounded_to}")
        if self.at_most.effect is Effect.ADVISES:
            notes.append(f"an {self.at_most.nature}, which does not bind")
        return "; ".join(notes)

    def _asks(self, extent: Extent, row: _Row) -> bool:
        """Say whether the request states anything that this group tests."""
        if not self._counts and all(line.price is None for line in extent.lines):
            return False
        placed = isinstance(row.adding, int) or spread(row.adding)[0] > 0 or not self.per
        return placed and row.group != NOT_STATED

    def _missing(self, test: Comparison, extent: Extent) -> tuple[Missing, ...]:
        if self.at_most.rounded_to and test.least == test.most:
            rounded = f"the exact figure, which the record rounds to {self.at_most.rounded_to}"
            return (Missing(f"clause {self.reference}", rounded),)
        unpriced = tuple(
            Missing(f"contract.{line.what}", "the amount")
            for line in extent.lines
            if line.price is None
        )
        if not self._counts and (unpriced or not extent.lines):
            return unpriced or (Missing("contract.value", "the amount"),)
        loose = [each for each in (*self.per, *dict(self.where)) if each != "contract"]
        if loose:
            return tuple(
                Missing(f"contract.{each}", f"the amount of each {each}") for each in loose
            )
        return (Missing("contract.value", "whether it includes VAT, and how much VAT there is"),)

    def _remedy(self, test: Comparison, extent: Extent, group: Group) -> Remedy | None:
        """Give the nearest amount that would do, taken off the last amounts first."""
        lines = [line for line in extent.lines if self._in_group(line, group)]
        if test.least != test.most or self._counts or not lines:
            return None
        over = excess = test.least - test.low
        kept: list[Price] = []
        for line in reversed(lines):
            if line.price is None:
                return None
            price = line.price
            least, _, _, _ = _on(test.vat, line)
            if excess > 0:
                lower = price.at_most(Money.pence(max(least - excess, 0)), test.vat)
                if lower is None:
                    return None
                price = lower
                excess -= least
            kept.append(price)
        if excess > 0:
            return None
        field = "value" if len(lines) == len(extent.lines) else lines[0].what
        nearest = Money.total(price.stated for price in kept)
        return Remedy(field, nearest, "reduce by", Money.pence(over))

    def _in_group(self, line: Line, group: Group) -> bool:
        wanted = [*zip(self.per, group, strict=False), *self.where]
        return all(line.tag(each) in (None, value) for each, value in wanted)

    def _unpublished(self, request: Request) -> Finding:
        missing = Missing(f"clause {self.reference}", "the figure, which was not published")
        return Finding(
            self.reference,
            self.title,
            Result.UNDETERMINED,
            Aspect.COUNT if self._counts else Aspect.AMOUNT,
            request.reference,
            self.source,
            comparison="at most",
            missing=(missing,),
            note="the figure was not published",
        )

    def _not_touched(self, request: Request) -> Finding:
        return Finding(
            self.reference,
            self.title,
            Result.NOT_APPLICABLE,
            Aspect.COUNT if self._counts else Aspect.AMOUNT,
            request.reference,
            self.source,
            note="nothing of what is proposed counts here",
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what is left in each group that has been used, and in one that has not."""
        if self.at_most.amount is None:
            note = "the figure was not published"
            return (Room(self.reference, self.title, (), None, self.source, note=note),)
        rows = _rows((tuple((group, 0) for group in used), tuple(used.values())))
        rooms = [self._left(row.group, row.total, basis, "") for row in rows]
        if not self.per and not rooms:
            return (self._left((), 0, basis, ""),)
        if self.per:
            rooms.append(self._left((), 0, basis, "each that is not yet used"))
        return tuple(rooms)

    def _left(self, group: Group, total: Measure, basis: Basis, note: str) -> Room:
        _, made = comparisons(self.at_most, total)
        chosen = basis.reading(self.reference)
        kept = [test for test in made if chosen in (None, test.reading)] or list(made)
        lefts: list[tuple[str, Value]] = []
        for test in kept:
            exact = test.least == test.most and test.low == test.high
            left = test.low - test.least
            value: Value = left if self._counts else Money.pence(left)
            lefts.append((test.reading, value if exact else None))
        agreed = {left for _, left in lefts}
        agreed_left = agreed.pop() if len(agreed) == 1 else None
        advice = "advice only" if self.at_most.effect is Effect.ADVISES else ""
        notes = "; ".join(each for each in (note, advice) if each)
        shown = () if agreed_left is not None else tuple(lefts)
        return Room(self.reference, self.title, group, agreed_left, self.source, shown, notes)


def _on(vat: Vat, line: Line) -> tuple[int, int, int, int]:
    """Give a line's bounds with those of the basis first."""
    if vat is Vat.GROSS:
        net_least, net_most, gross_least, gross_most = spread(line.bounds)
        return (gross_least, gross_most, net_least, net_most)
    return spread(line.like if vat is Vat.UNSTATED else line.bounds)


def _rows(tally: Tally) -> list[_Row]:
    """Give what each group holds after the request; what has no group may lie in any of them."""
    adds, totals = tally
    if all(group != NOT_STATED for group, _ in adds):
        return [
            _Row(group, adding, total) for (group, adding), total in zip(adds, totals, strict=True)
        ]
    held = dict(zip((group for group, _ in adds), totals, strict=True))
    loose = up_to(held.pop(NOT_STATED))
    rows = [
        _Row(group, adding, add(held[group], loose))
        for group, adding in adds
        if group != NOT_STATED
    ]
    return rows or ([_Row(NOT_STATED, loose, loose)] if loose else [])


def _fullest(rows: list[_Row]) -> _Row:
    """Give the group that holds the most."""
    return max(rows, key=lambda row: spread(row.total)[1])
