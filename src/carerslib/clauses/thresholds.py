"""A figure above which something else is needed. What binds there can be a council's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause, check_clauses, check_per
from carerslib.clauses._given import check_pairs
from carerslib.clauses._nested import NOTHING_AGAINST, all_met, all_result
from carerslib.clauses.base import Clause
from carerslib.clauses.caps import Cap, Of, pairs
from carerslib.clauses.combined import Either
from carerslib.clauses.figures import Figure, Nature
from carerslib.clauses.readings import Reading, clauses_of
from carerslib.errors import InvalidValueError, require
from carerslib.verdicts import Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request

__all__ = ["Threshold"]


@final
@attrs.frozen
class Threshold:
    """A figure above which something else is needed besides: another approval, another holder.

    On the figure nothing else is needed. ``per`` says what is held against it: each contract alone,
    unless it is given. The figure's nature is a threshold. It asks nothing of what is no part of
    ``where``. ``cap`` is the figure up to which nothing else is needed, ``either`` that or more.
    """

    reference: str
    source: Citation
    above: Figure
    clauses: tuple[Clause, ...] = attrs.field(converter=clauses_of)
    per: tuple[str, ...] = ("contract",)
    where: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=pairs)
    cap: Cap = attrs.field(init=False, eq=False, repr=False)
    either: Either = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        figure = self.above
        fits = isinstance(figure, Figure) and figure.nature is Nature.THRESHOLD
        expected = "a Figure of the nature threshold"
        require(
            *check_clause(self.reference, self.source),
            None if fits else InvalidValueError("above", figure, expected),
            check_clauses("clauses", self.clauses),
            check_per(self.per),
            check_pairs("where", self.where),
        )
        of = Of.COUNT if isinstance(figure.amount, int) else Of.AMOUNT
        cap = Cap(
            self.reference,
            self.source,
            attrs.evolve(figure, nature=Nature.CAP),
            self.per,
            self.where,
            of,
        )
        limbs = (Reading("up to the threshold", cap), Reading("above it", self.clauses))
        either = Either(self.reference, self.source, limbs, f"Threshold of {figure}")
        object.__setattr__(self, "cap", cap)
        object.__setattr__(self, "either", either)

    @property
    def inner(self) -> tuple[Clause, ...]:
        """The clauses that bind above the threshold."""
        return self.clauses

    def with_limbs(self, up_to: Clause, above: Iterable[Clause]) -> Threshold:
        """Give the same with another clause for the figure, and others that bind above it."""
        made = attrs.evolve(self, clauses=above)
        first, second = self.either.limbs
        limbs = (attrs.evolve(first, clauses=up_to), attrs.evolve(second, clauses=made.clauses))
        object.__setattr__(made, "either", attrs.evolve(self.either, limbs=limbs))
        return made

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Keep count of what is held against the threshold, and for the clauses above it."""
        return self.either.adds(request, basis)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give met up to the threshold, and above it the worst of the clauses."""
        up_to, above = self.either.limbs
        inside = all_result(up_to.name, up_to.clauses, request, tally, basis)
        if inside is Result.NOT_MET:
            return all_result(above.name, above.clauses, request, tally, basis)
        if inside is not Result.UNDETERMINED:
            return inside
        beyond = all_result(above.name, above.clauses, request, tally, basis)
        return beyond if beyond in NOTHING_AGAINST else self.either.result(request, tally, basis)

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give the threshold up to it, and above it the clauses that bind there."""
        up_to, above = self.either.limbs
        inside = all_met(up_to.name, up_to.clauses, request, tally, basis)
        if inside.result in NOTHING_AGAINST:
            return inside
        if inside.result is Result.NOT_MET:
            title = f"{self.either.title}: {above.name}"
            made = all_met(above.name, above.clauses, request, tally, basis)
            subject = request.reference
            return Verdict.all_of(made.parts, title=title, subject=subject, basis=basis)
        either = self.either.finding(request, tally, basis)
        if either.result is Result.UNDETERMINED:
            # on neither side is anything against it
            made = all_met(above.name, above.clauses, request, tally, basis)
            if made.result in NOTHING_AGAINST:
                return made
        stated = any(line.price is not None for line in request.extent(basis).lines)
        if stated or self.cap.of is Of.COUNT or either.result is not Result.UNDETERMINED:
            return either
        # where no amount is asked about, nor is what is needed above it
        return inside

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what is left up to the threshold, and under the clauses above it."""
        return self.either.room(used, basis)
