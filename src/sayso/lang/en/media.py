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

#: Names of outlets in capitals.
OUTLET_ACRONYMS: Final[frozenset[str]] = frozenset(
    "AP AFP BBC CNN NBC CBS ABC CNBC MSNBC NPR PBS DW RFE/RL VOA TASS RIA RBC RT ERR ARD ZDF ORF RTE CBC SBS NHK UPI DPA EFE ANSA PTI".split()
)

#: Common nouns for an outlet ("the newspaper").
OUTLET_NOUNS: Final[frozenset[str]] = frozenset(
    """newspaper paper magazine broadcaster outlet website site station channel agency newswire wire daily weekly tabloid
    journal podcast network programme program""".split()
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
