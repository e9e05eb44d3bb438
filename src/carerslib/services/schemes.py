"""Schemes of councils' own, as they publish them: emergency cover, and one-off payments.

The schemes listed are examples with their source, not rules: a council gives its own.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.citations import Citation, Standing
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.money import Money
from carerslib.services._checks import fact, is_a, key, whole
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "EMERGENCY_SCHEMES",
    "PAYMENT_SCHEMES",
    "EmergencyCover",
    "EmergencyScheme",
    "Feature",
    "HoursCharged",
    "OneOffPayment",
    "PaymentScheme",
    "chargeable_hours",
    "check_emergency",
    "check_payment",
]

_RESULT: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}


@final
@attrs.frozen(kw_only=True)
class EmergencyScheme:
    """How one council covers a carer's emergency: so many hours free.

    ``or_more`` is whether the source says "at least" so many. ``assesses`` is whether it asks for
    an assessment, and ``parent_carers_free`` whether parent carers are never charged.
    """

    council: str
    free_hours: int
    source: Citation
    or_more: bool = False
    assesses: bool = False
    parent_carers_free: bool = False

    def __attrs_post_init__(self) -> None:
        require(
            key("council", self.council),
            whole("free_hours", self.free_hours),
            is_a("source", self.source, Citation),
        )


def _says(council: str, url: str, standing: Standing = Standing.RECORD) -> Citation:
    return Citation(f"{council}: what its pages say", standing=standing, url=url)


EMERGENCY_SCHEMES: Final = (
    EmergencyScheme(
        council="Cornwall",
        free_hours=24,
        source=_says("Cornwall", "https://cornwallcarers.org.uk/emergency-carers-card"),
    ),
    EmergencyScheme(
        council="Brighton & Hove",
        free_hours=48,
        source=_says(
            "Brighton & Hove",
            "https://www.brighton-hove.gov.uk/adult-social-care/care-and-support-adults/"
            "planning-emergencies-backup-scheme-carers",
        ),
        parent_carers_free=True,
    ),
    EmergencyScheme(
        council="Hounslow",
        free_hours=48,
        source=_says("Hounslow", "https://beta.hounslow.gov.uk/carers/emergency-help-carers"),
        or_more=True,
        assesses=True,
    ),
    EmergencyScheme(
        council="Sutton",
        free_hours=72,
        source=_says("Sutton", "https://www.sutton.gov.uk/w/emergency-support-for-carers"),
    ),
    EmergencyScheme(
        council="West Cumbria",
        free_hours=72,
        source=_says(
            "West Cumbria", "https://www.carersupportwestcumbria.co.uk/emergency-card-faqs"
        ),
    ),
)
"""Schemes as their pages put them. None of them is for an absence that was planned."""


@final
@attrs.frozen(kw_only=True)
class EmergencyCover:
    """Cover that was given in an emergency: how long, and what the schemes ask about.

    ``person_assessed`` is whether the person cared for has been assessed.
    """

    reference: str
    hours: int = attrs.field(repr=False)
    planned: bool | None = attrs.field(default=None, repr=False)
    person_assessed: bool | None = attrs.field(default=None, repr=False)
    parent_carer: bool | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        facts = ("planned", "person_assessed", "parent_carer")
        require(
            key("reference", self.reference),
            whole("hours", self.hours),
            *(fact(field, getattr(self, field)) for field in facts),
        )


@final
class HoursCharged(NamedTuple):
    """The fewest and the most hours that may be charged: two numbers where the scheme leaves it."""

    least: int
    most: int


def chargeable_hours(cover: EmergencyCover, scheme: EmergencyScheme) -> HoursCharged:
    """Return how many hours come after the free ones: the person cared for may be charged for them.

    Where it is not recorded that somebody is a parent carer, and it counts, the hours are a range.
    """
    over = max(0, cover.hours - scheme.free_hours)
    never = scheme.parent_carers_free and cover.parent_carer is True
    unsure = scheme.or_more or (scheme.parent_carers_free and cover.parent_carer is None)
    return HoursCharged(0 if unsure or never else over, 0 if never else over)


def check_emergency(cover: EmergencyCover, scheme: EmergencyScheme) -> Verdict:
    """Say whether a scheme covers what was given: an emergency, after what it asks for first."""
    planned = cover.planned
    facts = [
        _Fact(
            "emergency.unplanned",
            "The absence was not planned",
            "planned",
            None if planned is None else not planned,
        )
    ]
    if scheme.assesses:
        facts.append(
            _Fact(
                "emergency.assessed",
                "The person cared for is assessed",
                "person_assessed",
                cover.person_assessed,
            )
        )
    return Verdict.all_of(
        [fact.finding(cover.reference, scheme.source) for fact in facts],
        title=f"Emergency cover, {scheme.council}",
        subject=cover.reference,
    )


class _Fact(NamedTuple):
    """What a scheme asks about: yes, no or not recorded."""

    rule: str
    title: str
    field: str
    holds: bool | None

    def finding(self, subject: str, source: Citation) -> Finding:
        """Give the finding, with the fact that is missing."""
        lacks = (Missing(self.field, self.title),) if self.holds is None else ()
        about = (self.rule, self.title, _RESULT[self.holds], Aspect.PRECONDITION, subject, source)
        return Finding(*about, missing=lacks, private=True)


@final
class Feature(enum.StrEnum):
    """What a payment would be for, or how, in the words that schemes refuse it by."""

    ALREADY_BOUGHT = "something already bought"
    UTILITIES = "utilities"
    HOUSEHOLD_BILLS = "household bills"
    ALCOHOL = "alcohol"
    GAMBLING = "gambling"
    SMOKING = "smoking"
    ILLEGAL = "anything illegal"


def _features(given: Iterable[Feature] | None) -> frozenset[Feature] | None:
    return None if given is None else frozenset(given)


def _refused(given: Iterable[Feature]) -> frozenset[Feature]:
    return frozenset(given)


@final
@attrs.frozen(kw_only=True)
class PaymentScheme:
    """What one council says of its one-off payments. What it does not say is not limited.

    ``below_threshold`` is whether the payment is for carers below the threshold of eligibility;
    ``evidence`` whether the council asks for evidence of what was spent; ``months`` is how long the
    sum is for.
    """

    council: str
    source: Citation
    at_most: Money | None = None
    refuses: frozenset[Feature] = attrs.field(default=(), converter=_refused)
    below_threshold: bool = False
    evidence: bool = False
    months: int | None = None

    def __attrs_post_init__(self) -> None:
        known = all(isinstance(each, Feature) for each in self.refuses)
        require(
            key("council", self.council),
            is_a("source", self.source, Citation),
            is_a("at_most", self.at_most, Money, missing=True),
            None if known else InvalidValueError("refuses", self.refuses, "Features"),
            whole("months", self.months, least=1, missing=True),
        )


PAYMENT_SCHEMES: Final = (
    PaymentScheme(
        council="Nottinghamshire",
        source=_says(
            "Nottinghamshire",
            "https://www.nottinghamshire.gov.uk/care/adult-social-care/carers/"
            "personal-budgets-for-carers",
        ),
        at_most=Money.pounds("200.00"),
    ),
    PaymentScheme(
        council="Tower Hamlets",
        source=_says(
            "Tower Hamlets",
            "https://www.towerhamletsconnect.org/information-and-advice/caring-for-someone/"
            "supporting-carers/personal-budgets-and-direct-payments/",
        ),
        at_most=Money.pounds("250.00"),
        below_threshold=True,
    ),
    PaymentScheme(
        council="Hammersmith & Fulham",
        source=_says(
            "Hammersmith & Fulham",
            "https://lbhf.gov.uk/living-independently/care-and-support/caring-someone/"
            "financial-support-carers",
        ),
        refuses=[Feature.ALCOHOL, Feature.GAMBLING, Feature.SMOKING, Feature.ILLEGAL],
        evidence=True,
        months=12,
    ),
    PaymentScheme(
        council="East Sussex",
        source=_says(
            "East Sussex", "https://www.eastsussex.gov.uk/socialcare/carers/personal-budget/"
        ),
        refuses=[Feature.ALREADY_BOUGHT, Feature.UTILITIES, Feature.HOUSEHOLD_BILLS],
    ),
)
"""Schemes as their pages put them."""


@final
@attrs.frozen(kw_only=True)
class OneOffPayment:
    """A payment that a carer asks for. ``features`` is None where nobody has said what it is for.

    ``below_threshold`` is whether the carer's needs were found not to be eligible.
    """

    reference: str
    amount: Money | None = attrs.field(default=None, repr=False)
    features: frozenset[Feature] | None = attrs.field(default=None, converter=_features, repr=False)
    below_threshold: bool | None = attrs.field(default=None, repr=False)
    evidence: bool | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        known = self.features is None or all(isinstance(each, Feature) for each in self.features)
        require(
            key("reference", self.reference),
            is_a("amount", self.amount, Money, missing=True, secret=True),
            None if known else InvalidValueError("features", WITHHELD, "Features, or None"),
            fact("below_threshold", self.below_threshold),
            fact("evidence", self.evidence),
        )


def check_payment(payment: OneOffPayment, scheme: PaymentScheme) -> Verdict:
    """Say whether a one-off payment is within one council's scheme, as its pages put it."""
    parts: list[Part] = []
    if scheme.refuses:
        parts.append(_use(payment, scheme))
    if scheme.at_most is not None:
        parts.append(_amount(payment, scheme, scheme.at_most))
    asked = (
        (scheme.below_threshold, "below_threshold", "Below the threshold of eligibility"),
        (scheme.evidence, "evidence", "There is evidence of what was spent"),
    )
    parts += [
        _Fact(f"payment.{field}", title, field, getattr(payment, field)).finding(
            payment.reference, scheme.source
        )
        for applies, field, title in asked
        if applies
    ]
    title = f"One-off payment, {scheme.council}"
    return Verdict.all_of(parts, title=title, subject=payment.reference)


def _use(payment: OneOffPayment, scheme: PaymentScheme) -> Finding:
    given = payment.features
    result = _RESULT[None if given is None else not given & scheme.refuses]
    return Finding(
        "payment.use",
        "It is for something that the council pays for",
        result,
        Aspect.SCOPE,
        payment.reference,
        scheme.source,
        None if given is None else tuple(sorted(given)),
        "none of",
        tuple(sorted(scheme.refuses)),
        (Missing("features", "what the payment is for"),) if given is None else (),
        private=True,
    )


def _amount(payment: OneOffPayment, scheme: PaymentScheme, most: Money) -> Finding:
    amount = payment.amount
    met = None if amount is None else amount <= most
    remedy = None
    if amount is not None and amount > most:
        remedy = Remedy("amount", most, "reduce by", amount - most)
    return Finding(
        "payment.amount",
        "It is no more than the council pays",
        _RESULT[met],
        Aspect.AMOUNT,
        payment.reference,
        scheme.source,
        amount,
        "at most",
        most,
        (Missing("amount", "how much is asked for"),) if amount is None else (),
        remedy,
        private=True,
    )
