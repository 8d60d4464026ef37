"""Language of a text: the quick way for English agrees with the classifier and never stands in its way."""

from __future__ import annotations

import sys

from sayso.reading.language import tell_language

ENGLISH = (
    "The harbour board said on Tuesday that the eastern quay of the town would close for a week, and that the "
    "ferries to the island would leave from the north side. The works are part of a plan that the council agreed "
    "to in March, and the board hopes to have the quay open to the public again by the end of the month."
)
DUTCH = (
    "Het havenbestuur zei dinsdag dat de oostelijke kade van de stad een week dicht gaat en dat de veerboten naar "
    "het eiland van de noordkant vertrekken. De werken horen bij een plan waarmee de raad heeft ingestemd, "
    "en het bestuur hoopt dat de kade eind van de maand weer open is voor het publiek."
)


def test_english_prose_is_told_without_the_classifier(monkeypatch):
    """The common words of English are enough; half a second of loading is saved."""
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert tell_language(ENGLISH) == "en"


def test_other_languages_are_left_to_the_classifier():
    """A Dutch text is Dutch, and so is one that quotes a line of English."""
    assert tell_language(DUTCH) == "nl"
    assert tell_language(DUTCH * 3 + "The best of the best and the rest.") == "nl"
