"""Whatever number a fund limits, the same entries come to the same count in any order.

Entries are offered to funds that count by number in every way that a clause may: for each year,
recipient, head, source or contract, once for each different value, for some costs alone. Orders are
added to, over several years or for nobody in particular, released, made void, and corrected.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hypothesis import given
from hypothesis import strategies as st

from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, For, Of, Reading, Readings
from carerslib.errors import InvalidValueError
from carerslib.funds import (
    Book,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Position,
    Stipulation,
    StipulationKind,
    fold,
    post,
)
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, FinancialYear

if TYPE_CHECKING:
    from carerslib.clauses import Clause

Kind = EntryKind
SOURCE: Final = Citation.record("Grant determination")
YEARS: Final = (FinancialYear(2010), FinancialYear(2011))
DAYS: Final = (date(2010, 6, 1), date(2010, 9, 1), date(2011, 6, 1))
HEADS: Final = ("breaks", "training")
SOURCES: Final = ("grant", "council")
PER: Final = ("year", "recipient", "head", "source", "contract", "cost")
NUMBERS: Final = st.builds(
    Cap,
    st.just("number"),
    st.just(SOURCE),
    st.sampled_from((2, 3, 9, 9)).map(Figure),
    per=st.lists(st.sampled_from(PER), max_size=2, unique=True).map(tuple),
    where=st.sampled_from([(), (), (("cost", "staff"),), (("recipient", "one"),)]),
    of=st.just(Of.COUNT),
    distinct=st.sampled_from(["", "", "cost", "recipient"]),
)
MUCH: Final = Cap("money", SOURCE, Figure.pounds("500.00"), per=("recipient",))
CLAUSES: Final[st.SearchStrategy[Clause]] = st.one_of(
    NUMBERS,
    NUMBERS,
    NUMBERS.map(lambda each: For("words", SOURCE, {"purpose": "breaks"}, [MUCH, each])),
    st.builds(
        lambda one, other: Readings(
            "words", SOURCE, [Reading("one", one), Reading("other", other)]
        ),
        NUMBERS,
        NUMBERS,
    ),
)


@st.composite
def funds(draw: st.DrawFn) -> Fund:
    """Draw a fund of £200 a year in which something is limited by number."""
    days = draw(st.sampled_from([None, None, DateRange(date(2010, 4, 1), date(2011, 3, 31))]))
    kind = draw(st.sampled_from([StipulationKind.CONDITION, StipulationKind.EXPECTATION]))
    terms = Stipulation("terms", kind, "department", SOURCE, days=days, clauses=[draw(CLAUSES)])
    return Fund(
        "fund",
        "council",
        SOURCE,
        draw(st.sampled_from([FundType.RING_FENCED_GRANT, FundType.GENERAL_GRANT])),
        [terms],
        heads=[Head(each) for each in HEADS],
        sources=SOURCES,
        approves_ahead=("full council",),
    )


WORDS: Final = st.fixed_dictionaries(
    {
        "recipient": st.sampled_from(["one", None, "two"]),
        "head": st.sampled_from((*HEADS[:1], *HEADS)),
        "source": st.sampled_from((*SOURCES[:1], *SOURCES)),
        "other_tags": st.sampled_from([(("cost", "staff"),), (("cost", "rent"),), ()]),
        "purpose": st.just("breaks"),
    }
)
ALIKE: Final = ("recipient", "head", "source", "other_tags", "purpose")


class _Offered:
    """Entries that were offered one by one, and those of them that were taken."""

    def __init__(self, fund: Fund, draw: st.DrawFn) -> None:
        self.fund, self.draw = fund, draw
        self.book = Book(Position(fund))
        self.offered: list[Entry] = []
        self.taken: list[Entry] = []
        for year in YEARS:
            for source in SOURCES:
                grant = Money.pounds("200.00")
                self.offer(Kind.ALLOCATION, amount=grant, counts_for=year.first_day, source=source)

    def offer(self, kind: Kind, **said: Any) -> None:  # noqa: ANN401
        """Offer an entry, where it is one at all."""
        name, known = f"entry {len(self.offered)}", date(2010, 4, 1)
        try:
            entry = Entry(name, kind, recorded_on=known, by="full council", **said)
        except InvalidValueError:
            return
        self.offered.append(entry)
        if self.book.offer(entry).is_met:
            self.taken.append(entry)

    def some(self, *kinds: Kind) -> Entry | None:
        """Draw one of the entries of some kinds that were taken."""
        found = [each for each in self.taken if each.kind in kinds]
        return self.draw(st.sampled_from(found)) if found else None

    def spend(self) -> None:
        """Order something, spend something or add to an order, perhaps over both years."""
        draw = self.draw
        kind = draw(st.sampled_from([Kind.COMMITMENT, Kind.COMMITMENT, Kind.EXPENDITURE]))
        said: dict[str, Any] = {**draw(WORDS), "counts_for": draw(st.sampled_from(DAYS))}
        earlier = self.some(Kind.COMMITMENT)
        if kind is Kind.COMMITMENT and earlier is not None and draw(st.integers(0, 2)):
            said["order"] = earlier.order or earlier.reference
            if draw(st.integers(0, 2)):
                said.update({name: getattr(earlier, name) for name in ALIKE})
        pounds = [Money.pounds(f"{draw(st.integers(1, 3))}.00") for _ in YEARS]
        amount = pounds[0]
        if kind is Kind.COMMITMENT and draw(st.integers(0, 3)) == 0:
            said["by_year"] = ByYear.of(dict(zip(YEARS, pounds, strict=True)))
            said["counts_for"] = DAYS[0]
            amount = pounds[0] + pounds[1]
        self.offer(kind, amount=amount, **said)

    def _left(self, order: str, about: Entry) -> Money:
        """Give what is open on an order by the words of an entry, in whatever year."""
        found = 0
        for each in self.taken:
            same = all(getattr(each, name) == getattr(about, name) for name in ALIKE)
            if same and (each.order or each.reference) == order:
                sign = 1 if each.moves is Kind.COMMITMENT else -1
                found += each.amount.in_pence * (sign if each.corrects is None else -sign)
        return Money.pence(max(found, 0))

    def resolve(self) -> None:
        """Release an order or correct it, in full or in part, or have some of it delivered."""
        draw, about = self.draw, self.some(Kind.COMMITMENT)
        if about is None:
            return
        order = about.order or about.reference
        kind = draw(
            st.sampled_from([Kind.RELEASE, Kind.RELEASE, Kind.CORRECTION, Kind.EXPENDITURE])
        )
        said = {name: getattr(about, name) for name in ALIKE}
        said.update(order=order, counts_for=draw(st.sampled_from((about.counts_for, *DAYS))))
        amount, voids = self._left(order, about), draw(st.booleans())
        if not voids or kind is Kind.EXPENDITURE or draw(st.integers(0, 4)) == 0:
            amount = Money.pounds("1.00")
        if kind is Kind.CORRECTION:
            said["corrects"] = Kind.COMMITMENT
            if about.by_year is not None and draw(st.booleans()):
                said["by_year"], amount = about.by_year, about.amount
        self.offer(kind, amount=amount, voids=voids and kind is not Kind.EXPENDITURE, **said)

    def take_back(self) -> None:
        """Take back a release or spending, in full or in part."""
        draw, about = self.draw, self.some(Kind.RELEASE, Kind.EXPENDITURE)
        if about is None:
            return
        said = {name: getattr(about, name) for name in (*ALIKE, "order", "counts_for")}
        amount = draw(st.sampled_from([about.amount, about.amount, Money.pounds("1.00")]))
        said.update(corrects=about.kind, voids=about.voids, amount=amount)
        self.offer(Kind.CORRECTION, **said)


@st.composite
def offered(draw: st.DrawFn) -> _Offered:
    """Draw a fund, and entries offered to it one by one."""
    entries = _Offered(draw(funds()), draw)
    steps = [entries.spend, entries.spend, entries.spend, entries.resolve, entries.resolve]
    steps.append(entries.take_back)
    for step in draw(st.lists(st.sampled_from(steps), min_size=5, max_size=12)):
        step()
    return entries


@given(entries=offered(), data=st.data())
def test_entries_that_were_taken_count_the_same_in_any_order(
    entries: _Offered, data: st.DataObject
) -> None:
    position = entries.book.position
    shuffled = data.draw(st.permutations(entries.taken))
    assert fold(shuffled, fund=entries.fund) == position
    one_by_one = Position(entries.fund)
    for each in shuffled:
        one_by_one = one_by_one.after(each)
    assert one_by_one == position


@given(entries=offered())
def test_entries_offered_together_count_the_same_as_one_by_one(entries: _Offered) -> None:
    together = post(entries.offered, against=Position(entries.fund))
    assert list(together.taken) == entries.taken
    assert together.position == entries.book.position == fold(entries.taken, fund=entries.fund)


@given(entries=offered())
def test_no_count_is_below_nothing_or_above_the_orders_and_payments_that_there_are(
    entries: _Offered,
) -> None:
    (clause,) = entries.fund.counting
    used = entries.book.position.used_by(clause[1].reference)
    several = sum(len(each.by_year or (1,)) for each in entries.taken)
    for group, measure in used.items():
        least, most = (measure, measure) if isinstance(measure, int) else measure[:2]
        assert 0 <= least <= most, group
        assert "money" in group or group[-1:] == ("not stated",) or most <= several
