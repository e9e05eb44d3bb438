"""The sentences of the Halton minute of 2009, where each is held, and what stands there."""

# ruff: noqa: RUF001 - the words of the record keep the marks that they have there

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.sentences import Held

__all__ = ["FREE_TEXT", "HELD", "RECORD", "STATING_NOTHING", "TITLE"]

RECORD: Final = "halton_2009.txt"
TITLE: Final = "Halton 2009/12"

STATING_NOTHING: Final = (
    "Agenda item",
    "Minutes:",
    "The following points arose from the discussion:_",
    "RESOLVED: That",
    "Supporting documents:",
)

RING_FENCE: Final = "accounts[carers' breaks].fund.stipulations[ring-fence]"
YEARS: Final = f"{RING_FENCE}.clauses[ring-fence.years].readings"

HELD: Final[Held] = {
    "Draft Joint Carers Commissioning Strategy 2009/12": {
        "strategy.title": "Draft Joint Carers Commissioning Strategy 2009/12",
        "strategy.joint": "yes",
        "strategy.period": "1 April 2009 to 31 March 2012",
    },
    "The Board considered a report": {
        "minutes[board].reports[report].kind": "considered",
        "minutes[board].reports[report].by": "Strategic Director, Health and Community",
        "minutes[board].reports[report].about": "strategy",
        "strategy.status": "draft",
    },
    "The Board was advised that the Strategy built upon": {
        "strategy.related[earlier].relation": "builds on",
        "strategy.related[earlier].title": "2008/9 Carers Strategy",
        "strategy.practical": "yes",
        "strategy.documents[plan].kind": "action plan",
        "strategy.aims[focus].topics": "services and the market",
        "strategy.period.length": "3 years",
    },
    "It was reported that it had been developed": {
        "strategy.evidence[other-plans].kind": "other councils' plans",
        "strategy.evidence[consultation].kind": "consultation",
        "strategy.engagement[stakeholders].kind": "continuing engagement",
    },
    "Local Implementation Team (LIT) Carer Sub Groups": {
        "strategy.engagement[sub-groups].kind": "a standing group",
        "strategy.engagement[sub-groups].parties": "a carers' group",
    },
    "Carers (via a consultation event": {
        "strategy.engagement[event].kind": "an event",
        "strategy.engagement[event].parties": "carers",
        "strategy.engagement[event].on": "12 February 2009",
    },
    "Halton & St Helens NHS Trust": {
        "strategy.engagement[nhs].who": "Halton & St Helens NHS Trust",
        "strategy.engagement[nhs].parties": "an NHS body",
    },
    "Halton Carers Centre": {
        "strategy.engagement[centre].who": "Halton Carers Centre",
        "strategy.engagement[centre].parties": "a provider",
    },
    "Voluntary Sector organisations": {
        "strategy.engagement[voluntary].who": "voluntary sector organisations",
        "strategy.engagement[voluntary].parties": "voluntary organisations",
    },
    "Staff and managers from": {
        "strategy.engagement[staff].who": "staff and managers of both directorates",
        "strategy.engagement[staff].parties": "staff and managers",
    },
    "The Board was further advised that the format": {
        "strategy.related[sister].relation": "has the same format as",
        "strategy.related[national].relation": "takes account of",
        "strategy.related[national].on": "June 2008",
        "strategy.framework": "ncs-2008",
    },
    "Integrated and Personalised Services": {
        "strategy.priorities[services].heading": "Integrated and Personalised Services",
        "strategy.priorities[services].topics": "assessment and support, services and the market",
    },
    "A Life of Their Own": {
        "strategy.priorities[life].heading": "A Life of Their Own",
        "strategy.priorities[life].topics": "breaks, community and recognition",
    },
    "Income & Employment": {
        "strategy.priorities[income].heading": "Income & Employment",
        "strategy.priorities[income].topics": "finance and employment",
    },
    "Health & Wellbeing; and": {
        "strategy.priorities[health].heading": "Health & Wellbeing",
        "strategy.priorities[health].topics": "health and well-being",
    },
    "Young Carers.": {
        "strategy.priorities[young].heading": "Young Carers",
        "strategy.priorities[young].topics": "young carers and transition",
    },
    "In addition, it was reported that the main objectives": {
        "strategy.aims[process].topics": "services and the market",
        "strategy.aims[hidden-carers].topics": "finding carers",
        "strategy.aims[information].topics": "information and advice",
    },
    "A balance would need to be achieved": {
        "strategy.choices[balance].kind": "balanced",
        "strategy.choices[balance].rather_than": "none",
        "intentions[voluntary-bodies].type": "develop voluntary and community organisations",
        "intentions[voluntary-bodies].providers": "Parkinson’s Society, Connect",
        "intentions[voluntary-bodies].status": "under way",
    },
    "It was noted that as part of the National Carers Strategy": {
        "sums[breaks-150m].amount": "£150,000,000.00",
        "sums[breaks-150m].by": "Department of Health",
        "sums[breaks-150m].to": "PCTs",
        "sums[breaks-150m].years": "2009/10, 2010/11",
        "sums[breaks-150m].purposes": "carers' breaks",
        "sums[breaks-150m].part_of": "ncs-2008",
        "sums[breaks-150m].own_share": "not stated",
    },
    "Halton and St Helens PCT had ensured": {
        "accounts[carers' breaks].fund.holder": "Halton and St Helens PCT",
        f"{RING_FENCE}.ring_fence": "yes",
        f"{RING_FENCE}.clauses[ring-fence.purpose].values": "support for carers",
        f"{YEARS}[2009/10 and 2010/11].clauses[w.2009].first": "1 April 2009",
        f"{YEARS}[2001 to 2011].clauses[w.2001].first": "1 April 2001",
    },
    "Discussions were taking place with the PCT": {
        "minutes[board].matters[use].state": "open",
        "minutes[board].matters[use].parties": "Halton and St Helens PCT",
        "minutes[board].matters[use].about": "carers' breaks",
        "intentions[breaks-money].status": "to be considered",
    },
    "The Board was further advised that the LIT Carer Sub Groups": {
        "strategy.monitoring[sub-groups].monitors": "strategy, plan",
        "strategy.monitoring[strategy-group].monitors": "strategy, plan",
        "strategy.monitoring[strategy-group].multi_agency": "yes",
    },
    "Page 71 – 3.7 - Continue to target": {
        "plans[plan].actions[3.7(c)].label": "3.7(c)",
        "plans[plan].actions[3.7(c)].page": "71",
        "plans[plan].actions[3.7(c)].heading": "Continue to target ‘Hidden Carers",
        "plans[plan].actions[3.7(c)].involves": "Carer Development Officer, schools, colleges",
        "minutes[board].points[schools].kind": "a question",
        "minutes[board].points[schools].about": "3.7(c), schools",
    },
    "In response it was reported that the Carer Development Officer": {
        "minutes[board].points[schools-linkages].answers": "schools",
        "minutes[board].points[schools-linkages].about": (
            "Carer Development Officer, schools, colleges"
        ),
        "minutes[board].points[schools-impact].state": "not known",
        "plans[plan].actions[3.7(c)].effect": "not known",
        "plans[plan].actions[3.7(c)].further_work": "yes",
    },
    "Clarity was sought on whether there were any plans": {
        "minutes[board].points[widnes].kind": "a question",
        "minutes[board].points[widnes].about": "widnes-centre, the allocated grant",
        "services[widnes-centre].kind.key": "carers_centre",
        "services[widnes-centre].place": "Widnes",
    },
    "It was also suggested that carers would benefit": {
        "minutes[board].points[drop-in].kind": "a suggestion",
        "services[drop-in].status": "suggested",
        "services[drop-in].kind.key": "carers_centre",
        "views[drop-in].seen_as": "the carer",
        "minutes[board].points[drop-in].topics": "breaks",
    },
    "In response it was reported that there were no plans": {
        "minutes[board].points[widnes-answer].answers": "widnes",
        "minutes[board].points[widnes-answer].state": "not planned",
        "services[widnes-centre].status": "no plan at present",
    },
    "However, the Halton Carer Centre aimed": {
        "minutes[board].undertakings[base].kind": "aimed at",
        "minutes[board].undertakings[base].does": "explore",
        "minutes[board].undertakings[base].by": "Halton Carers Centre",
        "minutes[board].undertakings[base].due": "not stated",
        "services[widnes-base].status": "suggested",
        "services[widnes-base].place": "Widnes",
    },
    "In reply, Members of the Board suggested": {
        "minutes[board].points[widnes-feasibility].kind": "a suggestion",
        "minutes[board].undertakings[feasibility].kind": "requested",
        "minutes[board].undertakings[feasibility].does": "contact, explore",
        "minutes[board].undertakings[feasibility].as_soon_as_possible": "yes",
        "intentions[widnes-centre].type": "explore",
        "intentions[widnes-centre].status": "requested",
    },
    "(1) the report and comments made be noted": {
        "minutes[board].resolved[1].kind": "noted",
        "minutes[board].resolved[1].about": "report, comments",
        "resolutions[resolution].authorities": "none",
    },
    "(2) Officers contact the Halton Carer Centre": {
        "minutes[board].resolved[2].kind": "asked for",
        "intentions[widnes-centre].approved_by": "resolution",
        "minutes[board].undertakings[contact].kind": "resolved",
        "minutes[board].undertakings[contact].does": "contact, progress",
        "minutes[board].undertakings[contact].to": "Halton Carers Centre",
        "minutes[board].undertakings[contact].about": "widnes-centre",
    },
}

FREE_TEXT: Final[Held] = {}
