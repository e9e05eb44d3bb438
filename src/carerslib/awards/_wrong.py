"""What does not agree in a record, and which of its words are held together to find it.

What stands inside words for some, for one lot or above a threshold, binds these together with what
stands outside; and so does each reading of the same words. Limbs of which one is enough, and the
words of one option, are held alone: what they leave out is not said against what stands outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, final

from carerslib.clauses import Either, For, Readings, Steps, Threshold
from carerslib.verdicts import Aspect, Finding, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.citations import Citation
    from carerslib.clauses import Clause
    from carerslib.verdicts import Value

__all__ = ["Said", "Wrong", "said_together"]

_Pairs: TypeAlias = "frozenset[tuple[str, str]]"


@final
class Wrong(NamedTuple):
    """What does not agree with what, and why."""

    rule: str
    title: str
    source: Citation
    note: str
    measured: Value = None
    comparison: str = ""
    permitted: Value = None

    def finding(self, subject: str) -> Finding:
        """Say so of a resolution."""
        return Finding(
            self.rule,
            self.title,
            Result.NOT_MET,
            Aspect.RECORD,
            subject,
            self.source,
            self.measured,
            self.comparison,
            self.permitted,
            binding=False,
            note=self.note,
        )


@final
class Said(NamedTuple):
    """Clauses that bind together, of whom they are said, and as which words are read.

    ``alike`` are those of them that are said of the same: no others see the same amounts.
    ``binding`` holds them by where they stand.
    """

    where: _Pairs
    read: _Pairs
    clauses: tuple[Clause, ...]
    alike: tuple[Clause, ...] = ()
    binding: tuple[Said, ...] = ()

    def is_inside(self, other: Said) -> bool:
        """Say whether what is said of another is said of these too, and of more than these."""
        return self._has(other) and (self.where, self.read) != (other.where, other.read)

    def _has(self, other: Said) -> bool:
        return other.where <= self.where and other.read <= self.read

    def together(self, every: Iterable[Said]) -> Said:
        """Give these with all that binds whatever they bind."""
        binding = [each for each in every if self._has(each)]
        alike = [each for each in binding if each.where == self.where]
        return self._replace(
            clauses=tuple(clause for each in binding for clause in each.clauses),
            alike=tuple(clause for each in alike for clause in each.clauses),
            binding=tuple(binding),
        )


def said_together(clauses: tuple[Clause, ...]) -> Iterator[Said]:
    """Give all clauses that bind together, what is said of more before what is said of fewer."""
    every = [*_said(Said(frozenset(), frozenset(), clauses))]
    found = {(each.where, each.read): each for each in every}
    for each in sorted(found.values(), key=lambda each: len(each.where) + len(each.read)):
        yield each.together(every)
    for clause in (clause for each in every for clause in each.clauses):
        for alone in _alone(clause):
            yield from said_together(alone)


def _said(said: Said) -> Iterator[Said]:
    yield said
    for clause in said.clauses:
        for each in _inside(clause):
            yield from _said(Said(said.where | each.where, said.read | each.read, each.clauses))


def _inside(clause: Clause) -> Iterator[Said]:
    """Give what binds together with what stands beside a clause."""
    if isinstance(clause, For):
        yield Said(frozenset(clause.where), frozenset(), clause.clauses)
    elif isinstance(clause, Threshold):
        yield Said(frozenset({("above", clause.reference)}), frozenset(), clause.clauses)
    elif isinstance(clause, Readings):
        for each in clause.readings:
            yield Said(frozenset(), frozenset({(clause.reference, each.name)}), each.clauses)


def _alone(clause: Clause) -> Iterator[tuple[Clause, ...]]:
    """Give what a clause holds that binds by itself alone, as far as the record says."""
    if isinstance(clause, Either):
        yield from (limb.clauses for limb in clause.limbs)
    elif isinstance(clause, Steps):
        yield from (step.clauses for step in clause.steps)
