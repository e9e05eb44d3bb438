"""A financial year or a part that is written otherwise than here is refused, and not overlooked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, Authority, Proposal, Used, headroom, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Except,
    Figure,
    Floor,
    For,
    Holder,
    Line,
    Nature,
    Only,
    Precondition,
    Share,
    Threshold,
)
from carerslib.contracts import Contract
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
POUND: Final = Figure.pounds("1.00")
ABOVE: Final = Figure.pounds("1.00", nature=Nature.THRESHOLD)
APPROVED: Final = Precondition("p", MINUTE, "approved")

MADE: Final[dict[str, Callable[[dict[str, str]], object]]] = {
    "a cap of": lambda where: Cap("c", MINUTE, POUND, where=where),
    "a cap without": lambda where: Cap("c", MINUTE, POUND, without=where),
    "a floor of": lambda where: Floor("c", MINUTE, POUND, where=where),
    "a floor without": lambda where: Floor("c", MINUTE, POUND, without=where),
    "a share of": lambda where: Share("c", MINUTE, where, at_most=50),
    "a threshold of": lambda where: Threshold("c", MINUTE, ABOVE, APPROVED, where=where),
    "clauses for": lambda where: For("c", MINUTE, where, Holder("h", MINUTE, "director")),
    "only": lambda names: [Only("c", MINUTE, *named) for named in names.items()],
    "except": lambda names: [Except("c", MINUTE, *named) for named in names.items()],
    "an amount of": lambda where: Line(stated("1.00"), where),
}


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
class TestWhatIsRefusedWhereItIsWritten:
    @pytest.mark.parametrize(
        ("year", "expected"),
        [
            ("2025-26", "2025/26"),
            ("2025/2026", "2025/26"),
            ("2025", "a financial year as in '2025/26'"),
            ("2025/27", "a financial year as in '2025/26'"),
        ],
    )
    def test_a_year_that_is_written_otherwise(
        self, make: Callable[[dict[str, str]], object], year: str, expected: str
    ) -> None:
        with pytest.raises((InvalidValueError, InvalidRecordError)) as refused:
            make({"lot": "1", "year": year})
        assert str(refused.value).endswith(f"['year']: expected {expected}, got {year!r}")

    @pytest.mark.parametrize("part", ["option", "Options", "extension"])
    def test_a_part_of_a_contract_that_there_is_not(
        self, make: Callable[[dict[str, str]], object], part: str
    ) -> None:
        with pytest.raises((InvalidValueError, InvalidRecordError)) as refused:
            make({"part": part})
        says = f"['part']: expected one of firm, options, uplift, got {part!r}"
        assert str(refused.value).endswith(says)

    @pytest.mark.parametrize("part", ["firm", "options", "uplift"])
    def test_but_not_what_is_written_as_here(
        self, make: Callable[[dict[str, str]], object], part: str
    ) -> None:
        assert make({"part": part, "year": "2025/26", "contract year": "next"})


class TestTotalsStatedByYear:
    YEARLY: Final = Authority(
        "a", MINUTE, [AWARD], [Cap("c", MINUTE, Figure.pounds("100.00"), per=("year", "lot"))]
    )
    NONE: Final = Proposal(AWARD, Contract("c", value=stated("1.00")))

    @pytest.mark.parametrize(
        ("year", "expected"),
        [("2025-26", "2025/26"), ("this year", "a financial year as in '2025/26'")],
    )
    def test_a_year_that_is_written_otherwise_is_refused(self, year: str, expected: str) -> None:
        totals: dict[str | tuple[str, ...], Money | int] = {(year, "1"): Money.pounds("90.00")}
        used = Used.stated({"c": totals})
        for ask in (
            lambda: headroom(self.YEARLY, used),
            lambda: judge(self.NONE, under=self.YEARLY, used=used),
        ):
            with pytest.raises(InvalidValueError) as refused:
                ask()
            assert str(refused.value) == f"used['c']['year']: expected {expected}, got {year!r}"

    def test_one_written_as_here_and_what_is_of_none_are_taken(self) -> None:
        totals: dict[str | tuple[str, ...], Money | int] = {
            ("2025/26", "1"): Money.pounds("90.00"),
            ("not stated",): Money.pounds("1.00"),
        }
        assert headroom(self.YEARLY, Used.stated({"c": totals}))
