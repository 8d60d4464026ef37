"""Laws of rulings: each can be undone, none reaches beyond what it names, and an edit always has its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.annotating.annotate import annotate
from sayso.brain.entailer import RuleEntailer
from sayso.brain.rules import RuleTagger
from sayso.linking.edits import edited
from sayso.linking.link import link
from sayso.linking.overreads import compared
from sayso.linking.rereading import carried, differences
from sayso.model.amounts import Amount
from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.rulings import Anchor, Ruling, Verdict, named, standing, subject, touched
from sayso.model.rulingvalues import places, written
from sayso.model.span import Span, content_id
from sayso.model.statements import Statement
from sayso.model.times import Dating, Interval, TimeMention
from sayso.weighing.pieces import gather
from sayso.weighing.weigh import weigh

LAW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
QUICK = settings(LAW, max_examples=120)
TEXTS = (
    (
        "Gull",
        "2031-05-02",
        """\
Harbour of Velmora may close

Velmora will close its harbour before the end of the month, Tarn Osk, the harbour master, said on Thursday.

"There is no doubt about it," Osk told the Gull. He said that 90 boats would have to leave and that the crews of the
ferries had been told to wait for a letter from the town hall. The letter says: "The mayor told us that 12 crews are
ready to go."

The council did not answer questions. An official who asked not to be named said that the order was ready.
""",
    ),
    (
        "Tern",
        "2031-05-03",
        """\
Mayor: no talk of closing

The council is not discussing a closure of the harbour, a spokeswoman for the mayor, Ina Brell, said on Friday.

"There are no discussions about that," Brell told reporters. She did not rule out a closure in June.

The Gull reported on Thursday that the harbour of Velmora will close. Tarn Osk denied that 90 boats would leave.
""",
    ),
    (
        "Kelp Review",
        "2031-05-06",
        """\
Closure unlikely, says institute

A closure of the harbour of Velmora is unlikely, according to a report by the Tidal Institute. The institute says
that bloggers expect it all the same.

Oskar Lind, a shipping lawyer, said that the law would not permit it.
""",
    ),
)


def _page(outlet: str | None, day: str | None, text: str) -> Page:
    dating = Dating(Interval(date.fromisoformat(day), date.fromisoformat(day)), "given") if day else None
    ident = content_id("a", text, outlet)
    article = Article(
        ident, f"{outlet}.txt", text, content_id("raw", text), outlet, language="en", published=dating
    )
    return compared(annotate(article, RuleTagger()))


@cache
def pages() -> tuple[Page, ...]:
    """Three annotated articles of one invented matter."""
    return tuple(_page(*entry) for entry in TEXTS)


@cache
def asked() -> Page:
    """The question on them, annotated."""
    return _page(None, None, "Will Velmora close its harbour by 30 May 2031?")


def built(rulings: Sequence[Ruling] = ()) -> tuple[Case, Answers]:
    """The case with rulings, and its answers."""
    case = link(pages(), asked(), entailer=RuleEntailer(), rulings=rulings)
    return case, weigh(case)


def printed(rulings: Sequence[Ruling] = ()) -> bytes:
    """The case with rulings and its answers, byte for byte."""
    return msgspec.json.encode(built(rulings))


@cache
def plain() -> bytes:
    """The case without rulings."""
    return printed()


def numbered(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings as a journal names them."""
    return [replace(one, id=named(one, number)) for number, one in enumerate(rulings, start=1)]


def undo(ruling: Ruling, number: int) -> Ruling:
    """The entry `number` of a journal that takes a ruling back."""
    made = Ruling(ruling.id, "undo", "Odd", f"2031-06-02T00:00:{number % 60:02}", "not so")
    return replace(made, id=named(made, number))


def statements(listed: Sequence[Page]) -> dict[str, Statement]:
    """All statements by id."""
    return {one.id: one for page in listed for one in (*page.statements, *page.own_voice)}


@cache
def _ids() -> tuple[list[str], list[str], list[str], dict[str, str]]:
    said = sorted(statements(pages()))
    sources = sorted(source.id for page in pages() for source in page.sources)
    texts = {page.article.id: page.article.text for page in pages()}
    return said, sources, sorted(texts), texts


@st.composite
def _spans(draw: st.DrawFn, length: int) -> str:
    ends = draw(st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True).map(sorted))
    return written(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False))


VERDICTS: list[Verdict] = [
    "accept", "reject", "span", "span", "source", "source", "certainty", "stance", "lock", "unlock", "comment",
    "merge", "split", "date", "outcome", "add", "leave", "adopt",
]  # fmt: skip


@st.composite
def _ruling(draw: st.DrawFn) -> Ruling:
    """A ruling of any verdict, on something that is there or not, with a value that can be read or not."""
    said, sources, articles, texts = _ids()
    home = {ident: one.article for ident, one in statements(pages()).items()}
    verdict = draw(st.sampled_from(VERDICTS))
    target, value = draw(st.sampled_from([*said, "s-nowhere"])), None
    length = len(texts.get(home.get(target, ""), "short text"))
    if verdict == "span":
        value = draw(st.one_of(_spans(length), st.sampled_from(["", "9-3", "0-99999", "x"])))
    elif verdict == "source":
        name = draw(
            st.sampled_from(["Ina Brell", "Osk", "the Tidal Institute", "a port official", "Una Karr", "The Gull"])
        )
        at = draw(
            st.one_of(
                st.just(""),
                st.tuples(st.integers(0, length - 5), st.integers(1, 5)).map(lambda p: f" @{p[0]}-{sum(p)}"),
            )
        )
        value = name + at
    elif verdict == "certainty":
        value = draw(st.sampled_from(["0-0.1", "0.2-0.6", "0.5-0.5", "0.7-1", "1-0", "often"]))
    elif verdict == "stance":
        target += "@" + draw(st.sampled_from(["h1", "h2", "h9"]))
        value = draw(st.sampled_from(["support 0.8", "deny 1", "open", "unrelated", "support", "maybe 3"]))
    elif verdict in {"merge", "split"}:
        target = "+".join(
            draw(
                st.lists(
                    st.sampled_from(draw(st.sampled_from([said, sources]))), min_size=2, max_size=2, unique=True
                )
            )
        )
    elif verdict in {"date", "add", "leave", "adopt"}:
        target, value = draw(st.sampled_from(articles)), "2031-05-04" if verdict == "date" else None
    elif verdict == "outcome":
        target, value = (
            draw(st.sampled_from(["h1", "h2"])),
            draw(st.sampled_from(["yes 2031-05-20", "no 2031-05-21", "open"])),
        )
    return Ruling(
        target,
        verdict,
        draw(st.sampled_from(["Ada", "Bo"])),
        "2031-06-01T00:00:00",
        "I looked",
        value,
        on=None,
        source="the register",
    )


RULINGS = st.lists(_ruling(), min_size=1, max_size=8).map(numbered)


@LAW
@given(RULINGS, st.randoms(use_true_random=False))
def test_undoing_everything_in_any_order_restores_the_case(made: list[Ruling], random) -> None:
    """Whatever was ruled, once all of it is undone the case and its answers are what they were, byte for byte."""
    order = list(made)
    random.shuffle(order)
    undone = [undo(one, len(made) + number) for number, one in enumerate(order, start=1)]
    assert printed([*made, *undone]) == plain()


@LAW
@given(RULINGS, st.integers(0, 7))
def test_every_earlier_state_is_reached_by_undo(made: list[Ruling], keep: int) -> None:
    """Undoing what came after an entry gives the state at that entry; undoing those undos gives the last one."""
    later = made[keep:]
    undone = [undo(one, len(made) + number) for number, one in enumerate(reversed(later), start=1)]
    assert printed([*made, *undone]) == printed(made[:keep])
    again = [undo(one, len(made) + len(undone) + number) for number, one in enumerate(undone, start=1)]
    assert printed([*made, *undone, *again]) == printed(made)


@LAW
@given(RULINGS, st.randoms(use_true_random=False))
def test_the_order_of_rulings_on_different_subjects_changes_nothing(made: list[Ruling], random) -> None:
    """Only what was ruled last on one subject matters, not when it was ruled beside others."""
    subjects: dict[str, Ruling] = {}
    for one in made:
        subjects.setdefault("the outcome" if one.verdict == "outcome" else subject(one), one)
    few = list(subjects.values())
    mixed = list(few)
    random.shuffle(mixed)
    left, right = built(few), built(mixed)
    assert _unordered(left[0]) == _unordered(right[0])
    assert left[1] == right[1]


def _unordered(case: Case) -> Case:
    """The case without the order of what was ruled, and of the notes on it."""
    return replace(case, rulings=(), notes=tuple(sorted(case.notes, key=lambda note: (note.code, note.message))))


@QUICK
@given(RULINGS)
def test_edited_words_stand_at_their_places(made: list[Ruling]) -> None:
    """A span that was set is a statement's content, with the times and amounts inside it; nothing else moves."""
    kept = standing(made)
    before, after = statements(pages()), statements(edited(pages(), kept))
    texts = _ids()[3]
    mentions: dict[str, tuple[Sequence[TimeMention | Amount], ...]] = {
        page.article.id: (page.times, page.amounts) for page in pages()
    }
    wanted = {r.target: r for r in kept if r.verdict == "span" and r.target in before}
    spoken = {r.target for r in kept if r.verdict == "source"}
    for ident, one in after.items():
        text = texts[one.article]
        assert all(span.of(text) and span.end <= len(text) for span in one.content)
        found = places(wanted[ident].value, len(text)) if ident in wanted else None
        assert one.content == (found or before[ident].content)
        if ident not in wanted:
            assert (one.times, one.amounts, one.mode) == (
                before[ident].times,
                before[ident].amounts,
                before[ident].mode,
            )
        if one.content != before[ident].content:
            for listed, held in zip(mentions[one.article], (one.times, one.amounts), strict=True):
                assert held == tuple(m.id for m in listed if any(span.contains(m.span) for span in one.content))
        assert one.block == before[ident].block or ident in wanted
        assert bool(one.chain) == bool(before[ident].chain) or ident in spoken
    moved = [one for ident, one in after.items() if ident in wanted and one.content != before[ident].content]
    for ident in before.keys() - after.keys():
        gone = before[ident]
        assert not gone.chain
        assert any(one.article == gone.article and one.content[0].start < gone.content[-1].end for one in moved)


@QUICK
@given(RULINGS)
def test_an_edited_page_is_a_page(made: list[Ruling]) -> None:
    """Chains lead to sources that are there, parents hold what stands in them, mentions lie inside contents."""
    for page in edited(pages(), standing(made)):
        sources = {source.id for source in page.sources}
        by_id = {one.id: one for one in page.statements}
        spans = {m.id: m.span for m in page.times} | {m.id: m.span for m in page.amounts}
        for one in page.statements:
            assert one.chain
            assert {hop.source.id for hop in one.chain} <= sources
            assert all(
                hop.source.span is None or hop.source.span.of(page.article.text) == hop.source.text
                for hop in one.chain
            )
            if one.parent:
                outer = by_id[one.parent]
                assert one.chain[: len(outer.chain)] == outer.chain
                assert all(any(a.contains(b) for a in outer.content) for b in one.content)
            for ident in (*one.times, *one.amounts):
                assert any(span.contains(spans[ident]) for span in one.content)
            assert 0 <= one.commitment.low <= one.commitment.high <= 1
        assert not any(own.chain for own in page.own_voice)


@QUICK
@given(RULINGS)
def test_a_ruling_changes_only_what_it_names(made: list[Ruling]) -> None:
    """Commitment and confidence of a statement change only by a ruling on it, or on what holds it."""
    kept = standing(made)
    named_here = {subject(one) for one in kept}
    before, after = statements(pages()), statements(edited(pages(), kept))
    for ident, one in after.items():
        if ident not in named_here:
            assert one.commitment == before[ident].commitment
            assert one.confidence == before[ident].confidence
            outer = {one.parent, before[ident].parent} & named_here
            assert one.chain == before[ident].chain or outer or _inside(before, ident, named_here)
    for page in pages():
        if not {one.id for one in (*page.statements, *page.own_voice)} & named_here:
            assert page in edited(pages(), kept)


def _inside(known: dict[str, Statement], ident: str, named_here: set[str]) -> bool:
    at = known[ident].parent
    while at:
        if at in named_here:
            return True
        at = known[at].parent
    return False


@LAW
@given(RULINGS)
def test_what_is_rejected_has_no_weight(made: list[Ruling]) -> None:
    """A rejected statement has no stance, no origin and no piece of evidence, whatever else is ruled on it."""
    case, _ = built(made)
    gone = {one.target for one in standing(made) if one.verdict == "reject"}
    evidence = gather(case)
    assert not gone & {stance.statement for stance in case.stances}
    assert not gone & {ident for origin in case.origins for ident in origin.statements}
    for origin in case.origins:
        for hypothesis in case.hypotheses:
            assert not gone & {piece.statement.id for piece in evidence.pieces(hypothesis.id, origin.id)}


@LAW
@given(RULINGS)
def test_set_stances_are_what_they_were_set_to(made: list[Ruling]) -> None:
    """A stance that a person set has that lean and strength, its negation the opposite, and says who set it."""
    case, _ = built(made)
    gone = {one.target for one in standing(made) if one.verdict == "reject"}
    last = {
        subject(r): r
        for r in standing(made)
        if r.verdict == "stance" and r.value in {"support 0.8", "deny 1", "open"} and r.target[-2:] in {"h1", "h2"}
    }
    found = {(s.statement, s.hypothesis): s for s in case.stances}
    for ident, ruling in last.items():
        if ident in gone or ident not in statements(case.pages) or _unread_later(made, ruling):
            continue
        lean, _, strength = (ruling.value or "").partition(" ")
        one = found[ident, ruling.target[-2:]]
        assert (one.lean, one.strength, one.by) == (lean, float(strength or 0), ruling.by)
        assert one.reasons[0].startswith(f"set by {ruling.by}: {ruling.why}")
        other = found[ident, {"h1": "h2", "h2": "h1"}[ruling.target[-2:]]]
        assert other.lean == {"support": "deny", "deny": "support"}.get(lean, lean)
        assert other.strength == one.strength


def _unread_later(made: list[Ruling], ruling: Ruling) -> bool:
    """Whether another stance was set on the same statement afterwards that the test does not follow."""
    later = made[made.index(ruling) + 1 :]
    return any(one.verdict == "stance" and subject(one) == subject(ruling) for one in later)


@LAW
@given(st.data())
def test_joining_all_and_splitting_all_restores(data: st.DataObject) -> None:
    """Joins of any sources or statements, then splits of the same, in any order: the case is what it was."""
    said, sources, _, _ = _ids()
    ids = data.draw(st.sampled_from([said, sources]))
    pairs = data.draw(
        st.lists(
            st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True).map(sorted).map(tuple),
            unique=True,
            min_size=1,
            max_size=8,
        )
    )
    backwards = data.draw(st.permutations(pairs))
    joined = [Ruling("+".join(pair), "merge", "Ada", "2031-06-01", "one") for pair in pairs]
    split = [Ruling("+".join(reversed(pair)), "split", "Ada", "2031-06-02", "two") for pair in backwards]
    home = {item: number for number, one in enumerate(built()[0].sources) for item in one.members}
    home |= {item: number for number, one in enumerate(built()[0].origins) for item in one.statements}
    if any(left in home and home.get(left) == home.get(right) for left, right in pairs):
        return  # a split of what belongs together anyway is a ruling of its own
    case, answers = built([*joined, *split])
    first, second = built()
    assert replace(case, rulings=()) == replace(first, rulings=())
    assert answers == second


@LAW
@given(RULINGS, st.integers(0, 2), st.integers(1, 40))
def test_an_orphan_changes_nothing(made: list[Ruling], place: int, shift: int) -> None:
    """Rulings whose words do not stand at their place leave the case as it is but for a note on each that stood."""
    page = pages()[place]
    home = {one.id for one in (*page.statements, *page.own_voice)}
    anchor = Anchor(page.article.id, (Span(shift, shift + 6),), "no such words")
    lost = [replace(one, anchor=anchor) for one in made if subject(one) in home]
    case, answers = built(lost)
    first, second = built()
    assert replace(case, notes=()) == replace(first, notes=())
    assert answers == second
    assert [note.code for note in case.notes if note not in first.notes] == ["L315"] * len(standing(lost))


@QUICK
@given(RULINGS, st.integers(0, 2), st.randoms(use_true_random=False))
def test_another_reading_leaves_what_was_touched(made: list[Ruling], place: int, random) -> None:
    """Of a reading with other spans and bounds what was touched stays as it was, and nothing new overlaps it."""
    old = pages()[place]
    new = _other(old, random)
    ruled = touched(made)
    page = carried(new, [old], ruled)
    before, after = statements([old]), statements([page])
    mine = before.keys() & ruled.keys()
    for ident in mine:
        assert replace(after[ident], parent=None) == replace(before[ident], parent=None)
    names = {source.id: source.name for source in page.sources}
    for ident in mine:
        for hop in after[ident].chain:
            assert names[hop.source.id] == {s.id: s.name for s in old.sources}[hop.source.id]
    family = {i for i in after if i in before and after[i] == before[i]}
    for ident in after.keys() - family:
        for touched_one in mine:
            assert not any(a.overlaps(b) for a in after[ident].content for b in before[touched_one].content)
    assert {one.parent for one in page.statements} - {None} <= {one.id for one in page.statements}
    assert carried(page, [old], ruled) == page
    if not mine:
        assert page is new
    kept = [one for one in differences(old, new, ruled) if one.kind == "kept"]
    assert {one.statement for one in kept} <= mine
    assert all(one.rulings for one in kept)


def _other(page: Page, random) -> Page:
    """A reading of the same article with some statements gone, some of another content, some held otherwise."""
    length, out = len(page.article.text), []
    for one in page.statements:
        what = random.randrange(4)
        if what == 1:
            out.append(replace(one, commitment=replace(one.commitment, low=0.1, high=0.2)))
        elif what == 2:
            start = random.randrange(max(1, length - 30))
            content = (Span(start, min(length, start + 1 + random.randrange(60))),)
            out.append(
                replace(
                    one, id=content_id("s", one.id, content), content=content, times=(), amounts=(), parent=None
                )
            )
        elif what == 3:
            out.append(one)
    there = {one.id for one in out}
    return replace(page, statements=tuple(one if one.parent in there else replace(one, parent=None) for one in out))
