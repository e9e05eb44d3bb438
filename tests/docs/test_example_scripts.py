"""Every script under ``docs/examples`` runs, and prints what the file beside it holds."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Final

import pytest

EXAMPLES: Final = Path(__file__).parents[2] / "docs" / "examples"
SCRIPTS: Final = sorted(EXAMPLES.glob("*.py"))


def test_the_main_job_is_among_the_examples() -> None:
    assert "herefordshire_2017.py" in {script.name for script in SCRIPTS}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_the_script_prints_what_the_file_beside_it_holds(
    script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runpy.run_path(str(script), run_name="__main__")
    assert capsys.readouterr().out == script.with_suffix(".txt").read_text(encoding="utf-8")


def test_no_expected_output_has_lost_its_script() -> None:
    expected = {path.stem for path in EXAMPLES.glob("*.txt")}
    assert expected <= {script.stem for script in SCRIPTS}
