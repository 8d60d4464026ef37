"""A case that lasts as records for JSON: its parts by kind, rows of its lists, journal entries, how far it is.

`parts` are what a case keeps for lists, pages and other tools: every record of `sayso brief --json` that stands for
one thing, with an id, and with the names and words that a list shows beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sayso.model.answers import Answer, Answers
from sayso.model.case import Case
from sayso.model.keeping import Entry, Fault, Item, Line, Lines, Moment, Stand
from sayso.model.prose import called, capital, rooted, shortened
from sayso.model.span import content_id
from sayso.showing.answerrecords import hypothesis_record
from sayso.showing.records import case_record
from sayso.showing.sourcerecords import Record, day_text

SCHEMA = "sayso/1"

#: The kinds of parts.
KINDS: tuple[str, ...] = (
    "hypothesis", "source", "relation", "office", "party", "origin", "root", "melt", "drift", "copy", "reporting",
    "clash", "forecast", "score", "tally", "postmortem", "rating", "cell", "diagnosticity", "inconsistency", "swap",
    "near", "position", "amount", "time", "number", "note",
)  # fmt: skip
_SHOWN = 240
#: Log-odds under which an origin is said to weigh nothing, as in the dossier.
LEAST = 0.005


def parts(case: Case, answers: Answers) -> dict[str, list[Record]]:
    """All records of a case by kind, each with an "id" of its own within its kind.

    Sources come by how much rests on them, origins by what they weigh, all else in the order of the case.
    """
    whole = case_record(case, answers)
    told = _Told(case, answers)
    kept: dict[str, list[Record]] = {
        "hypothesis": hypotheses_of(case, answers),
        "source": [told.source(one) for one in whole["sources"]],
        "origin": [told.origin(one) for one in whole["origins"]],
        "forecast": [told.forecast(one) for one in whole["forecasts"]],
        "clash": [told.pair(one) for one in whole["clashes"]],
        "cell": [told.cell(one) for one in whole["grid"]["cells"]],
        "amount": [told.amount(one) for one in whole["amounts"]],
        "time": [told.placed(one, page["article"]) for page in whole["articles"] for one in page["times"]],
        "number": [told.placed(one, page["article"]) for page in whole["articles"] for one in page["amounts"]],
        "rating": [{"id": one["origin"], **one} for one in whole["ratings"]],
        "diagnosticity": [{"id": one["origin"], **one} for one in whole["grid"]["diagnosticity"]],
        "inconsistency": [{"id": one["hypothesis"], **one} for one in whole["grid"]["inconsistency"]],
        "swap": [{"id": f"{one['origin']}@{one['ahead']}", **one} for one in whole["grid"]["swaps"]],
        "reporting": [{"id": one["article"], **one} for one in whole["reporting"]],
    }
    for kind, name in _PLAIN.items():
        kept[kind] = [{"id": content_id(kind, *map(str, one.values())), **one} for one in whole[name]]
    for kind, order in _ORDERS.items():
        kept[kind].sort(key=order)
    kept["root"] = [_root(one) for one in kept["origin"]]
    return {kind: _apart(kept[kind]) for kind in KINDS}


def _root(origin: Record) -> Record:
    """An origin as a list shows it: its ties and statements can be thousands, a row tells how many."""
    sizes = {"statements": len(origin["statements"]), "articles": len(origin["articles"])}
    names = ("id", "name", "root", "how", "document", "circular", "retracted", "weights", "tags")
    return {**{name: origin[name] for name in names}, **sizes}


def _heavy(origin: Record) -> tuple[float, int]:
    """An origin's place among others: by what it weighs, then by how many articles carry it."""
    return -max(map(abs, origin["weights"].values()), default=0.0), -len(origin["articles"])


_ORDERS: Mapping[str, Callable[[Record], Any]] = {
    "source": lambda one: -one["statements"],
    "origin": _heavy,
    "amount": lambda one: -len(one["mentions"]),
    "time": lambda one: one["earliest"] or one["latest"] or "~",
}

_PLAIN: Mapping[str, str] = {
    "relation": "relations",
    "office": "offices",
    "party": "parties",
    "melt": "melts",
    "drift": "drifts",
    "copy": "copies",
    "score": "scores",
    "tally": "tallies",
    "postmortem": "postmortems",
    "near": "near",
    "position": "positions",
    "note": "notes",
}


def _apart(records: Sequence[Record]) -> list[Record]:
    """The records, of several with one id all but the first with a number behind it."""
    seen: Counter[str] = Counter()
    out = []
    for one in records:
        seen[one["id"]] += 1
        again = seen[one["id"]]
        out.append(one if again == 1 else {**one, "id": f"{one['id']}.{again}"})
    return out


def hypotheses_of(case: Case, answers: Answers) -> list[Record]:
    """The hypotheses of a case with their answers, as its parts have them."""
    given = {answer.hypothesis: answer for answer in answers.answers}
    return [_dated(hypothesis_record(one, given.get(one.id)), given.get(one.id)) for one in case.hypotheses]


def _dated(one: Record, answer: Answer | None) -> Record:
    return {**one, "as_of": day_text(answer.as_of) if answer else None}


class _Told:
    """Names and words that stand beside the ids of a case."""

    def __init__(self, case: Case, answers: Answers) -> None:
        self._articles = {page.article.id: page.article for page in case.pages}
        self._sources = {source.id: source.name for source in case.sources}
        self._texts: dict[str, str] = {}
        self._mouths: dict[str, str] = {}
        self._held: Counter[str] = Counter()
        self._seen: dict[str, set[str]] = defaultdict(set)
        self._rests: dict[str, set[str]] = defaultdict(set)
        home = {id_: one.id for one in case.origins for id_ in one.statements}
        owner = {member: source.id for source in case.sources for member in source.members}
        for page in case.pages:
            for one in (*page.statements, *page.own_voice):
                self._texts[one.id] = shortened(one.words(page.article.text), _SHOWN)
                if one.chain:
                    mouth = one.chain[-1].source
                    key = owner.get(mouth.id, mouth.id)
                    self._held[key] += 1
                    self._seen[key].add(page.article.id)
                    self._rests[key].update({home[one.id]} if one.id in home else ())
                    self._mouths[one.id] = self._sources.get(key, mouth.text)
                else:
                    self._mouths[one.id] = page.article.outlet or "the article itself"
        self._roots = {
            one.id: capital(rooted(one.root, self._articles.get(one.first or next(iter(one.articles), ""))))
            for one in case.origins
        }
        self._numbers = {amount.id: amount.text for page in case.pages for amount in page.amounts}
        self._scores = {(one.statement, one.rule): one for one in answers.scores}
        self._weights: dict[str, Record] = {}
        for answer in answers.answers:
            for reason in answer.reasons:
                if reason.origin:
                    self._weights.setdefault(reason.origin, {})[answer.hypothesis] = reason.weight

    def source(self, one: Record) -> Record:
        """A source with how many statements rest on it, in how many articles and of how many origins."""
        key = one["id"]
        sizes = {"articles": len(self._seen[key]), "origins": len(self._rests[key])}
        return {**one, "statements": self._held[key], **sizes, "tags": [f"kind:{one['kind']}"]}

    def origin(self, one: Record) -> Record:
        """An origin as it is called, with what it weighs for each hypothesis."""
        weights = self._weights.get(one["id"], {})
        tags = ["weighs:yes"] if any(abs(weight) >= LEAST for weight in weights.values()) else []
        return {**one, "name": self._roots[one["id"]], "weights": weights, "tags": tags}

    def forecast(self, one: Record) -> Record:
        """A forecast with its speaker and words, and its Brier score where the outcome is known."""
        score = self._scores.get((one["statement"], "brier"))
        brier = {"low": score.low, "middle": score.middle, "high": score.high} if score else None
        tags = [*([] if one["repeats"] else ["counts:yes"]), *(["about:question"] if one["hypothesis"] else [])]
        return {"id": one["statement"], **one, **self._said(one["statement"]), "brier": brier, "tags": tags}

    def pair(self, one: Record) -> Record:
        """A clash with the words of both sides."""
        left, right = (self._said(one[side]) for side in ("left", "right"))
        return {
            "id": f"{one['left']}+{one['right']}",
            **one,
            "words": [left["words"], right["words"]],
            "names": [left["name"], right["name"]],
        }

    def cell(self, one: Record) -> Record:
        """A field of the grid with what its origin is called."""
        return {"id": f"{one['origin']}@{one['hypothesis']}", **one, "name": self._roots.get(one["origin"], "")}

    def amount(self, one: Record) -> Record:
        """A quantity with the words of each mention."""
        places = [(each["article"], each["span"]) for each in one["mentions"]]
        return {
            "id": content_id("n", one["of"], places),
            **one,
            "mentions": [self._mention(each) for each in one["mentions"]],
            "beside": [self._mention(each) for each in one["beside"]],
        }

    def placed(self, one: Record, article: Record) -> Record:
        """A time or a number with its article."""
        start, end = one["span"]
        label = article["outlet"] or called(self._articles[article["id"]], 48)
        around = article["text"][max(0, start - 60) : end + 60]
        return {
            **one,
            "article": article["id"],
            "outlet": article["outlet"],
            "label": label,
            "around": " ".join(around.split()),
        }

    def _mention(self, one: Record) -> Record:
        article = self._articles.get(one["article"])
        told = article and {"outlet": article.outlet, "label": article.outlet or called(article, 48)}
        return {**one, "text": self._numbers.get(one["amount"], ""), **(told or {"outlet": None, "label": ""})}

    def _said(self, statement: str) -> Record:
        return {"name": self._mouths.get(statement, ""), "words": self._texts.get(statement, "")}


def line_record(line: Line) -> Record:
    """A statement as lists have it."""
    return {
        "schema": SCHEMA,
        "id": line.id,
        "article": line.article,
        "outlet": line.outlet,
        "span": [line.start, line.end],
        "words": line.words,
        "source": {"id": line.source, "name": line.name, "kind": line.kind},
        "origin": line.origin,
        "said": line.said,
        "force": line.force,
        "mode": line.mode,
        "commitment": {"polarity": line.polarity, "low": line.low, "high": line.high},
        "stance": {"lean": line.lean, "strength": line.strength},
        "effect": line.effect,
        "state": line.state,
        "locked": line.locked,
        "changed": line.changed,
    }


def lines_record(lines: Lines) -> Record:
    """A page of statements as one object."""
    return {
        "schema": SCHEMA,
        "total": lines.total,
        "after": lines.after,
        "counts": {
            name: [{"value": value, "name": told, "statements": size} for value, told, size in values]
            for name, values in lines.counts.items()
        },
        "statements": [line_record(line) for line in lines.rows],
    }


def item_record(item: Item, snippet: str | None = None) -> Record:
    """An article as lists have it; `snippet` are the words around a hit of a search."""
    published = {"earliest": item.earliest, "latest": item.latest} if item.earliest or item.latest else None
    more = {} if snippet is None else {"snippet": snippet}
    return {
        "schema": SCHEMA,
        "id": item.id,
        "path": item.path,
        "outlet": item.outlet,
        "title": item.title,
        "published": published,
        "raw_sha256": item.raw_digest,
        "added": item.added,
        "reading": item.reading,
        "statements": item.statements,
        "left": item.left,
        **more,
    }


def entry_record(entry: Entry) -> Record:
    """A journal entry; `anchor` are the words that a ruling on a statement is about."""
    ruling, anchor = entry.ruling, entry.ruling.anchor
    return {
        "schema": SCHEMA,
        "number": entry.number,
        "id": ruling.id,
        "verdict": ruling.verdict,
        "target": ruling.target,
        "value": ruling.value,
        "by": ruling.by,
        "at": ruling.at,
        "why": ruling.why,
        "source": ruling.source,
        "on": ruling.on,
        "undone": entry.undone,
        "anchor": None
        if anchor is None
        else {
            "article": anchor.article,
            "spans": [[span.start, span.end] for span in anchor.spans],
            "quote": anchor.quote,
        },
    }


def standing_record(
    place: str,
    stand: Stand,
    hypotheses: Sequence[Mapping[str, object]],
    *,
    moments: Sequence[Moment] = (),
    holds: Mapping[str, int],
    review: Sequence[Line] = (),
) -> Record:
    """What `sayso show` tells: question, answers, their history, what the case holds, and what is to be done."""
    return {
        "schema": SCHEMA,
        "case": place,
        "question": stand.question,
        "number": stand.number,
        "updated": stand.updated,
        "behind": {"rulings": stand.behind, "unread": stand.unread},
        "holds": {"articles": stand.articles, "statements": stand.statements, "reviewed": stand.reviewed, **holds},
        "hypotheses": list(hypotheses),
        "history": [moment_record(one) for one in moments],
        "review": [line_record(line) for line in review],
    }


def moment_record(one: Moment) -> Record:
    """The answer to one hypothesis after one update."""
    return {
        "number": one.number,
        "at": one.at,
        "articles": one.articles,
        "hypothesis": one.hypothesis,
        "probability": one.probability,
        "low": one.low,
        "high": one.high,
        "words": one.words,
    }


def fault_record(fault: Fault) -> Record:
    """What verify found wrong."""
    return {"schema": SCHEMA, "where": fault.where, "what": fault.what}
