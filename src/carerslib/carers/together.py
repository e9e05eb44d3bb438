"""Tests over several facts that bear on one another, worked out over every way they could turn out.

Where one fact stands in several places of a test, a tree of findings may stay open although nothing
could change the answer. Such a test is asked as one: it is open only where two completions of what
is not recorded differ, and it lacks exactly the facts that could change it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

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


def settle(
    holds: Callable[..., int],
    facts: Mapping[str, bool | None],
    possible: Callable[..., int] = lambda **_: ~0,
) -> Settled:
    """Work a test out over every completion of the facts that are not recorded, all at once.

    ``holds`` takes all the facts by name and joins them with ``&``, ``|`` and ``~``: each comes as
    a number with one bit for each completion, set where the fact is so in it. ``possible`` says in
    the same way which completions do not contradict themselves.
    """
    unknown = [name for name, fact in facts.items() if fact is None]
    every = (1 << (1 << len(unknown))) - 1
    # of each fact, the completions in which it is not so
    without = {
        name: every // ((1 << (1 << place)) + 1) for place, name in enumerate(reversed(unknown))
    }
    known = {name: every if fact else 0 for name, fact in facts.items()}
    tables = known | {name: every ^ rest for name, rest in without.items()}
    # what is recorded may contradict itself already; then no completion is ruled out
    ways = possible(**tables) & every or every
    found = holds(**tables) & ways
    if found in (0, ways):
        return Settled(bool(found))
    halves = {
        name: _Halves.of(found, ways, 1 << place, without[name])
        for place, name in enumerate(reversed(unknown))
    }
    lacking = tuple(name for name in unknown if halves[name].differ())
    # two facts cannot settle it in two ways, as they would contradict each other
    for towards in (True, False):
        enough = tuple(name for name in lacking if halves[name].one_is(towards=towards))
        if enough:
            return Settled(None, lacking, enough, towards)
    return Settled(None, lacking)


class _Halves(NamedTuple):
    """The completions in which a fact is so beside those in which it is not, otherwise the same.

    Of each half: where the test holds, and which completions are possible.
    """

    so: int
    can_be_so: int
    not_so: int
    can_be_not_so: int

    @classmethod
    def of(cls, found: int, ways: int, step: int, without: int) -> _Halves:
        return cls(found >> step & without, ways >> step & without, found & without, ways & without)

    def differ(self) -> bool:
        """Say whether to turn the fact round alone could turn the answer."""
        return (self.so ^ self.not_so) & self.can_be_so & self.can_be_not_so != 0

    def one_is(self, *, towards: bool) -> bool:
        """Say whether one answer to the fact settles the test, whatever the rest."""
        if towards:
            return self.so == self.can_be_so or self.not_so == self.can_be_not_so
        return 0 in (self.so, self.not_so)


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
