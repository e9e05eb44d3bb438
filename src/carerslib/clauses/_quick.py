"""The quick way through a register: each clause bound once, then asked of many requests.

A *tester* judges one request under one clause. A *taker* does so under a clause that keeps count:
it tallies, judges and counts. Both give what the clause's own ``adds`` and ``result`` give, one
after the other, and fall back on them wherever a request is not plain: a day that is not known, a
chain of delegations, an amount whose VAT can be read in two ways.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import add
from carerslib.clauses.base import EMPTY, CountingClause
from carerslib.clauses.caps import Cap
from carerslib.clauses.dates import Length, Window
from carerslib.clauses.scope import Holder, Only
from carerslib.clauses.steps import Steps
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Clause, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Request

__all__ = ["Held", "Judge", "taker", "tally", "tester", "touched"]

Judge: TypeAlias = "Callable[[Request, Extent, list[Tally]], Result]"
"""Judges a request, whose counted extent is given beside it; what is tallied joins the list."""


@final
class Held(dict["Group", "Measure"]):
    """What is used under a clause in each group; in any other, nothing."""

    def __missing__(self, group: Group) -> Measure:
        return 0


@final
class _Groups(dict["frozenset[str]", "Group"]):
    """The group of the one value that a tag has: one object, which contracts share."""

    def __missing__(self, values: frozenset[str]) -> Group:
        (value,) = values
        self[values] = group = (value,)
        return group


_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_NONE: Final = Result.NOT_APPLICABLE


def tester(clause: Clause, basis: Basis) -> Judge:
    """Bind a clause that keeps no count to a basis."""
    bind = _QUICK.get(type(clause), _plain)
    return bind(clause, basis)


def taker(clause: CountingClause, basis: Basis, used: Held, *, counts: bool) -> Judge:
    """Bind a clause to a basis and to what has been used under it; with ``counts``, add to that."""
    at_length = _counting(clause, basis, used, counts=counts)
    # what does not count is rare, or judged alone: it may go the long way
    if isinstance(clause, Steps):
        ranges = any(each.at_least is not None or each.is_capped for each in clause.steps)
        return at_length if clause.in_parts or ranges else _steps(clause, at_length)
    if not counts or not isinstance(clause, Cap) or clause.plain is None:
        return at_length
    if clause.is_total:
        return _total(clause.plain, used, at_length)
    if clause.is_by_tag:
        return _tagged(clause.per[0], clause.plain, used, at_length)
    return _grouped(clause, clause.plain, basis, used, at_length)


def _steps(clause: Steps, at_length: Judge) -> Judge:
    terms = [each.at_most for each in clause.steps]
    months = [0 if term is None else term.months for term in terms]
    there = len(months)

    def take(request: Request, extent: Extent, tallies: list[Tally]) -> Result:
        # what takes an option up, or extends and names none, is not plain and not judged here
        number = 0
        for term in request.particulars.offered:
            if number == there or term is None or term.days or term.months > months[number]:
                return at_length(request, extent, tallies)
            number += 1  # counted by hand, which is faster
        tallies.append(EMPTY)
        return _MET if number else _NONE

    return take


def tally(adds: Adds, used: Held) -> Tally:
    """Set what is added in each group beside what the group then holds."""
    if NOT_STATED in used and all(group != NOT_STATED for group, _ in adds):
        adds = (*adds, (NOT_STATED, 0))
    adds = touched(adds, used)
    return adds, tuple([add(used[group], measure) for group, measure in adds])


def touched(adds: Adds, used: Mapping[Group, Measure]) -> Adds:
    """Give what is added with every group in use that it may be of, as it is placed in none.

    A clause inside another has the names of both before its groups.
    """
    loose = [group[:-1] for group, measure in adds if group[-1:] == NOT_STATED and measure != 0]
    if not (loose and used):
        return adds
    named = {group for group, _ in adds}
    others = [
        group
        for group, measure in used.items()
        if measure != 0
        and group not in named
        and any(group[: len(names)] == names for names in loose)
    ]
    return (*adds, *((group, 0) for group in sorted(others)))


def _counting(clause: CountingClause, basis: Basis, used: Held, *, counts: bool) -> Judge:
    def take(request: Request, _: Extent, tallies: list[Tally]) -> Result:
        taken = tally(clause.adds(request, basis), used)
        if counts:
            for (group, _adding), total in zip(*taken, strict=True):
                used[group] = total
        tallies.append(taken)
        return clause.result(request, taken, basis)

    return take


# Below, a sum is tried and its parts are not looked at before, which costs more than the sum. Two
# measures that are no plain numbers join into one that cannot be held against a limit, so that
# nothing is counted before it is known to be a number.


def _total(limit: int, used: Held, at_length: Judge) -> Judge:
    def take(request: Request, extent: Extent, tallies: list[Tally]) -> Result:
        adds = extent.all_like
        try:
            total: int = used[()] + adds[0][1]  # type: ignore[assignment, operator]
            over = total > limit
        except TypeError:
            return at_length(request, extent, tallies)
        used[()] = total
        tallies.append((adds, (total,)))
        return _NOT_MET if over else _MET

    return take


def _tagged(dimension: str, limit: int, used: Held, at_length: Judge) -> Judge:
    groups = _Groups()

    def take(request: Request, extent: Extent, tallies: list[Tally]) -> Result:
        # one tag places all of it, where no line has its own
        if dimension in extent.dimensions or NOT_STATED in used:
            return at_length(request, extent, tallies)
        try:
            group, adding = groups[request.tags[dimension]], extent.all_like[0][1]
            total: int = used[group] + adding  # type: ignore[assignment, operator]
            over = total > limit
        except (KeyError, TypeError, ValueError):
            return at_length(request, extent, tallies)
        used[group] = total
        tallies.append((((group, adding),), (total,)))
        return _NOT_MET if over else _MET

    return take


def _grouped(clause: Cap, limit: int, basis: Basis, used: Held, at_length: Judge) -> Judge:
    yearly, of_part = clause.is_yearly, bool(clause.where or clause.without)

    def take(request: Request, extent: Extent, tallies: list[Tally]) -> Result:
        adds = extent.by_year if yearly else None
        if adds is None:
            adds = clause.adds(request, basis)
        if not adds or NOT_STATED in used:
            return at_length(request, extent, tallies)
        totals: list[int] = []
        result: Result | None = _MET
        try:
            for group, adding in adds:
                total: int = used[group] + adding  # type: ignore[assignment, operator]
                if total > limit:
                    result = _NOT_MET
                used[group] = total
                totals.append(total)
        except TypeError:
            # something is not one plain number
            result = None
        if result is None or (of_part and result is _NOT_MET and not all(each for _, each in adds)):
            # take back what is counted, and go the long way: what is nothing may be of no part
            for (group, adding), total in zip(adds, totals, strict=False):
                used[group] = total - adding  # type: ignore[operator]
            return at_length(request, extent, tallies)
        tallies.append((adds, tuple(totals)))
        return result

    return take


def _only(clause: Only, basis: Basis) -> Judge:
    dimension, allowed = clause.dimension, frozenset(clause.values)

    def test(request: Request, _: Extent, _tallies: list[Tally]) -> Result:
        try:
            return _MET if request.tags[dimension] <= allowed else _NOT_MET
        except KeyError:
            return clause.result(request, EMPTY, basis)

    return test


def _holder(clause: Holder, basis: Basis) -> Judge:
    holders = clause.holders

    def test(request: Request, _: Extent, _tallies: list[Tally]) -> Result:
        if request.by in holders:
            return _MET
        return clause.result(request, EMPTY, basis)

    return test


def _window(clause: Window, basis: Basis) -> Judge:
    first = (clause.first or date.min).toordinal()
    last = (clause.last or date.max).toordinal()

    def test(request: Request, extent: Extent, _: list[Tally]) -> Result:
        if extent.starts >= first and extent.ends <= last:
            return _MET
        return clause.result(request, EMPTY, basis)

    return test


def _length(clause: Length, basis: Basis) -> Judge:
    limit, firm = clause.at_most, clause.of == "firm"
    if limit is None:
        return _plain(clause, basis)
    months = limit.months

    def test(request: Request, extent: Extent, _: list[Tally]) -> Result:
        counted = request.firm if firm else extent
        if counted.lasts <= months:
            return _MET
        return clause.result(request, EMPTY, basis)

    return test


def _plain(clause: Clause, basis: Basis) -> Judge:
    return lambda request, _extent, _tallies: clause.result(request, EMPTY, basis)


_QUICK: Final[dict[type, Callable[[Any, Basis], Judge]]] = {
    Only: _only,
    Holder: _holder,
    Window: _window,
    Length: _length,
}
