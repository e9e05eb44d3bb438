"""Floor: at least a figure, in all or in each group of what one request states."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import _groups
from carerslib.clauses._checks import check_clause, check_figure, check_per
from carerslib.clauses._given import check_flag, check_pairs
from carerslib.clauses._groups import PARTS, YEARS, Grouping
from carerslib.clauses._limits import Limit, rows_of
from carerslib.clauses._measures import (
    UNKNOWN,
    add,
    alone,
    answer,
    worst,
)
from carerslib.clauses._numbers import counts
from carerslib.clauses.caps import Of, check_of, pairs
from carerslib.clauses.figures import Effect, Figure, Measure
from carerslib.errors import require
from carerslib.verdicts import Part, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Room, Tally
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["Floor"]


@final
@attrs.frozen
class Floor:
    """At least a figure, in all or for each group of what one request states. On it is inside it.

    ``per``, ``where``, ``without`` and ``of`` are those of a :class:`Cap`. A floor looks at each
    request alone: what others have used does not help it, nor do several contracts that one request
    stands for help one another. A contract for another lot is not asked for that of this one. Where
    an extension states the price of its option alone, a floor for the contract is not asked. With
    ``strict`` the words are "more than", and on the figure is outside it.
    """

    reference: str
    source: Citation
    at_least: Figure
    per: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=pairs)
    of: Of = Of.AMOUNT
    without: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=pairs)
    strict: bool = False
    title: str = attrs.field(init=False, eq=False, repr=False)
    _limit: Limit = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        figure, counts = self.at_least, self.of is Of.COUNT
        require(
            *check_clause(self.reference, self.source),
            check_figure("at_least", figure, counts=counts),
            check_per(self.per),
            check_of(self.of),
            check_pairs("where", self.where),
            check_pairs("without", self.without),
            check_flag("strict", self.strict),
        )
        grouping = Grouping(self.per, self.where, self.without)
        title = grouping.titled("Least number" if counts else "Least value")
        object.__setattr__(self, "title", title)
        limit = Limit(
            self.reference,
            self.source,
            title,
            figure,
            grouping,
            counts,
            figure.is_like,
            self.strict,
            floor=True,
        )
        object.__setattr__(self, "_limit", limit)

    def _held(self, request: Request) -> Limit:
        """Give the limit for each contract, where a request stands for several."""
        limit = self._limit
        if self._beside_the_rest(request) or self._may_be_of_others(request):
            limit = limit._replace(partial=True)
        if request.particulars.number == 1 or limit.counts or "contract" in self.per:
            return limit
        grouping = limit.grouping._replace(per=(*self.per, "contract"))
        return limit._replace(grouping=grouping)

    def _alone(self, request: Request, basis: Basis) -> Tally:
        """Tally what the request itself holds; nothing at all is less than any figure.

        Amounts of other parts alone do not say that nothing is of this one.
        """
        limit, extent = self._held(request), request.extent(basis)
        if limit.counts:
            adds = counts(request, extent, limit.grouping)
        else:
            adds = _groups.amounts(request, extent, limit.grouping, like=limit.like)
        if not (adds or limit.grouping.per) and not self._is_of_others(request, extent):
            adds = (((), UNKNOWN if limit.grouping.is_part else 0),)
        if self._may_be_of_others(request):
            adds = tuple((group, UNKNOWN) for group, _ in adds)
        elif limit.partial:
            adds = tuple((group, add(measure, UNKNOWN)) for group, measure in adds)
        return alone(adds)

    def _beside_the_rest(self, request: Request) -> bool:
        """Say whether it states the price of an option, where the floor is for the contract."""
        limit, extends = self._limit, request.power == "extend" and not request.particulars.offered
        lines = request.firm.lines
        if limit.counts or not (extends and lines) or PARTS.intersection(dict(self.where)):
            return False
        return all(line.tag("part") == "options" for line in lines)

    def _may_be_of_others(self, request: Request) -> bool:
        """Say whether it is not stated of which lot, say, any of it is."""
        named = {name for name, _ in (*self.where, *self.without)} - PARTS - YEARS
        return not named.issubset(request.tags)

    def _is_of_others(self, request: Request, extent: Extent) -> bool:
        """Say whether the whole is of another lot, say, than those that the floor is for."""
        tags = request.tags
        apart = [name for name, value in self.without if tags.get(name) == frozenset({value})]
        apart += [name for name, value in self.where if value not in tags.get(name, (value,))]
        return any(all(line.tag(name) is None for line in extent.lines) for name in apart)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worst of the groups; advice counts for nothing."""
        del tally
        if self.at_least.effect is Effect.ADVISES:
            return Result.NOT_APPLICABLE
        if self.at_least.amount is None:
            return Result.UNDETERMINED
        limit, tally = self._held(request), self._alone(request, basis)
        chosen = limit.chosen(basis)
        rows = rows_of(tally, floor=True)
        found = worst(answer(*limit.compared(row.total), chosen) for row in rows)
        if found is Result.UNDETERMINED and limit.bursting(request, tally, basis):
            return Result.NOT_MET
        return found

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a finding for each group that does not reach the figure, or for the least."""
        del tally
        if self.at_least.amount is None:
            return self._limit.unpublished(request, basis)
        return self._held(request).at_length(request, self._alone(request, basis), basis)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a floor is not used up."""
        del used, basis
        return ()
