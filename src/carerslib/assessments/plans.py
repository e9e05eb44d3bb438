"""The support plan of a carer: what it must contain, its personal budget, and its review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.assessments._checks import answers, check_answers, check_key
from carerslib.assessments._lists import advocate, circumstances
from carerslib.assessments.checklists import Checklist, Item
from carerslib.citations import Citation, Standing
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.law.care_act_2014 import CARE_ACT_2014
from carerslib.money import Money
from carerslib.periods import Term, check_day, deadline_after
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis

__all__ = [
    "PLAN_CONTENTS",
    "REVIEW_STEPS",
    "PersonalBudget",
    "SupportPlan",
    "check_plan",
    "review_plan",
]

_ACT: Final = CARE_ACT_2014
_YEARLY: Final = Citation(
    "Care and support statutory guidance",
    "chapter 13",
    standing=Standing.SECONDARY,
    note="an expectation of the guidance, known at second hand; the Act fixes no interval",
)
_A_YEAR: Final = Term(years=1)

PLAN_CONTENTS: Final = Checklist(
    "What a carer's support plan must contain",
    (
        Item("needs", "the needs identified by the assessment", _ACT.at("section 25(1)(a)")),
        Item("eligibility", "whether and how far they are eligible", _ACT.at("section 25(1)(b)")),
        Item("to_be_met", "the needs to be met, and how", _ACT.at("section 25(1)(c)")),
        Item("relevance", "what support could be relevant to", _ACT.at("section 25(1)(d)")),
        Item("budget", "the personal budget", _ACT.at("section 25(1)(e)")),
        Item("advice", "advice on meeting and preventing needs", _ACT.at("section 25(1)(f)")),
        Item(
            "paid_needs",
            "the needs met by direct payments",
            _ACT.at("section 25(2)(a)"),
            ("direct_payments",),
        ),
        Item(
            "payments",
            "amount and frequency of direct payments",
            _ACT.at("section 25(2)(b)"),
            ("direct_payments",),
        ),
        Item("carer_involved", "the carer involved", _ACT.at("section 25(4)(a)")),
        Item(
            "adult_involved",
            "the adult needing care involved",
            _ACT.at("section 25(4)(b)"),
            ("adult_asked_for",),
        ),
        Item(
            "others_involved", "others involved", _ACT.at("section 25(4)(c)"), ("others_asked_for",)
        ),
        Item("agreement_sought", "all reasonable steps taken to agree", _ACT.at("section 25(5)")),
        Item("proportionate", "regard had to being proportionate", _ACT.at("section 25(6)")),
        Item("copy_given", "a copy given to the carer", _ACT.at("section 25(10)(a)")),
        Item(
            "copies_given",
            "copies given to the adult or others",
            _ACT.at("section 25(10)(b) and (c)"),
            ("copies_asked_for",),
        ),
        Item(
            "agreed_to_combine",
            "combined with another person's plan only as all agree",
            _ACT.at("section 25(11) and (12)"),
            ("combined",),
        ),
        *advocate("d"),
    ),
    (
        ("direct_payments", "whether any needs are to be met by direct payments"),
        ("adult_asked_for", "whether the carer asked for the adult to be involved"),
        ("others_asked_for", "whether the carer asked for anybody else to be involved"),
        ("copies_asked_for", "whether the carer asked for copies for the adult or others"),
        ("combined", "whether it is combined with another person's plan"),
        *circumstances("substantial_difficulty", "appropriate_person", "advocate_all_the_same"),
    ),
)
"""Section 25 for a carer: what the plan states, and who is involved in it."""

REVIEW_STEPS: Final = Checklist(
    "What the review of a carer's support plan requires",
    (
        Item("kept_under_review", "kept under review generally", _ACT.at("section 27(1)(a)")),
        Item(
            "reviewed",
            "reviewed on the request",
            _ACT.at("section 27(1)(b)"),
            ("reasonable_request",),
        ),
        Item(
            "reassessed",
            "reassessed as far as appropriate",
            _ACT.at("section 27(4)(a)"),
            ("circumstances_changed",),
        ),
        Item(
            "revised",
            "the plan revised accordingly",
            _ACT.at("section 27(4)(b)"),
            ("circumstances_changed",),
        ),
        Item(
            "regard_had",
            "regard had to what the assessment looked at",
            _ACT.at("section 27(3)(a)"),
            ("revising",),
        ),
        Item("carer_involved", "the carer involved", _ACT.at("section 27(3)(b)(i)"), ("revising",)),
        Item(
            "adult_involved",
            "the adult needing care involved",
            _ACT.at("section 27(3)(b)(ii)"),
            ("revising", "adult_asked_for"),
        ),
        Item(
            "others_involved",
            "others involved",
            _ACT.at("section 27(3)(b)(iii)"),
            ("revising", "others_asked_for"),
        ),
        Item(
            "agreement_sought",
            "all reasonable steps taken to agree",
            _ACT.at("section 27(5)"),
            ("circumstances_changed", "changing_how_met"),
        ),
        *advocate("f", "revising"),
    ),
    (
        ("reasonable_request", "whether a review was reasonably requested"),
        ("circumstances_changed", "whether circumstances changed in a way that affects the plan"),
        ("revising", "whether it is being decided to revise the plan, or how"),
        ("adult_asked_for", "whether the carer asked for the adult to be involved"),
        ("others_asked_for", "whether the carer asked for anybody else to be involved"),
        ("changing_how_met", "whether the authority proposes to change how it meets the needs"),
        *circumstances("substantial_difficulty", "appropriate_person", "advocate_all_the_same"),
    ),
)
"""Section 27 for a carer's support plan."""


@final
@attrs.frozen
class PersonalBudget:
    """What meeting the needs costs the authority, and who pays what of it, for the same time."""

    cost: Money | None = attrs.field(default=None, repr=False)
    person_pays: Money | None = attrs.field(default=None, repr=False)
    authority_pays: Money | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        require(
            *(
                InvalidValueError(field, WITHHELD, "Money, or None")
                for field in _AMOUNTS
                if not isinstance(getattr(self, field), Money | None)
            )
        )

    def findings(self, subject: str) -> tuple[Finding, ...]:
        """Say which of the three amounts are stated, and, as advice, whether they add up."""
        stated = tuple(_amount(self, subject, *row) for row in _AMOUNTS.items())
        cost, person, authority = self.cost, self.person_pays, self.authority_pays
        adds_up: bool | None = None
        if cost is not None and person is not None and authority is not None:
            adds_up = person + authority == cost
        return (*stated, _adds_up(subject, adds_up=adds_up))


_AMOUNTS: Final = {
    "cost": ("the cost of meeting the needs", "section 26(1)(a)"),
    "person_pays": ("the amount that the carer must pay", "section 26(1)(b)"),
    "authority_pays": ("the amount that the authority must pay", "section 26(1)(c)"),
}


def _amount(budget: PersonalBudget, subject: str, field: str, words: tuple[str, str]) -> Finding:
    amount: Money | None = getattr(budget, field)
    title, place = words
    nothing_left = budget.cost is not None and budget.cost == budget.person_pays
    if amount is not None:
        result = Result.MET
    elif field == "authority_pays" and nothing_left:
        result = Result.NOT_APPLICABLE
    else:
        result = Result.UNDETERMINED
    return Finding(
        f"budget.{field}",
        f"The personal budget states {title}",
        result,
        Aspect.AMOUNT,
        subject,
        _ACT.at(place),
        amount,
        "must be",
        "stated",
        (Missing(f"budget.{field}", title),) if result is Result.UNDETERMINED else (),
        private=True,
    )


def _adds_up(subject: str, *, adds_up: bool | None) -> Finding:
    results = {True: Result.MET, False: Result.NOT_MET, None: Result.NOT_APPLICABLE}
    return Finding(
        "budget.adds_up",
        "What the carer and the authority pay makes up the cost",
        results[adds_up],
        Aspect.AMOUNT,
        subject,
        Citation.convention("How the library counts", "personal budgets"),
        binding=False,
        private=True,
    )


@final
@attrs.frozen
class SupportPlan:
    """A carer's support plan. ``stated`` answers the keys of :data:`.PLAN_CONTENTS`.

    ``reviewed_on`` is the day of the last review, or None where there was none.
    """

    reference: str
    assessment: str
    on: date
    stated: tuple[tuple[str, bool], ...] = attrs.field(
        default=(), kw_only=True, converter=answers, repr=False
    )
    budget: PersonalBudget = attrs.field(default=PersonalBudget(), kw_only=True)
    reviewed_on: date | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        budget = isinstance(self.budget, PersonalBudget)
        reviewed = self.reviewed_on
        require(
            check_key("reference", self.reference),
            check_key("assessment", self.assessment),
            check_day("on", self.on),
            *check_answers("stated", self.stated, PLAN_CONTENTS.keys),
            None if budget else InvalidValueError("budget", WITHHELD, "a PersonalBudget"),
            None if reviewed is None else check_day("reviewed_on", reviewed),
        )


def check_plan(plan: SupportPlan, *, basis: Basis | None = None) -> Verdict:
    """Say whether a support plan contains what section 25 requires, and its budget section 26.

    Raises :class:`.NotInForceError` for a plan made before 1 April 2015.
    """
    subject = plan.reference
    contents = PLAN_CONTENTS.on(plan.on).check(dict(plan.stated), field="stated", subject=subject)
    budget = plan.budget.findings(subject)
    parts: list[Part] = [contents, *budget]
    return Verdict.all_of(parts, title="A carer's support plan", subject=subject, basis=basis)


def review_plan(
    plan: SupportPlan, done: Mapping[str, bool], *, on: date, basis: Basis | None = None
) -> Verdict:
    """Say whether the review of a plan is as section 27 requires, on a day.

    ``done`` answers the keys of :data:`.REVIEW_STEPS`. That a plan is looked at once a year is
    advice, and decides nothing: the Act fixes no interval. Raises :class:`.NotInForceError` for a
    plan made before 1 April 2015.
    """
    require(check_day("on", on))
    subject = plan.reference
    steps = REVIEW_STEPS.on(plan.on).check(done, field="done", subject=subject)
    since = plan.reviewed_on or plan.on
    until = deadline_after(since, _A_YEAR)
    yearly = Finding(
        "plan.yearly",
        "Looked at within twelve months",
        Result.MET if on <= until else Result.NOT_MET,
        Aspect.DATES,
        subject,
        _YEARLY,
        on,
        "at the latest",
        until,
        binding=False,
    )
    return Verdict.all_of([steps, yearly], title=steps.title, subject=subject, basis=basis)
