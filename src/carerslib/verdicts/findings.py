"""A finding: one rule's or clause's result on one subject."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias, final

from carerslib.errors import VerdictTruthError
from carerslib.periods import DateRange, format_day

if TYPE_CHECKING:
    from carerslib.citations import Citation
    from carerslib.money import Money
    from carerslib.periods import Term
    from carerslib.prices import Price

__all__ = ["Aspect", "Finding", "Missing", "Remedy", "Result", "Value", "show"]

Value: TypeAlias = "Money | Price | Term | date | DateRange | int | str | tuple[str, ...] | None"
"""What a finding may have measured or permit."""


class Result(enum.StrEnum):
    """Whether a test is met: a limit ("inside it") as well as a determination ("shown")."""

    NOT_MET = "not met"
    UNDETERMINED = "undetermined"
    MET = "met"
    NOT_APPLICABLE = "not applicable"

    def __bool__(self) -> NoReturn:
        message = f"a result has no truth value, compare it: result is Result.{self.name}"
        raise VerdictTruthError(message)


class Aspect(enum.StrEnum):
    """What a finding is about, in the order in which several failures are reported."""

    POWER = "power"
    HOLDER = "holder"
    SCOPE = "scope"
    DATES = "dates"
    LENGTH = "length"
    STEP = "step"
    AMOUNT = "amount"
    COUNT = "count"
    FLOOR = "floor"
    PRECONDITION = "precondition"
    RECORD = "record"
    DETERMINATION = "determination"


@final
class Missing(NamedTuple):
    """A fact that was not stated: the ``field`` that lacks it, and what is ``expected`` there."""

    field: str
    expected: str

    def __str__(self) -> str:
        return f"{self.field} ({self.expected})"


@final
class Remedy(NamedTuple):
    """The nearest value that would do, for a figure or a date that someone may choose.

    ``field`` is what to change, ``nearest`` the value that would do there; ``action`` and
    ``amount`` say it in words, as in "reduce by £0.01". Where VAT makes a difference,
    ``amount_vat`` and ``nearest_vat`` say whether each has VAT in it: the change is that of the
    amount that was measured, the nearest value is on the basis on which the field is stated.
    """

    field: str
    nearest: Money | date | Term | int
    action: str
    amount: Money | date | Term | int
    amount_vat: str = ""
    nearest_vat: str = ""

    @property
    def would_do(self) -> str:
        """The nearest value in words."""
        return f"{show(self.nearest)} {self.nearest_vat}".rstrip()

    def __str__(self) -> str:
        return f"{self.action} {show(self.amount)} {self.amount_vat}".rstrip()


@final
class Finding(NamedTuple):
    """One rule's or clause's result on one subject.

    ``rule`` is the id of the rule or the reference of the clause, ``subject`` the reference of what
    was judged. ``measured`` stands against ``permitted`` by ``comparison`` ("at most", "one of").
    ``missing`` names what would settle an undetermined result. ``binding`` is False for advice,
    which never decides a verdict. ``asked`` is False where the only reason for an undetermined
    result is that the subject does not state the fact at all. ``private`` is True where what was
    measured is about a person: neither ``repr`` nor an error text then shows it, or the result.
    """

    rule: str
    title: str
    result: Result
    aspect: Aspect
    subject: str
    citation: Citation
    measured: Value = None
    comparison: str = ""
    permitted: Value = None
    missing: tuple[Missing, ...] = ()
    remedy: Remedy | None = None
    binding: bool = True
    asked: bool = True
    note: str = ""
    private: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the result is met."""
        return self.result is Result.MET

    def __repr__(self) -> str:
        shown: tuple[str, ...] = self._fields
        if self.private:
            shown = ("rule", "title", "aspect", "subject")
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"Finding({values})"

    def __bool__(self) -> NoReturn:
        message = "a finding has no truth value: ask finding.is_met or finding.result"
        raise VerdictTruthError(message)


def show(value: Value) -> str:
    """Write a value as an officer reads it: £1,230,000.00, 31 March 2023, 5 years."""
    if value is None:
        return "not stated"
    if isinstance(value, date | DateRange):
        return format_day(value)
    if isinstance(value, tuple):
        return ", ".join(value) if value else "none"
    return str(value)
