"""A fund as it was known on a day, where what a correction takes off was not known yet."""

from __future__ import annotations

from datetime import date
from typing import Final

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
    spend,
    taken,
)

from carerslib.clauses import Cap, Figure
from carerslib.funds import (
    Book,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Position,
    check,
    fold,
    post,
)
from carerslib.money import Money
from carerslib.periods import ByYear
from carerslib.verdicts import Result

Kind = EntryKind
KNOWN_ON: Final = date(2003, 12, 1)
LATER: Final = date(2003, 12, 2)
OF: Final = fund(type_=FundType.GENERAL_GRANT)
GIVEN: Final = allocated("1000.00")
PAID: Final = spend("E1", "500.00", known=LATER)
BACK: Final = entry("K1", Kind.CORRECTION, "500.00", corrects=Kind.EXPENDITURE)
OPEN: Final = "what was spent in 2003/04: £500.00 more is taken off it than is known"


def _known(*entries: Entry) -> Position:
    return fold([GIVEN, *entries], fund=OF, known_on=KNOWN_ON)


@pytest.mark.parametrize("pounds", ["0.01", "1000.00", "1500.00"])
def test_spending_is_open_while_a_correction_is_known_before_what_it_corrects(pounds: str) -> None:
    position = _known(PAID, BACK)
    assert position.sums().paid == Money.pounds("-500.00")
    verdict = check(spend("E2", pounds), against=position)
    assert verdict.result is Result.UNDETERMINED
    (found,) = findings_of("fund.known", verdict)
    assert [(each.field, each.expected) for each in found.missing] == [("against", OPEN)]


def test_what_is_more_than_there_could_be_is_refused_all_the_same() -> None:
    assert check(spend("E2", "1500.01"), against=_known(PAID, BACK)).result is Result.NOT_MET


def test_what_is_not_known_adds_nothing_to_the_room() -> None:
    position = _known(PAID, BACK)
    assert position.room(year="2003/04") == Money.pounds("1000.00")
    assert position.room(year="2004/05") == Money.pounds("0.00")


def test_once_it_is_known_the_answer_is_plain() -> None:
    position = fold([GIVEN, PAID, BACK], fund=OF)
    assert check(spend("E2", "1000.00"), against=position).is_met
    assert not check(spend("E2", "1000.01"), against=position).is_met


def test_a_book_to_which_it_is_added_answers_plainly_from_then_on() -> None:
    book = Book(_known(PAID, BACK))
    offered = spend("E2", "1000.00")
    assert book.check(offered).result is Result.UNDETERMINED
    book.take(spend("E3", "499.99"))
    assert book.check(offered).result is Result.UNDETERMINED
    book.take(spend("E4", "0.01"))
    assert book.check(offered).is_met
    assert book.position.below == frozenset()


def test_money_is_moved_out_only_once_it_is_known() -> None:
    out = entry("V1", Kind.VIREMENT, "10.00", out_to="highways")
    assert check(out, against=_known(PAID, BACK)).result is Result.UNDETERMINED


def test_money_that_comes_in_is_taken_whatever_is_known() -> None:
    assert check(allocated("10.00", reference="A2"), against=_known(PAID, BACK)).is_met


def test_cash_that_is_corrected_before_it_is_known_leaves_spending_alone() -> None:
    back = entry("K1", Kind.CORRECTION, "10.00", corrects=Kind.RECEIPT)
    position = _known(back)
    assert position.sums().received == Money.pounds("-10.00")
    assert check(spend("E2", "1000.00"), against=position).is_met


def test_what_is_paid_on_an_order_that_is_not_known_yet_is_not_paid_from_nothing() -> None:
    ordered = order("O1", "500.00", known=LATER)
    position = _known(ordered, spend("E1", "500.00", order="O1"))
    verdict = check(spend("E2", "1000.00"), against=position)
    assert verdict.result is Result.UNDETERMINED
    assert [each.expected for each in verdict.missing] == [
        "what is open on order O1: £500.00 more is taken off it than is known"
    ]
    assert position.room(year="2003/04") == Money.pounds("500.00")


def test_a_payment_of_an_order_that_is_taken_back_before_it_is_known_adds_no_room() -> None:
    ordered = order("O1", "500.00")
    back = entry("K1", Kind.CORRECTION, "500.00", corrects=Kind.EXPENDITURE, order="O1")
    position = _known(ordered, back)
    assert position.room(year="2003/04") == Money.pounds("500.00")
    assert check(spend("E2", "1.00"), against=position).result is Result.UNDETERMINED


def test_it_is_said_of_which_head_and_source_it_is_not_known() -> None:
    heads = fund(
        type_=FundType.GENERAL_GRANT,
        heads=[Head("breaks"), Head("own", allotted=True)],
        sources=["PCT"],
    )
    back = entry(
        "K1", Kind.CORRECTION, "5.00", corrects=Kind.EXPENDITURE, head="breaks", source="PCT"
    )
    position = fold([allocated("10.00", source="PCT"), back], fund=heads)
    verdict = check(spend("E1", "1.00", head="breaks", source="PCT"), against=position)
    assert [each.expected for each in verdict.missing] == [
        "what was spent in 2003/04 for breaks from PCT: £5.00 more is taken off it than is known"
    ]
    assert position.room(year="2003/04", head="own", source="PCT") == Money.pounds("0.00")


def test_what_was_paid_on_a_document_that_is_not_known_is_said_once() -> None:
    back = entry("K1", Kind.CORRECTION, "5.00", corrects=Kind.EXPENDITURE, document="invoice")
    verdict = check(spend("E1", "1.00"), against=_known(back))
    assert len(verdict.missing) == 1


def test_an_order_of_several_years_is_open_too() -> None:
    years = ByYear.of({"2003/04": Money.pounds("1.00")})
    verdict = check(order("O1", "1.00", by_year=years), against=_known(PAID, BACK))
    assert verdict.result is Result.UNDETERMINED


def test_nothing_is_lacking_in_what_was_taken_in_order() -> None:
    back = entry("K1", Kind.CORRECTION, "500.00", corrects=Kind.EXPENDITURE)
    assert taken(OF, GIVEN, spend("E1", "500.00"), back).below == frozenset()


class TestAPaymentThatWasKnownBeforeItsOrder:
    """The order itself may still be posted: it takes nothing that was not spoken for."""

    SPENT = spend("E1", "400.00", order="O1")
    ELSE = (order("O2", "500.00"), spend("E2", "100.00", order="O2"))

    def _position(self, of: Fund = OF, *more: Entry) -> Position:
        return fold([GIVEN, *self.ELSE, self.SPENT, *more], fund=of)

    @pytest.mark.parametrize("pounds", ["399.99", "400.00", "400.01", "500.00"])
    def test_takes_its_order(self, pounds: str) -> None:
        assert check(order("O1", pounds), against=self._position()).is_met

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [
            ("449.99", Result.MET),
            ("450.00", Result.MET),
            ("450.01", Result.UNDETERMINED),
            ("500.00", Result.UNDETERMINED),
            ("500.01", Result.NOT_MET),
        ],
    )
    def test_takes_no_more_of_it_than_is_free_for_certain(
        self, pounds: str, result: Result
    ) -> None:
        position = self._position(OF, spend("E4", "50.00", order="O3"))
        assert check(order("O1", pounds), against=position).result is result

    def test_then_holds_nothing_up(self) -> None:
        found = post([order("O1", "400.00"), spend("E3", "100.00")], against=self._position())
        assert found.refused == ()
        assert found.position.below == frozenset()

    def test_leaves_what_is_paid_on_another_order_alone(self) -> None:
        on_other = spend("E3", "400.00", order="O2")
        assert check(on_other, against=self._position()).is_met

    def test_leaves_other_spending_open(self) -> None:
        assert check(spend("E3", "0.01"), against=self._position()).result is Result.UNDETERMINED

    def test_of_two_such_each_takes_its_order(self) -> None:
        position = self._position(OF, spend("E4", "50.00", order="O3"))
        found = post([order("O1", "400.00"), order("O3", "60.00")], against=position)
        assert found.refused == ()

    def test_a_payment_of_what_was_accrued_is_the_same(self) -> None:
        position = fold([GIVEN, spend("E1", "400.00", settles="X1")], fund=OF)
        accrued = entry("X1", Kind.ACCRUAL, "400.00", purpose="breaks")
        assert check(accrued, against=position).is_met
        assert check(attrs.evolve(accrued, reference="X2"), against=position).missing

    def test_what_was_taken_off_a_count_that_is_not_known_holds_the_order_up(self) -> None:
        """More may have been ordered for the same purpose than is known."""
        each = Cap("each", DETERMINATION, Figure.pounds("600.00"))
        of = fund(condition(each), type_=FundType.GENERAL_GRANT)
        assert check(order("O1", "100.00"), against=self._position(of)).is_met
        assert check(order("O1", "100.01"), against=self._position(of)).unmet
        plain = fold([GIVEN, self.SPENT], fund=of)
        assert check(order("O1", "400.00"), against=plain).is_met
        released = entry("L1", Kind.RELEASE, "10.00", order="O9", purpose="breaks")
        late = fold([GIVEN, self.SPENT, released], fund=of)
        assert check(order("O1", "400.00"), against=late).result is Result.UNDETERMINED
        per_purpose = attrs.evolve(each, per=("purpose",))
        of = fund(condition(per_purpose), type_=FundType.GENERAL_GRANT)
        back = entry("K1", Kind.CORRECTION, "10.00", corrects=Kind.EXPENDITURE, purpose="breaks")
        assert check(order("O1", "400.00"), against=fold([GIVEN, self.SPENT], fund=of)).is_met
        later = fold([GIVEN, self.SPENT, back], fund=of)
        assert check(order("O1", "400.00"), against=later).result is Result.UNDETERMINED
