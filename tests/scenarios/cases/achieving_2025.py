"""Achieving for Children, 7 November 2025: short breaks in Kingston and Richmond, by lot.

Of the second lot only two parts were awarded. One figure is for all of it, another for a year of
the first lot. The notice gives no first day. An extension needs the company to elect it, and nobody
else can; whether both may be taken at once is not recorded.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tests.scenarios.kit import worth

from carerslib.awards import AWARD, EXTEND, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, For, Holder, Kind, Length, Only, Precondition, one_or_several
from carerslib.periods import Term

__all__ = ["COMPANY", "ELECTED", "LOTS", "RESOLUTION", "SERVICE"]

COMPANY: Final = "Achieving for Children"
ELECTED: Final = "election by Achieving for Children"
SERVICE: Final = "Aiming High short breaks"
LOTS: Final = ("1a", "1b", "1c", "1d", "2a", "2c")
"""The parts awarded; 2b and 2d were not."""

RECORD: Final = Citation.record(
    "Achieving for Children, award notice, 7 November 2025",
    "Aiming High short breaks",
    url="https://d3tenders.com/contract/?ocid=ocds-h6vhtk-04d5b4",
)
OPTIONS: Final = RECORD.quoting(
    "further two (2) periods of twelve (12 months) to be taken at the sole discretion of Achieving"
    " for Children"
)

RESOLUTION: Final = Resolution(
    "achieving-for-children-2025-short-breaks",
    "Achieving for Children",
    RECORD,
    resolved_on=date(2025, 11, 7),
    lead=COMPANY,
    partners=["Kingston upon Thames", "Richmond upon Thames"],
    authorities=[
        Authority(
            "award",
            RECORD,
            powers=[AWARD, EXTEND],
            clauses=[
                Holder("award.holder", OPTIONS, COMPANY),
                Only("award.service", RECORD, "service", SERVICE),
                Only(
                    "award.area", RECORD, "area", ("Kingston upon Thames", "Richmond upon Thames")
                ),
                Only("award.parts", RECORD, "lot part", LOTS),
                Length("award.firm", RECORD, at_most=Term(months=36), of="firm"),
                Length("award.whole", OPTIONS, at_most=Term(months=60)),
                one_or_several("award.options", OPTIONS, (Term(months=12),) * 2),
                For(
                    "award.extension",
                    OPTIONS,
                    where={"power": EXTEND},
                    clauses=[Precondition("award.elected", OPTIONS, ELECTED, kind=Kind.CONSENT)],
                ),
                Cap("award.total", RECORD, at_most=worth("1772840.00")),
                Cap(
                    "award.lot-1",
                    RECORD,
                    at_most=worth("83000.00"),
                    per=("contract year",),
                    where={"lot": "1"},
                ),
            ],
        )
    ],
)
