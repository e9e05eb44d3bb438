"""Cap: how much, or how many, at most; in all, or in each group.

A total, a yearly figure, a lot, a head, a recipient and a number of contracts are all one clause:
what is counted (``of``), in which groups (``per``), of which part (``where``), and ``at_most``.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import _groups
from carerslib.clauses._checks import check_clause, check_figure, check_per
from carerslib.clauses._distinct import once, values
from carerslib.clauses._given import check_flag, check_pairs, pairs_of
from carerslib.clauses._groups import BUILT_IN, Grouping
from carerslib.clauses._limits import Limit
from carerslib.clauses._measures import answer, worst
from carerslib.clauses._numbers import counts
from carerslib.clauses.figures import Effect, Figure, Measure
from carerslib.errors import InvalidValueError, require
from carerslib.verdicts import Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Room, Tally
    from carerslib.clauses.requests import Group, Request

__all__ = ["Cap", "Of", "check_of", "pairs"]


class Of(enum.StrEnum):
    """What a cap counts."""

    AMOUNT = "amount"
    COUNT = "count"


def check_of(value: object) -> InvalidValueError | None:
    """Check what is counted."""
    known = isinstance(value, Of)
    return None if known else InvalidValueError("of", value, "Of.AMOUNT or Of.COUNT")


def _check_distinct(value: object, *, counts: bool) -> InvalidValueError | None:
    """Check the dimension whose values are counted: one of the caller's own, for a number."""
    if value == "" or (isinstance(value, str) and counts and value not in BUILT_IN):
        return None
    return InvalidValueError("distinct", value, "a dimension of the caller's tags, for Of.COUNT")


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
    of its length, or of its part of the contract; where the first day is known, it says which years
    of either kind an amount is of. A number may be of the values of a dimension, which
    ``distinct`` names, each counting once: with ``per=("supplier",)`` and ``distinct="lot"`` it is
    of the lots for each supplier.

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
    distinct: str = ""
    title: str = attrs.field(init=False, eq=False, repr=False)
    plain: int | None = attrs.field(init=False, eq=False, repr=False)
    is_total: bool = attrs.field(init=False, eq=False, repr=False)
    is_yearly: bool = attrs.field(init=False, eq=False, repr=False)
    is_by_tag: bool = attrs.field(init=False, eq=False, repr=False)
    _limit: Limit = attrs.field(init=False, eq=False, repr=False)
    _counts: bool = attrs.field(init=False, eq=False, repr=False)

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
            _check_distinct(self.distinct, counts=counts),
        )
        grouping = Grouping(self.per, self.where, self.without)
        fill = object.__setattr__
        different = f"Number of different values of {self.distinct}" if self.distinct else "Number"
        fill(self, "title", grouping.titled(different if counts else "Value"))
        limit = Limit(
            self.reference,
            self.source,
            self.title,
            figure,
            grouping,
            counts,
            figure.is_like,
            self.strict,
            distinct=self.distinct,
        )
        fill(self, "_limit", limit)
        stated = figure.plain if figure.effect is Effect.BINDS and not self.distinct else None
        fill(self, "plain", stated if stated is None or not self.strict else stated - 1)
        fill(self, "_counts", counts)
        fill(self, "is_total", not counts and grouping.is_whole)
        named = len(self.per) == 1 and self.per[0] not in BUILT_IN
        fill(self, "is_by_tag", named and not counts and figure.is_like and not grouping.is_part)
        fill(self, "is_yearly", not counts and figure.is_like and grouping == (("year",), (), ()))

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Give what a request uses in each group that it touches."""
        extent = request.extent(basis)
        limit = self._limit
        if self.distinct:
            return values(request, extent, limit.grouping, self.distinct)
        if self._counts:
            return counts(request, extent, limit.grouping)
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
        if self.distinct:
            tally = once(tally, limit.grouping)
        rows = limit.rows(request, tally, basis)
        found = worst(answer(*limit.compared(row.total), chosen) for row in rows)
        if found is Result.UNDETERMINED and limit.bursting(request, tally, basis):
            return Result.NOT_MET
        return found

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a finding for each group that is not inside the figure, or for the fullest.

        A group whose VAT can be read in two ways has a part for each.
        """
        if self.at_most.amount is None:
            return self._limit.unpublished(request, basis)
        if self.distinct:
            tally = once(tally, self._limit.grouping)
        return self._limit.at_length(request, tally, basis)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what is left in each group that has been used, and in one that has not."""
        if self.distinct:
            adds = tuple((group, 0) for group in used)
            groups, totals = once((adds, tuple(used.values())), self._limit.grouping)
            used = {group: total for (group, _), total in zip(groups, totals, strict=True)}
        return self._limit.rooms(used, basis)
