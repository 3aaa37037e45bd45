-- A note sealed for the worker alone, in base64 (`crypto_box_seal`): no text, so that rows compare. `note` is then empty.
ALTER TABLE contact ADD COLUMN sealedNote TEXT;

-- Who opened what, when, with which key. No alias, no text: a person erased since leaves an id that names nobody.
CREATE TABLE accessEntry (
  sequence INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  role TEXT NOT NULL,
  -- tells two keys of one role apart: the first bytes of the hash of the slot's salt
  keyMark TEXT NOT NULL,
  act TEXT NOT NULL,
  personId TEXT,
  recordId TEXT,
  -- which list, document or period; empty otherwise
  detail TEXT NOT NULL,
  -- each row's hash covers the one before it
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX accessByPerson ON accessEntry (personId, sequence);
CREATE TRIGGER accessEntryIsFinal BEFORE UPDATE ON accessEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER accessEntryStays BEFORE DELETE ON accessEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
