"""How many people: exactly, between two numbers, or at least so many."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.errors import InvalidValueError, require

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Count", "Gap", "Rate", "percent"]


def _whole(field: str, value: object) -> InvalidValueError | None:
    if type(value) is int and value >= 0:
        return None
    return InvalidValueError(field, value, "a whole number from 0")


@final
@attrs.frozen
class Count:
    """A number of people that is known exactly, or only to lie between two numbers.

    Both ends are included; ``most`` is None where nothing is known above. Raises
    :class:`.InvalidValueError` for a number below 0 or for ends the wrong way round.
    """

    least: int
    most: int | None

    def __attrs_post_init__(self) -> None:
        require(
            _whole("least", self.least),
            None if self.most is None else _whole("most", self.most),
        )
        if self.most is not None and self.most < self.least:
            expected = f"a number from {self.least:,}"
            raise InvalidValueError(field="most", value=self.most, expected=expected)

    @classmethod
    def exactly(cls, number: int) -> Count:
        """Give a number that is known exactly."""
        return cls(number, number)

    @classmethod
    def at_least(cls, number: int) -> Count:
        """Give a number of which only the least is known."""
        return cls(number, None)

    @classmethod
    def total(cls, counts: Iterable[Count]) -> Count:
        """Add up numbers of different people; none at all are 0."""
        given = tuple(counts)
        tops = [each.most for each in given if each.most is not None]
        most = sum(tops) if len(tops) == len(given) else None
        return cls(sum(each.least for each in given), most)

    @property
    def is_exact(self) -> bool:
        """Whether only one number will do."""
        return self.least == self.most

    def __contains__(self, number: int) -> bool:
        return self.least <= number and (self.most is None or number <= self.most)

    def __str__(self) -> str:
        if self.most is None:
            return f"at least {self.least:,}"
        return f"{self.least:,}" if self.is_exact else f"{self.least:,} to {self.most:,}"


@final
@attrs.frozen
class Gap:
    """How many more people there are by one count than by another, exactly or as a range.

    Both ends are included. An end is None where nothing is known on that side, and below 0 where
    the second count may be the greater.
    """

    least: int | None
    most: int | None

    @classmethod
    def between(cls, all_of_them: Count, known: Count) -> Gap:
        """Take the second count from the first, each wherever it may lie."""
        return cls(
            None if known.most is None else all_of_them.least - known.most,
            None if all_of_them.most is None else all_of_them.most - known.least,
        )

    def __str__(self) -> str:
        if self.least is None and self.most is None:
            return "not known"
        if self.least is None:
            return f"at most {self.most:,}"
        if self.most is None:
            return f"at least {self.least:,}"
        return f"{self.least:,}" if self.least == self.most else f"{self.least:,} to {self.most:,}"


@final
@attrs.frozen
class Rate:
    """A share of people, exactly or as a range; never cut off at 1.

    Both ends are included; ``most`` is None where it has no top.
    """

    least: Fraction
    most: Fraction | None

    @classmethod
    def of(cls, part: Count, whole: Count) -> Rate | None:
        """Divide one count by another, each wherever it may lie; None by what can only be 0."""
        if whole.most == 0:
            return None
        least = Fraction(0) if whole.most is None else Fraction(part.least, whole.most)
        most = None
        if part.most is not None and whole.least:
            most = Fraction(part.most, whole.least)
        return cls(least, most)

    def __str__(self) -> str:
        if self.most is None:
            return f"at least {percent(self.least)}"
        low, high = percent(self.least), percent(self.most)
        return low if self.least == self.most else f"{low} to {high}"


_TENTHS: Final = 1000


def percent(share: Fraction) -> str:
    """Write a share per cent to one decimal place, halves up, as in "14.1%"."""
    tenths = (2 * share.numerator * _TENTHS + share.denominator) // (2 * share.denominator)
    return f"{tenths // 10:,}.{tenths % 10}%"
