"""Steps: options in sized steps, what each needs, and which are left."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause
from carerslib.clauses._measures import worst
from carerslib.clauses._nested import adds_of, all_met, all_result
from carerslib.clauses.base import Clause, Room
from carerslib.clauses.readings import clauses_of
from carerslib.errors import InvalidValueError, require
from carerslib.periods import Day, Term, check_day, on_or_before
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request, Taken

__all__ = ["Step", "Steps"]


_Value: TypeAlias = "Day | Term | int | None"


@final
@attrs.frozen
class Step:
    """One option: how long it may be, when it may be exercised, and what it needs besides.

    ``at_most`` is None where its length was not published; ``at_least`` says that less may not be
    taken. ``not_before`` and ``by`` bound the day of exercise, both inclusive. The ``clauses``, a
    holder or a precondition, say, must be met when this step is taken.
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
            *(
                InvalidValueError("clauses", each, "a clause")
                for each in self.clauses
                if not isinstance(each, Clause)
            ),
        )


def _steps(given: Iterable[Step | Term]) -> tuple[Step, ...]:
    return tuple(Step(each) if isinstance(each, Term) else each for each in given)


@final
@attrs.frozen
class Steps:
    """The options that may be offered or taken up, in order.

    An award's options must not be more than there are steps, nor any longer than its step. An
    extension names the step that it takes (``Proposal.takes``), or takes the next of its contract.
    With ``in_parts`` the options may be cut up in any way ("up to 24 months"), and only the sum of
    the lengths is a limit.
    """

    reference: str
    source: Citation
    steps: tuple[Step, ...] = attrs.field(converter=_steps)
    in_parts: bool = False

    def __attrs_post_init__(self) -> None:
        fits = self.steps and all(isinstance(each, Step) for each in self.steps)
        require(
            *check_clause(self.reference, self.source),
            None if fits else InvalidValueError("steps", self.steps, "one step or more, or terms"),
        )

    @property
    def inner(self) -> tuple[Clause, ...]:
        """The clauses of every step."""
        return tuple(clause for step in self.steps for clause in step.clauses)

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Count the steps that are taken of a contract, and what their own clauses count."""
        taken = request.particulars.takes
        if taken is None:
            return ()
        contract = request.particulars.contract or request.reference
        found: Adds = ((("taken", contract), taken.times),)
        if self.in_parts and taken.term is not None and not taken.term.days:
            found += ((("months", contract), taken.term.months),)
        for number, step in enumerate(self.steps, start=1):
            found += adds_of(f"step {number}", step.clauses, request, basis)
        return found

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worst of what is found of the steps."""
        particulars = request.particulars
        if particulars.takes is not None:
            numbers = self._numbers(particulars.takes, tally)
            return worst(
                (
                    *(each.result for each in self._exercise(request, particulars.takes, tally)),
                    *(
                        all_result(f"step {number}", step.clauses, request, tally, basis)
                        for number, step in self._taken(numbers)
                        if step.clauses
                    ),
                )
            )
        return worst(each.result for each in self._offer(request))

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give what is found of the number of steps, of each length, and of the days."""
        takes = request.particulars.takes
        parts: list[Part]
        if takes is not None:
            numbers = self._numbers(takes, tally)
            parts = [*self._exercise(request, takes, tally)]
            parts += [
                all_met(f"step {number}", step.clauses, request, tally, basis)
                for number, step in self._taken(numbers)
                if step.clauses
            ]
        else:
            parts = [*self._offer(request)]
        if len(parts) == 1:
            return parts[0]
        return Verdict.all_of(parts, title="Options", subject=request.reference, basis=basis)

    # an option taken up

    def _numbers(self, takes: Taken, tally: Tally) -> range:
        """Give the numbers of the steps taken: those stated, or the next ones."""
        first = takes.number or _before(tally) + 1
        return range(first, first + takes.times)

    def _taken(self, numbers: range) -> list[tuple[int, Step]]:
        return [
            (number, step) for number, step in enumerate(self.steps, start=1) if number in numbers
        ]

    def _exercise(self, request: Request, takes: Taken, tally: Tally) -> list[Finding]:
        numbers = self._numbers(takes, tally)
        taken = [step for _, step in self._taken(numbers)]
        found: list[Finding] = []
        if not self.in_parts:
            found.append(self._number(request, numbers, _before(tally)))
        if takes.term is not None and (taken or self.in_parts):
            steps = list(self.steps) if self.in_parts else taken
            before = _before(tally, "months") if self.in_parts else 0
            found.append(self._length(request, takes.term, steps, "takes.term", before))
        bounded = [step for step in taken if step.not_before or step.by]
        found += [self._day(request, step) for step in bounded]
        return found or [self._finding(request, "Options", Result.MET)]

    def _number(self, request: Request, numbers: range, before: int) -> Finding:
        there = len(self.steps)
        again = numbers.start <= before
        result = Result.NOT_MET if numbers[-1] > there or again else Result.MET
        note = f"number {before} has been taken already" if again else ""
        return self._finding(
            request, "Number of the option", result, (numbers[-1], "at most", there), note=note
        )

    def _length(
        self, request: Request, term: Term, steps: list[Step], field: str, before: int = 0
    ) -> Finding:
        most = _sum([step.at_most for step in steps])
        left = most
        if before:
            # months taken before count with these
            term += Term(months=before)
            over = most is None or most.months <= before
            left = None if over or most is None else attrs.evolve(most, months=most.months - before)
        least = None if self.in_parts else _sum([step.at_least for step in steps])
        inside = None if most is None else term.within(most)
        enough = True if least is None else least.within(term)
        remedy: Remedy | None = None
        missing: tuple[Missing, ...] = ()
        result = Result.MET
        if inside is False and most is not None:
            result = Result.NOT_MET
            remedy = None if left is None else Remedy(field, left, "shorten to", left)
        elif enough is False and least is not None:
            result = Result.NOT_MET
            remedy = Remedy(field, least, "lengthen to", least)
        elif inside is None or enough is None:
            result = Result.UNDETERMINED
            unknown = "the length, which was not published"
            missing = (
                Missing(f"clause {self.reference}", unknown)
                if most is None
                else Missing("contract.first_day", "the day from which it is counted"),
            )
        low = enough is False and inside is not False
        return self._finding(
            request,
            "Length of the option",
            result,
            (term, "at least", least) if low else (term, "at most", most),
            missing=missing,
            remedy=remedy,
        )

    def _day(self, request: Request, step: Step) -> Finding:
        on = request.on
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
        return self._finding(
            request,
            "Day of exercise",
            result,
            (on, "on or before" if bound == step.by else "on or after", bound),
            missing=missing if result is Result.UNDETERMINED else (),
            asked=on is not None,
        )

    # options offered

    def _offer(self, request: Request) -> list[Finding]:
        offered = request.particulars.offered
        if not offered:
            none = "no option is offered or taken up"
            return [self._finding(request, "Options", Result.NOT_APPLICABLE, note=none)]
        if self.in_parts:
            whole = _sum(list(offered))
            if whole is None:
                return [self._unstated(request, 0)]
            return [self._length(request, whole, list(self.steps), "")]
        there = len(self.steps)
        number = Result.NOT_MET if len(offered) > there else Result.MET
        found = [
            self._finding(request, "Number of options", number, (len(offered), "at most", there))
        ]
        return found + [
            self._unstated(request, index)
            if term is None
            else self._length(request, term, [step], f"options[{index}].term")
            for index, (term, step) in enumerate(zip(offered, self.steps, strict=False))
        ]

    def _unstated(self, request: Request, index: int) -> Finding:
        missing = (Missing(f"contract.options[{index}].term", "the length of the option"),)
        return self._finding(
            request,
            "Length of the option",
            Result.UNDETERMINED,
            missing=missing,
            asked=False,
        )

    def _finding(  # noqa: PLR0913 - a finding in short
        self,
        request: Request,
        title: str,
        result: Result,
        against: tuple[_Value, str, _Value] = (None, "", None),
        *,
        missing: tuple[Missing, ...] = (),
        remedy: Remedy | None = None,
        asked: bool = True,
        note: str = "",
    ) -> Finding:
        return Finding(
            self.reference,
            title,
            result,
            Aspect.STEP,
            request.reference,
            self.source,
            *against,
            missing,
            remedy if remedy is not None and remedy.field else None,
            asked=asked,
            note=note,
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give how many steps each contract has left, and how many one has that took none."""
        del basis
        there = len(self.steps)
        rooms = [
            Room(self.reference, "Options left", (group[1],), there - taken, self.source)
            for group, taken in used.items()
            if group[0] == "taken" and isinstance(taken, int)
        ]
        note = "each contract of which none is taken"
        return (*rooms, Room(self.reference, "Options left", (), there, self.source, note=note))


def _before(tally: Tally, what: str = "taken") -> int:
    """Give how many steps, or months, of the contract had been taken before."""
    return sum(
        total - adding
        for (group, adding), total in zip(*tally, strict=True)
        if group[0] == what and isinstance(total, int) and isinstance(adding, int)
    )


def _sum(terms: list[Term | None]) -> Term | None:
    known = [term for term in terms if term is not None]
    return reduce(add, known) if known and len(known) == len(terms) else None


def _not(answer: bool | None) -> bool | None:  # noqa: FBT001 - or not known
    return None if answer is None else not answer
