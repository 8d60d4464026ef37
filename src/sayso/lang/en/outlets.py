"""Outlets, agencies, think tanks and bodies that international news quotes, each under all its names.

One row is one body: its English name first, then its names in other languages and scripts, short names and letters.
A name that several rows have tells nothing by itself and is proposed only. Facts of public record.
"""

from __future__ import annotations

from typing import Final

_ROWS: Final = """
Important Stories | Vazhnye Istorii | Vazhniye Istorii | Vazhnyye Istorii | iStories | iStories Media | Важные истории
Novaya Gazeta | Новая газета
Novaya Gazeta Europe | Новая газета Европа
The Insider | Инсайдер
Meduza | Медуза
Mediazona | Медиазона
Agentstvo | Агентство
Proekt | The Project | Проект
Verstka | Вёрстка | Верстка
Kommersant | Коммерсантъ | Коммерсант
Vedomosti | Ведомости
Izvestia | Izvestiya | Известия
Komsomolskaya Pravda | Комсомольская правда
Moskovsky Komsomolets | Moskovskij Komsomolets | MK | Московский комсомолец
Rossiyskaya Gazeta | Rossiiskaya Gazeta | Российская газета
Argumenty i Fakty | Arguments and Facts | AiF | Аргументы и факты
TASS | ITAR-TASS | TASS news agency | Russian News Agency TASS | ТАСС
RIA Novosti | RIA | RIA news agency | РИА Новости
Interfax | Интерфакс
RBC | RBK | RosBusinessConsulting | РБК
RT | Russia Today
Sputnik | Sputnik News | Спутник
Echo of Moscow | Ekho Moskvy | Эхо Москвы
TV Rain | Dozhd | Rain TV | Дождь
The Moscow Times | Moscow Times
Radio Free Europe/Radio Liberty | Radio Free Europe | RFE/RL | RFERL | Radio Svoboda | Радио Свобода
Current Time | Nastoyashcheye Vremya | Настоящее время
Voice of America | VOA | Голос Америки
Ukrainska Pravda | Ukrayinska Pravda | Ukrainian Pravda | Українська правда
Kyiv Independent | The Kyiv Independent
Ukrinform | Укрінформ
UNIAN | УНІАН
Suspilne | Суспільне
Hromadske | Громадське
Belta | BelTA | Belarusian Telegraph Agency | БелТА
Eesti Rahvusringhääling | ERR | ERR News | Estonian Public Broadcasting
Postimees | Postimees newspaper
Latvian Radio | Latvijas Radio
Lithuanian National Radio and Television | LRT
Yle | Yleisradio | Finnish Broadcasting Company
Helsingin Sanomat
Sveriges Television | SVT | Swedish Television
Dagens Nyheter
NRK | Norsk rikskringkasting | Norwegian Broadcasting Corporation
Danmarks Radio | Danish Broadcasting Corporation
Gazeta Wyborcza | Wyborcza
Polish Press Agency | Polska Agencja Prasowa | PAP
Czech News Agency | ČTK | CTK
Hungarian News Agency | MTI
Der Spiegel | Spiegel
Frankfurter Allgemeine Zeitung | FAZ | Frankfurter Allgemeine
Süddeutsche Zeitung | Sueddeutsche Zeitung
Die Zeit
Bild | Bild-Zeitung
Deutsche Welle | DW
Deutsche Presse-Agentur | German Press Agency | dpa
ARD | Arbeitsgemeinschaft der öffentlich-rechtlichen Rundfunkanstalten
ZDF | Zweites Deutsches Fernsehen
Neue Zürcher Zeitung | NZZ
Swiss Broadcasting Corporation | SRG SSR
Agence France-Presse | AFP | Agence France Presse
Le Monde
Le Figaro | Figaro
Libération | Liberation newspaper
Agenzia Nazionale Stampa Associata | ANSA
Corriere della Sera | Corriere
Agencia EFE | EFE
El País | El Pais
Associated Press | AP | The AP
Reuters | Reuters news agency | Thomson Reuters
Bloomberg | Bloomberg News
The New York Times | New York Times | NYT | NY Times
The Washington Post | Washington Post | WaPo
The Wall Street Journal | Wall Street Journal | WSJ
Financial Times | FT
The Guardian | Guardian newspaper
Daily Telegraph | The Telegraph | The Daily Telegraph
British Broadcasting Corporation | BBC | BBC News
Cable News Network | CNN
National Public Radio | NPR
Canadian Broadcasting Corporation | CBC
Australian Broadcasting Corporation | ABC
American Broadcasting Company | ABC | ABC News
Columbia Broadcasting System | CBS | CBS News
Xinhua | Xinhua News Agency | New China News Agency | 新华社
People's Daily | Renmin Ribao | 人民日报
Global Times | Huanqiu Shibao | 环球时报
China Central Television | CCTV
South China Morning Post | SCMP
NHK | Nippon Hoso Kyokai | Japan Broadcasting Corporation
Kyodo | Kyodo News
Asahi Shimbun | Asahi
Yomiuri Shimbun | Yomiuri
Yonhap | Yonhap News Agency
Korean Central News Agency | KCNA
Press Trust of India | PTI
Islamic Republic News Agency | IRNA
Tasnim | Tasnim News Agency
Fars | Fars News Agency
Al Jazeera | Al-Jazeera | الجزيرة
Al Arabiya | Al-Arabiya | العربية
Anadolu Agency | Anadolu Ajansı | Anadolu | AA
Haaretz | Ha'aretz | הארץ
Yedioth Ahronoth | Yediot Ahronot
Organized Crime and Corruption Reporting Project | OCCRP
International Consortium of Investigative Journalists | ICIJ
Conflict Intelligence Team | CIT
Institute for the Study of War | ISW
International Institute for Strategic Studies | IISS
Royal United Services Institute | RUSI
Royal Institute of International Affairs | Chatham House
Carnegie Endowment for International Peace | Carnegie Endowment | CEIP
Center for Strategic and International Studies | CSIS
Council on Foreign Relations | CFR
European Council on Foreign Relations | ECFR
Stockholm International Peace Research Institute | SIPRI
German Institute for International and Security Affairs | Stiftung Wissenschaft und Politik | SWP
German Council on Foreign Relations | DGAP
International Crisis Group | ICG
RAND Corporation | RAND
Centre for Eastern Studies | Ośrodek Studiów Wschodnich | OSW
Levada Center | Levada Centre | Левада-Центр
Russian Public Opinion Research Center | VTsIOM | VCIOM | ВЦИОМ
Doctors Without Borders | Médecins Sans Frontières | MSF
Reporters Without Borders | Reporters sans frontières | RSF
International Committee of the Red Cross | ICRC
Human Rights Watch | HRW
World Health Organization | World Health Organisation | WHO
International Atomic Energy Agency | IAEA | MAGATE | МАГАТЭ
International Monetary Fund | IMF
Organization for Security and Co-operation in Europe | OSCE | ОБСЕ
Organisation for Economic Co-operation and Development | OECD
North Atlantic Treaty Organization | NATO | North Atlantic Alliance | OTAN
United Nations | UN | United Nations Organization | ONU
United Nations High Commissioner for Refugees | UNHCR | UN Refugee Agency
European Union | EU
European Central Bank | ECB
International Criminal Court | ICC
Organization of the Petroleum Exporting Countries | OPEC
Federal Security Service | FSB | Federalnaya Sluzhba Bezopasnosti | ФСБ
Foreign Intelligence Service of Russia | SVR | СВР
Main Directorate of Intelligence | GUR | HUR | Main Intelligence Directorate of Ukraine
Security Service of Ukraine | SBU | Служба безпеки України | СБУ
State Duma | Duma | Gosduma | Государственная дума | Госдума
Verkhovna Rada | Rada | Ukrainian parliament | Верховна Рада
Roskomnadzor | Роскомнадзор
Federal Bureau of Investigation | FBI
Central Intelligence Agency | CIA
Secret Intelligence Service | MI6
Bundesnachrichtendienst | BND | Federal Intelligence Service
Kremlin | Кремль
"""

#: One tuple for each body: its names, the English one first.
OUTLETS: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(name.strip() for name in row.split("|")) for row in _ROWS.strip().splitlines()
)
