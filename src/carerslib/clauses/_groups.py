"""What a request uses in each group of a cap.

What a request does not say is not assumed. An amount with no year, in a contract of several years,
may lie in any of them: each then holds anything from nothing to the whole of it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from carerslib.clauses._measures import UNKNOWN, add, up_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.clauses.base import Adds
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Line, Request

__all__ = ["NOT_STATED", "amounts", "counts"]

NOT_STATED: Final[Group] = ("not stated",)
"""The group of what a request does not place in any."""


def amounts(
    request: Request,
    extent: Extent,
    per: tuple[str, ...],
    where: tuple[tuple[str, str], ...],
    *,
    like: bool,
) -> Adds:
    """Give the amount in each group that a request touches."""
    if not per and not where:
        return extent.all_like if like else extent.all_bounds
    if per == ("year",) and not where and like and extent.by_year:
        return extent.by_year
    lines: Iterable[tuple[Line | None, Measure]] = [
        (line, line.like if like else line.bounds) for line in extent.lines
    ] or [(None, UNKNOWN)]
    return _grouped(request, extent, per, where, lines)


def counts(
    request: Request, extent: Extent, per: tuple[str, ...], where: tuple[tuple[str, str], ...]
) -> Adds:
    """Count a request once in each group that it touches."""
    return _grouped(request, extent, per, where, [(None, 1)])


def _grouped(
    request: Request,
    extent: Extent,
    per: tuple[str, ...],
    where: tuple[tuple[str, str], ...],
    lines: Iterable[tuple[Line | None, Measure]],
) -> Adds:
    totals: dict[Group, Measure] = {}
    for line, measure in lines:
        inside = _inside(line, request, extent, where)
        if inside is False:
            continue
        counted = measure if inside else up_to(measure)
        choices = [_values(each, line, request, extent) for each in per]
        groups = list(product(*choices)) if all(choices) else [NOT_STATED]
        for group in groups:
            part = counted if len(groups) == 1 and all(choices) else up_to(counted)
            totals[group] = add(totals.get(group, 0), part)
    return tuple(totals.items())


def _inside(
    line: Line | None, request: Request, extent: Extent, where: tuple[tuple[str, str], ...]
) -> bool | None:
    """Say whether a line is of the part that counts; None where that is not known."""
    answer: bool | None = True
    for dimension, wanted in where:
        values = _values(dimension, line, request, extent)
        if values and wanted not in values:
            return False
        if len(values) != 1:
            answer = None
    return answer


def _values(dimension: str, line: Line | None, request: Request, extent: Extent) -> tuple[str, ...]:
    """Give what a line may belong to in one dimension; nothing where that is not stated."""
    if dimension == "contract":
        return (request.reference,)
    own = line.tag(dimension) if line else None
    if own is not None:
        return (own,)
    if dimension == "year":
        return extent.years
    return tuple(sorted(request.tags.get(dimension, ())))
