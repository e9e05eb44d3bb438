"""Figures that somebody has set beside each other, in a strategy or at a meeting."""

from __future__ import annotations

from typing import final

import attrs

from carerslib.commissioning._given import key, text
from carerslib.errors import require

__all__ = ["SetBeside"]


@final
@attrs.frozen
class SetBeside:
    """That two figures were set beside each other, by their references, and by whom (a role).

    Whether they count the same people is what a review asks.
    """

    reference: str
    left: str
    right: str
    by: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("left", self.left),
            key("right", self.right),
            text("by", self.by),
        )
