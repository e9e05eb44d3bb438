"""Herefordshire, 2017: a carers hub for twelve months, and an earlier end to another contract.

The hub needed an exemption from a contract procedure rule. £160k stands as a maximum and is read as
exact.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import AWARD, MODIFY, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Kind, Length, Only, Precondition, Window
from carerslib.periods import DateRange, Term

__all__ = ["CROSSROADS", "EXEMPTION", "HCS", "HEALTH", "HOLDER", "HUB", "RESOLUTION"]

HOLDER: Final = "Cabinet member health and wellbeing"
HUB: Final = "hub based support service to carers"
HCS: Final = "Herefordshire Carers Support"
HEALTH: Final = "carers health and wellbeing"
CROSSROADS: Final = "Crossroads Care"
EXEMPTION: Final = "exemption to contract procedure rule 4.6.13.2"

RECORD: Final = Citation.record(
    "Herefordshire, Cabinet member health and wellbeing, 2017",
    "carers services",
    url="http://councillors.herefordshire.gov.uk/ieDecisionDetails.aspx?Id=4595",
)
HUB_WORDS: Final = RECORD.quoting(
    "for a 12 month period from 1 April 2017, with a maximum value of £160k"
)
FIRST: Final = date(2017, 4, 1)
LAST: Final = date(2018, 3, 31)

RESOLUTION: Final = Resolution(
    "herefordshire-2017-hub",
    "Herefordshire, Cabinet member health and wellbeing",
    RECORD,
    resolved_on=DateRange.year(2017),
    authorities=[
        Authority(
            "hub",
            HUB_WORDS,
            powers=[AWARD],
            clauses=[
                Holder("hub.holder", RECORD, HOLDER),
                Only("hub.service", RECORD, "service", HUB),
                Only("hub.provider", RECORD, "provider", HCS),
                Window("hub.days", HUB_WORDS, first=FIRST, last=LAST),
                Length("hub.length", HUB_WORDS, at_most=Term(months=12)),
                Cap("hub.value", HUB_WORDS, at_most=Figure.pounds("160000.00")),
                Precondition("hub.exemption", RECORD, EXEMPTION, kind=Kind.WAIVER),
            ],
        ),
        Authority(
            "variation",
            RECORD,
            powers=[MODIFY],
            clauses=[
                Holder("variation.holder", RECORD, HOLDER),
                Only("variation.service", RECORD, "service", HEALTH),
                Only("variation.provider", RECORD, "provider", CROSSROADS),
                Window("variation.end", RECORD, last=LAST),
                Cap(
                    "variation.value",
                    RECORD,
                    at_most=Figure.pounds("223000.00"),
                    where={"year": "2017/18"},
                ),
            ],
        ),
    ],
)
