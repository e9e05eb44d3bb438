"""How awards are counted where no law or record says: conventions that a council may choose."""

from __future__ import annotations

from typing import Final

from carerslib.basis import Convention
from carerslib.citations import Citation

__all__ = ["COUNTED_AWARDS", "RELEASE"]

COUNTED_AWARDS: Final = Convention(
    "counted awards",
    "Which awards count against an authority",
    ("made in reliance on it", "every award"),
    "made in reliance on it",
    Citation.convention("How the library counts", "C-4"),
)
"""C-4: a combined figure is over what was awarded under that authority.

An award that does not say what it relies on counts under every authority that gives its power.
"""

RELEASE: Final = Convention(
    "release on early end",
    "Whether what an early end leaves unspent can be awarded again",
    ("none", "what is not spent"),
    "none",
    Citation.convention("How the library counts", "C-5"),
)
"""C-5: a maximum is a ceiling on what is awarded, and an early end gives nothing back."""
