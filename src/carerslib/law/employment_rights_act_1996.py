"""Carer's leave: the Employment Rights Act 1996, sections 80J to 80N, and its regulations.

Inserted by the Carer's Leave Act 2023; the right can be used from 6 April 2024 (SI 2024/251).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.periods import DateRange

__all__ = ["IN_FORCE", "SECTION_80J"]

IN_FORCE: Final = DateRange.onwards(date(2024, 4, 6))
"""The days on which an employee may take carer's leave."""

SECTION_80J: Final = Citation(
    "Employment Rights Act 1996",
    "sections 80J to 80N",
    standing=Standing.SECONDARY,
    url="https://www.legislation.gov.uk/ukpga/2023/18/section/1",
    note="read through accounts by solicitors; the regulations are SI 2024/251",
)
"""An employee may take leave to give or arrange care for a dependant with a long-term need."""
