"""Clauses made of clauses: Either and For. A council's own can be inside too."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._checks import check_clause, check_clauses
from carerslib.clauses._each_reading import Words, each_reading, resting_on, words_of
from carerslib.clauses._given import check_of_names, check_pairs, check_text
from carerslib.clauses._groups import YEARS, Grouping, all_of, contracts_of, inside, values_of
from carerslib.clauses._leave import leave, leave_at_length, left_open, may_bind_others
from carerslib.clauses._measures import up_to
from carerslib.clauses._nested import (
    NOTHING_AGAINST,
    adds_of,
    agreed,
    all_met,
    all_result,
    rooms_of,
)
from carerslib.clauses._part_of import certainly_of, part_of
from carerslib.clauses._unplaced import whose
from carerslib.clauses._years import certain_years
from carerslib.clauses.base import Clause
from carerslib.clauses.caps import pairs
from carerslib.clauses.readings import Reading, clauses_of, readings_of
from carerslib.errors import InvalidValueError, require
from carerslib.verdicts import Aspect, Finding, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Adds, Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request

__all__ = ["ASKED_OF_THE_REQUEST", "Either", "For"]

ASKED_OF_THE_REQUEST: Final = frozenset({"power", "period"})
"""What :class:`For` asks of a request itself, and not of its tags."""

_BEST_FIRST: Final = (Result.MET, Result.UNDETERMINED, Result.NOT_MET)
# one that asks nothing gives no leave, nor does it refuse
_LEFT_OPEN: Final = {Result.NOT_MET, Result.NOT_APPLICABLE}


def _best(results: list[Result]) -> Result:
    if {*results} == _LEFT_OPEN:
        return Result.UNDETERMINED
    for result in _BEST_FIRST:
        if result in results:
            return result
    return Result.NOT_APPLICABLE


@final
@attrs.frozen
class Either:
    """Limbs of which one is enough: the director up to one figure, the cabinet above it.

    The verdict says why the other limbs do not help. A limb that asks nothing of a request leaves
    open what the others refuse. Where a limb holds words that can be read in several ways, and the
    limbs together give another answer than by their own results, the verdict has a part for each.
    """

    reference: str
    source: Citation
    limbs: tuple[Reading, ...] = attrs.field(converter=readings_of)
    title: str = "Either"
    _words: Words = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        require(
            *check_clause(self.reference, self.source),
            check_of_names("limbs", self.limbs, "limbs"),
            check_text("title", self.title),
        )
        object.__setattr__(self, "_words", words_of(self.inner))

    @property
    def inner(self) -> tuple[Clause, ...]:
        """The clauses of every limb."""
        return tuple(clause for limb in self.limbs for clause in limb.clauses)

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Keep count for each clause of each limb."""
        found: Adds = ()
        for limb in self.limbs:
            found += adds_of(limb.name, limb.clauses, request, basis)
        return found

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the best of the limbs, where each reading of their words gives the same."""
        return agreed(
            {
                _best([leave(limb, request, tally, way) for limb in self.limbs])
                for _, way in each_reading(self._words, basis)
            }
        )

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a verdict with one part for each limb, or for each way to read them."""
        made = self._any_of(self.title, request, tally, basis)
        if made.result is self.result(request, tally, basis):
            return made
        parts = [
            resting_on(self._any_of(said, request, tally, way), basis)
            for said, way in each_reading(self._words, basis)
        ]
        return Verdict.agree(parts, title=self.title, subject=request.reference, basis=basis)

    def _any_of(self, title: str, request: Request, tally: Tally, basis: Basis) -> Verdict:
        parts = [leave_at_length(limb, request, tally, basis) for limb in self.limbs]
        if {part.result for part in parts} == _LEFT_OPEN:
            parts = [left_open(self, part, basis) for part in parts]
        return Verdict.any_of(parts, title=title, subject=request.reference, basis=basis)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what is left under each limb."""
        rooms: tuple[Room, ...] = ()
        for limb in self.limbs:
            rooms += rooms_of(limb.name, limb.clauses, used, basis)
        return tuple(room._replace(clause=self.reference) for room in rooms)


@final
@attrs.frozen
class For:
    """Clauses that bind only some requests: those of one lot, one client group or one power.

    ``where`` says which, as in ``{"lot": "1"}`` or ``{"power": "extend"}``, by the request's own
    tags, and for a year by the years that its amounts name or its days touch; ``{"period": "not
    stated"}`` binds a request that states no days, no length and no year. A request that is wholly
    one of them is judged as if the clauses stood alone, and one that is none as if they were not
    there. A request for several lots is bound for each of them: the clauses see the amounts of
    theirs, and whoever acts must be allowed for all. Where a request does not say whether it is one
    of them, it is undetermined unless the clauses are met anyway. That is not asked, as a figure
    for some is not, of a proposal that names nothing in a dimension of its tags, a lot or a source;
    it is asked all the same where the clauses of the authority are such for each name that is left:
    for each that an :class:`Only` allows, or else for each of several that such clauses name.
    """

    reference: str
    source: Citation
    where: tuple[tuple[str, str], ...] = attrs.field(converter=pairs)
    clauses: tuple[Clause, ...] = attrs.field(converter=clauses_of)

    def __attrs_post_init__(self) -> None:
        nowhere = InvalidValueError("where", self.where, "which requests")
        require(
            *check_clause(self.reference, self.source),
            check_pairs("where", self.where) if self.where else nowhere,
            check_clauses("clauses", self.clauses),
        )

    @property
    def name(self) -> str:
        """Which requests it binds, in words."""
        return "for " + ", ".join(f"{dimension} {value}" for dimension, value in self.where)

    @property
    def inner(self) -> tuple[Clause, ...]:
        """The clauses that bind these requests."""
        return self.clauses

    def binds(self, request: Request, basis: Basis) -> bool | None:
        """Say whether it binds a request; None where that is not known."""
        return self.is_one_of(request, self.where, basis)

    def is_one_of(
        self, request: Request, where: Iterable[tuple[str, str]], basis: Basis
    ) -> bool | None:
        """Say whether a request is what some of the pairs of ``where`` say."""
        answer: bool | None = True
        for dimension, wanted in where:
            values = _stated(request, dimension, basis)
            if values is None:
                none = _is_none_of(request, (dimension, wanted), basis)
            else:
                none = wanted not in values
            if none:
                return False
            certain = _certain(request, dimension, basis)
            if values is None or wanted not in (values if certain is None else certain):
                answer = None
        several = self._several(request, basis)
        return self._is_part(request, several, basis) if answer and several else answer

    def _several(self, request: Request, basis: Basis) -> tuple[tuple[str, str], ...]:
        """Give the dimensions in which a request is of other values too, with its own."""
        return tuple(pair for pair in self.where if len(_stated(request, pair[0], basis) or ()) > 1)

    def binds_all_of(self, request: Request, basis: Basis) -> bool:
        """Say whether it certainly binds the whole of a request."""
        return bool(self.binds(request, basis)) and not self._several(request, basis)

    def _is_part(
        self, request: Request, several: tuple[tuple[str, str], ...], basis: Basis
    ) -> bool | None:
        """Say whether a request that is of several values has a part that it binds."""
        extent, grouping = request.extent(basis), Grouping(where=several)
        found = {inside(line, request, extent, grouping) for line in extent.lines} or {None}
        if request.particulars.number > 1:
            # which of several contracts it binds is not known unless each amount says
            if None in found or contracts_of(request, extent) is None:
                return None
        elif len(several) == 1:
            return True
        return True if True in found else None if None in found or len(several) == 1 else False

    def _seen(self, request: Request, basis: Basis) -> Request:
        """Give the part of a request that it binds, where that is not the whole."""
        several = self._several(request, basis)
        return part_of(request, several, basis) if several else request

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Keep count of the requests that it binds, or may bind."""
        binds = self.binds(request, basis)
        if binds is False:
            return ()
        found = adds_of(self.name, self.clauses, self._seen(request, basis), basis)
        return found if binds else tuple((group, up_to(measure)) for group, measure in found)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worst of the clauses for a request that it binds."""
        binds = self.binds(request, basis)
        if binds is False:
            return Result.NOT_APPLICABLE
        seen = self._seen(request, basis)
        result = all_result(self.name, self.clauses, seen, tally, basis)
        return result if binds or result is not Result.NOT_MET else Result.UNDETERMINED

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give the verdict of the clauses, or say that they do not bind this request."""
        binds = self.binds(request, basis)
        if binds is False:
            return self._whether(request, Result.NOT_APPLICABLE, basis)
        made = all_met(self.name, self.clauses, self._seen(request, basis), tally, basis)
        if binds or made.result in NOTHING_AGAINST:
            return made
        parts: list[Part] = [self._whether(request, Result.UNDETERMINED, basis), made]
        return Verdict.any_of(parts, title=self.name, subject=request.reference, basis=basis)

    def whether(self, request: Request, basis: Basis) -> Finding | None:
        """Say what is open of whether it binds a request, or whether what it holds does."""
        if self.binds(request, basis) is None:
            return self._whether(request, Result.UNDETERMINED, basis)
        return may_bind_others(self.clauses, self._seen(request, basis), basis)

    def _whether(self, request: Request, result: Result, basis: Basis) -> Finding:
        stated = {name: _stated(request, name, basis) for name, _ in self.where}
        open_ = [name for name, values in stated.items() if len(values or ()) != 1]
        missing = tuple(whose(each) for each in open_)
        return Finding(
            self.reference,
            f"Whether {self.name}",
            result,
            Aspect.SCOPE,
            request.reference,
            self.source,
            missing=missing if result is Result.UNDETERMINED else (),
            asked=all(values is not None for values in stated.values()),
            note="binds only such requests",
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what is left for these requests."""
        rooms = rooms_of(self.name, self.clauses, used, basis)
        return tuple(room._replace(clause=self.reference) for room in rooms)


def _stated(request: Request, dimension: str, basis: Basis) -> frozenset[str] | None:
    if dimension == "power":
        return frozenset((request.power,))
    if dimension == "period":
        return frozenset(("stated" if _states_a_period(request, basis) else "not stated",))
    extent = request.extent(basis)
    found = request.tags.get(dimension) or all_of(dimension, extent.lines)
    if found is not None or dimension not in YEARS:
        return found
    years = [values_of(dimension, line, request, extent) for line in extent.lines or (None,)]
    return frozenset(chain.from_iterable(years)) if all(years) else None


def _is_none_of(request: Request, pair: tuple[str, str], basis: Basis) -> bool:
    """Say whether nothing in a request can be of a value, though not all says what it is of."""
    extent, grouping = request.extent(basis), Grouping(where=(pair,))
    lines = extent.lines or (None,)
    return all(inside(line, request, extent, grouping) is False for line in lines)


def _certain(request: Request, dimension: str, basis: Basis) -> frozenset[str] | None:
    """Give what a request is certainly of, where that may not be all that it states."""
    extent = request.extent(basis)
    if dimension != "year" or dimension in request.tags:
        return certainly_of(request, dimension)
    named = frozenset(filter(None, (line.tag(dimension) for line in extent.lines)))
    return named | certain_years(extent)


def _states_a_period(request: Request, basis: Basis) -> bool:
    whole, firm = request.extent(basis), request.firm
    named = whole.dimensions & YEARS
    known = (whole.first, whole.last, whole.term, firm.last, firm.term)
    options = any(term is not None for term in request.particulars.offered)
    return bool(named) or options or any(each is not None for each in known)
