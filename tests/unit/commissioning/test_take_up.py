"""Take-up read fairly: what moved, which pattern that shows, and what nobody may conclude."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any, Final

import pytest

from carerslib.citations import Citation
from carerslib.commissioning.monitoring import (
    PATTERNS,
    REASONS,
    TEN_PER_CENT,
    FailingClaim,
    Ground,
    Measure,
    Move,
    Movement,
    Pattern,
    Quarter,
    ServiceQuarter,
    Stage,
    TakeUpLevel,
    TakeUpReport,
    Thresholds,
    UnmetReason,
    check_failing,
    read_take_up,
)
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.services import MixedUnitsError, Quantity, Unit
from carerslib.verdicts import Result

MINUTE: Final = Citation.record("Cabinet, 22 June 2017")
NO_REASON_RISES: Final = dict.fromkeys(REASONS.values(), Move.STEADY)


def _quarter(number: int = 1, **figures: Any) -> ServiceQuarter:  # noqa: ANN401 - fields by name
    return ServiceQuarter(
        reference=f"Q{number}", service="sitting", quarter=Quarter("2017/18", number), **figures
    )


def _movement(moves: dict[Measure, Move], **fields: Any) -> Movement:  # noqa: ANN401 - fields by name
    return Movement(reference="M", service="sitting", moves=moves, **fields)


@pytest.mark.parametrize(
    ("after", "move"),
    [
        (89, Move.DOWN),
        (90, Move.STEADY),
        (91, Move.STEADY),
        (100, Move.STEADY),
        (109, Move.STEADY),
        (110, Move.STEADY),
        (111, Move.UP),
    ],
)
def test_ten_per_cent_either_way_is_steady(after: int, move: Move) -> None:
    assert TEN_PER_CENT.move(Fraction(100), Fraction(after)) is move


@pytest.mark.parametrize(("after", "move"), [(0, Move.STEADY), (1, Move.UP)])
def test_from_none_to_any_is_up(after: int, move: Move) -> None:
    assert TEN_PER_CENT.move(Fraction(0), Fraction(after)) is move


def test_a_council_gives_thresholds_of_its_own_and_they_are_named() -> None:
    exact = Thresholds("any change", 0, MINUTE)
    before, after = _quarter(offers=100), _quarter(2, offers=101)
    assert Movement.between(before, after).of(Measure.OFFERS) is Move.STEADY
    movement = Movement.between(before, after, thresholds=exact)
    assert movement.of(Measure.OFFERS) is Move.UP
    notes = {each.note for each in read_take_up(movement).verdict.findings if each.note}
    assert notes == {"steady: any change"}


@pytest.mark.parametrize(
    ("figures", "rate", "expected"),
    [
        ({"need": 200, "eligible": 800}, "need_rate", Fraction(1, 4)),
        ({"offers": 100, "need": 200}, "offer_rate", Fraction(1, 2)),
        ({"accepted": 60, "offers": 80}, "acceptance", Fraction(3, 4)),
        ({"council_funded": 60, "self_funded": 50, "need": 200}, "take_up", Fraction(11, 20)),
        ({"council_funded": 60, "need": 200}, "council_take_up", Fraction(3, 10)),
        ({"self_funded": 50, "need": 200}, "self_funded_take_up", Fraction(1, 4)),
        ({"council_funded": 60, "self_funded": 20}, "self_funded_share", Fraction(1, 4)),
        ({"council_funded": 60, "self_funded": 50, "need": 200}, "unmet", 90),
        ({"council_funded": 60, "need": 200}, "take_up", None),
        ({"council_funded": 60, "self_funded": 50}, "unmet", None),
        ({"self_funded": 50}, "unmet", None),
        ({"accepted": 0, "offers": 0}, "acceptance", None),
        ({"accepted": 60}, "acceptance", None),
        ({"offers": 60}, "acceptance", None),
        ({}, "places_used", None),
        ({"delivered": Quantity(3, Unit.HOUR)}, "places_used", None),
        (
            {"delivered": Quantity(3, Unit.HOUR), "available": Quantity(4, Unit.HOUR)},
            "places_used",
            Fraction(3, 4),
        ),
    ],
)
def test_a_rate_needs_both_its_figures(
    figures: dict[str, Any], rate: str, expected: object
) -> None:
    assert getattr(_quarter(**figures), rate) == expected


def test_places_in_two_units_are_not_divided() -> None:
    quarter = _quarter(delivered=Quantity(3, Unit.HOUR), available=Quantity(4, Unit.NIGHT))
    with pytest.raises(MixedUnitsError):
        quarter.places_used  # noqa: B018 - refused


def test_a_reason_and_a_stage_that_are_not_named_are_not_recorded() -> None:
    quarter = _quarter(reasons={UnmetReason.COST: 0}, waiting={Stage.START: 3})
    assert (quarter.reason(UnmetReason.COST), quarter.reason(UnmetReason.QUALITY)) == (0, None)
    assert (quarter.waits(Stage.START), quarter.waits(Stage.FIRST_ASSESSMENT)) == (3, None)
    assert _quarter().reason(UnmetReason.COST) is None


PENCE: Final = Money.pence
READ: Final[dict[Measure, tuple[dict[str, Any], dict[str, Any]]]] = {
    Measure.NEED: ({"need": 10}, {"need": 20}),
    Measure.OFFERS: ({"offers": 10}, {"offers": 20}),
    Measure.ACCEPTANCE: ({"accepted": 1, "offers": 10}, {"accepted": 2, "offers": 10}),
    Measure.TAKE_UP: (
        {"council_funded": 1, "self_funded": 1, "need": 10},
        {"council_funded": 1, "self_funded": 2, "need": 10},
    ),
    Measure.COUNCIL_FUNDED: ({"council_funded": 10}, {"council_funded": 20}),
    Measure.SELF_FUNDED: ({"self_funded": 10}, {"self_funded": 20}),
    Measure.COUNCIL_PRICE: ({"council_price": PENCE(10)}, {"council_price": PENCE(20)}),
    Measure.SELF_FUNDED_PRICE: ({"self_funded_price": PENCE(1)}, {"self_funded_price": PENCE(2)}),
    Measure.PLACES: (
        {"available": Quantity(1, Unit.HOUR)},
        {"available": Quantity(2, Unit.HOUR)},
    ),
    Measure.UNDELIVERED: (
        {"undelivered": Quantity(1, Unit.HOUR)},
        {"undelivered": Quantity(2, Unit.HOUR)},
    ),
    Measure.INFORMATION: ({"information": 10}, {"information": 20}),
    Measure.WAITING_ASSESSMENT: (
        {"waiting": {Stage.FIRST_ASSESSMENT: 1}},
        {"waiting": {Stage.FIRST_ASSESSMENT: 2}},
    ),
    Measure.WAITING_START: ({"waiting": {Stage.START: 1}}, {"waiting": {Stage.START: 2}}),
    Measure.WAITING_REVIEW: (
        {"waiting": {Stage.REVIEW_OVERDUE: 1}},
        {"waiting": {Stage.REVIEW_OVERDUE: 2}},
    ),
    **{
        measure: ({"reasons": {reason: 1}}, {"reasons": {reason: 2}})
        for reason, measure in REASONS.items()
    },
}


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_is_read_from_its_own_figures(measure: Measure) -> None:
    before, after = READ[measure]
    assert Movement.between(_quarter(**before), _quarter(2, **after)).of(measure) is Move.UP
    assert Movement.between(_quarter(), _quarter(2, **after)).of(measure) is None
    assert Movement.between(_quarter(**before), _quarter(2)).of(measure) is None


@pytest.mark.parametrize("field", ["available", "undelivered"])
def test_amounts_in_two_units_are_not_compared(field: str) -> None:
    hours: dict[str, Any] = {field: Quantity(1, Unit.HOUR)}
    nights: dict[str, Any] = {field: Quantity(1, Unit.NIGHT)}
    before, after = _quarter(**hours), _quarter(2, **nights)
    assert Movement.between(before, after).moves == ()


def test_prices_for_two_units_are_not_compared() -> None:
    before = _quarter(self_funded_price=PENCE(10), unit=Unit.HOUR)
    after = _quarter(2, self_funded_price=PENCE(20), unit=Unit.NIGHT)
    assert Movement.between(before, after).moves == ()


@pytest.mark.parametrize(
    ("waiting", "waits"),
    [
        ({Stage.FIRST_ASSESSMENT: 0, Stage.START: 0}, False),
        ({Stage.FIRST_ASSESSMENT: 0, Stage.START: 1}, True),
        ({Stage.FIRST_ASSESSMENT: 0}, None),
        ({Stage.START: 1}, True),
        (None, None),
    ],
)
def test_whether_anybody_waits_is_known_only_where_both_stages_are(
    waiting: dict[Stage, int] | None,
    waits: bool | None,  # noqa: FBT001 - a fact of the table
) -> None:
    assert Movement.between(_quarter(), _quarter(2, waiting=waiting)).waits is waits


SHOWN: Final[dict[Pattern, Movement]] = {
    Pattern.PRICED_OUT: _movement(
        {
            Measure.SELF_FUNDED_PRICE: Move.UP,
            Measure.SELF_FUNDED: Move.DOWN,
            Measure.COUNCIL_FUNDED: Move.STEADY,
            Measure.NEED: Move.STEADY,
            Measure.COST: Move.UP,
        }
    ),
    Pattern.LOWER_NEED: _movement({Measure.NEED: Move.DOWN, **NO_REASON_RISES}, waits=False),
    Pattern.ACCESS_BOTTLENECK: _movement(
        {Measure.OFFERS: Move.DOWN, Measure.WAITING_ASSESSMENT: Move.UP}
    ),
    Pattern.SUPPLY_SHORT: _movement({Measure.PLACES: Move.DOWN, Measure.WAITING_START: Move.UP}),
    Pattern.POOR_FIT: _movement(
        {
            Measure.OFFERS: Move.STEADY,
            Measure.SELF_FUNDED_PRICE: Move.STEADY,
            Measure.ACCEPTANCE: Move.DOWN,
            Measure.QUALITY: Move.UP,
        }
    ),
    Pattern.UNSEEN: _movement({Measure.INFORMATION: Move.DOWN, Measure.UNAWARE: Move.UP}),
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_pattern_is_shown_by_what_it_asks_for(pattern: Pattern) -> None:
    reading = read_take_up(SHOWN[pattern])
    assert (reading.labels, reading.verdict.result) == ((pattern,), Result.MET)
    assert reading.service == "sitting"


@pytest.mark.parametrize(
    ("pattern", "measure"),
    [(pattern, measure) for pattern, shown in SHOWN.items() for measure, _ in shown.moves],
)
def test_a_pattern_is_gone_without_any_of_its_steps(pattern: Pattern, measure: Measure) -> None:
    moves = dict(SHOWN[pattern].moves)
    known = _movement({each: move for each, move in moves.items() if each is not measure})
    assert pattern not in read_take_up(known).labels
    for other in set(Move) - {moves[measure]}:
        reading = read_take_up(_movement(moves | {measure: other}, waits=SHOWN[pattern].waits))
        allowed = pattern is Pattern.LOWER_NEED and measure in NO_REASON_RISES
        assert (pattern in reading.labels) == (allowed and other is not Move.UP)


@pytest.mark.parametrize(
    ("pattern", "instead_of", "measure"),
    [
        (Pattern.SUPPLY_SHORT, Measure.PLACES, Measure.UNDELIVERED),
        (Pattern.POOR_FIT, Measure.QUALITY, Measure.UNWILLING),
    ],
)
def test_one_of_two_signs_is_enough(
    pattern: Pattern, instead_of: Measure, measure: Measure
) -> None:
    moves = dict(SHOWN[pattern].moves)
    del moves[instead_of]
    assert read_take_up(_movement(moves | {measure: Move.UP})).labels == (pattern,)


@pytest.mark.parametrize(
    ("waits", "result", "lacking"),
    [
        (False, Result.MET, False),
        (True, Result.NOT_MET, False),
        (None, Result.UNDETERMINED, True),
    ],
)
def test_need_is_lower_only_where_nobody_waits(
    waits: bool | None,  # noqa: FBT001 - a fact of the table
    result: Result,
    lacking: bool,  # noqa: FBT001 - a fact of the table
) -> None:
    movement = _movement(dict(SHOWN[Pattern.LOWER_NEED].moves), waits=waits)
    reading = read_take_up(movement)
    lower = next(part for part in reading.verdict.parts if part.title == "Lower need")
    assert lower.result is result
    assert ("waiting" in {each.field for each in reading.missing}) is lacking


def test_several_patterns_may_be_shown_at_once() -> None:
    moves = dict(SHOWN[Pattern.UNSEEN].moves) | dict(SHOWN[Pattern.ACCESS_BOTTLENECK].moves)
    labels = read_take_up(_movement(moves)).labels
    assert labels == (Pattern.ACCESS_BOTTLENECK, Pattern.UNSEEN)


def test_where_nothing_is_missing_and_nothing_fits_nothing_is_concluded() -> None:
    steady = _movement(dict.fromkeys(Measure, Move.STEADY), waits=False)
    reading = read_take_up(steady)
    assert (reading.labels, reading.missing) == ((Pattern.UNDETERMINED,), ())
    assert reading.verdict.result is Result.NOT_MET


def test_what_was_said_without_figures_shows_nothing_and_cites_who_said_it() -> None:
    moves = {Measure.SELF_FUNDED_PRICE: Move.UP, Measure.SELF_FUNDED: Move.DOWN}
    reading = read_take_up(_movement(moves, source=MINUTE))
    assert reading.labels == (Pattern.UNDETERMINED,)
    assert reading.verdict.result is Result.UNDETERMINED
    assert {each.citation for each in reading.verdict.findings} == {MINUTE}
    assert {Measure.COST, Measure.NEED} <= {each.field for each in reading.missing}


@pytest.mark.parametrize("level", TakeUpLevel)
def test_how_take_up_was_described_shows_no_pattern(level: TakeUpLevel) -> None:
    report = TakeUpReport(
        reference="village halls",
        service="outreach",
        level=level,
        said_by="strategic wellbeing and housing manager",
        where="village halls",
    )
    reading = read_take_up(report.movement)
    assert reading.labels == (Pattern.UNDETERMINED,)
    known = report.movement.of(Measure.TAKE_UP)
    assert known is (Move.DOWN if level is TakeUpLevel.LOWER else None)


def _claim(*grounds: Ground) -> FailingClaim:
    return FailingClaim(reference="C", service="sitting", grounds=grounds, feared=True)


KNOWN: Final = _movement(dict.fromkeys(Measure, Move.STEADY), waits=False)
NOTHING_KNOWN: Final = _movement({})


@pytest.mark.parametrize(
    ("grounds", "movement", "alone", "priced_out", "result"),
    [
        ((Ground.TAKE_UP,), KNOWN, Result.NOT_MET, Result.MET, Result.NOT_MET),
        ((Ground.TAKE_UP,), NOTHING_KNOWN, Result.NOT_MET, Result.UNDETERMINED, Result.NOT_MET),
        ((Ground.TAKE_UP, Ground.COMPLAINTS), KNOWN, Result.MET, Result.MET, Result.MET),
        (
            (Ground.TAKE_UP, Ground.COMPLAINTS),
            NOTHING_KNOWN,
            Result.MET,
            Result.UNDETERMINED,
            Result.UNDETERMINED,
        ),
        (
            (Ground.TAKE_UP, Ground.INSPECTION),
            SHOWN[Pattern.PRICED_OUT],
            Result.MET,
            Result.NOT_MET,
            Result.NOT_MET,
        ),
        ((Ground.INSPECTION,), NOTHING_KNOWN, Result.MET, Result.NOT_APPLICABLE, Result.MET),
        ((), KNOWN, Result.UNDETERMINED, Result.NOT_APPLICABLE, Result.UNDETERMINED),
    ],
)
def test_a_service_is_never_called_failing_from_take_up_alone(
    grounds: tuple[Ground, ...],
    movement: Movement,
    alone: Result,
    priced_out: Result,
    result: Result,
) -> None:
    verdict = check_failing(_claim(*grounds), read_take_up(movement))
    found = {each.rule: each.result for each in verdict.findings}
    assert found == {"take_up.failing": alone, "take_up.priced_out": priced_out}
    assert verdict.result is result


def test_the_price_and_every_reason_are_asked_for_before_a_service_is_called_failing() -> None:
    verdict = check_failing(_claim(Ground.TAKE_UP, Ground.COMPLAINTS), read_take_up(NOTHING_KNOWN))
    asked = [each.field for each in verdict.missing]
    assert asked == [Measure.SELF_FUNDED_PRICE, *REASONS.values()]


def test_a_claim_about_another_service_is_refused() -> None:
    claim = FailingClaim(reference="C", service="day centre", grounds=Ground.TAKE_UP)
    with pytest.raises(InvalidValueError, match="day centre"):
        check_failing(claim, read_take_up(KNOWN))


def test_a_reading_survives_pickling_and_is_equal_every_time() -> None:
    reading = read_take_up(SHOWN[Pattern.PRICED_OUT])
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - made a line above
    assert read_take_up(SHOWN[Pattern.PRICED_OUT]) == reading


def test_quarters_are_written_and_ordered_as_they_come() -> None:
    assert str(Quarter("2017/18", 4)) == "2017/18 quarter 4"
    assert Quarter("2017/18", 4) < Quarter("2018/19", 1)


WRONG: Final[dict[str, tuple[Any, dict[str, Any], str]]] = {
    "a fifth quarter": (Quarter, {"year": "2017/18", "number": 5}, "number"),
    "no quarter": (
        ServiceQuarter,
        {"reference": "q", "service": "s", "quarter": "autumn"},
        "quarter",
    ),
    "a unit in words": (_quarter, {"unit": "hours"}, "unit"),
    "a need below nothing": (_quarter, {"need": -1}, "need"),
    "a price below nothing": (_quarter, {"council_price": PENCE(-1)}, "council_price"),
    "a price that is a number": (_quarter, {"self_funded_price": 10}, "self_funded_price"),
    "a quantity that is a number": (_quarter, {"available": 10}, "available"),
    "a reason in words": (_quarter, {"reasons": {"cost": 1}}, "reasons"),
    "a reason that is not counted": (_quarter, {"reasons": {UnmetReason.COST: None}}, "reasons"),
    "a wait below nothing": (_quarter, {"waiting": {Stage.START: -1}}, "waiting"),
    "a limit that is a float": (
        Thresholds,
        {"name": "t", "steady_within": 0.1, "citation": MINUTE},
        "steady_within",
    ),
    "a limit below nothing": (
        Thresholds,
        {"name": "t", "steady_within": -1, "citation": MINUTE},
        "steady_within",
    ),
    "a move in words": (_movement, {"moves": {Measure.NEED: "higher"}}, "moves"),
    "waiting in words": (_movement, {"moves": {}, "waits": "some"}, "waits"),
    "a level in words": (
        TakeUpReport,
        {"reference": "r", "service": "s", "level": "fair", "said_by": "b"},
        "level",
    ),
    "a ground in words": (
        FailingClaim,
        {"reference": "c", "service": "s", "grounds": ["rumour"]},
        "grounds",
    ),
}


@pytest.mark.parametrize(("make", "fields", "field"), WRONG.values(), ids=WRONG)
def test_what_can_never_be_right_is_refused(make: Any, fields: dict[str, Any], field: str) -> None:  # noqa: ANN401 - a constructor
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    assert caught.value.field == field


def test_movements_run_forward_and_within_one_service() -> None:
    other = ServiceQuarter(reference="q", service="day centre", quarter=Quarter("2017/18", 2))
    with pytest.raises(InvalidValueError, match="figures of sitting"):
        Movement.between(_quarter(), other)
    with pytest.raises(InvalidValueError, match="after 2017/18 quarter 2"):
        Movement.between(_quarter(2), _quarter(1))
    with pytest.raises(InvalidValueError, match="after 2017/18 quarter 1"):
        Movement.between(_quarter(), _quarter())


def test_only_a_movement_is_read() -> None:
    with pytest.raises(InvalidValueError, match="a Movement"):
        read_take_up(_quarter())  # type: ignore[arg-type] # refused


@pytest.mark.parametrize("given", [None, 5, "take-up"])
def test_grounds_that_are_none_are_refused_whole(given: object) -> None:
    wrong: Any = given
    with pytest.raises(InvalidValueError) as refused:
        FailingClaim(reference="C", service="sitting", grounds=wrong)
    assert (refused.value.field, refused.value.value) == ("grounds", (given,))
