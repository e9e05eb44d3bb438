"""Poole, 29 October 2008: a core grant to the Council for Voluntary Service for three years.

The amounts are stated without VAT, in all and for each year. VAT was at 17.5, 15 and again 17.5 per
cent in these years, so there is no one gross figure, and none is made up here. The record gives no
first day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tests.scenarios.kit import net

from carerslib.awards import GRANT, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Length, Only
from carerslib.periods import Term

__all__ = ["HOLDER", "PROVIDER", "RESOLUTION", "SERVICE"]

HOLDER: Final = "Portfolio Holder for Resources"
SERVICE: Final = "core grant to the Council for Voluntary Service"
PROVIDER: Final = "Poole CVS"

RECORD: Final = Citation.record(
    "Poole, Portfolio Holder for Resources, 29 October 2008",
    "recommendations from the Grants Panel",
    url="https://docest.com/doc/80295/pfd-cllr-sorton-29102008-recommendations-from-grants-panel-report",
)
WORDS: Final = RECORD.quoting("A grant of £201,500 plus VAT, for a three Year Funding Agreement")
PROFILE: Final = {"2008/09": "65841.00", "2009/10": "67158.00", "2010/11": "68501.00"}

RESOLUTION: Final = Resolution(
    "poole-2008-cvs",
    "Poole, Portfolio Holder for Resources",
    RECORD,
    resolved_on=date(2008, 10, 29),
    authorities=[
        Authority(
            "grant",
            WORDS,
            powers=[GRANT],
            clauses=[
                Holder("grant.holder", RECORD, HOLDER),
                Only("grant.service", WORDS, "service", SERVICE),
                Only("grant.provider", WORDS, "provider", PROVIDER),
                Length("grant.length", WORDS, at_most=Term(years=3)),
                Cap("grant.total", WORDS, at_most=Figure(net("201500.00"))),
                *(
                    Cap(f"grant.{year}", RECORD, at_most=Figure(net(most)), where={"year": year})
                    for year, most in PROFILE.items()
                ),
            ],
        )
    ],
)
