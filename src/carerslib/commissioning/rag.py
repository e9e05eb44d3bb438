"""Red, amber and green: three schemes that mean three things, and are not to be mixed.

A colour is about risk, about progress, or about confidence that the plan will deliver. Which of
them a plan means is stored with it; a colour without its basis says nothing.
"""

from __future__ import annotations

import enum
from typing import Final, final

import attrs

from carerslib.citations import Citation, Standing
from carerslib.commissioning._given import cited, key, one_of
from carerslib.errors import require

__all__ = ["CONFIDENCE_RAG", "PROGRESS_RAG", "RISK_RAG", "Rag", "RagBasis", "RagScheme"]


class Rag(enum.StrEnum):
    """Green, amber or red. What a colour means is the scheme's to say."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class RagBasis(enum.StrEnum):
    """What a colour is about."""

    PROGRESS = "progress"
    RISK = "risk"
    CONFIDENCE = "confidence that the plan will deliver"


@final
@attrs.frozen
class RagScheme:
    """How one council gives colours: on which basis, from what, and to which actions.

    ``from_issues`` is whether the colour follows from the issues and risks that were logged;
    otherwise somebody states it. ``only_in_progress`` is whether only an action in progress has a
    colour.
    """

    reference: str
    basis: RagBasis
    source: Citation
    from_issues: bool = attrs.field(default=False, kw_only=True)
    only_in_progress: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            one_of("basis", self.basis, RagBasis),
            cited("source", self.source),
        )


RISK_RAG: Final = RagScheme(
    "risk",
    RagBasis.RISK,
    Citation(
        "Royal Borough of Kensington and Chelsea, council plan: tracking and monitoring progress",
        standing=Standing.RECORD,
        url=(
            "https://www.rbkc.gov.uk/council-councillors-and-democracy/how-council-works/"
            "council-plan-action-plan-2025-2027/tracking-and-monitoring-progress"
        ),
    ),
    from_issues=True,
)
"""Green with no issue or risk, amber where any is found, red where it is significant."""

PROGRESS_RAG: Final = RagScheme(
    "progress",
    RagBasis.PROGRESS,
    Citation(
        "Bracknell Forest Council, council plan overview report",
        standing=Standing.RECORD,
        url=(
            "https://www.bracknell-forest.gov.uk/council-and-democracy/"
            "strategies-plans-and-policies/service-planning-and-performance/"
            "council-plan-overview-report/chief-executives-commentary"
        ),
    ),
    only_in_progress=True,
)
"""First not started, in progress or complete; then a colour for those in progress only."""

CONFIDENCE_RAG: Final = RagScheme(
    "confidence",
    RagBasis.CONFIDENCE,
    Citation(
        "Home Office, crime reduction: weeks of action",
        standing=Standing.SECONDARY,
        url="http://www.crimereduction.homeoffice.gov.uk/psa1/weeksofaction007b.htm",
    ),
)
"""How confident somebody is that the plan will deliver."""
