"""Rules about money: which fund pays, whether it has enough, and what is no receipt at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

from carerslib.clauses import Readings
from carerslib.clauses._nested import walk
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.money import ZERO, Money
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.basis import Basis
    from carerslib.clauses import Clause
    from carerslib.commissioning.intentions import CommissioningIntention
    from carerslib.commissioning.reviewed import Reviewed
    from carerslib.commissioning.sums import Account, NationalSum
    from carerslib.funds import Position
    from carerslib.periods import FinancialYear
    from carerslib.prices import Price
    from carerslib.verdicts import Value

__all__ = [
    "contracts_funded",
    "contracts_within_budget",
    "entries_offered",
    "fund_named",
    "national_sum",
    "two_readings",
    "with_two_readings",
    "within_funds",
]


@rule(
    id="money.fund-named",
    title="Each cost names a fund and its years",
    citation=COUNTS.at("R-COM-1"),
    in_force=ALWAYS,
)
def fund_named(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask which fund and year pay for what has a cost, and what the cost is where it buys."""
    for intention in reviewed.intentions.values():
        if intention.cost is None and not intention.budgets and not intention.buys:
            continue
        costs = intention.cost is not None or bool(intention.budgets)
        unfunded, missing = intention.unfunded if costs else None, _lacking(intention)
        yield Finding(
            "money.fund-named",
            "Fund named",
            Result.UNDETERMINED if missing else Result.MET,
            Aspect.AMOUNT,
            intention.reference,
            COUNTS.at("R-COM-1"),
            unfunded,
            "without a fund, no more than",
            ZERO,
            tuple(missing),
        )


@rule(
    id="money.contracts",
    title="Each contract names the fund that pays for it",
    citation=COUNTS.at("R-COM-1"),
    in_force=ALWAYS,
)
def contracts_funded(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask which fund pays for a contract."""
    for reference, arrangement in reviewed.arrangements.items():
        missing = Missing(f"arrangements[{reference!r}].funds", "the fund that pays for it")
        yield Finding(
            "money.contracts",
            "Fund of the contract",
            Result.MET if arrangement.funds else Result.UNDETERMINED,
            Aspect.RECORD,
            reference,
            COUNTS.at("R-COM-1"),
            tuple(sorted(arrangement.funds)) or None,
            "paid from",
            "a fund that is named",
            () if arrangement.funds else (missing,),
        )


@rule(
    id="money.contracts-within-budget",
    title="The contracts of an intention are within its budgets",
    citation=COUNTS.at("R-COM-1"),
    in_force=ALWAYS,
)
def contracts_within_budget(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise where contracts come to more than the intention that they alone carry out plans.

    Options count. It is advice, as budgets and prices need not stand on one basis for VAT.
    """
    priced: dict[str, list[Price | None]] = {}
    for arrangement in reviewed.arrangements.values():
        if len(arrangement.intentions) == 1:
            lines = arrangement.proposal.whole.lines
            found = [line.price for line in lines] or [None]
            priced.setdefault(arrangement.intentions[0], []).extend(found)
    for reference, prices in priced.items():
        intention = reviewed.intentions.get(reference)
        if intention is not None and intention.budgets:
            yield _within_budget(intention, prices)


def _within_budget(intention: CommissioningIntention, prices: list[Price | None]) -> Finding:
    known = Money.total(each.stated for each in prices if each is not None)
    budgeted, whole = intention.budgeted, None not in prices
    here = f"intentions[{intention.reference!r}]"
    published = all(each.amounts is not None for each in intention.budgets)
    wanted = (("contracts", whole, "the value of each"), ("budgets", published, "each amount"))
    missing = tuple(Missing(f"{here}.{name}", words) for name, there, words in wanted if not there)
    over = published and known > budgeted
    result = Result.UNDETERMINED if missing else Result.MET
    return Finding(
        "money.contracts-within-budget",
        "Contracts within the budget",
        Result.NOT_MET if over else result,
        Aspect.AMOUNT,
        intention.reference,
        intention.source,
        known,
        "at most",
        budgeted,
        () if over else missing,
        binding=False,
    )


def _lacking(intention: CommissioningIntention) -> list[Missing]:
    here = f"intentions[{intention.reference!r}]"
    if intention.cost is None and not intention.budgets:
        return [Missing(f"{here}.cost", "what it costs, and which fund pays")]
    missing = []
    if intention.unfunded > ZERO or any(not each.fund for each in intention.budgets):
        missing.append(Missing(f"{here}.budgets", "which fund pays, and in which years"))
    if any(each.amounts is None for each in intention.budgets):
        missing.append(Missing(f"{here}.budgets", "the amount of each year"))
    return missing


@final
class _Planned(NamedTuple):
    """What intentions plan to take from a fund, or from one year of it."""

    amount: int = 0
    committed: int = 0
    intentions: tuple[str, ...] = ()


def _planned(reviewed: Reviewed) -> dict[str, dict[FinancialYear | None, _Planned]]:
    """Add up what is planned, by fund and year; all years as one where the fund keeps none."""
    found: dict[str, dict[FinancialYear | None, list[tuple[int, int, str]]]] = {}
    for intention in reviewed.intentions.values():
        for budget in intention.budgets:
            account = reviewed.accounts.get(budget.fund)
            if account is None or budget.amounts is None:
                continue
            years = found.setdefault(budget.fund, {})
            for year, amount in budget.amounts.items():
                held = None if budget.committed is None else budget.committed.get(year)
                taken = 0 if held is None else held.in_pence
                key = year if account.fund.by_year else None
                years.setdefault(key, []).append((amount.in_pence, taken, intention.reference))
    return {
        fund: {year: _summed(taken) for year, taken in years.items()}
        for fund, years in found.items()
    }


def _summed(taken: list[tuple[int, int, str]]) -> _Planned:
    amounts, committed, names = zip(*taken, strict=True)
    return _Planned(sum(amounts), sum(committed), tuple(dict.fromkeys(names)))


def _year(key: FinancialYear | None) -> int:
    return 0 if key is None else key.starts_in


@rule(
    id="money.uncommitted",
    title="What is planned is within each fund and year",
    citation=COUNTS.at("R-COM-1"),
    in_force=ALWAYS,
)
def within_funds(reviewed: Reviewed, basis: Basis) -> Iterator[Part]:
    """Hold what all intentions plan from a fund and year against what it has."""
    planned = _planned(reviewed)
    for reference, account in reviewed.accounts.items():
        years = planned.get(reference, {})
        if not years:
            continue
        position = account.position
        if account.entries:
            _, position = reviewed.offered(account, basis)
        for year in sorted(years, key=_year):
            if position is None:
                yield _no_position(account, year, years[year])
            else:
                yield from _held_against(account, position, year, years[year])


def _no_position(account: Account, year: FinancialYear | None, planned: _Planned) -> Finding:
    missing = Missing(f"accounts[{account.reference!r}].position", "what its entries come to")
    return Finding(
        "money.uncommitted",
        _titled("Uncommitted", year),
        Result.UNDETERMINED,
        Aspect.AMOUNT,
        account.reference,
        COUNTS.at("R-COM-1"),
        Money.pence(planned.amount),
        "at most",
        None,
        (missing,),
    )


def _titled(title: str, year: FinancialYear | None) -> str:
    return title if year is None else f"{title} in {year}"


def _held_against(
    account: Account, position: Position, year: FinancialYear | None, planned: _Planned
) -> Iterator[Finding]:
    sums = position.sums(year=year)
    taken, claims = sums.authorised - sums.uncommitted, planned.committed > 0
    tests = (
        ("money.authorised", "Authorised", planned.amount, sums.authorised),
        *([("money.committed", "Committed already", planned.committed, taken)] * claims),
        (
            "money.uncommitted",
            "Uncommitted",
            planned.amount - planned.committed,
            sums.uncommitted,
        ),
    )
    for rule_id, title, needs, room in tests:
        most = max(room, ZERO)
        over = Money.pence(needs) - most
        fits = over <= ZERO
        single = len(planned.intentions) == 1 and not fits and rule_id != "money.committed"
        yield Finding(
            rule_id,
            _titled(title, year),
            Result.MET if fits else Result.NOT_MET,
            Aspect.AMOUNT,
            account.reference,
            COUNTS.at("R-COM-1"),
            Money.pence(needs),
            "at most",
            most,
            remedy=Remedy("budgets", most, "reduce by", over) if single else None,
            note=f"planned by {', '.join(planned.intentions)}",
        )


@rule(
    id="money.entries",
    title="Entries offered to a fund are within it",
    citation=COUNTS.at("R-ACC-3"),
    in_force=ALWAYS,
)
def entries_offered(reviewed: Reviewed, basis: Basis) -> Iterator[Part]:
    """Judge the entries that are offered to each fund by the rules of funds."""
    for account in reviewed.accounts.values():
        if account.entries:
            verdicts, _ = reviewed.offered(account, basis)
            title = f"Entries offered to {account.reference}"
            yield Verdict.all_of(verdicts, title=title, subject=account.reference)


def with_two_readings(
    clauses: Iterable[Clause], rule_id: str, subject: str, basis: Basis
) -> Iterator[Finding]:
    """Say which words have more than one reading, and which reading the council has chosen."""
    for clause in sorted(walk(clauses), key=lambda each: each.reference):
        if not isinstance(clause, Readings):
            continue
        chosen = basis.reading(clause.reference)
        names: Value = tuple(each.name for each in clause.readings)
        settled = chosen is not None
        missing = Missing(clause.reference, "which reading of the words is meant")
        yield Finding(
            rule_id,
            clause.title,
            Result.MET if settled else Result.UNDETERMINED,
            Aspect.RECORD,
            subject,
            clause.source,
            chosen,
            "one of",
            names,
            () if settled else (missing,),
            note=clause.wrong,
        )


@rule(
    id="money.two-readings",
    title="The words that bind a fund have one reading",
    citation=COUNTS.at("readings"),
    in_force=ALWAYS,
)
def two_readings(reviewed: Reviewed, basis: Basis) -> Iterator[Part]:
    """Keep open what a fund's words leave open, unless the council has chosen a reading."""
    for reference, account in reviewed.accounts.items():
        clauses = [one for each in account.fund.stipulations for one in each.clauses]
        yield from with_two_readings(clauses, "money.two-readings", reference, basis)


@rule(
    id="money.national-sum",
    title="A national sum is no receipt of one body",
    citation=COUNTS.at("R-PCT-1"),
    in_force=ALWAYS,
)
def national_sum(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask what came to this body of what was announced for all, and never take the whole for it."""
    for each in sorted(reviewed.portfolio.sums, key=lambda one: one.reference):
        yield _share_of(each, reviewed)


def _share_of(announced: NationalSum, reviewed: Reviewed) -> Finding:
    here, share = f"sums[{announced.reference!r}]", announced.own_share
    account = reviewed.accounts.get(announced.fund)
    position = None if account is None else account.position
    booked = None if position is None else position.sums().authorised
    # a fund that holds more has other money in it, and shows nothing of this sum
    whole = booked == announced.amount or (share is not None and share >= announced.amount)
    wanted = (
        ("own_share", share, "what came to this body of it"),
        ("fund", account, "the fund that it came to"),
    )
    missing = tuple(Missing(f"{here}.{name}", words) for name, there, words in wanted if not there)
    result = Result.UNDETERMINED if missing else Result.MET
    return Finding(
        "money.national-sum",
        "No receipt of this body",
        Result.NOT_MET if whole else result,
        Aspect.AMOUNT,
        announced.reference,
        announced.source,
        share,
        "less than",
        announced.amount,
        () if whole else missing,
        note=f"{announced.amount} was for {announced.to}, and is no receipt of any one body",
    )
