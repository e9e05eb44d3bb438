"""Whether an award may be made under a resolution, and why.

Write down what was resolved as a :class:`Resolution`, what someone wants to do as a
:class:`Proposal`, and ask :func:`judge`. The verdict says what was measured, against what, from
which paragraph, and what would do instead.

A name is loaded when it is first asked for, so that importing this package costs next to nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type, as stated above
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    import carerslib.awards.judgement as judgement  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.model as model  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.rules as rules  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.used as used  # noqa: PLC0415, PLR0402 - see above

    for module in (judgement, model, rules, used):
        globals().update({each: getattr(module, each) for each in module.__all__})
    return globals()[name]


def __dir__() -> list[str]:
    return sorted(__all__)
