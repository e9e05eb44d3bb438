"""Support as it is given: whose need, to whom, for whose benefit, and who may be charged.

These are four questions with four answers. A break may be delivered to the person cared for, meet
the carer's need, benefit both, and be charged, if at all, to the person who receives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.law.adult_social_care_data import SALT_GUIDANCE
from carerslib.law.care_act_2014 import CARE_ACT_2014, IN_FORCE
from carerslib.law.charging_regulations_2014 import REGULATION_5
from carerslib.money import ZERO, Money
from carerslib.periods import check_day
from carerslib.rules import Rule, RuleSet
from carerslib.services._checks import fact, is_a, key
from carerslib.services.offers import Landing, Party
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = ["RULES", "Support", "check", "check_beneficiary", "landing_of"]

_WHO_IS_CHARGED: Final = "support.who_is_charged"
_AGREEMENT: Final = "support.agreement"
_NO_MORE_THAN_COST: Final = "support.no_more_than_cost"
_PREVENTIVE_CHARGE: Final = "support.preventive_charge"
_ARRANGING_FEE: Final = "support.arranging_fee"
_ARRANGING_COST: Final = "support.arranging_cost"
_ANOTHER_WAY: Final = "another way of meeting the carer's need has to be looked for"
_CHARGE_THE_ADULT: Final = CARE_ACT_2014.at("section 14(3)")
_SECTION_2_5: Final = CARE_ACT_2014.at("section 2(5)")
_CARER: Final = Party.CARER
_ADULT: Final = Party.CARED_FOR


@final
@attrs.frozen(kw_only=True)
class Support:
    """Support as it is given or planned: whose need, to whom, for whose benefit, charged to whom.

    What is delivered to both counts as care to the adult; where the carer's part of it is charged
    to the carer, record the two parts as two.

    ``need_owner`` and ``delivered_to`` are somebody, or both. ``adult_agrees`` is the agreement of
    the person cared for, or a best-interests decision where that person lacks capacity. ``charge``
    and ``cost`` are for the same time; ``charge`` leaves out any fee for arranging the care
    (section 14(1)(b)), which is ``arranging_fee``. ``on_request`` is whether the needs are met
    because somebody above the financial limit asked for it (conditions 2 and 4 of section 20).
    ``preventive`` is whether it is provided under section 2 to prevent, delay or reduce needs, and
    not to meet needs that were assessed: a charge for it is then section 2's. Nothing that is None
    is assumed.
    """

    reference: str
    need_owner: Party
    delivered_to: Party
    benefits_most: Party | None = None
    charged_to: Party | None = None
    adult_agrees: bool | None = attrs.field(default=None, repr=False)
    charge: Money | None = attrs.field(default=None, repr=False)
    cost: Money | None = attrs.field(default=None, repr=False)
    arranging_fee: Money | None = attrs.field(default=None, repr=False)
    arranging_cost: Money | None = attrs.field(default=None, repr=False)
    on_request: bool | None = attrs.field(default=None, repr=False)
    preventive: bool | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        parties = ("need_owner", "delivered_to", "benefits_most", "charged_to")
        required = ("need_owner", "delivered_to")
        require(
            key("reference", self.reference),
            *(
                is_a(field, getattr(self, field), Party, missing=field not in required)
                for field in parties
            ),
            *(
                InvalidValueError(field, Party.NOBODY, "the carer, the person cared for, or both")
                for field in required
                if getattr(self, field) is Party.NOBODY
            ),
            *(
                InvalidValueError(field, WITHHELD, "Money, or None")
                for field in ("charge", "cost", "arranging_fee", "arranging_cost")
                if not isinstance(getattr(self, field), Money | None)
            ),
            fact("adult_agrees", self.adult_agrees),
            fact("on_request", self.on_request),
            fact("preventive", self.preventive),
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
        note=_ANOTHER_WAY if result is Result.NOT_MET else "",
        private=True,
    )


def _covers(
    support: Support,
    rule: str,
    amounts: tuple[str, str],
    result: Result,
    about: tuple[str, Citation],
) -> Finding:
    """Hold an amount to the cost that it is for, where that is not settled already."""
    amount, cost = (getattr(support, field) for field in amounts)
    missing: tuple[Missing, ...] = ()
    remedy = None
    if result is Result.UNDETERMINED:
        lacking = [field for field in amounts if getattr(support, field) is None]
        missing = tuple(Missing(field, "an amount for the same time") for field in lacking)
        if not lacking:
            result = Result.MET if amount <= cost else Result.NOT_MET
    if result is Result.NOT_MET:
        remedy = Remedy(amounts[0], cost, "reduce by", amount - cost)
    return Finding(
        rule,
        about[0],
        result,
        Aspect.AMOUNT,
        support.reference,
        about[1],
        amount,
        "at most",
        cost,
        missing,
        remedy,
    )


def _charged(support: Support) -> Result:
    """Say whether there is a charge to hold to its cost, or may be."""
    charged = support.charged_to
    none = charged is Party.NOBODY or (support.charge is None and charged is None)
    return Result.NOT_APPLICABLE if none else Result.UNDETERMINED


def _preventive_charge(support: Support, _basis: Basis) -> Iterable[Part]:
    """Hold a charge for what prevents needs to what it costs to provide."""
    result = _charged(support) if support.preventive else Result.NOT_APPLICABLE
    about = ("A charge for preventing needs covers no more than the cost", _SECTION_2_5)
    yield _covers(support, _PREVENTIVE_CHARGE, ("charge", "cost"), result, about)


def _no_more_than_cost(support: Support, _basis: Basis) -> Iterable[Part]:
    """Hold a charge to the cost that the authority incurs."""
    result = Result.NOT_APPLICABLE if support.preventive else _charged(support)
    about = ("A charge covers no more than the cost incurred", CARE_ACT_2014.at("section 14(4)"))
    yield _covers(support, _NO_MORE_THAN_COST, ("charge", "cost"), result, about)


def _has_fee(support: Support) -> bool:
    return support.arranging_fee is not None and support.arranging_fee != ZERO


def _arranging_fee(support: Support, _basis: Basis) -> Iterable[Part]:
    """Allow a fee for arranging only where somebody above the limit asked for it."""
    asked = support.on_request
    result = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}[asked]
    if not _has_fee(support):
        result = Result.NOT_APPLICABLE
    lacks = Missing("on_request", "whether somebody above the financial limit asked for it")
    yield Finding(
        _ARRANGING_FEE,
        "A fee for arranging is for those above the limit who asked",
        result,
        Aspect.PRECONDITION,
        support.reference,
        CARE_ACT_2014.at("section 14(1)(b)"),
        None if asked is None else "yes" if asked else "no",
        "must be",
        "yes",
        (lacks,) if result is Result.UNDETERMINED else (),
        private=True,
    )


def _arranging_cost(support: Support, _basis: Basis) -> Iterable[Part]:
    """Hold a fee for arranging to what arranging costs."""
    result = Result.UNDETERMINED if _has_fee(support) else Result.NOT_APPLICABLE
    about = ("A fee for arranging covers no more than arranging costs", REGULATION_5)
    yield _covers(support, _ARRANGING_COST, ("arranging_fee", "arranging_cost"), result, about)


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
        Rule(
            _PREVENTIVE_CHARGE,
            "A charge for preventing needs covers no more than the cost",
            _SECTION_2_5,
            IN_FORCE,
            _preventive_charge,
        ),
        Rule(
            _ARRANGING_FEE,
            "A fee for arranging is for those above the limit who asked",
            CARE_ACT_2014.at("section 14(1)(b)"),
            IN_FORCE,
            _arranging_fee,
        ),
        Rule(
            _ARRANGING_COST,
            "A fee for arranging covers no more than arranging costs",
            REGULATION_5,
            IN_FORCE,
            _arranging_cost,
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


def check_beneficiary(support: Support) -> Finding:
    """Say whether it is recorded who benefits most, where support helps both.

    The guidance on SALT has the council judge that. It does not bind anybody else, so the finding
    only advises.
    """
    benefits = support.benefits_most
    judged = benefits in (_CARER, _ADULT)
    if support.delivered_to is not Party.BOTH and not support.meets_carer_through_adult:
        result = Result.NOT_APPLICABLE
    elif benefits is None:
        result = Result.UNDETERMINED
    else:
        result = Result.MET if judged else Result.NOT_MET
    lacks = Missing("benefits_most", "who benefits most: the carer, or the person cared for")
    return Finding(
        "support.benefits_most",
        "It is judged who benefits most",
        result,
        Aspect.DETERMINATION,
        support.reference,
        SALT_GUIDANCE,
        None if benefits is None else str(benefits),
        "one of",
        (str(_CARER), str(_ADULT)),
        (lacks,) if result is Result.UNDETERMINED else (),
        binding=False,
    )


def landing_of(support: Support) -> Landing | None:
    """Give where the national collection puts support: with the carer, or under no direct support.

    What is delivered to both goes by who benefits most; None where that is not judged.
    """
    goes_by = support.delivered_to
    if goes_by is Party.BOTH and support.benefits_most is not None:
        goes_by = support.benefits_most
    return {_CARER: Landing.DIRECT_TO_CARER, _ADULT: Landing.INVOLVING_CARED_FOR}.get(goes_by)
