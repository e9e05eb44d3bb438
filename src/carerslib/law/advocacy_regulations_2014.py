"""The Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014 (SI 2014/2889)."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = ["ADVOCACY_REGULATIONS", "IN_FORCE"]

ADVOCACY_REGULATIONS: Final = Citation(
    "Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014 (SI 2014/2889)",
    url="https://www.legislation.gov.uk/uksi/2014/2889",
)
"""The regulations themselves."""

IN_FORCE: Final = DateRange.onwards(date(2015, 4, 1))
"""The days on which they are in force."""
