"""What the clauses of a fund count by: what an entry has to say so that it counts in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.clauses import Cap, Of
from carerslib.clauses._measures import less
from carerslib.clauses._nested import walk
from carerslib.funds.shares import ShareOfGrant
from carerslib.money import ZERO
from carerslib.periods import ByYear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.basis import Basis
    from carerslib.clauses import Adds, Clause, CountingClause, Group

    # the module, as it comes to import this one
    from carerslib.funds import entries

__all__ = ["Plain", "amounts_only", "counted_by", "counts_by_year", "of_other_contracts", "plain"]

# These follow from an entry's day and reference, or are compared wherever it is posted.
_YEARS: Final = frozenset({"year", "contract year"})
_ALWAYS: Final = _YEARS | {"contract", "part", "power", "head", "source"}


_FIELDS: Final = frozenset({"head", "purpose", "source", "recipient"})


@final
class Plain(NamedTuple):
    """A cap that an entry of one year is held against by one comparison of whole numbers.

    It counts everything, or for each value of one of an entry's fields.
    """

    field: str
    most: int
    counts: bool

    def group(self, entry: entries.Entry) -> Group | None:
        """Give the group that an entry counts in; None where it does not say."""
        if not self.field:
            return ()
        value = getattr(entry, self.field)
        return None if value is None else (value,)


def plain(clause: Clause) -> Plain | None:
    """Give the short way of counting for a clause, where it has one."""
    if not isinstance(clause, Cap) or clause.plain is None or clause.where or clause.without:
        return None
    counts = clause.of is Of.COUNT
    if not (counts or clause.at_most.is_like) or len(clause.per) > 1:
        return None
    field = clause.per[0] if clause.per else ""
    return Plain(field, clause.plain, counts) if not field or field in _FIELDS else None


_ITSELF: Final = "\0"
"""Stands for the reference of an entry, which no caller's key is."""


def of_other_contracts(clause: CountingClause, entry: entries.Entry, basis: Basis) -> Adds:
    """Give what an entry adds but to the group of a contract that it would itself be."""
    found = clause.adds(attrs.evolve(entry, reference=_ITSELF), basis)
    return tuple(each for each in found if _ITSELF not in each[0])


def amounts_only(clause: CountingClause, entry: entries.Entry, adds: Adds, basis: Basis) -> Adds:
    """Give what an entry adds to a clause, what is counted by number left out.

    A clause may hold others, some of amounts and some of numbers. What the same entry would add if
    it were of nothing is a number.
    """
    years = entry.by_year
    nothing = attrs.evolve(
        entry,
        amount=ZERO,
        by_year=None if years is None else ByYear.of(dict.fromkeys(years.years, ZERO)),
    )
    numbers = dict(clause.adds(nothing, basis))
    return tuple((group, less(adding, numbers.get(group, 0))) for group, adding in adds)


def _dimensions(clause: Clause) -> frozenset[str]:
    """Give what a clause, and each clause inside it, counts an entry by."""
    found: set[str] = set()
    for each in walk((clause,)):
        found.update(getattr(each, "per", ()))
        for named in ("where", "without"):
            found.update(dimension for dimension, _ in getattr(each, named, ()))
        found.update(getattr(each, named, "") for named in ("dimension", "distinct"))
    return frozenset(found - {""})


def counts_by_year(clause: Clause) -> bool:
    """Say whether a clause counts each year apart: a share is one of each year's grant."""
    return isinstance(clause, ShareOfGrant) or not _YEARS.isdisjoint(_dimensions(clause))


def counted_by(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give what several clauses ask an entry for so as to count it, in order."""
    return tuple(sorted(frozenset().union(*map(_dimensions, clauses)) - _ALWAYS))
