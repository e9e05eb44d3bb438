"""Planned timetables: days known roughly, in their order, and all of it before the start."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import attrs
import pytest
from tests.unit.commissioning.making import (
    INTENTION,
    MINUTE,
    RESOLUTION,
    TIMETABLE,
    changed,
    intending,
    only,
    reviewed,
    whole,
)

from carerslib.awards import APPROVE, Authority
from carerslib.commissioning import (
    RANKS,
    IntentionType,
    Milestone,
    MilestoneKind,
    Minutes,
    Resolved,
    ResolvedKind,
    Timetable,
    part_of_month,
)
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.commissioning import Portfolio
    from carerslib.periods import Day

SEPTEMBER = DateRange.month(2017, 9)


class TestPartsOfAMonth:
    @pytest.mark.parametrize(
        ("part", "first", "last"), [("early", 1, 10), ("mid", 11, 20), ("late", 21, 30)]
    )
    def test_thirds_of_september(
        self, part: Literal["early", "mid", "late"], first: int, last: int
    ) -> None:
        days = DateRange(date(2017, 9, first), date(2017, 9, last))
        assert part_of_month(part, 2017, 9) == days

    @pytest.mark.parametrize(("year", "last"), [(2017, 28), (2020, 29)])
    def test_late_february_ends_with_the_month(self, year: int, last: int) -> None:
        assert part_of_month("late", year, 2).last == date(year, 2, last)

    def test_another_word_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="early, mid or late"):
            part_of_month("middle", 2017, 9)  # type: ignore[arg-type]

    def test_a_month_that_is_none_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="month"):
            part_of_month("mid", 2017, 13)


def _timed(*milestones: tuple[MilestoneKind, Day | None]) -> Portfolio:
    listed = [
        Milestone(f"s{place}", f"{kind}", kind, day) for place, (kind, day) in enumerate(milestones)
    ]
    return whole(timetables=attrs.evolve(TIMETABLE, milestones=listed))


def _results(record: Portfolio) -> list[Result]:
    return [each.result for each in only(record, "timetable.order")]


class TestOrder:
    def test_engagement_and_other_steps_have_no_place_in_the_order(self) -> None:
        assert set(MilestoneKind) - set(RANKS) == {MilestoneKind.ENGAGEMENT, MilestoneKind.OTHER}
        record = _timed(
            (MilestoneKind.ENGAGEMENT, date(2019, 1, 1)),
            (MilestoneKind.OTHER, None),
            (MilestoneKind.AWARD, date(2018, 1, 1)),
        )
        assert _results(record) == [Result.MET]

    @pytest.mark.parametrize(
        ("day", "result"),
        [
            (date(2017, 9, 14), Result.NOT_MET),
            (date(2017, 9, 15), Result.MET),
            (date(2017, 9, 16), Result.MET),
        ],
    )
    def test_an_award_around_the_day_on_which_tendering_begins(
        self, day: date, result: Result
    ) -> None:
        record = _timed((MilestoneKind.TENDER_OPENS, date(2017, 9, 15)), (MilestoneKind.AWARD, day))
        assert _results(record) == [Result.MET, result]

    @pytest.mark.parametrize(
        ("day", "result"),
        [
            (date(2017, 8, 31), Result.NOT_MET),
            (date(2017, 9, 1), Result.UNDETERMINED),
            (date(2017, 9, 29), Result.UNDETERMINED),
            (date(2017, 9, 30), Result.MET),
            (DateRange.month(2017, 10), Result.MET),
            (SEPTEMBER, Result.UNDETERMINED),
        ],
    )
    def test_after_some_day_in_september(self, day: Day, result: Result) -> None:
        record = _timed((MilestoneKind.TENDER_OPENS, SEPTEMBER), (MilestoneKind.AWARD, day))
        assert _results(record) == [Result.MET, result]

    def test_a_step_is_held_against_all_before_it_and_not_the_last_alone(self) -> None:
        record = _timed(
            (MilestoneKind.TENDER_OPENS, date(2017, 10, 1)),
            (MilestoneKind.EVALUATION, DateRange(date(2017, 9, 1), date(2017, 12, 31))),
            (MilestoneKind.AWARD, date(2017, 9, 15)),
        )
        assert _results(record) == [Result.MET, Result.UNDETERMINED, Result.NOT_MET]

    def test_steps_of_one_kind_need_no_order_among_them(self) -> None:
        record = _timed(
            (MilestoneKind.AWARD, date(2018, 1, 2)),
            (MilestoneKind.AWARD, date(2018, 1, 1)),
            (MilestoneKind.MOBILISATION, date(2018, 1, 1)),
        )
        assert _results(record) == [Result.MET, Result.MET, Result.NOT_MET]

    def test_a_step_without_a_day_is_open_and_bars_nothing(self) -> None:
        record = _timed((MilestoneKind.TENDER_OPENS, None), (MilestoneKind.AWARD, date(2018, 1, 1)))
        assert _results(record) == [Result.UNDETERMINED, Result.MET]

    def test_how_the_steps_are_listed_does_not_matter(self) -> None:
        turned = attrs.evolve(TIMETABLE, milestones=TIMETABLE.milestones[::-1])
        assert _results(whole(timetables=turned)) == [Result.MET] * 3


class TestBeforeTheStart:
    @pytest.mark.parametrize(
        ("start", "result"),
        [
            (date(2018, 1, 9), Result.NOT_MET),
            (date(2018, 1, 10), Result.MET),
            (date(2018, 1, 11), Result.MET),
            (DateRange.month(2018, 1), Result.UNDETERMINED),
            (DateRange.month(2018, 4), Result.MET),
            (None, Result.UNDETERMINED),
        ],
    )
    def test_service_around_the_day_of_the_award(self, start: Day | None, result: Result) -> None:
        (finding,) = only(intending(start=start), "timetable.before-start")
        assert finding.result is result

    def test_a_timetable_without_days_leaves_it_open(self) -> None:
        (finding,) = only(_timed((MilestoneKind.AWARD, None)), "timetable.before-start")
        assert finding.result is Result.UNDETERMINED
        assert [each.expected for each in finding.missing] == ["the days of the milestones"]

    def test_a_later_review_need_not_come_before_it(self) -> None:
        record = _timed(
            (MilestoneKind.AWARD, date(2018, 1, 1)),
            (MilestoneKind.REVIEW, date(2020, 1, 1)),
            (MilestoneKind.OTHER, date(2021, 1, 1)),
        )
        (finding,) = only(record, "timetable.before-start")
        assert finding.result is Result.MET

    @pytest.mark.parametrize("changes", [{"timetable": ""}, {"type": IntentionType.INFORMATION}])
    def test_it_is_asked_of_what_is_bought_by_a_timetable(self, changes: dict[str, Any]) -> None:
        assert only(intending(**changes), "timetable.before-start") == []


class TestApproval:
    @pytest.mark.parametrize("by", ["", "another cabinet"])
    def test_a_timetable_that_no_resolution_approved(self, by: str) -> None:
        record = whole(timetables=attrs.evolve(TIMETABLE, approved_by=by))
        (finding,) = only(record, "timetable.approved")
        assert finding.result is Result.UNDETERMINED

    @pytest.mark.parametrize("by", ["", "another cabinet"])
    def test_an_intention_that_no_resolution_approved(self, by: str) -> None:
        (finding,) = only(intending(approved_by=by), "authority.approved")
        assert finding.result is Result.UNDETERMINED

    def test_who_approved_it_is_said(self) -> None:
        (finding,) = only(whole(), "authority.approved")
        assert (finding.measured, finding.permitted) == ("cabinet", "Anyshire cabinet")

    @pytest.mark.parametrize(
        ("kinds", "result"),
        [
            ([], Result.MET),
            ([ResolvedKind.NOTED], Result.UNDETERMINED),
            ([ResolvedKind.APPROVED], Result.MET),
            ([ResolvedKind.ASKED], Result.MET),
            ([ResolvedKind.NOTED, ResolvedKind.ASKED], Result.MET),
            ([ResolvedKind.NOTED, ResolvedKind.AUTHORISED], Result.MET),
            ([ResolvedKind.ASKED, ResolvedKind.APPROVED], Result.MET),
        ],
    )
    def test_what_a_resolution_only_notes_it_does_not_approve(
        self, kinds: list[ResolvedKind], result: Result
    ) -> None:
        paragraphs = [
            Resolved(f"{place}", "cabinet", kind, "buy breaks") for place, kind in enumerate(kinds)
        ]
        record = whole(minutes=Minutes("m", "Anyshire cabinet", MINUTE, resolved=paragraphs))
        (finding,) = only(record, "authority.approved")
        assert finding.result is result
        assert bool(finding.missing) is (result is Result.UNDETERMINED)
        asked = ResolvedKind.ASKED in kinds and ResolvedKind.APPROVED not in kinds
        assert finding.title == ("Asked for" if asked else "Approved")
        notes = {True: "asked for, and not approved", False: ""}
        noted = "the minutes say only that it was noted"
        assert finding.note == (noted if finding.missing else notes[asked])
        (joined,) = only(record, "authority.joined-up")
        assert joined.result is result
        done = "asked for" if asked else "approved"
        assert (f"{done} by cabinet" in joined.note) is (result is Result.MET)

    @pytest.mark.parametrize(
        ("kind", "result"),
        [(ResolvedKind.NOTED, Result.UNDETERMINED), (ResolvedKind.APPROVED, Result.MET)],
    )
    def test_a_timetable_that_is_only_noted_is_not_approved(
        self, kind: ResolvedKind, result: Result
    ) -> None:
        paragraph = Resolved("b", "cabinet", kind, "timetable")
        record = whole(minutes=Minutes("m", "Anyshire cabinet", MINUTE, resolved=[paragraph]))
        (finding,) = only(record, "timetable.approved")
        assert finding.result is result
        assert bool(finding.note) is bool(finding.missing) is (result is Result.UNDETERMINED)

    def test_that_another_thing_was_noted_does_not_matter(self) -> None:
        noted = Resolved("1", "cabinet", ResolvedKind.NOTED, "report")
        record = whole(minutes=Minutes("m", "Anyshire cabinet", MINUTE, resolved=[noted]))
        assert reviewed(record).is_met


class TestJoinedUp:
    @pytest.mark.parametrize(
        ("day", "result"),
        [
            (date(2017, 9, 14), Result.MET),
            (date(2017, 9, 15), Result.MET),
            (date(2017, 9, 16), Result.NOT_MET),
            (DateRange.year(2017), Result.UNDETERMINED),
            (DateRange.month(2017, 7), Result.MET),
            (None, Result.UNDETERMINED),
        ],
    )
    def test_resolved_around_the_day_on_which_tendering_begins(
        self, day: Day | None, result: Result
    ) -> None:
        record = whole(resolutions=attrs.evolve(RESOLUTION, resolved_on=day))
        (finding,) = only(record, "authority.joined-up")
        assert finding.result is result

    @pytest.mark.parametrize(
        ("changes", "missing"),
        [
            ({"approved_by": ""}, ["approved_by"]),
            ({"timetable": ""}, ["timetable"]),
            ({"authorities": (), "budgets": ()}, ["authorities"]),
            (
                {"approved_by": "", "timetable": "", "authorities": (), "budgets": ()},
                ["approved_by", "timetable", "authorities"],
            ),
        ],
    )
    def test_what_is_not_joined_is_named(self, changes: dict[str, Any], missing: list[str]) -> None:
        (finding,) = only(intending(**changes), "authority.joined-up")
        assert finding.result is Result.UNDETERMINED
        assert [each.field.rpartition(".")[2] for each in finding.missing] == missing

    def test_the_chain_is_told_in_words(self) -> None:
        (finding,) = only(whole(), "authority.joined-up")
        assert finding.note == "approved by cabinet, timed by timetable, under award"

    def test_a_timetable_that_has_no_tender_is_compared_with_nothing(self) -> None:
        record = _timed((MilestoneKind.AWARD, date(2018, 1, 1)))
        (finding,) = only(record, "authority.joined-up")
        assert (finding.result, finding.comparison) == (Result.MET, "")

    def test_an_authority_that_cannot_buy_is_none_to_buy_with(self) -> None:
        approving = Authority("award", MINUTE, powers=[APPROVE])
        record = whole(resolutions=attrs.evolve(RESOLUTION, authorities=approving))
        (finding,) = only(record, "authority.award")
        assert finding.result is Result.UNDETERMINED

    def test_the_authority_to_spend_a_budget_counts(self) -> None:
        (finding,) = only(intending(authorities=()), "authority.award")
        assert finding.measured == ("award",)


class TestFirstDay:
    def test_the_first_of_several_steps_of_a_kind(self) -> None:
        held = attrs.evolve(
            TIMETABLE,
            milestones=[
                Milestone("a", "t", MilestoneKind.AWARD, DateRange.month(2018, 2)),
                Milestone("b", "t", MilestoneKind.AWARD, date(2018, 2, 1)),
                Milestone("c", "t", MilestoneKind.AWARD),
            ],
        )
        assert held.first_day(MilestoneKind.AWARD) == date(2018, 2, 1)
        assert held.first_day(MilestoneKind.REVIEW) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reference", ""),
        ("title", ""),
        ("source", None),
        ("milestones", ["tender"]),
        ("milestones", [TIMETABLE.milestones[0], TIMETABLE.milestones[0]]),
        ("approved_by", None),
    ],
)
def test_what_can_never_be_a_timetable_is_refused(field: str, value: object) -> None:
    with pytest.raises(InvalidValueError) as refused:
        changed(TIMETABLE, **{field: value})
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("field", "value"),
    [("reference", ""), ("title", ""), ("kind", "award"), ("day", "soon"), ("source", "s")],
)
def test_what_can_never_be_a_step_is_refused(field: str, value: object) -> None:
    with pytest.raises(InvalidValueError) as refused:
        changed(TIMETABLE.milestones[0], **{field: value})
    assert refused.value.field == field


def test_the_usual_timetable_is_what_the_intention_follows() -> None:
    assert isinstance(TIMETABLE, Timetable)
    assert INTENTION.timetable == TIMETABLE.reference


class TestOneStart:
    """The day on which a service starts is the same in its timetable and its intention."""

    RULE = "timetable.start"

    def _starting(self, *days: Day | None) -> Portfolio:
        return _timed(*((MilestoneKind.SERVICE_STARTS, day) for day in days))

    @pytest.mark.parametrize(
        ("day", "told"),
        [
            (date(2018, 3, 31), True),
            (date(2018, 4, 1), False),
            (date(2018, 4, 2), True),
            (DateRange.month(2018, 4), False),
            (DateRange.month(2018, 5), True),
            (None, False),
        ],
    )
    def test_another_day_is_advised(self, day: Day | None, *, told: bool) -> None:
        found = only(self._starting(day), self.RULE)
        assert [each.result for each in found] == [Result.NOT_MET] * told
        assert not any(each.binding for each in found)

    def test_one_of_several_starts_will_do(self) -> None:
        both = self._starting(date(2018, 10, 1), date(2018, 4, 1))
        assert only(both, self.RULE) == []
        (finding,) = only(self._starting(date(2019, 4, 1), date(2018, 10, 1)), self.RULE)
        assert finding.permitted == ("1 October 2018", "1 April 2019")

    @pytest.mark.parametrize(
        "changes",
        [{"start": None}, {"timetable": ""}, {"type": IntentionType.INFORMATION}],
    )
    def test_it_is_asked_only_where_both_are_given(self, changes: dict[str, Any]) -> None:
        late = self._starting(date(2019, 4, 1))
        held = attrs.evolve(INTENTION, **changes)
        assert only(attrs.evolve(late, intentions=[held]), self.RULE) == []
