"""Worked cases of award limits, under a resolution for carers services of up to five years.

Authority H: a director may award contracts for carers services for a period of up to five years and
a maximum combined value not exceeding £1,230,000.00; whether that includes VAT is not stated. The
period is read per contract, which each case chooses in its basis. Days are inclusive.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs
import pytest

from carerslib.awards import AWARD, RULES, Authority, Proposal, Resolution, Used, headroom, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Delegation,
    Figure,
    Holder,
    Length,
    Only,
    Reading,
    Readings,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.money import ZERO, Money
from carerslib.periods import ByYear, DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Missing, Result, Verdict, show

if TYPE_CHECKING:
    from carerslib.basis import Basis

DIRECTOR: Final = "director for adults and wellbeing"
ASSISTANT: Final = "assistant director"
MINUTE: Final = Citation.record(
    "Herefordshire Council cabinet, carers strategy, 2017",
    "paragraph (c)",
    words="for a period of up to five years and a maximum combined value not exceeding £1.23m",
)
H: Final = Authority(
    "H",
    MINUTE,
    (AWARD,),
    (
        Holder("H.holder", MINUTE, DIRECTOR),
        Only("H.service", MINUTE, "service", "carers services"),
        Readings(
            "H.period",
            MINUTE,
            (
                Reading("per contract", Length("H.length", MINUTE, Term(years=5))),
                Reading(
                    "one window", Window("H.window", MINUTE, date(2018, 4, 1), date(2023, 3, 31))
                ),
            ),
        ),
        Cap("H.value", MINUTE, Figure.pounds("1230000.00")),
    ),
)
RESOLUTION: Final = Resolution("R", "cabinet", MINUTE, DateRange.year(2017), (H,))
PER_CONTRACT: Final = RULES.basis(readings={"H.period": "per contract"})
FIRST, LAST = date(2018, 4, 1), date(2023, 3, 31)
ONE_YEAR: Final = Term(years=1)


def pounds(text: str) -> Price:
    return Price.as_stated(Money.pounds(text))


def award(
    first: date = FIRST,
    last: date = LAST,
    value: str | Price = "1230000.00",
    *,
    service: str = "carers services",
    options: tuple[Option, ...] = (),
) -> Proposal:
    price = pounds(value) if isinstance(value, str) else value
    contract = Contract("A", first, last, value=price, options=options, tags={"service": service})
    return Proposal(AWARD, contract, by=DIRECTOR)


def award_by(office: str | None) -> Proposal:
    return attrs.evolve(award(value="400000.00"), by=office)


def five_years_at(each_year: str) -> Proposal:
    years = {f"{year}/{year - 1999}": pounds(each_year) for year in range(2018, 2023)}
    contract = Contract(
        "A", FIRST, LAST, by_year=ByYear.of(years), tags={"service": "carers services"}
    )
    return Proposal(AWARD, contract, by=DIRECTOR)


def judged(proposal: Proposal, basis: Basis | None = PER_CONTRACT) -> Verdict:
    return judge(proposal, under=RESOLUTION, basis=basis)


class Case(NamedTuple):
    """A proposal, its answer, and for a no what stands against it and what would do."""

    proposal: Proposal
    result: Result
    aspect: Aspect | None = None
    remedy: str = "None"
    nearest: object = None


def within(proposal: Proposal) -> Case:
    return Case(proposal, Result.MET)


def exceeds(proposal: Proposal, aspect: Aspect, remedy: str, nearest: object = None) -> Case:
    return Case(proposal, Result.NOT_MET, aspect, remedy, nearest)


LIMIT: Final = Money.pounds("1230000.00")
CASES: Final = {
    "W-01": within(award(value="1230000.00")),
    "W-02": exceeds(award(value="1230000.01"), Aspect.AMOUNT, "reduce by £0.01", LIMIT),
    "W-03": exceeds(
        award(last=date(2023, 4, 1), value="1000000.00"),
        Aspect.LENGTH,
        "end on or before 31 March 2023",
        LAST,
    ),
    "W-10": within(award(date(2020, 2, 29), date(2025, 2, 28))),
    "W-11": exceeds(
        award(date(2020, 2, 29), date(2025, 3, 1)),
        Aspect.LENGTH,
        "end on or before 28 February 2025",
        date(2025, 2, 28),
    ),
    "W-12": within(award(date(2019, 3, 1), date(2024, 2, 29))),
    "W-13": exceeds(
        award(date(2019, 3, 1), date(2024, 3, 1)),
        Aspect.LENGTH,
        "end on or before 29 February 2024",
        date(2024, 2, 29),
    ),
    "W-14": within(award(date(2018, 4, 2), date(2023, 4, 1))),
    "W-22": exceeds(award(value="100000.00", service="home care"), Aspect.SCOPE, "None"),
    "W-23": exceeds(award_by(ASSISTANT), Aspect.HOLDER, "None"),
    "W-25": exceeds(five_years_at("246000.01"), Aspect.AMOUNT, "reduce by £0.05", LIMIT),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_limit_is_kept_or_broken_as_worked_out(case: Case) -> None:
    verdict = judged(case.proposal)
    assert verdict.result is case.result
    against = [(found.aspect, str(found.remedy)) for found in verdict.unmet]
    assert against == ([] if case.aspect is None else [(case.aspect, case.remedy)])
    assert [found.remedy.nearest for found in verdict.unmet if found.remedy] == (
        [] if case.nearest is None else [case.nearest]
    )


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_case_is_answered_from_the_minute(case: Case) -> None:
    assert {found.citation for found in judged(case.proposal).findings} == {MINUTE}


class TestAHolder:
    def test_a_recorded_delegation_makes_the_award_of_w_23_within(self) -> None:
        step = Delegation(DIRECTOR, ASSISTANT, MINUTE.at("scheme of delegation"))
        with_chain = attrs.evolve(award_by(ASSISTANT), chain=(step,))
        assert judged(with_chain).is_met

    def test_an_award_by_nobody_named_is_undetermined_and_says_so(self) -> None:
        verdict = judged(award_by(None))
        assert verdict.result is Result.UNDETERMINED
        assert verdict.missing == (Missing("proposal.by", "who uses the power"),)
        assert verdict.as_asked is Result.MET


def room_of(clause: str, used: Used) -> tuple[object, dict[str, str]]:
    (room,) = [each for each in headroom(RESOLUTION, used) if each.clause == clause]
    return room.left, {name: show(left) for name, left in room.readings}


class TestTheNineProposals:
    def test_1_the_whole_sum_for_the_whole_period_is_met_and_leaves_nothing(self) -> None:
        proposal = award()
        verdict = judged(proposal, None)
        assert verdict.is_met
        value = verdict.on(Aspect.AMOUNT).findings[0]
        assert (value.measured, value.comparison, value.permitted) == (LIMIT, "at most", LIMIT)
        assert value.note == "VAT is stated on neither side: compared like with like"
        assert room_of("H.value", Used().after(proposal, under=RESOLUTION)) == (ZERO, {})

    def test_2_a_penny_more_is_not_met(self) -> None:
        (value,) = judged(award(value="1230000.01"), None).unmet
        assert (value.rule, str(value.remedy)) == ("H.value", "reduce by £0.01")
        assert value.remedy is not None
        assert (value.remedy.field, value.remedy.nearest) == ("value", LIMIT)

    def test_3_a_day_more_is_not_met_on_either_reading(self) -> None:
        verdict = judged(award(last=date(2023, 4, 1)), None)
        assert verdict.result is Result.NOT_MET
        assert [(found.rule, str(found.remedy)) for found in verdict.unmet] == [
            ("H.length", "end on or before 31 March 2023"),
            ("H.window", "end on or before 31 March 2023"),
        ]

    def test_4_the_award_that_crosses_the_limit_is_the_breach_and_the_first_stands(self) -> None:
        first, second = award(value="800000.00"), award(value="430000.01")
        assert judged(first, None).is_met
        used = Used().after(first, under=RESOLUTION)
        assert room_of("H.value", used) == (Money.pounds("430000.00"), {})
        (value,) = judge(second, under=RESOLUTION, used=used).unmet
        assert value.measured == Money.pounds("1230000.01")
        assert str(value.remedy) == "reduce by £0.01"
        assert value.remedy is not None
        assert value.remedy.nearest == Money.pounds("430000.00")
        exact = award(value="430000.00")
        assert judge(exact, under=RESOLUTION, used=used).is_met

    def test_5_options_count_from_the_award_though_the_first_years_fit(self) -> None:
        two_more = (Option(ONE_YEAR, pounds("250000.00")),) * 2
        proposal = award(last=date(2021, 3, 31), value="750000.00", options=two_more)
        (value,) = judged(proposal, None).unmet
        assert value.measured == Money.pounds("1250000.00")
        assert str(value.remedy) == "reduce by £20,000.00"
        firm_alone = RULES.basis(conventions={"counts options": "as exercised"})
        assert judged(proposal, firm_alone).is_met

    def test_6_a_year_more_on_five_is_not_met(self) -> None:
        proposal = award(value="750000.00", options=(Option(ONE_YEAR, pounds("150000.00")),))
        verdict = judged(proposal, None)
        assert [(found.rule, show(found.measured)) for found in verdict.unmet] == [
            ("H.length", "6 years"),
            ("H.window", "31 March 2024"),
        ]
        assert {str(found.remedy) for found in verdict.unmet} == {"end on or before 31 March 2023"}
        assert verdict.on(Aspect.AMOUNT).is_met

    def test_7_vat_decides_and_is_left_open(self) -> None:
        proposal = award(value=Price.plus_vat(Money.pounds("1100000.00"), "20"))
        verdict = judged(proposal, None)
        assert verdict.result is Result.UNDETERMINED
        net, gross = verdict.on(Aspect.AMOUNT).findings
        assert (net.title, net.result) == ("Value, net of VAT", Result.MET)
        assert (gross.title, gross.result) == ("Value, including VAT", Result.NOT_MET)
        assert (gross.measured, str(gross.remedy)) == (
            Money.pounds("1320000.00"),
            "reduce by £90,000.00 including VAT",
        )
        assert gross.remedy is not None
        assert gross.remedy.nearest == Money.pounds("1025000.00")
        assert gross.remedy.would_do == "£1,025,000.00 net of VAT"
        assert room_of("H.value", Used().after(proposal, under=RESOLUTION)) == (
            None,
            {"net of VAT": "£130,000.00", "including VAT": "-£90,000.00"},
        )

    @pytest.mark.parametrize(
        ("reading", "result"), [("net of VAT", Result.MET), ("including VAT", Result.NOT_MET)]
    )
    def test_7_vat_read_as_the_council_reads_it(self, reading: str, result: Result) -> None:
        proposal = award(value=Price.plus_vat(Money.pounds("1100000.00"), "20"))
        verdict = judged(proposal, RULES.basis(readings={"H.value": reading}))
        assert verdict.result is result

    def test_8_a_later_start_depends_on_how_the_period_is_read(self) -> None:
        proposal = award(date(2019, 4, 1), date(2024, 3, 31))
        verdict = judged(proposal, None)
        assert verdict.result is Result.UNDETERMINED
        (late,) = verdict.unmet
        assert (late.rule, late.note) == ("H.window", "366 days late")
        assert verdict.on(Aspect.LENGTH).is_met
        assert room_of("H.period", Used()) == (
            None,
            {"per contract": "5 years", "one window": "31 March 2023"},
        )

    @pytest.mark.parametrize(
        ("reading", "result"), [("per contract", Result.MET), ("one window", Result.NOT_MET)]
    )
    def test_8_the_period_read_as_the_council_reads_it(self, reading: str, result: Result) -> None:
        proposal = award(date(2019, 4, 1), date(2024, 3, 31))
        assert judged(proposal, RULES.basis(readings={"H.period": reading})).result is result

    def test_9_home_care_is_outside_the_scope(self) -> None:
        (scope,) = judged(award(service="home care"), None).unmet
        assert (scope.aspect, scope.measured, scope.permitted, scope.remedy) == (
            Aspect.SCOPE,
            ("home care",),
            ("carers services",),
            None,
        )

    def test_9_someone_with_no_recorded_delegation_may_not_award(self) -> None:
        (holder,) = judged(award_by(ASSISTANT), None).unmet
        assert (holder.aspect, holder.remedy) == (Aspect.HOLDER, None)
        assert holder.note == "no recorded delegation reaches the one who acts"
