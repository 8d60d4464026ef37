"""Countries and peoples: names that speak for a state ("Norland said") and words that only qualify."""

from __future__ import annotations

from typing import Final

#: Names of states and unions, as English newspapers write them.
COUNTRIES: Final[frozenset[str]] = frozenset(
    part.strip()
    for part in """Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas,
    Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Britain, Brunei,
    Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia,
    Cuba, Cyprus, Czechia, Denmark, Djibouti, Dominica, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Eswatini,
    Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guyana,
    Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan,
    Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya,
    Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico,
    Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands,
    New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Norway, Oman, Pakistan, Palau, Palestine, Panama,
    Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Samoa, Saudi Arabia,
    Scotland, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia,
    South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria,
    Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tonga, Tunisia, Turkey, Türkiye, Turkmenistan, Tuvalu, Uganda, Ukraine,
    United Arab Emirates, UAE, United Kingdom, UK, U.K., United States, US, U.S., USA, America, Uruguay, Uzbekistan, Vanuatu,
    Vatican, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe, European Union, Hong Kong, Gaza, West Bank, Moscow, Kyiv,
    Beijing, Washington, London, Paris, Berlin, Tehran, Tokyo, Ankara, Seoul, Pyongyang, Warsaw, Minsk, Jerusalem,
    Tel Aviv""".split(",")
)

#: Adjectives of peoples and directions, lower case: they qualify a noun and name nobody.
DEMONYMS: Final[frozenset[str]] = frozenset(
    """russian ukrainian american british english french german italian spanish chinese japanese indian iranian iraqi israeli
    palestinian turkish polish estonian latvian lithuanian finnish swedish norwegian danish dutch belgian swiss austrian
    hungarian czech slovak romanian bulgarian greek serbian croatian bosnian belarusian moldovan georgian armenian azerbaijani
    kazakh uzbek syrian lebanese egyptian saudi qatari kuwaiti yemeni afghan pakistani korean vietnamese thai indonesian
    malaysian philippine filipino australian canadian mexican brazilian argentine chilean colombian venezuelan peruvian cuban
    african european asian western eastern northern southern soviet pro-russian pro-kremlin pro-ukrainian pro-western
    democratic republican conservative liberal catholic muslim jewish christian federal state independent local foreign""".split()
)
