"""The clauses of an authority as they bind one proposal, for what several of them say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from carerslib.clauses import For, Readings
from carerslib.clauses._nested import own_tally, walk
from carerslib.clauses.base import keeps_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.basis import Basis
    from carerslib.clauses import Clause, Tally

_MOST_READ: Final = 6
"""How many words are read in each way: six with two readings each can be read in 64."""

__all__ = ["as_they_bind", "in_each_reading", "opened"]


def as_they_bind(judged: Judgement) -> Judgement:
    """Give it under the clauses that bind its proposal, each with its tally.

    Words that do not bind it are no matter. What is inside words that bind the whole of it, or in
    a reading that a council has chosen, stands for itself; where its reference is that of other
    words, it has the reference of those that hold it before its own.
    """
    authority, held = judged.authority, judged.held
    if not any(isinstance(each, For | Readings) for each in authority.clauses):
        return judged
    references = {each.reference for each in authority.clauses}
    found: dict[str, tuple[Clause, Tally]] = {}
    for clause in authority.clauses:
        own = clause, held[clause.reference]
        inside = [*_bound(*own, judged.proposal, judged.basis)]
        # the reading that is chosen is known by the reference of its words
        others = references if isinstance(clause, Readings) else references - {clause.reference}
        named = _renamed(inside, clause, {*others, *found})
        found |= {clause.reference: own} if named is None else named
    clauses = tuple(clause for clause, _ in found.values())
    if clauses == authority.clauses:
        return judged
    tallies = tuple(tally for clause, tally in found.values() if keeps_count(clause))
    return judged._replace(authority=attrs.evolve(authority, clauses=clauses), tallies=tallies)


def _renamed(
    inside: list[tuple[Clause, Tally]], holder: Clause, taken: set[str]
) -> dict[str, tuple[Clause, Tally]] | None:
    """Give clauses by references that no others have; None where one of them cannot have such."""
    found: dict[str, tuple[Clause, Tally]] = {}
    for clause, tally in inside:
        named = clause
        if clause is not holder and clause.reference in {*taken, *found}:
            if isinstance(clause, Readings) or not attrs.has(type(clause)):
                return None
            reference = f"{holder.reference}, {clause.reference}"
            named = attrs.evolve(clause, reference=reference)  # type: ignore[misc]
        found[named.reference] = named, tally
    return found


def in_each_reading(judged: Judgement, most: int = _MOST_READ) -> Iterator[tuple[str, Judgement]]:
    """Give it as its clauses bind, for each way to read those with no reading chosen.

    The way is said in words: nothing where there is but one. Of more words than can be read in a
    moment, the others stay as they are.
    """
    bound = as_they_bind(judged)
    basis = bound.basis
    clauses = bound.authority.clauses
    for clause in clauses if most else ():
        if isinstance(clause, Readings) and _is_open(clause, clauses, basis):
            for one in clause.readings:
                chosen = (*basis.readings, (clause.reference, one.name))
                read = bound._replace(basis=attrs.evolve(basis, readings=chosen))
                for said, made in in_each_reading(read, most - 1):
                    way = f"{clause.reference} read as {one.name}"
                    yield ", ".join(filter(None, (way, said))), made
            return
    yield "", bound


def _is_open(words: Readings, clauses: tuple[Clause, ...], basis: Basis) -> bool:
    """Say whether no reading is chosen, and one that is would be chosen for these words alone."""
    own = [words, *words.inner]
    alike = [each for each in walk(clauses) if each.reference == words.reference]
    alone = all(any(each is one for one in own) for each in alike)
    return alone and basis.reading(words.reference) is None


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
