"""The Young Carers' (Needs Assessments) Regulations 2015 (SI 2015/527), in England."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = ["IN_FORCE", "YOUNG_CARERS_REGULATIONS"]

YOUNG_CARERS_REGULATIONS: Final = Citation(
    "Young Carers' (Needs Assessments) Regulations 2015 (SI 2015/527)",
    url="https://www.legislation.gov.uk/uksi/2015/527/made",
)
"""The regulations themselves."""

IN_FORCE: Final = DateRange.onwards(date(2015, 4, 1))
"""The days on which they are in force."""
