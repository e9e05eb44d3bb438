"""The Disabled Facilities Grant: a capital grant inside a pool, for comparison."""

from __future__ import annotations

from typing import Final

from carerslib.citations import Citation
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange, FinancialYear

__all__ = ["AMOUNTS", "CAPITAL", "TELECARE"]

CAPITAL: Final = Citation(
    "NHS England, Better Care Fund: grants and funding",
    "Disabled facilities grant",
    url=(
        "https://www.england.nhs.uk/ourwork/part-rel/transformation-fund/better-care-fund/"
        "grants-and-funding/"
    ),
    note="part of the Better Care Fund since April 2015",
)
"""A capital grant to adapt homes."""

TELECARE: Final = Citation(
    "Disabled Facilities Grant (DFG) delivery: guidance for local authorities in England",
    url=(
        "https://www.gov.uk/government/publications/"
        "disabled-facilities-grant-dfg-delivery-guidance-for-local-authorities-in-england"
    ),
    note="telecare and assistive technology count where they are capital",
)
"""What of telecare may be paid for."""

AMOUNTS: Final = Parameter(
    "disabled-facilities-grant.amount",
    "The Disabled Facilities Grant of a year, for England",
    (
        Dated(Money.pounds("220000000.00"), FinancialYear(2014).range, CAPITAL),
        Dated(Money.pounds("431000000.00"), FinancialYear(2017).range, CAPITAL),
        Dated(Money.pounds("573000000.00"), FinancialYear(2020).range, CAPITAL),
    ),
    (
        Gap(
            DateRange(FinancialYear(2015).first_day, FinancialYear(2016).last_day),
            "these years' amounts were not read",
        ),
        Gap(
            DateRange(FinancialYear(2018).first_day, FinancialYear(2019).last_day),
            "these years' amounts were not read",
        ),
    ),
)
"""In round millions, for the years that were read."""
