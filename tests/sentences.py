"""Which sentence of a record is held where: the splitting of records, and the paths into the model.

A record is split here into its sentences, knowing nothing of what is said of them. What is said of
them is a table: for opening words that only one sentence has, paths into the record as it is
encoded, and what has to stand there, in words. A sentence that is held in free text alone is in a
table of its own, counted and shown.

A sentence is held in free text alone where no path leads to more than words: to a kind, a state, a
number, a day, a yes or a no, or a reference to another thing of the record. That somebody spoke, or
asked or thanked, says nothing of what was said; and a title is words, unless the sentence is itself
a name.

A path names fields with points between them, and things in a list by their reference in brackets::

    minutes[board].points[schools].state
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple, TypeAlias

import attrs

from carerslib.periods import DateRange, format_day

__all__ = [
    "MOST_FREE_TEXT",
    "MOST_WORDS",
    "Entry",
    "Held",
    "Sentence",
    "at",
    "entries",
    "in_words",
    "only_words",
    "problems",
    "sentences",
]

MOST_WORDS: Final = 40
"""How many words of a sentence an entry may repeat."""

MOST_FREE_TEXT: Final = 10
"""One sentence in so many may be held as free text only."""

_SENTENCE_ENDS: Final = re.compile(r"(?<=[.;?!])(?<!e\.g\.)\s+(?=[A-Z])")
_BULLET: Final = re.compile(r"^[·\s]+")
_STEP: Final = re.compile(r"\.?([A-Za-z_]\w*)|\[([^\]]*)\]")

_MANNER: Final = re.compile(
    r"^minutes\[[^]]*\]\.(points|reports|resolved|undertakings)\[[^]]*\]\.kind$"
    r"|\.(by|said_by|asked_by|title|heading|who)$"
)


class Sentence(NamedTuple):
    """A sentence, a heading or an item of a list, and where it stands in the record."""

    place: int
    words: str


class Entry(NamedTuple):
    """Where a sentence is held: its opening words, a path, and what stands there, in words."""

    words: str
    path: str
    value: str
    free_text: bool = False


Held: TypeAlias = Mapping[str, Mapping[str, str]]


def entries(held: Held, free_text: Held) -> tuple[Entry, ...]:
    """Give every entry of a table, those of free text last."""
    return tuple(
        Entry(words, path, value, free)
        for table, free in ((held, False), (free_text, True))
        for words, paths in table.items()
        for path, value in paths.items()
    )


def sentences(record: str) -> tuple[Sentence, ...]:
    """Split a record into what it says, line by line, without the marks of lists."""
    found: list[str] = []
    for line in record.splitlines():
        plain = " ".join(_BULLET.sub("", line).split())
        found += filter(None, _SENTENCE_ENDS.split(plain))
    return tuple(Sentence(place, words) for place, words in enumerate(found, start=1))


def at(root: object, path: str) -> object:
    """Follow a path into a record.

    Raises :class:`LookupError` for a path that cannot be read and for what is not there.
    """
    here, end = root, 0
    for step in _STEP.finditer(path):
        if step.start() != end:
            break
        end = step.end()
        name, reference = step.groups()
        here = _field(here, name) if name else _one_of(here, reference)
    if end != len(path) or not path:
        message = f"no path can be read in {path[end:]!r} of {path!r}"
        raise LookupError(message)
    return here


def _field(here: object, name: str) -> object:
    try:
        return getattr(here, name)
    except AttributeError:
        message = f"a {type(here).__name__} has no {name}"
        raise LookupError(message) from None


def _one_of(here: object, reference: str) -> object:
    things = here if isinstance(here, Iterable) else ()
    found = [each for each in things if _known_as(each) == reference]
    if len(found) != 1:
        message = f"{len(found)} things are called {reference!r}"
        raise LookupError(message)
    return found[0]


def _known_as(thing: object) -> object:
    return getattr(thing, "reference", getattr(thing, "name", None))


def problems(record: str, listed: Iterable[Entry], stating_nothing: Iterable[str]) -> Iterator[str]:
    """Say what is wrong: sentences without an entry, and entries that fit no sentence or several.

    ``stating_nothing`` are headings and words that only lead to what follows, whole.
    """
    found, listed, silent = sentences(record), tuple(listed), frozenset(stating_nothing)
    for words in sorted(silent - {each.words for each in found}):
        yield f"no sentence is {words!r}"
    for entry in listed:
        fit = [each for each in found if each.words.startswith(entry.words)]
        if len(fit) != 1:
            yield f"{len(fit)} sentences begin {entry.words!r}"
        elif fit[0].words in silent:
            yield f"said to state nothing, and yet held: {entry.words!r}"
        if len(entry.words.split()) > MOST_WORDS:
            yield f"more than {MOST_WORDS} words are repeated: {entry.words!r}"
    for each in found:
        held = any(each.words.startswith(entry.words) for entry in listed)
        if not held and each.words not in silent:
            yield f"held nowhere: {each.words!r}"


def only_words(root: object, record: str, listed: Iterable[Entry]) -> Iterator[str]:
    """Say which sentences are held as words alone, by the opening words of each."""
    known, by_words = set(_references(root)), dict[str, list[str]]()
    for entry in listed:
        by_words.setdefault(entry.words, []).append(entry.path)
    whole = {
        words: each.words
        for each in sentences(record)
        for words in by_words
        if each.words.startswith(words)
    }
    for words, paths in by_words.items():
        values = [at(root, path) for path in paths if not _MANNER.search(path)]
        named = any(at(root, path) == whole.get(words) for path in paths)
        if not named and not any(_says_more(value, known) for value in values):
            yield words


def _says_more(value: object, known: set[str]) -> bool:
    if isinstance(value, str) and not isinstance(value, enum.Enum):
        return value in known
    if isinstance(value, tuple | frozenset):
        return any(_says_more(each, known) for each in value)
    return value is not None


def _references(thing: object) -> Iterator[str]:
    """Go through the references of everything in a record."""
    if isinstance(thing, tuple | list | frozenset):
        for each in thing:
            yield from _references(each)
    elif attrs.has(kind := type(thing)):
        reference = getattr(thing, "reference", None)
        if isinstance(reference, str):
            yield reference
        for name in attrs.fields_dict(kind):
            yield from _references(getattr(thing, name, None))


def in_words(value: object) -> str:
    """Write a value of the model as the table shows it."""
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date | DateRange):
        return format_day(value)
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, tuple | list | frozenset):
        written = [in_words(each) for each in value]
        in_order = sorted(written) if isinstance(value, frozenset) else written
        return ", ".join(in_order) or "none"
    return str(value)
