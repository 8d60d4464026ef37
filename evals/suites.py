"""The suites: each reads its data, lets a brain work on it and gives figures, or says why it cannot run here."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import ModuleType

from evals import (
    aliases,
    certainty,
    clashes,
    copies,
    counted,
    dating,
    example,
    headings,
    names,
    newsquant,
    passages,
    peers,
    polnear,
    quantities,
    questions,
    readers,
    reliability,
    replies,
    rumours,
    seed,
    spans,
    stances,
    times,
    when,
)
from evals.attributions import verdicts
from evals.floors import Result
from evals.origins import made, results
from evals.rates import count, details, rates, summed
from evals.reprints import Corpus
from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.errors import SaysoError
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.reading.read import read

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("SAYSO_DATA", ROOT.parent / "shared"))
STORY = ROOT / "examples" / "second-rationing"
CASES = ROOT / "evals" / "cases"
SEED_QUESTION = "Will Russia announce a second wave of mobilization by 31 January 2023?"
#: The brain of suites that no brain changes: it is always there.


class Absent(Exception):  # noqa: N818 - no error: a suite that cannot run here
    """The data of a suite is not on this machine."""


@dataclass(frozen=True, slots=True)
class Suite:
    """A suite: `run` takes the name of a brain.

    `peers` have figures of other tools by the names of ours, as columns of the same table; `notes` say in words
    what they are, and give those that fit no column. Where not `by_brain`, no brain changes the figures. A `test`
    has no floor: a floor would have somebody tune on it.
    """

    run: Callable[[str], Result]
    peers: peers.Peers = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    by_brain: bool = True
    test: bool = False


def fingerprint(paths: Iterable[Path]) -> str:
    """A digest over the names and bytes of `paths`."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def measuring_data(*parts: str) -> Path:
    """A file or folder of the measuring data; Absent where it is not on this machine."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        raise Absent(f"{Path(*parts)} is not among the measuring data (set SAYSO_DATA to its folder)")
    return path


_data = measuring_data


def scorer(name: str) -> ModuleType:
    """A scorer of the measuring data, loaded from its file."""
    spec = importlib.util.spec_from_file_location(name, _data("tools", f"{name}.py"))
    if spec is None or spec.loader is None:
        raise Absent(f"tools/{name}.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _brain(name: str) -> pipeline.Brain:
    return pipeline.load_brain(name)


def missing(brain: str) -> str | None:
    """Why a brain cannot work here (its weights are not there, or damaged); None where it can."""
    try:
        annotate(
            Article("probe", "probe", "The bridge will open in May, Ada Lind said.", "0" * 64), _brain(brain).tagger
        )
    except SaysoError as error:
        return str(error)
    return None


@cache
def _polnear(brain: str) -> tuple[polnear.Reading, ...]:
    """PolNeAR's dev articles as a brain reads them, once for all suites."""
    return polnear.readings(_data("data", "polnear", "dev"), _brain(brain).tagger)


def polnear_dev(brain: str) -> Result:
    """Who said what on PolNeAR's dev articles, outer statements; whether confidences keep what they promise."""
    folder = _data("data", "polnear", "dev")
    gold = polnear.copies(folder)
    counts, judged = [], list[reliability.Judgement]()
    for one in _polnear(brain):
        given = list(verdicts(one.article.text, gold[one.name], one.printed()))
        counts.append(count(one.article.text, given))
        judged += reliability.judgements([statement.confidence for statement in one.statements], given)
    totals = summed(counts)
    tenths = reliability.tenths(judged)
    return Result(
        {**rates(totals), **details(totals)},
        fingerprint([*(folder / "text").glob("*.txt"), *(folder / "attributions").glob("*.ann")]),
        errors={"calibration error": reliability.calibration_error(tenths)},
        details=reliability.table(tenths),
    )


def polnear_spans_dev(brain: str) -> Result:
    """Exact spans of source, cue and content in CofeNet's metric, on its instances of PolNeAR's dev articles."""
    path = _data("data", "cofenet", "valid.txt")
    instances = spans.instances(path)
    texts = {one.name: one.article.text for one in _polnear(brain)}
    raw = spans.rates(instances, texts, {one.name: one.raw() for one in _polnear(brain)})
    printed = spans.rates(instances, texts, {one.name: one.printed() for one in _polnear(brain)})
    return Result(
        {**raw, **{f"{role} as printed": value for role, value in printed.items()}},
        fingerprint([path, *_data("data", "polnear", "dev", "text").glob("*.txt")]),
    )


def _seed_case(brain: str) -> tuple[Case, Page]:
    """The case of both real articles, and the page of the annotated one."""
    paths = sorted(str(path) for path in _data("seeds").glob("*.txt"))
    case, _ = pipeline.build(read(paths).articles, pipeline.Question(SEED_QUESTION), _brain(brain))
    return case, next(page for page in case.pages if Path(page.article.path).name.startswith("000"))


def seed_article(brain: str) -> Result:
    """All layers of the first real article against its gold."""
    layers = seed.annotation(_data("gold"), "000")
    case, page = _seed_case(brain)
    low, high = (date.fromisoformat(day) for day in layers.dated)
    interval = page.article.published.interval if page.article.published else None
    overlap = bool((interval and interval.contains(low)) or (interval and interval.contains(high)))
    figures = {
        **seed.statement_rates(page, layers),
        **seed.time_rates(page, layers),
        **seed.amount_rates(page, layers),
        "stance macro F1": stances.macro_f1(stances.seed_pairs(case, page, layers)),
        "date interval meets gold": 100.0 * overlap,
    }
    return Result(figures, fingerprint([*_data("gold").glob("*.json"), *_data("seeds").glob("*.txt")]))


def clashes_dev(brain: str) -> Result:
    """The pairs of statements that cannot both hold in the first real article, against those readers marked."""
    path = _data("gold", "000_stances.json")
    case, page = _seed_case(brain)
    return Result(clashes.figures(case, page.article.id, clashes.marked(path)), fingerprint([path]))


def certainty_dev(brain: str) -> Result:
    """Commitment against people's ratings of events in news sentences (UW factuality, dev part)."""
    path = _data("data", "certainty", "uw_dev.jsonl")
    return Result(certainty.figures(path, _brain(brain).tagger, _brain(brain).gauge), fingerprint([path]))


def _passages(part: str) -> Callable[[str], Result]:
    """The suite of a part of evals/passages: chains, kinds of replies, names."""

    def run(brain: str) -> Result:
        folder = ROOT / "evals" / "passages" / part
        told, errors = passages.figures(folder, _brain(brain).tagger, _brain(brain).gauge)
        return Result(told, fingerprint(folder.glob("*.md")), errors=errors)

    return run


def _questions(part: str) -> Callable[[str], Result]:
    """How questions are read or refused, field by field; those of a second hand (more.tsv) apart."""

    def run(brain: str) -> Result:
        folder = ROOT / "evals" / "questions" / part
        first, more = folder / "questions.tsv", folder / "more.tsv"
        if not first.exists():
            raise Absent(f"{first.relative_to(ROOT)} is not in this copy")
        told = questions.figures(first, _brain(brain).tagger)
        if not more.exists():
            return Result(told, fingerprint([first]))
        second = questions.figures(more, _brain(brain).tagger)
        told |= {f"another hand: {name}": value for name, value in second.items()}
        return Result(told, fingerprint([first, more]))

    return run


def _replies(part: str) -> Callable[[str], Result]:
    """The suite of a part of evals/replies: kinds of replies, end to end."""

    def run(brain: str) -> Result:
        path = ROOT / "evals" / "replies" / f"{part}.tsv"
        told, errors = replies.figures(path, _brain(brain).tagger, _brain(brain).gauge)
        return Result(told, fingerprint([path]), errors=errors)

    return run


def _quantities(part: str) -> Callable[[str], Result]:
    """The suite of a part of evals/quantities: the same quantity across articles, and what became of it."""

    def run(brain: str) -> Result:
        folder = ROOT / "evals" / "quantities" / part
        return Result(quantities.figures(folder, _brain(brain)), fingerprint(folder.glob("*.md")))

    return run


def _when(part: str) -> Callable[[str], Result]:
    """The suite of a part of evals/when: times and their bounds, amounts, and when things were said."""

    def run(brain: str) -> Result:
        folder = ROOT / "evals" / "when" / part
        told, errors = when.figures(folder, _brain(brain))
        return Result(told, fingerprint(folder.glob("*.md")), errors=errors)

    return run


def _origins(part: str, seeds: made.Seeds | None = None) -> Callable[[str], Result]:
    """How many origins, in the cases of a part of evals/origins, or in those that generators make of `seeds`."""

    def run(brain: str) -> Result:
        paths = made.sources(seeds) if seeds else sorted((ROOT / "evals" / "origins" / part).glob("*.md"))
        if not paths:
            raise Absent(f"evals/origins holds nothing for {part}")
        score = partial(results.generated, seeds) if seeds else partial(results.written, paths)
        return replace(score(_brain(brain), named=part == "dev"), fingerprint=fingerprint(paths))

    return run


def _copied(
    corpus: Callable[[Path, str], Corpus], score: Callable[[Corpus], Result], part: str
) -> Callable[[str], Result]:
    """Copies in a corpus made of the news of the measuring data: travelling passages, or near copies."""

    def run(_: str) -> Result:
        folder = _data("data", "polnear", "train", "text")
        made_by = ROOT / "evals" / "reprints.py"
        return replace(score(corpus(folder, part)), fingerprint=fingerprint([made_by, *folder.glob("*.txt")]))

    return run


_passages_60 = partial(_copied, copies.passage_corpus, copies.passage_result)
_near_copies = partial(_copied, copies.near_corpus, copies.near_result)


def headings_dev(brain: str) -> Result:
    """What headings say beyond their text, on invented articles to tune on."""
    path = ROOT / "evals" / "headings.md"
    return Result(headings.figures(path, _brain(brain)), fingerprint([path]))


def headings_test(brain: str) -> Result:
    """The same on invented articles by another hand, kept aside."""
    path = ROOT / "evals" / "headings-test.md"
    return Result(headings.figures(path, _brain(brain)), fingerprint([path]))


def names_dev(brain: str) -> Result:
    """Who is meant by pronouns and descriptions, and kinds of sources (GUM: news, interviews, biographies)."""
    folder = _data("data", "gum")
    right, wrong = names.figures(folder, _brain(brain).tagger)
    paths = [path for part in ("tsv", "xml") for path in (folder / part).glob("*.*")]
    return Result(right, fingerprint(paths), errors=wrong)


def times_dev(brain: str) -> Result:
    """Time expressions in news and in history, with the scorer of the measuring data."""
    tool = scorer("score_time")
    names = ("timebank", "aquaint", "gum_news", "wikiwars")
    paths = [_data("data", "time", f"{name}.jsonl") for name in names]
    figures: dict[str, float] = {}
    for path in paths:
        figures.update(times.figures(tool, path, _brain(brain).tagger))
    return Result(figures, fingerprint(paths))


def dating_dev(_: str) -> Result:
    """PolNeAR's dev articles with their dates masked, each within seven kinds of case."""
    folder = _data("data", "polnear")
    texts = [path for part in ("dev", "train") for path in _data("data", "polnear", part, "text").glob("*.txt")]
    good, bad = dating.figures(folder)
    return Result(good, fingerprint([*texts, _data("data", "polnear", "metadata.tsv")]), bad)


def amounts_dev(_: str) -> Result:
    """Quantities of news sentences by value (NewsQuant, dev half)."""
    path = _data("data", "amounts", "newsquant_dev.json")
    return Result(newsquant.figures(path), fingerprint([path]))


def counted_dev(_: str) -> Result:
    """What numbers count, by the trees of GUM: of the part that is read, and of the part that is only scored."""
    folder = _data("data", "gum")
    paths = [path for part in ("dep", "xml") for path in (folder / part).glob("*.*")]
    return Result(counted.figures(folder), fingerprint(paths))


def emergent(brain: str) -> Result:
    """Leans of headlines to rumours (Emergent); of the claims that nothing is learned from."""
    path = _data("data", "stance", "train.jsonl")
    pairs = stances.leans_of(stances.held_pairs(path, "emergent"), _brain(brain).entailer)
    return Result({"accuracy": stances.accuracy(pairs), "macro F1": stances.macro_f1(pairs)}, fingerprint([path]))


def stance_pairs(part: str, brain: str) -> Result:
    """What statements mean for hypotheses, pair by pair, in held-out claims and in written pairs of one part."""
    paths = [_data("data", "stance", f"{name}.jsonl") for name in ("train", "dev")]
    folder = ROOT / "evals" / "stances" / part
    found = stances.pair_figures(paths[0], paths[1], folder, _brain(brain).entailer)
    return Result(found, fingerprint([*paths, *folder.glob("*.tsv")]))


def example_story(brain: str) -> Result:
    """The example story against the gold beside it: statements, stances, origins, dates, the answer."""
    return Result(example.figures(STORY, _brain(brain)), fingerprint(STORY.rglob("*.*")))


def aliases_dev(brain: str) -> Result:
    """Names across articles: invented pairs, and the real articles where they are among the measuring data."""
    path, named = ROOT / "evals" / "aliases.tsv", ROOT / "evals" / "aliases-seeds.tsv"
    found = aliases.verdicts(aliases.pairs(path), _brain(brain).tagger)
    told = aliases.figures(found)
    paths = [path, named]
    if (DATA / "seeds").exists():
        case, _ = _seed_case(brain)
        told |= aliases.real_figures(case, named)
        paths += (DATA / "seeds").glob("*.txt")
    return Result(told, fingerprint(paths), details=aliases.details(found))


def _small_case(name: str) -> Callable[[str], Result]:
    """The suite of a case of evals/cases."""

    def run(brain: str) -> Result:
        folder = CASES / name
        return Result(example.figures(folder, _brain(brain)), fingerprint(folder.rglob("*.*")))

    return run


def rumours_dev(brain: str) -> Result:
    """Rumours with a verdict: Brier scores of "true" by pool, counting and a fitted logistic, in percent."""
    path = _data("data", "rumours", "dev.jsonl")
    found = rumours.errors(path, _brain(brain))
    return Result({}, fingerprint([path]), errors=found)


def _readers(part: str) -> Callable[[str], Result]:
    """The suite of the cases of evals/answers whose answers careful readers have given."""

    def run(brain: str) -> Result:
        paths = list((ROOT / "evals" / "answers" / part).glob("*.md"))
        return readers.figures(paths, _brain(brain), fingerprint=fingerprint(paths))

    return run


#: The small cases are of business, health and local politics, diplomacy, and local politics and industry. The last
#: is for testing only: its figures are read, and nobody tunes on it. Whoever has read what is missed there has
#: spent it: write another one (evals/cases/README.md).
SUITES: dict[str, Suite] = {
    "example": Suite(example_story),
    "case-harbour-merger": Suite(_small_case("harbour-merger")),
    "case-fever-school": Suite(_small_case("fever-school")),
    "case-general-steps-down": Suite(_small_case("general-steps-down")),
    "case-quarry-vote": Suite(_small_case("quarry-vote"), notes=("a test case: nobody tunes on it",), test=True),
    "answers-dev": Suite(_readers("dev"), notes=("ranges are a careful reader's; no other tool answers",)),
    "answers-test": Suite(_readers("test"), notes=("kept aside: nobody tunes on it",), test=True),
    "rumours-dev": Suite(
        rumours_dev,
        notes=(
            "counting is the bar to beat by 15 %; 30 of 51 rumours have a two-way verdict, the rest none to score",
            "the stance network has learned from more than half of the headlines, which flatters it",
        ),
    ),
    "passages-dev": Suite(_passages("dev")),
    "passages-test": Suite(_passages("test"), notes=("kept aside: nobody tunes on it",), test=True),
    "questions-dev": Suite(_questions("dev"), by_brain=False),
    "questions-test": Suite(
        _questions("test"), notes=("kept aside: nobody tunes on it",), by_brain=False, test=True
    ),
    "replies-dev": Suite(_replies("dev")),
    "replies-test": Suite(_replies("test"), notes=("kept aside: nobody tunes on it",), test=True),
    "quantities-dev": Suite(_quantities("dev"), notes=("numbers that travel: no other tool follows them",)),
    "quantities-test": Suite(_quantities("test"), notes=("kept aside: nobody tunes on it",), test=True),
    "origins-dev": Suite(_origins("dev"), notes=("no other tool tells origins",)),
    "origins-made-dev": Suite(_origins("dev", made.TUNING)),
    "origins-test": Suite(_origins("test"), notes=("kept aside: nobody tunes on it",), test=True),
    "origins-made-test": Suite(_origins("test", made.TESTING), notes=("nobody tunes on it",), test=True),
    "passages-60-dev": Suite(_passages_60("dev"), by_brain=False),
    "passages-60-test": Suite(
        _passages_60("test"), notes=("other seeds: nobody tunes on them",), by_brain=False, test=True
    ),
    "near-copies-dev": Suite(_near_copies("dev"), by_brain=False),
    "near-copies-test": Suite(
        _near_copies("test"), notes=("other news and seeds: nobody tunes on them",), by_brain=False, test=True
    ),
    "when-dev": Suite(_when("dev")),
    "when-test": Suite(_when("test"), notes=("kept aside: nobody tunes on it",), test=True),
    "aliases-dev": Suite(aliases_dev, notes=("what is taken must be right; what is doubtful is only proposed",)),
    "polnear-dev": Suite(polnear_dev, peers.PAIRS, peers.PAIRS_NOTES),
    "polnear-spans-dev": Suite(polnear_spans_dev, peers.SPANS, peers.SPANS_NOTES),
    "seed-article": Suite(
        seed_article,
        notes=(
            "Citron retrained: outer recall 63; every tool of the field: 6 of nested, no non-denial",
            "stance: first try of a trained pair model 51",
        ),
    ),
    "clashes-dev": Suite(clashes_dev, notes=("one annotated article of twenty marked pairs",)),
    "certainty-dev": Suite(
        certainty_dev, notes=("trained on 13,600 rated events: r 73 to 83 (published, test part)",)
    ),
    "names-dev": Suite(
        names_dev,
        notes=("a wrong name is worse than an open one: what is named wrong has a ceiling",),
    ),
    "headings-dev": Suite(headings_dev, notes=("a false alarm is worse than a miss",)),
    "headings-test": Suite(headings_test, notes=("by another hand, kept aside: nobody tunes on it",), test=True),
    "times-dev": Suite(
        times_dev,
        notes=("TempEval-3 platinum: HeidelTime 78.1, SUTime 67.6, Recognizers 62.1, dateparser 32.6 (value F1)",),
        by_brain=False,
    ),
    "dating": Suite(dating_dev, by_brain=False),
    "amounts-dev": Suite(
        amounts_dev,
        notes=(
            "throwaway baseline: 73.8 (value F1); on the test half the best peer has 72.8, no bounds, ranges 42",
        ),
        by_brain=False,
    ),
    "counted-dev": Suite(
        counted_dev,
        notes=("best peer 37 (share of GUM's counted nouns that are named); nobody reads what is held",),
        by_brain=False,
    ),
    "emergent": Suite(
        emergent,
        notes=(
            "word overlap 68.6 %, published best 73.3 %, both on other claims; first try of a pair model 75.4 %",
        ),
    ),
    "stance-pairs-dev": Suite(partial(stance_pairs, "dev")),
    "stance-pairs-test": Suite(
        partial(stance_pairs, "test"), notes=("kept aside: nobody tunes on the written ones",), test=True
    ),
}
