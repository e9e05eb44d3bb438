"""Amounts of which it is not stated what they are of, against a figure for each year, lot or head.

A figure for each year bounds an amount that states no years as a whole, by the years of its length.
So do the figures of several groups bound what may be of none but these.
"""

from __future__ import annotations

from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from carerslib.clauses._groups import (
    BUILT_IN,
    NOT_STATED,
    PARTS,
    YEARS,
    amounts,
    placed,
    values_of,
)
from carerslib.clauses._measures import (
    add,
    answer,
    less,
    spread,
    total_of,
    used_least,
)
from carerslib.clauses._years import begun, place_of, runs_of
from carerslib.verdicts import Missing, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    # the module, as it imports this one
    from carerslib.clauses import _limits
    from carerslib.clauses._groups import Placed
    from carerslib.clauses.base import Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Request
    from carerslib.periods import Term

__all__ = ["PARTS", "asks", "crowds", "length_taken", "not_placed", "together", "whole_of", "whose"]

_Held: TypeAlias = "tuple[frozenset[Group], Measure]"
"""Some groups, and what lies in them whichever of these it is of."""

_OTHER: Final[Mapping[tuple[str, ...], str]] = {
    ("year",): "contract year",
    ("contract year",): "year",
}
"""A financial year is none of the contract's own, nor the other way round."""


def asks(limit: _limits.Limit, request: Request, extent: Extent, row: _limits.Row) -> bool:
    """Say whether a request that states what is counted asks of a group whether it is inside."""
    stated = (limit, request, extent, row)
    return not _has_room_as_stated(*stated) and _asks_of_it(*stated)


def _asks_of_it(limit: _limits.Limit, request: Request, extent: Extent, row: _limits.Row) -> bool:
    grouping = limit.grouping
    least = spread(row.adding)
    certain = least[0] > 0 or least[2] > 0
    if not grouping.per:
        return certain or _asks_of_one(limit, row)
    if row.group != NOT_STATED and (certain or not row.adding):
        return True
    other = _OTHER.get(grouping.per)
    if (limit.counts or other is None) and row.total != row.adding:
        # it asks whether there is room left in what others have used
        return True
    if other is not None and not (limit.counts or limit.floor):
        return _asks_of_years(limit, request, extent, row)
    if request.power != "grant" or limit.counts or limit.floor or row.group != NOT_STATED:
        return False
    # a contract may be of many lots, and a plan for many carers, but a grant is hardly to several
    whole, number = whole_of(limit, request, extent), request.particulars.number
    return not _inside(limit, whole, number)


def _asks_of_one(limit: _limits.Limit, row: _limits.Row) -> bool:
    """Say whether what may be of a part, or of another provider, is asked whether it is."""
    used, where = row.used, limit.grouping.where
    if limit.distinct:
        # which provider it is of is not asked where there is room for one more
        return not _inside(limit, add(used, 1), 1)
    # how much of a whole is of one part is not asked where only the whole is stated,
    # unless some of what was used is certainly of that part
    return not where or (any(spread(used)) and not PARTS.issuperset(dict(where)))


def _has_room_as_stated(
    limit: _limits.Limit, request: Request, extent: Extent, row: _limits.Row
) -> bool:
    """Say whether only an option of no stated price may be too much."""
    priced = tuple(line for line in extent.lines if line.price is not None)
    if limit.counts or limit.floor or len(priced) == len(extent.lines):
        return False
    stated = attrs.evolve(extent, lines=priced)
    adds = amounts(request, stated, limit.grouping, like=limit.like)
    held = add(less(row.total, row.adding), dict(adds).get(row.group, 0))
    return _inside(limit, held, 1)


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
    length = extent.length or length_taken(request, extent)
    years = 0 if length is None else len(begun(length))
    if years and not _inside(limit, whole, years):
        return True
    # the amount of one year may be of two years of the other kind, but hardly of three
    one = [line for line in extent.lines if line.tag(other) is not None]
    return any(not _inside(limit, line.like if like else line.bounds, 1) for line in one)


def together(
    limit: _limits.Limit, request: Request, tally: Tally, extent: Extent
) -> Iterator[tuple[int, Measure]]:
    """Give how many figures some groups have together, and all that must lie in these."""
    everything = _all_of(limit, request, extent)
    if limit.floor and any(len(each.groups) != 1 for each in everything):
        # it need not be spread over all of them, nor may a value be in one alone
        return
    before = used_least(tally)
    per = limit.grouping.per
    known = [(frozenset(each.groups), each.measure) for each in everything if each.groups]
    for groups, held in crowds(known, per):
        used = total_of(before.get(group, 0) for group in groups)
        figures = _figures(groups, per, request, extent)
        if figures > 1:
            yield figures, add(held, used)
    loose = [each for each in everything if not each.groups]
    if loose and per == ("year",):
        yield from _undated(loose, extent)
    length = length_taken(request, extent)
    if loose and per in _OTHER and length is not None:
        # of financial years they may touch one more
        figures = len(begun(length)) + (per == ("year",))
        yield figures, total_of(each.measure for each in loose)


def length_taken(request: Request, extent: Extent) -> Term | None:
    """Give the length of the option taken, where all amounts are of it and none is stated else."""
    takes = request.particulars.takes
    if takes is None or extent.length is not None or request.particulars.offered:
        return None
    alone = all(line.tag("part") == "options" for line in extent.lines)
    return takes.term if alone else None


def crowds(amounts: Iterable[_Held], per: tuple[str, ...]) -> Iterator[_Held]:
    """Give groups with all that must lie in them: those of one amount, or of several together.

    Where each amount may be of all years from one to another, there is room for all of them just
    where there is room from each first year to each last (Hall's theorem).
    """
    held: dict[frozenset[Group], Measure] = {}
    for groups, measure in amounts:
        held[groups] = add(held.get(groups, 0), measure)
    yield from held.items()
    ends = {groups: sorted(_order(group, per) for group in groups) for groups in held}
    for first in sorted(order[0] for order in ends.values()):
        later = [groups for groups in ends if ends[groups][0] >= first]
        later.sort(key=lambda groups: ends[groups][-1])
        sums = accumulate((held[each] for each in later), add)
        yield from zip(accumulate(later, or_), sums, strict=True)


def _order(group: Group, per: tuple[str, ...]) -> list[tuple[bool, int, str]]:
    """Give what sorts the years of one lot one after another, and 2 before 10."""
    return sorted(
        (name in YEARS, len(value), value) for name, value in zip(per, group, strict=True)
    )


def _figures(
    groups: frozenset[Group], per: tuple[str, ...], request: Request, extent: Extent
) -> int:
    """Count the figures that groups have: several contracts alike have one each."""
    if "contract" not in per:
        return len(groups)
    place, several = per.index("contract"), request.particulars.number
    names: dict[Group, set[str]] = {}
    for group in groups:
        names.setdefault(group[:place] + group[place + 1 :], set()).add(group[place])
    (alike,) = values_of("contract", None, request, extent)
    return sum(several if alike in each else len(each) for each in names.values())


def _undated(loose: list[Placed], extent: Extent) -> Iterator[tuple[int, Measure]]:
    """Give how many financial years parts can touch whatever their days, and what lies in them."""
    if extent.contract_years:
        yield len(extent.contract_years) + 1, total_of(each.measure for each in loose)
    for parts, years in runs_of(extent):
        places = ((each.measure, place_of(each.line, extent)) for each in loose)
        inside = [measure for measure, place in places if place and {*place}.issubset(parts)]
        yield years + 1, total_of(inside)


def whole_of(limit: _limits.Limit, request: Request, extent: Extent) -> Measure:
    """Give all that counts, of whatever year it is."""
    return total_of(each.measure for each in _all_of(limit, request, extent))


def _all_of(limit: _limits.Limit, request: Request, extent: Extent) -> list[Placed]:
    """Give all that counts, with the groups that it may be of."""
    counts, like = limit.counts, limit.like
    return placed(request, extent, limit.grouping, counts=counts, like=like)


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
