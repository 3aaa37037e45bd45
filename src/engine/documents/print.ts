import { dayOf } from '#core/caseload/calendar'
import { readSettings } from '#core/caseload/repository/settings'
import { assessmentPage } from '#core/duties/documents/assessment'
import { consentsPage } from '#core/duties/documents/consents'
import type { PersonCopy } from '#core/duties/copy/format'
import { copyPage } from '#core/duties/documents/copy'
import type { PlainDocument, RegisterName } from '#core/duties/documents/names'
import { noticePage } from '#core/duties/documents/notice'
import {
  confidentialityIncidentsPage,
  disclosuresPage,
  erasuresPage,
  requestsPage,
} from '#core/duties/documents/registers'
import type { Paper } from '#core/duties/documents/paper'
import { listConfidentialityIncidents } from '#core/duties/repository/confidentiality-incidents'
import { listConsents } from '#core/duties/repository/consents'
import { listDisclosures } from '#core/duties/repository/disclosures'
import { listErasures } from '#core/duties/repository/retention'
import { listRequests } from '#core/duties/repository/requests'
import { documentNames } from '#core/duties/text/fr/names'
import type { Reader } from '#core/database'
import { accessLogPage, printedAccesses } from '#core/review/documents/access-log'
import { isAccessLogWhole, listAccesses } from '#core/review/repository/access-log'
import { failed, type Result } from '#core/result'
import { reportFont } from '../release/font.ts'
import { hashing } from '../release/hashing.ts'
import { printed, type Print } from '../release/pdf.ts'
import { writeDocument, type DocumentFailure } from './write.ts'

export interface PrintingPlace {
  /** The folder chosen for it; null when none was. */
  documents: string | null
  now: string
  /** Null when printing failed, or when the vault was locked meanwhile. */
  print: Print
}
export type PrintFailure = DocumentFailure | 'printing-failed'

export function paperOf(reader: Reader, now: string): Paper {
  const { organization } = readSettings(reader)
  return { organization, today: dayOf(now), font: reportFont }
}

/** The page of a document or of a register, as of now. */
export function pageOf(reader: Reader, document: PlainDocument | RegisterName, now: string): string {
  const paper = paperOf(reader, now)
  switch (document) {
    case 'notice':
      return noticePage(paper, readSettings(reader).retentionMonths)
    case 'assessment':
      return assessmentPage(paper, readSettings(reader).retentionMonths)
    case 'accessLog': {
      const intact = isAccessLogWhole(reader, hashing.sha256)
      const listed = listAccesses(reader, {}, { limit: printedAccesses, offset: 0 })
      return accessLogPage(paper, { intact, ...listed })
    }
    case 'consents':
      return consentsPage(paper, listConsents(reader, paper.today))
    case 'requests':
      return requestsPage(paper, listRequests(reader, paper.today))
    case 'disclosures':
      return disclosuresPage(paper, listDisclosures(reader))
    case 'confidentialityIncidents':
      return confidentialityIncidentsPage(paper, listConfidentialityIncidents(reader))
    case 'erasures':
      return erasuresPage(paper, listErasures(reader))
  }
}

/** The copy of a file as a person reads it, and the same for other software beside it. */
export async function printCopy(
  paper: Paper,
  copy: PersonCopy,
  place: PrintingPlace,
): Promise<Result<{ file: string }, PrintFailure>> {
  const printed = await printDocument(copyPage(paper, copy), 'copy', place)
  if (!printed.ok || place.documents === null) return printed
  const bytes = Buffer.from(`${JSON.stringify(copy, null, 2)}\n`)
  const data = writeDocument(place.documents, {
    name: `${documentNames.copy.file}-${copy.madeOn}.json`,
    bytes,
  })
  return data.ok ? printed : data
}

/** Prints a page into the folder chosen for it, under a French name and the day. */
export async function printDocument(
  html: string,
  document: keyof typeof documentNames,
  { documents, now, print }: PrintingPlace,
): Promise<Result<{ file: string }, PrintFailure>> {
  if (documents === null) return failed('no-folder')
  const { title, file } = documentNames[document]
  const today = dayOf(now)
  const bytes = await printed(html, { title, publishedOn: today }, print)
  if (bytes === null) return failed('printing-failed')
  return writeDocument(documents, { name: `${file}-${today}.pdf`, bytes })
}
