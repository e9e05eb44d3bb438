"""Birmingham, June 2017: small grants to carers, by year.

£119,600 pays for 478 grants of £250 and leaves £100. "Leaving 478 grants available" can be read as
a limit or as arithmetic, so both readings are kept. The page also ties a fall of 888 grants to
2017/18, though it is the fall from that year to the next: a slip about what was, which limits
nothing. Applications were suspended during the consultation of 2017, whose last day is not given:
until the end of that year, they stand as suspended unless shown to be open again.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tests.scenarios.kit import budget

from carerslib.awards import GRANT, SPEND, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Nature, Of, Only, Precondition, Reading, Readings
from carerslib.periods import DateRange

__all__ = ["FUND", "OPEN", "RESOLUTION"]

FUND: Final = "Carers' Grant"
OPEN: Final = "applications are open"

RECORD: Final = Citation.record(
    "Birmingham, City Council, budget 2017/18 onwards",
    "Carers' Grant",
    url="https://www.birminghambeheard.org.uk/people-1/cg/",
)
NEXT_YEAR: Final = RECORD.quoting(
    "to £119,600 in 2018/19 – leaving 478 grants available at £250 each"  # noqa: RUF001 - as it stands
)
THAT_YEAR: Final = {"year": "2018/19"}
NUMBER: Final = Cap(
    "number", NEXT_YEAR, at_most=Figure(478, Nature.BUDGET), where=THAT_YEAR, of=Of.COUNT
)
BY_MONEY: Final = Cap("money", NEXT_YEAR, at_most=budget("119600.00"), where=THAT_YEAR)
SUSPENDED: Final = DateRange(date(2017, 6, 12), date(2017, 12, 31))

RESOLUTION: Final = Resolution(
    "birmingham-2017-carers-grant",
    "Birmingham, City Council",
    RECORD,
    authorities=[
        Authority(
            "grants",
            RECORD,
            powers=[GRANT, SPEND],
            clauses=[
                Only("grants.fund", RECORD, "fund", FUND),
                Cap(
                    "grants.2017/18",
                    RECORD,
                    at_most=budget("341600.00"),
                    where={"year": "2017/18"},
                ),
                Cap(
                    "grants.2018/19",
                    NEXT_YEAR,
                    at_most=budget("119600.00"),
                    where=THAT_YEAR,
                ),
                Cap("grants.each", NEXT_YEAR, at_most=budget("250.00"), per=("contract",)),
                Readings(
                    "grants.number",
                    NEXT_YEAR,
                    [Reading("a limit", NUMBER), Reading("arithmetic", BY_MONEY)],
                    title="Number of grants",
                ),
                Precondition("grants.open", RECORD, OPEN, recorded=False, during=SUSPENDED),
            ],
        )
    ],
    resolved_on=date(2017, 6, 12),
)
