"""Clauses inside a clause: each keeps its own count within the one that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import worst
from carerslib.clauses.base import keeps_count
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Clause, Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request

__all__ = [
    "NOTHING_AGAINST",
    "adds_of",
    "agreed",
    "all_met",
    "all_result",
    "own_tally",
    "own_used",
    "rooms_of",
    "walk",
]

_KEY: Final = 2
NOTHING_AGAINST: Final = {Result.MET, Result.NOT_APPLICABLE}


def adds_of(name: str, clauses: Iterable[Clause], request: Request, basis: Basis) -> Adds:
    """Give what a request uses under each clause, in groups that carry the names of both.

    What the clause holds in no group is always in the tally, since it may lie in any of them.
    """
    found: list[tuple[Group, Measure]] = []
    for clause in clauses:
        if keeps_count(clause):
            own = clause.adds(request, basis)
            if all(group != NOT_STATED for group, _ in own):
                own = (*own, (NOT_STATED, 0))
            found += [((name, clause.reference, *group), measure) for group, measure in own]
    return tuple(found)


def own_tally(tally: Tally, name: str, clause: Clause) -> Tally:
    """Give a clause its own tally, without what is held in no group where that is nothing."""
    key = (name, clause.reference)
    rows = [
        ((group[_KEY:], adding), total)
        for (group, adding), total in zip(*tally, strict=True)
        if group[:_KEY] == key and (group[_KEY:] != NOT_STATED or total != 0)
    ]
    return tuple(adds for adds, _ in rows), tuple(total for _, total in rows)


def own_used(used: Mapping[Group, Measure], name: str, clause: Clause) -> dict[Group, Measure]:
    """Give a clause what was used under it."""
    key = (name, clause.reference)
    return {
        group[_KEY:]: measure
        for group, measure in used.items()
        if group[:_KEY] == key and (group[_KEY:] != NOT_STATED or measure != 0)
    }


def all_result(
    name: str, clauses: Iterable[Clause], request: Request, tally: Tally, basis: Basis
) -> Result:
    """Give the worst of the clauses' results."""
    return worst(
        clause.result(request, own_tally(tally, name, clause), basis) for clause in clauses
    )


def all_met(
    name: str, clauses: Iterable[Clause], request: Request, tally: Tally, basis: Basis
) -> Verdict:
    """Give the verdict that all the clauses must be met."""
    return Verdict.all_of(
        [clause.finding(request, own_tally(tally, name, clause), basis) for clause in clauses],
        title=name,
        subject=request.reference,
        basis=basis,
    )


def agreed(found: set[Result]) -> Result:
    """Give the answer on which readings agree, else undetermined."""
    if len(found) == 1:
        return found.pop()
    # a reading that asks nothing has nothing against it either
    return Result.MET if found == NOTHING_AGAINST else Result.UNDETERMINED


def rooms_of(
    name: str, clauses: Iterable[Clause], used: Mapping[Group, Measure], basis: Basis
) -> tuple[Room, ...]:
    """Give what is left under each clause, under the name of the part that holds it."""
    return tuple(
        room._replace(title=f"{room.title}, {name}")
        for clause in clauses
        for room in clause.room(own_used(used, name, clause), basis)
    )


def walk(clauses: Iterable[Clause]) -> Iterable[Clause]:
    """Give clauses and those inside them, however deep."""
    for clause in clauses:
        yield clause
        yield from walk(getattr(clause, "inner", ()))
