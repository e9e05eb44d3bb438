"""Resolutions, authorities, proposals, and what has been used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, NewType, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import NO_PARTICULARS, Clause, Delegation, Extent, Particulars
from carerslib.contracts import COUNTS_OPTIONS, Contract
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money
from carerslib.periods import DateRange, Day, Term, check_day

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.verdicts import Remedy

__all__ = [
    "APPROVE",
    "AWARD",
    "CALL_OFF",
    "DIRECT_AWARD",
    "ENTER_AGREEMENT",
    "EXTEND",
    "GRANT",
    "MODIFY",
    "SPEND",
    "TENDER",
    "Authority",
    "Power",
    "Proposal",
    "Resolution",
]

Power = NewType("Power", str)
"""What may be done. An open value: a council adds one as ``Power("novate")``."""

AWARD: Final = Power("award")
"""To award a contract."""
DIRECT_AWARD: Final = Power("direct award")
"""To award a contract without competition."""
GRANT: Final = Power("grant")
"""To make a grant."""
EXTEND: Final = Power("extend")
"""To extend a contract, or take up its option."""
MODIFY: Final = Power("modify")
"""To change a contract."""
CALL_OFF: Final = Power("call off")
"""To call off under a framework."""
SPEND: Final = Power("spend")
"""To spend."""
ENTER_AGREEMENT: Final = Power("enter an agreement")
"""To enter an agreement with another body."""
TENDER: Final = Power("tender")
"""To go out to tender."""
APPROVE: Final = Power("approve")
"""To approve, without any power to award."""


# One converter for each type: mypy reads what a constructor takes from them, and no type variable.
# One alone is taken as several: a power is text, and would be taken apart letter by letter.
def _powers(given: Power | Iterable[Power]) -> tuple[Power, ...]:
    return (Power(given),) if isinstance(given, str) else tuple(given)


def _clauses(given: Clause | Iterable[Clause]) -> tuple[Clause, ...]:
    return (given,) if isinstance(given, Clause) else tuple(given)


def _authorities(given: Authority | Iterable[Authority]) -> tuple[Authority, ...]:
    return (given,) if isinstance(given, Authority) else tuple(given)


def _steps(given: Iterable[Delegation]) -> tuple[Delegation, ...]:
    return tuple(given)


def _key(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value:
        return None
    return InvalidValueError(field, value, "the caller's own key, not empty")


def _source(value: object) -> InvalidValueError | None:
    if isinstance(value, Citation):
        return None
    return InvalidValueError("source", value, "a Citation of the paragraph")


@final
@attrs.frozen
class Authority:
    """Powers given to a holder, and the clauses that bound them.

    ``source`` is the paragraph that gives them. All clauses must be met.
    """

    reference: str
    source: Citation
    powers: tuple[Power, ...] = attrs.field(converter=_powers)
    clauses: tuple[Clause, ...] = attrs.field(default=(), converter=_clauses)

    def __attrs_post_init__(self) -> None:
        require(
            _key("reference", self.reference),
            _source(self.source),
            *(
                InvalidValueError("clauses", each, "a clause, or an object with a clause's members")
                for each in self.clauses
                if not isinstance(each, Clause)
            ),
        )
        require(_repeated("clauses", [each.reference for each in self.clauses]))

    @property
    def authorities(self) -> tuple[Authority, ...]:
        """This one, as a resolution gives its several."""
        return (self,)


def _repeated(field: str, references: list[str]) -> InvalidValueError | None:
    twice = sorted({each for each in references if references.count(each) > 1})
    if not twice:
        return None
    return InvalidValueError(field, ", ".join(twice), "references that are each used once")


@final
@attrs.frozen
class Resolution:
    """What a body resolved, in numbered paragraphs, and the authorities that it gave.

    ``resolved_on`` may be known only to the month or year. A resolution with no authorities gives
    no power: it approves, notes or asks.
    """

    reference: str
    body: str
    source: Citation
    resolved_on: Day | None = None
    authorities: tuple[Authority, ...] = attrs.field(default=(), converter=_authorities)

    def __attrs_post_init__(self) -> None:
        day = self.resolved_on
        exact = day is not None and not isinstance(day, DateRange)
        require(
            _key("reference", self.reference),
            _source(self.source),
            check_day("resolved_on", day) if exact else None,
            *(
                InvalidValueError("authorities", each, "an Authority")
                for each in self.authorities
                if not isinstance(each, Authority)
            ),
        )
        clauses = [each.reference for one in self.authorities for each in one.clauses]
        require(
            _repeated("authorities", [each.reference for each in self.authorities]),
            _repeated("clauses", clauses),
        )


@final
@attrs.frozen
class Proposal:
    """A power that someone wants to use, and what is known of it.

    ``by`` is who wants to use it, ``on`` the day of the act, ``chain`` the recorded delegations
    relied on. What is None is not stated and is not assumed. The reference is the contract's unless
    another is given.
    """

    power: Power
    contract: Contract
    by: str | None = None
    on: Day | None = None
    chain: tuple[Delegation, ...] = attrs.field(default=(), converter=_steps)
    reference: str = attrs.field()
    tags: Mapping[str, frozenset[str]] = attrs.field(init=False, eq=False, repr=False)
    firm: Extent = attrs.field(init=False, eq=False, repr=False)
    whole: Extent = attrs.field(init=False, eq=False, repr=False)
    particulars: Particulars = attrs.field(init=False, eq=False, repr=False)

    @reference.default
    def _contract_reference(self) -> str:
        return self.contract.reference if isinstance(self.contract, Contract) else ""

    def __attrs_post_init__(self) -> None:
        on = self.on
        exact = on is not None and not isinstance(on, DateRange)
        if not isinstance(self.contract, Contract):
            raise InvalidValueError(field="contract", value=self.contract, expected="a Contract")
        require(
            _key("power", self.power),
            _key("reference", self.reference),
            None if self.by is None else _key("by", self.by),
            check_day("on", on) if exact else None,
        )
        fill = object.__setattr__
        fill(self, "tags", self.contract.by_tag)
        fill(self, "firm", self.contract.firm)
        fill(self, "whole", self.contract.whole)
        fill(self, "particulars", NO_PARTICULARS)

    def extent(self, basis: Basis) -> Extent:
        """Give what counts: with the options, or the firm term alone (convention C-1)."""
        if self.whole is self.firm or basis.takes(COUNTS_OPTIONS) == COUNTS_OPTIONS.default:
            return self.whole
        return self.firm

    def amended(self, remedy: Remedy) -> Proposal:
        """Give the proposal with what a remedy asks for.

        Raises :class:`~carerslib.errors.InvalidValueError` for a field that it does not have.
        """
        contract, nearest = self.contract, remedy.nearest
        if isinstance(nearest, Money):
            changed = contract.priced(remedy.field, nearest)
        elif remedy.field == "term" and isinstance(nearest, Term):
            changed = attrs.evolve(contract, term=nearest, options=())
        elif remedy.field == "last_day" and not isinstance(nearest, int | Term):
            changed = contract.ending(nearest)
        elif remedy.field == "first_day" and not isinstance(nearest, int | Term):
            changed = contract.starting(nearest)
        else:
            expected = "an amount, first_day, last_day or term"
            raise InvalidValueError(field="remedy", value=remedy.field, expected=expected)
        return attrs.evolve(self, contract=changed, reference=self.reference)
