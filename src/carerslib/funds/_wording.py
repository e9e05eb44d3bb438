"""Naming what is missing by the fields of an entry: clauses name those of a contract."""

from __future__ import annotations

import re
from typing import Final

from carerslib.verdicts import Combined, Finding, Missing, Part, Verdict

__all__ = ["for_entries"]

_TAG: Final = re.compile(r"contract\.tags\['(.*)'\]|contract\.(\w+)")
_OF_EACH: Final = re.compile(r"the amount of each (.*)")
_FIELDS: Final = frozenset({"head", "purpose", "source", "outlay", "recipient"})
_NAMES: Final = {
    "contract.first_day": "entry.counts_for",
    "contract.last_day": "entry.counts_for",
    "contract.term": "entry.counts_for",
    "contract.value": "entry.amount",
    "contract.amount": "entry.amount",
    "contract.amounts": "entry.amount",
    # an entry says its own year; what is open is that of an order over several years
    "contract.by_year": "position.used",
    "proposal.on": "entry.counts_for",
    "proposal.by": "entry.by",
}


def for_entries(part: Part) -> Part:
    """Give a finding, or a verdict, that names the missing fields of an entry."""
    if isinstance(part, Finding):
        return part._replace(missing=tuple(map(_renamed, part.missing))) if part.missing else part
    if not any(each.missing for each in part.findings):
        return part
    return Verdict.of(
        Combined(
            part.how,
            part.title,
            part.subject,
            part.basis,
            tuple(map(for_entries, part.parts)),
            part.chosen,
            part.at_least,
        )
    )


def _renamed(missing: Missing) -> Missing:
    field = missing.field
    tag, each = _TAG.fullmatch(field), _OF_EACH.fullmatch(missing.expected)
    if each is not None:  # an entry is all for one, and says for which
        return Missing(_named(each[1]), f"which {each[1]} it is for")
    if field in _NAMES or tag is None:
        return missing._replace(field=_NAMES.get(field, field))
    name = tag[1] or tag[2]
    return Missing(_named(name), missing.expected if tag[1] else f"which {name} it is for")


def _named(name: str) -> str:
    return f"entry.{name}" if name in _FIELDS else f"entry.other_tags[{name!r}]"
