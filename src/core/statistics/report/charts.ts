import { html, raw, type Markup } from './markup.ts'

/**
 * Drawings beside tables, plain SVG: a few rectangles each, the same bytes for the same figures. Colours come from the
 * page's style sheet.
 */

/** A bar in a row of a table: it repeats what the cell says, so readers of the tags may skip it. */
export function bar(value: number, most: number, merged: boolean, before: number | null): Markup {
  const at = (count: number, end = 100): string => `${Math.min(end, Math.round((count / most) * 1000) / 10)}%`
  const tick = before === null ? '' : `<rect class="tick" x="${at(before, 99)}" width="1.4" height="13" />`
  return html`<svg aria-hidden="true" class="bar" width="100%" height="13">
    <rect class="ground" y="2" width="100%" height="9" rx="1.5" />
    ${raw(value === 0 ? '' : `<rect class="${merged ? 'merged-bar' : 'full'}" y="2" width="${at(value)}" height="9" rx="1.5" />`)}
    ${raw(tick)}
  </svg>`
}

export type Column = { name: string; value: number | null; shown: string; current: boolean }

const span = 270
const height = 100
const base = 80

/** Columns over time, each with its figure on top; a withheld one is a hollow place. */
export function columns(points: readonly Column[], alt: string): Markup {
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0))
  const step = span / Math.max(4, points.length)
  const width = Math.min(44, step * 0.66)
  const drawn = points.map(({ name, value, shown, current }, index) => {
    const x = index * step + (step - width) / 2
    const tall = value === null ? 18 : Math.max(1, (value / most) * 60)
    const look = value === null ? 'hollow' : current ? 'full' : 'past'
    return html`<rect
        class="${look}"
        x="${round(x)}"
        y="${round(base - tall)}"
        width="${round(width)}"
        height="${round(tall)}"
        rx="2"
      />
      <text
        class="${raw(current ? 'value strong' : 'value')}"
        x="${round(x + width / 2)}"
        y="${round(base - tall - 5)}"
        >${shown}</text
      >
      <text class="name" x="${round(x + width / 2)}" y="${base + 15}">${name}</text>`
  })
  return html`<svg role="img" aria-label="${alt}" class="columns" viewBox="0 0 ${span} ${height}">
    ${drawn}
    <line class="axis" x1="0" x2="${span}" y1="${base + 0.5}" y2="${base + 0.5}" />
  </svg>`
}

/** One part of a stacked bar; its level (0 to 3) says how dark it is. */
export type Part = { value: number; level: number; merged: boolean; label: string }
export type Stack = { name: string; parts: readonly Part[]; shown: string; withheld: boolean }

const left = 46
const room = 186

/** Horizontal stacks one under the other, all on one scale, so that both number and mix can be compared. */
export function stacks(rows: readonly Stack[], alt: string): Markup {
  const most = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)))
  const drawn = rows.map((row, index) => stack(row, index * 26, most))
  return html`<svg role="img" aria-label="${alt}" class="stacks" viewBox="0 0 ${span} ${rows.length * 26}">
    ${drawn}
  </svg>`
}

function stack({ name, parts, shown, withheld }: Stack, y: number, most: number): Markup {
  let x = left
  const drawn = parts
    .filter(({ value }) => value > 0)
    .map(({ value, level, merged, label }) => {
      const width = (value / most) * room
      const here = x
      x += width
      return html`<rect
          class="level-${level}"
          x="${round(here)}"
          y="${y + 3}"
          width="${round(Math.max(0, width - 1.5))}"
          height="18"
          rx="2"
        />
        ${
          width > 6 + 5 * label.length
            ? html`<text
                class="${raw(level > 1 || merged ? 'inside light' : 'inside')}"
                x="${round(here + 5)}"
                y="${y + 16}"
                >${label}</text
              >`
            : raw('')
        }`
    })
  const hollow = withheld
    ? html`<rect class="hollow" x="${left}" y="${y + 3}" width="60" height="18" rx="2" />`
    : raw('')
  return html`<text class="name start" x="0" y="${y + 16}">${name}</text>${hollow}${drawn}
    <text class="value start" x="${round(Math.max(x, withheld ? left + 60 : left) + 6)}" y="${y + 16}"
      >${shown}</text
    >`
}

/** A tenth of a pixel is enough on paper. */
const round = (value: number): number => Math.round(value * 10) / 10
