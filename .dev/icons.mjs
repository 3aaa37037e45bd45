// npm run icons: resources/icon.{png,ico,icns} from the two drawings beside them, through Chromium.
import { chromium } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireBrowser, root } from './electron-binary.mjs'

const resources = join(root, 'resources')
const drawing = (name) => readFileSync(join(resources, name), 'utf8')

requireBrowser()
const browser = await chromium.launch({
  executablePath: process.env['STANDIN_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
const pngs = new Map()
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) pngs.set(size, await draw(size))
await browser.close()

writeFileSync(join(resources, 'icon.png'), pngs.get(512))
writeFileSync(join(resources, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(join(resources, 'icon.icns'), icns())

async function draw(size) {
  await page.setViewportSize({ width: size, height: size })
  const svg = drawing(size <= 24 ? 'icon-small.svg' : 'icon.svg')
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}

/** ICO: a header (reserved, type 1, count), then per picture 16 bytes (width, height, …, bits, size, offset), then the PNG files. */
function ico(sizes) {
  const header = Buffer.alloc(6 + 16 * sizes.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)
  let offset = header.length
  sizes.forEach((size, index) => {
    const at = 6 + 16 * index
    // 0 stands for 256
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(pngs.get(size).length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += pngs.get(size).length
  })
  return Buffer.concat([header, ...sizes.map((size) => pngs.get(size))])
}

/** ICNS: « icns » and the whole length, then per picture its type, its length with these eight bytes, and the PNG file. */
function icns() {
  const types = {
    icp4: 16,
    icp5: 32,
    icp6: 64,
    ic07: 128,
    ic08: 256,
    ic09: 512,
    ic10: 1024,
    ic11: 32,
    ic12: 64,
    ic13: 256,
    ic14: 512,
  }
  const entries = Object.entries(types).map(([type, size]) => chunk(type, pngs.get(size)))
  return chunk('icns', Buffer.concat(entries))
}

function chunk(type, bytes) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(bytes.length + 8, 4)
  return Buffer.concat([head, bytes])
}
