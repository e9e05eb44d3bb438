"""Powers: what may be done under an authority."""

from __future__ import annotations

from typing import Final, NewType

__all__ = [
    "APPROVE",
    "AWARD",
    "BID",
    "CALL_OFF",
    "DIRECT_AWARD",
    "END",
    "ENTER_AGREEMENT",
    "EXTEND",
    "GRANT",
    "MODIFY",
    "SPEND",
    "TENDER",
    "Power",
]

Power = NewType("Power", str)
"""What may be done. An open value: a council adds one as ``Power("novate")``."""

AWARD: Final = Power("award")
"""To award a contract."""
DIRECT_AWARD: Final = Power("direct award")
"""To award a contract without competition."""
GRANT: Final = Power("grant")
"""To make a grant."""
EXTEND: Final = Power("extend")
"""To extend a contract, or take up its option."""
MODIFY: Final = Power("modify")
"""To change a contract."""
CALL_OFF: Final = Power("call off")
"""To call off under a framework."""
SPEND: Final = Power("spend")
"""To spend."""
ENTER_AGREEMENT: Final = Power("enter an agreement")
"""To enter an agreement with another body."""
TENDER: Final = Power("tender")
"""To go out to tender."""
APPROVE: Final = Power("approve")
"""To approve, without any power to award."""
BID: Final = Power("bid")
"""To bid for money, without any power to spend it."""
END: Final = Power("end")
"""To end a contract early."""
