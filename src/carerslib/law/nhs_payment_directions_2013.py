"""Directions of 2013 on payments by NHS bodies to local authorities under s.256."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.periods import DateRange

__all__ = ["IN_FORCE", "MORE_EFFECTIVE_USE"]

MORE_EFFECTIVE_USE: Final = Citation(
    "National Health Service (Conditions Relating to Payments by NHS Bodies to Local Authorities) "
    "Directions 2013",
    "first condition",
    standing=Standing.SECONDARY,
    url=(
        "https://www.procurementportal.com/blog/june-2013/"
        "payments-by-nhs-bodies-to-local-authorities-volunt"
    ),
    note="read in a solicitors' account; the further conditions were not read",
)
"""The payer is satisfied that the payment is likely to be a more effective use of the money."""

IN_FORCE: Final = DateRange(date(2013, 5, 20), date(2026, 3, 31))
"""From the day on which they came into force to the end of the last year that was looked at."""
