"""Rules about what becomes of a strategy: who watches, what is known of effects, what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.commissioning.action_checks import check_plan
from carerslib.commissioning.monitoring import (
    REASONS,
    Measure,
    Movement,
    Pattern,
    check_failing,
    check_return,
    check_value,
    read_take_up,
)
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.commissioning.monitoring import TakeUpReading
    from carerslib.commissioning.reviewed import Reviewed

__all__ = [
    "breaks_published",
    "called_failing",
    "plans_checked",
    "somebody_monitors",
    "take_up_read",
    "values_current",
]


@rule(
    id="monitoring.group",
    title="Somebody watches over the strategy",
    citation=COUNTS.at("monitoring"),
    in_force=ALWAYS,
)
def somebody_monitors(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask who watches over the strategy as it is carried out."""
    strategy = reviewed.portfolio.strategy
    groups = tuple(sorted(each.title for each in strategy.monitoring))
    missing = Missing("strategy.monitoring", "who watches over it")
    yield Finding(
        "monitoring.group",
        "Watched over",
        Result.MET if groups else Result.UNDETERMINED,
        Aspect.HOLDER,
        strategy.reference,
        strategy.source,
        groups or None,
        "at least",
        "one group",
        () if groups else (missing,),
    )


@rule(
    id="monitoring.plans",
    title="Actions are kept up, and their effect is known",
    citation=COUNTS.at("action plans"),
    in_force=ALWAYS,
)
def plans_checked(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask of each action plan what is overdue, and which effects are not known."""
    for plan in sorted(reviewed.portfolio.plans, key=lambda each: each.reference):
        yield check_plan(plan, on=reviewed.on)


@rule(
    id="monitoring.breaks",
    title="Figures on breaks are published",
    citation=COUNTS.at("figures on breaks"),
    in_force=ALWAYS,
)
def breaks_published(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Keep open which places, units, people and spending are still to be published."""
    for each in sorted(reviewed.portfolio.returns, key=lambda one: one.reference):
        yield check_return(each)


@rule(
    id="monitoring.values",
    title="Values of indicators say when they were collected",
    citation=COUNTS.at("indicators"),
    in_force=ALWAYS,
)
def values_current(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask of each value of an indicator when it was collected."""
    for each in sorted(reviewed.portfolio.values, key=lambda one: one.reference):
        yield check_value(each)


def _movements(reviewed: Reviewed) -> list[Movement]:
    """Give what is known to have moved: as it was measured first, then as somebody said."""
    said = (each.movement for each in reviewed.portfolio.take_up)
    return [
        *sorted(reviewed.portfolio.movements, key=lambda one: one.reference),
        *sorted(said, key=lambda one: one.reference),
    ]


@rule(
    id="monitoring.take-up",
    title="Take-up is read with price and reasons beside it",
    citation=COUNTS.at("R-MON-3"),
    in_force=ALWAYS,
)
def take_up_read(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise which pattern each movement shows; low take-up by itself shows nothing."""
    for movement in _movements(reviewed):
        reading = read_take_up(movement)
        shown = Pattern.UNDETERMINED not in reading.labels
        yield Finding(
            "monitoring.take-up",
            "Pattern of take-up",
            Result.MET if shown else Result.UNDETERMINED,
            Aspect.DETERMINATION,
            movement.reference,
            movement.source or COUNTS.at("R-MON-3"),
            tuple(str(label) for label in reading.labels),
            missing=() if shown else (_wanted(movement, reading),),
            binding=False,
            note="low take-up by itself does not say that a service is failing",
        )


def _wanted(movement: Movement, reading: TakeUpReading) -> Missing:
    """Name what a movement lacks in one line, price and reasons first."""
    lacking = [each.field for each in reading.missing]
    first = [str(each) for each in (Measure.SELF_FUNDED_PRICE, *REASONS.values())]
    wanted = [each for each in first if each in lacking] or lacking
    expected = ", ".join(wanted) or "a movement that fits a pattern"
    return Missing(f"movements[{movement.reference!r}]", expected)


@rule(
    id="monitoring.failing",
    title="No service is called failing by its take-up alone",
    citation=COUNTS.at("R-MON-3"),
    in_force=ALWAYS,
)
def called_failing(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Judge each claim that a service is failing; one that is only feared is advice.

    A claim is held against all that was measured of its service, and where nothing was, against
    what was said: people who were priced out in one time are not made up for by another.
    """
    measured: dict[str, list[Movement]] = {}
    said: dict[str, list[Movement]] = {}
    for movement in reviewed.portfolio.movements:
        measured.setdefault(movement.service, []).append(movement)
    for report in reviewed.portfolio.take_up:
        said.setdefault(report.service, []).append(report.movement)
    for claim in sorted(reviewed.portfolio.claims, key=lambda one: one.reference):
        nothing = [Movement(reference=claim.reference, service=claim.service)]
        known = measured.get(claim.service) or said.get(claim.service, nothing)
        for movement in sorted(known, key=lambda one: one.reference):
            verdict = check_failing(claim, read_take_up(movement))
            if claim.feared:
                yield from (each._replace(binding=False) for each in verdict.findings)
            else:
                yield verdict
