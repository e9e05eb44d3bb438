"""Ten decisions such as councils take, invented, each written down once and asked three questions.

They put together features that the open cases have apart: what is capped for each year of a
contract and in all, for several recipients, with a holder who changes above a threshold, and so on.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import budget, label, net, stated, worth

from carerslib.awards import (
    APPROVE,
    AWARD,
    BID,
    CALL_OFF,
    DIRECT_AWARD,
    END,
    ENTER_AGREEMENT,
    EXTEND,
    GRANT,
    MODIFY,
    SPEND,
    TENDER,
    Authority,
    Proposal,
    Resolution,
    Used,
    headroom,
    judge,
    judge_each,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Delegation,
    Either,
    EventBound,
    Except,
    Figure,
    Floor,
    For,
    Holder,
    Kind,
    Length,
    Line,
    Nature,
    Of,
    Only,
    Precondition,
    Reading,
    SamePeriod,
    Share,
    Start,
    Step,
    Steps,
    Taken,
    Threshold,
    Window,
    firm_or_whole,
    one_or_several,
    together_or_alone,
    year_or_whole,
)
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, Term

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(months=12)


def decision(*authorities: Authority, **about: object) -> Resolution:
    return Resolution("R", "Cabinet", MINUTE, authorities=authorities, **about)  # type: ignore[arg-type]


def authority(reference: str, powers: object, *clauses: Clause) -> Authority:
    return Authority(reference, MINUTE, powers, clauses)  # type: ignore[arg-type]


def ask(proposal: Proposal, under: Resolution, used: Used | None = None) -> str:
    return label(judge(proposal, under=under, used=used))


class TestRespiteByLotsWithOneProviderOfTwoAtMost:
    """Three lots, each with a yearly figure of its own; no supplier may have more than two."""

    FIGURES: Final = {"north": "90000.00", "south": "60000.00", "west": "45000.00"}
    DECIDED: Final = decision(
        authority(
            "a",
            AWARD,
            Only("a.lot", MINUTE, "lot", FIGURES),
            *(
                Cap(
                    f"a.{lot}",
                    MINUTE,
                    worth(most),
                    per=("contract year",),
                    where={"lot": lot},
                )
                for lot, most in FIGURES.items()
            ),
            Cap("a.supplier", MINUTE, Figure(2), per=("provider",), of=Of.COUNT),
            Length("a.length", MINUTE, Term(months=36)),
        )
    )

    def award(self, lot: str, pounds: str, *, provider: str = "Respite CIC") -> Proposal:
        lines = [
            Line(stated(pounds), (("contract year", str(year)), ("lot", lot))) for year in (1, 2, 3)
        ]
        tags = {"lot": lot, "provider": provider}
        return Proposal(AWARD, Contract(lot, term=Term(months=36), amounts=lines, tags=tags))

    def test_each_year_of_a_lot_may_be_at_its_figure(self) -> None:
        assert ask(self.award("west", "45000.00"), self.DECIDED) == "within"

    def test_one_lot_may_not_have_the_figure_of_another(self) -> None:
        assert ask(self.award("south", "90000.00"), self.DECIDED) == "exceeds"

    def test_a_third_lot_for_one_supplier_is_too_many(self) -> None:
        two = [self.award("north", "1.00"), self.award("south", "1.00")]
        used = Used().after(*two, under=self.DECIDED)
        assert ask(self.award("west", "1.00"), self.DECIDED, used) == "exceeds"
        other = self.award("west", "1.00", provider="Another")
        assert ask(other, self.DECIDED, used) == "within"


class TestADirectorUpToAThresholdAndCabinetAboveIt:
    """Grants to groups: at least £500, at most £20,000 each; above £5,000 the member agrees."""

    DECIDED: Final = decision(
        authority(
            "g",
            GRANT,
            Holder("g.holder", MINUTE, "director"),
            Floor("g.least", MINUTE, Figure.pounds("500.00")),
            Cap("g.each", MINUTE, Figure.pounds("20000.00"), per=("contract",)),
            Cap("g.year", MINUTE, budget("150000.00"), per=("year",)),
            Threshold(
                "g.member",
                MINUTE,
                above=Figure.pounds("5000.00", nature=Nature.THRESHOLD),
                clauses=[Precondition("g.agreed", MINUTE, "the member agrees", kind=Kind.APPROVAL)],
            ),
        )
    )

    def grant(self, pounds: str, **facts: bool) -> str:
        price = ByYear.of({"2025/26": stated(pounds)})
        known = {name.replace("_", " "): fact for name, fact in facts.items()}
        return ask(
            Proposal(GRANT, Contract("g", by_year=price), "director", facts=known), self.DECIDED
        )

    def test_the_director_alone_may_grant_up_to_the_threshold(self) -> None:
        assert self.grant("5000.00") == "within"

    @pytest.mark.parametrize(("agrees", "answer"), [(False, "condition_unmet"), (True, "within")])
    def test_above_it_the_member_agrees_first(self, agrees: bool, answer: str) -> None:  # noqa: FBT001
        assert self.grant("5000.01", the_member_agrees=agrees) == answer

    def test_a_grant_below_the_least_is_none(self) -> None:
        assert self.grant("499.99") == "below_minimum"


class TestAnInterimDirectAwardUntilTheNewContractStarts:
    """Up to six months with the same provider, under a waiver, ending when the new one starts."""

    DECIDED: Final = decision(
        authority(
            "i",
            DIRECT_AWARD,
            Only("i.provider", MINUTE, "provider", "Carers First"),
            Precondition("i.waiver", MINUTE, "exemption 7(2)", kind=Kind.WAIVER),
            Start("i.start", MINUTE, first=date(2025, 4, 1), last=date(2025, 4, 1)),
            Length("i.length", MINUTE, Term(months=6)),
            EventBound("i.event", MINUTE, "the new contract starts"),
            Cap("i.value", MINUTE, Figure.pounds("48000.00")),
        )
    )

    def award(self, last: date, **known: object) -> str:
        contract = Contract("interim", date(2025, 4, 1), last, tags={"provider": "Carers First"})
        return ask(Proposal(DIRECT_AWARD, contract, **known), self.DECIDED)  # type: ignore[arg-type]

    def test_while_the_new_contract_has_no_day_its_start_is_not_asked_about(self) -> None:
        contract = Contract("interim", date(2025, 4, 1), date(2025, 9, 30))
        verdict = judge(Proposal(DIRECT_AWARD, contract), under=self.DECIDED)
        assert (label(verdict), verdict.is_undetermined) == ("within", True)
        assert "proposal.facts['the new contract starts']" in {
            each.field for each in verdict.missing
        }

    def test_it_may_not_run_past_the_start_of_the_new_contract(self) -> None:
        facts = {"the new contract starts": date(2025, 7, 1)}
        assert self.award(date(2025, 7, 2), facts=facts) == "out_of_period"
        assert self.award(date(2025, 7, 1), facts=facts) == "within"

    def test_seven_months_are_too_long_whenever_it_starts(self) -> None:
        facts = {"the new contract starts": date(2026, 1, 1)}
        assert self.award(date(2025, 10, 31), facts=facts) == "exceeds"


class TestAJointFundWithTheHealthBody:
    """Two councils and a health body: it pays at most 40 per cent; the lead council contracts."""

    DECIDED: Final = decision(
        authority(
            "j",
            [AWARD, ENTER_AGREEMENT],
            Holder("j.holder", MINUTE, "East Council"),
            Only("j.area", MINUTE, "area", ["East", "West"]),
            Share("j.share", MINUTE, where={"funder": "NHS"}, at_most=40, at_least=25),
            Cap("j.total", MINUTE, Figure(net("900000.00"))),
        ),
        lead="East Council",
        partners=["West Council", "NHS"],
    )

    def award(self, nhs: str, councils: str) -> str:
        lines = [
            Line(net(nhs), (("funder", "NHS"),)),
            Line(net(councils), (("funder", "councils"),)),
        ]
        return ask(Proposal(AWARD, Contract("c", amounts=lines)), self.DECIDED)

    def test_the_health_body_may_pay_two_fifths(self) -> None:
        assert self.award("360000.00", "540000.00") == "within"

    def test_it_may_not_pay_a_penny_more_of_the_same_sum(self) -> None:
        assert self.award("360000.01", "539999.99") == "exceeds"

    def test_it_may_not_pay_less_than_a_quarter(self) -> None:
        assert self.award("100000.00", "540000.00") == "below_minimum"


class TestAStrategyAndATenderThatAwardNothing:
    """Cabinet approves a strategy, a tender and a bid; the award is to come back to it."""

    DECIDED: Final = decision(
        authority("1", APPROVE, Only("1.what", MINUTE, "document", "carers strategy")),
        authority("2", [TENDER, BID], Cap("2.value", MINUTE, Figure.pounds("1200000.00"))),
        effective_on=date(2025, 6, 12),
    )

    def test_going_out_to_tender_is_within_once_call_in_is_over(self) -> None:
        contract = Contract("c", value=stated("1200000.00"))
        assert ask(Proposal(TENDER, contract, on=date(2025, 6, 12)), self.DECIDED) == "within"

    def test_awarding_is_not_authorised_nor_is_paying(self) -> None:
        contract = Contract("c", value=stated("1.00"))
        answers = {
            ask(Proposal(power, contract, on=date(2025, 6, 12)), self.DECIDED)
            for power in (AWARD, SPEND, MODIFY)
        }
        assert answers == {"not_authorised"}

    def test_a_tender_the_day_before_has_no_effect_yet(self) -> None:
        proposal = Proposal(TENDER, Contract("c"), on=date(2025, 6, 11))
        assert ask(proposal, self.DECIDED) == "condition_unmet"


class TestThreePlusOnePlusOneWithAnOfficerForEachOption:
    """A firm term and two options: the first is the director's, the second needs a review."""

    ALIKE: Final = (
        Length("firm", MINUTE, Term(months=36), of="firm"),
        Length("whole", MINUTE, Term(months=60)),
        firm_or_whole("value", MINUTE, Figure.pounds("500000.00")),
    )
    DECIDED: Final = decision(
        authority("award", AWARD, Holder("cabinet", MINUTE, "Cabinet"), *ALIKE),
        authority(
            "options",
            EXTEND,
            Holder("director", MINUTE, "director"),
            Steps(
                "steps",
                MINUTE,
                [
                    Step(YEAR, by=date(2027, 12, 31)),
                    Step(
                        YEAR,
                        clauses=[Precondition("r", MINUTE, "good review", kind=Kind.PERFORMANCE)],
                    ),
                ],
            ),
        ),
    )

    def take(self, number: int, **known: object) -> str:
        takes = Taken(number, 1, YEAR)
        used = Used.stated({"steps": {("taken", "hub"): number - 1}})
        proposal = Proposal(EXTEND, Contract("hub"), "director", takes=takes, **known)  # type: ignore[arg-type]
        return ask(proposal, self.DECIDED, used)

    def test_the_first_option_is_taken_by_its_day(self) -> None:
        assert self.take(1, on=date(2027, 12, 31)) == "within"
        assert self.take(1, on=date(2028, 1, 1)) == "exceeds"

    def test_the_second_needs_a_good_review(self) -> None:
        assert self.take(2, facts={"good review": False}) == "condition_unmet"

    def test_a_price_for_all_five_years_is_inside_whichever_it_covers(self) -> None:
        five = Contract("hub", term=Term(months=60), value=stated("500000.00"), in_all=True)
        assert ask(Proposal(AWARD, five), self.DECIDED) == "within"
        three = Contract("hub", term=Term(months=36), value=stated("500000.01"))
        assert ask(Proposal(AWARD, three), self.DECIDED) == "exceeds"


class TestAFrameworkWithCallOffsOfTwoKinds:
    """Places on a framework, and call-offs under it: direct up to £25,000, else by a contest."""

    DECIDED: Final = decision(
        authority(
            "f",
            CALL_OFF,
            Only("f.framework", MINUTE, "framework", "short breaks"),
            Except("f.not", MINUTE, "client group", "young carers"),
            Window("f.days", MINUTE, last=date(2028, 3, 31)),
            Cap("f.total", MINUTE, Figure.pounds("2000000.00", rounded_to=Money.pounds("100000"))),
            Either(
                "f.how",
                MINUTE,
                [
                    Reading(
                        "direct", Cap("f.direct", MINUTE, Figure.pounds("25000.00"), ("contract",))
                    ),
                    Reading("contest", Only("f.contest", MINUTE, "procedure", "mini-competition")),
                ],
            ),
        )
    )

    def call(self, pounds: str, **tags: str) -> str:
        tags = {name.replace("_", " "): value for name, value in tags.items()}
        contract = Contract("c", value=stated(pounds), tags={"framework": "short breaks"} | tags)
        return ask(Proposal(CALL_OFF, contract), self.DECIDED)

    def test_a_small_one_may_be_direct(self) -> None:
        assert self.call("25000.00", procedure="direct") == "within"

    def test_a_larger_one_needs_a_contest(self) -> None:
        assert self.call("25000.01", procedure="direct") == "exceeds"
        assert self.call("25000.01", procedure="mini-competition") == "within"

    def test_young_carers_are_left_out(self) -> None:
        assert self.call("1.00", client_group="young carers") == "off_purpose"


class TestAnEarlierEndAndMoneyThatDoesNotComeBack:
    """A contract is ended early; what was freed is not awarded again without a decision."""

    DECIDED: Final = decision(
        authority("e", [AWARD, END], Cap("e.total", MINUTE, Figure.pounds("300000.00")))
    )

    @staticmethod
    def made(reference: str, pounds: str, power: object = AWARD, changes: str = "") -> Proposal:
        contract = Contract(reference, value=stated(pounds))
        return Proposal(power, contract, changes=changes)  # type: ignore[arg-type]

    def test_what_is_ended_still_counts_as_it_was_awarded(self) -> None:
        first = self.made("a", "200000.00")
        ended = self.made("a", "80000.00", END, "a")
        used = Used().after(first, ended, under=self.DECIDED)
        assert ask(self.made("b", "100000.00"), self.DECIDED, used) == "within"
        assert ask(self.made("b", "100000.01"), self.DECIDED, used) == "exceeds"

    def test_what_is_left_is_what_was_not_awarded(self) -> None:
        used = Used().after(self.made("a", "200000.00"), under=self.DECIDED)
        (room,) = headroom(self.DECIDED, used)
        assert room.left == Money.pounds("100000.00")

    def test_a_register_finds_the_award_that_crosses(self) -> None:
        register = [
            self.made("a", "200000.00"),
            self.made("b", "150000.00"),
            self.made("c", "1.00"),
        ]
        found = [label(each) for each in judge_each(register, under=self.DECIDED)]
        assert found == ["within", "exceeds", "exceeds"]


class TestTwoDirectorsAYearlyPriceAndALinkedAgreement:
    """Two directors award at a price that may be yearly; an agreement runs for the same days."""

    DECIDED: Final = decision(
        authority(
            "w",
            AWARD,
            together_or_alone("w.holders", MINUTE, ["adults", "finance"]),
            year_or_whole("w.price", MINUTE, Figure(net("120000.00"))),
            Window("w.days", MINUTE, date(2025, 4, 1), date(2027, 3, 31)),
        ),
        authority(
            "x",
            ENTER_AGREEMENT,
            SamePeriod("x.period", MINUTE, "carers contract"),
            For("x.holder", MINUTE, {"form": "section 75"}, Holder("x.by", MINUTE, "Cabinet")),
        ),
    )

    def test_one_director_alone_is_open(self) -> None:
        contract = Contract("c", value=net("120000.00"))
        assert ask(Proposal(AWARD, contract, "adults"), self.DECIDED) == "ambiguous"

    def test_a_penny_over_the_price_is_too_much_in_its_own_unit(self) -> None:
        contract = Contract("c", value=net("120000.01"))
        by = ("adults", "finance")
        assert ask(Proposal(AWARD, contract, by), self.DECIDED) == "exceeds"

    @pytest.mark.parametrize(
        ("last", "by", "answer"),
        [
            (date(2027, 3, 31), "Cabinet", "within"),
            (date(2027, 3, 30), "Cabinet", "out_of_period"),
            (date(2027, 3, 31), "director", "wrong_holder"),
        ],
    )
    def test_the_agreement_runs_for_the_days_of_the_contract(
        self, last: date, by: str, answer: str
    ) -> None:
        contract = Contract("s75", date(2025, 4, 1), last, tags={"form": "section 75"})
        linked = {"carers contract": Contract("c", date(2025, 4, 1), date(2027, 3, 31))}
        assert ask(Proposal(ENTER_AGREEMENT, contract, by, linked=linked), self.DECIDED) == answer


class TestSubDelegationAndMonthsOfNoPublishedPrice:
    """Extensions by the month, the price exempt; the director may pass the power on for a year."""

    PASSED_ON: Final = Delegation("director", "head", MINUTE, DateRange.year(2025))
    DECIDED: Final = decision(
        authority(
            "m",
            EXTEND,
            Holder("m.holder", MINUTE, "director"),
            one_or_several("m.months", MINUTE, [Term(months=1)] * 3),
            Cap("m.price", MINUTE, Figure.unpublished()),
        )
    )

    def extend(self, number: int, months: int, **known: object) -> str:
        takes = Taken(number, 1, Term(months=months))
        return ask(Proposal(EXTEND, Contract("c"), takes=takes, **known), self.DECIDED)  # type: ignore[arg-type]

    def test_whoever_the_power_is_passed_on_to_may_take_a_month(self) -> None:
        chain = [self.PASSED_ON]
        assert self.extend(1, 1, by="head", chain=chain, on=date(2025, 12, 31)) == "within"
        assert self.extend(1, 1, by="head", chain=chain, on=date(2026, 1, 1)) == "wrong_holder"

    def test_a_fourth_month_is_too_many_and_three_at_once_are_open(self) -> None:
        assert self.extend(1, 3) == "ambiguous"
        assert self.extend(1, 4) == "exceeds"

    def test_a_price_cannot_be_held_against_one_that_is_exempt(self) -> None:
        contract = Contract("c", value=stated("1.00"))
        assert ask(Proposal(EXTEND, contract), self.DECIDED) == "undetermined"
