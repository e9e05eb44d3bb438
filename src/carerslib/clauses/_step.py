"""One option of several, and what it needs besides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, final

import attrs

from carerslib.clauses._given import check_each, several
from carerslib.clauses._worth import is_figure
from carerslib.clauses.base import Clause
from carerslib.clauses.readings import clauses_of
from carerslib.errors import InvalidValueError, require
from carerslib.periods import Term, check_day, on_or_before
from carerslib.verdicts import Aspect, Finding, Missing, Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.citations import Citation
    from carerslib.clauses.requests import Request

__all__ = ["Step", "day_of_exercise", "steps_of"]


@final
@attrs.frozen
class Step:
    """One option: how long it may be, when it may be exercised, and what it needs besides.

    ``at_most`` is None where its length was not published; ``at_least`` says that less may not be
    taken. ``not_before`` and ``by`` bound the day of exercise, both inclusive. The ``clauses``, a
    holder or a precondition, say, must be met when this step is taken; what a cap among them, or in
    their limbs and readings, allows is asked of the option as soon as it is offered, and so is what
    a council's own clause says that limits the amount. Wherever it stands, an amount is for each
    contract, at the award and when the option is taken up, and never a sum over contracts: the
    option alone is held against it or, where options may be cut up, all of that contract together.
    A threshold is asked of that alone, and what may not be spent above it as soon as it is offered.
    Days and lengths are those of the contract with that option, and without what comes after it.
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
        return any(map(is_figure, self.clauses))


def steps_of(given: Iterable[Step | Term]) -> tuple[Step, ...]:
    return tuple(Step(each) if isinstance(each, Term) else each for each in several(given))


def day_of_exercise(step: Step, about: tuple[str, Citation], request: Request) -> Finding:
    """Hold the day of an act against those on which a step may be taken."""
    (reference, source), on = about, request.on
    early = late = None
    if on is not None:
        early = step.not_before is not None and _not(on_or_before(step.not_before, on))
        late = step.by is not None and _not(on_or_before(on, step.by))
    if early is True or late is True:
        result = Result.NOT_MET
    else:
        result = Result.MET if early is False and late is False else Result.UNDETERMINED
    missing = (Missing("proposal.on", "the day of the act"),)
    bound = step.by if late or step.not_before is None else step.not_before
    return Finding(
        reference,
        "Day of exercise",
        result,
        Aspect.STEP,
        request.reference,
        source,
        on,
        "on or before" if bound == step.by else "on or after",
        bound,
        missing=missing if result is Result.UNDETERMINED else (),
        asked=on is not None,
    )


def _not(answer: bool | None) -> bool | None:  # noqa: FBT001 - or not known
    return None if answer is None else not answer
