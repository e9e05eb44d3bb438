"""Readings: two or more readings of the same words, each judged; they must agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause, check_clauses
from carerslib.clauses._given import check_of_names, check_text, several
from carerslib.clauses._nested import adds_of, agreed, all_met, all_result, own_used
from carerslib.clauses.base import Clause, Room
from carerslib.errors import InvalidValueError, require
from carerslib.verdicts import Aspect, Finding, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request
    from carerslib.verdicts import Value

__all__ = ["Reading", "Readings", "clauses_of", "nothing_against", "readings_of"]


def clauses_of(given: Clause | Iterable[Clause]) -> tuple[Clause, ...]:
    """Read one clause or several as a tuple."""
    return (given,) if isinstance(given, Clause) else several(given)


def readings_of(given: Iterable[Reading]) -> tuple[Reading, ...]:
    """Read several readings as a tuple."""
    return several(given)


def nothing_against(reference: str, source: Citation, reading: str, subject: str) -> Finding:
    """Say that words have nothing against a subject by one reading."""
    return Finding(
        reference,
        f"Nothing against it: {reading}",
        Result.MET,
        Aspect.SCOPE,
        subject,
        source,
        comparison="this reading asks",
        permitted="nothing",
    )


@final
@attrs.frozen
class Reading:
    """One reading of the words: a name that officers would use, and the clauses it amounts to.

    A limb of :class:`Either` is one too.
    """

    name: str
    clauses: tuple[Clause, ...] = attrs.field(converter=clauses_of)

    def __attrs_post_init__(self) -> None:
        require(
            None
            if isinstance(self.name, str) and self.name
            else InvalidValueError("name", self.name, "a name for the reading"),
            check_clauses("clauses", self.clauses),
        )


@final
@attrs.frozen
class Readings:
    """Words of a record that can be read in more than one way.

    The verdict is the answer that every reading gives, else undetermined. A council that has chosen
    a reading says so in the basis, by this clause's reference and the reading's name: the answer is
    then as if its clauses stood alone. ``wrong`` says what is wrong with the record, where it
    contradicts itself.
    """

    reference: str
    source: Citation
    readings: tuple[Reading, ...] = attrs.field(converter=readings_of)
    title: str = "Readings"
    wrong: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            *check_clause(self.reference, self.source),
            check_of_names("readings", self.readings, "readings"),
            check_text("title", self.title),
            check_text("wrong", self.wrong),
        )

    def followed(self, basis: Basis) -> tuple[Reading, ...]:
        """Give the reading that a council has chosen, or all of them where it has chosen none."""
        chosen = basis.reading(self.reference)
        if chosen is None:
            return self.readings
        followed = tuple(each for each in self.readings if each.name == chosen)
        expected = f"one of {', '.join(each.name for each in self.readings)}"
        field = f"reading of {self.reference}"
        require(None if followed else InvalidValueError(field, chosen, expected))
        return followed

    @property
    def inner(self) -> tuple[Clause, ...]:
        """The clauses of every reading."""
        return tuple(clause for reading in self.readings for clause in reading.clauses)

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Keep count for each clause of each reading, whichever is followed."""
        found: Adds = ()
        for reading in self.readings:
            found += adds_of(reading.name, reading.clauses, request, basis)
        return found

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the answer on which the readings agree, or that of the reading chosen."""
        return agreed(
            {
                all_result(reading.name, reading.clauses, request, tally, basis)
                for reading in self.followed(basis)
            }
        )

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Verdict:
        """Give a verdict with one part for each reading, the one not followed included."""
        self.followed(basis)
        parts = [
            all_met(reading.name, reading.clauses, request, tally, basis)
            for reading in self.readings
        ]
        chosen = basis.reading(self.reference) or ""
        if not chosen and any(part.result is not Result.NOT_APPLICABLE for part in parts):
            parts = [self._nothing_against(part, request, basis) for part in parts]
        return Verdict.agree(
            parts,
            title=f"{self.title}: {self.wrong}" if self.wrong else self.title,
            subject=request.reference,
            basis=basis,
            chosen=chosen,
        )

    def _nothing_against(self, part: Verdict, request: Request, basis: Basis) -> Verdict:
        """Give a reading that asks nothing as one that has nothing against it."""
        if part.result is not Result.NOT_APPLICABLE:
            return part
        nothing = nothing_against(self.reference, self.source, part.title, request.reference)
        parts = (*part.parts, nothing)
        return Verdict.all_of(parts, title=part.title, subject=request.reference, basis=basis)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what is left where the readings agree on it, else each reading's answer."""
        lefts: list[tuple[str, Value]] = []
        notes: list[str] = []
        for reading in self.followed(basis):
            for clause in reading.clauses:
                for room in clause.room(own_used(used, reading.name, clause), basis):
                    lefts.append((reading.name, room.left))
                    notes.append(room.note)
        agreed = {left for _, left in lefts}
        left = agreed.pop() if len(agreed) == 1 else None
        shown = () if left is not None else tuple(lefts)
        note = "the readings differ" if shown else notes[0] if notes else ""
        return (Room(self.reference, self.title, (), left, self.source, shown, note),)
