"""What a release, a correction and a void entry may take off: what was there, and what counted."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any, Final

import pytest
from tests.unit.funds.making import (
    DETERMINATION,
    allocated,
    condition,
    entry,
    fund,
    order,
    posted,
    purposes,
    spend,
    taken,
)

from carerslib.clauses import Cap, Figure, Of
from carerslib.errors import InvalidValueError
from carerslib.funds import (
    Book,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Lift,
    Position,
    ShareOfGrant,
    StipulationKind,
    check,
    fold,
)
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, FinancialYear
from carerslib.verdicts import Finding, Result

Kind = EntryKind
GIVEN: Final = allocated("1000.00")
CAP: Final = Cap("each", DETERMINATION, Figure.pounds("100.00"), per=("recipient",))
EACH: Final = fund(condition(CAP))
ONE: Final = fund(condition(Cap("number", DETERMINATION, Figure(1), of=Of.COUNT)))
A: Final[dict[str, Any]] = {"recipient": "a", "purpose": "breaks"}
NEXT: Final = date(2004, 6, 1)
B: Final[dict[str, Any]] = {"recipient": "b", "purpose": "breaks"}


def _off(reference: str, pounds: str, corrects: EntryKind, **said: Any) -> Entry:  # noqa: ANN401
    return entry(reference, Kind.CORRECTION, pounds, corrects=corrects, **said)


def _released(reference: str, pounds: str, of: str, **said: Any) -> Entry:  # noqa: ANN401
    return entry(reference, Kind.RELEASE, pounds, order=of, **said)


def _unmet(offered: Entry, of: Fund, *before: Entry) -> list[Finding]:
    return list(check(offered, against=taken(of, *before)).unmet)


def _settled(offered: Entry, finding: Finding, of: Fund, *before: Entry) -> bool:
    """Say whether a refusal's remedy does, and a penny beyond it does not."""
    assert finding.remedy is not None
    position = taken(of, *before)
    mended = offered.amended(finding.remedy)
    step = Money.pence(1 if mended.amount < offered.amount else -1)
    beyond = offered.amended(finding.remedy._replace(nearest=mended.amount + step))
    return check(mended, against=position).is_met and not check(beyond, against=position).is_met


class TestAnOrder:
    def test_may_be_added_to_before_it_is_posted_and_nothing_is_lost(self) -> None:
        entries = (GIVEN, order("X1", "100.00", order="O1"), order("O1", "50.00"))
        position = taken(fund(), *entries)
        assert position.open_on("O1") == Money.pounds("150.00")
        assert position == fold(entries, fund=fund())
        assert check(spend("E1", "150.00", order="O1"), against=position).is_met

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("9.99", Result.MET), ("10.00", Result.MET), ("10.01", Result.NOT_MET)],
    )
    def test_is_corrected_by_no_more_than_was_delivered_on_it(
        self, pounds: str, result: Result
    ) -> None:
        before = (
            GIVEN,
            order("X", "100.00", **A),
            order("Y", "100.00", **B),
            spend("E1", "10.00", order="X", **A),
            spend("E2", "90.00", order="Y", **B),
        )
        off = _off("K1", pounds, Kind.EXPENDITURE, order="X", **A)
        assert check(off, against=taken(EACH, *before)).result is result

    def test_says_what_was_delivered_and_the_remedy_does(self) -> None:
        before = (
            GIVEN,
            order("X", "100.00"),
            spend("E1", "10.00", order="X"),
            spend("E2", "90.00"),
        )
        off = _off("K1", "50.00", Kind.EXPENDITURE, order="X")
        findings = _unmet(off, fund(), *before)
        assert [each.note for each in findings] == [
            "£10.00 was delivered on order X as expenditure",
            "£10.00 was posted before as expenditure",
        ]
        assert _settled(off, findings[0], fund(), *before)

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("19.99", Result.MET), ("20.00", Result.MET), ("20.01", Result.NOT_MET)],
    )
    def test_is_corrected_by_what_was_paid_for_and_not_by_what_was_accrued(
        self, pounds: str, result: Result
    ) -> None:
        before = (
            GIVEN,
            order("X", "100.00", **A),
            entry("AC", Kind.ACCRUAL, "80.00", order="X", **A),
            spend("E1", "20.00", order="X", **A),
            spend("E2", "100.00", **B),
        )
        off = _off("K1", pounds, Kind.EXPENDITURE, order="X", **A)
        assert check(off, against=taken(EACH, *before)).result is result

    def test_that_was_delivered_and_accrued_is_not_opened_by_correcting_what_others_were_paid(
        self,
    ) -> None:
        before = (
            GIVEN,
            order("X", "100.00", **A),
            entry("AC", Kind.ACCRUAL, "100.00", order="X", **A),
            spend("E1", "100.00", **B),
        )
        off = _off("K1", "100.00", Kind.EXPENDITURE, order="X", **A)
        (finding,) = _unmet(off, EACH, *before)
        assert finding.note == "£0.00 was delivered on order X as expenditure, recipient a"
        assert not check(spend("E2", "0.01", order="X", **A), against=taken(EACH, *before)).is_met

    def test_on_which_something_was_accrued_is_not_void(self) -> None:
        before = (
            GIVEN,
            order("X", "100.00", **A),
            entry("AC", Kind.ACCRUAL, "40.00", order="X", **A),
            spend("E1", "20.00", order="X", **A),
        )
        (finding,) = _unmet(_released("L1", "40.00", "X", voids=True, **A), EACH, *before)
        assert finding.note == "£60.00 was delivered or paid on it"

    def test_is_opened_again_by_no_more_than_was_released_from_it(self) -> None:
        before = (
            GIVEN,
            order("X", "100.00"),
            order("Y", "100.00"),
            _released("L1", "10.00", "X"),
            _released("L2", "90.00", "Y"),
        )
        off = _off("K1", "50.00", Kind.RELEASE, order="X")
        (finding,) = _unmet(off, fund(), *before)
        assert finding.note == "£10.00 was released from order X"
        assert _settled(off, finding, fund(), *before)

    def test_that_is_opened_again_counts_again(self) -> None:
        before = (
            GIVEN,
            order("O1", "100.00", **A),
            _released("L1", "100.00", "O1", **A),
            order("O2", "60.00", **A),
        )
        off = _off("K1", "50.00", Kind.RELEASE, order="O1", **A)
        (finding,) = _unmet(off, EACH, *before)
        assert (finding.rule, finding.measured) == ("each", Money.pounds("110.00"))
        assert _settled(off, finding, EACH, *before)

    def test_that_is_opened_again_is_only_advised_of_what_is_expected(self) -> None:
        of = fund(condition(CAP, kind=StipulationKind.EXPECTATION))
        before = (GIVEN, order("O1", "200.00", **A), _released("L1", "200.00", "O1", **A))
        off = _off("K1", "150.00", Kind.RELEASE, order="O1", **A)
        verdict = check(off, against=taken(of, *before))
        assert verdict.is_met
        assert [each.binding for each in verdict.findings if each.rule == "each"] == [False]

    def test_that_was_opened_again_keeps_its_number(self) -> None:
        position = taken(
            ONE,
            GIVEN,
            order("O1", "10.00"),
            _released("L1", "4.00", "O1"),
            _off("K1", "4.00", Kind.RELEASE, order="O1"),
        )
        assert position.used_by("number") == {(): 1}


class TestAnAccrual:
    ACCRUED = entry("X1", Kind.ACCRUAL, "100.00", **A)

    def test_that_is_corrected_leaves_room_again(self) -> None:
        off = _off("K1", "40.00", Kind.ACCRUAL, settles="X1", **A)
        position = taken(EACH, GIVEN, self.ACCRUED, off)
        assert position.used_by("each") == {("a",): 6000}
        assert check(spend("E1", "40.00", **A), against=position).is_met
        assert not check(spend("E1", "40.01", **A), against=position).is_met

    def test_is_opened_again_by_no_more_than_was_paid_on_it(self) -> None:
        paid = spend("E1", "30.00", settles="X1", **A)
        before = (GIVEN, self.ACCRUED, paid, spend("E2", "70.00", **B))
        off = _off("K1", "30.01", Kind.EXPENDITURE, settles="X1", **A)
        (finding, _) = _unmet(off, EACH, *before)
        assert finding.note == "£30.00 was paid on accrual X1, recipient a"
        assert _settled(off, finding, EACH, *before)

    ORDERED = (
        GIVEN,
        order("X", "60.00", **A),
        order("Y", "40.00", **A),
        entry("X1", Kind.ACCRUAL, "60.00", order="X", **A),
        entry("Y1", Kind.ACCRUAL, "40.00", order="Y", **A),
    )

    @pytest.mark.parametrize(
        ("on", "note"),
        [
            (None, "£0.00 of accrual X1 was accrued on no order, recipient a"),
            ("Y", "£0.00 of accrual X1 was accrued on order Y, recipient a"),
        ],
    )
    def test_is_corrected_for_the_order_that_it_was_made_on(
        self, on: str | None, note: str
    ) -> None:
        off = _off("K1", "40.00", Kind.ACCRUAL, settles="X1", order=on, **A)
        (finding,) = _unmet(off, EACH, *self.ORDERED)
        assert finding.note == note

    def test_that_is_corrected_opens_its_order_again(self) -> None:
        off = _off("K1", "40.00", Kind.ACCRUAL, settles="X1", order="X", **A)
        position = taken(EACH, *self.ORDERED, off)
        assert (position.open_on("X"), position.open_on("Y")) == (
            Money.pounds("40.00"),
            Money.pounds("0.00"),
        )


class TestSpendingWhatWasApprovedAhead:
    SLICES = ByYear.of({"2003/04": Money.pounds("10"), "2004/05": Money.pounds("90")})
    SIGNED = order("O1", "100.00", by_year=SLICES, by="full council")
    LATER = date(2004, 5, 1)

    def test_waits_for_its_allocation(self) -> None:
        before = (allocated("10.00"), self.SIGNED)
        spent = spend("E1", "90.00", self.LATER, order="O1")
        (finding,) = _unmet(spent, fund(), *before)
        assert (finding.rule, finding.remedy) == ("fund.uncommitted", None)
        assert finding.note == "£0.00 is authorised and not spent"

    @pytest.mark.parametrize("kind", [Kind.EXPENDITURE, Kind.ACCRUAL])
    def test_goes_as_far_as_what_is_allocated(self, kind: EntryKind) -> None:
        before = (
            allocated("10.00"),
            self.SIGNED,
            allocated("50.00", self.LATER, "A2"),
            spend("E1", "20.00", self.LATER, order="O1"),
        )
        spent = entry("E2", kind, "40.00", self.LATER, order="O1", purpose="breaks")
        (finding,) = _unmet(spent, fund(), *before)
        assert finding.note == "£30.00 is authorised and not spent"
        assert _settled(spent, finding, fund(), *before)

    def test_is_paid_for_once_it_is_accrued(self) -> None:
        position = taken(
            fund(),
            allocated("10.00"),
            self.SIGNED,
            allocated("50.00", self.LATER, "A2"),
            entry("X1", Kind.ACCRUAL, "50.00", self.LATER, order="O1"),
            spend("E1", "50.00", self.LATER, settles="X1"),
        )
        assert position.sums(year="2004/05").unspent == Money.pounds("0.00")


class TestWhatIsVoid:
    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("9.99", Result.NOT_MET), ("10.00", Result.MET), ("10.01", Result.NOT_MET)],
    )
    @pytest.mark.parametrize("kind", [Kind.RELEASE, Kind.CORRECTION])
    def test_is_all_of_an_order(self, kind: EntryKind, pounds: str, result: Result) -> None:
        corrects = Kind.COMMITMENT if kind is Kind.CORRECTION else None
        off = entry("L1", kind, pounds, order="O1", voids=True, corrects=corrects)
        assert check(off, against=taken(ONE, GIVEN, order("O1", "10.00"))).result is result

    def test_no_longer_counts_as_one(self) -> None:
        off = _released("L1", "10.00", "O1", voids=True)
        position = taken(ONE, GIVEN, order("O1", "10.00"), off)
        assert check(order("O2", "10.00"), against=position).is_met

    def test_counts_as_one_again_once_it_is_opened_again(self) -> None:
        off = _released("L1", "10.00", "O1", voids=True)
        before = (GIVEN, order("O1", "10.00"), off)
        back = _off("K1", "10.00", Kind.RELEASE, order="O1", voids=True)
        (finding,) = _unmet(_off("K1", "10.00", Kind.RELEASE, order="O1"), ONE, *before)
        assert finding.note == "£0.00 was released from order O1"
        assert taken(ONE, *before, back).used_by("number") == {(): 1}
        second = order("O2", "10.00")
        assert [each.rule for each in _unmet(back, ONE, *before, second)] == ["number"]

    def test_says_what_lacks_and_the_remedy_does(self) -> None:
        off = _released("L1", "0.01", "O1", voids=True)
        (finding,) = _unmet(off, ONE, GIVEN, order("O1", "10.00"))
        assert str(finding.remedy) == "raise by £9.99"
        assert _settled(off, finding, ONE, GIVEN, order("O1", "10.00"))

    def test_is_no_order_on_which_something_was_delivered(self) -> None:
        before = (GIVEN, order("O1", "10.00"), spend("E1", "4.00", order="O1"))
        (finding,) = _unmet(_released("L1", "6.00", "O1", voids=True), ONE, *before)
        assert (finding.rule, finding.remedy) == ("fund.void", None)
        assert finding.note == "£4.00 was delivered or paid on it"

    def test_is_no_order_of_nothing(self) -> None:
        off = _released("L1", "0.00", "O1", voids=True)
        (finding,) = _unmet(off, ONE, GIVEN, order("O1", "0.00"))
        assert (finding.rule, finding.remedy) == ("fund.void", None)

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("9.99", Result.NOT_MET), ("10.00", Result.MET), ("10.01", Result.NOT_MET)],
    )
    def test_is_all_of_an_accrual(self, pounds: str, result: Result) -> None:
        off = _off("K1", pounds, Kind.ACCRUAL, settles="X1", voids=True)
        before = (GIVEN, entry("X1", Kind.ACCRUAL, "10.00"))
        assert check(off, against=taken(ONE, *before)).result is result

    def test_is_named_by_the_order_that_its_document_was_paid_on(self) -> None:
        before = (GIVEN, order("O1", "10.00"), spend("E1", "4.00", order="O1", document="7"))
        loose = _off("K1", "4.00", Kind.EXPENDITURE, document="7", voids=True)
        (finding,) = _unmet(loose, ONE, *before)
        assert finding.note == (
            "£0.00 was paid on 7 as expenditure for the same order with the same words"
        )
        named = _off("K1", "4.00", Kind.EXPENDITURE, document="7", voids=True, order="O1")
        assert taken(ONE, *before, named).open_on("O1") == Money.pounds("10.00")

    def test_is_void_for_whom_it_was_paid(self) -> None:
        paid = spend("E1", "100.00", document="7", **A)
        before = (GIVEN, paid, spend("E2", "100.00", document="8", **B))
        of_b = _off("K1", "100.00", Kind.EXPENDITURE, document="7", voids=True, **B)
        assert [each.rule for each in _unmet(of_b, EACH, *before)] == ["fund.document"]
        of_a = _off("K1", "100.00", Kind.EXPENDITURE, document="7", voids=True, **A)
        assert _unmet(of_a, EACH, *before) == []

    @pytest.mark.parametrize(
        ("kind", "said", "field"),
        [
            (Kind.EXPENDITURE, {"document": "7"}, "voids"),
            (Kind.RECEIPT, {}, "voids"),
            (Kind.CORRECTION, {"corrects": Kind.EXPENDITURE}, "document"),
            (Kind.CORRECTION, {"corrects": Kind.ALLOCATION}, "document"),
        ],
    )
    def test_is_a_document_an_order_or_an_accrual(
        self, kind: EntryKind, said: dict[str, Any], field: str
    ) -> None:
        with pytest.raises(InvalidValueError) as caught:
            entry("K1", kind, "1.00", voids=True, **said)
        assert caught.value.field == field


class TestAnOrderOverTwoYears:
    BY_YEAR = ByYear.of({"2003/04": Money.pounds("10.00"), "2004/05": Money.pounds("10.00")})
    BEFORE = (
        allocated("100.00"),
        allocated("100.00", NEXT, reference="A2"),
        order("O1", "20.00", by_year=BY_YEAR),
    )

    def _void_of_one_year(self) -> Entry:
        return entry("L1", Kind.RELEASE, "10.00", NEXT, order="O1", voids=True)

    def _void(self) -> Entry:
        said: dict[str, Any] = {"order": "O1", "voids": True, "by_year": self.BY_YEAR}
        return entry("K1", Kind.CORRECTION, "20.00", corrects=Kind.COMMITMENT, **said)

    def test_is_not_void_for_one_of_them_and_no_amount_mends_that(self) -> None:
        (finding,) = _unmet(self._void_of_one_year(), ONE, *self.BEFORE)
        assert (finding.rule, finding.remedy) == ("fund.void", None)
        assert finding.permitted == Money.pounds("20.00")

    def test_is_not_void_where_it_was_delivered_on_in_the_other(self) -> None:
        delivered = spend("E1", "10.00", order="O1")
        findings = _unmet(self._void_of_one_year(), ONE, *self.BEFORE, delivered)
        assert [each.note for each in findings] == ["£10.00 was delivered or paid on it"]

    def test_is_void_as_a_whole_and_counts_no_more(self) -> None:
        position = taken(ONE, *self.BEFORE, self._void())
        assert position.used_by("number") == {(): 0}
        assert check(order("O2", "10.00"), against=position).is_met


class TestADocument:
    """Invoice D was paid by one kind of entry, for one recipient, on one order or none."""

    @pytest.mark.parametrize("kind", [Kind.RECEIPT, Kind.ACCRUAL])
    def test_is_not_void_as_another_kind_than_what_paid_it(self, kind: EntryKind) -> None:
        said: dict[str, Any] = {"purpose": "breaks"} if kind is Kind.ACCRUAL else {}
        two = fund(condition(Cap("number", DETERMINATION, Figure(2), of=Of.COUNT)))
        before = (
            GIVEN,
            entry("R", kind, "100.00", document="D", **said),
            spend("E1", "100.00", document="E"),
        )
        off = _off("K1", "100.00", Kind.EXPENDITURE, document="D", voids=True, purpose="breaks")
        (finding,) = _unmet(off, two, *before)
        assert finding.note == (
            "£0.00 was paid on D as expenditure for the same order with the same words"
        )

    @pytest.mark.parametrize("voids", [False, True])
    def test_is_corrected_for_whom_it_was_paid(self, *, voids: bool) -> None:
        before = (
            GIVEN,
            spend("E1", "50.00", document="C", **A),
            spend("E2", "100.00", document="D", **B),
        )
        of_a = _off("K1", "50.00", Kind.EXPENDITURE, document="D", voids=voids, **A)
        assert [each.rule for each in _unmet(of_a, EACH, *before)] == ["fund.document"]
        of_b = _off("K1", "100.00", Kind.EXPENDITURE, document="D", voids=voids, **B)
        assert _unmet(of_b, EACH, *before) == []

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("39.99", Result.MET), ("40.00", Result.MET), ("40.01", Result.NOT_MET)],
    )
    def test_is_corrected_by_no_more_than_was_paid_on_it(self, pounds: str, result: Result) -> None:
        before = (
            GIVEN,
            spend("E1", "40.00", document="D", **A),
            spend("E2", "50.00", document="E", **A),
        )
        off = _off("K1", pounds, Kind.EXPENDITURE, document="D", **A)
        assert check(off, against=taken(EACH, *before)).result is result

    SLICES = ByYear.of({"2003/04": Money.pounds("10"), "2004/05": Money.pounds("90")})

    @pytest.mark.parametrize(
        ("posted_as", "corrects", "said"),
        [
            (order("X", "100.00", document="D", **A), Kind.COMMITMENT, {"order": "X"}),
            (
                order("X", "100.00", document="D", by_year=SLICES, by="full council", **A),
                Kind.COMMITMENT,
                {"order": "X", "by_year": SLICES},
            ),
            (
                entry("X", Kind.ACCRUAL, "100.00", document="D", **A),
                Kind.ACCRUAL,
                {"settles": "X"},
            ),
            (spend("X", "100.00", document="D", **A), Kind.EXPENDITURE, {}),
        ],
    )
    @pytest.mark.parametrize("voids", [False, True])
    def test_of_each_kind_of_spending_can_be_taken_off(
        self, posted_as: Entry, corrects: EntryKind, said: dict[str, Any], *, voids: bool
    ) -> None:
        off = _off("K1", "100.00", corrects, document="D", voids=voids, **A, **said)
        position = taken(EACH, GIVEN, posted_as, off)
        assert position.used_by("each") == {("a",): 0}
        # an order posts no cost, so that its document was never paid
        again = check(spend("E9", "1.00", document="D", **A), against=position)
        assert again.is_met is (voids or corrects is Kind.COMMITMENT)


class TestTermsThatStandOnSomeDays:
    DAYS = DateRange(date(2003, 7, 1), date(2004, 3, 31))
    OF = fund(condition(CAP, days=DAYS))
    BEFORE = (GIVEN, order("O1", "500.00", date(2003, 6, 30), **A))

    def test_are_not_relieved_of_what_was_ordered_before_them(self) -> None:
        off = _released("L1", "500.00", "O1", day=date(2003, 7, 1), **A)
        (finding,) = _unmet(off, self.OF, *self.BEFORE)
        assert finding.note == ("£0.00 of order O1 counts under conditions by the day, recipient a")

    def test_leave_what_was_ordered_before_to_be_released_for_its_own_day(self) -> None:
        off = _released("L1", "500.00", "O1", day=date(2003, 6, 30), **A)
        position = taken(self.OF, *self.BEFORE, off)
        assert position.used_by("each") == {}
        assert position.sums().uncommitted == Money.pounds("1000.00")

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("59.99", Result.MET), ("60.00", Result.MET), ("60.01", Result.NOT_MET)],
    )
    def test_are_relieved_of_what_was_ordered_under_them(self, pounds: str, result: Result) -> None:
        before = (*self.BEFORE, order("O2", "60.00", date(2003, 7, 1), **A))
        off = _released("L1", pounds, "O2", day=date(2003, 7, 2), **A)
        assert check(off, against=taken(self.OF, *before)).result is result

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("39.99", Result.MET), ("40.00", Result.MET), ("40.01", Result.NOT_MET)],
    )
    def test_are_relieved_of_what_was_spent_under_them(self, pounds: str, result: Result) -> None:
        early = spend("E1", "500.00", date(2003, 6, 30), **A)
        late = spend("E2", "40.00", date(2003, 7, 1), **A)
        off = _off("K1", pounds, Kind.EXPENDITURE, day=date(2003, 7, 2), **A)
        verdict = check(off, against=taken(self.OF, GIVEN, early, late))
        assert verdict.result is result
        if result is Result.NOT_MET:
            (finding,) = verdict.unmet
            assert finding.note == "£40.00 counts under conditions by the day, recipient a"

    RELEASED = (
        GIVEN,
        order("X", "100.00", **A),
        _released("L1", "100.00", "X", **A),
    )

    def test_are_not_evaded_by_opening_an_order_when_they_no_longer_stand(self) -> None:
        ended = fund(condition(CAP, days=DateRange(date(2003, 4, 1), date(2003, 12, 31))))
        before = (*self.RELEASED, order("Y", "100.00", **A))
        later = _off("K1", "100.00", Kind.RELEASE, day=date(2004, 1, 10), order="X", **A)
        (finding,) = _unmet(later, ended, *before)
        assert finding.note == (
            "£0.00 was released from order X while no such terms stood, recipient a"
        )
        then = _off("K1", "100.00", Kind.RELEASE, day=date(2003, 12, 31), order="X", **A)
        assert [each.rule for each in _unmet(then, ended, *before)] == ["each"]
        assert _unmet(then, ended, *self.RELEASED) == []

    def test_leave_what_was_released_after_them_to_be_opened_after_them(self) -> None:
        ended = fund(condition(CAP, days=DateRange(date(2003, 4, 1), date(2003, 12, 31))))
        later = date(2004, 1, 10)
        before = (
            GIVEN,
            order("X", "100.00", **A),
            _released("L1", "100.00", "X", day=later, **A),
        )
        again = _off("K1", "100.00", Kind.RELEASE, day=later, order="X", **A)
        assert taken(ended, *before, again).used_by("each") == {("a",): 10000}
        then = _off("K1", "100.00", Kind.RELEASE, order="X", **A)
        assert "fund.balance" in [each.rule for each in _unmet(then, ended, *before)]

    def test_are_not_relieved_by_an_accrual_or_a_document_of_another_day(self) -> None:
        early = date(2003, 6, 30)
        before = (
            GIVEN,
            entry("X1", Kind.ACCRUAL, "100.00", early, document="D", **A),
            entry("X2", Kind.ACCRUAL, "100.00", document="E", **A),
        )
        off = _off("K1", "100.00", Kind.ACCRUAL, settles="X1", **A)
        (finding,) = _unmet(off, self.OF, *before)
        assert finding.note == (
            "£0.00 of accrual X1 counts under conditions by the day, recipient a"
        )
        spent = (
            GIVEN,
            spend("E1", "100.00", early, document="D", **A),
            spend("E2", "100.00", document="E", **A),
        )
        off = _off("K1", "100.00", Kind.EXPENDITURE, document="D", voids=True, **A)
        assert [each.rule for each in _unmet(off, self.OF, *spent)] == ["fund.document"]
        on_its_day = _off(
            "K1", "100.00", Kind.EXPENDITURE, day=early, document="D", voids=True, **A
        )
        assert _unmet(on_its_day, self.OF, *spent) == []

    def test_count_an_order_and_what_is_delivered_on_it_by_the_day_of_the_order(self) -> None:
        ended = fund(condition(CAP, days=DateRange(date(2003, 4, 1), date(2003, 12, 31))))
        position = taken(
            ended,
            GIVEN,
            spend("E0", "100.00", **A),
            order("X", "100.00", date(2004, 1, 10), **A),
            spend("E1", "100.00", order="X", **A),
        )
        assert position.used_by("each") == {("a",): 10000}
        assert not check(spend("E2", "0.01", **A), against=position).is_met

    @pytest.mark.parametrize(
        ("day", "rules"),
        [
            (date(2003, 12, 31), ["share"]),
            (date(2004, 1, 1), ["fund.balance"]),
        ],
    )
    def test_share_a_grant_that_is_not_cut_behind_them(self, day: date, rules: list[str]) -> None:
        half = ShareOfGrant("share", DETERMINATION, "purpose", "breaks", at_least=50)
        of = fund(condition(half, days=DateRange(date(2003, 4, 1), date(2003, 12, 31))))
        before = (GIVEN, spend("E1", "400.00", purpose="training"))
        cut = _off("K1", "200.01", Kind.ALLOCATION, day=day)
        assert [each.rule for each in _unmet(cut, of, *before)] == rules
        assert _unmet(_off("K1", "200.00", Kind.ALLOCATION), of, *before) == []

    def test_come_to_the_same_in_any_order(self) -> None:
        entries = (
            order("O2", "60.00", date(2003, 7, 1), **A),
            spend("E1", "10.00", date(2003, 7, 2), order="O2", **A),
            _released("L1", "50.00", "O2", day=date(2003, 7, 2), **A),
            spend("E2", "20.00", date(2003, 7, 1), **A),
        )
        position = taken(self.OF, GIVEN, *entries)
        assert position.used_by("each") == {("a",): 3000}
        for given in permutations(entries):
            assert fold((GIVEN, *given), fund=self.OF) == position


class TestSpendingOverSeveralDays:
    """Wards, which a board forbade by a minute that it lifted from 15 January 2010."""

    LIFTED = Lift("conditions", "the PCT", date(2010, 1, 15), DETERMINATION)
    OF = fund(
        condition(purposes("breaks"), kind=StipulationKind.RESTRICTION, set_by="the PCT"),
        type_=FundType.LOCAL_RING_FENCE,
        lifts=(LIFTED,),
    )

    @pytest.mark.parametrize(
        ("first", "result"),
        [
            (date(2010, 1, 1), Result.NOT_MET),
            (date(2010, 1, 14), Result.NOT_MET),
            (date(2010, 1, 15), Result.MET),
            (date(2010, 1, 16), Result.MET),
        ],
    )
    def test_is_held_to_what_stands_on_any_of_them(self, first: date, result: Result) -> None:
        given = allocated("5000.00", date(2009, 4, 1))
        days = DateRange(first, date(2010, 1, 20))
        wards = spend("E1", "100.00", days, purpose="wards")
        assert check(wards, against=taken(self.OF, given)).result is result

    @pytest.mark.parametrize(
        ("first", "last", "stands"),
        [
            (date(2003, 6, 1), date(2003, 6, 30), False),
            (date(2003, 6, 1), date(2003, 7, 1), True),
            (date(2003, 7, 31), date(2003, 9, 30), True),
            (date(2003, 8, 1), date(2003, 9, 30), False),
        ],
    )
    def test_meets_terms_at_either_end(self, first: date, last: date, *, stands: bool) -> None:
        terms = condition(days=DateRange(date(2003, 7, 1), date(2003, 7, 31)))
        assert terms.stands_on(DateRange(first, last)) is stands


class TestAVirementBetweenHeadsThatDrawOnTheSameMoney:
    OF = fund(
        type_=FundType.GENERAL_GRANT,
        heads=(Head("breaks", Money.pounds("5.00")), Head("rest", residual=True)),
    )

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("999.99", Result.MET), ("1000.00", Result.MET), ("1000.01", Result.NOT_MET)],
    )
    def test_moves_no_more_than_there_is(self, pounds: str, result: Result) -> None:
        moved = entry("V1", Kind.VIREMENT, pounds, head="rest", to_head="breaks")
        assert check(moved, against=taken(self.OF, GIVEN)).result is result

    def test_says_what_there_is_and_the_remedy_does(self) -> None:
        moved = entry("V1", Kind.VIREMENT, "1000000.00", head="rest", to_head="breaks")
        (finding,) = _unmet(moved, self.OF, GIVEN)
        assert _settled(moved, finding, self.OF, GIVEN)


class TestAVirementThatIsTakenBack:
    HEADS = (Head("a"), Head("b"))
    OF = fund(type_=FundType.GENERAL_GRANT, heads=HEADS)
    TO_B: Final[dict[str, Any]] = {"head": "a", "to_head": "b"}
    MOVED = entry("V1", Kind.VIREMENT, "100.00", **TO_B)

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("99.99", Result.MET), ("100.00", Result.MET), ("100.01", Result.NOT_MET)],
    )
    def test_is_taken_back_from_where_it_went(self, pounds: str, result: Result) -> None:
        back = _off("K1", pounds, Kind.VIREMENT, **self.TO_B)
        assert check(back, against=taken(self.OF, GIVEN, self.MOVED)).result is result

    @pytest.mark.parametrize("there", ["b", "roads"])
    def test_did_not_go_out_of_the_fund_where_it_went_to_a_head(self, there: str) -> None:
        back = _off("K1", "100.00", Kind.VIREMENT, head="a", out_to=there)
        (finding,) = _unmet(back, self.OF, GIVEN, self.MOVED)
        assert finding.note == f"£0.00 was moved out to {there}"

    def test_was_for_what_it_says(self) -> None:
        each = Cap("v", DETERMINATION, Figure.pounds("50.00"), per=("purpose",))
        of = fund(type_=FundType.GENERAL_GRANT, heads=self.HEADS, virement_clauses=(each,))
        moved = entry("V1", Kind.VIREMENT, "50.00", purpose="p", **self.TO_B)
        out = entry("V2", Kind.VIREMENT, "50.00", purpose="q", head="a", out_to="roads")
        back = _off("K1", "50.00", Kind.VIREMENT, purpose="q", **self.TO_B)
        (finding,) = _unmet(back, of, GIVEN, moved, out)
        assert finding.note == "£0.00 was moved to b, purpose q"


def test_an_entry_that_is_refused_leaves_no_trace() -> None:
    of = fund(heads=(Head("breaks"), Head("rest")), sources=("grant", "gift"))
    given = allocated("10.00", source="grant")
    refused = spend("E1", "99.00", date(2010, 5, 1), head="rest", source="gift")
    found = posted(of, given, refused)
    assert [each.entry for each in found.refused] == [refused]
    (year,) = found.position.years
    assert str(year) == "2003/04"
    assert found.position.heads_used == ()
    assert found.position.sources_used == ("grant",)


def test_what_was_taken_off_in_full_is_still_an_entry_of_its_year() -> None:
    given = allocated("10.00", date(2010, 4, 1))
    off = _off("K1", "10.00", Kind.ALLOCATION, day=date(2010, 4, 1))
    first = taken(fund(), given)
    position = first.after(off)
    assert position.sums().authorised == Money.pounds("0.00")
    assert first.sums().authorised == Money.pounds("10.00")


class TestTheCeilingOfAHead:
    OF = fund(heads=(Head("breaks", Money.pounds("5.00")), Head("rest", residual=True)))

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("4.99", Result.MET), ("5.00", Result.MET), ("5.01", Result.NOT_MET)],
    )
    def test_is_kept_to(self, pounds: str, result: Result) -> None:
        offered = order("O1", pounds, head="breaks")
        assert check(offered, against=taken(self.OF, GIVEN)).result is result

    def test_binds_an_order_that_is_opened_again(self) -> None:
        before = (
            GIVEN,
            order("O1", "5.00", head="breaks"),
            _released("L1", "5.00", "O1", head="breaks"),
            order("O2", "3.00", head="breaks"),
        )
        off = _off("K1", "5.00", Kind.RELEASE, order="O1", head="breaks")
        (finding,) = _unmet(off, self.OF, *before)
        assert finding.note == "£2.00 is left of the most that breaks may take"
        assert _settled(off, finding, self.OF, *before)


class TestAYearThatIsClosed:
    DAY = date(2010, 3, 31)
    ACCRUED = entry("X1", Kind.ACCRUAL, "10.00", DAY)

    def _closed(self) -> Position:
        before = (allocated("100.00", date(2009, 4, 1)), self.ACCRUED)
        return taken(fund(), *before).closing(FinancialYear(2009))

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("9.99", Result.MET), ("10.00", Result.MET), ("10.01", Result.NOT_MET)],
    )
    def test_still_pays_what_was_accrued_in_it(self, pounds: str, result: Result) -> None:
        closed = self._closed()
        paid = spend("E1", pounds, self.DAY, settles="X1")
        assert check(paid, against=closed).result is result
        if result is Result.MET:
            assert closed.after(paid).sums().expenditure == closed.sums().expenditure

    def test_takes_no_other_spending_after_what_was_accrued_is_paid(self) -> None:
        book = Book(self._closed())
        assert book.offer(spend("E1", "5.00", self.DAY, settles="X1")).is_met
        refused = book.offer(spend("E2", "5.00", self.DAY)).unmet
        assert [each.rule for each in refused] == ["fund.open-year"]

    def test_takes_no_other_spending(self) -> None:
        refused = check(spend("E1", "10.00", self.DAY), against=self._closed()).unmet
        assert [each.rule for each in refused] == ["fund.open-year"]


def test_what_is_void_and_was_taken_off_in_part_has_no_remedy() -> None:
    before = (GIVEN, spend("E1", "20.00", document="7", **A))
    less = _off("K1", "10.00", Kind.EXPENDITURE, **A)
    for pounds in ("10.00", "20.00"):
        void = _off("K2", pounds, Kind.EXPENDITURE, document="7", voids=True, **A)
        findings = _unmet(void, EACH, *before, less)
        assert findings
        assert {each.remedy for each in findings} == {None}
