-- What the anonymization register (A-2.1, r. 0.1) says of each release, beside its purpose and approver: techniques,
-- analyses before and after, residual risk, day of the next assessment. JSON, hashed with the entry; empty for a release
-- sealed before there was a register.
ALTER TABLE ledgerEntry ADD COLUMN register TEXT NOT NULL DEFAULT '';
