"""A fund that leaves a reserve, beside a model that asks of each part of it where it may be.

The model does not follow the money. It takes every set of years and heads in turn, and asks whether
what came into them of the reserve is more than what could be spent on its purpose there, be ordered
for it, be returned, be there still, or have left them. Where it is more, some of the reserve has
gone to something else; where it is for no such set, there is a way of saying that none has.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from carerslib.citations import Citation
from carerslib.clauses import Only
from carerslib.errors import InvalidValueError
from carerslib.funds import (
    SPENDING,
    Book,
    CarryForward,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Position,
    Stipulation,
    StipulationKind,
    Treatment,
    close_year,
    fold,
)
from carerslib.money import ZERO, Money
from carerslib.periods import ByYear, DateRange, FinancialYear
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Kind = EntryKind
Node: TypeAlias = "tuple[int, str | None]"
SOURCE: Final = Citation.record("Grant determination")
YEARS: Final = (2010, 2011, 2012)
HEADS: Final = ("own", "rest")
PURPOSES: Final = ("breaks", "roads", None)
SOME_PURPOSE: Final = st.sampled_from(("breaks", "breaks", "roads", "roads", None))


def _fund(kind: StipulationKind, carry: CarryForward | None, *, by_year: bool, heads: bool) -> Fund:
    terms = Stipulation(
        "terms",
        kind,
        "department",
        SOURCE,
        days=DateRange(date(2010, 4, 1), date(2011, 3, 31)),
        clauses=[Only("purposes", SOURCE, "purpose", "breaks")],
        ring_fence=True,
        carry_forward=carry,
    )
    return Fund(
        "fund",
        "council",
        SOURCE,
        FundType.GENERAL_GRANT,
        [terms],
        [Head(each, allotted=True) for each in HEADS] if heads else [],
        by_year=by_year,
    )


def _signed(entry: Entry) -> int:
    return 1 if entry.corrects is None else -1


class Reserves(RuleBasedStateMachine):
    """A fund whose terms are over after its first year, to which anything may be posted."""

    orders = Bundle("orders")
    releases = Bundle("releases")
    others = Bundle("others")

    @initialize(
        words=st.sampled_from(
            (
                (StipulationKind.CONDITION, CarryForward.RESERVE),
                (StipulationKind.CONDITION, CarryForward.WITH_CONSENT),
                (StipulationKind.RESTRICTION, None),
            )
        ),
        by_year=st.booleans(),
        heads=st.booleans(),
        more=st.integers(0, 3),
    )
    def open_a_fund(self, words: Any, *, by_year: bool, heads: bool, more: int) -> None:  # noqa: ANN401
        self.fund = _fund(*words, by_year=by_year, heads=heads)
        self.by_year, self.heads = by_year, HEADS if heads else (None,)
        self.book = Book(Position(self.fund))
        self.taken: list[Entry] = []
        self.offered = 0
        for head in self.heads:
            self._post(Kind.ALLOCATION, 4, 2010, head)
            self._post(Kind.CARRY_FORWARD, 4 - more, 2010, head, by="department")
            self._post(Kind.ALLOCATION, 3, 2011, head)

    # the model

    def _sum(self, measure: Callable[[Entry], int], year: int, head: str | None) -> int:
        """Add up what entries of a year and a head are worth, by a measure of one of them."""
        return sum(
            measure(each)
            * (
                each.amount.in_pence
                if each.by_year is None and each.in_year == year
                else 0
                if each.by_year is None
                else dict(each.by_year.items()).get(FinancialYear(year), ZERO).in_pence
            )
            for each in self.taken
            if each.head == head
        )

    def _of(self, *kinds: Kind, **named: object) -> Callable[[Entry], int]:
        """Count entries of some kinds, and take their corrections off."""
        return lambda each: (
            _signed(each)
            if each.moves in kinds and all(getattr(each, k) == v for k, v in named.items())
            else 0
        )

    def _is_delivery(self, each: Entry) -> bool:
        return each.moves in SPENDING and each.moves is not Kind.COMMITMENT and bool(each.order)

    def _used(self, each: Entry) -> int:
        if each.moves is Kind.RELEASE:
            return -_signed(each)
        return _signed(each) if each.moves in SPENDING and not self._is_delivery(each) else 0

    def _spent_on_it(self, each: Entry) -> int:
        spends = each.moves in (Kind.EXPENDITURE, Kind.ACCRUAL) and each.purpose == "breaks"
        return _signed(each) if spends else 0

    def _ordered_for_it(self, each: Entry) -> int:
        if each.purpose != "breaks":
            return 0
        return -_signed(each) if self._is_delivery(each) else self._used(each) * bool(each.order)

    def _room(self, year: int, head: str | None) -> int:
        into = 0
        if head is not None:
            moved = self._of(Kind.VIREMENT, to_head=head)
            into = sum(self._sum(moved, year, each) for each in self.heads)
        room = self._sum(self._of(Kind.ALLOCATION), year, head) + into
        room -= self._sum(self._of(Kind.VIREMENT, Kind.RETURN), year, head)
        room -= self._sum(self._used, year, head)
        if not self.by_year:
            return room
        carried = self._of(Kind.CARRY_FORWARD)
        return room + self._sum(carried, year - 1, head) - self._sum(carried, year, head)

    def _nodes(self) -> list[Node]:
        years = YEARS[1:] if self.by_year else (0,)
        return [(year, head) for year in years for head in self.heads]

    def _gone(self, node: Node) -> int:
        """What was spent on the purpose or returned since; below zero where more was taken back."""
        year, head = node
        later = (year,) if self.by_year else YEARS[1:]
        gone = (self._of(Kind.RETURN), self._spent_on_it)
        return sum(self._sum(each, one, head) for each in gone for one in later)

    def _began(self, node: Node) -> int:
        year, head = node
        if self.by_year:
            return self._sum(self._of(Kind.CARRY_FORWARD), 2010, head) if year == YEARS[1] else 0
        first = self._room(2010, head) + self._sum(self._ordered_for_it, 2010, head)
        return max(first + max(-self._gone(node), 0), 0)

    def _found(self, node: Node) -> int:
        year, head = node
        years = (year,) if self.by_year else YEARS
        ordered = sum(self._sum(self._ordered_for_it, each, head) for each in years)
        room = sum(self._room(each, head) for each in years)
        return max(self._gone(node), 0) + ordered + max(room, 0)

    def _way(self, one: Node, other: Node) -> int:
        (year, head), (then, there) = one, other
        if (year, there) == (then, head) or (year != then and head != there):
            return 0
        if head == there:
            carried = self._sum(self._of(Kind.CARRY_FORWARD), year, head)
            return carried if then == year + 1 else 0
        years = (year,) if self.by_year else YEARS[1:]
        return sum(self._sum(self._of(Kind.VIREMENT, to_head=there), each, head) for each in years)

    def _eaten(self) -> int:
        nodes = self._nodes()
        sets: Iterable[tuple[Node, ...]] = (
            each for size in range(len(nodes) + 1) for each in combinations(nodes, size)
        )
        found = {node: self._began(node) - self._found(node) for node in nodes}
        ways = {(one, other): self._way(one, other) for one in nodes for other in nodes}
        return max(
            sum(found[node] for node in each)
            - sum(ways[one, other] for one in each for other in nodes if other not in each)
            for each in sets
        )

    # what is offered

    def _offer(self, entry: Entry) -> bool:
        checked, verdict = self.book.check(entry), self.book.offer(entry)
        assert checked.result is verdict.result
        assert Verdict.all_of(verdict.parts, title="").result is verdict.result
        kept = [each for each in verdict.findings if each.title == "What is kept for its purpose"]
        if verdict.is_met:
            self.taken.append(entry)
        elif verdict.result is Result.UNDETERMINED and kept:
            self.taken.append(entry)
            assert self._eaten() > 0, "it was left open, and takes nothing of the reserve"
            self.taken.pop()
        return verdict.is_met

    def _post(self, kind: Kind, pounds: int, year: int, head: str | None, **said: Any) -> Any:  # noqa: ANN401
        self.offered += 1
        day = date(year, 10, 1)
        name, amount = f"entry {self.offered}", Money.pounds(f"{pounds}.00")
        try:
            entry = Entry(name, kind, amount, day, day, head=head, **said)
        except InvalidValueError:
            return multiple()
        return entry if self._offer(entry) else multiple()

    pounds = st.integers(1, 5)
    years = st.sampled_from((2010, 2011, 2011, 2011, 2012))
    at: Final = st.integers(0, 1)

    def _head(self, at: int) -> str | None:
        return self.heads[at % len(self.heads)]

    @rule(
        target=others,
        kind=st.sampled_from((Kind.ALLOCATION, Kind.RETURN, Kind.CARRY_FORWARD, Kind.RECEIPT)),
        pounds=pounds,
        year=years,
        at=at,
    )
    def move_money(self, kind: Kind, pounds: int, year: int, at: int) -> Any:  # noqa: ANN401
        return self._post(kind, pounds, year, self._head(at), by="department")

    @rule(target=others, pounds=pounds, year=years, at=at, outside=st.booleans())
    def vire(self, pounds: int, year: int, at: int, *, outside: bool) -> Any:  # noqa: ANN401
        to_head = self._head(at + 1)
        there = {"out_to": "highways"} if outside or to_head is None else {"to_head": to_head}
        said = {"purpose": "breaks", "by": "council", **there}
        return self._post(Kind.VIREMENT, pounds, year, self._head(at), **said)

    @rule(
        target=others,
        kind=st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL)),
        pounds=pounds,
        year=years,
        at=at,
        purpose=SOME_PURPOSE,
    )
    def spend(self, kind: Kind, pounds: int, year: int, at: int, purpose: str | None) -> Any:  # noqa: ANN401
        return self._post(kind, pounds, year, self._head(at), purpose=purpose)

    @rule(
        target=orders,
        pounds=st.lists(st.integers(0, 4), min_size=3, max_size=3),
        year=years,
        at=at,
        purpose=SOME_PURPOSE,
    )
    def order(self, pounds: list[int], year: int, at: int, purpose: str | None) -> Any:  # noqa: ANN401
        """Order in one year or for several, approved ahead of their money."""
        parts = [Money.pounds(f"{each}.00") for each in pounds]
        slices = [
            (FinancialYear(each), part)
            for each, part in zip(YEARS, parts, strict=True)
            if each >= year
        ]
        said = {"order": f"order {self.offered}", "purpose": purpose, "by": "council"}
        total = Money.total(part for _, part in slices)
        if total == ZERO:
            return multiple()
        by_year = ByYear.of(dict(slices))
        whole = total.in_pence // 100
        return self._post(Kind.COMMITMENT, whole, year, self._head(at), by_year=by_year, **said)

    def _about(self, order: Entry, kind: Kind, pounds: int, year: int, **said: Any) -> Any:  # noqa: ANN401
        words = {"order": order.order, "purpose": order.purpose, **said}
        return self._post(kind, pounds, year, order.head, **words)

    @rule(
        target=others,
        order=orders,
        kind=st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL)),
        pounds=pounds,
        year=years,
    )
    def deliver(self, order: Entry, kind: Kind, pounds: int, year: int) -> Any:  # noqa: ANN401
        return self._about(order, kind, pounds, year)

    @rule(target=releases, order=orders, pounds=pounds, year=years)
    def release(self, order: Entry, pounds: int, year: int) -> Any:  # noqa: ANN401
        return self._about(order, Kind.RELEASE, pounds, year)

    @rule(order=orders, pounds=pounds, year=years)
    def cut_an_order(self, order: Entry, pounds: int, year: int) -> None:
        self._about(order, Kind.CORRECTION, pounds, year, corrects=Kind.COMMITMENT)

    @rule(release=releases, pounds=pounds)
    def open_an_order_again(self, release: Entry, pounds: int) -> None:
        said = {"corrects": Kind.RELEASE}
        self._about(release, Kind.CORRECTION, pounds, release.in_year, **said)

    @rule(target=orders, pounds=pounds, at=at)
    def carry_into_a_year_for_which_more_was_approved(self, pounds: int, at: int) -> Any:  # noqa: ANN401
        placed = self.order([0, 0, pounds], 2011, at, "roads")
        self._post(Kind.CARRY_FORWARD, pounds, 2011, self._head(at), by="department")
        return placed

    @rule(order=orders, pounds=pounds, spent=pounds, year=years)
    def spend_and_open_an_order_again(
        self, order: Entry, pounds: int, spent: int, year: int
    ) -> None:
        """Spend what a release freed on something else, and say that nothing was to be released."""
        self._about(order, Kind.RELEASE, pounds, year)
        self._post(Kind.EXPENDITURE, spent, year, order.head, purpose="roads")
        self._about(order, Kind.CORRECTION, pounds, year, corrects=Kind.RELEASE)

    @rule(pounds=pounds, spent=st.integers(1, 3), year=years, at=at)
    def spend_and_cut_an_allocation(self, pounds: int, spent: int, year: int, at: int) -> None:
        head = self._head(at)
        self._post(Kind.EXPENDITURE, spent, year, head, purpose="roads")
        self._post(Kind.CORRECTION, pounds, year, head, corrects=Kind.ALLOCATION)

    @rule(other=others, pounds=pounds, later=st.sampled_from((0, 0, 0, 1)))
    def take_back(self, other: Entry, pounds: int, later: int) -> None:
        said = {
            name: getattr(other, name) for name in ("purpose", "order", "to_head", "out_to", "by")
        }
        if other.kind is Kind.ACCRUAL:
            said["settles"] = other.reference
        self._post(
            Kind.CORRECTION,
            pounds,
            min(other.in_year + later, 2012),
            other.head,
            corrects=other.kind,
            **said,
        )

    @rule()
    def start_from_the_position(self) -> None:
        self.book = Book(self.book.position)

    # what holds

    @invariant()
    def nothing_of_the_reserve_went_to_anything_else(self) -> None:
        assert self._eaten() == 0

    @invariant()
    def what_is_left_of_it_is_kept_as_each_year_ends(self) -> None:
        position = self.book.position
        for year in (2011, 2012):
            end = close_year(position, FinancialYear(year))
            settled = Money.total(each.amount for each in end.disposals)
            assert settled + end.undisposed == max(end.unspent, ZERO)
            if not self.by_year:
                continue
            spent = sum(self._sum(self._spent_on_it, 2011, head) for head in self.heads)
            given = sum(self._began((2011, head)) for head in self.heads)
            back = sum(self._sum(self._of(Kind.RETURN), 2011, head) for head in self.heads)
            on = sum(self._sum(self._of(Kind.CARRY_FORWARD), 2011, head) for head in self.heads)
            if year == YEARS[1] and self.heads == (None,):
                held = end.amount(Treatment.RESERVE).in_pence
                assert held == max(given - spent - back - on, 0)

    def teardown(self) -> None:
        if hasattr(self, "fund"):
            assert fold(reversed(self.taken), fund=self.fund) == self.book.position


MANY: Final = max(80, settings().max_examples)
Reserves.TestCase.settings = settings(max_examples=MANY, stateful_step_count=30)
TestReserves: Final = Reserves.TestCase


class _ReachedError(Exception):
    """That the machine came where it was meant to come."""


@pytest.mark.parametrize(
    "kind",
    [Kind.RELEASE, Kind.ALLOCATION, Kind.CARRY_FORWARD, Kind.COMMITMENT, Kind.EXPENDITURE],
)
def test_the_machine_reaches_what_would_take_of_the_reserve(kind: Kind) -> None:
    """A release that is taken back, a cut allocation, a carry-forward, and what is spent."""

    class Until(Reserves):
        def _offer(self, entry: Entry) -> bool:
            verdict = self.book.check(entry)
            corrects = entry.corrects in (Kind.RELEASE, Kind.ALLOCATION)
            what = entry.corrects if corrects else entry.kind
            if what is kind and verdict.result is Result.UNDETERMINED:
                raise _ReachedError
            return super()._offer(entry)

    looking = settings(
        Reserves.TestCase.settings,
        max_examples=2_000,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
    )
    with pytest.raises(_ReachedError):
        run_state_machine_as_test(Until, settings=looking)
