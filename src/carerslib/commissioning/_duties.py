"""Rules about duties that a strategy helps to discharge: whether it says anything of each.

No Act asks for a line in a strategy, so all of it is advice. Whether a duty is discharged is
decided by what is done, which no record of a strategy shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from carerslib.citations import Standing
from carerslib.commissioning.engagement import Phase
from carerslib.commissioning.intentions import IntentionType
from carerslib.commissioning.topics import Topic
from carerslib.law.care_act_2014 import CARE_ACT_2014, IN_FORCE
from carerslib.law.health_and_care_act_2022 import INTEGRATED_CARE_BOARDS, SECTION_25
from carerslib.rules import rule
from carerslib.services import ServiceStatus, kind_of
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.commissioning.engagement import EngagementFinding
    from carerslib.commissioning.model import Aim, Need, Priority
    from carerslib.commissioning.reviewed import Reviewed

    Tagged = Aim | EngagementFinding | Need | Priority

__all__ = [
    "boards_involve_carers",
    "existing_regarded",
    "hidden_carers",
    "information_for_all",
    "needs_prevented",
]

_PREVENTION: Final = CARE_ACT_2014.at("section 2(1)(b) and (d)")
_EXISTING: Final = CARE_ACT_2014.at("section 2(2)(a)")
_HIDDEN: Final = CARE_ACT_2014.at("section 2(2)(c)")
_INFORMATION: Final = attrs.evolve(
    CARE_ACT_2014.at("section 4(1)"),
    standing=Standing.SECONDARY,
    note="read in a council's account of its duties",
)
_NO_LINE: Final = "the Act asks for it to be done, not for a line in a strategy"
_REGARD: Final = "the Act asks for regard to it, not for a line in a strategy"


def _said(
    reviewed: Reviewed,
    about: tuple[str, str, Citation],
    found: Iterable[str],
    missing: Missing,
    note: str,
) -> Finding:
    """Advise whether a record says anything of a duty, and where."""
    rule_id, title, citation = about
    said = tuple(sorted(found))
    return Finding(
        rule_id,
        title,
        Result.MET if said else Result.UNDETERMINED,
        Aspect.RECORD,
        reviewed.portfolio.strategy.reference,
        citation,
        said or None,
        "including",
        missing.expected,
        () if said else (missing,),
        binding=False,
        note=note,
    )


@rule(
    id="intentions.prevention",
    title="What prevents, delays or reduces carers' needs for support",
    citation=_PREVENTION,
    in_force=IN_FORCE,
)
def needs_prevented(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise whether any intention is said to prevent, delay or reduce carers' needs."""
    found = (
        reference
        for reference, each in reviewed.intentions.items()
        if each.effects and not each.explores
    )
    missing = Missing("intentions.effects", "what prevents, delays or reduces needs of carers")
    about = ("intentions.prevention", "Preventing, delaying or reducing needs", _PREVENTION)
    yield _said(reviewed, about, found, missing, _NO_LINE)


@rule(
    id="intentions.existing-services",
    title="Regard to services that there are already",
    citation=_EXISTING,
    in_force=IN_FORCE,
)
def existing_regarded(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise whether the record names services that run, or those who provide them."""
    running = (
        each.reference
        for each in reviewed.portfolio.services
        if each.status is ServiceStatus.RUNNING
    )
    provided = (reference for reference, each in reviewed.intentions.items() if each.providers)
    missing = Missing("services", "the services, facilities and resources that there are")
    about = ("intentions.existing-services", "Services that there are", _EXISTING)
    yield _said(reviewed, about, {*running, *provided}, missing, _REGARD)


@rule(
    id="intentions.information",
    title="Information and advice, for carers too",
    citation=_INFORMATION,
    in_force=IN_FORCE,
)
def information_for_all(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise whether the record says anything of information and advice."""
    portfolio, strategy = reviewed.portfolio, reviewed.portfolio.strategy
    of_topic = _of_topic(Topic.INFORMATION, (strategy.priorities, strategy.aims))
    intended = (
        reference
        for reference, each in reviewed.intentions.items()
        if each.type is IntentionType.INFORMATION
    )
    kind = kind_of("information")
    services = (each.reference for each in portfolio.services if each.kind == kind)
    missing = Missing("intentions", "a service of information and advice for the whole area")
    about = ("intentions.information", "Information and advice", _INFORMATION)
    yield _said(reviewed, about, {*of_topic, *intended, *services}, missing, _NO_LINE)


@rule(
    id="engagement.boards",
    title="Integrated care boards involve carers in what they commission",
    citation=SECTION_25,
    in_force=INTEGRATED_CARE_BOARDS,
)
def boards_involve_carers(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise, of a strategy of an integrated care board, whether carers shape commissioning."""
    strategy = reviewed.portfolio.strategy
    if strategy.with_integrated_care_board is not True:
        return
    found = {
        each.reference
        for each in strategy.engagement
        if each.with_carers and Phase.COMMISSIONING in each.phases
    }
    missing = Missing("strategy.engagement", "how carers take part in commissioning")
    about = ("engagement.boards", "Carers take part in commissioning", SECTION_25)
    yield _said(reviewed, about, found, missing, _NO_LINE)


@rule(
    id="identification.hidden-carers",
    title="Regard to finding carers whose needs are not met",
    citation=_HIDDEN,
    in_force=IN_FORCE,
)
def hidden_carers(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise whether a strategy says anything of finding carers whose needs are not met."""
    strategy = reviewed.portfolio.strategy
    groups = (strategy.priorities, strategy.aims, strategy.needs, strategy.findings)
    found = _of_topic(Topic.IDENTIFICATION, groups)
    missing = Missing("strategy.aims", "how carers whose needs are not met are to be found")
    about = ("identification.hidden-carers", "Finding hidden carers", _HIDDEN)
    yield _said(reviewed, about, found, missing, _REGARD)


def _of_topic(topic: Topic, groups: Iterable[Iterable[Tagged]]) -> set[str]:
    return {each.reference for group in groups for each in group if topic in each.topics}
