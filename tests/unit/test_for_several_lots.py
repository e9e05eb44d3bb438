"""Words for one lot each, and one contract for several lots: each is asked of its own part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    Delegation,
    Figure,
    Floor,
    For,
    Holder,
    Length,
    Line,
    Of,
    Only,
    Precondition,
    Step,
    Steps,
    Taken,
)
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
ONE_CAP: Final = Cap("one.cap", MINUTE, Figure.pounds("100.00"))
TWO_CAP: Final = Cap("two.cap", MINUTE, Figure.pounds("200.00"))
ONE: Final = For("one", MINUTE, {"lot": "1"}, ONE_CAP)
TWO: Final = For("two", MINUTE, {"lot": "2"}, TWO_CAP)
BY_DIRECTOR: Final = For("one.holder", MINUTE, {"lot": "1"}, Holder("h1", MINUTE, "director"))
BY_CABINET: Final = For("two.holder", MINUTE, {"lot": "2"}, Holder("h2", MINUTE, "cabinet"))
LENGTH: Final = Length("length", MINUTE, Term(years=5))


def of(pounds: str, **tags: str) -> Line:
    return Line(stated(pounds), tags)


def proposal(*amounts: Line, by: str | tuple[str, ...] | None = None, **fields: object) -> Proposal:
    contract = Contract("c", date(2024, 4, 1), date(2025, 3, 31), amounts=amounts, **fields)  # type: ignore[arg-type]
    return Proposal(AWARD, contract, by)


def judged(proposed: Proposal, *clauses: Clause, used: Used | None = None) -> Verdict:
    return judge(proposed, under=Authority("a", MINUTE, [AWARD], (LENGTH, *clauses)), used=used)


class TestAFigureForEachLot:
    @pytest.mark.parametrize(
        ("one", "two", "result"),
        [
            ("99.99", "200.00", Result.MET),
            ("100.00", "200.00", Result.MET),
            ("100.01", "1.00", Result.NOT_MET),
            ("1.00", "200.01", Result.NOT_MET),
        ],
    )
    def test_each_amount_is_held_against_that_of_its_lot(
        self, one: str, two: str, result: Result
    ) -> None:
        verdict = judged(proposal(of(one, lot="1"), of(two, lot="2")), ONE, TWO)
        assert verdict.result is result

    def test_the_verdict_says_which_amount_would_do(self) -> None:
        proposed = proposal(of("60.00", lot="1"), of("60.00", lot="1"), of("9.00", lot="2"))
        (finding,) = judged(proposed, ONE, TWO).unmet
        assert finding.rule == "one.cap"
        remedy = finding.remedy
        assert remedy is not None
        assert (remedy.field, remedy.nearest) == ("amounts[1]", Money.pounds("40.00"))
        assert judged(proposed.amended(remedy), ONE, TWO).is_met

    @pytest.mark.parametrize(("pounds", "met"), [("40.00", True), ("40.01", False)])
    def test_what_was_used_counts_for_its_own_lot(self, pounds: str, *, met: bool) -> None:
        under = Authority("a", MINUTE, [AWARD], (LENGTH, ONE, TWO))
        before = proposal(of("60.00", lot="1"), of("150.00", lot="2"))
        used = Used().after(before, under=under)
        assert used.of("one")["for lot 1", "one.cap"] == Money.pounds("60.00").in_pence
        verdict = judged(proposal(of(pounds, lot="1"), of("50.00", lot="2")), ONE, TWO, used=used)
        assert verdict.is_met is met

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [
            ("100.00", Result.MET),
            ("100.01", Result.UNDETERMINED),
            ("300.00", Result.UNDETERMINED),
            ("300.01", Result.NOT_MET),
        ],
    )
    def test_an_amount_that_names_no_lot_may_be_of_either_and_of_both(
        self, pounds: str, result: Result
    ) -> None:
        contract = Contract(
            "c",
            date(2024, 4, 1),
            date(2025, 3, 31),
            value=stated(pounds),
            tags={"lot": ("1", "2")},
        )
        verdict = judged(Proposal(AWARD, contract), ONE, TWO)
        assert verdict.result is result
        missing = [each.expected for each in verdict.missing if each.field == "contract.amounts"]
        unknown = ["how much of the amount counts here"]
        assert missing == (unknown if result is Result.UNDETERMINED else [])

    def test_a_lot_of_no_amount_is_open(self) -> None:
        tags = {"lot": ("1", "2")}
        verdict = judged(proposal(of("9.00", lot="2"), tags=tags), ONE, TWO)
        assert verdict.result is Result.UNDETERMINED
        assert verdict.unmet == ()

    def test_the_least_for_one_lot_is_held_against_its_own_amount(self) -> None:
        least = For("one", MINUTE, {"lot": "1"}, Floor("f", MINUTE, Figure.pounds("50.00")))
        for pounds, answer in (("49.99", "below_minimum"), ("50.00", "within")):
            proposed = proposal(of(pounds, lot="1"), of("100.00", lot="2"))
            total = Cap("total", MINUTE, Figure.pounds("900.00"))
            assert label(judged(proposed, least, total)) == answer
        two = proposal(of("10.00", lot="1"), of("10.00", lot="1"), of("1.00", lot="2"))
        (finding,) = judged(two, least).unmet
        assert finding.remedy is None

    def test_a_contract_for_two_lots_counts_once_for_each(self) -> None:
        most = [
            For("one", MINUTE, {"lot": "1"}, Cap("n1", MINUTE, Figure(1), of=Of.COUNT)),
            For("two", MINUTE, {"lot": "2"}, Cap("n2", MINUTE, Figure(2), of=Of.COUNT)),
        ]
        total = Cap("total", MINUTE, Figure.pounds("900.00"))
        under = Authority("a", MINUTE, [AWARD], (LENGTH, total, *most))
        both = proposal(of("1.00", lot="1"), of("1.00", lot="2"))
        used = Used().after(both, under=under)
        assert judge(proposal(of("1.00", lot="2")), under=under, used=used).is_met
        other = judge(proposal(of("1.00", lot="1")), under=under, used=used)
        assert [each.rule for each in other.unmet] == ["n1"]


class TestWhatElseALotNeeds:
    TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))

    @pytest.mark.parametrize(
        ("by", "answer"),
        [
            ("director", "wrong_holder"),
            ("cabinet", "wrong_holder"),
            (("director", "cabinet"), "within"),
        ],
    )
    def test_whoever_acts_must_hold_the_power_for_every_lot(
        self, by: str | tuple[str, ...], answer: str
    ) -> None:
        both = proposal(of("1.00", lot="1"), of("1.00", lot="2"), by=by)
        assert label(judged(both, self.TOTAL, BY_DIRECTOR, BY_CABINET)) == answer

    def test_for_one_lot_its_own_holder_is_enough(self) -> None:
        alone = proposal(of("1.00", lot="1"), by="director")
        assert label(judged(alone, self.TOTAL, BY_DIRECTOR, BY_CABINET)) == "within"

    def test_what_the_amounts_of_a_lot_are_for_is_asked_of_that_lot(self) -> None:
        breaks = For("one", MINUTE, {"lot": "1"}, Only("s", MINUTE, "service", "breaks"))
        fits = proposal(
            of("1.00", lot="1", service="breaks"), of("1.00", lot="2", service="advice")
        )
        assert label(judged(fits, self.TOTAL, breaks)) == "within"
        other = proposal(
            of("1.00", lot="1", service="advice"), of("1.00", lot="2", service="breaks")
        )
        assert label(judged(other, self.TOTAL, breaks)) == "off_purpose"
        silent = proposal(of("1.00", lot="1"), of("1.00", lot="2", service="advice"))
        assert judged(silent, self.TOTAL, breaks).result is Result.UNDETERMINED
        some = of("1.00", lot="1", service="breaks")
        partly = proposal(some, of("1.00", lot="1"), of("1.00", lot="2"))
        assert judged(partly, self.TOTAL, breaks).result is Result.UNDETERMINED

    @pytest.mark.parametrize(("by", "answer"), [("head", "within"), ("clerk", "wrong_holder")])
    def test_who_acts_by_which_power_is_that_of_the_whole(self, by: str, answer: str) -> None:
        held = For("award", MINUTE, {"power": AWARD}, Holder("h", MINUTE, "director"))
        clause = For("one", MINUTE, {"lot": "1"}, held)
        chain = [Delegation("director", "head", MINUTE, DateRange.month(2024, 3))]
        contract = Contract(
            "c",
            date(2024, 4, 1),
            date(2025, 3, 31),
            amounts=[of("1.00", lot="1"), of("1.00", lot="2")],
        )
        asked = Proposal(AWARD, contract, by, date(2024, 3, 31), chain=chain)
        assert label(judged(asked, self.TOTAL, clause)) == answer


class TestWordsForOneLotInOneArea:
    CLAUSE: Final = For(
        "f", MINUTE, {"lot": "1", "area": "north"}, Precondition("p", MINUTE, "asked")
    )
    TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))

    @pytest.mark.parametrize(
        ("amounts", "answer"),
        [
            ([{"lot": "1", "area": "north"}, {"lot": "2", "area": "south"}], "condition_unmet"),
            ([{"lot": "1", "area": "south"}, {"lot": "2", "area": "north"}], "within"),
            ([{"lot": "1"}, {"lot": "2"}], "undetermined"),
        ],
    )
    def test_it_binds_where_one_amount_is_of_both(
        self, amounts: list[dict[str, str]], answer: str
    ) -> None:
        lines = [of("1.00", **tags) for tags in amounts]
        tags = {} if "area" in amounts[0] else {"area": ("north", "south")}
        contract = Contract("c", date(2024, 4, 1), date(2025, 3, 31), amounts=lines, tags=tags)
        asked = Proposal(AWARD, contract, facts={"asked": False})
        assert label(judged(asked, self.TOTAL, self.CLAUSE)) == answer

    def test_where_no_amount_is_stated_it_is_open(self) -> None:
        tags = {"lot": ("1", "2"), "area": ("north", "south")}
        contract = Contract("c", date(2024, 4, 1), date(2025, 3, 31), tags=tags)
        asked = Proposal(AWARD, contract, facts={"asked": False})
        assert judged(asked, self.CLAUSE).result is Result.UNDETERMINED

    def test_of_several_contracts_it_is_open_which_it_binds(self) -> None:
        tags = {"lot": ("1", "2")}
        contract = Contract(
            "c", date(2024, 4, 1), date(2025, 3, 31), value=stated("1.00"), tags=tags, number=2
        )
        asked = Proposal(AWARD, contract, "clerk")
        assert judged(asked, BY_DIRECTOR).result is Result.UNDETERMINED


class TestWhatIsMissing:
    """A figure whose answer hangs on something else than VAT does not ask for the VAT."""

    def test_it_may_be_what_was_used(self) -> None:
        clause = For("one", MINUTE, {"lot": "1"}, ONE_CAP)
        under = Authority("a", MINUTE, [AWARD], (LENGTH, clause))
        used = Used().after(proposal(of("60.00")), under=under)
        verdict = judge(proposal(of("60.00", lot="1")), under=under, used=used)
        assert ("used", "how much of what was used counts here") in [
            (each.field, each.expected) for each in verdict.missing
        ]

    def test_it_may_be_the_vat_all_the_same(self) -> None:
        capped = Cap("cap", MINUTE, Figure(Price.net_of_vat(Money.pounds("100.00"))))
        verdict = judged(proposal(of("110.00")), capped)
        assert [each.field for each in verdict.missing] == ["contract.value"]


YEAR: Final = Term(years=1)
BOTH: Final = {"lot": ("1", "2")}


def step_of(pounds: str, *clauses: Clause) -> Step:
    return Step(YEAR, clauses=[Cap("step", MINUTE, Figure.pounds(pounds)), *clauses])


def options_of(lot: str, *steps: Step, in_parts: bool = False) -> For:
    about = Steps(f"steps {lot}", MINUTE, steps, in_parts=in_parts)
    return For(f"lot {lot}", MINUTE, {"lot": lot}, about)


class TestAnOptionOfSeveralLots:
    """Of lot 1 an option may cost £900, and of lot 2 £300."""

    CLAUSES: Final = (options_of("1", step_of("900.00")), options_of("2", step_of("300.00")))
    SUMS: Final = pytest.mark.parametrize(
        ("pounds", "result"),
        [
            ("300.00", Result.MET),
            ("300.01", Result.UNDETERMINED),
            ("1199.99", Result.UNDETERMINED),
            ("1200.00", Result.UNDETERMINED),
            ("1200.01", Result.NOT_MET),
        ],
    )

    @staticmethod
    def contract(*pounds: str) -> Contract:
        options = [Option(YEAR, stated(each)) for each in pounds]
        return Contract("c", term=YEAR, value=stated("2.00"), tags=BOTH, options=options)

    @staticmethod
    def under(*clauses: Clause) -> Authority:
        firm, total = Length("firm", MINUTE, YEAR, of="firm"), Figure.pounds("9000000.00")
        return Authority("a", MINUTE, (AWARD, EXTEND), (firm, Cap("t", MINUTE, total), *clauses))

    @SUMS
    def test_it_costs_no_more_than_both_together(self, pounds: str, result: Result) -> None:
        under = self.under(*self.CLAUSES)
        contract = self.contract(pounds)
        for asked in (Proposal(AWARD, contract), Proposal.exercising(contract)):
            assert judge(asked, under=under).result is result

    @SUMS
    def test_so_it_does_where_it_is_stated_apart(self, pounds: str, result: Result) -> None:
        contract = Contract("c", value=stated(pounds), tags=BOTH)
        asked = Proposal(EXTEND, contract, takes=Taken(1, term=YEAR))
        assert judge(asked, under=self.under(*self.CLAUSES)).result is result

    @SUMS
    def test_so_it_does_where_the_step_names_the_lots(self, pounds: str, result: Result) -> None:
        caps = [
            Cap(lot, MINUTE, Figure.pounds(most), where={"lot": lot})
            for lot, most in (("1", "900.00"), ("2", "300.00"))
        ]
        under = self.under(Steps("steps", MINUTE, [Step(YEAR, clauses=caps)]))
        assert judge(Proposal(AWARD, self.contract(pounds)), under=under).result is result

    @SUMS
    def test_so_it_does_where_it_may_be_taken_in_one_part(
        self, pounds: str, result: Result
    ) -> None:
        parts = [
            options_of("1", step_of("900.00"), in_parts=True),
            options_of("2", step_of("300.00"), in_parts=True),
        ]
        asked = Proposal(AWARD, self.contract(pounds))
        assert judge(asked, under=self.under(*parts)).result is result

    def test_the_finding_names_the_option_and_the_lots(self) -> None:
        asked = Proposal(AWARD, self.contract("1200.01"))
        (finding,) = judge(asked, under=self.under(*self.CLAUSES)).unmet
        assert finding.title == "Value, option 1, lot 1, 2 together"
        assert finding.permitted == Money.pounds("1200.00")
        assert finding.remedy is None

    @pytest.mark.parametrize(
        ("first", "second", "result"),
        [
            ("1200.00", "150.00", Result.UNDETERMINED),
            ("1200.01", "0.00", Result.NOT_MET),
            ("1.00", "150.01", Result.NOT_MET),
        ],
    )
    def test_each_option_is_held_against_its_own_step(
        self, first: str, second: str, result: Result
    ) -> None:
        clauses = (
            options_of("1", step_of("900.00"), step_of("100.00")),
            options_of("2", step_of("300.00"), step_of("50.00")),
        )
        asked = Proposal(AWARD, self.contract(first, second))
        assert judge(asked, under=self.under(*clauses)).result is result

    def test_what_two_steps_hold_together_is_open_of_each(self) -> None:
        several = (
            options_of("1", step_of("900.00"), step_of("100.00"), in_parts=True),
            options_of("2", step_of("300.00"), in_parts=True),
        )
        once = [options_of(lot, step_of("900.00"), in_parts=True) for lot in ("1", "2")]
        taken = Proposal.exercising(self.contract("1200.01", "1200.00"))
        assert judge(taken, under=self.under(*once)).result is Result.UNDETERMINED
        for pounds in ("1200.01", "1300.00"):
            asked = Proposal(AWARD, self.contract(pounds))
            assert judge(asked, under=self.under(*several)).result is Result.UNDETERMINED
        joint = (
            options_of("1", step_of("900.00"), step_of("100.00")),
            options_of("2", step_of("300.00"), step_of("50.00")),
        )
        contract = Contract("c", value=stated("1350.00"), tags=BOTH)
        asked = Proposal(EXTEND, contract, takes=Taken(1, 2, Term(years=2)))
        assert judge(asked, under=self.under(*joint)).result is Result.UNDETERMINED


class TestWhatIsHeldTogether:
    @staticmethod
    def asked(pounds: str, *clauses: Clause, **about: object) -> Result:
        contract = Contract("c", term=YEAR, value=stated(pounds), tags=BOTH, **about)  # type: ignore[arg-type]
        return judged(Proposal(AWARD, contract), *clauses).result

    @pytest.mark.parametrize(
        ("power", "result"), [(AWARD, Result.NOT_MET), (EXTEND, Result.UNDETERMINED)]
    )
    def test_words_for_another_power_bound_nothing(self, power: str, result: Result) -> None:
        total = Cap("total", MINUTE, Figure.pounds("9000.00"))
        both = For("both", MINUTE, {"power": power}, (ONE, TWO))
        other = Result.MET if power == EXTEND else result
        assert self.asked("300.01", both, total) is other
        split = (
            For("p1", MINUTE, {"power": power, "lot": "1"}, ONE_CAP),
            For("p2", MINUTE, {"power": AWARD, "lot": "2"}, TWO_CAP),
        )
        assert self.asked("300.01", *split, total) is result

    def test_of_two_figures_for_one_lot_the_less_counts(self) -> None:
        higher = For("higher", MINUTE, {"lot": "1"}, Cap("h", MINUTE, Figure.pounds("500.00")))
        for clauses in ((ONE, higher, TWO), (higher, ONE, TWO)):
            assert self.asked("300.00", *clauses) is Result.UNDETERMINED
            assert self.asked("300.01", *clauses) is Result.NOT_MET

    def test_figures_of_lots_and_areas_at_once_are_of_neither_alone(self) -> None:
        apart = [
            For(f"f{lot}", MINUTE, {"lot": lot, "area": "north"}, ONE_CAP) for lot in ("1", "2")
        ]
        total = Cap("total", MINUTE, Figure.pounds("9000.00"))
        assert self.asked("200.01", *apart, total) is Result.UNDETERMINED

    def test_a_lot_without_a_figure_bounds_nothing(self) -> None:
        total = Cap("total", MINUTE, Figure.pounds("9000.00"))
        tags = {"lot": ("1", "2", "3")}
        contract = Contract("c", term=YEAR, value=stated("300.01"), tags=tags)
        assert judged(Proposal(AWARD, contract), ONE, TWO, total).result is Result.UNDETERMINED

    def test_figures_that_cannot_be_added_are_not(self) -> None:
        net = Cap("n", MINUTE, Figure(Price.net_of_vat(Money.pounds("200.00"))))
        gross = Cap("g", MINUTE, Figure(Price.including_vat(Money.pounds("100.00"))))
        clauses = (
            For("one", MINUTE, {"lot": "1"}, gross),
            For("two", MINUTE, {"lot": "2"}, net),
        )
        assert self.asked("900.01", *clauses) is Result.UNDETERMINED

    @pytest.mark.parametrize(
        ("pounds", "result"), [("240.00", Result.UNDETERMINED), ("240.01", Result.NOT_MET)]
    )
    def test_what_was_used_of_a_lot_is_not_there(self, pounds: str, result: Result) -> None:
        under = Authority("a", MINUTE, [AWARD], (LENGTH, ONE, TWO))
        used = Used().after(proposal(of("60.00", lot="1")), under=under)
        contract = Contract("c", term=YEAR, value=stated(pounds), tags=BOTH)
        found = judge(Proposal(AWARD, contract, reference="d"), under=under, used=used)
        assert found.result is result
