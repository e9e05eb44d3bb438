"""In which order acts were done, as far as their days and their numbers say."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from carerslib.periods import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from carerslib.awards.proposals import Proposal

__all__ = [
    "Place",
    "Span",
    "are_ordered",
    "in_order",
    "perhaps_by",
    "precedes",
    "span",
    "surely_before",
]

Place: TypeAlias = "tuple[date, float]"
"""A day, and a number within that day."""
Span: TypeAlias = "tuple[Place, Place]"
"""The first and the last place that an act may have."""
_Key = TypeVar("_Key")


def span(proposal: Proposal) -> Span:
    """Give the first and the last place of an act: its number counts where its day is one day."""
    day, number = proposal.on, proposal.sequence
    assert day is not None  # noqa: S101 - refused before
    first, last = earliest(day), latest(day)
    if number is None or first != last:
        return (first, -inf), (last, inf)
    return (first, number), (last, number)


def precedes(one: Span, other: Span) -> bool:
    """Say whether one came before the other, whatever else is not known of them."""
    return one[1] < other[0]


def are_ordered(spans: Iterable[Span]) -> bool:
    """Say whether any of several came before any other of them."""
    several = list(spans)
    return min(last for _, last in several) < max(first for first, _ in several)


def in_order(given: list[Proposal]) -> Iterator[list[int]]:
    """Give the places of the proposals in order, those together whose order is not all known."""
    spans = [span(proposal) for proposal in given]
    tied: list[int] = []
    longest = 0
    for index in sorted(range(len(given)), key=lambda each: spans[each]):
        if tied and precedes(spans[longest], spans[index]):
            yield tied
            tied = []
        if not tied or spans[index][1] > spans[longest][1]:
            longest = index
        tied.append(index)
    if tied:
        yield tied


def surely_before(spans: Mapping[_Key, Span]) -> Iterator[tuple[_Key, list[_Key]]]:
    """Give one after another, each with those that came before it and are not yet given."""
    waiting = sorted(spans, key=lambda each: spans[each][1], reverse=True)
    for key in sorted(spans, key=lambda each: spans[each][0]):
        came: list[_Key] = []
        while precedes(spans[waiting[-1]], spans[key]):
            came.append(waiting.pop())
        yield key, came


def perhaps_by(spans: Mapping[_Key, Span]) -> Iterator[tuple[_Key, list[_Key]]]:
    """Give one after another, each with those that may be there with it and are not yet given."""
    waiting = sorted(spans, key=lambda each: spans[each][0])[::-1]
    for key in sorted(spans, key=lambda each: spans[each][1]):
        came: list[_Key] = []
        while waiting and not precedes(spans[key], spans[waiting[-1]]):
            came.append(waiting.pop())
        yield key, came
