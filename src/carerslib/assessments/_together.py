"""Duties that rest on the same facts, taken together.

Each duty by itself is open only where a fact could change it. Two of them may be owed in opposite
cases, a carer of an adult being assessed under one section and a carer of a child under another, so
that one or the other is owed whatever is not recorded. The formulas here say once more what the
duties ask, over every way in which that could turn out; the tests hold them against the duties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.assessments.duty_facts import consents_or_is_served
from carerslib.carers import aged_at_least
from carerslib.carers.care_law import ADULT, CARED_FOR_BORN, CARER_BORN
from carerslib.carers.earlier_law import AGE_TO_ASK, is_assessed_and_not_another
from carerslib.carers.together import settle
from carerslib.citations import Citation
from carerslib.law.care_act_2014 import IN_FORCE as SINCE_THE_CARE_ACT
from carerslib.law.carers_and_disabled_children_act_2000 import IN_FORCE as ACT_OF_2000
from carerslib.law.coronavirus_act_2020 import EASEMENTS
from carerslib.verdicts import Aspect, Combined, Finding, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carerslib.assessments.duty_facts import DutyAsked
    from carerslib.basis import Basis
    from carerslib.verdicts import Missing

__all__ = ["assessing", "facts_of_duties", "informing", "taken_together"]

_MOST: Final = 20
"""Facts looked at together at most; where more are open, the answer mostly turns on all of them."""

_RELATIONSHIP: Final = {
    "of_age": CARER_BORN,
    "grown_up": CARED_FOR_BORN,
    "intends": "intends",
    "contract": "under_contract",
    "voluntary": "voluntary_work",
    "volunteers": "for_voluntary_organisation",
    "substantial": "substantial",
    "regular": "regular",
    "responsible": "parental_responsibility",
    "disabled": "cared_for.disabled",
    "as_disabled": "cared_for.assessed_as_disabled_child",
    "after_care": "cared_for.assessed_for_after_care",
    "community_care": "cared_for.assessed_for_community_care",
}
_RESULT: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}
_CITATION: Final = Citation.convention("How the library counts", "duties that share facts")


def facts_of_duties(asked: DutyAsked, basis: Basis) -> dict[str, bool | None]:
    """Give every fact that a duty of the day asks for, by a short name."""
    relationship, facts, day = asked
    carer, about = relationship.carer.person, relationship.cared_for
    years = ADULT if day in SINCE_THE_CARE_ACT else AGE_TO_ASK
    recorded: dict[str, bool | None] = {
        name: getattr(facts, name) for name in facts.__annotations__
    }
    # whoever consents does not refuse, and whoever refuses does not consent
    if facts.consents or facts.refused:
        recorded["refused"], recorded["consents"] = bool(facts.refused), bool(facts.consents)
    return recorded | {
        "of_age": aged_at_least(carer, years, day, basis),
        "grown_up": aged_at_least(about.person, ADULT, day, basis),
        "given": relationship.provides_on(day),
        "intends": relationship.intends,
        "contract": relationship.under_contract,
        "voluntary": relationship.works_voluntarily,
        "volunteers": relationship.volunteers,
        "regarded": relationship.is_regarded_as_carer(day),
        "substantial": relationship.substantial,
        "regular": relationship.regular,
        "responsible": relationship.parental_responsibility,
        "disabled": about.disabled,
        "as_disabled": about.assessed_as_disabled_child,
        "after_care": about.assessed_for_after_care,
        "community_care": about.assessed_for_community_care,
        "since_the_care_act": day in SINCE_THE_CARE_ACT,
        "act_of_2000": day in ACT_OF_2000,
        "eased": day in EASEMENTS,
    }


def _possible(**f: int) -> int:
    """Volunteering for an organisation is voluntary work; whoever refuses does not consent."""
    return ~(f["volunteers"] & ~f["voluntary"]) & ~(f["refused"] & f["consents"])


def _care_act(**f: int) -> int:
    """Sections 10, 60 and 63, which a council could step back from for a time."""
    may_come_later = f["likely_to_need_support_at_18"] & f["of_significant_benefit"]
    not_refused = ~f["refused"] | f["requested_since_refusal"] | f["changed_since_refusal"]
    consent = consents_or_is_served(
        consents=f["consents"],
        in_best_interests=f["in_best_interests"],
        able_to_consent=f["able_to_consent"],
    )
    carer = f["grown_up"] & f["may_need_support"] & not_refused
    childs_carer = ~f["grown_up"] & may_come_later & not_refused
    young_carer = f["grown_up"] & may_come_later & (consent | f["refused"] & f["abuse_or_neglect"])
    owed = f["of_age"] & (carer | childs_carer) | ~f["of_age"] & young_carer
    free = f["regarded"] | ~f["contract"] & ~f["voluntary"]
    return (f["given"] | f["intends"]) & free & owed & ~(f["eased"] & f["easements_used"])


def _children_act(**f: int) -> int:
    """Sections 17ZA and 17ZD."""
    trigger = f["may_need_support"] | f["requested"]
    free = f["regarded"] | ~f["contract"] & ~f["voluntary"]
    young_carer = ~f["of_age"] & free & (trigger | f["requested_by_parent"])
    parent = ~f["grown_up"] & f["disabled"] & f["responsible"] & f["may_be_served_under_section_17"]
    anew = ~f["assessed_before"] | f["changed_since_assessment"]
    cares = f["given"] | f["intends"]
    return cares & f["in_area"] & anew & (young_carer | f["of_age"] & parent & trigger)


def _often_and_free(**f: int) -> tuple[int, int]:
    often = (f["given"] | f["intends"]) & f["substantial"] & f["regular"]
    return often, often & ~f["contract"] & ~f["volunteers"]


def _act_of_1995(**f: int) -> int:
    """Who is within section 1, in either version."""
    then = f["community_care"] | ~f["grown_up"] & f["disabled"] & f["as_disabled"]
    names = ("disabled", "as_disabled", "after_care", "responsible", "voluntary", "regarded")
    now = is_assessed_and_not_another(
        adult=f["of_age"], child=~f["grown_up"], **{name: f[name] for name in names}
    )
    assessed = f["since_the_care_act"] & now | ~f["since_the_care_act"] & then
    return _often_and_free(**f)[1] & assessed


def _act_of_2000(**f: int) -> int:
    """Who has a right under section 1 or section 6."""
    often, free = _often_and_free(**f)
    adult = f["of_age"] & f["grown_up"] & free & f["may_have_community_care"]
    child = ~f["grown_up"] & f["disabled"] & f["responsible"] & often
    return f["act_of_2000"] & (adult | child & f["may_be_served_under_section_17"])


def assessing(**f: int) -> int:
    """Say where any duty requires an assessment."""
    earlier = f["requested"] & (_act_of_1995(**f) | _act_of_2000(**f))
    return earlier | f["since_the_care_act"] & (_care_act(**f) | _children_act(**f))


def informing(**f: int) -> int:
    """Say where any duty requires that the carer be told of the right."""
    told = f["assessed_before"] | f["informed_before"]
    return _act_of_1995(**f) & ~f["requested"] | _act_of_2000(**f) & ~told


def taken_together(
    duties: Iterable[Verdict], holds: Callable[..., int], asked: DutyAsked, basis: Basis
) -> tuple[Part, ...]:
    """Give the duties of which one is enough, so that all of them together are open only in truth.

    Where they are settled together, or turn on fewer facts than each alone, a finding says so and
    no duty names a fact that could not change whether one of them is owed.
    """
    found = tuple(duties)
    each_alone = Verdict.any_of(found, title="")
    if sum(each.is_undetermined for each in found) < 2 or each_alone.is_met:  # noqa: PLR2004 - two that share
        return found
    facts = facts_of_duties(asked, basis)
    given = "provides" if asked.relationship.provides is None else "since"
    fields = {name: f"facts.{name}" for name in facts} | _RELATIONSHIP | {"given": given}
    missing = {each.field: each for each in each_alone.missing}
    # what no duty asks for changes nothing; voluntary work leaves volunteering possible
    known = {
        name: name == "voluntary" if fact is None and fields[name] not in missing else fact
        for name, fact in facts.items()
    }
    if sum(fact is None for fact in known.values()) > _MOST:
        return found
    settled = settle(holds, known, _possible)
    enough = [missing[fields[name]] for name in settled.enough]
    lacking = dict.fromkeys((*enough, *(missing[fields[name]] for name in settled.lacking)))
    # what two duties ask in opposite ways settles neither, though each counts on it
    first = enough or [*missing.values()][:1]
    if len(lacking) == len(missing) and each_alone.ask_next in first:
        return found
    return (
        _finding(asked.relationship.reference, _RESULT[settled.result], tuple(lacking)),
        *(_without(each, set(missing.values()) - set(lacking)) for each in found),
    )


def _finding(subject: str, result: Result, lacking: tuple[Missing, ...]) -> Finding:
    """Give what the duties come to together: one of them is owed, or it turns on these facts."""
    return Finding(
        "duties.together",
        "One duty or another, whichever way what is not recorded turns out",
        result,
        Aspect.DETERMINATION,
        subject,
        _CITATION,
        missing=lacking,
        note="what a duty lacks besides could not change whether any is owed"
        if lacking
        else "what is not recorded could only change which of them it is",
        private=True,
    )


def _without(part: Part, facts: set[Missing]) -> Part:
    """Give the same findings without the names of facts that change nothing here."""
    if isinstance(part, Finding):
        return part._replace(missing=tuple(each for each in part.missing if each not in facts))
    parts = tuple(_without(each, facts) for each in part.parts)
    about = (part.how, part.title, part.subject, part.basis)
    return Verdict.of(Combined(*about, parts, part.chosen, part.at_least))
