"""Ring-fenced and other funds: what may be committed, spent, carried forward and returned.

Write down a :class:`Fund` and the stipulations on it, add up the entries that were taken with
:func:`fold`, and ask :func:`check` before another is taken. The application keeps the entries; the
library adds them up, and says of each that it refuses why, and what would do.
"""

from carerslib.funds.after_close import AfterClose, found_after_close
from carerslib.funds.book import Book
from carerslib.funds.checking import Posted, Refusal, check, fold, post, post_each
from carerslib.funds.conventions import UNREAD_CARRY_FORWARD
from carerslib.funds.disposals import Consent, Disposal, Treatment
from carerslib.funds.entries import SPENDING, Entry, EntryKind, Paid, Times
from carerslib.funds.model import Band, Fund, Head, Outlay
from carerslib.funds.offers import Drawn, Offer
from carerslib.funds.position import Position, Sums
from carerslib.funds.reviews import check_cost, check_due, check_lift
from carerslib.funds.rules import RULES
from carerslib.funds.shares import ShareOfGrant
from carerslib.funds.stipulations import (
    KINDS,
    STIPULATES,
    CarryForward,
    Due,
    FundType,
    Lift,
    Stipulation,
    StipulationKind,
    Unspent,
)
from carerslib.funds.year_end import YearEnd, close_year

__all__ = [
    "KINDS",
    "RULES",
    "SPENDING",
    "STIPULATES",
    "UNREAD_CARRY_FORWARD",
    "AfterClose",
    "Band",
    "Book",
    "CarryForward",
    "Consent",
    "Disposal",
    "Drawn",
    "Due",
    "Entry",
    "EntryKind",
    "Fund",
    "FundType",
    "Head",
    "Lift",
    "Offer",
    "Outlay",
    "Paid",
    "Position",
    "Posted",
    "Refusal",
    "ShareOfGrant",
    "Stipulation",
    "StipulationKind",
    "Sums",
    "Times",
    "Treatment",
    "Unspent",
    "YearEnd",
    "check",
    "check_cost",
    "check_due",
    "check_lift",
    "close_year",
    "fold",
    "found_after_close",
    "post",
    "post_each",
]
