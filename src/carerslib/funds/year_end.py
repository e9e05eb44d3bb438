"""The end of a fund's year: what becomes of what is left, and of what is found afterwards.

What is left is dealt with in a fixed order: nothing is left; a condition says return it; the words
say a ring-fenced reserve; it is restricted without a duty to repay; nothing restricts it; it lapses
to a wider budget. Where no words settle it, nothing is assumed and the missing words are named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from carerslib.funds._left import as_chosen
from carerslib.funds._settling import owed_of, settle
from carerslib.funds.shares import ShareOfGrant
from carerslib.money import ZERO, Money
from carerslib.periods import FinancialYear
from carerslib.verdicts import Missing, Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.basis import Basis
    from carerslib.funds.disposals import Consent, Disposal, Treatment
    from carerslib.funds.position import Position

__all__ = ["YearEnd", "close_year"]


@final
class YearEnd(NamedTuple):
    """What is left of a year and what becomes of it.

    What is left of different heads and sources is dealt with by the words on each. ``unspent`` is
    what is left of all: what one has overspent is not taken off another, unless nothing is left.

    ``income`` is what the accounts recognise of the year: all that was authorised, less what was
    returned or is owed, and less what was brought forward as income of an earlier year. Of a fund
    whose years are not kept apart it is what was recognised to the end of the year, less what was
    to the end of the year before. ``missing`` names the words that would settle what
    ``undisposed`` is to become. ``shares`` says whether each share that a stipulation asks for was
    reached.
    """

    year: FinancialYear
    unspent: Money
    disposals: tuple[Disposal, ...]
    income: Money
    undisposed: Money
    missing: tuple[Missing, ...]
    shares: Verdict

    @property
    def liability(self) -> Money:
        """What is owed to whoever gave the money."""
        return owed_of(self.disposals)

    def amount(self, treatment: Treatment) -> Money:
        """Give what is treated so; £0.00 where nothing is."""
        return Money.total(each.amount for each in self.disposals if each.treatment is treatment)


def close_year(
    position: Position,
    year: FinancialYear | str,
    *,
    consents: Iterable[Consent] = (),
    consents_before: Iterable[Consent] = (),
    basis: Basis | None = None,
) -> YearEnd:
    """Say what becomes of what a fund has not spent when a year ends.

    What is ordered and not delivered is not spent. A consent counts where it is by the body that
    set the stipulation, and only for what was not carried by it already. Where it does not go far
    enough for several heads or sources, it goes to them in the order of their names. Of a fund
    whose years are not kept apart, all that counts for the year or an earlier one is looked at
    together, and nothing that counts for a later one.
    ``consents_before`` are those with which the year before was closed, whose income is not counted
    again; one that still holds is given in both. ``basis`` holds the conventions that a council has
    chosen. The accounts are closed with
    :meth:`.Position.closing`.
    """
    closing = year if isinstance(year, FinancialYear) else FinancialYear.parse(year)
    position = attrs.evolve(position, fund=as_chosen(position.fund, basis))
    settled = settle(position, closing, tuple(consents))
    before = settle(position, closing.previous, tuple(consents_before))
    sums = position.sums(year=closing)
    income = sums.authorised - sums.brought_forward - sums.returned
    income += before.ahead - settled.owed - settled.ahead
    if not position.fund.by_year:
        income += before.owed  # it is there still, and is not owed twice
    return YearEnd(
        closing,
        settled.unspent,
        settled.disposals,
        income,
        max(settled.unspent, ZERO) - Money.total(each.amount for each in settled.disposals),
        settled.missing,
        _shares(position, closing),
    )


def _shares(position: Position, year: FinancialYear) -> Verdict:
    """Ask of each share of the grant whether it was reached; as advice where it was expected."""
    parts: list[Part] = []
    for each in position.fund.stipulations_of(year):
        for clause in each.clauses:
            if isinstance(clause, ShareOfGrant) and clause.at_least is not None:
                used = position.used_by(clause.reference)
                found = clause.reached(used, str(year), position.fund.reference)
                parts.append(found._replace(binding=each.binds))
    return Verdict.all_of(parts, title=f"Shares of {year}", subject=position.fund.reference)
