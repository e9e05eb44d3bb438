"""The rules of a whole review, area by area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.awards import RULES as AWARD_RULES
from carerslib.carers.populations import comparing, stating
from carerslib.commissioning._authority import (
    approved,
    authority_to_award,
    contracts_judged,
    joined_up,
    record_agrees,
    words_with_one_reading,
)
from carerslib.commissioning._duties import (
    boards_involve_carers,
    existing_regarded,
    hidden_carers,
    information_for_all,
    needs_prevented,
)
from carerslib.commissioning._identification import (
    figures_stated,
    known_beside_estimated,
    one_basis,
)
from carerslib.commissioning._intentions import (
    complete,
    days_agree,
    ending_weighed,
    explore_cost,
    explore_only,
    intentions_recorded,
    notice_given,
    withdrawn,
    within_period,
)
from carerslib.commissioning._money import (
    contracts_funded,
    contracts_within_budget,
    entries_offered,
    fund_named,
    national_sum,
    two_readings,
    within_funds,
)
from carerslib.commissioning._monitoring import (
    breaks_published,
    called_failing,
    plans_checked,
    somebody_monitors,
    take_up_read,
    values_current,
)
from carerslib.commissioning._priorities import (
    answered,
    bodies_named,
    carers_engaged,
    national_outcomes,
    priorities_named,
)
from carerslib.commissioning._timetable import (
    before_start,
    in_order,
    start_agrees,
    timetable_approved,
)
from carerslib.commissioning._traceability import links_lead_somewhere, nothing_orphaned
from carerslib.funds import RULES as FUND_RULES
from carerslib.rules import RuleSet

if TYPE_CHECKING:
    from carerslib.commissioning.reviewed import Reviewed

__all__ = ["RULES"]

_JUDGED_BY: Final = (AWARD_RULES, FUND_RULES, stating.RULES, comparing.RULES)
_CONVENTIONS: Final = tuple(
    dict.fromkeys(each for rules in _JUDGED_BY for each in rules.conventions)
)

RULES: Final[RuleSet[Reviewed]] = RuleSet(
    "carerslib.commissioning",
    "2026-11",
    (
        bodies_named,
        priorities_named,
        national_outcomes,
        carers_engaged,
        answered,
        boards_involve_carers,
        intentions_recorded,
        complete,
        explore_only,
        explore_cost,
        withdrawn,
        notice_given,
        ending_weighed,
        within_period,
        days_agree,
        needs_prevented,
        existing_regarded,
        information_for_all,
        fund_named,
        contracts_funded,
        contracts_within_budget,
        within_funds,
        entries_offered,
        two_readings,
        national_sum,
        approved,
        authority_to_award,
        joined_up,
        contracts_judged,
        words_with_one_reading,
        record_agrees,
        in_order,
        before_start,
        start_agrees,
        timetable_approved,
        somebody_monitors,
        plans_checked,
        breaks_published,
        values_current,
        take_up_read,
        called_failing,
        figures_stated,
        one_basis,
        known_beside_estimated,
        hidden_carers,
        links_lead_somewhere,
        nothing_orphaned,
    ),
    conventions=_CONVENTIONS,
)
"""The rules asked of a whole record; a council adds its own with ``RULES.extended(...)``."""
