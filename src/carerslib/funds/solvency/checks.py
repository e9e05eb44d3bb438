"""Whether spending stays within resources, and what may be done after a report that it does not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from carerslib.errors import require
from carerslib.funds.solvency.model import (
    REPORTS,
    Authorisation,
    Conduct,
    NewAgreement,
    Outlook,
    Pursuit,
    Report,
    ReportKind,
)
from carerslib.law import lgfa_1988
from carerslib.money import ZERO
from carerslib.periods import DateRange, check_day, format_day
from carerslib.rules import RuleSet
from carerslib.verdicts import Aspect, Finding, Missing, Remedy, Result, Verdict

if TYPE_CHECKING:
    from datetime import date

    from carerslib.citations import Citation

__all__ = [
    "RULES",
    "check_conduct",
    "check_consideration",
    "check_new_agreement",
    "check_outlook",
    "check_pursuit",
]

_A_DAY: Final = timedelta(days=1)

RULES: Final[RuleSet[Outlook]] = RuleSet("carerslib.funds.solvency", "2026-11", ())
"""The name and edition that these checks rest on."""


def check_conduct(conduct: Conduct) -> Verdict:
    """Say whether something is free of what s.114(2) or s.114A(2) asks to be reported.

    Not met is what calls for a report; undetermined where nobody has said whether it is unlawful.
    """
    kind = ReportKind.UNLAWFUL_BY_AUTHORITY
    if conduct.by_executive:
        kind = ReportKind.UNLAWFUL_BY_EXECUTIVE
    unlawful = conduct.unlawful
    finding = Finding(
        "funds.s114.lawful",
        f"Lawful {conduct.kind}",
        {True: Result.NOT_MET, False: Result.MET, None: Result.UNDETERMINED}[unlawful],
        Aspect.DETERMINATION,
        conduct.reference,
        REPORTS[kind],
        {True: "unlawful", False: "lawful", None: None}[unlawful],
        "only",
        "lawful",
        (Missing("conduct.unlawful", "what the chief finance officer makes of it"),)
        if unlawful is None
        else (),
    )
    return Verdict.all_of(
        [finding],
        title=f"Report on {conduct.reference}",
        subject=conduct.reference,
        basis=RULES.basis(),
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


def check_pursuit(step: Pursuit, *, after: Report) -> Verdict:
    """Say whether something may be done after a report that an authority's conduct is unlawful.

    Either of two is enough: it is outside the days on which that conduct may not be pursued, or it
    does not pursue it. A payment made in breach is taken as made without power (s.115(7)). Not
    applicable after a report of another kind. Raises
    :class:`~carerslib.errors.NotInForceError` for a report on a day not covered.
    """
    lgfa_1988.CONSIDER_WITHIN.on(after.made_on)
    parts: list[Finding | Verdict] = []
    if after.stops is not None:
        parts = [_outside(step, after, after.stops), _not_pursued(step)]
    return Verdict.any_of(
        parts,
        title=f"{step.reference} after {after.reference}",
        subject=step.reference,
        basis=RULES.basis(),
    )


def _outside(step: NewAgreement | Pursuit, report: Report, days: DateRange) -> Finding:
    inside = report.on_one_of(days, step.on)
    missing: tuple[Missing, ...] = ()
    remedy, note = None, ""
    if inside is None:
        missing = (Missing("report.considered_on", "when the council considered the report"),)
    elif inside and days.is_open:
        note = "no consideration by the council is recorded"
    elif inside:
        nearest = days.last + _A_DAY
        remedy = Remedy("on", nearest, "wait until", nearest)
    return Finding(
        "funds.s115.prohibition",
        "Outside the days of the prohibition",
        {True: Result.NOT_MET, False: Result.MET, None: Result.UNDETERMINED}[inside],
        Aspect.DATES,
        step.reference,
        lgfa_1988.SECTION_115_9,
        step.on,
        "not within",
        days,
        missing,
        remedy,
        note=note,
    )


def _not_pursued(step: Pursuit) -> Finding:
    return _only_without(
        ("funds.s115.conduct", "Conduct that led to the report", lgfa_1988.SECTION_115_5),
        step.reference,
        step.pursues,
        ("pursued", "not pursued"),
        Missing("step.pursues", "whether it pursues that conduct"),
    )


def _no_spending(agreement: NewAgreement) -> Finding:
    return _only_without(
        ("funds.s115.spending", "No spending involved", lgfa_1988.SECTION_115_6),
        agreement.reference,
        agreement.involves_spending,
        ("may involve spending", "involves none"),
        Missing("agreement.involves_spending", "whether it may involve spending"),
    )


def _only_without(
    about: tuple[str, str, Citation],
    subject: str,
    does: bool | None,  # noqa: FBT001 - or not recorded
    words: tuple[str, str],
    missing: Missing,
) -> Finding:
    """Find whether something is without what it must be: ``words`` say that it is not, and is."""
    rule, title, citation = about
    with_it, without = words
    return Finding(
        rule,
        title,
        {True: Result.NOT_MET, False: Result.MET, None: Result.UNDETERMINED}[does],
        Aspect.SCOPE,
        subject,
        citation,
        {True: with_it, False: without, None: None}[does],
        "only",
        without,
        (missing,) if does is None else (),
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
