"""The end of a fund's year: what becomes of what is left, and of what is found afterwards.

What is left is dealt with in a fixed order: nothing is left; a condition says return it; the words
say a ring-fenced reserve; it is restricted without a duty to repay; nothing restricts it; it lapses
to a wider budget. Where no words settle it, nothing is assumed and the missing words are named.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.funds._apart import State
from carerslib.funds._given import key, not_negative
from carerslib.funds._left import Left, goes_on, what_is_left
from carerslib.funds._purposes import keeps_a_purpose
from carerslib.funds._reserves import still_kept
from carerslib.funds.model import Fund, Outlay
from carerslib.funds.shares import ShareOfGrant
from carerslib.funds.stipulations import (
    CarryForward,
    FundType,
    Stipulation,
    Unspent,
)
from carerslib.money import ZERO, Money
from carerslib.periods import FinancialYear
from carerslib.verdicts import Missing, Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.funds.position import Position, Sums

__all__ = [
    "Consent",
    "Disposal",
    "Treatment",
    "YearEnd",
    "close_year",
]


class Treatment(enum.StrEnum):
    """What becomes of money that is left."""

    CARRY = "carry forward"
    """It may be used in the next year for anything lawful."""
    RESERVE = "reserve"
    """It is income, kept in a reserve for what it was given for."""
    RETURN = "return"
    """It is owed to whoever gave it, since the days to use it are over."""
    LIABILITY = "liability"
    """It is owed unless it is used as the condition says, and the days go on."""
    LAPSE = "lapse"
    """It goes to the wider budget that the fund is a part of."""


_LIABILITIES: Final = frozenset({Treatment.RETURN, Treatment.LIABILITY})
_HELD_AS: Final = {
    (True, Outlay.REVENUE): "creditor or receipt in advance",
    (True, Outlay.CAPITAL): "capital grants receipts in advance",
    (False, Outlay.REVENUE): "earmarked reserve",
    (False, Outlay.CAPITAL): "Capital Grants Unapplied Account",
}


@final
@attrs.frozen
class Consent:
    """That whoever set a stipulation agreed in writing to an amount being kept or carried."""

    stipulation: str
    amount: Money
    by: str
    source: Citation

    def __attrs_post_init__(self) -> None:
        cited = isinstance(self.source, Citation)
        require(
            key("stipulation", self.stipulation),
            not_negative("amount", self.amount),
            key("by", self.by),
            None if cited else InvalidValueError("source", self.source, "a Citation"),
        )


@final
class Disposal(NamedTuple):
    """What becomes of an amount that is left, by whose words.

    ``held_as`` is what the accounts call it, ``to`` who gets it where it leaves the fund.
    """

    treatment: Treatment
    amount: Money
    source: Citation
    held_as: str = ""
    to: str = ""


@final
class YearEnd(NamedTuple):
    """What is left of a year and what becomes of it.

    ``income`` is what the accounts recognise of the year: all that was authorised, less what was
    returned or is owed, and less what was brought forward as income of an earlier year. Of a fund
    whose years are not kept apart it is what was recognised to the end of the year, less what was
    to the end of the year before. ``missing``
    names the words that would settle what ``undisposed`` is to become. ``shares`` says whether each
    share that a stipulation asks for was reached.
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
        return _owed_of(self.disposals)

    def amount(self, treatment: Treatment) -> Money:
        """Give what is treated so; £0.00 where nothing is."""
        return Money.total(each.amount for each in self.disposals if each.treatment is treatment)


def close_year(
    position: Position,
    year: FinancialYear | str,
    *,
    consents: Iterable[Consent] = (),
    consents_before: Iterable[Consent] = (),
) -> YearEnd:
    """Say what becomes of what a fund has not spent when a year ends.

    What is ordered and not delivered is not spent. A consent counts where it is by the body that
    set the stipulation. Of a fund whose years are not kept apart, all that counts for the year or
    an earlier one is looked at together, and nothing that counts for a later one.
    ``consents_before`` are those with which the year before was closed, whose income is not counted
    again; one that still holds is given in both. The accounts are closed with
    :meth:`.Position.closing`.
    """
    closing = year if isinstance(year, FinancialYear) else FinancialYear.parse(year)
    fund, agreed = position.fund, tuple(consents)
    sums = position.sums(year=closing) if fund.by_year else _up_to(position, closing)
    unspent = sums.unspent
    disposals, missing = _dispose(position, closing, unspent, agreed)
    if fund.by_year:
        owed = _owed_of(disposals)
        apart = _recognised_apart(position, closing, agreed, tuple(consents_before))
        income = sums.authorised - sums.returned - owed - apart
    else:
        income = _recognised(position, closing, agreed)
        income -= _recognised(position, closing.previous, tuple(consents_before))
    return YearEnd(
        closing,
        unspent,
        disposals,
        income,
        max(unspent, ZERO) - Money.total(each.amount for each in disposals),
        missing,
        _shares(position, closing),
    )


def _up_to(position: Position, year: FinancialYear) -> Sums:
    """Give the sums of all years to the end of one, for a fund that does not keep them apart."""
    last = position.sums(year=year)
    before = [position.sums(year=each) for each in position.years if each < year]
    return type(last)(*map(Money.total, zip(last, *before, strict=True)))


def _owed_of(disposals: tuple[Disposal, ...]) -> Money:
    return Money.total(each.amount for each in disposals if each.treatment in _LIABILITIES)


def _recognised(position: Position, year: FinancialYear, consents: tuple[Consent, ...]) -> Money:
    """Give what a fund that does not keep years apart has recognised to the end of one.

    What was carried out of the year, and is owed unless it is used, is not recognised yet.
    """
    fund, sums = position.fund, _up_to(position, year)
    disposals, _ = _dispose(position, year, sums.unspent, consents)
    ahead = sums.carried_forward - sums.brought_forward if _is_owed(fund, year) else ZERO
    given = sums.authorised - sums.brought_forward
    return given - sums.returned - _owed_of(disposals) - ahead


def _recognised_apart(
    position: Position,
    year: FinancialYear,
    consents: tuple[Consent, ...],
    before: tuple[Consent, ...],
) -> Money:
    """Give what passed through the year and is income of another.

    That is what was brought forward as income of an earlier year, and what was carried forward
    while it was owed unless it is used as a condition says, which is income only once it is.
    """
    fund, sums = position.fund, position.sums(year=year)
    carried, brought = ZERO, sums.brought_forward
    if _is_owed(fund, year):
        carried = sums.carried_forward - _agreed_of_carried(position, year, consents)
    if _is_owed(fund, year.previous):
        brought = min(brought, _agreed_of_carried(position, year.previous, before))
    return carried + brought


def _agreed_of_carried(
    position: Position, year: FinancialYear, consents: tuple[Consent, ...]
) -> Money:
    """Give what may be kept of what was carried out of a year: of what stayed in it comes first."""
    sums, left = position.sums(year=year), what_is_left(position.fund, year)
    stayed = max(sums.unspent, ZERO)
    kept = _kept(left, stayed + sums.carried_forward, consents)
    return kept - min(kept, stayed)


def _is_owed(fund: Fund, year: FinancialYear) -> bool:
    """Say whether what is left of a year is owed and goes on to be used."""
    return any(
        each.unspent is Unspent.RETURN and goes_on(each, year)
        for each in fund.stipulations_on(year.last_day)
    )


_Settled = tuple[tuple[Disposal, ...], tuple[Missing, ...]]


def _dispose(
    position: Position, year: FinancialYear, unspent: Money, consents: tuple[Consent, ...]
) -> _Settled:
    """Set aside what is still kept in reserves of earlier years, and settle the rest."""
    fund, rest = position.fund, max(unspent, ZERO)
    found: tuple[Disposal, ...] = ()
    state = State(position.cells.merged(), lambda key: position.balances.get(key, 0))
    missing: tuple[Missing, ...] = ()
    for each, amount in still_kept(state, fund, year):
        kept = min(amount, rest)
        if kept.in_pence:
            settled = _still(fund, each, kept, consents)
            found, missing = found + settled[0], missing + settled[1]
            rest -= kept
    settled = _settle(fund, year, rest, consents)
    return found + settled[0], missing + settled[1]


def _still(fund: Fund, each: Stipulation, amount: Money, consents: tuple[Consent, ...]) -> _Settled:
    """Keep what is left of a reserve, as far as consent is needed and given.

    Where years are kept apart, it was carried with consent, or it would not be there.
    """
    owed = each.unspent is Unspent.RETURN
    asks = not fund.by_year and (owed or each.carry_forward is CarryForward.WITH_CONSENT)
    kept = _consented(each, amount, consents) if asks else amount
    found = (_reserved(fund, each, kept),) if kept.in_pence else ()
    if kept == amount:
        return found, ()
    if not owed:
        return found, (_unagreed(each, amount - kept),)
    held = _held_as(fund, owed=True)
    back = Disposal(Treatment.RETURN, amount - kept, each.source, held, each.set_by)
    return (*found, back), ()


def _settle(
    fund: Fund, year: FinancialYear, unspent: Money, consents: tuple[Consent, ...]
) -> _Settled:
    """Go through the order of treatment until one applies."""
    if not unspent.in_pence:
        return (), ()
    left = what_is_left(fund, year)
    if not left.owed:
        return _by_words(fund, left, unspent, consents)
    kept = _kept(left, unspent, consents)
    found: tuple[Disposal, ...] = ()
    missing: tuple[Missing, ...] = ()
    if kept < unspent:
        over = [each for each in left.owed if not goes_on(each, year)]
        treatment = Treatment.RETURN if over else Treatment.LIABILITY
        each = (*over, *left.owed)[0]
        held = _held_as(fund, owed=True)
        found = (Disposal(treatment, unspent - kept, each.source, held, each.set_by),)
    if kept.in_pence and not left.by:
        source = left.owed[0].source
        found += (Disposal(Treatment.RESERVE, kept, source, _held_as(fund, owed=False)),)
    elif kept.in_pence:
        rest, missing = _by_words(fund, left, kept, consents)
        found += rest
    return found, missing


def _kept(left: Left, unspent: Money, consents: tuple[Consent, ...]) -> Money:
    """Give what every duty to return lets be kept, as far as it is agreed."""
    return min(
        ZERO
        if each.carry_forward is CarryForward.NOT_ALLOWED
        else _consented(each, unspent, consents)
        for each in left.owed
    )


def _by_words(fund: Fund, left: Left, unspent: Money, consents: tuple[Consent, ...]) -> _Settled:
    """Settle what is not returned: by the words, or by the kind of fund where nothing binds it."""
    first = next(iter(left.by), None)
    if first is None:
        return _free(fund, unspent)
    if left.says is None:
        words = "whether what is not spent is returned"
        return (), (Missing(f"stipulation {first.reference}", words),)
    if left.says is CarryForward.RESERVE:
        return (_reserved(fund, first, unspent),), ()
    if left.says is CarryForward.NOT_ALLOWED:
        return _one(Treatment.LAPSE, unspent, first.source, to=fund.wider_budget or fund.holder)
    if left.says is CarryForward.FREE:
        return _one(Treatment.CARRY, unspent, first.source)
    return _agreed(fund, left, unspent, consents)


def _reserved(fund: Fund, each: Stipulation, amount: Money) -> Disposal:
    said = each.carry_forward is CarryForward.RESERVE
    held = "ring-fenced reserve" if said else _held_as(fund, owed=False)
    return Disposal(Treatment.RESERVE, amount, each.source, held)


def _one(
    treatment: Treatment, amount: Money, source: Citation, held_as: str = "", to: str = ""
) -> _Settled:
    return (Disposal(treatment, amount, source, held_as, to),), ()


def _held_as(fund: Fund, *, owed: bool) -> str:
    return _HELD_AS[owed, fund.outlay or Outlay.REVENUE]


def _consented(each: Stipulation, unspent: Money, consents: tuple[Consent, ...]) -> Money:
    kept = Money.total(
        one.amount for one in consents if (one.stipulation, one.by) == (each.reference, each.set_by)
    )
    return min(kept, unspent)


def _unagreed(each: Stipulation, amount: Money) -> Missing:
    return Missing("consents", f"the written consent of {each.set_by} to {amount}")


def _agreed(fund: Fund, left: Left, unspent: Money, consents: tuple[Consent, ...]) -> _Settled:
    """Carry as far as everyone agrees whose words ask for it, and name who has not."""
    agreed = [(each, _consented(each, unspent, consents)) for each in left.by]
    kept = min(amount for _, amount in agreed)
    first = next((each for each in left.by if keeps_a_purpose(each)), None)
    carried: tuple[Disposal, ...] = ()
    if kept.in_pence and first is not None:
        carried = (_reserved(fund, first, kept),)
    elif kept.in_pence:
        carried = (Disposal(Treatment.CARRY, kept, left.by[0].source),)
    return carried, tuple(
        Missing(f"stipulation {each.reference}", f"what {each.set_by} decides")
        if left.decides
        else _unagreed(each, unspent - amount)
        for each, amount in agreed
        if amount < unspent
    )


def _free(fund: Fund, unspent: Money) -> _Settled:
    """Settle what no stipulation binds, by the kind of fund."""
    if fund.type in (FundType.GENERAL_GRANT, FundType.TARGETED_GRANT):
        return _one(Treatment.CARRY, unspent, fund.source)
    if fund.type is FundType.UNPROTECTED_BUDGET:
        return _one(Treatment.LAPSE, unspent, fund.source, to=fund.wider_budget)
    words = "what becomes of money that is left"
    if fund.type is FundType.NOTIONAL_IN_BASELINE:
        words = "the money, which cannot be told from the rest of the allocation"
    return (), (Missing("fund.stipulations", words),)


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
