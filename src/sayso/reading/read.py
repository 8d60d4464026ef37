"""Reading: inputs -> articles. The table of contents of this room; the only place that opens the user's files.

gather    inputs -> files, each once           manifest  what a CSV file says of them
decode    bytes -> text                        plain     front matter, title of plain text and Markdown
html      a saved page -> its visible text, the kind of each block, and what the page says of itself
lines     JSON Lines -> an article a line
facts     which of several values stands       language  what language a text is in
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BufferedReader, BytesIO
from typing import BinaryIO, Literal

from sayso.errors import InputError, SettingError
from sayso.model.article import Article, Block, Candidate
from sayso.model.notes import Note
from sayso.model.span import content_id
from sayso.model.times import Dating
from sayso.reading import html, lines, plain
from sayso.reading.days import given_interval
from sayso.reading.decode import decode
from sayso.reading.facts import settle
from sayso.reading.gather import HTML_ENDINGS, LARGEST_PAGE, STDIN, Gathered, gather, read_bytes
from sayso.reading.language import tell_language
from sayso.reading.lines import Line
from sayso.reading.manifest import Manifest, read_manifest

#: How a language is told: by a classifier, by the commonest words of English, or not at all.
Telling = Literal["classifier", "words", "stated"]

#: An article with the bytes of its file; None where it was one of several lines.
_Read = tuple[Article, bytes | None]

_TEXT_ENDINGS = (".txt", ".text", ".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of the inputs: articles in the order given, and one error for each input that failed.

    `skipped` are files of a folder that hold no article by their ending; `notes` concern no single article.
    """

    articles: tuple[Article, ...]
    failures: tuple[InputError, ...] = ()
    skipped: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def read(
    inputs: Sequence[str],
    *,
    manifest: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """The articles that `inputs` name: files, folders, globs, or "-" for `stdin`.

    One input that cannot be read is a failure of its own and stops nothing. FormatError: the manifest cannot be
    followed. SettingError: `published` is no day, or it or `outlet` is given for more than one article.
    """
    plan = _planned(inputs, manifest, published, outlet)
    found = [_without_bytes(one) for one in _each(plan, stdin, telling="classifier")]
    return Reading(
        tuple(one for one in found if isinstance(one, Article)),
        tuple(one for one in found if isinstance(one, InputError)),
        plan.gathered.skipped,
        plan.known.notes,
    )


def read_each(
    inputs: Sequence[str],
    *,
    manifest: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
    telling: Telling = "words",
) -> Iterator[Article | InputError]:
    """The articles and failures of `read` one at a time: no article is kept, so that any number fits in memory.

    The language is told from a text's commonest words alone, None where they leave it open: the classifier takes
    100 MB. Where `telling` is "stated", it is only what somebody says it is; reading is then twice as fast.
    """
    return map(_without_bytes, _each(_planned(inputs, manifest, published, outlet), stdin, telling=telling))


@dataclass(frozen=True, slots=True)
class Taken:
    """An article with the bytes it was read from; for one of several lines those of its text.

    `once` is the id under which it goes by the bytes that its line says it was once read from; else its own.
    """

    article: Article
    raw: bytes
    once: str


def take_each(
    inputs: Sequence[str],
    *,
    manifest: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Taken | InputError]:
    """The articles of `read` with their bytes, and the failures, one at a time, for a case that keeps both."""
    for one in _each(_planned(inputs, manifest, published, outlet), stdin, telling="classifier"):
        if isinstance(one, InputError):
            yield one
            continue
        article, raw = one
        once = article.id
        if raw is None:  # the bytes that a line may state the digest of are not at hand
            raw = article.text.encode("utf-8", "surrogatepass")
            digest = hashlib.sha256(raw).hexdigest()
            article = replace(article, id=_id(digest, article.outlet, article.url), raw_digest=digest)
        yield Taken(article, raw, once)


def _without_bytes(one: _Read | InputError) -> Article | InputError:
    return one if isinstance(one, InputError) else one[0]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be read, and what the user says of it."""

    gathered: Gathered
    options: tuple[Candidate, ...]
    known: Manifest


def _planned(inputs: Sequence[str], manifest: str | None, published: str | None, outlet: str | None) -> _Plan:
    options = _options(published, outlet)
    known = read_manifest(manifest) if manifest else Manifest({})
    gathered = gather(inputs)
    if options and gathered.count > 1:
        names = " and ".join(f"--{option.field}" for option in options)
        raise SettingError(
            f"{names} can be said of one article only, and {gathered.count} were given; use --manifest"
        )
    return _Plan(gathered, options, known)


def _each(plan: _Plan, stdin: BinaryIO | None, *, telling: Telling) -> Iterator[_Read | InputError]:
    """Each article, with a note where its text is that of an earlier one, or the error of its input."""
    first: dict[bytes, str] = {}
    for entry in plan.gathered.entries:
        for one in _of(entry, plan, stdin, telling=telling):
            if isinstance(one, InputError):
                yield InputError(_printable(one.path), one.reason, one.remedy)
            else:
                yield _marked_twin(one[0], first), one[1]


def _of(
    entry: str | InputError, plan: _Plan, stdin: BinaryIO | None, *, telling: Telling
) -> Iterator[_Read | InputError]:
    """The article of an input, the articles of one of JSON Lines, or its error."""
    try:
        if isinstance(entry, InputError):
            raise entry
        head, piped = _peeked(stdin) if entry == STDIN and stdin else (b"", stdin)
        if lines.holds_lines(entry) or lines.begins_like_lines(head):
            _refuse_options(plan, entry)
            for line in lines.each(entry, piped):
                yield line if isinstance(line, InputError) else (_written(line, telling=telling), None)
            return
        given = (*plan.options, *plan.known.about(entry))
        data = read_bytes(entry, piped)
        article = _article(entry, data, given, telling=telling)
    except InputError as error:
        yield error
    else:
        yield article, data


def _peeked(stdin: BinaryIO) -> tuple[bytes, BinaryIO]:
    """How standard input begins, and all of it."""
    if isinstance(stdin, BufferedReader):
        return stdin.peek(64), stdin
    whole = BytesIO(stdin.read(LARGEST_PAGE + 1))
    return whole.getvalue()[:64], whole


def _refuse_options(plan: _Plan, path: str) -> None:
    """SettingError where an option for one article is given with a file that holds several."""
    for option in plan.options:
        raise SettingError(
            f"--{option.field} can be said of one article only, and {path} holds one a line; say it on its lines"
        )


def _options(published: str | None, outlet: str | None) -> tuple[Candidate, ...]:
    """What the user gave on the command line; SettingError where it cannot be used."""
    given: list[Candidate] = []
    if published is not None:
        if not given_interval(published):
            raise SettingError(f"--published {published!r} is no day; write 2023-01-17 or 2023-01-16/2023-01-18")
        given.append(Candidate("published", published, "option --published"))
    if outlet is not None:
        if not outlet.strip():
            raise SettingError("--outlet is empty; name the outlet or leave the option out")
        given.append(Candidate("outlet", outlet, "option --outlet"))
    return tuple(given)


def _article(path: str, data: bytes, given: tuple[Candidate, ...], *, telling: Telling) -> Article:
    """The article in `data`; what is `given` outranks what it says of itself."""
    page = _is_page(path, data)
    decoded = decode(data, path, html=page)
    digest = hashlib.sha256(data).hexdigest()
    if page:
        saved = html.parse(decoded.text, path)
        found = Line(path, saved.text, digest, saved.candidates, saved.layout, (*decoded.notes, *saved.notes))
        return _settled(found, given, saved.published, telling=telling)
    parsed = plain.parse(decoded.text)
    found = Line(path, decoded.text, digest, parsed.candidates, parsed.layout, (*decoded.notes, *parsed.notes))
    return _settled(found, given, telling=telling)


def _written(line: Line, *, telling: Telling) -> Article:
    """The article of a line; what the line says outranks what the text says of itself."""
    parsed = plain.parse(line.text)
    found = replace(
        line,
        candidates=parsed.candidates,
        layout=line.layout or parsed.layout,
        notes=(*line.notes, *parsed.notes),
    )
    return _settled(found, line.candidates, telling=telling)


def _settled(
    found: Line, given: tuple[Candidate, ...], dating: Dating | None = None, *, telling: Telling
) -> Article:
    """The article with the facts that stand; `dating` is the page's own."""
    text, layout = found.text, found.layout
    facts = settle((*given, *found.candidates), dating)
    outlet, url = facts.values.get("outlet"), facts.values.get("url")
    language = _stated_language(facts.values.get("language"), given) or _told_language(
        facts.values.get("language"), text, layout, telling=telling
    )
    return Article(
        id=_id(found.digest, outlet, url),
        path=_printable(found.path),
        text=text,
        raw_digest=found.digest,
        outlet=outlet,
        title=facts.values.get("title"),
        byline=facts.values.get("byline"),
        url=url,
        language=language,
        published=facts.published,
        layout=layout,
        candidates=facts.candidates,
        notes=(*found.notes, *_foreign(language)),
    )


def _id(digest: str, outlet: str | None, url: str | None) -> str:
    """An article's id: what was read, and where it came out."""
    return content_id("a", digest, outlet or "", url or "")


def _printable(path: str) -> str:
    """A path that can be printed: bytes that are no UTF-8 are shown as a mark."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_page(path: str, data: bytes) -> bool:
    """Whether an input is a web page: by its ending, or by how it begins where the ending does not say."""
    low = path.lower()
    if low.endswith(HTML_ENDINGS):
        return True
    if low.endswith(_TEXT_ENDINGS):
        return False
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) and (
        b"<html" in head or path == STDIN
    )


def _stated_language(stated: str | None, given: tuple[Candidate, ...]) -> str | None:
    """The code of the language that the user gave; None where only the page states one, or nobody."""
    return _code(stated) if any(candidate.field == "language" for candidate in given) else None


def _told_language(stated: str | None, text: str, layout: tuple[Block, ...], *, telling: Telling) -> str | None:
    """The language the words are in, else the one the page states."""
    if telling == "stated":
        return _code(stated)
    main = [block.span.of(text) for block in layout if block.kind not in ("furniture", "caption")]
    words = "\n".join(main) if main else text[layout[-1].span.end if layout else 0 :]
    return tell_language(words, classify=telling == "classifier") or _code(stated)


def _code(stated: str | None) -> str | None:
    return stated.lower().replace("_", "-").split("-")[0] if stated else None


def _foreign(language: str | None) -> tuple[Note, ...]:
    """The note that an article is not in English, where it is not."""
    if language in (None, "en"):
        return ()
    return (
        Note(
            "R104",
            f"The article is in language {language!r}; only English is understood, so statements are missed.",
        ),
    )


def _marked_twin(article: Article, first: dict[bytes, str]) -> Article:
    """The article, with a note where its text is that of an earlier one; `first` has paths by digest."""
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()
    earlier = first.setdefault(digest, article.path)
    if earlier == article.path:
        return article
    note = Note("R105", f"The text is the same as that of {earlier}; in a case the two count once.")
    return replace(article, notes=(*article.notes, note))
