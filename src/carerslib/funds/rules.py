"""The rules that every entry of a fund is held to, besides the clauses of its stipulations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.clauses._measures import spread
from carerslib.funds._known import known
from carerslib.funds._labels import (
    as_advice,
    carrying_forward,
    labels,
    stipulations,
    virement,
)
from carerslib.funds._reserves import stays_for_its_purpose
from carerslib.funds.conventions import UNREAD_CARRY_FORWARD
from carerslib.funds.entries import EntryKind
from carerslib.funds.offers import ALWAYS, COUNTS, Drawn, Offer, result_if
from carerslib.money import Money
from carerslib.periods import FinancialYear
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Part, Remedy, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = ["RULES"]


@rule(
    id="fund.reference",
    title="Each entry once",
    citation=COUNTS.at("R-ACC-4"),
    in_force=ALWAYS,
)
def _reference(offer: Offer, _basis: Basis) -> Iterator[Part]:
    entry = offer.entry
    yield _once(
        offer, "fund.reference", entry.reference, "no entry of the fund has had", offer.repeated
    )
    if offer.on_document is not None:
        yield _taken_off_a_document(offer, offer.on_document)
    elif entry.document is not None:
        permitted = f"no entry of the fund has {offer.documented or 'paid'}"
        found = _once(offer, "fund.document", entry.document, permitted, bool(offer.documented))
        settles = offer.documented == "accrued" and entry.kind is EntryKind.EXPENDITURE
        yield found._replace(note="what pays it settles the accrual") if settles else found


def _once(offer: Offer, rule_id: str, measured: str, permitted: str, again: bool) -> Finding:  # noqa: FBT001 - the fact itself
    what = "reference" if rule_id == "fund.reference" else "document"
    return Finding(
        rule_id,
        "Each entry once" if what == "reference" else "Each document once",
        result_if(not again),
        Aspect.RECORD,
        offer.subject,
        COUNTS.at("R-ACC-4"),
        measured=measured,
        comparison=f"a {what} that",
        permitted=permitted,
    )


def _taken_off_a_document(offer: Offer, stands: int) -> Finding:
    """Judge a correction by the document that it names: what voids a payment takes all of it off.

    So a document can be paid again, and never comes to more than was owed on it.
    """
    entry, left = offer.entry, Money.pence(stands)
    pence = entry.amount.in_pence
    met = 0 < stands == pence if entry.voids else pence <= stands
    up = entry.voids and pence < stands
    change = Money.pence(abs(stands - pence))
    return Finding(
        "fund.document",
        "Taken off a document",
        result_if(met),
        Aspect.RECORD,
        offer.subject,
        COUNTS.at("R-ACC-4"),
        measured=entry.amount,
        comparison="all of" if entry.voids else "at most",
        permitted=left,
        remedy=Remedy("amount", left, "raise by" if up else "reduce by", change)
        if not met and stands > 0 and entry.by_year is None and _is_there(offer, stands)
        else None,
        note=f"{left} was paid on {entry.document}"
        + ("" if stands else f" as {entry.corrects} for the same order with the same words"),
    )


def _is_there(offer: Offer, pence: int) -> bool:
    """Say whether so much can be taken off everything that an entry takes something off."""
    return all(each.room >= pence for each in (*offer.resolved, *offer.undone))


@rule(
    id="fund.open-year",
    title="The year is open",
    citation=COUNTS.at("R-ACC-2"),
    in_force=ALWAYS,
)
def _open_year(offer: Offer, _basis: Basis) -> Iterator[Part]:
    if offer.closed:
        yield Finding(
            "fund.open-year",
            "The year is open",
            Result.NOT_MET,
            Aspect.DATES,
            offer.subject,
            COUNTS.at("R-ACC-2"),
            measured=", ".join(map(str, offer.closed)),
            comparison="a year that",
            permitted="is not closed",
            note="what is found after the close is dealt with in an open year",
        )


@rule(
    id="fund.uncommitted",
    title="Uncommitted money",
    citation=COUNTS.at("R-ACC-3"),
    in_force=ALWAYS,
)
def _uncommitted(offer: Offer, _basis: Basis) -> Iterator[Part]:
    single = len(offer.drawn) == 1
    for drawn in offer.drawn:
        year = offer.entry.in_year
        ahead = drawn.year > year and offer.entry.moves is EntryKind.COMMITMENT
        if ahead and drawn.needs > max(drawn.room, 0) and offer.entry.corrects is None:
            yield _ahead(offer, drawn)
        else:
            source = COUNTS.at("R-ACC-3")
            yield _amount(offer, "fund.uncommitted", "Uncommitted", drawn, source, single=single)
    for ceiling in offer.ceilings:
        title = "Ceiling of the head"
        yield _amount(offer, "fund.ceiling", title, ceiling, offer.fund.source, single=single)


def _amount(  # noqa: PLR0913 - what a finding about an amount differs in
    offer: Offer, rule_id: str, title: str, drawn: Drawn, source: Citation, *, single: bool = True
) -> Finding:
    """Hold what an entry needs against what there is; mended only where one amount settles it."""
    room = max(drawn.room, 0)
    left, over = Money.pence(room), Money.pence(drawn.needs - room)
    met = drawn.needs <= room
    # what is void goes as a whole, and less of it would not do
    mends = not met and room > 0 and single and not offer.entry.voids
    mends = mends and offer.entry.by_year is None
    return Finding(
        rule_id,
        title,
        result_if(met),
        Aspect.AMOUNT,
        offer.subject,
        source,
        measured=Money.pence(drawn.needs),
        comparison="at most",
        permitted=left,
        remedy=Remedy("amount", left, "reduce by", over) if mends else None,
        note=f"{left} {drawn.what}",
    )


def _ahead(offer: Offer, drawn: Drawn) -> Finding:
    beyond = Money.pence(drawn.needs - max(drawn.room, 0))
    approvers, by = offer.fund.approves_ahead, offer.entry.by
    met = by is not None and (not approvers or by in approvers)
    return Finding(
        "fund.ahead",
        f"Commitment of {FinancialYear(drawn.year)} before its allocation",
        result_if(met),
        Aspect.PRECONDITION,
        offer.subject,
        COUNTS.at("R-ACC-3"),
        measured=by,
        comparison="approved by",
        permitted=approvers or "whoever local rules name",
        note=f"{beyond} is beyond what has been allocated",
    )


@rule(
    id="fund.balance",
    title="What is open on an order, and what a correction takes off",
    citation=COUNTS.at("R-ACC-5"),
    in_force=ALWAYS,
)
def _balances(offer: Offer, _basis: Basis) -> Iterator[Part]:
    source = COUNTS.at("R-ACC-5")
    if offer.voided is not None:
        yield _void(offer, *offer.voided)
    for drawn in offer.resolved:
        yield _amount(offer, "fund.balance", "Open", drawn, source)
    for drawn in offer.undone:
        yield _amount(offer, "fund.negative", "Posted before", drawn, source)


def _void(offer: Offer, left: int, done: int) -> Finding:
    """Judge what makes an order or accrual void: nothing was done on it, and all of it goes."""
    amount, whole = offer.entry.amount, Money.pence(left)
    met = 0 < amount.in_pence == left and done == 0
    mends = not met and done == 0 and amount < whole and offer.entry.by_year is None
    mends = mends and _is_there(offer, left)
    return Finding(
        "fund.void",
        "All of what is void",
        result_if(met),
        Aspect.RECORD,
        offer.subject,
        COUNTS.at("R-ACC-5"),
        measured=amount,
        comparison="all of",
        permitted=whole,
        remedy=Remedy("amount", whole, "raise by", whole - amount) if mends else None,
        note=f"{Money.pence(done)} was delivered or paid on it" if done else "",
    )


@rule(
    id="fund.counted",
    title="What a correction leaves of a count",
    citation=COUNTS.at("R-ACC-5"),
    in_force=ALWAYS,
)
def _counted(offer: Offer, basis: Basis) -> Iterator[Part]:
    """Judge a grant that is cut, and an order that is open again, by what counts.

    Nothing is taken off that did not count.
    """
    entry = offer.entry
    if entry.corrects is None:
        return
    was_there = all(each.needs <= each.room for each in (*offer.resolved, *offer.undone))
    for (stipulation, clause), tally in zip(offer.fund.counting, offer.tallies, strict=True):
        if tally is None:
            continue
        binds = stipulation is None or stipulation.binds
        if entry.corrects in (EntryKind.ALLOCATION, EntryKind.RELEASE):
            part = clause.finding(entry, tally, basis)
            yield part if binds else as_advice(part)
        elif was_there and any(spread(total)[0] < 0 for total in tally[1]):
            yield Finding(
                clause.reference,
                "Counted before",
                Result.NOT_MET,
                Aspect.COUNT,
                offer.subject,
                clause.source,
                measured=offer.subject,
                comparison="takes off",
                permitted="what an entry has counted",
                binding=binds,
                note="nothing is left of the count that it takes off",
            )


RULES: Final[RuleSet[Offer]] = RuleSet(
    "carerslib.funds",
    "2026-11",
    (
        _reference,
        _open_year,
        labels,
        _uncommitted,
        _balances,
        _counted,
        known,
        virement,
        carrying_forward,
        stays_for_its_purpose,
        stipulations,
    ),
    conventions=(UNREAD_CARRY_FORWARD,),
)
"""The rules asked of every entry; a council adds its own with ``RULES.extended(...)``."""
