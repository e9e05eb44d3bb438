"""What the clauses of a fund count by: what an entry has to say so that it counts in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.clauses import Clause

__all__ = ["counted_by", "dimensions"]

# These follow from an entry's day and reference, or are compared wherever it is posted.
_ALWAYS: Final = frozenset({"year", "contract year", "contract", "part", "power", "head", "source"})


def dimensions(clause: Clause) -> frozenset[str]:
    """Give what a clause, and each clause inside it, asks an entry for so as to count it."""
    found = set(getattr(clause, "per", ()))
    for named in ("where", "without"):
        found.update(dimension for dimension, _ in getattr(clause, named, ()))
    own = getattr(clause, "dimension", None)
    if own is not None:
        found.add(own)
    for each in getattr(clause, "inner", ()):
        found |= dimensions(each)
    return frozenset(found - _ALWAYS)


def counted_by(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give all of these for several clauses, in order."""
    return tuple(sorted(frozenset().union(*map(dimensions, clauses))))
