"""Precondition: what must hold first, and what the record says of it; and Unlimited."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, final

import attrs

from carerslib.basis import Convention
from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause
from carerslib.clauses._given import check_flag
from carerslib.clauses.requests import Fact
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day, check_day, earliest, format_day, latest, on_or_before
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request

__all__ = ["WAIVERS", "Kind", "Precondition", "Unlimited"]

WAIVERS: Final = Convention(
    "waivers in the resolution",
    "Whether a waiver that a resolution names is taken as given by it",
    ("to be shown", "given by the resolution"),
    "to be shown",
    Citation.convention("How the library counts", "C-15"),
)
"""C-15: a waiver or an exemption that is only named must be shown, as any other condition must.

A council whose decisions grant the waiver that they name chooses "given by the resolution".
"""


class Kind(enum.StrEnum):
    """What kind of thing must hold first. It names the test, and changes no answer."""

    APPROVAL = "approval"
    CALL_IN = "call-in passed"
    CONDITION = "condition"
    CONSENT = "consent"
    CONSULTATION = "consultation"
    FUNDING = "funding"
    LINKED_CONTRACT = "linked contract"
    PERFORMANCE = "performance"
    STANDSTILL = "standstill passed"
    WAIVER = "waiver"


def _fact(given: Fact | bool | date | None) -> Fact | None:  # noqa: FBT001 - yes or no
    """Read yes, no, or the day on which it was met, as a fact."""
    if isinstance(given, bool):
        return Fact(given)
    if isinstance(given, date):
        return Fact(met=True, on=given)
    return given


@final
class _Answer(NamedTuple):
    """What is found of a condition, and why."""

    result: Result
    measured: str | Day | None = None
    missing: tuple[Missing, ...] = ()
    asked: bool = True
    note: str = ""


@final
@attrs.frozen
class Precondition:
    """Something that must hold, by the day of the act unless the words say otherwise.

    It is looked up by its ``name`` among the facts of a proposal, and where these say nothing, what
    the record itself says (``recorded``) is taken. Without ``before_act`` it may be met afterwards;
    ``deadline`` is the last day for it. With ``during``, it is asked only of acts on these days.
    For several people consulted there is one precondition each.
    """

    reference: str
    source: Citation
    name: str
    kind: Kind = Kind.CONDITION
    before_act: bool = True
    deadline: date | None = None
    recorded: Fact | None = attrs.field(default=None, converter=_fact)
    during: DateRange | None = None

    def __attrs_post_init__(self) -> None:
        recorded, during = self.recorded, self.during
        require(
            *check_clause(self.reference, self.source),
            None if self.name else InvalidValueError("name", self.name, "what must hold"),
            None
            if isinstance(self.kind, Kind)
            else InvalidValueError("kind", self.kind, "a Kind of precondition"),
            check_flag("before_act", self.before_act),
            None if self.deadline is None else check_day("deadline", self.deadline),
            None
            if recorded is None or isinstance(recorded, Fact)
            else InvalidValueError("recorded", recorded, "a Fact, yes or no, or a day"),
            None
            if during is None or isinstance(during, DateRange)
            else InvalidValueError("during", during, "a DateRange"),
        )

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Look the condition up, and compare its day with that of the act."""
        del tally
        return self._answer(request, basis).result

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give what is recorded of the condition. There is no remedy: it is met or it is not."""
        del tally
        answer = self._answer(request, basis)
        return Finding(
            self.reference,
            f"{str(self.kind).capitalize()}: {self.name}",
            answer.result,
            Aspect.PRECONDITION,
            request.reference,
            self.source,
            answer.measured,
            "must be",
            self._wanted(),
            answer.missing,
            asked=answer.asked,
            note=answer.note,
        )

    def _wanted(self) -> str:
        if self.deadline is not None:
            return f"met on or before {format_day(self.deadline)}"
        return "met by the day of the act" if self.before_act else "met"

    def _answer(self, request: Request, basis: Basis) -> _Answer:
        if self.during is not None:
            asked = _on_these(request.on, self.during)
            if asked is not True:
                return _not_asked(request, asked, self.during)
        fact = request.particulars.facts.get(self.name) or self.recorded
        if fact is None and self.kind is Kind.WAIVER and basis.takes(WAIVERS) != WAIVERS.default:
            return _Answer(Result.MET, "given by the resolution", note=str(WAIVERS.citation))
        if fact is None or fact.met is None:
            missing = Missing(f"proposal.facts[{self.name!r}]", "whether it is met, and since when")
            return _Answer(Result.UNDETERMINED, "not recorded", (missing,), fact is not None)
        if not fact.met:
            return _Answer(Result.NOT_MET, "not met")
        if fact.on is None:
            return _Answer(Result.MET, "met")
        return self._in_time(fact.on, request.on)

    def _in_time(self, met: Day, act: Day | None) -> _Answer:
        late = None if self.deadline is None else on_or_before(met, self.deadline)
        if self.deadline is not None and late is not True:
            return _late(met, late, "the last day for it")
        if not self.before_act:
            return _Answer(Result.MET, met)
        if act is None:
            missing = (Missing("proposal.on", "the day of the act"),)
            return _Answer(Result.UNDETERMINED, met, missing, asked=False)
        before = on_or_before(met, act)
        return _Answer(Result.MET, met) if before else _late(met, before, "the day of the act")

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a condition is not used up."""
        del used, basis
        return ()


def _on_these(act: Day | None, days: DateRange) -> bool | None:
    """Say whether an act is on these days; None where its day is not known well enough."""
    if act is None:
        return None
    ends = {earliest(act) in days, latest(act) in days}
    if len(ends) > 1 or (earliest(act) < days.first and latest(act) > days.last):
        return None
    return ends.pop()


def _not_asked(request: Request, asked: bool | None, days: DateRange) -> _Answer:  # noqa: FBT001
    if asked is False:
        return _Answer(Result.NOT_APPLICABLE, note=f"asked only of acts {days}")
    missing = (Missing("proposal.on", f"whether the act is on one of the days {days}"),)
    return _Answer(Result.UNDETERMINED, None, missing, request.on is not None)


def _late(met: Day, in_time: bool | None, what: str) -> _Answer:  # noqa: FBT001 - or not known
    if in_time is False:
        return _Answer(Result.NOT_MET, met, note=f"met after {what}")
    missing = (Missing("proposal.facts", f"whether it was met by {what}"),)
    return _Answer(Result.UNDETERMINED, met, missing)


@final
@attrs.frozen
class Unlimited:
    """Words that say expressly that there is no limit, on the amount or on the period.

    Without such words an amount or a period that nothing limits is undetermined.
    """

    reference: str
    source: Citation
    of: Literal["amount", "period"]

    def __attrs_post_init__(self) -> None:
        of_problem = InvalidValueError("of", self.of, "'amount' or 'period'")
        require(
            *check_clause(self.reference, self.source),
            None if self.of in ("amount", "period") else of_problem,
        )

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give nothing to test."""
        del request, tally, basis
        return Result.NOT_APPLICABLE

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Say that there is no limit."""
        del tally, basis
        return Finding(
            self.reference,
            f"No limit on the {self.of}",
            Result.NOT_APPLICABLE,
            Aspect.AMOUNT if self.of == "amount" else Aspect.LENGTH,
            request.reference,
            self.source,
            comparison="the words allow",
            permitted=f"any {self.of}",
            note=f"the words set no limit on the {self.of}",
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: there is no limit to be left."""
        del used, basis
        return ()
