"""Pooled and joint money: agreements, what they permit, how risk is shared, and legal routes.

A pool is not a legal entity. Its rules come from the written agreement of the partners, which
:func:`check_agreement` holds against regulation 7(3); :func:`check_management` asks what regulation
7(4) and (6) asks of the host. :func:`settle` works out who bears an overspend, :func:`check_spend`
what may be paid out of the pool, and :func:`check_transfer` by which power money moves between an
NHS body and a council. :func:`check_designated` holds money that is designated for integration
against its conditions, and :func:`recourse` says what may follow where one is broken.
"""

from carerslib.funds.pooled.agreements import (
    AGREEMENT_RULES,
    TEMPLATE,
    TEMPLATE_NEVER,
    TEMPLATE_PERMITS,
    PoolSpend,
    check_agreement,
    check_spend,
)
from carerslib.funds.pooled.designated import (
    CONDITIONS,
    DESIGNATED_RULES,
    DesignatedPayment,
    PoolingCondition,
    Recourse,
    check_designated,
    recourse,
)
from carerslib.funds.pooled.management import (
    MANAGEMENT_RULES,
    PoolManagement,
    check_management,
)
from carerslib.funds.pooled.model import (
    SOURCES,
    Contribution,
    Outturn,
    PoolAgreement,
    RiskShare,
    Scheme,
)
from carerslib.funds.pooled.routes import (
    ROUTE_RULES,
    ROUTES,
    TOWARDS_256,
    BodyKind,
    Route,
    Towards,
    Transfer,
    check_transfer,
)
from carerslib.funds.pooled.settlement import (
    CAP_READINGS,
    RULES,
    Means,
    Portion,
    Settlement,
    settle,
)

__all__ = [
    "AGREEMENT_RULES",
    "CAP_READINGS",
    "CONDITIONS",
    "DESIGNATED_RULES",
    "MANAGEMENT_RULES",
    "ROUTES",
    "ROUTE_RULES",
    "RULES",
    "SOURCES",
    "TEMPLATE",
    "TEMPLATE_NEVER",
    "TEMPLATE_PERMITS",
    "TOWARDS_256",
    "BodyKind",
    "Contribution",
    "DesignatedPayment",
    "Means",
    "Outturn",
    "PoolAgreement",
    "PoolManagement",
    "PoolSpend",
    "PoolingCondition",
    "Portion",
    "Recourse",
    "RiskShare",
    "Route",
    "Scheme",
    "Settlement",
    "Towards",
    "Transfer",
    "check_agreement",
    "check_designated",
    "check_management",
    "check_spend",
    "check_transfer",
    "recourse",
    "settle",
]
