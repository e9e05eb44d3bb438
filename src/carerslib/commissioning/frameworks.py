"""National frameworks that local strategies answer to, and where a local heading lies in them.

What each framework says is cited. That a local heading answers to one of its outcomes is the
library's reading: no source lays the five frameworks side by side.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.citations import Citation, Standing
from carerslib.periods import DateRange

if TYPE_CHECKING:
    from carerslib.periods import Day

__all__ = [
    "FRAMEWORKS",
    "HEADINGS",
    "MATCHING",
    "UNMATCHED_2018",
    "Framework",
    "NationalHeading",
    "framework",
    "national",
]

MATCHING: Final = Citation.convention("How the library counts", "headings and national outcomes")
"""Headings of 2009 are matched to outcomes of 2008 one to one, and to what came later freely."""

_STRATEGY_2008: Final = Citation(
    "Carers at the heart of 21st-century families and communities (the National Carers Strategy)",
    standing=Standing.SECONDARY,
    url="https://professionals.carers.org/national-carers-strategy",
    note="the outcomes were read in accounts of it; published on 10 June 2008",
)
_REFRESH_2010: Final = Citation(
    "Recognised, valued and supported: next steps for the carers strategy (2010)",
    standing=Standing.SECONDARY,
    url="https://professionals.carers.org/national-carers-strategy",
)
_PLAN_2014: Final = Citation(
    "Carers Strategy: Second National Action Plan 2014 to 2016",
    standing=Standing.SECONDARY,
    url="https://paperzz.com/doc/7291466/carers-strategy--second-national-action-plan-2014",
)
_PLAN_2018: Final = Citation(
    "Carers Action Plan 2018 to 2020",
    url="https://www.gov.uk/government/publications/carers-action-plan-2018-to-2020-1-year-progress-review",
    note="64 actions in five themes; one was added on 24 February 2020, so the list can grow",
)


@final
class Framework(NamedTuple):
    """A national framework: the key that a strategy names it by, and when it was published."""

    key: str
    title: str
    published: Day
    citation: Citation


FRAMEWORKS: Final = (
    Framework("ncs-2008", "National Carers Strategy", date(2008, 6, 10), _STRATEGY_2008),
    Framework("ncs-2010", "Refreshed carers strategy", DateRange.year(2010), _REFRESH_2010),
    Framework("ncs-2014", "Second National Action Plan", DateRange.year(2014), _PLAN_2014),
    Framework("cap-2018", "Carers Action Plan", DateRange.month(2018, 6), _PLAN_2018),
)
"""The national frameworks in the order in which they came."""


@final
class NationalHeading(NamedTuple):
    """A heading of 2009, and where what it is about stands in each national framework.

    ``outcome_2008`` is what was to be so by 2018. What came later is matched to none, one or
    several; where a framework spreads a matter over others of its headings, it holds none.
    """

    heading: str
    outcome_2008: str
    priorities_2010: tuple[str, ...]
    areas_2014: tuple[str, ...]
    themes_2018: tuple[str, ...]

    def under(self, key: str) -> tuple[str, ...]:
        """Give where it stands in a framework, by the framework's key."""
        held = {
            "ncs-2008": (self.outcome_2008,),
            "ncs-2010": self.priorities_2010,
            "ncs-2014": self.areas_2014,
            "cap-2018": self.themes_2018,
        }
        return held.get(key, ())


_ALONGSIDE: Final = "a life alongside caring"
_PERSONALISED: Final = "personalised support"

HEADINGS: Final = (
    NationalHeading(
        "Integrated and Personalised Services",
        "respected and supported as expert care partners, with integrated, personalised services",
        (_PERSONALISED, "early identification and involvement"),
        ("identification and recognition", _ALONGSIDE),
        ("services and systems that work for carers",),
    ),
    NationalHeading(
        "A Life of Their Own",
        "a life outside caring",
        (_PERSONALISED,),
        (_ALONGSIDE,),
        ("recognising and supporting carers in the community and society",),
    ),
    NationalHeading(
        "Income & Employment",
        "not financially disadvantaged",
        ("education and employment potential",),
        ("realising and releasing potential",),
        ("employment and financial wellbeing",),
    ),
    NationalHeading(
        "Health & Wellbeing",
        "mentally and physically well, and treated with dignity",
        ("remaining healthy",),
        ("supporting carers to stay healthy",),
        (),
    ),
    NationalHeading(
        "Young Carers",
        "children thriving, and protected from inappropriate caring",
        (),
        (),
        ("supporting young carers",),
    ),
)
"""Five headings that a strategy of 2009 took over, each with its place in four frameworks."""


UNMATCHED_2018: Final = ("building research and evidence",)
"""What the plan of 2018 has and no heading of 2009 answers to."""


def _folded(heading: str) -> str:
    return " ".join(heading.casefold().replace("&", " and ").split())


_BY_HEADING: Final = {_folded(each.heading): each for each in HEADINGS}
_BY_KEY: Final = {each.key: each for each in FRAMEWORKS}


def national(heading: str) -> NationalHeading | None:
    """Give where a heading stands nationally, however its words are spaced or capitalised.

    None where the heading is another one: nothing is guessed from what it sounds like.
    """
    return _BY_HEADING.get(_folded(heading))


def framework(key: str) -> Framework | None:
    """Give a framework by its key, or None where there is none of that key."""
    return _BY_KEY.get(key)
