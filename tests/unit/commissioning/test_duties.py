"""What a strategy says of duties that it helps to discharge: advice, from each Act's first day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from tests.unit.commissioning.making import (
    INTENTION,
    STRATEGY,
    having,
    intending,
    only,
    reviewed,
    whole,
)

from carerslib.citations import Standing
from carerslib.commissioning import (
    Aim,
    Engagement,
    EngagementFinding,
    EngagementKind,
    IntentionStatus,
    IntentionType,
    Need,
    PartyKind,
    Phase,
    Prevention,
    Priority,
    Topic,
    review,
)
from carerslib.services import Service, ServiceStatus, kind_of
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.commissioning import Portfolio
    from carerslib.verdicts import Finding

BARE: Final = whole(intentions=[attrs.evolve(INTENTION, providers=())])
WISH: Final = Service(
    reference="wish", title="WISH", kind=kind_of("information"), status=ServiceStatus.RUNNING
)


def _said(record: Portfolio, rule: str) -> Finding:
    (finding,) = only(record, rule)
    assert not finding.binding
    assert finding.note
    assert finding.is_met is not bool(finding.missing)
    return finding


class TestSection2OfTheCareAct:
    @pytest.mark.parametrize(
        ("changes", "measured"),
        [
            ({}, None),
            ({"effects": Prevention.PREVENT}, ("buy breaks",)),
            ({"effects": [Prevention.DELAY, Prevention.REDUCE]}, ("buy breaks",)),
            ({"effects": Prevention.DELAY, "status": IntentionStatus.REQUESTED}, None),
            ({"effects": Prevention.DELAY, "type": IntentionType.EXPLORE}, None),
            ({"effects": Prevention.DELAY, "status": IntentionStatus.WITHDRAWN}, None),
        ],
    )
    def test_preventing_delaying_or_reducing_needs(
        self, changes: dict[str, Any], measured: tuple[str, ...] | None
    ) -> None:
        finding = _said(intending(**changes), "intentions.prevention")
        assert finding.measured == measured
        assert finding.citation.place == "section 2(1)(b) and (d)"

    @pytest.mark.parametrize(
        ("changes", "measured"),
        [
            ({}, None),
            ({"services": [WISH]}, ("wish",)),
            ({"services": [attrs.evolve(WISH, status=ServiceStatus.PLANNED)]}, None),
            ({"services": [attrs.evolve(WISH, status=None)]}, None),
            ({"intentions": [attrs.evolve(INTENTION, providers="centre")]}, ("buy breaks",)),
        ],
    )
    def test_regard_to_the_services_that_there_are(
        self, changes: dict[str, Any], measured: tuple[str, ...] | None
    ) -> None:
        finding = _said(attrs.evolve(BARE, **changes), "intentions.existing-services")
        assert finding.measured == measured

    @pytest.mark.parametrize(
        "changes",
        [
            {"aims": [Aim("a", "Find carers", Topic.IDENTIFICATION)]},
            {"priorities": [Priority("breaks", "Find", Topic.IDENTIFICATION, needs="rest")]},
            {"needs": [attrs.evolve(STRATEGY.needs[0], topics=Topic.IDENTIFICATION)]},
            {"findings": [EngagementFinding("f", "Hidden", Topic.IDENTIFICATION)]},
        ],
    )
    def test_regard_to_finding_hidden_carers(self, changes: dict[str, Any]) -> None:
        record = having(**({"aims": ()} | changes))
        assert _said(record, "identification.hidden-carers").is_met

    def test_nothing_said_of_hidden_carers(self) -> None:
        record = having(aims=(), needs=[Need("rest", "Rest", topics=Topic.BREAKS)])
        finding = _said(record, "identification.hidden-carers")
        assert finding.result is Result.UNDETERMINED
        assert [each.field for each in finding.missing] == ["strategy.aims"]


class TestSection4OfTheCareAct:
    @pytest.mark.parametrize(
        ("record", "said"),
        [
            (whole(), False),
            (whole(services=[WISH]), True),
            (whole(services=[attrs.evolve(WISH, kind=None)]), False),
            (intending(type=IntentionType.INFORMATION), True),
            (having(aims=[Aim("a", "Tell carers", Topic.INFORMATION)]), True),
            (having(priorities=[Priority("breaks", "Tell", Topic.INFORMATION, "rest")]), True),
        ],
    )
    def test_information_and_advice_for_carers_too(self, record: Portfolio, *, said: bool) -> None:
        finding = _said(record, "intentions.information")
        assert finding.is_met is said
        assert finding.citation.standing is Standing.SECONDARY


class TestIntegratedCareBoards:
    BOARD: Final = "engagement.boards"
    LATE: Final = date(2022, 7, 1)

    def _asked(self, record: Portfolio, on: date = LATE) -> list[Finding]:
        return [each for each in review(record, on=on).findings if each.rule == self.BOARD]

    @pytest.mark.parametrize(
        ("parties", "phases", "met"),
        [
            (PartyKind.CARERS, Phase.COMMISSIONING, True),
            (PartyKind.CARER_GROUP, [Phase.DRAFTING, Phase.COMMISSIONING], True),
            (PartyKind.CARERS, Phase.DRAFTING, False),
            (PartyKind.PROVIDER, Phase.COMMISSIONING, False),
        ],
    )
    def test_a_board_involves_carers_in_what_it_commissions(
        self, parties: PartyKind, phases: Phase | list[Phase], *, met: bool
    ) -> None:
        group = Engagement("g", "a group", EngagementKind.GROUP, parties, phases)
        record = having(with_integrated_care_board=True, engagement=[group])
        (finding,) = self._asked(record)
        assert (finding.is_met, finding.binding) == (met, False)

    @pytest.mark.parametrize("with_board", [False, None])
    def test_it_is_asked_of_a_board_alone(self, with_board: bool | None) -> None:  # noqa: FBT001 - or not recorded
        assert self._asked(having(with_integrated_care_board=with_board)) == []

    def test_there_were_none_before_july_2022(self) -> None:
        assert self._asked(having(with_integrated_care_board=True), date(2022, 6, 30)) == []


@pytest.mark.parametrize(("day", "asked"), [(date(2015, 3, 31), False), (date(2015, 4, 1), True)])
def test_the_care_act_is_asked_from_its_first_day(day: date, *, asked: bool) -> None:
    found = {each.rule for each in review(whole(), on=day).findings}
    duties = {
        "intentions.prevention",
        "intentions.existing-services",
        "intentions.information",
        "identification.hidden-carers",
    }
    assert found & duties == (duties if asked else set())


def test_none_of_it_changes_an_answer() -> None:
    assert reviewed(BARE).is_met
