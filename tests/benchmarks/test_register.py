"""What judging a council's whole register costs: 100,000 contracts under 200 authorities.

Each authority has a holder, a scope, a window, two lengths, two steps of options, and caps in all,
for each year and for each lot. One contract in four has two options and one in four has one; one in
seven is for another service, one in eleven by another holder, and the last hundredth under each
authority is over its total. Costs are held against a loop written by hand, as in ``test_awards``
and with its bounds: of 1,000 contracts under two of these authorities, judging costs at most ten
times the loop and reading every field of every finding at most forty; and up to 100,000 under all
of them, what one contract costs grows by no more than twice what it does in the loop. Five
contracts under each authority are shown beside these: binding its clauses then costs more than
judging.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Final

import pytest
from tests.benchmarks.timing import measure

from carerslib.awards import AWARD, Authority, Proposal, judge_each
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Length, Only, Steps, Window
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import ByYear, FinancialYear, Term
from carerslib.prices import Price
from carerslib.verdicts import Finding, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.timing import Cost

    from carerslib.verdicts import Verdict

AUTHORITIES: Final = {1_000: 2, 100_000: 200}
ROUNDS: Final = {1_000: 20, 100_000: 2}
FIRST: Final = date(2018, 4, 1)
LAST: Final = date(2024, 3, 31)
YEAR: Final = Term(months=12)
MINUTE: Final = Citation.record("Cabinet, carers services", "paragraph (c)")
EVERY_FIELD: Final = attrgetter(*Finding._fields)
LOTS: Final = ("1", "2", "3", "4")


class Row:
    """A contract as the loop by hand holds it: whole pence, months, and days as ordinals."""

    __slots__ = (
        "by",
        "firm",
        "first",
        "last",
        "lot",
        "months",
        "options",
        "service",
        "total",
        "years",
    )

    def __init__(self, number: int) -> None:
        start, firm = 2018 + number % 2, 3
        self.options = (12,) * (0, 1, 0, 2)[number % 4]
        length = firm + len(self.options)
        pence = 100_000 + number % 97
        self.by = "director" if number % 11 else "manager"
        self.service = "carers services" if number % 7 else "home care"
        self.lot = number % len(LOTS)
        self.first = date(start, 4, 1).toordinal()
        self.last = date(start + length, 3, 31).toordinal()
        self.firm, self.months = 12 * firm, 12 * length
        self.years = tuple((year - 2018, pence) for year in range(start, start + length))
        self.total = length * pence


def _proposal(number: int, row: Row) -> Proposal:
    price = Price.as_stated(Money.pence(row.years[0][1]))
    years = [FinancialYear(2018 + year) for year, _ in row.years]
    firm = len(years) - len(row.options)
    contract = Contract(
        f"contract-{number}",
        first_day=date.fromordinal(row.first),
        term=Term(months=row.firm),
        by_year=ByYear.of(dict.fromkeys(years[:firm], price)),
        options=[Option(term=YEAR, by_year=ByYear.of({year: price})) for year in years[firm:]],
        tags={"service": row.service, "lot": LOTS[row.lot]},
    )
    return Proposal(AWARD, contract, by=row.by)


def _figure(pence: int) -> Figure:
    return Figure(Price.as_stated(Money.pence(pence)))


def _authority(number: int, total: int, other: int) -> Authority:
    key = f"authority-{number}"
    return Authority(
        key,
        MINUTE,
        powers=[AWARD],
        clauses=[
            Holder(f"{key}.holder", MINUTE, "director"),
            Only(f"{key}.service", MINUTE, "service", "carers services"),
            Window(f"{key}.window", MINUTE, first=FIRST, last=LAST),
            Length(f"{key}.firm", MINUTE, at_most=Term(years=3), of="firm"),
            Length(f"{key}.length", MINUTE, at_most=Term(years=5)),
            Steps(f"{key}.options", MINUTE, (YEAR, YEAR)),
            Cap(f"{key}.total", MINUTE, at_most=_figure(total)),
            Cap(f"{key}.year", MINUTE, at_most=_figure(other), per=("year",)),
            Cap(f"{key}.lot", MINUTE, at_most=_figure(other), per=("lot",)),
        ],
    )


Limits = tuple[int, int]


def control(register: list[tuple[list[Row], Limits]]) -> list[int]:  # noqa: C901 - limit by limit
    """Judge by hand: for each contract, a bit for each of the nine limits that it breaks."""
    answers: list[int] = []
    answer = answers.append
    first, last = FIRST.toordinal(), LAST.toordinal()
    for rows, (total, other) in register:
        used, by_year, by_lot = 0, [0] * 16, [0] * len(LOTS)
        for row in rows:
            broken = 0
            if row.by != "director":
                broken = 1
            if row.service != "carers services":
                broken |= 2
            if row.first < first or row.last > last:
                broken |= 4
            if row.firm > 36:
                broken |= 8
            if row.months > 60:
                broken |= 16
            options = row.options
            if options and (len(options) > 2 or max(options) > 12):
                broken |= 32
            amount = row.total
            used += amount
            if used > total:
                broken |= 64
            for year, pence in row.years:
                by_year[year] = held = by_year[year] + pence
                if held > other:
                    broken |= 128
            lot = row.lot
            by_lot[lot] = held = by_lot[lot] + amount
            if held > other:
                broken |= 256
            answer(broken)
    return answers


def _verdicts(register: list[tuple[list[Proposal], Authority]]) -> Iterator[Verdict]:
    for proposals, authority in register:
        yield from judge_each(proposals, under=authority)


def _met(verdicts: Iterator[Verdict]) -> int:
    met = Result.MET
    return sum(1 for verdict in verdicts if verdict.result is met)


def _read(verdicts: Iterator[Verdict]) -> None:
    for verdict in verdicts:
        for finding in verdict.findings:
            list(finding)


def _read_by_name(verdicts: Iterator[Verdict]) -> None:
    for verdict in verdicts:
        for finding in verdict.findings:
            EVERY_FIELD(finding)


def _costs(size: int, authorities: int, rounds: int) -> dict[str, Cost]:
    each = size // authorities
    by_hand: list[tuple[list[Row], Limits]] = []
    for number in range(authorities):
        rows = [Row(number * each + place) for place in range(each)]
        whole = sum(row.total for row in rows)
        by_hand.append((rows, (whole - whole // 100, whole)))
    register = [
        ([_proposal(place, row) for place, row in enumerate(rows)], _authority(number, *limits))
        for number, (rows, limits) in enumerate(by_hand)
    ]
    expected = [broken == 0 for broken in control(by_hand)]
    assert [verdict.is_met for verdict in _verdicts(register)] == expected
    works = {
        "by hand": lambda: control(by_hand),
        "judged, kept": lambda: list(_verdicts(register)),
        "judged, streamed": lambda: _met(_verdicts(register)),
        "read, kept": lambda: _read(iter(list(_verdicts(register)))),
        "read, streamed": lambda: _read(_verdicts(register)),
        "read by name": lambda: _read_by_name(_verdicts(register)),
    }
    return measure(works, size, rounds)


def _table(title: str, costs: dict[str, Cost]) -> str:
    lines = [f"\n{title}, for each contract:"]
    lines += [
        f"  {name:<18}{cost!s:>12}{cost.times(costs['by hand']):>8.1f} times by hand"
        for name, cost in costs.items()
    ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def costs() -> dict[int, dict[str, Cost]]:
    return {
        size: _costs(size, authorities, ROUNDS[size]) for size, authorities in AUTHORITIES.items()
    }


def test_the_costs_are_shown(
    costs: dict[int, dict[str, Cost]], capsys: pytest.CaptureFixture[str]
) -> None:
    few = _costs(1_000, 200, 5)
    with capsys.disabled():
        for size, found in costs.items():
            print(_table(f"{size:,} contracts under {AUTHORITIES[size]} authorities", found))
        print(_table("1,000 contracts under 200 authorities", few))
    assert set(costs) == {1_000, 100_000}


@pytest.mark.parametrize("how", ["kept", "streamed"])
def test_judging_the_register_costs_at_most_ten_times_the_loop_by_hand(
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
def test_a_large_register_costs_little_more_for_each_contract_than_a_small_one(
    costs: dict[int, dict[str, Cost]], work: str
) -> None:
    own = costs[100_000]["by hand"].times(costs[1_000]["by hand"])
    assert costs[100_000][work].times(costs[1_000][work]) <= 2 * own
