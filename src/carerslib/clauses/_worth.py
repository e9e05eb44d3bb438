"""What the amounts of options are held against: the figures of their steps, contract by contract.

No such figure is a sum over contracts. What options that may be cut up come to is counted for each
contract where every extension states its own alone; anything else is of one request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar, final

import attrs

from carerslib.clauses._measures import worst
from carerslib.clauses._nested import adds_of, own_tally
from carerslib.clauses._part_of import part_of
from carerslib.clauses.base import EMPTY
from carerslib.clauses.caps import Cap, Of
from carerslib.clauses.combined import Threshold
from carerslib.clauses.figures import Figure
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.clauses._step import Step
    from carerslib.clauses._touched import Touched
    from carerslib.clauses.base import Adds, Clause, Tally
    from carerslib.clauses.requests import Request

__all__ = ["adds_in_parts", "of_option", "others", "worth_of_options"]

_Amount = TypeVar("_Amount", bound="Cap | Threshold")
_Held: TypeAlias = "tuple[Cap | Threshold | _Parted, Tally]"

_IN_OPTIONS: Final = {"part": "options"}


@final
class _Parted(NamedTuple):
    """The caps of several steps, where an amount is of none of them alone.

    Inside each of them it is met, above all of them together not met, and between these open.
    """

    held: tuple[tuple[Cap, Tally], ...]
    together: Cap | None

    def result(self, request: Request, _: Tally, basis: Basis) -> Result:
        found = worst(cap.result(request, tally, basis) for cap, tally in self.held)
        if found is not Result.NOT_MET or self._above_all(request, basis):
            return found
        return Result.UNDETERMINED

    def _above_all(self, request: Request, basis: Basis) -> bool:
        if self.together is None:
            return False
        return self.together.result(request, self.held[0][1], basis) is Result.NOT_MET

    def finding(self, request: Request, _: Tally, basis: Basis) -> Part:
        first, counted = self.held[0]
        if self.together is not None and self._above_all(request, basis):
            return self.together.finding(request, counted, basis)
        parts = [cap.finding(request, tally, basis) for cap, tally in self.held]
        subject = request.reference
        made = Verdict.all_of(parts, title=first.title, subject=subject, basis=basis)
        if made.result is not Result.NOT_MET:
            return made
        open_ = Finding(
            first.reference,
            "Step of each option",
            Result.UNDETERMINED,
            Aspect.AMOUNT,
            subject,
            first.source,
            missing=(Missing("contract.options", "of which step each amount is"),),
        )
        return Verdict.any_of([open_, made], title=first.title, subject=subject, basis=basis)


def others(step: Step) -> list[Clause]:
    """Give the clauses of a step that are no figure for an amount of one contract."""
    held: list[Clause] = [*_caps(step), *_thresholds(step)]
    return [each for each in step.clauses if all(each is not one for one in held)]


def of_option(number: int, request: Request, basis: Basis, *, in_parts: bool) -> Request:
    """Give a request as what a step needs besides is asked of it: with the amounts of the option.

    Of options that are cut up it is all together. An extension that offers none states its own.
    """
    offered = len(request.particulars.offered)
    if not offered or (number > offered and not in_parts):
        return request
    place = _IN_OPTIONS if in_parts else {"option": str(number)}
    return part_of(request, tuple(place.items()), basis)


def adds_in_parts(steps: tuple[Step, ...], request: Request, basis: Basis) -> Adds:
    """Count for each contract what an extension adds, where its options may be cut up."""
    if request.particulars.offered:
        return ()
    found: Adds = ()
    for number, cap in _numbered(steps):
        found += adds_of(f"step {number}", [_for_each(cap)], request, basis)
    return found


def worth_of_options(  # noqa: PLR0913 - what a clause is asked with, and of which options
    steps: tuple[Step, ...],
    request: Request,
    tally: Tally,
    basis: Basis,
    *,
    in_parts: bool,
    taken: Touched | None = None,
) -> Iterator[_Held]:
    """Give what the amount of each option is held against, with what counts there.

    Without ``taken`` it is of each option offered, and a threshold waits: what it needs is asked
    when the option is taken.
    """
    offered = len(request.particulars.offered)
    if in_parts and (offered or taken is not None):
        yield from _in_parts(steps, request, tally, basis)
    joint = taken is not None and len(taken.options) > 1 and not (offered or in_parts)
    if taken is not None and joint:
        yield from _joint(taken, request, basis)
    for number, step in _each(steps, offered, in_parts=in_parts, taken=taken):
        asked: list[Cap | Threshold] = [] if in_parts or joint else [*_caps(step)]
        asked += [] if taken is None else _thresholds(step)
        for each in asked:
            own = _of_option(each, number, request)
            yield own, _alone(own, request, basis)


def _each(
    steps: tuple[Step, ...], offered: int, *, in_parts: bool, taken: Touched | None
) -> list[tuple[int, Step]]:
    """Give the number of each option with its step, or with each that it may be a part of."""
    if taken is None:
        return list(zip(range(1, offered + 1), steps, strict=False))
    if in_parts:
        return [(number, step) for number in taken.options for _, step in taken.steps]
    return list(taken.steps)


def _joint(taken: Touched, request: Request, basis: Basis) -> Iterator[_Held]:
    """Hold the amount of several options taken at once, which is of them together."""
    caps = [_placed(each, {}, request) for _, step in taken.steps for each in _caps(step)]
    if caps:
        held = tuple((each, _alone(each, request, basis)) for each in caps)
        yield _Parted(held, _together(tuple(step for _, step in taken.steps), caps[0])), EMPTY


def _in_parts(
    steps: tuple[Step, ...], request: Request, tally: Tally, basis: Basis
) -> Iterator[_Held]:
    held: list[tuple[Cap, Tally]] = []
    for number, cap in _numbered(steps):
        if request.particulars.offered:
            own = _placed(cap, _IN_OPTIONS, request)
            held.append((own, _alone(own, request, basis)))
        else:
            own = _for_each(cap)
            held.append((own, own_tally(tally, f"step {number}", own)))
    if len(steps) == 1:
        yield from held
    elif held:
        yield _Parted(tuple(held), _together(steps, held[0][0])), EMPTY


def _together(steps: tuple[Step, ...], first: Cap) -> Cap | None:
    """Give one cap for what all steps allow; None where that is no one plain figure."""
    limits: list[int] = []
    for step in steps:
        capped = [each.plain for each in _caps(step) if each.is_total]
        plain = [limit for limit in capped if limit is not None]
        if not plain:
            return None
        limits.append(min(plain))
    figure = Figure(Price.as_stated(Money.pence(sum(limits))))
    return attrs.evolve(first, at_most=figure, strict=False)


def _numbered(steps: tuple[Step, ...]) -> list[tuple[int, Cap]]:
    return [(number, each) for number, step in enumerate(steps, start=1) for each in _caps(step)]


def _caps(step: Step) -> list[Cap]:
    return [each for each in step.clauses if isinstance(each, Cap) and each.of is Of.AMOUNT]


def _thresholds(step: Step) -> list[Threshold]:
    held = [each for each in step.clauses if isinstance(each, Threshold)]
    return [each for each in held if each.cap.of is Of.AMOUNT]


def _of_option(clause: _Amount, number: int, request: Request) -> _Amount:
    """Hold a clause against one option; an extension that offers none states its option alone."""
    offered = len(request.particulars.offered)
    return _placed(clause, {"option": str(number)} if number <= offered else {}, request)


def _placed(clause: _Amount, place: dict[str, str], request: Request) -> _Amount:
    placed = attrs.evolve(clause, where={**dict(clause.where), **place})
    return placed if request.particulars.number == 1 else _for_each(placed)


def _for_each(clause: _Amount) -> _Amount:
    """Hold a clause against each contract."""
    if "contract" in clause.per:
        return clause
    return attrs.evolve(clause, per=(*clause.per, "contract"))


def _alone(clause: Cap | Threshold, request: Request, basis: Basis) -> Tally:
    adds = clause.adds(request, basis)
    return adds, tuple(measure for _, measure in adds)
