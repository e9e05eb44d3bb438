"""Two resolutions about funds, each written down once from its record, then asked."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Nature, Of, Only, Reading, Readings, Window
from carerslib.funds import (
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Outlay,
    Position,
    Stipulation,
    StipulationKind,
    fold,
    post,
)
from carerslib.funds.rules import RULES
from carerslib.money import Money
from carerslib.verdicts import Result, Verdict

DCSF: Final = "Department for Children, Schools and Families"
POOLE: Final = Citation.record(
    "Poole cabinet, 14 July 2009",
    words="up to £100k of the funding is distributed via a grants process",
)
SHORT_BREAKS: Final = Fund(
    "short breaks capital",
    "Poole",
    POOLE,
    FundType.RING_FENCED_GRANT,
    [
        Stipulation(
            "short breaks",
            StipulationKind.CONDITION,
            DCSF,
            POOLE,
            clauses=[Window("years", POOLE, date(2008, 4, 1), date(2010, 3, 31))],
            ring_fence=True,
        )
    ],
    [
        Head("grants", Money.pounds("100000.00")),
        Head("equipment", Money.pounds("30000.00")),
        Head("caravan", residual=True),
    ],
    outlay=Outlay.CAPITAL,
    by_year=False,
)
DECIDED: Final = date(2009, 7, 14)
ALLOCATION: Final = Entry(
    "allocation", EntryKind.ALLOCATION, Money.pounds("176900.00"), DECIDED, DECIDED
)


def _capital(head: str, pounds: str, outlay: Outlay = Outlay.CAPITAL) -> Entry:
    amount = Money.pounds(pounds)
    return Entry(
        head, EntryKind.EXPENDITURE, amount, date(2009, 9, 1), DECIDED, head=head, outlay=outlay
    )


def _poole(*entries: Entry) -> list[Verdict]:
    found = post(entries, against=fold([ALLOCATION], fund=SHORT_BREAKS))
    return [refusal.verdict for refusal in found.refused]


class TestPoole2009AimingHighCapital:
    def test_p1_both_ceilings_are_met_exactly_and_the_caravan_takes_the_rest(self) -> None:
        assert not _poole(
            _capital("grants", "100000.00"),
            _capital("equipment", "30000.00"),
            _capital("caravan", "46900.00"),
        )

    def test_p1_and_a_penny_more_for_the_caravan_is_not_there(self) -> None:
        (refused,) = _poole(
            _capital("grants", "100000.00"),
            _capital("equipment", "30000.00"),
            _capital("caravan", "46900.01"),
        )
        assert [finding.note for finding in refused.unmet] == ["£46,900.00 is uncommitted"]

    def test_p2_the_grants_have_a_ceiling_of_their_own(self) -> None:
        (refused,) = _poole(_capital("grants", "100000.01"))
        assert [finding.rule for finding in refused.unmet] == ["fund.ceiling"]

    def test_p3_the_caravan_grows_when_the_others_are_not_used_up(self) -> None:
        assert not _poole(
            _capital("grants", "80000.00"),
            _capital("equipment", "20000.00"),
            _capital("caravan", "76900.00"),
        )

    def test_p4_wages_are_not_capital(self) -> None:
        (refused,) = _poole(_capital("caravan", "5000.00", Outlay.REVENUE))
        assert [finding.rule for finding in refused.unmet] == ["fund.outlay"]


BIRMINGHAM: Final = Citation.record(
    "Birmingham city council, budget 2017/18 onwards",
    words="to £119,600 in 2018/19 \u2013 leaving 478 grants available at £250 each",
)
COUNT: Final = Cap("grants", BIRMINGHAM, Figure(478), where={"year": "2018/19"}, of=Of.COUNT)
CARERS_GRANT: Final = Fund(
    "Carers' Grant",
    "Birmingham",
    BIRMINGHAM,
    FundType.UNPROTECTED_BUDGET,
    [
        Stipulation(
            "grants",
            StipulationKind.RESTRICTION,
            "Birmingham",
            BIRMINGHAM,
            clauses=[
                Cap("size", BIRMINGHAM, Figure.pounds("250.00"), per=("contract",)),
                Readings(
                    "limit",
                    BIRMINGHAM,
                    [
                        Reading("478 grants is the limit", COUNT),
                        Reading(
                            "the money is the limit",
                            Cap(
                                "money",
                                BIRMINGHAM,
                                Figure.pounds("119600.00", nature=Nature.BUDGET),
                                where={"year": "2018/19"},
                            ),
                        ),
                    ],
                    title="Number of grants",
                ),
                Only("applications", BIRMINGHAM, "applications", "open"),
            ],
        )
    ],
)
BUDGETS: Final = (
    ("2017/18", "341600.00", date(2017, 4, 1)),
    ("2018/19", "119600.00", date(2018, 4, 1)),
)
# The record says "during the 2017 consultation": the days here are the rest of that financial year.
SUSPENDED: Final = (date(2017, 6, 12), date(2018, 3, 31))


def _grant(number: int, pounds: str, day: date) -> Entry:
    suspended = SUSPENDED[0] <= day <= SUSPENDED[1]
    return Entry(
        f"grant {number}",
        EntryKind.EXPENDITURE,
        Money.pounds(pounds),
        day,
        day,
        recipient=f"carer {number}",
        other_tags={"applications": "suspended" if suspended else "open"},
    )


def _after(grants: int) -> Position:
    money = [
        Entry(year, EntryKind.ALLOCATION, Money.pounds(pounds), day, day)
        for year, pounds, day in BUDGETS
    ]
    made = [_grant(number, "250.00", date(2018, 5, 1)) for number in range(1, grants + 1)]
    posted = post([*money, *made], against=Position(CARERS_GRANT))
    assert posted.refused == ()
    return posted.position


@pytest.fixture(scope="module")
def after_477() -> Position:
    return _after(477)


class TestBirmingham2017CarersGrant:
    DAY = date(2018, 6, 1)

    def test_p1_the_478th_grant_is_within_the_number_and_the_money(
        self, after_477: Position
    ) -> None:
        posted = post([_grant(478, "250.00", self.DAY)], against=after_477)
        assert posted.refused == ()

    def test_p2_the_479th_is_over_both(self, after_477: Position) -> None:
        full = after_477.after(_grant(478, "250.00", self.DAY))
        (refusal,) = post([_grant(479, "250.00", self.DAY)], against=full).refused
        assert refusal.verdict.result is Result.NOT_MET
        assert {finding.rule for finding in refusal.verdict.unmet} >= {
            "fund.uncommitted",
            "grants",
            "money",
        }

    def test_p3_the_last_hundred_pounds_fit_the_money_and_not_the_number(
        self, after_477: Position
    ) -> None:
        full = after_477.after(_grant(478, "250.00", self.DAY))
        (refusal,) = post([_grant(479, "100.00", self.DAY)], against=full).refused
        assert refusal.verdict.result is Result.UNDETERMINED

    @pytest.mark.parametrize(
        ("reading", "result"),
        [
            ("478 grants is the limit", Result.NOT_MET),
            ("the money is the limit", Result.MET),
        ],
    )
    def test_p3_a_reading_that_is_chosen_settles_it(
        self, after_477: Position, reading: str, result: Result
    ) -> None:
        basis = RULES.basis(readings={"limit": reading})
        full = after_477.after(_grant(478, "250.00", self.DAY))
        offered = _grant(479, "100.00", self.DAY)
        posted = post([offered], against=full, basis=basis)
        found = posted.refused[0].verdict.result if posted.refused else Result.MET
        assert found is result

    def test_p4_a_grant_while_applications_were_suspended_is_refused(self) -> None:
        (refusal,) = post([_grant(1, "250.00", date(2017, 7, 10))], against=_after(0)).refused
        assert [finding.rule for finding in refusal.verdict.unmet] == ["applications"]
