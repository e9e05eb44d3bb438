"""One reference page for each module, written from the code so that none can be forgotten.

A name is documented once. A class or a function is shown where a reader should import it from: at
the outermost package around it that exports it. A constant, an alias or a rule is shown by the
module that makes it, as its docstring stands there. A public name that ends up on no page is a
warning, and warnings fail the build.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import sys
import typing
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

__all__ = ["home", "pages", "public_modules", "setup"]

FOLDER: Final = "reference/api"


@cache
def public_modules() -> tuple[ModuleType, ...]:
    """Return every module that a user may import, the packages before what they hold."""
    carerslib = importlib.import_module("carerslib")
    names = (info.name for info in pkgutil.walk_packages(carerslib.__path__, "carerslib."))
    public = (name for name in names if not any(part.startswith("_") for part in name.split(".")))
    return (carerslib, *map(importlib.import_module, public))


def home(module: ModuleType, name: str) -> str:
    """Return the name of the module on whose page a public name of this one is shown."""
    value = getattr(module, name)
    if isinstance(value, type | FunctionType):
        made_in = f"{value.__module__}."
        around = [other for other in _exporters(name, value) if made_in.startswith(f"{other}.")]
        return min(around, key=len, default=module.__name__)
    return next(
        (other for other in _exporters(name, value) if name in _assigned(other)), module.__name__
    )


def _exporters(name: str, value: object) -> list[str]:
    return [
        module.__name__
        for module in public_modules()
        if name in module.__all__ and getattr(module, name) is value
    ]


@cache
def _assigned(module_name: str) -> frozenset[str]:
    tree = ast.parse(inspect.getsource(importlib.import_module(module_name)))
    targets: list[ast.expr] = []
    for node in tree.body:
        if isinstance(node, ast.AnnAssign):
            targets.append(node.target)
        elif isinstance(node, ast.Assign):
            targets += node.targets
    assigned = {target.id for target in targets if isinstance(target, ast.Name)}
    return frozenset(assigned | _decorated(module_name))


@cache
def _decorated(module_name: str) -> frozenset[str]:
    """Give the functions that a decorator may have made into something else, such as a rule."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module_name)))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return frozenset(node.name for node in functions if node.decorator_list)


def pages() -> Mapping[str, str]:
    """Return each page's text by its module's name, and the text of the page that lists them."""
    texts = {module.__name__: _page(module) for module in public_modules() if _has_page(module)}
    rows = [f"{name}\n" for name in texts]
    texts["index"] = (
        "# Modules\n\nWritten from the code: every public name is on one of these pages.\n\n"
        "```{toctree}\n:maxdepth: 1\n\n" + "".join(rows) + "```\n"
    )
    return texts


def _shown_elsewhere(module: ModuleType) -> list[str]:
    return sorted(name for name in module.__all__ if home(module, name) != module.__name__)


def _has_page(module: ModuleType) -> bool:
    # A module whose every name is shown by the package around it would be an empty page.
    return not module.__all__ or len(_shown_elsewhere(module)) < len(module.__all__)


def _page(module: ModuleType) -> str:
    lines = [
        f"# {module.__name__}",
        "",
        "```{eval-rst}",
        f".. automodule:: {module.__name__}",
        "   :members:",
    ]
    elsewhere = _shown_elsewhere(module)
    if elsewhere:
        lines.append(f"   :exclude-members: {', '.join(elsewhere)}")
    for name in sorted(_decorated(module.__name__) & set(module.__all__) - set(elsewhere)):
        value = getattr(module, name)
        if type(value).__name__ == "Rule":
            lines += _rule(module.__name__, name, value)
    return "\n".join([*lines, "```", ""])


def _rule(module: str, name: str, rule: Any) -> list[str]:  # noqa: ANN401 - a Rule, imported anew
    """Show a rule by what it asks and by the docstring of its function, which autodoc passes by."""
    about = f"**{rule.title}.** In force {rule.in_force}. {rule.citation}."
    described = inspect.getdoc(rule.examine) or ""
    body = [f"Rule ``{rule.id}``: {about}", "", *described.splitlines()]
    head = [f".. py:data:: {name}", f"   :module: {module}", "   :type: Rule"]
    return ["", *head, "", *(f"   {line}".rstrip() for line in body)]


def _write(app: Sphinx) -> None:
    folder = Path(app.srcdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    texts = {f"{name}.md": text for name, text in pages().items()}
    for stale in folder.glob("*.md"):
        if stale.name not in texts:
            stale.unlink()
    for name, text in texts.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _check(_app: Sphinx, env: BuildEnvironment) -> None:
    from sphinx.util import logging  # noqa: PLC0415 - the tests read this file without Sphinx

    logger = logging.getLogger(__name__)
    documented = {name for name, *_ in env.get_domain("py").get_objects()}
    for module in public_modules():
        for name in module.__all__:
            if f"{home(module, name)}.{name}" not in documented:
                logger.warning(
                    "%s.%s is public and on no page (a constant needs a docstring)",
                    module.__name__,
                    name,
                )


def _import_the_names_of_annotations() -> None:
    """Import what only a type checker does, so that each annotation leads to its page.

    It is done once all is loaded, since modules may name each other in annotations.
    """
    loaded = [each for name, each in sys.modules.items() if name.split(".")[0] == "carerslib"]
    for module in loaded:
        guarded = [
            statement
            for node in ast.parse(inspect.getsource(module)).body
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for statement in node.body
        ]
        code = compile(ast.Module(guarded, type_ignores=[]), str(module.__file__), "exec")
        exec(code, vars(module))  # noqa: S102 - it is the library's own text


def _ignore_type_variables(_app: Sphinx, config: Config) -> None:
    for module in public_modules():
        for name, value in vars(module).items():
            if isinstance(value, typing.TypeVar | typing.ParamSpec):
                for target in (name, f"{module.__name__}.{name}"):
                    config.nitpick_ignore += [("py:class", target), ("py:obj", target)]


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Write the pages before the build reads any, and look for gaps after."""
    public_modules()
    _import_the_names_of_annotations()
    app.connect("config-inited", _ignore_type_variables)
    app.connect("builder-inited", _write)
    app.connect("env-check-consistency", _check)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
