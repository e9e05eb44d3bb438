"""An option that a contract was counted with, then extended for less or more, then changed."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Final

import attrs
import pytest
from tests.scenarios.kit import stated

from carerslib.awards import (
    AWARD,
    EXTEND,
    MODIFY,
    RULES,
    Authority,
    Proposal,
    Used,
    headroom,
    judge,
    judge_each,
    judge_register,
)
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Line, Of, Reading, Readings, Steps, Taken, Unlimited
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
DAY: Final = date(2024, 6, 3)
MET, NOT_MET, OPEN = "met", "not met", "undetermined"


def words(*clauses: Cap | Readings | Steps, total: str = "10.00") -> Authority:
    cap = Cap("total", MINUTE, Figure.pounds(total))
    return Authority(
        "a",
        MINUTE,
        [AWARD, EXTEND, MODIFY],
        [cap, *clauses, Unlimited("any time", MINUTE, "period")],
    )


def award(name: str, pounds: str, *options: str) -> Proposal:
    offered = [Option(YEAR, stated(each)) for each in options]
    contract = Contract(name, date(2024, 4, 1), term=YEAR, value=stated(pounds), options=offered)
    return Proposal(AWARD, contract, on=DAY)


def extend(
    name: str, pounds: str | None, number: int | None = 1, changes: str = "", times: int = 1
) -> Proposal:
    value = None if pounds is None else stated(pounds)
    contract, reference = Contract(name, value=value), f"{name}, {number} for {pounds}"
    takes = Taken(number, times, Term(years=times))
    return Proposal(EXTEND, contract, on=DAY, takes=takes, changes=changes, reference=reference)


def change(name: str, pounds: str, changes: str = "A") -> Proposal:
    contract = Contract(name, date(2024, 4, 1), term=Term(years=2), value=stated(pounds))
    return Proposal(MODIFY, contract, on=DAY, changes=changes, reference=f"change to {pounds}")


def used(*made: Proposal, under: Authority | None = None) -> int:
    folded = Used().after(*made, under=under or words()).of("total")
    (total,) = folded.values()
    assert isinstance(total, int)
    return total


A: Final = award("A", "1.00", "5.00")


class TestAChangeAfterAnExtension:
    @pytest.mark.parametrize("pounds", ["0.00", "4.99", "5.00", "5.01"])
    def test_it_takes_back_what_the_option_was_taken_for_and_not_the_option(
        self, pounds: str
    ) -> None:
        extension = extend("A", pounds)
        assert used(A, extension) == 100 + Money.pounds(pounds).in_pence
        assert used(A, extension, change("A", "2.00")) == 200

    def test_what_is_left_never_passes_the_figure_and_a_later_award_of_all_is_not_met(self) -> None:
        under = words()
        so_far = Used().after(A, extend("A", "1.00"), change("A", "2.00"), under=under)
        assert [room.left for room in headroom(under, so_far)] == [Money.pounds("8.00")]
        found = [judge(award("B", each), under=under, used=so_far) for each in ("8.00", "8.01")]
        assert [str(each.result) for each in found] == [MET, NOT_MET]
        again = Used.stated({"total": Money.pounds("2.00")}, includes=so_far.made)
        assert str(judge(award("B", "8.01"), under=under, used=again).result) == NOT_MET

    @pytest.mark.parametrize("names", list(permutations(("A", "A2"))))
    def test_a_contract_that_got_another_name_is_found_by_each(
        self, names: tuple[str, str]
    ) -> None:
        renamed = attrs.evolve(
            award("A2", "1.00", "5.00"), power=MODIFY, changes="A", reference="renamed"
        )
        taken, changed = names
        made = [award("A", "3.00"), renamed, extend(taken, "1.00"), change("A3", "2.00", changed)]
        assert used(*made) == 200

    def test_an_option_is_taken_once_and_what_a_second_extension_states_comes_on_top(self) -> None:
        twice = [extend("A", "1.00"), extend("A", "2.00")]
        assert {used(A, *order) for order in permutations(twice)} == {400}
        assert used(A, extend("A", "1.00"), extend("A", "2.00"), change("A", "2.00")) == 400

    def test_an_extension_of_a_contract_that_is_not_counted_is_none_of_another(self) -> None:
        assert used(A, extend("Z", "1.00"), change("A", "2.00")) == 300

    def test_one_that_names_no_option_comes_on_top_and_leaves_the_contract_its_figures(
        self,
    ) -> None:
        unnamed = attrs.evolve(extend("A", "1.00"), takes=None, reference="unnamed")
        assert used(A, unnamed) == 700
        assert used(A, unnamed, change("A", "2.00")) == 300

    def test_each_option_has_an_extension_of_its_own(self) -> None:
        two = award("A", "1.00", "5.00", "3.00")
        made = [two, extend("A", "1.00", 2), extend("A", "2.00", 1)]
        assert [used(*made[: number + 1]) for number in range(3)] == [900, 700, 400]
        assert used(*made, change("A", "2.00")) == 200

    @pytest.mark.parametrize("number", [1, None])
    @pytest.mark.parametrize(
        ("pounds", "answer"), [("2.99", MET), ("3.00", MET), ("3.01", NOT_MET)]
    )
    def test_two_options_taken_at_once_take_the_place_of_both(
        self, number: int | None, pounds: str, answer: str
    ) -> None:
        two, under = award("A", "7.00", "1.00", "2.00"), words()
        both = extend("A", pounds, number, times=2)
        assert used(two, both) == 700 + Money.pounds(pounds).in_pence
        *_, verdict = judge_each([two, both], under=under)
        assert str(verdict.result) == answer
        assert used(two, both, change("A", "2.00")) == 200

    def test_of_two_options_taken_at_once_one_that_was_taken_before_comes_on_top(self) -> None:
        two = award("A", "1.00", "5.00", "3.00")
        first, both = extend("A", "5.00", 1), extend("A", "8.00", times=2)
        assert used(two, first, both) == 1400
        assert used(two, both, first) == 1400

    def test_no_more_options_are_taken_at_once_than_there_are(self) -> None:
        two = award("A", "1.00", "5.00", "3.00")
        assert used(two, extend("A", "1.00", 2, times=2)) == 700
        assert used(two, extend("A", "1.00", 3)) == 1000
        assert used(two, extend("A", "1.00", None, times=3)) == 200

    def test_options_of_one_price_may_be_taken_without_a_number(self) -> None:
        three = award("A", "1.00", "3.00", "3.00", "3.00")
        made = [three, *(extend("A", "1.00", None) for _ in range(4))]
        assert [used(*made[: number + 1]) for number in range(5)] == [1000, 800, 600, 400, 500]
        assert used(*made, change("A", "2.00")) == 300

    @pytest.mark.parametrize(
        ("pounds", "answer"),
        [("3.00", MET), ("3.01", OPEN), ("5.00", OPEN), ("5.01", NOT_MET)],
    )
    def test_which_of_two_prices_an_extension_without_a_number_stands_for_is_open(
        self, pounds: str, answer: str
    ) -> None:
        two = award("A", "2.00", "5.00", "3.00")
        *_, verdict = judge_each([two, extend("A", pounds, None)], under=words())
        assert str(verdict.result) == answer

    @pytest.mark.parametrize("second", [None, 1, 2])
    @pytest.mark.parametrize("first", [None, 1])
    def test_once_all_options_are_taken_it_does_not_matter_which_was_which(
        self, first: int | None, second: int | None
    ) -> None:
        two = award("A", "1.00", "5.00", "3.00")
        made = [two, extend("A", "1.00", first), extend("A", "2.00", second)]
        twice = first == second == 1
        assert used(*made) == (700 if twice else 400)
        assert used(*made[:2], change("A", "2.00")) == 200

    def test_an_option_that_the_contract_says_is_taken_is_none_without_a_number(self) -> None:
        made = award("A", "1.00", "5.00", "3.00")
        first = Proposal.exercising(made.contract, on=DAY)
        assert used(made, first, extend("A", "1.00", None)) == 700

    def test_an_extension_that_states_no_amount_leaves_open_what_is_used_until_a_change(
        self,
    ) -> None:
        under = words()
        before = Used().after(A, extend("A", None), under=under)
        assert str(judge(award("B", "1.00"), under=under, used=before).result) == OPEN

    def test_an_option_that_did_not_count_from_the_award_is_not_taken_back(self) -> None:
        basis = RULES.basis(conventions={"counts options": "as exercised"})
        under = words()
        made = [A, extend("A", "2.00"), change("A", "4.00")]
        totals = [
            dict(Used().after(*made[: number + 1], under=under, basis=basis).of("total"))
            for number in range(3)
        ]
        assert totals == [{(): 100}, {(): 300}, {(): 400}]

    @pytest.mark.parametrize("number", [1, 2])
    def test_amounts_in_lines_are_those_of_the_option_that_they_name(self, number: int) -> None:
        lines = [
            Line(stated("1.00"), {"part": "firm"}),
            Line(stated("5.00"), {"option": "1"}),
            Line(stated("3.00"), {"option": "2"}),
        ]
        contract = Contract("A", term=YEAR, amounts=lines, options=[Option(YEAR), Option(YEAR)])
        left = {1: 400, 2: 600}[number]
        made = Proposal(AWARD, contract)
        assert used(made, extend("A", "0.00", number)) == left
        assert used(made, extend("A", "0.00", number), change("A", "2.00")) == 200

    def test_options_inside_readings_stay_taken(self) -> None:
        steps = Steps("steps", MINUTE, [YEAR])
        own = Cap("own", MINUTE, Figure.pounds("9.00"))
        under = words(
            Readings("r", MINUTE, [Reading("one", [steps, own]), Reading("two", [steps, own])])
        )
        made = [A, extend("A", "1.00"), extend("A", "1.00", None)]
        found = [str(each.result) for each in judge_each(made, under=under)]
        assert found == [MET, MET, NOT_MET]
        changed = [*made[:2], change("A", "2.00"), made[2]]
        assert str(list(judge_each(changed, under=under))[-1].result) == NOT_MET


class TestInARegister:
    @staticmethod
    def results(under: Authority, *made: Proposal, before: Used | None = None) -> list[str]:
        found = [str(each.result) for each in judge_register(made, under=under, used=before)]
        for order in permutations(range(len(made))):
            again = judge_register([made[place] for place in order], under=under, used=before)
            assert [str(each.result) for each in again] == [found[place] for place in order]
        return found

    @pytest.mark.parametrize(("each", "answer"), [("4.99", NOT_MET), ("5.00", MET), ("5.01", MET)])
    def test_an_extension_comes_after_the_award_of_its_contract(
        self, each: str, answer: str
    ) -> None:
        under = words(Cap("each", MINUTE, Figure.pounds(each), ("contract",)))
        made = award("A", "2.00", "3.00")
        assert self.results(under, made, extend("A", "1.00")) == [answer, MET]

    def test_an_extension_of_no_stated_amount_leaves_its_award_settled(self) -> None:
        made = award("A", "5.00", "2.00")
        assert self.results(words(), made, extend("A", None)) == [MET, OPEN]

    @pytest.mark.parametrize(("total", "answer"), [("8.00", OPEN), ("9.00", MET)])
    def test_another_award_may_come_before_it_or_after_it(self, total: str, answer: str) -> None:
        made = [award("A", "1.00", "3.00"), award("B", "2.00", "3.00"), extend("A", "1.00")]
        assert self.results(words(total=total), *made) == [answer, answer, MET]

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("4.00", MET), ("4.01", OPEN), ("8.00", OPEN), ("8.01", NOT_MET)]
    )
    def test_so_it_may_where_the_contract_is_of_an_earlier_day(
        self, pounds: str, answer: str
    ) -> None:
        before = Used().after(A, under=words())
        found = self.results(words(), award("B", pounds), extend("A", "1.00"), before=before)
        assert found[0] == answer

    def test_which_of_two_extensions_took_the_only_option_is_open(self) -> None:
        under = words(Steps("steps", MINUTE, [YEAR]))
        before = Used().after(award("A", "1.00", "1.00"), under=under)
        exercised = Proposal.exercising(award("A", "1.00", "1.00").contract, on=DAY)
        made = [exercised, extend("A", "1.00", None)]
        assert self.results(under, *made, before=before) == [OPEN, OPEN]
        for verdict in judge_register(made, under=under, used=before):
            assert "proposal.sequence" in {each.field for each in verdict.missing}

    @pytest.mark.parametrize(
        ("others", "pounds", "answer"),
        [
            (0, "7.00", MET),
            (0, "7.01", OPEN),
            (0, "8.00", OPEN),
            (0, "8.01", NOT_MET),
            # of so many no order is tried: the award may stand with both beside it
            (5, "1.00", MET),
            (5, "1.01", OPEN),
        ],
    )
    def test_what_is_used_after_a_change_and_an_extension_of_one_day_lies_between(
        self, others: int, pounds: str, answer: str
    ) -> None:
        # the change may be the last, or the extension comes on top of it
        made = [A, extend("A", "1.00"), change("A", "2.00")]
        made += [award(f"n{number}", "0.00") for number in range(others)]
        later = attrs.evolve(award("B", pounds), on=date(2024, 6, 4))
        found = judge_register([later, *made], under=words())[0]
        assert str(found.result) == answer

    def test_many_awards_with_an_extension_each_are_settled(self) -> None:
        made = [award(f"c{number}", "1.00", "2.00") for number in range(4)]
        made += [extend(f"c{number}", "1.00") for number in range(4)]
        for total, answer in (("12.00", MET), ("11.99", OPEN), ("2.99", NOT_MET)):
            found = judge_register(made, under=words(total=total))
            turned = judge_register(made[::-1], under=words(total=total))
            assert [each.result for each in turned] == [each.result for each in found][::-1]
            assert {str(each.result) for each in found[:4]} == {answer}

    def test_a_number_of_contracts_has_no_further_one(self) -> None:
        number = Cap("number", MINUTE, Figure(1), of=Of.COUNT)
        assert self.results(words(number), A, extend("A", "1.00")) == [MET, MET]
