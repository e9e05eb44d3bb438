"""The rules about what an entry says of itself: its labels, where it goes, and the stipulations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.citations import Citation
from carerslib.clauses import EMPTY, Floor
from carerslib.funds._left import as_chosen, not_said, what_is_left, words_on_what_is_owed
from carerslib.funds._purposes import concerning
from carerslib.funds._wording import for_entries
from carerslib.funds.entries import SPENDING, Entry, EntryKind
from carerslib.funds.offers import ALWAYS, COUNTS, Offer, result_if
from carerslib.funds.stipulations import (
    CarryForward,
    FundType,
    Stipulation,
)
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.clauses import Clause, Tally
    from carerslib.funds.model import Band, Outlay

__all__ = ["as_advice", "carrying_forward", "labels", "stipulations", "virement"]

_LGA_2003: Final = Citation("Local Government Act 2003", "section 31(5)")


def _named(
    offer: Offer, title: str, value: str | None, known: tuple[str, ...], *, needed: bool
) -> Iterator[Part]:
    """Judge a head or a source by those that the fund names."""
    if not known or (value is None and not needed):
        return
    what = title.lower()
    result = Result.MET if value in known else Result.NOT_MET
    yield Finding(
        f"fund.{what}",
        title,
        Result.UNDETERMINED if value is None else result,
        Aspect.SCOPE,
        offer.subject,
        offer.fund.source,
        value,
        "one of" if len(known) > 1 else "only",
        known,
        (Missing(f"entry.{what}", f"which {what} of the fund it is for"),) if value is None else (),
        asked=value is not None,
    )


_MONEY_IN: Final = frozenset(
    {EntryKind.ALLOCATION, EntryKind.RECEIPT, EntryKind.CARRY_FORWARD, EntryKind.RETURN}
)


@rule(
    id="fund.labels",
    title="Heads, sources, capital and revenue",
    citation=COUNTS.at("R-ACC-6"),
    in_force=ALWAYS,
)
def labels(offer: Offer, _basis: Basis) -> Iterator[Part]:
    entry, fund = offer.entry, offer.fund
    heads = tuple(fund.head)
    # a virement may come out of what is not allotted to any head
    needed = entry.moves not in _MONEY_IN and entry.moves is not EntryKind.VIREMENT
    yield from _named(offer, "Head", entry.head, heads, needed=needed)
    if entry.to_head is not None:
        yield from _named(offer, "Head", entry.to_head, heads, needed=True)
    yield from _named(offer, "Source", entry.source, fund.sources, needed=True)
    known = fund.head.get(entry.head or "")
    kept = (known.outlay if known is not None else None) or fund.outlay
    if kept is not None and entry.moves in SPENDING:
        yield _outlay(offer, kept)


def _outlay(offer: Offer, kept: Outlay) -> Finding:
    stated = offer.entry.outlay
    missing = (Missing("entry.outlay", "whether it is capital or revenue"),)
    result = Result.MET if stated is kept else Result.NOT_MET
    return Finding(
        "fund.outlay",
        "Capital or revenue",
        Result.UNDETERMINED if stated is None else result,
        Aspect.SCOPE,
        offer.subject,
        offer.fund.source,
        stated,
        "only",
        kept,
        missing if stated is None else (),
        asked=stated is not None,
    )


@rule(
    id="fund.virement",
    title="Virement",
    citation=COUNTS.at("R-ACC-7"),
    in_force=ALWAYS,
)
def virement(offer: Offer, _basis: Basis) -> Iterator[Part]:
    entry, fund = offer.entry, offer.fund
    if entry.kind is not EntryKind.VIREMENT:
        return
    if entry.out_to is not None:
        for each in fund.stipulations_on(entry.counts_for):
            if each.ring_fence:
                yield _leak(offer, each)
    crossing = _crosses(offer)
    if crossing is None:
        missing = (Missing("entry.outlay", "whether it goes to capital or to revenue"),)
        yield Finding(
            "fund.virement",
            "Capital or revenue",
            Result.UNDETERMINED,
            Aspect.SCOPE,
            offer.subject,
            fund.source,
            missing=missing,
            asked=False,
        )
        return
    bands = [band for band in fund.virement if band.crossing is crossing]
    if bands or crossing:
        fitting = [band for band in bands if band.up_to is None or entry.amount <= band.up_to]
        yield _approved(offer, fitting) if fitting else _beyond(offer, bands)


def _approved(offer: Offer, fitting: list[Band]) -> Finding:
    """Hold who approved it against each band that goes so far: who may approve more may this."""
    by = offer.entry.by
    approvers = tuple(dict.fromkeys(each for band in fitting for each in band.approvers))
    band = next((band for band in fitting if by in band.approvers), fitting[0])
    missing = () if by is not None else (Missing("entry.by", "who approved the virement"),)
    return Finding(
        "fund.virement",
        "Who approves the virement",
        Result.UNDETERMINED if by is None else result_if(by in approvers),
        Aspect.HOLDER,
        offer.subject,
        band.source,
        by,
        "one of" if len(approvers) > 1 else "only",
        approvers,
        missing,
        asked=by is not None,
        note="between capital and revenue" if band.crossing else f"{offer.entry.amount} is moved",
    )


def _beyond(offer: Offer, bands: list[Band]) -> Finding:
    """Say that nobody may approve it: more than every band, or between capital and revenue."""
    amount = offer.entry.amount
    most = max((band.up_to for band in bands if band.up_to is not None), default=None)
    return Finding(
        "fund.virement",
        "Who approves the virement",
        Result.NOT_MET,
        Aspect.HOLDER,
        offer.subject,
        offer.fund.source,
        amount,
        "at most",
        most,
        remedy=None if most is None else Remedy("amount", most, "reduce by", amount - most),
        note="" if bands else "nobody is named who may move money between capital and revenue",
    )


def _crosses(offer: Offer) -> bool | None:
    """Say whether a virement goes from revenue to capital or back; None where that is not known."""
    entry, fund = offer.entry, offer.fund
    heads = (fund.head.get(entry.head or ""), fund.head.get(entry.to_head or ""))
    one, other = ((head.outlay if head else None) or fund.outlay for head in heads)
    between = entry.to_head is not None and one is not None and other not in (None, one)
    if entry.outlay is not None and not between:
        other = entry.outlay  # what it is said to be for does not unsay what the heads are
    elif one is not None and entry.out_to is not None:
        return None
    return one is not None and other is not None and one is not other


def _leak(offer: Offer, stipulation: Stipulation) -> Finding:
    return Finding(
        stipulation.reference,
        "Ring-fence",
        Result.NOT_MET,
        Aspect.SCOPE,
        offer.subject,
        stipulation.source,
        measured=offer.entry.out_to,
        comparison="only",
        permitted=offer.fund.reference,
        binding=stipulation.binds,
        note=f"set by {stipulation.set_by}, which alone can lift it",
    )


@rule(
    id="fund.carry-forward",
    title="Carrying forward",
    citation=COUNTS.at("the order of treatment at a year's end"),
    in_force=ALWAYS,
)
def carrying_forward(offer: Offer, basis: Basis) -> Iterator[Part]:
    """Judge a carry-forward as its year ends: by the words that stand then, else by the fund.

    It is :func:`.what_is_left` that says so, as of a year that is closed. What is left of a reserve
    of an earlier year is carried as one, whatever is said of other money.
    """
    entry, fund = offer.entry, as_chosen(offer.fund, basis)
    if entry.kind is not EntryKind.CARRY_FORWARD:
        return
    if offer.carried_of is not None:
        yield _carried(offer, offer.carried_of, CarryForward.RESERVE)
        return
    place = (fund.pot(entry.head), entry.source or "")
    left = what_is_left(fund, entry.year, place)
    for each in left.owed:
        yield _carried(offer, each, words_on_what_is_owed(each, entry.year))
    if left.says is not None:
        for each in left.by:
            yield _carried(offer, each, left.says)
    elif left.by or not left.owed:
        yield _carried_by_type(offer, left.by)
    for each in concerning(fund.stipulations_on(entry.year.last_day), fund, place):
        if each.carry_forward not in (None, CarryForward.NOT_READ) and not each.binds:
            yield _carried(offer, each, each.carry_forward)


def _carried(offer: Offer, each: Stipulation, words: CarryForward) -> Finding:
    by = offer.entry.by
    consent = words is CarryForward.WITH_CONSENT
    result = result_if(words is not CarryForward.NOT_ALLOWED)
    if consent:
        result = Result.UNDETERMINED if by is None else result_if(by == each.set_by)
    missing = (Missing("entry.by", f"the written consent of {each.set_by}"),)
    return Finding(
        each.reference,
        "Carry-forward",
        result,
        Aspect.PRECONDITION,
        offer.subject,
        each.source,
        by if consent else str(offer.entry.kind),
        "agreed by" if consent else "as the words say",
        each.set_by if consent else str(words),
        missing if result is Result.UNDETERMINED else (),
        binding=each.binds,
        asked=result is not Result.UNDETERMINED,
    )


_BY_TYPE: Final = {
    FundType.GENERAL_GRANT: Result.MET,
    FundType.TARGETED_GRANT: Result.MET,
    FundType.UNPROTECTED_BUDGET: Result.NOT_MET,
}


def _carried_by_type(offer: Offer, unsaid: tuple[Stipulation, ...]) -> Finding:
    """Judge by the kind of fund, unless a condition does not say, or it was not read."""
    fund = offer.fund
    result = Result.UNDETERMINED if unsaid else _BY_TYPE.get(fund.type, Result.UNDETERMINED)
    open_ = Missing("fund.stipulations", "what becomes of money that is left")
    missing = (not_said(unsaid[0]) if unsaid else open_,)
    return Finding(
        "fund.carry-forward",
        "Carry-forward",
        result,
        Aspect.PRECONDITION,
        offer.subject,
        fund.source,
        str(offer.entry.kind),
        "as it is",
        f"{'an' if fund.type is FundType.UNPROTECTED_BUDGET else 'a'} {fund.type}",
        missing if result is Result.UNDETERMINED else (),
        note=f"it lapses to {fund.wider_budget}" if fund.wider_budget else "",
    )


@rule(
    id="fund.stipulations",
    title="Stipulations",
    citation=_LGA_2003,
    in_force=ALWAYS,
)
def stipulations(offer: Offer, basis: Basis) -> Iterator[Part]:
    """Judge spending, and what a virement is for, by each clause of what stands on the day."""
    entry, fund = offer.entry, offer.fund
    spends, moved = entry.kind in SPENDING, entry.kind is EntryKind.VIREMENT
    tallies = {
        clause.reference: tally
        for (_, clause), tally in zip(fund.counting, offer.tallies, strict=False)
    }
    for each in fund.stipulations_on(entry.counts_for):
        for clause in each.clauses:
            tally = tallies.get(clause.reference)
            counts = clause.reference in fund.counted
            judged = tally is not None and spends if counts else spends or moved
            if judged and not (_is_floor(clause) and (moved or _resolves(entry))):
                part = clause.finding(entry, EMPTY if tally is None else tally, basis)
                part = for_entries(part)
                yield part if each.binds else as_advice(part)
    if moved:
        yield from _virement_clauses(offer, tallies, basis)


def _resolves(entry: Entry) -> bool:
    """Say whether spending is on an order or an accrual, which was held to a least amount then."""
    on_order = entry.order is not None and entry.kind is not EntryKind.COMMITMENT
    return on_order or entry.settles is not None


def _is_floor(clause: Clause) -> bool:
    inner = getattr(clause, "inner", ())
    return isinstance(clause, Floor) or (bool(inner) and all(map(_is_floor, inner)))


def _virement_clauses(
    offer: Offer, tallies: dict[str, Tally | None], basis: Basis
) -> Iterator[Part]:
    for clause in offer.fund.virement_clauses:
        tally = tallies.get(clause.reference)
        yield for_entries(clause.finding(offer.entry, EMPTY if tally is None else tally, basis))


def as_advice(part: Part) -> Part:
    """Give a finding, or all findings of a verdict, as advice that decides nothing."""
    if isinstance(part, Finding):
        note = part.note
        if part.result is Result.NOT_MET:
            note = f"{note}; expected, not required" if note else "expected, not required"
        return part._replace(binding=False, note=note)
    return Verdict.all_of(
        [as_advice(each) for each in part.parts],
        title=part.title,
        subject=part.subject,
        basis=part.basis,
    )
