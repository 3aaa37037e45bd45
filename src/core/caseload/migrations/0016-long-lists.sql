-- Long lists are read a stretch at a time, in the order of an index.

-- The list of persons, with what its order and most of its columns say: kept by the database itself, whatever the command. Merged
-- duplicates are not in it.
CREATE TABLE listedPerson (
  id TEXT NOT NULL PRIMARY KEY,
  lastContactAt TEXT,
  contactCount INTEGER NOT NULL,
  foldedAliases TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX listedPersonInOrder ON listedPerson (lastContactAt DESC, foldedAliases, id);

CREATE TRIGGER listedPersonInsert AFTER INSERT ON person WHEN new.mergedInto IS NULL BEGIN
  INSERT INTO listedPerson (id, lastContactAt, contactCount, foldedAliases)
  SELECT new.id, max(at), count(*), new.foldedAliases FROM contactPerson WHERE personId = new.id;
END;
CREATE TRIGGER listedPersonDelete AFTER DELETE ON person BEGIN
  DELETE FROM listedPerson WHERE id = old.id;
END;
CREATE TRIGGER listedPersonUpdate AFTER UPDATE OF foldedAliases, mergedInto ON person BEGIN
  DELETE FROM listedPerson WHERE id = old.id;
  INSERT INTO listedPerson (id, lastContactAt, contactCount, foldedAliases)
  SELECT new.id, max(at), count(*), new.foldedAliases FROM contactPerson WHERE personId = new.id
  HAVING new.mergedInto IS NULL;
END;
CREATE TRIGGER listedPersonMet AFTER INSERT ON contactPerson BEGIN
  UPDATE listedPerson
  SET contactCount = contactCount + 1, lastContactAt = max(coalesce(lastContactAt, new.at), new.at)
  WHERE id = new.personId;
END;
CREATE TRIGGER listedPersonNotMet AFTER DELETE ON contactPerson BEGIN
  UPDATE listedPerson
  SET contactCount = contactCount - 1,
    lastContactAt = (SELECT max(at) FROM contactPerson WHERE personId = old.personId)
  WHERE id = old.personId;
END;
CREATE TRIGGER listedPersonMetThen AFTER UPDATE OF personId, at ON contactPerson BEGIN
  UPDATE listedPerson
  SET contactCount = contactCount - 1,
    lastContactAt = (SELECT max(at) FROM contactPerson WHERE personId = old.personId)
  WHERE id = old.personId;
  UPDATE listedPerson
  SET contactCount = contactCount + 1,
    lastContactAt = (SELECT max(at) FROM contactPerson WHERE personId = new.personId)
  WHERE id = new.personId;
END;

INSERT INTO listedPerson (id, lastContactAt, contactCount, foldedAliases)
SELECT id,
  (SELECT max(at) FROM contactPerson WHERE personId = person.id),
  (SELECT count(*) FROM contactPerson WHERE personId = person.id),
  foldedAliases
FROM person WHERE mergedInto IS NULL;

-- The columns of the board, those that have not moved for longest first; then what has come to an end, the latest first.
CREATE INDEX referralByStep ON referral (state, json_extract(steps, '$[#-1].on'), proposedOn DESC, id DESC);
CREATE INDEX referralByEnd ON referral (json_extract(steps, '$[#-1].on') DESC, proposedOn DESC, id DESC)
WHERE state IN ('service-obtained', 'person-declined', 'resource-declined', 'no-answer', 'abandoned');

-- To the last term of their order.
DROP INDEX followUpByDay;
CREATE INDEX followUpByDay ON followUp (doneAt, dueOn, dueTime, id);
