"""Documents: what a strategy builds on, leads to and is part of, and what is set out where."""

from __future__ import annotations

import enum
from typing import final

import attrs

from carerslib.commissioning._given import key, one_of, some_day, text
from carerslib.errors import require
from carerslib.periods import Day

__all__ = [
    "Content",
    "ContentKind",
    "Document",
    "DocumentKind",
    "DocumentStatus",
    "Related",
    "Relation",
]


class DocumentStatus(enum.StrEnum):
    """How far a document has come."""

    PLANNED = "planned"
    EMERGING = "emerging"
    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


class Relation(enum.StrEnum):
    """How a strategy stands to another document."""

    BUILDS_ON = "builds on"
    SAME_FORMAT_AS = "has the same format as"
    PART_OF = "is part of"
    TAKES_ACCOUNT_OF = "takes account of"


class DocumentKind(enum.StrEnum):
    """What kind of document it is."""

    STRATEGY = "strategy"
    IMPLEMENTATION_PLAN = "implementation plan"
    ACTION_PLAN = "action plan"
    REPORT = "report"
    APPENDIX = "appendix"


class ContentKind(enum.StrEnum):
    """What a document sets out."""

    DIRECTION = "direction of travel"
    VISION = "vision"
    PRIORITIES = "priorities"
    OUTCOMES = "headline outcomes"
    HOW = "how outcomes will be achieved"
    WHEN = "over what time"
    MEANS = "by what means"
    INTENTIONS = "commissioning intentions"
    TIMETABLE = "timetable"
    ACTIONS = "actions"
    FIGURES = "figures"
    PROPOSALS = "proposals"


@final
@attrs.frozen
class Related:
    """Another strategy or framework, and how this one stands to it."""

    reference: str
    relation: Relation
    title: str
    on: Day | None = None
    status: DocumentStatus | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            one_of("relation", self.relation, Relation),
            key("title", self.title),
            some_day("on", self.on),
            one_of("status", self.status, DocumentStatus, optional=True),
        )


@final
@attrs.frozen
class Document:
    """A document that a strategy consists of or leads to: a plan, a report, an appendix.

    ``place`` is the place in it that is meant, as in "paragraph 13"; ``part_of`` names what it
    belongs to, by reference.
    """

    reference: str
    title: str
    kind: DocumentKind
    status: DocumentStatus | None = None
    place: str = ""
    part_of: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            one_of("kind", self.kind, DocumentKind),
            one_of("status", self.status, DocumentStatus, optional=True),
            text("place", self.place),
            text("part_of", self.part_of),
        )


@final
@attrs.frozen
class Content:
    """That something is set out in a document, by the document's reference or the strategy's."""

    reference: str
    what: ContentKind
    held_in: str

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            one_of("what", self.what, ContentKind),
            key("held_in", self.held_in),
        )
