"""What every clause checks of itself."""

from __future__ import annotations

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError

__all__ = ["check_clause"]


def check_clause(reference: str, source: Citation) -> tuple[InvalidValueError | None, ...]:
    """Check the two members that every clause has."""
    return (
        None
        if isinstance(reference, str) and reference
        else InvalidValueError("reference", reference, "the caller's own key, not empty"),
        None
        if isinstance(source, Citation)
        else InvalidValueError("source", source, "a Citation of the words"),
    )
