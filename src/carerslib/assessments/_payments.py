"""The lists on direct payments: of an adult with capacity first, then of an authorised person."""

from __future__ import annotations

from typing import Final

from carerslib.assessments.checklists import Checklist, Item
from carerslib.law.care_act_2014 import CARE_ACT_2014
from carerslib.law.direct_payments_regulations_2014 import DIRECT_PAYMENTS_REGULATIONS

__all__ = ["GOES_ON", "MADE", "REVIEWED", "SUBJECT_TO"]

_ACT: Final = CARE_ACT_2014
_REGS: Final = DIRECT_PAYMENTS_REGULATIONS
_WORDS: Final = {
    "has_nominee": "whether a person is nominated to receive them",
    "for_care_home": "whether they are for accommodation in a care home",
    "authority_listed": "whether Schedule 2 to the regulations lists the authority",
    "another_holds_authority": "whether the person who asks is not authorised under the Mental "
    "Capacity Act 2005 to decide about the adult's care, and somebody else is",
    "family_or_friend": "whether the authorised person is close family whom regulation 3(3) lists, "
    "or a friend involved in the adult's care",
    "regarded_as_capable": "whether the loss of capacity is temporary, and somebody capable will "
    "accept and manage the payments meanwhile",
    "regarded_as_lacking": "whether the capacity is temporary, and the adult is to manage the "
    "payments while it lasts",
    "other_conditions": "whether the authority adds conditions of its own",
    "wants_information": "whether the authority requires information",
    "breach": "whether a condition may have been breached so that the payments may be ended",
    "conditions_doubted": "whether a condition of the payments may no longer be met",
    "capacity_doubted": "whether the adult may no longer have capacity to ask",
    "capacity_returned": "whether the adult may no longer lack capacity to ask",
    "misuse_reported": "whether anybody is concerned that the payments were not used for the needs",
    "reviewing": "whether the payments are being reviewed",
    "has_carer": "whether the adult has a carer",
    "paid_manager": "whether close family are paid to help with managing the payments",
    "others_to_involve": "whether the adult asked for anybody, or cannot and there is somebody who "
    "decides for the adult or is interested in the adult's welfare",
}


def _list(title: str, *items: Item) -> Checklist:
    named = dict.fromkeys(key for item in items for key in (*item.where, *item.unless))
    circumstances = tuple((key, _WORDS[key]) for key in named)
    return Checklist(title, items, circumstances, private=True)


_NOT_IN_CARE_HOME: Final = Item(
    "weeks_in_care_home",
    "for no more than 4 consecutive weeks in a care home in any 12 months",
    _REGS.at("regulation 6"),
    ("for_care_home",),
    ("authority_listed",),
)
_NOMINEE: Final = Item(
    "nominee_agrees",
    "condition 1: the nominated person agrees",
    _ACT.at("section 31(4)(b)"),
    ("has_nominee",),
)
_OF_ADULT: Final = (
    _NOMINEE,
    Item("not_prohibited", "condition 2: not prohibited (Schedule 1)", _ACT.at("section 31(5)(a)")),
    Item("not_declined", "condition 2: no discretion used against it", _ACT.at("section 31(5)(b)")),
    Item("can_manage", "condition 3: able to manage, alone or with help", _ACT.at("section 31(6)")),
    Item(
        "appropriate", "condition 4: an appropriate way to meet the needs", _ACT.at("section 31(7)")
    ),
)
_OF_AUTHORISED: Final = (
    Item(
        "request_supported",
        "condition 1: somebody authorised supports the request",
        _ACT.at("section 32(5)"),
        ("another_holds_authority",),
    ),
    Item("not_prohibited", "condition 2: not prohibited (Schedule 1)", _ACT.at("section 32(6)(a)")),
    Item("not_declined", "condition 2: no discretion used against it", _ACT.at("section 32(6)(b)")),
    Item("best_interests", "condition 3: acts in their best interests", _ACT.at("section 32(7)")),
    Item("can_manage", "condition 4: able to manage, alone or with help", _ACT.at("section 32(8)")),
    Item(
        "appropriate", "condition 5: an appropriate way to meet the needs", _ACT.at("section 32(9)")
    ),
)

MADE: Final = (
    _list(
        "The authority must make the direct payments that the adult asks for",
        Item(
            "amount_in_budget",
            "the personal budget has an amount that the authority pays",
            _ACT.at("section 31(1)(a)"),
        ),
        Item("requested", "the adult asked for direct payments", _ACT.at("section 31(1)(b)")),
        Item("has_capacity", "condition 1: capacity to ask for them", _ACT.at("section 31(4)(a)")),
        *_OF_ADULT,
        _NOT_IN_CARE_HOME,
    ),
    _list(
        "The authority must make the direct payments that an authorised person asks for",
        Item(
            "amount_in_budget",
            "the personal budget has an amount that the authority pays",
            _ACT.at("section 32(1)(a)"),
        ),
        Item("lacks_capacity", "the adult lacks capacity to ask", _ACT.at("section 32(1)(b)")),
        Item("requested", "the authorised person asked for them", _ACT.at("section 32(1)(c)")),
        Item(
            "authorised",
            "authorised to decide for the adult, or agreed or considered to be suitable",
            _ACT.at("section 32(4)"),
        ),
        *_OF_AUTHORISED,
        Item(
            "views_taken",
            "those named by, caring for or deciding for the adult consulted as far as practicable",
            _REGS.at("regulation 5(2)(a)"),
        ),
        Item(
            "wishes_considered",
            "the adult's wishes, beliefs and other relevant factors considered",
            _REGS.at("regulation 5(2)(b)"),
        ),
        Item(
            "certificate",
            "criminal record certificate, of the person or of whoever manages for a body",
            _REGS.at("regulation 5(2)(c)"),
            (),
            ("family_or_friend",),
        ),
        _NOT_IN_CARE_HOME,
    ),
)

GOES_ON: Final = (
    _list(
        "The direct payments to the adult may go on",
        Item(
            "has_capacity",
            "condition 1: capacity to ask for them",
            _ACT.at("section 31(4)(a)"),
            (),
            ("regarded_as_capable",),
        ),
        *_OF_ADULT,
    ),
    _list(
        "The direct payments to the authorised person may go on",
        Item(
            "lacks_capacity",
            "the adult still lacks capacity to ask",
            _REGS.at("regulation 9"),
            (),
            ("regarded_as_lacking",),
        ),
        *_OF_AUTHORISED,
    ),
)

_SUBJECT_TO: Final = (
    Item(
        "planned_needs_only",
        "used only for the needs that the plan says they meet",
        _ACT.at("section 33(3)"),
    ),
    Item(
        "close_family_unpaid",
        "not used to pay close family, unless the authority considers it necessary",
        _REGS.at("regulation 3(1) and (2)"),
    ),
    Item(
        "free_choice",
        "nobody in particular has to be the one who meets the needs",
        _REGS.at("regulation 4(3)(a)"),
        ("other_conditions",),
    ),
    Item(
        "information_reasonable",
        "no information more often and in more detail than reasonably required",
        _REGS.at("regulation 4(3)(b)(i)"),
        ("other_conditions", "wants_information"),
    ),
    Item(
        "format_practicable",
        "information in a form that is reasonably practicable to provide",
        _REGS.at("regulation 4(3)(b)(ii)"),
        ("other_conditions", "wants_information"),
    ),
)

SUBJECT_TO: Final = (
    _list("What direct payments to an adult are subject to", *_SUBJECT_TO),
    _list(
        "What direct payments to an authorised person are subject to",
        *_SUBJECT_TO,
        Item(
            "capacity_notified",
            "to tell the authority of a belief that the adult no longer lacks capacity",
            _REGS.at("regulation 3(4)(a)"),
        ),
        Item(
            "certificates_obtained",
            "to obtain criminal record certificates of those who provide the services",
            _REGS.at("regulation 3(4)(b) and (5)"),
            (),
            ("family_or_friend",),
        ),
    ),
)

_BREACH: Final = Item(
    "reviewed_for_breach",
    "reviewed because a condition was breached",
    _REGS.at("regulation 7(1)(b)"),
    ("breach",),
)
_DURING: Final = (
    Item("adult_involved", "the adult involved", _REGS.at("regulation 7(2)(a)"), ("reviewing",)),
    Item(
        "carers_involved",
        "the adult's carers involved",
        _REGS.at("regulation 7(2)(b)"),
        ("reviewing", "has_carer"),
    ),
    Item(
        "managers_involved",
        "whoever is paid to help with managing the payments involved",
        _REGS.at("regulation 7(2)(d)"),
        ("reviewing", "paid_manager"),
    ),
    Item(
        "others_involved",
        "others involved, as asked for by the adult, or for an adult who cannot ask",
        _REGS.at("regulation 7(2)(e)"),
        ("reviewing", "others_to_involve"),
    ),
    Item(
        "agreement_sought",
        "all reasonable steps taken to agree what comes of it",
        _REGS.at("regulation 7(3)"),
        ("reviewing",),
    ),
)

REVIEWED: Final = (
    _list(
        "The review of direct payments to an adult",
        _BREACH,
        Item(
            "reviewed_for_capacity",
            "reviewed because capacity may be lost",
            _REGS.at("regulation 7(1)(c)(i)"),
            ("capacity_doubted",),
        ),
        Item(
            "reviewed_for_conditions",
            "reviewed because condition 3 or 4 may no longer be met",
            _REGS.at("regulation 7(1)(c)(ii)"),
            ("conditions_doubted",),
        ),
        *_DURING,
    ),
    _list(
        "The review of direct payments to an authorised person",
        _BREACH,
        Item(
            "reviewed_for_capacity",
            "reviewed because the adult may have capacity again",
            _REGS.at("regulation 7(1)(d)(i)"),
            ("capacity_returned",),
        ),
        Item(
            "reviewed_for_misuse",
            "reviewed because of concerns about their use",
            _REGS.at("regulation 7(1)(d)(ii)"),
            ("misuse_reported",),
        ),
        Item(
            "reviewed_for_conditions",
            "reviewed because condition 3, 4 or 5 may no longer be met",
            _REGS.at("regulation 7(1)(d)(iii)"),
            ("conditions_doubted",),
        ),
        *_DURING,
        Item(
            "authorised_person_involved",
            "the authorised person involved",
            _REGS.at("regulation 7(2)(c)"),
            ("reviewing",),
        ),
    ),
)
