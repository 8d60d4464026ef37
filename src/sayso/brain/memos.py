"""An entailer that judges every pair once: what it said before is looked up, to the letter as it was said.

Linking a lasting case anew asks about the same pairs of words and hypothesis again and again, and nearly all of the
network's work goes into them. A judgement depends on nothing but its pair (brains are deterministic, alone and in
company), so a kept one is as good as a new one. Whoever keeps judgements keeps them by the brain and its weights.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from hashlib import blake2b

import msgspec

from sayso.model.ports import Bearing, Entailer

Pair = tuple[str, str]
_Judge = Callable[[Sequence[Pair]], tuple[Bearing, ...]]


class Memoed:
    """The same judgements as `plain`, which is asked only about pairs that `kept` does not hold.

    `kept` maps a key (32 hex digits of what was asked and the pair) to the judgement as JSON; it grows with every
    new one. `fresh` holds those alone that were new. What cannot be read as a judgement is judged anew. Satisfies
    model.ports.Entailer.
    """

    def __init__(self, plain: Entailer, kept: MutableMapping[str, str]) -> None:
        """`kept` may be a plain dict; it must hold only what the same entailer with the same weights said."""
        self.name = plain.name
        self.reads = plain.reads
        self.fresh: dict[str, str] = {}
        self._plain = plain
        self._kept = kept
        self._decoder = msgspec.json.Decoder(Bearing)

    def bear(self, pairs: Sequence[Pair]) -> tuple[Bearing, ...]:
        """One Bearing for each (text, hypothesis), in order."""
        return self._judged("bear", pairs, self._plain.bear)

    def by_words(self, pairs: Sequence[Pair]) -> tuple[Bearing, ...]:
        """The same by words alone."""
        return self._judged("words", pairs, self._plain.by_words)

    def _judged(self, asked: str, pairs: Sequence[Pair], judge: _Judge) -> tuple[Bearing, ...]:
        found: dict[Pair, Bearing | None] = {}
        for pair in pairs:
            if pair not in found:
                found[pair] = self._looked_up(_key(asked, pair))
        new = [pair for pair, bearing in found.items() if bearing is None]
        for pair, judged in zip(new, judge(new) if new else (), strict=True):
            key = _key(asked, pair)
            self._kept[key] = self.fresh[key] = msgspec.json.encode(judged).decode()
            found[pair] = judged
        return tuple(bearing for pair in pairs if (bearing := found[pair]) is not None)

    def _looked_up(self, key: str) -> Bearing | None:
        said = self._kept.get(key)
        if said is None:
            return None
        try:
            return self._decoder.decode(said)
        except msgspec.DecodeError:
            return None


def _key(asked: str, pair: Pair) -> str:
    """What a judgement is kept by; the length of the first text keeps two pairs of the same letters apart."""
    text, hypothesis = pair
    told = f"{asked} {len(text)} {text}{hypothesis}"
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
