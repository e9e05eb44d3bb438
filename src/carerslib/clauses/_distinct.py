"""Counting each value of a dimension once: lots for each supplier, say, and not contracts.

A group is what the count is for each of, and the value that counts. Beside these stands a group of
no stated value, with the most that they are: what it holds above the values in sight may be others.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from carerslib.clauses._groups import NOT_STATED, inside, values_of
from carerslib.clauses._measures import UNBOUNDED, spread, up_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.clauses._groups import Grouping
    from carerslib.clauses.base import Adds, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["once", "values"]


def values(request: Request, extent: Extent, grouping: Grouping, distinct: str) -> Adds:
    """Give each value that a request states, once in each group that it touches."""
    found: dict[Group, Measure] = {}
    most: dict[Group, int] = {}
    for line in extent.lines or (None,):
        counted = inside(line, request, extent, grouping)
        if counted is False:
            continue
        choices = [values_of(each, line, request, extent) for each in grouping.per]
        names = [*product(*choices)] if all(choices) else [NOT_STATED]
        named = values_of(distinct, line, request, extent)
        for name in names:
            # what states no value may be of any number of them
            most[name] = most.get(name, 0) + (0 if named else UNBOUNDED)
            for value in named:
                certain = bool(counted) and len(names) == 1 and name != NOT_STATED
                group = (*name, value)
                most[name] += group not in found
                found[group] = 1 if certain or found.get(group) == 1 else up_to(1)
    placed = [(group, each) for group, each in found.items() if group[:-1] != NOT_STATED]
    return (*placed, *((_of_no_value(name), up_to(each)) for name, each in most.items()))


def _of_no_value(name: Group) -> Group:
    return name if name == NOT_STATED else (*name, *NOT_STATED)


def once(tally: Tally, grouping: Grouping) -> Tally:
    """Give the tally of the groups themselves, in each of which a value counts once."""
    adds, totals = tally
    added: dict[Group, list[tuple[Group, Measure]]] = {}
    held: dict[Group, list[tuple[Group, Measure]]] = {}
    for (group, adding), total in zip(adds, totals, strict=True):
        name = NOT_STATED if grouping.per and group == NOT_STATED else group[:-1]
        added.setdefault(name, []).append((group, adding))
        held.setdefault(name, []).append((group, total))
    return (
        tuple((name, _number(rows)) for name, rows in added.items()),
        tuple(_number(rows) for rows in held.values()),
    )


def _number(rows: Iterable[tuple[Group, Measure]]) -> Measure:
    """Give how many values there are: those in sight, and those that are counted out of sight."""
    least = most = seen = in_all = 0
    for group, measure in rows:
        fewest, highest, *_ = spread(measure)
        if group[-1:] == NOT_STATED:
            in_all += highest
            continue
        least += min(fewest, 1)
        most += min(highest, 1)
        seen += highest
    most += max(in_all - seen, 0)
    return least if least == most else (least, most, least, most)
