"""The assessment: of whom, of which kind, on which day, and what is recorded of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.assessments._checks import answers, check_answers, check_fact, check_key
from carerslib.assessments._lists import Kind
from carerslib.assessments.contents import CONTENTS
from carerslib.assessments.needs import AdultNeeds, CarerNeeds
from carerslib.assessments.strengths import Strength
from carerslib.carers._checks import one_of, several
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.periods import check_day

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Assessment"]

_NEEDS: Final = {Kind.CARER: CarerNeeds, Kind.ADULT_NEEDS: AdultNeeds}


def _strengths(given: Iterable[Strength]) -> tuple[Strength, ...]:
    return several("strengths", given)


@final
@attrs.frozen
class Assessment:
    """One assessment of one person.

    ``on`` is the day as at which it is made. ``person`` and ``cared_for`` are references, never
    names. ``needs`` is what was found, for the kinds that eligibility criteria apply to.
    ``covered`` holds what has been done, by the keys of :data:`.CONTENTS`, and the circumstances on
    which that depends: True for "willing" says that willingness was assessed, whatever was found.
    ``refused`` says whether the person has refused and the refusal stands: no request since, and no
    change of needs or circumstances; one by somebody without the capacity or competence to refuse
    does not stand where an assessment is in their best interests. ``at_risk`` says whether the
    person is experiencing or at risk of abuse or neglect. ``hours_a_week`` describes the care; no
    rule reads it. Raises :class:`.InvalidValueError` for what can never be right.
    """

    reference: str
    kind: Kind
    on: date
    person: str
    cared_for: str | None = None
    needs: CarerNeeds | AdultNeeds | None = attrs.field(default=None, kw_only=True)
    strengths: tuple[Strength, ...] = attrs.field(default=(), kw_only=True, converter=_strengths)
    covered: tuple[tuple[str, bool], ...] = attrs.field(
        default=(), kw_only=True, converter=answers, repr=False
    )
    refused: bool | None = attrs.field(default=None, kw_only=True, repr=False)
    at_risk: bool | None = attrs.field(default=None, kw_only=True, repr=False)
    hours_a_week: int | None = attrs.field(default=None, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.kind, Kind):
            raise InvalidValueError(field="kind", value=self.kind, expected=one_of(Kind))
        require(
            check_key("reference", self.reference),
            check_day("on", self.on),
            check_key("person", self.person),
            None if self.cared_for is None else self._wrong_cared_for(),
            None if self.needs is None else self._wrong_needs(),
            *[
                InvalidValueError("strengths", WITHHELD, "Strength objects")
                for each in self.strengths
                if not isinstance(each, Strength)
            ],
            *(self._wrong_answers() if self.covered else ()),
            check_fact("refused", self.refused),
            check_fact("at_risk", self.at_risk),
            None if self.hours_a_week is None else self._wrong_hours(),
        )

    def _wrong_cared_for(self) -> InvalidValueError | None:
        if self.cared_for == self.person:
            expected = "somebody other than the person assessed"
            return InvalidValueError("cared_for", self.cared_for, expected)
        return check_key("cared_for", self.cared_for)

    def _wrong_needs(self) -> InvalidValueError | None:
        wanted = _NEEDS.get(self.kind)
        if wanted is not None and isinstance(self.needs, wanted):
            return None
        expected = "None, as no criteria apply" if wanted is None else wanted.__name__
        return InvalidValueError("needs", WITHHELD, f"{expected} for a {self.kind}")

    def _wrong_answers(self) -> list[InvalidValueError]:
        return check_answers("covered", self.covered, CONTENTS[self.kind].keys)

    def _wrong_hours(self) -> InvalidValueError | None:
        if type(self.hours_a_week) is int and 0 <= self.hours_a_week <= _HOURS_IN_A_WEEK:
            return None
        return InvalidValueError("hours_a_week", WITHHELD, "whole hours, from 0 to 168")


_HOURS_IN_A_WEEK: Final = 168
