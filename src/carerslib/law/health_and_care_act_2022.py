"""The Health and Care Act 2022: integrated care boards, and carers in what they commission."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.periods import DateRange

__all__ = ["HEALTH_AND_CARE_ACT_2022", "INTEGRATED_CARE_BOARDS", "SECTION_25"]

HEALTH_AND_CARE_ACT_2022: Final = Citation(
    "Health and Care Act 2022",
    standing=Standing.SECONDARY,
    url="https://www.scie.org.uk/carers/breaks/adults/legal",
    note="read in an account by the Social Care Institute for Excellence, not in the Act",
)
"""The Act, as an account has it."""

SECTION_25: Final = HEALTH_AND_CARE_ACT_2022.at("section 25")
"""Integrated care boards involve carers in what they commission."""

INTEGRATED_CARE_BOARDS: Final = DateRange.onwards(date(2022, 7, 1))
"""The days on which there are integrated care boards."""
