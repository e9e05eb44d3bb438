"""One person who acts for several of those who must act together."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from carerslib.awards import AWARD, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Delegation, Joint
from carerslib.contracts import Contract
from carerslib.periods import DateRange
from carerslib.verdicts import Aspect, Missing, Result, Verdict

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
ADULTS, CHILDREN, DEPUTY = "director of adults", "director of children", "deputy"
ALONE: Final = Missing("proposal.by", "whether one may act for several holders")
THE_DAY: Final = Missing("proposal.on", "the day of the act, as delegations have days")


def passed(giver: str, receiver: str, days: DateRange | None = None) -> Delegation:
    return Delegation(giver, receiver, MINUTE, days)


def found(by: str | tuple[str, ...], *chain: Delegation, holders: tuple[str, ...] = ()) -> Verdict:
    clause = Joint("both", MINUTE, holders or (ADULTS, CHILDREN))
    proposal = Proposal(AWARD, Contract("c"), by=by, chain=chain)
    return judge(proposal, under=Authority("a", MINUTE, [AWARD], clause)).on(Aspect.HOLDER)


def test_one_holder_to_whom_the_other_passed_the_power_on_may_not_be_enough() -> None:
    verdict = found(CHILDREN, passed(ADULTS, CHILDREN))
    assert verdict.result is OPEN
    assert verdict.missing == (ALONE,)


def test_neither_may_one_deputy_of_both() -> None:
    both = passed(ADULTS, DEPUTY), passed(CHILDREN, DEPUTY)
    assert found(DEPUTY, *both).missing == (ALONE,)
    assert found((DEPUTY, "clerk"), *both).missing == (ALONE,)


@pytest.mark.parametrize(
    ("by", "answer"),
    [
        ((ADULTS, CHILDREN), MET),
        ((DEPUTY, CHILDREN), MET),
        ((DEPUTY, ADULTS), NOT_MET),
        ((DEPUTY, "clerk"), NOT_MET),
    ],
)
def test_two_people_each_act_for_one(by: tuple[str, ...], answer: Result) -> None:
    assert found(by, passed(ADULTS, DEPUTY)).result is answer


def test_whoever_may_act_for_either_leaves_the_other_to_the_other() -> None:
    chain = passed(ADULTS, CHILDREN), passed(ADULTS, DEPUTY)
    assert found((CHILDREN, DEPUTY), *chain).result is MET
    assert found((DEPUTY, CHILDREN), *chain).result is MET


def test_two_people_of_whom_one_may_have_the_power_wait_for_the_day() -> None:
    in_2018 = DateRange(date(2018, 1, 1), date(2018, 12, 31))
    assert found((DEPUTY, CHILDREN), passed(ADULTS, DEPUTY, in_2018)).missing == (THE_DAY,)
    assert found(CHILDREN, passed(ADULTS, CHILDREN, in_2018)).missing == (ALONE,)


def test_a_holder_named_twice_need_act_once() -> None:
    assert found((ADULTS, CHILDREN), holders=(ADULTS, CHILDREN, ADULTS)).result is MET
    in_2018 = DateRange(date(2018, 1, 1), date(2018, 12, 31))
    open_ = found(
        (DEPUTY, CHILDREN),
        passed(ADULTS, DEPUTY, in_2018),
        holders=(ADULTS, CHILDREN, ADULTS),
    )
    assert open_.missing == (THE_DAY,)
