"""Strategies, the priorities and needs in them, and what else a strategy says of itself."""

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
    repeated,
    several,
    text,
    yes_or_no,
)
from carerslib.commissioning.documents import Content, Document, DocumentStatus, Related
from carerslib.commissioning.engagement import Engagement, EngagementFinding
from carerslib.commissioning.reasons import Choice, Driver, Evidence
from carerslib.commissioning.topics import Topic, topics_of
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = [
    "Aim",
    "CarerGroup",
    "Horizon",
    "MonitoringGroup",
    "Need",
    "Priority",
    "PriorityStanding",
    "Recognised",
    "Strategy",
]


class Horizon(enum.StrEnum):
    """How far ahead a strategy says that it looks, where it gives no years."""

    SHORT = "short term"
    MEDIUM = "medium term"
    MEDIUM_TO_LONG = "medium to long term"
    LONG = "long term"


class PriorityStanding(enum.StrEnum):
    """Whether a priority goes on from earlier strategies."""

    ONGOING = "ongoing"
    NEW = "new"
    NEW_EMPHASIS = "new emphasis"


class CarerGroup(enum.StrEnum):
    """A group of carers that a strategy looks at apart."""

    YOUNG = "young carers"
    OLDER = "older carers"
    OTHER_NEEDS = "carers with needs of their own"
    MANY_ROLES = "carers with many other roles"
    WORKING = "working carers"
    PARENTS = "parent carers"


@final
@attrs.frozen
class Need:
    """A need that was found: in whose words does not matter, from which evidence does.

    ``evidence`` names evidence, estimates or findings of engagement, by reference.
    """

    reference: str
    title: str
    evidence: tuple[str, ...] = attrs.field(default=(), converter=names)
    topics: frozenset[Topic] = attrs.field(default=(), converter=topics_of)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            named("evidence", self.evidence),
            each("topics", self.topics, Topic),
            cited("source", self.source, optional=True),
        )


@final
@attrs.frozen
class Priority:
    """A priority: its heading as it stands, what it is about, and which needs it answers."""

    reference: str
    heading: str
    topics: frozenset[Topic] = attrs.field(default=(), converter=topics_of)
    needs: tuple[str, ...] = attrs.field(default=(), converter=names)
    standing: PriorityStanding | None = None
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("heading", self.heading),
            each("topics", self.topics, Topic),
            named("needs", self.needs),
            one_of("standing", self.standing, PriorityStanding, optional=True),
            cited("source", self.source, optional=True),
        )


@final
@attrs.frozen
class Aim:
    """An objective of a strategy that is not one of its priorities."""

    reference: str
    title: str
    topics: frozenset[Topic] = attrs.field(default=(), converter=topics_of)
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            each("topics", self.topics, Topic),
            cited("source", self.source, optional=True),
        )


@final
@attrs.frozen
class Recognised:
    """A group of carers that a strategy looks at apart, and what it says of them."""

    reference: str
    group: CarerGroup
    may_be_vulnerable: bool | None = None
    may_not_see_themselves_as_carers: bool | None = None

    def __attrs_post_init__(self) -> None:
        seen = self.may_not_see_themselves_as_carers
        require(
            key("reference", self.reference),
            one_of("group", self.group, CarerGroup),
            yes_or_no("may_be_vulnerable", self.may_be_vulnerable),
            yes_or_no("may_not_see_themselves_as_carers", seen),
        )


@final
@attrs.frozen
class MonitoringGroup:
    """Who watches over it: ``monitors`` names the strategy or plans, by reference."""

    reference: str
    title: str
    monitors: tuple[str, ...] = attrs.field(default=(), converter=names)
    multi_agency: bool | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            named("monitors", self.monitors),
            yes_or_no("multi_agency", self.multi_agency),
        )


def _priorities(given: Priority | Iterable[Priority]) -> tuple[Priority, ...]:
    return several(given)


def _needs(given: Need | Iterable[Need]) -> tuple[Need, ...]:
    return several(given)


def _aims(given: Aim | Iterable[Aim]) -> tuple[Aim, ...]:
    return several(given)


def _recognised(given: Recognised | Iterable[Recognised]) -> tuple[Recognised, ...]:
    return several(given)


def _related(given: Related | Iterable[Related]) -> tuple[Related, ...]:
    return several(given)


def _documents(given: Document | Iterable[Document]) -> tuple[Document, ...]:
    return several(given)


def _contents(given: Content | Iterable[Content]) -> tuple[Content, ...]:
    return several(given)


def _groups(given: MonitoringGroup | Iterable[MonitoringGroup]) -> tuple[MonitoringGroup, ...]:
    return several(given)


def _engagement(given: Engagement | Iterable[Engagement]) -> tuple[Engagement, ...]:
    return several(given)


def _findings(
    given: EngagementFinding | Iterable[EngagementFinding],
) -> tuple[EngagementFinding, ...]:
    return several(given)


def _evidence(given: Evidence | Iterable[Evidence]) -> tuple[Evidence, ...]:
    return several(given)


def _drivers(given: Driver | Iterable[Driver]) -> tuple[Driver, ...]:
    return several(given)


def _choices(given: Choice | Iterable[Choice]) -> tuple[Choice, ...]:
    return several(given)


@final
@attrs.frozen(kw_only=True)
class Strategy:
    """A strategy of one body or of several together.

    ``period`` is its days, both ends inclusive, where it gives any, and ``horizon`` what it says
    instead. ``framework`` is the key of the national framework that it answers to, as in
    :data:`~carerslib.commissioning.frameworks.FRAMEWORKS`. ``joint`` is whether the record calls it
    joint, which it may do without naming every body. ``priorities_stated`` is how many
    priorities the record says there are, which may be more than it names. ``defines_carer`` says
    whether the strategy settles on one definition of a carer, ``with_integrated_care_board``
    whether such a board is one of its bodies; None where that is not recorded.
    """

    reference: str
    title: str
    bodies: tuple[str, ...] = attrs.field(converter=names)
    source: Citation
    status: DocumentStatus | None = None
    period: DateRange | None = None
    horizon: Horizon | None = None
    framework: str = ""
    joint: bool | None = None
    practical: bool | None = None
    defines_carer: bool | None = None
    with_integrated_care_board: bool | None = None
    priorities: tuple[Priority, ...] = attrs.field(default=(), converter=_priorities)
    priorities_stated: int | None = None
    needs: tuple[Need, ...] = attrs.field(default=(), converter=_needs)
    aims: tuple[Aim, ...] = attrs.field(default=(), converter=_aims)
    recognised: tuple[Recognised, ...] = attrs.field(default=(), converter=_recognised)
    related: tuple[Related, ...] = attrs.field(default=(), converter=_related)
    documents: tuple[Document, ...] = attrs.field(default=(), converter=_documents)
    contents: tuple[Content, ...] = attrs.field(default=(), converter=_contents)
    engagement: tuple[Engagement, ...] = attrs.field(default=(), converter=_engagement)
    findings: tuple[EngagementFinding, ...] = attrs.field(default=(), converter=_findings)
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=_evidence)
    drivers: tuple[Driver, ...] = attrs.field(default=(), converter=_drivers)
    choices: tuple[Choice, ...] = attrs.field(default=(), converter=_choices)
    monitoring: tuple[MonitoringGroup, ...] = attrs.field(default=(), converter=_groups)

    def __attrs_post_init__(self) -> None:
        days = self.period is None or isinstance(self.period, DateRange)
        require(
            key("reference", self.reference),
            key("title", self.title),
            named("bodies", self.bodies),
            None if self.bodies else InvalidValueError("bodies", (), "the body whose it is"),
            cited("source", self.source),
            one_of("status", self.status, DocumentStatus, optional=True),
            None if days else InvalidValueError("period", self.period, "a DateRange, or None"),
            one_of("horizon", self.horizon, Horizon, optional=True),
            text("framework", self.framework),
            yes_or_no("joint", self.joint),
            yes_or_no("practical", self.practical),
            yes_or_no("defines_carer", self.defines_carer),
            yes_or_no("with_integrated_care_board", self.with_integrated_care_board),
            count("priorities_stated", self.priorities_stated),
            *self._kinds(),
        )
        require(self._of_one(), *self._repeated())

    def _of_one(self) -> InvalidValueError | None:
        """Refuse a strategy of several bodies that is said not to be joint."""
        if self.joint is not False or len(self.bodies) == 1:
            return None
        return InvalidValueError("joint", self.joint, "True or None, where it has several bodies")

    def _kinds(self) -> tuple[InvalidValueError | None, ...]:
        return (
            each("priorities", self.priorities, Priority),
            each("needs", self.needs, Need),
            each("aims", self.aims, Aim),
            each("recognised", self.recognised, Recognised),
            each("related", self.related, Related),
            each("documents", self.documents, Document),
            each("contents", self.contents, Content),
            each("engagement", self.engagement, Engagement),
            each("findings", self.findings, EngagementFinding),
            each("evidence", self.evidence, Evidence),
            each("drivers", self.drivers, Driver),
            each("choices", self.choices, Choice),
            each("monitoring", self.monitoring, MonitoringGroup),
        )

    def _repeated(self) -> tuple[InvalidValueError | None, ...]:
        return tuple(
            repeated(field, [one.reference for one in getattr(self, field)])
            for field in (
                "priorities",
                "needs",
                "aims",
                "recognised",
                "related",
                "documents",
                "contents",
                "engagement",
                "findings",
                "evidence",
                "drivers",
                "choices",
                "monitoring",
            )
        )

    @property
    def is_joint(self) -> bool:
        """Whether it is the strategy of more than one body, named or not."""
        return self.joint is True or len(self.bodies) > 1
