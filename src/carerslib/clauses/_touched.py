"""Which steps the options that are taken are of: by their numbers, or by how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from carerslib.clauses._taken import sum_of
from carerslib.periods import Term

if TYPE_CHECKING:
    from carerslib.clauses._step import Step
    from carerslib.clauses._taken import Before
    from carerslib.clauses.requests import Taken

__all__ = ["NOTHING", "Length", "Touched", "ends_before", "lies_in", "reaching", "touched"]

Length: TypeAlias = "tuple[int, int] | None"
"""Months and days, both of which may be nothing; None where it is not known."""
NOTHING: Final[Length] = (0, 0)


@final
class Touched(NamedTuple):
    """The numbers of the options taken, and the steps that these are of with their numbers.

    It is not ``certain`` where they may be of fewer steps than these. What was taken ``before``
    them is at the least and at the most so long, where they may be cut up.
    """

    options: range
    steps: tuple[tuple[int, Step], ...]
    certain: bool = True
    before: tuple[Length, Length] = (NOTHING, None)


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
    before, until = (earlier.shortest, earlier.longest), reaching(earlier.longest, takes.term)
    found = tuple(
        each for each in numbered if lies_in(steps, each[0], before[0], until) is not False
    )
    certain = len(found) == 1 or _are_all([each for each, _ in found], steps, takes, earlier)
    return Touched(options, found, certain, before)


def _are_all(may: list[int], steps: tuple[Step, ...], takes: Taken, earlier: Before) -> bool:
    """Say whether what is taken is of all steps that it may be of: the first, and the last."""
    with_it = reaching(earlier.shortest, takes.term)
    first = _reaches(earlier.longest, steps[: may[0]]) is False
    return first and _passes(with_it, steps[: may[-1] - 1]) is True


def lies_in(steps: tuple[Step, ...], number: int, since: Length, until: Length) -> bool | None:
    """Say whether what runs from one length to another lies in a step; None where some may not.

    ``since`` is the least that it may start after, ``until`` the most that it may reach. Past the
    last step it is too long, and the last is asked.
    """
    is_last = number == len(steps)
    before = ends_before(steps, number, until)
    if before or (not is_last and _reaches(since, steps[:number])):
        return False
    begun = number == 1 or _reaches(since, steps[: number - 1])
    return True if begun and (is_last or _passes(until, steps[:number]) is False) else None


def ends_before(steps: tuple[Step, ...], number: int, length: Length) -> bool:
    """Say whether a length ends before a step begins, whatever comes of it."""
    return number > 1 and _passes(length, steps[: number - 1]) is False


def reaching(before: Length, term: Term | None) -> Length:
    """Give how far what was taken before reaches with a term after it."""
    if before is None or term is None:
        return None
    return before[0] + term.months, before[1] + term.days


def _reaches(length: Length, steps: tuple[Step, ...]) -> bool | None:
    """Say whether a length holds all of some steps; None where that is not known."""
    if length == NOTHING:
        return False
    end = sum_of([step.at_most for step in steps])
    if length is None or end is None:
        return None
    return end.within(Term(months=length[0], days=length[1]))


def _passes(length: Length, steps: tuple[Step, ...]) -> bool | None:
    """Say whether a length goes on past some steps; None where that is not known."""
    end = sum_of([step.at_most for step in steps])
    if length is None or end is None:
        return None
    inside = Term(months=length[0], days=length[1]).within(end)
    return None if inside is None else not inside
