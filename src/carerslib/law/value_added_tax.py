"""Value added tax: the rates at which it has been charged.

The Value Added Tax Act 1994. Rates change by order and by Finance Act.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange

__all__ = ["REDUCED_RATE", "SECTION_2", "SECTION_29A", "STANDARD_RATE"]

SECTION_2: Final = Citation(
    "Value Added Tax Act 1994",
    "section 2",
    standing=Standing.SECONDARY,
    note="the rates and their days were not read in the Act itself",
)
"""The standard rate."""

SECTION_29A: Final = Citation(
    "Value Added Tax Act 1994",
    "section 29A",
    standing=Standing.SECONDARY,
    note="the rate was not read in the Act itself",
)
"""The reduced rate."""

STANDARD_RATE: Final[Parameter[Decimal]] = Parameter(
    "value_added_tax.standard_rate",
    "Value added tax: standard rate, per cent of the net amount",
    (
        Dated(Decimal("17.5"), DateRange(date(1994, 9, 1), date(2008, 11, 30)), SECTION_2),
        Dated(Decimal(15), DateRange(date(2008, 12, 1), date(2009, 12, 31)), SECTION_2),
        Dated(Decimal("17.5"), DateRange(date(2010, 1, 1), date(2011, 1, 3)), SECTION_2),
        Dated(Decimal(20), DateRange(date(2011, 1, 4), date(2027, 3, 31)), SECTION_2),
    ),
)
"""Per cent of the amount without VAT."""

REDUCED_RATE: Final[Parameter[Decimal]] = Parameter(
    "value_added_tax.reduced_rate",
    "Value added tax: reduced rate, per cent of the net amount",
    (Dated(Decimal(5), DateRange(date(2001, 5, 11), date(2027, 3, 31)), SECTION_29A),),
)
"""Per cent of the amount without VAT, for the supplies listed."""
