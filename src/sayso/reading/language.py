"""The language of a text, told from its words; nothing is said about texts too short to tell."""

from __future__ import annotations

import re

_SAMPLE = 20_000  # code points looked at
_LETTERS = 40  # fewer letters tell nothing: names decide
#: Natural-log odds over English from which a text is called foreign. English titles, full of names and capitals,
#: reached 7 on 184 titles of news; two lines of German, Polish, Italian or Japanese have 35 and more.
_MARGIN = 20.0
#: Words that stand together in no other language, and a share of a text's words that they reach in English prose:
#: 97 of 100 articles of news have it, half of them 14 %. The rest is for the classifier, which takes 0.3 s to load.
_ENGLISH = ("the", "of", "and", "to", "that")
_SHARE = 0.09
_WORD = re.compile(r"[^\W\d_]+")


def tell_language(text: str, *, classify: bool = True) -> str | None:
    """The ISO 639 code of the language of `text`, None where it is too short or mixed to tell.

    Without `classify` English is told from its commonest words, and nothing else.

    py3langid (BSD), a naive Bayes classifier.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LETTERS:
        return None
    if _reads_like_english(sample):
        return "en"
    if not classify:
        return None
    from py3langid import rank  # noqa: PLC0415 - numpy and the model load only where a text is read

    scores = {str(language): float(score) for language, score in rank(sample)}
    first = max(scores, key=lambda language: scores[language])
    return first if first == "en" or scores[first] - scores.get("en", -1e9) >= _MARGIN else None


def _reads_like_english(sample: str) -> bool:
    """Whether the commonest words of English have their usual share, "the", "of" and "and" among them."""
    words = _WORD.findall(sample.lower())
    counts = [words.count(word) for word in _ENGLISH]
    return len(words) >= 40 and min(counts[:3]) > 0 and sum(counts) >= _SHARE * len(words)
