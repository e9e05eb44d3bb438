"""Sterling amounts in whole pence: exact, and rounded only by a name that the caller gives.

An amount may be negative (what is owed back, what is overspent). No float is accepted anywhere,
and an amount is never compared with a bare number, whose unit nobody could know.
"""

from __future__ import annotations

import decimal
import re
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NoReturn, final

import attrs

from carerslib.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["ZERO", "Money", "Rounding"]

_TEXT: Final = re.compile(r"(-?)£?([0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.([0-9]{1,2}))?")
_MOST_DIGITS: Final = 18
_POUNDS: Final = "text such as '1230000.00' or a Decimal, in pounds with at most two decimal places"
_FURTHEST_DIGIT: Final = 100
_EXACT: Final = "an int, a Decimal or a Fraction"


class Rounding(StrEnum):
    """How a part of a penny is rounded; the values are those of :mod:`decimal`."""

    HALF_UP = decimal.ROUND_HALF_UP
    """To the nearest penny, half a penny away from zero."""
    HALF_EVEN = decimal.ROUND_HALF_EVEN
    """To the nearest penny, half a penny to the even one."""
    DOWN = decimal.ROUND_DOWN
    """Towards zero."""
    UP = decimal.ROUND_UP
    """Away from zero."""


def _exact(field: str, value: object) -> Fraction:
    """Return a number as a fraction; refuse floats, booleans and what is not finite."""
    if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
        if not isinstance(value, Decimal):
            return Fraction(value)
        if value.is_finite() and abs(value.adjusted()) <= _FURTHEST_DIGIT:
            return Fraction(value)
    raise InvalidValueError(field=field, value=value, expected=_EXACT)


def _whole(exact: Fraction, rounding: Rounding) -> int:
    """Round by name, in integers, so that no context of :mod:`decimal` can change the answer."""
    if not isinstance(rounding, Rounding):
        raise InvalidValueError(field="rounding", value=rounding, expected="a Rounding")
    down, left = divmod(abs(exact.numerator), exact.denominator)
    twice = 2 * left
    up = {
        Rounding.HALF_UP: twice >= exact.denominator,
        Rounding.HALF_EVEN: twice + down % 2 > exact.denominator,
        Rounding.DOWN: False,
        Rounding.UP: left > 0,
    }[rounding]
    size = down + up
    return size if exact >= 0 else -size


def _pence_in_text(value: str) -> int:
    found = _TEXT.fullmatch(value)
    if found is None:
        raise InvalidValueError(field="money", value=value, expected=_POUNDS)
    sign, pounds, part = found.groups(default="")
    size = int(pounds.replace(",", "")) * 100 + int(part.ljust(2, "0"))
    return -size if sign else size


def _pence_in_decimal(value: object) -> int:
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < _MOST_DIGITS:
        in_pence = Fraction(value) * 100
        if in_pence.denominator == 1:
            return in_pence.numerator
    raise InvalidValueError(field="money", value=value, expected=_POUNDS)


@final
@attrs.frozen(repr=False)
class Money:
    """An amount of pounds sterling, held as whole pence in ``in_pence``.

    Make one with :meth:`pounds`, :meth:`pence`, :meth:`rounded` or :meth:`total`. Amounts add,
    subtract, compare with each other and multiply by whole numbers; anything that could leave a
    part of a penny asks for a :class:`Rounding`, or gives parts that add up.
    """

    in_pence: int = attrs.field(kw_only=True)

    def __init_subclass__(cls) -> NoReturn:
        """Refuse: a subclass could change what an amount is equal to."""
        message = "Money cannot be subclassed"
        raise TypeError(message)

    @in_pence.validator
    def _check(self, _attribute: object, value: object) -> None:
        if type(value) is not int:
            raise InvalidValueError(
                field="in_pence", value=value, expected="a whole number of pence, as an int"
            )

    @classmethod
    def pence(cls, pence: int) -> Money:
        """Return so many pence. Raises :class:`.InvalidValueError` for anything but an int."""
        if type(pence) is not int:
            return cls(in_pence=pence)
        made = object.__new__(Money)
        _set_pence(made, pence)
        return made

    @classmethod
    def pounds(cls, pounds: str | Decimal) -> Money:
        """Return an amount written in pounds: ``"1230000.00"``, ``"£1,230,000"``, ``"-£0.01"``.

        Raises :class:`.InvalidValueError` for a float, an int or a part of a penny: nothing is
        rounded here.
        """
        if isinstance(pounds, str):
            return cls(in_pence=_pence_in_text(pounds))
        return cls(in_pence=_pence_in_decimal(pounds))

    @classmethod
    def rounded(cls, pounds: Decimal | Fraction, rounding: Rounding) -> Money:
        """Return the whole pence nearest to an amount in pounds, in the way that is named."""
        return cls(in_pence=_whole(_exact("pounds", pounds) * 100, rounding))

    @classmethod
    def total(cls, amounts: Iterable[Money]) -> Money:
        """Add amounts up; none at all come to £0.00.

        Raises :class:`.InvalidValueError` naming the place of anything that is not money.
        """
        in_pence = 0
        for place, amount in enumerate(amounts):
            if not isinstance(amount, Money):
                raise InvalidValueError(field=f"amounts[{place}]", value=amount, expected="Money")
            in_pence += amount.in_pence
        return cls(in_pence=in_pence)

    def to_decimal(self) -> Decimal:
        """Return the amount in pounds, with two decimal places."""
        return Decimal(self._plain())

    def times(self, factor: Decimal | Fraction | int, rounding: Rounding) -> Money:
        """Multiply by an exact number and round to the penny in the way that is named."""
        return Money(in_pence=_whole(self.in_pence * _exact("factor", factor), rounding))

    def split(self, parts: int) -> tuple[Money, ...]:
        """Return so many equal parts that add up; the earlier parts take the odd pence.

        Raises :class:`.InvalidValueError` unless ``parts`` is an int of at least one.
        """
        if type(parts) is not int or parts < 1:
            raise InvalidValueError(
                field="parts", value=parts, expected="a whole number of at least 1"
            )
        return self.share([1] * parts)

    def share(self, weights: Sequence[int | Decimal | Fraction]) -> tuple[Money, ...]:
        """Return parts in proportion to the weights that add up to the penny.

        Odd pence go to the parts that lost most by rounding down, the earliest first where two
        lost the same. Raises :class:`.InvalidValueError` for a negative weight or no weight at all.
        """
        exact = [_exact(f"weights[{place}]", weight) for place, weight in enumerate(weights)]
        whole = sum(exact)
        if whole <= 0 or min(exact) < 0:
            raise InvalidValueError(
                field="weights", value=weights, expected="weights of 0 or more, not all 0"
            )
        due = [abs(self.in_pence) * weight / whole for weight in exact]
        parts = [int(amount) for amount in due]
        by_loss = sorted(range(len(due)), key=lambda place: parts[place] - due[place])
        for place in by_loss[: abs(self.in_pence) - sum(parts)]:
            parts[place] += 1
        sign = -1 if self.in_pence < 0 else 1
        return tuple(Money(in_pence=sign * part) for part in parts)

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return _made(self.in_pence + other.in_pence)

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return _made(self.in_pence - other.in_pence)

    def __mul__(self, times: int) -> Money:
        if type(times) is not int:
            return NotImplemented
        return _made(self.in_pence * times)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return _made(-self.in_pence)

    def __abs__(self) -> Money:
        return _made(abs(self.in_pence))

    # Written by hand over the pence: generated ordering costs several times as much.
    def __lt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.in_pence < other.in_pence

    def __le__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.in_pence <= other.in_pence

    def __gt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.in_pence > other.in_pence

    def __ge__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.in_pence >= other.in_pence

    def _plain(self) -> str:
        pounds, pence = divmod(abs(self.in_pence), 100)
        return f"{'-' if self.in_pence < 0 else ''}{pounds}.{pence:02d}"

    def __str__(self) -> str:
        pounds, pence = divmod(abs(self.in_pence), 100)
        return f"{'-' if self.in_pence < 0 else ''}£{pounds:,}.{pence:02d}"

    def __format__(self, spec: str) -> str:
        return format(self.to_decimal(), spec) if spec else str(self)

    def __repr__(self) -> str:
        return f"Money.pounds({self._plain()!r})"


_set_pence: Final = Money.__dict__["in_pence"].__set__


def _made(in_pence: int) -> Money:
    """Return money without checking the pence again: sums and products of ints are ints."""
    made = object.__new__(Money)
    _set_pence(made, in_pence)
    return made


ZERO: Final = Money(in_pence=0)
"""No pounds and no pence."""
