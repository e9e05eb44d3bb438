"""Findings made at one go, for a register of many contracts.

A tuple made whole costs half of what naming fifteen fields does.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from carerslib.verdicts.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["finding_of"]

finding_of: Final[Callable[[tuple[object, ...]], Finding]] = partial(tuple.__new__, Finding)
"""Makes a finding from all of its fields, in their order; nothing is checked or left out."""
