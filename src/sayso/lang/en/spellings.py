"""Letters, first names and endings: how English newspapers spell names that come from other scripts."""

from __future__ import annotations

from typing import Final

#: Cyrillic letters in Latin ones as English newspapers write them (BGN/PCGN 1947, simplified: no soft sign).
CYRILLIC: Final[dict[str, str]] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
}  # fmt: skip

#: Greek letters in Latin ones (ISO 843, simplified).
GREEK: Final[dict[str, str]] = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip

#: Letters that no decomposition takes apart.
LETTERS: Final[dict[str, str]] = {
    "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i",
}  # fmt: skip

#: Spellings of one sound in different romanisations, longest first.
SAME_SOUND: Final[tuple[tuple[str, str], ...]] = (
    ("shch", "sc"), ("schtsch", "sc"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("kh", "h"),
    ("ch", "c"), ("ck", "k"), ("ph", "f"), ("zh", "z"), ("ts", "c"), ("tz", "c"),
    ("x", "ks"), ("q", "k"), ("w", "v"), ("dj", "j"), ("dzh", "j"), ("gh", "g"), ("th", "t"),
)  # fmt: skip

#: Endings of surnames by which a woman's differs from a man's of the same family, as `fold` writes them.
HIS_AND_HERS: Final[tuple[tuple[str, str], ...]] = (
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
    ("ki", "ka"),
    ("os", "ou"),
)

#: First names that are one name: short forms, and forms in languages of one region.
_FIRST: Final = """
william bill billy will willy liam | robert bob bobby rob robbie bert | richard dick rick ricky rich | james jim jimmy jamie
john johnny jack jon | joseph joe joey | thomas tom tommy | michael mike mick micky | edward ed eddie ted teddy ned
anthony tony | charles charlie chuck | christopher chris kit | daniel dan danny | david dave davy | donald don donny
elizabeth liz beth betty lizzie eliza | francis frank | frederick fred freddie | gerald gerry jerry | gregory greg
henry harry hal hank | jeffrey jeff geoffrey geoff | katherine catherine kathryn kate kathy katie cathy | kenneth ken kenny
lawrence laurence larry | leonard len lenny | margaret maggie meg peggy | matthew matt | nicholas nick nicky nicolas
patricia pat patty tricia | patrick paddy | peter pete | philip phil phillip | raymond ray | ronald ron ronnie
samuel sam sammy | stephen steven steve | susan sue | theodore theo | timothy tim | vincent vince | walter walt
andrew andy drew | benjamin ben benny | abraham abe | alexander alex sasha aleksandr alexandr oleksandr aliaksandr alexandre
alexandra aleksandra sandra | alexei alexey aleksei aleksey alexi alyosha oleksiy oleksii | dmitry dmitri dimitri dmitrii dmitriy dima dmytro
vladimir volodymyr uladzimir vova | sergei sergey serhiy serhii siarhei | nikolai nikolay mykola mikalai kolya
mikhail michail mykhailo mykhaylo misha | yevgeny evgeny yevgeniy evgeniy evgenii yevgenii yevhen zhenya
andrei andrey andriy andrii | yuri yury yuriy iurii yurii | ivan vanya | pavel pavlo | petr pyotr petro | konstantin kostyantyn kostya
maxim maksim maksym | anatoly anatoliy anatolii | vasily vasiliy vasyl | grigory grigoriy hryhoriy | igor ihor | oleg oleh
kirill kyrylo cyril | viktor victor | roman | nikita mykyta | yekaterina ekaterina kateryna katya | yelena elena olena lena
olga olha | natalia natalya nataliya natasha | anastasia anastasiya nastya | tatiana tatyana tetiana tetyana tanya
mohammed muhammad mohamed mohammad muhammed mohamad mehmed | ahmed ahmad | hussein hussain husain hossein | yusuf youssef yousef yusef
abdullah abdallah abdulla | mahmoud mahmud | mustafa moustafa | omar umar | khaled khalid | ibrahim ebrahim
"""

#: First names, lower case, to the number of the group that holds them.
FIRST_NAMES: Final[dict[str, int]] = {
    name: number
    for number, group in enumerate(group for row in _FIRST.strip().splitlines() for group in row.split("|"))
    for name in group.split()
}

#: Family names that stand first in Chinese, Korean and Vietnamese names.
FAMILY_FIRST: Final[frozenset[str]] = frozenset(
    """xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han
    feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren kim park lee choi jung kang cho
    yoon jang lim moon nguyen tran pham hoang phan vu vo dang bui do ngo duong ly mao""".split()
)

#: What tells a son from his father of the same name.
GENERATIONS: Final[frozenset[str]] = frozenset("jr sr junior senior elder younger i ii iii iv v".split())

#: Words whose British and American spellings differ, in the British one.
BRITISH: Final[dict[str, str]] = {
    "defense": "defence", "labor": "labour", "center": "centre", "organization": "organisation", "program": "programme",
    "harbor": "harbour", "theater": "theatre",
}  # fmt: skip
