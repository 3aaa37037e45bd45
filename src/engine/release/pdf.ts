import { PDFDocument } from 'pdf-lib'
import { reportText } from '#core/statistics/text/fr/report'

/** Prints a page; null when it could not be, or may no longer be. */
export type Print = (html: string) => Promise<Uint8Array | null>
type PdfIdentity = { title: string; /** Local day. */ publishedOn: string }

/** A page as the PDF that leaves, or is shown; null when printing failed. */
export async function printed(html: string, identity: PdfIdentity, print: Print): Promise<Uint8Array | null> {
  const pdf = await print(html)
  return pdf === null ? null : withoutTraces(pdf, identity)
}

/**
 * Chromium signs a PDF with the user agent and the minute of printing; both would tell of the machine. What remains is
 * the product's name and the day of publication.
 */
async function withoutTraces(pdf: Uint8Array, { title, publishedOn }: PdfIdentity): Promise<Uint8Array> {
  const { brand } = reportText
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const day = new Date(`${publishedOn}T00:00:00Z`)
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setAuthor(brand)
  document.setCreator(brand)
  document.setProducer(brand)
  document.setCreationDate(day)
  document.setModificationDate(day)
  document.setLanguage('fr-CA')
  return document.save({ useObjectStreams: false, addDefaultPage: false })
}
