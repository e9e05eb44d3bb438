"""Findings, verdicts, and the three ways in which answers combine.

A finding is one rule's or clause's result on one subject. A verdict is a tree of findings:

* *all of*: the worst part counts (not met, then undetermined, then met);
* *any of*: the best part counts (met, then undetermined, then not met);
* *agree*: the answer that every reading of the same words gives, else undetermined.

Parts that do not apply, and advisory findings, change no answer. A verdict keeps either its parts
or what they are worked out from; the parts are equal every time they are asked for.
"""

from carerslib.verdicts.combining import Combining
from carerslib.verdicts.findings import Aspect, Finding, Missing, Remedy, Result, Value, show
from carerslib.verdicts.verdict import Combined, Part, PartsSource, Verdict

__all__ = [
    "Aspect",
    "Combined",
    "Combining",
    "Finding",
    "Missing",
    "Part",
    "PartsSource",
    "Remedy",
    "Result",
    "Value",
    "Verdict",
    "show",
]
