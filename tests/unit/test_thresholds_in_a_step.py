"""What an option may cost above a threshold of its step is asked as soon as it is offered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated
from tests.unit.test_own_clause_everywhere import InAll

from carerslib import explain
from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    For,
    Holder,
    Length,
    Nature,
    Reading,
    Readings,
    Step,
    Steps,
    Taken,
    Threshold,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIRM: Final = Length("firm", MINUTE, Term(years=3), of="firm")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("90000.00"))
HUNDRED: Final = Cap("hundred", MINUTE, Figure.pounds("100.00"))
CABINET: Final = Holder("cabinet", MINUTE, "cabinet")
BREAKS: Final = {"service": "breaks"}
WITHOUT_WORDS: Final[list[Clause]] = []


def above(pounds: str, *clauses: Clause, **where: str) -> Threshold:
    figure = Figure.pounds(pounds, nature=Nature.THRESHOLD)
    return Threshold("above", MINUTE, figure, clauses, where=where)


def both(clause: Clause) -> list[Reading]:
    return [Reading("one", clause), Reading("other", [clause, above("7.00", HUNDRED)])]


ANYWHERE: Final[list[Clause]] = [
    above("5.00", HUNDRED),
    above("5.00", InAll()),
    above("5.00", For("for", MINUTE, BREAKS, HUNDRED)),
    For("for", MINUTE, BREAKS, above("5.00", HUNDRED)),
    Either("either", MINUTE, both(above("5.00", HUNDRED))),
    Readings("readings", MINUTE, both(above("5.00", InAll()))),
    above("5.00", above("6.00", HUNDRED)),
]


def authority(*clauses: Clause | Iterable[Clause], in_parts: bool = False) -> Authority:
    steps = [Step(YEAR, clauses=each) for each in clauses]
    options = Steps("options", MINUTE, steps, in_parts=in_parts)
    return Authority("a", MINUTE, [AWARD, EXTEND], [FIRM, TOTAL, options])


def offering(
    *pounds: str | None, tags: Mapping[str, str] = BREAKS, term: Term = YEAR, number: int = 1
) -> Contract:
    options = [Option(term, None if each is None else stated(each)) for each in pounds]
    days = date(2020, 4, 1), date(2023, 3, 31)
    firm = stated("1000.00")
    return Contract("c", *days, value=firm, options=options, tags=tags, number=number)


def offered(under: Authority, made: Contract, by: str | None = None) -> str:
    return label(judge(Proposal(AWARD, made, by), under=under))


def taken(under: Authority, made: Contract, times: int = 1) -> str:
    used = Used().after(Proposal(AWARD, made), under=under)
    return label(judge(Proposal.exercising(made, times=times), under=under, used=used))


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize("clause", ANYWHERE)
@pytest.mark.parametrize(
    ("pounds", "answer"), [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")]
)
def test_the_figure_above_a_threshold_binds_when_the_option_is_offered_and_when_it_is_taken(
    clause: Clause, pounds: str, answer: str, *, in_parts: bool
) -> None:
    under, made = authority(clause, in_parts=in_parts), offering(pounds)
    assert offered(under, made) == answer
    assert taken(under, made) == answer


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize(
    ("pounds", "answer"), [("149.99", "within"), ("150.00", "within"), ("150.01", "exceeds")]
)
def test_up_to_the_threshold_it_binds_nothing(pounds: str, answer: str, *, in_parts: bool) -> None:
    under, made = authority(above("150.00", HUNDRED), in_parts=in_parts), offering(pounds)
    assert offered(under, made) == answer
    assert taken(under, made) == answer


def test_the_firm_part_and_other_options_reach_no_threshold_of_an_option() -> None:
    under = authority(WITHOUT_WORDS, above("150.00", HUNDRED))
    assert offered(under, offering("800.00", "150.00")) == "within"
    assert offered(under, offering("800.00", "150.01")) == "exceeds"


def test_it_says_what_is_too_much_and_by_how_much() -> None:
    verdict = judge(Proposal(AWARD, offering("100.01")), under=authority(above("5.00", HUNDRED)))
    (finding,) = verdict.unmet
    assert finding.remedy is not None
    assert (finding.rule, finding.remedy.field) == ("hundred", "options[0].value")
    assert "Threshold of £5.00 (VAT not stated): above it" in explain.as_text(verdict)


@pytest.mark.parametrize(
    ("lot", "pounds", "result"),
    [
        ("1", "100.01", Result.MET),
        ("2", "100.00", Result.MET),
        ("2", "100.01", Result.NOT_MET),
        ("", "100.00", Result.MET),
        ("", "100.01", Result.UNDETERMINED),
    ],
)
def test_where_it_may_or_may_not_be_reached_too_much_is_open(
    lot: str, pounds: str, result: Result
) -> None:
    under = authority(above("5.00", HUNDRED, lot="2"))
    made = offering(pounds, tags={"lot": lot} if lot else {})
    assert judge(Proposal(AWARD, made), under=under).result is result
    taking = judge(Proposal.exercising(made), under=under)
    assert taking.result is result


def test_an_option_of_no_stated_amount_may_be_above_it_or_not() -> None:
    verdict = judge(Proposal(AWARD, offering(None)), under=authority(above("5.00", HUNDRED)))
    assert verdict.result is Result.UNDETERMINED
    assert "contract.options[0].value" in {each.field for each in verdict.missing}


def test_whoever_else_must_agree_is_asked_when_the_option_is_taken_up() -> None:
    under = authority(above("5.00", CABINET, HUNDRED))
    assert offered(under, offering("100.00"), "director") == "within"
    assert offered(under, offering("100.01"), "director") == "exceeds"
    taking = Proposal.exercising(offering("100.00"), by="director")
    assert label(judge(taking, under=under)) == "wrong_holder"
    alone = authority(above("5.00", CABINET))
    assert offered(alone, offering("100.01"), "director") == "within"


@pytest.mark.parametrize(("number", "answer"), [(1, "within"), (2, "exceeds")])
def test_a_threshold_of_number_is_reached_by_what_is_offered_alone(
    number: int, answer: str
) -> None:
    words = Threshold("above", MINUTE, Figure(1, Nature.THRESHOLD), HUNDRED, per=())
    made = offering("200.01", number=number)
    assert offered(authority(words), made) == answer


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("50.00", "50.00", "within"),
        ("60.00", "40.00", "within"),
        ("60.00", "40.01", "exceeds"),
        ("40.00", "60.01", "exceeds"),
    ],
)
def test_each_of_several_parts_is_held_against_it_and_all_against_the_figure_above(
    first: str, second: str, answer: str
) -> None:
    options = Steps(
        "options", MINUTE, [Step(Term(years=2), clauses=above("50.00", HUNDRED))], in_parts=True
    )
    under = Authority("a", MINUTE, [AWARD, EXTEND], [FIRM, TOTAL, options])
    made = offering(first, second)
    assert offered(under, made) == answer
    assert taken(under, made, 2) == answer


@pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "undetermined")])
def test_what_may_be_of_another_step_is_open(pounds: str, answer: str) -> None:
    under = authority(above("5.00", HUNDRED), WITHOUT_WORDS, in_parts=True)
    made = offering(pounds, term=Term(years=2))
    assert offered(under, made) == answer


@pytest.mark.parametrize(
    ("pounds", "result"),
    [("100.00", Result.MET), ("200.00", Result.UNDETERMINED), ("200.01", Result.NOT_MET)],
)
def test_of_contracts_alike_each_has_its_own(pounds: str, result: Result) -> None:
    under = authority(above("5.00", HUNDRED))
    assert judge(Proposal(AWARD, offering(pounds, number=2)), under=under).result is result


@pytest.mark.parametrize("clause", ANYWHERE)
def test_it_is_no_sum_over_contracts(clause: Clause) -> None:
    under = authority(clause)
    other = Contract("b", value=stated("100.00"), tags=BREAKS)
    used = Used().after(Proposal(EXTEND, other, takes=Taken(1, 1, YEAR)), under=under)
    for pounds, answer in (("100.00", "within"), ("100.01", "exceeds")):
        verdict = judge(Proposal(AWARD, offering(pounds)), under=under, used=used)
        assert label(verdict) == answer


def test_an_option_above_it_is_limited_by_the_figure_there() -> None:
    options = Steps("options", MINUTE, [Step(YEAR, clauses=above("5.00", HUNDRED))])
    firm = Cap("firm value", MINUTE, Figure.pounds("1000.00"), where={"part": "firm"})
    under = Authority("a", MINUTE, [AWARD], [FIRM, firm, options])
    assert offered(under, offering("100.00")) == "within"
    assert offered(under, offering("100.01")) == "exceeds"
