"""Where a record does not agree with itself: listed, and never settled by the library.

What contradicts itself is kept as readings of the same words, with a note of what is wrong. Here
these are listed, beside what can be found by adding up and counting days.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, TypeGuard, final

import attrs

from carerslib.awards._wrong import Said, Wrong, said_together
from carerslib.awards._wrong_days import wrong_days
from carerslib.clauses import Cap, Effect, Figure, Floor, For, Of, Only, Readings, Steps
from carerslib.clauses._nested import walk
from carerslib.clauses.combined import ASKED_OF_THE_REQUEST
from carerslib.law.value_added_tax import REDUCED_RATE, STANDARD_RATE
from carerslib.money import Money, Rounding
from carerslib.periods import DateRange
from carerslib.prices import Price, Vat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.awards.model import Authority, Resolution
    from carerslib.clauses import Clause
    from carerslib.verdicts import Finding, Value

__all__ = ["contradictions"]

_SEVERAL: Final = 2


def contradictions(resolution: Resolution) -> tuple[Finding, ...]:
    """List where the record of a resolution contradicts itself, as findings that bind nothing.

    They are the readings that note what is wrong with the record; parts that do not add up to the
    total of the same kind; a least figure above the most; VAT that fits neither figure; a start
    after the last day; a length that its days cannot hold, or that is not that of the firm term and
    the options; an effective day before the resolution. What stands inside words for some, and each
    reading of the same words, is held with what stands outside, of which parts for some may leave a
    rest; a limb, and the words of an option, alone.
    """
    found: list[Wrong] = [*_days(resolution)]
    for authority in resolution.authorities:
        said = [*said_together(authority.clauses)]
        found += [*_noted(authority), *_sums(said), *_floors(said)]
        found += [*_taxes(authority), *wrong_days(said)]
    return tuple(each.finding(resolution.reference) for each in dict.fromkeys(found))


def _days(resolution: Resolution) -> Iterator[Wrong]:
    resolved, effective = resolution.resolved_on, resolution.effective_on
    if effective is None or resolved is None:
        return
    first = resolved.first if isinstance(resolved, DateRange) else resolved
    if effective < first:
        note = "it would be effective before it was resolved"
        yield Wrong(
            resolution.reference,
            "Effective day",
            resolution.source,
            note,
            effective,
            "on or after",
            resolved,
        )


def _noted(authority: Authority) -> Iterator[Wrong]:
    for clause in walk(authority.clauses):
        if isinstance(clause, Readings) and clause.wrong:
            names = tuple(each.name for each in clause.readings)
            title = "The record contradicts itself"
            yield Wrong(
                clause.reference, title, clause.source, clause.wrong, names, "read as one of"
            )


@final
class _Part(NamedTuple):
    """A figure, and where in the words it stands."""

    cap: Cap
    place: Said


def _sums(every: Iterable[Said]) -> Iterator[Wrong]:
    """Find parts that do not add up, once where they stand and not again inside that."""
    held: list[tuple[tuple[str, str], Said]] = []
    for said in every:
        found = [(each, (each.rule, each.title)) for each in _sums_of(said)]
        for wrong, name in found:
            if not any(name == each and said.is_inside(where) for each, where in held):
                yield wrong
        held += [(name, said) for _, name in found]


def _sums_of(said: Said) -> Iterator[Wrong]:
    """Hold the figures for all values of one dimension against the total, in each place alike.

    Figures inside words for some are no more than parts of a total for all.
    """
    places, all_capped = said.binding, _of_steps(said.clauses)[1]
    parts = [_Part(cap, each) for each in places for cap in _with_places(each.clauses)]
    steps = [_Part(cap, each) for each in places for cap in _of_steps(each.clauses)[0]]
    for total, place in parts:
        if dict(total.where) == {"part": "options"}:
            options, every = _nearest(steps, total, place)
            yield from _sum(total, options, "option", rest=not (all_capped and every))
        if total.where:
            continue
        for dimension in sorted({each.cap.where[0][0] for each in parts if _is_single(each.cap)}):
            of_it = [each for each in parts if _is_of(each.cap, dimension)]
            caps, every = _nearest(of_it, total, place)
            # a part without a figure of its own takes what the others leave
            rest = _named(said.clauses, dimension) - {each.where[0][1] for each in caps}
            if dimension == "part" and all_capped and _places(caps) == [("part", "firm")]:
                options, there = _nearest(steps, total, place)
                caps, every = caps + options, every and there
            rest_is_open = bool(rest) or dimension == "option" or not every
            yield from _sum(total, caps, dimension, rest=rest_is_open)


def _is_single(cap: Cap) -> bool:
    return len(cap.where) == 1


def _is_of(cap: Cap, dimension: str) -> bool:
    return [name for name, _ in cap.where] == [dimension]


def _nearest(parts: list[_Part], total: Cap, place: Said) -> tuple[list[Cap], bool]:
    """Give the parts of a total, for each value where it is said of fewest; say if all are meant.

    Those said of fewer than the total need not be all of it.
    """
    inside = [each for each in parts if each.cap.of is total.of and place.where <= each.place.where]
    found: list[Cap] = []
    for where in dict.fromkeys(each.cap.where for each in inside):
        same = [each for each in inside if each.cap.where == where]
        nearest = max(same, key=lambda each: len(each.place.where) + len(each.place.read)).place
        found += [each.cap for each in same if each.place is nearest]
    alike = all(each.place.where == place.where for each in inside)
    return found, alike and len(found) == len(inside)


def _with_places(clauses: tuple[Clause, ...]) -> Iterator[Cap]:
    """Give the figures that may be added, those inside words for one lot as of that lot."""
    yield from filter(_may_be_added, clauses)
    for each in clauses:
        if isinstance(each, For) and len(each.where) == 1:
            if each.where[0][0] in ASKED_OF_THE_REQUEST:
                continue
            yield from _at(each.where, each.clauses)
    yield from _of_steps(clauses)[0]


def _at(where: tuple[tuple[str, str], ...], clauses: tuple[Clause, ...]) -> Iterator[Cap]:
    for cap in filter(_may_be_added, clauses):
        if not cap.where:
            yield attrs.evolve(cap, where=where)


def _of_steps(clauses: tuple[Clause, ...]) -> tuple[list[Cap], bool]:
    """Give the figure of each step as of its option, and whether each has one."""
    held = [each.steps for each in clauses if isinstance(each, Steps)]
    # of several lists of options it is not said which option is of which
    steps = held[0] if len(held) == 1 else ()
    found = [
        [*_at((("option", str(number)),), step.clauses)]
        for number, step in enumerate(steps, start=1)
    ]
    return [cap for caps in found for cap in caps], bool(steps) and all(map(bool, found))


def _places(caps: list[Cap]) -> list[tuple[str, str]]:
    return [pair for cap in caps for pair in cap.where]


def _sum(total: Cap, parts: list[Cap], dimension: str, *, rest: bool) -> Iterator[Wrong]:
    """Hold parts against their total on the first basis of VAT on which they do not fit."""
    if len(parts) < _SEVERAL:
        return
    for vat, (low, high, stated) in _bounds(total.at_most).items():
        found = [_bounds(part.at_most).get(vat) for part in parts]
        known = [each for each in found if each is not None]
        if len(known) < len(found):
            continue
        least, most, added = (sum(each) for each in zip(*known, strict=True))
        fits = least <= high and (most >= low or rest)
        if not fits:
            yield Wrong(
                total.reference,
                f"Sum over each {dimension}",
                total.source,
                "the parts do not add up to the total",
                _shown(total, added),
                "equal to",
                _shown(total, stated),
            )
            return


def _floors(every: Iterable[Said]) -> Iterator[Wrong]:
    """Find a least figure that is above the most that the same may be."""
    for said in every:
        floors = [each for each in said.alike if isinstance(each, Floor)]
        caps = [each for each in said.alike if isinstance(each, Cap) and not each.distinct]
        for floor in floors:
            for cap in caps:
                if (cap.of, cap.per, cap.where, cap.without) == (
                    floor.of,
                    floor.per,
                    floor.where,
                    floor.without,
                ):
                    yield from _floor(floor, cap)


def _floor(floor: Floor, cap: Cap) -> Iterator[Wrong]:
    least = _bounds(floor.at_least)
    for vat, (_, high, most) in _bounds(cap.at_most).items():
        if vat in least and least[vat][0] + floor.strict > high - cap.strict:
            yield Wrong(
                floor.reference,
                "Least figure",
                floor.source,
                "the least is more than the most",
                _shown(cap, least[vat][2] + floor.strict),
                "less than" if cap.strict else "at most",
                _shown(cap, most),
            )
            return


def _bounds(figure: Figure) -> dict[Vat, tuple[int, int, int]]:
    """Give the least and the most that a figure that binds may mean, and what it states."""
    if figure.effect is not Effect.BINDS or figure.amount is None:
        return {}
    if isinstance(figure.amount, int):
        return {Vat.UNSTATED: (figure.amount, figure.amount, figure.amount)}
    found = {
        vat: (low, high, amount.in_pence)
        for vat, low, high in figure.limits()
        if (amount := figure.amount.on(vat) or figure.amount.unstated) is not None
    }
    return {Vat.UNSTATED: found[Vat.NET]} if figure.is_like else found


def _named(clauses: tuple[Clause, ...], dimension: str) -> set[str]:
    """Give the values that the words are limited to in one dimension, where they name them."""
    return {
        value
        for clause in clauses
        if isinstance(clause, Only) and clause.dimension == dimension
        for value in clause.values
    }


def _may_be_added(clause: Clause) -> TypeGuard[Cap]:
    if not isinstance(clause, Cap):
        return False
    return not (clause.per or clause.without or clause.strict or clause.distinct)


def _shown(cap: Cap, figure: int) -> Value:
    return figure if cap.of is Of.COUNT else Money.pence(figure)


_RATES: Final = frozenset(
    {
        Fraction(0),
        *(Fraction(each.value) for each in STANDARD_RATE.values),
        *(Fraction(each.value) for each in REDUCED_RATE.values),
    }
)


def _taxes(authority: Authority) -> Iterator[Wrong]:
    """Find figures whose VAT is at no rate that has been charged."""
    for clause in walk(authority.clauses):
        figure = getattr(clause, "at_most", getattr(clause, "at_least", None))
        if not isinstance(figure, Figure) or not isinstance(figure.amount, Price):
            continue
        net, gross = figure.amount.net, figure.amount.gross
        if net is None or gross is None or figure.rounded_to:
            continue
        fits = {net.times(1 + rate / 100, Rounding.HALF_UP) for rate in _RATES}
        if gross not in fits:
            yield Wrong(
                clause.reference,
                "VAT",
                clause.source,
                "the VAT fits the two figures at no rate that has been charged",
                gross - net,
                "the VAT on",
                net,
            )
