"""Assessments of carers: what they must contain, what they found, and what follows."""

__all__: list[str] = []
