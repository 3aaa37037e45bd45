/**
 * The program's full-text SQL as FTS5 has it: the peer's best index instead of ours (sql.js is built without FTS5). Of a schema, the
 * declarations and triggers; of a query, the row's number.
 */
export function asFts5(sql: string): string {
  const columnsOf = new Map<string, string[]>()
  return sql
    .replaceAll(
      /VIRTUAL TABLE (\w+) USING fts4\(\s*content="(\w+)", ([^=]+),\s*tokenize=[^)]*\)/g,
      (_, index: string, table: string, columns: string) => {
        columnsOf.set(index, columns.split(', '))
        return `VIRTUAL TABLE ${index} USING fts5(${columns}, content='${table}', tokenize='unicode61 remove_diacritics 2')`
      },
    )
    .replaceAll(/DELETE FROM (\w+Text) WHERE docid = old.rowid/g, (_, index: string) => {
      const columns = columnsOf.get(index) ?? []
      const old = columns.map((column) => `old.${column}`)
      return `INSERT INTO ${index} (${[index, 'rowid', ...columns].join(', ')}) VALUES (${["'delete'", 'old.rowid', ...old].join(', ')})`
    })
    .replaceAll(/\bdocid\b/g, 'rowid')
}
