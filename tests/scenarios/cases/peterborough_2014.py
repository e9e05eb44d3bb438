"""Peterborough, June 2014: a carers service for three years, and two single years after them.

The most is for the whole life. Extensions are at the council's discretion; by which office is not
recorded, so no holder is set for them. Nor is it recorded whether both may be taken at once: both
readings are kept.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import AWARD, EXTEND, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    Holder,
    Kind,
    Length,
    Only,
    Precondition,
    Window,
    one_or_several,
)
from carerslib.periods import DateRange, Term

__all__ = ["ELECTED", "HOLDER", "PROVIDER", "RESOLUTION", "SERVICE"]

HOLDER: Final = "Cabinet Member for Adult Social Care"
ELECTED: Final = "the council elects to extend"
SERVICE: Final = "carers service"
PROVIDER: Final = "Carers Trust"

RECORD: Final = Citation.record(
    "Peterborough, Cabinet Member for Adult Social Care, June 2014",
    "JUN14/CMDN/46",
    url="https://democracy.peterborough.gov.uk/ieDecisionDetails.aspx?Id=942",
)
VALUE: Final = RECORD.quoting("to the Carers Trust for a maximum total value of £1,400,000")

ALIKE: Final = (
    Only("service", RECORD, "service", SERVICE),
    Only("provider", VALUE, "provider", PROVIDER),
    Window("days", RECORD, first=date(2014, 7, 1), last=date(2019, 6, 30)),
    Length("firm", RECORD, at_most=Term(months=36), of="firm"),
    Length("whole", RECORD, at_most=Term(months=60)),
    one_or_several("options", RECORD, (Term(months=12), Term(months=12))),
    Cap("total", VALUE, at_most=Figure.pounds("1400000.00")),
)

RESOLUTION: Final = Resolution(
    "peterborough-2014-carers",
    "Peterborough, Cabinet Member for Adult Social Care",
    RECORD,
    resolved_on=DateRange.month(2014, 6),
    authorities=[
        Authority("award", VALUE, [AWARD], (Holder("award.holder", RECORD, HOLDER), *ALIKE)),
        Authority(
            "extension",
            RECORD,
            [EXTEND],
            (Precondition("extension.elected", RECORD, ELECTED, kind=Kind.CONSENT), *ALIKE),
        ),
    ],
)
