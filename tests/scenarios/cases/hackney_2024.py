"""Hackney, 16 December 2024: carers support for three years, with two more years as an option.

A summary by somebody else, which reports the award as proposed. It does not say whether the value
covers the option, so both readings are kept. No first day is given. Carers' assessments under the
statute are left out of the service, whoever awards the contract or changes it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tests.scenarios.kit import net

from carerslib.awards import AWARD, Authority, Resolution
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Except,
    Figure,
    Holder,
    Length,
    Nature,
    Of,
    Only,
    Steps,
    firm_or_whole,
)
from carerslib.periods import Term

__all__ = ["ASSESSMENTS", "BOARD", "CLIENTS", "RESOLUTION", "SERVICE"]

BOARD: Final = "Hackney Procurement Board"
SERVICE: Final = "carers support service"
CLIENTS: Final = "unpaid adult carers"
ASSESSMENTS: Final = "statutory carers assessments"

RECORD: Final = Citation.record(
    "Hackney, Procurement Board, 16 December 2024",
    "carers support service, as summarised by others",
    url="http://opencouncil.network/meetings/48170",
)
WORDS: Final = RECORD.quoting(
    "£952,917 (excluding VAT), for a three year term with the option to extend it for a further"
    " two years"
)
VALUE: Final = Figure(net("952917.00"), Nature.AWARD_VALUE)

RESOLUTION: Final = Resolution(
    "hackney-2024-carers",
    "Hackney, Procurement Board",
    RECORD,
    resolved_on=date(2024, 12, 16),
    authorities=[
        Authority(
            "award",
            WORDS,
            powers=[AWARD],
            clauses=[
                Holder("award.holder", RECORD, BOARD),
                Only("award.service", RECORD, "service", SERVICE),
                Except("award.without", RECORD, "service", ASSESSMENTS),
                Only("award.clients", RECORD, "client group", CLIENTS),
                Cap("award.number", RECORD, at_most=Figure(1), of=Of.COUNT),
                Length("award.firm", WORDS, at_most=Term(months=36), of="firm"),
                Length("award.whole", WORDS, at_most=Term(months=60)),
                Steps("award.option", WORDS, (Term(months=24),)),
                firm_or_whole("award.value", WORDS, VALUE),
            ],
        )
    ],
)
