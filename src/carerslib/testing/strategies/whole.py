"""Strategies for portfolios in which nothing is missing, and nothing is there twice.

Each need has one priority or intention; each intention has one priority, budget, authority and
timetable, and each contract one of all of these. So a review is met, and taking any one link of the
chain away leaves it open. What stands beside the chain is there once.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

from hypothesis import strategies as st

from carerslib.awards import AWARD, DIRECT_AWARD, EXTEND, Authority, Proposal, Resolution
from carerslib.carers.populations import (
    Ages,
    Estimate,
    Keeper,
    Population,
    Register,
    Registers,
)
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Unlimited
from carerslib.commissioning import (
    BUYS,
    Account,
    Action,
    ActionPlan,
    Aim,
    Arrangement,
    Budget,
    Choice,
    CommissioningIntention,
    Document,
    DocumentKind,
    Engagement,
    EngagementFinding,
    EngagementKind,
    Evidence,
    EvidenceKind,
    IntentionType,
    Milestone,
    MilestoneKind,
    Minutes,
    MonitoringGroup,
    NationalSum,
    Need,
    OutcomeMeasure,
    PartyKind,
    Point,
    PointKind,
    Portfolio,
    Priority,
    Strategy,
    Timetable,
    Topic,
    Undertaking,
    UndertakingKind,
)
from carerslib.commissioning.monitoring import Indicator
from carerslib.contracts import Contract
from carerslib.funds import Entry, EntryKind, Fund, FundType, fold
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange
from carerslib.prices import Price
from carerslib.services import Service

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["whole_portfolios"]

_MINUTE: Final = Citation.record("Cabinet, 22 June 2017")
_FIRST: Final = date(2018, 4, 1)
_LAST: Final = date(2019, 3, 31)
_EARLIER: Final = date(2017, 6, 22)
_AWARDED: Final = date(2018, 1, 10)
_PEOPLE: Final = Population(area="Anyshire", ages=Ages(18), definition="CEN21")


@final
class _Way(NamedTuple):
    """How one intention hangs together."""

    type: IntentionType
    by_priority: bool
    from_budget: bool
    contracts: int
    priority: int


def _named(kind: str, number: int) -> str:
    return f"{kind}{number}"


def _intention(number: int, way: _Way) -> CommissioningIntention:
    authority = _named("a", number)
    amounts = ByYear.of({"2018/19": Money.pounds("300")})
    return CommissioningIntention(
        reference=_named("i", number),
        title="Breaks",
        type=way.type,
        source=_MINUTE,
        needs=() if way.by_priority else _named("n", number),
        priorities=_named("p", way.priority),
        budgets=Budget(
            _named("f", number), amounts, authority=authority if way.from_budget else ""
        ),
        measures=_named("m", number),
        lead="director",
        start=_FIRST,
        due=_LAST,
        monitored_by="board",
        approved_by=_named("r", number),
        authorities=() if way.from_budget else authority,
        timetable=_named("t", number),
    )


def _timetable(number: int) -> Timetable:
    milestones = [
        Milestone("tender", "Tender", MilestoneKind.TENDER_OPENS, date(2017, 9, 15)),
        Milestone("award", "Award", MilestoneKind.AWARD, _AWARDED),
        Milestone("start", "Start", MilestoneKind.SERVICE_STARTS, _FIRST),
    ]
    approved_by = _named("r", number)
    return Timetable(_named("t", number), "Procurement", _MINUTE, milestones, approved_by)


def _account(number: int) -> Account:
    fund = Fund(_named("f", number), "the council", _MINUTE, FundType.UNPROTECTED_BUDGET)
    given = Entry("A", EntryKind.ALLOCATION, Money.pounds("300"), _FIRST, _EARLIER)
    return Account(fund, fold([given], fund=fund))


def _resolution(number: int) -> Resolution:
    """Give a resolution of two authorities, so that one has to be relied on by name."""
    key = _named("a", number)
    cap = Cap(f"{key}.total", _MINUTE, at_most=Figure.pounds("300.00"))
    free = Unlimited(f"{key}.any period", _MINUTE, "period")
    given = [
        Authority(key, _MINUTE, powers=[AWARD], clauses=[cap, free]),
        Authority(f"{key} later", _MINUTE, powers=[EXTEND, DIRECT_AWARD]),
    ]
    return Resolution(_named("r", number), "cabinet", _MINUTE, _EARLIER, authorities=given)


def _arrangements(number: int, way: _Way) -> list[Arrangement]:
    price = Price.as_stated(Money.pounds("100"))
    found = []
    for place in range(way.contracts):
        reference = f"c{number}.{place}"
        made = Contract(reference, first_day=_FIRST, last_day=_LAST, value=price)
        relied_on = _named("a", number)
        proposal = Proposal(AWARD, made, on=_AWARDED, relies_on=relied_on, sequence=place)
        links = [_named(kind, number) for kind in ("r", "i", "f", "m")]
        found.append(Arrangement(proposal, *links))
    return found


def _strategy(ways: list[_Way]) -> Strategy:
    needs = [Need(_named("n", number), "Rest", "talks") for number, _ in enumerate(ways)]
    answered: dict[int, list[str]] = {}
    for number, way in enumerate(ways):
        answered.setdefault(way.priority, []).extend([_named("n", number)] * way.by_priority)
    priorities = [
        Priority(_named("p", number), "Time off", needs=needed)
        for number, needed in answered.items()
    ]
    focus = Engagement(
        "focus", "a group", EngagementKind.FOCUS_GROUP, PartyKind.CARERS, shaped="i0"
    )
    return Strategy(
        reference="strategy",
        title="Carers strategy",
        bodies="the council",
        source=_MINUTE,
        priorities=[*priorities, Priority("talk", "Talk to schools")],
        priorities_stated=len(priorities) + 1,
        needs=needs,
        aims=[Aim("find", "Find carers", Topic.IDENTIFICATION)],
        documents=[Document("plan", "Plan", DocumentKind.ACTION_PLAN, part_of="strategy")],
        engagement=[focus],
        findings=[EngagementFinding("tired", "They are tired", from_="focus")],
        evidence=[Evidence("talks", "Talks", EvidenceKind.CONSULTATION, about="focus")],
        choices=[Choice("few", "Few services", because="talks")],
        monitoring=[MonitoringGroup("board", "the board", "strategy")],
    )


def _plan() -> ActionPlan:
    action = Action(
        reference="1(a)",
        number="1",
        letter="a",
        title="Talk to schools",
        priority="talk",
        intentions="i0",
        measures="m0",
        because="survey",
    )
    return ActionPlan(reference="plan", title="Plan", actions=[action])


def _minutes() -> Minutes:
    asked = Point("asked", PointKind.QUESTION, "a member")
    answer = Point("answer", PointKind.ANSWER, answers="asked", follow_up="letter")
    letter = Undertaking("letter", UndertakingKind.PROMISED)
    return Minutes("july", "the board", _MINUTE, points=[asked, answer], undertakings=[letter])


def _announced() -> NationalSum:
    return NationalSum(
        reference="announced",
        amount=Money.pounds("1000000"),
        by="a department",
        to="all councils",
        source=_MINUTE,
        own_share=Money.pounds("300"),
        fund="f0",
    )


def _portfolio(ways: list[_Way]) -> Portfolio:
    numbered = list(enumerate(ways))
    return Portfolio(
        strategy=_strategy(ways),
        intentions=[_intention(number, way) for number, way in numbered],
        measures=[
            OutcomeMeasure(_named("m", number), "Rested", indicator="survey")
            for number, _ in numbered
        ],
        timetables=[_timetable(number) for number, _ in numbered],
        accounts=[_account(number) for number, _ in numbered],
        sums=[_announced()],
        resolutions=[_resolution(number) for number, _ in numbered],
        arrangements=[each for number, way in numbered for each in _arrangements(number, way)],
        minutes=_minutes(),
        plans=_plan(),
        statements=[Estimate("census", 17_000, _PEOPLE, _MINUTE, DateRange.year(2021))],
        services=[
            Service(reference="sitting", title="S", part_of="pathway", integral_with="advice"),
            Service(reference="pathway", title="Pathway"),
            Service(reference="advice", title="Advice"),
        ],
        indicators=[Indicator(reference="survey", title="Survey")],
        registers=Registers([Register("gp", Keeper.GP, 1_200, _PEOPLE)]),
        estimate="census",
    )


def whole_portfolios() -> SearchStrategy[Portfolio]:
    """Return portfolios of one or two intentions in which nothing is missing or there twice.

    A review of one on a day of January 2018 is met.
    """
    way = st.builds(
        _Way,
        st.sampled_from(sorted(BUYS)),
        st.booleans(),
        st.booleans(),
        st.integers(0, 3),
        st.integers(0, 1),
    )
    return st.lists(way, min_size=1, max_size=2).map(_placed).map(_portfolio)


def _placed(ways: list[_Way]) -> list[_Way]:
    """Let each intention carry out a priority of its own, or share one where no link is spare."""
    shared = len(ways) > 1 and all(way.by_priority and way.priority == 0 for way in ways)
    return [way._replace(priority=0 if shared else number) for number, way in enumerate(ways)]
