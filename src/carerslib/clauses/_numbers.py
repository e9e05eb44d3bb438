"""How many contracts a request has in each group: one for two lots is one in each of them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from carerslib.clauses._groups import PARTS, YEARS, _contracts, _grouped, values_of
from carerslib.clauses._measures import add
from carerslib.clauses._part_of import certainly_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.clauses._groups import Grouping
    from carerslib.clauses.base import Adds
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["counts"]


def counts(request: Request, extent: Extent, grouping: Grouping) -> Adds:
    """Count a request in each group that it touches: once, or as often as it says it is meant."""
    found: dict[Group, Measure] = {}
    alone = not request.particulars.counted
    for one, number in _contracts(request, extent):
        sure = [*_certain(request, one, grouping)] if alone and number == 1 else []
        grouped = dict(_grouped(request, one, grouping, [(None, number)]))
        # whatever else it may be of, it is one of these
        grouped.update(dict.fromkeys(sure, 1))
        for group, measure in grouped.items():
            found[group] = add(found.get(group, 0), measure)
    return tuple(found.items())


def _certain(request: Request, extent: Extent, grouping: Grouping) -> Iterator[Group]:
    """Give the groups that one contract is certainly of, as its amounts or its tags name them.

    In which years it counts that has amounts in several is open, as is what may be left out.
    """
    dimensions, wanted = grouping.dimensions, [value for _, value in grouping.where]
    if grouping.without or not (YEARS | PARTS).isdisjoint(dimensions):
        return
    for line in extent.lines or (None,):
        named = [values_of(each, line, request, extent) for each in dimensions]
        # of two lots and two areas it is not said which lot is in which area
        if sum(len(values) > 1 for values in named) > 1:
            continue
        known = [certainly_of(request, each) for each in dimensions]
        for values in product(*named):
            pairs = zip(values, known, strict=True)
            group, where = values[: len(grouping.per)], values[len(grouping.per) :]
            if [*where] == wanted and all(sure is None or value in sure for value, sure in pairs):
                yield group
