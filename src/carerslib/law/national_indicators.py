"""National indicator 135, by which councils' help to carers was measured from 2008 to 2011."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = ["NI_135", "NI_135_DAYS"]

NI_135: Final = Citation(
    "National indicators for local authorities and partnerships",
    "NI 135",
    url="http://www.data4nr.net/resources/894/",
    note="the carers are not among the people they are divided by, so it may come to more than 100",
)
"""Carers helped after an assessment or review, per hundred people with a community service."""

NI_135_DAYS: Final = DateRange(date(2008, 4, 1), date(2011, 3, 31))
"""The three years in which it was collected."""
