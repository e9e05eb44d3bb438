"""Peterborough, 17 November 2023: a lifeline service for three years, and two single years after.

A most for each year and a most in all, both of which bind: five years at the yearly most are the
whole. A director takes the extensions, and may give a yearly uplift once internal governance has
been gone through. Whether the uplift is inside the most for a year or beside it is not recorded,
nor whether both extensions may be taken at once: both readings are kept.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import AWARD, EXTEND, MODIFY, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    Holder,
    Kind,
    Length,
    Only,
    Precondition,
    Reading,
    Readings,
    Window,
    one_or_several,
)
from carerslib.periods import Term

__all__ = ["DIRECTOR", "GOVERNANCE", "MEMBER", "PROVIDER", "RESOLUTION", "SERVICE"]

MEMBER: Final = "Cabinet Member for Adults and Health"
DIRECTOR: Final = "Executive Director of Adult Social Care & Commissioning"
SERVICE: Final = "lifeline and alarm receiving centre"
PROVIDER: Final = "Doro"
GOVERNANCE: Final = "internal governance for the uplift"

RECORD: Final = Citation.record(
    "Peterborough, Cabinet Member for Adults and Health, 17 November 2023",
    "lifeline and alarm receiving centre",
    url="https://democracy.peterborough.gov.uk/mgDelegatedDecisions.aspx?&DR=08%2F11%2F2023-22%2F11%2F2023&RP=0&K=0&DM=0&HD=0&DS=2&Next=true&META=mgdelegateddecisions&V=1",
)
WORDS: Final = RECORD.quoting(
    "for a maximum value of £200,000 per year and total contract value of £1,000,000"
)

ANNUAL: Final = Figure.pounds("200000.00")
TOTAL: Final = Figure.pounds("1000000.00")

ALIKE: Final = (
    Only("service", RECORD, "service", SERVICE),
    Only("provider", RECORD, "provider", PROVIDER),
    Window("days", RECORD, first=date(2024, 4, 1), last=date(2029, 3, 31)),
    Length("firm", RECORD, at_most=Term(months=36), of="firm"),
    Length("whole", RECORD, at_most=Term(months=60)),
    one_or_several("options", RECORD, (Term(months=12), Term(months=12))),
)
CAPS: Final = (
    Cap("annual", WORDS, at_most=ANNUAL, per=("year",)),
    Cap("total", WORDS, at_most=TOTAL),
)
BESIDE: Final = (
    Cap("annual", WORDS, at_most=ANNUAL, per=("year",), without={"part": "uplift"}),
    Cap("total", WORDS, at_most=TOTAL, without={"part": "uplift"}),
)

RESOLUTION: Final = Resolution(
    "peterborough-2023-lifeline",
    "Peterborough, Cabinet Member for Adults and Health",
    RECORD,
    resolved_on=date(2023, 11, 17),
    authorities=[
        Authority("award", WORDS, [AWARD], (Holder("award.holder", RECORD, MEMBER), *ALIKE, *CAPS)),
        Authority(
            "extension",
            RECORD,
            powers=[EXTEND],
            clauses=[Holder("extension.holder", RECORD, DIRECTOR), *ALIKE, *CAPS],
        ),
        Authority(
            "uplift",
            RECORD,
            powers=[MODIFY],
            clauses=[
                Holder("uplift.holder", RECORD, DIRECTOR),
                Precondition("uplift.governance", RECORD, GOVERNANCE, kind=Kind.APPROVAL),
                *ALIKE,
                Readings(
                    "uplift.value",
                    WORDS,
                    [Reading("inside the figures", CAPS), Reading("beside them", BESIDE)],
                    title="Value",
                ),
            ],
        ),
    ],
)
