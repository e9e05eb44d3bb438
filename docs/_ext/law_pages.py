"""Pages of what the code declares: conventions, dated values, rules, sources, and their days.

They are written from the values themselves, so that a page cannot say what the code does not.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import ModuleType

    from sphinx.application import Sphinx

__all__ = ["pages", "setup"]

FOLDER: Final = "reference/from-the-code"
NONE_YET: Final = "There are none in this version.\n"

T = TypeVar("T")


class _Named(NamedTuple):
    """A public value, and the name under which a reader imports it."""

    name: str
    value: Any


def _declared(modules: Iterable[ModuleType], path: str) -> list[_Named]:
    """Give the public values of a class, each once, by the module that shows it first."""
    module_name, _, class_name = path.rpartition(".")
    kind = getattr(importlib.import_module(module_name), class_name)
    found: dict[int, _Named] = {}
    for module in modules:
        for name in module.__all__:
            value = getattr(module, name)
            if isinstance(value, kind):
                found.setdefault(id(value), _Named(f"{module.__name__}.{name}", value))
    return sorted(found.values())


def _cell(text: object) -> str:
    return " ".join(str(text).replace("|", r"\|").split()) or "-"


def _table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [list(map(_cell, row)) for row in rows]
    if not lines:
        return NONE_YET
    return "".join(
        f"| {' | '.join(line)} |\n" for line in (list(headings), ["---"] * len(headings), *lines)
    )


def _cited(citation: Any) -> str:  # noqa: ANN401 - a Citation, imported again by each build
    return f"{citation} ({citation.standing})"


def _shown(value: object) -> str:
    if isinstance(value, tuple | list | frozenset | set):
        return ", ".join(map(_shown, value))
    return str(value)


def _conventions(modules: Sequence[ModuleType]) -> str:
    rows = (
        (
            f"`{each.name}`",
            each.value.name,
            each.value.title,
            ", ".join(each.value.options),
            each.value.default,
            each.value.citation,
        )
        for each in _declared(modules, "carerslib.basis.Convention")
    )
    return _table(("constant", "name", "what it settles", "options", "if none", "as"), rows)


def _parameters(modules: Sequence[ModuleType]) -> str:
    parts = []
    for name, parameter in _declared(modules, "carerslib.parameters.Parameter"):
        rows = [
            (dated.in_force.first, dated.in_force, _shown(dated.value), _cited(dated.citation))
            for dated in parameter.values
        ]
        rows += [(gap.days.first, gap.days, "not known", gap.reason) for gap in parameter.gaps]
        table = _table(("days", "value", "source"), (row[1:] for row in sorted(rows, key=_first)))
        parts.append(f"## {parameter.title}\n\n`{name}`, named “{parameter.name}”\n\n{table}")
    return "\n".join(parts) or NONE_YET


def _first(row: Sequence[T]) -> T:
    return row[0]


def _rules(modules: Sequence[ModuleType]) -> str:
    parts = []
    for name, rules in _declared(modules, "carerslib.rules.RuleSet"):
        rows = (
            (f"`{each.id}`", each.title, each.in_force, _cited(each.citation)) for each in rules
        )
        table = _table(("rule", "what it asks", "in force", "source"), rows)
        parts.append(f"## {rules.name}, edition {rules.edition}\n\n`{name}`\n\n{table}")
    return "\n".join(parts) or NONE_YET


def _coverage(modules: Sequence[ModuleType]) -> str:
    rows = [
        (parameter.title, "value", "; ".join(map(str, parameter.days_known)))
        for _, parameter in _declared(modules, "carerslib.parameters.Parameter")
    ]
    for _, rules in _declared(modules, "carerslib.rules.RuleSet"):
        rows += [(f"{each.title} (`{each.id}`)", "rule", str(each.in_force)) for each in rules]
    return _table(("what", "kind", "days for which it is known"), rows)


def _citations(modules: Sequence[ModuleType]) -> str:
    found = [each.value for each in _declared(modules, "carerslib.citations.Citation")]
    found += [each.value.citation for each in _declared(modules, "carerslib.basis.Convention")]
    for _, parameter in _declared(modules, "carerslib.parameters.Parameter"):
        found += [dated.citation for dated in parameter.values]
    for _, rules in _declared(modules, "carerslib.rules.RuleSet"):
        found += [each.citation for each in rules]
    rows = {(each.standing, each.source, each.place, each.url, each.note) for each in found}
    parts = []
    for standing in dict.fromkeys(sorted(str(row[0]) for row in rows)):
        chosen = sorted(row[1:] for row in rows if row[0] == standing)
        linked = ((s, p, f"<{url}>" if url else "", note) for s, p, url, note in chosen)
        table = _table(("source", "place", "address", "note"), linked)
        parts.append(f"## {standing.capitalize()}\n\n{table}")
    return "\n".join(parts) or NONE_YET


def _definitions(_modules: Sequence[ModuleType]) -> str:
    headings = ("key", "for", "the carer", "cared for", "what counts", "hours", "not", "in force")
    definitions = importlib.import_module("carerslib.carers").DEFINITIONS
    rows = (
        (
            f"`{each.key}`",
            each.purpose,
            each.carer,
            each.cared_for,
            each.care,
            each.hours,
            each.exclusions,
            each.in_force,
        )
        for each in definitions
    )
    sources = ((f"`{each.key}`", each.title, _cited(each.citation)) for each in definitions)
    return _table(headings, rows) + "\n" + _table(("key", "definition", "source"), sources)


PAGES: Final = {
    "conventions": (
        "Conventions",
        "How the library counts where no source says, and what a council may choose instead.",
        _conventions,
    ),
    "values": (
        "Values and their days",
        "Every dated value, with its days, first and last included. Other days are refused.",
        _parameters,
    ),
    "rules": (
        "Rules",
        "Every rule set. The clauses of a resolution are rules too, and come with it.",
        _rules,
    ),
    "definitions": (
        "Definitions of a carer, side by side",
        "Every definition in every version. The words describe; the rules decide.",
        _definitions,
    ),
    "coverage": (
        "Coverage",
        "The days for which each value and each rule is known.",
        _coverage,
    ),
    "citations": (
        "Citations",
        "Every source that the code declares, by how far a reader may rely on it.",
        _citations,
    ),
}


def pages(modules: Sequence[ModuleType]) -> Mapping[str, str]:
    """Return each page's text by its name, and the text of the page that lists them."""
    texts = {
        name: f"# {title}\n\n{about} This page is written from the code.\n\n{write(modules)}"
        for name, (title, about, write) in PAGES.items()
    }
    listed = "".join(f"{name}\n" for name in texts)
    texts["index"] = (
        "# What the code declares\n\nWritten from the code, and so never other than it.\n\n"
        f"```{{toctree}}\n:maxdepth: 1\n\n{listed}```\n"
    )
    return texts


def _changed(folder: Path, texts: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    for name, text in texts.items():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield path, text


def _write(app: Sphinx) -> None:
    folder = Path(app.srcdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    modules = importlib.import_module("reference_pages").public_modules()
    for path, text in _changed(folder, pages(modules)):
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Write the pages before the build reads any."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
