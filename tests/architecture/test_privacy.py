"""Nothing about a person's health, family or words is shown by a repr or by the text of an error.

The test walks every public record of the packages that hold people. A field may be shown only if it
is named below as one that says nothing of that kind; a field that is new is private until somebody
adds it here.
"""

from __future__ import annotations

import enum
import importlib
import pkgutil
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

import carerslib
from carerslib.errors import CarerslibError

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES: Final = ("carerslib.carers", "carerslib.assessments", "carerslib.services")
WORDS: Final = "breast cancer, says her sister"
SHOWN: Final = frozenset(
    {
        # keys of the caller's own, and records that show no more than theirs
        "adult",
        "assessment",
        "asked",
        "authority",
        "carer",
        "cared_for",
        "person",
        "plan",
        "reference",
        "relationship",
        "facts",
        "subject",
        # records that show no more than their own keys, and which of them there are
        "budget",
        "needs",
        "strengths",
        # what was looked at, never what was found
        "kind",
        "outcome",
        "source",
        "young_carer",
        # days, and who did something in office
        "by",
        "day",
        "on",
        "reviewed_on",
        # words of the law and of the library
        "basis",
        "bands",
        "care",
        "citation",
        "exclusions",
        "hours",
        "in_force",
        "key",
        "least",
        "most",
        "purpose",
        "rule",
        "title",
    }
)


class _Secret:
    """A value of no right type whose every text would give the secret away."""

    def __repr__(self) -> str:
        return WORDS

    __str__ = __repr__


def _modules() -> Iterator[Any]:
    for name in PACKAGES:
        try:
            package = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        yield package
        for info in pkgutil.walk_packages(getattr(package, "__path__", ()), f"{name}."):
            yield importlib.import_module(info.name)


def _classes() -> list[type]:
    found = {
        value
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, type)
        and value.__module__.startswith(PACKAGES)
        and not value.__name__.startswith("_")
    }
    return sorted(found, key=lambda cls: (cls.__module__, cls.__qualname__))


# The words of the law and the offers of a service, which are about nobody.
ABOUT_NOBODY: Final = frozenset(
    {
        "BenefitView",
        "BreakTerm",
        "Checklist",
        "EmergencyScheme",
        "Factor",
        "HoursBand",
        "Item",
        "Offer",
        "OfferExample",
        "OfferKind",
        "PaymentScheme",
        "Quantity",
        "Service",
        "Support",
        "Voucher",
        "Word",
    }
)
# Facts by their names: the names are of the law, and an error may repeat one that it does not know.
NAMED_FACTS: Final = frozenset({"covered", "stated"})
# Numbers of carers of whole areas. A school's own are another matter: one pupil may be known by it.
FIGURES: Final = "carerslib.carers.populations."
SMALL_FIGURES: Final = FIGURES + "schools"


def _is_about_somebody(cls: type) -> bool:
    of_an_area = cls.__module__.startswith(FIGURES) and cls.__module__ != SMALL_FIGURES
    return cls.__name__ not in ABOUT_NOBODY and not of_an_area


RECORDS: Final = [cls for cls in _classes() if attrs.has(cls) and _is_about_somebody(cls)]
TUPLES: Final = [cls for cls in _classes() if issubclass(cls, tuple) and _is_about_somebody(cls)]


def _private(cls: type) -> list[str]:
    fields = [field for field in attrs.fields(cls) if field.init]
    return [field.alias for field in fields if field.name not in SHOWN | NAMED_FACTS]


def _texts_of(error: BaseException) -> str:
    return f"{error} {error!r}"


def _refusal(cls: type, given: dict[str, Any]) -> str:
    try:
        return repr(cls(**given))
    except (CarerslibError, AttributeError, TypeError, ValueError) as error:
        return _texts_of(error)


def test_records_about_people_are_found() -> None:
    assert {"Person", "Carer", "CaringRelationship", "AssessmentFacts"} <= {
        cls.__name__ for cls in RECORDS
    }


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__qualname__)
def test_a_record_shows_only_what_says_nothing_of_health_family_or_words(cls: type) -> None:
    shown = {field.name for field in attrs.fields(cls) if field.repr is not False}
    assert shown - SHOWN - {name for name in shown if name.startswith("_")} == set()


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__qualname__)
def test_an_error_about_a_record_does_not_repeat_what_was_given(cls: type) -> None:
    fields = [field for field in attrs.fields(cls) if field.init]
    plain: dict[str, Any] = {
        field.alias: "R1"
        for field in fields
        if field.default is attrs.NOTHING and field.name in SHOWN
    }
    for secret in (_Secret(), WORDS, [WORDS], {WORDS: WORDS}):
        given = dict.fromkeys(_private(cls), secret)
        assert WORDS not in _refusal(cls, plain | given)
        for name in given:
            assert WORDS not in _refusal(cls, plain | {name: secret})


@pytest.mark.parametrize("cls", TUPLES, ids=lambda cls: cls.__qualname__)
def test_a_plain_tuple_shows_everything_and_so_holds_nothing_private(cls: type) -> None:
    fields = getattr(cls, "_fields", ())
    assert set(fields) - SHOWN - TUPLES_OF_ANSWERS.get(cls.__name__, frozenset()) == set()


# What these tuples hold besides is said of each.
TUPLES_OF_ANSWERS: Final[dict[str, frozenset[str]]] = {
    "DutyExamination": frozenset({"ask"}),  # the rule, the key and the day that it asks about
    "Help": frozenset({"need", "enough"}),  # held by a strength, which does not show it
    "ServicesAsked": frozenset({"services"}),  # a record that shows its own key alone
}


# Parts of the names of fields that may be about somebody's health, family or words.
SENSITIVE: Final = re.compile(
    "abuse|born|consent|danger|diagnos|disab|distress|family|feel|health|illness|impair|neglect"
    "|own_view|pain|risk|words|wish"
)
# Fields with such a name that are about nobody, by the class that shows them.
ABOUT_MONEY_OR_TEXTS: Final[dict[str, frozenset[str]]] = {
    "Citation": frozenset({"words"}),  # of a source
    "BreakReturn": frozenset({"words"}),  # of a council's return
    "Outturn": frozenset({"risk_pool", "risk_pool_contributed"}),  # of an amount
    "PoolAgreement": frozenset({"risk_share"}),  # how an overspend is shared
}


def _every_class() -> list[type]:
    names = [info.name for info in pkgutil.walk_packages(carerslib.__path__, "carerslib.")]
    found = {
        value
        for name in names
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, type)
        and value.__module__.startswith("carerslib.")
        and not value.__name__.startswith("_")
    }
    return sorted(found, key=lambda cls: (cls.__module__, cls.__qualname__))


def _shown(cls: type) -> set[str]:
    if attrs.has(cls):
        return {field.name for field in attrs.fields(cls) if field.repr is not False}
    return set(getattr(cls, "_fields", ()))


@pytest.mark.parametrize("cls", _every_class(), ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_no_class_of_the_library_shows_a_field_that_may_be_about_health_family_or_words(
    cls: type,
) -> None:
    sensitive = {name for name in _shown(cls) if SENSITIVE.search(name)}
    assert sensitive - ABOUT_MONEY_OR_TEXTS.get(cls.__name__, frozenset()) == set()


# Every public record of the packages that hold people, and the fields that it shows. A class or a
# field that is not here fails the test below until somebody has looked at it and written it down.
WHAT_EACH_SHOWS: Final = {
    "assessments.checklists.Checklist": "circumstances in_force items private title",
    "assessments.checklists.Item": "citation key title unless where",
    "assessments.continuing.Section17Services": "reference",
    "assessments.continuing.ServicesAsked": "day services",
    "assessments.duty_facts.AssessmentFacts": "",
    "assessments.duty_facts.DutyAsked": "day facts relationship",
    "assessments.duty_facts.DutyExamination": "ask asked",
    "assessments.eligibility.Determination": "assessment basis rule",
    "assessments.following.Meeting": "assessment authority reference",
    "assessments.gaps.Gap": "",
    "assessments.model.Assessment": "cared_for kind needs on person reference strengths",
    "assessments.needs.AdultNeeds": "",
    "assessments.needs.CarerNeeds": "",
    "assessments.needs.OutcomeRecord": "outcome",
    "assessments.payments.DirectPayment": "reference reviewed_on",
    "assessments.plans.PersonalBudget": "",
    "assessments.plans.SupportPlan": "assessment budget on reference reviewed_on",
    "assessments.strengths.Help": "enough need",
    "assessments.strengths.Strength": "reference source",
    "carers.care_law.Asked": "day relationship",
    "carers.definitions.Definition": "care cared_for carer exclusions hours purpose rule",
    "carers.examination.Examination": "basis day rule subject",
    "carers.people.Carer": "person",
    "carers.people.Person": "reference",
    "carers.people.PersonCaredFor": "person",
    "carers.people.Recognition": "by",
    "carers.populations.bases.Ages": "least most",
    "carers.populations.bases.Population": "ages among area definition",
    "carers.populations.comparing.Applied": "estimate verdict",
    "carers.populations.comparing.Base": "number population reference year",
    "carers.populations.comparing.Comparison": "difference left right verdict",
    "carers.populations.comparing.Pair": "left right",
    "carers.populations.comparing.Subject": "population reference year",
    "carers.populations.counts.Count": "least most",
    "carers.populations.counts.Gap": "least most",
    "carers.populations.counts.Rate": "least most",
    "carers.populations.estimates.Estimate": (
        "about accurate certainty count derived_from fewer_than includes population "
        "reference seldom_recognise_themselves source year"
    ),
    "carers.populations.estimates.Proportion": (
        "certainty part population reference source whole year"
    ),
    "carers.populations.identifying.Identification": "measured verdict",
    "carers.populations.identifying.Measured": "estimate registers",
    "carers.populations.published.CareByHours": "bands none population reference source total year",
    "carers.populations.registers.Overlap": "at_least at_most between",
    "carers.populations.registers.Register": "keeper number on population reference",
    "carers.populations.registers.Registers": "distinct overlaps registers",
    "carers.populations.schools.IndependentReturn": "on reference",
    "carers.populations.schools.SchoolReturn": "on reference",
    "carers.populations.schools.SchoolsTogether": "",
    "carers.relationships.CaringRelationship": "cared_for carer reference",
    "carers.relationships.RegardedAsCarer": "on",
    "carers.together.Settled": "",
    "carers.wider_words.HoursBand": "least most title",
    "services.examples.OfferExample": "amount body kind source what",
    "services.listed.BenefitView": "about also_benefits by reach reference seen_as shifting",
    "services.listed.Service": (
        "importance integral_with kind open_to part_of place reference run_by staffed_by "
        "starts status title universal"
    ),
    "services.offers.Offer": "kind reference serves universal",
    "services.offers.OfferKind": (
        "citation delivered_to key landed_by landing may_charge note relieves title"
    ),
    "services.schemes.EmergencyCover": "reference",
    "services.schemes.EmergencyScheme": (
        "assesses council free_hours or_more parent_carers_free source"
    ),
    "services.schemes.HoursCharged": "least most",
    "services.schemes.OneOffPayment": "reference",
    "services.schemes.PaymentScheme": (
        "at_most below_threshold council evidence months refuses source"
    ),
    "services.stays.ShortBreaks": "reference",
    "services.stays.Stay": "reference",
    "services.support.Support": "benefits_most charged_to delivered_to need_owner reference",
    "services.units.Factor": "citation name rate source target",
    "services.units.Quantity": "amount by unit",
    "services.vouchers.Voucher": "money reference time",
    "services.words.BreakTerm": "citation code meaning note system units word",
    "services.words.Word": "used_by word",
}


def _what_each_shows(classes: list[type]) -> dict[str, str]:
    return {
        f"{cls.__module__.removeprefix('carerslib.')}.{cls.__name__}": " ".join(sorted(_shown(cls)))
        for cls in classes
        if not issubclass(cls, enum.Enum | Exception)
    }


def test_every_class_that_may_hold_people_is_known_and_shows_what_it_is_known_to_show() -> None:
    assert _what_each_shows(_classes()) == WHAT_EACH_SHOWS


@pytest.mark.parametrize("cls", _classes(), ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_a_class_of_these_packages_is_of_a_kind_whose_fields_can_be_looked_through(
    cls: type,
) -> None:
    assert attrs.has(cls) or issubclass(cls, tuple | enum.Enum | Exception)


def test_a_class_that_is_not_written_down_is_found_though_its_fields_have_harmless_names() -> None:
    @attrs.frozen
    class Careless:
        kind: str

    found = _what_each_shows([*_classes(), Careless])
    assert set(found) - set(WHAT_EACH_SHOWS) == {f"{Careless.__module__}.Careless"}


def test_a_class_elsewhere_that_shows_too_much_is_found() -> None:
    @attrs.frozen
    class Careless:
        carers_health: str

    assert _shown(Careless) == {"carers_health"}
    with pytest.raises(AssertionError):
        test_no_class_of_the_library_shows_a_field_that_may_be_about_health_family_or_words(
            Careless
        )


def test_a_record_that_shows_too_much_is_found() -> None:
    @attrs.frozen
    class Careless:
        reference: str
        diagnosis: str

        def __attrs_post_init__(self) -> None:
            if not isinstance(self.diagnosis, date):
                message = f"no such diagnosis: {self.diagnosis}"
                raise TypeError(message)

    assert _private(Careless) == ["diagnosis"]
    assert WORDS in _refusal(Careless, {"reference": "R1", "diagnosis": WORDS})
    with pytest.raises(AssertionError):
        test_a_record_shows_only_what_says_nothing_of_health_family_or_words(Careless)
    with pytest.raises(AssertionError):
        test_an_error_about_a_record_does_not_repeat_what_was_given(Careless)
