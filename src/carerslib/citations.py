"""What a rule, a date or a figure rests on, and how far a reader may rely on it."""

from __future__ import annotations

from enum import StrEnum
from typing import final

import attrs

from carerslib.errors import InvalidValueError, require

__all__ = ["Citation", "Standing"]


class Standing(StrEnum):
    """What kind of source it is."""

    PRIMARY = "primary"
    """The law or the official text itself: an Act, regulations, statutory guidance, a judgment."""
    SECONDARY = "secondary"
    """An account of the law by somebody else, where the text itself was not to be had."""
    RECORD = "record"
    """A council's own record: a minute, a scheme of delegation, a contract."""
    CONVENTION = "convention"
    """How the library counts where no source says; a council may count otherwise."""

    @property
    def is_law(self) -> bool:
        """Whether the source states the law, at first or second hand."""
        return self in (Standing.PRIMARY, Standing.SECONDARY)


def _text(field: str, value: object) -> InvalidValueError | None:
    return None if isinstance(value, str) else InvalidValueError(field, value, "text")


def _name(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value.strip():
        return None
    return InvalidValueError(field, value, "the name of a source")


@final
@attrs.frozen
class Citation:
    """A place in a source, with the operative words where they matter.

    ``source`` is the instrument or record, ``place`` the provision or paragraph in it, ``words``
    what stands there, ``note`` what a reader should know about it. Raises
    :class:`.InvalidValueError` for an empty source.
    """

    source: str
    place: str = ""
    standing: Standing = attrs.field(default=Standing.PRIMARY, kw_only=True)
    url: str = attrs.field(default="", kw_only=True)
    words: str = attrs.field(default="", kw_only=True)
    note: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Report everything that is wrong at once."""
        known = isinstance(self.standing, Standing)
        require(
            _name("source", self.source),
            _text("place", self.place),
            None if known else InvalidValueError("standing", self.standing, "a Standing"),
            _text("url", self.url),
            _text("words", self.words),
            _text("note", self.note),
        )

    @classmethod
    def record(cls, source: str, place: str = "", *, words: str = "", url: str = "") -> Citation:
        """Cite a council's own record, such as a minute."""
        return cls(source, place, standing=Standing.RECORD, words=words, url=url)

    @classmethod
    def convention(cls, source: str, place: str = "") -> Citation:
        """Cite a convention: how the library counts, not what any text says."""
        return cls(source, place, standing=Standing.CONVENTION)

    def at(self, place: str) -> Citation:
        """Cite another place in the same source; words that stood at the old place are dropped."""
        return attrs.evolve(self, place=place, words="")

    def quoting(self, words: str) -> Citation:
        """Cite the same place with its words as they stand."""
        return attrs.evolve(self, words=words)

    def __str__(self) -> str:
        return f"{self.source}, {self.place}" if self.place else self.source
