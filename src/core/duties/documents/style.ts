/** What the duties' papers add to the look of what is printed: text to read aloud, records, places to fill. */
export const dutyStyle = `
.duty .printed { margin-top: 5mm; color: var(--third); font-size: 9.2pt; }
.duty .record { margin-top: 7mm; break-inside: avoid; }
.duty .record h2 { display: flex; justify-content: space-between; gap: 6mm; padding-bottom: 1.2mm; font-size: 12pt;
  border-bottom: 0.6pt solid var(--line); }
.duty .record h2 span { color: var(--second); font-size: 9.8pt; font-weight: 500; white-space: nowrap; }
.duty .facts { margin-top: 2mm; }
.duty .facts div { grid-template-columns: 52mm 1fr; gap: 4mm; }
.duty .facts dd { overflow-wrap: anywhere; }
.duty .blank { display: inline-block; width: 60mm; border-bottom: 0.6pt solid var(--third); color: transparent; }
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
.duty .entry-line .more { color: var(--second); font-size: 9.4pt; }
`
