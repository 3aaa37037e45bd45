-- Files handed to the coordinator outside the notebook, sealed for her key: docs/review-package.md. Keys are in base64: no blob, so that
-- rows compare.

-- This notebook's own keys. `sealedSeed` is sealed like a note: neither a coordinator's slot nor a stolen image signs or opens with it.
CREATE TABLE reviewIdentity (
  slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  boxKey TEXT NOT NULL,
  signKey TEXT NOT NULL,
  sealedSeed TEXT NOT NULL,
  madeAt TEXT NOT NULL
) STRICT;

-- Whose keys were compared by voice.
CREATE TABLE correspondent (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  boxKey TEXT NOT NULL,
  signKey TEXT NOT NULL UNIQUE,
  registeredAt TEXT NOT NULL
) STRICT;

-- What left: how many files, until when. Whose files they were is in the access log.
CREATE TABLE madePackage (
  id TEXT NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  files INTEGER NOT NULL,
  madeAt TEXT NOT NULL,
  expiresOn TEXT NOT NULL
) STRICT;

-- What was opened: an id found here does not open again.
CREATE TABLE openedPackage (
  id TEXT NOT NULL PRIMARY KEY,
  sender TEXT NOT NULL,
  signKey TEXT NOT NULL,
  files INTEGER NOT NULL,
  createdAt TEXT NOT NULL,
  expiresOn TEXT NOT NULL,
  openedAt TEXT NOT NULL,
  -- null until the reader said she was done
  finishedAt TEXT
) STRICT;
