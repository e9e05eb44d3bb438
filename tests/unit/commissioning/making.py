"""A whole record of a made-up council, in which nothing is missing: tests take one thing away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar, cast

import attrs

from carerslib.awards import AWARD, Authority, Proposal, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Window
from carerslib.commissioning import (
    Account,
    Aim,
    Arrangement,
    Budget,
    CommissioningIntention,
    Engagement,
    EngagementKind,
    IntentionType,
    Milestone,
    MilestoneKind,
    MonitoringGroup,
    Need,
    OutcomeMeasure,
    PartyKind,
    Portfolio,
    Priority,
    Strategy,
    Timetable,
    Topic,
    review,
)
from carerslib.contracts import Contract
from carerslib.funds import Entry, EntryKind, Fund, FundType, fold
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange
from carerslib.prices import Price

if TYPE_CHECKING:
    from typing import Any

    from carerslib.basis import Basis
    from carerslib.verdicts import Finding, Verdict

__all__ = [
    "ACCOUNT",
    "AUTHORITY",
    "CONTRACT",
    "DAY",
    "FUND",
    "INTENTION",
    "MINUTE",
    "RESOLUTION",
    "STRATEGY",
    "TIMETABLE",
    "changed",
    "contract",
    "having",
    "intending",
    "only",
    "pounds",
    "reviewed",
    "whole",
]

DAY: Final = date(2018, 1, 15)
MINUTE: Final = Citation.record("Anyshire cabinet, carers strategy", "paragraph 4")


def pounds(first: str, second: str) -> ByYear[Money]:
    """Give amounts for 2018/19 and 2019/20."""
    return ByYear.of({"2018/19": Money.pounds(first), "2019/20": Money.pounds(second)})


STRATEGY: Final = Strategy(
    reference="strategy",
    title="Anyshire carers strategy",
    bodies=["Anyshire Council", "Anyshire CCG"],
    source=MINUTE,
    period=DateRange(date(2018, 4, 1), date(2021, 3, 31)),
    priorities=[Priority("breaks", "Time off", Topic.BREAKS, needs="rest")],
    priorities_stated=1,
    needs=[Need("rest", "Carers cannot rest")],
    aims=[Aim("find", "Find carers who are hidden", Topic.IDENTIFICATION)],
    engagement=[
        Engagement(
            "focus",
            "focus group",
            EngagementKind.FOCUS_GROUP,
            PartyKind.CARERS,
            people=10,
            carers=10,
        )
    ],
    monitoring=[MonitoringGroup("board", "Carers partnership", "strategy")],
)
FUND: Final = Fund("carers fund", "Anyshire Council", MINUTE, FundType.UNPROTECTED_BUDGET)
ACCOUNT: Final = Account(
    FUND,
    fold(
        [
            Entry("A1", EntryKind.ALLOCATION, Money.pounds("100000"), date(2018, 4, 1), DAY),
            Entry("A2", EntryKind.ALLOCATION, Money.pounds("120000"), date(2019, 4, 1), DAY),
        ],
        fund=FUND,
    ),
)
INTENTION: Final = CommissioningIntention(
    reference="buy breaks",
    title="Breaks at home",
    type=IntentionType.RECOMMISSION,
    source=MINUTE,
    needs="rest",
    priorities="breaks",
    budgets=Budget("carers fund", pounds("90000", "110000"), authority="award"),
    measures="rested",
    lead="head of commissioning",
    start=date(2018, 4, 1),
    due=date(2018, 4, 1),
    monitored_by="board",
    approved_by="cabinet",
    authorities="award",
    timetable="timetable",
)
TIMETABLE: Final = Timetable(
    "timetable",
    "Procurement of breaks",
    MINUTE,
    [
        Milestone("open", "Tendering begins", MilestoneKind.TENDER_OPENS, date(2017, 9, 15)),
        Milestone("award", "Award", MilestoneKind.AWARD, date(2018, 1, 10)),
        Milestone("start", "Service starts", MilestoneKind.SERVICE_STARTS, date(2018, 4, 1)),
    ],
    approved_by="cabinet",
)
AUTHORITY: Final = Authority(
    "award",
    MINUTE,
    powers=[AWARD],
    clauses=[
        Holder("award.holder", MINUTE, "director"),
        Window("award.days", MINUTE, first=date(2018, 4, 1), last=date(2021, 3, 31)),
        Cap("award.total", MINUTE, at_most=Figure.pounds("200000.00")),
    ],
)
RESOLUTION: Final = Resolution(
    "cabinet", "Anyshire cabinet", MINUTE, date(2017, 7, 20), authorities=AUTHORITY
)


H = TypeVar("H")


def changed(held: H, **changes: Any) -> H:  # noqa: ANN401 - any field, right or wrong
    """Give a record with fields that may be of no right type."""
    return cast("H", attrs.evolve(cast("Any", held), **changes))


def contract(reference: str = "C1", amount: str = "200000", **changes: Any) -> Arrangement:  # noqa: ANN401 - any field
    """Give a contract of two years, made under the cabinet's resolution."""
    made = Contract(
        reference,
        first_day=date(2018, 4, 1),
        last_day=date(2020, 3, 31),
        value=Price.as_stated(Money.pounds(amount)),
    )
    proposal = Proposal(AWARD, made, by="director", on=date(2018, 1, 10), relies_on="award")
    held = Arrangement(proposal, "cabinet", "buy breaks", "carers fund", "rested")
    return attrs.evolve(held, **changes)


CONTRACT: Final = contract()


def whole(**changes: Any) -> Portfolio:  # noqa: ANN401 - any field
    """Give the record with everything in it, or with some of it changed."""
    record = Portfolio(
        strategy=STRATEGY,
        intentions=[INTENTION],
        measures=[OutcomeMeasure("rested", "Carers who say that they are rested")],
        timetables=TIMETABLE,
        accounts=[ACCOUNT],
        resolutions=RESOLUTION,
        arrangements=[CONTRACT],
    )
    return attrs.evolve(record, **changes)


def having(**changes: Any) -> Portfolio:  # noqa: ANN401 - any field
    """Give the record with its strategy changed."""
    return whole(strategy=attrs.evolve(STRATEGY, **changes))


def intending(**changes: Any) -> Portfolio:  # noqa: ANN401 - any field
    """Give the record with its intention changed."""
    return whole(intentions=[attrs.evolve(INTENTION, **changes)])


def reviewed(portfolio: Portfolio, basis: Basis | None = None) -> Verdict:
    """Review the record on the usual day."""
    return review(portfolio, on=DAY, basis=basis)


def only(portfolio: Portfolio, rule: str, basis: Basis | None = None) -> list[Finding]:
    """Give what one rule found."""
    return [each for each in reviewed(portfolio, basis).findings if each.rule == rule]
