# ruff: noqa: E501 - rows of words are read as rows
"""How the invented outlets write: the frames round a statement, headlines, remarks, scenery and boilerplate.

In a frame `@c` is the statement as it stands, `@b` the same in reported speech (capital letters: at the start of
a sentence), `@q` the statement as a quotation; the words in angle brackets are filled in from the origin.
"""

FIRST = {
    "paper": """
@C, <B> said in a <d> published <D>.
In a <d> released <D>, <B> writes that @c.
A <d> by <B>, made public <D>, finds that @c.
“@q,” reads the <d>, which <B> put out <D>.
According to a <d> from <B> that appeared <D>, @c.
<Bb> presented a <d> <D>. “@q,” it says.
The authors of a <d> which <B> brought out <D> conclude that @c.""",
    "person": """
@B, <N>, the <T>, said <O> <D>.
“@q,” <N>, the <T>, told reporters <O> <D>.
Speaking <O> <D>, <N>, the <T>, said @b.
The <T>, <N>, said <D> that @b.
<N> was asked about it <O> <D>. “@q,” the <T> answered.
“@q,” the <T>, <N>, said <O> <D>.
<Dd>, <O>, <N> said that @b. <Pp> is the <T>.""",
    "interview": """
“@q,” <N>, the <T>, told <U> in an interview <D>.
@B, the <T>, <N>, said in an interview with <U> <D>.
<N>, the <T>, received <U> <D> and said @b.
<U> spoke to <N>, the <T>, <D>. “@q,” <p> said.""",
    "office": """
@B, <N>, <sp> for <F>, said <D>.
<N>, <sp> for <F>, told reporters <D> that @b.
“@q,” <F> said <D> through its <sw>, <N>.
<Ff> let it be known <D> that @b. The words came from its <sw>, <N>.""",
    "nameless": """
@B, <an> told <U> <D>.
<An> told <U> <D> that @b.
“@q,” <an> said to <U> <D>.
<U> learned <D> from <an> that @b.""",
    "leak": """
@C, according to a confidential <d> of <F> seen by <U>.
A draft <d> drawn up in <F>, a copy of which <U> obtained <D>, says that @c.
“@q,” runs a <d> marked secret that was passed to <U> from <F> <D>.
<U> has read an unpublished <d> of <F>. It states that @c.""",
    "post": """
“@q,” <N>, the <T>, wrote on the channel <ch> <D>.
In a post on the channel <ch> <D>, <N>, the <T>, said @b.
<N>, the <T>, took to the channel <ch> <D>: “@q.”""",
    "own": """
@B, a count by <U> showed <D>.
<U> went to look <D> and found that @b.
Reporters of <U> who made the round <D> established that @b.""",
}

NEXT = {
    "paper": """
The <d> also says that @c.
“@q,” it says.
@C, the <d> adds.
Its authors write that @c.
@C, according to the <d>.
A table in the annex has it that @c.
Elsewhere in the <d> it is held that @c.
@C, it says further on.
On the second page one finds the words “@q”.
The summary states that @c.
“@q,” the <d> continues.
It puts on record that @c.""",
    "person": """
“@q,” <p> said.
<Pp> added that @b.
@B, <p> said.
Asked about this, <S> said @b.
<S> told the audience that @b.
@B, <S> said in reply to a question.
“@q,” the <T> said.
<Pp> went so far as to say that @b.
“@q” were <S>'s words.
<Pp> did not leave it at that: “@q.”
<S> also said @b.
“@q,” <S> went on.
The <T> said @b.
“@q,” said <S>.
“@q,” <p> told the room.""",
    "post": """
“@q,” the post goes on.
<Pp> also wrote that @c.
“@q,” <S> wrote further down.
@C, according to the same post.
In a second line <p> added that @c.
@C, <S> wrote.
“@q,” ran another line of the post.""",
    "nameless": """
“@q,” the official said.
@B, the same person said.
The official went on to say that @b.
@B, according to this source.
“@q,” the source said.
Asked again, the official said that @b.
The same person also said that @b.
@B, the official said in closing.""",
    "leak": """
The <d> also says that @c.
“@q,” it says.
@C, the document states.
Further down the paper notes that @c.
@C, runs another passage.
A handwritten note in the margin adds that @c.
@C, if one follows the <d>.""",
    "own": """
@B, the same round showed.
<U> also found that @b.
By the outlet's own count @c.
Then, too, @c.
@C, as anyone who goes there can see.
The reporters noted that @b.""",
}

ALIAS = {
    "paper": """
@C, analysts at the <W> believe.
@C, the <W> says.
The group's analysts write that @c.
The <W> has worked out that @c.
“@q,” the authors of the <d> write.
Researchers who have studied the question hold that @c.""",
    "person": """
@B, the <T> said.
“@q,” the <T> was quoted as saying.
According to the <T>, @c.
The <T> has said that @b.
@C, if the <T> is to be believed.""",
    "office": """
@B, <F> said.
According to <F>, @c.
“@q,” the <sw> for <F> said.
<Ff> has said that @b.""",
    "nameless": """
@B, a source told <U>.
@C, a person close to the matter has let it be known.
A well-placed official has told <U> that @b.
“@q,” an insider said to <U>.""",
    "leak": """
@C, the report seen by <U> says.
@C, says the leaked <d>.
According to the paper that found its way to <U>, @c.
The document obtained by <U> says that @c.""",
    "own": """
@C, <U> has counted.
By the reckoning of <U>, @c.
<U> has found that @c.""",
}

VIA = """
@C, <V> reported.
According to <V>, @c.
<V> writes that @c.
As <V> was first to report, @c.
@B, <V> reported, citing <who>.
<V> quoted <who> as saying that @b.
“@q,” <V> quoted <who> as saying.
@C, says a report carried by <V>.
A post on the channel of <V> has it that @c."""

VIA_NEXT = """
<V> also writes that @c.
Further, <V> has it that @c.
@C, if <V> is right.
<V> says, too, that @c.
In the account of <V>, @c.
“@q,” one reads there.
@C, the outlet says.
The same report says that @c.
@C, it goes on.
@C, <V> adds."""

BARE = """
@C.
As has become known, @c.
Meanwhile, @c.
What is more, @c.
Besides, @c.
At the same time @c.
Then there is this: @c.
In addition, @c.
It is also known that @c.
@C.
Nor is that all: @c.
Added to this, @c."""

TRANSLATED = """
As <who> has underlined, @c.
It was noted by <who> that @b.
<Who> informs that @c.
In the words of <who>, @c.
Regarding <who>, it is stressed that @c.
<Who> has declared: “@q.”
It is further communicated that @c.
<Who> has also drawn attention to the fact that @c.
Separately it was stressed that @c.
Speaking of the present state, <who> made known that @b.
In this connection it was said that @b."""

MELTED = """
@C, officials and experts say.
Officials and researchers agree that @c.
@C, several sources say.
Experts and people in government say that @c.
“@q,” say those who know the matter, in offices and institutes alike."""

REMARKS = """
There is no doubt about it
We have done the sums twice
I would rather not say more today
Nobody should be surprised
That is the plain truth
We are not hiding anything
The next weeks will tell
I have slept badly over this
Those who say otherwise have not looked
It is late, but it is not too late
We owe people an honest answer
This did not come overnight
There is no reason for alarm
We shall not be hurried
Somebody has to say it
It cannot go on like this
I take full responsibility
The figures speak for themselves"""

REMARKED = """
“@,” <p> said.
“@,” said <S>.
“@,” <S> said, and shrugged.
<Pp> ended one answer with the words: “@.”
“@,” the <T> said.
Pressed for more, <p> said only: “@.”
“@,” <p> said to laughter."""

PROVERBS = """
You do not count the nets before the boat is home
He who sells the bell cannot ring it
A wet spring has a hundred fathers
The ox knows the way to water
Two cooks and no salt
Every roof leaks in its own corner
Long talk, short bread
The candle does not argue with the wind
Old ice breaks last
A gate is only as good as its hinge"""

OATHS = """
I swear to serve the people of <C> with a clean hand and an open door
I promise before the house to keep its laws and to take no gift
On my honour I will guard what I have been given to guard"""

SCENERY = """
Outside, tram number <k> rattled past as it does every quarter of an hour.
In <P> the market was open as usual.
Students from <P> handed out leaflets on the steps.
The room had been heated for the first time this year.
A clerk brought in tea and took it away again untouched.
There was little traffic on the road to <P>.
The square in front of the town hall of <P> is being repaved.
<C> has eleven districts, of which <P> is the smallest.
Flags hung at half mast for the late poet of <P>.
Somewhere a radio was playing dance music.
The wind had turned to the north by evening.
<P> lies an hour from the capital by the slow train.
Journalists were asked to leave their bags at the door.
Shops in <P> close at noon on Saturdays.
The old maps in the corridor show <C> before the border was moved.
Someone had put fresh flowers on the desk.
A dog slept through most of it under the second row of chairs.
Room <k> was full to the last chair.
The hall in <P> was once a riding school.
Both sides have kept their lawyers busy.
Summer visitors know <P> for its bathing huts.
A decision lies with the cabinet, which sits on Tuesdays.
The tea room in <P> sells cake by weight.
On the wall hung a portrait of the founder of <P>.
Rain had been forecast but did not come.
The press bench has <k> seats, and they are narrow.
A school class from <P> happened to be visiting.
<P> and <C>'s capital have been twinned for <k> years.
The archive on the subject fills <k> shelves.
The night train to <P> left <k> minutes late.
There are <k> steps up to the door, and no handrail.
The local choir of <P> was practising next door.
The coffee machine had a note on it saying that it was broken.
The caretaker of the hall in <P> switched the lights on and off twice.
Outside the gate in <P> a stall sold roasted nuts.
Many in <C> still use the old spelling of <P>.
The leaves in the park of <P> have begun to turn.
A cat lives in the cellar of the building and is fed by the porters.
Those interested can find a map of <P> at the kiosk.
The microphones failed for a moment and came back with a hum.
Fishermen in <P> mended nets and took no notice.
The fountain in <P> has been dry since the pump was stolen.
A plaque by the door recalls a visit by the old queen."""

UNREACHED = """
<S> could not be reached for comment.
A request for comment went unanswered.
<F> did not reply to questions sent by e-mail.
Calls to <F> were not returned.
<F> declined to comment.
<U> was unable to check this independently."""

HEADS = {
    "named": "#, says <who> | <Who>: # | #, according to <who> | #: <who> | # – <who> | <Who> on the record: #",
    "bare": "# | # | # | # | #: what it means for <A> | #: the background | Breaking: # | #: what we know so far | Report: # | # - <C> holds its breath",
    "plain": "What we know about the row in <A> | <A>: the state of play | Live from <A>: questions and answers | "
    "Explained: why <C> is arguing | Five things to know this morning | News in brief | Letter from <P> | "
    "<A>: who stands where | Ticker: all developments | Between <P> and <A> | What happens next? | The day in <C> | "
    "A town waits | Row drags on | Questions after <P> | The week in <A> | Morning brief from <P> | Notebook: a day in <P>",
}

KICKERS = """HOME NEWS
Politics / Economy
EXCLUSIVE
(Adds details)
UPDATE
Region
Our correspondents report
Reading time: three minutes
+++ ticker +++
From our evening edition"""

FOOTERS = """
© <y> <U>. All rights reserved.
(c) <U> <y>. Reproduction only with written leave.
<U> is free to read thanks to its members. Join them from three crowns a month.
Read also: The best bathing beaches round <P> / Crossword no. <k>
Related links: Weather | Timetables | Obituaries
Sign up for our morning letter and never miss a story.
Reporting by <r>; editing by <r>
Write to our newsroom: desk, Mill Lane <k>, <A>.
Photo: <r> / archive
Corrections and clarifications are printed on page <k>.
Follow us on the channel <U> Now.
The views of our guest writers are their own."""

CREDITS = """Source: <V>
(<V>)
With material from <V>
By agencies
This text was first published by <V>.
From <V>, printed with kind permission"""

RETRACTIONS = """
Correction: on <date> we wrote that {<o>: <c>}. {<r>: That was wrong}. {<r>: An editor failed to check it}.
In an earlier article we reported that {<o>: <c>}. {<r>: We can no longer stand by that report}. {<r>: A check of our notes has found an error}.
{<r>: Our report of <date> was in error}. It had stated that {<o>: <c>}. {<r>: There is no basis for this claim}."""

WITHDRAWALS = """
{<r>: The <d> has been withdrawn}, <B> announced <D>. It had said that {<o>: <c>}. “{<r>: There was a slip in our tables},” <B> said.
<Bb> took back its <d> <D>. “{<r>: We regret the mistake},” it said in a statement. The <d> had claimed that {<o>: <c>}.
<Bb> said <D> that {<r>: its <d> should no longer be used}. In it one could read that {<o>: <c>}. {<r>: Two columns had been mixed up}, the statement said."""

FILLERS = """
{<w>: <P> beat <Q> three to two} | {<w>: <P> beat <Q> by three goals to two} on Sunday. “{<r>: We ran more than they did},” said <N>, who coaches the side. {<w>: The winning goal fell two minutes before the end}. {<w>: <P> now lead the table}.
Plum dumplings as they make them in <P> | {<w>: <N> has kept an inn in <P> for thirty years}. “{<r>: The dough must rest for <k> hours},” <p> says. “{<r>: I learned it from my aunt}.” Peel the potatoes while still warm, add flour and an egg, and keep the water just below the boil.
Weather: {<r>: fog over <P>} | {<r>: Fog will lie over <P> until noon}, the weather service said. {<r>: It will reach <k> degrees in the afternoon}. {<r>: The night will be clear in the hills}. Drivers should leave early.
{<w>: Painter from <P> shows late work} | {<w>: A gallery in <Q> is showing <k> canvases by <N>}. “{<r>: I paint only what I cannot forget},” <p> said at the opening. {<w>: <Pp> has lived in <P> since childhood}. The catalogue costs four crowns.
{<r>: Bell of <P> found in a barn} | {<r>: The lost bell of <P> has turned up in a barn}, <N>, who keeps the parish books, said. {<r>: It weighs <k> hundredweight}, <p> said. “{<r>: My grandmother hid it from the soldiers}.”
{<w>: Court fines cyclist from <Q>} | {<w>: A court in <P> has fined a cyclist <k> crowns for riding through the arcades}. “{<r>: Rules are rules},” said <N>, who presided. {<w>: The cyclist bowed and paid on the spot}.
Walk of the week: from <P> to <Q> | Start at the mill, keep left at the chapel and follow the white marks. {<r>: The walk takes <k> hours}, says <N>, who painted the marks. {<r>: The ferry runs at weekends only}, <p> adds. Take bread and a stick.
{<r>: Stamp fair draws collectors to <P>} | {<r>: Collectors from <k> towns came to the stamp fair in <P>}, said <N>, who runs it. “{<r>: The blue one is worth more than my house},” <p> said. {<r>: The next fair will be held in <Q>}."""

PADDING = """
Readers in <P> will remember that the season opens late this year.
Tickets can be had at the box office in <Q> from nine in the morning.
The old road between <P> and <Q> remains closed to carts.
There was music afterwards, and nobody went home early.
A second room had to be opened for the guests.
The chapel in <Q> is worth the detour, not least for its ceiling.
Children under ten go free.
The bus to <Q> leaves from the fountain.
It is a custom that goes back to the days of the salt trade.
Those who come by train should change in <P> and have their tickets ready.
Dogs are welcome if they are kept on a lead.
The evening ended with a toast to absent friends."""

SYNONYMS = {
    "people": "persons", "only": "just", "said": "stated", "vessels": "craft",
    "found": "discovered", "told": "informed", "has fallen": "has dropped", "have left": "have quit", "towns": "boroughs",
    "near": "close to", "workers": "employees", "homes": "houses", "jobs": "posts",
    "harbour": "port", "released": "issued", "adds": "notes", "reported": "wrote", "also": "likewise",
    "put out": "brought out", "announced": "made known", "around": "round", "published": "issued", "company": "firm",
    "went on": "continued", "writes": "says", "appeared": "came out", "lose": "forfeit",
}  # fmt: skip

ONSETS = "Vel Mor Osk Tarn Quel Zhev Bral Drun Fesk Gorm Hald Irv Jask Kelv Lumb Nark Orv Pell Rusk Sarv Tolv Ulm Quor Stel Hask Yev Wend Bor Cald Ferr Luz Nim Pask Zor Eld Ank"
MIDDLES = "a e i o u ae or an il em ul esh ov"
ENDS = "dra ska mund veth lin gor tash mar nok pel ric zon bry dow fel kesh by tin lo sk ni wick ster na ket"
OUTLETS = "Courier Gull Lantern Tribune Ledger Mirror Telegraph Beacon Wire Post Observer Bell Dispatch Voice"
BLOOMS = "Ampere Basalt Cobalt Ember Fennel Granite Juniper Larch Marble Nettle Pewter Quartz Saffron Thistle"
REAL = "Morena Moria Eldora Lumbini Borelin Wendelin Morila Morina Halden Borna Elena Stelna Ulmket"
