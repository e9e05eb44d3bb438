"""The Carers (Recognition and Services) Act 1995, section 1, as it applied and applies in England.

From 1 April 2015 it reaches carers of children only, and neither young carers nor parent carers
(SI 2015/914, Schedule, paragraph 56).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = [
    "BEFORE_THE_CARE_ACT",
    "CARERS_ACT_1995",
    "SECTION_1_1",
    "SECTION_1_2",
    "SECTION_1_3",
    "SECTION_1_3A",
    "SINCE_THE_CARE_ACT",
]

CARERS_ACT_1995: Final = Citation(
    "Carers (Recognition and Services) Act 1995",
    url="https://www.legislation.gov.uk/ukpga/1995/12/contents",
)
"""The Act itself."""

BEFORE_THE_CARE_ACT: Final = DateRange(date(1996, 4, 1), date(2015, 3, 31))
"""The days on which section 1 reached carers of anyone assessed for community care services."""

SINCE_THE_CARE_ACT: Final = DateRange.onwards(date(2015, 4, 1))
"""The days since which section 1 reaches carers of children only."""

SECTION_1_1: Final = CARERS_ACT_1995.at("section 1(1)")
"""Carers of a person being assessed for community care services; of a child's after-care now."""

SECTION_1_2: Final = CARERS_ACT_1995.at("section 1(2)")
"""Carers of a disabled child whose needs the authority assesses."""

SECTION_1_3: Final = CARERS_ACT_1995.at("section 1(3)")
"""Who may not ask: care by virtue of a contract, or as a volunteer for an organisation."""

SECTION_1_3A: Final = CARERS_ACT_1995.at("section 1(3A)")
"""Who may not ask since 1 April 2015: a young carer, or a parent carer."""
