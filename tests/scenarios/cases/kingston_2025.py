"""Kingston upon Thames, 23 September 2025: an adult carers contract goes on at a higher value.

Both figures are given with VAT and without, and agree at 20 per cent. The rise pays for a 3 per
cent uplift and extra capacity, and is inside the new figure. The summary does not say whether the
figure is that of a year or of the whole, so both readings are kept.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import EXTEND, MODIFY, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Figure, Holder, Length, Only, Window, year_or_whole
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.prices import Price

__all__ = ["COMMITTEE", "LOT", "RESOLUTION", "SERVICE"]

COMMITTEE: Final = "People Committee"
SERVICE: Final = "adult carers support"
LOT: Final = "3a"

RECORD: Final = Citation.record(
    "Kingston upon Thames, People Committee, 23 September 2025",
    "adult carers support, lot 3a, as summarised by others",
    url="https://opengovernment.network/meetings/80175",
)
WORDS: Final = RECORD.quoting(
    "from £1,230,850 (including VAT £1,477,020) to £1,433,005 (including VAT £1,719,606)"
)
MOST: Final = Figure(Price.both(net=Money.pounds("1433005.00"), gross=Money.pounds("1719606.00")))

RESOLUTION: Final = Resolution(
    "kingston-2025-uplift",
    "Kingston upon Thames, People Committee",
    RECORD,
    resolved_on=date(2025, 9, 23),
    authorities=[
        Authority(
            "extension",
            WORDS,
            powers=[EXTEND, MODIFY],
            clauses=[
                Holder("extension.holder", RECORD, COMMITTEE),
                Only("extension.service", RECORD, "service", SERVICE),
                Only("extension.lot", RECORD, "lot", LOT),
                Window("extension.days", RECORD, first=date(2026, 4, 1), last=date(2028, 3, 31)),
                Length("extension.length", RECORD, at_most=Term(months=24)),
                year_or_whole("extension.value", WORDS, MOST),
            ],
        )
    ],
)
