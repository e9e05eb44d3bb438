"""One paragraph awards, with figures; another only says who may take up the options."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import (
    AWARD,
    EXTEND,
    RULES,
    Authority,
    Proposal,
    Resolution,
    Used,
    judge,
    judge_each,
)
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Figure, Holder, Length, Only, Steps, Taken
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.verdicts import Aspect, Result

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("120.00"))
LENGTH: Final = Length("length", MINUTE, Term(years=5))
SCOPE: Final = Only("scope", MINUTE, "service", "breaks")
BY_CABINET: Final = Holder("cabinet", MINUTE, "cabinet")
DIRECTOR: Final = Holder("director", MINUTE, "director")


def resolution(*of_options: Clause, award: tuple[Clause, ...] = (TOTAL, LENGTH)) -> Resolution:
    first = Authority("award", MINUTE, [AWARD], (BY_CABINET, SCOPE, *award))
    second = Authority("options", MINUTE, [EXTEND], (DIRECTOR, *of_options))
    return Resolution("r", "Cabinet", MINUTE, authorities=[first, second])


def contract(option: str = "10.00", years: int = 3) -> Contract:
    return Contract(
        "c",
        date(2020, 4, 1),
        term=Term(years=years),
        value=stated("100.00"),
        options=[Option(YEAR, stated(option)), Option(YEAR, stated("10.00"))],
        tags={"service": "breaks"},
    )


def exercised(
    under: Resolution,
    made: Contract,
    *,
    by: str = "director",
    basis: Basis | None = None,
) -> Verdict:
    used = Used().after(Proposal(AWARD, made, "cabinet"), under=under, basis=basis)
    return judge(Proposal.exercising(made, by=by), under=under, used=used, basis=basis)


@pytest.mark.parametrize(
    ("option", "answer"), [("9.99", "within"), ("10.00", "within"), ("10.01", "exceeds")]
)
def test_an_option_is_held_against_the_figures_of_its_award(option: str, answer: str) -> None:
    verdict = exercised(resolution(), contract(option))
    assert label(verdict) == answer
    assert verdict.is_met is (answer == "within")


@pytest.mark.parametrize(("years", "answer"), [(3, "within"), (4, "exceeds")])
def test_and_against_its_length(years: int, answer: str) -> None:
    assert label(exercised(resolution(), contract(years=years))) == answer


def test_the_verdict_says_whose_limits_these_are() -> None:
    verdict = exercised(resolution(), contract())
    (finding,) = [each for each in verdict.findings if each.title == "Limits of the award"]
    assert (finding.rule, finding.aspect, finding.binding) == ("options", Aspect.RECORD, False)
    assert (finding.measured, finding.permitted) == ("c", "total")


def test_who_takes_it_up_is_said_by_its_own_paragraph() -> None:
    assert label(exercised(resolution(), contract(), by="cabinet")) == "wrong_holder"
    # what the award is for, and by whom, is not asked again
    assert "scope" not in [
        each.rule
        for each in exercised(resolution(), contract()).parts[1].findings  # type: ignore[union-attr]
    ]


def test_a_figure_of_its_own_is_enough_for_what_it_limits() -> None:
    wide = Cap("own", MINUTE, Figure.pounds("900.00"))
    verdict = exercised(resolution(wide), contract("20.00"))
    assert label(verdict) == "within"
    longer = exercised(resolution(wide), contract("20.00", years=4))
    assert {each.rule for each in longer.unmet if each.aspect is Aspect.LENGTH} == {"length"}
    both = exercised(resolution(wide, Length("long", MINUTE, Term(years=9))), contract("20.00"))
    assert "Limits of the award" not in [each.title for each in both.findings]


def test_where_the_award_sets_no_limit_it_stays_open() -> None:
    verdict = exercised(resolution(award=()), contract())
    assert verdict.result is Result.UNDETERMINED


def test_a_contract_that_is_not_counted_leaves_it_open() -> None:
    taking = Proposal.exercising(contract(), by="director")
    assert label(judge(taking, under=resolution())) == "undetermined"
    stated_ = Used.stated({"total": Money.pounds("100.00")})
    assert label(judge(taking, under=resolution(), used=stated_)) == "undetermined"


@pytest.mark.parametrize(("months", "answer"), [(12, "within"), (13, "exceeds")])
def test_the_steps_of_the_award_say_how_long_each_may_be(months: int, answer: str) -> None:
    under = resolution(award=(TOTAL, LENGTH, Steps("steps", MINUTE, [YEAR, YEAR])))
    used = Used().after(Proposal(AWARD, contract(), "cabinet"), under=under)
    alone = Contract("c", value=stated("10.00"))
    takes = Taken(1, 1, Term(months=months))
    extension = Proposal(EXTEND, alone, "director", takes=takes)
    assert label(judge(extension, under=under, used=used)) == answer


def test_options_that_count_as_they_are_taken_cross_the_figure_then() -> None:
    basis = RULES.basis(conventions={"counts options": "as exercised"})
    made = contract("10.01")
    first = Proposal.exercising(made, by="director")
    second = Proposal.exercising(first.contract, by="director", reference="second")
    award = Proposal(AWARD, made, "cabinet")
    verdicts = judge_each([award, first, second], under=resolution(), basis=basis)
    assert [label(each) for each in verdicts] == ["within", "within", "exceeds"]
