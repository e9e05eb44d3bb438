"""What the clauses of a fund count by: what an entry has to say so that it counts in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.clauses import Cap, Of
from carerslib.clauses._groups import NOT_STATED, YEARS
from carerslib.clauses._measures import less
from carerslib.clauses._nested import walk
from carerslib.clauses.base import is_built_in
from carerslib.funds.shares import ShareOfGrant
from carerslib.money import ZERO
from carerslib.periods import ByYear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Adds, Clause, CountingClause, Group, Measure
    from carerslib.funds.entries import Entry

__all__ = [
    "Plain",
    "amounts_only",
    "counted_by",
    "counts_by_year",
    "holds_numbers",
    "numbers_of",
    "of_other_contracts",
    "plain",
]

# These follow from an entry's day and reference, or are compared wherever it is posted.
_ALWAYS: Final = YEARS | {"contract", "part", "power", "head", "source"}


_FIELDS: Final = frozenset({"head", "purpose", "source", "recipient"})


@final
class Plain(NamedTuple):
    """A cap that an entry of one year is held against by one comparison of whole numbers.

    It counts everything, or for each value of one of an entry's fields. ``loose`` is where that is
    kept which did not say for which.
    """

    field: str
    most: int
    counts: bool
    reference: str
    loose: tuple[str, Group]

    def key(self, entry: Entry) -> tuple[str, Group]:
        """Give where that is kept which counts with an entry; (None,) where it does not say."""
        return (self.reference, (getattr(entry, self.field),) if self.field else ())

    def adds(self, entry: Entry) -> Adds | None:
        """Give what an entry adds in one group; None where it does not say which, or for years."""
        group = self.key(entry)[1]
        if entry.by_year is not None or None in group:
            return None
        return ((group, 1 if self.counts else entry.amount.in_pence),)

    def total(self, entry: Entry, held: Callable[[tuple[str, Group]], Measure]) -> int | None:
        """Give what has counted with spending of one year, where that is one number.

        An order may count as one already: what is counted by number is asked the long way.
        """
        key = self.key(entry)
        if None in key[1] or (self.counts and entry.kind == "commitment"):
            return None
        had = held(key)
        if not isinstance(had, int) or held(self.loose) != 0:
            return None
        return had + (1 if self.counts else entry.amount.in_pence)


def plain(clause: Clause) -> Plain | None:
    """Give the short way of counting for a clause, where it has one."""
    if not isinstance(clause, Cap) or clause.plain is None or clause.where or clause.without:
        return None
    counts = clause.of is Of.COUNT
    if not (counts or clause.at_most.is_like) or len(clause.per) > 1:
        return None
    field = clause.per[0] if clause.per else ""
    if field and field not in _FIELDS:
        return None
    return Plain(field, clause.plain, counts, clause.reference, (clause.reference, NOT_STATED))


_ITSELF: Final = "\0"
"""Stands for the reference of an entry, which no caller's key is."""


def of_other_contracts(clause: CountingClause, entry: Entry, basis: Basis) -> Adds:
    """Give what an entry adds but to the group of a contract that it would itself be."""
    found = clause.adds(attrs.evolve(entry, reference=_ITSELF), basis)
    return tuple(each for each in found if _ITSELF not in each[0])


def numbers_of(clause: CountingClause, entry: Entry, basis: Basis) -> dict[Group, Measure]:
    """Give what an entry adds to a clause that is counted by number.

    A clause may hold others, some of amounts and some of numbers. What the same entry would add if
    it were of nothing is a number.
    """
    years = entry.by_year
    nothing = attrs.evolve(
        entry,
        amount=ZERO,
        by_year=None if years is None else ByYear.of(dict.fromkeys(years.years, ZERO)),
    )
    return dict(clause.adds(nothing, basis))


def amounts_only(adds: Adds, numbers: Mapping[Group, Measure]) -> Adds:
    """Leave numbers out of what an entry adds."""
    return tuple((group, less(adding, numbers.get(group, 0))) for group, adding in adds)


def holds_numbers(clause: CountingClause) -> bool:
    """Say whether a clause, or one inside it, may count by number."""
    return any(
        not is_built_in(each) or getattr(each, "of", Of.COUNT) is Of.COUNT
        for each in walk((clause,))
        if not (hasattr(each, "inner") or isinstance(each, ShareOfGrant))
    )


def _dimensions(clause: Clause) -> frozenset[str]:
    """Give what a clause, and each clause inside it, counts an entry by."""
    found: set[str] = set()
    for each in walk((clause,)):
        if not (is_built_in(each) or isinstance(each, ShareOfGrant)):
            continue
        found.update(getattr(each, "per", ()))
        for named in ("where", "without"):
            found.update(dimension for dimension, _ in getattr(each, named, ()))
        found.update(getattr(each, named, "") for named in ("dimension", "distinct"))
    return frozenset(found - {""})


def counts_by_year(clause: Clause) -> bool:
    """Say whether a clause counts each year apart: a share is one of each year's grant."""
    return isinstance(clause, ShareOfGrant) or not YEARS.isdisjoint(_dimensions(clause))


def counted_by(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give what several clauses ask an entry for so as to count it, in order."""
    return tuple(sorted(frozenset().union(*map(_dimensions, clauses)) - _ALWAYS))
