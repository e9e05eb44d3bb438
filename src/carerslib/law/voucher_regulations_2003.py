"""The Carers and Disabled Children (Vouchers) (England) Regulations 2003: short-break vouchers."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = ["IN_FORCE", "REGULATION_3", "VOUCHER_REGULATIONS_2003"]

VOUCHER_REGULATIONS_2003: Final = Citation(
    "Carers and Disabled Children (Vouchers) (England) Regulations 2003 (SI 2003/1216)",
    url="https://vlex.co.uk/vid/811590221",
)
"""The regulations themselves."""

REGULATION_3: Final = VOUCHER_REGULATIONS_2003.at("regulation 3(1)")
"""The value of a voucher is in money or in time, not in both."""

IN_FORCE: Final = DateRange(date(2003, 5, 29), date(2015, 3, 31))
"""From the day on which they came into force to the last of the Act of 2000 in England.

Whether vouchers under the Children Act 1989 went on after that was not read.
"""
