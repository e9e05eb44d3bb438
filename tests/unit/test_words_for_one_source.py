"""Words for one source of a fund, beside money that does not say which source it is from."""

from __future__ import annotations

from typing import Final

import pytest
from tests.scenarios.kit import budget, label, stated

from carerslib.awards import AWARD, SPEND, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Either, For, Holder, Only, Reading, Threshold
from carerslib.clauses.figures import Figure, Nature
from carerslib.contracts import Contract
from carerslib.verdicts import Result, Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "a fund of several sources")
TOTAL: Final = Cap("total", MINUTE, budget("310000.00"))
PCT: Final = Cap("pct", MINUTE, budget("40000.00"), where={"source": "PCT"})
RING_FENCE: Final = For("ring", MINUTE, {"source": "PCT"}, Only("b", MINUTE, "head", "breaks"))
OF_ABG: Final = For("abg", MINUTE, {"source": "ABG"}, Only("t", MINUTE, "head", "training"))


def judged(*clauses: Clause, by: str = "director", **tags: str) -> Verdict:
    contract = Contract("c", value=stated("10.00"), tags=tags)
    under = Authority("a", MINUTE, [SPEND, AWARD], (TOTAL, *clauses))
    return judge(Proposal(SPEND, contract, by), under=under)


@pytest.mark.parametrize(
    ("tags", "answer", "result"),
    [
        ({"head": "training"}, "within", Result.UNDETERMINED),
        ({"head": "breaks"}, "within", Result.MET),
        ({}, "within", Result.UNDETERMINED),
        ({"head": "training", "source": "PCT"}, "off_purpose", Result.NOT_MET),
        ({"head": "training", "source": "ABG"}, "within", Result.MET),
    ],
)
def test_money_of_no_stated_source_need_not_be_that_which_is_ring_fenced(
    tags: dict[str, str], answer: str, result: Result
) -> None:
    verdict = judged(PCT, RING_FENCE, **tags)
    assert label(verdict) == answer
    assert verdict.result is result
    # the parts and the findings are the same
    assert verdict.findings == tuple(
        each
        for part in verdict.parts
        for each in (part.findings if isinstance(part, Verdict) else (part,))
    )


def test_the_verdict_asks_for_the_source() -> None:
    (asked,) = judged(RING_FENCE, head="training").missing
    assert (asked.field, asked.expected) == ("contract.tags['source']", "what it is for")


@pytest.mark.parametrize(
    ("head", "answer"),
    [("breaks", "within"), ("training", "within"), ("grants", "undetermined")],
)
def test_what_the_words_for_every_source_refuse_is_not_left_out(head: str, answer: str) -> None:
    assert label(judged(RING_FENCE, OF_ABG, head=head)) == answer


@pytest.mark.parametrize(
    ("sources", "answer"),
    [(["PCT"], "undetermined"), (["PCT", "ABG"], "within")],
)
def test_nor_is_what_they_refuse_for_every_source_there_may_be(
    sources: list[str], answer: str
) -> None:
    only = Only("sources", MINUTE, "source", sources)
    assert label(judged(RING_FENCE, only, head="training")) == answer


@pytest.mark.parametrize(("pounds", "answer"), [("9.99", "undetermined"), ("10.00", "within")])
def test_a_figure_for_one_source_is_no_leave_for_money_of_no_source(
    pounds: str, answer: str
) -> None:
    words = For("one", MINUTE, {"source": "PCT"}, Cap("c", MINUTE, budget(pounds)))
    other = For("two", MINUTE, {"source": "ABG"}, Cap("d", MINUTE, budget("90.00")))
    contract = Contract("c", value=stated("10.00"))
    under = Authority("a", MINUTE, [SPEND], (words, other))
    assert label(judge(Proposal(SPEND, contract), under=under)) == answer


@pytest.mark.parametrize(
    ("before", "answer"),
    [({}, "within"), ({"source": "ABG"}, "within"), ({"source": "PCT"}, "undetermined")],
)
def test_what_was_used_of_no_stated_source_does_not_make_that_of_the_next_asked(
    before: dict[str, str], answer: str
) -> None:
    under = Authority("a", MINUTE, [SPEND], (TOTAL, PCT))
    first = Proposal(SPEND, Contract("first", value=stated("20000.00"), tags=before))
    second = Proposal(SPEND, Contract("c", value=stated("60000.00")))
    verdict = judge(second, under=under, used=Used().after(first, under=under))
    assert (verdict.result, label(verdict)) == (Result.UNDETERMINED, answer)


def test_words_for_one_source_inside_others_are_asked() -> None:
    cabinet = Holder("h", MINUTE, "cabinet")
    either = Either(
        "e",
        MINUTE,
        [Reading("one", RING_FENCE), Reading("two", For("s", MINUTE, {"source": "ABG"}, cabinet))],
    )
    assert label(judged(either, head="training")) == "undetermined"
    above = Figure.pounds("9.99", nature=Nature.THRESHOLD)
    assert (
        label(judged(Threshold("t", MINUTE, above, RING_FENCE), head="training")) == "undetermined"
    )


def test_of_several_sources_that_are_stated_which_is_meant_is_asked() -> None:
    contract = Contract(
        "c", value=stated("10.00"), tags={"source": ("PCT", "ABG"), "head": "training"}
    )
    under = Authority("a", MINUTE, [SPEND], (TOTAL, RING_FENCE))
    assert label(judge(Proposal(SPEND, contract), under=under)) != "within"
