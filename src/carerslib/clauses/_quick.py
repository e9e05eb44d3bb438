"""The quick way through a register: each clause bound once, then asked of many requests.

A *tester* judges one request under one clause. A *taker* does so under a clause that keeps count:
it tallies, judges and counts. Both give what the clause's own ``adds`` and ``result`` give, one
after the other, and fall back on them wherever a request is not plain: a day that is not known, a
chain of delegations, an amount whose VAT can be read in two ways.
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
from carerslib.clauses.steps import Steps
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Clause, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["Taker", "Tester", "taker", "tally", "tester"]

_Taken: TypeAlias = "tuple[Tally, Result]"
Tester: TypeAlias = "Callable[[Request, Extent], Result]"
"""Judges a request, whose counted extent is given beside it."""
Taker: TypeAlias = "Callable[[Request, Extent], _Taken]"
"""Judges a request as a tester does, and gives its tally."""

_Used: TypeAlias = "dict[Group, Measure]"

_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_INSIDE: Final[_Taken] = (EMPTY, _MET)


def tester(clause: Clause, basis: Basis) -> Tester:
    """Bind a clause that keeps no count to a basis."""
    bind = _QUICK.get(type(clause), _plain)
    return bind(clause, basis)


def taker(clause: CountingClause, basis: Basis, used: _Used, *, counts: bool) -> Taker:
    """Bind a clause to a basis and to what has been used under it; with ``counts``, add to that."""
    at_length = _counting(clause, basis, used, counts=counts)
    # what does not count is rare, or judged alone: it may go the long way
    if isinstance(clause, Steps) and all(each.at_least is None for each in clause.steps):
        return _steps(clause, at_length)
    if not counts or not isinstance(clause, Cap) or clause.plain is None:
        return at_length
    if clause.is_total:
        return _total(clause.plain, used, at_length)
    if clause.is_by_tag:
        return _tagged(clause.per[0], clause.plain, used, at_length)
    return _grouped(clause, clause.plain, basis, used, at_length)


def _steps(clause: Steps, at_length: Taker) -> Taker:
    terms = [each.at_most for each in clause.steps]
    months = [0 if term is None else term.months for term in terms]
    there, in_parts = len(months), clause.in_parts
    nothing: _Taken = (EMPTY, Result.NOT_APPLICABLE)

    def take(request: Request, extent: Extent) -> _Taken:
        particulars = request.particulars
        if particulars.takes is not None or in_parts:
            return at_length(request, extent)
        number = 0
        for term in particulars.offered:
            if number == there or term is None or term.days or term.months > months[number]:
                return at_length(request, extent)
            number += 1  # counted by hand, which is faster
        return _INSIDE if number else nothing

    return take


def tally(adds: Adds, used: _Used) -> Tally:
    """Set what is added in each group beside what the group then holds."""
    if NOT_STATED in used and all(group != NOT_STATED for group, _ in adds):
        adds = (*adds, (NOT_STATED, 0))
    return adds, tuple([add(used.get(group, 0), measure) for group, measure in adds])


def _counting(clause: CountingClause, basis: Basis, used: _Used, *, counts: bool) -> Taker:
    def take(request: Request, _: Extent) -> _Taken:
        taken = tally(clause.adds(request, basis), used)
        if counts:
            for (group, _adding), total in zip(*taken, strict=True):
                used[group] = total
        return taken, clause.result(request, taken, basis)

    return take


# Below, a sum is tried and its parts are not looked at before, which costs more than the sum. Two
# measures that are no plain numbers join into one that cannot be held against a limit, so that
# nothing is counted before it is known to be a number.


def _total(limit: int, used: _Used, at_length: Taker) -> Taker:
    held = used.get

    def take(request: Request, extent: Extent) -> _Taken:
        adds = extent.all_like
        try:
            total: int = held((), 0) + adds[0][1]  # type: ignore[assignment, operator]
            over = total > limit
        except TypeError:
            return at_length(request, extent)
        used[()] = total
        return (adds, (total,)), (_NOT_MET if over else _MET)

    return take


def _tagged(dimension: str, limit: int, used: _Used, at_length: Taker) -> Taker:
    held = used.get
    # a group that contracts share is one to collect, and not one for each
    groups: dict[str, Group] = {}

    def take(request: Request, extent: Extent) -> _Taken:
        # one tag places all of it, where no line has its own
        if dimension in extent.dimensions or NOT_STATED in used:
            return at_length(request, extent)
        try:
            (value,) = request.tags[dimension]
            group, adding = groups.setdefault(value, (value,)), extent.all_like[0][1]
            total: int = held(group, 0) + adding  # type: ignore[assignment, operator]
            over = total > limit
        except (KeyError, TypeError, ValueError):
            return at_length(request, extent)
        used[group] = total
        return (((group, adding),), (total,)), (_NOT_MET if over else _MET)

    return take


def _grouped(clause: Cap, limit: int, basis: Basis, used: _Used, at_length: Taker) -> Taker:
    held, yearly = used.get, clause.is_yearly

    def take(request: Request, extent: Extent) -> _Taken:
        adds = extent.by_year if yearly else None
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


def _only(clause: Only, basis: Basis) -> Tester:
    dimension, allowed = clause.dimension, frozenset(clause.values)

    def test(request: Request, _: Extent) -> Result:
        stated = request.tags.get(dimension)
        if stated is None:
            return clause.result(request, EMPTY, basis)
        return _MET if stated <= allowed else _NOT_MET

    return test


def _holder(clause: Holder, basis: Basis) -> Tester:
    holders = clause.holders

    def test(request: Request, _: Extent) -> Result:
        if request.by in holders:
            return _MET
        return clause.result(request, EMPTY, basis)

    return test


def _window(clause: Window, basis: Basis) -> Tester:
    first = (clause.first or date.min).toordinal()
    last = (clause.last or date.max).toordinal()

    def test(request: Request, extent: Extent) -> Result:
        if extent.starts >= first and extent.ends <= last:
            return _MET
        return clause.result(request, EMPTY, basis)

    return test


def _length(clause: Length, basis: Basis) -> Tester:
    limit = clause.at_most
    if limit is None:
        return _plain(clause, basis)
    months, days, firm = limit.months, limit.days, clause.of == "firm"

    def test(request: Request, extent: Extent) -> Result:
        counted = request.firm if firm else extent
        length, start = counted.length, counted.first_from
        # from a first day that is known, a length holds as many whole months as fit
        if length is not None and start is not None and start is counted.first_to:
            over = length.months - months
            if over < 0 or (over == 0 and length.days <= days):
                return _MET
        return clause.result(request, EMPTY, basis)

    return test


def _plain(clause: Clause, basis: Basis) -> Tester:
    return lambda request, _: clause.result(request, EMPTY, basis)


_QUICK: Final[dict[type, Callable[[Any, Basis], Tester]]] = {
    Only: _only,
    Holder: _holder,
    Window: _window,
    Length: _length,
}
