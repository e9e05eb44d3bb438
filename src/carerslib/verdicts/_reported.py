"""What to report first of a verdict that is not met, as far as the subject states the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.verdicts.combining import Combining
from carerslib.verdicts.findings import Aspect, Finding, Result

if TYPE_CHECKING:
    # the module, as it imports this one
    from carerslib.verdicts import verdict as tree

__all__ = ["differs", "failing", "nearest"]

_IN_ORDER: Final = tuple(Aspect)
_OF_ANOTHER_ACT: Final = (Aspect.POWER, Aspect.SCOPE, Aspect.HOLDER, Aspect.DATES)
"""What a part fails on that is for another act, from what is farthest to what is nearest.

What an act is for says which words it is under, and so comes before who acts.
"""


def _asked(part: tree.Part) -> Result:
    if isinstance(part, Finding):
        return part.result if part.binding and part.asked else Result.NOT_APPLICABLE
    return part.as_asked


def _counting(verdict: tree.Verdict) -> tuple[tree.Part, ...]:
    """Give the parts, or only the chosen one among readings."""
    if not verdict.chosen:
        return verdict.parts
    return tuple(part for part in verdict.parts if part.title == verdict.chosen)


def failing(part: tree.Part) -> Aspect | None:
    """Give the first aspect that fails, or None where the answer as asked is not "not met".

    Where any one of several parts would be enough, it is that of the part that comes nearest. None
    fails where there are only too few parts to be met.
    """
    return min(_failures(part), key=_IN_ORDER.index, default=None)


def _failures(part: tree.Part) -> frozenset[Aspect]:
    """Give every aspect that fails, of the nearest part where one would be enough."""
    if _asked(part) is not Result.NOT_MET:
        return frozenset()
    if isinstance(part, Finding):
        return frozenset({part.aspect})
    found = [failed for each in _counting(part) if (failed := _failures(each))]
    if part.how is Combining.ANY_OF:
        return max(found, key=_nearness, default=frozenset())
    return frozenset[Aspect]().union(*found)


def _nearness(failed: frozenset[Aspect]) -> tuple[int, int, int]:
    """Rank what fails: for another act, the later the nearer; else by the first in the order."""
    if not failed:
        return len(_IN_ORDER), 0, 0
    places = [place for place, each in enumerate(_OF_ANOTHER_ACT) if each in failed]
    first = min(map(_IN_ORDER.index, failed))
    return min(places, default=len(_OF_ANOTHER_ACT)), -len(places), -first


def nearest(verdict: tree.Verdict) -> tree.Verdict:
    """Follow the parts of which one is enough to the one that comes nearest to being met."""
    parts = [each for each in verdict.parts if not isinstance(each, Finding)]
    if verdict.how is not Combining.ANY_OF or not parts:
        return verdict
    return nearest(max(parts, key=_closeness))


def _closeness(verdict: tree.Verdict) -> tuple[int, tuple[int, int, int], int]:
    """Rank by the result, then by how near it comes where it fails, then by how few parts fail."""
    results = (Result.NOT_APPLICABLE, Result.NOT_MET, Result.UNDETERMINED, Result.MET)
    place = results.index(verdict.as_asked)
    return place, _nearness(_failures(verdict)), -len(verdict.unmet)


def differs(verdict: tree.Verdict) -> bool:
    """Say whether the answer as asked is undetermined because readings of the words differ."""
    if verdict.as_asked is not Result.UNDETERMINED:
        return False
    parts = _counting(verdict)
    asked = {*map(_asked, parts)} - {Result.NOT_APPLICABLE}
    # one that is not met alone is not met in one reading, where nothing was asked of another
    if verdict.how is Combining.AGREE and (len(asked) > 1 or Result.NOT_MET in asked):
        return True
    return any(differs(part) for part in parts if not isinstance(part, Finding))
