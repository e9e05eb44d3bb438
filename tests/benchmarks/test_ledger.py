"""What checking entries costs, beside a loop written by hand and beside beancount.

Run by hand, or by ``.ci/deep``. Costs are ratios, since machines differ; each table is printed. The
loop by hand builds the same entries and gives the same reasons for the same refusals: of every
twenty entries one is for a purpose that is not permitted, and one takes more than its order has.
beancount, where it is installed, builds a transaction of two postings for each entry, books them
and validates them; it refuses nothing, since it knows no purposes or ceilings.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs
import pytest
from tests.benchmarks.timing import measure

from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Only, Window
from carerslib.funds import (
    Book,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Outlay,
    Position,
    Stipulation,
    StipulationKind,
)
from carerslib.money import Money
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE: Final = Citation.record("Grant determination")
FIRST: Final = date(2010, 4, 1)
LAST: Final = date(2011, 3, 31)
HEADS: Final = ("breaks", "training", "advice")
PURPOSES: Final = ("sitting service", "course", "advice line", "office furniture")
CEILING: Final = 10**13
MOST_OF_THE_CONTROL: Final = 4
# what counts for each recipient keeps, besides, what stood when each entry was posted
MOST_WHERE_COUNTED: Final = 6
LEAST_OF_BEANCOUNT: Final = 2
GROWTH: Final = 1.5
ROUNDS: Final = {10_000: 7, 100_000: 3, 1_000_000: 1}
FUND: Final = Fund(
    "carers grant",
    "council",
    SOURCE,
    FundType.RING_FENCED_GRANT,
    [
        Stipulation(
            "terms",
            StipulationKind.CONDITION,
            "department",
            SOURCE,
            clauses=[
                Only("purposes", SOURCE, "purpose", PURPOSES[:3]),
                Window("days", SOURCE, FIRST, LAST),
            ],
            ring_fence=True,
        )
    ],
    [Head("breaks"), Head("training"), Head("advice", at_most=Money.pence(CEILING))],
    outlay=Outlay.REVENUE,
)
MOST_EACH: Final = 10**12
COUNTING: Final = attrs.evolve(
    FUND,
    stipulations=[
        attrs.evolve(
            FUND.stipulations[0],
            clauses=[
                *FUND.stipulations[0].clauses,
                Cap(
                    "each",
                    SOURCE,
                    Figure.pounds(f"{MOST_EACH // 100}.00"),
                    per=("recipient",),
                ),
            ],
        )
    ],
)
"""The same, with a limit for each of a thousand carers."""


class Row(NamedTuple):
    """An entry as a database gives it."""

    reference: str
    kind: EntryKind
    pence: int
    day: date
    head: str | None
    purpose: str | None
    order: str | None
    recipient: str | None


def rows(size: int) -> list[Row]:
    """Give an allocation, and then orders, part deliveries and direct spending in turn."""
    found = [Row("A", EntryKind.ALLOCATION, size * 1500, FIRST, None, None, None, None)]
    for number in range(1, size):
        day = FIRST + timedelta(days=number % 365)
        step = number % 4
        of = number - (step if step != 2 else 0)  # the order that it is about
        head, purpose = HEADS[of % 3], PURPOSES[of // 7 % 3]
        carer = f"carer {of // 4 % 1000}"
        order = f"R{of}" if step in (1, 3) and of else None
        if step == 0:
            row = Row(f"R{number}", EntryKind.COMMITMENT, 3000, day, head, purpose, None, carer)
        elif step == 2:
            purpose = PURPOSES[number // 4 % 5 % 4 if number % 20 != 2 else 3]
            row = Row(f"R{number}", EntryKind.EXPENDITURE, 500, day, head, purpose, None, carer)
        else:
            pence = 2900 if step == 1 else 4000 if number % 20 == 3 else 50
            row = Row(f"R{number}", EntryKind.EXPENDITURE, pence, day, head, purpose, order, carer)
        found.append(row)
    return found


def ours(given: list[Row], fund: Fund = FUND) -> list[tuple[Entry, Verdict]]:
    """Build each entry, and offer it."""
    offer, revenue, pence = Book(Position(fund)).offer, Outlay.REVENUE, Money.pence
    found = []
    for reference, kind, amount, day, head, purpose, order, carer in given:
        entry = Entry(
            reference,
            kind,
            pence(amount),
            day,
            day,
            head=head,
            purpose=purpose,
            outlay=revenue,
            recipient=carer,
            order=order,
        )
        found.append((entry, offer(entry)))
    return found


def streamed(given: list[Row]) -> int:
    """Offer each entry and keep none; give the number refused."""
    offer, refused = Book(Position(FUND)).offer, 0
    for reference, kind, amount, day, head, purpose, order, carer in given:
        entry = Entry(
            reference,
            kind,
            Money.pence(amount),
            day,
            day,
            head=head,
            purpose=purpose,
            outlay=Outlay.REVENUE,
            recipient=carer,
            order=order,
        )
        refused += offer(entry).result is Result.NOT_MET
    return refused


@dataclass(frozen=True, slots=True)
class Plain:
    """The same entry, as one would write it for this one fund."""

    reference: str
    kind: EntryKind
    pence: int
    counts_for: date
    recorded_on: date
    head: str | None
    purpose: str | None
    outlay: str
    order: str | None
    recipient: str | None

    def __post_init__(self) -> None:
        if not self.reference or self.pence < 0 or type(self.counts_for) is not date:
            raise ValueError(self)


class Control:
    """The checks written out by hand: running sums, and the reasons for each refusal."""

    def __init__(self, *, counts: bool = False) -> None:
        self.counts = counts
        self.each: dict[str | None, int] = {}
        self.uncommitted = self.on_ceiling = 0
        self.open: dict[tuple[str, str | None], int] = {}
        self.seen: set[str] = set()
        self.sums: dict[tuple[str | None, EntryKind], int] = {}
        self.permitted = frozenset(PURPOSES[:3])

    def offer(self, entry: Plain) -> tuple[str, ...]:
        """Give the reasons against an entry, and take it where there are none."""
        reasons = []
        pence, head, kind = entry.pence, entry.head, entry.kind
        if entry.reference in self.seen:
            reasons.append(f"{entry.reference} was posted before")
        if kind is EntryKind.ALLOCATION:
            if not reasons:
                self.uncommitted += pence
        else:
            self._labels(entry, reasons)
            self._amounts(entry, reasons)
        if not reasons:
            self.seen.add(entry.reference)
            key = (head, kind)
            self.sums[key] = self.sums.get(key, 0) + pence
        return tuple(reasons)

    def _labels(self, entry: Plain, reasons: list[str]) -> None:
        if entry.head not in HEADS:
            reasons.append(f"{entry.head} is no head of the fund")
        if entry.outlay != "revenue":
            reasons.append(f"{entry.outlay} is not revenue")
        if entry.purpose not in self.permitted:
            reasons.append(f"{entry.purpose} is not permitted")
        if not FIRST <= entry.counts_for <= LAST:
            reasons.append(f"{entry.counts_for} is not an eligible day")

    def _amounts(self, entry: Plain, reasons: list[str]) -> None:
        pence, head = entry.pence, entry.head
        if entry.order is not None:
            key = (entry.order, head)
            left = self.open.get(key, 0)
            if pence > left:
                reasons.append(f"{left} is open on {entry.order}")
            elif not reasons:
                self.open[key] = left - pence
            return
        if pence > self.uncommitted:
            reasons.append(f"{self.uncommitted} is uncommitted")
        if head == "advice" and self.on_ceiling + pence > CEILING:
            reasons.append("advice may not take so much")
        if self.counts:
            self._count(entry, reasons)
        if not reasons:
            self.uncommitted -= pence
            self.on_ceiling += pence if head == "advice" else 0
            if entry.kind is EntryKind.COMMITMENT:
                self.open[entry.reference, head] = pence

    def _count(self, entry: Plain, reasons: list[str]) -> None:
        """Count for each carer."""
        had = self.each.get(entry.recipient, 0)
        if entry.recipient is None or had + entry.pence > MOST_EACH:
            reasons.append(f"{entry.recipient} has had {had}")
        if not reasons:
            self.each[entry.recipient] = had + entry.pence


def control(given: list[Row], *, counts: bool = False) -> list[tuple[Plain, tuple[str, ...]]]:
    """Build each entry by hand, and check it by hand."""
    offer = Control(counts=counts).offer
    found = []
    for reference, kind, amount, day, head, purpose, order, carer in given:
        entry = Plain(reference, kind, amount, day, day, head, purpose, "revenue", order, carer)
        found.append((entry, offer(entry)))
    return found


def _beancount() -> Callable[[list[Row]], object] | None:
    """Give the same work for beancount, or None where it is not installed."""
    if importlib.util.find_spec("beancount") is None:
        return None
    data: Any = importlib.import_module("beancount.core.data")
    validation: Any = importlib.import_module("beancount.ops.validation")
    booking: Any = importlib.import_module("beancount.parser.booking")
    options: Any = importlib.import_module("beancount.parser.options")
    amount_of: Any = importlib.import_module("beancount.core.amount").Amount
    accounts = {
        EntryKind.ALLOCATION: ("Assets:Fund", "Income:Grant"),
        EntryKind.COMMITMENT: ("Liabilities:Orders", "Assets:Fund"),
        EntryKind.EXPENDITURE: ("Expenses:Carers", "Assets:Fund"),
    }

    def work(given: list[Row]) -> object:
        meta = data.new_metadata("benchmark", 0)
        names = sorted({name for pair in accounts.values() for name in pair})
        entries = [data.Open(meta, FIRST, name, ["GBP"], None) for name in names]
        for row in given:
            amount = amount_of(Decimal(row.pence).scaleb(-2), "GBP")
            to, out = accounts[row.kind]
            postings = [
                data.Posting(to, amount, None, None, None, {}),
                data.Posting(out, amount_of(-amount.number, "GBP"), None, None, None, {}),
            ]
            entries.append(
                data.Transaction(
                    data.new_metadata("benchmark", 0),
                    row.day,
                    "*",
                    row.head,
                    row.purpose,
                    frozenset(),
                    frozenset([row.reference]),
                    postings,
                )
            )
        entries.sort(key=data.entry_sortkey)
        chosen = dict(options.OPTIONS_DEFAULTS)
        booked, errors = booking.book(entries, chosen)
        return booked, errors + validation.validate(booked, chosen)

    return work


def test_the_loop_by_hand_refuses_the_same_entries() -> None:
    given = rows(10_000)
    by_hand = [entry.reference for entry, reasons in control(given) if reasons]
    refused = [entry.reference for entry, verdict in ours(given) if not verdict.is_met]
    assert refused == by_hand
    assert len(refused) * 20 // len(given) in (1, 2)
    assert streamed(given) == len(refused)


def test_checking_costs_little_more_than_by_hand_and_grows_as_it_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ratios = {}
    for size, rounds in ROUNDS.items():
        given = rows(size)
        works: dict[str, Callable[[], object]] = {
            "carerslib": partial(ours, given),
            "by hand": partial(control, given),
        }
        peer = _beancount()
        if peer is not None:
            works["beancount"] = partial(peer, given)
        costs = measure(works, size, rounds)
        ratios[size] = costs["carerslib"].times(costs["by hand"])
        with capsys.disabled():
            line = ", ".join(f"{name} {cost}" for name, cost in costs.items())
            print(f"\n{size:>9,} entries: {line}; {ratios[size]:.1f} times by hand")
        assert ratios[size] <= MOST_OF_THE_CONTROL
        if "beancount" in costs:
            assert costs["beancount"].times(costs["carerslib"]) >= LEAST_OF_BEANCOUNT
    assert max(ratios.values()) <= GROWTH * min(ratios.values())


def test_counting_for_each_carer_costs_no_more_than_a_few_times_by_hand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = rows(1_000)
    refused = [entry.reference for entry, verdict in ours(given, COUNTING) if not verdict.is_met]
    assert refused == [row.reference for row, reasons in control(given, counts=True) if reasons]
    ratios = {}
    for size, rounds in list(ROUNDS.items())[:2]:
        given = rows(size)
        costs = measure(
            {
                "carerslib": partial(ours, given, COUNTING),
                "by hand": partial(control, given, counts=True),
            },
            size,
            rounds,
        )
        ratios[size] = costs["carerslib"].times(costs["by hand"])
        with capsys.disabled():
            line = ", ".join(f"{name} {cost}" for name, cost in costs.items())
            print(
                f"\n{size:>9,} entries, counted for each: {line}; {ratios[size]:.1f} times by hand"
            )
    assert max(ratios.values()) <= MOST_WHERE_COUNTED
    assert max(ratios.values()) <= GROWTH * min(ratios.values())


WORKS: Final = {"kept": ours, "streamed": streamed}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says the most memory held")
@pytest.mark.parametrize("work", WORKS)
def test_the_most_memory_that_a_million_entries_take_is_stated(
    work: str, capsys: pytest.CaptureFixture[str]
) -> None:
    script = (
        "from tests.benchmarks import test_ledger as t;"
        f"given = t.rows(1_000_000); before = t.peak(); t.WORKS[{work!r}](given);"
        "print(before, t.peak())"
    )
    run = [sys.executable, "-c", script]
    told = subprocess.run(run, check=True, capture_output=True, text=True)  # noqa: S603
    before, after = map(int, told.stdout.split())
    with capsys.disabled():
        print(f"\n1,000,000 entries {work}: {(after - before) // 1024:,} MB")
    assert after > before


def peak() -> int:
    """Give the most memory that this process has held, in KiB, as Linux says it."""
    said = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(said.split("VmHWM:")[1].split()[0])
