"""What reviewing a whole record costs: 500 intentions, 50 funds and 5,000 contracts.

Each fund pays for ten intentions and each intention for ten contracts; each fund has a resolution
of its own with a cap, a holder and a window, and a timetable. Beside these stands what records of
councils hold: for each contract an order, and for each month an entry, offered to the fund; for
each intention two actions of a plan; for each fund a plan, four figures about carers of which two
are set beside each other, a return on breaks, four values of indicators and two movements of
take-up.

Costs are held against the parts judged alone: the contracts by ``judge_register``, the links by
``trace``, the entries offered to a ``Book``, the plans, figures, returns, values and movements each
by what checks one of them. A tenth and a third of the record are measured in the same run, so that
a cost that grows faster than the record shows.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from tests.benchmarks.timing import measure

from carerslib.awards import AWARD, Authority, Proposal, Resolution, judge_register
from carerslib.carers.populations import Ages, Estimate, Population, check_statement, compare
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Window
from carerslib.commissioning import (
    Account,
    Action,
    ActionPlan,
    ActionStatus,
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
    SetBeside,
    Strategy,
    Timetable,
    check_plan,
    review,
    trace,
)
from carerslib.commissioning.monitoring import (
    BreakReturn,
    Concept,
    IndicatorValue,
    Measure,
    Move,
    Movement,
    check_return,
    check_value,
    read_take_up,
)
from carerslib.contracts import Contract
from carerslib.funds import Entry, EntryKind, Fund, FundType, fold
from carerslib.funds.book import Book
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture
    from tests.benchmarks.timing import Cost

    from carerslib.clauses import Clause
    from carerslib.verdicts import Verdict

FUNDS: Final = {5: 12, 17: 8, 50: 5}
"""How many funds, and how many rounds; each pays for ten intentions of ten contracts each."""

EACH: Final = 10
MINUTE: Final = Citation.record("Anyshire cabinet", "paragraph 4")
FIRST: Final = date(2018, 4, 1)
LAST: Final = date(2019, 3, 31)
EARLIER: Final = date(2017, 6, 22)
PRICE: Final = Price.as_stated(Money.pounds("100"))
PEOPLE: Final = Population(area="Anyshire", ages=Ages(18), definition="CEN21")


class Made(NamedTuple):
    """What hangs on one fund."""

    account: Account
    resolution: Resolution
    timetable: Timetable
    plan: ActionPlan
    intentions: list[CommissioningIntention]
    arrangements: list[Arrangement]


def _account(number: int) -> Account:
    """Give a fund to which an order is offered for each contract, and what each month took."""
    fund = Fund(f"fund {number}", "Anyshire", MINUTE, FundType.UNPROTECTED_BUDGET)
    given = Entry("A", EntryKind.ALLOCATION, Money.pounds("20000"), FIRST, EARLIER)
    ordered = [
        Entry(
            f"O{place}", EntryKind.COMMITMENT, Money.pounds("100"), FIRST, FIRST, order=f"{place}"
        )
        for place in range(EACH * EACH)
    ]
    spent = [
        Entry(
            f"E{month}",
            EntryKind.EXPENDITURE,
            Money.pounds("10"),
            FIRST + timedelta(days=30 * month),
            FIRST + timedelta(days=30 * month),
        )
        for month in range(12)
    ]
    return Account(fund, fold([given], fund=fund), [*ordered, *spent])


def _resolution(number: int) -> Resolution:
    key = f"award {number}"
    clauses: list[Clause] = [
        Holder(f"{key}.holder", MINUTE, "director"),
        Window(f"{key}.window", MINUTE, first=FIRST, last=LAST),
        Cap(f"{key}.total", MINUTE, at_most=Figure.pounds("10000.00")),
    ]
    held = Authority(key, MINUTE, powers=[AWARD], clauses=clauses)
    return Resolution(f"resolution {number}", "cabinet", MINUTE, EARLIER, authorities=held)


def _timetable(number: int) -> Timetable:
    milestones = [
        Milestone("open", "Tendering begins", MilestoneKind.TENDER_OPENS, date(2017, 9, 15)),
        Milestone("award", "Award", MilestoneKind.AWARD, date(2018, 1, 10)),
        Milestone("start", "Start", MilestoneKind.SERVICE_STARTS, FIRST),
    ]
    return Timetable(f"time {number}", "Procurement", MINUTE, milestones, f"resolution {number}")


def _intention(number: int, fund: int) -> CommissioningIntention:
    amounts = ByYear.of({"2018/19": Money.pounds("1000")})
    budget = Budget(f"fund {fund}", amounts, committed=amounts, authority=f"award {fund}")
    return CommissioningIntention(
        reference=f"intention {number}",
        title="Breaks",
        type=IntentionType.RECOMMISSION,
        source=MINUTE,
        needs="rest",
        priorities=f"priority {number % 6}",
        budgets=budget,
        measures=f"measure {number}",
        lead="head of commissioning",
        start=FIRST,
        due=LAST,
        monitored_by="board",
        approved_by=f"resolution {fund}",
        authorities=f"award {fund}",
        timetable=f"time {fund}",
    )


def _arrangement(number: int, intention: int, fund: int) -> Arrangement:
    reference = f"contract {number}"
    made = Contract(reference, first_day=FIRST, last_day=LAST, value=PRICE)
    day = date(2018, 1, 10) + timedelta(days=number % (EACH * EACH))
    proposal = Proposal(AWARD, made, by="director", on=day, relies_on=f"award {fund}")
    return Arrangement(
        proposal,
        f"resolution {fund}",
        f"intention {intention}",
        f"fund {fund}",
        f"measure {intention}",
    )


def _plan(fund: int) -> ActionPlan:
    """Give a plan with two actions for each intention, of which most are under way."""
    actions = [
        Action(
            reference=f"action {number}",
            number=f"{fund}.{place}",
            title="Talk",
            lead="head of commissioning",
            due=LAST,
            status=ActionStatus.COMPLETE if place % EACH == 0 else ActionStatus.IN_PROGRESS,
            priority=f"priority {number % 6}",
            intentions=f"intention {number // 2}",
            measures=f"measure {number // 2}",
        )
        for place, number in enumerate(range(2 * fund * EACH, 2 * (fund + 1) * EACH))
    ]
    return ActionPlan(reference=f"plan {fund}", title="Plan", actions=actions)


def _made(fund: int) -> Made:
    intentions = range(fund * EACH, (fund + 1) * EACH)
    return Made(
        _account(fund),
        _resolution(fund),
        _timetable(fund),
        _plan(fund),
        [_intention(number, fund) for number in intentions],
        [
            _arrangement(number * EACH + each, number, fund)
            for number in intentions
            for each in range(EACH)
        ],
    )


def _figures(funds: int) -> list[Estimate]:
    return [
        Estimate(f"figure {number}", 17_000 + number, PEOPLE, MINUTE, DateRange.year(2021))
        for number in range(4 * funds)
    ]


def _beside(funds: int) -> list[SetBeside]:
    return [
        SetBeside(f"pair {number}", f"figure {4 * number}", f"figure {4 * number + 1}")
        for number in range(funds)
    ]


def _returns(funds: int) -> list[BreakReturn]:
    spend = Money.pounds("1000")
    return [
        BreakReturn(reference=f"return {number}", title="Breaks", places=40, people=90, spend=spend)
        for number in range(funds)
    ]


def _values(funds: int) -> list[IndicatorValue]:
    return [
        IndicatorValue(
            reference=f"value {number}",
            concept=Concept.SOCIAL_CONTACT,
            year="2024/25",
            collected_in="2024/25",
            area="Anyshire",
            value=30,
            release="1",
        )
        for number in range(4 * funds)
    ]


def _movements(funds: int) -> list[Movement]:
    moves = dict.fromkeys(Measure, Move.STEADY)
    return [
        Movement(reference=f"movement {number}", service=f"service {number}", moves=moves)
        for number in range(2 * funds)
    ]


def record(funds: int) -> Portfolio:
    """Give a record of so many funds, in which nothing is missing."""
    made = [_made(fund) for fund in range(funds)]
    intentions = [each for one in made for each in one.intentions]
    numbers = range(funds * EACH)
    return Portfolio(
        strategy=Strategy(
            reference="strategy",
            title="Anyshire carers strategy",
            bodies="Anyshire",
            source=MINUTE,
            priorities=[
                Priority(f"priority {each}", "Time off", needs="rest") for each in range(6)
            ],
            needs=[Need("rest", "Rest")],
            engagement=[Engagement("group", "group", EngagementKind.FOCUS_GROUP, PartyKind.CARERS)],
            monitoring=[MonitoringGroup("board", "Board")],
        ),
        intentions=intentions,
        measures=[OutcomeMeasure(f"measure {each}", "Rested") for each in numbers],
        timetables=[one.timetable for one in made],
        accounts=[one.account for one in made],
        resolutions=[one.resolution for one in made],
        arrangements=[each for one in made for each in one.arrangements],
        plans=[one.plan for one in made],
        statements=_figures(funds),
        beside=_beside(funds),
        returns=_returns(funds),
        values=_values(funds),
        movements=_movements(funds),
    )


def _contracts_alone(portfolio: Portfolio) -> Callable[[], list[tuple[Verdict, ...]]]:
    """Judge the contracts under each resolution, which the caller has put together already."""
    under = {each.reference: each for each in portfolio.resolutions}
    made: dict[str, list[Proposal]] = {reference: [] for reference in under}
    for each in portfolio.arrangements:
        made[each.resolution].append(each.proposal)
    return lambda: [judge_register(made[name], under=under[name]) for name in under]


def _entries_alone(portfolio: Portfolio) -> list[object]:
    """Offer the entries of each fund, and add up what stands there then."""
    found: list[object] = []
    for account in portfolio.accounts:
        assert account.position is not None
        book = Book(account.position)
        found += [book.offer(entry) for entry in account.entries]
        found.append(book.position.sums(year="2018/19"))
    return found


def _checked_alone(portfolio: Portfolio) -> list[object]:
    """Check each plan, figure, pair of figures, return, value and movement by itself."""
    figures = {each.reference: each for each in portfolio.statements}
    return [
        *(check_plan(each, on=EARLIER) for each in portfolio.plans),
        *(check_statement(each) for each in portfolio.statements),
        *(compare(figures[each.left], figures[each.right]) for each in portfolio.beside),
        *(check_return(each) for each in portfolio.returns),
        *(check_value(each) for each in portfolio.values),
        *(read_take_up(each) for each in portfolio.movements),
    ]


def _costs(funds: int) -> dict[str, Cost]:
    portfolio, contracts = record(funds), funds * EACH * EACH
    alone = _contracts_alone(portfolio)

    def parts() -> object:
        return alone(), trace(portfolio), _entries_alone(portfolio), _checked_alone(portfolio)

    return measure(
        {
            "contracts alone": alone,
            "entries alone": lambda: _entries_alone(portfolio),
            "checks alone": lambda: _checked_alone(portfolio),
            "parts alone": parts,
            "reviewed": lambda: review(portfolio, on=EARLIER),
            "read": lambda: review(portfolio, on=EARLIER).findings,
        },
        contracts,
        FUNDS[funds],
    )


@pytest.fixture(scope="module")
def costs() -> dict[int, dict[str, Cost]]:
    return {funds: _costs(funds) for funds in FUNDS}


def test_the_record_is_whole() -> None:
    portfolio = record(1)
    assert review(portfolio, on=EARLIER).is_met
    twice = record(2)
    assert len(twice.arrangements) == 2 * EACH * EACH
    assert sum(len(each.entries) for each in twice.accounts) == 2 * (EACH * EACH + 12)
    assert sum(len(each.actions) for each in twice.plans) == 4 * EACH
    assert len(twice.statements) == 8


def test_the_costs_are_shown(
    costs: dict[int, dict[str, Cost]], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = []
    for funds, found in costs.items():
        lines.append(f"\n{funds} funds, {funds * EACH * EACH:,} contracts, for each contract:")
        lines += [
            f"  {name:<18}{cost!s:>12}{cost.times(found['parts alone']):>8.1f} times its parts"
            for name, cost in found.items()
        ]
    with capsys.disabled():
        print("\n".join(lines))
    assert set(costs) == set(FUNDS)


@pytest.mark.parametrize("funds", FUNDS)
def test_a_review_costs_at_most_three_times_its_parts_alone(
    costs: dict[int, dict[str, Cost]], funds: int
) -> None:
    assert costs[funds]["reviewed"].times(costs[funds]["parts alone"]) <= 3


@pytest.mark.parametrize("work", ["reviewed", "read"])
def test_a_contract_of_the_whole_record_costs_little_more_than_one_of_a_tenth(
    costs: dict[int, dict[str, Cost]], work: str
) -> None:
    own = max(1.0, costs[50]["parts alone"].times(costs[5]["parts alone"]))
    assert costs[50][work].times(costs[5][work]) <= 1.5 * own


def test_a_review_of_a_tenth(benchmark: BenchmarkFixture) -> None:
    portfolio = record(5)
    assert benchmark(lambda: review(portfolio, on=EARLIER)).is_met
