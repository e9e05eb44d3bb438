"""An amount of several years, lots or heads, where the words have a figure for each of them.

A figure stands in a cap on one of them, in words for one of them, or in a step of an option there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from carerslib.clauses import Cap, Effect, Figure, For, Of, Only, Steps, Window
from carerslib.clauses._groups import PARTS, YEARS, Grouping, inside, values_of
from carerslib.clauses._measures import (
    UNBOUNDED,
    add,
    spread,
    total_of,
    up_to,
    used_least,
)
from carerslib.clauses._nested import own_tally, walk
from carerslib.clauses._unplaced import crowds
from carerslib.clauses._worth import Asked
from carerslib.clauses.base import EMPTY
from carerslib.clauses.combined import ASKED_OF_THE_REQUEST
from carerslib.clauses.requests import Extent
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Clause, Step, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group

__all__ = ["are_of_parts", "limited_to", "of_parts"]

_SEVERAL: Final = 2
_Where: TypeAlias = "tuple[tuple[str, str], ...]"


@final
class _Held(NamedTuple):
    """A figure for one value of a dimension, and the least that was used of it before."""

    value: str
    cap: Cap
    used: Measure

    @property
    def room(self) -> int:
        """What is left of it at the most, where it is known."""
        plain = self.cap.plain
        return UNBOUNDED if plain is None else plain - spread(self.used)[0]


def are_of_parts(clauses: Iterable[Clause]) -> bool:
    """Say whether some clauses, or those inside them, are figures for several values of one."""
    named: dict[str, set[str]] = {}
    for clause in walk(clauses):
        if isinstance(clause, Cap | For) and any(map(_is_exact, walk((clause,)))):
            for dimension, value in clause.where:
                named.setdefault(dimension, set()).add(value)
    kept = named.keys() - PARTS - ASKED_OF_THE_REQUEST
    return any(len(named[dimension]) >= _SEVERAL for dimension in kept)


def of_parts(judged: Judgement) -> Iterator[Part]:
    """Hold amounts that may be of several parts against the figures of these together."""
    clauses, held = judged.authority.clauses, judged.held
    for dimension in sorted(YEARS):
        yield from _without_figures(dimension, clauses, judged)
    found: dict[tuple[str, _Where], list[_Held]] = {}
    for where, cap, tally in _figures(clauses, judged, lambda each: held[each.reference]):
        place = tuple(sorted(pair for pair in set(where) if pair[0] in PARTS))
        of = set(where).difference(place)
        if _is_exact(cap) and len(of) == 1:
            ((dimension, value),) = of
            found.setdefault((dimension, place), []).append(_Held(value, cap, _least(tally)))
    for (dimension, place), figures in found.items():
        yield from _of_one_dimension(dimension, place, figures, judged)


def _is_exact(clause: Clause) -> bool:
    """Say whether a clause is a cap that is one figure, of all that it is for."""
    if not isinstance(clause, Cap):
        return False
    figure = clause.at_most
    exact = isinstance(figure.amount, Price) and not figure.rounded_to
    binds = clause.of is Of.AMOUNT and figure.effect is Effect.BINDS
    return exact and binds and not (clause.per or clause.without)


def _least(tally: Tally) -> Measure:
    """Give the least that was used before what is added."""
    return total_of(used_least(tally).values())


def _figures(
    clauses: Iterable[Clause],
    judged: Judgement,
    tally_of: Callable[[Clause], Tally],
    where: _Where = (),
) -> Iterator[tuple[_Where, Cap, Tally]]:
    """Give the caps that bind what is proposed, with all that they are for and their tallies."""
    proposal, basis = judged.proposal, judged.basis
    for clause in clauses:
        if isinstance(clause, Cap):
            yield (*where, *clause.where), clause, tally_of(clause)
        elif isinstance(clause, For):
            asked = [pair for pair in clause.where if pair[0] in ASKED_OF_THE_REQUEST]
            if clause.is_one_of(proposal, asked, basis):
                own = partial(own_tally, tally_of(clause), clause.name)
                at = (*where, *(pair for pair in clause.where if pair not in asked))
                yield from _figures(clause.clauses, judged, own, at)
        elif isinstance(clause, Steps):
            for step, place in _steps(clause, judged, tally_of(clause)):
                # with no figure of a step is anything held that was used before
                at = (*where, *place.items())
                yield from _figures(step.clauses, judged, lambda _: EMPTY, at)


def _steps(
    clause: Steps, judged: Judgement, tally: Tally
) -> Iterator[tuple[Step, Mapping[str, str]]]:
    """Give the steps of the options taken or offered, with where the amounts of each stand.

    What may be of several steps is of no one of them. Of options that may be cut up it is known
    which amounts are of a step only where there is but one, and all are offered.
    """
    if clause.in_parts and (len(clause.steps) > 1 or judged.proposal.takes is not None):
        return
    asked = Asked(clause.steps, judged.proposal, judged.basis, clause.in_parts)
    places = {each.name: each.place for each in asked.words(tally)}
    if len({tuple(place.items()) for place in places.values()}) == len(places):
        for number, step in enumerate(clause.steps, start=1):
            if f"step {number}" in places:
                yield step, places[f"step {number}"]


def _of_one_dimension(
    dimension: str, place: _Where, figures: list[_Held], judged: Judgement
) -> Iterator[Part]:
    """Hold amounts that may be of several values against their figures together."""
    like = all(each.cap.at_most.is_like for each in figures)
    amounts = list(_amounts(dimension, place, judged, like=like))
    if all(len(groups) == 1 for groups, _ in amounts):
        # each is held against its own figure
        return
    caps: dict[str, _Held] = {}
    for each in sorted(figures, key=lambda each: each.room, reverse=True):
        caps[each.value] = each
    for groups, held in crowds(amounts, (dimension,)):
        values = sorted(value for (value,) in groups)
        if len(values) < _SEVERAL or not caps.keys() >= set(values):
            continue
        found = _together([caps[value] for value in values], held, judged)
        if found is not None and found.result is Result.NOT_MET:
            title = f"{Grouping(where=place).titled('Value')}, {dimension} {', '.join(values)}"
            extent = judged.proposal.extent(judged.basis)
            ((_, everything),) = extent.all_like if like else extent.all_bounds
            yield _titled(f"{title} together", found, alone=held == everything)
            return


def _amounts(
    dimension: str, place: _Where, judged: Judgement, *, like: bool
) -> Iterator[tuple[frozenset[Group], Measure]]:
    """Give the amounts of a place, each with the values it may be of, where these are known."""
    proposal, extent = judged.proposal, judged.proposal.extent(judged.basis)
    allowed, grouping = limited_to(dimension, judged.authority.clauses), Grouping(where=place)
    for line in extent.lines:
        counts = inside(line, proposal, extent, grouping)
        values = values_of(dimension, line, proposal, extent) or allowed
        if values and counts is not False:
            measure = line.like if like else line.bounds
            yield frozenset((value,) for value in values), measure if counts else up_to(measure)


def _together(figures: list[_Held], held: Measure, judged: Judgement) -> Part | None:
    """Hold an amount against several figures as one, where these can be added."""
    first = figures[0].cap
    strict = [each.cap for each in figures if each.cap.strict]
    prices: list[Price] = [each.cap.at_most.amount for each in figures]  # type: ignore[misc]
    try:
        most = Price.total(prices)
        if strict:
            # each of them leaves a penny, and the sum of all says so of one
            most = most.at(most.stated - Money.pence(len(strict) - 1))
    except InvalidValueError:
        return None
    whole = Cap(first.reference, first.source, Figure(most), strict=bool(strict))
    used = total_of(each.used for each in figures)
    tally: Tally = (((), held),), (add(held, used),)
    return whole.finding(judged.proposal, tally, judged.basis)


def _titled(title: str, found: Part, *, alone: bool) -> Part:
    """Name a finding; where there are other amounts beside these, none of them is too much."""
    if not isinstance(found, Finding):
        return found
    return found._replace(title=title, remedy=found.remedy if alone else None)


def _without_figures(
    dimension: str, clauses: tuple[Clause, ...], judged: Judgement
) -> Iterator[Finding]:
    """Say of each year for which the words have no figure, though for others, that it is open."""
    caps = {
        each.where[0][1]: each
        for each in clauses
        if isinstance(each, Cap) and _is_exact(each) and [*dict(each.where)] == [dimension]
    }
    if len(caps) < _SEVERAL or _for_each(dimension, clauses):
        return
    proposal, extent = judged.proposal, judged.proposal.extent(judged.basis)
    allowed = limited_to(dimension, clauses)
    places = [values_of(dimension, line, proposal, extent) or allowed for line in extent.lines]
    without = {values[0] for values in places if len(values) == 1} - caps.keys()
    for value in sorted(without):
        yield _without_figure(dimension, value, caps, proposal)


def limited_to(dimension: str, clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Give the values to which all the words limit a dimension; nothing where they do not."""
    allowed = [values for each in clauses if (values := _allowed(dimension, each))]
    if not allowed:
        return ()
    first, *others = allowed
    return tuple(value for value in first if all(value in each for each in others))


def _allowed(dimension: str, clause: Clause) -> tuple[str, ...]:
    if isinstance(clause, Only) and clause.dimension == dimension:
        return clause.values
    if isinstance(clause, Window) and dimension == "year":
        return Extent(clause.first, clause.last).years
    return ()


def _for_each(dimension: str, clauses: tuple[Clause, ...]) -> bool:
    return any(isinstance(each, Cap) and dimension in each.per for each in clauses)


def _without_figure(
    dimension: str, value: str, caps: dict[str, Cap], proposal: Proposal
) -> Finding:
    """Say that an amount is of a year for which the words have no figure, though for others."""
    cap = next(iter(caps.values()))
    return Finding(
        cap.reference,
        f"Figure for {dimension} {value}",
        Result.UNDETERMINED,
        Aspect.AMOUNT,
        proposal.reference,
        cap.source,
        value,
        "one of",
        tuple(sorted(caps)),
        missing=(Missing(f"clause {cap.reference}", f"a figure for {dimension} {value}"),),
        note=f"the words have a figure for each {dimension}, and none for this",
    )
