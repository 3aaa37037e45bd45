-- What was decided at the end of the keeping of a file. Nothing here says whose file it was.
CREATE TABLE erasure (
  id TEXT NOT NULL PRIMARY KEY,
  -- drawn at random: what an access log keeps of a file that is gone
  code TEXT NOT NULL UNIQUE,
  mode TEXT NOT NULL,
  reason TEXT NOT NULL,
  decidedBy TEXT NOT NULL,
  decidedOn TEXT NOT NULL,
  -- how many records went, how many stayed without anybody, how many texts were changed
  removed INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  texts INTEGER NOT NULL,
  -- the day no older generation held it any more; null until then
  purgedOn TEXT
) STRICT;

-- A closed file that somebody decided to keep longer, and why.
CREATE TABLE retentionHold (
  personId TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  until TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
