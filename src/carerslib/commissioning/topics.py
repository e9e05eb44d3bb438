"""Topics: the tags under which priorities of any council's strategy can be laid side by side."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from carerslib.citations import Citation
from carerslib.commissioning._given import several

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TOPICS", "Prevention", "Topic", "effects_of", "topics_of"]

TOPICS: Final = Citation.convention("How the library counts", "topics of strategies")
"""The tags are the library's own: headings of local strategies from 2016 to 2029 fit under them."""


class Topic(enum.StrEnum):
    """What a priority, an aim or a point is about."""

    IDENTIFICATION = "finding carers"
    INFORMATION = "information and advice"
    ASSESSMENT = "assessment and support"
    BREAKS = "breaks"
    HEALTH = "health and well-being"
    FINANCE_EMPLOYMENT = "finance and employment"
    YOUNG_TRANSITION = "young carers and transition"
    VOICE_COPRODUCTION = "carers' voice and co-production"
    TECHNOLOGY = "technology"
    SERVICES_MARKET = "services and the market"
    COMMUNITY_RECOGNITION = "community and recognition"
    END_OF_CARING = "when caring ends"
    EVIDENCE = "evidence"


def topics_of(given: Topic | Iterable[Topic]) -> frozenset[Topic]:
    """Read one topic or several."""
    return frozenset(several(given))


class Prevention(enum.StrEnum):
    """What support does to needs, in the words of section 2(1) of the Care Act 2014."""

    PREVENT = "prevent"
    REDUCE = "reduce"
    DELAY = "delay"


def effects_of(given: Prevention | Iterable[Prevention]) -> frozenset[Prevention]:
    """Read one effect or several."""
    return frozenset(several(given))
