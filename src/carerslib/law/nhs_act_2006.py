"""National Health Service Act 2006: how NHS bodies and councils may share and move money."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = [
    "DESIGNATES",
    "NAMES_BOTH_ROUTES",
    "SECTION_65Z5",
    "SECTION_75",
    "SECTION_76",
    "SECTION_223GA",
    "SECTION_223GA_5",
    "SECTION_223GC",
    "SECTION_256",
    "WITH_JOINT_WORKING",
]

_ACT: Final = "National Health Service Act 2006"
_SITE: Final = "https://www.legislation.gov.uk/ukpga/2006/41/section/"

SECTION_75: Final = Citation(_ACT, "s.75", url=_SITE + "75")
"""Arrangements between NHS bodies and local authorities, pooled funds among them (s.75(2)(a))."""

SECTION_76: Final = Citation(
    _ACT,
    "s.76",
    url=_SITE + "76",
    note="power of local authorities to make payments to NHS bodies, the mirror of s.256",
)
"""The route from a council to an NHS body."""

SECTION_256: Final = Citation(
    _ACT,
    "s.256",
    url="https://legislation.gov.uk/cy/ukpga/2006/41/section/256/2022-09-01",
    note="read as it stood on 1 September 2022",
)
"""The route from NHS England or an integrated care board to a council or a housing body."""

SECTION_223GA: Final = Citation(
    _ACT,
    "s.223GA(3)",
    url=_SITE + "223GA",
    note=(
        "the payment of a designated amount must be made on condition that the board transfers it "
        "into one or more pooled funds"
    ),
)
"""Money designated for integration goes into a pooled fund."""

SECTION_223GA_5: Final = Citation(
    _ACT,
    "s.223GA(5), (6) and (8)",
    url="https://www.legislation.gov.uk/ukpga/2014/23/section/121/enacted",
    note="as inserted by the Care Act 2014, s.121, of clinical commissioning groups",
)
"""What may follow where a condition of a designated amount is not met."""

SECTION_223GC: Final = Citation(
    _ACT,
    "s.223GC",
    url="https://legislation.gov.uk/id/ukpga/2022/31/section/29/2",
    note="inserted by the Health and Care Act 2022, s.29",
)
"""An integrated care board aims not to spend more in a year than it received."""

SECTION_65Z5: Final = Citation(
    _ACT,
    "ss.65Z5 and 65Z6",
    url=(
        "https://www.gov.uk/government/calls-for-evidence/"
        "improving-integrated-commissioning-in-health-and-social-care/"
        "review-of-section-75-arrangements-supporting-document"
    ),
    note="inserted by the Health and Care Act 2022, s.71; read in the department's account of it",
)
"""Joint working and pooled funds by the second route."""

NAMES_BOTH_ROUTES: Final = DateRange(date(2012, 4, 1), date(2022, 6, 30))
"""Days on which s.75 and s.256 are the routes, as far as sources were read.

The first is that of the operating framework for 2012/13, which asks for s.256 by name.
"""

WITH_JOINT_WORKING: Final = DateRange(date(2022, 7, 1), date(2026, 3, 31))
"""Days on which ss.65Z5 and 65Z6 are a route as well.

The regulations under s.65Z5 (SI 2022/642) came into force on 1 July 2022. The end is that of the
last year of which a source was read.
"""

DESIGNATES: Final = DateRange(date(2015, 4, 1), date(2026, 3, 31))
"""Days on which money is designated for integration: from the first year of the Better Care Fund.

The end is that of the last year of which a source was read.
"""
