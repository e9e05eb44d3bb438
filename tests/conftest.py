"""How hard Hypothesis looks: "quick" by default, "deep" when asked.

Choose with ``HYPOTHESIS_PROFILE=deep`` or ``--hypothesis-profile=deep``.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Quick runs try the same examples each time, so that a red build means a changed tree.
settings.register_profile(
    "quick", max_examples=50, deadline=None, derandomize=True, database=None, print_blob=True
)
# Deep runs look elsewhere each time, and may take their time over it.
settings.register_profile(
    "deep",
    max_examples=300,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# A mutated copy is imported anew for each run, which moves the methods of test classes about.
settings.register_profile(
    "mutation",
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
