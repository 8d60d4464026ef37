"""Families of outlets: which of them answer to one house, so that what one says is no second opinion on another.

One row is one family: its name, then its outlets by name and by domain (an entry with a dot and no blank), in any
order. A house is who controls: the owner of most shares or votes. The media of one state, or paid and steered by it,
are one family, and so are public broadcasters that share a news room or are run as one. Minority shares make no
family, nor do agencies that many houses own together. Two houses in one row make an answer too modest, one house in
two rows makes it too sure, and an outlet in no row confirms nothing: what is doubtful is joined or left out.

Source and date. First written from what was generally known in 2024. Then looked up, the weightiest first, in stored
public pages, the newest of June 2026; no live page was fetched. These rows were found so there, or corrected by them:
Murdoch, Gannett, Alden, McClatchy, Lee, Comcast, Paramount, Vox, Postmedia, Torstar, DMG, Reach, National World, the
Telegraph, Irish Times, Mediahuis, DPG, Rossel, Axel Springer, Bertelsmann, Holtzbrinck, SWMH, Le Monde, LVMH,
CMA CGM, Bolloré, RCS, GEDI, Angelucci, Caltagirone, Planeta, Schibsted, Bonnier, JP/Politikens, Amedia, Ekspress,
Postimees, TX, Yomiuri, Seven West, Network18, NDTV, Bennett, Express, Hindu, Jerusalem Post, Demirören, Arena, Nation
Media, United Media, Dragon Capital; the state media of China, Hungary, Iran, Qatar, Russia, Saudi Arabia, Singapore.
By: Wikipedia (the houses' articles, "List of news media ownership in India"), State Media Monitor (2022-2025),
Euromedia Ownership Monitor (Belgium, Estonia, France, Germany, Ireland, Netherlands, Spain, 2022-2025), Media
Ownership Monitor (Germany), Nordicom, mediadb.eu, Press Gazette, houses' own pages, reports of sales in the press.

Sold since 2024: Berlingske to Amedia, National World to Media Concierge, MBC to the Saudi state, Seven West to Southern
Cross, MSNBC and CNBC to Versant (left with Comcast, whose news room was theirs), La Repubblica to Antenna. Agreed or
cleared, the closing not seen: the Telegraph to Axel Springer, CNN to Paramount; both sides stand in one row. Only
reported: ITV to Sky; not followed. Left out, as sold or as unclear: Stuttgarter Zeitung and Stuttgarter Nachrichten,
La Stampa, Komsomolskaya Pravda, Baltic News Service. Not looked up: the other rows, in most rows each single title,
and whether each domain is the outlet's. Whoever knows better overrules a row with --outlets.

Names that outlets of several owners have (The Times, The Guardian, Daily Mirror, El País) stand as domains only and
in SHARED_NAMES. What is not here has no family that anybody knows.
"""

from __future__ import annotations

from typing import Final

_ROWS: Final = """
Associated Press | apnews.com
Woodbridge (Thomson Reuters, The Globe and Mail) | Reuters | reuters.com | The Globe and Mail | theglobeandmail.com
Agence France-Presse | afp.com
Bloomberg | bloomberg.com | Bloomberg Businessweek
News World Communications | United Press International | upi.com
The Washington Times | washingtontimes.com
The New York Times Company | The New York Times | nytimes.com | The Athletic | theathletic.com
The Washington Post | washingtonpost.com
News Corp and Fox (Murdoch) | The Wall Street Journal | wsj.com | Dow Jones Newswires | Barron's | barrons.com | MarketWatch | marketwatch.com | New York Post | nypost.com | Fox News | foxnews.com | Fox Business | foxbusiness.com | thetimes.co.uk | thetimes.com | Times of London | thesun.co.uk | The Australian | theaustralian.com.au | heraldsun.com.au | dailytelegraph.com.au | couriermail.com.au | Sky News Australia | skynews.com.au | TalkTV
Gannett (USA Today Co.) | USA Today | usatoday.com | Arizona Republic | azcentral.com | Detroit Free Press | freep.com | Indianapolis Star | indystar.com | Milwaukee Journal Sentinel | jsonline.com | Cincinnati Enquirer | cincinnati.com | Columbus Dispatch | dispatch.com | The Tennessean | tennessean.com | Louisville Courier Journal | courier-journal.com | Des Moines Register | desmoinesregister.com | heraldscotland.com | thenational.scot | Northern Echo | thenorthernecho.co.uk
Alden Global Capital | Chicago Tribune | chicagotribune.com | New York Daily News | nydailynews.com | Orlando Sentinel | orlandosentinel.com | Denver Post | denverpost.com | San Jose Mercury News | mercurynews.com | Boston Herald | bostonherald.com | Orange County Register | ocregister.com | San Diego Union-Tribune | sandiegouniontribune.com | Hartford Courant | courant.com
Hearst | San Francisco Chronicle | sfchronicle.com | Houston Chronicle | houstonchronicle.com | San Antonio Express-News | expressnews.com | timesunion.com | Seattle Post-Intelligencer | seattlepi.com
Chatham (McClatchy, Postmedia) | McClatchy | Miami Herald | miamiherald.com | Sacramento Bee | sacbee.com | Kansas City Star | kansascity.com | Charlotte Observer | charlotteobserver.com | Fort Worth Star-Telegram | star-telegram.com | newsobserver.com | Postmedia | National Post | nationalpost.com | Financial Post | financialpost.com | Vancouver Sun | vancouversun.com | Ottawa Citizen | ottawacitizen.com | Montreal Gazette | montrealgazette.com | Calgary Herald | calgaryherald.com | Edmonton Journal | edmontonjournal.com | Toronto Sun | torontosun.com
Lee Enterprises | St. Louis Post-Dispatch | stltoday.com | Richmond Times-Dispatch | richmond.com | Omaha World-Herald | omaha.com | Buffalo News | buffalonews.com | Arizona Daily Star | tucson.com
Advance | cleveland.com | nj.com | The Oregonian | oregonlive.com | mlive.com | al.com | The New Yorker | newyorker.com | Vanity Fair | vanityfair.com | wired.com
Boston Globe Media | The Boston Globe | bostonglobe.com | boston.com | STAT News | statnews.com
Los Angeles Times | latimes.com
Comcast and Versant | NBC News | nbcnews.com | MSNBC | MS NOW | msnbc.com | CNBC | cnbc.com | Sky News | news.sky.com | Telemundo | telemundo.com
The Walt Disney Company | American Broadcasting Company | ABC News (US) | abcnews.go.com | abcnews.com
Paramount and Warner Bros. Discovery | CBS News | cbsnews.com | CNN | cnn.com | TVN24 | tvn24.pl
Nexstar | The Hill | thehill.com | newsnationnow.com
National Public Radio | NPR | npr.org
Public Broadcasting Service | PBS NewsHour | pbs.org
United States Agency for Global Media | Voice of America | voanews.com | Radio Free Europe/Radio Liberty | rferl.org | svoboda.org | Current Time | currenttime.tv | Radio Free Asia | rfa.org | Alhurra | alhurra.com | Radio Svoboda | radiosvoboda.org
TelevisaUnivision | Univision | univision.com | Televisa | televisa.com
Newsweek | newsweek.com
The Atlantic | theatlantic.com
Axel Springer | Telegraph Media Group | telegraph.co.uk | Bild | bild.de | Bild am Sonntag | Die Welt | Welt am Sonntag | welt.de | Politico | politico.com | politico.eu | Business Insider | businessinsider.com
Vox Media | vox.com | The Verge | theverge.com | New York Magazine | nymag.com
CBC/Radio-Canada | Canadian Broadcasting Corporation | cbc.ca | Radio-Canada | ici.radio-canada.ca
Torstar | Toronto Star | thestar.com | thespec.com
Bell Media | CTV News | ctvnews.ca | CP24 | cp24.com
Corus | Global News (Canada) | globalnews.ca
The Canadian Press | thecanadianpress.com
BBC | British Broadcasting Corporation | bbc.co.uk | bbc.com | BBC World Service | BBC Russian Service | BBC Persian
Guardian Media Group | theguardian.com
DMG Media | MailOnline | dailymail.co.uk | metro.co.uk | inews.co.uk | New Scientist | newscientist.com
Reach | mirror.co.uk | express.co.uk | dailystar.co.uk | dailyrecord.co.uk | Manchester Evening News | manchestereveningnews.co.uk | Liverpool Echo | liverpoolecho.co.uk | Birmingham Mail | birminghammail.co.uk | WalesOnline | walesonline.co.uk
Lebedev | independent.co.uk | standard.co.uk
ITN | ITV News | itv.com | Channel 4 News | channel4.com
PA Media | Press Association | pa.media
National World | The Scotsman | scotsman.com | Yorkshire Post | yorkshirepost.co.uk
The Economist | economist.com
Nikkei | Financial Times | ft.com | Nikkei Asia | asia.nikkei.com | nikkei.com
RTÉ | rte.ie
The Irish Times Group | The Irish Times | irishtimes.com | Irish Examiner | irishexaminer.com
Mediahuis | De Telegraaf | telegraaf.nl | NRC Handelsblad | nrc.nl | De Standaard | standaard.be | Het Nieuwsblad | nieuwsblad.be | Irish Independent | independent.ie | Belfast Telegraph | belfasttelegraph.co.uk
DPG Media | de Volkskrant | volkskrant.nl | Trouw | trouw.nl | Het Parool | parool.nl | Algemeen Dagblad | ad.nl | Het Laatste Nieuws | hln.be | De Morgen | demorgen.be
Dutch public broadcasting | NOS Nieuws | nos.nl | npo.nl
ANP | Algemeen Nederlands Persbureau | anp.nl
VRT | vrt.be | VRT NWS
RTBF | rtbf.be
Belga | Belga News Agency | belga.be
Rossel | lesoir.be | La Voix du Nord | lavoixdunord.fr
French public broadcasting | France Télévisions | francetvinfo.fr | Franceinfo | franceinfo.fr | Radio France | radiofrance.fr | France Inter | France 24 | france24.com | Radio France Internationale | RFI | rfi.fr
Groupe Le Monde | Le Monde | lemonde.fr | Courrier international | courrierinternational.com | Télérama | telerama.fr | L'Obs | nouvelobs.com | huffingtonpost.fr
Dassault | Le Figaro | lefigaro.fr
Libération (Paris) | liberation.fr
Mediapart | mediapart.fr
LVMH | lesechos.fr | Le Parisien | leparisien.fr
Bolloré | CNews | cnews.fr | Europe 1 | europe1.fr | Le Journal du Dimanche | lejdd.fr
CMA CGM | BFM TV | BFMTV | bfmtv.com | La Provence | laprovence.com | latribune.fr
TF1 | tf1info.fr | TF1 Info | LCI | lci.fr
SIPA Ouest-France | Ouest-France | ouest-france.fr
ARD and Deutsche Welle | ARD | ard.de | Tagesschau | tagesschau.de | Norddeutscher Rundfunk | ndr.de | Westdeutscher Rundfunk | wdr.de | Bayerischer Rundfunk | br.de | Südwestrundfunk | swr.de | Mitteldeutscher Rundfunk | mdr.de | Hessischer Rundfunk | hr.de | Deutsche Welle | dw.com
ZDF | zdf.de | ZDFheute
Deutschlandradio | Deutschlandfunk | deutschlandfunk.de
Deutsche Presse-Agentur | dpa | dpa.com
Der Spiegel | Spiegel Online | spiegel.de
Frankfurter Allgemeine Zeitung | Frankfurter Allgemeine Sonntagszeitung | faz.net
SWMH | Süddeutsche Zeitung | sueddeutsche.de | sz.de
Holtzbrinck | Die Zeit | Zeit Online | zeit.de | Handelsblatt | handelsblatt.com | WirtschaftsWoche | wiwo.de | Der Tagesspiegel | Tagesspiegel | tagesspiegel.de
Madsack | RedaktionsNetzwerk Deutschland | rnd.de | Hannoversche Allgemeine | haz.de | Leipziger Volkszeitung | lvz.de
Funke | Westdeutsche Allgemeine Zeitung | waz.de | Hamburger Abendblatt | abendblatt.de | Berliner Morgenpost | morgenpost.de
Bertelsmann | rtl.de | n-tv.de | ntv.de | stern.de | capital.de
Ippen | Frankfurter Rundschau | fr.de | Münchner Merkur | merkur.de
taz | Die Tageszeitung | taz.de
ORF | Österreichischer Rundfunk | orf.at
Austria Presse Agentur | apa.at
Der Standard | derstandard.at
Styria | Die Presse | diepresse.com | Kleine Zeitung | kleinezeitung.at
SRG SSR | Swiss Broadcasting Corporation | Schweizer Radio und Fernsehen | srf.ch | rts.ch | rsi.ch | swissinfo | swissinfo.ch
Keystone-SDA | keystone-sda.ch
Neue Zürcher Zeitung | NZZ am Sonntag | nzz.ch
TX Group | Tages-Anzeiger | tagesanzeiger.ch | 20 Minuten | 20min.ch | Basler Zeitung | bazonline.ch | Berner Zeitung | bernerzeitung.ch
Ringier | Blick.ch | blick.ch
RAI | Rai News | rai.it | rainews.it
ANSA | Agenzia Nazionale Stampa Associata | ansa.it
RCS and Cairo | Corriere della Sera | corriere.it | La Gazzetta dello Sport | gazzetta.it | elmundo.es | Marca.com | marca.com | expansion.com | La7 | la7.it
Antenna Group (GEDI) | La Repubblica | repubblica.it
Angelucci | Il Giornale | ilgiornale.it | Libero Quotidiano | liberoquotidiano.it | Il Tempo | iltempo.it
Caltagirone | Il Messaggero | ilmessaggero.it | Il Mattino | ilmattino.it | Il Gazzettino | ilgazzettino.it
Il Sole 24 Ore | ilsole24ore.com
Adnkronos | adnkronos.com
Spanish state media | Agencia EFE | EFE | efe.com | RTVE | Televisión Española | rtve.es
Prisa | elpais.com | Cadena SER | cadenaser.com | Cinco Días | cincodias.com | as.com
Vocento | abc.es | elcorreo.com
Planeta | Antena 3 | antena3.com | laSexta | lasexta.com | Onda Cero | ondacero.es | larazon.es
Godó | La Vanguardia | lavanguardia.com | Mundo Deportivo | mundodeportivo.com
Europa Press | europapress.es
Portuguese state media | Rádio e Televisão de Portugal | RTP Notícias | rtp.pt | Agência Lusa | lusa.pt
Polish state media | Polish Press Agency | pap.pl | Telewizja Polska | TVP Info | tvp.pl | tvp.info | Polskie Radio | polskieradio.pl
Agora | Gazeta Wyborcza | wyborcza.pl | gazeta.pl | TOK FM | tokfm.pl
Czech News Agency | ctk.cz | ceskenoviny.cz
Czech Television | Česká televize | ceskatelevize.cz
Hungarian state media and KESMA | Hungarian News Agency | MTI | mti.hu | MTVA | hirado.hu | Magyar Nemzet | magyarnemzet.hu | Origo | origo.hu | Hír TV | hirtv.hu
Swedish public service | Sveriges Television | svt.se | Sveriges Radio | sverigesradio.se | sr.se
TT News Agency | Tidningarnas Telegrambyrå | tt.se
Schibsted | Aftonbladet | aftonbladet.se | Svenska Dagbladet | svd.se | Aftenposten | aftenposten.no | Verdens Gang | vg.no
Bonnier | Dagens Nyheter | dn.se | Expressen | expressen.se | Dagens industri | di.se
NRK | nrk.no
NTB | Norsk Telegrambyrå | ntb.no
Danmarks Radio | dr.dk
Ritzau | ritzau.dk
JP/Politikens Hus | Politiken | politiken.dk | Jyllands-Posten | jyllands-posten.dk | jp.dk | Ekstra Bladet | ekstrabladet.dk
Amedia | Nettavisen | nettavisen.no | Berlingske | berlingske.dk | Weekendavisen | weekendavisen.dk
Yle | yle.fi
STT | Suomen Tietotoimisto | stt.fi
Sanoma | Helsingin Sanomat | hs.fi | Ilta-Sanomat | is.fi
Alma Media | Kauppalehti | kauppalehti.fi | Iltalehti | iltalehti.fi
Estonian Public Broadcasting | Eesti Rahvusringhääling | err.ee
Postimees Group | Postimees | postimees.ee | LETA | leta.lv
Ekspress Grupp | Delfi | delfi.ee | delfi.lv | delfi.lt | Eesti Päevaleht | epl.ee | Eesti Ekspress | ekspress.ee
Latvian Public Media | Latvian Radio | Latvijas Televīzija | lsm.lv
Lithuanian National Radio and Television | lrt.lt
Russian state media | TASS | tass.com | tass.ru | RIA Novosti | ria.ru | Rossiya Segodnya | RT | rt.com | Sputnik | sputniknews.com | sputnikglobe.com | Rossiyskaya Gazeta | rg.ru | Rossiya 1 | Rossiya 24 | smotrim.ru | vesti.ru | Ruptly | ruptly.tv | Zvezda TV | tvzvezda.ru | Krasnaya Zvezda | redstar.ru | Parlamentskaya Gazeta | pnp.ru | Channel One Russia | 1tv.ru | National Media Group | Izvestia | iz.ru | REN TV | ren.tv | 5-tv.ru | Gazprom-Media | ntv.ru | lenta.ru | gazeta.ru | Argumenty i Fakty | aif.ru
Interfax | interfax.ru | interfax.com
Kommersant | kommersant.ru
Vedomosti | vedomosti.ru
RosBusinessConsulting | rbc.ru
Moskovsky Komsomolets | mk.ru
Meduza | meduza.io
Novaya Gazeta | novayagazeta.ru
Novaya Gazeta Europe | novayagazeta.eu
The Insider (Russia) | theins.ru | theins.press
Mediazona | zona.media
Important Stories | iStories | istories.media
Agentstvo | agents.media
Verstka | verstka.media
TV Rain | tvrain.tv | tvrain.ru
The Moscow Times | themoscowtimes.com
Ukrainian state and public media | Ukrinform | ukrinform.net | ukrinform.ua | Suspilne | suspilne.media
Dragon Capital | Ukrainska Pravda | pravda.com.ua | European Pravda | eurointegration.com.ua | nv.ua | epravda.com.ua
1+1 Media | UNIAN | unian.net | unian.ua | unian.info | tsn.ua
Interfax-Ukraine | interfax.com.ua
Kyiv Independent | kyivindependent.com
Kyiv Post | kyivpost.com
Hromadske | hromadske.ua
Belarusian state media | Belta | belta.by | SB. Belarus Segodnya | sb.by | ont.by | tvr.by
Agerpres | agerpres.ro
Bulgarian News Agency | bta.bg
Greek state media | Athens-Macedonian News Agency | amna.gr | ERT News | ert.gr
United Media | n1info.com | n1info.rs | n1info.hr
Turkish state media | Anadolu Agency | aa.com.tr | TRT | TRT World | TRT Haber | trthaber.com | trtworld.com
Turkuvaz | Daily Sabah | dailysabah.com | sabah.com.tr | A Haber | ahaber.com.tr
Demirören | Hürriyet | hurriyet.com.tr | Hürriyet Daily News | hurriyetdailynews.com | Milliyet | milliyet.com.tr | CNN Türk | cnnturk.com | Demirören News Agency | dha.com.tr
Chinese state media | Xinhua | xinhuanet.com | news.cn | People's Daily | people.com.cn | en.people.cn | Global Times | globaltimes.cn | China Central Television | cctv.com | CGTN | cgtn.com | China Daily | chinadaily.com.cn | China News Service | chinanews.com.cn | Guangming Daily | gmw.cn | PLA Daily | 81.cn | China Youth Daily | cyol.com | Ta Kung Pao | takungpao.com | Wen Wei Po | wenweipo.com | China Media Group
South China Morning Post | scmp.com
Caixin | caixin.com | caixinglobal.com
Hong Kong Free Press | hongkongfp.com
Central News Agency (Taiwan) | Focus Taiwan | focustaiwan.tw | cna.com.tw
North Korean state media | Korean Central News Agency | KCNA | kcna.kp | Rodong Sinmun | rodong.rep.kp
Yonhap | yna.co.kr
Korean Broadcasting System | KBS News | kbs.co.kr
Chosun | Chosun Ilbo | chosun.com | TV Chosun
JoongAng | JoongAng Ilbo | JTBC | joongang.co.kr | Korea JoongAng Daily | koreajoongangdaily.joins.com
Dong-A | Dong-A Ilbo | donga.com
Hankyoreh | hani.co.kr
NHK | nhk.or.jp
Kyodo | kyodonews.net | english.kyodonews.net
Jiji Press | jiji.com
Asahi Shimbun | asahi.com
Yomiuri | Yomiuri Shimbun | yomiuri.co.jp | The Japan News | japannews.yomiuri.co.jp | Nippon Television | ntv.co.jp
Mainichi Shimbun | mainichi.jp
Fujisankei | Sankei Shimbun | sankei.com | Fuji Television | fujitv.co.jp
Australian Broadcasting Corporation | abc.net.au
Special Broadcasting Service | sbs.com.au
Nine Entertainment | Sydney Morning Herald | smh.com.au | theage.com.au | Australian Financial Review | afr.com | Brisbane Times | brisbanetimes.com.au | 9news.com.au
Southern Cross Media (Seven West) | The West Australian | thewest.com.au | 7news.com.au
Australian Associated Press | aap.com.au
Radio New Zealand | RNZ | rnz.co.nz
NZME | New Zealand Herald | nzherald.co.nz
stuff.co.nz | Stuff (New Zealand)
Press Trust of India | ptinews.com
ANI | Asian News International | aninews.in
Bennett Coleman | Times of India | timesofindia.indiatimes.com | Economic Times | economictimes.indiatimes.com | Times Now | timesnownews.com | Navbharat Times
HT Media | Hindustan Times | hindustantimes.com | livemint.com
The Hindu Group | The Hindu | thehindu.com | BusinessLine | thehindubusinessline.com
Living Media | India Today | indiatoday.in | Aaj Tak | aajtak.in
The Indian Express Group | The Indian Express | indianexpress.com | Financial Express (India) | financialexpress.com
Network18 | News18 | news18.com | CNN-News18 | Moneycontrol | moneycontrol.com | Firstpost | firstpost.com
Adani | NDTV | ndtv.com | Indo-Asian News Service | IANS | ians.in
Prasar Bharati | Doordarshan | DD News | ddnews.gov.in | All India Radio | newsonair.gov.in
Pakistani state media | Associated Press of Pakistan | app.com.pk | Radio Pakistan | radio.gov.pk | ptv.com.pk
Jang Group | Geo News | geo.tv | The News International | thenews.com.pk | jang.com.pk
Dawn Media Group | dawn.com | Dawn News
Qatari state media | Al Jazeera | aljazeera.com | aljazeera.net | Qatar News Agency | qna.org.qa | Al-Araby Al-Jadeed | alaraby.co.uk | The New Arab | newarab.com
Saudi state media | Saudi Press Agency | spa.gov.sa | Al Arabiya | alarabiya.net | Asharq Al-Awsat | aawsat.com | Arab News | arabnews.com | Asharq News | asharq.com
Emirati state media | Emirates News Agency | wam.ae | thenationalnews.com | Sky News Arabia | skynewsarabia.com
Egyptian state media | Middle East News Agency | mena.org.eg | Al-Ahram | ahram.org.eg | Ahram Online | english.ahram.org.eg | Akhbar el-Yom
Iranian state media | Islamic Republic News Agency | IRNA | irna.ir | IRIB | iribnews.ir | Press TV | presstv.ir | Tasnim | tasnimnews.com | tasnimnews.ir | Fars | farsnews.ir | farsnews.com | Mehr News Agency | mehrnews.com | ISNA | isna.ir | alalam.ir
Syrian state media | Syrian Arab News Agency | sana.sy
Haaretz | TheMarker | haaretz.com | haaretz.co.il | themarker.com
Yedioth Ahronoth | Ynet | ynet.co.il | ynetnews.com | Calcalist | calcalist.co.il
Jerusalem Post Group | Jerusalem Post | jpost.com | Maariv | maariv.co.il | Walla News | walla.co.il
Times of Israel | timesofisrael.com
Israel Hayom | israelhayom.com | israelhayom.co.il
Israeli Public Broadcasting Corporation | kan.org.il
South African Broadcasting Corporation | SABC News | sabcnews.com
Media24 | News24 | news24.com | City Press (South Africa)
Arena Holdings | TimesLIVE | timeslive.co.za | businesslive.co.za | Sowetan | sowetanlive.co.za
Independent Media (South Africa) | IOL | iol.co.za
Daily Maverick | dailymaverick.co.za
Nation Media Group | nation.africa | The EastAfrican | theeastafrican.co.ke | monitor.co.ug
News Agency of Nigeria | nannews.ng
Ethiopian state media | Ethiopian News Agency | ena.et | Fana Broadcasting Corporate | fanabc.com
Grupo Globo | O Globo | oglobo.globo.com | g1.globo.com | GloboNews | Valor Econômico | valor.globo.com | globo.com
Grupo Folha | Folha de S.Paulo | folha.uol.com.br | UOL | noticias.uol.com.br
Grupo Estado | O Estado de S. Paulo | Estadão | estadao.com.br
Brazilian state media | Agência Brasil | agenciabrasil.ebc.com.br | TV Brasil | ebc.com.br
Grupo Clarín | clarin.com | Todo Noticias | tn.com.ar
lanacion.com.ar | La Nación (Argentina)
Infobae | infobae.com
Cuban state media | Granma | granma.cu | Prensa Latina | prensa-latina.cu | Juventud Rebelde | juventudrebelde.cu | Cubadebate | cubadebate.cu
Venezuelan state media | TeleSUR | telesurtv.net | telesurenglish.net | Venezolana de Televisión | vtv.gob.ve
Vietnamese state media | Vietnam News Agency | vnanet.vn | vietnamplus.vn | Nhân Dân | nhandan.vn | vtv.vn | vov.vn
Singaporean state-funded media | SPH Media | The Straits Times | straitstimes.com | Lianhe Zaobao | zaobao.com.sg | businesstimes.com.sg | Mediacorp | Channel NewsAsia | channelnewsasia.com
Bernama | bernama.com
Antara | Antara News | antaranews.com
Kompas Gramedia | kompas.com | kompas.id
Philippine News Agency | pna.gov.ph
Rappler | rappler.com
Bangkok Post | bangkokpost.com
"""

#: One tuple for each family: its name, then its outlets' names and domains. The family's name is an outlet's, too.
FAMILIES: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(entry.strip() for entry in row.split("|")) for row in _ROWS.strip().splitlines()
)

#: Names that outlets of several owners have, in one town and another: no family is told by them alone, wherever they
#: stand (here or in the table of bodies). One too many costs an outlet its house, one too few gives it a strange one.
_SHARED: Final = """
The Times | The Sunday Times | The Sun | The Star | Daily Star | The Herald | Daily Herald | The Tribune | Daily Tribune
The Post | The Standard | Evening Standard | The Guardian | Guardian newspaper | The Independent | The Telegraph
Daily Telegraph | Sunday Telegraph | The Observer | The Mirror | Daily Mirror | Sunday Mirror | The Mail | Daily Mail
Mail on Sunday | Sunday Mail | The Express | Daily Express | Sunday Express | The Record | Daily Record | The News
Daily News | News Agency | The Nation | Daily Nation | The National | The Monitor | Daily Monitor | The Chronicle
Daily Chronicle | The Examiner | The Gazette | The Journal | The Globe | The Republic | The Age | The Press | The Mercury
The Citizen | The Dispatch | Daily Dispatch | The Courier | The Bulletin | The Sentinel | The Inquirer | The Enquirer
The Spectator | Hamilton Spectator | The Argus | The Echo | The World | The Leader | The Advertiser | The Daily | Today
Metro | Mint | Stuff | The Wire | The Insider | The Project | Business Day | Business Times | Financial Express
Herald Sun | NewsNation | Times Union | Capital | Stern | Marca | Blick | Sabah | Kompas | Advance | Reach | Agora | Kan
Planeta | Styria | Lebedev | Army TV | Channel One | Channel 4 | Channel 5 | 5 News | 7NEWS | 9News | NTV | n-tv | RTL
RTL News | ABC | ABC News | CBC | SBS | CTV | PTV | CCTV | CNA | BNS | MK | RBC | RBK | РБК
El País | El Mundo | El Tiempo | El Correo | El Universal | La Razón | La Nación | La República | La Prensa | Clarín
Libération | Liberation newspaper | Les Echos | La Tribune | Le Soir | Le Matin | La Presse | Corriere | La Provincia
Al-Alam | Al-Araby | Al Hadath | Al-Arabi | الجزيرة | Baltic News Service
"""
SHARED_NAMES: Final[frozenset[str]] = frozenset(
    name.strip() for row in _SHARED.strip().splitlines() for name in row.split("|")
)
