"""Strategies: what their records refuse, what they say of themselves, and who took part."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.unit.commissioning.making import MINUTE, STRATEGY, having, only, reviewed, whole

from carerslib.commissioning import (
    HEADINGS,
    Aim,
    AnswerState,
    Choice,
    ChoiceKind,
    Content,
    ContentKind,
    Document,
    DocumentKind,
    Driver,
    DriverKind,
    Engagement,
    EngagementFinding,
    EngagementKind,
    Evidence,
    EvidenceKind,
    Matter,
    Minutes,
    MonitoringGroup,
    OutcomeMeasure,
    PartyKind,
    Phase,
    Point,
    PointKind,
    Prevention,
    Priority,
    Recognised,
    Related,
    Relation,
    Report,
    Resolved,
    ResolvedKind,
    Strategy,
    Topic,
    Undertaking,
    UndertakingKind,
    framework,
    national,
)
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

A_PRIORITY = Priority("breaks", "Time off", needs="rest")
ANOTHER = Priority("money", "Income & Employment")


class TestWhatAStrategyIs:
    def test_one_body_may_be_given_alone(self) -> None:
        alone = Strategy(reference="s", title="S", bodies="Anyshire Council", source=MINUTE)
        assert alone.bodies == ("Anyshire Council",)
        assert not alone.is_joint
        assert STRATEGY.is_joint

    @pytest.mark.parametrize(
        ("bodies", "joint", "result"),
        [
            ("Anyshire Council", None, None),
            ("Anyshire Council", False, None),
            ("Anyshire Council", True, Result.UNDETERMINED),
            (("Anyshire Council", "Anyshire CCG"), None, Result.MET),
            (("Anyshire Council", "Anyshire CCG"), True, Result.MET),
        ],
    )
    def test_a_joint_strategy_may_not_say_with_whom(
        self,
        bodies: str | tuple[str, ...],
        joint: bool | None,  # noqa: FBT001 - yes, no or not recorded
        result: Result | None,
    ) -> None:
        record = having(bodies=bodies, joint=joint)
        assert record.strategy.is_joint is (result is not None)
        found = only(record, "priorities.bodies")
        assert [each.result for each in found] == ([] if result is None else [result])
        missing = ["with whom it is joint"] if result is Result.UNDETERMINED else []
        assert [fact.expected for each in found for fact in each.missing] == missing

    def test_several_bodies_are_not_said_to_be_one(self) -> None:
        with pytest.raises(InvalidValueError, match="several bodies") as refused:
            having(joint=False)
        assert refused.value.field == "joint"

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("reference", ""),
            ("title", ""),
            ("bodies", ()),
            ("bodies", ("",)),
            ("source", "a minute"),
            ("status", "draft"),
            ("period", 2017),
            ("horizon", "long"),
            ("framework", None),
            ("joint", "yes"),
            ("practical", "yes"),
            ("defines_carer", 1),
            ("priorities_stated", -1),
            ("priorities_stated", True),
            ("priorities", ["breaks"]),
            ("needs", [A_PRIORITY]),
            ("aims", [A_PRIORITY]),
            ("recognised", [A_PRIORITY]),
            ("related", [A_PRIORITY]),
            ("documents", [A_PRIORITY]),
            ("contents", [A_PRIORITY]),
            ("engagement", [A_PRIORITY]),
            ("findings", [A_PRIORITY]),
            ("evidence", [A_PRIORITY]),
            ("drivers", [A_PRIORITY]),
            ("choices", [A_PRIORITY]),
            ("monitoring", [A_PRIORITY]),
        ],
    )
    def test_what_can_never_be_is_refused_by_its_field(self, field: str, value: object) -> None:
        with pytest.raises(InvalidValueError) as refused:
            having(**{field: value})
        assert {each.field for each in refused.value.problems} == {field}

    def test_two_priorities_of_one_reference_are_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="breaks") as refused:
            having(priorities=[A_PRIORITY, A_PRIORITY])
        assert refused.value.field == "priorities"

    def test_every_problem_is_reported_at_once(self) -> None:
        with pytest.raises(InvalidValueError) as refused:
            having(reference="", title="")
        assert [each.field for each in refused.value.problems] == ["reference", "title"]


class TestPrioritiesNamed:
    @pytest.mark.parametrize(
        ("stated", "result"),
        [(1, Result.NOT_MET), (2, Result.MET), (3, Result.UNDETERMINED), (None, Result.MET)],
    )
    def test_two_named_beside_so_many_stated(self, stated: int | None, result: Result) -> None:
        record = having(priorities=[A_PRIORITY, ANOTHER], priorities_stated=stated)
        (finding,) = only(record, "priorities.named")
        assert finding.result is result
        assert finding.measured == 2

    def test_how_many_are_not_named_is_said(self) -> None:
        (finding,) = only(having(priorities_stated=6), "priorities.named")
        assert [each.expected for each in finding.missing] == ["5 that are not named"]

    def test_one_that_is_not_named_is_told_as_one(self) -> None:
        (finding,) = only(having(priorities_stated=2), "priorities.named")
        assert [each.expected for each in finding.missing] == ["1 that is not named"]

    def test_a_strategy_without_priorities_leaves_them_open(self) -> None:
        (finding,) = only(having(priorities=(), priorities_stated=None), "priorities.named")
        assert [each.expected for each in finding.missing] == ["the priorities"]

    def test_naming_more_than_there_are_contradicts_the_record(self) -> None:
        record = having(priorities=[A_PRIORITY, ANOTHER], priorities_stated=1)
        (finding,) = only(record, "priorities.named")
        assert finding.note == "more are named than the record says there are"


class TestNationalFrameworks:
    def test_a_heading_is_found_however_it_is_written(self) -> None:
        found = national("  income AND  employment")
        assert found is not None
        assert found.outcome_2008 == "not financially disadvantaged"

    def test_another_heading_is_not_guessed(self) -> None:
        assert national("Money") is None

    def test_every_heading_has_a_place_in_the_strategy_it_comes_from(self) -> None:
        assert len(HEADINGS) == 5
        assert all(len(each.under("ncs-2008")) == 1 for each in HEADINGS)

    def test_where_a_framework_spreads_a_matter_it_has_no_place(self) -> None:
        health = national("Health & Wellbeing")
        assert health is not None
        assert health.under("cap-2018") == ()
        assert health.under("ncs-2010") == ("remaining healthy",)
        assert health.under("ncs-2014") == ("supporting carers to stay healthy",)
        assert health.under("no such framework") == ()

    def test_the_first_framework_was_published_on_10_june_2008(self) -> None:
        found = framework("ncs-2008")
        assert found is not None
        assert found.published == date(2008, 6, 10)
        assert framework("ncs-1999") is None

    def test_a_review_says_where_each_heading_stands_as_advice(self) -> None:
        record = having(priorities=[A_PRIORITY, ANOTHER], framework="cap-2018")
        found = only(record, "priorities.national-outcomes")
        assert [(each.subject, each.result) for each in found] == [
            ("breaks", Result.UNDETERMINED),
            ("money", Result.MET),
        ]
        assert found[1].permitted == ("employment and financial wellbeing",)
        assert not any(each.binding for each in found)

    def test_nothing_is_said_where_no_framework_is_named(self) -> None:
        assert only(having(framework=""), "priorities.national-outcomes") == []

    def test_a_framework_that_is_not_known_is_advice_that_names_those_that_are(self) -> None:
        (finding,) = only(having(framework="ncs-2009"), "priorities.national-outcomes")
        assert (finding.result, finding.binding) == (Result.UNDETERMINED, False)
        assert finding.measured == "ncs-2009"
        assert [each.field for each in finding.missing] == ["strategy.framework"]
        assert "ncs-2008" in finding.missing[0].expected


class TestEngagement:
    def test_carers_may_not_be_more_than_the_people(self) -> None:
        with pytest.raises(InvalidValueError, match="at most the 10 people"):
            Engagement("e", "group", EngagementKind.GROUP, people=10, carers=11)

    def test_all_ten_may_be_carers(self) -> None:
        held = Engagement("e", "group", EngagementKind.GROUP, people=10, carers=10)
        assert held.share_of_carers == "10 of 10"
        assert held.with_carers

    @pytest.mark.parametrize(
        ("parties", "carers", "took_part"),
        [
            (PartyKind.CARERS, None, True),
            (PartyKind.CARER_GROUP, None, True),
            ((), 1, True),
            ((), 0, False),
            (PartyKind.NHS_BODY, None, False),
            ((), None, False),
        ],
    )
    def test_whether_carers_took_part(
        self,
        parties: PartyKind | tuple[PartyKind, ...],
        carers: int | None,
        took_part: bool,  # noqa: FBT001 - what is expected
    ) -> None:
        held = Engagement("e", "who", EngagementKind.EVENT, parties, carers=carers)
        assert held.with_carers is took_part
        (finding,) = only(having(engagement=[held]), "engagement.carers")
        assert finding.result is (Result.MET if took_part else Result.UNDETERMINED)

    @pytest.mark.parametrize(
        ("planned", "result"),
        [(True, Result.UNDETERMINED), (False, Result.MET), (None, Result.MET)],
    )
    def test_what_is_only_planned_is_not_taken_for_done(
        self,
        planned: bool | None,  # noqa: FBT001 - yes, no or not recorded
        result: Result,
    ) -> None:
        held = Engagement("e", "carers", EngagementKind.EVENT, PartyKind.CARERS, planned=planned)
        (finding,) = only(having(engagement=[held]), "engagement.carers")
        assert finding.result is result

    def test_what_is_not_recorded_is_no_share(self) -> None:
        held = Engagement("e", "who", EngagementKind.EVENT, people=10)
        assert held.share_of_carers == ""

    def test_a_day_known_to_the_month_is_not_exact(self) -> None:
        kind = EngagementKind.EVENT
        assert Engagement("e", "who", kind, on=date(2009, 2, 12)).day_is_exact
        assert not Engagement("e", "who", kind, on=DateRange.month(2009, 2)).day_is_exact
        assert not Engagement("e", "who", kind).day_is_exact

    def test_a_time_of_day_is_no_day(self) -> None:
        with pytest.raises(InvalidValueError, match="without a time"):
            Engagement("e", "who", EngagementKind.EVENT, on=datetime(2009, 2, 12, 9, 30))

    def test_several_phases_may_be_given(self) -> None:
        held = Engagement(
            "e", "who", EngagementKind.CONTINUING, phases=[Phase.DRAFTING, Phase.IMPLEMENTATION]
        )
        assert held.phases == {Phase.DRAFTING, Phase.IMPLEMENTATION}
        assert Engagement("e", "w", EngagementKind.EVENT, phases=Phase.DRAFTING).phases == {
            Phase.DRAFTING
        }


class TestMinutes:
    ASKED = Point("p1", PointKind.QUESTION, "leader of a group")
    WANTED = Point("p2", PointKind.REQUEST, "leader of a group")
    SAID = Point("p3", PointKind.ANSWER, "manager", answers="p1", state=AnswerState.ANSWERED)

    def _minutes(self, *points: Point) -> Minutes:
        return Minutes("m", "cabinet", MINUTE, points=points)

    def test_a_question_is_answered_by_a_point_that_says_so(self) -> None:
        minutes = self._minutes(self.ASKED, self.WANTED, self.SAID)
        assert [each.reference for each in minutes.unanswered] == ["p2"]

    def test_only_an_answer_an_offer_or_an_observation_answers(self) -> None:
        with pytest.raises(InvalidValueError, match="unless the point is an answer"):
            Point("p4", PointKind.QUESTION, answers="p1")
        assert Point("p4", PointKind.OFFER, answers="p1").answers == ("p1",)

    def test_what_is_left_unanswered_is_advice(self) -> None:
        record = whole(minutes=[self._minutes(self.ASKED, self.SAID, self.WANTED)])
        (finding,) = only(record, "engagement.answered")
        assert finding.result is Result.UNDETERMINED
        assert finding.measured == ("p2",)
        assert reviewed(record).is_met

    def test_a_meeting_at_which_all_was_answered(self) -> None:
        record = whole(minutes=self._minutes(self.ASKED, self.SAID))
        (finding,) = only(record, "engagement.answered")
        assert finding.result is Result.MET

    @pytest.mark.parametrize("field", ["reports", "points", "undertakings", "matters", "resolved"])
    def test_each_part_is_of_its_kind(self, field: str) -> None:
        with pytest.raises(InvalidValueError) as refused:
            Minutes("m", "cabinet", MINUTE, **{field: ["words"]})  # type: ignore[arg-type]
        assert refused.value.field == field

    def test_a_point_is_made_once(self) -> None:
        with pytest.raises(InvalidValueError, match="p1"):
            self._minutes(self.ASKED, self.ASKED)

    def test_effects_may_be_one_or_several(self) -> None:
        both = [Prevention.PREVENT, Prevention.DELAY]
        assert Point("p", PointKind.OBSERVATION, effects=both).effects == set(both)
        alone = Point("p", PointKind.OBSERVATION, effects=Prevention.REDUCE)
        assert alone.effects == {Prevention.REDUCE}


class TestOtherParts:
    @pytest.mark.parametrize(
        ("make", "field"),
        [
            (lambda: Driver("d", "t", "a barrier"), "kind"),  # type: ignore[arg-type]
            (lambda: Driver("d", "t", DriverKind.BARRIER, topics="x"), "topics"),  # type: ignore[arg-type]
            (lambda: Choice("c", ()), "chosen"),
            (
                lambda: Choice("c", ("a", "b"), ChoiceKind.BALANCE, rather_than="c"),
                "rather_than",
            ),
            (lambda: MonitoringGroup("g", ""), "title"),
            (lambda: Report("r", "manager", "read"), "kind"),  # type: ignore[arg-type]
            (lambda: Undertaking("u", UndertakingKind.AIMED, due="soon"), "due"),  # type: ignore[arg-type]
            (lambda: Undertaking("u", UndertakingKind.AIMED, does=["ask"]), "does"),  # type: ignore[list-item]
            (lambda: Resolved("r", "", ResolvedKind.NOTED), "resolution"),
            (lambda: EngagementFinding("f", "t", about=("",)), "about"),
            (lambda: Priority("p", "h", needs=[""]), "needs"),
            (lambda: Aim("a", "t", topics=["x"]), "topics"),  # type: ignore[list-item]
            (lambda: Recognised("r", "young"), "group"),  # type: ignore[arg-type]
            (lambda: Related("r", Relation.PART_OF, "t", on="soon"), "on"),  # type: ignore[arg-type]
            (lambda: Document("d", "", DocumentKind.REPORT), "title"),
            (lambda: Content("c", ContentKind.VISION, ""), "held_in"),
            (lambda: Evidence("e", "t", EvidenceKind.STATISTIC, about=""), "about"),
            (lambda: Matter("m", "t", state="open"), "state"),  # type: ignore[arg-type]
            (lambda: OutcomeMeasure("m", "t", target=5), "target"),  # type: ignore[arg-type]
        ],
    )
    def test_what_can_never_be_is_refused(self, make: Callable[[], object], field: str) -> None:
        with pytest.raises(InvalidValueError) as refused:
            make()
        assert refused.value.field == field

    def test_a_balance_holds_both_sides(self) -> None:
        held = Choice("c", ("commissioning", "developing"), ChoiceKind.BALANCE)
        assert held.rather_than == ()

    def test_topics_may_be_one_or_several(self) -> None:
        assert Priority("p", "h", topics=Topic.BREAKS).topics == {Topic.BREAKS}
        assert Priority("p", "h", topics=[Topic.BREAKS, Topic.HEALTH]).topics == {
            Topic.BREAKS,
            Topic.HEALTH,
        }


class TestWhoWatchesOver:
    def test_a_strategy_that_nobody_watches_over_is_open(self) -> None:
        record = whole(
            strategy=having(monitoring=()).strategy,
            intentions=[],
            arrangements=[],
        )
        (finding,) = only(record, "monitoring.group")
        assert finding.result is Result.UNDETERMINED
        assert [each.field for each in finding.missing] == ["strategy.monitoring"]
