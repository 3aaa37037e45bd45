-- A safety note sealed for the worker alone, in base64 (`crypto_box_seal`), one a line: a merge keeps those of both files. `safetyNote` is then empty.
ALTER TABLE person ADD COLUMN sealedSafetyNote TEXT;
