import { PDFDocument } from 'pdf-lib'

export type PdfIdentity = { title: string; brand: string; /** Local day. */ publishedOn: string }

/**
 * Chromium signs a PDF with the user agent and the minute of printing; both would tell of the machine. What remains is
 * the product's name and the day of publication.
 */
export async function withoutTraces(
  pdf: Uint8Array,
  { title, brand, publishedOn }: PdfIdentity,
): Promise<Uint8Array> {
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
