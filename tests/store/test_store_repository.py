"""A case on disk, through the door that the rest of Sayso uses; on either store."""

import msgspec
import pytest
from tests.store.cases import (
    ASKED,
    AT,
    article,
    bring_up,
    fill,
    later,
    linked,
    page,
    ruling,
    state_of,
    statement_id,
)

from sayso.errors import ConflictError, StoreError
from sayso.model.keeping import Asked
from sayso.store.opening import create, is_case, open_case


@pytest.fixture
def case(place):
    """A case with three articles, read and linked."""
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
        yield repository


def test_a_new_case_holds_its_question(place):
    """A case that was made is there, and says what is asked, also when opened again."""
    assert not is_case(place)
    with create(place, ASKED, by="ada", at=AT) as repository:
        assert repository.asked() == ASKED
    assert is_case(place)
    with open_case(place) as repository:
        assert repository.asked() == ASKED
        assert [entry.ruling.verdict for entry in repository.journal()] == ["ask"]


def test_a_case_is_never_made_over_another(place):
    """Where there is a case already it stays as it is."""
    create(place, ASKED, by="ada", at=AT).close()
    with pytest.raises(StoreError, match="there is a case already; give another name"):
        create(place, Asked("Another one?"), by="bo", at=AT)
    with open_case(place) as repository:
        assert repository.asked() == ASKED


def test_the_question_can_be_asked_anew_and_that_undone(case):
    """The last question stands; undoing it brings the one before back."""
    anew = Asked("Will the harbour of Ostrel close by 30 June 2031?", as_of="2031-05-02")
    (entry,) = case.rule([ruling("ask", "question", value=msgspec.json.encode(anew).decode())])
    assert case.asked() == anew
    case.rule([ruling("undo", entry.ruling.id)])
    assert case.asked() == ASKED


def test_what_was_kept_comes_back_the_same(case):
    """Articles, bytes, pages, case and answers are what was given, also after the case was opened anew."""
    with open_case(case.place, writing=False) as again:
        for number in range(3):
            one = article(number)
            assert again.article(one.id) == one
            assert again.raw(one.id) == one.text.encode()
            assert again.page(one.id) == page(number)
        assert tuple(again.pages()) == tuple(page(number) for number in range(3))
        assert again.derived() == linked(*(page(number) for number in range(3)))


def test_stand_tells_what_the_answer_does_not_know(case):
    """How far a case is counts rulings and articles since the last update; a comment is not behind."""
    before = case.stand()
    assert (before.articles, before.statements, before.reviewed, before.behind) == (3, 3, 0, 0)
    assert (before.number, before.updated, before.seconds, before.unread) == (4, later(59), 0.5, 0)
    case.rule([ruling("accept", statement_id(0)), ruling("comment", statement_id(1), why="who is this?")])
    case.add(article(3), article(3).text.encode(), by="bo", at=later(95))
    stand = case.stand()
    assert (stand.number, stand.behind, stand.reviewed, stand.unread, stand.articles) == (7, 2, 1, 1, 4)
    bring_up(case)
    assert case.stand().behind == 0


def test_two_people_on_the_same_statement_conflict(case):
    """Who has not seen the other's ruling is told of it by name, and nothing is written."""
    with open_case(case.place) as other:
        other.rule([ruling("reject", statement_id(0), by="bo", why="a joke")], seen=4)
    with pytest.raises(ConflictError, match=r"bo ruled on the same in the meantime \(reject, entry 5") as told:
        case.rule([ruling("accept", statement_id(1)), ruling("accept", statement_id(0))], seen=4)
    assert told.value.number == 5
    assert case.stand().number == 5
    assert state_of(case, statement_id(0)) == "rejected"
    case.rule([ruling("accept", statement_id(0))], seen=5)
    assert state_of(case, statement_id(0)) == "accepted"


def test_a_comment_is_no_conflict(case):
    """Comments neither raise a conflict nor are held up by one."""
    case.rule([ruling("comment", statement_id(0), by="bo", why="who says so?")])
    case.rule([ruling("accept", statement_id(0))], seen=4)
    case.rule([ruling("comment", statement_id(0), by="bo", why="fine")], seen=4)


def test_an_undo_conflicts_with_rulings_on_what_it_takes_back(case):
    """An undo is about the statement of the ruling that it undoes."""
    (made,) = case.rule([ruling("accept", statement_id(0))])
    case.rule([ruling("certainty", statement_id(0), by="bo", value="0.2-0.4")])
    with pytest.raises(ConflictError, match=r"certainty 0\.2-0\.4, entry 6"):
        case.rule([ruling("undo", made.ruling.id)], seen=5)


def test_memos_are_kept_by_kind(case):
    """What was computed is remembered under its kind, the last value of a key."""
    case.remember("judgement", {"k1": "0.5", "k2": "0.1"})
    case.remember("judgement", {"k2": "0.2"})
    case.remember("other", {"k1": "x"})
    assert case.memo("judgement") == {"k1": "0.5", "k2": "0.2"}
    assert case.memo("nothing") == {}


def test_readers_see_one_state_while_another_writes(case):
    """An open reader is not held up by a writer, and sees what is acknowledged."""
    with open_case(case.place, writing=False) as reader:
        with case.database.transaction():
            case.database.execute("UPDATE statements SET state = 'accepted' WHERE id = ?", (statement_id(0),))
            assert state_of(reader, statement_id(0)) == "open"
        assert state_of(reader, statement_id(0)) == "accepted"


def test_a_reader_cannot_write(case):
    """A case opened for reading refuses to be written to, with the remedy."""
    with open_case(case.place, writing=False) as reader, pytest.raises(StoreError):
        reader.rule([ruling("accept", statement_id(0))])
    assert state_of(case, statement_id(0)) == "open"
