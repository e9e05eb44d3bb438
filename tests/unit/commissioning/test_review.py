"""A review of a whole record: what each area finds, one verdict, and rules of one's own."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING

import attrs
import pytest
from tests.unit.commissioning.making import (
    AUTHORITY,
    CONTRACT,
    DAY,
    INTENTION,
    MINUTE,
    RESOLUTION,
    STRATEGY,
    changed,
    contract,
    having,
    intending,
    only,
    reviewed,
    whole,
)

from carerslib.awards import AWARD, Authority, Proposal, Resolution, Used
from carerslib.awards import RULES as AWARD_RULES
from carerslib.carers.populations import (
    Ages,
    Estimate,
    Keeper,
    Population,
    Proportion,
    Register,
    Registers,
)
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Reading, Readings, Window
from carerslib.commissioning import (
    RULES,
    Account,
    Action,
    ActionPlan,
    Area,
    Arrangement,
    Effect,
    Portfolio,
    Reviewed,
    SetBeside,
    review,
)
from carerslib.commissioning.monitoring import (
    REASONS,
    Awaited,
    BreakReturn,
    FailingClaim,
    Ground,
    IndicatorValue,
    Measure,
    Move,
    Movement,
    TakeUpLevel,
    TakeUpReport,
)
from carerslib.commissioning.monitoring.indicators import Concept
from carerslib.contracts import COUNTS_OPTIONS, Contract, Option
from carerslib.errors import InvalidValueError
from carerslib.explain import as_table, as_text
from carerslib.funds import Fund, FundType, Stipulation, StipulationKind
from carerslib.funds.offers import ALWAYS
from carerslib.money import Money
from carerslib.periods import DateRange, Term
from carerslib.prices import Price
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.verdicts import Part

HALF = Citation.convention("Anyshire", "half of a group are carers")


@rule(id="engagement.half", title="Half are carers", citation=HALF, in_force=ALWAYS)
def half_are_carers(seen: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask that at least half of those who took part are carers."""
    for each in seen.portfolio.strategy.engagement:
        met = 2 * (each.carers or 0) >= (each.people or 0)
        yield Finding(
            "engagement.half",
            "Half are carers",
            Result.MET if met else Result.NOT_MET,
            Aspect.COUNT,
            each.reference,
            HALF,
            each.share_of_carers,
        )


@rule(id="pledge.signed", title="The pledge is signed", citation=HALF, in_force=ALWAYS)
def pledge_signed(seen: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Keep the pledge open."""
    yield Finding(
        "pledge.signed",
        "The pledge is signed",
        Result.UNDETERMINED,
        Aspect.RECORD,
        seen.portfolio.strategy.reference,
        HALF,
        missing=(Missing("pledge", "who signed it"),),
    )


class TestTheWholeVerdict:
    def test_a_record_in_which_nothing_is_missing_is_met(self) -> None:
        assert reviewed(whole()).is_met

    def test_it_is_grouped_by_area_in_order(self) -> None:
        titles = [part.title for part in reviewed(whole()).parts]
        assert titles == [area.capitalize() for area in Area]

    def test_an_area_in_which_nothing_was_asked_is_left_out(self) -> None:
        titles = [part.title for part in reviewed(whole(timetables=())).parts]
        assert "Timetable" not in titles

    def test_every_rule_belongs_to_an_area(self) -> None:
        assert {each.id.partition(".")[0] for each in RULES} == set(Area)

    def test_it_is_pickled_and_compares_equal(self) -> None:
        verdict = reviewed(whole())
        assert pickle.loads(pickle.dumps(verdict)) == verdict  # noqa: S301 - our own

    def test_an_officer_can_read_it(self) -> None:
        text = as_text(reviewed(intending(lead="")))
        assert "Undetermined: Review of Anyshire carers strategy (strategy)" in text
        assert "Missing: intentions['buy breaks'].lead (who leads it)" in text
        assert "joined-up" in as_table(reviewed(whole()))

    def test_what_is_missing_anywhere_is_missing_of_the_whole(self) -> None:
        record = attrs.evolve(intending(lead=""), strategy=having(monitoring=()).strategy)
        record = attrs.evolve(
            record, intentions=[attrs.evolve(record.intentions[0], monitored_by=())]
        )
        fields = [each.field for each in reviewed(record).missing]
        assert fields == ["intentions['buy breaks'].lead", "strategy.monitoring"]

    def test_the_basis_names_the_rules(self) -> None:
        assert str(reviewed(whole()).basis) == "carerslib.commissioning 2026-11"

    @pytest.mark.parametrize(
        ("portfolio", "day", "field"),
        [("record", DAY, "portfolio"), (whole(), "2018-01-15", "on")],
    )
    def test_what_cannot_be_reviewed_is_refused(
        self, portfolio: Portfolio, day: date, field: str
    ) -> None:
        with pytest.raises(InvalidValueError) as refused:
            review(portfolio, on=day)
        assert refused.value.field == field


class TestOneReferenceForOneThing:
    def test_two_intentions_of_one_reference_are_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="buy breaks"):
            whole(intentions=[INTENTION, INTENTION])

    def test_two_authorities_of_one_reference_are_refused_over_all_resolutions(self) -> None:
        another = Resolution("another", "cabinet", MINUTE, authorities=AUTHORITY)
        with pytest.raises(InvalidValueError, match="award") as refused:
            whole(resolutions=[RESOLUTION, another])
        assert refused.value.field == "authorities"

    @pytest.mark.parametrize(
        ("field", "given"),
        [
            ("strategy", "s"),
            ("intentions", ["i"]),
            ("statements", ["34,000"]),
            ("registers", "r"),
            ("estimate", None),
        ],
    )
    def test_each_part_is_of_its_kind(self, field: str, given: object) -> None:
        with pytest.raises(InvalidValueError) as refused:
            whole(**{field: given})
        assert refused.value.field == field

    def test_an_arrangement_is_of_a_proposal(self) -> None:
        with pytest.raises(InvalidValueError, match="proposal"):
            Arrangement("C1")  # type: ignore[arg-type]

    def test_figures_are_set_beside_each_other_by_name(self) -> None:
        with pytest.raises(InvalidValueError, match="right"):
            SetBeside("pair", "one", "")


class TestRulesOfOnesOwn:
    OWN = RULES.extended([half_are_carers, pledge_signed], name="Anyshire", edition="1")

    def test_they_join_the_area_that_their_id_names(self) -> None:
        verdict = review(whole(), on=DAY, rules=self.OWN)
        (engagement,) = [part for part in verdict.parts if part.title == "Engagement"]
        assert isinstance(engagement, Verdict)
        assert [each.rule for each in engagement.findings] == [
            "engagement.carers",
            "engagement.half",
        ]

    def test_an_area_of_their_own_comes_last(self) -> None:
        verdict = review(whole(), on=DAY, rules=self.OWN)
        assert [part.title for part in verdict.parts][-1] == "Pledge"
        assert verdict.result is Result.UNDETERMINED

    def test_the_basis_names_them(self) -> None:
        basis = review(whole(), on=DAY, rules=self.OWN).basis
        assert basis is not None
        assert basis.own_rules == ("engagement.half", "pledge.signed")

    def test_rules_of_awards_may_be_a_councils_own_too(self) -> None:
        @rule(id="own.small", title="Small", citation=HALF, in_force=ALWAYS)
        def small(proposal: Proposal, _basis: Basis) -> Iterator[Part]:
            yield Finding(
                "own.small", "Small", Result.NOT_MET, Aspect.AMOUNT, proposal.reference, HALF
            )

        own = AWARD_RULES.extended([small], name="Anyshire awards", edition="1")
        assert review(whole(), on=DAY, award_rules=own).result is Result.NOT_MET


class TestContracts:
    def _dated(self, reference: str, amount: str, day: date | None) -> Arrangement:
        made = contract(reference, amount)
        proposal = attrs.evolve(made.proposal, on=day, reference=reference)
        return attrs.evolve(made, proposal=proposal)

    def test_they_are_judged_beside_each_other_in_the_order_of_their_days(self) -> None:
        late = self._dated("A", "0.01", date(2018, 1, 11))
        record = whole(arrangements=[late, self._dated("B", "200000", date(2018, 1, 10))])
        breach = [each.subject for each in only(record, "award.total") if not each.is_met]
        assert breach == ["A"]
        assert reviewed(record).result is Result.NOT_MET

    def test_two_without_a_day_are_in_no_order(self) -> None:
        record = whole(arrangements=[self._dated(each, "1", None) for each in ("A", "B")])
        found = only(record, "authority.contracts")
        assert [each.title for each in found] == ["Order of the contracts"] * 2
        assert reviewed(record).result is Result.UNDETERMINED

    def test_one_without_a_day_is_judged_beside_those_that_have_one(self) -> None:
        record = whole(
            arrangements=[self._dated("A", "0.01", None), self._dated("B", "200000", DAY)]
        )
        assert [each.subject for each in only(record, "award.total") if not each.is_met] == ["A"]

    def test_one_alone_without_a_day_needs_no_order(self) -> None:
        record = whole(arrangements=[self._dated("A", "200000", None)])
        assert only(record, "authority.contracts") == []
        assert reviewed(record).is_met

    def test_what_was_used_before_counts(self) -> None:
        used = {"cabinet": Used.stated({"award.total": Money.pounds("0.01")})}
        assert reviewed(whole(used=used)).result is Result.NOT_MET

    def test_what_was_used_under_a_resolution_that_is_not_held_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="lost") as refused:
            whole(used={"cabinet": Used(), "lost": Used()})
        assert refused.value.field == "used"

    @pytest.mark.parametrize("resolution", ["", "another"])
    def test_one_under_no_resolution_of_the_record_is_open(self, resolution: str) -> None:
        (finding,) = only(
            whole(arrangements=[contract(resolution=resolution)]), "authority.contracts"
        )
        assert finding.result is Result.UNDETERMINED

    def test_under_several_authorities_the_one_relied_on_is_asked_for(self) -> None:
        grant = Authority("grant", MINUTE, powers=[AWARD])
        resolution = attrs.evolve(RESOLUTION, authorities=[AUTHORITY, grant])
        proposal = attrs.evolve(CONTRACT.proposal, relies_on="", reference="C1")
        named = whole(resolutions=resolution)
        nameless = whole(resolutions=resolution, arrangements=[contract(proposal=proposal)])
        assert only(named, "authority.contracts") == []
        (finding,) = only(nameless, "authority.contracts")
        assert [each.field for each in finding.missing] == ["proposal.relies_on"]


class TestWordsOfResolutions:
    PERIOD = Readings(
        "period",
        MINUTE,
        [
            Reading("to 2020", Window("w20", MINUTE, last=date(2020, 3, 31))),
            Reading("to 2023", Window("w23", MINUTE, last=date(2023, 3, 31))),
        ],
    )
    HELD = attrs.evolve(
        RESOLUTION, authorities=attrs.evolve(AUTHORITY, clauses=[*AUTHORITY.clauses, PERIOD])
    )

    def test_two_readings_stay_open_until_one_is_chosen(self) -> None:
        record = whole(resolutions=self.HELD)
        (finding,) = only(record, "authority.two-readings")
        assert finding.result is Result.UNDETERMINED
        chosen = RULES.basis(readings={"period": "to 2023"})
        assert reviewed(record, chosen).is_met

    def test_a_reading_that_is_chosen_is_followed_by_the_contracts(self) -> None:
        made = Contract(
            "C1",
            first_day=date(2018, 4, 1),
            last_day=date(2020, 4, 1),
            value=Price.as_stated(Money.pounds("1")),
        )
        proposal = Proposal(AWARD, made, by="director", on=DAY, relies_on="award")
        record = whole(resolutions=self.HELD, arrangements=[contract(proposal=proposal)])
        for reading, result in (("to 2020", Result.NOT_MET), ("to 2023", Result.MET)):
            assert reviewed(record, RULES.basis(readings={"period": reading})).result is result

    @pytest.mark.parametrize(
        ("readings", "refused"),
        [
            ({"perod": "to 2023"}, ("readings", "perod", "one of award.total, period, years")),
            ({"period": "2023"}, ("reading of period", "2023", "one of to 2020, to 2023")),
            ({"years": "2023"}, ("reading of years", "2023", "one of to 2020, to 2023")),
            ({"period": "to 2020", "years": "to 2023"}, None),
        ],
    )
    def test_a_reading_of_no_words_of_the_record_is_refused(
        self, readings: dict[str, str], refused: tuple[str, str, str] | None
    ) -> None:
        words = attrs.evolve(self.PERIOD, reference="years")
        binding = Stipulation("b", StipulationKind.RESTRICTION, "PCT", MINUTE, clauses=[words])
        fund = Fund("f", "PCT", MINUTE, FundType.LOCAL_RING_FENCE, [binding])
        record = whole(resolutions=self.HELD, accounts=[Account(fund)])
        basis = RULES.basis(readings=readings)
        if refused is None:
            assert reviewed(record, basis).basis == basis
            return
        with pytest.raises(InvalidValueError) as error:
            reviewed(record, basis)
        assert (error.value.field, error.value.value, error.value.expected) == refused

    def test_without_words_that_are_read_in_several_ways_every_reading_is_refused(self) -> None:
        record = whole(resolutions=(), arrangements=(), intentions=())
        with pytest.raises(InvalidValueError, match="no words of strategy are read in several way"):
            reviewed(record, RULES.basis(readings={"period": "to 2023"}))

    def test_a_record_that_contradicts_itself_is_advice(self) -> None:
        parts = [
            Cap(f"lot.{lot}", MINUTE, at_most=Figure.pounds("150000.00"), where={"lot": lot})
            for lot in ("1", "2")
        ]
        resolution = attrs.evolve(
            RESOLUTION, authorities=attrs.evolve(AUTHORITY, clauses=[*AUTHORITY.clauses, *parts])
        )
        found = [
            each
            for each in reviewed(whole(resolutions=resolution)).findings
            if each.title == "Sum over each lot"
        ]
        assert [each.binding for each in found] == [False]


class TestMonitoring:
    def test_an_action_whose_effect_is_not_known_keeps_the_whole_open(self) -> None:
        action = Action(
            reference="a1", number="3.7", letter="c", title="Talks", effect=Effect.NOT_KNOWN
        )
        record = whole(plans=ActionPlan(reference="plan", title="Plan", actions=[action]))
        (finding,) = only(record, "action.effect")
        assert finding.result is Result.UNDETERMINED
        assert reviewed(record).result is Result.UNDETERMINED

    def test_figures_on_breaks_that_are_to_come_keep_it_open(self) -> None:
        held = BreakReturn(reference="breaks", title="Breaks", places=Awaited(), spend=Awaited())
        record = whole(returns=[held])
        assert [only(record, f"breaks.{each}")[0].result for each in ("places", "spend")] == [
            Result.UNDETERMINED
        ] * 2
        assert reviewed(record).result is Result.UNDETERMINED

    def test_a_value_is_asked_when_it_was_collected(self) -> None:
        value = IndicatorValue(
            reference="v",
            concept=Concept.SOCIAL_CONTACT,
            year="2024/25",
            area="England",
        )
        (finding,) = only(whole(values=[value]), "indicator.collected")
        assert finding.result is Result.UNDETERMINED

    def test_low_take_up_is_advice_and_never_failing(self) -> None:
        said = TakeUpReport(
            reference="report",
            service="village halls",
            level=TakeUpLevel.LIMITED,
            said_by="manager",
        )
        record = whole(take_up=[said])
        (finding,) = only(record, "monitoring.take-up")
        assert finding.result is Result.UNDETERMINED
        assert finding.note.endswith("does not say that a service is failing")
        (missing,) = finding.missing
        assert missing.field == "movements['report']"
        assert missing.expected.startswith("price to those who pay themselves, needs unmet")
        assert reviewed(record).is_met

    def test_what_lacks_besides_price_and_reasons_is_named_where_these_are_known(self) -> None:
        known = dict.fromkeys([Measure.SELF_FUNDED_PRICE, *REASONS.values()], Move.STEADY)
        moved = Movement(reference="m", service="sitting", moves=known)
        (finding,) = only(whole(movements=[moved]), "monitoring.take-up")
        assert str(Measure.OFFERS) in finding.missing[0].expected

    def test_figures_that_fit_no_pattern_conclude_nothing(self) -> None:
        moved = Movement(
            reference="m",
            service="sitting",
            moves=dict.fromkeys(Measure, Move.STEADY),
            waits=True,
        )
        (finding,) = only(whole(movements=[moved]), "monitoring.take-up")
        assert finding.result is Result.UNDETERMINED
        assert finding.missing[0].expected == "a movement that fits a pattern"

    def test_a_pattern_that_is_shown_is_named(self) -> None:
        moved = Movement(
            reference="m",
            service="sitting",
            moves={Measure.OFFERS: Move.DOWN, Measure.WAITING_ASSESSMENT: Move.UP},
        )
        (finding,) = only(whole(movements=[moved]), "monitoring.take-up")
        assert (finding.result, finding.missing) == (Result.MET, ())

    @pytest.mark.parametrize(
        ("feared", "result"),
        [(True, Result.MET), (False, Result.NOT_MET), (None, Result.NOT_MET)],
    )
    def test_calling_it_failing_by_take_up_alone_is_not_met_unless_only_feared(
        self,
        feared: bool | None,  # noqa: FBT001 - or not recorded
        result: Result,
    ) -> None:
        claim = FailingClaim(
            reference="claim", service="sitting", grounds=Ground.TAKE_UP, feared=feared
        )
        moved = Movement(reference="m", service="sitting", moves={Measure.TAKE_UP: Move.DOWN})
        assert reviewed(whole(claims=[claim], movements=[moved])).result is result

    def test_what_was_measured_counts_before_what_was_said(self) -> None:
        said = TakeUpReport(
            reference="a", service="sitting", level=TakeUpLevel.LOWER, said_by="manager"
        )
        known = dict.fromkeys([Measure.SELF_FUNDED_PRICE, *REASONS.values()], Move.STEADY)
        measured = Movement(reference="b", service="sitting", moves=known)
        claim = FailingClaim(
            reference="claim", service="sitting", grounds=[Ground.TAKE_UP, Ground.COMPLAINTS]
        )
        record = whole(claims=[claim], take_up=[said], movements=[measured])
        assert reviewed(record).is_met

    @pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
    def test_everything_that_was_measured_of_the_service_counts(
        self, order: tuple[str, str]
    ) -> None:
        steady = dict.fromkeys([Measure.SELF_FUNDED_PRICE, *REASONS.values()], Move.STEADY)
        known, unknown = order
        measured = [
            Movement(reference=known, service="sitting", moves=steady),
            Movement(reference=unknown, service="sitting", moves={Measure.TAKE_UP: Move.DOWN}),
        ]
        claim = FailingClaim(
            reference="claim", service="sitting", grounds=[Ground.TAKE_UP, Ground.COMPLAINTS]
        )
        record = whole(claims=[claim], movements=measured)
        assert reviewed(record).result is Result.UNDETERMINED


class TestIdentification:
    PEOPLE = Population(area="Anyshire", ages=Ages(18), definition="CEN21")
    ABOUT = Estimate("about 34,000", 34_000, Population(area="Anyshire"), MINUTE)
    COUNT = Estimate("census", 17_000, PEOPLE, MINUTE, DateRange.year(2021))
    SHARE = Proportion("1 in 12", 1, 12, Population(among="pupils"), MINUTE)

    def test_an_estimate_that_does_not_say_who_is_a_carer_keeps_it_open(self) -> None:
        (finding,) = only(whole(statements=[self.ABOUT]), "identification.definition-stated")
        assert finding.result is Result.UNDETERMINED
        assert reviewed(whole(statements=[self.ABOUT])).result is Result.UNDETERMINED
        assert reviewed(whole(statements=[self.COUNT])).is_met

    def test_two_figures_of_different_people_are_not_mixed(self) -> None:
        wales = attrs.evolve(self.COUNT, reference="w", population=Population(area="Wales"))
        pair = SetBeside("pair", "census", "w")
        (finding,) = only(
            whole(statements=[self.COUNT, wales], beside=[pair]), "identification.two-bases"
        )
        assert (finding.result, finding.binding) == (Result.NOT_MET, False)
        assert finding.note == "they differ in: Area; not said: Ages, Definition of a carer"

    def test_two_figures_of_the_same_people_may_stand_beside_each_other(self) -> None:
        again = attrs.evolve(self.COUNT, reference="again")
        pair = SetBeside("pair", "census", "again")
        record = whole(statements=[self.COUNT, again], beside=[pair])
        (finding,) = only(record, "identification.two-bases")
        assert (finding.result, finding.note) == (Result.MET, "")

    def test_a_figure_that_the_record_does_not_hold_is_named(self) -> None:
        pair = SetBeside("pair", "census", "1 in 12")
        (finding,) = only(whole(beside=[pair]), "identification.two-bases")
        assert [each.field for each in finding.missing] == [
            "beside['pair'].left",
            "beside['pair'].right",
        ]

    def test_a_share_beside_a_number_is_open(self) -> None:
        pair = SetBeside("pair", "about 34,000", "1 in 12")
        record = whole(statements=[self.ABOUT, self.SHARE], beside=[pair])
        (finding,) = only(record, "identification.two-bases")
        assert finding.result in (Result.NOT_MET, Result.UNDETERMINED)

    KNOWN = Registers((Register("gp", Keeper.GP, 1_200, PEOPLE),))

    def test_known_carers_are_held_against_the_estimate_that_is_named(self) -> None:
        record = whole(statements=[self.COUNT], registers=self.KNOWN, estimate="census")
        assert only(record, "identification.registers") == []
        assert only(record, "identification.known")

    @pytest.mark.parametrize("estimate", ["", "1 in 12", "another"])
    def test_without_an_estimate_there_is_nothing_to_hold_them_against(self, estimate: str) -> None:
        record = whole(statements=[self.SHARE], registers=self.KNOWN, estimate=estimate)
        (finding,) = only(record, "identification.registers")
        assert finding.result is Result.UNDETERMINED


class TestChoicesOfTheCouncil:
    def test_a_choice_about_awards_is_followed_by_the_contracts(self) -> None:
        made = Contract(
            "C1",
            first_day=date(2018, 4, 1),
            last_day=date(2019, 3, 31),
            value=Price.as_stated(Money.pounds("200000")),
            options=[Option(term=Term(years=1), value=Price.as_stated(Money.pounds("0.01")))],
        )
        proposal = Proposal(AWARD, made, by="director", on=DAY, relies_on="award")
        record = whole(arrangements=[contract(proposal=proposal)])
        assert reviewed(record).result is Result.NOT_MET
        basis = RULES.basis(conventions={COUNTS_OPTIONS.name: "as exercised"})
        assert reviewed(record, basis).is_met

    def test_a_choice_that_nothing_looks_up_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="conventions"):
            RULES.basis(conventions={"no such convention": "yes"})


class TestOneThingOrSeveral:
    """What may be several may be given alone, and what is neither is refused by its field."""

    def test_one_alone_needs_no_list(self) -> None:
        alone = whole(intentions=INTENTION, arrangements=CONTRACT)
        assert alone == whole(intentions=[INTENTION], arrangements=[CONTRACT])
        assert having(priorities=STRATEGY.priorities[0]) == whole()

    @pytest.mark.parametrize("field", ["intentions", "accounts", "minutes", "plans", "statements"])
    @pytest.mark.parametrize("given", [None, 5, "words"])
    def test_what_is_neither_is_refused_by_its_field(self, field: str, given: object) -> None:
        with pytest.raises(InvalidValueError) as refused:
            whole(**{field: given})
        assert (refused.value.field, refused.value.value) == (field, given)

    @pytest.mark.parametrize("given", [None, 5])
    def test_nor_is_a_number_a_reference(self, given: object) -> None:
        with pytest.raises(InvalidValueError, match="references or names"):
            intending(needs=given)

    def test_the_words_of_a_topic_are_refused_whole(self) -> None:
        with pytest.raises(InvalidValueError, match="got 'breaks'"):
            changed(STRATEGY.priorities[0], topics="breaks")

    def test_a_strategy_alone_is_no_portfolio_and_is_not_repeated(self) -> None:
        with pytest.raises(InvalidValueError, match="expected a Portfolio, got 'Strategy'"):
            review(STRATEGY, on=DAY)  # type: ignore[arg-type]
