"""Awards under what the Herefordshire cabinet resolved in 2017: may they be made, and why.

Paragraph (c) of the minute lets a director award contracts for carers services "for a period of up
to five years and a maximum combined value not exceeding £1.23m". The words on the period can be
read in two ways, so both are written down. It prints each answer with its reasons on a line each,
and at the end one answer in full.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from carerslib.awards import AWARD, RULES, Authority, Proposal, Resolution, Used, headroom, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Length, Only, Reading, Readings, Room, Window
from carerslib.contracts import COUNTS_OPTIONS, Contract, Option
from carerslib.explain import as_text
from carerslib.money import Money
from carerslib.periods import DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Combining, Finding, Part, Verdict, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis

DIRECTOR: Final = "director for adults and wellbeing"
FIRST: Final = date(2018, 4, 1)
LAST: Final = date(2023, 3, 31)
ONE_YEAR: Final = Term(years=1)

MINUTE: Final = Citation.record(
    "Herefordshire Council cabinet, carers strategy for Herefordshire, 2017",
    "paragraph (c)",
    words="the director for adults and wellbeing be authorised to award contracts for carers "
    "services for a period of up to five years and a maximum combined value not exceeding £1.23m",
    url="http://councillors.herefordshire.gov.uk/mgAi.aspx?ID=47529",
)
BY_WHOM: Final = MINUTE.quoting("the director for adults and wellbeing be authorised")
WHAT_FOR: Final = MINUTE.quoting("to award contracts for carers services")
HOW_LONG: Final = MINUTE.quoting("for a period of up to five years")
HOW_MUCH: Final = MINUTE.quoting("a maximum combined value not exceeding £1.23m")

PER_CONTRACT: Final = Length("c.length", HOW_LONG, at_most=Term(years=5))
ONE_WINDOW: Final = Window("c.window", HOW_LONG, first=FIRST, last=LAST)
PARAGRAPH_C: Final = Authority(
    "c",
    MINUTE,
    powers=[AWARD],
    clauses=[
        Holder("c.holder", BY_WHOM, DIRECTOR),
        Only("c.service", WHAT_FOR, "service", "carers services"),
        Readings(
            "c.period",
            HOW_LONG,
            [Reading("per contract", PER_CONTRACT), Reading("one window", ONE_WINDOW)],
            title="Period",
        ),
        Cap("c.value", HOW_MUCH, Figure.pounds("1230000.00")),
    ],
)
RESOLUTION: Final = Resolution(
    "carers-strategy-2017",
    "Herefordshire Council cabinet",
    MINUTE,
    resolved_on=DateRange.year(2017),
    authorities=[PARAGRAPH_C],
)
FIRM_TERM_ALONE: Final = RULES.basis(conventions={COUNTS_OPTIONS.name: "as exercised"})


class Question(NamedTuple):
    """A proposal, in words and in full, and what was awarded before it."""

    words: str
    proposal: Proposal
    awarded: tuple[Proposal, ...] = ()
    basis: Basis | None = None

    def used(self) -> Used:
        """Give what was awarded before the proposal."""
        return Used().after(*self.awarded, under=RESOLUTION, basis=self.basis)

    def verdict(self) -> Verdict:
        """Judge the proposal."""
        return judge(self.proposal, under=RESOLUTION, used=self.used(), basis=self.basis)

    def room(self) -> tuple[str, tuple[Room, ...]]:
        """Give what is left: if the award is made or, where it may not be, as things stand."""
        verdict, used = self.verdict(), self.used()
        made = verdict.is_met or verdict.is_undetermined
        if made:
            used = used.after(self.proposal, under=RESOLUTION, basis=self.basis)
        return "if made" if made else "as it stands", headroom(RESOLUTION, used, basis=self.basis)


def award(
    reference: str,
    value: str | Price,
    *,
    days: tuple[date, date] = (FIRST, LAST),
    options: tuple[Option, ...] = (),
    service: str = "carers services",
) -> Proposal:
    """Propose to award a contract; a sum given as text leaves open whether it includes VAT."""
    price = Price.as_stated(Money.pounds(value)) if isinstance(value, str) else value
    contract = Contract(reference, *days, value=price, options=options, tags={"service": service})
    return Proposal(AWARD, contract, by=DIRECTOR)


def option(value: str) -> Option:
    """Offer one more year, for a sum."""
    return Option(ONE_YEAR, Price.as_stated(Money.pounds(value)))


def questions() -> Iterator[Question]:
    """Give the nine questions, three of them in two steps."""
    yield Question("1. £1,230,000.00 in all, for the five years", award("1", "1230000.00"))
    yield Question("2. One penny more", award("2", "1230000.01"))
    a_day_more = (FIRST, date(2023, 4, 1))
    yield Question("3. One day more", award("3", "1230000.00", days=a_day_more))

    hub = award("4a", "800000.00")
    yield Question("4a. £800,000.00", hub)
    yield Question("4b. ... then £430,000.01 beside it", award("4b", "430000.01"), (hub,))

    three_years, options = (FIRST, date(2021, 3, 31)), (option("250000.00"), option("250000.00"))
    with_options = award("5", "750000.00", days=three_years, options=options)
    yield Question("5a. 3+1+1 years at £250,000.00 a year", with_options)
    yield Question("5b. ... the first three years alone", with_options, basis=FIRM_TERM_ALONE)

    a_year_more = (option("150000.00"),)
    yield Question(
        "6. A year more on a five-year contract", award("6", "750000.00", options=a_year_more)
    )
    taxed = Price.plus_vat(Money.pounds("1100000.00"), "20")
    yield Question("7. £1,100,000.00 plus 20 per cent VAT", award("7", taxed))
    a_year_late = (date(2019, 4, 1), date(2024, 3, 31))
    yield Question("8. Five years, a year late", award("8", "1230000.00", days=a_year_late))

    home_care = award("9a", "100000.00", service="home care")
    yield Question("9a. A home care framework", home_care)
    assistant = attrs.evolve(award("9b", "400000.00"), by="assistant director")
    yield Question("9b. An award with no recorded delegation", assistant)


def judgements() -> list[Verdict]:
    """Judge every question."""
    return [question.verdict() for question in questions()]


def reasons(part: Part, indent: int = 2) -> Iterator[str]:
    """Write a verdict line by line: each finding with its figures, its source and its remedy."""
    if isinstance(part, Finding):
        yield f"{'':{indent}}{part.result!s:14}{finding(part)}"
    elif len(part.parts) == 1 or part.how is not Combining.AGREE:
        for each in part.parts:
            yield from reasons(each, indent)
    else:
        yield f"{'':{indent}}{part.result!s:14}{part.title}, on which these readings must agree:"
        for each in part.parts:
            if isinstance(each, Verdict):
                yield f"{'':{indent + 2}}{each.result!s:14}{each.title}"
            yield from reasons(each, indent + 4 if isinstance(each, Verdict) else indent + 2)


def finding(found: Finding) -> str:
    """Write one finding on one line."""
    measured = f"{found.title} ({found.rule}): {show(found.measured)}"
    permitted = f"permitted {found.comparison} {show(found.permitted)}"
    says = [measured, permitted, found.citation.place, found.note, str(found.remedy or "")]
    return "; ".join(filter(None, says))


def left(room: Room) -> str:
    """Write what one clause leaves, in each reading where they differ."""
    if room.readings:
        each = ", ".join(f"{show(value)} ({name})" for name, value in room.readings)
        return f"{room.title} {each}"
    return f"{room.title} {show(room.left)}"


def main() -> None:
    """Print the resolution, each answer with its reasons and what is left, and one in full."""
    print(f"{MINUTE}\n{MINUTE.url}\n“{MINUTE.words}”")
    print(f"Rules: {RULES.basis()}")
    for question in questions():
        verdict, (when, rooms) = question.verdict(), question.room()
        print(f"\n{question.words}: {verdict.result}")
        print(*reasons(verdict), sep="\n")
        print(f"  Left {when}: {'; '.join(map(left, rooms))}")
    open_to_readings = next(each for each in judgements() if each.subject == "8")
    print(f"\n\nNumber 8 in full:\n\n{as_text(open_to_readings)}", end="")


if __name__ == "__main__":
    main()
