import type { Migration } from '../database.ts'
import consents from '../duties/migrations/0006-consents.sql?raw'
import erasedCopies from '../duties/migrations/0014-erased-copies.sql?raw'
import packagesLeft from '../duties/migrations/0020-packages-left.sql?raw'
import erasure from '../duties/migrations/0009-erasure.sql?raw'
import registers from '../duties/migrations/0008-registers.sql?raw'
import backups from '../copies/migrations/0011-backups.sql?raw'
import takeovers from '../review/migrations/0017-takeovers.sql?raw'
import packages from '../review/migrations/0015-packages.sql?raw'
import teamMeetings from '../review/migrations/0012-team-meetings.sql?raw'
import releases from '../statistics/migrations/0002-releases.sql?raw'
import register from '../statistics/migrations/0003-register.sql?raw'
import contactDays from '../statistics/migrations/0004-contact-days.sql?raw'
import safetyNotes from '../review/migrations/0013-sealed-safety-notes.sql?raw'
import review from '../review/migrations/0007-review.sql?raw'
import records from './migrations/0001-records.sql?raw'
import aliases from './migrations/0005-aliases.sql?raw'
import peopleMet from './migrations/0019-people-met.sql?raw'
import peopleCount from './migrations/0018-people-count.sql?raw'
import standing from './migrations/0010-standing.sql?raw'
import longLists from './migrations/0016-long-lists.sql?raw'
import folding from './migrations/0021-folding.sql?raw'
import aliasesCovered from './migrations/0022-aliases-covered.sql?raw'

export const migrations: readonly Migration[] = [
  { version: 1, sql: records },
  { version: 2, sql: releases },
  { version: 3, sql: register },
  { version: 4, sql: contactDays },
  { version: 5, sql: aliases },
  { version: 6, sql: consents },
  { version: 7, sql: review },
  { version: 8, sql: registers },
  { version: 9, sql: erasure },
  { version: 10, sql: standing },
  { version: 11, sql: backups },
  { version: 12, sql: teamMeetings },
  { version: 13, sql: safetyNotes },
  { version: 14, sql: erasedCopies },
  { version: 15, sql: packages },
  { version: 16, sql: longLists },
  { version: 17, sql: takeovers },
  { version: 18, sql: peopleCount },
  { version: 19, sql: peopleMet },
  { version: 20, sql: packagesLeft },
  { version: 21, sql: folding },
  { version: 22, sql: aliasesCovered },
]
