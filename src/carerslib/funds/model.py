"""Funds: where money comes from, what binds it, and the heads that it is divided into."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import Clause, CountingClause
from carerslib.clauses._nested import walk
from carerslib.errors import InvalidValueError, require
from carerslib.funds._counting import counted_by, counts_by_year
from carerslib.funds._given import key, names
from carerslib.funds._left import reserves
from carerslib.funds.shares import ShareOfGrant
from carerslib.funds.stipulations import FundType, Lift, Stipulation
from carerslib.money import Money
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.periods import Day

__all__ = ["Band", "Fund", "Head", "Outlay"]


class Outlay(enum.StrEnum):
    """Whether money is for capital or for revenue spending."""

    CAPITAL = "capital"
    REVENUE = "revenue"


def _stipulations(given: Iterable[Stipulation]) -> tuple[Stipulation, ...]:
    return tuple(given)


def _heads(given: Iterable[Head]) -> tuple[Head, ...]:
    return tuple(given)


def _lifts(given: Iterable[Lift]) -> tuple[Lift, ...]:
    return tuple(given)


def _bands(given: Iterable[Band]) -> tuple[Band, ...]:
    return tuple(given)


def _clauses(given: Iterable[Clause]) -> tuple[Clause, ...]:
    return tuple(given)


@final
@attrs.frozen
class Head:
    """A part of a fund, by what it is for.

    With ``allotted``, the head has the money that entries allot to it, and no other. With
    ``at_most``, it may take up to so much of the fund's money over the life of the fund. The
    ``residual`` head takes whatever the others leave. A head that is none of these is a label, and
    draws on what is not allotted.
    """

    reference: str
    at_most: Money | None = None
    allotted: bool = False
    residual: bool = False
    outlay: Outlay | None = None

    def __attrs_post_init__(self) -> None:
        ways = (self.at_most is not None) + self.allotted + self.residual
        amount = self.at_most
        require(
            key("reference", self.reference),
            InvalidValueError("at_most", amount, "Money of £0.00 or more")
            if amount is not None and (not isinstance(amount, Money) or amount.in_pence < 0)
            else None,
            InvalidValueError("residual", ways, "one of at_most, allotted and residual, or none")
            if ways > 1
            else None,
        )


@final
@attrs.frozen
class Band:
    """Who may approve a virement of up to an amount; of any amount, where ``up_to`` is None.

    With ``crossing``, the band is for virements between revenue and capital, and no other.
    """

    approvers: tuple[str, ...] = attrs.field(converter=names)
    source: Citation
    up_to: Money | None = None
    crossing: bool = False

    def __attrs_post_init__(self) -> None:
        named = self.approvers and all(self.approvers)
        require(
            None if named else InvalidValueError("approvers", self.approvers, "who may approve"),
            None
            if isinstance(self.source, Citation)
            else InvalidValueError("source", self.source, "a Citation of the rule"),
        )


def _repeated(field: str, references: list[str]) -> InvalidValueError | None:
    twice = sorted({each for each in references if references.count(each) > 1})
    if not twice:
        return None
    return InvalidValueError(field, ", ".join(twice), "references that are each used once")


def _unknown_lifts(
    lifts: tuple[Lift, ...], stipulations: tuple[Stipulation, ...]
) -> InvalidValueError | None:
    """Find a lift of nothing: misspelt, it would leave in force what a body has lifted."""
    known = [each.reference for each in stipulations]
    unknown = [each.stipulation for each in lifts if each.stipulation not in known]
    if not unknown:
        return None
    expected = f"stipulations of the fund: {', '.join(known) or 'none'}"
    return InvalidValueError("lifts", ", ".join(unknown), expected)


def _shares_inside(clauses: Iterable[Clause]) -> InvalidValueError | None:
    """Find a share of the grant within another clause, where no grant would count."""
    found = [
        inside.reference
        for clause in clauses
        for inside in walk(getattr(clause, "inner", ()))
        if isinstance(inside, ShareOfGrant)
    ]
    if not found:
        return None
    expected = "a ShareOfGrant as a clause of its own, not inside another"
    return InvalidValueError("clauses", ", ".join(found), expected)


def _shares_of_others(
    clauses: Iterable[Clause], heads: Iterable[Head], sources: tuple[str, ...]
) -> InvalidValueError | None:
    """Find a share of a source or head that the fund does not name: misspelt, nothing counts."""
    named = {("source", each) for each in sources} | {("head", each.reference) for each in heads}
    of = [pair for each in clauses if isinstance(each, ShareOfGrant) for pair in each.where]
    unknown = [f"{dimension} {value}" for dimension, value in of if (dimension, value) not in named]
    if not unknown:
        return None
    return InvalidValueError("clauses", ", ".join(unknown), "sources and heads of the fund")


@final
@attrs.frozen
class Fund:
    """Money held by one body, and what binds it.

    With ``by_year``, money belongs to a financial year and stays in it unless it is carried;
    without, an allocation may be used over all the days that the stipulations allow, and what is
    carried forward, which only says so of a year, is bounded by what is left of the whole. Where
    ``heads`` or ``sources`` are named, every entry says which of them it is for. ``outlay`` is
    None where capital and revenue are not kept apart. ``virement`` holds the council's own bands of
    who approves, ``virement_clauses`` the limits that each virement counts towards, and
    ``approves_ahead`` who may approve what falls in years whose money has not been allocated.
    ``wider_budget`` is what an unprotected budget is a part of.

    ``head`` gives a head by its reference. ``counting`` holds the clauses that keep a count, each
    with its stipulation, ``counted`` their references, and ``counted_by`` what they count by: of
    these, what resolves or releases an order says the same as the order did. ``comes_and_goes``
    holds the stipulations that count and do not stand on every day. ``counts_by_year`` says that a
    year is kept for what counts, though the fund does not keep years apart; ``comes_and_goes``
    then holds the stipulations that count by the year as well.
    ``reserves`` holds the stipulations of which what is left when their days are over stays for
    its purpose, each with the last year that leaves some.
    """

    reference: str
    holder: str
    source: Citation
    type: FundType
    stipulations: tuple[Stipulation, ...] = attrs.field(default=(), converter=_stipulations)
    heads: tuple[Head, ...] = attrs.field(default=(), converter=_heads)
    sources: tuple[str, ...] = attrs.field(default=(), converter=names)
    outlay: Outlay | None = None
    by_year: bool = True
    lifts: tuple[Lift, ...] = attrs.field(default=(), converter=_lifts)
    virement: tuple[Band, ...] = attrs.field(default=(), converter=_bands)
    virement_clauses: tuple[Clause, ...] = attrs.field(default=(), converter=_clauses)
    approves_ahead: tuple[str, ...] = attrs.field(default=(), converter=names)
    wider_budget: str = ""
    head: Mapping[str, Head] = attrs.field(init=False, eq=False, repr=False)
    counting: tuple[tuple[Stipulation | None, CountingClause], ...] = attrs.field(
        init=False, eq=False, repr=False
    )

    counted: frozenset[str] = attrs.field(init=False, eq=False, repr=False)
    counted_by: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    comes_and_goes: tuple[Stipulation, ...] = attrs.field(init=False, eq=False, repr=False)
    counts_by_year: bool = attrs.field(init=False, eq=False, repr=False)
    reserves: tuple[tuple[Stipulation, FinancialYear], ...] = attrs.field(
        init=False, eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        stipulations = self.stipulations
        clauses = [
            *((each, clause) for each in stipulations for clause in each.clauses),
            *((None, clause) for clause in self.virement_clauses),
        ]
        residual = [each.reference for each in self.heads if each.residual]
        require(
            key("reference", self.reference),
            key("holder", self.holder),
            None
            if isinstance(self.source, Citation)
            else InvalidValueError("source", self.source, "a Citation of what made the fund"),
            None
            if isinstance(self.type, FundType)
            else InvalidValueError("type", self.type, "a FundType"),
            _repeated("stipulations", [each.reference for each in stipulations]),
            _repeated("clauses", [clause.reference for _, clause in clauses]),
            _repeated("heads", [each.reference for each in self.heads]),
            _unknown_lifts(self.lifts, stipulations),
            _shares_inside(clause for _, clause in clauses),
            _shares_of_others((clause for _, clause in clauses), self.heads, self.sources),
            InvalidValueError("heads", ", ".join(residual), "one residual head at most")
            if len(residual) > 1
            else None,
        )
        fill = object.__setattr__
        fill(self, "head", {each.reference: each for each in self.heads})
        counting = ((each, one) for each, one in clauses if isinstance(one, CountingClause))
        fill(self, "counting", tuple(counting))
        fill(self, "counted", frozenset(one.reference for _, one in self.counting))
        fill(self, "reserves", reserves(self))
        # what is spent of a reserve says what it was ordered for, as the reserve is for that alone
        kept = (one for each, _ in self.reserves for one in each.clauses)
        fill(self, "counted_by", counted_by((*(one for _, one in self.counting), *kept)))
        counts = {each.reference: False for each, _ in self.counting if each is not None}
        for each, one in self.counting:
            if each is not None and not self.by_year and counts_by_year(one):
                counts[each.reference] = True
        fill(self, "counts_by_year", any(counts.values()))
        some_days = (
            each
            for each in stipulations
            if each.days is not None or self.lifts or counts.get(each.reference)
        )
        fill(self, "comes_and_goes", tuple(each for each in some_days if each.reference in counts))

    def stipulations_on(self, day: Day) -> tuple[Stipulation, ...]:
        """Give the stipulations that stand on a day, or on any of several, lifted ones left out."""
        return tuple(each for each in self.stipulations if each.stands_on(day, self.lifts))

    def stipulations_of(self, year: FinancialYear) -> tuple[Stipulation, ...]:
        """Give those that stand when a year ends, and that stood in it until their days were over.

        A duty to return what is left does not end with the days on which it could be used.
        """
        found = []
        for each in self.stipulations:
            last = year.last_day if each.days is None else min(each.days.last, year.last_day)
            if last >= year.first_day and each.stands_on(last, self.lifts):
                found.append(each)
        return tuple(found)

    def pot(self, head: str | None) -> str:
        """Give the head whose money a head draws on: its own, or what is not allotted."""
        known = self.head.get(head) if head is not None else None
        return known.reference if known is not None and known.allotted else ""
