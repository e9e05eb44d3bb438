"""Reading low take-up: what the figures show of why, and never from take-up alone that it fails.

Each pattern is a list of movements that must all be seen. Where a figure is missing, the pattern is
neither shown nor ruled out, and the reading says which figure that is.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import key, one_of, several, some_day, text, yes_or_no
from carerslib.commissioning.monitoring.movement import REASONS, Measure, Move, Movement
from carerslib.errors import InvalidValueError, require
from carerslib.periods import Day
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "PATTERNS",
    "FailingClaim",
    "Ground",
    "Pattern",
    "PatternStep",
    "TakeUpLevel",
    "TakeUpReading",
    "TakeUpReport",
    "check_failing",
    "read_take_up",
]

_HOW: Final = Citation.convention("How the library counts", "patterns of take-up")
_NEVER_ALONE: Final = Citation.convention("How the library counts", "R-MON-3")


class Pattern(enum.StrEnum):
    """What the figures show. None of them is that a service fails."""

    PRICED_OUT = "priced out"
    """Look at what it costs and at the market."""
    LOWER_NEED = "lower need"
    """Shape the service anew."""
    ACCESS_BOTTLENECK = "bottleneck on the way in"
    """Look at how many assessments can be done."""
    SUPPLY_SHORT = "short supply"
    """Look at how much can be delivered."""
    POOR_FIT = "poor fit"
    """Look at the quality of the service, and at what people want."""
    UNSEEN = "unseen"
    """Look at information."""
    UNDETERMINED = "undetermined"
    """No pattern is shown. Nothing may be concluded."""


@final
class PatternStep(NamedTuple):
    """One thing that a pattern asks for: that any of these measures moved in one of these ways."""

    any_of: tuple[tuple[Measure, tuple[Move, ...]], ...]


_UP: Final = (Move.UP,)
_DOWN: Final = (Move.DOWN,)
_STEADY: Final = (Move.STEADY,)
_NOT_UP: Final = (Move.STEADY, Move.DOWN)


def _step(measure: Measure, moves: tuple[Move, ...]) -> PatternStep:
    return PatternStep(((measure, moves),))


PATTERNS: Final[Mapping[Pattern, tuple[PatternStep, ...]]] = {
    Pattern.PRICED_OUT: (
        _step(Measure.SELF_FUNDED_PRICE, _UP),
        _step(Measure.SELF_FUNDED, _DOWN),
        _step(Measure.COUNCIL_FUNDED, _STEADY),
        _step(Measure.NEED, _STEADY),
        _step(Measure.COST, _UP),
    ),
    Pattern.LOWER_NEED: (
        _step(Measure.NEED, _DOWN),
        *(_step(measure, _NOT_UP) for measure in REASONS.values()),
    ),
    Pattern.ACCESS_BOTTLENECK: (
        _step(Measure.OFFERS, _DOWN),
        _step(Measure.WAITING_ASSESSMENT, _UP),
    ),
    Pattern.SUPPLY_SHORT: (
        PatternStep(((Measure.PLACES, _DOWN), (Measure.UNDELIVERED, _UP))),
        _step(Measure.WAITING_START, _UP),
    ),
    Pattern.POOR_FIT: (
        _step(Measure.OFFERS, _STEADY),
        _step(Measure.SELF_FUNDED_PRICE, _STEADY),
        _step(Measure.ACCEPTANCE, _DOWN),
        PatternStep(((Measure.QUALITY, _UP), (Measure.UNWILLING, _UP))),
    ),
    Pattern.UNSEEN: (
        _step(Measure.INFORMATION, _DOWN),
        _step(Measure.UNAWARE, _UP),
    ),
}
"""What each pattern asks for; lower need asks besides that nobody waits."""

_WHAT_IS_ASKED_FIRST: Final = (Measure.SELF_FUNDED_PRICE, *REASONS.values())
_RESULT: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}


@final
@attrs.frozen
class TakeUpReading:
    """What the movement of a service shows: the patterns, and a verdict that says why.

    ``labels`` is :attr:`Pattern.UNDETERMINED` alone where no pattern is shown. ``missing`` names
    every figure whose lack leaves a pattern open, whatever else is shown.
    """

    movement: Movement
    labels: tuple[Pattern, ...]
    verdict: Verdict
    missing: tuple[Missing, ...]

    @property
    def service(self) -> str:
        """The service, by its reference."""
        return self.movement.service


def read_take_up(movement: Movement) -> TakeUpReading:
    """Say which patterns a movement shows, and what is missing for those that stay open.

    Several may be shown at once. The verdict is met where any is; not met where none is, with
    nothing missing, which still says nothing about whether the service is any good.
    """
    known = isinstance(movement, Movement)
    require(None if known else InvalidValueError("movement", movement, "a Movement"))
    parts = {pattern: _pattern(movement, pattern, steps) for pattern, steps in PATTERNS.items()}
    shown = tuple(pattern for pattern, part in parts.items() if part.is_met)
    still_open = [part for part in parts.values() if part.result is Result.UNDETERMINED]
    lacking = dict.fromkeys(
        fact for part in still_open for finding in part.findings for fact in finding.missing
    )
    verdict = Verdict.any_of(
        parts.values(), title=f"What moved at {movement.service}", subject=movement.service
    )
    return TakeUpReading(movement, shown or (Pattern.UNDETERMINED,), verdict, tuple(lacking))


def _pattern(movement: Movement, pattern: Pattern, steps: tuple[PatternStep, ...]) -> Verdict:
    parts: list[Part] = []
    for step in steps:
        findings = [_moved(movement, pattern, measure, moves) for measure, moves in step.any_of]
        title = " or ".join(str(measure) for measure, _ in step.any_of)
        parts += (
            findings
            if len(findings) == 1
            else [Verdict.any_of(findings, title=title, subject=movement.service)]
        )
    if pattern is Pattern.LOWER_NEED:
        parts.append(_nobody_waits(movement))
    return Verdict.all_of(parts, title=pattern.capitalize(), subject=movement.service)


def _source(movement: Movement) -> Citation:
    if movement.thresholds is not None:
        return movement.thresholds.citation
    return movement.source or _HOW


def _moved(
    movement: Movement, pattern: Pattern, measure: Measure, moves: tuple[Move, ...]
) -> Finding:
    move = movement.of(measure)
    return Finding(
        f"take_up.{pattern.name.lower()}.{measure.name.lower()}",
        measure[0].upper() + measure[1:],
        _RESULT[None if move is None else move in moves],
        Aspect.AMOUNT,
        movement.service,
        _source(movement),
        move,
        "must be",
        " or ".join(moves),
        (Missing(measure, "in both quarters"),) if move is None else (),
        note=f"steady: {movement.thresholds.name}" if movement.thresholds else "",
    )


def _nobody_waits(movement: Movement) -> Finding:
    waits = movement.waits
    return Finding(
        "take_up.lower_need.nobody_waits",
        "Nobody waits",
        _RESULT[None if waits is None else not waits],
        Aspect.COUNT,
        movement.service,
        _source(movement),
        {True: "somebody waits", False: "nobody waits", None: None}[waits],
        "must be",
        "nobody waits",
        (Missing("waiting", "for an assessment and for a start"),) if waits is None else (),
    )


class TakeUpLevel(enum.StrEnum):
    """How somebody described take-up, without figures."""

    SUCCESSFUL = "successful"
    LIMITED = "limited"
    LOWER = "lower"


@final
@attrs.frozen(kw_only=True)
class TakeUpReport:
    """What somebody said of how a service is used, without figures: said, not measured.

    ``said_by`` is a role; ``where`` the place that it was said of.
    """

    reference: str
    service: str
    level: TakeUpLevel
    said_by: str
    where: str = ""
    day: Day | None = None

    def __attrs_post_init__(self) -> None:
        require(
            *(key(field, getattr(self, field)) for field in ("reference", "service", "said_by")),
            one_of("level", self.level, TakeUpLevel),
            text("where", self.where),
            some_day("day", self.day),
        )

    @property
    def movement(self) -> Movement:
        """What is known of movements from it: nothing of price or reasons, so nothing is shown."""
        moves = {Measure.TAKE_UP: Move.DOWN} if self.level is TakeUpLevel.LOWER else {}
        return Movement(reference=self.reference, service=self.service, moves=moves)


class Ground(enum.StrEnum):
    """On what a service is called failing."""

    TAKE_UP = "take-up"
    COMPLAINTS = "complaints"
    INSPECTION = "an inspection"
    OUTCOMES = "what carers say it brings them"
    CONTRACT = "what its contract asks"


def _grounds(given: Ground | Iterable[Ground]) -> tuple[Ground, ...]:
    return tuple(dict.fromkeys(sorted(several(given), key=str)))


@final
@attrs.frozen(kw_only=True)
class FailingClaim:
    """That somebody calls a service failing, or fears that others will; and on what grounds.

    No ground is where none is recorded.
    """

    reference: str
    service: str
    grounds: tuple[Ground, ...] = attrs.field(default=(), converter=_grounds)
    by: str = ""
    feared: bool | None = None

    def __attrs_post_init__(self) -> None:
        known = all(isinstance(ground, Ground) for ground in self.grounds)
        require(
            key("reference", self.reference),
            key("service", self.service),
            None if known else InvalidValueError("grounds", self.grounds, "Ground, one or several"),
            text("by", self.by),
            yes_or_no("feared", self.feared),
        )


def check_failing(claim: FailingClaim, reading: TakeUpReading) -> Verdict:
    """Say whether a service may be called failing on the grounds given.

    Never from take-up alone. Where take-up is one of several grounds, the price to those who pay
    themselves and every reason for unmet need have to be known, and they must not be priced out.
    Raises :class:`~carerslib.errors.InvalidValueError` where the two are of different services.
    """
    same = claim.service == reading.service
    expected = f"a reading of {claim.service}"
    require(None if same else InvalidValueError("reading", reading.service, expected))
    return Verdict.all_of(
        [_not_alone(claim), _not_priced_out(claim, reading)],
        title=f"Called failing: {claim.service}",
        subject=claim.reference,
    )


def _not_alone(claim: FailingClaim) -> Finding:
    others = set(claim.grounds) - {Ground.TAKE_UP}
    return Finding(
        "take_up.failing",
        "More than take-up says so",
        _RESULT[bool(others) if claim.grounds else None],
        Aspect.DETERMINATION,
        claim.reference,
        _NEVER_ALONE,
        claim.grounds,
        "not only",
        str(Ground.TAKE_UP),
        () if claim.grounds else (Missing("grounds", "on what it is called failing"),),
    )


def _not_priced_out(claim: FailingClaim, reading: TakeUpReading) -> Finding:
    lacking = [each for each in _WHAT_IS_ASKED_FIRST if reading.movement.of(each) is None]
    if Ground.TAKE_UP not in claim.grounds:
        result, lacking = Result.NOT_APPLICABLE, []
    elif Pattern.PRICED_OUT in reading.labels:
        result, lacking = Result.NOT_MET, []
    else:
        result = Result.UNDETERMINED if lacking else Result.MET
    return Finding(
        "take_up.priced_out",
        "People are not priced out",
        result,
        Aspect.DETERMINATION,
        claim.reference,
        _NEVER_ALONE,
        tuple(reading.labels),
        "none of",
        (str(Pattern.PRICED_OUT),),
        tuple(Missing(measure, "in both quarters") for measure in lacking),
    )
