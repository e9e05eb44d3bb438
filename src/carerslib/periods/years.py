"""Financial years, 1 April to 31 March, and amounts by year."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from datetime import date
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar, cast, final

import attrs

from carerslib.errors import InvalidValueError, UnknownYearError, require
from carerslib.periods.days import check_day
from carerslib.periods.ranges import DateRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["ByYear", "FinancialYear"]

_TEXT: Final = re.compile(r"([0-9]{4})[/-]([0-9]{2}|[0-9]{4})")
_WRITTEN: Final = "a financial year such as '2018/19'"
_APRIL: Final = 4
_PAIR: Final = 2


@final
@attrs.frozen(repr=False)
class FinancialYear:
    """A year from 1 April to 31 March, known by the calendar year in which it starts."""

    starts_in: int = attrs.field()

    @starts_in.validator
    def _check(self, _attribute: object, value: object) -> None:
        if type(value) is not int or not 1 <= value < date.max.year:
            raise InvalidValueError(
                field="starts_in", value=value, expected="a year from 1 to 9998, as an int"
            )

    @classmethod
    def parse(cls, text: str) -> FinancialYear:
        """Return a year written "2018/19", "2018/2019" or "2018-19".

        Raises :class:`.InvalidValueError` where the second part is not the year after the first.
        """
        written: object = text
        found = _TEXT.fullmatch(written) if isinstance(written, str) else None
        if found is not None:
            starts_in, ends_in = int(found[1]), found[2]
            if f"{starts_in + 1:04d}".endswith(ends_in):
                return cls(starts_in)
        raise InvalidValueError(field="financial_year", value=text, expected=_WRITTEN)

    @classmethod
    def of(cls, day: date) -> FinancialYear:
        """Return the financial year in which a day lies."""
        require(check_day("day", day))
        return cls(day.year if day.month >= _APRIL else day.year - 1)

    @classmethod
    def covering(cls, days: DateRange) -> tuple[FinancialYear, ...]:
        """Return every financial year of which a range has a day, in order.

        Raises :class:`.InvalidValueError` for a range without an end.
        """
        if days.is_open:
            raise InvalidValueError(field="days", value=days, expected="a range with an end")
        years = range(cls.of(days.first).starts_in, cls.of(days.last).starts_in + 1)
        return tuple(cls(year) for year in years)

    @property
    def first_day(self) -> date:
        """1 April."""
        return date(self.starts_in, 4, 1)

    @property
    def last_day(self) -> date:
        """31 March of the next calendar year."""
        return date(self.starts_in + 1, 3, 31)

    @property
    def range(self) -> DateRange:
        """Its days."""
        return DateRange(self.first_day, self.last_day)

    @property
    def next(self) -> FinancialYear:
        """The year after."""
        return FinancialYear(self.starts_in + 1)

    @property
    def previous(self) -> FinancialYear:
        """The year before."""
        return FinancialYear(self.starts_in - 1)

    def __lt__(self, other: FinancialYear) -> bool:
        if not isinstance(other, FinancialYear):
            return NotImplemented
        return self.starts_in < other.starts_in

    def __le__(self, other: FinancialYear) -> bool:
        if not isinstance(other, FinancialYear):
            return NotImplemented
        return self.starts_in <= other.starts_in

    def __gt__(self, other: FinancialYear) -> bool:
        if not isinstance(other, FinancialYear):
            return NotImplemented
        return self.starts_in > other.starts_in

    def __ge__(self, other: FinancialYear) -> bool:
        if not isinstance(other, FinancialYear):
            return NotImplemented
        return self.starts_in >= other.starts_in

    def __str__(self) -> str:
        return f"{self.starts_in:04d}/{(self.starts_in + 1) % 100:02d}"

    def __repr__(self) -> str:
        return f"FinancialYear.parse({str(self)!r})"


class _Adds(Protocol):
    """What can be added to its own kind, as Money and Price can."""

    def __add__(self, other: Any, /) -> Any: ...  # noqa: ANN401 - each kind adds to itself only


T_co = TypeVar("T_co", bound=_Adds, covariant=True)
U = TypeVar("U", bound=_Adds)
D = TypeVar("D")


def _year(value: object) -> FinancialYear:
    return value if isinstance(value, FinancialYear) else FinancialYear.parse(cast("str", value))


def _pairs(given: object) -> tuple[tuple[FinancialYear, Any], ...]:
    """Return pairs in the order of the years, years written as text being read."""
    if not isinstance(given, tuple) or not all(
        isinstance(each, tuple) and len(each) == _PAIR for each in given
    ):
        raise InvalidValueError(field="by_year", value=given, expected="pairs of year and amount")
    pairs = [(_year(year), amount) for year, amount in given]
    return tuple(sorted(pairs, key=lambda pair: pair[0].starts_in))


@final
@attrs.frozen(repr=False)
class ByYear(Generic[T_co]):
    """Amounts by financial year: a budget, an allocation, a contract's profile.

    Make one with :meth:`of`. Years may be missing between others; nothing is assumed of them.
    Raises :class:`.InvalidValueError` for no year at all and for a year given twice.
    """

    pairs: tuple[tuple[FinancialYear, T_co], ...] = attrs.field(converter=_pairs)

    @pairs.validator
    def _check(self, _attribute: object, pairs: tuple[tuple[FinancialYear, T_co], ...]) -> None:
        if not pairs:
            raise InvalidValueError(field="by_year", value=pairs, expected="at least one year")
        years = [year for year, _ in pairs]
        for year, after in pairwise(years):
            if year == after:
                raise InvalidValueError(field="by_year", value=str(year), expected="each year once")

    @classmethod
    def of(cls, amounts: Mapping[FinancialYear, U] | Mapping[str, U]) -> ByYear[U]:
        """Return amounts by year from a mapping; a year may be written "2018/19".

        Raises :class:`.InvalidValueError` for anything but a mapping, pairs included.
        """
        if not isinstance(amounts, Mapping):
            expected = "a mapping of years and amounts, such as {'2018/19': amount}"
            raise InvalidValueError(field="by_year", value=amounts, expected=expected)
        return ByYear(tuple(amounts.items()))

    @property
    def years(self) -> tuple[FinancialYear, ...]:
        """The years, in order."""
        return tuple(year for year, _ in self.pairs)

    @property
    def total(self) -> T_co:
        """The amounts of every year, added up."""
        return reduce(operator.add, self.values())

    def items(self) -> tuple[tuple[FinancialYear, T_co], ...]:
        """Return the years with their amounts, in order."""
        return self.pairs

    def values(self) -> tuple[T_co, ...]:
        """Return the amounts, in the order of the years."""
        return tuple(amount for _, amount in self.pairs)

    def get(self, year: FinancialYear | str, default: D | None = None) -> T_co | D | None:
        """Return the amount of a year, or ``default`` where it has none."""
        wanted = _year(year)
        return next((amount for held, amount in self.pairs if held == wanted), default)

    def map(self, change: Callable[[T_co], U]) -> ByYear[U]:
        """Return what ``change`` makes of each amount, by the same years."""
        return ByYear(tuple((year, change(amount)) for year, amount in self.pairs))

    def __getitem__(self, year: FinancialYear | str) -> T_co:
        """Return the amount of a year. Raises :class:`.UnknownYearError` where it has none."""
        amount = self.get(year)
        if amount is None:
            held = ", ".join(str(held) for held in self.years)
            raise UnknownYearError(field="year", value=str(year), expected=f"one of {held}")
        return amount

    def __add__(self, other: ByYear[Any]) -> ByYear[T_co]:
        """Add year by year; a year that only one of the two has keeps its amount."""
        if not isinstance(other, ByYear):
            return NotImplemented
        added = dict(self.pairs)
        for year, amount in other.pairs:
            added[year] = added[year] + amount if year in added else amount
        return ByYear(tuple(added.items()))

    def __iter__(self) -> Iterator[FinancialYear]:
        return iter(self.years)

    def __len__(self) -> int:
        return len(self.pairs)

    def __contains__(self, year: object) -> bool:
        return _year(year) in self.years

    def __repr__(self) -> str:
        amounts = ", ".join(f"{str(year)!r}: {amount!r}" for year, amount in self.pairs)
        return f"ByYear.of({{{amounts}}})"
