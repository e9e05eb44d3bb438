"""The Care and Support (Direct Payments) Regulations 2014 (SI 2014/2871), in England.

They hold for whoever's needs are met: an adult who needs care, or a carer with needs for support.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange, Term

__all__ = [
    "BETWEEN_REVIEWS",
    "DIRECT_PAYMENTS_REGULATIONS",
    "FIRST_REVIEW",
    "IN_FORCE",
    "Payee",
]

DIRECT_PAYMENTS_REGULATIONS: Final = Citation(
    "Care and Support (Direct Payments) Regulations 2014 (SI 2014/2871)",
    url="https://www.legislation.gov.uk/uksi/2014/2871",
)
"""The regulations themselves."""

IN_FORCE: Final = DateRange.onwards(date(2015, 4, 1))
"""The days on which they are in force."""

_CHECKED: Final = DateRange(IN_FORCE.first, date(2026, 11, 30))
_REVIEWS: Final = DIRECT_PAYMENTS_REGULATIONS.at("regulation 7(1)(a)")

FIRST_REVIEW: Final[Parameter[Term]] = Parameter(
    "direct-payments-regulations.first-review",
    "The time, from the making of a direct payment, within which it is reviewed at least once",
    (Dated(Term(months=6), _CHECKED, _REVIEWS),),
)
"""The first 6 months."""

BETWEEN_REVIEWS: Final[Parameter[Term]] = Parameter(
    "direct-payments-regulations.between-reviews",
    "The longest time between reviews of a direct payment, after the first",
    (Dated(Term(months=12), _CHECKED, _REVIEWS),),
)
"""12 months."""


class Payee(enum.Enum):
    """What somebody paid out of a direct payment is to the adult whose needs it meets.

    Regulation 3(3) lists all but the last. ``in_household`` is True for those whom it lists only
    where they live in the same household as the adult, or with a relative who does.
    """

    SPOUSE = "spouse or civil partner", "(a)", False
    LIVES_AS_SPOUSE = "living with the adult as a spouse or civil partner", "(b)", False
    PARENT = "parent or parent-in-law", "(c)(i)", True
    CHILD = "son or daughter", "(c)(ii)", True
    CHILD_IN_LAW = "son-in-law or daughter-in-law", "(c)(iii)", True
    STEPCHILD = "stepson or stepdaughter", "(c)(iv)", True
    SIBLING = "brother or sister", "(c)(v)", True
    AUNT_OR_UNCLE = "aunt or uncle", "(c)(vi)", True
    GRANDPARENT = "grandparent", "(c)(vii)", True
    SPOUSE_OF_RELATIVE = "spouse or civil partner of such a relative", "(d)", True
    LIVES_WITH_RELATIVE = "living as a spouse with such a relative", "(e)", True
    NOT_LISTED = "nobody whom the regulation lists", "", False

    def __init__(self, words: str, place: str, in_household: bool) -> None:  # noqa: FBT001 - a row
        self.words = words
        self.citation = DIRECT_PAYMENTS_REGULATIONS.at(f"regulation 3(3){place}")
        self.in_household = in_household

    def __str__(self) -> str:
        return self.words
