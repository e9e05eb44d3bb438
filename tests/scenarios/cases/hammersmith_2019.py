"""Hammersmith and Fulham, 4 November 2019: direct payment support for a year, then up to two more.

Cabinet waives its contract rules and awards; a director takes up the option. The first day is known
to the month, and is that of the contract: an extension starts when the option does. The yearly
figure is that of a year of the contract, which starts in December.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tests.scenarios.kit import worth

from carerslib.awards import AWARD, EXTEND, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, Holder, Kind, Length, Only, Precondition, Start, Steps
from carerslib.periods import Term

__all__ = ["CABINET", "CONSULTED", "DIRECTOR", "PROVIDER", "RESOLUTION", "SERVICE", "WAIVER"]

CABINET: Final = "Cabinet"
DIRECTOR: Final = "Strategic Director of Social Care"
SERVICE: Final = "independent living direct payment support"
PROVIDER: Final = "Action on Disability"
WAIVER: Final = "waiver of Contract Standing Orders"
CONSULTED: Final = "consultation with the Cabinet Member for Health and Adult Social Care"

RECORD: Final = Citation.record(
    "Hammersmith and Fulham, Cabinet, 4 November 2019",
    "direct payment support service",
    url="https://democracy.lbhf.gov.uk/ieIssueDetails.aspx?IId=69095&PlanId=0&Opt=3",
)
WORDS: Final = RECORD.quoting(
    "for one year with the option to extend for up to two more at an annual cost of £150,000"
)

ALIKE: Final = (
    Only("service", RECORD, "service", SERVICE),
    Only("provider", RECORD, "provider", PROVIDER),
    Length("firm", WORDS, at_most=Term(months=12), of="firm"),
    Length("whole", WORDS, at_most=Term(months=36)),
    Steps("option", WORDS, (Term(months=24),), in_parts=True),
    Cap("annual", WORDS, at_most=worth("150000.00"), per=("contract year",)),
)

RESOLUTION: Final = Resolution(
    "lbhf-2019-direct-payments",
    "Hammersmith and Fulham, Cabinet",
    RECORD,
    resolved_on=date(2019, 11, 4),
    authorities=[
        Authority(
            "award",
            WORDS,
            powers=[AWARD],
            clauses=[
                Holder("award.holder", RECORD, CABINET),
                Precondition("award.waiver", RECORD, WAIVER, kind=Kind.WAIVER),
                Start("award.start", RECORD, first=date(2019, 12, 1), last=date(2019, 12, 31)),
                *ALIKE,
            ],
        ),
        Authority(
            "option",
            WORDS,
            powers=[EXTEND],
            clauses=[
                Holder("option.holder", RECORD, DIRECTOR),
                Precondition("option.consulted", RECORD, CONSULTED, kind=Kind.CONSULTATION),
                *ALIKE,
            ],
        ),
    ],
)
