"""What a module offers is written in its ``__all__``: nothing more, nothing less."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from typing import Final

import pytest

SOURCE: Final = Path(__file__).parents[2] / "src"
PATHS: Final = {
    path.relative_to(SOURCE)
    .with_suffix("")
    .as_posix()
    .replace("/", ".")
    .removesuffix(".__init__"): path
    for path in sorted(SOURCE.rglob("*.py"))
}


def _defined_names(source: str) -> set[str]:
    """The public names that a module makes itself, rather than imports; no type variables."""
    names: set[str] = set()
    for node in ast.parse(source).body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                names.add(name)
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar" | "ParamSpec"))):
                continue
            case ast.Assign(targets=targets):
                names.update(target.id for target in targets if isinstance(target, ast.Name))
    return {name for name in names if not name.startswith("_")}


@pytest.mark.parametrize("module", PATHS)
def test_every_name_offered_exists(module: str) -> None:
    loaded = importlib.import_module(module)
    assert [name for name in loaded.__all__ if not hasattr(loaded, name)] == []


@pytest.mark.parametrize("module", PATHS)
def test_every_name_defined_without_an_underscore_is_offered(module: str) -> None:
    loaded = importlib.import_module(module)
    defined = _defined_names(PATHS[module].read_text(encoding="utf-8"))
    assert sorted(defined - set(loaded.__all__)) == []


@pytest.mark.parametrize("module", PATHS)
def test_no_name_is_offered_twice(module: str) -> None:
    offered = importlib.import_module(module).__all__
    assert len(offered) == len(set(offered))


def test_definitions_of_every_kind_are_seen() -> None:
    source = "class A: ...\ndef b(): ...\nC = 1\nD: int = 2\nimport e\n_f = 3\nT = TypeVar('T')\n"
    assert _defined_names(source) == {"A", "b", "C", "D"}
