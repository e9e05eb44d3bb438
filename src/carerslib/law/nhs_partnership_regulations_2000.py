"""NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI 2000/617)."""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation
from carerslib.periods import DateRange

__all__ = [
    "AGREEMENT_CONTENTS",
    "IN_FORCE",
    "REGULATION_7_1",
    "REGULATION_7_3",
    "REGULATION_7_4",
    "REGULATION_7_6",
]

_REGULATIONS: Final = (
    "NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI 2000/617)"
)

REGULATION_7_1: Final = Citation(
    _REGULATIONS, "reg 7(1)", url="https://www.legislation.gov.uk/uksi/2000/617/regulation/7/made"
)
"""What a pooled fund is made of and what may be paid out of it."""

REGULATION_7_3: Final = Citation(
    _REGULATIONS,
    "reg 7(3)",
    url="https://www.legislation.gov.uk/uksi/2000/617/regulation/7/made",
    note="read as made",
)
"""The agreement is in writing, and what it must specify."""

REGULATION_7_4: Final = Citation(
    _REGULATIONS,
    "reg 7(4)",
    url="https://www.legislation.gov.uk/uksi/2000/617/regulation/7/made",
    note="read as made",
)
"""The host partner is responsible for accounts and audit, and appoints the pool manager."""

REGULATION_7_6: Final = Citation(
    _REGULATIONS,
    "reg 7(6)",
    url="https://www.legislation.gov.uk/uksi/2000/617/regulation/7/made",
    note="read as made; the Audit Commission, which was to certify a return, is no more",
)
"""The host partner arranges for the audit of the pool's accounts."""

AGREEMENT_CONTENTS: Final = (
    ("a", "aims and outcomes"),
    ("b", "contributions and how they may be varied"),
    ("c", "NHS functions and health-related functions"),
    ("d", "people and kinds of services"),
    ("e", "staff, goods, services or accommodation"),
    ("f", "duration, review, variation and termination"),
    ("g", "how the pooled fund is managed and monitored, and the host partner"),
)
"""The paragraphs of regulation 7(3) and what each asks the agreement to specify, in short."""

IN_FORCE: Final = DateRange(date(2000, 4, 1), date(2026, 3, 31))
"""From the day on which they came into force to the end of the last year that was looked at."""
