"""The words of the second generator: frames of sentences, scenery, notices, stock phrases, parts of names.

Slots stand in angle brackets; those of a frame are told where the frames begin.
"""

# ruff: noqa: E501 (tables: rows of wordings are read as rows)

from __future__ import annotations

SCENERY = (
    "Rain fell over much of the country during the morning.",
    "On the square the tea stalls opened as usual.",
    "A dog slept through most of it under the table.",
    "Outside the building a few pensioners were feeding pigeons.",
    "The corridor smelled of floor polish and old paper.",
    "Trams were running again after the holiday.",
    "Journalists were handed a sheet of paper and a glass of water.",
    "Shops along the main street kept their shutters half down against the heat.",
    "Nobody in the room seemed in a hurry to leave.",
    "A brass band could be heard practising two streets away.",
    "The chairs had been set out in rows that nobody kept to.",
    "In the courtyard two drivers were arguing about a parking place.",
    "It was one of those grey mornings on which the lamps stay lit until noon.",
    "The microphone failed twice and was mended with tape.",
    "Swallows had built a nest above the entrance, and the porter asked visitors to close the door gently.",
    "On the evening train people read their papers, dozed or looked out at the fields.",
    "The lift was out of order, so everybody took the stairs.",
    "A photographer asked for the curtains to be drawn back and got his way after some discussion.",
    "The café across the road had run out of milk by ten.",
    "Bells rang for noon while the last chairs were being carried out.",
    "Someone had left an umbrella on the radiator, where it dripped for the rest of the day.",
    "The weather service expects sun with a little wind from the west.",
    "Schoolchildren on an outing waved at the cameras and were called back into line.",
    "The clock over the door has been ten minutes slow for as long as anyone can recall.",
    "Coffee was served from a large urn that hissed.",
    "Two interpreters took turns, a quarter of an hour each.",
    "By nightfall the streets had emptied and only the pharmacy was lit.",
    "Letters to the editor on this subject can be sent by post until the end of the month.",
)

# Stock words: said by unconnected mouths, so that shared wording alone proves nothing.
PROVERBS = (
    "A river asks nobody's leave",
    "He who counts the sheep at night counts the wolf too",
    "Cold bread feeds as well as warm",
    "I swear by my office that I will serve the people and keep the law",
    "No smoke without a kettle",
    "God willing, we shall all be wiser in the autumn",
)
STOCK = (
    "nothing has been decided yet",
    "the figures are being looked at with all due care",
    "the matter is in the hands of the competent services",
    "there is no cause for alarm",
    "the public will be told in good time",
)

# Frames. <c> clause, <C> the same at the head of a sentence, <who> full name, <short>, <alt> other words for the
# body, <doc>, <day> "on Tuesday", <out> the outlet that writes, <via> the outlet relied on, <chan> a channel.
FRAMES: dict[str, tuple[str, ...]] = {
    "body.first": (
        "<C>, <who> said in <adoc> published <day>.",
        "According to <adoc> that <who> put out <day>, <c>.",
        "In <adoc> issued <day> and seen by <out>, <who> writes that <c>.",
        "<Who> said <day> that <c>.",
        "<C>. That is the finding of <adoc> made public by <who> <day>.",
        "<C>, if <adoc> released by <who> <day> is to be believed.",
        "It was stated <day> by <who> that <c>.",
    ),
    "body.later": (
        "Elsewhere in the <doc> it is said that <c>.", "<Short> also holds that <c>.", "<C>, the authors write.",
        "<C>, the <doc> adds.", "The <doc> also says that <c>.", "It said <c>.", "<C>, according to <short>.",
        "<C>, it said.", "By the reckoning of <short>, <c>.", "It is further noted in the <doc> that <c>.",
    ),
    "person.first": (
        "<C>, <who> said at <adoc> <day>.", "<Who> told <adoc> <day> that <c>.",
        "Speaking at <adoc> <day>, <who> said that <c>.", "According to <who>, who spoke at <adoc> <day>, <c>.",
        "At <adoc> <day> it was put plainly by <who>: <c>.",
    ),
    "person.later": (
        "<Short> went further: <c>.", "Asked about the rest, <short> said that <c>.",
        "<C>, <short> said.", "<Short> added that <c>.", "<C>, by the account of <short>.",
        "<C>, <short> told those present.", "It was also said by <short> that <c>.",
    ),
    "alt.first": (
        "<C>, <alt> says.", "<C>. So says <alt>.", "According to <alt>, <c>.", "<Alt> has let it be known that <c>.",
        "It is the view of <alt> that <c>.", "<C>, in the words of <alt>.",
    ),
    "alt.later": (
        "The source goes on to say that <c>.", "<C>, so the account continues.", "One reads further that <c>.",
        "<C>, the same source says.", "It adds that <c>.", "It is also stated that <c>.", "<C>, it is said.",
    ),
    "body.after": (
        "That is what <adoc> says that <who> published <day>.", "The figures come from <who>, which put out <adoc> <day>.",
        "So it stands in <adoc> that was issued <day> by <who> and that <out> has read.",
    ),
    "agree.after": ("So says <who>, which made a count of its own and published <adoc> <day>.",),
    "person.after": (
        "<Who> said so at <adoc> <day>.", "The words are those of <who>, spoken <day> at <adoc>.",
        "That was said by <who> at <adoc> <day>.",
    ),
    "nameless.after": ("<From> has this from <who>, who spoke <day> and asked not to be named.",),
    "own.after": ("<From> sent a reporter, who saw it <day>.",),
    "via.after": ("This was reported <vday> by <via>, which cites <who>.", "The source given by <via> is <alt>."),
    "viabare.after": ("<Via> had it <vday>.",),
    "alt.after": ("The source for this is <alt>.", "All this comes from <alt>."),
    "bare.first": ("<C>.", "<C>.", "<C>, it has emerged."),
    "nobody.first": ("<C>.", "<C>, and few had seen it coming.", "<C>, it has emerged.", "It has become known that <c>."),
    "nobody.later": (
        "Besides, <c>.", "Meanwhile, <c>.", "To this must be added that <c>.","<C>.", "At the same time, <c>.", "What is more, <c>.", "Nor is that all: <c>."),
    "via.first": (
        "<C>, <via> reported <vday>, citing <who>.", "According to <via>, which cites <alt>, <c>.",
        "<C>, <via> wrote <vday> with reference to <alt>.", "As <via> has it, quoting <who>, <c>.",
        "<C>, says a post on the channel <chan> that links to <via>.",
        "<C>. <Via> was the first we saw to carry it, naming <alt> as its source.",
    ),
    "via.later": (
        "<Via> also writes that <c>.", "In the same article it is said that <c>.", "A further point made there: <c>.","<C>, <via> adds.", "<C>, according to the same report.", "The report in <via> also says that <c>."),
    "back.first": (
        "As <via> informs with reference to <who>, <c>.", "<C>, informs <via>.",
        "About the fact that <c>, <day> reported <who>, transmits <via>.", "How it became known to <via> from <who>, <c>.",
    ),
    "back.later": (
        "As is underlined in the <doc>, <c>.", "In addition, is noted that <c>.", "Also <who> drew attention: <c>.",
        "Besides this, according to the data of <short>, <c>.",
    ),
    "nameless.first": (
        "<C>, <who> told <from> <day> on condition of not being named.",
        "<Who>, who may not speak in public, told <from> <day> that <c>.",
        "<C>, <from> learned <day> from <who>.",
    ),
    "nameless.later": (
        "The same <rank> also said that <c>.", "By this account, <c>.","<C>, the <rank> said.", "The <rank> added that <c>.", "<C>, in the words of the <rank>."),
    "own.first": (
        "<C>, a count made on the spot by <from> shows.", "A reporter for <from> found that <c>.",
        "<C>, as <from> established <day>.", "What a visit by <from> <day> showed: <c>.",
    ),
    "own.later": ("<C>, the count by <from> shows.", "<From> also noted that <c>."),
    "viaown.first": (
        "<C>, <via> reported <vday>.", "According to <via>, which sent a reporter, <c>.",
        "<Via> has counted and found that <c>.", "<C>; the count is that of <via>.",
    ),
    "viabare.first": (
        "<C>, <via> reported <vday>.", "According to <via>, <c>.", "<Via> has it that <c>.", "<C>, <via> writes.",
        "<C>. We have this from <via>.",
    ),
    "agree.first": (
        "<C>, <who> said <day> after a count of its own.",
        "<Who>, which had not seen any earlier paper and worked from its own records, said <day> that <c>.",
        "Working from different papers, <who> said in <adoc> <day> that <c>.",
    ),
    "title.first": ("<C>, <role> said <day>.", "<Role> said <day> that <c>.", "According to <role>, <c>."),
    "title.later": ("<C>, <role> added.", "<Role> also said that <c>."),
    "melt.first": ("<C>, officials and experts say.", "Experts and officials alike say that <c>.",
                   "<C>, according to several sources."),
    "melt.later": ("<C>, they say.",),
}  # fmt: skip
QUOTED = (
    "“<Q>,” <voice> said.",
    "“<Q>,” said <voice>.",
    "As <voice> put it: “<Q>.”",
    "“<Q>,” in the words of <voice>.",
)
SPLIT = ("“<Q1>,” <voice> said, “<Q2>.”", "“<Q1>,” said <voice>, “<Q2>.”")

SWAPS = (
    (" said ", " stated "), ("According to ", "In the words of "), (" also says ", " further says "),
    (" told ", " informed "), (" published ", " brought out "), (" added that ", " went on to say that "),
    (", it said.", ", it was said."), (" the largest ", " the biggest "), (" by the account of ", " according to "),
    (" seen by ", " viewed by "), (" a few ", " several "), (" issued ", " released "),
)  # fmt: skip

LEADS = (
    "Another day, another figure: readers of these pages will want to know what is being said.",
    "It is the talk of the market halls this week.",
    "Eyes in <capital> are on <p> once more.",
    "Here is what is known so far.",
    "The argument over <p> goes into another round.",
)
NOTICES = (
    "© <year> <out>. All rights reserved.", "Subscribe to <out> for full access. Cancel at any time.",
    "Read also: Ten soups for cold evenings", "Follow us on our channel for updates.",
    "This text may not be copied or passed on without leave of the publisher.",
    "Corrections may be sent to the desk by post.", "Related: Chess league, results of the weekend",
    "Editing by the night desk.", "Share this article with a friend.",
)  # fmt: skip
REASONS = (
    "one sheet was read twice", "two columns had been exchanged", "an old list was taken for the new one",
    "a figure for the whole year was taken for a month", "the paper had been drawn up for an exercise",
)  # fmt: skip
SIDE = (
    ("Choir of <x> wins the cup for the third time", "the choir of <x> won the national cup on <t>",
     "the jury gave <n> points out of a possible hundred"),
    ("Museum in <x> gets a new roof", "the museum in <x> gets a new roof before <t>",
     "the copper for it weighs <n> hundredweight"),
    ("Storks return to <x>", "the first storks reached <x> on <t>", "<n> nests were counted from the church tower"),
    ("Chess: <x> beats the champions", "<x> beat the champions on <t>", "the last game went to <n> moves"),
    ("Lost violin found in <x>", "the lost violin was found in an attic in <x> on <t>",
     "<n> letters lay in the same box"),
    ("Tram line in <x> to be relaid", "the tram line in <x> is to be relaid from <t>",
     "<n> lime trees along the track are to stay"),
)  # fmt: skip
OPINION = (
    "the whole quarrel is about vanity and not about numbers", "this government counts only what it likes to count",
    "nobody in <p> believes the capital any more", "patience is the one thing that has not been tried",
    "those who shout loudest have never been to <p>", "it ends as it always ends, with a commission",
)  # fmt: skip

HEADS = (
    "Hal",
    "Mer",
    "Tor",
    "Vel",
    "Ask",
    "Bru",
    "Cor",
    "Dun",
    "Eld",
    "Fen",
    "Gar",
    "Hest",
    "Ill",
    "Jor",
    "Kel",
    "Lom",
    "Nor",
    "Ost",
    "Pel",
    "Quar",
    "Ros",
    "Sel",
    "Tam",
    "Ul",
    "Var",
    "Wes",
    "Yar",
    "Zel",
    "Bast",
    "Drov",
)
MIDDLES = ("a", "e", "i", "o", "u", "an", "en", "or", "il", "ar", "os", "em")
TAILS = (
    "vik",
    "ren",
    "dra",
    "mora",
    "sk",
    "tha",
    "lin",
    "gard",
    "nost",
    "bel",
    "ques",
    "wen",
    "zar",
    "dell",
    "mund",
)
FIRSTS = (
    "Tarn",
    "Ilsa",
    "Bero",
    "Maud",
    "Jannik",
    "Odile",
    "Rurik",
    "Sanna",
    "Teo",
    "Vesna",
    "Edda",
    "Kaspar",
    "Lior",
    "Nele",
    "Orla",
    "Pavo",
    "Quirin",
    "Runa",
    "Stel",
    "Wanda",
    "Yorick",
    "Zita",
    "Arvo",
    "Brida",
)
TITLES = (
    "Courier",
    "Gazette",
    "Herald",
    "Post",
    "Observer",
    "Lantern",
    "Mirror",
    "Dispatch",
    "Chronicle",
    "Beacon",
    "Ledger",
    "Echo",
    "Standard",
    "Voice",
    "Messenger",
    "Bulletin",
)
NETS = ("Portal", "Online", "Daily Digest", "Wire Watch", "Newsroom", "Today", "Monitor", "Feed")
KINDS = (
    "Institute for <f> Policy",
    "Centre for <f> Studies",
    "<f> Observatory",
    "<f> Research Foundation",
    "<f> Forum",
    "Council on <f> Affairs",
)
DOCS = ("note", "report", "paper", "study", "briefing paper", "survey")
TALKS = ("briefing", "press conference", "hearing", "news conference", "committee hearing")
POSTS = ("Deputy Minister", "State Secretary", "Minister", "Chief Inspector", "Commissioner")
RANKS = (
    "senior official",
    "member of the delegation",
    "ministry employee",
    "adviser to the cabinet",
    "senior officer",
)
DOCSIDE = ("director", "head of research", "chief analyst", "lead author", "chair")

# Quotations put together: an opener, a clause, a closer; after "|" what a translation there and back makes of it.
OPENERS = (
    "Our reckoning is that|According to our calculations",
    "I have told my colleagues that|I already told comrades that",
    "You can take it from me that|Believe me that",
    "There is no polite way to say that|Politely it cannot be said that",
    "Anyone who has done the sums knows that|Everyone who counted knows that",
    "As things stand,|In the present state",
    "Put it in your paper:|Write it in the newspaper:",
    "Let us be honest:|Let us speak honestly:",
    "What we see in the books is that|From the books we see that",
    "I repeat my words of this morning:|I repeat that",
    "My people tell me that|My employees report to me that",
    "It pains me to say that|With pain I say that",
)
CLOSERS = (
    "and that is not a threat|and this is no threat",
    "whatever you may have heard|no matter what you heard",
    "and I have slept badly because of it|and because of this I sleep badly",
    "no more and no less|not more and not less",
    "and no speech will change it|and no words will change this",
    "for better or worse|for good or for bad",
    "and we shall have to live with it|and with this we must live",
    "and the shelf with the files is over there|and the folders stand on that shelf",
    "and my grandmother could have told you so|and this my grandmother could tell",
    "and I say so without pleasure|and I say this not gladly",
    "and somebody will have to answer for it|and someone will carry responsibility",
    "you may quote me on that|you can cite me",
)
DENIALS = (
    "There is not a word of truth in it",
    "That figure was made up at a desk",
    "We know of nothing of the kind",
    "Whoever wrote that has not been here",
    "Our own books say something quite different",
    "One should not believe every paper that is printed",
)
