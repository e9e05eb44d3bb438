"""What had been taken of the options of one contract, as far as that was counted."""

from __future__ import annotations

import operator
from functools import reduce
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from carerslib.clauses._measures import add, less, spread
from carerslib.periods import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.clauses.base import Adds, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Taken

__all__ = [
    "NUMBERED",
    "TAKEN",
    "Before",
    "before",
    "counts_options",
    "is_inside",
    "lengths",
    "longest_left",
    "months_left",
    "options_left",
    "sum_of",
    "with_earlier",
]

TAKEN: Final = "taken"
_MONTHS: Final = "months"
_DAYS: Final = "days"
_UNSTATED: Final = "of no stated length"
NUMBERED: Final = "number"


@final
class Before(NamedTuple):
    """What had been taken before a request, at the least and at the most.

    ``shortest`` and ``longest`` are months and days; ``longest`` is None where an option was taken
    whose length is not stated. ``numbers`` are those of the options taken, where they are kept.
    """

    least: int
    most: int
    shortest: tuple[int, int] = (0, 0)
    longest: tuple[int, int] | None = (0, 0)
    numbers: frozenset[int] = frozenset()


def lengths(taken: Taken, contract: str) -> Adds:
    """Count the length of what is taken: months, days, and how often none was stated."""
    term = taken.term
    return (
        ((_MONTHS, contract), 0 if term is None else term.months),
        ((_DAYS, contract), 0 if term is None else term.days),
        ((_UNSTATED, contract), taken.times if term is None else 0),
    )


def counts_options(group: Group) -> bool:
    """Say whether a group counts the options taken of a contract, or how long they are."""
    return not {TAKEN, _MONTHS, _DAYS, _UNSTATED}.isdisjoint(group[-2:-1])


def before(tally: Tally) -> Before:
    """Give what had been taken, by what a tally holds without what is added to it."""
    held: dict[str, Measure] = dict.fromkeys((TAKEN, _MONTHS, _DAYS, _UNSTATED), 0)
    numbers: set[int] = set()
    for (group, adding), total in zip(*tally, strict=True):
        own = less(total, adding)
        if group[0] in held:
            held[group[0]] = add(held[group[0]], own)
        elif group[0] == NUMBERED and spread(own)[1]:
            numbers.add(int(group[2]))
    least, most = _bounds(held[TAKEN])
    months, days = _bounds(held[_MONTHS]), _bounds(held[_DAYS])
    # an option lasts some time: where a caller counts one and no time, how long is not stated
    timeless = most > 0 and (months[1], days[1]) == (0, 0)
    longest = None if timeless or _bounds(held[_UNSTATED])[1] else (months[1], days[1])
    return Before(least, most, (months[0], days[0]), longest, frozenset(numbers))


def _bounds(measure: Measure) -> tuple[int, int]:
    least, most, _, _ = spread(measure)
    return least, most


_Left: TypeAlias = "tuple[Group, int | None, str]"
"""A contract, or any that took nothing, with what is left to it and a note."""
_OTHERS: Final = "each contract of which none is taken"


def options_left(used: Mapping[Group, Measure], there: int) -> list[_Left]:
    """Give how many of the options there are each contract has left, where that is known."""
    counted = [(group[1], taken) for group, taken in used.items() if group[0] == TAKEN]
    found: list[_Left] = [
        ((name,), there - taken, "") for name, taken in counted if isinstance(taken, int)
    ]
    return [*found, ((), there, _OTHERS)]


def months_left(used: Mapping[Group, Measure], most: Term | None) -> list[_Left]:
    """Give how many months of the sum of all options each contract has left."""
    contracts = [group[1] for group in used if group[0] == TAKEN]
    found: list[_Left] = [((name,), *_in_parts(used, name, most)) for name in contracts]
    fresh, why = _in_parts({}, "", most)
    return [*found, ((), fresh, "; ".join(filter(None, (_OTHERS, why))))]


def _in_parts(
    used: Mapping[Group, Measure], contract: str, most: Term | None
) -> tuple[int | None, str]:
    """Give the months that are left of a sum of lengths, or why they are not known."""
    if most is None:
        return None, "the length was not published"
    months, days, unstated = (used.get((what, contract), 0) for what in (_MONTHS, _DAYS, _UNSTATED))
    if unstated or (used.get((TAKEN, contract)) and not (months or days)):
        return None, "an option was taken whose length is not stated"
    if days or most.days or not isinstance(months, int):
        return None, f"{most} in all, of which {months} months and {days} days are taken"
    return most.months - months, ""


def with_earlier(term: Term, earlier: Before | None) -> tuple[Term, Term | None]:
    """Give a length with what was taken before, at the least and at the most."""
    if earlier is None:
        return term, term
    months, days = earlier.shortest
    least = Term(months=term.months + months, days=term.days + days)
    if earlier.longest is None:
        return least, None
    months, days = earlier.longest
    return least, Term(months=term.months + months, days=term.days + days)


def is_inside(least: Term, most: Term | None, limit: Term | None) -> bool | None:
    """Say whether a length that is at least and at most so long is inside a limit."""
    if limit is None:
        return None
    if least.within(limit) is False:
        return False
    return True if most is not None and most.within(limit) else None


def longest_left(limit: Term | None, earlier: Before | None) -> Term | None:
    """Give the longest length that would do; None where none would, or none can be said."""
    taken = (0, 0) if earlier is None else earlier.longest
    if limit is None or taken is None or taken[1] or limit.months < taken[0]:
        return None
    months = limit.months - taken[0]
    return Term(months=months, days=limit.days) if months or limit.days else None


def sum_of(terms: list[Term | None]) -> Term | None:
    known = [term for term in terms if term is not None]
    return reduce(operator.add, known) if known and len(known) == len(terms) else None
