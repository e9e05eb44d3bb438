"""Clauses about what for and by whom: Only and Holder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause
from carerslib.errors import InvalidValueError, require
from carerslib.periods import earliest, latest
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Delegation, Group, Request

__all__ = ["Holder", "Only"]

# looking a member up on its enum costs more than the comparison that it is for
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_MET: Final = Result.MET
_SCOPE: Final = Aspect.SCOPE
_HOLDER: Final = Aspect.HOLDER


def _names(values: str | Iterable[str]) -> tuple[str, ...]:
    """Read one name or several as a tuple."""
    return (values,) if isinstance(values, str) else tuple(values)


@final
@attrs.frozen
class Only:
    """What the power is limited to, in one dimension: the service, the provider, the area.

    ``dimension`` names it as the proposal's tags do; ``values`` are the caller's own keys, compared
    as they stand. Everything that a request states there must be among them.
    """

    reference: str
    source: Citation
    dimension: str
    values: tuple[str, ...] = attrs.field(converter=_names)
    title: str = attrs.field(init=False, eq=False, repr=False)
    _allowed: frozenset[str] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        expected = "at least one name"
        require(
            *check_clause(self.reference, self.source),
            None
            if self.dimension
            else InvalidValueError("dimension", self.dimension, "what the names are of"),
            None
            if self.values and all(self.values)
            else InvalidValueError("values", self.values, expected),
        )
        object.__setattr__(self, "title", self.dimension.replace("_", " ").capitalize())
        object.__setattr__(self, "_allowed", frozenset(self.values))

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Compare the names stated with those allowed."""
        del tally, basis
        stated = request.tags.get(self.dimension)
        if stated is None:
            return _UNDETERMINED
        return _MET if stated <= self._allowed else _NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give the names stated against those allowed. There is no remedy: scope is not chosen."""
        result = self.result(request, tally, basis)
        stated = request.tags.get(self.dimension)
        missing: tuple[Missing, ...] = ()
        if stated is None:
            missing = (Missing(f"contract.tags[{self.dimension!r}]", "what it is for"),)
        return Finding(
            self.reference,
            self.title,
            result,
            _SCOPE,
            request.reference,
            self.source,
            None if stated is None else tuple(sorted(stated)),
            "one of" if len(self.values) > 1 else "only",
            self.values,
            missing,
            asked=stated is not None,
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a scope is not used up."""
        del used, basis
        return ()


@final
@attrs.frozen
class Holder:
    """Who holds the power: the office named, or whoever a recorded chain of delegation reaches.

    Several ``holders`` may each act alone.
    """

    reference: str
    source: Citation
    holders: tuple[str, ...] = attrs.field(converter=_names)

    def __attrs_post_init__(self) -> None:
        require(
            *check_clause(self.reference, self.source),
            None
            if self.holders and all(self.holders)
            else InvalidValueError("holders", self.holders, "the office or body named"),
        )

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Look for the one who acts among the holders and those whom the chain reaches."""
        del tally, basis
        by = request.by
        if by is None:
            return _UNDETERMINED
        if by in self.holders:
            return _MET
        if not request.chain:
            return _NOT_MET
        steps = [(step, _in_force(step, request)) for step in request.chain]
        if by in _reached(self.holders, [step for step, certain in steps if certain]):
            return _MET
        if by in _reached(self.holders, [step for step, certain in steps if certain is not False]):
            return _UNDETERMINED
        return _NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give who acts against who may, and the chain relied on."""
        result = self.result(request, tally, basis)
        by = request.by
        note = ""
        missing: tuple[Missing, ...] = ()
        if by is None:
            missing = (Missing("proposal.by", "who uses the power"),)
        elif result is _UNDETERMINED:
            missing = (Missing("proposal.on", "the day of the act, as delegations have days"),)
        elif result is _NOT_MET:
            note = "no recorded delegation reaches the one who acts"
        elif by not in self.holders:
            note = "by recorded delegation"
        return Finding(
            self.reference,
            "Holder",
            result,
            _HOLDER,
            request.reference,
            self.source,
            by,
            "one of" if len(self.holders) > 1 else "only",
            self.holders,
            missing,
            asked=by is not None,
            note=note,
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a power is not used up by its holder."""
        del used, basis
        return ()


def _reached(holders: Iterable[str], steps: Iterable[Delegation]) -> frozenset[str]:
    """Follow delegations from the holders, however many steps they take."""
    links = tuple(steps)
    found = frontier = frozenset(holders)
    while frontier:
        frontier = frozenset(step.receiver for step in links if step.giver in frontier) - found
        found |= frontier
    return found


def _in_force(step: Delegation, request: Request) -> bool | None:
    """Say whether a step was in force on the day of the act; None where that is not known."""
    if step.in_force is None:
        return True
    if request.on is None:
        return None
    ends = {earliest(request.on) in step.in_force, latest(request.on) in step.in_force}
    return ends.pop() if len(ends) == 1 else None
