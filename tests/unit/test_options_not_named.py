"""Extensions that name no option, or do not say how long it is, and what is asked of them."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.kit import label, stated, worth

from carerslib.awards import AWARD, EXTEND, RULES, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    OPTION_ORDER,
    Cap,
    Clause,
    For,
    Holder,
    Kind,
    Length,
    Precondition,
    Step,
    Steps,
    Taken,
    Window,
    one_or_several,
)
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, Term
from carerslib.verdicts import Aspect, Result, Verdict

MINUTE: Final = Citation.record("Cabinet, 12 March 2024", "paragraph 4")
FIRST: Final = date(2024, 4, 1)
AFTER_FIRM: Final = date(2027, 4, 1)
LAST: Final = date(2029, 3, 31)
ANY_ORDER: Final = RULES.basis(conventions={OPTION_ORDER.name: "in any order"})


def months(number: int) -> Term:
    return Term(months=number)


def found(proposal: Proposal, *clauses: Clause, used: Used | None = None) -> Verdict:
    return judge(proposal, under=Authority("a", MINUTE, (AWARD, EXTEND), clauses), used=used)


def extend(contract: Contract | None = None, **known: object) -> Proposal:
    return Proposal(EXTEND, contract or Contract("c"), **known)  # type: ignore[arg-type]


def by_days(first: date, last: date) -> Contract:
    return Contract("c", first, last)


class TestHowLongAnExtensionIsThatSaysItByItsDays:
    """Three firm years from April 2024, and twice one more."""

    ONE_BY_ONE: Final = Steps("o", MINUTE, [months(12)] * 2)
    ALL: Final = (
        Window("days", MINUTE, FIRST, LAST),
        Length("firm", MINUTE, months(36), of="firm"),
        Length("whole", MINUTE, months(60)),
        ONE_BY_ONE,
    )
    OF_THE_OPTIONS: Final = (Window("days", MINUTE, AFTER_FIRM, LAST), ONE_BY_ONE)

    @pytest.mark.parametrize("takes", [None, Taken(), Taken(1)])
    @pytest.mark.parametrize("clauses", [ALL, OF_THE_OPTIONS], ids=["award", "options alone"])
    @pytest.mark.parametrize(
        ("last", "answer"),
        [
            (date(2028, 3, 30), "within"),
            (date(2028, 3, 31), "within"),
            (date(2028, 4, 1), "undetermined"),
            (LAST, "undetermined"),
        ],
    )
    def test_is_no_longer_than_one_option(
        self, last: date, answer: str, clauses: tuple[Clause, ...], takes: Taken | None
    ) -> None:
        made = extend(by_days(AFTER_FIRM, last), takes=takes)
        assert label(found(made, *clauses)) == answer

    @pytest.mark.parametrize("takes", [None, Taken(), Taken(1)])
    @pytest.mark.parametrize(
        ("number", "answer"),
        [
            (12, "within"),
            (13, "undetermined"),
            (25, "undetermined"),
            (35, "undetermined"),
            (36, "undetermined"),
            (60, "undetermined"),
            (61, "exceeds"),
        ],
    )
    def test_a_length_of_no_days_may_be_of_the_contract_and_of_no_more(
        self, number: int, answer: str, takes: Taken | None
    ) -> None:
        made = extend(Contract("c", term=months(number)), takes=takes)
        assert label(found(made, *self.ALL)) == answer

    @pytest.mark.parametrize(
        ("start", "last", "answer"),
        [
            (FIRST, date(2028, 3, 31), "within"),
            (FIRST, date(2026, 3, 31), "within"),
            (date(2024, 4, 2), date(2028, 4, 1), "undetermined"),
        ],
    )
    def test_days_from_the_start_of_the_contract_are_those_of_the_contract(
        self, start: date, last: date, answer: str
    ) -> None:
        assert label(found(extend(by_days(start, last)), *self.ALL)) == answer

    def test_the_verdict_says_what_is_too_much_and_what_would_settle_it(self) -> None:
        verdict = found(extend(by_days(AFTER_FIRM, LAST)), *self.OF_THE_OPTIONS)
        (part,) = [each for each in verdict.parts if isinstance(each, Verdict)][-1:]
        assert part.title == "Stated beside an option"
        open_, *too_long = part.findings
        assert (open_.title, open_.aspect) == ("Option or contract", Aspect.STEP)
        assert str(open_.missing[0]) == ("proposal.takes (the option taken up, and how long it is)")
        assert {each.title for each in too_long} >= {"Length of the option"}

    @pytest.mark.parametrize(("number", "answer"), [(24, "within"), (25, "undetermined")])
    def test_any_option_that_is_long_enough_may_be_the_one(self, number: int, answer: str) -> None:
        made = extend(Contract("c", term=months(number)))
        steps = Steps("o", MINUTE, [months(12), months(24)])
        assert label(found(made, steps, Length("l", MINUTE, months(60)))) == answer

    def test_the_next_may_not_be_the_long_one(self) -> None:
        steps = Steps("o", MINUTE, [months(24), months(12)])
        used = Used.stated({"o": {("taken", "c"): 1}})
        clauses = (steps, Length("l", MINUTE, months(60)))
        for number, answer in ((12, "within"), (13, "undetermined")):
            made = extend(Contract("c", term=months(number)))
            assert label(found(made, *clauses, used=used)) == answer

    def test_what_is_known_to_be_too_long_is_asked_whatever_its_days(self) -> None:
        may = DateRange(date(2028, 5, 1), date(2028, 5, 31))
        made = extend(Contract("c", AFTER_FIRM, may))
        assert label(found(made, *self.OF_THE_OPTIONS)) == "undetermined"
        march = DateRange(date(2028, 3, 1), date(2028, 3, 31))
        made = extend(Contract("c", AFTER_FIRM, march))
        assert label(found(made, *self.OF_THE_OPTIONS)) == "within"

    @pytest.mark.parametrize(
        "contract",
        [
            Contract("c", FIRST, LAST, in_all=True),
            Contract("c", FIRST, term=months(36), options=[Option(months(12))]),
        ],
        ids=["in all", "with its options"],
    )
    def test_figures_of_the_contract_are_no_option(self, contract: Contract) -> None:
        assert label(found(extend(contract), *self.ALL)) == "within"

    def test_figures_that_replace_those_of_a_contract_are_no_option(self) -> None:
        made = extend(by_days(date(2024, 4, 2), LAST), changes="c")
        assert label(found(made, *self.ALL)) != "undetermined"

    def test_a_firm_term_or_options_that_were_not_published_leave_it_open(self) -> None:
        made = extend(Contract("c", term=months(48)))
        unpublished = Length("firm", MINUTE, None, of="firm")
        whole = Length("whole", MINUTE, months(60))
        assert label(found(made, unpublished, whole, self.ONE_BY_ONE)) == "undetermined"
        firm = Length("firm", MINUTE, months(36), of="firm")
        of_no_length = Steps("o", MINUTE, [Step(None)])
        assert label(found(made, firm, whole, of_no_length)) == "undetermined"

    def test_words_for_some_contracts_ask_it_of_these(self) -> None:
        whole = Length("whole", MINUTE, months(60))
        for_lot = For("lot", MINUTE, {"lot": "1"}, [self.ONE_BY_ONE])
        for lot, answer in (("1", "undetermined"), ("2", "within")):
            made = extend(Contract("c", term=months(13), tags={"lot": lot}))
            assert label(found(made, whole, for_lot)) == answer

    def test_words_that_may_mean_several_at_once_are_ambiguous(self) -> None:
        made = extend(Contract("c", term=months(24)))
        words = one_or_several("o", MINUTE, [months(12)] * 2)
        verdict = found(made, words, Length("l", MINUTE, months(60)))
        assert label(verdict) == "ambiguous"


class TestWhatAnOptionNeedsThatIsNotNamed:
    REFUSED: Final = {"good review": False}

    @staticmethod
    def needing(reference: str, at_most: Term | None = None) -> Step:
        review = Precondition(reference, MINUTE, "good review", kind=Kind.PERFORMANCE)
        return Step(at_most or months(12), clauses=[review])

    @pytest.mark.parametrize("in_parts", [False, True])
    def test_of_the_one_step_it_is_asked(self, in_parts: bool) -> None:  # noqa: FBT001
        steps = Steps("o", MINUTE, [self.needing("p")], in_parts=in_parts)
        verdict = found(extend(facts=self.REFUSED), steps)
        assert label(verdict) == "condition_unmet"
        assert verdict.result is Result.NOT_MET
        assert label(found(extend(facts={"good review": True}), steps)) == "within"
        assert label(found(extend(), steps)) == "within"
        assert "proposal.facts['good review'] (whether it is met, and since when)" in [
            str(each) for each in found(extend(), steps).missing
        ]

    @pytest.mark.parametrize("in_parts", [False, True])
    def test_what_every_step_asks_is_asked_of_any(self, in_parts: bool) -> None:  # noqa: FBT001
        both = [self.needing("p"), self.needing("p2")]
        steps = Steps("o", MINUTE, both, in_parts=in_parts)
        assert label(found(extend(facts=self.REFUSED), steps)) == "condition_unmet"

    @pytest.mark.parametrize("in_parts", [False, True])
    @pytest.mark.parametrize("second", [False, True])
    def test_what_one_step_asks_leaves_it_open(self, second: bool, in_parts: bool) -> None:  # noqa: FBT001
        each = [Step(months(12)), self.needing("p")]
        steps = Steps("o", MINUTE, each if second else each[::-1], in_parts=in_parts)
        verdict = found(extend(facts=self.REFUSED), steps)
        assert label(verdict) == "undetermined"
        assert (
            "proposal.takes (the option taken up, and how long it is)"
            in [str(missing) for missing in verdict.missing]
            or in_parts
        )

    @pytest.mark.parametrize(
        ("before", "answer"), [(1, "condition_unmet"), (2, "within"), (3, "exceeds")]
    )
    def test_where_those_before_are_counted_it_is_the_next(self, before: int, answer: str) -> None:
        steps = Steps("o", MINUTE, [Step(months(12)), self.needing("p"), Step(months(12))])
        used = Used.stated({"o": {("taken", "c"): before}})
        assert label(found(extend(facts=self.REFUSED), steps, used=used)) == answer

    @pytest.mark.parametrize(("number", "answer"), [(1, "condition_unmet"), (2, "within")])
    def test_in_any_order_it_is_one_that_is_left(self, number: int, answer: str) -> None:
        steps = Steps("o", MINUTE, [Step(months(12)), self.needing("p")])
        under = Authority("a", MINUTE, (EXTEND,), steps)
        before = extend(takes=Taken(number), facts={"good review": True})
        used = Used().after(before, under=under, basis=ANY_ORDER)
        verdict = judge(extend(facts=self.REFUSED), under=under, used=used, basis=ANY_ORDER)
        assert label(verdict) == answer

    def test_a_holder_of_the_step_is_who_must_act(self) -> None:
        steps = Steps("o", MINUTE, [Step(months(12), clauses=[Holder("h", MINUTE, "Director")])])
        assert label(found(extend(by="Cabinet"), steps)) == "wrong_holder"
        assert label(found(extend(by="Director"), steps)) == "within"

    @pytest.mark.parametrize(
        ("on", "answer"),
        [
            (date(2026, 12, 31), "within"),
            (date(2027, 1, 1), "within"),
            (date(2027, 1, 2), "exceeds"),
        ],
    )
    def test_the_last_day_to_take_it_is_asked(self, on: date, answer: str) -> None:
        steps = Steps("o", MINUTE, [Step(months(12), by=date(2027, 1, 1))])
        assert label(found(extend(on=on), steps)) == answer

    @pytest.mark.parametrize("in_parts", [False, True])
    @pytest.mark.parametrize(
        ("pounds", "answer"), [("100.00", "within"), ("100.01", "undetermined")]
    )
    def test_a_figure_of_the_step_is_held_against_what_may_be_the_option(
        self,
        pounds: str,
        answer: str,
        in_parts: bool,  # noqa: FBT001
    ) -> None:
        capped = Step(months(12), clauses=[Cap("f", MINUTE, worth("100.00"))])
        all_of_it = Cap("all", MINUTE, worth("1000.00"))
        steps = Steps("o", MINUTE, [capped], in_parts=in_parts)
        made = extend(Contract("c", value=stated(pounds)))
        assert label(found(made, steps, all_of_it)) == answer

    @pytest.mark.parametrize("number", [0, 1, 2])
    def test_each_takes_one_of_those_left(self, number: int) -> None:
        under = Authority("a", MINUTE, (EXTEND,), Steps("o", MINUTE, [months(12)] * 2))
        used = Used().after(*[extend()] * number, under=under)
        answer = "within" if number < 2 else "exceeds"
        assert label(judge(extend(), under=under, used=used)) == answer
        named = extend(takes=Taken(number + 1, term=months(12)))
        assert label(judge(named, under=under, used=used)) == answer
        if number:
            again = extend(takes=Taken(number, term=months(12)))
            assert label(judge(again, under=under, used=used)) == "exceeds"

    @pytest.mark.parametrize(("number", "answer"), [(1, "within"), (2, "exceeds")])
    def test_words_that_may_mean_several_at_once_have_no_more(
        self, number: int, answer: str
    ) -> None:
        words = one_or_several("o", MINUTE, [months(12)] * 2)
        under = Authority("a", MINUTE, (EXTEND,), words)
        used = Used().after(*[extend()] * number, under=under)
        assert label(judge(extend(), under=under, used=used)) == answer

    def test_the_option_stays_taken_when_the_figures_are_changed(self) -> None:
        under = Authority("a", MINUTE, (EXTEND,), Steps("o", MINUTE, [months(12)]))
        changed = extend(Contract("c2"), changes="c", takes=Taken(2))
        used = Used().after(extend(), changed, under=under)
        assert label(judge(extend(), under=under, used=used)) == "exceeds"


APRIL: Final = DateRange.month(2027, 4)
THREE_YEARS: Final = [
    Contract("c", term=months(36)),
    Contract("c", AFTER_FIRM, term=months(36)),
    Contract("c", AFTER_FIRM, date(2030, 3, 31)),
    Contract("c", AFTER_FIRM, DateRange.month(2030, 3)),
    Contract("c", APRIL, term=months(36)),
    Contract("c", APRIL, date(2030, 5, 31)),
]


@pytest.mark.parametrize("contract", THREE_YEARS)
@pytest.mark.parametrize("takes", [None, Taken(), Taken(1), Taken(1, 1, months(36))])
def test_an_extension_that_is_too_long_for_an_option_is_as_long_as_one_after_its_remedy(
    contract: Contract, takes: Taken | None
) -> None:
    steps = Steps("o", MINUTE, [months(12)] * 2)
    proposal = extend(contract, takes=takes)
    (finding,) = found(proposal, steps).unmet
    assert (str(finding.remedy), finding.rule) == ("shorten to 1 year", "o")
    assert finding.remedy is not None
    mended = proposal.amended(finding.remedy)
    assert found(mended, steps).unmet == ()
    assert mended.amended(finding.remedy) == mended
    # what is named keeps the days that are stated beside it
    assert takes or mended.whole.length in (months(12), None)


def test_one_that_is_too_short_is_lengthened() -> None:
    steps = Steps("o", MINUTE, [Step(months(12), at_least=months(6))])
    for contract in (Contract("c", term=months(5)), by_days(AFTER_FIRM, date(2027, 8, 31))):
        (finding,) = found(extend(contract), steps).unmet
        assert finding.remedy is not None
        mended = extend(contract).amended(finding.remedy)
        assert (mended.whole.length, found(mended, steps).unmet) == (months(6), ())


class TestTheLengthOfTheFirmTermBesideAnExtension:
    FIRM: Final = Length("firm", MINUTE, months(36), of="firm")

    def test_days_past_it_are_open_where_no_words_are_on_options(self) -> None:
        days = Window("days", MINUTE, FIRST, LAST)
        made = extend(by_days(FIRST, date(2027, 4, 1)))
        assert label(found(made, self.FIRM, days)) == "undetermined"
        made = extend(by_days(FIRST, date(2027, 3, 31)))
        assert label(found(made, self.FIRM, days)) == "within"

    def test_of_a_contract_stated_in_all_it_is_not_asked(self) -> None:
        steps = Steps("o", MINUTE, [months(12)] * 2)
        for last, answer in ((LAST, "within"), (date(2029, 4, 1), "exceeds")):
            made = extend(Contract("c", FIRST, last, in_all=True))
            assert label(found(made, self.FIRM, steps)) == answer


class TestAFigureForTheOptionsBesideATotal:
    OPTIONS: Final = Cap("ext", MINUTE, worth("490000.00"), where={"part": "options"})
    TOTAL: Final = Cap("total", MINUTE, worth("2821951.00"))
    YEAR: Final = Window("days", MINUTE, date(2025, 10, 1), date(2026, 9, 30))

    @pytest.mark.parametrize(
        ("pounds", "takes", "answer"),
        [
            ("489999.99", None, "within"),
            ("490000.00", None, "within"),
            ("490000.01", None, "undetermined"),
            ("490000.00", Taken(), "within"),
            ("490000.01", Taken(), "exceeds"),
            ("2821951.01", None, "exceeds"),
        ],
    )
    def test_holds_what_an_extension_states_with_days_or_without(
        self, pounds: str, takes: Taken | None, answer: str
    ) -> None:
        clauses = (self.OPTIONS, self.TOTAL)
        bare = extend(Contract("c", value=stated(pounds)), takes=takes)
        assert label(found(bare, *clauses)) == answer
        days = Contract("c", date(2025, 10, 1), date(2026, 9, 30), value=stated(pounds))
        assert label(found(extend(days, takes=takes), *clauses, self.YEAR)) == answer

    def test_the_price_of_a_whole_contract_is_not_that_of_its_option(self) -> None:
        firm = Length("firm", MINUTE, months(36), of="firm")
        days = Window("days", MINUTE, FIRST, LAST)
        steps = Steps("o", MINUTE, [months(12)] * 2)
        contract = Contract("c", FIRST, date(2028, 3, 31), value=stated("490000.01"))
        clauses = (self.OPTIONS, self.TOTAL, firm, days, steps)
        assert label(found(extend(contract), *clauses)) == "within"


class TestOneOrSeveral:
    """Two further periods of twelve months, after three firm years."""

    TWO: Final = one_or_several("o", MINUTE, [months(12)] * 2)
    ALL: Final = (
        TWO,
        Length("f", MINUTE, months(36), of="firm"),
        Length("w", MINUTE, months(60)),
    )

    @pytest.mark.parametrize(
        ("takes", "answer"),
        [
            (Taken(2, term=months(12)), "within"),
            (Taken(2, term=months(13)), "exceeds"),
            (Taken(3, term=months(12)), "exceeds"),
            (Taken(3), "exceeds"),
            (Taken(times=3), "exceeds"),
            (Taken(1, term=months(13)), "ambiguous"),
            (Taken(term=months(24)), "ambiguous"),
            (Taken(term=months(25)), "exceeds"),
        ],
    )
    def test_there_are_no_more_options_than_two(self, takes: Taken, answer: str) -> None:
        assert label(found(extend(takes=takes), *self.ALL)) == answer

    @pytest.mark.parametrize(
        ("options", "answer"),
        [
            ([12, 12], "within"),
            ([24], "ambiguous"),
            ([25], "exceeds"),
            ([8, 8], "within"),
            ([8, 8, 8], "exceeds"),
            ([None, None], "undetermined"),
            ([None, None, None], "exceeds"),
        ],
    )
    def test_an_award_offers_no_more_than_two(self, options: list[int | None], answer: str) -> None:
        offered = [Option(None if each is None else months(each)) for each in options]
        contract = Contract("c", term=months(36), options=offered)
        assert label(found(Proposal(AWARD, contract), *self.ALL)) == answer

    def test_when_both_are_taken_an_extension_that_names_none_is_one_too_many(self) -> None:
        under = Authority("a", MINUTE, (EXTEND,), self.TWO)
        taken = [extend(takes=Taken(number, term=months(12))) for number in (1, 2)]
        one = Used().after(*taken[:1], under=under)
        assert label(judge(extend(), under=under, used=one)) == "within"
        both = Used().after(*taken, under=under)
        assert label(judge(extend(), under=under, used=both)) == "exceeds"

    def test_as_many_is_said_of_what_may_be_cut_up(self) -> None:
        with pytest.raises(InvalidValueError, match="as_many"):
            Steps("o", MINUTE, [months(12)], as_many=True)
        with pytest.raises(InvalidValueError, match="as_many"):
            Steps("o", MINUTE, [months(12)], in_parts=True, as_many="yes")  # type: ignore[arg-type]
