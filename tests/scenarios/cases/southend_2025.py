"""Southend-on-Sea, 2025: two directors together may award an all-age carers service.

The record names one director "and" another, which can be read as both or as either. They consult
their portfolio holders. The most is that of the whole life, option included. The option is part of
the contract that they may award, and theirs to take.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import AWARD, EXTEND, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    Kind,
    Length,
    Only,
    Precondition,
    Steps,
    Window,
    together_or_alone,
)
from carerslib.periods import DateRange, Term

__all__ = ["ADULTS", "CHILDREN", "CONSULTED", "RESOLUTION", "SERVICE"]

ADULTS: Final = "Executive Director for Adults and Communities"
CHILDREN: Final = "Executive Director for Children and Public Health"
CONSULTED: Final = "consultation with the respective Portfolio Holders"
SERVICE: Final = "all-age carers support service"

RECORD: Final = Citation.record(
    "Southend-on-Sea, Cabinet Member for Social Care and Healthier Communities, 2025",
    "all-age carers support service",
    url="https://councilgateway.poteris.co.uk/decisions/153997",
)
WORDS: Final = RECORD.quoting(
    "for an initial 3-year term (with option to extend for 2 years) at a maximum total value of"
    " £1,257,065"
)

RESOLUTION: Final = Resolution(
    "southend-2025-all-age",
    "Southend-on-Sea, Cabinet Member for Social Care and Healthier Communities",
    RECORD,
    resolved_on=DateRange.year(2025),
    authorities=[
        Authority(
            "award",
            WORDS,
            powers=[AWARD, EXTEND],
            clauses=[
                together_or_alone("award.holders", RECORD, (ADULTS, CHILDREN)),
                Precondition("award.consulted", RECORD, CONSULTED, kind=Kind.CONSULTATION),
                Only("award.service", RECORD, "service", SERVICE),
                Window("award.days", RECORD, first=date(2026, 4, 1), last=date(2031, 3, 31)),
                Length("award.firm", WORDS, at_most=Term(months=36), of="firm"),
                Length("award.whole", WORDS, at_most=Term(months=60)),
                Steps("award.option", WORDS, (Term(months=24),)),
                Cap("award.total", WORDS, at_most=Figure.pounds("1257065.00")),
            ],
        )
    ],
)
