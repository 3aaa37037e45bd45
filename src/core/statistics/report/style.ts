/** The look of what is printed: the paper sibling of the app's own tokens. */
export const paperStyle = (font: string, footer: string): string => `
@font-face { font-family: 'Atkinson'; font-weight: 200 800; src: url(${font}) format('woff2'); }
@page {
  size: letter; margin: 16mm 19mm 17mm;
  @bottom-left { content: '${footer}'; font: 8.5pt 'Atkinson', sans-serif; color: #716959; white-space: nowrap; }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8.5pt 'Atkinson', sans-serif; color: #716959; }
}
:root { --ink: #26231d; --second: #5d574b; --third: #716959; --line: #e2dccf; --accent: #0e5a5e; --past: #9dbdbb;
  --sunken: #f6f3ec; --ground: #f1ede5; }
* { box-sizing: border-box; margin: 0; }
html { font: 10.2pt/1.45 'Atkinson', 'Liberation Sans', sans-serif; color: var(--ink); }
body { font-variant-numeric: tabular-nums; print-color-adjust: exact; }
.brand { display: flex; justify-content: space-between; padding-bottom: 3mm; border-bottom: 0.6pt solid var(--accent);
  color: var(--accent); font-weight: 700; }
.brand span { color: var(--third); font-weight: 400; }
h1 { margin-top: 7mm; font-size: 25pt; line-height: 1.12; font-weight: 650; letter-spacing: -0.012em; }
.period { margin-top: 1.5mm; font-size: 12pt; color: var(--second); }
.period strong { color: var(--ink); font-weight: 600; }
.lead { margin-top: 5.5mm; font-size: 13.5pt; line-height: 1.38; max-width: 158mm; text-wrap: pretty; }
.withheld p + p { margin-top: 3mm; color: var(--second); }

.figures { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; margin-top: 5mm; padding: 0;
  border-block: 0.6pt solid var(--line); }
.figures div { padding: 3.2mm 3.5mm; border-left: 0.6pt solid var(--line); display: grid; align-content: start; }
.figures div:first-child { border-left: 0; padding-left: 0; }
.figures dd { grid-row: 1; font-size: 19pt; line-height: 1.2; font-weight: 600; color: var(--accent); white-space: nowrap; }
.figures dt { grid-row: 2; font-size: 9.2pt; line-height: 1.3; color: var(--second); }
.figures .since { grid-row: 3; margin-top: 0.8mm; font-size: 8.6pt; font-weight: 400; color: var(--third); }

.essentials { margin-top: 5.5mm; }
.essentials ul { list-style: none; padding: 0; }
.essentials li { margin-top: 1.8mm; font-size: 9.8pt; padding-left: 4.5mm; border-left: 1.6pt solid var(--line); max-width: 168mm; }
figure { margin-top: 6mm; break-inside: avoid; }
figcaption { font-size: 11pt; font-weight: 650; margin-bottom: 2mm; }
aside { margin-top: 6mm; padding: 3mm 5mm; background: var(--sunken); border-left: 1.6pt solid var(--accent); break-inside: avoid; }
aside p + p { margin-top: 1mm; color: var(--third); font-size: 9.2pt; }
aside + .note { margin-top: 3mm; }

h2 { font-size: 15pt; font-weight: 650; line-height: 1.25; break-after: avoid; }
h3 { font-size: 11.5pt; font-weight: 650; break-after: avoid; }
.essentials h2 { font-size: 11pt; }
.chapter { margin-top: 8mm; }
.chapter > h2 { padding-bottom: 1.5mm; border-bottom: 0.6pt solid var(--accent); color: var(--accent); }
.summary + .chapter { break-before: page; margin-top: 0; }
.legend { margin-top: 2.5mm; }
.table { margin-top: 5.5mm; break-inside: avoid; }
.note { color: var(--third); font-size: 9.2pt; break-after: avoid; }

table { width: 100%; margin-top: 1.5mm; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 1.3mm 0; border-bottom: 0.5pt solid var(--line); text-align: left; vertical-align: middle; font-weight: 400; }
thead th { font-size: 8.8pt; color: var(--third); padding-block: 1mm; border-bottom-color: var(--third); }
th:first-child { width: 42%; padding-right: 5mm; }
.number { width: 15%; text-align: right; }
td.number { font-weight: 600; white-space: nowrap; }
td.before, th.before { width: 12%; color: var(--third); font-weight: 400; }
.chart { padding-left: 6mm; }
.plain th:first-child { width: auto; }
.plain { max-width: 105mm; }
.merged th { color: var(--second); font-size: 9.2pt; line-height: 1.35; }


svg { display: block; overflow: visible; }
svg text { font-size: 9.5px; fill: var(--second); text-anchor: middle; font-family: inherit; }
svg .value { font-size: 10.5px; fill: var(--ink); }
svg .strong { font-weight: 700; }
svg .start { text-anchor: start; }
svg .inside { font-size: 9px; text-anchor: start; fill: var(--ink); }
svg .light { fill: #fffdf9; }
svg .axis { stroke: var(--third); stroke-width: 0.6; }
svg .ground { fill: var(--ground); }
svg .full { fill: var(--accent); }
svg .past { fill: var(--past); }
svg .merged-bar { fill: var(--past); }
svg .tick { fill: var(--ink); }
svg .hollow { fill: none; stroke: var(--third); stroke-dasharray: 3 2; stroke-width: 0.8; }
svg .level-0 { fill: #cfe0dd; }
svg .level-1 { fill: #8db8b4; }
svg .level-2 { fill: #3b8080; }
svg .level-3 { fill: #0e4a4d; }
.columns, .stacks { width: 100%; }
.beside { display: grid; grid-template-columns: 1fr 1.05fr; gap: 7mm; align-items: center; margin-top: 1.5mm; }
.beside table { margin-top: 0; table-layout: auto; }
.beside th:first-child { white-space: nowrap; }
.beside :is(th, td) { padding-block: 0.9mm; }
.beside .wide span { white-space: nowrap; color: var(--second); font-size: 8.6pt; }
.beside .wide span + span::before { content: ' · '; color: var(--third); }

.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 9mm; }
.pair th:first-child { width: 54%; padding-right: 3mm; }
.pair .number { width: 22%; }
.pair .before { width: 20%; }
.pair .chart { padding-left: 3mm; }
.pair table:has(.before) .chart { display: none; }
.pair thead .number, .pair thead .chart { font-size: 7.6pt; }
.details { break-inside: auto; }
.details > div { columns: 2; column-gap: 9mm; margin-top: 1mm; }
.details table { margin-top: 0; }
.details article { break-inside: avoid; padding-bottom: 3mm; }
.details thead th:first-child { color: var(--ink); font-weight: 600; font-size: 9.6pt; }
.details th:first-child { width: 50%; padding-right: 3mm; }
.details .number { width: 25%; }
.details .chart { padding-left: 4mm; }
.details tbody :is(th, td) { padding-block: 1mm; }
.details thead .number, .details thead .chart { font-size: 7.4pt; }

.method { margin-top: 9mm; font-size: 9.4pt; color: var(--second); }
.method h2 { color: var(--ink); margin-bottom: 1.5mm; font-size: 13.5pt; }
.method h3 { color: var(--ink); font-size: 10.5pt; margin-top: 4mm; }
.method p { margin-top: 1.6mm; max-width: 165mm; break-inside: avoid; }
.method h2, .method h3 { break-after: avoid; }
.guarantee { margin-top: 5mm; padding: 4mm 5mm; background: var(--sunken); border-left: 1.6pt solid var(--accent);
  color: var(--ink); break-inside: avoid; }
.guarantee h3 { margin-top: 0; }

.internal { margin-top: 5mm; padding: 3mm 5mm; background: var(--sunken); border-left: 1.6pt solid var(--accent); font-weight: 600; }
.entry { margin-top: 9mm; }
.entry + .entry { break-before: page; margin-top: 0; }
.entry h2 { padding-bottom: 1.5mm; border-bottom: 0.6pt solid var(--accent); color: var(--accent); }
.entry h3 { margin-top: 5.5mm; }
.facts { margin-top: 4mm; }
.facts div { display: grid; grid-template-columns: 46mm 1fr; padding: 0.8mm 0; }
.facts dt { color: var(--third); }
.hashes dd { font-size: 8.4pt; overflow-wrap: anywhere; color: var(--second); }
.entry ul { padding-left: 4.5mm; margin-top: 1mm; }
.entry li { margin-top: 1mm; }
.entry li::marker { color: var(--accent); }
.entry td, .entry tbody th { vertical-align: top; padding-right: 5mm; font-size: 9.6pt; line-height: 1.4; }
.entry th:first-child { width: 24%; font-weight: 600; }
.entry tr { break-inside: avoid; }
.entry .guarantee h3 { margin: 0 0 1mm; }
`
