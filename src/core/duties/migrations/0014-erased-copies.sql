-- The number of the last save when no older generation held the person any more: a copy of the vault made until then still does.
ALTER TABLE erasure ADD COLUMN purgedSequence INTEGER;
