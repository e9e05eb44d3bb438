"""A length with no last day, where the words let it start on one day and end it by another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, MODIFY, RULES, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    Either,
    EventBound,
    Figure,
    For,
    Line,
    Only,
    Reading,
    Readings,
    Start,
    Steps,
    Taken,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import ByYear, Term
from carerslib.verdicts import Aspect, Result

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
FIRST: Final = date(2020, 4, 1)
LAST: Final = date(2023, 3, 31)
ON_FIRST: Final = Start("start", MINUTE, FIRST, FIRST)
NOT_BEFORE: Final = Start("start", MINUTE, FIRST)
BY_EVENT: Final = EventBound("event", MINUTE, "the new framework", LAST)
AFTER_EVENT: Final = EventBound("pilot", MINUTE, "the pilot ends", FIRST, "first")
BY_LAST: Final = Window("window", MINUTE, last=LAST)
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("90000.00"))


def found(contract: Contract, *clauses: Clause, basis: Basis | None = None) -> Verdict:
    authority = Authority("a", MINUTE, [AWARD], (*clauses, TOTAL))
    return judge(Proposal(AWARD, contract), under=authority, basis=basis)


def asked(contract: Contract, *clauses: Clause) -> str:
    return label(found(contract, *clauses))


class TestALengthThatStatesNoDays:
    @pytest.mark.parametrize(
        "clauses",
        [
            (ON_FIRST, BY_EVENT),
            (NOT_BEFORE, BY_EVENT),
            (AFTER_EVENT, BY_EVENT),
            (AFTER_EVENT, BY_LAST),
            (ON_FIRST, BY_LAST),
            (Window("wide", MINUTE, FIRST, date(2026, 3, 31)), BY_EVENT),
            (Window("wide", MINUTE, date(2017, 4, 1), LAST), ON_FIRST),
            (For("for", MINUTE, {"power": AWARD}, ON_FIRST), BY_EVENT),
        ],
    )
    @pytest.mark.parametrize(
        ("term", "answer"),
        [
            (Term(years=2, months=11), "within"),
            (Term(years=3), "within"),
            (Term(years=3, days=1), "exceeds"),
            (Term(days=1095), "within"),
            (Term(days=1096), "exceeds"),
        ],
    )
    def test_it_is_no_longer_than_the_days_from_the_start_to_the_event(
        self, clauses: tuple[Clause, ...], term: Term, answer: str
    ) -> None:
        verdict = found(Contract("c", term=term, value=stated("1.00")), *clauses)
        assert label(verdict) == answer
        # nobody gets a yes for days that are not stated
        assert verdict.result is not Result.MET

    def test_the_verdict_says_so_and_gives_the_length_that_would_do(self) -> None:
        contract = Contract("c", term=Term(years=5), value=stated("1.00"))
        (finding,) = found(contract, ON_FIRST, BY_EVENT).unmet
        assert (finding.rule, finding.aspect) == ("event", Aspect.LENGTH)
        assert (finding.measured, finding.permitted) == (Term(years=5), Term(years=3))
        assert str(finding.remedy) == "shorten to 3 years"
        assert finding.remedy is not None
        amended = Proposal(AWARD, contract).amended(finding.remedy)
        assert asked(amended.contract, ON_FIRST, BY_EVENT) == "within"

    def test_a_window_of_both_days_says_so_by_itself_and_once(self) -> None:
        window = Window("window", MINUTE, FIRST, LAST)
        verdict = found(Contract("c", term=Term(years=5), value=stated("1.00")), window, BY_EVENT)
        assert [each.rule for each in verdict.unmet] == ["window"]

    def test_the_day_of_the_event_may_be_a_fact_of_the_proposal(self) -> None:
        unknown = attrs.evolve(BY_EVENT, on=None)
        contract = Contract("c", term=Term(years=5), value=stated("1.00"))
        authority = Authority("a", MINUTE, [AWARD], (ON_FIRST, unknown, TOTAL))
        facts = {"the new framework": LAST}
        known = judge(Proposal(AWARD, contract, facts=facts), under=authority)
        assert label(known) == "exceeds"
        assert label(judge(Proposal(AWARD, contract), under=authority)) == "undetermined"

    @pytest.mark.parametrize(
        "clauses",
        [
            (BY_EVENT,),
            (ON_FIRST, Start("other", MINUTE, last=LAST)),
            (For("for", MINUTE, {"lot": "1"}, ON_FIRST), BY_EVENT),
            # no day is left at all, which is for the list of contradictions to say
            (Start("start", MINUTE, date(2023, 4, 1)), BY_EVENT),
        ],
    )
    def test_where_a_day_is_open_it_decides_nothing(self, clauses: tuple[Clause, ...]) -> None:
        verdict = found(Contract("c", term=Term(years=5), value=stated("1.00")), *clauses)
        assert verdict.result is Result.UNDETERMINED


class TestDaysInReadingsAndLimbs:
    """The start is 1 April 2020 in one reading of the words, and 1 April 2021 in the other."""

    LATER: Final = Start("later", MINUTE, date(2021, 4, 1), date(2021, 4, 1))
    READINGS: Final = Readings(
        "readings", MINUTE, [Reading("2020", ON_FIRST), Reading("2021", LATER)]
    )
    EITHER: Final = Either("either", MINUTE, [Reading("2020", ON_FIRST), Reading("2021", LATER)])

    @pytest.mark.parametrize(
        ("term", "answer"), [(Term(years=3), "within"), (Term(years=3, days=1), "exceeds")]
    )
    def test_the_widest_of_limbs_counts(self, term: Term, answer: str) -> None:
        contract = Contract("c", term=term, value=stated("1.00"))
        assert asked(contract, self.EITHER, BY_EVENT) == answer

    @pytest.mark.parametrize(
        ("term", "answer"),
        [
            (Term(years=2), "within"),
            (Term(years=2, days=1), "ambiguous"),
            (Term(years=3), "ambiguous"),
            (Term(years=3, days=1), "exceeds"),
        ],
    )
    def test_each_of_several_readings_counts(self, term: Term, answer: str) -> None:
        contract = Contract("c", term=term, value=stated("1.00"))
        assert asked(contract, self.READINGS, BY_EVENT) == answer

    def test_a_reading_that_is_chosen_counts_alone(self) -> None:
        contract = Contract("c", term=Term(years=2, days=1), value=stated("1.00"))
        chosen = RULES.basis(readings={"readings": "2021"})
        assert label(found(contract, self.READINGS, BY_EVENT, basis=chosen)) == "exceeds"
        assert label(found(contract, self.READINGS, BY_EVENT)) == "ambiguous"

    def test_a_limb_that_leaves_it_open_leaves_it_open(self) -> None:
        limbs = [Reading("day", ON_FIRST), Reading("lot", Only("lot", MINUTE, "lot", "1"))]
        contract = Contract("c", term=Term(years=5), value=stated("1.00"), tags={"lot": "1"})
        assert found(contract, Either("e", MINUTE, limbs), BY_EVENT).unmet == ()

    def test_the_last_day_may_be_in_readings_too(self) -> None:
        other = EventBound("other", MINUTE, "the new framework", date(2024, 3, 31))
        ends = Readings("ends", MINUTE, [Reading("2023", BY_EVENT), Reading("2024", other)])
        three, four, longer = Term(years=3), Term(years=4), Term(years=4, days=1)
        for term, answer in ((three, "within"), (four, "ambiguous")):
            assert asked(Contract("c", term=term, value=stated("1.00")), ON_FIRST, ends) == answer
        verdict = found(Contract("c", term=longer, value=stated("1.00")), ON_FIRST, ends)
        assert verdict.result is Result.NOT_MET


class TestWhatIsKnownOfALengthWithoutItsEnd:
    @pytest.mark.parametrize(("months", "answer"), [(36, "within"), (37, "exceeds")])
    def test_options_alone_are_too_long_from_the_start(self, months: int, answer: str) -> None:
        option = Option(Term(months=months), stated("1.00"))
        contract = Contract("c", value=stated("1.00"), options=[option])
        steps = Steps("steps", MINUTE, [Term(months=60)])
        verdict = found(contract, NOT_BEFORE, BY_EVENT, steps)
        assert label(verdict) == answer
        assert all(each.remedy is None for each in verdict.unmet)

    @pytest.mark.parametrize(("months", "answer"), [(36, "within"), (37, "exceeds")])
    def test_so_is_an_option_taken(self, months: int, answer: str) -> None:
        authority = Authority("a", MINUTE, [MODIFY], (ON_FIRST, BY_EVENT, TOTAL))
        bare = Contract("c", value=stated("1.00"))
        takes = Taken(1, 1, Term(months=months))
        verdict = judge(Proposal(MODIFY, bare, takes=takes), under=authority)
        assert ("event" in [each.rule for each in verdict.unmet]) is (answer == "exceeds")

    @pytest.mark.parametrize(("year", "answer"), [("3", "within"), ("4", "exceeds")])
    def test_so_is_an_amount_of_a_fourth_year(self, year: str, answer: str) -> None:
        amounts = [Line(stated("1.00"), (("contract year", year),))]
        assert asked(Contract("c", amounts=amounts), ON_FIRST, BY_EVENT) == answer


class TestYearsOfAmounts:
    """An amount of a year that lies past the event is not within it, whatever the days are."""

    @staticmethod
    def of(year: str) -> Contract:
        return Contract("c", by_year=ByYear.of({year: stated("1.00")}))

    @pytest.mark.parametrize(
        ("year", "answer"), [("2022/23", "within"), ("2023/24", "out_of_period")]
    )
    def test_it_ends_by_the_event(self, year: str, answer: str) -> None:
        verdict = found(self.of(year), NOT_BEFORE, BY_EVENT)
        assert label(verdict) == answer
        assert [(each.rule, each.note) for each in verdict.unmet] == (
            [] if answer == "within" else [("event", "an amount is of 2023/24")]
        )

    @pytest.mark.parametrize("clause", [AFTER_EVENT, NOT_BEFORE])
    @pytest.mark.parametrize(
        ("year", "answer"), [("2020/21", "within"), ("2019/20", "out_of_period")]
    )
    def test_or_starts_with_it(self, clause: Clause, year: str, answer: str) -> None:
        verdict = found(self.of(year), clause, BY_LAST)
        assert label(verdict) == answer
        notes = [each.note for each in verdict.unmet]
        assert notes == ([] if answer == "within" else ["an amount is of 2019/20"])
