"""The COVID Local Support Grant determination of spring 2021 (No. 31/5555)."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = ["DETERMINATION", "ELIGIBLE"]

DETERMINATION: Final = Citation(
    "COVID Local Support Grant determination, 17 April 2021 to 20 June 2021: No. 31/5555",
    url=(
        "https://www.gov.uk/government/publications/"
        "covid-local-support-grant-guidance-for-local-councils/"
        "covid-local-support-grant-3-determination-17-april-2021-to-20-june-2021"
    ),
)
"""The determination."""

ELIGIBLE: Final = DateRange(date(2021, 4, 17), date(2021, 6, 20))
"""The days for which spending counts: not a financial year, and not whole months."""
