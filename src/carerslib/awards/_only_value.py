"""What is of no stated year or lot, where the words allow but one: it is of that, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from carerslib.awards._parts import limited_to
from carerslib.awards._supposed import refused_by
from carerslib.clauses import Cap
from carerslib.clauses._groups import YEARS, values_of
from carerslib.clauses._measures import add, used_least
from carerslib.clauses._nested import walk
from carerslib.clauses._part_of import PartOf
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Adds, Clause, Tally
    from carerslib.verdicts import Finding

__all__ = ["has_only_value", "of_its_only_value"]

_NOTE: Final = "of the only {} that the words allow"


def has_only_value(clauses: Iterable[Clause]) -> bool:
    """Say whether a figure is for one value of a dimension, or for each, and the words for one.

    Words for some, or a reading, may hold either.
    """
    return bool(_figures(tuple(walk(clauses))))


def of_its_only_value(judged: Judgement) -> Iterator[Finding]:
    """Hold what is of no stated value against the figures for the only one that is allowed."""
    held = judged.held
    for dimension, cap in _figures(judged.authority.clauses):
        (value,) = limited_to(dimension, judged.authority.clauses)
        supposed, tally = _supposed(dimension, value, judged), held[cap.reference]
        if supposed is None or cap.result(judged.proposal, tally, judged.basis) is Result.NOT_MET:
            continue
        beside = _beside(cap.adds(supposed, judged.basis), tally)
        yield from refused_by(cap, supposed, beside, judged, _NOTE.format(dimension))


def _figures(clauses: tuple[Clause, ...]) -> list[tuple[str, Cap]]:
    """Give the figures for a value, or for each, of what the words limit to one value."""
    return [
        (dimension, each)
        for each in clauses
        if isinstance(each, Cap)
        for dimension in sorted({*each.per, *dict(each.where)})
        if len(limited_to(dimension, clauses)) == 1
    ]


def _supposed(dimension: str, value: str, judged: Judgement) -> PartOf | None:
    """Give a proposal whose amounts of no stated value are of this one; None where all say so."""
    proposal, extent = judged.proposal, judged.proposal.extent(judged.basis)
    silent = [not values_of(dimension, line, proposal, extent) for line in extent.lines]
    if not any(silent):
        return None
    lines = tuple(
        attrs.evolve(line, tags=(*line.tags, (dimension, value))) if is_silent else line
        for line, is_silent in zip(extent.lines, silent, strict=True)
    )
    tags = dict(proposal.tags)
    if dimension not in YEARS:
        tags[dimension] = frozenset((value,))
    counted = attrs.evolve(extent, lines=lines)
    return PartOf(proposal, proposal.firm, counted, tags, {}, proposal.particulars)


def _beside(adds: Adds, tally: Tally) -> Tally:
    """Give what is added beside the least that was used before in the same groups."""
    used = used_least(tally)
    return adds, tuple(add(used.get(group, 0), measure) for group, measure in adds)
