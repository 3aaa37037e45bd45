/** What the duties' papers add to the look of what is printed: text to read aloud, records, places to fill. */
export const dutyStyle = `
.duty h1 { text-wrap: balance; }
.duty .together { break-inside: avoid; }
.duty .printed { margin-top: 5mm; color: var(--third); font-size: 9.2pt; }
.duty .record { margin-top: 7mm; break-inside: avoid; }
.duty .record h2 { display: flex; justify-content: space-between; gap: 6mm; padding-bottom: 1.2mm; font-size: 12pt;
  border-bottom: 0.6pt solid var(--line); }
.duty .record h2 span { color: var(--second); font-size: 9.8pt; font-weight: 500; white-space: nowrap; }
.duty .facts { margin-top: 2mm; }
.duty .record > h2 + :is(p, ul) { margin-top: 2mm; }
.duty .record > ul { padding-left: 4.5mm; }
.duty .facts div { grid-template-columns: 62mm 1fr; gap: 4mm; }
.duty .facts dt { text-wrap: balance; }
.duty .facts dd { overflow-wrap: anywhere; }
.duty .facts div:has(.blank) { align-items: end; }
.duty .blank { display: block; width: 80mm; height: 7mm; border-bottom: 0.6pt solid var(--third); color: transparent; }
.duty .article { margin-top: 6mm; break-inside: avoid; }
.duty .article h2 { font-size: 12.5pt; color: var(--accent); }
.duty .article p, .duty .article ul { margin-top: 1.4mm; max-width: 165mm; }
.duty .article ul { padding-left: 4.5mm; }
.duty .article li { margin-top: 0.8mm; }
.duty .article li::marker { color: var(--accent); }
.duty .aloud { font-size: 11.6pt; line-height: 1.5; }
.duty .aloud .article { margin-top: 5mm; }
.duty .entry-line { display: grid; grid-template-columns: 34mm 1fr; gap: 4mm; padding: 2.2mm 0;
  border-bottom: 0.5pt solid var(--line); break-inside: avoid; }
.duty .entry-line .when { color: var(--third); }
.duty .entry-line .what { font-weight: 600; }
.duty .plain { max-width: none; }
.duty .plain th:first-child { width: 60%; }
.duty .log { table-layout: auto; font-size: 9.2pt; }
.duty .log th { width: auto; }
.duty .log td { padding-right: 3mm; }
.duty .log td:nth-child(-n + 4) { white-space: nowrap; }
.duty .entries { margin-top: 4mm; table-layout: auto; font-size: 9.6pt; line-height: 1.38; }
.duty .entries th { width: auto; padding-right: 4mm; }
.duty .entries tr { break-inside: avoid; }
.duty .entries :is(tbody th, td) { padding: 1.5mm 4mm 1.5mm 0; vertical-align: top; overflow-wrap: break-word; }
.duty .entries tbody th { font-weight: 600; }
.duty .entries td:last-child { padding-right: 0; white-space: nowrap; }
.duty .entries .more { display: block; color: var(--second); font-size: 9pt; }
.duty .entry-line .more { color: var(--second); font-size: 9.4pt; }
`
