"""How orders count by number: each once, however often it is added to, until all of it is void.

Whether an order counts in a group follows from sums of its entries there (:class:`.Times`), and so
does what a group has counted: orders come to the same in whatever order their entries are posted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import add, less, spread
from carerslib.clauses._nested import walk
from carerslib.clauses.base import is_built_in
from carerslib.funds._counting import holds_numbers, numbers_of
from carerslib.funds.entries import EntryKind, Times

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.basis import Basis
    from carerslib.clauses import Adds, CountingClause, Group, Measure
    from carerslib.funds._counting import Plain
    from carerslib.funds.entries import Entry

__all__ = ["Change", "OrderKey", "changes", "exactly", "with_changes"]

OrderKey = tuple[str, "Group", str]
"""A clause, a group of it and an order."""

_COMMITMENT: Final = EntryKind.COMMITMENT
_RELEASE: Final = EntryKind.RELEASE


@final
class Change(NamedTuple):
    """What an entry changes of how an order counts in a group."""

    group: Group
    number: Measure
    key: OrderKey
    before: Times
    after: Times


def exactly(measure: Measure) -> Measure:
    """Give a measure as a whole number where it is one: sums of the same come out the same."""
    if isinstance(measure, int) or len(set(measure)) > 1:
        return measure
    return measure[0]


def changes(
    entry: Entry,
    clause: CountingClause,
    short: Plain | None,
    basis: Basis,
    known: Callable[[OrderKey], Times],
) -> tuple[Change, ...]:
    """Give what an entry changes of how the order that it places or is about counts."""
    kind = entry.moves
    if kind is not _COMMITMENT and kind is not _RELEASE:
        return ()
    if not (holds_numbers(clause) if short is None else short.counts):
        return ()
    found = None if short is None else short.adds(entry)
    numbers = numbers_of(clause, entry, basis) if found is None else dict(found)
    pence = _pence_of(entry, clause, basis)
    order = entry.order or entry.reference
    said = _said(entry, clause) if short is None else ()
    changed = []
    for group, number in numbers.items():
        if number != 0:
            # what names nobody may be for several, and is told apart by the values that it counts
            kept = (*group, *said) if group[-1:] == NOT_STATED else group
            key = (clause.reference, kept, order)
            before = known(key)
            in_it = entry.amount.in_pence if pence is None else pence.get(group, 0)
            changed.append(Change(group, number, key, before, _after(before, entry, number, in_it)))
    return tuple(changed)


def _pence_of(entry: Entry, clause: CountingClause, basis: Basis) -> dict[Group, int] | None:
    """Give how much of an entry of several years is of each group; None where all of it is."""
    if entry.by_year is None:
        return None
    found: dict[Group, int] = {}
    for year, amount in entry.by_year.items():
        part = attrs.evolve(entry, by_year=None, amount=amount, counts_for=year.first_day)
        for group in numbers_of(clause, part, basis):
            found[group] = found.get(group, 0) + amount.in_pence
    return found


def _said(entry: Entry, clause: CountingClause) -> Group:
    """Give what an entry says of the dimensions of which a clause counts each value once."""
    held = filter(is_built_in, walk((clause,)))
    different = {getattr(each, "distinct", "") for each in held} - {""}
    return tuple(min(entry.tags.get(each, ("",))) for each in sorted(different))


def _after(before: Times, entry: Entry, number: Measure, pence: int) -> Times:
    """Give how an order counts with an entry: of it, or one that takes off it or gives back."""
    if entry.kind is _COMMITMENT:
        return Times(_most(before.number, number), before.left + pence, before.void)
    taken_off = -pence if entry.corrects is _RELEASE else pence
    void = before.void + (taken_off if entry.voids else 0)
    return Times(before.number, before.left - taken_off, void)


def _most(one: Measure, other: Measure) -> Measure:
    if isinstance(one, int) and isinstance(other, int):
        return max(one, other)
    a, b = spread(one), spread(other)
    return exactly((max(a[0], b[0]), max(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))


def with_changes(adds: Adds, changed: tuple[Change, ...], *, takes_off: bool) -> Adds:
    """Give what an entry adds with the numbers by which it changes how its order counts.

    What takes off is told what it takes off.
    """
    by_group = {each.group: each for each in changed}
    found = []
    for group, adding in adds:
        each = by_group.get(group)
        if each is None:
            found.append((group, adding))
            continue
        before, after = each.before.counts, each.after.counts
        change = less(before, after) if takes_off else less(after, before)
        found.append((group, exactly(add(less(adding, each.number), change))))
    return tuple(found)
