"""An extension that names no option: which it may take, and what each of these needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.clauses._taken import NUMBERED, TAKEN, lengths
from carerslib.clauses._touched import Touched, touched
from carerslib.clauses.requests import Taken
from carerslib.verdicts import Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.clauses._step import Step
    from carerslib.clauses._taken import Before
    from carerslib.clauses.base import Adds
    from carerslib.clauses.requests import Request
    from carerslib.verdicts import Finding

__all__ = ["agreed_needs", "is_unnamed", "may_take", "one_taken"]


def is_unnamed(request: Request) -> bool:
    """Say whether it takes an option, and neither says which nor offers any."""
    known = request.particulars
    return request.power == "extend" and known.takes is None and not known.offered


def one_taken(contract: str, there: int) -> Adds:
    """Count an option of no stated length, and ask which of some were taken before it."""
    numbers = [((NUMBERED, contract, str(number)), 0) for number in range(1, there + 1)]
    return (((TAKEN, contract), 1), *lengths(Taken(), contract), *numbers)


def may_take(
    steps: tuple[Step, ...], earlier: Before, *, in_parts: bool, in_order: bool
) -> Iterator[Touched]:
    """Give each option that may be the one taken, by itself.

    Where nothing of the contract is counted, any of them may have been taken before.
    """
    if in_parts:
        found = touched(steps, Taken(), earlier, in_parts=True)
        yield from (found._replace(steps=(each,), certain=True) for each in found.steps)
        return
    left = range(earlier.least + 1 if in_order else 1, len(steps) + 1)
    if in_order and 0 < earlier.least == earlier.most:
        left = left[:1]
    for number in left:
        if in_order or number not in earlier.numbers:
            yield touched(steps, Taken(number), earlier, in_parts=False)


def agreed_needs(each: list[Verdict], open_: Finding, basis: Basis) -> list[Part]:
    """Give what options need of which one is taken: open where only some of them are refused."""
    refused = [one for one in each if one.result is Result.NOT_MET]
    if not refused:
        return [part for one in each for part in one.parts]
    parts: list[Part] = [*refused] if len(refused) == len(each) else [open_, *refused]
    return [Verdict.any_of(parts, title=open_.title, subject=open_.subject, basis=basis)]
