"""Funds for carers that have a name in England: dated amounts, kinds and stipulations.

A name is no rule. The Carers Grant was ring-fenced, then targeted, then part of a general grant;
each :class:`NamedFund` says which on which days, from which source. Where a source was not read
there is no default, and :attr:`NamedFund.not_read` says so.
"""

from typing import Final

from carerslib.funds.named.carers import (
    ACCELERATING_REFORM_FUND,
    BETTER_CARE_FUND,
    CARERS_BREAKS,
    CARERS_BREAKS_MONEY,
    CARERS_GRANT,
    CHILDRENS_SERVICES,
    IMPROVED_BETTER_CARE_FUND,
    OTHER_CARERS_SERVICES,
    SOCIAL_CARE_PURPOSES,
)
from carerslib.funds.named.model import NamedFund, NotRead
from carerslib.funds.named.others import (
    AIMING_HIGH,
    COVID_LOCAL_SUPPORT_GRANT,
    DISABLED_FACILITIES_GRANT,
    DISCHARGE_FUND,
    EARLY_INTERVENTION_GRANT,
    PUBLIC_HEALTH,
    PUBLIC_HEALTH_GRANT,
    SHORT_BREAKS,
)
from carerslib.funds.named.plans import (
    PLAN_RULES,
    BreaksPlan,
    ReformPlan,
    check_breaks_plan,
    check_reform_plan,
    notional_share,
)
from carerslib.funds.named.shares import check_shares

__all__ = [
    "ACCELERATING_REFORM_FUND",
    "AIMING_HIGH",
    "BETTER_CARE_FUND",
    "CARERS_BREAKS",
    "CARERS_BREAKS_MONEY",
    "CARERS_GRANT",
    "CHILDRENS_SERVICES",
    "COVID_LOCAL_SUPPORT_GRANT",
    "DISABLED_FACILITIES_GRANT",
    "DISCHARGE_FUND",
    "EARLY_INTERVENTION_GRANT",
    "FUNDS",
    "IMPROVED_BETTER_CARE_FUND",
    "OTHER_CARERS_SERVICES",
    "PLAN_RULES",
    "PUBLIC_HEALTH",
    "PUBLIC_HEALTH_GRANT",
    "SHORT_BREAKS",
    "SOCIAL_CARE_PURPOSES",
    "BreaksPlan",
    "NamedFund",
    "NotRead",
    "ReformPlan",
    "check_breaks_plan",
    "check_reform_plan",
    "check_shares",
    "notional_share",
]

FUNDS: Final = (
    CARERS_GRANT,
    CARERS_BREAKS_MONEY,
    BETTER_CARE_FUND,
    IMPROVED_BETTER_CARE_FUND,
    ACCELERATING_REFORM_FUND,
    PUBLIC_HEALTH_GRANT,
    DISABLED_FACILITIES_GRANT,
    AIMING_HIGH,
    EARLY_INTERVENTION_GRANT,
    DISCHARGE_FUND,
    COVID_LOCAL_SUPPORT_GRANT,
)
"""Every named fund, in the order in which a reader would look for it."""
