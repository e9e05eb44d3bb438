"""The Children Act 1989, sections 17ZA to 17ZF and 17ZH: young carers and parent carers in England.

The Children and Families Act 2014, sections 96 and 97, inserted the first six, and the Care Act
2014, section 66, the last: how long services go on after an 18th birthday.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = [
    "CHILDREN_ACT_1989",
    "IN_FORCE",
    "SECTION_17ZA_1",
    "SECTION_17ZA_3",
    "SECTION_17ZA_4",
    "SECTION_17ZB_3",
    "SECTION_17ZB_4",
    "SECTION_17ZD_2",
    "SECTION_17ZD_3",
    "SECTION_17ZD_4",
    "SECTION_17ZD_6",
    "SECTION_17ZH_1",
    "SECTION_17ZH_2",
    "SECTION_17ZH_7",
]

CHILDREN_ACT_1989: Final = Citation(
    "Children Act 1989", url="https://www.legislation.gov.uk/ukpga/1989/41/contents"
)
"""The Act itself."""

IN_FORCE: Final = DateRange.onwards(date(2015, 4, 1))
"""The days on which sections 17ZA to 17ZF and 17ZH are in force."""

SECTION_17ZA_1: Final = CHILDREN_ACT_1989.at("section 17ZA(1)")
"""The duty to carry out a young carer's needs assessment: appearance of need, or a request."""

SECTION_17ZA_3: Final = CHILDREN_ACT_1989.at("section 17ZA(3)")
"""A young carer is a person under 18 who cares, or intends to care, for another person."""

SECTION_17ZA_4: Final = CHILDREN_ACT_1989.at("section 17ZA(4) and (5)")
"""No second assessment in relation to the same person, unless something has changed."""

SECTION_17ZB_3: Final = CHILDREN_ACT_1989.at("section 17ZB(3)")
"""Who is not a young carer: care under a contract, or as voluntary work."""

SECTION_17ZB_4: Final = CHILDREN_ACT_1989.at("section 17ZB(4)")
"""The authority may regard such a person as a young carer because of the relationship."""

SECTION_17ZD_2: Final = CHILDREN_ACT_1989.at("section 17ZD(2)")
"""A parent carer: 18 or over, with parental responsibility for the disabled child cared for."""

SECTION_17ZD_3: Final = CHILDREN_ACT_1989.at("section 17ZD(3)")
"""The first condition of the duty: appearance of need, or the parent carer's request."""

SECTION_17ZD_4: Final = CHILDREN_ACT_1989.at("section 17ZD(4)")
"""The second condition: the child and family may be served under section 17."""

SECTION_17ZD_6: Final = CHILDREN_ACT_1989.at("section 17ZD(6) and (7)")
"""No second assessment in relation to the same child, unless something has changed."""

SECTION_17ZH_1: Final = CHILDREN_ACT_1989.at("section 17ZH(1) and (5)")
"""Services under section 17 for a child whose assessment was required, or requested, before 18."""

SECTION_17ZH_2: Final = CHILDREN_ACT_1989.at("section 17ZH(2) to (4) and (6)")
"""How long they go on: assessed before 18 or not, treated as an adult's assessment or not."""

SECTION_17ZH_7: Final = CHILDREN_ACT_1989.at("section 17ZH(7)")
"""When an authority reaches a conclusion in somebody's case."""
