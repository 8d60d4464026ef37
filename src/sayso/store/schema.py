"""The tables of a case, as SQL. docs/reference/case-file.md says what each table and column holds.

TABLES and INDEXES are written in words that SQLite and PostgreSQL both understand, but for four: the types REAL and
BLOB, and STRICT and WITHOUT ROWID after a table's columns. GUARDS, SEARCH and VIEWS are SQLite's.

Evidence and journal are only added to; the file itself refuses anything else. All other tables are derived from
them, and are emptied and filled anew by an update; only the columns state, locked and changed of statements also
change with each ruling.
"""

from __future__ import annotations

from typing import Final

#: The number by which SQLite files of Sayso's are known ("Says" in ASCII), at byte 68 of the file.
APPLICATION: Final = 0x53617973

#: Tables that are only added to.
KEPT: Final = ("articles", "raws", "readings", "journal")
#: Tables that an update empties and fills anew, those that point at others first.
DERIVED: Final = (
    "stances",
    "statements",
    "times",
    "amounts",
    "reasons",
    "answers",
    "notes",
    "dates",
    "parts",
    "timeline",
    "columns",
    "computed",
    "origins",
    "sources",
)

TABLES: Final = """
CREATE TABLE about (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  outlet TEXT,
  title TEXT,
  url TEXT,
  language TEXT,
  published TEXT,
  added TEXT NOT NULL,
  person TEXT NOT NULL,
  text TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE raws (
  article INTEGER PRIMARY KEY REFERENCES articles (number),
  sha256 TEXT NOT NULL,
  length INTEGER NOT NULL,
  packed BLOB NOT NULL
) STRICT;

CREATE TABLE readings (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (number),
  name TEXT NOT NULL,
  brain TEXT NOT NULL,
  digest TEXT NOT NULL,
  made TEXT NOT NULL,
  statements INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  packed BLOB NOT NULL,
  UNIQUE (article, name)
) STRICT;

CREATE TABLE journal (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  target TEXT NOT NULL,
  verdict TEXT NOT NULL,
  value TEXT,
  person TEXT NOT NULL,
  made TEXT NOT NULL,
  why TEXT NOT NULL,
  on_word_of TEXT,
  happened TEXT,
  anchor TEXT,
  chained TEXT NOT NULL
) STRICT;

CREATE TABLE moments (
  number INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES journal (number),
  made TEXT NOT NULL,
  articles INTEGER NOT NULL,
  hypothesis TEXT NOT NULL,
  probability REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE memos (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  aliases TEXT NOT NULL
) STRICT;

CREATE TABLE origins (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  root TEXT NOT NULL,
  how TEXT NOT NULL,
  backer TEXT,
  source INTEGER REFERENCES sources (number),
  first_article INTEGER REFERENCES articles (number),
  retracted INTEGER REFERENCES articles (number)
) STRICT;

CREATE TABLE statements (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (number),
  source INTEGER REFERENCES sources (number),
  origin INTEGER REFERENCES origins (number),
  said TEXT,
  force TEXT,
  mode TEXT NOT NULL,
  polarity TEXT NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  lean TEXT NOT NULL,
  strength REAL NOT NULL,
  effect REAL,
  state TEXT NOT NULL,
  locked INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  places TEXT,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE stances (
  hypothesis TEXT NOT NULL,
  statement INTEGER NOT NULL REFERENCES statements (number),
  lean TEXT NOT NULL,
  strength REAL NOT NULL,
  PRIMARY KEY (hypothesis, statement)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (number),
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  words TEXT NOT NULL,
  timex TEXT NOT NULL,
  type TEXT NOT NULL,
  bound TEXT NOT NULL,
  earliest TEXT,
  latest TEXT
) STRICT;

CREATE TABLE amounts (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (number),
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  words TEXT NOT NULL,
  bound TEXT NOT NULL,
  low REAL,
  high REAL,
  unit TEXT,
  qualified TEXT
) STRICT;

CREATE TABLE answers (
  hypothesis TEXT PRIMARY KEY,
  place INTEGER NOT NULL,
  words TEXT NOT NULL,
  opens TEXT,
  closes TEXT,
  probability REAL,
  low REAL,
  high REAL,
  likelihood TEXT,
  confidence TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE reasons (
  number INTEGER PRIMARY KEY,
  hypothesis TEXT NOT NULL REFERENCES answers (hypothesis),
  kind TEXT NOT NULL,
  origin INTEGER REFERENCES origins (number),
  weight REAL NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE notes (
  number INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  article INTEGER REFERENCES articles (number),
  begins INTEGER,
  ends INTEGER
) STRICT;

CREATE TABLE dates (
  article INTEGER PRIMARY KEY REFERENCES articles (number),
  earliest TEXT,
  latest TEXT,
  how TEXT NOT NULL
) STRICT;

CREATE TABLE parts (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  words TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE computed (
  name TEXT PRIMARY KEY,
  packed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_by_subject ON journal (subject, number);
CREATE INDEX journal_by_verdict ON journal (verdict, number);
"""

#: Version 2: what lists are counted by, and the timeline, are written with the statements.
COUNTING: Final = """
CREATE TABLE timeline (
  number INTEGER PRIMARY KEY,
  day TEXT,
  hypothesis TEXT NOT NULL,
  support INTEGER NOT NULL,
  deny INTEGER NOT NULL,
  open INTEGER NOT NULL,
  statements INTEGER NOT NULL
) STRICT;

CREATE TABLE columns (
  name TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  meanings TEXT NOT NULL,
  packed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

DROP INDEX statements_by_day;
"""

#: Version 3: SHA-256 over each article's record with its text; empty where an older version added it.
HASHES: Final = """
ALTER TABLE articles ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
"""

#: Indexes of derived tables: dropped while the tables are filled, so that they are written in order and packed.
INDEXES: Final = """
CREATE UNIQUE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_article ON statements (article);
CREATE INDEX statements_by_source ON statements (source, said);
CREATE INDEX statements_by_origin ON statements (origin);
CREATE INDEX statements_by_effect ON statements (effect DESC) WHERE effect IS NOT NULL;
CREATE INDEX statements_reviewed ON statements (state) WHERE state <> 'open';
CREATE INDEX times_by_article ON times (article);
CREATE INDEX amounts_by_article ON amounts (article);
CREATE INDEX parts_by_place ON parts (kind, place);
CREATE INDEX parts_by_id ON parts (kind, id);
"""

#: The same as the first version had them; kept, since a step is never changed.
FIRST_INDEXES: Final = """
CREATE UNIQUE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_article ON statements (article);
CREATE INDEX statements_by_source ON statements (source, said);
CREATE INDEX statements_by_origin ON statements (origin);
CREATE INDEX statements_by_day ON statements (said);
CREATE INDEX statements_by_effect ON statements (effect DESC) WHERE effect IS NOT NULL;
CREATE INDEX statements_reviewed ON statements (state) WHERE state <> 'open';
CREATE INDEX times_by_article ON times (article);
CREATE INDEX amounts_by_article ON amounts (article);
CREATE INDEX parts_by_place ON parts (kind, place);
CREATE INDEX parts_by_id ON parts (kind, id);
"""

#: The file itself refuses to change or delete what is only added to; SQLite's `REPLACE` is refused as well.
GUARDS: Final = "\n".join(
    f"""
CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table}
BEGIN SELECT RAISE (ABORT, '{table}: what is recorded is never changed; add a ruling instead'); END;
CREATE TRIGGER {table}_never_go BEFORE DELETE ON {table}
BEGIN SELECT RAISE (ABORT, '{table}: what is recorded is never deleted; add a ruling instead'); END;
CREATE TRIGGER {table}_never_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
BEGIN SELECT RAISE (ABORT, '{table}: what is recorded is never replaced; add a ruling instead'); END;
"""
    for table, key in (("articles", "number"), ("raws", "article"), ("readings", "number"), ("journal", "number"))
)

#: The indexes of words, over the rows of the tables themselves. A row is indexed when an article is added,
#: the statements by each update.
SEARCH: Final = """
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, content="articles", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE statements_fts USING fts5 (
  words, content="statements", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
"""

#: For people who look into the file: names where the tables have numbers.
VIEWS: Final = """
CREATE VIEW statements_shown AS
SELECT s.id, a.outlet, a.title AS article, n.name AS source, n.kind AS role, o.root AS origin, s.said, s.words,
  s.force, s.low, s.high, s.lean, s.strength, s.effect, s.state, s.locked, s.begins, s.ends
FROM statements s
JOIN articles a ON a.number = s.article
LEFT JOIN sources n ON n.number = s.source
LEFT JOIN origins o ON o.number = s.origin;
"""
