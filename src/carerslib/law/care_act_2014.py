"""The Care Act 2014, Part 1, as it applies to carers in England."""

from __future__ import annotations

import enum
from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = [
    "CARE_ACT_2014",
    "IN_FORCE",
    "SECTION_2_8",
    "SECTION_10_1",
    "SECTION_10_3",
    "SECTION_10_9",
    "SECTION_10_10",
    "SECTION_11_5",
    "SECTION_60_1",
    "SECTION_60_3",
    "SECTION_60_7",
    "SECTION_60_8",
    "SECTION_63_1",
    "SECTION_63_3",
    "SECTION_63_6",
    "SECTION_63_7",
    "WellBeing",
]

CARE_ACT_2014: Final = Citation(
    "Care Act 2014", url="https://www.legislation.gov.uk/ukpga/2014/23/contents"
)
"""The Act itself."""

IN_FORCE: Final = DateRange.onwards(date(2015, 4, 1))
"""The days on which sections 10, 60 and 63 are in force."""

SECTION_2_8: Final = CARE_ACT_2014.at("section 2(8)")
"""An adult is a person aged 18 or over."""

SECTION_10_1: Final = CARE_ACT_2014.at("section 10(1)")
"""The duty to carry out a carer's assessment, where needs for support may exist."""

SECTION_10_3: Final = CARE_ACT_2014.at("section 10(3)")
"""A carer is an adult who gives, or intends to give, care for another adult."""

SECTION_10_9: Final = CARE_ACT_2014.at("section 10(9)")
"""Who is not regarded as a carer: care under a contract, or as voluntary work."""

SECTION_10_10: Final = CARE_ACT_2014.at("section 10(10)")
"""The authority may regard such a person as a carer because of the relationship."""

SECTION_11_5: Final = CARE_ACT_2014.at("section 11(5) to (7)")
"""A carer's refusal, and what brings the duty back."""

SECTION_60_1: Final = CARE_ACT_2014.at("section 60(1)")
"""The duty to assess a child's carer before the child becomes 18."""

SECTION_60_3: Final = CARE_ACT_2014.at("section 60(3) to (5)")
"""A child's carer's refusal, and what brings the duty back."""

SECTION_60_7: Final = CARE_ACT_2014.at("section 60(7)")
"""A child's carer is an adult, a parent included, who cares or intends to care for the child."""

SECTION_60_8: Final = CARE_ACT_2014.at("section 60(8) and (9)")
"""Contract and voluntary work, and the authority's power to look past them."""

SECTION_63_1: Final = CARE_ACT_2014.at("section 63(1)")
"""The duty to assess a young carer before the young carer becomes 18."""

SECTION_63_3: Final = CARE_ACT_2014.at("section 63(3) and (4)")
"""The consent condition, and the refusal that abuse or neglect overrides."""

SECTION_63_6: Final = CARE_ACT_2014.at("section 63(6)")
"""A young carer is a person under 18 who cares, or intends to care, for an adult."""

SECTION_63_7: Final = CARE_ACT_2014.at("section 63(7) and (8)")
"""Contract and voluntary work, and the authority's power to look past them."""


class WellBeing(enum.Enum):
    """The nine matters that well-being relates to, in the order of section 1(2)."""

    DIGNITY = "personal dignity", "section 1(2)(a)"
    HEALTH = "physical and mental health and emotional well-being", "section 1(2)(b)"
    PROTECTION = "protection from abuse and neglect", "section 1(2)(c)"
    CONTROL = "control over day-to-day life", "section 1(2)(d)"
    PARTICIPATION = "work, education, training or recreation", "section 1(2)(e)"
    SOCIAL_AND_ECONOMIC = "social and economic well-being", "section 1(2)(f)"
    RELATIONSHIPS = "domestic, family and personal relationships", "section 1(2)(g)"
    ACCOMMODATION = "suitability of living accommodation", "section 1(2)(h)"
    CONTRIBUTION = "contribution to society", "section 1(2)(i)"

    def __init__(self, words: str, place: str) -> None:
        self.words = words
        self.citation = CARE_ACT_2014.at(place)

    def __str__(self) -> str:
        return self.words
