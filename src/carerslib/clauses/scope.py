"""Clauses about what for and by whom: Only, Except, Includes, Holder and Joint."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause
from carerslib.clauses._given import misspelt, several
from carerslib.clauses._groups import YEARS, all_of
from carerslib.clauses._part_of import certainly_of
from carerslib.clauses._years import certain_years, years_of
from carerslib.errors import InvalidValueError, require
from carerslib.periods import earliest, latest
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Delegation, Extent, Group, Request

__all__ = ["Except", "Holder", "Includes", "Joint", "Only", "one_or_several"]

# looking a member up on its enum costs more than the comparison that it is for
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_MET: Final = Result.MET
_SCOPE: Final = Aspect.SCOPE
_DATES: Final = Aspect.DATES
_HOLDER: Final = Aspect.HOLDER


def _names(values: str | Iterable[str]) -> tuple[str, ...]:
    """Read one name or several as a tuple; what is no name is left for the check to refuse."""
    return several(values)


def _are_names(values: tuple[object, ...]) -> bool:
    return bool(values) and all(isinstance(each, str) and each for each in values)


def one_or_several(values: tuple[str, ...]) -> str:
    """Say how what is permitted binds: one of several, or only one."""
    return "one of" if len(values) > 1 else "only"


@attrs.frozen
class _Scope:
    """What Only, Except and Includes have in common: names in one dimension of a request."""

    reference: str
    source: Citation
    dimension: str
    values: tuple[str, ...] = attrs.field(converter=_names)
    title: str = attrs.field(init=False, eq=False, repr=False)
    _named: frozenset[str] = attrs.field(init=False, eq=False, repr=False)

    _ending: ClassVar[str] = ""
    _comparison: ClassVar[str] = ""

    def __attrs_post_init__(self) -> None:
        dimension, values = self.dimension, self.values
        require(
            *check_clause(self.reference, self.source),
            None
            if isinstance(dimension, str) and dimension
            else InvalidValueError("dimension", dimension, "what the names are of"),
            None
            if _are_names(values)
            else InvalidValueError("values", values, "at least one name"),
            misspelt("values", [(dimension, name) for name in values]),
        )
        title = dimension.replace("_", " ").capitalize() + self._ending
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "_named", frozenset(values))

    def _fits(self, stated: frozenset[str]) -> bool:
        """Say whether the names that are stated may all be used."""
        return stated <= self._named

    def _settles(self, some: frozenset[str]) -> Result:
        """Say what names do of which there may be more: one that may not be used is enough."""
        return _UNDETERMINED if self._fits(some) else _NOT_MET

    def _among(self, certain: frozenset[str], stated: frozenset[str]) -> Result:
        """Say what it does to have the names that are certain, and perhaps others of the whole."""
        if self._fits(stated):
            return _MET
        none = not any(self._fits(frozenset((name,))) for name in stated)
        return _NOT_MET if none or not self._fits(certain) else _UNDETERMINED

    def _answer(self, request: Request, basis: Basis) -> tuple[Result, frozenset[str] | None, bool]:
        """Give the answer, the names that are stated, and whether they are all."""
        stated, certain = request.tags.get(self.dimension), certainly_of(request, self.dimension)
        if stated is not None and certain is not None:
            return self._among(certain, stated), stated, True
        if stated is not None:
            return (_MET if self._fits(stated) else _NOT_MET), stated, True
        lines = request.extent(basis).lines
        # years are named by amounts alone
        every = all_of(self.dimension, lines)
        if every is not None:
            return (_MET if self._fits(every) else _NOT_MET), every, True
        # what only some amounts name
        some = frozenset(filter(None, (line.tag(self.dimension) for line in lines)))
        if some:
            return self._settles(some), some, False
        return self._by_days(request.extent(basis))

    def _by_days(self, extent: Extent) -> tuple[Result, frozenset[str] | None, bool]:
        """Answer of years by the days, where no amount names any."""
        if self.dimension not in YEARS:
            return _UNDETERMINED, None, False
        years = frozenset(years_of(self.dimension, None, extent))
        certain = certain_years(extent) if self.dimension == "year" else years
        if years:
            return self._among(certain, years), years, True
        return (self._settles(certain), certain, False) if certain else (_UNDETERMINED, None, False)

    def _against(self) -> str:
        """Say how the names of the clause bind."""
        return self._comparison or one_or_several(self.values)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Compare the names stated with those of the clause."""
        del tally
        return self._answer(request, basis)[0]

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        """Give the names stated against those of the clause. No remedy: scope is not chosen."""
        del tally
        result, stated, complete = self._answer(request, basis)
        missing: tuple[Missing, ...] = ()
        note = "" if complete or stated is None else "of some amounts; the rest do not say"
        if result is _UNDETERMINED and complete:
            note = "of the whole; which of these are of this part is not stated"
            missing = (Missing("contract.amounts", f"which {self.dimension} each part is of"),)
        elif result is _UNDETERMINED:
            missing = (Missing(f"contract.tags[{self.dimension!r}]", "what it is for"),)
        return Finding(
            self.reference,
            self.title,
            result,
            _DATES if self.dimension in YEARS else _SCOPE,
            request.reference,
            self.source,
            None if stated is None else (*sorted(stated),),
            self._against(),
            self.values,
            missing=missing,
            asked=complete or result is not _UNDETERMINED,
            note=note,
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a scope is not used up."""
        del used, basis
        return ()


@final
@attrs.frozen
class Only(_Scope):
    """What the power is limited to, in one dimension: the service, the provider, the area.

    ``dimension`` names it as the proposal's tags do; ``values`` are the caller's own keys, compared
    as they stand. Everything that a request states there must be among them.
    """


@final
@attrs.frozen
class Except(_Scope):
    """What the power does not extend to, in one dimension: a service expressly left out, say.

    None of the ``values`` may be among what a request states there.
    """

    _ending: ClassVar[str] = " left out"
    _comparison: ClassVar[str] = "none of"

    def _fits(self, stated: frozenset[str]) -> bool:
        return stated.isdisjoint(self._named)


@final
@attrs.frozen
class Includes(_Scope):
    """What must all be there, in one dimension: every area, or a term of the contract.

    Each of the ``values`` must be among what a request states there; others may be too.
    """

    _ending: ClassVar[str] = " included"
    _comparison: ClassVar[str] = "all of"

    def _fits(self, stated: frozenset[str]) -> bool:
        return stated.issuperset(self._named)

    def _settles(self, some: frozenset[str]) -> Result:
        return _MET if self._fits(some) else _UNDETERMINED

    def _among(self, certain: frozenset[str], stated: frozenset[str]) -> Result:
        return self._settles(certain) if self._fits(stated) else _NOT_MET


@final
@attrs.frozen
class Holder:
    """Who holds the power: the office named, or whoever a recorded chain of delegation reaches.

    Several ``holders`` may each act alone; of several people who act together, one is enough.
    """

    reference: str
    source: Citation
    holders: tuple[str, ...] = attrs.field(converter=_names)

    def __attrs_post_init__(self) -> None:
        require(
            *check_clause(self.reference, self.source),
            None
            if _are_names(self.holders)
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
        if not request.chain and isinstance(by, str):
            return _NOT_MET
        acting = frozenset(_names(by))
        certain, possible = _acting_for(self.holders, request)
        if acting & certain:
            return _MET
        return _UNDETERMINED if acting & possible else _NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give who acts against who may, and the chain relied on."""
        found = self.result(request, tally, basis)
        return _holder_finding(self, request, found, one_or_several(self.holders))

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a power is not used up by its holder."""
        del used, basis
        return ()


@final
@attrs.frozen
class Joint:
    """Who holds the power together.

    Each of the ``holders`` must act, or whoever a recorded chain of delegation reaches from it.
    Whether one person may act for several of them is not known.
    """

    reference: str
    source: Citation
    holders: tuple[str, ...] = attrs.field(converter=_names)

    def __attrs_post_init__(self) -> None:
        require(
            *check_clause(self.reference, self.source),
            None
            if _are_names(self.holders) and len(set(self.holders)) > 1
            else InvalidValueError("holders", self.holders, "two or more offices or bodies"),
        )

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Look for each holder, or one whom the chain reaches from it, among those who act."""
        del tally, basis
        if request.by is None:
            return _UNDETERMINED
        acting = frozenset(_names(request.by))
        reached = [_acting_for((each,), request) for each in dict.fromkeys(self.holders)]
        if _one_for_each([acting & certain for certain, _ in reached]):
            return _MET
        return _UNDETERMINED if all(acting & possible for _, possible in reached) else _NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give who acts against those who must act together."""
        return _holder_finding(self, request, self.result(request, tally, basis), "all of")

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: a power is not used up by its holders."""
        del used, basis
        return ()


def _holder_finding(
    clause: Holder | Joint, request: Request, result: Result, comparison: str
) -> Finding:
    by = request.by
    note = ""
    missing: tuple[Missing, ...] = ()
    if by is None:
        missing = (Missing("proposal.by", "who uses the power"),)
    elif result is _UNDETERMINED:
        acting = frozenset(_names(by))
        people = dict.fromkeys(clause.holders)
        each_has = [acting & _acting_for((each,), request)[1] for each in people]
        if isinstance(clause, Holder) or _one_for_each(each_has):
            missing = (Missing("proposal.on", "the day of the act, as delegations have days"),)
        else:
            missing = (Missing("proposal.by", "whether one may act for several holders"),)
    elif result is _NOT_MET:
        note = "no recorded delegation reaches the one who acts"
        if isinstance(clause, Joint):
            absent = [
                each
                for each in clause.holders
                if not frozenset(_names(by)) & _acting_for((each,), request)[1]
            ]
            note = f"nobody acts for {', '.join(absent)}"
    elif not frozenset(_names(by)) & frozenset(clause.holders):
        note = "by recorded delegation"
    return Finding(
        clause.reference,
        "Holder" if isinstance(clause, Holder) else "Joint holders",
        result,
        _HOLDER,
        request.reference,
        clause.source,
        by,
        comparison,
        clause.holders,
        missing=missing,
        asked=by is not None,
        note=note,
    )


def _one_for_each(choices: list[frozenset[str]], taken: frozenset[str] = frozenset()) -> bool:
    """Say whether each can have one of its choices to itself."""
    if not choices:
        return True
    return any(_one_for_each(choices[1:], taken | {each}) for each in choices[0] - taken)


def _acting_for(
    holders: tuple[str, ...], request: Request
) -> tuple[frozenset[str], frozenset[str]]:
    """Give who may act for the holders certainly, and who possibly, on the day of the act."""
    if not request.chain:
        return frozenset(holders), frozenset(holders)
    steps = [(step, _in_force(step, request)) for step in request.chain]
    return (
        _reached(holders, [step for step, certain in steps if certain]),
        _reached(holders, [step for step, certain in steps if certain is not False]),
    )


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
