"""The suites: each reads its data, runs the pipeline and gives figures, or says why it cannot run here."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

from evals import certainty, dating, example, newsquant, polnear, seed, stances, times
from evals.attributions import count, prediction, rates
from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.model.case import Case, Page
from sayso.reading.read import read

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("SAYSO_DATA", ROOT.parent / "shared"))
STORY = ROOT / "examples" / "second-rationing"
CASES = ROOT / "evals" / "cases"
SEED_QUESTION = "Will Russia announce a second wave of mobilization by 31 January 2023?"


class Absent(Exception):  # noqa: N818 - no error: a suite that cannot run here
    """The data of a suite is not on this machine."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a suite measured: figures by name (higher is better), and a fingerprint of the data they stand for.

    `peers` are published or measured figures of other tools on the same task, in words, for the report. A test
    suite has no floor: a floor would have somebody tune on it.
    """

    figures: dict[str, float]
    fingerprint: str
    peers: tuple[str, ...] = field(default=())
    test: bool = False


def fingerprint(paths: Iterable[Path]) -> str:
    """A digest over the names and bytes of `paths`."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _data(*parts: str) -> Path:
    path = DATA.joinpath(*parts)
    if not path.exists():
        raise Absent(f"{Path(*parts)} is not among the measuring data (set SAYSO_DATA to its folder)")
    return path


def _tool(name: str) -> ModuleType:
    """A scorer of the measuring data, loaded from its file."""
    spec = importlib.util.spec_from_file_location(name, _data("tools", f"{name}.py"))
    if spec is None or spec.loader is None:
        raise Absent(f"tools/{name}.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _brain() -> pipeline.Brain:
    return pipeline.load_brain()


def polnear_dev() -> Result:
    """Who said what on PolNeAR's dev articles, outer statements."""
    folder = _data("data", "polnear", "dev")
    totals: Counter[str] = Counter()
    texts = sorted((folder / "text").glob("*.txt"))
    gold = polnear.copies(folder)
    for article in read([str(path) for path in texts]).articles:
        page = annotate(article, _brain().tagger)
        found = [prediction(statement) for statement in page.statements if statement.parent is None]
        totals += count(article.text, gold[Path(article.path).stem], found)
    peers = (
        "GenderGapTracker 43.6, Citron retrained 53.5, cue lexicon 52.0, people 75.3 (pair F1, test articles)",
    )
    return Result(rates(totals), fingerprint([*texts, *(folder / "attributions").glob("*.ann")]), peers)


def _seed_case() -> tuple[Case, Page]:
    """The case of both real articles, and the page of the annotated one."""
    paths = sorted(str(path) for path in _data("seeds").glob("*.txt"))
    case, _ = pipeline.build(read(paths).articles, pipeline.Question(SEED_QUESTION), _brain())
    return case, next(page for page in case.pages if Path(page.article.path).name.startswith("000"))


def seed_article() -> Result:
    """All layers of the first real article against its gold."""
    layers = seed.annotation(_data("gold"), "000")
    case, page = _seed_case()
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
    peers = (
        "Citron retrained: outer recall 63; every tool of the field: 6 of nested, no non-denial",
        "stance: first try of a trained pair model 51",
    )
    return Result(figures, fingerprint([*_data("gold").glob("*.json"), *_data("seeds").glob("*.txt")]), peers)


def certainty_dev() -> Result:
    """Commitment against people's ratings of events in news sentences (UW factuality, dev part)."""
    path = _data("data", "certainty", "uw_dev.jsonl")
    figures = certainty.figures(path, _brain().tagger)
    return Result(
        figures, fingerprint([path]), ("trained on 13,600 rated events: r 73 to 83 (published, test part)",)
    )


def times_dev() -> Result:
    """Time expressions on TimeBank and AQUAINT, value F1 with the scorer of the measuring data."""
    tool = _tool("score_time")
    paths = [_data("data", "time", "timebank.jsonl"), _data("data", "time", "aquaint.jsonl")]
    figures: dict[str, float] = {}
    for path in paths:
        figures.update(times.figures(tool, path, _brain().tagger))
    peers = ("TempEval-3 platinum: HeidelTime 78.1, SUTime 67.6, Recognizers 62.1, dateparser 32.6 (value F1)",)
    return Result(figures, fingerprint(paths), peers)


def dating_dev() -> Result:
    """PolNeAR's dev articles with their dates masked, each beside twenty dated others."""
    folder = _data("data", "polnear")
    paths = [*_data("data", "polnear", "dev", "text").glob("*.txt"), _data("data", "polnear", "metadata.tsv")]
    return Result(dating.figures(folder), fingerprint(paths))


def amounts_dev() -> Result:
    """Quantities of news sentences by value (NewsQuant, dev half)."""
    path = _data("data", "amounts", "newsquant_dev.json")
    return Result(newsquant.figures(path), fingerprint([path]), ("throwaway baseline: 73.8 (value F1)",))


def emergent() -> Result:
    """Leans of headlines to rumours (Emergent); its training part, which the rules were not tuned on."""
    path = _data("data", "stance", "train.jsonl")
    accuracy, f1 = stances.pair_accuracy(path, "emergent", _brain().entailer)
    peers = ("word overlap 68.6 %, published best 73.3 %, first try of a trained pair model 75.4 % (accuracy)",)
    return Result({"accuracy": accuracy, "macro F1": f1}, fingerprint([path]), peers)


def example_story() -> Result:
    """The example story against the gold beside it: statements, stances, origins, dates, the answer."""
    return Result(example.figures(STORY, _brain()), fingerprint(STORY.rglob("*.*")))


def harbour_merger() -> Result:
    """A small case of business news, for development: a takeover, announced or not."""
    return _small_case("harbour-merger")


def fever_school() -> Result:
    """A small case of health and local politics, for development: schools, closed or not."""
    return _small_case("fever-school")


def general_steps_down() -> Result:
    """A small case of diplomacy and politics, for development: a minister, gone or not."""
    return _small_case("general-steps-down")


def quarry_vote() -> Result:
    """A small case of local politics and industry, for testing only: its figures are read, and nobody tunes on it.

    Whoever has read what the rules miss here has spent it: write another one (evals/cases/README.md).
    """
    result = _small_case("quarry-vote")
    return replace(result, peers=("none; a test case: nobody tunes on it",), test=True)


def _small_case(name: str) -> Result:
    folder = CASES / name
    return Result(example.figures(folder, _brain()), fingerprint(folder.rglob("*.*")))


SUITES: dict[str, Callable[[], Result]] = {
    "example": example_story,
    "case-harbour-merger": harbour_merger,
    "case-fever-school": fever_school,
    "case-general-steps-down": general_steps_down,
    "case-quarry-vote": quarry_vote,
    "polnear-dev": polnear_dev,
    "seed-article": seed_article,
    "certainty-dev": certainty_dev,
    "times-dev": times_dev,
    "dating": dating_dev,
    "amounts-dev": amounts_dev,
    "emergent": emergent,
}
