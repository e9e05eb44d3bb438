"""Offers of support: who receives them, whose need they meet, who benefits, who may be charged.

These are four questions with four answers. A break may be delivered to the person cared for, meet
the carer's need, benefit both, and be charged, if at all, to the person who receives it.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

import attrs

from carerslib.citations import Citation, Standing
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.law.care_act_2014 import CARE_ACT_2014, IN_FORCE
from carerslib.law.eligibility_regulations_2015 import AdultOutcome, CarerHealth, CarerOutcome
from carerslib.money import Money
from carerslib.periods import check_day
from carerslib.rules import Rule, RuleSet
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carerslib.basis import Basis

__all__ = [
    "OFFER_KINDS",
    "RULES",
    "WORDS",
    "Offer",
    "OfferKind",
    "Party",
    "Served",
    "Support",
    "Word",
    "check",
]

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


_PRACTICE: Final = Citation(
    "Offers of support for carers, as councils publish them",
    standing=Standing.CONVENTION,
    note="what councils do, not what the law says of each offer",
)
_WHO_IS_CHARGED: Final = "support.who_is_charged"
_AGREEMENT: Final = "support.agreement"
_NO_MORE_THAN_COST: Final = "support.no_more_than_cost"
_CHARGE_THE_ADULT: Final = CARE_ACT_2014.at("section 14(3)")


@final
class OfferKind(NamedTuple):
    """A kind of offer: to whom it is delivered, whom it relieves, and who may be charged at all."""

    key: str
    title: str
    delivered_to: Party
    relieves: Party
    citation: Citation
    may_charge: tuple[Party, ...] = ()
    note: str = ""


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
    ),
    OfferKind(
        "break_for_carer",
        "a break, class or holiday for the carer",
        _CARER,
        _CARER,
        _PRACTICE,
        (_CARER,),
    ),
    OfferKind("one_off_payment", "a one-off payment or budget", _CARER, _CARER, _PRACTICE),
    OfferKind("breaks_fund", "a breaks fund of a carers' centre", _CARER, _CARER, _PRACTICE),
    OfferKind("health_break", "a break issued by a general practice", _CARER, _CARER, _PRACTICE),
    OfferKind("carers_centre", "a carers' centre or drop-in", _CARER, _CARER, _PRACTICE),
    OfferKind("information", "information and advice", Party.BOTH, _CARER, _PRACTICE),
    OfferKind("training", "training for carers", _CARER, _CARER, _PRACTICE),
    OfferKind("counselling", "counselling or a health check", _CARER, _CARER, _PRACTICE),
    OfferKind(
        "emergency_plan",
        "an emergency plan or card",
        Party.BOTH,
        _CARER,
        _PRACTICE,
        (_ADULT,),
        note="the first hours are free, and their number differs from council to council",
    ),
    OfferKind("voucher", "a short-break voucher", _ADULT, _CARER, _CHARGE_THE_ADULT, (_ADULT,)),
    OfferKind("discount_card", "a discount card", _CARER, _CARER, _PRACTICE),
    OfferKind(
        "equipment",
        "assistive technology or equipment",
        _ADULT,
        Party.BOTH,
        _CHARGE_THE_ADULT,
        (_ADULT,),
    ),
)
"""The kinds of offer found. Whether a charge is made is the council's to say."""


@final
class Word(NamedTuple):
    """A word for a break, and whose word it is."""

    word: str
    used_by: str


WORDS: Final = (
    Word("short break", "children's services"),
    Word("respite", "adults' services and the public"),
    Word("replacement care", "adults' services, of care given so that a carer can have a break"),
    Word("carer's break", "health services"),
)
"""The words for breaks that are in use side by side. None of them is defined in the Care Act."""


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
            _key("reference", self.reference),
            None if known else InvalidValueError("kind", self.kind, "an OfferKind"),
            None
            if served
            else InvalidValueError("serves", self.serves, "care outcomes, or the carer's health"),
        )


def _key(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value.strip():
        return None
    return InvalidValueError(field, value, "the caller's own key, not empty")


@final
@attrs.frozen(kw_only=True)
class Support:
    """Support as it is given or planned: whose need, to whom, for whose benefit, charged to whom.

    What is delivered to both counts as care to the adult; where the carer's part of it is charged
    to the carer, record the two parts as two.

    ``need_owner`` and ``delivered_to`` are somebody, or both. ``adult_agrees`` is the agreement of
    the person cared for, or a best-interests decision where that person lacks capacity. ``charge``
    and ``cost`` are for the same time, and ``charge`` leaves out any fee for arranging the care
    (section 14(1)(b)). Nothing that is None is assumed.
    """

    reference: str
    need_owner: Party
    delivered_to: Party
    benefits_most: Party | None = None
    charged_to: Party | None = None
    adult_agrees: bool | None = attrs.field(default=None, repr=False)
    charge: Money | None = attrs.field(default=None, repr=False)
    cost: Money | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        parties = ("need_owner", "delivered_to", "benefits_most", "charged_to")
        required = ("need_owner", "delivered_to")
        require(
            _key("reference", self.reference),
            *(
                InvalidValueError(field, getattr(self, field), "a Party")
                for field in parties
                if not isinstance(getattr(self, field), Party)
                and (field in required or getattr(self, field) is not None)
            ),
            *(
                InvalidValueError(field, Party.NOBODY, "the carer, the person cared for, or both")
                for field in required
                if getattr(self, field) is Party.NOBODY
            ),
            *(
                InvalidValueError(field, WITHHELD, "Money, or None")
                for field in ("charge", "cost")
                if not isinstance(getattr(self, field), Money | None)
            ),
            None
            if isinstance(self.adult_agrees, bool | None)
            else InvalidValueError("adult_agrees", WITHHELD, "yes (True), no (False) or None"),
        )

    @property
    def meets_carer_through_adult(self) -> bool:
        """Whether a carer's need, alone or not, is met by care and support to the adult."""
        return self.need_owner is not _ADULT and self.delivered_to is not _CARER


def _who_is_charged(support: Support, _basis: Basis) -> Iterable[Part]:
    """Refuse a charge to the carer for care given to the adult."""
    charged = support.charged_to
    if not support.meets_carer_through_adult or charged is Party.NOBODY:
        result = Result.NOT_APPLICABLE
    elif charged is None:
        result = Result.UNDETERMINED
    else:
        result = Result.MET if charged is _ADULT else Result.NOT_MET
    missing = (Missing("charged_to", "who is charged, if anybody"),)
    yield Finding(
        _WHO_IS_CHARGED,
        "The carer is not charged for care to the adult",
        result,
        Aspect.HOLDER,
        support.reference,
        _CHARGE_THE_ADULT,
        None if charged is None else str(charged),
        "one of",
        (str(_ADULT), str(Party.NOBODY)),
        missing if result is Result.UNDETERMINED else (),
    )


def _agreement(support: Support, _basis: Basis) -> Iterable[Part]:
    """Ask for the adult's agreement wherever a carer's need is met by care to the adult."""
    agrees = support.adult_agrees
    if not support.meets_carer_through_adult:
        result = Result.NOT_APPLICABLE
    elif agrees is None:
        result = Result.UNDETERMINED
    else:
        result = Result.MET if agrees else Result.NOT_MET
    lacks = Missing("adult_agrees", "the adult's agreement, or a best-interests decision")
    yield Finding(
        _AGREEMENT,
        "The adult agrees to the need being met in this way",
        result,
        Aspect.PRECONDITION,
        support.reference,
        CARE_ACT_2014.at("section 20(1)(c) and (6)"),
        None if agrees is None else "yes" if agrees else "no",
        "must be",
        "yes",
        (lacks,) if result is Result.UNDETERMINED else (),
        private=True,
    )


def _no_more_than_cost(support: Support, _basis: Basis) -> Iterable[Part]:
    """Hold a charge to the cost that the authority incurs."""
    charge, cost = support.charge, support.cost
    if support.charged_to is Party.NOBODY or (charge is None and support.charged_to is None):
        result, lacking = Result.NOT_APPLICABLE, []
    else:
        lacking = [field for field in ("charge", "cost") if getattr(support, field) is None]
        inside = charge is None or cost is None or charge <= cost
        result = Result.MET if inside else Result.NOT_MET
        result = Result.UNDETERMINED if lacking else result
    remedy = None
    if result is Result.NOT_MET and charge is not None and cost is not None:
        remedy = Remedy("charge", cost, "reduce by", charge - cost)
    yield Finding(
        _NO_MORE_THAN_COST,
        "A charge covers no more than the cost incurred",
        result,
        Aspect.AMOUNT,
        support.reference,
        CARE_ACT_2014.at("section 14(4)"),
        charge,
        "at most",
        cost,
        tuple(Missing(field, "an amount for the same time") for field in lacking),
        remedy,
    )


RULES: Final[RuleSet[Support]] = RuleSet(
    "carerslib.services",
    "2026-11",
    (
        Rule(
            _WHO_IS_CHARGED,
            "The carer is not charged for care to the adult",
            _CHARGE_THE_ADULT,
            IN_FORCE,
            _who_is_charged,
        ),
        Rule(
            _AGREEMENT,
            "The adult agrees to care that meets a carer's need",
            CARE_ACT_2014.at("section 20(1)(c) and (6)"),
            IN_FORCE,
            _agreement,
        ),
        Rule(
            _NO_MORE_THAN_COST,
            "A charge covers no more than the cost",
            CARE_ACT_2014.at("section 14(4)"),
            IN_FORCE,
            _no_more_than_cost,
        ),
    ),
)
"""What holds of support under the Care Act, whatever kind of offer it is."""


def check(support: Support, *, on: date, basis: Basis | None = None) -> Verdict:
    """Say whether support may be given and charged for as it stands on a day, and why.

    Raises :class:`.InvalidValueError` for what is no support, and :class:`.NotInForceError` for a
    day before 1 April 2015, when other law applied.
    """
    if not isinstance(support, Support):
        expected = "a Support"
        raise InvalidValueError(field="support", value=type(support).__name__, expected=expected)
    require(check_day("on", on))
    RULES.get(_WHO_IS_CHARGED, on)
    title = "Support, and who is charged for it"
    return RULES.judge(support, day=on, title=title, reference=support.reference, basis=basis)
