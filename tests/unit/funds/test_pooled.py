"""Pooled and joint money: agreements, risk shares, spending from a pool, legal routes."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.funds.pooled import (
    CAP_READINGS,
    ROUTES,
    RULES,
    SOURCES,
    TEMPLATE_NEVER,
    TEMPLATE_PERMITS,
    BodyKind,
    Contribution,
    Means,
    Outturn,
    PoolAgreement,
    PoolSpend,
    RiskShare,
    Route,
    Scheme,
    Settlement,
    Towards,
    Transfer,
    check_agreement,
    check_spend,
    check_transfer,
    settle,
)
from carerslib.law import better_care_fund, nhs_act_2006
from carerslib.money import ZERO, Money
from carerslib.verdicts import Result

SOURCE = Citation.record("Section 75 agreement for carers", "schedule 3")
COUNCIL = "council"
BOARD = "integrated care board"
IN_FULL = dict.fromkeys("abcdefg", True)
ON = date(2024, 6, 3)


def pounds(text: str) -> Money:
    return Money.pounds(text)


def pool(shared: RiskShare, /, **more: Any) -> PoolAgreement:  # noqa: ANN401 - any field
    given: dict[str, Any] = {
        "host": COUNCIL,
        "contributions": [
            Contribution(COUNCIL, pounds("60000")),
            Contribution(BOARD, pounds("40000")),
        ],
    }
    return PoolAgreement("pool", SOURCE, **({"risk_share": shared} | given | more))


def settled(risk_share: RiskShare, spent: str, **more: Any) -> Settlement:  # noqa: ANN401
    return settle(pool(risk_share), Outturn("2024/25", pounds(spent), **more))


def shares(side: tuple[Any, ...]) -> list[tuple[Means, str, str]]:
    return [(each.means, each.who, str(each.amount)) for each in side]


class TestProRata:
    def test_f37_an_overspend_is_split_by_contribution(self) -> None:
        settlement = settled(RiskShare.PRO_RATA, "110000", agreed_before=[COUNCIL, BOARD])
        assert settlement.overspent == pounds("10000")
        assert settlement.borne_by(COUNCIL) == pounds("6000")
        assert settlement.borne_by(BOARD) == pounds("4000")
        assert settlement.verdict.is_met

    def test_what_was_spent_is_that_of_the_schemes_where_it_is_not_stated(self) -> None:
        schemes = [
            Scheme("breaks", pounds("60000"), pounds("70000")),
            Scheme("advice", pounds("40000"), pounds("35000.01")),
        ]
        settlement = settle(pool(RiskShare.PRO_RATA), Outturn("2024/25", schemes=schemes))
        assert settlement.overspent == pounds("5000.01")
        assert settlement.underspent == ZERO

    def test_f37_the_share_above_the_cap_is_subject_to_prior_agreement(self) -> None:
        settlement = settled(RiskShare.PRO_RATA, "110000")
        assert settlement.verdict.is_undetermined
        assert [each.field for each in settlement.verdict.missing] == ["outturn.agreed_before"]

    @pytest.mark.parametrize(
        ("reading", "expected"),
        [
            (None, Result.UNDETERMINED),
            (CAP_READINGS[0], Result.NOT_MET),
            (CAP_READINGS[1], Result.MET),
        ],
    )
    def test_without_agreement_the_two_readings_of_the_cap_differ(
        self, reading: str | None, expected: Result
    ) -> None:
        basis = RULES.basis(readings={} if reading is None else {"pool": reading})
        outturn = Outturn("2024/25", pounds("110000"), agreed_before=[])
        settlement = settle(pool(RiskShare.PRO_RATA), outturn, basis=basis)
        assert settlement.verdict.result is expected

    @pytest.mark.parametrize(
        ("spent", "expected"),
        [
            ("199999.99", Result.MET),
            ("200000.00", Result.MET),
            ("200000.01", Result.NOT_MET),
        ],
    )
    def test_a_share_of_the_overspend_is_capped_at_the_contribution(
        self, spent: str, expected: Result
    ) -> None:
        basis = RULES.basis(readings={"pool": CAP_READINGS[1]})
        outturn = Outturn("2024/25", pounds(spent), agreed_before=[])
        settlement = settle(pool(RiskShare.PRO_RATA), outturn, basis=basis)
        assert settlement.verdict.result is expected

    def test_one_partner_cannot_agree_for_the_other(self) -> None:
        basis = RULES.basis(readings={"pool": CAP_READINGS[0]})
        outturn = Outturn("2024/25", pounds("110000"), agreed_before=[COUNCIL])
        verdict = settle(pool(RiskShare.PRO_RATA), outturn, basis=basis).verdict
        assert [str(each.measured) for each in verdict.unmet] == ["£66,000.00", "£44,000.00"]

    @pytest.mark.parametrize(
        ("agreed", "expected"), [([COUNCIL], Result.NOT_MET), ([COUNCIL, BOARD], Result.MET)]
    )
    def test_a_partner_that_bears_nothing_agrees_to_what_another_bears_too(
        self, agreed: list[str], expected: Result
    ) -> None:
        all_from_one = [Contribution(COUNCIL, pounds("100000")), Contribution(BOARD, ZERO)]
        agreement = pool(RiskShare.PRO_RATA, contributions=all_from_one)
        basis = RULES.basis(readings={"pool": CAP_READINGS[0]})
        outturn = Outturn("2024/25", pounds("110000"), agreed_before=agreed)
        assert settle(agreement, outturn, basis=basis).verdict.result is expected

    def test_a_reading_that_there_is_not_is_refused(self) -> None:
        basis = RULES.basis(readings={"pool": "as we like"})
        with pytest.raises(InvalidValueError, match="readings"):
            settle(pool(RiskShare.PRO_RATA), Outturn("2024/25", pounds("110000")), basis=basis)

    @pytest.mark.parametrize(
        ("returned", "means", "back"),
        [
            (True, Means.PARTNER, "£6,000.00"),
            (False, Means.KEPT, "£0.00"),
            (None, Means.PARTNER_OR_KEPT, "£0.00"),
        ],
    )
    def test_an_underspend_is_returned_or_kept_by_contribution(
        self, means: Means, back: str, *, returned: bool | None
    ) -> None:
        agreement = pool(RiskShare.PRO_RATA, underspend_returned=returned)
        settlement = settle(agreement, Outturn("2024/25", pounds("90000")))
        assert shares(settlement.released) == [
            (means, COUNCIL, "£6,000.00"),
            (means, BOARD, "£4,000.00"),
        ]
        assert str(settlement.returned_to(COUNCIL)) == back
        assert settlement.verdict.is_met is (returned is not None)

    @pytest.mark.parametrize(
        ("spent", "over", "under"),
        [
            ("99999.99", "£0.00", "£0.01"),
            ("100000.00", "£0.00", "£0.00"),
            ("100000.01", "£0.01", "£0.00"),
        ],
    )
    def test_a_penny_either_side_of_the_contributions(
        self, spent: str, over: str, under: str
    ) -> None:
        settlement = settled(RiskShare.PRO_RATA, spent)
        assert (str(settlement.overspent), str(settlement.underspent)) == (over, under)

    def test_a_pool_that_comes_out_even_has_nothing_to_settle(self) -> None:
        settlement = settled(RiskShare.PRO_RATA, "100000")
        assert settlement.verdict.result is Result.NOT_APPLICABLE
        assert settlement.covered == settlement.released == ()


class TestOwnRisk:
    SCHEMES = (
        Scheme("sitting service", pounds("60000"), pounds("65000"), COUNCIL),
        Scheme("respite beds", pounds("40000"), pounds("38000"), BOARD),
    )

    def test_each_partner_bears_and_keeps_what_comes_of_its_own_schemes(self) -> None:
        settlement = settle(pool(RiskShare.OWN_RISK), Outturn("2024/25", schemes=self.SCHEMES))
        assert settlement.borne_by(COUNCIL) == pounds("5000")
        assert settlement.returned_to(BOARD) == pounds("2000")
        assert settlement.borne_by(BOARD) == settlement.returned_to(COUNCIL) == ZERO
        assert settlement.verdict.is_met

    def test_a_scheme_that_is_nobodys_is_not_settled(self) -> None:
        orphan = attrs.evolve(self.SCHEMES[0], partner=None)
        outturn = Outturn("2024/25", schemes=[orphan, self.SCHEMES[1]])
        settlement = settle(pool(RiskShare.OWN_RISK), outturn)
        assert settlement.unsettled == pounds("5000")
        assert [each.field for each in settlement.verdict.missing] == [
            "outturn.schemes['sitting service'].partner"
        ]

    @pytest.mark.parametrize("spent", ["110000", "90000"])
    def test_without_schemes_nothing_is_settled(self, spent: str) -> None:
        settlement = settled(RiskShare.OWN_RISK, spent)
        assert settlement.unsettled == pounds("10000")
        assert [each.field for each in settlement.verdict.missing] == ["outturn.schemes"]

    def test_a_pool_that_comes_out_even_may_hide_a_scheme_that_is_over(self) -> None:
        settlement = settled(RiskShare.OWN_RISK, "100000")
        assert settlement.unsettled == ZERO
        assert settlement.verdict.is_undetermined

    @pytest.mark.parametrize(
        ("budget", "expected", "unsettled"),
        [
            ("39999.99", Result.UNDETERMINED, "£0.01"),
            ("40000.00", Result.MET, "£0.00"),
        ],
    )
    def test_contributions_in_no_schemes_budget_are_left_and_nobodys(
        self, budget: str, expected: Result, unsettled: str
    ) -> None:
        beds = attrs.evolve(self.SCHEMES[1], budget=pounds(budget))
        outturn = Outturn("2024/25", schemes=[self.SCHEMES[0], beds])
        settlement = settle(pool(RiskShare.OWN_RISK), outturn)
        assert settlement.underspent == pounds("2000")
        assert str(settlement.unsettled) == unsettled
        assert settlement.borne_by(COUNCIL) == pounds("5000")
        assert settlement.verdict.result is expected

    def test_budgets_of_more_than_was_contributed_return_nothing_to_anybody(self) -> None:
        beds = attrs.evolve(self.SCHEMES[1], budget=pounds("40000.01"))
        outturn = Outturn("2024/25", schemes=[self.SCHEMES[0], beds])
        settlement = settle(pool(RiskShare.OWN_RISK), outturn)
        assert settlement.unsettled == settlement.overspent == pounds("3000")
        assert settlement.returned_to(BOARD) == ZERO
        assert [each.field for each in settlement.verdict.missing] == [
            "outturn.schemes",
            "agreement.contributions",
        ]

    @pytest.mark.parametrize(
        ("spent", "expected"),
        [
            ("102999.99", Result.NOT_MET),
            ("103000.00", Result.MET),
            ("103000.01", Result.NOT_MET),
        ],
    )
    def test_a_record_whose_schemes_do_not_add_up_is_found(
        self, spent: str, expected: Result
    ) -> None:
        outturn = Outturn("2024/25", pounds(spent), self.SCHEMES)
        settlement = settle(pool(RiskShare.OWN_RISK), outturn)
        assert settlement.verdict.result is expected
        if expected is Result.NOT_MET:
            assert settlement.unsettled == pounds(spent) - pounds("100000")


class TestFixedShare:
    def test_f40_the_host_bears_an_overspend(self) -> None:
        settlement = settled(RiskShare.FIXED_SHARE, "110000")
        assert settlement.borne_by(COUNCIL) == pounds("10000")
        assert settlement.borne_by(BOARD) == ZERO

    def test_the_host_has_an_underspend_and_the_verdict_says_that_this_is_inferred(self) -> None:
        settlement = settled(RiskShare.FIXED_SHARE, "90000")
        assert settlement.returned_to(COUNCIL) == pounds("10000")
        assert "inferred" in settlement.verdict.findings[1].note


class TestWaterfall:
    X = Scheme("X", pounds("50000"), pounds("60000"))

    def settle(self, *others: Scheme, **more: Any) -> Settlement:  # noqa: ANN401 - any field
        outturn = Outturn("2024/25", schemes=[self.X, *others], **more)
        return settle(pool(RiskShare.WATERFALL), outturn)

    def f39(self, uncommitted: str) -> Settlement:
        """X is over by 10,000, Y under by 7,000, and Z waits; all that was given is budgeted."""
        waits = pounds(uncommitted)
        y = Scheme("Y", pounds("50000") - waits, pounds("43000") - waits)
        z = Scheme("Z", waits, ZERO, uncommitted=waits)
        return self.settle(y, z, risk_pool=pounds("2000"))

    def test_f39_other_schemes_then_the_risk_pool_then_uncommitted_schemes(self) -> None:
        settlement = self.f39("1000")
        assert shares(settlement.covered) == [
            (Means.OTHER_SCHEMES, "", "£7,000.00"),
            (Means.RISK_POOL, "", "£2,000.00"),
            (Means.UNCOMMITTED, "", "£1,000.00"),
        ]
        assert shares(settlement.released) == [
            (Means.OTHER_SCHEMES, "", "£7,000.00"),
            (Means.UNCOMMITTED, "", "£1,000.00"),
        ]
        assert settlement.verdict.is_met

    @pytest.mark.parametrize(
        ("uncommitted", "outside"),
        [("999.99", ["£0.01"]), ("1000.00", []), ("1000.01", [])],
    )
    def test_f39_what_is_left_comes_from_outside(
        self, uncommitted: str, outside: list[str]
    ) -> None:
        covered = shares(self.f39(uncommitted).covered)
        assert [amount for means, _, amount in covered if means is Means.OUTSIDE] == outside

    def test_what_a_scheme_has_not_committed_is_no_underspend_besides(self) -> None:
        y = Scheme("Y", pounds("50000"), pounds("43000"), uncommitted=pounds("1000"))
        assert shares(self.settle(y, risk_pool=pounds("2000")).covered) == [
            (Means.OTHER_SCHEMES, "", "£6,000.00"),
            (Means.RISK_POOL, "", "£2,000.00"),
            (Means.UNCOMMITTED, "", "£1,000.00"),
            (Means.OUTSIDE, "", "£1,000.00"),
        ]

    def test_contributions_in_no_schemes_budget_cover_an_overspend_and_the_rest_stays(self) -> None:
        x = Scheme("X", pounds("80000"), pounds("85000"))
        settlement = settle(pool(RiskShare.WATERFALL), Outturn("2024/25", schemes=[x]))
        assert settlement.overspent == pounds("5000")
        assert settlement.underspent == pounds("20000")
        assert shares(settlement.covered) == [(Means.UNALLOCATED, "", "£5,000.00")]
        assert shares(settlement.released) == [
            (Means.UNALLOCATED, "", "£5,000.00"),
            (Means.FURTHER_SCHEMES, "", "£15,000.00"),
        ]
        assert settlement.verdict.is_met

    @pytest.mark.parametrize(
        ("budget", "expected"),
        [
            ("49999.99", Result.MET),
            ("50000.00", Result.MET),
            ("50000.01", Result.UNDETERMINED),
        ],
    )
    def test_budgets_of_more_than_was_contributed_ask_for_the_money(
        self, budget: str, expected: Result
    ) -> None:
        settlement = self.settle(Scheme("Y", pounds(budget), pounds("30000")))
        assert settlement.verdict.result is expected
        asked = {each.field for each in settlement.verdict.missing}
        assert asked == ({"agreement.contributions"} if expected is Result.UNDETERMINED else set())

    def test_where_the_budgets_do_not_hold_the_pool_is_taken_as_a_whole(self) -> None:
        settlement = self.settle(Scheme("Y", pounds("50000.01"), pounds("30000")))
        assert (settlement.overspent, settlement.underspent) == (ZERO, pounds("10000"))
        assert shares(settlement.released) == [(Means.FURTHER_SCHEMES, "", "£10,000.00")]

    @pytest.mark.parametrize(
        ("contributed", "covered"),
        [
            (
                True,
                [
                    (Means.RISK_POOL, "", "£2,000.00"),
                    (Means.UNCOMMITTED, "", "£3,000.00"),
                    (Means.OUTSIDE, "", "£5,000.00"),
                ],
            ),
            (
                False,
                [
                    (Means.UNALLOCATED, "", "£2,000.00"),
                    (Means.RISK_POOL, "", "£2,000.00"),
                    (Means.UNCOMMITTED, "", "£3,000.00"),
                    (Means.OUTSIDE, "", "£3,000.00"),
                ],
            ),
            (None, [(Means.UNALLOCATED, "", "£2,000.00"), (Means.UNSETTLED, "", "£8,000.00")]),
        ],
    )
    def test_a_risk_pool_out_of_the_contributions_is_not_counted_twice(
        self, covered: list[tuple[Means, str, str]], *, contributed: bool | None
    ) -> None:
        waits = pounds("3000")
        y = Scheme("Y", pounds("48000"), pounds("45000"), uncommitted=waits)
        settlement = self.settle(y, risk_pool=pounds("2000"), risk_pool_contributed=contributed)
        assert shares(settlement.covered) == covered
        assert settlement.underspent == pounds("5000")
        if contributed:
            assert shares(settlement.released) == covered[:2]
        if contributed is None:
            assert shares(settlement.released)[1:] == [(Means.UNSETTLED, "", "£3,000.00")]
            assert {each.field for each in settlement.verdict.missing} == {
                "outturn.risk_pool_contributed"
            }

    @pytest.mark.parametrize(
        ("over", "expected"),
        [
            ("1999.99", Result.MET),
            ("2000.00", Result.MET),
            ("2000.01", Result.UNDETERMINED),
        ],
    )
    def test_whose_the_risk_pool_is_matters_once_it_is_needed(
        self, over: str, expected: Result
    ) -> None:
        x = Scheme("X", pounds("98000"), pounds("98000") + pounds(over))
        outturn = Outturn("2024/25", schemes=[x], risk_pool=pounds("2000"))
        settlement = settle(pool(RiskShare.WATERFALL), outturn)
        assert settlement.verdict.result is expected
        assert shares(settlement.released)[0][0] is Means.UNALLOCATED
        assert settlement.verdict.findings[1].result is Result.MET

    @pytest.mark.parametrize(
        ("risk_pool", "expected"),
        [
            ("1999.99", Result.MET),
            ("2000.00", Result.MET),
            ("2000.01", Result.UNDETERMINED),
        ],
    )
    def test_budgets_and_a_risk_pool_hold_no_more_than_was_contributed(
        self, risk_pool: str, expected: Result
    ) -> None:
        y = Scheme("Y", pounds("48000"), pounds("30000"))
        given = {"risk_pool": pounds(risk_pool), "risk_pool_contributed": True}
        assert self.settle(y, **given).verdict.result is expected

    def test_an_underspend_stays_for_further_joint_schemes(self) -> None:
        y = Scheme("Y", pounds("50000"), pounds("35000"))
        outturn = Outturn("2024/25", schemes=[self.X, y])
        settlement = settle(pool(RiskShare.WATERFALL), outturn)
        assert shares(settlement.released) == [
            (Means.OTHER_SCHEMES, "", "£10,000.00"),
            (Means.FURTHER_SCHEMES, "", "£5,000.00"),
        ]

    def test_without_schemes_only_the_risk_pool_is_known_to_cover(self) -> None:
        settlement = settled(
            RiskShare.WATERFALL, "110000", risk_pool=pounds("2000"), risk_pool_contributed=False
        )
        assert shares(settlement.covered) == [
            (Means.RISK_POOL, "", "£2,000.00"),
            (Means.UNSETTLED, "", "£8,000.00"),
        ]
        assert settlement.verdict.is_undetermined

    def test_a_risk_pool_that_is_enough_settles_it_without_schemes(self) -> None:
        settlement = settled(
            RiskShare.WATERFALL, "110000", risk_pool=pounds("10000"), risk_pool_contributed=False
        )
        assert settlement.verdict.is_met

    @pytest.mark.parametrize(
        ("asked", "contributed"),
        [
            (["outturn.schemes"], True),
            (["outturn.risk_pool_contributed", "outturn.schemes"], None),
        ],
    )
    def test_a_risk_pool_that_may_be_spent_already_covers_nothing_without_schemes(
        self, asked: list[str], *, contributed: bool | None
    ) -> None:
        settlement = settled(
            RiskShare.WATERFALL,
            "110000",
            risk_pool=pounds("10000"),
            risk_pool_contributed=contributed,
        )
        assert settlement.unsettled == pounds("10000")
        assert [each.field for each in settlement.verdict.missing] == asked

    def test_a_waterfall_that_comes_out_even_needs_no_schemes(self) -> None:
        assert settled(RiskShare.WATERFALL, "100000").verdict.result is Result.NOT_APPLICABLE


class TestCarryThenSplit:
    @pytest.mark.parametrize(
        ("continues", "expected"),
        [
            pytest.param(True, [(Means.CARRIED, "", "£10,000.00")], id="F38-carries-on"),
            pytest.param(
                False,
                [(Means.PARTNER, COUNCIL, "£6,000.00"), (Means.PARTNER, BOARD, "£4,000.00")],
                id="F38-ends",
            ),
            pytest.param(None, [(Means.UNSETTLED, "", "£10,000.00")], id="not-stated"),
        ],
    )
    def test_an_underspend_is_carried_and_split_when_the_agreement_ends(
        self, expected: list[tuple[Means, str, str]], *, continues: bool | None
    ) -> None:
        settlement = settled(RiskShare.CARRY_THEN_SPLIT, "90000", continues=continues)
        assert shares(settlement.released) == expected
        assert settlement.verdict.is_met is (continues is not None)

    def test_what_was_given_for_once_does_not_count_in_the_split(self) -> None:
        agreement = pool(
            RiskShare.CARRY_THEN_SPLIT,
            contributions=[
                Contribution(COUNCIL, pounds("30000"), non_recurrent=pounds("30000")),
                Contribution(BOARD, pounds("40000")),
            ],
        )
        settlement = settle(agreement, Outturn("2024/25", pounds("93000"), continues=False))
        assert settlement.returned_to(COUNCIL) == pounds("3000")
        assert settlement.returned_to(BOARD) == pounds("4000")

    def test_contributions_given_for_once_alone_cannot_be_split(self) -> None:
        once = [
            Contribution(COUNCIL, ZERO, pounds("60000")),
            Contribution(BOARD, ZERO, pounds("40000")),
        ]
        agreement = pool(RiskShare.CARRY_THEN_SPLIT, contributions=once)
        settlement = settle(agreement, Outturn("2024/25", pounds("90000"), continues=False))
        assert settlement.unsettled == pounds("10000")

    def test_an_overspend_is_split_as_the_agreement_states(self) -> None:
        agreement = pool(RiskShare.CARRY_THEN_SPLIT, overspend_shares={COUNCIL: 50, BOARD: 50})
        settlement = settle(agreement, Outturn("2024/25", pounds("110000")))
        assert settlement.borne_by(COUNCIL) == settlement.borne_by(BOARD) == pounds("5000")

    def test_an_overspend_is_not_halved_because_others_halve_theirs(self) -> None:
        settlement = settled(RiskShare.CARRY_THEN_SPLIT, "110000")
        assert settlement.unsettled == pounds("10000")
        assert [each.field for each in settlement.verdict.missing] == ["agreement.overspend_shares"]


class TestContingency:
    @pytest.mark.parametrize(
        ("agree", "means"),
        [(True, Means.AS_AGREED), (False, Means.CONTINGENCY), (None, Means.UNSETTLED)],
    )
    def test_an_underspend_on_which_partners_cannot_agree_is_kept(
        self, means: Means, *, agree: bool | None
    ) -> None:
        settlement = settled(RiskShare.CONTINGENCY, "90000", partners_agree=agree)
        assert shares(settlement.released) == [(means, "", "£10,000.00")]

    def test_an_overspend_is_not_settled_by_an_agreement_that_is_silent(self) -> None:
        settlement = settled(RiskShare.CONTINGENCY, "110000")
        assert settlement.unsettled == pounds("10000")
        assert settlement.verdict.is_undetermined


class TestWhatAnAgreementMayHold:
    def test_every_way_of_sharing_names_where_it_was_read(self) -> None:
        assert set(SOURCES) == set(RiskShare)

    def test_contributions_share_an_amount_out_in_proportion(self) -> None:
        parts = pool(RiskShare.PRO_RATA).share_out(pounds("0.03"))
        assert parts == ((COUNCIL, pounds("0.02")), (BOARD, pounds("0.01")))

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({"contributions": [Contribution(COUNCIL, pounds("1"))]}, "contributions"),
            ({"contributions": [Contribution(COUNCIL, pounds("1"))] * 2}, "contributions"),
            ({"host": "somebody else"}, "host"),
            (
                {"contributions": [Contribution(COUNCIL, ZERO), Contribution(BOARD, ZERO)]},
                "contributions",
            ),
            ({"specifies": {"h": True}}, "specifies"),
            ({"specifies": {"a": "yes"}}, "specifies['a']"),
            ({"risk_share": "pro rata"}, "risk_share"),
            ({"in_writing": "yes"}, "in_writing"),
            ({"underspend_returned": "yes"}, "underspend_returned"),
            ({"overspend_shares": {COUNCIL: 50}}, "overspend_shares"),
            ({"overspend_shares": {COUNCIL: 50, BOARD: 49}}, "overspend_shares"),
            ({"overspend_shares": {COUNCIL: 50, BOARD: 51}}, "overspend_shares"),
            ({"overspend_shares": {COUNCIL: 101, BOARD: -1}}, "overspend_shares"),
        ],
    )
    def test_what_can_never_be_true_is_refused(self, more: dict[str, Any], field: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            pool(RiskShare.PRO_RATA, **more)
        assert caught.value.field == field

    def test_a_contribution_is_not_negative(self) -> None:
        with pytest.raises(InvalidValueError, match="non_recurrent"):
            Contribution(COUNCIL, ZERO, pounds("-0.01"))

    def test_a_scheme_is_listed_once(self) -> None:
        scheme = Scheme("breaks", ZERO, ZERO)
        with pytest.raises(InvalidValueError, match="schemes"):
            Outturn("2024/25", schemes=[scheme, scheme])

    @pytest.mark.parametrize(
        ("spent", "uncommitted", "right"),
        [
            ("43000", "6999.99", True),
            ("43000", "7000.00", True),
            ("43000", "7000.01", False),
            ("50000.01", "0.00", True),
            ("50000.01", "0.01", False),
        ],
    )
    def test_no_more_can_be_cut_from_a_scheme_than_was_left(
        self, spent: str, uncommitted: str, *, right: bool
    ) -> None:
        given = ("Y", pounds("50000"), pounds(spent), None, pounds(uncommitted))
        if right:
            assert Scheme(*given).uncommitted == pounds(uncommitted)
        else:
            with pytest.raises(InvalidValueError, match="uncommitted"):
                Scheme(*given)

    def test_a_scheme_has_a_reference(self) -> None:
        with pytest.raises(InvalidValueError, match="reference"):
            Scheme("", ZERO, ZERO)

    def test_an_outturn_says_what_was_spent(self) -> None:
        with pytest.raises(InvalidValueError, match="spent"):
            Outturn("2024/25")

    @pytest.mark.parametrize("field", ["continues", "partners_agree", "risk_pool_contributed"])
    def test_words_do_not_stand_for_facts(self, field: str) -> None:
        given: dict[str, Any] = {field: "yes"}
        with pytest.raises(InvalidValueError) as caught:
            Outturn("2024/25", pounds("1"), **given)
        assert caught.value.field == field

    def test_one_name_is_not_taken_letter_by_letter(self) -> None:
        agreement = pool(RiskShare.PRO_RATA, permits="contract price", never="fines")
        assert agreement.permits == ("contract price",)
        assert agreement.never == ("fines",)
        assert Outturn("y", pounds("1"), agreed_before=BOARD).agreed_before == (BOARD,)

    def test_spending_is_not_negative(self) -> None:
        with pytest.raises(InvalidValueError, match="spent"):
            Outturn("2024/25", pounds("-0.01"))


class TestAgreementUnderRegulation7Paragraph3:
    def test_an_agreement_in_writing_that_specifies_everything_is_met(self) -> None:
        agreement = pool(RiskShare.PRO_RATA, in_writing=True, specifies=IN_FULL)
        assert check_agreement(agreement, on=ON).is_met

    @pytest.mark.parametrize("letter", IN_FULL)
    def test_each_paragraph_decides(self, letter: str) -> None:
        agreement = pool(RiskShare.PRO_RATA, in_writing=True, specifies=IN_FULL | {letter: False})
        (finding,) = check_agreement(agreement, on=ON).unmet
        assert finding.citation.place == f"reg 7(3)({letter})"

    @pytest.mark.parametrize(
        ("in_writing", "expected"), [(False, Result.NOT_MET), (None, Result.UNDETERMINED)]
    )
    def test_an_agreement_is_in_writing(self, expected: Result, *, in_writing: bool | None) -> None:
        agreement = pool(RiskShare.PRO_RATA, in_writing=in_writing, specifies=IN_FULL)
        assert check_agreement(agreement, on=ON).result is expected

    def test_what_is_not_known_of_an_agreement_is_named(self) -> None:
        verdict = check_agreement(pool(RiskShare.PRO_RATA, in_writing=True), on=ON)
        assert len(verdict.missing) == len(IN_FULL)
        assert verdict.as_asked is Result.MET

    @pytest.mark.parametrize(
        ("on", "known"),
        [
            (date(2000, 3, 31), False),
            (date(2000, 4, 1), True),
            (date(2026, 3, 31), True),
            (date(2026, 4, 1), False),
        ],
    )
    def test_the_regulations_are_known_from_their_first_day_on(
        self, on: date, *, known: bool
    ) -> None:
        agreement = pool(RiskShare.PRO_RATA)
        if known:
            assert check_agreement(agreement, on=on).parts
        else:
            with pytest.raises(NotInForceError):
                check_agreement(agreement, on=on)


class TestSpendingFromAPool:
    AGREEMENT = pool(RiskShare.PRO_RATA, permits=TEMPLATE_PERMITS, never=TEMPLATE_NEVER)

    def result(self, kind: str, agreed: list[str] | None) -> Result:
        return check_spend(PoolSpend("S1", kind, agreed), under=self.AGREEMENT).result

    def test_what_the_agreement_lists_may_be_paid(self) -> None:
        assert self.result("contract price", None) is Result.MET

    @pytest.mark.parametrize(
        ("agreed", "expected"),
        [
            ([], Result.NOT_MET),
            ([COUNCIL], Result.NOT_MET),
            ([COUNCIL, BOARD], Result.MET),
            (None, Result.UNDETERMINED),
        ],
    )
    def test_anything_else_needs_every_partner_in_writing(
        self, agreed: list[str] | None, expected: Result
    ) -> None:
        assert self.result("a staff party", agreed) is expected

    def test_what_the_agreement_keeps_out_is_refused_even_if_agreed(self) -> None:
        assert self.result("default liabilities", [COUNCIL, BOARD]) is Result.NOT_MET

    def test_an_agreement_whose_list_is_not_known_leaves_it_open(self) -> None:
        verdict = check_spend(PoolSpend("S1", "contract price"), under=pool(RiskShare.PRO_RATA))
        assert [each.field for each in verdict.missing] == [
            "spend.agreed_in_writing_by",
            "agreement.permits",
        ]

    @pytest.mark.parametrize(
        ("agreed", "expected"),
        [([], ["agreement.permits"]), ([COUNCIL], ["agreement.permits"]), ([COUNCIL, BOARD], [])],
    )
    def test_an_agreement_that_nobody_has_read_may_allow_what_one_partner_has_not_agreed(
        self, agreed: list[str], expected: list[str]
    ) -> None:
        spend = PoolSpend("S1", "contract price", agreed)
        verdict = check_spend(spend, under=pool(RiskShare.PRO_RATA))
        assert [each.field for each in verdict.missing] == expected
        assert verdict.result is (Result.UNDETERMINED if expected else Result.MET)

    def test_an_agreement_that_lists_nothing_allows_nothing_of_itself(self) -> None:
        under = pool(RiskShare.PRO_RATA, permits=())
        found = check_spend(PoolSpend("S1", "contract price", [COUNCIL]), under=under)
        assert found.result is Result.NOT_MET

    def test_spending_says_what_it_is(self) -> None:
        with pytest.raises(InvalidValueError, match="kind"):
            PoolSpend("S1", "")


def transfer(named: Route | None, /, **more: Any) -> Transfer:  # noqa: ANN401 - any field
    given: dict[str, Any] = {
        "payer": BOARD,
        "payer_is": BodyKind.NHS,
        "payee": COUNCIL,
        "payee_is": BodyKind.COUNCIL,
        "on": ON,
        "route": named,
        "towards": Towards.SOCIAL_SERVICES,
        "more_effective_use": True,
    }
    return Transfer("T1", **(given | more))


class TestLegalRoutes:
    @pytest.mark.parametrize(
        ("route", "expected"),
        [
            pytest.param(Route.NONE, Result.NOT_MET, id="F42"),
            pytest.param(None, Result.UNDETERMINED, id="not-looked-at"),
            pytest.param(Route.SECTION_75, Result.MET, id="s75"),
            pytest.param(Route.SECTION_256, Result.MET, id="s256"),
            pytest.param(Route.SECTION_65Z5, Result.MET, id="s65Z5"),
            pytest.param(Route.SECTION_76, Result.NOT_MET, id="s76-is-the-other-way"),
        ],
    )
    def test_money_from_the_nhs_to_a_council_has_a_route(
        self, route: Route | None, expected: Result
    ) -> None:
        assert check_transfer(transfer(route)).result is expected

    @pytest.mark.parametrize(
        ("route", "expected"),
        [(Route.SECTION_76, Result.MET), (Route.SECTION_256, Result.NOT_MET)],
    )
    def test_money_from_a_council_to_the_nhs_has_the_mirror_route(
        self, route: Route, expected: Result
    ) -> None:
        back = transfer(route, payer_is=BodyKind.COUNCIL, payee_is=BodyKind.NHS)
        assert check_transfer(back).result is expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2022, 6, 30), Result.NOT_MET), (date(2022, 7, 1), Result.MET)],
    )
    def test_joint_working_is_a_route_from_july_2022(self, on: date, expected: Result) -> None:
        assert check_transfer(transfer(Route.SECTION_65Z5, on=on)).result is expected

    @pytest.mark.parametrize(
        ("on", "known"),
        [
            (date(2012, 3, 31), False),
            (date(2012, 4, 1), True),
            (date(2026, 3, 31), True),
            (date(2026, 4, 1), False),
        ],
    )
    def test_routes_are_known_for_the_days_that_were_looked_at(
        self, on: date, *, known: bool
    ) -> None:
        if known:
            assert check_transfer(transfer(Route.SECTION_75, on=on)).is_met
        else:
            with pytest.raises(NotInForceError):
                check_transfer(transfer(Route.SECTION_75, on=on))

    def test_a_finding_cites_the_route_that_was_taken(self) -> None:
        (finding,) = check_transfer(transfer(Route.SECTION_75)).findings
        assert finding.citation == ROUTES[Route.SECTION_75]

    def test_money_between_other_bodies_has_no_route_to_judge(self) -> None:
        paid = transfer(Route.NONE, payee="a charity", payee_is=BodyKind.OTHER)
        assert check_transfer(paid).result is Result.NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("payer", ""),
            ("payer_is", "NHS body"),
            ("payee_is", "council"),
            ("route", "s.75 NHS Act 2006"),
            ("into_pool", "yes"),
            ("must_be_pooled", "s.223GA"),
            ("towards", "housing"),
            ("more_effective_use", "yes"),
        ],
    )
    def test_words_do_not_stand_for_what_a_transfer_is(self, field: str, value: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            transfer(None, **{field: value})
        assert caught.value.field == field


class TestPaymentsUnderSection256:
    @pytest.mark.parametrize(
        ("towards", "expected"),
        [
            (Towards.SOCIAL_SERVICES, Result.MET),
            (Towards.HOUSING, Result.MET),
            (Towards.EDUCATION_OF_DISABLED_PERSONS, Result.MET),
            (Towards.MEALS_AND_RECREATION, Result.MET),
            (Towards.SOMETHING_ELSE, Result.NOT_MET),
            (None, Result.UNDETERMINED),
        ],
    )
    def test_a_payment_goes_towards_what_the_section_lists(
        self, towards: Towards | None, expected: Result
    ) -> None:
        assert check_transfer(transfer(Route.SECTION_256, towards=towards)).result is expected

    @pytest.mark.parametrize(
        ("satisfied", "expected"),
        [(True, Result.MET), (False, Result.NOT_MET), (None, Result.UNDETERMINED)],
    )
    def test_the_payer_is_satisfied_of_a_more_effective_use(
        self, expected: Result, *, satisfied: bool | None
    ) -> None:
        paid = transfer(Route.SECTION_256, more_effective_use=satisfied)
        assert check_transfer(paid).result is expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2013, 5, 19), Result.MET), (date(2013, 5, 20), Result.NOT_MET)],
    )
    def test_the_directions_are_known_from_20_may_2013(self, on: date, expected: Result) -> None:
        paid = transfer(Route.SECTION_256, more_effective_use=False, on=on)
        assert check_transfer(paid).result is expected


class TestMoneyThatMustBePooled:
    @pytest.mark.parametrize(
        ("into_pool", "expected"),
        [
            pytest.param(False, Result.NOT_MET, id="F41"),
            pytest.param(True, Result.MET, id="into-the-pool"),
            pytest.param(None, Result.UNDETERMINED, id="not-stated"),
        ],
    )
    def test_a_boards_designated_amount_goes_into_the_pool(
        self, expected: Result, *, into_pool: bool | None
    ) -> None:
        paid = transfer(
            None,
            payee="a charity",
            payee_is=BodyKind.OTHER,
            must_be_pooled=nhs_act_2006.SECTION_223GA,
            into_pool=into_pool,
        )
        assert check_transfer(paid).result is expected

    def test_f49_the_improved_better_care_fund_is_posted_to_the_pool(self) -> None:
        posted = transfer(
            None,
            payer=COUNCIL,
            payer_is=BodyKind.COUNCIL,
            payee="a care home",
            payee_is=BodyKind.OTHER,
            must_be_pooled=better_care_fund.IMPROVED_IS_POOLED,
            into_pool=False,
        )
        (finding,) = check_transfer(posted).unmet
        assert finding.citation == better_care_fund.IMPROVED_IS_POOLED
