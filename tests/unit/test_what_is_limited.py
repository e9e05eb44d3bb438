"""No limit is no leave: what each clause limits, and for what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, RULES, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    Holder,
    Length,
    Nature,
    Only,
    Precondition,
    Reading,
    Readings,
    Threshold,
)
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.periods import Term
from carerslib.verdicts import Aspect, Finding, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Clause, Group, Request, Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
MET: Final = Result.MET
NOT_MET: Final = Result.NOT_MET
OPEN: Final = Result.UNDETERMINED


def cap(pounds: str, reference: str = "cap", **fields: object) -> Cap:
    return Cap(reference, MINUTE, Figure.pounds(pounds), **fields)  # type: ignore[arg-type]


def award(
    pounds: str | None = None,
    *,
    lot: str = "",
    term: Term | None = None,
    by: str | None = None,
    **facts: bool,
) -> Proposal:
    value = None if pounds is None else stated(pounds)
    contract = Contract("c", term=term, value=value, tags={"lot": lot} if lot else {})
    return Proposal(AWARD, contract, by=by, facts=facts)


def judged(proposal: Proposal, *clauses: Clause, used: Used | None = None) -> Verdict:
    return judge(proposal, under=Authority("a", MINUTE, [AWARD], clauses), used=used)


def open_titles(verdict: Verdict) -> list[str]:
    return [each.title for each in verdict.findings if each.title.startswith("No limit")]


class TestALimbHasNoLeaveFromTheLimitOfAnother:
    """Up to a figure, or of any amount with a waiver; each lot within a limit of its own."""

    WAIVER: Final = Precondition("waiver", MINUTE, "waiver")
    DIRECT: Final = Either(
        "how", MINUTE, [Reading("direct", cap("100000.00")), Reading("waived", WAIVER)]
    )
    LOTS: Final = Either(
        "lots",
        MINUTE,
        [
            Reading("lot 1", [Only("one", MINUTE, "lot", "1"), cap("100.00")]),
            Reading("lot 2", [Only("two", MINUTE, "lot", "2"), Length("term", MINUTE, YEAR)]),
        ],
    )

    @pytest.mark.parametrize(
        ("pounds", "waiver", "result"),
        [
            ("99999.99", False, MET),
            ("100000.00", False, MET),
            ("100000.01", False, NOT_MET),
            ("100000.01", True, OPEN),
            ("5000000.00", True, OPEN),
        ],
    )
    def test_a_waiver_of_the_figure_sets_no_other(
        self,
        pounds: str,
        waiver: bool,  # noqa: FBT001 - given or not
        result: Result,
    ) -> None:
        assert judged(award(pounds, waiver=waiver), self.DIRECT).result is result

    def test_the_limb_that_is_met_says_that_it_sets_none(self) -> None:
        verdict = judged(award("5000000.00", waiver=True), self.DIRECT)
        assert open_titles(verdict) == ["No limit on the amount"]
        assert verdict.as_asked is OPEN

    def test_a_waiver_of_the_figure_is_enough_under_a_limit_for_all(self) -> None:
        clauses = self.DIRECT, cap("6000000.00", "all")
        assert judged(award("5000000.00", waiver=True), *clauses).result is MET

    @pytest.mark.parametrize(
        ("pounds", "result"), [("39.99", MET), ("40.00", MET), ("40.01", OPEN)]
    )
    def test_inside_the_figure_and_waived_hangs_on_what_was_used(
        self, pounds: str, result: Result
    ) -> None:
        under = Authority("a", MINUTE, [AWARD], [self.DIRECT])
        used = Used().after(award("99960.00"), under=under)
        verdict = judged(award(pounds, waiver=True), self.DIRECT, used=used)
        # the waived limb is met whatever it costs, and sets no limit
        assert (verdict.result, verdict.as_asked) == (result, result)

    def test_a_waiver_that_is_not_known_leaves_a_sum_above_the_figure_open(self) -> None:
        verdict = judged(award("100000.01"), self.DIRECT)
        assert (verdict.result, open_titles(verdict)) == (OPEN, ["No limit on the amount"])

    @pytest.mark.parametrize(
        ("proposal", "answer"),
        [
            (award("100.00", lot="1"), "within"),
            (award("100.01", lot="1"), "not met"),
            (award("5000000.00", lot="2"), "undetermined"),
            (award("5000000.00", lot="2", term=YEAR), "undetermined"),
            (award(lot="2", term=YEAR), "within"),
            (award(lot="2", term=Term(months=13)), "not met"),
            (award("1.00", lot="1", term=Term(years=10)), "undetermined"),
            (award("5000000.00"), "undetermined"),
        ],
    )
    def test_what_one_lot_may_cost_is_no_limit_for_another(
        self, proposal: Proposal, answer: str
    ) -> None:
        verdict = judged(proposal, self.LOTS)
        found = "not met" if verdict.result is NOT_MET else label(verdict)
        assert found == answer

    def test_a_limb_that_is_met_and_limits_what_is_asked_is_enough(self) -> None:
        short = Reading("short", Length("term", MINUTE, YEAR))
        either = Either("how", MINUTE, [short, Reading("waived", self.WAIVER)])
        assert judged(award(term=YEAR, waiver=True), either).result is MET
        longer = award(term=Term(months=13), waiver=True)
        assert judged(longer, either).result is OPEN

    def test_where_every_limb_limits_it_either_is_enough(self) -> None:
        cabinet: list[Clause] = [Holder("cabinet", MINUTE, "cabinet"), cap("500.00", "more")]
        either = Either("how", MINUTE, [Reading("up to", cap("100.00")), Reading("more", cabinet)])
        used = Used().after(award("90.00"), under=Authority("a", MINUTE, [AWARD], [either]))
        assert judged(award("50.00", by="cabinet"), either, used=used).result is MET
        assert judged(award("50.00", by="clerk"), either, used=used).result is NOT_MET

    def test_what_was_used_leaves_only_the_limb_that_sets_no_limit(self) -> None:
        used = Used().after(award("99999.99"), under=Authority("a", MINUTE, [AWARD], [self.DIRECT]))
        verdict = judged(award("0.02", waiver=True), self.DIRECT, used=used)
        assert verdict.result is OPEN

    def test_so_it_is_in_every_reading_of_the_words(self) -> None:
        plain = Reading("whichever", self.DIRECT)
        readings = Readings("r", MINUTE, [plain, Reading("at most", cap("500000.00", "least"))])
        authority = Authority("a", MINUTE, [AWARD], [readings])
        before = award("99960.00")
        used = Used().after(before, under=authority)
        for pounds, result in (("40.00", MET), ("40.01", OPEN)):
            verdict = judge(award(pounds, waiver=True), under=authority, used=used)
            assert verdict.result is result
        for waiver in (False, True):
            assert judge(award("50.00", waiver=waiver), under=authority).result is MET
        chosen = RULES.basis(readings={"r": "at most"})
        waived = award("40.01", waiver=True)
        assert judge(waived, under=authority, used=used, basis=chosen).result is MET


class TestAThreshold:
    """Above £100,000 for lot 1 the cabinet awards; what is no part of lot 1 it leaves alone."""

    FIGURE: Final = Figure.pounds("100000.00", nature=Nature.THRESHOLD)
    ALL: Final = cap("900000.00")
    CABINET: Final = Holder("holder", MINUTE, "cabinet")
    LOT_ONE: Final = Threshold("t", MINUTE, FIGURE, CABINET, where={"lot": "1"})

    @pytest.mark.parametrize(
        ("proposal", "answer"),
        [
            (award("100000.00", lot="1", by="director"), "within"),
            (award("100000.01", lot="1", by="director"), "wrong_holder"),
            (award("100000.01", lot="1", by="cabinet"), "within"),
            (award("900000.00", lot="2", by="director"), "within"),
            (award("900000.01", lot="2", by="director"), "exceeds"),
            (award("100000.01", by="director"), "undetermined"),
            (award("100000.00", by="director"), "within"),
        ],
    )
    def test_it_asks_nothing_of_another_lot(self, proposal: Proposal, answer: str) -> None:
        assert label(judged(proposal, self.ALL, self.LOT_ONE)) == answer

    def test_of_another_lot_it_says_that_nothing_counts_there(self) -> None:
        verdict = judged(award("300000.00", lot="2"), self.ALL, self.LOT_ONE)
        (finding,) = [each for each in verdict.findings if each.rule == "t"]
        assert finding.result is Result.NOT_APPLICABLE
        assert finding.note == "nothing of what is proposed counts here"

    @pytest.mark.parametrize(
        ("lot", "result"), [("1", MET), ("2", OPEN), ("", OPEN)], ids=["1", "2", "none"]
    )
    def test_it_limits_the_lot_that_it_names_and_no_other(self, lot: str, result: Result) -> None:
        approved = Precondition("approved", MINUTE, "approved")
        clause = Threshold("t", MINUTE, self.FIGURE, approved, where={"lot": "1"})
        verdict = judged(award("50000000.00", lot=lot, approved=True), clause)
        assert verdict.result is result

    def test_a_number_that_is_a_threshold_limits_no_amount(self) -> None:
        number = Threshold("t", MINUTE, Figure(3, Nature.THRESHOLD), self.CABINET, per=())
        verdict = judged(award("50000000.00", by="director"), number)
        assert (verdict.result, open_titles(verdict)) == (OPEN, ["No limit on the amount"])
        assert judged(award("900000.00", by="director"), number, self.ALL).result is MET

    @pytest.mark.parametrize(
        ("number", "pounds", "result"),
        [(3, "100.00", OPEN), (4, "100.00", MET), (4, "400.01", NOT_MET)],
    )
    def test_a_figure_for_more_than_so_many_contracts_is_none_for_fewer(
        self, number: int, pounds: str, result: Result
    ) -> None:
        figure = Figure(3, Nature.THRESHOLD)
        clause = Threshold("t", MINUTE, figure, cap("100.00", per=("contract",)), per=())
        proposal = Proposal(AWARD, Contract("c", number=number, value=stated(pounds)))
        assert judged(proposal, clause).result is result

    @pytest.mark.parametrize(
        ("pounds", "term", "result"),
        [
            ("100000.00", Term(years=10), OPEN),
            ("100000.01", Term(years=10), NOT_MET),
            ("100000.01", YEAR, MET),
        ],
    )
    def test_a_length_that_binds_above_it_is_none_below(
        self, pounds: str, term: Term, result: Result
    ) -> None:
        clause = Threshold("t", MINUTE, self.FIGURE, Length("term", MINUTE, YEAR))
        assert judged(award(pounds, term=term), self.ALL, clause).result is result

    def test_it_may_be_for_each_lot(self) -> None:
        clause = Threshold("t", MINUTE, self.FIGURE, self.CABINET, per=("lot",))
        assert judged(award("100000.00", lot="1", by="clerk"), clause).result is MET
        assert judged(award("100000.01", lot="1", by="clerk"), clause).result is NOT_MET
        assert judged(award("100000.00", by="clerk"), clause).result is MET


@attrs.frozen
class Silent:
    """A council's own clause, met by everything, which says nothing of what it limits."""

    reference: str = "own"
    source: Citation = MINUTE

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        del request, tally, basis
        return MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        result = self.result(request, tally, basis)
        return Finding("own", "Own", result, Aspect.RECORD, request.reference, MINUTE)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del used, basis
        return ()


@attrs.frozen
class Limiting(Silent):
    """The same, which says what it sets a limit on."""

    limits: tuple[str, ...] = ()


class TestACouncilsOwnClauseLimitsWhatItSaysThatItDoes:
    PROPOSAL: Final = Proposal(
        AWARD,
        Contract("c", date(2025, 4, 1), term=YEAR, value=stated("5000000.00")),
    )
    OPTIONAL: Final = Proposal(
        AWARD,
        Contract("c", term=YEAR, options=[Option(YEAR)]),
    )

    def test_one_that_says_nothing_leaves_all_as_it_was(self) -> None:
        verdict = judged(self.PROPOSAL, Silent())
        assert (verdict.result, verdict.as_asked) == (OPEN, OPEN)
        amount, length = open_titles(verdict)
        assert amount == "No limit on the amount"
        assert length == "No limit on the length or the last day"

    @pytest.mark.parametrize(
        ("limits", "result"),
        [
            (("amount", "start", "end"), MET),
            (("end", "amount", "start", "options"), MET),
            (("amount", "start"), OPEN),
            (("amount", "end"), OPEN),
            (("start", "end"), OPEN),
            ((), OPEN),
        ],
    )
    def test_what_it_names_is_limited_and_nothing_else(
        self, limits: tuple[str, ...], result: Result
    ) -> None:
        assert judged(self.PROPOSAL, Limiting(limits=limits)).result is result

    def test_beside_a_limit_of_the_words_it_need_not_name_any(self) -> None:
        clauses = Silent(), cap("5000000.00"), Length("term", MINUTE, YEAR)
        assert judged(self.PROPOSAL, *clauses).result is MET

    @pytest.mark.parametrize(("limits", "result"), [(("options",), MET), ((), OPEN)])
    def test_it_may_name_the_options(self, limits: tuple[str, ...], result: Result) -> None:
        firm = Length("firm", MINUTE, YEAR, of="firm")
        assert judged(self.OPTIONAL, firm, Limiting(limits=limits)).result is result

    @pytest.mark.parametrize("limits", ["amount", ("money",), ["amount"], ("amount", "firm term")])
    def test_what_is_nothing_to_limit_is_refused(self, limits: object) -> None:
        clause = Limiting(limits=limits)  # type: ignore[arg-type]
        either = Either("how", MINUTE, [Reading("own", clause), Reading("cap", cap("1.00"))])
        for given in (clause, either):
            with pytest.raises((InvalidValueError, InvalidRecordError)) as refused:
                Authority("a", MINUTE, [AWARD], [given])
            says = "clauses['own'].limits: expected a tuple of any of amount, start, end, options"
            assert says in str(refused.value)
