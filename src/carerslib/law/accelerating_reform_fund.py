"""The Accelerating Reform Fund, 2023-25: grants with no ring-fence and no conditions."""

from __future__ import annotations

from typing import Final

from carerslib.citations import Citation
from carerslib.money import Money
from carerslib.parameters import Dated, Parameter
from carerslib.periods import FinancialYear

__all__ = ["AMOUNTS", "DETERMINATION_2023", "DETERMINATION_2024", "GUIDANCE"]

GUIDANCE: Final = Citation(
    "Accelerating Reform Fund for adult social care: guidance for local authorities",
    url=(
        "https://www.gov.uk/government/publications/"
        "accelerating-reform-fund-for-adult-social-care/"
        "accelerating-reform-fund-for-adult-social-care-guidance-for-local-authorities"
    ),
)
"""What consortia are expected to do; guidance, not conditions."""

DETERMINATION_2023: Final = Citation(
    "Accelerating Reform Fund 2023 to 2024: grant determination No. 31/7084",
    url=(
        "https://www.gov.uk/government/publications/"
        "accelerating-reform-fund-2023-to-2024-grant-determination/"
        "accelerating-reform-fund-2023-to-2024-grant-determination-no-317084"
    ),
    note="published 15 March 2024; not ring-fenced and without conditions",
)
"""The first year's determination."""

DETERMINATION_2024: Final = Citation(
    "Accelerating Reform Fund 2024 to 2025: grant determination No. 31/7516",
    url=(
        "https://www.gov.uk/government/publications/"
        "accelerating-reform-fund-2024-to-2025-grant-determination/"
        "accelerating-reform-fund-2024-to-2025-grant-determination-no-317516"
    ),
    note="published 28 November 2024; not ring-fenced and without conditions",
)
"""The second year's determination."""

AMOUNTS: Final = Parameter(
    "accelerating-reform-fund.amount",
    "The Accelerating Reform Fund of a year, for England",
    (
        Dated(Money.pounds("20000000.00"), FinancialYear(2023).range, GUIDANCE),
        Dated(Money.pounds("22600000.00"), FinancialYear(2024).range, GUIDANCE),
    ),
)
"""£42.6m over the two years."""
