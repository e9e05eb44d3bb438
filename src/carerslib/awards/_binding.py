"""The clauses of an authority as they bind one proposal, for what several of them say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from carerslib.clauses import For, Readings
from carerslib.clauses._nested import own_tally
from carerslib.clauses.base import keeps_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.basis import Basis
    from carerslib.clauses import Clause, Tally

__all__ = ["as_they_bind", "in_each_reading", "opened"]


def as_they_bind(judged: Judgement) -> Judgement:
    """Give it under the clauses that bind its proposal, each with its tally.

    Words that do not bind it are no matter. What is inside words that bind the whole of it, or in
    a reading that a council has chosen, stands for itself, unless its reference stands for more.
    """
    authority, held = judged.authority, judged.held
    if not any(isinstance(each, For | Readings) for each in authority.clauses):
        return judged
    references = [each.reference for each in authority.clauses]
    found: dict[str, tuple[Clause, Tally]] = {}
    for clause in authority.clauses:
        own = clause, held[clause.reference]
        inside = list(_bound(*own, judged.proposal, judged.basis))
        names = [each.reference for each, _ in inside]
        taken = {*references, *found} - {clause.reference}
        alone = len({*names}) == len(names) and taken.isdisjoint(names)
        found |= dict(zip(names, inside, strict=True)) if alone else {clause.reference: own}
    if [*found] == references:
        return judged
    clauses = tuple(clause for clause, _ in found.values())
    tallies = tuple(tally for clause, tally in found.values() if keeps_count(clause))
    return judged._replace(authority=attrs.evolve(authority, clauses=clauses), tallies=tallies)


def in_each_reading(judged: Judgement) -> Iterator[tuple[str, Judgement]]:
    """Give it as its clauses bind, for each way to read those with no reading chosen.

    The way is said in words: nothing where there is but one.
    """
    bound = as_they_bind(judged)
    basis = bound.basis
    for clause in bound.authority.clauses:
        if isinstance(clause, Readings) and basis.reading(clause.reference) is None:
            for one in clause.readings:
                chosen = (*basis.readings, (clause.reference, one.name))
                read = bound._replace(basis=attrs.evolve(basis, readings=chosen))
                for said, made in in_each_reading(read):
                    way = f"{clause.reference} read as {one.name}"
                    yield ", ".join(filter(None, (way, said))), made
            return
    yield "", bound


def opened(
    clause: Clause, tally: Tally, proposal: Proposal, basis: Basis
) -> tuple[str, list[tuple[Clause, Tally]]] | None:
    """Give what is inside words that bind the whole of a proposal, or in a reading that was chosen.

    It has the name of the part that holds it, and each clause its tally. None is for other words.
    """
    if isinstance(clause, For):
        name, clauses = clause.name, clause.clauses
        if not clause.binds_all_of(proposal, basis):
            return None
    elif isinstance(clause, Readings) and basis.reading(clause.reference) is not None:
        ((name, clauses),) = ((one.name, one.clauses) for one in clause.followed(basis))
    else:
        return None
    return name, [(each, own_tally(tally, name, each)) for each in clauses]


def _bound(
    clause: Clause, tally: Tally, proposal: Proposal, basis: Basis
) -> Iterator[tuple[Clause, Tally]]:
    if isinstance(clause, For) and clause.binds(proposal, basis) is False:
        return
    inside = opened(clause, tally, proposal, basis)
    if inside is None:
        yield clause, tally
    else:
        for each, own in inside[1]:
            yield from _bound(each, own, proposal, basis)
