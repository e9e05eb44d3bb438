"""A fund and its entries, beside a model that adds everything up again each time."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Only, Window
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
    ShareOfGrant,
    Stipulation,
    StipulationKind,
    fold,
    post,
    post_each,
)
from carerslib.money import Money
from carerslib.periods import ByYear, FinancialYear
from carerslib.verdicts import Verdict

Kind = EntryKind
SOURCE: Final = Citation.record("Grant determination")
FIRST: Final = date(2010, 4, 1)
PURPOSES: Final = ("breaks", "training", "offices")
HEADS: Final = ("own money", "ceiling", "rest")
DOCUMENTS: Final = ("invoice 1", "invoice 2")
RECIPIENTS: Final = ("one", "two")
CEILING: Final = 60_000
MOST_EACH: Final = 40_000
MONEY: Final = 60_000
LONG: Final = 16


def _fund(
    kind: StipulationKind,
    *,
    by_year: bool,
    share: bool,
    carry: CarryForward = CarryForward.FREE,
) -> Fund:
    clauses: list[Any] = [
        Only("purpose", SOURCE, "purpose", ("breaks", "training")),
        Window("days", SOURCE, FIRST, date(2012, 3, 31)),
        Cap("each", SOURCE, Figure.pounds(f"{MOST_EACH // 100}.00"), per=("recipient",)),
    ]
    if share:
        clauses.append(ShareOfGrant("share", SOURCE, "purpose", "breaks", at_least=50))
    return Fund(
        "fund",
        "council",
        SOURCE,
        FundType.RING_FENCED_GRANT,
        [
            Stipulation(
                "terms",
                kind,
                "department",
                SOURCE,
                clauses=clauses,
                ring_fence=True,
                carry_forward=carry,
            )
        ],
        [Head("own money", allotted=True), Head("ceiling", Money.pence(CEILING)), Head("rest")],
        by_year=by_year,
    )


KINDS: Final = st.sampled_from(StipulationKind)
FUNDS: Final = st.builds(_fund, KINDS, by_year=st.booleans(), share=st.booleans())
DAYS: Final = st.integers(0, 800).map(lambda number: FIRST + timedelta(days=number))
PENCE: Final = st.integers(0, 50_000).map(Money.pence)
REFERENCES: Final = [f"entry {number}" for number in range(30)]


def _entries(references: st.SearchStrategy[str]) -> st.SearchStrategy[Entry]:
    """Build entries of the kinds that need no other entry's reference, and some that do."""
    said = {
        "amount": PENCE,
        "counts_for": DAYS,
        "recorded_on": DAYS,
        "head": st.sampled_from(HEADS),
        "recipient": st.sampled_from(RECIPIENTS),
        "document": st.none() | st.sampled_from(DOCUMENTS),
    }
    spends = {**said, "purpose": st.sampled_from(PURPOSES)}
    named = st.sampled_from(REFERENCES)
    head_or_none = st.none() | st.just("own money")
    return st.one_of(
        st.builds(Entry, references, st.just(Kind.ALLOCATION), **{**said, "head": head_or_none}),
        st.builds(Entry, references, st.just(Kind.COMMITMENT), **spends),
        st.builds(
            Entry,
            references,
            st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL)),
            **spends,
            order=st.none() | named,
        ),
        st.builds(Entry, references, st.just(Kind.EXPENDITURE), **spends, settles=named),
        st.builds(Entry, references, st.just(Kind.RELEASE), **said, order=named),
        st.builds(Entry, references, st.just(Kind.RECEIPT), **said),
        st.builds(Entry, references, st.just(Kind.RETURN), **said),
        st.builds(
            Entry,
            references,
            st.just(Kind.VIREMENT),
            **spends,
            to_head=st.sampled_from(HEADS),
        ),
        st.builds(
            Entry,
            references,
            st.just(Kind.CORRECTION),
            **said,
            corrects=st.sampled_from((Kind.EXPENDITURE, Kind.RECEIPT, Kind.ALLOCATION)),
        ),
        st.builds(
            Entry,
            references,
            st.just(Kind.CORRECTION),
            **{**said, "document": st.sampled_from(DOCUMENTS)},
            corrects=st.sampled_from((Kind.EXPENDITURE, Kind.RECEIPT)),
            voids=st.just(value=True),
        ),
        st.builds(
            Entry,
            references,
            st.just(Kind.CORRECTION),
            **spends,
            corrects=st.sampled_from((Kind.COMMITMENT, Kind.RELEASE, Kind.EXPENDITURE)),
            order=named,
        ),
    )


OFFERED: Final = st.lists(_entries(st.sampled_from(REFERENCES)), max_size=20)


def _with_money(offered: list[Entry]) -> list[Entry]:
    """Put money of both years in front, so that something is taken."""
    money = Money.pence(100_000)
    allotted = [
        Entry(f"{head}, {year}", Kind.ALLOCATION, money, date(year, 4, 1), FIRST, head=head)
        for year in (2010, 2011)
        for head in (None, "own money")
    ]
    return [*allotted, *offered]


@given(FUNDS, OFFERED)
def test_whatever_is_offered_is_taken_or_refused(fund: Fund, offered: list[Entry]) -> None:
    posted = post(offered, against=Position(fund))
    refused = [each.entry for each in posted.refused]
    assert Counter(map(id, [*posted.taken, *refused])) == Counter(map(id, offered))
    assert posted.position.entries == len(posted.taken)


@given(FUNDS, OFFERED, st.randoms(use_true_random=False))
def test_what_was_taken_gives_the_same_position_in_any_order(
    fund: Fund,
    offered: list[Entry],
    chance: Any,  # noqa: ANN401 - Hypothesis's own random
) -> None:
    posted = post(_with_money(offered), against=Position(fund))
    shuffled = list(posted.taken)
    chance.shuffle(shuffled)
    assert fold(shuffled, fund=fund) == posted.position


@given(FUNDS, OFFERED)
def test_one_by_one_comes_to_the_same_as_all_at_once(fund: Fund, offered: list[Entry]) -> None:
    posted = post(_with_money(offered), against=Position(fund))
    position = earlier = Position(fund)
    for number, entry in enumerate(posted.taken):
        position = position.after(entry)
        if number == len(posted.taken) // 2:
            earlier = position
    assert position == posted.position
    half = posted.taken[: len(posted.taken) // 2 + 1]
    assert earlier == fold(half, fund=fund), "a later entry changed an earlier position"


@given(FUNDS, OFFERED)
def test_offering_again_gives_the_same_answers(fund: Fund, offered: list[Entry]) -> None:
    entries = _with_money(offered)
    first, again = (
        [(each.result, each.findings) for each in post_each(entries, against=Position(fund))]
        for _ in range(2)
    )
    assert first == again


@given(FUNDS, OFFERED)
def test_the_answer_is_always_that_of_the_findings(fund: Fund, offered: list[Entry]) -> None:
    for verdict in post_each(_with_money(offered), against=Position(fund)):
        at_length = Verdict.all_of(verdict.parts, title="").result
        assert verdict.result is at_length


@given(FUNDS, OFFERED, DAYS, DAYS)
def test_what_was_known_on_a_day_is_not_changed_by_what_comes_later(
    fund: Fund, offered: list[Entry], at: date, known_on: date
) -> None:
    taken = post(_with_money(offered), against=Position(fund)).taken
    known = [entry for entry in taken if entry.recorded_on <= known_on]
    before = fold(known, fund=fund, at=at, known_on=known_on)
    assert fold(taken, fund=fund, at=at, known_on=known_on) == before
    assert before.entries == sum(entry.day <= at for entry in known)


@given(
    st.integers(0, 10**12).map(Money.pence),
    st.lists(st.integers(0, 1000), min_size=1, max_size=8).filter(any),
)
def test_sharing_an_amount_by_shares_adds_up(amount: Money, shares: list[int]) -> None:
    assert Money.total(amount.share(shares)) == amount


YEARS: Final = tuple(map(FinancialYear, (2010, 2011, 2012)))


@given(st.lists(st.integers(0, 90_000), min_size=3, max_size=3), st.integers(0, 100_000))
def test_what_is_committed_ahead_is_what_later_years_lack(slices: list[int], allotted: int) -> None:
    fund = Fund("fund", "council", SOURCE, FundType.GENERAL_GRANT)
    by_year = ByYear.of(dict(zip(YEARS, map(Money.pence, slices), strict=True)))
    contract = Entry(
        "contract", Kind.COMMITMENT, by_year.total, FIRST, FIRST, by_year=by_year, by="council"
    )
    money = [
        Entry(f"{year}", Kind.ALLOCATION, Money.pence(allotted), year.first_day, FIRST)
        for year in YEARS[:2]
    ]
    posted = post([*money, contract], against=Position(fund))
    ahead = posted.position.committed_ahead(YEARS[0])
    if slices[0] > allotted:
        assert posted.taken == tuple(money)
    else:
        lacking = max(slices[1] - allotted, 0) + slices[2]
        assert (ahead.total.in_pence if ahead else 0) == lacking


class Ledger(RuleBasedStateMachine):
    """A fund to which anything may be posted, beside a list that is added up again each time."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Entry] = []
        self.number = 0

    orders = Bundle("orders")
    accruals = Bundle("accruals")

    @initialize(
        kind=KINDS,
        share=st.booleans(),
        by_year=st.booleans(),
        carry=st.sampled_from((CarryForward.FREE, CarryForward.NOT_ALLOWED)),
    )
    def open_a_fund(
        self, kind: StipulationKind, carry: CarryForward, *, share: bool, by_year: bool
    ) -> None:
        self.fund = _fund(kind, by_year=by_year, share=share, carry=carry)
        self.book = Book(Position(self.fund))
        self.binds = kind is not StipulationKind.EXPECTATION
        self.carries = carry is CarryForward.FREE and self.binds
        self.shares = share
        self.by_year = by_year
        self.closed: set[int] = set()
        for year in (2010, 2011):
            for head in (None, "own money"):
                self._offer(self._entry(Kind.ALLOCATION, MONEY, year, head=head), may=True)

    # the model: nothing but sums over the list

    def _slices(self, entry: Entry) -> dict[int, int]:
        """The pence of an entry in each year."""
        if entry.by_year is None:
            return {entry.in_year: entry.amount.in_pence}
        return {year.starts_in: part.in_pence for year, part in entry.by_year.items()}

    def _uses(self, entry: Entry) -> int:
        """Whether an entry adds to what is used of uncommitted money, takes off it, or neither."""
        sign = 1 if entry.corrects is None else -1
        if entry.moves is Kind.RELEASE:
            return -sign
        if entry.moves in (Kind.COMMITMENT, Kind.RETURN):
            return sign
        pays = entry.settles is not None and entry.moves is Kind.EXPENDITURE
        resolves = entry.order is not None or pays
        return sign if entry.moves in SPENDING and not resolves else 0

    def _pot(self, head: str | None) -> str:
        return "own money" if head == "own money" else "general"

    def _change(self, entry: Entry, year: int, pot: str) -> int:
        """What one entry does to the uncommitted money of a year and a pot."""
        pence = self._slices(entry).get(year, 0)
        here, there = self._pot(entry.head) == pot, self._pot(entry.to_head) == pot
        if Kind.ALLOCATION in (entry.kind, entry.corrects):
            return pence * here * (1 if entry.corrects is None else -1)
        if entry.moves is Kind.VIREMENT:
            return pence * (there - here) * (1 if entry.corrects is None else -1)
        if entry.kind is Kind.CARRY_FORWARD:
            return (self._slices(entry).get(year - 1, 0) - pence) * here
        return -pence * here * self._uses(entry)

    def _left(self, year: int, pot: str) -> int:
        years = (year,) if self.by_year else (2010, 2011)
        return sum(self._change(each, one, pot) for each in self.taken for one in years)

    def _says(self, entry: Entry) -> tuple[object, ...]:
        """What has to be the same on an order and on what resolves it."""
        purpose = entry.purpose if self.shares else None
        return (entry.head, entry.recipient, purpose)

    def _sum(self, like: Entry, *kinds: Kind, **named: object) -> int:
        """What entries of these kinds come to, less corrections, in one's words and year.

        Where years are not kept apart, that is in all years.
        """
        return sum(
            (self._slices(each).get(like.in_year, 0) if self.by_year else each.amount.in_pence)
            * (1 if each.corrects is None else -1)
            for each in self.taken
            if each.moves in kinds
            and self._says(each) == self._says(like)
            and all(getattr(each, name) == value for name, value in named.items())
        )

    def _delivered(self, order: str | None, like: Entry) -> int:
        return self._sum(like, Kind.EXPENDITURE, Kind.ACCRUAL, order=order)

    def _open_on_order(self, order: str | None, like: Entry) -> int:
        ordered = self._sum(like, Kind.COMMITMENT, order=order)
        ordered += self._sum(like, Kind.COMMITMENT, reference=order)
        released = self._sum(like, Kind.RELEASE, order=order)
        return ordered - self._delivered(order, like) - released

    def _open_on_accrual(self, accrual: str | None, like: Entry) -> int:
        accrued = self._sum(like, Kind.ACCRUAL, reference=accrual)
        taken_off = self._sum(like, Kind.ACCRUAL, settles=accrual)
        return accrued + taken_off - self._sum(like, Kind.EXPENDITURE, settles=accrual)

    def _was_posted(self, entry: Entry) -> bool:
        """Say whether what a correction takes off was posted by then, under its head."""
        kinds, on_order = (entry.moves,), entry.order is not None
        pence = entry.amount.in_pence
        if entry.corrects is None:
            return True
        if on_order and entry.moves in (Kind.EXPENDITURE, Kind.ACCRUAL):
            delivered = self._posted(entry, Kind.EXPENDITURE, Kind.ACCRUAL, on_order=True)
            return pence <= min(self._posted(entry, *kinds), delivered)
        return pence <= self._posted(entry, *kinds)

    def _posted(self, like: Entry, *kinds: Kind, on_order: bool = False) -> int:
        """What was posted under a head, and still is at the end of each year from this one on."""

        def posted(first: int, last: int) -> int:
            return sum(
                pence * (1 if each.corrects is None else -1)
                for each in self.taken
                if each.moves in kinds and each.head == like.head and (each.order or not on_order)
                for year, pence in self._slices(each).items()
                if first <= year <= last
            )

        if self.by_year:
            return posted(like.in_year, like.in_year)
        return min(posted(0, last) for last in (2010, 2011, 2012) if last >= like.in_year)

    def _counted_then(self, entry: Entry) -> bool:
        """Say whether what is taken off counted in that year: a share is of one year's grant."""
        if self.by_year or not self.shares:
            return True
        order, accrual = entry.order, entry.settles
        if order is not None and entry.moves in (Kind.EXPENDITURE, Kind.ACCRUAL):
            return True
        if entry.corrects is Kind.RELEASE:
            counted = self._in_its_year(entry, Kind.RELEASE, order=order, voids=entry.voids)
        elif order is not None:
            counted = self._in_its_year(entry, Kind.COMMITMENT, order=order)
            counted += self._in_its_year(entry, Kind.COMMITMENT, reference=order)
            counted -= self._in_its_year(entry, Kind.RELEASE, order=order)
        elif entry.moves is Kind.ACCRUAL:
            counted = self._in_its_year(entry, Kind.ACCRUAL, reference=accrual, order=None)
            counted += self._in_its_year(entry, Kind.ACCRUAL, settles=accrual, order=None)
        else:
            counted = self._in_its_year(entry, Kind.EXPENDITURE, order=None, settles=None)
        return entry.amount.in_pence <= counted

    def _in_its_year(self, like: Entry, kind: Kind, **named: object) -> int:
        return sum(
            self._slices(each).get(like.in_year, 0) * (1 if each.corrects is None else -1)
            for each in self.taken
            if each.moves is kind
            and self._says(each) == self._says(like)
            and all(getattr(each, name) == value for name, value in named.items())
        )

    def _unspent(self, year: int, pot: str) -> int:
        """What is left if nothing that is still open on an order counts."""
        return self._left(year, pot) + sum(
            (self._slices(each).get(year, 0) if self.by_year else each.amount.in_pence)
            * (1 if each.corrects is None else -1)
            * (1 if each.moves is Kind.COMMITMENT else -1)
            for each in self.taken
            if self._pot(each.head) == pot
            and (each.moves is Kind.COMMITMENT or each.order is not None)
        )

    def _on_ceiling(self) -> int:
        spent = sum(
            self._uses(each) * each.amount.in_pence for each in self.taken if each.head == "ceiling"
        )
        moved = sum(
            each.amount.in_pence
            * ((each.head == "ceiling") - (each.to_head == "ceiling"))
            * (1 if each.corrects is None else -1)
            for each in self.taken
            if each.moves is Kind.VIREMENT
        )
        return spent + moved

    def _given_to(self, recipient: str) -> int:
        """What counts for one recipient: orders and direct spending, less what is taken back."""
        return sum(
            self._uses(each) * each.amount.in_pence
            for each in self.taken
            if each.recipient == recipient
        )

    def _granted(self, year: int, *heads: str | None) -> int:
        return sum(
            self._slices(each).get(year, 0) * (1 if each.corrects is None else -1)
            for each in self.taken
            if Kind.ALLOCATION in (each.kind, each.corrects) and (not heads or each.head in heads)
        )

    def _beside(self, year: int) -> int:
        """What counts as beside the share for breaks."""
        return sum(
            self._uses(each) * self._slices(each).get(year, 0)
            for each in self.taken
            if each.purpose in ("training", "offices")
        )

    def _may(self, entry: Entry) -> bool:
        repeated = any(each.reference == entry.reference for each in self.taken)
        years = set(self._slices(entry))
        if entry.kind is Kind.CARRY_FORWARD:
            years.add(entry.in_year + 1)
        barred = entry.kind in SPENDING and entry.purpose == "offices" and self.binds
        pays_accrued = entry.kind is Kind.EXPENDITURE and entry.settles is not None
        spends_nothing = pays_accrued or entry.kind is Kind.RELEASE
        closed = bool(years & self.closed) and not spends_nothing
        if repeated or closed or barred or self._posts_again(entry):
            return False
        if entry.corrects is not None or entry.kind is Kind.RELEASE:
            return self._may_be_taken_off(entry)
        pence = entry.amount.in_pence
        if entry.settles is not None:
            return pence <= self._open_on_accrual(entry.settles, entry)
        if entry.order is not None and entry.kind is not Kind.COMMITMENT:
            pot = self._pot(entry.head)
            ahead = self.by_year and self._left(entry.in_year, pot) < 0
            money = self._unspent(entry.in_year, pot) if ahead else pence
            return pence <= min(self._open_on_order(entry.order, entry), max(money, 0))
        return self._may_be_used(entry)

    def _may_be_used(self, entry: Entry) -> bool:
        pence = entry.amount.in_pence
        ceiling = entry.head == "ceiling" and pence and self._on_ceiling() + pence > CEILING
        if not self._has_money(entry) or ceiling:
            return False
        return not (self.binds and self._uses(entry) > 0 and self._breaks_a_term(entry))

    def _may_be_taken_off(self, entry: Entry) -> bool:
        """Judge a release or a correction by what was there."""
        pence, order = entry.amount.in_pence, entry.order
        if not (self._counted_then(entry) and self._was_posted(entry)):
            return False
        if entry.corrects is Kind.RELEASE:
            released = self._sum(entry, Kind.RELEASE, order=order, voids=entry.voids)
            return pence <= released and self._may_be_used(entry)
        if entry.moves in (Kind.RELEASE, Kind.COMMITMENT):
            numbers = (2010, 2011) if self.by_year else (2010,)
            years = [attrs.evolve(entry, counts_for=date(year, 6, 1)) for year in numbers]
            whole = pence > 0 and not any(self._delivered(order, each) for each in years)
            whole = whole and pence == sum(self._open_on_order(order, each) for each in years)
            return pence <= self._open_on_order(order, entry) and (whole or not entry.voids)
        if entry.corrects is Kind.ACCRUAL:
            made = self._sum(entry, Kind.ACCRUAL, reference=entry.settles, order=order)
            made += self._sum(entry, Kind.ACCRUAL, settles=entry.settles, order=order)
            return pence <= min(made, self._open_on_accrual(entry.settles, entry))
        if order is not None:
            delivered = self._sum(entry, Kind.EXPENDITURE, order=order)
            return pence <= delivered and self._may_take_off(entry)
        direct = self._sum(entry, Kind.EXPENDITURE, order=None, settles=None)
        return pence <= direct and self._may_take_off(entry)

    def _posts_again(self, entry: Entry) -> bool:
        """Whether the cost of a document is posted already: an order posts none."""
        document = entry.document
        if document is None or entry.corrects is not None:
            return False
        if entry.kind in (Kind.COMMITMENT, Kind.RELEASE):
            return False
        accrued = entry.settles is None and self._payments(document, Kind.ACCRUAL) > 0
        return accrued or self._payments(document, Kind.EXPENDITURE) > 0

    def _payments(self, document: str, kind: Kind) -> int:
        """How many payments of a document, or accruals by it, are not void."""
        named = [each for each in self.taken if (each.document, each.moves) == (document, kind)]
        return sum(1 if each.corrects is None else -each.voids for each in named)

    def _stands_on(self, document: str) -> int:
        """What was paid on a document, less what was taken off it."""
        return sum(
            each.amount.in_pence * (1 if each.corrects is None else -1)
            for each in self.taken
            if each.document == document
        )

    def _may_take_off(self, entry: Entry) -> bool:
        if entry.document is None:
            return True
        paid = self._sum(
            entry, entry.moves, document=entry.document, order=entry.order, settles=entry.settles
        )
        pence = entry.amount.in_pence
        return 0 < pence == paid if entry.voids else pence <= paid

    def _has_money(self, entry: Entry) -> bool:
        pot = self._pot(entry.head)
        slices = self._slices(entry)
        if not self.by_year:
            slices = {entry.in_year: entry.amount.in_pence}
        return all(
            pence <= max(self._left(year, pot), 0)
            or (year > entry.in_year and entry.by is not None)
            for year, pence in slices.items()
        )

    def _breaks_a_term(self, entry: Entry) -> bool:
        if self._given_to(entry.recipient or "") + entry.amount.in_pence > MOST_EACH:
            return True
        if not self.shares or entry.purpose == "breaks":
            return False
        return any(
            2 * (self._beside(year) + pence) > self._granted(year)
            for year, pence in self._slices(entry).items()
        )

    def _offer(self, entry: Entry, *, may: bool) -> bool:
        verdict = self.book.offer(entry)
        assert verdict.is_met is may, verdict.findings
        assert may or verdict.unmet or verdict.missing, "a refusal says why"
        if may:
            self.taken.append(entry)
        return may

    def _entry(self, kind: Kind, pence: int, year: int, **said: Any) -> Entry:  # noqa: ANN401
        self.number += 1
        day = date(year, 6, 1)
        return Entry(f"entry {self.number}", kind, Money.pence(pence), day, day, **said)

    years = st.sampled_from((2010, 2011))
    pence = st.integers(0, 50_000)
    heads = st.sampled_from(HEADS)

    @rule(pence=st.integers(0, 200_000), year=years, head=st.none() | st.just("own money"))
    def allocate(self, pence: int, year: int, head: str | None) -> None:
        entry = self._entry(Kind.ALLOCATION, pence, year, head=head)
        self._offer(entry, may=year not in self.closed)

    @rule(pence=pence, year=years, head=st.none() | st.just("own money"))
    def cut_an_allocation(self, pence: int, year: int, head: str | None) -> None:
        entry = self._entry(Kind.CORRECTION, pence, year, head=head, corrects=Kind.ALLOCATION)
        granted = self._posted(entry, Kind.ALLOCATION)
        if self.shares:
            granted = min(granted, self._granted(year, head))
        given = pence <= granted and self._has_money(entry)
        kept = 2 * self._beside(year) <= self._granted(year) - pence
        kept = kept or not (self.shares and self.binds)
        self._offer(entry, may=given and kept and year not in self.closed)

    @precondition(lambda self: self.shares and any(map(self._beside, (2010, 2011))))
    @rule(year=years, over=st.integers(-1, 1))
    def cut_an_allocation_to_the_share(self, year: int, over: int) -> None:
        """Cut a grant to where what is spent beside the share just fits, or just does not."""
        pence = max(self._granted(year) - 2 * self._beside(year) + over, 0)
        first = min(pence, max(self._left(year, "own money"), 0), self._granted(year, "own money"))
        self.cut_an_allocation(first, year, "own money")
        self.cut_an_allocation(pence - first, year, None)

    @rule(pence=pence, year=years, kind=st.sampled_from((Kind.RECEIPT, Kind.RETURN)))
    def move_cash(self, pence: int, year: int, kind: Kind) -> None:
        entry = self._entry(kind, pence, year)
        enough = kind is Kind.RECEIPT or self._has_money(entry)
        self._offer(entry, may=enough and year not in self.closed)

    @rule(pence=pence, head=st.none() | st.just("own money"))
    def carry_forward(self, pence: int, head: str | None) -> None:
        entry = self._entry(Kind.CARRY_FORWARD, pence, 2010, head=head)
        enough = self._has_money(entry)
        self._offer(entry, may=enough and self.carries and not self.closed)

    @rule(
        target=orders,
        pence=st.tuples(pence, pence),
        purpose=st.sampled_from(PURPOSES),
        recipient=st.sampled_from(RECIPIENTS),
        by=st.none() | st.just("full council"),
    )
    def sign_for_two_years(self, pence: tuple[int, int], **said: Any) -> Entry:  # noqa: ANN401
        parts = dict(zip(YEARS, map(Money.pence, pence), strict=False))
        entry = self._entry(
            Kind.COMMITMENT, sum(pence), 2010, head="rest", by_year=ByYear.of(parts), **said
        )
        self._offer(entry, may=self._may(entry))
        return entry

    @precondition(lambda self: len(self.taken) > LONG)
    @rule(year=years)
    def close_a_year(self, year: int) -> None:
        self.closed.add(year)
        self.book = Book(self.book.position.closing(FinancialYear(year)))

    @rule(
        target=orders,
        pence=pence,
        year=years,
        head=heads,
        purpose=st.sampled_from(PURPOSES),
        recipient=st.sampled_from(RECIPIENTS),
    )
    def order(self, pence: int, year: int, **said: str) -> Entry:
        entry = self._entry(Kind.COMMITMENT, pence, year, **said)
        self._offer(entry, may=self._may(entry))
        return entry

    @rule(
        target=accruals,
        kind=st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL)),
        pence=pence,
        year=years,
        head=heads,
        purpose=st.sampled_from(PURPOSES),
        recipient=st.sampled_from(RECIPIENTS),
        document=st.none() | st.sampled_from(DOCUMENTS),
    )
    def spend(self, kind: Kind, pence: int, year: int, **said: Any) -> Entry:  # noqa: ANN401
        entry = self._entry(kind, pence, year, **said)
        self._offer(entry, may=self._may(entry))
        return entry

    @rule(
        target=accruals,
        order=orders,
        pence=pence,
        kind=st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL)),
        late=st.booleans(),
    )
    def deliver(self, order: Entry, pence: int, kind: Kind, *, late: bool) -> Entry:
        entry = self._entry(
            kind,
            pence,
            2011 if late else order.in_year,
            head=order.head,
            purpose=order.purpose,
            recipient=order.recipient,
            order=order.reference,
        )
        self._offer(entry, may=self._may(entry))
        return entry

    @rule(order=orders, pence=pence)
    def add_to_an_order(self, order: Entry, pence: int) -> None:
        self._about(order, Kind.COMMITMENT, pence)

    @rule(order=orders, pence=pence, voids=st.booleans(), all_of_it=st.booleans())
    def cancel(self, order: Entry, pence: int, *, voids: bool, all_of_it: bool) -> None:
        pence = self._open_on_order(order.reference, order) if all_of_it else pence
        kind = Kind.CORRECTION
        self._about(order, kind, max(pence, 0), corrects=Kind.COMMITMENT, voids=voids)

    @rule(order=orders, pence=pence, voids=st.booleans(), back=st.booleans())
    def release_and_think_again(self, order: Entry, pence: int, *, voids: bool, back: bool) -> None:
        """Release an order, give its recipient something else meanwhile, and open it again."""
        whole = max(self._open_on_order(order.reference, order), 0)
        self._about(order, Kind.RELEASE, whole, voids=voids)
        if back:
            self._about(order, Kind.COMMITMENT, self._left_for(order, pence), order=None)
            said = {"corrects": Kind.RELEASE, "voids": voids}
            self._about(order, Kind.CORRECTION, min(pence, whole), **said)

    def _left_for(self, about: Entry, less: int) -> int:
        """What the recipient may still be given, or a little less."""
        return max(MOST_EACH - self._given_to(about.recipient or "") - less // 100, 0)

    @rule(pence=pence, allotted=pence, delivered=pence)
    def sign_before_the_money_comes(self, pence: int, allotted: int, delivered: int) -> None:
        self.move_cash(max(self._left(2011, "general"), 0), 2011, Kind.RETURN)
        said = {"purpose": "breaks", "recipient": "one", "by": "full council"}
        order = self.sign_for_two_years((0, pence), **said)
        self.allocate(allotted, 2011, None)
        self.deliver(order, delivered, Kind.EXPENDITURE, late=True)

    @rule(order=orders, pence=pence)
    def correct_what_was_delivered(self, order: Entry, pence: int) -> None:
        self._about(order, Kind.CORRECTION, pence, corrects=Kind.EXPENDITURE)

    @rule(accrual=accruals, pence=pence, all_of_it=st.booleans(), loose=st.booleans())
    def correct_an_accrual(
        self, accrual: Entry, pence: int, *, all_of_it: bool, loose: bool
    ) -> None:
        order = None if loose else accrual.order
        said = {"corrects": Kind.ACCRUAL, "settles": accrual.reference, "order": order}
        whole = max(self._open_on_accrual(accrual.reference, accrual), 0)
        self._about(accrual, Kind.CORRECTION, whole if all_of_it else pence, **said)
        self._about(accrual, Kind.EXPENDITURE, self._left_for(accrual, pence), order=None)

    def _about(self, about: Entry, kind: Kind, pence: int, **said: Any) -> None:  # noqa: ANN401
        """Offer an entry about an order or an accrual, in its words."""
        words = {
            "head": about.head,
            "purpose": about.purpose,
            "recipient": about.recipient,
            "order": about.reference,
        }
        entry = self._entry(kind, pence, about.in_year, **{**words, **said})
        self._offer(entry, may=self._may(entry))

    @rule(accrual=accruals, pence=pence, late=st.booleans())
    def pay(self, accrual: Entry, pence: int, *, late: bool) -> None:
        entry = self._entry(
            Kind.EXPENDITURE,
            pence,
            2011 if late else accrual.in_year,
            head=accrual.head,
            purpose=accrual.purpose,
            recipient=accrual.recipient,
            settles=accrual.reference,
        )
        self._offer(entry, may=self._may(entry))

    @rule(
        order=orders,
        pence=pence,
        purpose=st.none() | st.sampled_from(PURPOSES[:2]),
        year=st.none() | years,
    )
    def release(self, order: Entry, pence: int, purpose: str | None, year: int | None) -> None:
        entry = self._entry(
            Kind.RELEASE,
            pence,
            year or order.in_year,
            head=order.head,
            purpose=purpose,
            recipient=order.recipient,
            order=order.reference,
        )
        self._offer(entry, may=self._may(entry))

    @rule(
        spent=accruals,
        pence=pence,
        purpose=st.none() | st.sampled_from(PURPOSES[:2]),
        year=st.none() | years,
    )
    def take_a_credit_note(
        self, spent: Entry, pence: int, purpose: str | None, year: int | None
    ) -> None:
        entry = self._entry(
            Kind.CORRECTION,
            pence,
            year or spent.in_year,
            head=spent.head,
            purpose=purpose,
            recipient=spent.recipient,
            corrects=Kind.EXPENDITURE,
        )
        self._offer(entry, may=self._may(entry))

    @rule(spent=accruals, voids=st.booleans(), less=st.just(0) | pence, late=st.booleans())
    def take_off_a_document(
        self, spent: Entry, less: int, *, voids: bool, late: bool = False
    ) -> None:
        entry = self._entry(
            Kind.CORRECTION,
            max(spent.amount.in_pence - less, 0),
            2011 if late else spent.in_year,
            head=spent.head,
            purpose=spent.purpose,
            recipient=spent.recipient,
            corrects=Kind.EXPENDITURE,
            document=spent.document,
            order=spent.order,
            voids=voids and spent.document is not None,
        )
        self._offer(entry, may=self._may(entry))

    @rule(target=accruals, spent=accruals, pence=pence)
    def pay_a_document_that_is_void(self, spent: Entry, pence: int) -> Entry:
        self.take_off_a_document(spent, 0, voids=True)
        entry = self._entry(
            spent.kind,
            pence,
            spent.in_year,
            head=spent.head,
            purpose=spent.purpose,
            recipient=spent.recipient,
            document=spent.document,
        )
        self._offer(entry, may=self._may(entry))
        return entry

    @rule(pence=pence, year=years, head=heads, to_head=heads)
    def vire(self, pence: int, year: int, head: str, to_head: str) -> None:
        entry = self._entry(
            Kind.VIREMENT, pence, year, head=head, to_head=to_head, purpose="breaks"
        )
        within = self._has_money(entry)
        from_ceiling = head == "ceiling" != to_head and pence > 0
        within = within and not (from_ceiling and self._on_ceiling() + pence > CEILING)
        self._offer(entry, may=within and year not in self.closed)

    @rule(pence=pence, year=years, head=heads, to_head=heads, outside=st.booleans())
    def take_back_a_virement(
        self, pence: int, year: int, head: str, to_head: str, *, outside: bool
    ) -> None:
        there: dict[str, str] = {"out_to": "roads"} if outside else {"to_head": to_head}
        entry = self._entry(
            Kind.CORRECTION,
            pence,
            year,
            corrects=Kind.VIREMENT,
            head=head,
            purpose="breaks",
            **there,
        )
        moved = sum(
            each.amount.in_pence * (1 if each.corrects is None else -1)
            for each in self.taken
            if each.moves is Kind.VIREMENT
            and (each.head, each.to_head, each.in_year) == (head, entry.to_head, year)
        )
        pot = self._pot(to_head)
        enough = pot == self._pot(head) or self._left(year, pot) >= pence
        above = to_head == "ceiling" != head and pence and self._on_ceiling() + pence > CEILING
        may = pence == 0 or (pence <= moved and enough and not above)
        self._offer(entry, may=may and year not in self.closed)

    @rule(order=orders)
    def offer_again(self, order: Entry) -> None:
        self._offer(order, may=self._may(order))

    @rule()
    def start_from_the_position(self) -> None:
        self.book = Book(self.book.position)

    @invariant()
    def nothing_is_overspent_and_not_a_penny_is_lost(self) -> None:
        position = self.book.position
        approved = any(each.by_year is not None for each in self.taken)
        for year in (2010, 2011):
            sums = position.sums(year=FinancialYear(year) if self.by_year else None)
            lefts = [self._left(year, pot) for pot in ("own money", "general")]
            assert min(lefts) >= 0 or (approved and year > YEARS[0].starts_in)
            assert min(self._unspent(year, pot) for pot in ("own money", "general")) >= 0
            assert sums.unspent.in_pence >= 0
            assert sums.uncommitted.in_pence == sum(lefts)
            assert min(sums).in_pence >= 0
            held = sums.expenditure + sums.open_commitments + sums.uncommitted
            assert sums.authorised == held + sums.carried_forward + sums.returned
        assert position.entries == len(self.taken)

    @invariant()
    def no_document_is_paid_twice(self) -> None:
        for document in DOCUMENTS:
            assert self._payments(document, Kind.EXPENDITURE) in (0, 1)
            assert self._payments(document, Kind.ACCRUAL) in (0, 1)
            assert self._stands_on(document) >= 0

    @invariant()
    def no_condition_is_broken(self) -> None:
        assert self._on_ceiling() <= CEILING
        if self.binds:
            assert max(map(self._given_to, RECIPIENTS)) <= MOST_EACH
            assert all(each.purpose != "offices" for each in self.taken if each.kind in SPENDING)
        if self.binds and self.shares:
            assert all(2 * self._beside(year) <= self._granted(year) for year in (2010, 2011))


MANY: Final = max(80, settings().max_examples)
Ledger.TestCase.settings = settings(max_examples=MANY, stateful_step_count=40)
TestLedger: Final = Ledger.TestCase


class _ReachedError(Exception):
    """That the machine came where it was meant to come."""


class _UntilACutBreaksAShare(Ledger):
    """The same machine, which stops at a cut that there is money for and a share forbids."""

    def _offer(self, entry: Entry, *, may: bool) -> bool:
        refused = {each.rule for each in self.book.check(entry).unmet}
        if entry.corrects is Kind.ALLOCATION and refused == {"share"}:
            raise _ReachedError
        return super()._offer(entry, may=may)


class _UntilADocumentIsPaidAgain(Ledger):
    """The same machine, which stops where a document that was void has been paid again."""

    def _offer(self, entry: Entry, *, may: bool) -> bool:
        void = {each.document for each in self.taken if each.voids} - {None}
        if may and entry.document in void and entry.corrects is None:
            raise _ReachedError
        return super()._offer(entry, may=may)


@pytest.mark.parametrize("machine", [_UntilACutBreaksAShare, _UntilADocumentIsPaidAgain])
def test_the_machine_reaches(machine: type[Ledger]) -> None:
    looking = settings(
        Ledger.TestCase.settings,
        max_examples=2_000,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
    )
    with pytest.raises(_ReachedError):
        run_state_machine_as_test(machine, settings=looking)
