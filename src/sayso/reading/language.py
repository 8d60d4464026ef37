"""The language of a text, told from its words; nothing is said about texts too short to tell."""

from __future__ import annotations

_SAMPLE = 20_000  # code points looked at
_LETTERS = 120  # fewer letters (a title alone) tell nothing: names decide
_MARGIN = 2.2  # natural-log odds against the runner-up, 9 to 1; under it the language is left open


def tell_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, None where it is too short or mixed to tell.

    py3langid (BSD), a naive Bayes classifier over 97 languages.
    """
    sample = text[:_SAMPLE]
    if sum(char.isalpha() for char in sample) < _LETTERS:
        return None
    from py3langid import rank  # noqa: PLC0415 - numpy and the model load only where a text is read

    (first, high), (_, low) = rank(sample)[:2]
    return str(first) if high - low >= _MARGIN else None
