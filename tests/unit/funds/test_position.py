"""The position of a fund: what the sums mean, and that a position never changes."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from tests.unit.funds.making import EARLIER, IN_YEAR, allocated, entry, fund, order, spend, taken

from carerslib.clauses import Cap, Figure
from carerslib.errors import InvalidValueError
from carerslib.funds import Band, EntryKind, Fund, FundType, Head, Position, fold
from carerslib.funds.layers import Layers
from carerslib.money import Money
from carerslib.periods import ByYear, FinancialYear

Kind = EntryKind
YEAR = FinancialYear.parse("2003/04")
FREE = FundType.GENERAL_GRANT
HEADS = fund(
    type_=FREE,
    heads=(
        Head("breaks", allotted=True),
        Head("grants", Money.pounds("30.00")),
        Head("rest", residual=True),
    ),
    sources=("council", "PCT"),
)
MONEY = (
    allocated("100.00", reference="A1", head="breaks", source="council"),
    allocated("50.00", reference="A2", source="council"),
    allocated("20.00", reference="A3", source="PCT"),
)


def _pounds(text: str) -> Money:
    return Money.pounds(text)


class TestTheSums:
    WHOLE = (
        allocated("100.00"),
        entry("R1", Kind.RECEIPT, "80.00"),
        order("O1", "40.00"),
        spend("E1", "10.00", order="O1"),
        entry("L1", Kind.RELEASE, "5.00", order="O1"),
        entry("X1", Kind.ACCRUAL, "7.00", purpose="breaks"),
        spend("E2", "3.00", settles="X1"),
        spend("E3", "20.00"),
        entry("K1", Kind.CORRECTION, "4.00", corrects=Kind.EXPENDITURE),
        entry("V1", Kind.VIREMENT, "6.00", out_to="another fund"),
        entry("B1", Kind.RETURN, "2.00"),
        entry("C1", Kind.CARRY_FORWARD, "8.00", date(2004, 3, 31)),
    )

    def test_each_follows_from_the_entries(self) -> None:
        sums = taken(fund(type_=FREE), *self.WHOLE).sums(year=YEAR)
        assert sums.authorised == _pounds("94.00")
        assert sums.paid == _pounds("29.00")
        assert sums.accrued == _pounds("4.00")
        assert sums.expenditure == _pounds("33.00")
        assert sums.open_commitments == _pounds("25.00")
        assert sums.unspent == _pounds("51.00")
        assert sums.uncommitted == _pounds("26.00")
        assert sums.cash == _pounds("49.00")

    def test_what_is_carried_is_brought_into_the_next_year(self) -> None:
        position = taken(fund(type_=FREE), *self.WHOLE)
        after = position.sums(year=YEAR.next)
        assert (after.brought_forward, after.authorised) == (_pounds("8.00"), _pounds("8.00"))
        assert position.years == (YEAR, YEAR.next)

    def test_what_is_open_is_given_by_order_and_by_accrual(self) -> None:
        position = taken(fund(type_=FREE), *self.WHOLE)
        assert position.open_on("O1") == _pounds("25.00")
        assert position.open_on("another") == _pounds("0.00")
        assert dict(position.open_orders) == {"O1": _pounds("25.00")}
        assert dict(position.open_accruals) == {"X1": _pounds("4.00")}

    def test_cash_is_below_nothing_where_the_money_comes_late(self) -> None:
        position = taken(fund(type_=FREE), allocated("10.00"), spend("E1", "10.00"))
        assert position.sums().cash == _pounds("-10.00")

    def test_a_correction_of_an_order_gives_its_money_back(self) -> None:
        position = taken(
            fund(type_=FREE),
            allocated("100.00"),
            order("O1", "40.00"),
            entry("K1", Kind.CORRECTION, "15.00", corrects=Kind.COMMITMENT, order="O1"),
        )
        assert position.open_on("O1") == _pounds("25.00")
        assert position.room(year=YEAR) == _pounds("75.00")

    def test_a_correction_of_an_accrual_gives_its_money_back(self) -> None:
        position = taken(
            fund(type_=FREE),
            allocated("100.00"),
            entry("X1", Kind.ACCRUAL, "40.00"),
            entry("K1", Kind.CORRECTION, "15.00", corrects=Kind.ACCRUAL, settles="X1"),
        )
        assert dict(position.open_accruals) == {"X1": _pounds("25.00")}
        assert position.sums().expenditure == _pounds("25.00")

    def test_a_correction_of_spending_on_an_order_opens_the_order_again(self) -> None:
        position = taken(
            fund(type_=FREE),
            allocated("100.00"),
            order("O1", "40.00"),
            spend("E1", "40.00", order="O1"),
            entry("K1", Kind.CORRECTION, "15.00", corrects=Kind.EXPENDITURE, order="O1"),
        )
        assert position.open_on("O1") == _pounds("15.00")
        assert position.room(year=YEAR) == _pounds("60.00")


class TestHeadsAndSources:
    def test_sums_are_given_for_a_head_or_a_source(self) -> None:
        position = taken(
            HEADS,
            *MONEY,
            spend("E1", "60.00", head="breaks", source="council"),
            spend("E2", "20.00", head="rest", source="PCT"),
        )
        assert position.sums(head="breaks").expenditure == _pounds("60.00")
        assert position.sums(source="PCT").expenditure == _pounds("20.00")
        assert position.sums(head="breaks", source="PCT").allocated == _pounds("0.00")
        assert position.heads_used == ("breaks", "rest")
        assert position.sources_used == ("PCT", "council")

    @pytest.mark.parametrize(
        ("head", "source", "left"),
        [
            ("breaks", "council", "100.00"),
            ("breaks", "PCT", "0.00"),
            ("grants", "council", "30.00"),
            ("grants", "PCT", "20.00"),
            ("rest", "council", "50.00"),
            (None, "PCT", "20.00"),
        ],
    )
    def test_a_head_has_its_own_money_or_its_ceiling_or_what_is_left(
        self, head: str | None, source: str, left: str
    ) -> None:
        position = taken(HEADS, *MONEY)
        assert position.room(year="2003/04", head=head, source=source) == _pounds(left)

    def test_what_a_head_has_taken_comes_off_its_ceiling(self) -> None:
        position = taken(HEADS, *MONEY, spend("E1", "29.99", head="grants", source="council"))
        assert position.room(year=YEAR, head="grants", source="council") == _pounds("0.01")

    def test_a_virement_moves_the_ceiling(self) -> None:
        bands = (Band("director", HEADS.source),)
        heads = (Head("grants", _pounds("30.00")), Head("rest", residual=True))
        position = taken(
            fund(type_=FREE, heads=heads, virement=bands),
            allocated("100.00"),
            entry("V1", Kind.VIREMENT, "5.00", head="rest", to_head="grants", by="director"),
        )
        assert position.room(year=YEAR, head="grants") == _pounds("35.00")

    def test_a_head_that_the_fund_does_not_have_is_misuse(self) -> None:
        with pytest.raises(InvalidValueError, match="breaks, grants, rest"):
            Position(HEADS).room(year=YEAR, head="highways")

    def test_a_fund_without_heads_takes_any_as_a_label(self) -> None:
        position = taken(fund(type_=FREE), allocated("10.00"), spend("E1", "1.00", head="any"))
        assert position.room(year=YEAR, head="any") == _pounds("9.00")


class TestYearsKeptTogether:
    def test_money_without_years_may_be_used_in_any(self) -> None:
        position = taken(
            fund(type_=FREE, by_year=False),
            allocated("100.00"),
            spend("E1", "40.00", date(2005, 6, 1)),
        )
        assert position.room(year="2010/11") == _pounds("60.00")
        assert position.sums(year="2005/06").expenditure == _pounds("40.00")
        assert position.committed_ahead("2003/04") is None


class TestCommittedAhead:
    def test_each_later_year_lacks_what_it_was_not_allocated(self) -> None:
        years = ByYear.of({"2003/04": _pounds("10.00"), "2004/05": _pounds("20.00")})
        position = taken(
            fund(type_=FREE),
            allocated("10.00"),
            order("O1", "30.00", by_year=years, by="full council"),
        )
        assert position.committed_ahead(YEAR) == ByYear.of({"2004/05": _pounds("20.00")})
        assert position.committed_ahead(YEAR.next) is None
        assert position.room(year=YEAR.next) == _pounds("0.00")
        later = position.after(allocated("20.00", date(2004, 4, 1), "A2"))
        assert later.committed_ahead(YEAR) is None


class TestAPositionIsAValue:
    def test_taking_another_entry_leaves_it_as_it_was(self) -> None:
        before = taken(fund(), allocated("10.00"))
        after = before.after(spend("E1", "4.00"))
        assert before.sums().uncommitted == _pounds("10.00")
        assert after.sums().uncommitted == _pounds("6.00")
        assert before != after

    def test_entries_already_taken_come_to_the_same_in_any_order(self) -> None:
        entries = TestTheSums.WHOLE
        assert fold(entries, fund=fund()) == fold(reversed(entries), fund=fund())
        assert hash(fold(entries, fund=fund())) == hash(fold(reversed(entries), fund=fund()))

    def test_it_is_not_equal_to_anything_else(self) -> None:
        assert Position(fund()) != 7

    def test_a_reference_is_taken_once(self) -> None:
        with pytest.raises(InvalidValueError, match="reference"):
            taken(fund(), allocated("10.00")).after(allocated("10.00"))

    def test_it_can_be_stored_and_read_again(self) -> None:
        position = taken(fund(), allocated("10.00"), spend("E1", "4.00"))
        assert pickle.loads(pickle.dumps(position)) == position  # noqa: S301 - our own bytes

    def test_it_is_shown_by_its_fund(self) -> None:
        assert repr(taken(fund(), allocated("1.00"))) == "<Position of the fund after 1 entries>"

    def test_what_counts_towards_a_clause_is_given_by_group(self) -> None:
        cap = Cap("cap", HEADS.source, Figure.pounds("9.00"), per=("recipient",))
        of = Fund("f", "c", HEADS.source, FREE, virement_clauses=())
        assert Position(of).used_by("cap") == {}
        assert cap.reference not in of.counted


class TestAsKnown:
    LATE = spend("E2", "5.00", date(2003, 6, 1), known=date(2003, 9, 1))

    @pytest.mark.parametrize(
        ("at", "known_on", "spent"),
        [
            (date(2003, 5, 31), None, "0.00"),
            (date(2003, 6, 1), None, "5.00"),
            (date(2003, 6, 1), date(2003, 8, 31), "0.00"),
            (date(2003, 6, 1), date(2003, 9, 1), "5.00"),
            (None, date(2003, 8, 31), "0.00"),
            (None, None, "5.00"),
        ],
    )
    def test_at_a_day_as_known_on_a_day(
        self, at: date | None, known_on: date | None, spent: str
    ) -> None:
        entries = [allocated("10.00"), self.LATE]
        position = fold(entries, fund=fund(), at=at, known_on=known_on)
        assert position.sums().expenditure == _pounds(spent)
        assert position.sums().allocated == _pounds("10.00")


class TestLayers:
    def test_an_earlier_copy_stays_as_it_was(self) -> None:
        copies: list[Layers[int, int]] = [Layers()]
        for number in range(40):
            copies.append(copies[-1].having({number % 7: number}))
        for number, copy in enumerate(copies):
            expected = {each % 7: each for each in range(number)}
            assert copy.merged() == expected
            assert {key: copy.get(key, -1) for key in expected} == expected
        assert copies[0].get(0, -1) == -1
        assert 0 in copies[1]
        assert 0 not in copies[0]

    def test_no_changes_give_the_same_mapping(self) -> None:
        layers: Layers[int, int] = Layers()
        assert layers.having({}) is layers

    def test_few_layers_are_held(self) -> None:
        layers: Layers[int, int] = Layers()
        for number in range(1_000):
            layers = layers.having({number: number})
        assert len(layers._held) <= 11  # noqa: SLF001 - what keeps looking up cheap


def test_the_days_of_the_tests_lie_in_one_year() -> None:
    assert FinancialYear.of(EARLIER) == FinancialYear.of(IN_YEAR) == YEAR
