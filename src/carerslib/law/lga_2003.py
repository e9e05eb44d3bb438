"""Local Government Act 2003, s.31: grants by a Minister to a local authority."""

from __future__ import annotations

from typing import Final

from carerslib.citations import Citation

__all__ = ["SECTION_31_3", "SECTION_31_5"]

_PART_3: Final = "http://www.legislation.gov.uk/ukpga/2003/26/part/3/enacted"

SECTION_31_3: Final = Citation("Local Government Act 2003", "s.31(3)", url=_PART_3)
"""The Minister sets the amount of a grant and the manner of its payment."""

SECTION_31_5: Final = Citation(
    "Local Government Act 2003",
    "s.31(4) and (5)",
    url=_PART_3,
    note="conditions may fix the use of the grant and when it is repaid",
)
"""Conditions of a grant."""
