"""An amount of several years, lots or heads, where the words have a figure for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.clauses import Cap, Effect, Figure, Of, Only, Window
from carerslib.clauses._groups import PARTS, YEARS, values_of
from carerslib.clauses.requests import Extent
from carerslib.errors import InvalidValueError
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis
    from carerslib.clauses import Clause

__all__ = ["are_of_parts", "of_parts"]

_SEVERAL: Final = 2


def are_of_parts(clauses: Iterable[Clause]) -> bool:
    """Say whether some clauses are figures for several values of one dimension."""
    return bool(_by_dimension(clauses))


def of_parts(clauses: tuple[Clause, ...], proposal: Proposal, basis: Basis) -> Iterator[Part]:
    """Hold amounts that may be of several parts against the figures of these together."""
    for dimension, caps in _by_dimension(clauses).items():
        yield from _of_one_dimension(dimension, caps, clauses, proposal, basis)


def _by_dimension(clauses: Iterable[Clause]) -> dict[str, dict[str, Cap]]:
    """Give the caps on one part each, by dimension and value, where there are several."""
    found: dict[str, dict[str, Cap]] = {}
    for clause in clauses:
        if isinstance(clause, Cap) and _is_of_a_part(clause):
            ((dimension, value),) = clause.where
            found.setdefault(dimension, {})[value] = clause
    return {dimension: caps for dimension, caps in found.items() if len(caps) >= _SEVERAL}


def _is_of_a_part(cap: Cap) -> bool:
    figure = cap.at_most
    exact = isinstance(figure.amount, Price) and not figure.rounded_to
    alone = len(cap.where) == 1 and not (cap.per or cap.without)
    binds = cap.of is Of.AMOUNT and figure.effect is Effect.BINDS
    return exact and alone and binds and PARTS.isdisjoint(dict(cap.where))


def _allowed(dimension: str, clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    """Give the values to which the words limit a dimension; nothing where they do not."""
    for clause in clauses:
        if isinstance(clause, Only) and clause.dimension == dimension:
            return clause.values
        if isinstance(clause, Window) and dimension == "year":
            return Extent(clause.first, clause.last).years
    return ()


def _for_each(dimension: str, clauses: tuple[Clause, ...]) -> bool:
    return any(isinstance(each, Cap) and dimension in each.per for each in clauses)


def _without_figure(
    dimension: str, value: str, caps: dict[str, Cap], proposal: Proposal
) -> Finding:
    """Say that an amount is of a year for which the words have no figure, though for others."""
    cap = next(iter(caps.values()))
    return Finding(
        cap.reference,
        f"Figure for {dimension} {value}",
        Result.UNDETERMINED,
        Aspect.AMOUNT,
        proposal.reference,
        cap.source,
        value,
        "one of",
        tuple(sorted(caps)),
        missing=(Missing(f"clause {cap.reference}", f"a figure for {dimension} {value}"),),
        note=f"the words have a figure for each {dimension}, and none for this",
    )


def _of_one_dimension(
    dimension: str,
    caps: dict[str, Cap],
    clauses: tuple[Clause, ...],
    proposal: Proposal,
    basis: Basis,
) -> Iterator[Part]:
    """Hold an amount that may be of several parts against their figures together."""
    extent = proposal.extent(basis)
    allowed = _allowed(dimension, clauses)
    places = [values_of(dimension, line, proposal, extent) or allowed for line in extent.lines]
    named = sorted({value for values in places for value in values})
    if dimension in YEARS and not _for_each(dimension, clauses):
        without = {values[0] for values in places if len(values) == 1} - caps.keys()
        yield from [_without_figure(dimension, each, caps, proposal) for each in sorted(without)]
    if not all(places) or len(named) < _SEVERAL or not caps.keys() >= set(named):
        return
    if all(len(values) == 1 for values in places):
        # each is held against its own figure
        return
    held = [caps[value] for value in named]
    try:
        most = Price.total([cap.at_most.amount for cap in held])  # type: ignore[misc]
    except InvalidValueError:
        return
    strict = any(cap.strict for cap in held)
    whole = Cap(held[0].reference, held[0].source, Figure(most), strict=strict)
    adds = whole.adds(proposal, basis)
    found = whole.finding(proposal, (adds, tuple(each for _, each in adds)), basis)
    if found.result is Result.NOT_MET:
        title = f"Value, {dimension} {', '.join(named)} together"
        yield found._replace(title=title) if isinstance(found, Finding) else found
