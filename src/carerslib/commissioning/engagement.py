"""Engagement: who took part in making a strategy, how, when, and how many of them were carers."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import (
    cited,
    count,
    each,
    key,
    named,
    names,
    one_of,
    several,
    some_day,
    text,
    yes_or_no,
)
from carerslib.commissioning.topics import Topic, topics_of
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["Engagement", "EngagementFinding", "EngagementKind", "PartyKind", "Phase"]


class EngagementKind(enum.StrEnum):
    """How people took part."""

    EVENT = "an event"
    CONSULTATION = "a consultation"
    CONTRIBUTION = "a contribution"
    GROUP = "a standing group"
    FOCUS_GROUP = "a focus group"
    CONTINUING = "continuing engagement"
    PROPOSALS = "proposals of theirs"


class PartyKind(enum.StrEnum):
    """Who took part."""

    CARERS = "carers"
    CARER_GROUP = "a carers' group"
    NHS_BODY = "an NHS body"
    PROVIDER = "a provider"
    VOLUNTARY = "voluntary organisations"
    STAFF = "staff and managers"
    PARTNER = "a partner"
    COUNCILLORS = "councillors"
    PUBLIC = "the public"


class Phase(enum.StrEnum):
    """What of a strategy's life they took part in."""

    DRAFTING = "drafting"
    IMPLEMENTATION = "implementation"
    COMMISSIONING = "commissioning"
    MONITORING = "monitoring"


def _phases(given: Phase | Iterable[Phase]) -> frozenset[Phase]:
    return frozenset(several(given))


def _parties(given: PartyKind | Iterable[PartyKind]) -> frozenset[PartyKind]:
    return frozenset(several(given))


@final
@attrs.frozen
class Engagement:
    """That people took part: who, of what kind, how, when, and in what.

    ``on`` is the day or the days over which it went on, and may be known only to the month.
    ``people`` is how many took part and ``carers`` how many of them are carers. ``planned`` is True
    for what is still to come. ``shaped`` names what they helped to shape, by reference.
    """

    reference: str
    who: str
    kind: EngagementKind
    parties: frozenset[PartyKind] = attrs.field(default=(), converter=_parties)
    phases: frozenset[Phase] = attrs.field(default=(), converter=_phases)
    on: Day | None = None
    people: int | None = None
    carers: int | None = None
    planned: bool | None = None
    shaped: tuple[str, ...] = attrs.field(default=(), converter=names)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("who", self.who),
            one_of("kind", self.kind, EngagementKind),
            each("parties", self.parties, PartyKind),
            each("phases", self.phases, Phase),
            some_day("on", self.on),
            count("people", self.people),
            count("carers", self.carers),
            yes_or_no("planned", self.planned),
            named("shaped", self.shaped),
            cited("source", self.source, optional=True),
        )
        if self.people is not None and self.carers is not None and self.carers > self.people:
            raise InvalidValueError(
                field="carers", value=self.carers, expected=f"at most the {self.people} people"
            )

    @property
    def with_carers(self) -> bool:
        """Whether the record says that carers took part."""
        return bool(self.carers) or bool(self.parties & {PartyKind.CARERS, PartyKind.CARER_GROUP})

    @property
    def share_of_carers(self) -> str:
        """How many of the people are carers, as in "10 of 10"; empty where it is not recorded."""
        if self.people is None or self.carers is None:
            return ""
        return f"{self.carers} of {self.people}"

    @property
    def day_is_exact(self) -> bool:
        """Whether the day itself is known, and not only the month or a longer time."""
        return self.on is not None and not isinstance(self.on, DateRange)


@final
@attrs.frozen
class EngagementFinding:
    """What engagement found: what matters most to those who took part, or a barrier, or a wish.

    ``from_`` names the engagement by reference, ``about`` what it is about, by reference or words.
    """

    reference: str
    title: str
    topics: frozenset[Topic] = attrs.field(default=(), converter=topics_of)
    about: tuple[str, ...] = attrs.field(default=(), converter=names)
    from_: tuple[str, ...] = attrs.field(default=(), converter=names)
    matters_most: bool | None = None
    by: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            each("topics", self.topics, Topic),
            named("about", self.about),
            named("from_", self.from_),
            yes_or_no("matters_most", self.matters_most),
            text("by", self.by),
        )
