"""Young carers in the school census: what the codes say, and what their absence does not.

A school says of each pupil one of three things. "Not declared" is what stands there when nobody has
said anything, so a school that returns nothing else has given no information: it has not said that
it has no young carers.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.carers.populations.counts import Count, percent
from carerslib.citations import Citation, Standing
from carerslib.errors import WITHHELD, InvalidValueError, NotInForceError, require
from carerslib.periods import DateRange, Day, check_day, format_day
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.basis import Basis
    from carerslib.verdicts import Part

__all__ = [
    "CODE_SET",
    "IN_FORCE",
    "RULES",
    "SchoolCode",
    "SchoolReturn",
    "SchoolsTogether",
    "check_return",
    "information",
    "school_code",
    "together",
]

CODE_SET: Final = Citation(
    "School census, young carer indicator",
    "code set CS118",
    standing=Standing.SECONDARY,
    url=(
        "https://caringtogether.org/help-us-help-others/companies-and-organisations/"
        "schools-colleges-universities/schoolcensus"
    ),
    note="read in guides for schools; the census guide of the Department was not read",
)
"""The codes, and that they are collected in the spring census of state schools only."""

IN_FORCE: Final = DateRange.onwards(date(2023, 1, 1))
"""The spring census of January 2023 was the first to ask. Nurseries are not asked."""

_JANUARY: Final = 1
_ASKED: Final = "young carers in the school census"


class SchoolCode(StrEnum):
    """What a school says of a pupil. There is no code for "yes"."""

    NOT_DECLARED = "N"
    BY_PARENT = "P"
    BY_SCHOOL = "S"

    @property
    def meaning(self) -> str:
        """The code in words."""
        return _MEANINGS[self]


_MEANINGS: Final = {
    SchoolCode.NOT_DECLARED: "not declared, which is what stands there if nobody says anything",
    SchoolCode.BY_PARENT: "identified as a young carer by a parent or guardian",
    SchoolCode.BY_SCHOOL: "identified as a young carer by the school",
}


def school_code(value: str, *, field: str = "young_carer") -> SchoolCode:
    """Read a code of the school census.

    Raises :class:`.InvalidValueError` for anything but N, P or S: "Y" is none of them, and does not
    say who identified the pupil.
    """
    for code in SchoolCode:
        if code.value == value:
            return code
    raise InvalidValueError(field, WITHHELD, "N, P or S")


def _pupils(field: str, value: object) -> InvalidValueError | None:
    if type(value) is int and value >= 0:
        return None
    return InvalidValueError(field, WITHHELD, "a whole number of pupils, from 0")


def _spring(on: object) -> InvalidValueError | None:
    if isinstance(on, DateRange):
        first, last = on.first, on.last
    elif check_day("on", on) is None and isinstance(on, date):
        first = last = on
    else:
        return InvalidValueError("on", on, "a date without a time, or the DateRange of a month")
    if (first.year, first.month) == (last.year, last.month) and first.month == _JANUARY:
        return None
    return InvalidValueError("on", on, "a day in January: young carers are in no other census")


@final
@attrs.frozen
class SchoolReturn:
    """What one school returned in a spring census: how many pupils with each code.

    ``on`` is the census day, or January of the year where only that is known. The numbers are left
    out of ``repr``, because a small one may point to a child. Raises :class:`.InvalidValueError`
    for a day outside January, and :class:`.NotInForceError` before January 2023.
    """

    reference: str
    on: Day
    not_declared: int = attrs.field(repr=False)
    by_parent: int = attrs.field(default=0, repr=False)
    by_school: int = attrs.field(default=0, repr=False)

    def __attrs_post_init__(self) -> None:
        named = isinstance(self.reference, str) and self.reference.strip()
        require(
            None
            if named
            else InvalidValueError("reference", WITHHELD, "the caller's own key, not empty"),
            _spring(self.on),
            *(
                _pupils(field, getattr(self, field))
                for field in ("not_declared", "by_parent", "by_school")
            ),
        )
        first = self.on.first if isinstance(self.on, DateRange) else self.on
        if first not in IN_FORCE:
            reason = f"asked from {format_day(IN_FORCE.first)}"
            raise NotInForceError(name=_ASKED, day=first, reason=reason)

    @classmethod
    def of_codes(cls, reference: str, on: Day, codes: Iterable[str]) -> SchoolReturn:
        """Count the codes of a school's pupils.

        Raises :class:`.InvalidValueError` for a code that is none, naming the pupil's place in the
        list and nothing else.
        """
        found = dict.fromkeys(SchoolCode, 0)
        for place, code in enumerate(codes):
            found[school_code(code, field=f"codes[{place}]")] += 1
        return cls(reference, on, *(found[code] for code in SchoolCode))

    @property
    def pupils(self) -> int:
        """All pupils returned."""
        return self.not_declared + self.by_parent + self.by_school

    @property
    def identified(self) -> int | None:
        """The young carers identified; None where the school has given no information."""
        return (self.by_parent + self.by_school) or None

    @property
    def share(self) -> Fraction | None:
        """The young carers identified as a share of pupils; None without information."""
        return None if self.identified is None else Fraction(self.identified, self.pupils)


@rule(
    id="school-census.information",
    title="The school has said something of young carers",
    citation=CODE_SET,
    in_force=IN_FORCE,
)
def information(returned: SchoolReturn, _basis: Basis) -> Iterator[Part]:
    """Take a return without a single P or S for no information, never for no young carers."""
    share = returned.share
    missing = (Missing("by_parent, by_school", "a pupil identified by anybody"),)
    yield Finding(
        "school-census.information",
        "Young carers identified",
        Result.UNDETERMINED if share is None else Result.MET,
        Aspect.COUNT,
        returned.reference,
        CODE_SET,
        None if share is None else f"{returned.identified:,}, {percent(share)} of pupils",
        "not only",
        SchoolCode.NOT_DECLARED.value,
        missing if share is None else (),
        note="no information" if share is None else "",
        private=True,
    )


RULES: Final[RuleSet[SchoolReturn]] = RuleSet(
    "carerslib.carers.populations.schools", "2026-11", (information,)
)
"""What is asked of a school's return."""


def check_return(returned: SchoolReturn, *, basis: Basis | None = None) -> Verdict:
    """Say whether a school has given any information on young carers, and how many it names.

    Raises :class:`.InvalidValueError` for what is no return of a school.
    """
    if not isinstance(returned, SchoolReturn):
        given = type(returned).__name__
        raise InvalidValueError(field="returned", value=given, expected="a SchoolReturn")
    first = returned.on.first if isinstance(returned.on, DateRange) else returned.on
    return RULES.judge(
        returned,
        day=first,
        title=f"Young carers at {returned.reference}",
        reference=returned.reference,
        basis=basis,
    )


@final
@attrs.frozen
class SchoolsTogether:
    """Returns of several schools: how many young carers, and which schools gave no information.

    ``identified`` is exact where every school gave some, and otherwise only the least there are.
    ``pupils`` counts those of the schools that gave some.
    """

    identified: Count = attrs.field(repr=False)
    pupils: int = attrs.field(repr=False)
    without_information: tuple[str, ...] = attrs.field(repr=False)


def together(returns: Iterable[SchoolReturn]) -> SchoolsTogether:
    """Add up the returns of different schools on one day, without taking silence for none.

    A pupil is at one school, so the numbers can be added. Raises :class:`.InvalidValueError` for a
    school that is given twice, and for returns of different days.
    """
    given = tuple(returns)
    names = [each.reference for each in given]
    days = {each.on for each in given}
    require(
        None
        if len(names) == len(set(names))
        else InvalidValueError("returns", names, "each school once"),
        None
        if len(days) <= 1
        else InvalidValueError("returns", len(days), "returns of one census day"),
    )
    silent = tuple(each.reference for each in given if each.identified is None)
    heard = [each for each in given if each.identified is not None]
    found = sum(each.identified or 0 for each in heard)
    count = Count.at_least(found) if silent else Count.exactly(found)
    return SchoolsTogether(count, sum(each.pupils for each in heard), silent)
