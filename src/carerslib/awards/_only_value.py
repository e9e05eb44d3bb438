"""What is of no stated year or lot, where the words allow but one: it is of that, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from carerslib.awards._parts import limited_to
from carerslib.awards._supposed import beside, refused_by
from carerslib.clauses import Cap
from carerslib.clauses._groups import YEARS, values_of
from carerslib.clauses._nested import walk
from carerslib.clauses._part_of import PartOf
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Clause
    from carerslib.verdicts import Part

__all__ = ["has_only_value", "of_its_only_value"]

_NOTE: Final = "of the only {} that the words allow"


def has_only_value(clauses: Iterable[Clause]) -> bool:
    """Say whether a figure is for one value of a dimension, or for each, and the words for one.

    Words for some, or a reading, may hold either.
    """
    return bool(_figures(tuple(walk(clauses))))


def of_its_only_value(judged: Judgement) -> Iterator[Part]:
    """Hold what is of no stated value against the figures for the only one that is allowed."""
    held = judged.held
    for cap, values in _figures(judged.authority.clauses):
        supposed, tally = _supposed(values, judged), held[cap.reference]
        if supposed is None or cap.result(judged.proposal, tally, judged.basis) is Result.NOT_MET:
            continue
        note = _NOTE.format(" and ".join(values))
        with_it = beside(cap.adds(supposed, judged.basis), tally)
        yield from refused_by(cap, supposed, with_it, judged, note)


def _figures(clauses: tuple[Clause, ...]) -> list[tuple[Cap, dict[str, str]]]:
    """Give the figures for a value, or for each, of what the words limit to one value."""
    found: list[tuple[Cap, dict[str, str]]] = []
    for each in clauses:
        if isinstance(each, Cap):
            named = sorted({*each.per, *dict(each.where)})
            allowed = {dimension: limited_to(dimension, clauses) for dimension in named}
            only = {name: values[0] for name, values in allowed.items() if len(values) == 1}
            found += [(each, only)] if only else []
    return found


def _supposed(values: dict[str, str], judged: Judgement) -> PartOf | None:
    """Give a proposal whose amounts of no stated value are of these; None where all say so."""
    proposal, extent = judged.proposal, judged.proposal.extent(judged.basis)
    silent = [
        {name for name in values if not values_of(name, line, proposal, extent)}
        for line in extent.lines
    ]
    if not any(silent):
        return None
    lines = tuple(
        attrs.evolve(line, tags=(*line.tags, *((name, values[name]) for name in sorted(names))))
        for line, names in zip(extent.lines, silent, strict=True)
    )
    tags = dict(proposal.tags)
    for name in set[str]().union(*silent) - YEARS:
        tags[name] = frozenset((values[name],))
    counted = attrs.evolve(extent, lines=lines)
    return PartOf(proposal, proposal.firm, counted, tags, {}, proposal.particulars)
