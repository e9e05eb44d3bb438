"""Resolutions as records: when they can be used, what they leave open, what contradicts itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs
import pytest

from carerslib import awards, explain
from carerslib.awards import (
    APPROVE,
    AWARD,
    EXTEND,
    MODIFY,
    RULES,
    Authority,
    Ending,
    Power,
    Proposal,
    Resolution,
    Used,
    contradictions,
    headroom,
    judge,
    judge_each,
    judge_register,
    remaining,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    EventBound,
    Fact,
    Figure,
    Floor,
    For,
    Holder,
    Joint,
    Length,
    Line,
    Nature,
    Of,
    Only,
    Precondition,
    Reading,
    Readings,
    Room,
    Shortest,
    Start,
    Steps,
    Taken,
    Threshold,
    Unlimited,
    Window,
)
from carerslib.contracts import Contract, Option, uplifted
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Missing, Remedy, Result, Verdict, show

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Adds, Clause, Group, Measure, Request, Tally

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
LATER: Final = Citation.record("Cabinet, 1 May 2019", "paragraph 4")
MET, NOT_MET, OPEN, NONE = (
    Result.MET,
    Result.NOT_MET,
    Result.UNDETERMINED,
    Result.NOT_APPLICABLE,
)
FIRST, LAST = date(2018, 4, 1), date(2019, 3, 31)
RESOLVED: Final = date(2017, 6, 22)
TEN: Final = Figure.pounds("10.00")
READY: Final = Precondition("p", MINUTE, "ready")


def pounds(text: str) -> Price:
    return Price.as_stated(Money.pounds(text))


def cap(figure: str = "10.00", reference: str = "c.value") -> Cap:
    return Cap(reference, MINUTE, Figure.pounds(figure))


def authority(*clauses: Clause, reference: str = "c", **stated: Any) -> Authority:  # noqa: ANN401
    powers = stated.pop("powers", (AWARD, MODIFY))
    return Authority(reference, MINUTE, powers, clauses or (cap(),), **stated)


def resolution(*authorities: Authority, **stated: Any) -> Resolution:  # noqa: ANN401
    return Resolution("R", "cabinet", MINUTE, authorities=authorities, **stated)


def proposal(value: str | None = "10.00", reference: str = "A", **stated: Any) -> Proposal:  # noqa: ANN401
    price = None if value is None else pounds(value)
    power = stated.pop("power", AWARD)
    return Proposal(power, Contract(reference, value=price), **stated)


def about(verdict: Verdict, title: str) -> Finding:
    (found,) = [each for each in verdict.findings if each.title == title]
    return found


class TestDaysOfAResolution:
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2017, 6, 21), NOT_MET),
            (RESOLVED, MET),
            (date(2017, 6, 23), MET),
            (DateRange.month(2017, 6), OPEN),
            (None, MET),
        ],
    )
    def test_nobody_acts_before_it(self, on: date | DateRange | None, expected: Result) -> None:
        verdict = judge(proposal(on=on), under=resolution(authority(), resolved_on=RESOLVED))
        assert verdict.result is expected
        if expected is NOT_MET:
            assert verdict.failing is Aspect.POWER
            assert about(verdict, "Day of the resolution").note == (
                "the act came before the resolution"
            )

    def test_its_own_day_may_be_what_is_missing(self) -> None:
        known_to_the_year = resolution(authority(), resolved_on=DateRange.year(2017))
        verdict = judge(proposal(on=RESOLVED), under=known_to_the_year)
        assert [each.field for each in verdict.missing] == ["resolution.resolved_on"]
        exact = resolution(authority(), resolved_on=RESOLVED)
        verdict = judge(proposal(on=DateRange.month(2017, 6)), under=exact)
        assert [each.field for each in verdict.missing] == ["proposal.on"]

    @pytest.mark.parametrize(
        ("on", "expected", "asked"),
        [
            (date(2017, 6, 29), NOT_MET, NOT_MET),
            (date(2017, 6, 30), MET, MET),
            (None, OPEN, MET),
        ],
    )
    def test_call_in_must_have_passed(
        self, on: date | None, expected: Result, asked: Result
    ) -> None:
        effective = resolution(authority(), resolved_on=RESOLVED, effective_on=date(2017, 6, 30))
        verdict = judge(proposal(on=on), under=effective)
        assert (verdict.result, verdict.as_asked) == (expected, asked)
        if expected is NOT_MET:
            assert verdict.failing is Aspect.PRECONDITION

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2018, 3, 31), NOT_MET),
            (FIRST, MET),
            (LAST, MET),
            (date(2019, 4, 1), NOT_MET),
            (DateRange.year(2018), OPEN),
            (None, OPEN),
        ],
    )
    def test_powers_may_be_given_for_some_days(
        self, on: date | DateRange | None, expected: Result
    ) -> None:
        for_a_year = authority(in_force=DateRange(FIRST, LAST))
        verdict = judge(proposal(on=on), under=for_a_year)
        assert verdict.result is expected
        finding = about(verdict, "In force")
        assert (finding.aspect, finding.asked) == (Aspect.POWER, on is not None)

    @pytest.mark.parametrize("how", ["revoked", "superseded", "amended"])
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2019, 4, 30), MET),
            (date(2019, 5, 1), NOT_MET),
            (DateRange.month(2019, 5), NOT_MET),
            (DateRange.year(2019), OPEN),
            (None, OPEN),
        ],
    )
    def test_powers_may_be_taken_away(
        self,
        how: Literal["revoked", "superseded", "amended"],
        on: date | DateRange | None,
        expected: Result,
    ) -> None:
        ended = authority().ending(how, date(2019, 5, 1), LATER)
        verdict = judge(proposal(on=on), under=ended)
        assert verdict.result is expected
        assert about(verdict, f"Not {how}").citation == LATER

    def test_what_was_used_before_an_amendment_still_counts(self) -> None:
        before = authority().ending("amended", date(2019, 5, 1), LATER)
        raised = authority(
            cap("15.00"), reference="c2", in_force=DateRange.onwards(date(2019, 5, 1))
        )
        amended = resolution(before, raised)
        made = proposal("10.00", "A", on=date(2018, 5, 1))
        results = [
            judge_each([made, proposal(value, "B", on=date(2019, 5, 1))], under=amended)
            for value in ("5.00", "5.01")
        ]
        assert [[each.result for each in pair] for pair in results] == [
            [MET, MET],
            [MET, NOT_MET],
        ]

    @pytest.mark.parametrize(
        ("make", "field"),
        [
            (lambda: Ending("repealed", FIRST, MINUTE), "how"),  # type: ignore[arg-type]
            (lambda: Ending("revoked", "2019", MINUTE), "on"),  # type: ignore[arg-type]
            (lambda: Ending("revoked", FIRST, "minute"), "source"),  # type: ignore[arg-type]
            (lambda: authority(in_force=2018), "in_force"),
            (lambda: authority(ended="revoked"), "ended"),
            (lambda: resolution(effective_on="2017"), "effective_on"),
            (lambda: resolution(authority(), authority(cap("11.00"), reference="d")), "clauses"),
        ],
    )
    def test_what_a_record_is_made_of_is_checked(
        self, make: Callable[[], object], field: str
    ) -> None:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert error.value.field == field


class TestNoPower:
    PLAN = Citation.record(
        "Cabinet, 22 June 2017", "paragraph (a)", words="the strategy be approved"
    )

    def test_an_approval_gives_no_power_to_award(self) -> None:
        approves = resolution(authority(powers=(APPROVE,)))
        verdict = judge(proposal(), under=approves)
        assert (verdict.result, verdict.failing) == (NOT_MET, Aspect.POWER)

    def test_a_resolution_says_what_it_does_instead(self) -> None:
        verdict = judge(proposal(), under=resolution(paragraphs=[self.PLAN]))
        (finding,) = verdict.unmet
        assert finding.note == "the resolution gives no power: the strategy be approved"
        assert judge(proposal(), under=resolution()).unmet[0].note == (
            "the resolution gives no power"
        )

    def test_bodies_that_act_together_are_part_of_the_record(self) -> None:
        joint = resolution(authority(), lead="Kingston", partners=["Richmond", "NHS"])
        assert (joint.lead, joint.partners) == ("Kingston", ("Richmond", "NHS"))


DATED: Final = Contract("A", FIRST, LAST)
PRICED: Final = Contract("A", value=pounds("1.00"))


class TestWhatNothingLimits:
    def only(self, *clauses: Clause) -> Authority:
        return authority(*clauses)

    @pytest.mark.parametrize(
        ("clauses", "amount"),
        [
            ((Holder("h", MINUTE, "director"),), OPEN),
            ((cap(),), MET),
            ((Floor("f", MINUTE, Figure.pounds("0.50")),), OPEN),
            ((Floor("f", MINUTE, Figure.pounds("0.50")), cap()), MET),
            ((Cap("e", MINUTE, Figure.pounds("9.00", nature=Nature.ESTIMATE)),), OPEN),
            ((Cap("n", MINUTE, Figure(2), of=Of.COUNT),), OPEN),
            ((Unlimited("u", MINUTE, "amount"),), MET),
            ((Unlimited("u", MINUTE, "period"),), OPEN),
            (
                (Readings("r", MINUTE, (Reading("one", cap()), Reading("two", cap("9.00", "d")))),),
                MET,
            ),
            (
                (
                    Threshold(
                        "t",
                        MINUTE,
                        Figure.pounds("5.00", nature=Nature.THRESHOLD),
                        Holder("h", MINUTE, "director"),
                    ),
                ),
                MET,
            ),
            ((Length("l", MINUTE, Term(years=1)),), OPEN),
        ],
    )
    def test_an_amount_that_nothing_limits_is_open(
        self, clauses: tuple[Clause, ...], amount: Result
    ) -> None:
        priced = Proposal(AWARD, PRICED, by="director")
        verdict = judge(priced, under=authority(*clauses))
        assert verdict.on(Aspect.AMOUNT).as_asked in ({amount, NONE} if amount is MET else {amount})
        open_ = [each for each in verdict.findings if each.title == "No limit on the amount"]
        undetermined = [each for each in open_ if each.result is OPEN]
        assert len(undetermined) == (amount is OPEN)

    @pytest.mark.parametrize(
        ("clause", "first", "last"),
        [
            (Window("w", MINUTE, FIRST, LAST), MET, MET),
            (Window("w", MINUTE, FIRST), MET, OPEN),
            (Window("w", MINUTE, last=LAST), MET, MET),
            (Start("s", MINUTE, FIRST), MET, OPEN),
            (Shortest("m", MINUTE, Term(months=1)), MET, OPEN),
            (EventBound("e", MINUTE, "end of the pilot", FIRST, "first"), MET, OPEN),
            (EventBound("e", MINUTE, "new framework", LAST), MET, MET),
            (Length("l", MINUTE, Term(years=1)), MET, MET),
            (Unlimited("u", MINUTE, "period"), MET, MET),
            (Holder("h", MINUTE, "director"), OPEN, OPEN),
        ],
    )
    def test_so_are_days_that_nothing_limits(
        self, clause: Clause, first: Result, last: Result
    ) -> None:
        for contract, expected in ((Contract("A", FIRST), first), (DATED, last)):
            verdict = judge(Proposal(AWARD, contract, by="director"), under=authority(clause))
            titles = [each.title for each in verdict.findings]
            said = any(
                title in ("No limit on the first day", "No limit on the length or the last day")
                for title in titles
            )
            assert said == (expected is OPEN)

    @pytest.mark.parametrize(
        ("clauses", "lot_1", "lot_2"),
        [
            ((Cap("c", MINUTE, TEN, where={"lot": "1"}),), MET, OPEN),
            ((Cap("c", MINUTE, TEN, without={"lot": "2"}),), MET, OPEN),
            ((Cap("c", MINUTE, TEN, where={"lot": "1"}), cap("11.00")), MET, MET),
            ((For("f", MINUTE, {"lot": "1"}, cap()),), MET, OPEN),
            ((For("f", MINUTE, {"lot": "1"}, Unlimited("u", MINUTE, "amount")),), MET, OPEN),
            ((For("f", MINUTE, {"area": "north"}, cap()),), MET, MET),
            (
                (
                    Readings(
                        "r",
                        MINUTE,
                        (
                            Reading("one", For("f", MINUTE, {"lot": "1"}, cap())),
                            Reading("two", READY),
                        ),
                    ),
                ),
                OPEN,
                OPEN,
            ),
            (
                (Cap("c", MINUTE, TEN, where={"lot": "1"}), Unlimited("u", MINUTE, "amount")),
                MET,
                MET,
            ),
        ],
        ids=["where", "without", "in all", "for", "no limit", "another", "in a reading", "express"],
    )
    def test_a_limit_on_one_lot_is_no_leave_for_another(
        self, clauses: tuple[Clause, ...], lot_1: Result, lot_2: Result
    ) -> None:
        for lot, expected in (("1", lot_1), ("2", lot_2)):
            contract = Contract("A", value=pounds("10.00"), tags={"lot": lot})
            asked = Proposal(AWARD, contract, on=FIRST, facts={"ready": True})
            verdict = judge(asked, under=authority(*clauses))
            assert verdict.as_asked is expected
            titles = {each.title for each in verdict.findings if each.asked and each.result is OPEN}
            assert titles == ({"No limit on the amount"} if expected is OPEN else set())

    @pytest.mark.parametrize(
        ("lots", "expected"),
        [(("1",), MET), (("2",), OPEN), (("1", "2"), OPEN), (("1", "1"), MET), ((), OPEN)],
        ids=["the first", "the second", "both", "the first twice", "not stated"],
    )
    def test_each_amount_needs_a_limit_of_its_own(
        self, lots: tuple[str, ...], expected: Result
    ) -> None:
        under = authority(Cap("c", MINUTE, TEN, where={"lot": "1"}))
        amounts = [Line(pounds("2.00"), (("lot", lot),)) for lot in lots] or [Line(pounds("2.00"))]
        verdict = judge(Proposal(AWARD, Contract("A", amounts=amounts)), under=under)
        assert verdict.result is expected
        # where the proposal does not say for which lot it is, it does not ask
        assert verdict.as_asked is (expected if lots else MET)

    def test_an_amount_that_is_not_stated_needs_none(self) -> None:
        under = authority(Cap("c", MINUTE, TEN, where={"lot": "1"}))
        amounts = [Line(pounds("2.00"), (("lot", "1"),)), Line(None, (("lot", "2"),))]
        assert judge(Proposal(AWARD, Contract("A", amounts=amounts)), under=under).is_met

    @pytest.mark.parametrize(("second", "expected"), [("10.00", MET), ("10.01", OPEN)])
    def test_limits_for_each_lot_together_limit_all(self, second: str, expected: Result) -> None:
        caps = [
            Cap("one", MINUTE, TEN, where={"lot": "1"}),
            Cap("two", MINUTE, TEN, where={"lot": "2"}),
        ]
        both = Contract("A", value=pounds(second), tags={"lot": ("1", "2")})
        assert judge(Proposal(AWARD, both), under=authority(*caps)).result is expected

    @pytest.mark.parametrize(
        ("chosen", "expected"), [(None, OPEN), ("in all", MET), ("a number", OPEN)]
    )
    def test_a_limit_in_one_reading_is_none_in_another(
        self, chosen: str | None, expected: Result
    ) -> None:
        number = Cap("n", MINUTE, Figure(2), of=Of.COUNT)
        read = Readings("r", MINUTE, [Reading("in all", cap()), Reading("a number", number)])
        basis = RULES.basis(readings={} if chosen is None else {"r": chosen})
        one = Proposal(AWARD, Contract("A", value=pounds("2.00")))
        assert judge(one, under=authority(read), basis=basis).result is expected

    @pytest.mark.parametrize(
        ("power", "takes", "expected"),
        [(AWARD, None, OPEN), (EXTEND, Taken(term=Term(months=12)), MET)],
    )
    def test_a_limit_on_options_is_none_on_the_firm_term(
        self, power: Power, takes: Taken | None, expected: Result
    ) -> None:
        steps = Steps("o", MINUTE, (Term(months=12),))
        under = authority(steps, powers=(AWARD, EXTEND))
        asked = Proposal(power, Contract("A", term=Term(months=12)), takes=takes)
        assert judge(asked, under=under).as_asked is expected

    def test_what_a_proposal_does_not_state_needs_no_limit(self) -> None:
        holder = authority(Holder("h", MINUTE, "director"))
        assert judge(Proposal(AWARD, Contract("A"), by="director"), under=holder).is_met

    def test_it_says_so_in_words(self) -> None:
        verdict = judge(proposal(), under=authority(Holder("h", MINUTE, "director")))
        finding = about(verdict, "No limit on the amount")
        assert finding.note == "the words set no limit on the amount, and none is no leave"
        against = (show(finding.measured), finding.comparison, finding.permitted)
        assert against == ("£10.00 (VAT not stated)", "needs", "a limit in the words")
        assert [str(each) for each in finding.missing] == ["authority c (what limits the amount)"]


class TestSharedClauses:
    def test_one_figure_for_two_authorities_is_counted_once(self) -> None:
        both = resolution(authority(), authority(reference="d", powers=(AWARD, EXTEND)))
        results = [
            each.result
            for each in judge_each([proposal("6.00", "A"), proposal("4.00", "B")], under=both)
        ]
        assert results == [MET, MET]
        so_far = Used().after(proposal("6.00", "A"), under=both)
        assert [show(room.left) for room in headroom(both, so_far)] == ["£4.00"]

    def test_powers_of_either_use_it_up(self) -> None:
        both = resolution(authority(powers=(AWARD,)), authority(reference="d", powers=(EXTEND,)))
        made = [proposal("6.00", "A"), proposal("4.01", "B", power=EXTEND)]
        assert [each.result for each in judge_each(made, under=both)] == [MET, NOT_MET]


class TestChanges:
    YEARLY = Cap("y", MINUTE, Figure.pounds("10.00"), per=("year",))

    @staticmethod
    def yearly(**years: str) -> Contract:
        named = {f"20{name[1:]}/{int(name[1:]) + 1}": pounds(v) for name, v in years.items()}
        return Contract("A", by_year=ByYear.of(named))

    def test_new_figures_replace_those_of_the_contract(self) -> None:
        made = proposal("9.00")
        raised = proposal("10.00", power=MODIFY, changes="A")
        lowered = proposal("4.00", power=MODIFY, changes="A")
        other = proposal("6.00", "B")
        results = [
            each.result for each in judge_each([made, raised, lowered, other], under=authority())
        ]
        assert results == [MET, MET, MET, MET]

    def test_a_year_that_falls_away_is_free_again(self) -> None:
        under = authority(self.YEARLY)
        made = Proposal(AWARD, self.yearly(y18="9.00", y19="9.00"))
        moved = Proposal(MODIFY, self.yearly(y19="9.00", y20="9.00"), changes="A")
        so_far = Used().after(made, moved, under=under)
        assert dict(so_far.of("y")) == {
            ("2019/20",): 900,
            ("2020/21",): 900,
        }

    def test_a_change_of_what_was_never_counted_counts_whole(self) -> None:
        changed = proposal("10.01", power=MODIFY, changes="Z")
        assert judge(changed, under=authority()).result is NOT_MET
        assert judge(proposal("10.00", power=MODIFY, changes="Z"), under=authority()).is_met

    def test_totals_that_are_stated_may_name_what_they_include(self) -> None:
        made = proposal("9.00")
        so_far = Used.stated({"c.value": Money.pounds("9.00")}, includes=[made])
        raised = proposal("10.00", power=MODIFY, changes="A")
        assert judge(raised, under=authority(), used=so_far).is_met
        alone = Used.stated({"c.value": Money.pounds("9.00")})
        verdict = judge(raised, under=authority(), used=alone)
        assert verdict.result is OPEN
        assert Missing("used", "whether it holds the figures of A") in verdict.missing

    @pytest.mark.parametrize(
        ("value", "expected"), [("1.00", MET), ("1.01", OPEN), ("10.00", OPEN), ("10.01", NOT_MET)]
    )
    def test_where_the_contract_changed_is_not_counted_what_it_frees_is_open(
        self, value: str, expected: Result
    ) -> None:
        so_far = Used().after(proposal("9.00", "B"), under=authority())
        changed = proposal(value, power=MODIFY, changes="Z")
        verdict = judge(changed, under=authority(), used=so_far)
        assert verdict.result is expected
        said = [each.title for each in verdict.findings if each.title == "Contract changed"]
        assert said == (["Contract changed"] if expected is OPEN else [])

    def test_such_a_change_leaves_open_what_is_left(self) -> None:
        before = Used().after(proposal("6.00", "B"), under=authority())
        after = before.after(proposal("3.00", power=MODIFY, changes="Z"), under=authority())
        assert after.of("c.value") == {(): (300, 900, 300, 900)}
        values = ("1.00", "7.00", "7.01")
        found = [judge(proposal(v, "C"), under=authority(), used=after).result for v in values]
        assert found == [MET, OPEN, NOT_MET]

    def test_an_option_of_a_contract_that_is_not_counted_is_still_the_next(self) -> None:
        under = authority(Steps("o", MINUTE, (Term(years=1), Term(years=1))), powers=(EXTEND,))
        so_far = Used.stated({"o": {("taken", "A"): 1}})
        contract = Contract("A", options=[Option(Term(years=1))] * 2, taken=1)
        assert judge(Proposal.exercising(contract), under=under, used=so_far).is_met

    def test_a_power_that_is_not_given_still_changes_what_counts(self) -> None:
        under = authority(powers=(AWARD,))
        made = [
            proposal("9.00"),
            proposal("4.00", power=EXTEND, changes="A"),
            proposal("6.00", "B"),
        ]
        assert [each.result for each in judge_each(made, under=under)] == [MET, NOT_MET, MET]

    def test_one_change_after_another_replaces_the_one_before(self) -> None:
        under = authority(powers=(AWARD,))
        made = [
            proposal("9.00"),
            proposal("4.00", power=MODIFY, changes="A"),
            proposal("5.00", power=MODIFY, changes="A"),
        ]
        assert dict(Used().after(*made, under=under).of("c.value")) == {(): 500}
        so_far = Used()
        for each in made:
            so_far = so_far.after(each, under=under)
        assert dict(so_far.of("c.value")) == {(): 500}

    def test_an_authority_that_never_counted_it_has_nothing_to_replace(self) -> None:
        both = resolution(
            authority(powers=(AWARD,)),
            authority(cap("5.00", "d.value"), reference="d", powers=(EXTEND,)),
        )
        made = [
            proposal("9.00"),
            proposal("4.00", power=EXTEND, changes="A"),
            proposal("5.00", power=EXTEND, changes="A"),
        ]
        assert [each.result for each in judge_each(made, under=both)] == [MET, MET, MET]
        so_far = Used().after(*made, under=both)
        assert [dict(so_far.of(each)) for each in ("c.value", "d.value")] == [{(): 500}, {(): 500}]

    def test_what_counts_nowhere_changes_nothing(self) -> None:
        under = authority(powers=(AWARD,))
        so_far = Used().after(proposal("9.00", power=EXTEND), under=under)
        assert so_far == Used()

    def test_a_price_on_another_basis_is_taken_back_whole(self) -> None:
        net = Figure(Price.net_of_vat(Money.pounds("10.00")))
        under = authority(Cap("c.value", MINUTE, net))
        made = Proposal(AWARD, Contract("A", value=pounds("9.00")))
        exact = Proposal(
            MODIFY, Contract("A", value=Price.exempt(Money.pounds("4.00"))), changes="A"
        )
        so_far = Used().after(made, exact, under=under)
        assert dict(so_far.of("c.value")) == {(): 400}

    def test_options_that_were_taken_stay_taken_when_figures_change(self) -> None:
        steps = Steps("o", MINUTE, (Term(years=1),))
        under = authority(steps, cap("100.00"), powers=(AWARD, EXTEND, MODIFY))
        option = Option(Term(years=1), pounds("1.00"))
        contract = Contract("A", term=Term(years=1), value=pounds("9.00"), options=(option,))
        made = Proposal(AWARD, contract)
        extended = Proposal.exercising(contract)
        again = attrs.evolve(extended, takes=Taken(), reference="A")
        so_far = Used().after(made, extended, under=under)
        assert so_far.of("o") == {("taken", "A"): 1}
        assert dict(so_far.of("c.value")) == {(): 1000}
        assert judge(again, under=under, used=so_far).failing is Aspect.STEP


class TestRegisters:
    DAY = date(2018, 5, 1)

    def test_days_put_awards_in_order(self) -> None:
        late = proposal("6.00", "A", on=date(2018, 5, 2))
        early = proposal("6.00", "B", on=self.DAY)
        results = [each.result for each in judge_register([late, early], under=authority())]
        assert results == [NOT_MET, MET]

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            (("5.00", "5.00"), [MET, MET]),
            (("5.00", "5.01"), [OPEN, OPEN]),
            (("5.00", "10.01"), [OPEN, NOT_MET]),
            (("10.01", "10.02"), [NOT_MET, NOT_MET]),
        ],
    )
    def test_awards_of_one_day_that_fit_only_in_some_orders_are_open(
        self, values: tuple[str, str], expected: list[Result]
    ) -> None:
        made = [
            proposal(value, name, on=self.DAY) for name, value in zip("AB", values, strict=True)
        ]
        verdicts = judge_register(made, under=authority())
        assert [each.result for each in verdicts] == expected

    def test_it_says_that_the_order_is_what_is_missing(self) -> None:
        made = [proposal("5.00", "A", on=self.DAY), proposal("5.01", "B", on=self.DAY)]
        verdict, _ = judge_register(made, under=resolution(authority()))
        assert [each.field for each in verdict.missing] == ["proposal.sequence"]
        assert "Made first or last" in explain.as_text(verdict)

    @pytest.mark.parametrize("numbers", [(1, 2), (2, 1)])
    def test_the_callers_numbers_say_the_order(self, numbers: tuple[int, int]) -> None:
        made = [
            proposal("6.00", name, on=self.DAY, sequence=number)
            for name, number in zip("AB", numbers, strict=True)
        ]
        results = [each.result for each in judge_register(made, under=authority())]
        assert results == ([MET, NOT_MET] if numbers == (1, 2) else [NOT_MET, MET])

    def test_one_number_for_two_awards_is_no_order(self) -> None:
        made = [proposal("6.00", name, on=self.DAY, sequence=1) for name in "AB"]
        assert [each.result for each in judge_register(made, under=authority())] == [OPEN, OPEN]

    def test_a_day_known_to_the_month_leaves_the_order_open(self) -> None:
        made = [
            proposal("6.00", "A", on=DateRange.month(2018, 5)),
            proposal("6.00", "B", on=self.DAY),
            proposal("6.00", "C", on=date(2018, 6, 1)),
        ]
        results = [each.result for each in judge_register(made, under=authority())]
        assert results == [OPEN, OPEN, NOT_MET]

    @pytest.mark.parametrize(
        ("first", "expected"),
        [
            ("4.00", [MET, MET, MET]),
            ("4.01", [OPEN, MET, OPEN]),
            ("10.01", [OPEN, NOT_MET, NOT_MET]),
        ],
    )
    @pytest.mark.parametrize("numbers", [(None, None, None), (1, 2, 0)])
    def test_beside_an_act_of_some_day_of_the_month_the_days_of_the_others_still_put_them_in_order(
        self, first: str, expected: list[Result], numbers: tuple[int | None, ...]
    ) -> None:
        days = (DateRange.month(2018, 5), self.DAY, date(2018, 5, 20))
        made = [
            proposal(value, name, on=on, sequence=number)
            for value, name, on, number in zip(
                ("1.00", first, "5.00"), "ABC", days, numbers, strict=True
            )
        ]
        for step in (1, -1):
            verdicts = judge_register(made[::step], under=authority())
            assert [each.result for each in verdicts] == expected[::step]

    def test_a_number_counts_within_one_day_only(self) -> None:
        month = DateRange.month(2018, 5)
        made = [
            proposal("6.00", name, on=month, sequence=number)
            for name, number in (("A", 1), ("B", 2))
        ]
        assert [each.result for each in judge_register(made, under=authority())] == [OPEN, OPEN]

    def test_a_number_puts_two_of_a_day_in_order_beside_a_third_that_has_none(self) -> None:
        made = [
            proposal(value, name, on=self.DAY, sequence=number)
            for name, value, number in (("A", "6.00", 1), ("B", "6.00", 2), ("C", "1.00", None))
        ]
        results = [each.result for each in judge_register(made, under=authority())]
        assert results == [MET, NOT_MET, OPEN]

    @pytest.mark.parametrize("others", [0, 5])
    @pytest.mark.parametrize(
        ("value", "expected"), [("4.00", MET), ("4.01", OPEN), ("10.01", NOT_MET)]
    )
    def test_beside_a_change_of_some_day_of_the_month_what_came_earlier_is_used(
        self, value: str, expected: Result, others: int
    ) -> None:
        month, late = DateRange.month(2018, 5), date(2018, 5, 20)
        made = [
            proposal("5.00", "A", on=date(2018, 4, 30)),
            proposal("2.00", power=MODIFY, changes="A", on=month),
            proposal("1.00", "B", on=self.DAY),
            proposal(value, "C", on=late),
            *(proposal("0.00", f"n{number}", on=self.DAY) for number in range(others)),
        ]
        for step in (1, -1):
            verdicts = judge_register(made[::step], under=authority())[::step]
            assert [verdicts[2].result, verdicts[3].result] == [MET, expected]

    @pytest.mark.parametrize(
        ("others", "value", "expected"),
        [
            (0, "4.00", MET),
            (0, "4.01", NOT_MET),
            # of so many no order is tried: the change may be of figures that are counted, or not
            (5, "4.00", MET),
            (5, "4.01", OPEN),
        ],
    )
    def test_a_change_that_days_put_before_the_award_stays_before_it(
        self, others: int, value: str, expected: Result
    ) -> None:
        month = DateRange.month(2018, 5)
        made = [
            proposal("2.00", "A", power=MODIFY, changes="A", on=self.DAY),
            proposal("4.00", "A", on=date(2018, 5, 20)),
            *(proposal("0.00", f"n{number}", on=month) for number in range(others + 1)),
            proposal(value, "B", on=date(2018, 6, 1)),
        ]
        for step in (1, -1):
            verdicts = judge_register(made[::step], under=authority())[::step]
            assert verdicts[-1].result is expected

    @pytest.mark.parametrize("others", [0, 4])
    def test_of_two_that_go_on_with_one_contract_neither_is_outside_beside_many_others(
        self, others: int
    ) -> None:
        number = Cap("n", MINUTE, Figure(1), of=Of.COUNT, where={"lot": "1"})
        under = authority(number, powers=(AWARD, EXTEND, MODIFY))

        def of_lot(lot: str, name: str, power: Power = AWARD, changes: str = "") -> Proposal:
            contract = Contract(name, value=pounds("0.00"), tags={"lot": lot})
            return Proposal(power, contract, on=self.DAY, reference=power + name, changes=changes)

        before = Used().after(of_lot("1", "X"), under=under)
        made = [
            of_lot("1", "A", EXTEND),
            of_lot("1", "A", MODIFY, "A"),
            *(of_lot("2", f"n{place}") for place in range(others)),
        ]
        verdicts = judge_register(made, under=under, used=before)
        assert [each.result for each in verdicts[:2]] == [OPEN, OPEN]

    @pytest.mark.parametrize("others", [0, 4])
    def test_a_change_of_what_is_not_counted_leaves_open_what_is_used_for_the_others(
        self, others: int
    ) -> None:
        before = Used().after(proposal("10.00", "X", on=date(2018, 4, 30)), under=authority())
        made = [
            proposal("5.00", power=MODIFY, changes="A", on=self.DAY),
            proposal("1.00", "B", on=self.DAY),
            *(proposal("0.00", f"n{place}", on=self.DAY) for place in range(others)),
        ]
        verdicts = judge_register(made, under=authority(), used=before)
        assert verdicts[1].result is OPEN

    @pytest.mark.parametrize("others", [1, 3])
    @pytest.mark.parametrize("total", ["5.99", "6.00", "11.99", "12.00"])
    @pytest.mark.parametrize("on", [DAY, date(2018, 5, 2)])
    def test_a_contract_awarded_twice_on_one_day_and_extended_is_judged_alike_in_any_order(
        self, total: str, others: int, on: date
    ) -> None:
        year = Term(years=1)
        twice = [
            Proposal(
                AWARD,
                Contract(
                    "A", term=year, value=pounds("0.00"), options=[Option(year, pounds(each))]
                ),
                on=self.DAY,
                reference=f"awarded with {each}",
            )
            for each in ("0.00", "6.00")
        ]
        extension = proposal("6.00", power=EXTEND, takes=Taken(1, 1, year), on=on)
        rest = [proposal("0.00", f"n{place}", on=self.DAY) for place in range(others)]
        made = [*twice, extension, *rest]
        under = authority(cap(total), powers=(AWARD, EXTEND))
        found = judge_register(made, under=under)
        turned = judge_register(made[::-1], under=under)[::-1]
        assert [each.findings for each in turned] == [each.findings for each in found]

    @pytest.mark.parametrize(
        ("changed", "other", "expected"),
        [
            ("5.00", "2.00", [MET, MET, MET]),
            ("5.00", "4.00", [MET, MET, OPEN]),
            ("5.00", "5.01", [MET, OPEN, NOT_MET]),
            ("9.00", "1.00", [MET, MET, MET]),
            ("9.00", "1.01", [MET, OPEN, OPEN]),
            ("9.00", "3.00", [MET, OPEN, NOT_MET]),
            ("10.01", "2.00", [MET, NOT_MET, OPEN]),
        ],
    )
    @pytest.mark.parametrize("step", [1, -1], ids=["as given", "the other way round"])
    def test_a_change_of_the_day_may_come_before_or_after_another_award(
        self, changed: str, other: str, expected: list[Result], step: int
    ) -> None:
        made = [
            proposal("8.00", "A", on=date(2018, 4, 30)),
            proposal(changed, "A", on=self.DAY, changes="A"),
            proposal(other, "B", on=self.DAY),
        ]
        verdicts = judge_register(made[::step], under=authority())
        assert [each.result for each in verdicts] == expected[::step]

    def test_a_contract_is_made_before_it_is_changed(self) -> None:
        made = [
            proposal("9.00", "A", on=self.DAY, changes="A"),
            proposal("8.00", "A", on=self.DAY),
            proposal("1.01", "B", on=date(2018, 5, 2)),
        ]
        results = [each.result for each in judge_register(made, under=authority())]
        assert results == [MET, MET, NOT_MET]

    @pytest.mark.parametrize(
        ("later", "expected"), [("2.00", MET), ("2.01", OPEN), ("5.00", OPEN), ("5.01", NOT_MET)]
    )
    @pytest.mark.parametrize("changed", [("5.00", "8.00"), ("8.00", "5.00")])
    def test_of_two_changes_of_a_day_nobody_knows_which_stands(
        self, changed: tuple[str, str], later: str, expected: Result
    ) -> None:
        made = [
            proposal("1.00", on=date(2018, 4, 30)),
            *(proposal(v, power=MODIFY, changes="A", on=self.DAY) for v in changed),
            proposal(later, "B", on=date(2018, 5, 2)),
        ]
        verdicts = judge_register(made, under=authority())
        assert [each.result for each in verdicts] == [MET, MET, MET, expected]

    def test_a_later_change_replaces_whichever_of_two_was_the_last(self) -> None:
        made = [
            *(proposal(v, power=MODIFY, changes="A", on=self.DAY) for v in ("5.00", "8.00")),
            proposal("1.00", on=self.DAY),
            proposal("9.00", "B", on=date(2018, 5, 3)),
            proposal("2.00", power=MODIFY, changes="A", on=date(2018, 5, 2), sequence=1),
        ]
        numbered = [
            attrs.evolve(each, sequence=n, reference=each.reference)
            for n, each in zip((2, 3, 1, 1, 1), made, strict=True)
        ]
        found = [judge_register(each, under=authority())[3] for each in (made, numbered)]
        assert [each.result for each in found] == [NOT_MET, NOT_MET]

    @pytest.mark.parametrize(
        ("numbers", "expected"), [((None, None), [OPEN, OPEN]), ((1, 2), [MET, MET])]
    )
    def test_options_of_one_day_are_taken_in_some_order(
        self, numbers: tuple[int | None, int | None], expected: list[Result]
    ) -> None:
        year = Term(years=1)
        under = authority(Steps("o", MINUTE, (year, year)), powers=(EXTEND,))
        taken = [
            Proposal(EXTEND, Contract("A"), on=self.DAY, takes=Taken(n, 1, year), sequence=number)
            for n, number in zip((1, 2), numbers, strict=True)
        ]
        found = [each.result for each in judge_register(taken, under=under)]
        assert found == expected

    @pytest.mark.parametrize(
        ("others", "changed", "expected", "of_the_change"),
        [
            ("BCDE", "9.40", MET, MET),
            ("BCDE", "9.41", OPEN, OPEN),
            ("BCDE", "10.01", OPEN, NOT_MET),
            ("BCDEFG", "2.00", MET, MET),
            ("BCDEFG", "9.10", MET, MET),
            ("BCDEFG", "9.11", OPEN, OPEN),
            ("BCDEFG", "10.01", OPEN, NOT_MET),
        ],
    )
    def test_of_more_than_five_those_are_settled_that_no_order_changes(
        self, others: str, changed: str, expected: Result, of_the_change: Result
    ) -> None:
        made = [proposal("9.00", "A", on=date(2018, 4, 30))]
        made += [proposal("0.15", name, on=self.DAY) for name in others]
        made += [proposal(changed, "A", on=self.DAY, changes="A")]
        *rest, change = [each.result for each in judge_register(made, under=authority())]
        assert (rest, change) == ([MET, *[expected] * len(others)], of_the_change)

    def test_of_more_than_five_one_that_is_outside_alone_is_outside_in_any_order(self) -> None:
        made = [proposal("1.00", "A", on=date(2018, 4, 30))]
        made += [proposal("0.50", name, on=self.DAY) for name in "BCDEF"]
        made += [
            proposal("2.00", "A", on=self.DAY, changes="A"),
            proposal("10.01", "G", on=self.DAY),
        ]
        days = Window("c.days", MINUTE, last=date(2020, 3, 31))
        under = authority(cap("10.00"), days)
        made = [
            attrs.evolve(
                each,
                contract=attrs.evolve(each.contract, last_day=date(2020, 3, 31)),
                reference=each.reference,
            )
            for each in made
        ]
        *others, last = judge_register(made, under=under)
        assert last.result is NOT_MET
        assert [each.result for each in others] == [MET, *[OPEN] * 6]
        assert "Beside the most or beside the least" in explain.as_text(others[1])

    def test_of_more_than_five_a_change_beside_another_of_its_contract_stays_open(self) -> None:
        made = [proposal("1.00", "A", on=date(2018, 4, 30))]
        made += [proposal("0.50", name, on=self.DAY) for name in "BCDE"]
        made += [proposal(each, "A", on=self.DAY, changes="A") for each in ("2.00", "3.00")]
        results = [each.result for each in judge_register(made, under=authority())]
        assert results == [MET, *[MET] * 4, OPEN, OPEN]

    def test_of_more_than_five_an_option_stays_open(self) -> None:
        year = Term(years=1)
        under = authority(Steps("o", MINUTE, (year,) * 9), powers=(EXTEND,))
        taken = [
            Proposal(EXTEND, Contract("A"), on=self.DAY, takes=Taken(each, 1, year))
            for each in range(1, 7)
        ]
        assert {each.result for each in judge_register(taken, under=under)} == {OPEN}

    def test_many_changes_of_many_contracts_are_counted_one_contract_after_another(self) -> None:
        names = [f"contract {number}" for number in range(40)]
        made = [proposal("0.10", name, on=date(2018, 4, 30)) for name in names]
        for pounds_ in ("0.20", "0.25"):
            made += [proposal(pounds_, name, on=self.DAY, changes=name) for name in names]
        late = [proposal(each, "Z", on=date(2018, 5, 2)) for each in ("0.00", "2.01")]
        found = [judge_register([*made, each], under=authority())[-1].result for each in late]
        # they come to 8.00 at the least and to 10.00 at the most
        assert found == [MET, NOT_MET]

    @pytest.mark.parametrize(
        ("months", "expected", "remedy"),
        [(5, MET, None), (6, MET, None), (7, NOT_MET, "shorten to 6 months")],
    )
    def test_what_was_taken_of_an_option_in_parts_is_not_there_again(
        self, months: int, expected: Result, remedy: str | None
    ) -> None:
        steps = Steps("o", MINUTE, (Term(months=24),), in_parts=True)
        made = [
            Proposal(EXTEND, Contract("A"), takes=Taken(term=Term(months=each)))
            for each in (18, months, 24)
        ]
        under = authority(steps, powers=EXTEND)
        verdicts = list(judge_each(made, under=under))
        assert [each.result for each in verdicts] == [MET, expected, NOT_MET]
        remedies = [str(each.remedy) for each in verdicts[1].unmet]
        assert remedies == ([remedy] if remedy else [])
        assert months < 6 or [each.remedy for each in verdicts[2].unmet] == [None]

    def test_each_award_has_a_day_and_none_is_no_register(self) -> None:
        assert judge_register([], under=authority()) == ()
        with pytest.raises(InvalidRecordError) as error:
            judge_register([proposal("1.00", "A"), proposal("1.00", "B")], under=authority())
        assert [each.expected for each in error.value.problems] == [
            "the day of the act, to put A in its place",
            "the day of the act, to put B in its place",
        ]

    @pytest.mark.parametrize(("value", "expected"), [("4.00", MET), ("4.01", NOT_MET)])
    def test_a_contract_of_one_lot_counts_in_it(self, value: str, expected: Result) -> None:
        per_lot = Cap("l", MINUTE, Figure.pounds("10.00"), per=("lot",))
        made = [
            Proposal(AWARD, Contract(name, value=pounds(price), tags={"lot": lot}))
            for name, price, lot in (("A", "6.00", "1"), ("B", "9.00", "2"), ("C", value, "1"))
        ]
        results = [each.result for each in judge_each(made, under=authority(per_lot))]
        assert results == [MET, MET, expected]

    def test_a_councils_own_rules_are_asked_in_a_register_too(self) -> None:
        made = [proposal("1.00", "A", on=self.DAY), proposal("1.00", "B", on=self.DAY)]
        used = Used.stated({"c.value": Money.pounds("8.00")})
        results = judge_register(made, under=authority(), used=used, rules=RULES)
        assert [each.result for each in results] == [MET, MET]


class TestWhatIsUsed:
    def test_a_clause_that_a_resolution_does_not_have_is_refused(self) -> None:
        wrong = Used.stated({"c.valeu": Money.pounds("1.00")})
        for ask in (
            lambda: judge(proposal(), under=resolution(authority()), used=wrong),
            lambda: headroom(resolution(authority()), wrong),
        ):
            with pytest.raises(InvalidValueError) as error:
                ask()
            assert (error.value.value, error.value.expected) == ("c.valeu", "clauses of R")

    @pytest.mark.parametrize(
        "ask",
        [
            lambda used: judge(proposal(), under=authority(), used=used),
            lambda used: next(judge_each([proposal()], under=authority(), used=used)),
            lambda used: judge_register([], under=authority(), used=used),
            lambda used: headroom(authority(), used),
            lambda used: used.after(proposal(), under=authority()),
        ],
        ids=["judge", "judge each", "register", "headroom", "after"],
    )
    def test_a_stated_clause_that_an_authority_does_not_have_is_refused(
        self, ask: Callable[[Used], object]
    ) -> None:
        wrong = {"c.valeu": 1, "b.valeu": 1, "c.value": 1}
        with pytest.raises(InvalidValueError) as error:
            ask(Used.stated(wrong))
        assert str(error.value) == "used: expected clauses of c, got 'b.valeu, c.valeu'"

    FITTING: Final = Authority(
        "f",
        MINUTE,
        AWARD,
        (
            Cap("value", MINUTE, Figure.pounds("9.00")),
            Cap("yearly", MINUTE, Figure.pounds("9.00"), per=("year",)),
            Cap("number", MINUTE, Figure(3), of=Of.COUNT),
            Length("length", MINUTE, Term(years=5)),
            Readings(
                "readings",
                MINUTE,
                [
                    Reading("in all", Cap("inner", MINUTE, Figure.pounds("9.00"))),
                    Reading("each", Length("short", MINUTE, Term(years=5))),
                ],
            ),
        ),
    )

    @pytest.mark.parametrize(
        ("totals", "says"),
        [
            ({"value": 9}, "used['value']: expected Money or a Price, got 9"),
            (
                {"value": {"2018/19": Money.pounds("9.00")}},
                (
                    "used['value']: expected Money or a Price, "
                    "got {('2018/19',): Money.pounds('9.00')}"
                ),
            ),
            (
                {"yearly": Money.pounds("9.00")},
                (
                    "used['yearly']: expected Money or a Price by year, in a dict, "
                    "got Money.pounds('9.00')"
                ),
            ),
            (
                {"yearly": {("2018/19", "1"): Money.pounds("9.00")}},
                (
                    "used['yearly']: expected Money or a Price by year, in a dict, "
                    "got {('2018/19', '1'): Money.pounds('9.00')}"
                ),
            ),
            (
                {"number": Money.pounds("1.00")},
                "used['number']: expected a whole number, got Money.pounds('1.00')",
            ),
            (
                {"length": 1},
                "used['length']: expected nothing, as the clause keeps no count, got 1",
            ),
            (
                {"readings": Money.pounds("9.00")},
                (
                    "used['readings']: expected a dict by the name of the part and the reference "
                    "of a clause in it, got Money.pounds('9.00')"
                ),
            ),
            (
                {"readings": {("in all", "other"): Money.pounds("9.00")}},
                (
                    "used['readings']: expected a dict by the name of the part and the reference "
                    "of a clause in it, got {('in all', 'other'): Money.pounds('9.00')}"
                ),
            ),
        ],
    )
    def test_what_does_not_fit_its_clause_is_refused(
        self, totals: dict[str, Any], says: str
    ) -> None:
        for under in (self.FITTING, resolution(self.FITTING)):
            with pytest.raises(InvalidValueError) as error:
                judge(proposal("0.01"), under=under, used=Used.stated(totals))
            assert str(error.value) == says

    @pytest.mark.parametrize(
        "totals",
        [
            {"value": Money.pounds("9.00")},
            {"yearly": {"2018/19": Money.pounds("9.00")}},
            {"yearly": {"not stated": Money.pounds("9.00")}},
            {"number": 3},
            {"readings": {("in all", "inner"): Money.pounds("9.00")}},
        ],
    )
    def test_what_fits_its_clause_is_held_against_it(self, totals: dict[str, Any]) -> None:
        contract = Contract(
            "new", FIRST, date(2019, 3, 31), by_year=ByYear.of({"2018/19": pounds("0.01")})
        )
        used = Used.stated(totals)
        assert judge(Proposal(AWARD, contract), under=self.FITTING).is_met
        for under in (self.FITTING, resolution(self.FITTING)):
            assert not judge(Proposal(AWARD, contract), under=under, used=used).is_met

    def test_what_is_stated_of_no_group_may_lie_in_any_and_the_findings_say_so(self) -> None:
        per_lot = Cap("c", MINUTE, Figure.pounds("120.00"), per=("lot",))
        contract = Contract("new", value=pounds("100.00"), tags={"lot": "1"})
        used = Used.stated({"c": {"not stated": Money.pounds("50.00")}})
        verdict = judge(
            Proposal(AWARD, contract), under=Authority("a", MINUTE, AWARD, per_lot), used=used
        )
        assert verdict.result is OPEN
        (finding,) = [each for each in verdict.findings if each.rule == "c"]
        assert finding.result is OPEN

    BOTH: Final = Figure(Price.both(net=Money.pounds("100.00"), gross=Money.pounds("120.00")))

    @staticmethod
    def beside(cap: Clause, given: Used, price: Price) -> Result:
        under = Authority("a", MINUTE, AWARD, cap)
        return judge(Proposal(AWARD, Contract("new", value=price)), under=under, used=given).result

    @pytest.mark.parametrize(
        ("used", "answer"),
        [
            (Price.plus_vat(Money.pounds("60.00"), "20"), NOT_MET),
            (Price.plus_vat(Money.pounds("50.00"), "20"), MET),
            (Price.as_stated(Money.pounds("50.00")), MET),
            (Price.as_stated(Money.pounds("50.01")), OPEN),
        ],
    )
    def test_a_price_that_was_used_is_counted_with_its_vat(
        self, used: Price, answer: Result
    ) -> None:
        cap, price = Cap("c", MINUTE, self.BOTH), Price.plus_vat(Money.pounds("50.00"), "20")
        assert self.beside(cap, Used.stated({"c": used}), price) is answer
        spent = Proposal(AWARD, Contract("old", value=used))
        folded = Used().after(spent, under=Authority("a", MINUTE, AWARD, cap))
        assert self.beside(cap, folded, price) is answer

    def test_money_may_be_with_vat_or_without_where_the_figure_is_stated_both_ways(self) -> None:
        fifty = Price.including_vat(Money.pounds("50.00"))
        used = Used.stated({"c": Money.pounds("60.00")})
        cap = Cap("c", MINUTE, self.BOTH)
        assert self.beside(cap, used, fifty) is OPEN
        # so it is once something else has been done, and under a clause for some requests
        fold = used.after(
            Proposal(AWARD, Contract("more", value=fifty)), under=Authority("a", MINUTE, AWARD, cap)
        )
        both = {(): (6000, 6000)}
        net, _, _, gross = fold.of("c")[()]  # type: ignore[misc]
        assert net < both[()][0]
        assert gross > both[()][1]
        some = For("f", MINUTE, {"power": AWARD}, cap)
        inner = Used.stated({"f": {("for power award", "c"): Money.pounds("60.00")}})
        assert self.beside(some, inner, fifty) is OPEN

    def test_money_is_without_vat_where_the_figure_is(self) -> None:
        cap = Cap("c", MINUTE, Figure(Price.net_of_vat(Money.pounds("100.00"))))
        used = Used.stated({"c": Money.pounds("60.00")})
        for pounds_net, answer in (("40.00", MET), ("40.01", NOT_MET)):
            price = Price.net_of_vat(Money.pounds(pounds_net))
            assert self.beside(cap, used, price) is answer

    def test_a_price_of_unstated_vat_is_like_a_figure_that_states_none(self) -> None:
        cap = Cap("c", MINUTE, Figure.pounds("100.00"))
        used = Used.stated({"c": Price.as_stated(Money.pounds("60.00"))})
        for pounds_more, answer in (("40.00", MET), ("40.01", NOT_MET)):
            assert self.beside(cap, used, pounds(pounds_more)) is answer

    def test_a_clause_that_took_the_place_of_another_may_be_the_one_that_is_meant(self) -> None:
        before = Authority("b", MINUTE, AWARD, Cap("n", MINUTE, Figure(3), of=Of.COUNT))
        ended = before.ending("superseded", date(2019, 4, 1), MINUTE)
        after = Authority("a", MINUTE, AWARD, Cap("n", MINUTE, Figure.pounds("9.00")))
        under = resolution(ended, after)
        for stated in (3, Money.pounds("9.00")):
            judge(proposal("0.01"), under=under, used=Used.stated({"n": stated}))
        with pytest.raises(InvalidValueError) as error:
            judge(proposal("0.01"), under=under, used=Used.stated({"n": {"A": 3}}))
        assert error.value.expected == "a whole number"

    def test_totals_folded_under_another_authority_are_kept_and_not_looked_at(self) -> None:
        other = Authority("d", MINUTE, AWARD, Cap("d.value", MINUTE, Figure.pounds("9.00")))
        so_far = Used().after(proposal("1.00"), under=other)
        after = so_far.after(proposal("2.00"), under=authority())
        assert set(after.totals) == {"c.value", "d.value"}
        assert judge(proposal("8.00"), under=authority(), used=after).is_met
        assert judge(proposal("8.01"), under=authority(), used=after).result is NOT_MET

    def test_what_was_stated_by_hand_stays_so_when_more_is_done(self) -> None:
        stated = Used.stated({"c.value": Money.pounds("1.00")}).after(
            proposal("2.00"), under=authority()
        )
        other = Authority("d", MINUTE, AWARD, Cap("d.value", MINUTE, Figure.pounds("9.00")))
        with pytest.raises(InvalidValueError) as error:
            headroom(other, stated)
        assert error.value.value == "c.value"

    @pytest.mark.parametrize(
        "ask",
        [
            lambda: headroom(authority(), Money.pounds("1.00")),  # type: ignore[arg-type]
            lambda: judge(proposal(), under=authority(), used={}),  # type: ignore[arg-type]
        ],
    )
    def test_what_is_used_is_a_used(self, ask: Callable[[], object]) -> None:
        with pytest.raises(InvalidValueError) as error:
            ask()
        assert error.value.field == "used"

    def test_what_was_done_is_a_proposal(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Used().after(Contract("A"), under=authority())  # type: ignore[arg-type]
        assert error.value.expected == "a Proposal"

    def test_relying_on_it_by_name_counts_and_on_another_does_not(self) -> None:
        here = proposal("6.00", "A", relies_on="c")
        there = proposal("6.00", "B", relies_on="d")
        so_far = Used().after(here, there, under=authority())
        assert dict(so_far.of("c.value")) == {(): 600}
        verdict = judge(there, under=authority())
        (finding,) = verdict.findings
        assert (verdict.result, finding.measured, finding.permitted) == (NONE, "d", "c")


class TestWhatIsLeft:
    def test_by_whom_for_what_until_when_and_how_much(self) -> None:
        clauses = (
            Holder("h", MINUTE, "director"),
            Joint("j", MINUTE, ("adults", "children")),
            Only("s", MINUTE, "service", "carers"),
            Precondition("p", MINUTE, "waiver"),
            Window("w", MINUTE, FIRST, LAST),
            cap(),
        )
        days = DateRange(FIRST, LAST)
        under = resolution(
            authority(*clauses, in_force=days),
            authority(cap("1.00", "old"), reference="old").ending("revoked", FIRST, LATER),
        )
        (left,) = remaining(under, Used().after(proposal("4.00"), under=under))
        assert (left.authority, left.powers, left.days) == ("c", (AWARD, MODIFY), days)
        assert left.holders == ("director", "adults", "children")
        assert (left.scope, left.first) == ((("service", ("carers",)),), ("waiver",))
        assert [show(room.left) for room in left.rooms] == ["31 March 2019", "£6.00"]


class TestContradictions:
    @staticmethod
    def wrong(*clauses: Clause, **stated: Any) -> list[tuple[str, str, str, str]]:  # noqa: ANN401
        found = contradictions(resolution(authority(*clauses), **stated))
        assert all(not each.binding and each.result is NOT_MET for each in found)
        return [(each.rule, each.note, show(each.measured), show(each.permitted)) for each in found]

    def test_a_record_that_agrees_with_itself_has_none(self) -> None:
        clauses = (
            Cap("a", MINUTE, Figure.pounds("4.00"), where={"lot": "1"}),
            Cap("b", MINUTE, Figure.pounds("6.00"), where={"lot": "2"}),
            Cap("y", MINUTE, Figure.pounds("6.00"), where={"year": "2018/19"}),
            cap("10.00"),
            Cap("n", MINUTE, Figure(2), of=Of.COUNT),
            Window("w", MINUTE, FIRST, LAST),
            Window("s", MINUTE, FIRST),
            Length("l", MINUTE, Term(years=1)),
            Length("u", MINUTE, None, "firm"),
        )
        assert self.wrong(*clauses, resolved_on=RESOLVED, effective_on=RESOLVED) == []
        assert self.wrong() == []

    def test_readings_that_note_what_is_wrong(self) -> None:
        readings = Readings(
            "r",
            MINUTE,
            (
                Reading("30 June", Window("w", MINUTE, last=date(2018, 6, 30))),
                Reading("1 July", Window("v", MINUTE, last=date(2018, 7, 1))),
            ),
            wrong="31 June is no day",
        )
        assert self.wrong(readings) == [("r", "31 June is no day", "30 June, 1 July", "not stated")]
        verdict = judge(
            Proposal(AWARD, Contract("A", FIRST, date(2018, 7, 1))), under=authority(readings)
        )
        assert verdict.differs
        assert "Readings: 31 June is no day" in {
            part.title for part in verdict.parts if isinstance(part, Verdict)
        }

    @pytest.mark.parametrize(
        ("total", "found"),
        [
            ("9.99", [("c.value", "the parts do not add up to the total", "£10.00", "£9.99")]),
            ("10.00", []),
            ("10.01", [("c.value", "the parts do not add up to the total", "£10.00", "£10.01")]),
        ],
    )
    def test_parts_that_do_not_add_up(
        self, total: str, found: list[tuple[str, str, str, str]]
    ) -> None:
        years = {"2018/19": "4.00", "2019/20": "6.00"}
        caps = [
            Cap(year, MINUTE, Figure.pounds(value), where={"year": year})
            for year, value in years.items()
        ]
        assert self.wrong(*caps, cap(total)) == found

    @pytest.mark.parametrize(
        ("price", "shown"),
        [(Price.net_of_vat, "£9.99"), (lambda each: Price.plus_vat(each, "20"), "£9.99")],
    )
    def test_parts_that_do_not_add_up_where_vat_is_stated(
        self, price: Callable[[Money], Price], shown: str
    ) -> None:
        def stated(pounds: str) -> Figure:
            return Figure(price(Money.pounds(pounds)))

        lots = [
            Cap(lot, MINUTE, stated(value), where={"lot": lot})
            for lot, value in (("1", "4.00"), ("2", "6.00"))
        ]
        note = "the parts do not add up to the total"
        assert self.wrong(*lots, Cap("t", MINUTE, stated("10.00"))) == []
        assert self.wrong(*lots, Cap("t", MINUTE, stated("9.99"))) == [("t", note, "£10.00", shown)]

    def test_parts_on_another_basis_of_vat_are_not_added(self) -> None:
        gross = Figure(Price.including_vat(Money.pounds("6.00")))
        lots = [
            Cap("1", MINUTE, Figure.pounds("4.00"), where={"lot": "1"}),
            Cap("2", MINUTE, gross, where={"lot": "2"}),
        ]
        unpublished = Cap("3", MINUTE, Figure.unpublished(), where={"lot": "3"})
        assert self.wrong(*lots, cap("20.00")) == []
        assert self.wrong(lots[0], unpublished, cap("20.00")) == []

    @pytest.mark.parametrize(("total", "fits"), [("9.00", True), ("9.01", True), ("8.99", False)])
    def test_rounded_parts_add_up_where_what_they_may_mean_does(
        self, total: str, *, fits: bool
    ) -> None:
        pound = Money.pounds("1.00")
        lots = [
            Cap(lot, MINUTE, Figure.pounds("5.00", rounded_to=pound), where={"lot": lot})
            for lot in ("1", "2")
        ]
        assert (self.wrong(*lots, cap(total)) == []) is fits

    def test_parts_that_bind_some_contracts_alone_are_added_up_too(self) -> None:
        lots = [Cap(lot, MINUTE, Figure.pounds("5.00"), where={"lot": lot}) for lot in ("1", "2")]
        north = For("f", MINUTE, {"area": "north"}, (cap("9.00"), *lots))
        assert [each[0] for each in self.wrong(north)] == ["c.value"]

    @pytest.mark.parametrize(("least", "fits"), [("10.00", True), ("10.01", False)])
    def test_a_least_figure_above_the_most(self, least: str, *, fits: bool) -> None:
        floor = Floor("f", MINUTE, Figure.pounds(least))
        expected = [("f", "the least is more than the most", least, "£10.00")]
        found = [
            (rule, note, have[1:], most) for rule, note, have, most in self.wrong(floor, cap())
        ]
        assert found == ([] if fits else expected)
        # neither of another part, nor on another basis of VAT
        apart = Cap("c", MINUTE, Figure.pounds("10.00"), where={"lot": "1"})
        net = Cap("n", MINUTE, Figure(Price.net_of_vat(Money.pounds("1.00"))))
        assert self.wrong(floor, apart, net) == []

    @pytest.mark.parametrize(
        ("start", "found"),
        [
            (date(2018, 4, 1), []),
            (date(2018, 4, 2), ["the days do not hold the longest length"]),
            (
                date(2019, 5, 1),
                ["it may not start before the last day on which it may end is over"],
            ),
        ],
    )
    def test_days_from_the_start_that_do_not_hold_the_length(
        self, start: date, found: list[str]
    ) -> None:
        clauses = (
            Start("s", MINUTE, start, start),
            Window("w", MINUTE, last=LAST),
            Length("l", MINUTE, Term(years=1)),
        )
        assert [note for _, note, _, _ in self.wrong(*clauses)] == found

    @pytest.mark.parametrize(
        ("total", "lots", "fits"),
        [
            ("9.99", ("1", "2", "3"), False),
            ("10.00", ("1", "2", "3"), True),
            ("10.01", ("1", "2", "3"), True),
            ("10.01", ("1", "2"), False),
        ],
    )
    def test_a_part_without_a_figure_takes_what_the_others_leave(
        self, total: str, lots: tuple[str, ...], *, fits: bool
    ) -> None:
        caps = [
            Cap(lot, MINUTE, Figure.pounds(value), where={"lot": lot})
            for lot, value in (("1", "4.00"), ("2", "6.00"))
        ]
        scope = (Only("s", MINUTE, "area", "north"), Only("o", MINUTE, "lot", lots))
        assert (self.wrong(*caps, *scope, cap(total)) == []) == fits

    def test_numbers_that_do_not_add_up(self) -> None:
        caps = [Cap(lot, MINUTE, Figure(2), where={"lot": lot}, of=Of.COUNT) for lot in ("1", "2")]
        total = Cap("n", MINUTE, Figure(5), of=Of.COUNT)
        assert self.wrong(*caps, total)[0][2:] == ("4", "5")

    @pytest.mark.parametrize(
        ("net", "gross", "fits"),
        [
            ("100.00", "120.00", True),
            ("100.00", "117.50", True),
            ("100.00", "115.00", True),
            ("100.00", "105.00", True),
            ("100.00", "100.00", True),
            ("100.00", "120.01", False),
            ("100.00", "110.00", False),
        ],
    )
    def test_vat_at_no_rate(self, net: str, gross: str, fits: bool) -> None:  # noqa: FBT001
        price = Price.both(net=Money.pounds(net), gross=Money.pounds(gross))
        found = self.wrong(Cap("v", MINUTE, Figure(price)))
        assert (found == []) is fits
        rounded = Figure(price, rounded_to=Money.pounds("1.00"))
        assert self.wrong(Cap("v", MINUTE, rounded)) == []
        assert self.wrong(Cap("v", MINUTE, Figure(Price.net_of_vat(Money.pounds(net))))) == []

    def test_a_length_that_its_days_cannot_hold(self) -> None:
        clauses = (
            Length("l", MINUTE, Term(months=13)),
            Window("w", MINUTE, FIRST, LAST),
        )
        assert self.wrong(*clauses) == [
            ("l", "the days do not hold the longest length", "1 year 1 month", "1 year")
        ]

    @pytest.mark.parametrize(("whole", "fits"), [(47, False), (48, True), (49, False)])
    def test_a_whole_that_is_not_its_parts(self, whole: int, fits: bool) -> None:  # noqa: FBT001
        clauses = (
            Length("f", MINUTE, Term(months=24), "firm"),
            Length("l", MINUTE, Term(months=whole)),
            Steps("o", MINUTE, (Term(months=12), Term(months=12))),
        )
        assert (self.wrong(*clauses) == []) is fits

    def test_steps_of_unknown_length_prove_nothing(self) -> None:
        from carerslib.clauses import Step  # noqa: PLC0415

        clauses = (
            Length("f", MINUTE, Term(months=24), "firm"),
            Length("l", MINUTE, Term(months=48)),
            Steps("o", MINUTE, (Step(None), Step(None))),
        )
        assert self.wrong(*clauses) == []

    @pytest.mark.parametrize(
        ("resolved", "found"),
        [(date(2017, 6, 22), 0), (date(2017, 6, 23), 1), (DateRange.month(2017, 6), 0), (None, 0)],
    )
    def test_an_effective_day_before_the_resolution(
        self, resolved: date | DateRange | None, found: int
    ) -> None:
        stated = {"resolved_on": resolved, "effective_on": date(2017, 6, 22)}
        assert len(self.wrong(**stated)) == found


class TestProposals:
    def test_facts_are_yes_or_no_a_day_or_a_fact(self) -> None:
        facts = {"a": True, "b": FIRST, "c": Fact(met=None)}
        assert proposal(facts=facts).facts == (
            ("a", Fact(met=True)),
            ("b", Fact(met=True, on=FIRST)),
            ("c", Fact(met=None)),
        )
        with pytest.raises(InvalidValueError) as error:
            proposal(facts={"a": "yes"})
        assert error.value.field == "facts['a']"

    @pytest.mark.parametrize(
        ("stated", "field"),
        [
            ({"by": ()}, "by"),
            ({"by": ("director", "")}, "by"),
            ({"takes": 1}, "takes"),
            ({"sequence": "1"}, "sequence"),
            ({"sequence": True}, "sequence"),
        ],
    )
    def test_what_a_proposal_states_is_checked(self, stated: dict[str, Any], field: str) -> None:
        with pytest.raises(InvalidValueError) as error:
            proposal(**stated)
        assert error.value.field == field

    def test_a_proposal_of_another_reference_is_of_the_same_contract(self) -> None:
        each = Cap("v", MINUTE, Figure.pounds("10.00"), per=("contract",))
        made = Proposal(AWARD, Contract("A", value=pounds("6.00")))
        more = Proposal(MODIFY, Contract("A", value=pounds("6.00")), reference="A, variation 1")
        results = [each.result for each in judge_each([made, more], under=authority(each))]
        assert results == [MET, NOT_MET]

    def test_exercising_takes_the_next_options_with_their_length(self) -> None:
        year = Option(Term(years=1), pounds("1.00"))
        contract = Contract("A", FIRST, LAST, value=pounds("1.00"), options=(year, year, Option()))
        first = Proposal.exercising(contract, by="director", on=LAST, facts={"review": True})
        assert (first.takes, first.changes, first.power) == (
            Taken(1, 1, Term(years=1)),
            "A",
            EXTEND,
        )
        both = Proposal.exercising(contract, times=2)
        assert both.takes == Taken(1, 2, Term(years=2))
        last = Proposal.exercising(contract.taking(2), reference="A, third option")
        assert (last.takes, last.reference) == (Taken(3), "A, third option")
        with pytest.raises(InvalidValueError) as error:
            Proposal.exercising(contract, times=4)
        assert error.value.field == "taken"

    def test_a_remedy_for_another_field_is_refused(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            proposal().amended(Remedy("colour", 1, "reduce to", 1))
        assert error.value.expected == (
            "an amount, first_day, last_day, term, number, options, or the term of an option"
        )

    def test_a_remedy_of_a_number_changes_it(self) -> None:
        twelve = Proposal(AWARD, Contract("A", number=12))
        assert twelve.amended(Remedy("number", 3, "no more than", 3)).contract.number == 3


def _stated(line: Line) -> str:
    assert line.price is not None
    return show(line.price.stated)


class TestContracts:
    def test_amounts_are_of_the_whole_and_a_remedy_can_change_one(self) -> None:
        lots = [Line(pounds("4.00"), (("lot", "1"),)), Line(pounds("7.00"), (("lot", "2"),))]
        proposed = Proposal(AWARD, Contract("A", amounts=lots))
        (finding,) = judge(proposed, under=authority()).unmet
        assert finding.remedy is not None
        assert show(finding.remedy.nearest) == "£10.00"
        amended = proposed.amended(finding.remedy)
        assert [_stated(line) for line in amended.contract.whole.lines] == ["£4.00", "£6.00"]

    def test_an_amount_of_the_firm_part_is_of_no_option(self) -> None:
        firm = Line(pounds("4.00"), (("part", "firm"),))
        option = Line(pounds("7.00"), (("option", "1"),))
        contract = Contract("A", amounts=[firm, option], options=(Option(Term(years=1)),))
        assert [_stated(line) for line in contract.firm.lines] == ["£4.00"]

    def test_an_uplift_can_be_reduced_too(self) -> None:
        years = ByYear.of({"2018/19": pounds("9.00")})
        rise = ByYear.of({"2018/19": pounds("2.00")})
        proposed = Proposal(AWARD, Contract("A", by_year=years, uplift=rise))
        (finding,) = judge(proposed, under=authority()).unmet
        assert finding.remedy is not None
        assert judge(proposed.amended(finding.remedy), under=authority()).is_met

    def test_prices_rise_by_so_much_each_year(self) -> None:
        prices = uplifted(pounds("100.00"), ["2018/19", "2019/20", "2020/21"], "2.5")
        assert [show(each.stated) for each in prices.values()] == ["£100.00", "£102.50", "£105.06"]

    def test_options_taken_are_counted_as_committed(self) -> None:
        year = Option(Term(years=1), pounds("1.00"))
        contract = Contract("A", FIRST, LAST, value=pounds("1.00"), options=(year, year))
        assert contract.committed == contract.firm
        assert contract.taking().committed.last == date(2020, 3, 31)
        assert contract.taking(2).committed.last == contract.whole.last
        assert contract.taking().exercised().taken == 0

    def test_an_option_to_a_day_is_as_long_as_the_days_say(self) -> None:
        until = Option(last_day=date(2020, 3, 31))
        assert Contract("A", FIRST, LAST, options=(until,)).offered == (Term(years=1),)
        assert Contract("A", options=(until,)).offered == (None,)

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"amounts": [Line(None)], "value": pounds("1.00")}, "amounts"),
            ({"uplift": pounds("1.00")}, "uplift"),
            ({"taken": 1}, "taken"),
            ({"taken": -1}, "taken"),
            ({"number": 0}, "number"),
            ({"tags": {"lot": None}}, "tags['lot']"),
            ({"tags": {"lot": ("1", None)}}, "tags['lot']"),
            ({"tags": {"lot": ()}}, "tags['lot']"),
        ],
    )
    def test_what_a_contract_is_made_of_is_checked(
        self, fields: dict[str, Any], field: str
    ) -> None:
        with pytest.raises(InvalidValueError) as error:
            Contract("A", **fields)
        assert error.value.field == field


class TestWhatToReportFirst:
    @staticmethod
    def verdict(*clauses: Clause, **stated: Any) -> Verdict:  # noqa: ANN401
        return judge(proposal(**stated), under=authority(*clauses))

    def test_the_first_aspect_in_order_is_reported(self) -> None:
        verdict = self.verdict(cap("9.00"), Holder("h", MINUTE, "director"), by="assistant")
        assert verdict.failing is Aspect.HOLDER
        assert self.verdict(cap()).failing is None

    def test_of_several_authorities_the_nearest_is_reported(self) -> None:
        several = resolution(
            authority(powers=(Power("novate"),)),
            authority(cap("9.00", "d.value"), reference="d"),
        )
        verdict = judge(proposal(), under=several)
        assert verdict.failing is Aspect.AMOUNT
        assert [each.rule for each in verdict.nearest.unmet] == ["d.value"]

    def test_a_verdict_of_one_part_is_its_own_nearest(self) -> None:
        verdict = self.verdict(cap())
        assert verdict.nearest == verdict
        nothing = judge(proposal(), under=resolution())
        assert nothing.nearest == nothing

    def test_what_is_met_is_nearer_than_what_is_open(self) -> None:
        several = resolution(
            authority(Cap("u", MINUTE, Figure.unpublished())),
            authority(cap("11.00", "d.value"), reference="d"),
        )
        verdict = judge(proposal(), under=several)
        assert verdict.nearest.is_met
        assert verdict.failing is None

    def test_readings_that_differ_are_told_from_facts_that_are_missing(self) -> None:
        readings = Readings(
            "r", MINUTE, (Reading("one", cap("9.00", "a")), Reading("two", cap("10.00", "b")))
        )
        assert self.verdict(readings).differs
        assert not self.verdict(Cap("u", MINUTE, Figure.unpublished())).differs
        assert not self.verdict(cap()).differs

    def test_a_reading_that_was_chosen_leaves_nothing_to_differ(self) -> None:
        readings = Readings(
            "r", MINUTE, (Reading("one", cap("9.00", "a")), Reading("two", cap("10.00", "b")))
        )
        chosen = RULES.basis(readings={"r": "one"})
        verdict = judge(proposal(), under=authority(readings), basis=chosen)
        assert (verdict.differs, verdict.failing) == (False, Aspect.AMOUNT)

    def test_inside_the_rounding_of_a_figure_the_readings_differ(self) -> None:
        rounded = Cap("v", MINUTE, Figure.pounds("10.00", rounded_to=Money.pounds("1.00")))
        verdict = self.verdict(rounded)
        assert (verdict.result, verdict.differs) == (OPEN, True)
        assert {part.title for part in verdict.findings} >= {
            "Value, rounded up",
            "Value, rounded down",
        }


class Weekday:
    """A council's own clause: acts on weekdays only, and at most so many of them."""

    reference = "own"
    source = MINUTE
    limits = ("amount", "start", "end")

    def adds(self, request: Request, basis: Basis) -> Adds:
        del request, basis
        return (((), 1),)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        del basis
        day = request.on
        fits = isinstance(day, date) and day.weekday() < 5
        (held,) = tally[1]
        return MET if fits and held == 1 else NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        result = self.result(request, tally, basis)
        return Finding(
            "own", "Weekday", result, Aspect.DATES, request.reference, MINUTE, request.on
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del basis
        held = used.get((), 0)
        assert isinstance(held, int)
        return (Room("own", "Acts left", (), 1 - held, MINUTE),)


class TestAClauseFromOutside:
    MONDAY, SUNDAY = date(2018, 4, 9), date(2018, 4, 8)

    @pytest.mark.parametrize(("day", "expected"), [(MONDAY, MET), (SUNDAY, NOT_MET)])
    @pytest.mark.parametrize("nested", [False, True])
    def test_it_is_judged_explained_and_has_room(
        self,
        day: date,
        expected: Result,
        nested: bool,  # noqa: FBT001
    ) -> None:
        other = Reading("never", Holder("h", MINUTE, "nobody"))
        clause: Clause = Weekday()
        if nested:
            clause = Either("e", MINUTE, (Reading("own words", clause), other))
        under = authority(clause)
        verdict = judge(proposal(on=day, by="director"), under=under)
        assert verdict.result is expected
        assert "Weekday" in explain.as_text(verdict)
        so_far = Used().after(proposal(on=day), under=under)
        assert [(room.left) for room in headroom(under, so_far)] == [0]
        again = judge(proposal(on=day, by="director"), under=under, used=so_far)
        assert again.result is NOT_MET
        assert remaining(under, so_far)[0].rooms == headroom(under, so_far)


def test_a_name_that_awards_does_not_offer_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'awarded'"):
        awards.awarded  # noqa: B018
    assert dir(awards) == sorted(awards.__all__)
