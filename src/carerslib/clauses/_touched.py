"""Which steps the options that are taken are of: by their numbers, or by how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, final

from carerslib.clauses._taken import sum_of
from carerslib.periods import Term

if TYPE_CHECKING:
    from carerslib.clauses._step import Step
    from carerslib.clauses._taken import Before
    from carerslib.clauses.requests import Taken

__all__ = ["Touched", "touched"]

_Length: TypeAlias = "tuple[int, int] | None"
"""Months and days, both of which may be nothing; None where it is not known."""


@final
class Touched(NamedTuple):
    """The numbers of the options taken, and the steps that these are of with their numbers.

    It is not ``certain`` where they may be of fewer steps than these.
    """

    options: range
    steps: tuple[tuple[int, Step], ...]
    certain: bool = True


def touched(steps: tuple[Step, ...], takes: Taken, earlier: Before, *, in_parts: bool) -> Touched:
    """Find the steps of the options taken.

    Where options may be cut up, a part goes on from what was taken before, and is of whatever steps
    it reaches into: the second part of one step is of that step still.
    """
    first = takes.number or earlier.least + 1
    options = range(first, first + takes.times)
    numbered = tuple(enumerate(steps, start=1))
    if not in_parts:
        return Touched(options, tuple(each for each in numbered if each[0] in options))
    if first > earlier.most + 1:
        # something was taken before it that is not counted
        earlier = earlier._replace(longest=None)
    with_it = _with(earlier.longest, takes.term)
    may = [
        number
        for number, _ in numbered
        if not _reaches(earlier.shortest, steps[:number])
        and (number == 1 or _passes(with_it, steps[: number - 1]) is not False)
    ]
    # past the last step it is too long, and the last is asked
    found = tuple(each for each in numbered if each[0] in may) or numbered[-1:]
    return Touched(options, found, len(found) == 1 or _are_all(may, steps, takes, earlier))


def _are_all(may: list[int], steps: tuple[Step, ...], takes: Taken, earlier: Before) -> bool:
    """Say whether what is taken is of all steps that it may be of: the first, and the last."""
    with_it = _with(earlier.shortest, takes.term)
    first = _reaches(earlier.longest, steps[: may[0]]) is False
    return first and _passes(with_it, steps[: may[-1] - 1]) is True


def _with(before: _Length, term: Term | None) -> _Length:
    if before is None or term is None:
        return None
    return before[0] + term.months, before[1] + term.days


def _reaches(length: _Length, steps: tuple[Step, ...]) -> bool | None:
    """Say whether a length holds all of some steps; None where that is not known."""
    if length == (0, 0):
        return False
    end = sum_of([step.at_most for step in steps])
    if length is None or end is None:
        return None
    return end.within(Term(months=length[0], days=length[1]))


def _passes(length: _Length, steps: tuple[Step, ...]) -> bool | None:
    """Say whether a length goes on past some steps; None where that is not known."""
    end = sum_of([step.at_most for step in steps])
    if length is None or end is None:
        return None
    inside = Term(months=length[0], days=length[1]).within(end)
    return None if inside is None else not inside
