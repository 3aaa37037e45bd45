-- A meeting leaves the list of persons for later. Her row and its entry in the index lie each among others than those of the persons met the
-- same day: written at once, they cost a save as many pages as all the rest, and the next checkpoint as many chunks.

-- Whose row says less than her contacts. The first contact of another day writes them all.
CREATE TABLE personToList (personId TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

DROP TRIGGER listedPersonMet;
CREATE TRIGGER listedPersonMet AFTER INSERT ON contactPerson BEGIN
  INSERT INTO personToList (personId) VALUES (new.personId) ON CONFLICT DO NOTHING;
END;
DROP TRIGGER listedPersonNotMet;
CREATE TRIGGER listedPersonNotMet AFTER DELETE ON contactPerson BEGIN
  INSERT INTO personToList (personId) VALUES (old.personId) ON CONFLICT DO NOTHING;
END;
DROP TRIGGER listedPersonMetThen;
CREATE TRIGGER listedPersonMetThen AFTER UPDATE OF personId, at ON contactPerson BEGIN
  INSERT INTO personToList (personId) VALUES (old.personId), (new.personId) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER listedPersonAgain AFTER INSERT ON contactDay BEGIN
  UPDATE listedPerson
  SET lastContactAt = (SELECT max(at) FROM contactPerson WHERE personId = listedPerson.id),
    contactCount = (SELECT count(*) FROM contactPerson WHERE personId = listedPerson.id)
  WHERE id IN (SELECT personId FROM personToList);
  DELETE FROM personToList;
END;

-- What a list of persons is read from. Its order is the index's, the few to be listed again falling into their places: for SQLite to merge
-- the two so, a column must have the same type in both.
CREATE VIEW personInList AS
SELECT id, lastContactAt, contactCount, foldedAliases
FROM listedPerson WHERE id NOT IN (SELECT personId FROM personToList)
UNION ALL
SELECT id,
  CAST((SELECT max(at) FROM contactPerson WHERE personId = person.id) AS TEXT),
  CAST((SELECT count(*) FROM contactPerson WHERE personId = person.id) AS INTEGER),
  foldedAliases
FROM person WHERE mergedInto IS NULL AND id IN (SELECT personId FROM personToList);
