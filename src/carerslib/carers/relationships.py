"""The caring relationship: who cares for whom, since when, and on what footing."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, final

import attrs

from carerslib.carers._checks import (
    check_count,
    check_fact,
    check_is,
    check_reference,
    check_some_day,
    several,
)
from carerslib.carers.people import HOURS_IN_A_WEEK, Carer, PersonCaredFor
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.periods import Day, check_day, on_or_before

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CaringRelationship", "KindOfCare", "RegardedAsCarer", "Tie"]


class KindOfCare(StrEnum):
    """What the care consists of. Emotional support alone is care."""

    PRACTICAL = "practical help"
    EMOTIONAL = "emotional support"
    PERSONAL = "personal care"
    SUPERVISION = "keeping an eye on someone"
    ARRANGING = "arranging care"


class Tie(StrEnum):
    """What the carer is to the person cared for, in the words that definitions use."""

    FAMILY = "family"
    PARTNER = "partner"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


@final
@attrs.frozen
class RegardedAsCarer:
    """The authority's view that the relationship makes it right to regard someone as a carer.

    It sets aside that the care is given under a contract or as voluntary work: Care Act 2014,
    sections 10(10), 60(9) and 63(8); Children Act 1989, section 17ZB(4). It is a judgement, made
    ``on`` a day by the holder of a post, with a ``reason``; it is never worked out from other
    facts. ``appropriate`` is False where the authority considered it and decided against.
    """

    on: date
    by: str = attrs.field(repr=False)
    reason: str = attrs.field(repr=False)
    appropriate: bool = attrs.field(default=True, repr=False)

    def __attrs_post_init__(self) -> None:
        reasoned = isinstance(self.reason, str) and self.reason.strip()
        require(
            check_day("on", self.on),
            check_reference("by", self.by),
            None
            if reasoned
            else InvalidValueError(field="reason", value=WITHHELD, expected="a reason in words"),
            check_is("appropriate", self.appropriate, bool),
        )


def _kinds(values: Iterable[KindOfCare]) -> frozenset[KindOfCare]:
    return frozenset(several("kinds", values))


@final
@attrs.frozen
class CaringRelationship:
    """That one person cares, or intends to care, for another.

    ``since`` and ``until`` are the first and last day of the care, both included. ``hours_a_week``
    describes the care in whole hours; only the definitions of benefits and of the Census read it.
    ``paid`` is paid employment; ``under_contract`` any contract; ``voluntary_work`` unpaid work of
    any kind for the purposes of the Acts of 2014 and 1989, ``for_voluntary_organisation`` the
    narrower exclusion of the Acts of 1995 and 2000. ``substantial`` and ``regular`` are the
    authority's judgement under those two Acts, which never had a number. Every fact is None where
    it is not recorded; none is shown in the ``repr``.
    """

    reference: str
    carer: Carer
    cared_for: PersonCaredFor
    provides: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    intends: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    since: Day | None = attrs.field(default=None, repr=False, kw_only=True)
    until: Day | None = attrs.field(default=None, repr=False, kw_only=True)
    kinds: frozenset[KindOfCare] = attrs.field(
        default=frozenset(), converter=_kinds, repr=False, kw_only=True
    )
    hours_a_week: int | None = attrs.field(default=None, repr=False, kw_only=True)
    under_contract: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    paid: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    voluntary_work: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    for_voluntary_organisation: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    regarded_as_carer: RegardedAsCarer | None = attrs.field(default=None, repr=False, kw_only=True)
    substantial: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    regular: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    parental_responsibility: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    tie: Tie | None = attrs.field(default=None, repr=False, kw_only=True)
    dependant: bool | None = attrs.field(default=None, repr=False, kw_only=True)
    could_not_cope_without: bool | None = attrs.field(default=None, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        facts = (
            "provides",
            "intends",
            "under_contract",
            "paid",
            "voluntary_work",
            "for_voluntary_organisation",
            "substantial",
            "regular",
            "parental_responsibility",
            "dependant",
            "could_not_cope_without",
        )
        require(
            check_reference("reference", self.reference),
            check_is("carer", self.carer, Carer),
            check_is("cared_for", self.cared_for, PersonCaredFor),
            check_some_day("since", self.since),
            check_some_day("until", self.until),
            *(check_is("kinds", each, KindOfCare) for each in self.kinds),
            check_count("hours_a_week", self.hours_a_week, HOURS_IN_A_WEEK),
            check_is("regarded_as_carer", self.regarded_as_carer, RegardedAsCarer, missing=True),
            check_is("tie", self.tie, Tie, missing=True),
            *(check_fact(name, getattr(self, name)) for name in facts),
        )
        self._require_two_people()

    def _require_two_people(self) -> None:
        if self.carer.person.reference == self.cared_for.person.reference:
            raise InvalidValueError(
                field="cared_for",
                value=self.cared_for.person.reference,
                expected="somebody other than the carer",
            )

    def provides_on(self, day: date) -> bool | None:
        """Say whether care is given on a day; None where what is recorded does not settle it."""
        if self.provides is not True:
            return self.provides
        begun = True if self.since is None else on_or_before(self.since, day)
        still = True if self.until is None else on_or_before(day, self.until)
        if begun is False or still is False:
            return False
        return True if begun and still else None

    def provides_or_intends(self, day: date) -> bool | None:
        """Say whether care is given on a day, or is intended. Intention is enough."""
        given = self.provides_on(day)
        if given or self.intends:
            return True
        return None if given is None or self.intends is None else False

    @property
    def works_voluntarily(self) -> bool | None:
        """Whether the care is voluntary work of any kind: volunteering is."""
        if self.voluntary_work is None and self.for_voluntary_organisation:
            return True
        return self.voluntary_work

    @property
    def volunteers(self) -> bool | None:
        """Whether the care is volunteering for an organisation, as no other work can be."""
        if self.for_voluntary_organisation is None and self.voluntary_work is False:
            return False
        return self.for_voluntary_organisation

    def is_regarded_as_carer(self, day: date) -> bool:
        """Say whether the authority had decided by a day to regard the person as a carer."""
        view = self.regarded_as_carer
        return view is not None and view.appropriate and view.on <= day
