"""Rulings in the journal of a case: states, undo, anchors, orphans, and what is refused; on either store."""

import pytest
from tests.store.cases import ASKED, AT, SENTENCES, article, bring_up, fill, linked, page, ruling, statement_id

from sayso.errors import StoreError
from sayso.model.rulings import Anchor
from sayso.model.span import Span
from sayso.store.entries import FIRST, chain, chained
from sayso.store.opening import create

S0, S1, A0 = statement_id(0), statement_id(1), article(0).id


@pytest.fixture
def case(place):
    """A case with three articles, read and linked."""
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
        yield repository


@pytest.mark.parametrize(
    ("made", "state", "locked"),
    [
        (["accept"], "accepted", False),
        (["reject"], "rejected", False),
        (["accept", "reject"], "rejected", False),
        (["reject", "accept"], "accepted", False),
        (["certainty"], "edited", False),
        (["certainty", "accept"], "accepted", False),
        (["accept", "certainty"], "edited", False),
        (["reject", "certainty"], "rejected", False),
        (["lock"], "open", True),
        (["accept", "lock", "unlock"], "accepted", False),
        (["comment"], "open", False),
    ],
)
def test_rulings_make_the_state_at_once(case, made, state, locked):
    """The row of a statement says what people made of it at once, and after an update."""
    value = {"certainty": "0.2-0.5"}
    entries = case.rule([ruling(verdict, S0, value=value.get(verdict)) for verdict in made])
    for _ in range(2):
        line = case.line(S0)
        assert (line.state, line.locked, line.changed) == (state, locked, entries[-1].number)
        assert case.line(S1).state == "open"
        bring_up(case)


def test_every_state_is_reached_again_by_undo(case):
    """Undoing rulings one after the other leads back through each state; an undo can be undone."""
    verdicts = [("accept", None), ("certainty", "0.1-0.2"), ("lock", None), ("reject", None)]
    states, made = [case.line(S0)], []
    for verdict, value in verdicts:
        made += case.rule([ruling(verdict, S0, value=value)])
        states.append(case.line(S0))
    for entry, before in zip(reversed(made), reversed(states[:-1]), strict=True):
        (undone,) = case.rule([ruling("undo", entry.ruling.id)])
        assert (case.line(S0).state, case.line(S0).locked) == (before.state, before.locked)
    assert [entry.undone for entry in case.journal(about=S0)][:4] == [12, 11, 10, 9]
    case.rule([ruling("undo", undone.ruling.id)])
    assert case.line(S0).state == "accepted"
    assert case.journal(about=S0)[0].undone is None


def test_a_ruling_carries_the_words_it_is_about(case):
    """The anchor of a ruling is the article, the places and the words as they stand; an id is given."""
    (entry,) = case.rule([ruling("accept", S1)])
    assert entry.ruling.anchor == Anchor(
        article(1).id,
        (Span(0, 4), Span(5, 40)),
        "No d\ncision on the harbour has been made"[:4] + "\n" + SENTENCES[1][5:40],
    )
    assert entry.ruling.id.startswith("r-")
    assert case.journal(after=entry.number - 1) == (entry,)
    assert case.orphans() == ()


def test_a_ruling_on_what_is_read_but_not_yet_linked(case):
    """A statement of an article that no update knows yet can be ruled on."""
    one = page(5)
    case.add(one.article, one.article.text.encode(), by="ada", at=AT)
    case.add_reading(one, "rules", "1a2b3c4d", at=AT)
    (entry,) = case.rule([ruling("reject", statement_id(5))])
    assert entry.ruling.anchor is not None
    bring_up(case)
    assert case.line(statement_id(5)).state == "rejected"


def test_what_a_person_rejected_stays_in_the_lists(case):
    """A statement in an article's own voice that was rejected is still listed when nothing else speaks of it."""
    own = page(4)
    voice = own.statements[0]
    own = type(own)(own.article, own_voice=(voice,))
    case.add(own.article, own.article.text.encode(), by="ada", at=AT)
    case.add_reading(own, "rules", "1a2b3c4d", at=AT)
    case.rule([ruling("reject", voice.id)])
    found, answers = linked(*(page(number) for number in range(3)))
    case.keep(
        type(found)(found.question, found.as_of, found.hypotheses, (*found.pages, own)), answers, number=6, at=AT,
        seconds=0.1, effects={}, parts={},
    )  # fmt: skip
    assert case.line(voice.id).state == "rejected"


def test_the_journal_is_chained(case):
    """The hash beside an entry is that of the entry before and its own content."""
    case.rule([ruling("accept", S0), ruling("merge", "source-1+source-2"), ruling("date", A0, value="2031-04-04")])
    before = FIRST
    for number, link in enumerate(chain(case.database), start=1):
        assert link.entry.number == number
        before = chained(before, number, link.fields)
        assert link.told == before


def test_the_journal_tells_what_is_about_one_thing(case):
    """Entries are found by statement, by pair whatever its order, and by article, undos with what they undo."""
    case.rule([ruling("split", "source-2+source-1", why="not he"), ruling("stance", f"{S0}@h1", value="deny 0.4")])
    (entry,) = case.journal(about="source-1+source-2")
    case.rule([ruling("undo", entry.ruling.id)])
    assert [one.ruling.verdict for one in case.journal(about="source-1+source-2")] == ["split", "undo"]
    assert [one.ruling.verdict for one in case.journal(about=S0)] == ["stance"]
    assert [one.ruling.verdict for one in case.journal(about=A0)] == ["add"]
    assert [one.number for one in case.journal(after=2, limit=2)] == [3, 4]


REFUSED = [
    ("accept", "s-ffffffffffff", None, "names no statement of this case; give the id as the lists show it"),
    ("span", S0, "9-4", 'gives "9-4", not places'),
    ("span", S0, "0-900", "the text has 55 characters"),
    ("span", S0, "3-4", "marks white space only; mark some words"),
    ("source", S0, " ", "not a name"),
    ("certainty", S0, "0.9-0.2", 'gives "0.9-0.2", not low and high'),
    ("stance", f"{S0}@h1", "perhaps 0.5", "not a lean"),
    ("stance", S0, "support 0.5", "names no hypothesis"),
    ("date", "a-ffffffffffff", "2031-04-04", "names no article"),
    ("date", A0, "4 April", "give YYYY-MM-DD"),
    ("adopt", A0, "learned-ffffff", "give one that the article has"),
    ("merge", "source-1", None, "give two different ids"),
    ("outcome", "h1", "perhaps", "give yes DAY, no DAY or open"),
    ("ask", "question", "{", "holds no question"),
    ("undo", "r-ffffffffffff", None, "names no ruling of this case"),
    ("comment", S0, None, "has no words"),
    ("accept", S0, "a\0b", "has a character that cannot be kept"),
]


@pytest.mark.parametrize(("verdict", "target", "value", "told"), REFUSED)
def test_a_ruling_that_cannot_be_is_refused_with_the_remedy(case, verdict, target, value, told):
    """Nothing of a batch is journaled where one ruling of it names nothing or says nothing; the message helps."""
    why = "" if verdict == "comment" else "so"
    with pytest.raises(StoreError) as refused:
        case.rule([ruling("accept", S1), ruling(verdict, target, value=value, why=why)])
    assert told in str(refused.value)
    assert case.place.rpartition("#")[2].rpartition("/")[2] in str(refused.value)
    assert case.stand().number == 4
    assert case.line(S1).state == "open"


def test_what_is_undone_is_not_undone_again(case):
    """A second undo names the first; the question itself cannot be undone."""
    (entry,) = case.rule([ruling("accept", S0)])
    case.rule([ruling("undo", entry.ruling.id, by="bo")])
    with pytest.raises(StoreError, match=r"was undone already by bo \(entry 6\)"):
        case.rule([ruling("undo", entry.ruling.id)])
    with pytest.raises(StoreError, match="ask another one instead"):
        case.rule([ruling("undo", case.journal()[0].ruling.id)])
