"""How the documentation is built: no network, and every warning an error."""

from __future__ import annotations

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "carerslib"
author = "carerslib contributors"
copyright = "2026, carerslib contributors"
version = release = installed_version("carerslib")
language = "en_GB"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "reference_pages",
    "law_pages",
    "vocabulary",
    "fund_pages",
    "fund_picture",
    "figure_pages",
    "identification_picture",
    "sentences",
    "traceability_picture",
    "service_pages",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"carerslib {release}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"member-order": "bysource", "undoc-members": True}
autodoc_preserve_defaults = True
autodoc_typehints = "signature"
add_module_names = False
python_use_unqualified_type_names = True

nitpicky = True
# Other projects are named, not linked: their inventories would need a network.
nitpick_ignore_regex = [
    (r"py:.*", r"(?:abc|collections|datetime|decimal|enum|fractions|types|typing)(?:\..*)?"),
    (r"py:.*", r"(?:attr|attrs|cattrs|hypothesis|pytest)(?:\..*)?"),
    # What an authority binds its clauses to is no caller's to use.
    (r"py:class", r"carerslib\.clauses\._telling\.Telling"),
    # Names of the standard library as aliases write them, without their module.
    (r"py:class", r"Callable|Decimal|Fraction|Iterable|Iterator|Mapping|Sequence|date|datetime"),
]
