"""One option of several, and what it needs besides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, final

import attrs

from carerslib.clauses._given import check_each, several
from carerslib.clauses.base import Clause
from carerslib.clauses.caps import Cap, Of
from carerslib.clauses.readings import clauses_of
from carerslib.errors import InvalidValueError, require
from carerslib.periods import Term, check_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.basis import Basis
    from carerslib.clauses.base import Tally
    from carerslib.clauses.requests import Request

__all__ = ["Step", "steps_of", "worth_of_options"]


@final
@attrs.frozen
class Step:
    """One option: how long it may be, when it may be exercised, and what it needs besides.

    ``at_most`` is None where its length was not published; ``at_least`` says that less may not be
    taken. ``not_before`` and ``by`` bound the day of exercise, both inclusive. The ``clauses``, a
    holder or a precondition, say, must be met when this step is taken; what a cap among them allows
    is asked of the option as soon as it is offered.
    """

    at_most: Term | None
    at_least: Term | None = None
    not_before: date | None = None
    by: date | None = None
    clauses: tuple[Clause, ...] = attrs.field(default=(), converter=clauses_of)

    def __attrs_post_init__(self) -> None:
        require(
            *(
                InvalidValueError(field, term, "a Term, or None")
                for field, term in (("at_most", self.at_most), ("at_least", self.at_least))
                if term is not None and not isinstance(term, Term)
            ),
            *(
                check_day(field, day)
                for field, day in (("not_before", self.not_before), ("by", self.by))
                if day is not None
            ),
            *check_each("clauses", self.clauses, Clause, "a clause"),
        )

    @property
    def is_capped(self) -> bool:
        """Whether an amount is held against the step alone."""
        return any(isinstance(each, Cap) for each in self.clauses)


def steps_of(given: Iterable[Step | Term]) -> tuple[Step, ...]:
    return tuple(Step(each) if isinstance(each, Term) else each for each in several(given))


def worth_of_options(
    steps: tuple[Step, ...], request: Request, basis: Basis, *, in_parts: bool
) -> Iterator[tuple[Cap, Tally]]:
    """Give the caps on the amount of each option that a request offers, and what it adds there.

    Where options may be cut up, no part of one is of one step.
    """
    offered = 0 if in_parts else len(request.particulars.offered)
    for number, step in enumerate(steps[:offered], start=1):
        for cap in step.clauses:
            if isinstance(cap, Cap) and cap.of is Of.AMOUNT:
                own = attrs.evolve(cap, where={**dict(cap.where), "option": str(number)})
                adds = own.adds(request, basis)
                yield own, (adds, tuple(measure for _, measure in adds))
