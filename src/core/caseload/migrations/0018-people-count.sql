-- How many persons there are is told at each unlock: their index had to be gone through, 94 pieces of the vault at a million contacts.
DROP INDEX personByStanding;
CREATE TABLE peopleCount (slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1), people INTEGER NOT NULL) STRICT;
INSERT INTO peopleCount SELECT 1, count(*) FROM person WHERE mergedInto IS NULL;
CREATE TRIGGER peopleCountInsert AFTER INSERT ON person WHEN new.mergedInto IS NULL BEGIN
  UPDATE peopleCount SET people = people + 1;
END;
CREATE TRIGGER peopleCountDelete AFTER DELETE ON person WHEN old.mergedInto IS NULL BEGIN
  UPDATE peopleCount SET people = people - 1;
END;
CREATE TRIGGER peopleCountMerge AFTER UPDATE OF mergedInto ON person
WHEN (old.mergedInto IS NULL) <> (new.mergedInto IS NULL) BEGIN
  UPDATE peopleCount SET people = people + iif(new.mergedInto IS NULL, 1, -1);
END;
