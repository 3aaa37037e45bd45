-- Everybody's aliases without the rest of their files, for what is looked for with a slip of the finger; and how many they are.
CREATE INDEX personByAliases ON person (foldedAliases, id) WHERE mergedInto IS NULL;
