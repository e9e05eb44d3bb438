"""Tests over several facts that bear on one another, worked out over every way they could turn out.

Where one fact stands in several places of a test, a tree of findings may stay open although nothing
could change the answer. Such a test is asked as one: it is open only where two completions of what
is not recorded differ, and it lacks exactly the facts that could change it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from carerslib.verdicts import Finding, Missing, Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Settled", "as_parts", "settle"]


@final
@attrs.frozen
class Settled:
    """What a test comes to, and what it lacks where that is open.

    ``result`` is None where two completions differ. ``lacking`` are the facts that could change the
    answer, each alone under some completion of the rest; ``enough`` are those of which one answer
    alone settles it, and ``towards`` is what it then comes to. None is shown in the ``repr``.
    """

    result: bool | None = attrs.field(repr=False)
    lacking: tuple[str, ...] = attrs.field(default=(), repr=False)
    enough: tuple[str, ...] = attrs.field(default=(), repr=False)
    towards: bool = attrs.field(default=True, repr=False)


def settle(holds: Callable[..., int], facts: Mapping[str, bool | None]) -> Settled:
    """Work a test out over every completion of the facts that are not recorded, all at once.

    ``holds`` takes all the facts by name and joins them with ``&``, ``|`` and ``~``: each comes as
    a number with one bit for each completion, set where the fact is so in it.
    """
    unknown = [name for name, fact in facts.items() if fact is None]
    every = (1 << (1 << len(unknown))) - 1
    # of each fact, the completions in which it is not so
    without = {
        name: every // ((1 << (1 << place)) + 1) for place, name in enumerate(reversed(unknown))
    }
    known = {name: every if fact else 0 for name, fact in facts.items()}
    found = holds(**(known | {name: every ^ rest for name, rest in without.items()})) & every
    if found in (0, every):
        return Settled(bool(found))
    # the two halves of the completions: the fact is so in one, and not in the other
    halves = {
        name: (found >> (1 << place) & without[name], found & without[name])
        for place, name in enumerate(reversed(unknown))
    }
    lacking = tuple(name for name in unknown if halves[name][0] != halves[name][1])
    # two facts cannot settle it in two ways, as they would contradict each other
    for towards in (True, False):
        enough = tuple(
            name for name in lacking if (without[name] if towards else 0) in halves[name]
        )
        if enough:
            return Settled(None, lacking, enough, towards)
    return Settled(None, lacking)


def as_parts(finding: Finding, settled: Settled, missing: Mapping[str, Missing]) -> Part:
    """Give an open finding so that a fact which settles it alone can be told from the others.

    ``missing`` says of each fact how it is named and asked for.
    """
    lacking = {name: missing[name] for name in settled.lacking}
    alone = [
        finding._replace(title=_asked(lacking[name]), missing=(lacking[name],))
        for name in settled.enough
    ]
    rest = tuple(lacking[name] for name in settled.lacking if name not in settled.enough)
    if not alone or len(lacking) == 1:
        return finding._replace(missing=tuple(lacking.values()))
    parts = [*alone, finding._replace(missing=rest)] if rest else alone
    combine = Verdict.any_of if settled.towards else Verdict.all_of
    return combine(parts, title=finding.title, subject=finding.subject)


def _asked(missing: Missing) -> str:
    return f"{missing.expected[0].upper()}{missing.expected[1:]}"
