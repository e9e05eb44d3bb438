"""What is kept in a reserve stays for what it was given for, after the days of the words are over.

Sums do not say which money of a year is spent first. So where the words do not allow a spending, it
fits for certain only into what was not brought forward.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.clauses import EMPTY, Except, Includes, Only
from carerslib.clauses._nested import walk
from carerslib.funds._left import what_is_left
from carerslib.funds._moves import BROUGHT, CARRIED, GIVES, moves, pot_of
from carerslib.funds.entries import SPENDING, Entry
from carerslib.funds.offers import ALWAYS, COUNTS, Kept
from carerslib.funds.stipulations import CarryForward
from carerslib.money import Money
from carerslib.periods import DateRange, FinancialYear
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.funds._moves import Pot
    from carerslib.funds._sheet import Sheet
    from carerslib.funds.model import Fund
    from carerslib.funds.offers import Offer
    from carerslib.funds.stipulations import Stipulation

__all__ = ["Reserve", "kept", "reserves", "stays_for_its_purpose"]

_SCOPES: Final = (Only, Except, Includes)
_ONLY_SAYS_SO: Final = (BROUGHT, CARRIED)


@final
class Reserve(NamedTuple):
    """A stipulation whose days are over, and the last year that it left as a reserve."""

    stipulation: Stipulation
    year: FinancialYear
    last: date


def reserves(fund: Fund) -> tuple[Reserve, ...]:
    """Give the stipulations that leave a reserve when their days are over."""
    found = []
    for each in fund.stipulations:
        days = each.days
        says = each.ring_fence or any(isinstance(one, _SCOPES) for one in walk(each.clauses))
        if not (each.binds and says) or days is None or days.is_open:
            continue
        year = FinancialYear.of(days.last)
        year = year if days.last == year.last_day else year.previous
        if each.stands_on(year.last_day, fund.lifts):
            left = what_is_left(fund, year)
            if left.owed or left.says is CarryForward.RESERVE:
                found.append(Reserve(each, year, days.last))
    return tuple(found)


def kept(entry: Entry, sheet: Sheet, held: tuple[Reserve, ...]) -> tuple[Kept, ...]:
    """Set what an entry needs beside each reserve that is not for it."""
    if not held or (entry.kind not in SPENDING and entry.out_to is None):
        return ()
    needs = _needs(entry, sheet.fund)
    return tuple(
        worst
        for each in held
        if _is_over(each, entry, sheet.fund) and not _allows(each.stipulation, entry, sheet.basis)
        for worst in _worst(each, needs, sheet)
    )


def _is_over(each: Reserve, entry: Entry, fund: Fund) -> bool:
    """Say whether its days are over, and whoever set it has not let the money go since."""
    day = entry.counts_for
    first = day.first if isinstance(day, DateRange) else day
    return each.last < first and not any(
        lift.on <= first for lift in fund.lifts if lift.lifts(each.stipulation)
    )


def _allows(stipulation: Stipulation, entry: Entry, basis: Basis) -> bool:
    """Say whether the purposes that it names allow an entry; what leaves the fund is none."""
    return entry.out_to is None and all(
        clause.result(entry, EMPTY, basis) is Result.MET
        for clause in walk(stipulation.clauses)
        if isinstance(clause, _SCOPES)
    )


def _needs(entry: Entry, fund: Fund) -> dict[Pot, int]:
    changes: dict[Pot, int] = {}
    for cell, counter, pence in moves(entry):
        pot = pot_of(cell, fund)
        changes[pot] = changes.get(pot, 0) - GIVES[counter] * pence
    return {pot: needs for pot, needs in changes.items() if needs > 0}


def _worst(each: Reserve, needs: dict[Pot, int], sheet: Sheet) -> list[Kept]:
    """Hold what is needed against its own pot, and against all pots: heads may pass it on."""
    found = []
    pots = {**sheet.start.pots.merged(), **sheet.pots}
    for starts_in in {pot[0] for pot in needs}:
        wanted = {pot: pence for pot, pence in needs.items() if pot[0] == starts_in}
        room = sum(pence for pot, pence in pots.items() if pot[0] == starts_in)
        if sheet.fund.by_year and starts_in <= each.year.starts_in:
            # an order that was placed late for a year of which all was for the purpose
            found.append(Kept(each.stipulation, sum(wanted.values()), 0, room))
            continue
        most = _most(each, starts_in, sheet)
        if most > 0:
            brought = _brought(each, starts_in, sheet)
            found.append(Kept(each.stipulation, sum(wanted.values()), room - most, most))
            for pot, pence in wanted.items():
                free = sheet.room_of(pot) - min(brought.get(pot, 0), most)
                found.append(Kept(each.stipulation, pence, free, most))
    return sorted(found, key=lambda one: one.free - one.needs)[:1]


def _most(each: Reserve, starts_in: int, sheet: Sheet) -> int:
    """Give the most that can be of the reserve in a year.

    What was not carried on in some year since is not what is brought forward now.
    """
    first = each.year.starts_in + 1
    years = range(first, starts_in + 1) if sheet.fund.by_year else (starts_in,)
    return min(sum(_brought(each, year, sheet).values()) for year in years)


def _brought(each: Reserve, starts_in: int, sheet: Sheet) -> dict[Pot, int]:
    """Give what is brought into a year, by pot; without years, what the last of its years left."""
    found: dict[Pot, int] = {}
    for cell, sums in sheet.all_cells().items():
        pot = pot_of(cell, sheet.fund)
        if not sheet.fund.by_year and cell[0] <= each.year.starts_in:
            left = sum(
                gives * pence
                for counter, (gives, pence) in enumerate(zip(GIVES, sums, strict=True))
                if counter not in _ONLY_SAYS_SO
            )
            found[pot] = found.get(pot, 0) + left
        elif sheet.fund.by_year and cell[0] == starts_in:
            found[pot] = found.get(pot, 0) + sums[BROUGHT]
    return found


@rule(
    id="fund.reserve",
    title="A reserve stays for its purpose",
    citation=COUNTS.at("the order of treatment at a year's end"),
    in_force=ALWAYS,
)
def stays_for_its_purpose(offer: Offer, _basis: Basis) -> Iterator[Part]:
    """Leave open what a reserve is not for, unless there is enough beside the reserve."""
    for each in offer.kept:
        fits = each.needs <= each.free
        reference, brought = each.stipulation.reference, Money.pence(each.brought)
        words = f"from which money it is spent: {brought} was kept for what it says"
        yield Finding(
            reference,
            "What is kept for its purpose",
            Result.MET if fits else Result.UNDETERMINED,
            Aspect.AMOUNT,
            offer.subject,
            each.stipulation.source,
            Money.pence(each.needs),
            "at most",
            Money.pence(max(each.free, 0)),
            missing=() if fits else (Missing(f"stipulation {reference}", words),),
            asked=fits,
            note=f"{brought} stays for its purpose",
        )
