"""The Family Law Reform Act 1969, section 9: when a person reaches an age."""

from __future__ import annotations

from typing import Final

from carerslib.citations import Citation

__all__ = ["SECTION_9"]

SECTION_9: Final = Citation(
    "Family Law Reform Act 1969",
    "section 9(1)",
    url="https://www.legislation.gov.uk/ukpga/1969/46/section/9",
    note="it does not say which day is the anniversary of a birth on 29 February",
)
"""An age is reached as the relevant anniversary of the day of birth begins."""
