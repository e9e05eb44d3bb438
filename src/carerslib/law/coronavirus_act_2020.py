"""The Coronavirus Act 2020, Schedule 12: the easements of the Care Act in England."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.periods import DateRange

__all__ = ["CORONAVIRUS_ACT_2020", "EASEMENTS", "SCHEDULE_12", "SCHEDULE_12_TRANSITION"]

CORONAVIRUS_ACT_2020: Final = Citation(
    "Coronavirus Act 2020", url="https://www.legislation.gov.uk/ukpga/2020/7/contents"
)
"""The Act itself."""

EASEMENTS: Final = DateRange(date(2020, 3, 31), date(2021, 7, 16))
"""The days on which a council could step back from duties of assessment (ended by SI 2021/856)."""

SCHEDULE_12: Final = CORONAVIRUS_ACT_2020.at("section 15 and Schedule 12, Part 1")
"""A council in England need not comply with the duties of assessment of the Care Act."""

SCHEDULE_12_TRANSITION: Final = Citation(
    "Coronavirus Act 2020",
    "section 15 and Schedule 12, Part 1",
    standing=Standing.SECONDARY,
    url="https://corambaaf.org.uk/coronavirus/legal/relevance-coronavirus-act-2020-family-placement-work",
    note="that assessments for the move to adulthood are among the duties was read at second hand",
)
"""The same for the assessments of sections 58 to 64, known from an account of the Act."""
