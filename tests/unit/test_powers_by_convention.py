"""To change what was awarded, and to pay for it: powers that go with the award, or do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from carerslib.awards import (
    APPROVE,
    AWARD,
    CALL_OFF,
    CHANGES,
    EXTEND,
    GRANT,
    MODIFY,
    PAYMENTS,
    RULES,
    SPEND,
    TENDER,
    Authority,
    Power,
    Proposal,
    Resolution,
    Used,
    judge,
    judge_each,
)
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Nature, Unlimited
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Result

if TYPE_CHECKING:
    from carerslib.basis import Convention

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
BOTH: Final = pytest.mark.parametrize(
    ("power", "convention"), [(MODIFY, CHANGES), (SPEND, PAYMENTS)], ids=["change", "pay"]
)


def authority(*powers: Power, reference: str = "c", most: str = "10.00") -> Authority:
    cap = Cap(f"{reference}.value", MINUTE, Figure.pounds(most))
    return Authority(reference, MINUTE, powers, [Holder(f"{reference}.who", MINUTE, "us"), cap])


def to(power: Power, pounds: str, contract: str = "hub", changes: str = "") -> Proposal:
    price = Price.as_stated(Money.pounds(pounds))
    return Proposal(power, Contract(contract, value=price), by="us", changes=changes)


@BOTH
@pytest.mark.parametrize(("pounds", "expected"), [("10.00", MET), ("10.01", NOT_MET)])
@pytest.mark.parametrize("given", [AWARD, GRANT, CALL_OFF])
def test_it_goes_with_the_award_inside_the_same_limits(
    power: Power, convention: Convention, given: Power, pounds: str, expected: Result
) -> None:
    verdict = judge(to(power, pounds), under=authority(given))
    assert verdict.as_asked is expected
    (said,) = [
        each
        for each in verdict.findings
        if each.citation == convention.citation and each.binding is False
    ]
    assert (said.title, said.measured) == ("Power by convention", power)


@BOTH
def test_it_does_not_where_a_council_asks_for_words(power: Power, convention: Convention) -> None:
    basis = RULES.basis(conventions={convention.name: "only where the words give it"})
    verdict = judge(to(power, "1.00"), under=authority(AWARD), basis=basis)
    assert verdict.failing is Aspect.POWER


@BOTH
@pytest.mark.parametrize("given", [APPROVE, TENDER])
def test_it_goes_with_no_power_that_awards_nothing(
    power: Power, convention: Convention, given: Power
) -> None:
    verdict = judge(to(power, "1.00"), under=authority(given))
    assert verdict.failing is Aspect.POWER
    assert convention.citation not in {each.citation for each in verdict.findings}


@BOTH
def test_where_another_paragraph_gives_it_that_one_does_alone(
    power: Power, convention: Convention
) -> None:
    own_words = authority(power, reference="d", most="5.00")
    both = Resolution("R", "cabinet", MINUTE, authorities=[authority(AWARD), own_words])
    assert judge(to(power, "5.00"), under=both).is_met
    verdict = judge(to(power, "5.01"), under=both)
    assert verdict.result is NOT_MET
    assert convention.citation not in {each.citation for each in verdict.findings}


def test_extending_carries_payment_and_no_change() -> None:
    assert judge(to(SPEND, "1.00"), under=authority(EXTEND)).as_asked is MET
    assert judge(to(MODIFY, "1.00"), under=authority(EXTEND)).as_asked is NOT_MET


def test_a_change_counts_as_the_award_did() -> None:
    made = [to(AWARD, "6.00"), to(MODIFY, "9.00", changes="hub"), to(AWARD, "1.01", "other")]
    assert [each.result for each in judge_each(made, under=authority(AWARD))] == [MET, MET, NOT_MET]
    used = Used().after(*made[:2], under=authority(AWARD))
    assert used.of("c.value") == {(): 900}


class TestPayments:
    def test_a_payment_does_not_count_beside_the_award(self) -> None:
        made = [to(AWARD, "10.00"), to(SPEND, "10.00")]
        used = Used().after(*made, under=authority(AWARD))
        assert used.of("c.value") == {(): 1000}
        assert [each.as_asked for each in judge_each(made, under=authority(AWARD))] == [MET, MET]

    def test_what_was_paid_before_is_not_known_of_it(self) -> None:
        verdict = judge(to(SPEND, "10.00"), under=authority(AWARD))
        assert verdict.result is OPEN
        assert [each.field for each in verdict.missing] == ["used"]

    def test_an_estimate_asks_nothing_of_what_was_paid(self) -> None:
        estimate = Cap("e", MINUTE, Figure.pounds("10.00", nature=Nature.ESTIMATE))
        under = Authority("c", MINUTE, AWARD, [estimate, Unlimited("any", MINUTE, "amount")])
        assert judge(to(SPEND, "11.00"), under=under).is_met

    def test_two_payments_are_judged_under_one_authority(self) -> None:
        verdicts = judge_each([to(SPEND, "1.00"), to(SPEND, "2.00")], under=authority(AWARD))
        assert [each.as_asked for each in verdicts] == [MET, MET]

    def test_where_nothing_is_counted_there_is_nothing_to_know(self) -> None:
        holder = Authority("c", MINUTE, AWARD, Holder("who", MINUTE, "us"))
        assert judge(Proposal(SPEND, Contract("hub"), by="us"), under=holder).is_met

    def test_words_that_give_the_power_to_spend_count_what_is_spent(self) -> None:
        made = [to(SPEND, "6.00"), to(SPEND, "4.01")]
        found = [each.result for each in judge_each(made, under=authority(AWARD, SPEND))]
        assert found == [MET, NOT_MET]
