"""What an assessment found, as the regulations ask for it. Every fact is yes, no or not recorded.

A fact is recorded as it would stand if the help that somebody gives now were taken away: an outcome
that is reached only because somebody assists is one that needs assistance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, final

import attrs

from carerslib.assessments._checks import FACT_TYPES, check_facts, check_texts
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
    from collections.abc import Iterable

__all__ = ["AdultNeeds", "CarerNeeds", "OutcomeRecord"]

T = TypeVar("T")

_ORDER: Final = {outcome: place for place, outcome in enumerate((*CarerOutcome, *AdultOutcome))}
_LIMBS: Final = tuple(limb.value for limb in Limb)
# The limbs of a carer are the first of an adult's, in the order of the fields below.
_COUNTED: Final[dict[type, int]] = {kind: len(limbs) for kind, limbs in LIMBS.items()}
_COMPLETE: Final[list[list[CareOutcome]]] = [list(CarerOutcome), list(AdultOutcome)]
_ACHIEVED: Final = dict.fromkeys(_LIMBS, False)
_CAUSES: Final = ("for_an_adult", "care_is_necessary", "arise_from_caring")
_HEALTH: Final = ("physical_health", "mental_health")


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
        facts = (self.needs_assistance, self.pain_or_distress, self.danger, self.takes_longer)
        if not FACT_TYPES.issuperset(map(type, facts)):
            require(*check_facts(self, _LIMBS))
        limbs = facts[:counted]
        unable = True if True in limbs else None if None in limbs else False
        object.__setattr__(self, "unable", unable)

    @classmethod
    def achieved(cls, outcome: CareOutcome) -> OutcomeRecord:
        """Record that no limb applies: the outcome is achieved, or there is nothing to achieve."""
        return cls(outcome, **_ACHIEVED)


_RECORD: Final = frozenset((OutcomeRecord,))


def _in_order(given: Iterable[OutcomeRecord]) -> tuple[OutcomeRecord, ...]:
    """Put records into the order of the regulations, so that the order given never matters."""
    records = tuple(given)
    if not _RECORD.issuperset(map(type, records)):
        raise InvalidValueError(field="outcomes", value=WITHHELD, expected="OutcomeRecord objects")
    if [each.outcome for each in records] in _COMPLETE:
        return records
    return tuple(sorted(records, key=lambda each: _ORDER[each.outcome]))


def _outcomes(
    records: tuple[OutcomeRecord, ...], kind: type[CareOutcome]
) -> list[InvalidValueError]:
    outcomes = [each.outcome for each in records]
    if outcomes in _COMPLETE and isinstance(outcomes[0], kind):
        return []
    problems = [
        InvalidValueError("outcomes", outcome.name, f"outcomes of {kind.__name__}")
        for outcome in outcomes
        if not isinstance(outcome, kind)
    ]
    if len(set(outcomes)) < len(outcomes):
        twice = sorted({each.name for each in outcomes if outcomes.count(each) > 1})
        problems.append(InvalidValueError("outcomes", ", ".join(twice), "each outcome once"))
    return problems


def _matters(given: Iterable[WellBeing]) -> frozenset[WellBeing]:
    return frozenset(given)


def _not_matters(given: frozenset[WellBeing]) -> list[InvalidValueError]:
    if all(isinstance(each, WellBeing) for each in given):
        return []
    return [InvalidValueError("affected", WITHHELD, "matters of WellBeing")]


def _period(value: object) -> list[InvalidValueError]:
    if value is None or isinstance(value, DateRange):
        return []
    return [InvalidValueError("period", WITHHELD, "a DateRange, or None")]


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
    outcomes: tuple[OutcomeRecord, ...] = attrs.field(default=(), converter=_in_order, repr=False)
    significant_impact: bool | None = _fact()
    affected: frozenset[WellBeing] = attrs.field(default=(), converter=_matters, repr=False)
    own_view: str = attrs.field(default="", repr=False)
    fluctuates: bool | None = attrs.field(default=None, repr=False)
    period: DateRange | None = attrs.field(default=None, repr=False)
    cause: bool | None = attrs.field(init=False, eq=False, repr=False)
    effect: bool | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        require(
            *check_facts(self, (*_CAUSES, *_HEALTH, "significant_impact", "fluctuates")),
            *check_texts(self, ("own_view",)),
            *_outcomes(self.outcomes, CarerOutcome),
            *_period(self.period),
            *_not_matters(self.affected),
        )
        causes = [getattr(self, field) for field in _CAUSES]
        cause = False if False in causes else None if None in causes else True
        effects = [getattr(self, field) for field in _HEALTH]
        effects += [record.unable for record in self.outcomes]
        effects += [None] * (len(CarerOutcome) - len(self.outcomes))
        effect = True if True in effects else None if None in effects else False
        object.__setattr__(self, "cause", cause)
        object.__setattr__(self, "effect", effect)


@final
@attrs.frozen(kw_only=True)
class AdultNeeds:
    """What regulation 2 asks of an adult's needs for care and support.

    ``from_impairment`` says whether the needs arise from or are related to a physical or mental
    impairment or illness. The rest is as for :class:`CarerNeeds`. Care that a carer gives is
    disregarded here: record what the adult can do without it.
    """

    from_impairment: bool | None = _fact()
    outcomes: tuple[OutcomeRecord, ...] = attrs.field(default=(), converter=_in_order, repr=False)
    significant_impact: bool | None = _fact()
    affected: frozenset[WellBeing] = attrs.field(default=(), converter=_matters, repr=False)
    own_view: str = attrs.field(default="", repr=False)
    fluctuates: bool | None = attrs.field(default=None, repr=False)
    period: DateRange | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        require(
            *check_facts(self, ("from_impairment", "significant_impact", "fluctuates")),
            *check_texts(self, ("own_view",)),
            *_outcomes(self.outcomes, AdultOutcome),
            *_period(self.period),
            *_not_matters(self.affected),
        )
