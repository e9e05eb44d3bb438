"""A review of a whole record: one verdict, grouped by area, that an officer can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards import RULES as AWARD_RULES
from carerslib.awards._chosen import chosen_problems
from carerslib.commissioning.reviewed import Area, Reviewed
from carerslib.commissioning.rules import RULES
from carerslib.errors import require
from carerslib.funds import RULES as FUND_RULES
from carerslib.verdicts import Part, Verdict

if TYPE_CHECKING:
    from datetime import date

    from carerslib.awards import Proposal
    from carerslib.basis import Basis
    from carerslib.commissioning.portfolio import Portfolio
    from carerslib.funds.offers import Offer
    from carerslib.rules import RuleSet

__all__ = ["review"]


def review(  # noqa: PLR0913 - what a review rests on, each by name
    portfolio: Portfolio,
    *,
    on: date,
    basis: Basis | None = None,
    rules: RuleSet[Reviewed] = RULES,
    award_rules: RuleSet[Proposal] = AWARD_RULES,
    fund_rules: RuleSet[Offer] = FUND_RULES,
) -> Verdict:
    """Review a strategy with everything that hangs on it, as things stand on a day.

    The verdict holds one verdict for each area in which there was something to ask. All must be
    met: what the record leaves open, or does not state, keeps the whole undetermined and is named.
    Contracts are judged by ``award_rules`` and entries offered to funds by ``fund_rules``. Rules of
    a council's own are grouped by what stands before the first point of their id.

    The answer does not depend on the order in which the portfolio lists anything.

    Raises :class:`~carerslib.errors.InvalidValueError` for a chosen reading of words that are in no
    resolution and bind no fund of the record, or that cannot be read so.
    """
    reviewed = Reviewed(portfolio, on, award_rules, fund_rules)
    rests_on = basis or rules.basis()
    require(*chosen_problems(reviewed.clauses, portfolio.strategy.reference, rests_on))
    found: dict[str, list[Part]] = {area.value: [] for area in Area}
    for each in rules.on(on):
        found.setdefault(each.id.partition(".")[0], []).extend(each(reviewed, rests_on))
    strategy = portfolio.strategy
    areas = [
        Verdict.all_of(parts, title=area.capitalize(), subject=strategy.reference, basis=rests_on)
        for area, parts in found.items()
        if parts
    ]
    return Verdict.all_of(
        areas, title=f"Review of {strategy.title}", subject=strategy.reference, basis=rests_on
    )
