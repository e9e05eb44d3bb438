"""What several clauses say together of what a proposal leaves out, where none says it alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.kit import label, net, stated, worth

from carerslib import explain
from carerslib.awards import AWARD, EXTEND, GRANT, RULES, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    EventBound,
    Figure,
    Floor,
    For,
    Length,
    Line,
    Of,
    Only,
    Reading,
    Readings,
    Share,
    Start,
    Step,
    Steps,
    Taken,
    Unlimited,
    Window,
    numbered,
    one_or_several,
)
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Result

if TYPE_CHECKING:
    from carerslib.awards import Power
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
FIRST: Final = date(2024, 4, 1)
LAST: Final = date(2029, 3, 31)
DAY_AFTER: Final = date(2029, 4, 1)


def months(number: int, days: int = 0) -> Term:
    return Term(months=number, days=days)


def found(contract: Contract, *clauses: Clause, power: Power = AWARD, **known: object) -> Verdict:
    authority = Authority("a", MINUTE, [AWARD, EXTEND, GRANT], clauses)
    used = known.pop("used", None)
    proposal = Proposal(power, contract, **known)  # type: ignore[arg-type]
    return judge(proposal, under=authority, used=used)  # type: ignore[arg-type]


def asked(contract: Contract, *clauses: Clause, power: Power = AWARD, **known: object) -> str:
    return label(found(contract, *clauses, power=power, **known))


class TestALengthForAllUnderAFirmTermAndOptions:
    """Three years firm and twice a year more; the words set no length for all."""

    FIRM: Final = Length("firm", MINUTE, months(36), of="firm")
    OPTIONS: Final = Steps("options", MINUTE, [months(12)] * 2)

    @staticmethod
    def in_all(last: date) -> Contract:
        return Contract("c", FIRST, last, in_all=True)

    @pytest.mark.parametrize("options", [OPTIONS, one_or_several("o", MINUTE, [months(12)] * 2)])
    @pytest.mark.parametrize(
        ("last", "answer"),
        [(date(2029, 3, 30), "within"), (LAST, "within"), (DAY_AFTER, "exceeds")],
    )
    def test_it_is_no_longer_than_both_together(
        self, options: Clause, last: date, answer: str
    ) -> None:
        assert asked(self.in_all(last), self.FIRM, options) == answer

    def test_the_verdict_says_so_and_gives_the_day_that_would_do(self) -> None:
        verdict = found(self.in_all(DAY_AFTER), self.FIRM, self.OPTIONS)
        (finding,) = verdict.unmet
        assert finding.aspect is Aspect.LENGTH
        assert finding.title == "Length with the options"
        assert finding.note == "the longest firm term and options together"
        assert str(finding.remedy) == "end on or before 31 March 2029"

    def test_of_two_firm_terms_the_shorter_binds_in_whatever_order_they_stand(self) -> None:
        longer = Length("longer", MINUTE, months(48), of="firm")
        for last, answer in ((LAST, "within"), (DAY_AFTER, "exceeds")):
            for firm in ((self.FIRM, longer), (longer, self.FIRM)):
                assert asked(self.in_all(last), *firm, self.OPTIONS) == answer

    @pytest.mark.parametrize("takes", [Taken(1), Taken(1, 1, months(12))])
    @pytest.mark.parametrize(
        ("last", "answer"), [(date(2028, 3, 31), "within"), (date(2028, 4, 1), "exceeds")]
    )
    def test_with_the_first_option_it_is_no_longer_than_the_firm_term_and_that_one(
        self, takes: Taken, last: date, answer: str
    ) -> None:
        start = Start("start", MINUTE, FIRST, FIRST)
        contract = Contract("c", FIRST, last)
        words = (self.FIRM, self.OPTIONS, start)
        assert asked(contract, *words, power=EXTEND, takes=takes) == answer
        both = attrs.evolve(takes, number=2)
        assert asked(contract, *words, power=EXTEND, takes=both) == "within"

    def test_a_length_of_its_own_answers_instead(self) -> None:
        whole = Length("whole", MINUTE, months(48))
        assert asked(self.in_all(LAST), self.FIRM, self.OPTIONS, whole) == "exceeds"
        longer = Length("whole", MINUTE, months(72))
        assert asked(self.in_all(DAY_AFTER), self.FIRM, self.OPTIONS, longer) == "within"

    @pytest.mark.parametrize(
        "clauses",
        [
            (Length("firm", MINUTE, None, of="firm"), OPTIONS),
            (FIRM, Steps("options", MINUTE, [Step(None)])),
        ],
    )
    def test_a_length_that_is_not_known_decides_nothing(self, clauses: tuple[Clause, ...]) -> None:
        assert asked(self.in_all(LAST), *clauses) == "undetermined"

    @pytest.mark.parametrize(
        ("last", "answer"),
        [
            (date(2028, 3, 31), "within"),
            (date(2028, 4, 1), "ambiguous"),
            (date(2029, 3, 31), "ambiguous"),
            (date(2029, 4, 1), "exceeds"),
        ],
    )
    def test_options_read_in_two_ways_are_held_in_each(self, last: date, answer: str) -> None:
        one, two = (Steps(str(number), MINUTE, [months(12 * number)]) for number in (1, 2))
        words = Readings("options", MINUTE, [Reading("one", one), Reading("two", two)])
        assert asked(self.in_all(last), self.FIRM, words) == answer

    def test_options_in_one_reading_alone_are_no_options(self) -> None:
        words = [
            Reading("with", self.OPTIONS),
            Reading("without", Only("s", MINUTE, "service", "breaks")),
        ]
        contract = Contract("c", FIRST, LAST, in_all=True, tags={"service": "breaks"})
        assert asked(contract, self.FIRM, Readings("r", MINUTE, words)) == "ambiguous"

    def test_options_are_not_allowed_by_words_on_the_firm_term_alone(self) -> None:
        firm = Contract("c", FIRST, term=months(36))
        with_option = Contract("c", FIRST, term=months(36), options=[Option(months(120))])
        assert asked(firm, self.FIRM) == "within"
        assert asked(with_option, self.FIRM) == "undetermined"
        assert asked(self.in_all(LAST), self.FIRM) == "undetermined"
        assert asked(with_option, self.FIRM, self.OPTIONS) == "exceeds"
        ten_years = Option(months(12))
        assert asked(Contract("c", FIRST, term=months(36), options=[ten_years]), self.FIRM) == (
            "undetermined"
        )

    @pytest.mark.parametrize(
        ("last", "answer"),
        [(LAST, "within"), (DAY_AFTER, "exceeds"), (date(2040, 3, 31), "exceeds")],
    )
    def test_an_extension_to_a_last_day_is_no_longer_either(self, last: date, answer: str) -> None:
        start = Start("start", MINUTE, FIRST, FIRST)
        contract = Contract("c", last_day=last)
        assert asked(contract, start, self.FIRM, self.OPTIONS, power=EXTEND) == answer
        assert asked(contract, self.FIRM, self.OPTIONS, power=EXTEND) == "undetermined"

    @pytest.mark.parametrize(("year", "answer"), [("5", "within"), ("6", "exceeds")])
    def test_a_sixth_year_is_in_neither(self, year: str, answer: str) -> None:
        contract = Contract("c", amounts=[Line(stated("1.00"), (("contract year", year),))])
        total = Cap("total", MINUTE, worth("9.00"))
        assert asked(contract, self.FIRM, self.OPTIONS, total) == answer

    def test_options_that_do_not_count_yet_ask_for_none(self) -> None:
        contract = Contract("c", FIRST, term=months(36), options=[Option(months(12))])
        authority = Authority("a", MINUTE, AWARD, self.FIRM)
        exercised = RULES.basis(conventions={"counts options": "as exercised"})
        verdict = judge(Proposal(AWARD, contract), under=authority, basis=exercised)
        assert label(verdict) == "within"


class TestALengthThatMayHoldTheOptionTaken:
    """Three firm years, and an option taken up of which only the length of both is stated."""

    FIRM: Final = Length("firm", MINUTE, months(36), of="firm")
    OPTION: Final = Steps("options", MINUTE, [months(12)])
    BREAKS: Final = Only("s", MINUTE, "service", "breaks")
    NEXT: Final = Taken()

    @staticmethod
    def long(number: int) -> Contract:
        return Contract("c", FIRST, term=months(number), tags={"lot": "1", "service": "breaks"})

    @pytest.mark.parametrize("takes", [NEXT, Taken(term=months(12)), Taken(1)])
    @pytest.mark.parametrize(
        ("number", "answer"), [(36, "within"), (48, "within"), (49, "exceeds")]
    )
    def test_an_extension_is_no_longer_than_both_together(
        self, takes: Taken, number: int, answer: str
    ) -> None:
        start = Window("start", MINUTE, first=FIRST)
        made = asked(self.long(number), self.FIRM, self.OPTION, start, power=EXTEND, takes=takes)
        assert made == answer
        # where no words say when it starts, it may be the option alone that is so long
        made = asked(self.long(number), self.FIRM, self.OPTION, power=EXTEND, takes=takes)
        assert made == ("undetermined" if takes.term is None and number < 49 else answer)

    @pytest.mark.parametrize(("number", "answer"), [(36, "within"), (37, "undetermined")])
    def test_of_anything_else_it_is_open_how_much_is_firm(self, number: int, answer: str) -> None:
        whole = Length("whole", MINUTE, months(48))
        verdict = found(self.long(number), self.FIRM, self.OPTION, whole, takes=self.NEXT)
        assert label(verdict) == answer
        if number > 36:
            (missing,) = verdict.on(Aspect.LENGTH).missing
            assert str(missing) == "contract.options (the option taken, apart from the firm term)"

    @pytest.mark.parametrize(
        "clauses",
        [
            (FIRM,),
            (FIRM, Window("days", MINUTE, FIRST, date(2040, 3, 31))),
            (For("lot", MINUTE, {"lot": "1"}, [FIRM]),),
            (
                Readings(
                    "r",
                    MINUTE,
                    [
                        Reading("three years", FIRM),
                        Reading("two", Length("two", MINUTE, months(24), of="firm")),
                    ],
                ),
            ),
        ],
        ids=["alone", "beside days", "for a lot", "in readings"],
    )
    def test_no_words_on_the_options_are_no_leave(self, clauses: tuple[Clause, ...]) -> None:
        assert asked(self.long(37), *clauses, power=EXTEND, takes=self.NEXT) == "undetermined"
        last = Contract("c", last_day=LAST, tags={"lot": "1"})
        assert asked(last, *clauses, power=EXTEND, takes=self.NEXT) == "undetermined"

    def test_words_on_the_options_that_give_no_sum_leave_it_open(self) -> None:
        for_some = For("grant", MINUTE, {"source": "grant"}, [self.OPTION])
        verdict = found(self.long(49), self.FIRM, for_some, power=EXTEND, takes=self.NEXT)
        assert label(verdict) == "undetermined"
        assert "Length with the option" in {each.title for each in verdict.findings}
        either = Readings(
            "r",
            MINUTE,
            [
                Reading("a year", self.OPTION),
                Reading("half", Steps("half", MINUTE, [months(6)])),
            ],
        )
        for length, answer in ((48, "ambiguous"), (49, "exceeds")):
            asking = asked(self.long(length), self.FIRM, either, power=EXTEND, takes=self.NEXT)
            assert asking == answer

    @pytest.mark.parametrize(
        "clauses",
        [
            (FIRM, Length("whole", MINUTE, months(60))),
            (FIRM, Unlimited("u", MINUTE, "period")),
            (
                Length("whole", MINUTE, months(60)),
                For("lot", MINUTE, {"lot": "2"}, [FIRM]),
            ),
        ],
        ids=["a length for all", "no limit in the words", "another lot"],
    )
    def test_a_length_for_all_answers_instead(self, clauses: tuple[Clause, ...]) -> None:
        assert asked(self.long(60), *clauses, power=EXTEND, takes=self.NEXT) == "within"


class TestALastDayWithNoFirstDay:
    """Five years, as far as the words say from when."""

    FIVE: Final = Length("length", MINUTE, months(60))
    STARTS: Final = Start("start", MINUTE, FIRST, FIRST)
    DAYS: Final = Window("days", MINUTE, FIRST, date(2030, 3, 31))

    @pytest.mark.parametrize("power", [AWARD, EXTEND])
    @pytest.mark.parametrize(
        ("last", "answer"),
        [(date(2029, 3, 30), "within"), (LAST, "within"), (DAY_AFTER, "exceeds")],
    )
    def test_a_stated_start_says_how_long_it_is(
        self, power: Power, last: date, answer: str
    ) -> None:
        contract = Contract("c", last_day=last)
        assert asked(contract, self.STARTS, self.FIVE, power=power) == answer

    def test_the_finding_says_from_when_it_is_counted(self) -> None:
        verdict = found(Contract("c", last_day=DAY_AFTER), self.STARTS, self.FIVE)
        (finding,) = verdict.unmet
        assert finding.note == "from the days on which the words let it start"
        assert str(finding.remedy) == "end on or before 31 March 2029"

    @pytest.mark.parametrize(("last", "answer"), [(LAST, "within"), (DAY_AFTER, "undetermined")])
    def test_of_days_to_start_on_the_earliest_makes_it_longest(
        self, last: date, answer: str
    ) -> None:
        assert asked(Contract("c", last_day=last), self.DAYS, self.FIVE) == answer

    def test_a_start_in_a_month_leaves_the_days_between_open(self) -> None:
        april = Start("start", MINUTE, FIRST, date(2024, 4, 30))
        answers = [
            asked(Contract("c", last_day=last), april, self.FIVE)
            for last in (LAST, DAY_AFTER, date(2029, 4, 29), date(2029, 4, 30))
        ]
        assert answers == ["within", "undetermined", "undetermined", "exceeds"]

    def test_with_no_start_in_the_words_it_is_open(self) -> None:
        assert asked(Contract("c", last_day=LAST), self.FIVE) == "undetermined"
        ends = Window("days", MINUTE, last=LAST)
        assert asked(Contract("c", last_day=LAST), ends, self.FIVE) == "undetermined"
        assert asked(Contract("c", last_day=LAST), ends) == "within"

    def test_a_length_that_was_not_published_decides_nothing(self) -> None:
        contract = Contract("c", last_day=LAST)
        assert asked(contract, self.STARTS, Length("l", MINUTE, None)) == "undetermined"

    def test_a_length_that_is_stated_needs_no_start(self) -> None:
        contract = Contract("c", term=months(60), last_day=date(2031, 3, 31))
        assert asked(contract, self.STARTS, self.FIVE) == "within"

    def test_what_ends_before_it_may_start_is_out_of_period(self) -> None:
        before = Contract("c", last_day=date(2024, 3, 31))
        assert asked(before, self.DAYS) == "out_of_period"
        assert asked(before, self.STARTS, self.FIVE) == "out_of_period"
        on_it = Contract("c", last_day=FIRST)
        assert asked(on_it, self.DAYS) == "within"
        assert asked(on_it, self.STARTS, self.FIVE) == "within"

    def test_there_is_no_day_to_start_on_that_would_mend_it(self) -> None:
        for clause in (self.DAYS, self.STARTS):
            (finding,) = found(Contract("c", last_day=date(2024, 3, 31)), clause).unmet
            assert finding.remedy is None

    def test_an_option_too_early_for_the_firm_term_leaves_it_open(self) -> None:
        contract = Contract("c", term=months(36), options=[Option(last_day=date(2026, 3, 31))])
        assert asked(contract, self.STARTS, self.FIVE) == "undetermined"

    def test_how_much_of_an_extension_is_firm_is_not_asked(self) -> None:
        firm = Length("firm", MINUTE, months(36), of="firm")
        contract = Contract("c", last_day=LAST)
        assert asked(contract, self.STARTS, self.FIVE, firm, power=EXTEND) == "within"
        assert asked(contract, self.STARTS, self.FIVE, firm) == "exceeds"
        assert asked(contract, self.STARTS, firm, power=EXTEND) == "undetermined"
        options = Steps("options", MINUTE, [months(12)] * 2)
        assert asked(contract, self.STARTS, firm, options, power=EXTEND) == "within"

    def test_a_length_for_some_is_asked_of_these(self) -> None:
        pilots = For("pilots", MINUTE, {"kind": "pilot"}, self.FIVE)
        contract = Contract("c", last_day=DAY_AFTER)
        assert asked(contract, self.STARTS, pilots) == "undetermined"
        pilot = Contract("c", last_day=LAST, tags={"kind": "pilot"})
        assert asked(pilot, self.STARTS, pilots) == "within"
        other = Contract("c", last_day=DAY_AFTER, tags={"kind": "other"})
        days = Window("days", MINUTE, FIRST, date(2031, 3, 31))
        assert asked(other, days, pilots) == "within"


class TestAnOptionThatNothingNames:
    DAYS: Final = Window("days", MINUTE, FIRST, LAST)

    def take(self, taken: Taken, *clauses: Clause, **about: object) -> str:
        contract = Contract("c", last_day=LAST, **about)  # type: ignore[arg-type]
        return asked(contract, self.DAYS, *clauses, power=EXTEND, takes=taken)

    def test_its_number_is_open(self) -> None:
        assert self.take(Taken(number=7)) == "undetermined"
        assert self.take(Taken(times=2)) == "undetermined"

    def test_an_option_of_no_number_is_not_asked_for_one(self) -> None:
        assert self.take(Taken()) == "within"

    def test_options_in_the_words_answer(self) -> None:
        steps = Steps("s", MINUTE, [months(12)] * 2)
        assert self.take(Taken(number=1), steps) == "within"
        assert self.take(Taken(number=3), steps) == "exceeds"

    def test_so_does_a_figure_for_one_or_words_that_set_no_limit(self) -> None:
        second = Cap("second", MINUTE, Figure.pounds("50.00"), where={"option": "2"})
        assert self.take(Taken(number=2), second) == "within"
        assert self.take(Taken(number=2), Unlimited("u", MINUTE, "period")) == "within"

    def test_so_does_the_contract_that_has_it(self) -> None:
        contract = Contract("c", FIRST, term=months(36), options=[Option(months(12))] * 2)
        assert asked(contract, self.DAYS, power=EXTEND, takes=Taken(number=2)) == "within"
        assert asked(contract, self.DAYS, power=EXTEND, takes=Taken(number=3)) == "undetermined"

    def test_the_days_of_an_option_are_no_firm_term(self) -> None:
        firm = Length("firm", MINUTE, months(36), of="firm")
        steps = Steps("s", MINUTE, [months(12)] * 2)
        from_the_start = Contract("c", FIRST, LAST)
        takes = Taken(1, 2, months(24))
        assert asked(from_the_start, self.DAYS, firm, steps, power=EXTEND, takes=takes) == "within"
        assert asked(from_the_start, self.DAYS, firm, steps, power=EXTEND) == "within"


class TestAnAmountOfSeveralParts:
    """£100, £90 and £80 in three years that follow one another, and no figure for all."""

    YEARS: Final = {"2024/25": "100.00", "2025/26": "90.00", "2026/27": "80.00"}
    CAPS: Final[tuple[Clause, ...]] = tuple(
        Cap(year, MINUTE, worth(most), where={"year": year}) for year, most in YEARS.items()
    )
    LONGEST: Final = Length("length", MINUTE, months(36))

    def award(self, pounds: str, last: date, *clauses: Clause) -> str:
        contract = Contract("c", FIRST, last, value=stated(pounds))
        return asked(contract, *self.CAPS, *clauses, self.LONGEST)

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("269.99", "within"), ("270.00", "within"), ("270.01", "exceeds")]
    )
    def test_their_figures_together_bound_it(self, pounds: str, answer: str) -> None:
        assert self.award(pounds, date(2027, 3, 31)) == answer

    @pytest.mark.parametrize(("pounds", "answer"), [("190.00", "within"), ("190.01", "exceeds")])
    def test_only_those_that_it_touches_count(self, pounds: str, answer: str) -> None:
        total = Cap("total", MINUTE, worth("270.00"))
        assert self.award(pounds, date(2026, 3, 31)) == answer
        assert self.award(pounds, date(2026, 3, 31), total) == answer

    def test_a_year_without_a_figure_leaves_it_open(self) -> None:
        contract = Contract("c", date(2025, 4, 1), date(2028, 3, 31), value=stated("170.00"))
        assert asked(contract, *self.CAPS, self.LONGEST) == "undetermined"

    def test_a_price_of_no_known_years_is_inside_where_any_of_them_would_hold_it(self) -> None:
        for pounds, answer in (("80.00", "within"), ("80.01", "undetermined")):
            contract = Contract("c", term=months(36), value=stated(pounds))
            assert asked(contract, *self.CAPS, self.LONGEST) == answer

    def test_a_total_of_its_own_answers_for_it(self) -> None:
        total = Cap("total", MINUTE, worth("270.00"))
        for pounds, answer in (("270.00", "within"), ("270.01", "exceeds")):
            contract = Contract("c", term=months(36), value=stated(pounds))
            assert asked(contract, *self.CAPS, total, self.LONGEST) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"),
        [("169.99", "undetermined"), ("170.00", "undetermined"), ("170.01", "exceeds")],
    )
    def test_what_was_used_of_a_year_is_not_there_for_it(self, pounds: str, answer: str) -> None:
        contract = Contract("c", FIRST, date(2027, 3, 31), value=stated(pounds))
        used = Used.stated({"2024/25": Money.pounds("100.00")})
        assert asked(contract, *self.CAPS, self.LONGEST, used=used) == answer

    def test_the_finding_names_them(self) -> None:
        contract = Contract("c", FIRST, date(2027, 3, 31), value=stated("270.01"))
        verdict = found(contract, *self.CAPS, self.LONGEST)
        words = "Value, year 2024/25, 2025/26, 2026/27 together"
        assert [each.title for each in verdict.unmet] == [words]
        assert words in explain.as_text(verdict)

    @pytest.mark.parametrize(("pounds", "answer"), [("190.00", "within"), ("190.01", "exceeds")])
    def test_lots_are_bound_as_years_are(self, pounds: str, answer: str) -> None:
        caps = [
            Cap(lot, MINUTE, Figure(net(most)), where={"lot": lot})
            for lot, most in (("1", "100.00"), ("2", "90.00"))
        ]
        both = Contract("c", value=net(pounds), tags={"lot": ["1", "2"]})
        assert asked(both, *caps) == answer

    def test_lots_that_are_not_named_are_those_of_the_words(self) -> None:
        caps = [
            Cap(lot, MINUTE, worth(most), where={"lot": lot})
            for lot, most in (("1", "100.00"), ("2", "90.00"))
        ]
        either = Only("lot", MINUTE, "lot", ["1", "2"])
        answers = {
            pounds: asked(Contract("c", value=stated(pounds)), *caps, either)
            for pounds in ("90.00", "90.01", "190.00", "190.01")
        }
        assert answers == {
            "90.00": "within",
            "90.01": "undetermined",
            "190.00": "undetermined",
            "190.01": "exceeds",
        }
        assert asked(Contract("c", value=stated("190.01")), *caps) == "undetermined"

    def test_less_than_each_of_them_is_less_than_all(self) -> None:
        caps = [
            Cap(lot, MINUTE, worth(most), where={"lot": lot}, strict=True)
            for lot, most in (("1", "100.00"), ("2", "90.00"))
        ]
        both = Contract("c", value=stated("190.00"), tags={"lot": ["1", "2"]})
        assert asked(both, *caps) == "exceeds"

    def test_figures_on_different_bases_have_no_sum(self) -> None:
        caps = [
            Cap("1", MINUTE, Figure(net("100.00")), where={"lot": "1"}),
            Cap("2", MINUTE, worth("90.00"), where={"lot": "2"}),
        ]
        both = Contract("c", value=stated("500.00"), tags={"lot": ["1", "2"]})
        assert found(both, *caps).result is Result.UNDETERMINED

    def test_an_amount_that_is_placed_is_held_against_its_own_figure(self) -> None:
        lines = [Line(stated(most), (("year", year),)) for year, most in self.YEARS.items()]
        contract = Contract("c", FIRST, date(2027, 3, 31), amounts=lines)
        assert found(contract, *self.CAPS, self.LONGEST).result is Result.MET

    @pytest.mark.parametrize(("pounds", "answer"), [("150.00", "within"), ("150.01", "exceeds")])
    def test_figures_with_vat_and_without_bound_it_on_the_basis_that_is_stated(
        self, pounds: str, answer: str
    ) -> None:
        caps = [
            Cap(
                lot,
                MINUTE,
                Figure(Price.both(net=Money.pounds(most), gross=Money.pounds(gross))),
                where={"lot": lot},
            )
            for lot, most, gross in (("1", "100.00", "120.00"), ("2", "50.00", "60.00"))
        ]
        both = Contract("c", value=net(pounds), tags={"lot": ["1", "2"]})
        assert asked(both, *caps) == answer

    def test_vat_that_can_be_read_in_two_ways_keeps_both(self) -> None:
        caps = [Cap(lot, MINUTE, worth("100.00"), where={"lot": lot}) for lot in ("1", "2")]
        price = Contract("c", value=net("200.01"), tags={"lot": ["1", "2"]})
        assert asked(price, *caps) == "exceeds"


class TestSeveralContractsAlike:
    """Grants of at most £250.00 each, ten of them at once."""

    EACH: Final = Cap("each", MINUTE, Figure.pounds("250.00"), per=("contract",))
    TOTAL: Final = Cap("total", MINUTE, Figure.pounds("9000.00"))

    @pytest.mark.parametrize(
        ("pounds", "result", "answer"),
        [
            ("2499.99", Result.UNDETERMINED, "within"),
            ("2500.00", Result.UNDETERMINED, "within"),
            ("2500.01", Result.NOT_MET, "exceeds"),
        ],
    )
    def test_one_at_least_is_too_much_where_all_are(
        self, pounds: str, result: Result, answer: str
    ) -> None:
        ten = Contract("grants", value=stated(pounds), number=10)
        verdict = found(ten, self.EACH, self.TOTAL, power=GRANT)
        assert (verdict.result, label(verdict)) == (result, answer)

    def test_what_is_open_is_the_amount_of_each(self) -> None:
        ten = Contract("grants", value=stated("2500.00"), number=10)
        verdict = found(ten, self.EACH, self.TOTAL, power=GRANT)
        assert [str(each) for each in verdict.missing if "amounts" in each.field] == [
            "contract.amounts (the amount of each contract)"
        ]

    def test_the_finding_says_how_many_they_are(self) -> None:
        ten = Contract("grants", value=stated("2500.01"), number=10)
        (finding,) = found(ten, self.EACH, self.TOTAL, power=GRANT).unmet
        assert finding.title == "Value per contract, 10 together"

    @pytest.mark.parametrize(("last", "answer"), [("250.00", "within"), ("250.01", "exceeds")])
    def test_amounts_that_name_their_contract_are_each_held_against_it(
        self, last: str, answer: str
    ) -> None:
        pounds = ["250.00"] * 9 + [last]
        lines = [
            Line(stated(each), (("contract", str(number)),)) for number, each in enumerate(pounds)
        ]
        ten = Contract("grants", amounts=lines, number=10)
        verdict = found(ten, self.EACH, self.TOTAL, power=GRANT)
        assert label(verdict) == answer
        assert verdict.result is not Result.UNDETERMINED

    def test_one_contract_is_not_divided_by_naming_parts_of_it(self) -> None:
        lines = [Line(stated("250.00"), (("contract", name),)) for name in ("a", "b")]
        one = Contract("grant", amounts=lines)
        assert asked(one, self.EACH, self.TOTAL, power=GRANT) == "exceeds"

    @pytest.mark.parametrize(("pounds", "answer"), [("500.00", "within"), ("500.01", "exceeds")])
    def test_a_figure_for_a_part_bounds_it_by_the_years_of_its_length(
        self, pounds: str, answer: str
    ) -> None:
        lot = Cap("lot", MINUTE, worth("100.00"), per=("contract year",), where={"lot": "1"})
        five = Contract("c", term=months(60), value=stated(pounds), tags={"lot": "1"})
        assert asked(five, lot, self.TOTAL, Length("l", MINUTE, months(60))) == answer

    def test_what_does_not_count_bursts_nothing(self) -> None:
        lot = Cap("lot", MINUTE, worth("100.00"), per=("contract",), where={"lot": "1"})
        ten = Contract("c", value=stated("5000.00"), tags={"lot": "2"}, number=10)
        assert asked(ten, lot, self.TOTAL) == "within"


def test_days_known_to_a_range_are_no_days_left_out() -> None:
    spring = Contract("c", DateRange(FIRST, date(2024, 6, 30)), date(2029, 3, 31))
    assert asked(spring, Length("l", MINUTE, months(60))) == "within"


class TestAYearThatTheWordsDoNotReach:
    """Three financial years, by their days or by a figure for each."""

    DAYS: Final = Window("days", MINUTE, FIRST, date(2027, 3, 31))
    TOTAL: Final = Cap("total", MINUTE, worth("270.00"))

    @staticmethod
    def of_year(year: str) -> Contract:
        return Contract("c", amounts=[Line(stated("1.00"), (("year", year),))])

    @pytest.mark.parametrize(
        ("year", "answer"),
        [
            ("2023/24", "out_of_period"),
            ("2024/25", "within"),
            ("2026/27", "within"),
            ("2027/28", "out_of_period"),
        ],
    )
    def test_an_amount_of_a_year_before_or_after_the_days_is_out_of_period(
        self, year: str, answer: str
    ) -> None:
        assert asked(self.of_year(year), self.DAYS, self.TOTAL) == answer

    def test_the_finding_names_the_year_and_no_last_day_mends_it(self) -> None:
        (finding,) = found(self.of_year("2027/28"), self.DAYS, self.TOTAL).unmet
        assert (finding.note, finding.remedy) == ("an amount is of 2027/28", None)

    def test_days_that_are_stated_answer_for_themselves(self) -> None:
        contract = Contract(
            "c",
            FIRST,
            date(2027, 3, 31),
            amounts=[Line(stated("1.00"), (("year", "2027/28"),))],
        )
        assert asked(contract, self.DAYS, self.TOTAL) == "within"

    @pytest.mark.parametrize(
        ("year", "answer"), [("2026/27", "within"), ("2027/28", "undetermined")]
    )
    def test_a_year_without_a_figure_is_open_though_others_have_one(
        self, year: str, answer: str
    ) -> None:
        caps = TestAnAmountOfSeveralParts.CAPS
        assert asked(self.of_year(year), *caps, self.TOTAL) == answer

    def test_so_it_is_not_where_every_other_year_has_one(self) -> None:
        caps = TestAnAmountOfSeveralParts.CAPS
        yearly = Cap("yearly", MINUTE, worth("5.00"), per=("year",))
        assert asked(self.of_year("2027/28"), *caps, yearly, self.TOTAL) == "within"

    def test_what_no_year_is_named_for_is_of_the_years_of_the_days_allowed(self) -> None:
        caps = TestAnAmountOfSeveralParts.CAPS
        answers = {
            (pounds, term): asked(
                Contract("c", term=months(term) if term else None, value=stated(pounds)),
                *caps,
                self.DAYS,
            )
            for pounds in ("80.00", "270.00", "270.01")
            for term in (0, 24, 36)
        }
        assert answers == {
            ("80.00", 0): "within",
            ("80.00", 24): "within",
            ("80.00", 36): "within",
            ("270.00", 0): "undetermined",
            ("270.00", 24): "undetermined",
            # it fills the days, and so is of all their years
            ("270.00", 36): "within",
            ("270.01", 0): "exceeds",
            ("270.01", 24): "exceeds",
            ("270.01", 36): "exceeds",
        }

    @pytest.mark.parametrize(
        ("year", "answer"), [("1", "within"), ("3", "within"), ("4", "exceeds"), ("next", "within")]
    )
    @pytest.mark.parametrize("longest", [DAYS, Length("length", MINUTE, months(36))])
    def test_a_fourth_year_of_a_contract_is_more_than_three_years(
        self, longest: Clause, year: str, answer: str
    ) -> None:
        contract = Contract("c", amounts=[Line(stated("1.00"), (("contract year", year),))])
        assert asked(contract, longest, self.TOTAL) == answer


class TestWhatWouldPlaceAnAmount:
    @pytest.mark.parametrize(
        ("clause", "says"),
        [
            (
                Cap("c", MINUTE, worth("1.00"), per=("contract year",)),
                "contract.amounts (the amount of each contract year)",
            ),
            (
                Cap("c", MINUTE, worth("1.00"), where={"lot": "1"}),
                "contract.amounts (the amount of each lot)",
            ),
            (
                Cap("c", MINUTE, Figure(1), per=("supplier",), of=Of.COUNT),
                "contract.tags['supplier'] (which supplier it is of)",
            ),
            (
                Cap("c", MINUTE, Figure(1), per=("year",), of=Of.COUNT),
                "contract.by_year (which year it is of)",
            ),
        ],
    )
    def test_the_field_that_would_say_is_named(self, clause: Cap, says: str) -> None:
        contract = Contract("c", value=stated("2.00"), number=2)
        verdict = found(contract, clause)
        assert says in {str(each) for each in verdict.missing}


class TestPartsOfWhichNothingIsSaid:
    """A figure for each year of one lot or one funder, beside a figure for all."""

    LOT: Final = Cap("lot", MINUTE, worth("60.00"), per=("contract year",), where={"lot": "1"})
    TOTAL: Final = Cap("total", MINUTE, worth("1000.00"))
    FIVE: Final = Length("length", MINUTE, months(60))

    def test_a_price_that_names_no_lot_is_not_asked_how_much_is_of_it(self) -> None:
        contract = Contract("c", term=months(60), value=stated("1000.00"))
        assert asked(contract, self.LOT, self.TOTAL, self.FIVE) == "within"

    def test_unless_the_lot_is_used_already(self) -> None:
        contract = Contract("c", term=months(60), value=stated("100.00"))
        used = Used.stated({"lot": {"1": Money.pounds("60.00")}})
        assert asked(contract, self.LOT, self.TOTAL, used=used) == "undetermined"

    def test_a_share_is_not_asked_of_an_amount_with_no_parts(self) -> None:
        share = Share("share", MINUTE, {"funder": "NHS"}, at_most=40)
        whole = Contract("c", value=stated("100.00"))
        assert found(whole, share, self.TOTAL).result is Result.UNDETERMINED
        assert asked(whole, share, self.TOTAL) == "within"
        part = Line(stated("41.00"), (("funder", "NHS"),))
        parts = Contract("c", amounts=[part, Line(stated("59.00"), (("funder", "council"),))])
        assert asked(parts, share, self.TOTAL) == "exceeds"


class TestAnEventOfNoKnownDay:
    """At most six months, or until a new contract starts."""

    ENDS: Final = EventBound("event", MINUTE, "the new contract starts")
    SIX: Final = Length("length", MINUTE, months(6))
    CONTRACT: Final = Contract("c", FIRST, date(2024, 9, 30))

    def test_it_is_left_out_of_what_was_asked_beside_a_length(self) -> None:
        verdict = found(self.CONTRACT, self.ENDS, self.SIX)
        assert verdict.result is Result.UNDETERMINED
        assert label(verdict) == "within"

    def test_alone_it_limits_nothing(self) -> None:
        assert asked(self.CONTRACT, self.ENDS) == "undetermined"
        starts = EventBound("event", MINUTE, "the old contract ends", bound="first")
        assert asked(Contract("c", FIRST), starts) == "undetermined"

    def test_a_day_in_the_record_or_in_the_facts_limits_it(self) -> None:
        known = EventBound("event", MINUTE, "the new contract starts", on=date(2024, 9, 30))
        assert asked(self.CONTRACT, known) == "within"
        facts = {"the new contract starts": date(2024, 9, 29)}
        assert asked(self.CONTRACT, self.ENDS, facts=facts) == "out_of_period"


class TestAFloorForSeveralContractsAlike:
    LEAST: Final = Floor("least", MINUTE, Figure.pounds("500.00"))
    TOTAL: Final = Cap("total", MINUTE, Figure.pounds("90000.00"))

    @pytest.mark.parametrize("floor", [LEAST, attrs.evolve(LEAST, per=("contract",))])
    @pytest.mark.parametrize(
        ("pounds", "result", "answer"),
        [
            ("4999.99", Result.NOT_MET, "below_minimum"),
            ("5000.00", Result.UNDETERMINED, "within"),
            ("5000.01", Result.UNDETERMINED, "within"),
        ],
    )
    def test_one_at_least_is_too_little_where_all_are(
        self, floor: Floor, pounds: str, result: Result, answer: str
    ) -> None:
        ten = Contract("grants", value=stated(pounds), number=10)
        verdict = found(ten, floor, self.TOTAL, power=GRANT)
        assert (verdict.result, label(verdict)) == (result, answer)

    @pytest.mark.parametrize(
        ("each", "answer"), [("499.99", "below_minimum"), ("500.00", "within")]
    )
    def test_amounts_that_name_their_contract_are_each_held_against_it(
        self, each: str, answer: str
    ) -> None:
        lines = [Line(stated(each), (("contract", str(number)),)) for number in range(10)]
        ten = Contract("grants", amounts=lines, number=10)
        assert asked(ten, self.LEAST, self.TOTAL, power=GRANT) == answer

    def test_years_need_not_all_have_an_amount(self) -> None:
        yearly = attrs.evolve(self.LEAST, per=("year",))
        three = Contract("c", FIRST, date(2027, 3, 31), value=stated("600.00"))
        days = Window("days", MINUTE, FIRST, date(2027, 3, 31))
        assert asked(three, yearly, self.TOTAL, days) == "within"


class TestSeveralContractsThatNameNoRecipient:
    """Twelve grants at most, and one for each group."""

    EACH: Final = Cap("each", MINUTE, Figure(1), per=("group",), of=Of.COUNT)
    ALL: Final = Cap("all", MINUTE, Figure(12), of=Of.COUNT)

    @pytest.mark.parametrize(("number", "answer"), [(1, "within"), (2, "undetermined")])
    def test_a_number_for_each_group_limits_no_number_for_all(
        self, number: int, answer: str
    ) -> None:
        assert asked(Contract("g", number=number), self.EACH, power=GRANT) == answer

    @pytest.mark.parametrize(("number", "answer"), [(12, "within"), (13, "exceeds")])
    def test_beside_a_number_for_all_it_is_not_asked(self, number: int, answer: str) -> None:
        assert asked(Contract("g", number=number), self.EACH, self.ALL, power=GRANT) == answer

    def test_a_year_in_which_some_were_made_is_asked(self) -> None:
        yearly = Cap("yearly", MINUTE, Figure(1), per=("year",), of=Of.COUNT)
        two_years = Contract("g", FIRST, date(2026, 3, 31))
        days = Window("days", MINUTE, FIRST, LAST)
        assert asked(two_years, yearly, days) == "within"
        used = Used.stated({"yearly": {"2024/25": 1}})
        assert asked(two_years, yearly, days, used=used) == "undetermined"


@pytest.mark.parametrize(("number", "answer"), [(12, "within"), (13, "off_purpose")])
def test_more_contracts_than_are_named_are_not_all_among_them(number: int, answer: str) -> None:
    twelve = Only("contracts", MINUTE, "contract", numbered(12))
    services = Only("services", MINUTE, "service", "extra care")
    several = Contract("c", number=number, tags={"service": "extra care"})
    assert asked(several, twelve, services) == answer
