"""Southampton, 2014: services for adult carers, and the agreement with the NHS that pays for them.

Two authorities: Cabinet awards to a tenderer whose price is exempt, and the Director of People may
enter into a section 256 agreement for the same period as that contract.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import AWARD, ENTER_AGREEMENT, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    Holder,
    Kind,
    Length,
    Only,
    Precondition,
    SamePeriod,
    Start,
    Window,
)
from carerslib.periods import DateRange, Term

__all__ = ["CABINET", "CCG", "CONSULTED", "DIRECTOR", "PROVIDER", "RESOLUTION", "SERVICE"]

CABINET: Final = "Cabinet"
DIRECTOR: Final = "Director of People"
SERVICE: Final = "support services for adult carers"
PROVIDER: Final = "Tenderer A"
CCG: Final = "Southampton City CCG"
CONSULTED: Final = "consultation with the Head of Legal and Democratic Services"
FIRST: Final = date(2014, 9, 1)
LAST: Final = date(2017, 8, 31)

RECORD: Final = Citation.record(
    "Southampton, Cabinet, 2014",
    "support services for adult carers",
    url="https://southampton.gov.uk/moderngov/ieDecisionDetails.aspx?ID=724",
)
PERIOD: Final = RECORD.quoting("to commence on 1st September 2014 for a period of 3 years")

AWARDED: Final = Authority(
    "award",
    RECORD,
    powers=[AWARD],
    clauses=[
        Holder("award.holder", RECORD, CABINET),
        Only("award.service", RECORD, "service", SERVICE),
        Only("award.provider", RECORD, "provider", PROVIDER),
        Start("award.start", PERIOD, first=FIRST, last=FIRST),
        Window("award.days", PERIOD, first=FIRST, last=LAST),
        Length("award.length", PERIOD, at_most=Term(years=3)),
        Cap("award.value", RECORD, at_most=Figure.unpublished()),
    ],
)

SECTION_256: Final = Authority(
    "s256",
    RECORD,
    powers=[ENTER_AGREEMENT],
    clauses=[
        Holder("s256.holder", RECORD, DIRECTOR),
        Only("s256.form", RECORD, "form", "section 256 agreement"),
        Only("s256.partner", RECORD, "partner", CCG),
        Precondition("s256.consulted", RECORD, CONSULTED, kind=Kind.CONSULTATION),
        SamePeriod("s256.period", RECORD, "carers contract", period=DateRange(FIRST, LAST)),
    ],
)

RESOLUTION: Final = Resolution(
    "southampton-2014-adult-carers",
    "Southampton, Cabinet",
    RECORD,
    resolved_on=DateRange.year(2014),
    authorities=[AWARDED, SECTION_256],
    partners=[CCG],
)
