"""Limbs judged in each reading of the words inside them.

A limb that asks nothing by one reading has nothing against it by that reading, and is no limb that
helps either. So all limbs together are judged by one reading after another, and must agree.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import attrs

from carerslib.clauses._nested import walk
from carerslib.clauses.readings import Readings
from carerslib.verdicts import Combined, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.basis import Basis
    from carerslib.clauses.base import Clause
    from carerslib.verdicts import Part

__all__ = ["Words", "each_reading", "resting_on", "words_of"]

Words = tuple[tuple[str, tuple[str, ...]], ...]
"""The references of words that can be read in several ways, with the names of their readings."""


def words_of(clauses: Iterable[Clause]) -> Words:
    """Find the words among some clauses, and inside them, that can be read in several ways."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for clause in walk(clauses):
        if isinstance(clause, Readings):
            names = tuple(each.name for each in clause.readings)
            found.setdefault(clause.reference, set()).add(names)
    # the same words may stand in two limbs, but those of other readings are not the same
    return tuple((words, names.pop()) for words, names in found.items() if len(names) == 1)


def each_reading(words: Words, basis: Basis) -> Iterator[tuple[str, Basis]]:
    """Give each way in which words can be read for which a council has chosen no reading.

    It is said in words, beside a basis on which it would be chosen. Where all are chosen, or there
    are none, that is the basis itself.
    """
    left = [(words, names) for words, names in words if basis.reading(words) is None]
    for chosen in product(*(names for _, names in left)):
        pairs = [(words, name) for (words, _), name in zip(left, chosen, strict=True)]
        said = ", ".join(f"{words} read as {name}" for words, name in pairs)
        yield said, attrs.evolve(basis, readings=(*basis.readings, *pairs)) if pairs else basis


def resting_on(part: Part, basis: Basis) -> Part:
    """Give a part as one that rests on a basis, and not on what was only supposed to be chosen."""
    if not isinstance(part, Verdict):
        return part
    parts = tuple(resting_on(each, basis) for each in part.parts)
    about = (part.how, part.title, part.subject, basis, parts)
    return Verdict.of(Combined(*about, part.chosen, part.at_least))
