"""Herefordshire, 2017: the whole of the cabinet's minute on the carers strategy.

Everything that the minute states is written down here in the types of the library, and nothing
besides: what it does not say stays open. The table of its sentences is in
``herefordshire_2017_sentences``. The resolution is that of the example, which judges awards under
it.
"""

# ruff: noqa: RUF001 - the words of the record keep the marks that they have there

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from carerslib.assessments.strengths import Source
from carerslib.carers.populations import (
    Certainty,
    Estimate,
    Group,
    Inclusion,
    Population,
    Proportion,
    Unstated,
)
from carerslib.citations import Citation
from carerslib.commissioning import (
    Aim,
    AnswerState,
    CarerGroup,
    Choice,
    Claim,
    CommissioningIntention,
    Content,
    ContentKind,
    Deed,
    Document,
    DocumentKind,
    DocumentStatus,
    Driver,
    DriverKind,
    Engagement,
    EngagementFinding,
    EngagementKind,
    Evidence,
    EvidenceKind,
    Horizon,
    IntentionStatus,
    IntentionType,
    Milestone,
    MilestoneKind,
    Minutes,
    OutcomeMeasure,
    PartyKind,
    Phase,
    Point,
    PointKind,
    Portfolio,
    Prevention,
    Priority,
    PriorityStanding,
    Recognised,
    Related,
    Relation,
    Report,
    ReportKind,
    Resolved,
    ResolvedKind,
    Scope,
    SetBeside,
    Strategy,
    Timetable,
    Topic,
    Undertaking,
    UndertakingKind,
    part_of_month,
)
from carerslib.commissioning.monitoring import (
    Awaited,
    BreakReturn,
    FailingClaim,
    Ground,
    Measure,
    Move,
    Movement,
    TakeUpLevel,
    TakeUpReport,
)
from carerslib.law.care_act_2014 import CARE_ACT_2014
from carerslib.periods import DateRange
from carerslib.services import (
    BenefitView,
    Importance,
    Party,
    Reach,
    Service,
    ServiceStatus,
    System,
    kind_of,
)

if TYPE_CHECKING:
    from carerslib.awards import Resolution

__all__ = ["MINUTE", "RESOLUTION", "portfolio"]

EXAMPLE: Final = Path(__file__).parents[2] / "docs" / "examples" / "herefordshire_2017.py"
MINUTE: Final = Citation.record(
    "Herefordshire Council cabinet, carers strategy for Herefordshire, 2017",
    url="http://councillors.herefordshire.gov.uk/mgAi.aspx?ID=47529",
)
GIVEN: Final[Resolution] = runpy.run_path(str(EXAMPLE))["RESOLUTION"]
# The minute gives no day. It looks back on January 2017, and forward to tendering in mid-September.
RESOLVED_ON: Final = DateRange(date(2017, 1, 1), part_of_month("early", 2017, 9).last)
RESOLUTION: Final = attrs.evolve(
    GIVEN,
    resolved_on=RESOLVED_ON,
    paragraphs=[
        MINUTE.at("(a)").quoting("the draft joint carers strategy for Herefordshire be approved"),
        MINUTE.at("(b)").quoting("the commissioning intentions at appendix 2"),
    ],
)
RESOLVED: Final = RESOLUTION.reference

COUNCIL: Final = "Herefordshire Council"
COUNTY: Final = "Herefordshire"
CABINET_MEMBER: Final = "cabinet member for young people and children’s wellbeing"
MANAGER: Final = "strategic wellbeing and housing manager"
INDEPENDENTS: Final = "representative of the Herefordshire Independent’s group"
LIBERAL_DEMOCRATS: Final = "leader of the Liberal Democrat group"
ITS_OUR_COUNTY: Final = "leader of the It’s Our County! group"
GREENS: Final = "leader of the green group"
SCRUTINY: Final = "vice chairman of the adults and wellbeing scrutiny committee"
AUTUMN_2017: Final = DateRange(date(2017, 9, 1), date(2017, 11, 30))

_ENGAGEMENT: Final = (
    Engagement(
        "ccg",
        "clinical commissioning group",
        EngagementKind.CONSULTATION,
        parties=PartyKind.NHS_BODY,
        phases=Phase.DRAFTING,
    ),
    Engagement(
        "partners",
        "other partners",
        EngagementKind.CONSULTATION,
        parties=PartyKind.PARTNER,
        phases=Phase.DRAFTING,
    ),
    Engagement(
        "carers",
        "carers",
        EngagementKind.CONSULTATION,
        parties=PartyKind.CARERS,
        phases=Phase.DRAFTING,
    ),
    Engagement(
        "carers-later",
        "carers",
        EngagementKind.CONTINUING,
        parties=PartyKind.CARERS,
        phases=[Phase.IMPLEMENTATION, Phase.COMMISSIONING],
        planned=True,
    ),
    Engagement(
        "focus-group",
        "focus group of carers",
        EngagementKind.FOCUS_GROUP,
        parties=PartyKind.CARERS,
        phases=Phase.COMMISSIONING,
        people=10,
        carers=10,
        shaped="recommissioning",
    ),
    Engagement(
        "group-proposals",
        "It’s Our County! group",
        EngagementKind.PROPOSALS,
        parties=PartyKind.COUNCILLORS,
        phases=Phase.DRAFTING,
        shaped="voucher",
    ),
)
_DRIVERS: Final = (
    Driver(
        "barriers",
        "barriers to well-being",
        DriverKind.BARRIER,
        ["well-being of carers", "well-being of those they care for"],
        by=CABINET_MEMBER,
        topics=Topic.HEALTH,
    ),
    Driver(
        "limited",
        "limited resources to invest in services for carers",
        DriverKind.RESOURCES_LIMITED,
        ["smarter", "universal"],
        Scope.LOCAL,
    ),
    Driver(
        "reducing",
        "reducing resources",
        DriverKind.RESOURCES_REDUCING,
        ["universal", "neighbourhood"],
        Scope.LOCAL,
        MANAGER,
    ),
    Driver(
        "duties",
        "duties to assess the needs of carers",
        DriverKind.STATUTORY_DUTY,
        "carers",
        Scope.NATIONAL,
        MANAGER,
        CARE_ACT_2014.at("section 10"),
        Topic.ASSESSMENT,
    ),
    Driver(
        "words",
        "different words for breaks",
        DriverKind.TERMINOLOGY,
        ["breaks", System.CHILDREN, System.ADULTS, System.HEALTH],
        Scope.LOCAL,
        MANAGER,
    ),
    Driver(
        "pressure",
        "pressure on community based services",
        DriverKind.DEMAND,
        "community-services",
        Scope.LOCAL,
        GREENS,
    ),
    Driver(
        "prices",
        "providers increase prices",
        DriverKind.PRICES_RISING,
        "community-services",
        Scope.LOCAL,
        GREENS,
    ),
    Driver(
        "neighbourhood",
        "a shift toward neighbourhood and family support",
        DriverKind.TREND,
        "capacity",
        Scope.LOCAL,
        MANAGER,
    ),
)
_CHOICES: Final = (
    Choice(
        "smarter",
        ["smarter ways of working", "enhancing what there is", "greater awareness"],
        because="limited",
        by=CABINET_MEMBER,
    ),
    Choice(
        "strategic",
        "strategic change",
        rather_than="specialist services",
        because="34,000",
        by=CABINET_MEMBER,
        topics=Topic.SERVICES_MARKET,
    ),
    Choice(
        "universal",
        ["more effective and accessible universal services", "helping carers navigate the system"],
        rather_than="specialist services for individual carers",
        because=["limited", "reducing"],
        by=MANAGER,
        topics=[Topic.SERVICES_MARKET, Topic.INFORMATION],
    ),
    Choice("whole", ["whole person", "whole system"], because="many-roles", by=MANAGER),
    Choice(
        "strengths",
        [str(each) for each in (Source.CARER, Source.CARED_FOR, Source.COMMUNITY)],
        because="duties",
        by=MANAGER,
        topics=Topic.ASSESSMENT,
    ),
)
_PRIORITIES: Final = (
    Priority("young", "young carers", Topic.YOUNG_TRANSITION),
    Priority(
        "universal",
        "universal services",
        Topic.SERVICES_MARKET,
        standing=PriorityStanding.NEW_EMPHASIS,
    ),
    Priority(
        "information",
        "information and advice",
        Topic.INFORMATION,
        standing=PriorityStanding.NEW_EMPHASIS,
    ),
    Priority(
        "mutual",
        "mutual support and networking",
        Topic.COMMUNITY_RECOGNITION,
        standing=PriorityStanding.NEW_EMPHASIS,
    ),
)
_DIRECTION: Final = (
    ContentKind.DIRECTION,
    ContentKind.VISION,
    ContentKind.PRIORITIES,
    ContentKind.OUTCOMES,
)
_DETAILS: Final = (ContentKind.HOW, ContentKind.WHEN, ContentKind.MEANS)

STRATEGY: Final = Strategy(
    reference="strategy",
    title="Carers strategy for Herefordshire",
    bodies=COUNCIL,
    joint=True,
    source=MINUTE,
    status=DocumentStatus.DRAFT,
    horizon=Horizon.MEDIUM_TO_LONG,
    defines_carer=False,
    priorities=_PRIORITIES,
    priorities_stated=6,
    aims=[Aim("access", "access to the best services", Topic.SERVICES_MARKET)],
    recognised=[
        Recognised("many-roles", CarerGroup.MANY_ROLES, may_not_see_themselves_as_carers=True),
        Recognised("older", CarerGroup.OLDER, may_be_vulnerable=True),
        Recognised(
            "young", CarerGroup.YOUNG, may_be_vulnerable=True, may_not_see_themselves_as_carers=True
        ),
        Recognised("other-needs", CarerGroup.OTHER_NEEDS, may_be_vulnerable=True),
    ],
    related=[
        Related(
            "approach",
            Relation.PART_OF,
            "strategic approach to wellbeing and prevention",
            status=DocumentStatus.EMERGING,
        ),
        Related("earlier", Relation.BUILDS_ON, "previous strategies"),
    ],
    documents=[
        Document(
            "implementation",
            "implementation plan",
            DocumentKind.IMPLEMENTATION_PLAN,
            DocumentStatus.PLANNED,
        ),
        Document("report", "report to cabinet", DocumentKind.REPORT),
        Document(
            "proposals",
            "the group's proposals",
            DocumentKind.REPORT,
            None,
            "paragraph 32",
            "report",
        ),
        Document("timetable", "timetable", DocumentKind.REPORT, None, "paragraph 13", "report"),
        Document(
            "intentions", "commissioning intentions", DocumentKind.APPENDIX, None, "appendix 2"
        ),
        Document(
            "breaks", "figures on breaks", DocumentKind.STRATEGY, None, "paragraph 2.4", "strategy"
        ),
    ],
    contents=[
        *(Content(each.name.lower(), each, "strategy") for each in _DIRECTION),
        *(Content(each.name.lower(), each, "implementation") for each in _DETAILS),
        Content("figures", ContentKind.FIGURES, "breaks"),
        Content("proposals", ContentKind.PROPOSALS, "proposals"),
    ],
    engagement=_ENGAGEMENT,
    findings=[
        EngagementFinding(
            "right-services",
            "services for the person cared for, when and how they are needed",
            Topic.SERVICES_MARKET,
            about="the person cared for",
            from_="carers",
            matters_most=True,
            by=MANAGER,
        )
    ],
    evidence=[
        Evidence(
            "earlier-work",
            "work of the previous few years",
            EvidenceKind.EARLIER_WORK,
            about="strategy",
        ),
        Evidence("numbers", "the number of carers", EvidenceKind.STATISTIC, about="34,000"),
    ],
    drivers=_DRIVERS,
    choices=_CHOICES,
)

_INTENTIONS: Final = (
    CommissioningIntention(
        reference="recommissioning",
        title="services for carers recommissioned",
        type=IntentionType.RECOMMISSION,
        source=MINUTE,
        beneficiaries="carers",
        start=DateRange.month(2018, 4),
        status=IntentionStatus.APPROVED,
        approved_by=RESOLVED,
        authorities="c",
        timetable="timetable",
    ),
    CommissioningIntention(
        reference="universal",
        title="more effective and accessible universal services",
        type=IntentionType.UNIVERSAL_ACCESS,
        source=MINUTE,
        priorities="universal",
        beneficiaries="carers",
    ),
    CommissioningIntention(
        reference="information",
        title="additional focussed information for carers",
        type=IntentionType.INFORMATION,
        source=MINUTE,
        priorities="information",
        service="carers-information",
        beneficiaries="carers",
        status=IntentionStatus.BEING_FINALISED,
    ),
    CommissioningIntention(
        reference="capacity",
        title="community capacity",
        type=IntentionType.DEVELOP_VCS,
        source=MINUTE,
        beneficiaries="vulnerable people",
        status=IntentionStatus.UNDER_WAY,
    ),
    CommissioningIntention(
        reference="voucher",
        title="a voucher or discount scheme",
        type=IntentionType.EXPLORE,
        source=MINUTE,
        beneficiaries="carers",
        asked_by=ITS_OUR_COUNTY,
        status=IntentionStatus.TO_BE_CONSIDERED,
        cost_reviewed=False,
    ),
    CommissioningIntention(
        reference="village-halls",
        title="outreach in more rural areas",
        type=IntentionType.EXPLORE,
        source=MINUTE,
        service="outreach",
        places="village halls",
        asked_by=SCRUTINY,
        status=IntentionStatus.REQUESTED,
    ),
)
_TIMETABLE: Final = Timetable(
    "timetable",
    "procurement of services for carers",
    MINUTE.at("paragraph 13"),
    [
        Milestone("focus-group", "details worked through with carers", MilestoneKind.ENGAGEMENT),
        Milestone(
            "tender",
            "competitive tendering begins",
            MilestoneKind.TENDER_OPENS,
            part_of_month("mid", 2017, 9),
        ),
        Milestone(
            "services",
            "services for carers",
            MilestoneKind.SERVICE_STARTS,
            DateRange.month(2018, 4),
        ),
    ],
    approved_by=RESOLVED,
)

_STATEMENTS: Final = (
    Estimate(
        "34,000",
        34_000,
        Population(area=COUNTY, definition=Unstated.NONE_USED),
        MINUTE.quoting("estimated to be about 34,000 in Herefordshire"),
        about=True,
    ),
    Estimate(
        "34,200",
        34_200,
        Population(area=COUNTY, definition=Unstated.NONE_USED),
        MINUTE.quoting("the 34,200 carers identified in the strategy"),
        accurate=False,
        includes={Group.YOUNG: Inclusion.IN_PRINCIPLE},
        seldom_recognise_themselves=[Group.YOUNG],
    ),
    Estimate(
        "substantial care",
        None,
        Population(area=COUNTY, definition="substantial caring duties"),
        MINUTE.quoting("would be smaller than the 34,000 figure"),
        fewer_than="34,000",
    ),
    Estimate(
        "700,000",
        700_000,
        Population(area="nationally", among="young carers"),
        MINUTE.quoting("referenced 700,000 young carers nationally"),
        DateRange.month(2017, 1),
        certainty=Certainty.QUOTED,
        includes={Group.YOUNG: Inclusion.YES},
    ),
    Proportion(
        "1 in 12",
        1,
        12,
        Population(area="nationally", among="secondary age pupils"),
        MINUTE.quoting("1 in every 12 secondary age pupils"),
        DateRange.month(2017, 1),
        certainty=Certainty.QUOTED,
    ),
    Estimate(
        "young carers here",
        None,
        Population(area=COUNTY),
        MINUTE.quoting("the potential number of young carers in the county"),
        derived_from="1 in 12",
        includes={Group.YOUNG: Inclusion.YES},
    ),
)

_POINTS: Final = (
    Point("thanks", PointKind.THANKS, CABINET_MEMBER, "all who contributed"),
    Point(
        "contribution",
        PointKind.OBSERVATION,
        CABINET_MEMBER,
        ["strategy", "contribution of carers"],
        Topic.COMMUNITY_RECOGNITION,
        claim=Claim.IMPORTANT,
    ),
    Point(
        "prevention",
        PointKind.OBSERVATION,
        MANAGER,
        "carers",
        [Topic.COMMUNITY_RECOGNITION, Topic.HEALTH],
        claim=Claim.IMPORTANT,
        effects=[Prevention.PREVENT, Prevention.DELAY],
    ),
    Point("invitation", PointKind.INVITATION, about="group leaders"),
    Point("independents", PointKind.WELCOME, INDEPENDENTS, ["strategy", "earlier-work"]),
    Point(
        "identifying",
        PointKind.OBSERVATION,
        INDEPENDENTS,
        ["young carers", "carers known to their GPs"],
        Topic.IDENTIFICATION,
        claim=Claim.IMPORTANT,
    ),
    Point("definition", PointKind.QUESTION, LIBERAL_DEMOCRATS, "definition of a carer"),
    Point(
        "most-in-need",
        PointKind.SUGGESTION,
        LIBERAL_DEMOCRATS,
        ["resources", "those most in need of support"],
        Topic.ASSESSMENT,
    ),
    Point(
        "no-definition",
        PointKind.ANSWER,
        MANAGER,
        ["definition of a carer", "strategy"],
        answers="definition",
        state=AnswerState.ANSWERED,
    ),
    Point(
        "smaller",
        PointKind.OBSERVATION,
        MANAGER,
        ["substantial care", "34,000"],
        answers="definition",
        claim=Claim.SMALLER_THAN,
    ),
    Point(
        "need-and-amount",
        PointKind.OBSERVATION,
        MANAGER,
        ["need for support", "amount of care"],
        Topic.ASSESSMENT,
        claim=Claim.NOT_CORRELATED,
    ),
    Point(
        "too-many",
        PointKind.OBSERVATION,
        MANAGER,
        "substantial care",
        claim=Claim.STILL_TOO_MANY,
    ),
    Point(
        "still-strategic",
        PointKind.OBSERVATION,
        MANAGER,
        "strategic",
        answers="most-in-need",
        claim=Claim.STILL_REQUIRED,
    ),
    Point("our-county", PointKind.WELCOME, ITS_OUR_COUNTY, "strategy"),
    Point("considered", PointKind.THANKS, ITS_OUR_COUNTY, ["group-proposals", "proposals"]),
    Point(
        "unpaid-work",
        PointKind.SUGGESTION,
        ITS_OUR_COUNTY,
        ["unpaid work of carers", "reward"],
        Topic.COMMUNITY_RECOGNITION,
        claim=Claim.IMPORTANT,
    ),
    Point("voucher", PointKind.REQUEST, ITS_OUR_COUNTY, "voucher", follow_up="explore-voucher"),
    Point(
        "voucher-answer",
        PointKind.ANSWER,
        MANAGER,
        "voucher",
        answers="voucher",
        state=AnswerState.UNDER_REVIEW,
        follow_up="review-voucher",
    ),
    Point("young-included", PointKind.QUESTION, ITS_OUR_COUNTY, ["34,200", "young carers"]),
    Point("norms", PointKind.QUESTION, ITS_OUR_COUNTY, ["34,200", "national norms"]),
    Point(
        "in-principle",
        PointKind.ANSWER,
        MANAGER,
        "34,200",
        answers="young-included",
        state=AnswerState.ANSWERED,
        claim=Claim.NOT_CERTAIN,
    ),
    Point(
        "unrecognised",
        PointKind.OBSERVATION,
        MANAGER,
        "young carers",
        Topic.IDENTIFICATION,
        claim=Claim.UNDER_RECOGNISED,
    ),
    Point("figures", PointKind.QUESTION, ITS_OUR_COUNTY, "breaks", Topic.BREAKS),
    Point(
        "figures-answer",
        PointKind.ANSWER,
        MANAGER,
        "breaks",
        Topic.BREAKS,
        answers="figures",
        state=AnswerState.PROMISED,
        follow_up="publish-figures",
    ),
    Point(
        "figures-offer",
        PointKind.OFFER,
        MANAGER,
        "breaks",
        answers="figures",
        follow_up="write",
    ),
    Point("seen-as", PointKind.OBSERVATION, GREENS, "short-breaks", Topic.BREAKS),
    Point("worth", PointKind.SUGGESTION, GREENS, ["worth", "short-breaks"], Topic.BREAKS),
    Point("pressure", PointKind.CONCERN, GREENS, ["pressure", "prices", "self-funders"]),
    Point("failing", PointKind.CONCERN, GREENS, "community-services"),
    Point("monitoring", PointKind.QUESTION, GREENS, ["community-services", "unmet needs"]),
    Point("shift", PointKind.OBSERVATION, MANAGER, ["reducing", "neighbourhood"]),
    Point(
        "capacity",
        PointKind.OBSERVATION,
        MANAGER,
        "capacity",
        effects=[Prevention.PREVENT, Prevention.DELAY],
    ),
    Point("statistics", PointKind.OBSERVATION, CABINET_MEMBER, ["700,000", "1 in 12"]),
    Point("idea", PointKind.OBSERVATION, CABINET_MEMBER, ["1 in 12", "young carers here"]),
    Point("scrutiny", PointKind.WELCOME, SCRUTINY, "strategy"),
    Point("wish", PointKind.QUESTION, SCRUTINY, "wish", Topic.INFORMATION),
    Point("outreach", PointKind.QUESTION, SCRUTINY, ["outreach", "village-halls"]),
    Point(
        "wish-answer",
        PointKind.ANSWER,
        MANAGER,
        ["wish", "carers-information"],
        Topic.INFORMATION,
        answers="wish",
        state=AnswerState.ANSWERED,
    ),
    Point(
        "outreach-answer",
        PointKind.ANSWER,
        MANAGER,
        "outreach",
        Topic.INFORMATION,
        answers="outreach",
        state=AnswerState.ANSWERED,
    ),
)
_UNDERTAKINGS: Final = (
    Undertaking(
        "invest",
        UndertakingKind.AIMED,
        COUNCIL,
        "carers",
        ["strategy", "access"],
        does=Deed.INVEST,
    ),
    Undertaking(
        "explore-voucher",
        UndertakingKind.REQUESTED,
        COUNCIL,
        ITS_OUR_COUNTY,
        "voucher",
        does=[Deed.EXPLORE, Deed.REPORT],
    ),
    Undertaking(
        "review-voucher",
        UndertakingKind.PROMISED,
        COUNCIL,
        about=["voucher", "implementation"],
        does=[Deed.CONSIDER, Deed.LOOK_INTO_COST],
    ),
    Undertaking(
        "publish-figures",
        UndertakingKind.PROMISED,
        COUNCIL,
        about="breaks",
        before="the strategy is published",
        does=Deed.PUBLISH,
    ),
    Undertaking(
        "write",
        UndertakingKind.OFFERED,
        MANAGER,
        ITS_OUR_COUNTY,
        "breaks",
        as_soon_as="the figures are available",
        does=Deed.WRITE,
    ),
)
_MINUTES: Final = Minutes(
    "cabinet",
    "Herefordshire Council cabinet",
    MINUTE,
    on=RESOLVED_ON,
    reports=[
        Report(
            "purpose",
            COUNCIL,
            ReportKind.PROPOSED,
            ["strategy", "intentions", "procurement arrangements"],
        ),
        Report("introduced", CABINET_MEMBER, ReportKind.INTRODUCED, "strategy"),
        Report("explained", MANAGER, ReportKind.EXPLAINED, "report"),
    ],
    points=_POINTS,
    undertakings=_UNDERTAKINGS,
    resolved=[
        Resolved("a", RESOLVED, ResolvedKind.APPROVED, "strategy", "(a)"),
        Resolved("b", RESOLVED, ResolvedKind.APPROVED, ["intentions", "timetable"], "(b)"),
        Resolved("c", RESOLVED, ResolvedKind.AUTHORISED, "recommissioning", "(c)"),
    ],
)

_SERVICES: Final = (
    Service(reference="short-breaks", title="respite and short breaks"),
    Service(reference="community-services", title="community based services"),
    Service(
        reference="wish",
        title="WISH",
        kind=kind_of("information"),
        status=ServiceStatus.RUNNING,
        importance=Importance.ESSENTIAL,
    ),
    Service(
        reference="carers-information",
        title="additional focussed information for carers",
        kind=kind_of("information"),
        status=ServiceStatus.BEING_FINALISED,
        importance=Importance.ADDITIONAL,
        open_to="carers",
        integral_with="wish",
    ),
    Service(
        reference="outreach",
        title="outreach support, information and advice",
        kind=kind_of("information"),
        status=ServiceStatus.RUNNING,
        place="market towns, village halls and the like",
    ),
    Service(reference="pathway", title="new adult social care pathway"),
    Service(
        reference="lets-talk",
        title="let’s talk community",
        kind=kind_of("information"),
        status=ServiceStatus.TO_BE_INTRODUCED,
        universal=True,
        open_to=["members of the public", "carers"],
        staffed_by="adult social care staff",
        starts=AUTUMN_2017,
        part_of="pathway",
    ),
)
_VIEWS: Final = (
    BenefitView(
        reference="greens",
        by=GREENS,
        about="short-breaks",
        seen_as=Party.CARED_FOR,
        also_benefits=Party.NOBODY,
    ),
    BenefitView(
        reference="nationally",
        by=MANAGER,
        about="short-breaks",
        seen_as=Party.CARED_FOR,
        reach=Reach.NATIONAL,
        shifting=True,
    ),
    BenefitView(
        reference="manager",
        by=MANAGER,
        about="short-breaks",
        seen_as=Party.CARED_FOR,
        also_benefits=Party.CARER,
    ),
)
_AWAITED: Final = Awaited(
    before="the strategy is published",
    being_finalised=True,
    asked_by=ITS_OUR_COUNTY,
    promised_by=MANAGER,
)


def portfolio() -> Portfolio:
    """Build the record whole."""
    return Portfolio(
        strategy=STRATEGY,
        intentions=_INTENTIONS,
        measures=[
            OutcomeMeasure("worth", "worth of breaks to the carer", asked_by=GREENS),
        ],
        timetables=_TIMETABLE,
        resolutions=RESOLUTION,
        minutes=_MINUTES,
        statements=_STATEMENTS,
        beside=[SetBeside("young carers", "700,000", "1 in 12", CABINET_MEMBER)],
        services=_SERVICES,
        views=_VIEWS,
        returns=[
            BreakReturn(
                reference="breaks",
                title="places and spend on short breaks and respite",
                covers="short-breaks",
                places=_AWAITED,
                spend=_AWAITED,
                source=MINUTE,
            )
        ],
        take_up=[
            TakeUpReport(
                reference="market-towns",
                service="outreach",
                level=TakeUpLevel.SUCCESSFUL,
                said_by=SCRUTINY,
                where="market towns",
            ),
            TakeUpReport(
                reference="village-halls",
                service="outreach",
                level=TakeUpLevel.LIMITED,
                said_by=MANAGER,
                where="village halls",
            ),
        ],
        movements=[
            Movement(
                reference="prices",
                service="community-services",
                moves={Measure.SELF_FUNDED_PRICE: Move.UP, Measure.SELF_FUNDED: Move.DOWN},
                source=MINUTE,
            )
        ],
        claims=[
            FailingClaim(
                reference="seen-as-failing",
                service="community-services",
                grounds=Ground.TAKE_UP,
                by=GREENS,
                feared=True,
            )
        ],
    )
