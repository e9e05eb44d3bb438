"""The Care and Support (Charging and Assessment of Resources) Regulations 2014, in England."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.parameters import Dated, Parameter
from carerslib.periods import DateRange

__all__ = ["CHARGING_REGULATIONS_2014", "REGULATION_5", "SHORT_TERM_NIGHTS", "SHORT_TERM_RESIDENT"]

_NAME: Final = (
    "Care and Support (Charging and Assessment of Resources) Regulations 2014 (SI 2014/2672)"
)

CHARGING_REGULATIONS_2014: Final = Citation(
    _NAME, url="https://www.legislation.gov.uk/uksi/2014/2672/contents"
)
"""The regulations themselves."""

REGULATION_5: Final = Citation(
    _NAME,
    "regulation 5",
    standing=Standing.SECONDARY,
    url="https://localgovernmentlawyer.co.uk/lacat/inc/html/145.html",
    note="read in an account by Local Government Lawyer",
)
"""A charge for putting arrangements in place covers the cost of putting them in place."""

SHORT_TERM_RESIDENT: Final = Citation(
    _NAME,
    "short-term resident",
    standing=Standing.SECONDARY,
    url=(
        "https://moore-tibbits.co.uk/personal-services/care-in-the-community/"
        "respite-and-short-term-care"
    ),
    note="read in an account by a firm of solicitors; one council says 56 nights in a row",
)
"""A stay in a care home of no more than 8 weeks, which may be charged for as care at home is."""

SHORT_TERM_NIGHTS: Final[Parameter[int]] = Parameter(
    "charging-regulations.short-term-resident.nights",
    "The most nights in a care home that leave somebody a short-term resident (8 weeks)",
    (Dated(56, DateRange(date(2015, 4, 1), date(2026, 3, 31)), SHORT_TERM_RESIDENT),),
)
"""56 nights, which is 8 weeks."""
