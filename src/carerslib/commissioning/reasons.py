"""Why a strategy says what it says: evidence, what bears on it, and the choices that were made."""

from __future__ import annotations

import enum
from typing import final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import cited, each, key, named, names, one_of, text
from carerslib.commissioning.topics import Topic, topics_of
from carerslib.errors import InvalidValueError, require

__all__ = [
    "Choice",
    "ChoiceKind",
    "Driver",
    "DriverKind",
    "Evidence",
    "EvidenceKind",
    "Scope",
]


class EvidenceKind(enum.StrEnum):
    """What kind of evidence it is."""

    OTHER_PLANS = "other councils' plans"
    CONSULTATION = "consultation"
    STATISTIC = "a statistic"
    EARLIER_WORK = "earlier work"
    RESEARCH = "research"
    EXPERIENCE = "experience"


class DriverKind(enum.StrEnum):
    """What bears on a strategy from outside."""

    RESOURCES_LIMITED = "limited resources"
    RESOURCES_REDUCING = "reducing resources"
    NUMBER_OF_CARERS = "the number of carers"
    BARRIER = "a barrier"
    TREND = "a trend"
    PRICES_RISING = "rising prices"
    DEMAND = "pressure of demand"
    STATUTORY_DUTY = "a statutory duty"
    TERMINOLOGY = "different words for the same thing"


class Scope(enum.StrEnum):
    """Whether something is so in the area or in the whole country."""

    LOCAL = "local"
    NATIONAL = "national"


class ChoiceKind(enum.StrEnum):
    """Whether one way was chosen rather than another, or two were balanced."""

    CHOICE = "chosen"
    BALANCE = "balanced"


@final
@attrs.frozen
class Evidence:
    """Something that a strategy rests on.

    ``about`` names estimates, engagement or documents, or the strategy, by reference.
    """

    reference: str
    title: str
    kind: EvidenceKind
    about: tuple[str, ...] = attrs.field(default=(), converter=names)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            one_of("kind", self.kind, EvidenceKind),
            named("about", self.about),
            cited("source", self.source, optional=True),
        )


@final
@attrs.frozen
class Driver:
    """Something outside that bears on a strategy; ``bears_on`` names what, by reference or words.

    ``by`` is the role of who said so; ``citation`` is the law, for a statutory duty.
    """

    reference: str
    title: str
    kind: DriverKind
    bears_on: tuple[str, ...] = attrs.field(default=(), converter=names)
    scope: Scope | None = None
    by: str = ""
    citation: Citation | None = None
    topics: frozenset[Topic] = attrs.field(default=(), converter=topics_of)

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            one_of("kind", self.kind, DriverKind),
            named("bears_on", self.bears_on),
            one_of("scope", self.scope, Scope, optional=True),
            text("by", self.by),
            cited("citation", self.citation, optional=True),
            each("topics", self.topics, Topic),
        )


@final
@attrs.frozen
class Choice:
    """A choice of approach: what was chosen, rather than what, and because of what.

    Of a balance, ``chosen`` holds both sides and nothing is rejected. ``because`` names drivers,
    evidence, estimates or groups of carers by reference; ``by`` is the role of who put it so.
    """

    reference: str
    chosen: tuple[str, ...] = attrs.field(converter=names)
    kind: ChoiceKind = ChoiceKind.CHOICE
    rather_than: tuple[str, ...] = attrs.field(default=(), converter=names)
    because: tuple[str, ...] = attrs.field(default=(), converter=names)
    by: str = ""
    topics: frozenset[Topic] = attrs.field(default=(), converter=topics_of)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        balanced = self.kind is ChoiceKind.BALANCE and self.rather_than
        require(
            key("reference", self.reference),
            None
            if self.chosen
            else InvalidValueError("chosen", self.chosen, "what was chosen, in words"),
            named("chosen", self.chosen),
            one_of("kind", self.kind, ChoiceKind),
            named("rather_than", self.rather_than),
            InvalidValueError("rather_than", self.rather_than, "nothing, where two are balanced")
            if balanced
            else None,
            named("because", self.because),
            text("by", self.by),
            each("topics", self.topics, Topic),
            cited("source", self.source, optional=True),
        )
