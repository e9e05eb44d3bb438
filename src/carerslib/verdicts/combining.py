"""The three ways in which answers combine."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from carerslib.verdicts.findings import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Combining", "agreed", "best", "worst"]


class Combining(enum.Enum):
    """How the parts of a verdict make its result."""

    ALL_OF = "all of"
    ANY_OF = "any of"
    AGREE = "agree"

    def __str__(self) -> str:
        return self.value


_WORST_FIRST: Final = (Result.NOT_MET, Result.UNDETERMINED, Result.MET)
_BEST_FIRST: Final = (Result.MET, Result.UNDETERMINED, Result.NOT_MET)


def _first(order: tuple[Result, ...], results: list[Result]) -> Result:
    for result in order:
        if result in results:
            return result
    return Result.NOT_APPLICABLE


def worst(results: list[Result]) -> Result:
    """Give the result that counts where all must be met."""
    return _first(_WORST_FIRST, results)


def best(results: list[Result], at_least: int) -> Result:
    """Give the result that counts where so many must be met, and any may be."""
    if at_least == 1:
        return _first(_BEST_FIRST, results)
    ranked = [result for result in _BEST_FIRST for each in results if each is result]
    if not ranked:
        return Result.NOT_APPLICABLE
    return ranked[at_least - 1] if len(ranked) >= at_least else Result.NOT_MET


def agreed(results: Iterable[Result]) -> Result:
    """Give the answer that every reading gives, else undetermined."""
    found = set(results) - {Result.NOT_APPLICABLE}
    if len(found) > 1:
        return Result.UNDETERMINED
    return found.pop() if found else Result.NOT_APPLICABLE
