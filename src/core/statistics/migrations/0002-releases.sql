-- Releases: what was closed, what was said, and the bytes that left. Rows are written once; triggers hold that.

-- One catalogue a year, from the year's first closing on.
CREATE TABLE releaseYear (
  year INTEGER NOT NULL PRIMARY KEY,
  -- JSON, public
  catalogue TEXT NOT NULL,
  -- 32 bytes; null once the year is published: nobody can be found behind a pseudonym again
  pseudonymKey BLOB
) STRICT;

-- A quarter or a year that was closed, with its facts frozen under pseudonyms.
CREATE TABLE closing (
  period TEXT NOT NULL PRIMARY KEY,
  closedAt TEXT NOT NULL,
  -- JSON of numbers
  facts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Contacts, incidents and referrals already counted in a closing, whichever: each counts once. It names no person, and
-- stays when its record goes, so that an undone removal does not count twice.
CREATE TABLE countedRecord (recordId TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE ledgerEntry (
  sequence INTEGER NOT NULL PRIMARY KEY,
  period TEXT NOT NULL UNIQUE REFERENCES closing (period),
  publishedAt TEXT NOT NULL,
  purpose TEXT NOT NULL,
  approver TEXT NOT NULL,
  catalogueHash TEXT NOT NULL,
  filesHash TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- The bytes of a release, to give them again as they were.
CREATE TABLE releaseFile (
  sequence INTEGER NOT NULL REFERENCES ledgerEntry (sequence),
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sequence, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER closingIsFinal BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER closingStays BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ledgerEntryIsFinal BEFORE UPDATE ON ledgerEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ledgerEntryStays BEFORE DELETE ON ledgerEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER releaseFileIsFinal BEFORE UPDATE ON releaseFile BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER releaseFileStays BEFORE DELETE ON releaseFile BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER catalogueIsFinal BEFORE UPDATE OF year, catalogue ON releaseYear BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
CREATE TRIGGER releaseYearStays BEFORE DELETE ON releaseYear BEGIN SELECT RAISE(ABORT, 'append-only'); END;
