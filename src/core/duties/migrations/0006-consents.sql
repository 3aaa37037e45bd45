-- What a person agreed to, one purpose at a time, and when the collection notice was read to her.

CREATE TABLE consent (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  purpose TEXT NOT NULL,
  -- the one resource it is about; null for any
  resourceId TEXT REFERENCES resource (id),
  -- for what exactly, in the words used with the person
  words TEXT NOT NULL,
  express INTEGER NOT NULL CHECK (express IN (0, 1)),
  -- person or parent
  givenBy TEXT NOT NULL,
  -- which parent or tutor; empty when the person herself
  parent TEXT NOT NULL,
  givenOn TEXT NOT NULL,
  -- the last day it holds; null while the accompaniment lasts
  validUntil TEXT,
  withdrawnOn TEXT,
  withdrawalWords TEXT NOT NULL
) STRICT;
CREATE INDEX consentByPerson ON consent (personId, givenOn);
CREATE INDEX consentByResource ON consent (resourceId) WHERE resourceId IS NOT NULL;

CREATE TABLE noticeReading (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  readOn TEXT NOT NULL,
  -- a printed copy was handed
  handed INTEGER NOT NULL CHECK (handed IN (0, 1)),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX noticeReadingByPerson ON noticeReading (personId, readOn);
