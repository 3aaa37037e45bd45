-- The notebook passed from one worker to another: what was done, in the presence of whom. No word of anybody whose file it holds.
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
