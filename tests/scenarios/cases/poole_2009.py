"""Poole, 14 July 2009: capital for short breaks of disabled children, by head.

The copy that was read is the report with the decision required, not the minute. Two heads have a
most; the third, a caravan shared with Dorset and Bournemouth, takes what they leave, so that only
the whole bounds it. £100k and £30k are the words of a maximum and are read as exact.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tests.scenarios.kit import budget

from carerslib.awards import GRANT, SPEND, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, Only, Window

__all__ = ["FUND", "HEADS", "RESOLUTION"]

FUND: Final = "Short Breaks capital"
GRANTS: Final = "grants process"
PLAY: Final = "mobile play equipment"
HEADS: Final = {"grants": GRANTS, "play": PLAY, "caravan": "adapted caravan"}
"""The three heads of the fund."""

RECORD: Final = Citation.record(
    "Poole, Cabinet, 14 July 2009",
    "Aiming High for Disabled Children: short breaks, decision required",
    url="https://docsbay.net/aiming-high-for-disabled-children-short-breaks",
)
GRANT_WORDS: Final = RECORD.quoting(
    "up to £100k of the funding is distributed via a grants process"
)

RESOLUTION: Final = Resolution(
    "poole-2009-aiming-high-capital",
    "Poole, Cabinet",
    RECORD,
    resolved_on=date(2009, 7, 14),
    authorities=[
        Authority(
            "capital",
            RECORD,
            powers=[SPEND, GRANT],
            clauses=[
                Only("capital.fund", RECORD, "fund", FUND),
                Only("capital.kind", RECORD, "kind of spending", "capital"),
                Only("capital.head", RECORD, "head", HEADS.values()),
                Window("capital.days", RECORD, first=date(2008, 4, 1), last=date(2010, 3, 31)),
                Cap("capital.total", RECORD, at_most=budget("176900.00")),
                Cap(
                    "capital.grants",
                    GRANT_WORDS,
                    at_most=budget("100000.00"),
                    where={"head": GRANTS},
                ),
                Cap("capital.play", RECORD, at_most=budget("30000.00"), where={"head": PLAY}),
            ],
        )
    ],
)
