"""The Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313), in England.

The regulations of 2014 that many pages cite under this name were drafts, and were never made.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Final, TypeAlias

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = [
    "CONSEQUENCE",
    "ELIGIBILITY_REGULATIONS",
    "IN_FORCE",
    "LIMBS",
    "AdultOutcome",
    "CareOutcome",
    "CarerHealth",
    "CarerOutcome",
    "Limb",
]

ELIGIBILITY_REGULATIONS: Final = Citation(
    "Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313)",
    url="https://www.legislation.gov.uk/uksi/2015/313/made",
)
"""The regulations themselves."""

IN_FORCE: Final = DateRange.onwards(date(2015, 4, 1))
"""The days on which they are in force; no amendment was found up to November 2026."""


class _Place(enum.Enum):
    """Something that the regulations list: its words for an officer, and where it stands."""

    words: str
    citation: Citation

    def __init__(self, words: str, place: str) -> None:
        self.words = words
        self.citation = ELIGIBILITY_REGULATIONS.at(place)

    def __str__(self) -> str:
        return self.words


class CarerOutcome(_Place):
    """The eight care outcomes of a carer, in the order of regulation 3(2)(b). None ranks higher."""

    CHILD_CARE = "caring for a child", "regulation 3(2)(b)(i)"
    OTHER_CARE = "caring for other people", "regulation 3(2)(b)(ii)"
    HOME = "keeping the home habitable", "regulation 3(2)(b)(iii)"
    NUTRITION = "managing nutrition", "regulation 3(2)(b)(iv)"
    RELATIONSHIPS = "family and other relationships", "regulation 3(2)(b)(v)"
    WORK = "work, training, education or volunteering", "regulation 3(2)(b)(vi)"
    FACILITIES = "local facilities and services", "regulation 3(2)(b)(vii)"
    RECREATION = "recreation", "regulation 3(2)(b)(viii)"


class CarerHealth(_Place):
    """The carer's health, which is a circumstance of its own beside the care outcomes."""

    PHYSICAL = "physical health", "regulation 3(2)(a)"
    MENTAL = "mental health", "regulation 3(2)(a)"


class AdultOutcome(_Place):
    """The ten care outcomes of an adult with needs for care, in the order of regulation 2(2)."""

    NUTRITION = "managing nutrition", "regulation 2(2)(a)"
    HYGIENE = "personal hygiene", "regulation 2(2)(b)"
    TOILET = "toilet needs", "regulation 2(2)(c)"
    CLOTHING = "being appropriately clothed", "regulation 2(2)(d)"
    SAFE_AT_HOME = "using the home safely", "regulation 2(2)(e)"
    HOME = "keeping the home habitable", "regulation 2(2)(f)"
    RELATIONSHIPS = "family and other relationships", "regulation 2(2)(g)"
    WORK = "work, training, education or volunteering", "regulation 2(2)(h)"
    FACILITIES = "local facilities and services", "regulation 2(2)(i)"
    CHILD_CARE = "caring for a child", "regulation 2(2)(j)"


CareOutcome: TypeAlias = CarerOutcome | AdultOutcome
"""A care outcome of a carer or of an adult with needs for care."""


class Limb(enum.Enum):
    """The ways of being unable to achieve an outcome; each value is the field that records it."""

    ASSISTANCE = "needs_assistance"
    PAIN = "pain_or_distress"
    DANGER = "danger"
    LONGER = "takes_longer"


LIMBS: Final = {
    CarerOutcome: (
        (Limb.ASSISTANCE, ELIGIBILITY_REGULATIONS.at("regulation 3(3)(a)")),
        (Limb.PAIN, ELIGIBILITY_REGULATIONS.at("regulation 3(3)(b)")),
        (Limb.DANGER, ELIGIBILITY_REGULATIONS.at("regulation 3(3)(c)")),
    ),
    AdultOutcome: (
        (Limb.ASSISTANCE, ELIGIBILITY_REGULATIONS.at("regulation 2(3)(a)")),
        (Limb.PAIN, ELIGIBILITY_REGULATIONS.at("regulation 2(3)(b)")),
        (Limb.DANGER, ELIGIBILITY_REGULATIONS.at("regulation 2(3)(c)")),
        (Limb.LONGER, ELIGIBILITY_REGULATIONS.at("regulation 2(3)(d)")),
    ),
}
"""The limbs that count for whose outcomes: taking longer counts for an adult, not for a carer."""

CONSEQUENCE: Final = {
    CarerOutcome: ELIGIBILITY_REGULATIONS.at("regulation 3(1)(c)"),
    AdultOutcome: ELIGIBILITY_REGULATIONS.at("regulation 2(1)(c)"),
}
"""Where the significant impact on well-being stands."""
