"""Who is a carer? There is no one definition: each law and each count has its own.

:func:`~carerslib.carers.define` asks every definition of a day whether it covers a relationship. A
definition that was not in force on the day is refused, never bent.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.carers.care_law import Asked
from carerslib.carers.rules import RULES
from carerslib.errors import NotInForceError, require
from carerslib.periods import DateRange, check_day
from carerslib.verdicts import Verdict

if TYPE_CHECKING:
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.carers.relationships import CaringRelationship
    from carerslib.citations import Citation
    from carerslib.rules import Rule, RuleSet

__all__ = ["DEFINITIONS", "Definition", "Purpose", "define", "definition", "definitions_on"]


class Purpose(StrEnum):
    """What a definition is for."""

    CARE = "what a council owes"
    HEALTH = "health policy"
    STATISTICS = "a count"
    BENEFIT = "a benefit"
    EMPLOYMENT = "leave from work"


@final
class Definition(NamedTuple):
    """One definition, in one version, with the words that set it beside the others.

    The words describe; ``rule`` decides. A definition whose law changed has a version for each
    period, under one key.
    """

    rule: Rule[Asked]
    purpose: Purpose
    carer: str
    cared_for: str
    care: str
    hours: str
    exclusions: str

    @property
    def key(self) -> str:
        """The short name under which the definition is asked for and counts are stored."""
        return self.rule.id

    @property
    def title(self) -> str:
        """The name in words."""
        return self.rule.title

    @property
    def citation(self) -> Citation:
        """Where the definition stands."""
        return self.rule.citation

    @property
    def in_force(self) -> DateRange:
        """The days on which this version is in force, both ends included."""
        return self.rule.in_force

    def covers(
        self, relationship: CaringRelationship, *, on: date, basis: Basis | None = None
    ) -> Verdict:
        """Say whether the definition covers a relationship on a day, and why.

        Undetermined where a fact that could change the answer is not recorded; ``missing`` names
        it. Raises :class:`.NotInForceError` for a day on which this version is not in force.
        """
        require(check_day("on", on))
        if on not in self.in_force:
            raise NotInForceError(self.key, on, f"in force {self.in_force}")
        return _covers(self.rule, Asked(relationship, on), basis or RULES.basis())


def _covers(rule: Rule[Asked], asked: Asked, basis: Basis) -> Verdict:
    subject = asked.relationship.reference
    return Verdict.all_of(rule(asked, basis), title=rule.title, subject=subject, basis=basis)


_ADULT = "18 or over"
_YOUNG = "under 18"
_GIVES = "gives or intends to give care, practical or emotional"
_NO_HOURS = "none"
_PAID_OR_VOLUNTARY = "contract and voluntary work, unless the authority looks past them"
_SUBSTANTIAL = "a substantial amount, on a regular basis, given or intended"
_NO_NUMBER = "no number: the authority's judgement"
_CONTRACT_OR_VOLUNTEER = "contract; volunteer for a voluntary organisation"
_ALIKE = {
    "CA14_S10": (Purpose.CARE, _ADULT, _ADULT, _GIVES, _NO_HOURS, _PAID_OR_VOLUNTARY),
    "CA14_S60": (
        Purpose.CARE,
        "18 or over, a parent or not",
        _YOUNG,
        _GIVES,
        _NO_HOURS,
        _PAID_OR_VOLUNTARY,
    ),
    "CA14_S63": (Purpose.CARE, _YOUNG, _ADULT, _GIVES, _NO_HOURS, _PAID_OR_VOLUNTARY),
    "CA89_17ZA": (
        Purpose.CARE,
        _YOUNG,
        "anyone of any age",
        _GIVES,
        _NO_HOURS,
        _PAID_OR_VOLUNTARY,
    ),
    "CA89_17ZD": (
        Purpose.CARE,
        "18 or over, with parental responsibility",
        "a disabled child",
        _GIVES,
        _NO_HOURS,
        "whoever has no parental responsibility",
    ),
    "C95": (
        Purpose.CARE,
        "any age",
        "someone being assessed for community care services; a disabled child being assessed",
        _SUBSTANTIAL,
        _NO_NUMBER,
        _CONTRACT_OR_VOLUNTEER,
    ),
    "C95 now": (
        Purpose.CARE,
        "any age, but neither a young carer nor a parent carer",
        "a disabled child being assessed; a child being assessed for after-care",
        _SUBSTANTIAL,
        _NO_NUMBER,
        _CONTRACT_OR_VOLUNTEER,
    ),
    "C00": (
        Purpose.CARE,
        "16 or over; or anyone with parental responsibility",
        "18 or over; or the disabled child",
        _SUBSTANTIAL,
        _NO_NUMBER,
        _CONTRACT_OR_VOLUNTEER,
    ),
    "NHSE": (
        Purpose.HEALTH,
        "any age",
        "family, partner or friend who needs help for one of five reasons",
        "looks after someone who could not cope without it",
        _NO_HOURS,
        "paid care",
    ),
    "CEN11": (
        Purpose.STATISTICS,
        "any age",
        "family, friends, neighbours or others, for long-term ill-health, disability or old age",
        "looks after, helps or supports",
        "in three bands",
        "paid employment",
    ),
    "CEN21": (
        Purpose.STATISTICS,
        "5 or over in published tables",
        "anyone, for long-term ill-health, disability or old age",
        "looks after, helps or supports",
        "in five bands",
        "paid employment",
    ),
    "CA_BEN": (
        Purpose.BENEFIT,
        "16 or over",
        "someone who gets a qualifying disability benefit",
        "regularly and substantially engaged in caring",
        "35 a week or more",
        "earnings over the limit; full-time education",
    ),
    "CC_NI": (
        Purpose.BENEFIT,
        "under pension age",
        "one or more people with a qualifying benefit, or whose level of care is accepted",
        "engaged in caring",
        "20 a week or more, for everyone together",
        "none by earnings",
    ),
    "CLEAVE": (
        Purpose.EMPLOYMENT,
        "employees",
        "a dependant with a long-term care need",
        "gives or arranges care",
        _NO_HOURS,
        "workers who are not employees; the self-employed",
    ),
}


def _words(rule: Rule[Asked]) -> Definition:
    narrowed = rule.id == "C95" and rule.in_force.is_open
    return Definition(rule, *_ALIKE["C95 now" if narrowed else rule.id])


DEFINITIONS: Final = tuple(_words(rule) for rule in RULES)
"""Every definition in every version, those of today's care law first."""


def definitions_on(day: date) -> tuple[Definition, ...]:
    """Give the definitions in force on a day.

    Raises :class:`.NotInForceError` for a day before the first of them.
    """
    rules = _in_force(RULES, day)
    return tuple(each for each in DEFINITIONS if each.rule in rules)


def _in_force(rules: RuleSet[Asked], day: date) -> tuple[Rule[Asked], ...]:
    require(check_day("day", day))
    found = rules.on(day)
    if not found:
        first = min((each.in_force.first for each in rules), default=None)
        since = f"the first is in force {DateRange.onwards(first)}" if first else ""
        reason = since or f"no rule of {rules.name}"
        raise NotInForceError(name="definition of a carer", day=day, reason=reason)
    return found


def definition(key: str, day: date) -> Definition:
    """Give the version of a definition in force on a day.

    Raises :class:`.NotInForceError` where there is none, saying which days it covers.
    """
    rule = RULES.get(key, day)
    return next(each for each in DEFINITIONS if each.rule is rule)


def define(
    relationship: CaringRelationship,
    *,
    on: date,
    basis: Basis | None = None,
    rules: RuleSet[Asked] = RULES,
) -> dict[str, Verdict]:
    """Ask every definition in force on a day whether it covers a relationship: verdicts by key.

    They are beside each other and do not combine. ``rules`` are those of this library, or a set
    extended by a council with definitions of its own. Raises :class:`.NotInForceError` for a day
    before the first definition.
    """
    asked, rests_on = Asked(relationship, on), basis or rules.basis()
    return {each.id: _covers(each, asked, rests_on) for each in _in_force(rules, on)}
