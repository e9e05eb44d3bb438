"""The quick way to the findings of a register: each clause bound once, then told of many requests.

A *teller* makes the findings of one request under one clause. They are those of the clause's own
``finding``, with no verdict around them; it falls back on that wherever there is more to say than
that a plain request is inside, or plainly late or long.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

from carerslib.clauses._nested import walk
from carerslib.clauses.base import keeps_count
from carerslib.clauses.caps import Cap, Of
from carerslib.clauses.combined import For
from carerslib.clauses.dates import TITLES, Length, Window, days_late, sooner
from carerslib.clauses.scope import Holder, Only, one_or_several
from carerslib.clauses.steps import NO_OPTION, Steps
from carerslib.money import Money
from carerslib.verdicts import Aspect, Finding, Remedy, Result, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.basis import Basis
    from carerslib.clauses.base import Clause, Tally
    from carerslib.clauses.requests import Extent, Request

__all__ = ["Telling"]

_Add: TypeAlias = "Callable[[Finding], None]"
_Teller: TypeAlias = "Callable[[_Add, Request, Extent, Tally, Basis], None]"
"""Adds what is found of a request, whose counted extent is given beside it."""

_PLAIN: Final = ((), None, True, True)
"""Nothing missing, no remedy, binding and asked."""
_Around: TypeAlias = "tuple[tuple[object, ...], tuple[object, ...]]"

# a tuple made whole costs half of what naming fifteen fields does
_new: Final = tuple.__new__
# looking a member up on its enum costs more than the comparison that it is for
_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_NONE: Final = Result.NOT_APPLICABLE


@final
class Telling:
    """The tellers of several clauses, in their order, each with the place of its tally.

    Tallies are kept of the clauses that count; the others find the empty one at the end.
    ``is_for_some`` says that some of the clauses, or of those inside them, are for some requests.
    """

    __slots__ = ("_clauses", "is_for_some", "placed", "places")

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self._clauses = clauses
        self.is_for_some: Final = any(isinstance(each, For) for each in walk(clauses))
        counted = count()
        self.places: Final = tuple([next(counted) if keeps_count(each) else -1 for each in clauses])
        tellers = [_QUICK.get(type(each), _at_length)(each) for each in clauses]
        self.placed: Final = tuple(zip(tellers, self.places, strict=True))

    def __reduce__(self) -> tuple[type[Telling], tuple[tuple[Clause, ...]]]:
        """Keep the clauses alone, and bind them anew."""
        return Telling, (self._clauses,)


def _at_length(clause: Clause) -> _Teller:
    def tell(add: _Add, request: Request, _: Extent, tally: Tally, basis: Basis) -> None:
        part = clause.finding(request, tally, basis)
        for each in (part,) if isinstance(part, Finding) else part.findings:
            add(each)

    return tell


def _around(title: str, clause: Clause, aspect: Aspect, against: tuple[str, Value]) -> _Around:
    """Give what stands before and after the subject, its source and what was measured."""
    return (
        (clause.reference, title, _MET, aspect),
        (*against, *_PLAIN, "", False),
    )


def _holder(clause: Holder) -> _Teller:
    source, holders, at_length = clause.source, clause.holders, _at_length(clause)
    head, tail = _around("Holder", clause, Aspect.HOLDER, (one_or_several(holders), holders))

    def tell(add: _Add, request: Request, extent: Extent, tally: Tally, basis: Basis) -> None:
        by = request.by
        if by in holders:
            add(_new(Finding, head + (request.reference, source, by) + tail))
        else:
            at_length(add, request, extent, tally, basis)

    return tell


def _only(clause: Only) -> _Teller:
    source, dimension, at_length = clause.source, clause.dimension, _at_length(clause)
    allowed = frozenset(clause.values)
    against = one_or_several(clause.values), clause.values
    head, tail = _around(clause.title, clause, Aspect.SCOPE, against)
    outside = (*head[:2], _NOT_MET, *head[3:])

    def tell(add: _Add, request: Request, extent: Extent, tally: Tally, basis: Basis) -> None:
        try:
            (name,) = request.tags[dimension]
        except (KeyError, ValueError):
            at_length(add, request, extent, tally, basis)
            return
        first = head if name in allowed else outside
        add(_new(Finding, first + (request.reference, source, (name,)) + tail))

    return tell


def _window(clause: Window) -> _Teller:
    source, first, last = clause.source, clause.first, clause.last

    def at_length(add: _Add, request: Request, _: Extent, _tally: Tally, basis: Basis) -> None:
        for each in clause.ends(request, basis):
            add(each)

    if first is None or last is None:
        return at_length
    before, after = "on or after", "on or before"
    starting, from_then = _around("First day", clause, Aspect.DATES, (before, first))
    ending, by_then = _around("Last day", clause, Aspect.DATES, (after, last))
    late = (*ending[:2], _NOT_MET, *ending[3:])
    by_last = Remedy("last_day", last, "end on or before", last)

    def tell(add: _Add, request: Request, extent: Extent, tally: Tally, basis: Basis) -> None:
        start, end = extent.first_from, extent.last_to
        exact = start is extent.first and end is extent.last
        taking = request.particulars.takes is not None
        if taking or not exact or start is None or end is None or start < first:
            at_length(add, request, extent, tally, basis)
            return
        subject = request.reference
        add(_new(Finding, starting + (subject, source, start) + from_then))
        if end <= last:
            add(_new(Finding, ending + (subject, source, end) + by_then))
            return
        remedy = by_last if start <= last else None
        over = (after, last, (), remedy, True, True, days_late(end, last), False)
        add(_new(Finding, late + (subject, source, end) + over))

    return tell


def _length(clause: Length) -> _Teller:
    source, limit, firm = clause.source, clause.at_most, clause.of == "firm"
    at_length = _at_length(clause)
    if limit is None or limit.days:
        return at_length
    months = limit.months
    head, tail = _around(TITLES[clause.of], clause, Aspect.LENGTH, ("at most", limit))
    long = (*head[:2], _NOT_MET, *head[3:])

    def tell(add: _Add, request: Request, extent: Extent, tally: Tally, basis: Basis) -> None:
        counted = request.firm if firm else extent
        length, start = counted.length, counted.first_from
        plain = start is counted.first_to and counted.at_least is None
        if length is None or start is None or not plain or request.particulars.takes is not None:
            at_length(add, request, extent, tally, basis)
            return
        over = length.months - months
        if over < 0 or (over == 0 and not length.days):
            add(_new(Finding, head + (request.reference, source, length) + tail))
            return
        too_long = ("at most", limit, (), sooner(start, limit), True, True, "", False)
        add(_new(Finding, long + (request.reference, source, length) + too_long))

    return tell


def _steps(clause: Steps) -> _Teller:
    source, at_length = clause.source, _at_length(clause)
    terms = [each.at_most for each in clause.steps]
    if clause.in_parts or any(each.at_least or each.is_capped for each in clause.steps):
        return at_length
    there, step = len(terms), Aspect.STEP
    number, of_all = _around("Number of options", clause, step, ("at most", there))
    ends = [_around("Length of the option", clause, step, ("at most", each)) for each in terms]
    months = [-1 if term is None else term.months for term in terms]
    none, nothing = (clause.reference, "Options", _NONE, step), (*_PLAIN, NO_OPTION, False)

    def tell(add: _Add, request: Request, extent: Extent, tally: Tally, basis: Basis) -> None:
        particulars = request.particulars
        offered = particulars.offered
        if particulars.takes is not None or len(offered) > there:
            at_length(add, request, extent, tally, basis)
            return
        if not offered:
            if request.power == "extend":
                at_length(add, request, extent, tally, basis)
                return
            add(_new(Finding, none + (request.reference, source, None, "", None) + nothing))
            return
        for term, most in zip(offered, months):  # noqa: B905 - options may be fewer than the steps
            if term is None or term.days or term.months > most:
                at_length(add, request, extent, tally, basis)
                return
        subject = request.reference
        add(_new(Finding, number + (subject, source, len(offered)) + of_all))
        for term, (head, tail) in zip(offered, ends):  # noqa: B905 - as above
            add(_new(Finding, head + (subject, source, term) + tail))

    return tell


def _cap(clause: Cap) -> _Teller:
    reference, source, title = clause.reference, clause.source, clause.title
    limit, at_length = clause.plain, _at_length(clause)
    if limit is None or clause.of is Of.COUNT:
        return at_length
    comparison = "less than" if clause.strict else "at most"
    pence = Money.pence
    amount, against = Aspect.AMOUNT, (comparison, pence(limit + clause.strict), *_PLAIN)

    def tell(add: _Add, request: Request, extent: Extent, tally: Tally, basis: Basis) -> None:
        adds, totals = tally
        try:
            # looking for the fullest of one costs more than asking whether it is alone
            if len(totals) == 1:
                most, group = totals[0], adds[0][0]
            else:
                most = max(totals)
                group = adds[totals.index(most)][0]
            inside = most <= limit  # type: ignore[operator]
        except (TypeError, ValueError):
            # some measure is not one plain number, or nothing counts here
            inside = False
        if not inside:
            at_length(add, request, extent, tally, basis)
            return
        held = pence(most)  # type: ignore[arg-type]
        named = f"{title}: {', '.join(group)}" if group else title
        head = (reference, named, _MET, amount, request.reference, source, held)
        add(_new(Finding, head + against + (request.firm.on_vat, False)))

    return tell


_QUICK: Final[dict[type, Callable[[Any], _Teller]]] = {
    Cap: _cap,
    Holder: _holder,
    Length: _length,
    Only: _only,
    Steps: _steps,
    Window: _window,
}
