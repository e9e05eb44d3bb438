"""What an assessment found, as the regulations ask for it. Every fact is yes, no or not recorded.

A fact is recorded as it would stand if the help that somebody gives now were taken away: an outcome
that is reached only because somebody assists is one that needs assistance.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar, final

import attrs

from carerslib.assessments._checks import check_facts, check_text
from carerslib.carers._checks import several
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.law.care_act_2014 import WellBeing
from carerslib.law.eligibility_regulations_2015 import (
    LIMBS,
    AdultOutcome,
    CareOutcome,
    CarerOutcome,
    Limb,
)
from carerslib.periods import DateRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["AdultNeeds", "CarerNeeds", "OutcomeRecord"]

T = TypeVar("T")

_ORDER: Final = {outcome: place for place, outcome in enumerate((*CarerOutcome, *AdultOutcome))}
_LIMBS: Final = tuple(limb.value for limb in Limb)
# The limbs of a carer are the first of an adult's, in the order of the fields below.
_COUNTED: Final[dict[type, int]] = {kind: len(limbs) for kind, limbs in LIMBS.items()}
_EVERY: Final[dict[type, list[CareOutcome]]] = {kind: list(kind) for kind in LIMBS}
_ACHIEVED: Final = dict.fromkeys(_LIMBS, False)
_OF_CARER: Final = (
    "for_an_adult",
    "care_is_necessary",
    "arise_from_caring",
    "physical_health",
    "mental_health",
    "significant_impact",
    "fluctuates",
)
_OF_ADULT: Final = ("from_impairment", "significant_impact", "fluctuates")
_carer_facts: Final[Callable[[object], tuple[bool | None, ...]]] = attrgetter(*_OF_CARER)
_adult_facts: Final[Callable[[object], tuple[bool | None, ...]]] = attrgetter(*_OF_ADULT)
_set: Final = object.__setattr__


def _fact() -> bool | None:
    """Give a field for a fact about a person, which no representation shows."""
    found: bool | None = attrs.field(default=None, kw_only=True, repr=False)
    return found


@final
@attrs.frozen
class OutcomeRecord:
    """What is recorded of one care outcome, limb by limb.

    ``needs_assistance``: it cannot be achieved without assistance. ``pain_or_distress``: it can,
    but with significant pain, distress or anxiety. ``danger``: it can, but endangers the health or
    safety of the person or of others, or is likely to. ``takes_longer``: it can, but takes
    significantly longer than would normally be expected, which counts for an adult only and is
    kept, but not counted, for a carer. ``unable`` is what the limbs that count amount to.
    Raises :class:`.InvalidValueError` for a fact that is not yes, no or None.
    """

    outcome: CareOutcome
    needs_assistance: bool | None = _fact()
    pain_or_distress: bool | None = _fact()
    danger: bool | None = _fact()
    takes_longer: bool | None = _fact()
    unable: bool | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        counted = _COUNTED.get(type(self.outcome))
        if counted is None:
            expected = "a CarerOutcome or an AdultOutcome"
            raise InvalidValueError(field="outcome", value=self.outcome, expected=expected)
        one, two, three = self.needs_assistance, self.pain_or_distress, self.danger
        four = self.takes_longer
        # each compared by identity, since 1 equals True and is no fact
        if not (
            (one is False or one is True or one is None)
            and (two is False or two is True or two is None)
            and (three is False or three is True or three is None)
            and (four is None or four is False or four is True)
        ):
            require(*check_facts(_LIMBS, (one, two, three, four)))
        limbs = (one, two, three, four)[:counted]
        _set_unable(self, True if True in limbs else None if None in limbs else False)

    @classmethod
    def achieved(cls, outcome: CareOutcome) -> OutcomeRecord:
        """Record that no limb applies: the outcome is achieved, or there is nothing to achieve."""
        return cls(outcome, **_ACHIEVED)


# what setting a field of a frozen record comes down to, without looking it up each time
_set_unable: Final = OutcomeRecord.__dict__["unable"].__set__
_RECORD: Final = frozenset((OutcomeRecord,))
_outcome_of: Final[Callable[[OutcomeRecord], CareOutcome]] = attrgetter("outcome")
_unable_of: Final[Callable[[OutcomeRecord], bool | None]] = attrgetter("unable")


def _records(given: Iterable[OutcomeRecord]) -> tuple[OutcomeRecord, ...]:
    return several("outcomes", given)


def _arrange(needs: CarerNeeds | AdultNeeds, kind: type[CareOutcome]) -> list[InvalidValueError]:
    """Check the records, and put them into the order of the regulations if they are not in it.

    So the order in which they are given never matters.
    """
    records = needs.outcomes
    if not _RECORD.issuperset(map(type, records)):
        return [InvalidValueError("outcomes", WITHHELD, "OutcomeRecord objects")]
    outcomes = list(map(_outcome_of, records))
    if outcomes == _EVERY[kind]:
        return []
    problems = [
        InvalidValueError("outcomes", outcome.name, f"outcomes of {kind.__name__}")
        for outcome in outcomes
        if not isinstance(outcome, kind)
    ]
    if len(set(outcomes)) < len(outcomes):
        twice = sorted({each.name for each in outcomes if outcomes.count(each) > 1})
        problems.append(InvalidValueError("outcomes", ", ".join(twice), "each outcome once"))
    _set(needs, "outcomes", tuple(sorted(records, key=lambda each: _ORDER[each.outcome])))
    return problems


def _matters(given: Iterable[WellBeing]) -> frozenset[WellBeing]:
    return frozenset(several("affected", given))


def _impact(needs: CarerNeeds | AdultNeeds) -> list[InvalidValueError]:
    """Check what the two kinds of needs record alike of the impact and of how it was looked at."""
    period = needs.period
    problems = [
        InvalidValueError("affected", WITHHELD, "matters of WellBeing")
        for each in needs.affected
        if not isinstance(each, WellBeing)
    ]
    if period is not None and not isinstance(period, DateRange):
        problems.append(InvalidValueError("period", WITHHELD, "a DateRange, or None"))
    return problems


def _check(
    needs: CarerNeeds | AdultNeeds,
    kind: type[CareOutcome],
    fields: tuple[str, ...],
    facts: tuple[bool | None, ...],
) -> None:
    """Check what the two kinds of needs record, and put their outcomes into order."""
    problems = [
        *check_facts(fields, facts),
        *_arrange(needs, kind),
        *(_impact(needs) if needs.affected or needs.period is not None else ()),
    ]
    if problems or needs.own_view.__class__ is not str:
        require(*problems, check_text("own_view", needs.own_view))


@final
@attrs.frozen(kw_only=True)
class CarerNeeds:
    """What regulation 3 asks of a carer's needs for support.

    ``for_an_adult``, ``care_is_necessary`` and ``arise_from_caring`` make condition 1.
    ``physical_health`` and ``mental_health`` say whether the needs have the effect that it is
    deteriorating or at risk of it; with ``outcomes`` they make condition 2. ``significant_impact``
    says whether there is, or is likely to be, a significant impact on well-being as a consequence;
    ``affected`` holds the matters that it falls on, and ``own_view`` the carer's view, in words.
    ``fluctuates`` and ``period`` say whether the level of the needs goes up and down, and which
    days were looked at. An outcome without a record is not recorded. ``cause`` and ``effect`` are
    what conditions 1 and 2 amount to.
    """

    for_an_adult: bool | None = _fact()
    care_is_necessary: bool | None = _fact()
    arise_from_caring: bool | None = _fact()
    physical_health: bool | None = _fact()
    mental_health: bool | None = _fact()
    outcomes: tuple[OutcomeRecord, ...] = attrs.field(default=(), converter=_records, repr=False)
    significant_impact: bool | None = _fact()
    affected: frozenset[WellBeing] = attrs.field(default=(), converter=_matters, repr=False)
    own_view: str = attrs.field(default="", repr=False)
    fluctuates: bool | None = attrs.field(default=None, repr=False)
    period: DateRange | None = attrs.field(default=None, repr=False)
    cause: bool | None = attrs.field(init=False, eq=False, repr=False)
    effect: bool | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        facts = _carer_facts(self)
        _check(self, CarerOutcome, _OF_CARER, facts)
        causes, effects = facts[:3], [*facts[3:5], *map(_unable_of, self.outcomes)]
        if len(self.outcomes) < len(CarerOutcome):
            effects.append(None)
        _set(self, "cause", False if False in causes else None if None in causes else True)
        _set(self, "effect", True if True in effects else None if None in effects else False)


@final
@attrs.frozen(kw_only=True)
class AdultNeeds:
    """What regulation 2 asks of an adult's needs for care and support.

    ``from_impairment`` says whether the needs arise from or are related to a physical or mental
    impairment or illness. The rest is as for :class:`CarerNeeds`. Care that a carer gives is
    disregarded here: record what the adult can do without it.
    """

    from_impairment: bool | None = _fact()
    outcomes: tuple[OutcomeRecord, ...] = attrs.field(default=(), converter=_records, repr=False)
    significant_impact: bool | None = _fact()
    affected: frozenset[WellBeing] = attrs.field(default=(), converter=_matters, repr=False)
    own_view: str = attrs.field(default="", repr=False)
    fluctuates: bool | None = attrs.field(default=None, repr=False)
    period: DateRange | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        _check(self, AdultOutcome, _OF_ADULT, _adult_facts(self))
