"""The Care and Support (Assessment) Regulations 2014 (SI 2014/2827), in England.

They apply to assessments of adults and carers, and to those made before somebody becomes 18.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = ["ASSESSMENT_REGULATIONS", "IN_FORCE"]

ASSESSMENT_REGULATIONS: Final = Citation(
    "Care and Support (Assessment) Regulations 2014 (SI 2014/2827)",
    url="https://www.legislation.gov.uk/uksi/2014/2827",
)
"""The regulations themselves."""

IN_FORCE: Final = DateRange.onwards(date(2015, 4, 1))
"""The days on which they are in force."""
