"""Links: followed both ways, broken where they lead to nothing, and what stands alone."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from tests.unit.commissioning.making import (
    CONTRACT,
    INTENTION,
    MINUTE,
    RESOLUTION,
    STRATEGY,
    TIMETABLE,
    changed,
    contract,
    having,
    intending,
    only,
    reviewed,
    whole,
)

from carerslib.awards import AWARD, Authority
from carerslib.carers.populations import Ages, Estimate, Population
from carerslib.commissioning import (
    CHAIN,
    Action,
    ActionPlan,
    Budget,
    CarerGroup,
    Choice,
    Content,
    ContentKind,
    Document,
    DocumentKind,
    Driver,
    DriverKind,
    EngagementFinding,
    Evidence,
    EvidenceKind,
    Minutes,
    MonitoringGroup,
    Node,
    NodeKind,
    OutcomeMeasure,
    Point,
    PointKind,
    Priority,
    Recognised,
    Resolved,
    ResolvedKind,
    Undertaking,
    UndertakingKind,
    trace,
)
from carerslib.commissioning.monitoring import Indicator
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange
from carerslib.services import BenefitView, Party, Service
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.commissioning import Portfolio

NEED = Node(NodeKind.NEED, "rest")
PRIORITY = Node(NodeKind.PRIORITY, "breaks")
BOUGHT = Node(NodeKind.INTENTION, "buy breaks")
FUNDED = Node(NodeKind.FUND, "carers fund")
POWER = Node(NodeKind.AUTHORITY, "award")
MADE = Node(NodeKind.CONTRACT, "C1")
MEASURED = Node(NodeKind.MEASURE, "rested")


class TestTheChain:
    HELD = trace(whole())

    def test_from_a_need_to_a_measure(self) -> None:
        chain = (PRIORITY, BOUGHT, FUNDED, POWER, MADE, MEASURED)
        found = self.HELD.all_onward(*NEED)
        assert tuple(each for each in found if each.kind in CHAIN) == chain

    def test_and_from_the_measure_back_to_the_need(self) -> None:
        chain = (NEED, PRIORITY, BOUGHT, FUNDED, POWER, MADE)
        assert self.HELD.all_back(*MEASURED) == chain

    @pytest.mark.parametrize(
        ("here", "there"),
        [
            (NEED, PRIORITY),
            (NEED, BOUGHT),
            (PRIORITY, BOUGHT),
            (BOUGHT, FUNDED),
            (BOUGHT, POWER),
            (BOUGHT, MADE),
            (FUNDED, POWER),
            (FUNDED, MADE),
            (POWER, MADE),
            (MADE, MEASURED),
            (BOUGHT, MEASURED),
            (BOUGHT, Node(NodeKind.TIMETABLE, "timetable")),
            (BOUGHT, Node(NodeKind.RESOLUTION, "cabinet")),
            (BOUGHT, Node(NodeKind.GROUP, "board")),
            (MADE, Node(NodeKind.RESOLUTION, "cabinet")),
            (Node(NodeKind.TIMETABLE, "timetable"), Node(NodeKind.RESOLUTION, "cabinet")),
        ],
    )
    def test_each_link_is_followed_at_once_in_both_directions(
        self, here: Node, there: Node
    ) -> None:
        assert there in self.HELD.onward(*here)
        assert here in self.HELD.back(*there)

    def test_nothing_leads_from_what_is_not_there(self) -> None:
        assert self.HELD.onward(NodeKind.NEED, "sleep") == ()
        assert self.HELD.all_back(NodeKind.NEED, "sleep") == ()

    def test_a_whole_record_has_nothing_broken_or_orphaned(self) -> None:
        assert (self.HELD.broken, self.HELD.orphaned) == ((), ())

    def test_a_trace_is_pickled_and_compares_equal(self) -> None:
        assert pickle.loads(pickle.dumps(self.HELD)) == self.HELD  # noqa: S301 - our own

    def test_a_node_and_a_link_are_told_in_words(self) -> None:
        assert str(PRIORITY) == "priority breaks"
        assert "need rest to priority breaks" in map(str, self.HELD.links)

    def test_a_budget_without_a_fund_leads_to_its_authority(self) -> None:
        held = trace(intending(budgets=Budget("", None, authority="award"), authorities=()))
        assert POWER in held.onward(*BOUGHT)

    def test_the_only_authority_of_a_resolution_is_the_one_relied_on(self) -> None:
        proposal = attrs.evolve(CONTRACT.proposal, relies_on="", reference="C1")
        record = whole(arrangements=[contract(proposal=proposal)])
        assert POWER in trace(record).back(*MADE)

    def test_of_several_authorities_none_is_taken_for_it(self) -> None:
        another = Authority("grant", RESOLUTION.source, powers=[AWARD])
        resolution = attrs.evolve(RESOLUTION, authorities=[*RESOLUTION.authorities, another])
        proposal = attrs.evolve(CONTRACT.proposal, relies_on="", reference="C1")
        record = whole(arrangements=[contract(proposal=proposal)], resolutions=resolution)
        assert POWER not in trace(record).back(*MADE)


class TestAnAuthorityOfAnotherResolution:
    SMALL = Authority("small", RESOLUTION.source, powers=[AWARD])
    ANOTHER = attrs.evolve(RESOLUTION, reference="another", authorities=[SMALL])

    def test_a_contract_cannot_rely_on_it(self) -> None:
        proposal = attrs.evolve(CONTRACT.proposal, relies_on="small", reference="C1")
        record = whole(
            resolutions=[RESOLUTION, self.ANOTHER], arrangements=[contract(proposal=proposal)]
        )
        (broken,) = trace(record).broken
        assert str(broken) == "authority small of cabinet to contract C1"
        assert broken.where == "contract C1: proposal.relies_on"
        assert reviewed(record).result is Result.NOT_MET

    def test_under_its_own_resolution_it_can(self) -> None:
        proposal = attrs.evolve(CONTRACT.proposal, relies_on="small", reference="C1")
        made = contract(proposal=proposal, resolution="another")
        record = whole(resolutions=[RESOLUTION, self.ANOTHER], arrangements=[made])
        assert trace(record).broken == ()

    def test_under_no_resolution_of_the_record_the_authority_is_not_what_is_broken(self) -> None:
        held = trace(whole(arrangements=[contract(resolution="lost")]))
        assert [each.field for each in held.broken] == ["resolution"]


class TestBroken:
    @pytest.mark.parametrize(
        ("record", "told"),
        [
            (intending(priorities="x"), "priority x to intention buy breaks"),
            (intending(needs="x"), "need x to intention buy breaks"),
            (intending(measures="x"), "intention buy breaks to measure x"),
            (intending(authorities="x"), "intention buy breaks to authority x"),
            (intending(approved_by="x"), "intention buy breaks to resolution x"),
            (intending(timetable="x"), "intention buy breaks to timetable x"),
            (intending(monitored_by="x"), "intention buy breaks to monitoring group x"),
            (
                intending(budgets=Budget("x", INTENTION.budgets[0].amounts)),
                "intention buy breaks to fund x",
            ),
            (having(priorities=[Priority("breaks", "h", needs="x")]), "need x to priority breaks"),
            (
                whole(timetables=attrs.evolve(TIMETABLE, approved_by="x")),
                "timetable timetable to resolution x",
            ),
            (whole(arrangements=[contract(intentions="x")]), "intention x to contract C1"),
            (whole(arrangements=[contract(funds="x")]), "fund x to contract C1"),
            (whole(arrangements=[contract(measures="x")]), "contract C1 to measure x"),
            (whole(arrangements=[contract(resolution="x")]), "contract C1 to resolution x"),
        ],
    )
    def test_a_reference_to_nothing_is_not_met_and_told(self, record: Portfolio, told: str) -> None:
        (finding,) = only(record, "traceability.broken")
        assert (finding.result, finding.measured) == (Result.NOT_MET, told)
        assert reviewed(record).result is Result.NOT_MET

    def test_where_the_reference_stands_is_told(self) -> None:
        (finding,) = only(intending(priorities="x"), "traceability.broken")
        assert finding.subject == "intention buy breaks: priorities"

    def test_links_that_all_lead_somewhere_are_counted(self) -> None:
        (finding,) = only(whole(), "traceability.broken")
        assert (finding.result, finding.measured) == (Result.MET, 17)

    def test_a_record_without_links_has_none_to_follow(self) -> None:
        strategy = attrs.evolve(
            STRATEGY, priorities=(), needs=(), monitoring=(), priorities_stated=None
        )
        record = attrs.evolve(
            whole(), strategy=strategy, intentions=(), arrangements=(), timetables=()
        )
        assert only(record, "traceability.broken") == []


class TestOrphaned:
    @pytest.mark.parametrize(
        ("record", "told"),
        [
            (having(needs=[*STRATEGY.needs, attrs.evolve(STRATEGY.needs[0], reference="x")]), "x"),
            (having(priorities=[*STRATEGY.priorities, Priority("x", "X")]), "x"),
            (intending(priorities=(), needs=()), "breaks"),
            (whole(arrangements=[contract(intentions=())]), "C1"),
        ],
    )
    def test_what_stands_alone_is_open(self, record: Portfolio, told: str) -> None:
        found = [each for each in only(record, "traceability.orphaned") if each.binding]
        assert told in [each.subject for each in found]
        assert {each.result for each in found} == {Result.UNDETERMINED}
        assert reviewed(record).result is not Result.MET

    def test_a_measure_that_nothing_names_is_advice(self) -> None:
        measures = [*whole().measures, OutcomeMeasure("x", "X")]
        (finding,) = only(whole(measures=measures), "traceability.orphaned")
        assert (finding.subject, finding.binding) == ("x", False)

    def test_so_are_a_fund_and_an_authority_that_nothing_uses(self) -> None:
        record = whole(intentions=(), arrangements=())
        found = only(record, "traceability.orphaned")
        advice = [each.subject for each in found if not each.binding]
        assert advice == ["carers fund", "award", "rested"]

    def test_a_priority_that_an_action_serves_does_not_stand_alone(self) -> None:
        plan = ActionPlan(
            reference="plan",
            title="Plan",
            actions=[Action(reference="a1", number="1", title="Talk", priority="money")],
        )
        priorities = [*STRATEGY.priorities, Priority("money", "Money")]
        record = attrs.evolve(having(priorities=priorities), plans=plan)
        assert only(record, "traceability.orphaned") == []
        assert Node(NodeKind.ACTION, "a1") in trace(record).onward(NodeKind.PRIORITY, "money")

    def test_an_action_may_carry_out_an_intention_and_name_a_measure(self) -> None:
        action = Action(
            reference="a1",
            number="1",
            title="Talk",
            intentions="buy breaks",
            measures=["rested", "surveyed"],
        )
        held = trace(whole(plans=[ActionPlan(reference="plan", title="Plan", actions=[action])]))
        here = Node(NodeKind.ACTION, "a1")
        assert here in held.onward(*BOUGHT)
        assert held.onward(*here) == (MEASURED,)
        assert [str(each) for each in held.broken] == ["action a1 to indicator surveyed"]

    def test_a_measure_leads_to_the_indicator_that_is_counted(self) -> None:
        measures = [OutcomeMeasure("rested", "Rested", indicator="survey")]
        counted = whole(
            measures=measures, indicators=[Indicator(reference="survey", title="Survey")]
        )
        assert trace(counted).onward(*MEASURED) == (Node(NodeKind.INDICATOR, "survey"),)
        assert len(trace(whole(measures=measures)).broken) == 1


def _talked(**changes: Any) -> tuple[Minutes, ...]:  # noqa: ANN401 - any field of the answer
    """Give two meetings: what was asked at the first is answered at the second."""
    asked = Point("asked", PointKind.QUESTION, "a member")
    answer = Point("answer", PointKind.ANSWER, "a manager", answers="asked", follow_up="letter")
    first = Minutes("june", "the board", MINUTE, points=[asked])
    later = Minutes(
        "july",
        "the board",
        MINUTE,
        points=[attrs.evolve(answer, **changes)],
        undertakings=[Undertaking("letter", UndertakingKind.PROMISED)],
        resolved=[Resolved("a", "cabinet", ResolvedKind.APPROVED)],
    )
    return first, later


ABOUT: Final = Population(area="Anyshire", ages=Ages(18), definition="CEN21")
COUNTED: Final = Estimate("census", 17_000, ABOUT, MINUTE, DateRange.year(2021))
FEWER: Final = attrs.evolve(COUNTED, reference="less", count=9_000, fewer_than="census")
RICH: Final = attrs.evolve(
    STRATEGY,
    needs=[attrs.evolve(STRATEGY.needs[0], evidence=["talks", "census", "tired"])],
    documents=[
        Document("plan", "Plan", DocumentKind.ACTION_PLAN, part_of="strategy"),
        Document("page", "Page 3", DocumentKind.APPENDIX, part_of="plan"),
    ],
    contents=[Content("how", ContentKind.HOW, "plan")],
    engagement=[attrs.evolve(STRATEGY.engagement[0], shaped="buy breaks")],
    findings=[EngagementFinding("tired", "They are tired", from_="focus")],
    evidence=[Evidence("talks", "Talks", EvidenceKind.CONSULTATION, about=["focus", "census"])],
    drivers=[Driver("money", "Less money", DriverKind.RESOURCES_LIMITED)],
    recognised=[Recognised("older", CarerGroup.OLDER)],
    choices=[Choice("few", "Few services", because=["money", "talks", "census", "older"])],
    monitoring=[MonitoringGroup("board", "Carers partnership", ["strategy", "plan"])],
)
ACTION: Final = Action(reference="a1", number="1", title="Talk", because="survey")
BESIDE: Final = whole(
    strategy=RICH,
    minutes=_talked(),
    plans=ActionPlan(reference="plan", title="Plan", actions=[ACTION]),
    indicators=[Indicator(reference="survey", title="Survey")],
    statements=[COUNTED, FEWER],
    services=[
        Service(reference="sitting", title="Sitting", part_of="pathway", integral_with="advice"),
        Service(reference="pathway", title="Pathway"),
        Service(reference="advice", title="Advice"),
    ],
    views=[BenefitView(reference="seen", by="a member", about="sitting", seen_as=Party.CARER)],
)


def _within(part: str, place: int, field: str, portfolio: Portfolio = BESIDE) -> Portfolio:
    """Give the record with a part of its strategy that names what is not there."""
    held = list(getattr(portfolio.strategy, part))
    held[place] = changed(held[place], **{field: "lost"})
    return changed(portfolio, strategy=changed(portfolio.strategy, **{part: held}))


def _listed(part: str, place: int, **changes: str) -> Portfolio:
    held = list(getattr(BESIDE, part))
    held[place] = changed(held[place], **changes)
    return changed(BESIDE, **{part: held})


class TestBesideTheChain:
    """Why a strategy says what it says, what is where, and what was answered."""

    @pytest.mark.parametrize(
        ("here", "there"),
        [
            ("evidence talks", "need rest"),
            ("figure census", "need rest"),
            ("finding of engagement tired", "need rest"),
            ("engagement focus", "finding of engagement tired"),
            ("engagement focus", "evidence talks"),
            ("figure census", "evidence talks"),
            ("engagement focus", "intention buy breaks"),
            ("driver money", "choice few"),
            ("evidence talks", "choice few"),
            ("figure census", "choice few"),
            ("group of carers older", "choice few"),
            ("strategy strategy", "document plan"),
            ("document plan", "document page"),
            ("document plan", "content how"),
            ("action plan plan", "content how"),
            ("strategy strategy", "monitoring group board"),
            ("document plan", "monitoring group board"),
            ("action plan plan", "monitoring group board"),
            ("point asked", "point answer"),
            ("point answer", "undertaking letter"),
            ("resolution cabinet", "paragraph of a resolution a"),
            ("indicator survey", "action a1"),
            ("figure census", "figure less"),
            ("service pathway", "service sitting"),
            ("service advice", "service sitting"),
            ("service sitting", "view of a service seen"),
        ],
    )
    def test_each_reference_is_followed_at_once_in_both_directions(
        self, here: str, there: str
    ) -> None:
        held = trace(BESIDE)
        by_name = {str(node): node for node in held.nodes}
        assert by_name[there] in held.onward(*by_name[here])
        assert by_name[here] in held.back(*by_name[there])

    def test_none_is_broken_and_each_thing_stands_there_once(self) -> None:
        held = trace(BESIDE)
        assert held.broken == ()
        assert len(held.nodes) == len(set(held.nodes))

    def test_the_need_is_followed_back_to_those_who_took_part(self) -> None:
        assert Node(NodeKind.ENGAGEMENT, "focus") in trace(BESIDE).all_back(*MEASURED)

    @pytest.mark.parametrize(
        ("record", "told", "where"),
        [
            (_within("needs", 0, "evidence"), "evidence lost to need rest", "need rest: evidence"),
            (
                _within("documents", 0, "part_of"),
                "document lost to document plan",
                "document plan: part_of",
            ),
            (
                _within("contents", 0, "held_in"),
                "document lost to content how",
                "content how: held_in",
            ),
            (
                _within("engagement", 0, "shaped"),
                "engagement focus to intention lost",
                "engagement focus: shaped",
            ),
            (
                _within("findings", 0, "from_"),
                "engagement lost to finding of engagement tired",
                "finding of engagement tired: from_",
            ),
            (
                _within("evidence", 0, "about"),
                "figure lost to evidence talks",
                "evidence talks: about",
            ),
            (
                _within("choices", 0, "because"),
                "driver lost to choice few",
                "choice few: because",
            ),
            (
                _within("monitoring", 0, "monitors"),
                "document lost to monitoring group board",
                "monitoring group board: monitors",
            ),
            (
                changed(BESIDE, minutes=_talked(answers="lost")),
                "point lost to point answer",
                "point answer: answers",
            ),
            (
                changed(BESIDE, minutes=_talked(follow_up="lost")),
                "point answer to undertaking lost",
                "point answer: follow_up",
            ),
            (
                changed(
                    BESIDE,
                    minutes=Minutes(
                        "m",
                        "the board",
                        MINUTE,
                        resolved=[Resolved("a", "lost", ResolvedKind.NOTED)],
                    ),
                ),
                "resolution lost to paragraph of a resolution a",
                "paragraph of a resolution a: resolution",
            ),
            (
                changed(
                    BESIDE,
                    plans=ActionPlan(
                        reference="plan",
                        title="Plan",
                        actions=[attrs.evolve(ACTION, because="lost")],
                    ),
                ),
                "indicator lost to action a1",
                "action a1: because",
            ),
            (_listed("statements", 1, fewer_than="lost"), "figure lost to figure less", ""),
            (_listed("statements", 1, derived_from="lost"), "figure lost to figure less", ""),
            (_listed("services", 0, part_of="lost"), "service lost to service sitting", ""),
            (_listed("services", 0, integral_with="lost"), "service lost to service sitting", ""),
            (_listed("views", 0, about="lost"), "service lost to view of a service seen", ""),
        ],
    )
    def test_one_to_what_is_not_there_is_not_met_and_told(
        self, record: Portfolio, told: str, where: str
    ) -> None:
        (finding,) = only(record, "traceability.broken")
        assert (finding.result, finding.measured) == (Result.NOT_MET, told)
        assert finding.subject.startswith(where)

    def test_taking_part_gives_an_intention_no_purpose(self) -> None:
        """That somebody helped to shape it does not say which need or priority it is for."""
        bare = attrs.evolve(INTENTION, priorities=(), needs=())
        found = trace(changed(BESIDE, intentions=[bare])).orphaned
        assert BOUGHT in found

    def test_what_is_answered_at_a_later_meeting_is_answered(self) -> None:
        asked = {each.subject: each.result for each in only(BESIDE, "engagement.answered")}
        assert asked == {"june": Result.MET, "july": Result.MET}
        (first, _) = BESIDE.minutes
        (alone,) = only(changed(BESIDE, minutes=[first]), "engagement.answered")
        assert [each.field for each in alone.missing] == ["points['asked']"]

    @pytest.mark.parametrize(
        ("field", "held"),
        [
            ("points", Point("asked", PointKind.QUESTION)),
            ("undertakings", Undertaking("letter", UndertakingKind.PROMISED)),
            ("resolved", Resolved("a", "cabinet", ResolvedKind.NOTED)),
        ],
    )
    def test_what_is_named_by_its_reference_alone_is_there_once(
        self, field: str, held: object
    ) -> None:
        again = changed(Minutes("again", "the board", MINUTE), **{field: [held]})
        with pytest.raises(InvalidValueError) as refused:
            changed(BESIDE, minutes=[*BESIDE.minutes, again])
        assert refused.value.field == field

    def test_so_is_an_action_among_all_plans(self) -> None:
        again = ActionPlan(reference="another", title="Another", actions=[ACTION])
        with pytest.raises(InvalidValueError, match="a1") as refused:
            changed(BESIDE, plans=[*BESIDE.plans, again])
        assert refused.value.field == "actions"


def test_only_a_portfolio_is_traced() -> None:
    wrong: Any = STRATEGY
    with pytest.raises(InvalidValueError, match="expected a Portfolio, got 'Strategy'"):
        trace(wrong)
