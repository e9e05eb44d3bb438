"""When the money runs out: reports under ss.114 and 114A of the Local Government Finance Act 1988.

Four pure checks: whether spending stays within resources, whether what was found calls for a
report, whether the council considered a report in time, and whether a new agreement may be entered
into after one. They say what follows from the figures and days that are stated; whether something
is *likely* is the chief finance officer's judgement, and stays it.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.errors import InvalidValueError, require
from carerslib.law import lgfa_1988
from carerslib.money import ZERO, Money
from carerslib.periods import DateRange, FinancialYear, check_day, format_day
from carerslib.rules import RuleSet
from carerslib.verdicts import Aspect, Finding, Missing, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.citations import Citation

__all__ = [
    "REPORTS",
    "RULES",
    "Authorisation",
    "Ground",
    "NewAgreement",
    "Outlook",
    "Report",
    "ReportKind",
    "check_consideration",
    "check_new_agreement",
    "check_outlook",
]

_A_DAY: Final = timedelta(days=1)
_FRIDAY: Final = 4

RULES: Final[RuleSet[Outlook]] = RuleSet("carerslib.funds.solvency", "2026-11", ())
"""The name and edition that these checks rest on."""


class ReportKind(StrEnum):
    """What a report is about: there are three kinds, and "notice" is not the statutory word."""

    UNLAWFUL_BY_AUTHORITY = "unlawful spending, loss or entry of account of the authority"
    UNLAWFUL_BY_EXECUTIVE = "unlawful spending, loss or entry of account of the executive"
    BEYOND_RESOURCES = "spending likely to exceed resources"


REPORTS: Final[Mapping[ReportKind, Citation]] = {
    ReportKind.UNLAWFUL_BY_AUTHORITY: lgfa_1988.SECTION_114_2,
    ReportKind.UNLAWFUL_BY_EXECUTIVE: lgfa_1988.SECTION_114A_2,
    ReportKind.BEYOND_RESOURCES: lgfa_1988.SECTION_114_3,
}
"""The provision that each kind of report is made under."""


class Ground(StrEnum):
    """Why the chief finance officer may authorise an agreement after a report."""

    NOT_WORSE = "prevents the situation from getting worse"
    BETTER = "improves the situation"
    NOT_AGAIN = "prevents the situation from recurring"


def _key(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value:
        return None
    return InvalidValueError(field, value, "the caller's own key, not empty")


def _not_negative(field: str, value: Money | None) -> InvalidValueError | None:
    if value is None or (isinstance(value, Money) and value >= ZERO):
        return None
    return InvalidValueError(field, value, "Money of £0.00 or more, or None where it is not known")


@final
@attrs.frozen
class Outlook:
    """An authority's year as it looks on a day: resources, and spending incurred and proposed.

    ``resources`` include sums borrowed. None means that an amount is not stated.
    """

    reference: str
    year: FinancialYear
    resources: Money | None = None
    incurred: Money | None = None
    proposed: Money | None = None

    def __attrs_post_init__(self) -> None:
        require(
            _key("reference", self.reference),
            _not_negative("resources", self.resources),
            _not_negative("incurred", self.incurred),
            _not_negative("proposed", self.proposed),
        )


@final
@attrs.frozen
class Report:
    """A report that the chief finance officer has made.

    ``made_on`` is the day on which it was made, ``sent_on`` that on which copies were sent, the
    same where none is given. ``considered_on`` is the day on which the council concluded its
    consideration. Where that is None, ``considered`` is False if the council has not considered it,
    and None if the record does not say.
    """

    reference: str
    kind: ReportKind
    made_on: date
    sent_on: date = attrs.field()
    considered_on: date | None = None
    considered: bool | None = attrs.field()

    @sent_on.default
    def _sent_when_made(self) -> date:
        return self.made_on

    @considered.default
    def _considered_if_dated(self) -> bool | None:
        return True if self.considered_on is not None else None

    def __attrs_post_init__(self) -> None:
        day = self.considered_on
        expected = "False only where there is no day of consideration"
        require(
            _key("reference", self.reference),
            check_day("made_on", self.made_on),
            check_day("sent_on", self.sent_on),
            None if day is None else check_day("considered_on", day),
            InvalidValueError("considered", self.considered, expected)
            if day is not None and self.considered is not True
            else None,
        )

    @property
    def consider_by(self) -> date:
        """The last day on which the council considers it in time.

        Raises :class:`~carerslib.errors.NotInForceError` for a report on days not covered.
        """
        days = lgfa_1988.CONSIDER_WITHIN.on(self.sent_on)
        return self.sent_on + timedelta(days=days - 1)

    @property
    def prohibits(self) -> DateRange | None:
        """The days on which no new agreement that involves spending may be entered into.

        From the day on which it was made to the day after the council's consideration; without an
        end where no day of consideration is recorded. None for a report that prohibits none.
        """
        if self.kind is not ReportKind.BEYOND_RESOURCES:
            return None
        if self.considered_on is None:
            return DateRange.onwards(self.made_on)
        return DateRange(self.made_on, max(self.made_on, self.considered_on) + _A_DAY)

    def prohibits_on(self, day: date) -> bool | None:
        """Say whether a day is one of them; None where the record or the words leave it open.

        Open are the days after the first where the record does not say whether the council has
        considered it, and those between the day after its consideration and the next weekday: the
        notes on the Act speak of the day after, and the Act's own words were not read.
        """
        days = self.prohibits
        if days is None or day < days.first:
            return False
        if day <= (self.made_on if days.is_open else days.last):
            return True
        if days.is_open:
            return True if self.considered is False else None
        return None if day <= _next_weekday(days.last) else False


def _next_weekday(day: date) -> date:
    """Give the day itself from Monday to Friday, or the Monday after."""
    return day if day.weekday() <= _FRIDAY else day + timedelta(days=7 - day.weekday())


@final
@attrs.frozen
class Authorisation:
    """The chief finance officer's authority for one agreement.

    What is None is not stated. It counts if it is in writing, names a ground and explains why.
    """

    in_writing: bool | None = None
    ground: Ground | None = None
    explains_reasons: bool | None = None


@final
@attrs.frozen
class NewAgreement:
    """An agreement to be entered into on a day.

    ``involves_spending`` is whether it may involve spending at any time. ``authorised`` is False
    where the chief finance officer gave no authority, None where the record does not say.
    """

    reference: str
    on: date
    involves_spending: bool | None = None
    authorised: Authorisation | bool | None = None

    def __attrs_post_init__(self) -> None:
        bare = self.authorised is True
        expected = "an Authorisation, False where there is none, or None where that is not known"
        require(
            _key("reference", self.reference),
            check_day("on", self.on),
            InvalidValueError("authorised", self.authorised, expected) if bare else None,
        )


def check_outlook(outlook: Outlook) -> Verdict:
    """Say whether spending incurred and proposed stays within the year's resources.

    Not met is what s.114(3) asks the chief finance officer to report. Raises
    :class:`~carerslib.errors.NotInForceError` for a year that is not covered.
    """
    lgfa_1988.CONSIDER_WITHIN.on(outlook.year.first_day)
    return Verdict.all_of(
        [_within_resources(outlook)],
        title=f"Resources for {outlook.year}",
        subject=outlook.reference,
        basis=RULES.basis(),
    )


def _within_resources(outlook: Outlook) -> Finding:
    resources, incurred, proposed = outlook.resources, outlook.incurred, outlook.proposed
    missing = tuple(
        Missing(f"outlook.{field}", expected)
        for field, value, expected in (
            ("resources", resources, "resources for the year, sums borrowed included"),
            ("incurred", incurred, "spending incurred in the year"),
            ("proposed", proposed, "spending proposed for the year"),
        )
        if value is None
    )
    spending = (incurred or ZERO) + (proposed or ZERO)
    remedy = None
    if resources is not None and spending > resources:
        # what is not stated could only make it worse
        result, missing = Result.NOT_MET, ()
        over = spending - resources
        if proposed is not None and over <= proposed:
            remedy = Remedy("proposed", proposed - over, "reduce by", over)
    else:
        result = Result.UNDETERMINED if missing else Result.MET
    return Finding(
        "funds.s114.resources",
        "Spending within resources",
        result,
        Aspect.AMOUNT,
        outlook.reference,
        lgfa_1988.SECTION_114_3,
        None if incurred is None and proposed is None else spending,
        "at most",
        resources,
        missing,
        remedy,
    )


def check_consideration(report: Report, *, on: date) -> Verdict:
    """Say whether the council considered a report in time, as it stands on a day.

    Undetermined while there is still time, and where the record does not say.
    """
    require(check_day("on", on))
    considered, last = report.considered_on, report.consider_by
    missing: tuple[Missing, ...] = ()
    if considered is not None:
        result = Result.MET if considered <= last else Result.NOT_MET
    elif report.considered is False and on > last:
        result = Result.NOT_MET
    else:
        result = Result.UNDETERMINED
        missing = (Missing("report.considered_on", "when the council considered it"),)
    finding = Finding(
        "funds.s115.consideration",
        "Considered in time",
        result,
        Aspect.DATES,
        report.reference,
        lgfa_1988.SECTION_115,
        considered,
        "on or before",
        last,
        missing,
        note="" if considered or missing else f"not considered by {format_day(on)}",
    )
    return Verdict.all_of(
        [finding],
        title=f"Consideration of {report.reference}",
        subject=report.reference,
        basis=RULES.basis(),
    )


def check_new_agreement(agreement: NewAgreement, *, after: Report) -> Verdict:
    """Say whether an agreement may be entered into after a report that spending exceeds resources.

    Any of three is enough: it is outside the days on which the report prohibits agreements, it
    involves no spending, or the chief finance officer has authorised it in writing on a ground that
    is named, with reasons. Not applicable after a report of another kind. Raises
    :class:`~carerslib.errors.NotInForceError` for a report on a day not covered.
    """
    lgfa_1988.CONSIDER_WITHIN.on(after.made_on)
    parts: list[Finding | Verdict] = []
    if after.prohibits is not None:
        parts = [
            _outside(agreement, after, after.prohibits),
            _no_spending(agreement),
            _authorised(agreement),
        ]
    return Verdict.any_of(
        parts,
        title=f"Agreement {agreement.reference} after {after.reference}",
        subject=agreement.reference,
        basis=RULES.basis(),
    )


def _outside(agreement: NewAgreement, report: Report, days: DateRange) -> Finding:
    inside = report.prohibits_on(agreement.on)
    missing: tuple[Missing, ...] = ()
    remedy, note = None, ""
    if inside is None and days.is_open:
        missing = (Missing("report.considered_on", "when the council considered the report"),)
    elif inside is None:
        missing = (Missing("s.115", "whether the prohibition runs to the next working day"),)
    elif inside and days.is_open:
        note = "no consideration by the council is recorded"
    elif inside:
        nearest = _next_weekday(days.last) + _A_DAY
        remedy = Remedy("on", nearest, "wait until", nearest)
    return Finding(
        "funds.s115.prohibition",
        "Outside the days of the prohibition",
        {True: Result.NOT_MET, False: Result.MET, None: Result.UNDETERMINED}[inside],
        Aspect.DATES,
        agreement.reference,
        lgfa_1988.SECTION_115_6,
        agreement.on,
        "not within",
        days,
        missing,
        remedy,
        note=note,
    )


def _no_spending(agreement: NewAgreement) -> Finding:
    spends = agreement.involves_spending
    return Finding(
        "funds.s115.spending",
        "No spending involved",
        {True: Result.NOT_MET, False: Result.MET, None: Result.UNDETERMINED}[spends],
        Aspect.SCOPE,
        agreement.reference,
        lgfa_1988.SECTION_115_6,
        {True: "may involve spending", False: "involves none", None: None}[spends],
        "only",
        "involves none",
        (Missing("agreement.involves_spending", "whether it may involve spending"),)
        if spends is None
        else (),
    )


def _authorised(agreement: NewAgreement) -> Verdict:
    given = agreement.authorised
    if not isinstance(given, Authorisation):
        given = Authorisation() if given is None else Authorisation(in_writing=False)
    none_given = agreement.authorised is False
    stated = (
        ("in writing", "in_writing", given.in_writing),
        ("ground named", "ground", None if given.ground is None else True),
        ("reasons explained", "explains_reasons", given.explains_reasons),
    )
    return Verdict.all_of(
        [
            _limb(agreement, title, field, value=False if none_given else value)
            for title, field, value in stated
        ],
        title="Authorised by the chief finance officer",
        subject=agreement.reference,
    )


def _limb(agreement: NewAgreement, title: str, field: str, *, value: bool | None) -> Finding:
    return Finding(
        f"funds.s115.authority.{field.replace('_', '-')}",
        f"Authority: {title}",
        {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}[value],
        Aspect.PRECONDITION,
        agreement.reference,
        lgfa_1988.SECTION_115_6B,
        {True: title, False: f"not {title}", None: None}[value],
        "only",
        title,
        (Missing(f"agreement.authorised.{field}", title),) if value is None else (),
    )
