"""The rule set of awards: the name and edition that every verdict under a resolution rests on.

The clauses of an authority are its rules, and their source is the minute. No rule of general law is
in this set; a council adds its own with ``RULES.extended(...)``, as functions of a proposal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.awards.conventions import CHANGES, COUNTED_AWARDS, PAYMENTS, RELEASE, YEAR_OF_ACT
from carerslib.clauses import OPTION_ORDER, WAIVERS
from carerslib.contracts import COUNTS_OPTIONS, INDEXATION
from carerslib.rules import RuleSet

if TYPE_CHECKING:
    from carerslib.awards.proposals import Proposal

__all__ = ["RULES"]

RULES: Final[RuleSet[Proposal]] = RuleSet(
    "carerslib.awards",
    "2026-11",
    (),
    conventions=(
        COUNTS_OPTIONS,
        COUNTED_AWARDS,
        RELEASE,
        INDEXATION,
        OPTION_ORDER,
        WAIVERS,
        CHANGES,
        PAYMENTS,
        YEAR_OF_ACT,
    ),
)
"""The rules asked of every proposal besides the clauses of the authority."""
