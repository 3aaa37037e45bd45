/** What a PDF printed by Chromium says, for a test to read. */
import { readFileSync } from 'node:fs'
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFPage } from 'pdf-lib'

/** Its words, page after page; every run of spaces, and every end of a line, is one plain space. */
export async function pdfText(file: string): Promise<string> {
  const document = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
  return document.getPages().map(pageText).join(' ').replaceAll(/\s+/gu, ' ')
}

/** The characters of a font, by the code of their glyph, in hexadecimal: of one byte, or of two. */
type Characters = ReadonlyMap<string, string>

/** The runs in the order they are drawn, a space where one begins elsewhere. */
function pageText(page: PDFPage): string {
  const fonts = fontsOf(page)
  const drawn = /\/(\w+) [\d.]+ Tf|<([\dA-F]+)> Tj|([-\d.]+ [-\d.]+) Tm/gu
  let text = ''
  let characters: Characters = new Map()
  let place: string | undefined
  for (const [, font, glyphs, at] of contentOf(page).matchAll(drawn)) {
    if (font !== undefined) characters = fonts.get(font) ?? new Map()
    else if (glyphs !== undefined) text += charactersOf(glyphs, characters)
    else if (at !== place) {
      place = at
      text += ' '
    }
  }
  return text
}

function charactersOf(glyphs: string, characters: Characters): string {
  const [code = '00'] = characters.keys()
  const codes = glyphs.match(new RegExp(`.{${code.length}}`, 'gu')) ?? []
  return codes.map((code) => characters.get(code) ?? '\ufffd').join('')
}

function contentOf({ node }: PDFPage): string {
  const contents = node.normalizedEntries().Contents
  const streams = contents?.asArray().map((ref) => node.context.lookup(ref)) ?? []
  return streams.map((stream) => decoded(stream)).join('\n')
}

function fontsOf({ node }: PDFPage): Map<string, Characters> {
  const fonts = node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  return new Map(
    fonts
      ?.keys()
      .map((name) => [
        name.decodeText(),
        charactersIn(decoded(fonts.lookup(name, PDFDict).lookup(PDFName.of('ToUnicode')))),
      ]) ?? [],
  )
}

/** The ToUnicode map of a font: single characters and ranges. */
function charactersIn(map: string): Characters {
  const characters = new Map<string, string>()
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu))
    for (const [, code = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/gu)) characters.set(code, text(to))
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu))
    for (const [, from = '', until = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu))
      for (let code = parseInt(from, 16), at = parseInt(to, 16); code <= parseInt(until, 16); code++, at++)
        characters.set(code.toString(16).toUpperCase().padStart(from.length, '0'), String.fromCodePoint(at))
  return characters
}

const decoded = (stream: unknown): string =>
  stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : ''
