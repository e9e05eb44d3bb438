"""Halton, 2009: the whole of the minute on the draft Joint Carers Commissioning Strategy.

Everything that the minute states is written down here in the types of the library, and nothing
besides: what it does not say stays open. The table of its sentences is in
``halton_2009_sentences``.
"""

# ruff: noqa: RUF001 - the words of the record keep the marks that they have there

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.awards import Resolution
from carerslib.citations import Citation
from carerslib.clauses import Only, Reading, Readings, Window
from carerslib.commissioning import (
    Account,
    Action,
    ActionPlan,
    Aim,
    AnswerState,
    Choice,
    ChoiceKind,
    CommissioningIntention,
    Content,
    ContentKind,
    Deed,
    Document,
    DocumentKind,
    DocumentStatus,
    Effect,
    Engagement,
    EngagementKind,
    Evidence,
    EvidenceKind,
    IntentionStatus,
    IntentionType,
    Matter,
    MatterState,
    Minutes,
    MonitoringGroup,
    NationalSum,
    PartyKind,
    Phase,
    Point,
    PointKind,
    Portfolio,
    Priority,
    Related,
    Relation,
    Report,
    ReportKind,
    Resolved,
    ResolvedKind,
    Strategy,
    Topic,
    Undertaking,
    UndertakingKind,
)
from carerslib.funds import Fund, FundType, Stipulation, StipulationKind
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.services import BenefitView, Party, Service, ServiceStatus, kind_of

__all__ = ["BREAKS", "MINUTE", "PCT", "RING_FENCE_YEARS", "portfolio"]

MINUTE: Final = Citation.record(
    "Halton Borough Council, draft Joint Carers Commissioning Strategy 2009/12",
    url="https://councillors.halton.gov.uk/mgAi.aspx?ID=10501",
)
PCT: Final = "Halton and St Helens PCT"
BOARD: Final = "the Board"
OFFICERS: Final = "officers"
CENTRE: Final = "Halton Carers Centre"
SUB_GROUPS: Final = "LIT Carer Sub Groups"

RING_FENCED: Final = MINUTE.quoting("ring fenced funds during 2001/10 and 2010/11")
RING_FENCE_YEARS: Final = Readings(
    "ring-fence.years",
    RING_FENCED,
    [
        Reading(
            "2009/10 and 2010/11",
            Window("w.2009", RING_FENCED, date(2009, 4, 1), date(2011, 3, 31)),
        ),
        Reading("2001 to 2011", Window("w.2001", RING_FENCED, date(2001, 4, 1), date(2011, 3, 31))),
    ],
    title="Years of the ring-fence",
)
BREAKS: Final = Fund(
    "carers' breaks",
    PCT,
    RING_FENCED,
    FundType.LOCAL_RING_FENCE,
    [
        Stipulation(
            "ring-fence",
            StipulationKind.RESTRICTION,
            PCT,
            RING_FENCED,
            clauses=[
                Only("ring-fence.purpose", RING_FENCED, "purpose", "support for carers"),
                RING_FENCE_YEARS,
            ],
            ring_fence=True,
        )
    ],
)

_PRIORITIES: Final = (
    Priority(
        "services",
        "Integrated and Personalised Services",
        [Topic.ASSESSMENT, Topic.SERVICES_MARKET],
    ),
    Priority("life", "A Life of Their Own", [Topic.BREAKS, Topic.COMMUNITY_RECOGNITION]),
    Priority("income", "Income & Employment", Topic.FINANCE_EMPLOYMENT),
    Priority("health", "Health & Wellbeing", Topic.HEALTH),
    Priority("young", "Young Carers", Topic.YOUNG_TRANSITION),
)
_AIMS: Final = (
    Aim("focus", "a more focused way of commissioning services", Topic.SERVICES_MARKET),
    Aim("process", "a process for the commissioning of services", Topic.SERVICES_MARKET),
    Aim("hidden-carers", "identification of hidden carers", Topic.IDENTIFICATION),
    Aim("information", "information and access to support services", Topic.INFORMATION),
)


def _took_part(reference: str, who: str, party: PartyKind) -> Engagement:
    return Engagement(
        reference, who, EngagementKind.CONTRIBUTION, parties=party, phases=Phase.DRAFTING
    )


_ENGAGEMENT: Final = (
    Engagement(
        "sub-groups",
        SUB_GROUPS,
        EngagementKind.GROUP,
        parties=PartyKind.CARER_GROUP,
        phases=Phase.DRAFTING,
    ),
    Engagement(
        "event",
        "carers",
        EngagementKind.EVENT,
        parties=PartyKind.CARERS,
        phases=Phase.DRAFTING,
        on=date(2009, 2, 12),
    ),
    _took_part("nhs", "Halton & St Helens NHS Trust", PartyKind.NHS_BODY),
    _took_part("centre", CENTRE, PartyKind.PROVIDER),
    _took_part("voluntary", "voluntary sector organisations", PartyKind.VOLUNTARY),
    _took_part("staff", "staff and managers of both directorates", PartyKind.STAFF),
    Engagement(
        "stakeholders",
        "all stakeholders",
        EngagementKind.CONTINUING,
        parties=PartyKind.PARTNER,
        phases=Phase.DRAFTING,
    ),
)

STRATEGY: Final = Strategy(
    reference="strategy",
    title="Draft Joint Carers Commissioning Strategy 2009/12",
    bodies="Halton Borough Council",
    joint=True,
    source=MINUTE,
    status=DocumentStatus.DRAFT,
    period=DateRange(date(2009, 4, 1), date(2012, 3, 31)),
    framework="ncs-2008",
    practical=True,
    priorities=_PRIORITIES,
    aims=_AIMS,
    related=[
        Related("earlier", Relation.BUILDS_ON, "2008/9 Carers Strategy"),
        Related(
            "sister",
            Relation.SAME_FORMAT_AS,
            "other Joint Commissioning Strategies within the Directorate",
        ),
        Related(
            "national",
            Relation.TAKES_ACCOUNT_OF,
            "National Carers Strategy",
            on=DateRange.month(2008, 6),
        ),
    ],
    documents=[
        Document("plan", "action plan", DocumentKind.ACTION_PLAN, part_of="strategy"),
        Document("report", "report of the Strategic Director", DocumentKind.REPORT),
    ],
    contents=[Content("actions", ContentKind.ACTIONS, "plan")],
    engagement=_ENGAGEMENT,
    evidence=[
        Evidence("other-plans", "plans of other local authorities", EvidenceKind.OTHER_PLANS),
        Evidence(
            "consultation",
            "ongoing consultations and contributions",
            EvidenceKind.CONSULTATION,
            about=[each.reference for each in _ENGAGEMENT],
        ),
    ],
    choices=[
        Choice(
            "balance",
            ["commissioning", "supporting voluntary organisations to develop their services"],
            ChoiceKind.BALANCE,
            topics=Topic.SERVICES_MARKET,
        )
    ],
    monitoring=[
        MonitoringGroup("sub-groups", SUB_GROUPS, ["strategy", "plan"]),
        MonitoringGroup(
            "strategy-group", "Carers Strategy Group", ["strategy", "plan"], multi_agency=True
        ),
    ],
)

_INTENTIONS: Final = (
    CommissioningIntention(
        reference="widnes-centre",
        title="a carers' centre in Widnes",
        type=IntentionType.EXPLORE,
        source=MINUTE,
        service="widnes-centre",
        beneficiaries="carers",
        providers=CENTRE,
        places="Widnes",
        asked_by="Members of the Board",
        status=IntentionStatus.REQUESTED,
        approved_by="resolution",
    ),
    CommissioningIntention(
        reference="voluntary-bodies",
        title="support for voluntary organisations to develop their services",
        type=IntentionType.DEVELOP_VCS,
        source=MINUTE,
        providers=["Parkinson’s Society", "Connect"],
        status=IntentionStatus.UNDER_WAY,
    ),
    CommissioningIntention(
        reference="breaks-money",
        title="the best use of the money for breaks",
        type=IntentionType.EXPLORE,
        source=MINUTE,
        beneficiaries="carers",
        partners=PCT,
        status=IntentionStatus.TO_BE_CONSIDERED,
    ),
)

_PLAN: Final = ActionPlan(
    reference="plan",
    title="action plan",
    source=MINUTE,
    actions=[
        Action(
            reference="3.7(c)",
            number="3.7",
            letter="c",
            title="a presentation to be delivered in schools and colleges",
            heading="Continue to target ‘Hidden Carers",
            involves=["Carer Development Officer", "schools", "colleges"],
            priority="young",
            effect=Effect.NOT_KNOWN,
            further_work=True,
            page=71,
        )
    ],
)

_POINTS: Final = (
    Point("schools", PointKind.QUESTION, BOARD, ["3.7(c)", "schools"], Topic.IDENTIFICATION),
    Point(
        "schools-linkages",
        PointKind.ANSWER,
        OFFICERS,
        ["Carer Development Officer", "schools", "colleges"],
        Topic.YOUNG_TRANSITION,
        answers="schools",
        state=AnswerState.ANSWERED,
    ),
    Point(
        "schools-impact",
        PointKind.ANSWER,
        OFFICERS,
        "3.7(c)",
        [Topic.IDENTIFICATION, Topic.YOUNG_TRANSITION],
        answers="schools",
        state=AnswerState.NOT_KNOWN,
    ),
    Point("widnes", PointKind.QUESTION, BOARD, ["widnes-centre", "the allocated grant"]),
    Point("drop-in", PointKind.SUGGESTION, BOARD, "drop-in", Topic.BREAKS),
    Point(
        "widnes-answer",
        PointKind.ANSWER,
        OFFICERS,
        "widnes-centre",
        answers="widnes",
        state=AnswerState.NOT_PLANNED,
    ),
    Point(
        "widnes-feasibility",
        PointKind.SUGGESTION,
        "Members of the Board",
        "widnes-centre",
        follow_up="feasibility",
    ),
)
_UNDERTAKINGS: Final = (
    Undertaking("base", UndertakingKind.AIMED, CENTRE, about="widnes-base", does=Deed.EXPLORE),
    Undertaking(
        "feasibility",
        UndertakingKind.REQUESTED,
        OFFICERS,
        CENTRE,
        "widnes-centre",
        as_soon_as_possible=True,
        does=[Deed.CONTACT, Deed.EXPLORE],
    ),
    Undertaking(
        "contact",
        UndertakingKind.RESOLVED,
        OFFICERS,
        CENTRE,
        "widnes-centre",
        does=[Deed.CONTACT, Deed.PROGRESS],
    ),
)
_MINUTES: Final = Minutes(
    "board",
    BOARD,
    MINUTE,
    reports=[
        Report(
            "report",
            "Strategic Director, Health and Community",
            ReportKind.CONSIDERED,
            "strategy",
            to=BOARD,
        )
    ],
    points=_POINTS,
    undertakings=_UNDERTAKINGS,
    matters=[Matter("use", "how the funds are best used", "carers' breaks", PCT, MatterState.OPEN)],
    resolved=[
        Resolved("1", "resolution", ResolvedKind.NOTED, ["report", "comments"], "(1)"),
        Resolved("2", "resolution", ResolvedKind.ASKED, ["contact", "widnes-centre"], "(2)"),
    ],
)


def portfolio() -> Portfolio:
    """Build the record whole."""
    return Portfolio(
        strategy=STRATEGY,
        intentions=_INTENTIONS,
        plans=_PLAN,
        accounts=[Account(BREAKS)],
        sums=[
            NationalSum(
                reference="breaks-150m",
                amount=Money.pounds("150000000"),
                by="Department of Health",
                to="PCTs",
                source=MINUTE.quoting("had allocated £150m to PCT’s to support carers breaks"),
                years=["2009/10", "2010/11"],
                purposes="carers' breaks",
                part_of="ncs-2008",
            )
        ],
        resolutions=Resolution(
            "resolution",
            BOARD,
            MINUTE,
            paragraphs=[
                MINUTE.at("(1)").quoting("the report and comments made be noted"),
                MINUTE.at("(2)").quoting("Officers contact the Halton Carer Centre"),
            ],
        ),
        minutes=_MINUTES,
        services=[
            Service(
                reference="widnes-centre",
                title="a carers' centre in Widnes",
                kind=kind_of("carers_centre"),
                status=ServiceStatus.NO_PLAN,
                place="Widnes",
            ),
            Service(
                reference="widnes-base",
                title="a base in Widnes",
                status=ServiceStatus.SUGGESTED,
                run_by=CENTRE,
                place="Widnes",
            ),
            Service(
                reference="drop-in",
                title="a drop-in facility",
                kind=kind_of("carers_centre"),
                status=ServiceStatus.SUGGESTED,
            ),
        ],
        views=[BenefitView(reference="drop-in", by=BOARD, about="drop-in", seen_as=Party.CARER)],
    )
