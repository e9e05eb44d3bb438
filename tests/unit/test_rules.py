"""Rules, and the explicit sets that hold them."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from carerslib.basis import Convention
from carerslib.citations import Citation
from carerslib.errors import InvalidRecordError, InvalidValueError, NotInForceError
from carerslib.periods import DateRange
from carerslib.rules import Rule, RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis

ACT = Citation("Care Act 2014", "section 10")
FIRST_TERM = DateRange(date(2015, 4, 1), date(2018, 3, 31))
SINCE = DateRange.onwards(date(2018, 4, 1))


def _finding(result: Result, note: str) -> Finding:
    return Finding("short", "Short words", result, Aspect.DETERMINATION, "A", ACT, note=note)


@rule(id="short", title="Short words", citation=ACT, in_force=FIRST_TERM)
def at_most_three_letters(subject: str, basis: Basis) -> Iterator[Finding]:
    yield _finding(Result.MET if len(subject) <= 3 else Result.NOT_MET, str(basis))


@rule(id="short", title="Short words", citation=ACT, in_force=SINCE)
def at_most_five_letters(subject: str, basis: Basis) -> Iterator[Finding]:
    yield _finding(Result.MET if len(subject) <= 5 else Result.NOT_MET, str(basis))


COUNTED = Convention("counted", "How often", ("once", "twice"), "once", ACT)
SHORTENED = Convention("shortened", "Whether at all", ("no", "yes"), "no", ACT)
RULES = RuleSet(
    "words",
    "2026-11",
    (at_most_three_letters, at_most_five_letters),
    conventions=(COUNTED, SHORTENED),
)


def test_a_function_becomes_a_rule_that_can_be_called() -> None:
    assert isinstance(at_most_three_letters, Rule)
    (found,) = at_most_three_letters("word", RULES.basis())
    assert isinstance(found, Finding)
    assert (found.result, found.note) == (Result.NOT_MET, "words 2026-11")


def test_a_rule_needs_an_id_and_a_title() -> None:
    with pytest.raises(InvalidRecordError) as error:
        rule(id="", title="", citation=ACT, in_force=SINCE)(lambda _subject, _basis: ())
    assert str(error.value) == (
        "2 problems:\n  id: expected a rule id, got ''\n  title: expected a title in words, got ''"
    )


@pytest.mark.parametrize(
    ("day", "result"),
    [
        (date(2018, 3, 31), Result.NOT_MET),
        (date(2018, 4, 1), Result.MET),
        (date(2015, 3, 31), Result.NOT_APPLICABLE),
    ],
)
def test_a_subject_is_judged_by_the_version_of_its_day(day: date, result: Result) -> None:
    verdict = RULES.judge("words", day=day, title="Words", reference="A")
    assert verdict.result is result
    assert (verdict.title, verdict.subject, verdict.basis) == ("Words", "A", RULES.basis())


def test_a_basis_of_the_caller_s_own_is_kept() -> None:
    basis = RULES.basis(conventions={"counted": "twice"}, readings={"x": "one"})
    verdict = RULES.judge("word", day=date(2020, 1, 1), title="Words", basis=basis)
    assert verdict.basis == basis
    assert (basis.conventions, basis.readings) == ((("counted", "twice"),), (("x", "one"),))


def test_a_convention_that_the_set_does_not_know_is_told_with_those_that_it_does() -> None:
    with pytest.raises(InvalidValueError) as error:
        RULES.basis(conventions={"countde": "twice"})
    assert str(error.value) == "conventions: expected one of counted, shortened, got 'countde'"


def test_wrong_conventions_and_wrong_choices_are_told_together() -> None:
    with pytest.raises(InvalidRecordError) as error:
        RULES.basis(conventions={"countde": "twice", "shortened": "perhaps"})
    assert str(error.value) == (
        "2 problems:\n"
        "  conventions: expected one of counted, shortened, got 'countde'\n"
        "  shortened: expected one of no, yes, got 'perhaps'"
    )


def test_a_set_without_conventions_says_that_it_has_none() -> None:
    with pytest.raises(InvalidValueError) as error:
        RuleSet("words", "1", ()).basis(conventions={"counted": "twice"})
    assert error.value.expected == "none, as words looks up no convention"


def test_conventions_are_a_tuple_of_conventions() -> None:
    with pytest.raises(InvalidRecordError) as error:
        RuleSet("words", "1", [at_most_three_letters], conventions=("counted",))  # type: ignore[arg-type]
    assert [each.field for each in error.value.problems] == ["rules", "conventions"]


def test_a_set_is_read_through_and_counted() -> None:
    assert list(RULES) == [at_most_three_letters, at_most_five_letters]
    assert len(RULES) == 2


def test_a_version_is_found_by_its_day() -> None:
    assert RULES.get("short", date(2018, 3, 31)) is at_most_three_letters
    assert RULES.get("short", date(2018, 4, 1)) is at_most_five_letters


def test_a_day_without_a_version_is_told_with_the_days_that_have_one() -> None:
    with pytest.raises(NotInForceError) as error:
        RULES.get("short", date(2015, 3, 31))
    assert str(error.value) == (
        "short is not known on 31 March 2015: in force 1 April 2015 to 31 March 2018; "
        "from 1 April 2018"
    )


def test_a_rule_that_the_set_does_not_have_is_told() -> None:
    with pytest.raises(NotInForceError) as error:
        RULES.get("long", date(2020, 1, 1))
    assert str(error.value) == "long is not known on 1 January 2020: no rule of words"


def test_two_versions_in_force_on_one_day_are_refused() -> None:
    with pytest.raises(InvalidValueError) as error:
        RuleSet("words", "1", (at_most_five_letters, at_most_five_letters))
    assert str(error.value) == (
        "rule short: expected one version in force on a day; another is in force "
        "from 1 April 2018, got 'from 1 April 2018'"
    )


@pytest.mark.parametrize("rules", [[at_most_three_letters], (at_most_three_letters.examine,)])
def test_a_set_is_a_tuple_of_rules(rules: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValueError) as error:
        RuleSet("words", "1", rules)
    assert (error.value.field, error.value.expected) == ("rules", "a tuple of rules")


def test_a_council_adds_rules_of_its_own_and_the_basis_names_them() -> None:
    own = rule(id="own", title="Own words", citation=ACT, in_force=SINCE)(
        at_most_five_letters.examine
    )
    extended = RULES.extended([own], name="our words", edition="1")
    assert list(extended) == [*RULES, own]
    assert extended.basis().own_rules == ("own",)
    assert str(extended.basis()) == "our words 1"
    assert len(RULES) == 2


def test_a_council_s_own_rules_may_look_up_conventions_of_its_own() -> None:
    spelt = Convention("spelt", "By which spelling", ("old", "new"), "new", ACT)
    extended = RULES.extended([], name="our words", edition="1", conventions=[spelt])
    assert extended.conventions == (COUNTED, SHORTENED, spelt)
    chosen = extended.basis(conventions={"spelt": "old", "counted": "twice"})
    assert (chosen.takes(spelt), chosen.takes(COUNTED)) == ("old", "twice")


def test_a_rule_of_a_module_is_the_same_once_stored_and_read_again() -> None:
    again = pickle.loads(pickle.dumps(RULES))  # noqa: S301 - our own bytes
    assert again == RULES
    assert again.rules[0].examine is RULES.rules[0].examine
