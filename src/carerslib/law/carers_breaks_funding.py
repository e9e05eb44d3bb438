"""Money for carers' breaks through primary care trusts: £150m in 2009-11, £400m in 2011-15.

Both sums lay in general allocations and were not ring-fenced. The first two years are £50m and
£100m, £150m in total, not £150m a year.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange, FinancialYear

__all__ = [
    "AMOUNTS",
    "JOINT_PLANS_2009",
    "NOT_RING_FENCED",
    "PLANS_2012",
    "PLANS_2012_PUBLISHED_BY",
    "WRITTEN_STATEMENT_2008",
]

WRITTEN_STATEMENT_2008: Final = Citation(
    "House of Commons, written ministerial statement of 17 June 2008, social services standards",
    url=(
        "https://hansard.parliament.uk/Commons/2008-06-17/debates/08061796000052/"
        "SocialServicesStandards"
    ),
)
"""The commitments of the 2008 strategy, £150m for breaks among them."""

_ANSWER_2009: Final = Citation(
    "House of Commons, debate of 12 January 2009, Carers",
    url="https://hansard.parliament.uk/Commons/2009-01-12/debates/0901137000015/Carers",
)

NOT_RING_FENCED: Final = Citation(
    "Princess Royal Trust for Carers, NHS given £150m to support carers",
    standing=Standing.SECONDARY,
    url=(
        "http://trustnet.carers.org/text-only/professionals/health/articles/"
        "nhs-given-150m-to-support-carers,5615,PR.html"
    ),
    note="no ring-fence, and trusts were not told their share of the sum",
)
"""There was no national ring-fence; a notional share is worked out from allocations."""

JOINT_PLANS_2009: Final = Citation(
    "NHS Operating Framework 2009/10, as told by the Princess Royal Trust for Carers",
    "paragraph 37",
    standing=Standing.SECONDARY,
    url=(
        "http://trustnet.carers.org/text-only/professionals/health/articles/"
        "how-can-i-get-involved,5617,PR.html"
    ),
    note="trusts work with councils and publish joint plans; the House of Commons was told so too",
)
"""Joint plans of trusts and councils on how their money together supports breaks, in 2009/10."""

PLANS_2012: Final = Citation(
    "NHS Operating Framework 2012/13, as told by the Princess Royal Trust for Carers",
    standing=Standing.SECONDARY,
    url=(
        "http://trustnet.carers.org/text-only/professionals/health/articles/"
        "new-nhs-money-for-carers,7006,PR.html"
    ),
)
"""The six tests of a trust's plan for carers' breaks in 2012/13."""

PLANS_2012_PUBLISHED_BY: Final = Parameter(
    "carers-breaks.plan-published-by",
    "The last day for a plan for carers' breaks to be on the website",
    (Dated(date(2012, 9, 30), FinancialYear(2012).range, PLANS_2012),),
)
"""30 September 2012, for the plans of 2012/13."""

AMOUNTS: Final = Parameter(
    "carers-breaks.amount",
    "Money for carers' breaks in a year's allocations to primary care trusts, for England",
    (
        Dated(Money.pounds("50000000.00"), FinancialYear(2009).range, _ANSWER_2009),
        Dated(Money.pounds("100000000.00"), FinancialYear(2010).range, _ANSWER_2009),
        Dated(Money.pounds("129000000.00"), FinancialYear(2012).range, PLANS_2012),
    ),
    (
        Gap(FinancialYear(2011).range, "£400m was announced for four years; this year's was not"),
        Gap(
            DateRange(date(2013, 4, 1), date(2015, 3, 31)),
            "£400m was announced for four years; these years' were not read",
        ),
    ),
)
"""The national amount of each year that was read."""
