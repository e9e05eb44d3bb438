"""Sources of law as typed data: citations and dated values, one module for each instrument.

A module here holds no function and decides nothing. Each citation names the provision that a rule
rests on; each parameter holds the values that are known, on the days for which they are known.
"""

__all__: list[str] = []
