"""Articles, their bytes and readings in a case: only ever added to; on either store."""

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.cases import ASKED, AT, article, bring_up, fill, later, page, ruling

from sayso.errors import StoreError
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.store.opening import create

A0 = article(0).id


@pytest.fixture
def case(place):
    """A case with three articles, read and linked."""
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
        yield repository


#: All characters but halves of one.
WHOLE = st.characters(codec="utf-8")


def text_of(text: str) -> Article:
    """An article of that text, with the same text in its other fields."""
    raw = text.encode()
    told = text[:20] or None
    digest = hashlib.sha256(raw).hexdigest()
    return Article(f"a-{digest[:12]}", f"in/{text[:9]}", text, digest,
                   outlet=told, title=told, byline=told)  # fmt: skip


def test_the_same_article_twice_is_one(case):
    """Adding an article again changes nothing and says so."""
    before = case.stand()
    assert case.add(article(0), article(0).text.encode(), by="bo", at=later(80)) is False
    assert case.stand() == before


def test_an_article_left_out_is_taken_back(case):
    """Who is left out belongs no more, is still listed, and belongs again when added once more or undone."""
    (entry,) = case.rule([ruling("leave", A0)])
    assert [one.id for one in case.articles() if one.left] == [A0]
    assert A0 not in [one.article.id for one in case.pages()]
    case.rule([ruling("undo", entry.ruling.id)])
    assert not any(one.left for one in case.articles())
    case.rule([ruling("leave", A0)])
    assert case.add(article(0), article(0).text.encode(), by="bo", at=later(80)) is True
    assert [one.article.id for one in case.pages()] == [article(number).id for number in range(3)]


def test_articles_are_listed_with_what_is_known(case):
    """The list has outlet, days, digest, the reading that counts, and how many statements were found."""
    first, _, last = case.articles()
    assert (first.outlet, first.title, first.earliest, first.latest) == (
        "Quay Post", "Harbour 0", "2031-04-02", "2031-04-02",
    )  # fmt: skip
    assert (first.raw_digest, first.added, first.reading) == (article(0).raw_digest, later(0), "rules-1a2b3c")
    assert (first.statements, last.earliest, last.latest) == (1, None, None)


def test_bytes_that_are_not_the_articles_are_refused(case):
    """An article whose bytes changed while it was read is not added."""
    with pytest.raises(StoreError, match="changed while it was read; add it again"):
        case.add(article(7), b"other bytes", by="ada", at=AT)
    assert len(case.articles()) == 3


def test_the_first_reading_counts_until_another_is_adopted(case):
    """A later reading is kept beside the first and counts after an "adopt" ruling, which can be undone."""
    other = Page(article(0), ())
    name = case.add_reading(other, "learned", "abcdef99", at=later(60))
    assert name == "learned-abcdef"
    assert case.readings(A0) == ("rules-1a2b3c", name)
    assert case.page(A0) == page(0)
    assert case.page(A0, name) == other
    (entry,) = case.rule([ruling("adopt", A0, value=name)])
    assert case.page(A0) == other
    case.rule([ruling("undo", entry.ruling.id)])
    assert case.page(A0) == page(0)


def test_the_same_model_reads_an_article_once(case):
    """A reading by the same model and version is there already; two digests that begin alike get two names."""
    assert case.add_reading(page(0), "rules", "1a2b3c4d", at=later(60)) == "rules-1a2b3c"
    assert case.add_reading(page(0), "rules", "1a2b3c5e", at=later(60)) == "rules-1a2b3c5e"
    assert case.readings(A0) == ("rules-1a2b3c", "rules-1a2b3c5e")


def test_unread_articles_are_told(case):
    """An article without a reading is unread, and is passed over in the pages, until it is left out."""
    case.add(article(3), article(3).text.encode(), by="ada", at=AT)
    assert case.unread() == (article(3),)
    assert len(tuple(case.pages())) == 3
    case.rule([ruling("leave", article(3).id)])
    assert case.unread() == ()
    with pytest.raises(StoreError, match="has no reading"):
        case.page(article(3).id)


def test_strangers_are_named(case):
    """Asking for what the case does not have names it."""
    for ask in (case.article, case.raw, case.page, case.readings):
        with pytest.raises(StoreError, match="has no article a-ffffffffffff"):
            ask("a-ffffffffffff")
    with pytest.raises(StoreError, match="has no reading 'none'"):
        case.page(A0, "none")


def test_half_a_character_is_refused(case):
    """A text that cannot be written as UTF-8 is refused by name and leaves nothing behind."""
    text = "half \ud800 of it"
    raw = b"half"
    one = Article("a-1", "odd.txt", text, hashlib.sha256(raw).hexdigest())
    with pytest.raises(StoreError, match="half a character"):
        case.add(one, raw, by="ada", at=AT)
    assert len(case.articles()) == 3


@pytest.mark.parametrize("table", ["articles", "raws", "readings", "journal"])
@pytest.mark.parametrize("sql", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_the_store_itself_refuses_to_change_evidence(case, table, sql):
    """Rows of evidence and journal can be neither changed nor deleted, whoever tries."""
    column = {"articles": "text", "raws": "sha256", "readings": "name", "journal": "why"}[table]
    with pytest.raises(StoreError), case.database.transaction():
        case.database.execute(sql.format(table, column, column))
    bring_up(case)
    assert case.page(A0) == page(0)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(WHOLE, max_size=200))
def test_any_text_comes_back_as_it_was(case, text):
    """Every text, also with NUL and control characters, is the same when read back."""
    one = text_of(text)
    case.add(one, text.encode(), by="ada", at=AT)
    assert case.article(one.id) == one
    assert case.raw(one.id) == text.encode()
    assert one.id in {item.id for item in case.articles()}
