"""What the checks of solvency look at: an outlook, a report, an agreement and its authority."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.errors import InvalidValueError, require
from carerslib.funds._given import key, not_negative, one_of, yes_or_no
from carerslib.law import lgfa_1988
from carerslib.money import Money
from carerslib.periods import DateRange, FinancialYear, check_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.citations import Citation

__all__ = [
    "REPORTS",
    "Authorisation",
    "Conduct",
    "ConductKind",
    "Ground",
    "NewAgreement",
    "Outlook",
    "Pursuit",
    "Report",
    "ReportKind",
]

_A_DAY: Final = timedelta(days=1)
_FRIDAY: Final = 4


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


class ConductKind(StrEnum):
    """What may be unlawful, in the three ways that s.114(2) and s.114A(2) name."""

    EXPENDITURE = "expenditure"
    LOSS_MAKING_ACTION = "action that makes a loss"
    ENTRY_OF_ACCOUNT = "entry of account"


class Ground(StrEnum):
    """Why the chief finance officer may authorise an agreement after a report."""

    NOT_WORSE = "prevents the situation from getting worse"
    BETTER = "improves the situation"
    NOT_AGAIN = "prevents the situation from recurring"


@final
@attrs.frozen
class Conduct:
    """Something done or about to be done, and what the chief finance officer makes of it.

    ``unlawful`` is None where the record does not say; ``by_executive`` is whether it is the
    executive's conduct and not that of the authority itself.
    """

    reference: str
    kind: ConductKind
    by_executive: bool
    unlawful: bool | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            one_of("kind", self.kind, ConductKind),
            yes_or_no("unlawful", self.unlawful),
        )


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
            key("reference", self.reference),
            not_negative("resources", self.resources, optional=True),
            not_negative("incurred", self.incurred, optional=True),
            not_negative("proposed", self.proposed, optional=True),
        )


def _days(given: Iterable[date]) -> frozenset[date]:
    return frozenset(given)


@final
@attrs.frozen
class Report:
    """A report that the chief finance officer has made.

    ``made_on`` is the day on which it was made, ``sent_on`` that on which copies were sent, the
    same where none is given. ``considered_on`` is the day on which the council concluded its
    consideration. Where that is None, ``considered`` is False if the council has not considered it,
    True if it has on a day that is not stated, and None if the record does not say.
    ``bank_holidays`` are the days besides Saturdays and Sundays that are no business days:
    Christmas Day, Good Friday and bank holidays. The library has no list of them.
    """

    reference: str
    kind: ReportKind
    made_on: date
    sent_on: date = attrs.field()
    considered_on: date | None = None
    considered: bool | None = attrs.field()
    bank_holidays: frozenset[date] = attrs.field(default=(), converter=_days, kw_only=True)

    @sent_on.default
    def _sent_when_made(self) -> date:
        return self.made_on

    @considered.default
    def _considered_if_dated(self) -> bool | None:
        return None if self.considered_on is None else True

    def __attrs_post_init__(self) -> None:
        day = self.considered_on
        expected = "not False, as there is a day of consideration"
        require(
            key("reference", self.reference),
            one_of("kind", self.kind, ReportKind),
            check_day("made_on", self.made_on),
            check_day("sent_on", self.sent_on),
            None if day is None else check_day("considered_on", day),
            yes_or_no("considered", self.considered),
            InvalidValueError("considered", self.considered, expected)
            if day is not None and self.considered is False
            else None,
            *(check_day("bank_holidays", each) for each in self.bank_holidays),
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

        From the day on which copies were sent to the first business day after the day on which the
        council concluded its consideration, both included; without an end where no such day is
        recorded. None for a report that prohibits none.
        """
        return self._until_considered() if self.kind is ReportKind.BEYOND_RESOURCES else None

    @property
    def stops(self) -> DateRange | None:
        """The days on which the conduct that led to the report may not be pursued.

        The same days as :attr:`prohibits` would give, of a report that an authority's own conduct
        is unlawful. None for a report of another kind.
        """
        unlawful = self.kind is ReportKind.UNLAWFUL_BY_AUTHORITY
        return self._until_considered() if unlawful else None

    def _until_considered(self) -> DateRange:
        if self.considered_on is None:
            return DateRange.onwards(self.sent_on)
        last = max(self.sent_on, self.considered_on) + _A_DAY
        while last.weekday() > _FRIDAY or last in self.bank_holidays:
            last += _A_DAY
        return DateRange(self.sent_on, last)

    def prohibits_on(self, day: date) -> bool | None:
        """Say whether a day is one of those; None where the record leaves it open.

        Open are the days after the first where the record does not say whether the council has
        considered it.
        """
        return self.on_one_of(self.prohibits, day)

    def on_one_of(self, days: DateRange | None, day: date) -> bool | None:
        """Say the same of days such as :attr:`prohibits` and :attr:`stops` give."""
        if days is None or day not in days:
            return False
        if days.is_open and day > days.first:
            return True if self.considered is False else None
        return True


@final
@attrs.frozen
class Authorisation:
    """The chief finance officer's authority for one agreement.

    What is None is not stated. It counts if it is in writing, names a ground and explains why.
    """

    in_writing: bool | None = None
    ground: Ground | None = None
    explains_reasons: bool | None = None

    def __attrs_post_init__(self) -> None:
        require(
            yes_or_no("in_writing", self.in_writing),
            one_of("ground", self.ground, Ground, optional=True),
            yes_or_no("explains_reasons", self.explains_reasons),
        )


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
        given = self.authorised
        right = given is None or given is False or isinstance(given, Authorisation)
        expected = "an Authorisation, False where there is none, or None where that is not known"
        require(
            key("reference", self.reference),
            check_day("on", self.on),
            yes_or_no("involves_spending", self.involves_spending),
            None if right else InvalidValueError("authorised", given, expected),
        )


@final
@attrs.frozen
class Pursuit:
    """Something done, or about to be done, on a day after a report that conduct is unlawful.

    ``pursues`` is whether it pursues the course of conduct that led to the report, which is a
    judgement; None where nobody has said.
    """

    reference: str
    on: date
    pursues: bool | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            check_day("on", self.on),
            yes_or_no("pursues", self.pursues),
        )
