"""The project stands on its own: no file of it leans on the machine that it was written on."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
TEXTS: Final = frozenset({".cfg", ".css", ".html", ".md", ".py", ".toml", ".txt", ".yaml", ".yml"})
FOLDERS: Final = ("src", "tests", "docs")
# The top folders in which people keep work of their own; those of the system itself are no harm.
SOMEONES_OWN_PATH: Final = re.compile(
    r"(?<![\w.:/~-])/(?:home|media|mnt|opt|root|srv|tmp|Users|Volumes|work)/\S"
)
FILES: Final = sorted(
    path
    for path in (
        *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*")),
        *(path for path in ROOT.glob("*") if path.is_file()),
        *(ROOT / ".ci").glob("*"),
    )
    if path.is_file()
    and (path.suffix in TEXTS or path.parent.name == ".ci")
    and not {"_build", "__pycache__"} & set(path.parts)
)
LONGEST_MODULE: Final = 400


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_names_a_path_of_somebodys_machine(path: Path) -> None:
    assert SOMEONES_OWN_PATH.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("folder", ["/home", "/tmp", "/work", "/Users"])  # noqa: S108 - a pattern
def test_a_path_of_somebodys_machine_is_found(folder: str) -> None:
    assert SOMEONES_OWN_PATH.search(f'open("{folder}/notes.txt")')


def test_an_address_of_a_page_is_not_a_path() -> None:
    assert not SOMEONES_OWN_PATH.search("https://example.org/home/page and social/work/plans")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_no_module_has_grown_past_what_one_concept_needs(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_every_module_whose_mutations_are_tried_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["tool"]["mutmut"]["only_mutate"]
    assert named
    assert [pattern for pattern in named if not list(ROOT.glob(pattern))] == []
