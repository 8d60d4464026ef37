"""English words that say on which side of today a time lies: verbs by tense, plans, delays, meetings, reports."""

from __future__ import annotations

from typing import Final

_ROWS: Final[tuple[tuple[str, str], ...]] = (
    ("will", "will shall won't i'll we'll he'll she'll they'll it'll you'll gonna"),
    ("would", "would wouldn't might"),
    ("could", "could couldn't"),
    ("can", "can may should must can't cannot shouldn't"),
    ("plan", "plan plans planning scheduled due expected expects expect expecting intends intend aims aim hopes hope "
             "wants want seeks prepares preparing slated likely unlikely projected forecast hoping awaits awaiting "
             "readies ready poised tentatively booked going"),
    ("planned", "planned"),
    ("upcoming", "upcoming coming next forthcoming ahead tomorrow deadline soon"),
    ("begins", "begins starts opens ends expires runs closes resumes leaves arrives returns continues takes meets faces "
               "begin start open end expire run close resume leave arrive return take meet face comes come goes go "
               "falls moves holds hold visits visit attends attend votes vote heads"),
    ("delayed", "postponed delayed extended deferred rescheduled adjourned moved pushed delay extend postpone"),
    ("off", "cancelled canceled scrapped abandoned called-off"),
    ("earlier", "earlier previously previous ago last yesterday past recent recently already following initially "
                "originally"),
    ("is", "is are am isn't aren't 're 'm remains remain seems"),
    ("have", "have has haven't hasn't 've"),
    ("had", "had hadn't"),
    ("was", "was were wasn't weren't"),
    ("be", "be been being"),
    ("did", "did didn't ended came went made took fell rose won lost died became got left found held led met saw sent wrote "
            "gave ran hit cut put sold bought grew kept broke began fled fought spoke chose drove flew threw knew "
            "drew stood shot paid built spent felt heard brought thought caught taught sought struck swept overthrew "
            "underwent sank withdrew forbade bore beat bit blew dealt dug fed hung hid laid lent lit meant rang rode sang "
            "slept slid stole swore tore understood woke wore wept wound shut burst split spread cost quit rebuilt"),
    ("said", "said told announced reported added wrote stated testified confirmed declared tweeted acknowledged insisted "
             "explained noted disclosed revealed unveiled released issued published"),
    ("says", "says say saying according"),
    ("event", "meeting election elections vote hearing summit talks conference trial referendum primary debate ceremony "
              "session match game final launch visit trip inauguration convention ballot runoff parade auction"),
    ("deed", "ruling attack attacks bombing bombings blast killing killings shooting crash announcement decision arrest "
             "fire explosion raid strike quake earthquake verdict report statement speech results defeat victory"),
)  # fmt: skip

#: The kind of a word, where it tells something of time; a verb in -ed or -ing is known by its look.
TENSED: Final[dict[str, str]] = {word: kind for kind, row in reversed(_ROWS) for word in row.split()}

#: Words that may follow "to" and are no verb.
NO_VERBS: Final[frozenset[str]] = frozenset(
    "the a an this that these those his her its their our my your some any all both each more less about at least "
    "one two three four five six seven eight nine ten other which whom where what him them us me it you".split()
)

#: Words that may stand between an auxiliary and its verb; those in -ly as well.
SKIPPED: Final[frozenset[str]] = frozenset(
    "not also never just still then now already ever soon again always even yet both all".split()
)

#: Verbs that look ahead where an infinitive follows: "agreed to meet"; "set" does so before "to" and "for".
GOVERNORS: Final[frozenset[str]] = frozenset(
    "promises promised promise vows vowed pledges pledged predicted predicts proposes proposed invited hoped warned "
    "threatened threatens threatening agreed agrees intended asked urged ordered wanted set decided voted prepared "
    "arranged demanded requested tells told called calls calling plan ability chance opportunity decision effort "
    "bid move vow promise pledge offer offered".split()
)
