-- The registers the law asks for. Nothing here is removed with its person: an erasure leaves the entry without a name.

-- Requests of access, rectification or portability, each with its clock of 30 days.
CREATE TABLE rightsRequest (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  personId TEXT REFERENCES person (id),
  -- who asks, when it is not the person; or when nobody of the caseload is meant
  requester TEXT NOT NULL,
  receivedOn TEXT NOT NULL,
  words TEXT NOT NULL,
  identityCheckedOn TEXT,
  -- a later end of the clock, and by whose leave
  extendedTo TEXT,
  extensionWords TEXT NOT NULL,
  answeredOn TEXT,
  outcome TEXT,
  -- what was given, corrected or refused, and why
  answer TEXT NOT NULL,
  lateWords TEXT NOT NULL
) STRICT;
CREATE INDEX rightsRequestByPerson ON rightsRequest (personId) WHERE personId IS NOT NULL;

-- What was told without consent, in danger.
CREATE TABLE disclosure (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  personId TEXT REFERENCES person (id),
  basis TEXT NOT NULL,
  recipient TEXT NOT NULL,
  information TEXT NOT NULL,
  reasons TEXT NOT NULL,
  personToldOn TEXT,
  -- what came of it; the day nothing is left to do
  sequel TEXT NOT NULL,
  closedOn TEXT
) STRICT;
CREATE INDEX disclosureByPerson ON disclosure (personId) WHERE personId IS NOT NULL;

-- Confidentiality incidents, in the eight headings of the regulation (A-2.1, r. 3.1, s. 7).
CREATE TABLE confidentialityIncident (
  id TEXT NOT NULL PRIMARY KEY,
  information TEXT NOT NULL,
  circumstances TEXT NOT NULL,
  happenedFrom TEXT NOT NULL,
  happenedUntil TEXT,
  isPeriodApproximate INTEGER NOT NULL CHECK (isPeriodApproximate IN (0, 1)),
  knownOn TEXT NOT NULL,
  personCount INTEGER NOT NULL CHECK (personCount >= 0),
  isCountApproximate INTEGER NOT NULL CHECK (isCountApproximate IN (0, 1)),
  -- the harm test
  sensitivity TEXT NOT NULL,
  misuse TEXT NOT NULL,
  consequences TEXT NOT NULL,
  probability TEXT NOT NULL,
  seriousRisk INTEGER NOT NULL CHECK (seriousRisk IN (0, 1)),
  conclusion TEXT NOT NULL,
  consultedOn TEXT,
  commissionToldOn TEXT,
  personsToldOn TEXT,
  -- why not all of them were told, or by a public notice
  notToldWords TEXT NOT NULL,
  publicNotice INTEGER NOT NULL CHECK (publicNotice IN (0, 1)),
  measures TEXT NOT NULL,
  closedOn TEXT
) STRICT;

-- The known persons an incident is about.
CREATE TABLE confidentialityIncidentPerson (
  incidentId TEXT NOT NULL REFERENCES confidentialityIncident (id),
  personId TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (incidentId, personId)
) STRICT, WITHOUT ROWID;
CREATE INDEX confidentialityIncidentByPerson ON confidentialityIncidentPerson (personId);
