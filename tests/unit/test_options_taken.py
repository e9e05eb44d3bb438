"""Options taken up: what is not stated of them, their order, and how much of them is left."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from carerslib.awards import AWARD, EXTEND, RULES, Authority, Proposal, Used, headroom, judge
from carerslib.citations import Citation
from carerslib.clauses import OPTION_ORDER, For, Length, Reading, Readings, Step, Steps, Taken
from carerslib.contracts import Contract, Option
from carerslib.periods import DateRange, Term
from carerslib.verdicts import Finding, Missing, Result, Verdict

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
YEAR: Final = Term(years=1)
THREE: Final = Authority("c", MINUTE, (EXTEND,), Steps("o", MINUTE, (YEAR, YEAR, YEAR)))
UP_TO: Final = Authority(
    "c", MINUTE, (EXTEND,), Steps("o", MINUTE, (Term(months=24),), in_parts=True)
)
ANY_ORDER: Final = RULES.basis(conventions={OPTION_ORDER.name: "in any order"})


def take(
    number: int | None = None, term: Term | None = YEAR, times: int = 1, contract: str = "hub"
) -> Proposal:
    return Proposal(EXTEND, Contract(contract), takes=Taken(number, times, term))


def about(verdict: Verdict, title: str) -> Finding:
    (found,) = [each for each in verdict.findings if each.title == title]
    return found


def taken(*before: Proposal, under: Authority = THREE) -> Used:
    return Used().after(*before, under=under)


class TestALengthThatIsNotStated:
    @pytest.mark.parametrize("under", [THREE, UP_TO], ids=["in steps", "in parts"])
    def test_leaves_the_answer_open_and_is_not_asked(self, under: Authority) -> None:
        verdict = judge(take(1, None), under=under)
        assert verdict.result is OPEN
        assert verdict.as_asked is MET
        assert verdict.missing == (Missing("proposal.takes.term", "the length of the option"),)

    def test_is_not_asked_of_an_option_that_there_is_not(self) -> None:
        verdict = judge(take(4, None), under=THREE)
        assert verdict.result is NOT_MET
        assert "Length of the option" not in {each.title for each in verdict.findings}

    def test_leaves_what_is_taken_later_open_too(self) -> None:
        used = taken(take(None, None), under=UP_TO)
        verdict = judge(take(None, Term(months=1)), under=UP_TO, used=used)
        assert verdict.result is OPEN
        assert verdict.missing == (Missing("used", "how long the options taken before run"),)

    def test_does_not_hide_what_is_too_long_by_itself(self) -> None:
        used = taken(take(None, None), under=UP_TO)
        verdict = judge(take(None, Term(months=25)), under=UP_TO, used=used)
        assert verdict.result is NOT_MET
        assert verdict.unmet[0].remedy is None


class TestAnExtensionThatNamesNoOption:
    @pytest.mark.parametrize("under", [THREE, UP_TO], ids=["in steps", "in parts"])
    @pytest.mark.parametrize(
        "contract",
        [
            Contract("hub"),
            Contract("hub", term=Term(months=12)),
            Contract("hub", date(2017, 7, 1), date(2018, 6, 30)),
        ],
        ids=["nothing", "a length", "days"],
    )
    def test_leaves_open_which_it_takes_and_is_not_asked(
        self, contract: Contract, under: Authority
    ) -> None:
        longest = Length("l", MINUTE, Term(years=5))
        held = Authority("c", MINUTE, (EXTEND,), (longest, *under.clauses))
        verdict = judge(Proposal(EXTEND, contract), under=held)
        (finding,) = [each for each in verdict.findings if each.rule == "o"]
        assert (finding.title, finding.result, finding.asked) == ("Option taken up", OPEN, False)
        assert verdict.result is OPEN
        missing = Missing("proposal.takes", "the option taken up, and how long it is")
        assert missing in verdict.missing

    @pytest.mark.parametrize(
        ("months", "asked"), [(11, MET), (12, MET), (13, OPEN), (60, OPEN), (61, NOT_MET)]
    )
    def test_is_asked_for_it_where_it_is_longer_than_any_one(
        self, months: int, asked: Result
    ) -> None:
        longest = Length("l", MINUTE, Term(years=5))
        held = Authority("c", MINUTE, (EXTEND,), (longest, *THREE.clauses))
        contract = Contract("hub", date(2017, 7, 1), term=Term(months=months))
        assert judge(Proposal(EXTEND, contract), under=held).as_asked is asked
        # naming one without its length says no more
        named = Proposal(EXTEND, contract, takes=Taken(1))
        assert judge(named, under=held).as_asked is asked
        # the figures of a whole contract are no option's
        whole = Proposal(EXTEND, contract, changes="hub")
        assert judge(whole, under=held).as_asked is not OPEN

    def test_is_asked_for_it_where_days_known_to_the_month_are_longer(self) -> None:
        longest = Length("l", MINUTE, Term(years=5))
        held = Authority("c", MINUTE, (EXTEND,), (longest, *THREE.clauses))
        july = DateRange(date(2020, 7, 1), date(2020, 7, 31))
        contract = Contract("hub", date(2017, 7, 1), july)
        assert judge(Proposal(EXTEND, contract), under=held).as_asked is OPEN

    def test_may_be_longer_than_one_of_a_length_that_was_not_published(self) -> None:
        longest = Length("l", MINUTE, Term(years=5))
        unpublished = Steps("o", MINUTE, (Step(None),))
        held = Authority("c", MINUTE, (EXTEND,), (longest, unpublished))
        contract = Contract("hub", date(2017, 7, 1), term=Term(years=4))
        assert judge(Proposal(EXTEND, contract), under=held).as_asked is OPEN

    def test_is_answered_where_its_contract_offers_them(self) -> None:
        offer = Proposal(EXTEND, Contract("hub", options=[Option(YEAR)]))
        (finding,) = judge(offer, under=THREE).findings[1:2]
        assert (finding.title, finding.result) == ("Number of options", MET)

    def test_of_an_award_nothing_is_taken_up(self) -> None:
        award = Authority("c", MINUTE, (AWARD,), THREE.clauses)
        (finding,) = judge(Proposal(AWARD, Contract("hub")), under=award).findings[1:2]
        assert finding.result is Result.NOT_APPLICABLE


class TestOptionsAreTakenOneAfterAnother:
    @pytest.mark.parametrize(
        ("number", "before", "expected"),
        [
            (1, 0, MET),
            (1, 1, NOT_MET),
            (2, 0, OPEN),
            (2, 1, MET),
            (2, 2, NOT_MET),
            (3, 0, OPEN),
            (3, 1, NOT_MET),
            (3, 2, MET),
            (None, 2, MET),
            (None, 3, NOT_MET),
        ],
    )
    def test_the_next_may_be_taken_and_no_other(
        self, number: int | None, before: int, expected: Result
    ) -> None:
        used = taken(*[take() for _ in range(before)])
        assert judge(take(number), under=THREE, used=used).result is expected

    def test_where_nothing_is_counted_what_was_taken_before_is_not_known(self) -> None:
        verdict = judge(take(3), under=THREE)
        assert verdict.as_asked is MET
        assert [each.field for each in verdict.missing] == ["used"]

    def test_one_that_is_left_out_is_named(self) -> None:
        verdict = judge(take(3), under=THREE, used=taken(take()))
        (finding,) = verdict.unmet
        assert (finding.title, finding.measured, finding.permitted) == (
            "Order of the options",
            3,
            2,
        )

    def test_the_options_of_another_contract_do_not_count(self) -> None:
        used = taken(take(contract="other"), take(contract="other"))
        assert judge(take(3), under=THREE, used=used).result is OPEN

    def test_two_at_once_are_the_next_two(self) -> None:
        two = take(2, Term(years=2), times=2)
        assert judge(two, under=THREE, used=taken(take())).result is MET
        assert judge(two, under=THREE, used=taken(take(), take())).result is NOT_MET

    def test_of_too_many_at_once_fewer_would_do(self) -> None:
        verdict = judge(take(2, Term(years=2), times=3), under=THREE, used=taken(take()))
        (finding,) = verdict.unmet
        assert str(finding.remedy) == "take no more than 2"
        assert finding.remedy is not None
        mended = take(2, Term(years=2), times=3).amended(finding.remedy)
        assert judge(mended, under=THREE, used=taken(take())).is_met

    def test_where_they_may_have_been_taken_the_order_is_open(self) -> None:
        lot_1 = Authority(
            "c",
            MINUTE,
            (EXTEND,),
            For("lot", MINUTE, {"lot": "1"}, Steps("o", MINUTE, (YEAR, YEAR))),
        )
        maybe = Proposal(EXTEND, Contract("hub"), takes=Taken(1, 1, YEAR))
        in_lot = Proposal(EXTEND, Contract("hub", tags={"lot": "1"}), takes=Taken(1, 1, YEAR))
        used = Used().after(maybe, under=lot_1)
        assert judge(in_lot, under=lot_1, used=used).result is OPEN
        assert judge(in_lot, under=lot_1).result is MET


class TestInAnyOrder:
    """A council that takes its options in any order."""

    @pytest.mark.parametrize(
        ("number", "expected"), [(1, MET), (2, MET), (3, NOT_MET), (4, NOT_MET)]
    )
    def test_each_may_be_taken_once(self, number: int, expected: Result) -> None:
        used = Used().after(take(3), under=THREE, basis=ANY_ORDER)
        verdict = judge(take(number), under=THREE, used=used, basis=ANY_ORDER)
        assert verdict.result is expected

    def test_no_more_than_there_are(self) -> None:
        used = Used().after(*[take() for _ in range(3)], under=THREE, basis=ANY_ORDER)
        assert judge(take(3), under=THREE, used=used, basis=ANY_ORDER).result is NOT_MET


class TestWhatIsLeftInParts:
    def rooms(self, *before: Proposal, under: Authority = UP_TO) -> list[tuple[object, ...]]:
        used = Used().after(*before, under=under)
        return [(room.title, room.group, room.left, room.note) for room in headroom(under, used)]

    def test_months_are_left_of_a_length_that_may_be_cut_up(self) -> None:
        assert self.rooms(take(None, Term(months=18))) == [
            ("Months left", ("hub",), 6, ""),
            ("Months left", (), 24, "each contract of which none is taken"),
        ]

    def test_months_and_days_are_not_months(self) -> None:
        used = take(None, Term(months=18, days=10))
        note = "2 years in all, of which 18 months and 10 days are taken"
        assert self.rooms(used)[0] == ("Months left", ("hub",), None, note)

    def test_a_length_that_is_not_stated_leaves_it_open(self) -> None:
        note = "an option was taken whose length is not stated"
        assert self.rooms(take(None, None))[0] == ("Months left", ("hub",), None, note)

    def test_so_does_one_that_was_not_published(self) -> None:
        under = Authority("c", MINUTE, (EXTEND,), Steps("o", MINUTE, (Step(None),), in_parts=True))
        (room,) = self.rooms(under=under)
        assert room[2:] == (
            None,
            "each contract of which none is taken; the length was not published",
        )

    def test_steps_that_may_have_been_taken_are_not_subtracted(self) -> None:
        steps = Steps("o", MINUTE, (YEAR, YEAR))
        rooms = steps.room({("taken", "hub"): (0, 1, 0, 1)}, RULES.basis())
        assert [(room.group, room.left) for room in rooms] == [((), 2)]

    @pytest.mark.parametrize(
        ("days", "expected"), [(28, MET), (29, OPEN), (31, OPEN), (32, NOT_MET)]
    )
    def test_days_that_were_taken_count_with_the_months(self, days: int, expected: Result) -> None:
        used = taken(take(None, Term(months=11, days=days)), under=UP_TO)
        verdict = judge(take(None, YEAR), under=UP_TO, used=used)
        assert verdict.result is expected

    @pytest.mark.parametrize(("months", "expected"), [(5, MET), (6, MET), (7, NOT_MET)])
    def test_what_is_left_may_be_taken(self, months: int, expected: Result) -> None:
        used = taken(take(None, Term(months=18)), under=UP_TO)
        verdict = judge(take(None, Term(months=months)), under=UP_TO, used=used)
        assert verdict.result is expected
        remedies = [str(each.remedy) for each in verdict.unmet]
        assert remedies == ([] if expected is MET else ["shorten to 6 months"])

    def test_where_nothing_is_left_nothing_shorter_would_do(self) -> None:
        used = taken(take(None, Term(months=24)), under=UP_TO)
        (finding,) = judge(take(None, Term(days=1)), under=UP_TO, used=used).unmet
        assert finding.remedy is None


class TestOptionsOffered:
    def test_of_too_many_fewer_would_do(self) -> None:
        under = Authority("c", MINUTE, (AWARD,), Steps("o", MINUTE, (YEAR, YEAR)))
        offer = Proposal(AWARD, Contract("hub", options=[Option(YEAR)] * 3))
        (finding,) = judge(offer, under=under).unmet
        assert (str(finding.remedy), finding.remedy and finding.remedy.field) == (
            "offer no more than 2",
            "options",
        )
        assert finding.remedy is not None
        assert judge(offer.amended(finding.remedy), under=under).is_met


def test_an_option_taken_up_is_no_time_to_shorten_the_firm_term() -> None:
    firm = Length("firm", MINUTE, Term(months=1), of="firm")
    under = Authority("c", MINUTE, (EXTEND,), (firm, Steps("o", MINUTE, (YEAR,))))
    days = date(2018, 4, 1), date(2019, 3, 31)
    extended = Proposal(EXTEND, Contract("hub", *days, options=[Option(YEAR)]), takes=Taken(1))
    (finding,) = judge(extended, under=under).unmet
    assert (finding.rule, finding.remedy) == ("firm", None)


def test_a_reading_in_parts_counts_apart_from_one_in_steps() -> None:
    both = Readings(
        "r",
        MINUTE,
        [
            Reading("one at a time", Steps("each", MINUTE, (YEAR, YEAR))),
            Reading("both at once", Steps("sum", MINUTE, (YEAR, YEAR), in_parts=True)),
        ],
    )
    under = Authority("c", MINUTE, (EXTEND,), both)
    used = Used().after(take(1), under=under)
    assert judge(take(2), under=under, used=used).is_met
    assert judge(take(3), under=under, used=used).differs
