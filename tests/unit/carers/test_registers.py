"""Lists of known carers: linked, linked in part, or not to be linked at all."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from carerslib.carers.populations import (
    Ages,
    Base,
    Count,
    Estimate,
    Gap,
    Keeper,
    Overlap,
    Population,
    Proportion,
    Register,
    Registers,
    Unstated,
    apply_proportion,
    identify,
)
from carerslib.carers.populations.identifying import RULES
from carerslib.carers.populations.registers import MOST_REGISTERS
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange
from carerslib.rules import rule
from carerslib.verdicts import Finding, Result

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.carers.populations import Measured
    from carerslib.periods import Day

SOURCE: Final = Citation.record("a needs assessment")
NORTHSHIRE: Final = Population(area="Northshire", ages=Ages(), definition="CA14_S10")
DAY: Final = date(2024, 3, 31)


def _list(reference: str, number: int | None, **more: object) -> Register:
    said: dict[str, Any] = {"population": NORTHSHIRE, **more}
    return Register(reference, Keeper.OTHER, number, **said)


def _estimate(number: int | None = 8_500, **more: object) -> Estimate:
    said: dict[str, Any] = {"population": NORTHSHIRE, "source": SOURCE, "year": DAY, **more}
    return Estimate("E1", number, **said)


GP: Final = _list("GP", 1_200)
COUNCIL: Final = _list("council", 900)
CENTRE: Final = _list("centre", 500)


class TestTwoLists:
    @pytest.mark.parametrize(
        ("at_least", "at_most", "range_"),
        [
            (0, 0, Count.exactly(2_100)),
            (400, 400, Count.exactly(1_700)),
            (900, 900, Count.exactly(1_200)),
            (400, 500, Count(1_600, 1_700)),
            (400, None, Count(1_200, 1_700)),
            (0, None, Count(1_200, 2_100)),
            (0, 5_000, Count(1_200, 2_100)),
        ],
    )
    def test_what_is_known_of_the_overlap_narrows_the_range(
        self, at_least: int, at_most: int | None, range_: Count
    ) -> None:
        overlap = Overlap(("GP", "council"), at_least, at_most)
        assert Registers([GP, COUNCIL], [overlap]).distinct == range_

    def test_the_pair_may_be_named_in_either_order(self) -> None:
        one = Registers([GP, COUNCIL], [Overlap.exactly(("GP", "council"), 400)])
        other = Registers([GP, COUNCIL], [Overlap.exactly(("council", "GP"), 400)])
        assert one == other

    def test_no_list_at_all_is_nobody_known(self) -> None:
        assert Registers([]).distinct == Count.exactly(0)


class TestThreeLists:
    def _three(self, *shared: int) -> Registers:
        pairs = (("GP", "council"), ("council", "centre"), ("GP", "centre"))
        overlaps = [Overlap.exactly(*each) for each in zip(pairs, shared, strict=False)]
        return Registers([GP, COUNCIL, CENTRE], overlaps)

    def test_lists_that_share_nobody_add_up(self) -> None:
        assert self._three(0, 0, 0).distinct == Count.exactly(2_600)

    def test_who_is_on_all_three_leaves_a_range(self) -> None:
        # the three pairs are 400, 200 and 100; up to 100 people may be on all three lists
        assert self._three(400, 200, 100).distinct == Count(1_900, 2_000)

    def test_two_links_of_three_narrow_both_ends(self) -> None:
        assert self._three(400, 200).distinct == Count(1_700, 2_000)

    def test_pairs_that_are_not_linked_exactly_are_named(self) -> None:
        part = Overlap(("council", "centre"), 10)
        held = Registers([GP, COUNCIL, CENTRE], [Overlap.exactly(("GP", "council"), 400), part])
        assert held.unlinked == (("GP", "centre"), ("centre", "council"))

    def test_overlaps_that_cannot_all_be_right_give_no_number(self) -> None:
        same = [_list("A", 100), _list("B", 100), _list("C", 100)]
        wrong = Registers(
            same,
            [
                Overlap.exactly(("A", "B"), 100),
                Overlap.exactly(("B", "C"), 100),
                Overlap.exactly(("A", "C"), 0),
            ],
        )
        assert wrong.distinct is None
        found = identify(wrong, _estimate())
        assert found.verdict.result is Result.NOT_MET
        assert (found.known, found.rate, found.gap) == (None, None, None)
        (finding,) = found.verdict.unmet
        assert finding.note == "the overlaps of the lists cannot all be right"


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("reference", " "),
            ("keeper", "GP"),
            ("number", -1),
            ("number", True),
            ("population", "Northshire"),
            ("on", datetime(2024, 3, 31)),
            ("on", "March"),
        ],
    )
    def test_a_list_that_can_never_be_right(self, field: str, value: object) -> None:
        changed: dict[str, Any] = {field: value}
        with pytest.raises(InvalidValueError) as refused:
            attrs.evolve(GP, **changed)
        assert refused.value.field == field

    @pytest.mark.parametrize("on", [DAY, DateRange.month(2024, 3), None])
    def test_a_list_of_any_day_is_taken(self, on: Day | None) -> None:
        assert attrs.evolve(GP, on=on).on == on

    @pytest.mark.parametrize(
        ("between", "at_least", "at_most", "field"),
        [
            (("GP", "GP"), 0, None, "between"),
            (("GP",), 0, None, "between"),
            (("GP", "council", "centre"), 0, None, "between"),
            (("GP", "council"), -1, None, "at_least"),
            (("GP", "council"), 1, -1, "at_most"),
            (("GP", "council"), 2, 1, "at_most"),
        ],
    )
    def test_an_overlap_that_can_never_be_right(
        self, between: tuple[str, ...], at_least: int, at_most: int | None, field: str
    ) -> None:
        with pytest.raises(InvalidValueError) as refused:
            Overlap(between, at_least, at_most)
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("shared", "refused"), [(899, False), (900, False), (901, True)], ids=str
    )
    def test_no_more_can_be_on_both_lists_than_on_the_shorter(
        self, shared: int, *, refused: bool
    ) -> None:
        overlap = Overlap(("GP", "council"), shared)
        if refused:
            with pytest.raises(InvalidValueError, match="at most 900"):
                Registers([GP, COUNCIL], [overlap])
        else:
            assert Registers([GP, COUNCIL], [overlap]).distinct == Count(1_200, 2_100 - shared)

    def test_an_overlap_of_a_list_that_is_not_there(self) -> None:
        with pytest.raises(InvalidValueError, match="expected two of the lists GP"):
            Registers([GP], [Overlap(("GP", "council"), 1)])

    def test_a_list_or_a_pair_that_is_given_twice(self) -> None:
        with pytest.raises(InvalidValueError, match="each list once"):
            Registers([GP, GP])
        pair = Overlap(("GP", "council"), 1)
        with pytest.raises(InvalidValueError, match="each pair once"):
            Registers([GP, COUNCIL], [pair, pair])

    def test_more_lists_than_can_be_tried(self) -> None:
        lists = [_list(f"list {place}", 1) for place in range(MOST_REGISTERS + 1)]
        assert Registers(lists[:-1]).distinct == Count(1, MOST_REGISTERS)
        with pytest.raises(InvalidValueError, match="at most 10 lists"):
            Registers(lists)


class TestAListOfUnknownLength:
    LISTS = Registers([GP, _list("trust", None)], [Overlap(("GP", "trust"), 300)])

    def test_it_takes_the_top_away(self) -> None:
        assert self.LISTS.distinct == Count.at_least(1_200)
        assert self.LISTS.without_number == ("trust",)

    def test_no_rate_is_given_and_the_list_is_named(self) -> None:
        found = identify(self.LISTS, _estimate())
        assert found.verdict.result is Result.UNDETERMINED
        assert "trust.number" in [each.field for each in found.verdict.missing]
        assert (found.rate, found.gap) == (None, None)

    def test_an_overlap_of_two_lists_of_unknown_length_may_be_anything(self) -> None:
        unknown = [_list("A", None), _list("B", None)]
        assert Registers(unknown, [Overlap(("A", "B"), 10**6)]).distinct == Count.at_least(0)


class TestIdentifying:
    BOTH = Registers([GP, COUNCIL])

    def test_without_lists_nothing_is_known(self) -> None:
        found = identify(Registers([]), _estimate())
        assert [each.field for each in found.verdict.missing] == ["registers"]
        assert found.rate is None

    @pytest.mark.parametrize(
        ("number", "shown"), [(None, None), (0, "0"), (8_500, "8,500")], ids=str
    )
    def test_the_estimate_is_shown_as_its_source_gives_it(
        self, number: int | None, shown: str | None
    ) -> None:
        findings = identify(self.BOTH, _estimate(number)).verdict.findings
        (found,) = [each for each in findings if each.rule == "identification.estimated"]
        assert found.measured == shown

    @pytest.mark.parametrize("number", [None, 0])
    def test_without_a_number_to_divide_by_there_is_no_rate(self, number: int | None) -> None:
        found = identify(self.BOTH, _estimate(number))
        assert [each.field for each in found.verdict.missing] == ["estimate.count"]
        assert (found.rate, found.gap) == (None, None)

    @pytest.mark.parametrize(
        ("field", "value"), [("area", "Southshire"), ("ages", Ages(18)), ("definition", "CEN21")]
    )
    def test_each_list_that_counts_others_is_named(self, field: str, value: object) -> None:
        changed: dict[str, Any] = {field: value}
        others = attrs.evolve(NORTHSHIRE, **changed)
        found = identify(Registers([GP, attrs.evolve(COUNCIL, population=others)]), _estimate())
        (finding,) = found.verdict.unmet
        assert finding.rule == f"identification.same-{field}"
        assert finding.subject == "council and E1"
        assert (found.rate, found.gap) == (None, None)
        assert found.known == Count(1_200, 2_100), "what is known stays known"

    def test_a_definition_that_is_not_stated_leaves_the_rate_open(self) -> None:
        silent = attrs.evolve(NORTHSHIRE, definition=Unstated.NOT_STATED)
        found = identify(self.BOTH, _estimate(population=silent))
        assert found.verdict.result is Result.UNDETERMINED
        assert found.rate is None

    def test_a_council_that_allows_other_definitions_gets_its_rate(self) -> None:
        census = attrs.evolve(NORTHSHIRE, definition="CEN21")
        basis = RULES.basis(conventions={"identification.definitions": "allowed"})
        found = identify(self.BOTH, _estimate(population=census), basis=basis)
        assert str(found.rate) == "14.1% to 24.7%"

    @pytest.mark.parametrize(
        ("number", "result", "rate"),
        [
            (1_199, Result.NOT_MET, "100.1% to 175.1%"),
            (1_200, Result.UNDETERMINED, "100.0% to 175.0%"),
            (2_099, Result.UNDETERMINED, "57.2% to 100.0%"),
            (2_100, Result.MET, "57.1% to 100.0%"),
            (2_101, Result.MET, "57.1% to 100.0%"),
        ],
    )
    def test_more_known_than_estimated_is_a_warning_and_never_cut_off(
        self, number: int, result: Result, rate: str
    ) -> None:
        found = identify(self.BOTH, _estimate(number))
        warning = {each.rule: each for each in found.verdict.findings}[
            "identification.no-more-known-than-estimated"
        ]
        assert warning.result is result
        assert not warning.binding
        assert found.verdict.is_met
        assert str(found.rate) == rate

    def test_an_estimate_with_no_top_is_never_exceeded(self) -> None:
        found = identify(self.BOTH, attrs.evolve(_estimate(), count=Count.at_least(1_000)))
        assert found.gap == Gap(1_000 - 2_100, None)
        results = {each.rule: each.result for each in found.verdict.findings}
        assert results["identification.no-more-known-than-estimated"] is Result.UNDETERMINED

    def test_pairs_that_are_not_linked_are_named_where_they_make_a_range(self) -> None:
        def _note(registers: Registers) -> str:
            findings = identify(registers, _estimate()).verdict.findings
            return next(each.note for each in findings if each.rule == "identification.known")

        assert _note(self.BOTH) == "not linked: GP and council"
        linked = Registers([GP, COUNCIL], [Overlap.exactly(("GP", "council"), 400)])
        assert _note(linked) == ""
        three = [Overlap.exactly(each, 100) for each in (("GP", "council"), ("council", "centre"))]
        all_pairs = [*three, Overlap.exactly(("GP", "centre"), 100)]
        assert _note(Registers([GP, COUNCIL, CENTRE], all_pairs)) == ""

    def test_a_council_adds_a_rule_of_its_own(self) -> None:
        @rule(id="own.two-lists", title="Two lists", citation=SOURCE, in_force=DateRange.year(2024))
        def two_lists(measured: Measured, basis: Basis) -> list[Finding]:
            (finding,) = (each for each in RULES.rules[1](measured, basis))
            assert isinstance(finding, Finding)
            return [finding._replace(rule="own.two-lists", result=Result.NOT_MET)]

        own = RULES.extended([two_lists], name="Northshire", edition="1")
        found = identify(self.BOTH, _estimate(), rules=own)
        assert [each.rule for each in found.verdict.unmet] == ["own.two-lists"]
        assert found.rate is None

    @pytest.mark.parametrize("field", ["registers", "estimate"])
    def test_only_lists_are_measured_against_only_an_estimate(self, field: str) -> None:
        given: dict[str, Any] = {"registers": self.BOTH, "estimate": _estimate()}
        with pytest.raises(InvalidValueError) as refused:
            identify(**(given | {field: 8_500}))
        assert refused.value.field == field


class TestWhatIsGiven:
    def test_one_list_alone_needs_no_list_of_lists(self) -> None:
        alone = Register("GP", Keeper.GP, 1_200, Population(area="Northshire"))
        assert Registers(alone) == Registers([alone])

    @pytest.mark.parametrize("given", [None, 5, "GP"])
    def test_what_is_no_list_of_carers_is_refused(self, given: object) -> None:
        wrong: Any = given
        with pytest.raises(InvalidValueError, match="registers: expected Register"):
            Registers(wrong)

    def test_so_is_what_is_no_overlap(self) -> None:
        wrong: Any = 400
        with pytest.raises(InvalidValueError, match="overlaps: expected Overlap"):
            Registers((), wrong)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("reference", " "),
            ("number", -1),
            ("number", True),
            ("population", "pupils"),
            ("year", "2024"),
            ("year", datetime(2024, 1, 1)),
        ],
    )
    def test_a_base_that_can_never_be_right_is_refused(self, field: str, value: object) -> None:
        pupils = Base("pupils", 12_000, Population(area="Northshire"), date(2024, 1, 1))
        changed: dict[str, Any] = {field: value}
        with pytest.raises(InvalidValueError) as refused:
            attrs.evolve(pupils, **changed)
        assert refused.value.field == field

    @pytest.mark.parametrize("field", ["proportion", "base"])
    def test_a_share_is_taken_only_of_a_base(self, field: str) -> None:
        given: dict[str, Any] = {
            "proportion": Proportion("1 in 12", 1, 12, Population(area="A"), SOURCE),
            "base": Base("pupils", 12_000, Population(area="A")),
        }
        with pytest.raises(InvalidValueError) as refused:
            apply_proportion(**(given | {field: 12_000}))
        assert (refused.value.field, refused.value.value) == (field, "int")
