"""The words for breaks that services use side by side, and what each of them means by them."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.citations import Citation, Standing
from carerslib.law.adult_social_care_data import CLIENT_LEVEL_DATA
from carerslib.law.care_planning_regulations_2010 import REGULATION_48_2
from carerslib.law.charging_regulations_2014 import SHORT_TERM_RESIDENT
from carerslib.services.units import Unit
from carerslib.verdicts import Aspect, Finding, Missing, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "CROSSWALK",
    "RESPITE_BY_MODE",
    "WORDS",
    "BreakCode",
    "BreakTerm",
    "Mode",
    "System",
    "Word",
    "check_words",
    "meanings_of",
]


@final
class Word(NamedTuple):
    """A word for a break, and whose word it is."""

    word: str
    used_by: str


WORDS: Final = (
    Word("short break", "children's services"),
    Word("respite", "adults' services and the public"),
    Word("replacement care", "adults' services, of care given so that a carer can have a break"),
    Word("carer's break", "health services"),
)
"""The words for breaks that are in use side by side. None of them is defined in the Care Act."""


@final
class System(enum.StrEnum):
    """Whose word it is: the services that speak of breaks each in their own way."""

    CHILDREN = "children's social care"
    ADULTS = "adults' social care"
    HEALTH = "health"
    CHARGING = "charging rules"
    NATIONAL_DATA = "client level data"
    COMMON = "common speech"
    SCOTLAND = "Scotland"


@final
class BreakCode(enum.StrEnum):
    """What a word for a break comes to, whoever used it. The codes are the library's own."""

    CHILD_SHORT_BREAK = "short break of a child"
    CHILD_SHORT_BREAK_S17 = "short break of a child who is not looked after"
    CHILD_SHORT_BREAK_S20 = "short break of a child who is looked after, under the lighter rules"
    CARER_BREAK = "break for a carer"
    ADULT_SHORT_BREAK = "short break of an adult away from the carer"
    REPLACEMENT_CARE = "replacement care"
    RESIDENTIAL_RESPITE = "short stay in a care home"
    TEMPORARY_STAY = "temporary stay in a care home"
    CHC_REPLACEMENT_CARE = "replacement care in NHS continuing healthcare"
    FUND_LINE = "line of spending, not a break"


@final
class Mode(enum.StrEnum):
    """How respite is given, where that word says no more."""

    RESIDENTIAL = "a stay in a care home"
    SITTING = "sitting by day or by night"
    DAY_CARE = "day care"
    HOLIDAY = "a holiday"


@final
class BreakTerm(NamedTuple):
    """A word, whose it is, what it means there, in which units it is counted, and its code.

    ``code`` is None where the word has none of its own, and ``note`` then says why.
    """

    word: str
    system: System
    meaning: str
    units: tuple[Unit, ...]
    code: BreakCode | None
    citation: Citation
    note: str = ""


def _account(source: str, url: str, note: str = "") -> Citation:
    return Citation(source, standing=Standing.SECONDARY, url=url, note=note)


_DERBYSHIRE: Final = _account(
    "Derbyshire children's services procedures, short breaks",
    "https://derbyshirecaya.proceduresonline.com/p_short_breaks.html",
)
_KENT: Final = _account(
    "Kent children's services procedures, short breaks",
    "https://kentchildcare.proceduresonline.com/p_short_breaks.html",
)
_GLOSSARY: Final = "https://marketingteam125.wixsite.com/ascglossary/asc-glossary-definitions/"

CROSSWALK: Final = (
    BreakTerm(
        "short break",
        System.CHILDREN,
        "an activity or a stay for the child, or as much by direct payment: the child enjoys it, "
        "and the parent has a break",
        (Unit.SESSION, Unit.HOUR, Unit.NIGHT),
        BreakCode.CHILD_SHORT_BREAK,
        _DERBYSHIRE,
    ),
    BreakTerm(
        "short break under section 17(6)",
        System.CHILDREN,
        "a break of a child who is not looked after, reviewed every six months or sooner",
        (),
        BreakCode.CHILD_SHORT_BREAK_S17,
        _KENT,
    ),
    BreakTerm(
        "short break under section 20(4)",
        System.CHILDREN,
        "a series of placements of a child who is looked after, under the lighter rules of "
        "regulation 48",
        (Unit.DAY,),
        BreakCode.CHILD_SHORT_BREAK_S20,
        REGULATION_48_2,
        "one authority counts nights",
    ),
    BreakTerm(
        "carer's break",
        System.ADULTS,
        "anything that gives the carer time off, mostly with care for the person at home or away",
        (Unit.BREAK,),
        BreakCode.CARER_BREAK,
        _account("Glossary of adult social care, carers' breaks (NICE NG150)", f"{_GLOSSARY}4175"),
    ),
    BreakTerm(
        "short break",
        System.ADULTS,
        "regular short times away from the main carer, of an adult with a learning disability",
        (Unit.NIGHT, Unit.SESSION),
        BreakCode.ADULT_SHORT_BREAK,
        _account("Glossary of adult social care, short breaks (NICE NG93)", f"{_GLOSSARY}4417"),
        "also called respite",
    ),
    BreakTerm(
        "replacement care",
        System.ADULTS,
        "care given so that the carer can be off",
        (Unit.HOUR, Unit.NIGHT),
        BreakCode.REPLACEMENT_CARE,
        _account(
            "Alzheimer's Society, paying for care",
            "https://www.alzheimers.org.uk/info/20032/legal_and_financial/96/paying_for_care/8",
        ),
        "also called respite",
    ),
    BreakTerm(
        "respite",
        System.COMMON,
        "a break for the main carer by a stay, by sitting, by day care or on holiday",
        (),
        None,
        _account(
            "North Lincolnshire adult information hub, respite",
            "https://www.adultinformationhub.co.uk/s4s/WhereILive/Council?pageId=3523",
        ),
        "its code goes by how it is given",
    ),
    BreakTerm(
        "short-term resident",
        System.CHARGING,
        "somebody whose stay in a care home is no longer than 8 weeks",
        (Unit.NIGHT,),
        BreakCode.RESIDENTIAL_RESPITE,
        SHORT_TERM_RESIDENT,
    ),
    BreakTerm(
        "temporary resident",
        System.CHARGING,
        "somebody whose stay in a care home is unlikely to be longer than 52 weeks",
        (Unit.NIGHT,),
        BreakCode.TEMPORARY_STAY,
        _account(
            "North Tyneside Council, adult social care charging policy",
            "https://beta.northtyneside.gov.uk/help-and-support-north-tyneside/adult-care-and-"
            "support/adult-social-care-charging-policy/charging-1",
        ),
        "no break, unless its purpose was one for a carer",
    ),
    BreakTerm(
        "carers' breaks",
        System.HEALTH,
        "a line of spending in the Better Care Fund",
        (),
        BreakCode.FUND_LINE,
        _account(
            "Eden District Council, answer to a request for information (FOI 05783)",
            "https://www.eden.gov.uk/your-council/council-business/requesting-information/"
            "freedom-of-information-foi/responses-to-freedom-of-information-requests/"
            "freedom-of-information-request-response/?id=502865",
        ),
        "pounds, not breaks",
    ),
    BreakTerm(
        "carer support in continuing healthcare",
        System.HEALTH,
        "what a coordinator agrees of the carer's part, and plans for when the carer is off",
        (Unit.HOUR, Unit.NIGHT),
        BreakCode.CHC_REPLACEMENT_CARE,
        _account(
            "North East Lincolnshire, support for carers in continuing healthcare",
            "https://livewell.nelincs.gov.uk/adult-health/continuing-healthcare/"
            "support-for-carers/",
        ),
    ),
    BreakTerm(
        "support involving the person cared-for",
        System.NATIONAL_DATA,
        "a service on the carer's record that is delivered to the other person",
        (Unit.PERSON,),
        None,
        CLIENT_LEVEL_DATA,
        "a way of counting people, across every kind of break",
    ),
    BreakTerm(
        "short break",
        System.SCOTLAND,
        "the word that is preferred to respite, because both gain by it",
        (),
        None,
        _account(
            "Shared Care Scotland, short breaks definition",
            "https://www.sharedcarescotland.org.uk/resources/briefings/short-breaks-definition/",
        ),
        "outside England",
    ),
)
"""Which word means what to whom. The source's word is kept beside the code."""

RESPITE_BY_MODE: Final[Mapping[Mode, BreakCode]] = {
    Mode.RESIDENTIAL: BreakCode.RESIDENTIAL_RESPITE,
    Mode.SITTING: BreakCode.REPLACEMENT_CARE,
    Mode.DAY_CARE: BreakCode.REPLACEMENT_CARE,
    Mode.HOLIDAY: BreakCode.CARER_BREAK,
}
"""What "respite" comes to once it is known how it is given. A convention of the library."""

_WORDS: Final = Citation.convention("How the library counts", "R-TERM-2")


def meanings_of(word: str, system: System | None = None) -> tuple[BreakTerm, ...]:
    """Give what a word means, to every service or to one; nothing where no source was read."""
    wanted = word.casefold()
    return tuple(
        term
        for term in CROSSWALK
        if term.word.casefold() == wanted and system in (None, term.system)
    )


def check_words(reference: str, used: Iterable[tuple[System, str]]) -> Finding:
    """Say whether the words that several services use come to one and the same thing.

    Undetermined where they do not, or where a word has no code: figures under different words may
    only be set side by side.
    """
    pairs = tuple(used)
    codes = {pair: frozenset(term.code for term in meanings_of(pair[1], pair[0])) for pair in pairs}
    one = len(set(codes.values())) == 1 and all(
        len(each) == 1 and None not in each for each in codes.values()
    )
    shown = tuple(f"{system}: {word}" for system, word in pairs)
    unclear = Missing("words", "one code for what each service means, so that figures compare")
    return Finding(
        "services.words",
        "The services mean the same by their words",
        Result.MET if one else Result.UNDETERMINED,
        Aspect.RECORD,
        reference,
        _WORDS,
        shown,
        "one of",
        ("one meaning",),
        () if one else (unclear,),
    )
