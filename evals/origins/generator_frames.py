# ruff: noqa: E501 - tables: frames are read as rows
"""How outlets attribute what they print: frames by kind of occasion, those for a lead and those for what follows.

Slots: `{C}` the content with a capital, `{c}` without, `{q}` quoted with its comma; `{body}`, `{short}`, `{person}`,
`{last}`, `{role}`, `{she}` whose words they are; `{day}` when; `{host}` where it was told first.
"""

from __future__ import annotations

Frames = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]

FIRST: Frames = {
    "briefing": (
        (
            "{C}, {body} said {day}.",
            "{C}, {role} {person} of {body} told a briefing {day}.",
            "{body} said {day} that {c}.",
        ),
        (
            "{C}, {last} said.",
            "{q} {last} said.",
            "{last} said that {c}.",
            "{q} {she} added.",
            "According to {short}, {c}.",
            "{C}, {short} said.",
            "{she} also said that {c}.",
        ),
    ),
    "note": (
        (
            "{C}, {body} writes in a note published {day}.",
            "A note that {body} put out {day} says that {c}.",
            "{C}, according to a note of {body}, dated {date}.",
        ),
        (
            "The note says that {c}.",
            "It also says that {c}.",
            "They write that {c}.",
            "{C}, its authors write.",
            "{q} the note says.",
            "{C}, according to {short}.",
            "{short} also says that {c}.",
        ),
    ),
    "talk": (
        ("{C}, {person}, {role}, told {host}.", "{q} {person}, {role}, told {host} {day}."),
        ("{q} {she} said.", "{last} said that {c}.", "{C}, {she} said."),
    ),
    "nameless": (
        (
            "{C}, an official who asked not to be named told {host}.",
            "An official with knowledge of the matter told {host} that {c}.",
        ),
        ("{C}, the official said.", "The official added that {c}."),
    ),
    "own": (("{C}, a reporter of {host} saw {day}.", "{C}, as {host} found {day}."), ("{C}.",)),
    "claim": (("{C}.",), ("{C}.",)),
}

RELAY: Frames = {
    "briefing": (
        ("{C}, {role} {person} said {day}.", "{body} announced {day} that {c}.", "{C}, {person} told journalists {day}.", "{C}, {body} has said.", "{C}, the {role} said {day}."),
        ("{C}, {last} said.", "{C}, according to {short}.", "{last} also said that {c}.", "{C}, {she} said."),
    ),
    "note": (
        ("{C}, {body} believes.", "{C}, according to a report by {body}.", "The report by {body}, seen by {me}, says that {c}.", "{C}, says a study of {body} that {host} cites."),
        ("{C}, the study says.", "The analysts add that {c}.", "{C}, the think tank's analysts say.", "According to the report, {c}."),
    ),
    "talk": (
        ("{C}, {person}, {role}, told {host}.", "{person}, {role}, has told {host} that {c}."),
        ("{C}, {she} said.", "{last} said that {c}."),
    ),
    "nameless": (
        ("{C}, {host} reports, citing an unnamed official.", "According to {host}, an official says that {c}."),
        ("{C}, the official is quoted as saying.",),
    ),
    "own": (("{C}, {host} reports.", "According to {host}, {c}."), ("{C}, {host} writes.",)),
    "claim": (("{C}, {host} reports.", "According to {host}, {c}."), ("{C}, {host} writes.",)),
}  # fmt: skip

#: Through the outlet that had it first.
VIA: Frames = {
    "briefing": (("{C}, {host} reports, citing {body}.", "{host} quotes {person} of {body} as saying that {c}."), ("{C}, {last} is quoted as saying.", "{C}, {host} writes.")),
    "note": (("{C}, {host} reports with reference to {body}.", "A note of {body}, reported by {host}, says that {c}."), ("{C}, the note is quoted as saying.", "{C}, {host} writes.")),
} | {kind: RELAY[kind] for kind in ("talk", "nameless", "own", "claim")}  # fmt: skip

#: Translated there and back.
BACK: Frames = {
    "briefing": (("As {body} communicated {day}, {c}.", "{C}, so {person} in front of the press."), ("It was underlined by {last} that {c}.", "{C}, explained {last}.")),
    "note": (("As follows from an analysis of {body}, {c}.", "The specialists of {body} hold that {c}."), ("{C}, it stands in the paper.", "The specialists hold that {c}.")),
    "talk": (("In a conversation with {host} {person} communicated that {c}.",), ("{C}, {she} explained.",)),
    "nameless": (("As {host} transmits with reference to an unnamed functionary, {c}.",), ("{C}, explained the functionary.",)),
    "own": (("As {host} established, {c}.",), ("{C}, {host} writes.",)),
    "claim": (("As {host} transmits, {c}.",), ("{C}, {host} writes.",)),
}  # fmt: skip

#: Nothing but quotations.
QUOTE: Frames = {
    "briefing": (
        ("{q} {person} of {body} said {day}.", "{q} {role} {person} said {day}."),
        ("{q} {she} said.", "{q} {last} added."),
    ),
    "note": (("{q} reads a note of {body}.",), ("{q} it says.", "{q} the note reads.")),
    "talk": (("{q} {person}, {role}, told {host}.",), ("{q} {she} said.",)),
    "nameless": (("{q} an official told {host}.",), ("{q} the official said.",)),
    "own": RELAY["own"],
    "claim": RELAY["claim"],
}

#: The day on which it was said must be told.
DATED: Frames = {
    "briefing": (("{C}, {role} {person} said {day}.", "{body} announced {day} that {c}."), RELAY["briefing"][1]),
    "note": (("{C}, {body} wrote in a report published {day}.", "{body} warned {day} that {c}."), RELAY["note"][1]),
}

#: Without naming anybody.
BARE: Frames = dict.fromkeys(FIRST, FIRST["claim"])

#: An earlier occasion, told beside the matter of the day.
EARLIER = ("{day_capital}, {last} had said that {c}.", "{day_capital} {short} had said that {c}.")

#: What goes on without saying whose words it gives, in the paragraph of what went before.
ON = "{C}."
#: One of the quotations of a collection.
QUOTED = {
    "briefing": "{q} - {person}, {body}",
    "note": "{q} - from a note of {body}",
    "talk": "{q} - {person}, {role}, to {host}",
    "nameless": "{q} - an official, to {host}",
}

MELTED = (
    "Officials and experts say that {c}.",
    "{C}, officials and analysts say.",
    "{C}, according to officials and experts.",
)
CIRCLE = (
    ("{C}, {other} reports.", "{C}, according to {other}."),
    ("{C}, {other} writes.", "As {other} reports, {c}."),
)
TAKES_BACK = (
    "{me} retracts its report of {date} that {c}.",
    "On {date} {me} reported that {c}. {me} withdraws this report.",
)
