"""Whether a contract is already as a remedy would have it, once another remedy has been taken.

Remedies are each worked out alone. Taken one after another, none may undo what another did: one
that reduces never raises, and one that brings an end forward never puts it back.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from carerslib.contracts.options import called
from carerslib.money import Money
from carerslib.periods import Term, earliest, last_day_of, latest

if TYPE_CHECKING:
    from carerslib.clauses import Taken
    from carerslib.contracts import Contract
    from carerslib.verdicts import Remedy

__all__ = ["is_done", "of_days"]

_LESS: Final = frozenset(
    {
        "reduce by",
        "end on or before",
        "start on or before",
        "shorten to",
        "no more than",
        "offer no more than",
        "take no more than",
    }
)
_MORE: Final = frozenset(
    {"raise by", "end on or after", "start on or after", "lengthen to", "no fewer than"}
)
_OPTION: Final = re.compile(r"options\[([0-9]+)\]\..+")


def is_done(contract: Contract, takes: Taken | None, remedy: Remedy) -> bool:
    """Say whether nothing is left to do of a remedy; of one in other words it is never known."""
    less = remedy.action in _LESS
    nearest: Any = remedy.nearest
    if not less and remedy.action not in _MORE:
        return False
    option = _OPTION.fullmatch(remedy.field)
    if option is not None and int(option[1]) >= len(contract.options):
        # an option that is no longer offered costs nothing, and lasts no time
        return less
    now = _now(contract, takes, remedy)
    if now is None or isinstance(now, Term) != isinstance(nearest, Term):
        return False
    if isinstance(now, Term):
        one, other = (now, nearest) if less else (nearest, now)
        return one.within(other) is True
    least, most = (earliest(now), latest(now)) if remedy.field.endswith("_day") else (now, now)
    return bool(most <= nearest if less else least >= nearest)


def _now(contract: Contract, takes: Taken | None, remedy: Remedy) -> Any:  # noqa: ANN401 - as a remedy
    """Give what a field holds now; None where it holds nothing, or is none."""
    field, nearest, whole = remedy.field, remedy.nearest, contract.whole
    if isinstance(nearest, Money):
        prices = [line.price for line in called(field, whole.lines) if line.price is not None]
        return Money.total(price.stated for price in prices) if prices else None
    if isinstance(nearest, date):
        return {"first_day": whole.first, "last_day": whole.last}.get(field)
    held: dict[str, object] = {
        "term": whole.length,
        "number": contract.number,
        "options": len(contract.options),
        "takes.times": takes and takes.times,
        "takes.term": takes and takes.term,
    }
    for number, term in enumerate(contract.offered):
        # an option that was cut to end on a day is as long as the days say
        held[f"options[{number}].term"] = term
    return held.get(field)


def of_days(contract: Contract, takes: Taken | None, remedy: Remedy) -> Remedy:
    """Give the remedy for an option that is not named as one for its days, or their length."""
    nearest, first = remedy.nearest, contract.first_day
    if takes is not None or remedy.field != "takes.term" or not isinstance(nearest, Term):
        return remedy
    if contract.last_day is None or first is None:
        return remedy._replace(field="term")
    start = earliest(first) if remedy.action in _LESS else latest(first)
    return remedy._replace(field="last_day", nearest=last_day_of(start, nearest))
