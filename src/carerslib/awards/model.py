"""Resolutions, and the authorities that they give."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, final

import attrs

from carerslib.awards._areas import doubtful_areas, limits_problems, open_areas
from carerslib.awards._only_value import has_only_value
from carerslib.awards._parts import are_of_parts
from carerslib.awards.powers import Power
from carerslib.citations import Citation
from carerslib.clauses import Clause
from carerslib.clauses._given import check_each, check_text, several
from carerslib.clauses._telling import Telling
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day, check_day

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Authority", "Ending", "Resolution"]


# One converter for each type: mypy reads what a constructor takes from them, and no type variable.
# One alone is taken as several: a power is text, and would be taken apart letter by letter.
def _powers(given: Power | Iterable[Power]) -> tuple[Power, ...]:
    return several(given)


def _clauses(given: Clause | Iterable[Clause]) -> tuple[Clause, ...]:
    return (given,) if isinstance(given, Clause) else several(given)


def _authorities(given: Authority | Iterable[Authority]) -> tuple[Authority, ...]:
    return several(given)


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return several(given)


def _citations(given: Iterable[Citation]) -> tuple[Citation, ...]:
    return several(given)


def _key(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value:
        return None
    return InvalidValueError(field, value, "the caller's own key, not empty")


def _source(value: object) -> InvalidValueError | None:
    if isinstance(value, Citation):
        return None
    return InvalidValueError("source", value, "a Citation of the paragraph")


@final
@attrs.frozen
class Ending:
    """That an authority was revoked, superseded or amended, from a day on, and by what."""

    how: Literal["revoked", "superseded", "amended"]
    on: date
    source: Citation

    def __attrs_post_init__(self) -> None:
        words = ("revoked", "superseded", "amended")
        require(
            None
            if self.how in words
            else InvalidValueError("how", self.how, f"one of {', '.join(words)}"),
            check_day("on", self.on),
            _source(self.source),
        )


@final
@attrs.frozen
class Authority:
    """Powers given to a holder, and the clauses that bound them.

    ``source`` is the paragraph that gives them. All clauses must be met. ``in_force`` is the days
    on which the powers may be used, both inclusive, where the words set any; ``ended`` says that
    they were taken away. ``open_areas`` names what no clause limits: there, what a proposal states
    is undetermined. So it is in ``doubtful_areas``, which are limited only for some proposals, for
    the others.
    """

    reference: str
    source: Citation
    powers: tuple[Power, ...] = attrs.field(converter=_powers)
    clauses: tuple[Clause, ...] = attrs.field(default=(), converter=_clauses)
    in_force: DateRange | None = None
    ended: Ending | None = None
    open_areas: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    doubtful_areas: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    is_plain: bool = attrs.field(init=False, eq=False, repr=False)
    telling: Telling = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        require(
            _key("reference", self.reference),
            _source(self.source),
            *check_each("powers", self.powers, str, "a Power"),
            *check_each(
                "clauses", self.clauses, Clause, "a clause, or an object with a clause's members"
            ),
            None
            if self.in_force is None or isinstance(self.in_force, DateRange)
            else InvalidValueError("in_force", self.in_force, "a DateRange, or None"),
            None
            if self.ended is None or isinstance(self.ended, Ending)
            else InvalidValueError("ended", self.ended, "an Ending, or None"),
        )
        require(
            _repeated("clauses", [each.reference for each in self.clauses]),
            *limits_problems(self.clauses),
        )
        areas, doubtful = open_areas(self.clauses), doubtful_areas(self.clauses)
        object.__setattr__(self, "open_areas", areas)
        object.__setattr__(self, "doubtful_areas", doubtful)
        plain = not (areas or doubtful or self.in_force or self.ended)
        plain = plain and not (are_of_parts(self.clauses) or has_only_value(self.clauses))
        object.__setattr__(self, "is_plain", plain)
        object.__setattr__(self, "telling", Telling(self.clauses))

    def ending(
        self, how: Literal["revoked", "superseded", "amended"], on: date, source: Citation
    ) -> Authority:
        """Give the authority as one that ended: ``on`` is the first day without it."""
        return attrs.evolve(self, ended=Ending(how, on, source))

    @property
    def authorities(self) -> tuple[Authority, ...]:
        """This one, as a resolution gives its several."""
        return (self,)


def _repeated(field: str, references: list[str]) -> InvalidValueError | None:
    twice = sorted({each for each in references if references.count(each) > 1})
    if not twice:
        return None
    return InvalidValueError(field, ", ".join(twice), "references that are each used once")


def _clashing(authorities: Iterable[Authority]) -> InvalidValueError | None:
    """Refuse one reference for two clauses, unless one authority takes the place of the other."""
    seen: dict[str, tuple[Authority, Clause]] = {}
    wrong: set[str] = set()
    for authority in authorities:
        for clause in authority.clauses:
            before, same = seen.setdefault(clause.reference, (authority, clause))
            if before is authority or same == clause or before.ended is not None:
                seen[clause.reference] = (authority, clause)
            else:
                wrong.add(clause.reference)
    expected = "references that are each used once, or for the same clause"
    return InvalidValueError("clauses", ", ".join(sorted(wrong)), expected) if wrong else None


@final
@attrs.frozen
class Resolution:
    """What a body resolved, in numbered paragraphs, and the authorities that it gave.

    ``resolved_on`` may be known only to the month or year; ``effective_on`` is the first day on
    which it may be acted on, where call-in or the like must pass first. ``lead`` is the body that
    acts for several, ``partners`` are the other bodies. ``paragraphs`` are those that give no
    power: they approve, note or ask. A resolution with no authorities gives no power at all.

    The same clause may stand in several authorities, and then has one count among them. An
    authority that took the place of one that ended may use its references again.
    """

    reference: str
    body: str
    source: Citation
    resolved_on: Day | None = None
    authorities: tuple[Authority, ...] = attrs.field(default=(), converter=_authorities)
    effective_on: date | None = None
    lead: str = ""
    partners: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    paragraphs: tuple[Citation, ...] = attrs.field(default=(), converter=_citations)

    def __attrs_post_init__(self) -> None:
        require(
            _key("reference", self.reference),
            _source(self.source),
            check_text("body", self.body),
            *self._day_problems(),
            *check_each("authorities", self.authorities, Authority, "an Authority"),
            check_text("lead", self.lead),
            *check_each("partners", self.partners, str, "the name of a body"),
            *check_each("paragraphs", self.paragraphs, Citation, "a Citation"),
        )
        require(
            _repeated("authorities", [each.reference for each in self.authorities]),
            _clashing(self.authorities),
        )

    def _day_problems(self) -> tuple[InvalidValueError | None, ...]:
        day = self.resolved_on
        exact = day is not None and not isinstance(day, DateRange)
        effective = self.effective_on
        return (
            check_day("resolved_on", day) if exact else None,
            None if effective is None else check_day("effective_on", effective),
        )
