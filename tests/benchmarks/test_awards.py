"""What judging awards costs, beside a loop written by hand for this one authority.

Run by hand, or by ``.ci/deep``. Costs are ratios, since machines differ; each table is printed. The
authority has six clauses. Of the contracts, one in seven is for another service, one in eleven by
another holder, one in four too long, and the last hundredth is over the total.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.benchmarks.timing import measure

from carerslib.awards import AWARD, Authority, Proposal, judge_each
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Length, Only, Window
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.periods import ByYear, FinancialYear, Term
from carerslib.prices import Price
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytest_benchmark.fixture import BenchmarkFixture
    from tests.benchmarks.timing import Cost

    from carerslib.verdicts import Verdict

FIRST: Final = date(2018, 4, 1)
LAST: Final = date(2023, 3, 31)
HOLDER: Final = "director"
SERVICES: Final = ("carers services", "carers breaks")
ROUNDS: Final = {1: 30, 10: 30, 1_000: 20, 100_000: 2}
MINUTE: Final = Citation.record("Cabinet, carers services", "paragraph (c)")


class Row:
    """A contract as the loop by hand holds it: whole pence, months, and days as ordinals."""

    __slots__ = ("by", "first", "last", "months", "service", "total", "years")

    def __init__(self, number: int) -> None:
        start, length = 2018 + number % 2, 3 + number % 4
        pence = 100_000 + number % 97
        self.by = "director" if number % 11 else "manager"
        self.service = "carers services" if number % 7 else "home care"
        self.first = date(start, 4, 1).toordinal()
        self.last = date(start + length, 3, 31).toordinal()
        self.months = 12 * length
        self.years = tuple((year - 2018, pence) for year in range(start, start + length))
        self.total = length * pence


def _limits(rows: list[Row]) -> tuple[int, int]:
    """Give a total that the last hundredth of the contracts is over, and a year's that holds."""
    whole = sum(row.total for row in rows)
    return whole - whole // 100, whole


def _proposal(number: int, row: Row) -> Proposal:
    price = Price.as_stated(Money.pence(row.years[0][1]))
    contract = Contract(
        f"contract-{number}",
        first_day=date.fromordinal(row.first),
        last_day=date.fromordinal(row.last),
        by_year=ByYear.of({FinancialYear(2018 + year): price for year, _ in row.years}),
        tags={"service": row.service},
    )
    return Proposal(AWARD, contract, by=row.by)


def _authority(total: int, yearly: int) -> Authority:
    money = [Figure(Price.as_stated(Money.pence(pence))) for pence in (total, yearly)]
    return Authority(
        "c",
        MINUTE,
        powers=[AWARD],
        clauses=[
            Holder("c.holder", MINUTE, HOLDER),
            Only("c.service", MINUTE, "service", SERVICES),
            Window("c.window", MINUTE, first=FIRST, last=LAST),
            Length("c.length", MINUTE, at_most=Term(years=5)),
            Cap("c.total", MINUTE, at_most=money[0]),
            Cap("c.year", MINUTE, at_most=money[1], per=("year",)),
        ],
    )


def control(rows: list[Row], total: int, yearly: int) -> list[int]:
    """Judge by hand: for each contract, a bit for each of the six limits that it breaks."""
    holder, services, months = HOLDER, frozenset(SERVICES), 60
    first, last = FIRST.toordinal(), LAST.toordinal()
    used, by_year = 0, [0] * 16
    answers: list[int] = []
    answer = answers.append
    for row in rows:
        broken = 0
        if row.by != holder:
            broken = 1
        if row.service not in services:
            broken |= 2
        if row.first < first or row.last > last:
            broken |= 4
        if row.months > months:
            broken |= 8
        used += row.total
        if used > total:
            broken |= 16
        for year, pence in row.years:
            by_year[year] = held = by_year[year] + pence
            if held > yearly:
                broken |= 32
        answer(broken)
    return answers


def _stream(verdicts: Iterable[Verdict]) -> int:
    met = Result.MET
    return sum(1 for verdict in verdicts if verdict.result is met)


def _read(verdicts: Iterable[Verdict]) -> None:
    for verdict in verdicts:
        for finding in verdict.findings:
            list(finding)


def _costs(size: int) -> dict[str, Cost]:
    # each side's data is made at one go, so that neither is scattered among the other's
    rows = [Row(number) for number in range(size)]
    total, yearly = _limits(rows)
    proposals = [_proposal(number, row) for number, row in enumerate(rows)]
    authority = _authority(total, yearly)
    by_hand = [broken == 0 for broken in control(rows, total, yearly)]
    assert [verdict.is_met for verdict in judge_each(proposals, under=authority)] == by_hand
    return measure(
        {
            "by hand": lambda: control(rows, total, yearly),
            "judged, kept": lambda: list(judge_each(proposals, under=authority)),
            "judged, streamed": lambda: _stream(judge_each(proposals, under=authority)),
            "read, kept": lambda: _read(list(judge_each(proposals, under=authority))),
            "read, streamed": lambda: _read(judge_each(proposals, under=authority)),
        },
        size,
        ROUNDS[size],
    )


def _table(costs: dict[int, dict[str, Cost]]) -> str:
    lines = []
    for size, found in costs.items():
        lines.append(f"\n{size:,} contracts, for each:")
        lines += [
            f"  {name:<18}{cost!s:>12}{cost.times(found['by hand']):>8.1f} times by hand"
            for name, cost in found.items()
        ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def costs() -> dict[int, dict[str, Cost]]:
    return {size: _costs(size) for size in ROUNDS}


def test_the_costs_are_shown(
    costs: dict[int, dict[str, Cost]], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        print(_table(costs))
    assert set(costs) == {1, 10, 1_000, 100_000}


@pytest.mark.parametrize("how", ["kept", "streamed"])
def test_judging_a_thousand_contracts_costs_at_most_ten_times_the_loop_by_hand(
    costs: dict[int, dict[str, Cost]], how: str
) -> None:
    assert costs[1_000][f"judged, {how}"].times(costs[1_000]["by hand"]) <= 10


@pytest.mark.parametrize("how", ["kept", "streamed"])
def test_reading_every_finding_costs_at_most_forty_times_the_loop_by_hand(
    costs: dict[int, dict[str, Cost]], how: str
) -> None:
    assert costs[1_000][f"read, {how}"].times(costs[1_000]["by hand"]) <= 40


@pytest.mark.parametrize(
    "work", ["judged, kept", "judged, streamed", "read, kept", "read, streamed"]
)
def test_a_hundred_thousand_contracts_cost_little_more_each_than_a_thousand(
    costs: dict[int, dict[str, Cost]], work: str
) -> None:
    own = costs[100_000]["by hand"].times(costs[1_000]["by hand"])
    assert costs[100_000][work].times(costs[1_000][work]) <= 2 * own


def test_a_thousand_contracts_are_judged(benchmark: BenchmarkFixture) -> None:
    rows = [Row(number) for number in range(1_000)]
    proposals = [_proposal(number, row) for number, row in enumerate(rows)]
    authority = _authority(*_limits(rows))
    verdicts = benchmark(lambda: list(judge_each(proposals, under=authority)))
    assert len(verdicts) == 1_000


IMPORTING: Final = "import time; t = time.perf_counter_ns(); {}; print(time.perf_counter_ns() - t)"
FIRST_JUDGEMENT: Final = """\
from datetime import date
from carerslib.awards import AWARD, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Window
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.prices import Price
minute = Citation.record("Cabinet", "paragraph (c)")
window = Window("c.window", minute, date(2018, 4, 1), date(2023, 3, 31))
cap = Cap("c.total", minute, Figure.pounds("1000.00"))
authority = Authority("c", minute, [AWARD], [window, cap])
price = Price.as_stated(Money.pounds("1000.00"))
hub = Contract("hub", date(2018, 4, 1), date(2023, 3, 31), value=price)
assert judge(Proposal(AWARD, hub), under=authority).is_met
"""


def _fresh(work: str) -> int:
    command = [sys.executable, "-c", IMPORTING.replace("{}", work.strip().replace("\n", "; "))]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    return int(run.stdout)


def test_importing_awards_costs_at_most_one_and_a_half_times_importing_attrs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    works = {
        "import attrs": "import attrs",
        "import carerslib.awards": "import carerslib.awards",
        "to the first judgement": FIRST_JUDGEMENT,
    }
    least = {name: min(_fresh(work) for _ in range(2)) for name, work in works.items()}
    for _ in range(15):
        for name, work in works.items():
            least[name] = min(least[name], _fresh(work))
    with capsys.disabled():
        print("\nIn a fresh interpreter:")
        for name, nanoseconds in least.items():
            print(f"  {name:<24}{nanoseconds / 1e6:>8.1f} ms")
    assert least["import carerslib.awards"] <= 1.5 * least["import attrs"]
