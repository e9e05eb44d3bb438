"""The words of a step as they are asked: each amount alone, and what waits until it is taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from carerslib.clauses._measures import alone
from carerslib.clauses.base import EMPTY, Clause, keeps_count
from carerslib.clauses.caps import Cap, Of
from carerslib.clauses.combined import Either, For
from carerslib.clauses.readings import Readings
from carerslib.clauses.requests import Request
from carerslib.clauses.thresholds import Threshold
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.clauses.base import Adds, Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.readings import Reading
    from carerslib.clauses.requests import Group

__all__ = ["Amount", "How", "is_amount", "is_figure"]


@final
@attrs.frozen
class Amount:
    """A figure of a step, with which nothing is held that was used before.

    That is a cap, or a council's own clause that limits an amount as one does. It is ``counted``
    where parts of one contract, taken one by one, add up. Where it is ``shared`` some of what it is
    held against may be of other steps, and what is too much for this one is open, but where what is
    ``sure`` of a request to be of this one is too much by itself.
    """

    cap: Clause
    counted: bool = False
    shared: bool = False
    sure: Callable[[Request], Request] | None = None

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
            return alone(self._alone(request, basis))
        adds, totals = tally
        return tuple((group[1:], adding) for group, adding in adds), totals

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the result of the figure, or open where too much may be of another step."""
        found = self.cap.result(request, self._tally(request, tally, basis), basis)
        if found is not Result.NOT_MET or not self.shared:
            return found
        return Result.UNDETERMINED if self._too_much(request, basis) is None else Result.NOT_MET

    def _too_much(self, request: Request, basis: Basis) -> Part | None:
        """Find whether what is certainly of this step is too much by itself."""
        sure = None if self.sure is None else self.sure(request)
        if sure is None or not sure.extent(basis).lines:
            return None
        made = attrs.evolve(self, counted=False, shared=False).finding(sure, EMPTY, basis)
        return made if made.result is Result.NOT_MET else None

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give what is found of the figure, open where too much may be of another step."""
        made = self.cap.finding(request, self._tally(request, tally, basis), basis)
        if not self.shared or made.result is not Result.NOT_MET:
            return made
        certain = self._too_much(request, basis)
        if certain is not None:
            return certain
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
class How(NamedTuple):
    """How the words of a step are asked.

    ``where`` says which amounts of the contract a cap is for, and ``part`` those of a threshold:
    None where none are placed. With ``each`` they are for each of several contracts. Where it
    ``waits``, the option is only offered, and what is no amount is asked when it is taken.
    Amounts are ``counted`` or not, and may be ``shared`` with other steps, but for what is sure to
    be of this one; with ``split``, so may those of the one part that is taken.
    """

    where: dict[str, str]
    part: dict[str, str] | None = None
    each: bool = False
    counted: bool = False
    shared: bool = False
    sure: Callable[[Request], Request] | None = None
    split: bool = False
    waits: bool = False

    def asked(self, clause: Clause) -> Clause:
        """Give a clause as it is asked."""
        if is_amount(clause):
            placed = self._placed(clause, self.where)
            return Amount(placed, self.counted, self.shared, self.sure)
        if isinstance(clause, Readings):
            return attrs.evolve(clause, readings=self._limbs(clause.readings))
        if isinstance(clause, Either):
            return attrs.evolve(clause, limbs=self._limbs(clause.limbs))
        if isinstance(clause, For):
            return attrs.evolve(clause, clauses=self.all_asked(clause.clauses))
        if isinstance(clause, Threshold) and (is_figure(clause) or not self.waits):
            return clause.with_limbs(self._up_to(clause), self.all_asked(clause.clauses))
        return _Waiting(clause) if self.waits else clause

    def all_asked(self, clauses: Iterable[Clause]) -> list[Clause]:
        """Give several as they are asked."""
        return [self.asked(each) for each in clauses]

    def _limbs(self, limbs: tuple[Reading, ...]) -> list[Reading]:
        return [attrs.evolve(each, clauses=self.all_asked(each.clauses)) for each in limbs]

    def _up_to(self, clause: Threshold) -> Clause:
        """Hold what is taken, or offered, against a threshold alone, as it is agreed alone."""
        if clause.cap.of is Of.COUNT:
            # how many will have been taken by then is not known of what is only offered
            return Amount(clause.cap) if self.waits else clause.cap
        placed = self._placed(clause.cap, self.part or {})
        return Amount(placed, shared=self.split, sure=self.sure)

    def _placed(self, cap: Clause, place: dict[str, str]) -> Clause:
        if not isinstance(cap, Cap):
            # a council's own sees the amounts of the option alone
            return cap
        per = (*cap.per, "contract") if self.each and "contract" not in cap.per else cap.per
        return attrs.evolve(cap, per=per, where={**dict(cap.where), **place})

    def alone(self, cap: Cap) -> Amount:
        """Give a figure for all steps as it is asked: of these together nothing is open."""
        return Amount(self._placed(cap, self.where), self.counted)


def is_figure(clause: Clause) -> bool:
    """Say whether a clause of a step holds a figure for what an option that is offered may cost."""
    if isinstance(clause, Readings | Either | For | Threshold):
        return any(map(is_figure, clause.inner))
    return is_amount(clause)


def is_amount(clause: Clause) -> bool:
    """Say whether a clause limits an amount by itself: a cap, or a council's own that says so."""
    if isinstance(clause, Cap):
        return clause.of is Of.AMOUNT
    return "amount" in getattr(clause, "limits", ())
