"""What could still be done under a resolution: by whom, for what, until when, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

from carerslib.awards.rules import RULES
from carerslib.awards.used import headroom
from carerslib.clauses import (
    Either,
    For,
    Holder,
    Joint,
    Only,
    Precondition,
    Readings,
    Steps,
    Threshold,
)
from carerslib.errors import require
from carerslib.periods import check_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from carerslib.awards.model import Authority, Ending, Resolution
    from carerslib.awards.powers import Power
    from carerslib.awards.used import Used
    from carerslib.basis import Basis
    from carerslib.clauses import Clause, Room
    from carerslib.periods import DateRange

__all__ = ["Remaining", "Sometimes", "remaining"]


@final
class Sometimes(NamedTuple):
    """What is asked of some requests only, and not of all.

    ``when`` names them in words: above a figure, for a lot, in one limb of several, under one
    reading, for one option. The rest is as in :class:`Remaining`.
    """

    when: str
    holders: tuple[str, ...]
    scope: tuple[tuple[str, tuple[str, ...]], ...]
    first: tuple[str, ...]


@final
class Remaining(NamedTuple):
    """What one authority still allows.

    ``holders`` are who may act, each alone unless a clause says together; ``scope`` is what it is
    limited to, by dimension; ``first`` what must hold first; ``days`` the days on which the powers
    may be used, where the words set any; ``rooms`` what is left under each clause. What is asked of
    some requests only is in ``sometimes``; ``ended`` says from which day on it is no longer there.
    """

    authority: str
    powers: tuple[Power, ...]
    holders: tuple[str, ...]
    scope: tuple[tuple[str, tuple[str, ...]], ...]
    first: tuple[str, ...]
    days: DateRange | None
    rooms: tuple[Room, ...]
    sometimes: tuple[Sometimes, ...] = ()
    ended: Ending | None = None


def remaining(
    under: Resolution | Authority,
    used: Used | None = None,
    *,
    on: date | None = None,
    basis: Basis | None = None,
) -> tuple[Remaining, ...]:
    """Give what each authority still allows, for those that were not ended.

    With ``on``, a day, one that is ended only after it still allows what it did, and one whose days
    are over by then allows nothing.
    """
    require(None if on is None else check_day("on", on))
    rooms = headroom(under, used, basis=basis)
    rests_on = basis or RULES.basis()
    return tuple(
        _left(authority, rooms, rests_on)
        for authority in under.authorities
        if _stands(authority, on)
    )


def _stands(authority: Authority, on: date | None) -> bool:
    if on is None:
        return authority.ended is None
    ended = authority.ended is not None and on >= authority.ended.on
    return not ended and (authority.in_force is None or on <= authority.in_force.last)


def _left(authority: Authority, rooms: tuple[Room, ...], basis: Basis) -> Remaining:
    asked: dict[str, list[Clause]] = {"": []}
    for when, clause in _told(authority.clauses, basis):
        asked.setdefault(when, []).append(clause)
    always = _of("", asked.pop(""))
    own = frozenset(clause.reference for clause in authority.clauses)
    return Remaining(
        authority.reference,
        authority.powers,
        *always[1:],
        authority.in_force,
        tuple(room for room in rooms if room.clause in own),
        tuple(found for when, each in asked.items() if any((found := _of(when, each))[1:])),
        authority.ended,
    )


def _of(when: str, clauses: list[Clause]) -> Sometimes:
    """Give who may act, for what, and what must hold first, each named once."""
    joint = [each.holders for each in clauses if isinstance(each, Joint)]
    alone = [each.holders for each in clauses if isinstance(each, Holder)]
    only = [each for each in clauses if isinstance(each, Only)]
    first = [each.name for each in clauses if isinstance(each, Precondition)]
    holders = [holder for each in (*alone, *joint) for holder in each]
    return Sometimes(
        when,
        tuple(dict.fromkeys(holders)),
        tuple((each.dimension, each.values) for each in only),
        tuple(dict.fromkeys(first)),
    )


def _told(clauses: Iterable[Clause], basis: Basis, when: str = "") -> Iterator[tuple[str, Clause]]:
    """Give each clause that is made of no others, and of which requests it asks anything."""
    for clause in clauses:
        parts = _parts(clause, basis)
        if not parts:
            yield when, clause
        for name, inner in parts:
            yield from _told(inner, basis, ", ".join(filter(None, (when, name))))


def _parts(clause: Clause, basis: Basis) -> tuple[tuple[str, tuple[Clause, ...]], ...]:
    """Give the clauses inside a clause, by the name of the part in which they stand."""
    if isinstance(clause, Either):
        return tuple((limb.name, limb.clauses) for limb in clause.limbs)
    if isinstance(clause, Readings):
        followed = clause.followed(basis)
        alone = len(followed) == 1
        return tuple(("" if alone else each.name, each.clauses) for each in followed)
    if isinstance(clause, For):
        return ((clause.name, clause.clauses),)
    if isinstance(clause, Threshold):
        where = "".join(f", {dimension} {value}" for dimension, value in clause.where)
        return ((f"above {clause.above}{where}", clause.clauses),)
    if isinstance(clause, Steps):
        steps = enumerate(clause.steps, start=1)
        return tuple((f"option {number}", step.clauses) for number, step in steps)
    inner: tuple[Clause, ...] = getattr(clause, "inner", ())
    return ((clause.reference, inner),) if inner else ()
