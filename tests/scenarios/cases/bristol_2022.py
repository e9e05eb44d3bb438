"""Bristol, 18 January 2022: twelve extra care contracts go on for seven months, and then by months.

Twelve of thirteen contracts were approved. "At a cost of £6.0m", which is rounded, can be read as
the most for all that stands before it, or as an estimate, the most then being the budget envelope
of the report, which is not published. Whether months may be taken several at once is not recorded.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import EXTEND, MODIFY, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    Holder,
    Length,
    Nature,
    Of,
    Only,
    Reading,
    Readings,
    Window,
    numbered,
    one_or_several,
)
from carerslib.money import Money
from carerslib.periods import Term

__all__ = ["CABINET", "DIRECTOR", "RESOLUTION", "SERVICE"]

CABINET: Final = "Cabinet"
DIRECTOR: Final = "Executive Director: People"
SERVICE: Final = "care and support in extra care housing"

RECORD: Final = Citation.record(
    "Bristol, Cabinet, 18 January 2022",
    "care and support in extra care housing",
    url="https://democracy.bristol.gov.uk/mgDecisionDetails.aspx?IId=35372&Opt=1",
)
WORDS: Final = RECORD.quoting(
    "for seven months, from 1 April 2022 to 31 October 2022, with the option of a further five"
    " one-month extensions, at a cost of £6.0m"
)
TO_THE_NEAREST: Final = Money.pounds("100000.00")
MOST: Final = Figure.pounds("6000000.00", nature=Nature.BUDGET, rounded_to=TO_THE_NEAREST)
ESTIMATE: Final = Figure.pounds("6000000.00", nature=Nature.ESTIMATE, rounded_to=TO_THE_NEAREST)
APPROVED: Final = numbered(12)
"""The contracts approved, of thirteen: the record counts them, and names none."""

ALIKE: Final = (
    Only("service", RECORD, "service", SERVICE),
    Window("days", WORDS, first=date(2022, 4, 1), last=date(2023, 3, 31)),
    Only("contracts", RECORD, "contract", APPROVED),
    one_or_several("options", WORDS, (Term(months=1),) * 5),
)

RESOLUTION: Final = Resolution(
    "bristol-2022-extra-care",
    "Bristol, Cabinet",
    RECORD,
    resolved_on=date(2022, 1, 18),
    authorities=[
        Authority(
            "extension",
            WORDS,
            powers=[EXTEND],
            clauses=[
                Holder("extension.holder", RECORD, CABINET),
                *ALIKE,
                Length("extension.firm", WORDS, at_most=Term(months=7), of="firm"),
                Cap("extension.number", RECORD, at_most=Figure(12), of=Of.COUNT),
                Readings(
                    "extension.cost",
                    WORDS,
                    [
                        Reading("the most", Cap("most", WORDS, at_most=MOST)),
                        Reading(
                            "an estimate, under the envelope",
                            [
                                Cap("estimate", WORDS, at_most=ESTIMATE),
                                Cap("envelope", RECORD, at_most=Figure.unpublished()),
                            ],
                        ),
                    ],
                    title="Cost",
                ),
            ],
        ),
        Authority(
            "later",
            RECORD,
            powers=[EXTEND, MODIFY],
            clauses=[
                Holder("later.holder", RECORD, DIRECTOR),
                *ALIKE,
                Cap("later.envelope", RECORD, at_most=Figure.unpublished()),
            ],
        ),
    ],
)
