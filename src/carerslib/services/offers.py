"""Kinds of offer: to whom each is delivered, whom it relieves, and where statistics put it."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

import attrs

from carerslib.citations import Citation, Standing
from carerslib.errors import InvalidValueError, require
from carerslib.law.adult_social_care_data import (
    CLIENT_LEVEL_DATA,
    SALT_GUIDANCE,
    SURVEY_POPULATION,
)
from carerslib.law.care_act_2014 import CARE_ACT_2014
from carerslib.law.eligibility_regulations_2015 import AdultOutcome, CarerHealth, CarerOutcome
from carerslib.services._checks import key

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["OFFER_KINDS", "Landing", "Offer", "OfferKind", "Party", "Served", "kind_of"]

Served: TypeAlias = CarerOutcome | AdultOutcome | CarerHealth
"""What an offer can help with: a care outcome, or the carer's health."""


@final
class Party(enum.Enum):
    """Whose need it is, who receives support, who benefits most, or who is charged."""

    CARER = "the carer"
    CARED_FOR = "the person cared for"
    BOTH = "both"
    NOBODY = "nobody"

    def __str__(self) -> str:
        return self.value


@final
class Landing(enum.Enum):
    """Where the national collection of councils' data puts what a carer was given.

    The names follow client level data, which replaced the short and long term return (SALT) on
    1 April 2024. What helps the carer through the person cared for is put under "no direct
    support", whatever it was worth to the carer.
    """

    DIRECT_TO_CARER = "support direct to the carer, by how it is delivered"
    DIRECT_PAYMENT = "direct payment only"
    INVOLVING_CARED_FOR = "support involving the person cared for: no direct support to the carer"
    INFORMATION = "information, advice and other universal services"
    LOW_LEVEL = "ongoing low-level support"
    NOT_COUNCIL_DATA = "not in a council's data"
    NOWHERE = "nowhere"
    NOT_READ = "no source that was read says"

    def __str__(self) -> str:
        return self.value


_PRACTICE: Final = Citation(
    "Offers of support for carers, as councils publish them",
    standing=Standing.CONVENTION,
    note="what councils do, not what the law says of each offer",
)
_CHARGE_THE_ADULT: Final = CARE_ACT_2014.at("section 14(3)")


@final
class OfferKind(NamedTuple):
    """A kind of offer: to whom it is delivered, whom it relieves, and who may be charged at all.

    ``citation`` is for who may be charged, ``landed_by`` for ``landing``: where it ends up in the
    national collection of data.
    """

    key: str
    title: str
    delivered_to: Party
    relieves: Party
    citation: Citation
    may_charge: tuple[Party, ...] = ()
    note: str = ""
    landing: Landing = Landing.NOT_READ
    landed_by: Citation | None = None


_CARER: Final = Party.CARER
_ADULT: Final = Party.CARED_FOR

OFFER_KINDS: Final = (
    OfferKind(
        "replacement_care",
        "replacement care, sitting, day centre or a stay in a care home",
        _ADULT,
        _CARER,
        _CHARGE_THE_ADULT,
        (_ADULT,),
        "the adult's agreement comes first (section 20)",
        Landing.INVOLVING_CARED_FOR,
        CLIENT_LEVEL_DATA,
    ),
    OfferKind(
        "break_for_carer",
        "a break, class or holiday for the carer",
        _CARER,
        _CARER,
        _PRACTICE,
        (_CARER,),
        "few councils charge",
        Landing.DIRECT_TO_CARER,
        CLIENT_LEVEL_DATA,
    ),
    OfferKind(
        "one_off_payment",
        "a one-off payment or budget",
        _CARER,
        _CARER,
        _PRACTICE,
        note="each council has rules of its own on what it may be spent on",
        landing=Landing.DIRECT_PAYMENT,
        landed_by=CLIENT_LEVEL_DATA,
    ),
    OfferKind(
        "breaks_fund",
        "a breaks fund of a carers' centre",
        _CARER,
        _CARER,
        _PRACTICE,
        note="so for carers whom neither the council nor anyone for it has assessed",
        landing=Landing.INFORMATION,
        landed_by=SURVEY_POPULATION,
    ),
    OfferKind(
        "health_break",
        "a break issued by a general practice",
        _CARER,
        _CARER,
        _PRACTICE,
        landing=Landing.NOT_COUNCIL_DATA,
    ),
    OfferKind(
        "carers_centre",
        "a carers' centre, drop-in or peer group",
        _CARER,
        _CARER,
        _PRACTICE,
        landing=Landing.INFORMATION,
        landed_by=CLIENT_LEVEL_DATA,
    ),
    OfferKind(
        "information",
        "information and advice",
        Party.BOTH,
        _CARER,
        _PRACTICE,
        note="for anyone in the area (section 4 of the Care Act 2014)",
        landing=Landing.INFORMATION,
        landed_by=CLIENT_LEVEL_DATA,
    ),
    OfferKind(
        "training",
        "training for carers",
        _CARER,
        _CARER,
        _PRACTICE,
        landing=Landing.INFORMATION,
        landed_by=CLIENT_LEVEL_DATA,
    ),
    OfferKind(
        "counselling",
        "counselling or a health check",
        _CARER,
        _CARER,
        _PRACTICE,
        landing=Landing.DIRECT_TO_CARER,
        landed_by=CLIENT_LEVEL_DATA,
    ),
    OfferKind(
        "emergency_plan",
        "an emergency plan or card",
        Party.BOTH,
        _CARER,
        _PRACTICE,
        (_ADULT,),
        "the first hours are free, and their number differs from council to council",
        Landing.INVOLVING_CARED_FOR,
        CLIENT_LEVEL_DATA,
    ),
    OfferKind("voucher", "a short-break voucher", _ADULT, _CARER, _CHARGE_THE_ADULT, (_ADULT,)),
    OfferKind(
        "discount_card",
        "a discount card",
        _CARER,
        _CARER,
        _PRACTICE,
        landing=Landing.NOWHERE,
    ),
    OfferKind(
        "equipment",
        "assistive technology or equipment",
        _ADULT,
        Party.BOTH,
        _CHARGE_THE_ADULT,
        (_ADULT,),
        landing=Landing.LOW_LEVEL,
        landed_by=SALT_GUIDANCE,
    ),
)
"""The kinds of offer found. Whether a charge is made is the council's to say."""


def kind_of(offer: str) -> OfferKind:
    """Return the kind of offer with a key. Raises :class:`.InvalidValueError` for any other."""
    for kind in OFFER_KINDS:
        if kind.key == offer:
            return kind
    expected = f"one of {', '.join(kind.key for kind in OFFER_KINDS)}"
    raise InvalidValueError(field="offer", value=offer, expected=expected)


def _served(given: Iterable[Served]) -> frozenset[Served]:
    return frozenset(given)


@final
@attrs.frozen
class Offer:
    """What a council has to offer: its kind, and which care outcomes it could help with.

    ``universal`` is True where anybody may come, without an assessment.
    """

    reference: str
    kind: OfferKind
    serves: frozenset[Served] = attrs.field(default=(), converter=_served)
    universal: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        known = isinstance(self.kind, OfferKind)
        served = all(isinstance(each, Served) for each in self.serves)
        require(
            key("reference", self.reference),
            None if known else InvalidValueError("kind", self.kind, "an OfferKind"),
            None
            if served
            else InvalidValueError("serves", self.serves, "care outcomes, or the carer's health"),
        )
