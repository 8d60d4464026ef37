"""Media: words by which a name shows that it is an outlet or a channel, and carriers that take words along."""

from __future__ import annotations

from typing import Final

#: Last words of names of outlets, as they stand in the name.
OUTLET_WORDS: Final[frozenset[str]] = frozenset(
    """Times News Post Herald Chronicle Tribune Gazette Telegraph Observer Guardian Journal Mail Mirror Sun Star Globe
    Standard Independent Courier Examiner Inquirer Dispatch Bulletin Register Sentinel Monitor Review Weekly Daily Magazine
    Radio Television TV Broadcasting Channel Newswire Wire Press Agency Newspaper Today Tageszeitung Zeitung Spiegel Monde
    Figaro Presse Pravda Gazeta Novosti Ledger Advocate Argus Echo Messenger Reporter Beacon Express Morning Evening Podcast
    Newsweek Reuters Bloomberg Politico Axios Meduza Interfax Xinhua Kyodo Yonhap Ukrinform""".split()
)

#: First words of names of outlets ("the Daily Plough").
OUTLET_FIRST: Final[frozenset[str]] = frozenset("Daily Evening Morning Weekly Sunday Radio".split())

#: Names of outlets in capitals.
OUTLET_ACRONYMS: Final[frozenset[str]] = frozenset(
    "AP AFP BBC CNN NBC CBS ABC CNBC MSNBC NPR PBS DW RFE/RL VOA TASS RIA RBC RT ERR ARD ZDF ORF RTE CBC SBS NHK UPI DPA EFE ANSA PTI".split()
)

#: Common nouns for an outlet ("the newspaper").
OUTLET_NOUNS: Final[frozenset[str]] = frozenset(
    """newspaper paper magazine broadcaster outlet website site station channel agency newswire wire daily weekly tabloid
    journal podcast network programme program newsletter publication""".split()
)

#: Channels that carry words without speaking themselves: what follows "on", "via", "in a post on".
CHANNELS: Final[frozenset[str]] = frozenset(
    """Telegram Twitter X Facebook Instagram TikTok YouTube WhatsApp VKontakte VK LinkedIn Reddit Mastodon Bluesky Threads
    Weibo WeChat Signal Viber Substack""".split()
)

#: Verbs that name their channel themselves: stem -> channel.
CHANNEL_VERBS: Final[dict[str, str]] = {"tweet": "Twitter", "retweet": "Twitter"}

#: Who is told, interviewed or asked without being a carrier that prints it.
LISTENERS: Final[frozenset[str]] = frozenset(
    """reporters journalists lawmakers parliament congress council senate jurors court judge judges police officials investigators
    audience crowd supporters us me him her them everyone people voters colleagues viewers listeners readers residents
    delegates ministers members students staff employees investors analysts parents families friends""".split()
)

#: Where the name of a medium ends.
_STOP = r"(?=\s+(?:that|on|in|at|by|after|before|during|as|how|why|what|whether|when|while|to|about|of|for|earlier|late|last|this|from|via|through|he|she|it|they|there|the\s+\w+\s+(?:was|is|were|are))\b|\s*[,.;:!?\"“”()–—\n]|\s*$)"
#: Behind "told": the hearer is group 1.
TOLD: Final = r"\s{1,3}(.{2,80}?)" + _STOP
#: Behind a lead to a medium: its name.
NAME_AHEAD: Final = r"(?:the\s+|a\s+|an\s+)?.{1,80}?" + _STOP
#: What leads to a medium; the group "channel" marks leads behind which only a channel stands ("on Telegram").
LEADS: Final = (
    r"\b(?:in an? (?:\w{1,14} ){0,2}?(?:interview|conversation|briefing|statement|email|e-mail|letter|column|op-ed|essay|article) (?:with|to|for|in|given to|published (?:in|by|on))"
    r"|in (?:comments|remarks|statements) (?:to|for|carried by|published by|reported by|quoted by|aired (?:by|on)|broadcast (?:by|on))"
    r"|(?:speaking|talking|writing) (?:to|with|for|in|on)|(?:as )?(?:quoted|cited|reported|carried|published)(?: as (?:saying|telling|stating))? by"
    r"|(?P<channel>(?:on|via|through|over) (?:the )?(?:messaging (?:app|service|platform) )?|(?:to|on|in) (?:his|her|its|their|the|a|an) (?:\w{1,14} ){0,2}?))\s{0,3}"
)
#: Who brought a writing to light: group 1 the words that say so, group 2 his name.
BROUGHT: Final = (
    r"\b((?:uncovered|obtained|published|leaked|seen|reviewed|released|acquired|unearthed|disclosed|viewed|carried|quoted|"
    r"shared|reported)\s+(?:\w{1,14}\s+)?(?:by|to|with))\s+(.{2,160}?)(?=\s+(?:has|have|had|that|which|who|show|shows|showed|said|say|and (?:seen|obtained|reviewed|viewed|shared|published))\b|[,.;\n]|$)"
)
#: On whom a source rests: group 1 the word that cites, group 2 those cited.
CITES: Final = (
    r"\b(?:(?:that|which|who)\s+)?(cites|cited|citing|quotes|quoted|quoting|relies on|relied on|relying on|based on|draws on|drawing on|on the (?:basis|word|authority) of)\s+"
    r"(.{2,200}?)(?=\s+(?:that|which|who|said|says|to (?:say|claim|argue))\b|[,.;:\n\"“”]|$)"
)
#: On whom what was just reported rests ("…, VESTA reported on Friday, citing two officials"); groups as in CITES.
CITING: Final = (
    r"(?:\s+(?:on|late|early|last|in)?\s?[A-Z]?\w{2,12}){0,3},?\s+(citing|quoting)\s+"
    r"(.{2,200}?)(?=\s+(?:that|which|who|as saying|said|says)\b|[,.;:\n\"“”]|$)"
)
#: The same where it opens the sentence ("Citing two officials, VESTA reported"), up to the source.
CITING_FIRST: Final = r"\W{0,3}(Citing|Quoting|Based on|Relying on|Drawing on|On the (?:basis|word|authority) of)\s+([^,;.\n\"“”]{2,200}),\s*(?:the |a )?$"
#: Somebody whose words another reports: group 1 he, group 2 the word of saying ("… quoted Berg as saying").
AS_SAYING: Final = r"([\"“]?[^,;.\n\"“”]{2,120}?[\"”]?)\s+as\s+(saying|telling|stating|writing|warning)\b,?\s*"
#: The same in the passive ("…," Berg was quoted as saying by VESTA).
WAS_QUOTED: Final = r"([^,;.\n\"“”?!]{2,120}?)\s+(?:was|were|is|are)\s+((?:quoted|cited)(?:\s+by\s+.{2,60}?)?\s+as\s+(?:saying|telling|stating))\b"
#: A relative clause about the hearer before what he is told ("told the Chronicle, which did not name him, that …").
ABOUT_HEARER: Final = r"(?:which|who|whose)\s[^.;\n\"“”]{2,120}?,\s+(?=that\b)"
#: Words behind a name that say when or how it spoke and are no part of it.
SPOKE_WHEN: Final = (
    r"(?<=[\w)])(?:\s+(?:first|also|later|earlier|previously|once|now|then|recently|already|exclusively|separately)"
    r"|,\s+(?:meanwhile|however|too|for (?:his|her|its|their) part|on the other hand|in turn)"
    r"|\s+(?:(?:late |early )?on |last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|\s+(?:yesterday|today))+$"
)
#: The same before a source.
SPOKE_BEFORE: Final = r"(?:(?:\w{1,12} ){1,2}ago|[Ll]ast (?:week|month|year|night|\w{3,6}day)|[Oo]n \w{3,6}day|[Yy]esterday|[Mm]eanwhile|(?:(?:[Hh]alf an|[Aa]n?|\w{2,6}) (?:\w{1,6} )?)?(?:hours?|days?|weeks?|minutes?|months?) later|[Ll]ater|[Ee]arlier),?\s+(?=\S)"
#: A writer's box ("Ada Lind is a Courant reporter"): group 1 the outlet.
WRITER_OF: Final = (
    r"\W{0,3}(?:[A-Z][\w.’'-]{0,20}\s){1,4}(?:is|was) (?:an?|the) (?:[a-z-]{2,16} ){0,2}?"
    r"((?:[A-Z][\w’'-]{1,20} ?){1,4}?)(?:['’]s)? ?(?:[a-z-]{2,16} ){0,2}?(?:reporter|writer|correspondent|editor|journalist)\b"
)
#: First or last words of outlets' names that many outlets share, lower case: alone they name none.
COMMON_OUTLET: Final[frozenset[str]] = frozenset(
    "news press agency radio television tv today media daily weekly".split()
)
#: The medium that prints the article, as it calls itself.
ITSELF: Final = r"^(?:this|the|our) (?:newspaper|paper|website|magazine|outlet|news(?:room)?)$|^(?:us|we)$"
