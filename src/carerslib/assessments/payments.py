"""Direct payments: when they must be made, on what conditions, whom they may pay, and their review.

The adult is whoever's needs are met: an adult who needs care, or a carer who needs support. What
the payments are for stands in the plan; see :data:`.PLAN_CONTENTS`.
"""

from __future__ import annotations

import enum
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.assessments._checks import check_fact, check_key
from carerslib.assessments._payments import GOES_ON, MADE, REVIEWED, SUBJECT_TO
from carerslib.carers._checks import one_of
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.law.direct_payments_regulations_2014 import (
    BETWEEN_REVIEWS,
    DIRECT_PAYMENTS_REGULATIONS,
    FIRST_REVIEW,
    Payee,
)
from carerslib.periods import DateRange, check_day, deadline_after
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.assessments.checklists import Checklist
    from carerslib.basis import Basis

__all__ = [
    "DIRECT_PAYMENTS",
    "PAYMENTS_GO_ON",
    "PAYMENT_CONDITIONS",
    "PAYMENT_REVIEWS",
    "DirectPayment",
    "Requester",
    "direct_payment",
    "may_pay",
    "payment_conditions",
    "payment_goes_on",
    "review_payment",
]


@final
class Requester(enum.Enum):
    """Who asks for direct payments, which decides what section they are made under."""

    ADULT = "the adult, who has capacity to ask (section 31)"
    AUTHORISED_PERSON = "an authorised person, for an adult who lacks capacity (section 32)"

    def __str__(self) -> str:
        return self.value


_RESULT: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}
_PAYEE: Final = Missing("payee", "what the person paid is to the adult whose needs are met")
_HOUSEHOLD: Final = Missing("in_household", "whether that person lives in the same household")
_NECESSARY: Final = Missing("necessary", "whether the authority considers it necessary")

DIRECT_PAYMENTS: Final = dict(zip(Requester, MADE, strict=True))
"""The conditions of sections 31 and 32. All met, the payments must be made."""

PAYMENTS_GO_ON: Final = dict(zip(Requester, GOES_ON, strict=True))
"""What must go on to hold. Where one no longer does, the payments must be ended: section 33(4)."""

PAYMENT_CONDITIONS: Final = dict(zip(Requester, SUBJECT_TO, strict=True))
"""What payments are made subject to, and what the authority may not make them subject to.

Where one of the conditions is breached, the authority may end the payments, and may require
repayment: section 33(5).
"""

PAYMENT_REVIEWS: Final = dict(zip(Requester, REVIEWED, strict=True))
"""What calls for a review besides the time that has passed, and who is involved in it."""


def _days(given: Iterable[date]) -> tuple[date, ...]:
    return tuple(given)


@final
@attrs.frozen(kw_only=True)
class DirectPayment:
    """Direct payments to one adult, or to an authorised person on the adult's behalf.

    ``made_on`` is the day of the first payment, ``reviewed_on`` the days of the reviews in any
    order.
    """

    reference: str
    by: Requester = attrs.field(default=Requester.ADULT, repr=False)
    made_on: date = attrs.field(repr=False)
    reviewed_on: tuple[date, ...] = attrs.field(default=(), converter=_days)

    def __attrs_post_init__(self) -> None:
        by = isinstance(self.by, Requester)
        require(
            check_key("reference", self.reference),
            None if by else InvalidValueError("by", WITHHELD, one_of(Requester)),
            None
            if check_day("made_on", self.made_on) is None
            else InvalidValueError("made_on", WITHHELD, "a date without a time"),
            *(check_day("reviewed_on", day) for day in self.reviewed_on),
        )


def _check(
    lists: Mapping[Requester, Checklist],
    reference: str,
    facts: Mapping[str, bool],
    by: Requester,
    basis: Basis | None,
) -> Verdict:
    known = isinstance(by, Requester)
    require(
        check_key("reference", reference),
        None if known else InvalidValueError("by", WITHHELD, one_of(Requester)),
    )
    return lists[by].check(facts, field="facts", subject=reference, basis=basis)


def direct_payment(
    reference: str,
    facts: Mapping[str, bool],
    *,
    by: Requester = Requester.ADULT,
    basis: Basis | None = None,
) -> Verdict:
    """Say whether the authority must make the direct payments that somebody asks for.

    ``facts`` answers the keys of :data:`.DIRECT_PAYMENTS` for whoever asks.
    """
    return _check(DIRECT_PAYMENTS, reference, facts, by, basis)


def payment_goes_on(
    reference: str,
    facts: Mapping[str, bool],
    *,
    by: Requester = Requester.ADULT,
    basis: Basis | None = None,
) -> Verdict:
    """Say whether direct payments may go on; not met means that the authority must end them.

    ``facts`` answers the keys of :data:`.PAYMENTS_GO_ON` for whoever asked for the payments.
    """
    return _check(PAYMENTS_GO_ON, reference, facts, by, basis)


def payment_conditions(
    reference: str,
    facts: Mapping[str, bool],
    *,
    by: Requester = Requester.ADULT,
    basis: Basis | None = None,
) -> Verdict:
    """Say whether direct payments are subject to what they must be, and to nothing they may not be.

    ``facts`` answers the keys of :data:`.PAYMENT_CONDITIONS` for whoever asked for the payments.
    """
    return _check(PAYMENT_CONDITIONS, reference, facts, by, basis)


def may_pay(
    reference: str,
    payee: Payee | None,
    *,
    in_household: bool | None = None,
    necessary: bool | None = None,
    basis: Basis | None = None,
) -> Verdict:
    """Say whether direct payments may pay somebody, for the care or for help with managing them.

    Close family are paid only where the authority considers it ``necessary``: partners wherever
    they live, other relatives where they live ``in_household`` with the adult. None is not
    recorded.
    """
    require(
        check_key("reference", reference),
        None
        if payee is None or isinstance(payee, Payee)
        else InvalidValueError("payee", WITHHELD, f"{one_of(Payee)} or None"),
        check_fact("in_household", in_household),
        check_fact("necessary", necessary),
    )
    parts = (
        _not_listed(reference, payee, in_household=in_household),
        Finding(
            "payments.necessary",
            "Paying one of the close family is necessary, as the authority sees it",
            _RESULT[necessary],
            Aspect.PRECONDITION,
            reference,
            DIRECT_PAYMENTS_REGULATIONS.at("regulation 3(2)"),
            missing=(_NECESSARY,) if necessary is None else (),
            private=True,
        ),
    )
    return Verdict.any_of(
        parts, title="Direct payments may pay this person", subject=reference, basis=basis
    )


def _not_listed(reference: str, payee: Payee | None, *, in_household: bool | None) -> Finding:
    """Give the finding on who somebody is: not one of the close family, or not recorded."""
    missing: tuple[Missing, ...] = ()
    listed: bool | None
    if payee is None:
        # whoever it is, partners are listed wherever they live
        listed = None
        missing = (_PAYEE, _HOUSEHOLD) if in_household is None else (_PAYEE,)
    elif payee.in_household:
        listed = in_household
        missing = (_HOUSEHOLD,) if listed is None else ()
    else:
        listed = payee is not Payee.NOT_LISTED
    return Finding(
        "payments.not_close_family",
        "Not one of the close family whom the regulations list",
        _RESULT[None if listed is None else not listed],
        Aspect.HOLDER,
        reference,
        (payee or Payee.NOT_LISTED).citation,
        missing=missing,
        private=True,
    )


def review_payment(
    payment: DirectPayment, done: Mapping[str, bool], *, on: date, basis: Basis | None = None
) -> Verdict:
    """Say whether direct payments have been reviewed as regulation 7 requires, on a day.

    ``done`` answers the keys of :data:`.PAYMENT_REVIEWS` for whoever asked for the payments.
    Reviews before the first payment, and after the day asked for, do not count. Raises
    :class:`.NotInForceError` for payments made before 1 April 2015.
    """
    require(check_day("on", on))
    subject = payment.reference
    steps = PAYMENT_REVIEWS[payment.by].check(done, field="done", subject=subject)
    reviews = sorted(day for day in payment.reviewed_on if payment.made_on <= day <= on)
    dates = [_first_review(payment, reviews, on), _between_reviews(payment, reviews, on)]
    return Verdict.all_of([*dates, steps], title=steps.title, subject=subject, basis=basis)


def _first_review(payment: DirectPayment, reviews: list[date], on: date) -> Finding:
    term = FIRST_REVIEW.dated_on(payment.made_on)
    until = DateRange.starting(payment.made_on, term.value).last
    reviewed = reviews[0] if reviews else on
    return Finding(
        "payments.first_review",
        "Reviewed at least once in the first months",
        _RESULT[reviewed <= until],
        Aspect.DATES,
        payment.reference,
        term.citation,
        reviewed,
        "at the latest",
        until,
        note="" if reviews else "not reviewed yet",
        private=True,
    )


def _between_reviews(payment: DirectPayment, reviews: list[date], on: date) -> Finding:
    finding = Finding(
        "payments.between_reviews",
        "Reviewed again in time",
        Result.NOT_APPLICABLE,
        Aspect.DATES,
        payment.reference,
        BETWEEN_REVIEWS.dated_on(payment.made_on).citation,
        note="counted from the first review",
        private=True,
    )
    for earlier, later in pairwise([*reviews, on] if reviews else ()):
        until = deadline_after(earlier, BETWEEN_REVIEWS.on(earlier))
        finding = finding._replace(
            result=_RESULT[later <= until],
            measured=later,
            comparison="at the latest",
            permitted=until,
        )
        if later > until:
            break
    return finding
