"""Breaks by places, units, people and spending, service by service, and figures still to come.

A figure that exists and is not yet published is held as such: it is neither nothing nor unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import (
    cited,
    count,
    key,
    names,
    several,
    some_day,
    text,
    yes_or_no,
)
from carerslib.errors import InvalidValueError, require
from carerslib.money import ZERO, Money
from carerslib.periods import Day, FinancialYear
from carerslib.services import (
    BreakCode,
    Quantity,
    System,
    check_total,
    check_words,
    totals,
)
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Awaited",
    "BreakReturn",
    "BreakTotals",
    "BreakUse",
    "check_return",
    "total_breaks",
]

_COUNTS: Final = Citation.convention("How the library counts", "R-TERM-3")
_RETURNS: Final = Citation.convention("How the library counts", "places and spending on breaks")


@final
@attrs.frozen(kw_only=True)
class Awaited:
    """A figure that is not yet published: what was promised of it, by when, and who asked.

    ``before`` is what it is to come before, by reference or in words, where no day is given.
    """

    by: Day | None = None
    before: str = ""
    being_finalised: bool | None = None
    asked_by: str = ""
    promised_by: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            some_day("by", self.by),
            yes_or_no("being_finalised", self.being_finalised),
            *(text(field, getattr(self, field)) for field in ("before", "asked_by", "promised_by")),
        )

    def __str__(self) -> str:
        return "not yet published"


_Words: TypeAlias = "tuple[tuple[System, str], ...]"


def _words(given: Iterable[tuple[System, str]]) -> _Words:
    return tuple((system, word) for system, word in given)


def _year(given: FinancialYear | str | None) -> FinancialYear | None:
    return FinancialYear.parse(given) if isinstance(given, str) else given


def _quantities(
    given: Quantity | Iterable[Quantity] | Awaited | None,
) -> tuple[Quantity, ...] | Awaited | None:
    if given is None or isinstance(given, Awaited):
        return given
    return several(given)


@final
@attrs.frozen(kw_only=True)
class BreakReturn:
    """Figures on breaks for a year: places, units used, people and spending.

    ``words`` is what each service calls them, ``covers`` the streams or services that are in the
    figures, by reference. Each figure may be :class:`Awaited`, or None where the record says
    nothing of it. ``places`` is capacity, and counts places.
    """

    reference: str
    title: str
    year: FinancialYear | None = attrs.field(default=None, converter=_year)
    words: tuple[tuple[System, str], ...] = attrs.field(default=(), converter=_words)
    covers: tuple[str, ...] = attrs.field(default=(), converter=names)
    places: int | Awaited | None = None
    units: tuple[Quantity, ...] | Awaited | None = attrs.field(default=None, converter=_quantities)
    people: int | Awaited | None = None
    spend: Money | Awaited | None = None
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        words = all(isinstance(system, System) and word for system, word in self.words)
        spend = isinstance(self.spend, Awaited | None) or (
            isinstance(self.spend, Money) and self.spend >= ZERO
        )
        units = isinstance(self.units, Awaited | None) or all(
            isinstance(each, Quantity) for each in self.units
        )
        year = isinstance(self.year, FinancialYear | None)
        require(
            key("reference", self.reference),
            key("title", self.title),
            None if year else InvalidValueError("year", self.year, "a FinancialYear or None"),
            None if words else InvalidValueError("words", self.words, "Systems with their words"),
            *(_count(field, getattr(self, field)) for field in ("places", "people")),
            None if units else InvalidValueError("units", self.units, "Quantities, or Awaited"),
            None if spend else InvalidValueError("spend", self.spend, "Money, or Awaited"),
            cited("source", self.source, optional=True),
        )

    @property
    def systems(self) -> tuple[System, ...]:
        """The services whose words are recorded, each once."""
        return tuple(dict.fromkeys(system for system, _ in self.words))


def _count(field: str, value: object) -> InvalidValueError | None:
    return None if isinstance(value, Awaited) else count(field, value)


def check_return(given: BreakReturn) -> Verdict:
    """Say which figures on breaks are published, and whether they can be added up.

    A figure that is still to come leaves the answer undetermined and is named. One that the record
    says nothing of only advises. Figures under words that do not mean the same, or in several
    units, may be set side by side and not added.
    """
    known = isinstance(given, BreakReturn)
    require(None if known else InvalidValueError("given", given, "a BreakReturn"))
    figures = (
        ("places", "Places are published", "how many places there are"),
        ("units", "What was used is published", "hours, sessions or nights used"),
        ("people", "People are published", "how many people had a break"),
        ("spend", "Spending is published", "what was spent"),
    )
    parts: list[Part] = [_published(given, *figure) for figure in figures]
    if len(given.words) > 1:
        parts.append(check_words(given.reference, given.words)._replace(binding=False))
    if isinstance(given.units, tuple):
        parts.append(check_total(given.reference, given.units)._replace(binding=False))
    return Verdict.all_of(parts, title=given.title, subject=given.reference)


def _published(given: BreakReturn, field: str, title: str, expected: str) -> Finding:
    value = getattr(given, field)
    awaited = isinstance(value, Awaited)
    out = value is not None and not awaited
    shown = tuple(map(str, value)) if isinstance(value, tuple) else value
    return Finding(
        f"breaks.{field}",
        title,
        Result.MET if out else Result.UNDETERMINED,
        Aspect.RECORD,
        given.reference,
        given.source or _RETURNS,
        str(value) if awaited else shown,
        "given",
        None,
        () if out else (Missing(field, expected),),
        binding=out or awaited,
        note=_promise(value) if isinstance(value, Awaited) else "",
    )


def _promise(value: Awaited) -> str:
    return f"promised before {value.before}" if value.before else ""


@final
@attrs.frozen(kw_only=True)
class BreakUse:
    """What one service gave: its own word beside the code, so many of its own unit.

    ``carer_purpose`` is whether a temporary stay was meant as a break for a carer; nothing else
    asks for it.
    """

    reference: str
    system: System
    word: str
    code: BreakCode
    quantity: Quantity
    carer_purpose: bool | None = None

    def __attrs_post_init__(self) -> None:
        kinds = (("system", System), ("code", BreakCode), ("quantity", Quantity))
        require(
            key("reference", self.reference),
            key("word", self.word),
            *(
                InvalidValueError(field, getattr(self, field), f"a {kind.__name__}")
                for field, kind in kinds
                if not isinstance(getattr(self, field), kind)
            ),
            yes_or_no("carer_purpose", self.carer_purpose),
        )

    @property
    def is_break(self) -> bool | None:
        """Whether it counts as a break; None for a stay whose purpose is not recorded.

        A line of spending never does.
        """
        if self.code is BreakCode.TEMPORARY_STAY:
            return self.carer_purpose
        return self.code is not BreakCode.FUND_LINE


@final
@attrs.frozen
class BreakTotals:
    """What adds up, one total for each unit, and by reference what was left out or stays open.

    ``with_open`` is what the totals would be if everything that is open counted.
    """

    counted: tuple[Quantity, ...]
    with_open: tuple[Quantity, ...]
    left_out: tuple[str, ...]
    still_open: tuple[str, ...]
    finding: Finding


def total_breaks(reference: str, uses: Iterable[BreakUse]) -> BreakTotals:
    """Add up breaks by unit: temporary stays with no carer's purpose are left out.

    Nothing is added across units. Stays whose purpose is not recorded are kept apart.
    """
    given = tuple(uses)
    counted = [use.quantity for use in given if use.is_break is True]
    unsure = [use for use in given if use.is_break is None]
    missing = tuple(
        Missing(f"{use.reference}.carer_purpose", "whether it was a break for a carer")
        for use in unsure
    )
    finding = Finding(
        "breaks.purpose",
        "Every stay that is counted was a break",
        Result.UNDETERMINED if missing else Result.MET,
        Aspect.SCOPE,
        reference,
        _COUNTS,
        tuple(map(str, totals(counted))),
        "without",
        "temporary stays with no carer's purpose",
        missing,
    )
    return BreakTotals(
        totals(counted),
        totals([*counted, *(use.quantity for use in unsure)]),
        tuple(use.reference for use in given if use.is_break is False),
        tuple(use.reference for use in unsure),
        finding,
    )
