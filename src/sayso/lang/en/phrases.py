"""Small words and shapes around the names of sources. Patterns are matched without regard to case."""

from __future__ import annotations

from typing import Final

#: Small words inside a person's name.
PARTICLES: Final[frozenset[str]] = frozenset(
    "de van von der den la le du da di dos del el al bin ibn ben ter ten".split()
)
#: Small words inside the name of a body.
CONNECTORS: Final[frozenset[str]] = frozenset("of for the and on in to at".split())
#: Words that begin a sentence in capitals and are no part of the name behind them.
LEADING: Final[frozenset[str]] = frozenset(
    """a an the this that these those some several many most both few another other one two three its his her their our my
    is are was were will would has have had do does did can could should must shall might
    and but so as in on at for of from by with if when while after before since although though however yet or nor then
    also meanwhile according former neighbouring neighboring nearby senior not no it he she they we i you what who which where why how there here""".split()
)
#: Words that point back to somebody already met.
DEFINITE: Final[frozenset[str]] = frozenset("the this that these those its his her their".split())
#: Words in a run of capitals that no person's name has.
NOT_PERSONS: Final[frozenset[str]] = frozenset(
    """of for the and war street square city river lake sea day festival scholarship contest prize award awards cup
    championship championships games olympics conference summit treaty act agreement theatre theater museum library gallery
    bridge road avenue airport station stadium park hotel island islands mountain mountains valley bay ocean""".split()
)
CALENDAR: Final[frozenset[str]] = frozenset(
    """January February March April June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Christmas Easter Whitsun Pentecost Ramadan Lent Advent Diwali Hanukkah""".split()
)
#: Days without a name that own a writing as those of the calendar do: "today's report".
THIS_DAY: Final[frozenset[str]] = frozenset(
    ("today", "yesterday", "last week", "last month", "this week", "this month")
)
#: Where the head of a phrase ends: a comma or bracket, a relative, a participle, a preposition.
CUT: Final = (
    r"\s*[,;:(\[–—]\s*|\s+(?:-{1,2}\s+|(?:that|which|who|whose|whom|whether)\b|"
    r"(?:uncovered|obtained|published|leaked|seen|reviewed|released|acquired|unearthed|issued|written|sent|signed|quoted|cited|"
    r"citing|close|familiar|based|speaking|working|living|briefed|involved|loyal|from|in|at|with|near|inside|within|on|by|"
    r"against|about|to|for|behind|among|under)\b)"
)
#: "… report by", "statement from": the noun is group 1.
ISSUED_BY: Final = r"^(?:(?:a|an|the|this|that|its|his|her|their)\s+)?(?:[\w-]{1,30}\s+){0,4}?([\w-]{1,30})\s+(?:by|from|of)\s+(?=\S)"

#: What stands where a source should and is none.
NO_SOURCE: Final[frozenset[str]] = frozenset("who whom that which this these those what there one such".split())
#: Of these, those that stand for the noun before them: "residents who fear …".
RELATIVE_SOURCES: Final[frozenset[str]] = frozenset("who which that".split())
#: Pronouns that may speak inside somebody's content, and those by which the speaker means his own side.
SPEAKERS: Final[frozenset[str]] = frozenset("he she it they".split())
#: Whose somebody is: in "her deputy said she …" she is not the deputy.
POSSESSORS: Final[dict[str, str]] = {"his": "he", "her": "she", "its": "it", "their": "they"}
#: The subject of a pronoun behind "according to".
OBJECTS: Final[dict[str, str]] = {"him": "he", "them": "they"}
OWN: Final[frozenset[str]] = frozenset("i we me us my our you".split())
#: Somebody unnamed who wants or says something.
SOMEBODY: Final[frozenset[str]] = frozenset("somebody someone everybody everyone".split())
#: What a tagger sometimes takes for a source and is a piece of a clause: a preposition or a participle first, or a
#: pronoun with its verb. Lower case.
FRAGMENT: Final = (
    r"(?:in|over|at(?! (?:least|most)\b)|during|after|before|likely|unlikely|forced|seizing|using|including|included|by|with|without|into|if|when|"
    r"because|although|as|than|whether|how|from|of(?! (?:those|these|them|the)\b)|cited|citing|noting|replacing|propounding|unveil)\b(?! [a-z’'-]+ing\b)"
    r"|['’]s |to (?!be\b)[a-z]+\b|(?:he|she|it|they|i|we) (?!both\b|all\b|and\b|himself\b|herself\b|themselves\b|too\b|also\b|who\b)[a-z’']+ "
)
#: Words in capitals before a name that are no first name.
NO_FIRST_NAMES: Final[frozenset[str]] = frozenset(
    "The A An In On At To Of And But From By For With Daily Evening Morning Sunday Radio Mr Mrs Ms".split()
)
#: A cue that has not happened.
TO_COME: Final = r"^(?:\w+ly\s+|also\s+|soon\s+)*(?:may|might|could|will|shall|would|should|can|must|is (?:about|going|set|due|expected|likely) to)\b"
#: What stands right before "to say" where it has not happened.
DUE: Final = (
    r"\b(?:due|expected|set|going|about|likely|unlikely|scheduled|slated|poised|supposed|bound|ready|preparing|planning|"
    r"expects|plans|intends|wants|hopes|has yet|have yet|had yet|ought|needs?)\s+$"
)
#: "and" behind a comma, with a date behind it, before a clause that stands beside the one before.
BESIDE: Final = r"[,;]\s+(?:and|but|while|whereas)(?:\s+(?:in|on|by|since|last|this|earlier|later|then)\s+(?:\w+\s*){1,3},?)?(?:\s+(?:the|a|an))?\s*$"
