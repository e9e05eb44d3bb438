"""Services as a record speaks of them: what they are, where, and whether they run yet."""

from __future__ import annotations

import enum
from typing import final

import attrs

from carerslib.errors import InvalidValueError, require
from carerslib.periods import Day
from carerslib.services._checks import day_if_known, fact, is_a, key, keys, references, text
from carerslib.services.offers import OfferKind, Party

__all__ = ["BenefitView", "Importance", "Reach", "Service", "ServiceStatus"]


@final
class ServiceStatus(enum.StrEnum):
    """How far a service has come."""

    SUGGESTED = "suggested"
    NO_PLAN = "no plan at present"
    BEING_FINALISED = "plans being finalised"
    PLANNED = "planned"
    TO_BE_INTRODUCED = "to be introduced"
    RUNNING = "running"
    ENDED = "ended"


@final
class Importance(enum.StrEnum):
    """What a record says of a service's part in the whole."""

    ESSENTIAL = "essential"
    ADDITIONAL = "additional"


@final
class Reach(enum.StrEnum):
    """How far a view of services reaches."""

    LOCAL = "local"
    NATIONAL = "national"


@final
@attrs.frozen(kw_only=True)
class Service:
    """A service that a record names, with what the record says of it and no more.

    ``kind`` is None where the record does not say what kind of offer it is. ``universal`` is
    whether anybody may come. ``integral_with`` and ``part_of`` name other services by reference;
    ``open_to`` and ``staffed_by`` are in the record's words. ``starts`` may be known only to a
    range of days.
    """

    reference: str
    title: str
    kind: OfferKind | None = None
    status: ServiceStatus | None = None
    importance: Importance | None = None
    run_by: str = ""
    place: str = ""
    universal: bool | None = None
    open_to: tuple[str, ...] = attrs.field(default=(), converter=references)
    staffed_by: str = ""
    starts: Day | None = None
    integral_with: tuple[str, ...] = attrs.field(default=(), converter=references)
    part_of: tuple[str, ...] = attrs.field(default=(), converter=references)

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            is_a("kind", self.kind, OfferKind, missing=True),
            is_a("status", self.status, ServiceStatus, missing=True),
            is_a("importance", self.importance, Importance, missing=True),
            *(text(field, getattr(self, field)) for field in ("run_by", "place", "staffed_by")),
            fact("universal", self.universal),
            *(
                keys(field, getattr(self, field))
                for field in ("open_to", "integral_with", "part_of")
            ),
            day_if_known("starts", self.starts),
        )


@final
@attrs.frozen(kw_only=True)
class BenefitView:
    """How somebody sees a service: as support for whom, with what benefit for whom besides.

    A view is what was said, not what is so; whose need support meets is asked of
    :class:`Support`. ``by`` is a role or a body, ``about`` the references of services.
    ``also_benefits`` is ``Party.NOBODY`` where it is seen as of no benefit to anybody else, and
    None where that is not said. ``shifting`` is whether the view is said to have moved that way.
    """

    reference: str
    by: str
    about: tuple[str, ...] = attrs.field(converter=references)
    seen_as: Party
    also_benefits: Party | None = None
    reach: Reach | None = None
    shifting: bool | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("by", self.by),
            keys("about", self.about),
            None if self.about else InvalidValueError("about", (), "one service or more"),
            is_a("seen_as", self.seen_as, Party),
            is_a("also_benefits", self.also_benefits, Party, missing=True),
            is_a("reach", self.reach, Reach, missing=True),
            fact("shifting", self.shifting),
        )
