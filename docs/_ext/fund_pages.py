"""The page of named funds and what binds each, written from the code so that it cannot drift."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx

__all__ = ["page", "setup"]

PAGE: Final = "reference/named-funds.md"
INTRODUCTION: Final = """\
# Named funds and their stipulations

Written from {py:data}`carerslib.funds.named.FUNDS`. A name is no rule: the same name may stand for
money that was ring-fenced in one year and free in the next. A *condition* refuses, and what breaks
it is repayable as it says; a *restriction* refuses; an *expectation* only advises. Days are
inclusive. Amounts by year are on {doc}`from-the-code/values`.

"Not said" means that no source that was read says so: there is no default. "Not read", of carrying
forward what nothing binds, leaves it open unless a council chooses to treat it as free: see
{doc}`../explanation/unverified-funds`. Each fund ends with what was not read.
"""


def page(funds: Iterable[Any]) -> str:
    """Return the text of the page: an overview, then each fund."""
    listed = list(funds)
    overview = _table(
        ("fund", "who gives it to whom", "kind of money, by days"), map(_overview, listed)
    )
    return "\n".join([INTRODUCTION, overview, *(_section(fund) for fund in listed)])


def _cell(text: object) -> str:
    return " ".join(str(text).replace("|", r"\|").split()) or "-"


def _table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [list(headings), ["---"] * len(headings), *(list(map(_cell, row)) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _overview(fund: Any) -> tuple[str, str, str]:  # noqa: ANN401 - imported again by each build
    kinds = "; ".join(f"{each.value}, {each.in_force}" for each in fund.types.values)
    return fund.title, f"{fund.grantor} to {fund.recipient}", kinds


def _section(fund: Any) -> str:  # noqa: ANN401
    parts = [f"## {fund.title}\n", f"`{fund.reference}`\n"]
    if fund.stipulations:
        headings = ("stipulation", "kind", "set by", "days", "what it says", "source")
        parts.append(_table(headings, map(_stipulation, fund.stipulations)))
    else:
        parts.append("No stipulation on it was read.\n")
    if fund.outlay is not None:
        parts.append(f"For {fund.outlay} spending only.\n")
    if fund.pooled is not None:
        parts.append(f"It has to be pooled: {_cited(fund.pooled)}.\n")
    parts.append("Not read, so without a default:\n")
    parts.append("".join(f"* {each.what}: {each.reason}\n" for each in fund.not_read))
    return "\n".join(parts)


def _stipulation(stipulation: Any) -> tuple[object, ...]:  # noqa: ANN401
    return (
        f"`{stipulation.reference}`",
        stipulation.kind,
        stipulation.set_by,
        stipulation.days or "no days of its own",
        "; ".join(_says(stipulation)),
        _cited(stipulation.source),
    )


def _says(stipulation: Any) -> Iterator[str]:  # noqa: ANN401
    for clause in stipulation.clauses:
        yield _clause(clause)
    if stipulation.ring_fence:
        yield "money stays in the fund"
    yield f"carry forward: {stipulation.carry_forward or 'not said'}"
    yield f"unspent: {stipulation.unspent or 'not said'}"
    for due in stipulation.due:
        by = f" by {due.by.isoformat()}" if due.by else ""
        yield f"due{by}: {due.title} ({due.signed_by})"


def _clause(clause: Any) -> str:  # noqa: ANN401
    match type(clause).__name__:
        case "Only":
            return f"{clause.dimension}: {', '.join(clause.values)}"
        case "Except":
            return f"{clause.dimension}: not {', '.join(clause.values)}"
        case "ShareOfGrant":
            ends = (("at least", clause.at_least), ("at most", clause.at_most))
            shares = [f"{end} {share}%" for end, share in ends if share is not None]
            of = "".join(f", of {dimension} {value}" for dimension, value in clause.where)
            return f"{' and '.join(shares)} for {', '.join(clause.values)}{of}"
        case "Cap":
            most = "less than" if clause.strict else "at most"
            return f"{clause.title.lower()}: {most} {clause.at_most}"
        case "Window":
            ends = (("from", clause.first), ("to", clause.last))
            return " ".join(["received", *(f"{end} {day}" for end, day in ends if day is not None)])
        case name:
            message = f"no words for a {name}: add them to {__name__}"
            raise LookupError(message)


def _cited(citation: Any) -> str:  # noqa: ANN401
    words = f"{citation} ({citation.standing})"
    return f"[{words}]({citation.url})" if citation.url else words


def _write(app: Sphinx) -> None:
    path = Path(app.srcdir) / PAGE
    text = page(importlib.import_module("carerslib.funds.named").FUNDS)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Write the page before the build reads any."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
