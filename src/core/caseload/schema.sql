CREATE INDEX accessByPerson ON accessEntry (personId, sequence);

CREATE INDEX actionOfFollowUp ON reviewAction (followUpId) WHERE followUpId IS NOT NULL;

CREATE INDEX actionOfReview ON reviewAction (fileReviewId);

CREATE INDEX confidentialityIncidentByPerson ON confidentialityIncidentPerson (personId);

CREATE INDEX consentByPerson ON consent (personId, givenOn);

CREATE INDEX consentByResource ON consent (resourceId) WHERE resourceId IS NOT NULL;

CREATE INDEX contactByPerson ON contactPerson (personId, at, durationMinutes);

CREATE INDEX contactByTime ON contact (at, id);

CREATE INDEX disclosureByPerson ON disclosure (personId) WHERE personId IS NOT NULL;

CREATE INDEX dismissedByOther ON dismissedDuplicate (otherId);

CREATE INDEX followUpByContact ON followUp (contactId) WHERE contactId IS NOT NULL;

CREATE INDEX followUpByDay ON followUp (doneAt, dueOn, dueTime, id);

CREATE INDEX followUpByDueDay ON followUp (dueOn, dueTime);

CREATE INDEX followUpByIncident ON followUp (incidentId) WHERE incidentId IS NOT NULL;

CREATE INDEX followUpByPerson ON followUp (personId, doneAt, dueOn);

CREATE INDEX followUpByReferral ON followUp (referralId) WHERE referralId IS NOT NULL;

CREATE INDEX groupActivityByTime ON groupActivity (at, id);

CREATE INDEX incidentByPerson ON incident (personId, at);

CREATE INDEX incidentByTime ON incident (at, id);

CREATE INDEX incompleteContact ON contact (at, id) WHERE incomplete = 1;

CREATE INDEX listedPersonInOrder ON listedPerson (lastContactAt DESC, foldedAliases, id);

CREATE INDEX mergeByKeeper ON personMerge (keepId);

CREATE INDEX mergedPerson ON person (mergedInto) WHERE mergedInto IS NOT NULL;

CREATE INDEX noticeReadingByPerson ON noticeReading (personId, readOn);

CREATE INDEX openDay ON contactDay (day) WHERE facts IS NULL;

CREATE UNIQUE INDEX openTeamMeeting ON teamMeeting (closedAt IS NULL) WHERE closedAt IS NULL;

CREATE INDEX personByAliases ON person (foldedAliases, id, mergedInto) WHERE mergedInto IS NULL;

CREATE INDEX personByAttributes ON person (gender, ageBand, populations);

CREATE INDEX referralByContact ON referral (contactId);

CREATE INDEX referralByDay ON referral (proposedOn, state, resourceId, personId);

CREATE INDEX referralByEnd ON referral (json_extract(steps, '$[#-1].on') DESC, proposedOn DESC, id DESC)
WHERE state IN ('service-obtained', 'person-declined', 'resource-declined', 'no-answer', 'abandoned');

CREATE INDEX referralByPerson ON referral (personId, state);

CREATE INDEX referralByResource ON referral (resourceId, state);

CREATE INDEX referralByState ON referral (state);

CREATE INDEX referralByStep ON referral (state, json_extract(steps, '$[#-1].on'), proposedOn DESC, id DESC);

CREATE INDEX reviewInMeeting ON fileReview (teamMeetingId);

CREATE INDEX reviewOfPerson ON fileReview (personId);

CREATE INDEX rightsRequestByPerson ON rightsRequest (personId) WHERE personId IS NOT NULL;

CREATE INDEX staffSupportByTime ON staffSupport (at, id);

CREATE INDEX tieByOther ON tie (otherId);

CREATE INDEX tieByPerson ON tie (personId);

CREATE INDEX workHoursByDay ON workHours (day, id);

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

CREATE TABLE backup (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  madeAt TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL,
  keyMark TEXT NOT NULL
) WITHOUT ROWID;

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

CREATE TABLE confidentialityIncidentPerson (
  incidentId TEXT NOT NULL REFERENCES confidentialityIncident (id),
  personId TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (incidentId, personId)
) STRICT, WITHOUT ROWID;

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
  initiative TEXT,
  crisis TEXT,
  -- [{ "item": code, "quantity": n }]
  aidGiven TEXT NOT NULL,
  note TEXT NOT NULL,
  incomplete INTEGER NOT NULL CHECK (incomplete IN (0, 1))
, sealedNote TEXT) STRICT;

CREATE TABLE contactDay (day TEXT NOT NULL PRIMARY KEY, facts TEXT) STRICT;

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

CREATE TABLE correspondent (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  boxKey TEXT NOT NULL,
  signKey TEXT NOT NULL UNIQUE,
  registeredAt TEXT NOT NULL
) STRICT;

CREATE TABLE countedRecord (recordId TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

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

CREATE TABLE dismissedDuplicate (
  oneId TEXT NOT NULL REFERENCES person (id),
  otherId TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (oneId, otherId)
) STRICT, WITHOUT ROWID;

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
, purgedSequence INTEGER, packages TEXT NOT NULL DEFAULT '[]') STRICT;

CREATE TABLE fileReview (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  -- null while it waits for the next meeting
  teamMeetingId TEXT REFERENCES teamMeeting (id),
  question TEXT NOT NULL,
  addedAt TEXT NOT NULL,
  -- null until the meeting is done with it
  reviewedAt TEXT,
  decision TEXT NOT NULL,
  CHECK (reviewedAt IS NULL OR teamMeetingId IS NOT NULL)
) STRICT;

CREATE TABLE followUp (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  personId TEXT REFERENCES person (id),
  dueOn TEXT NOT NULL,
  dueTime TEXT,
  repetition TEXT NOT NULL,
  -- the first due date of its series
  seriesStartsOn TEXT NOT NULL,
  contactId TEXT REFERENCES contact (id),
  referralId TEXT REFERENCES referral (id),
  incidentId TEXT REFERENCES incident (id),
  doneAt TEXT
) STRICT;

CREATE VIRTUAL TABLE followUpText USING fts4(
  content="followUp", title,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'followUpText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'followUpText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'followUpText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'followUpText_stat'(id INTEGER PRIMARY KEY, value BLOB);

CREATE TABLE groupActivity (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  place TEXT NOT NULL,
  durationMinutes INTEGER NOT NULL CHECK (durationMinutes >= 0),
  headcount INTEGER NOT NULL CHECK (headcount >= 0),
  mandateAxis TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE groupActivityText USING fts4(
  content="groupActivity", title, note,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'groupActivityText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'groupActivityText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'groupActivityText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'groupActivityText_stat'(id INTEGER PRIMARY KEY, value BLOB);

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

CREATE VIRTUAL TABLE incidentText USING fts4(
  content="incident", note,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'incidentText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'incidentText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'incidentText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'incidentText_stat'(id INTEGER PRIMARY KEY, value BLOB);

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
, register TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE listValue (
  list TEXT NOT NULL,
  code TEXT NOT NULL,
  -- the present label
  labelFr TEXT NOT NULL,
  labelEn TEXT NOT NULL,
  -- [{ "from": day, "fr": text, "en": text }], oldest first; the last is the present one
  labels TEXT NOT NULL,
  groupCode TEXT,
  position INTEGER NOT NULL,
  validFrom TEXT NOT NULL,
  validTo TEXT,
  PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE listedPerson (
  id TEXT NOT NULL PRIMARY KEY,
  lastContactAt TEXT,
  contactCount INTEGER NOT NULL,
  foldedAliases TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE madePackage (
  id TEXT NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  files INTEGER NOT NULL,
  madeAt TEXT NOT NULL,
  expiresOn TEXT NOT NULL
) STRICT;

CREATE TABLE monthVisits (month TEXT NOT NULL PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE noticeReading (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  readOn TEXT NOT NULL,
  -- a printed copy was handed
  handed INTEGER NOT NULL CHECK (handed IN (0, 1)),
  note TEXT NOT NULL
) STRICT;

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

CREATE TABLE peopleCount (slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1), people INTEGER NOT NULL) STRICT;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  -- the first of the aliases: it names the person in every row
  alias TEXT NOT NULL,
  -- one alias a line, as typed
  aliases TEXT NOT NULL,
  -- the same without accents or case, for the type-ahead
  foldedAliases TEXT NOT NULL,
  legalName TEXT,
  -- { "kind", "on", "words" }: why the file of a child under 14 may hold the legal name
  identifyingBasis TEXT,
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
  safetyNote TEXT NOT NULL,
  -- the person a duplicate was merged into: it is hidden, and nothing else names it
  mergedInto TEXT REFERENCES person (id)
, sealedSafetyNote TEXT) STRICT;

CREATE TABLE personMerge (
  duplicateId TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  keepId TEXT NOT NULL REFERENCES person (id),
  mergedAt TEXT NOT NULL,
  -- [{ "table", "before": row | null, "after": row | null }], in order
  changes TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE personText USING fts4(
  content="person", aliases, legalName, howMet, strengths, safetyNote,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'personText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'personText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'personText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'personText_stat'(id INTEGER PRIMARY KEY, value BLOB);

CREATE TABLE personToList (personId TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE referral (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  contactId TEXT REFERENCES contact (id),
  resourceId TEXT NOT NULL REFERENCES resource (id),
  theme TEXT NOT NULL,
  proposedOn TEXT NOT NULL,
  accompaniedByWorker INTEGER NOT NULL CHECK (accompaniedByWorker IN (0, 1)),
  note TEXT NOT NULL,
  -- the state of the last step
  state TEXT NOT NULL,
  -- [{ "state": state, "on": day, "reasonCode": code | null, "reason": text }], oldest first
  steps TEXT NOT NULL,
  toldBackOn TEXT,
  toldBackNote TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE referralText USING fts4(
  content="referral", note, toldBackNote,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'referralText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'referralText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'referralText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'referralText_stat'(id INTEGER PRIMARY KEY, value BLOB);

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
  eligibility TEXT NOT NULL,
  hours TEXT NOT NULL,
  languages TEXT NOT NULL,
  website TEXT NOT NULL,
  address TEXT NOT NULL,
  -- [{ "name", "role", "phone" }]
  pivotContacts TEXT NOT NULL,
  lastCheckedOn TEXT,
  taxonomyCode TEXT NOT NULL,
  note TEXT NOT NULL,
  retiredOn TEXT
) STRICT;

CREATE VIRTUAL TABLE resourceText USING fts4(
  content="resource", organization, service, pivotContacts, eligibility, address, note,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'resourceText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'resourceText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'resourceText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'resourceText_stat'(id INTEGER PRIMARY KEY, value BLOB);

CREATE TABLE retentionHold (
  personId TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  until TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE reviewAction (
  id TEXT NOT NULL PRIMARY KEY,
  fileReviewId TEXT NOT NULL REFERENCES fileReview (id),
  title TEXT NOT NULL,
  doer TEXT NOT NULL CHECK (doer IN ('worker', 'coordinator', 'both')),
  dueOn TEXT NOT NULL,
  followUpId TEXT REFERENCES followUp (id)
) STRICT;

CREATE TABLE reviewIdentity (
  slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  boxKey TEXT NOT NULL,
  signKey TEXT NOT NULL,
  sealedSeed TEXT NOT NULL,
  madeAt TEXT NOT NULL
) STRICT;

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

CREATE TABLE savedFilter (
  id TEXT NOT NULL PRIMARY KEY,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  -- as JSON
  filter TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  fields TEXT NOT NULL
) STRICT;

CREATE TABLE staffSupport (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  durationMinutes INTEGER NOT NULL CHECK (durationMinutes >= 0),
  headcount INTEGER NOT NULL CHECK (headcount >= 0),
  safetyPulse INTEGER CHECK (safetyPulse BETWEEN 1 AND 5),
  note TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE staffSupportText USING fts4(
  content="staffSupport", note,
  tokenize=unicode61 "remove_diacritics=2"
);

CREATE TABLE 'staffSupportText_docsize'(docid INTEGER PRIMARY KEY, size BLOB);

CREATE TABLE 'staffSupportText_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));

CREATE TABLE 'staffSupportText_segments'(blockid INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'staffSupportText_stat'(id INTEGER PRIMARY KEY, value BLOB);

CREATE TABLE takeover (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  organization TEXT NOT NULL,
  coordinator TEXT NOT NULL,
  worker TEXT NOT NULL,
  -- whose key had opened the notebook
  openedWith TEXT NOT NULL CHECK (openedWith IN ('worker', 'recovery')),
  notes TEXT NOT NULL CHECK (notes IN ('pass', 'destroy')),
  -- how many sealed notes there were
  noteCount INTEGER NOT NULL,
  coordinatorLetIn INTEGER NOT NULL CHECK (coordinatorLetIn IN (0, 1)),
  -- known copies removed, and those out of reach (JSON: name, folder, madeAt)
  removedCopies INTEGER NOT NULL,
  leftCopies TEXT NOT NULL
) STRICT;

CREATE TABLE teamMeeting (
  id TEXT NOT NULL PRIMARY KEY,
  openedAt TEXT NOT NULL,
  -- null while it is going on
  closedAt TEXT,
  -- whose key had opened the vault when it closed
  closedBy TEXT CHECK (closedBy IN ('worker', 'coordinator', 'recovery')),
  -- when the coordinator signed a meeting closed under the worker's key
  coSignedAt TEXT,
  -- the number of the last save when it closed: an older vault put back later shows by a smaller one
  sequence INTEGER,
  CHECK ((closedAt IS NULL) = (closedBy IS NULL) AND (closedAt IS NULL) = (sequence IS NULL))
) STRICT;

CREATE TABLE tie (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  otherId TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE workHours (
  id TEXT NOT NULL PRIMARY KEY,
  day TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  part TEXT NOT NULL CHECK (part IN ('library', 'outside')),
  mandateAxis TEXT,
  note TEXT NOT NULL
) STRICT;

CREATE TRIGGER accessEntryIsFinal BEFORE UPDATE ON accessEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER accessEntryStays BEFORE DELETE ON accessEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER catalogueIsFinal BEFORE UPDATE OF year, catalogue ON releaseYear BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TRIGGER closingIsFinal BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER closingStays BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER contactDayClose AFTER INSERT ON contactDay BEGIN
  UPDATE contactDay SET facts = (SELECT facts FROM dayFacts WHERE dayFacts.day = contactDay.day)
  WHERE day IN (SELECT day FROM contactDay WHERE facts IS NULL AND day < new.day ORDER BY day DESC LIMIT 31);
END;

CREATE TRIGGER contactDayDelete AFTER DELETE ON contact BEGIN
  UPDATE contactDay SET facts = NULL WHERE day = substr(old.at, 1, 10) AND facts IS NOT NULL;
END;

CREATE TRIGGER contactDayInsert AFTER INSERT ON contact BEGIN
  INSERT INTO contactDay (day) VALUES (substr(new.at, 1, 10))
  ON CONFLICT (day) DO UPDATE SET facts = NULL WHERE facts IS NOT NULL;
END;

CREATE TRIGGER contactDayLink AFTER INSERT ON contactPerson BEGIN
  UPDATE contactDay SET facts = NULL
  WHERE day = (SELECT substr(at, 1, 10) FROM contact WHERE id = new.contactId) AND facts IS NOT NULL;
END;

CREATE TRIGGER contactDayRelink AFTER UPDATE OF contactId, personId ON contactPerson BEGIN
  UPDATE contactDay SET facts = NULL
  WHERE day IN (SELECT substr(at, 1, 10) FROM contact WHERE id IN (old.contactId, new.contactId)) AND facts IS NOT NULL;
END;

CREATE TRIGGER contactDayUnlink AFTER DELETE ON contactPerson BEGIN
  UPDATE contactDay SET facts = NULL
  WHERE day = (SELECT substr(at, 1, 10) FROM contact WHERE id = old.contactId) AND facts IS NOT NULL;
END;

CREATE TRIGGER contactDayUpdate
AFTER UPDATE OF at, kinds, themes, place, mandateAxis, crisis, unidentifiedCount, durationMinutes ON contact
BEGIN
  UPDATE contactDay SET facts = NULL WHERE day = substr(old.at, 1, 10) AND facts IS NOT NULL;
  INSERT INTO contactDay (day) VALUES (substr(new.at, 1, 10))
  ON CONFLICT (day) DO UPDATE SET facts = NULL WHERE facts IS NOT NULL;
END;

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

CREATE TRIGGER followUpTextAfterUpdate AFTER UPDATE OF title ON followUp BEGIN
  INSERT INTO followUpText (docid, title) VALUES (new.rowid, new.title);
END;

CREATE TRIGGER followUpTextBeforeUpdate BEFORE UPDATE OF title ON followUp BEGIN
  DELETE FROM followUpText WHERE docid = old.rowid;
END;

CREATE TRIGGER followUpTextDelete BEFORE DELETE ON followUp BEGIN
  DELETE FROM followUpText WHERE docid = old.rowid;
END;

CREATE TRIGGER followUpTextInsert AFTER INSERT ON followUp BEGIN
  INSERT INTO followUpText (docid, title) VALUES (new.rowid, new.title);
END;

CREATE TRIGGER groupActivityTextAfterUpdate AFTER UPDATE OF title, note ON groupActivity BEGIN
  INSERT INTO groupActivityText (docid, title, note) VALUES (new.rowid, new.title, new.note);
END;

CREATE TRIGGER groupActivityTextBeforeUpdate BEFORE UPDATE OF title, note ON groupActivity BEGIN
  DELETE FROM groupActivityText WHERE docid = old.rowid;
END;

CREATE TRIGGER groupActivityTextDelete BEFORE DELETE ON groupActivity BEGIN
  DELETE FROM groupActivityText WHERE docid = old.rowid;
END;

CREATE TRIGGER groupActivityTextInsert AFTER INSERT ON groupActivity BEGIN
  INSERT INTO groupActivityText (docid, title, note) VALUES (new.rowid, new.title, new.note);
END;

CREATE TRIGGER incidentTextAfterUpdate AFTER UPDATE OF note ON incident BEGIN
  INSERT INTO incidentText (docid, note) VALUES (new.rowid, new.note);
END;

CREATE TRIGGER incidentTextBeforeUpdate BEFORE UPDATE OF note ON incident BEGIN
  DELETE FROM incidentText WHERE docid = old.rowid;
END;

CREATE TRIGGER incidentTextDelete BEFORE DELETE ON incident BEGIN
  DELETE FROM incidentText WHERE docid = old.rowid;
END;

CREATE TRIGGER incidentTextInsert AFTER INSERT ON incident BEGIN
  INSERT INTO incidentText (docid, note) VALUES (new.rowid, new.note);
END;

CREATE TRIGGER ledgerEntryIsFinal BEFORE UPDATE ON ledgerEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER ledgerEntryStays BEFORE DELETE ON ledgerEntry BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER listedPersonAgain AFTER INSERT ON contactDay BEGIN
  UPDATE listedPerson
  SET lastContactAt = (SELECT max(at) FROM contactPerson WHERE personId = listedPerson.id),
    contactCount = (SELECT count(*) FROM contactPerson WHERE personId = listedPerson.id)
  WHERE id IN (SELECT personId FROM personToList);
  DELETE FROM personToList;
END;

CREATE TRIGGER listedPersonDelete AFTER DELETE ON person BEGIN
  DELETE FROM listedPerson WHERE id = old.id;
END;

CREATE TRIGGER listedPersonInsert AFTER INSERT ON person WHEN new.mergedInto IS NULL BEGIN
  INSERT INTO listedPerson (id, lastContactAt, contactCount, foldedAliases)
  SELECT new.id, max(at), count(*), new.foldedAliases FROM contactPerson WHERE personId = new.id;
END;

CREATE TRIGGER listedPersonMet AFTER INSERT ON contactPerson BEGIN
  INSERT INTO personToList (personId) VALUES (new.personId) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER listedPersonMetThen AFTER UPDATE OF personId, at ON contactPerson BEGIN
  INSERT INTO personToList (personId) VALUES (old.personId), (new.personId) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER listedPersonNotMet AFTER DELETE ON contactPerson BEGIN
  INSERT INTO personToList (personId) VALUES (old.personId) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER listedPersonUpdate AFTER UPDATE OF foldedAliases, mergedInto ON person BEGIN
  DELETE FROM listedPerson WHERE id = old.id;
  INSERT INTO listedPerson (id, lastContactAt, contactCount, foldedAliases)
  SELECT new.id, max(at), count(*), new.foldedAliases FROM contactPerson WHERE personId = new.id
  HAVING new.mergedInto IS NULL;
END;

CREATE TRIGGER peopleCountDelete AFTER DELETE ON person WHEN old.mergedInto IS NULL BEGIN
  UPDATE peopleCount SET people = people - 1;
END;

CREATE TRIGGER peopleCountInsert AFTER INSERT ON person WHEN new.mergedInto IS NULL BEGIN
  UPDATE peopleCount SET people = people + 1;
END;

CREATE TRIGGER peopleCountMerge AFTER UPDATE OF mergedInto ON person
WHEN (old.mergedInto IS NULL) <> (new.mergedInto IS NULL) BEGIN
  UPDATE peopleCount SET people = people + iif(new.mergedInto IS NULL, 1, -1);
END;

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

CREATE TRIGGER referralTextAfterUpdate AFTER UPDATE OF note, toldBackNote ON referral BEGIN
  INSERT INTO referralText (docid, note, toldBackNote) VALUES (new.rowid, new.note, new.toldBackNote);
END;

CREATE TRIGGER referralTextBeforeUpdate BEFORE UPDATE OF note, toldBackNote ON referral BEGIN
  DELETE FROM referralText WHERE docid = old.rowid;
END;

CREATE TRIGGER referralTextDelete BEFORE DELETE ON referral BEGIN
  DELETE FROM referralText WHERE docid = old.rowid;
END;

CREATE TRIGGER referralTextInsert AFTER INSERT ON referral BEGIN
  INSERT INTO referralText (docid, note, toldBackNote) VALUES (new.rowid, new.note, new.toldBackNote);
END;

CREATE TRIGGER releaseFileIsFinal BEFORE UPDATE ON releaseFile BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER releaseFileStays BEFORE DELETE ON releaseFile BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER releaseYearStays BEFORE DELETE ON releaseYear BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER resourceTextAfterUpdate AFTER UPDATE ON resource BEGIN
  INSERT INTO resourceText (docid, organization, service, pivotContacts, eligibility, address, note)
  VALUES (new.rowid, new.organization, new.service, new.pivotContacts, new.eligibility, new.address, new.note);
END;

CREATE TRIGGER resourceTextBeforeUpdate BEFORE UPDATE ON resource BEGIN
  DELETE FROM resourceText WHERE docid = old.rowid;
END;

CREATE TRIGGER resourceTextDelete BEFORE DELETE ON resource BEGIN
  DELETE FROM resourceText WHERE docid = old.rowid;
END;

CREATE TRIGGER resourceTextInsert AFTER INSERT ON resource BEGIN
  INSERT INTO resourceText (docid, organization, service, pivotContacts, eligibility, address, note)
  VALUES (new.rowid, new.organization, new.service, new.pivotContacts, new.eligibility, new.address, new.note);
END;

CREATE TRIGGER staffSupportTextAfterUpdate AFTER UPDATE OF note ON staffSupport BEGIN
  INSERT INTO staffSupportText (docid, note) VALUES (new.rowid, new.note);
END;

CREATE TRIGGER staffSupportTextBeforeUpdate BEFORE UPDATE OF note ON staffSupport BEGIN
  DELETE FROM staffSupportText WHERE docid = old.rowid;
END;

CREATE TRIGGER staffSupportTextDelete BEFORE DELETE ON staffSupport BEGIN
  DELETE FROM staffSupportText WHERE docid = old.rowid;
END;

CREATE TRIGGER staffSupportTextInsert AFTER INSERT ON staffSupport BEGIN
  INSERT INTO staffSupportText (docid, note) VALUES (new.rowid, new.note);
END;

CREATE VIEW dayFacts (day, facts) AS
SELECT day, coalesce(facts, (
  SELECT json_group_array(json_array(
    json(kinds), json(themes), place, mandateAxis, crisis, unidentifiedCount, durationMinutes,
    json((
      SELECT json_group_array(person.rowid ORDER BY person.rowid)
      FROM contactPerson JOIN person ON person.id = contactPerson.personId
      WHERE contactPerson.contactId = contact.id
    ))
  ) ORDER BY at, id)
  FROM contact
  WHERE at >= contactDay.day AND at < contactDay.day || 'U'
))
FROM contactDay;

CREATE VIEW personInList AS
SELECT id, lastContactAt, contactCount, foldedAliases
FROM listedPerson WHERE id NOT IN (SELECT personId FROM personToList)
UNION ALL
SELECT id,
  CAST((SELECT max(at) FROM contactPerson WHERE personId = person.id) AS TEXT),
  CAST((SELECT count(*) FROM contactPerson WHERE personId = person.id) AS INTEGER),
  foldedAliases
FROM person WHERE mergedInto IS NULL AND id IN (SELECT personId FROM personToList);
