"""Funds beside those for carers: public health, short breaks, adaptations, odd periods."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from carerslib.clauses import Only, Window
from carerslib.funds.model import Outlay
from carerslib.funds.named.model import NamedFund, NotRead
from carerslib.funds.stipulations import CarryForward, Due, FundType, Stipulation, StipulationKind
from carerslib.law import (
    covid_local_support_grant_2021,
    disabled_facilities_grant,
    discharge_fund_2023,
    public_health_grant,
    short_breaks_funding,
)
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange

if TYPE_CHECKING:
    from carerslib.citations import Citation

__all__ = [
    "AIMING_HIGH",
    "COVID_LOCAL_SUPPORT_GRANT",
    "DISABLED_FACILITIES_GRANT",
    "DISCHARGE_FUND",
    "EARLY_INTERVENTION_GRANT",
    "PUBLIC_HEALTH",
    "PUBLIC_HEALTH_GRANT",
    "SHORT_BREAKS",
]

PUBLIC_HEALTH: Final = "public health"
"""A purpose: public health functions, where they are the primary purpose of the spending."""

SHORT_BREAKS: Final = "short breaks for disabled children"
"""A purpose: short breaks for disabled children and those who care for them."""

_HEALTH: Final = "Department of Health and Social Care"
_SCHOOLS: Final = "Department for Children, Schools and Families"
_MINISTER: Final = "the Minister who made the determination"
_EDUCATION: Final = "Department for Education"
_PUBLIC_HEALTH_DAYS: Final = DateRange(date(2021, 4, 1), date(2026, 3, 31))
_EARLY_DAYS: Final = DateRange(date(2011, 4, 1), date(2015, 3, 31))


def _type(name: str, kind: FundType, days: DateRange, source: Citation) -> Parameter[FundType]:
    return Parameter(f"{name}.type", "What kind of money it was", (Dated(kind, days, source),))


PUBLIC_HEALTH_GRANT: Final = NamedFund(
    "public-health-grant",
    "Public health grant",
    _HEALTH,
    "councils with public health functions",
    _type(
        "public-health-grant",
        FundType.RING_FENCED_GRANT,
        _PUBLIC_HEALTH_DAYS,
        public_health_grant.CIRCULAR_2021,
    ),
    public_health_grant.AMOUNTS,
    (
        Stipulation(
            "public-health-grant.ring-fence",
            StipulationKind.CONDITION,
            _HEALTH,
            public_health_grant.CIRCULAR_2021,
            _PUBLIC_HEALTH_DAYS,
            [
                Only(
                    "public-health-grant.primary-purpose",
                    public_health_grant.CIRCULAR_2021,
                    "purpose",
                    PUBLIC_HEALTH,
                )
            ],
            ring_fence=True,
            carry_forward=CarryForward.RESERVE,
            due=[
                Due(
                    "public-health-grant.assurance",
                    "statement of assurance at the year's end",
                    "signatories that were not read",
                )
            ],
        ),
    ),
    not_read=[
        NotRead("repayment", "the conditions in full were not read"),
        NotRead("who signs the statement of assurance", "annex D was not read"),
        NotRead("the grant before 2021/22", "earlier circulars were not read"),
    ],
)
"""Ring-fenced for public health functions, judged by the primary purpose of the spending."""

AIMING_HIGH: Final = NamedFund(
    "aiming-high",
    "Aiming High for Disabled Children: short breaks",
    _SCHOOLS,
    "councils",
    _type(
        "aiming-high",
        FundType.RING_FENCED_GRANT,
        short_breaks_funding.AIMING_HIGH_DAYS,
        short_breaks_funding.AIMING_HIGH,
    ),
    None,
    (
        Stipulation(
            "aiming-high.ring-fence",
            StipulationKind.CONDITION,
            _SCHOOLS,
            short_breaks_funding.AIMING_HIGH,
            short_breaks_funding.AIMING_HIGH_DAYS,
            [
                Only(
                    "aiming-high.purpose",
                    short_breaks_funding.AIMING_HIGH,
                    "purpose",
                    SHORT_BREAKS,
                )
            ],
            ring_fence=True,
        ),
    ),
    not_read=[
        NotRead("amounts by year", "only totals over the three years were read"),
        NotRead("carrying forward, repayment and certificates", "the conditions were not read"),
    ],
)
"""Ring-fenced for councils to 31 March 2011."""

EARLY_INTERVENTION_GRANT: Final = NamedFund(
    "early-intervention-grant.short-breaks",
    "Early Intervention Grant: the short breaks element",
    _EDUCATION,
    "councils",
    _type(
        "early-intervention-grant.short-breaks",
        FundType.GENERAL_GRANT,
        _EARLY_DAYS,
        short_breaks_funding.EARLY_INTERVENTION,
    ),
    short_breaks_funding.EARLY_INTERVENTION_AMOUNTS,
    (
        Stipulation(
            "early-intervention-grant.short-breaks.expected",
            StipulationKind.EXPECTATION,
            _EDUCATION,
            short_breaks_funding.EARLY_INTERVENTION,
            _EARLY_DAYS,
            [
                Only(
                    "early-intervention-grant.short-breaks.purpose",
                    short_breaks_funding.EARLY_INTERVENTION,
                    "purpose",
                    SHORT_BREAKS,
                )
            ],
            carry_forward=CarryForward.NOT_READ,
        ),
    ),
    not_read=[NotRead("carrying forward", "nothing read forbids it, and nothing read allows it")],
)
"""Not ring-fenced: other spending is allowed, and advised against."""

DISABLED_FACILITIES_GRANT: Final = NamedFund(
    "disabled-facilities-grant",
    "Disabled Facilities Grant",
    "Ministry of Housing, Communities and Local Government",
    "housing authorities, through the Better Care Fund",
    _type(
        "disabled-facilities-grant",
        FundType.POOLED_S75,
        DateRange(date(2015, 4, 1), date(2021, 3, 31)),
        disabled_facilities_grant.CAPITAL,
    ),
    disabled_facilities_grant.AMOUNTS,
    outlay=Outlay.CAPITAL,
    pooled=disabled_facilities_grant.CAPITAL,
    not_read=[
        NotRead("carrying forward, repayment and certificates", "the determinations were not read")
    ],
)
"""Capital, to adapt homes."""

DISCHARGE_FUND: Final = NamedFund(
    "discharge-fund-2023",
    "Discharge Fund 2023-24",
    _MINISTER,
    "councils",
    _type(
        "discharge-fund-2023",
        FundType.RING_FENCED_GRANT,
        discharge_fund_2023.ELIGIBLE,
        discharge_fund_2023.DETERMINATION,
    ),
    None,
    (
        Stipulation(
            "discharge-fund-2023.period",
            StipulationKind.CONDITION,
            _MINISTER,
            discharge_fund_2023.DETERMINATION,
            clauses=[
                Window(
                    "discharge-fund-2023.window",
                    discharge_fund_2023.DETERMINATION,
                    last=discharge_fund_2023.ELIGIBLE.last,
                )
            ],
        ),
    ),
    not_read=[NotRead("carrying forward and repayment", "the conditions in full were not read")],
)
"""For expenditure up to 31 March 2024."""

COVID_LOCAL_SUPPORT_GRANT: Final = NamedFund(
    "covid-local-support-grant-2021",
    "COVID Local Support Grant, spring 2021",
    _MINISTER,
    "councils",
    _type(
        "covid-local-support-grant-2021",
        FundType.RING_FENCED_GRANT,
        covid_local_support_grant_2021.ELIGIBLE,
        covid_local_support_grant_2021.DETERMINATION,
    ),
    None,
    (
        Stipulation(
            "covid-local-support-grant-2021.period",
            StipulationKind.CONDITION,
            _MINISTER,
            covid_local_support_grant_2021.DETERMINATION,
            clauses=[
                Window(
                    "covid-local-support-grant-2021.window",
                    covid_local_support_grant_2021.DETERMINATION,
                    first=covid_local_support_grant_2021.ELIGIBLE.first,
                    last=covid_local_support_grant_2021.ELIGIBLE.last,
                )
            ],
        ),
    ),
    by_year=False,
    not_read=[NotRead("carrying forward and repayment", "the conditions in full were not read")],
)
"""An odd period: 17 April to 20 June 2021, both days included."""
