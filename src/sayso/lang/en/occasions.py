"""English words for the occasion on which something was said or published: kinds of talk and of paper."""

from __future__ import annotations

from typing import Final

#: Kinds of talk by the words that name them, lower case. Two different kinds are two occasions.
TALKS: Final[dict[str, str]] = {
    word: kind
    for kind, words in {
        "briefing": "briefing briefings reporters journalists newsmen scrum",
        "interview": "interview interviewed podcast",
        "hearing": (
            "hearing testimony testified testifying parliament lawmakers mps senators chamber inquiry committee tribunal"
        ),
        "speech": "speech address rally lecture sermon keynote congress forum summit",
        "post": "post posts posted tweet tweeted tweets telegram facebook twitter livestream",
        "letter": "letter letters",
        "statement": "statement communique communiqué",
        "call": "telephone phone",
    }.items()
    for word in words.split()
}

#: Two words that name a kind of talk.
TALK_PAIRS: Final[dict[tuple[str, str], str]] = {
    ("press", "conference"): "briefing",
    ("news", "conference"): "briefing",
    ("press", "release"): "statement",
    ("news", "release"): "statement",
    ("social", "media"): "post",
    ("question", "time"): "hearing",
    ("open", "letter"): "letter",
}

#: Kinds of paper by the words that name them. Writers call one paper a report, a study and a note: kinds that are
#: one family say nothing against each other.
PAPERS: Final[dict[str, str]] = {
    word: kind
    for kind, words in {
        "report": (
            "report reports study studies paper analysis assessment review survey poll audit forecast findings research "
            "publication note notes bulletin summary newsletter outlook commentary dossier update brief paper"
        ),
        "minutes": "minutes transcript protocol",
        "leak": "papers documents document files file leak leaks memo memos memorandum slides spreadsheet cable "
        "cables",
    }.items()
    for word in words.split()
}

#: Words that say of a paper or talk that it is not the one spoken of so far.
ANEW: Final[frozenset[str]] = frozenset(
    "new newest latest fresh another second third separate later subsequent".split()
)

#: Words that put a saying before the time that the article tells of.
EARLIER: Final[frozenset[str]] = frozenset("earlier previously formerly originally initially repeatedly".split())

#: Nouns for bodies that may stand for one another: "the think tank" is an institute, "the union" a brotherhood.
ALIKE_BODIES: Final[tuple[frozenset[str], ...]] = tuple(
    frozenset(words.split())
    for words in (
        "institute institution centre center foundation observatory tank think-tank group project laboratory academy college",
        "union brotherhood guild federation association league society alliance chamber",
        "authority agency office directorate bureau inspectorate service commission regulator watchdog",
        "ministry department",
        "company group firm corporation operator maker manufacturer airline shipyard brewery yard",
        "government ministry cabinet administration",
        "bank lender fund",
        "council assembly board committee",
    )
)

#: Nouns for bodies that the table of kinds does not have, singular.
MORE_BODIES: Final[frozenset[str]] = frozenset(
    """authority directorate society league guild network observatory brotherhood inspectorate regulator watchdog
    expedition bureau waterworks commissariat secretariat palace""".split()
)

#: Nouns for one person that tell nothing but that it is one: "the man", "the official".
ANYONE: Final[frozenset[str]] = frozenset(
    """man woman person official source member speaker informant insider diplomat witness worker reader caller resident
    officer driver author writer""".split()
)

#: Those who lead, speak or write for a body: what they say and what the body says may be one occasion.
OFFICERS: Final[frozenset[str]] = frozenset(
    """director spokesman spokeswoman spokesperson chairman chairwoman chair head chief secretary manager author
    authors analyst analysts researcher researchers economist lead executive commissioner founder rector""".split()
)

#: Those who lead a ministry or government, and the nouns for what they lead.
MINISTERS: Final[frozenset[str]] = frozenset("minister ministers secretary premier".split())
MINISTRIES: Final[frozenset[str]] = frozenset("ministry department government cabinet".split())

#: Last words of the names of bodies that publish on their own matters, and are no outlets though articles are theirs.
PUBLISHERS: Final[frozenset[str]] = frozenset(
    """institute institution foundation endowment observatory ministry department government council commission committee
    university academy college union party embassy court association society federation authority parliament
    inspectorate directorate secretariat""".split()
)
