"""Measuring: several things in turn, round after round, and the least time of each."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Cost", "measure"]

LEAST_SAMPLE: Final = 2_000_000
"""How many nanoseconds a sample takes at least, so that the clock's own steps do not show."""

NEAR: Final = 1_000
"""So many contracts at most fit near the processor, and are run once before they are timed."""


class Cost(NamedTuple):
    """Nanoseconds for one contract."""

    nanoseconds: float

    def times(self, other: Cost) -> float:
        """Say how many times the other cost this is."""
        return self.nanoseconds / other.nanoseconds

    def __str__(self) -> str:
        return f"{self.nanoseconds:,.0f} ns"


def _sample(work: Callable[[], object], repeats: int) -> float:
    """Time so many runs on the processor's own clock, which other programs do not advance."""
    start = time.process_time_ns()
    for _ in range(repeats):
        work()
    return (time.process_time_ns() - start) / repeats


def measure(works: Mapping[str, Callable[[], object]], size: int, rounds: int) -> dict[str, Cost]:
    """Run everything in turn, ``rounds`` times, and give the least cost of each for one contract.

    The rounds are interleaved, so that a machine that slows down slows all alike. What is measured
    runs with the garbage collector on, as it does for a user, but not with another's garbage.
    """
    repeats = {}
    for name, work in works.items():
        once = _sample(work, 1)
        repeats[name] = max(1, round(LEAST_SAMPLE / max(once, 1)))
    least = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            gc.collect()
            if size <= NEAR:
                work()  # so that its data, not the last one's, is near the processor
            least[name] = min(least[name], _sample(work, repeats[name]))
    return {name: Cost(nanoseconds / size) for name, nanoseconds in least.items()}
