"""What counts towards a stipulation stays counted until it is taken back in the same words."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING, Any, ClassVar

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
    purposes,
    spend,
    taken,
    window,
)

from carerslib.citations import Citation
from carerslib.clauses import Cap, Either, Figure, Floor, For, Length, Of, Reading, Readings
from carerslib.clauses._groups import NOT_STATED
from carerslib.funds import EntryKind, FundType, Head, ShareOfGrant, StipulationKind, check, fold
from carerslib.money import Money
from carerslib.periods import ByYear
from carerslib.verdicts import Aspect, Finding, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Adds, Clause, Group, Measure, Request, Room, Tally
    from carerslib.funds import Entry, Fund

Kind = EntryKind
OPEN = Result.UNDETERMINED
SHARE = ShareOfGrant("share", DETERMINATION, "purpose", "breaks", at_least=50)
EACH = Cap("each", DETERMINATION, Figure.pounds("50.00"), per=("recipient",))


def _cap(**said: Any) -> Cap:  # noqa: ANN401
    return Cap("cap", DETERMINATION, Figure.pounds("50.00"), **said)


class TestWhatAFundCountsBy:
    @pytest.mark.parametrize(
        ("clause", "expected"),
        [
            (SHARE, ("purpose",)),
            (EACH, ("recipient",)),
            (_cap(per=("year", "head"), where={"cost": "staff"}), ("cost",)),
            (_cap(without={"purpose": "rent"}), ("purpose",)),
            (_cap(), ()),
            (For("for", DETERMINATION, {"outlay": "revenue"}, [EACH]), ("outlay", "recipient")),
            (
                Readings(
                    "readings", DETERMINATION, [Reading("one", _cap()), Reading("other", EACH)]
                ),
                ("recipient",),
            ),
            (window(None, date(2004, 3, 31)), ()),
        ],
    )
    def test_is_what_its_counting_clauses_ask_for(
        self, clause: Clause, expected: tuple[str, ...]
    ) -> None:
        assert fund(condition(clause)).counted_by == expected


class TestAnOrder:
    """Half of the grant is for breaks; the orders take up both halves."""

    FUND = fund(condition(SHARE))
    FULL = (
        allocated("100.00"),
        order("O1", "50.00", purpose="breaks"),
        order("O2", "50.00", purpose="training"),
    )

    @pytest.mark.parametrize(
        ("purpose", "result"),
        [("breaks", Result.MET), ("training", Result.NOT_MET), (None, Result.NOT_MET)],
    )
    @pytest.mark.parametrize("kind", [Kind.RELEASE, Kind.EXPENDITURE, Kind.ACCRUAL])
    def test_is_resolved_for_what_it_was_placed_for(
        self, kind: EntryKind, purpose: str | None, result: Result
    ) -> None:
        position = taken(self.FUND, *self.FULL)
        offered = entry("L1", kind, "20.00", purpose=purpose, order="O1")
        assert check(offered, against=position).result is result

    def test_that_is_released_makes_no_room_beside_the_share(self) -> None:
        back = entry("L1", Kind.RELEASE, "20.00", purpose="breaks", order="O1")
        position = taken(self.FUND, *self.FULL, back)
        other = spend("E1", "0.01", purpose="training")
        assert [each.rule for each in check(other, against=position).unmet] == ["share"]
        assert check(spend("E1", "20.00"), against=position).is_met

    def test_is_named_with_what_it_was_for(self) -> None:
        position = taken(self.FUND, *self.FULL)
        offered = entry("L1", Kind.RELEASE, "20.00", order="O1")
        (finding,) = check(offered, against=position).unmet
        assert finding.note == "£0.00 is open on order O1, purpose not stated"
        offered = entry("L1", Kind.RELEASE, "50.01", purpose="breaks", order="O1")
        (finding,) = check(offered, against=position).unmet
        assert finding.note == "£50.00 is open on order O1, purpose breaks"

    def test_may_be_named_alone_where_nothing_counts_by_what_it_says(self) -> None:
        position = taken(fund(condition(purposes("breaks"), _cap())), *self.FULL[:2])
        assert check(entry("L1", Kind.RELEASE, "50.00", order="O1"), against=position).is_met

    def test_that_names_a_recipient_and_a_cost_is_resolved_so(self) -> None:
        of = fund(condition(EACH, _cap(where={"cost": "staff"})))
        said: dict[str, Any] = {"recipient": "carer", "other_tags": {"cost": "staff"}}
        position = taken(of, self.FULL[0], order("O1", "50.00", **said))
        pays = spend("E1", "50.00", order="O1", **said)
        assert check(pays, against=position).is_met
        assert not check(spend("E1", "50.00", order="O1"), against=position).is_met


class TestACreditNote:
    FUND = fund(condition(SHARE))

    def _credit(self, pounds: str, purpose: str | None) -> Entry:
        return entry("K1", Kind.CORRECTION, pounds, purpose=purpose, corrects=Kind.EXPENDITURE)

    @pytest.mark.parametrize(
        ("pounds", "purpose", "result"),
        [
            ("29.99", "training", Result.MET),
            ("30.00", "training", Result.MET),
            ("30.01", "training", Result.NOT_MET),
            ("0.01", None, Result.NOT_MET),
            ("40.00", "breaks", Result.MET),
            ("40.01", "breaks", Result.NOT_MET),
        ],
    )
    def test_takes_off_what_was_spent_on_the_same(
        self, pounds: str, purpose: str | None, result: Result
    ) -> None:
        position = taken(
            self.FUND,
            allocated("100.00"),
            spend("E1", "30.00", purpose="training"),
            spend("E2", "40.00", purpose="breaks"),
        )
        assert check(self._credit(pounds, purpose), against=position).result is result

    def test_is_told_how_much_there_was(self) -> None:
        position = taken(self.FUND, allocated("100.00"), spend("E1", "30.00"))
        (finding,) = check(self._credit("0.01", "training"), against=position).unmet
        assert finding.note == "£0.00 was spent before, purpose training"


class TestAGrantThatIsCut:
    def _cut(self, pounds: str, kind: StipulationKind) -> Any:  # noqa: ANN401
        position = taken(
            fund(condition(SHARE, kind=kind)),
            allocated("100.00"),
            spend("E1", "40.00", purpose="training"),
        )
        cut = entry("K1", Kind.CORRECTION, pounds, corrects=Kind.ALLOCATION)
        return check(cut, against=position)

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("19.99", Result.MET), ("20.00", Result.MET), ("20.01", Result.NOT_MET)],
    )
    def test_still_leaves_its_share(self, pounds: str, result: Result) -> None:
        verdict = self._cut(pounds, StipulationKind.CONDITION)
        assert verdict.result is result
        assert [each.rule for each in verdict.unmet] == ["share"] * (result is Result.NOT_MET)

    def test_is_advised_of_a_share_that_is_only_expected(self) -> None:
        verdict = self._cut("20.01", StipulationKind.EXPECTATION)
        assert verdict.is_met
        (advice,) = findings_of("share", verdict)
        assert (advice.result, advice.binding) == (Result.NOT_MET, False)


class TestANumber:
    FUND = fund(condition(Cap("number", DETERMINATION, Figure(2), of=Of.COUNT)))

    def _void(self, reference: str) -> Entry:
        said: dict[str, Any] = {"corrects": Kind.EXPENDITURE, "document": "7"}
        return entry(reference, Kind.CORRECTION, "5.00", voids=True, **said)

    def test_is_not_taken_below_nothing(self) -> None:
        paid = spend("E1", "5.00", document="7")
        position = taken(self.FUND, allocated("100.00"), paid, self._void("K1"))
        assert position.used_by("number") == {(): 0}
        (finding, _) = check(self._void("K2"), against=position).unmet
        assert finding.rule == "fund.document"

    def test_of_virements_is_not_either(self) -> None:
        of = fund(
            type_=FundType.GENERAL_GRANT,
            virement_clauses=[_cap(per=("cost",))],
            heads=(Head("breaks"), Head("rest")),
        )
        moved: dict[str, Any] = {"head": "breaks", "to_head": "rest"}
        posted = entry("V1", Kind.VIREMENT, "9.00", other_tags={"cost": "staff"}, **moved)
        position = taken(of, allocated("100.00"), posted)
        for cost, result in (("staff", Result.MET), ("rent", Result.NOT_MET)):
            back = entry(
                "K1",
                Kind.CORRECTION,
                "9.00",
                corrects=Kind.VIREMENT,
                other_tags={"cost": cost},
                **moved,
            )
            assert check(back, against=position).result is result


class TestALeastAmountForEachGrant:
    LEAST = Floor("least", DETERMINATION, Figure.pounds("50.00"), per=("recipient",))
    FUND = fund(condition(LEAST))
    TO: ClassVar[dict[str, Any]] = {"recipient": "carer"}

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("49.99", Result.NOT_MET), ("50.00", Result.MET), ("50.01", Result.MET)],
    )
    @pytest.mark.parametrize("kind", [Kind.COMMITMENT, Kind.EXPENDITURE, Kind.ACCRUAL])
    def test_is_kept_to_by_each(self, kind: EntryKind, pounds: str, result: Result) -> None:
        offered = entry("E1", kind, pounds, purpose="breaks", **self.TO)
        verdict = check(offered, against=taken(self.FUND, allocated("100.00")))
        assert verdict.result is result
        assert [str(each.remedy) for each in verdict.unmet] == [
            "raise by £0.01" for _ in verdict.unmet
        ]

    @pytest.mark.parametrize(
        "clause", [LEAST, For("for", DETERMINATION, {"cost": "grant"}, [LEAST])]
    )
    def test_is_not_asked_of_a_part_of_one(self, clause: Clause) -> None:
        said: dict[str, Any] = {**self.TO, "other_tags": {"cost": "grant"}}
        position = taken(
            fund(condition(clause)),
            allocated("200.00"),
            order("O1", "80.00", **said),
            entry("X1", Kind.ACCRUAL, "60.00", purpose="breaks", **said),
        )
        for part in (
            spend("E1", "30.00", order="O1", **said),
            entry("X2", Kind.ACCRUAL, "30.00", order="O1", purpose="breaks", **said),
            spend("E2", "30.00", settles="X1", **said),
        ):
            assert check(part, against=position).is_met
        less = spend("E3", "30.00", **said)
        assert [each.rule for each in check(less, against=position).unmet] == ["least"]

    def test_is_not_asked_of_a_virement(self) -> None:
        of = fund(condition(self.LEAST), heads=(Head("breaks"), Head("rest")))
        moved = entry("V1", Kind.VIREMENT, "1.00", head="breaks", to_head="rest", **self.TO)
        assert check(moved, against=taken(of, allocated("100.00"))).is_met


class TestWhatIsMissing:
    @pytest.mark.parametrize(
        ("clause", "fields"),
        [
            (purposes("breaks"), ["entry.purpose"]),
            (_cap(per=("recipient",)), ["entry.recipient"]),
            (_cap(per=("cost",)), ["entry.other_tags['cost']"]),
            (For("for", DETERMINATION, {"cost": "staff"}, [EACH]), ["entry.other_tags['cost']"]),
        ],
    )
    def test_is_named_as_the_entry_names_it(self, clause: Clause, fields: list[str]) -> None:
        offered = spend("E1", "60.00", purpose=None, recipient=None)
        if isinstance(clause, For):
            offered = spend("E1", "60.00", recipient="carer")
        verdict = check(offered, against=taken(fund(condition(clause)), allocated("100.00")))
        assert verdict.result in (Result.UNDETERMINED, Result.NOT_MET)
        assert [each.field for each in verdict.missing][: len(fields)] == fields

    @pytest.mark.parametrize(("pounds", "result"), [("10.00", Result.MET), ("10.01", OPEN)])
    def test_may_be_whoever_has_nearly_all_that_each_may_have(
        self, pounds: str, result: Result
    ) -> None:
        before = (allocated("100.00"), spend("E1", "40.00", recipient="a"))
        unnamed = spend("E2", pounds, recipient=None)
        verdict = check(unnamed, against=taken(fund(condition(EACH)), *before))
        assert verdict.result is result

    def test_that_an_entry_has_no_name_for_keeps_its_own(self) -> None:
        unpublished = Length("length", DETERMINATION, None)
        of = fund(condition(unpublished))
        verdict = check(spend("E1", "1.00"), against=taken(of, allocated("100.00")))
        assert [each.field for each in verdict.missing] == ["clause length"]


ONE_GRANT = Cap("number", DETERMINATION, Figure(1), of=Of.COUNT)
MUCH = Cap("money", DETERMINATION, Figure.pounds("500.00"))


class TestANumberWithinAnotherClause:
    """One grant may be made, in words that hold the number inside another clause."""

    WORDS = (
        ONE_GRANT,
        Readings("words", DETERMINATION, [Reading("one", ONE_GRANT), Reading("other", MUCH)]),
        Either(
            "words", DETERMINATION, [Reading("one", [ONE_GRANT, MUCH]), Reading("two", ONE_GRANT)]
        ),
        For("words", DETERMINATION, {"purpose": "breaks"}, [MUCH, ONE_GRANT]),
    )
    OVER_YEARS = ByYear.of({"2003/04": Money.pounds("30.00"), "2004/05": Money.pounds("20.00")})

    def _fund(self, words: Clause) -> Fund:
        return fund(condition(words), by_year=False)

    @pytest.mark.parametrize("words", WORDS)
    @pytest.mark.parametrize(
        "taken_off",
        [
            entry("L1", Kind.RELEASE, "0.00", order="O1", purpose="breaks"),
            entry("L1", Kind.RELEASE, "49.99", order="O1", purpose="breaks"),
            entry(
                "K1",
                Kind.CORRECTION,
                "0.01",
                order="O1",
                purpose="breaks",
                corrects=Kind.COMMITMENT,
            ),
        ],
    )
    def test_is_not_made_free_by_what_is_taken_off_its_amount(
        self, words: Clause, taken_off: Entry
    ) -> None:
        position = taken(self._fund(words), allocated("100.00"), order("O1", "50.00"), taken_off)
        assert not check(order("O2", "1.00"), against=position).is_met

    @pytest.mark.parametrize("words", WORDS)
    def test_is_not_made_free_of_several_years(self, words: Clause) -> None:
        signed = order("O1", "50.00", by_year=self.OVER_YEARS)
        less = entry(
            "K1",
            Kind.CORRECTION,
            "50.00",
            order="O1",
            purpose="breaks",
            corrects=Kind.COMMITMENT,
            by_year=self.OVER_YEARS,
        )
        position = taken(self._fund(words), allocated("100.00"), signed, less)
        assert not check(order("O2", "1.00"), against=position).is_met

    @pytest.mark.parametrize("words", WORDS)
    def test_is_free_once_what_it_counted_is_void(self, words: Clause) -> None:
        void = entry("L1", Kind.RELEASE, "50.00", order="O1", purpose="breaks", voids=True)
        position = taken(self._fund(words), allocated("100.00"), order("O1", "50.00"), void)
        assert check(order("O2", "1.00"), against=position).is_met

    @pytest.mark.parametrize("words", WORDS)
    def test_counts_once_though_what_was_released_is_opened_again(self, words: Clause) -> None:
        released = entry("L1", Kind.RELEASE, "20.00", order="O1", purpose="breaks")
        again = entry(
            "K1", Kind.CORRECTION, "20.00", order="O1", purpose="breaks", corrects=Kind.RELEASE
        )
        given = (allocated("100.00"), order("O1", "50.00"), released, again)
        position = taken(self._fund(words), *given)
        assert not check(order("O2", "1.00"), against=position).is_met
        counted = position.used_by(words.reference).items()
        assert {measure for group, measure in counted if "money" not in group and measure} == {1}

    @pytest.mark.parametrize("words", WORDS[1:])
    def test_leaves_an_amount_beside_it_to_be_taken_off(self, words: Clause) -> None:
        released = entry("L1", Kind.RELEASE, "20.00", order="O1", purpose="breaks")
        position = taken(self._fund(words), allocated("100.00"), order("O1", "50.00"), released)
        amounts = {
            measure
            for group, measure in position.used_by("words").items()
            if "money" in group and measure
        }
        assert amounts == {3000}


class TestAnOrderCountsOnce:
    """At most two grants, each of which is an order."""

    TWO = Cap("grants", DETERMINATION, Figure(2), of=Of.COUNT)
    EACH = (
        TWO,
        Readings("words", DETERMINATION, [Reading("one", TWO), Reading("other", TWO)]),
        For("words", DETERMINATION, {"purpose": "breaks"}, [MUCH, TWO]),
    )
    BEFORE = (allocated("100.00"), order("O1", "10.00"), order("O2", "10.00", order="O1"))

    def _may(self, words: Clause, *before: Entry, more: str | None = None) -> bool:
        position = taken(fund(condition(words)), *self.BEFORE, *before)
        return check(order("O9", "1.00", order=more), against=position).is_met

    def _about(self, reference: str, pounds: str, about: str = "O1", **more: Any) -> Entry:  # noqa: ANN401
        kind = Kind.CORRECTION if "corrects" in more else Kind.RELEASE
        return entry(reference, kind, pounds, order=about, purpose="breaks", voids=True, **more)

    @pytest.mark.parametrize("words", EACH)
    def test_however_often_it_is_added_to(self, words: Clause) -> None:
        assert self._may(words)
        assert not self._may(words, order("O3", "1.00"))
        assert self._may(words, order("O3", "1.00"), more="O1")

    @pytest.mark.parametrize("words", EACH)
    def test_and_not_once_all_of_it_is_void(self, words: Clause) -> None:
        void = self._about("L1", "20.00")
        assert self._may(words, order("O3", "1.00"), void)
        assert not self._may(words, order("O3", "1.00"), void, order("O4", "1.00"))
        assert not self._may(words, order("O3", "1.00"), void, order("O4", "1.00", order="O1"))

    @pytest.mark.parametrize("words", EACH)
    def test_and_not_once_it_is_cancelled_as_void(self, words: Clause) -> None:
        void = self._about("K1", "20.00", corrects=Kind.COMMITMENT)
        assert self._may(words, order("O3", "1.00"), void)

    @pytest.mark.parametrize("words", EACH)
    def test_though_it_is_opened_again_in_two_parts(self, words: Clause) -> None:
        parts = [self._about(f"K{number}", "10.00", corrects=Kind.RELEASE) for number in range(2)]
        again = (self._about("L1", "20.00"), *parts)
        assert self._may(words, *again)
        assert not self._may(words, *again, order("O3", "1.00"))

    def test_for_each_recipient_whom_it_is_for(self) -> None:
        each = Cap("each", DETERMINATION, Figure(1), of=Of.COUNT, per=("recipient",))
        of = fund(condition(each))
        before = (allocated("100.00"), order("O1", "10.00", recipient="one"))
        position = taken(of, *before, order("O2", "5.00", order="O1", recipient="two"))
        assert {group: n for group, n in position.used_by("each").items() if n} == {
            ("one",): 1,
            ("two",): 1,
        }
        assert check(order("O3", "1.00", order="O1", recipient="two"), against=position).is_met
        assert not check(order("O3", "1.00", recipient="two"), against=position).is_met

    def test_that_is_ordered_again_from_the_money_of_the_next_year(self) -> None:
        later = date(2004, 4, 10)
        given = allocated("100.00", later, "A2")
        again = order("O4", "20.00", later, order="O1")
        released = entry("L1", Kind.RELEASE, "20.00", order="O1", purpose="breaks")
        assert self._may(self.TWO, given, released, again)

    @pytest.mark.parametrize("released", ["10.00", "19.99"])
    def test_and_not_once_what_was_not_released_is_void(self, released: str) -> None:
        some = entry("L1", Kind.RELEASE, released, order="O1", purpose="breaks")
        left = Money.pounds("20.00") - Money.pounds(released)
        void = self._about("L2", str(left).removeprefix("£"))
        position = taken(fund(condition(self.TWO)), *self.BEFORE, some, void)
        assert position.open_orders == {}
        assert position.used_by("grants") == {(): 0}

    def test_though_all_of_it_is_released(self) -> None:
        released = entry("L1", Kind.RELEASE, "20.00", order="O1", purpose="breaks")
        position = taken(fund(condition(self.TWO)), *self.BEFORE, released)
        assert position.used_by("grants") == {(): 1}

    def test_in_whatever_order_it_is_posted(self) -> None:
        entries = [*self.BEFORE, self._about("L1", "20.00"), order("O3", "5.00", order="O1")]
        of = fund(condition(self.TWO))
        positions = [fold(given, fund=of) for given in permutations(entries)]
        assert all(each == positions[0] for each in positions)
        assert positions[0].used_by("grants") == {(): 1}

    @pytest.mark.parametrize(("most", "met"), [(1, True), (0, False)])
    def test_of_the_different_values_that_it_is_for(self, most: int, *, met: bool) -> None:
        kinds = Cap("kinds", DETERMINATION, Figure(1 + most), of=Of.COUNT, distinct="kind")
        of = fund(condition(kinds))
        sitting, course = {"kind": "sitting"}, {"kind": "course"}
        before = (allocated("100.00"), order("O1", "10.00", other_tags=sitting))
        position = taken(of, *before, order("O2", "5.00", order="O1", other_tags=sitting))
        other = order("O3", "1.00", other_tags=course)
        assert check(other, against=position).is_met is met
        void = self._about("L1", "15.00")
        assert check(void, against=position).unmet, "of its kind nothing was ordered"


class TestACountThatIsTheSameInAnyOrder:
    """Entries that were taken, whichever of them comes first."""

    OVER_YEARS = ByYear.of({"2003/04": Money.pounds("5.00"), "2004/05": Money.pounds("5.00")})
    NAMED: ClassVar[dict[str, Any]] = {"recipient": "carer"}

    def _count(self, *per: str, distinct: str = "") -> Cap:
        return Cap("grants", DETERMINATION, Figure(3), per=per, of=Of.COUNT, distinct=distinct)

    def _used(self, words: Clause, *entries: Entry, **more: Any) -> Any:  # noqa: ANN401
        of = fund(condition(words), approves_ahead=("full council",), **more)
        position = taken(of, allocated("100.00"), *entries)
        given = (allocated("100.00"), *entries)
        assert all(fold(each, fund=of) == position for each in permutations(given))
        used = position.used_by(words.reference).items()
        return {group: measure for group, measure in used if measure != 0}

    def test_for_each_year_where_an_order_is_added_to_over_two(self) -> None:
        over: dict[str, Any] = {"by_year": self.OVER_YEARS, "by": "full council"}
        added = order("O2", "10.00", order="O1", **over)
        found = self._used(self._count("year"), order("O1", "10.00"), added)
        assert found == {("2003/04",): 1, ("2004/05",): (0, 1, 0, 1)}

    def test_for_each_year_where_one_of_two_is_void(self) -> None:
        over: dict[str, Any] = {"by_year": self.OVER_YEARS, "by": "full council"}
        less: dict[str, Any] = {"corrects": Kind.COMMITMENT, "by_year": self.OVER_YEARS}
        void = entry(
            "K1", Kind.CORRECTION, "10.00", order="O1", purpose="breaks", voids=True, **less
        )
        assert self._used(self._count("year"), order("O1", "10.00", **over), void) == {}

    def test_of_an_order_for_nobody_in_particular_that_is_added_to(self) -> None:
        entries = (order("O1", "10.00"), order("O2", "5.00", order="O1"))
        found = self._used(self._count("recipient"), *entries, order("O3", "7.00", **self.NAMED))
        assert found == {NOT_STATED: (0, 1, 0, 1), ("carer",): 1}

    def test_of_an_order_for_nobody_in_particular_that_is_void(self) -> None:
        entries = (order("O1", "10.00"), order("O2", "5.00", order="O1"))
        void = entry("L1", Kind.RELEASE, "15.00", order="O1", purpose="breaks", voids=True)
        assert self._used(self._count("recipient"), *entries, void) == {}

    def test_of_an_order_that_is_added_to_for_somebody(self) -> None:
        added = order("O2", "5.00", order="O1", **self.NAMED)
        found = self._used(self._count("recipient"), order("O1", "10.00"), added)
        assert found == {NOT_STATED: (0, 1, 0, 1), ("carer",): 1}

    @pytest.mark.parametrize(("kinds", "most"), [(("sitting",) * 2, 1), (("sitting", "course"), 2)])
    def test_of_the_different_values_of_what_is_for_nobody_in_particular(
        self, kinds: tuple[str, str], most: int
    ) -> None:
        one, other = ({"kind": each} for each in kinds)
        added = order("O2", "5.00", order="O1", other_tags=other)
        entries = (order("O1", "10.00", other_tags=one), added)
        found = self._used(self._count("recipient", distinct="kind"), *entries)
        assert found == {NOT_STATED: (0, most, 0, most)}

    def test_of_an_order_part_of_which_is_released_and_part_of_it_void(self) -> None:
        entries = (
            order("O1", "20.00", **self.NAMED),
            order("O2", "5.00", order="O1", **self.NAMED),
            entry("L1", Kind.RELEASE, "10.00", order="O1", **self.NAMED),
            entry("L2", Kind.RELEASE, "15.00", order="O1", voids=True, **self.NAMED),
        )
        assert self._used(self._count("recipient"), *entries) == {}

    def test_inside_other_words(self) -> None:
        words = For("words", DETERMINATION, {"purpose": "breaks"}, [self._count("recipient")])
        entries = (order("O1", "10.00"), order("O2", "5.00", order="O1"))
        assert self._used(words, *entries) == {
            ("for purpose breaks", "grants", *NOT_STATED): (0, 1, 0, 1)
        }


class TestALimitForEachOrder:
    SIZE = Cap("size", DETERMINATION, Figure.pounds("50.00"), per=("contract",))
    FUND = fund(condition(SIZE))
    FULL = (allocated("200.00"), order("O1", "50.00"))

    @pytest.mark.parametrize(("about", "result"), [("O1", Result.NOT_MET), (None, Result.MET)])
    def test_is_kept_to_by_what_is_added_to_an_order(
        self, about: str | None, result: Result
    ) -> None:
        position = taken(self.FUND, *self.FULL)
        more = order("O2", "0.01", order=about)
        assert check(more, against=position).result is result

    def test_has_room_again_for_what_was_released_of_it_and_no_more(self) -> None:
        released = entry("L1", Kind.RELEASE, "20.00", order="O1", purpose="breaks")
        position = taken(self.FUND, *self.FULL, released)
        assert position.used_by("size") == {("O1",): 3000}
        for pounds, result in (("20.00", Result.MET), ("20.01", Result.NOT_MET)):
            assert check(order("O2", pounds, order="O1"), against=position).result is result

    def test_takes_off_an_accrual_what_is_corrected_of_it(self) -> None:
        accrued = entry("AC1", Kind.ACCRUAL, "50.00", purpose="breaks")
        less = entry(
            "K1", Kind.CORRECTION, "20.00", purpose="breaks", corrects=Kind.ACCRUAL, settles="AC1"
        )
        position = taken(self.FUND, allocated("200.00"), accrued, less)
        assert position.used_by("size") == {("AC1",): 3000}

    def test_leaves_what_was_paid_on_no_order_as_it_counted_when_it_is_corrected(self) -> None:
        paid = entry("E1", Kind.EXPENDITURE, "50.00", purpose="breaks")
        less = entry("K1", Kind.CORRECTION, "20.00", purpose="breaks", corrects=Kind.EXPENDITURE)
        position = taken(self.FUND, allocated("200.00"), paid, less)
        assert position.used_by("size") == {("E1",): 5000}
        assert position.sums().expenditure == Money.pounds("30.00")

    @pytest.mark.parametrize("reference", ["K1", "breaks"])
    def test_does_not_mistake_the_reference_of_a_correction_for_what_it_is_for(
        self, reference: str
    ) -> None:
        for_each = fund(condition(_cap(per=("purpose",))))
        paid = entry("E1", Kind.EXPENDITURE, "50.00", purpose="breaks")
        less = entry(
            reference, Kind.CORRECTION, "20.00", purpose="breaks", corrects=Kind.EXPENDITURE
        )
        position = taken(for_each, allocated("200.00"), paid, less)
        assert position.used_by("cap") == {("breaks",): 3000}


@attrs.frozen
class ForEachEntry:
    """A council's own clause: so much for each entry, by the entry's own reference."""

    reference: str
    source: Citation
    at_most: int

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Count what an entry adds, apart from any other."""
        del basis
        return (((request.reference,), request.firm.all_like[0][1]),)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Hold each entry to the limit."""
        del request, basis
        inside = all(isinstance(total, int) and total <= self.at_most for total in tally[1])
        return Result.MET if inside else Result.NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        """Give the result alone."""
        result = self.result(request, tally, basis)
        return Finding(
            self.reference, "Entry", result, Aspect.AMOUNT, request.reference, self.source
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Set no limit that is used up."""
        del used, basis
        return ()


def test_a_correction_takes_nothing_off_a_councils_own_count_that_counted_nothing_of_it() -> None:
    for_each = fund(condition(ForEachEntry("own", DETERMINATION, 5000)))
    accrued = entry("X1", Kind.ACCRUAL, "50.00")
    less = entry("K1", Kind.CORRECTION, "0.01", corrects=Kind.ACCRUAL, settles="X1")
    position = taken(for_each, allocated("100.00"), accrued)
    (finding,) = check(less, against=position).unmet
    assert (finding.rule, finding.title) == ("own", "Counted before")
    nothing = entry("K1", Kind.CORRECTION, "0.00", corrects=Kind.ACCRUAL, settles="X1")
    assert check(nothing, against=position).is_met


def test_an_order_of_several_years_leaves_open_in_which_it_counts() -> None:
    one_a_year = Cap("number", DETERMINATION, Figure(1), of=Of.COUNT, per=("year",))
    of = fund(condition(one_a_year), approves_ahead=("full council",))
    both = ByYear.of({"2003/04": Money.pounds("10.00"), "2004/05": Money.pounds("10.00")})
    position = taken(of, allocated("100.00"), order("O1", "20.00", by_year=both, by="full council"))
    asked = check(spend("S1", "5.00"), against=position)
    assert asked.result is OPEN
    assert [str(each) for each in asked.missing] == ["position.used (which year it is of)"]


def test_advice_is_judged_only_when_its_findings_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    of = fund(condition(EACH, kind=StipulationKind.EXPECTATION))
    position = taken(of, allocated("100.00"))
    monkeypatch.setattr(Cap, "result", lambda *_: pytest.fail("advice was judged"))
    assert check(order("O1", "60.00"), against=position).is_met


@pytest.mark.parametrize(
    "field", ["where", "without", "per", "of", "distinct", "dimension", "readings", "cap"]
)
@pytest.mark.parametrize("value", [{"service": "breaks"}, ("breaks",), "breaks", 1])
def test_a_field_of_a_councils_own_clause_means_nothing_to_a_fund(
    field: str, value: object
) -> None:
    kept = {field: attrs.field(default=value, kw_only=True)}
    own = attrs.make_class("Own", kept, bases=(ForEachEntry,), frozen=True)
    for_each = fund(condition(own("own", DETERMINATION, 5000)))
    paid = entry("E1", Kind.EXPENDITURE, "50.00", purpose="breaks")
    position = taken(for_each, allocated("200.00"), paid)
    assert position.used_by("own") == {("E1",): 5000}
    more = entry("E2", Kind.EXPENDITURE, "50.01", purpose="breaks")
    assert [each.rule for each in check(more, against=position).unmet] == ["own"]
