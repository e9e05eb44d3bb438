"""Young carers in the school census: what the codes say, and what their absence does not.

A school says of each pupil one of three things. "Not declared" is what stands there when nobody has
said anything, so a school that returns nothing else has given no information: it has not said that
it has no young carers. An independent school gives a count and no codes; a count of none says no
more than that nobody was identified.
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
    "INDEPENDENT_SCHOOLS",
    "IN_FORCE",
    "RULES",
    "IndependentReturn",
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

INDEPENDENT_SCHOOLS: Final = DateRange.onwards(date(2024, 1, 1))
"""Independent schools give a count, and no codes, from January 2024."""

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


def _key(reference: object) -> InvalidValueError | None:
    if isinstance(reference, str) and reference.strip():
        return None
    return InvalidValueError("reference", WITHHELD, "the caller's own key, not empty")


def _first(on: Day) -> date:
    return on.first if isinstance(on, DateRange) else on


def _asked(on: Day, days: DateRange) -> None:
    """Refuse a census in which it was not asked yet."""
    first = _first(on)
    if first not in days:
        reason = f"asked from {format_day(days.first)}"
        raise NotInForceError(name=_ASKED, day=first, reason=reason)


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
        require(
            _key(self.reference),
            _spring(self.on),
            *(
                _pupils(field, getattr(self, field))
                for field in ("not_declared", "by_parent", "by_school")
            ),
        )
        _asked(self.on, IN_FORCE)

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


@final
@attrs.frozen
class IndependentReturn:
    """What an independent school returned in a spring census: how many young carers it counts.

    ``pupils`` is how many it has, where that is known. The numbers are left out of ``repr``. Raises
    :class:`.InvalidValueError` for a day outside January, and for more young carers than pupils;
    :class:`.NotInForceError` before January 2024.
    """

    reference: str
    on: Day
    young_carers: int = attrs.field(repr=False)
    pupils: int | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        known = () if self.pupils is None else (_pupils("pupils", self.pupils),)
        counted = _pupils("young_carers", self.young_carers)
        require(_key(self.reference), _spring(self.on), counted, *known)
        if self.pupils is not None and self.young_carers > self.pupils:
            expected = "at most the pupils of the school"
            raise InvalidValueError(field="young_carers", value=WITHHELD, expected=expected)
        _asked(self.on, INDEPENDENT_SCHOOLS)

    @property
    def identified(self) -> int | None:
        """The young carers counted; None where nobody was identified, which is no information."""
        return self.young_carers or None

    @property
    def share(self) -> Fraction | None:
        """The young carers as a share of pupils; None where either is not known."""
        if self.identified is None or self.pupils is None:
            return None
        return Fraction(self.identified, self.pupils)


@rule(
    id="school-census.information",
    title="The school has said something of young carers",
    citation=CODE_SET,
    in_force=IN_FORCE,
)
def information(returned: SchoolReturn | IndependentReturn, _basis: Basis) -> Iterator[Part]:
    """Take a return that identifies nobody for no information, never for no young carers."""
    found, share = returned.identified, returned.share
    codes = isinstance(returned, SchoolReturn)
    field = "by_parent, by_school" if codes else "young_carers"
    missing = (Missing(field, "a pupil identified by anybody"),)
    of_pupils = "" if share is None else f", {percent(share)} of pupils"
    yield Finding(
        "school-census.information",
        "Young carers identified",
        Result.UNDETERMINED if found is None else Result.MET,
        Aspect.COUNT,
        returned.reference,
        CODE_SET,
        None if found is None else f"{found:,}{of_pupils}",
        "not only",
        SchoolCode.NOT_DECLARED.value if codes else 0,
        missing if found is None else (),
        note="no information" if found is None else "",
        private=True,
    )


RULES: Final[RuleSet[SchoolReturn | IndependentReturn]] = RuleSet(
    "carerslib.carers.populations.schools", "2026-11", (information,)
)
"""What is asked of a school's return."""


def check_return(
    returned: SchoolReturn | IndependentReturn, *, basis: Basis | None = None
) -> Verdict:
    """Say whether a school has given any information on young carers, and how many it names.

    Raises :class:`.InvalidValueError` for what is no return of a school.
    """
    if not isinstance(returned, SchoolReturn | IndependentReturn):
        given, expected = type(returned).__name__, "a SchoolReturn or an IndependentReturn"
        raise InvalidValueError(field="returned", value=given, expected=expected)
    return RULES.judge(
        returned,
        day=_first(returned.on),
        title=f"Young carers at {returned.reference}",
        reference=returned.reference,
        basis=basis,
    )


@final
@attrs.frozen
class SchoolsTogether:
    """Returns of several schools: how many young carers, and which schools gave no information.

    ``identified`` is exact where every school gave some, and otherwise only the least there are.
    ``pupils`` counts those of the schools that gave some; None where one of them does not say.
    """

    identified: Count = attrs.field(repr=False)
    pupils: int | None = attrs.field(repr=False)
    without_information: tuple[str, ...] = attrs.field(repr=False)


def together(returns: Iterable[SchoolReturn | IndependentReturn]) -> SchoolsTogether:
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
    known = [each.pupils for each in heard if each.pupils is not None]
    return SchoolsTogether(count, sum(known) if len(known) == len(heard) else None, silent)
