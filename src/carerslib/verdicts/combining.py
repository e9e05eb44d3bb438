"""The three ways in which answers combine."""

from __future__ import annotations

import enum

__all__ = ["Combining"]


class Combining(enum.Enum):
    """How the parts of a verdict make its result."""

    ALL_OF = "all of"
    ANY_OF = "any of"
    AGREE = "agree"

    def __str__(self) -> str:
        return self.value
