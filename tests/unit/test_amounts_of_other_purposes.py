"""Amounts that name a lot or a service, beside others of the same contract that name none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Except, Figure, For, Holder, Includes, Line, Only
from carerslib.contracts import Contract, Option
from carerslib.periods import ByYear, Term
from carerslib.verdicts import Missing, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.clauses import Clause
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("5000.00"))
ONLY_1: Final = Only("lot", MINUTE, "lot", "1")


def found(
    clause: Clause, lots: list[str | None], *, tags: Mapping[str, str] | None = None
) -> Verdict:
    """Judge a contract of £5 amounts, each of a lot or of none that is stated."""
    amounts = [Line(stated("5.00"), {"lot": lot} if lot else {}) for lot in lots]
    contract = Contract("c", amounts=amounts, tags=tags or {})
    under = Authority("a", MINUTE, [AWARD], [clause, TOTAL])
    return judge(Proposal(AWARD, contract, by="clerk"), under=under)


class TestWhereTheContractSaysWhatItIsFor:
    TAGS: Final = {"lot": "1"}

    @pytest.mark.parametrize(
        ("lots", "answer"),
        [([None, None], "within"), (["1", None], "within"), (["2", None], "off_purpose")],
    )
    def test_an_amount_of_another_lot_is_off_purpose_beside_one_of_no_lot(
        self, lots: list[str | None], answer: str
    ) -> None:
        assert label(found(ONLY_1, lots, tags=self.TAGS)) == answer

    @pytest.mark.parametrize(("lot", "answer"), [("2", "off_purpose"), ("3", "within")])
    def test_an_amount_of_what_is_left_out_is_off_purpose_too(self, lot: str, answer: str) -> None:
        clause = Except("out", MINUTE, "lot", "2")
        assert label(found(clause, [lot, None], tags=self.TAGS)) == answer

    def test_words_for_the_lot_of_one_amount_are_asked_of_the_contract(self) -> None:
        clause = For("two", MINUTE, {"lot": "2"}, Holder("holder", MINUTE, "director"))
        assert label(found(clause, ["2", None], tags=self.TAGS)) == "wrong_holder"
        assert found(clause, ["3", None], tags=self.TAGS).is_met

    @pytest.mark.parametrize(("pounds", "answer"), [("5.00", "within"), ("4.99", "exceeds")])
    def test_an_amount_of_no_lot_is_of_the_lot_of_its_contract(
        self, pounds: str, answer: str
    ) -> None:
        clause = Cap("of lot", MINUTE, Figure.pounds(pounds), where={"lot": "1"})
        assert label(found(clause, ["2", None], tags=self.TAGS)) == answer

    def test_so_is_the_price_of_an_option(self) -> None:
        contract = Contract(
            "c",
            term=Term(years=1),
            amounts=[Line(stated("5.00"), {"lot": "2"})],
            options=[Option(Term(years=1), by_year=ByYear.of({"2018/19": stated("7.00")}))],
            tags={"lot": "1", "service": "breaks"},
        )
        assert [line.tag("lot") for line in contract.whole.lines] == ["2", "1"]
        assert [line.tag("service") for line in contract.whole.lines] == [None, None]


class TestWhereTheContractDoesNotSay:
    @pytest.mark.parametrize(
        ("lots", "answer", "as_asked"),
        [
            (["1", "1"], Result.MET, "within"),
            (["1", None], Result.UNDETERMINED, "within"),
            (["2", None], Result.NOT_MET, "off_purpose"),
            (["1", "2", None], Result.NOT_MET, "off_purpose"),
        ],
    )
    def test_one_amount_that_is_expressly_of_another_lot_is_enough(
        self, lots: list[str | None], answer: Result, as_asked: str
    ) -> None:
        verdict = found(ONLY_1, lots)
        assert verdict.result is answer
        assert label(verdict) == as_asked

    def test_the_verdict_says_that_the_rest_do_not_say(self) -> None:
        (finding,) = found(ONLY_1, ["2", None]).unmet
        assert finding.measured == ("2",)
        assert finding.note == "of some amounts; the rest do not say"
        missing = found(ONLY_1, ["1", None]).missing
        assert missing == (Missing("contract.tags['lot']", "what it is for"),)

    @pytest.mark.parametrize(("lot", "answer"), [("2", Result.NOT_MET), ("1", Result.UNDETERMINED)])
    def test_so_it_is_for_what_is_left_out(self, lot: str, answer: Result) -> None:
        assert found(Except("out", MINUTE, "lot", "2"), [lot, None]).result is answer

    @pytest.mark.parametrize(
        ("lots", "answer"),
        [(["1", None], Result.UNDETERMINED), (["1", "2", None], Result.MET)],
    )
    def test_all_that_must_be_there_may_be_named_by_some_amounts(
        self, lots: list[str | None], answer: Result
    ) -> None:
        clause = Includes("all", MINUTE, "lot", ["1", "2"])
        assert found(clause, lots).result is answer
