"""Amounts of which it is not stated what they are of, against a figure for each year, lot or head.

A figure for each year bounds an amount that states no years as a whole, by the years of its length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.clauses import _groups
from carerslib.clauses._groups import BUILT_IN, NOT_STATED, PARTS, YEARS
from carerslib.clauses._measures import answer, spread
from carerslib.verdicts import Missing, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    # the module, as it imports this one
    from carerslib.clauses import _limits
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Request

__all__ = ["PARTS", "asks", "most_years", "not_placed", "whole_of", "whose"]

_OTHER: Final[Mapping[tuple[str, ...], str]] = {
    ("year",): "contract year",
    ("contract year",): "year",
}
"""A financial year is none of the contract's own, nor the other way round."""


def asks(limit: _limits.Limit, request: Request, extent: Extent, row: _limits.Row) -> bool:
    """Say whether a request that states what is counted asks of a group whether it is inside."""
    grouping = limit.grouping
    least = spread(row.adding)
    certain = least[0] > 0 or least[2] > 0
    if not grouping.per:
        # how much of a whole is of one part is not asked where only the whole is stated,
        # unless that part is used already
        full = row.total != row.adding and not PARTS.issuperset(dict(grouping.where))
        return certain or not grouping.where or full
    if row.group != NOT_STATED and (certain or not row.adding):
        return True
    other = _OTHER.get(grouping.per)
    if limit.counts or other is None:
        # it asks whether there is room left in what others have used
        return row.total != row.adding
    return not limit.floor and _asks_of_years(limit, request, extent, row)


def _asks_of_years(
    limit: _limits.Limit, request: Request, extent: Extent, row: _limits.Row
) -> bool:
    """Say whether what is of no stated year is more than the figures of its years together."""
    grouping, like = limit.grouping, limit.like
    other = _OTHER[grouping.per]
    whole = whole_of(limit, request, extent)
    if grouping.where and not any(spread(whole)[::2]):
        # whether any of it is of the part is not stated
        return row.total != row.adding
    years = len(extent.contract_years)
    if years and not _inside(limit, whole, years):
        return True
    # the amount of one year may be of two years of the other kind, but hardly of three
    one = [line for line in extent.lines if line.tag(other) is not None]
    return any(not _inside(limit, line.like if like else line.bounds, 1) for line in one)


def most_years(limit: _limits.Limit, extent: Extent) -> int:
    """Give how many financial years a length can touch, whatever its days; 0 where not known."""
    begun = len(extent.contract_years)
    return begun + 1 if begun and limit.grouping.per == ("year",) else 0


def whole_of(limit: _limits.Limit, request: Request, extent: Extent) -> Measure:
    """Give all that counts, of whatever year it is."""
    everything = limit.grouping._replace(per=())
    if limit.counts:
        adds = _groups.counts(request, extent, everything)
    else:
        adds = _groups.amounts(request, extent, everything, like=limit.like)
    return adds[0][1] if adds else 0


def not_placed(dimension: str, *, counts: bool) -> Missing:
    """Say what would place what counts: the field that has it, and what it would say."""
    field = "contract.by_year" if dimension == "year" else "contract.amounts"
    if not counts:
        return Missing(field, f"the amount of each {dimension}")
    if dimension not in BUILT_IN:
        field = f"contract.tags[{dimension!r}]"
    return Missing(field, f"which {dimension} it is of")


def whose(dimension: str) -> Missing:
    """Say what would tell whether something is for a request at all."""
    if dimension in YEARS:
        return not_placed(dimension, counts=True)
    return Missing(f"contract.tags[{dimension!r}]", "what it is for")


def _inside(limit: _limits.Limit, measure: Measure, groups: int) -> bool:
    """Say whether an amount is inside the figure of so many groups together."""
    return answer(*limit.compared(measure, groups)) is Result.MET
