"""The Discharge Fund grant determination for 2023-24 (No. 31/6645)."""

from __future__ import annotations

from typing import Final

from carerslib.citations import Citation
from carerslib.periods import FinancialYear

__all__ = ["DETERMINATION", "ELIGIBLE"]

DETERMINATION: Final = Citation(
    "Discharge Fund grant determination 2023 to 2024: No. 31/6645",
    url=(
        "https://www.gov.uk/government/publications/"
        "social-care-funding-grant-determination-for-2023-to-2024/"
        "discharge-fund-grant-determination-2023-to-2024"
    ),
    note="for expenditure up to 31 March 2024",
)
"""The determination."""

ELIGIBLE: Final = FinancialYear(2023).range
"""The days for which spending counts."""
