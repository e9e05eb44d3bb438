"""What a step asks of an option, with each amount held against that option alone.

No amount in a step is a sum over contracts, however deep it stands in the words of the step. What
options that may be cut up come to is counted for each contract where every extension states its own
alone; anything else is of one request.
"""

from __future__ import annotations

from functools import partial, reduce
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.clauses._as_asked import How, is_figure
from carerslib.clauses._groups import option_of
from carerslib.clauses._nested import adds_of, all_met, own_tally, walk
from carerslib.clauses._part_of import none_counted, part_of, with_lines
from carerslib.clauses._taken import before, sum_of
from carerslib.clauses._touched import NOTHING, ends_before, lies_in, reaching, touched
from carerslib.clauses.base import EMPTY
from carerslib.clauses.caps import Cap
from carerslib.clauses.figures import Figure
from carerslib.clauses.readings import Readings
from carerslib.clauses.requests import Taken
from carerslib.clauses.thresholds import Threshold
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses._step import Step
    from carerslib.clauses._touched import Length, Touched
    from carerslib.clauses.base import Adds, Clause, Tally
    from carerslib.clauses.requests import Group, Line, Request

__all__ = ["Asked", "Words", "is_figure", "is_of_step"]

_IN_OPTIONS: Final = {"part": "options"}
_ALL_STEPS: Final = "all steps"
_STEP: Final = "step "
_KEY: Final = 2
"""A clause inside another has the names of both before its groups."""


@final
class Words(NamedTuple):
    """What one step asks of an option that is taken or offered, and what it sees of the request.

    ``place`` says where the amounts stand that it sees. It is not ``certain`` where the option may
    be of other steps alone.
    """

    name: str
    clauses: tuple[Clause, ...]
    seen: Request
    place: Mapping[str, str]
    certain: bool


@final
class Asked(NamedTuple):
    """Steps as they are asked of a request, whose options may be cut up ``in_parts``."""

    steps: tuple[Step, ...]
    request: Request
    basis: Basis
    in_parts: bool

    @property
    def _offered(self) -> int:
        return len(self.request.particulars.offered)

    def _place(self, number: int) -> dict[str, str]:
        """Say where in the contract the amounts stand that are held against a step.

        Of options that are cut up it is all together. An extension that offers none states its own.
        """
        if self.in_parts:
            return _IN_OPTIONS if self._offered else {}
        return self._option(number)

    def _option(self, number: int) -> dict[str, str]:
        return {"option": str(number)} if number <= self._offered else {}

    def _how(self, number: int) -> How:
        counted = self.in_parts and not self._offered
        each = self.request.particulars.number > 1
        return How(self._place(number), each=each, counted=counted)

    def _seen(self, number: int, last: int | None = None) -> Request:
        """Give the request with the amounts of the option alone, and no day after its last.

        Options that are cut up end with the last that is taken.
        """
        place, until = self._place(number), last if self.in_parts else number
        where = tuple(place.items())
        return part_of(self.request, where, self.basis, until) if place else self.request

    def _of_step(self, number: int, taken: Touched | None) -> Request:
        """Give the request with the amounts that may be of a step.

        Of options that are cut up these are of the steps in which they lie, as they run on from one
        another; where some are ``taken``, what is only offered is none of them.
        """
        seen = self._seen(number, taken and taken.options[-1])
        if not self._runs_on:
            return seen
        return with_lines(seen, lambda line: self._lies(number, taken, line) is not False)

    def _sure(self, number: int, taken: Touched | None, request: Request) -> Request:
        """Give the request with the amounts that are certainly of a step."""
        if not self._runs_on:
            return request
        return with_lines(request, lambda line: self._lies(number, taken, line) is True)

    @property
    def _runs_on(self) -> bool:
        """Whether each option that is offered is of the steps in which it lies."""
        return self.in_parts and self._offered > 0

    def _lies(self, number: int, taken: Touched | None, line: Line) -> bool | None:
        """Say whether an amount lies in a step; None where only some of it may."""
        option, since, until = option_of(line), NOTHING, None
        if option is not None and (taken is None or self._agrees(taken)):
            since, until = self._reach(option - 1), self._reach(option)
        inside, is_taken = lies_in(self.steps, number, since, until), self._is_taken(taken, line)
        return False if False in (inside, is_taken) else inside and is_taken

    def _is_taken(self, taken: Touched | None, line: Line) -> bool | None:
        """Say whether an amount is of the options taken so far, where not all are only offered."""
        if taken is None or taken.options[-1] >= self._offered:
            return True
        option = option_of(line)
        return None if option is None else option <= taken.options[-1]

    def _agrees(self, taken: Touched) -> bool:
        """Say whether what is taken lies where its contract has it, by all that was counted."""
        takes, since = self.request.particulars.takes, self._reach(taken.options.start - 1)
        until = reaching(since, takes and takes.term)
        return taken.before == (since, since) and until in (None, self._reach(taken.options[-1]))

    def _reach(self, options: int) -> Length:
        """Give how far so many of the options reach that are offered."""
        offered = self.request.particulars.offered[:options]
        return reduce(reaching, offered, NOTHING)

    def adds(self, number: int, step: Step) -> Adds:
        """Count what the words of a step count, of an option that is taken."""
        clauses = self._how(number).all_asked(step.clauses)
        return adds_of(f"step {number}", clauses, none_counted(self._seen(number)), self.basis)

    def adds_together(self) -> Adds:
        """Count what parts come to that are taken one by one, and may be of several steps."""
        how = self._how(1)
        cap = _together(self.steps, self.basis) if how.counted else None
        if cap is None:
            return ()
        return adds_of(_ALL_STEPS, [how.alone(cap)], none_counted(self.request), self.basis)

    def words(self, tally: Tally) -> list[Words]:
        """Give what each step asks of the options that are taken, or else of those offered."""
        takes, offered = self.request.particulars.takes, self.request.particulars.offered
        if takes is None and not offered:
            return []
        taking = takes or Taken(1, len(offered), sum_of([*offered]))
        found = touched(self.steps, taking, before(tally), in_parts=self.in_parts)
        words: list[Words] = []
        for number, step in found.steps:
            part, waits = self._option(found.options[0]), takes is None
            how = self._how(number)._replace(part=part, waits=waits)
            asked = how.all_asked(filter(is_figure, step.clauses) if waits else step.clauses)
            seen = self._of_step(number, takes and found)
            about = (f"step {number}", tuple(asked), seen, self._place(number), found.certain)
            words.append(Words(*about))
        return words

    def of_offered(self) -> list[Part]:
        """Hold the options that are offered against the figures of their steps."""
        if not self._offered:
            return []
        steps = self.steps if self.in_parts else self.steps[: self._offered]
        parts: list[Part] = []
        for number, step in enumerate(steps, start=1):
            seen, sure = self._of_step(number, None), partial(self._sure, number, None)
            if not seen.extent(self.basis).lines:
                continue
            shared = self.in_parts
            how = self._how(number)._replace(shared=shared, sure=sure, split=shared, waits=True)
            figures = [each for each in step.clauses if is_figure(each)]
            for clauses in self._asked_of(range(1, self._offered + 1), number, figures, how):
                parts += [clause.finding(seen, EMPTY, self.basis) for clause in clauses]
        return parts + self._of_all(steps, None, EMPTY) if self.in_parts else parts

    def of_taken(self, taken: Touched, tally: Tally) -> list[Part]:
        """Ask what the steps need of the options that are taken, of each step by itself."""
        parts: list[Part] = []
        for number, step in taken.steps:
            how, seen = self._how_taken(number, taken), self._of_step(number, taken)
            parts += [
                all_met(f"step {number}", clauses, seen, tally, self.basis)
                for clauses in self._asked_of(taken.options, number, step.clauses, how)
            ]
        return parts

    def _asked_of(
        self, options: range, number: int, clauses: Iterable[Clause], how: How
    ) -> Iterator[list[Clause]]:
        """Ask the words of a step once, but hold each of several parts against a threshold."""
        held = list(clauses)
        for option in options if self.in_parts else (number,):
            if held:
                yield how._replace(part=self._option(option)).all_asked(held)
            held = [each for each in held if _holds_threshold(each)]

    def _how_taken(self, number: int, taken: Touched) -> How:
        """Say how a step is asked of what is taken, which may be of several, or come after parts.

        What parts came to that end before a step begins is none of it, and all of it where what is
        taken lies in the first; else it may be.
        """
        how, joint = self._how(number), self._is_joint(taken)
        if self.request.particulars.takes is None:
            # what it states may be of the contract with the option
            return how._replace(counted=False, shared=True, split=True)
        sure = partial(self._sure, number, taken)
        if not how.counted:
            known = sure if self.in_parts else None
            return how._replace(shared=self.in_parts or joint, sure=known, split=joint)
        takes, (since, before) = self.request.particulars.takes, taken.before
        until = reaching(before, takes.term)
        own = bool(lies_in(self.steps, number, since, until))
        if own and ends_before(self.steps, number, before):
            return how._replace(counted=False)
        return how._replace(shared=not own or number > 1, sure=sure if own else None, split=joint)

    def of_all_taken(self, taken: Touched, tally: Tally) -> list[Part]:
        """Hold what may be of several steps against what they allow together."""
        if self.in_parts:
            return self._of_all(self.steps, taken, tally)
        steps = tuple(step for _, step in taken.steps)
        return self._of_all(steps, taken, tally) if self._is_joint(taken) else []

    def _is_joint(self, taken: Touched) -> bool:
        """Say whether one amount is stated for what is of several steps."""
        return len(taken.steps) > 1 and (self.in_parts or not self._offered)

    def _of_all(self, steps: tuple[Step, ...], taken: Touched | None, tally: Tally) -> list[Part]:
        cap = _together(steps, self.basis)
        if cap is None:
            return []
        held = self._how(1).alone(cap)
        own = own_tally(tally, _ALL_STEPS, held)
        seen = self._seen(1)
        if self._runs_on:
            seen = with_lines(seen, lambda line: self._is_taken(taken, line) is True)
        made = held.finding(seen, own, self.basis)
        return [made] if made.result is Result.NOT_MET else []


def is_of_step(group: Group) -> bool:
    """Say whether a group of clauses inside others is one of the words of a step."""
    return any(name == _ALL_STEPS or name.startswith(_STEP) for name in group[_KEY:-1])


def _holds_threshold(clause: Clause) -> bool:
    return any(isinstance(each, Threshold) for each in walk((clause,)))


def _together(steps: tuple[Step, ...], basis: Basis) -> Cap | None:
    """Give one cap for what several steps allow; None where that is no one plain figure."""
    if len(steps) == 1:
        return None
    found: list[Cap] = []
    limits: list[int] = []
    for step in steps:
        caps = [each for each in _read(step.clauses, basis) if isinstance(each, Cap)]
        plain = {each.plain: each for each in caps if each.is_total and each.plain is not None}
        if not plain:
            return None
        limits.append(min(plain))
        found += plain.values()
    figure = Figure(Price.as_stated(Money.pence(sum(limits))))
    return attrs.evolve(found[0], at_most=figure, strict=False)


def _read(clauses: Iterable[Clause], basis: Basis) -> Iterator[Clause]:
    """Give clauses as they are where they are read as a council has chosen."""
    for clause in clauses:
        if isinstance(clause, Readings) and basis.reading(clause.reference) is not None:
            yield from _read(clause.followed(basis)[0].clauses, basis)
        else:
            yield clause
