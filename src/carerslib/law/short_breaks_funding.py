"""Money for short breaks for disabled children: three funds that behaved differently."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange, FinancialYear

__all__ = [
    "AIMING_HIGH",
    "AIMING_HIGH_DAYS",
    "AIMING_HIGH_TOTAL",
    "EARLY_INTERVENTION",
    "EARLY_INTERVENTION_AMOUNTS",
    "INNOVATION",
    "INNOVATION_AMOUNTS",
]

AIMING_HIGH: Final = Citation(
    "Community Care, Early intervention grant expected to fund short breaks (18 November 2010)",
    standing=Standing.SECONDARY,
    url=(
        "https://www.communitycare.co.uk/2010/11/18/"
        "early-intervention-grant-expected-to-fund-short-breaks/"
    ),
    note="ring-fenced for councils to 31 March 2011",
)
"""Aiming High for Disabled Children: councils' money was ring-fenced."""

AIMING_HIGH_DAYS: Final = DateRange(date(2008, 4, 1), date(2011, 3, 31))
"""The three years of the programme, and of the ring-fence."""

AIMING_HIGH_TOTAL: Final = Parameter(
    "aiming-high.short-breaks-total",
    "Revenue for short breaks in Aiming High, over the three years together, for England",
    (
        Dated(
            Money.pounds("280000000.00"),
            AIMING_HIGH_DAYS,
            Citation(
                "Aiming High for Disabled Children, allocations, as told on a forum of the time",
                standing=Standing.SECONDARY,
                url="http://www.ukcab.net/forum/index.php?topic=782.0",
            ),
        ),
    ),
)
"""£280m of £340m, a sum for three years and not for each of them."""

EARLY_INTERVENTION: Final = Citation(
    "Community Care, Short breaks to be funded through early intervention grant (13 December 2010)",
    standing=Standing.SECONDARY,
    url=(
        "https://www.communitycare.co.uk/2010/12/13/"
        "short-breaks-to-be-funded-through-early-intervention-grant/"
    ),
    note="not ring-fenced",
)
"""The short breaks element of the Early Intervention Grant."""

EARLY_INTERVENTION_AMOUNTS: Final = Parameter(
    "early-intervention-grant.short-breaks",
    "The short breaks element of a year's Early Intervention Grant, for England",
    tuple(
        Dated(Money.pence(millions * 100_000_000), FinancialYear(year).range, EARLY_INTERVENTION)
        for year, millions in ((2011, 198), (2012, 202), (2013, 206), (2014, 210))
    ),
)
"""The four amounts add up to £816m, though they were called £800m."""

INNOVATION: Final = Citation(
    "Council for Disabled Children, short breaks innovation fund",
    standing=Standing.SECONDARY,
    url=(
        "https://councilfordisabledchildren.org.uk/resources/all-resources/filter/"
        "inclusion-send/year-two-short-breaks-innovation-fund-learning"
    ),
    note="councils bid for it",
)
"""The Short Breaks Innovation programme."""

INNOVATION_AMOUNTS: Final = Parameter(
    "short-breaks-innovation.amount",
    "The Short Breaks Innovation programme of a year, for England",
    (
        Dated(Money.pounds("5000000.00"), FinancialYear(2022).range, INNOVATION),
        Dated(Money.pounds("10000000.00"), FinancialYear(2023).range, INNOVATION),
        Dated(Money.pounds("15000000.00"), FinancialYear(2024).range, INNOVATION),
    ),
    (Gap(FinancialYear(2025).range, "no source was read for a later year"),),
)
"""£30m over the three years."""
