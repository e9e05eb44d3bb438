"""Who may still act, when, and what is asked of some awards only."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from carerslib.awards import AWARD, EXTEND, RULES, Authority, Resolution, Sometimes, remaining
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    Either,
    Figure,
    For,
    Holder,
    Joint,
    Nature,
    Only,
    Precondition,
    Reading,
    Readings,
    Step,
    Steps,
    Threshold,
    together_or_alone,
)
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.awards import Remaining
    from carerslib.basis import Basis
    from carerslib.clauses import Group, Request, Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.verdicts import Part, Result

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
CAP: Final = Cap("cap", MINUTE, Figure.pounds("10.00"))
DIRECTOR: Final = Holder("director", MINUTE, "director")
CABINET: Final = Holder("cabinet", MINUTE, "cabinet")
SCRUTINY: Final = Precondition("scrutiny", MINUTE, "scrutiny consulted")
ABOVE: Final = Figure.pounds("100.00", nature=Nature.THRESHOLD)
DAY: Final = date(2026, 4, 1)
DAY_BEFORE: Final = date(2026, 3, 31)


def authority(*clauses: Clause, **fields: Any) -> Authority:  # noqa: ANN401
    return Authority("a", MINUTE, [AWARD], clauses, **fields)


def left(*clauses: Clause) -> Remaining:
    (found,) = remaining(authority(*clauses))
    return found


@attrs.frozen
class Own:
    """A council's own clause made of others."""

    inner: tuple[Clause, ...]
    reference: str = "own"
    source: Citation = MINUTE

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        raise NotImplementedError

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        raise NotImplementedError

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del used, basis
        return ()


class TestOnADay:
    ENDING: Final = authority(CAP).ending("revoked", DAY, MINUTE)

    @pytest.mark.parametrize(("on", "stands"), [(DAY_BEFORE, True), (DAY, False), (None, False)])
    def test_one_that_is_revoked_later_still_allows_what_it_did(
        self, on: date | None, *, stands: bool
    ) -> None:
        assert [each.authority for each in remaining(self.ENDING, on=on)] == ["a"] * stands

    def test_it_says_from_which_day_on_it_is_revoked(self) -> None:
        (found,) = remaining(self.ENDING, on=DAY_BEFORE)
        assert found.ended is not None
        assert (found.ended.how, found.ended.on) == ("revoked", DAY)
        assert left(CAP).ended is None

    @pytest.mark.parametrize(
        ("on", "stands"),
        [(date(2025, 1, 1), True), (DAY_BEFORE, True), (DAY, False), (None, True)],
    )
    def test_one_whose_days_are_over_allows_nothing(self, on: date | None, *, stands: bool) -> None:
        year = authority(CAP, in_force=DateRange(date(2025, 4, 1), DAY_BEFORE))
        assert [each.authority for each in remaining(year, on=on)] == ["a"] * stands

    def test_of_two_only_the_one_that_stands_on_the_day_is_given(self) -> None:
        later = attrs.evolve(self.ENDING, reference="b", ended=None)
        both = Resolution("r", "Cabinet", MINUTE, authorities=[self.ENDING, later])
        assert [each.authority for each in remaining(both, on=DAY_BEFORE)] == ["a", "b"]
        assert [each.authority for each in remaining(both, on=DAY)] == ["b"]

    def test_a_day_is_a_day(self) -> None:
        with pytest.raises(InvalidValueError) as refused:
            remaining(self.ENDING, on=datetime(2026, 4, 1, 12))
        assert refused.value.field == "on"


class TestWhatIsAskedOfSomeOnly:
    def test_above_a_threshold_the_cabinet_acts_once_scrutiny_is_consulted(self) -> None:
        found = left(CAP, DIRECTOR, Threshold("t", MINUTE, ABOVE, [CABINET, SCRUTINY]))
        assert (found.holders, found.first) == (("director",), ())
        assert found.sometimes == (
            Sometimes("above £100.00 (VAT not stated)", ("cabinet",), (), ("scrutiny consulted",)),
        )

    def test_each_limb_says_whose_it_is(self) -> None:
        lot = Only("lot", MINUTE, "lot", "1")
        limbs = [Reading("small", [DIRECTOR, CAP]), Reading("large", [CABINET, lot])]
        found = left(Either("e", MINUTE, limbs))
        assert found.holders == ()
        assert found.sometimes == (
            Sometimes("small", ("director",), (), ()),
            Sometimes("large", ("cabinet",), (("lot", ("1",)),), ()),
        )

    def test_so_do_clauses_for_some_and_a_threshold_among_them(self) -> None:
        threshold = Threshold("t", MINUTE, ABOVE, SCRUTINY, where={"year": "2025/26"})
        found = left(CAP, For("f", MINUTE, {"lot": "1"}, [DIRECTOR, threshold]))
        assert found.sometimes == (
            Sometimes("for lot 1", ("director",), (), ()),
            Sometimes(
                "for lot 1, above £100.00 (VAT not stated), year 2025/26",
                (),
                (),
                ("scrutiny consulted",),
            ),
        )

    def test_so_does_each_option(self) -> None:
        year = Term(years=1)
        steps = Steps("s", MINUTE, [Step(year), Step(year, clauses=[SCRUTINY])])
        (found,) = remaining(Authority("a", MINUTE, [EXTEND], [steps]))
        assert found.sometimes == (Sometimes("option 2", (), (), ("scrutiny consulted",)),)

    def test_readings_are_each_named_until_one_is_chosen(self) -> None:
        both = authority(CAP, together_or_alone("h", MINUTE, ["adults", "children"]))
        (found,) = remaining(both)
        assert found.holders == ()
        assert [(each.when, each.holders) for each in found.sometimes] == [
            ("together", ("adults", "children")),
            ("each alone", ("adults", "children")),
        ]
        (chosen,) = remaining(both, basis=RULES.basis(readings={"h": "together"}))
        assert (chosen.holders, chosen.sometimes) == (("adults", "children"), ())

    def test_clauses_inside_a_councils_own_are_named_by_its_reference(self) -> None:
        found = left(CAP, Own((DIRECTOR,)))
        assert found.sometimes == (Sometimes("own", ("director",), (), ()),)

    def test_a_part_that_asks_nothing_of_these_is_left_out(self) -> None:
        assert left(For("f", MINUTE, {"lot": "1"}, CAP)).sometimes == ()

    def test_each_is_named_once(self) -> None:
        joint = Joint("j", MINUTE, ["director", "finance"])
        again = Precondition("again", MINUTE, "scrutiny consulted")
        found = left(CAP, DIRECTOR, joint, SCRUTINY, again)
        assert found.holders == ("director", "finance")
        assert found.first == ("scrutiny consulted",)

    def test_of_readings_inside_a_reading_the_outer_comes_first(self) -> None:
        inner = together_or_alone("i", MINUTE, ["adults", "children"])
        words = [Reading("narrow", DIRECTOR), Reading("wide", inner)]
        found = left(CAP, Readings("r", MINUTE, words))
        assert [each.when for each in found.sometimes] == [
            "narrow",
            "wide, together",
            "wide, each alone",
        ]
