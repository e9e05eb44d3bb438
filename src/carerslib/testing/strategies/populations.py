"""Strategies for figures about carers, and for lists of them of which the truth is known.

Few areas, ages and definitions are drawn, so that two figures count the same people, or nearly the
same, more often than by chance.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple, final

from hypothesis import strategies as st

from carerslib.carers.populations import (
    EVERYBODY,
    Ages,
    Certainty,
    Count,
    Estimate,
    Group,
    Inclusion,
    Keeper,
    Overlap,
    Population,
    Proportion,
    Register,
    Registers,
    Unstated,
)
from carerslib.testing.strategies.values import citations, imprecise_days

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["KnownLists", "counts", "estimates", "known_lists", "populations", "proportions"]

_LIMITS: Final = (0, 1, 2, 400, 900, 1_200, 1_700, 8_500)


def _numbers() -> SearchStrategy[int]:
    return st.sampled_from(_LIMITS) | st.integers(0, 10_000)


def counts() -> SearchStrategy[Count]:
    """Return numbers of people: exact, between two numbers, and with no top."""
    exact = _numbers().map(Count.exactly)
    between = st.tuples(_numbers(), _numbers()).map(lambda two: Count(min(two), max(two)))
    return exact | between | _numbers().map(Count.at_least)


def populations() -> SearchStrategy[Population]:
    """Return whom a figure may count, with anything unstated."""
    return st.builds(
        Population,
        area=st.sampled_from(("Northshire", "England", Unstated.NOT_STATED)),
        ages=st.sampled_from((Ages(), Ages(5), Ages(5, 17), Unstated.NOT_STATED)),
        definition=st.sampled_from(("CEN21", "CEN11", Unstated.NOT_STATED, Unstated.NONE_USED)),
        among=st.sampled_from((EVERYBODY, "pupils of secondary schools")),
    )


def estimates(reference: str = "E1") -> SearchStrategy[Estimate]:
    """Return estimates that say anything or nothing of themselves."""
    inclusions = st.dictionaries(st.sampled_from(Group), st.sampled_from(Inclusion), max_size=2)
    return st.builds(
        Estimate,
        st.just(reference),
        st.none() | counts(),
        populations(),
        citations(),
        st.none() | imprecise_days(),
        certainty=st.sampled_from(Certainty),
        about=st.booleans(),
        accurate=st.none() | st.booleans(),
        includes=inclusions,
        seldom_recognise_themselves=st.lists(st.sampled_from(Group), max_size=2),
    )


def proportions(reference: str = "S1") -> SearchStrategy[Proportion]:
    """Return shares from none of those asked to all of them."""
    shares = st.tuples(st.integers(0, 100), st.integers(0, 100)).filter(max)
    return shares.flatmap(
        lambda two: st.builds(
            Proportion,
            st.just(reference),
            st.just(min(two)),
            st.just(max(two)),
            populations(),
            citations(),
            st.none() | imprecise_days(),
        )
    )


@final
class KnownLists(NamedTuple):
    """Lists of carers as a council would know them, and the truth: who is on each."""

    registers: Registers
    people: tuple[frozenset[int], ...]

    @property
    def truth(self) -> int:
        """How many different people are on the lists."""
        return len(frozenset[int]().union(*self.people))


@st.composite
def known_lists(draw: DrawFn, *, most_lists: int = 5) -> KnownLists:
    """Return overlapping lists of made-up people, with pairs linked fully, in part or not at all.

    What is said of an overlap is always true of the people drawn.
    """
    people = draw(
        st.lists(st.frozensets(st.integers(0, 15)), min_size=1, max_size=most_lists).map(tuple)
    )
    population = draw(populations())
    registers = [
        Register(f"list {place}", draw(st.sampled_from(Keeper)), len(listed), population)
        for place, listed in enumerate(people, start=1)
    ]
    overlaps = []
    for one, other in combinations(range(len(people)), 2):
        shared = len(people[one] & people[other])
        least = draw(st.integers(0, shared))
        most = draw(st.none() | st.integers(shared, shared + 3))
        linked = draw(st.sampled_from(("not", "in part", "fully")))
        pair = (registers[one].reference, registers[other].reference)
        if linked == "fully":
            overlaps.append(Overlap.exactly(pair, shared))
        elif linked == "in part":
            overlaps.append(Overlap(pair, least, most))
    return KnownLists(Registers(registers, overlaps), people)
