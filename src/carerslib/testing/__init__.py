"""What a test suite may embed: strategies that build valid objects, and what is built on them.

Import from the module that you use, for example :mod:`carerslib.testing.strategies`, so that a
suite needs only the packages that this module needs.
"""

__all__: list[str] = []
