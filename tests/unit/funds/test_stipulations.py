"""Stipulations, who can lift them, and what makes a fund that cannot be."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.unit.funds.making import DETERMINATION, condition, fund, purposes, window

from carerslib.clauses import Cap, Figure
from carerslib.errors import InvalidValueError
from carerslib.funds import (
    KINDS,
    STIPULATES,
    Band,
    CarryForward,
    Due,
    Fund,
    FundType,
    Head,
    Lift,
    Stipulation,
    StipulationKind,
    Unspent,
    check_due,
    check_lift,
    found_after_close,
)
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.verdicts import Result

CONDITION, RESTRICTION, EXPECTATION = StipulationKind
DAYS = DateRange(date(2008, 4, 1), date(2011, 3, 31))
LIFTED_ON = date(2010, 1, 15)


def test_every_kind_and_every_type_of_fund_has_its_effect() -> None:
    assert set(KINDS) == set(StipulationKind)
    assert set(STIPULATES) == set(FundType)
    assert STIPULATES[FundType.UNPROTECTED_BUDGET] is None


@pytest.mark.parametrize(
    ("kind", "binds"), [(CONDITION, True), (RESTRICTION, True), (EXPECTATION, False)]
)
def test_conditions_and_restrictions_bind_and_expectations_advise(
    kind: StipulationKind, *, binds: bool
) -> None:
    assert condition(kind=kind).binds is binds


@pytest.mark.parametrize("kind", [CONDITION, RESTRICTION])
def test_only_an_expectation_may_say_that_carrying_was_not_read(kind: StipulationKind) -> None:
    not_read = CarryForward.NOT_READ
    assert condition(kind=EXPECTATION, carry_forward=not_read).carry_forward is not_read
    with pytest.raises(InvalidValueError, match="carry_forward"):
        condition(kind=kind, carry_forward=not_read)


class TestDays:
    @pytest.mark.parametrize(
        ("day", "stands"),
        [
            (date(2008, 3, 31), False),
            (date(2008, 4, 1), True),
            (date(2011, 3, 31), True),
            (date(2011, 4, 1), False),
        ],
    )
    def test_it_stands_on_both_ends_of_its_days(self, day: date, *, stands: bool) -> None:
        assert condition(days=DAYS).stands_on(day) is stands

    def test_without_days_it_stands_on_any(self) -> None:
        assert condition().stands_on(date(1999, 4, 1))


class TestLifting:
    def _lift(self, by: str = "the department", of: str = "conditions") -> Lift:
        return Lift(of, by, LIFTED_ON, DETERMINATION)

    @pytest.mark.parametrize(("day", "stands"), [(date(2010, 1, 14), True), (LIFTED_ON, False)])
    def test_from_its_day_on_it_no_longer_stands(self, day: date, *, stands: bool) -> None:
        assert condition().stands_on(day, [self._lift()]) is stands

    @pytest.mark.parametrize("lift", [("the council", "conditions"), ("the department", "other")])
    def test_nobody_else_lifts_it_and_no_other_is_lifted(self, lift: tuple[str, str]) -> None:
        assert condition().stands_on(LIFTED_ON, [self._lift(*lift)])

    def test_a_lift_by_whoever_set_it_takes_effect(self) -> None:
        found = check_lift(self._lift(), fund(condition()))
        assert (found.result, found.note) == (Result.MET, "from 2010-01-15")

    def test_a_lift_by_another_is_said_to_have_none(self) -> None:
        found = check_lift(self._lift("the council"), fund(condition(reference="a"), condition()))
        assert (found.result, found.note) == (Result.NOT_MET, "it still stands")
        assert (found.measured, found.permitted) == ("the council", "the department")

    @pytest.mark.parametrize("of", [fund(), fund(condition(reference="a"))])
    def test_a_lift_of_what_the_fund_does_not_have_is_misuse(self, of: Fund) -> None:
        with pytest.raises(InvalidValueError, match="stipulation"):
            check_lift(self._lift(), of)

    @pytest.mark.parametrize("known", [(), ("a", "b")])
    def test_a_fund_is_not_made_with_a_lift_of_what_it_does_not_have(
        self, known: tuple[str, ...]
    ) -> None:
        words = [condition(reference=each) for each in known]
        with pytest.raises(InvalidValueError) as caught:
            fund(*words, lifts=(self._lift(of="ring-fense"), self._lift(of="c")))
        assert (caught.value.field, caught.value.value) == ("lifts", "ring-fense, c")
        assert caught.value.expected == f"stipulations of the fund: {', '.join(known) or 'none'}"
        assert fund(*words, condition(reference="c"), lifts=(self._lift(of="c"),)).lifts


class TestWhatIsDue:
    REPORT = Due("report", "Report on use", "director", date(2004, 6, 30))
    LETTER = Due("letter", "Statement of assurance", "chief finance officer")
    FUND = fund(condition(due=(REPORT,)))

    @pytest.mark.parametrize(
        ("given", "on", "result"),
        [
            (date(2004, 6, 29), date(2004, 7, 1), Result.MET),
            (date(2004, 6, 30), date(2004, 7, 1), Result.MET),
            (date(2004, 7, 1), date(2004, 7, 1), Result.NOT_MET),
            (None, date(2004, 6, 30), Result.NOT_APPLICABLE),
            (None, date(2004, 7, 1), Result.NOT_MET),
            (date(2004, 6, 30), date(2004, 6, 29), Result.NOT_APPLICABLE),
            (date(2004, 7, 1), date(2004, 6, 30), Result.NOT_APPLICABLE),
        ],
    )
    def test_a_report_is_in_time_or_late_or_not_yet_due(
        self, given: date | None, on: date, result: Result
    ) -> None:
        done = {} if given is None else {"report": given}
        assert check_due(self.FUND, done=done, on=on).result is result

    def test_what_has_no_last_day_is_given_or_not_known(self) -> None:
        of = fund(condition(due=[self.LETTER]))
        open_ = check_due(of, done={}, on=date(2004, 7, 1))
        assert [str(each) for each in open_.missing] == [
            "done['letter'] (the day on which it was given)"
        ]
        given = {"letter": LIFTED_ON}
        assert check_due(of, done=given, on=LIFTED_ON).is_met
        before = LIFTED_ON - timedelta(days=1)
        assert check_due(of, done=given, on=before).result is Result.UNDETERMINED

    @pytest.mark.parametrize(
        ("lifted_on", "by", "result"),
        [
            (date(2004, 6, 29), "the department", Result.NOT_APPLICABLE),
            (date(2004, 6, 30), "the department", Result.NOT_APPLICABLE),
            (date(2004, 7, 1), "the department", Result.NOT_MET),
            (date(2004, 6, 29), "the council", Result.NOT_MET),
        ],
    )
    def test_a_report_due_under_what_was_lifted_before_its_last_day_is_not_due_any_more(
        self, lifted_on: date, by: str, result: Result
    ) -> None:
        lift = Lift("conditions", by, lifted_on, DETERMINATION)
        of = fund(condition(due=(self.REPORT,)), lifts=[lift])
        assert check_due(of, done={}, on=date(2004, 7, 1)).result is result
        late = {"report": date(2004, 7, 1)}
        assert check_due(of, done=late, on=date(2004, 7, 1)).result is result
        in_time = {"report": date(2004, 6, 1)}
        assert check_due(of, done=in_time, on=date(2004, 7, 1)).is_met

    @pytest.mark.parametrize(
        ("on", "result"),
        [(date(2010, 1, 14), Result.UNDETERMINED), (LIFTED_ON, Result.NOT_APPLICABLE)],
    )
    def test_what_has_no_last_day_is_not_due_from_the_day_of_the_lift(
        self, on: date, result: Result
    ) -> None:
        lift = Lift("conditions", "the department", LIFTED_ON, DETERMINATION)
        verdict = check_due(fund(condition(due=[self.LETTER]), lifts=[lift]), done={}, on=on)
        assert verdict.result is result
        (finding,) = verdict.findings
        assert finding.note.endswith("; it was lifted before") is (on == LIFTED_ON)

    def test_what_is_only_expected_is_advice(self) -> None:
        of = fund(condition(kind=EXPECTATION, due=[self.REPORT]))
        verdict = check_due(of, done={}, on=date(2005, 1, 1))
        assert verdict.result is Result.NOT_APPLICABLE
        assert verdict.findings[0].result is Result.NOT_MET


class TestFoundAfterTheClose:
    AMOUNT = Money.pounds("25000.00")

    @pytest.mark.parametrize(
        ("kind", "removed", "liability", "owed_to"),
        [
            (CONDITION, "25000.00", "25000.00", "the department"),
            (RESTRICTION, "25000.00", "0.00", ""),
            (EXPECTATION, "0.00", "0.00", ""),
        ],
    )
    def test_what_follows_is_by_the_kind(
        self, kind: StipulationKind, removed: str, liability: str, owed_to: str
    ) -> None:
        of = fund(condition(reference="a"), condition(kind=kind))
        found = found_after_close(of, "conditions", self.AMOUNT, charged_to="general fund")
        assert (found.removed, found.liability) == (Money.pounds(removed), Money.pounds(liability))
        assert found.owed_to == owed_to

    @pytest.mark.parametrize("of", [fund(), fund(condition())])
    def test_a_stipulation_that_the_fund_does_not_have_is_misuse(self, of: Fund) -> None:
        with pytest.raises(InvalidValueError, match="stipulation"):
            found_after_close(of, "other", self.AMOUNT, charged_to="general fund")


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"reference": ""}, "reference"),
            ({"kind": "condition"}, "kind"),
            ({"set_by": ""}, "set_by"),
            ({"source": "Annex B"}, "source"),
            ({"days": date(2008, 4, 1)}, "days"),
            ({"clauses": ["no highways"]}, "clauses"),
            ({"kind": RESTRICTION, "unspent": Unspent.RETURN}, "unspent"),
        ],
    )
    def test_in_a_stipulation(self, said: dict[str, Any], field: str) -> None:
        given: dict[str, Any] = {
            "reference": "conditions",
            "kind": CONDITION,
            "set_by": "the department",
            "source": DETERMINATION,
        }
        with pytest.raises(InvalidValueError) as caught:
            Stipulation(**{**given, **said})
        assert caught.value.field == field

    def test_in_a_lift(self) -> None:
        with pytest.raises(InvalidValueError, match="4 problems"):
            Lift("", "", datetime(2010, 1, 1), "minute")  # type: ignore[arg-type]

    def test_in_what_is_due(self) -> None:
        with pytest.raises(InvalidValueError, match="4 problems"):
            Due("", "", "", datetime(2010, 1, 1))

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"reference": ""}, "reference"),
            ({"at_most": Money.pounds("-0.01")}, "at_most"),
            ({"at_most": 7}, "at_most"),
            ({"allotted": True, "residual": True}, "residual"),
            ({"at_most": Money.pounds("0.00"), "residual": True}, "residual"),
        ],
    )
    def test_in_a_head(self, said: dict[str, Any], field: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Head(**{"reference": "breaks", **said})
        assert caught.value.field == field

    @pytest.mark.parametrize("approvers", ["", []])
    def test_in_a_band(self, approvers: str | list[str]) -> None:
        with pytest.raises(InvalidValueError, match="approvers"):
            Band(approvers, DETERMINATION)
        with pytest.raises(InvalidValueError, match="source"):
            Band("director", "standing orders")  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"reference": ""}, "reference"),
            ({"holder": ""}, "holder"),
            ({"source": "Annex B"}, "source"),
            ({"type": "grant"}, "type"),
            ({"stipulations": [condition(), condition()]}, "stipulations"),
            ({"heads": [Head("a"), Head("a")]}, "heads"),
            ({"heads": [Head("a", residual=True), Head("b", residual=True)]}, "heads"),
            (
                {
                    "stipulations": [
                        condition(purposes("a")),
                        condition(purposes("b"), reference="more"),
                    ]
                },
                "clauses",
            ),
        ],
    )
    def test_in_a_fund(self, said: dict[str, Any], field: str) -> None:
        given: dict[str, Any] = {
            "reference": "fund",
            "holder": "the council",
            "source": DETERMINATION,
            "type": FundType.GENERAL_GRANT,
        }
        with pytest.raises(InvalidValueError) as caught:
            Fund(**{**given, **said})
        assert caught.value.field == field


def test_a_fund_knows_which_of_its_clauses_keep_count() -> None:
    cap = Cap("cap", DETERMINATION, Figure.pounds("1.00"))
    of = fund(condition(purposes("breaks"), window(date(2003, 4, 1), None), cap))
    assert of.counted == {"cap"}
