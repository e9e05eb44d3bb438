"""How many carers are known, and how many may be hidden: two lists against one estimate.

A practice knows 1,200 carers and the council 900. Where nobody has linked the two lists, between
1,200 and 2,100 different people are known. Once they are linked and 400 found on both, 1,700 are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.carers.populations import (
    Ages,
    Count,
    Estimate,
    Identification,
    Keeper,
    Overlap,
    Population,
    Register,
    Registers,
    identify,
)
from carerslib.citations import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE: Final = Population(area="Northshire", ages=Ages(), definition="CA14_S10")
ESTIMATE: Final = Estimate("estimate", 8_500, HERE, Citation.record("Northshire needs assessment"))
LISTS: Final = (
    Register("practice", Keeper.GP, 1_200, HERE),
    Register("council", Keeper.COUNCIL, 900, HERE),
)


def found(*overlaps: Overlap) -> Identification:
    """Measure the two lists against the estimate, with what linking them has shown."""
    return identify(Registers(LISTS, overlaps), ESTIMATE)


APART: Final = found()
LINKED: Final = found(Overlap.exactly(("practice", "council"), 400))


def ranges() -> Iterator[tuple[str, Count]]:
    """Give what is known, from the lists to the estimate, in the order of the picture."""
    for register in LISTS:
        yield f"on the {register.reference}'s list", Count.exactly(register.number or 0)
    yield "known, if the lists are not linked", APART.known or Count.at_least(0)
    yield "known, once they are linked", LINKED.known or Count.at_least(0)
    yield "estimated", ESTIMATE.count or Count.at_least(0)


def main() -> None:
    """Print each range, and the rate and the gap with and without a link."""
    for words, count in ranges():
        print(f"{words:36}{count}")
    for words, answer in (("not linked", APART), ("linked", LINKED)):
        print(f"{words}: {answer.rate} are known, {answer.gap} are not")


if __name__ == "__main__":
    main()
