"""Lists of known carers, and how many different people are on them.

A carer may be known to the council, to a practice, to a school and to a carers' centre at once.
Where two lists can be linked, their overlap is known, exactly or in part, and counted once. Where
they cannot, nobody knows, and the number of different people is a range: at least the longest
list, at most all lists together. No list shows who is *not* a carer.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.carers.populations.bases import Population
from carerslib.carers.populations.counts import Count
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day, check_day

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MOST_REGISTERS", "Keeper", "Overlap", "Register", "Registers"]

MOST_REGISTERS: Final = 10
"""How many lists may be counted together: every choice among them is tried."""


class Keeper(StrEnum):
    """Who keeps a list of carers."""

    COUNCIL = "the council"
    GP = "a general practice, or several"
    SCHOOL = "schools and colleges"
    CENTRE = "a carers' centre"
    NHS_TRUST = "an NHS trust"
    OTHER = "somebody else"


def _key(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value.strip():
        return None
    return InvalidValueError(field, value, "the caller's own key, not empty")


def _whole(field: str, value: object) -> InvalidValueError | None:
    if type(value) is int and value >= 0:
        return None
    return InvalidValueError(field, value, "a whole number from 0")


@final
@attrs.frozen
class Register:
    """A list of carers that somebody keeps: how many different people are on it, on what day.

    ``number`` is None where it was not given. ``population`` says whom the list may hold.
    """

    reference: str
    keeper: Keeper
    number: int | None
    population: Population
    on: Day | None = None

    def __attrs_post_init__(self) -> None:
        held = isinstance(self.keeper, Keeper)
        counts = isinstance(self.population, Population)
        on = self.on
        dated = on is None or isinstance(on, DateRange) or check_day("on", on) is None
        require(
            _key("reference", self.reference),
            None if held else InvalidValueError("keeper", self.keeper, "a Keeper"),
            None if self.number is None else _whole("number", self.number),
            None if counts else InvalidValueError("population", self.population, "a Population"),
            None if dated else InvalidValueError("on", on, "a date, a DateRange, or None"),
        )


def _two(given: Iterable[str]) -> tuple[str, str]:
    return tuple(sorted(given))  # type: ignore[return-value]


@final
@attrs.frozen
class Overlap:
    """How many people are on both of two lists, as far as linking them has shown.

    ``between`` names the two lists. ``at_least`` are those found on both; ``at_most`` is None where
    more may be on both without having been found. Raises :class:`.InvalidValueError` for anything
    but two different lists, and for numbers the wrong way round.
    """

    between: tuple[str, str] = attrs.field(converter=_two)
    at_least: int
    at_most: int | None = None

    def __attrs_post_init__(self) -> None:
        most, least = self.at_most, self.at_least
        different = len(self.between) == len(set(self.between)) == len(("one", "another"))
        require(
            None
            if different
            else InvalidValueError("between", self.between, "two different lists"),
            _whole("at_least", least),
            None if most is None else _whole("at_most", most),
        )
        if most is not None and most < least:
            expected = f"a number from {least:,}"
            raise InvalidValueError(field="at_most", value=most, expected=expected)

    @classmethod
    def exactly(cls, between: Iterable[str], number: int) -> Overlap:
        """Give an overlap that is known exactly, as where two lists share a key."""
        return cls(between, number, number)


def _held(given: Register | Iterable[Register]) -> tuple[Register, ...]:
    return tuple(given) if isinstance(given, Iterable) else (given,)


def _found(given: Overlap | Iterable[Overlap]) -> tuple[Overlap, ...]:
    return tuple(given) if isinstance(given, Iterable) else (given,)


def _each(field: str, given: tuple[object, ...], kind: type) -> InvalidValueError | None:
    wrong = [each for each in given if not isinstance(each, kind)]
    if not wrong:
        return None
    return InvalidValueError(field, type(wrong[0]).__name__, f"{kind.__name__}, one or several")


@final
@attrs.frozen
class Registers:
    """Lists of carers side by side, and what linking some of them has shown.

    A pair for which no overlap is given is taken as not linked. Raises :class:`.InvalidValueError`
    for a list or a pair that is given twice, for an overlap of a list that is not there or that is
    longer than one of the two, and for more than ten lists
    (:data:`~carerslib.carers.populations.registers.MOST_REGISTERS`).

    ``distinct`` is how many different people are on the lists: exactly, or as a range that holds
    the truth. With two lists, or none that are linked, no narrower range would do. With three or
    more that are linked in pairs a narrower one may be possible, since who is on all three is not
    known. It has no top where the length of a list was not given; it is None where the overlaps
    that were given cannot all be right.
    """

    registers: tuple[Register, ...] = attrs.field(converter=_held)
    overlaps: tuple[Overlap, ...] = attrs.field(default=(), converter=_found)
    distinct: Count | None = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        require(
            _each("registers", self.registers, Register), _each("overlaps", self.overlaps, Overlap)
        )
        keys = [each.reference for each in self.registers]
        pairs = [each.between for each in self.overlaps]
        require(
            None
            if len(keys) <= MOST_REGISTERS
            else InvalidValueError("registers", len(keys), f"at most {MOST_REGISTERS} lists"),
            None
            if len(keys) == len(set(keys))
            else InvalidValueError("registers", keys, "each list once"),
            None
            if len(pairs) == len(set(pairs))
            else InvalidValueError("overlaps", pairs, "each pair once"),
        )
        require(*map(self._problem, self.overlaps))
        object.__setattr__(self, "distinct", self._count())

    def _count(self) -> Count | None:
        listed = {each.reference: each.number for each in self.registers}
        lengths = {key: number for key, number in listed.items() if number is not None}
        shared = _Shared(lengths, self.overlaps)
        least, most = shared.least(), shared.most()
        if least > most:
            return None
        return Count(least, most if len(lengths) == len(listed) else None)

    def _problem(self, overlap: Overlap) -> InvalidValueError | None:
        numbers = {each.reference: each.number for each in self.registers}
        if not set(overlap.between) <= numbers.keys():
            return InvalidValueError(
                "overlaps", overlap.between, f"two of the lists {', '.join(sorted(numbers))}"
            )
        shorter = _shorter(numbers[key] for key in overlap.between)
        if shorter is not None and overlap.at_least > shorter:
            expected = f"at most {shorter:,}, the shorter of the two lists"
            return InvalidValueError("overlaps", overlap.at_least, expected)
        return None

    @property
    def unlinked(self) -> tuple[tuple[str, str], ...]:
        """The pairs of lists whose overlap nobody knows exactly."""
        known = {each.between for each in self.overlaps if each.at_least == each.at_most}
        keys = sorted(each.reference for each in self.registers)
        return tuple(pair for pair in combinations(keys, 2) if pair not in known)

    @property
    def without_number(self) -> tuple[str, ...]:
        """The lists whose length was not given."""
        return tuple(each.reference for each in self.registers if each.number is None)


def _shorter(numbers: Iterable[int | None]) -> int | None:
    return min((number for number in numbers if number is not None), default=None)


class _Shared:
    """The overlaps of lists of known length, from which both ends of the range are worked out."""

    __slots__ = ("least_shared", "lengths", "most_shared")

    def __init__(self, lengths: dict[str, int], overlaps: Iterable[Overlap]) -> None:
        self.lengths = lengths
        self.least_shared: dict[tuple[str, str], int] = {}
        self.most_shared: dict[tuple[str, str], int] = {}
        for each in overlaps:
            if set(each.between) <= lengths.keys():
                self.least_shared[each.between] = each.at_least
                if each.at_most is not None:
                    self.most_shared[each.between] = each.at_most

    def least(self) -> int:
        """Take the lists together that leave most when each pair's overlap is taken off once.

        Taking off every pair takes off too much where people are on three lists, never too little.
        """
        return max(map(self._left_of, self._chosen()), default=0)

    def _chosen(self) -> Iterator[tuple[str, ...]]:
        keys = sorted(self.lengths)
        yield from ((key,) for key in keys)
        # a list that is linked to none adds nothing to any other
        linked = sorted({key for pair in self.most_shared for key in pair})
        for size in range(2, len(linked) + 1):
            yield from combinations(linked, size)

    def _left_of(self, chosen: tuple[str, ...]) -> int:
        together = sum(self.lengths[key] for key in chosen)
        return together - sum(map(self._most_of, combinations(chosen, 2)))

    def _most_of(self, pair: tuple[str, str]) -> int:
        shorter = min(self.lengths[key] for key in pair)
        return min(shorter, self.most_shared.get(pair, shorter))

    def most(self) -> int:
        """Add up the lists, and take off overlaps that certainly count nobody off twice.

        Those are overlaps that join the lists without closing a ring, the greatest first.
        """
        left, joined = sum(self.lengths.values()), {key: {key} for key in self.lengths}
        by_size = sorted(self.least_shared.items(), key=lambda item: (-item[1], item[0]))
        for (one, other), shared in by_size:
            if joined[one] is not joined[other]:
                left -= shared
                joined[one] |= joined[other]
                for key in joined[other]:
                    joined[key] = joined[one]
        return left
