"""The Better Care Fund, from 2015/16, and the improved Better Care Fund grant, from 2017/18."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange, FinancialYear

__all__ = [
    "CARERS_BREAKS",
    "CARERS_IN_PLANS",
    "DETERMINATIONS",
    "IMPROVED_AMOUNTS",
    "IMPROVED_CONDITIONS",
    "IMPROVED_IS_POOLED",
]

_POLICY_2016: Final = Citation(
    "Better Care Fund policy framework 2016-17, reprint",
    standing=Standing.SECONDARY,
    url="https://issuu.com/bhta/docs/2016-17_better_care_fund/s/10320967",
    note="stated as over £130m: a part of the national sum, not a local minimum",
)

CARERS_IN_PLANS: Final = Citation(
    "Better Care Fund planning guidance 2017-19, para 36, quoted in an answer of Eden council",
    standing=Standing.SECONDARY,
    url=(
        "https://www.eden.gov.uk/your-council/council-business/requesting-information/"
        "freedom-of-information-foi/responses-to-freedom-of-information-requests/"
        "freedom-of-information-request-response/?id=502865"
    ),
    note="plans should state the resource for carers; not a condition",
)
"""A plan should say what is dedicated to support for carers."""

CARERS_BREAKS: Final = Parameter(
    "better-care-fund.carers-breaks",
    "Money for carers' breaks within the Better Care Fund of a year, for England",
    (
        Dated(
            Money.pounds("130000000.00"),
            FinancialYear(2015).range,
            Citation(
                "Sitra, Better Care Fund",
                standing=Standing.SECONDARY,
                url="http://www.sitra.org/policy-good-practice/health-and-social-care/better-care-fund/",
            ),
        ),
        Dated(
            Money.pounds("130000000.00"),
            DateRange(date(2016, 4, 1), date(2017, 3, 31)),
            _POLICY_2016,
        ),
        Dated(
            Money.pounds("130000000.00"),
            FinancialYear(2017).range,
            CARERS_IN_PLANS,
        ),
        Dated(
            Money.pounds("130000000.00"),
            FinancialYear(2018).range,
            CARERS_IN_PLANS,
        ),
    ),
    (Gap(DateRange.onwards(date(2019, 4, 1)), "no source was read for a later year"),),
)
"""£130m, stated as "over £130m" from 2016/17."""

IMPROVED_IS_POOLED: Final = Citation(
    "NHS England, Better Care Fund: grants and funding",
    "improved Better Care Fund",
    url=(
        "https://www.england.nhs.uk/ourwork/part-rel/transformation-fund/better-care-fund/"
        "grants-and-funding/"
    ),
)
"""The grant must be pooled in the Better Care Fund."""

IMPROVED_CONDITIONS: Final = Citation(
    "Health Service Journal, conditions attached to £2bn social care cash (2017)",
    standing=Standing.SECONDARY,
    url=(
        "https://www.hsj.co.uk/sectors/social-care/"
        "conditions-attached-to-2bn-social-care-cash-revealed/7017026.article"
    ),
    note="the conditions at launch as reported; Annex B of the determinations was not read",
)
"""What the grant may be used for, and the chief finance officer's confirmation."""

_2023: Final = Citation(
    "Improved Better Care Fund (Revenue) Grant Determination (2023-24): No. 31/6644",
    url=(
        "https://www.gov.uk/government/publications/"
        "social-care-funding-grant-determination-for-2023-to-2024/"
        "improved-better-care-fund-grant-determination-2023-to-2024"
    ),
)
_2024: Final = Citation(
    "Improved Better Care Fund (Revenue) Grant Determination (2024-25): No. 31/7245",
    url=(
        "https://www.gov.uk/government/publications/"
        "improved-better-care-fund-grant-determination-2024-to-2025/"
        "improved-better-care-fund-grant-determination-2024-to-2025"
    ),
)

DETERMINATIONS: Final = Parameter(
    "improved-better-care-fund.determination",
    "The determination that the improved Better Care Fund grant of a year is paid under",
    (
        Dated("No. 31/6644", FinancialYear(2023).range, _2023),
        Dated("No. 31/7245", FinancialYear(2024).range, _2024),
    ),
    (Gap(DateRange(date(2017, 4, 1), date(2023, 3, 31)), "earlier determinations were not read"),),
)
"""Grants under s.31 of the Local Government Act 2003, with conditions."""

IMPROVED_AMOUNTS: Final = Parameter(
    "improved-better-care-fund.amount",
    "The improved Better Care Fund grant of a year, for England",
    (
        Dated(Money.pounds("1837000000.00"), FinancialYear(2019).range, IMPROVED_IS_POOLED),
        Dated(Money.pounds("2077000000.00"), FinancialYear(2020).range, IMPROVED_IS_POOLED),
    ),
    (Gap(DateRange(date(2017, 4, 1), date(2019, 3, 31)), "these years' amounts were not read"),),
)
"""In round millions; that of 2020/21 holds the £240m that was for winter pressures."""
