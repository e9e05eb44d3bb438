"""A mapping that gives a changed copy of itself cheaply and never changes.

It is held as layers, the newest first, each at least twice as large as the one before it: what is
added is merged into the layers that it outgrows. Adding one by one costs the logarithm of the size
each time, and every earlier copy stays as it was, whoever else holds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Layers"]

K = TypeVar("K")
V = TypeVar("V")


@final
class Layers(Generic[K, V]):
    """Layers of a mapping, none of which is ever changed."""

    __slots__ = ("_held",)

    def __init__(self, held: tuple[Mapping[K, V], ...] = ()) -> None:
        self._held = held

    def get(self, key: K, default: V) -> V:
        """Give what was last set, or the default."""
        for layer in self._held:
            if key in layer:
                return layer[key]
        return default

    def __contains__(self, key: object) -> bool:
        return any(key in layer for layer in self._held)

    def having(self, changes: Mapping[K, V]) -> Layers[K, V]:
        """Give the mapping with changes; they must not be changed afterwards."""
        if not changes:
            return self
        held = list(self._held)
        newest = changes
        while held and len(held[0]) <= len(newest):
            newest = {**held.pop(0), **newest}
        return Layers((newest, *held))

    def merged(self) -> dict[K, V]:
        """Give everything that is set, as a dict of the caller's own."""
        found: dict[K, V] = {}
        for layer in reversed(self._held):
            found.update(layer)
        return found
