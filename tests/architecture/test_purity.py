"""The library reads no file, clock or network, and keeps no state: in its source and when it runs.

The import contracts in ``pyproject.toml`` forbid modules; here the standard library is held to what
is known to be harmless, calls that reach out are refused, and the main job is judged under a hook
that refuses every file, socket and process.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
SOURCE: Final = ROOT / "src"
MODULES: Final = sorted(SOURCE.rglob("*.py"))
EXAMPLE: Final = ROOT / "docs" / "examples" / "herefordshire_2017.py"

HARMLESS: Final = frozenset(
    {
        "__future__",
        "abc",
        "bisect",
        "calendar",
        "collections",
        "copy",
        "datetime",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "heapq",
        "itertools",
        "math",
        "numbers",
        "operator",
        "re",
        "string",
        "textwrap",
        "types",
        "typing",
        "unicodedata",
    }
)
# Which third-party module may be imported where; the import contracts say the same of packages.
THIRD_PARTY: Final = {
    "attrs": "",
    "cattrs": "wire|testing",
    "dateutil": "periods",
    "hypothesis": "testing",
    "narwhals": "frames",
    "pytest": "testing",
}
FORBIDDEN_CALLS: Final = frozenset(
    {"__import__", "breakpoint", "compile", "eval", "exec", "float", "input", "open", "print"}
)
FORBIDDEN_METHODS: Final = frozenset({"now", "today", "utcnow"})


def _violations(source: str, module: str = "carerslib.money") -> list[str]:
    return [
        f"line {getattr(node, 'lineno', 0)}: {complaint}"
        for node in ast.walk(ast.parse(source))
        for complaint in (_import_complaint(node, module), _call_complaint(node), _other(node))
        if complaint
    ]


def _import_complaint(node: ast.AST, module: str) -> str | None:
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        names = [node.module or "."]
    else:
        return None
    refused = [name for name in names if not _may_import(module, name.split(".")[0])]
    return f"imports {', '.join(refused)}" if refused else None


def _may_import(module: str, name: str) -> bool:
    if name in THIRD_PARTY:
        return re.match(rf"carerslib\.(?:{THIRD_PARTY[name]})\b", module + ".") is not None
    return name == "carerslib" or name in HARMLESS


def _call_complaint(node: ast.AST) -> str | None:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
            return f"calls {name}"
        case ast.Call(func=ast.Attribute(attr=name)) if name in FORBIDDEN_METHODS:
            return f"calls {name}, which reads a clock"
    return None


def _other(node: ast.AST) -> str | None:
    match node:
        case ast.Constant(value=float()):
            return "holds a float"
        case ast.Global():
            return "changes the state of the module"
    return None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_the_source_reaches_for_nothing_outside_its_arguments(path: Path) -> None:
    module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    assert _violations(path.read_text(encoding="utf-8"), module) == []


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("import os.path", "imports os.path"),
        ("from time import monotonic", "imports time"),
        ("def late():\n    import random", "imports random"),
        ("import hypothesis", "imports hypothesis"),
        ("import dateutil.easter", "imports dateutil.easter"),
        ("from . import errors", "imports ."),
        ("print('met')", "calls print"),
        ("open('rules.yaml')", "calls open"),
        ("eval('1')", "calls eval"),
        ("float('1230000.00')", "calls float"),
        ("date.today()", "calls today, which reads a clock"),
        ("datetime.datetime.now()", "calls now, which reads a clock"),
        ("rate = 0.2", "holds a float"),
        ("def count():\n    global total", "changes the state of the module"),
    ],
)
def test_a_source_that_reaches_out_is_found(source: str, complaint: str) -> None:
    assert [found.partition(": ")[2] for found in _violations(source)] == [complaint]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("carerslib.money", "import attrs"),
        ("carerslib.periods", "from dateutil.relativedelta import relativedelta"),
        ("carerslib.testing.strategies", "from hypothesis import strategies"),
        ("carerslib.wire", "import cattrs"),
    ],
)
def test_a_module_may_import_what_it_was_given(module: str, source: str) -> None:
    assert _violations(source, module) == []


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", *arguments]
    return subprocess.run(  # noqa: S603 - this interpreter, with arguments written here
        command, capture_output=True, text=True, check=False, timeout=60
    )


LIBRARY: Final = sorted(
    path.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in MODULES
    if "testing" not in path.parts and "wire" not in path.parts and "frames" not in path.parts
)
LOADED: Final = """
import importlib
import sys

known = ("cattrs", "dateutil", "hypothesis", "narwhals", "pytest")
for module in sys.argv[1:]:
    before = set(sys.modules)
    importlib.import_module(module)
    loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
    print(module, *sorted(loaded.intersection(known)))
"""


def test_importing_the_library_loads_no_package_that_it_does_not_need() -> None:
    result = _python("-c", LOADED, *LIBRARY)
    assert result.stderr == ""
    loaded = dict(line.partition(" ")[::2] for line in result.stdout.splitlines())
    assert list(loaded) == LIBRARY
    assert {
        module: found for module, found in loaded.items() if found not in ("", "dateutil")
    } == {}


UNDER_A_HOOK: Final = """
import importlib.util
import sys

REACHES_OUT = ("open", "os.", "shutil.", "socket.", "subprocess.", "tempfile.", "urllib.", "time.")
spec = importlib.util.spec_from_file_location("example", sys.argv[1])
example = importlib.util.module_from_spec(spec)
sys.modules["example"] = example
spec.loader.exec_module(example)
watching = True
judge = getattr(example, sys.argv[2])


def refuse(event, arguments):
    if watching and event.startswith(REACHES_OUT):
        raise RuntimeError(f"refused: {event} {arguments}")


sys.addaudithook(refuse)
answers = list(judge())
watching = False
print(len(answers))
"""


def _judge_under_a_hook(
    script: Path, judge: str = "judgements"
) -> subprocess.CompletedProcess[str]:
    return _python("-c", UNDER_A_HOOK, str(script), judge)


@pytest.mark.parametrize(
    ("script", "judge"),
    [(EXAMPLE, "judgements"), (EXAMPLE.with_name("a_fund_year.py"), "moments")],
    ids=["awards", "funds"],
)
def test_the_main_job_is_judged_without_a_file_a_socket_or_a_process(
    script: Path, judge: str
) -> None:
    result = _judge_under_a_hook(script, judge)
    assert result.stderr == ""
    assert int(result.stdout) > 0


DEADLINES: Final = """
from datetime import date

from carerslib.assessments import SupportPlan, review_plan
from carerslib.carers import birthday

PLAN = SupportPlan("P", "A", date(2025, 4, 1))


def judgements():
    return [
        review_plan(PLAN, {}, on=date(2026, 4, 1)).findings[-1].permitted == date(2026, 4, 1),
        birthday(date(2008, 2, 29), 18) == date(2026, 2, 28),
    ]
"""


def test_a_deadline_is_counted_without_loading_what_counts_it(tmp_path: Path) -> None:
    script = tmp_path / "deadlines.py"
    script.write_text(DEADLINES, encoding="utf-8")
    result = _judge_under_a_hook(script)
    assert (result.stderr, result.stdout) == ("", "2\n")
    loaded = _python("-c", "import carerslib.periods, sys; print('dateutil' in sys.modules)")
    assert loaded.stdout == "False\n"


@pytest.mark.parametrize(
    ("body", "event"),
    [
        ("open(__file__)", "open"),
        ("__import__('os').listdir('.')", "os.listdir"),
        ("__import__('socket').gethostname()", "socket.gethostname"),
        ("__import__('subprocess').run(['true'])", "subprocess.Popen"),
    ],
)
def test_the_hook_refuses_what_reaches_out(tmp_path: Path, body: str, event: str) -> None:
    script = tmp_path / "example.py"
    script.write_text(
        f"import os, socket, subprocess\ndef judgements():\n    return [{body}]\n",
        encoding="utf-8",
    )
    result = _judge_under_a_hook(script)
    assert result.returncode == 1
    assert f"refused: {event}" in result.stderr
