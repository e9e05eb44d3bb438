"""What could still be done under a resolution: by whom, for what, until when, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

from carerslib.awards.used import headroom
from carerslib.clauses import Holder, Joint, Only, Precondition
from carerslib.clauses._nested import walk

if TYPE_CHECKING:
    from carerslib.awards.model import Authority, Resolution
    from carerslib.awards.powers import Power
    from carerslib.awards.used import Used
    from carerslib.basis import Basis
    from carerslib.clauses import Clause, Room
    from carerslib.periods import DateRange

__all__ = ["Remaining", "remaining"]


@final
class Remaining(NamedTuple):
    """What one authority still allows.

    ``holders`` are who may act, each alone unless a clause says together; ``scope`` is what it is
    limited to, by dimension; ``first`` what must hold first; ``days`` the days on which the powers
    may be used, where the words set any; ``rooms`` what is left under each clause.
    """

    authority: str
    powers: tuple[Power, ...]
    holders: tuple[str, ...]
    scope: tuple[tuple[str, tuple[str, ...]], ...]
    first: tuple[str, ...]
    days: DateRange | None
    rooms: tuple[Room, ...]


def remaining(
    under: Resolution | Authority, used: Used | None = None, *, basis: Basis | None = None
) -> tuple[Remaining, ...]:
    """Give what each authority still allows, for those that were not ended."""
    rooms = headroom(under, used, basis=basis)
    return tuple(
        Remaining(
            authority.reference,
            authority.powers,
            _names(authority, Holder) + _names(authority, Joint),
            tuple(
                (clause.dimension, clause.values)
                for clause in walk(authority.clauses)
                if isinstance(clause, Only)
            ),
            tuple(
                clause.name
                for clause in walk(authority.clauses)
                if isinstance(clause, Precondition)
            ),
            authority.in_force,
            tuple(room for room in rooms if room.clause in _references(authority.clauses)),
        )
        for authority in under.authorities
        if authority.ended is None
    )


def _names(authority: Authority, kind: type[Holder | Joint]) -> tuple[str, ...]:
    return tuple(
        holder
        for clause in walk(authority.clauses)
        if isinstance(clause, kind)
        for holder in clause.holders
    )


def _references(clauses: tuple[Clause, ...]) -> frozenset[str]:
    return frozenset(clause.reference for clause in clauses)
