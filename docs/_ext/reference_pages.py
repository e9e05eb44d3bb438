"""One reference page for each module, written from the code so that none can be forgotten.

A name is documented once, where a reader should import it from: at the package that exports it if
there is one, otherwise at its module. A public name that ends up on no page is a warning, and
warnings fail the build.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import carerslib

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["exported_by_package", "pages", "public_modules", "setup"]

FOLDER: Final = "reference/api"


def public_modules() -> tuple[ModuleType, ...]:
    """Return every module that a user may import, the packages before what they hold."""
    names = (info.name for info in pkgutil.walk_packages(carerslib.__path__, "carerslib."))
    public = (name for name in names if not any(part.startswith("_") for part in name.split(".")))
    return (carerslib, *map(importlib.import_module, public))


def exported_by_package(module: ModuleType) -> frozenset[str]:
    """Return the names of the module that the package around it exports as its own."""
    package_name, _, _ = module.__name__.rpartition(".")
    if not package_name:
        return frozenset()
    package = importlib.import_module(package_name)
    return frozenset(
        name
        for name in module.__all__
        if name in package.__all__ and getattr(package, name) is getattr(module, name)
    )


def pages() -> Mapping[str, str]:
    """Return each page's text by its module's name, and the text of the page that lists them."""
    texts = {module.__name__: _page(module) for module in public_modules() if _has_page(module)}
    rows = [f"{name}\n" for name in texts]
    texts["index"] = (
        "# Modules\n\nWritten from the code: every public name is on one of these pages.\n\n"
        "```{toctree}\n:maxdepth: 1\n\n" + "".join(rows) + "```\n"
    )
    return texts


def _has_page(module: ModuleType) -> bool:
    return not module.__all__ or exported_by_package(module) != frozenset(module.__all__)


def _page(module: ModuleType) -> str:
    lines = [
        f"# {module.__name__}",
        "",
        "```{eval-rst}",
        f".. automodule:: {module.__name__}",
        "   :members:",
    ]
    elsewhere = exported_by_package(module)
    if elsewhere:
        lines.append(f"   :exclude-members: {', '.join(sorted(elsewhere))}")
    return "\n".join([*lines, "```", ""])


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
        elsewhere = exported_by_package(module)
        for name in module.__all__:
            if name not in elsewhere and f"{module.__name__}.{name}" not in documented:
                logger.warning("%s.%s is public and on no page", module.__name__, name)


def setup(app: Sphinx) -> Mapping[str, bool]:
    """Write the pages before the build reads any, and look for gaps after."""
    app.connect("builder-inited", _write)
    app.connect("env-check-consistency", _check)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
