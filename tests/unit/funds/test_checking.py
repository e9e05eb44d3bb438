"""Checking an entry: each refusal says why, and what would do."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.unit.funds.making import (
    DETERMINATION,
    allocated,
    condition,
    entry,
    findings_of,
    fund,
    order,
    posted,
    purposes,
    spend,
    taken,
    window,
)

from carerslib.citations import Citation
from carerslib.clauses import Cap, Except, Figure, Of, Only, Room
from carerslib.errors import InvalidValueError
from carerslib.funds import (
    RULES,
    Band,
    Book,
    CarryForward,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Offer,
    Outlay,
    Paid,
    Position,
    StipulationKind,
    Unspent,
    check,
    fold,
    post,
    post_each,
)
from carerslib.funds import book as books
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, FinancialYear
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Combining, Finding, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Group, Measure, Request, Tally

Kind = EntryKind
MET, NOT_MET, UNDETERMINED = Result.MET, Result.NOT_MET, Result.UNDETERMINED
FREE = FundType.GENERAL_GRANT
GIVEN = allocated("100.00")
LAST_DAY = date(2004, 3, 31)


def _unmet(verdict: Verdict) -> list[str]:
    return [finding.rule for finding in verdict.unmet]


def _check(to: Fund, offered: Entry, *before: Entry) -> Verdict:
    return check(offered, against=taken(to, GIVEN, *before))


class TestReferences:
    def test_a_reference_that_was_taken_is_refused_whatever_the_kind(self) -> None:
        for again in (spend("A1", "1.00"), allocated("1.00"), entry("A1", Kind.RECEIPT, "1.00")):
            assert _unmet(_check(fund(), again)) == ["fund.reference"]

    def test_a_reference_that_was_refused_may_be_offered_again(self) -> None:
        found = posted(fund(), GIVEN, spend("E1", "100.01"), spend("E1", "100.00"))
        assert [each.entry.amount for each in found.refused] == [Money.pounds("100.01")]
        assert found.taken[-1].reference == "E1"

    def test_a_document_is_paid_once(self) -> None:
        first = spend("E1", "1.00", document="invoice 7")
        again = spend("E2", "1.00", document="invoice 7")
        assert _unmet(_check(fund(), again, first)) == ["fund.document"]
        other = spend("E2", "1.00", document="invoice 8")
        assert _check(fund(), other, first).is_met

    def test_what_was_taken_before_the_book_was_opened_counts(self) -> None:
        book = Book(taken(fund(), GIVEN, spend("E1", "1.00", document="invoice 7")))
        assert _unmet(book.offer(spend("E1", "1.00"))) == ["fund.reference"]
        assert _unmet(book.offer(spend("E2", "1.00", document="invoice 7"))) == ["fund.document"]
        assert book.offer(spend("E2", "1.00", document="invoice 8")).is_met
        assert _unmet(book.offer(spend("E3", "1.00", document="invoice 8"))) == ["fund.document"]


class TestAnInvoiceThatWasOrderedOrAccrued:
    """What was received in March may be accrued by its invoice, and the invoice paid in April."""

    ORDERED = order("O1", "9.00", document="invoice 7")
    ACCRUED = entry("X1", Kind.ACCRUAL, "9.00", purpose="breaks", document="invoice 7")

    def _pay(self, reference: str = "E1", pounds: str = "9.00", **said: Any) -> Entry:  # noqa: ANN401
        return spend(reference, pounds, document="invoice 7", **said)

    @pytest.mark.parametrize(
        ("before", "said"),
        [
            ((ORDERED,), {"order": "O1"}),
            ((ACCRUED,), {"settles": "X1"}),
            (
                (ORDERED, attrs.evolve(ACCRUED, order="O1")),
                {"settles": "X1"},
            ),
        ],
        ids=["ordered", "accrued", "ordered and accrued"],
    )
    def test_is_paid_once_by_what_names_the_order_or_the_accrual(
        self, before: tuple[Entry, ...], said: dict[str, str]
    ) -> None:
        part = self._pay(pounds="4.00", **said)
        assert _check(fund(), part, *before).is_met
        again = self._pay("E2", "5.00", **said)
        verdict = _check(fund(), again, *before, part)
        assert _unmet(verdict) == ["fund.document"]
        (finding,) = findings_of("fund.document", verdict)
        assert (finding.permitted, finding.note) == ("no entry of the fund has paid", "")

    def test_is_not_paid_beside_the_accrual_as_it_would_cost_twice(self) -> None:
        verdict = _check(fund(), self._pay(), self.ACCRUED)
        assert _unmet(verdict) == ["fund.document"]
        (finding,) = findings_of("fund.document", verdict)
        assert finding.permitted == "no entry of the fund has accrued"
        assert finding.note == "what pays it settles the accrual"

    @pytest.mark.parametrize(
        ("before", "permitted"),
        [
            ((ACCRUED,), "no entry of the fund has accrued"),
            ((spend("E9", "9.00", document="invoice 7"),), "no entry of the fund has paid"),
        ],
        ids=["accrued", "paid"],
    )
    def test_is_accrued_once_and_not_after_it_was_paid(
        self, before: tuple[Entry, ...], permitted: str
    ) -> None:
        again = attrs.evolve(self.ACCRUED, reference="X2")
        (finding,) = findings_of("fund.document", _check(fund(), again, *before))
        assert (finding.result, finding.permitted, finding.note) == (NOT_MET, permitted, "")

    def test_may_be_paid_directly_once_the_accrual_is_void(self) -> None:
        said: dict[str, Any] = {
            "document": "invoice 7",
            "purpose": "breaks",
            "settles": "X1",
            "voids": True,
        }
        void = entry("K1", Kind.CORRECTION, "9.00", corrects=Kind.ACCRUAL, **said)
        assert _check(fund(), self._pay(), self.ACCRUED, void).is_met

    def test_may_be_named_by_several_orders_whether_or_not_it_is_paid(self) -> None:
        more = order("O2", "1.00", document="invoice 7")
        assert _check(fund(), more, self.ORDERED, self._pay(order="O1")).is_met
        release = entry("L1", Kind.RELEASE, "9.00", order="O1", purpose="breaks")
        release = attrs.evolve(release, document="invoice 7")
        assert _check(fund(), self._pay(), self.ORDERED, release).is_met

    def test_comes_to_the_same_in_any_order(self) -> None:
        entries = [GIVEN, self.ORDERED, self.ACCRUED, self._pay(settles="X1")]
        positions = [fold(given, fund=fund()) for given in permutations(entries)]
        assert all(each == positions[0] for each in positions)
        assert positions[0].documents.get("invoice 7", Paid(0, 0)) == Paid(900, 1, 1)


class TestVoidingWhatWasPaidOnADocument:
    PAID = (GIVEN, spend("E1", "40.00", document="invoice 7"))

    def _void(self, pounds: str = "40.00", reference: str = "K1", **said: Any) -> Entry:  # noqa: ANN401
        given = {"document": "invoice 7", "voids": True, "corrects": Kind.EXPENDITURE, **said}
        return entry(reference, Kind.CORRECTION, pounds, **given)

    def _again(self, reference: str = "E2", pounds: str = "60.00") -> Entry:
        return spend(reference, pounds, document="invoice 7")

    @pytest.mark.parametrize("stored", [True, False], ids=["opened again", "at once"])
    def test_it_may_be_posted_again_under_another_reference(self, *, stored: bool) -> None:
        position = taken(fund(), *self.PAID, self._void())
        book = Book(position)
        if not stored:
            book = Book(Position(fund()))
            for each in (*self.PAID, self._void()):
                assert book.offer(each).is_met
        assert _unmet(book.offer(self._again("E1"))) == ["fund.reference"]
        assert book.offer(self._again()).is_met
        assert _unmet(book.offer(self._again("E3", "1.00"))) == ["fund.document"]
        sums = book.position.sums()
        assert (sums.expenditure, sums.uncommitted) == (
            Money.pounds("60.00"),
            Money.pounds("40.00"),
        )

    @pytest.mark.parametrize(
        ("pounds", "result", "remedy"),
        [
            ("39.99", NOT_MET, "raise by £0.01"),
            ("40.00", MET, "None"),
            ("40.01", NOT_MET, "reduce by £0.01"),
        ],
    )
    def test_what_is_void_is_void_in_full(self, pounds: str, result: Result, remedy: str) -> None:
        verdict = check(self._void(pounds), against=taken(fund(), *self.PAID, spend("E9", "9.00")))
        assert verdict.result is result
        (finding,) = findings_of("fund.document", verdict)
        assert str(finding.remedy) == remedy
        assert finding.note == "£40.00 was paid on invoice 7"

    @pytest.mark.parametrize(("pounds", "result"), [("40.00", MET), ("40.01", NOT_MET)])
    def test_a_credit_note_takes_off_a_document_no_more_than_was_paid_and_leaves_it_paid(
        self, pounds: str, result: Result
    ) -> None:
        credit = self._void(pounds, voids=False)
        position = taken(fund(), *self.PAID, spend("E9", "9.00"))
        assert check(credit, against=position).result is result
        after = taken(fund(), *self.PAID, self._void("40.00", voids=False))
        assert _unmet(check(self._again(), against=after)) == ["fund.document"]

    def test_after_a_credit_note_the_rest_may_be_void(self) -> None:
        credit = self._void("10.00", "K0", voids=False)
        position = taken(fund(), *self.PAID, credit, self._void("30.00"), self._again())
        assert position.sums().expenditure == Money.pounds("60.00")

    def test_a_document_that_nobody_paid_cannot_be_void(self) -> None:
        verdict = check(self._void(document="invoice 8"), against=taken(fund(), *self.PAID))
        (finding,) = findings_of("fund.document", verdict)
        assert (finding.result, finding.remedy) == (NOT_MET, None)
        nothing = self._void("0.00", document="invoice 8")
        assert _unmet(check(nothing, against=taken(fund(), *self.PAID))) == ["fund.document"]

    def test_a_document_that_is_void_is_not_void_again(self) -> None:
        position = taken(fund(), *self.PAID, self._void(), spend("E9", "40.00"))
        assert _unmet(check(self._void(reference="K2"), against=position)) == ["fund.document"]

    def test_voided_and_paid_again_it_comes_to_the_same_in_any_order(self) -> None:
        entries = [*self.PAID, self._void(), self._again()]
        positions = [fold(given, fund=fund()) for given in permutations(entries)]
        assert all(each == positions[0] for each in positions)
        assert fold(entries[:3], fund=fund()) != fold(entries, fund=fund())


SLICES = ByYear.of({"2003/04": Money.pounds("1.00"), "2004/05": Money.pounds("1.00")})


class TestClosedYears:
    CLOSED = fold([GIVEN], fund=fund()).closing(FinancialYear.parse("2003/04"))

    @pytest.mark.parametrize(
        "offered",
        [
            spend("E1", "1.00"),
            entry("K1", Kind.CORRECTION, "1.00", corrects=Kind.ALLOCATION),
            entry("R1", Kind.RECEIPT, "1.00"),
        ],
        ids=lambda each: each.kind,
    )
    def test_an_entry_for_a_closed_year_is_refused(self, offered: Entry) -> None:
        assert _unmet(check(offered, against=self.CLOSED)) == ["fund.open-year"]

    @pytest.mark.parametrize(
        ("closed", "offered", "named"),
        [
            (["2003/04"], order("O1", "2.00", date(2004, 5, 1), by_year=SLICES), "2003/04"),
            (["2004/05"], order("O1", "2.00", by_year=SLICES), "2004/05"),
            (
                ["2003/04", "2004/05"],
                order("O1", "2.00", by_year=SLICES),
                "2003/04, 2004/05",
            ),
            (["2004/05"], entry("C1", Kind.CARRY_FORWARD, "1.00"), "2004/05"),
            (["2003/04"], entry("C1", Kind.CARRY_FORWARD, "1.00"), "2003/04"),
            (["2003/04"], spend("E1", "1.00"), "2003/04"),
        ],
    )
    def test_the_year_that_is_named_is_the_closed_one(
        self, closed: list[str], offered: Entry, named: str
    ) -> None:
        years = [FinancialYear.parse(each) for each in closed]
        before = [GIVEN, allocated("9.00", date(2004, 4, 1), "A2")]
        position = fold(before, fund=fund(type_=FREE), closed=years)
        (finding,) = findings_of("fund.open-year", check(offered, against=position))
        assert finding.measured == named

    def test_an_order_over_an_open_and_a_later_open_year_is_taken(self) -> None:
        before = [GIVEN, allocated("9.00", date(2004, 4, 1), "A2")]
        closed = [FinancialYear.parse("2002/03"), FinancialYear.parse("2005/06")]
        position = fold(before, fund=fund(type_=FREE), closed=closed)
        assert check(order("O1", "2.00", by_year=SLICES), against=position).is_met

    def test_the_next_year_is_open(self) -> None:
        later = allocated("1.00", date(2004, 4, 1), "A2")
        assert check(later, against=self.CLOSED).is_met

    def test_a_position_can_be_added_up_with_years_closed(self) -> None:
        closed = fold([GIVEN], fund=fund(), closed=[FinancialYear.parse("2003/04")])
        assert closed == self.CLOSED


HEADS = fund(
    type_=FREE,
    heads=(
        Head("breaks", allotted=True, outlay=Outlay.REVENUE),
        Head("adaptations", outlay=Outlay.CAPITAL),
    ),
    sources=("council", "PCT"),
)
TO_BREAKS = allocated("10.00", head="breaks", source="council")


class TestLabels:
    def _offer(self, **said: Any) -> Verdict:  # noqa: ANN401
        given = {"head": "breaks", "source": "council", "outlay": Outlay.REVENUE, **said}
        return check(spend("E1", "1.00", **given), against=taken(HEADS, TO_BREAKS))

    def test_what_the_fund_names_is_met(self) -> None:
        assert self._offer().is_met

    @pytest.mark.parametrize(
        ("said", "rule_id"),
        [
            ({"head": "highways"}, "fund.head"),
            ({"source": "lottery"}, "fund.source"),
            ({"outlay": Outlay.CAPITAL}, "fund.outlay"),
        ],
    )
    def test_what_it_does_not_name_is_refused(self, said: dict[str, Any], rule_id: str) -> None:
        assert rule_id in _unmet(self._offer(**said))

    @pytest.mark.parametrize(
        ("said", "missing"),
        [
            ({"head": None}, "entry.head (which head of the fund it is for)"),
            ({"source": None}, "entry.source (which source of the fund it is for)"),
            ({"outlay": None}, "entry.outlay (whether it is capital or revenue)"),
        ],
    )
    def test_what_is_not_stated_is_named_and_not_assumed(
        self, said: dict[str, Any], missing: str
    ) -> None:
        verdict = self._offer(**said)
        (finding,) = (each for each in verdict.findings if each.missing)
        assert finding.result is UNDETERMINED
        assert [str(each) for each in finding.missing] == [missing]
        assert not verdict.is_met

    def test_a_heads_own_kind_of_outlay_counts_before_the_funds(self) -> None:
        assert "fund.outlay" in _unmet(self._offer(head="adaptations"))

    def test_money_comes_in_without_a_head(self) -> None:
        assert check(allocated("1.00", source="PCT"), against=Position(HEADS)).is_met

    def test_money_comes_in_from_a_source_that_the_fund_names(self) -> None:
        verdict = check(allocated("1.00", source="lottery"), against=Position(HEADS))
        assert _unmet(verdict) == ["fund.source"]

    def test_one_source_is_named_alone(self) -> None:
        of = fund(type_=FREE, sources="council")
        (finding,) = check(allocated("1.00", source="PCT"), against=Position(of)).unmet
        assert (finding.comparison, finding.permitted) == ("only", ("council",))


class TestAmounts:
    @pytest.mark.parametrize(
        ("pounds", "result"), [("99.99", MET), ("100.00", MET), ("100.01", NOT_MET)]
    )
    @pytest.mark.parametrize("kind", [Kind.EXPENDITURE, Kind.COMMITMENT, Kind.ACCRUAL, Kind.RETURN])
    def test_no_more_than_is_uncommitted(
        self, kind: EntryKind, pounds: str, result: Result
    ) -> None:
        assert _check(fund(), entry("E1", kind, pounds)).result is result

    @pytest.mark.parametrize(
        ("pounds", "result"), [("39.99", MET), ("40.00", MET), ("40.01", NOT_MET)]
    )
    @pytest.mark.parametrize("kind", [Kind.EXPENDITURE, Kind.ACCRUAL, Kind.RELEASE])
    def test_no_more_than_is_open_on_the_order(
        self, kind: EntryKind, pounds: str, result: Result
    ) -> None:
        of = order("O1", "40.00")
        assert _check(fund(), entry("E1", kind, pounds, order="O1"), of).result is result

    def test_an_order_that_is_over_resolved_is_refused_with_what_is_open(self) -> None:
        verdict = _check(fund(), spend("E1", "40.01", order="O1"), order("O1", "40.00"))
        (finding,) = verdict.unmet
        assert finding.note == "£40.00 is open on order O1"
        assert str(finding.remedy) == "reduce by £0.01"

    def test_an_order_that_nobody_placed_has_nothing_open(self) -> None:
        (finding,) = _check(fund(), spend("E1", "1.00", order="O9")).unmet
        assert (finding.permitted, finding.remedy) == (Money.pounds("0.00"), None)

    @pytest.mark.parametrize(("pounds", "result"), [("7.00", MET), ("7.01", NOT_MET)])
    def test_no_more_is_paid_than_was_accrued(self, pounds: str, result: Result) -> None:
        accrued = entry("X1", Kind.ACCRUAL, "7.00")
        assert _check(fund(), spend("E1", pounds, settles="X1"), accrued).result is result

    def test_a_further_order_adds_to_the_first(self) -> None:
        position = taken(fund(), GIVEN, order("O1", "40.00"), order("O2", "10.00", order="O1"))
        assert position.open_on("O1") == Money.pounds("50.00")
        book = Book(position)
        assert book.offer(order("O3", "5.00", order="O1")).is_met
        assert book.position.open_on("O1") == Money.pounds("55.00")

    @pytest.mark.parametrize(("pounds", "result"), [("3.00", MET), ("3.01", NOT_MET)])
    def test_a_correction_takes_off_no_more_than_was_posted(
        self, pounds: str, result: Result
    ) -> None:
        credit = entry("K1", Kind.CORRECTION, pounds, corrects=Kind.EXPENDITURE)
        assert _check(fund(), credit, spend("E1", "3.00")).result is result

    def test_an_allocation_is_not_cut_below_what_is_committed(self) -> None:
        cut = entry("K1", Kind.CORRECTION, "60.01", corrects=Kind.ALLOCATION)
        (finding,) = _check(fund(), cut, order("O1", "40.00")).unmet
        assert finding.note == "£60.00 is uncommitted"

    @pytest.mark.parametrize(("pounds", "result"), [("30.00", MET), ("30.01", NOT_MET)])
    def test_a_head_keeps_to_its_ceiling(self, pounds: str, result: Result) -> None:
        of = fund(type_=FREE, heads=(Head("grants", Money.pounds("30.00")),))
        assert _check(of, spend("E1", pounds, head="grants")).result is result

    def test_two_amounts_that_are_too_much_have_no_one_remedy(self) -> None:
        years = ByYear.of({"2003/04": Money.pounds("100.01"), "2004/05": Money.pounds("1.00")})
        verdict = _check(fund(), order("O1", "101.01", by_year=years, by="full council"))
        (finding,) = verdict.unmet
        assert (finding.rule, finding.remedy) == ("fund.uncommitted", None)

    @pytest.mark.parametrize(
        ("allotted", "by", "result"),
        [
            ("59.99", None, NOT_MET),
            ("60.00", None, MET),
            ("59.99", "the leader", NOT_MET),
            ("59.99", "full council", MET),
        ],
    )
    def test_a_later_year_needs_money_or_approval(
        self, allotted: str, by: str | None, result: Result
    ) -> None:
        of = fund(type_=FREE, approves_ahead="full council")
        years = ByYear.of({"2003/04": Money.pounds("40.00"), "2004/05": Money.pounds("60.00")})
        later = allocated(allotted, date(2004, 4, 1), "A2")
        offered = order("O1", "100.00", by_year=years, by=by)
        assert _check(of, offered, later).result is result

    def test_whoever_approves_is_recorded_where_no_rule_names_one(self) -> None:
        years = ByYear.of({"2003/04": Money.pounds("40.00"), "2004/05": Money.pounds("60.00")})
        assert not _check(fund(), order("O1", "100.00", by_year=years)).is_met
        assert _check(fund(), order("O1", "100.00", by_year=years, by="leader")).is_met

    def test_money_of_another_source_or_year_is_named(self) -> None:
        verdict = check(
            spend("E1", "1.00", head="breaks", source="council", outlay=Outlay.REVENUE),
            against=Position(HEADS),
        )
        (finding,) = verdict.unmet
        assert finding.note == "£0.00 is uncommitted for breaks from council"
        undo = entry("K1", Kind.CORRECTION, "5.00", LAST_DAY, corrects=Kind.CARRY_FORWARD)
        carried = entry("C1", Kind.CARRY_FORWARD, "5.00", LAST_DAY)
        used = spend("E1", "5.00", date(2004, 4, 1))
        (finding,) = _check(fund(type_=FREE), undo, carried, used).unmet
        assert finding.note == "£0.00 is uncommitted in 2004/05"


class TestCounts:
    COUNT = Cap("number", DETERMINATION, Figure(1), of=Of.COUNT)
    EACH = Cap("each", DETERMINATION, Figure.pounds("10.00"), per=("recipient",))

    def test_a_number_is_kept_to(self) -> None:
        of = fund(condition(self.COUNT))
        assert _unmet(_check(of, spend("E2", "1.00"), spend("E1", "1.00"))) == ["number"]

    def test_a_release_or_a_correction_takes_off_the_amount_and_not_the_number(self) -> None:
        of = fund(condition(self.COUNT, self.EACH))
        grant = order("O1", "10.00", recipient="carer")
        back = entry("L1", Kind.RELEASE, "4.00", order="O1", recipient="carer")
        position = taken(of, GIVEN, grant, back)
        assert position.used_by("number") == {(): 1}
        assert position.used_by("each") == {("carer",): 600}

    def test_what_is_void_no_longer_counts_as_one(self) -> None:
        of = fund(condition(self.COUNT))
        said: dict[str, Any] = {"corrects": Kind.EXPENDITURE, "document": "invoice 7"}
        void = entry("K1", Kind.CORRECTION, "1.00", voids=True, **said)
        paid = spend("E1", "1.00", document="invoice 7")
        assert _check(of, spend("E2", "1.00"), paid, void).is_met

    def test_an_order_counts_once_and_what_resolves_it_does_not(self) -> None:
        of = fund(condition(self.COUNT, self.EACH))
        position = taken(
            of,
            GIVEN,
            order("O1", "10.00", recipient="carer"),
            spend("E1", "6.00", order="O1", recipient="carer"),
            entry("X1", Kind.ACCRUAL, "4.00", order="O1", recipient="carer"),
            spend("E2", "4.00", settles="X1", recipient="carer"),
        )
        assert position.used_by("number") == {(): 1}
        assert position.used_by("each") == {("carer",): 1000}

    def test_a_cap_that_no_longer_stands_counts_nothing(self) -> None:
        days = DateRange(date(2003, 4, 1), date(2003, 9, 30))
        of = fund(condition(self.COUNT, days=days))
        within, after = date(2003, 9, 30), date(2003, 10, 1)
        position = taken(of, GIVEN, spend("E1", "1.00", within), spend("E2", "1.00", after))
        assert position.used_by("number") == {(): 1}

    def test_whom_it_is_for_may_not_be_stated(self) -> None:
        of = fund(condition(self.EACH))
        verdict = _check(of, spend("E1", "10.01"), spend("E0", "1.00", recipient="carer"))
        assert not verdict.is_met
        after = taken(of, GIVEN, spend("E1", "1.00"))
        assert check(spend("E2", "9.01", recipient="carer"), against=after).result is UNDETERMINED

    def test_a_cap_that_is_only_expected_decides_nothing(self) -> None:
        of = fund(condition(self.COUNT, kind=StipulationKind.EXPECTATION))
        verdict = _check(of, spend("E2", "1.00"), spend("E1", "1.00"))
        assert verdict.is_met
        assert findings_of("number", verdict)[0].result is NOT_MET

    def test_a_figure_that_was_not_published_leaves_it_open(self) -> None:
        of = fund(condition(Cap("cap", DETERMINATION, Figure.unpublished())))
        assert _check(of, spend("E1", "1.00")).result is UNDETERMINED


class TestStipulations:
    def test_each_of_several_must_be_satisfied(self) -> None:
        of = fund(
            condition(purposes("breaks", "training")),
            condition(
                Only("agreed", DETERMINATION, "purpose", ("breaks", "pay")), reference="agreement"
            ),
        )
        answers = {each: _unmet(_check(of, spend("E1", "1.00", purpose=each))) for each in _WORDS}
        assert answers == {"breaks": [], "training": ["agreed"], "pay": ["purposes"]}

    def test_it_is_read_once_for_the_same_labels_and_again_for_others(self) -> None:
        of = fund(condition(purposes("breaks"), Only("who", DETERMINATION, "recipient", "carer")))
        given = [
            GIVEN,
            spend("E1", "1.00", recipient="carer"),
            spend("E2", "1.00", recipient="neighbour"),
            spend("E3", "1.00", recipient="carer"),
        ]
        results = [verdict.result for verdict in post_each(given, against=Position(of))]
        assert results == [MET, MET, NOT_MET, MET]

    def test_a_day_outside_is_refused_before_what_is_not_stated_is_asked(self) -> None:
        of = fund(condition(purposes("breaks"), window(None, LAST_DAY)), by_year=False)
        late = spend("E1", "1.00", date(2004, 4, 1), purpose=None)
        assert _check(of, late).result is NOT_MET

    def test_advice_over_a_window_keeps_both_ends(self) -> None:
        of = fund(condition(window(date(2003, 11, 1), LAST_DAY), kind=StipulationKind.EXPECTATION))
        verdict = _check(of, spend("E1", "1.00"))
        assert verdict.is_met
        first, last = findings_of("window", verdict)
        assert (first.result, last.result) == (NOT_MET, MET)
        assert first.note == "expected, not required"
        assert not first.binding

    def test_what_is_left_out_is_refused(self) -> None:
        of = fund(condition(Except("costs", DETERMINATION, "cost", "gifts")))
        gift = spend("E1", "1.00", other_tags={"cost": "gifts"})
        assert _unmet(_check(of, gift)) == ["costs"]

    def test_labels_are_forgotten_before_there_are_too_many(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(books, "_MOST_REMEMBERED", 1)
        given = [GIVEN, *(spend(f"E{day}", "1.00", date(2003, 5, day)) for day in range(1, 9))]
        given += [spend("F1", "1.00", head="other"), spend("F2", "1.00", head="third")]
        assert post(given, against=Position(fund(type_=FREE))).refused == ()


_WORDS = ("breaks", "training", "pay")
OXFORDSHIRE = Citation.record("Oxfordshire financial rules, 2003")
BANDS = (
    Band("director", OXFORDSHIRE, Money.pounds("25.00")),
    Band(("executive", "leader"), OXFORDSHIRE, Money.pounds("50.00")),
)


class TestVirement:
    def _vire(self, pounds: str, to: Fund, *before: Entry, **said: Any) -> Verdict:  # noqa: ANN401
        said = {"head": "a", "to_head": "b", "purpose": "breaks", **said}
        return _check(to, entry("V1", Kind.VIREMENT, pounds, **said), *before)

    def _fund(self, *bands: Band, **said: Any) -> Fund:  # noqa: ANN401
        return fund(type_=FREE, heads=(Head("a"), Head("b")), virement=bands, **said)

    @pytest.mark.parametrize(
        ("pounds", "by", "result"),
        [
            ("24.99", "director", MET),
            ("25.00", "director", MET),
            ("25.01", "director", NOT_MET),
            ("25.01", "leader", MET),
            ("25.00", "leader", MET),
            ("25.00", "treasurer", NOT_MET),
            ("50.00", "executive", MET),
            ("50.01", "executive", NOT_MET),
            ("1.00", None, UNDETERMINED),
        ],
    )
    def test_who_approves_is_by_the_amount(
        self, pounds: str, by: str | None, result: Result
    ) -> None:
        assert self._vire(pounds, self._fund(*BANDS), by=by).result is result

    def test_beyond_every_band_what_the_widest_allows_would_do(self) -> None:
        (finding,) = self._vire("50.01", self._fund(*BANDS), by="executive").unmet
        assert str(finding.remedy) == "reduce by £0.01"

    def test_without_bands_nobody_in_particular_approves(self) -> None:
        assert self._vire("1.00", self._fund()).is_met

    def test_between_capital_and_revenue_somebody_must_be_named(self) -> None:
        of = fund(
            type_=FREE,
            heads=(Head("a", outlay=Outlay.REVENUE), Head("b", outlay=Outlay.CAPITAL)),
            virement=BANDS,
        )
        (finding,) = self._vire("1.00", of, by="executive").unmet
        assert finding.note.startswith("nobody is named")

    @pytest.mark.parametrize("stated", [None, *Outlay])
    @pytest.mark.parametrize("to", Outlay)
    def test_what_is_said_of_it_does_not_hide_that_it_goes_to_a_capital_head(
        self, to: Outlay, stated: Outlay | None
    ) -> None:
        of = fund(
            type_=FREE,
            heads=(Head("a", outlay=Outlay.REVENUE), Head("b", outlay=to)),
            virement=(Band("full council", OXFORDSHIRE, crossing=True),),
        )
        crosses = Outlay.CAPITAL in (to, stated)
        for by, result in (("director", NOT_MET), ("full council", MET)):
            found = self._vire("1.00", of, by=by, outlay=stated)
            assert found.result is (result if crosses else MET)

    def test_capital_may_leave_a_revenue_fund_for_capital_elsewhere(self) -> None:
        of = fund(type_=FREE, heads=(Head("a", outlay=Outlay.CAPITAL),), outlay=Outlay.REVENUE)
        said = {"to_head": None, "out_to": "highways"}
        assert self._vire("1.00", of, outlay=Outlay.CAPITAL, **said).is_met
        assert self._vire("1.00", of, outlay=Outlay.REVENUE, **said).result is NOT_MET

    def test_out_of_a_fund_it_must_say_where_to(self) -> None:
        of = self._fund(outlay=Outlay.REVENUE)
        said = {"to_head": None, "out_to": "highways"}
        assert self._vire("1.00", of, **said).result is UNDETERMINED
        assert self._vire("1.00", of, outlay=Outlay.REVENUE, **said).is_met
        assert self._vire("1.00", of, outlay=Outlay.CAPITAL, **said).result is NOT_MET

    def test_an_unknown_head_is_refused_at_either_end(self) -> None:
        for said in ({"head": "c"}, {"to_head": "c"}):
            assert "fund.head" in _unmet(self._vire("1.00", self._fund(), **said))

    def test_money_that_no_head_has_may_be_vired_to_one(self) -> None:
        of = fund(type_=FREE, heads=(Head("b", allotted=True),))
        position = taken(
            of, GIVEN, entry("V1", Kind.VIREMENT, "40.00", to_head="b", purpose="breaks")
        )
        assert position.room(year="2003/04", head="b") == Money.pounds("40.00")
        assert position.room(year="2003/04") == Money.pounds("60.00")

    def test_out_of_a_ring_fence_that_is_only_expected_is_advice(self) -> None:
        of = fund(condition(ring_fence=True, kind=StipulationKind.EXPECTATION))
        verdict = self._vire("1.00", of, head=None, to_head=None, out_to="highways")
        assert verdict.is_met
        assert findings_of("conditions", verdict)[0].result is NOT_MET

    def test_out_of_a_fund_without_a_ring_fence_is_not_a_leak(self) -> None:
        of = fund(condition(purposes("breaks")))
        assert self._vire("1.00", of, head=None, to_head=None, out_to="another fund").is_met

    def test_a_yearly_total_of_virements_is_kept_to(self) -> None:
        total = Cap("yearly", OXFORDSHIRE, Figure.pounds("30.00"), per=("year", "head"))
        of = self._fund(virement_clauses=(total, Only("for", OXFORDSHIRE, "purpose", "breaks")))
        first = entry("V0", Kind.VIREMENT, "20.00", head="a", to_head="b", purpose="breaks")
        assert self._vire("10.00", of, first).is_met
        assert _unmet(self._vire("10.01", of, first)) == ["yearly"]
        assert _unmet(self._vire("1.00", of, purpose="pay")) == ["for"]
        assert _check(of, spend("E1", "80.00", head="a")).is_met

    def test_a_correction_takes_a_virement_back(self) -> None:
        of = fund(type_=FREE, heads=(Head("b", allotted=True),))
        there = entry("V1", Kind.VIREMENT, "40.00", to_head="b", purpose="breaks")
        back = entry("K1", Kind.CORRECTION, "40.00", to_head="b", corrects=Kind.VIREMENT)
        position = taken(of, GIVEN, there, back)
        assert position.room(year="2003/04", head="b") == Money.pounds("0.00")


class TestCarryingForward:
    def _carry(self, to: Fund, by: str | None = None) -> Verdict:
        return _check(to, entry("C1", Kind.CARRY_FORWARD, "40.00", LAST_DAY, by=by))

    @pytest.mark.parametrize(
        ("words", "by", "result"),
        [
            (CarryForward.FREE, None, MET),
            (CarryForward.RESERVE, None, MET),
            (CarryForward.NOT_ALLOWED, "the department", NOT_MET),
            (CarryForward.WITH_CONSENT, None, UNDETERMINED),
            (CarryForward.WITH_CONSENT, "the council", NOT_MET),
            (CarryForward.WITH_CONSENT, "the department", MET),
        ],
    )
    def test_the_words_of_a_stipulation_decide(
        self, words: CarryForward, by: str | None, result: Result
    ) -> None:
        assert self._carry(fund(condition(carry_forward=words)), by).result is result

    @pytest.mark.parametrize(
        ("last", "result"), [(LAST_DAY, UNDETERMINED), (date(2004, 4, 1), MET)]
    )
    def test_what_is_to_be_returned_is_carried_only_while_its_days_go_on(
        self, last: date, result: Result
    ) -> None:
        of = fund(condition(unspent=Unspent.RETURN, days=DateRange(date(2003, 4, 1), last)))
        assert self._carry(of).result is result

    @pytest.mark.parametrize(
        ("type_", "result"),
        [
            (FundType.GENERAL_GRANT, MET),
            (FundType.TARGETED_GRANT, MET),
            (FundType.UNPROTECTED_BUDGET, NOT_MET),
            (FundType.LOCAL_RING_FENCE, UNDETERMINED),
        ],
    )
    def test_without_words_the_type_of_fund_decides(self, type_: FundType, result: Result) -> None:
        assert self._carry(fund(type_=type_)).result is result

    @pytest.mark.parametrize(
        ("last", "by", "result"),
        [
            (date(2003, 3, 31), None, MET),
            (date(2003, 6, 20), None, UNDETERMINED),
            (date(2003, 6, 20), "the council", NOT_MET),
            (date(2003, 6, 20), "the department", MET),
            (LAST_DAY, None, UNDETERMINED),
        ],
    )
    def test_what_is_to_be_returned_is_not_carried_though_its_days_are_over(
        self, last: date, by: str | None, result: Result
    ) -> None:
        terms = condition(unspent=Unspent.RETURN, days=DateRange(date(2002, 4, 1), last))
        assert self._carry(fund(terms, type_=FundType.GENERAL_GRANT), by).result is result

    @pytest.mark.parametrize(
        ("pounds", "result"), [("59.99", MET), ("60.00", MET), ("60.01", NOT_MET)]
    )
    def test_where_years_are_not_kept_apart_no_more_is_carried_than_is_left_of_the_whole(
        self, pounds: str, result: Result
    ) -> None:
        of = fund(type_=FREE, by_year=False)
        position = taken(of, GIVEN, spend("E1", "40.00", date(2004, 6, 1)))
        carried = entry("C1", Kind.CARRY_FORWARD, pounds, LAST_DAY)
        verdict = check(carried, against=position)
        assert verdict.result is result
        if result is NOT_MET:
            (finding,) = verdict.unmet
            assert (finding.rule, str(finding.remedy)) == ("fund.uncommitted", "reduce by £0.01")
        after = position.after(carried)
        assert after.sums().uncommitted == position.sums().uncommitted
        back = entry("K1", Kind.CORRECTION, pounds, LAST_DAY, corrects=Kind.CARRY_FORWARD)
        assert check(back, against=after).is_met

    @pytest.mark.parametrize("words", sorted({*CarryForward} - {CarryForward.NOT_READ}))
    @pytest.mark.parametrize(
        ("last", "result"), [(None, UNDETERMINED), (LAST_DAY, UNDETERMINED), ("on", MET)]
    )
    def test_what_is_to_be_returned_needs_consent_whatever_is_said_of_carrying(
        self, words: CarryForward, last: date | str | None, result: Result
    ) -> None:
        ends = date(2005, 3, 31) if last == "on" else last
        days = DateRange(date(2003, 4, 1), ends) if isinstance(ends, date) else None
        of = fund(condition(unspent=Unspent.RETURN, carry_forward=words, days=days))
        expected = {CarryForward.NOT_ALLOWED: NOT_MET, CarryForward.WITH_CONSENT: UNDETERMINED}
        assert self._carry(of).result is expected.get(words, result)

    @pytest.mark.parametrize(
        ("by", "result"), [(None, UNDETERMINED), ("the council", NOT_MET), ("the trust", MET)]
    )
    def test_the_body_that_ring_fenced_its_own_money_decides(
        self, by: str | None, result: Result
    ) -> None:
        local = condition(kind=StipulationKind.RESTRICTION, set_by="the trust")
        assert self._carry(fund(local, type_=FundType.LOCAL_RING_FENCE), by).result is result

    @pytest.mark.parametrize("type_", [FREE, FundType.RING_FENCED_GRANT, FundType.TARGETED_GRANT])
    def test_a_condition_that_says_nothing_settles_nothing(self, type_: FundType) -> None:
        assert self._carry(fund(condition(), type_=type_)).result is UNDETERMINED

    def test_a_condition_that_says_nothing_is_open_beside_what_another_body_says(self) -> None:
        free = condition(reference="free", carry_forward=CarryForward.FREE)
        assert self._carry(fund(free, condition(set_by="another body"))).result is UNDETERMINED
        assert self._carry(fund(free, condition())).is_met

    def test_what_the_recipient_may_keep_may_be_carried(self) -> None:
        assert self._carry(fund(condition(unspent=Unspent.KEEP))).is_met

    def test_a_restriction_goes_with_the_money(self) -> None:
        assert self._carry(fund(condition(kind=StipulationKind.RESTRICTION))).is_met

    def test_an_expectation_is_advice(self) -> None:
        of = fund(
            condition(kind=StipulationKind.EXPECTATION, carry_forward=CarryForward.NOT_ALLOWED),
            type_=FundType.TARGETED_GRANT,
        )
        verdict = self._carry(of)
        assert verdict.is_met
        assert findings_of("conditions", verdict)[0].result is NOT_MET


@rule(
    id="council.round",
    title="Whole pounds",
    citation=Citation.record("standing orders"),
    in_force=DateRange(date(2003, 4, 1), date(2004, 3, 31)),
)
def _whole_pounds(offer: Offer, _basis: Basis) -> Iterator[Part]:
    met = offer.entry.amount.in_pence % 100 == 0
    yield Finding(
        "council.round",
        "Whole pounds",
        MET if met else NOT_MET,
        Aspect.AMOUNT,
        offer.subject,
        Citation.record("standing orders"),
    )


class _SmallPayments:
    """A council's own clause, which looks at the amount and keeps no count."""

    reference = "small"
    source = DETERMINATION

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        return self.finding(request, tally, basis).result

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        del tally
        ((_, amount),) = request.extent(basis).all_like
        met = isinstance(amount, int) and amount <= 500
        return Finding(
            "small",
            "Small payments",
            MET if met else NOT_MET,
            Aspect.AMOUNT,
            request.reference,
            self.source,
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del used, basis
        return ()


class TestACouncilsOwn:
    OWN = RULES.extended([_whole_pounds], name="our funds", edition="1")

    def test_rules_are_asked_of_every_entry_while_they_are_in_force(self) -> None:
        given = [
            GIVEN,
            spend("E1", "1.00"),
            spend("E2", "1.50"),
            allocated("9.00", date(2004, 4, 1), "A2"),
            spend("E3", "1.50", date(2004, 4, 1)),
        ]
        found = post(given, against=Position(fund()), rules=self.OWN)
        assert [_unmet(each.verdict) for each in found.refused] == [["council.round"]]
        assert found.refused[0].verdict.basis is not None
        assert found.refused[0].verdict.basis.rule_set == "our funds"

    def test_a_clause_that_looks_at_the_amount_is_asked_each_time(self) -> None:
        of = fund(condition(_SmallPayments()))
        found = posted(of, GIVEN, spend("E1", "5.00"), spend("E2", "5.01"), spend("E3", "4.99"))
        assert [each.entry.reference for each in found.refused] == ["E2"]


class TestTheVerdict:
    @pytest.mark.parametrize(
        "offered", [spend("E1", "1.00"), entry("E1", Kind.RECEIPT, "1.00")], ids=["short", "long"]
    )
    def test_it_says_what_it_is_about(self, offered: Entry) -> None:
        verdict = _check(fund(), offered)
        assert verdict.title == f"{offered.kind} under the fund"
        assert (verdict.subject, verdict.chosen) == ("E1", "")
        assert verdict.basis == RULES.basis()
        assert verdict.how is Combining.ALL_OF

    def test_checking_takes_nothing(self) -> None:
        book = Book(taken(fund(), GIVEN))
        for _ in range(2):
            assert book.check(spend("E1", "100.00")).is_met
        assert book.position.entries == 1

    def test_what_was_taken_before_can_be_added_without_asking(self) -> None:
        book = Book(Position(fund()))
        book.take(spend("E1", "5.00"))
        assert book.position.sums().uncommitted == Money.pounds("-5.00")
        assert not book.check(spend("E2", "0.01")).is_met
        assert book.check(spend("E2", "0.00")).is_met

    def test_an_answer_given_before_does_not_change_with_later_entries(self) -> None:
        book = Book(taken(fund(condition(purposes("breaks"))), GIVEN))
        first = book.offer(spend("E1", "60.00"))
        before = first.findings
        book.offer(spend("E2", "40.00"))
        assert first.findings == before

    def test_anything_but_an_entry_or_a_position_is_misuse(self) -> None:
        book = Book(Position(fund()))
        for call in (book.check, book.offer, book.take):
            with pytest.raises(InvalidValueError, match="entry"):
                call("E1")  # type: ignore[arg-type]
        with pytest.raises(InvalidValueError, match="against"):
            Book(fund())  # type: ignore[arg-type]
