"""Stipulations: what binds the use of a fund, who set it by what, when, and how hard it binds.

"Ring-fenced" is no label on money. It is a stipulation with an owner and days: the same fund may be
ring-fenced in one year, expected to be used in some way in the next, and free after that. Several
stipulations may bind one fund at once, and what is spent must satisfy each.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import Clause
from carerslib.errors import InvalidValueError, require
from carerslib.funds._given import key
from carerslib.periods import DateRange, Day, check_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "KINDS",
    "STIPULATES",
    "CarryForward",
    "Due",
    "FundType",
    "Lift",
    "Stipulation",
    "StipulationKind",
    "Unspent",
]


class StipulationKind(enum.StrEnum):
    """How hard a stipulation binds."""

    CONDITION = "condition"
    """Use it so or give it back: what breaks it is refused, and repayable if found later."""
    RESTRICTION = "restriction"
    """Use it so: what breaks it is refused, but nothing has to be repaid."""
    EXPECTATION = "expectation"
    """Advice or guidance: never a refusal, and said where it is not followed."""


KINDS: Final[Mapping[StipulationKind, str]] = {
    StipulationKind.CONDITION: "refused; repayable as the condition says",
    StipulationKind.RESTRICTION: "refused; nothing is repayable",
    StipulationKind.EXPECTATION: "allowed, with advice that it was expected otherwise",
}
"""What becomes of spending that breaks a stipulation, by its kind."""


class FundType(enum.StrEnum):
    """What kind of money it is, by who set its limits."""

    RING_FENCED_GRANT = "ring-fenced grant"
    TARGETED_GRANT = "targeted grant"
    GENERAL_GRANT = "general grant"
    NOTIONAL_IN_BASELINE = "notional, in a baseline"
    LOCAL_RING_FENCE = "local ring-fence"
    POOLED_S75 = "pooled under section 75"
    TRANSFER_S256 = "transfer under section 256"
    GRANT_AGREEMENT = "grant agreement"
    UNPROTECTED_BUDGET = "unprotected budget"


STIPULATES: Final[Mapping[FundType, StipulationKind | None]] = {
    FundType.RING_FENCED_GRANT: StipulationKind.CONDITION,
    FundType.TARGETED_GRANT: StipulationKind.EXPECTATION,
    FundType.GENERAL_GRANT: None,
    FundType.NOTIONAL_IN_BASELINE: StipulationKind.EXPECTATION,
    FundType.LOCAL_RING_FENCE: StipulationKind.RESTRICTION,
    FundType.POOLED_S75: StipulationKind.CONDITION,
    FundType.TRANSFER_S256: StipulationKind.CONDITION,
    FundType.GRANT_AGREEMENT: StipulationKind.CONDITION,
    FundType.UNPROTECTED_BUDGET: None,
}
"""The hardest kind of stipulation that each type of fund carries; None where it carries none."""


class CarryForward(enum.StrEnum):
    """What the words say of money that is left when the year ends."""

    FREE = "free"
    """It may be carried into the next year."""
    RESERVE = "ring-fenced reserve"
    """It goes to a reserve, and what it is for goes with it."""
    WITH_CONSENT = "with consent"
    """It may be carried as far as whoever set the stipulation agrees in writing."""
    NOT_ALLOWED = "not allowed"
    """It may not be carried."""
    NOT_READ = "not read"
    """No source on this was read: open, where nothing else says, unless a council treats it as
    free. Only of an expectation: what binds and does not say leaves it None."""


class Unspent(enum.StrEnum):
    """Who keeps what was not spent when the days are over."""

    KEEP = "keep"
    RETURN = "return"


def _clauses(given: Iterable[Clause]) -> tuple[Clause, ...]:
    return tuple(given)


def _dues(given: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(given)


@final
@attrs.frozen
class Due:
    """A certificate or a report that a stipulation asks for: what, from whom, by which day.

    ``by`` is the last day on which it is in time; None where the words set none.
    """

    reference: str
    title: str
    signed_by: str
    by: date | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            key("signed_by", self.signed_by),
            None if self.by is None else check_day("by", self.by),
        )


@final
@attrs.frozen
class Stipulation:
    """A condition, restriction or expectation on a fund.

    ``set_by`` is the body that made it and that alone can lift it; ``source`` is what it was made
    by: a determination, a minute, an agreement. ``days`` are those on which it stands, both ends
    inclusive; None where the words set none. ``clauses`` bound what may be spent: purposes, costs
    left out, eligible days, shares, amounts for each recipient, numbers. With ``ring_fence``, money
    may not be moved out of the fund. ``carry_forward`` and ``unspent`` are None where the words do
    not say.
    """

    reference: str
    kind: StipulationKind
    set_by: str
    source: Citation
    days: DateRange | None = None
    clauses: tuple[Clause, ...] = attrs.field(default=(), converter=_clauses)
    ring_fence: bool = False
    carry_forward: CarryForward | None = None
    unspent: Unspent | None = None
    due: tuple[Due, ...] = attrs.field(default=(), converter=_dues)

    def __attrs_post_init__(self) -> None:
        clauses = all(isinstance(each, Clause) for each in self.clauses)
        require(
            key("reference", self.reference),
            _is("kind", self.kind, StipulationKind),
            key("set_by", self.set_by),
            _is("source", self.source, Citation),
            None if self.days is None else _is("days", self.days, DateRange),
            None if clauses else InvalidValueError("clauses", self.clauses, "clauses"),
            _repays(self.kind, self.unspent),
            _is_read(self.kind, self.carry_forward),
        )

    @property
    def binds(self) -> bool:
        """Whether what breaks it is refused."""
        return self.kind is not StipulationKind.EXPECTATION

    def stands_on(self, day: Day, lifts: Iterable[Lift] = ()) -> bool:
        """Say whether it stands on a day, or on any of several, given what has been lifted.

        Only a lift by the body that set it counts; it no longer stands from the day of the lift.
        """
        first, last = (day.first, day.last) if isinstance(day, DateRange) else (day, day)
        if self.days is not None:
            first = max(first, self.days.first)
            if first > min(last, self.days.last):
                return False
        return not any(lift.on <= first for lift in lifts if lift.lifts(self))


def _is(field: str, value: object, kind: type) -> InvalidValueError | None:
    if isinstance(value, kind):
        return None
    return InvalidValueError(field, value, f"a {kind.__name__}")


def _repays(kind: StipulationKind, unspent: Unspent | None) -> InvalidValueError | None:
    """Find a duty to repay in what is no condition: the duty is what makes it one."""
    if unspent is Unspent.RETURN and kind is not StipulationKind.CONDITION:
        return InvalidValueError("unspent", unspent, "no return, unless the kind is a condition")
    return None


def _is_read(kind: StipulationKind, carry_forward: CarryForward | None) -> InvalidValueError | None:
    """Find what binds and was not read: the kind of what it does not say settles what is left."""
    if carry_forward is CarryForward.NOT_READ and kind is not StipulationKind.EXPECTATION:
        expected = "what was read, or None, unless the kind is an expectation"
        return InvalidValueError("carry_forward", carry_forward, expected)
    return None


@final
@attrs.frozen
class Lift:
    """That a body lifted a stipulation from a day on, by what."""

    stipulation: str
    by: str
    on: date
    source: Citation

    def __attrs_post_init__(self) -> None:
        require(
            key("stipulation", self.stipulation),
            key("by", self.by),
            check_day("on", self.on),
            _is("source", self.source, Citation),
        )

    def lifts(self, stipulation: Stipulation) -> bool:
        """Say whether it takes effect on a stipulation: the same body set the one and the other."""
        return stipulation.reference == self.stipulation and stipulation.set_by == self.by
