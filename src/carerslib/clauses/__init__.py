"""The lines of an authority: who, what, when, how long, how much, how many.

Theory of operation. A clause answers twice. ``result`` compares whole numbers and is cheap enough
to ask of a hundred thousand contracts. ``finding`` says the same at length: what was measured,
what is permitted, which words say so, what is missing, and what would do instead. Both see the
*request* (a proposal, or an entry of a fund) and the clause's own *tally*: for each group that the
request touches, what earlier requests have used and what this one adds. A clause never sees the
earlier requests themselves.

A clause that counts (a cap) also says what a request ``adds``. A clause from outside this package
needs no base class: whatever has the members of :class:`Clause`, or of :class:`CountingClause`,
works wherever a built-in clause does.
"""

from carerslib.clauses._step import Step
from carerslib.clauses.base import EMPTY, Adds, Clause, CountingClause, Room, Tally
from carerslib.clauses.caps import Cap, Of
from carerslib.clauses.combined import Either, For
from carerslib.clauses.dates import Length, Window
from carerslib.clauses.events import EventBound
from carerslib.clauses.figures import EFFECTS, READINGS, Effect, Figure, Measure, Nature
from carerslib.clauses.floors import Floor
from carerslib.clauses.open_words import (
    EACH_ALONE,
    FIRM_ALONE,
    OF_A_YEAR,
    OF_THE_WHOLE,
    ONE_AT_A_TIME,
    SEVERAL_AT_ONCE,
    TOGETHER,
    WITH_OPTIONS,
    firm_or_whole,
    numbered,
    one_or_several,
    together_or_alone,
    year_or_whole,
)
from carerslib.clauses.preconditions import WAIVERS, Kind, Precondition, Unlimited
from carerslib.clauses.readings import Reading, Readings
from carerslib.clauses.requests import (
    NO_PARTICULARS,
    Delegation,
    Extent,
    Fact,
    Group,
    Line,
    Particulars,
    Request,
    Taken,
)
from carerslib.clauses.scope import Except, Holder, Includes, Joint, Only
from carerslib.clauses.shares import Share
from carerslib.clauses.starts import SamePeriod, Shortest, Start
from carerslib.clauses.steps import OPTION_ORDER, Steps
from carerslib.clauses.thresholds import Threshold

__all__ = [
    "EACH_ALONE",
    "EFFECTS",
    "EMPTY",
    "FIRM_ALONE",
    "NO_PARTICULARS",
    "OF_A_YEAR",
    "OF_THE_WHOLE",
    "ONE_AT_A_TIME",
    "OPTION_ORDER",
    "READINGS",
    "SEVERAL_AT_ONCE",
    "TOGETHER",
    "WAIVERS",
    "WITH_OPTIONS",
    "Adds",
    "Cap",
    "Clause",
    "CountingClause",
    "Delegation",
    "Effect",
    "Either",
    "EventBound",
    "Except",
    "Extent",
    "Fact",
    "Figure",
    "Floor",
    "For",
    "Group",
    "Holder",
    "Includes",
    "Joint",
    "Kind",
    "Length",
    "Line",
    "Measure",
    "Nature",
    "Of",
    "Only",
    "Particulars",
    "Precondition",
    "Reading",
    "Readings",
    "Request",
    "Room",
    "SamePeriod",
    "Share",
    "Shortest",
    "Start",
    "Step",
    "Steps",
    "Taken",
    "Tally",
    "Threshold",
    "Unlimited",
    "Window",
    "firm_or_whole",
    "numbered",
    "one_or_several",
    "together_or_alone",
    "year_or_whole",
]
