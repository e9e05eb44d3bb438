"""The sentences of the Herefordshire minute of 2017, where each is held, and what stands there."""

# ruff: noqa: RUF001 - the words of the record keep the marks that they have there

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.sentences import Held

__all__ = ["FREE_TEXT", "HELD", "RECORD", "STATING_NOTHING", "TITLE"]

RECORD: Final = "herefordshire_2017.txt"
TITLE: Final = "Herefordshire 2017"

STATING_NOTHING: Final = (
    "Agenda item",
    "Minutes:",
    "He explained that:",
    "It was resolved that:",
    "Supporting documents:",
)

MANAGER: Final = "strategic wellbeing and housing manager"
CABINET_MEMBER: Final = "cabinet member for young people and children’s wellbeing"
POINTS: Final = "minutes[cabinet].points"
UNDERTAKINGS: Final = "minutes[cabinet].undertakings"
AUTHORITY: Final = "resolutions[carers-strategy-2017].authorities[c]"
PERIOD: Final = f"{AUTHORITY}.clauses[c.period].readings"

HELD: Final[Held] = {
    "Carers strategy for Herefordshire": {"strategy.title": "Carers strategy for Herefordshire"},
    "To approve a new joint carers strategy": {
        "minutes[cabinet].reports[purpose].kind": "proposed",
        "minutes[cabinet].reports[purpose].about": (
            "strategy, intentions, procurement arrangements"
        ),
        "strategy.joint": "yes",
    },
    "The cabinet member for young people and children’s wellbeing introduced": {
        "minutes[cabinet].reports[introduced].kind": "introduced",
        "minutes[cabinet].reports[introduced].by": CABINET_MEMBER,
        "minutes[cabinet].reports[introduced].about": "strategy",
    },
    "there were barriers to the way": {
        "strategy.drivers[barriers].kind": "a barrier",
        "strategy.drivers[barriers].bears_on": (
            "well-being of carers, well-being of those they care for"
        ),
    },
    "in view of resources the council": {
        "strategy.choices[smarter].because": "limited",
        "strategy.choices[smarter].chosen": (
            "smarter ways of working, enhancing what there is, greater awareness"
        ),
        "strategy.drivers[limited].kind": "limited resources",
    },
    "the strategy recognised the massive contribution": {
        f"{POINTS}[contribution].claim": "important",
        f"{POINTS}[contribution].about": "strategy, contribution of carers",
        f"{POINTS}[contribution].topics": "community and recognition",
    },
    "the strategy included a focus on young carers": {
        "strategy.priorities[young].topics": "young carers and transition",
    },
    "the council was proposing to invest": {
        f"{UNDERTAKINGS}[invest].kind": "aimed at",
        f"{UNDERTAKINGS}[invest].does": "invest",
        f"{UNDERTAKINGS}[invest].about": "strategy, access",
        "strategy.aims[access].topics": "services and the market",
    },
    "there was a focus on strategic change": {
        "strategy.choices[strategic].chosen": "strategic change",
        "strategy.choices[strategic].rather_than": "specialist services",
        "strategy.choices[strategic].because": "34,000",
        "statements[34,000].count": "34,000",
        "statements[34,000].about": "yes",
        "statements[34,000].population.area": "Herefordshire",
    },
    "The strategic wellbeing and housing manager set out": {
        "minutes[cabinet].reports[explained].kind": "explained",
        "minutes[cabinet].reports[explained].by": MANAGER,
        "minutes[cabinet].reports[explained].about": "report",
    },
    "the strategy had been prepared in consultation": {
        "strategy.engagement[ccg].kind": "a consultation",
        "strategy.engagement[ccg].parties": "an NHS body",
        "strategy.engagement[partners].parties": "a partner",
    },
    "the carers strategy formed part of": {
        "strategy.related[approach].relation": "is part of",
        "strategy.related[approach].status": "emerging",
    },
    "carers played a key role": {
        f"{POINTS}[prevention].effects": "delay, prevent",
        f"{POINTS}[prevention].claim": "important",
    },
    "there had been engagement with carers": {
        "strategy.engagement[carers].phases": "drafting",
        "strategy.engagement[carers-later].phases": "commissioning, implementation",
        "strategy.engagement[carers-later].planned": "yes",
    },
    "the carers strategy was a medium to long term document": {
        "strategy.horizon": "medium to long term",
        "strategy.contents[direction].held_in": "strategy",
        "strategy.contents[vision].held_in": "strategy",
        "strategy.contents[priorities].held_in": "strategy",
        "strategy.contents[outcomes].held_in": "strategy",
        "strategy.contents[how].held_in": "implementation",
        "strategy.contents[when].held_in": "implementation",
        "strategy.contents[means].held_in": "implementation",
        "strategy.documents[implementation].status": "planned",
    },
    "with limited and reducing financial resource": {
        "strategy.choices[universal].because": "limited, reducing",
        "strategy.choices[universal].rather_than": "specialist services for individual carers",
        "strategy.drivers[reducing].kind": "reducing resources",
        "intentions[universal].type": "open up universal services",
    },
    "consultation had highlighted": {
        "strategy.findings[right-services].matters_most": "yes",
        "strategy.findings[right-services].topics": "services and the market",
        "strategy.findings[right-services].title": (
            "services for the person cared for, when and how they are needed"
        ),
        "strategy.findings[right-services].about": "the person cared for",
        "strategy.findings[right-services].from_": "carers",
    },
    "need to recognise that carers are individuals": {
        "strategy.recognised[many-roles].group": "carers with many other roles",
        "strategy.recognised[many-roles].may_not_see_themselves_as_carers": "yes",
        "strategy.choices[whole].chosen": "whole person, whole system",
    },
    "carers may themselves be vulnerable": {
        "strategy.recognised[older].may_be_vulnerable": "yes",
        "strategy.recognised[young].may_be_vulnerable": "yes",
        "strategy.recognised[other-needs].may_be_vulnerable": "yes",
    },
    "the strategy focussed on six priorities": {
        "strategy.priorities_stated": "6",
        "strategy.related[earlier].relation": "builds on",
        "strategy.priorities[universal].standing": "new emphasis",
        "strategy.priorities[information].standing": "new emphasis",
        "strategy.priorities[mutual].standing": "new emphasis",
    },
    "there were now statutory duties": {
        "strategy.drivers[duties].kind": "a statutory duty",
        "strategy.drivers[duties].citation": "Care Act 2014, section 10",
    },
    "needs would be assessed on a strengths basis": {
        "strategy.choices[strengths].chosen": ("the carer, the person cared for, the community"),
        "strategy.choices[strengths].topics": "assessment and support",
    },
    "there was a need to recommission": {
        "intentions[recommissioning].type": "recommission",
        "intentions[recommissioning].start": "April 2018",
        "strategy.engagement[focus-group].share_of_carers": "10 of 10",
        "strategy.engagement[focus-group].shaped": "recommissioning",
        "timetables[timetable].milestones[tender].kind": "tendering begins",
        "timetables[timetable].milestones[tender].day": "11 September 2017 to 20 September 2017",
    },
    "The representative of the Herefordshire Independent’s group": {
        f"{POINTS}[independents].kind": "a welcome",
        f"{POINTS}[independents].about": "strategy, earlier-work",
        "strategy.evidence[earlier-work].kind": "earlier work",
    },
    "He stressed the importance of identifying": {
        f"{POINTS}[identifying].topics": "finding carers",
        f"{POINTS}[identifying].claim": "important",
        f"{POINTS}[identifying].about": "young carers, carers known to their GPs",
    },
    "The strategic wellbeing and housing manager responded that there were various": {
        f"{POINTS}[no-definition].answers": "definition",
        "strategy.defines_carer": "no",
        "statements[34,000].population.definition": "none in particular was used",
    },
    "The number of people undertaking substantial": {
        "statements[substantial care].count": "not stated",
        "statements[substantial care].fewer_than": "34,000",
        f"{POINTS}[need-and-amount].claim": "one does not follow from the other",
    },
    "The fact remained that even if": {
        f"{POINTS}[too-many].claim": "still too many for the resources",
        f"{POINTS}[still-strategic].claim": "still required",
        f"{POINTS}[still-strategic].about": "strategic",
    },
    "The leader of the It’s Our County! group welcomed": {
        f"{POINTS}[our-county].kind": "a welcome",
        f"{POINTS}[our-county].about": "strategy",
    },
    "He thanked the strategic wellbeing": {
        f"{POINTS}[considered].kind": "thanks",
        f"{POINTS}[considered].about": "group-proposals, proposals",
        "strategy.engagement[group-proposals].kind": "proposals of theirs",
        "strategy.documents[proposals].place": "paragraph 32",
    },
    "He asked that the voucher": {
        f"{POINTS}[voucher].kind": "a request",
        f"{POINTS}[voucher].follow_up": "explore-voucher",
        f"{UNDERTAKINGS}[explore-voucher].kind": "requested",
        f"{UNDERTAKINGS}[explore-voucher].does": "explore, report",
        "intentions[voucher].type": "explore",
    },
    "The strategic wellbeing and housing manager responded that voucher": {
        f"{POINTS}[voucher-answer].state": "under review",
        "intentions[voucher].status": "to be considered",
        "intentions[voucher].cost_reviewed": "no",
        f"{UNDERTAKINGS}[review-voucher].does": "consider, look into the cost",
        f"{UNDERTAKINGS}[review-voucher].about": "voucher, implementation",
    },
    "The group leader asked if the 34,200": {
        "statements[34,200].count": "34,200",
        f"{POINTS}[young-included].about": "34,200, young carers",
        f"{POINTS}[norms].about": "34,200, national norms",
    },
    "The manager confirmed that the estimates": {
        "statements[34,200].includes": "young carers, included in principle",
        "statements[34,200].accurate": "no",
        f"{POINTS}[in-principle].claim": "not certain to be accurate",
    },
    "Certain groups such as young carers": {
        "statements[34,200].seldom_recognise_themselves": "young carers",
        f"{POINTS}[unrecognised].claim": "may not recognise themselves",
    },
    "The group leader asked when the figures": {
        f"{POINTS}[figures].kind": "a question",
        "returns[breaks].covers": "short-breaks",
        "strategy.documents[breaks].place": "paragraph 2.4",
    },
    "The strategic wellbeing and housing manager responded that these figures": {
        f"{POINTS}[figures-answer].state": "promised",
        f"{UNDERTAKINGS}[publish-figures].does": "publish",
        "returns[breaks].places": "not yet published",
        "returns[breaks].spend": "not yet published",
        "returns[breaks].places.being_finalised": "yes",
        "returns[breaks].places.before": "the strategy is published",
    },
    "There was a difficulty in that": {
        "strategy.drivers[words].kind": "different words for the same thing",
        "strategy.drivers[words].bears_on": (
            "breaks, children's social care, adults' social care, health"
        ),
    },
    "The manager offered to write": {
        f"{POINTS}[figures-offer].kind": "an offer",
        f"{UNDERTAKINGS}[write].kind": "offered",
        f"{UNDERTAKINGS}[write].does": "write",
        f"{UNDERTAKINGS}[write].about": "breaks",
        f"{UNDERTAKINGS}[write].as_soon_as": "the figures are available",
    },
    "The leader of the green group noted": {
        "views[greens].seen_as": "the person cared for",
        "views[greens].about": "short-breaks",
        "views[greens].also_benefits": "nobody",
    },
    "She stated that the worth": {
        f"{POINTS}[worth].kind": "a suggestion",
        f"{POINTS}[worth].about": "worth, short-breaks",
        "measures[worth].title": "worth of breaks to the carer",
        "measures[worth].asked_by": "leader of the green group",
    },
    "The group leader commented on the pressure": {
        f"{POINTS}[pressure].kind": "a concern",
        "strategy.drivers[pressure].kind": "pressure of demand",
        "strategy.drivers[prices].kind": "rising prices",
        "movements[prices].moves": (
            "price to those who pay themselves, up, users who pay themselves, down"
        ),
    },
    "Lower take up of these services": {
        "claims[seen-as-failing].feared": "yes",
        "claims[seen-as-failing].grounds": "take-up",
        "claims[seen-as-failing].service": "community-services",
    },
    "The group leader asked what monitoring": {
        f"{POINTS}[monitoring].kind": "a question",
        f"{POINTS}[monitoring].about": "community-services, unmet needs",
    },
    "The strategic wellbeing and housing manager acknowledged": {
        f"{POINTS}[shift].about": "reducing, neighbourhood",
        "strategy.drivers[neighbourhood].kind": "a trend",
    },
    "The council was investing a lot of time": {
        "intentions[capacity].status": "under way",
        "intentions[capacity].beneficiaries": "vulnerable people",
        f"{POINTS}[capacity].effects": "delay, prevent",
    },
    "There had been a shift nationally": {
        "views[nationally].reach": "national",
        "views[nationally].shifting": "yes",
        "views[nationally].seen_as": "the person cared for",
    },
    "There was inevitably a benefit for carers": {
        "views[manager].seen_as": "the person cared for",
        "views[manager].also_benefits": "the carer",
    },
    "The cabinet member for young people and children’s wellbeing stated": {
        "statements[700,000].count": "700,000",
        "statements[700,000].year": "January 2017",
        "statements[1 in 12].share": "1/12",
        "statements[1 in 12].population.among": "secondary age pupils",
        "beside[young carers].left": "700,000",
        "beside[young carers].right": "1 in 12",
    },
    "This would give an idea": {
        "statements[young carers here].count": "not stated",
        "statements[young carers here].derived_from": "1 in 12",
    },
    "The vice chairman of the adults": {
        f"{POINTS}[scrutiny].kind": "a welcome",
        f"{POINTS}[scrutiny].by": "vice chairman of the adults and wellbeing scrutiny committee",
        f"{POINTS}[scrutiny].about": "strategy",
    },
    "He asked what part WISH": {
        f"{POINTS}[wish].kind": "a question",
        f"{POINTS}[wish].about": "wish",
    },
    "He noted that recent outreach sessions": {
        "take_up[market-towns].level": "successful",
        "intentions[village-halls].type": "explore",
        "intentions[village-halls].status": "requested",
        f"{POINTS}[outreach].kind": "a question",
    },
    "The strategic wellbeing and housing manager responded that WISH": {
        "services[wish].importance": "essential",
        "services[wish].kind.key": "information",
        "services[carers-information].status": "plans being finalised",
        "services[carers-information].integral_with": "wish",
        "intentions[information].status": "being finalised",
    },
    "The manager reported that take up": {
        "take_up[village-halls].level": "limited",
        "take_up[village-halls].said_by": MANAGER,
    },
    "As part of the new adult social care pathway": {
        "services[lets-talk].status": "to be introduced",
        "services[lets-talk].kind.key": "information",
        "services[lets-talk].starts": "1 September 2017 to 30 November 2017",
        "services[lets-talk].universal": "yes",
        "services[lets-talk].staffed_by": "adult social care staff",
        "services[lets-talk].part_of": "pathway",
    },
    "(a) the draft joint carers strategy": {
        "minutes[cabinet].resolved[a].kind": "approved",
        "minutes[cabinet].resolved[a].about": "strategy",
    },
    "(b) the commissioning intentions at appendix 2": {
        "minutes[cabinet].resolved[b].kind": "approved",
        "minutes[cabinet].resolved[b].about": "intentions, timetable",
        "timetables[timetable].approved_by": "carers-strategy-2017",
        "intentions[recommissioning].approved_by": "carers-strategy-2017",
        "strategy.documents[timetable].place": "paragraph 13",
    },
    "(c) the director for adults and wellbeing": {
        f"{AUTHORITY}.powers": "award",
        f"{AUTHORITY}.clauses[c.holder].holders": "director for adults and wellbeing",
        f"{PERIOD}[per contract].clauses[c.length].at_most": "5 years",
        f"{PERIOD}[one window].clauses[c.window].last": "31 March 2023",
        f"{AUTHORITY}.clauses[c.value].at_most": "£1,230,000.00 (VAT not stated)",
    },
}

FREE_TEXT: Final[Held] = {
    "He thanked all those who had contributed": {
        f"{POINTS}[thanks].kind": "thanks",
        f"{POINTS}[thanks].about": "all who contributed",
    },
    "Group leaders were asked": {
        f"{POINTS}[invitation].kind": "an invitation",
        f"{POINTS}[invitation].about": "group leaders",
    },
    "The leader of the Liberal Democrat group queried": {
        f"{POINTS}[definition].kind": "a question",
        f"{POINTS}[definition].about": "definition of a carer",
    },
    "He noted that many people would provide": {
        f"{POINTS}[most-in-need].kind": "a suggestion",
        f"{POINTS}[most-in-need].about": "resources, those most in need of support",
    },
    "He noted the value of unpaid work": {
        f"{POINTS}[unpaid-work].claim": "important",
        f"{POINTS}[unpaid-work].about": "unpaid work of carers, reward",
    },
}
