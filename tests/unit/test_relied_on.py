"""Which paragraph an award counts under, and what an extension counts besides its contract."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from carerslib.awards import (
    AWARD,
    COUNTED_AWARDS,
    EXTEND,
    MODIFY,
    RULES,
    Authority,
    Proposal,
    Resolution,
    Used,
    headroom,
    judge,
    judge_each,
    judge_register,
)
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Figure, Holder, Only, Steps, Taken, Unlimited
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Result

MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
MINUTE: Final = Citation.record("Cabinet, carers services")
YEAR: Final = Term(years=1)


def _pounds(pounds: str) -> Price:
    return Price.as_stated(Money.pounds(pounds))


def _paragraph(
    key: str, most: str, *clauses: Clause, in_force: DateRange | None = None
) -> Authority:
    cap = Cap(f"{key}.value", MINUTE, Figure.pounds(most))
    return Authority(key, MINUTE, [AWARD], [*clauses, cap], in_force=in_force)


def _resolution(*paragraphs: Authority) -> Resolution:
    return Resolution("resolution", "cabinet", MINUTE, authorities=paragraphs)


def _award(
    key: str, pounds: str, *, by: str | None = None, on: date | None = None, **tags: str
) -> Proposal:
    return Proposal(AWARD, Contract(key, value=_pounds(pounds), tags=tags), by=by, on=on)


def _lot(key: str, lot: str) -> Only:
    return Only(f"{key}.lot", MINUTE, "lot", lot)


TWO_LOTS: Final = _resolution(
    _paragraph("a", "100", _lot("a", "1")), _paragraph("b", "50", _lot("b", "2"))
)


class TestAnAwardOfOneParagraph:
    @pytest.mark.parametrize(("pounds", "second"), [("50", MET), ("50.01", NOT_MET)])
    def test_leaves_the_figure_of_another_lot_alone(self, pounds: str, second: Result) -> None:
        made = [_award("one", "100", lot="1"), _award("two", pounds, lot="2")]
        assert [each.result for each in judge_each(made, under=TWO_LOTS)] == [MET, second]

    def test_leaves_all_of_it_as_headroom(self) -> None:
        used = Used().after(_award("one", "100", lot="1"), under=TWO_LOTS)
        left = {room.clause: str(room.left) for room in headroom(TWO_LOTS, used)}
        assert left == {"a.value": "£0.00", "b.value": "£50.00"}

    def test_leaves_the_figure_of_another_holder_alone(self) -> None:
        under = _resolution(
            _paragraph("a", "100", Holder("a.who", MINUTE, "cabinet")),
            _paragraph("b", "50", Holder("b.who", MINUTE, "director")),
        )
        made = [_award("one", "100", by="cabinet"), _award("two", "50", by="director")]
        assert [each.result for each in judge_each(made, under=under)] == [MET, MET]

    def test_leaves_a_paragraph_alone_that_did_not_stand_on_the_day(self) -> None:
        year = DateRange(date(2020, 4, 1), date(2021, 3, 31))
        later = DateRange(date(2021, 4, 1), date(2022, 3, 31))
        under = _resolution(
            _paragraph("a", "100", in_force=year), _paragraph("b", "50", in_force=later)
        )
        made = [
            _award("one", "100", on=date(2021, 3, 31)),
            _award("two", "50", on=date(2021, 4, 1)),
        ]
        assert [each.result for each in judge_each(made, under=under)] == [MET, MET]

    def test_counts_on_the_same_day_as_another_in_its_own_paragraph(self) -> None:
        day = date(2021, 4, 1)
        made = [_award("one", "100", on=day, lot="1"), _award("two", "50", on=day, lot="2")]
        assert [each.result for each in judge_register(made, under=TWO_LOTS)] == [MET, MET]

    def test_counts_everywhere_where_a_council_counts_every_award(self) -> None:
        basis = RULES.basis(conventions={COUNTED_AWARDS.name: "every award"})
        made = [_award("one", "100", lot="1"), _award("two", "50", lot="2")]
        found = judge_each(made, under=TWO_LOTS, basis=basis)
        assert [each.result for each in found] == [MET, NOT_MET]


class TestAnAwardOfNoParagraph:
    def test_counts_under_each(self) -> None:
        made = [_award("one", "50", lot="3"), _award("two", "50", lot="2")]
        found = judge_each(made, under=TWO_LOTS)
        assert [each.result for each in found] == [NOT_MET, NOT_MET]

    def test_counts_under_each_where_its_lot_is_not_stated(self) -> None:
        made = [_award("one", "50"), _award("two", "50", lot="2")]
        assert [each.result for each in judge_each(made, under=TWO_LOTS)] == [OPEN, NOT_MET]


OPTIONAL: Final = Authority(
    "optional",
    MINUTE,
    [AWARD, EXTEND],
    [Steps("steps", MINUTE, [YEAR, YEAR]), Cap("value", MINUTE, Figure.pounds("500"))],
)


def _hub(*options: str) -> Proposal:
    priced = [Option(YEAR, _pounds(each)) for each in options]
    return Proposal(AWARD, Contract("hub", value=_pounds("300"), options=priced))


def _extension(number: int | None, pounds: str, *, changes: str = "") -> Proposal:
    return Proposal(
        EXTEND,
        Contract("hub", value=_pounds(pounds)),
        takes=Taken(number, 1, YEAR),
        changes=changes,
        reference=f"extension {number}",
    )


def _left(*made: Proposal) -> str:
    used = Used().after(*made, under=OPTIONAL)
    return next(str(room.left) for room in headroom(OPTIONAL, used) if room.clause == "value")


class TestAnExtensionThatStatesItsOptionAlone:
    @pytest.mark.parametrize("changes", ["", "hub"])
    def test_replaces_what_the_option_was_counted_for(self, changes: str) -> None:
        award = _hub("100", "100")
        assert _left(award) == "£0.00"
        assert _left(award, _extension(1, "60", changes=changes)) == "£40.00"

    def test_is_within_what_the_award_was(self) -> None:
        found = list(judge_each([_hub("200"), _extension(None, "200")], under=OPTIONAL))
        assert [each.as_asked for each in found] == [MET, MET]

    def test_is_not_within_where_it_costs_a_penny_more_than_is_left(self) -> None:
        found = list(judge_each([_hub("200"), _extension(None, "200.01")], under=OPTIONAL))
        assert [each.as_asked for each in found] == [MET, NOT_MET]

    def test_leaves_the_other_options_as_they_were_counted(self) -> None:
        made = (_hub("100", "100"), _extension(1, "60"), _extension(2, "80"))
        assert _left(*made) == "£60.00"

    def test_adds_to_a_contract_that_was_counted_without_the_option(self) -> None:
        assert _left(_hub(), _extension(1, "100")) == "£100.00"
        assert _left(_hub(), _extension(1, "100", changes="hub")) == "£100.00"

    def test_replaces_either_where_it_is_not_said_which_of_two_alike_it_takes(self) -> None:
        assert _left(_hub("50", "50"), _extension(None, "50")) == "£100.00"

    def test_adds_where_its_contract_is_not_among_those_counted(self) -> None:
        assert _left(_extension(1, "100")) == "£400.00"


def test_many_changes_of_one_contract_on_one_day_lie_between_the_least_and_the_most() -> None:
    under = Authority("a", MINUTE, [AWARD, MODIFY], [Cap("value", MINUTE, Figure.pounds("500"))])
    hub = Proposal(AWARD, Contract("hub", value=_pounds("100")), on=date(2020, 1, 1))
    changed = [
        Proposal(
            MODIFY,
            Contract("hub", value=_pounds(str(100 + number))),
            on=date(2020, 2, 1),
            changes="hub",
            reference=f"change {number}",
        )
        for number in range(1, 8)
    ]

    def last_of(*pounds: str) -> Result:
        """Judge the last of some awards that are made a month later."""
        later = [
            Proposal(
                AWARD,
                Contract(f"other {number}", value=_pounds(each)),
                on=date(2020, 3, 1 + number),
            )
            for number, each in enumerate(pounds)
        ]
        return judge_register([hub, *changed, *later], under=under)[-1].result

    # the contract comes to between £101 and £107
    assert last_of("393") is MET
    assert last_of("393", "0.01") is OPEN
    assert last_of("393", "6") is OPEN
    assert last_of("393", "6", "0.01") is NOT_MET


def test_what_was_made_under_words_that_count_nothing_is_known_of_all_the_same() -> None:
    free = [Unlimited(what, MINUTE, what) for what in ("amount", "period")]
    to_extend = Authority("a", MINUTE, [AWARD, EXTEND])
    under = _resolution(to_extend, Authority("b", MINUTE, [AWARD], free))
    contract = Contract("c", date(2018, 4, 1), term=YEAR)
    made = Proposal(AWARD, contract, on=date(2018, 4, 1))
    extension = Proposal(EXTEND, contract, on=date(2018, 4, 1), changes="c", reference="more")
    *_, one_after_another = judge_each([made, extension], under=under)
    used = Used().after(made, under=under)
    beside = judge(extension, under=under, used=used)
    assert one_after_another.result is beside.result is MET
    assert one_after_another.findings == beside.findings
    (finding,) = [each for each in beside.findings if each.title == "Limits of the award"]
    assert finding.result is MET
    assert judge(extension, under=under).result is OPEN
