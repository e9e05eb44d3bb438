"""A strategy and what hangs on it: from each need to a measure, and what leads nowhere.

A made-up council has two needs, three priorities and three intentions, a fund, an authority and a
contract. One priority has no intention yet, one intention names a measure that nobody wrote down,
and one is only to be explored. It prints the answer of each area, what is broken or stands alone,
and what is missing.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import AWARD, Authority, Proposal, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Window
from carerslib.commissioning import (
    Account,
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
    NodeKind,
    OutcomeMeasure,
    PartyKind,
    Portfolio,
    Priority,
    Strategy,
    Timetable,
    Topic,
    Trace,
    part_of_month,
    review,
    trace,
)
from carerslib.contracts import Contract
from carerslib.funds import Entry, EntryKind, Fund, FundType, fold
from carerslib.money import Money
from carerslib.periods import ByYear
from carerslib.prices import Price

MINUTE: Final = Citation.record("Anyshire cabinet, carers strategy", "paragraph 4")
EARLIER: Final = date(2025, 10, 1)
FIRST: Final = date(2026, 4, 1)
LAST: Final = date(2027, 3, 31)

STRATEGY: Final = Strategy(
    reference="strategy",
    title="Anyshire carers strategy",
    bodies=["Anyshire Council", "the integrated care board"],
    source=MINUTE,
    priorities=[
        Priority("time off", "Time off", Topic.BREAKS, needs="rest"),
        Priority("advice", "Information and advice", Topic.INFORMATION, needs="to be told"),
        Priority("young carers", "Young carers", Topic.YOUNG_TRANSITION),
    ],
    needs=[
        Need("rest", "Carers cannot rest"),
        Need("to be told", "Carers do not know whom to ask"),
    ],
    engagement=[
        Engagement("focus group", "ten carers", EngagementKind.FOCUS_GROUP, PartyKind.CARERS)
    ],
    monitoring=[MonitoringGroup("board", "Carers partnership board")],
)
SITTING: Final = CommissioningIntention(
    reference="sitting",
    title="A sitting service",
    type=IntentionType.COMMISSION_NEW,
    source=MINUTE,
    priorities="time off",
    budgets=Budget(
        "carers fund", ByYear.of({"2026/27": Money.pounds("60000")}), authority="to award"
    ),
    measures="rested",
    lead="head of commissioning",
    start=FIRST,
    due=FIRST,
    monitored_by="board",
    approved_by="cabinet",
    authorities="to award",
    timetable="procurement",
)
HELPLINE: Final = CommissioningIntention(
    reference="helpline",
    title="A helpline",
    type=IntentionType.INFORMATION,
    source=MINUTE,
    priorities="advice",
    measures="calls answered",
    lead="head of customer services",
    due=LAST,
    approved_by="cabinet",
)
VOUCHERS: Final = CommissioningIntention(
    reference="vouchers",
    title="A voucher scheme",
    type=IntentionType.EXPLORE,
    source=MINUTE,
    priorities="time off",
    measures="rested",
    lead="head of commissioning",
    due=LAST,
    approved_by="cabinet",
)
FUND: Final = Fund("carers fund", "Anyshire Council", MINUTE, FundType.UNPROTECTED_BUDGET)
GIVEN: Final = Entry("A1", EntryKind.ALLOCATION, Money.pounds("75000"), FIRST, EARLIER)
CABINET: Final = Resolution(
    "cabinet",
    "Anyshire cabinet",
    MINUTE,
    date(2025, 7, 3),
    authorities=Authority(
        "to award",
        MINUTE,
        powers=[AWARD],
        clauses=[
            Window("to award.days", MINUTE, first=FIRST, last=LAST),
            Cap("to award.total", MINUTE, at_most=Figure.pounds("60000.00")),
        ],
    ),
)
TIMETABLE: Final = Timetable(
    "procurement",
    "Procurement of a sitting service",
    MINUTE,
    [
        Milestone(
            "tender", "Tendering begins", MilestoneKind.TENDER_OPENS, part_of_month("mid", 2025, 9)
        ),
        Milestone("award", "Award", MilestoneKind.AWARD, date(2026, 1, 12)),
        Milestone("start", "Service starts", MilestoneKind.SERVICE_STARTS, FIRST),
    ],
    approved_by="cabinet",
)
CONTRACT: Final = Contract("contract 1", FIRST, LAST, value=Price.as_stated(Money.pounds("58000")))
RECORD: Final = Portfolio(
    strategy=STRATEGY,
    intentions=[SITTING, HELPLINE, VOUCHERS],
    measures=[OutcomeMeasure("rested", "Carers who say that they are rested")],
    timetables=TIMETABLE,
    accounts=[Account(FUND, fold([GIVEN], fund=FUND))],
    resolutions=CABINET,
    arrangements=[
        Arrangement(
            Proposal(AWARD, CONTRACT, on=date(2026, 1, 12), relies_on="to award"),
            "cabinet",
            "sitting",
            "carers fund",
            "rested",
        )
    ],
)


def traced() -> Trace:
    """Follow every link of the record: the picture is drawn from these."""
    return trace(RECORD)


def main() -> None:
    """Print the answer of each area, what is broken or stands alone, and what is missing."""
    verdict = review(RECORD, on=EARLIER)
    print(f"{verdict.title}: {verdict.result}")
    for area in verdict.parts:
        print(f"  {area.title}: {area.result}")
    held = traced()
    print("broken:", *held.broken, sep="\n  ")
    print("stand alone:", *held.orphaned, sep="\n  ")
    print("from rest:", *held.all_onward(NodeKind.NEED, "rest"), sep="\n  ")
    print("open:")
    for finding in verdict.findings:
        if finding.binding and finding.missing:
            print(f"  {finding.rule}, {finding.subject}: {finding.missing[0].expected}")


if __name__ == "__main__":
    main()
