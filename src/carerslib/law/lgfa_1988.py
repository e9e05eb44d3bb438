"""Local Government Finance Act 1988, ss.114 to 115B: reports when the money runs out."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange

__all__ = [
    "CONSIDER_WITHIN",
    "IN_FORCE",
    "SECTION_114A_2",
    "SECTION_114_2",
    "SECTION_114_3",
    "SECTION_115",
    "SECTION_115_5",
    "SECTION_115_6",
    "SECTION_115_6B",
    "SECTION_115_9",
]

_ACT: Final = "Local Government Finance Act 1988"
_READ_AT: Final = "https://www.legislation.gov.uk/ukpga/1988/41/section/115"

SECTION_114_2: Final = Citation(
    _ACT,
    "s.114(2)",
    url="https://legislation.gov.uk/ukpga/1988/41/section/114/2008-03-05/data.html",
)
"""A report on unlawful spending, unlawful loss-making action or an unlawful entry of account."""

SECTION_114A_2: Final = Citation(
    _ACT, "s.114A(2)", url="http://legislation.data.gov.uk/ukpga/1988/41/section/114A"
)
"""The same of an executive."""

SECTION_114_3: Final = Citation(
    _ACT,
    "s.114(3)",
    url="https://legislation.gov.uk/ukpga/1988/41/section/114/2008-03-05/data.html",
    note="spending incurred and proposed, against resources, sums borrowed included",
)
"""A report that spending in a year is likely to exceed the resources for it."""

SECTION_115: Final = Citation(
    _ACT,
    "s.115(2) and (3)",
    url=_READ_AT,
    note="counted from the day of sending; not for the Greater London Authority",
)
"""The full council considers the report within 21 days."""

SECTION_115_5: Final = Citation(
    _ACT,
    "s.115(5)",
    url=_READ_AT,
    note="a payment that is made so is taken as made without power (s.115(7))",
)
"""The conduct that led to a report under s.114(2) is not pursued on the days of the prohibition."""

SECTION_115_6: Final = Citation(
    _ACT,
    "s.115(6) and (6A)",
    url=_READ_AT,
    note="as amended by s.30 of the Local Government Act 2003",
)
"""No new agreement that involves spending, unless the chief finance officer authorises it."""

SECTION_115_6B: Final = SECTION_115_6.at("s.115(6B)")
"""The authority is in writing, names its ground and explains the reasons."""

SECTION_115_9: Final = Citation(
    _ACT,
    "s.115(9) and (12)",
    url=_READ_AT,
    note="Christmas Day, Good Friday and bank holidays are no business days",
)
"""From the day of sending to the first business day after the day the consideration ends."""

IN_FORCE: Final = DateRange(date(2004, 4, 1), date(2026, 3, 31))
"""Days for which these provisions are applied here.

The first is the start of the first financial year wholly after the Act of 2003; the day on which
its s.30 came into force was not read. The last ends the last year that was looked at.
"""

CONSIDER_WITHIN: Final = Parameter(
    "lgfa-1988.s115.consider-within",
    "Days within which the council considers a report, the day of sending counted",
    (Dated(21, IN_FORCE, SECTION_115),),
)
"""How many days the full council has, the day on which copies are sent being the first."""
