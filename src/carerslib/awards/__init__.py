"""Whether an award may be made under a resolution, and why.

Write down what was resolved as a :class:`Resolution`, what someone wants to do as a
:class:`Proposal`, and ask :func:`judge`. The verdict says what was measured, against what, from
which paragraph, and what would do instead.
"""

from carerslib.awards.judgement import Judgement, judge, judge_each
from carerslib.awards.model import (
    APPROVE,
    AWARD,
    CALL_OFF,
    DIRECT_AWARD,
    ENTER_AGREEMENT,
    EXTEND,
    GRANT,
    MODIFY,
    SPEND,
    TENDER,
    Authority,
    Power,
    Proposal,
    Resolution,
)
from carerslib.awards.rules import RULES
from carerslib.awards.used import Used, headroom

__all__ = [
    "APPROVE",
    "AWARD",
    "CALL_OFF",
    "DIRECT_AWARD",
    "ENTER_AGREEMENT",
    "EXTEND",
    "GRANT",
    "MODIFY",
    "RULES",
    "SPEND",
    "TENDER",
    "Authority",
    "Judgement",
    "Power",
    "Proposal",
    "Resolution",
    "Used",
    "headroom",
    "judge",
    "judge_each",
]
