"""What a step asks of an option, with each amount held against that option alone.

No amount in a step is a sum over contracts, however deep it stands in the words of the step. What
options that may be cut up come to is counted for each contract where every extension states its own
alone; anything else is of one request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.clauses._nested import adds_of, all_met, own_tally, walk
from carerslib.clauses._part_of import part_of
from carerslib.clauses._taken import before, sum_of
from carerslib.clauses._touched import touched
from carerslib.clauses.base import EMPTY, Clause, keeps_count
from carerslib.clauses.caps import Cap, Of
from carerslib.clauses.combined import Either, For, Threshold
from carerslib.clauses.figures import Figure
from carerslib.clauses.readings import Readings
from carerslib.clauses.requests import Taken
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.clauses._step import Step
    from carerslib.clauses._touched import Touched
    from carerslib.clauses.base import Adds, Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.readings import Reading
    from carerslib.clauses.requests import Group, Request

__all__ = ["Asked", "Words", "is_figure"]

_IN_OPTIONS: Final = {"part": "options"}
_ALL_STEPS: Final = "all steps"


@final
@attrs.frozen
class _Amount:
    """A figure of a step, with which nothing is held that was used before.

    That is a cap, or a council's own clause that limits an amount as one does. It is ``counted``
    where parts of one contract, taken one by one, add up. Where it is ``shared`` the amount may be
    of other steps too, and what is too much for this one alone is open.
    """

    cap: Clause
    counted: bool = False
    shared: bool = False

    @property
    def reference(self) -> str:
        """That of the figure."""
        return self.cap.reference

    @property
    def source(self) -> Citation:
        """That of the figure."""
        return self.cap.source

    @property
    def inner(self) -> tuple[Clause, ...]:
        """The figure, which limits what it does elsewhere."""
        return (self.cap,)

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Count what parts of one contract come to, and nothing else."""
        if not self.counted:
            return ()
        contract = request.particulars.contract or request.reference
        return tuple(((contract, *group), each) for group, each in self._alone(request, basis))

    def _alone(self, request: Request, basis: Basis) -> Adds:
        return self.cap.adds(request, basis) if keeps_count(self.cap) else ()

    def _tally(self, request: Request, tally: Tally, basis: Basis) -> Tally:
        if not self.counted:
            adds = self._alone(request, basis)
            return adds, tuple(measure for _, measure in adds)
        adds, totals = tally
        return tuple((group[1:], adding) for group, adding in adds), totals

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the result of the figure, or open where too much may be of another step."""
        found = self.cap.result(request, self._tally(request, tally, basis), basis)
        shared = self.shared and found is Result.NOT_MET
        return Result.UNDETERMINED if shared else found

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give what is found of the figure, open where too much may be of another step."""
        made = self.cap.finding(request, self._tally(request, tally, basis), basis)
        if not self.shared or made.result is not Result.NOT_MET:
            return made
        if isinstance(made, Finding):
            return _open(made)
        parts = [_open(each) for each in made.findings]
        return Verdict.all_of(parts, title=made.title, subject=request.reference, basis=basis)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: the steps say what is left of them."""
        del used, basis
        return ()


def _open(finding: Finding) -> Finding:
    """Give a finding as one of what may be of another step."""
    missing = (Missing("contract.options", "of which step each amount is"),)
    return finding._replace(result=Result.UNDETERMINED, missing=missing, remedy=None)


@final
@attrs.frozen
class _Waiting:
    """What must hold when an option is taken up, and so is nothing against one that is offered."""

    clause: Clause

    @property
    def reference(self) -> str:
        """That of the clause."""
        return self.clause.reference

    @property
    def source(self) -> Citation:
        """That of the clause."""
        return self.clause.source

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give met: it is not asked yet."""
        del request, tally, basis
        return Result.MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        """Say that it is asked later."""
        del tally, basis
        return Finding(
            self.reference,
            "What the step needs",
            Result.MET,
            Aspect.STEP,
            request.reference,
            self.source,
            note="asked when the option is taken up",
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: the steps say what is left of them."""
        del used, basis
        return ()


@final
class _How(NamedTuple):
    """How the words of a step are asked.

    ``where`` says which amounts of the contract a cap is for, and ``part`` those of a threshold:
    None where the option is only offered. With ``each`` they are for each of several contracts.
    Amounts are ``counted`` or not, and may be ``shared`` with other steps; with ``split``, so may
    those of the one part that is taken.
    """

    where: dict[str, str]
    part: dict[str, str] | None = None
    each: bool = False
    counted: bool = False
    shared: bool = False
    split: bool = False

    def asked(self, clause: Clause) -> Clause:
        """Give a clause as it is asked."""
        if _is_amount(clause):
            return _Amount(self._placed(clause, self.where), self.counted, self.shared)
        if isinstance(clause, Readings):
            return attrs.evolve(clause, readings=self._limbs(clause.readings))
        if isinstance(clause, Either):
            return attrs.evolve(clause, limbs=self._limbs(clause.limbs))
        if isinstance(clause, For):
            return attrs.evolve(clause, clauses=self.all_asked(clause.clauses))
        if isinstance(clause, Threshold) and self.part is not None:
            return clause.with_limbs(self._up_to(clause), self.all_asked(clause.clauses))
        return _Waiting(clause) if self.part is None else clause

    def all_asked(self, clauses: Iterable[Clause]) -> list[Clause]:
        """Give several as they are asked."""
        return [self.asked(each) for each in clauses]

    def _limbs(self, limbs: tuple[Reading, ...]) -> list[Reading]:
        return [attrs.evolve(each, clauses=self.all_asked(each.clauses)) for each in limbs]

    def _up_to(self, clause: Threshold) -> Clause:
        """Hold what is taken against a threshold alone, as it is agreed alone."""
        if clause.cap.of is Of.COUNT:
            return clause.cap
        return _Amount(self._placed(clause.cap, self.part or {}), shared=self.split)

    def _placed(self, cap: Clause, place: dict[str, str]) -> Clause:
        if not isinstance(cap, Cap):
            # a council's own sees the amounts of the option alone
            return cap
        per = (*cap.per, "contract") if self.each and "contract" not in cap.per else cap.per
        return attrs.evolve(cap, per=per, where={**dict(cap.where), **place})

    def alone(self, cap: Cap) -> _Amount:
        """Give a figure for all steps as it is asked: of these together nothing is open."""
        return _Amount(self._placed(cap, self.where), self.counted)


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

    def _how(self, number: int) -> _How:
        counted = self.in_parts and not self._offered
        each = self.request.particulars.number > 1
        return _How(self._place(number), each=each, counted=counted)

    def _seen(self, number: int, last: int | None = None) -> Request:
        """Give the request with the amounts of the option alone, and no day after its last.

        Options that are cut up end with the last that is taken.
        """
        place, until = self._place(number), last if self.in_parts else number
        where = tuple(place.items())
        return part_of(self.request, where, self.basis, until) if place else self.request

    def adds(self, number: int, step: Step) -> Adds:
        """Count what the words of a step count, of an option that is taken."""
        clauses = self._how(number)._replace(part={}).all_asked(step.clauses)
        return adds_of(f"step {number}", clauses, self._seen(number), self.basis)

    def adds_together(self) -> Adds:
        """Count what parts come to that are taken one by one, and may be of several steps."""
        how = self._how(1)
        cap = _together(self.steps, self.basis) if how.counted else None
        return (
            () if cap is None else adds_of(_ALL_STEPS, [how.alone(cap)], self.request, self.basis)
        )

    def words(self, tally: Tally) -> list[Words]:
        """Give what each step asks of the options that are taken, or else of those offered."""
        takes, offered = self.request.particulars.takes, self.request.particulars.offered
        if takes is None and not offered:
            return []
        taking = takes or Taken(1, len(offered), sum_of([*offered]))
        found = touched(self.steps, taking, before(tally), in_parts=self.in_parts)
        words: list[Words] = []
        for number, step in found.steps:
            how = self._how(number)
            if takes is None:
                asked = how.all_asked(filter(is_figure, step.clauses))
            else:
                asked = how._replace(part=self._option(found.options[0])).all_asked(step.clauses)
            seen = self._seen(number, found.options[-1])
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
            how = self._how(number)._replace(shared=self.in_parts and len(steps) > 1)
            seen = self._seen(number)
            clauses = how.all_asked(filter(is_figure, step.clauses))
            parts += [clause.finding(seen, EMPTY, self.basis) for clause in clauses]
        return parts + self._of_all(steps, EMPTY) if self.in_parts else parts

    def of_taken(self, taken: Touched, tally: Tally) -> list[Part]:
        """Ask what the steps need of the options that are taken, of each step by itself."""
        joint = self._is_joint(taken)
        shared = len(self.steps) > 1 if self.in_parts else joint
        parts: list[Part] = []
        for number, step in taken.steps:
            how, seen = self._how(number), self._seen(number, taken.options[-1])
            how = how._replace(shared=shared, split=joint)
            for option in taken.options if self.in_parts else (number,):
                # of several parts that are taken at once, each is held against a threshold
                first = option == taken.options[0] or not self.in_parts
                held = [each for each in step.clauses if first or _holds_threshold(each)]
                clauses = how._replace(part=self._option(option)).all_asked(held)
                if clauses:
                    parts.append(all_met(f"step {number}", clauses, seen, tally, self.basis))
        return parts

    def of_all_taken(self, taken: Touched, tally: Tally) -> list[Part]:
        """Hold what may be of several steps against what they allow together."""
        if self.in_parts:
            return self._of_all(self.steps, tally)
        steps = tuple(step for _, step in taken.steps)
        return self._of_all(steps, tally) if self._is_joint(taken) else []

    def _is_joint(self, taken: Touched) -> bool:
        """Say whether one amount is stated for what is of several steps."""
        return len(taken.steps) > 1 and (self.in_parts or not self._offered)

    def _of_all(self, steps: tuple[Step, ...], tally: Tally) -> list[Part]:
        cap = _together(steps, self.basis)
        if cap is None:
            return []
        held = self._how(1).alone(cap)
        own = own_tally(tally, _ALL_STEPS, held)
        made = held.finding(self._seen(1), own, self.basis)
        return [made] if made.result is Result.NOT_MET else []


def is_figure(clause: Clause) -> bool:
    """Say whether a clause of a step holds a figure for what an option that is offered may cost."""
    if isinstance(clause, Readings | Either | For):
        return any(map(is_figure, clause.inner))
    return _is_amount(clause)


def _is_amount(clause: Clause) -> bool:
    """Say whether a clause limits an amount by itself: a cap, or a council's own that says so."""
    if isinstance(clause, Cap):
        return clause.of is Of.AMOUNT
    return "amount" in getattr(clause, "limits", ())


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
