"""The page of named funds says all that the code holds, and the picture of a year adds up."""

from __future__ import annotations

import re
import runpy
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import attrs
import pytest

from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Except, Figure, Holder, Of, Only, Window
from carerslib.funds import ShareOfGrant
from carerslib.funds.named import CARERS_GRANT, FUNDS, NamedFund
from carerslib.money import ZERO, Money

DOCS: Final = Path(__file__).parents[2] / "docs"
PAGES: Final = runpy.run_path(str(DOCS / "_ext" / "fund_pages.py"))
PICTURES: Final = runpy.run_path(str(DOCS / "_ext" / "fund_picture.py"))
TEXT: Final[str] = PAGES["page"](FUNDS)
SOURCE: Final = Citation.record("Grant determination")
POUND: Final = Money.pounds("1.00")
SVG: Final = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("fund", FUNDS, ids=lambda fund: fund.reference)
def test_each_named_fund_has_its_section_with_all_that_binds_it(fund: NamedFund) -> None:
    assert f"## {fund.title}\n" in TEXT
    for stipulation in fund.stipulations:
        assert f"| `{stipulation.reference}` | {stipulation.kind} |" in TEXT
    for gap in fund.not_read:
        assert f"* {gap.what}: {gap.reason}\n" in TEXT


@pytest.mark.parametrize(
    "words",
    [
        "at least 75% for carers' breaks",
        "received from 2021-04-17 to 2021-06-20",
        "received to 2024-03-31",
        "due by 2012-09-30: a plan and budget",
        "carry forward: ring-fenced reserve",
        "carry forward: not said; unspent: not said",
        "For capital spending only.",
        "It has to be pooled: [National Health Service Act 2006, s.223GA(3) (primary)]",
        "No stipulation on it was read.",
    ],
)
def test_the_page_says_what_a_stipulation_says(words: str) -> None:
    assert words in TEXT


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (ShareOfGrant("s", SOURCE, "purpose", "breaks", at_least=75), "at least 75% for breaks"),
        (ShareOfGrant("s", SOURCE, "purpose", "pay", at_most=5), "at most 5% for pay"),
        (
            ShareOfGrant("s", SOURCE, "purpose", ("a", "b"), at_least=0, at_most=Fraction(25, 2)),
            "at least 0% and at most 25/2% for a, b",
        ),
        (
            ShareOfGrant("s", SOURCE, "purpose", "b", at_least=5, where={"source": "the PCT"}),
            "at least 5% for b, of source the PCT",
        ),
        (Only("o", SOURCE, "purpose", ("breaks", "advice")), "purpose: breaks, advice"),
        (Except("e", SOURCE, "cost", ("gifts", "pay")), "cost: not gifts, pay"),
        (
            Cap("c", SOURCE, Figure.pounds("250.00"), per=("recipient",)),
            "value per recipient: at most £250.00 (VAT not stated)",
        ),
        (
            Cap("c", SOURCE, Figure(20), of=Of.COUNT, strict=True),
            "number: less than 20",
        ),
        (Window("w", SOURCE, date(2021, 4, 17), None), "received from 2021-04-17"),
        (Window("w", SOURCE, None, date(2024, 3, 31)), "received to 2024-03-31"),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, Clause) else "words",
)
def test_each_kind_of_clause_has_its_own_words(clause: Clause, words: str) -> None:
    first = attrs.evolve(CARERS_GRANT.stipulations[0], clauses=[clause])
    fund = attrs.evolve(CARERS_GRANT, stipulations=[first])
    assert f"| {words}; " in PAGES["page"]([fund])


def test_a_clause_that_the_page_has_no_words_for_stops_the_build() -> None:
    first = CARERS_GRANT.stipulations[0]
    holder = Holder("h", first.source, "director")
    fund = attrs.evolve(CARERS_GRANT, stipulations=[attrs.evolve(first, clauses=[holder])])
    with pytest.raises(LookupError, match="Holder"):
        PAGES["page"]([fund])


def _bars(svg: str) -> list[int]:
    root = ET.fromstring(svg)  # noqa: S314 - drawn a line above
    return [int(bar.attrib["width"]) for bar in root.iter(f"{SVG}rect") if len(bar)]


def test_the_parts_of_each_bar_fill_it_to_the_unit() -> None:
    thirds = PICTURES["moments_of"]([("thirds", POUND, POUND, POUND)])
    svg = PICTURES["picture"]("Thirds", thirds)
    room = PICTURES["WIDTH"] - PICTURES["LABELS"] - PICTURES["FIGURES"]
    assert sum(_bars(svg)) == room
    assert max(_bars(svg)) - min(_bars(svg)) <= 1


def test_a_part_without_money_has_no_bar() -> None:
    moments = PICTURES["moments_of"]([("start", ZERO, ZERO, POUND)])
    assert len(_bars(PICTURES["picture"]("Start", moments))) == 1


def test_the_picture_says_in_words_what_it_shows() -> None:
    moments = PICTURES["moments_of"]([("A & B", POUND, ZERO, ZERO)])
    root = ET.fromstring(PICTURES["picture"]("A < B", moments))  # noqa: S314 - drawn here
    assert root.findtext(f"{SVG}title") == "A < B"
    assert root.findtext(f"{SVG}desc") == "A & B: £1.00 spent, £0.00 committed, £0.00 uncommitted"


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ([], "no money"),
        ([("nothing", ZERO, ZERO, ZERO)], "no money"),
        ([("owed", -Money.pence(1), ZERO, POUND)], "owed: an amount below"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    given: list[tuple[str, Money, Money, Money]], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        PICTURES["moments_of"](given)


def test_every_moment_of_the_example_has_all_of_the_money() -> None:
    example = runpy.run_path(str(DOCS / "examples" / "a_fund_year.py"))
    totals = {moment.total for moment in PICTURES["moments_of"](example["moments"]())}
    assert totals == {Money.pounds("100000.00")}


def test_a_picture_is_drawn_of_each_script_that_gives_moments(tmp_path: Path) -> None:
    one = '"""A year."""\nfrom carerslib.money import ZERO, Money\n'
    one += "def moments():\n    return [('end', Money.pence(1), ZERO, ZERO)]\n"
    (tmp_path / "one.py").write_text(one, encoding="utf-8")
    (tmp_path / "two.py").write_text("raise RuntimeError\n", encoding="utf-8")
    drawn = PICTURES["pictures"](tmp_path)
    assert list(drawn) == ["one.svg"]
    assert "<title>A year</title>" in drawn["one.svg"]


def test_the_page_on_a_funds_year_shows_the_figures_that_the_example_prints() -> None:
    page = (DOCS / "explanation" / "a-funds-year.md").read_text(encoding="utf-8")
    rows = [re.findall(r"£[\d,.]+", line)[-3:] for line in page.splitlines() if "| £" in line]
    printed = (DOCS / "examples" / "a_fund_year.txt").read_text(encoding="utf-8").splitlines()
    assert rows == [re.findall(r"£[\d,.]+\d", line) for line in printed if "refused" not in line]
