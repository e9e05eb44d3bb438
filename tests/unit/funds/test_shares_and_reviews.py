"""Shares of a grant, and costs charged to several funds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.unit.funds.making import (
    DETERMINATION,
    allocated,
    condition,
    entry,
    findings_of,
    fund,
    order,
    purposes,
    spend,
    taken,
)

from carerslib.clauses import Clause, CountingClause, Either, For, Reading, Readings
from carerslib.errors import InvalidValueError
from carerslib.funds import (
    RULES,
    Entry,
    EntryKind,
    Head,
    Lift,
    ShareOfGrant,
    check,
    check_cost,
    close_year,
)
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.clauses import Group, Measure

MET, NOT_MET = Result.MET, Result.NOT_MET
BREAKS = Reading("other", purposes("breaks"))


def _share(**said: Any) -> ShareOfGrant:  # noqa: ANN401
    return ShareOfGrant("share", DETERMINATION, "purpose", **{"values": "breaks", **said})


class TestAtMost:
    FUND = fund(condition(_share(values=["staff", "rent"], at_most=Fraction(25, 2))))

    @pytest.mark.parametrize(
        ("pounds", "result"),
        [("12.49", Result.MET), ("12.50", Result.MET), ("12.51", Result.NOT_MET)],
    )
    def test_no_more_than_the_share_goes_there(self, pounds: str, result: Result) -> None:
        position = taken(self.FUND, allocated("100.00"))
        assert check(spend("E1", pounds, purpose="rent"), against=position).result is result

    def test_it_is_not_asked_of_anything_else_or_of_the_finished_year(self) -> None:
        position = taken(self.FUND, allocated("100.00"), spend("E1", "100.00", purpose="breaks"))
        assert close_year(position, "2003/04").shares.findings == ()

    def test_what_is_left_of_it_is_given_by_year(self) -> None:
        position = taken(self.FUND, allocated("100.00"), spend("E1", "10.00", purpose="rent"))
        clause = self.FUND.stipulations[0].clauses[0]
        (room,) = clause.room(position.used_by("share"), RULES.basis())
        assert (room.group, room.left) == (("2003/04", "inside"), Money.pounds("2.50"))


class TestAtLeast:
    FUND = fund(condition(_share(at_least=75)))

    def test_an_order_over_two_years_is_held_against_each(self) -> None:
        years = ByYear.of({"2003/04": Money.pounds("25.00"), "2004/05": Money.pounds("25.01")})
        position = taken(
            self.FUND, allocated("100.00"), allocated("100.00", date(2004, 4, 1), "A2")
        )
        offered = order("O1", "50.01", purpose="other", by_year=years)
        verdict = check(offered, against=position)
        assert [finding.title for finding in verdict.unmet] == [
            "Beside the share for breaks, 2004/05"
        ]

    @pytest.mark.parametrize(
        "back",
        [
            entry("L1", EntryKind.RELEASE, "0.01", purpose="other", order="O1"),
            entry(
                "K1", EntryKind.CORRECTION, "0.01", purpose="other", corrects=EntryKind.EXPENDITURE
            ),
        ],
        ids=["release", "correction"],
    )
    def test_a_release_and_a_correction_give_it_back(self, back: Entry) -> None:
        full = taken(
            self.FUND,
            allocated("100.00"),
            order("O1", "24.00", purpose="other"),
            spend("E1", "1.00", purpose="other"),
        )
        offered = spend("E2", "0.01", purpose="other")
        assert not check(offered, against=full).is_met
        assert check(offered, against=full.after(back)).is_met

    def test_spending_that_does_not_say_what_for_counts_as_beside_it(self) -> None:
        position = taken(self.FUND, allocated("100.00"))
        assert check(spend("E1", "25.00", purpose=None), against=position).is_met
        assert not check(spend("E1", "25.01", purpose=None), against=position).is_met

    def test_without_a_grant_there_is_no_share_of_it(self) -> None:
        found = _share(at_least=75).reached({}, "2003/04")
        assert (found.result, found.note) == (Result.MET, "")

    def test_what_may_go_elsewhere_is_given_by_year(self) -> None:
        position = taken(self.FUND, allocated("100.00"), spend("E1", "1.00", purpose="other"))
        clause = self.FUND.stipulations[0].clauses[0]
        (room,) = clause.room(position.used_by("share"), RULES.basis())
        assert (room.group, room.left) == (("2003/04", "outside"), Money.pounds("24.00"))

    def test_an_odd_penny_of_the_share_is_asked_for(self) -> None:
        clause = _share(at_least=Fraction(100, 3))
        used: dict[Group, Measure] = {("2003/04", "grant"): 100, ("2003/04", "inside"): 33}
        found = clause.reached(used, "2003/04")
        assert (found.result, found.permitted) == (Result.NOT_MET, Money.pence(34))


class TestShareOfOneSource:
    """£100.00 from the department, three quarters of it for breaks, beside £100.00 of our own."""

    OF = fund(
        condition(_share(at_least=75, where={"source": "department"})),
        sources=("department", "own"),
    )
    GIVEN = (
        allocated("100.00", source="department"),
        allocated("100.00", reference="A2", source="own"),
    )

    @pytest.mark.parametrize(
        ("source", "pounds", "result"),
        [
            ("department", "24.99", MET),
            ("department", "25.00", MET),
            ("department", "25.01", NOT_MET),
            ("own", "100.00", MET),
        ],
    )
    def test_what_may_go_elsewhere_is_of_that_grant_alone(
        self, source: str, pounds: str, result: Result
    ) -> None:
        position = taken(self.OF, *self.GIVEN)
        offered = spend("E1", pounds, purpose="other", source=source)
        assert check(offered, against=position).result is result

    @pytest.mark.parametrize(
        ("pounds", "result"), [("74.99", NOT_MET), ("75.00", MET), ("75.01", MET)]
    )
    def test_it_is_reached_by_what_was_spent_of_that_grant(
        self, pounds: str, result: Result
    ) -> None:
        own = spend("E2", "100.00", source="own")
        position = taken(self.OF, *self.GIVEN, spend("E1", pounds, source="department"), own)
        shares = close_year(position, "2003/04").shares
        assert shares.result is result
        (finding,) = shares.findings
        assert finding.title == "Share for breaks, source department, 2003/04"
        assert finding.note.endswith("% of £100.00")

    def test_another_grant_may_be_cut_though_this_one_is_spent(self) -> None:
        position = taken(
            self.OF, *self.GIVEN, spend("E1", "25.00", purpose="other", source="department")
        )
        for source, result in (("own", MET), ("department", NOT_MET)):
            cut = entry(
                "K1", EntryKind.CORRECTION, "1.00", corrects=EntryKind.ALLOCATION, source=source
            )
            assert check(cut, against=position).result is result

    def test_it_may_be_of_one_head(self) -> None:
        share = _share(at_least=75, where={"head": "grants"})
        heads = (Head("grants", allotted=True), Head("rent", allotted=True))
        of = fund(condition(share), heads=heads)
        given = [
            allocated("100.00", reference=each.reference, head=each.reference) for each in heads
        ]
        position = taken(of, *given)
        for head, result in (("rent", MET), ("grants", NOT_MET)):
            offered = spend("E1", "25.01", purpose="other", head=head)
            assert check(offered, against=position).result is result

    @pytest.mark.parametrize(
        ("where", "value"),
        [
            ({"source": "departmnet"}, "source departmnet"),
            ({"source": "own", "head": "breaks"}, "head breaks"),
        ],
    )
    def test_of_a_source_or_a_head_that_the_fund_does_not_name_it_is_refused(
        self, where: dict[str, str], value: str
    ) -> None:
        share = _share(at_least=75, where=where)
        with pytest.raises(InvalidValueError) as caught:
            fund(condition(share), sources=("department", "own"))
        assert (caught.value.field, caught.value.value) == ("clauses", value)


def test_a_share_without_a_least_is_not_applicable_at_the_end() -> None:
    found = _share(at_most=10).reached({}, "2003/04")
    assert found.result is Result.NOT_APPLICABLE


def test_a_share_is_a_clause_that_counts_and_answers_as_its_finding() -> None:
    clause = _share(at_least=75)
    assert isinstance(clause, Clause)
    assert isinstance(clause, CountingClause)
    offered, basis = spend("E1", "1.00", purpose="other"), RULES.basis()
    adds = clause.adds(offered, basis)
    tally = (adds, tuple(measure for _, measure in adds))
    assert clause.result(offered, tally, basis) is clause.finding(offered, tally, basis).result


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"at_least": 101}, "at_least"),
        ({"at_least": -1}, "at_least"),
        ({"at_most": "20"}, "at_most"),
        ({"at_most": True}, "at_most"),
        ({}, "at_least"),
        ({"values": (), "at_least": 1}, "values"),
        ({"at_least": 1, "where": {"purpose": "breaks"}}, "where"),
        ({"at_least": 1, "where": {"source": ""}}, "where"),
    ],
)
def test_a_share_that_cannot_be_is_refused(said: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        _share(**said)
    assert caught.value.field == field


def test_a_share_of_nothing_in_particular_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="dimension"):
        ShareOfGrant("share", DETERMINATION, "", "breaks", at_least=1)


@pytest.mark.parametrize(
    "holds",
    [
        lambda share: For("words", DETERMINATION, {"head": "breaks"}, [share]),
        lambda share: Either("words", DETERMINATION, [Reading("one", share), BREAKS]),
        lambda share: Readings("words", DETERMINATION, [Reading("one", share), BREAKS]),
    ],
    ids=["some entries", "limbs", "readings"],
)
def test_a_share_inside_another_clause_is_refused_as_no_grant_would_count(
    holds: Callable[[Clause], Clause],
) -> None:
    share = _share(at_least=50)
    with pytest.raises(InvalidValueError, match="clause of its own") as caught:
        fund(condition(holds(share)))
    assert (caught.value.field, caught.value.value) == ("clauses", "share")
    assert fund(condition(share)).counting


class TestCosts:
    COST = Money.pounds("100.00")

    @pytest.mark.parametrize(
        ("charged", "result"),
        [("39.99", Result.MET), ("40.00", Result.MET), ("40.01", Result.NOT_MET)],
    )
    def test_all_funds_together_bear_no_more_than_it_came_to(
        self, charged: str, result: Result
    ) -> None:
        found = check_cost(
            "invoice", self.COST, charged={"a": Money.pounds("60.00"), "b": Money.pounds(charged)}
        )
        assert found.result is result

    def test_a_cost_of_nothing_has_no_share(self) -> None:
        assert check_cost("invoice", Money.pounds("0.00"), charged={}).note == ""

    def test_a_cost_that_no_fund_bears_is_met(self) -> None:
        found = check_cost("invoice", self.COST, charged={})
        assert (found.result, found.note) == (Result.MET, "0% of it, charged to no fund")

    @pytest.mark.parametrize(
        ("cost", "charged", "field"),
        [("-0.01", "0.00", "cost"), ("100.00", "-0.01", "charged")],
    )
    def test_less_than_nothing_is_refused(self, cost: str, charged: str, field: str) -> None:
        over = {"a": Money.pounds("100.01"), "b": Money.pounds(charged)}
        with pytest.raises(InvalidValueError, match=field):
            check_cost("invoice", Money.pounds(cost), charged=over)


class TestShareOfOneYear:
    """A share stands for the years that its stipulation's days touch, and for no other."""

    DAYS = DateRange(date(2003, 4, 1), date(2004, 3, 31))
    FUND = fund(condition(_share(at_least=75), days=DAYS))
    GIVEN = (allocated("100.00"), allocated("100.00", date(2004, 4, 1), "A2"))

    def _ordered(self, first: str, second: str, **more: Any) -> Entry:  # noqa: ANN401
        years = ByYear.of({"2003/04": Money.pounds(first), "2004/05": Money.pounds(second)})
        return order("O1", str(years.total)[1:], purpose="other", by_year=years, **more)

    @pytest.mark.parametrize(
        ("first", "result"), [("24.99", MET), ("25.00", MET), ("25.01", NOT_MET)]
    )
    def test_an_order_is_held_to_the_share_in_its_year_and_not_in_the_next(
        self, first: str, result: Result
    ) -> None:
        position = taken(self.FUND, *self.GIVEN)
        assert check(self._ordered(first, "100.00"), against=position).result is result

    def test_an_order_for_the_next_year_alone_is_not_held_to_the_share(self) -> None:
        position = taken(self.FUND, *self.GIVEN)
        years = ByYear.of({"2004/05": Money.pounds("100.00")})
        verdict = check(order("O1", "100.00", purpose="other", by_year=years), against=position)
        assert verdict.is_met
        assert findings_of("share", verdict) == []

    def test_nothing_of_the_next_year_is_counted(self) -> None:
        position = taken(self.FUND, *self.GIVEN, self._ordered("20.00", "100.00"))
        groups = {group[0] for group in position.used_by("share")}
        assert groups == {"2003/04"}
        back = entry(
            "L1", EntryKind.CORRECTION, "120.00", corrects=EntryKind.COMMITMENT, order="O1"
        )
        undone = attrs.evolve(
            back, purpose="other", by_year=self._ordered("20.00", "100.00").by_year
        )
        after = position.after(undone)
        assert set(after.used_by("share").values()) == {0, 10_000}

    def test_a_year_after_the_share_was_lifted_is_not_asked(self) -> None:
        lift = Lift("conditions", "the department", date(2004, 4, 1), DETERMINATION)
        of = fund(condition(_share(at_least=75)), lifts=[lift])
        position = taken(of, *self.GIVEN)
        assert check(self._ordered("25.00", "100.00"), against=position).is_met
