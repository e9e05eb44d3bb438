"""Whether a limb gives leave: one whose clauses may all bind something else gives none yet.

A cap on lot 2 asks nothing of lot 1. Where it stands with others, nothing is lost by that; where it
stands for leave, as a limb, it must be known that it is of this request at all. A limb that asks
nothing of it gives no leave, nor does it refuse: what every other limb refuses is open. Words that
are loosened until they ask nothing would else refuse what they allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carerslib.clauses._groups import PARTS, Grouping, inside, values_of
from carerslib.clauses._nested import all_met, all_result, own_tally
from carerslib.clauses._unplaced import whose
from carerslib.clauses.base import is_built_in
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.basis import Basis
    from carerslib.clauses.base import Clause, Tally
    from carerslib.clauses.readings import Reading
    from carerslib.clauses.requests import Request

__all__ = ["leave", "leave_at_length", "left_open", "may_bind_others"]


def leave(limb: Reading, request: Request, tally: Tally, basis: Basis) -> Result:
    """Give the worst of a limb's clauses; of what may all bind something else, it is not known."""
    found = all_result(limb.name, limb.clauses, request, tally, basis)
    if found is Result.MET and _open(limb, request, tally, basis) is not None:
        return Result.UNDETERMINED
    return found


def leave_at_length(limb: Reading, request: Request, tally: Tally, basis: Basis) -> Verdict:
    """Give the verdict of a limb, with what is open of whether it is of this request."""
    made = all_met(limb.name, limb.clauses, request, tally, basis)
    open_ = _open(limb, request, tally, basis) if made.result is Result.MET else None
    if open_ is None:
        return made
    subject = request.reference
    return Verdict.all_of([*made.parts, open_], title=limb.name, subject=subject, basis=basis)


def left_open(clause: Clause, limb: Verdict, basis: Basis) -> Verdict:
    """Give the verdict of a limb that asks nothing with what is open of it; another as it is."""
    if limb.result is not Result.NOT_APPLICABLE:
        return limb
    open_ = Finding(
        clause.reference,
        f"Whether it is for this: {limb.title}",
        Result.UNDETERMINED,
        Aspect.SCOPE,
        limb.subject,
        clause.source,
        missing=(Missing(f"clause {clause.reference}", "whether this limb is for it"),),
        note="it asks nothing of this, and every other limb refuses it",
    )
    return Verdict.all_of([*limb.parts, open_], title=limb.title, subject=limb.subject, basis=basis)


def _open(limb: Reading, request: Request, tally: Tally, basis: Basis) -> Finding | None:
    asking = [
        clause
        for clause in limb.clauses
        if clause.result(request, own_tally(tally, limb.name, clause), basis) is Result.MET
    ]
    return may_bind_others(asking, request, basis)


def may_bind_others(clauses: Iterable[Clause], request: Request, basis: Basis) -> Finding | None:
    """Say what is open where each of some clauses may bind something else than a request."""
    first: Finding | None = None
    for clause in clauses:
        found = _may_bind_others(clause, request, basis)
        if found is None:
            return None
        first = found if first is None else first
    return first


def _may_bind_others(clause: Clause, request: Request, basis: Basis) -> Finding | None:
    held: Any = getattr(clause, "cap", clause) if is_built_in(clause) else clause
    if not is_built_in(held):
        return None
    if hasattr(held, "whether"):
        found: Finding | None = held.whether(request, basis)
        return found
    if hasattr(held, "without"):
        return _of_part(held, request, basis)
    readings: tuple[Reading, ...] = getattr(held, "readings", ())
    each = (may_bind_others(reading.clauses, request, basis) for reading in readings)
    return next((found for found in each if found is not None), None)


def _of_part(held: Any, request: Request, basis: Basis) -> Finding | None:  # noqa: ANN401 - a figure
    """Say what a request leaves out of whether any of it is of the part that a figure is for."""
    extent = request.extent(basis)
    grouping = Grouping(held.per, held.where, held.without)
    lines = extent.lines or (None,)
    if any(inside(line, request, extent, grouping) for line in lines):
        return None
    # where in a contract an amount stands is known of every contract, though not how much of it
    named = {name for name, _ in (*grouping.where, *grouping.without)} - PARTS
    open_ = [
        name
        for name in sorted(named)
        if not all(values_of(name, line, request, extent) for line in lines)
    ]
    if not open_:
        return None
    return Finding(
        held.reference,
        f"Whether there is any: {held.title}",
        Result.UNDETERMINED,
        Aspect.SCOPE,
        request.reference,
        held.source,
        missing=tuple(whose(name) for name in open_),
        asked=False,
        note="it binds nothing else",
    )
