"""How awards are counted where no law or record says: conventions that a council may choose."""

from __future__ import annotations

from typing import Final

from carerslib.basis import Convention
from carerslib.citations import Citation

__all__ = ["CHANGES", "COUNTED_AWARDS", "PAYMENTS", "RELEASE", "YEAR_OF_ACT"]

COUNTED_AWARDS: Final = Convention(
    "counted awards",
    "Which awards count against an authority",
    ("made in reliance on it", "every award"),
    "made in reliance on it",
    Citation.convention("How the library counts", "C-4"),
)
"""C-4: a combined figure is over what was awarded under that authority.

An award that does not say what it relies on counts under every authority that gives its power, but
for those that are plainly for something else or for somebody else where another one fits.
"""

RELEASE: Final = Convention(
    "release on early end",
    "Whether what an early end leaves unspent can be awarded again",
    ("none", "what is not spent"),
    "none",
    Citation.convention("How the library counts", "C-5"),
)
"""C-5: a maximum is a ceiling on what is awarded, and an early end gives nothing back."""

CHANGES: Final = Convention(
    "changes within an award",
    "Whether the power to award carries the power to change what was awarded",
    ("it goes with the award", "only where the words give it"),
    "it goes with the award",
    Citation.convention("How the library counts", "C-13"),
)
"""C-13: who may award may change what was awarded, inside the same limits.

So it is with a grant, a call-off and an agreement; not where another paragraph of the resolution
gives the power to change, which is then given there alone.
"""

PAYMENTS: Final = Convention(
    "payments under an award",
    "Whether the power to award carries the power to pay for what was awarded",
    ("it goes with the award", "only where the words give it"),
    "it goes with the award",
    Citation.convention("How the library counts", "C-14"),
)
"""C-14: paying what was awarded, extended or changed is no separate power.

Such a payment is held against the limits by itself and does not count beside the awards: what was
paid so far is for a fund to keep, or for words that give the power to spend.
"""

YEAR_OF_ACT: Final = Convention(
    "year of the act",
    "Which year money is of that states none, where it is spent or granted on a day",
    ("that of the day", "none that is known"),
    "that of the day",
    Citation.convention("How the library counts", "C-16"),
)
"""C-16: money that goes out on a day is money of the financial year of that day.

So it is of spending and of grants that state neither days nor years of their own, and of a day that
is known only to some days of one year. What may be of an option is of a period that follows. A
contract that is awarded on a day may run in any year.
"""
