"""Rules that bind English councils' support for unpaid carers, with their dates and their sources.

Import what you use from the subpackage that owns it, for example :mod:`carerslib.awards`.
Nothing here reads a file, a clock or the network: the same arguments give the same answer anywhere.
"""

__all__: list[str] = []
