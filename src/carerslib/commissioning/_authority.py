"""Rules about authority: who approved what is intended, and under what contracts are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.awards import (
    AWARD,
    CALL_OFF,
    DIRECT_AWARD,
    ENTER_AGREEMENT,
    EXTEND,
    GRANT,
    MODIFY,
    SPEND,
    Used,
    contradictions,
    judge,
    judge_register,
)
from carerslib.awards._chosen import with_readings_of
from carerslib.commissioning._money import with_two_readings
from carerslib.commissioning.reviewed import NOTED_ONLY
from carerslib.commissioning.timetable import MilestoneKind
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.periods import on_or_before
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards import Authority, Resolution
    from carerslib.basis import Basis
    from carerslib.commissioning.arrangements import Arrangement
    from carerslib.commissioning.intentions import CommissioningIntention
    from carerslib.commissioning.reviewed import Reviewed
    from carerslib.periods import Day

__all__ = [
    "approved",
    "authority_to_award",
    "contracts_judged",
    "joined_up",
    "record_agrees",
    "words_with_one_reading",
]

_BUYING: Final = frozenset(
    {AWARD, DIRECT_AWARD, GRANT, CALL_OFF, ENTER_AGREEMENT, EXTEND, MODIFY, SPEND}
)


@rule(
    id="authority.approved",
    title="A resolution approved each intention",
    citation=COUNTS.at("resolutions"),
    in_force=ALWAYS,
)
def approved(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask which resolution approved an intention, or asked for it; to note it does neither."""
    for intention in reviewed.intentions.values():
        resolution = reviewed.resolutions.get(intention.approved_by)
        noted = reviewed.only_noted(intention)
        missing = Missing(
            f"intentions[{intention.reference!r}].approved_by",
            "the resolution that approved it, or asked for it",
        )
        held = resolution is not None and not noted
        asked = reviewed.only_asked(intention)
        yield Finding(
            "authority.approved",
            "Asked for" if asked else "Approved",
            Result.MET if held else Result.UNDETERMINED,
            Aspect.POWER,
            intention.reference,
            intention.source if resolution is None else resolution.source,
            intention.approved_by or None,
            "" if resolution is None else "by",
            None if resolution is None else resolution.body,
            () if held else (missing,),
            note=NOTED_ONLY if noted else "asked for, and not approved" if asked else "",
        )


def _awarding(intention: CommissioningIntention, reviewed: Reviewed) -> list[Authority]:
    """Give the authorities of an intention under which a contract or a grant could be made."""
    named = {*intention.authorities, *(each.authority for each in intention.budgets)}
    known = (reviewed.authorities.get(each) for each in sorted(named))
    return [each for each in known if each is not None and not _BUYING.isdisjoint(each.powers)]


@rule(
    id="authority.award",
    title="What is to be bought has an authority to buy it",
    citation=COUNTS.at("resolutions"),
    in_force=ALWAYS,
)
def authority_to_award(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask for an authority to award, grant, call off, extend or enter an agreement."""
    for intention in reviewed.intentions.values():
        if not intention.buys:
            continue
        found = _awarding(intention, reviewed)
        missing = Missing(
            f"intentions[{intention.reference!r}].authorities", "an authority to award or to grant"
        )
        yield Finding(
            "authority.award",
            "Authority to award",
            Result.MET if found else Result.UNDETERMINED,
            Aspect.POWER,
            intention.reference,
            found[0].source if found else intention.source,
            tuple(each.reference for each in found) or None,
            "with a power of",
            tuple(sorted(_BUYING)),
            () if found else (missing,),
        )


@rule(
    id="authority.joined-up",
    title="Intentions, timetable and authority are joined up",
    citation=COUNTS.at("what is joined up"),
    in_force=ALWAYS,
)
def joined_up(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask that what is to be bought is approved, timed and authorised, in that order."""
    for intention in reviewed.intentions.values():
        if intention.buys:
            yield _joined(intention, reviewed)


def _joined(intention: CommissioningIntention, reviewed: Reviewed) -> Finding:
    here = f"intentions[{intention.reference!r}]"
    noted = reviewed.only_noted(intention)
    resolution = None if noted else reviewed.resolutions.get(intention.approved_by)
    timetable = reviewed.timetables.get(intention.timetable)
    opens = None if timetable is None else timetable.first_day(MilestoneKind.TENDER_OPENS)
    wanted = (
        ("approved_by", resolution, "the resolution that approved it, or asked for it"),
        ("timetable", timetable, "the timetable that it follows"),
        ("authorities", _awarding(intention, reviewed), "an authority to award or to grant"),
    )
    missing = [Missing(f"{here}.{field}", words) for field, there, words in wanted if not there]
    in_order = _in_order(resolution, opens)
    if in_order is None:
        missing.append(Missing(f"{here}.approved_by", "the day of the resolution, to compare"))
    result = Result.UNDETERMINED if missing else Result.MET
    return Finding(
        "authority.joined-up",
        "Joined up",
        Result.NOT_MET if in_order is False else result,
        Aspect.RECORD,
        intention.reference,
        intention.source,
        None if resolution is None else resolution.resolved_on,
        "" if opens is None else "on or before tendering begins,",
        opens,
        () if in_order is False else tuple(missing),
        note=_chain(intention, resolution, reviewed),
    )


def _in_order(resolution: Resolution | None, opens: Day | None) -> bool | None:
    """Say whether it was approved before tendering begins; nothing is late that has no day."""
    if resolution is None or opens is None:
        return True
    if resolution.resolved_on is None:
        return None
    return on_or_before(resolution.resolved_on, opens)


def _chain(
    intention: CommissioningIntention, resolution: Resolution | None, reviewed: Reviewed
) -> str:
    done = "asked for" if reviewed.only_asked(intention) else "approved"
    links = (
        None if resolution is None else f"{done} by {resolution.reference}",
        f"timed by {intention.timetable}" if intention.timetable in reviewed.timetables else None,
        ", ".join(f"under {each.reference}" for each in _awarding(intention, reviewed)),
    )
    return ", ".join(filter(None, links))


@rule(
    id="authority.contracts",
    title="Contracts are within the authority that they are made under",
    citation=COUNTS.at("R-COM-1"),
    in_force=ALWAYS,
)
def contracts_judged(reviewed: Reviewed, basis: Basis) -> Iterator[Part]:
    """Judge the contracts made under each resolution by the rules of awards, beside each other."""
    under: dict[str, list[Arrangement]] = {}
    for each in reviewed.arrangements.values():
        if each.resolution in reviewed.resolutions:
            under.setdefault(each.resolution, []).append(each)
        else:
            yield _no_resolution(each)
    used = dict(reviewed.portfolio.used)
    for reference in sorted(under):
        resolution = reviewed.resolutions[reference]
        verdicts = _judged(resolution, under[reference], used.get(reference), reviewed, basis)
        title = f"Contracts under {reference}"
        yield Verdict.all_of(verdicts, title=title, subject=reference)


def _no_resolution(arrangement: Arrangement) -> Finding:
    field = f"arrangements[{arrangement.reference!r}].resolution"
    return Finding(
        "authority.contracts",
        "Made under a resolution",
        Result.UNDETERMINED,
        Aspect.POWER,
        arrangement.reference,
        COUNTS.at("resolutions"),
        arrangement.resolution or None,
        missing=(Missing(field, "the resolution that it is made under"),),
    )


def _judged(
    resolution: Resolution,
    made: list[Arrangement],
    used: Used | None,
    reviewed: Reviewed,
    basis: Basis,
) -> list[Part]:
    """Judge contracts by their days; those without a day come after the others, in no order."""
    rules = reviewed.award_rules
    rests_on = with_readings_of(resolution, reviewed.under(rules, basis))
    dated = [each.proposal for each in made if each.proposal.on is not None]
    others = [each.proposal for each in made if each.proposal.on is None]
    parts: list[Part] = [
        *judge_register(dated, under=resolution, used=used, basis=rests_on, rules=rules)
    ]
    if others and dated:
        used = (used or Used()).after(*dated, under=resolution, basis=rests_on)
    for proposal in others:
        parts.append(judge(proposal, under=resolution, used=used, basis=rests_on, rules=rules))
        if len(others) > 1:
            missing = Missing("proposal.on", "the day of the act, to put it in its place")
            parts.append(_open(proposal.reference, "Order of the contracts", missing))
    if len(resolution.authorities) > 1:
        missing = Missing("proposal.relies_on", "the authority that it is made under")
        parts += [
            _open(each.reference, "Authority relied on", missing)
            for each in made
            if not each.authority
        ]
    return parts


def _open(reference: str, title: str, missing: Missing) -> Finding:
    return Finding(
        "authority.contracts",
        title,
        Result.UNDETERMINED,
        Aspect.RECORD,
        reference,
        COUNTS.at("resolutions"),
        missing=(missing,),
    )


@rule(
    id="authority.two-readings",
    title="The words of each authority have one reading",
    citation=COUNTS.at("readings"),
    in_force=ALWAYS,
)
def words_with_one_reading(reviewed: Reviewed, basis: Basis) -> Iterator[Part]:
    """Keep open what the words of an authority leave open, unless a reading is chosen."""
    for reference, authority in reviewed.authorities.items():
        yield from with_two_readings(authority.clauses, "authority.two-readings", reference, basis)


@rule(
    id="authority.record",
    title="The record of each resolution agrees with itself",
    citation=COUNTS.at("contradictions"),
    in_force=ALWAYS,
)
def record_agrees(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise where the record of a resolution contradicts itself."""
    for resolution in reviewed.resolutions.values():
        yield from contradictions(resolution)
