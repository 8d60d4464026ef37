"""Laws 3, 5 and 7 on any text: every place slices exactly, ids come from content, odd text stops nothing."""

import json
import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.span import Span, content_id
from sayso.showing.records import page_record
from sayso.showing.schemas import schema

BRAIN = pipeline.load_brain()
PIECES = [
    "The mayor, Ada Lind, said on Tuesday that up to 40 boats may leave by 3 May.",
    '"We have not decided," she told the Quay Gazette. "Not yet."',
    "“There are no talks,” the ministry’s spokesman Per Aston said, “at the moment.”",
    "According to a report by the Tarn Institute, which cites bloggers, the port will close.",
    "The Kestrel didn't rule it out.",
    "Analysts believe another closure is unlikely\n",
    "said said said that that",
    "— X, minister",
    "From Lind: “no”",
    "«Нет», сказал министр.",
    "部長は「未定」と述べた。",
    "👩‍👩‍👧 said 👍🏽",
    "e\u0301\u200b\u202enoitazilibom\u202c",
    "\r\n",
    "\n\n",
    "\t",
    "30 February",
    "It cost 5\u00a0million crowns, some hundreds\u2009of\u202fthousands, Per\u00a0Aston said on 3\u00a0May.",
    "# A heading\n\n> quoted",
    "9" * 400,
    "'",
    '"',
    "“",
    "”",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=12).map(" ".join)


def article_of(text: str) -> Article:
    """A nameless article with this text."""
    return Article(content_id("a", text), "x.txt", text, "0" * 64)


def places(page: Page):
    """Every span on the page, with the quote it claims where it claims one."""
    yield from ((mention.span, mention.text) for mention in page.times)
    yield from ((amount.span, amount.text) for amount in page.amounts)
    for statement in (*page.statements, *page.own_voice):
        for hop in statement.chain:
            yield from [(hop.source.span, hop.source.text)] if hop.source.span else []
            yield from [(hop.cue.span, hop.cue.text)] if hop.cue.span else []
        for span in (*statement.content, *statement.commitment.words):
            yield span, None
    for source in page.sources:
        for ref in (*source.mentions, *(role.ref for role in source.roles)):
            assert ref.article == page.article.id
            yield ref.span, None
    for block in page.blocks:
        yield block.span, None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("")
@example("\ud800 said that")
def test_every_place_slices(text):
    """Whatever the text, each span lies in it, each quote is its slice, and blocks do not overlap."""
    page = annotate(article_of(text), BRAIN.tagger)
    for span, quote in places(page):
        assert span.end <= len(text)
        assert quote is None or span.of(text) == quote
    ends = [Span(0, 1)] if not page.blocks else [block.span for block in page.blocks]
    assert all(left.end <= right.start for left, right in pairwise(ends))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_records_follow_the_schema(text):
    """Whatever the text, the printed record follows the schema and survives a round through JSON."""
    record = page_record(pipeline.page_of(article_of(text), BRAIN), own_voice=True)
    assert json.loads(json.dumps(record)) == record
    Draft202012Validator(schema("read")).validate(record)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_ids_come_from_content(text):
    """The same article gives the same page twice, every id is used once, and every id that is named is there."""
    page = annotate(article_of(text), BRAIN.tagger)
    assert page == annotate(article_of(text), BRAIN.tagger)
    sources = {source.id for source in page.sources}
    ids = [statement.id for statement in (*page.statements, *page.own_voice)]
    ids += [*sources, *(mention.id for mention in page.times), *(amount.id for amount in page.amounts)]
    assert len(ids) == len(set(ids))
    assert len(sources) == len(page.sources)
    for statement in page.statements:
        assert statement.chain
        assert {hop.source.id for hop in statement.chain} <= sources
        assert set(statement.times) <= {mention.id for mention in page.times}
        assert set(statement.amounts) <= {amount.id for amount in page.amounts}
        assert statement.parent is None or statement.parent in ids


HOSTILE = {
    "one word": lambda n: "said " * n,
    "one letter": lambda n: "a" * (5 * n),
    "opening quotation marks": lambda n: "“" * n,
    "quotations": lambda n: '"no" ' * n,
    "commas": lambda n: "he said, " * n,
    "numbers": lambda n: "1,000 " * n,
    "months": lambda n: "May March " * (n // 2),
    "emoji": lambda n: "👍🏽 " * n,
    "attributions": lambda n: "Ada Lind said that it would rain. " * (n // 6),
    "that": lambda n: "Ada said that " * (n // 3),
    "newlines": lambda n: "said\n\n" * n,
    "capitals": lambda n: "Ada Lind " * (n // 2),
    "according": lambda n: "according to Ada, " * (n // 3),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_length(kind):
    """Four times the hostile text takes at most about four times the time (eight with the noise of a machine)."""
    make = HOSTILE[kind]
    short, long = (article_of(make(n)) for n in (5_000, 20_000))
    spent = [seconds(short), seconds(long)]
    assert spent[1] < max(1.0, 8 * spent[0]), spent


def seconds(article: Article) -> float:
    """CPU seconds to annotate."""
    began = time.process_time()
    annotate(article, BRAIN.tagger)
    return time.process_time() - began


def test_one_odd_article_never_stops_a_case():
    """Law 7: a case with an empty-looking, a foreign and a garbled article still answers from the sound one."""
    texts = ["\u200b \n", "Нет. Да.", "\x07\x1b[31m ]]>", "The port will close, Ada Lind said on 3 May 2031."]
    case, answers = pipeline.build(
        [article_of(text) for text in texts], pipeline.Question("Will the port close by 5 May 2031?"), BRAIN
    )
    assert len(case.pages) == len(texts)
    assert any(reason.kind == "origin" for reason in answers.answers[0].reasons)
