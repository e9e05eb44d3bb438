"""Worked cases of awards one after another, options, VAT, changes and days.

Authority H: a director may award contracts for carers services for a period of up to five years and
a maximum combined value not exceeding £1,230,000.00; whether that includes VAT is not stated. Days
are inclusive. A case of two rows carries its number in both.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest

from carerslib.awards import (
    AWARD,
    END,
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
)
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Length, Line, Only, Reading, Readings, Window
from carerslib.contracts import Contract, Option, uplifted
from carerslib.money import Money
from carerslib.periods import ByYear, Term
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

DIRECTOR: Final = "director for adults and wellbeing"
MINUTE: Final = Citation.record("Herefordshire Council cabinet, carers strategy, 2017", "(c)")
FIRST, LAST = date(2018, 4, 1), date(2023, 3, 31)
LIMIT: Final = Money.pounds("1230000.00")
YEARS: Final = ("2018/19", "2019/20", "2020/21", "2021/22", "2022/23")
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED


def h(figure: Figure | None = None) -> Authority:
    clauses = (
        Holder("H.holder", MINUTE, DIRECTOR),
        Only("H.service", MINUTE, "service", "carers services"),
        Readings(
            "H.period",
            MINUTE,
            (
                Reading("per contract", Length("H.length", MINUTE, Term(years=5))),
                Reading("envelope", Window("H.window", MINUTE, FIRST, LAST)),
            ),
        ),
        Cap("H.value", MINUTE, figure or Figure.pounds("1230000.00")),
    )
    return Authority("H", MINUTE, (AWARD, EXTEND, MODIFY), clauses)


H: Final = h()
PER_CONTRACT: Final = {"H.period": "per contract"}
ENVELOPE: Final = {"H.period": "envelope"}


def pounds(text: str) -> Price:
    return Price.as_stated(Money.pounds(text))


def contract(reference: str = "A", value: str | Price | None = None, **stated: object) -> Contract:
    price = pounds(value) if isinstance(value, str) else value
    fields: dict[str, object] = {
        "first_day": FIRST,
        "last_day": LAST,
        "value": price,
        "tags": {"service": "carers services"},
    }
    return Contract(reference, **(fields | stated))  # type: ignore[arg-type]


def award(made: Contract, **stated: object) -> Proposal:
    return Proposal(AWARD, made, DIRECTOR, **stated)  # type: ignore[arg-type]


def results(
    *made: Proposal,
    under: Authority | Resolution = H,
    readings: Mapping[str, str] = PER_CONTRACT,
    conventions: Mapping[str, str] | None = None,
) -> list[Result]:
    basis = RULES.basis(readings=readings, conventions=conventions or {})
    return [each.result for each in judge_each(made, under=under, basis=basis)]


def only_unmet(proposal: Proposal, under: Authority = H, **choices: object) -> Finding:
    basis = RULES.basis(readings=PER_CONTRACT, **choices)  # type: ignore[arg-type]
    (finding,) = judge(proposal, under=under, basis=basis).unmet
    return finding


class TestAwardsOneAfterAnother:
    A = award(contract("A", "800000.00"))

    def test_w_04_two_contracts_that_make_the_limit_together_are_within(self) -> None:
        assert results(self.A, award(contract("B", "430000.00"))) == [MET, MET]

    def test_w_05_the_award_that_crosses_it_is_the_breach_and_the_first_stands(self) -> None:
        b = award(contract("B", "430000.01"))
        assert results(self.A, b) == [MET, NOT_MET]
        assert results(b, self.A) == [MET, NOT_MET]

    def test_w_20_two_terms_of_three_years_are_within_each_and_not_in_one_window(self) -> None:
        a = award(contract("A", "600000.00", last_day=date(2021, 3, 31)))
        b = award(
            contract("B", "600000.00", first_day=date(2021, 4, 1), last_day=date(2024, 3, 31))
        )
        assert results(a, b) == [MET, MET]
        assert results(a, b, readings=ENVELOPE) == [MET, NOT_MET]
        assert results(a, b, readings={}) == [MET, OPEN]

    @pytest.mark.parametrize(
        ("conventions", "expected"),
        [
            ({}, [Result.NOT_APPLICABLE, MET]),
            ({"counted awards": "every award"}, [MET, NOT_MET]),
        ],
        ids=["made in reliance on it", "every award"],
    )
    def test_w_21_an_interim_award_under_another_authority_is_not_counted(
        self, conventions: dict[str, str], expected: list[Result]
    ) -> None:
        days = {"first_day": date(2018, 4, 1), "last_day": date(2019, 3, 31)}
        interim = award(contract("interim", "160000.00", **days), relies_on="cabinet member, 2017")
        assert results(interim, award(contract("B", "1150000.00")), conventions=conventions) == (
            expected
        )

    @pytest.mark.parametrize(("third", "expected"), [("330000.00", MET), ("330000.01", NOT_MET)])
    def test_w_27_lots_are_added_up(self, third: str, expected: Result) -> None:
        lots = {"1": "500000.00", "2": "400000.00", "3": third}
        amounts = [Line(pounds(value), (("lot", lot),)) for lot, value in lots.items()]
        assert results(award(contract(amounts=amounts))) == [expected]
        made = [award(contract(lot, value)) for lot, value in lots.items()]
        assert results(*made) == [MET, MET, expected]

    def test_w_28_the_estimated_call_offs_of_a_framework_are_its_value(self) -> None:
        framework = award(contract("framework", "1300000.00"))
        assert only_unmet(framework).aspect is Aspect.AMOUNT

    def test_w_30_an_early_end_gives_nothing_back(self) -> None:
        a, b = award(contract("A", "900000.00")), award(contract("B", "600000.00"))
        ended = Proposal(END, contract("A", "500000.00"), DIRECTOR, changes="A")
        so_far = Used().after(a, ended, under=H)
        assert judge(b, under=H, used=so_far).on(Aspect.AMOUNT).result is NOT_MET
        assert headroom(H, so_far)[-1].left == Money.pounds("330000.00")

    def test_w_30_what_is_not_spent_comes_back_where_a_council_decides_so(self) -> None:
        a, b = award(contract("A", "900000.00")), award(contract("B", "600000.00"))
        ended = Proposal(END, contract("A", "500000.00"), DIRECTOR, changes="A")
        released = RULES.basis(conventions={"release on early end": "what is not spent"})
        so_far = Used().after(a, ended, under=H, basis=released)
        verdict = judge(b, under=H, used=so_far, basis=released)
        assert verdict.on(Aspect.AMOUNT).result is MET


class TestOptions:
    YEAR = Term(years=1)

    def three_and_two(self, each_year: str, first_three: str) -> Proposal:
        option = Option(self.YEAR, pounds(each_year))
        return award(
            contract("A", first_three, last_day=date(2021, 3, 31), options=(option, option))
        )

    def test_w_06_three_years_and_two_options_make_five_and_the_limit(self) -> None:
        assert results(self.three_and_two("246000.00", "738000.00")) == [MET]

    def test_w_07_the_maximum_counts_though_the_initial_term_would_fit(self) -> None:
        finding = only_unmet(self.three_and_two("250000.00", "750000.00"))
        assert (finding.aspect, finding.measured) == (Aspect.AMOUNT, Money.pounds("1250000.00"))

    def test_w_08_counted_as_exercised_the_second_extension_is_too_much(self) -> None:
        proposed = self.three_and_two("250000.00", "750000.00")
        first = Proposal.exercising(proposed.contract, by=DIRECTOR)
        second = Proposal.exercising(first.contract, by=DIRECTOR)
        counting = {"counts options": "as exercised"}
        assert results(proposed, first, second, conventions=counting) == [MET, MET, NOT_MET]
        finding = only_unmet(second, conventions=counting)
        assert finding.measured == Money.pounds("1250000.00")

    def test_w_09_an_option_beyond_five_years_exceeds_the_term(self) -> None:
        option = Option(self.YEAR, pounds("150000.00"))
        finding = only_unmet(award(contract("A", "750000.00", options=(option,))))
        assert finding.aspect is Aspect.LENGTH
        assert str(finding.remedy) == "end on or before 31 March 2023"

    def test_w_32_an_extension_nobody_planned_exceeds_the_term(self) -> None:
        longer = contract("A", "1000000.00", last_day=date(2025, 3, 31))
        extension = Proposal(EXTEND, longer, DIRECTOR, changes="A")
        assert results(award(contract("A", "1000000.00")), extension) == [MET, NOT_MET]
        assert only_unmet(extension).aspect is Aspect.LENGTH


NET: Final = h(Figure(Price.net_of_vat(LIMIT)))
GROSS: Final = h(Figure(Price.including_vat(LIMIT)))


class TestVat:
    @pytest.mark.parametrize(
        ("price", "exclusive", "inclusive", "unstated"),
        [
            pytest.param(
                Price.plus_vat(Money.pounds("1100000.00"), "20"), MET, NOT_MET, OPEN, id="W-15"
            ),
            pytest.param(
                Price.plus_vat(Money.pounds("1025000.00"), "20"), MET, MET, MET, id="W-16"
            ),
            pytest.param(
                Price.plus_vat(Money.pounds("1025000.01"), "20"), MET, NOT_MET, OPEN, id="W-17"
            ),
            pytest.param(Price.exempt(LIMIT), MET, MET, MET, id="W-18"),
        ],
    )
    def test_the_basis_of_the_limit_decides(
        self, price: Price, exclusive: Result, inclusive: Result, unstated: Result
    ) -> None:
        proposed = award(contract("A", price))
        found = [results(proposed, under=each)[0] for each in (NET, GROSS, H)]
        assert found == [exclusive, inclusive, unstated]

    @pytest.mark.parametrize(
        ("reading", "expected"), [("net of VAT", MET), ("including VAT", NOT_MET)]
    )
    def test_w_15_a_council_may_choose_how_its_limit_is_read(
        self, reading: str, expected: Result
    ) -> None:
        proposed = award(contract("A", Price.plus_vat(Money.pounds("1100000.00"), "20")))
        assert results(proposed, readings=PER_CONTRACT | {"H.value": reading}) == [expected]
        assert judge(proposed, under=H).differs

    def test_w_17_vat_is_rounded_to_the_penny(self) -> None:
        price = Price.plus_vat(Money.pounds("1025000.01"), "20")
        assert price.gross == Money.pounds("1230000.01")


class TestDays:
    LATE = award(
        contract("A", "1200000.00", first_day=date(2019, 4, 1), last_day=date(2024, 3, 31)),
        on=date(2018, 12, 3),
    )

    def test_w_19_a_late_start_is_within_read_per_contract(self) -> None:
        assert results(self.LATE) == [MET]

    def test_w_19_and_366_days_late_read_as_one_window(self) -> None:
        verdict = judge(self.LATE, under=H, basis=RULES.basis(readings=ENVELOPE))
        (finding,) = verdict.unmet
        assert (finding.aspect, finding.note) == (Aspect.DATES, "366 days late")

    def test_w_29_a_contract_that_rolls_on_cannot_be_confirmed(self) -> None:
        rolling = judge(award(contract("A", "100000.00", last_day=None)), under=H)
        assert rolling.result is OPEN
        assert "contract.term" in {each.field for each in rolling.missing}

    @pytest.mark.parametrize(
        ("day", "expected"),
        [(date(2017, 6, 29), NOT_MET), (date(2017, 6, 30), MET), (date(2017, 7, 1), MET)],
    )
    def test_w_31_nobody_acts_on_it_before_call_in_has_passed(
        self, day: date, expected: Result
    ) -> None:
        resolution = Resolution(
            "R", "cabinet", MINUTE, date(2017, 6, 22), (H,), effective_on=date(2017, 6, 30)
        )
        proposed = award(contract("A", "1230000.00"), on=day)
        assert results(proposed, under=resolution) == [expected]
        verdict = judge(proposed, under=resolution, basis=RULES.basis(readings=PER_CONTRACT))
        assert verdict.on(Aspect.PRECONDITION).result is expected

    def test_w_33_the_term_runs_from_the_first_day_of_service(self) -> None:
        assert results(award(contract("A", "1230000.00"), on=date(2018, 3, 1))) == [MET]

    def test_w_33_counted_from_signature_it_would_be_a_month_too_long(self) -> None:
        finding = only_unmet(award(contract("A", "1230000.00", first_day=date(2018, 3, 1))))
        assert (finding.aspect, finding.measured) == (Aspect.LENGTH, Term(months=61))


class TestChanges:
    MADE = award(contract("A", "1200000.00"))

    @pytest.mark.parametrize(("value", "expected"), [("1230000.00", MET), ("1230000.01", NOT_MET)])
    def test_w_24_a_changed_contract_is_tested_whole_at_its_new_figure(
        self, value: str, expected: Result
    ) -> None:
        changed = Proposal(MODIFY, contract("A", value), DIRECTOR, changes="A")
        assert results(self.MADE, changed) == [MET, expected]

    def test_w_24_forty_thousand_more_exceeds_the_authority(self) -> None:
        changed = Proposal(MODIFY, contract("A", "1240000.00"), DIRECTOR, changes="A")
        so_far = Used().after(self.MADE, under=H)
        verdict = judge(changed, under=H, used=so_far, basis=RULES.basis(readings=PER_CONTRACT))
        (finding,) = verdict.unmet
        assert finding.measured == Money.pounds("1240000.00")
        assert str(finding.remedy) == "reduce by £10,000.00"

    def test_w_26_a_contractual_uplift_counts_year_by_year(self) -> None:
        years = uplifted(pounds("240000.00"), YEARS, "2")
        assert years.total.stated == Money.pounds("1248969.64")
        finding = only_unmet(award(contract(by_year=years)))
        assert (finding.aspect, finding.measured) == (Aspect.AMOUNT, Money.pounds("1248969.64"))

    def test_w_26_beside_the_figure_it_may_be_left_out_by_a_councils_choice(self) -> None:
        flat = ByYear.of(dict.fromkeys(YEARS, pounds("240000.00")))
        rise = uplifted(pounds("240000.00"), YEARS, "2")
        beside = ByYear.of(
            {
                year: pounds(str((rise[year].stated - flat[year].stated).to_decimal()))
                for year in YEARS
            }
        )
        proposed = award(contract(by_year=flat, uplift=beside))
        assert results(proposed) == [NOT_MET]
        assert results(proposed, conventions={"indexation": "left out"}) == [MET]


def test_every_verdict_here_says_what_it_rests_on() -> None:
    verdict: Verdict = judge(award(contract("A", "1230000.00")), under=H)
    assert verdict.basis is not None
    assert attrs.asdict(verdict.basis, recurse=False)["rule_set"] == "carerslib.awards"
