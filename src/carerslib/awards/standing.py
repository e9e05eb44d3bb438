"""Whether an authority can be used on a day at all, and what its words leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards._areas import AMOUNT, END, START, unplaced
from carerslib.awards._binding import as_they_bind, in_each_reading
from carerslib.awards._coverage import is_limited
from carerslib.awards._together import together
from carerslib.awards._unnamed import as_option
from carerslib.clauses import Readings
from carerslib.clauses._each_reading import resting_on
from carerslib.clauses.readings import nothing_against
from carerslib.contracts import COUNTS_OPTIONS
from carerslib.periods import DateRange, Day, Term, earliest, latest, on_or_before
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from carerslib.awards.model import Authority, Resolution
    from carerslib.awards.proposals import Proposal
    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Extent
    from carerslib.verdicts import Value

__all__ = ["left_open", "of_authority", "of_resolution", "stands"]


def of_resolution(resolution: Resolution, proposal: Proposal) -> tuple[Finding, ...]:
    """Say whether the act is after the resolution, and after call-in where that must pass."""
    found: list[Finding] = []
    resolved, act = resolution.resolved_on, proposal.on
    if resolved is not None and act is not None:
        after = on_or_before(resolved, act)
        if after is not True:
            found.append(_not_after(resolution, proposal, resolved, after))
    if resolution.effective_on is not None:
        found.append(_effective(resolution, proposal, resolution.effective_on))
    return tuple(found)


def _not_after(
    resolution: Resolution,
    proposal: Proposal,
    resolved: Day,
    after: bool | None,  # noqa: FBT001 - or not known
) -> Finding:
    unknown = after is None
    field = "resolution.resolved_on" if isinstance(resolved, DateRange) else "proposal.on"
    return Finding(
        resolution.reference,
        "Day of the resolution",
        Result.UNDETERMINED if unknown else Result.NOT_MET,
        Aspect.POWER,
        proposal.reference,
        resolution.source,
        proposal.on,
        "on or after",
        resolved,
        (Missing(field, "the exact day"),) if unknown else (),
        note="" if unknown else "the act came before the resolution",
    )


def _effective(resolution: Resolution, proposal: Proposal, effective: date) -> Finding:
    act = proposal.on
    passed = None if act is None else on_or_before(effective, act)
    results = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}
    return Finding(
        resolution.reference,
        "Effective",
        results[passed],
        Aspect.PRECONDITION,
        proposal.reference,
        resolution.source,
        act,
        "on or after",
        effective,
        (Missing("proposal.on", "the day of the act"),) if passed is None else (),
        asked=act is not None,
        note="not yet effective" if passed is False else "",
    )


def of_authority(judged: Judgement) -> tuple[Part, ...]:
    """Say whether the authority stands on the day of the act, and what it leaves open.

    So is said what its clauses say together of what a proposal leaves out.
    """
    found: list[Part] = [*stands(judged.authority, judged.proposal)]
    ways = [(said, bound, _of_clauses(bound)) for said, bound in in_each_reading(judged)]
    (_, _, first), *others = ways
    alike = [each for each in first if all(each in parts for _, _, parts in others)]
    if all(len(parts) == len(alike) for _, _, parts in ways) or _refused_as_stated(judged):
        return (*found, *alike)
    return (*found, *_by_reading(ways, judged))


def _of_clauses(bound: Judgement) -> tuple[Part, ...]:
    """Say what the clauses leave open of a proposal that they bind, and what they say together."""
    authority = bound.authority
    found: list[Part] = []
    if authority.open_areas or authority.doubtful_areas:
        found += _left_open(bound)
    return (*found, *together(bound))


def _refused_as_stated(judged: Judgement) -> bool:
    """Say whether words that can be read in several ways refuse a proposal by themselves."""
    return any(
        each.result(judged.proposal, judged.held[each.reference], judged.basis) is Result.NOT_MET
        for each in judged.authority.clauses
        if isinstance(each, Readings)
    )


def _by_reading(
    ways: list[tuple[str, Judgement, tuple[Part, ...]]], judged: Judgement
) -> Iterator[Verdict]:
    """Combine what each reading says, with what its clauses say together: all must agree."""
    authority, subject, basis = judged.authority, judged.subject, judged.basis
    parts: list[Verdict] = []
    for said, bound, found in ways:
        held = bound.held
        own = [
            each.finding(bound.proposal, held[each.reference], bound.basis)
            for each in bound.authority.clauses
            if each not in authority.clauses
        ]
        said_of = found or [nothing_against(authority.reference, authority.source, said, subject)]
        about = [resting_on(each, basis) for each in (*own, *said_of)]
        parts.append(Verdict.all_of(about, title=said, subject=subject, basis=basis))
    yield Verdict.agree(parts, title="Said together", subject=subject, basis=basis)


def stands(authority: Authority, proposal: Proposal) -> list[Finding]:
    """Say whether the authority stands on the day of the act."""
    found = []
    if authority.in_force is not None:
        found.append(_in_force(authority, proposal, authority.in_force))
    if authority.ended is not None:
        found.append(_ended(authority, proposal))
    return found


def _in_force(authority: Authority, proposal: Proposal, days: DateRange) -> Finding:
    act = proposal.on
    result = Result.UNDETERMINED
    if act is not None:
        if earliest(act) in days and latest(act) in days:
            result = Result.MET
        elif latest(act) < days.first or earliest(act) > days.last:
            result = Result.NOT_MET
    return Finding(
        authority.reference,
        "In force",
        result,
        Aspect.POWER,
        proposal.reference,
        authority.source,
        act,
        "within",
        days,
        (Missing("proposal.on", "the day of the act"),) if result is Result.UNDETERMINED else (),
        asked=act is not None,
    )


def _ended(authority: Authority, proposal: Proposal) -> Finding:
    ended, act = authority.ended, proposal.on
    assert ended is not None  # noqa: S101 - only asked of one that ended
    result = Result.UNDETERMINED
    if act is not None and latest(act) < ended.on:
        result = Result.MET
    elif act is not None and earliest(act) >= ended.on:
        result = Result.NOT_MET
    return Finding(
        authority.reference,
        f"Not {ended.how}",
        result,
        Aspect.POWER,
        proposal.reference,
        ended.source,
        act,
        "before",
        ended.on,
        (Missing("proposal.on", "the day of the act"),) if result is Result.UNDETERMINED else (),
        asked=act is not None,
    )


def left_open(judged: Judgement) -> dict[str, bool]:
    """Give what no clause limits for a proposal, and whether it says enough to know that."""
    judged = as_they_bind(judged)
    authority = judged.authority
    opened = dict.fromkeys(authority.open_areas, True)
    alone = as_option(judged)
    for area in authority.doubtful_areas:
        limited = is_limited(judged if area == AMOUNT else alone, area)
        if limited is not True:
            opened[area] = limited is False
    return opened


def _left_open(judged: Judgement) -> list[Finding]:
    """Find what the proposal states and no clause limits for it."""
    authority, proposal, basis = judged.authority, judged.proposal, judged.basis
    extent, opened = proposal.extent(basis), left_open(judged)
    until = extent.length if extent.last is None else extent.last
    if until is None:
        counted = basis.takes(COUNTS_OPTIONS) == COUNTS_OPTIONS.default
        until = _option(proposal, offered=counted and END in authority.open_areas)
    stated: list[tuple[str, tuple[Aspect, str], Value]] = [
        (AMOUNT, (Aspect.AMOUNT, "amount"), _amount(extent)),
        (END, (Aspect.LENGTH, "length or the last day"), until),
    ]
    if END not in opened or until is None:
        stated.append((START, (Aspect.DATES, "first day"), extent.first))
    return [
        _open(authority, proposal, about, value, asked=opened[area])
        for area, about, value in stated
        if area in opened and value is not None
    ]


def _option(proposal: Proposal, *, offered: bool) -> Term | None:
    """Give the length of the option taken, or of the first that is offered."""
    if proposal.takes is not None:
        return proposal.takes.term
    terms = proposal.particulars.offered if offered else ()
    return next((term for term in terms if term is not None), None)


def _amount(extent: Extent) -> Value:
    """Give what is stated of the amount: one sum where there is one, or else each."""
    prices = [line.price for line in extent.lines if line.price is not None]
    bases = {price.basis for price in prices}
    if len(bases) == 1 and len(prices) == len(extent.lines):
        return Price.total(prices)
    return tuple(str(price) for price in prices) or None


def _open(
    authority: Authority,
    proposal: Proposal,
    about: tuple[Aspect, str],
    stated: Value,
    *,
    asked: bool,
) -> Finding:
    """Say that nothing limits what is stated; asked where the proposal says where it lies."""
    aspect, what = about
    parts = unplaced(authority.clauses) if aspect is Aspect.AMOUNT else ()
    note = f"the words set no limit on the {what}, and none is no leave"
    missing = Missing(f"authority {authority.reference}", f"what limits the {what}")
    if parts:
        note = f"the words limit the {what} of each {' and '.join(parts)}, and no other"
    return Finding(
        authority.reference,
        f"No limit on the {what}",
        Result.UNDETERMINED,
        aspect,
        proposal.reference,
        authority.source,
        stated,
        "needs",
        "a limit in the words",
        missing=(missing,),
        asked=asked,
        note=note,
    )
