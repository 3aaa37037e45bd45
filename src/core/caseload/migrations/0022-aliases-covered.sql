-- What makes an index partial has to be in it, or each of its rows is looked up in the table: all files were read for their aliases.
DROP INDEX personByAliases;
CREATE INDEX personByAliases ON person (foldedAliases, id, mergedInto) WHERE mergedInto IS NULL;
