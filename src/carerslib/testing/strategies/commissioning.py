"""Strategies for local strategies, intentions, timetables, and whole portfolios.

A portfolio uses few references, and most of them lead somewhere: few are missing, or lead to
nothing. So some portfolios are met, and most others fail in one or two ways.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from hypothesis import strategies as st

from carerslib.awards import APPROVE, AWARD, Authority, Proposal, Resolution
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Unlimited
from carerslib.commissioning import (
    Account,
    Aim,
    Arrangement,
    Budget,
    CommissioningIntention,
    Engagement,
    EngagementKind,
    IntentionStatus,
    IntentionType,
    Milestone,
    MilestoneKind,
    MonitoringGroup,
    Need,
    Notice,
    OutcomeMeasure,
    PartyKind,
    Portfolio,
    Priority,
    Strategy,
    Timetable,
    Topic,
)
from carerslib.contracts import Contract
from carerslib.funds import Entry, EntryKind, Fund, FundType, fold
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange
from carerslib.prices import Price
from carerslib.testing.strategies._vocabulary import sources
from carerslib.testing.strategies.values import days

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from carerslib.funds import Position
    from carerslib.periods import Day

__all__ = ["intentions", "local_strategies", "portfolios", "timetables"]

T = TypeVar("T")

_FIRST: Final = date(2018, 4, 1)
_LAST: Final = date(2019, 3, 31)
_MINUTE: Final = Citation.record("Cabinet, 22 June 2017")
_USUALLY: Final = 40
_NOTHING: Final = "nothing of this name"
_FUND: Final = Fund("fund", "the council", _MINUTE, FundType.UNPROTECTED_BUDGET)
_PLANNED: Final = (400, 300, 500, 600)
_HELD: Final = (1_000, 1_200, 900)
_DAYS: Final = (date(2017, 9, 15), date(2017, 11, 1), date(2018, 1, 10), DateRange.month(2017, 9))


def _mostly(usual: T, *others: T) -> SearchStrategy[T]:
    """Return one value nearly always, or else one of the others."""
    usually = _USUALLY * len(others)
    picked = st.integers(0, usually + len(others) - 1)
    return picked.map(lambda number: usual if number < usually else others[number - usually])


def _named(reference: str) -> SearchStrategy[str]:
    return _mostly(reference, "", _NOTHING)


def _all_named(*references: str) -> SearchStrategy[tuple[str, ...]]:
    return _mostly(references, references[:1], (), (*references, _NOTHING))


def _year(pounds: int) -> ByYear[Money]:
    return ByYear.of({"2018/19": Money.pence(100 * pounds)})


def local_strategies() -> SearchStrategy[Strategy]:
    """Return strategies of one or two priorities, of which all or most are named."""
    engagement = st.builds(
        Engagement,
        st.just("group"),
        st.just("a group"),
        st.sampled_from(EngagementKind),
        parties=_mostly(PartyKind.CARERS, *PartyKind),
    )
    priorities = st.tuples(
        st.builds(Priority, st.just("p1"), st.just("Time off"), needs=_all_named("n1")),
        st.builds(Priority, st.just("p2"), st.just("Young Carers"), needs=_all_named("n1", "n2")),
    )
    return st.builds(
        Strategy,
        reference=st.just("strategy"),
        title=st.just("Carers strategy"),
        bodies=st.sampled_from((("the council",), ("the council", "the CCG"))),
        source=sources(),
        period=st.none() | st.just(DateRange(_FIRST, _LAST)),
        framework=_mostly("", "ncs-2008", "cap-2018"),
        priorities=priorities,
        priorities_stated=_mostly(2, None, 1, 6),
        needs=st.just((Need("n1", "Rest"), Need("n2", "Advice"))),
        aims=_mostly((Aim("a1", "Find carers", Topic.IDENTIFICATION),), ()),
        engagement=st.tuples(engagement),
        monitoring=_mostly((MonitoringGroup("board", "the board"),), ()),
    )


def intentions(reference: str = "i1") -> SearchStrategy[CommissioningIntention]:
    """Return intentions of every type, with a budget, most of which lack nothing."""
    budget = st.builds(
        Budget, _named("fund"), st.sampled_from(_PLANNED).map(_year), authority=_named("c")
    )
    notice = st.builds(Notice, days(_FIRST, _LAST), days(_FIRST, _LAST))
    starts: SearchStrategy[Day | None] = _mostly(_FIRST, None, DateRange.month(2018, 4))
    return st.builds(
        CommissioningIntention,
        reference=st.just(reference),
        title=st.just("Breaks"),
        type=_mostly(IntentionType.RECOMMISSION, *IntentionType),
        source=sources(),
        needs=_all_named("n1", "n2"),
        priorities=_all_named("p1", "p2"),
        cost_reviewed=_mostly(*(True, False, None)),
        budgets=st.tuples(budget),
        measures=_all_named("m1", "m2"),
        lead=_mostly("director", ""),
        status=_mostly(None, *IntentionStatus),
        start=starts,
        due=_mostly(_LAST, None),
        monitored_by=_all_named("board"),
        approved_by=_named("R"),
        authorities=_all_named("c"),
        timetable=_named("t"),
        notice=st.none() | notice,
    )


def timetables() -> SearchStrategy[Timetable]:
    """Return timetables of a tender, an award and a start, in their order or not."""
    kinds = (MilestoneKind.TENDER_OPENS, MilestoneKind.AWARD, MilestoneKind.SERVICE_STARTS)
    usual = (_DAYS[0], _DAYS[2], _FIRST)
    milestones = [
        st.builds(
            Milestone,
            st.just(f"s{place}"),
            st.just(str(kind)),
            st.just(kind),
            _mostly(day, *_DAYS, None),
        )
        for place, (kind, day) in enumerate(zip(kinds, usual, strict=True))
    ]
    return st.builds(
        Timetable,
        st.just("t"),
        st.just("Procurement"),
        sources(),
        st.tuples(*milestones),
        approved_by=_named("R"),
    )


def _position(pounds: int) -> Position:
    amount = Money.pence(100 * pounds)
    given = Entry("A1", EntryKind.ALLOCATION, amount, _FIRST, date(2018, 1, 1))
    return fold([given], fund=_FUND)


def _resolutions() -> SearchStrategy[Resolution]:
    cap = Cap("c.total", _MINUTE, at_most=Figure.pounds("1000.00"))
    free = Unlimited("c.any period", _MINUTE, "period")
    held = Authority("c", _MINUTE, powers=[AWARD], clauses=[cap, free])
    noting = Authority("d", _MINUTE, powers=[APPROVE])
    day = _mostly(date(2017, 6, 22), date(2017, 9, 16), DateRange.year(2017), None)
    given = _mostly((held,), (held, noting))
    return st.builds(Resolution, st.just("R"), st.just("cabinet"), sources(), day, given)


def _arrangement(reference: str, number: int) -> SearchStrategy[Arrangement]:
    def made(pounds: int, authority: str, day: date | None) -> Proposal:
        price = Price.as_stated(Money.pence(100 * pounds))
        contract = Contract(reference, first_day=_FIRST, last_day=_LAST, value=price)
        return Proposal(AWARD, contract, on=day, relies_on=authority, sequence=number)

    days_of_award = _mostly(date(2018, 1, 10), date(2018, 1, 11), None)
    proposal = st.builds(made, st.sampled_from(_PLANNED), _mostly("c", ""), days_of_award)
    return st.builds(
        Arrangement,
        proposal,
        _named("R"),
        _all_named("i1"),
        _all_named("fund"),
        _all_named("m1"),
    )


def portfolios() -> SearchStrategy[Portfolio]:
    """Return portfolios of a fund, a resolution, up to three intentions and three contracts."""
    # built once: a strategy made anew for each example costs more than the example
    planned = [intentions(f"i{number}") for number in range(1, 4)]
    made = [_arrangement(f"C{number}", number) for number in range(1, 4)]
    position = st.sampled_from(_HELD).map(_position)
    return st.builds(
        Portfolio,
        strategy=local_strategies(),
        intentions=st.one_of([st.tuples(*planned[:count]) for count in range(1, 4)]),
        measures=st.just((OutcomeMeasure("m1", "Rested"), OutcomeMeasure("m2", "Told"))),
        timetables=st.tuples(timetables()),
        accounts=st.tuples(st.builds(Account, st.just(_FUND), position)),
        resolutions=st.tuples(_resolutions()),
        arrangements=st.one_of([st.tuples(*made[:count]) for count in range(4)]),
    )
