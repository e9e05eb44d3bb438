"""Cap: how much, or how many, at most; in all, or in each group.

A total, a yearly figure, a lot, a head, a recipient and a number of contracts are all one clause:
what is counted (``of``), in which groups (``per``), of which part (``where``), and ``at_most``.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import _groups
from carerslib.clauses._checks import check_clause, check_figure, check_per
from carerslib.clauses._given import check_flag, check_pairs, pairs_of
from carerslib.clauses._groups import BUILT_IN, Grouping
from carerslib.clauses._limits import Limit, Row, rows_of
from carerslib.clauses._measures import Comparison, answer, worst
from carerslib.clauses.figures import Effect, Figure, Measure
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money
from carerslib.prices import Vat
from carerslib.verdicts import Aspect, Finding, Part, Result, Verdict
from carerslib.verdicts._made import finding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Room, Tally
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["Cap", "Of", "check_of", "pairs"]

# looking a member up on its enum costs more than the comparison that it is for
_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_AMOUNT: Final = Aspect.AMOUNT
_COUNT: Final = Aspect.COUNT


class Of(enum.StrEnum):
    """What a cap counts."""

    AMOUNT = "amount"
    COUNT = "count"


def check_of(value: object) -> InvalidValueError | None:
    """Check what is counted."""
    known = isinstance(value, Of)
    return None if known else InvalidValueError("of", value, "Of.AMOUNT or Of.COUNT")


def pairs(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Read what a dimension must be, for each that is named."""
    return pairs_of(given)  # type: ignore[no-any-return]


@final
@attrs.frozen
class Cap:
    """At most a figure, in all or for each group. On the figure is inside it.

    ``per`` names the dimensions that make a group: ``("year",)`` for each financial year,
    ``("contract",)`` for each contract alone, ``("lot",)``, ``("recipient",)`` or any other that
    the caller's tags use. ``where`` limits what counts to one value of a dimension, as in
    ``{"lot": "1"}``, or ``{"part": "options"}`` for the options alone; ``without`` leaves one value
    out, as in ``{"part": "uplift"}``. With ``strict`` the words are "less than", and on the figure
    is outside it. A yearly figure bounds an amount that states no years as a whole, by the years
    of its length; where the first day is known, it says which years of either kind an amount is of.

    ``plain`` is the limit that a plain number can be held against, where there is one;
    ``is_total`` says that everything counts in one group, ``is_yearly`` in one for each year,
    ``is_by_tag`` in one for each value of a tag.
    """

    reference: str
    source: Citation
    at_most: Figure
    per: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=pairs)
    of: Of = Of.AMOUNT
    without: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=pairs)
    strict: bool = False
    title: str = attrs.field(init=False, eq=False, repr=False)
    plain: int | None = attrs.field(init=False, eq=False, repr=False)
    is_total: bool = attrs.field(init=False, eq=False, repr=False)
    is_yearly: bool = attrs.field(init=False, eq=False, repr=False)
    is_by_tag: bool = attrs.field(init=False, eq=False, repr=False)
    _limit: Limit = attrs.field(init=False, eq=False, repr=False)
    _counts: bool = attrs.field(init=False, eq=False, repr=False)
    _permitted: Money | int | None = attrs.field(init=False, eq=False, repr=False)
    _comparison: str = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        figure, counts = self.at_most, self.of is Of.COUNT
        require(
            *check_clause(self.reference, self.source),
            check_figure("at_most", figure, counts=counts),
            check_per(self.per),
            check_of(self.of),
            check_pairs("where", self.where),
            check_pairs("without", self.without),
            check_flag("strict", self.strict),
        )
        grouping = Grouping(self.per, self.where, self.without)
        fill = object.__setattr__
        fill(self, "title", grouping.titled("Number" if counts else "Value"))
        limit = Limit(
            self.reference,
            self.source,
            self.title,
            figure,
            grouping,
            counts,
            figure.is_like,
            self.strict,
        )
        fill(self, "_limit", limit)
        stated = figure.plain if figure.effect is Effect.BINDS else None
        fill(self, "plain", stated if stated is None or not self.strict else stated - 1)
        fill(self, "_counts", counts)
        fill(self, "is_total", not counts and grouping.is_whole)
        named = len(self.per) == 1 and self.per[0] not in BUILT_IN
        fill(self, "is_by_tag", named and not counts and figure.is_like and not grouping.is_part)
        fill(self, "is_yearly", not counts and figure.is_like and grouping == (("year",), (), ()))
        in_money = stated is not None and not counts
        fill(self, "_permitted", Money.pence(stated or 0) if in_money else stated)
        fill(self, "_comparison", limit.comparison)

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Give what a request uses in each group that it touches."""
        extent = request.extent(basis)
        limit = self._limit
        if self._counts:
            return _groups.counts(request, extent, limit.grouping)
        if self.is_yearly and extent.by_year:
            return extent.by_year
        return _groups.amounts(request, extent, limit.grouping, like=limit.like)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worst of the groups; advice counts for nothing."""
        figure, limit = self.at_most, self._limit
        if figure.effect is Effect.ADVISES:
            return Result.NOT_APPLICABLE
        if figure.amount is None:
            return Result.UNDETERMINED
        chosen = limit.chosen(basis)
        found = worst(answer(*limit.compared(row.total), chosen) for row in rows_of(tally))
        if found is Result.UNDETERMINED and limit.bursting(request, tally, basis):
            return Result.NOT_MET
        return found

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a finding for each group that is not inside the figure, or for the fullest.

        A group whose VAT can be read in two ways has a part for each.
        """
        limit = self.plain
        if limit is None:
            if self.at_most.amount is None:
                return self._limit.unpublished(request, basis)
            return self._limit.at_length(request, tally, basis)
        adds, totals = tally
        try:
            if len(totals) == 1:
                most, group = totals[0], adds[0][0]
            else:
                most = max(totals)
                group = adds[totals.index(most)][0]
            inside = most <= limit  # type: ignore[operator]
        except (TypeError, ValueError):
            # some measure is not one plain number, or nothing counts here
            return self._limit.at_length(request, tally, basis)
        if not inside:
            return self._outside(request, tally, basis, limit)
        return finding_of(
            (
                self.reference,
                self._limit.titled(group) if group else self.title,
                _MET,
                _COUNT if self._counts else _AMOUNT,
                request.reference,
                self.source,
                most if self._counts else Money.pence(most),  # type: ignore[arg-type]
                self._comparison,
                self._permitted,
                (),
                None,
                True,
                True,
                "" if self._counts else request.firm.on_vat,
                False,
            )
        )

    def _outside(self, request: Request, tally: Tally, basis: Basis, limit: int) -> Part:
        """Give a finding for each group that is over the figure."""
        extent = request.extent(basis)
        rows = [row for row in rows_of(tally) if row.total > limit]  # type: ignore[operator]
        parts = [self._over(request, row, extent, limit) for row in rows]
        if len(parts) == 1:
            return parts[0]
        return Verdict.all_of(parts, title=self.title, subject=request.reference, basis=basis)

    def _over(self, request: Request, row: Row, extent: Extent, limit: int) -> Finding:
        group, _, total = row
        made = Comparison(Vat.UNSTATED, total, total, limit, limit)  # type: ignore[arg-type]
        return finding_of(
            (
                self.reference,
                self._limit.titled(group) if group else self.title,
                _NOT_MET,
                _COUNT if self._counts else _AMOUNT,
                request.reference,
                self.source,
                total if self._counts else Money.pence(total),  # type: ignore[arg-type]
                self._comparison,
                self._permitted,
                (),
                self._limit.remedy(made, request, extent, group),
                True,
                True,
                "" if self._counts else extent.on_vat,
                False,
            )
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what is left in each group that has been used, and in one that has not."""
        return self._limit.rooms(used, basis)
