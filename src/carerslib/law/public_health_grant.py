"""The public health grant: the model of a live ring-fence."""

from __future__ import annotations

from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import FinancialYear

__all__ = ["AMOUNTS", "ASSURANCE", "CIRCULAR_2021", "RESERVE", "SOCIAL_CARE_IS_ANOTHER_BUDGET"]

CIRCULAR_2021: Final = Citation(
    "Public health ring-fenced grant 2021 to 2022: local authority circular",
    url=(
        "https://www.gov.uk/government/publications/"
        "public-health-grants-to-local-authorities-2021-to-2022/"
        "public-health-ring-fenced-grant-2021-to-2022-local-authority-circular"
    ),
    note="compliance is looked at by the primary purpose of the spending",
)
"""The primary purpose of the spending is what counts."""

SOCIAL_CARE_IS_ANOTHER_BUDGET: Final = Citation(
    "Local Government Association, public health grant: eligible and ineligible uses",
    standing=Standing.SECONDARY,
    url=(
        "https://www.local.gov.uk/parliament/briefings-and-responses/"
        "public-health-grant-eligible-and-ineligible-uses"
    ),
)
"""Services that discharge a social care duty belong to that budget."""

RESERVE: Final = Citation(
    "House of Commons, written question 34316 of 27 February 2025",
    url=("https://questions-statements.parliament.uk/written-questions/detail/2025-02-27/34316/"),
    note="uncommitted money goes into a ring-fenced reserve",
)
"""What is not committed at the year's end goes into a ring-fenced public health reserve."""

_SERIES: Final = "Public health grants to local authorities"
_2023: Final = Citation(_SERIES, "2023 to 2024")
_2024: Final = Citation(
    _SERIES, "2024 to 2025", note="£3,603m as first published; £3,660m was published later"
)
_2025: Final = Citation(_SERIES, "2025 to 2026")

ASSURANCE: Final = Citation(_SERIES, "2025 to 2026, annex D")
"""A statement of assurance at the year's end; who signs it was not read."""

AMOUNTS: Final = Parameter(
    "public-health-grant.amount",
    "The public health grant of a year, for England",
    (
        Dated(Money.pounds("3530000000.00"), FinancialYear(2023).range, _2023),
        Dated(Money.pounds("3660000000.00"), FinancialYear(2024).range, _2024),
        Dated(Money.pounds("3858000000.00"), FinancialYear(2025).range, _2025),
    ),
    (Gap(FinancialYear(2022).range, "earlier amounts were not read"),),
)
"""In round millions; for 2024/25 the later of two published amounts."""
