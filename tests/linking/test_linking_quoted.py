"""One quotation in two articles was spoken once."""

from __future__ import annotations

from datetime import date

from sayso.annotating.annotate import annotate
from sayso.brain.entailer import RuleEntailer
from sayso.brain.rules import RuleTagger
from sayso.linking.link import link
from sayso.model.article import Article
from sayso.model.case import Case
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval

TAGGER, ENTAILER = RuleTagger(), RuleEntailer()
NAMED = 'Velmora waits\n\n"I stayed in 1994 and I stay now," Abel Finch, a beekeeper, told the Gull on Friday.\n'
NAMELESS = 'The valley empties\n\n"I stayed in 1994 and I stay now," a neighbour said at the harbour.\n'
ANOTHER = 'Others stay, too\n\n"I stayed in 1994 and I stay now," Oskar Lind said at the harbour on Monday.\n'


def _case(*articles: tuple[str, str]) -> Case:
    pages = []
    for number, (outlet, text) in enumerate(articles):
        day = date(2024, 5, 3 + number)
        article = Article(
            content_id("a", text, outlet), f"{outlet}.txt", text, content_id("raw", text), outlet, language="en",
            published=Dating(Interval(day, day), "given"),
        )  # fmt: skip
        pages.append(annotate(article, TAGGER))
    asked = annotate(Article("q", "--ask", "Will Velmora close its harbour by 30 June 2024?", "q"), TAGGER)
    return link(pages, asked, entailer=ENTAILER)


def _widest(case: Case) -> int:
    return max(len(origin.articles) for origin in case.origins)


def test_a_nameless_speaker_of_the_same_words_is_the_named_one():
    """What a neighbour says word for word in one article and a man with a name in another was said once."""
    case = _case(("The Gull", NAMED), ("The Tern", NAMELESS))
    assert _widest(case) == 2
    ties = [tie for origin in case.origins for tie in origin.ties if "the same quotation" in tie.why]
    assert {ref.article for tie in ties for ref in tie.refs} == {page.article.id for page in case.pages}


def test_words_of_two_named_persons_join_nobody():
    """A sentence that two persons with names say is a saying, and tells nothing of a third who says it."""
    assert _widest(_case(("The Gull", NAMED), ("The Tern", NAMELESS), ("The Kelp", ANOTHER))) == 1
