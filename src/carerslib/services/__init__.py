"""Offers of support: who receives them, whose need they meet, who benefits, who may be charged.

A break may be delivered to the person cared for, meet the carer's need, benefit both, and be
charged, if at all, to the person who receives it. Children's services, adults' services and health
each have words of their own for it, and units of their own to count it in: hours, sessions and
nights are never added to one another.
"""

from carerslib.services.examples import OFFER_EXAMPLES, OfferExample
from carerslib.services.listed import BenefitView, Importance, Reach, Service, ServiceStatus
from carerslib.services.offers import (
    OFFER_KINDS,
    Landing,
    Offer,
    OfferKind,
    Party,
    Served,
    kind_of,
)
from carerslib.services.schemes import (
    EMERGENCY_SCHEMES,
    PAYMENT_SCHEMES,
    EmergencyCover,
    EmergencyScheme,
    Feature,
    HoursCharged,
    OneOffPayment,
    PaymentScheme,
    chargeable_hours,
    check_emergency,
    check_payment,
)
from carerslib.services.stays import (
    COUNTED_STAYS,
    SHORT_BREAKS,
    ShortBreaks,
    Stay,
    check_short_breaks,
    check_short_term,
)
from carerslib.services.support import RULES, Support, check, check_beneficiary, landing_of
from carerslib.services.units import (
    Factor,
    MixedUnitsError,
    Quantity,
    Unit,
    check_total,
    totals,
)
from carerslib.services.vouchers import VOUCHERS, Voucher, check_voucher
from carerslib.services.words import (
    CROSSWALK,
    RESPITE_BY_MODE,
    WORDS,
    BreakCode,
    BreakTerm,
    Mode,
    System,
    Word,
    check_words,
    meanings_of,
)

__all__ = [
    "COUNTED_STAYS",
    "CROSSWALK",
    "EMERGENCY_SCHEMES",
    "OFFER_EXAMPLES",
    "OFFER_KINDS",
    "PAYMENT_SCHEMES",
    "RESPITE_BY_MODE",
    "RULES",
    "SHORT_BREAKS",
    "VOUCHERS",
    "WORDS",
    "BenefitView",
    "BreakCode",
    "BreakTerm",
    "EmergencyCover",
    "EmergencyScheme",
    "Factor",
    "Feature",
    "HoursCharged",
    "Importance",
    "Landing",
    "MixedUnitsError",
    "Mode",
    "Offer",
    "OfferExample",
    "OfferKind",
    "OneOffPayment",
    "Party",
    "PaymentScheme",
    "Quantity",
    "Reach",
    "Served",
    "Service",
    "ServiceStatus",
    "ShortBreaks",
    "Stay",
    "Support",
    "System",
    "Unit",
    "Voucher",
    "Word",
    "chargeable_hours",
    "check",
    "check_beneficiary",
    "check_emergency",
    "check_payment",
    "check_short_breaks",
    "check_short_term",
    "check_total",
    "check_voucher",
    "check_words",
    "kind_of",
    "landing_of",
    "meanings_of",
    "totals",
]
