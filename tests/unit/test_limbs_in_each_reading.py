"""Limbs with words that can be read in several ways: met only where they are in each reading."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib import explain
from carerslib.awards import AWARD, RULES, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Clause,
    Either,
    Figure,
    For,
    Holder,
    Length,
    Nature,
    Precondition,
    Reading,
    Readings,
    Steps,
    Threshold,
    Unlimited,
)
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.verdicts import Result, Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
THREE: Final = Length("three years", MINUTE, Term(years=3))
# of an award that offers no option this asks nothing
OPTIONS: Final = Steps("one option", MINUTE, [Term(years=1)])
WAIVER: Final = Precondition("waiver", MINUTE, "waiver")
DIRECTOR: Final = Holder("director", MINUTE, "director")
CABINET: Final = Holder("cabinet", MINUTE, "cabinet")


def words(one: Clause, two: Clause = OPTIONS) -> Readings:
    return Readings("words", MINUTE, [Reading("one", one), Reading("two", two)])


def either(*limbs: Clause) -> Either:
    named = [Reading(f"limb {number}", each) for number, each in enumerate(limbs, start=1)]
    return Either("either", MINUTE, named)


def judged(clause: Clause, *, years: int = 3, read: str = "") -> Verdict:
    any_ = (Unlimited(f"any {each}", MINUTE, each) for each in ("amount", "period"))
    under = Authority("a", MINUTE, [AWARD], (clause, *any_))
    contract = Contract("c", date(2020, 4, 1), term=Term(years=years), value=stated("10.00"))
    basis = RULES.basis(readings={"words": read} if read else {})
    return judge(Proposal(AWARD, contract, "director"), under=under, basis=basis)


FOR: Final = For("awards", MINUTE, {"power": AWARD}, words(THREE))
ABOVE: Final = Threshold(
    "above",
    MINUTE,
    Figure.pounds("10.00", nature=Nature.THRESHOLD, rounded_to=Money.pounds("10.00")),
    words(DIRECTOR),
)


@pytest.mark.parametrize(
    ("clause", "one", "two", "answer"),
    [
        (either(words(THREE), WAIVER), "met", "undetermined", "undetermined"),
        (either(WAIVER, words(OPTIONS, THREE)), "undetermined", "met", "undetermined"),
        (either(words(THREE), CABINET), "met", "undetermined", "undetermined"),
        (either(words(THREE), DIRECTOR), "met", "met", "met"),
        (either(words(CABINET), CABINET), "not met", "undetermined", "undetermined"),
        (either(words(CABINET, CABINET), CABINET), "not met", "not met", "not met"),
        (either(words(CABINET), WAIVER), "undetermined", "undetermined", "undetermined"),
        # of words that stand in both limbs, one is met whichever way they are read
        (either(words(THREE, CABINET), words(CABINET, THREE)), "met", "met", "met"),
        (either(FOR, WAIVER), "met", "undetermined", "undetermined"),
        # on neither side of the figure is anything against it, if above it nothing is asked
        (ABOVE, "met", "met", "met"),
    ],
)
def test_limbs_are_met_where_they_are_in_each_reading(
    clause: Clause, one: str, two: str, answer: str
) -> None:
    found = [str(judged(clause, read=read).result) for read in ("one", "two", "")]
    assert found == [one, two, answer]


@pytest.mark.parametrize(
    ("years", "answer"), [(2, "ambiguous"), (3, "ambiguous"), (4, "wrong_holder")]
)
def test_what_the_readings_differ_on_is_ambiguous(years: int, answer: str) -> None:
    assert label(judged(either(words(THREE, CABINET), CABINET), years=years)) == answer


def test_the_verdict_has_a_part_for_each_way_and_rests_on_no_choice() -> None:
    verdict = judged(either(words(THREE), WAIVER))
    (part,) = [each for each in verdict.parts if isinstance(each, Verdict)]
    told = [(each.title, str(each.result)) for each in part.parts]
    assert told == [("words read as one", "met"), ("words read as two", "undetermined")]
    assert [each.field for each in verdict.missing] == ["proposal.facts['waiver']"]
    assert "reading chosen for" not in explain.as_text(verdict)


def test_limbs_that_agree_have_a_part_for_each_limb() -> None:
    for limb in (DIRECTOR, CABINET):
        (part,) = [
            each
            for each in judged(either(words(DIRECTOR, limb), DIRECTOR)).parts
            if isinstance(each, Verdict)
        ]
        assert [each.title for each in part.parts] == ["limb 1", "limb 2"]


def test_words_of_other_readings_are_read_by_themselves_in_each_limb() -> None:
    other = Readings("words", MINUTE, [Reading("two", CABINET), Reading("three", DIRECTOR)])
    assert judged(either(words(THREE, CABINET), other)).result is Result.UNDETERMINED


def test_where_nothing_is_asked_above_a_figure_it_is_no_matter_on_which_side_it_lies() -> None:
    above = attrs.evolve(ABOVE, clauses=OPTIONS)
    verdict = judged(above)
    assert label(verdict) == "within"
    assert {each.result for each in verdict.findings if each.rule == "one option"} == {
        Result.NOT_APPLICABLE
    }
    needing = attrs.evolve(ABOVE, clauses=CABINET)
    assert label(judged(needing)) != "within"
