"""Laws of origins on generated cases: copies and relays add none, order and parts change nothing, joins say why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from evals.origins import generator
from evals.origins.cases import KnownCase, load
from evals.origins.matching import Found, matched
from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.linking.fingerprints import indexed, merged
from sayso.linking.link import link
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.origins import Origin
from sayso.model.rulings import Ruling
from sayso.model.span import Ref, content_id, cover
from sayso.model.times import Dating, Interval

BRAIN = pipeline.load_brain("rules")
ASKED = "Will Velmora close its harbour by 30 June 2031?"
#: Few enough that articles read for one law are there for the next.
SEEDS = st.integers(1, 12)
LAW = settings(max_examples=14, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
#: Laws that do not hold yet, with the reason; the mark goes when they do.
OPEN = {
    "edited": "a pronoun whose speaker stood in a lost paragraph is taken for a month or a place",
    "reword": "one article more makes each word a little rarer, and a retelling is told by how rare its words are",
    "via": "who “is quoted as saying” something is not always found",
    "back": "a translation there and back that names the source oddly is not followed",
    "inflated": "a pronoun is taken for the town that stands before it",
    "quote": "one article more makes each word a little rarer, and a retelling is told by how rare its words are",
    "unnamed": "a rewording without a name is joined only where words are the same",
    "wrong day": "a day told wrongly may make an origin of its own",
    "put off": "one relay more takes a speaker and the office apart",
    "hardened": "one relay more takes a speaker and the office apart",
}


def law(kind: str, *given: str):
    """The case of a law, marked where it does not hold yet; `given` where it is not named as its kind."""
    mark = pytest.mark.xfail(raises=AssertionError, reason=OPEN.get(kind, ""))
    return pytest.param(*(given or (kind,)), marks=[mark] if kind in OPEN else [])


RELAYS = [law(kind) for kind in generator.RELAYS if kind not in {"copy", "cut", "edited"}]


@cache
def page(article: Article) -> Page:
    """An article annotated, once for all laws."""
    return annotate(article, BRAIN.tagger, BRAIN.gauge)


@cache
def asked(question: str) -> Page:
    """A question annotated."""
    return annotate(Article("q", "--ask", question, "0" * 64), BRAIN.tagger)


def built(articles: Iterable[Article], question: str, rulings: Sequence[Ruling] = ()) -> Case:
    """The case of articles."""
    return link([page(one) for one in articles], asked(question), entailer=BRAIN.entailer, rulings=rulings)


@cache
def made(seed: int, articles: int = 7, adding: tuple[str, ...] = ()) -> tuple[KnownCase, Case]:
    """A generated case, as it is known and as it was built."""
    known = load(generator.make(seed, articles, adding=adding), f"law-{seed}")
    return known, built(known.articles.values(), known.question)


def written(text: str, outlet: str | None, day: str | None) -> Article:
    """An article of its own."""
    dating = Dating(Interval(date.fromisoformat(day), date.fromisoformat(day)), "given") if day else None
    ident = content_id("a", outlet, day, text)
    title = text.splitlines()[0] if text else None
    return Article(ident, f"{outlet}.txt", text, "0" * 64, outlet, title, language="en", published=dating)


def parts(case: Case) -> set[frozenset[str]]:
    """Which statements have one origin, whatever the origins are called."""
    return {frozenset(origin.statements) for origin in case.origins}


# ---- what is added adds nothing


@pytest.mark.parametrize("kind", [law("copy"), law("cut"), law("edited")])
@LAW
@given(seed=SEEDS)
def test_a_copy_changes_no_count(kind: str, seed: int) -> None:
    """An article more that prints another again, whole, cut or edited, leaves exactly as many origins."""
    _, before = made(seed)
    _, after = made(seed, adding=(f"{kind} of 01",))
    assert len(after.pages) == len(before.pages) + 1
    assert len(after.origins) == len(before.origins)


@pytest.mark.parametrize("kind", RELAYS)
@LAW
@given(seed=SEEDS)
def test_a_relay_adds_no_origin(kind: str, seed: int) -> None:
    """An article more that only relays another is the ground of no origin, and there are no more than before."""
    _, before = made(seed)
    known, after = made(seed, adding=(f"{kind} of 01",))
    new = list(known.articles.values())[-1].id
    assert new not in {origin.first for origin in after.origins}
    assert len(after.origins) <= len(before.origins)


@LAW
@given(seed=SEEDS, days=st.integers(0, 20), outlet=st.sampled_from(["", "The Second Post"]))
def test_an_identical_text_on_another_day_adds_no_origin(seed: int, days: int, outlet: str) -> None:
    """The same text again, that day or later, by the same outlet or another, is no origin more and never first."""
    known, before = made(seed)
    text = known.articles["01"].text
    day = _day(known.articles["01"])
    again = written(text, outlet or known.articles["01"].outlet, str(day + timedelta(days)))
    after = built([*known.articles.values(), again], known.question)
    assert len(after.origins) == len(before.origins)
    assert days == 0 or again.id not in {origin.first for origin in after.origins}


def _day(article: Article) -> date:
    assert article.published
    assert article.published.interval.earliest
    return article.published.interval.earliest


# ---- order and parts


@LAW
@given(seed=SEEDS, random=st.randoms(use_true_random=False))
def test_order_changes_nothing(seed: int, random) -> None:
    """The articles in any order give the same case, record by record."""
    known, case = made(seed)
    shuffled = list(known.articles.values())
    random.shuffle(shuffled)
    assert built(shuffled, known.question) == case


@LAW
@given(seed=SEEDS, cut=st.integers(0, 10), random=st.randoms(use_true_random=False))
def test_two_halves_indexed_and_merged_are_the_whole(seed: int, cut: int, random) -> None:
    """A corpus in two parts, each indexed for itself, merged in either order, has the index of the whole."""
    known, _ = made(seed)
    listed = list(known.articles.values())
    whole = indexed(listed)
    random.shuffle(listed)
    left, right = indexed(listed[:cut]), indexed(listed[cut:])
    assert merged(left, right) == merged(right, left) == merged(whole, left) == whole


# ---- people outrank models


@LAW
@given(seed=SEEDS, at=st.integers(0, 50))
def test_a_split_is_kept(seed: int, at: int) -> None:
    """Two statements that a person has split are in two origins, whatever joined them."""
    known, case = made(seed)
    several = [origin for origin in case.origins if len(origin.statements) > 1]
    origin = several[at % len(several)]
    left, right = origin.statements[0], origin.statements[1 + at % (len(origin.statements) - 1)]
    after = built(known.articles.values(), known.question, [_ruling(left, right, "split")])
    assert _home(after, left) != _home(after, right)
    assert {item for part in parts(after) for item in part} == {item for part in parts(case) for item in part}


@LAW
@given(seed=SEEDS, one=st.integers(0, 50), two=st.integers(0, 50))
def test_a_join_is_kept(seed: int, one: int, two: int) -> None:
    """Two statements that a person has joined have one origin, which says who did it and why."""
    known, case = made(seed)
    left = case.origins[one % len(case.origins)].statements[0]
    right = case.origins[two % len(case.origins)].statements[-1]
    if _home(case, left) == _home(case, right):
        return
    after = built(known.articles.values(), known.question, [_ruling(left, right, "merge")])
    home = _home(after, left)
    assert home == _home(after, right)
    assert any(tie.key == "ruling" and "desk: I asked" in tie.why for tie in home.ties)


def _ruling(left: str, right: str, verdict) -> Ruling:
    return Ruling(f"{left}+{right}", verdict, "desk", "2031-06-01T10:00", "I asked")


def _home(case: Case, statement: str) -> Origin:
    return next(origin for origin in case.origins if statement in origin.statements)


# ---- every join shows why


@LAW
@given(seed=SEEDS)
def test_ties_connect_an_origin(seed: int) -> None:
    """The ties of an origin are between its statements, and lead from each of them to each other one."""
    for origin in made(seed, 12)[1].origins:
        beside: dict[str, set[str]] = defaultdict(set)
        for tie in origin.ties:
            assert {tie.left, tie.right} <= set(origin.statements)
            beside[tie.left].add(tie.right)
            beside[tie.right].add(tie.left)
        reached, left = set[str](), [origin.statements[0]]
        while left:
            step = left.pop()
            if step not in reached:
                reached.add(step)
                left += beside[step]
        assert reached == set(origin.statements)


@LAW
@given(seed=SEEDS)
def test_every_tie_says_why_and_where(seed: int) -> None:
    """A tie has a ground in words, and a place in the sentence of each of its two statements."""
    _, case = made(seed, 12)
    texts = {one.article.id: one.article.text for one in case.pages}
    where = {s.id: _reach(s, texts[s.article]) for one in case.pages for s in (*one.statements, *one.own_voice)}
    for origin in case.origins:
        for tie in origin.ties:
            assert tie.why.strip()
            assert 0 < tie.score <= 2
            for end in (tie.left, tie.right):
                assert any(
                    ref.article == where[end].article and ref.span.overlaps(where[end].span) for ref in tie.refs
                )


def _reach(statement, text: str) -> Ref:
    """The paragraphs that a statement stands in, with the words that attribute it."""
    spans = [*statement.content]
    spans += [part.span for hop in statement.chain for part in (hop.source, hop.cue) if part.span]
    whole = cover(spans)
    start, stop = text.rfind("\n", 0, whole.start) + 1, text.find("\n", whole.end)
    return Ref(statement.article, cover([*spans, whole.__class__(start, stop if stop > 0 else len(text))]))


@LAW
@given(seed=SEEDS)
def test_the_records_of_origins_name_what_is_there(seed: int) -> None:
    """Sources, first articles, melts and drifts name things of the case; shares of reporting sum to one."""
    _, case = made(seed, 12)
    articles = {one.article.id for one in case.pages}
    statements = {s.id for one in case.pages for s in (*one.statements, *one.own_voice)}
    origins = {origin.id for origin in case.origins}
    for origin in case.origins:
        assert origin.first in articles
        assert origin.retracted is None or origin.retracted in articles
    assert len(origins) == len(case.origins)
    for melt in case.melts:
        assert melt.statement in statements
        assert set(melt.origins) <= origins
    for drift in case.drifts:
        assert {drift.left, drift.right} <= statements
        assert drift.origin in origins
        assert drift.before != drift.after
    for report in case.reporting:
        assert report.article in articles
        assert report.own + report.relayed + report.copied == pytest.approx(1)


@LAW
@given(seed=SEEDS)
def test_the_source_of_an_origin_is_one_of_the_case(seed: int) -> None:
    """An origin's source is none, or one that the case lists."""
    _, case = made(seed, 12)
    assert {origin.source for origin in case.origins} <= {None, *(source.id for source in case.sources)}


# ---- what everybody shares joins nothing


SHARED = (
    "© All rights reserved. This text may not be published, broadcast or rewritten without our permission.",
    "Where there is smoke, there is fire.",
    '"I swear to serve the people, to keep the law and to do my duty without fear," the new members said.',
    "The council could not immediately be reached for comment.",
    "About the Tidal Trust: the Tidal Trust, founded in 1961, is a charity that looks after harbours.",
)


@pytest.mark.parametrize("line", SHARED)
@LAW
@given(seed=SEEDS)
def test_what_everybody_shares_joins_nothing(line: str, seed: int) -> None:
    """A line under every article (a notice, a proverb, an oath) brings no two origins together that were apart."""
    known, before = made(seed)
    longer = [
        Article(
            one.id, one.path, f"{one.text}\n{line}\n", one.raw_digest, one.outlet, one.title, language="en",
            published=one.published,
        )
        for one in known.articles.values()
    ]  # fmt: skip
    after = built(longer, known.question)
    with_line = KnownCase(
        known.question, dict(zip(known.articles, longer, strict=True)), known.marks, known.origins, ()
    )
    assert _wrong(matched(with_line, after)) <= _wrong(matched(known, before))


def _wrong(one: Found) -> set[tuple[int, int]]:
    """The pairs of marks of two known origins that were found to have one."""
    marks = one.known.marks
    return {
        (left, right)
        for left, right in combinations(one.single, 2)
        if one.origin(left) is one.origin(right) and marks[left].origins != marks[right].origins
    }


def test_unrelated_articles_under_one_notice_stay_apart() -> None:
    """Seven outlets that report seven things and share a long notice have as many origins as without it."""
    notice = " ".join(f"Our rule number {n} forbids the use of this page for purpose {n * 7}." for n in range(12))
    told = [
        ("Tarn Osk", "the mill will burn peat"), ("Ina Brell", "the school needs nine teachers"),
        ("Odo Venn", "the bridge carries 40 tonnes"), ("Lise Harrow", "the vote was fair"),
        ("Kem Ardal", "the wells are dry"), ("Pia Sund", "the herd has fled"), ("Rul Toth", "the tax falls in May"),
    ]  # fmt: skip
    for tail in ("", f"\n\n{notice}"):
        articles = [
            written(
                f"{name} speaks\n\nOn Monday {name} said that {what}.{tail}\n", f"Post {n}", f"2031-05-0{n + 1}"
            )
            for n, (name, what) in enumerate(told)
        ]
        case = built(articles, ASKED)
        held = [origin for origin in case.origins if len(origin.articles) > 1]
        assert not held
        assert len({_home(case, one.statements[0].id).id for one in case.pages if one.statements}) == len(told)


# ---- odd input


def test_an_article_that_cites_itself_is_no_circle() -> None:
    """The Gull that cites the Gull is one origin, not circular."""
    text = "Harbour to close\n\nVelmora will close its harbour in June, the Gull reported on Thursday.\n"
    case = built([written(text, "The Gull", "2031-05-02")], ASKED)
    assert not any(origin.circular for origin in case.origins)
    assert len(case.origins) == 1


def test_two_that_cite_each_other_are_one_circle() -> None:
    """The Gull cites the Tern, the Tern the Gull, on one matter: one origin, and it is circular."""
    text = "Harbour to close\n\nVelmora will close its harbour in June, the {other} reported on Thursday.\n"
    pair = [
        written(text.format(other="Tern Mail"), "The Gull", "2031-05-02"),
        written(text.format(other="Gull").replace("in June", "this June"), "Tern Mail", "2031-05-02"),
    ]
    case = built(pair, ASKED)
    circles = [origin for origin in case.origins if origin.circular]
    assert [len(origin.articles) for origin in circles] == [2]


@pytest.mark.parametrize("text", ["", "\n", " \n\n ", "…", "© The Gull"])
def test_an_empty_article_changes_no_origin(text: str) -> None:
    """An article without words is carried along; the origins are what they were."""
    known, before = made(1)
    after = built(
        [*known.articles.values(), written(text, "Blank", _day(known.articles["02"]).isoformat())], known.question
    )
    assert len(after.pages) == len(before.pages) + 1
    assert parts(after) == parts(before)


def test_identical_texts_without_any_date_are_one_origin_each() -> None:
    """One text by three outlets, none of them dated: as many origins as the text alone has."""
    text = "Harbour to close\n\nVelmora will close its harbour in June, Tarn Osk said. He said 90 boats must go.\n"
    alone = built([written(text, "The Gull", None)], ASKED)
    three = built([written(text, name, None) for name in ("The Gull", "Tern Mail", "Kelp Daily")], ASKED)
    assert len(three.origins) == len(alone.origins)
