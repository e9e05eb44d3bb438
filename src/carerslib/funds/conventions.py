"""How funds are counted where no source says: a convention that a council may choose."""

from __future__ import annotations

from typing import Final

from carerslib.basis import Convention
from carerslib.citations import Citation

__all__ = ["UNREAD_CARRY_FORWARD"]

UNREAD_CARRY_FORWARD: Final = Convention(
    "unread carry-forward",
    "Whether a grant that nothing binds is carried where no source on carrying it was read",
    ("open", "free"),
    "open",
    Citation.convention("How the library counts", "carrying forward that was not read"),
)
"""What is open is settled by the instrument of the grant; "free" takes it to forbid nothing."""
