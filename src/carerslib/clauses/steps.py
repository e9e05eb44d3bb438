"""Steps: options in sized steps, what each needs, their order, and which are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from carerslib.basis import Convention
from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause
from carerslib.clauses._given import check_flag
from carerslib.clauses._step import Step, day_of_exercise, steps_of
from carerslib.clauses._taken import (
    NUMBERED,
    TAKEN,
    Before,
    before,
    is_inside,
    lengths,
    longest_left,
    months_left,
    options_left,
    sum_of,
    with_earlier,
)
from carerslib.clauses._touched import Touched, touched
from carerslib.clauses._unnamed import agreed_needs, is_unnamed, may_take, one_taken
from carerslib.clauses._worth import Asked
from carerslib.clauses.base import Clause, Room
from carerslib.errors import InvalidValueError, require
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request, Taken
    from carerslib.periods import Day, Term

__all__ = ["NO_OPTION", "OPTION_ORDER", "Step", "Steps"]

OPTION_ORDER: Final = Convention(
    "order of options",
    "Whether an option may be taken where one that stands before it was not",
    ("one after another", "in any order"),
    "one after another",
    Citation.convention("How the library counts", "C-12"),
)
"""C-12: options run on from one another, so the second cannot be taken before the first."""

NO_OPTION: Final = "no option is offered or taken up"
"""What a finding says where there is nothing to hold against the steps."""

_WHICH: Final = "Step of the option"
_Value: TypeAlias = "Day | Term | int | str | None"


@final
@attrs.frozen
class Steps:
    """The options that may be offered or taken up, in order.

    An award's options must not be more than there are steps, nor any longer than its step. An
    extension names the step that it takes (``Proposal.takes``), or takes the next of its contract:
    one that stands before it must have been taken, unless a council counts otherwise
    (:data:`.OPTION_ORDER`).
    With ``in_parts`` the options may be cut up in any way ("up to 24 months"), and only the sum of
    the lengths is a limit. With ``as_many`` besides, several may be taken as one, and there are no
    more options than steps: one that is numbered is no longer than its step and those after it.
    """

    reference: str
    source: Citation
    steps: tuple[Step, ...] = attrs.field(converter=steps_of)
    in_parts: bool = False
    as_many: bool = False

    def __attrs_post_init__(self) -> None:
        fits = self.steps and all(isinstance(each, Step) for each in self.steps)
        require(
            *check_clause(self.reference, self.source),
            None if fits else InvalidValueError("steps", self.steps, "one step or more, or terms"),
            check_flag("in_parts", self.in_parts),
            check_flag("as_many", self.as_many),
            InvalidValueError("as_many", self.as_many, "in_parts as well")
            if self.as_many is True and not self.in_parts
            else None,
        )

    @property
    def inner(self) -> tuple[Clause, ...]:
        """The clauses of every step."""
        return tuple(clause for step in self.steps for clause in step.clauses)

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Count the steps that are taken of a contract, and what their own clauses count."""
        taken = request.particulars.takes
        contract = request.particulars.contract or request.reference
        if taken is None:
            return self._unnamed(contract, request, basis) if is_unnamed(request) else ()
        found: Adds = (((TAKEN, contract), taken.times),)
        asked = self._asked(request, basis)
        numbers = range(taken.number or 0, (taken.number or 0) + taken.times)
        # of which step a part is depends on what was taken before, as does an option of no number
        every = self.in_parts or taken.number is None
        if self.in_parts:
            found += lengths(taken, contract) + asked.adds_together()
        elif taken.number is not None and not _in_order(basis):
            found += tuple(((NUMBERED, contract, str(each)), 1) for each in numbers)
        for number, step in enumerate(self.steps, start=1):
            if every or number in numbers:
                found += asked.adds(number, step)
        return found

    def _unnamed(self, contract: str, request: Request, basis: Basis) -> Adds:
        there = 0 if _in_order(basis) else len(self.steps)
        found, asked = one_taken(contract, there), self._asked(request, basis)
        if not self.in_parts:
            for number, step in enumerate(self.steps, start=1):
                found += asked.adds(number, step)
        return found

    def _asked(self, request: Request, basis: Basis) -> Asked:
        return Asked(self.steps, request, basis, in_parts=self.in_parts)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worst of what is found of the steps."""
        return Verdict.all_of(self._parts(request, tally, basis), title="Options").result

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give what is found of the number of steps, of each length, and of the days."""
        parts = self._parts(request, tally, basis)
        if len(parts) == 1:
            return parts[0]
        return Verdict.all_of(parts, title="Options", subject=request.reference, basis=basis)

    def _parts(self, request: Request, tally: Tally, basis: Basis) -> list[Part]:
        takes, asked = request.particulars.takes, self._asked(request, basis)
        if takes is None:
            if is_unnamed(request):
                return [self._untold(request), *self._whichever(request, tally, asked)]
            return [*self._offer(request), *asked.of_offered()]
        earlier = before(tally)
        taken = touched(self.steps, takes, earlier, in_parts=self.in_parts)
        return [
            *self._exercise(request, takes, earlier, taken, basis),
            *self._needs(request, tally, taken, asked),
            *asked.of_all_taken(taken, tally),
        ]

    @property
    def _bounds_number(self) -> bool:
        return self.as_many or not self.in_parts

    # an option taken up

    def _whichever(self, request: Request, tally: Tally, asked: Asked) -> list[Part]:
        """Ask what the option needs that an extension takes without naming it."""
        earlier, basis = before(tally), asked.basis
        if self._bounds_number and earlier.least >= len(self.steps):
            past = range(earlier.least + 1, earlier.least + 2)
            return [*self._number(request, past, earlier, basis)[:1]]
        in_order, each = _in_order(basis), list[Verdict]()
        for taken in may_take(self.steps, earlier, in_parts=self.in_parts, in_order=in_order):
            parts = [*self._days(request, taken), *asked.of_taken(taken, tally)]
            each.append(Verdict.all_of(parts, title=_WHICH, subject=request.reference, basis=basis))
        missing = self._untold(request).missing
        open_ = self._finding(request, _WHICH, Result.UNDETERMINED, missing=missing)
        return agreed_needs(each, open_, basis)

    def _needs(self, request: Request, tally: Tally, taken: Touched, asked: Asked) -> list[Part]:
        """Ask what the steps need besides; open where it is not known that it is of each."""
        parts: list[Part] = [*self._days(request, taken), *asked.of_taken(taken, tally)]
        basis = asked.basis
        if taken.certain:
            return parts
        named, subject = _WHICH, request.reference
        every = Verdict.all_of(parts, title=named, subject=subject, basis=basis)
        if every.result is not Result.NOT_MET:
            return parts
        missing = (Missing("used", "how long the options taken before run"),)
        open_ = self._finding(request, named, Result.UNDETERMINED, missing=missing)
        return [Verdict.any_of([open_, every], title=named, subject=subject, basis=basis)]

    def _days(self, request: Request, taken: Touched) -> list[Finding]:
        about = (self.reference, self.source)
        bounded = [step for _, step in taken.steps if step.not_before or step.by]
        return [day_of_exercise(step, about, request) for step in bounded]

    def _exercise(
        self, request: Request, takes: Taken, earlier: Before, taken: Touched, basis: Basis
    ) -> list[Finding]:
        found: list[Finding] = []
        if self._bounds_number:
            found += self._number(request, taken.options, earlier, basis)
        if taken.steps:
            steps = [step for _, step in taken.steps]
            found.append(self._how_long(request, takes, steps, earlier))
        return found

    def _number(
        self, request: Request, numbers: range, earlier: Before, basis: Basis
    ) -> list[Finding]:
        there, in_order = len(self.steps), _in_order(basis)
        again = set(range(1, earlier.least + 1)) if in_order else earlier.numbers
        twice = sorted(again.intersection(numbers))
        past = numbers[-1] > there or (not in_order and earlier.least + len(numbers) > there)
        remedy: Remedy | None = None
        if past and not twice and numbers.start <= there < numbers[-1]:
            fewer = there - numbers.start + 1
            remedy = Remedy("takes.times", fewer, "take no more than", fewer)
        found = [
            self._finding(
                request,
                "Number of the option",
                Result.NOT_MET if twice or past else Result.MET,
                (numbers[-1], "at most", there),
                remedy=remedy,
                note=f"number {twice[-1]} has been taken already" if twice else "",
            )
        ]
        return found + (self._order(request, numbers, earlier) if in_order else [])

    def _order(self, request: Request, numbers: range, earlier: Before) -> list[Finding]:
        """Hold the first that is taken against the next of its contract, as far as it is known."""
        skipped = numbers.start > earlier.most + 1
        if not skipped and earlier.least == earlier.most:
            return []
        # where nothing of the contract is counted, what was taken of it is not known
        known = skipped and earlier.most > 0
        missing = Missing("used", "which options of the contract were taken before")
        return [
            self._finding(
                request,
                "Order of the options",
                Result.NOT_MET if known else Result.UNDETERMINED,
                (numbers.start, "not past the next, which is", earlier.least + 1),
                missing=() if known else (missing,),
                asked=known,
            )
        ]

    def _how_long(
        self, request: Request, takes: Taken, taken: list[Step], earlier: Before
    ) -> Finding:
        term, first = takes.term, takes.number or 1
        if term is None:
            return self._unstated(request, "proposal.takes.term")
        if not self.in_parts:
            return self._length(request, term, taken, "takes.term")
        left = list(self.steps[first - 1 :]) if self.as_many else []
        if left and is_inside(term, term, sum_of([step.at_most for step in left])) is False:
            return self._length(request, term, left, "takes.term")
        return self._length(request, term, list(self.steps), "takes.term", earlier)

    def _length(
        self,
        request: Request,
        term: Term,
        steps: list[Step],
        field: str,
        earlier: Before | None = None,
    ) -> Finding:
        most = sum_of([step.at_most for step in steps])
        # what was taken before, in parts, counts with it
        least_taken, most_taken = with_earlier(term, earlier)
        least = None if self.in_parts else sum_of([step.at_least for step in steps])
        inside = is_inside(least_taken, most_taken, most)
        enough = True if least is None else least.within(term)
        low = enough is False and inside is not False
        remedy: Remedy | None = None
        missing: tuple[Missing, ...] = ()
        result = Result.MET
        if inside is False:
            result = Result.NOT_MET
            nearest = longest_left(most, earlier)
            remedy = None if nearest is None else Remedy(field, nearest, "shorten to", nearest)
        elif low and least is not None:
            result = Result.NOT_MET
            remedy = Remedy(field, least, "lengthen to", least)
        elif inside is None or enough is None:
            result = Result.UNDETERMINED
            missing = (self._not_known(most, most_taken),)
        return self._finding(
            request,
            "Length of the option",
            result,
            (term, "at least", least) if low else (least_taken, "at most", most),
            missing=missing,
            remedy=remedy,
        )

    def _not_known(self, most: Term | None, taken: Term | None) -> Missing:
        if most is None:
            return Missing(f"clause {self.reference}", "the length, which was not published")
        if taken is None:
            return Missing("used", "how long the options taken before run")
        return Missing("contract.first_day", "the day from which it is counted")

    # options offered

    def _offer(self, request: Request) -> list[Finding]:
        offered = request.particulars.offered
        if not offered:
            return [self._finding(request, "Options", Result.NOT_APPLICABLE, note=NO_OPTION)]
        there, in_all = len(self.steps), list[Finding]()
        if self.in_parts:
            whole = sum_of(list(offered))
            if whole is None:
                in_all = [self._unstated(request, "contract.options[0].term")]
            else:
                in_all = [self._length(request, whole, list(self.steps), "")]
            if not self.as_many:
                return in_all
        over = len(offered) > there
        found = [
            self._finding(
                request,
                "Number of options",
                Result.NOT_MET if over else Result.MET,
                (len(offered), "at most", there),
                remedy=Remedy("options", there, "offer no more than", there) if over else None,
            )
        ]
        if self.in_parts:
            return found + in_all
        return found + [
            self._unstated(request, f"contract.options[{index}].term")
            if term is None
            else self._length(request, term, [step], f"options[{index}].term")
            for index, (term, step) in enumerate(zip(offered, self.steps, strict=False))
        ]

    def _untold(self, request: Request) -> Finding:
        """Say that an extension takes an option, and does not say which."""
        return self._finding(
            request,
            "Option taken up",
            Result.UNDETERMINED,
            (None, "one of", len(self.steps)),
            missing=(Missing("proposal.takes", "the option taken up, and how long it is"),),
            asked=False,
        )

    def _unstated(self, request: Request, field: str) -> Finding:
        return self._finding(
            request,
            "Length of the option",
            Result.UNDETERMINED,
            (None, "at most", "its step"),
            missing=(Missing(field, "the length of the option"),),
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
        """Give what each contract has left, and what one has that took none.

        That is a number of steps, or of months where they may be cut up.
        """
        del basis
        most = sum_of([step.at_most for step in self.steps])
        left = months_left(used, most) if self.in_parts else options_left(used, len(self.steps))
        title = "Months left" if self.in_parts else "Options left"
        return tuple(
            Room(self.reference, title, group, number, self.source, note=note)
            for group, number, note in left
        )


def _in_order(basis: Basis) -> bool:
    return basis.takes(OPTION_ORDER) == OPTION_ORDER.default
