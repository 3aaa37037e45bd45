-- The weekly review of files with the coordinator.

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
-- one meeting at a time
CREATE UNIQUE INDEX openTeamMeeting ON teamMeeting (closedAt IS NULL) WHERE closedAt IS NULL;

-- A file on the agenda of a meeting, then what was decided.
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
CREATE INDEX reviewOfPerson ON fileReview (personId);
CREATE INDEX reviewInMeeting ON fileReview (teamMeetingId);

-- Who does what: each is a follow-up too, for as long as that one is kept.
CREATE TABLE reviewAction (
  id TEXT NOT NULL PRIMARY KEY,
  fileReviewId TEXT NOT NULL REFERENCES fileReview (id),
  title TEXT NOT NULL,
  doer TEXT NOT NULL CHECK (doer IN ('worker', 'coordinator', 'both')),
  dueOn TEXT NOT NULL,
  followUpId TEXT REFERENCES followUp (id)
) STRICT;
CREATE INDEX actionOfReview ON reviewAction (fileReviewId);
CREATE INDEX actionOfFollowUp ON reviewAction (followUpId) WHERE followUpId IS NOT NULL;
