# ruff: noqa: E501 - rows of words are read as rows
"""Five more matters of the invented cases, written as in `north_matter`."""

FEVER = """
? Will the schools of <A> be shut over the marsh fever by <Z>?
t health minister; chief physician; head of the fever service; deputy education minister; director of <A> hospital
o the health ministry; the fever service; the education ministry; the city hospital
b <X> School of Medicine/medical school/study; <X> Health Observatory/institute/bulletin; Nurses' Union of <X>/union/survey
g Marsh fever comes back to the delta every nine or ten years.
g A smell of carbolic hung over the tram stops near the hospital.
g Parents have argued at the school gates for a fortnight.
k 0 | Schools in <A> <m> shut on <t>
- all schools in <A> <m> shut on <t>
- from <t> pupils in <A> <m> have to stay at home
- classrooms across <A> <m> be closed as of <t>
k 14-95 | <n> new cases of fever in <P>
- <n> new cases of marsh fever [have|had] been found in <P>
- doctors in <P> [have|had] confirmed <n> fresh infections
- in <P> another <n> people [have|had] caught the fever
k 2-38 | <n> beds left in <P>
- <n> beds [are|were] free in the wards of <P>
- hospitals in <P> [have|had] just <n> empty beds
- in <P> the fever wards [can|could] take <n> more patients
k 1200-9500 | <n> doses <m> reach <P>
- <n> doses of vaccine <m> reach <P> on <t>
- a shipment of <n> vaccine doses <m> arrive in <P> on <t>
- on <t> health workers in <P> <m> receive <n> ampoules of the vaccine
k 5-60 | <n> per cent of nurses off sick in <P>
- <n> per cent of the nurses in <P> [are|were] off sick
- in <P> the sick list [covers|covered] <n> per cent of all nurses
- <P> [has|had] to do without <n> per cent of its nursing staff
k 3-28 | Quarantine <m> last <n> days in <P>
- the quarantine in <P> <m> last <n> days
- <P> <m> be sealed off for <n> days
- for <n> days nobody <m> be let in or out of <P>
k 4-44 | <n> schools near <P> have no nurse
- <n> schools near <P> [have|had] no nurse
- in the country round <P> <n> schools [lack|lacked] a nurse of their own
- pupils at <n> schools by <P> [have|had] nobody to take their temperature
"""

RAIL = """
? Will the railwaymen of <C> go on strike by <Z>?
t transport minister; railway union leader; chief executive of State Rail; signalmen's delegate; labour mediator
o the transport ministry; State Rail; the railway union; the labour court
b <X> Transport Institute/institute/study; <X> Labour Research/think tank/note; Passengers' Council of <X>/consumer group/report
g The last strike on the railways of <C> lasted nine days and is still talked about.
g On platform four a man was selling plums out of a suitcase.
g Talks on wages have dragged on since the winter timetable.
k 0 | Trains <m> stop on <t>
- all trains <m> stop at midnight on <t>
- the railwaymen <m> down tools at midnight on <t>
- from midnight on <t> not a single train <m> run
k 52-97 | <n> per cent of drivers in <P> back walkout
- <n> per cent of the drivers in <P> [have|had] voted to walk out
- in the ballot at <P> <n> per cent of engine drivers [are|were] for a strike
- a walkout [has|had] the backing of <n> per cent of drivers at <P>
k 5-29 | State Rail <m> offer <n> per cent
- State Rail <m> offer <n> per cent more pay before <t>
- before <t> the railway <m> put a rise of <n> per cent on the table
- staff <m> be given an offer of <n> per cent by the railway ahead of <t>
k 12-88 | <n> trains a day <m> be cut at <P>
- <n> trains a day <m> be cut at <P>
- the station of <P> <m> lose <n> daily services
- each day <n> trains <m> vanish from the board at <P>
k 3-32 | <n> signal boxes near <P> unmanned
- <n> signal boxes near <P> [have|had] nobody on duty at night
- at night the line by <P> [is|was] run with <n> empty signal boxes
- along the line to <P> <n> signal cabins [stand|stood] empty after ten
k 2-40 | Strike <m> cost <E> <n> million
- a strike <m> cost the steelmaker <E> <n> million crowns a week
- each week without trains <m> take <n> million crowns from <E>
- <E> <m> lose <n> million crowns for every week of a walkout
k 15-90 | <n> coaches <m> stand in for trains
- <n> coaches <m> carry commuters from <P> from <t>
- for commuters in <P> <n> hired coaches <m> be laid on as of <t>
- from <t> a fleet of <n> buses <m> replace the trains at <P>
"""

MERGER = """
? Will <E> take over the Northern Zinc Works by <Z>?
t chief executive of <E>; competition commissioner; works council chairman; trade secretary; mayor of <A>
o the competition office; the board of <E>; the trade ministry; the metalworkers' union
b <X> Equity Research/brokerage/note; <X> Institute for Industry/think tank/study; Shareholders' Forum <X>/investor group/letter
g The zinc works have stood on the edge of <A> for ninety years.
g The gate clock at the works has shown ten to four since the flood.
g Rumours about a sale have come and gone since the winter.
k 0 | Deal <m> be closed on <t>
- the takeover <m> be closed on <t>
- on <t> the zinc works <m> pass into new hands
- <E> <m> complete the purchase on <t>
k 12-98 | <E> <m> pay <n> crowns a share
- <E> <m> pay <n> crowns for each share
- shareholders <m> get <n> crowns a share from <E>
- the price <m> be set at <n> crowns a share
k 110-970 | <n> posts in <P> <m> go
- <n> posts in <P> <m> go within a year of the deal
- within a year of a sale <P> <m> lose <n> jobs
- a year on, <n> workers in <P> <m> be out of a place
k 13-70 | Orders at <P> down <n> per cent
- orders at the <P> smelter [are|were] down by <n> per cent
- the smelter in <P> [has|had] <n> per cent less work on its books
- at <P> the order book [has|had] thinned by <n> per cent
k 2-29 | <n> furnaces cold in <P>
- <n> furnaces in <P> [have|had] gone cold
- in <P> the fires [are|were] out in <n> furnaces
- no smoke [rises|rose] from <n> of the furnaces at <P>
k 5-60 | <n> million owed to suppliers in <P>
- the works [owe|owed] <n> million crowns to suppliers in <P>
- suppliers in <P> [are|were] waiting for <n> million crowns from the works
- unpaid bills in <P> [come|came] to <n> million crowns
k 3-45 | <P> plant <m> be sold for <n> million
- the <P> plant <m> be sold for <n> million crowns before <t>
- before <t> a buyer <m> give <n> million crowns for the plant at <P>
- a sale of the works in <P> <m> bring in <n> million crowns by <t>
"""

POWER = """
? Will the second block of the <A> power station be restarted by <Z>?
t energy minister; chief reactor inspector; director of the <A> station; grid controller; environment secretary
o the energy ministry; the reactor inspectorate; the grid company; the <A> station
b <X> Energy Institute/institute/study; <X> Safety Panel/expert panel/report; Quiet Valley <X>/campaign group/paper
g The second block has been off the grid since a fire in the cable cellar.
g Steam drifted over the car park and the flags hung limp.
g For the valley the plant is employer, landlord and neighbour in one.
k 0 | Second block <m> be back on <t>
- the second block <m> be back on the grid on <t>
- on <t> engineers <m> bring the second block on line again
- power from the second block <m> flow once more from <t>
k 11-88 | <n> valves at <P> fail test
- <n> valves made in <P> [have|had] failed the pressure test
- under pressure <n> of the valves from <P> [have|had] given way
- inspectors [have|had] rejected <n> valves supplied by the <P> foundry
k 4-33 | Power in <P> <m> cost <n> per cent more
- power in <P> <m> cost <n> per cent more from <t>
- from <t> bills in <P> <m> go up by <n> per cent
- customers in <P> <m> pay <n> per cent more for current as of <t>
k 2-19 | <n> cracks found at <P>
- <n> cracks [have|had] been found in the cooling pipe at <P>
- the pipe that cools the plant [has|had] <n> cracks near <P>
- near <P> divers [have|had] come upon <n> fissures in the cooling line
k 3-48 | <P> without light for <n> hours
- <P> [has|had] been without light for <n> hours in a month
- within a month the lamps in <P> [have|had] been out for <n> hours
- outages in <P> [have|had] added up to <n> hours in four weeks
k 20-95 | Restart <m> cost <E> <n> million
- the restart <m> cost <E> <n> million crowns
- <E> <m> have to lay out <n> million crowns to start the block
- bringing the block back <m> set <E> back <n> million crowns
k 12-90 | <n> engineers have left <P>
- <n> engineers [have|had] left the training centre in <P> this year
- this year the centre at <P> [has|had] lost <n> engineers
- since January <n> trained engineers [have|had] walked away from <P>
"""

GRAIN = """
? Will <C> ban the export of wheat by <Z>?
t farm minister; millers' guild master; head of the grain board; trade envoy; chief statistician
o the farm ministry; the grain board; the customs service; the statistics office
b <X> Crop Institute/institute/forecast; <X> Food Policy Centre/think tank/note; Growers' Alliance of <X>/farm lobby/survey
g Wheat from the plain of <A> feeds three neighbouring countries.
g Larks were up over the stubble and the silos shone in the sun.
g The last ban on exports was lifted eight years ago.
k 0 | Wheat ban <m> start on <t>
- a ban on wheat exports <m> start on <t>
- from <t> no wheat <m> leave the country
- <C> <m> close its borders to outgoing wheat on <t>
k 2-29 | Harvest <m> reach <n> million tonnes
- the harvest <m> reach <n> million tonnes
- farmers <m> bring in <n> million tonnes of wheat
- this year's crop <m> amount to <n> million tonnes
k 12-75 | <n> per cent of fields at <P> blighted
- <n> per cent of the fields at <P> [show|showed] blight
- blight [has|had] taken hold of <n> per cent of the land round <P>
- at <P> the rust [is|was] on <n> per cent of the acreage
k 11-92 | <n> barges held at <P>
- <n> barges loaded with grain [are|were] being held at <P>
- customs men at <P> [are|were] keeping back <n> grain barges
- at <P> the river police [have|had] stopped <n> barges full of wheat
k 3-48 | Flour in <P> up <n> per cent
- flour in <P> [is|was] <n> per cent dearer than at new year
- since new year the price of flour in <P> [has|had] climbed by <n> per cent
- millers in <P> [ask|asked] <n> per cent more for flour than at new year
k 3-60 | <E> <m> buy <n> thousand tonnes
- <E> <m> buy <n> thousand tonnes abroad before <t>
- before <t> the trader <E> <m> bring in <n> thousand tonnes from abroad
- purchases of <n> thousand tonnes in foreign ports <m> be made by <E> ahead of <t>
k 2-27 | <n> silos at <P> stand empty
- <n> silos at <P> [stand|stood] empty
- there [is|was] not a grain left in <n> of the silos of <P>
- in <P> <n> silos [have|had] been swept bare
"""
