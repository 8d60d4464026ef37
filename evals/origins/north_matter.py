# ruff: noqa: E501 - rows of words are read as rows
"""What the invented cases are about: ten matters, each with its question, its people, bodies and statements.

A matter is written in lines: `?` the question, `t` titles, `o` offices, `b` bodies (pattern/other word/paper),
`g` background, `k low-high` a headline, then `-` lines that say the same in other words. `<n>` is an amount, `<t>` a
day to come, `<m>` will or may, `<A>` the chief place, `<P>` a place, `<C>` the country, `<E>` a company, and
`[now|then]` the verb in direct and in reported speech.
"""

HARBOUR = """
? Will the harbour of <A> close to cargo ships by <Z>?
t ports minister; chief harbour engineer; deputy transport minister; dockers' union leader; mayor of <A>
o the ports ministry; the harbour office; the coast guard; the pilots' guild
b <X> Institute for Shipping/think tank/note; <X> Sea Survey/survey group/study; Harbour Watch <X>/watchdog/report
g The harbour of <A> was built two centuries ago on a river mouth that silts up every winter.
g Cranes stood idle over the quay and gulls sat on the bollards.
g Whether the harbour can stay open has divided the coast since last autumn.
k 0 | Harbour of <A> <m> close to cargo by <t>
- the harbour of <A> <m> close to cargo ships by <t>
- by <t> the port at <A> <m> stop taking in cargo vessels
- freighters <m> be shut out of the harbour of <A> no later than <t>
k 11-96 | <n> ships wait off <P>
- <n> ships [are|were] waiting at anchor off <P>
- the queue in the roads of <P> [has|had] grown to <n> vessels
- off <P> a line of <n> ships [lies|lay] without a berth
k 120-940 | <n> dock jobs at risk in <P>
- the loss of the berths <m> cost <n> dockers in <P> their work
- in <P> <n> people on the docks <m> be left without a job
- dock work for <n> men and women in <P> <m> vanish with the berths
k 2-19 | Channel at <P> has lost <n> feet of depth
- the channel at <P> [has|had] lost <n> feet of depth since the autumn
- silt [has|had] made the fairway near <P> <n> feet shallower
- the water in the approach to <P> [is|was] <n> feet lower than last autumn
k 3-60 | Dredging near <P> <m> cost <n> million crowns
- dredging near <P> <m> cost the state <n> million crowns
- the bill for clearing the mud at <P> <m> come to <n> million crowns
- the state <m> have to spend <n> million crowns on digging out <P>
k 0 | <E> <m> move its ferries to <P>
- <E> <m> move its ferries to <P> on <t>
- the ferries of <E> <m> sail from <P> from <t> on
- on <t> the company <E> <m> shift its whole ferry service to <P>
k 15-70 | Trade through <P> down <n> per cent
- trade through <P> [has|had] fallen by <n> per cent within a year
- <P> [handles|handled] <n> per cent less freight than a year ago
- goods passing the quays of <P> [are|were] down <n> per cent on the year
k 4-48 | <n> pilots in <P> refuse night work
- <n> pilots in <P> [refuse|refused] to bring ships in after dark
- at night <n> of the pilots at <P> no longer [take|took] ships through the channel
- after sunset <n> pilots of <P> [stay|stayed] ashore
"""

MONEY = """
? Will the central bank of <C> devalue the crown by <Z>?
t finance minister; central bank governor; deputy treasury secretary; head of the budget committee
o the finance ministry; the central bank; the treasury; the debt office
b <X> Centre for Monetary Research/research centre/paper; <X> Economic Forum/think tank/note; Savers' League of <X>/group/survey
g The crown has been tied to a basket of three currencies for eleven years.
g Queues at the exchange booths were short in the morning drizzle.
g Few subjects are argued over so hotly in the cafes of <A>.
k 6-34 | Crown <m> lose <n> per cent by <t>
- the crown <m> be devalued by <n> per cent before <t>
- <C> <m> cut the value of its currency by <n> per cent no later than <t>
- by <t> the central bank <m> take <n> per cent off the crown
k 2-29 | Reserves down to <n> billion
- the reserves [have|had] shrunk to <n> billion crowns
- only <n> billion crowns [are|were] left in the bank's vaults and accounts
- the country's cushion of foreign money [is|was] down to <n> billion crowns
k 5-41 | Bread in <P> dearer by <n> per cent
- bread in <P> [costs|cost] <n> per cent more than in spring
- bakers in <P> [have|had] put up the price of a loaf by <n> per cent
- since spring a loaf in <P> [has|had] gone up by <n> per cent
k 110-990 | <E> <m> lay off <n> in <P>
- <E> <m> lay off <n> workers at its plant in <P>
- at the <P> works of <E> <n> people <m> lose their posts
- the company <E> <m> shed <n> jobs in <P>
k 0 | Limit on withdrawals <m> come on <t>
- a limit on withdrawals <m> come into force on <t>
- from <t> savers <m> be allowed to draw only small sums
- the banks <m> cap what customers take out as of <t>
k 3-38 | <n> exchange offices shut in <P>
- <n> exchange offices in <P> [have|had] shut within a week
- in <P> <n> money changers [have|had] closed their doors in seven days
- within a week <n> bureaux in <P> [have|had] pulled down the shutters
k 2-17 | Rate <m> rise by <n> points
- the key rate <m> rise by <n> points at the meeting on <t>
- at the sitting on <t> the board <m> put up the rate by <n> points
- borrowers <m> pay <n> points more after the board meets on <t>
"""

TRUCE = """
? Will a truce between <C> and the hill provinces be signed by <Z>?
t foreign minister; chief negotiator; defence secretary; envoy for the hill provinces; army chief of staff
o the foreign ministry; the general staff; the joint truce commission; the border guard
b <X> Peace Monitor/monitoring group/report; <X> Institute of Strategic Affairs/think tank/note; Field Aid <X>/charity/bulletin
g The hill provinces have had their own courts and their own tolls for three generations.
g A brass band was rehearsing in the square when the delegates arrived.
g Two earlier rounds of talks ended without a handshake.
k 0 | Truce <m> be signed in <P> on <t>
- a truce <m> be signed in <P> on <t>
- the two sides <m> put their names to a ceasefire in <P> on <t>
- on <t> negotiators in <P> <m> seal an armistice
k 210-980 | <n> soldiers pulled back from <P>
- <n> soldiers [have|had] been pulled back from <P>
- the army [has|had] withdrawn <n> men from the heights of <P>
- a force of <n> troops [has|had] left its positions near <P>
k 12-90 | <n> shells fell on <P> in a night
- <n> shells [have|had] fallen on <P> in a single night
- in one night <P> [was|had been] struck by <n> shells
- guns [have|had] hit <P> <n> times between dusk and dawn
k 14-88 | <n> prisoners <m> go home
- <n> prisoners <m> be exchanged at <P> on <t>
- at the bridge of <P> the sides <m> hand over <n> captives on <t>
- on <t> <n> detained fighters <m> be let go at <P>
k 1200-9800 | <n> people have left <P>
- <n> people [have|had] left their homes in <P>
- the fighting [has|had] driven <n> inhabitants out of <P>
- from <P> and its farms <n> villagers [have|had] fled
k 3-25 | Buffer of <n> miles <m> be drawn at <P>
- a buffer of <n> miles <m> be drawn around <P>
- both armies <m> keep <n> miles away from <P>
- round <P> a strip of <n> miles <m> be closed to all troops
k 3-45 | <n> observers <m> go to <P>
- <n> unarmed observers <m> be posted in <P> from <t>
- from <t> a mission of <n> monitors <m> keep watch in <P>
- a team of <n> neutral observers <m> take up its post in <P> on <t>
k 2-20 | <n> clinics out of service in <P>
- <n> clinics in <P> [are|were] out of service
- in <P> <n> surgeries [have|had] stopped treating patients
- sick people in <P> [find|found] <n> health posts locked
"""

WATER = """
? Will water be rationed in <A> by <Z>?
t water minister; chief hydrologist; head of the river board; governor of <A> district; farmers' union president
o the water ministry; the river board; the waterworks of <A>; the civil defence office
b <X> River Institute/institute/study; <X> Climate Panel/research group/paper; Clean Wells <X>/campaign group/report
g The reservoir above <A> was meant to last the town a hundred years.
g The mud at the foot of the dam has dried into plates.
g Rain has been scarce in the valley for three summers running.
k 20-90 | Households in <A> <m> be held to <n> litres a day
- households in <A> <m> be held to <n> litres a day from <t>
- from <t> every home in <A> <m> get no more than <n> litres a day
- taps in <A> <m> give each family just <n> litres daily as of <t>
k 8-44 | Reservoir at <P> is <n> per cent full
- the reservoir at <P> [is|was] only <n> per cent full
- behind the dam of <P> the lake [holds|held] a mere <n> per cent of its volume
- stores at <P> [have|had] sunk to <n> per cent of what they can hold
k 3-47 | <n> wells dry around <P>
- <n> wells around <P> [have|had] run dry
- in the villages near <P> <n> wells no longer [give|gave] water
- drought [has|had] emptied <n> wells in the country round <P>
k 12-95 | Dam at <P> <m> need <n> million
- repairs to the dam at <P> <m> cost <n> million crowns
- mending the cracked wall at <P> <m> swallow <n> million crowns
- the state <m> have to find <n> million crowns for the dam of <P>
k 100-900 | <n> farms in <P> <m> lose the crop
- <n> farms in <P> <m> lose their whole crop
- growers on <n> holdings near <P> <m> bring in nothing this year
- the harvest on <n> farms around <P> <m> fail
k 0 | <E> <m> stop bottling at <P>
- <E> <m> stop bottling at <P> on <t>
- the bottling hall of <E> at <P> <m> stand still from <t>
- on <t> the drinks maker <E> <m> turn off its line in <P>
k 4-40 | <n> tankers sent to <P>
- <n> water tankers [have|had] been sent to <P>
- <P> [is|was] being supplied by <n> tank lorries
- a column of <n> lorries [brings|brought] water to <P>
"""

VOTE = """
? Will the government of <C> lose the vote of confidence by <Z>?
t prime minister; interior minister; speaker of parliament; leader of the Reform Bloc; chief whip
o the prime minister's office; the interior ministry; the electoral board; the Reform Bloc
b <X> Polling House/pollster/survey; <X> Institute for Public Affairs/think tank/note; Open Ballot <X>/watchdog/report
g The coalition has ruled since the spring before last with a majority of four.
g Ushers carried stacks of folders through the lobby all morning.
g No government of <C> has yet fallen in the summer recess.
k 2-19 | <n> deputies <m> desert the cabinet
- <n> deputies of the ruling bloc <m> vote against the cabinet on <t>
- on <t> the government <m> face <n> rebels on its own benches
- <n> members of the majority <m> turn on the cabinet in the division on <t>
k 0 | Early election <m> be called for <t>
- an early election <m> be called for <t>
- voters <m> go to the polls ahead of time on <t>
- a snap ballot <m> be set for <t>
k 21-66 | <n> per cent in <P> want cabinet out
- <n> per cent of voters in <P> [want|wanted] the cabinet to go
- in <P> a share of <n> per cent [is|was] in favour of a new government
- <n> in a hundred people asked in <P> [wish|wished] the ministers gone
k 1100-9900 | <n> march in <P>
- <n> people marched through <P> against the budget
- the march against the budget in <P> drew <n> people
- a crowd of <n> walked through <P> to protest at the budget
k 2-18 | <n> mayors near <P> resign
- <n> mayors in the district of <P> [have|had] resigned
- around <P> <n> heads of communes [have|had] given up their posts
- the district of <P> [has|had] lost <n> mayors
k 20-90 | Aid of <n> million <m> go to <P>
- <n> million crowns of aid <m> go to <P> in return for votes
- votes from <P> <m> be bought with <n> million crowns of aid
- the cabinet <m> promise <P> <n> million crowns for its support
k 12-80 | <n> ballot boxes missing in <P>
- <n> ballot boxes [are|were] missing from the store in <P>
- from a depot in <P> <n> ballot boxes [have|had] gone
- nobody [can|could] find <n> of the boxes kept in <P>
k 0 | Reform Bloc <m> quit the coalition on <t>
- the Reform Bloc <m> quit the coalition on <t>
- on <t> the Reform Bloc <m> walk out of the government
- the junior partner <m> leave the cabinet benches on <t>
"""
