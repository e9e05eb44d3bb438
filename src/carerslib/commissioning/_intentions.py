"""Rules about commissioning intentions: whether they are complete, and what they do not promise."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from carerslib.commissioning.intentions import (
    LEAST_NOTICE,
    NOTICE_TOOLKIT,
    CommissioningIntention,
    IntentionStatus,
    IntentionType,
    Notice,
)
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.money import ZERO
from carerslib.periods import Term, deadline_after, earliest, latest, on_or_before
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.commissioning.reviewed import Reviewed

__all__ = [
    "complete",
    "days_agree",
    "ending_weighed",
    "explore_cost",
    "explore_only",
    "intentions_recorded",
    "notice_given",
    "withdrawn",
    "within_period",
]

_FIRM: Final = (IntentionStatus.APPROVED, IntentionStatus.UNDER_WAY, IntentionStatus.DONE)


@rule(
    id="intentions.recorded",
    title="What is intended is recorded",
    citation=COUNTS.at("intentions"),
    in_force=ALWAYS,
)
def intentions_recorded(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask for intentions at all: a strategy without any settles nothing."""
    strategy, held = reviewed.portfolio.strategy, len(reviewed.intentions)
    missing = (Missing("intentions", "what is to be done"),)
    yield Finding(
        "intentions.recorded",
        "Intentions recorded",
        Result.MET if held else Result.UNDETERMINED,
        Aspect.COUNT,
        strategy.reference,
        strategy.source,
        held,
        "at least",
        1,
        () if held else missing,
    )


@rule(
    id="intentions.complete",
    title="Each intention has a lead, a day by which it is due, a measure, and a fund for its cost",
    citation=COUNTS.at("R-COM-2"),
    in_force=ALWAYS,
)
def complete(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Name what an intention lacks; one that lacks something is incomplete, and no error."""
    for intention in reviewed.intentions.values():
        here = f"intentions[{intention.reference!r}]"
        missing = [
            Missing(f"{here}.{field}", expected)
            for field, there, expected in (
                ("lead", intention.lead, "who leads it"),
                ("due", intention.due, "by when it is due"),
                ("measures", intention.measures, "how one would know that it worked"),
                ("budgets", intention.unfunded == ZERO, "which fund pays, and in which years"),
            )
            if not there
        ]
        yield Finding(
            "intentions.complete",
            "Complete",
            Result.UNDETERMINED if missing else Result.MET,
            Aspect.RECORD,
            intention.reference,
            COUNTS.at("R-COM-2"),
            "incomplete" if missing else "complete",
            "with",
            ("a lead", "a day", "a measure", "a fund for what it costs"),
            tuple(missing),
        )


@rule(
    id="intentions.explore",
    title="A request to explore is no commitment",
    citation=COUNTS.at("requests to explore"),
    in_force=ALWAYS,
)
def explore_only(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise what is only asked for or to be explored, and whether it is treated as more."""
    carried_out = _carried_out(reviewed)
    for intention in reviewed.intentions.values():
        if not intention.explores:
            continue
        firm = intention.reference in carried_out or intention.status in _FIRM
        planned = intention.status is not IntentionStatus.NOT_PLANNED
        what = "a request to explore" if planned else "not planned"
        yield Finding(
            "intentions.explore",
            "No commitment",
            Result.NOT_MET if firm else Result.MET,
            Aspect.SCOPE,
            intention.reference,
            intention.source,
            str(intention.status or intention.type),
            "no more than",
            "a request to explore",
            binding=False,
            note=(
                "it is treated as a commitment, which nobody has made"
                if firm
                else f"{what}, and not a commitment"
            ),
        )


def _carried_out(reviewed: Reviewed) -> set[str]:
    """Give the intentions for which there is a contract, or money is committed."""
    contracted = {one for each in reviewed.arrangements.values() for one in each.intentions}
    committed = {
        each.reference
        for each in reviewed.portfolio.intentions
        if any(budget.committed is not None for budget in each.budgets)
    }
    return contracted | committed


@rule(
    id="intentions.withdrawn",
    title="What is withdrawn is carried out by nothing",
    citation=COUNTS.at("intentions that are withdrawn"),
    in_force=ALWAYS,
)
def withdrawn(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise where there is a contract or money for what is withdrawn; nothing else is asked."""
    carried_out = _carried_out(reviewed)
    for intention in reviewed.withdrawn.values():
        still = intention.reference in carried_out
        yield Finding(
            "intentions.withdrawn",
            "Withdrawn",
            Result.NOT_MET if still else Result.MET,
            Aspect.SCOPE,
            intention.reference,
            intention.source,
            "a contract or money for it" if still else "nothing for it",
            "must be",
            "nothing for it",
            binding=False,
        )


@rule(
    id="intentions.explore-cost",
    title="What is to be explored has its cost looked into",
    citation=COUNTS.at("requests to explore"),
    in_force=ALWAYS,
)
def explore_cost(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Keep open what is to be explored until its cost was looked into."""
    for intention in reviewed.intentions.values():
        if intention.type is not IntentionType.EXPLORE:
            continue
        reviewed_cost = intention.cost_reviewed is True
        field = f"intentions[{intention.reference!r}].cost_reviewed"
        missing = (Missing(field, "what it would cost the council and its partners, looked into"),)
        yield Finding(
            "intentions.explore-cost",
            "Cost looked into",
            Result.MET if reviewed_cost else Result.UNDETERMINED,
            Aspect.AMOUNT,
            intention.reference,
            intention.source,
            intention.cost,
            missing=() if reviewed_cost else missing,
            note="its cost was not looked into" if intention.cost_reviewed is False else "",
        )


@rule(
    id="intentions.notice",
    title="Three months of notice before a service ends",
    citation=NOTICE_TOOLKIT,
    in_force=ALWAYS,
)
def notice_given(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise where notice is shorter than good practice asks (R-DEC-1)."""
    for intention in reviewed.intentions.values():
        ends = intention.type is IntentionType.DECOMMISSION
        if ends or intention.notice is not None:
            yield _notice(intention)


def _notice(intention: CommissioningIntention) -> Finding:
    notice = intention.notice or Notice()
    given, effective = notice.given, notice.effective
    here = f"intentions[{intention.reference!r}].notice"
    wanted = (("given", given, "when notice is given"), ("effective", effective, "when it ends"))
    missing = [Missing(f"{here}.{name}", words) for name, day, words in wanted if day is None]
    result, remedy, nearest = Result.UNDETERMINED, None, None
    if given is not None and effective is not None:
        nearest = deadline_after(latest(given), LEAST_NOTICE)
        if earliest(effective) >= nearest:
            result = Result.MET
        elif latest(effective) < deadline_after(earliest(given), LEAST_NOTICE):
            result, remedy = Result.NOT_MET, _later(effective_from=latest(effective), by=nearest)
        else:
            missing = [Missing(here, "the exact days")]
    return Finding(
        "intentions.notice",
        "Notice",
        result,
        Aspect.DATES,
        intention.reference,
        NOTICE_TOOLKIT,
        effective,
        "" if nearest is None else "on or after",
        nearest,
        tuple(missing),
        remedy,
        binding=False,
        note=f"{LEAST_NOTICE} after notice is given" if result is Result.NOT_MET else "",
    )


def _later(*, effective_from: date, by: date) -> Remedy:
    days = (by - effective_from) // timedelta(days=1)
    return Remedy("notice.effective", by, "put off by", Term(days=days))


@rule(
    id="intentions.within-period",
    title="What is due is due within the years of the strategy",
    citation=COUNTS.at("the years of a strategy"),
    in_force=ALWAYS,
)
def within_period(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise where an intention is due after the strategy has run out."""
    period = reviewed.portfolio.strategy.period
    if period is None:
        return
    for intention in reviewed.intentions.values():
        if intention.due is None:
            continue
        within = on_or_before(intention.due, period.last)
        yield Finding(
            "intentions.within-period",
            "Due within the strategy",
            {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}[within],
            Aspect.DATES,
            intention.reference,
            intention.source,
            intention.due,
            "on or before",
            period.last,
            (Missing(f"intentions[{intention.reference!r}].due", "the exact day"),)
            if within is None
            else (),
            binding=False,
        )


@rule(
    id="intentions.ending",
    title="Options and people are looked at before a service ends",
    citation=NOTICE_TOOLKIT,
    in_force=ALWAYS,
)
def ending_weighed(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise whether options were appraised, and the people who use a service consulted."""
    for intention in reviewed.intentions.values():
        if intention.type is not IntentionType.DECOMMISSION:
            continue
        notice = intention.notice or Notice()
        asked = (
            ("options_appraised", notice.options_appraised, "whether options were appraised"),
            ("users_consulted", notice.users_consulted, "whether those who use it were consulted"),
        )
        here = f"intentions[{intention.reference!r}].notice"
        missing = [Missing(f"{here}.{name}", words) for name, said, words in asked if said is None]
        refused = any(said is False for _, said, _ in asked)
        result = Result.UNDETERMINED if missing else Result.MET
        yield Finding(
            "intentions.ending",
            "Looked at before it ends",
            Result.NOT_MET if refused else result,
            Aspect.PRECONDITION,
            intention.reference,
            NOTICE_TOOLKIT,
            tuple(name.replace("_", " ") for name, said, _ in asked if said) or None,
            "with",
            ("options appraised", "users consulted"),
            () if refused else tuple(missing),
            binding=False,
        )


@rule(
    id="intentions.days",
    title="What starts is due no earlier than it starts",
    citation=COUNTS.at("days that agree"),
    in_force=ALWAYS,
)
def days_agree(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise where an intention is due before its service starts: one of the days is a slip."""
    for intention in reviewed.intentions.values():
        start, due = intention.start, intention.due
        if start is None or due is None or earliest(start) <= latest(due):
            continue
        yield Finding(
            "intentions.days",
            "Days that agree",
            Result.NOT_MET,
            Aspect.DATES,
            intention.reference,
            intention.source,
            start,
            "on or before",
            due,
            binding=False,
            note="it is due before its service starts",
        )
