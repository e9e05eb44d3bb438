"""Commissioning intentions: what is to be done about a need, by whom, with which money, by when."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import (
    cited,
    each,
    key,
    named,
    names,
    not_negative,
    one_of,
    several,
    some_day,
    text,
    yes_or_no,
)
from carerslib.commissioning.topics import Prevention, effects_of
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money
from carerslib.periods import ByYear, Day, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "BUYS",
    "LEAST_NOTICE",
    "NOTICE_TOOLKIT",
    "NO_COMMITMENT",
    "Budget",
    "CommissioningIntention",
    "IntentionStatus",
    "IntentionType",
    "Notice",
    "OutcomeMeasure",
]


NOTICE_TOOLKIT: Final = Citation(
    "National Audit Office, decommissioning toolkit",
    "giving sufficient notice",
    url=(
        "https://www.nao.org.uk/decommissioning/a-staged-approach-to-decommissioning/"
        "carrying-out-decommissioning/"
        "giving-sufficient-notice-of-the-decision-to-decommission/"
    ),
    note="good practice and not law; longer where staff transfer, or for homes and property",
)
"""The guidance of the National Audit Office on ending a service of the voluntary sector."""

LEAST_NOTICE: Final = Term(months=3)
"""The least notice, as good practice, before a voluntary organisation's service is ended."""


class IntentionType(enum.StrEnum):
    """What is to be done."""

    COMMISSION_NEW = "commission anew"
    RECOMMISSION = "recommission"
    CONTINUE = "continue"
    REDESIGN = "redesign"
    DEVELOP_MARKET = "develop the market"
    DEVELOP_VCS = "develop voluntary and community organisations"
    UNIVERSAL_ACCESS = "open up universal services"
    INFORMATION = "inform and advise"
    DECOMMISSION = "decommission"
    EXPLORE = "explore"


BUYS: Final = frozenset(
    {
        IntentionType.COMMISSION_NEW,
        IntentionType.RECOMMISSION,
        IntentionType.CONTINUE,
        IntentionType.REDESIGN,
    }
)
"""The types that end in a contract or a grant, and so need a timetable and an authority.

Neither is needed while nobody is committed (:data:`NO_COMMITMENT`).
"""


class IntentionStatus(enum.StrEnum):
    """How firmly it is intended. To be explored, considered or asked for is not to be promised."""

    NOT_PLANNED = "not planned"
    REQUESTED = "requested"
    TO_BE_CONSIDERED = "to be considered"
    PROPOSED = "proposed"
    BEING_FINALISED = "being finalised"
    APPROVED = "approved"
    UNDER_WAY = "under way"
    DONE = "done"
    WITHDRAWN = "withdrawn"


NO_COMMITMENT: Final = frozenset(
    {IntentionStatus.NOT_PLANNED, IntentionStatus.REQUESTED, IntentionStatus.TO_BE_CONSIDERED}
)
"""The statuses that commit nobody: not planned, or only asked for or to be considered."""


@final
@attrs.frozen
class OutcomeMeasure:
    """How one would know that an intention worked.

    ``indicator`` is the reference of what is counted, where it is counted; ``target`` is in words
    or figures, as the record has it.
    """

    reference: str
    title: str
    indicator: str = ""
    target: str = ""
    asked_by: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            text("indicator", self.indicator),
            text("target", self.target),
            text("asked_by", self.asked_by),
        )


@final
@attrs.frozen
class Budget:
    """Money for an intention from one fund, by financial year.

    ``fund`` is empty where no fund is named, and ``amounts`` None where the sum is not published.
    ``committed`` is the part that the fund's entries hold already, as orders or as spending; it is
    at most the amount of its year. ``authority`` is the authority to spend it, by reference.
    """

    fund: str = ""
    amounts: ByYear[Money] | None = None
    committed: ByYear[Money] | None = None
    authority: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            text("fund", self.fund),
            _by_year("amounts", self.amounts),
            _by_year("committed", self.committed),
            text("authority", self.authority),
        )
        require(_over(self.amounts, self.committed))


def _by_year(field: str, value: object) -> InvalidValueError | None:
    if value is None:
        return None
    if not isinstance(value, ByYear):
        return InvalidValueError(field, value, "a ByYear of Money, or None")
    return next(filter(None, (not_negative(f"{field}[{y}]", m) for y, m in value.items())), None)


def _over(
    amounts: ByYear[Money] | None, committed: ByYear[Money] | None
) -> InvalidValueError | None:
    for year, amount in committed.items() if committed is not None else ():
        whole = None if amounts is None else amounts.get(year)
        if whole is None or amount > whole:
            expected = "no more than the amount of the year"
            return InvalidValueError(f"committed[{year}]", amount, expected)
    return None


@final
@attrs.frozen
class Notice:
    """That a service is to end: when notice was or is given, and from which day it is effective.

    Either day may be known only to the month. ``options_appraised`` and ``users_consulted`` are
    None where that is not recorded.
    """

    given: Day | None = None
    effective: Day | None = None
    options_appraised: bool | None = None
    users_consulted: bool | None = None

    def __attrs_post_init__(self) -> None:
        require(
            some_day("given", self.given),
            some_day("effective", self.effective),
            yes_or_no("options_appraised", self.options_appraised),
            yes_or_no("users_consulted", self.users_consulted),
        )


_SEVERAL: Final = (
    "needs",
    "priorities",
    "beneficiaries",
    "providers",
    "places",
    "measures",
    "partners",
    "monitored_by",
    "authorities",
)
_TEXTS: Final = (
    "national_outcome",
    "service",
    "market",
    "lead",
    "asked_by",
    "approved_by",
    "timetable",
)


def _budgets(given: Budget | Iterable[Budget]) -> tuple[Budget, ...]:
    return several(given)


@final
@attrs.frozen(kw_only=True)
class CommissioningIntention:
    """What is intended, for whom, with which money, led by whom and by when.

    ``needs``, ``priorities``, ``measures``, ``authorities``, ``timetable``, ``approved_by`` (a
    resolution) and ``monitored_by`` name by reference, so that a broken link can be found. ``cost``
    is the whole cost as stated, where it is stated apart from the budgets; ``cost_reviewed`` says
    whether what it would cost the council and its partners was looked into. ``start`` is the first
    day of service, ``due`` the last day for the intention to be carried out. ``effects`` is what it
    is said to do to carers' needs for support. What is empty or None is not stated and is never
    assumed.
    """

    reference: str
    title: str
    type: IntentionType
    source: Citation
    needs: tuple[str, ...] = attrs.field(default=(), converter=names)
    priorities: tuple[str, ...] = attrs.field(default=(), converter=names)
    national_outcome: str = ""
    service: str = ""
    beneficiaries: tuple[str, ...] = attrs.field(default=(), converter=names)
    providers: tuple[str, ...] = attrs.field(default=(), converter=names)
    market: str = ""
    places: tuple[str, ...] = attrs.field(default=(), converter=names)
    cost: Money | None = None
    cost_reviewed: bool | None = None
    budgets: tuple[Budget, ...] = attrs.field(default=(), converter=_budgets)
    measures: tuple[str, ...] = attrs.field(default=(), converter=names)
    lead: str = ""
    partners: tuple[str, ...] = attrs.field(default=(), converter=names)
    asked_by: str = ""
    start: Day | None = None
    due: Day | None = None
    status: IntentionStatus | None = None
    monitored_by: tuple[str, ...] = attrs.field(default=(), converter=names)
    approved_by: str = ""
    authorities: tuple[str, ...] = attrs.field(default=(), converter=names)
    timetable: str = ""
    notice: Notice | None = None
    effects: frozenset[Prevention] = attrs.field(default=(), converter=effects_of)

    def __attrs_post_init__(self) -> None:
        notice = self.notice is None or isinstance(self.notice, Notice)
        require(
            key("reference", self.reference),
            key("title", self.title),
            one_of("type", self.type, IntentionType),
            cited("source", self.source),
            *(named(field, getattr(self, field)) for field in _SEVERAL),
            *(text(field, getattr(self, field)) for field in _TEXTS),
            not_negative("cost", self.cost, optional=True),
            yes_or_no("cost_reviewed", self.cost_reviewed),
            each("budgets", self.budgets, Budget),
            some_day("start", self.start),
            some_day("due", self.due),
            one_of("status", self.status, IntentionStatus, optional=True),
            None if notice else InvalidValueError("notice", self.notice, "a Notice, or None"),
            each("effects", self.effects, Prevention),
        )

    @property
    def explores(self) -> bool:
        """Whether it commits nobody: by its type, or as it is only asked for or not planned."""
        return self.type is IntentionType.EXPLORE or self.status in NO_COMMITMENT

    @property
    def buys(self) -> bool:
        """Whether it is to end in a contract or a grant: by its type, unless it commits nobody."""
        return self.type in BUYS and not self.explores

    @property
    def budgeted(self) -> Money:
        """What its budgets come to, over all funds and years; what is not published is left out."""
        known = [one.amounts.total for one in self.budgets if one.amounts is not None]
        return Money.total(known)

    @property
    def unfunded(self) -> Money:
        """What of its cost has no fund: budgets that name none, and the cost beyond budgets."""
        nameless = Money.total(
            one.amounts.total for one in self.budgets if one.amounts is not None and not one.fund
        )
        beyond = (self.cost or self.budgeted) - self.budgeted
        return nameless + beyond if beyond.in_pence > 0 else nameless
