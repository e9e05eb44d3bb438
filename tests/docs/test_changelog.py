"""The changelog keeps the form of keepachangelog.com, and its newest release is the package's."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
LINES: Final = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
RELEASE: Final = re.compile(
    r"## \[(?P<version>Unreleased|\d+\.\d+\.\d+)\](?P<day> - \d{4}-\d{2}-\d{2})?"
)
KINDS: Final = frozenset({"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Law"})


def _releases() -> list[re.Match[str]]:
    found = [RELEASE.fullmatch(line) for line in LINES if line.startswith("## ")]
    assert None not in found, "a heading of the second level is not a release"
    return [match for match in found if match is not None]


def test_the_changelog_opens_with_what_comes_next() -> None:
    assert LINES[0] == "# Changelog"
    assert _releases()[0]["version"] == "Unreleased"


def test_a_release_has_its_day_and_what_comes_next_has_none() -> None:
    assert [match["day"] is None for match in _releases()] == [
        match["version"] == "Unreleased" for match in _releases()
    ]


def test_releases_stand_newest_first() -> None:
    versions = [tuple(map(int, match["version"].split("."))) for match in _releases()[1:]]
    assert versions == sorted(set(versions), reverse=True)


def test_the_newest_release_is_not_ahead_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [match["version"] for match in _releases()[1:2]] in ([], [project["version"]])


def test_changes_are_grouped_by_kind() -> None:
    headings = {line.removeprefix("### ") for line in LINES if line.startswith("### ")}
    assert headings
    assert headings <= KINDS
