"""The quick way through a register: each clause bound once, then asked of many requests.

A *taker* tallies, judges and counts one request under one clause. It gives what the clause's own
``adds`` and ``result`` give, one after the other, and falls back on them wherever a request is not
plain: a day that is not known, a chain of delegations, an amount whose VAT can be read in two ways.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import add
from carerslib.clauses.base import EMPTY, CountingClause
from carerslib.clauses.caps import Cap
from carerslib.clauses.dates import Length, Window
from carerslib.clauses.scope import Holder, Only
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Clause, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["Taker", "taker"]

Taken: TypeAlias = "tuple[Tally, Result]"
Taker: TypeAlias = "Callable[[Request, Extent], Taken]"
"""Judges a request, whose counted extent is given beside it."""

Used: TypeAlias = "dict[Group, Measure]"

_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_INSIDE: Final[Taken] = (EMPTY, _MET)


def taker(clause: Clause, basis: Basis, used: Used, *, counts: bool) -> Taker:
    """Bind a clause to a basis and to what has been used under it; with ``counts``, add to that."""
    if not isinstance(clause, CountingClause):
        bind = _QUICK.get(type(clause), _plain)
        return bind(clause, basis)
    at_length = _counting(clause, basis, used, counts=counts)
    # what does not count is rare, or judged alone: it may go the long way
    if not counts or not isinstance(clause, Cap) or clause.plain is None:
        return at_length
    if clause.is_total:
        return _total(clause.plain, used, at_length)
    return _grouped(clause, clause.plain, basis, used, at_length)


def tally(adds: Adds, used: Used) -> Tally:
    """Set what is added in each group beside what the group then holds."""
    if NOT_STATED in used and all(group != NOT_STATED for group, _ in adds):
        adds = (*adds, (NOT_STATED, 0))
    return adds, tuple([add(used.get(group, 0), measure) for group, measure in adds])


def _counting(clause: CountingClause, basis: Basis, used: Used, *, counts: bool) -> Taker:
    def take(request: Request, _: Extent) -> Taken:
        taken = tally(clause.adds(request, basis), used)
        if counts:
            for (group, _adding), total in zip(*taken, strict=True):
                used[group] = total
        return taken, clause.result(request, taken, basis)

    return take


def _total(limit: int, used: Used, at_length: Taker) -> Taker:
    held = used.get

    def take(request: Request, extent: Extent) -> Taken:
        adds = extent.all_like
        before, adding = held((), 0), adds[0][1]
        if before.__class__ is not int or adding.__class__ is not int:
            return at_length(request, extent)
        used[()] = total = before + adding
        return (adds, (total,)), (_NOT_MET if total > limit else _MET)

    return take


def _grouped(clause: Cap, limit: int, basis: Basis, used: Used, at_length: Taker) -> Taker:
    held, by_year = used.get, clause.is_yearly

    def take(request: Request, extent: Extent) -> Taken:
        adds = extent.by_year if by_year else None
        if adds is None:
            adds = clause.adds(request, basis)
        if not adds or NOT_STATED in used:
            return at_length(request, extent)
        totals: list[int] = []
        result = _MET
        try:
            for group, adding in adds:
                total = held(group, 0) + adding  # type: ignore[operator]
                if total > limit:  # type: ignore[operator]
                    result = _NOT_MET
                used[group] = total  # type: ignore[assignment]
                totals.append(total)  # type: ignore[arg-type]
        except TypeError:
            # something is not one plain number: take back what is counted, and go the long way
            for (group, adding), total in zip(adds, totals, strict=False):
                used[group] = total - adding  # type: ignore[operator]
            return at_length(request, extent)
        return (adds, tuple(totals)), result

    return take


def _only(clause: Only, basis: Basis) -> Taker:
    dimension, allowed = clause.dimension, frozenset(clause.values)
    outside: Taken = (EMPTY, _NOT_MET)

    def take(request: Request, _: Extent) -> Taken:
        stated = request.tags.get(dimension)
        if stated is None:
            return EMPTY, clause.result(request, EMPTY, basis)
        return _INSIDE if stated <= allowed else outside

    return take


def _holder(clause: Holder, basis: Basis) -> Taker:
    holders = clause.holders

    def take(request: Request, _: Extent) -> Taken:
        if request.by in holders:
            return _INSIDE
        return EMPTY, clause.result(request, EMPTY, basis)

    return take


def _window(clause: Window, basis: Basis) -> Taker:
    first, last = clause.first or date.min, clause.last or date.max

    def take(request: Request, extent: Extent) -> Taken:
        start, end = extent.first_from, extent.last_to
        if start is not None and end is not None and start >= first and end <= last:
            return _INSIDE
        return EMPTY, clause.result(request, EMPTY, basis)

    return take


def _length(clause: Length, basis: Basis) -> Taker:
    limit = clause.at_most
    if limit is None or clause.of == "firm":
        return _plain(clause, basis)
    months, days = limit.months, limit.days

    def take(request: Request, extent: Extent) -> Taken:
        length, start = extent.length, extent.first_from
        # from a first day that is known, a length holds as many whole months as fit
        if length is not None and start is not None and start is extent.first_to:
            over = length.months - months
            if over < 0 or (over == 0 and length.days <= days):
                return _INSIDE
        return EMPTY, clause.result(request, EMPTY, basis)

    return take


def _plain(clause: Clause, basis: Basis) -> Taker:
    return lambda request, _: (EMPTY, clause.result(request, EMPTY, basis))


_QUICK: Final[dict[type, Callable[[Any, Basis], Taker]]] = {
    Only: _only,
    Holder: _holder,
    Window: _window,
    Length: _length,
}
