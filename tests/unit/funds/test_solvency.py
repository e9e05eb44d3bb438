"""Reports under ss.114 and 114A, and what may be done after one."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from carerslib.errors import InvalidRecordError, InvalidValueError, NotInForceError
from carerslib.funds.solvency import (
    REPORTS,
    Authorisation,
    Conduct,
    ConductKind,
    Ground,
    NewAgreement,
    Outlook,
    Pursuit,
    Report,
    ReportKind,
    check_conduct,
    check_consideration,
    check_new_agreement,
    check_outlook,
    check_pursuit,
)
from carerslib.money import Money
from carerslib.periods import DateRange, FinancialYear
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

NO: Final = cast("Any", "no")
YEAR = FinancialYear.parse("2024/25")
# A Wednesday: the day after its consideration is a Thursday.
MADE = date(2024, 11, 6)
CONSIDERED = date(2024, 11, 20)
WRITTEN = Authorisation(in_writing=True, ground=Ground.BETTER, explains_reasons=True)


def pounds(text: str | None) -> Money | None:
    return None if text is None else Money.pounds(text)


def outlook(resources: str | None, incurred: str | None, proposed: str | None) -> Outlook:
    return Outlook("2024/25", YEAR, pounds(resources), pounds(incurred), pounds(proposed))


def report(
    considered_on: date | None = None,
    *,
    considered: bool | None = None,
    kind: ReportKind = ReportKind.BEYOND_RESOURCES,
) -> Report:
    if considered_on is not None:
        return Report("R1", kind, MADE, considered_on=considered_on)
    return Report("R1", kind, MADE, considered=considered)


def agreement(
    on: date, *, authorised: Authorisation | bool | None = False, spends: bool | None = True
) -> NewAgreement:
    return NewAgreement("A1", on, involves_spending=spends, authorised=authorised)


class TestSpendingWithinResourcesUnderSection114Subsection3:
    @pytest.mark.parametrize(
        ("resources", "incurred", "proposed", "expected"),
        [
            pytest.param("1000000", "900000", "150000", Result.NOT_MET, id="F45"),
            pytest.param("1000000", "900000", "99999.99", Result.MET, id="a-penny-below"),
            pytest.param("1000000", "900000", "100000.00", Result.MET, id="on-the-limit"),
            pytest.param("1000000", "900000", "100000.01", Result.NOT_MET, id="a-penny-above"),
            pytest.param("1000000", "1000000.01", "0", Result.NOT_MET, id="incurred-alone"),
        ],
    )
    def test_spending_incurred_and_proposed_is_held_against_resources(
        self, resources: str, incurred: str, proposed: str, expected: Result
    ) -> None:
        assert check_outlook(outlook(resources, incurred, proposed)).result is expected

    def test_the_remedy_is_the_most_that_may_be_proposed(self) -> None:
        (finding,) = check_outlook(outlook("1000000", "900000", "150000")).unmet
        assert finding.remedy is not None
        assert finding.remedy.nearest == Money.pounds("100000.00")
        assert finding.remedy.amount == Money.pounds("50000.00")

    def test_there_is_no_remedy_where_what_is_proposed_could_not_mend_it(self) -> None:
        (finding,) = check_outlook(outlook("1000000", "1000001", "0.50")).unmet
        assert finding.remedy is None

    def test_there_is_no_remedy_where_no_proposal_is_stated(self) -> None:
        (finding,) = check_outlook(outlook("1000000", "1000001", None)).unmet
        assert finding.remedy is None

    @pytest.mark.parametrize(
        ("resources", "incurred", "proposed", "missing"),
        [
            (None, "900000", "150000", ["outlook.resources"]),
            ("1000000", None, "150000", ["outlook.incurred"]),
            ("1000000", "900000", None, ["outlook.proposed"]),
            ("1000000", None, None, ["outlook.incurred", "outlook.proposed"]),
        ],
    )
    def test_what_is_not_stated_leaves_it_undetermined(
        self, resources: str | None, incurred: str | None, proposed: str | None, missing: list[str]
    ) -> None:
        verdict = check_outlook(outlook(resources, incurred, proposed))
        assert verdict.is_undetermined
        assert [each.field for each in verdict.missing] == missing

    def test_spending_that_is_not_stated_could_only_make_a_breach_worse(self) -> None:
        verdict = check_outlook(outlook("1000000", None, "1000000.01"))
        assert verdict.result is Result.NOT_MET
        assert verdict.findings[0].missing == ()

    def test_a_year_that_was_not_looked_at_is_refused(self) -> None:
        early = Outlook("2003/04", FinancialYear.parse("2003/04"))
        with pytest.raises(NotInForceError):
            check_outlook(early)

    def test_every_amount_that_is_negative_is_reported(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            outlook("-0.01", "-0.01", "-0.01")
        fields = [problem.field for problem in caught.value.problems]
        assert fields == ["resources", "incurred", "proposed"]

    def test_an_outlook_has_a_reference(self) -> None:
        with pytest.raises(InvalidValueError, match="reference"):
            Outlook("", YEAR)


class TestConductUnderSection114Subsection2:
    @pytest.mark.parametrize(
        ("unlawful", "expected"),
        [(True, Result.NOT_MET), (False, Result.MET), (None, Result.UNDETERMINED)],
    )
    @pytest.mark.parametrize("kind", ConductKind)
    def test_what_is_unlawful_calls_for_a_report(
        self, kind: ConductKind, *, unlawful: bool | None, expected: Result
    ) -> None:
        conduct = Conduct("C1", kind, by_executive=False, unlawful=unlawful)
        assert check_conduct(conduct).result is expected

    @pytest.mark.parametrize(
        ("by_executive", "kind"),
        [
            (False, ReportKind.UNLAWFUL_BY_AUTHORITY),
            (True, ReportKind.UNLAWFUL_BY_EXECUTIVE),
        ],
    )
    def test_an_executive_has_a_section_of_its_own(
        self, kind: ReportKind, *, by_executive: bool
    ) -> None:
        conduct = Conduct("C1", ConductKind.EXPENDITURE, by_executive, unlawful=True)
        assert check_conduct(conduct).findings[0].citation == REPORTS[kind]

    def test_what_the_finance_officer_makes_of_it_is_missing(self) -> None:
        verdict = check_conduct(Conduct("C1", ConductKind.ENTRY_OF_ACCOUNT, by_executive=False))
        assert [each.field for each in verdict.missing] == ["conduct.unlawful"]


class TestConsiderationUnderSection115:
    def test_the_day_of_sending_is_the_first_of_21(self) -> None:
        assert report().consider_by == date(2024, 11, 26)

    def test_the_days_count_from_the_day_on_which_copies_were_sent(self) -> None:
        sent = Report("R1", ReportKind.BEYOND_RESOURCES, MADE, sent_on=date(2024, 11, 8))
        assert sent.consider_by == date(2024, 11, 28)

    @pytest.mark.parametrize(
        ("considered_on", "expected"),
        [
            (date(2024, 11, 25), Result.MET),
            (date(2024, 11, 26), Result.MET),
            (date(2024, 11, 27), Result.NOT_MET),
        ],
    )
    def test_the_twenty_first_day_is_the_last(self, considered_on: date, expected: Result) -> None:
        verdict = check_consideration(report(considered_on), on=date(2024, 12, 1))
        assert verdict.result is expected

    @pytest.mark.parametrize(
        ("considered", "on", "expected"),
        [
            (False, date(2024, 11, 26), Result.UNDETERMINED),
            (False, date(2024, 11, 27), Result.NOT_MET),
            (None, date(2024, 11, 27), Result.UNDETERMINED),
        ],
    )
    def test_a_report_not_considered_is_late_only_when_the_time_is_over(
        self, on: date, expected: Result, *, considered: bool | None
    ) -> None:
        assert check_consideration(report(considered=considered), on=on).result is expected

    def test_a_report_before_the_days_that_are_covered_is_refused(self) -> None:
        early = Report("R1", ReportKind.BEYOND_RESOURCES, date(2004, 3, 31))
        with pytest.raises(NotInForceError):
            check_consideration(early, on=date(2004, 4, 30))


class TestNewAgreementsUnderSection115Subsection6:
    @pytest.mark.parametrize(
        ("authorised", "expected"),
        [
            pytest.param(False, Result.NOT_MET, id="F46-no-authority"),
            pytest.param(WRITTEN, Result.MET, id="F46-written-with-ground"),
            pytest.param(None, Result.UNDETERMINED, id="not-stated"),
        ],
    )
    def test_an_agreement_needs_the_finance_officers_authority(
        self, expected: Result, *, authorised: Authorisation | bool | None
    ) -> None:
        verdict = check_new_agreement(
            agreement(date(2024, 11, 12), authorised=authorised), after=report(considered=False)
        )
        assert verdict.result is expected

    @pytest.mark.parametrize(
        ("authority", "expected"),
        [
            (Authorisation(False, Ground.BETTER, True), Result.NOT_MET),  # noqa: FBT003
            (Authorisation(True, Ground.BETTER, False), Result.NOT_MET),  # noqa: FBT003
            (Authorisation(True, None, True), Result.UNDETERMINED),  # noqa: FBT003
            (Authorisation(True, Ground.NOT_WORSE, True), Result.MET),  # noqa: FBT003
            (Authorisation(True, Ground.NOT_AGAIN, True), Result.MET),  # noqa: FBT003
        ],
    )
    def test_an_authority_is_written_on_a_named_ground_with_reasons(
        self, authority: Authorisation, expected: Result
    ) -> None:
        verdict = check_new_agreement(
            agreement(date(2024, 11, 12), authorised=authority), after=report(considered=False)
        )
        assert verdict.result is expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2024, 11, 5), Result.MET),
            (date(2024, 11, 6), Result.NOT_MET),
            (date(2024, 11, 20), Result.NOT_MET),
            (date(2024, 11, 21), Result.NOT_MET),
            (date(2024, 11, 22), Result.MET),
        ],
    )
    def test_the_prohibition_runs_to_the_day_after_the_consideration(
        self, on: date, expected: Result
    ) -> None:
        assert check_new_agreement(agreement(on), after=report(CONSIDERED)).result is expected

    def test_the_remedy_is_the_first_day_after_the_prohibition(self) -> None:
        verdict = check_new_agreement(agreement(date(2024, 11, 21)), after=report(CONSIDERED))
        remedy = verdict.unmet[0].remedy
        assert remedy is not None
        assert remedy.nearest == date(2024, 11, 22)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2024, 11, 23), Result.NOT_MET),  # Saturday, the day after
            (date(2024, 11, 24), Result.NOT_MET),
            (date(2024, 11, 25), Result.NOT_MET),  # Monday, the first business day
            (date(2024, 11, 26), Result.MET),
        ],
    )
    def test_it_runs_over_a_weekend_to_the_first_business_day(
        self, on: date, expected: Result
    ) -> None:
        friday = date(2024, 11, 22)
        verdict = check_new_agreement(agreement(on), after=report(friday))
        assert verdict.result is expected
        if expected is Result.NOT_MET:
            remedy = verdict.unmet[0].remedy
            assert remedy is not None
            assert remedy.nearest == date(2024, 11, 26)

    @pytest.mark.parametrize(
        ("holidays", "last"),
        [
            ((), date(2024, 12, 25)),
            ((date(2024, 12, 25),), date(2024, 12, 26)),
            ((date(2024, 12, 25), date(2024, 12, 26)), date(2024, 12, 27)),
            ((date(2024, 12, 25), date(2024, 12, 26), date(2024, 12, 27)), date(2024, 12, 30)),
        ],
    )
    def test_a_day_that_the_council_names_as_a_bank_holiday_is_no_business_day(
        self, holidays: tuple[date, ...], last: date
    ) -> None:
        made = Report(
            "R1",
            ReportKind.BEYOND_RESOURCES,
            MADE,
            considered_on=date(2024, 12, 24),
            bank_holidays=holidays,
        )
        assert made.prohibits == DateRange(MADE, last)

    def test_it_begins_on_the_day_on_which_copies_are_sent(self) -> None:
        sent = Report("R1", ReportKind.BEYOND_RESOURCES, MADE, date(2024, 11, 8), considered=False)
        results = [
            check_new_agreement(agreement(date(2024, 11, day)), after=sent).result for day in (7, 8)
        ]
        assert results == [Result.MET, Result.NOT_MET]

    @pytest.mark.parametrize(
        ("considered", "on", "expected"),
        [
            (None, MADE, Result.NOT_MET),
            (None, date(2024, 11, 7), Result.UNDETERMINED),
            (True, date(2024, 11, 7), Result.UNDETERMINED),
            (False, date(2025, 3, 1), Result.NOT_MET),
        ],
    )
    def test_without_a_day_of_consideration_the_prohibition_has_no_known_end(
        self, on: date, expected: Result, *, considered: bool | None
    ) -> None:
        verdict = check_new_agreement(agreement(on), after=report(considered=considered))
        assert verdict.result is expected

    def test_a_consideration_recorded_before_the_report_ends_it_no_earlier(self) -> None:
        days = report(date(2024, 11, 1)).prohibits
        assert days == DateRange(MADE, date(2024, 11, 7))

    @pytest.mark.parametrize(
        ("spends", "expected"), [(False, Result.MET), (None, Result.UNDETERMINED)]
    )
    def test_an_agreement_without_spending_is_not_prohibited(
        self, expected: Result, *, spends: bool | None
    ) -> None:
        verdict = check_new_agreement(
            agreement(date(2024, 11, 12), spends=spends), after=report(considered=False)
        )
        assert verdict.result is expected

    @pytest.mark.parametrize(
        "kind", [ReportKind.UNLAWFUL_BY_AUTHORITY, ReportKind.UNLAWFUL_BY_EXECUTIVE]
    )
    def test_a_report_of_another_kind_prohibits_no_agreement(self, kind: ReportKind) -> None:
        other = report(kind=kind)
        assert other.prohibits is None
        assert other.prohibits_on(MADE) is False
        verdict = check_new_agreement(agreement(MADE), after=other)
        assert verdict.result is Result.NOT_APPLICABLE


class TestConductUnderSection115Subsection5:
    """What led to a report under s.114(2), until the first business day after the council met."""

    UNLAWFUL = ReportKind.UNLAWFUL_BY_AUTHORITY

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2024, 11, 5), Result.MET),
            (date(2024, 11, 6), Result.NOT_MET),
            (date(2024, 11, 20), Result.NOT_MET),
            (date(2024, 11, 21), Result.NOT_MET),
            (date(2024, 11, 22), Result.MET),
        ],
    )
    def test_is_not_pursued_on_the_days_of_the_prohibition(
        self, on: date, expected: Result
    ) -> None:
        made = report(CONSIDERED, kind=self.UNLAWFUL)
        assert check_pursuit(Pursuit("payment 7", on, pursues=True), after=made).result is expected

    @pytest.mark.parametrize(
        ("pursues", "expected"),
        [(False, Result.MET), (None, Result.UNDETERMINED), (True, Result.NOT_MET)],
    )
    def test_is_a_judgement_that_the_record_states(
        self, expected: Result, *, pursues: bool | None
    ) -> None:
        made = report(CONSIDERED, kind=self.UNLAWFUL)
        verdict = check_pursuit(Pursuit("payment 7", CONSIDERED, pursues), after=made)
        assert verdict.result is expected

    def test_may_go_on_the_day_after(self) -> None:
        made = report(CONSIDERED, kind=self.UNLAWFUL)
        verdict = check_pursuit(Pursuit("payment 7", MADE, pursues=True), after=made)
        assert [str(each.remedy) for each in verdict.unmet if each.remedy] == [
            "wait until 22 November 2024"
        ]
        assert {each.rule: each.citation.place for each in verdict.unmet} == {
            "funds.s115.prohibition": "s.115(9) and (12)",
            "funds.s115.conduct": "s.115(5)",
        }

    def test_waits_for_a_consideration_that_is_not_recorded(self) -> None:
        step = Pursuit("payment 7", CONSIDERED, pursues=True)
        assert check_pursuit(step, after=report(kind=self.UNLAWFUL)).is_undetermined
        not_yet = report(considered=False, kind=self.UNLAWFUL)
        assert check_pursuit(step, after=not_yet).result is Result.NOT_MET

    @pytest.mark.parametrize(
        "kind", [ReportKind.BEYOND_RESOURCES, ReportKind.UNLAWFUL_BY_EXECUTIVE]
    )
    def test_is_not_what_a_report_of_another_kind_stops(self, kind: ReportKind) -> None:
        step = Pursuit("payment 7", MADE, pursues=True)
        verdict = check_pursuit(step, after=report(CONSIDERED, kind=kind))
        assert verdict.result is Result.NOT_APPLICABLE

    def test_is_not_judged_of_a_report_on_a_day_not_covered(self) -> None:
        early = Report("R1", self.UNLAWFUL, date(2004, 3, 31))
        with pytest.raises(NotInForceError):
            check_pursuit(Pursuit("payment 7", MADE), after=early)

    def test_names_what_is_wrong_with_a_record(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Pursuit("payment 7", MADE, pursues=NO)
        assert caught.value.field == "pursues"


class TestWhatARecordMayHold:
    def test_a_day_of_consideration_means_that_it_was_considered(self) -> None:
        assert report(CONSIDERED).considered is True

    def test_a_report_cannot_be_considered_on_a_day_and_not_considered(self) -> None:
        with pytest.raises(InvalidValueError, match="considered"):
            Report(
                "R1",
                ReportKind.BEYOND_RESOURCES,
                MADE,
                considered_on=CONSIDERED,
                considered=False,
            )

    def test_a_time_is_not_a_day(self) -> None:
        with pytest.raises(InvalidValueError, match="made_on"):
            Report("R1", ReportKind.BEYOND_RESOURCES, datetime(2024, 11, 6), date(2024, 11, 6))

    def test_a_bare_yes_is_no_authority(self) -> None:
        with pytest.raises(InvalidValueError, match="authorised"):
            agreement(MADE, authorised=True)

    @pytest.mark.parametrize(
        ("make", "field"),
        [
            (lambda: Report("R1", cast("Any", "s.114 notice"), MADE), "kind"),
            (lambda: Report("R1", ReportKind.BEYOND_RESOURCES, MADE, considered=NO), "considered"),
            (
                lambda: Report("R1", ReportKind.BEYOND_RESOURCES, MADE, bank_holidays=[NO]),
                "bank_holidays",
            ),
            (lambda: Conduct("C1", cast("Any", "fraud"), by_executive=False), "kind"),
            (lambda: Conduct("C1", ConductKind.EXPENDITURE, False, NO), "unlawful"),  # noqa: FBT003
            (lambda: Authorisation(in_writing=NO), "in_writing"),
            (lambda: Authorisation(ground=NO), "ground"),
            (lambda: Authorisation(explains_reasons=NO), "explains_reasons"),
            (lambda: NewAgreement("A1", MADE, NO), "involves_spending"),
            (lambda: NewAgreement("A1", MADE, authorised=NO), "authorised"),
        ],
    )
    def test_words_do_not_stand_for_facts(self, make: Callable[[], object], field: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            make()
        assert caught.value.field == field
