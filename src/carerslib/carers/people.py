"""People, by reference alone: how old they are on a day, and who knows that one of them cares."""

from __future__ import annotations

from calendar import isleap
from enum import StrEnum
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.basis import Basis, Convention
from carerslib.carers._checks import (
    check_count,
    check_fact,
    check_is,
    check_reference,
    check_some_day,
    several,
)
from carerslib.citations import Citation
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.money import Money
from carerslib.periods import Day, Term, deadline_after, earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = [
    "HOURS_IN_A_WEEK",
    "LEAP_DAY_BIRTHDAY",
    "Carer",
    "Person",
    "PersonCaredFor",
    "RecognisedBy",
    "Recognition",
    "WhyHelpIsNeeded",
    "aged_at_least",
    "birthday",
]

HOURS_IN_A_WEEK: Final = 168
"""The most hours of care that anyone can give in a week."""

_ON_1_MARCH: Final = "1 March"
_LEAP_MONTH_AND_DAY: Final = (2, 29)
_DAY_BEFORE: Final = (2, 28)

LEAP_DAY_BIRTHDAY: Final = Convention(
    "leap_day_birthday",
    "The anniversary of a birth on 29 February, in a year that has no such day",
    (_ON_1_MARCH, "28 February"),
    _ON_1_MARCH,
    Citation.convention("carerslib", "birthdays of those born on 29 February"),
)
"""Which day counts as the birthday, since no source that was read says so."""


@final
@attrs.frozen
class Person:
    """Someone, by the caller's own key: never a name.

    ``born`` is the day of birth, or the range in which it lies; None where it is not recorded.
    Someone known only to be grown up is given a range of years. It is left out of the ``repr``.
    Raises :class:`.InvalidValueError` for an empty reference and for what is no day.
    """

    reference: str
    born: Day | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        require(check_reference("reference", self.reference), check_some_day("born", self.born))


def birthday(born: date, years: int, basis: Basis | None = None) -> date:
    """Give the day on which someone born on a day reaches an age in years.

    The age is reached as that day begins (Family Law Reform Act 1969, section 9). For a birth on
    29 February it follows :data:`~carerslib.carers.people.LEAP_DAY_BIRTHDAY`.
    """
    same_day = deadline_after(born, Term(years=years))
    on_leap_day = (born.month, born.day) == _LEAP_MONTH_AND_DAY
    if not on_leap_day or (same_day.month, same_day.day) == _LEAP_MONTH_AND_DAY:
        return same_day
    return deadline_after(same_day, Term(days=1)) if _waits_for_march(basis) else same_day


def _waits_for_march(basis: Basis | None) -> bool:
    chosen = basis.takes(LEAP_DAY_BIRTHDAY) if basis else LEAP_DAY_BIRTHDAY.default
    return chosen == _ON_1_MARCH


def aged_at_least(person: Person, years: int, day: date, basis: Basis | None = None) -> bool | None:
    """Say whether someone has reached an age on a day; None where what is known does not settle it.

    The birthday itself counts.
    """
    if person.born is None:
        return None
    if _reached(latest(person.born), years, day, basis):
        return True
    return None if _reached(earliest(person.born), years, day, basis) else False


def _reached(born: date, years: int, day: date, basis: Basis | None) -> bool:
    """Compare without working the birthday out: it may lie beyond the last year there is."""
    last = (day.month, day.day)
    if last == _DAY_BEFORE and not isleap(day.year) and not _waits_for_march(basis):
        last = _LEAP_MONTH_AND_DAY
    return (day.year - years, *last) >= (born.year, born.month, born.day)


class RecognisedBy(StrEnum):
    """Who may know that someone is a carer. Each knows, or does not, apart from the others."""

    SELF = "the carer"
    COUNCIL = "the council"
    GP = "the GP practice"
    SCHOOL = "the school"


@final
@attrs.frozen
class Recognition:
    """That someone knew of a carer, or did not, on a day.

    ``known`` is False where it is recorded that they did not know. ``on`` may be a range. That no
    recognition is recorded is no evidence that somebody does not care.
    """

    by: RecognisedBy
    on: Day = attrs.field(repr=False)
    known: bool = attrs.field(default=True, repr=False)

    def __attrs_post_init__(self) -> None:
        require(
            check_is("by", self.by, RecognisedBy),
            check_some_day("on", self.on)
            if self.on is not None
            else InvalidValueError(field="on", value=WITHHELD, expected="a date or a DateRange"),
            check_is("known", self.known, bool),
        )


def _recognitions(values: Iterable[Recognition]) -> tuple[Recognition, ...]:
    return several("recognitions", values)


@final
@attrs.frozen
class Carer:
    """Someone who cares or means to, and the facts about them that some definitions turn on.

    Whether this person is a carer is for a definition to say. ``net_weekly_earnings`` are those of
    the week that counts, after the deductions that the benefit allows. ``hours_in_all`` are whole
    hours a week for everyone cared for together. Every fact is None where it is not recorded, and
    none is shown in the ``repr``.
    """

    person: Person
    recognitions: tuple[Recognition, ...] = attrs.field(
        default=(), converter=_recognitions, repr=False, kw_only=True
    )
    employee: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    in_full_time_education: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    net_weekly_earnings: Money | None = attrs.field(default=None, repr=False, kw_only=True)
    meets_residence_rule: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    under_pension_age: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    hours_in_all: int | None = attrs.field(default=None, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require(
            check_is("person", self.person, Person),
            *(check_is("recognitions", each, Recognition) for each in self.recognitions),
            check_fact("employee", self.employee),
            check_fact("in_full_time_education", self.in_full_time_education),
            check_is("net_weekly_earnings", self.net_weekly_earnings, Money, missing=True),
            check_fact("meets_residence_rule", self.meets_residence_rule),
            check_fact("under_pension_age", self.under_pension_age),
            check_count("hours_in_all", self.hours_in_all, HOURS_IN_A_WEEK),
        )

    def known_to(self, body: RecognisedBy, on: date) -> bool | None:
        """Say whether a body knew of the carer by a day; None where nothing recorded settles it.

        The latest recognition counts. One whose day may lie after the day asked for settles
        nothing.
        """
        by_then = [each for each in self.recognitions if each.by is body and latest(each.on) <= on]
        return max(by_then, key=lambda each: latest(each.on)).known if by_then else None


class WhyHelpIsNeeded(StrEnum):
    """Why someone needs help, in the words that definitions use."""

    ILLNESS = "illness"
    DISABILITY = "disability"
    MENTAL_HEALTH = "a mental health problem"
    ADDICTION = "addiction"
    FRAILTY = "frailty"
    OLD_AGE = "old age"


def _reasons(values: Iterable[WhyHelpIsNeeded] | None) -> frozenset[WhyHelpIsNeeded] | None:
    return None if values is None else frozenset(several("needs_help_because", values))


@final
@attrs.frozen
class PersonCaredFor:
    """Someone who is cared for, and the facts about them that some definitions turn on.

    ``disabled`` is in the sense of Part III of the Children Act 1989. ``needs_help_because`` is
    empty where it is recorded that none of the reasons holds. The three ``assessed_`` facts say
    whether an authority is assessing this person's needs, and under which law: section 47 of the
    National Health Service and Community Care Act 1990; as a disabled child; for after-care under
    section 117 of the Mental Health Act 1983. ``level_of_care_accepted`` is for Carer's Credit:
    that the level of care was accepted as appropriate. Every fact is None where it is not
    recorded, and none is shown in the ``repr``.
    """

    person: Person
    disabled: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    needs_help_because: frozenset[WhyHelpIsNeeded] | None = attrs.field(
        default=None, converter=_reasons, repr=False, kw_only=True
    )
    assessed_for_community_care: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    assessed_as_disabled_child: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    assessed_for_after_care: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    receives_qualifying_benefit: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    level_of_care_accepted: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    has_long_term_care_need: bool | None = attrs.field(default=None, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require(
            check_is("person", self.person, Person),
            check_fact("disabled", self.disabled),
            *(
                check_is("needs_help_because", each, WhyHelpIsNeeded)
                for each in self.needs_help_because or ()
            ),
            check_fact("assessed_for_community_care", self.assessed_for_community_care),
            check_fact("assessed_as_disabled_child", self.assessed_as_disabled_child),
            check_fact("assessed_for_after_care", self.assessed_for_after_care),
            check_fact("receives_qualifying_benefit", self.receives_qualifying_benefit),
            check_fact("level_of_care_accepted", self.level_of_care_accepted),
            check_fact("has_long_term_care_need", self.has_long_term_care_need),
        )

    def needs_help_from(self, *reasons: WhyHelpIsNeeded) -> bool | None:
        """Say whether help is needed for one of the reasons; None where none is recorded at all."""
        if self.needs_help_because is None:
            return None
        return not self.needs_help_because.isdisjoint(reasons)
