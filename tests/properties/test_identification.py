"""Ranges hold the truth for any lists, and no figure comes of people who are not the same."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carerslib.carers.populations import (
    Ages,
    Count,
    Dimension,
    Estimate,
    Gap,
    Overlap,
    Population,
    Rate,
    Registers,
    SchoolReturn,
    check_statement,
    compare,
    identify,
    together,
)
from carerslib.citations import Citation
from carerslib.periods import DateRange
from carerslib.testing.strategies import counts, estimates, known_lists, proportions
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.carers.populations import Statement
    from carerslib.testing.strategies import KnownLists

SOURCE: Final = Citation.record("a survey")
EVERYBODY_THERE: Final = Population(area="Northshire", ages=Ages(), definition="CA14_S10")


@given(known_lists())
def test_the_range_always_holds_the_true_number_of_different_people(lists: KnownLists) -> None:
    count = lists.registers.distinct
    assert count is not None, "what is true cannot contradict itself"
    assert lists.truth in count


@given(known_lists(), st.data())
def test_a_list_of_unknown_length_takes_the_top_away_and_keeps_the_truth_inside(
    lists: KnownLists, data: st.DataObject
) -> None:
    held = lists.registers.registers
    place = data.draw(st.integers(0, len(held) - 1))
    unknown = attrs.evolve(held[place], number=None)
    registers = attrs.evolve(
        lists.registers, registers=(*held[:place], unknown, *held[place + 1 :])
    )
    count = registers.distinct
    assert count is not None
    assert count.most is None
    assert lists.truth in count


@given(known_lists())
def test_without_any_link_the_range_is_from_the_longest_list_to_all_of_them(
    lists: KnownLists,
) -> None:
    lengths = [len(each) for each in lists.people]
    bare = Registers(lists.registers.registers)
    assert bare.distinct == Count(max(lengths), sum(lengths))


@given(known_lists(most_lists=2))
def test_two_lists_that_are_linked_give_the_exact_number(lists: KnownLists) -> None:
    keys = [each.reference for each in lists.registers.registers]
    shared = len(lists.people[0] & lists.people[-1])
    overlaps = [Overlap.exactly(keys, shared)] if len(keys) > 1 else []
    assert Registers(lists.registers.registers, overlaps).distinct == Count.exactly(lists.truth)


@given(known_lists(), st.data())
def test_learning_more_never_widens_the_range(lists: KnownLists, data: st.DataObject) -> None:
    overlaps = lists.registers.overlaps
    kept = [each for each in overlaps if data.draw(st.booleans())]
    before = Registers(lists.registers.registers, kept).distinct
    after = lists.registers.distinct
    assert before is not None
    assert after is not None
    assert before.least <= after.least
    assert after.most is not None
    assert before.most is not None
    assert after.most <= before.most


@given(known_lists(), st.data())
def test_the_order_of_lists_and_links_changes_nothing(
    lists: KnownLists, data: st.DataObject
) -> None:
    held = lists.registers
    shuffled = Registers(
        data.draw(st.permutations(held.registers)), data.draw(st.permutations(held.overlaps))
    )
    assert shuffled.distinct == held.distinct


@given(known_lists(), st.integers(0, 40))
def test_rate_and_gap_hold_the_true_ones(lists: KnownLists, there_are: int) -> None:
    whole = EVERYBODY_THERE
    alike = [attrs.evolve(each, population=whole) for each in lists.registers.registers]
    registers = attrs.evolve(lists.registers, registers=alike)
    found = identify(registers, Estimate("E1", there_are, whole, SOURCE))
    if there_are == 0:
        assert (found.rate, found.gap) == (None, None)
        assert found.verdict.result is Result.UNDETERMINED
        return
    assert found.rate is not None
    assert found.gap is not None
    true_rate, true_gap = Fraction(lists.truth, there_are), there_are - lists.truth
    assert found.rate.most is not None
    assert found.rate.least <= true_rate <= found.rate.most, "never cut off at 1"
    assert found.gap.least is not None
    assert found.gap.most is not None
    assert found.gap.least <= true_gap <= found.gap.most


@given(known_lists(), estimates())
def test_no_rate_is_given_of_people_who_are_not_the_same(
    lists: KnownLists, estimate: Estimate
) -> None:
    found = identify(lists.registers, estimate)
    of_the_lists = lists.registers.registers[0].population
    differ = [of_the_lists.differs(estimate.population, each) for each in Dimension]
    if any(each is not False for each in differ):
        assert (found.rate, found.gap) == (None, None)
        assert found.verdict.result in (Result.NOT_MET, Result.UNDETERMINED)
    if any(differ):
        assert found.verdict.result is Result.NOT_MET


@given(estimates("A") | proportions("A"), estimates("B") | proportions("B"))
def test_a_comparison_is_the_same_from_either_side(left: Statement, right: Statement) -> None:
    one, other = compare(left, right), compare(right, left)
    assert one.verdict.result is other.verdict.result
    assert (one.difference is None) is (other.difference is None)


@given(estimates() | proportions())
def test_what_a_figure_says_of_itself_is_never_held_against_it(statement: Statement) -> None:
    verdict = check_statement(statement)
    assert verdict.result in (Result.MET, Result.UNDETERMINED)
    assert (verdict.result is Result.UNDETERMINED) is bool(
        [each for each in verdict.findings if each.binding and each.missing]
    )


@given(estimates(), known_lists())
def test_an_answer_about_known_carers_can_be_stored(estimate: Estimate, lists: KnownLists) -> None:
    found = identify(lists.registers, estimate)
    stored = pickle.loads(pickle.dumps(found))  # noqa: S301 - made here
    assert stored == found
    assert (stored.rate, stored.gap) == (found.rate, found.gap)


@given(counts(), counts(), st.data())
def test_a_gap_and_a_rate_hold_those_of_any_two_numbers_inside(
    whole: Count, part: Count, data: st.DataObject
) -> None:
    drawn_whole = data.draw(_inside(whole))
    drawn_part = data.draw(_inside(part))
    gap, rate = Gap.between(whole, part), Rate.of(part, whole)
    assert gap.least is None or gap.least <= drawn_whole - drawn_part
    assert gap.most is None or drawn_whole - drawn_part <= gap.most
    if rate is None:
        assert drawn_whole == 0
    elif drawn_whole:
        assert rate.least <= Fraction(drawn_part, drawn_whole)
        assert rate.most is None or Fraction(drawn_part, drawn_whole) <= rate.most


def _inside(count: Count) -> st.SearchStrategy[int]:
    return st.integers(count.least, count.least + 10_000 if count.most is None else count.most)


@given(st.lists(counts(), max_size=4))
def test_a_total_holds_the_sum_of_any_numbers_inside(given_counts: list[Count]) -> None:
    total = Count.total(given_counts)
    assert sum(each.least for each in given_counts) == total.least
    assert (total.most is None) is any(each.most is None for each in given_counts)
    if total.most is not None:
        assert total.most == sum(each.most or 0 for each in given_counts)


@given(st.lists(st.lists(st.sampled_from("NPS"), max_size=6), max_size=4))
def test_schools_that_say_nothing_are_never_counted_as_none(codes: list[list[str]]) -> None:
    january = DateRange.month(2024, 1)
    returns = [
        SchoolReturn.of_codes(f"school {place}", january, each) for place, each in enumerate(codes)
    ]
    found = together(returns)
    named = sum(code != "N" for each in codes for code in each)
    silent = [place for place, each in enumerate(codes) if not set(each) - {"N"}]
    assert found.identified.least == named
    assert found.identified.is_exact is not bool(silent)
    assert found.without_information == tuple(f"school {place}" for place in silent)
