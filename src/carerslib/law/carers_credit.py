"""Carer's Credit: credits of National Insurance contributions for those engaged in caring.

The Social Security (Contributions Credits for Parents and Carers) Regulations 2010 (SI 2010/19).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange

__all__ = ["HOURS", "IN_FORCE", "PENSION_AGE", "REGULATION_5"]

IN_FORCE: Final = DateRange.onwards(date(2010, 4, 6))
"""The days on which the regulations are in force."""

REGULATION_5: Final = Citation(
    "Social Security (Contributions Credits for Parents and Carers) Regulations 2010 (SI 2010/19)",
    "regulation 5(1)(b)",
    url="https://www.legislation.gov.uk/uksi/2010/19",
)
"""Engaged in caring: hours for one or more people, and a benefit or the level of care accepted."""

PENSION_AGE: Final = Citation(
    "Social Security Contributions and Benefits Act 1992",
    "section 23A",
    standing=Standing.SECONDARY,
    url="https://www.gov.uk/carers-credit/eligibility",
)
"""The credit is for those under pension age."""

HOURS: Final[Parameter[int]] = Parameter(
    "carers_credit.hours",
    "Carer's Credit: hours of care a week, at least",
    (Dated(20, DateRange(date(2010, 4, 6), date(2027, 4, 5)), REGULATION_5),),
)
"""Whole hours of care a week for all the people cared for together, at least."""
