"""Minutes: what was reported, asked, answered and promised about a strategy, and resolved.

Who spoke is a role, never a person. What a resolution itself says is a
:class:`~carerslib.awards.Resolution`; :class:`Resolved` says which of its paragraphs is about what.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import (
    cited,
    each,
    key,
    named,
    names,
    one_of,
    repeated,
    several,
    some_day,
    text,
    yes_or_no,
)
from carerslib.commissioning.topics import Prevention, Topic, effects_of, topics_of
from carerslib.errors import InvalidValueError, require
from carerslib.periods import Day

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = [
    "AnswerState",
    "Claim",
    "Deed",
    "Matter",
    "MatterState",
    "Minutes",
    "Point",
    "PointKind",
    "Report",
    "ReportKind",
    "Resolved",
    "ResolvedKind",
    "Undertaking",
    "UndertakingKind",
]


class ReportKind(enum.StrEnum):
    """What was done with a report."""

    INTRODUCED = "introduced"
    CONSIDERED = "considered"
    EXPLAINED = "explained"
    PROPOSED = "proposed"


@final
@attrs.frozen
class Report:
    """A report to a meeting: whose, about what, and what was done with it.

    ``about`` names what it is about, by reference or in words: a strategy, intentions, a timetable.
    """

    reference: str
    by: str
    kind: ReportKind
    about: tuple[str, ...] = attrs.field(default=(), converter=names)
    to: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            text("by", self.by),
            one_of("kind", self.kind, ReportKind),
            named("about", self.about),
            text("to", self.to),
        )


class PointKind(enum.StrEnum):
    """What kind of point somebody made."""

    THANKS = "thanks"
    WELCOME = "a welcome"
    OBSERVATION = "an observation"
    CONCERN = "a concern"
    QUESTION = "a question"
    ANSWER = "an answer"
    REQUEST = "a request"
    SUGGESTION = "a suggestion"
    OFFER = "an offer"
    INVITATION = "an invitation"


class AnswerState(enum.StrEnum):
    """What an answer leaves."""

    ANSWERED = "answered"
    NOT_KNOWN = "not known"
    PROMISED = "promised"
    UNDER_REVIEW = "under review"
    NOT_PLANNED = "not planned"
    NOT_ANSWERED = "not answered"


class Claim(enum.StrEnum):
    """How the things that a point is about stand to one another, or to the strategy."""

    NOT_CORRELATED = "one does not follow from the other"
    SMALLER_THAN = "the first is smaller than the second"
    NOT_CERTAIN = "not certain to be accurate"
    STILL_REQUIRED = "still required"
    STILL_TOO_MANY = "still too many for the resources"
    IMPORTANT = "important"
    UNDER_RECOGNISED = "may not recognise themselves"


@final
@attrs.frozen
class Point:
    """A point that arose: what kind, by whom (a role), about what.

    ``about`` names by reference or in words. ``answers`` names other points by reference, at this
    meeting or an earlier one; ``state`` is what an answer leaves, and ``follow_up`` names what was
    undertaken because of it, by reference.
    """

    reference: str
    kind: PointKind
    by: str = ""
    about: tuple[str, ...] = attrs.field(default=(), converter=names)
    topics: frozenset[Topic] = attrs.field(default=(), converter=topics_of)
    answers: tuple[str, ...] = attrs.field(default=(), converter=names)
    state: AnswerState | None = None
    follow_up: tuple[str, ...] = attrs.field(default=(), converter=names)
    claim: Claim | None = None
    effects: frozenset[Prevention] = attrs.field(default=(), converter=effects_of)
    title: str = ""
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        answers = self.kind in (PointKind.ANSWER, PointKind.OFFER, PointKind.OBSERVATION)
        require(
            key("reference", self.reference),
            one_of("kind", self.kind, PointKind),
            text("by", self.by),
            named("about", self.about),
            each("topics", self.topics, Topic),
            named("answers", self.answers),
            InvalidValueError("answers", self.answers, "nothing, unless the point is an answer")
            if self.answers and not answers
            else None,
            one_of("state", self.state, AnswerState, optional=True),
            named("follow_up", self.follow_up),
            one_of("claim", self.claim, Claim, optional=True),
            each("effects", self.effects, Prevention),
            text("title", self.title),
            cited("source", self.source, optional=True),
        )


class UndertakingKind(enum.StrEnum):
    """How firmly something was undertaken."""

    PROMISED = "promised"
    OFFERED = "offered"
    REQUESTED = "requested"
    AIMED = "aimed at"
    RESOLVED = "resolved"


class Deed(enum.StrEnum):
    """What it is that somebody is to do."""

    CONTACT = "contact"
    WRITE = "write"
    REPORT = "report"
    PUBLISH = "publish"
    CONSIDER = "consider"
    EXPLORE = "explore"
    LOOK_INTO_COST = "look into the cost"
    PROGRESS = "progress"
    INVEST = "invest"


def _deeds(given: Deed | Iterable[Deed]) -> frozenset[Deed]:
    return frozenset(several(given))


@final
@attrs.frozen
class Undertaking:
    """Something that somebody is to do: by whom, for whom, about what, and by when.

    ``kind`` is how firmly, ``does`` what it is, where that is one of the things that recur, and
    ``about`` names by reference or in words.
    ``due`` is the last day, where one is known; ``before`` names the event before which it is to be
    done, and ``as_soon_as`` the one after which. ``done`` is None where it is not recorded.
    """

    reference: str
    kind: UndertakingKind
    by: str = ""
    to: str = ""
    about: tuple[str, ...] = attrs.field(default=(), converter=names)
    due: Day | None = None
    before: str = ""
    as_soon_as: str = ""
    as_soon_as_possible: bool | None = None
    done: bool | None = None
    title: str = ""
    does: frozenset[Deed] = attrs.field(default=(), converter=_deeds)

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            one_of("kind", self.kind, UndertakingKind),
            text("by", self.by),
            text("to", self.to),
            named("about", self.about),
            some_day("due", self.due),
            text("before", self.before),
            text("as_soon_as", self.as_soon_as),
            yes_or_no("as_soon_as_possible", self.as_soon_as_possible),
            yes_or_no("done", self.done),
            text("title", self.title),
            each("does", self.does, Deed),
        )


class MatterState(enum.StrEnum):
    """How far a matter is settled."""

    OPEN = "open"
    BEING_FINALISED = "being finalised"
    SETTLED = "settled"


@final
@attrs.frozen
class Matter:
    """Something that is still being talked over or worked out: about what, and with whom.

    ``about`` names by reference or in words.
    """

    reference: str
    title: str
    about: tuple[str, ...] = attrs.field(default=(), converter=names)
    parties: tuple[str, ...] = attrs.field(default=(), converter=names)
    state: MatterState = MatterState.OPEN

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            named("about", self.about),
            named("parties", self.parties),
            one_of("state", self.state, MatterState),
        )


class ResolvedKind(enum.StrEnum):
    """What a paragraph of a resolution does to what it is about."""

    APPROVED = "approved"
    NOTED = "noted"
    ASKED = "asked for"
    AUTHORISED = "authorised"


@final
@attrs.frozen
class Resolved:
    """One paragraph of a resolution: what it did, and to what, by reference or in words.

    ``place`` is the paragraph, as in "(b)". An authority that it gives stands in the resolution,
    which ``resolution`` names by reference.
    """

    reference: str
    resolution: str
    kind: ResolvedKind
    about: tuple[str, ...] = attrs.field(default=(), converter=names)
    place: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("resolution", self.resolution),
            one_of("kind", self.kind, ResolvedKind),
            named("about", self.about),
            text("place", self.place),
        )


def _reports(given: Report | Iterable[Report]) -> tuple[Report, ...]:
    return several(given)


def _points(given: Point | Iterable[Point]) -> tuple[Point, ...]:
    return several(given)


def _undertakings(given: Undertaking | Iterable[Undertaking]) -> tuple[Undertaking, ...]:
    return several(given)


def _matters(given: Matter | Iterable[Matter]) -> tuple[Matter, ...]:
    return several(given)


def _resolved(given: Resolved | Iterable[Resolved]) -> tuple[Resolved, ...]:
    return several(given)


@final
@attrs.frozen
class Minutes:
    """What the minutes of a body say of a strategy: reported, raised, undertaken and resolved.

    ``on`` is the day of the meeting, which may be known only to the month or the year.
    """

    reference: str
    body: str
    source: Citation
    on: Day | None = None
    reports: tuple[Report, ...] = attrs.field(default=(), converter=_reports)
    points: tuple[Point, ...] = attrs.field(default=(), converter=_points)
    undertakings: tuple[Undertaking, ...] = attrs.field(default=(), converter=_undertakings)
    matters: tuple[Matter, ...] = attrs.field(default=(), converter=_matters)
    resolved: tuple[Resolved, ...] = attrs.field(default=(), converter=_resolved)

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("body", self.body),
            cited("source", self.source),
            some_day("on", self.on),
            each("reports", self.reports, Report),
            each("points", self.points, Point),
            each("undertakings", self.undertakings, Undertaking),
            each("matters", self.matters, Matter),
            each("resolved", self.resolved, Resolved),
        )
        require(
            repeated("reports", [one.reference for one in self.reports]),
            repeated("points", [one.reference for one in self.points]),
            repeated("undertakings", [one.reference for one in self.undertakings]),
            repeated("matters", [one.reference for one in self.matters]),
            repeated("resolved", [one.reference for one in self.resolved]),
        )

    @property
    def unanswered(self) -> tuple[Point, ...]:
        """The questions and requests to which no point is an answer, in their order."""
        answered = {one for point in self.points for one in point.answers}
        asked = (PointKind.QUESTION, PointKind.REQUEST)
        return tuple(
            point
            for point in self.points
            if point.kind in asked and point.reference not in answered
        )
