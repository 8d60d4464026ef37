"""What the stance network sees of a pair: the hypothesis, then the statement, in one window.

Theory. Both texts stand in one row of pieces ([CLS] hypothesis [SEP] statement [SEP]), so that each word can attend
to those of the other text (cross-encoding; Devlin et al. 2019, arXiv:1810.04805). The marks of brain.features are
used again, each for what a pair needs: a word's case, whether it touches the word before, which of the two texts it
stands in, and whether the other text has it too, as it stands or in another form. A small network compares texts
far better when it need not find out for itself which words they share. Training reads its pairs through this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sayso.brain.features import MARKS, Vocabulary, Window, case_of, words_of
from sayso.model.words import stem

#: Pieces of a pair: most of a hypothesis, and all of a window with its three marks. Training windows end at fewer.
LONGEST_HYPOTHESIS, LONGEST_PAIR = 64, 192
#: What a statement may do for a hypothesis.
LEANS = ("support", "deny", "open")
#: Kinds of pairs, each judged by a head of its own: premises and conclusions, encyclopedic facts, findings of
#: research, headlines and reports, debaters' points, what somebody says in an article.
FAMILIES = ("inference", "facts", "findings", "news", "debate", "told")
#: Values of the mark that says whether the other text has a word: not, as it stands, in another form.
_ALONE, _SHARED, _FORM = 0, 1, 2

_Told = tuple[tuple[str, tuple[int, ...], int], ...]


def pair(statement: str, hypothesis: str, vocabulary: Vocabulary, *, longest: int = LONGEST_PAIR) -> Window:
    """The window of one pair, of `longest` pieces at most; what is too long ends early. Its one head is [CLS]."""
    first = _told(hypothesis, vocabulary, LONGEST_HYPOTHESIS)
    size = sum(len(numbers) for _, numbers, _ in first)
    second = _told(statement, vocabulary, longest - size - 3)
    pieces = [vocabulary.first]
    rows: list[tuple[int, ...]] = [(0,) * len(MARKS)]
    for side, (mine, other) in enumerate(((first, second), (second, first))):
        theirs = {word.casefold() for word, _, _ in other}
        stems = {stem(word) for word in theirs}
        for word, numbers, touching in mine:
            shared = _SHARED if word.casefold() in theirs else _FORM if stem(word) in stems else _ALONE
            pieces += numbers
            rows += [(case_of(word), 0, touching, side, shared)] * len(numbers)
        pieces.append(vocabulary.last)
        rows.append((0, 0, 0, side, 0))
    return Window((), tuple(pieces), (0,), tuple(rows))


def _told(text: str, vocabulary: Vocabulary, most: int) -> Sequence[tuple[str, tuple[int, ...], int]]:
    """(word, its pieces, whether it touches the word before) of a text, to `most` pieces."""
    return _cut(text[: 12 * max(0, most) + 64], vocabulary, most)


@lru_cache(maxsize=4_096)
def _cut(text: str, vocabulary: Vocabulary, most: int) -> _Told:
    found, size, last = [], 0, -1
    for start, end in words_of(text):
        numbers = vocabulary.of_word(text[start:end])
        size += len(numbers)
        if size > most:
            break
        if numbers:
            found.append((text[start:end], numbers, int(start == last)))
            last = end
    return tuple(found)
