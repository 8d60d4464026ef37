"""A case on disk, through the door that the rest of Sayso uses."""

from sayso.model.keeping import Asked
from sayso.store.opening import create, is_case, open_case

AT = "2031-05-01T08:00:00.000000+00:00"
QUESTION = Asked("Will the harbour of Ostrel close by 31 May 2031?")


def test_a_new_case_holds_its_question(place):
    """A case that was made is there, and says what is asked, also when opened again."""
    assert not is_case(place)
    with create(place, QUESTION, by="ada", at=AT) as case:
        assert case.asked() == QUESTION
    assert is_case(place)
    with open_case(place) as case:
        assert case.asked() == QUESTION
        assert [entry.ruling.verdict for entry in case.journal()] == ["ask"]
