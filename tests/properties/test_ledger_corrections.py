"""Entries taken back in every way that they can be, beside a list of what still stands.

The ledger beside this one says of each entry whether it may be taken. This one offers far more,
most of it wrong, and asks of whatever was taken only what has to be true of it: no recipient has
more than the terms allow by what still stands, nothing was taken off twice, and no document is paid
twice.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
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
    precondition,
    rule,
    run_state_machine_as_test,
)

from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Of, Reading, Readings
from carerslib.errors import InvalidValueError
from carerslib.funds import (
    SPENDING,
    Book,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Lift,
    Position,
    ShareOfGrant,
    Stipulation,
    StipulationKind,
    fold,
    post,
    post_each,
)
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.prices import Price
from carerslib.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = EntryKind
SOURCE: Final = Citation.record("Grant determination")
GIVEN_ON: Final = date(2010, 4, 1)
IN_FORCE: Final = DateRange(date(2010, 5, 1), date(2010, 12, 31))
ON_DAYS: Final = (date(2010, 6, 1), date(2010, 12, 31))
OFF_DAYS: Final = (date(2010, 4, 30), date(2011, 1, 1))
MOST_EACH: Final = 300
MOST_ON_AN_ORDER: Final = 250
MOST: Final = 4
RECIPIENTS: Final = ("one", "two")
DOCUMENTS: Final = ("invoice 1", "invoice 2")
PURPOSES: Final = ("breaks", "training")
WRONG: Final = ("corrects", "order", "settles", "document", "recipient", "counts_for")
Words: TypeAlias = "tuple[object, ...]"
Held: TypeAlias = "dict[tuple[str | None, Words], list[Entry]]"


def _signed(entry: Entry) -> int:
    return entry.amount.in_pence * (1 if entry.corrects is None else -1)


def _number(most: int, *, each: bool) -> Cap:
    per = ("recipient",) if each else ()
    return Cap("number", SOURCE, Figure(most), of=Of.COUNT, per=per)


def _fund(  # noqa: PLR0913 - what its terms may hold
    *,
    some_days: bool,
    lifted: bool,
    number_each: bool,
    two_readings: bool,
    each_order: bool,
    shared: bool,
) -> Fund:
    days = IN_FORCE if some_days else None
    each = Cap("each", SOURCE, Figure.pounds(f"{MOST_EACH // 100}.00"), per=("recipient",))
    number: Any = _number(MOST, each=number_each)
    if two_readings:
        more = _number(MOST + 1, each=number_each)
        number = Readings("number", SOURCE, [Reading("few", number), Reading("more", more)])
    clauses: list[Any] = [each, number]
    if each_order:
        size = Figure(Price.as_stated(Money.pence(MOST_ON_AN_ORDER)))
        clauses.append(Cap("size", SOURCE, size, per=("contract",)))
    if shared:
        clauses.append(ShareOfGrant("share", SOURCE, "purpose", "breaks", at_least=50))
    terms = Stipulation(
        "terms", StipulationKind.CONDITION, "department", SOURCE, days=days, clauses=clauses
    )
    lift = Lift("terms", "department", date(2010, 12, 1), SOURCE)
    return Fund(
        "fund",
        "council",
        SOURCE,
        FundType.RING_FENCED_GRANT,
        [terms],
        lifts=[lift] if lifted else [],
    )


class Corrections(RuleBasedStateMachine):
    """A fund to which spending is posted, released, corrected and made void, rightly or wrongly."""

    orders = Bundle("orders")
    accruals = Bundle("accruals")
    spent = Bundle("spent")
    released = Bundle("released")

    @initialize(
        some_days=st.booleans(),
        lifted=st.booleans(),
        number_each=st.booleans(),
        two_readings=st.booleans(),
        each_order=st.booleans(),
        shared=st.booleans(),
    )
    def open_a_fund(self, **terms: bool) -> None:
        self.fund = _fund(**terms)
        self.shared = terms["shared"]
        self.number_each = terms["number_each"]
        self.two_readings = terms["two_readings"]
        self.each_order = terms["each_order"]
        self.book = Book(Position(self.fund))
        self.taken: list[Entry] = []
        self.offered: list[Entry] = []
        for number, day in enumerate((GIVEN_ON, ON_DAYS[0])):
            grant = Money.pounds("7.00")
            self._offer(Entry(f"grant {number}", Kind.ALLOCATION, grant, day, GIVEN_ON))

    def _offer(self, entry: Entry) -> bool:
        """Offer an entry in each way, all of which agree."""
        checked = self.book.check(entry)
        verdict = self.book.offer(entry)
        assert checked.result is verdict.result
        assert Verdict.all_of(verdict.parts, title="").result is verdict.result
        assert verdict.is_met or verdict.unmet or verdict.missing, "a refusal says why"
        self.offered.append(entry)
        if verdict.is_met:
            self.taken.append(entry)
        return verdict.is_met

    def _post(self, kind: Kind, **said: Any) -> Any:  # noqa: ANN401
        """Post an entry; give it to be corrected where it was taken."""
        try:
            entry = Entry(f"entry {len(self.offered)}", kind, recorded_on=GIVEN_ON, **said)
        except InvalidValueError:
            return multiple()  # it never was an entry: a release of no order, and the like
        return entry if self._offer(entry) else multiple()

    pence = st.sampled_from((100, 100, 100, 50, 200)).map(Money.pence)
    days = st.sampled_from((ON_DAYS[0], ON_DAYS[0], *ON_DAYS, *OFF_DAYS))
    documents = st.none() | st.sampled_from(DOCUMENTS)
    words: Final[dict[str, Any]] = {
        "recipient": st.sampled_from(("one", *RECIPIENTS)),
        "purpose": st.sampled_from(("breaks", "breaks", "training")),
    }

    @rule(target=orders, amount=pence, counts_for=days, document=documents, **words)
    def order(self, **said: Any) -> Any:  # noqa: ANN401
        return self._post(Kind.COMMITMENT, **said)

    @rule(target=spent, amount=pence, counts_for=days, document=documents, **words)
    def spend(self, **said: Any) -> Any:  # noqa: ANN401
        return self._post(Kind.EXPENDITURE, **said)

    @rule(target=accruals, amount=pence, counts_for=days, document=documents, **words)
    def accrue(self, **said: Any) -> Any:  # noqa: ANN401
        return self._post(Kind.ACCRUAL, **said)

    @rule(target=spent, amount=pence, counts_for=days, document=st.sampled_from(DOCUMENTS))
    def receive(self, **said: Any) -> Any:  # noqa: ANN401
        return self._post(Kind.RECEIPT, **said)

    def _about(self, about: Entry, **said: Any) -> dict[str, Any]:  # noqa: ANN401
        """Word an entry as one was worded, but for what is said otherwise."""
        names = ("amount", "counts_for", "recipient", "purpose")
        return {**{name: getattr(about, name) for name in names}, **said}

    @rule(target=orders, about=orders, amount=pence, counts_for=days)
    def add_to_an_order(self, about: Entry, **said: Any) -> Any:  # noqa: ANN401
        order = about.order or about.reference
        return self._post(Kind.COMMITMENT, **self._about(about, order=order, **said))

    @rule(target=spent, about=orders, amount=pence, counts_for=days, document=documents)
    def deliver(self, about: Entry, **said: Any) -> Any:  # noqa: ANN401
        order = about.order or about.reference
        return self._post(Kind.EXPENDITURE, **self._about(about, order=order, **said))

    @rule(target=accruals, about=orders, amount=pence, counts_for=days, document=documents)
    def accrue_on_an_order(self, about: Entry, **said: Any) -> Any:  # noqa: ANN401
        order = about.order or about.reference
        return self._post(Kind.ACCRUAL, **self._about(about, order=order, **said))

    @rule(target=spent, about=accruals, amount=pence, document=documents)
    def pay(self, about: Entry, **said: Any) -> Any:  # noqa: ANN401
        said["settles"] = about.reference
        return self._post(Kind.EXPENDITURE, **self._about(about, **said))

    @rule(target=released, about=orders, counts_for=days, voids=st.booleans())
    def release(self, about: Entry, **said: Any) -> Any:  # noqa: ANN401
        order = about.order or about.reference
        return self._post(Kind.RELEASE, **self._about(about, order=order, **said))

    def _correction(self, about: Entry, **said: Any) -> dict[str, Any]:  # noqa: ANN401
        """Word a correction so that it names what an entry was about."""
        order = about.order
        if about.moves is Kind.COMMITMENT:
            order = order or about.reference
        named = {
            "corrects": about.moves,
            "order": order,
            "settles": about.reference if about.moves is Kind.ACCRUAL else about.settles,
            "document": about.document,
            "voids": about.voids,
        }
        return self._about(about, **{**named, **said})

    anything = st.one_of(orders, accruals, spent, released)

    @rule(about=anything, voids=st.booleans())
    def take_back(self, about: Entry, *, voids: bool) -> None:
        """Correct an entry in its own words."""
        voids = about.voids if about.moves is Kind.RELEASE else voids
        self._post(Kind.CORRECTION, **self._correction(about, voids=voids))

    @rule(about=anything, counts_for=days, voids=st.booleans())
    def take_back_on_another_day(self, about: Entry, counts_for: date, *, voids: bool) -> None:
        said = self._correction(about, counts_for=counts_for, voids=voids)
        self._post(Kind.CORRECTION, **said)

    @rule(about=anything, other=anything, voids=st.booleans(), wrong=st.sampled_from(WRONG))
    def take_back_wrongly(self, about: Entry, other: Entry, wrong: str, *, voids: bool) -> None:
        """Correct an entry, and say of one thing what was said of another entry."""
        of_other = self._correction(other)
        said = {"voids": voids, wrong: of_other[wrong]}
        if wrong == "corrects":  # what was accrued is not what was paid for
            said["settles"] = of_other["settles"]
        if wrong == "order":
            said["document"] = None
        self._post(Kind.CORRECTION, **self._correction(about, **said))

    @rule(
        about=st.one_of(accruals, spent),
        kind=st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL)),
        voids=st.booleans(),
        loose=st.booleans(),
    )
    def take_back_as_another_kind(
        self, about: Entry, kind: Kind, *, voids: bool, loose: bool
    ) -> None:
        """Correct what was accrued as if it had been paid for, or the other way round."""
        accrual = about.reference if about.kind is Kind.ACCRUAL else about.settles
        said = {"corrects": kind, "settles": accrual, "voids": voids}
        if kind is Kind.EXPENDITURE and about.order is not None:
            said["settles"] = None
        if loose:
            said.update(order=None, settles=accrual if kind is Kind.ACCRUAL else None)
        self._post(Kind.CORRECTION, **self._correction(about, **said))

    @rule(amount=pence, counts_for=days, document=documents, voids=st.booleans(), **words)
    def order_and_cancel(self, *, voids: bool, **said: Any) -> None:  # noqa: ANN401
        order = self._post(Kind.COMMITMENT, **said)
        if isinstance(order, Entry):
            self.take_back(order, voids=voids)

    @rule(amount=pence, first=days, second=days, third=days, voids=st.booleans(), **words)
    def release_and_open_again(
        self, amount: Money, first: date, second: date, third: date, *, voids: bool, **said: str
    ) -> None:
        """Order, release it, order again in its place, and then open the first again."""
        order = self._post(Kind.COMMITMENT, amount=amount, counts_for=first, **said)
        if isinstance(order, Entry):
            released = self.release(order, counts_for=second, voids=voids)
            self._post(Kind.COMMITMENT, amount=amount, counts_for=first, **said)
            if isinstance(released, Entry):
                self.take_back_on_another_day(released, third, voids=voids)

    @rule(
        amount=pence,
        day=days,
        kind=st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL)),
        other=st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL)),
        loose=st.booleans(),
        **words,
    )
    def deliver_and_take_back_as_another_kind(
        self, amount: Money, day: date, kind: Kind, other: Kind, *, loose: bool, **said: str
    ) -> None:
        """Order, have it delivered, spend besides, and correct the one or the other."""
        order = self._post(Kind.COMMITMENT, amount=amount, counts_for=day, **said)
        if isinstance(order, Entry):
            words = self._about(order)
            done = self._post(kind, order=order.reference, **words)
            self._post(other, **{**words, "recipient": "two"})
            if isinstance(done, Entry):
                self.take_back_as_another_kind(done, other, voids=False, loose=loose)

    @rule(
        amount=pence,
        kind=st.sampled_from((Kind.EXPENDITURE, Kind.ACCRUAL, Kind.RECEIPT)),
        first=days,
        second=days,
        document=documents,
        voids=st.booleans(),
        **words,
    )
    def spend_twice_and_take_back_one(  # noqa: PLR0913 - what may be wrong with it
        self,
        amount: Money,
        kind: Kind,
        first: date,
        second: date,
        document: str | None,
        *,
        voids: bool,
        **said: str,
    ) -> None:
        """Post an amount on two days, and correct the first as if it were the second."""
        one = self._post(kind, amount=amount, counts_for=first, document=document, **said)
        alike = kind if kind in SPENDING else Kind.EXPENDITURE
        other = self._post(alike, amount=amount, counts_for=second, **said)
        if isinstance(one, Entry) and isinstance(other, Entry):
            if alike is not kind:
                wrong = self._correction(one, counts_for=second, corrects=alike, voids=voids)
                self._post(Kind.CORRECTION, **wrong)
            self.take_back_on_another_day(one, second, voids=voids)

    @rule(pounds=st.integers(1, 9), counts_for=days)
    def cut_the_grant(self, pounds: int, **said: Any) -> None:  # noqa: ANN401
        amount = Money.pence(100 * pounds)
        self._post(Kind.CORRECTION, corrects=Kind.ALLOCATION, amount=amount, **said)

    @precondition(lambda self: len(self.taken) % 7 == 0)
    @rule()
    def start_from_the_position(self) -> None:
        self.book = Book(self.book.position)

    # what still stands, from the list alone

    def _stands(self, entry: Entry) -> bool:
        return bool(self.fund.stipulations_on(entry.counts_for))

    def _says(self, entry: Entry) -> Words:
        return (entry.recipient, entry.purpose if self.shared else None)

    def _orders(self) -> Held:
        """Give what was ordered and released, by order and words."""
        found: Held = defaultdict(list)
        for each in self.taken:
            if each.moves in (Kind.COMMITMENT, Kind.RELEASE):
                found[each.order or each.reference, self._says(each)].append(each)
        return found

    def _accruals(self) -> Held:
        """Give what was accrued on no order, by accrual and words."""
        found: Held = defaultdict(list)
        for each in self.taken:
            if each.moves is Kind.ACCRUAL and each.order is None:
                name = each.reference if each.corrects is None else each.settles
                found[name, self._says(each)].append(each)
        return found

    def _spent(self) -> Held:
        """Give what was spent on no order, by words."""
        found: Held = defaultdict(list)
        for each in self.taken:
            direct = each.order is None and each.settles is None
            if each.moves is Kind.EXPENDITURE and direct:
                found[None, self._says(each)].append(each)
        return found

    def _payments(self) -> Held:
        """Give the same by document, and by itself what pays none, which is never void."""
        found: Held = defaultdict(list)
        for (_, says), entries in self._spent().items():
            for each in entries:
                if each.document is not None or each.corrects is None:
                    found[each.document or each.reference, says].append(each)
        return found

    def _kept(self, entries: list[Entry]) -> int:
        """What stands of an order or of spending under the terms, at the very least.

        That is all of it, less what was ordered or spent on days on which they did not stand.
        """
        whole = sum(_signed(each) * (1 if each.moves in SPENDING else -1) for each in entries)
        beside = sum(
            _signed(each) for each in entries if each.moves in SPENDING and not self._stands(each)
        )
        return max(whole - max(beside, 0), 0)

    def _made(self, entries: list[Entry]) -> int:
        """How many of these entries are placed, spent or accrued while the terms stand."""
        return sum(1 for each in entries if each.kind in SPENDING and self._stands(each))

    def _voids(self, entries: list[Entry]) -> list[tuple[int, Entry]]:
        """Give what makes any of these void, or takes that back, with its sign."""
        return [
            (1 if each.kind is Kind.RELEASE or each.corrects in SPENDING else -1, each)
            for each in entries
            if each.voids
        ]

    def _numbered(self, entries: list[Entry]) -> int:
        """How many of these entries count by number, at the very least."""
        return max(self._made(entries) - sum(sign for sign, _ in self._voids(entries)), 0)

    def _ordered(self, entries: list[Entry]) -> int:
        """Whether an order counts as one, at the very least: once, however often it is added to."""
        placed = [each for each in entries if each.kind in SPENDING and self._stands(each)]
        void = self._voids(entries)
        left = sum(each.amount.in_pence for each in placed)
        others = [each for each in entries if each.kind not in SPENDING]
        left += sum(_signed(each) * (-1 if each.moves is Kind.RELEASE else 1) for each in others)
        return int(self._numbered(entries) > 0 and (left > 0 or sum(sign for sign, _ in void) <= 0))

    def _used(self, clause: str, *group: str) -> tuple[int, int]:
        """Give the least and the most that a clause has counted in one group."""
        found: Any = self.book.position.used_by(clause).get(group, 0)
        return found if isinstance(found, tuple) else (found, found)

    @invariant()
    def nobody_has_more_than_the_terms_allow(self) -> None:
        kept: defaultdict[object, int] = defaultdict(int)
        for held in (self._orders(), self._accruals(), self._spent()):
            for (_, says), entries in held.items():
                kept[says[0]] += self._kept(entries)
        for recipient in RECIPIENTS:
            least, most = self._used("each", recipient)
            assert kept[recipient] <= least <= most <= MOST_EACH

    @invariant()
    def no_more_are_given_than_the_terms_allow(self) -> None:
        found: defaultdict[object, int] = defaultdict(int)
        most_of: defaultdict[object, int] = defaultdict(int)
        for (_, says), entries in self._orders().items():
            recipient = says[0] if self.number_each else None
            found[recipient] += self._ordered(entries)
            most_of[recipient] += self._made(entries) > 0
        for held in (self._accruals(), self._payments()):
            for (_, says), entries in held.items():
                recipient = says[0] if self.number_each else None
                found[recipient] += self._numbered(entries)
                most_of[recipient] += self._made(entries)
        reading = ("few", "number") if self.two_readings else ()
        for recipient in RECIPIENTS if self.number_each else (None,):
            least, most = self._used("number", *reading, *([recipient] if recipient else []))
            assert found[recipient] <= least <= most <= min(MOST, most_of[recipient])

    @invariant()
    def no_order_is_larger_than_the_terms_allow(self) -> None:
        if not self.each_order:
            return
        kept: defaultdict[object, int] = defaultdict(int)
        for (order, _), entries in self._orders().items():
            kept[order] += self._kept(entries)
        for contract, pence in kept.items():
            least, most = self._used("size", str(contract))
            assert pence <= least <= most <= MOST_ON_AN_ORDER

    @invariant()
    def nothing_is_taken_off_twice(self) -> None:
        sums: defaultdict[Words, int] = defaultdict(int)
        for each in self.taken:
            kind, pence = each.moves, _signed(each)
            # nothing is counted of cash and of grants but how much there is
            says = self._says(each) if kind in (*SPENDING, Kind.RELEASE) else ()
            order, accrual = each.order, each.settles
            if kind is Kind.COMMITMENT:
                order = order or each.reference
            if kind is Kind.ACCRUAL and each.corrects is None:
                accrual = each.reference
            sums[kind, says] += pence
            sums[kind, says, "on", order, accrual] += pence
            if each.document is not None:
                sums[kind, says, "on document", each.document, order, accrual] += pence
            if kind is Kind.RELEASE:
                sums[kind, says, order, each.voids, self._stands(each)] += pence
            if kind in (Kind.ACCRUAL, Kind.EXPENDITURE) and accrual is not None:
                sums["still to be paid", says, accrual] += pence if kind is Kind.ACCRUAL else -pence
            if order is not None:
                sums["open", says, order] += pence if kind is Kind.COMMITMENT else -pence
        assert not {key for key, pence in sums.items() if pence < 0}

    @invariant()
    def no_document_is_paid_twice(self) -> None:
        for document in DOCUMENTS:
            for kind in (Kind.EXPENDITURE, Kind.ACCRUAL):
                ways = (document, kind)
                named = [each for each in self.taken if (each.document, each.moves) == ways]
                assert sum(1 if each.corrects is None else -each.voids for each in named) in (0, 1)

    @invariant()
    def the_share_of_the_grant_is_kept(self) -> None:
        if not self.shared:
            return
        grants = [each for each in self.taken if each.moves is Kind.ALLOCATION]
        shared = sum(_signed(each) for each in grants if self._stands(each))
        grant = min(shared, sum(map(_signed, grants)))
        beside = sum(
            self._kept([each for each in entries if each.purpose != "breaks"])
            for held in (self._orders(), self._accruals(), self._spent())
            for entries in held.values()
        )
        assert 2 * beside <= grant

    @invariant()
    def nothing_is_overspent_and_not_a_penny_is_lost(self) -> None:
        sums = self.book.position.sums()
        assert min(sums).in_pence >= 0
        assert sums.uncommitted.in_pence >= 0
        held = sums.expenditure + sums.open_commitments + sums.uncommitted
        assert sums.authorised == held

    @invariant()
    def what_was_just_posted_can_be_taken_back(self) -> None:
        if not self.taken or self.offered[-1] is not self.taken[-1]:
            return
        last = self.taken[-1]
        if last.corrects is None:
            said = self._correction(last)
            back = Entry("back", Kind.CORRECTION, recorded_on=GIVEN_ON, **said)
            verdict = self.book.check(back)
            assert verdict.is_met, verdict.unmet

    def teardown(self) -> None:
        if not hasattr(self, "fund"):
            return
        position = self.book.position
        found = post(self.offered, against=Position(self.fund))
        assert (list(found.taken), found.position) == (self.taken, position)
        results = [each.is_met for each in post_each(self.offered, against=Position(self.fund))]
        assert results == [each in self.taken for each in self.offered]
        assert fold(reversed(self.taken), fund=self.fund) == position
        assert Position(self.fund).after(*self.taken) == position


MANY: Final = max(80, settings().max_examples)
Corrections.TestCase.settings = settings(max_examples=MANY, stateful_step_count=30)
TestCorrections: Final = Corrections.TestCase


class _ReachedError(Exception):
    """That the machine came where it was meant to come."""


def _opens_again_off_the_days(entry: Entry, *, stands: bool) -> bool:
    return entry.corrects is Kind.RELEASE and not stands


def _corrects_what_was_accrued_on_an_order(entry: Entry, *, stands: bool) -> bool:
    return stands and entry.corrects is Kind.ACCRUAL and entry.order is not None


def _corrects_what_was_delivered_on_an_order(entry: Entry, *, stands: bool) -> bool:
    return stands and entry.corrects is Kind.EXPENDITURE and entry.order is not None


def _voids_a_document(entry: Entry, *, stands: bool) -> bool:
    return stands and entry.voids and entry.document is not None and entry.order is None


def _voids_an_order(entry: Entry, *, stands: bool) -> bool:
    return stands and entry.voids and entry.moves is Kind.COMMITMENT


@pytest.mark.parametrize(
    ("reached", "may"),
    [
        (_opens_again_off_the_days, True),
        (_opens_again_off_the_days, False),
        (_corrects_what_was_accrued_on_an_order, True),
        (_corrects_what_was_delivered_on_an_order, False),
        (_voids_a_document, True),
        (_voids_an_order, True),
    ],
)
def test_the_machine_reaches_what_is_taken_and_what_is_refused(
    reached: Callable[..., bool], *, may: bool
) -> None:
    class Until(Corrections):
        def _offer(self, entry: Entry) -> bool:
            taken = super()._offer(entry)
            if taken is may and reached(entry, stands=self._stands(entry)):
                raise _ReachedError
            return taken

    looking = settings(
        Corrections.TestCase.settings,
        max_examples=400,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
    )
    with pytest.raises(_ReachedError):
        run_state_machine_as_test(Until, settings=looking)
