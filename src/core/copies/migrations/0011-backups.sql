-- The copies made of this vault, each one file somewhere. `digest` is of the whole file, as it was read back when it was made.
-- `keyMark` says which vault key it was sealed under: after a re-keying, a copy of before still opens with the secrets of before.
CREATE TABLE backup (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  madeAt TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL,
  keyMark TEXT NOT NULL
) WITHOUT ROWID;
