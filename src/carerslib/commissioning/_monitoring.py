"""Rules about what becomes of a strategy: who watches, what is known of effects, what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.commissioning.action_checks import check_plan
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.commissioning.reviewed import Reviewed

__all__ = ["plans_checked", "somebody_monitors"]


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
