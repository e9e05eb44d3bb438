"""The Carers and Disabled Children Act 2000, while it applied in England.

Commenced for England by SI 2001/510; from 1 April 2015 its sections 1 and 6 speak only of local
authorities in Wales (SI 2015/914).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = [
    "CARERS_AND_DISABLED_CHILDREN_ACT_2000",
    "IN_FORCE",
    "SECTION_1_1",
    "SECTION_1_3",
    "SECTION_6",
    "SECTION_6A",
]

CARERS_AND_DISABLED_CHILDREN_ACT_2000: Final = Citation(
    "Carers and Disabled Children Act 2000",
    url="https://www.legislation.gov.uk/ukpga/2000/16/contents",
)
"""The Act itself."""

IN_FORCE: Final = DateRange(date(2001, 4, 1), date(2015, 3, 31))
"""The days on which sections 1 and 6 bound authorities in England."""

SECTION_1_1: Final = CARERS_AND_DISABLED_CHILDREN_ACT_2000.at("section 1(1)")
"""A carer of 16 or over of a person of 18 or over may ask for an assessment."""

SECTION_1_3: Final = CARERS_AND_DISABLED_CHILDREN_ACT_2000.at("section 1(3)")
"""Who may not ask: care by virtue of a contract, or as a volunteer for an organisation."""

SECTION_6: Final = CARERS_AND_DISABLED_CHILDREN_ACT_2000.at("section 6(1)")
"""A person with parental responsibility for a disabled child may ask for an assessment."""

SECTION_6A: Final = CARERS_AND_DISABLED_CHILDREN_ACT_2000.at("section 6A")
"""The authority must say that there may be a right to an assessment, once."""
