"""The Care Planning, Placement and Case Review (England) Regulations 2010: short breaks.

They apply, in full or with the lighter rules of regulation 48, to a child who is looked after; a
short break under section 17(6) of the Children Act 1989 leaves a child not looked after.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange

__all__ = [
    "CARE_PLANNING_REGULATIONS_2010",
    "DAYS_IN_TWELVE_MONTHS",
    "IN_FORCE",
    "LONGEST_SHORT_BREAK",
    "REGULATION_48_2",
]

CARE_PLANNING_REGULATIONS_2010: Final = Citation(
    "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)",
    url="https://www.legislation.gov.uk/uksi/2010/959/contents",
)
"""The regulations themselves, in force from 1 April 2011."""

IN_FORCE: Final = DateRange(date(2011, 4, 1), date(2026, 3, 31))
"""The days on which they are in force, as far as that was checked."""

REGULATION_48_2: Final = Citation(
    "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)",
    "regulation 48(2)",
    url="https://www.legislation.gov.uk/uksi/2010/959/regulation/48/made",
    note="read as made, and as amended in 2020",
)
"""What a series of placements must be to be short breaks under the lighter rules."""

LONGEST_SHORT_BREAK: Final[Parameter[int]] = Parameter(
    "care-planning-regulations.longest-short-break",
    "The most days that one placement may be intended to last, for the lighter rules to apply",
    (
        Dated(17, DateRange(date(2011, 4, 1), date(2020, 4, 23)), REGULATION_48_2),
        Dated(17, DateRange(date(2020, 9, 26), IN_FORCE.last), REGULATION_48_2),
    ),
    (
        Gap(
            DateRange(date(2020, 4, 24), date(2020, 9, 25)),
            "SI 2020/445 took this condition out for a time, in the pandemic",
        ),
    ),
)
"""17 days, except where the pandemic's amendments took the condition out."""

DAYS_IN_TWELVE_MONTHS: Final[Parameter[int]] = Parameter(
    "care-planning-regulations.days-in-twelve-months",
    "The most days of short breaks in any 12 months, for the lighter rules to apply",
    (Dated(75, IN_FORCE, REGULATION_48_2),),
)
"""75 days."""
