-- What a report counts of the contacts of a day, in one line: a year is read in 365 lines, without its notes. A change of a contact
-- makes its day's line null; the first contact of a later day writes it again. Until then `dayFacts` says it from the contacts.
CREATE TABLE contactDay (day TEXT NOT NULL PRIMARY KEY, facts TEXT) STRICT;
CREATE INDEX openDay ON contactDay (day) WHERE facts IS NULL;

-- [[kinds, themes, place, mandateAxis, crisis, unidentifiedCount, durationMinutes, [rowid of a person, ...]], ...]
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

-- A month at most: a save never waits for what an import left behind.
CREATE TRIGGER contactDayClose AFTER INSERT ON contactDay BEGIN
  UPDATE contactDay SET facts = (SELECT facts FROM dayFacts WHERE dayFacts.day = contactDay.day)
  WHERE day IN (SELECT day FROM contactDay WHERE facts IS NULL AND day < new.day ORDER BY day DESC LIMIT 31);
END;

CREATE TRIGGER contactDayInsert AFTER INSERT ON contact BEGIN
  INSERT INTO contactDay (day) VALUES (substr(new.at, 1, 10))
  ON CONFLICT (day) DO UPDATE SET facts = NULL WHERE facts IS NOT NULL;
END;
CREATE TRIGGER contactDayDelete AFTER DELETE ON contact BEGIN
  UPDATE contactDay SET facts = NULL WHERE day = substr(old.at, 1, 10) AND facts IS NOT NULL;
END;
CREATE TRIGGER contactDayUpdate
AFTER UPDATE OF at, kinds, themes, place, mandateAxis, crisis, unidentifiedCount, durationMinutes ON contact
BEGIN
  UPDATE contactDay SET facts = NULL WHERE day = substr(old.at, 1, 10) AND facts IS NOT NULL;
  INSERT INTO contactDay (day) VALUES (substr(new.at, 1, 10))
  ON CONFLICT (day) DO UPDATE SET facts = NULL WHERE facts IS NOT NULL;
END;
-- The day of the contact itself: its links may still say the day it was moved from.
CREATE TRIGGER contactDayLink AFTER INSERT ON contactPerson BEGIN
  UPDATE contactDay SET facts = NULL
  WHERE day = (SELECT substr(at, 1, 10) FROM contact WHERE id = new.contactId) AND facts IS NOT NULL;
END;
CREATE TRIGGER contactDayUnlink AFTER DELETE ON contactPerson BEGIN
  UPDATE contactDay SET facts = NULL
  WHERE day = (SELECT substr(at, 1, 10) FROM contact WHERE id = old.contactId) AND facts IS NOT NULL;
END;
CREATE TRIGGER contactDayRelink AFTER UPDATE OF contactId, personId ON contactPerson BEGIN
  UPDATE contactDay SET facts = NULL
  WHERE day IN (SELECT substr(at, 1, 10) FROM contact WHERE id IN (old.contactId, new.contactId)) AND facts IS NOT NULL;
END;

INSERT INTO contactDay (day) SELECT DISTINCT substr(at, 1, 10) FROM contact;
UPDATE contactDay SET facts = (SELECT facts FROM dayFacts WHERE dayFacts.day = contactDay.day) WHERE facts IS NULL;

-- A report asks who is of which age, and what was proposed when, of everybody at once.
CREATE INDEX personByAttributes ON person (gender, ageBand, populations);
CREATE INDEX referralByDay ON referral (proposedOn, state, resourceId, personId);
