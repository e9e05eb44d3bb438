"""Contracts as they are proposed or made: a firm term, its options, and amounts by year.

A contract's length is its firm term and its options, never one number. What is not stated is None
and is not assumed.
"""

from carerslib.contracts.contract import Contract
from carerslib.contracts.options import COUNTS_OPTIONS, INDEXATION, Option, uplifted

__all__ = ["COUNTS_OPTIONS", "INDEXATION", "Contract", "Option", "uplifted"]
