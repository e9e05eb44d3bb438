"""What the clauses of an authority limit of what is proposed, and what they leave open.

An absent limit is no leave: where the words set none on an amount or a period that is proposed,
nothing says that it is within them.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple, final

from carerslib.awards._areas import AMOUNT, END, FIRM, OPTIONS, covers, parts_of
from carerslib.clauses import (
    Cap,
    Either,
    EventBound,
    For,
    Readings,
    Steps,
    Threshold,
    Window,
)
from carerslib.clauses._groups import NOT_STATED, YEARS, values_of
from carerslib.clauses._measures import alone
from carerslib.clauses._nested import all_result, own_tally, walk
from carerslib.clauses._unplaced import length_taken
from carerslib.clauses._worth import Asked
from carerslib.clauses.base import is_built_in
from carerslib.clauses.combined import ASKED_OF_THE_REQUEST
from carerslib.clauses.requests import Extent
from carerslib.contracts.options import UPLIFT
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carerslib.awards.verdicts import Judgement
    from carerslib.basis import Basis
    from carerslib.clauses import Clause, CountingClause, Line, Tally
    from carerslib.clauses._worth import Words
    from carerslib.clauses.requests import Request

__all__ = ["is_limited", "names_options"]


def is_limited(judged: Judgement, area: str) -> bool | None:
    """Say whether an area is limited for a request; None where the request does not say enough.

    Every amount must be limited, wherever it may lie: a cap for one lot is none for another.
    """
    clauses = judged.authority.clauses
    if area != AMOUNT:
        found = _one_applies(clauses, area, _nowhere(judged))
        return (area == END and _in_two_parts(judged)) or found
    answer: bool | None = True
    for place in _places(judged):
        found = _one_applies(clauses, area, place)
        known = None not in place.values.values() or _is_doubted(clauses, place)
        if found is False and known:
            return False
        answer = answer if found else None
    return answer


def names_options(judged: Judgement) -> bool:
    """Say whether any clause names the options that a request may take up, or may name them."""
    return _may_apply(judged, OPTIONS)


def _may_apply(judged: Judgement, area: str) -> bool:
    return _one_applies(judged.authority.clauses, area, _nowhere(judged)) is not False


def _one_applies(clauses: Iterable[Clause], area: str, place: _Place) -> bool | None:
    """Say whether at least one clause limits an area; None where that is not known."""
    found = {_applies(each, area, place) for each in clauses}
    return True if True in found else None if None in found else False


def _in_two_parts(judged: Judgement) -> bool:
    """Say whether the firm term is limited, and the options are, where any count."""
    whole, firm = judged.proposal.extent(judged.basis), judged.proposal.firm
    more = whole.last != firm.last or whole.length != firm.length
    return _may_apply(judged, FIRM) and (not more or names_options(judged))


@final
class _Place(NamedTuple):
    """A request, and where one amount of it may lie: the value of each dimension, if known.

    ``held`` is the tally of each clause that is asked, by its reference; ``line`` the amount.
    """

    request: Request
    values: Mapping[str, str | None]
    basis: Basis
    held: Mapping[str, Tally]
    line: Line | None = None

    def inside(self, name: str, clauses: Iterable[Clause], tally: Tally) -> _Place:
        """Give the same for clauses inside another, with the tallies of their own."""
        held = {each.reference: own_tally(tally, name, each) for each in clauses}
        return self._replace(held=held)

    def tally(self, clause: CountingClause) -> Tally:
        """Give the tally of a clause; of one inside a council's own, as if nothing was used."""
        return self.held.get(clause.reference) or _tally_alone(clause, self)

    def stands_in(self, part: Mapping[str, str]) -> bool:
        """Say whether the amount is known to stand in a part of its contract."""
        line = self.line
        return line is not None and all(line.tag(name) == value for name, value in part.items())

    def is_in(self, where: Iterable[tuple[str, str]]) -> bool:
        """Say whether an amount here is of a part."""
        return all(self.values.get(name) == value for name, value in where)


def _nowhere(judged: Judgement) -> _Place:
    return _Place(judged.proposal, {}, judged.basis, judged.held)


def _places(judged: Judgement) -> Iterator[_Place]:
    """Give each place in which an amount of a request may lie."""
    clauses, request = judged.authority.clauses, judged.proposal
    extent, held = request.extent(judged.basis), judged.held
    named = sorted(
        {
            name
            for clause in walk(clauses)
            if is_built_in(clause)
            for name, _ in (*getattr(clause, "where", ()), *getattr(clause, "without", ()))
            if name not in ASKED_OF_THE_REQUEST
        }
    )
    filled = {"year": _filled(clauses, extent)}
    for line in extent.lines:
        if line.price is None:
            continue
        values = [
            values_of(name, line, request, extent) or filled.get(name) or (None,) for name in named
        ]
        for chosen in product(*values):
            at = dict(zip(named, chosen, strict=True))
            yield _Place(request, at, judged.basis, held, line)


def _filled(clauses: tuple[Clause, ...], extent: Extent) -> tuple[str, ...]:
    """Give the financial years of the days allowed, where a length has room in all of them only."""
    for clause in clauses:
        if isinstance(clause, Window) and extent.length is not None:
            days = Extent(clause.first, clause.last)
            if extent.length == days.length:
                return days.years
    return ()


def _applies(clause: Clause, area: str, place: _Place) -> bool | None:
    """Say whether a clause limits an area for one request, or may; None where none can say."""
    if isinstance(clause, Steps) and area == AMOUNT:
        return _by_steps(clause, place)
    if _is_silent(clause, area, place):
        return False
    if isinstance(clause, Either | Readings | Threshold):
        return _by_part(clause, area, place)
    if isinstance(clause, Cap) and area == AMOUNT:
        return area in covers(clause) and _holds(clause, place)
    if area in covers(clause):
        return True
    if isinstance(clause, For):
        place = place.inside(clause.name, clause.clauses, place.tally(clause))
    return _one_applies(getattr(clause, "inner", ()), area, place)


def _by_part(clause: Either | Readings | Threshold, area: str, place: _Place) -> bool | None:
    """Say whether the limb that is met limits an area, or every reading that is followed."""
    tally = place.tally(clause)
    if isinstance(clause, Threshold):
        return _by_threshold(clause, area, place, tally)
    if isinstance(clause, Either):
        return _by_limb(clause, area, place, tally)
    found = {
        _one_applies(one.clauses, area, place.inside(one.name, one.clauses, tally))
        for one in clause.followed(place.basis)
    }
    return False if False in found else None if None in found else True


def _by_steps(clause: Steps, place: _Place) -> bool | None:
    """Say whether each step that an amount may be of limits it: none has leave from another's."""
    tally, taking = place.tally(clause), place.request.particulars.takes is not None
    asked = Asked(clause.steps, place.request, place.basis, clause.in_parts)
    found = {
        _by_step(words, place, tally)
        for words in asked.words(tally)
        # of an option that is taken, the rest of its contract is no part of the act
        if taking or place.stands_in(words.place)
    }
    return bool(found) and (False if False in found else None if None in found else True)


def _by_step(words: Words, place: _Place, tally: Tally) -> bool | None:
    """Say whether a step limits the amount of an option that is of it, or may be."""
    inside = place.inside(words.name, words.clauses, tally)
    at = {**place.values, **words.place}
    limits = _one_applies(words.clauses, AMOUNT, inside._replace(request=words.seen, values=at))
    return None if limits is False and not words.certain else limits


def _holds(clause: Cap, place: _Place) -> bool | None:
    """Say whether a figure holds what lies somewhere; None where it may be what is left out."""
    # words that leave an uplift out of a figure allow it beside the figure
    left_out = [pair for pair in clause.without if pair not in UPLIFT]
    out = any(place.is_in([pair]) for pair in left_out)
    if out or not (place.is_in(clause.where) and _is_placed(clause, place)):
        return False
    named = {name for name, _ in left_out} - {"part", "option"}
    return None if any(place.values[name] is None for name in named) else True


def _by_threshold(clause: Threshold, area: str, place: _Place, tally: Tally) -> bool | None:
    """Say whether a threshold limits an area, or the clauses that bind above it do there."""
    if area in covers(clause) and _holds(clause.cap, place):
        return True
    inside, above = clause.either.limbs
    found = all_result(inside.name, inside.clauses, place.request, tally, place.basis)
    if found is Result.NOT_APPLICABLE:
        return False
    if found is Result.UNDETERMINED:
        return _by_limb(clause.either, area, place, tally)
    limb = inside if found is Result.MET else above
    return _one_applies(limb.clauses, area, place.inside(limb.name, limb.clauses, tally))


def _is_silent(clause: Clause, area: str, place: _Place) -> bool:
    """Say whether a clause says nothing of a request that does not give it occasion to."""
    request = place.request
    if isinstance(clause, For):
        return not _is_bound(clause, area, place)
    if isinstance(clause, Steps):
        return area != OPTIONS and request.particulars.takes is None
    return isinstance(clause, EventBound) and clause.day(request) is None


def _by_limb(clause: Either, area: str, place: _Place, tally: Tally) -> bool | None:
    """Say whether the limb that is met limits an area: no limb has leave from another's limit."""
    every, unknown, met = set[bool | None](), set[bool | None](), set[bool | None]()
    for limb in clause.limbs:
        result = all_result(limb.name, limb.clauses, place.request, tally, place.basis)
        limits = _one_applies(limb.clauses, area, place.inside(limb.name, limb.clauses, tally))
        every.add(limits)
        if result is Result.UNDETERMINED:
            unknown.add(limits)
        elif result is not Result.NOT_MET:
            met.add(limits)
    if met:
        return True if True in met else None if None in met else False
    # where no limb is met, one that limits may be the one that turns out to be
    return True in (unknown or every)


def _is_placed(clause: Cap, place: _Place) -> bool:
    """Say whether it is known for which of them an amount is, or it is inside whichever it is."""
    parts, request = parts_of(clause), place.request
    extent = request.extent(place.basis)
    length = extent.length or length_taken(request, extent)
    if not parts or (parts <= YEARS and length is not None):
        return True
    adds = clause.adds(request, place.basis)
    return all(group != NOT_STATED for group, _ in adds) or _alone(clause, place) is Result.MET


def _is_doubted(clauses: tuple[Clause, ...], place: _Place) -> bool:
    """Say whether an amount may be too much for a part in which it may lie."""
    figures = [each for each in walk(clauses) if isinstance(each, Cap | For) and each.where]
    return any(_alone(each, place) is Result.UNDETERMINED for each in figures)


def _alone(clause: Cap | For, place: _Place) -> Result:
    """Hold a request against a cap with nothing used before it."""
    return clause.result(place.request, _tally_alone(clause, place), place.basis)


def _tally_alone(clause: CountingClause, place: _Place) -> Tally:
    return alone(clause.adds(place.request, place.basis))


def _is_bound(clause: For, area: str, place: _Place) -> bool:
    """Say whether a clause is for a request, or for one amount of it."""
    if area != AMOUNT:
        return clause.binds(place.request, place.basis) is not False
    of_line = [pair for pair in clause.where if pair[0] not in ASKED_OF_THE_REQUEST]
    of_request = [pair for pair in clause.where if pair[0] in ASKED_OF_THE_REQUEST]
    bound = clause.is_one_of(place.request, of_request, place.basis)
    return place.is_in(of_line) and bound is not False
