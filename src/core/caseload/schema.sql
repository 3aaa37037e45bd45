CREATE INDEX contactByPerson ON contactPerson (personId, at, durationMinutes);

CREATE INDEX contactByTime ON contact (at, id);

CREATE INDEX followUpByDay ON followUp (doneAt, dueOn, dueTime);

CREATE INDEX followUpByPerson ON followUp (personId, doneAt, dueOn);

CREATE INDEX incidentByPerson ON incident (personId, at);

CREATE INDEX incidentByTime ON incident (at, id);

CREATE INDEX referralByContact ON referral (contactId);

CREATE INDEX referralByPerson ON referral (personId, state);

CREATE INDEX referralByResource ON referral (resourceId, state);

CREATE INDEX referralByState ON referral (state);

CREATE TABLE bondStageChange (
  personId TEXT NOT NULL REFERENCES person (id),
  changedOn TEXT NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (personId, changedOn)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing (
  period TEXT NOT NULL PRIMARY KEY,
  closedAt TEXT NOT NULL,
  -- JSON of numbers
  facts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  unidentifiedCount INTEGER NOT NULL CHECK (unidentifiedCount >= 0),
  kinds TEXT NOT NULL,
  -- the first is the principal theme
  themes TEXT NOT NULL,
  place TEXT NOT NULL,
  durationMinutes INTEGER NOT NULL CHECK (durationMinutes >= 0),
  mandateAxis TEXT NOT NULL,
  crisis TEXT,
  -- [{ "item": code, "quantity": n }]
  aidGiven TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE contactDraft (
  slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  fields TEXT NOT NULL
) STRICT;

CREATE TABLE contactPerson (
  contactId TEXT NOT NULL REFERENCES contact (id),
  personId TEXT NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  at TEXT NOT NULL,
  durationMinutes INTEGER NOT NULL,
  PRIMARY KEY (contactId, personId)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE contactText USING fts4(
  content="contact", note,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'contactText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'contactText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'contactText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'contactText_stat'(id INTEGER PRIMARY KEY, value BLOB);

CREATE TABLE countedRecord (recordId TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE followUp (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  personId TEXT REFERENCES person (id),
  dueOn TEXT NOT NULL,
  dueTime TEXT,
  doneAt TEXT
) STRICT;

CREATE TABLE incident (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  kinds TEXT NOT NULL,
  intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 4),
  place TEXT NOT NULL,
  outcome TEXT NOT NULL,
  staffConcerned INTEGER NOT NULL CHECK (staffConcerned IN (0, 1)),
  personId TEXT REFERENCES person (id),
  note TEXT NOT NULL
) STRICT;

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

CREATE TABLE listValue (
  list TEXT NOT NULL,
  code TEXT NOT NULL,
  labelFr TEXT NOT NULL,
  labelEn TEXT NOT NULL,
  groupCode TEXT,
  position INTEGER NOT NULL,
  validFrom TEXT NOT NULL,
  validTo TEXT,
  PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  -- the first of the aliases: it names the person in every row
  alias TEXT NOT NULL,
  -- one alias a line, as typed
  aliases TEXT NOT NULL,
  -- the same without accents or case, for the type-ahead
  foldedAliases TEXT NOT NULL,
  legalName TEXT,
  ageBand TEXT NOT NULL,
  ageEstimated INTEGER NOT NULL CHECK (ageEstimated IN (0, 1)),
  gender TEXT NOT NULL,
  genderEstimated INTEGER NOT NULL CHECK (genderEstimated IN (0, 1)),
  populations TEXT NOT NULL,
  bondStage TEXT NOT NULL,
  engagedOn TEXT,
  howMet TEXT NOT NULL,
  languages TEXT NOT NULL,
  strengths TEXT NOT NULL,
  safetyNote TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE personText USING fts4(
  content="person", aliases, legalName, howMet, strengths, safetyNote,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'personText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'personText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'personText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'personText_stat'(id INTEGER PRIMARY KEY, value BLOB);

CREATE TABLE referral (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  contactId TEXT REFERENCES contact (id),
  resourceId TEXT NOT NULL REFERENCES resource (id),
  theme TEXT NOT NULL,
  proposedOn TEXT NOT NULL,
  note TEXT NOT NULL,
  -- the state of the last step
  state TEXT NOT NULL,
  -- [{ "state": state, "on": day, "reason": text }], oldest first
  steps TEXT NOT NULL
) STRICT;

CREATE TABLE releaseFile (
  sequence INTEGER NOT NULL REFERENCES ledgerEntry (sequence),
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sequence, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE releaseYear (
  year INTEGER NOT NULL PRIMARY KEY,
  -- JSON, public
  catalogue TEXT NOT NULL,
  -- 32 bytes; null once the year is published: nobody can be found behind a pseudonym again
  pseudonymKey BLOB
) STRICT;

CREATE TABLE resource (
  id TEXT NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  service TEXT NOT NULL,
  sector TEXT NOT NULL,
  phone TEXT NOT NULL,
  pivotContact TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE resourceText USING fts4(
  content="resource", organization, service, pivotContact, note,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'resourceText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'resourceText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'resourceText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'resourceText_stat'(id INTEGER PRIMARY KEY, value BLOB);

CREATE TRIGGER catalogueIsFinal BEFORE UPDATE OF year, catalogue ON releaseYear BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TRIGGER closingIsFinal BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER closingStays BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER contactTextAfterUpdate AFTER UPDATE OF note ON contact BEGIN
  INSERT INTO contactText (docid, note) VALUES (new.rowid, new.note);
END;

CREATE TRIGGER contactTextBeforeUpdate BEFORE UPDATE OF note ON contact BEGIN
  DELETE FROM contactText WHERE docid = old.rowid;
END;

CREATE TRIGGER contactTextDelete BEFORE DELETE ON contact BEGIN
  DELETE FROM contactText WHERE docid = old.rowid;
END;

CREATE TRIGGER contactTextInsert AFTER INSERT ON contact BEGIN
  INSERT INTO contactText (docid, note) VALUES (new.rowid, new.note);
END;

CREATE TRIGGER ledgerEntryIsFinal BEFORE UPDATE ON ledgerEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER ledgerEntryStays BEFORE DELETE ON ledgerEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER personTextAfterUpdate AFTER UPDATE ON person BEGIN
  INSERT INTO personText (docid, aliases, legalName, howMet, strengths, safetyNote)
  VALUES (new.rowid, new.aliases, new.legalName, new.howMet, new.strengths, new.safetyNote);
END;

CREATE TRIGGER personTextBeforeUpdate BEFORE UPDATE ON person BEGIN
  DELETE FROM personText WHERE docid = old.rowid;
END;

CREATE TRIGGER personTextDelete BEFORE DELETE ON person BEGIN
  DELETE FROM personText WHERE docid = old.rowid;
END;

CREATE TRIGGER personTextInsert AFTER INSERT ON person BEGIN
  INSERT INTO personText (docid, aliases, legalName, howMet, strengths, safetyNote)
  VALUES (new.rowid, new.aliases, new.legalName, new.howMet, new.strengths, new.safetyNote);
END;

CREATE TRIGGER releaseFileIsFinal BEFORE UPDATE ON releaseFile BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER releaseFileStays BEFORE DELETE ON releaseFile BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER releaseYearStays BEFORE DELETE ON releaseYear BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER resourceTextAfterUpdate AFTER UPDATE ON resource BEGIN
  INSERT INTO resourceText (docid, organization, service, pivotContact, note)
  VALUES (new.rowid, new.organization, new.service, new.pivotContact, new.note);
END;

CREATE TRIGGER resourceTextBeforeUpdate BEFORE UPDATE ON resource BEGIN
  DELETE FROM resourceText WHERE docid = old.rowid;
END;

CREATE TRIGGER resourceTextDelete BEFORE DELETE ON resource BEGIN
  DELETE FROM resourceText WHERE docid = old.rowid;
END;

CREATE TRIGGER resourceTextInsert AFTER INSERT ON resource BEGIN
  INSERT INTO resourceText (docid, organization, service, pivotContact, note)
  VALUES (new.rowid, new.organization, new.service, new.pivotContact, new.note);
END;
