-- The review packages that held the file and still opened on the day it was decided, as JSON: for whom, made when, until when.
ALTER TABLE erasure ADD COLUMN packages TEXT NOT NULL DEFAULT '[]';
