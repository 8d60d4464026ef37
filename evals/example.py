"""A story against the gold beside it, layer by layer: the example story and the small cases of evals/cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from evals import forecasts
from evals.attributions import Copy, Gold, match, prediction, verdicts
from evals.gold import GoldStatement, load, tables
from evals.rates import count, rates, share, summed
from evals.stances import macro_f1
from sayso import pipeline
from sayso.errors import FormatError
from sayso.model.answers import Answers
from sayso.model.case import Case, Page
from sayso.reading.read import read

Matched = dict[str, str]  # gold id ("02 s3") -> statement id


def question(folder: Path) -> str:
    """The question that the story's gold/case.md names; FormatError where it names none."""
    for line in (folder / "gold" / "case.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("Question: "):
            return line.removeprefix("Question: ").strip()
    raise FormatError(f"{folder.name}/gold/case.md names no question")


def figures(folder: Path, brain: pipeline.Brain) -> dict[str, float]:
    """All figures of the story, in percent; `folder` holds articles/, gold/ and manifest.csv."""
    articles = read([str(folder / "articles")], manifest=str(folder / "manifest.csv")).articles
    known = forecasts.outcome(folder)
    case, answers = pipeline.build(articles, pipeline.Question(question(folder)), brain, rulings=known)
    gold = load(folder)
    matched = {name: id_ for page in case.pages for name, id_ in _matched(page, gold).items()}
    return {
        **_statement_figures(case, gold, matched),
        **_stance_figures(case, gold, matched),
        **_origin_figures(case, folder, matched),
        **_date_figures(case, folder),
        **_answer_figures(answers, folder),
        **forecasts.figures(answers, folder, matched),
    }


def _name(page: Page) -> str:
    return Path(page.article.path).name


def _key(one: GoldStatement) -> str:
    """How case.md names a statement: the article's number and its id."""
    return f"{one.doc[:2]} {one.id}"


def _attribution(one: GoldStatement) -> Gold:
    return Gold(
        (one.source,) if one.source else (), (one.cue,) if one.cue else (), one.content, one.depth > 0, _key(one)
    )


def _matched(page: Page, gold: Sequence[GoldStatement]) -> Matched:
    """Which gold statement of this page, nested ones and optional ones included, is which statement."""
    mine = [_attribution(one) for one in gold if one.doc == _name(page)]
    found = [prediction(statement) for statement in page.statements]
    return {mine[i].id: found[j].id for i, j in match(page.article.text, mine, found).items()}


def _statement_figures(case: Case, gold: Sequence[GoldStatement], matched: Matched) -> dict[str, float]:
    """Pair F1 of outer statements, where optional ones are neither missed nor spurious; recall of nested ones."""
    counts = []
    optional = {matched[_key(one)] for one in gold if one.optional and _key(one) in matched}
    for page in case.pages:
        wanted = [one for one in gold if one.doc == _name(page) and not one.depth and not one.optional]
        found = [prediction(s) for s in page.statements if s.parent is None and s.id not in optional]
        text = page.article.text
        counts.append(count(text, verdicts(text, [Copy(tuple(map(_attribution, wanted)))], found)))
    nested = [one for one in gold if one.depth and not one.optional]
    non_denials = [one for one in gold if one.non_denial and not one.optional]
    statements = {s.id: s for page in case.pages for s in page.statements}
    known = [statements[matched[_key(one)]] for one in non_denials if _key(one) in matched]
    marked = sum(statement.commitment.non_denial for statement in known)
    return {
        **rates(summed(counts)),
        "nested recall": share(sum(_key(one) in matched for one in nested), len(nested)),
        "non-denials recognised": share(marked, len(non_denials)),
    }


def _stance_figures(case: Case, gold: Sequence[GoldStatement], matched: Matched) -> dict[str, float]:
    """Macro F1 over three leans on direct stances that were found."""
    leans = {s.statement: s.lean for s in case.stances if s.hypothesis == case.hypotheses[0].id}
    pairs = [
        (one.stance, leans.get(matched[_key(one)], "unrelated"))
        for one in gold
        if _key(one) in matched and not one.indirect and not one.optional and one.stance != "unrelated"
    ]
    return {"stance macro F1": macro_f1(pairs)}


def _origin_figures(case: Case, folder: Path, matched: Matched) -> dict[str, float]:
    """F1 over pairs of statements: same origin or not; circles and retractions seen where there are any."""
    rows = tables(folder)["origins"]
    gold = {key.strip(): row["origin"] for row in rows for key in row["statements"].split(",")}
    found = {statement: origin.id for origin in case.origins for statement in origin.statements}
    keys = [key for key in sorted(gold) if matched.get(key) in found]
    wanted = {pair for pair in combinations(keys, 2) if gold[pair[0]] == gold[pair[1]]}
    given = {pair for pair in combinations(keys, 2) if found[matched[pair[0]]] == found[matched[pair[1]]]}
    both = len(wanted & given)
    circles = any(origin.circular for origin in case.origins)
    retracted = any(origin.retracted for origin in case.origins)
    return {
        "origin pairs F1": share(2 * both, len(wanted) + len(given)),
        "circle as gold": 100.0 * (circles == any(row["circular"] == "yes" for row in rows)),
        "retraction as gold": 100.0 * (retracted == any(row["retracted by"] != "-" for row in rows)),
    }


def _date_figures(case: Case, folder: Path) -> dict[str, float]:
    """Articles whose published interval lies within the gold's."""
    rows = {row["article"]: row for row in tables(folder)["articles"]}
    good = 0
    for page in case.pages:
        dating, row = page.article.published, rows[_name(page)]
        low, high = date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"])
        if dating and dating.interval.earliest and dating.interval.latest:
            good += low <= dating.interval.latest and dating.interval.earliest <= high
    return {"dates": share(good, len(case.pages))}


def _answer_figures(answers: Answers, folder: Path) -> dict[str, float]:
    """Days of the gold on which the probability lies in the range argued there."""
    rows = tables(folder)["answer"]
    good = 0
    for row in rows:
        day = date.fromisoformat(row["as of"])
        steps = [step for step in answers.answers[0].over_time if step.as_of <= day]
        good += bool(steps) and float(row["low"]) <= steps[-1].probability <= float(row["high"])
    return {"answers in range": share(good, len(rows))}
