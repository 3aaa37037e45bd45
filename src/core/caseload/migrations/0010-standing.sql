-- How many persons there are is counted at each unlock: in an entry of a few bytes each, instead of their aliases.
CREATE INDEX personByStanding ON person (mergedInto IS NULL);
