"""Funds for carers: the Carers Grant, breaks money in NHS allocations, the Better Care Fund."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.clauses import Only
from carerslib.funds.named.model import NamedFund, NotRead
from carerslib.funds.shares import ShareOfGrant
from carerslib.funds.stipulations import CarryForward, Due, FundType, Stipulation, StipulationKind
from carerslib.law import (
    accelerating_reform_fund,
    better_care_fund,
    carers_breaks_funding,
    carers_grant,
    nhs_act_2006,
)
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange

__all__ = [
    "ACCELERATING_REFORM_FUND",
    "BETTER_CARE_FUND",
    "CARERS_BREAKS",
    "CARERS_BREAKS_MONEY",
    "CARERS_GRANT",
    "CHILDRENS_SERVICES",
    "IMPROVED_BETTER_CARE_FUND",
    "OTHER_CARERS_SERVICES",
    "SOCIAL_CARE_PURPOSES",
]

CARERS_BREAKS: Final = "carers' breaks"
"""A purpose: services that give carers a break."""

OTHER_CARERS_SERVICES: Final = "other services for carers"
"""A purpose: services for carers that are not breaks."""

CHILDRENS_SERVICES: Final = "children's services"
"""A purpose: children's services for carers, disabled children's breaks and young carers alike."""

SOCIAL_CARE_PURPOSES: Final = (
    "adult social care needs",
    "pressures on the NHS and discharge",
    "the provider market",
)
"""What the improved Better Care Fund was for, as reported at its launch."""

_HEALTH: Final = "Department of Health"
_LOCAL_GOVERNMENT: Final = "Ministry of Housing, Communities and Local Government"
_RING_FENCE: Final = DateRange(date(1999, 4, 1), date(2004, 3, 31))
_TARGETED: Final = DateRange(date(2004, 4, 1), date(2008, 3, 31))
_AREA_BASED: Final = DateRange(date(2008, 4, 1), date(2011, 3, 31))
(_BREAKS,) = carers_grant.BREAKS_SHARE.values
_EARMARK, _FORMULA = carers_grant.CHILDRENS_SHARE.values
_GRANT_PURPOSES: Final = (CARERS_BREAKS, OTHER_CARERS_SERVICES, CHILDRENS_SERVICES)

CARERS_GRANT: Final = NamedFund(
    "carers-grant",
    "Carers Grant (Carers Special Grant)",
    _HEALTH,
    "councils with social services functions",
    Parameter(
        "carers-grant.type",
        "What kind of money the Carers Grant was",
        (
            Dated(FundType.RING_FENCED_GRANT, _RING_FENCE, carers_grant.END_OF_RING_FENCE),
            Dated(FundType.TARGETED_GRANT, _TARGETED, carers_grant.COMMITTEE_TABLE),
            Dated(FundType.GENERAL_GRANT, _AREA_BASED, carers_grant.AREA_BASED_GRANT),
        ),
    ),
    carers_grant.AMOUNTS,
    (
        Stipulation(
            "carers-grant.ring-fence",
            StipulationKind.CONDITION,
            _HEALTH,
            carers_grant.PERMITTED_PURPOSES,
            _RING_FENCE,
            [
                Only(
                    "carers-grant.ring-fence.purpose",
                    carers_grant.PERMITTED_PURPOSES,
                    "purpose",
                    _GRANT_PURPOSES,
                )
            ],
            ring_fence=True,
        ),
        *(
            Stipulation(
                reference,
                kind,
                _HEALTH,
                dated.citation,
                dated.in_force,
                [
                    ShareOfGrant(
                        f"{reference}.least",
                        dated.citation,
                        "purpose",
                        purpose,
                        at_least=dated.value,
                    )
                ],
            )
            for reference, kind, purpose, dated in (
                ("carers-grant.breaks", StipulationKind.CONDITION, CARERS_BREAKS, _BREAKS),
                ("carers-grant.children", StipulationKind.CONDITION, CHILDRENS_SERVICES, _EARMARK),
                (
                    "carers-grant.children-expected",
                    StipulationKind.EXPECTATION,
                    CHILDRENS_SERVICES,
                    _FORMULA,
                ),
            )
        ),
        Stipulation(
            "carers-grant.target",
            StipulationKind.EXPECTATION,
            _HEALTH,
            carers_grant.PERMITTED_PURPOSES,
            _TARGETED,
            [
                Only(
                    "carers-grant.target.purpose",
                    carers_grant.PERMITTED_PURPOSES,
                    "purpose",
                    _GRANT_PURPOSES,
                )
            ],
            carry_forward=CarryForward.NOT_READ,
        ),
        Stipulation(
            "carers-grant.area-based",
            StipulationKind.EXPECTATION,
            "Communities and Local Government",
            carers_grant.AREA_BASED_GRANT,
            _AREA_BASED,
            carry_forward=CarryForward.FREE,
        ),
    ),
    not_read=[
        NotRead("carrying forward before 2008/09", "the circulars were not read"),
        NotRead("repayment before 2008/09", "the circulars were not read"),
        NotRead("the auditor's certificate", "the circulars were not read"),
        NotRead("the exact words of the ring-fence", "the circulars were not read"),
        NotRead("the share for breaks after 1999/2000", "no source read says that it applied"),
    ],
)
"""One name, three behaviours: ring-fenced, then targeted, then a line of the Area Based Grant."""

CARERS_BREAKS_MONEY: Final = NamedFund(
    "carers-breaks-money",
    "Money for carers' breaks in primary care trusts' allocations",
    _HEALTH,
    "primary care trusts",
    Parameter(
        "carers-breaks-money.type",
        "What kind of money it was",
        (
            Dated(
                FundType.NOTIONAL_IN_BASELINE,
                DateRange(date(2009, 4, 1), date(2013, 3, 31)),
                carers_breaks_funding.NOT_RING_FENCED,
            ),
        ),
    ),
    carers_breaks_funding.AMOUNTS,
    (
        Stipulation(
            "carers-breaks-money.joint-plan-2009",
            StipulationKind.EXPECTATION,
            _HEALTH,
            carers_breaks_funding.JOINT_PLANS_2009,
            DateRange(date(2009, 4, 1), date(2010, 3, 31)),
            due=[
                Due(
                    "carers-breaks-money.joint-plan-2009.published",
                    "a joint plan on how the money of both supports carers' breaks, published",
                    "the council and the trust",
                )
            ],
        ),
        Stipulation(
            "carers-breaks-money.plan-2012",
            StipulationKind.EXPECTATION,
            _HEALTH,
            carers_breaks_funding.PLANS_2012,
            DateRange(date(2012, 4, 1), date(2013, 3, 31)),
            due=[
                Due(
                    "carers-breaks-money.plan-2012.published",
                    "a plan and budget for carers' breaks, on the website",
                    "the council and the trust cluster",
                    date(2012, 9, 30),
                )
            ],
        ),
    ),
    not_read=[
        NotRead(
            "a trust's own share", "trusts were not told; only a notional share can be worked out"
        ),
        NotRead("carrying forward", "it cannot be told apart from the rest of the allocation"),
    ],
)
"""£50m and £100m in 2009-11 and £400m over 2011-15, of which nothing was ring-fenced nationally."""

BETTER_CARE_FUND: Final = NamedFund(
    "better-care-fund.carers",
    "Better Care Fund: the carers' element of the NHS minimum",
    "NHS England",
    "clinical commissioning groups, then a pooled fund",
    Parameter(
        "better-care-fund.carers.type",
        "What kind of money it was",
        (
            Dated(
                FundType.POOLED_S75,
                DateRange(date(2015, 4, 1), date(2019, 3, 31)),
                better_care_fund.CARERS_IN_PLANS,
            ),
        ),
    ),
    better_care_fund.CARERS_BREAKS,
    (
        Stipulation(
            "better-care-fund.carers-in-plan",
            StipulationKind.EXPECTATION,
            "NHS England",
            better_care_fund.CARERS_IN_PLANS,
            DateRange(date(2017, 4, 1), date(2019, 3, 31)),
            due=[
                Due(
                    "better-care-fund.carers-in-plan.line",
                    "what the local plan dedicates to support for carers",
                    "the partners",
                )
            ],
        ),
    ),
    pooled=nhs_act_2006.SECTION_223GA,
    not_read=[
        NotRead("carrying forward and repayment", "as the partners' written agreement says"),
        NotRead(
            "what follows a broken condition",
            "s.223GA(5) gives NHS England powers; which of them it uses is its own decision",
        ),
    ],
)
"""A part of a national sum, not a local minimum: a plan with no line for carers is advised."""

_IMPROVED_DAYS: Final = DateRange(date(2017, 4, 1), date(2025, 3, 31))
IMPROVED_BETTER_CARE_FUND: Final = NamedFund(
    "improved-better-care-fund",
    "Improved Better Care Fund",
    _LOCAL_GOVERNMENT,
    "councils, then a pooled fund",
    Parameter(
        "improved-better-care-fund.type",
        "What kind of money it was",
        (Dated(FundType.RING_FENCED_GRANT, _IMPROVED_DAYS, better_care_fund.IMPROVED_CONDITIONS),),
    ),
    better_care_fund.IMPROVED_AMOUNTS,
    (
        Stipulation(
            "improved-better-care-fund.purpose",
            StipulationKind.CONDITION,
            _LOCAL_GOVERNMENT,
            better_care_fund.IMPROVED_CONDITIONS,
            _IMPROVED_DAYS,
            [
                Only(
                    "improved-better-care-fund.purpose.only",
                    better_care_fund.IMPROVED_CONDITIONS,
                    "purpose",
                    SOCIAL_CARE_PURPOSES,
                )
            ],
            ring_fence=True,
            due=[
                Due(
                    "improved-better-care-fund.additional",
                    "confirmation that it is additional to earlier plans",
                    "the chief finance officer",
                ),
                Due("improved-better-care-fund.quarterly", "quarterly reports", "the council"),
            ],
        ),
    ),
    pooled=better_care_fund.IMPROVED_IS_POOLED,
    not_read=[
        NotRead("carrying forward and repayment", "Annex B of the determinations was not read"),
        NotRead("what became of it in 2025/26", "no source was read"),
    ],
)
"""A grant to councils with conditions, to be pooled."""

_REFORM_DAYS: Final = DateRange(date(2023, 4, 1), date(2025, 3, 31))
ACCELERATING_REFORM_FUND: Final = NamedFund(
    "accelerating-reform-fund",
    "Accelerating Reform Fund",
    "Department of Health and Social Care",
    "councils, in consortia",
    Parameter(
        "accelerating-reform-fund.type",
        "What kind of money it was",
        (
            Dated(
                FundType.TARGETED_GRANT,
                DateRange(date(2023, 4, 1), date(2024, 3, 31)),
                accelerating_reform_fund.DETERMINATION_2023,
            ),
            Dated(
                FundType.TARGETED_GRANT,
                DateRange(date(2024, 4, 1), date(2025, 3, 31)),
                accelerating_reform_fund.DETERMINATION_2024,
            ),
        ),
    ),
    accelerating_reform_fund.AMOUNTS,
    (
        Stipulation(
            "accelerating-reform-fund.guidance",
            StipulationKind.EXPECTATION,
            "Department of Health and Social Care",
            accelerating_reform_fund.GUIDANCE,
            _REFORM_DAYS,
            carry_forward=CarryForward.FREE,
        ),
    ),
    by_year=False,
    not_read=[NotRead("the memorandum of understanding", "its text was not read")],
)
"""It looks ring-fenced, but its determinations have no conditions: guidance only advises."""
