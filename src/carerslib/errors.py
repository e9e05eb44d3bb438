"""The few exceptions: each means that the library was misused, never that an answer is "no".

An answer, however unwelcome, is a verdict. An exception says that the call could not be understood:
it names the field, the value, and what was expected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

__all__ = [
    "WITHHELD",
    "CarerslibError",
    "InvalidRecordError",
    "InvalidValueError",
    "NotInForceError",
    "UnknownYearError",
    "VerdictNotMetError",
    "VerdictTruthError",
    "require",
]


# here, below the days themselves, so that an error can write one as they are written everywhere
_MONTH_NAMES: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class _Withheld:
    """Stands in an error for a value about a person, which no error text may show."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "a value that is not shown"

    def __reduce__(self) -> str:
        return "WITHHELD"


WITHHELD: Final = _Withheld()
"""Given as ``value`` where a field is about a person: the error names the field, not the value."""


class CarerslibError(Exception):
    """What every exception of this library is."""


class InvalidValueError(CarerslibError, ValueError):
    """A value that can never be right.

    ``field`` names where it was given, ``value`` is what was given (or :data:`WITHHELD`), and
    ``expected`` says in words what would have been right.
    """

    def __init__(self, field: str, value: object, expected: str) -> None:
        super().__init__(field, value, expected)
        self.field = field
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, got {self.value!r}"

    @property
    def problems(self) -> tuple[InvalidValueError, ...]:
        """Every problem found: this one alone, or all that a record has."""
        return (self,)


class InvalidRecordError(InvalidValueError):
    """Several values of one record that can never be right, reported together.

    ``problems`` holds each; ``field``, ``value`` and ``expected`` are those of the first.
    """

    def __init__(self, problems: Sequence[InvalidValueError]) -> None:
        self._problems = tuple(problems)
        first = self._problems[0]
        super().__init__(first.field, first.value, first.expected)
        self.args = (self._problems,)

    def __str__(self) -> str:
        lines = "\n".join(f"  {problem}" for problem in self._problems)
        return f"{len(self._problems)} problems:\n{lines}"

    @property
    def problems(self) -> tuple[InvalidValueError, ...]:
        """Every problem found, in the order of the fields."""
        return self._problems


class UnknownYearError(InvalidValueError, KeyError):
    """An amount was asked for a year that has none; ``expected`` names the years that do."""


class NotInForceError(CarerslibError, LookupError):
    """A value or rule was asked for on a day for which none is known.

    ``name`` says what was asked for, ``day`` when, and ``reason`` which days are known instead.
    """

    def __init__(self, name: str, day: date, reason: str) -> None:
        super().__init__(name, day, reason)
        self.name = name
        self.day = day
        self.reason = reason

    def __str__(self) -> str:
        day = f"{self.day.day} {_MONTH_NAMES[self.day.month - 1]} {self.day.year}"
        return f"{self.name} is not known on {day}: {self.reason}"


class VerdictNotMetError(CarerslibError):
    """``verdict.require()`` was called on a verdict that is not met; ``verdict`` holds it."""

    def __init__(self, verdict: object, summary: str) -> None:
        super().__init__(verdict, summary)
        self.verdict = verdict
        self.summary = summary

    def __str__(self) -> str:
        return self.summary


class VerdictTruthError(CarerslibError, TypeError):
    """A verdict or a result was used as a truth value, which would hide "undetermined"."""


def require(*problems: InvalidValueError | None) -> None:
    """Raise what is wrong, all at once; do nothing where every argument is None.

    Raises :class:`InvalidValueError` for one problem, :class:`InvalidRecordError` for several.
    """
    found = [problem for problem in problems if problem is not None]
    if len(found) == 1:
        raise found[0]
    if found:
        raise InvalidRecordError(found)
