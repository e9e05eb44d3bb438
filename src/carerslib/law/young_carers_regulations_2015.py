"""The Young Carers' (Needs Assessments) Regulations 2015 (SI 2015/527), in England."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.periods import DateRange

__all__ = ["IN_FORCE", "REGULATION_4_2_D_E", "YOUNG_CARERS_REGULATIONS"]

YOUNG_CARERS_REGULATIONS: Final = Citation(
    "Young Carers' (Needs Assessments) Regulations 2015 (SI 2015/527)",
    url="https://www.legislation.gov.uk/uksi/2015/527/made",
)
"""The regulations themselves."""

IN_FORCE: Final = DateRange.onwards(date(2015, 4, 1))
"""The days on which they are in force."""

REGULATION_4_2_D_E: Final = Citation(
    "Young Carers' (Needs Assessments) Regulations 2015 (SI 2015/527)",
    "regulation 4(2)(d) and (e)",
    standing=Standing.SECONDARY,
    url="https://frg.org.uk/get-help-and-advice/what/child-in-need/",
    note="read in an account by Family Rights Group",
)
"""Tasks that are excessive or inappropriate, and needs that services to others could prevent."""
