"""Whether an award may be made under a resolution, and why.

Write down what was resolved as a :class:`Resolution`, what someone wants to do as a
:class:`Proposal`, and ask :func:`judge`. The verdict says what was measured, against what, from
which paragraph, and what would do instead.

A name is loaded when it is first asked for, so that importing this package costs next to nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carerslib.awards.conventions import (
        CHANGES,
        COUNTED_AWARDS,
        PAYMENTS,
        RELEASE,
        YEAR_OF_ACT,
    )
    from carerslib.awards.judgement import judge, judge_each
    from carerslib.awards.left import Remaining, Sometimes, remaining
    from carerslib.awards.model import Authority, Ending, Resolution
    from carerslib.awards.powers import (
        APPROVE,
        AWARD,
        BID,
        CALL_OFF,
        DIRECT_AWARD,
        END,
        ENTER_AGREEMENT,
        EXTEND,
        GRANT,
        MODIFY,
        SPEND,
        TENDER,
        Power,
    )
    from carerslib.awards.proposals import Facts, Proposal
    from carerslib.awards.records import contradictions
    from carerslib.awards.register import judge_register
    from carerslib.awards.rules import RULES
    from carerslib.awards.used import Used, headroom
    from carerslib.awards.verdicts import Judgement

__all__ = [
    "APPROVE",
    "AWARD",
    "BID",
    "CALL_OFF",
    "CHANGES",
    "COUNTED_AWARDS",
    "DIRECT_AWARD",
    "END",
    "ENTER_AGREEMENT",
    "EXTEND",
    "GRANT",
    "MODIFY",
    "PAYMENTS",
    "RELEASE",
    "RULES",
    "SPEND",
    "TENDER",
    "YEAR_OF_ACT",
    "Authority",
    "Ending",
    "Facts",
    "Judgement",
    "Power",
    "Proposal",
    "Remaining",
    "Resolution",
    "Sometimes",
    "Used",
    "contradictions",
    "headroom",
    "judge",
    "judge_each",
    "judge_register",
    "remaining",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type, as stated above
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    import carerslib.awards.conventions as conventions  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.judgement as judgement  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.left as left  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.model as model  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.powers as powers  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.proposals as proposals  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.records as records  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.register as register  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.rules as rules  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.used as used  # noqa: PLC0415, PLR0402 - see above
    import carerslib.awards.verdicts as verdicts  # noqa: PLC0415, PLR0402 - see above

    modules = (
        conventions,
        judgement,
        left,
        model,
        powers,
        proposals,
        records,
        register,
        rules,
        used,
        verdicts,
    )
    for module in modules:
        globals().update(
            {each: getattr(module, each) for each in module.__all__ if each in __all__}
        )
    return globals()[name]


def __dir__() -> list[str]:
    return sorted(__all__)
