/** The look of a printed report: the paper sibling of the app's own tokens. */
export const reportStyle = (font: string): string => `
@font-face { font-family: 'Atkinson'; font-weight: 200 800; src: url(${font}) format('woff2'); }
@page {
  size: letter; margin: 17mm 19mm 18mm;
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8.5pt 'Atkinson', sans-serif; color: #716959; }
}
:root { --ink: #26231d; --second: #5d574b; --third: #716959; --line: #e2dccf; --accent: #0e5a5e; --sunken: #f6f3ec; }
* { box-sizing: border-box; margin: 0; }
html { font: 10.2pt/1.45 'Atkinson', 'Liberation Sans', sans-serif; color: var(--ink); }
body { font-variant-numeric: tabular-nums; print-color-adjust: exact; }
.brand { display: flex; justify-content: space-between; padding-bottom: 3mm; border-bottom: 0.6pt solid var(--accent);
  color: var(--accent); font-weight: 700; }
.brand span { color: var(--third); font-weight: 400; }
h1 { margin-top: 7mm; font-size: 24pt; line-height: 1.15; font-weight: 650; letter-spacing: -0.01em; }
.period { margin-top: 1.5mm; font-size: 12pt; color: var(--second); }
.period strong { color: var(--ink); font-weight: 600; }
.lead { margin-top: 6mm; font-size: 12.5pt; line-height: 1.4; max-width: 150mm; text-wrap: balance; }
.figures { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; margin-top: 5mm; padding: 0;
  border-block: 0.6pt solid var(--line); }
.figures div { padding: 3mm 4mm; border-left: 0.6pt solid var(--line); display: flex; flex-direction: column; }
.figures div:first-child { border-left: 0; padding-left: 0; }
.figures dd { font-size: 19pt; line-height: 1.2; font-weight: 600; color: var(--accent); }
.figures dt { font-size: 9.2pt; color: var(--second); }
section { margin-top: 7.5mm; break-inside: avoid; }
h2 { font-size: 13.5pt; font-weight: 650; }
.note { color: var(--third); font-size: 9.2pt; }
table { width: 100%; margin-top: 2mm; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 1.5mm 0; border-bottom: 0.5pt solid var(--line); text-align: left; vertical-align: middle; font-weight: 400; }
thead th { font-size: 8.8pt; color: var(--third); padding-block: 1mm; border-bottom-color: var(--third); }
th:first-child { width: 46%; padding-right: 6mm; }
.number { width: 17%; text-align: right; }
td.number { font-weight: 600; white-space: nowrap; }
.chart { padding-left: 6mm; }
.chart svg { display: block; }
.merged th { color: var(--second); font-size: 9.2pt; line-height: 1.35; }
.details > div { columns: 2; column-gap: 9mm; margin-top: 1mm; }
.details table { margin-top: 0; }
.details article { break-inside: avoid; padding-bottom: 3mm; }
.details thead th:first-child { color: var(--ink); font-weight: 600; font-size: 9.6pt; }
.details th:first-child { width: 50%; padding-right: 3mm; }
.details .number { width: 25%; }
.details .chart { padding-left: 4mm; }
.details tbody :is(th, td) { padding-block: 1mm; }
.details { margin-top: 6mm; }
.details thead .number, .details thead .chart { font-size: 7.4pt; }
.method { break-before: auto; break-inside: auto; font-size: 9.6pt; color: var(--second); }
.method h2 { color: var(--ink); margin-bottom: 1.5mm; }
.method p { margin-top: 1.6mm; max-width: 165mm; }
.guarantee { margin-top: 5mm; padding: 4mm 5mm; background: var(--sunken); border-left: 1.6pt solid var(--accent);
  color: var(--ink); break-inside: avoid; }
.guarantee h3 { font-size: 10.5pt; font-weight: 650; }
footer { display: flex; justify-content: space-between; margin-top: 6mm; font-size: 8.5pt; color: var(--third); }
`
