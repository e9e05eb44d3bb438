"""The Carers (Equal Opportunities) Act 2004: the duty to tell carers of their right.

Commenced for England by SI 2005/876. It worked by adding to the Acts of 1995 and 2000.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = ["CARERS_EQUAL_OPPORTUNITIES_ACT_2004", "IN_FORCE", "SECTION_1"]

CARERS_EQUAL_OPPORTUNITIES_ACT_2004: Final = Citation(
    "Carers (Equal Opportunities) Act 2004",
    url="https://www.legislation.gov.uk/ukpga/2004/15/contents",
)
"""The Act itself."""

IN_FORCE: Final = DateRange(date(2005, 4, 1), date(2015, 3, 31))
"""The days from its start in England until the Acts that it amended gave way to the Care Act."""

SECTION_1: Final = CARERS_EQUAL_OPPORTUNITIES_ACT_2004.at("section 1")
"""The duty to inform a carer who may be entitled to an assessment."""
